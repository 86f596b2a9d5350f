//! [`Document`] -> the same with its shorthands in their long form; the data stays the same.
//!
//! | shorthand | long form |
//! |---|---|
//! | `id: sequence` | `id: { gen: sequence, start: 1, step: 1 }` |
//! | `of: [a, b]` of a choice | `of: { a: 1, b: 1 }` |
//! | `rows: 10k`, also in `count`, `vars` and `profiles` | `rows: 10000` |
//! | `count: 1..5` | `count: { dist: uniform, min: 1, max: 5 }` |
//! | `null: 5%` | `null: 0.05` |
//! | `locale: de_DE` | `locale: { de_DE: 1 }` |
//! | a parameter that is left out, see [`DEFAULTS`]; `seed` | its default |
//!
//! Anchored values and aliases stay as they are. So does a list that has no such map: one whose texts look like numbers,
//! and one of which each value is picked once.

use super::tree::{Collection, Document, Entry, Form, Kind, Layout, Scalar, Style, Value};
use crate::source::scalars::{CountRange, Number, Rate};

/// Generators, their parameters and what these are when left out.
const DEFAULTS: &[(&str, &str, &str)] = &[
    ("sequence", "start", "1"),
    ("sequence", "step", "1"),
    ("uuid", "version", "4"),
    ("number", "dist", "uniform"),
    ("bool", "p", "0.5"),
    ("cumulative", "start", "0"),
];

/// Writes shorthands out.
pub fn explicit(document: &mut Document) {
    let Some(root) = document.root.as_map_mut() else { return };
    if root.get("synth").is_some() {
        add(root, "seed", "0");
    }
    with(root, "locale", locale);
    for key in ["vars", "profiles"] {
        with(root, key, numbers);
    }
    with(root, "tables", |tables| each(tables, table));
}

/// Changes the value of a key that is there.
fn with(map: &mut Collection, key: &str, change: impl FnOnce(&mut Value)) {
    if let Some(value) = map.get_mut(key) {
        change(value);
    }
}

/// Changes all entries of a list or mapping.
fn each(value: &mut Value, change: impl FnMut(&mut Value)) {
    let entries = value.collection_mut().map(|collection| &mut collection.entries);
    entries.into_iter().flatten().map(|entry| &mut entry.value).for_each(change);
}

/// Adds a parameter that is not there.
fn add(map: &mut Collection, key: &str, raw: &str) {
    if map.get(key).is_none() {
        map.entries.push(Entry::keyed(key, Value::plain(raw)));
    }
}

/// Puts a value in place of one that has no anchor.
fn put(value: &mut Value, form: Form) {
    if value.anchor.is_none() {
        value.form = form;
    }
}

fn text_of(value: &Value) -> Option<&str> {
    value.scalar().filter(|scalar| !scalar.is_absent()).map(|scalar| scalar.text.as_str())
}

fn table(table: &mut Value) {
    let Some(table) = table.as_map_mut() else { return };
    with(table, "rows", number);
    with(table, "count", count);
    with(table, "locale", locale);
    with(table, "columns", |columns| each(columns, column));
}

fn column(value: &mut Value) {
    if let Some(name) = value.scalar().filter(|scalar| !scalar.is_absent()).cloned() {
        // What needs no quotes in a block may need them in brackets.
        let entries = vec![Entry::keyed("gen", Value::text(&name.text))];
        put(value, Form::Collection(Collection::new(Kind::Map, Layout::Flow, entries)));
    }
    let Some(column) = value.as_map_mut() else { return };
    generator(column);
    with(column, "null", rate);
    with(column, "locale", locale);
    with(column, "when", |branches| each(branches, |branch| branch.as_map_mut().into_iter().for_each(generator)));
}

/// The parameters of a generator.
fn generator(column: &mut Collection) {
    let Some(name) = column.get("gen").and_then(text_of).map(str::to_owned) else { return };
    for (_, key, raw) in DEFAULTS.iter().filter(|(generator, ..)| *generator == name) {
        add(column, key, raw);
    }
    let is_unique = column.get("unique").and_then(text_of) == Some("true");
    let is_conditional = column.get("given").is_some();
    match (name.as_str(), is_unique) {
        ("choice", false) if is_conditional => with(column, "of", |of| each(of, weights)),
        ("choice", false) => with(column, "of", weights),
        _ => {}
    }
}

/// A list of values -> the same with equal weights.
fn weights(of: &mut Value) {
    let Some(list) = of.collection().filter(|list| list.kind == Kind::List && !list.entries.is_empty()) else { return };
    let keeps_its_type = |scalar: &Scalar| scalar.style == Style::Plain || !looks_typed(&scalar.text);
    let can_be_key = |item: &Entry| item.value.anchor.is_none() && item.value.scalar().is_some_and(keeps_its_type);
    if of.anchor.is_some() || !list.entries.iter().all(can_be_key) {
        return;
    }
    let Some(list) = of.collection_mut() else { return };
    list.kind = Kind::Map;
    for entry in &mut list.entries {
        let value = std::mem::replace(&mut entry.value, Value::plain("1"));
        entry.key = value.scalar().cloned();
    }
}

/// Whether a text without its quotes would be a number or a truth value.
fn looks_typed(text: &str) -> bool {
    matches!(text, "true" | "false") || text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
}

/// `10k` -> `10000`; expressions stay.
fn number(value: &mut Value) {
    let exact = text_of(value).and_then(|text| Number::parse(text).ok()).and_then(|number| number.as_i128());
    if let Some(exact) = exact {
        put(value, Form::Scalar(Scalar::plain(&exact.to_string())));
    }
}

/// All numbers in a mapping and in mappings in it.
fn numbers(value: &mut Value) {
    match value.collection() {
        Some(_) => each(value, numbers),
        None => number(value),
    }
}

/// `1..5` -> a distribution; `10k` -> `10000`; in all entries of a `when`.
fn count(value: &mut Value) {
    if let Some(count_of) = value.as_map_mut() {
        return with(count_of, "when", |branches| {
            each(branches, |branch| branch.as_map_mut().into_iter().for_each(|branch| with(branch, "count", count)));
        });
    }
    let Some(range) = text_of(value).filter(|text| text.contains("..")).map(CountRange::parse) else {
        return number(value);
    };
    let ends = range.ok().and_then(|range| Some((range.min.as_i128()?, range.max.as_i128()?)));
    if let Some((min, max)) = ends {
        let entry = |key: &str, raw: &str| Entry::keyed(key, Value::plain(raw));
        let entries = vec![entry("dist", "uniform"), entry("min", &min.to_string()), entry("max", &max.to_string())];
        put(value, Form::Collection(Collection::new(Kind::Map, Layout::Flow, entries)));
    }
}

/// `5%` -> `0.05`; expressions stay.
fn rate(value: &mut Value) {
    let rate = text_of(value).filter(|text| text.ends_with('%')).and_then(|text| Rate::parse(text).ok());
    if let Some(rate) = rate {
        put(value, Form::Scalar(Scalar::plain(&rate.value.to_string())));
    }
}

/// `de_DE` -> `{ de_DE: 1 }`.
fn locale(value: &mut Value) {
    if let Some(code) = text_of(value).map(str::to_owned) {
        let entries = vec![Entry::keyed(&code, Value::plain("1"))];
        put(value, Form::Collection(Collection::new(Kind::Map, Layout::Flow, entries)));
    }
}
