//! The blast radius of edits: what the comparison of two specs says cannot change, does not change when both are made.

mod edits;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use synth::blast::{Radius, RowsChange, compare};
use synth::compile::{Compiled, compile};
use synth::diag::render::{Context, find};
use synth::engine::Engine;
use synth::plan::{ColumnId, Overrides, RowSource, TableId};
use synth::source::SpecSource;

use crate::support::texts;

/// A row's identity -> its cells by column; hidden columns, too.
type Rows = BTreeMap<String, BTreeMap<String, Option<String>>>;

fn compiled(text: &str) -> Compiled {
    let mut source = SpecSource::from_text("spec.yaml", text);
    source.folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/generators");
    compile(source, &Overrides::default()).unwrap_or_else(|refused| {
        let context = Context::plain(refused.source.as_ref());
        panic!("{}", find("full").expect("a rendering").render(&refused.found, &context))
    })
}

/// The identities of a table's rows: the row's number, and the ordinals on the way down.
fn identities(engine: &Engine<'_>, table: TableId) -> Vec<String> {
    match engine.plan().table(table).rows {
        RowSource::Root { rows } => (0..rows).map(|row| format!("{row:06}")).collect(),
        RowSource::Per { parent, count, .. } => {
            let parents = identities(engine, parent);
            let counts = texts(&engine.range(parent, 0..parents.len() as u64, &[count])[0]);
            let counts = counts.into_iter().map(|count| count.expect("a count").parse::<u64>().expect("a number"));
            parents
                .iter()
                .zip(counts)
                .flat_map(|(parent, count)| (0..count).map(move |at| format!("{parent}/{at:04}")))
                .collect()
        }
    }
}

fn data(compiled: &Compiled) -> BTreeMap<String, Rows> {
    let engine = Engine::new(&compiled.plan);
    let tables = compiled.plan.tables.iter().enumerate();
    tables.map(|(at, table)| (table.name.clone(), rows(&engine, TableId(at)))).collect()
}

fn rows(engine: &Engine<'_>, table: TableId) -> Rows {
    let plan = engine.plan();
    let identities = identities(engine, table);
    let columns: Vec<ColumnId> = plan.table(table).visible.iter().chain(&plan.table(table).hidden).copied().collect();
    let mut found: Rows = identities.iter().map(|identity| (identity.clone(), BTreeMap::new())).collect();
    for (values, id) in engine.range(table, 0..identities.len() as u64, &columns).iter().zip(&columns) {
        for (identity, value) in identities.iter().zip(texts(values)) {
            found.get_mut(identity).expect("the row").insert(plan.column(*id).name.clone(), value);
        }
    }
    found
}

/// Both specs made, and the columns in which a cell differs, by their new names.
fn changed(radius: &Radius, before: &BTreeMap<String, Rows>, after: &BTreeMap<String, Rows>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for table in &radius.tables {
        let old_name = table.old_name.as_ref().unwrap_or(&table.table);
        let (Some(old), Some(new)) = (before.get(old_name), after.get(&table.table)) else { continue };
        check_rows(table.rows.change, &table.table, old, new);
        for column in &table.columns {
            let old_column = column.old_name.as_ref().unwrap_or(&column.column);
            let differs = |(identity, cells): (&String, &BTreeMap<String, Option<String>>)| {
                let there = new.get(identity)?.get(&column.column)?;
                Some(cells.get(old_column)? != there)
            };
            if old.iter().filter_map(differs).any(|differs| differs) {
                names.insert(format!("{}.{}", table.table, column.column));
            }
        }
    }
    names
}

fn check_rows(change: RowsChange, table: &str, old: &Rows, new: &Rows) {
    let within = |one: &Rows, other: &Rows| one.keys().all(|identity| other.contains_key(identity));
    let holds = match change {
        RowsChange::Same => within(old, new) && within(new, old),
        RowsChange::Appended => within(old, new),
        RowsChange::CutOff => within(new, old),
        RowsChange::ComeAndGo | RowsChange::Others | RowsChange::Added | RowsChange::Removed => true,
    };
    assert!(holds, "the rows of `{table}` are not {change:?}");
}

fn predicted(radius: &Radius) -> BTreeSet<String> {
    let columns = radius.tables.iter().flat_map(|table| &table.columns).filter(|column| column.verdict.can_change());
    columns.map(|column| format!("{}.{}", column.table, column.column)).collect()
}

/// A base with its texts replaced.
fn edited(base: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(base.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "`{from}` stands in the spec");
        text.replace(from, to)
    })
}

#[test]
fn nothing_changes_outside_the_radius_and_the_radius_is_tight() {
    let mut made: BTreeMap<&str, (Compiled, BTreeMap<String, Rows>)> = BTreeMap::new();
    let mut wrong = Vec::new();
    let (mut said, mut did) = (0, 0);
    for edit in edits::all() {
        let base = edits::base(edit.base);
        let (old, before) = made.entry(edit.base).or_insert_with(|| {
            let compiled = compiled(&base);
            let data = data(&compiled);
            (compiled, data)
        });
        let new = compiled(&edited(&base, edit.changes));
        let radius = compare(old, &new);
        let actual = changed(&radius, before, &data(&new));
        let predicted = predicted(&radius);
        (said, did) = (said + predicted.len(), did + actual.len());
        let outside: Vec<_> = actual.difference(&predicted).collect();
        if !outside.is_empty() {
            wrong.push(format!("{}: {outside:?} changed, which was not foreseen", edit.what));
        }
        let expected: BTreeSet<String> = edit.can_change.iter().map(|name| (*name).to_owned()).collect();
        if predicted != expected {
            wrong.push(format!("{}: foreseen {predicted:?}, expected {expected:?}, changed {actual:?}", edit.what));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(did * 10 > said * 8, "of {said} columns that can change, only {did} do");
}

#[test]
fn a_spec_compared_with_itself_has_no_radius() {
    for name in edits::BASES {
        let one = compiled(&edits::base(name));
        let radius = compare(&one, &one);
        assert!(!radius.can_change() && radius.notes.is_empty(), "{name}: {radius:#?}");
    }
}
