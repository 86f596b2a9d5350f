//! Texts of several parts and a choice among them a row in, one array out.

use std::borrow::Cow;

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, StringArray};
use arrow_buffer::{Buffer, OffsetBuffer};

/// Bytes that are copied at once; most chosen texts are shorter.
const WIDE: usize = 16;

/// Where the texts of a part are.
pub struct TextPart<'a> {
    data: Cow<'a, [u8]>,
    place: Place<'a>,
}

enum Place<'a> {
    /// One text for all rows, of so many bytes.
    One(usize),
    /// A text a row, between two offsets.
    Rows(&'a [i32]),
    /// A text by the key of the row.
    Keys(&'a [i32], &'a [i32]),
}

impl<'a> TextPart<'a> {
    /// The same text for every row.
    pub fn one(text: &str) -> Self {
        let mut data = text.as_bytes().to_vec();
        data.resize(text.len() + WIDE, 0);
        Self { data: data.into(), place: Place::One(text.len()) }
    }

    /// A text a row. `None` for arrays with nulls, and for such that are neither texts nor dictionaries of texts.
    pub fn of_rows(array: &'a ArrayRef) -> Option<Self> {
        if array.logical_null_count() > 0 {
            return None;
        }
        if let Some(texts) = array.as_string_opt::<i32>() {
            return Some(Self { data: texts.value_data().into(), place: Place::Rows(texts.value_offsets()) });
        }
        let keyed = array.as_any().downcast_ref::<DictionaryArray<Int32Type>>()?;
        let texts = keyed.values().as_string_opt::<i32>()?;
        let place = Place::Keys(keyed.keys().values(), texts.value_offsets());
        Some(Self { data: texts.value_data().into(), place })
    }

    /// Start and length of a row's text.
    #[inline(always)]
    fn span(&self, row: usize) -> (usize, usize) {
        let between = |offsets: &[i32], at: usize| (offsets[at] as usize, (offsets[at + 1] - offsets[at]) as usize);
        match self.place {
            Place::One(len) => (0, len),
            Place::Rows(offsets) => between(offsets, row),
            Place::Keys(keys, offsets) => between(offsets, keys[row] as usize),
        }
    }
}

/// For each row the text of the part that `choice` names; rows are counted off from 0.
pub fn merged_texts(parts: &[TextPart<'_>], choice: impl ExactSizeIterator<Item = usize>) -> StringArray {
    let rows = choice.len();
    let mut text = vec![0; rows * WIDE];
    let mut offsets = Vec::with_capacity(rows + 1);
    offsets.push(0);
    let mut end = 0;
    for (row, chosen) in choice.enumerate() {
        let part = &parts[chosen];
        let (start, len) = part.span(row);
        if text.len() < end + len + WIDE {
            text.resize((end + len + WIDE).max(2 * text.len()), 0);
        }
        match part.data.get(start..start + WIDE) {
            Some(wide) if len <= WIDE => text[end..end + WIDE].copy_from_slice(wide),
            _ => text[end..end + len].copy_from_slice(&part.data[start..start + len]),
        }
        end += len;
        offsets.push(i32::try_from(end).expect("a batch of texts is below 2 GiB"));
    }
    text.truncate(end);
    StringArray::new(OffsetBuffer::new(offsets.into()), Buffer::from_vec(text), None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn each_row_has_the_text_of_its_part() {
        let long = "a text that is longer than one wide copy";
        let plain: ArrayRef = Arc::new(StringArray::from(vec!["p0", long, "", "p3"]));
        let keyed: ArrayRef = Arc::new(["k", "l", "k", "l"].into_iter().collect::<DictionaryArray<Int32Type>>());
        let parts = [TextPart::one("one"), TextPart::of_rows(&plain).unwrap(), TextPart::of_rows(&keyed).unwrap()];
        let merged = |choice: [usize; 4]| merged_texts(&parts, choice.into_iter());
        assert_eq!(merged([0, 1, 2, 1]), StringArray::from(vec!["one", long, "k", "p3"]));
        assert_eq!(merged([1, 2, 1, 0]), StringArray::from(vec!["p0", "l", "", "one"]));
        assert_eq!(merged_texts(&parts, std::iter::empty()).len(), 0);
    }

    #[test]
    fn nulls_and_numbers_are_no_texts() {
        let nulls: ArrayRef = Arc::new(StringArray::from(vec![Some("a"), None]));
        let numbers: ArrayRef = Arc::new(arrow_array::Int64Array::from(vec![1]));
        assert!(TextPart::of_rows(&nulls).is_none() && TextPart::of_rows(&numbers).is_none());
    }
}
