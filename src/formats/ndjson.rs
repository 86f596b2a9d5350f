//! Record batches in, NDJSON out: one JSON object a line.

use super::json;
use super::text::RowText;
use super::text::compress;
use super::{
    Block, Concatenate, Format, FormatDef, Joiner, Layout, Problem, TableEncoder, TableShape, encode_text,
    parse_options,
};
use arrow_array::RecordBatch;
use schemars::JsonSchema;
use serde::Deserialize;

/// The NDJSON format.
pub static DEF: FormatDef = FormatDef {
    name: "ndjson",
    extension: "ndjson",
    summary: "newline-delimited JSON: one object a line",
    docs: DOCS,
    is_text: true,
    options: compress::options::<Options>,
    open: |options, _| {
        compress::open(options, |own| {
            parse_options::<Options>(own)?;
            Ok(Box::new(Ndjson))
        })
    },
};

const DOCS: &str = "\
One file a table, one JSON object a line, keys in the order of the columns; lines end with `\\n`. Values are those of the `json`
format. Files of consecutive row ranges, one behind the other, are the file of the whole.
";

/// The NDJSON format has no options of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "NdjsonOptions")]
pub struct Options {}

struct Ndjson;

impl Format for Ndjson {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        super::text::check(table)
    }

    fn layout(&self, tables: &[&TableShape], lines: bool) -> Option<Layout> {
        Layout::single(tables, Vec::new(), Vec::new(), |table| Lines { rows: json::rows(table, "\n"), lines })
    }
}

struct Lines {
    rows: RowText,
    lines: bool,
}

impl TableEncoder for Lines {
    fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Block {
        encode_text(&self.rows, batch, buffer, self.lines)
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        Box::new(Concatenate::new(b""))
    }
}
