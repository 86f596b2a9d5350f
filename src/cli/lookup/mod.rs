//! Registries -> lists and pages: what there is, and what one of it does.

pub mod formats;
pub mod generators;
pub mod params;

use std::io;

use serde_json::Value;

use super::exit::Exit;
use super::report::Reporter;
use super::terminal::{self, Terminal};
use crate::diag::Diagnostic;

/// Writes a page as JSON or as text.
///
/// # Errors
/// Standard output cannot be written.
pub fn put(as_json: bool, json: impl FnOnce() -> Value, text: impl FnOnce() -> String) -> io::Result<Exit> {
    let page = if as_json { format!("{:#}\n", json()) } else { text() };
    terminal::put(&page).map(|()| Exit::Done)
}

/// Reports a name that does not exist; `list` is the command that shows those that do.
pub fn unknown<'a>(
    what: &str,
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    list: &str,
    terminal: Terminal,
) -> Exit {
    let error = Diagnostic::error("E0810", format!("there is no {what} `{name}`")).suggest(name, known);
    let found = error.help(format!("`{list}` lists them all")).into();
    Reporter::new("full", terminal).report(&found, None);
    Exit::of(&found)
}

/// Names and summaries in two columns, indented.
fn two_columns<'a>(rows: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> String {
    let width = rows.clone().map(|(name, _)| name.len()).max().unwrap_or(0);
    rows.map(|(name, about)| format!("  {name:width$}  {about}\n")).collect()
}

/// Text that wraps at a width, each line indented; lines of tables, lists and code are left as they are.
fn indented(markdown: &str) -> String {
    markdown.trim_end().lines().map(|line| format!("  {line}").trim_end().to_owned() + "\n").collect()
}
