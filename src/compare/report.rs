//! What a comparison found: [`Report`], one [`TableDiff`] a table.

/// What two outputs differ in.
#[derive(Debug, Default)]
pub struct Report {
    /// Tables of both sides, in the order of the first.
    pub tables: Vec<TableDiff>,
    /// Tables that only the first side has.
    pub removed: Vec<String>,
    /// Tables that only the second side has.
    pub added: Vec<String>,
}

/// What one table differs in.
#[derive(Debug)]
pub struct TableDiff {
    /// Its name on the first side.
    pub table: String,
    /// How rows were paired.
    pub pairing: Pairing,
    /// Rows of both sides.
    pub rows: [u64; 2],
    /// Rows that only the second side has.
    pub added: RowsOnly,
    /// Rows that only the first side has.
    pub removed: RowsOnly,
    /// Rows of both sides with a cell that differs.
    pub changed: u64,
    /// Columns of both sides, in the order of the first.
    pub columns: Vec<ColumnDiff>,
    /// Columns that only the second side has.
    pub columns_added: Vec<String>,
    /// Columns that only the first side has.
    pub columns_removed: Vec<String>,
}

/// How rows were paired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// The columns of the key; none when rows were paired by position.
    pub key: Vec<String>,
    /// Why these, in a few words.
    pub why: String,
}

/// Rows that only one side has.
#[derive(Debug, Default)]
pub struct RowsOnly {
    /// How many.
    pub count: u64,
    /// The first of them.
    pub examples: Vec<RowExample>,
}

/// A row that only one side has.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowExample {
    /// Its number, from 0.
    pub row: u64,
    /// Its key.
    pub key: Vec<String>,
}

/// What one column differs in.
#[derive(Debug)]
pub struct ColumnDiff {
    /// Its name.
    pub name: String,
    /// Its types on both sides, where both have types of the same kind of file and they are not the same.
    pub types: Option<[String; 2]>,
    /// Cells that differ.
    pub changed: u64,
    /// The first of them.
    pub examples: Vec<CellExample>,
}

/// A cell that differs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellExample {
    /// The row's number on both sides, from 0.
    pub rows: [u64; 2],
    /// The row's key.
    pub key: Vec<String>,
    /// The value on both sides.
    pub values: [String; 2],
}

impl Report {
    /// Whether nothing differs.
    pub fn is_equal(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.tables.iter().all(TableDiff::is_equal)
    }
}

impl TableDiff {
    /// Whether nothing differs.
    pub fn is_equal(&self) -> bool {
        self.added.count == 0
            && self.removed.count == 0
            && self.changed == 0
            && self.columns_added.is_empty()
            && self.columns_removed.is_empty()
    }

    /// Rows of both sides that have a partner.
    pub fn paired(&self) -> u64 {
        self.rows[0] - self.removed.count
    }
}

/// Keeps the `limit` smallest examples, whatever the order in which they come.
pub(super) fn keep<T: Ord>(
    examples: &mut Vec<T>,
    limit: usize,
    row: u64,
    first: impl Fn(&T) -> u64,
    make: impl FnOnce() -> T,
) {
    if examples.len() >= limit && examples.last().is_none_or(|last| first(last) <= row) {
        return;
    }
    let example = make();
    let at = examples.partition_point(|known| *known < example);
    examples.insert(at, example);
    examples.truncate(limit);
}
