//! [`Ir`] -> the spec's text: ordered, commented YAML as `synth fmt` lays it out.
//!
//! | step | in -> out |
//! |---|---|
//! | [`crate::draft::ir::check::mend`] | a draft as it came -> one that can be lowered, and what cannot be mended |
//! | [`tables`], [`columns`] | tables and columns -> [`sheet::Sheet`]s, each by itself |
//! | [`relations`] | what ties tables together -> `per`, `count`, `field`, `ref` |
//! | [`layout`], [`notes`], [`record`] | sheets -> YAML, with comments where something was assumed or asked |

mod columns;
mod counts;
mod layout;
mod notes;
pub(in crate::draft) mod paths;
mod record;
mod relations;
mod rules;
mod sheet;
mod tables;
mod values;
mod verify;

use std::collections::BTreeMap;

use self::notes::{Notes, Place, noted};
pub(in crate::draft) use self::rules::Outcome;
use self::sheet::{Col, Sheet};
pub use self::verify::verify;
use super::Provenance;
pub use super::ir::check;
use super::ir::{COUNTS_FROM_TODAY, Ir};
use crate::fmt::{self, Document, Entry, Layout, Line, Value, WIDTH};
use crate::formats;
use crate::spec::SCHEMA_ID;

/// The spec of a draft that [`check::mend`] has passed.
pub fn spec(ir: &Ir, provenance: &Provenance, prose: &str) -> String {
    spec_with_answers(ir, provenance, prose, &BTreeMap::new())
}

/// As [`spec`], with the answers that the draft goes by.
pub fn spec_with_answers(ir: &Ir, provenance: &Provenance, prose: &str, answers: &BTreeMap<String, String>) -> String {
    let mut notes = Notes::of(ir);
    let sheets = sheets(ir);
    let mut entries = opening(ir, &sheets, &mut notes);
    entries.push(parted(Entry::keyed("tables", layout::tables(&sheets, &mut notes))));
    entries.push(parted(outputs(ir, &mut notes)));
    entries.push(parted(Entry::keyed("draft", record::record(ir, provenance, prose, answers))));
    let mut head = vec![Line::Text(format!("# yaml-language-server: $schema={SCHEMA_ID}"))];
    head.extend(comment(&ir.description));
    head.extend(notes.rest().flat_map(|text| notes::wrapped(&text, WIDTH)).map(Line::Text));
    fmt::canonical(&mut Document { head, root: Value::map(Layout::Block, entries), tail: Vec::new() })
}

/// The tables with all that ties them together.
fn sheets(ir: &Ir) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = ir.tables.iter().map(tables::table).collect();
    relations::tie(&mut sheets, ir);
    rules::apply(&mut sheets, ir);
    settle(&mut sheets);
    sheets
}

/// What becomes of each rule of a draft, by its place.
pub(in crate::draft) fn try_rules(ir: &Ir) -> Vec<(usize, Outcome)> {
    let mut sheets: Vec<Sheet> = ir.tables.iter().map(tables::table).collect();
    relations::tie(&mut sheets, ir);
    rules::apply(&mut sheets, ir)
}

/// Widens the types of formulas until their values are sure to fit, and lets go of those that never are: how wide a result is
/// depends on all that it is made of, which the compiler knows best.
fn settle(sheets: &mut [Sheet]) {
    let is_formula =
        |column: &Col| column.data_type.is_some() && column.branches.iter().any(|branch| branch.generator == "expr");
    for _ in 0..4 {
        if !sheets.iter().flat_map(|sheet| &sheet.columns).any(is_formula) {
            return;
        }
        let tables = Entry::keyed("tables", layout::tables(sheets, &mut Notes::none()));
        let clock = Entry::keyed("now", Value::plain("2025-01-01"));
        let entries = vec![Entry::keyed("synth", Value::plain("1")), clock, tables];
        let root = Value::map(Layout::Block, entries);
        let text = fmt::write(&Document { head: Vec::new(), root, tail: Vec::new() });
        let misfits = verify::misfits(&text);
        let mut is_changed = false;
        for column in sheets.iter_mut().flat_map(|sheet| {
            let table = sheet.name.clone();
            sheet
                .columns
                .iter_mut()
                .filter(|column| misfits.contains(&(table.clone(), column.name.clone())))
                .collect::<Vec<_>>()
        }) {
            if is_formula(column) {
                column.data_type = column.data_type.take().and_then(|name| wider(&name));
                is_changed = true;
            }
        }
        if !is_changed {
            return;
        }
    }
}

/// The next wider type.
fn wider(name: &str) -> Option<String> {
    if name == "int32" {
        return Some("int64".to_owned());
    }
    let (precision, scale) = name.strip_prefix("decimal(")?.strip_suffix(')')?.split_once(',')?;
    let precision: u32 = precision.parse().ok()?;
    let next = [12, 18, 38].into_iter().find(|next| *next > precision)?;
    Some(format!("decimal({next},{scale})"))
}

fn comment(text: &str) -> Vec<Line> {
    let text = notes::one_line(text);
    match text.is_empty() {
        true => Vec::new(),
        false => {
            let lines = notes::wrapped(&format!("# {text}"), WIDTH);
            lines.into_iter().map(|line| Line::Text(line.replacen("#   ", "# ", 1))).collect()
        }
    }
}

/// An entry behind an empty line.
fn parted(mut entry: Entry) -> Entry {
    entry.lead.insert(0, Line::Blank);
    entry
}

/// The keys in front of the tables.
fn opening(ir: &Ir, sheets: &[Sheet], notes: &mut Notes) -> Vec<Entry> {
    let mut entries = vec![Entry::keyed("synth", Value::plain("1"))];
    entries.push(Entry::keyed("name", Value::text(&ir.title)));
    entries.push(Entry::keyed("seed", Value::plain("42")));
    let is_counted_from = ir.assumptions.iter().any(|known| known.text == COUNTS_FROM_TODAY);
    if !ir.anchor_date.is_empty() && (is_counted_from || needs_now(sheets)) {
        entries.push(noted("now", values::scalar(&ir.anchor_date), notes.take(&Place::Document("now"))));
    }
    if let Some(locale) = tables::locale(&ir.locale) {
        entries.push(noted("locale", locale, notes.take(&Place::Document("locale"))));
    }
    entries
}

/// Whether something in the tables asks for the clock.
fn needs_now(sheets: &[Sheet]) -> bool {
    let by_generator = |name: &str| matches!(name, "person.birth_date" | "person.age");
    let generators = || sheets.iter().flat_map(|sheet| &sheet.columns).flat_map(|column| &column.branches);
    let in_grid = |sheet: &Sheet| match &sheet.rows {
        sheet::Rows::Grid(grid) => grid.iter().any(|(_, value)| has_now(value)),
        sheet::Rows::Per { count, .. } => {
            count.as_map().is_some_and(|map| map.entries.iter().any(|entry| has_now(&entry.value)))
        }
        sheet::Rows::Count(_) => false,
    };
    generators().any(|branch| by_generator(&branch.generator))
        || sheets.iter().any(|sheet| relations::texts(sheet).any(|text| paths::has(text, "now")) || in_grid(sheet))
}

fn has_now(value: &Value) -> bool {
    value.scalar().is_some_and(|scalar| paths::has(&scalar.text, "now"))
}

/// The outputs that were asked for; CSV where none was.
fn outputs(ir: &Ir, notes: &mut Notes) -> Entry {
    let mut names: Vec<&str> = Vec::new();
    let is_format = |name: &&str| formats::find(name.split(':').next().unwrap_or(name)).is_some();
    for name in ir.outputs.iter().map(String::as_str).filter(is_format) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        names.push("csv");
    }
    let entry = |name: &&str| Entry::keyed(name.split(':').next().unwrap_or(name), output(name, &ir.title));
    let entries = names.iter().map(entry).collect();
    let mut map = fmt::Collection::new(fmt::Kind::Map, Layout::Block, entries);
    map.is_aligned = names.len() > 1;
    noted("outputs", fmt::Form::Collection(map).into(), notes.take(&Place::Document("outputs")))
}

/// One output: a file for each table, save the formats whose files hold a whole database or workbook. The dialect of one stands
/// behind a colon.
fn output(name: &str, title: &str) -> Value {
    let (format, dialect) = name.split_once(':').unwrap_or((name, ""));
    let extension = formats::find(format).map_or(format, |def| def.extension);
    let path = match format {
        "sql" | "xlsx" => format!("out/{title}.{extension}"),
        _ => format!("out/{{table}}.{extension}"),
    };
    let mut entries = vec![Entry::keyed("format", Value::text(format))];
    if !dialect.is_empty() {
        entries.push(Entry::keyed("dialect", Value::text(dialect)));
    }
    entries.push(Entry::keyed("path", Value::text(&path)));
    Value::map(Layout::Flow, entries)
}

#[cfg(test)]
mod tests;
