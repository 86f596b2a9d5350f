//! `time`: a window of the day -> times of day.

use std::sync::Arc;

use arrow_array::{ArrayRef, Time64MicrosecondArray};
use arrow_schema::{DataType, TimeUnit};
use schemars::JsonSchema;
use serde::Deserialize;

use super::calendar::{DAY, SECOND};
use super::stretch::{DEFAULT, Stretch, precision};
use crate::diag::Diagnostic;
use crate::engine::{Cells, Column, Domain};
use crate::generators::GeneratorDef;
use crate::plan::{Bounds, PlanContext, Planned, Reported, Uniqueness};
use crate::source::Spanned;
use crate::source::scalars::DurationText;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "time",
    summary: "a time of day",
    docs: "All times from `from` up to, but without, `to` are alike; without them, those of the whole day. A window whose \
           `to` comes before its `from` runs past midnight, as a night shift does. Values are whole seconds unless \
           `precision` says otherwise.",
    example: "{ gen: time, from: \"08:00\", to: \"18:30\", precision: 5m }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `time`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The earliest time, such as `08:00` or `08:00:30`; midnight by default.
    from: Option<Spanned<String>>,
    /// The time before which values lie, up to `24:00`, the default.
    to: Option<Spanned<String>>,
    /// Values are multiples of this part of a day; `1s` by default.
    precision: Option<Spanned<DurationText>>,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let step = precision(cx, params.precision.as_ref(), DEFAULT)?;
    let from = params.from.as_ref().map_or(Ok(0), |text| clock(cx, text))?;
    let to = params.to.as_ref().map_or(Ok(DAY), |text| clock(cx, text))?;
    if let (true, Some(text)) = (from == to, params.to.as_ref().or(params.from.as_ref())) {
        let error = Diagnostic::error("E0503", "the window of times is empty");
        return Err(cx.fail(error.at(text.span, "the same as `from`").help("leave both out for the whole day")));
    }
    let end = if to < from { to + DAY } else { to };
    let times = Times(Stretch::new(from, end, step));
    let bounds = match end <= DAY {
        true => Bounds::Time { low: times.0.first, high: times.0.last() },
        false => Bounds::Time { low: 0, high: DAY - 1 },
    };
    let planned = Planned::new(DataType::Time64(TimeUnit::Microsecond), times).bounds(Some(bounds));
    Ok(planned.uniqueness(Uniqueness::Domain(Arc::new(times))))
}

fn clock(cx: &mut PlanContext<'_, '_>, text: &Spanned<String>) -> Result<i64, Reported> {
    parse_clock(&text.value).ok_or_else(|| {
        let error = Diagnostic::error("E0417", format!("`{}` is not a time of day", text.value));
        cx.fail(error.at(text.span, "needs hours and minutes").help("write `08:30`, `08:30:15` or, as an end, `24:00`"))
    })
}

/// `HH:MM` or `HH:MM:SS`, up to `24:00`, as microseconds from midnight.
pub(super) fn parse_clock(text: &str) -> Option<i64> {
    let mut parts = text.trim().split(':');
    let mut part = || {
        let digits = parts.next()?;
        let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<i64>().ok()).flatten()
    };
    let (hours, minutes) = (part()?, part()?);
    let seconds = if text.trim().len() > 5 { part()? } else { 0 };
    let total = (hours * 60 + minutes) * 60 + seconds;
    let is_time = minutes < 60 && seconds < 60 && total <= 86_400 && parts.next().is_none();
    is_time.then_some(total * SECOND)
}

/// The times of a window that may run past midnight.
#[derive(Debug, Clone, Copy)]
struct Times(Stretch);

impl Column for Times {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let values = cells.bits(0).into_iter().map(|bits| self.0.pick(bits) % DAY);
        Arc::new(Time64MicrosecondArray::from_iter_values(values))
    }
}

impl Domain for Times {
    fn size(&self) -> u128 {
        self.0.count.into()
    }

    fn values(&self, indices: &[u128]) -> ArrayRef {
        let values = indices.iter().map(|index| self.0.at(*index as u64) % DAY);
        Arc::new(Time64MicrosecondArray::from_iter_values(values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_of_day_have_two_digits_a_part() {
        let minutes = |text| parse_clock(text).map(|micros| micros / SECOND / 60);
        assert_eq!(minutes("08:30"), Some(510));
        assert_eq!(parse_clock("00:00:07"), Some(7 * SECOND));
        assert_eq!(minutes("24:00"), Some(1440));
        for text in ["8:30", "24:01", "23:60", "23:59:60", "", "12", "12:30:", "12:30:00:00", "+1:30"] {
            assert_eq!(parse_clock(text), None, "{text}");
        }
    }
}
