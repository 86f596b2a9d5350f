//! Where the rows of a child table stand when counts are drawn: root row -> number of the first descendant, and row
//! number -> parent and ordinal. One total is kept for each block of root rows; the rest is counted again when asked.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::ops::Range;

use arrow_array::cast::AsArray;
use arrow_array::types::UInt64Type;

use super::frame::{Engine, Frame};
use super::rows::{Numbers, Rows};
use crate::plan::{RowSource, TableId};
use crate::random::RowId;

/// Rows that are counted again to find one within a block, about.
const BLOCK_ROWS: f64 = 1024.0;

/// Stack of a counting thread: columns that read one another in a chain are made by recursion.
const STACK: usize = 64 << 20;

/// Totals of one child table: `bases[b]` rows descend from the root rows before block `b`.
pub(super) struct Positions {
    block: u64,
    bases: Vec<u64>,
}

/// Where a child row hangs.
pub(super) struct Place {
    /// The parent's row number within its table.
    pub parent: u64,
    /// How many children the parent has.
    pub siblings: u64,
    /// Which of them the row is, from 0.
    pub ordinal: u64,
}

impl Positions {
    /// Counts a child table's rows, a block of root rows at a time, on all cores.
    pub(super) fn count(engine: &Engine<'_>, table: TableId) -> Self {
        let roots = engine.rows(engine.plan().root_of(table));
        let block = block_size(engine, table, roots);
        let blocks = roots.div_ceil(block);
        let threads = std::thread::available_parallelism().map_or(1, NonZeroUsize::get) as u64;
        let share = blocks.div_ceil(threads).max(1);
        let tally = |part: u64| -> Vec<u64> {
            let mine = part * share..((part + 1) * share).min(blocks);
            mine.map(|at| count_rows(engine, table, at * block..((at + 1) * block).min(roots))).collect()
        };
        let parts: Vec<Vec<u64>> = std::thread::scope(|scope| {
            let tally = &tally;
            let spawn = |part| {
                let builder = std::thread::Builder::new().stack_size(STACK);
                builder.spawn_scoped(scope, move || tally(part)).expect("a thread can be started")
            };
            let workers: Vec<_> = (0..threads).map(spawn).collect();
            workers.into_iter().map(|worker| worker.join().expect("counting does not panic")).collect()
        });
        let mut bases = vec![0];
        let mut total = 0;
        for count in parts.into_iter().flatten() {
            total += count;
            bases.push(total);
        }
        Self { block, bases }
    }

    /// Rows in all.
    pub(super) fn total(&self) -> u64 {
        self.bases[self.bases.len() - 1]
    }

    /// How many rows of `table` descend from root rows before `root`.
    fn base(&self, engine: &Engine<'_>, table: TableId, root: u64) -> u64 {
        let block = root / self.block;
        let start = block * self.block;
        self.bases[block as usize] + if start == root { 0 } else { count_rows(engine, table, start..root) }
    }
}

/// Root rows a block, a power of two.
fn block_size(engine: &Engine<'_>, table: TableId, roots: u64) -> u64 {
    let RowSource::Per { parent, .. } = engine.plan().table(table).rows else { return 1 };
    let parents = engine.plan().table(parent).expected_rows / roots.max(1) as f64;
    let children = engine.plan().table(table).expected_rows / roots.max(1) as f64;
    let per_root = parents.max(children / 4.0).max(1.0);
    let block = (BLOCK_ROWS / per_root).clamp(1.0, BLOCK_ROWS) as u64;
    1 << block.ilog2()
}

/// How many rows of a child table descend from some root rows.
fn count_rows(engine: &Engine<'_>, table: TableId, roots: Range<u64>) -> u64 {
    let RowSource::Per { parent, count, .. } = engine.plan().table(table).rows else {
        return roots.end - roots.start;
    };
    let top = Frame::root(engine, engine.plan().root_of(table), Numbers::Range(roots));
    let counts = top.descend(parent).column(count);
    counts.as_primitive::<UInt64Type>().values().iter().sum()
}

/// The number of a child table's first row below root row `root`.
pub(super) fn first_below(engine: &Engine<'_>, table: TableId, root: u64) -> u64 {
    let plan = engine.plan();
    let roots = engine.rows(plan.root_of(table));
    match plan.constant_rows(table) {
        Some(rows) => rows.checked_div(roots).unwrap_or(0) * root,
        None => engine.positions(table).base(engine, table, root),
    }
}

/// Numbers of the rows of a frame that is the whole offspring of `top`, the frame of a root table.
pub(super) fn number_below_root(engine: &Engine<'_>, table: TableId, rows: &Rows, top: &Numbers) -> Numbers {
    match top {
        Numbers::Range(range) => {
            let first = first_below(engine, table, range.start);
            Numbers::Range(first..first + rows.len() as u64)
        }
        Numbers::List(_) => {
            let mut current = None;
            let mut next = 0;
            let numbers = rows.roots.iter().map(|root| {
                if current != Some(root) {
                    current = Some(root);
                    next = first_below(engine, table, root);
                }
                next += 1;
                next - 1
            });
            Numbers::List(numbers.collect())
        }
    }
}

/// Numbers of any rows of a child table, found by their identities among all rows of their roots.
pub(super) fn number_by_identity(engine: &Engine<'_>, table: TableId, rows: &Rows) -> Numbers {
    let mut roots: Vec<u64> = rows.roots.iter().collect();
    roots.sort_unstable();
    roots.dedup();
    let top = Frame::root(engine, engine.plan().root_of(table), Numbers::List(roots));
    let whole = top.descend(table);
    let numbers = whole.numbers().iter();
    let known: BTreeMap<RowId, u64> = numbers.enumerate().map(|(at, number)| (whole.rows().id(at), number)).collect();
    Numbers::List((0..rows.len()).map(|at| known[&rows.id(at)]).collect())
}

/// Where the rows `numbers` (ascending) of a child table hang.
pub(super) fn locate(engine: &Engine<'_>, table: TableId, numbers: &Numbers) -> Vec<Place> {
    let RowSource::Per { constant, .. } = engine.plan().table(table).rows else {
        unreachable!("only child tables have parents");
    };
    match constant {
        Some(siblings) => {
            let place = |row| Place { parent: row / siblings, siblings, ordinal: row % siblings };
            numbers.iter().map(place).collect()
        }
        None => search(engine, table, numbers),
    }
}

fn search(engine: &Engine<'_>, table: TableId, numbers: &Numbers) -> Vec<Place> {
    let positions = engine.positions(table);
    let roots = engine.rows(engine.plan().root_of(table));
    let mut places = Vec::with_capacity(numbers.len());
    let mut at = 0;
    while at < numbers.len() {
        let block = positions.bases.partition_point(|base| *base <= numbers.get(at)) as u64 - 1;
        let end = positions.bases[block as usize + 1];
        let span = block * positions.block..((block + 1) * positions.block).min(roots);
        let stop = (at..numbers.len()).find(|i| numbers.get(*i) >= end).unwrap_or(numbers.len());
        let first = positions.bases[block as usize];
        search_block(engine, table, span, first, (at..stop).map(|i| numbers.get(i)), &mut places);
        at = stop;
    }
    places
}

/// Walks the parents of one block along the ascending `wanted` rows.
fn search_block(
    engine: &Engine<'_>,
    table: TableId,
    roots: Range<u64>,
    first: u64,
    wanted: impl Iterator<Item = u64>,
    places: &mut Vec<Place>,
) {
    let RowSource::Per { parent, count, .. } = engine.plan().table(table).rows else {
        unreachable!("only child tables are searched");
    };
    let top = Frame::root(engine, engine.plan().root_of(table), Numbers::Range(roots));
    let frame = top.descend(parent);
    let counts = frame.column(count);
    let counts = counts.as_primitive::<UInt64Type>().values();
    let parents = frame.numbers();
    let (mut at, mut start) = (0, first);
    for row in wanted {
        while row >= start + counts[at] {
            start += counts[at];
            at += 1;
        }
        places.push(Place { parent: parents.get(at), siblings: counts[at], ordinal: row - start });
    }
}
