//! Builds of the same data are equal in every pair of formats; edits are found exactly, in any order and any memory.

use super::{KnownTable, Report, Settings, compare, tables};
use crate::formats::FORMATS;
use crate::formats::sample::{encode, everything, open};
use crate::readers::{Column, ReadOptions};
use serde_json::{Value, json};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn run(left: &Path, right: &Path, settings: &Settings) -> Result<Report, crate::diag::Diagnostic> {
    let options = ReadOptions::default();
    compare(&tables(left, &options)?, &tables(right, &options)?, settings)
}

/// Two files with these texts.
struct Pair {
    folder: TempDir,
    names: [&'static str; 2],
}

impl Pair {
    fn new(names: [&'static str; 2], left: &str, right: &str) -> Self {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join(names[0]), left).unwrap();
        fs::write(folder.path().join(names[1]), right).unwrap();
        Self { folder, names }
    }

    fn csv(left: &str, right: &str) -> Self {
        Self::new(["a.csv", "b.csv"], left, right)
    }

    fn run(&self, settings: &Settings) -> Result<Report, crate::diag::Diagnostic> {
        let path = |name: &str| self.folder.path().join(name);
        run(&path(self.names[0]), &path(self.names[1]), settings)
    }

    fn report(&self, settings: &Settings) -> Report {
        self.run(settings).unwrap_or_else(|error| panic!("{error:?}"))
    }
}

fn key(columns: &[&str]) -> Settings {
    let columns = columns.iter().map(|column| (*column).to_owned()).collect();
    Settings { keys: vec![(None, columns)], ..Settings::default() }
}

/// All that differs, in a line.
fn summary(report: &Report) -> String {
    let mut out = String::new();
    for table in &report.tables {
        write!(out, "~{} +{} -{}", table.changed, table.added.count, table.removed.count).unwrap();
        for column in table.columns.iter().filter(|column| column.changed > 0) {
            write!(out, " {}:{}", column.name, column.changed).unwrap();
            let first = column.examples.first();
            first.iter().for_each(|e| write!(out, "@{}({}>{})", e.key.join(","), e.values[0], e.values[1]).unwrap());
        }
    }
    out
}

/// A file of every type, in a format with options.
fn everything_as(folder: &Path, format: &str, options: &Value, name: &str) -> PathBuf {
    let (mut shape, batch) = everything(90);
    shape.name = "everything".to_owned();
    let writer = open(format, options, std::slice::from_ref(&shape)).unwrap();
    let path = folder.join(format!("{name}.{}", crate::formats::find(format).unwrap().extension));
    fs::write(&path, encode(&*writer, &shape, &batch, 16)).unwrap();
    path
}

/// Formats with options that change how values look.
fn variants() -> Vec<(&'static str, Value)> {
    let sql = |options: Value| ("sql", options);
    vec![
        ("csv", json!({ "delimiter": ";", "quote": "nonnumeric", "newline": "crlf", "binary": "base64" })),
        ("json", json!({ "pretty": true })),
        ("arrow", json!({ "variant": "stream" })),
        ("xml", json!({ "style": "attributes" })),
        ("xml", json!({ "nulls": "nil", "namespace": "https://example.com/", "prefix": "s" })),
        sql(json!({ "dialect": "postgres" })),
        sql(json!({ "dialect": "postgres", "copy": true })),
        sql(json!({ "dialect": "mysql" })),
        sql(json!({ "dialect": "sqlite" })),
        sql(json!({ "dialect": "mssql" })),
    ]
}

/// What the writers were told of the table of every type.
fn known() -> Settings {
    let (shape, _) = everything(1);
    let columns = shape.schema.fields().iter().map(|field| Column::of_field(field));
    let families = columns.map(|column| (column.name, column.family)).collect();
    let table = KnownTable { key: vec!["id".to_owned()], families };
    Settings { known: [("everything".to_owned(), table)].into(), ..Settings::default() }
}

#[test]
fn every_pair_of_formats_holds_the_same_values() {
    let folder = TempDir::new().unwrap();
    let mut files: Vec<PathBuf> = Vec::new();
    for def in FORMATS.iter().filter(|def| crate::readers::find(Path::new(&format!("x.{}", def.extension))).is_some()) {
        let inner = folder.path().join(def.name);
        fs::create_dir(&inner).unwrap();
        files.push(everything_as(&inner, def.name, &Value::Null, "everything"));
    }
    for (at, (format, options)) in variants().into_iter().enumerate() {
        let inner = folder.path().join(format!("{at}-{format}"));
        fs::create_dir(&inner).unwrap();
        files.push(everything_as(&inner, format, &options, "everything"));
    }
    let mut wrong = Vec::new();
    for (at, left) in files.iter().enumerate() {
        for right in &files[at..] {
            let report = run(left, right, &known()).unwrap_or_else(|error| panic!("{left:?} {right:?} {error:?}"));
            if !report.is_equal() || report.tables[0].rows != [90, 90] || report.tables[0].columns.len() != 30 {
                wrong.push(format!("{} {}: {}", left.display(), right.display(), summary(&report)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const OLD: &str = "id,name,total\n1,Ann,12.50\n2,Bob,7\n3,Cy,1\n4,Di,2\n";

#[test]
fn edits_are_reported_exactly() {
    let new = "id,total,name\n0,0,Zoe\n1,12.5,Ann\n2,8,Bob\n4,2,di\n";
    let report = Pair::csv(OLD, new).report(&key(&["id"]));
    assert_eq!(summary(&report), "~2 +1 -1 name:1@4(Di>di) total:1@2(7>8)");
    let table = &report.tables[0];
    assert_eq!(table.rows, [4, 4]);
    assert_eq!((table.added.examples[0].row, table.added.examples[0].key.as_slice()), (0, ["0".to_owned()].as_slice()));
    assert_eq!(table.removed.examples[0].row, 2);
    assert_eq!(table.columns[1].examples[0].rows, [3, 3]);
}

#[test]
fn columns_of_one_side_are_reported() {
    let report = Pair::csv("id,a,b\n1,2,3\n", "id,b,c\n1,3,4\n").report(&Settings::default());
    let table = &report.tables[0];
    assert_eq!(
        (table.columns_removed.as_slice(), table.columns_added.as_slice()),
        (["a".to_owned()].as_slice(), ["c".to_owned()].as_slice())
    );
    assert!(!report.is_equal() && table.changed == 0);
}

#[test]
fn the_key_is_guessed_where_it_can_be() {
    let pairing = |left, right| Pair::csv(left, right).report(&Settings::default()).tables.remove(0).pairing;
    assert_eq!(pairing(OLD, OLD).key, ["id"]);
    assert_eq!(pairing("a\n1\n", "a\n1\n").why, "there is no key");
    let twice = pairing("id\n1\n2\n1\n", "id\n1\n2\n1\n");
    assert!(twice.key.is_empty() && twice.why.contains("rows 0 and 2 of A"), "{twice:?}");
}

#[test]
fn rows_pair_by_position_when_asked_for() {
    let settings = Settings { by_position: true, ..Settings::default() };
    let report = Pair::csv("id\n1\n2\n", "id\n2\n2\n3\n").report(&settings);
    assert_eq!(summary(&report), "~1 +1 -0 id:1@(1>2)");
}

#[test]
fn keys_that_are_not_unique_are_refused_with_their_rows() {
    for (left, right) in [("a,b\n1,x\n1,y\n", "a,b\n1,x\n"), ("a,b\n2,x\n1,y\n", "a,b\n2,x\n1,x\n3,x\n2,x\n")] {
        let error = Pair::csv(left, right).run(&key(&["a"])).unwrap_err();
        assert_eq!(error.code, "E0907");
        assert!(error.message.contains("rows 0 and "), "{}", error.message);
        assert!(error.notes[0].contains("both have "), "{:?}", error.notes);
    }
    assert_eq!(Pair::csv(OLD, OLD).run(&key(&["nam"])).unwrap_err().code, "E0906");
}

/// A table whose rows come in an order of their own: row `n` is that of key `n * step % rows`.
fn shuffled(rows: u64, step: u64, edit: impl Fn(u64) -> Option<u64>) -> String {
    let line = |n: u64| edit(n * step % rows).map(|value| format!("k{},{value},\"text, {value}\"\n", n * step % rows));
    format!("id,value,text\n{}", (0..rows).filter_map(line).collect::<String>())
}

#[test]
fn rows_may_come_in_any_order_and_need_not_fit_in_memory() {
    let left = shuffled(5000, 1, |key| (key != 17).then_some(key));
    let right = shuffled(5000, 1237, |key| (key != 18).then_some(if key % 1000 == 3 { key + 1 } else { key }));
    let pair = Pair::csv(&left, &right);
    let expected = "~5 +1 -1 value:5@k3(3>4) text:5@k3(text, 3>text, 4)";
    for memory in [1 << 28, 100_000, 5000] {
        let report = pair.report(&Settings { memory, ..Settings::default() });
        assert_eq!(summary(&report), expected, "{memory}");
        assert_eq!(report.tables[0].pairing.key, ["id"]);
        assert_eq!(report.tables[0].rows, [4999, 4999]);
        assert_eq!(report.tables[0].removed.examples[0].key, ["k18"]);
    }
}

#[test]
fn rows_that_are_larger_than_the_memory_are_still_paired() {
    let pair = Pair::csv(&shuffled(7, 1, Some), &shuffled(7, 5, |key| (key != 3).then_some(key)));
    assert_eq!(summary(&pair.report(&Settings { memory: 1, ..Settings::default() })), "~0 +0 -1");
}

#[test]
fn keys_that_are_not_unique_are_found_on_disk_too() {
    let left = shuffled(5000, 1, Some) + "k4,4,x\n";
    let pair = Pair::csv(&left, &shuffled(5000, 1237, Some));
    for memory in [1 << 28, 5000] {
        let error = pair.run(&Settings { memory, ..key(&["id"]) }).unwrap_err();
        assert!(error.message.contains("rows 4 and 5000 of A"), "{}", error.message);
    }
}

#[test]
fn rows_that_only_one_side_has_do_not_part_the_others() {
    let lines = |keys: &mut dyn Iterator<Item = u64>| keys.map(|k| format!("{},{k}\n", (k * 7919) % 10_007)).collect();
    let left: String = lines(&mut (0..3000));
    let right: String = lines(&mut (0..3000).filter(|k| k % 500 != 9));
    let pair = Pair::csv(&format!("id,v\n{left}"), &format!("id,v\n{right}"));
    let report = pair.report(&Settings { memory: 4000, ..Settings::default() });
    assert_eq!(summary(&report), "~0 +0 -6");
}

#[test]
fn tolerance_is_for_all_numbers_or_for_a_column() {
    let pair = Pair::csv("id,a,b\n1,1.0,100\n", "id,a,b\n1,1.001,100.001\n");
    let with = |tolerances: &[(Option<&str>, f64)]| {
        let tolerances = tolerances.iter().map(|(name, value)| (name.map(str::to_owned), *value)).collect();
        summary(&pair.report(&Settings { tolerances, limit: 0, ..Settings::default() }))
    };
    assert_eq!(with(&[]), "~1 +0 -0 a:1 b:1");
    assert_eq!(with(&[(None, 1e-4)]), "~1 +0 -0 a:1");
    assert_eq!(with(&[(None, 1e-4), (Some("a"), 0.01)]), "~0 +0 -0");
}

#[test]
fn folders_pair_by_table_whatever_their_files_are() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("a/users.csv", "id,country\n1,DE\n2,FR\n3,\n");
    write("a/orders.csv", "id\n1\n");
    write("a/manifest.json", "{\"files\": 3}");
    write("a/README.md", "#");
    write("b/users/country=FR/part-0.ndjson", "{\"id\":2}");
    write("b/users/country=DE/part-0.ndjson", "{\"id\":1}");
    write("b/users/country=__HIVE_DEFAULT_PARTITION__/part-0.ndjson", "{\"id\":3}");
    write("b/orders-part-00001.json", "[{\"id\": 1}]");
    write("b/more.json", "[{\"id\": 1}]");
    let report = run(&folder.path().join("a"), &folder.path().join("b"), &Settings::default()).unwrap();
    assert_eq!(report.added, ["more"]);
    assert!(report.removed.is_empty() && report.tables.iter().all(super::TableDiff::is_equal), "{report:?}");
    assert_eq!(report.tables.len(), 2);
    write("a/users.json", "[]");
    let error = tables(&folder.path().join("a"), &ReadOptions::default()).unwrap_err();
    assert_eq!(error.code, "E0908");
}

#[test]
fn damage_in_the_middle_of_a_file_is_found() {
    let error = Pair::csv(OLD, &OLD.replace("3,Cy,1", "3,Cy")).run(&Settings::default()).unwrap_err();
    assert_eq!(error.code, "E0904");
}
