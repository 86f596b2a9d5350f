//! What holds for every format.

use super::sample::{self, encode, everything};
use super::{FORMATS, find};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

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
        ("arrow", json!({ "variant": "stream", "compression": "lz4", "batch": 130 })),
        ("avro", json!({ "compression": "zstd", "block": 130 })),
        ("parquet", json!({ "compression": "gzip", "dictionary": true, "statistics": "page", "row_group": 130 })),
        ("xlsx", json!({ "header": false })),
        ("csv", json!({ "header": false, "binary": "base64", "compression": "gzip" })),
        ("xml", json!({ "nulls": "nil", "namespace": "urn:x", "prefix": "p" })),
        ("xml", json!({ "style": "attributes", "compression": "zstd" })),
        ("json", json!({ "pretty": true })),
        ("json", json!({ "document": true })),
        ("json", json!({ "document": true, "pretty": true, "compression": "gzip" })),
    ]);
    ways
}

/// A release keeps the bytes of its binary files; they change with the libraries that make them, and this is where one sees it.
#[test]
fn bytes_of_binary_formats_are_those_of_the_release() {
    let (table, batch) = everything(300);
    let hashes = FORMATS.iter().filter(|def| !def.is_text).map(|def| {
        let format = sample::open(def.name, &json!(null), std::slice::from_ref(&table)).unwrap();
        let hash = Sha256::digest(encode(&*format, &table, &batch, 100));
        let hash: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        (def.name, hash)
    });
    let wanted = [
        ("arrow", "f7ddc80444a7a34b"),
        ("avro", "22fd47529fa7810a"),
        ("parquet", "d94ee81665e75b66"),
        ("xlsx", "05dbbc41e20a74ff"),
    ];
    assert_eq!(hashes.collect::<Vec<_>>(), wanted.map(|(name, hash)| (name, hash.to_owned())));
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
