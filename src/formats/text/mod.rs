//! Rows of a batch in, their text out: the part that CSV, JSON, NDJSON, SQL and XML share.
//!
//! Rows are taken a few dozen at a time, so that all they need stays in the nearest caches. For such a stretch every
//! column writes its cells into the rows ([`mod@lines`]), which stand side by side with some room between them: the formatter is
//! chosen once, the loop is tight, and the rows are then moved together. Numbers and times are written where they stay;
//! strings that need no escaping are copied straight from the batch, and dictionary values from their escaped form, made once per
//! dictionary. What needs a look at each value is written to slots of the column's own first ([`mod@cells`]).

pub mod calendar;
pub mod cells;
pub mod column;
pub mod compress;
pub mod digits;
pub mod escape;
pub mod lines;
pub mod markup;
pub mod nested;
pub mod pattern;
pub mod prepared;
pub mod ready;
pub mod style;
pub mod xml;

use super::{Problem, TableShape};
use arrow_array::RecordBatch;
use arrow_schema::Field;
use cells::Cells;
use column::{Column, is_supported};
use lines::{Fixed, Lines};
use prepared::Prepared;
use std::ops::Range;

/// Rows of a stretch: their values and their text together stay below the first cache's size.
const STRETCH: usize = 128;

/// How the rows of a table are written: cells by [`Column`], and the fixed bytes around them.
#[derive(Debug)]
pub struct RowText {
    /// Bytes before the first cell of every row.
    pub head: Vec<u8>,
    /// The columns, each with the bytes behind its cell.
    pub columns: Vec<(Column, Vec<u8>)>,
}

impl RowText {
    /// Writes all rows of `batch` into `buffer`, whose content is thrown away and whose memory is used.
    pub fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Vec<u8> {
        self.encode_rows(batch, buffer, &mut |_| {})
    }

    /// As [`RowText::encode`]; `row_end` is told the offset behind every row.
    pub fn encode_rows(&self, batch: &RecordBatch, mut buffer: Vec<u8>, row_end: &mut impl FnMut(u32)) -> Vec<u8> {
        let prepared: Vec<Prepared<'_>> =
            self.columns.iter().zip(batch.columns()).map(|((column, _), array)| column.prepare(array)).collect();
        let feeds = feeds(&prepared);
        let (head, mut lanes) = self.lanes(&feeds);
        let fixed = head.len() + lanes.iter().map(|lane| lane.behind.len()).sum::<usize>();
        let mut lines = Lines::default();
        buffer.clear();
        let mut start = 0;
        while start < batch.num_rows() {
            let end = (start + STRETCH).min(batch.num_rows());
            let longest = lanes.iter_mut().zip(&feeds).map(|(lane, feed)| feed.stage(start..end, &mut lane.cells));
            let room = fixed + longest.sum::<usize>();
            for part in Lines::parts(start..end, room) {
                lines.begin(part.len(), room);
                lines.put_fixed(&head);
                for (lane, feed) in lanes.iter().zip(&feeds) {
                    feed.put(part.clone(), &mut lines, lane, start);
                }
                lines.join(&mut buffer, row_end);
            }
            start = end;
        }
        buffer
    }

    /// The fixed bytes before a row, and a lane for each feed. Quotes and tags that stand around every cell become part of
    /// the fixed bytes.
    fn lanes<'a>(&self, feeds: &[Feed<'a>]) -> (Fixed, Vec<Lane<'a>>) {
        let open = |i: usize| feeds.get(i).map_or(&b""[..], |feed| feed.around().0);
        let head = Fixed::new(&[&self.head, open(0)]);
        let mut behind = self.columns.iter().map(|(_, behind)| behind.as_slice());
        let lanes = feeds.iter().enumerate().map(|(i, feed)| {
            let behind = if feed.is_last() { behind.next() } else { None };
            Lane {
                cells: Cells::new(feed.borrowed()),
                behind: Fixed::new(&[feed.around().1, behind.unwrap_or_default(), open(i + 1)]),
            }
        });
        let lanes = lanes.collect();
        (head, lanes)
    }
}

/// A column on its way into rows.
#[derive(Debug)]
struct Lane<'a> {
    /// What is made ready of the current stretch.
    cells: Cells<'a>,
    /// The fixed text behind each cell.
    behind: Fixed,
}

/// What fills a lane.
enum Feed<'a> {
    /// A column's cells, and whether nothing else of the column follows.
    Cells(&'a Prepared<'a>, bool),
    /// What stands before or behind some of a column's cells: the text for values, and for nulls.
    Marks { column: &'a Prepared<'a>, value: &'a [u8], null: &'a [u8], is_last: bool },
}

/// A lane for each column, three where its tags depend on the row.
fn feeds<'a>(prepared: &'a [Prepared<'a>]) -> Vec<Feed<'a>> {
    let mut feeds = Vec::with_capacity(prepared.len());
    for column in prepared {
        if let Some(tags) = column.tags() {
            feeds.push(Feed::Marks { column, value: &tags.open, null: &tags.null, is_last: false });
            feeds.push(Feed::Cells(column, false));
            feeds.push(Feed::Marks { column, value: &tags.close, null: b"", is_last: true });
        } else {
            feeds.push(Feed::Cells(column, true));
        }
    }
    feeds
}

impl<'a> Feed<'a> {
    fn is_last(&self) -> bool {
        matches!(self, Self::Cells(_, true) | Self::Marks { is_last: true, .. })
    }

    fn around(&self) -> (&'a [u8], &'a [u8]) {
        match self {
            Self::Cells(column, _) => column.around(),
            Self::Marks { .. } => (b"", b""),
        }
    }

    fn borrowed(&self) -> &'a [u8] {
        match self {
            Self::Cells(column, _) => column.borrowed(),
            Self::Marks { .. } => b"",
        }
    }

    /// Makes cells ready; returns how long the longest is at most.
    fn stage(&self, rows: Range<usize>, cells: &mut Cells<'_>) -> usize {
        match self {
            Self::Cells(column, _) => column.stage(rows, cells),
            Self::Marks { column, value, null, .. } => {
                column.stage_marks(rows, value, null, cells);
                cells.longest()
            }
        }
    }

    /// Puts cells of the stretch that begins with row `first` into lines.
    fn put(&self, rows: Range<usize>, lines: &mut Lines, lane: &Lane<'_>, first: usize) {
        match self {
            Self::Cells(column, _) => column.put(rows, lines, &lane.behind, &lane.cells, first),
            Self::Marks { .. } => lines.put_cells(&lane.cells, rows.start - first..rows.end - first, &lane.behind),
        }
    }
}

/// What of a table no text format can write.
pub fn check(table: &TableShape) -> Vec<Problem> {
    let unsupported = table.schema.fields().iter().filter(|field| !is_supported(field));
    let mut problems: Vec<Problem> = unsupported.map(|field| unsupported_type(&table.name, field)).collect();
    if table.schema.fields().is_empty() {
        problems.push(Problem {
            table: Some(table.name.clone()),
            column: None,
            message: "the table has no visible column".to_owned(),
            help: "add a column whose name does not begin with `_`".to_owned(),
        });
    }
    problems
}

fn unsupported_type(table: &str, field: &Field) -> Problem {
    let message = format!("text formats have no form for the type {}", field.data_type());
    Problem::column(table, field.name(), message, "choose another `type:` for the column")
}

#[cfg(test)]
mod bench;
#[cfg(test)]
mod tests;
