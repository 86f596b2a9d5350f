//! A table of the spec -> its YAML, with the comments of its places.

use super::notes::{Notes, Place, attach};
use super::sheet::{Branch, Col, Param, Rows, Sheet};
use super::values;
use crate::fmt::{Collection, Entry, Form, Kind, Layout, Line, Scalar, Value};

/// Blanks before the keys of a table, and before the names of its columns.
const TABLE: usize = 4;
const COLUMN: usize = 6;

/// The mapping of the tables.
pub(super) fn tables(sheets: &[Sheet], notes: &mut Notes) -> Value {
    let mut entries: Vec<Entry> = Vec::new();
    for sheet in sheets {
        let mut entry = Entry::keyed(&sheet.name, table(sheet, notes));
        if !entries.is_empty() {
            entry.lead.push(Line::Blank);
        }
        entries.push(entry);
    }
    Value::map(Layout::Block, entries)
}

fn table(sheet: &Sheet, notes: &mut Notes) -> Value {
    let mut entries = Vec::new();
    if !sheet.description.is_empty() {
        entries.push(Entry::keyed("description", Value::text(&super::notes::one_line(&sheet.description))));
    }
    let first = entries.len();
    match &sheet.rows {
        Rows::Count(rows) => entries.push(Entry::keyed("rows", values::count(*rows))),
        Rows::Grid(grid) => entries.push(Entry::keyed("rows", nested(grid))),
        Rows::Per { parent, count } => {
            entries.push(Entry::keyed("per", Value::text(parent)));
            entries.push(Entry::keyed("count", count.clone()));
        }
    }
    attach(&mut entries[first], notes.take(&Place::Table(sheet.name.clone())), TABLE, 0);
    entries.extend(sheet.locale.clone().map(|locale| Entry::keyed("locale", locale)));
    if !sheet.key.is_empty() {
        entries.push(Entry::keyed("key", values::names(&sheet.key)));
    }
    if !sheet.unique.is_empty() {
        let lists = sheet.unique.iter().map(|list| values::names(list)).collect();
        entries.push(Entry::keyed("unique", Value::list(Layout::Flow, lists)));
    }
    entries.push(Entry::keyed("columns", columns(sheet, notes)));
    Value::map(Layout::Block, entries)
}

fn columns(sheet: &Sheet, notes: &mut Notes) -> Value {
    let width = sheet.columns.iter().map(|column| column.name.chars().count()).max().unwrap_or(0);
    let entry = |column: &Col| {
        let mut entry = Entry::keyed(&column.name, self::column(column));
        let here = notes.take(&Place::Column(sheet.name.clone(), column.name.clone()));
        attach(&mut entry, here, COLUMN, width);
        entry
    };
    let mut map = Collection::new(Kind::Map, Layout::Block, sheet.columns.iter().map(entry).collect());
    map.is_aligned = true;
    Form::Collection(map).into()
}

fn column(column: &Col) -> Value {
    let mut entries = Vec::new();
    let single = column.single();
    if let Some(branch) = single {
        entries.extend(making(branch));
    }
    entries.extend(column.data_type.as_ref().map(|name| Entry::keyed("type", Value::text(name))));
    // As a key, `null` needs no quotes.
    entries.extend(column.null.clone().map(|null| Entry::new(Some(Scalar::plain("null")), null)));
    if column.is_unique {
        entries.push(Entry::keyed("unique", Value::plain("true")));
    }
    match single {
        Some(branch) if entries.len() == 1 => Value::text(&branch.generator),
        Some(_) => Value::map(Layout::Flow, entries),
        None => {
            let branches = column.branches.iter().map(self::branch).collect();
            entries.push(Entry::keyed("when", Value::list(Layout::Block, branches)));
            Value::map(Layout::Block, entries)
        }
    }
}

fn branch(branch: &Branch) -> Value {
    let mut entries = Vec::new();
    entries.extend(branch.condition.as_ref().map(|text| Entry::keyed("if", Value::text(text))));
    entries.extend(making(branch));
    Value::map(Layout::Flow, entries)
}

/// `gen` and the parameters.
fn making(branch: &Branch) -> Vec<Entry> {
    let mut entries = vec![Entry::keyed("gen", Value::text(&branch.generator))];
    let Value { form: Form::Collection(params), .. } = nested(&branch.params) else { return entries };
    entries.extend(params.entries);
    entries
}

/// Parameters as a mapping; those with dots in their names are in mappings of their own.
fn nested(params: &[Param]) -> Value {
    let mut map = Collection::new(Kind::Map, Layout::Flow, Vec::new());
    for (path, value) in params {
        put(&mut map, path, value);
    }
    Form::Collection(map).into()
}

fn put(map: &mut Collection, path: &str, value: &Value) {
    let Some((head, rest)) = path.split_once('.').filter(|(head, rest)| !head.is_empty() && !rest.is_empty()) else {
        match map.get_mut(path) {
            Some(known) => *known = value.clone(),
            None => map.entries.push(Entry::keyed(path, value.clone())),
        }
        return;
    };
    if map.get(head).is_none_or(|known| known.as_map().is_none()) {
        map.entries.retain(|entry| entry.name() != head);
        map.entries.push(Entry::keyed(head, Value::map(Layout::Flow, Vec::new())));
    }
    if let Some(inner) = map.get_mut(head).and_then(Value::as_map_mut) {
        put(inner, rest, value);
    }
}
