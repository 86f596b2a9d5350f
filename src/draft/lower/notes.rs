//! Assumptions and questions -> comments at the places of the spec that they are about.

use crate::draft::ir::Ir;
use crate::fmt::{Collection, Comment, Document, Entry, Form, Kind, Layout, Line, Value, WIDTH, write};

/// Where in a spec a path of a draft leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A key of the document.
    Document(&'static str),
    /// The rows of a table.
    Table(String),
    /// A column.
    Column(String, String),
}

/// Comments with their places.
pub(super) struct Notes(Vec<(Place, String)>);

impl Notes {
    /// The comments of a draft.
    pub fn of(ir: &Ir) -> Self {
        let assumed = ir.assumptions.iter().map(|known| {
            let text = if known.text.trim().is_empty() { &known.chosen } else { &known.text };
            (place(&known.path), format!("# assumed: {}", one_line(text)))
        });
        let asked = ir
            .questions
            .iter()
            .map(|asked| (place(&asked.path), format!("# asked: {} {}", one_line(&asked.id), one_line(&asked.text))));
        Self(assumed.chain(asked).filter_map(|(place, text)| Some((place?, text))).collect())
    }

    /// No comments.
    pub fn none() -> Self {
        Self(Vec::new())
    }

    /// Takes the comments of a place out.
    pub fn take(&mut self, place: &Place) -> Vec<String> {
        let (here, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.0).into_iter().partition(|(known, _)| known == place);
        self.0 = rest;
        here.into_iter().map(|(_, text)| text).collect()
    }

    /// The comments whose places are not in the spec.
    pub fn rest(self) -> impl Iterator<Item = String> {
        self.0.into_iter().map(|(_, text)| text)
    }
}

/// The place of `tables.members.columns.phone`, `relationships.orders.customer_id.max_children`, `locale` and their kin;
/// also as JSON pointers.
fn place(path: &str) -> Option<Place> {
    let parts: Vec<&str> = path.split(['.', '/']).filter(|part| !part.is_empty()).collect();
    Some(match parts[..] {
        ["locale", ..] => Place::Document("locale"),
        ["anchor_date" | "now", ..] => Place::Document("now"),
        ["outputs", ..] => Place::Document("outputs"),
        ["tables", table, "columns", column, ..] => Place::Column(table.to_owned(), column.to_owned()),
        ["relationships", table, column, ..] => Place::Column(table.to_owned(), column.to_owned()),
        ["tables", table, ..] => Place::Table(table.to_owned()),
        _ => return None,
    })
}

/// A text without line ends and other controls.
pub(super) fn one_line(text: &str) -> String {
    let clean: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Puts comments to an entry: one that fits behind its line stands there, all others above.
pub(super) fn attach(entry: &mut Entry, notes: Vec<String>, indent: usize, key_width: usize) {
    let width = indent + line_width(entry, key_width);
    match &notes[..] {
        [only] if width + 2 + only.chars().count() <= WIDTH => {
            entry.trail = Some(Comment { text: only.clone(), gap: 2, column: 0 });
        }
        _ => entry.lead.extend(notes.iter().flat_map(|text| wrapped(text, WIDTH - indent)).map(Line::Text)),
    }
}

/// How wide the first line of an entry is, its key in a column of `key_width`.
fn line_width(entry: &Entry, key_width: usize) -> usize {
    let map = Collection::new(Kind::Map, Layout::Block, vec![entry.clone()]);
    let text = write(&Document { head: Vec::new(), root: Form::Collection(map).into(), tail: Vec::new() });
    let own = entry.name().chars().count();
    text.lines().next().map_or(0, |line| line.chars().count()) + key_width.saturating_sub(own)
}

/// A comment in lines that are not too long.
pub(super) fn wrapped(comment: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in comment.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) => lines.push(format!("#   {word}")),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// An entry with its comments.
pub(super) fn noted(key: &str, value: Value, notes: Vec<String>) -> Entry {
    let mut entry = Entry::keyed(key, value);
    attach(&mut entry, notes, 0, 0);
    entry
}
