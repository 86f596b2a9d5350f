//! Texts appended one after the other -> a string array: one buffer for all, no allocation a cell.

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer, ScalarBuffer};

/// A string array in the making.
pub struct Texts {
    text: String,
    ends: Vec<i32>,
    valid: Vec<bool>,
    nulls: usize,
}

impl Texts {
    /// Room for `count` texts of about `length` bytes.
    pub fn with_capacity(count: usize, length: usize) -> Self {
        let mut ends = Vec::with_capacity(count + 1);
        ends.push(0);
        Self { text: String::with_capacity(count * length), ends, valid: Vec::new(), nulls: 0 }
    }

    /// Where the next text is appended.
    #[inline]
    pub fn text(&mut self) -> &mut String {
        &mut self.text
    }

    /// Ends a text.
    #[inline]
    pub fn end(&mut self) {
        self.end_if(true);
    }

    /// Ends a text, or makes it null; nothing has been appended then.
    #[inline]
    pub fn end_if(&mut self, is_valid: bool) {
        if !is_valid && self.nulls == 0 {
            self.valid = vec![true; self.ends.len() - 1];
        }
        self.nulls += usize::from(!is_valid);
        if self.nulls > 0 {
            self.valid.push(is_valid);
        }
        self.ends.push(i32::try_from(self.text.len()).expect("a batch holds less than 2 GiB of one column"));
    }

    /// The array.
    pub fn finish(self) -> ArrayRef {
        let nulls = (self.nulls > 0).then(|| NullBuffer::from(self.valid));
        let offsets = OffsetBuffer::new(ScalarBuffer::from(self.ends));
        let text = Buffer::from(self.text.into_bytes());
        Arc::new(StringArray::try_new(offsets, text, nulls).expect("offsets lie between the characters of one text"))
    }
}
