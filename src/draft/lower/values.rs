//! Texts and numbers of a draft -> values of a spec, quoted as a person would.

use crate::fmt::{self, Form, Layout, Line, Scalar, Style, Value};
use crate::source::SpecSource;

/// A text or number in the form that a person would give it: dates and numbers without quotes.
pub(super) fn scalar(text: &str) -> Value {
    if is_date(text) { Value::plain(text) } else { Value::text(text) }
}

/// `2024-01-31` or `2024-01-31T08:00:00Z`, which no reader of YAML takes for something else than the text that a spec wants.
fn is_date(text: &str) -> bool {
    let is_shape = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        0..=9 => byte.is_ascii_digit(),
        10 => byte == b'T',
        _ => byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'Z' | b'+' | b'-'),
    };
    text.len() >= 10 && text.bytes().enumerate().all(is_shape)
}

/// A number as people write it: no more digits than it has.
pub(super) fn number(value: f64) -> Value {
    Value::plain(&value.to_string())
}

/// A share as a percentage.
pub(super) fn rate(share: f64) -> Value {
    Value::plain(&percentage(share))
}

/// `0.125` -> `12.5%`.
pub(super) fn percentage(share: f64) -> String {
    let percent = (share * 100.0 * 1e6).round() / 1e6;
    format!("{percent}%")
}

/// A count with its unit where that says the same: `20k`, `1.5M`.
pub(super) fn count(rows: u64) -> Value {
    let text = match rows {
        1_000_000.. if rows.is_multiple_of(100_000) => format!("{}M", rows as f64 / 1e6),
        10_000.. if rows.is_multiple_of(1000) => format!("{}k", rows / 1000),
        _ => rows.to_string(),
    };
    Value::plain(&text)
}

/// A list of names in brackets.
pub(super) fn names(names: &[String]) -> Value {
    Value::list(Layout::Flow, names.iter().map(|name| Value::text(name)).collect())
}

/// What stands behind a parameter in a draft: YAML on one line; a text where it is none.
pub(super) fn yaml(raw: &str) -> Value {
    match parsed(raw.trim()) {
        Some(value) => value,
        None => scalar(raw),
    }
}

/// A text that may have been put into quotes.
pub(super) fn unquoted(raw: &str) -> String {
    let trimmed = raw.trim();
    let is_quoted = |quote: char| trimmed.len() > 1 && trimmed.starts_with(quote) && trimmed.ends_with(quote);
    let inner = (is_quoted('"') || is_quoted('\'')).then(|| parsed(trimmed)).flatten();
    let text = inner.as_ref().and_then(Value::scalar).map(|scalar| scalar.text.clone());
    text.unwrap_or_else(|| trimmed.to_owned())
}

fn parsed(raw: &str) -> Option<Value> {
    if raw.is_empty() || raw.contains(['\n', '\r', '\t']) {
        return None;
    }
    let document = fmt::read(&SpecSource::from_text("a parameter", raw)).ok()?;
    let is_blank = |lines: &[Line]| lines.iter().all(|line| *line == Line::Blank);
    (is_blank(&document.head) && is_blank(&document.tail)).then_some(())?;
    tidy(document.root)
}

/// A value in brackets, with the quotes that this module would give it; none for what a parameter cannot be.
fn tidy(value: Value) -> Option<Value> {
    if value.anchor.is_some() {
        return None;
    }
    match value.form {
        Form::Alias(_) => None,
        Form::Scalar(scalar) => Some(tidy_scalar(&scalar)),
        Form::Collection(collection) if collection.layout == Layout::Block => None,
        Form::Collection(mut collection) => {
            for entry in &mut collection.entries {
                let has_comment = entry.head.is_some() || entry.trail.is_some() || !entry.lead.is_empty();
                if has_comment {
                    return None;
                }
                entry.key = entry.key.as_ref().map(|key| match tidy_scalar(key).form {
                    Form::Scalar(key) => key,
                    _ => key.clone(),
                });
                entry.value = tidy(std::mem::replace(&mut entry.value, Value::plain("")))?;
            }
            collection.is_aligned = false;
            Some(Form::Collection(collection).into())
        }
    }
}

fn tidy_scalar(known: &Scalar) -> Value {
    let text = known.text.as_str();
    match known.style {
        Style::Plain if is_core(text) => Value::plain(text),
        // What was in quotes is a text, also where it looks like a date.
        Style::Plain => scalar(text),
        Style::Single | Style::Double | Style::Block => Value::text(text),
    }
}

/// Whether YAML takes a plain scalar for a number, a boolean or null.
fn is_core(text: &str) -> bool {
    matches!(text, "true" | "false" | "null") || is_number(text)
}

/// Whether a text is a number as JSON has them.
pub(super) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_padded = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    !is_padded && all(whole) && all(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fmt::{Collection, Document, Entry, Kind, write};

    fn written(value: Value) -> String {
        let map = Collection::new(Kind::Map, Layout::Block, vec![Entry::keyed("x", value)]);
        write(&Document { head: Vec::new(), root: Form::Collection(map).into(), tail: Vec::new() })
    }

    #[test]
    fn parameters_look_as_a_person_would_have_written_them() {
        for (raw, text) in [
            ("12", "12"),
            ("-0.5", "-0.5"),
            ("0123", "\"0123\""),
            ("2024-01-01", "2024-01-01"),
            ("now - 10d", "\"now - 10d\""),
            ("'now - 10d'", "\"now - 10d\""),
            ("[1, 2,3]", "[1, 2, 3]"),
            ("{a: 1,  \"b c\": 2}", "{ a: 1, \"b c\": 2 }"),
            ("5%", "5%"),
            ("true", "true"),
            ("", "\"\""),
            ("*x", "\"*x\""),
            ("a: b", "\"a: b\""),
            ("[", "\"[\""),
            ("x # y", "\"x # y\""),
            ("a\nb", "\"a\\nb\""),
        ] {
            assert_eq!(written(yaml(raw)), format!("x: {text}\n"), "{raw}");
        }
    }

    #[test]
    fn quotes_of_texts_are_not_part_of_them() {
        assert_eq!(unquoted("\"a\\\\d\""), "a\\d");
        assert_eq!(unquoted("'a'"), "a");
        assert_eq!(unquoted("[A-Z]{2}"), "[A-Z]{2}");
        assert_eq!(unquoted("\"a\" or \"b\""), "\"a\" or \"b\"");
    }

    #[test]
    fn counts_and_rates_are_short_and_exact() {
        for (rows, text) in [(500, "500"), (9000, "9000"), (20_000, "20k"), (1_500_000, "1.5M"), (1_234_567, "1234567")]
        {
            assert_eq!(written(count(rows)), format!("x: {text}\n"));
        }
        assert_eq!(percentage(0.1), "10%");
        assert_eq!(percentage(0.07), "7%");
        assert_eq!(percentage(1.0 / 3.0), "33.333333%");
    }
}
