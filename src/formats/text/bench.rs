//! How fast rows are written: a batch of twelve columns, one core. Run it with
//! `cargo test --release --lib formats::text::bench -- --ignored --nocapture`.

use crate::formats::TableShape;
use crate::formats::sample::{self, bytes};
use arrow_array::types::Int16Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float64Array, Int32Array, Int64Array,
    RecordBatch, StringArray, TimestampMicrosecondArray, make_array,
};
use arrow_buffer::NullBuffer;
use arrow_schema::{Field, Schema};
use serde_json::json;
use std::sync::Arc;
use std::time::Instant;

const ROWS: usize = 8192;

fn noise(row: usize, salt: u64) -> u64 {
    let mixed = (row as u64 + salt * 1_000_003).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 20
}

fn dictionary(words: usize, salt: u64) -> DictionaryArray<Int16Type> {
    let values: ArrayRef = Arc::new(StringArray::from_iter_values((0..words).map(|i| word(i, salt))));
    let keys = (0..ROWS).map(|row| (noise(row, salt) % words as u64) as i16).collect::<Vec<_>>();
    DictionaryArray::new(keys.into(), values)
}

fn word(i: usize, salt: u64) -> String {
    "Wolfeschlegelstein"[..4 + (noise(i, salt) % 9) as usize].to_owned() + &(i % 10).to_string()
}

fn people() -> (TableShape, RecordBatch) {
    let hex = |row: usize| {
        let (a, b) = (noise(row, 1), noise(row, 2));
        format!("{:08x}-{:04x}-4{:03x}-a{:03x}-{:012x}", a as u32, b as u16, a >> 32 & 0xfff, b >> 20 & 0xfff, a ^ b)
    };
    let email = |row: usize| format!("{}.{}{}@example.com", word(row, 3), word(row, 4), noise(row, 5) % 10_000);
    let cents = (0..ROWS).map(|row| i128::from(noise(row, 6) % 250_000) - 50_000);
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("id", Arc::new(Int64Array::from_iter_values((1_000_000..).take(ROWS)))),
        ("uuid", Arc::new(StringArray::from_iter_values((0..ROWS).map(hex)))),
        ("first_name", Arc::new(dictionary(3000, 3))),
        ("last_name", Arc::new(dictionary(9000, 4))),
        ("email", Arc::new(StringArray::from_iter_values((0..ROWS).map(email)))),
        ("city", Arc::new(dictionary(900, 7))),
        ("age", Arc::new(Int32Array::from_iter_values((0..ROWS).map(|row| (noise(row, 8) % 90) as i32)))),
        ("birth_date", Arc::new(Date32Array::from_iter_values((0..ROWS).map(|row| (noise(row, 9) % 20_000) as i32)))),
        (
            "created_at",
            Arc::new(TimestampMicrosecondArray::from_iter_values(
                (0..ROWS).map(|row| 1_000_000 * (1_577_836_800 + (noise(row, 10) % 189_000_000) as i64)),
            )),
        ),
        ("balance", Arc::new(Decimal128Array::from_iter_values(cents).with_precision_and_scale(12, 2).unwrap())),
        (
            "score",
            Arc::new(Float64Array::from_iter_values((0..ROWS).map(|row| (noise(row, 11) % 10_000) as f64 / 100.0))),
        ),
        ("active", Arc::new(BooleanArray::from_iter((0..ROWS).map(|row| Some(!noise(row, 12).is_multiple_of(3)))))),
    ];
    let fields: Vec<Field> =
        columns.iter().map(|(name, array)| Field::new(*name, array.data_type().clone(), false)).collect();
    let schema = Arc::new(Schema::new(fields));
    let batch = RecordBatch::try_new(schema.clone(), columns.into_iter().map(|(_, array)| array).collect()).unwrap();
    (TableShape::new("people", schema), batch)
}

/// The batch with every seventh value of every column missing.
fn with_gaps(batch: &RecordBatch) -> RecordBatch {
    let nulls = NullBuffer::from_iter((0..ROWS).map(|row| row % 7 != 3));
    let columns = batch.columns().iter().map(|array| {
        let data = array.to_data().into_builder().nulls(Some(nulls.clone())).build().unwrap();
        make_array(data)
    });
    let schema = batch.schema();
    let fields: Vec<Field> = schema.fields().iter().map(|field| field.as_ref().clone().with_nullable(true)).collect();
    RecordBatch::try_new(Arc::new(Schema::new(fields)), columns.collect()).unwrap()
}

fn measure(name: &str, options: serde_json::Value, table: &TableShape, batch: &RecordBatch) {
    let format = sample::open(name, &options, std::slice::from_ref(table)).unwrap();
    let encoder = sample::encoder(&*format, table);
    let mut buffer = Vec::new();
    let mut best = f64::MAX;
    for _ in 0..60 {
        let start = Instant::now();
        for _ in 0..3 {
            buffer = bytes(encoder.encode(batch, buffer));
        }
        best = best.min(start.elapsed().as_secs_f64() / 3.0);
    }
    let (rows, length) = (batch.num_rows() as f64, buffer.len() as f64);
    println!("{name:8} {:7.0} MB/s {:6.1} ns/row {:6.1} B/row", length / best / 1e6, best * 1e9 / rows, length / rows);
}

/// A row group of fifteen batches.
fn measure_parquet(table: &TableShape, batch: &RecordBatch) {
    let rows = 15 * ROWS;
    let format = sample::open("parquet", &json!({ "row_group": rows }), std::slice::from_ref(table)).unwrap();
    let mut best = f64::MAX;
    let mut length = 0;
    for _ in 0..5 {
        let encoder = sample::encoder(&*format, table);
        let (mut joiner, mut out) = (encoder.joiner(), Vec::new());
        let start = Instant::now();
        for _ in 0..15 {
            for job in joiner.append(encoder.encode(batch, Vec::new()), &mut out).unwrap().jobs {
                joiner.commit(job().unwrap(), &mut out).unwrap();
            }
        }
        joiner.finish(&mut out).unwrap();
        best = best.min(start.elapsed().as_secs_f64());
        length = out.len();
    }
    let rows = rows as f64;
    println!(
        "parquet  {:7.0} MB/s {:6.1} ns/row {:6.1} B/row",
        length as f64 / best / 1e6,
        best * 1e9 / rows,
        length as f64 / rows
    );
}

#[test]
#[ignore = "a measurement"]
fn rows_a_second() {
    let (table, batch) = people();
    for name in ["csv", "ndjson", "json", "sql", "xml"] {
        measure(name, json!(null), &table, &batch);
    }
    measure("xml", json!({ "style": "attributes" }), &table, &batch);
    let gaps = with_gaps(&batch);
    for name in ["csv", "ndjson", "xml"] {
        measure(name, json!(null), &TableShape::new("gaps", gaps.schema()), &gaps);
    }
    measure("csv", json!({ "quote": "all" }), &table, &batch);
    measure_parquet(&table, &batch);
    for (i, field) in table.schema.fields().iter().enumerate() {
        print!("{:12}", field.name());
        let one = batch.project(&[i]).unwrap();
        measure("csv", json!(null), &TableShape::new("one", one.schema()), &one);
    }
}
