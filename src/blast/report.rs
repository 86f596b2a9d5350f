//! Both specs -> the tables and columns of either, side by side, with what becomes of each.

use std::collections::BTreeSet;

use super::nodes::Words;
use super::notes;
use super::rows::Fate;
use super::side::{Origin, Side};
use super::trace::Trace;
use super::words::Renames;
use super::{ColumnRadius, Radius, Reason, RowsChange, RowsRadius, TableRadius, Verdict};
use crate::compile::Compiled;
use crate::plan::{ColumnId, TableId};
use crate::spec::{ColumnSpec, Making, TableSpec};

/// See [`super::compare`].
pub(super) fn radius(old: &Compiled, new: &Compiled, set: &[(String, String)]) -> Radius {
    let (old, new) = (Side::new(old, set), Side::new(new, set));
    let words = words(&old, &new);
    let mut trace = Trace::new(&words);
    // In the plan's order, so that no column waits for a long chain of others.
    for at in (0..new.origins.len()).map(ColumnId) {
        if let Some(before) = partner(&words, at) {
            trace.effect(before, at);
        }
    }
    let ids = |side: &Side<'_>| (0..side.spec().tables.len()).map(TableId).collect::<Vec<_>>();
    let mut tables: Vec<TableRadius> = ids(&new).into_iter().map(|table| table_radius(&mut trace, table)).collect();
    let is_gone = |table: &TableId| new.table_of(old.table_identity(*table)).is_none();
    tables.extend(ids(&old).into_iter().filter(is_gone).map(|table| lost_table(&words, table)));
    Radius { tables, notes: notes::notes(&words) }
}

fn words<'s, 'a>(old: &'s Side<'a>, new: &'s Side<'a>) -> Words<'s, 'a> {
    let names: BTreeSet<&String> = old.vars.keys().chain(new.vars.keys()).collect();
    let vars = names.into_iter().filter(|name| old.vars.get(*name) != new.vars.get(*name)).cloned().collect();
    Words { renames: renames(old, new), vars, is_other_now: old.now != new.now, old, new }
}

/// The names of tables, columns and rows that only became others.
fn renames(old: &Side<'_>, new: &Side<'_>) -> Renames {
    let mut found = Renames::new();
    let mut add = |one: Option<&str>, other: Option<&str>| {
        if let (Some(one), Some(other)) = (one, other)
            && one != other
        {
            found.insert((one.to_owned(), other.to_owned()));
        }
    };
    for table in &new.spec().tables {
        let Some(before) = old.table_of(table.identity()).map(|id| old.table(id)) else {
            continue;
        };
        add(Some(&before.name.text), Some(&table.name.text));
        // The parent's row goes by the parent's name and by the alias.
        let names =
            |table: &TableSpec| table.per.iter().chain(&table.alias).map(|name| name.text.clone()).collect::<Vec<_>>();
        for one in names(before) {
            names(table).iter().for_each(|other| add(Some(&one), Some(other)));
        }
        for column in &table.columns {
            if let Some(one) = column_named(before, column.identity()) {
                add(Some(&one.name.text), Some(&column.name.text));
                add(Some(alias_of(one)), Some(alias_of(column)));
            }
        }
    }
    found
}

/// The name under which others reach the row that a `ref` picks; the column's own for all others.
fn alias_of(column: &ColumnSpec) -> &str {
    let alias = match &column.making {
        Making::Generator(generator) => generator.params.get("as").and_then(|alias| alias.text()),
        Making::When(_) => None,
    };
    alias.unwrap_or(&column.name.text)
}

fn column_named<'t>(table: &'t TableSpec, name: &str) -> Option<&'t ColumnSpec> {
    table.columns.iter().find(|column| column.identity() == name)
}

/// The old column of a declared one.
fn partner(words: &Words<'_, '_>, column: ColumnId) -> Option<ColumnId> {
    let Origin::Declared(spec) = words.new.origins[column.0] else { return None };
    let table = words.old.table_of(words.new.table_identity(words.new.plan().column(column).table))?;
    words.old.declared(table, spec.identity())
}

fn table_radius(trace: &mut Trace<'_, '_>, table: TableId) -> TableRadius {
    let fate = trace.fate(table);
    let words = trace.words;
    let spec = words.new.table(table);
    let before = trace.partner(table);
    let mut columns: Vec<ColumnRadius> =
        spec.columns.iter().map(|column| column_radius(trace, table, column)).collect();
    let old = before.map(|before| words.old.table(before));
    for column in old.into_iter().flat_map(|old| &old.columns) {
        if column_named(spec, column.identity()).is_none() {
            columns.push(lone(words.old, &spec.name.text, column, Verdict::Removed));
        }
    }
    if let Some(old) = old {
        hint_at_renames(words, (old, spec), &mut columns);
    }
    let is_renamed = old.is_some_and(|old| old.name.text != spec.name.text);
    TableRadius {
        table: spec.name.text.clone(),
        old_name: old.filter(|_| is_renamed).map(|old| old.name.text.clone()),
        rows: rows_radius(words, before, table, fate),
        columns,
    }
}

fn rows_radius(words: &Words<'_, '_>, old: Option<TableId>, new: TableId, fate: Fate) -> RowsRadius {
    let count = |side: &Side<'_>, table| (side.plan().table(table).expected_rows, side.plan().constant_rows(table));
    let before = old.map(|old| count(words.old, old));
    let after = count(words.new, new);
    let reasons = match old {
        None => vec![words.reason("the table is new", None, Some(words.new.table(new).name.span))],
        Some(_) => fate.reasons,
    };
    RowsRadius {
        change: fate.change,
        old: before.map_or(0.0, |before| before.0),
        new: after.0,
        is_exact: before.is_none_or(|before| before.1.is_some()) && after.1.is_some(),
        reasons,
    }
}

fn column_radius(trace: &mut Trace<'_, '_>, table: TableId, column: &ColumnSpec) -> ColumnRadius {
    let words = trace.words;
    let name = &words.new.table(table).name.text;
    let label = column.identity();
    let pair = words.new.declared(table, label).and_then(|new| Some((partner(words, new)?, new)));
    let Some((old, new)) = pair else { return lone(words.new, name, column, Verdict::Added) };
    let effect = trace.effect(old, new);
    let before = words.old.plan().column(old);
    let is_renamed = before.name != column.name.text;
    let format = other_format(words, old, column);
    let verdict = match trace.seen_strength(effect) {
        Some(strength) => strength,
        None if is_renamed => Verdict::Renamed,
        None if format.is_some() => Verdict::Encoding,
        None => Verdict::Unchanged,
    };
    let mut reasons = trace.reasons(effect);
    reasons.extend(format);
    if verdict == Verdict::Renamed {
        let text = format!("`{}` → `{}`", before.name, column.name.text);
        reasons.push(words.reason(text, Some(before.span), Some(column.name.span)));
    }
    ColumnRadius {
        table: name.clone(),
        column: column.name.text.clone(),
        old_name: is_renamed.then(|| before.name.clone()),
        is_hidden: column.name.text.starts_with('_'),
        verdict,
        chain: trace.chain(effect),
        reasons,
    }
}

fn other_format(words: &Words<'_, '_>, old: ColumnId, new: &ColumnSpec) -> Option<Reason> {
    let Origin::Declared(old) = words.old.origins[old.0] else { return None };
    let text = |column: &ColumnSpec| column.format.as_ref().map(|format| format.text.clone());
    let shown = |column: &ColumnSpec| text(column).map_or("none".to_owned(), |format| format!("`{format}`"));
    let span = |column: &ColumnSpec| column.format.as_ref().map(|format| format.span);
    let reason = || format!("format {} → {}", shown(old), shown(new));
    (text(old) != text(new)).then(|| words.reason(reason(), span(old), span(new)))
}

/// A column that only one of the specs has.
fn lone(side: &Side<'_>, table: &str, column: &ColumnSpec, verdict: Verdict) -> ColumnRadius {
    let line = Some(side.line(column.name.span));
    let (text, old_line, new_line) = match verdict {
        Verdict::Added => ("the column is new", None, line),
        _ => ("the column is gone", line, None),
    };
    ColumnRadius {
        table: table.to_owned(),
        column: column.name.text.clone(),
        old_name: None,
        is_hidden: column.name.text.starts_with('_'),
        verdict,
        chain: Vec::new(),
        reasons: vec![Reason { text: text.to_owned(), old_line, new_line }],
    }
}

/// Says how a column that seems to have become another would keep its values.
fn hint_at_renames(words: &Words<'_, '_>, (old, new): (&TableSpec, &TableSpec), columns: &mut [ColumnRadius]) {
    let of = |verdict: Verdict, columns: &[ColumnRadius]| -> Vec<String> {
        columns.iter().filter(|column| column.verdict == verdict).map(|column| column.column.clone()).collect()
    };
    let (lost, found) = (of(Verdict::Removed, columns), of(Verdict::Added, columns));
    for name in &found {
        let made =
            |table: &TableSpec, name: &str| table.columns.iter().find(|column| column.name.text == name).cloned();
        let Some(here) = made(new, name) else { continue };
        let is_alike = |name: &&String| made(old, name).is_some_and(|there| words.is_made_alike(&there, &here));
        let alike: Vec<&String> = lost.iter().filter(is_alike).collect();
        let ([only], Some(column)) = (&alike[..], columns.iter_mut().find(|column| column.column == *name)) else {
            continue;
        };
        let id = made(old, only).and_then(|there| there.id).map_or((*only).clone(), |id| id.text);
        let text = format!("it is made as `{only}` was: with `id: {id}` it would keep its values");
        column.reasons.push(Reason { text, old_line: None, new_line: column.reasons[0].new_line });
    }
}

fn lost_table(words: &Words<'_, '_>, table: TableId) -> TableRadius {
    let side = words.old;
    let spec = side.table(table);
    let reason = words.reason("the table is gone", Some(spec.name.span), None);
    TableRadius {
        table: spec.name.text.clone(),
        old_name: None,
        rows: RowsRadius {
            change: RowsChange::Removed,
            old: side.plan().table(table).expected_rows,
            new: 0.0,
            is_exact: side.plan().constant_rows(table).is_some(),
            reasons: vec![reason],
        },
        columns: spec.columns.iter().map(|column| lone(side, &spec.name.text, column, Verdict::Removed)).collect(),
    }
}

impl Words<'_, '_> {
    /// Whether two columns are made in the same way, whatever they are called.
    fn is_made_alike(&self, old: &ColumnSpec, new: &ColumnSpec) -> bool {
        self.declared(old, new).is_empty()
    }
}
