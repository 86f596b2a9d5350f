//! `synth golden`: specs and a folder of goldens -> what has changed since, or goldens of now.

#![expect(clippy::disallowed_methods, reason = "goldens are looked for on the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::ThreadPool;
use serde_json::{Value, json};

use super::args::{Golden, GoldenAction, GoldenCheck, GoldenUpdate, Over};
use super::exit::Exit;
use super::report::{Reporter, count, grouped, say};
use super::specs::find;
use super::terminal::{Terminal, put};
use crate::build::pool;
use crate::compile::{Refused, compile_path};
use crate::diag::{Diagnostic, Diagnostics, render};
use crate::golden::against::{Against, CellsChange, ColumnChange, TableChange};
use crate::golden::{Checked, Subject, Updated, check, findings, lock, update};
use crate::plan::Overrides;

/// Runs `synth golden`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Golden, terminal: Terminal) -> io::Result<Exit> {
    match &args.action {
        GoldenAction::Check(args) => run_check(args, terminal),
        GoldenAction::Update(args) => run_update(args, terminal),
    }
}

fn run_check(args: &GoldenCheck, terminal: Terminal) -> io::Result<Exit> {
    let reporter = Reporter::new(&args.form.name, terminal);
    let Begun { subjects, orphans, pool } = match Begun::new(&args.paths, args.threads, &reporter) {
        Ok(begun) => begun,
        Err(exit) => return Ok(exit),
    };
    let mut checked: Vec<(String, Checked)> = Vec::new();
    for subject in &subjects {
        let outcome = pool.install(|| check(subject));
        if !reporter.is_for_programs() && !args.json {
            reporter.report(&outcome.found, outcome.source.as_ref());
            if !args.quiet || !outcome.found.is_empty() {
                say(&format!("{}\n", in_a_line(&subject.name, &outcome)));
            }
        }
        checked.push((subject.name.clone(), outcome));
    }
    let orphans = orphans.into_iter().fold(Diagnostics::new(), |mut all, orphan| {
        all.push(orphan);
        all
    });
    let mut all: Vec<_> = checked.iter().map(|(_, one)| (&one.found, one.source.as_ref())).collect();
    if !orphans.is_empty() {
        all.push((&orphans, None));
    }
    match () {
        () if args.json => put(&format!("{:#}\n", to_json(&checked, &orphans)))?,
        () if reporter.is_for_programs() => put(&render::all(&args.form.name, &all))?,
        () => reporter.report(&orphans, None),
    }
    if !reporter.is_for_programs()
        && !args.json
        && (!args.quiet || checked.iter().any(|(_, one)| !one.found.is_empty()))
    {
        say(&total(&checked));
    }
    Ok(all.iter().fold(Exit::Done, |exit, (found, _)| exit.or(Exit::of(found))))
}

/// What both subcommands begin with.
struct Begun {
    subjects: Vec<Subject>,
    orphans: Vec<Diagnostic>,
    pool: ThreadPool,
}

impl Begun {
    /// Finds the specs, and starts threads; what is wrong is reported.
    fn new(paths: &[PathBuf], threads: Option<u16>, reporter: &Reporter) -> Result<Self, Exit> {
        let (subjects, orphans) = subjects(paths).map_err(|found| {
            reporter.report(&found, None);
            Exit::of(&found)
        })?;
        let pool = pool(threads.map_or(0, usize::from)).map_err(|failure| {
            say(&format!("error: {failure}\n"));
            Exit::Files
        })?;
        Ok(Self { subjects, orphans, pool })
    }
}

fn run_update(args: &GoldenUpdate, terminal: Terminal) -> io::Result<Exit> {
    let reporter = Reporter::new(&args.form.name, terminal);
    let Begun { subjects, pool, .. } = match Begun::new(&args.paths, args.threads, &reporter) {
        Ok(begun) => begun,
        Err(exit) => return Ok(exit),
    };
    let over = said(&args.over);
    let known = over.as_ref().is_some_and(|over| is_somebodys(&subjects, over));
    let mut exit = Exit::Done;
    for subject in &subjects {
        let mut note = "";
        let mut outcome = pool.install(|| update(subject, over.as_ref(), args.file_rows));
        // Of many specs, those that have the profile take it.
        if known && outcome.as_ref().err().is_some_and(lacks_profile) {
            note = ", without the profile, which it does not have";
            let without = over.clone().map(|over| Overrides { profile: None, ..over });
            outcome = pool.install(|| update(subject, without.as_ref(), args.file_rows));
        }
        match outcome {
            Ok(updated) if !args.quiet => say(&format!("{}: {}{note}\n", subject.name, done(updated, subject))),
            Ok(_) => {}
            Err(Refused { source, found }) => {
                reporter.report(&found, source.as_ref());
                say(&format!("{}: not updated\n", subject.name));
                exit = exit.or(Exit::of(&found));
            }
        }
    }
    Ok(exit)
}

/// Whether one of the specs has the profile; a profile that none has is a slip.
fn is_somebodys(subjects: &[Subject], over: &Overrides) -> bool {
    let has =
        |subject: &Subject| compile_path(&subject.spec, over).err().is_none_or(|refused| !lacks_profile(&refused));
    over.profile.is_some() && subjects.iter().any(has)
}

/// Whether a spec was refused because it has no such profile, and for nothing else.
fn lacks_profile(refused: &Refused) -> bool {
    !refused.found.is_empty() && refused.found.iter().all(|finding| finding.code == "E0414")
}

fn done(updated: Updated, subject: &Subject) -> String {
    match updated {
        Updated::New => format!("a new golden, {}", subject.folder.display()),
        Updated::Changed => "updated".to_owned(),
        Updated::Anew => "written anew; what was there could not be trusted".to_owned(),
        Updated::Same => "as it was".to_owned(),
    }
}

/// What was said over the specs; `None` where nothing was.
fn said(over: &Over) -> Option<Overrides> {
    let is_silent = over.seed.is_none() && over.profile.is_none() && over.set.is_empty();
    (!is_silent).then(|| Overrides::from(over))
}

/// The specs of paths with their goldens, and what is wrong with goldens that have no spec.
fn subjects(paths: &[PathBuf]) -> Result<(Vec<Subject>, Vec<Diagnostic>), Diagnostics> {
    let (golden, specs) = paths.split_last().expect("the command line demands two");
    let mut found = Diagnostics::new();
    let mut subjects = Vec::new();
    for path in specs {
        match path.is_dir() {
            true => match find(path) {
                Ok(specs) => subjects.extend(specs.iter().map(|spec| subject(spec, path, golden))),
                Err(error) => {
                    let listed = Diagnostic::error("E0101", format!("`{}` cannot be listed", path.display()));
                    found.push(listed.note(error.to_string()).help("give yourself permission to read it"));
                }
            },
            false if path.is_file() => subjects.push(subject(path, path.parent().unwrap_or(Path::new("")), golden)),
            false => {
                let error = Diagnostic::error("E0101", format!("`{}` is not there", path.display()));
                found.push(error.help("name specs or folders of specs, and at last the folder of goldens"));
            }
        }
    }
    if subjects.is_empty() && !found.has_errors() {
        let error = Diagnostic::error("E0101", "there is no spec in these folders");
        found.push(error.help("a spec is a file that ends in .yaml or .yml and has a `synth:` key"));
    }
    found.extend(shared(&subjects));
    let is_whole = specs.iter().any(|path| path.is_dir());
    let orphans = if is_whole { orphans(golden, &subjects) } else { Vec::new() };
    found.into_result((subjects, orphans)).map(|(found, _)| found)
}

/// Two specs whose goldens would be one: the later update would take the earlier one's place.
fn shared(subjects: &[Subject]) -> Diagnostics {
    let mut owners: BTreeMap<&Path, &Path> = BTreeMap::new();
    let mut found = Diagnostics::new();
    for subject in subjects {
        if let Some(other) = owners.insert(&subject.folder, &subject.spec) {
            found.push(findings::shared(other, &subject.spec, &subject.folder));
        }
    }
    found
}

fn subject(spec: &Path, base: &Path, golden: &Path) -> Subject {
    let name = spec.strip_prefix(base).unwrap_or(spec).with_extension("");
    Subject { name: name.display().to_string(), spec: spec.to_owned(), folder: golden.join(&name) }
}

/// Goldens without a spec.
fn orphans(golden: &Path, subjects: &[Subject]) -> Vec<Diagnostic> {
    let mut folders = Vec::new();
    locks(golden, &mut folders);
    folders.retain(|folder| subjects.iter().all(|subject| subject.folder != *folder));
    folders.iter().map(|folder| findings::no_spec(folder)).collect()
}

fn locks(folder: &Path, found: &mut Vec<PathBuf>) {
    if folder.join(lock::NAME).is_file() {
        found.push(folder.to_owned());
    }
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    // Links are not followed: they may lead round in a circle.
    let is_folder = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_dir());
    let mut inside: Vec<PathBuf> = entries.filter(is_folder).map(|entry| entry.path()).collect();
    inside.sort();
    inside.iter().for_each(|path| locks(path, found));
}

/// `shop: 2 of 27 columns differ; the other 25 are identical`.
fn in_a_line(name: &str, checked: &Checked) -> String {
    let Some(against) = &checked.against else { return format!("{name}: not compared") };
    let columns = || against.tables.iter().flat_map(|table| &table.columns);
    let (all, same) = (columns().count(), columns().filter(|column| column.is_same()).count());
    let rows: u64 = against.tables.iter().filter_map(|table| table.rows.1).sum();
    match checked.found.is_empty() {
        true => format!("{name}: as it was: {}, {}", count(all as u64, "column"), count(rows, "row")),
        false if against.is_same() => format!("{name}: values are as they were, files of the golden are not"),
        false => {
            let moved = against.tables.iter().filter(|table| table.rows.0 != table.rows.1).count();
            let rows = match moved {
                0 => String::new(),
                tables => format!("{} with other rows, ", count(tables as u64, "table")),
            };
            let changed = format!("{} of {} differ", grouped((all - same) as u64), count(all as u64, "column"));
            format!("{name}: {rows}{changed}; the other {} are identical", grouped(same as u64))
        }
    }
}

fn total(checked: &[(String, Checked)]) -> String {
    let same = checked.iter().filter(|(_, one)| one.found.is_empty()).count();
    let differ =
        checked.iter().filter(|(_, one)| one.against.as_ref().is_some_and(|against| !against.is_same())).count();
    let others = checked.len() - same - differ;
    let mut text = format!("{}: {} as they were", count(checked.len() as u64, "golden"), grouped(same as u64));
    if differ > 0 {
        text += &format!(", {} changed", grouped(differ as u64));
    }
    if others > 0 {
        text += &format!(", {} could not be compared", grouped(others as u64));
    }
    text + "\n"
}

fn to_json(checked: &[(String, Checked)], orphans: &Diagnostics) -> Value {
    let goldens = checked.iter().map(|(name, one)| {
        let status = match &one.against {
            None => "not_compared",
            Some(_) if one.found.is_empty() => "same",
            Some(_) => "changed",
        };
        json!({
            "name": name,
            "status": status,
            "lines": one.against.as_ref().map(|against| &against.lines),
            "tables": one.against.as_ref().map(tables_to_json),
            "findings": one.found.iter().map(|finding| json!({ "code": finding.code, "message": finding.message })).collect::<Vec<_>>(),
        })
    });
    json!({
        "goldens": goldens.collect::<Vec<_>>(),
        "orphans": orphans.iter().map(|finding| finding.message.clone()).collect::<Vec<_>>(),
    })
}

fn tables_to_json(against: &Against) -> Vec<Value> {
    let table = |table: &TableChange| {
        json!({
            "name": table.name,
            "old_name": table.old_name,
            "is_same": table.is_same(),
            "rows": { "old": table.rows.0, "new": table.rows.1 },
            "added": table.moved.map(|moved| moved.0),
            "removed": table.moved.map(|moved| moved.1),
            "columns": table.columns.iter().map(column_to_json).collect::<Vec<_>>(),
        })
    };
    against.tables.iter().map(table).collect()
}

fn column_to_json(column: &ColumnChange) -> Value {
    let cells = match &column.cells {
        CellsChange::Same => json!({ "changed": 0 }),
        CellsChange::Unknown { chunks, of } => json!({ "changed": null, "chunks": chunks, "of_chunks": of }),
        CellsChange::Changed { cells, of } => json!({
            "changed": cells.changed,
            "of": of,
            "first": cells.first.as_ref().map(|first| json!({ "row": first.row, "old": first.old, "new": first.new })),
        }),
    };
    json!({
        "name": column.name,
        "old_name": column.old_name,
        "type": { "old": column.types.0, "new": column.types.1 },
        "is_same": column.is_same(),
        "cells": cells,
    })
}
