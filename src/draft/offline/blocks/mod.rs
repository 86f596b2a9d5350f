//! Parts of a description that are laid out rather than told: headings, lists, lines of keys, signatures, tables of markdown.

mod entries;
mod markdown;
mod signature;

use super::columns;
use super::frame::{Frame, Wants};
use super::scene::Scene;
use super::segments::Piece;
use super::sentence;
use super::tables;
use super::words::Does;
use crate::draft::offline::lex;
use crate::draft::text::Kind;
pub use entries::{entry, records};

/// Reads everything whose layout says what it is, before the sentences.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame) {
    signature::read(scene, frame);
    markdown::read(scene, frame);
    scene.focus = Default::default();
    scene.lay();
}

/// Headings that name no table.
const GENERIC: &[&str] = &[
    "overview",
    "requirements",
    "notes",
    "constraints",
    "rules",
    "schema",
    "relationships",
    "relations",
    "output",
    "background",
    "context",
    "goal",
    "goals",
    "details",
    "description",
    "introduction",
    "assumptions",
    "data",
    "volumes",
    "examples",
    "remarks",
    "format",
    "formats",
    "entities",
    "others",
    "specs",
    "basics",
];

/// A heading names the table that what follows is about.
pub fn heading(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    frame.wants = Wants::Nothing;
    frame.section = None;
    let has_number = piece.tokens.clone().any(|at| scene.text.get(at).is_some_and(|token| token.kind == Kind::Number));
    let Some(phrase) = scene.phrase(start, end) else { return sentence::read(scene, frame, piece.tokens.clone()) };
    if scene.does(phrase.name.start, Does::Columns) {
        frame.wants = Wants::Columns;
        return scene.claim(piece.tokens.clone());
    }
    if scene.does(phrase.name.start, Does::Tables) && phrase.name.end == end && phrase.name.len() == 1
        || scene.text.norm(start) == "entities"
    {
        frame.wants = Wants::Tables;
        return scene.claim(piece.tokens.clone());
    }
    let words = scene.words(phrase.name.clone());
    let is_known = tables::known(scene, &words).is_some();
    let names_rows = phrase.name.len() <= 3
        && !GENERIC.contains(&scene.text.norm(phrase.name.end - 1))
        && (scene.is_plural(phrase.name.end - 1) || lex::is_table_noun(&words, scene.language));
    if is_known
        || has_number
        || (names_rows
            && scene.text.norm(phrase.name.end).is_empty()
                | matches!(scene.text.norm(phrase.name.end), "\n" | "\n\n" | "(" | ":" | "table"))
    {
        if names_rows || is_known {
            open(scene, frame, phrase.name.clone());
            frame.headed.insert(scene.focus.table.clone().unwrap_or_default());
        }
        let section = scene.focus.table.clone();
        sentence::read(scene, frame, piece.tokens.clone());
        frame.section = section.or(scene.focus.table.clone());
        scene.focus.table.clone_from(&frame.section);
        frame.wants = Wants::Columns;
    }
}

/// A table of this name is what follows is about.
fn open(scene: &mut Scene<'_>, frame: &mut Frame, name: std::ops::Range<usize>) {
    let table = tables::declare(scene, name.clone());
    frame.bare.insert(table.clone());
    scene.claim(name);
    scene.focus.table = Some(table);
    scene.focus.column = None;
}

/// A line that ends in a colon: what stands below belongs to it.
pub fn lead(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let says_tables = piece.tokens.clone().any(|at| {
        matches!(
            scene.text.norm(at),
            "tables" | "entities" | "tabellen" | "tablas" | "tabelle" | "tabelas" | "datasets"
        )
    });
    let about_columns = piece.tokens.clone().any(|at| scene.does(at, Does::Columns));
    let rest = scene
        .phrase(start, end)
        .filter(|phrase| phrase.name.len() <= 3 && !about_columns && tables::may_be(scene, phrase));
    let known_shape = rest.as_ref().is_some_and(|phrase| {
        let behind = scene.text.norm(phrase.name.end);
        phrase.name.end == end || matches!(behind, "(" | "," | "-" | "–" | "[")
    });
    if let Some(phrase) = rest.filter(|_| known_shape && !says_tables) {
        let name = phrase.name.clone();
        let is_column = scene.focus.table.is_some()
            && frame.wants == Wants::Columns
            && !lex::is_table_noun(&scene.words(name.clone()), scene.language)
            && piece.form == super::segments::Form::Item;
        if !is_column {
            let leads = name.len() > 1 && scene.does(name.start, Does::Tables);
            let name = name.start + usize::from(leads)..name.end;
            let table_word = name.clone().find(|at| scene.does(*at, Does::Tables));
            open(scene, frame, table_word.filter(|at| *at > name.start).map_or(name.clone(), |at| name.start..at));
            let section = scene.focus.table.clone();
            sentence::read(scene, frame, start..end);
            scene.focus.table.clone_from(&section);
            frame.section = section;
            frame.wants = Wants::Columns;
            return;
        }
    }
    sentence::read(scene, frame, piece.tokens.clone());
    frame.section.clone_from(&scene.focus.table);
    frame.wants = if says_tables { Wants::Tables } else { Wants::Columns };
}

/// An item of a list.
pub fn item(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    if piece.is_lead {
        let level = frame.indent.unwrap_or(piece.indent);
        if piece.indent <= level {
            frame.wants =
                if frame.wants == Wants::Columns && frame.indent.is_some() { Wants::Nothing } else { frame.wants };
        }
        frame.indent = Some(piece.indent);
        return lead(scene, frame, piece);
    }
    if entries::is_key(scene, start) && entry(scene, frame, piece) {
        return;
    }
    let is_sentence = scene.quantity(start, end).is_some_and(|quantity| quantity.is_count && quantity.max >= 10)
        || columns::starts_clause(scene, start, end);
    let table = frame
        .section
        .clone()
        .or_else(|| scene.focus.table.clone())
        .filter(|_| frame.wants == Wants::Columns && !is_sentence && !declares(scene, piece));
    match table {
        Some(table) => {
            columns::read_item(scene, frame, &table, start..end);
            scene.focus.table = Some(table);
        }
        None => sentence::read(scene, frame, piece.tokens.clone()),
    }
}

/// `- orders (5000): id, total`, `- products with a name and a price`: an item that is a table of its own.
fn declares(scene: &Scene<'_>, piece: &Piece) -> bool {
    let Some(phrase) = scene.rows_phrase(piece.tokens.start, piece.tokens.end) else { return false };
    let words = scene.words(phrase.name.clone());
    let behind = phrase.name.end;
    let lists = piece.tokens.clone().filter(|at| scene.text.norm(*at) == ",").count() >= 1;
    let is_table = scene.is_plural(phrase.name.end - 1)
        && lex::is_table_noun(&words, scene.language)
        && !lex::column(&words, "", scene.language).known;
    let opens = scene.does(behind, Does::Has)
        || (matches!(scene.text.norm(behind), ":" | "(" | "-" | "–") && lists)
        || scene.does(behind, Does::Equips);
    is_table && opens && behind < piece.tokens.end
}
