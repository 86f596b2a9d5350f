//! A draft -> the numbers, days, lengths of time and texts that it has.

use super::facts::{Fact, FactKind};
use crate::draft::ir::Ir;
use crate::draft::text::dates::Date;
use crate::draft::text::fold;

/// All values of a draft.
#[derive(Debug, Default)]
pub struct Values {
    numbers: Vec<f64>,
    days: Vec<Date>,
    /// Lengths of time in seconds.
    lengths: Vec<i64>,
    /// Texts in small plain letters, with blanks for underscores.
    texts: Vec<String>,
    /// Whether something counts from `now`.
    has_now: bool,
}

impl Values {
    /// Gathers the values of a draft; what it says about itself (assumptions, questions, evidence, descriptions) is none.
    pub fn of(ir: &Ir) -> Self {
        let mut values = Self::default();
        let top = [&ir.title, &ir.locale, &ir.anchor_date];
        top.into_iter().chain(&ir.outputs).for_each(|text| values.text(text));
        for table in &ir.tables {
            values.text(&table.name);
            values.numbers.push(table.rows as f64);
            table.params.iter().for_each(|param| values.text(&param.value));
            for column in &table.columns {
                values.numbers.push(column.null_rate);
                [&column.name, &column.generator, &column.when, &column.null_when]
                    .into_iter()
                    .for_each(|text| values.text(text));
                column.params.iter().for_each(|param| values.text(&param.value));
                for choice in &column.choices {
                    values.text(&choice.value);
                    values.numbers.push(choice.weight);
                }
                values.weights(column.choices.iter().map(|choice| choice.weight));
            }
        }
        for tie in &ir.relationships {
            let counts = [
                tie.min_children as f64,
                tie.max_children as f64,
                tie.mean_children,
                tie.childless_rate,
                tie.null_rate,
            ];
            values.numbers.extend(counts);
        }
        ir.rules.iter().for_each(|rule| values.text(&rule.expression));
        values
    }

    /// Weights as shares of their sum, too.
    fn weights(&mut self, weights: impl Iterator<Item = f64> + Clone) {
        let sum: f64 = weights.clone().sum();
        if sum > 0.0 {
            self.numbers.extend(weights.map(|weight| weight / sum));
        }
    }

    /// Takes a text with the numbers, days and lengths of time in it.
    fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.texts.push(plain(text));
        self.has_now |= text.contains("now");
        let mut rest = text;
        while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
            let negative = rest[..at].ends_with('-');
            rest = &rest[at..];
            if let Some(day) = Date::parse(rest) {
                self.days.push(day);
                rest = &rest[10..];
                continue;
            }
            let len = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '_'))).unwrap_or(rest.len());
            let digits = rest[..len].trim_end_matches('.').replace('_', "");
            rest = &rest[len..];
            let unit = rest.chars().next();
            if let Ok(value) = digits.parse::<f64>() {
                self.number(if negative { -value } else { value }, unit);
            }
        }
    }

    fn number(&mut self, value: f64, unit: Option<char>) {
        self.numbers.push(value);
        // A dash between two numbers is no minus.
        self.numbers.push(libm::fabs(value));
        let seconds = match unit {
            Some('w') => 604_800.0,
            Some('d') => 86_400.0,
            Some('h') => 3_600.0,
            Some('m') => 60.0,
            Some('s') => 1.0,
            Some('k' | 'K') => return self.numbers.push(value * 1_000.0),
            Some('M') => return self.numbers.push(value * 1_000_000.0),
            Some('%') => return self.numbers.push(value / 100.0),
            _ => return,
        };
        self.lengths.push((libm::fabs(value) * seconds) as i64);
    }

    /// Whether the draft has a fact.
    pub fn has(&self, fact: &Fact) -> bool {
        match &fact.kind {
            FactKind::Number { value, is_excluded, seconds } => {
                self.has_number(*value)
                    || (*is_excluded && (self.has_number(value + 1.0) || self.has_number(value - 1.0)))
                    || seconds.is_some_and(|seconds| self.lengths.contains(&seconds))
                    || self.has_year(*value)
            }
            FactKind::Share(rate) => {
                [*rate, 1.0 - rate, rate * 100.0, (1.0 - rate) * 100.0].iter().any(|rate| self.has_number(*rate))
            }
            FactKind::Dates(Some((first, last))) => {
                let wanted = [*first, *last, last.plus_days(1)];
                self.days.iter().any(|day| wanted.contains(day))
                    || (is_year(*first, *last) && self.has_number(first.year() as f64))
            }
            FactKind::Dates(None) => self.has_now || !self.days.is_empty(),
            FactKind::Literal(words) | FactKind::Item(words) => self.has_words(words),
        }
    }

    fn has_number(&self, wanted: f64) -> bool {
        // Thirds are written with as many digits as one likes.
        let tolerance = (libm::fabs(wanted) * 1e-9).max(1e-9);
        let close = |value: &f64| {
            libm::fabs(value - wanted) <= tolerance
                || (wanted > 0.0 && wanted < 1.0 && libm::fabs(value - wanted) < 0.006)
        };
        self.numbers.iter().any(close)
    }

    /// Whether a number is a year of which a day is an edge.
    fn has_year(&self, value: f64) -> bool {
        let year = value as i64;
        if !(1900..2100).contains(&year) {
            return false;
        }
        let edges = [Date::new(year, 1, 1), Date::new(year, 12, 31), Date::new(year + 1, 1, 1)];
        self.days.iter().any(|day| edges.contains(&Some(*day)))
    }

    fn has_words(&self, words: &str) -> bool {
        let wanted = plain(words);
        let singular = wanted.trim_end_matches('s');
        !wanted.is_empty()
            && self.texts.iter().any(|text| text.contains(&wanted) || (singular.len() > 2 && text.contains(singular)))
    }
}

fn is_year(first: Date, last: Date) -> bool {
    first.plus_months(12).plus_days(-1) == last
}

/// Small plain letters, with blanks for underscores and hyphens.
fn plain(text: &str) -> String {
    fold(text.trim()).replace(['_', '-'], " ")
}
