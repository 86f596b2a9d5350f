//! What is proven of a column's times relative to other columns' -> the least distance between two columns of one row, so
//! that a window between them is known never to be reversed.

use std::collections::BTreeMap;

use super::context::{PlanContext, Source};
use super::{ColumnId, ColumnPlan, Input};

/// Of the times of a column, how far they lie from those of another column of the same row or of a row above it, where neither
/// is null: `value - other` is at least `low` and at most `high` microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Distance {
    /// The other column.
    pub other: ColumnId,
    /// The least difference, where one is proven.
    pub low: Option<i64>,
    /// The greatest difference, where one is proven.
    pub high: Option<i64>,
}

impl Distance {
    /// The distance of values that are cut down by less than `unit`.
    pub(super) fn cut(self, unit: i64) -> Self {
        Self { low: self.low.map(|low| low.saturating_sub(unit - 1)), ..self }
    }
}

impl PlanContext<'_, '_> {
    /// The column whose times a distance may name: one of this row, or of a row above it.
    pub fn kin(&self, source: &Source) -> Option<ColumnId> {
        match self.inputs[source.slot] {
            Input::Own(column) | Input::Ancestor(column) => Some(column),
            Input::Referenced { .. } => None,
        }
    }

    /// What `to - from` is at least, in microseconds, where neither is null and something is proven.
    pub fn least_difference(&self, to: &Source, from: &Source) -> Option<i64> {
        let row = |source: &Source| match self.inputs[source.slot] {
            Input::Own(_) | Input::Ancestor(_) => None,
            Input::Referenced { row, .. } => Some(row),
        };
        let mut search = Search { columns: &self.planner.columns, known: BTreeMap::new() };
        (row(to) == row(from)).then(|| search.least(to.column, from.column)).flatten()
    }
}

/// The distances of a row's columns, each pair looked at once. A column's distances name columns planned before it, so every step
/// leads to earlier ones.
struct Search<'a> {
    columns: &'a [ColumnPlan],
    known: BTreeMap<(ColumnId, ColumnId), Option<i64>>,
}

impl Search<'_> {
    fn least(&mut self, to: ColumnId, from: ColumnId) -> Option<i64> {
        if to == from {
            return Some(0);
        }
        if let Some(known) = self.known.get(&(to, from)) {
            return *known;
        }
        let (above, below) = (&self.columns[to.0].distances, &self.columns[from.0].distances);
        let through_to = above.iter().filter_map(|step| self.least(step.other, from)?.checked_add(step.low?));
        let best = through_to.max();
        let through_from = below.iter().filter_map(|step| self.least(to, step.other)?.checked_sub(step.high?));
        let best = best.max(through_from.max());
        self.known.insert((to, from), best);
        best
    }
}
