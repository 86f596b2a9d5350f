//! The blast radius of edits: what the comparison of two specs says cannot change, does not change when both are made.

mod edits;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};
use synth::blast::{Radius, RowsChange, compare};
use synth::compile::{Compiled, compile};
use synth::diag::render::{Context, find};
use synth::engine::Engine;
use synth::generators;
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
        let radius = compare(old, &new, &Overrides::default());
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
        let radius = compare(&one, &one, &Overrides::default());
        assert!(!radius.can_change() && radius.notes.is_empty(), "{name}: {radius:#?}");
    }
}

/// What changed between two specs and was not foreseen.
fn unforeseen(old: &Compiled, before: &BTreeMap<String, Rows>, new: &Compiled) -> BTreeSet<String> {
    let radius = compare(old, new, &Overrides::default());
    changed(&radius, before, &data(new)).difference(&predicted(&radius)).cloned().collect()
}

fn try_compiled(text: &str) -> Option<Compiled> {
    let mut source = SpecSource::from_text("spec.yaml", text);
    source.folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("specs/generators");
    compile(source, &Overrides::default()).ok()
}

/// Every change of one value of a document: another number, a part less, two parts in another order.
fn mutations(document: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    match document {
        Value::Object(entries) => {
            for key in entries.keys() {
                let mut without = entries.clone();
                without.shift_remove(key);
                found.push((format!("-{key}"), Value::Object(without)));
                found.extend(mutations(&entries[key]).into_iter().map(|(what, value)| {
                    let mut with = entries.clone();
                    with[key] = value;
                    (format!("{key}.{what}"), Value::Object(with))
                }));
            }
            if entries.len() > 1 {
                let turned: Vec<_> = entries.iter().rev().map(|(key, value)| (key.clone(), value.clone())).collect();
                found.push(("turned".to_owned(), Value::Object(turned.into_iter().collect())));
            }
        }
        Value::Array(items) => {
            for at in 0..items.len() {
                let mut without = items.clone();
                without.remove(at);
                found.push((format!("-{at}"), Value::Array(without)));
                found.extend(mutations(&items[at]).into_iter().map(|(what, value)| {
                    let mut with = items.clone();
                    with[at] = value;
                    (format!("{at}.{what}"), Value::Array(with))
                }));
            }
        }
        Value::Number(number) => {
            let other = number.as_i64().map_or_else(|| json!(number.as_f64().unwrap_or(0.0) * 1.25), |n| json!(n + 1));
            found.push(("+".to_owned(), other));
        }
        Value::Bool(value) => found.push(("not".to_owned(), json!(!value))),
        Value::String(text) if text.ends_with('%') => found.push(("rate".to_owned(), json!("25%"))),
        Value::String(_) | Value::Null => {}
    }
    found
}

/// The suite tries one of so many; with `SYNTH_ALL` in the environment, all.
const SHARE: usize = 12;

#[test]
fn no_change_of_any_one_value_reaches_beyond_its_radius() {
    let share = if std::env::var_os("SYNTH_ALL").is_some() { 1 } else { SHARE };
    let (mut wrong, mut tried) = (Vec::new(), 0);
    for name in edits::BASES {
        let source = SpecSource::from_text("spec.yaml", edits::base(name));
        let document = synth::source::parse(&source).expect("a document").to_json();
        let old = compiled(&document.to_string());
        let before = data(&old);
        for (what, mutated) in mutations(&document).into_iter().step_by(share) {
            let Some(new) = try_compiled(&mutated.to_string()) else { continue };
            tried += 1;
            let outside = unforeseen(&old, &before, &new);
            if !outside.is_empty() {
                wrong.push(format!("{name}: {what}: {outside:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried * share > 200, "only {tried} are specs");
}

#[test]
fn no_two_edits_together_reach_beyond_their_radius() {
    let mut wrong = Vec::new();
    let share = if std::env::var_os("SYNTH_ALL").is_some() { 1 } else { SHARE };
    let mut pairs = 0;
    for name in edits::BASES {
        let base = edits::base(name);
        let old = compiled(&base);
        let before = data(&old);
        let own: Vec<_> = edits::all().iter().filter(|edit| edit.base == *name).collect();
        let all = own.iter().enumerate().flat_map(|(at, one)| own[at + 1..].iter().map(move |other| (one, other)));
        for (one, other) in all.step_by(share) {
            let text = edited(&base, one.changes);
            if !other.changes.iter().all(|(from, _)| text.contains(from)) {
                continue;
            }
            let Some(new) = try_compiled(&edited(&text, other.changes)) else { continue };
            pairs += 1;
            let outside = unforeseen(&old, &before, &new);
            if !outside.is_empty() {
                wrong.push(format!("{} and {}: {outside:?}", one.what, other.what));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(pairs * share > 300, "only {pairs} pairs are specs");
}

/// A table with all fields of all entities, as they are written without parameters.
fn fields(locale: &str, unique: Option<&str>) -> String {
    let fields: Vec<&str> = generators::all().filter(|def| def.bundle.is_some()).map(|def| def.name).collect();
    let column = |name: &&str| {
        let unique = if unique == Some(*name) { ", unique: true" } else { "" };
        format!("      {}: {{ gen: {name}{unique} }}\n", name.replace('.', "_"))
    };
    let columns: String = fields.iter().map(column).collect();
    let texts = "      a: text.word\n      b: text.sentence\n      c: text.title\n      d: text.slug\n      e: text.paragraph\n";
    format!(
        "synth: 1\nnow: 2025-01-01\nlocale: {locale}\ntables:\n  t:\n    rows: 5\n    columns:\n      id: sequence\n{columns}{texts}"
    )
}

#[test]
fn the_fields_of_entities_follow_locale_clock_seed_and_uniqueness_as_foreseen() {
    let base = fields("de_DE", None);
    let old = compiled(&base);
    let before = data(&old);
    let (mut wrong, mut tried) = (Vec::new(), 0);
    let mut check = |what: &str, new: &str| {
        let Some(new) = try_compiled(new) else { return };
        tried += 1;
        let outside = unforeseen(&old, &before, &new);
        if !outside.is_empty() {
            wrong.push(format!("{what}: {outside:?}"));
        }
    };
    for locale in ["en_GB", "fr_FR", "{ de_DE: 1, fr_FR: 1 }", "{ de_DE: 2 }"] {
        check(locale, &fields(locale, None));
    }
    check("clock", &base.replace("2025-01-01", "2026-02-03"));
    check("seed", &base.replace("synth: 1\n", "synth: 1\nseed: 1\n"));
    for def in generators::all().filter(|def| def.bundle.is_some()) {
        check(def.name, &fields("de_DE", Some(def.name)));
        let wild = format!("{{ gen: {} }}", def.name);
        check("wild", &base.replace(&wild, &wild.replace(" }", ", realism: wild }")));
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried > 60, "only {tried} are specs");
    let french = compiled(&fields("fr_FR", None));
    let radius = compare(&old, &french, &Overrides::default());
    let (foreseen, actual) = (predicted(&radius), changed(&radius, &before, &data(&french)));
    let loose: Vec<_> = foreseen.difference(&actual).collect();
    assert!(loose.len() < 8, "{loose:?} are the same in both locales");
}

#[test]
fn unique_fields_follow_the_locales_that_pins_and_weights_bring() {
    let spec = |locale: &str, pins: &str| {
        format!(
            "synth: 1\nlocale: {locale}\ntables:\n  t:\n    rows: 20\n    key: [id]\n    columns:\n      id: sequence\n      country: address.country_code\n      name: person.full_name\n      phone: {{ gen: person.phone, unique: true }}\n      street: {{ gen: address.street, unique: true, locale: de_DE }}\n      ip: {{ gen: internet.ipv4, unique: true }}\n{pins}"
        )
    };
    let pin = |country: &str| format!("    pins:\n      - {{ id: 3, country: {country} }}\n");
    let variants = [
        spec("en_US", ""),
        spec("de_DE", ""),
        spec("{ en_US: 1, de_DE: 1 }", ""),
        spec("{ en_US: 1, de_DE: 3 }", ""),
        spec("en_US", &pin("US")),
        spec("en_US", &pin("FR")),
        spec("{ en_US: 1, de_DE: 1 }", &pin("FR")),
        spec("{ en_US: 1, de_DE: 0 }", ""),
    ];
    let made: Vec<_> = variants.iter().filter_map(|text| try_compiled(text)).map(|spec| (data(&spec), spec)).collect();
    assert!(made.len() > 4, "only {} are specs", made.len());
    for (one, (before, old)) in made.iter().enumerate() {
        for (other, (_, new)) in made.iter().enumerate() {
            let outside = unforeseen(old, before, new);
            assert!(outside.is_empty(), "{one} -> {other}: {outside:?}");
        }
    }
}

#[test]
fn the_content_of_a_file_is_a_part_of_its_readers() {
    let text = "synth: 1\ntables:\n  t:\n    rows: 9\n    columns: { a: { gen: list, file: x.csv }, b: { gen: expr, expr: \"a || '!'\" }, c: sequence }\n";
    let made = |content: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("x.csv"), content).expect("written");
        let mut source = SpecSource::from_text("spec.yaml", text);
        source.folder = folder.path().to_owned();
        let compiled = compile(source, &Overrides::default()).unwrap_or_else(|refused| panic!("{:?}", refused.found));
        (folder, compiled)
    };
    let ((_one, old), (_other, new), (_third, same)) = (made("v\np\nq\n"), made("v\np\nr\n"), made("v\np\nq\n"));
    assert!(!compare(&old, &same, &Overrides::default()).can_change());
    assert_eq!(
        predicted(&compare(&old, &new, &Overrides::default())),
        BTreeSet::from(["t.a".to_owned(), "t.b".to_owned()])
    );
    assert!(unforeseen(&old, &data(&old), &new).is_empty());
}
