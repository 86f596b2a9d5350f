//! `shape: { growth, hourly, weekly, monthly, business_hours }` -> a [`Density`] over the days of a window.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use super::calendar::{DAY, SECOND, month, weekday};
use super::clock::parse_clock;
use super::density::{Density, Profile};
use crate::diag::Diagnostic;
use crate::plan::{PlanContext, Reported};
use crate::source::Spanned;
use crate::source::scalars::Number;

/// How dense instants lie over a window. All parts multiply; times are those of UTC.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(super) struct ShapeParams {
    /// Density at the window's end relative to its beginning, at a constant rate of growth: `2.5` ends with two and a half
    /// times as many a day as at first. Steps at midnight. Where windows differ by row, it spans them all.
    growth: Option<Spanned<Number>>,
    /// 24 weights, from the hour after midnight.
    #[schemars(length(equal = 24))]
    hourly: Option<Spanned<Vec<Spanned<Number>>>>,
    /// 7 weights, from Monday.
    #[schemars(length(equal = 7))]
    weekly: Option<Spanned<Vec<Spanned<Number>>>>,
    /// 12 weights, from January; each is how dense a day of that month is, whatever the month's length.
    #[schemars(length(equal = 12))]
    monthly: Option<Spanned<Vec<Spanned<Number>>>>,
    /// Only Monday to Friday, from 9 to 17 o'clock or as given (`"08:30-18:00"`).
    business_hours: Option<Spanned<BusinessHours>>,
}

/// `true`, `false` or `"09:00-17:00"`: microseconds from midnight, none for all day and week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct BusinessHours(Option<(i64, i64)>);

const HOUR: i64 = 3600 * SECOND;

impl BusinessHours {
    fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once('-')?;
        let (from, to) = (parse_clock(from)?, parse_clock(to)?);
        (from < to).then_some(Self(Some((from, to))))
    }
}

impl<'de> Deserialize<'de> for BusinessHours {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Hours;
        impl Visitor<'_> for Hours {
            type Value = BusinessHours;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true, false or hours such as `09:00-17:00`")
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<BusinessHours, E> {
                Ok(BusinessHours(value.then_some((9 * HOUR, 17 * HOUR))))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<BusinessHours, E> {
                BusinessHours::parse(text)
                    .ok_or_else(|| E::custom(format!("`{text}` are no hours of a day such as `09:00-17:00`")))
            }
        }
        deserializer.deserialize_any(Hours)
    }
}

impl JsonSchema for BusinessHours {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "BusinessHours".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["boolean", "string"],
            "pattern": "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?-[0-9]{2}:[0-9]{2}(:[0-9]{2})?$",
            "examples": [true, "08:30-18:00"]
        })
    }
}

/// The weights of a shape, read and checked.
struct Weights {
    growth: f64,
    hourly: Option<Vec<f64>>,
    weekly: Option<Vec<f64>>,
    monthly: Option<Vec<f64>>,
    hours: Option<(i64, i64)>,
}

impl Weights {
    /// How dense a day is, `progress` of the way from 0 to 1 through the window.
    fn of_day(&self, day: i64, progress: f64) -> f64 {
        let weekly = self.weekly.as_ref().map_or(1.0, |weights| weights[weekday(day)]);
        let monthly = self.monthly.as_ref().map_or(1.0, |weights| weights[month(day)]);
        let rests = self.hours.is_some() && weekday(day) >= 5;
        let growth = if self.growth == 1.0 { 1.0 } else { libm::pow(self.growth, progress) };
        if rests { 0.0 } else { growth * weekly * monthly }
    }

    fn density(&self, low: i64, high: i64) -> Option<Density> {
        let days = low.div_euclid(DAY)..-(-high).div_euclid(DAY);
        let length = (high - low).max(1) as f64;
        let progress = |day: i64| ((day * DAY + DAY / 2 - low) as f64 / length).clamp(0.0, 1.0);
        let weights = days.clone().map(|day| self.of_day(day, progress(day)));
        let profile = Profile::new(self.hourly.as_deref(), self.hours)?;
        let density = Density::new(days.start, weights, profile);
        (density.mass(high) > density.mass(low)).then_some(density)
    }
}

impl ShapeParams {
    /// The density over `[low, high)`.
    ///
    /// # Errors
    /// `E0504` for weights that are no weights or leave nothing of the window.
    pub fn plan(
        cx: &mut PlanContext<'_, '_>,
        shape: Option<&Spanned<Self>>,
        (low, high): (i64, i64),
    ) -> Result<Option<Density>, Reported> {
        let Some(shape) = shape else { return Ok(None) };
        let weights = shape.value.weights(cx)?;
        match weights.density(low, high) {
            Some(density) => Ok(Some(density)),
            None => {
                let error = Diagnostic::error("E0504", "this shape leaves no instant of the window");
                Err(cx.fail(error.at(shape.span, "all weights within the window are 0").help("raise some weights")))
            }
        }
    }

    /// Refuses what has no effect on whole days.
    pub fn check_days(&self, cx: &mut PlanContext<'_, '_>) -> Result<(), Reported> {
        let Some(hourly) = &self.hourly else { return Ok(()) };
        let error = Diagnostic::error("E0515", "`hourly` has no effect on a date");
        Err(cx.fail(error.at(hourly.span, "is not read").help("drop it, or use `gen: datetime`")))
    }

    fn weights(&self, cx: &mut PlanContext<'_, '_>) -> Result<Weights, Reported> {
        let growth = match &self.growth {
            Some(text) => self::growth(cx, text),
            None => Ok(1.0),
        };
        let hourly = list(cx, self.hourly.as_ref(), 24);
        let weekly = list(cx, self.weekly.as_ref(), 7);
        let monthly = list(cx, self.monthly.as_ref(), 12);
        let hours = self.business_hours.as_ref().and_then(|hours| hours.value.0);
        Ok(Weights { growth: growth?, hourly: hourly?, weekly: weekly?, monthly: monthly?, hours })
    }
}

fn growth(cx: &mut PlanContext<'_, '_>, text: &Spanned<Number>) -> Result<f64, Reported> {
    let growth = cx.number(text)?;
    if (1e-9..=1e9).contains(&growth) {
        return Ok(growth);
    }
    let error = Diagnostic::error("E0504", format!("a growth of {growth} is not possible"));
    Err(cx.fail(
        error.at(text.span, "needs a positive factor").help("write `2` for twice as dense at the end, `0.5` for half"),
    ))
}

fn list(
    cx: &mut PlanContext<'_, '_>,
    list: Option<&Spanned<Vec<Spanned<Number>>>>,
    length: usize,
) -> Result<Option<Vec<f64>>, Reported> {
    let Some(list) = list else { return Ok(None) };
    if list.value.len() != length {
        let error = Diagnostic::error("E0504", format!("{} weights where {length} are needed", list.value.len()));
        return Err(cx.fail(error.at(list.span, "cannot be used").help(format!("write {length} weights"))));
    }
    let mut weights = Vec::with_capacity(length);
    for text in &list.value {
        let weight = cx.number(text)?;
        if !(0.0..=1e9).contains(&weight) {
            let error = Diagnostic::error("E0504", format!("{weight} is not a weight"));
            return Err(cx.fail(error.at(text.span, "cannot be used").help("weights go from 0 to 1000000000")));
        }
        weights.push(weight);
    }
    Ok(Some(weights))
}
