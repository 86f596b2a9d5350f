//! CSV, JSON and NDJSON, read back by parsers of others.

use crate::formats::sample::{TEXTS, bytes, encode, encode_all, everything};
use crate::formats::text::pattern::TextFormat;
use crate::formats::{Format, TableShape, sample};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array, RecordBatch, StringArray};
use arrow_cast::cast;
use arrow_schema::{DataType, Field, Schema};
use serde_json::{Value, json};
use std::sync::Arc;

const ROWS: usize = 600;

fn open(name: &str, options: Value) -> Box<dyn Format> {
    sample::open(name, &options, &[]).unwrap()
}

/// Cells by column; an unquoted cell that is the null text is `None`.
fn read_csv(text: &[u8], delimiter: u8, null: &str) -> (Vec<String>, Vec<Vec<Option<String>>>) {
    let mut reader = ::csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text);
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let mut columns = vec![Vec::new(); names.len()];
    for record in reader.records() {
        for (cell, column) in record.unwrap().iter().zip(&mut columns) {
            column.push((cell != null).then(|| cell.to_owned()));
        }
    }
    (names, columns)
}

/// The column as strings, dictionaries resolved.
fn strings(array: &ArrayRef) -> Vec<Option<String>> {
    let strings = cast(array, &DataType::Utf8).unwrap();
    strings.as_string::<i32>().iter().map(|v| v.map(str::to_owned)).collect()
}

/// Reads the cells as the type of `like` by Arrow's own parsers and compares.
fn assert_parses_to(name: &str, cells: Vec<Option<String>>, like: &ArrayRef) {
    let cells: ArrayRef = Arc::new(StringArray::from(cells));
    assert_eq!(cast(&cells, like.data_type()).unwrap().as_ref(), like.as_ref(), "{name}");
}

fn unhex(text: &str) -> Vec<u8> {
    let digits = text.strip_prefix("\\x").unwrap();
    (0..digits.len() / 2).map(|i| u8::from_str_radix(&digits[2 * i..2 * i + 2], 16).unwrap()).collect()
}

fn check_csv(options: Value, delimiter: u8, null: &str) {
    let (table, batch) = everything(ROWS);
    let text = encode(&*open("csv", options), &table, &batch, 200);
    let (names, columns) = read_csv(&text, delimiter, null);
    for (i, (name, cells)) in names.iter().zip(columns).enumerate() {
        let array = batch.column(i);
        assert_eq!(name, table.schema.field(i).name());
        match name.as_str() {
            // The reader does not tell quoted from bare: texts that look like a null are looked at elsewhere.
            "text" | "full_text" | "clean_text" | "bare_text" | "dict" | "dict_u16" | "doc" => {
                let expected = strings(array).into_iter().map(|v| v.filter(|v| v != null)).collect::<Vec<_>>();
                assert_eq!(cells, expected, "{name}");
            }
            "binary" => {
                let expected: Vec<_> = array.as_binary::<i32>().iter().map(|v| v.map(<[u8]>::to_vec)).collect();
                assert_eq!(cells.iter().map(|c| c.as_deref().map(unhex)).collect::<Vec<_>>(), expected);
            }
            "list" | "object" => assert!(cells.iter().flatten().all(|c| serde_json::from_str::<Value>(c).is_ok())),
            "duration" => assert_eq!(cells[2].as_deref(), Some("36:00:00")),
            _ => assert_parses_to(name, cells, array),
        }
    }
}

#[test]
fn csv_reads_back_under_every_option() {
    check_csv(json!(null), b',', "");
    check_csv(json!({ "quote": "all", "newline": "crlf" }), b',', "");
    check_csv(json!({ "quote": "nonnumeric", "null": "NULL" }), b',', "NULL");
    check_csv(json!({ "delimiter": ";", "null": "\\N" }), b';', "\\N");
    check_csv(json!({ "delimiter": "\t" }), b'\t', "");
}

#[test]
fn csv_tells_nulls_from_texts_that_look_like_them() {
    let values: ArrayRef = Arc::new(StringArray::from(vec![Some(""), None, Some("NULL"), Some("x")]));
    let dictionary = cast(&values, &DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8))).unwrap();
    for array in [values, dictionary] {
        let schema = Arc::new(Schema::new(vec![Field::new("a", array.data_type().clone(), true)]));
        let batch = RecordBatch::try_new(schema.clone(), vec![array]).unwrap();
        let table = TableShape::new("t", schema);
        let text = |options| String::from_utf8(encode(&*open("csv", options), &table, &batch, 9)).unwrap();
        assert_eq!(text(json!(null)), "a\n\"\"\n\nNULL\nx\n");
        assert_eq!(text(json!({ "null": "NULL" })), "a\n\"\"\nNULL\n\"NULL\"\nx\n");
        assert_eq!(text(json!({ "quote": "all" })), "\"a\"\n\"\"\n\n\"NULL\"\n\"x\"\n");
    }
}

#[test]
fn csv_writes_floats_that_are_not_numbers() {
    let values: ArrayRef = Arc::new(Float64Array::from(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1.0]));
    let schema = Arc::new(Schema::new(vec![Field::new("a", DataType::Float64, true)]));
    let batch = RecordBatch::try_new(schema.clone(), vec![values]).unwrap();
    let table = TableShape::new("t", schema);
    assert_eq!(encode(&*open("csv", json!(null)), &table, &batch, 9), b"a\nNaN\ninf\n-inf\n1.0\n");
    assert_eq!(
        encode(&*open("ndjson", json!(null)), &table, &batch, 9),
        b"{\"a\":null}\n{\"a\":null}\n{\"a\":null}\n{\"a\":1.0}\n"
    );
}

#[test]
fn csv_refuses_options_that_cannot_be_read_back() {
    for options in [
        json!({ "delimiter": "\"" }),
        json!({ "delimiter": "é" }),
        json!({ "delimiter": "1" }),
        json!({ "null": "a,b" }),
        json!({ "quote": "never" }),
    ] {
        assert!(sample::open("csv", &options, &[]).is_err(), "{options}");
    }
}

fn check_json_row(table: &TableShape, batch: &RecordBatch, row: usize, object: &Value) {
    let object = object.as_object().unwrap();
    assert!(object.keys().eq(table.schema.fields().iter().map(|f| f.name())));
    for (i, (name, value)) in object.iter().enumerate() {
        let array = batch.column(i);
        if array.is_null(row) {
            assert_eq!(value, &Value::Null);
            continue;
        }
        let text = || strings(array)[row].clone().unwrap();
        match array.data_type() {
            DataType::Utf8 if name == "doc" => assert_eq!(value, &serde_json::from_str::<Value>(&text()).unwrap()),
            DataType::Utf8 | DataType::Dictionary(..) => assert_eq!(value, &json!(text())),
            DataType::Boolean => assert_eq!(value.to_string(), text()),
            data_type if data_type.is_integer() => assert_eq!(value.to_string(), text()),
            data_type if data_type.is_numeric() => assert_eq!(value.as_f64().unwrap(), text().parse::<f64>().unwrap()),
            DataType::List(_) => assert_eq!(value.as_array().unwrap().len(), array.as_list::<i32>().value(row).len()),
            DataType::Struct(_) => assert_eq!(value["y"], object["text"]),
            _ => assert!(value.is_string(), "{name}"),
        }
    }
}

#[test]
fn json_and_ndjson_read_back() {
    let (table, batch) = everything(ROWS);
    let array: Vec<Value> = serde_json::from_slice(&encode(&*open("json", json!(null)), &table, &batch, 77)).unwrap();
    let text = String::from_utf8(encode(&*open("ndjson", json!(null)), &table, &batch, 77)).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(array, lines);
    assert_eq!(lines.len(), ROWS);
    for row in (0..ROWS).step_by(7).chain(0..TEXTS.len()) {
        check_json_row(&table, &batch, row, &lines[row]);
    }
}

#[test]
fn csv_has_byte_order_mark_quotes_and_line_ends_as_asked() {
    let (table, batch) = one_column(&[Some("a"), None, Some("b\nc")]);
    let text = |options| String::from_utf8(encode(&*open("csv", options), &table, &batch, 2)).unwrap();
    assert_eq!(text(json!({ "bom": true })), "\u{feff}t\na\n\n\"b\nc\"\n");
    assert_eq!(text(json!({ "newline": "crlf" })), "t\r\na\r\n\r\n\"b\nc\"\r\n");
    let options = json!({ "quote": "all", "newline": "crlf", "bom": true, "header": false });
    assert_eq!(text(options), "\u{feff}\"a\"\r\n\r\n\"b\nc\"\r\n");
}

/// A table of one column of text.
fn one_column(texts: &[Option<&str>]) -> (TableShape, RecordBatch) {
    let schema = Arc::new(Schema::new(vec![Field::new("t", DataType::Utf8, true)]));
    let array: ArrayRef = Arc::new(StringArray::from(texts.to_vec()));
    (TableShape::new("texts", schema.clone()), RecordBatch::try_new(schema, vec![array]).unwrap())
}

#[test]
fn every_character_reads_back_from_csv_and_json() {
    let mut texts: Vec<String> =
        (0..0x300).chain(0xff00..0x1_0010).filter_map(char::from_u32).map(|c| format!("{c}b{c}")).collect();
    texts.extend(["\\ud800", "]]>", "🦀\"".repeat(20_000).as_str(), "\r\n\r\n"].map(str::to_owned));
    let (table, batch) = one_column(&texts.iter().map(|text| Some(text.as_str())).collect::<Vec<_>>());
    for options in [json!(null), json!({ "quote": "all", "newline": "crlf" }), json!({ "delimiter": "|" })] {
        let delimiter = options["delimiter"].as_str().map_or(b',', |text| text.as_bytes()[0]);
        let (_, columns) = read_csv(&encode(&*open("csv", options), &table, &batch, 100), delimiter, "no text is this");
        assert!(columns[0].iter().flatten().eq(&texts));
    }
    for options in [json!(null), json!({ "pretty": true })] {
        let array: Vec<Value> = serde_json::from_slice(&encode(&*open("json", options), &table, &batch, 100)).unwrap();
        assert!(array.iter().map(|row| row["t"].as_str().unwrap()).eq(&texts));
    }
}

#[test]
fn an_array_without_rows_is_two_brackets() {
    let (table, batch) = everything(0);
    for options in [json!(null), json!({ "pretty": true })] {
        assert_eq!(encode(&*open("json", options), &table, &batch, 1), b"[]\n");
    }
}

#[test]
fn pretty_json_has_a_key_a_line() {
    let (table, batch) = one_column(&[Some("a\n"), None]);
    let text = |options| String::from_utf8(encode(&*open("json", options), &table, &batch, 1)).unwrap();
    assert_eq!(text(json!({ "pretty": true })), "[\n  {\n    \"t\": \"a\\n\"\n  },\n  {\n    \"t\": null\n  }\n]\n");
    let deep = text(json!({ "pretty": true, "document": true }));
    assert_eq!(deep, format!("{:#}\n", json!({ "texts": [{ "t": "a\n" }, { "t": null }] })));
}

#[test]
fn a_json_document_holds_all_tables() {
    let (full, rows) = everything(9);
    let (empty, none) = one_column(&[]);
    let (mut odd, few) = one_column(&[Some("x")]);
    odd.name = "a \"b\"".to_owned();
    let tables = [(&empty, &none), (&full, &rows), (&odd, &few)];
    for pretty in [false, true] {
        let format = open("json", json!({ "document": true, "pretty": pretty }));
        let text = encode_all(&*format, &tables, 4);
        let value: Value = serde_json::from_slice(&text).unwrap();
        assert!(value.as_object().unwrap().keys().eq(["texts", "everything", "a \"b\""]));
        assert_eq!(value["texts"], json!([]));
        let array: Value = serde_json::from_slice(&encode(&*open("json", json!(null)), &full, &rows, 4)).unwrap();
        assert_eq!(value["everything"], array);
        let text = String::from_utf8(encode_all(&*format, &[(&empty, &none)], 4)).unwrap();
        assert_eq!(text, if pretty { "{\n  \"texts\": []\n}\n" } else { "{\"texts\":[]}\n" });
    }
    assert!(open("json", json!(null)).layout(&[&full, &empty], false).is_none());
}

#[test]
fn row_ranges_concatenate_to_the_whole() {
    let (table, batch) = everything(ROWS);
    for (name, options) in [("ndjson", json!(null)), ("csv", json!({ "header": false }))] {
        let format = open(name, options);
        let mut parts = encode(&*format, &table, &batch.slice(0, 133), 50);
        parts.extend(encode(&*format, &table, &batch.slice(133, ROWS - 133), 64));
        assert!(parts == encode(&*format, &table, &batch, ROWS));
    }
}

#[test]
fn a_golden_row_of_each_format() {
    let (table, batch) = everything(3);
    let text = |name| String::from_utf8(encode(&*open(name, json!(null)), &table, &batch.slice(2, 1), 1)).unwrap();
    assert_eq!(
        text("csv").lines().nth(1).unwrap(),
        "3,true,127,32767,2147483647,9223372036854775807,42,42,42,42,0.1,0.1,-0.01,-0.0005,-0.0000000005,2024-02-29,23:59:59.999999,2024-02-29T14:03:09.000042,2024-02-29T14:03:09.000042Z,36:00:00,\"comma, inside\",\"comma, inside\",x,word 2,\"comma, inside\",\"comma, inside\",\\xfffe,[],\"[0,1]\",\"{\"\"x \\\"\"1\\\"\"\"\":3,\"\"y\"\":\"\"comma, inside\"\"}\""
    );
    assert_eq!(
        text("ndjson"),
        "{\"id\":3,\"bool\":true,\"i8\":127,\"i16\":32767,\"i32\":2147483647,\"i64\":9223372036854775807,\"u8\":42,\"u16\":42,\"u32\":42,\"u64\":42,\"f32\":0.1,\"f64\":0.1,\"dec9\":-0.01,\"dec18\":-0.0005,\"dec38\":-0.0000000005,\"date\":\"2024-02-29\",\"time\":\"23:59:59.999999\",\"stamp\":\"2024-02-29T14:03:09.000042\",\"stamp_tz\":\"2024-02-29T14:03:09.000042Z\",\"duration\":\"36:00:00\",\"text\":\"comma, inside\",\"full_text\":\"comma, inside\",\"clean_text\":\"x\",\"bare_text\":\"word 2\",\"dict\":\"comma, inside\",\"dict_u16\":\"comma, inside\",\"binary\":\"//4=\",\"doc\":[],\"list\":[0,1],\"object\":{\"x \\\"1\\\"\":3,\"y\":\"comma, inside\"}}\n"
    );
}

#[test]
fn a_text_format_takes_the_place_of_the_usual_form() {
    let schema = Arc::new(Schema::new(vec![Field::new("n", DataType::Int64, true)]));
    let batch = RecordBatch::try_new(schema.clone(), vec![Arc::new(Int64Array::from(vec![Some(7), None]))]).unwrap();
    let mut table = TableShape::new("t", schema);
    table.text_formats = vec![Some(TextFormat::parse("%03d,x", &DataType::Int64).unwrap())];
    assert_eq!(encode(&*open("csv", json!(null)), &table, &batch, 9), b"n\n\"007,x\"\n\n");
    assert_eq!(encode(&*open("ndjson", json!(null)), &table, &batch, 9), b"{\"n\":\"007,x\"}\n{\"n\":null}\n");
}

#[test]
fn a_buffer_is_used_again_whatever_it_holds() {
    let (table, batch) = everything(300);
    let encoder = sample::encoder(&*open("csv", json!(null)), &table);
    let first = bytes(encoder.encode(&batch, Vec::new()));
    assert_eq!(bytes(encoder.encode(&batch, vec![b'x'; 1 << 20])), first);
}
