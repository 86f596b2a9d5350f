//! `synth build`: a spec -> files or standard output.

mod depfile;
mod fresh;
mod outputs;
mod progress;
mod summary;

use std::io;
use std::time::Instant;

use super::args::Build;
use super::exit::Exit;
use super::load::load_or_report;
use super::report::{Reporter, say};
use super::terminal::Terminal;
use crate::build::{self, Failure, Job, Request, Slice, tables_named};
use crate::compile::Compiled;
use crate::diag::{Diagnostic, Diagnostics};
use crate::engine::CHUNK_ROWS;
use crate::output::Settings;
use crate::plan::{Overrides, TableId};
use outputs::STDOUT;
use progress::Bars;
use summary::Summary;

/// Runs `synth build`.
///
/// # Errors
/// Standard output cannot be written.
#[expect(clippy::disallowed_methods, reason = "the summary says how long it took; no value depends on it")]
pub fn run(args: &Build, terminal: Terminal) -> io::Result<Exit> {
    let begun = Instant::now();
    let reporter = Reporter::new(&args.form.name, terminal);
    let compiled = match load_or_report(&args.spec, &args.over, &reporter, args.quiet) {
        Ok(compiled) => compiled,
        Err(exit) => return Ok(exit),
    };
    let refuse = |found: &Diagnostics| {
        reporter.report(found, Some(&compiled.source));
        Exit::of(found)
    };
    let mut request = match request(args, &compiled) {
        Ok(request) => request,
        Err(found) => return Ok(refuse(&found)),
    };
    if let Some(Err(found)) = args.depfile.as_deref().map(|path| depfile::check(path, &request.outputs)) {
        return Ok(refuse(&found.into()));
    }
    if args.if_changed {
        match fresh::is_fresh(args, &compiled, &mut request) {
            Ok(true) => return Ok(Exit::Done),
            Ok(false) => {}
            Err(found) => return Ok(refuse(&found)),
        }
    }
    let pool = match build::pool(args.threads.map_or(0, usize::from)) {
        Ok(pool) => pool,
        Err(failure) => return stopped(&failure),
    };
    let job = match pool.install(|| Job::prepare(&compiled, &request)) {
        Ok(job) => job,
        Err(found) => return Ok(refuse(&found)),
    };
    let names: Vec<&str> = request.tables.iter().map(|id| compiled.plan.table(*id).name.as_str()).collect();
    let is_live = terminal.is_live && !args.quiet && request.outputs.iter().all(|output| output.path != STDOUT);
    let bars = Bars::new(&names, &job.expected_rows(), is_live);
    let outcome = job.run(&pool, &|step| bars.advance(step));
    let rows = bars.finish();
    match outcome {
        Ok(outcome) => {
            if let Some(path) = &args.depfile
                && let Err(exit) = depfile::write(path, &compiled, &outcome.written)
            {
                return Ok(exit);
            }
            let seconds = begun.elapsed().as_secs_f64();
            let written = outcome.written;
            let summary = Summary { plan: &compiled.plan, tables: &names, rows, written, seconds };
            summary.show(args).map(|()| Exit::Done)
        }
        Err(failure) => stopped(&failure),
    }
}

/// What is to be built, from what was said.
fn request(args: &Build, compiled: &Compiled) -> Result<Request, Diagnostics> {
    let asked = match args.table.is_empty() {
        true => (0..compiled.plan.tables.len()).map(TableId).collect(),
        false => tables_named(&compiled.plan, &args.table)?,
    };
    let slice = match (args.rows, args.shard) {
        (Some(rows), _) => Slice::Rows { start: rows.start, end: rows.end },
        (None, Some(shard)) => Slice::Shard { index: shard.index, of: shard.of },
        (None, None) => Slice::Whole,
    };
    let (outputs, tables) = outputs::resolve(args, compiled, asked, &slice)?;
    if args.json && outputs.iter().any(|output| output.path == STDOUT) {
        let error = Diagnostic::error("E0811", "`--json` and `-o -` would both write to standard output");
        return Err(error.help("write the data to a file, or leave out `--json`").into());
    }
    let digest = outputs.iter().any(|output| output.manifest);
    let hash = digest || args.json || !args.quiet;
    let settings = Settings { overwrite: args.overwrite, hash, digest, ..Settings::default() };
    let chunk_rows = args.chunk_rows.unwrap_or(CHUNK_ROWS);
    Ok(Request { tables, slice, outputs, settings, chunk_rows, overrides: Overrides::from(&args.over) })
}

/// Reports a failure; a reader that has gone is none.
fn stopped(failure: &Failure) -> io::Result<Exit> {
    match failure {
        Failure::Write(error) if error.is_broken_pipe() => Ok(Exit::Done),
        failure => {
            say(&format!("error: {failure}\n  nothing of this build has been left behind\n"));
            Ok(Exit::Files)
        }
    }
}
