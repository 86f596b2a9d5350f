//! Lines of a key and its value: `Table: customers`, `Rows: 500`, `Columns: id, name`; a header line of CSV.

use crate::draft::offline::columns;
use crate::draft::offline::frame::{Frame, Wants};
use crate::draft::offline::scene::Scene;
use crate::draft::offline::segments::Piece;
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;
use crate::draft::text::{Kind, number};

/// Whether a token is one of the keys that entries have.
pub fn is_key(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.norm(at + 1), ":" | "=")
        && (scene.does(at, Does::Tables)
            || scene.does(at, Does::Rows)
            || scene.does(at, Does::Columns)
            || is_count_word(scene.text.norm(at)))
}

fn is_count_word(word: &str) -> bool {
    matches!(
        word,
        "count"
            | "size"
            | "volume"
            | "rowcount"
            | "row_count"
            | "anzahl"
            | "nombre"
            | "cantidad"
            | "quantità"
            | "quantidade"
            | "n"
            | "amount"
    )
}

/// Reads an entry; false where the piece is none.
pub fn entry(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) -> bool {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    if header(scene, frame, piece) {
        return true;
    }
    if !is_key(scene, start) {
        return false;
    }
    let value = start + 2;
    if scene.does(start, Does::Columns) {
        let Some(table) = scene.focus.table.clone().or_else(|| records(scene, frame)) else { return false };
        scene.claim(start..value);
        columns::read(scene, frame, &table, value, end);
        frame.wants = Wants::Columns;
        return true;
    }
    if let Some(found) = number::count(scene.text, value) {
        scene.claim(start..found.end);
        match scene.focus.table.clone() {
            Some(table) => tables::count(scene, frame, &table, found.value, start..found.end),
            None => frame.loose_rows = Some((found.value, start..found.end)),
        }
        return true;
    }
    let phrase = scene.phrase(value, end).filter(|phrase| scene.does(start, Does::Tables) && phrase.name.end == end);
    let Some(phrase) = phrase else { return false };
    super::open(scene, frame, phrase.name);
    scene.claim(start..value);
    frame.wants = Wants::Columns;
    true
}

/// `id,name,email,created_at`: names and commas alone.
fn header(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) -> bool {
    let tokens = piece.tokens.clone();
    let alternates = tokens.clone().enumerate().all(|(k, at)| match k % 2 {
        0 => scene.text.get(at).is_some_and(|token| token.kind == Kind::Word),
        _ => matches!(scene.text.norm(at), "," | ";" | "|"),
    });
    let is_tight = tokens.clone().any(|at| scene.text.norm(at).contains('_'))
        || tokens
            .clone()
            .filter(|at| scene.text.norm(*at) == ",")
            .all(|at| scene.text.get(at + 1).is_some_and(|next| next.start == scene.text.tokens[at].end));
    if tokens.len() < 5 || !alternates || !is_tight {
        return false;
    }
    let Some(table) = scene.focus.table.clone().or_else(|| records(scene, frame)) else { return false };
    columns::read(scene, frame, &table, tokens.start, tokens.end);
    let commas = tokens.clone().filter(|at| scene.text.norm(*at) == ",").count();
    scene.claim(tokens.clone());
    claim_rows(scene, tokens.end, commas);
    scene.focus.table = Some(table);
    true
}

/// Lines of data below a header: as many commas each.
fn claim_rows(scene: &mut Scene<'_>, at: usize, commas: usize) {
    let mut start = at + 1;
    while scene.text.get(start - 1).is_some_and(|token| token.kind == Kind::Break) {
        let end = (start..scene.text.tokens.len())
            .find(|at| scene.text.tokens[*at].kind == Kind::Break)
            .unwrap_or(scene.text.tokens.len());
        if scene.text.quote(start..end).matches(',').count() != commas || end == start {
            return;
        }
        scene.claim(start..end);
        start = end + 1;
    }
}

/// A table for columns whose table nothing names.
pub fn records(scene: &mut Scene<'_>, frame: &mut Frame) -> Option<String> {
    let name = "records".to_owned();
    if scene.ir.table(&name).is_none() {
        scene.ir.tables.push(crate::draft::ir::Table { name: name.clone(), ..Default::default() });
        scene.assume("tables.records", "the description names no table for its columns", "records");
    }
    if let Some((rows, tokens)) = frame.loose_rows.take() {
        tables::count(scene, frame, &name, rows, tokens);
    }
    scene.focus.table = Some(name.clone());
    Some(name)
}
