//! Columns: that they are there, their types, values, shares, nulls, uniqueness and forms.

use std::collections::{BTreeMap, BTreeSet};

use arrow_schema::DataType;
use regex::Regex;

use super::super::case::ColumnWish;
use super::super::data::quoted;
use super::super::resolve::first;
use super::Points;
use super::tables::Found;

/// Checks all columns of a table.
pub fn all(table: &Found<'_>, points: &mut Points) {
    for (names, wish) in &table.wish.columns {
        let name = format!("{}.{}", table.name, first(names));
        let column = table.scene.columns.get(&(table.name.to_owned(), first(names).to_owned()));
        let known = || {
            table.data.tables[table.at].columns.iter().map(|(column, _)| column.as_str()).collect::<Vec<_>>().join(", ")
        };
        points.check(format!("{name} is there"), column.is_some(), || format!("there are {}", known()));
        match column {
            Some(column) => Column::of(table, &name, column).check(wish, points),
            None => {
                for wish in wishes(wish) {
                    points.check(format!("{name}: {wish}"), false, || "no such column".to_owned());
                }
            }
        }
    }
}

/// The names of what is wished of a column, besides that it is there.
fn wishes(wish: &ColumnWish) -> Vec<&'static str> {
    let all = [
        ("type", wish.r#type.is_some()),
        ("range", wish.range.is_some() || wish.within.is_some()),
        ("values", wish.values.is_some()),
        ("shares", wish.shares.is_some() || wish.some.is_some()),
        ("nulls", true),
        ("unique", wish.unique),
        ("form", wish.pattern.is_some() || wish.like.is_some()),
        ("dates", wish.dates.is_some()),
        ("mean", wish.mean.is_some() || wish.median.is_some()),
    ];
    all.into_iter().filter(|(_, is_wished)| *is_wished).map(|(name, _)| name).collect()
}

/// A column's values.
struct Column<'f> {
    name: &'f str,
    kind: DataType,
    /// Values as texts, `None` for null.
    texts: Vec<Option<String>>,
    now: Option<String>,
}

impl<'f> Column<'f> {
    fn of(table: &Found<'_>, name: &'f str, column: &str) -> Self {
        let kind = table.data.tables[table.at].columns.iter().find(|(known, _)| known == column);
        let texts = table.list(&format!("select cast({} as text) from t{}", quoted(column), table.at));
        let now = table.data.document.get("now").and_then(|now| now.text()).map(str::to_owned);
        Self { name, kind: kind.expect("a column of the table").1.clone(), texts, now }
    }

    fn present(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().flatten().map(String::as_str)
    }

    fn check(&self, wish: &ColumnWish, points: &mut Points) {
        let name = self.name;
        if let Some(kind) = &wish.r#type {
            points.check(format!("{name} is {kind}"), self.is_of(kind), || self.kind.to_string());
        }
        self.nulls(wish, points);
        self.numbers(wish, points);
        self.varies(wish, points);
        if let Some(values) = &wish.values {
            let wanted: BTreeSet<String> = values.iter().cloned().collect();
            let found: BTreeSet<String> = self.present().map(short).collect();
            points.check(format!("{name} is one of {wanted:?}"), wanted == found, || few(&found));
        }
        if let Some(shares) = &wish.shares {
            self.shares(shares, true, points);
        }
        if let Some(shares) = &wish.some {
            self.shares(shares, false, points);
        }
        if wish.unique {
            let distinct: BTreeSet<&str> = self.present().collect();
            let all = self.present().count();
            points.check(format!("{name} never repeats"), distinct.len() == all, || {
                format!("{} values in {all} rows", distinct.len())
            });
        }
        let form = wish.pattern.clone().or_else(|| wish.like.as_deref().map(like));
        if let Some(form) = form {
            let form = Regex::new(&form).expect("a regular expression");
            let odd = self.present().find(|text| !form.is_match(text));
            let is_some = self.present().next().is_some();
            points.check(format!("{name} looks like {form}"), odd.is_none() && is_some, || {
                odd.unwrap_or("no value").to_owned()
            });
        }
        if let Some([from, to]) = &wish.dates {
            self.dates(from, to, points);
        }
    }

    fn is_of(&self, kind: &str) -> bool {
        let is_decimal = matches!(self.kind, DataType::Decimal128(..) | DataType::Decimal256(..));
        match kind {
            "integer" => self.kind.is_integer(),
            "decimal" => is_decimal,
            "number" => is_decimal || self.kind.is_numeric(),
            "text" => matches!(self.kind, DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View),
            "boolean" => self.kind == DataType::Boolean,
            "date" => matches!(self.kind, DataType::Date32 | DataType::Date64),
            "timestamp" => matches!(self.kind, DataType::Timestamp(..)),
            "time" => is_time(&self.kind),
            other => panic!("no type is called {other}"),
        }
    }

    fn nulls(&self, wish: &ColumnWish, points: &mut Points) {
        let rows = self.texts.len() as f64;
        let share = self.texts.iter().filter(|text| text.is_none()).count() as f64 / rows.max(1.0);
        let (wanted, holds) = match wish.nulls.as_deref() {
            Some("any") => ("some", share < 1.0),
            Some(said) => (said, is_near(share, rate(said), rows)),
            None => ("0 %", share == 0.0),
        };
        points.check(format!("{}: {wanted} null", self.name), holds && rows > 0.0, || format!("{share:.4}"));
    }

    fn numbers(&self, wish: &ColumnWish, points: &mut Points) {
        let name = self.name;
        let parsed: Vec<Option<f64>> = self.present().map(|text| text.parse().ok()).collect();
        let numbers: Vec<f64> = parsed.iter().flatten().copied().collect();
        let all = numbers.len() == parsed.len() && !numbers.is_empty();
        let (low, high) =
            numbers.iter().fold((f64::MAX, f64::MIN), |(low, high), number| (low.min(*number), high.max(*number)));
        for (bounds, must_use) in [(&wish.range, true), (&wish.within, false)] {
            let Some([least, most]) = bounds else { continue };
            let keeps = least.is_none_or(|least| low >= least - 1e-9) && most.is_none_or(|most| high <= most + 1e-9);
            let uses = match (least, most) {
                (Some(least), Some(most)) => high - low >= (most - least) * if numbers.len() < 25 { 0.3 } else { 0.6 },
                _ => high > low,
            };
            let what = format!("{name} from {} to {}", said(*least), said(*most));
            points.check(what, all && keeps && (uses || !must_use), || format!("{low} to {high}"));
        }
        if let Some(digits) = wish.decimals {
            let scale = 10_f64.powi(digits as i32);
            let odd = numbers.iter().find(|number| ((**number * scale).round() - **number * scale).abs() > 1e-6);
            points.check(format!("{name} has at most {digits} digits behind the point"), all && odd.is_none(), || {
                format!("{odd:?}")
            });
        }
        let moments = summary(&numbers);
        for (what, bounds, value) in
            [("mean", &wish.mean, moments.0), ("deviation", &wish.sd, moments.1), ("median", &wish.median, moments.2)]
        {
            let Some([least, most]) = bounds else { continue };
            points.check(format!("{name}: {what} {least} to {most}"), all && (*least..=*most).contains(&value), || {
                format!("{value:.3}")
            });
        }
        if wish.skewed.is_some() {
            let (mean, _, median) = moments;
            points.check(format!("{name} is skewed to the right"), all && mean > 1.2 * median, || {
                format!("mean {mean:.1}, median {median:.1}")
            });
        }
    }

    /// A constant is within any range.
    fn varies(&self, wish: &ColumnWish, points: &mut Points) {
        let is_numeric = wish.mean.is_some() || wish.range.is_some();
        if is_numeric && self.texts.len() >= 20 {
            let distinct: BTreeSet<&str> = self.present().collect();
            points.check(format!("{} varies", self.name), distinct.len() > 1, || {
                few(&self.present().map(short).collect())
            });
        }
    }

    fn shares(&self, wanted: &BTreeMap<String, f64>, is_all: bool, points: &mut Points) {
        let mut found: BTreeMap<String, f64> = BTreeMap::new();
        let rows = self.present().count() as f64;
        for text in self.present() {
            *found.entry(short(text)).or_default() += 1.0 / rows;
        }
        if is_all {
            let others: BTreeSet<String> = found.keys().filter(|value| !wanted.contains_key(*value)).cloned().collect();
            points.check(
                format!("{} is one of {:?}", self.name, wanted.keys().collect::<Vec<_>>()),
                others.is_empty() && rows > 0.0,
                || few(&others),
            );
        }
        for (value, share) in wanted {
            let part = found.get(value).copied().unwrap_or(0.0);
            points
                .check(format!("{}: {value} {share}", self.name), is_near(part, *share, rows), || format!("{part:.4}"));
        }
    }

    fn dates(&self, from: &str, to: &str, points: &mut Points) {
        let what = format!("{} from {from} to {to}", self.name);
        let (Some(from), Some(to)) = (self.day(from), self.day(to)) else {
            return points.check(what, false, || "the spec has no `now`".to_owned());
        };
        let days: Vec<Option<i64>> = self.present().map(day_number).collect();
        let known: Vec<i64> = days.iter().flatten().copied().collect();
        let (Some(low), Some(high)) = (known.iter().min(), known.iter().max()) else {
            return points.check(what, false, || format!("{:?} is no day", self.present().next()));
        };
        let keeps = known.len() == days.len() && *low >= from && *high <= to;
        let uses = known.len() < 20 || (high - low) as f64 >= 0.6 * (to - from) as f64;
        let (first, last) = (self.present().min().unwrap_or_default(), self.present().max().unwrap_or_default());
        points.check(what, keeps && uses, || format!("{first} to {last}"));
    }

    /// The number of a day, which may count from the spec's `now`.
    fn day(&self, text: &str) -> Option<i64> {
        match text.strip_suffix('d').and_then(|days| days.parse::<i64>().ok()) {
            Some(days) => Some(day_number(self.now.as_deref()?)? + days),
            None => day_number(text),
        }
    }
}

/// Whether a type is one of days or instants.
pub fn is_time(kind: &DataType) -> bool {
    matches!(kind, DataType::Date32 | DataType::Date64 | DataType::Timestamp(..))
}

/// `5%` as a number.
pub fn rate(text: &str) -> f64 {
    text.trim_end_matches('%').trim().parse::<f64>().expect("a percentage") / 100.0
}

/// Whether a share of so many rows is what chance makes of a wanted one: four deviations of the binomial, and a little.
pub fn is_near(share: f64, wanted: f64, rows: f64) -> bool {
    (share - wanted).abs() <= 4.0 * (wanted * (1.0 - wanted) / rows.max(1.0)).sqrt() + 0.004 + 1.0 / rows.max(1.0)
}

/// Days since 0000-03-01 of a text that starts with a date.
fn day_number(text: &str) -> Option<i64> {
    let mut parts = text.get(..10)?.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day - 1,
    )
}

/// Numbers without a point that says nothing.
fn short(text: &str) -> String {
    text.strip_suffix(".0").unwrap_or(text).to_owned()
}

fn said(bound: Option<f64>) -> String {
    bound.map_or("anything".to_owned(), |bound| bound.to_string())
}

fn few(values: &BTreeSet<String>) -> String {
    let shown: Vec<&str> = values.iter().map(String::as_str).take(6).collect();
    format!("{} values: {}", values.len(), shown.join(", "))
}

fn like(what: &str) -> String {
    match what {
        "email" => r"^[^@\s]+@[^@\s]+\.[a-z]{2,}$".to_owned(),
        "phone" => r"^[+(]?[0-9][0-9 ()/.-]{4,}$".to_owned(),
        "url" => "^https?://".to_owned(),
        "ip" => r"^\d+\.\d+\.\d+\.\d+$".to_owned(),
        "uuid" => "^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$".to_owned(),
        other => panic!("nothing looks like {other}"),
    }
}

/// Mean, standard deviation and median.
fn summary(numbers: &[f64]) -> (f64, f64, f64) {
    let count = numbers.len().max(1) as f64;
    let mean = numbers.iter().sum::<f64>() / count;
    let variance = numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>() / count;
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    (mean, variance.sqrt(), sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN))
}
