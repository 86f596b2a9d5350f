//! Goldens: a spec and what its data were when somebody last was content with them -> what has changed since, and why.
//!
//! [`update`] keeps a small table as a CSV file and of a large one nothing but digests, a few kilobytes whatever its size.
//! [`check`] takes the digests anew. Where they differ, it makes the old values again, from the spec as it was, and the new
//! ones, for those chunks and columns alone, and says which cells are others.
//!
//! | module | in -> out |
//! |---|---|
//! | [`lock`] | `synth.lock` <-> [`lock::Lock`] |
//! | [`mod@take`] | plan -> digests by chunk |
//! | [`mod@compare`] | old and new values of some chunks -> the cells that differ |
//! | [`against`] | a lock and digests -> the tables and columns that differ |
//! | [`findings`] | what differs -> diagnostics |

#![expect(clippy::disallowed_methods, reason = "goldens are files")]

pub mod against;
pub mod compare;
pub mod findings;
pub mod lock;
pub mod take;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::PathBuf;

use crate::build::manifest::TOOL;
use crate::build::shapes;
use crate::compile::{Compiled, Refused, compile_path};
use crate::content::sha256;
use crate::diag::{Diagnostic, Diagnostics};
use crate::engine::Engine;
use crate::formats::{self, Layout, Opening, TableShape};
use crate::output::{Files, WriteError};
use crate::plan::{EDITION, Overrides, TableId, logical_type, type_name};
use crate::source::SpecSource;
use against::Against;
use lock::{Column, File, Lock, Over, Run, Table};
use take::{Taken, runs, take};

/// Rows of a table that is kept as a file, at most, unless asked otherwise.
pub const FILE_ROWS: u64 = 1000;

/// A spec and the folder of its golden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// What people call it: the spec's path below the folder of specs, without its ending.
    pub name: String,
    /// The spec's path.
    pub spec: PathBuf,
    /// The golden's folder.
    pub folder: PathBuf,
}

/// What came of a check.
pub struct Checked {
    /// The spec's text, into which findings point; `None` where it cannot be read.
    pub source: Option<SpecSource>,
    /// What has changed since the golden, or why it cannot be told.
    pub found: Diagnostics,
    /// What has changed, in numbers; `None` where nothing could be compared.
    pub against: Option<Against>,
}

impl Checked {
    fn refused(source: Option<SpecSource>, found: impl Into<Diagnostics>) -> Self {
        Self { source, found: found.into(), against: None }
    }
}

/// Compares a spec's data with its golden, on all threads of the current pool.
pub fn check(subject: &Subject) -> Checked {
    let lock = match read(subject) {
        Ok(Some(lock)) => lock,
        Ok(None) => return Checked::refused(SpecSource::read(&subject.spec).ok(), findings::no_golden(subject)),
        Err(error) => return Checked::refused(SpecSource::read(&subject.spec).ok(), error),
    };
    let compiled = match compile_path(&subject.spec, &Overrides::from(&lock.over)) {
        Ok(compiled) => compiled,
        Err(Refused { source, found }) => return Checked::refused(source, found),
    };
    let engine = Engine::new(&compiled.plan);
    let taken = take(&engine, against::runs_like(&lock, &engine, &compiled));
    let against = Against::new(&lock, &compiled, &engine, &taken);
    let mut found = findings::of(subject, &lock, &compiled, &against);
    found.extend(check_files(subject, &lock, &compiled, &engine, &against));
    Checked { found, against: Some(against), source: Some(compiled.source) }
}

/// The lock of a golden; `None` where there is none.
///
/// # Errors
/// `E1002`: it is damaged, or was edited; `E1003`: it cannot be read.
pub fn read(subject: &Subject) -> Result<Option<Lock>, Diagnostic> {
    let path = subject.folder.join(lock::NAME);
    match fs::read_to_string(&path) {
        Ok(text) => Lock::parse(&text).map(Some).map_err(|why| findings::damaged(&path, &why)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(findings::damaged(&path, &error.to_string())),
    }
}

/// Whether the files of small tables are what the lock says, and what would be written now.
fn check_files(
    subject: &Subject,
    lock: &Lock,
    compiled: &Compiled,
    engine: &Engine<'_>,
    against: &Against,
) -> Diagnostics {
    let mut found = Diagnostics::new();
    for table in &lock.tables {
        let Some(file) = &table.file else { continue };
        let path = subject.folder.join(&file.name);
        let is_whole = match fs::read(&path) {
            Ok(bytes) if sha256(&bytes) == file.sha256 => Ok(()),
            Ok(bytes) => Err(unlike(&bytes, &file.sha256)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err("it is not there".to_owned()),
            Err(error) => Err(error.to_string()),
        };
        if let Err(why) = is_whole {
            found.push(findings::damaged(&path, &why));
            continue;
        }
        // Same values, other bytes: the encoder has changed, and the contract says it never does.
        let id = against.same_table(&table.id).and_then(|name| compiled.plan.table_named(name));
        if let Some(id) = id
            && let Ok(text) = text_of(compiled, engine, id)
            && sha256(&text) != file.sha256
        {
            found.push(findings::other_bytes(&path, &table.name, compiled.plan.table(id).span, lock));
        }
    }
    found
}

/// Why a file is not the one with this checksum.
fn unlike(bytes: &[u8], sha: &str) -> String {
    let plain: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != b'\r').collect();
    match sha256(&plain) == sha {
        true => {
            "its lines end with CRLF, as Git makes them on Windows; `golden/** -text` in .gitattributes prevents it"
                .to_owned()
        }
        false => format!("its {} bytes are not those that the lock knows", bytes.len()),
    }
}

/// What an update has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Updated {
    /// There was no golden.
    New,
    /// It was another one.
    Changed,
    /// There was one that could not be trusted, and nothing of it is left.
    Anew,
    /// It is what it was.
    Same,
}

/// Makes a spec's data the golden. `over` replaces what was said over the spec when the golden was last updated.
///
/// # Errors
/// The spec's errors, with its text; or why the golden cannot be written.
pub fn update(subject: &Subject, over: Option<&Overrides>, file_rows: u64) -> Result<Updated, Refused> {
    let (known, is_damaged) = read(subject).map_or((None, true), |known| (known, false));
    let kept = known.as_ref().map(|lock| Overrides::from(&lock.over));
    let over = over.cloned().or(kept).unwrap_or_default();
    let compiled = compile_path(&subject.spec, &over)?;
    let engine = Engine::new(&compiled.plan);
    let taken = take(&engine, runs(&engine));
    let mut files = Files::default();
    let mut lock = locked(&compiled, &taken, &over);
    let failed = |error: WriteError| Refused { source: None, found: findings::not_written(&error).into() };
    for (at, table) in lock.tables.iter_mut().enumerate().filter(|(_, table)| table.rows <= file_rows) {
        let Some(name) = file_name(&table.name) else { continue };
        let text = text_of(&compiled, &engine, TableId(at))
            .map_err(|found| Refused { source: Some(compiled.source.clone()), found })?;
        files.add(subject.folder.join(&name), &text).map_err(failed)?;
        table.file = Some(File { name, sha256: sha256(&text) });
    }
    let text = lock.to_text();
    let path = subject.folder.join(lock::NAME);
    let is_same = fs::read_to_string(&path).is_ok_and(|old| old == text);
    files.add(path, text.as_bytes()).map_err(failed)?;
    // Only what an update has written: a lock from elsewhere may name any path.
    let own = |table: &Table| table.file.clone().filter(|file| file_name(&table.name).as_ref() == Some(&file.name));
    for gone in known.iter().flat_map(|known| &known.tables).filter_map(own) {
        if lock.tables.iter().all(|table| table.file.as_ref().is_none_or(|file| file.name != gone.name)) {
            files.remove(subject.folder.join(&gone.name));
        }
    }
    files.commit().map_err(failed)?;
    Ok(match known {
        _ if is_same => Updated::Same,
        Some(_) => Updated::Changed,
        None if is_damaged => Updated::Anew,
        None => Updated::New,
    })
}

/// The name of a table's file, if it can have one.
fn file_name(table: &str) -> Option<String> {
    let odd = |c: char| matches!(c, '/' | '\\' | ':') || c.is_control();
    (!table.contains(odd) && !table.starts_with('.')).then(|| format!("{table}.csv"))
}

fn locked(compiled: &Compiled, taken: &Taken, over: &Overrides) -> Lock {
    let plan = &compiled.plan;
    let tables = taken.tables.iter().enumerate().map(|(at, digests)| {
        let (spec, table) = (&compiled.spec.tables[at], plan.table(TableId(at)));
        let identities = column_identities(compiled, TableId(at));
        let columns = table.visible.iter().zip(identities).enumerate().map(|(place, (visible, id))| {
            let column = plan.column(*visible);
            let hashes = digests.columns[place].iter().map(|digest| digest.to_string());
            Column {
                id,
                name: column.name.clone(),
                data_type: type_name(&logical_type(&column.data_type)),
                content: digests.whole(place),
                chunks: hashes.filter_map(|text| Some(text.split_once(':')?.1.to_owned())).collect(),
            }
        });
        let id = spec.identity().to_owned();
        let (name, rows, chunks) = (table.name.clone(), digests.rows(), digests.chunks.clone());
        Table { id, name, rows, file: None, chunks, columns: columns.collect() }
    });
    let run = |run: &crate::engine::Run| Run {
        table: table_identity(compiled, run.table),
        family: run.is_family,
        rows: run.rows,
        step: run.step,
    };
    Lock {
        lock: 0,
        seal: String::new(),
        tool: TOOL.to_owned(),
        edition: EDITION,
        over: Over::from(over),
        spec: Lock::lines(&compiled.source.text),
        files: plan.file_hashes(),
        runs: taken.runs.iter().map(run).collect(),
        tables: tables.collect(),
    }
}

/// The identity of a table.
fn table_identity(compiled: &Compiled, table: TableId) -> String {
    compiled.spec.tables[table.0].identity().to_owned()
}

/// The identities of a table's visible columns, in their order: of each its `id`, or its name.
fn column_identities(compiled: &Compiled, table: TableId) -> Vec<String> {
    let columns = compiled.spec.tables[table.0].columns.iter();
    let ids: BTreeMap<&str, &str> =
        columns.filter_map(|column| Some((column.name.text.as_str(), column.id.as_ref()?.text.as_str()))).collect();
    let names = compiled.plan.table(table).visible.iter().map(|id| compiled.plan.column(*id).name.as_str());
    names.map(|name| ids.get(name).copied().unwrap_or(name).to_owned()).collect()
}

/// A whole table as CSV.
fn text_of(compiled: &Compiled, engine: &Engine<'_>, table: TableId) -> Result<Vec<u8>, Diagnostics> {
    let shapes = shapes(compiled, &[table])?;
    let csv = formats::find("csv").expect("CSV is among the formats");
    let opening = Opening { tables: &shapes, origin: &formats::Origin::default() };
    let format = (csv.open)(&serde_json::Value::Null, &opening).expect("no option is wrong");
    let shape: &TableShape = &shapes[0];
    let layout = format.layout(&[shape], false).expect("one table is always possible");
    let batch = engine.batch(table, 0..engine.rows(table));
    Ok(whole_file(layout, &batch))
}

fn whole_file(layout: Layout, batch: &arrow_array::RecordBatch) -> Vec<u8> {
    let mut text = layout.head;
    let encoder = &layout.encoders[0];
    let block = encoder.encode(batch, Vec::new());
    encoder.joiner().append(block, &mut text).expect("memory can be written to");
    text.extend(layout.tail);
    text
}
