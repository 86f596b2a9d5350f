//! Both specs -> the edits that reach no value: outputs, profiles, names of files, keys that only constrain, orders.

use serde_json::Value;

use super::Reason;
use super::nodes::Words;
use crate::diag::Span;
use crate::spec::{ColumnSpec, Name, Spec, TableSpec};

/// All of them.
pub(super) fn notes(words: &Words<'_, '_>) -> Vec<Reason> {
    let (old, new) = (words.old.spec(), words.new.spec());
    let first = |named: Option<&Name>| named.map(|name| name.span);
    let names = |spec: &Spec| spec.tables.iter().map(TableSpec::identity).map(str::to_owned).collect::<Vec<_>>();
    let document = [
        note(
            outputs(old) == outputs(new),
            "`outputs` differ: files and formats, no value",
            words,
            [old, new].map(|spec| first(spec.outputs.first().map(|(name, _)| name))),
        ),
        note(
            profiles(old) == profiles(new),
            "`profiles` differ: `--profile` shows what they change",
            words,
            [old, new].map(|spec| first(spec.profiles.first().map(|(name, _)| name))),
        ),
        note(
            text(&old.name) == text(&new.name),
            "`name` differs: it only names files",
            words,
            [old, new].map(|spec| first(spec.name.as_ref())),
        ),
        note(
            both(&names(old), &names(new)) == both(&names(new), &names(old)),
            "the tables have another order",
            words,
            [old, new].map(|spec| first(spec.tables.first().map(|table| &table.name))),
        ),
    ];
    let mut found: Vec<Reason> = document.into_iter().flatten().collect();
    for table in &new.tables {
        if let Some(before) = words.old.table_of(TableSpec::identity(table)) {
            found.extend(of_table(words, words.old.table(before), table));
        }
    }
    found
}

fn note(is_same: bool, text: &str, words: &Words<'_, '_>, [old, new]: [Option<Span>; 2]) -> Option<Reason> {
    (!is_same).then(|| words.reason(text, old, new))
}

/// What differs between two tables and reaches no value.
fn of_table(words: &Words<'_, '_>, old: &TableSpec, new: &TableSpec) -> impl Iterator<Item = Reason> {
    let name = &new.name.text;
    let place = |table: &TableSpec| Some(table.key.first().map_or(table.name.span, |name| name.span));
    let keys = format!("`key` or `unique` of `{name}` differ: constraints in SQL");
    let order = format!("the columns of `{name}` have another order");
    let labels =
        |table: &TableSpec| table.columns.iter().map(ColumnSpec::identity).map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (labels(old), labels(new));
    let found = [
        note(lists(old) == lists(new), &keys, words, [old, new].map(place)),
        note(both(&one, &other) == both(&other, &one), &order, words, [old, new].map(|table| Some(table.name.span))),
    ];
    found.into_iter().flatten()
}

/// What one list shares with another, in its own order.
fn both(one: &[String], other: &[String]) -> Vec<String> {
    let known: std::collections::BTreeSet<&String> = other.iter().collect();
    one.iter().filter(|label| known.contains(label)).cloned().collect()
}

/// The key and the lists of columns that are unique together, by the stable names of columns.
fn lists(table: &TableSpec) -> Vec<Vec<String>> {
    let label = |name: &Name| {
        let column = table.columns.iter().find(|column| column.name.text == name.text);
        column.map_or(name.text.as_str(), ColumnSpec::identity).to_owned()
    };
    let all = std::iter::once(&table.key).chain(table.unique.iter().map(|(_, list)| list));
    all.map(|list| list.iter().map(label).collect()).collect()
}

fn text(name: &Option<Name>) -> Option<&str> {
    name.as_ref().map(|name| name.text.as_str())
}

fn outputs(spec: &Spec) -> Vec<(&str, Value)> {
    spec.outputs.iter().map(|(name, node)| (name.text.as_str(), node.to_json())).collect()
}

fn profiles(spec: &Spec) -> Vec<(&str, &str, Value)> {
    let rows = spec.profiles.iter().flat_map(|(profile, tables)| {
        tables.iter().map(|(table, rows)| (profile.text.as_str(), table.text.as_str(), rows.to_json()))
    });
    rows.collect()
}
