//! A line of the lexicon that says how values are made -> an [`ir::Column`](Column) without a name.
//!
//! `unique pattern [A-Z]{2}[0-9]{6}`, `choice open 30, closed 70`, `number integer dist=poisson mean=3`,
//! `datetime from="now - 2d" to=now null=0.1`: a generator, a type, parameters as in specs, `null=` and `in=` (the unit).

use crate::draft::ir::{Choice, Column, ColumnType};

/// What a line comes to.
#[derive(Debug, Clone, Default)]
pub struct Making {
    /// The column, without a name.
    pub column: Column,
    /// The unit of its numbers, such as `kg`; empty for none.
    pub unit: &'static str,
}

/// Reads a line.
pub fn read(line: &'static str) -> Making {
    let (unique, line) = match line.strip_prefix("unique ") {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    let (generator, rest) = line.split_once(' ').unwrap_or((line, ""));
    let mut making = match generator {
        "choice" => Making { column: choice(rest), unit: "" },
        "pattern" => Making { column: pattern(rest), unit: "" },
        _ => parameters(generator, rest),
    };
    making.column.unique = unique;
    making
}

/// `open 30, closed 70` or `red, green`.
fn choice(values: &str) -> Column {
    let choices = values.split(',').map(str::trim).filter(|value| !value.is_empty()).map(weighted).collect();
    Column { generator: "choice".to_owned(), choices, ..Column::default() }
}

fn weighted(value: &str) -> Choice {
    let weight = value.rsplit_once(' ').and_then(|(value, weight)| Some((value, weight.parse().ok()?)));
    match weight {
        Some((value, weight)) => Choice { value: value.trim().to_owned(), weight },
        None => Choice { value: value.to_owned(), weight: 0.0 },
    }
}

/// A column of texts that match a regular expression.
pub fn pattern(expression: &str) -> Column {
    let mut column = Column { generator: "pattern".to_owned(), ..Column::default() };
    column.set("pattern", format!("\"{}\"", expression.replace('\\', "\\\\")));
    column
}

fn parameters(generator: &str, rest: &'static str) -> Making {
    let mut making = Making { column: Column { generator: generator.to_owned(), ..Column::default() }, unit: "" };
    for part in parts(rest) {
        match part.split_once('=') {
            Some(("in", unit)) => making.unit = unit,
            Some(("null", rate)) => making.column.null_rate = rate.parse().unwrap_or(0.0),
            Some((key, value)) => making.column.set(key, value),
            None => making.column.r#type = type_of(part),
        }
    }
    making
}

/// Cuts at blanks that stand outside quotes and brackets.
fn parts(text: &'static str) -> Vec<&'static str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut quoted) = (0, 0, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '[' | '{' if !quoted => depth += 1,
            ']' | '}' if !quoted => depth -= 1,
            ' ' if !quoted && depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts.retain(|part| !part.is_empty());
    parts
}

/// The type of a word; that of the generator for any other word (a test holds that there is none).
fn type_of(word: &str) -> ColumnType {
    match word {
        "string" => ColumnType::String,
        "integer" => ColumnType::Integer,
        "decimal" => ColumnType::Decimal,
        "float" => ColumnType::Float,
        "boolean" => ColumnType::Boolean,
        "date" => ColumnType::Date,
        "timestamp" => ColumnType::Timestamp,
        _ => ColumnType::Auto,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_generator_type_parameters_and_unit() {
        let making = read("number decimal dist=lognormal median=40 max=9 null=0.1 in=kg");
        assert_eq!(making.column.generator, "number");
        assert_eq!(making.column.r#type, ColumnType::Decimal);
        assert_eq!(making.column.param("median"), Some("40"));
        assert_eq!(making.column.null_rate, 0.1);
        assert_eq!(making.unit, "kg");
        let dates = read("datetime from=\"now - 2d\" to=now shape.weekly=[1, 2]").column;
        assert_eq!(dates.param("from"), Some("\"now - 2d\""));
        assert_eq!(dates.param("shape.weekly"), Some("[1, 2]"));
    }

    #[test]
    fn choices_and_patterns_are_whole_lines() {
        let choice = read("choice in progress 60, done 40").column;
        assert_eq!(choice.choices[0], Choice { value: "in progress".to_owned(), weight: 60.0 });
        let sku = read("unique pattern [A-Z]{3}-[0-9]{5}").column;
        assert!(sku.unique);
        assert_eq!(sku.param("pattern"), Some("\"[A-Z]{3}-[0-9]{5}\""));
    }
}
