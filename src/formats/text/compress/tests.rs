//! Compressed text, taken apart by the decoders of others.

use super::{BLOCK, Compression};
use crate::formats::sample::{self, encode, everything};
use crate::formats::{FORMATS, TableShape};
use arrow_array::{ArrayRef, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema};
use serde_json::{Value, json};
use std::io::Read;
use std::sync::Arc;

fn unpacked(kind: Compression, bytes: &[u8]) -> Vec<u8> {
    assert!(!bytes.is_empty(), "a file of no bytes is not {}", kind.name());
    let mut text = Vec::new();
    match kind {
        Compression::None => text.extend_from_slice(bytes),
        Compression::Gzip => drop(flate2::read::MultiGzDecoder::new(bytes).read_to_end(&mut text).unwrap()),
        Compression::Zstd => text = zstd::decode_all(bytes).unwrap(),
    }
    text
}

/// A table of one text column with so many bytes a row.
fn long_lines(rows: usize, width: usize) -> (TableShape, RecordBatch) {
    let words: ArrayRef = Arc::new(StringArray::from_iter_values((0..rows).map(|row| format!("{row:0width$}"))));
    let schema = Arc::new(Schema::new(vec![Field::new("t", DataType::Utf8, false)]));
    (TableShape::new("lines", schema.clone()), RecordBatch::try_new(schema, vec![words]).unwrap())
}

#[test]
fn every_text_format_is_the_same_text_compressed() {
    for def in FORMATS.iter().filter(|def| def.is_text) {
        for (table, batch) in [everything(300), everything(0), long_lines(3000, 1023)] {
            let open = |options: Value| sample::open(def.name, &options, std::slice::from_ref(&table)).unwrap();
            let plain = encode(&*open(json!(null)), &table, &batch, 100);
            for kind in Compression::REAL {
                let packed = encode(&*open(json!({ "compression": kind.name() })), &table, &batch, 100);
                assert!(unpacked(kind, &packed) == plain, "{} {}", def.name, kind.name());
            }
        }
    }
}

#[test]
fn what_cannot_be_written_in_parts_cannot_be_so_compressed() {
    for options in [json!({}), json!({ "create": false })] {
        let of = |options: &Value| sample::open("sql", options, &[]).unwrap().check_parts();
        let mut packed = options.clone();
        packed["compression"] = json!("gzip");
        assert_eq!(of(&packed), of(&options));
        assert_eq!(of(&packed).is_some(), options == json!({}));
    }
}

#[test]
fn blocks_are_cut_by_bytes_and_not_by_batches() {
    let (table, batch) = long_lines(5000, 1023);
    for (kind, magic) in [(Compression::Gzip, &b"\x1f\x8b\x08"[..]), (Compression::Zstd, b"\x28\xb5\x2f\xfd")] {
        let format = sample::open("ndjson", &json!({ "compression": kind.name(), "level": 1 }), &[]).unwrap();
        let packed = encode(&*format, &table, &batch, 5000);
        assert!(encode(&*format, &table, &batch, 7) == packed);
        let blocks = packed.windows(magic.len()).filter(|window| *window == magic).count();
        assert!(blocks >= unpacked(kind, &packed).len().div_ceil(BLOCK), "{blocks} blocks");
    }
}

#[test]
fn gzip_keeps_no_time_and_no_system() {
    let (table, batch) = long_lines(3, 8);
    let format = sample::open("csv", &json!({ "compression": "gzip" }), &[]).unwrap();
    let packed = encode(&*format, &table, &batch, 3);
    assert_eq!((&packed[4..8], packed[9]), (&[0; 4][..], 255));
}

#[test]
fn a_file_without_text_is_still_a_file() {
    let (table, batch) = long_lines(0, 1);
    for kind in Compression::REAL {
        let format = sample::open("ndjson", &json!({ "compression": kind.name() }), &[]).unwrap();
        assert_eq!(unpacked(kind, &encode(&*format, &table, &batch, 1)), b"");
    }
}

#[test]
fn levels_belong_to_a_compression() {
    for (options, is_fine) in [
        (json!({ "compression": "gzip", "level": 9 }), true),
        (json!({ "compression": "zstd", "level": 19 }), true),
        (json!({ "compression": "none" }), true),
        (json!({ "compression": "gzip", "level": 10 }), false),
        (json!({ "compression": "zstd", "level": 0 }), false),
        (json!({ "compression": "zstd", "level": 20 }), false),
        (json!({ "level": 3 }), false),
        (json!({ "compression": "bzip2" }), false),
    ] {
        assert_eq!(sample::open("csv", &options, &[]).is_ok(), is_fine, "{options}");
    }
}

#[test]
fn names_speak_of_compression() {
    assert_eq!(Compression::of_name("a/users.csv.gz"), (Compression::Gzip, "a/users.csv"));
    assert_eq!(Compression::of_name("users.csv.zst"), (Compression::Zstd, "users.csv"));
    assert_eq!(Compression::of_name("users.csv"), (Compression::None, "users.csv"));
}
