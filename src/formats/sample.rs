//! A table of every type with nulls, extreme values and nasty texts, for the tests of all formats.

use super::shape::{FRACTION_KEY, TYPE_KEY};
use super::{Block, Format, Opening, Origin, Problem, TableEncoder, TableShape, find};
use arrow_array::builder::{Int32Builder, ListBuilder};
use arrow_array::types::{Int8Type, Int32Type, UInt16Type};
use arrow_array::{
    Array, ArrayRef, BinaryArray, BooleanArray, Date32Array, Decimal128Array, DictionaryArray,
    DurationMicrosecondArray, Float32Array, Float64Array, Int8Array, Int16Array, Int32Array, Int64Array, RecordBatch,
    StringArray, StructArray, Time64MicrosecondArray, TimestampMicrosecondArray, UInt8Array, UInt16Array, UInt32Array,
    UInt64Array,
};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use std::collections::HashMap;
use std::sync::Arc;

/// Texts that break careless writers.
pub const TEXTS: &[&str] = &[
    "",
    "plain",
    "comma, inside",
    "quote \" inside",
    "\"",
    "line\nbreak",
    "carriage\rreturn",
    "both\r\n",
    " lead",
    "trail ",
    "it's",
    "'",
    "''",
    "back\\slash",
    "\\",
    "\\'",
    "\\N",
    "NULL",
    "null",
    "tab\there",
    "semi;colon",
    "Zoë 北京 🦀",
    "\u{1}\u{1f}\u{7f}",
    "\u{2028}\u{feff}",
    "'); DROP TABLE x; --",
    "a rather long text that goes on for more than thirty-two bytes, with a comma",
    "a rather long text that goes on for more than thirty-two bytes without one",
    "-1",
    "=1+1",
    "${x}",
    "%s",
    "true",
    "\u{8}\u{c}",
];

/// Cycles through values, every seventh one null.
fn cycle<T: Copy>(rows: usize, values: &[T]) -> Vec<Option<T>> {
    (0..rows).map(|i| (i % 7 != 3).then(|| values[i % values.len()])).collect()
}

/// A table of every type. `strings` adds texts that hold NUL characters nowhere but every other trap.
pub fn everything(rows: usize) -> (TableShape, RecordBatch) {
    let texts = cycle(rows, TEXTS);
    let instants =
        [0, -1, 1_709_215_389_000_042, 1_709_215_389_500_000, 253_402_300_799_999_999, -62_135_596_800_000_000];
    let decimal = |values: &[i128], precision, scale| -> ArrayRef {
        Arc::new(Decimal128Array::from(cycle(rows, values)).with_precision_and_scale(precision, scale).unwrap())
    };
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("id", Arc::new(Int64Array::from_iter_values(1..=rows as i64))),
        ("bool", Arc::new(BooleanArray::from(cycle(rows, &[true, false])))),
        ("i8", Arc::new(Int8Array::from(cycle(rows, &[0, i8::MIN, i8::MAX, 42])))),
        ("i16", Arc::new(Int16Array::from(cycle(rows, &[0, i16::MIN, i16::MAX, 42])))),
        ("i32", Arc::new(Int32Array::from(cycle(rows, &[0, i32::MIN, i32::MAX, 42])))),
        ("i64", Arc::new(Int64Array::from(cycle(rows, &[0, i64::MIN, i64::MAX, 42])))),
        ("u8", Arc::new(UInt8Array::from(cycle(rows, &[0, u8::MAX, 42])))),
        ("u16", Arc::new(UInt16Array::from(cycle(rows, &[0, u16::MAX, 42])))),
        ("u32", Arc::new(UInt32Array::from(cycle(rows, &[0, u32::MAX, 42])))),
        ("u64", Arc::new(UInt64Array::from(cycle(rows, &[0, u64::MAX, 42])))),
        (
            "f32",
            Arc::new(Float32Array::from(cycle(rows, &[0.0, -1.5, 0.1, f32::MIN, f32::MIN_POSITIVE, 16_777_216.0]))),
        ),
        (
            "f64",
            Arc::new(Float64Array::from(cycle(rows, &[0.0, -0.0, 0.1, 19.99, 1e300, f64::MIN_POSITIVE, 1.0 / 3.0]))),
        ),
        ("dec9", decimal(&[0, 1, -1, 999_999_999, -123_450], 9, 2)),
        ("dec18", decimal(&[0, 5, -5, 999_999_999_999_999_999], 18, 4)),
        ("dec38", decimal(&[0, 5, -5, 10i128.pow(38) - 1, 1 - 10i128.pow(38)], 38, 10)),
        ("date", Arc::new(Date32Array::from(cycle(rows, &[0, -1, 19_782, 2_932_896, -719_162])))),
        ("time", Arc::new(Time64MicrosecondArray::from(cycle(rows, &[0, 1, 86_399_999_999, 45_296_000_000])))),
        ("stamp", Arc::new(TimestampMicrosecondArray::from(cycle(rows, &instants)))),
        ("stamp_tz", Arc::new(TimestampMicrosecondArray::from(cycle(rows, &instants)).with_timezone("+00:00"))),
        ("duration", Arc::new(DurationMicrosecondArray::from(cycle(rows, &[0, -90_000_000, 129_600_000_000, 1])))),
        ("text", Arc::new(StringArray::from(texts.clone()))),
        ("full_text", Arc::new(StringArray::from_iter_values((0..rows).map(|i| TEXTS[i % TEXTS.len()])))),
        ("clean_text", Arc::new(StringArray::from(cycle(rows, &["abc", "some-words", "x"])))),
        ("bare_text", Arc::new(StringArray::from_iter_values((0..rows).map(|i| format!("word {i}"))))),
        ("dict", Arc::new(texts.iter().copied().collect::<DictionaryArray<Int8Type>>())),
        ("dict_u16", Arc::new(texts.iter().copied().collect::<DictionaryArray<UInt16Type>>())),
        ("binary", Arc::new(BinaryArray::from_iter(cycle(rows, &[&b""[..], b"\0", b"\xff\xfe", b"abc", b"abcd"])))),
        ("doc", Arc::new(StringArray::from(cycle(rows, &["{\"a\": [1, \"x,'y\"]}", "null", "[]", "\"s\\n\""])))),
        ("list", list(rows)),
        ("object", object(rows)),
    ];
    let schema: SchemaRef = Arc::new(Schema::new(columns.iter().map(|(n, a)| field(n, a)).collect::<Vec<_>>()));
    let batch = RecordBatch::try_new(schema.clone(), columns.into_iter().map(|(_, a)| a).collect());
    (TableShape::new("everything", schema), batch.unwrap())
}

/// The field of a column; dictionaries stay what they are, for [`RecordBatch`] demands it.
fn field(name: &str, array: &ArrayRef) -> Field {
    let mut metadata = HashMap::new();
    if name == "doc" {
        metadata.insert(TYPE_KEY.to_owned(), "json".to_owned());
    }
    if name == "stamp_tz" {
        metadata.insert(FRACTION_KEY.to_owned(), "3".to_owned());
    }
    Field::new(name, array.data_type().clone(), name != "id").with_metadata(metadata)
}

fn list(rows: usize) -> ArrayRef {
    let mut list = ListBuilder::new(Int32Builder::new());
    for row in 0..rows {
        (0..row % 4).for_each(|i| list.values().append_option((i != 2).then_some(i as i32)));
        list.append(row % 7 != 3);
    }
    Arc::new(list.finish())
}

fn object(rows: usize) -> ArrayRef {
    let x: ArrayRef = Arc::new(Int32Array::from(cycle(rows, &[1, 2, 3])));
    let y: ArrayRef = Arc::new(cycle(rows, TEXTS).into_iter().collect::<DictionaryArray<Int32Type>>());
    let fields = vec![
        (Arc::new(Field::new("x \"1\"", DataType::Int32, true)), x),
        (Arc::new(Field::new("y", y.data_type().clone(), true)), y),
    ];
    Arc::new(StructArray::from(fields))
}

/// The format of a name, of a build that comes from nowhere in particular.
pub fn open(name: &str, options: &serde_json::Value, tables: &[TableShape]) -> Result<Box<dyn Format>, Problem> {
    let origin = Origin { name: None, spec_sha256: "0".repeat(64), edition: 1, seed: 7 };
    (find(name).unwrap().open)(options, &Opening { tables, origin: &origin })
}

/// The encoder of a table alone.
pub fn encoder(format: &dyn Format, table: &TableShape) -> Box<dyn TableEncoder> {
    format.layout(&[table], false).unwrap().encoders.pop().unwrap()
}

/// The file of one table, in batches of some rows.
pub fn encode(format: &dyn Format, table: &TableShape, batch: &RecordBatch, rows: usize) -> Vec<u8> {
    encode_all(format, &[(table, batch)], rows)
}

/// The file of several tables, in batches of some rows.
pub fn encode_all(format: &dyn Format, tables: &[(&TableShape, &RecordBatch)], rows: usize) -> Vec<u8> {
    for (table, batch) in tables {
        assert_eq!(format.check(table, &|| batch.num_rows() as u64), []);
    }
    let shapes: Vec<&TableShape> = tables.iter().map(|(table, _)| *table).collect();
    let layout = format.layout(&shapes, false).unwrap();
    let mut out = layout.head;
    for (position, encoder) in layout.order.iter().zip(&layout.encoders) {
        encode_rows(&**encoder, tables[*position].1, rows, &mut out);
    }
    out.extend(layout.tail);
    out
}

fn encode_rows(encoder: &dyn TableEncoder, batch: &RecordBatch, rows: usize, out: &mut Vec<u8>) {
    let mut joiner = encoder.joiner();
    let mut buffer = b"rubbish".to_vec();
    let mut start = 0;
    while start < batch.num_rows() {
        let part = batch.slice(start, rows.min(batch.num_rows() - start));
        let block = encoder.encode(&part, buffer);
        let appended = joiner.append(block, out).unwrap();
        for job in appended.jobs {
            joiner.commit(job().unwrap(), out).unwrap();
        }
        buffer = appended.buffer.unwrap_or_default();
        start += rows;
    }
    for job in joiner.end() {
        joiner.commit(job().unwrap(), out).unwrap();
    }
    joiner.finish(out).unwrap();
}

/// The bytes of one batch, as they leave the encoder.
pub fn bytes(block: Block) -> Vec<u8> {
    match block {
        Block::Bytes(bytes) | Block::Lines { bytes, .. } => bytes,
        Block::Rows(_) => panic!("rows have no bytes yet"),
    }
}
