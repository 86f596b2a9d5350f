//! Record batches in, Arrow IPC out: the file format (Feather 2) or the stream.
//!
//! Batches of the file are cut by row counts alone, and their arrays are brought into one form ([`canonical`]), so bytes
//! depend neither on threads nor on the batches that come in.

mod canonical;

use super::gather::{Gatherer, Rows};
use super::shape::{is_json, logical_schema};
use super::{
    Appended, Block, Encoded, Format, FormatDef, Job, Joiner, Layout, Origin, Problem, TableEncoder, TableShape,
    parse_options,
};
use arrow_array::RecordBatch;
use arrow_ipc::convert::IpcSchemaEncoder;
use arrow_ipc::writer::{DictionaryTracker, EncodedData, IpcDataGenerator, IpcWriteOptions, write_message};
use arrow_ipc::{Block as IpcBlock, CompressionType, FooterBuilder, MetadataVersion};
use arrow_schema::{ArrowError, Field, Schema as ArrowSchema, SchemaRef};
use flatbuffers::FlatBufferBuilder;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use std::io::{self, Write};
use std::sync::Arc;

/// The Arrow IPC format.
pub static DEF: FormatDef = FormatDef {
    name: "arrow",
    extension: "arrow",
    summary: "Apache Arrow IPC: Feather files or streams, to be mapped into memory",
    docs: DOCS,
    is_text: false,
    options: |generator: &mut SchemaGenerator| -> Schema { Options::json_schema(generator) },
    open: |options, opening| Ok(Box::new(Arrow { options: Options::parse(options)?, origin: opening.origin.clone() })),
};

const DOCS: &str = "\
One file a table, in Arrow's own types. `variant: file` is Arrow's random access file, known as Feather 2; `variant: stream` is what
sockets and `pyarrow.ipc.open_stream` speak.

| type | Arrow |
|---|---|
| bool, integers, floats | as they are, unsigned ones too |
| decimal | `decimal128` |
| string, binary | `utf8`, `binary` |
| json | `utf8` with the extension type `arrow.json` |
| date, time | `date32`, `time64[us]` |
| timestamp | `timestamp[us]`, with its time zone when it has one |
| duration | `duration[us]` |
| list, struct | `list`, `struct` |

No column is a dictionary, whatever its generator. A record batch has as many rows as `batch` says, the last one fewer. The schema's
metadata say where the rows come from: `synth.spec_sha256`, `synth.edition`, `synth.seed` and, if the spec has one, `synth.name`.
Without compression a file can be mapped into memory and read without a copy.
";

/// Which of the two containers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "ArrowVariant")]
pub enum Variant {
    /// The random access file (Feather 2), with an index of its batches at the end.
    #[default]
    File,
    /// The stream, read from start to end.
    Stream,
}

/// How the buffers of a batch are compressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "ArrowCodec")]
pub enum Codec {
    /// Not at all.
    #[default]
    None,
    /// LZ4 frames: quick.
    Lz4,
    /// Zstandard: smaller.
    Zstd,
}

/// Options of the Arrow format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "ArrowOptions")]
pub struct Options {
    /// Which of the two containers.
    pub variant: Variant,
    /// Rows of a record batch.
    #[schemars(range(min = 1, max = 1_048_576))]
    pub batch: usize,
    /// How the buffers of a batch are compressed.
    pub compression: Codec,
}

impl Default for Options {
    fn default() -> Self {
        Self { variant: Variant::File, batch: 65_536, compression: Codec::None }
    }
}

impl Options {
    fn parse(options: &serde_json::Value) -> Result<Self, Problem> {
        let parsed: Self = parse_options(options)?;
        match parsed.batch {
            1..=1_048_576 => Ok(parsed),
            rows => Err(Problem::option(
                format!("a batch of {rows} rows is not possible"),
                "choose between 1 and 1,048,576; 65,536 is usual",
            )),
        }
    }

    fn ipc(&self) -> IpcWriteOptions {
        let compression = match self.compression {
            Codec::None => None,
            Codec::Lz4 => Some(CompressionType::LZ4_FRAME),
            Codec::Zstd => Some(CompressionType::ZSTD),
        };
        IpcWriteOptions::default().try_with_compression(compression).expect("version 5 has compression")
    }
}

struct Arrow {
    options: Options,
    origin: Origin,
}

impl Format for Arrow {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        super::text::check(table)
    }

    fn layout(&self, tables: &[&TableShape], _: bool) -> Option<Layout> {
        Layout::single(tables, Vec::new(), Vec::new(), |table| {
            let schema = Arc::new(file_schema(&table.schema, &self.origin));
            let unit = Unit { table: table.name.clone(), schema, options: self.options.ipc() };
            ArrowTable { unit: Arc::new(unit), options: self.options.clone() }
        })
    }
}

/// The schema as the file has it: logical types, JSON marked as Arrow does, and the origin.
fn file_schema(schema: &ArrowSchema, origin: &Origin) -> ArrowSchema {
    let plain = logical_schema(schema);
    let fields = plain.fields().iter().zip(schema.fields()).map(|(plain, field)| match is_json(field) {
        true => Arc::new(Field::clone(plain).with_metadata([("ARROW:extension:name", "arrow.json")])),
        false => plain.clone(),
    });
    ArrowSchema::new(fields.collect::<Vec<_>>()).with_metadata(origin.metadata())
}

struct ArrowTable {
    unit: Arc<Unit>,
    options: Options,
}

impl TableEncoder for ArrowTable {
    fn encode(&self, batch: &RecordBatch, _: Vec<u8>) -> Block {
        Block::Rows(batch.clone())
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        let rows = Gatherer::new(self.options.batch);
        Box::new(ArrowJoiner { unit: self.unit.clone(), variant: self.options.variant, rows, frame: None })
    }
}

/// What it takes to encode the rows of a record batch.
struct Unit {
    table: String,
    schema: SchemaRef,
    options: IpcWriteOptions,
}

impl Unit {
    fn job(self: &Arc<Self>) -> impl Fn(Rows) -> Job {
        let unit = self.clone();
        move |rows| {
            let unit = unit.clone();
            Box::new(move || Ok(Box::new(unit.encode(&rows).map_err(io_error)?) as Encoded))
        }
    }

    fn encode(&self, rows: &Rows) -> Result<Message, ArrowError> {
        let fields = self.schema.fields().iter().enumerate();
        let columns = fields.map(|(index, field)| {
            let joined = canonical::join(&rows.parts_as(index, field.data_type())?);
            joined.map_err(|error| self.too_long(field, rows.len(), &error))
        });
        let batch = RecordBatch::try_new(self.schema.clone(), columns.collect::<Result<_, _>>()?)?;
        let mut tracker = DictionaryTracker::new(true);
        let (_, data) =
            IpcDataGenerator::default().encode(&batch, &mut tracker, &self.options, &mut Default::default())?;
        Message::new(data, &self.options)
    }

    /// Joining fails where offsets overflow only.
    fn too_long(&self, field: &Field, rows: usize, error: &ArrowError) -> ArrowError {
        ArrowError::InvalidArgumentError(format!(
            "`{}.{}`: {rows} rows do not fit into one record batch ({error}); say a smaller `batch`",
            self.table,
            field.name()
        ))
    }

    fn schema_message(&self) -> Result<Message, ArrowError> {
        let mut tracker = DictionaryTracker::new(true);
        let generator = IpcDataGenerator::default();
        let data = generator.schema_to_bytes_with_dictionary_tracker(&self.schema, &mut tracker, &self.options);
        Message::new(data, &self.options)
    }

    /// The index of a file: its schema, and where its batches are.
    fn footer(&self, blocks: &[IpcBlock]) -> Vec<u8> {
        let mut builder = FlatBufferBuilder::new();
        let dictionaries = builder.create_vector::<IpcBlock>(&[]);
        let batches = builder.create_vector(blocks);
        let schema = IpcSchemaEncoder::new().schema_to_fb_offset(&mut builder, &self.schema);
        let mut footer = FooterBuilder::new(&mut builder);
        footer.add_version(MetadataVersion::V5);
        footer.add_schema(schema);
        footer.add_dictionaries(dictionaries);
        footer.add_recordBatches(batches);
        let root = footer.finish();
        builder.finish(root, None);
        builder.finished_data().to_vec()
    }
}

/// A framed message.
struct Message {
    bytes: Vec<u8>,
    /// Bytes of its head and of its body.
    head: usize,
    body: usize,
}

impl Message {
    fn new(data: EncodedData, options: &IpcWriteOptions) -> Result<Self, ArrowError> {
        let mut bytes = Vec::with_capacity(data.ipc_message.len() + data.arrow_data.len() + 128);
        let (head, body) = write_message(&mut bytes, data, options)?;
        Ok(Self { bytes, head, body })
    }
}

/// What begins and ends a file, and eight bytes at its beginning with the padding.
const MAGIC: &[u8; 6] = b"ARROW1";
const FILE_START: &[u8; 8] = b"ARROW1\0\0";

/// What ends a stream.
const END_OF_STREAM: &[u8; 8] = b"\xff\xff\xff\xff\0\0\0\0";

struct ArrowJoiner {
    unit: Arc<Unit>,
    variant: Variant,
    rows: Gatherer,
    frame: Option<Frame>,
}

/// What has been written of a file.
struct Frame {
    length: usize,
    blocks: Vec<IpcBlock>,
}

impl Joiner for ArrowJoiner {
    fn append(&mut self, block: Block, _: &mut dyn Write) -> io::Result<Appended> {
        Ok(self.rows.append(block, self.unit.job()))
    }

    fn end(&mut self) -> Vec<Job> {
        self.rows.end(self.unit.job())
    }

    fn commit(&mut self, encoded: Encoded, out: &mut dyn Write) -> io::Result<()> {
        let message = encoded.downcast::<Message>().expect("the joiner gets what its own jobs have made");
        let frame = self.frame(out)?;
        frame.blocks.push(IpcBlock::new(frame.length as i64, message.head as i32, message.body as i64));
        frame.length += message.bytes.len();
        out.write_all(&message.bytes)
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        self.frame(out)?;
        out.write_all(END_OF_STREAM)?;
        if let (Variant::File, Some(frame)) = (self.variant, &self.frame) {
            let footer = self.unit.footer(&frame.blocks);
            out.write_all(&footer)?;
            out.write_all(&(footer.len() as i32).to_le_bytes())?;
            out.write_all(MAGIC)?;
        }
        Ok(())
    }
}

impl ArrowJoiner {
    /// The frame; the first call writes what stands before the first batch.
    fn frame(&mut self, out: &mut dyn Write) -> io::Result<&mut Frame> {
        let frame = match self.frame.take() {
            Some(frame) => frame,
            None => {
                let start: &[u8] = if self.variant == Variant::File { FILE_START } else { b"" };
                let schema = self.unit.schema_message().map_err(io_error)?;
                out.write_all(start)?;
                out.write_all(&schema.bytes)?;
                Frame { length: start.len() + schema.bytes.len(), blocks: Vec::new() }
            }
        };
        Ok(self.frame.insert(frame))
    }
}

fn io_error(error: ArrowError) -> io::Error {
    io::Error::other(error)
}

#[cfg(test)]
mod tests;
