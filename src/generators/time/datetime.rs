//! `datetime`: a window and a shape -> instants.

use std::sync::Arc;

use arrow_array::types::{ArrowTimestampType, TimestampMicrosecondType};
use arrow_array::{ArrayRef, Date32Array, TimestampMicrosecondArray};
use arrow_schema::{DataType, TimeUnit};
use schemars::JsonSchema;
use serde::Deserialize;

use super::calendar::DAY;
use super::density::Density;
use super::shape::ShapeParams;
use super::stretch::{DEFAULT, Shaped, Stretch, precision};
use super::window::{Days, Ends, Window};
use crate::engine::{Cells, Column, Domain};
use crate::generators::GeneratorDef;
use crate::plan::{Bounds, PlanContext, Planned, Reported, Uniqueness};
use crate::random;
use crate::source::Spanned;
use crate::source::scalars::DurationText;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "datetime",
    summary: "an instant within a window, evenly or by growth, season, weekday and hour",
    docs: "`from` and `to` are instants (`2025-07-01T12:00:00Z`, or a date for its midnight in UTC), `now`, or columns with dates \
           or timestamps, each with offsets: `\"ordered_at + 2d\"`. The window begins with `from` and ends before `to`. \
           Where the ends are columns, the plan proves, from their windows and from what they count from in turn, that no \
           row's `to` lies before its `from`; \
           a row whose ends are equal gets that instant, a row with a null end gets null. Values are rounded down to \
           whole seconds unless `precision` says otherwise, but never leave the window. Where the hours of `shape` leave \
           nothing of a row's own window, all its instants are alike.",
    example: "{ gen: datetime, from: 2022-01-01, to: 2025-01-01, shape: { growth: 2.5, weekly: [1, 1, 1, 1, 1.1, 0.6, 0.5] } }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `datetime`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The earliest instant: an instant, `now`, or a column, with offsets.
    from: Spanned<String>,
    /// The instant before which values lie, likewise.
    to: Spanned<String>,
    /// How dense instants lie over the window; evenly by default.
    shape: Option<Spanned<ShapeParams>>,
    /// Values are multiples of this part of a day; `1s` by default.
    precision: Option<Spanned<DurationText>>,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let step = precision(cx, params.precision.as_ref(), DEFAULT);
    let window = Window::plan(cx, &params.from, &params.to, Ends::Instants)?;
    let density = ShapeParams::plan(cx, params.shape.as_ref(), window.bounds())?;
    let kind = Kind::Timestamp(timestamp_type(cx));
    Ok(Instants::planned(kind, window, step?, density))
}

/// The declared type where it is a timestamp with or without zone, else the latter.
pub(super) fn timestamp_type(cx: &PlanContext<'_, '_>) -> DataType {
    match cx.declared_type() {
        Some(declared @ DataType::Timestamp(TimeUnit::Microsecond, _)) => declared.clone(),
        _ => DataType::Timestamp(TimeUnit::Microsecond, None),
    }
}

/// What instants are shown as.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// The day on which they fall.
    Date,
    /// Themselves, as a timestamp in microseconds.
    Timestamp(DataType),
}

impl Kind {
    fn data_type(&self) -> DataType {
        match self {
            Self::Date => DataType::Date32,
            Self::Timestamp(data_type) => data_type.clone(),
        }
    }

    /// An array of instants.
    pub fn array(&self, instants: impl Iterator<Item = Option<i64>>) -> ArrayRef {
        match self {
            Self::Date => {
                Arc::new(instants.map(|instant| Some(instant?.div_euclid(DAY) as i32)).collect::<Date32Array>())
            }
            Self::Timestamp(data_type) => zoned(instants.collect(), data_type),
        }
    }

    /// An array of instants none of which is null.
    fn full_array(&self, instants: impl Iterator<Item = i64>) -> ArrayRef {
        match self {
            Self::Date => {
                Arc::new(Date32Array::from_iter_values(instants.map(|instant| instant.div_euclid(DAY) as i32)))
            }
            Self::Timestamp(data_type) => zoned(TimestampMicrosecondArray::from_iter_values(instants), data_type),
        }
    }
}

fn zoned(values: TimestampMicrosecondArray, data_type: &DataType) -> ArrayRef {
    match data_type {
        DataType::Timestamp(TimestampMicrosecondType::UNIT, zone) => Arc::new(values.with_timezone_opt(zone.clone())),
        _ => Arc::new(values),
    }
}

/// Instants drawn one by one.
#[derive(Debug)]
pub(super) struct Instants {
    kind: Kind,
    window: Window,
    step: i64,
    density: Option<Density>,
    /// The prepared window, when all rows have the same.
    fixed: Option<Shaped>,
}

impl Instants {
    /// The plan of instants in a window.
    pub fn planned(kind: Kind, window: Window, step: i64, density: Option<Density>) -> Planned {
        let fixed = window.fixed().map(|(from, to)| Shaped::new(from, to, step, density.as_ref()));
        let uniqueness = match &fixed {
            Some(fixed) if !fixed.is_shaped() => {
                Uniqueness::Domain(Arc::new(Slots { kind: kind.clone(), stretch: fixed.stretch }))
            }
            Some(_) => Uniqueness::Unknown { why: "its shape makes some values more likely than others" },
            None => Uniqueness::Unknown { why: "its window differs from row to row" },
        };
        let bounds = bounds(&window, step);
        let (data_type, nullable, distances) = (kind.data_type(), window.nullable(), window.distances());
        let column = Self { kind, window, step, density, fixed };
        Planned::new(data_type, column)
            .nullable(nullable)
            .bounds(Some(bounds))
            .distances(distances)
            .uniqueness(uniqueness)
    }
}

/// What instants of any row's window lie between.
pub(super) fn bounds(window: &Window, step: i64) -> Bounds {
    let (low, high) = window.bounds();
    match window.fixed() {
        Some((from, to)) => {
            let stretch = Stretch::new(from, to, step);
            Bounds::Time { low: stretch.first, high: stretch.last() }
        }
        None => Bounds::Time { low, high: ((high - 1).div_euclid(step) * step).max(window.latest_from()) },
    }
}

impl Column for Instants {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let bits = cells.bits(0).into_iter();
        if let Some(fixed) = &self.fixed {
            return match fixed.is_shaped() {
                false => self.kind.full_array(bits.map(|bits| fixed.stretch.pick(bits))),
                true => self.kind.full_array(bits.map(|bits| fixed.pick(bits, self.density.as_ref()))),
            };
        }
        if matches!(self.kind, Kind::Date)
            && self.step == DAY
            && self.density.is_none()
            && let Some(days) = self.window.days(cells)
        {
            return Arc::new(picked_days(bits, days));
        }
        let density = self.density.as_ref();
        let draw = |(bits, window): (u64, Option<(i64, i64)>)| {
            let (from, to) = window?;
            Some(Shaped::new(from, to, self.step, density).pick(bits, density))
        };
        self.kind.array(bits.zip(self.window.rows(cells)).map(draw))
    }
}

/// A day of each window, all of them alike; as [`Stretch::pick`] among the midnights.
fn picked_days(bits: impl Iterator<Item = u64>, days: Days) -> Date32Array {
    let windows = days.first.into_iter().zip(days.last);
    let pick = |(bits, (first, last)): (u64, (i64, i64))| {
        let count = (last - first + 1).max(1);
        (first + random::below(bits, count as u64) as i64) as i32
    };
    Date32Array::new(bits.zip(windows).map(pick).collect(), days.nulls)
}

/// The instants of a fixed window as a countable domain.
struct Slots {
    kind: Kind,
    stretch: Stretch,
}

impl Domain for Slots {
    fn size(&self) -> u128 {
        self.stretch.count.into()
    }

    fn values(&self, indices: &[u128]) -> ArrayRef {
        self.kind.full_array(indices.iter().map(|index| self.stretch.at(*index as u64)))
    }
}
