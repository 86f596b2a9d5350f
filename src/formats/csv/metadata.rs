//! Tables in, W3C metadata of a CSV file out: *Metadata Vocabulary for Tabular Data*, 2015, which CSV on the Web is built on.

use super::{Binary, Options};
use crate::formats::shape::{is_json, logical};
use crate::formats::text::pattern::{TemporalPart, TextFormat};
use crate::formats::{ForeignKey, TableShape};
use arrow_schema::{DataType, Field};
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// The name by which a processor finds the metadata of a file.
pub fn file_name(file: &str) -> String {
    format!("{file}-metadata.json")
}

/// The metadata of the file that holds a table. Tables that it refers to are described, too, for a foreign key has to stay
/// within a group of tables; they are among `all`.
pub fn metadata(options: &Options, file: &str, table: &TableShape, all: &[TableShape]) -> Vec<u8> {
    let mut own = describe(options, file, table);
    let mut others: Vec<&TableShape> = Vec::new();
    let mut keys = Vec::new();
    for key in &table.foreign_keys {
        let target = all.iter().find(|other| other.name == key.table);
        if let Some((target, resource)) = target.and_then(|t| Some((t, sibling(file, &table.name, &t.name)?))) {
            keys.push(foreign_key(key, &resource));
            if target.name != table.name && others.iter().all(|other| other.name != target.name) {
                others.push(target);
            }
        }
    }
    if !keys.is_empty() {
        own["tableSchema"]["foreignKeys"] = keys.into();
    }
    let context = json!("http://www.w3.org/ns/csvw");
    let document = if others.is_empty() {
        let mut document = Map::from_iter([("@context".to_owned(), context)]);
        document.extend(own.as_object().cloned().unwrap_or_default());
        Value::Object(document)
    } else {
        let others = others.into_iter().filter_map(|other| {
            let file = sibling(file, &table.name, &other.name)?;
            Some(describe(options, &file, other))
        });
        json!({ "@context": context, "tables": std::iter::once(own).chain(others).collect::<Vec<_>>() })
    };
    format!("{document:#}\n").into_bytes()
}

/// The file of another table: the same name but for the table's. `None` where the name does not say its table.
fn sibling(file: &str, own: &str, other: &str) -> Option<String> {
    let at = file.find(&format!("{own}."))?;
    let is_whole = !file[..at].ends_with(|c: char| c.is_alphanumeric());
    is_whole.then(|| format!("{}{other}{}", &file[..at], &file[at + own.len()..]))
}

fn describe(options: &Options, file: &str, table: &TableShape) -> Value {
    let columns = table.schema.fields().iter().enumerate();
    let columns: Vec<Value> = columns.map(|(i, field)| column(options, field, table.text_format(i))).collect();
    let mut schema = json!({ "columns": columns });
    if !table.key.is_empty() {
        schema["primaryKey"] = names(&table.key);
    }
    json!({
        "url": encoded(file),
        "dialect": dialect(options),
        "null": options.null,
        "tableSchema": schema,
    })
}

fn dialect(options: &Options) -> Value {
    json!({
        "encoding": "utf-8",
        "delimiter": options.delimiter,
        "quoteChar": "\"",
        "doubleQuote": true,
        "lineTerminators": options.newline(),
        "header": options.header,
        "headerRowCount": u8::from(options.header),
        "commentPrefix": null,
        "skipBlankRows": false,
        "skipInitialSpace": false,
        "trim": false,
    })
}

fn column(options: &Options, field: &Field, format: Option<&TextFormat>) -> Value {
    let mut column = json!({
        "name": column_name(field.name()),
        "titles": field.name(),
        "datatype": datatype(options, field, format),
        "required": !field.is_nullable(),
    });
    let is_text = format.is_none() && matches!(logical(field.data_type()), DataType::Utf8 | DataType::Binary);
    if is_text && !field.is_nullable() {
        // An empty text is a value here, and a column that is required must not take it for a null.
        column["null"] = json!([]);
    }
    column
}

fn datatype(options: &Options, field: &Field, format: Option<&TextFormat>) -> Value {
    if let Some(format) = format {
        return match date_pattern(format).filter(|_| field.data_type() == &DataType::Date32) {
            Some(pattern) => json!({ "base": "date", "format": pattern }),
            None => json!("string"),
        };
    }
    match logical(field.data_type()) {
        DataType::Boolean => json!({ "base": "boolean", "format": "true|false" }),
        DataType::Int8 => json!("byte"),
        DataType::Int16 => json!("short"),
        DataType::Int32 => json!("int"),
        DataType::Int64 => json!("long"),
        DataType::UInt8 => json!("unsignedByte"),
        DataType::UInt16 => json!("unsignedShort"),
        DataType::UInt32 => json!("unsignedInt"),
        DataType::UInt64 => json!("unsignedLong"),
        DataType::Float32 => json!("float"),
        DataType::Float64 => json!("double"),
        DataType::Decimal128(..) => json!("decimal"),
        DataType::Date32 => json!({ "base": "date", "format": "yyyy-MM-dd" }),
        DataType::Time64(_) => json!("time"),
        DataType::Timestamp(_, None) => json!("dateTime"),
        DataType::Timestamp(_, Some(_)) => json!("dateTimeStamp"),
        DataType::Duration(_) => {
            json!({ "base": "string", "format": r"-?[0-9]{2,}:[0-5][0-9]:[0-5][0-9](\.[0-9]{6})?" })
        }
        DataType::Binary if options.binary == Binary::Base64 => json!("base64Binary"),
        DataType::Binary => json!({ "base": "string", "format": r"\\x([0-9a-f]{2})*" }),
        DataType::List(_) | DataType::Struct(_) => json!("json"),
        _ if is_json(field) => json!("json"),
        _ => json!("string"),
    }
}

/// Patterns for dates that every processor knows.
const DATES: &[&str] = &[
    "yyyy-MM-dd",
    "yyyyMMdd",
    "dd-MM-yyyy",
    "d-M-yyyy",
    "MM-dd-yyyy",
    "M-d-yyyy",
    "dd/MM/yyyy",
    "d/M/yyyy",
    "MM/dd/yyyy",
    "M/d/yyyy",
    "dd.MM.yyyy",
    "d.M.yyyy",
    "MM.dd.yyyy",
    "M.d.yyyy",
];

/// A column's `format:` as a pattern of the vocabulary, where it has one.
fn date_pattern(format: &TextFormat) -> Option<String> {
    let TextFormat::Temporal(parts) = format else { return None };
    let pattern = parts.iter().map(|part| match part {
        TemporalPart::Literal(text) => Some(text.as_str()),
        TemporalPart::Field('F', _) => Some("yyyy-MM-dd"),
        TemporalPart::Field('Y', true) => Some("yyyy"),
        TemporalPart::Field('m', is_padded) => Some(if *is_padded { "MM" } else { "M" }),
        TemporalPart::Field('d', is_padded) => Some(if *is_padded { "dd" } else { "d" }),
        TemporalPart::Field(..) => None,
    });
    pattern.collect::<Option<String>>().filter(|pattern| DATES.contains(&pattern.as_str()))
}

fn foreign_key(key: &ForeignKey, resource: &str) -> Value {
    json!({
        "columnReference": names(&key.columns),
        "reference": { "resource": encoded(resource), "columnReference": names(&key.target_columns) },
    })
}

fn names(columns: &[String]) -> Value {
    columns.iter().map(|name| column_name(name)).collect::<Vec<_>>().into()
}

/// A column's name as a variable of a URI template; one that begins with an underscore is reserved.
fn column_name(name: &str) -> String {
    percent(name, |at, byte| byte.is_ascii_alphanumeric() || (byte == b'_' && at > 0))
}

/// A file's name as a relative URL.
fn encoded(file: &str) -> String {
    percent(file, |_, byte| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=@".contains(&byte))
}

fn percent(text: &str, stays: impl Fn(usize, u8) -> bool) -> String {
    let mut out = String::new();
    for (at, byte) in text.bytes().enumerate() {
        match stays(at, byte) {
            true => out.push(char::from(byte)),
            false => write!(out, "%{byte:02X}").expect("writing to a string cannot fail"),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::sample::{self, everything};
    use arrow_schema::Schema;
    use std::sync::Arc;

    fn orders() -> TableShape {
        let field = |name: &str, data_type, nullable| Field::new(name, data_type, nullable);
        let schema = Schema::new(vec![
            field("id", DataType::Int64, false),
            field("user id", DataType::Int64, true),
            field("note", DataType::Utf8, false),
            field("day", DataType::Date32, false),
        ]);
        let mut orders = TableShape::new("orders", Arc::new(schema));
        orders.key = vec!["id".to_owned()];
        orders.foreign_keys = vec![ForeignKey {
            columns: vec!["user id".to_owned()],
            table: "users".to_owned(),
            target_columns: vec!["id".to_owned()],
        }];
        orders.text_formats = vec![None, None, None, TextFormat::parse("%d.%m.%Y", &DataType::Date32).ok()];
        orders
    }

    /// The content of the sidecar of `orders`, for a file of that name.
    fn of_orders(options: Value, file: &str) -> Value {
        let schema = Arc::new(Schema::new(vec![Field::new("id", DataType::Int64, false)]));
        let tables = [TableShape::new("users", schema), orders()];
        let layout = sample::open("csv", &options, &tables).unwrap().layout(&[&tables[1]], false).unwrap();
        let [sidecar] = &layout.sidecars[..] else { panic!("one description") };
        assert_eq!((sidecar.name)(file), format!("{file}-metadata.json"));
        serde_json::from_slice(&(sidecar.content)(file)).unwrap()
    }

    #[test]
    fn a_table_that_refers_to_another_is_described_with_it() {
        let document = of_orders(json!({ "csvw": true, "delimiter": ";", "null": "NULL" }), "my orders.csv");
        let [own, other] = &document["tables"].as_array().unwrap()[..] else { panic!("two tables") };
        assert_eq!((&own["url"], &other["url"]), (&json!("my%20orders.csv"), &json!("my%20users.csv")));
        assert_eq!((&own["dialect"]["delimiter"], &own["null"]), (&json!(";"), &json!("NULL")));
        assert_eq!(
            own["tableSchema"],
            json!({
                "columns": [
                    { "name": "id", "titles": "id", "datatype": "long", "required": true },
                    { "name": "user%20id", "titles": "user id", "datatype": "long", "required": false },
                    { "name": "note", "titles": "note", "datatype": "string", "required": true, "null": [] },
                    { "name": "day", "titles": "day", "datatype": { "base": "date", "format": "dd.MM.yyyy" }, "required": true },
                ],
                "primaryKey": ["id"],
                "foreignKeys": [{
                    "columnReference": ["user%20id"],
                    "reference": { "resource": "my%20users.csv", "columnReference": ["id"] },
                }],
            })
        );
    }

    #[test]
    fn a_file_whose_name_does_not_say_its_table_has_no_foreign_keys() {
        let document = of_orders(json!({ "csvw": true, "header": false, "newline": "crlf" }), "reorders.csv");
        assert_eq!(document["@context"], "http://www.w3.org/ns/csvw");
        assert_eq!(document["url"], "reorders.csv");
        assert!(document["tableSchema"].get("foreignKeys").is_none());
        assert_eq!(
            (&document["dialect"]["headerRowCount"], &document["dialect"]["lineTerminators"]),
            (&json!(0), &json!("\r\n"))
        );
    }

    #[test]
    fn every_type_has_a_datatype_of_the_vocabulary() {
        let known = "boolean byte short int long unsignedByte unsignedShort unsignedInt unsignedLong float double \
            decimal date time dateTime dateTimeStamp string base64Binary json";
        let (table, _) = everything(1);
        let options = Options { binary: Binary::Base64, ..Options::default() };
        for field in table.schema.fields() {
            let datatype = datatype(&options, field, None);
            let base = datatype.get("base").unwrap_or(&datatype).as_str().unwrap().to_owned();
            assert!(known.split(' ').any(|name| name == base), "{base}");
        }
    }
}
