//! Avro object container files in, Arrow's arrays out.

use super::arrow::Batches;
use super::batch::Batch;
use super::table::{Column, RowStream, Source};
use super::{ReadError, ReadOptions, ReaderDef, input, problem, stem};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, ListArray, RecordBatch, RecordBatchReader, StructArray};
use arrow_avro::reader::{Reader, ReaderBuilder};
use arrow_schema::{DataType, Field};
use serde_json::Value;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

/// The Avro format.
pub static DEF: ReaderDef = ReaderDef { name: "avro", extensions: &["avro"], is_text: false, is_single: true, list };

fn list(path: &Path, _: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    let path = path.to_owned();
    let reader = open(&path)?;
    let said = own_schema(&reader);
    let schema = RecordBatchReader::schema(&reader);
    let columns = schema.fields().iter().enumerate().map(|(at, field)| {
        let name = name(&said["fields"][at], field.name());
        Column { name, ..Column::of_field(field) }
    });
    Ok(vec![Source {
        table: stem(&path),
        columns: columns.collect(),
        open: Box::new(move || {
            let reader = open(&path)?;
            let schema = own_schema(&reader);
            Ok(Box::new(Renamed { rows: Batches::new(&path, reader), schema }))
        }),
        ..Source::default()
    }])
}

fn open(path: &Path) -> Result<Reader<BufReader<File>>, ReadError> {
    let reader = ReaderBuilder::new().build(BufReader::new(input::open(path)?));
    let reader = reader.map_err(|error| problem::unfit(path, "its header", error))?;
    check_end(path, &reader)?;
    Ok(reader)
}

/// The library takes a block that is cut short for the end: a whole file ends with the marker of its header.
fn check_end(path: &Path, reader: &Reader<BufReader<File>>) -> Result<(), ReadError> {
    let mut tail = [0; 16];
    let mut file = input::open(path)?;
    let read = file.seek(SeekFrom::End(-16)).and_then(|_| file.read_exact(&mut tail));
    match read.is_ok() && tail == reader.avro_header().sync() {
        true => Ok(()),
        false => Err(problem::damaged(path, "its end", "it is cut short: the last block has no marker")),
    }
}

/// The schema of a file of ours, whose fields tell in their `doc` what they are called where Avro has no such names; null for
/// other files.
fn own_schema(reader: &Reader<BufReader<File>>) -> Value {
    let own = reader.avro_header().get("synth.edition").is_some();
    let text = reader.avro_header().get("avro.schema").filter(|_| own);
    text.and_then(|text| serde_json::from_slice(text).ok()).unwrap_or_default()
}

/// What a field is called: its `doc`, where Avro's name is made from it.
fn name(field: &Value, avro: &str) -> String {
    let doc = field["doc"].as_str().unwrap_or_default();
    let doc = doc.strip_suffix(", microseconds").unwrap_or(doc);
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let made: String = doc.chars().map(plain).collect();
    let is_made = made == avro || avro.strip_prefix('_').is_some_and(|rest| rest == made && !made.is_empty());
    if is_made { doc.to_owned() } else { avro.to_owned() }
}

/// The type that a union has beside null, and the type inside of one that is wrapped.
fn plain(said: &Value) -> &Value {
    match said {
        Value::Array(union) => union.iter().find(|kind| **kind != "null").map_or(&Value::Null, plain),
        Value::Object(wrapped) if wrapped.get("type").is_some_and(|kind| !kind.is_string()) => plain(&said["type"]),
        other => other,
    }
}

/// Lists and structs with the names of their fields.
fn renamed(array: &ArrayRef, said: &Value) -> ArrayRef {
    let said = plain(said);
    match array.data_type() {
        DataType::Struct(fields) => {
            let parts = fields.iter().zip(array.as_struct().columns()).enumerate().map(|(at, (field, column))| {
                let said = &said["fields"][at];
                let column = renamed(column, &said["type"]);
                let field = Field::new(name(said, field.name()), column.data_type().clone(), field.is_nullable());
                (Arc::new(field), column)
            });
            let (fields, columns): (Vec<_>, Vec<_>) = parts.unzip();
            Arc::new(StructArray::new(fields.into(), columns, array.nulls().cloned()))
        }
        DataType::List(item) => {
            let list = array.as_list::<i32>();
            let values = renamed(list.values(), &said["items"]);
            let item = Field::new(item.name(), values.data_type().clone(), item.is_nullable());
            Arc::new(ListArray::new(Arc::new(item), list.offsets().clone(), values, array.nulls().cloned()))
        }
        _ => array.clone(),
    }
}

/// Rows, with the names of fields in their values.
struct Renamed {
    rows: Batches<Reader<BufReader<File>>>,
    schema: Value,
}

impl RowStream for Renamed {
    fn next(&mut self) -> Result<Option<Batch>, ReadError> {
        let Some(Batch::Arrays(batch)) = self.rows.next()? else { return Ok(None) };
        let fields = &self.schema["fields"];
        let columns = batch.columns().iter().enumerate().map(|(at, column)| {
            let column = renamed(column, &fields[at]["type"]);
            (batch.schema().field(at).name().clone(), column, true)
        });
        let renamed = RecordBatch::try_from_iter_with_nullable(columns.collect::<Vec<_>>());
        Ok(Some(Batch::Arrays(renamed.expect("the columns are as long as they were"))))
    }
}
