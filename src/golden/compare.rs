//! Old values and new ones in, the cells that differ out. Rows are the same when their identities are: a row that came or went
//! before them changes nothing.

use arrow_array::cast::AsArray;
use arrow_array::types::TimestampMicrosecondType;
use arrow_array::{Array, ArrayRef};
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use super::take::pieces;
use crate::content::hashes;
use crate::engine::{Chunk, Engine};
use crate::plan::{ColumnId, TableId};
use crate::random::RowId;

/// Characters of a value that are shown.
const SHOWN: usize = 40;

/// One side of a comparison: a table and the columns of it that are looked at.
pub struct Side<'e, 'p> {
    /// Makes the values.
    pub engine: &'e Engine<'p>,
    /// The table.
    pub table: TableId,
    /// The columns; on both sides as many, in the same order.
    pub columns: Vec<ColumnId>,
}

/// What has become of a table's rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows that there are on both sides.
    pub common: u64,
    /// Rows that are new.
    pub added: u64,
    /// Rows that are gone.
    pub removed: u64,
    /// By column.
    pub columns: Vec<Cells>,
}

/// What has become of a column's cells in the rows that there are on both sides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cells {
    /// Cells that differ.
    pub changed: u64,
    /// The first of them.
    pub first: Option<Example>,
}

/// A cell that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Its row among the new ones, counted from 0.
    pub row: u64,
    /// Its old value.
    pub old: String,
    /// Its new value.
    pub new: String,
}

/// A chunk on both sides; the sides differ in length at the end of a table.
pub struct Pair {
    /// The old rows.
    pub old: Option<Chunk>,
    /// The new rows.
    pub new: Option<Chunk>,
}

/// Compares the cells of some chunks on all threads of the current pool.
pub fn compare(old: &Side<'_, '_>, new: &Side<'_, '_>, pairs: &[Pair]) -> Tally {
    let work: Vec<Pair> = pairs.iter().flat_map(|pair| halves(old, new, pair)).collect();
    let parts: Vec<Tally> = work.par_iter().map(|pair| compare_piece(old, new, pair)).collect();
    let mut whole = Tally { columns: vec![Cells::default(); new.columns.len()], ..Tally::default() };
    for part in parts {
        whole.common += part.common;
        whole.added += part.added;
        whole.removed += part.removed;
        for (sum, cells) in whole.columns.iter_mut().zip(part.columns) {
            sum.changed += cells.changed;
            sum.first = sum.first.take().or(cells.first);
        }
    }
    whole
}

/// A pair in pieces that are made at once. Both sides are cut at the same rows.
fn halves(old: &Side<'_, '_>, new: &Side<'_, '_>, pair: &Pair) -> Vec<Pair> {
    let longest = match (&pair.old, &pair.new) {
        (Some(one), Some(other)) if one.base().1.end > other.base().1.end => (old.engine, one),
        (_, Some(chunk)) => (new.engine, chunk),
        (Some(chunk), None) => (old.engine, chunk),
        (None, None) => return Vec::new(),
    };
    let within = |chunk: &Option<Chunk>, piece: &Chunk| {
        let chunk = chunk.as_ref()?;
        let (table, whole) = chunk.base();
        let (_, part) = piece.base();
        let rows = part.start.max(whole.start)..part.end.min(whole.end);
        let cut = match chunk {
            Chunk::Family { .. } => Chunk::Family { root: table, roots: rows.clone() },
            Chunk::Rows { .. } => Chunk::Rows { table, rows: rows.clone() },
        };
        (rows.start < rows.end).then_some(cut)
    };
    let pieces = pieces(longest.0, longest.1);
    pieces.iter().map(|piece| Pair { old: within(&pair.old, piece), new: within(&pair.new, piece) }).collect()
}

fn compare_piece(old: &Side<'_, '_>, new: &Side<'_, '_>, pair: &Pair) -> Tally {
    let side = |side: &Side<'_, '_>, chunk: &Option<Chunk>| match chunk {
        Some(chunk) => side.engine.identified(chunk, side.table, &side.columns),
        None => (Vec::new(), Vec::new()),
    };
    let (old_ids, old_columns) = side(old, &pair.old);
    let (new_ids, new_columns) = side(new, &pair.new);
    let matches = matched(&old_ids, &new_ids);
    let mut tally = Tally {
        common: matches.len() as u64,
        added: (new_ids.len() - matches.len()) as u64,
        removed: (old_ids.len() - matches.len()) as u64,
        columns: Vec::new(),
    };
    for (old_values, new_values) in old_columns.iter().zip(&new_columns) {
        tally.columns.push(cells(old_values, new_values, &matches, || first_row(new, pair)));
    }
    tally.columns.resize(new.columns.len(), Cells::default());
    tally
}

/// The number of the first row of a piece within its table.
fn first_row(new: &Side<'_, '_>, pair: &Pair) -> u64 {
    match &pair.new {
        Some(Chunk::Rows { rows, .. }) => rows.start,
        Some(Chunk::Family { roots, .. }) => new.engine.rows_below(new.table, &(0..roots.start)),
        None => 0,
    }
}

/// The places of rows that both sides have, in the new order.
fn matched(old: &[RowId], new: &[RowId]) -> Vec<(usize, usize)> {
    if old == new {
        return (0..new.len()).map(|at| (at, at)).collect();
    }
    let mut places: Vec<(RowId, usize)> = old.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    places.sort_unstable();
    let find = |id: &RowId| places.binary_search_by_key(id, |(other, _)| *other).ok().map(|at| places[at].1);
    new.iter().enumerate().filter_map(|(at, id)| Some((find(id)?, at))).collect()
}

fn cells(old: &ArrayRef, new: &ArrayRef, matches: &[(usize, usize)], first_row: impl FnOnce() -> u64) -> Cells {
    let (before, now) = (hashes(old), hashes(new));
    let mut changed = matches.iter().filter(|(one, other)| before[*one] != now[*other]);
    let Some((one, other)) = changed.next() else { return Cells::default() };
    let example = Example { row: first_row() + *other as u64, old: shown(old, *one), new: shown(new, *other) };
    Cells { changed: 1 + changed.count() as u64, first: Some(example) }
}

/// A value for people.
pub fn shown(values: &dyn Array, row: usize) -> String {
    // Without a table of zones Arrow knows UTC as an offset only.
    let zoned = values.as_primitive_opt::<TimestampMicrosecondType>().filter(|instants| instants.timezone().is_some());
    let in_utc = zoned.map(|instants| instants.clone().with_timezone("+00:00"));
    let values = in_utc.as_ref().map_or(values, |instants| instants as &dyn Array);
    let options = FormatOptions::new().with_null("null");
    let text = match ArrayFormatter::try_new(values, &options) {
        Ok(formatter) => formatter.value(row).to_string(),
        Err(error) => error.to_string(),
    };
    let text = text.escape_debug().to_string();
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::TimestampMicrosecondArray;

    use super::*;

    #[test]
    fn instants_are_shown_with_and_without_a_zone() {
        let plain = TimestampMicrosecondArray::from(vec![Some(1_500_000), None]);
        assert_eq!(shown(&plain, 0), "1970-01-01T00:00:01.500");
        let zoned = plain.with_timezone("UTC");
        assert_eq!([shown(&zoned, 0), shown(&zoned, 1)], ["1970-01-01T00:00:01.500Z", "null"]);
    }
}
