//! Two outputs and what the command line says of them -> what differs, printed.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use super::{Diff, refuse, show};
use crate::build::shapes;
use crate::cli::args::{DiffData, Over};
use crate::cli::exit::Exit;
use crate::cli::load::load_or_report;
use crate::cli::report::Reporter;
use crate::cli::terminal::{Terminal, put};
use crate::compare::{KnownTable, Settings, compare, tables};
use crate::compile::Compiled;
use crate::diag::Diagnostic;
use crate::plan::TableId;
use crate::readers::{Column, ReadOptions};

/// Compares two outputs: standard output says what differs, the exit code whether anything does.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Diff, terminal: Terminal) -> io::Result<Exit> {
    let known = match args.data.spec.as_deref().map(|path| known(path, args, terminal)).transpose() {
        Ok(known) => known.unwrap_or_default(),
        Err(exit) => return Ok(exit),
    };
    let outcome = settings(&args.data, known).and_then(|settings| {
        let options = ReadOptions::parse(&args.data.option)?;
        compare(&tables(&args.left, &options)?, &tables(&args.right, &options)?, &settings)
    });
    let report = match outcome {
        Ok(report) => report,
        Err(error) => return Ok(refuse(error, args, terminal)),
    };
    if args.json {
        put(&show::json(&report))?;
    } else if !args.quiet {
        put(&show::text(&report))?;
    }
    Ok(if report.is_equal() { Exit::Done } else { Exit::Findings })
}

/// What a spec says of its tables.
fn known(path: &Path, args: &Diff, terminal: Terminal) -> Result<BTreeMap<String, KnownTable>, Exit> {
    let over = Over { profile: None, seed: None, set: Vec::new() };
    let reporter = Reporter::new(&args.form.name, terminal);
    let compiled = load_or_report(path, &over, &reporter, true)?;
    match known_tables(&compiled) {
        Ok(known) => Ok(known),
        Err(found) => {
            reporter.report(&found, Some(&compiled.source));
            Err(Exit::of(&found))
        }
    }
}

fn known_tables(compiled: &Compiled) -> Result<BTreeMap<String, KnownTable>, crate::diag::Diagnostics> {
    let ids: Vec<TableId> = (0..compiled.plan.tables.len()).map(TableId).collect();
    let known = shapes(compiled, &ids)?.into_iter().map(|shape| {
        let columns = shape.schema.fields().iter().map(|field| Column::of_field(field));
        let families = columns.map(|column| (column.name, column.family)).collect();
        (shape.name, KnownTable { key: shape.key, families })
    });
    Ok(known.collect())
}

fn settings(said: &DiffData, known: BTreeMap<String, KnownTable>) -> Result<Settings, Diagnostic> {
    Ok(Settings {
        keys: said.key.iter().map(|text| key(text)).collect(),
        by_position: said.by_position,
        known,
        tolerances: said.tolerance.iter().map(|text| tolerance(text)).collect::<Result<_, _>>()?,
        limit: usize::from(said.limit),
        memory: said.memory,
    })
}

/// `users=id`, `id`, `order_id,number`.
fn key(text: &str) -> (Option<String>, Vec<String>) {
    let (table, columns) = match text.split_once('=') {
        Some((table, columns)) => (Some(table.trim().to_owned()), columns),
        None => (None, text),
    };
    (table, columns.split(',').map(|column| column.trim().to_owned()).collect())
}

/// `1e-9`, `price=0.01`.
fn tolerance(text: &str) -> Result<(Option<String>, f64), Diagnostic> {
    let (column, number) = match text.rsplit_once('=') {
        Some((column, number)) => (Some(column.trim().to_owned()), number),
        None => (None, text),
    };
    match number.trim().parse::<f64>() {
        Ok(number) if number >= 0.0 && number.is_finite() => Ok((column, number)),
        _ => Err(Diagnostic::error("E0909", format!("`{number}` is no tolerance"))
            .help("write a number from 0 on, such as `1e-9`, or `price=0.01` for one column")),
    }
}
