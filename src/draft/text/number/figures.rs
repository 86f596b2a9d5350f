//! Numbers in figures.

use super::super::{Found, Kind, Language, Text};
use super::Number;
use super::words::{Piece, piece};
use crate::source::scalars::Decimal;

/// The number of a token of figures, with a scale behind it: "20k", "1.5 million", "2 and a half thousand", "3 dozen".
pub fn figures(text: &Text<'_>, at: usize) -> Option<Found<Number>> {
    let token = text.get(at)?;
    let digits_end =
        token.norm.find(|c: char| c.is_alphabetic() && c != 'e' || "%‰²³".contains(c)).unwrap_or(token.norm.len());
    let (digits, suffix) = split_exponent(&token.norm, digits_end);
    let (value, decimals) = decimal(digits, text.language)?;
    let mut number = Number::new(value, decimals);
    match suffix {
        "" => return scaled(text, at + 1, value, number),
        "%" | "pct" => number.percent = true,
        "‰" => {
            number = Number::new(times(value, 1, 1)?, decimals + 1);
            number.percent = true;
        }
        "st" | "nd" | "rd" | "th" | "º" | "ª" | "er" | "eme" | "e" | "am" | "pm" | "uhr" => return None,
        suffix => match scale(suffix, &text.prose[token.start..token.end]) {
            Some(factor) => number = big(value, factor)?,
            None => suffix.clone_into(&mut number.unit),
        },
    }
    Some(Found { value: number, end: at + 1 })
}

/// Where digits end: an `e` may belong to them.
fn split_exponent(norm: &str, digits_end: usize) -> (&str, &str) {
    match norm.find('e') {
        Some(at) if at < digits_end => {
            let behind = norm[at + 1..].trim_start_matches(['+', '-']);
            let is_exponent = !behind.is_empty() && behind.bytes().all(|byte| byte.is_ascii_digit());
            norm.split_at(if is_exponent { norm.len() } else { at })
        }
        _ => norm.split_at(digits_end),
    }
}

/// What a glued suffix multiplies by. A small `m` may be metres or minutes, a capital one is a million.
fn scale(suffix: &str, written: &str) -> Option<i128> {
    Some(match suffix {
        "k" | "tsd" => 1_000,
        "m" if written.ends_with('M') => 1_000_000,
        "mn" | "mio" | "mln" | "mm" if suffix != "mm" => 1_000_000,
        "bn" | "mrd" => 1_000_000_000,
        "b" if written.ends_with('B') => 1_000_000_000,
        "lakh" => 100_000,
        "crore" => 10_000_000,
        _ => return None,
    })
}

/// A number with the scale word behind it, if there is one.
fn scaled(text: &Text<'_>, at: usize, value: Decimal, plain: Number) -> Option<Found<Number>> {
    let language = text.language;
    let word = |at: usize| piece(&text.plain(at), language);
    let (value, at) = match (word(at), word(at + 1), word(at + 2)) {
        (Some(Piece::And), Some(Piece::Article), Some(Piece::Half)) => (half_more(value)?, at + 3),
        (Some(Piece::And), Some(Piece::Half), _) => (half_more(value)?, at + 2),
        _ => (value, at),
    };
    let is_word = text.kind(at) == Some(Kind::Word);
    let found = match word(at).filter(|_| is_word) {
        Some(Piece::Scale(factor) | Piece::Scales(factor) | Piece::Dozen(factor) | Piece::Dozens(factor)) => {
            (factor, at + 1)
        }
        Some(Piece::Hundred) => (100, at + 1),
        _ => (letter(text, at).unwrap_or(1), at + usize::from(letter(text, at).is_some())),
    };
    let (factor, end) = found;
    if factor == 1 {
        let number = if value.scale == 0 || plain.decimals > 0 { plain } else { Number::new(value, value.scale) };
        return Some(Found { value: number, end });
    }
    // "three hundred thousand": figures rarely, but "2 hundred thousand" is one number.
    let next = match word(end) {
        Some(Piece::Scale(next)) if factor == 100 => Some(next),
        _ => None,
    };
    let (factor, end) = next.map_or((factor, end), |next| (factor * next, end + 1));
    Some(Found { value: big(value, factor)?, end })
}

/// A number times a scale.
fn big(value: Decimal, factor: i128) -> Option<Number> {
    Some(Number { factor: u64::try_from(factor).ok()?, ..Number::new(times(value, factor, 0)?, 0) })
}

/// Scales that stand apart: "20 k", "1.5 M", "2 Mio.".
fn letter(text: &Text<'_>, at: usize) -> Option<i128> {
    match text.norm(at) {
        "k" if text.kind(at) == Some(Kind::Word) => Some(1_000),
        "m" if text.quote(at..at + 1) == "M" => Some(1_000_000),
        "mio" | "mio." | "mln" | "mn" => Some(1_000_000),
        "bn" | "mrd" | "mrd." => Some(1_000_000_000),
        "tsd" | "tsd." => Some(1_000),
        _ => None,
    }
}

fn half_more(value: Decimal) -> Option<Decimal> {
    Decimal::parse(&format!("{value}.5"), 0)
}

/// `value` x `factor` x 10^-`places`.
fn times(value: Decimal, factor: i128, places: u32) -> Option<Decimal> {
    let digits = value.digits.checked_mul(factor)?;
    Decimal::parse(&Decimal { digits, scale: value.scale + places }.to_string(), 0)
}

/// Digits with separators -> their value and how many stand behind the point.
fn decimal(digits: &str, language: Language) -> Option<(Decimal, u32)> {
    if digits.contains([':', '/']) || digits.trim_start_matches('-').contains('-') && !digits.contains('e') {
        return None;
    }
    let (digits, vulgar) = vulgar(digits);
    let point = point(digits, language);
    let plain = |part: &str| part.chars().filter(|c| c.is_ascii_digit() || *c == '-' || *c == 'e').collect::<String>();
    let (whole, fraction) = match point {
        Some(at) => (plain(&digits[..at]), digits[at + 1..].to_owned()),
        None => (plain(digits), String::new()),
    };
    let behind = format!("{}{vulgar}", fraction);
    let places = behind.find('e').unwrap_or(behind.len());
    let whole = if whole.is_empty() || whole == "-" { format!("{whole}0") } else { whole };
    let text = if behind.is_empty() { whole } else { format!("{whole}.{behind}") };
    let is_date = digits.matches(['.', ',']).count() > 1 && point.is_none() && !is_groups(digits);
    (!is_date).then(|| Decimal::parse(&text, 0)).flatten().map(|value| (value, places as u32))
}

/// A fraction's sign at the end as decimals.
fn vulgar(digits: &str) -> (&str, &'static str) {
    const SIGNS: [(char, &str); 7] =
        [('½', "5"), ('¼', "25"), ('¾', "75"), ('⅓', "333333"), ('⅔', "666667"), ('⅕', "2"), ('⅛', "125")];
    SIGNS.iter().find_map(|(sign, places)| Some((digits.strip_suffix(*sign)?, *places))).unwrap_or((digits, ""))
}

/// Whether a separator parts groups of three behind one of at most three.
fn is_groups(digits: &str) -> bool {
    let mut groups = digits.trim_start_matches('-').split([',', '.', ' ', '\'', '_']);
    groups.next().is_some_and(|first| first.len() <= 3) && groups.all(|group| group.len() == 3)
}

/// Where the decimals begin.
fn point(digits: &str, language: Language) -> Option<usize> {
    let last = digits.rfind(['.', ','])?;
    let separator = &digits[last..=last];
    let others = digits[..last].matches(['.', ',', ' ', '\'', '_']).count();
    if digits[..last].contains(separator) {
        return None;
    }
    if others > 0 || !is_one_group(digits, if separator == "." { '.' } else { ',' }) {
        return Some(last);
    }
    // `2,000` and `2.000`: one of them is decimals, by the language.
    ((separator == ",") == language.has_decimal_comma() && !(language.has_decimal_comma() && separator == "."))
        .then_some(last)
}

/// Whether digits are one to three, a separator, and three more: what may be thousands or decimals.
pub fn is_one_group(digits: &str, separator: char) -> bool {
    digits.trim_start_matches('-').split_once(separator).is_some_and(|(whole, group)| {
        let of_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && group.len() == 3
            && of_digits(whole)
            && of_digits(group)
    })
}

/// `2.000` as 2000.
pub fn ungrouped(digits: &str) -> Option<i64> {
    digits.replace('.', "").parse().ok()
}
