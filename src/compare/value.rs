//! Two cells of any formats -> whether they mean the same value.

use super::bytes;
use super::number::Number;
use super::time::{self, DAY};
use crate::readers::{Cell, Family, Origin, Value};
use std::borrow::Cow;

/// How the cells of a pair of columns are compared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// What the values are, as far as either side knows.
    pub family: Family,
    /// By how much numbers may differ.
    pub tolerance: Option<f64>,
}

/// Nanoseconds by which a spreadsheet's time, a float of days, may be off.
const SERIAL_SLACK: u128 = 1_000_000;

impl Rule {
    /// Whether two cells hold the same value.
    pub fn equal(self, left: &Cell<'_>, right: &Cell<'_>) -> bool {
        match (left, right) {
            (Cell::Null, Cell::Null) => true,
            (Cell::Null, other) | (other, Cell::Null) => self.family == Family::Json && is_null_document(other),
            (Cell::Text(left, a), Cell::Text(right, b)) => left == right || self.texts(left, right, (*a, *b)),
            _ if self.family == Family::Json || is_json(left) || is_json(right) => documents(left, right),
            (Cell::Text(text, _), value) | (value, Cell::Text(text, _)) => self.text_and_value(text, value),
            _ => self.values(left, right),
        }
    }

    /// Two texts that are not the same.
    fn texts(self, left: &str, right: &str, origins: (Origin, Origin)) -> bool {
        match self.family {
            Family::Text => false,
            Family::Json => documents_of_texts(left, right, origins),
            _ if origins.0 == Origin::String || origins.1 == Origin::String => false,
            _ => self.untyped_texts(left, right, origins),
        }
    }

    /// Two texts of which nobody knows what they are.
    fn untyped_texts(self, left: &str, right: &str, origins: (Origin, Origin)) -> bool {
        let (Some(first), Some(second)) = (left.bytes().next(), right.bytes().next()) else {
            let is_empty_document = |text: &str| text.starts_with(['[', '{']);
            return (is_empty_binary(left) && is_empty_binary(right))
                || ((is_empty_document(left) || is_empty_document(right)) && documents_of_texts(left, right, origins));
        };
        let are_bare = origins == (Origin::Bare, Origin::Bare);
        let is_digit = |byte: u8| byte.is_ascii_digit() || byte == b'-';
        if is_digit(first) && is_digit(second) {
            return (are_bare && self.numbers(left, right))
                || same(time::instant, left, right)
                || same(time::clock, left, right);
        }
        if [left, right].iter().any(|text| text.starts_with('P') || text.starts_with("-P"))
            && same(time::clock, left, right)
        {
            return true;
        }
        let is_bracket = |byte: u8| byte == b'{' || byte == b'[';
        if is_bracket(first) && is_bracket(second) {
            return documents_of_texts(left, right, origins);
        }
        if same_word(left, right) {
            return true;
        }
        let prefixed = bytes::prefixed(left).map(|bytes| (bytes, right)).or(bytes::prefixed(right).map(|b| (b, left)));
        prefixed.is_some_and(|(known, other)| bytes::readings(other).any(|bytes| bytes == known))
    }

    fn numbers(self, left: &str, right: &str) -> bool {
        let pair = Number::written(left).zip(Number::written(right));
        pair.is_some_and(|(left, right)| self.same_number(left, right))
    }

    fn same_number(self, left: Number<'_>, right: Number<'_>) -> bool {
        let is_single = self.family == Family::Single;
        left.equals(right, self.tolerance) || (is_single && Number::Single(left.single()).equals(right, None))
    }

    /// A text, and a value whose type is known.
    fn text_and_value(self, text: &str, value: &Cell<'_>) -> bool {
        match value {
            Cell::Bool(value) => word(text) == Some(*value),
            Cell::Date(days) => time::instant(text) == Some(i128::from(*days) * DAY),
            Cell::Instant(nanos) => time::instant(text) == Some(*nanos),
            Cell::Time(nanos) => time::clock(text) == Some(i128::from(*nanos)),
            Cell::Duration(nanos) => time::clock(text) == Some(*nanos) || is_micros(Number::written(text), *nanos),
            Cell::Serial(serial) => {
                let is_instant = time::instant(text).is_some_and(|nanos| is_near(nanos, time::of_serial(*serial)));
                is_instant || time::clock(text).is_some_and(|nanos| is_near(nanos, time::span_of_serial(*serial)))
            }
            Cell::Binary(value) => bytes::readings(text).any(|bytes| bytes == *value),
            Cell::Hex(digits) => bytes::hex(digits).is_some_and(|value| bytes::readings(text).any(|b| b == value)),
            value => self.text_and_number(text, value),
        }
    }

    fn text_and_number(self, text: &str, value: &Cell<'_>) -> bool {
        let Some(number) = Number::of(value) else { return false };
        let is_same = Number::written(text).is_some_and(|written| self.same_number(written, number));
        is_same
            || time::clock(text).is_some_and(|nanos| is_micros(Some(number), nanos))
            || word(text).is_some_and(|value| is_flag(number, value))
    }

    /// Two values whose types are known.
    fn values(self, left: &Cell<'_>, right: &Cell<'_>) -> bool {
        match (left, right) {
            (Cell::Bool(left), Cell::Bool(right)) => left == right,
            (Cell::Bool(flag), other) | (other, Cell::Bool(flag)) => {
                Number::of(other).is_some_and(|number| is_flag(number, *flag))
            }
            (Cell::Binary(left), Cell::Binary(right)) => left == right,
            (Cell::Hex(digits), Cell::Binary(bytes)) | (Cell::Binary(bytes), Cell::Hex(digits)) => {
                bytes::hex(digits).is_some_and(|value| value == *bytes)
            }
            (Cell::Hex(left), Cell::Hex(right)) => left.eq_ignore_ascii_case(right),
            (Cell::Duration(nanos), other) | (other, Cell::Duration(nanos)) if Number::of(other).is_some() => {
                is_micros(Number::of(other), *nanos)
            }
            (Cell::Serial(serial), other) | (other, Cell::Serial(serial)) if Number::of(other).is_some() => {
                // Formats without durations count microseconds.
                let micros = Number::of(other).and_then(|number| number.normal().integer());
                micros.is_some_and(|micros| is_near(i128::from(micros) * 1000, time::span_of_serial(*serial)))
            }
            _ => match Number::of(left).zip(Number::of(right)) {
                Some((left, right)) => self.same_number(left, right),
                None => times(left, right),
            },
        }
    }
}

/// Two times, as far as both are some.
fn times(left: &Cell<'_>, right: &Cell<'_>) -> bool {
    let nanos = |cell: &Cell<'_>| match cell {
        Cell::Date(days) => Some(i128::from(*days) * DAY),
        Cell::Instant(nanos) | Cell::Duration(nanos) => Some(*nanos),
        Cell::Time(nanos) => Some(i128::from(*nanos)),
        _ => None,
    };
    match (left, right) {
        (Cell::Serial(left), Cell::Serial(right)) => is_near(time::span_of_serial(*left), time::span_of_serial(*right)),
        (Cell::Serial(serial), other) | (other, Cell::Serial(serial)) => {
            let is_clock = matches!(other, Cell::Time(_) | Cell::Duration(_));
            let here = if is_clock { time::span_of_serial(*serial) } else { time::of_serial(*serial) };
            nanos(other).is_some_and(|nanos| is_near(nanos, here))
        }
        _ => nanos(left).zip(nanos(right)).is_some_and(|(left, right)| left == right),
    }
}

/// Whether a time is that of a spreadsheet.
fn is_near(left: i128, right: i128) -> bool {
    left.abs_diff(right) < SERIAL_SLACK
}

fn same<T: PartialEq>(read: impl Fn(&str) -> Option<T>, left: &str, right: &str) -> bool {
    read(left).is_some_and(|value| read(right) == Some(value))
}

/// Whether a number counts the microseconds of a duration.
fn is_micros(number: Option<Number<'_>>, nanos: i128) -> bool {
    nanos % 1000 == 0 && number.is_some_and(|number| number.equals(Number::Exact(nanos / 1000, 0), None))
}

/// Whether a number stands for true or false.
fn is_flag(number: Number<'_>, flag: bool) -> bool {
    number.equals(Number::Exact(i128::from(flag), 0), None)
}

/// True and false in words and digits.
fn word(text: &str) -> Option<bool> {
    let is = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(text));
    is(&["true", "t", "1"]).then_some(true).or_else(|| is(&["false", "f", "0"]).then_some(false))
}

/// Whether two texts stand for the same truth, at least one of them in a whole word.
fn same_word(left: &str, right: &str) -> bool {
    let is_whole = |text: &str| text.len() >= 4 && word(text).is_some();
    (is_whole(left) || is_whole(right)) && word(left) == word(right)
}

fn is_empty_binary(text: &str) -> bool {
    text.is_empty() || text == "\\x" || text == "0x"
}

fn is_json(cell: &Cell<'_>) -> bool {
    matches!(cell, Cell::Json(_) | Cell::Markup(_))
}

/// Whether a cell of a column of documents is the document `null`.
fn is_null_document(cell: &Cell<'_>) -> bool {
    matches!(cell, Cell::Text(text, _) | Cell::Json(text) if text.trim() == "null")
}

/// Documents that a cell may hold: of text, what it is the JSON text of, and itself as a JSON string.
fn readings<'a>(cell: &'a Cell<'_>) -> Vec<Value<'a>> {
    match cell {
        Cell::Text(text, Origin::Bare) if text.is_empty() => {
            vec![Value::String("".into()), Value::Array(Vec::new()), Value::Object(Vec::new())]
        }
        Cell::Text(text, _) => Value::parse(text).into_iter().chain([Value::String(text.as_ref().into())]).collect(),
        Cell::Json(text) => Value::parse(text).into_iter().collect(),
        Cell::Markup(text) => Value::parse(text).into_iter().collect(),
        Cell::Number(text) => vec![Value::Number(text)],
        Cell::Bool(value) => vec![Value::Bool(*value)],
        _ => Vec::new(),
    }
}

fn documents(left: &Cell<'_>, right: &Cell<'_>) -> bool {
    let is_loose = |cell: &Cell<'_>| match cell {
        Cell::Markup(_) => true,
        Cell::Text(text, Origin::Bare) => text.is_empty(),
        _ => false,
    };
    let documents = Documents { is_loose: is_loose(left) || is_loose(right) };
    let others = readings(right);
    readings(left).iter().any(|value| others.iter().any(|other| documents.same(value, other)))
}

fn documents_of_texts(left: &str, right: &str, origins: (Origin, Origin)) -> bool {
    documents(&Cell::Text(left.into(), origins.0), &Cell::Text(right.into(), origins.1))
}

/// How documents are compared.
struct Documents {
    /// Whether one side has no types: its leaves are strings, and null members may be missing.
    is_loose: bool,
}

impl Documents {
    /// Whether two documents are the same: numbers by value, members in any order.
    fn same(&self, left: &Value<'_>, right: &Value<'_>) -> bool {
        match (left, right) {
            (Value::Number(left), Value::Number(right)) => {
                left == right || Number::Written(left).equals(Number::Written(right), None)
            }
            (Value::Array(left), Value::Array(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(left, right)| self.same(left, right))
            }
            (Value::Object(left), Value::Object(right)) => self.holds(left, right) && self.holds(right, left),
            (Value::String(text), other) | (other, Value::String(text)) if self.is_loose => loose(text, other),
            _ => left == right,
        }
    }

    /// Whether one object has all members of the other.
    fn holds(&self, some: &[(Cow<'_, str>, Value<'_>)], all: &[(Cow<'_, str>, Value<'_>)]) -> bool {
        some.iter().all(|(name, value)| match all.iter().find(|(other, _)| other == name) {
            Some((_, found)) => self.same(value, found),
            None => self.is_loose && *value == Value::Null,
        })
    }
}

/// Whether a text without a type stands for a value.
fn loose(text: &str, value: &Value<'_>) -> bool {
    match value {
        Value::Number(number) => {
            Number::written(text).is_some_and(|written| written.equals(Number::Written(number), None))
        }
        Value::Bool(value) => word(text) == Some(*value),
        Value::String(other) => text == other || same(time::instant, text, other) || same(time::clock, text, other),
        Value::Array(items) => text.is_empty() && items.is_empty(),
        Value::Object(members) => text.is_empty() && members.iter().all(|(_, value)| *value == Value::Null),
        Value::Null => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANY: Rule = Rule { family: Family::Unknown, tolerance: None };
    const JSON: Rule = Rule { family: Family::Json, ..ANY };

    fn bare(text: &str) -> Cell<'_> {
        Cell::Text(text.into(), Origin::Bare)
    }

    fn literal(text: &str) -> Cell<'_> {
        Cell::Text(text.into(), Origin::Literal)
    }

    #[track_caller]
    fn holds(rule: Rule, is_same: bool, left: Cell<'_>, right: Cell<'_>) {
        assert_eq!(rule.equal(&left, &right), is_same, "{left:?} {right:?}");
        assert_eq!(rule.equal(&right, &left), is_same, "{right:?} {left:?}");
    }

    #[test]
    fn the_same_value_is_the_same_in_every_format() {
        for (left, right) in [
            (bare("1.50"), Cell::Decimal(150, 2)),
            (bare("1.50"), Cell::Number("1.5")),
            (Cell::Decimal(150, 2), Cell::Float(1.5)),
            (literal("18446744073709551615"), Cell::Int(i128::from(u64::MAX))),
            (bare("true"), Cell::Number("1")),
            (bare("t"), Cell::Bool(true)),
            (bare("false"), literal("F")),
            (bare("2024-02-29T12:00:00Z"), literal("2024-02-29 12:00:00")),
            (bare("2024-02-29"), Cell::Date(19_782)),
            (Cell::Date(19_782), Cell::Serial(45_351.0)),
            (bare("12:00:00"), Cell::Serial(0.5)),
            (Cell::Time(43_200_000_000_000), Cell::Serial(0.5)),
            (bare("36:00:00"), Cell::Number("129600000000")),
            (Cell::Duration(-90_000_000_000), Cell::Int(-90_000_000)),
            (bare("\\xfffe"), literal("//4=")),
            (Cell::Hex("FFFE"), literal("//4=")),
            (Cell::Hex("fffe"), Cell::Binary(b"\xff\xfe")),
            (bare("\\x"), literal("")),
            (bare("{\"a\": [1.0, null]}"), Cell::Json("{\"a\":[1,null]}".into())),
            (bare("{\"a\":1,\"b\":2}"), literal("{\"b\": 2, \"a\": 1}")),
            (bare("NaN"), Cell::Float(f64::NAN)),
            (bare("0.1"), Cell::Float32(0.1)),
        ] {
            holds(ANY, true, left, right);
        }
    }

    #[test]
    fn different_values_are_different() {
        for (left, right) in [
            (Cell::Null, bare("")),
            (Cell::Null, bare("null")),
            (bare("007"), bare("7")),
            (bare("1"), bare("t")),
            (bare("1.5"), Cell::Text("1.50".into(), Origin::String)),
            (literal("1.5"), literal("1.50")),
            (bare("2024-02-29"), Cell::Date(19_783)),
            (bare("a"), bare("A")),
            (Cell::Int(1), Cell::Date(1)),
            (Cell::Bool(true), Cell::Int(2)),
            (bare("[1]"), Cell::Json("[2]".into())),
        ] {
            holds(ANY, false, left, right);
        }
        holds(Rule { family: Family::Text, ..ANY }, false, bare("1.50"), bare("1.5"));
    }

    #[test]
    fn columns_of_documents_hold_scalars_too() {
        holds(JSON, true, bare("null"), Cell::Null);
        holds(JSON, true, bare("\"s\\n\""), literal("s\n"));
        holds(JSON, true, bare("[]"), Cell::Json("[ ]".into()));
        holds(JSON, false, bare("[]"), Cell::Json("{}".into()));
        holds(JSON, true, bare("1"), Cell::Number("1.0"));
        holds(JSON, true, bare(""), Cell::Json("[]".into()));
    }

    #[test]
    fn documents_without_types_are_compared_by_their_leaves() {
        holds(ANY, true, Cell::Markup("[\"1\",null]"), Cell::Json("[1.0,null]".into()));
        holds(ANY, true, Cell::Markup("{\"a\":\"true\"}"), bare("{\"a\":true,\"b\":null}"));
        holds(ANY, false, Cell::Markup("[\"1\"]"), Cell::Json("[2]".into()));
        holds(ANY, false, Cell::Json("[\"1\"]".into()), Cell::Json("[1]".into()));
    }
}
