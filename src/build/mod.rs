//! A compiled spec and a [`Request`] -> a checked [`Job`] -> committed files. What `synth build` does, without the
//! command line; prints nothing.

pub mod manifest;
pub mod outputs;
mod shapes;
mod slice;

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;
use std::path::PathBuf;

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::compile::Compiled;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::engine::Engine;
use crate::formats::{Origin, Problem};
use crate::output::{self, Chunk, Outcome, OutputSpec, Prepared, Progress, RunError, Settings, WriteError};
use crate::plan::{EDITION, Overrides, Plan, TableId};

pub use shapes::shapes;
use slice::Pieces;
pub use slice::Slice;

/// Columns that read one another in a long chain are made by recursion.
const STACK: usize = 64 << 20;

/// What is to be built.
#[derive(Debug, Clone)]
pub struct Request {
    /// The tables, at least one; outputs speak of them by their place here.
    pub tables: Vec<TableId>,
    /// Which of their rows.
    pub slice: Slice,
    /// Where they go.
    pub outputs: Vec<OutputSpec>,
    /// How files are treated.
    pub settings: Settings,
    /// What was said over the spec.
    pub overrides: Overrides,
    /// Rows of a family's largest table in a chunk, about; no effect on the data.
    pub chunk_rows: u64,
}

/// A build for which everything has been checked and all files are open. Dropped, it leaves nothing behind.
pub struct Job<'p> {
    compiled: &'p Compiled,
    request: &'p Request,
    /// The folders in which manifests are left, with the outputs that lie there.
    manifests: BTreeMap<PathBuf, Vec<usize>>,
    engine: Engine<'p>,
    pieces: Pieces,
    prepared: Prepared,
}

/// Why a build stopped. Nothing of it is left behind.
#[derive(Debug)]
pub enum Failure {
    /// Threads could not be started.
    Threads(String),
    /// Rows could not be written.
    Write(WriteError),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Threads(why) => write!(f, "cannot start threads: {why}"),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

/// Threads with room for long chains of columns; 0 is one a core.
///
/// # Errors
/// The operating system refuses to start them.
pub fn pool(threads: usize) -> Result<ThreadPool, Failure> {
    let builder = ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK);
    builder.build().map_err(|error| Failure::Threads(error.to_string()))
}

impl<'p> Job<'p> {
    /// Checks a request and opens its files. Makes no row, but counts those of a table where a range of them is asked.
    ///
    /// # Errors
    /// Everything that is wrong: formats, options, types that a format cannot hold, paths, files that exist, ranges.
    pub fn prepare(compiled: &'p Compiled, request: &'p Request) -> Result<Self, Diagnostics> {
        let engine = Engine::new(&compiled.plan);
        let mut found = Diagnostics::new();
        let pieces = found.take(Pieces::cut(&engine, request));
        let shapes = found.take(shapes(compiled, &request.tables));
        let manifests = found.take(manifest::folders(&request.outputs));
        let (Some(pieces), Some(shapes), Some(manifests)) = (pieces, shapes, manifests) else { return Err(found) };
        let locate = |problem: &Problem| span_of(&compiled.plan, problem);
        let origin = origin(compiled);
        let rows = |table: usize| pieces.rows(&engine, request.tables[table]);
        let settings = Settings { notes: manifest::places(&manifests, &request.outputs), ..request.settings.clone() };
        let prepared = output::prepare(&request.outputs, &shapes, &origin, &settings, &locate, &rows)?;
        Ok(Self { compiled, request, manifests, engine, pieces, prepared })
    }

    /// Rows that each table will have, about: exact where no count is drawn.
    pub fn expected_rows(&self) -> Vec<u64> {
        self.pieces.expected_rows(self.engine.plan(), &self.request.tables)
    }

    /// Makes all rows on the threads of `pool`, writes them and the manifests, and commits.
    ///
    /// # Errors
    /// What the operating system says while rows are written.
    pub fn run(self, pool: &ThreadPool, progress: &(dyn Fn(Progress) + Sync)) -> Result<Outcome, Failure> {
        let Self { compiled, request, manifests, engine, pieces, prepared } = self;
        let produce = |piece: usize| -> Result<Chunk, Infallible> { Ok(pieces.make(&engine, &request.tables, piece)) };
        let notes = |outcome: &Outcome| manifest::notes(compiled, request, &manifests, outcome);
        prepared.run(pool, pieces.len(), &produce, &notes, progress).map_err(|error| match error {
            RunError::Write(error) => Failure::Write(error),
            RunError::Produce(never) => match never {},
        })
    }
}

/// What is wrong with a spec's columns as text and with its own `outputs:`, wherever they are built: all that [`Job::prepare`] finds without a look at what
/// is there. Counts the rows of tables for formats that hold only so many.
pub fn check_outputs(compiled: &Compiled) -> Diagnostics {
    let all: Vec<TableId> = (0..compiled.plan.tables.len()).map(TableId).collect();
    let mut found = Diagnostics::new();
    found.take(shapes(compiled, &all));
    if found.has_errors() {
        return found;
    }
    let wanted = outputs::of_spec(compiled, None, &mut found);
    let resolved = found.take(outputs::resolve(wanted, compiled, all, &Slice::Whole));
    let Some((outputs, tables)) = resolved else { return found };
    let shapes = found.take(shapes(compiled, &tables));
    let manifests = found.take(manifest::folders(&outputs));
    let (Some(shapes), Some(manifests)) = (shapes, manifests) else { return found };
    let engine = Engine::new(&compiled.plan);
    let locate = |problem: &Problem| span_of(&compiled.plan, problem);
    let rows = |table: usize| engine.rows(tables[table]);
    let notes = manifest::places(&manifests, &outputs);
    found.extend(output::check(&outputs, &shapes, &origin(compiled), &notes, &locate, &rows));
    found
}

/// What files may say of where their data come from.
pub fn origin(compiled: &Compiled) -> Origin {
    Origin {
        name: compiled.plan.name.clone(),
        spec_sha256: compiled.source.sha256(),
        edition: EDITION,
        seed: compiled.plan.seed,
    }
}

/// Where the spec speaks of what a format cannot hold.
fn span_of(plan: &Plan, problem: &Problem) -> Option<Span> {
    let table = plan.table(plan.table_named(problem.table.as_ref()?)?);
    let Some(name) = &problem.column else { return Some(table.span) };
    table.visible.iter().map(|id| plan.column(*id)).find(|column| column.name == *name).map(|column| column.span)
}

/// The tables of names, each once, in the order of the plan.
///
/// # Errors
/// `E0801` for every name that is no table's.
pub fn tables_named(plan: &Plan, names: &[String]) -> Result<Vec<TableId>, Diagnostics> {
    let mut found = Diagnostics::new();
    let mut tables = Vec::new();
    for name in names {
        match plan.table_named(name) {
            Some(table) => tables.push(table),
            None => found.push(unknown_table(plan, "E0801", name)),
        }
    }
    tables.sort_unstable();
    tables.dedup();
    found.into_result(tables).map(|(tables, _)| tables)
}

/// That a name is no table's.
pub fn unknown_table(plan: &Plan, code: &'static str, name: &str) -> Diagnostic {
    let names = plan.tables.iter().map(|table| table.name.as_str());
    let known = names.clone().take(20).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let more = if plan.tables.len() > 20 { ", ..." } else { "" };
    let error = Diagnostic::error(code, format!("the spec has no table `{name}`"));
    error.suggest(name, names).help(format!("the tables are {known}{more}"))
}
