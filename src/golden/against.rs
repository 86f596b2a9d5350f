//! A lock and the digests of now in, the tables and columns that differ out, with the cells that do.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::compare::{Cells, Pair, Side, compare};
use super::lock::{self, Lock};
use super::take::{Taken, run_of, runs};
use super::{column_identities, table_identity};
use crate::blast::{self, Radius};
use crate::compile::{Compiled, compile};
use crate::content::Digest;
use crate::engine::{Engine, Run};
use crate::lines;
use crate::plan::{ColumnId, Overrides, Plan, TableId, logical_type, type_name};
use crate::source::SpecSource;

/// What has changed since a lock.
pub struct Against {
    /// What has become of each table, in the order of the spec, then those that are gone.
    pub tables: Vec<TableChange>,
    /// Why old values cannot be shown, where they cannot.
    pub unknown: Option<Unknown>,
    /// What the edit of the spec could change; `None` where the spec is the same, or the old one cannot be compiled.
    pub radius: Option<Radius>,
    /// The lines of the spec that have changed, from 1.
    pub lines: Vec<usize>,
}

/// Why old values cannot be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The spec is what it was, and this release makes other values from it.
    OtherValues,
    /// A file that the spec names has changed, and nobody has kept the old one.
    OtherFiles,
    /// The spec of the lock is refused by this release.
    Refused,
}

/// What has become of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableChange {
    /// Its name now; its old one if it is gone.
    pub name: String,
    /// Its old name, if it has another one now.
    pub old_name: Option<String>,
    /// Its identity.
    pub id: String,
    /// Its rows, old and new; `None` where there was or is no such table.
    pub rows: (Option<u64>, Option<u64>),
    /// Rows that are new, and rows that are gone.
    pub moved: Option<(u64, u64)>,
    /// What has become of its columns, in the order of the spec, then those that are gone.
    pub columns: Vec<ColumnChange>,
}

/// What has become of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnChange {
    /// Its name now; its old one if it is gone.
    pub name: String,
    /// Its old name, if it has another one now.
    pub old_name: Option<String>,
    /// Its type, old and new; `None` where there was or is no such column.
    pub types: (Option<String>, Option<String>),
    /// What has become of its cells.
    pub cells: CellsChange,
}

/// What has become of a column's cells in the rows that are old and new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellsChange {
    /// All are what they were.
    Same,
    /// Some are others.
    Changed {
        /// How many, and the first of them.
        cells: Cells,
        /// Of how many.
        of: u64,
    },
    /// Some are others, nobody knows which: in so many of so many chunks.
    Unknown {
        /// Chunks that differ.
        chunks: u64,
        /// Of how many.
        of: u64,
    },
}

impl TableChange {
    /// Whether nothing has changed.
    pub fn is_same(&self) -> bool {
        self.old_name.is_none()
            && self.rows.0 == self.rows.1
            && self.moved.is_none_or(|moved| moved == (0, 0))
            && self.columns.iter().all(ColumnChange::is_same)
    }
}

impl ColumnChange {
    /// Whether nothing has changed.
    pub fn is_same(&self) -> bool {
        self.old_name.is_none() && self.types.0 == self.types.1 && self.cells == CellsChange::Same
    }
}

/// The runs of a lock for a plan of now, so that chunks begin and end at the same rows; runs of its own for families that the
/// lock does not know.
pub fn runs_like(lock: &Lock, engine: &Engine<'_>, compiled: &Compiled) -> Vec<Run> {
    let plan = engine.plan();
    let like = |run: &lock::Run| {
        let table = table_of(compiled, &run.table)?;
        let is_root = plan.root_of(table) == table;
        (is_root || !run.family).then(|| Run {
            table,
            is_family: run.family,
            rows: engine.rows(table),
            step: run.step.max(1),
        })
    };
    let mut known: Vec<Run> = lock.runs.iter().filter_map(like).collect();
    // A table that has moved below another one since may have a run in both places.
    let families: Vec<TableId> = known.iter().filter(|run| run.is_family).map(|run| run.table).collect();
    known.retain(|run| run.is_family || !families.contains(&plan.root_of(run.table)));
    let is_covered = |root: TableId| {
        let mut family = (0..plan.tables.len()).map(TableId).filter(|table| plan.root_of(*table) == root);
        family.all(|table| run_of(plan, &known, table).is_some())
    };
    let mut all: Vec<Run> = known.iter().filter(|run| is_covered(plan.root_of(run.table))).copied().collect();
    all.extend(runs(engine).into_iter().filter(|run| !is_covered(plan.root_of(run.table))));
    all
}

/// The table of an identity.
fn table_of(compiled: &Compiled, id: &str) -> Option<TableId> {
    (0..compiled.plan.tables.len()).map(TableId).find(|table| table_identity(compiled, *table) == id)
}

/// The visible columns of a table by identity, with their places among the visible ones.
fn columns_of(compiled: &Compiled, table: TableId) -> BTreeMap<String, (usize, ColumnId)> {
    let visible = compiled.plan.table(table).visible.iter().copied().enumerate();
    column_identities(compiled, table).into_iter().zip(visible).collect()
}

/// The spec of a lock, compiled again.
struct Old {
    compiled: Compiled,
}

impl Old {
    fn new(lock: &Lock, now: &Compiled) -> Result<Self, Unknown> {
        let folder: PathBuf = now.source.folder.clone();
        let source = SpecSource { name: now.source.name.clone(), folder, text: lock.text() };
        let compiled = compile(source, &Overrides::from(&lock.over)).map_err(|_| Unknown::Refused)?;
        match compiled.plan.file_hashes() == lock.files {
            true => Ok(Self { compiled }),
            false => Err(Unknown::OtherFiles),
        }
    }
}

impl Against {
    /// Finds out what has changed since a lock, on all threads of the current pool.
    pub fn new(lock: &Lock, compiled: &Compiled, engine: &Engine<'_>, taken: &Taken) -> Self {
        let text = lock.text();
        let is_same_spec = text == compiled.source.text && compiled.plan.file_hashes() == lock.files;
        let old = match is_same_spec {
            true => Err(Unknown::OtherValues),
            false => Old::new(lock, compiled),
        };
        let mut against = Self {
            tables: Vec::new(),
            unknown: old.as_ref().err().copied(),
            radius: old.as_ref().ok().map(|old| blast::compare(&old.compiled, compiled, &Overrides::from(&lock.over))),
            lines: lines::changed(&text, &compiled.source.text),
        };
        let old_engine = old.as_ref().ok().map(|old| (&old.compiled, Engine::new(&old.compiled.plan)));
        let context = Context { lock, compiled, engine, taken, old: old_engine.as_ref().map(|(c, e)| (*c, e)) };
        for at in 0..compiled.plan.tables.len() {
            let (change, is_unknown) = context.table(TableId(at));
            against.tables.push(change);
            if is_unknown && against.unknown.is_none() {
                against.unknown = Some(Unknown::OtherValues);
            }
        }
        let gone = lock.tables.iter().filter(|table| table_of(compiled, &table.id).is_none());
        against.tables.extend(gone.map(removed));
        against
    }

    /// Whether nothing has changed.
    pub fn is_same(&self) -> bool {
        self.tables.iter().all(TableChange::is_same)
    }

    /// The name of a table of which nothing has changed.
    pub fn same_table(&self, id: &str) -> Option<&str> {
        self.tables.iter().find(|table| table.id == id && table.is_same()).map(|table| table.name.as_str())
    }
}

fn removed(table: &lock::Table) -> TableChange {
    TableChange {
        name: table.name.clone(),
        old_name: None,
        id: table.id.clone(),
        rows: (Some(table.rows), None),
        moved: None,
        columns: Vec::new(),
    }
}

/// What tables are compared with.
struct Context<'a> {
    lock: &'a Lock,
    compiled: &'a Compiled,
    engine: &'a Engine<'a>,
    taken: &'a Taken,
    old: Option<(&'a Compiled, &'a Engine<'a>)>,
}

/// A column on both sides: its place among the visible ones now, and its entry in the lock.
struct Both<'a> {
    now: usize,
    locked: &'a lock::Column,
}

impl Context<'_> {
    /// What has become of a table, and whether old values should be known and are not.
    fn table(&self, id: TableId) -> (TableChange, bool) {
        let identity = table_identity(self.compiled, id);
        let plan = &self.compiled.plan;
        let name = plan.table(id).name.clone();
        let rows = self.taken.tables[id.0].rows();
        let Some(locked) = self.lock.tables.iter().find(|table| table.id == identity) else {
            let change = TableChange {
                name,
                old_name: None,
                id: identity,
                rows: (None, Some(rows)),
                moved: None,
                columns: Vec::new(),
            };
            return (change, false);
        };
        let known = columns_of(self.compiled, id);
        let both: Vec<Both<'_>> = locked
            .columns
            .iter()
            .filter_map(|column| Some(Both { now: known.get(&column.id)?.0, locked: column }))
            .collect();
        let differing: Vec<&Both<'_>> = both.iter().filter(|both| self.differs(id, both)).collect();
        let (tally, is_unknown) = self.cells(id, locked, &differing);
        let mut columns: Vec<ColumnChange> = Vec::new();
        for (place, column) in plan.table(id).visible.iter().enumerate() {
            let both = both.iter().find(|both| both.now == place);
            let cells = differing.iter().position(|both| both.now == place).map(|at| tally.cells[at].clone());
            columns.push(self.column(*column, both, cells.unwrap_or(CellsChange::Same)));
        }
        let gone = locked.columns.iter().filter(|column| !known.contains_key(&column.id));
        columns.extend(gone.map(|column| ColumnChange {
            name: column.name.clone(),
            old_name: None,
            types: (Some(column.data_type.clone()), None),
            cells: CellsChange::Same,
        }));
        let change = TableChange {
            old_name: (locked.name != name).then(|| locked.name.clone()),
            name,
            id: identity,
            rows: (Some(locked.rows), Some(rows)),
            moved: tally.moved,
            columns,
        };
        (change, is_unknown)
    }

    fn differs(&self, table: TableId, both: &Both<'_>) -> bool {
        self.taken.tables[table.0].whole(both.now) != both.locked.content
    }

    fn column(&self, id: ColumnId, both: Option<&Both<'_>>, cells: CellsChange) -> ColumnChange {
        let column = self.compiled.plan.column(id);
        let data_type = type_name(&logical_type(&column.data_type));
        let old = both.map(|both| both.locked);
        ColumnChange {
            name: column.name.clone(),
            old_name: old.filter(|old| old.name != column.name).map(|old| old.name.clone()),
            types: (old.map(|old| old.data_type.clone()), Some(data_type)),
            cells,
        }
    }

    /// What has become of the rows, and of the cells of columns that differ.
    fn cells(&self, id: TableId, locked: &lock::Table, differing: &[&Both<'_>]) -> (Changes, bool) {
        let now = &self.taken.tables[id.0];
        if differing.is_empty() && locked.rows == now.rows() {
            return (Changes::default(), false);
        }
        let chunks = self.chunks(id, locked, differing);
        let unknown = |is_unknown: bool| {
            let cells = CellsChange::Unknown { chunks: chunks.differing.len() as u64, of: chunks.all };
            (Changes { moved: None, cells: vec![cells; differing.len()] }, is_unknown)
        };
        let Some((old, old_engine)) = self.old else { return unknown(false) };
        let Some(old_table) = table_of(old, &locked.id) else { return unknown(true) };
        let known = columns_of(old, old_table);
        let old_columns: Option<Vec<ColumnId>> =
            differing.iter().map(|both| Some(known.get(&both.locked.id)?.1)).collect();
        let Some(old_columns) = old_columns else { return unknown(true) };
        let new_columns = differing.iter().map(|both| self.compiled.plan.table(id).visible[both.now]).collect();
        let old_side = Side { engine: old_engine, table: old_table, columns: old_columns };
        let new_side = Side { engine: self.engine, table: id, columns: new_columns };
        if !self.old_is_true(&old_side, locked, differing, &chunks) {
            return unknown(true);
        }
        let pairs: Vec<Pair> = chunks.differing.iter().map(|chunk| chunks.pair(*chunk, &old_side)).collect();
        let tally = compare(&old_side, &new_side, &pairs);
        let common = now.rows() - tally.added;
        let cells = tally.columns.into_iter().map(|cells| match cells.changed {
            0 => CellsChange::Same,
            _ => CellsChange::Changed { cells, of: common },
        });
        (Changes { moved: Some((tally.added, tally.removed)), cells: cells.collect() }, false)
    }

    /// The chunks of a table in which something differs; all where old and new chunks begin at other rows.
    fn chunks(&self, id: TableId, locked: &lock::Table, differing: &[&Both<'_>]) -> Chunks {
        let plan = &self.compiled.plan;
        let run = run_of(plan, &self.taken.runs, id).expect("every table has a run");
        let now = &self.taken.tables[id.0];
        let old = self.lock.runs.iter().find(|old| {
            old.table == table_identity(self.compiled, run.table) && old.family == run.is_family && old.step == run.step
        });
        let old_len = old.map(|old| old.rows.div_ceil(run.step.max(1)));
        let all = run.len().max(old_len.unwrap_or(0));
        let digests: Option<Vec<Vec<Digest>>> =
            differing.iter().map(|both| both.locked.digests(&locked.chunks).ok()).collect();
        let differs = |chunk: u64| {
            let Some(digests) = digests.as_ref().filter(|_| old.is_some()) else { return true };
            let at = chunk as usize;
            locked.chunks.get(at) != now.chunks.get(at)
                || differing.iter().zip(digests).any(|(both, old)| old.get(at) != now.columns[both.now].get(at))
        };
        Chunks {
            run,
            old_rows: old.map(|old| old.rows),
            all,
            differing: (0..all).filter(|chunk| differs(*chunk)).collect(),
        }
    }

    /// Whether the old spec still makes what the lock says, by the first chunk that differs.
    fn old_is_true(&self, old: &Side<'_, '_>, locked: &lock::Table, differing: &[&Both<'_>], chunks: &Chunks) -> bool {
        let Some(first) = chunks.differing.first().filter(|_| chunks.old_rows.is_some()) else {
            return old.engine.rows(old.table) == locked.rows;
        };
        let at = *first as usize;
        let Some(chunk) = chunks.old(*first, old) else { return locked.chunks.get(at).is_none() };
        let pieces = super::take::pieces(old.engine, &chunk);
        let mut wholes = vec![Digest::default(); old.columns.len()];
        for piece in pieces {
            let (_, values) = old.engine.identified(&piece, old.table, &old.columns);
            for (whole, values) in wholes.iter_mut().zip(&values) {
                *whole = whole.then(Digest::of(values));
            }
        }
        let known = |both: &&Both<'_>| both.locked.digests(&locked.chunks).ok()?.get(at).copied();
        differing.iter().zip(wholes).all(|(both, whole)| known(both) == Some(whole))
    }
}

/// What has become of a table's rows and of the columns that differ.
#[derive(Default)]
struct Changes {
    moved: Option<(u64, u64)>,
    cells: Vec<CellsChange>,
}

/// The chunks of a table, old and new.
struct Chunks {
    run: Run,
    /// Rows of the run's table in the lock, where its chunks begin at the same rows.
    old_rows: Option<u64>,
    all: u64,
    differing: Vec<u64>,
}

impl Chunks {
    /// A chunk of the old rows.
    fn old(&self, chunk: u64, side: &Side<'_, '_>) -> Option<crate::engine::Chunk> {
        let plan: &Plan = side.engine.plan();
        let table = if self.run.is_family { plan.root_of(side.table) } else { side.table };
        let run = Run { table, rows: side.engine.rows(table), ..self.run };
        (chunk < run.len()).then(|| run.get(chunk))
    }

    fn pair(&self, chunk: u64, old: &Side<'_, '_>) -> Pair {
        Pair { old: self.old(chunk, old), new: (chunk < self.run.len()).then(|| self.run.get(chunk)) }
    }
}
