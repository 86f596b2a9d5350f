//! `synth check`: specs -> all findings. For people on standard error; for programs, whose data they are, on standard
//! output.

use std::io;
use std::path::Path;

use super::args::Check;
use super::exit::Exit;
use super::load::load;
use super::report::{Counts, Reporter, count, say};
use super::terminal::{Terminal, put};
use crate::build;
use crate::compile::{Compiled, Refused};
use crate::diag::{Diagnostics, render};
use crate::source::SpecSource;

/// What was found in one spec.
struct Checked {
    source: Option<SpecSource>,
    found: Diagnostics,
    about: String,
}

/// Runs `synth check`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Check, terminal: Terminal) -> io::Result<Exit> {
    let reporter = Reporter::new(&args.form.name, terminal);
    let checked: Vec<Checked> = args.specs.iter().map(|path| check(path, args)).collect();
    if reporter.is_for_programs() {
        let all: Vec<_> = checked.iter().map(|spec| (&spec.found, spec.source.as_ref())).collect();
        put(&render::all(&args.form.name, &all))?;
    } else {
        checked.iter().for_each(|spec| for_people(spec, &reporter));
    }
    let counts = checked.iter().fold(Counts::default(), |mut sum, spec| {
        sum += Counts::of(&spec.found);
        sum
    });
    if checked.len() > 1 && !reporter.is_for_programs() {
        say(&format!("{}: {counts}\n", count(checked.len() as u64, "spec")));
    }
    let exit = checked.iter().fold(Exit::Done, |exit, spec| exit.or(Exit::of(&spec.found)));
    Ok(if args.strict && counts.warnings > 0 { exit.or(Exit::Findings) } else { exit })
}

fn check(path: &Path, args: &Check) -> Checked {
    match load(path, &args.over) {
        Ok(mut compiled) => {
            compiled.warnings.extend(outputs(&compiled));
            let tables = &compiled.plan.tables;
            let columns: usize = tables.iter().map(|table| table.visible.len()).sum();
            let about = format!("{}, {}", count(tables.len() as u64, "table"), count(columns as u64, "column"));
            Checked { source: Some(compiled.source), found: compiled.warnings, about }
        }
        Err(Refused { source, found }) => Checked { source, found, about: String::new() },
    }
}

/// What is wrong with the spec's outputs, wherever they are built.
fn outputs(compiled: &Compiled) -> Diagnostics {
    // Rows are counted where a format holds only so many, and that needs the room that a build has.
    match build::pool(0) {
        Ok(pool) => pool.install(|| build::check_outputs(compiled)),
        Err(_) => build::check_outputs(compiled),
    }
}

fn for_people(spec: &Checked, reporter: &Reporter) {
    reporter.report(&spec.found, spec.source.as_ref());
    if let (false, Some(source)) = (spec.found.has_errors(), &spec.source) {
        say(&format!("{}: ok, {}\n", source.name, spec.about));
    }
}
