//! A template that only names columns -> its pieces.

use std::ops::Range;

/// A piece of a plain template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Text as it is.
    Text(String),
    /// The value of a column.
    Column {
        /// The column's name, dotted.
        path: String,
        /// Where it stands in the template, in bytes.
        range: Range<usize>,
    },
}

/// Words of the template language that look like names.
const WORDS: &[&str] =
    &["true", "false", "none", "True", "False", "None", "not", "in", "is", "and", "or", "if", "else"];

/// The pieces of a template without filters, conditions, comments or other logic; `None` for one that has some. As in
/// Jinja one line break at the end is dropped.
pub fn pieces(template: &str) -> Option<Vec<Piece>> {
    if template.contains("{%") || template.contains("{#") {
        return None;
    }
    let end = template.strip_suffix('\n').unwrap_or(template).len();
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(open) = template[at..end].find("{{").map(|open| at + open) {
        let close = open + template[open..end].find("}}")?;
        let inner = &template[open + 2..close];
        let path = inner.trim();
        if !is_path(path) {
            return None;
        }
        push_text(&template[at..open], &mut pieces);
        let start = open + 2 + (inner.len() - inner.trim_start().len());
        pieces.push(Piece::Column { path: path.to_owned(), range: start..start + path.len() });
        at = close + 2;
    }
    push_text(&template[at..end], &mut pieces);
    Some(pieces)
}

fn push_text(text: &str, pieces: &mut Vec<Piece>) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

fn is_path(text: &str) -> bool {
    !WORDS.contains(&text) && text.split('.').all(is_identifier)
}

fn is_identifier(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.bytes().all(is_word) && text.bytes().next().is_some_and(|byte| !byte.is_ascii_digit())
}
