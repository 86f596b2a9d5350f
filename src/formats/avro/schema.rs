//! A table's schema in, its Avro schema out, and the Arrow schema that arrays are converted to before they are encoded.

use crate::formats::shape::logical;
use crate::formats::{Problem, TableShape};
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, ListArray, StructArray};
use arrow_avro::schema::SCHEMA_METADATA_KEY;
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Field, FieldRef, Fields, Schema, SchemaRef};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The Arrow schema that an Avro encoder takes: Avro's names, types that Avro has, and the Avro schema in its metadata.
pub fn schema(table: &TableShape) -> (SchemaRef, String) {
    let name = avro_name(&table.name);
    let fields: Vec<Converted> = table.schema.fields().iter().map(|field| converted(field, &name)).collect();
    let (arrow, avro): (Vec<FieldRef>, Vec<Value>) = fields.into_iter().map(|field| (field.arrow, field.avro)).unzip();
    let mut record = json!({ "type": "record", "name": name, "fields": avro });
    add_doc(&mut record, &table.name, &name, None);
    let json = record.to_string();
    let schema = Schema::new(arrow).with_metadata([(SCHEMA_METADATA_KEY, json.as_str())]);
    (Arc::new(schema), json)
}

/// A field in both languages.
struct Converted {
    arrow: FieldRef,
    avro: Value,
}

/// A field within the record of that full name.
fn converted(field: &Field, within: &str) -> Converted {
    let name = avro_name(field.name());
    let (arrow, avro) = converted_type(field.data_type(), &name, within);
    let mut said = match field.is_nullable() {
        true => json!({ "name": name, "type": ["null", avro], "default": null }),
        false => json!({ "name": name, "type": avro }),
    };
    let is_duration = matches!(field.data_type(), DataType::Duration(_));
    add_doc(&mut said, field.name(), &name, is_duration.then_some("microseconds"));
    Converted { arrow: Arc::new(Field::new(name, arrow, field.is_nullable())), avro: said }
}

/// Says what Avro's names and types do not.
fn add_doc(said: &mut Value, name: &str, avro_name: &str, unit: Option<&str>) {
    let name = (name != avro_name).then_some(name);
    let doc: Vec<&str> = name.into_iter().chain(unit).collect();
    if let (false, Value::Object(said)) = (doc.is_empty(), said) {
        said.insert("doc".to_owned(), doc.join(", ").into());
    }
}

fn converted_type(data_type: &DataType, name: &str, within: &str) -> (DataType, Value) {
    let plain = |arrow: DataType, avro: &str| (arrow, Value::from(avro));
    let annotated = |arrow: DataType, avro: &str, kind: &str| (arrow, json!({ "type": avro, "logicalType": kind }));
    match logical(data_type) {
        DataType::Boolean => plain(DataType::Boolean, "boolean"),
        DataType::Int8 | DataType::Int16 | DataType::Int32 | DataType::UInt8 | DataType::UInt16 => {
            plain(DataType::Int32, "int")
        }
        DataType::Int64 | DataType::UInt32 | DataType::Duration(_) => plain(DataType::Int64, "long"),
        DataType::UInt64 => decimal(20, 0),
        DataType::Decimal128(precision, scale) => decimal(*precision, *scale),
        DataType::Float32 => plain(DataType::Float32, "float"),
        DataType::Float64 => plain(DataType::Float64, "double"),
        DataType::Binary => plain(DataType::Binary, "bytes"),
        DataType::Date32 => annotated(DataType::Date32, "int", "date"),
        time @ DataType::Time64(_) => annotated(time.clone(), "long", "time-micros"),
        stamp @ DataType::Timestamp(_, None) => annotated(stamp.clone(), "long", "local-timestamp-micros"),
        stamp @ DataType::Timestamp(_, Some(_)) => annotated(stamp.clone(), "long", "timestamp-micros"),
        DataType::List(item) => list(item, name, within),
        DataType::Struct(fields) => record(fields, name, within),
        _ => plain(DataType::Utf8, "string"),
    }
}

fn decimal(precision: u8, scale: i8) -> (DataType, Value) {
    let avro = json!({ "type": "bytes", "logicalType": "decimal", "precision": precision, "scale": scale });
    (DataType::Decimal128(precision, scale), avro)
}

fn list(item: &Field, name: &str, within: &str) -> (DataType, Value) {
    let (arrow, avro) = converted_type(item.data_type(), name, within);
    let items = if item.is_nullable() { json!(["null", avro]) } else { avro };
    let arrow = DataType::List(Arc::new(Field::new(item.name(), arrow, item.is_nullable())));
    (arrow, json!({ "type": "array", "items": items }))
}

/// A record of its own namespace, for names of records must differ.
fn record(fields: &Fields, name: &str, within: &str) -> (DataType, Value) {
    let own = format!("{within}.{name}");
    let fields: Vec<Converted> = fields.iter().map(|field| converted(field, &own)).collect();
    let (arrow, avro): (Vec<FieldRef>, Vec<Value>) = fields.into_iter().map(|field| (field.arrow, field.avro)).unzip();
    let mut record = Map::new();
    record.insert("type".to_owned(), "record".into());
    record.insert("name".to_owned(), name.into());
    record.insert("namespace".to_owned(), within.into());
    record.insert("fields".to_owned(), avro.into());
    (DataType::Struct(arrow.into()), record.into())
}

/// A name as Avro has it: letters, digits and underscores of ASCII, not beginning with a digit.
fn avro_name(name: &str) -> String {
    let fits = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '_' };
    let name: String = name.chars().map(fits).collect();
    if name.starts_with(|first: char| first.is_ascii_digit()) || name.is_empty() { format!("_{name}") } else { name }
}

/// Columns, and fields within them, whose names are the same to Avro.
pub fn clashes(table: &TableShape) -> Vec<Problem> {
    let mut problems = Vec::new();
    for field in table.schema.fields() {
        if let Some((one, other)) = clash_within(field.data_type()) {
            problems.push(clash(table, field.name(), &one, &other));
        }
    }
    if let Some((one, other)) = clash_among(table.schema.fields()) {
        problems.push(clash(table, &other, &one, &other));
    }
    problems
}

fn clash(table: &TableShape, column: &str, one: &str, other: &str) -> Problem {
    let message = format!("`{one}` and `{other}` would both be `{}` to Avro", avro_name(one));
    Problem::column(&table.name, column, message, "rename one of them: Avro's names have letters, digits and `_` only")
}

fn clash_among(fields: &Fields) -> Option<(String, String)> {
    let mut seen = BTreeMap::new();
    let mut names = fields.iter().map(|field| field.name());
    names.find_map(|name| Some((seen.insert(avro_name(name), name.clone())?, name.clone())))
}

fn clash_within(data_type: &DataType) -> Option<(String, String)> {
    match data_type {
        DataType::List(item) => clash_within(item.data_type()),
        DataType::Struct(fields) => {
            clash_among(fields).or_else(|| fields.iter().find_map(|field| clash_within(field.data_type())))
        }
        _ => None,
    }
}

/// The array with the types and names of [`schema`].
pub fn convert(array: &ArrayRef, to: &DataType) -> Result<ArrayRef, ArrowError> {
    Ok(match to {
        same if same == array.data_type() => array.clone(),
        DataType::List(item) => {
            let (_, offsets, values, nulls) = array.as_list::<i32>().clone().into_parts();
            Arc::new(ListArray::try_new(item.clone(), offsets, convert(&values, item.data_type())?, nulls)?)
        }
        DataType::Struct(fields) => {
            let (_, columns, nulls) = array.as_struct().clone().into_parts();
            let pairs = columns.iter().zip(fields);
            let columns = pairs.map(|(column, field)| convert(column, field.data_type())).collect::<Result<_, _>>()?;
            Arc::new(StructArray::try_new_with_length(fields.clone(), columns, nulls, array.len())?)
        }
        other => cast(array, other)?,
    })
}
