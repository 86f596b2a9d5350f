//! Record batches in, bytes out: one [`FormatDef`] an output format, gathered in [`FORMATS`].
//!
//! Encoding has two halves. [`TableEncoder::encode`] is pure and runs on any thread; [`Joiner`] sees the blocks of one
//! table in order and writes what stands between them. A format whose unit is larger than a batch (Parquet's row
//! groups) gathers rows in its joiner and hands the heavy work back as [`Job`]s, which run on any thread and are
//! committed in order. Bytes never depend on the number of threads, nor on how rows are cut into batches.

pub mod arrow;
pub mod avro;
pub mod csv;
pub mod gather;
pub mod json;
pub mod ndjson;
pub mod parquet;
pub mod shape;
pub mod sql;
pub mod text;
pub mod xlsx;
pub mod xml;

pub use shape::{ForeignKey, TableShape};

use arrow_array::RecordBatch;
use schemars::{Schema, SchemaGenerator};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::io;
use text::RowText;
use text::compress::Compression;

/// Every output format, in alphabetical order.
pub const FORMATS: &[&FormatDef] =
    &[&arrow::DEF, &avro::DEF, &csv::DEF, &json::DEF, &ndjson::DEF, &parquet::DEF, &sql::DEF, &xlsx::DEF, &xml::DEF];

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
    /// Whether it writes rows as lines of text: its files can be cut at any row and by bytes.
    pub is_text: bool,
    /// Makes the format from its options (an object, or null for none) and what is known of the build.
    pub open: fn(&serde_json::Value, &Opening<'_>) -> Result<Box<dyn Format>, Problem>,
}

impl FormatDef {
    /// What the names of its files end in behind the extension, such as `.gz`, when it is opened with these options.
    pub fn suffix(&self, options: &serde_json::Value) -> &'static str {
        match Compression::of_options(options) {
            Some(compression) if self.is_text => compression.suffix(),
            _ => "",
        }
    }
}

/// What a format is told of the build that opens it.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'a> {
    /// All tables of the output.
    pub tables: &'a [TableShape],
    /// Where the data come from, for formats that keep it in their files.
    pub origin: &'a Origin,
}

/// Where data come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Origin {
    /// The spec's name.
    pub name: Option<String>,
    /// The SHA-256 of the spec's text, in hexadecimal digits.
    pub spec_sha256: String,
    /// The language's edition.
    pub edition: u32,
    /// The seed in use.
    pub seed: u64,
}

impl Origin {
    /// What files with room for it say of their origin: keys and values, ordered by key.
    pub fn metadata(&self) -> BTreeMap<String, String> {
        let mut said = BTreeMap::from([
            ("synth.edition".to_owned(), self.edition.to_string()),
            ("synth.seed".to_owned(), self.seed.to_string()),
            ("synth.spec_sha256".to_owned(), self.spec_sha256.clone()),
        ]);
        said.extend(self.name.clone().map(|name| ("synth.name".to_owned(), name)));
        said
    }
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
    /// What of a table the format cannot hold; empty when all is well. Called before the first row. `rows` counts the rows
    /// that one file will hold of it, which may take a while: only formats with a limit ask.
    fn check(&self, table: &TableShape, rows: &dyn Fn() -> u64) -> Vec<Problem>;

    /// Why a table cannot be written in parts with these options, if so.
    fn check_parts(&self) -> Option<Problem> {
        None
    }

    /// How a file with these tables, which have passed [`Format::check`], is made. With `lines`, encoders of text give
    /// [`Block::Lines`], so that the file can be cut. `None` when one file of this format cannot hold these tables together;
    /// one table alone is always possible.
    fn layout(&self, tables: &[&TableShape], lines: bool) -> Option<Layout>;
}

/// What a file is made of.
#[derive(Default)]
pub struct Layout {
    /// Positions in the list that was asked about: the order of the tables in the file.
    pub order: Vec<usize>,
    /// Bytes before the first table.
    pub head: Vec<u8>,
    /// Bytes behind the last table.
    pub tail: Vec<u8>,
    /// The tables' encoders, in the order of the file. The joiners of a file with several tables belong together and are made
    /// once; a file of one table may be made in parts, each with a joiner of its own.
    pub encoders: Vec<Box<dyn TableEncoder>>,
    /// Files that describe the file and stand beside it.
    pub sidecars: Vec<Sidecar>,
}

impl Layout {
    /// The layout of a file that holds one table only: `None` for more.
    pub fn single<E: TableEncoder + 'static>(
        tables: &[&TableShape],
        head: Vec<u8>,
        tail: Vec<u8>,
        encoder: impl FnOnce(&TableShape) -> E,
    ) -> Option<Self> {
        let [table] = tables else { return None };
        Some(Self { order: vec![0], head, tail, encoders: vec![Box::new(encoder(table))], sidecars: Vec::new() })
    }
}

/// A file that describes another one.
pub struct Sidecar {
    /// Its name, from the name of the file that it describes.
    pub name: fn(&str) -> String,
    /// Its content, from the name of the file that it describes.
    pub content: Box<dyn Fn(&str) -> Vec<u8> + Send + Sync>,
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

/// A joiner of blocks of text that stand one behind the other. Every row ends with the separator, and the last one's is left
/// out.
pub struct Concatenate {
    lead: Vec<u8>,
    frame: [&'static [u8]; 2],
    separator: &'static [u8],
    has_rows: bool,
}

impl Concatenate {
    /// A joiner of rows that end with `separator`.
    pub const fn new(separator: &'static [u8]) -> Self {
        Self { lead: Vec::new(), frame: [b""; 2], separator, has_rows: false }
    }

    /// With `open` before the first row and `close` behind the last, where there are rows.
    pub const fn framed(mut self, open: &'static [u8], close: &'static [u8]) -> Self {
        self.frame = [open, close];
        self
    }

    /// With `lead` before all of it, rows or none.
    pub fn led_by(mut self, lead: &[u8]) -> Self {
        self.lead = lead.to_vec();
        self
    }
}

impl Joiner for Concatenate {
    fn append(&mut self, block: Block, out: &mut dyn io::Write) -> io::Result<Appended> {
        let (Block::Bytes(bytes) | Block::Lines { bytes, .. }) = block else {
            unreachable!("a text encoder gives bytes")
        };
        if !bytes.is_empty() {
            if self.has_rows {
                out.write_all(self.separator)?;
            } else {
                out.write_all(&self.lead)?;
                out.write_all(self.frame[0])?;
            }
            self.has_rows = true;
            out.write_all(&bytes[..bytes.len() - self.separator.len()])?;
        }
        Ok(Appended { buffer: Some(bytes), jobs: Vec::new() })
    }

    fn finish(&mut self, out: &mut dyn io::Write) -> io::Result<()> {
        out.write_all(if self.has_rows { self.frame[1] } else { &self.lead })
    }
}

/// Encodes rows as text, with the offsets behind each row where they are asked for.
fn encode_text(text: &RowText, batch: &RecordBatch, buffer: Vec<u8>, lines: bool) -> Block {
    if !lines {
        return Block::Bytes(text.encode(batch, buffer));
    }
    let mut ends = Vec::with_capacity(batch.num_rows());
    let bytes = text.encode_rows(batch, buffer, &mut |end| ends.push(end));
    Block::Lines { bytes, ends }
}

/// Reads a format's options; null stands for none.
pub(crate) fn parse_options<T: DeserializeOwned + Default>(options: &serde_json::Value) -> Result<T, Problem> {
    if options.is_null() {
        return Ok(T::default());
    }
    T::deserialize(options).map_err(|error| {
        let why = culprit::<T>(options).unwrap_or_else(|| error.to_string());
        Problem::option(why, "run `synth formats` to see the options of each format")
    })
}

/// Which option has a value that it cannot have, and what it takes.
fn culprit<T: DeserializeOwned>(options: &serde_json::Value) -> Option<String> {
    options.as_object()?.iter().find_map(|(key, value)| {
        let alone = serde_json::Value::Object([(key.clone(), value.clone())].into_iter().collect());
        let error = T::deserialize(&alone).err()?.to_string();
        let (_, expected) = error.split_once(", expected ")?;
        let said = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match error.starts_with("unknown field") {
            true => None,
            false => Some(format!(
                "`{key}: {said}` is not possible: it takes {}",
                expected.replace("a boolean", "`true` or `false`")
            )),
        }
    })
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
