//! A list of columns in a sentence -> columns of a table, each with its qualifier put aside for the readers.

mod items;
mod types;

use std::ops::Range;

use super::frame::Frame;
use super::names;
use super::phrases::Phrase;
use super::relations;
use super::scene::{Place, Scene};
use super::tables;
use super::words::{self, ADJECTIVES, Does};
use crate::draft::ir::{Column, Origin, Role};
use crate::draft::lexicon;
pub use items::{cut, starts_clause};
pub use types::declared;

/// Reads a list that begins at `at` into a table; gives the token behind it.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, at: usize, end: usize) -> usize {
    let items = cut(scene, at, end);
    let mut stop = at;
    for item in items {
        if stop > at && ends_list(scene, table, &item) {
            return item.start;
        }
        stop = item.end;
        read_item(scene, frame, table, item);
    }
    stop
}

/// Whether an item is no item any more but speaks of a column that there is.
fn ends_list(scene: &Scene<'_>, table: &str, item: &Range<usize>) -> bool {
    if starts_clause(scene, item.start, item.end) {
        return true;
    }
    let Some(phrase) = scene.phrase(item.start, item.end) else { return true };
    let is_said_of = scene.does(phrase.name.end, Does::Is) || scene.does(phrase.name.end, Does::May);
    is_said_of && scene.ir.table(table).is_some_and(|known| {
        scene.find_column_in(known, &scene.words(phrase.name.clone())).is_some_and(|(score, _)| score >= 80)
    })
}

/// Reads one item: children, a reference or a column.
pub fn read_item(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) {
    let start = skip(scene, item.start, item.end);
    if children(scene, frame, table, start..item.end) {
        return;
    }
    let Some(phrase) = scene.phrase(start, item.end) else {
        return frame.wait(scene, item, scene.focus.column.clone());
    };
    let phrase = trimmed(scene, phrase);
    if relations::reference_item(scene, frame, table, &phrase, item.end) {
        return;
    }
    if let Some(place) = add(scene, frame, table, &phrase, item.clone()) {
        let focus = scene.focus.clone();
        scene.focus.table = Some(table.to_owned());
        frame.wait(scene, start..item.end, Some(place.column));
        scene.focus = focus;
    }
}

fn skip(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    let is_filler = |at: usize| {
        scene.does(at, Does::Equips) || scene.does(at, Does::Joins) || scene.does(at, Does::Has)
            || matches!(scene.text.norm(at), "-" | "*" | "," | "also" | "well" | "as" | "possibly" | "maybe" | "finally")
    };
    (at..end).find(|at| !is_filler(*at)).unwrap_or(end)
}

/// `1 to 3 contracts`, `several orders`: children of the table.
fn children(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) -> bool {
    let Some(quantity) = scene.quantity(item.start, item.end) else { return false };
    let Some(phrase) = scene.rows_phrase(quantity.end, item.end) else { return false };
    let words = scene.words(phrase.name.clone());
    let is_plural = names::is_plural(scene.text.norm(phrase.name.end - 1));
    let is_column = quantity.is_vague && lexicon::column(&words, table, scene.language).known && !lexicon::is_table_noun(&words);
    if !tables::may_be(scene, &phrase) || is_column || !(is_plural || quantity.max != 1) {
        return false;
    }
    relations::children(scene, frame, table, &quantity, &phrase, item.clone());
    frame.wait(scene, phrase.whole.end..item.end, None);
    true
}

/// Without adjectives behind the name (`email unique`) and types (`age integer`).
fn trimmed(scene: &Scene<'_>, mut phrase: Phrase) -> Phrase {
    let is_tail = |at: usize| {
        let word = scene.text.norm(at);
        ADJECTIVES.contains(&word) || names::is_qualifier(word) || types::is_type(word)
    };
    while phrase.name.len() > 1 && is_tail(phrase.name.end - 1) {
        phrase.name.end -= 1;
    }
    let cut = (phrase.name.start + 1..phrase.name.end).find(|at| names::is_qualifier(scene.text.norm(*at)));
    phrase.name.end = cut.unwrap_or(phrase.name.end);
    phrase.whole.end = phrase.name.end;
    phrase
}

/// Adds the column that a phrase names; the one that is there stays.
pub fn add(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, phrase: &Phrase, item: Range<usize>) -> Option<Place> {
    let words = bare(scene, phrase.name.clone());
    if words.is_empty() || phrase.name.len() > 6 {
        return None;
    }
    let evidence = scene.quote(item.clone());
    let place = put(scene, frame, table, &words, evidence)?;
    claim(scene, phrase);
    apply_declared(scene, &place, phrase.name.end..item.end);
    Some(place)
}

/// Gives a column the type that its qualifier declares.
pub fn apply_declared(scene: &mut Scene<'_>, place: &Place, qualifier: Range<usize>) {
    if let Some(data_type) = declared(scene, qualifier) {
        types::apply(scene, place, data_type);
    }
}

/// Adds a column by its words.
pub fn put(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, words: &str, evidence: String) -> Option<Place> {
    let mut column = lexicon::column(words, table, scene.language).column;
    let owner = scene.ir.table_mut(table)?;
    let place = Place { table: table.to_owned(), column: column.name.clone() };
    frame.listed.insert(table.to_owned());
    match owner.column_mut(&column.name) {
        Some(known) => known.evidence.push(evidence),
        None => {
            column.origin = Origin::Stated;
            column.evidence = vec![evidence];
            column.role = if is_key(&column, owner.name.as_str()) { Role::Pk } else { column.role };
            owner.columns.push(column);
        }
    }
    Some(place)
}

/// Whether a column is the key of its table by its name.
fn is_key(column: &Column, table: &str) -> bool {
    column.role == Role::Pk || column.name == "id" || column.name == lexicon::key_of(table)
}

/// The words of a name without marks and possessives.
fn bare(scene: &Scene<'_>, name: Range<usize>) -> String {
    scene.words(name).replace("'s", "").replace(['*', '`', '"'], "").trim().to_owned()
}

/// Claims the name, its determiners, and adjectives that ask for nothing.
fn claim(scene: &mut Scene<'_>, phrase: &Phrase) {
    for at in phrase.whole.clone() {
        let word = scene.text.norm(at);
        let asks = ADJECTIVES.contains(&word) && !phrase.name.contains(&at) && words::is_constraint(word);
        if !asks {
            scene.claim(at..at + 1);
        }
    }
}
