//! Numbers in figures and words -> exact decimals.
//!
//! | file | what |
//! |---|---|
//! | [`mod@figures`] | `2,000` `2.000` `12,5` `20k` `1.5M` by the text's language |
//! | [`words`] | the number words of six languages, and how long words are taken apart |
//! | [`mod@spelled`] | "two and a half million", "deux cent cinquante", "zweitausendfünfhundert" |
//! | [`mod@vague`] | "a few", "dozens of": no number, but a default that one can assume and say |

mod figures;
mod spelled;
#[cfg(test)]
mod tests;
mod vague;
mod words;

use std::sync::LazyLock;

use self::words::{Piece, piece};
use super::{Found, Kind, Language, Phrases, Text};
use crate::source::scalars::Decimal;

pub use self::vague::{Vague, vague};

/// A number as it was said.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Its exact decimal form, without exponent: `2000`, `-12.5`.
    pub text: String,
    /// The nearest float.
    pub value: f64,
    /// Whether it has no decimals: "12.0" has none, "2.5 million" is whole too.
    pub is_whole: bool,
    /// Whether a percent sign or word follows; `text` is what stands before it.
    pub percent: bool,
    /// Whether it was said to be about so much.
    pub is_approximate: bool,
    /// Digits behind the point as they were written: 2 of "49.00".
    pub decimals: u32,
    /// Letters that were glued to it and are no scale, in lower case: `gb` of `10GB`.
    pub unit: String,
    /// What a scale has multiplied it by: 1000 of "20k".
    pub factor: u64,
}

impl Number {
    fn new(value: Decimal, decimals: u32) -> Self {
        let (percent, is_approximate) = (false, false);
        let (text, is_whole) = (value.to_string(), value.as_i128().is_some());
        Self {
            text,
            value: value.as_f64(),
            is_whole,
            percent,
            is_approximate,
            decimals,
            unit: String::new(),
            factor: 1,
        }
    }

    /// A whole number.
    pub fn whole(value: i64) -> Self {
        Self::new(Decimal { digits: value.into(), scale: 0 }, 0)
    }

    /// The whole number, where it is one within 64 bits.
    pub fn as_i64(&self) -> Option<i64> {
        self.text.parse().ok()
    }

    /// The product with a scale, exactly.
    pub fn times(&self, factor: u64) -> Option<Self> {
        let value = Decimal::parse(&self.text, 0)?;
        let digits = value.digits.checked_mul(factor.into())?;
        let product = Decimal::parse(&Decimal { digits, scale: value.scale }.to_string(), 0)?;
        let (text, is_whole) = (product.to_string(), product.as_i128().is_some());
        Some(Self { text, value: product.as_f64(), is_whole, factor: self.factor.checked_mul(factor)?, ..self.clone() })
    }

    /// A hundredth of it, exactly.
    pub fn over_hundred(&self) -> Option<Self> {
        let value = Decimal::parse(&self.text, -2)?;
        Some(Self { unit: self.unit.clone(), ..Self::new(value, value.scale) })
    }

    /// The sum or difference with another, exactly.
    pub fn plus(&self, other: &Self, sign: i128) -> Option<Self> {
        let (left, right) = (Decimal::parse(&self.text, 0)?, Decimal::parse(&other.text, 0)?);
        let scale = left.scale.max(right.scale);
        let widen = |number: Decimal| number.digits.checked_mul(10_i128.checked_pow(scale - number.scale)?);
        let digits = widen(left)?.checked_add(widen(right)?.checked_mul(sign)?)?;
        let sum = Decimal::parse(&Decimal { digits, scale }.to_string(), 0)?;
        Some(Self { unit: self.unit.clone(), ..Self::new(sum, self.decimals.max(other.decimals)) })
    }
}

use Language::{De, Es, Fr, It, Pt};

/// What makes a number approximate, before it.
static ABOUT: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "about|around|roughly|approximately|approx|approx.|ca|ca.|circa|some|nearly|almost|~|close to|more or less|just over",
        ),
        (
            None,
            (),
            "just under|in the region of|something like|on the order of|in the order of|an estimated|around about|somewhere around",
        ),
        (Some(De), (), "etwa|ungefahr|ungefaehr|rund|zirka|fast|knapp|gut|circa|um die|annahernd"),
        (Some(Fr), (), "environ|d'environ|a peu pres|pres de|quelque|autour de|approximativement"),
        (Some(Es), (), "unos|unas|alrededor de|aproximadamente|cerca de|casi|aprox|aprox.|mas o menos"),
        (Some(It), (), "circa|quasi|all'incirca|intorno a|approssimativamente|piu o meno"),
        (Some(Pt), (), "cerca de|aproximadamente|quase|por volta de|uns|umas|mais ou menos|em torno de"),
    ])
});

/// What makes a number approximate, behind it.
static OR_SO: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "or so|give or take|odd|- odd|-ish|more or less|approx|approx.|ca.|roughly"),
        (Some(De), (), "oder so"),
        (Some(Fr), (), "environ"),
        (Some(It), (), "circa"),
        (Some(Es), (), "mas o menos"),
        (Some(Pt), (), "mais ou menos"),
    ])
});

/// The word for percent.
static PERCENT: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "%|percent|per cent|pct|pct.|p.c.|percents"),
        (Some(De), (), "prozent|v.h."),
        (Some(Fr), (), "pour cent|pourcent|pourcents"),
        (Some(Es), (), "por ciento"),
        (Some(It), (), "per cento|percento"),
        (Some(Pt), (), "por cento"),
    ])
});

/// The words for minus.
static MINUS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "minus|negative"),
        (Some(Fr), (), "moins"),
        (Some(Es), (), "menos"),
        (Some(It), (), "meno"),
        (Some(Pt), (), "menos"),
    ])
});

/// The index behind words such as "about".
pub fn about(text: &Text<'_>, at: usize) -> Option<usize> {
    let end = ABOUT.at(text, at)?.1;
    // "about a" + "around about".
    Some(ABOUT.at(text, end).map_or(end, |(_, end)| end))
}

/// The number that begins at a token, "about" and a percent sign included; no dates, ordinals or times of day.
pub fn number(text: &Text<'_>, at: usize) -> Option<Found<Number>> {
    text.memo.numbers.at(at, text.tokens.len(), || read(text, at, false))
}

/// As [`number`], and "a", "un", "ein" are 1: for the ends of a range.
pub fn number_or_one(text: &Text<'_>, at: usize) -> Option<Found<Number>> {
    text.memo.numbers_or_one.at(at, text.tokens.len(), || read(text, at, true))
}

fn read(text: &Text<'_>, at: usize, takes_articles: bool) -> Option<Found<Number>> {
    let from = about(text, at).unwrap_or(at);
    let (negative, from_number) = MINUS.at(text, from).map_or((false, from), |(_, end)| (true, end));
    let Found { value: mut number, mut end } = plain(text, from_number, takes_articles)?;
    if negative {
        number = Number::whole(0).plus(&number, -1)?;
    }
    number.is_approximate |= from > at;
    if !number.percent
        && let Some((_, behind)) = PERCENT.at(text, end)
    {
        (number.percent, end) = (true, behind);
    }
    if let Some((_, behind)) = OR_SO.at(text, end) {
        (number.is_approximate, end) = (true, behind);
    }
    Some(Found { value: number, end })
}

fn plain(text: &Text<'_>, at: usize, takes_articles: bool) -> Option<Found<Number>> {
    match text.kind(at)? {
        Kind::Number => figures::figures(text, at),
        Kind::Word => {
            let article = || is_article(text, at).then(|| Found { value: Number::whole(1), end: at + 1 });
            spelled::spelled(text, at).or_else(|| article().filter(|_| takes_articles))
        }
        _ => None,
    }
}

fn is_article(text: &Text<'_>, at: usize) -> bool {
    matches!(piece(&text.plain(at), text.language), Some(Piece::Article))
}

/// The whole number, zero or more, that begins at a token: a count of things. Vague ones are none.
pub fn count(text: &Text<'_>, at: usize) -> Option<Found<u64>> {
    let Found { value: number, end } = number(text, at)?;
    let factor = match number.unit.as_str() {
        "" => 1,
        // Nobody counts metres: "10m rows" are ten millions.
        "m" => 1_000_000,
        "x" => 1,
        _ => return None,
    };
    let whole = match number.as_i64() {
        Some(_) if is_grouped(text, end - 1) => figures::ungrouped(text.norm(end - 1))?,
        Some(whole) => whole,
        None if factor > 1 => return scaled(&number.text, factor).map(|value| Found { value, end }),
        None => return None,
    };
    let value = u64::try_from(whole).ok()?.checked_mul(factor)?;
    (!number.percent).then_some(Found { value, end })
}

/// Whether a count in an English text is written as others group thousands: `2.000`.
fn is_grouped(text: &Text<'_>, at: usize) -> bool {
    text.language == Language::En && figures::is_one_group(text.norm(at), '.') && text.kind(at) == Some(Kind::Number)
}

fn scaled(text: &str, factor: u64) -> Option<u64> {
    let decimal = Decimal::parse(text, 0)?;
    let product = decimal.digits.checked_mul(factor.into())?;
    let divisor = 10_i128.checked_pow(decimal.scale)?;
    (product % divisor == 0).then(|| u64::try_from(product / divisor).ok()).flatten()
}

/// The ordinal that a token is: "7th", "third", "zweite", "3.".
pub fn ordinal(text: &Text<'_>, at: usize) -> Option<Found<u32>> {
    let token = text.get(at)?;
    match token.kind {
        Kind::Number => {
            let digits = token.norm.trim_end_matches(|c: char| !c.is_ascii_digit());
            let ending = &token.norm[digits.len()..];
            let is_point = ending.is_empty() && text.is_mark(at + 1, ".") && text.is_glued(at + 1);
            let value = digits.parse().ok().filter(|value| *value < 1000)?;
            match ending {
                "st" | "nd" | "rd" | "th" | "º" | "ª" | "er" | "e" | "eme" => Some(Found { value, end: at + 1 }),
                "" if is_point => Some(Found { value, end: at + 2 }),
                _ => None,
            }
        }
        Kind::Word => words::ordinal(&text.plain(at), text.language).map(|value| Found { value, end: at + 1 }),
        _ => None,
    }
}
