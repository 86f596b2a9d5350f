//! Numbers in figures with what is glued to them.

use super::super::{Kind, Token};
use super::{Cut, plain};

/// The number that a text begins with; a [`Kind::Word`] where letters behind it make it none (`4x4`, `2FA`).
pub fn number(rest: &str, before: Option<char>, last: Option<&Token>) -> Option<Cut> {
    let sign = sign(rest, before, last);
    let body = &rest[sign..];
    let start = body.chars().next()?;
    let is_point =
        start == '.' && body[1..].starts_with(is_digit) && !before.is_some_and(|c| c.is_alphanumeric() || c == '.');
    if !is_digit(start) && !is_vulgar(start) && !is_point {
        return None;
    }
    let figures = figures(body, before == Some(','));
    let behind = &body[figures..];
    let glued = glued(behind);
    let len = sign + figures + glued.unwrap_or(0);
    match glued {
        Some(_) => Some((Kind::Number, len, plain(&rest[..len]))),
        None => {
            let letters = behind.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(behind.len());
            let len = len + letters;
            Some((Kind::Word, len, plain(&rest[..len])))
        }
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c)
}

fn is_vulgar(c: char) -> bool {
    matches!(c, '½' | '¼' | '¾' | '⅓' | '⅔' | '⅕' | '⅛')
}

/// Bytes of a minus that belongs to the number: behind a blank or an opening mark, and not behind another number.
fn sign(rest: &str, before: Option<char>, last: Option<&Token>) -> usize {
    let Some(c @ ('-' | '−')) = rest.chars().next() else { return 0 };
    let len = c.len_utf8();
    let opens = before.is_none_or(|c| c.is_whitespace() || "([{:=,;\"'<>|~".contains(c) || "…–".contains(c));
    let is_range = before.is_some_and(|c| c == ' ') && last.is_some_and(|token| token.kind == Kind::Number);
    let behind = &rest[len..];
    let is_number = behind.starts_with(is_digit) || (behind.starts_with('.') && behind[1..].starts_with(is_digit));
    if opens && !is_range && is_number { len } else { 0 }
}

/// Bytes of digits with their separators; directly behind a comma another comma only goes on with the list.
fn figures(text: &str, is_behind_comma: bool) -> usize {
    let whole = run(text);
    let grouped = if whole <= 3 && !text.starts_with('0') { groups(text, whole) } else { None };
    let mut len = grouped.map_or(whole, |(len, _)| len);
    let used = grouped.map(|(_, separator)| separator);
    if let Some(separator @ ('.' | ',')) = text[len..].chars().next()
        && used != Some(separator)
    {
        let decimals = run(&text[len + 1..]);
        let behind = &text[len + 1 + decimals..];
        // `1,2,3` is a list; a letter behind `3.x` a name.
        let is_list =
            separator == ',' && (is_behind_comma || (behind.starts_with(',') && behind[1..].starts_with(is_digit)));
        if decimals > 0 && !is_list {
            len += 1 + decimals;
        }
    }
    len += exponent(&text[len..]);
    match text[len..].chars().next() {
        Some(c) if is_vulgar(c) => len + c.len_utf8(),
        _ => len,
    }
}

/// Bytes of digits at the beginning.
fn run(text: &str) -> usize {
    text.find(|c| !is_digit(c)).unwrap_or(text.len())
}

/// Bytes of a number whose thousands are set apart, and by what. One group behind a comma or point may be decimals, which
/// the language tells.
fn groups(text: &str, whole: usize) -> Option<(usize, char)> {
    let separator = text[whole..].chars().next().filter(|c| ",.'’ \u{a0}\u{202f}\u{2009}_".contains(*c))?;
    let mut len = whole;
    while let Some(group) = text[len..].strip_prefix(separator) {
        let digits = run(group);
        if digits != 3 {
            // `1,200,30` is a list.
            return (digits == 0 && len > whole).then_some((len, separator));
        }
        len += separator.len_utf8() + group.find(|c| !is_digit(c)).unwrap_or(group.len());
    }
    let goes_on = separator == ' ' && text[len..].starts_with(['.', ',']) && run(&text[len + 1..]) == 3;
    (len > whole && !goes_on).then_some((len, separator))
}

/// Bytes of `e6`, `E-3`.
fn exponent(text: &str) -> usize {
    let Some(behind) = text.strip_prefix(['e', 'E']) else { return 0 };
    let sign = usize::from(behind.starts_with(['+', '-']));
    let digits = run(&behind[sign..]);
    let goes_on = behind[sign + digits..].starts_with(|c: char| c.is_alphanumeric());
    if digits == 0 || digits > 3 || goes_on { 0 } else { 1 + sign + digits }
}

/// Bytes of what is glued to figures and is known: a scale, a percent sign, an ordinal's ending, a unit, `am`; none where
/// letters follow that are not.
fn glued(behind: &str) -> Option<usize> {
    if let Some(c) = behind.chars().next().filter(|c| "%‰％".contains(*c)) {
        return Some(c.len_utf8());
    }
    let letters = behind.find(|c: char| !(c.is_alphanumeric() || "_µμ".contains(c))).unwrap_or(behind.len());
    let known = letters <= 8 && SUFFIXES.contains(&&*plain(&behind[..letters]));
    (letters == 0 || known).then_some(letters)
}

/// Everything that may be glued to a number, in lower case.
const SUFFIXES: &[&str] = &[
    "k", "m", "mm", "mn", "mio", "mln", "bn", "b", "mrd", "t", "tsd", "%", "st", "nd", "rd", "th", "º", "ª", "er",
    "eme", "e", "am", "pm", "s", "sec", "secs", "ms", "us", "min", "mins", "h", "hr", "hrs", "d", "w", "y", "yr",
    "yrs", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "g", "kg", "mg", "lb", "lbs", "oz", "cm", "km", "in", "ft",
    "mi", "l", "ml", "cl", "dl", "eur", "usd", "gbp", "chf", "jpy", "pln", "sek", "nok", "dkk", "kw", "kwh", "mw", "v",
    "a", "hz", "khz", "mhz", "ghz", "px", "pt", "bpm", "rpm", "mph", "kmh", "m²", "m2", "m³", "m3", "km²", "km2",
    "cm²", "x", "pct", "c", "f", "ppm", "pcs", "dpi", "mmhg", "hpa", "bar", "db", "nm", "µm", "lakh", "crore", "euro",
    "euros", "uhr", "j", "col", "cols", "rows",
];
