//! Some rows of a table: [`Batch`], of Arrow's arrays or of [`TextBatch`].

use super::arrays;
use super::cell::{Cell, Origin};
use arrow_array::RecordBatch;
use std::borrow::Cow;

/// Some rows of a table, in the order of the file.
#[derive(Debug)]
pub enum Batch {
    /// Typed values.
    Arrays(RecordBatch),
    /// Values as they are written.
    Text(TextBatch),
}

impl Batch {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        match self {
            Self::Arrays(batch) => batch.num_rows(),
            Self::Text(batch) => batch.ends.len(),
        }
    }

    /// The value of a column in a row.
    pub fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        match self {
            Self::Arrays(batch) => arrays::cell(batch.column(column), row),
            Self::Text(batch) => batch.cell(row, column),
        }
    }
}

/// What a stretch of text stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    Null,
    /// Text of a format without types.
    Bare,
    /// As [`Kind::Bare`], with quotes doubled.
    Doubled,
    /// A string of a format with types.
    Literal,
    /// A number.
    Number,
    /// True.
    True,
    /// False.
    False,
    /// Bytes in hexadecimal digits.
    Hex,
    /// A JSON document.
    Json,
    /// As [`Kind::Json`], but all leaves are strings that stand for anything.
    Markup,
    /// A spreadsheet's time.
    Serial,
}

/// Where a cell's text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first byte, from the beginning of its row.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
    /// What it stands for.
    pub kind: Kind,
}

impl Span {
    /// The cell without a value.
    pub const NULL: Self = Self { start: 0, end: 0, kind: Kind::Null };
}

/// Rows as text.
#[derive(Debug, Default)]
pub struct TextBatch {
    /// The text of all rows.
    pub text: String,
    /// Where each row's text begins and ends.
    pub ends: Vec<(usize, usize)>,
    /// The cells of all rows, row by row.
    pub cells: Vec<Span>,
    /// Cells of a row.
    pub width: usize,
}

impl TextBatch {
    /// The text of a row, and its cells in it: rows with equal ones are equal.
    pub fn row(&self, row: usize) -> (&[u8], &[Span]) {
        let (start, end) = self.ends[row];
        (&self.text.as_bytes()[start..end], &self.cells[row * self.width..][..self.width])
    }

    fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let span = self.cells[row * self.width + column];
        let start = self.ends[row].0;
        let text = &self.text[start + span.start as usize..start + span.end as usize];
        match span.kind {
            Kind::Null => Cell::Null,
            Kind::Bare => Cell::Text(Cow::Borrowed(text), Origin::Bare),
            Kind::Doubled => Cell::Text(Cow::Owned(text.replace("\"\"", "\"")), Origin::Bare),
            Kind::Literal => Cell::Text(Cow::Borrowed(text), Origin::Literal),
            Kind::Number => Cell::Number(text),
            Kind::True => Cell::Bool(true),
            Kind::False => Cell::Bool(false),
            Kind::Hex => Cell::Hex(text),
            Kind::Json => Cell::Json(Cow::Borrowed(text)),
            Kind::Markup => Cell::Markup(text),
            Kind::Serial => Cell::Serial(text.parse().expect("the reader of spreadsheets wrote a float")),
        }
    }
}

/// Gathers rows of text, cell by cell in any order of columns.
#[derive(Debug)]
pub struct Rows {
    bytes: Vec<u8>,
    ends: Vec<(usize, usize)>,
    cells: Vec<Span>,
    width: usize,
    start: usize,
}

/// Bytes of text after which a batch is given on.
const BATCH_BYTES: usize = 1 << 18;

impl Rows {
    /// No rows yet, of so many columns.
    pub fn new(width: usize) -> Self {
        Self { bytes: Vec::new(), ends: Vec::new(), cells: Vec::new(), width, start: 0 }
    }

    /// Begins a row: all cells are null.
    pub fn begin(&mut self) {
        self.start = self.bytes.len();
        self.cells.resize(self.cells.len() + self.width, Span::NULL);
    }

    /// Sets a cell of the row; its text is what `write` appends.
    pub fn set<E>(&mut self, column: usize, write: impl FnOnce(&mut Vec<u8>) -> Result<Kind, E>) -> Result<(), E> {
        let start = self.bytes.len() - self.start;
        let kind = write(&mut self.bytes)?;
        let end = self.bytes.len() - self.start;
        let row = self.cells.len() - self.width;
        self.cells[row + column] = Span { start: start as u32, end: end as u32, kind };
        Ok(())
    }

    /// Ends the row.
    pub fn end(&mut self) {
        self.ends.push((self.start, self.bytes.len()));
    }

    /// Whether enough rows are here.
    pub fn is_full(&self) -> bool {
        self.bytes.len() >= BATCH_BYTES
    }

    /// The rows, if there are any; the error says how many bytes are UTF-8.
    pub fn take(&mut self) -> Result<Option<TextBatch>, usize> {
        if self.ends.is_empty() {
            return Ok(None);
        }
        let text = String::from_utf8(std::mem::take(&mut self.bytes)).map_err(|e| e.utf8_error().valid_up_to())?;
        let (ends, cells) = (std::mem::take(&mut self.ends), std::mem::take(&mut self.cells));
        Ok(Some(TextBatch { text, ends, cells, width: self.width }))
    }
}
