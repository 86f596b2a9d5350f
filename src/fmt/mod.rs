//! A spec's text -> the same spec in the canonical order and style, its comments kept.
//!
//! | step | in -> out |
//! |---|---|
//! | [`read()`] | text -> [`Document`]: values with style, comments and blank lines |
//! | [`order()`] | keys that the language names in the canonical order |
//! | [`explicit()`] | shorthands in their long form, only when asked for |
//! | [`write()`] | [`Document`] -> text |
//! | [`format()`] | all of them, and the proof that nothing but the looks has changed |
//! | [`canonical()`] | a document made by hand -> text, without the detour |
//!
//! A byte-order mark goes; line ends stay what they are at the end of the first line.

mod comments;
mod events;
mod explicit;
mod order;
mod read;
mod scalar;
mod tree;
mod write;

pub use explicit::explicit;
pub use order::order;
pub use tree::{Collection, Comment, Document, Entry, Form, Kind, Layout, Line, Scalar, Style, Value};
pub use write::{WIDTH, write};

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{self, Node, SpecSource};
use crate::spec;

/// Whether shorthands are written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shorthands {
    /// As the author wrote them.
    #[default]
    Keep,
    /// In their long form.
    Expand,
}

/// The comment by which an editor finds the schema; it stands first.
const MODELINE: &str = "# yaml-language-server:";

/// Reads a text as a document. The text must be YAML as [`source::parse`] takes it.
///
/// # Errors
/// What [`source::parse`] finds.
pub fn read(source: &SpecSource) -> Result<Document, Diagnostics> {
    source::parse(source)?;
    read_again(source)
}

/// Reads a text that has been parsed before.
fn read_again(source: &SpecSource) -> Result<Document, Diagnostics> {
    read::read(&with_line_feeds(&source.text)).ok_or_else(|| unkept(source, "the document").into())
}

/// Formats a spec. It need not compile, but it must be YAML.
///
/// # Errors
/// What [`source::parse`] finds; `E1102` where the text cannot be laid out without changing what it says.
pub fn format(source: &SpecSource, shorthands: Shorthands) -> Result<String, Diagnostics> {
    let before = source::parse(source)?;
    let mut document = read_again(source)?;
    if shorthands == Shorthands::Expand {
        explicit(&mut document);
    }
    order(&mut document, &spec::schema_for(&before));
    lift_modeline(&mut document);
    let text = write(&document);
    prove(source, &before, &text, shorthands)?;
    Ok(if source.text.split_inclusive('\n').next().is_some_and(|line| line.ends_with("\r\n")) {
        text.replace('\n', "\r\n")
    } else {
        text
    })
}

/// The text of a document that was made by hand, as [`format()`] would lay it out.
pub fn canonical(document: &mut Document) -> String {
    let mut words = BTreeSet::new();
    document.root.gather_words(&mut words);
    let schema = spec::schema_of(&words);
    order(document, &schema);
    lift_modeline(document);
    write(document)
}

/// A text with line feeds as its only line ends.
fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Moves the line for editors to the top.
fn lift_modeline(document: &mut Document) {
    let is_modeline = |line: &Line| matches!(line, Line::Text(text) if text.starts_with(MODELINE));
    if let Some(at) = document.head.iter().position(is_modeline) {
        let line = document.head.remove(at);
        document.head.insert(0, line);
    }
}

/// Proves that a formatted text says what the text before it said, comments included.
fn prove(source: &SpecSource, before: &Node, text: &str, shorthands: Shorthands) -> Result<(), Diagnostics> {
    let after = SpecSource { text: text.to_owned(), ..source.clone() };
    let Ok(node) = source::parse(&after) else { return Err(unkept(source, "its YAML").into()) };
    if shorthands == Shorthands::Keep && !is_same(before, &node) {
        return Err(unkept(source, "its values").into());
    }
    match comments_of(&source.text) == comments_of(text) {
        true => Ok(()),
        false => Err(unkept(source, "its comments").into()),
    }
}

/// Whether two trees differ in nothing but places and the order of keys.
fn is_same(left: &Node, right: &Node) -> bool {
    let (own, other) = (left.entries(), right.entries());
    if own.is_empty() && other.is_empty() {
        let (own, other) = (left.items(), right.items());
        let is_leaf = own.is_empty() && other.is_empty();
        return if is_leaf {
            left.value == right.value
        } else {
            own.len() == other.len() && own.iter().zip(other).all(|(left, right)| is_same(left, right))
        };
    }
    let is_there = |entry: &source::Entry| right.get(&entry.key).is_some_and(|value| is_same(&entry.value, value));
    own.len() == other.len() && own.iter().all(is_there)
}

/// The comments of a text, sorted.
fn comments_of(text: &str) -> Vec<String> {
    let text = with_line_feeds(text);
    let (root, _) = events::read(&text);
    let mut found: Vec<String> =
        comments::find(&text, root.as_ref()).into_iter().map(|found| found.text.to_owned()).collect();
    found.sort();
    found
}

fn unkept(source: &SpecSource, what: &str) -> Diagnostic {
    Diagnostic::error("E1102", format!("`{}` cannot be laid out anew without changing {what}", source.name))
        .note("the file was not touched")
        .help("write unusual YAML in a plainer way: keys without `?`, texts in double quotes; and please report it")
}

#[cfg(test)]
mod tests;
