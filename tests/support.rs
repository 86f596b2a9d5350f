//! What several suites need: a spec's text -> all its cells, through the library.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use arrow_array::{Array, ArrayRef};
use arrow_cast::cast;
use arrow_cast::display::{ArrayFormatter, FormatOptions};
use arrow_schema::DataType;
use synth::diag::Diagnostics;
use synth::diag::render::{Context, find};
use synth::engine::Engine;
use synth::plan::{Overrides, Plan, TableId, plan};
use synth::source::{SpecSource, parse};

/// The plan of a spec that must be right.
pub fn planned(text: &str) -> Plan {
    planned_source(&SpecSource::from_text("spec.yaml", text), &Overrides::default())
}

fn planned_source(source: &SpecSource, overrides: &Overrides) -> Plan {
    let wrong = |found: Diagnostics| -> ! {
        let context = Context::plain(Some(source));
        panic!("{}", find("full").expect("there is a full rendering").render(&found, &context))
    };
    let node = parse(source).unwrap_or_else(|found| wrong(found));
    let spec = synth::spec::read(&node);
    plan(&spec, &source.folder, overrides).unwrap_or_else(|found| wrong(found)).0
}

/// Values as texts, `None` for null.
pub fn texts(values: &ArrayRef) -> Vec<Option<String>> {
    let values = match values.data_type() {
        DataType::Timestamp(unit, Some(_)) => {
            cast(values, &DataType::Timestamp(*unit, None)).expect("zones can be dropped")
        }
        _ => Arc::clone(values),
    };
    let formatter = ArrayFormatter::try_new(&values, &FormatOptions::default()).expect("every type has a text form");
    (0..values.len()).map(|row| values.is_valid(row).then(|| formatter.value(row).to_string())).collect()
}

/// A row's identity -> its cells by column.
pub type Rows = BTreeMap<String, BTreeMap<String, Option<String>>>;

/// All cells of a spec by table and by row identity: the row's number in a root table, the values of `identity` columns
/// (those that a table has) in a child table.
pub fn cells(text: &str, identity: &[&str]) -> BTreeMap<String, Rows> {
    let plan = planned(text);
    let engine = Engine::new(&plan);
    plan.tables
        .iter()
        .enumerate()
        .map(|(at, table)| (table.name.clone(), rows(&engine, TableId(at), identity)))
        .collect()
}

fn rows(engine: &Engine<'_>, table: TableId, identity: &[&str]) -> Rows {
    let plan = engine.plan();
    let columns = &plan.table(table).visible;
    let count = engine.rows(table);
    let values: Vec<(String, Vec<Option<String>>)> = engine
        .range(table, 0..count, columns)
        .iter()
        .zip(columns)
        .map(|(values, id)| (plan.column(*id).name.clone(), texts(values)))
        .collect();
    let is_root = plan.root_of(table) == table;
    let name = |row: usize| match is_root {
        true => format!("{row:06}"),
        false => {
            let of =
                |name: &&str| values.iter().find(|(known, _)| known == name).and_then(|(_, cells)| cells[row].clone());
            identity.iter().filter_map(of).collect::<Vec<_>>().join("/")
        }
    };
    let cells = |row: usize| values.iter().map(|(name, cells)| (name.clone(), cells[row].clone())).collect();
    (0..count as usize).map(|row| (name(row), cells(row))).collect()
}

/// Beginnings of variables that settings, keys and folders of whoever runs the tests are in.
const CALLERS: &[&str] = &[
    "SYNTH_",
    "XDG_",
    "OPENAI_",
    "ANTHROPIC_",
    "GOOGLE_",
    "GEMINI_",
    "OLLAMA_",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "http_proxy",
    "https_proxy",
];

/// Makes a command see nothing of whoever runs the tests: no settings, keys, proxies and keyring, and another home folder, which
/// need not be there.
pub fn alone(command: &mut Command, home: &Path) {
    let is_of_caller = |name: &str| CALLERS.iter().any(|head| name.starts_with(head));
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(is_of_caller) {
            command.env_remove(name);
        }
    }
    command.env("HOME", home).env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
}
