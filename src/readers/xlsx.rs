//! Excel workbooks in, rows of text out: a sheet a table, the first row names the columns. The library holds a sheet in
//! memory while it is read. An empty text and no value at all are both empty cells where the file has no text for them.

use super::batch::{Batch, Kind, Rows};
use super::markup::resolved;
use super::table::{Column, RowStream, Source};
use super::{ReadError, ReadOptions, ReaderDef, input, problem};
use calamine::{Data, Range, Reader, Xlsx};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// The Excel format.
pub static DEF: ReaderDef = ReaderDef { name: "xlsx", extensions: &["xlsx"], is_text: false, is_single: false, list };

fn list(path: &Path, options: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    let mut workbook = open(path)?;
    let has_header = options.header.unwrap_or(true);
    let sheets = workbook.sheet_names();
    let sources = sheets.into_iter().map(|sheet| {
        let range = range(&mut workbook, path, &sheet)?;
        let names = names(&range, has_header);
        let path = path.to_owned();
        Ok(Source {
            table: sheet.clone(),
            columns: names.into_iter().map(Column::untyped).collect(),
            open: Box::new(move || Ok(Box::new(Sheet::open(&path, &sheet, has_header)?))),
            ..Source::default()
        })
    });
    sources.collect()
}

fn open(path: &Path) -> Result<Xlsx<BufReader<File>>, ReadError> {
    Xlsx::new(BufReader::new(input::open(path)?)).map_err(|error| problem::unfit(path, "its list of sheets", error))
}

fn range(workbook: &mut Xlsx<BufReader<File>>, path: &Path, sheet: &str) -> Result<Range<Data>, ReadError> {
    workbook.worksheet_range(sheet).map_err(|error| problem::unfit(path, format!("the sheet `{sheet}`"), error))
}

/// The names of a sheet's columns.
fn names(range: &Range<Data>, has_header: bool) -> Vec<String> {
    let width = range.end().map_or(0, |(_, column)| column + 1);
    let name = |column| match range.get_value((0, column)).filter(|_| has_header) {
        Some(Data::String(text)) => resolved(text).into_owned(),
        Some(Data::Empty) | None => format!("column{}", column + 1),
        Some(other) => other.to_string(),
    };
    (0..width).map(name).collect()
}

struct Sheet {
    path: PathBuf,
    range: Range<Data>,
    next: u32,
    rows: Rows,
    width: u32,
}

impl Sheet {
    fn open(path: &Path, sheet: &str, has_header: bool) -> Result<Self, ReadError> {
        let range = range(&mut open(path)?, path, sheet)?;
        let width = range.end().map_or(0, |(_, column)| column + 1);
        Ok(Self { path: path.to_owned(), range, next: u32::from(has_header), rows: Rows::new(width as usize), width })
    }
}

impl RowStream for Sheet {
    fn next(&mut self) -> Result<Option<Batch>, ReadError> {
        let end = self.range.end().map_or(0, |(row, _)| row + 1);
        while self.next < end && !self.rows.is_full() {
            self.rows.begin();
            for column in 0..self.width {
                let cell = self.range.get_value((self.next, column)).unwrap_or(&Data::Empty);
                self.rows.set(column as usize, |out| write(cell, out)).map_err(|error: String| {
                    problem::damaged(&self.path, format!("row {}, column {}", self.next + 1, column + 1), error)
                })?;
            }
            self.rows.end();
            self.next += 1;
        }
        let batch = self.rows.take().map_err(|_| problem::not_text(&self.path, "its texts"))?;
        Ok(batch.map(Batch::Text))
    }
}

/// Writes a cell's text.
fn write(cell: &Data, out: &mut Vec<u8>) -> Result<Kind, String> {
    let (text, kind) = match cell {
        Data::Empty => return Ok(Kind::Null),
        Data::Bool(true) => return Ok(Kind::True),
        Data::Bool(false) => return Ok(Kind::False),
        Data::Int(value) => (value.to_string(), Kind::Number),
        Data::Float(value) => (format!("{value:?}"), Kind::Number),
        Data::String(text) => (resolved(text).into_owned(), Kind::Literal),
        Data::DateTime(time) => (format!("{:?}", time.as_f64()), Kind::Serial),
        Data::DateTimeIso(text) | Data::DurationIso(text) => (text.clone(), Kind::Literal),
        Data::Error(error) => return Err(format!("a cell holds the error {error}")),
    };
    out.extend_from_slice(text.as_bytes());
    Ok(kind)
}
