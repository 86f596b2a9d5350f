//! What the frame keeps beside the [`Scene`]: which tables have a column list, where their counts stand, and the clauses
//! that wait for the readers.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::scene::{Focus, Place, Scene};
use crate::draft::text::dates::Grid;

/// A clause that waits for the readers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is about.
    pub focus: Focus,
}

/// What items of a list are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Wants {
    /// Sentences.
    #[default]
    Nothing,
    /// Columns of the table spoken of.
    Columns,
    /// Tables.
    Tables,
    /// Values of the column that the item above names.
    Values,
}

/// Values that each have a row at every step of a grid: the ovens A, B and C.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The column that holds them.
    pub column: String,
    /// The values.
    pub values: Vec<String>,
}

/// Notes of the frame.
#[derive(Debug, Clone, Default)]
pub struct Frame {
    /// Clauses for the readers, in order.
    pub waiting: Vec<Waiting>,
    /// Tables of the draft that the description changes: what it does not say of them is not asked for.
    pub base: BTreeSet<String>,
    /// Tables whose columns the description lists.
    pub listed: BTreeSet<String>,
    /// Where the row count of a table stands.
    pub counts: BTreeMap<String, Range<usize>>,
    /// Tables that the description names only as part of something else.
    pub bare: BTreeSet<String>,
    /// Tables that a heading names, which may be about something else.
    pub headed: BTreeSet<String>,
    /// Tables of which some rows are picked: `3 of the 150 ingredients`.
    pub shared: BTreeSet<String>,
    /// Whether the list being read stands behind `each`.
    pub is_each: bool,
    /// What items of lists are taken for.
    pub wants: Wants,
    /// The table that a heading or a lead has opened, to which the items below belong.
    pub section: Option<String>,
    /// The column whose values the items below name.
    pub values_of: Option<Place>,
    /// Whether one of them has been read.
    pub has_values: bool,
    /// How far the last item that has items below it is indented.
    pub indent: Option<usize>,
    /// Whether there are headings below the first level, so that one of the first is the title of the whole.
    pub is_deep: bool,
    /// Tables whose rows lie on a grid of time.
    pub grids: BTreeMap<String, Grid>,
    /// Tables on a grid that has a row for each of some values at every step.
    pub groups: BTreeMap<String, Group>,
    /// Columns that tables have because such tables usually have them.
    pub usual: BTreeSet<Place>,
    /// A row count without a table.
    pub loose_rows: Option<(u64, Range<usize>)>,
}

impl Frame {
    /// Puts a clause aside for the readers.
    pub fn wait(&mut self, scene: &Scene<'_>, tokens: Range<usize>, column: Option<String>) {
        if !tokens.is_empty() {
            self.waiting.push(Waiting { tokens, focus: Focus { table: scene.focus.table.clone(), column } });
        }
    }
}
