//! Bounds with their unit.

mod phrases;
#[cfg(test)]
mod tests;

use super::number::{Number, about, number_or_one};
use super::unit::{self, Unit};
use super::{Found, Kind, Text};
use phrases::{AND, BETWEEN, BOUND, BOUND_BEHIND, Bound, EXACTLY, FILLER, FROM, PLUS_MINUS, TO, UPWARDS};

/// A number with what it measures.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// The number.
    pub number: Number,
    /// Short name of a measure, such as `kg`, `year`, `%`, `°C`; empty for none and for money.
    pub unit: String,
    /// ISO code of a currency.
    pub currency: Option<String>,
}

/// What a number may be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Range {
    /// The least.
    pub min: Option<Number>,
    /// The most.
    pub max: Option<Number>,
    /// Whether the least itself is out: "more than 3".
    pub min_excluded: bool,
    /// Whether the most itself is out: "under 18".
    pub max_excluded: bool,
    /// Short name of the measure, as in [`Amount::unit`].
    pub unit: String,
    /// ISO code of a currency where it is money.
    pub currency: Option<String>,
    /// The middle and what it may be off by: "170 ± 8".
    pub around: Option<(Number, Number)>,
}

impl Range {
    /// Whether it is money.
    pub fn is_money(&self) -> bool {
        self.currency.is_some()
    }

    /// Whether both ends are whole, where there are such.
    pub fn is_whole(&self) -> bool {
        self.min.iter().chain(&self.max).all(|end| end.is_whole && end.decimals == 0)
    }

    /// The least and the most whole number, both within: "more than 3 and under 8" is 4 to 7.
    pub fn whole(&self) -> (Option<i64>, Option<i64>) {
        let least = |end: &Number| libm::ceil(end.value) as i64 + i64::from(self.min_excluded && end.is_whole);
        let most = |end: &Number| libm::floor(end.value) as i64 - i64::from(self.max_excluded && end.is_whole);
        (self.min.as_ref().map(least), self.max.as_ref().map(most))
    }

    /// Between two amounts; the unit of either, a scale of the second and percent belong to both.
    fn between(low: Amount, high: Amount) -> Option<Self> {
        let is_shared = low.unit.is_empty() || high.unit.is_empty() || low.unit == high.unit;
        let is_one_currency = low.currency.is_none() || high.currency.is_none() || low.currency == high.currency;
        if !is_shared || !is_one_currency {
            return None;
        }
        let unit = if low.unit.is_empty() { high.unit.clone() } else { low.unit.clone() };
        let currency = low.currency.clone().or(high.currency.clone());
        let (mut min, max) = (scaled(low.number, &high.number), high.number);
        min.percent |= max.percent;
        let (min, max) = if min.value <= max.value { (min, max) } else { (max, min) };
        Some(Self { min: Some(min), max: Some(max), unit, currency, ..Self::default() })
    }

    fn bound(bound: Bound, amount: Amount) -> Self {
        let mut range = Self { unit: amount.unit, currency: amount.currency, ..Self::default() };
        match bound {
            Bound::AtLeast => range.min = Some(amount.number),
            Bound::AtMost => range.max = Some(amount.number),
            Bound::Over => (range.min, range.min_excluded) = (Some(amount.number), true),
            Bound::Under => (range.max, range.max_excluded) = (Some(amount.number), true),
        }
        range
    }

    /// What is left where a bound does not hold: not "above 5" is at most 5.
    fn denied(self) -> Self {
        let (min, min_excluded) = (self.max, !self.max_excluded);
        let (max, max_excluded) = (self.min, !self.min_excluded);
        Self {
            min_excluded: min.is_some() && min_excluded,
            max_excluded: max.is_some() && max_excluded,
            min,
            max,
            ..self
        }
    }

    /// Both bounds, of which each gives one.
    fn joined(self, other: Self) -> Option<Self> {
        let (low, high) = if self.min.is_some() { (self, other) } else { (other, self) };
        let fits = low.max.is_none() && high.min.is_none() && low.min.as_ref()?.value <= high.max.as_ref()?.value;
        let unit = if low.unit.is_empty() { high.unit } else { low.unit };
        let (max, max_excluded, currency) = (high.max, high.max_excluded, low.currency.or(high.currency));
        fits.then_some(Self {
            max,
            max_excluded,
            unit,
            currency,
            ..Self { unit: String::new(), currency: None, ..low }
        })
    }
}

/// "1 to 5 million" and "5 to 20k" begin with 1 million and 5000; "0 to 5k", "1-10k" and "100 to 5k" with 0, 1 and 100.
fn scaled(low: Number, high: &Number) -> Number {
    let mantissa = high.value / high.factor as f64;
    let least = if high.factor == 1_000 { 1.0 } else { 0.0 };
    match low.factor == 1 && high.factor > 100 && low.value > least && low.value < mantissa {
        true => low.times(high.factor).unwrap_or(low),
        false => low,
    }
}

/// The number with its unit that begins at a token: "$5", "5 euros", "EUR 5", "10GB", "about 12.5 kg", "-20 °C".
pub fn amount(text: &Text<'_>, at: usize) -> Option<Found<Amount>> {
    let from = about(text, at).unwrap_or(at);
    let before = unit::currency(text, from);
    let number_at = before.as_ref().map_or(from, |found| found.end);
    let plus = usize::from(matches!(text.norm(number_at), "+" | "plus"));
    let Found { value: mut number, end } = number_or_one(text, number_at + plus)?;
    number.is_approximate |= from > at;
    let glued = unit::glued(&number.unit);
    let (unit, end) = match (before, glued) {
        (Some(code), _) => (Some(Unit::Money(code.value)), unit::currency(text, end).map_or(end, |found| found.end)),
        (None, Some(unit)) => (Some(unit), end),
        (None, None) if number.percent => (Some(Unit::Measure("%")), end),
        (None, None) => unit::unit(text, end).map_or((None, end), |found| (Some(found.value), found.end)),
    };
    let measure = unit.map_or("", Unit::measure).to_owned();
    let currency = unit.and_then(Unit::currency).map(str::to_owned);
    Some(Found { value: Amount { number, unit: measure, currency }, end })
}

/// The range that begins at a token. A number alone is none, "exactly 3" is one; so are years: look for a
/// [`super::dates::window`] first.
pub fn range(text: &Text<'_>, at: usize) -> Option<Found<Range>> {
    text.memo.ranges.at(at, text.tokens.len(), || read(text, at))
}

fn read(text: &Text<'_>, at: usize) -> Option<Found<Range>> {
    let from = FILLER.at(text, at).map_or(at, |(_, end)| end);
    let from = usize::from(text.is_mark(from, ":") && from > at) + from;
    from_to(text, from)
        .or_else(|| between(text, from))
        .or_else(|| bounds(text, from))
        .or_else(|| exactly(text, from))
        .or_else(|| bracket(text, from))
        .or_else(|| plain(text, from))
}

fn from_to(text: &Text<'_>, at: usize) -> Option<Found<Range>> {
    let (_, at) = FROM.at(text, at)?;
    let low = amount(text, at)?;
    if let Some(found) = to(text, &low) {
        return Some(found);
    }
    let has_unit = !low.value.unit.is_empty() || low.value.currency.is_some();
    let end = UPWARDS.at(text, low.end).map(|(_, end)| end).or_else(|| has_unit.then_some(low.end))?;
    Some(Found { value: Range::bound(Bound::AtLeast, low.value), end })
}

/// The upper end behind "to", "bis", a dash.
fn to(text: &Text<'_>, low: &Found<Amount>) -> Option<Found<Range>> {
    let (_, high_at) = TO.at(text, low.end)?;
    let high = amount(text, high_at)?;
    let is_dash = text.is_mark(low.end, "-");
    let is_backwards = high.value.number.value < low.value.number.value;
    if is_dash && is_backwards {
        return None;
    }
    Some(Found { value: Range::between(low.value.clone(), high.value)?, end: high.end })
}

fn between(text: &Text<'_>, at: usize) -> Option<Found<Range>> {
    let (_, at) = BETWEEN.at(text, at)?;
    let low = amount(text, at)?;
    let joint = |low: &Found<Amount>| AND.at(text, low.end).or_else(|| TO.at(text, low.end));
    let low = if joint(&low).is_some() { low } else { up_to_and(text, at..low.end)? };
    let (_, high_at) = joint(&low)?;
    let high = amount(text, high_at)?;
    Some(Found { value: Range::between(low.value, high.value)?, end: high.end })
}

/// "between *one hundred* and two thousand": an amount that swallowed the other end's, without it.
fn up_to_and(text: &Text<'_>, tokens: std::ops::Range<usize>) -> Option<Found<Amount>> {
    let and = tokens.clone().find(|at| AND.at(text, *at).is_some())?;
    let cut = Text::of(text.prose, text.tokens[tokens.start..and].to_vec(), text.language);
    amount(&cut, 0).filter(|found| found.end == cut.tokens.len()).map(|found| Found { value: found.value, end: and })
}

/// "at least 2", "min. 1, max. 5", "over 18 and under 65".
fn bounds(text: &Text<'_>, at: usize) -> Option<Found<Range>> {
    let first = one_bound(text, at)?;
    let joint = match text.norm(first.end) {
        "," | "and" | "but" | "/" | ";" | "und" | "et" | "y" | "e" | "aber" | "mais" | "pero" | "ma" | "mas" => 1,
        _ => 0,
    };
    let second_at = first.end + joint + usize::from(joint > 0 && matches!(text.norm(first.end + 1), "and" | "but"));
    // "Never below 600 or above 2900": the negation holds for both.
    let is_denied =
        matches!(text.norm(at), "never" | "not" | "neither" | "no") && matches!(text.norm(first.end), "or" | "nor");
    let denied = is_denied.then(|| one_bound(text, first.end + 1)).flatten().map(|found| found.map(Range::denied));
    let joined = denied
        .or_else(|| one_bound(text, second_at))
        .and_then(|second| Some(Found { end: second.end, value: first.value.clone().joined(second.value)? }));
    Some(joined.unwrap_or(first))
}

fn one_bound(text: &Text<'_>, at: usize) -> Option<Found<Range>> {
    let ((bound, _), at) = BOUND.at(text, at)?;
    let skipped = at + usize::from(matches!(text.norm(at), ":" | "=" | "of" | "de" | "di" | "is" | "von"));
    let amount = amount(text, skipped)?;
    Some(Found { value: Range::bound(bound, amount.value), end: amount.end })
}

fn exactly(text: &Text<'_>, at: usize) -> Option<Found<Range>> {
    let (_, at) = EXACTLY.at(text, at)?;
    let Found { value, end } = amount(text, at)?;
    let (min, max) = (Some(value.number.clone()), Some(value.number));
    Some(Found { value: Range { min, max, unit: value.unit, currency: value.currency, ..Range::default() }, end })
}

/// `[1, 5]`.
fn bracket(text: &Text<'_>, at: usize) -> Option<Found<Range>> {
    let low = amount(text, at + 1).filter(|_| text.is_mark(at, "["))?;
    let is_comma = text.is_mark(low.end, ",") || text.is_mark(low.end, ";");
    let high_at = if is_comma { low.end + 1 } else { TO.at(text, low.end)?.1 };
    let high = amount(text, high_at).filter(|high| text.is_mark(high.end, "]"))?;
    let in_order = low.value.number.value < high.value.number.value;
    Some(Found { value: Range::between(low.value, high.value)?, end: high.end + 1 }).filter(|_| in_order)
}

/// What begins with a number: "5 to 20", "5 or more", "18+", "170 ± 8", "1 or 2".
fn plain(text: &Text<'_>, at: usize) -> Option<Found<Range>> {
    if !matches!(text.kind(at)?, Kind::Number | Kind::Word | Kind::Mark) {
        return None;
    }
    // "A maximum depth" is no 1 at most.
    let is_article = matches!(text.norm(at), "a" | "an" | "ein" | "eine" | "un" | "une" | "una" | "um" | "uma");
    let is_name = matches!(text.norm(at + 1), "maximum" | "minimum" | "max" | "min" | "maximal" | "minimal");
    if is_article && is_name {
        return None;
    }
    let low = amount(text, at)?;
    to(text, &low).or_else(|| plus_minus(text, &low)).or_else(|| behind(text, &low)).or_else(|| one_or_two(text, &low))
}

fn behind(text: &Text<'_>, low: &Found<Amount>) -> Option<Found<Range>> {
    if text.is_mark(low.end, "+") && text.is_glued(low.end) && !text.is_glued(low.end + 1) {
        let end = unit::unit(text, low.end + 1).map_or(low.end + 1, |found| found.end);
        let unit = unit::unit(text, low.end + 1).map_or("", |found| found.value.measure());
        let mut range = Range::bound(Bound::AtLeast, low.value.clone());
        if range.unit.is_empty() {
            unit.clone_into(&mut range.unit);
        }
        return Some(Found { value: range, end });
    }
    let (bound, end) = BOUND_BEHIND.at(text, low.end)?;
    Some(Found { value: Range::bound(bound, low.value.clone()), end })
}

fn plus_minus(text: &Text<'_>, low: &Found<Amount>) -> Option<Found<Range>> {
    let (_, at) = PLUS_MINUS.at(text, low.end)?;
    let off = amount(text, at)?;
    let middle = &low.value.number;
    let by = match off.value.number.percent && !middle.percent {
        true => hundredth(middle, &off.value.number)?,
        false => off.value.number,
    };
    let (min, max) = (middle.plus(&by, -1)?, middle.plus(&by, 1)?);
    let unit = if low.value.unit.is_empty() && off.value.unit != "%" { off.value.unit } else { low.value.unit.clone() };
    let currency = low.value.currency.clone().or(off.value.currency);
    let around = Some((middle.clone(), by));
    Some(Found {
        value: Range { min: Some(min), max: Some(max), unit, currency, around, ..Range::default() },
        end: off.end,
    })
}

/// So many percent of a number.
fn hundredth(of: &Number, percent: &Number) -> Option<Number> {
    let parts = u64::try_from(percent.as_i64()?).ok()?;
    of.times(parts)?.over_hundred()
}

/// "1 or 2": neighbours alone; others are a choice.
fn one_or_two(text: &Text<'_>, low: &Found<Amount>) -> Option<Found<Range>> {
    let is_or = matches!(text.norm(low.end), "or" | "oder" | "ou" | "o" | "u");
    let high = amount(text, low.end + 1).filter(|_| is_or)?;
    let (first, second) = (low.value.number.as_i64()?, high.value.number.as_i64()?);
    if second != first.checked_add(1)? || second > 1000 {
        return None;
    }
    Some(Found { value: Range::between(low.value.clone(), high.value)?, end: high.end })
}
