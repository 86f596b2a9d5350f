//! The key of a row -> bytes that are equal where keys are, in every format, and in the order of integers and texts.

use super::bytes;
use super::columns::Columns;
use super::cursor::Row;
use super::number::Number;
use super::time;
use crate::readers::{Cell, Family};

/// The columns of a key.
#[derive(Debug)]
pub struct Key {
    parts: Vec<(usize, Family)>,
}

impl Key {
    /// The key of columns at some positions among the pairs.
    pub fn new(positions: &[usize], columns: &Columns) -> Self {
        Self { parts: positions.iter().map(|at| (*at, columns.pairs[*at].rule.family)).collect() }
    }

    /// Writes a row's key over what is in `out`.
    pub fn write(&self, row: &impl Row, out: &mut Vec<u8>) {
        out.clear();
        for (column, family) in &self.parts {
            push(&row.cell(*column), *family, out);
        }
    }

    /// A row's key for people.
    pub fn shown(&self, row: &impl Row) -> Vec<String> {
        self.parts.iter().map(|(column, _)| row.cell(*column).to_string()).collect()
    }
}

/// What a part of a key is, by its first byte.
mod tag {
    pub const NULL: u8 = 0;
    pub const INTEGER: u8 = 1;
    pub const NUMBER: u8 = 2;
    pub const TIME: u8 = 3;
    pub const BYTES: u8 = 4;
    pub const TEXT: u8 = 5;
}

fn push(cell: &Cell<'_>, family: Family, out: &mut Vec<u8>) {
    match cell {
        Cell::Null => out.push(tag::NULL),
        Cell::Int(value) if i64::try_from(*value).is_ok() => push_integer(*value as i64, out),
        Cell::Text(text, _) => push_text(text, family, out),
        Cell::Hex(digits) => push_bytes(tag::BYTES, &bytes::hex(digits).unwrap_or_default(), out),
        Cell::Binary(bytes) => push_bytes(tag::BYTES, bytes, out),
        Cell::Date(days) => push_time(i128::from(*days) * time::DAY, out),
        Cell::Instant(nanos) | Cell::Duration(nanos) => push_time(*nanos, out),
        Cell::Time(nanos) => push_time(i128::from(*nanos), out),
        Cell::Serial(serial) => push_time(time::of_serial(*serial), out),
        Cell::Bool(value) => push_integer(i64::from(*value), out),
        Cell::Markup(text) => push_bytes(tag::TEXT, text.as_bytes(), out),
        Cell::Json(text) => push_bytes(tag::TEXT, text.as_bytes(), out),
        Cell::Number(text) if family == Family::Text => push_bytes(tag::TEXT, text.as_bytes(), out),
        _ => match Number::of(cell) {
            Some(number) => push_number(number, out),
            None => push_bytes(tag::TEXT, cell.to_string().as_bytes(), out),
        },
    }
}

/// Text means what its column's family says; where nobody knows, it is a number or a time if it looks like one.
fn push_text(text: &str, family: Family, out: &mut Vec<u8>) {
    let number = || Number::written(text);
    let time = || time::instant(text).or_else(|| time::clock(text));
    match family {
        Family::Number | Family::Single if number().is_some() => {
            number().into_iter().for_each(|number| push_number(number, out))
        }
        Family::Time if time().is_some() => time().into_iter().for_each(|nanos| push_time(nanos, out)),
        Family::Binary => match bytes::readings(text).next() {
            Some(bytes) => push_bytes(tag::BYTES, &bytes, out),
            None => push_bytes(tag::TEXT, text.as_bytes(), out),
        },
        Family::Bool => push_integer(i64::from(matches!(text, "1") || text.starts_with(['t', 'T'])), out),
        Family::Unknown if text.starts_with(|c: char| c.is_ascii_digit() || c == '-') => match (number(), time()) {
            (Some(number), _) => push_number(number, out),
            (None, Some(nanos)) => push_time(nanos, out),
            _ => push_bytes(tag::TEXT, text.as_bytes(), out),
        },
        _ => push_bytes(tag::TEXT, text.as_bytes(), out),
    }
}

fn push_number(number: Number<'_>, out: &mut Vec<u8>) {
    let quick = match number {
        Number::Written(text) if text.len() <= 18 => text.parse::<i64>().ok(),
        _ => None,
    };
    if let Some(value) = quick {
        return push_integer(value, out);
    }
    let normal = number.normal();
    match normal.integer() {
        Some(value) => push_integer(value, out),
        None => {
            let sign = if normal.is_negative { "-" } else { "" };
            let digits = String::from_utf8_lossy(&normal.digits);
            push_bytes(tag::NUMBER, format!("{sign}{digits}e{}", normal.exponent).as_bytes(), out);
        }
    }
}

fn push_integer(value: i64, out: &mut Vec<u8>) {
    out.push(tag::INTEGER);
    out.extend((value as u64 ^ 1 << 63).to_be_bytes());
}

fn push_time(nanos: i128, out: &mut Vec<u8>) {
    out.push(tag::TIME);
    out.extend((nanos as u128 ^ 1 << 127).to_be_bytes());
}

/// Bytes, and an end that no bytes hold: shorter ones come before longer ones that begin with them.
fn push_bytes(tag: u8, bytes: &[u8], out: &mut Vec<u8>) {
    out.push(tag);
    for byte in bytes {
        out.push(*byte);
        if *byte == 0 {
            out.push(0xff);
        }
    }
    out.extend([0, 0]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::Origin;

    fn key(cell: &Cell<'_>, family: Family) -> Vec<u8> {
        let mut out = Vec::new();
        push(cell, family, &mut out);
        out
    }

    fn bare(text: &str) -> Cell<'_> {
        Cell::Text(text.into(), Origin::Bare)
    }

    #[test]
    fn the_same_key_has_the_same_bytes_in_every_format() {
        let one = key(&Cell::Int(1), Family::Number);
        for cell in [bare("1"), bare("1.00"), Cell::Number("1"), Cell::Decimal(100, 2), Cell::Float(1.0)] {
            assert_eq!(key(&cell, Family::Number), one, "{cell:?}");
        }
        let huge = "18446744073709551615";
        assert_eq!(key(&bare(huge), Family::Unknown), key(&Cell::Int(i128::from(u64::MAX)), Family::Number));
        assert_eq!(key(&bare("2024-02-29"), Family::Unknown), key(&Cell::Date(19_782), Family::Time));
        assert_eq!(key(&bare("\\xff"), Family::Binary), key(&Cell::Binary(b"\xff"), Family::Binary));
        assert_ne!(key(&bare("007"), Family::Unknown), key(&bare("7"), Family::Unknown));
        assert_ne!(key(&bare("1.0"), Family::Text), key(&bare("1"), Family::Text));
    }

    #[test]
    fn keys_are_in_the_order_of_integers_and_texts() {
        let integers: Vec<_> = [-300, -2, 0, 9, 10, 256].iter().map(|n| key(&Cell::Int(*n), Family::Number)).collect();
        assert!(integers.is_sorted());
        let texts: Vec<_> = ["", "a", "a\0", "a\0b", "ab", "b"].iter().map(|t| key(&bare(t), Family::Text)).collect();
        assert!(texts.is_sorted());
    }
}
