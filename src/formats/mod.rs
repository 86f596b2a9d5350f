//! Record batches in, bytes out: one [`FormatDef`] an output format, gathered in [`FORMATS`].
//!
//! Encoding has two halves. [`TableEncoder::encode`] is pure and runs on any thread; [`Joiner`] sees the blocks of one
//! table in order and writes what stands between them. A format whose unit is larger than a batch (Parquet's row
//! groups) gathers rows in its joiner and hands the heavy work back as [`Job`]s, which run on any thread and are
//! committed in order. Bytes never depend on the number of threads, nor on how rows are cut into batches.

pub mod csv;
pub mod json;
pub mod ndjson;
pub mod parquet;
pub mod shape;
pub mod sql;
pub mod text;

pub use shape::{ForeignKey, TableShape};

use arrow_array::RecordBatch;
use schemars::{Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use std::io;

/// Every output format, in alphabetical order.
pub const FORMATS: &[&FormatDef] = &[&csv::DEF, &json::DEF, &ndjson::DEF, &parquet::DEF, &sql::DEF];

/// The format of a name.
pub fn find(name: &str) -> Option<&'static FormatDef> {
    FORMATS.iter().copied().find(|def| def.name == name)
}

/// An output format: its name, its words for people, its options and its constructor.
#[derive(Debug)]
pub struct FormatDef {
    /// What `format:` and `--format` say.
    pub name: &'static str,
    /// The usual extension of its files, without a dot.
    pub extension: &'static str,
    /// One line for lists.
    pub summary: &'static str,
    /// The format's page: what each type turns into, what the options do. Markdown.
    pub docs: &'static str,
    /// The JSON Schema of its options: an object with a closed set of keys.
    pub options: fn(&mut SchemaGenerator) -> Schema,
    /// Makes the format from its options (an object, or null for none) and all tables of the build.
    pub open: fn(&serde_json::Value, &[TableShape]) -> Result<Box<dyn Format>, Problem>,
}

/// Something that a format cannot do, in words; positions are added by whoever knows the spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The table's name; `None` where the finding is about the options.
    pub table: Option<String>,
    /// The column's name, where it is about one.
    pub column: Option<String>,
    /// One sentence, lower case, without a full stop.
    pub message: String,
    /// A concrete fix, one sentence.
    pub help: String,
}

impl Problem {
    /// A finding about the format's options.
    pub fn option(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { table: None, column: None, message: message.into(), help: help.into() }
    }

    /// A finding about a column of a table.
    pub fn column(table: &str, column: &str, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            table: Some(table.to_owned()),
            column: Some(column.to_owned()),
            message: message.into(),
            help: help.into(),
        }
    }
}

/// A format with its options, ready to write the tables that it was opened with.
pub trait Format: Send + Sync {
    /// What of a table the format cannot hold; empty when all is well. Called before the first row.
    fn check(&self, table: &TableShape) -> Vec<Problem>;

    /// What surrounds the tables of one file; `tables` are the tables that go into it. `None` when one file of this
    /// format cannot hold these tables together; one table alone is always possible.
    fn envelope(&self, tables: &[&TableShape]) -> Option<Envelope>;

    /// The encoder of a table that has passed [`Format::check`].
    fn encoder(&self, table: &TableShape) -> Box<dyn TableEncoder>;
}

/// The fixed bytes around the tables of a file, and the tables' order in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Envelope {
    /// Positions in the list that was asked about: the order of the tables in the file.
    pub order: Vec<usize>,
    /// Bytes before the first table.
    pub head: Vec<u8>,
    /// Bytes behind the last table.
    pub tail: Vec<u8>,
}

impl Envelope {
    /// The envelope of a file that holds one table only: `None` for more.
    pub fn single(tables: &[&TableShape], head: Vec<u8>, tail: Vec<u8>) -> Option<Self> {
        (tables.len() == 1).then(|| Self { order: vec![0], head, tail })
    }
}

/// The parallel half of writing a table. Shared by the worker threads.
pub trait TableEncoder: Send + Sync {
    /// Encodes a batch of the table's schema (strings may be dictionary arrays). `buffer` is a used buffer: its
    /// content is without meaning, its memory is taken for the block.
    fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Block;

    /// The ordered half for one file.
    fn joiner(&self) -> Box<dyn Joiner>;
}

/// A batch on its way from the encoder to the joiner.
#[derive(Debug)]
pub enum Block {
    /// Text, complete but for what stands between blocks.
    Bytes(Vec<u8>),
    /// Text, with the offset behind each row, for formats that put something between certain rows.
    Lines {
        /// The text of all rows.
        bytes: Vec<u8>,
        /// Offsets behind each row.
        ends: Vec<u32>,
    },
    /// Rows, for formats that encode in larger units than a batch.
    Rows(RecordBatch),
}

/// Heavy work of the ordered half that any thread may do.
pub type Job = Box<dyn FnOnce() -> io::Result<Encoded> + Send>;

/// What a [`Job`] made; only its joiner knows what is inside.
pub type Encoded = Box<dyn std::any::Any + Send>;

/// The outcome of [`Joiner::append`].
#[derive(Default)]
pub struct Appended {
    /// A buffer to use again.
    pub buffer: Option<Vec<u8>>,
    /// Work to be done elsewhere, in order: [`Joiner::commit`] gets the results in the same order.
    pub jobs: Vec<Job>,
}

/// The ordered half of writing a table. The calls are `append` for every block in order, `end`, `commit` for every job
/// in order (in between the others), `finish`.
pub trait Joiner: Send {
    /// Takes the next block.
    fn append(&mut self, block: Block, out: &mut dyn io::Write) -> io::Result<Appended>;

    /// Says that no block follows; gives the last jobs.
    fn end(&mut self) -> Vec<Job> {
        Vec::new()
    }

    /// Takes the result of the next job.
    fn commit(&mut self, encoded: Encoded, out: &mut dyn io::Write) -> io::Result<()> {
        let _ = (encoded, out);
        Ok(())
    }

    /// Writes what closes the table.
    fn finish(&mut self, out: &mut dyn io::Write) -> io::Result<()> {
        let _ = out;
        Ok(())
    }
}

/// A joiner of blocks of bytes that stand one behind the other, with a separator between them.
pub struct Concatenate {
    separator: &'static [u8],
    first: bool,
}

impl Concatenate {
    /// A joiner that writes `separator` between blocks that are not empty.
    pub const fn new(separator: &'static [u8]) -> Self {
        Self { separator, first: true }
    }
}

impl Joiner for Concatenate {
    fn append(&mut self, block: Block, out: &mut dyn io::Write) -> io::Result<Appended> {
        let Block::Bytes(bytes) = block else { unreachable!("a text encoder gives bytes") };
        if !bytes.is_empty() {
            if !self.first {
                out.write_all(self.separator)?;
            }
            self.first = false;
            out.write_all(&bytes)?;
        }
        Ok(Appended { buffer: Some(bytes), jobs: Vec::new() })
    }
}

/// Reads a format's options; null stands for none.
pub(crate) fn parse_options<T: DeserializeOwned + Default>(options: &serde_json::Value) -> Result<T, Problem> {
    if options.is_null() {
        return Ok(T::default());
    }
    T::deserialize(options)
        .map_err(|e| Problem::option(e.to_string(), "run `synth formats` to see the options of each format"))
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
