//! `date`: a window and a shape -> days.

use schemars::JsonSchema;
use serde::Deserialize;

use super::calendar::DAY;
use super::datetime::{Instants, Kind};
use super::shape::ShapeParams;
use super::window::{Ends, Window};
use crate::generators::GeneratorDef;
use crate::plan::{PlanContext, Planned, Reported};
use crate::source::Spanned;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "date",
    summary: "a day within a window",
    docs: "Both ends belong to the window, as when people say \"from 2022-01-01 to 2022-12-31\". They are dates, instants, `now`, \
           or columns with dates or timestamps, each with offsets (`\"hired_on + 90d\"`); an instant stands for the day on \
           which it falls in UTC. Where the ends are columns, the plan proves from their windows that no row's `to` lies \
           before its `from`; a row with a null end gets null.",
    example: "{ gen: date, from: 2022-01-01, to: 2022-12-31, shape: { weekly: [1, 1, 1, 1, 1, 0.3, 0] } }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `date`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The first day: a date, an instant, `now`, or a column, with offsets.
    from: Spanned<String>,
    /// The last day, likewise; it belongs to the window.
    to: Spanned<String>,
    /// How dense days lie over the window; evenly by default. `hourly` has no place here, `business_hours` leaves Monday to Friday.
    shape: Option<Spanned<ShapeParams>>,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let checked = params.shape.as_ref().map_or(Ok(()), |shape| shape.value.check_days(cx));
    let window = Window::plan(cx, &params.from, &params.to, Ends::Days)?;
    let density = ShapeParams::plan(cx, params.shape.as_ref(), window.bounds())?;
    checked?;
    Ok(Instants::planned(Kind::Date, window, DAY, density))
}
