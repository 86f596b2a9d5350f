//! A plan in, the digests of all its columns out, by chunk and as a whole.

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::content::Digest;
use crate::engine::{CHUNK_ROWS, Chunk, ChunkGrid, Engine, Run, widest};
use crate::plan::{Plan, TableId};

/// Chunks of a run at most: more than that say no more to a reader and make locks large.
const MOST_CHUNKS: u64 = 256;

/// The digests of a plan's visible columns.
pub struct Taken {
    /// The runs of chunks in which they were taken.
    pub runs: Vec<Run>,
    /// By table.
    pub tables: Vec<TableDigests>,
}

/// The digests of a table's visible columns.
#[derive(Debug, Clone, Default)]
pub struct TableDigests {
    /// Its rows by chunk.
    pub chunks: Vec<u64>,
    /// By column, by chunk.
    pub columns: Vec<Vec<Digest>>,
}

impl TableDigests {
    /// The rows of the table.
    pub fn rows(&self) -> u64 {
        self.chunks.iter().sum()
    }

    /// The digest of a whole column.
    pub fn whole(&self, column: usize) -> Digest {
        self.columns[column].iter().fold(Digest::default(), |whole, chunk| whole.then(*chunk))
    }
}

/// The runs of a plan, in chunks of which no run has too many.
pub fn runs(engine: &Engine<'_>) -> Vec<Run> {
    let tables: Vec<TableId> = (0..engine.plan().tables.len()).map(TableId).collect();
    let grid = ChunkGrid::new(engine, &tables, CHUNK_ROWS);
    let coarse = |run: &Run| {
        let mut run = *run;
        while run.len() > MOST_CHUNKS {
            run.step *= 2;
        }
        run
    };
    grid.runs().iter().map(coarse).collect()
}

/// The parts of a chunk that are made at once: about [`CHUNK_ROWS`] rows of the largest table each.
pub fn pieces(engine: &Engine<'_>, chunk: &Chunk) -> Vec<Chunk> {
    let (table, range) = chunk.base();
    let step = match chunk {
        Chunk::Rows { .. } => CHUNK_ROWS,
        Chunk::Family { root, .. } => ((CHUNK_ROWS as f64 / widest(engine.plan(), *root)) as u64).max(1),
    };
    let starts = (range.start..range.end).step_by(step as usize);
    let piece = |start: u64| {
        let rows = start..(start + step).min(range.end);
        match chunk {
            Chunk::Family { .. } => Chunk::Family { root: table, roots: rows },
            Chunk::Rows { .. } => Chunk::Rows { table, rows },
        }
    };
    starts.map(piece).collect()
}

/// Takes the digests of all visible columns, in the chunks of `runs`, on all threads of the current pool.
pub fn take(engine: &Engine<'_>, runs: Vec<Run>) -> Taken {
    let plan = engine.plan();
    let tables: Vec<TableId> = (0..plan.tables.len()).map(TableId).collect();
    let mut pieces_of_chunks = Vec::new();
    for run in &runs {
        for chunk in (0..run.len()).map(|index| run.get(index)) {
            pieces_of_chunks.push(pieces(engine, &chunk));
        }
    }
    let work: Vec<(usize, &Chunk)> = pieces_of_chunks
        .iter()
        .enumerate()
        .flat_map(|(at, pieces)| pieces.iter().map(move |piece| (at, piece)))
        .collect();
    let made: Vec<(usize, Vec<(usize, Vec<Digest>)>)> = work
        .par_iter()
        .map(|(at, piece)| {
            let batches = engine.make(piece, &tables);
            (*at, batches.iter().map(|(table, batch)| (*table, Digest::of_columns(batch))).collect())
        })
        .collect();
    Taken { tables: join(plan, made), runs }
}

/// Digests of pieces -> digests of chunks, in order.
fn join(plan: &Plan, made: Vec<(usize, Vec<(usize, Vec<Digest>)>)>) -> Vec<TableDigests> {
    let columns = |table: &crate::plan::TablePlan| vec![Vec::new(); table.visible.len()];
    let mut tables: Vec<TableDigests> =
        plan.tables.iter().map(|table| TableDigests { chunks: Vec::new(), columns: columns(table) }).collect();
    let mut last: Vec<Option<usize>> = vec![None; tables.len()];
    for (chunk, pieces) in made {
        for (table, digests) in pieces {
            let taken = &mut tables[table];
            let rows = digests.first().map_or(0, |digest| digest.rows);
            let is_new = last[table].replace(chunk) != Some(chunk);
            if is_new {
                taken.chunks.push(0);
                taken.columns.iter_mut().for_each(|column| column.push(Digest::default()));
            }
            if let Some(sum) = taken.chunks.last_mut() {
                *sum += rows;
            }
            for (column, digest) in taken.columns.iter_mut().zip(digests) {
                if let Some(whole) = column.last_mut() {
                    *whole = whole.then(digest);
                }
            }
        }
    }
    tables
}

/// The run that has the chunks of a table.
pub fn run_of(plan: &Plan, runs: &[Run], table: TableId) -> Option<Run> {
    let holds = |run: &&Run| if run.is_family { plan.root_of(table) == run.table } else { run.table == table };
    runs.iter().find(holds).copied()
}
