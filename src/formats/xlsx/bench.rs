//! How fast sheets are written on one core, beside rust_xlsxwriter, which most Rust programs use. Run it with
//! `cargo test --release --lib formats::xlsx::bench -- --ignored --nocapture`.

use crate::formats::TableShape;
use crate::formats::sample::{self, encode};
use arrow_array::{Date32Array, Float64Array, Int64Array, RecordBatch, StringArray};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::json;
use std::sync::Arc;
use std::time::Instant;

const ROWS: i64 = 200_000;

/// What both write: an integer, a text, a float, a date.
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

fn with_rust_xlsxwriter() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let date = Format::new().set_num_format("yyyy-mm-dd");
    for (line, (id, email, balance, born)) in (1..).zip(rows()) {
        sheet.write_number(line, 0, id as f64).unwrap();
        sheet.write_string(line, 1, email).unwrap();
        sheet.write_number(line, 2, balance).unwrap();
        let born = ExcelDateTime::from_serial_datetime(f64::from(born + 25_569)).unwrap();
        sheet.write_datetime_with_format(line, 3, born, &date).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
#[ignore = "a measurement"]
fn seconds_for_a_sheet() {
    let (table, batch) = table();
    let format = sample::open("xlsx", &json!(null), &[]).unwrap();
    for _ in 0..3 {
        let start = Instant::now();
        let ours = encode(&*format, &table, &batch, 8192).len();
        let middle = Instant::now();
        let theirs = with_rust_xlsxwriter().len();
        let (own, other) = (middle - start, middle.elapsed());
        println!("{ROWS} rows: {own:.2?}, {ours} bytes; rust_xlsxwriter {other:.2?}, {theirs} bytes");
    }
}
