//! `synth golden`: what it says of an edit is what the data say, for every line of the stability contract.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use arrow_array::{Array, ArrayRef};
use synth::compile::{Compiled, compile_path};
use synth::engine::{Chunk, Engine};
use synth::golden::against::{Against, CellsChange, TableChange};
use synth::golden::{Subject, Updated, check, update};
use synth::plan::{Overrides, TableId};
use synth::random::RowId;
use tempfile::TempDir;

use crate::support::texts;

const SPEC: &str = "\
synth: 1
seed: 5
now: 2025-07-01T00:00:00Z
tables:
  users:
    rows: 30k
    key: [id]
    columns:
      id: sequence
      name: { gen: person.full_name, id: who }
      email: person.email
      tier: { gen: choice, of: { free: 8, plus: 2 } }
      code: { gen: pattern, pattern: \"[A-Z]{4}\", unique: true }
      joined: { gen: datetime, from: 2020-01-01, to: now }
      spent: { gen: rollup, of: orders.total, agg: sum, type: \"decimal(14,2)\" }
      plan: { gen: list, file: plans.csv, column: plan }
  orders:
    per: users
    count: { dist: poisson, mean: 2, max: 9 }
    columns:
      number: ordinal
      user_id: { gen: field, of: users.id }
      product_id: { gen: ref, to: products }
      at: { gen: arrivals, from: users.joined, to: now }
      total: { gen: number, type: \"decimal(10,2)\", min: 1, max: 500 }
  products:
    rows: 100
    key: [id]
    columns: { id: sequence, price: { gen: number, type: \"decimal(8,2)\", min: 1, max: 99 } }
";

struct Golden {
    place: TempDir,
    subject: Subject,
}

impl Golden {
    fn new(spec: &str) -> Self {
        let place = TempDir::new().expect("a folder");
        fs::write(place.path().join("plans.csv"), "plan\nbasic\npro\n").expect("a list");
        let spec_path = place.path().join("shop.yaml");
        fs::write(&spec_path, spec).expect("a spec");
        let folder = place.path().join("golden/shop");
        let subject = Subject { name: "shop".to_owned(), spec: spec_path, folder };
        assert_eq!(update(&subject, None, 1000).ok(), Some(Updated::New));
        Self { place, subject }
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.place.path().join(name)
    }

    fn edit(&self, from: &str, to: &str) {
        assert!(SPEC.contains(from), "{from}");
        fs::write(&self.subject.spec, SPEC.replace(from, to)).expect("the spec");
    }

    /// The codes of the findings, and what has changed.
    fn check(&self) -> (Vec<&'static str>, Option<Against>) {
        let checked = check(&self.subject);
        (checked.found.iter().map(|found| found.code).collect(), checked.against)
    }
}

/// The cells of a table by the row's identity, in columns by identity.
struct Cells {
    rows: BTreeMap<RowId, usize>,
    columns: BTreeMap<String, Vec<Option<String>>>,
}

fn compiled(path: &Path) -> Compiled {
    compile_path(path, &Overrides::default()).unwrap_or_else(|refused| panic!("{:?}", refused.found))
}

fn cells(compiled: &Compiled, id: TableId) -> Cells {
    let engine = Engine::new(&compiled.plan);
    let root = compiled.plan.root_of(id);
    let visible = &compiled.plan.table(id).visible;
    let chunk = Chunk::Family { root, roots: 0..engine.rows(root) };
    let (ids, values) = engine.identified(&chunk, id, visible);
    let spec = &compiled.spec.tables[id.0];
    let name = |column: &synth::plan::ColumnId| {
        let name = &compiled.plan.column(*column).name;
        let declared = spec.columns.iter().find(|column| column.name.text == *name).expect("declared");
        declared.id.as_ref().unwrap_or(&declared.name).text.clone()
    };
    let texts = |values: &ArrayRef| {
        assert_eq!(values.len(), ids.len());
        texts(values)
    };
    Cells {
        rows: ids.iter().enumerate().map(|(at, id)| (*id, at)).collect(),
        columns: visible.iter().map(name).zip(values.iter().map(texts)).collect(),
    }
}

/// What has become of a table, found in the plainest way: added, removed, and changed cells by column.
type Truth = (u64, u64, BTreeMap<String, u64>);

fn truth(old: &Cells, new: &Cells) -> Truth {
    let added = new.rows.keys().filter(|id| !old.rows.contains_key(id)).count() as u64;
    let removed = old.rows.keys().filter(|id| !new.rows.contains_key(id)).count() as u64;
    let common: Vec<(usize, usize)> = new.rows.iter().filter_map(|(id, at)| Some((*old.rows.get(id)?, *at))).collect();
    let mut changed = BTreeMap::new();
    for (column, values) in &new.columns {
        let Some(before) = old.columns.get(column) else { continue };
        let count = common.iter().filter(|(one, other)| before[*one] != values[*other]).count() as u64;
        if count > 0 {
            changed.insert(column.clone(), count);
        }
    }
    (added, removed, changed)
}

fn said(table: &TableChange) -> Truth {
    let (added, removed) = table.moved.unwrap_or_default();
    let changed = table.columns.iter().filter_map(|column| match &column.cells {
        CellsChange::Changed { cells, .. } => {
            let identity = if column.name == "name" || column.name == "full" { "who" } else { &column.name };
            Some((identity.to_owned(), cells.changed))
        }
        CellsChange::Same => None,
        CellsChange::Unknown { .. } => panic!("{} is unknown", column.name),
    });
    (added, removed, changed.collect())
}

/// Edits, each by a line of the contract: what is replaced, by what, and how many tables differ.
const EDITS: &[(&str, &str, &str, usize)] = &[
    ("another parameter", "free: 8, plus: 2", "free: 7, plus: 3", 1),
    ("a parameter that others read", "min: 1, max: 500", "min: 2, max: 500", 2),
    ("a column more", "      email: person.email\n", "      email: person.email\n      phone: person.phone\n", 1),
    ("a column less", "      email: person.email\n", "", 1),
    (
        "columns in another order",
        "      id: sequence\n      name: { gen: person.full_name, id: who }\n",
        "      name: { gen: person.full_name, id: who }\n      id: sequence\n",
        0,
    ),
    ("a rename with an id", "name: { gen", "full: { gen", 1),
    ("more rows", "rows: 30k", "rows: 30_500", 2),
    ("fewer rows", "rows: 30k", "rows: 29k", 2),
    ("more rows of a pool", "rows: 100\n", "rows: 103\n", 2),
    ("another count", "mean: 2, max: 9", "mean: 2.1, max: 9", 2),
    ("another maximum of the count", "mean: 2, max: 9", "mean: 2, max: 12", 2),
    (
        "nulls",
        "joined: { gen: datetime, from: 2020-01-01, to: now }",
        "joined: { gen: datetime, from: 2020-01-01, to: now, null: 1% }",
        2,
    ),
    (
        "a pin",
        "    key: [id]\n    columns:\n      id: sequence\n      name",
        "    key: [id]\n    pins: [{ id: 20000, tier: plus }]\n    columns:\n      id: sequence\n      name",
        1,
    ),
    ("another seed", "seed: 5", "seed: 6", 3),
    ("another clock", "now: 2025-07-01", "now: 2025-07-02", 2),
    ("words for people", "  products:\n", "  products:\n    description: what is sold\n", 0),
];

#[test]
fn what_is_said_of_an_edit_is_what_the_data_say() {
    let golden = Golden::new(SPEC);
    let before = compiled(&golden.subject.spec);
    let old: Vec<Cells> = (0..before.plan.tables.len()).map(|at| cells(&before, TableId(at))).collect();
    for (what, from, to, differing) in EDITS {
        golden.edit(from, to);
        let now = compiled(&golden.subject.spec);
        let (codes, against) = golden.check();
        let against = against.expect("compared");
        for (at, old) in old.iter().enumerate() {
            let new = cells(&now, TableId(at));
            assert_eq!(said(&against.tables[at]), truth(old, &new), "{what}: {}", against.tables[at].name);
        }
        assert_eq!(against.tables.iter().filter(|table| !table.is_same()).count(), *differing, "{what}");
        assert!(
            codes.iter().all(|code| *code == "E1001") && codes.is_empty() == (*differing == 0),
            "{what}: {codes:?}"
        );
    }
}

#[test]
fn the_first_cell_and_the_line_are_named() {
    let golden = Golden::new(SPEC);
    golden.edit("min: 1, max: 500", "min: 2, max: 500");
    let checked = check(&golden.subject);
    let against = checked.against.expect("compared");
    let line = SPEC.lines().position(|line| line.contains("max: 500")).expect("the line") + 1;
    assert_eq!(against.lines, [line]);
    let total = checked.found.iter().find(|found| found.message.starts_with("`orders.total`")).expect("a finding");
    assert!(total.message.contains("first at row 0 ("), "{}", total.message);
    assert!(total.notes[0].contains(&format!("spec line {line} changed since the lock")), "{:?}", total.notes);
    assert_eq!(against.tables.iter().flat_map(|table| &table.columns).filter(|column| !column.is_same()).count(), 2);
}

#[test]
fn damage_is_told_from_change() {
    let golden = Golden::new(SPEC);
    let lock = golden.path("golden/shop/synth.lock");
    let text = fs::read_to_string(&lock).expect("a lock");
    fs::write(&lock, &text[..text.len() / 2]).expect("cut short");
    assert_eq!(golden.check().0, ["E1002"]);
    fs::write(&lock, text.replacen("max: 500", "max: 501", 1)).expect("edited");
    assert_eq!(golden.check().0, ["E1002"]);
    fs::remove_file(&lock).expect("gone");
    assert_eq!(golden.check().0, ["E1003"]);
    fs::write(&lock, &text).expect("back");
    assert!(golden.check().0.is_empty());
    let products = golden.path("golden/shop/products.csv");
    let csv = fs::read_to_string(&products).expect("a file");
    fs::write(&products, csv.replacen('1', "2", 1)).expect("edited");
    assert_eq!(golden.check().0, ["E1002"]);
    fs::remove_file(&products).expect("gone");
    assert_eq!(golden.check().0, ["E1002"]);
}

#[test]
fn a_file_of_values_that_has_changed_is_named() {
    let golden = Golden::new(SPEC);
    fs::write(golden.path("plans.csv"), "plan\nbasic\nlarge\n").expect("a list");
    let checked = check(&golden.subject);
    let messages: Vec<&str> = checked.found.iter().map(|found| found.message.as_str()).collect();
    assert!(messages.len() == 1 && messages[0].contains("`users.plan`: values differ in"), "{messages:?}");
    assert!(checked.found.iter().all(|found| found.notes.iter().any(|note| note.contains("file that the spec names"))));
}

#[test]
fn a_release_that_makes_other_values_is_caught() {
    let golden = Golden::new(SPEC);
    let lock = golden.path("golden/shop/synth.lock");
    let mut other = synth::golden::lock::Lock::parse(&fs::read_to_string(&lock).expect("a lock")).expect("sound");
    let column = &mut other.tables[1].columns[4];
    column.content = column.content.then(column.content);
    column.chunks = column.chunks.replacen('0', "1", 1);
    fs::write(&lock, other.to_text()).expect("a lock of another release");
    assert_eq!(golden.check().0, ["E1004"]);
    golden.edit("free: 8, plus: 2", "free: 7, plus: 3");
    let codes = golden.check().0;
    assert!(codes.contains(&"E1004"), "{codes:?}");
}

#[test]
fn a_table_with_two_runs_is_counted_once() {
    let golden = Golden::new(SPEC);
    let lock = golden.path("golden/shop/synth.lock");
    let mut other = synth::golden::lock::Lock::parse(&fs::read_to_string(&lock).expect("a lock")).expect("sound");
    let rows = other.tables.iter().find(|table| table.name == "orders").map_or(0, |table| table.rows);
    other.runs.push(synth::golden::lock::Run { table: "orders".to_owned(), family: false, rows, step: 1000 });
    fs::write(&lock, other.to_text()).expect("a lock");
    assert!(golden.check().0.is_empty());
}

#[test]
fn an_update_removes_no_file_that_another_lock_names() {
    let golden = Golden::new(SPEC);
    let lock = golden.path("golden/shop/synth.lock");
    let mut other = synth::golden::lock::Lock::parse(&fs::read_to_string(&lock).expect("a lock")).expect("sound");
    let file = other.tables.iter_mut().find_map(|table| table.file.as_mut()).expect("a small table");
    file.name = "../../plans.csv".to_owned();
    fs::write(&lock, other.to_text()).expect("a lock");
    assert!(update(&golden.subject, None, 1000).is_ok());
    assert!(golden.path("plans.csv").exists());
}

#[test]
fn an_update_keeps_what_was_said_and_drops_files_that_are_no_more() {
    let golden = Golden::new(SPEC);
    let over = Overrides { set: vec![("users.rows".to_owned(), "50".to_owned())], ..Overrides::default() };
    assert_eq!(update(&golden.subject, Some(&over), 1000).ok(), Some(Updated::Changed));
    assert!(golden.path("golden/shop/users.csv").exists());
    assert_eq!(update(&golden.subject, None, 1000).ok(), Some(Updated::Same));
    assert!(golden.check().0.is_empty());
    assert_eq!(update(&golden.subject, None, 20).ok(), Some(Updated::Changed));
    let left: Vec<String> = fs::read_dir(&golden.subject.folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .collect();
    assert_eq!(left, ["synth.lock"]);
}
