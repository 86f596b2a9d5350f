//! The options of an output out: [`Options`], and what Parquet's writer makes of them.

use crate::formats::{Problem, parse_options};
use ::parquet::basic::{Compression, GzipLevel, ZstdLevel};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// How pages are compressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "ParquetCodec")]
pub enum Codec {
    /// Not at all.
    None,
    /// Quick, and read everywhere.
    #[default]
    Snappy,
    /// Smaller; level 3 unless `level` says otherwise.
    Zstd,
    /// Read by the oldest readers too; level 6 unless `level` says otherwise.
    Gzip,
    /// As quick as Snappy.
    Lz4,
}

/// Which columns have a dictionary.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dictionary {
    /// Those that pick from a list of words.
    #[default]
    Auto,
    /// All but booleans, for as long as it stays small.
    Always,
    /// None.
    Never,
}

impl<'de> Deserialize<'de> for Dictionary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::Bool(true) => Ok(Self::Always),
            serde_json::Value::Bool(false) => Ok(Self::Never),
            serde_json::Value::String(word) if word == "auto" => Ok(Self::Auto),
            other => Err(D::Error::custom(format!("`dictionary` is `auto`, `true` or `false`, not {other}"))),
        }
    }
}

fn dictionary_schema(_: &mut SchemaGenerator) -> Schema {
    schemars::json_schema!({
        "enum": ["auto", true, false],
        "default": "auto",
        "description": "Which columns have a dictionary: those that pick from a list of words, all, or none."
    })
}

/// Which minima, maxima and null counts are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "ParquetStatistics")]
pub enum Statistics {
    /// Those of each row group, but none of texts.
    #[default]
    Auto,
    /// None.
    None,
    /// Those of each row group, texts too.
    Chunk,
    /// Those of each page too, with an index of the pages.
    Page,
}

/// Options of the Parquet format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "ParquetOptions")]
pub struct Options {
    /// How pages are compressed.
    pub compression: Codec,
    /// How hard Zstandard (1 to 22) or Gzip (1 to 9) compress.
    #[schemars(range(min = 1, max = 22))]
    pub level: Option<u8>,
    /// Rows of a row group.
    #[schemars(range(min = 1, max = 10_000_000))]
    pub row_group: usize,
    /// Which columns have a dictionary.
    #[schemars(schema_with = "dictionary_schema")]
    pub dictionary: Dictionary,
    /// Which minima, maxima and null counts are written.
    pub statistics: Statistics,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            compression: Codec::Snappy,
            level: None,
            row_group: 122_880,
            dictionary: Dictionary::Auto,
            statistics: Statistics::Auto,
        }
    }
}

impl Options {
    /// Reads and checks them.
    pub(super) fn parse(options: &serde_json::Value) -> Result<Self, Problem> {
        let parsed: Self = parse_options(options)?;
        if !(1..=10_000_000).contains(&parsed.row_group) {
            return Err(Problem::option(
                format!("a row group of {} rows is not possible", parsed.row_group),
                "choose between 1 and 10,000,000; 122,880 is usual",
            ));
        }
        match (parsed.level, parsed.levels()) {
            (Some(level), None) => Err(Problem::option(
                format!("the compression has no levels, and `level: {level}` is asked for"),
                "leave `level` out, or say `compression: zstd`",
            )),
            (Some(level), Some(most)) if !(1..=most).contains(&level) => Err(Problem::option(
                format!("the compression has no level {level}"),
                format!("choose between 1 and {most}"),
            )),
            _ => Ok(parsed),
        }
    }

    /// The highest level of the compression.
    fn levels(&self) -> Option<u8> {
        match self.compression {
            Codec::Zstd => Some(22),
            Codec::Gzip => Some(9),
            Codec::None | Codec::Snappy | Codec::Lz4 => None,
        }
    }

    /// The compression as the writer has it.
    pub(super) fn compression(&self) -> Compression {
        let level = |usual: u8| self.level.unwrap_or(usual);
        match self.compression {
            Codec::None => Compression::UNCOMPRESSED,
            Codec::Snappy => Compression::SNAPPY,
            Codec::Lz4 => Compression::LZ4_RAW,
            Codec::Zstd => Compression::ZSTD(ZstdLevel::try_new(level(3).into()).expect("levels are checked")),
            Codec::Gzip => Compression::GZIP(GzipLevel::try_new(level(6).into()).expect("levels are checked")),
        }
    }
}
