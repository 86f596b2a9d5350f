//! A table of a file as its reader tells of it: [`Source`], [`Column`], [`RowStream`].

use super::{Batch, ReadError};
use crate::formats::shape::{is_json, logical};
use arrow_schema::{DataType, Field};
use std::fmt;

/// What the values of a column are, as far as its file knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Nobody knows: text that may stand for anything.
    Unknown,
    /// Strings.
    Text,
    /// Numbers.
    Number,
    /// Floats of 32 bits.
    Single,
    /// Dates, times, durations.
    Time,
    /// Bytes.
    Binary,
    /// JSON documents, lists, objects.
    Json,
    /// True or false.
    Bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What its values are.
    pub family: Family,
    /// Its type in the words of Arrow, for typed formats.
    pub type_name: Option<String>,
}

impl Column {
    /// A column of text.
    pub fn untyped(name: impl Into<String>) -> Self {
        Self { name: name.into(), family: Family::Unknown, type_name: None }
    }

    /// A column of Arrow's arrays.
    pub fn of_field(field: &Field) -> Self {
        let data_type = logical(field.data_type());
        let family = if is_json(field) { Family::Json } else { Family::of_type(data_type) };
        Self { name: field.name().clone(), family, type_name: Some(data_type.to_string()) }
    }
}

impl Family {
    /// The family of Arrow's type.
    pub fn of_type(data_type: &DataType) -> Self {
        match data_type {
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Self::Text,
            DataType::Binary | DataType::LargeBinary | DataType::BinaryView | DataType::FixedSizeBinary(_) => {
                Self::Binary
            }
            DataType::Boolean => Self::Bool,
            _ if data_type.is_nested() => Self::Json,
            _ if data_type.is_temporal() => Self::Time,
            DataType::Float32 => Self::Single,
            _ if data_type.is_numeric() => Self::Number,
            _ => Self::Unknown,
        }
    }
}

/// Rows of a table, batch by batch.
pub trait RowStream: Send {
    /// The next rows, with the columns of the source in their order; `None` behind the last.
    ///
    /// # Errors
    /// The file cannot be read, or is damaged.
    fn next(&mut self) -> Result<Option<Batch>, ReadError>;
}

/// What begins to read a source.
pub type Open = Box<dyn Fn() -> Result<Box<dyn RowStream>, ReadError> + Send + Sync>;

/// A table of a file.
pub struct Source {
    /// Its name: the file's, or that of the sheet, key, element or table in it.
    pub table: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its primary key, where the file tells of one.
    pub key: Vec<String>,
    /// Whether a column may be missing because all its values are null.
    pub is_open: bool,
    /// Begins to read, from the first row.
    pub open: Open,
}

impl Default for Source {
    /// A table without a name, columns or rows.
    fn default() -> Self {
        let open: Open = Box::new(|| Ok(Box::new(Empty)));
        Self { table: String::new(), columns: Vec::new(), key: Vec::new(), is_open: false, open }
    }
}

/// No rows.
struct Empty;

impl RowStream for Empty {
    fn next(&mut self) -> Result<Option<Batch>, ReadError> {
        Ok(None)
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Source").field("table", &self.table).field("columns", &self.columns).finish_non_exhaustive()
    }
}
