//! The path of a CSV file -> its columns. Files are read while the plan is made, and only here.

#![expect(clippy::disallowed_methods, reason = "files of values are read while the plan is made, and only here")]

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read;
use std::path::{Component, Path};
use std::sync::Arc;

use arrow_array::{Array, ArrayRef, StringArray};
use arrow_cast::{CastOptions, cast_with_options};

use super::super::pool;
use crate::diag::{Diagnostic, Span};
use crate::plan::{PlanContext, Reported, type_name};
use crate::source::Spanned;

/// Largest file, in bytes.
const MOST_BYTES: u64 = 64 << 20;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// A CSV file with a header.
pub struct Table {
    name: String,
    span: Span,
    header: Vec<String>,
    rows: Vec<csv::StringRecord>,
}

impl Table {
    /// Reads a file.
    pub fn open(cx: &mut PlanContext<'_, '_>, file: &Spanned<String>) -> Result<Self, Reported> {
        let refuse =
            |message: String, help: &str| Diagnostic::error("E0525", message).at(file.span, "this file").help(help);
        let bytes = match bytes(cx.folder(), &file.value) {
            Ok(bytes) => bytes,
            Err((why, help)) => return Err(cx.fail(refuse(format!("`{}` {why}", file.value), help))),
        };
        cx.used_file(&file.value, &bytes);
        match parse(bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes)) {
            Ok((header, rows)) if !rows.is_empty() && rows.len() <= pool::MOST => {
                Ok(Self { name: file.value.clone(), span: file.span, header, rows })
            }
            Ok(_) => {
                let error = Diagnostic::error("E0527", format!("`{}` has no values", file.value));
                Err(cx.fail(
                    error.at(file.span, "no line behind the header").help("add lines below the line of column names"),
                ))
            }
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                let message = format!("line {line} of `{}`: {}", file.value, cause(&error));
                Err(cx.fail(refuse(message, "write CSV in UTF-8, with as many cells in every line as in the first")))
            }
        }
    }

    /// The place of a column; of the only one where none is named.
    pub fn column(&self, cx: &mut PlanContext<'_, '_>, name: Option<&Spanned<String>>) -> Result<usize, Reported> {
        let all = || self.header.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let Some(name) = name else {
            return match self.header.len() {
                1 => Ok(0),
                many => {
                    let error = Diagnostic::error("E0526", format!("`{}` has {many} columns", self.name));
                    Err(cx.fail(error.at(self.span, "which one?").help(format!("add `column:`; there are {}", all()))))
                }
            };
        };
        self.header.iter().position(|known| *known == name.value).ok_or_else(|| {
            let error = Diagnostic::error("E0526", format!("`{}` has no column `{}`", self.name, name.value));
            let error = error.at(name.span, "unknown").suggest(&name.value, self.header.iter().map(String::as_str));
            cx.fail(error.help(format!("its columns are {}", all())))
        })
    }

    /// The values of a column in the column's declared type.
    pub fn values(&self, cx: &mut PlanContext<'_, '_>, column: usize) -> Result<ArrayRef, Reported> {
        let text: ArrayRef = Arc::new(StringArray::from_iter_values(self.rows.iter().map(|row| &row[column])));
        let Some(to) = cx.declared_type().cloned() else { return Ok(text) };
        let options = CastOptions { safe: true, ..CastOptions::default() };
        let typed = cast_with_options(&text, &to, &options).ok();
        let wrong = |typed: &ArrayRef| (0..typed.len()).find(|at| !typed.is_valid(*at));
        match (typed.as_ref().map_or(Some(0), wrong), typed) {
            (None, Some(typed)) => Ok(typed),
            (at, _) => {
                let row = &self.rows[at.unwrap_or(0)];
                let message = format!("{}: `{}` is no {}", self.line(row), &row[column], type_name(&to));
                let error = Diagnostic::error("E0428", message).at(self.span, "this file");
                Err(cx.fail(error.help("change the value in the file, or `type`")))
            }
        }
    }

    /// The numbers of a column.
    pub fn weights(&self, cx: &mut PlanContext<'_, '_>, column: usize, span: Span) -> Result<Vec<f64>, Reported> {
        let mut weights = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            match row[column].trim().parse::<f64>().ok().filter(|weight| weight.is_finite() && *weight >= 0.0) {
                Some(weight) => weights.push(weight),
                None => {
                    let why =
                        if row[column].trim().parse::<f64>().is_ok() { "negative or infinite" } else { "not a number" };
                    let message = format!("{}: the weight `{}` is {why}", self.line(row), &row[column]);
                    let error = Diagnostic::error("E0532", message).at(span, "these weights");
                    return Err(cx.fail(error.help("write a number of at least 0 in every line")));
                }
            }
        }
        Ok(weights)
    }

    /// A value that the column has twice.
    pub fn repeated(&self, column: usize) -> Option<&str> {
        let mut seen = BTreeSet::new();
        self.rows.iter().map(|row| &row[column]).find(|value| !seen.insert(*value))
    }

    fn line(&self, row: &csv::StringRecord) -> String {
        format!("line {} of `{}`", row.position().map_or(0, csv::Position::line), self.name)
    }
}

/// The content of a file of the spec's folder, or why there is none and what to do.
fn bytes(folder: &Path, file: &str) -> Result<Vec<u8>, (String, &'static str)> {
    let path = Path::new(file);
    if !path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
        return Err((
            "lies outside the spec's folder".into(),
            "copy it next to the spec, and name it without `..` or `/`",
        ));
    }
    let mut bytes = Vec::new();
    let opened = File::open(folder.join(path)).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    match opened {
        Ok(read) if read as u64 > MOST_BYTES => {
            Err(("is larger than 64 MiB".into(), "keep only the lines that are needed"))
        }
        Ok(_) => Ok(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(("is not there".into(), "check the name; it is relative to the spec's folder"))
        }
        Err(error) => Err((format!("cannot be read: {error}"), "give yourself permission to read it")),
    }
}

fn parse(bytes: &[u8]) -> Result<(Vec<String>, Vec<csv::StringRecord>), csv::Error> {
    let mut reader = csv::Reader::from_reader(bytes);
    let header = reader.headers()?.iter().map(|name| name.trim().to_owned()).collect();
    let rows = reader.into_records().collect::<Result<_, _>>()?;
    Ok((header, rows))
}

/// What is wrong with a line, without its number.
fn cause(error: &csv::Error) -> String {
    match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => format!("{len} cells instead of {expected_len}"),
        csv::ErrorKind::Utf8 { .. } => "this is not UTF-8".to_owned(),
        _ => error.to_string(),
    }
}
