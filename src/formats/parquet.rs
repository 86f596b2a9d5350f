//! Record batches in, Parquet out.
//!
//! The joiner gathers rows until a row group is full and hands its encoding back as a job. Where a row group ends depends
//! on row counts alone, and the pages inside on the group's rows, so bytes depend neither on threads nor on batches.

mod columns;
mod group;

use super::{
    Appended, Block, Encoded, Format, FormatDef, Job, Joiner, Layout, Problem, TableEncoder, TableShape, parse_options,
};
use ::parquet::arrow::ArrowSchemaConverter;
use ::parquet::basic::{Compression, ZstdLevel};
use ::parquet::errors::ParquetError;
use ::parquet::file::properties::WriterProperties;
use ::parquet::file::writer::SerializedFileWriter;
use arrow_array::RecordBatch;
use group::{Group, Rows};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
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
    open: |options, _| Ok(Box::new(Parquet { options: Options::parse(options)? })),
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

Integers, decimals and times are delta-encoded, texts as lengths and bytes; columns that pick from a list of words have a dictionary.
Numbers and times have minimum, maximum and null count for each row group; texts have none. Row groups have as many rows as
`row_group` says, the last one fewer.
";

/// How pages are compressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Codec {
    /// Not at all.
    None,
    /// Quick, and read everywhere.
    #[default]
    Snappy,
    /// Smaller; level 3.
    Zstd,
}

/// Options of the Parquet format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "ParquetOptions")]
pub struct Options {
    /// How pages are compressed.
    pub compression: Codec,
    /// Rows of a row group.
    #[schemars(range(min = 1, max = 10_000_000))]
    pub row_group: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { compression: Codec::Snappy, row_group: 122_880 }
    }
}

impl Options {
    fn parse(options: &serde_json::Value) -> Result<Self, Problem> {
        let parsed: Self = parse_options(options)?;
        match parsed.row_group {
            1..=10_000_000 => Ok(parsed),
            rows => Err(Problem::option(
                format!("a row group of {rows} rows is not possible"),
                "choose between 1 and 10,000,000; 122,880 is usual",
            )),
        }
    }

    fn compression(&self) -> Compression {
        match self.compression {
            Codec::None => Compression::UNCOMPRESSED,
            Codec::Snappy => Compression::SNAPPY,
            Codec::Zstd => Compression::ZSTD(ZstdLevel::try_new(3).expect("3 is a level of Zstandard")),
        }
    }
}

struct Parquet {
    options: Options,
}

impl Format for Parquet {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        let mut problems = super::text::check(table);
        if problems.is_empty()
            && let Err(error) = ArrowSchemaConverter::new().convert(&columns::logical_schema(&table.schema))
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
            let group = Group::new(table, self.options.compression());
            ParquetTable { group: Arc::new(group), row_group: self.options.row_group }
        })
    }
}

struct ParquetTable {
    group: Arc<Group>,
    row_group: usize,
}

impl TableEncoder for ParquetTable {
    fn encode(&self, batch: &RecordBatch, _: Vec<u8>) -> Block {
        Block::Rows(batch.clone())
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        let pending = Rows::default();
        Box::new(ParquetJoiner { group: self.group.clone(), row_group: self.row_group, pending, file: None })
    }
}

struct ParquetJoiner {
    group: Arc<Group>,
    row_group: usize,
    /// Rows of the group that is not full yet.
    pending: Rows,
    file: Option<ParquetFile>,
}

impl Joiner for ParquetJoiner {
    fn append(&mut self, block: Block, _: &mut dyn Write) -> io::Result<Appended> {
        let Block::Rows(batch) = block else { unreachable!("the encoder gives rows") };
        let mut jobs = Vec::new();
        let mut start = 0;
        while start < batch.num_rows() {
            let rows = (self.row_group - self.pending.len()).min(batch.num_rows() - start);
            self.pending.push(batch.slice(start, rows));
            start += rows;
            if self.pending.len() == self.row_group {
                jobs.extend(self.end());
            }
        }
        Ok(Appended { buffer: None, jobs })
    }

    fn end(&mut self) -> Vec<Job> {
        let rows = std::mem::take(&mut self.pending);
        if rows.len() == 0 {
            return Vec::new();
        }
        let group = self.group.clone();
        vec![Box::new(move || {
            let columns = group.encode(rows).map_err(io_error)?;
            Ok(Box::new(columns) as Encoded)
        })]
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

impl ParquetJoiner {
    fn file(&mut self) -> io::Result<&mut ParquetFile> {
        let file = match self.file.take() {
            Some(file) => file,
            None => ParquetFile::new(&self.group).map_err(io_error)?,
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
    fn new(group: &Group) -> Result<Self, ParquetError> {
        let buffer = SharedBuffer::default();
        let properties = WriterProperties::builder().set_created_by(CREATED_BY.to_owned()).build();
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
