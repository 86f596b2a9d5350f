//! Files in, rows out: one [`ReaderDef`] an input format, gathered in [`READERS`]. The other direction of [`crate::formats`].
//!
//! [`list`] looks at a file and gives its tables, with their columns, as [`Source`]s; a source can be opened any number of
//! times and streams [`Batch`]es in bounded memory (a workbook is the exception: its parser holds a whole sheet). Typed
//! formats give Arrow's values, texts what is written; [`Cell`] is either.

mod arrays;
pub mod arrow;
pub mod avro;
mod batch;
mod cell;
pub mod csv;
mod csvw;
mod document;
mod input;
pub mod json;
mod markup;
mod ndjson;
mod options;
pub mod parquet;
mod problem;
pub mod sql;
mod table;
pub mod xlsx;
pub mod xml;

pub use batch::{Batch, Kind, Span, TextBatch};
pub use cell::{Cell, Origin};
pub use document::Value;
pub use options::ReadOptions;
pub use table::{Column, Family, RowStream, Source};

use crate::diag::Diagnostic;
use std::path::Path;

/// Why a file cannot be read: a diagnostic that names the file and the place in it.
pub type ReadError = Diagnostic;

/// An input format.
#[derive(Debug)]
pub struct ReaderDef {
    /// Its name.
    pub name: &'static str,
    /// Extensions of its files, without a dot.
    pub extensions: &'static [&'static str],
    /// Whether a file may be compressed as a whole, as `.gz` or `.zst`.
    pub is_text: bool,
    /// Whether a file holds one table, which then has the name of the file.
    pub is_single: bool,
    /// The tables of a file.
    pub list: fn(&Path, &ReadOptions) -> Result<Vec<Source>, ReadError>,
}

/// Every input format, in alphabetical order.
pub const READERS: &[&ReaderDef] =
    &[&arrow::DEF, &avro::DEF, &csv::DEF, &json::DEF, &ndjson::DEF, &parquet::DEF, &sql::DEF, &xlsx::DEF, &xml::DEF];

/// The format of a file by its extension, `.gz` and `.zst` aside.
pub fn find(path: &Path) -> Option<&'static ReaderDef> {
    let name = path.file_name()?.to_str()?.to_ascii_lowercase();
    let plain = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst"));
    let extension = plain.unwrap_or(&name).rsplit_once('.')?.1;
    let def = READERS.iter().copied().find(|def| def.extensions.contains(&extension))?;
    (plain.is_none() || def.is_text).then_some(def)
}

/// The tables of a file.
///
/// # Errors
/// The file is of no known format, cannot be read, or is damaged where its tables are told.
pub fn list(path: &Path, options: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    let def = find(path).ok_or_else(|| problem::unknown(path))?;
    (def.list)(path, options)
}

/// The error of a file on which its reader gave up without saying why.
pub fn gave_up(path: &Path) -> ReadError {
    problem::damaged(path, "some place", "the library that reads the format gave up on it")
}

/// The name of a table that has a file of its own: the file's, up to the format's extension.
fn stem(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let plain = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
    plain.rsplit_once('.').map_or(plain, |(stem, _)| stem).to_owned()
}

#[cfg(test)]
mod tests;
