//! Record batches in, CSV out (RFC 4180).

mod metadata;

use super::shape::logical;
use super::text::RowText;
use super::text::column::Column;
use super::text::compress;
use super::text::escape::Escape;
use super::text::style::{BinaryText, CellStyle, Letters};
use super::{
    Block, Concatenate, Format, FormatDef, Joiner, Layout, Problem, Sidecar, TableEncoder, TableShape, encode_text,
    parse_options,
};
use arrow_array::RecordBatch;
use arrow_schema::DataType;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use std::sync::Arc;

/// The CSV format.
pub static DEF: FormatDef = FormatDef {
    name: "csv",
    extension: "csv",
    summary: "comma-separated values, RFC 4180",
    docs: DOCS,
    is_text: true,
    options: compress::options::<Options>,
    open: |options, opening| {
        compress::open(options, |own| {
            Ok(Box::new(Csv { options: Options::parse(own)?, tables: opening.tables.into() }))
        })
    },
};

const DOCS: &str = "\
One file a table, a header line, one line a row; lines end with `\\n`. pandas, DuckDB and PostgreSQL's `COPY` read it as it is.

| type | text |
|---|---|
| bool | `true`, `false` |
| integers, decimals | all digits; a decimal shows all digits of its scale |
| floats | the fewest digits that read back as the same float (`1.0`, `0.1`, `1e+16`); `NaN`, `inf`, `-inf` |
| string | as it is; quoted when it holds a delimiter, a quote, a line break, or looks like a null |
| date, time | `2025-07-01`, `13:05:00[.ffffff]` |
| timestamp | `2025-07-01T13:05:00[.ffffff]`, with `Z` at the end when it has a time zone |
| duration | `[-]HH:MM:SS[.ffffff]`; hours may exceed 24 |
| binary | `\\x` and hexadecimal digits |
| json, list, struct | JSON text |

A null is an empty cell, an empty string is `\"\"`. With another `null`, an empty string is an empty cell. Where the table has one column only,
it is `\"\"` in any case, and a line that is empty is a null: say `null: NULL` for readers that skip empty lines.

`csvw: true` writes a description beside the file, `users.csv-metadata.json` for `users.csv`, in the vocabulary of CSV on the Web (W3C):
dialect, columns with their types, primary key, and foreign keys where the files' names hold the tables'. Its infinities are `INF`
and `-INF`, and readers that go by it take an empty string for a null unless `null:` is another text.
";

/// When cells are quoted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Quote {
    /// Only where a reader would go wrong without.
    #[default]
    Minimal,
    /// All but nulls, the header too.
    All,
    /// All but nulls, numbers and booleans; the header too.
    Nonnumeric,
}

/// How lines end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Newline {
    /// `\n`.
    #[default]
    Lf,
    /// `\r\n`, as RFC 4180 has it.
    Crlf,
}

/// How binary values are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Binary {
    /// `\x` and hexadecimal digits, PostgreSQL's way.
    #[default]
    Hex,
    /// RFC 4648, with padding.
    Base64,
}

/// Options of the CSV format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "CsvOptions")]
pub struct Options {
    /// What stands between cells: one ASCII character, not a quote, a line break, a letter or a digit.
    #[schemars(length(min = 1, max = 1))]
    pub delimiter: char,
    /// When cells are quoted.
    pub quote: Quote,
    /// Whether the first line names the columns.
    pub header: bool,
    /// The text of a null.
    #[schemars(schema_with = "null_schema")]
    pub null: String,
    /// How lines end.
    pub newline: Newline,
    /// How binary values are written.
    pub binary: Binary,
    /// Whether the file begins with a byte order mark, by which spreadsheets know UTF-8.
    pub bom: bool,
    /// Whether a description in the vocabulary of CSV on the Web (W3C) is written beside the file.
    pub csvw: bool,
}

fn null_schema(_: &mut SchemaGenerator) -> Schema {
    schemars::json_schema!({ "type": "string", "default": "", "description": "The text of a null." })
}

impl Default for Options {
    fn default() -> Self {
        Self {
            delimiter: ',',
            quote: Quote::Minimal,
            header: true,
            null: String::new(),
            newline: Newline::Lf,
            binary: Binary::Hex,
            bom: false,
            csvw: false,
        }
    }
}

impl Options {
    fn parse(options: &serde_json::Value) -> Result<Self, Problem> {
        let parsed: Self = parse_options(options)?;
        let delimiter = parsed.delimiter;
        let odd = delimiter == '"' || delimiter == '\\' || (delimiter.is_ascii_control() && delimiter != '\t');
        if !delimiter.is_ascii() || delimiter.is_ascii_alphanumeric() || "+-.:".contains(delimiter) || odd {
            return Err(Problem::option(
                format!("`{}` cannot stand between cells", delimiter.escape_debug()),
                "take a comma, a semicolon, a tab or `|`",
            ));
        }
        if parsed.null.contains([delimiter, '"', '\n', '\r']) {
            return Err(Problem::option(
                format!("the null text `{}` holds a delimiter, a quote or a line break", parsed.null.escape_debug()),
                "take a plain word such as `NULL`",
            ));
        }
        Ok(parsed)
    }

    fn newline(&self) -> &'static str {
        match self.newline {
            Newline::Lf => "\n",
            Newline::Crlf => "\r\n",
        }
    }

    fn quotes(&self, data_type: &DataType) -> bool {
        match self.quote {
            Quote::Minimal => false,
            Quote::All => true,
            Quote::Nonnumeric => !data_type.is_numeric() && data_type != &DataType::Boolean,
        }
    }

    fn style(&self, data_type: &DataType, alone: bool) -> CellStyle {
        let quoted = self.quotes(data_type);
        let binary = match (self.binary, quoted) {
            (Binary::Hex, false) => BinaryText { open: "\\x", letters: Letters::Hex, close: "" },
            (Binary::Hex, true) => BinaryText { open: "\"\\x", letters: Letters::Hex, close: "\"" },
            // No bytes have no letters: bare, they would be a null.
            (Binary::Base64, _) => BinaryText { open: "\"", letters: Letters::Base64, close: "\"" },
        };
        CellStyle {
            null: self.null.clone().into_bytes(),
            quotes: if quoted { ("\"", "\"") } else { ("", "") },
            escape: self.escape(quoted, alone),
            booleans: if quoted { ["\"false\"", "\"true\""] } else { ["false", "true"] },
            non_finite: match (quoted, self.csvw) {
                (false, false) => ["NaN", "inf", "-inf"],
                (true, false) => ["\"NaN\"", "\"inf\"", "\"-inf\""],
                (false, true) => ["NaN", "INF", "-INF"],
                (true, true) => ["\"NaN\"", "\"INF\"", "\"-INF\""],
            },
            largest_float32: None,
            binary,
            separator: b'T',
            zulu: true,
            duration_as_integer: false,
        }
    }

    fn escape(&self, always: bool, alone: bool) -> Escape {
        Escape::Csv { delimiter: self.delimiter as u8, always, null: self.null.clone().into_bytes(), alone }
    }

    fn header(&self, table: &TableShape) -> Vec<u8> {
        let mut line = if self.bom { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        if self.header {
            let escape = self.escape(self.quote != Quote::Minimal, false);
            for (i, field) in table.schema.fields().iter().enumerate() {
                if i > 0 {
                    line.push(self.delimiter as u8);
                }
                escape.push(field.name().as_bytes(), &mut line);
            }
            line.extend_from_slice(self.newline().as_bytes());
        }
        line
    }
}

struct Csv {
    options: Options,
    /// All tables of the output, for descriptions.
    tables: Arc<[TableShape]>,
}

impl Format for Csv {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        super::text::check(table)
    }

    fn layout(&self, tables: &[&TableShape], lines: bool) -> Option<Layout> {
        let table = *tables.first()?;
        let head = self.options.header(table);
        let layout = Layout::single(tables, head, Vec::new(), |table| CsvTable { rows: self.rows(table), lines })?;
        let sidecars = if self.options.csvw { vec![self.sidecar(table)] } else { Vec::new() };
        Some(Layout { sidecars, ..layout })
    }
}

impl Csv {
    fn sidecar(&self, table: &TableShape) -> Sidecar {
        let (options, table, tables) = (self.options.clone(), table.clone(), Arc::clone(&self.tables));
        let content = move |file: &str| metadata::metadata(&options, file, &table, &tables);
        Sidecar { name: metadata::file_name, content: Box::new(content) }
    }

    fn rows(&self, table: &TableShape) -> RowText {
        let last = table.schema.fields().len().saturating_sub(1);
        let columns = table.schema.fields().iter().enumerate().map(|(i, field)| {
            let format = table.text_format(i).cloned();
            let written = if format.is_some() { &DataType::Utf8 } else { logical(field.data_type()) };
            let behind = if i == last { self.options.newline().into() } else { vec![self.options.delimiter as u8] };
            (Column::new(field, self.options.style(written, last == 0), format), behind)
        });
        RowText { head: Vec::new(), columns: columns.collect() }
    }
}

struct CsvTable {
    rows: RowText,
    lines: bool,
}

impl TableEncoder for CsvTable {
    fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Block {
        encode_text(&self.rows, batch, buffer, self.lines)
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        Box::new(Concatenate::new(b""))
    }
}
