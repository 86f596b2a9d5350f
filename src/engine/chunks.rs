//! Tables' row counts -> the grid of chunks in which they are made: families while they are narrow, tables apart where one
//! root row has more descendants than a chunk should hold.

use std::ops::Range;

use super::frame::Engine;
use crate::plan::{Plan, TableId};

/// Rows that the largest table of a family has in one chunk, about, unless asked otherwise.
pub const CHUNK_ROWS: u64 = 8192;

/// A family whose largest table has more than so many chunks' rows below one root row is not made as a whole.
const WIDE: f64 = 4.0;

/// What is made at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chunk {
    /// Some root rows with all their descendants.
    Family {
        /// The root table.
        root: TableId,
        /// Its rows.
        roots: Range<u64>,
    },
    /// Some rows of one table.
    Rows {
        /// The table.
        table: TableId,
        /// Its rows.
        rows: Range<u64>,
    },
}

impl Chunk {
    /// The table whose rows are counted off: the root of a family, or the table itself.
    pub fn base(&self) -> (TableId, &Range<u64>) {
        match self {
            Self::Family { root, roots } => (*root, roots),
            Self::Rows { table, rows } => (*table, rows),
        }
    }
}

/// A run of chunks of `step` rows each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// The table whose rows are counted off: the root of a family, or the table itself.
    pub table: TableId,
    /// Whether its rows are made with all their descendants.
    pub is_family: bool,
    /// Rows of the table.
    pub rows: u64,
    /// Rows of a chunk; the last one has what is left.
    pub step: u64,
}

impl Run {
    /// How many chunks there are.
    pub fn len(&self) -> u64 {
        self.rows.div_ceil(self.step)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The chunk of a number below [`Run::len`].
    pub fn get(&self, index: u64) -> Chunk {
        let start = index * self.step;
        let range = start..(start + self.step).min(self.rows);
        match self.is_family {
            true => Chunk::Family { root: self.table, roots: range },
            false => Chunk::Rows { table: self.table, rows: range },
        }
    }
}

/// The chunks of all families, family by family. It depends on row counts alone.
#[derive(Debug, Clone)]
pub struct ChunkGrid {
    runs: Vec<Run>,
}

impl ChunkGrid {
    /// The grid for some tables, with about `chunk_rows` rows of a family's largest table in a chunk.
    pub fn new(engine: &Engine<'_>, tables: &[TableId], chunk_rows: u64) -> Self {
        let plan = engine.plan();
        let step = chunk_rows.max(1);
        let mut roots: Vec<TableId> = tables.iter().map(|table| plan.root_of(*table)).collect();
        roots.sort_unstable();
        roots.dedup();
        let mut runs = Vec::new();
        for root in roots {
            let widest = widest(plan, root);
            if widest <= WIDE * step as f64 {
                let step = ((step as f64 / widest) as u64).clamp(1, step);
                runs.push(Run { table: root, is_family: true, rows: engine.rows(root), step });
                continue;
            }
            let members = tables.iter().filter(|table| plan.root_of(**table) == root);
            runs.extend(members.map(|table| Run { table: *table, is_family: false, rows: engine.rows(*table), step }));
        }
        Self { runs }
    }

    /// The runs of chunks, one a family or a table.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// How many chunks there are.
    pub fn len(&self) -> usize {
        self.runs.iter().map(|run| run.len() as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The chunk of a number below [`ChunkGrid::len`].
    pub fn get(&self, index: usize) -> Chunk {
        let mut index = index as u64;
        for run in &self.runs {
            if index < run.len() {
                return run.get(index);
            }
            index -= run.len();
        }
        unreachable!("the caller asks for a chunk of the grid")
    }

    /// The chunks of shard `shard` of `shards`, counted from 1: of each family a contiguous run of whole chunks.
    pub fn shard(&self, shard: u64, shards: u64) -> Vec<Chunk> {
        let share = |run: &Run| {
            let cut = |part: u64| (u128::from(run.len()) * u128::from(part) / u128::from(shards)) as u64;
            cut(shard - 1)..cut(shard)
        };
        self.runs.iter().flat_map(|run| share(run).map(|index| run.get(index))).collect()
    }
}

/// Rows below one root row in the largest table of a family, on average; at least 1.
pub fn widest(plan: &Plan, root: TableId) -> f64 {
    let roots = plan.table(root).expected_rows.max(1.0);
    let family = (0..plan.tables.len()).map(TableId).filter(|table| plan.root_of(*table) == root);
    family.map(|table| plan.table(table).expected_rows / roots).fold(1.0, f64::max)
}
