//! Two specs -> the blast radius of the edit between them, for people, for a pull request or for programs. Nothing is made.

mod markdown;
mod phrases;
mod text;

use std::io;
use std::path::Path;

use serde_json::{Value, json};

use super::Diff;
use crate::blast::{ColumnRadius, Radius, Reason, RowsRadius, TableRadius, compare};
use crate::cli::exit::Exit;
use crate::cli::load::load_or_report;
use crate::cli::report::Reporter;
use crate::cli::terminal::{Terminal, put};
use crate::plan::Overrides;

/// Compares two specs.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Diff, terminal: Terminal) -> io::Result<Exit> {
    let reporter = Reporter::new(&args.form.name, terminal);
    let load = |path: &Path| load_or_report(path, &args.specs.over, &reporter, true);
    let radius = match (load(&args.left), load(&args.right)) {
        (Ok(old), Ok(new)) => compare(&old, &new, &Overrides::from(&args.specs.over)),
        (Err(old), Err(new)) => return Ok(old.or(new)),
        (Err(exit), _) | (_, Err(exit)) => return Ok(exit),
    };
    if !args.quiet {
        put(&shown(&radius, args))?;
    }
    Ok(if radius.can_change() { Exit::Findings } else { Exit::Done })
}

/// A radius for people.
pub fn page(radius: &Radius) -> String {
    text::page(radius)
}

fn shown(radius: &Radius, args: &Diff) -> String {
    match (args.json, args.specs.markdown) {
        (true, _) => format!("{:#}\n", to_json(radius)),
        (_, true) => markdown::page(radius),
        _ => text::page(radius),
    }
}

fn to_json(radius: &Radius) -> Value {
    json!({
        "can_change": radius.can_change(),
        "summary": phrases::summary(radius),
        "tables": radius.tables.iter().map(table).collect::<Vec<_>>(),
        "notes": reasons(&radius.notes),
    })
}

fn table(table: &TableRadius) -> Value {
    json!({
        "table": table.table,
        "old_name": table.old_name,
        "rows": rows(&table.rows),
        "columns": table.columns.iter().map(column).collect::<Vec<_>>(),
    })
}

fn rows(rows: &RowsRadius) -> Value {
    json!({
        "change": rows.change.name(),
        "old": rows.old.round() as u64,
        "new": rows.new.round() as u64,
        "exact": rows.is_exact,
        "reasons": reasons(&rows.reasons),
    })
}

fn column(column: &ColumnRadius) -> Value {
    json!({
        "column": column.column,
        "old_name": column.old_name,
        "hidden": column.is_hidden,
        "verdict": column.verdict.name(),
        "can_change": column.verdict.can_change(),
        "through": column.chain,
        "reasons": reasons(&column.reasons),
    })
}

fn reasons(reasons: &[Reason]) -> Value {
    let reason =
        |reason: &Reason| json!({ "text": reason.text, "old_line": reason.old_line, "new_line": reason.new_line });
    reasons.iter().map(reason).collect()
}
