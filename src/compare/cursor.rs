//! The parts of a table -> its rows, one by one: [`Cursor`]. Parts are read ahead on a thread of their own.

use super::Table;
use super::columns::Columns;
use crate::readers::{self, Batch, Cell, Origin, ReadError, RowStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Batches that are read ahead.
const AHEAD: usize = 2;

/// The cells of a row, in the order of the pairs of columns.
pub trait Row {
    /// A cell.
    fn cell(&self, column: usize) -> Cell<'_>;

    /// The row's number, from 0.
    fn number(&self) -> u64;
}

/// Where a column's cells come from in a part.
#[derive(Debug, PartialEq, Eq)]
enum Slot {
    /// A column of the file.
    Column(usize),
    /// The name of a folder.
    Constant(Option<String>),
    /// The part has no such column.
    Absent,
}

/// A walk over the rows of a table.
pub struct Cursor<'t> {
    table: &'t Table,
    columns: &'t Columns,
    part: usize,
    batches: Option<Ahead>,
    slots: Vec<Slot>,
    batch: Option<Batch>,
    row: usize,
    number: u64,
}

impl<'t> Cursor<'t> {
    /// Stands at the first row.
    pub fn open(table: &'t Table, columns: &'t Columns) -> Result<Self, ReadError> {
        let mut cursor =
            Self { table, columns, part: 0, batches: None, slots: Vec::new(), batch: None, row: 0, number: 0 };
        cursor.load()?;
        Ok(cursor)
    }

    /// Whether there is a row here.
    pub fn is_row(&self) -> bool {
        self.batch.is_some()
    }

    /// Goes to the next row.
    pub fn advance(&mut self) -> Result<(), ReadError> {
        self.row += 1;
        self.number += 1;
        match self.batch.as_ref().is_some_and(|batch| self.row >= batch.rows()) {
            true => self.load(),
            false => Ok(()),
        }
    }

    /// Loads the next batch that has rows.
    fn load(&mut self) -> Result<(), ReadError> {
        self.row = 0;
        self.batch = None;
        loop {
            let received = self.batches.as_mut().map(Ahead::next).transpose()?.flatten();
            match received {
                Some(batch) if batch.rows() > 0 => {
                    self.batch = Some(batch);
                    return Ok(());
                }
                Some(_) => {}
                None if self.part == self.table.parts.len() => return Ok(()),
                None => self.open_part()?,
            }
        }
    }

    fn open_part(&mut self) -> Result<(), ReadError> {
        let part = &self.table.parts[self.part];
        let slot = |name: &String| match part.source.columns.iter().position(|column| column.name == *name) {
            Some(column) => Slot::Column(column),
            None => match part.constants.iter().find(|(known, _)| known == name) {
                Some((_, value)) => Slot::Constant(value.clone()),
                None => Slot::Absent,
            },
        };
        self.slots = self.columns.pairs.iter().map(|pair| slot(&pair.name)).collect();
        self.batches = Some(Ahead::new((part.source.open)()?, &part.path));
        self.part += 1;
        Ok(())
    }

    /// Whether the rows of two cursors are written alike: then they are equal. The answer may be no for rows that are.
    pub fn is_same(&self, other: &Self) -> bool {
        let (Some(Batch::Text(batch)), Some(Batch::Text(others))) = (&self.batch, &other.batch) else { return false };
        batch.row(self.row) == others.row(other.row) && self.slots == other.slots
    }
}

/// A stream that is read on another thread.
struct Ahead {
    batches: Receiver<Result<Option<Batch>, ReadError>>,
    path: PathBuf,
    is_done: bool,
}

impl Ahead {
    fn new(mut stream: Box<dyn RowStream>, path: &Path) -> Self {
        let (sender, batches) = sync_channel(AHEAD);
        thread::spawn(move || {
            let mut is_more = true;
            while is_more {
                let batch = stream.next();
                is_more = matches!(batch, Ok(Some(_)));
                is_more &= sender.send(batch).is_ok();
            }
        });
        Self { batches, path: path.to_owned(), is_done: false }
    }

    /// The next batch; `None` behind the last. A reader that gives up without a word has met bytes that its library does not
    /// expect.
    fn next(&mut self) -> Result<Option<Batch>, ReadError> {
        if self.is_done {
            return Ok(None);
        }
        let batch = self.batches.recv().unwrap_or_else(|_| Err(readers::gave_up(&self.path)));
        self.is_done = !matches!(batch, Ok(Some(_)));
        batch
    }
}

impl Row for Cursor<'_> {
    fn cell(&self, column: usize) -> Cell<'_> {
        let batch = self.batch.as_ref().expect("cells are asked for where there is a row");
        match &self.slots[column] {
            Slot::Column(column) => batch.cell(self.row, *column),
            Slot::Constant(Some(text)) => Cell::Text(text.as_str().into(), Origin::Bare),
            Slot::Constant(None) | Slot::Absent => Cell::Null,
        }
    }

    fn number(&self) -> u64 {
        self.number
    }
}
