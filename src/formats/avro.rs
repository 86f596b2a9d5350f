//! Record batches in, Avro object container files out (Avro 1.11).
//!
//! Rows are gathered in blocks of a fixed number, which any thread encodes and compresses. The container is made here: its sync
//! marker comes from the origin and the table, so that the same rows give the same bytes.

mod schema;

use super::gather::{Gatherer, Rows};
use super::{
    Appended, Block, Encoded, Format, FormatDef, Job, Joiner, Layout, Origin, Problem, TableEncoder, TableShape,
    parse_options,
};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_avro::errors::AvroError;
use arrow_avro::writer::WriterBuilder;
use arrow_avro::writer::format::AvroBinaryFormat;
use arrow_schema::SchemaRef;
use flate2::write::DeflateEncoder;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::io::{self, Write};
use std::sync::Arc;

/// The Avro format.
pub static DEF: FormatDef = FormatDef {
    name: "avro",
    extension: "avro",
    summary: "Apache Avro: object container files with their schema",
    docs: DOCS,
    is_text: false,
    options: |generator: &mut SchemaGenerator| -> Schema { Options::json_schema(generator) },
    open: |options, opening| Ok(Box::new(Avro { options: Options::parse(options)?, origin: opening.origin.clone() })),
};

const DOCS: &str = "\
One object container file a table, a record a row.

| type | Avro |
|---|---|
| bool | `boolean` |
| integers | `int` up to 32 bits, `long` up to 64; unsigned ones of 64 bits `decimal(20, 0)` |
| decimal | `decimal` in bytes |
| floats | `float`, `double` |
| string, json | `string` |
| binary | `bytes` |
| date, time | `date`, `time-micros` |
| timestamp | `local-timestamp-micros`; `timestamp-micros` when it has a time zone |
| duration | `long`: microseconds |
| list, struct | `array`, `record` |

What may be null is a union of `null` and its type. Avro's names have letters, digits and underscores of ASCII: other characters become
`_`, and the name itself stands in the field's `doc`; two names that would become one are refused. Blocks have as many rows as `block`
says, the last one fewer. The file's metadata say where the rows come from: `synth.spec_sha256`, `synth.edition`, `synth.seed` and, if
the spec has one, `synth.name`.
";

/// How blocks are compressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "AvroCodec")]
pub enum Codec {
    /// Not at all.
    None,
    /// What every reader has.
    #[default]
    Deflate,
    /// Smaller and quicker, but not in every reader.
    Zstd,
}

/// Options of the Avro format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "AvroOptions")]
pub struct Options {
    /// How blocks are compressed.
    pub compression: Codec,
    /// Rows of a block.
    #[schemars(range(min = 1, max = 1_048_576))]
    pub block: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { compression: Codec::Deflate, block: 4096 }
    }
}

impl Options {
    fn parse(options: &serde_json::Value) -> Result<Self, Problem> {
        let parsed: Self = parse_options(options)?;
        match parsed.block {
            1..=1_048_576 => Ok(parsed),
            rows => Err(Problem::option(
                format!("a block of {rows} rows is not possible"),
                "choose between 1 and 1,048,576; 4,096 is usual",
            )),
        }
    }
}

impl Codec {
    /// As the file has it.
    fn name(self) -> &'static str {
        match self {
            Self::None => "null",
            Self::Deflate => "deflate",
            Self::Zstd => "zstandard",
        }
    }

    fn compress(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        match self {
            Self::None => Ok(bytes.to_vec()),
            Self::Deflate => {
                let mut encoder = DeflateEncoder::new(Vec::with_capacity(bytes.len() / 2), flate2::Compression::new(6));
                encoder.write_all(bytes)?;
                encoder.finish()
            }
            Self::Zstd => zstd::bulk::compress(bytes, 3),
        }
    }
}

struct Avro {
    options: Options,
    origin: Origin,
}

impl Format for Avro {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        let mut problems = super::text::check(table);
        problems.extend(schema::clashes(table));
        problems
    }

    fn layout(&self, tables: &[&TableShape], _: bool) -> Option<Layout> {
        let table = tables.first()?;
        let (schema, json) = schema::schema(table);
        let sync = sync_marker(&self.origin, table);
        let head = self.head(&json, &sync);
        Layout::single(tables, head, Vec::new(), |_| AvroTable {
            unit: Arc::new(Unit { schema, sync, codec: self.options.compression }),
            block: self.options.block,
        })
    }
}

/// Sixteen bytes that no block is likely to hold.
fn sync_marker(origin: &Origin, table: &TableShape) -> [u8; 16] {
    let hash = Sha256::new().chain_update(&origin.spec_sha256).chain_update("\0avro\0").chain_update(&table.name);
    let mut marker = [0; 16];
    marker.copy_from_slice(&hash.finalize()[..16]);
    marker
}

impl Avro {
    /// What a file begins with: its metadata and the marker.
    fn head(&self, schema: &str, sync: &[u8; 16]) -> Vec<u8> {
        let mut metadata = self.origin.metadata();
        metadata.insert("avro.codec".to_owned(), self.options.compression.name().to_owned());
        metadata.insert("avro.schema".to_owned(), schema.to_owned());
        let mut head = b"Obj\x01".to_vec();
        push_long(metadata.len() as i64, &mut head);
        for text in metadata.iter().flat_map(|(key, value)| [key, value]) {
            push_long(text.len() as i64, &mut head);
            head.extend(text.as_bytes());
        }
        push_long(0, &mut head);
        head.extend(sync);
        head
    }
}

/// Appends an integer as Avro does: signs alternating, seven bits a byte, the lowest first.
fn push_long(value: i64, out: &mut Vec<u8>) {
    let mut rest = (value << 1 ^ value >> 63) as u64;
    while rest >= 0x80 {
        out.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    out.push(rest as u8);
}

struct AvroTable {
    unit: Arc<Unit>,
    block: usize,
}

impl TableEncoder for AvroTable {
    fn encode(&self, batch: &RecordBatch, _: Vec<u8>) -> Block {
        Block::Rows(batch.clone())
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        Box::new(AvroJoiner { unit: self.unit.clone(), rows: Gatherer::new(self.block) })
    }
}

/// What it takes to encode the rows of a block.
struct Unit {
    schema: SchemaRef,
    sync: [u8; 16],
    codec: Codec,
}

impl Unit {
    fn job(self: &Arc<Self>) -> impl Fn(Rows) -> Job {
        let unit = self.clone();
        move |rows| {
            let unit = unit.clone();
            Box::new(move || Ok(Box::new(unit.encode(&rows)?) as Encoded))
        }
    }

    /// A block: how many rows and bytes, the rows, the marker.
    fn encode(&self, rows: &Rows) -> io::Result<Vec<u8>> {
        let body = self.codec.compress(&self.body(rows).map_err(io::Error::other)?)?;
        let mut block = Vec::with_capacity(body.len() + 40);
        push_long(rows.len() as i64, &mut block);
        push_long(body.len() as i64, &mut block);
        block.extend(body);
        block.extend(self.sync);
        Ok(block)
    }

    fn body(&self, rows: &Rows) -> Result<Vec<u8>, AvroError> {
        let mut encoder = WriterBuilder::new(self.schema.as_ref().clone()).build_encoder::<AvroBinaryFormat>()?;
        for batch in rows.batches() {
            let fields = self.schema.fields().iter().zip(batch.columns());
            let columns = fields.map(|(field, column)| schema::convert(column, field.data_type()));
            let columns: Vec<ArrayRef> = columns.collect::<Result<_, _>>()?;
            encoder.encode(&RecordBatch::try_new(self.schema.clone(), columns)?)?;
        }
        Ok(encoder.flush().bytes().to_vec())
    }
}

struct AvroJoiner {
    unit: Arc<Unit>,
    rows: Gatherer,
}

impl Joiner for AvroJoiner {
    fn append(&mut self, block: Block, _: &mut dyn Write) -> io::Result<Appended> {
        Ok(self.rows.append(block, self.unit.job()))
    }

    fn end(&mut self) -> Vec<Job> {
        self.rows.end(self.unit.job())
    }

    fn commit(&mut self, encoded: Encoded, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(encoded.downcast_ref::<Vec<u8>>().expect("the joiner gets what its own jobs have made"))
    }
}

#[cfg(test)]
mod tests;
