//! `decimal(10,2)`, `(int)`, `varchar`: a type behind a column's name -> the column's type.

use std::ops::Range;

use crate::draft::ir::ColumnType;
use crate::draft::offline::scene::{Place, Scene};

/// What a word says of a type.
fn of(word: &str) -> Option<ColumnType> {
    Some(match word {
        "int" | "integer" | "bigint" | "smallint" | "tinyint" | "serial" | "bigserial" | "int4" | "int8" | "int32"
        | "int64" | "long" => ColumnType::Integer,
        "decimal" | "numeric" | "money" => ColumnType::Decimal,
        "float" | "double" | "real" | "float64" | "float32" | "float8" => ColumnType::Float,
        "bool" | "boolean" => ColumnType::Boolean,
        "date" => ColumnType::Date,
        "timestamp" | "datetime" | "timestamptz" => ColumnType::Timestamp,
        "text" | "varchar" | "string" | "char" | "nvarchar" | "str" | "clob" => ColumnType::String,
        _ => return None,
    })
}

/// Whether a word can name a type.
pub fn names_type(word: &str) -> bool {
    of(word).is_some() || matches!(word, "uuid" | "json" | "jsonb" | "time")
}

/// Whether a word is the name of a type and never part of a column's name.
pub fn is_type(word: &str) -> bool {
    matches!(
        word,
        "int"
            | "integer"
            | "bigint"
            | "smallint"
            | "numeric"
            | "decimal"
            | "varchar"
            | "string"
            | "boolean"
            | "bool"
            | "float"
            | "double"
            | "serial"
            | "datetime"
    )
}

/// The type that stands in a qualifier: as its first word, or its first word in parentheses.
pub fn declared(scene: &Scene<'_>, tokens: Range<usize>) -> Option<(ColumnType, Option<u64>, Range<usize>)> {
    let at = tokens
        .clone()
        .find(|at| !matches!(scene.text.norm(*at), "(" | ":" | "-" | "|" | "," | "–" | "as" | "an" | "a"))?;
    let is_clear = at > tokens.start || is_type(scene.text.norm(at)) || at + 1 == tokens.end;
    let found = of(scene.text.norm(at)).filter(|_| is_clear && at < tokens.end)?;
    let (scale, end) = digits(scene, at + 1, tokens.end);
    Some((found, scale, at..end))
}

/// `(10,2)` behind a type: the digits behind the point, and where it ends.
fn digits(scene: &Scene<'_>, at: usize, end: usize) -> (Option<u64>, usize) {
    let is_open = scene.text.norm(at) == "(" && scene.text.norm(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let Some(close) = (at..end).find(|at| scene.text.norm(*at) == ")").filter(|_| is_open) else { return (None, at) };
    let inside = scene.text.quote(at + 1..close);
    (inside.split_once(',').and_then(|(_, scale)| scale.trim().parse().ok()), close + 1)
}

/// Gives a column a type that was said, and claims the words. A text stays with its generator.
pub fn apply(
    scene: &mut Scene<'_>,
    place: &Place,
    (data_type, scale, tokens): (ColumnType, Option<u64>, Range<usize>),
) {
    scene.claim(tokens);
    let Some(column) = scene.column_mut(place) else { return };
    let is_text = column.generator.contains('.')
        || matches!(column.generator.as_str(), "choice" | "pattern" | "uuid" | "ulid" | "template");
    match data_type {
        ColumnType::String if is_text => {}
        ColumnType::Boolean if column.generator != "bool" => replace(column, "bool", data_type),
        ColumnType::Date if !matches!(column.generator.as_str(), "date" | "person.birth_date") => {
            replace(column, "date", data_type)
        }
        ColumnType::Timestamp if !matches!(column.generator.as_str(), "datetime" | "arrivals" | "tick") => {
            replace(column, "datetime", data_type)
        }
        ColumnType::Integer | ColumnType::Decimal | ColumnType::Float if is_text => {
            replace(column, "number", data_type)
        }
        _ => column.r#type = data_type,
    }
    if let (Some(scale), ColumnType::Decimal) = (scale, data_type) {
        column.set("scale", scale.to_string());
    }
}

fn replace(column: &mut crate::draft::ir::Column, generator: &str, data_type: ColumnType) {
    column.generator = generator.to_owned();
    column.params.clear();
    column.choices.clear();
    column.r#type = data_type;
    match generator {
        "number" => [("min", "0"), ("max", "1000")].iter().for_each(|(key, value)| column.set(key, *value)),
        "date" | "datetime" => {
            [("from", "2023-01-01"), ("to", "2025-01-01")].iter().for_each(|(key, value)| column.set(key, *value))
        }
        _ => {}
    }
}
