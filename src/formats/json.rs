//! Record batches in, JSON out: one array of objects a table.

use super::shape::{is_json, logical};
use super::text::RowText;
use super::text::column::Column;
use super::text::escape::{Escape, push_json};
use super::text::style::{BinaryText, CellStyle, Letters};
use super::{
    Block, Concatenate, Format, FormatDef, Joiner, Layout, Problem, TableEncoder, TableShape, encode_text,
    parse_options,
};
use arrow_array::RecordBatch;
use arrow_schema::Field;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

/// The JSON format.
pub static DEF: FormatDef = FormatDef {
    name: "json",
    extension: "json",
    summary: "one JSON array of objects a table, RFC 8259",
    docs: DOCS,
    is_text: true,
    options: |generator: &mut SchemaGenerator| -> Schema { Options::json_schema(generator) },
    open: |options, _| {
        parse_options::<Options>(options)?;
        Ok(Box::new(Json))
    },
};

const DOCS: &str = "\
One file a table: an array with one object a row, each on a line of its own, keys in the order of the columns.

| type | JSON |
|---|---|
| bool | `true`, `false` |
| integers, decimals | a number with all digits, beyond 2^53 too; a decimal shows all digits of its scale |
| floats | a number with the fewest digits that read back as the same float; `null` for what is not finite |
| string | a string; only what must be escaped is |
| date, time | `\"2025-07-01\"`, `\"13:05:00[.ffffff]\"` |
| timestamp | `\"2025-07-01T13:05:00[.ffffff]\"`, with `Z` at the end when it has a time zone |
| duration | `\"[-]HH:MM:SS[.ffffff]\"` |
| binary | a string in Base64 |
| json | the document itself |
| list, struct | array, object |

A null is `null`; the key is never left out. A column with a `format:` is a string.
";

/// The JSON formats have no options.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "JsonOptions")]
pub struct Options {}

struct Json;

impl Format for Json {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        super::text::check(table)
    }

    fn layout(&self, tables: &[&TableShape], lines: bool) -> Option<Layout> {
        let rows = |table: &TableShape| Elements { rows: rows(table, SEPARATOR), lines };
        Layout::single(tables, b"[\n".to_vec(), b"\n]\n".to_vec(), rows)
    }
}

/// What stands between two rows of an array.
const SEPARATOR: &str = ",\n";

struct Elements {
    rows: RowText,
    lines: bool,
}

impl TableEncoder for Elements {
    fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Block {
        encode_text(&self.rows, batch, buffer, self.lines)
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        Box::new(Concatenate::new(SEPARATOR.as_bytes()))
    }
}

/// Rows as JSON objects, with `behind` behind each.
pub(super) fn rows(table: &TableShape, behind: &str) -> RowText {
    let fields = table.schema.fields();
    let columns = fields.iter().enumerate().map(|(i, field)| {
        let format = table.text_format(i).cloned();
        let style = style(field, format.is_some());
        let behind = match fields.get(i + 1) {
            Some(next) => key(b",", next),
            None => [b"}", behind.as_bytes()].concat(),
        };
        (Column::new(field, style, format), behind)
    });
    RowText { head: fields.first().map_or_else(|| b"{".to_vec(), |first| key(b"{", first)), columns: columns.collect() }
}

/// `before`, the column's name and a colon.
fn key(before: &[u8], field: &Field) -> Vec<u8> {
    let mut text = before.to_vec();
    push_json(field.name().as_bytes(), &mut text);
    text.push(b':');
    text
}

fn style(field: &Field, is_formatted: bool) -> CellStyle {
    let data_type = logical(field.data_type());
    let is_document = is_json(field) || data_type.is_nested();
    CellStyle {
        null: b"null".to_vec(),
        quotes: if data_type.is_temporal() { ("\"", "\"") } else { ("", "") },
        escape: if is_document && !is_formatted { Escape::JsonDocument } else { Escape::Json },
        booleans: ["false", "true"],
        non_finite: ["null"; 3],
        binary: BinaryText { open: "\"", letters: Letters::Base64, close: "\"" },
        separator: b'T',
        zulu: true,
        duration_as_integer: false,
    }
}
