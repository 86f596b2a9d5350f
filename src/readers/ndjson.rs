//! Newline-delimited JSON in, rows of text out.

use super::json::{Json, Shape};
use super::table::Source;
use super::{ReadError, ReadOptions, ReaderDef, stem};
use std::path::Path;

/// The format with one JSON object a line.
pub static DEF: ReaderDef =
    ReaderDef { name: "ndjson", extensions: &["ndjson", "jsonl"], is_text: true, is_single: true, list };

fn list(path: &Path, _: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    Ok(vec![Json::open(path)?.source(stem(path), Shape::Sequence)?])
}
