//! Record batches in, Parquet out.
//!
//! The joiner gathers rows until a row group is full and hands its encoding back as a job. Where a row group ends depends
//! on row counts alone, and the pages inside on the group's rows, so bytes depend neither on threads nor on batches.

mod columns;
mod group;
mod options;

use super::gather::{Gatherer, Rows};
use super::shape::logical_schema;
use super::{
    Appended, Block, Encoded, Format, FormatDef, Job, Joiner, Layout, Origin, Problem, TableEncoder, TableShape,
};
use ::parquet::arrow::ArrowSchemaConverter;
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use arrow_array::RecordBatch;
use group::Group;
pub use options::{Codec, Dictionary, Options, Statistics};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

/// The Parquet format.
pub static DEF: FormatDef = FormatDef {
    name: "parquet",
    extension: "parquet",
    summary: "Apache Parquet: typed, compressed columns",
    docs: DOCS,
    is_text: false,
    options: |generator: &mut SchemaGenerator| -> Schema { Options::json_schema(generator) },
    open: |options, opening| {
        Ok(Box::new(Parquet { options: Options::parse(options)?, origin: opening.origin.clone() }))
    },
};

const DOCS: &str = "\
One file a table, with Parquet's own types.

| type | Parquet |
|---|---|
| bool, integers | as they are, unsigned ones too |
| decimal | `DECIMAL` in 32 bits up to 9 digits, 64 up to 18, else in bytes |
| floats | as they are |
| string, json | `STRING`, `JSON` |
| binary | bytes |
| date, time | `DATE`, `TIME` in microseconds |
| timestamp | `TIMESTAMP` in microseconds; adjusted to UTC when it has a time zone |
| duration | 64-bit integer: microseconds. Parquet has no type for it |
| list, struct | `LIST`, groups |

Integers, decimals and times are delta-encoded, texts as lengths and bytes; columns that pick from a list of words have a dictionary
(`dictionary: true` tries one for every column, `false` for none). Numbers and times have minimum, maximum and null count for each row
group, texts have none: `statistics: chunk` gives them to texts too, `page` to every page as well, with an index of the pages, and `none`
leaves them all out. Row groups have as many rows as `row_group` says, the last one fewer. The file's metadata say where the rows come
from: `synth.spec_sha256`, `synth.edition`, `synth.seed` and, if the spec has one, `synth.name`.
";

struct Parquet {
    options: Options,
    origin: Origin,
}

impl Format for Parquet {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        let mut problems = super::text::check(table);
        if problems.is_empty()
            && let Err(error) = ArrowSchemaConverter::new().convert(&logical_schema(&table.schema))
        {
            problems.push(Problem {
                table: Some(table.name.clone()),
                column: None,
                message: error.to_string(),
                help: "choose other types for its columns, or another format".to_owned(),
            });
        }
        problems
    }

    fn layout(&self, tables: &[&TableShape], _: bool) -> Option<Layout> {
        Layout::single(tables, Vec::new(), Vec::new(), |table| {
            let group = Arc::new(Group::new(table, self.options.clone()));
            ParquetTable { group, row_group: self.options.row_group, metadata: self.metadata() }
        })
    }
}

impl Parquet {
    fn metadata(&self) -> Vec<KeyValue> {
        self.origin.metadata().into_iter().map(|(key, value)| KeyValue::new(key, value)).collect()
    }
}

struct ParquetTable {
    group: Arc<Group>,
    row_group: usize,
    metadata: Vec<KeyValue>,
}

impl TableEncoder for ParquetTable {
    fn encode(&self, batch: &RecordBatch, _: Vec<u8>) -> Block {
        Block::Rows(batch.clone())
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        let (group, metadata) = (self.group.clone(), self.metadata.clone());
        Box::new(ParquetJoiner { group, metadata, rows: Gatherer::new(self.row_group), file: None })
    }
}

struct ParquetJoiner {
    group: Arc<Group>,
    metadata: Vec<KeyValue>,
    rows: Gatherer,
    file: Option<ParquetFile>,
}

impl Joiner for ParquetJoiner {
    fn append(&mut self, block: Block, _: &mut dyn Write) -> io::Result<Appended> {
        Ok(self.rows.append(block, job(&self.group)))
    }

    fn end(&mut self) -> Vec<Job> {
        self.rows.end(job(&self.group))
    }

    fn commit(&mut self, encoded: Encoded, out: &mut dyn Write) -> io::Result<()> {
        let columns = encoded.downcast().expect("the joiner gets what its own jobs have made");
        let file = self.file()?;
        file.append(*columns).map_err(io_error)?;
        file.drain(out)
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let file = self.file()?;
        file.writer.finish().map_err(io_error)?;
        file.drain(out)
    }
}

/// The encoding of a group's rows.
fn job(group: &Arc<Group>) -> impl Fn(Rows) -> Job {
    let group = group.clone();
    move |rows| {
        let group = group.clone();
        Box::new(move || Ok(Box::new(group.encode(rows).map_err(io_error)?) as Encoded))
    }
}

impl ParquetJoiner {
    fn file(&mut self) -> io::Result<&mut ParquetFile> {
        let file = match self.file.take() {
            Some(file) => file,
            None => ParquetFile::new(&self.group, self.metadata.clone()).map_err(io_error)?,
        };
        Ok(self.file.insert(file))
    }
}

/// The writer of Parquet's frame. It owns what it writes to: a buffer, drained after every step.
struct ParquetFile {
    writer: SerializedFileWriter<SharedBuffer>,
    buffer: SharedBuffer,
}

impl ParquetFile {
    fn new(group: &Group, metadata: Vec<KeyValue>) -> Result<Self, ParquetError> {
        let buffer = SharedBuffer::default();
        let properties = WriterProperties::builder().set_created_by(CREATED_BY.to_owned());
        let properties = properties.set_key_value_metadata(Some(metadata)).build();
        let writer = SerializedFileWriter::new(buffer.clone(), group.root(), Arc::new(properties))?;
        Ok(Self { writer, buffer })
    }

    fn append(&mut self, columns: group::Columns) -> Result<(), ParquetError> {
        let mut group = self.writer.next_row_group()?;
        for column in columns {
            column.append_to_row_group(&mut group)?;
        }
        group.close()?;
        self.writer.flush()?;
        Ok(())
    }

    fn drain(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(&self.buffer.take())
    }
}

/// What files say of their writer. Fixed, so that the same rows give the same bytes.
const CREATED_BY: &str = "synth 1";

#[derive(Clone, Default)]
struct SharedBuffer(Arc<Mutex<Vec<u8>>>);

impl SharedBuffer {
    fn take(&self) -> Vec<u8> {
        std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Write for SharedBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn io_error(error: ParquetError) -> io::Error {
    io::Error::other(error)
}

#[cfg(test)]
mod tests;
