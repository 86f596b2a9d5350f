//! Literals: numbers, strings, booleans, null, typed strings and intervals.

use super::super::error::ExprError;
use super::super::kernels::{self, interval, parse, time};
use super::super::literal::Literal;
use super::super::node::{Kind, Node};
use super::super::types::{Class, DURATION, class, digits_of, name, pow10};
use super::{Lowering, article};
use arrow_schema::DataType;
use sqlparser::ast::{Expr as Ast, Interval, TypedString, Value, ValueWithSpan};
use std::ops::Range;

impl Lowering<'_> {
    /// A literal.
    pub(super) fn value(&mut self, value: &ValueWithSpan) -> Option<Node> {
        let range = self.range(value);
        match &value.value {
            Value::Number(text, _) => match number(text) {
                Some(number) => Some(Node::constant(&number, range)),
                None => {
                    self.fail(bad_literal(text, &DataType::Float64, range).help("it is too large for any number type"))
                }
            },
            Value::Boolean(value) => Some(Node::constant(&Literal::Boolean(*value), range)),
            Value::Null => Some(Node::null(&DataType::Null, range)),
            Value::SingleQuotedString(text)
            | Value::EscapedStringLiteral(text)
            | Value::NationalStringLiteral(text) => Some(untyped(text.clone(), range)),
            Value::HexStringLiteral(text) => self.bytes(text, range),
            other => self.unsupported(&range, &format!("`{other}`"), Some("quote strings as 'text'")),
        }
    }

    fn bytes(&mut self, text: &str, range: Range<usize>) -> Option<Node> {
        let pairs = (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok());
        match pairs.collect::<Option<Vec<u8>>>() {
            Some(bytes) => Some(Node::constant(&Literal::Binary(bytes), range)),
            None => self.fail(bad_literal(text, &DataType::Binary, range)),
        }
    }

    /// `date '2024-01-01'` and its like.
    pub(super) fn typed_string(&mut self, typed: &TypedString) -> Option<Node> {
        let range = self.range(&typed.value);
        let to = self.sql_type(&typed.data_type, range.clone())?;
        let text = typed.value.value.clone().into_string()?;
        self.read_literal(untyped(text, range), &to)
    }

    /// Reads a quoted string as a value of a type.
    pub(super) fn read_literal(&mut self, node: Node, to: &DataType) -> Option<Node> {
        let text = node.text()?;
        if class(to) == Class::Text {
            return Some(Node::constant(&Literal::Text(text), node.range));
        }
        if class(to).is_span() {
            return self.span_literal(&text, node.range);
        }
        if class(to).is_numeric() && parse::number(text.trim()).is_some() {
            let read = number(text.trim())?;
            return Some(Node::constant(&read, node.range));
        }
        let kernel = kernels::cast::kernel(&DataType::Utf8, to, false);
        let read = kernel.map(|kernel| Node::strict(kernel, vec![node.clone()], to.clone(), true, node.range.clone()));
        match read {
            Some(read) if !read.nullable => Some(read),
            _ => self.fail(bad_literal(&text, to, node.range)),
        }
    }

    /// Reads the text of an interval: a duration when it has no months, else a calendar interval.
    pub(super) fn span_literal(&mut self, text: &str, range: Range<usize>) -> Option<Node> {
        match interval::parse(text).and_then(span_literal) {
            Some(literal) => Some(Node::constant(&literal, range)),
            None => self.fail(bad_literal(text, &DURATION, range)),
        }
    }

    /// `interval '2 days'`, `interval '2' day`.
    pub(super) fn interval(&mut self, interval: &Interval) -> Option<Node> {
        let range = self.range(&*interval.value);
        if interval.last_field.is_some() {
            return self.unsupported(&range, "`to` in an interval", Some("write `interval '1 day 02:30:00'`"));
        }
        let text = match &*interval.value {
            Ast::Value(value) => match value.value.clone() {
                Value::Number(text, _) => Some(text),
                other => other.into_string(),
            },
            _ => None,
        };
        let Some(text) = text else {
            let help = "write a literal and multiply: `n * interval '1 day'`";
            return self.unsupported(&range, "an interval of anything but a literal", Some(help));
        };
        let Some(field) = &interval.leading_field else { return self.span_literal(&text, range) };
        let unit = interval::unit(&field.to_string());
        match unit.and_then(|unit| interval::amount(text.trim(), unit)).and_then(span_literal) {
            Some(literal) => Some(Node::constant(&literal, range)),
            None => self.fail(bad_literal(&format!("{text} {field}"), &DURATION, range)),
        }
    }
}

fn span_literal(span: interval::Span) -> Option<Literal> {
    if let Some(micros) = span.exact() {
        return Some(Literal::Duration(micros));
    }
    let value = span.to_arrow()?;
    Some(Literal::Interval { months: value.months, days: value.days, nanoseconds: value.nanoseconds })
}

/// A quoted string whose context decides what it is.
fn untyped(text: String, range: Range<usize>) -> Node {
    let node = Node::constant(&Literal::Text(text), range);
    match node.kind {
        Kind::Constant { array, .. } => Node { kind: Kind::Constant { array, untyped: true }, ..node },
        _ => node,
    }
}

/// A number as written: an integer, a decimal with its digits, or a float where a decimal cannot hold it.
pub(super) fn number(text: &str) -> Option<Literal> {
    let plain = text.replace('_', "");
    if let Ok(value) = plain.parse::<i64>() {
        return Some(Literal::Int(value));
    }
    let (value, scale) = match parse::number(&plain) {
        Some((value, scale @ -38..0)) => (value.checked_mul(pow10(-scale as u8)), 0),
        Some((value, scale @ 0..=38)) => (Some(value), scale as i8),
        _ => (None, 0),
    };
    let decimal = value.filter(|value| digits_of(*value) <= 38).map(|value| Literal::Decimal {
        value,
        precision: digits_of(value).max(scale as u8),
        scale,
    });
    decimal.or_else(|| parse::float(&plain).map(Literal::Float))
}

fn bad_literal(text: &str, to: &DataType, range: Range<usize>) -> ExprError {
    let shown: String = text.chars().take(40).collect();
    let message = format!("'{shown}' is not {}", article(to));
    ExprError::new("E0310", range, message).label(format!("read as {}", name(to))).help(form(to))
}

/// How a literal of a type is written.
fn form(to: &DataType) -> &'static str {
    match class(to) {
        Class::Boolean => "write `true` or `false`",
        Class::Date => "write a day as '2024-12-31'",
        Class::Time => "write a time as '23:59:59'",
        Class::Timestamp if time::offset(to).is_none() => "only time zones with a fixed offset can be read",
        Class::Timestamp => "write a timestamp as '2024-12-31 23:59:59'",
        Class::Duration | Class::Interval => "write a number and a unit, as in '2 days' or '1 year 6 months'",
        Class::Binary => "write bytes as pairs of hexadecimal digits, X'00ff'",
        _ => "write a number without quotes",
    }
}
