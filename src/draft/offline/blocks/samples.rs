//! A sample of the data (an object of JSON, cells of CSV) -> the columns that it shows, with the types and formats of its values.

mod schema;

use std::ops::Range;

use super::entries::records;
use super::fields;
use crate::draft::ir::{Choice, Column, ColumnType, Table};
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::relations;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;
use crate::draft::text::{Kind, example};

/// Most tokens of a sample.
const LONGEST: usize = 1200;

/// How far from a sample the words stand that name its table, in tokens.
const NEAR: usize = 40;

/// Reads all objects of JSON; they are no prose.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame, code: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while at < scene.text.tokens.len() {
        let found = object(scene, at).filter(|_| !scene.is_claimed(at));
        let Some(whole) = found else {
            at += 1;
            continue;
        };
        at = whole.end;
        code.push(whole.clone());
        scene.claim(whole.clone());
        let fields = pairs(scene, whole.start + 1..whole.end - 1);
        if let [(key, value)] = &fields[..]
            && scene.text.norm(value.start) == "["
            && scene.text.norm(value.start + 1) == "{"
        {
            let words = lex::snake(&text_of(scene, key.clone()), scene.language).replace('_', " ");
            let table = tables::declare_exactly(scene, &words, key.clone());
            frame.bare.insert(table.clone());
            read_objects(scene, frame, &table, value.clone());
            continue;
        }
        let title = member(scene, &fields, "title").filter(|_| member(scene, &fields, "properties").is_some());
        let table = match title {
            Some(title) => {
                let words = lex::snake(&text_of(scene, title.clone()), scene.language).replace('_', " ");
                let table = tables::declare_exactly(scene, &words, title);
                frame.bare.insert(table.clone());
                Some(table)
            }
            None => owner(scene, frame, &whole),
        };
        let Some(table) = table else { continue };
        read_object(scene, frame, &table, "", whole);
    }
}

/// The object that begins at a token: a brace, and a key with a colon in it.
fn object(scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
    if scene.text.norm(at) != "{" {
        return None;
    }
    let key = at + 1 + usize::from(scene.text.kind(at + 1) == Some(Kind::Break));
    let is_key = scene.text.kind(key) == Some(Kind::Quoted) && scene.text.norm(key + 1) == ":";
    let close = columns::closing(scene, at, scene.text.tokens.len().min(at + LONGEST)).filter(|_| is_key)?;
    Some(at..close + 1)
}

/// A key and its value.
type Pair = (Range<usize>, Range<usize>);

/// The keys of an object with their values.
fn pairs(scene: &Scene<'_>, inside: Range<usize>) -> Vec<Pair> {
    let fields = fields::fields(scene, inside, false).into_iter().map(|field| field.tokens);
    let pair = |field: Range<usize>| {
        let colon = field.clone().find(|at| scene.text.norm(*at) == ":")?;
        (colon > field.start && colon + 1 < field.end).then_some((field.start..colon, colon + 1..field.end))
    };
    fields.filter_map(pair).collect()
}

/// The value of a key.
fn member(scene: &Scene<'_>, pairs: &[Pair], key: &str) -> Option<Range<usize>> {
    pairs.iter().find(|(known, _)| text_of(scene, known.clone()) == key).map(|(_, value)| value.clone())
}

fn text_of(scene: &Scene<'_>, tokens: Range<usize>) -> String {
    match scene.text.kind(tokens.start) {
        Some(Kind::Quoted) => scene.text.norm(tokens.start).to_owned(),
        _ => scene.quote(tokens),
    }
}

/// Reads the objects of a list into a table.
fn read_objects(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, list: Range<usize>) {
    frame.listed.insert(table.to_owned());
    let mut at = list.start + 1;
    while at < list.end {
        match object(scene, at) {
            Some(whole) => {
                at = whole.end;
                read_object(scene, frame, table, "", whole);
            }
            None => at += 1,
        }
    }
}

/// Reads an object into a table: a column for each key; an object within is its own columns, a list of objects its children.
fn read_object(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, prefix: &str, whole: Range<usize>) {
    frame.listed.insert(table.to_owned());
    let pairs = pairs(scene, whole.start + 1..whole.end - 1);
    if let Some(properties) = member(scene, &pairs, "properties").filter(|value| scene.text.norm(value.start) == "{") {
        return schema::read(scene, frame, table, &pairs, properties);
    }
    for (key, value) in pairs {
        let name = text_of(scene, key.clone());
        let name = if prefix.is_empty() { name } else { format!("{prefix}_{name}") };
        match scene.text.norm(value.start) {
            "{" => read_object(scene, frame, table, &name, value),
            "[" if value.clone().any(|at| scene.text.norm(at) == "{") => {
                children(scene, frame, table, &name, key, value)
            }
            "[" => {
                scene.cannot(key.start..value.end, format!("`{name}` is a list; a table has one value in each cell"))
            }
            _ => {
                let evidence = scene.quote(key.start..value.end);
                let Some(place) = columns::put(scene, frame, table, &name, evidence) else { continue };
                let is_text = scene.text.kind(value.start) == Some(Kind::Quoted);
                let shown = text_of(scene, value);
                show(scene, &place, &shown, is_text);
            }
        }
    }
}

/// A list of objects within an object: rows of a table of their own.
fn children(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, name: &str, key: Range<usize>, list: Range<usize>) {
    let words = lex::snake(name, scene.language).replace('_', " ");
    let child = tables::declare_exactly(scene, &words, key.clone());
    let quantity = crate::draft::offline::phrases::Quantity {
        min: 1,
        max: 5,
        mean: 0.0,
        shape: crate::draft::ir::Shape::Uniform,
        is_vague: true,
        is_count: false,
        end: key.start,
    };
    relations::relate(scene, frame, table, &child, &quantity, key);
    read_objects(scene, frame, &child, list);
}

/// Gives a column the type and the format of a value that it has in a sample.
pub fn show(scene: &mut Scene<'_>, place: &Place, value: &str, is_text: bool) {
    let value = value.trim();
    let Some(column) = scene.column_mut(place) else { return };
    let generator = column.generator.as_str();
    let is_plain =
        matches!(generator, "text.words" | "pattern" | "number" | "text.title" | "text.sentence" | "text.word");
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let is_number = value.parse::<f64>().is_ok();
    if value.eq_ignore_ascii_case("null") || value.is_empty() {
        if column.null_rate == 0.0 {
            column.null_rate = 0.1;
        }
    } else if matches!(value, "true" | "false") {
        shape(column, ColumnType::Boolean, None);
    } else if is_day(value) {
        shape(column, ColumnType::Date, None);
    } else if value.len() > 10 && value.is_char_boundary(10) && is_day(&value[..10]) && value[10..].contains(':') {
        shape(column, ColumnType::Timestamp, None);
    } else if is_number && !is_text {
        let scale = value.split_once('.').map(|(_, digits)| digits.len() as u64);
        let is_key = matches!(generator, "sequence");
        match scale {
            _ if is_key => {}
            Some(scale) => shape(column, ColumnType::Decimal, Some(scale)),
            None => shape(column, ColumnType::Integer, None),
        }
    } else if value.contains('@') && value.contains('.') && !value.contains(' ') {
        if generator != "person.email" && is_plain {
            column.generator = "person.email".to_owned();
            column.params.clear();
            column.r#type = ColumnType::Auto;
        }
    } else if is_uuid(value) {
        column.generator = "uuid".to_owned();
        column.params.clear();
        column.r#type = ColumnType::Auto;
    } else if (is_plain || generator == "sequence") && digits > 0 && is_sign(value) {
        let unique = column.unique;
        let made = example::pattern(value);
        column.generator = "pattern".to_owned();
        column.params.clear();
        column.r#type = ColumnType::Auto;
        column.unique = unique;
        column.set("pattern", format!("\"{}\"", made.replace('\\', "\\\\").replace('"', "\\\"")));
    }
}

fn shape(column: &mut Column, data_type: ColumnType, scale: Option<u64>) {
    columns::shape(column, data_type, scale);
}

/// `2024-03-01`.
fn is_day(value: &str) -> bool {
    value.len() == 10
        && value.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn is_uuid(value: &str) -> bool {
    value.len() == 36
        && value.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Capitals or digits with what stands between them, without blanks: `INV-2023-0042`, `4711`.
fn is_sign(value: &str) -> bool {
    let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "-/_.#".contains(c);
    value.chars().all(fits) && value.len() <= 32
}

/// The table of a sample: what the words near it count or name, else one without a name of its own.
pub fn owner(scene: &mut Scene<'_>, frame: &mut Frame, sample: &Range<usize>) -> Option<String> {
    let before = sample.start.saturating_sub(NEAR)..sample.start;
    let behind = sample.end..scene.text.tokens.len().min(sample.end + NEAR);
    let name = counted(scene, before.clone())
        .last()
        .cloned()
        .or_else(|| named(scene, before))
        .or_else(|| counted(scene, behind).first().cloned());
    match name {
        Some(name) => {
            let table = tables::declare(scene, name);
            frame.bare.insert(table.clone());
            Some(table)
        }
        None => records(scene, frame),
    }
}

/// Names of rows that a number stands before.
fn counted(scene: &Scene<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for at in tokens.clone() {
        if scene.is_claimed(at) {
            continue;
        }
        let Some(quantity) = scene.quantity(at, tokens.end).filter(|quantity| quantity.is_count && quantity.max > 1)
        else {
            continue;
        };
        let phrase = scene
            .rows_phrase(quantity.end, tokens.end)
            .filter(|phrase| tables::may_be(scene, phrase) && phrase.name.start == quantity.end)
            .map(|phrase| phrase.name)
            .filter(|name| !scene.does(name.end - 1, Does::Rows) && is_rows(scene, name));
        found.extend(phrase);
    }
    found
}

fn is_rows(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    let words = scene.words(name.clone());
    let is_like = |word: &str| matches!(word, "like" | "such" | "these" | "more");
    (scene.is_plural(name.end - 1) || lex::is_table_noun(&words, scene.language))
        && !is_like(scene.text.norm(name.start))
}

/// `orders:`, `an order looks like this:`, `## orders`: the table that the line before a sample names.
fn named(scene: &Scene<'_>, before: Range<usize>) -> Option<Range<usize>> {
    let mut last = None;
    for at in before.clone() {
        if scene.is_claimed(at) || !scene.is_nominal(at) {
            continue;
        }
        let is_noun = lex::knows_table(scene.text.norm(at), scene.language)
            && !scene.does(at, Does::Rows)
            && !scene.does(at, Does::Tables)
            && !scene.does(at, Does::Asks);
        if is_noun {
            last = Some(at..at + 1);
        }
    }
    last
}

/// Most values of a sample that are those of a choice.
const MOST_SHOWN: usize = 50;

/// Gives columns that are one of some values those that the lines of a sample show, where they show at least two.
pub fn values(scene: &mut Scene<'_>, table: &str, names: &[String], rows: &[Vec<String>]) {
    for (at, name) in names.iter().enumerate() {
        let name = lex::column(name, table, scene.language).column.name;
        let place = Place { table: table.to_owned(), column: name };
        if scene.column(&place).is_none_or(|column| column.generator != "choice") {
            continue;
        }
        let mut shown: Vec<String> = Vec::new();
        for cell in rows.iter().filter_map(|row| row.get(at)) {
            let cell = cell.trim_matches(['"', '\'']);
            if !cell.is_empty() && shown.len() <= MOST_SHOWN && !shown.iter().any(|known| known == cell) {
                shown.push(cell.to_owned());
            }
        }
        let are_words = shown.iter().all(|value| value.starts_with(char::is_alphabetic) && value.len() <= 30);
        if let Some(column) = scene.column_mut(&place)
            && (2..=MOST_SHOWN).contains(&shown.len())
            && are_words
        {
            column.choices = shown.into_iter().map(|value| Choice { value, weight: 0.0 }).collect();
        }
    }
}

/// Gives the columns of a header the types and formats that a line of data shows.
pub fn line(scene: &mut Scene<'_>, table: &str, names: &[String], cells: &[String]) {
    let known: Vec<String> = scene
        .ir
        .table(table)
        .map(|table: &Table| table.columns.iter().map(|column| column.name.clone()).collect())
        .unwrap_or_default();
    for (name, cell) in names.iter().zip(cells) {
        let column = lex::column(name, table, scene.language).column.name;
        if known.contains(&column) {
            let is_text = cell.starts_with(['"', '\'']);
            let value = cell.trim_matches(['"', '\'']).to_owned();
            show(scene, &Place { table: table.to_owned(), column }, &value, is_text);
        }
    }
}
