//! The cells of one column for a stretch of rows: [`Cells`], text and where each cell lies in it.

use super::lines::ROOM;
use arrow_buffer::NullBuffer;

/// Room before a value for what opens a literal.
const OPEN: usize = 12;

/// Room for a value, and for whatever stands around an SQL literal.
const SLOT: usize = OPEN + ROOM + 8;

/// Marks a span that lies in borrowed text.
const BORROWED: u32 = 1 << 31;

/// Bytes that may be read behind any cell of one's own text without looking.
pub const PADDING: usize = 32;

/// Where a cell's text lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    start: u32,
    len: u32,
}

impl Span {
    /// A cell in the column's own text.
    #[inline(always)]
    pub const fn own(start: usize, len: usize) -> Self {
        Self { start: start as u32, len: len as u32 }
    }

    /// A cell in borrowed text, which is shorter than 2 GiB (Arrow's offsets are signed).
    #[inline(always)]
    pub const fn borrowed(start: usize, len: usize) -> Self {
        Self { start: start as u32 | BORROWED, len: len as u32 }
    }

    /// Where the cell begins in its text.
    #[inline(always)]
    pub const fn start(self) -> usize {
        (self.start & !BORROWED) as usize
    }

    /// Bytes of the cell.
    #[inline(always)]
    #[expect(clippy::len_without_is_empty, reason = "nobody asks whether a cell is empty")]
    pub const fn len(self) -> usize {
        self.len as usize
    }
}

/// The cells of one column for a stretch of rows.
#[derive(Debug, Default)]
pub struct Cells<'a> {
    own: Vec<u8>,
    borrowed: &'a [u8],
    spans: Vec<Span>,
}

impl<'a> Cells<'a> {
    /// No cells yet; `borrowed` is the text that [`Span::borrowed`] speaks of.
    pub const fn new(borrowed: &'a [u8]) -> Self {
        Self { own: Vec::new(), borrowed, spans: Vec::new() }
    }

    /// Bytes of the longest cell.
    pub fn longest(&self) -> usize {
        self.spans.iter().map(|span| span.len()).max().unwrap_or(0)
    }

    /// Where each cell lies.
    #[inline(always)]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The text in which a span lies, and where it starts there.
    #[inline(always)]
    pub fn source(&self, span: Span) -> (&[u8], usize) {
        let text = if span.start & BORROWED == 0 { self.own.as_slice() } else { self.borrowed };
        (text, span.start())
    }

    /// The text in which all cells lie; none where some are borrowed and others not.
    pub fn text(&self) -> Option<&[u8]> {
        let borrowed = self.spans.iter().fold(0, |sum, span| sum + (span.start >> 31)) as usize;
        match borrowed {
            0 => Some(&self.own),
            all if all == self.spans.len() => Some(self.borrowed),
            _ => None,
        }
    }

    /// Forgets all cells.
    pub fn clear(&mut self) {
        self.own.clear();
        self.spans.clear();
    }

    /// Adds cells from spans.
    pub fn extend(&mut self, spans: impl Iterator<Item = Span>) {
        self.spans.extend(spans);
    }

    /// Adds a cell that `write` appends to the column's own text.
    #[inline(always)]
    pub fn push(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.own.len();
        write(&mut self.own);
        self.spans.push(Span::own(start, self.own.len() - start));
    }

    /// Adds text of one's own that several cells may share.
    pub fn shared(&mut self, text: &[u8]) -> Span {
        let start = self.own.len();
        self.own.extend_from_slice(text);
        Span::own(start, text.len())
    }

    /// Makes one cell of each value, written by `put` to the beginning of its room, of which it says how much it took. Cells made
    /// before are forgotten.
    #[inline(always)]
    pub fn put_values<T>(
        &mut self,
        values: impl ExactSizeIterator<Item = T>,
        put: impl Fn(&mut [u8; ROOM], T) -> usize,
    ) {
        let rows = values.len();
        self.own.resize(rows * SLOT, 0);
        self.spans.resize(rows, Span::default());
        let (slots, _) = self.own.as_chunks_mut::<SLOT>();
        for (i, ((slot, span), value)) in slots.iter_mut().zip(&mut self.spans).zip(values).enumerate() {
            let len = put(slot[OPEN..].first_chunk_mut().expect("a slot has room for a value"), value);
            *span = Span::own(i * SLOT + OPEN, len);
        }
    }

    /// Puts `open` before and `close` behind every cell made by [`Cells::put_values`]; the slots have room for it.
    pub fn wrap(&mut self, open: &[u8], close: &[u8]) {
        for span in &mut self.spans {
            let (start, end) = (span.start as usize, (span.start + span.len) as usize);
            self.own[start - open.len()..start].copy_from_slice(open);
            self.own[end..end + close.len()].copy_from_slice(close);
            *span = Span::own(start - open.len(), span.len() + open.len() + close.len());
        }
    }

    /// Puts `text` in the place of the cells that are null.
    pub fn set_nulls(&mut self, nulls: &NullBuffer, start: usize, text: &[u8]) {
        let null = self.shared(text);
        for (i, span) in self.spans.iter_mut().enumerate() {
            *span = if nulls.is_null(start + i) { null } else { *span };
        }
    }

    /// Puts a span in the place of a cell.
    pub fn set(&mut self, index: usize, span: Span) {
        self.spans[index] = span;
    }

    /// Makes the bytes behind the last cell readable.
    pub fn pad(&mut self) {
        self.own.resize(self.own.len() + PADDING, 0);
    }
}
