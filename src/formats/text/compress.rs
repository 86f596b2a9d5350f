//! A text format in, the same format as gzip or zstd out.
//!
//! Text is cut into blocks of one size, wherever batches end, and each becomes a gzip member (RFC 1952) or a zstd frame
//! (RFC 8878) of its own, so that any thread may compress any block. What stands one behind the other is a valid file.

use crate::formats::{
    Appended, Block, Encoded, Format, Job, Joiner, Layout, Problem, TableEncoder, TableShape, parse_options,
};
use arrow_array::RecordBatch;
use flate2::GzBuilder;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;
use serde_json::Value;
use std::io::{self, Write};

/// Bytes of text in a block.
const BLOCK: usize = 1 << 20;

/// How a text file is compressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "TextCompression")]
pub enum Compression {
    /// Not at all.
    #[default]
    None,
    /// gzip, RFC 1952; the file's name ends in `.gz`.
    Gzip,
    /// Zstandard, RFC 8878; the file's name ends in `.zst`.
    Zstd,
}

impl Compression {
    /// All that compress.
    pub const REAL: [Self; 2] = [Self::Gzip, Self::Zstd];

    /// As the options have it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Gzip => "gzip",
            Self::Zstd => "zstd",
        }
    }

    /// What names of such files end in, with the dot; empty for text as it is.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Gzip => ".gz",
            Self::Zstd => ".zst",
        }
    }

    /// The compression that a file's name speaks of, and the name without its suffix.
    pub fn of_name(name: &str) -> (Self, &str) {
        let bare = |kind: Self| Some((kind, name.strip_suffix(kind.suffix())?));
        Self::REAL.into_iter().find_map(bare).unwrap_or((Self::None, name))
    }

    /// The compression that a format's options ask for, where they say one.
    pub fn of_options(options: &Value) -> Option<Self> {
        Self::deserialize(options.get("compression")?).ok()
    }

    const fn levels(self) -> (u8, u8) {
        match self {
            Self::None => (0, 0),
            Self::Gzip => (6, 9),
            Self::Zstd => (3, 19),
        }
    }
}

/// The options that every text format has besides its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "CompressionOptions")]
struct Options {
    /// How the file is compressed; its name then ends in `.gz` or `.zst`, and a path that does is enough to say so.
    compression: Compression,
    /// How much work compression takes: 1 to 9 for gzip (6 by default), 1 to 19 for zstd (3).
    #[schemars(range(min = 1, max = 19))]
    level: Option<u8>,
}

/// The schema of a text format's options: its own, and those of compression.
pub fn options<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let mut own = T::json_schema(generator);
    let common = Options::json_schema(generator).to_value();
    let object = own.ensure_object();
    let properties = object.entry("properties").or_insert_with(|| Value::Object(Default::default()));
    if let (Some(properties), Some(common)) = (properties.as_object_mut(), common["properties"].as_object()) {
        properties.extend(common.clone());
    }
    own
}

/// Opens a text format: `open` gets its own options, and compression is put around it where it is asked for.
pub fn open(
    options: &Value,
    open: impl FnOnce(&Value) -> Result<Box<dyn Format>, Problem>,
) -> Result<Box<dyn Format>, Problem> {
    let Value::Object(all) = options else { return open(options) };
    let (common, own) = all.clone().into_iter().partition(|(key, _)| matches!(key.as_str(), "compression" | "level"));
    let common: Options = parse_options(&Value::Object(common))?;
    let format = open(&Value::Object(own))?;
    Ok(match Codec::new(&common)? {
        Some(codec) => Box::new(Compressed { format, codec }),
        None => format,
    })
}

/// A way to compress blocks.
#[derive(Debug, Clone, Copy)]
struct Codec {
    kind: Compression,
    level: u8,
}

impl Codec {
    fn new(options: &Options) -> Result<Option<Self>, Problem> {
        let kind = options.compression;
        let (usual, most) = kind.levels();
        match options.level {
            Some(_) if kind == Compression::None => {
                Err(Problem::option("`level` has no effect without `compression`", "say `compression: gzip` or `zstd`"))
            }
            Some(level) if level == 0 || level > most => {
                let message = format!("{} has no level {level}", kind.name());
                Err(Problem::option(message, format!("choose a `level` between 1 and {most}")))
            }
            _ if kind == Compression::None => Ok(None),
            level => Ok(Some(Self { kind, level: level.unwrap_or(usual) })),
        }
    }

    /// Compresses a block: a member or frame of its own.
    fn block(self, text: &[u8]) -> io::Result<Vec<u8>> {
        match self.kind {
            Compression::None => Ok(text.to_vec()),
            Compression::Gzip => {
                // No time and no system: the bytes depend on the text alone.
                let header = GzBuilder::new().mtime(0).operating_system(255);
                let out = Vec::with_capacity(text.len() / 3 + 64);
                let mut encoder = header.write(out, flate2::Compression::new(self.level.into()));
                encoder.write_all(text)?;
                encoder.finish()
            }
            Compression::Zstd => {
                let mut compressor = zstd::bulk::Compressor::new(self.level.into())?;
                compressor.set_parameter(zstd::zstd_safe::CParameter::ChecksumFlag(true))?;
                compressor.compress(text)
            }
        }
    }

    /// Compresses fixed bytes.
    fn fixed(self, text: &[u8]) -> Vec<u8> {
        let blocks = text.chunks(BLOCK).map(|block| self.block(block));
        blocks.collect::<io::Result<Vec<_>>>().expect("memory takes all that is written").concat()
    }
}

/// A text format whose files are compressed.
struct Compressed {
    format: Box<dyn Format>,
    codec: Codec,
}

impl Format for Compressed {
    fn check(&self, table: &TableShape, rows: &dyn Fn() -> u64) -> Vec<Problem> {
        self.format.check(table, rows)
    }

    fn check_parts(&self) -> Option<Problem> {
        self.format.check_parts()
    }

    fn layout(&self, tables: &[&TableShape], lines: bool) -> Option<Layout> {
        let plain = self.format.layout(tables, lines)?;
        let is_bare = plain.head.is_empty() && plain.tail.is_empty();
        let encoders = plain.encoders.into_iter().enumerate().map(|(at, encoder)| -> Box<dyn TableEncoder> {
            Box::new(CompressedTable { encoder, codec: self.codec, is_bare: is_bare && at == 0 })
        });
        Some(Layout {
            head: self.codec.fixed(&plain.head),
            tail: self.codec.fixed(&plain.tail),
            encoders: encoders.collect(),
            ..plain
        })
    }
}

/// An encoder of text whose joiner compresses.
struct CompressedTable {
    encoder: Box<dyn TableEncoder>,
    codec: Codec,
    /// Whether nothing but this table's text is in the file.
    is_bare: bool,
}

impl TableEncoder for CompressedTable {
    fn encode(&self, batch: &RecordBatch, buffer: Vec<u8>) -> Block {
        self.encoder.encode(batch, buffer)
    }

    fn joiner(&self) -> Box<dyn Joiner> {
        let (text, codec, is_bare) = (Blocks::default(), self.codec, self.is_bare);
        Box::new(CompressingJoiner { joiner: self.encoder.joiner(), text, codec, is_bare })
    }
}

/// Compresses what another joiner writes.
struct CompressingJoiner {
    joiner: Box<dyn Joiner>,
    text: Blocks,
    codec: Codec,
    /// Whether the file would be empty: a file of no bytes is neither gzip nor zstd.
    is_bare: bool,
}

impl CompressingJoiner {
    fn job(&self, text: Vec<u8>) -> Job {
        let codec = self.codec;
        Box::new(move || Ok(Box::new(codec.block(&text)?) as Encoded))
    }

    fn jobs(&mut self) -> Vec<Job> {
        let full = std::mem::take(&mut self.text.full);
        full.into_iter().map(|text| self.job(text)).collect()
    }
}

impl Joiner for CompressingJoiner {
    fn append(&mut self, block: Block, _: &mut dyn Write) -> io::Result<Appended> {
        let Appended { buffer, jobs } = self.joiner.append(block, &mut self.text)?;
        assert!(jobs.is_empty(), "joiners of text have no jobs");
        Ok(Appended { buffer, jobs: self.jobs() })
    }

    fn end(&mut self) -> Vec<Job> {
        self.joiner.finish(&mut self.text).expect("memory takes all that is written");
        let mut jobs = self.jobs();
        let last = std::mem::take(&mut self.text.last);
        if !last.is_empty() {
            jobs.push(self.job(last));
        }
        jobs
    }

    fn commit(&mut self, encoded: Encoded, out: &mut dyn Write) -> io::Result<()> {
        self.is_bare = false;
        out.write_all(encoded.downcast_ref::<Vec<u8>>().expect("the job has made a block"))
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.is_bare { out.write_all(&self.codec.block(b"")?) } else { Ok(()) }
    }
}

/// Text, cut into blocks.
#[derive(Default)]
struct Blocks {
    full: Vec<Vec<u8>>,
    /// The block that is not full yet.
    last: Vec<u8>,
}

impl Write for Blocks {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        if self.last.capacity() == 0 {
            self.last.reserve_exact(BLOCK);
        }
        let taken = text.len().min(BLOCK - self.last.len());
        self.last.extend_from_slice(&text[..taken]);
        if self.last.len() == BLOCK {
            self.full.push(std::mem::take(&mut self.last));
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
