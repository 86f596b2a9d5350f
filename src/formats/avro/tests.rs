//! Container files, read back by arrow-avro's reader.

use super::schema::{convert, schema};
use crate::formats::sample::{self, encode, everything};
use crate::formats::{Format, TableShape};
use arrow_array::RecordBatch;
use arrow_avro::reader::ReaderBuilder;
use arrow_cast::cast;
use arrow_schema::{DataType, Field, Schema};
use arrow_select::concat::concat_batches;
use flate2::read::DeflateDecoder;
use serde_json::{Value, json};
use std::io::{Cursor, Read};
use std::sync::Arc;

fn open(options: &Value) -> Box<dyn Format> {
    sample::open("avro", options, &[]).unwrap()
}

fn file(options: &Value, rows: usize) -> Vec<u8> {
    let (table, batch) = everything(rows);
    encode(&*open(options), &table, &batch, 100)
}

#[test]
fn every_type_reads_back() {
    let bytes = file(&json!({ "compression": "none", "block": 256 }), 900);
    let reader = ReaderBuilder::new().build(Cursor::new(bytes)).unwrap();
    let batches: Vec<RecordBatch> = reader.map(Result::unwrap).collect();
    let found = concat_batches(&batches[0].schema(), &batches).unwrap();
    let (table, wanted) = everything(900);
    let (arrow, _) = schema(&table);
    for ((field, found), wanted) in arrow.fields().iter().zip(found.columns()).zip(wanted.columns()) {
        let wanted = convert(wanted, field.data_type()).unwrap();
        let found = match field.data_type().is_nested() {
            true => convert(found, field.data_type()).unwrap(),
            false => cast(found, field.data_type()).unwrap(),
        };
        assert_eq!(&found, &wanted, "{}", field.name());
    }
}

fn take_long(bytes: &mut &[u8]) -> i64 {
    let (mut bits, mut shift) = (0u64, 0);
    loop {
        let byte = bytes[0];
        *bytes = &bytes[1..];
        bits |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return (bits >> 1) as i64 ^ -((bits & 1) as i64);
        }
    }
}

fn take_bytes<'a>(bytes: &mut &'a [u8], length: usize) -> &'a [u8] {
    let (taken, rest) = bytes.split_at(length);
    *bytes = rest;
    taken
}

/// The blocks' rows and bodies, by a reader of the container that knows nothing of the writer.
fn blocks(file: &[u8]) -> Vec<(i64, Vec<u8>)> {
    let mut rest = file;
    assert_eq!(take_bytes(&mut rest, 4), b"Obj\x01");
    for _ in 0..take_long(&mut rest) * 2 {
        let length = take_long(&mut rest) as usize;
        take_bytes(&mut rest, length);
    }
    assert_eq!(take_long(&mut rest), 0);
    let sync = take_bytes(&mut rest, 16);
    let mut blocks = Vec::new();
    while !rest.is_empty() {
        let (rows, length) = (take_long(&mut rest), take_long(&mut rest) as usize);
        blocks.push((rows, take_bytes(&mut rest, length).to_vec()));
        assert_eq!(take_bytes(&mut rest, 16), sync);
    }
    blocks
}

#[test]
fn compressed_blocks_hold_the_same_rows() {
    let file = |compression: &str| blocks(&file(&json!({ "compression": compression, "block": 400 }), 900));
    let plain = file("none");
    assert_eq!(plain.iter().map(|(rows, _)| *rows).collect::<Vec<_>>(), [400, 400, 100]);
    let inflated = file("deflate").into_iter().map(|(rows, body)| {
        let mut out = Vec::new();
        DeflateDecoder::new(&body[..]).read_to_end(&mut out).unwrap();
        (rows, out)
    });
    assert!(inflated.eq(plain.iter().cloned()));
    let unpacked = file("zstd").into_iter().map(|(rows, body)| (rows, zstd::stream::decode_all(&body[..]).unwrap()));
    assert!(unpacked.eq(plain));
}

#[test]
fn names_become_avros_and_those_that_clash_are_refused() {
    let field = |name: &str| Field::new(name, DataType::Int32, false);
    let shape = |names: &[&str]| {
        TableShape::new("1 table", Arc::new(Schema::new(names.iter().map(|name| field(name)).collect::<Vec<_>>())))
    };
    let (_, json) = schema(&shape(&["größe", "ok"]));
    let said: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&said["name"], &said["doc"]), (&json!("_1_table"), &json!("1 table")));
    assert_eq!(said["fields"][0], json!({ "name": "gr__e", "type": "int", "doc": "größe" }));
    assert_eq!(said["fields"][1], json!({ "name": "ok", "type": "int" }));
    let problems = open(&json!(null)).check(&shape(&["a b", "a-b"]), &|| 0);
    assert_eq!(problems[0].column.as_deref(), Some("a-b"));
}

#[test]
fn the_marker_comes_from_the_spec_and_the_table() {
    let marker = |name: &str| {
        let table = TableShape::new(name, Arc::new(Schema::new(vec![Field::new("a", DataType::Int32, false)])));
        let head = open(&json!(null)).layout(&[&table], false).unwrap().head;
        head[head.len() - 16..].to_vec()
    };
    assert_eq!(marker("a"), marker("a"));
    assert_ne!(marker("a"), marker("b"));
}

#[test]
fn blocks_without_rows_are_refused() {
    assert!(sample::open("avro", &json!({ "block": 0 }), &[]).is_err());
    assert!(sample::open("avro", &json!({ "compression": "xz" }), &[]).is_err());
}
