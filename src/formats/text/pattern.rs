//! A column's `format:` in, [`TextFormat`] out: a subset of `strftime` for dates and times, of `printf` for numbers.

use super::calendar::civil;
use super::digits::push_decimal;
use arrow_array::ArrayRef;
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Decimal128Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type,
    Time64MicrosecondType, TimestampMicrosecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_schema::DataType;

const MICROS: i64 = 1_000_000;
const DAY: i64 = 86_400 * MICROS;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// The text form of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextFormat {
    /// For dates, times and timestamps.
    Temporal(Vec<TemporalPart>),
    /// For numbers.
    Number(NumberFormat),
}

/// A stretch of a temporal pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemporalPart {
    /// Text that stands for itself.
    Literal(String),
    /// A directive: the letter behind the percent sign, and whether numbers are padded with zeros (`%-d` is not).
    Field(char, bool),
}

/// `%[flags][width][.precision]conversion` and the text around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberFormat {
    /// Text before the number.
    before: String,
    /// Text behind the number.
    after: String,
    /// `-`: pad on the right.
    left: bool,
    /// `0`: pad with zeros.
    zeros: bool,
    /// `+`: a plus sign before positive numbers.
    plus: bool,
    /// `'`: a comma before every three digits.
    grouped: bool,
    /// The least number of characters.
    width: usize,
    /// Digits behind the point.
    precision: usize,
    /// The conversion: `d`, `f`, `x` or `X`.
    conversion: char,
}

impl TextFormat {
    /// Every directive for dates and times.
    pub const DIRECTIVES: &str = "%Y %y %m %d %e %j %b %B %a %A %u %w %H %I %p %M %S %f %F %T %R %z %s %%";

    /// Reads a pattern for values of a type; the error says what cannot be used, in words.
    pub fn parse(pattern: &str, data_type: &DataType) -> Result<Self, String> {
        match data_type {
            DataType::Date32 | DataType::Time64(_) | DataType::Timestamp(..) => {
                parse_temporal(pattern, data_type).map(Self::Temporal)
            }
            DataType::Float32 | DataType::Float64 | DataType::Decimal128(..) => {
                parse_number(pattern, false).map(Self::Number)
            }
            data_type if data_type.is_integer() => parse_number(pattern, true).map(Self::Number),
            _ => Err("only numbers, dates and times take a `format`".to_owned()),
        }
    }

    /// Appends the text of the value at `row`, which is not null.
    pub fn push(&self, array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
        match self {
            Self::Temporal(parts) => {
                let micros = micros(array, row);
                parts.iter().for_each(|part| push_part(part, micros, out));
            }
            Self::Number(format) => format.push(array, row, out),
        }
    }
}

fn parse_temporal(pattern: &str, data_type: &DataType) -> Result<Vec<TemporalPart>, String> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            literal.push(letter);
            continue;
        }
        let directive = letters.next().ok_or("the pattern ends with a lone `%`")?;
        let padded = directive != '-';
        let directive = if padded { directive } else { letters.next().ok_or("the pattern ends with a lone `%-`")? };
        if directive == '%' {
            literal.push('%');
            continue;
        }
        check_directive(directive, data_type)?;
        if !literal.is_empty() {
            parts.push(TemporalPart::Literal(std::mem::take(&mut literal)));
        }
        parts.push(TemporalPart::Field(directive, padded));
    }
    if !literal.is_empty() {
        parts.push(TemporalPart::Literal(literal));
    }
    Ok(parts)
}

fn check_directive(directive: char, data_type: &DataType) -> Result<(), String> {
    let date = "YymdejbBaAuwF".contains(directive);
    let time = "HIpMSfTR".contains(directive);
    let instant = "zs".contains(directive);
    let fits = match data_type {
        DataType::Date32 => date,
        DataType::Time64(_) => time,
        _ => date || time || instant,
    };
    match (fits, date || time || instant) {
        (true, _) => Ok(()),
        (false, true) => Err(format!("a value of this type has nothing for `%{directive}`")),
        (false, false) => Err(format!("`%{directive}` is not among {}", TextFormat::DIRECTIVES)),
    }
}

/// The value in microseconds: since 1970, or since midnight.
fn micros(array: &ArrayRef, row: usize) -> i64 {
    match array.data_type() {
        DataType::Date32 => i64::from(array.as_primitive::<Date32Type>().value(row)) * DAY,
        DataType::Time64(_) => array.as_primitive::<Time64MicrosecondType>().value(row),
        _ => array.as_primitive::<TimestampMicrosecondType>().value(row),
    }
}

fn push_part(part: &TemporalPart, micros: i64, out: &mut Vec<u8>) {
    match part {
        TemporalPart::Literal(text) => out.extend_from_slice(text.as_bytes()),
        TemporalPart::Field(letter, padded) => push_directive(*letter, *padded, micros, out),
    }
}

fn push_directive(letter: char, padded: bool, micros: i64, out: &mut Vec<u8>) {
    let days = micros.div_euclid(DAY);
    let (year, month, day) = civil(days);
    let weekday = (days + 4).rem_euclid(7);
    let second = micros.rem_euclid(DAY) / MICROS;
    let hour = second / 3600;
    let mut number = |value: i64, width: usize| push_padded(value, if padded { width } else { 1 }, b'0', out);
    match letter {
        'Y' => number(year, 4),
        'y' => number(year.rem_euclid(100), 2),
        'm' => number(i64::from(month), 2),
        'd' => number(i64::from(day), 2),
        'e' => push_padded(i64::from(day), if padded { 2 } else { 1 }, b' ', out),
        'j' => number(days - first_day(year) + 1, 3),
        'u' => number((weekday + 6) % 7 + 1, 1),
        'w' => number(weekday, 1),
        'H' => number(hour, 2),
        'I' => number((hour + 11) % 12 + 1, 2),
        'M' => number(second / 60 % 60, 2),
        'S' => number(second % 60, 2),
        'f' => number(micros.rem_euclid(MICROS), 6),
        's' => number(micros.div_euclid(MICROS), 1),
        'b' => out.extend_from_slice(&MONTHS[month as usize - 1].as_bytes()[..3]),
        'B' => out.extend_from_slice(MONTHS[month as usize - 1].as_bytes()),
        'a' => out.extend_from_slice(&WEEKDAYS[weekday as usize].as_bytes()[..3]),
        'A' => out.extend_from_slice(WEEKDAYS[weekday as usize].as_bytes()),
        'p' => out.extend_from_slice(if hour < 12 { b"AM" } else { b"PM" }),
        'z' => out.extend_from_slice(b"+0000"),
        _ => push_composite(letter, micros, out),
    }
}

fn push_composite(letter: char, micros: i64, out: &mut Vec<u8>) {
    let parts: &[(char, &str)] = match letter {
        'F' => &[('Y', "-"), ('m', "-"), ('d', "")],
        'T' => &[('H', ":"), ('M', ":"), ('S', "")],
        'R' => &[('H', ":"), ('M', "")],
        other => unreachable!("`parse` has refused %{other}"),
    };
    for (field, behind) in parts {
        push_directive(*field, true, micros, out);
        out.extend_from_slice(behind.as_bytes());
    }
}

/// The day of January 1st, counted from 1970-01-01.
fn first_day(year: i64) -> i64 {
    let before = year - 1;
    365 * (year - 1970) + before.div_euclid(4) - before.div_euclid(100) + before.div_euclid(400) - 477
}

fn push_padded(value: i64, width: usize, fill: u8, out: &mut Vec<u8>) {
    let digits = value.unsigned_abs().to_string();
    if value < 0 {
        out.push(b'-');
    }
    out.resize(out.len() + width.saturating_sub(digits.len()), fill);
    out.extend_from_slice(digits.as_bytes());
}

fn parse_number(pattern: &str, integer: bool) -> Result<NumberFormat, String> {
    let mut format = NumberFormat::default();
    let mut rest = pattern.chars().peekable();
    let mut found = false;
    while let Some(letter) = rest.next() {
        if letter != '%' {
            if found { &mut format.after } else { &mut format.before }.push(letter);
        } else if rest.next_if_eq(&'%').is_some() {
            if found { &mut format.after } else { &mut format.before }.push('%');
        } else if found {
            return Err("a number's pattern has one `%` conversion, this one has two".to_owned());
        } else {
            found = true;
            parse_conversion(&mut rest, &mut format, integer)?;
        }
    }
    match found {
        true => Ok(format),
        false => Err("a number's pattern needs a conversion such as `%d` or `%.2f`".to_owned()),
    }
}

fn parse_conversion(
    rest: &mut std::iter::Peekable<std::str::Chars<'_>>,
    format: &mut NumberFormat,
    integer: bool,
) -> Result<(), String> {
    while let Some(flag) = rest.next_if(|c| "-0+'".contains(*c)) {
        match flag {
            '-' => format.left = true,
            '0' => format.zeros = true,
            '+' => format.plus = true,
            _ => format.grouped = true,
        }
    }
    format.width = parse_size(rest)?.unwrap_or(0);
    let precision = if rest.next_if_eq(&'.').is_some() { Some(parse_size(rest)?.unwrap_or(0)) } else { None };
    format.conversion = rest.next().ok_or("the pattern ends within a conversion")?;
    match format.conversion {
        'f' => format.precision = precision.unwrap_or(6),
        'd' | 'i' | 'u' | 'x' | 'X' if precision.is_some() => {
            return Err("only `%f` takes digits behind a point".to_owned());
        }
        'd' | 'x' | 'X' if integer => {}
        'd' | 'x' | 'X' => return Err("a number with a fraction needs `%f`, such as `%.2f`".to_owned()),
        other => return Err(format!("`%{other}` is not among %d %f %x %X")),
    }
    Ok(())
}

/// The widest cell and the most digits behind a point that a pattern may ask for.
const MAX_SIZE: usize = 100;

fn parse_size(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Result<Option<usize>, String> {
    let mut size = None;
    while let Some(digit) = rest.next_if(char::is_ascii_digit) {
        size = Some(size.unwrap_or(0) * 10 + digit as usize - '0' as usize);
        if size > Some(MAX_SIZE) {
            return Err(format!("a width or precision is at most {MAX_SIZE}"));
        }
    }
    Ok(size)
}

/// A number as the patterns see it.
enum Number {
    /// An integer or decimal: units of 10^-scale.
    Exact(i128, i8),
    Float(f64),
}

fn number(array: &ArrayRef, row: usize) -> Number {
    macro_rules! integer {
        ($ty:ty) => {
            Number::Exact(i128::from(array.as_primitive::<$ty>().value(row)), 0)
        };
    }
    match array.data_type() {
        DataType::Int8 => integer!(Int8Type),
        DataType::Int16 => integer!(Int16Type),
        DataType::Int32 => integer!(Int32Type),
        DataType::Int64 => integer!(Int64Type),
        DataType::UInt8 => integer!(UInt8Type),
        DataType::UInt16 => integer!(UInt16Type),
        DataType::UInt32 => integer!(UInt32Type),
        DataType::UInt64 => integer!(UInt64Type),
        DataType::Decimal128(_, scale) => Number::Exact(array.as_primitive::<Decimal128Type>().value(row), *scale),
        DataType::Float32 => Number::Float(f64::from(array.as_primitive::<Float32Type>().value(row))),
        DataType::Float64 => Number::Float(array.as_primitive::<Float64Type>().value(row)),
        other => unreachable!("`parse` has refused {other}"),
    }
}

impl NumberFormat {
    fn push(&self, array: &ArrayRef, row: usize, out: &mut Vec<u8>) {
        let (negative, mut digits) = self.digits(number(array, row));
        if self.grouped {
            digits = group(&digits);
        }
        let sign = match (negative, self.plus) {
            (true, _) => "-",
            (false, true) => "+",
            (false, false) => "",
        };
        let missing = self.width.saturating_sub(sign.len() + digits.len());
        let zeros = if self.zeros && !self.left { missing } else { 0 };
        let spaces = missing - zeros;
        let (left, right) = if self.left { (0, spaces) } else { (spaces, 0) };
        out.extend_from_slice(self.before.as_bytes());
        out.resize(out.len() + left, b' ');
        out.extend_from_slice(sign.as_bytes());
        out.resize(out.len() + zeros, b'0');
        out.extend_from_slice(digits.as_bytes());
        out.resize(out.len() + right, b' ');
        out.extend_from_slice(self.after.as_bytes());
    }

    /// The sign, and the digits with their point.
    fn digits(&self, number: Number) -> (bool, String) {
        match (number, self.conversion) {
            (Number::Exact(value, _), 'x') => (value < 0, format!("{:x}", value.unsigned_abs())),
            (Number::Exact(value, _), 'X') => (value < 0, format!("{:X}", value.unsigned_abs())),
            (Number::Exact(value, scale), _) => (value < 0, exact_digits(value.unsigned_abs(), scale, self.precision)),
            (Number::Float(value), _) => (value.is_sign_negative(), format!("{:.*}", self.precision, value.abs())),
        }
    }
}

/// The digits of an exact number, rounded half away from zero to `precision` digits behind the point.
fn exact_digits(value: u128, scale: i8, precision: usize) -> String {
    let surplus = usize::try_from(scale).unwrap_or(0).saturating_sub(precision);
    let power = 10u128.pow(surplus as u32);
    let rounded = value / power + u128::from(value % power >= power.div_ceil(2) && surplus > 0);
    let kept = scale - surplus as i8;
    let mut text = Vec::new();
    push_decimal(&mut text, rounded as i128, kept);
    let missing = precision - usize::try_from(kept).unwrap_or(0);
    if missing > 0 && kept <= 0 {
        text.push(b'.');
    }
    text.resize(text.len() + missing, b'0');
    String::from_utf8_lossy(&text).into_owned()
}

/// Puts a comma before every three digits of the whole part.
fn group(digits: &str) -> String {
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut grouped = String::with_capacity(digits.len() + whole / 3);
    for (i, digit) in digits[..whole].chars().enumerate() {
        if i > 0 && (whole - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + &digits[whole..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{Date32Array, Decimal128Array, Float64Array, Int64Array, TimestampMicrosecondArray};
    use std::sync::Arc;

    fn text(pattern: &str, array: ArrayRef) -> String {
        let mut out = Vec::new();
        TextFormat::parse(pattern, array.data_type()).unwrap().push(&array, 0, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn dates_and_times_follow_strftime() {
        let stamp = |pattern| text(pattern, Arc::new(TimestampMicrosecondArray::from(vec![1_709_215_389_000_042])));
        assert_eq!(stamp("%d/%m/%Y"), "29/02/2024");
        assert_eq!(stamp("%F %T.%f"), "2024-02-29 14:03:09.000042");
        assert_eq!(stamp("%a %A %b %B %-d %e %j"), "Thu Thursday Feb February 29 29 060");
        assert_eq!(stamp("%I:%M %p %R %y %u %w %z %s 100%%"), "02:03 PM 14:03 24 4 4 +0000 1709215389 100%");
        assert_eq!(stamp("%-H %-M %-S"), "14 3 9");
        let date = |days| text("%Y %j", Arc::new(Date32Array::from(vec![days])));
        assert_eq!(date(-1), "1969 365");
        assert_eq!(date(-719_162), "0001 001");
    }

    #[test]
    fn numbers_follow_printf() {
        let float = |pattern, value| text(pattern, Arc::new(Float64Array::from(vec![value])));
        assert_eq!(float("%.2f", 2.34567), "2.35");
        assert_eq!(float("%'.1f EUR", 1_234_567.25), "1,234,567.2 EUR");
        assert_eq!(float("%08.2f", -3.5), "-0003.50");
        assert_eq!(float("%+f", 1.0), "+1.000000");
        let integer = |pattern, value| text(pattern, Arc::new(Int64Array::from(vec![value])));
        assert_eq!(integer("%05d", 42), "00042");
        assert_eq!(integer("INV-%-6d|", 42), "INV-42    |");
        assert_eq!(integer("%6d", -42), "   -42");
        assert_eq!(integer("%x", 255), "ff");
        assert_eq!(integer("%.1f", 3), "3.0");
        let decimal = |pattern, value| {
            let array = Decimal128Array::from(vec![value]).with_precision_and_scale(38, 3).unwrap();
            text(pattern, Arc::new(array))
        };
        assert_eq!(decimal("%.2f", 1005), "1.01");
        assert_eq!(decimal("%.0f", -1500), "-2");
        assert_eq!(decimal("%.5f", 1005), "1.00500");
    }

    #[test]
    fn patterns_that_cannot_work_are_refused() {
        for (pattern, data_type) in [
            ("%Q", DataType::Date32),
            ("%H", DataType::Date32),
            ("%", DataType::Date32),
            ("%d", DataType::Float64),
            ("plain", DataType::Int64),
            ("%d %d", DataType::Int64),
            ("%.2d", DataType::Int64),
            ("%999d", DataType::Int64),
            ("%d", DataType::Utf8),
        ] {
            assert!(TextFormat::parse(pattern, &data_type).is_err(), "{pattern} {data_type}");
        }
    }
}
