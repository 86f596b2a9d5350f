//! A table's row count -> the grid of chunks in which its family is made.

use std::ops::Range;

use crate::plan::{Plan, TableId};

/// Rows that the largest table of a family has in one chunk, about, unless asked otherwise.
pub const CHUNK_ROWS: u64 = 8192;

/// Some root rows with all their descendants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// The root table.
    pub root: TableId,
    /// Its rows.
    pub roots: Range<u64>,
}

/// The chunks of all families, family by family. It depends on row counts alone.
#[derive(Debug, Clone)]
pub struct ChunkGrid {
    families: Vec<(TableId, u64, u64)>,
}

impl ChunkGrid {
    /// The grid for the families of some tables, with about `chunk_rows` rows of a family's largest table in a chunk.
    pub fn new(plan: &Plan, tables: &[TableId], chunk_rows: u64) -> Self {
        let mut roots: Vec<TableId> = tables.iter().map(|table| plan.root_of(*table)).collect();
        roots.sort_unstable();
        roots.dedup();
        let families = roots.into_iter().map(|root| (root, step(plan, root, chunk_rows), root_rows(plan, root)));
        Self { families: families.collect() }
    }

    /// How many chunks there are.
    pub fn len(&self) -> usize {
        self.families.iter().map(|(_, step, rows)| rows.div_ceil(*step) as usize).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The chunk of a number below [`ChunkGrid::len`].
    pub fn get(&self, mut index: usize) -> Chunk {
        for (root, step, rows) in &self.families {
            let here = rows.div_ceil(*step) as usize;
            if index < here {
                let start = index as u64 * step;
                return Chunk { root: *root, roots: start..(start + step).min(*rows) };
            }
            index -= here;
        }
        unreachable!("the caller asks for a chunk of the grid")
    }

    /// The chunks of shard `shard` of `shards`, counted from 1: of each family a contiguous run of whole chunks.
    pub fn shard(&self, shard: u64, shards: u64) -> Vec<Chunk> {
        let mut chosen = Vec::new();
        let mut before = 0;
        for (_, step, rows) in &self.families {
            let here = rows.div_ceil(*step);
            let cut = |part: u64| (here as u128 * part as u128 / shards as u128) as u64;
            chosen.extend((cut(shard - 1)..cut(shard)).map(|at| self.get((before + at) as usize)));
            before += here;
        }
        chosen
    }
}

fn root_rows(plan: &Plan, root: TableId) -> u64 {
    plan.constant_rows(root).expect("a root table has a constant number of rows")
}

/// Root rows a chunk.
fn step(plan: &Plan, root: TableId, chunk_rows: u64) -> u64 {
    let rows = root_rows(plan, root).max(1) as f64;
    let family = (0..plan.tables.len()).map(TableId).filter(|table| plan.root_of(*table) == root);
    let widest = family.map(|table| plan.table(table).expected_rows / rows).fold(1.0, f64::max);
    ((chunk_rows as f64 / widest) as u64).clamp(1, chunk_rows.max(1))
}
