//! What makes a column's values: [`Cells`] (row identities, key, inputs) -> an Arrow array, one value a row.

use arrow_array::ArrayRef;

use super::rows::{Numbers, Rows};
use crate::plan::TableId;
use crate::random::{Key, RowDraws};

/// A column's values as a pure function of the rows asked for, its key and its inputs. Holds no state between calls.
///
/// The array has one entry a row of `cells`. Strings may come as `Utf8` or as a dictionary array with `Utf8` values.
pub trait Column: Send + Sync {
    /// The values of `cells`.
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef;

    /// The one value of all cells, where that is known without them.
    fn constant(&self) -> Option<&ArrayRef> {
        None
    }
}

/// The distinct values that a generator can make, numbered: what `unique: true` permutes.
pub trait Domain: Send + Sync {
    /// How many values.
    fn size(&self) -> u128;

    /// The values at `indices`, each below [`Domain::size`].
    fn values(&self, indices: &[u128]) -> ArrayRef;
}

/// The cells that a column is asked for.
#[derive(Clone, Copy)]
pub struct Cells<'a> {
    rows: &'a Rows,
    key: &'a Key,
    inputs: &'a [ArrayRef],
    totals: &'a dyn Fn(TableId) -> u64,
}

impl<'a> Cells<'a> {
    /// The cells of `rows` under `key`; `totals` says how many rows a table has.
    pub fn new(rows: &'a Rows, key: &'a Key, inputs: &'a [ArrayRef], totals: &'a dyn Fn(TableId) -> u64) -> Self {
        Self { rows, key, inputs, totals }
    }

    /// How many rows a table has.
    pub fn table_rows(&self, table: TableId) -> u64 {
        (self.totals)(table)
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The key under which this column draws.
    pub fn key(&self) -> &'a Key {
        self.key
    }

    /// The same cells under another key, for parts of a value that must draw apart.
    pub fn with_key(self, key: &'a Key) -> Self {
        Self { key, ..self }
    }

    /// The same cells with only the inputs from `start` to `end`, counted from 0.
    pub fn with_inputs(self, start: usize, end: usize) -> Self {
        Self { inputs: &self.inputs[start..end], ..self }
    }

    /// The values of the input in `slot`, in the order in which the plan registered it.
    pub fn input(&self, slot: usize) -> &'a ArrayRef {
        &self.inputs[slot]
    }

    /// The values of all inputs.
    pub fn inputs(&self) -> &'a [ArrayRef] {
        self.inputs
    }

    /// Draw `draw` of every row: 64 uniform bits each.
    pub fn bits(&self, draw: u32) -> Vec<u64> {
        self.rows.bits(self.key, draw)
    }

    /// The draws of the row at `index`.
    #[inline]
    pub fn draws(&self, index: usize) -> RowDraws {
        self.key.row(self.rows.id(index))
    }

    /// Row numbers within the table, from 0. Only for columns that declared [`Needs::row_number`].
    pub fn row_numbers(&self) -> &'a Numbers {
        self.rows.numbers.get().expect("the plan orders row numbers for every column that needs them")
    }

    /// Ordinals within the parent, from 0; for a root table, row numbers.
    #[inline]
    pub fn ordinal(&self, index: usize) -> u64 {
        match &self.rows.family {
            Some(family) => family.ordinal[index],
            None => self.rows.roots.get(index),
        }
    }

    /// The number of rows that share the parent of the row at `index`; `None` for a root table.
    #[inline]
    pub fn siblings(&self, index: usize) -> Option<u64> {
        self.rows.family.as_ref().map(|family| family.siblings[index])
    }

    /// The index of the parent's row in the parent's frame; `None` for a root table. Rows of one family that stand
    /// together have the same.
    #[inline]
    pub fn parent(&self, index: usize) -> Option<u32> {
        self.rows.family.as_ref().map(|family| family.parent[index])
    }

    /// The rows themselves.
    pub fn rows(&self) -> &'a Rows {
        self.rows
    }
}

/// What a column must know of its rows beyond their identities; each makes it change under more edits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Needs {
    /// The row's number within the table, which for children depends on the counts before it.
    pub row_number: bool,
    /// All siblings at once, in order: the column is only ever asked for whole families.
    pub whole_family: bool,
}

impl Needs {
    /// The needs of either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self { row_number: self.row_number || other.row_number, whole_family: self.whole_family || other.whole_family }
    }
}
