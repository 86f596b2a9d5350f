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

/// Columns of a page's text: lines that are much longer are hard to read.
const PAGE: usize = 100;

/// Markdown with its paragraphs wrapped, each line indented; tables, lists and code are left as they are.
pub fn wrapped(markdown: &str, indent: &str) -> String {
    let mut is_code = false;
    let mut text = String::new();
    let mut paragraph = String::new();
    for line in markdown.trim_end().lines() {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        let is_fixed = is_code || is_fence || line.starts_with(['|', ' ']);
        if is_fixed || line.is_empty() || is_item(line) {
            wrap_paragraph(&mut paragraph, indent, &mut text);
        }
        match line {
            line if is_fixed => text += &format!("{indent}{line}\n"),
            "" => text.push('\n'),
            line if paragraph.is_empty() => paragraph.push_str(line),
            line => paragraph += &format!(" {line}"),
        }
    }
    wrap_paragraph(&mut paragraph, indent, &mut text);
    text
}

/// Whether a line begins an item of a list, which is a paragraph of its own.
fn is_item(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with("- ") || line.starts_with("* ") || (number.len() < line.len() && number.starts_with(". "))
}

fn wrap_paragraph(paragraph: &mut String, indent: &str, text: &mut String) {
    if !paragraph.is_empty() {
        wrap_line(paragraph, indent, text);
        paragraph.clear();
    }
}

fn wrap_line(line: &str, indent: &str, text: &mut String) {
    let mut used = 0;
    for word in line.split(' ') {
        let width = word.chars().count();
        if used > 0 && indent.len() + used + 1 + width > PAGE {
            text.push('\n');
            used = 0;
        }
        text.push_str(if used > 0 { " " } else { indent });
        text.push_str(word);
        used += width + usize::from(used > 0);
    }
    text.truncate(text.trim_end_matches(' ').len());
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_wrap_and_code_does_not() {
        let long = "word ".repeat(50);
        assert!(wrapped(&long, "  ").lines().all(|line| line.len() <= PAGE && line.starts_with("  word")));
        let code = format!("```\n{long}\n```");
        assert_eq!(wrapped(&code, "").lines().count(), 3);
        assert_eq!(wrapped("a\n\nb", ""), "a\n\nb\n");
        assert_eq!(wrapped("lines of\na source\n- one\n- two\n| a |", ""), "lines of a source\n- one\n- two\n| a |\n");
    }
}
