//! Workbooks, read back by calamine.

use crate::formats::sample::{self, TEXTS, encode, everything};
use crate::formats::{Format, TableShape};
use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use calamine::{Data, DataType as _, Range, Reader, Xlsx};
use serde_json::{Value, json};
use std::io::Cursor;
use std::sync::Arc;

fn open(options: &Value, tables: &[TableShape]) -> Box<dyn Format> {
    sample::open("xlsx", options, tables).unwrap()
}

/// The sheet of a name.
fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    Xlsx::new(Cursor::new(bytes)).unwrap().worksheet_range(name).unwrap()
}

fn everything_sheet(rows: usize, options: &Value) -> Range<Data> {
    let (table, batch) = everything(rows);
    sheet(&encode(&*open(options, &[]), &table, &batch, 100), "everything")
}

/// The cells of a column below its header.
fn column(range: &Range<Data>, name: &str) -> Vec<Data> {
    let headers: Vec<String> = range.headers().unwrap();
    let at = headers.iter().position(|header| header == name).unwrap();
    range.rows().skip(1).map(|row| row[at].clone()).collect()
}

fn table(name: &str, columns: Vec<(&str, ArrayRef)>) -> (TableShape, RecordBatch) {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    (TableShape::new(name, batch.schema()), batch)
}

fn numbers(name: &str, rows: i64) -> (TableShape, RecordBatch) {
    table(name, vec![("n", Arc::new(Int64Array::from_iter_values(0..rows)))])
}

fn texts(name: &str, texts: Vec<Option<&str>>) -> (TableShape, RecordBatch) {
    table(name, vec![("text", Arc::new(StringArray::from(texts)))])
}

#[test]
fn every_type_has_its_cells() {
    let range = everything_sheet(70, &json!(null));
    assert_eq!(range.height(), 71);
    let number = |cell: &Data| cell.get_float().unwrap();
    let moment = |cell: &Data| cell.get_datetime().unwrap().as_f64();
    assert_eq!(column(&range, "bool")[..4], [Data::Bool(true), Data::Bool(false), Data::Bool(true), Data::Empty]);
    let i64s = column(&range, "i64");
    assert_eq!((number(&i64s[0]), &i64s[1]), (0.0, &Data::String(i64::MIN.to_string())));
    assert_eq!(column(&range, "u64")[1], Data::String(u64::MAX.to_string()));
    assert_eq!(number(&column(&range, "f64")[4]), 1e300);
    assert_eq!(number(&column(&range, "f32")[2]), 0.1);
    assert_eq!(number(&column(&range, "dec9")[4]), -1234.5);
    assert_eq!(column(&range, "dec18")[7], Data::String("99999999999999.9999".to_owned()));
    let dates = column(&range, "date");
    assert_eq!((moment(&dates[0]), moment(&dates[1])), (25_569.0, 25_568.0));
    assert_eq!(dates[4], Data::String("0001-01-01".to_owned()));
    assert_eq!(moment(&column(&range, "time")[4]), 0.0);
    let stamps = column(&range, "stamp");
    assert!((moment(&stamps[2]) - 45_351.585_520_833).abs() < 1e-9);
    assert_eq!(stamps[5], Data::String("0001-01-01T00:00:00".to_owned()));
    assert_eq!(column(&range, "stamp_tz")[5], Data::String("0001-01-01T00:00:00.000Z".to_owned()));
    let durations = column(&range, "duration");
    assert_eq!((&durations[1], moment(&durations[2])), (&Data::String("-00:01:30".to_owned()), 1.5));
    assert_eq!(column(&range, "binary")[4], Data::String("YWJjZA==".to_owned()));
    assert_eq!(column(&range, "list")[1], Data::String("[0]".to_owned()));
    assert_eq!(column(&range, "object")[0], Data::String("{\"x \\\"1\\\"\":1,\"y\":\"\"}".to_owned()));
}

/// The text of a cell as Excel has it: readers do not all resolve its escapes.
fn unescaped(text: &str) -> String {
    let mut parts = text.split("_x");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let letter = part.get(..5).and_then(|p| p.strip_suffix('_')).and_then(|p| u32::from_str_radix(p, 16).ok());
        match letter.and_then(char::from_u32) {
            Some(letter) => out.extend([letter].into_iter().chain(part[5..].chars())),
            None => out.extend("_x".chars().chain(part.chars())),
        }
    }
    out
}

#[test]
fn texts_stay_what_they_are() {
    let full = column(&everything_sheet(TEXTS.len(), &json!(null)), "full_text");
    for (found, wanted) in full.iter().zip(TEXTS) {
        assert_eq!(unescaped(found.get_string().unwrap_or_default()), *wanted);
    }
}

#[test]
fn nulls_are_no_cells_and_empty_texts_are() {
    let (table, batch) = texts("t", vec![Some(""), None, Some("x")]);
    let plain = super::Sheet::new(&table, super::Options::default().look(), true);
    let mut xml = Vec::new();
    plain.push_batch(&batch, 0, &mut None, &mut xml).unwrap();
    assert_eq!(
        String::from_utf8(xml).unwrap(),
        "<row r=\"2\"><c r=\"A2\" s=\"2\" t=\"inlineStr\"><is><t></t></is></c></row><row r=\"3\"></row>\
         <row r=\"4\"><c r=\"A4\" s=\"2\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
    );
}

#[test]
fn bytes_do_not_depend_on_batches_beyond_a_unit_either() {
    let (table, batch) = everything(5000);
    let format = open(&json!(null), &[]);
    let whole = encode(&*format, &table, &batch, 5000);
    assert!(encode(&*format, &table, &batch, 700) == whole);
    assert_eq!(sheet(&whole, "everything").height(), 5001);
}

/// The file of several tables, made as a build makes it: one table first, the others appended.
fn workbook(tables: &[(TableShape, RecordBatch)]) -> Vec<u8> {
    let shapes: Vec<TableShape> = tables.iter().map(|(table, _)| table.clone()).collect();
    let format = open(&json!(null), &shapes);
    let layout = format.layout(&shapes.iter().collect::<Vec<_>>(), false).unwrap();
    let mut out = layout.head;
    for (encoder, (_, batch)) in layout.encoders.iter().zip(tables) {
        let mut joiner = encoder.joiner();
        let appended = joiner.append(encoder.encode(batch, Vec::new()), &mut out).unwrap();
        for job in appended.jobs.into_iter().chain(joiner.end()) {
            joiner.commit(job().unwrap(), &mut out).unwrap();
        }
        joiner.finish(&mut out).unwrap();
    }
    out.extend(layout.tail);
    out
}

#[test]
fn tables_share_a_workbook() {
    let bytes = workbook(&[numbers("first", 3), numbers("it's <2nd>", 70_000), texts("none", Vec::new())]);
    let names = Xlsx::new(Cursor::new(&bytes[..])).unwrap().sheet_names();
    assert_eq!(names, ["first", "it's <2nd>", "none"]);
    assert_eq!(sheet(&bytes, "it's <2nd>").get_value((70_000, 0)).unwrap().get_float(), Some(69_999.0));
    assert!(column(&sheet(&bytes, "none"), "text").is_empty());
}

#[test]
fn parts_of_a_table_are_workbooks_of_their_own() {
    let (table, batch) = numbers("t", 10);
    let layout = open(&json!(null), &[]).layout(&[&table], false).unwrap();
    let files = [(0, 4), (4, 6)].map(|(start, rows)| {
        let encoder = &layout.encoders[0];
        let (mut joiner, mut out) = (encoder.joiner(), layout.head.clone());
        joiner.append(encoder.encode(&batch.slice(start, rows), Vec::new()), &mut out).unwrap();
        for job in joiner.end() {
            joiner.commit(job().unwrap(), &mut out).unwrap();
        }
        joiner.finish(&mut out).unwrap();
        sheet(&out, "t").height()
    });
    assert_eq!(files, [5, 7]);
}

#[test]
fn without_a_header_rows_begin_at_once() {
    let range = everything_sheet(3, &json!({ "header": false }));
    assert_eq!(range.height(), 3);
    assert!(sample::open("xlsx", &json!({ "header": false, "freeze": true }), &[]).is_err());
}

#[test]
fn what_a_sheet_cannot_hold_is_refused() {
    let tables =
        ["a", "A", "x/y", "a name of more than 31 characters", "'quoted'", "History"].map(|name| numbers(name, 1).0);
    let format = open(&json!(null), &tables);
    let problems = |table: &TableShape, rows: u64| format.check(table, &|| rows);
    assert_eq!(problems(&tables[0], 1_048_575), []);
    let too_many = &problems(&tables[0], 1_048_576)[0];
    assert!(too_many.message.contains("at most 1,048,575 rows") && too_many.help.contains("--split-rows"));
    for table in &tables[1..] {
        assert_eq!(problems(table, 1).len(), 1, "{}", table.name);
    }
    let many = (0..16_385).map(|at| arrow_schema::Field::new(format!("c{at}"), arrow_schema::DataType::Int64, true));
    let wide = TableShape::new("wide", Arc::new(arrow_schema::Schema::new(many.collect::<Vec<_>>())));
    assert_eq!(problems(&wide, 1).len(), 1);
}

#[test]
fn a_text_beyond_a_cell_is_an_error_that_says_where() {
    let fits = "x".repeat(32_767);
    let long = "🦀".repeat(16_384);
    let (table, batch) = texts("t", vec![Some(&fits), Some(&long)]);
    let encoder = sample::encoder(&*open(&json!(null), &[]), &table);
    let mut joiner = encoder.joiner();
    joiner.append(encoder.encode(&batch, Vec::new()), &mut Vec::new()).unwrap();
    let Err(error) = joiner.end().remove(0)() else { panic!("the text is too long") };
    assert!(error.to_string().starts_with("`t.text`, row 2: a text of 32768 characters"), "{error}");
}

#[test]
fn columns_are_as_wide_as_their_content() {
    let (table, _) = numbers("t", 1);
    let before = |shown: usize| {
        let sheet = super::Sheet::new(&table, super::Options::default().look(), true);
        String::from_utf8(sheet.before(&[shown])).unwrap()
    };
    assert!(before(3).contains("width=\"6.7109375\"") && before(500).contains("width=\"60.7109375\""));
    assert!(before(18).contains("width=\"19.7109375\"") && before(18).contains("state=\"frozen\""));
}
