//! Which rows of which tables -> numbered pieces of work, and the batches of each.

use std::ops::Range;

use super::Request;
use crate::diag::Diagnostic;
use crate::engine::{self, ChunkGrid, Engine};
use crate::output::Chunk;
use crate::plan::{Plan, TableId};

/// Which rows are built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slice {
    /// All.
    Whole,
    /// A share of whole chunks of every family.
    Shard {
        /// Which share, from 1.
        index: u64,
        /// Of how many.
        of: u64,
    },
    /// A range of rows of the only table.
    Rows {
        /// The first row, from 0.
        start: u64,
        /// The row behind the last; the table's end without.
        end: Option<u64>,
    },
}

/// The pieces of a slice: each is made alone, and all in order are the slice.
pub(super) enum Pieces {
    Grid(ChunkGrid),
    Chunks(Vec<engine::Chunk>),
    Ranges { table: TableId, rows: Range<u64>, step: u64 },
}

impl Pieces {
    /// Cuts what is asked for into pieces.
    ///
    /// # Errors
    /// `E0804`, `E0805`: a range of rows that is of no one table, or goes beyond it.
    pub(super) fn cut(engine: &Engine<'_>, request: &Request) -> Result<Self, Diagnostic> {
        let grid = || ChunkGrid::new(engine, &request.tables, request.chunk_rows);
        match request.slice {
            Slice::Whole => Ok(Self::Grid(grid())),
            Slice::Shard { index, of } => Ok(Self::Chunks(grid().shard(index, of))),
            Slice::Rows { start, end } => {
                let [table] = request.tables[..] else { return Err(several_tables(engine.plan(), &request.tables)) };
                let rows = checked_range(engine, table, start, end)?;
                Ok(Self::Ranges { table, rows, step: request.chunk_rows.max(1) })
            }
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Grid(grid) => grid.len(),
            Self::Chunks(chunks) => chunks.len(),
            Self::Ranges { rows, step, .. } => (rows.end - rows.start).div_ceil(*step) as usize,
        }
    }

    /// The batches of a piece, with the place of their table in `tables`.
    pub(super) fn make(&self, engine: &Engine<'_>, tables: &[TableId], piece: usize) -> Chunk {
        match self {
            Self::Grid(grid) => engine.make(&grid.get(piece), tables),
            Self::Chunks(chunks) => engine.make(&chunks[piece], tables),
            Self::Ranges { table, rows, step } => {
                let start = rows.start + piece as u64 * step;
                vec![(0, engine.batch(*table, start..(start + step).min(rows.end)))]
            }
        }
    }

    /// Rows that one of the tables will have, exactly; counts them where their number is drawn.
    pub(super) fn rows(&self, engine: &Engine<'_>, table: TableId) -> u64 {
        match self {
            Self::Grid(_) => engine.rows(table),
            Self::Chunks(chunks) => chunks.iter().map(|chunk| rows_in(engine, chunk, table)).sum(),
            Self::Ranges { rows, .. } => rows.end - rows.start,
        }
    }

    /// Rows that each table will have, about.
    pub(super) fn expected_rows(&self, plan: &Plan, tables: &[TableId]) -> Vec<u64> {
        match self {
            Self::Grid(_) => tables.iter().map(|table| plan.table(*table).expected_rows as u64).collect(),
            Self::Chunks(chunks) => tables.iter().map(|table| share(plan, chunks, *table)).collect(),
            Self::Ranges { rows, .. } => vec![rows.end - rows.start],
        }
    }
}

/// A table's rows in a chunk, exactly.
fn rows_in(engine: &Engine<'_>, chunk: &engine::Chunk, table: TableId) -> u64 {
    match chunk {
        engine::Chunk::Rows { table: of, rows } if *of == table => rows.end - rows.start,
        engine::Chunk::Family { root, roots } if *root == engine.plan().root_of(table) => {
            engine.rows_below(table, roots)
        }
        _ => 0,
    }
}

/// A table's rows in some chunks, about.
fn share(plan: &Plan, chunks: &[engine::Chunk], table: TableId) -> u64 {
    let mut rows = 0.0;
    for chunk in chunks {
        let (base, range) = chunk.base();
        let count = (range.end - range.start) as f64;
        match chunk {
            engine::Chunk::Rows { .. } if base == table => rows += count,
            engine::Chunk::Family { root, .. } if *root == plan.root_of(table) => {
                rows += count * plan.table(table).expected_rows / plan.table(base).expected_rows.max(1.0);
            }
            _ => {}
        }
    }
    rows as u64
}

fn several_tables(plan: &Plan, tables: &[TableId]) -> Diagnostic {
    let names = tables.iter().take(5).map(|table| format!("`{}`", plan.table(*table).name)).collect::<Vec<_>>();
    let more = if tables.len() > names.len() { ", ..." } else { "" };
    let example = tables.first().map_or("TABLE", |table| plan.table(*table).name.as_str());
    Diagnostic::error("E0804", format!("`--rows` is for one table, and the build has {}", tables.len()))
        .note(format!("the tables are {}{more}", names.join(", ")))
        .help(format!("name one, as in `--table {example}`, or cut the whole build with `--shard`"))
}

fn checked_range(engine: &Engine<'_>, table: TableId, start: u64, end: Option<u64>) -> Result<Range<u64>, Diagnostic> {
    let rows = engine.rows(table);
    let stop = end.unwrap_or(rows);
    if start <= stop && stop <= rows {
        return Ok(start..stop);
    }
    let name = &engine.plan().table(table).name;
    let asked = end.map_or(format!("{start}.."), |end| format!("{start}..{end}"));
    let help = match start < rows {
        true => format!("write `--rows {start}..{rows}` or `--rows {start}..`"),
        false => format!("choose rows within `0..{rows}`"),
    };
    Err(Diagnostic::error("E0805", format!("`{name}` has {rows} rows, and rows {asked} are asked for")).help(help))
}
