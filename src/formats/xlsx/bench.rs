//! How fast sheets are written on one core. Run it with
//! `cargo test --release --lib formats::xlsx::bench -- --ignored --nocapture`.

use crate::formats::TableShape;
use crate::formats::sample::{self, encode};
use arrow_array::{Date32Array, Float64Array, Int64Array, RecordBatch, StringArray};
use serde_json::json;
use std::sync::Arc;
use std::time::Instant;

const ROWS: i64 = 200_000;

/// What is written: an integer, a text, a float, a date.
fn rows() -> impl Iterator<Item = (i64, String, f64, i32)> {
    (0..ROWS).map(|row| {
        let noise = row.wrapping_mul(7_046_029_254_386_353_131) as u64;
        let name = format!("person {}.{}@example.com", noise >> 40, noise >> 55);
        (row, name, (noise >> 44) as f64 / 100.0, 10_000 + (noise >> 51) as i32)
    })
}

fn table() -> (TableShape, RecordBatch) {
    let batch = RecordBatch::try_from_iter([
        ("id", Arc::new(Int64Array::from_iter_values(rows().map(|row| row.0))) as _),
        ("email", Arc::new(StringArray::from_iter_values(rows().map(|row| row.1))) as _),
        ("balance", Arc::new(Float64Array::from_iter_values(rows().map(|row| row.2))) as _),
        ("born", Arc::new(Date32Array::from_iter_values(rows().map(|row| row.3))) as _),
    ]);
    let batch = batch.unwrap();
    (TableShape::new("people", batch.schema()), batch)
}

#[test]
#[ignore = "a measurement"]
fn seconds_for_a_sheet() {
    let (table, batch) = table();
    let format = sample::open("xlsx", &json!(null), &[]).unwrap();
    for _ in 0..3 {
        let start = Instant::now();
        let bytes = encode(&*format, &table, &batch, 8192).len();
        println!("{ROWS} rows: {:.2?}, {bytes} bytes", start.elapsed());
    }
}
