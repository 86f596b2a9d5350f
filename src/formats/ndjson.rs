//! Record batches in, NDJSON out: one JSON object a line.

use super::json;
use super::text::RowText;
use super::{
    Block, Concatenate, Envelope, Format, FormatDef, Joiner, Problem, TableEncoder, TableShape, parse_options,
};
use arrow_array::RecordBatch;
use schemars::{JsonSchema, Schema, SchemaGenerator};

/// The NDJSON format.
pub static DEF: FormatDef = FormatDef {
    name: "ndjson",
    extension: "ndjson",
    summary: "newline-delimited JSON: one object a line",
    docs: DOCS,
    options: |generator: &mut SchemaGenerator| -> Schema { json::Options::json_schema(generator) },
    open: |options, _| {
        parse_options::<json::Options>(options)?;
        Ok(Box::new(Ndjson))
    },
};

const DOCS: &str = "\
One file a table, one JSON object a line, keys in the order of the columns; lines end with `\\n`. Values are those of the `json`
format. Files of consecutive row ranges, one behind the other, are the file of the whole.
";

struct Ndjson;

impl Format for Ndjson {
    fn check(&self, table: &TableShape) -> Vec<Problem> {
        super::text::check(table)
    }

    fn envelope(&self, tables: &[&TableShape]) -> Option<Envelope> {
        Envelope::single(tables, Vec::new(), Vec::new())
    }

    fn encoder(&self, table: &TableShape) -> Box<dyn TableEncoder> {
        Box::new(Lines(json::rows(table, "\n")))
    }
}

struct Lines(RowText);

impl TableEncoder for Lines {
    fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Block {
        Block::Bytes(self.0.encode(batch, buffer))
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        Box::new(Concatenate::new(b""))
    }
}
