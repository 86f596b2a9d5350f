//! Record batches in, JSON out: one array of objects a table.

use super::shape::{is_json, logical};
use super::text::RowText;
use super::text::column::Column;
use super::text::compress;
use super::text::escape::{Escape, push_json};
use super::text::style::{BinaryText, CellStyle, Letters};
use super::{
    Block, Concatenate, Format, FormatDef, Joiner, Layout, Problem, TableEncoder, TableShape, encode_text,
    parse_options,
};
use arrow_array::RecordBatch;
use arrow_schema::Field;
use schemars::JsonSchema;
use serde::Deserialize;

/// The JSON format.
pub static DEF: FormatDef = FormatDef {
    name: "json",
    extension: "json",
    summary: "one JSON array of objects a table, RFC 8259",
    docs: DOCS,
    is_text: true,
    options: compress::options::<Options>,
    open: |options, _| compress::open(options, |own| Ok(Box::new(Json { options: parse_options(own)? }))),
};

const DOCS: &str = "\
One file a table: an array with one object a row, each on a line of its own, keys in the order of the columns. With `document: true` a
file is one object with a key a table, whose value is that array: `{\"users\": [...], \"orders\": [...]}`; several tables come into one file
where the path has no `{table}`. `pretty: true` indents by two spaces and gives every column a line; lists and structs stay on it.

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

/// Options of the JSON format.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "JsonOptions")]
pub struct Options {
    /// Whether every column has a line of its own, indented.
    pub pretty: bool,
    /// Whether a file is one object with a key a table, and holds several tables when the path has no `{table}`.
    pub document: bool,
}

/// What stands around and between rows, by how deep they are indented.
#[derive(Debug, Clone, Copy)]
struct Spacing {
    /// Before the first row.
    open: &'static str,
    /// Between two rows.
    separator: &'static str,
    /// Behind the last row.
    close: &'static str,
    /// Before every key of a row.
    key: &'static str,
    /// Between a key's colon and the value.
    colon: &'static str,
    /// Before the brace that closes a row.
    brace: &'static str,
}

/// A row a line.
const LINES: Spacing = Spacing { open: "\n", separator: ",\n", close: "\n", key: "", colon: "", brace: "" };

/// A column a line, in an array that is the whole file.
const PRETTY: Spacing =
    Spacing { open: "\n  ", separator: ",\n  ", close: "\n", key: "\n    ", colon: " ", brace: "\n  " };

/// A column a line, in an array of a document.
const DEEP: Spacing =
    Spacing { open: "\n    ", separator: ",\n    ", close: "\n  ", key: "\n      ", colon: " ", brace: "\n    " };

struct Json {
    options: Options,
}

impl Format for Json {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        super::text::check(table)
    }

    fn layout(&self, tables: &[&TableShape], lines: bool) -> Option<Layout> {
        let spacing = self.spacing();
        let array = |table: &TableShape, lead| Array { rows: object(table, spacing), lines, spacing, lead };
        if !self.options.document {
            return Layout::single(tables, b"[".to_vec(), b"]\n".to_vec(), |table| array(table, Vec::new()));
        }
        let (first, others) = tables.split_first()?;
        let mut encoders: Vec<Box<dyn TableEncoder>> = vec![Box::new(array(first, Vec::new()))];
        encoders.extend(others.iter().map(|table| -> Box<dyn TableEncoder> {
            Box::new(array(table, self.member(if self.options.pretty { "],\n  " } else { "],\n" }, table)))
        }));
        let (open, close) = if self.options.pretty { ("{\n  ", "]\n}\n") } else { ("{", "]}\n") };
        let head = self.member(open, first);
        Some(Layout { order: (0..tables.len()).collect(), head, tail: close.into(), encoders, sidecars: Vec::new() })
    }
}

impl Json {
    fn spacing(&self) -> Spacing {
        match (self.options.pretty, self.options.document) {
            (false, _) => LINES,
            (true, false) => PRETTY,
            (true, true) => DEEP,
        }
    }

    /// `before`, the table's name as a key and what opens its array.
    fn member(&self, before: &str, table: &TableShape) -> Vec<u8> {
        let mut text = before.as_bytes().to_vec();
        push_json(table.name.as_bytes(), &mut text);
        text.extend_from_slice(if self.options.pretty { b": [" } else { b":[" });
        text
    }
}

/// The rows of an array.
struct Array {
    rows: RowText,
    lines: bool,
    spacing: Spacing,
    /// What stands between the array before and this one.
    lead: Vec<u8>,
}

impl TableEncoder for Array {
    fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Block {
        encode_text(&self.rows, batch, buffer, self.lines)
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        let Spacing { open, separator, close, .. } = self.spacing;
        let joiner = Concatenate::new(separator.as_bytes()).framed(open.as_bytes(), close.as_bytes());
        Box::new(joiner.led_by(&self.lead))
    }
}

/// Rows as JSON objects, each on a line, with `behind` behind it.
pub(super) fn rows(table: &TableShape, behind: &'static str) -> RowText {
    object(table, Spacing { separator: behind, ..LINES })
}

fn object(table: &TableShape, spacing: Spacing) -> RowText {
    let fields = table.schema.fields();
    let columns = fields.iter().enumerate().map(|(i, field)| {
        let format = table.text_format(i).cloned();
        let style = style(field, format.is_some());
        let behind = match fields.get(i + 1) {
            Some(next) => key(",", next, spacing),
            None => [spacing.brace, "}", spacing.separator].concat().into_bytes(),
        };
        (Column::new(field, style, format), behind)
    });
    let head = fields.first().map_or_else(|| b"{".to_vec(), |first| key("{", first, spacing));
    RowText { head, columns: columns.collect() }
}

/// `before`, the column's name and a colon.
fn key(before: &str, field: &Field, spacing: Spacing) -> Vec<u8> {
    let mut text = [before, spacing.key].concat().into_bytes();
    push_json(field.name().as_bytes(), &mut text);
    text.extend_from_slice(b":");
    text.extend_from_slice(spacing.colon.as_bytes());
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
        largest_float32: None,
        binary: BinaryText { open: "\"", letters: Letters::Base64, close: "\"" },
        separator: b'T',
        zulu: true,
        duration_as_integer: false,
    }
}
