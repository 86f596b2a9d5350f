//! Arrow IPC, read back by the crate's own readers.

use crate::formats::sample::{self, encode, everything};
use crate::formats::shape::logical_schema;
use arrow_array::{Array, ArrayRef, Int64Array, RecordBatch, StringArray};
use arrow_buffer::NullBuffer;
use arrow_cast::cast;
use arrow_ipc::reader::{FileReader, StreamReader};
use arrow_schema::Schema;
use arrow_select::concat::concat_batches;
use serde_json::{Value, json};
use std::io::Cursor;
use std::sync::Arc;

fn file(options: &Value, rows: usize) -> Vec<u8> {
    let (table, batch) = everything(rows);
    encode(&*sample::open("arrow", options, &[]).unwrap(), &table, &batch, 100)
}

fn batches(bytes: Vec<u8>) -> Vec<RecordBatch> {
    FileReader::try_new(Cursor::new(bytes), None).unwrap().map(Result::unwrap).collect()
}

/// Values without field metadata, which the file's own schema has.
fn assert_same(found: &[RecordBatch], rows: usize) {
    let found = concat_batches(&found[0].schema(), found).unwrap();
    let (_, wanted) = everything(rows);
    let schema = logical_schema(&wanted.schema());
    for ((field, found), wanted) in schema.fields().iter().zip(found.columns()).zip(wanted.columns()) {
        assert_eq!(found, &cast(wanted, field.data_type()).unwrap(), "{}", field.name());
    }
}

#[test]
fn every_type_reads_back_under_every_compression() {
    for compression in ["none", "lz4", "zstd"] {
        let found = batches(file(&json!({ "compression": compression, "batch": 256 }), 900));
        assert_eq!(found.iter().map(RecordBatch::num_rows).collect::<Vec<_>>(), [256, 256, 256, 132]);
        assert_same(&found, 900);
    }
}

#[test]
fn a_stream_reads_back() {
    let bytes = file(&json!({ "variant": "stream", "batch": 400 }), 900);
    let found: Vec<_> = StreamReader::try_new(Cursor::new(bytes), None).unwrap().map(Result::unwrap).collect();
    assert_eq!(found.len(), 3);
    assert_same(&found, 900);
}

#[test]
fn a_file_without_rows_has_its_schema() {
    let reader = FileReader::try_new(Cursor::new(file(&json!(null), 0)), None).unwrap();
    let plain = logical_schema(&everything(0).0.schema);
    assert!(reader.schema().fields().iter().map(|f| f.data_type()).eq(plain.fields().iter().map(|f| f.data_type())));
    assert_eq!(reader.num_batches(), 0);
}

#[test]
fn the_schema_says_where_the_rows_come_from_and_what_is_json() {
    let schema: Arc<Schema> = FileReader::try_new(Cursor::new(file(&json!(null), 1)), None).unwrap().schema();
    assert_eq!(schema.metadata().get("synth.seed").map(AsRef::as_ref), Some("7"));
    assert_eq!(schema.metadata().get("synth.name").map(AsRef::as_ref), None::<&str>);
    let doc = schema.field_with_name("doc").unwrap();
    assert_eq!(doc.extension_type_name(), Some("arrow.json"));
}

#[test]
fn values_below_nulls_leave_no_trace() {
    let nulls = NullBuffer::from(vec![true, false, true]);
    let masked = |below: i64| -> ArrayRef { Arc::new(Int64Array::new(vec![1, below, 3].into(), Some(nulls.clone()))) };
    let [zero, nine] = [0, 9].map(|below| super::canonical::join(&[masked(below)]).unwrap().to_data());
    assert_eq!(zero.buffers()[0].as_slice(), nine.buffers()[0].as_slice());
    let text: ArrayRef = Arc::new(StringArray::from(vec![Some("a"), None, Some("c")]));
    let halves = super::canonical::join(&[text.slice(0, 1), text.slice(1, 2)]).unwrap();
    assert_eq!(&halves, &text);
    let valid = super::canonical::join(&[text.slice(0, 1), text.slice(2, 1)]).unwrap();
    assert!(valid.nulls().is_none());
}

#[test]
fn batches_without_rows_are_refused() {
    assert!(sample::open("arrow", &json!({ "batch": 0 }), &[]).is_err());
    assert!(sample::open("arrow", &json!({ "compression": "gzip" }), &[]).is_err());
}
