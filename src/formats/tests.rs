//! What holds for every format.

use super::sample::{self, encode, everything};
use super::{FORMATS, find};
use serde_json::{Value, json};

#[test]
fn every_format_of_the_folder_is_registered() {
    let helpers = ["gather", "mod", "sample", "shape", "tests"];
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/formats");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|name| !helpers.contains(&name.as_str()))
        .collect();
    files.sort();
    let names: Vec<&str> = FORMATS.iter().map(|def| def.name).collect();
    assert_eq!(names, files);
}

#[test]
fn every_format_has_words_and_a_closed_set_of_options() {
    for def in FORMATS {
        assert!(!def.summary.is_empty() && def.docs.len() > 100, "{}", def.name);
        let schema = (def.options)(&mut schemars::SchemaGenerator::default()).to_value();
        assert_eq!(schema["type"], "object", "{}", def.name);
        assert_eq!(schema["additionalProperties"], false, "{}", def.name);
        assert!(sample::open(def.name, &json!({ "no_such_option": 1 }), &[]).is_err(), "{}", def.name);
    }
}

/// Every format without options, and with those that change how rows are written.
fn ways() -> Vec<(&'static str, Value)> {
    let mut ways: Vec<(&str, Value)> = FORMATS.iter().map(|def| (def.name, json!(null))).collect();
    ways.extend([
        ("csv", json!({ "quote": "all", "newline": "crlf", "bom": true, "compression": "zstd" })),
        ("csv", json!({ "header": false, "binary": "base64", "compression": "gzip" })),
        ("xml", json!({ "nulls": "nil", "namespace": "urn:x", "prefix": "p" })),
        ("xml", json!({ "style": "attributes", "compression": "zstd" })),
        ("json", json!({ "pretty": true })),
        ("json", json!({ "document": true })),
        ("json", json!({ "document": true, "pretty": true, "compression": "gzip" })),
    ]);
    ways
}

#[test]
fn bytes_do_not_depend_on_how_rows_are_cut_into_batches() {
    let (table, batch) = everything(700);
    for (name, options) in ways() {
        let format = sample::open(name, &options, std::slice::from_ref(&table)).unwrap();
        let whole = encode(&*format, &table, &batch, 700);
        for rows in [1, 127, 128, 129, 500] {
            assert!(encode(&*format, &table, &batch, rows) == whole, "{name} {options} in batches of {rows}");
        }
    }
}

#[test]
fn a_table_without_rows_is_a_whole_file() {
    let (table, batch) = everything(0);
    for (name, options) in ways() {
        let format = sample::open(name, &options, std::slice::from_ref(&table)).unwrap();
        encode(&*format, &table, &batch, 1);
    }
}

#[test]
fn names_find_their_formats() {
    assert_eq!(find("csv").unwrap().name, "csv");
    assert!(find("tsv").is_none());
}
