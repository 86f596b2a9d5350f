//! Parquet, read back by the parquet crate's own reader.

use crate::formats::sample::{self, encode, everything};
use crate::formats::{Format, TableShape};
use ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use ::parquet::basic::{Encoding, LogicalType, TimeUnit, Type};
use ::parquet::file::reader::{FileReader, SerializedFileReader};
use arrow_array::RecordBatch;
use arrow_cast::cast;
use arrow_schema::DataType;
use arrow_select::concat::concat_batches;
use serde_json::{Value, json};
use std::fs::File;
use std::io::Write;

fn open(options: Value) -> Box<dyn Format> {
    sample::open("parquet", &options, &[]).unwrap()
}

/// The bytes as a file to read from.
fn file(bytes: &[u8]) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn read(bytes: &[u8]) -> RecordBatch {
    let reader = ParquetRecordBatchReaderBuilder::try_new(file(bytes)).unwrap();
    let schema = reader.schema().clone();
    let batches: Vec<RecordBatch> = reader.build().unwrap().map(Result::unwrap).collect();
    concat_batches(&schema, &batches).unwrap()
}

fn assert_reads_back(table: &TableShape, batch: &RecordBatch, bytes: &[u8]) {
    let found = read(bytes);
    for (i, field) in table.schema.fields().iter().enumerate() {
        let name = field.name();
        let (found, wanted) = (found.column(i), batch.column(i));
        match wanted.data_type() {
            DataType::Duration(_) => assert_eq!(&cast(found, wanted.data_type()).unwrap(), wanted, "{name}"),
            DataType::Dictionary(..) => assert_eq!(found, &cast(wanted, &DataType::Utf8).unwrap(), "{name}"),
            DataType::List(_) | DataType::Struct(_) => {
                let text = |array: &arrow_array::ArrayRef, row| {
                    let mut out = Vec::new();
                    crate::formats::text::nested::push_value(array, row, &mut out);
                    out
                };
                assert!((0..batch.num_rows()).all(|row| text(found, row) == text(wanted, row)), "{name}");
            }
            _ => assert_eq!(&cast(found, wanted.data_type()).unwrap(), wanted, "{name}"),
        }
    }
}

#[test]
fn every_type_reads_back_under_every_compression() {
    let (table, batch) = everything(900);
    for compression in ["none", "snappy", "zstd", "gzip", "lz4"] {
        let bytes = encode(&*open(json!({ "compression": compression, "row_group": 256 })), &table, &batch, 100);
        assert_reads_back(&table, &batch, &bytes);
    }
}

#[test]
fn row_groups_have_the_rows_that_the_option_says() {
    let (table, batch) = everything(900);
    let format = open(json!({ "row_group": 256 }));
    let whole = encode(&*format, &table, &batch, 900);
    for rows in [1, 100, 256, 257] {
        assert!(encode(&*format, &table, &batch, rows) == whole, "batches of {rows}");
    }
    let reader = SerializedFileReader::new(file(&whole)).unwrap();
    let groups: Vec<i64> = reader.metadata().row_groups().iter().map(|group| group.num_rows()).collect();
    assert_eq!(groups, [256, 256, 256, 132]);
    assert_eq!(reader.metadata().file_metadata().created_by(), Some("synth 1"));
}

#[test]
fn pages_do_not_depend_on_batches() {
    let (_, batch) = everything(50_000);
    let format = open(json!(null));
    for i in 0..batch.num_columns() {
        let batch = batch.project(&[i]).unwrap();
        let table = TableShape::new("one", batch.schema());
        let whole = encode(&*format, &table, &batch, 50_000);
        for rows in [1024, 4096, 30_000, 777] {
            let name = batch.schema().field(0).name().clone();
            assert!(encode(&*format, &table, &batch, rows) == whole, "{name} in batches of {rows}");
        }
    }
}

#[test]
fn types_are_the_logical_ones() {
    let (table, batch) = everything(10);
    let reader = SerializedFileReader::new(file(&encode(&*open(json!(null)), &table, &batch, 10))).unwrap();
    let schema = reader.metadata().file_metadata().schema_descr();
    let column = |name: &str| schema.columns().iter().find(|c| c.path().string() == name).unwrap().clone();
    let micros = TimeUnit::MICROS;
    assert_eq!(column("doc").logical_type_ref(), Some(&LogicalType::Json));
    assert_eq!(column("text").logical_type_ref(), Some(&LogicalType::String));
    assert_eq!(column("stamp").logical_type_ref(), Some(&LogicalType::timestamp(false, micros)));
    assert_eq!(column("stamp_tz").logical_type_ref(), Some(&LogicalType::timestamp(true, micros)));
    assert_eq!(column("u64").logical_type_ref(), Some(&LogicalType::integer(64, false)));
    assert_eq!(column("dec9").physical_type(), Type::INT32);
    assert_eq!(column("dec18").physical_type(), Type::INT64);
    assert_eq!(column("duration").physical_type(), Type::INT64);
}

#[test]
fn only_dictionary_arrays_become_dictionaries() {
    let (table, batch) = everything(100);
    let reader = SerializedFileReader::new(file(&encode(&*open(json!(null)), &table, &batch, 100))).unwrap();
    let group = reader.metadata().row_group(0);
    let encodings = |name: &str| -> Vec<Encoding> {
        group.columns().iter().find(|c| c.column_path().string() == name).unwrap().encodings().collect()
    };
    assert!(encodings("dict").contains(&Encoding::RLE_DICTIONARY));
    assert!(encodings("text").contains(&Encoding::DELTA_LENGTH_BYTE_ARRAY));
    assert!(encodings("i64").contains(&Encoding::DELTA_BINARY_PACKED));
    let statistics =
        |name: &str| group.columns().iter().find(|c| c.column_path().string() == name).unwrap().statistics().is_some();
    assert!(statistics("i64") && !statistics("text"));
}

#[test]
fn row_groups_without_rows_are_refused() {
    assert!(sample::open("parquet", &json!({ "row_group": 0 }), &[]).is_err());
    assert!(sample::open("parquet", &json!({ "compression": "lzo" }), &[]).is_err());
}

#[test]
fn levels_belong_to_compressions_that_have_them() {
    let is_refused = |options: Value| sample::open("parquet", &options, &[]).is_err();
    assert!(is_refused(json!({ "level": 3 })) && is_refused(json!({ "compression": "gzip", "level": 10 })));
    assert!(is_refused(json!({ "dictionary": "yes" })));
    let (table, batch) = everything(900);
    let size = |level: u8| encode(&*open(json!({ "compression": "zstd", "level": level })), &table, &batch, 900).len();
    assert!(size(19) < size(1));
}

#[test]
fn dictionaries_and_statistics_are_what_is_asked_for() {
    let (table, batch) = everything(500);
    let group = |options: Value| {
        let reader = SerializedFileReader::new(file(&encode(&*open(options), &table, &batch, 100))).unwrap();
        reader.metadata().row_group(0).clone()
    };
    let has = |options: Value, name: &str| {
        let group = group(options);
        let column = group.columns().iter().find(|c| c.column_path().string() == name).unwrap().clone();
        let dictionary = column.encodings().any(|encoding| encoding == Encoding::RLE_DICTIONARY);
        (dictionary, column.statistics().is_some(), column.column_index_offset().is_some())
    };
    assert_eq!(has(json!({ "dictionary": true, "statistics": "page" }), "text"), (true, true, true));
    assert_eq!(has(json!({ "dictionary": false, "statistics": "chunk" }), "dict"), (false, true, false));
    assert_eq!(has(json!({ "statistics": "none" }), "i64"), (false, false, false));
}

#[test]
fn the_file_says_where_its_rows_come_from() {
    let (table, batch) = everything(5);
    let reader = SerializedFileReader::new(file(&encode(&*open(json!(null)), &table, &batch, 5))).unwrap();
    let said = reader.metadata().file_metadata().key_value_metadata().unwrap();
    let keys: Vec<&str> = said.iter().map(|pair| pair.key.as_str()).collect();
    assert_eq!(keys, ["synth.edition", "synth.seed", "synth.spec_sha256"]);
    assert_eq!(said[1].value.as_deref(), Some("7"));
}
