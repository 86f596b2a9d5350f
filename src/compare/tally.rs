//! Pairs of rows and rows without a partner -> counts and examples: [`Tally`].

use super::columns::Columns;
use super::cursor::Row;
use super::key::Key;
use super::report::{CellExample, ColumnDiff, RowExample, RowsOnly, keep};

/// What has been found in a table so far.
pub struct Tally<'c> {
    columns: &'c Columns,
    key: Option<&'c Key>,
    limit: usize,
    /// Rows of both sides.
    pub rows: [u64; 2],
    /// Rows that only the second side has.
    pub added: RowsOnly,
    /// Rows that only the first side has.
    pub removed: RowsOnly,
    /// Rows with a cell that differs.
    pub changed: u64,
    /// What differs in each column.
    pub diffs: Vec<ColumnDiff>,
}

impl<'c> Tally<'c> {
    /// Nothing found yet; examples show the rows' keys where there is a key.
    pub fn new(columns: &'c Columns, key: Option<&'c Key>, limit: usize) -> Self {
        let (added, removed) = (RowsOnly::default(), RowsOnly::default());
        Self { columns, key, limit, rows: [0; 2], added, removed, changed: 0, diffs: columns.diffs() }
    }

    /// Takes a pair of rows that are written alike.
    pub fn same(&mut self) {
        self.rows[0] += 1;
        self.rows[1] += 1;
    }

    /// Compares a pair of rows.
    pub fn pair(&mut self, left: &impl Row, right: &impl Row) {
        self.same();
        let mut is_changed = false;
        for (at, pair) in self.columns.pairs.iter().enumerate() {
            let cells = (left.cell(at), right.cell(at));
            if pair.rule.equal(&cells.0, &cells.1) {
                continue;
            }
            is_changed = true;
            let diff = &mut self.diffs[at];
            diff.changed += 1;
            let rows = [left.number(), right.number()];
            keep(
                &mut diff.examples,
                self.limit,
                rows[0],
                |known| known.rows[0],
                || CellExample {
                    rows,
                    key: self.key.map(|key| key.shown(left)).unwrap_or_default(),
                    values: [cells.0.to_string(), cells.1.to_string()],
                },
            );
        }
        self.changed += u64::from(is_changed);
    }

    /// Takes a row that only the first side has.
    pub fn removed(&mut self, row: &impl Row) {
        self.rows[0] += 1;
        only(&mut self.removed, self.key, self.limit, row);
    }

    /// Takes a row that only the second side has.
    pub fn added(&mut self, row: &impl Row) {
        self.rows[1] += 1;
        only(&mut self.added, self.key, self.limit, row);
    }
}

fn only(rows: &mut RowsOnly, key: Option<&Key>, limit: usize, row: &impl Row) {
    rows.count += 1;
    keep(
        &mut rows.examples,
        limit,
        row.number(),
        |known| known.row,
        || RowExample { row: row.number(), key: key.map(|key| key.shown(row)).unwrap_or_default() },
    );
}
