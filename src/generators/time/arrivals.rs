//! `arrivals`: a window per parent -> instants that increase from sibling to sibling.

use std::ops::Range;

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::calendar::{SECOND, show_length};
use super::datetime::{Kind, bounds, timestamp_type};
use super::density::Density;
use super::ranks::sorted_uniforms;
use super::shape::ShapeParams;
use super::stretch::{DEFAULT, Shaped, precision};
use super::window::{Ends, Window};
use crate::diag::{Diagnostic, Span};
use crate::engine::{Cells, Column};
use crate::generators::GeneratorDef;
use crate::plan::{PlanContext, Planned, Reported, TableId, Uniqueness};
use crate::random::{RowDraws, RowId, below, unit};
use crate::source::Spanned;
use crate::source::scalars::DurationText;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "arrivals",
    summary: "instants that increase from row to row within the parent",
    docs: "The k-th child gets the k-th of as many instants, drawn from the window `[from, to)` as for `datetime` and sorted; in a \
           root table all rows are siblings. With `min_gap` they lie at least so far apart: the gaps are taken out of the window, \
           the instants are drawn in what is left, and the gaps are put in again. Without it two may be equal. Values are whole \
           seconds, or microseconds where `min_gap` is finer, unless `precision` says otherwise; `min_gap` is rounded up to \
           it. A shape's hours without weight stay empty: gaps are counted in the hours that have some; where these are too few \
           for a parent's children, its instants are drawn evenly. `from` and `to` must be the same for all siblings, so they \
           can only name columns of the parent or above. The plan proves that the window holds the most children that `count` \
           allows. Reads the number of siblings: when it changes, all of them move.",
    example: "{ gen: arrivals, from: 2024-01-01, to: 2025-01-01, min_gap: 10m }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `arrivals`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The earliest instant: an instant, `now`, or a column of the parent, with offsets.
    from: Spanned<String>,
    /// The instant before which values lie, likewise.
    to: Spanned<String>,
    /// The least time between two siblings; none by default.
    min_gap: Option<Spanned<DurationText>>,
    /// How dense instants lie over the window; evenly by default.
    shape: Option<Spanned<ShapeParams>>,
    /// Values are multiples of this part of a day; `1s` by default.
    precision: Option<Spanned<DurationText>>,
}

struct Arrivals {
    kind: Kind,
    window: Window,
    step: i64,
    /// A multiple of `step`, in microseconds.
    gap: i64,
    density: Option<Density>,
    table: TableId,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let gap = params.min_gap.as_ref().map_or(0, |gap| cx.duration(gap));
    let fine = if gap % SECOND == 0 { DEFAULT } else { 1 };
    let step = precision(cx, params.precision.as_ref(), fine)?;
    let window = Window::plan(cx, &params.from, &params.to, Ends::Instants)?;
    check_same_for_siblings(cx, &window, [params.from.span, params.to.span])?;
    let density = ShapeParams::plan(cx, params.shape.as_ref(), window.bounds())?;
    let data_type = timestamp_type(cx);
    let gap = gap.checked_add(step - 1).map_or(gap, |above| above / step * step);
    let arrivals = Arrivals { kind: Kind::Timestamp(data_type.clone()), window, step, gap, density, table: cx.table() };
    arrivals.check_room(cx, params.min_gap.as_ref().map_or(params.to.span, |gap| gap.span))?;
    Ok(arrivals.planned(cx, data_type))
}

/// Siblings share one window.
fn check_same_for_siblings(cx: &mut PlanContext<'_, '_>, window: &Window, spans: [Span; 2]) -> Result<(), Reported> {
    for (moment, span) in window.moments().into_iter().zip(spans) {
        let Some(source) = &moment.source else { continue };
        if !cx.is_inherited(source) {
            let error = Diagnostic::error("E0543", "the window of `arrivals` would differ between siblings");
            let error = error.at(span, "a column of this table").and(cx.declared_at(source.column), "made here");
            return Err(cx.fail(error.help(
                "name a fixed instant or a column of the parent (as in `customers.signed_up_at`), or use `gen: datetime`",
            )));
        }
    }
    Ok(())
}

impl Arrivals {
    /// Proves that the largest family fits the shortest window, gaps and all.
    fn check_room(&self, cx: &mut PlanContext<'_, '_>, span: Span) -> Result<(), Reported> {
        let siblings = cx.max_siblings();
        let most = siblings.unwrap_or_else(|| cx.max_rows());
        if self.gap == 0 || most <= 1 {
            return Ok(());
        }
        let needed = i128::from(self.gap) * i128::from(most - 1);
        let room = self.room();
        if needed < i128::from(room) {
            return Ok(());
        }
        let length = |micros: i128| i64::try_from(micros).map_or_else(|_| format!("{micros}us"), show_length);
        let (gap, room) = (show_length(self.gap), show_length(room));
        let what = if siblings.is_some() { "children of one parent" } else { "rows" };
        let error = Diagnostic::error("E0542", format!("{most} {what} {gap} apart do not fit a window of {room}"));
        let error = error.at(span, format!("{} x {gap} = {}", most - 1, length(needed)));
        let error = error.note(format!("the shortest window has {room}, and up to {most} {what} share it"));
        Err(cx.fail(match siblings {
            Some(_) => error.help("shorten `min_gap`, set a lower `max` on the table's `count`, or widen the window"),
            None => error.help("shorten `min_gap`, lower `rows`, or widen the window"),
        }))
    }

    /// What the shortest window holds for certain: whole steps, and of a window that all rows share, those with weight.
    fn room(&self) -> i64 {
        let even = self.window.least() / self.step * self.step;
        match (&self.density, self.window.fixed()) {
            (Some(density), Some((from, to))) => even.min(density.worked(to) - density.worked(from)),
            _ => even,
        }
    }

    fn planned(self, cx: &mut PlanContext<'_, '_>, data_type: DataType) -> Planned {
        let never_twice = cx.max_siblings().is_none() && self.gap > 0;
        let (bounds, distances) = (bounds(&self.window, self.step), self.window.distances());
        let nullable = self.window.nullable();
        let planned = Planned::new(data_type, self).bounds(Some(bounds)).distances(distances).nullable(nullable);
        planned.uniqueness(match never_twice {
            true => Uniqueness::Always,
            false => Uniqueness::Unknown { why: "two arrivals may fall on one instant" },
        })
    }

    /// Appends the instants of the ranks `want` of a family of `n` in the window `[from, to)`.
    fn family(&self, draws: RowDraws, n: u64, want: Range<u64>, (from, to): (i64, i64), scratch: &mut Scratch) {
        scratch.sorted.clear();
        sorted_uniforms(draws, n, want.clone(), &mut scratch.sorted);
        let places = want.zip(&scratch.sorted);
        let density = self.density.as_ref();
        let shaped = Shaped::new(from, to, self.step, density);
        let gaps = (n - 1) as i64 * self.gap;
        if let (Some(density), true) = (density, shaped.is_shaped()) {
            if self.gap == 0 {
                let instants = places.map(|(_, bits)| Some(shaped.pick(*bits, Some(density))));
                return scratch.instants.extend(instants);
            }
            if let Some(hours) = Hours::new(density, &shaped, (from, to), gaps) {
                let instants = places.map(|(rank, bits)| Some(hours.at(*bits, rank as i64 * self.gap)));
                return scratch.instants.extend(instants);
            }
        }
        let steps = (self.gap / self.step) as u64;
        let free = shaped.stretch.count.saturating_sub((n - 1) * steps).max(1);
        let instants = places.map(|(rank, bits)| Some(shaped.stretch.at(below(*bits, free) + rank * steps)));
        scratch.instants.extend(instants);
    }
}

/// A window's time that has weight, less the gaps: instants are drawn by the shape, their places in that time are pressed
/// together to make room, and the gaps are added to them. Places are whole microseconds, so no gap is ever rounded away.
struct Hours<'a> {
    density: &'a Density,
    shaped: &'a Shaped,
    /// Microseconds with weight before the window.
    start: i64,
    /// Those in the window, and how many are left without the gaps.
    length: i64,
    free: i64,
}

impl<'a> Hours<'a> {
    fn new(density: &'a Density, shaped: &'a Shaped, (_, to): (i64, i64), gaps: i64) -> Option<Self> {
        let start = density.worked(shaped.stretch.first);
        let length = density.worked(to) - start;
        (gaps < length).then_some(Self { density, shaped, start, length, free: length - gaps })
    }

    fn at(&self, bits: u64, gaps: i64) -> i64 {
        let mass = self.shaped.mass_at(unit(bits));
        let place = (self.density.worked(self.density.at(mass)) - self.start).clamp(0, self.length - 1);
        let pressed = (place as f64 * (self.free as f64 / self.length as f64)) as i64;
        let worked = self.start + pressed.min(self.free - 1) + gaps;
        self.shaped.stretch.settle(self.density.at_worked(worked))
    }
}

/// Buffers that families share.
#[derive(Default)]
struct Scratch {
    sorted: Vec<u64>,
    instants: Vec<Option<i64>>,
}

impl Column for Arrivals {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let mut scratch = Scratch { sorted: Vec::new(), instants: Vec::with_capacity(cells.len()) };
        let windows = self.window.fixed().is_none().then(|| self.window.rows(cells));
        let mut start = 0;
        while start < cells.len() {
            let end = family_end(cells, start);
            let window = windows.as_ref().map_or(self.window.fixed(), |windows| windows[start]);
            let ranks = cells.ordinal(start)..cells.ordinal(end - 1) + 1;
            match window {
                Some(window) => {
                    let (draws, n) = self.siblings(cells, start);
                    self.family(draws, n, ranks, window, &mut scratch);
                }
                None => scratch.instants.extend(ranks.map(|_| None)),
            }
            start = end;
        }
        self.kind.array(scratch.instants.into_iter())
    }
}

impl Arrivals {
    /// The draws of the family of a row, and how many it has.
    fn siblings(&self, cells: &Cells<'_>, row: usize) -> (RowDraws, u64) {
        match cells.siblings(row) {
            Some(siblings) => (cells.key().row(cells.rows().id(row).parent()), siblings),
            None => (cells.key().row(RowId::default()), cells.table_rows(self.table)),
        }
    }
}

/// Where the run of consecutive siblings that begins at `start` ends.
fn family_end(cells: &Cells<'_>, start: usize) -> usize {
    let (parent, first) = (cells.parent(start), cells.ordinal(start));
    let same = |row: &usize| cells.parent(*row) == parent && cells.ordinal(*row) == first + (*row - start) as u64;
    start + (start..cells.len()).take_while(same).count()
}
