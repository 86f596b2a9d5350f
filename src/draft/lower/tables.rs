//! A table of a draft -> the table of the spec, without what ties it to others.

use super::columns;
use super::sheet::{Param, Rows, Sheet};
use super::values;
use crate::draft::ir::{Column, Role, Table};
use crate::fmt::{Entry, Layout, Scalar, Value};

/// Parameters of a table that make a time grid.
pub(super) const GRID: &[&str] = &["every", "from", "to"];

/// A table by itself.
pub(super) fn table(table: &Table) -> Sheet {
    let key = table.columns.iter().filter(|column| column.role == Role::Pk).map(|column| column.name.clone());
    let mut key: Vec<String> = key.collect();
    key.dedup();
    Sheet {
        name: table.name.clone(),
        description: table.description.clone(),
        rows: rows(table),
        locale: param(table, "locale").and_then(locale),
        key,
        unique: Vec::new(),
        columns: table.columns.chunk_by(|one, other| one.name == other.name).map(column).collect(),
    }
}

fn column(branches: &[Column]) -> super::sheet::Col {
    columns::column(&branches.iter().collect::<Vec<_>>())
}

fn param<'t>(table: &'t Table, key: &str) -> Option<&'t str> {
    table.params.iter().find(|param| param.key == key).map(|param| param.value.as_str())
}

fn rows(table: &Table) -> Rows {
    let grid = |key: &&str| Some(((**key).to_owned(), values::scalar(&values::unquoted(param(table, key)?))));
    let grid: Vec<Param> = GRID.iter().filter_map(grid).collect();
    if grid.len() == GRID.len() { Rows::Grid(grid) } else { Rows::Count(table.rows) }
}

/// `en_US` or `de_DE 70, fr_FR 30` as a value; `None` for nothing.
pub(super) fn locale(text: &str) -> Option<Value> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<(&str, Option<&str>)> = parts
        .map(|part| match part.split_once([' ', ':']) {
            Some((code, weight)) => (code, Some(weight.trim())),
            None => (part, None),
        })
        .collect();
    match &parts[..] {
        [] => None,
        [(code, _)] => Some(Value::text(code)),
        several => {
            let entry = |(code, weight): &(&str, Option<&str>)| {
                Entry::new(Some(Scalar::new(code)), values::yaml(weight.unwrap_or("1")))
            };
            Some(Value::map(Layout::Flow, several.iter().map(entry).collect()))
        }
    }
}
