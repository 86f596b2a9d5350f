//! A table in, what of it a dialect cannot hold out: names, types, keys.

use super::dialect::Dialect;
use crate::formats::shape::logical;
use crate::formats::{Problem, TableShape};
use arrow_schema::{DataType, Field};

/// Bytes of a key of InnoDB.
const LONGEST_MYSQL_KEY: usize = 3072;

/// What of a table, of the tables of a build, the dialect cannot hold.
pub fn check(dialect: Dialect, tables: &[TableShape], table: &TableShape) -> Vec<Problem> {
    let of_table = |message: String, help: &str| Problem {
        table: Some(table.name.clone()),
        column: None,
        message,
        help: help.to_owned(),
    };
    let mut problems = Vec::new();
    problems.extend(name_problem(dialect, &table.name).map(|message| of_table(message, "rename the table")));
    if let Some(other) = tables.iter().find(|other| is_same(dialect, &other.name, &table.name)) {
        let message = format!("its name and `{}` differ in capitals only, which this dialect ignores", other.name);
        problems.push(of_table(message, "rename one of the tables"));
    }
    for (i, field) in table.schema.fields().iter().enumerate() {
        let before = &table.schema.fields()[..i];
        if let Some((message, help)) = column_problem(dialect, field, before.iter().map(|other| other.name())) {
            problems.push(Problem::column(&table.name, field.name(), message, help));
        }
    }
    if dialect == Dialect::Mysql {
        let keys = std::iter::once(&table.key).chain(&table.unique);
        let long = keys
            .filter_map(|key| Some((key, mysql_key_bytes(table, key))).filter(|(_, bytes)| *bytes > LONGEST_MYSQL_KEY));
        problems.extend(long.map(|(key, bytes)| {
            let message =
                format!("its key ({}) may take {bytes} bytes, MySQL takes {LONGEST_MYSQL_KEY}", key.join(", "));
            of_table(message, "choose a key with fewer texts in it")
        }));
    }
    problems
}

/// Bytes that a key may take: a text has 255 characters of at most 4 bytes.
fn mysql_key_bytes(table: &TableShape, key: &[String]) -> usize {
    let columns = key.iter().filter_map(|name| table.schema.field_with_name(name).ok());
    let bytes = columns.map(|field| match logical(field.data_type()) {
        DataType::Utf8 => 255 * 4,
        DataType::Binary => 255,
        DataType::Decimal128(..) => 17,
        _ => 8,
    });
    bytes.sum()
}

/// Whether two different names are one for the dialect.
fn is_same(dialect: Dialect, name: &str, other: &str) -> bool {
    dialect.ignores_case() && name != other && name.to_lowercase() == other.to_lowercase()
}

/// What is wrong with a name in a dialect.
fn name_problem(dialect: Dialect, name: &str) -> Option<String> {
    if name.is_empty() || name.contains('\0') {
        return Some("a name in SQL is not empty and has no NUL character".to_owned());
    }
    if dialect == Dialect::Mysql && (name.ends_with(' ') || name.chars().any(|c| c > '\u{ffff}')) {
        return Some("a name in MySQL does not end with a space and has no characters beyond U+FFFF".to_owned());
    }
    let (longest, in_bytes) = dialect.longest_name()?;
    let length = if in_bytes { name.len() } else { name.chars().count() };
    let unit = if in_bytes { "bytes" } else { "characters" };
    (length > longest).then(|| format!("its name has {length} {unit}, this dialect takes {longest}"))
}

fn column_problem<'a>(
    dialect: Dialect,
    field: &Field,
    mut before: impl Iterator<Item = &'a String>,
) -> Option<(String, &'static str)> {
    const RENAME: &str = "rename the column";
    if let Some(message) = name_problem(dialect, field.name()) {
        return Some((message, RENAME));
    }
    if let Some(other) = before.find(|other| is_same(dialect, other, field.name())) {
        let message = format!("its name and `{other}` differ in capitals only, which this dialect ignores");
        return Some((message, RENAME));
    }
    match (dialect, field.data_type()) {
        (Dialect::Mysql, DataType::Decimal128(_, scale @ 31..)) => {
            Some((format!("MySQL has at most 30 digits behind the point, not {scale}"), "lower the scale"))
        }
        _ => None,
    }
}
