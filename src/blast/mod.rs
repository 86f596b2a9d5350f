//! Two compiled specs, an old and a new one -> [`Radius`]: which columns of which tables the edit can change, and why; which it
//! cannot. It follows from the plans: no row is made.
//!
//! "Cannot" is a proof. A value is a pure function of the seed, the identities of its table, column and row, its own
//! parameters and what it reads, so a column whose parts are all the same cannot change. Each part is compared apart:
//!
//! | module | compares |
//! |---|---|
//! | [`words`], [`nodes`] | the YAML that says how a column is made, renamed names and constants aside |
//! | [`own`] | all that a column is by itself: that YAML, and what the plan adds to it from elsewhere |
//! | [`rows`] | which rows a table has, and what of a column hangs on other rows: numbers, siblings, pools |
//! | [`trace`] | what reaches a column through those that it reads, by the shortest chain |
//! | [`report`] | columns and tables of both specs, put side by side |

mod files;
mod nodes;
mod notes;
mod own;
mod picks;
mod plans;
mod report;
mod rows;
mod side;
mod trace;
mod words;

use crate::compile::Compiled;
use crate::plan::Overrides;

/// What an edit of a spec can change.
#[derive(Debug, Clone, PartialEq)]
pub struct Radius {
    /// The tables of the new spec in its order, then those that are gone.
    pub tables: Vec<TableRadius>,
    /// Edits that reach no value: outputs, profiles, descriptions, names, order.
    pub notes: Vec<Reason>,
}

/// What an edit can change in one table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableRadius {
    /// The table, by its name in the new spec, or in the old one if it is gone.
    pub table: String,
    /// Its former name, where it has another one now.
    pub old_name: Option<String>,
    /// What becomes of its rows.
    pub rows: RowsRadius,
    /// Its columns in the order of the new spec, then those that are gone.
    pub columns: Vec<ColumnRadius>,
}

/// What becomes of a table's rows.
#[derive(Debug, Clone, PartialEq)]
pub struct RowsRadius {
    /// In one word.
    pub change: RowsChange,
    /// How many there were; an expectation where counts are drawn.
    pub old: f64,
    /// How many there are now, likewise.
    pub new: f64,
    /// Whether both are exact.
    pub is_exact: bool,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What can become of a table's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowsChange {
    /// They are the same rows.
    Same,
    /// Rows follow behind the existing ones, or behind those of existing parents.
    Appended,
    /// The last ones are gone.
    CutOff,
    /// Parents have other numbers of children: rows come and go.
    ComeAndGo,
    /// The table hangs on another parent, or on none: its rows are others.
    Others,
    /// The table is new.
    Added,
    /// The table is gone.
    Removed,
}

/// What an edit can change in one column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnRadius {
    /// Its table.
    pub table: String,
    /// Its name in the new spec, or in the old one if it is gone.
    pub column: String,
    /// Its former name, where it has another one now.
    pub old_name: Option<String>,
    /// Whether it is never written.
    pub is_hidden: bool,
    /// What can become of it.
    pub verdict: Verdict,
    /// Through which columns the change comes, the nearest first; empty where it is the column's own.
    pub chain: Vec<String>,
    /// The edits that reach it.
    pub reasons: Vec<Reason>,
}

/// What can become of a column's values in the rows that both have, mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Proved: they stay.
    Unchanged,
    /// They stay; their text form in outputs may not.
    Encoding,
    /// They stay under another name.
    Renamed,
    /// Only some cells can change: pinned ones, nulls, and what reads them.
    Cells,
    /// They may change, since something that they read may.
    MayChange,
    /// The column is made in another way.
    Changed,
    /// The column is new.
    Added,
    /// The column is gone.
    Removed,
}

/// An edit, and where it stands in both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// In words.
    pub text: String,
    /// Its line in the old spec, from 1; none where it adds something.
    pub old_line: Option<usize>,
    /// Its line in the new spec, from 1; none where it takes something away.
    pub new_line: Option<usize>,
}

/// Finds out what an edit can change. `overrides` are those with which both were compiled.
pub fn compare(old: &Compiled, new: &Compiled, overrides: &Overrides) -> Radius {
    report::radius(old, new, &overrides.set)
}

impl Verdict {
    /// Whether a value that both have can differ.
    pub const fn can_change(self) -> bool {
        matches!(self, Self::Cells | Self::MayChange | Self::Changed)
    }

    /// The verdict as programs write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Encoding => "encoding",
            Self::Renamed => "renamed",
            Self::Cells => "cells",
            Self::MayChange => "may_change",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

impl RowsChange {
    /// The change as programs write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Appended => "appended",
            Self::CutOff => "cut_off",
            Self::ComeAndGo => "come_and_go",
            Self::Others => "others",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

impl Radius {
    /// The columns that are written, of all tables.
    pub fn columns(&self) -> impl Iterator<Item = &ColumnRadius> {
        self.tables.iter().flat_map(|table| &table.columns).filter(|column| !column.is_hidden)
    }

    /// The column of a name.
    pub fn column(&self, table: &str, column: &str) -> Option<&ColumnRadius> {
        let columns = self.tables.iter().flat_map(|table| &table.columns);
        columns.into_iter().find(|found| found.table == table && found.column == column)
    }

    /// Whether any value, row or name in the data can differ.
    pub fn can_change(&self) -> bool {
        self.tables.iter().any(|table| table.rows.change != RowsChange::Same || table.old_name.is_some())
            || self.columns().any(|column| column.verdict > Verdict::Encoding)
    }
}
