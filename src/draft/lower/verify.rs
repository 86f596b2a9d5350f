//! A drafted spec's text -> whether what it says works: it compiles, and its first rows can be made.

use crate::cli::sample::first_rows;
use crate::compile::{Compiled, compile};
use crate::diag::{Diagnostic, Severity, Span};
use crate::draft::ir::check::Problem;
use crate::engine::Engine;
use crate::plan::{self, Overrides, TableId};
use crate::source::{self, Entry, Node, SpecSource};
use crate::spec;

/// How many rows of a table are made.
const ROWS: u64 = 50;

/// Compiles a drafted spec and makes the first rows of each table, in memory; gives what was compiled.
///
/// # Errors
/// Every finding that stops a build, with the place in the draft, by names: `/tables/members/columns/phone`. Those of
/// feasibility keep their arithmetic.
pub fn verify(text: &str) -> Result<Compiled, Vec<Problem>> {
    match compile(SpecSource::from_text("draft.yaml", text), &Overrides::default()) {
        Ok(compiled) => dry_build(&compiled).map(|()| compiled),
        Err(refused) => {
            let document = refused.source.as_ref().and_then(|source| source::parse(source).ok());
            let errors = refused.found.iter().filter(|found| found.severity == Severity::Error);
            Err(errors.map(|found| problem(document.as_ref(), found)).collect())
        }
    }
}

/// Makes some rows of each table; a table of which something was said must not be empty.
fn dry_build(compiled: &Compiled) -> Result<(), Vec<Problem>> {
    let engine = Engine::new(&compiled.plan);
    let mut empty = Vec::new();
    for (at, table) in compiled.plan.tables.iter().enumerate() {
        let made = first_rows(&engine, TableId(at), ROWS).num_rows();
        if made == 0 {
            let path = format!("/tables/{}", table.name);
            let problem = Problem::new("E1209", path, format!("`{}` comes out without any row", table.name));
            empty.push(problem.help("raise its rows, or the number of children of each parent"));
        }
    }
    if empty.is_empty() { Ok(()) } else { Err(empty) }
}

/// A finding with its place, its arithmetic and its fixes.
fn problem(document: Option<&Node>, found: &Diagnostic) -> Problem {
    let place = found.primary.as_ref().map(|label| label.span);
    let path = document.zip(place).map_or_else(String::new, |(document, span)| path(document, span));
    let notes: Vec<&str> =
        std::iter::once(found.message.as_str()).chain(found.notes.iter().map(String::as_str)).collect();
    Problem { code: found.code, path, message: notes.join("; "), help: found.help.join("; ") }
}

/// The tables and columns of which the compiler says that values may not fit their type.
pub(super) fn misfits(text: &str) -> Vec<(String, String)> {
    let source = SpecSource::from_text("draft.yaml", text);
    let Ok(document) = source::parse(&source) else { return Vec::new() };
    // Of its shape the whole spec is tried; here only what its formulas come to counts.
    let found = match plan::plan(&spec::read(&document), &source.folder, &Overrides::default()) {
        Ok((_, warnings)) => warnings,
        Err(found) => found,
    };
    let misfits = found.iter().filter(|found| matches!(found.code, "W0401" | "E0425"));
    let places = misfits.filter_map(|found| Some(path(&document, found.primary.as_ref()?.span)));
    let parts = |path: String| {
        let (table, column) = path.strip_prefix("/tables/")?.split_once("/columns/")?;
        Some((table.to_owned(), column.to_owned()))
    };
    places.filter_map(parts).collect()
}

/// The table and column in which a place of the text lies.
fn path(document: &Node, place: Span) -> String {
    let holds = |entry: &&Entry| {
        entry.key_span.start <= place.start && place.start < entry.value.span.end.max(entry.key_span.end)
    };
    let inside = |node: Option<&Node>| node.and_then(|node| node.entries().iter().find(holds).cloned());
    let Some(table) = inside(document.get("tables")) else {
        return inside(Some(document)).map_or_else(String::new, |part| format!("/{}", part.key));
    };
    match inside(table.value.get("columns")) {
        Some(column) => format!("/tables/{}/columns/{}", table.key, column.key),
        None => format!("/tables/{}", table.key),
    }
}
