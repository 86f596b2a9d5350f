//! A table in, what Excel cannot hold of it out.

use super::escape::is_noncharacter;
use crate::formats::{Problem, TableShape};
use crate::words::grouped;

/// Rows of a sheet, the header too.
const ROWS: u64 = 1_048_576;

/// Columns of a sheet.
const COLUMNS: usize = 16_384;

/// Letters of a sheet's name, in UTF-16.
const NAME: usize = 31;

/// What of a table a sheet cannot hold; `others` are the names of the tables before it.
pub fn check(table: &TableShape, others: &[String], header: bool, rows: &dyn Fn() -> u64) -> Vec<Problem> {
    let found = [name(&table.name), clash(&table.name, others), columns(table), too_many(rows(), header)];
    let problems = found.into_iter().flatten().map(|(message, help)| Problem {
        table: Some(table.name.clone()),
        column: None,
        message,
        help,
    });
    problems.collect()
}

type Finding = Option<(String, String)>;

fn name(name: &str) -> Finding {
    let why = if name.encode_utf16().count() > NAME {
        format!("a sheet's name has at most {NAME} characters")
    } else if name.contains(['[', ']', ':', '*', '?', '/', '\\'])
        || name.contains(|c: char| c.is_control() || is_noncharacter(c))
    {
        "a sheet's name has none of `[ ] : * ? / \\` and no control characters".to_owned()
    } else if name.starts_with('\'') || name.ends_with('\'') {
        "a sheet's name does not begin or end with an apostrophe".to_owned()
    } else if name.trim().is_empty() || name.eq_ignore_ascii_case("history") {
        "Excel takes no sheet of this name".to_owned()
    } else {
        return None;
    };
    Some((why, "give the table another name".to_owned()))
}

fn clash(name: &str, others: &[String]) -> Finding {
    let other = others.iter().find(|other| other.to_lowercase() == name.to_lowercase())?;
    let message = format!("the names of sheets do not differ in capitals only, and there is `{other}` already");
    Some((message, "give one of the two tables another name".to_owned()))
}

fn columns(table: &TableShape) -> Finding {
    let columns = table.schema.fields().len();
    let message = format!("a sheet has at most 16,384 columns, and the table has {columns}");
    (columns > COLUMNS)
        .then(|| (message, "hide columns by a `_` before their names, or choose parquet or csv".to_owned()))
}

fn too_many(rows: u64, header: bool) -> Finding {
    let most = ROWS - u64::from(header);
    let message = format!("a sheet has at most {} rows of data, and the table has {}", grouped(most), grouped(rows));
    let help = "write it in parts by `--split-rows 1000000`, or choose parquet or csv";
    (rows > most).then(|| (message, help.to_owned()))
}
