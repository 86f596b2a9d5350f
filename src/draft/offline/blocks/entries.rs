//! Lines of a key and its value: `Table: customers`, `Rows: 500`, `Columns: id, name`; a header line of CSV.

use crate::draft::offline::columns;
use crate::draft::offline::frame::{Frame, Wants};
use crate::draft::offline::relations;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::segments::Piece;
use crate::draft::offline::sentence;
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;
use crate::draft::text::{Kind, number, range};

/// What a key is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Table,
    Rows,
    Columns,
}

/// Whether a token begins one of the keys that entries have.
pub fn is_key(scene: &Scene<'_>, at: usize) -> bool {
    key(scene, at).is_some()
}

/// The key at a token, of up to four words, and the token behind its colon: `Rows:`, `Number of rows:`, `Table name:`.
fn key(scene: &Scene<'_>, at: usize) -> Option<(Key, usize)> {
    let colon = (at + 1..at + 5).find(|at| matches!(scene.text.norm(*at), ":" | "="))?;
    let words = at..colon;
    let all = words.clone().all(|at| scene.text.kind(at) == Some(Kind::Word));
    let any = |does: Does| words.clone().any(|at| scene.does(at, does));
    let last = scene.text.norm(colon - 1);
    let counts = any(Does::Rows) || words.clone().any(|at| is_count_word(scene.text.norm(at)));
    let is_filler = |at: usize| {
        is_count_word(scene.text.norm(at))
            || [Does::Rows, Does::Tables, Does::Columns, Does::Belongs, Does::Determines]
                .iter()
                .any(|does| scene.does(at, *does))
            || matches!(
                scene.text.norm(at),
                "number"
                    | "total"
                    | "no."
                    | "no"
                    | "name"
                    | "list"
                    | "expected"
                    | "target"
                    | "de"
                    | "der"
                    | "numero"
                    | "número"
                    | "nom"
                    | "nome"
                    | "nombre"
            )
    };
    let found = match () {
        () if !all || !words.clone().all(is_filler) => return None,
        () if any(Does::Columns) && !counts => Key::Columns,
        () if counts => Key::Rows,
        () if any(Does::Tables) && (words.len() == 1 || matches!(last, "name" | "nom" | "nome" | "nombre")) => {
            Key::Table
        }
        () => return None,
    };
    Some((found, colon + 1))
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
    let Some((key, value)) = key(scene, start) else { return false };
    if key == Key::Columns {
        let Some(table) = scene.focus.table.clone().or_else(|| records(scene, frame)) else { return false };
        scene.claim(start..value);
        columns::read(scene, frame, &table, value, end);
        frame.wants = Wants::Columns;
        return true;
    }
    // `amount: 1 to 5000` in a list of columns has bounds and counts nothing.
    let names_rows = (start..value).any(|at| scene.does(at, Does::Rows));
    let is_bounded =
        !names_rows && range::range(scene.text, value).is_some_and(|found| found.value.min != found.value.max);
    if key == Key::Rows && names_rows && rows_of_each(scene, frame, start..end, value) {
        return true;
    }
    if is_bounded {
        return false;
    }
    if key == Key::Rows && counts_tables(scene, value, end) {
        scene.claim(start..value);
        sentence::read(scene, frame, value..end);
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
    let phrase = scene.phrase(value, end).filter(|phrase| key == Key::Table && phrase.name.end == end);
    let Some(phrase) = phrase else { return false };
    super::open(scene, frame, phrase.name);
    scene.claim(start..value);
    frame.wants = Wants::Columns;
    true
}

/// `rows: 3 to 9 per glider`: how many rows the table spoken of has for each of another.
fn rows_of_each(scene: &mut Scene<'_>, frame: &mut Frame, line: std::ops::Range<usize>, value: usize) -> bool {
    let Some(quantity) = scene.quantity(value, line.end).filter(|quantity| quantity.max > 0) else { return false };
    let each = quantity.end + usize::from(scene.does(quantity.end, Does::Rows));
    let noun = (each..line.end.min(each + 3))
        .filter(|at| columns::is_distributive(scene, each) && *at > each)
        .find_map(|at| tables::known(scene, &scene.words(at..at + 1)));
    let Some((parent, child)) = noun.zip(scene.focus.table.clone()).filter(|(parent, child)| parent != child) else {
        return false;
    };
    relations::relate(scene, frame, &parent, &child, &quantity, line.clone());
    scene.claim(line);
    true
}

/// `customers 200, orders 1500` behind `rows:`: tables with their numbers.
fn counts_tables(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let counted = |at: usize| number::count(scene.text, at + 1).is_some() && scene.table_word(at).is_some();
    number::count(scene.text, at).is_none() && (at..end).any(counted)
}

/// Fewest tokens of a header: three names.
const LEAST_HEADER: usize = 5;

/// A header below a line that ends in a colon, with lines of data below it.
pub fn heads_lines(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) -> bool {
    let mark = scene.text.norm(piece.tokens.start + 1).to_owned();
    if piece.tokens.len() < LEAST_HEADER || !matches!(mark.as_str(), "," | ";" | "|") {
        return false;
    }
    !lines_below(scene, piece.tokens.end, &mark, piece.tokens.len() / 2).is_empty() && header(scene, frame, piece)
}

/// `id,name,email,created_at`: names and commas alone.
fn header(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) -> bool {
    let tokens = piece.tokens.clone();
    let is_mark = |at: usize| matches!(scene.text.norm(at), "," | ";" | "|");
    let alternates = tokens.clone().enumerate().all(|(k, at)| match k % 2 {
        0 => scene.text.get(at).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Quoted)),
        _ => is_mark(at),
    });
    if tokens.len() < LEAST_HEADER || !alternates {
        return false;
    }
    let mark = scene.text.norm(tokens.start + 1).to_owned();
    let data = lines_below(scene, tokens.end, &mark, tokens.len() / 2);
    let is_tight = tokens.clone().any(|at| scene.text.norm(at).contains('_'))
        || !data.is_empty()
        || tokens.clone().filter(|at| is_mark(*at)).all(|at| scene.text.is_glued(at + 1));
    if !is_tight {
        return false;
    }
    let spoken = scene.focus.table.clone().filter(|table| !frame.listed.contains(table));
    let block = tokens.start..data.last().map_or(tokens.end, |line| line.end);
    let Some(table) = spoken.or_else(|| super::samples::owner(scene, frame, &block)) else { return false };
    let names: Vec<String> =
        tokens.clone().step_by(2).map(|at| scene.quote(at..at + 1).trim_matches('"').to_owned()).collect();
    for at in tokens.clone().step_by(2) {
        columns::read_item(scene, frame, &table, at..at + 1);
    }
    scene.claim(tokens);
    let cells = |line: &std::ops::Range<usize>| -> Vec<String> {
        scene.text.quote(line.clone()).split(mark.as_str()).map(|cell| cell.trim().to_owned()).collect()
    };
    let rows: Vec<Vec<String>> = data.iter().map(cells).collect();
    if let Some(first) = rows.first() {
        super::samples::line(scene, &table, &names, first);
        super::samples::values(scene, &table, &names, &rows);
    }
    for line in data {
        scene.claim(line);
    }
    scene.focus.table = Some(table);
    true
}

/// Lines of data below a header: as many marks each.
fn lines_below(scene: &Scene<'_>, at: usize, mark: &str, marks: usize) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut start = at + 1;
    while marks > 0 && scene.text.get(start - 1).is_some_and(|token| token.kind == Kind::Break) {
        let end = (start..scene.text.tokens.len())
            .find(|at| scene.text.tokens[*at].kind == Kind::Break)
            .unwrap_or(scene.text.tokens.len());
        if end == start || scene.text.quote(start..end).matches(mark).count() != marks {
            break;
        }
        found.push(start..end);
        start = end + 1;
    }
    found
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
