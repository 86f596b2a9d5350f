//! `from` and `to` -> a [`Window`] per row. Its order is proven in the plan: no row can have a window that ends before it
//! begins.

use arrow_buffer::NullBuffer;

use super::calendar::{DAY, YEARS, show};
use crate::diag::{Diagnostic, Span};
use crate::engine::Cells;
use crate::plan::{Distance, Moment, PlanContext, Reported};
use crate::source::Spanned;

/// What belongs to a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    /// The instants from `from` up to, but without, `to`.
    Instants,
    /// The whole days on which `from` and `to` fall, and all between.
    Days,
}

/// A stretch of time that may differ from row to row, in microseconds since 1970-01-01T00:00:00Z, `[from, to)`.
#[derive(Debug, Clone)]
pub(super) struct Window {
    from: Moment,
    to: Moment,
    ends: Ends,
    /// The earliest beginning and the latest end.
    low: i64,
    high: i64,
    /// The latest beginning.
    latest_from: i64,
    /// The shortest window's length.
    least: i64,
    distances: Vec<Distance>,
}

/// Windows of whole days, one a row.
pub(super) struct Days {
    pub first: Vec<i64>,
    /// Belongs to the window.
    pub last: Vec<i64>,
    pub nulls: Option<NullBuffer>,
}

impl Window {
    /// Reads both ends and proves their order.
    ///
    /// # Errors
    /// `E0503` when a row's `to` may lie before its `from`, and what [`PlanContext::moment`] finds.
    pub fn plan(
        cx: &mut PlanContext<'_, '_>,
        from: &Spanned<String>,
        to: &Spanned<String>,
        ends: Ends,
    ) -> Result<Self, Reported> {
        let (start, end) = (cx.moment(from), cx.moment(to));
        let (start, end) = (start?, end?);
        let (Some((low, latest_from)), Some((first_to, high))) = (start.bounds, end.bounds) else {
            let unbounded = if start.bounds.is_none() { (from, &start) } else { (to, &end) };
            return Err(refuse_unbounded(cx, unbounded.0, unbounded.1));
        };
        if !YEARS.contains(&low) || !YEARS.contains(&high) {
            return Err(refuse_far(cx, if YEARS.contains(&low) { to.span } else { from.span }));
        }
        let cut = |instant: i64| if ends == Ends::Days { instant.div_euclid(DAY) * DAY } else { instant };
        let behind = |instant: i64| if ends == Ends::Days { cut(instant) + DAY } else { instant };
        let related = least_difference(cx, &start, &end).map(|least| match ends {
            Ends::Days => least.div_euclid(DAY) * DAY + DAY,
            Ends::Instants => least,
        });
        let least = related.unwrap_or(i64::MIN).max(behind(first_to) - cut(latest_from));
        let fixed = start.source.is_none() && end.source.is_none();
        if least < 0 || (least == 0 && (fixed || is_same(&start, &end))) {
            return Err(refuse_order(cx, (from, &start), (to, &end)));
        }
        let distances = distances(cx, &start, &end, ends);
        let (low, high, latest_from) = (cut(low), behind(high), cut(latest_from));
        Ok(Self { from: start, to: end, ends, low, high, latest_from, least, distances })
    }

    /// The window when all rows have the same.
    pub fn fixed(&self) -> Option<(i64, i64)> {
        (self.from.source.is_none() && self.to.source.is_none()).then_some((self.low, self.high))
    }

    /// The earliest beginning and the latest end of all windows.
    pub fn bounds(&self) -> (i64, i64) {
        (self.low, self.high)
    }

    /// The latest beginning.
    pub fn latest_from(&self) -> i64 {
        self.latest_from
    }

    /// The length of the shortest window; 0 where two columns may touch.
    pub fn least(&self) -> i64 {
        self.least
    }

    /// Whether a row may have no window.
    pub fn nullable(&self) -> bool {
        self.from.nullable() || self.to.nullable()
    }

    /// How far an instant of the window lies from the columns that its ends count from.
    pub fn distances(&self) -> Vec<Distance> {
        self.distances.clone()
    }

    /// Both ends.
    pub fn moments(&self) -> [&Moment; 2] {
        [&self.from, &self.to]
    }

    /// The window of each row; none where an end is null.
    pub fn rows(&self, cells: &Cells<'_>) -> Vec<Option<(i64, i64)>> {
        let (from, to) = (self.from.values(cells), self.to.values(cells));
        from.into_iter().zip(to).map(|(from, to)| Some(self.whole(from?, to?))).collect()
    }

    /// The first and the last day of each row's window, counted from 1970-01-01, and where there is none; only for windows of
    /// whole days.
    pub fn days(&self, cells: &Cells<'_>) -> Option<Days> {
        if self.ends != Ends::Days {
            return None;
        }
        let ((first, no_first), (last, no_last)) = (self.from.days(cells), self.to.days(cells));
        Some(Days { first, last, nulls: NullBuffer::union(no_first.as_ref(), no_last.as_ref()) })
    }

    fn whole(&self, from: i64, to: i64) -> (i64, i64) {
        match self.ends {
            Ends::Instants => (from, to),
            Ends::Days => (from.div_euclid(DAY) * DAY, to.div_euclid(DAY) * DAY + DAY),
        }
    }
}

/// What the window's length is at least, from what is proven of the columns that both ends count from.
fn least_difference(cx: &PlanContext<'_, '_>, from: &Moment, to: &Moment) -> Option<i64> {
    let between = match (is_same(from, to), &from.source, &to.source) {
        (true, ..) => 0,
        (false, Some(start), Some(end)) => cx.least_difference(end, start)?,
        _ => return None,
    };
    between.checked_add(to.offset)?.checked_sub(from.offset)
}

fn distances(cx: &PlanContext<'_, '_>, from: &Moment, to: &Moment, ends: Ends) -> Vec<Distance> {
    let kin = |moment: &Moment| moment.source.as_ref().and_then(|source| cx.kin(source));
    let cut = if ends == Ends::Days { DAY - 1 } else { 0 };
    let after = kin(from).map(|other| Distance { other, low: Some(from.offset.saturating_sub(cut)), high: None });
    let before = kin(to).map(|other| Distance { other, low: None, high: Some(to.offset) });
    after.into_iter().chain(before).collect()
}

/// Whether both count from the same column.
fn is_same(from: &Moment, to: &Moment) -> bool {
    matches!((&from.source, &to.source), (Some(a), Some(b)) if a.slot == b.slot)
}

fn refuse_unbounded(cx: &mut PlanContext<'_, '_>, text: &Spanned<String>, moment: &Moment) -> Reported {
    let error = Diagnostic::error("E0540", format!("nothing says how early or late `{}` may be", text.value));
    let error = error.at(text.span, "has no known limits");
    cx.fail(declared(cx, error, moment, "made here").help(
        "name a column made by `datetime`, `date`, `arrivals` or `tick`, whose windows are known, or a fixed instant",
    ))
}

fn refuse_far(cx: &mut PlanContext<'_, '_>, span: Span) -> Reported {
    let error = Diagnostic::error("E0541", "this window leaves the years 1 to 9999");
    cx.fail(error.at(span, "beyond the calendar").help("shorten the offset"))
}

fn refuse_order(
    cx: &mut PlanContext<'_, '_>,
    (from_text, from): (&Spanned<String>, &Moment),
    (to_text, to): (&Spanned<String>, &Moment),
) -> Reported {
    let latest = show(from.bounds.map_or(0, |bounds| bounds.1));
    let earliest = show(to.bounds.map_or(0, |bounds| bounds.0));
    if is_same(from, to) {
        let error = Diagnostic::error("E0503", "the window ends before it begins, whatever the column's value");
        let error = error.at(to_text.span, "not later than `from`").and(from_text.span, "`from`");
        return cx.fail(error.help("make the offset of `to` larger than that of `from`"));
    }
    if from.source.is_none() && to.source.is_none() {
        let how = if latest == earliest { "is empty" } else { "ends before it begins" };
        let error = Diagnostic::error("E0503", format!("the window from {latest} to {earliest} {how}"));
        let error = error.at(to_text.span, "not later than `from`").and(from_text.span, "`from`");
        return cx.fail(error.help("move `to` behind `from`; for instants, `to` itself is not part of the window"));
    }
    let error = Diagnostic::error("E0503", format!("`to` may be {earliest}, before `from`, which may be {latest}"));
    let error = error.at(to_text.span, format!("{earliest} at the earliest"));
    let error = error.and(from_text.span, format!("{latest} at the latest"));
    let error = declared(cx, declared(cx, error, from, "`from` is made here"), to, "`to` is made here");
    cx.fail(error.help(
        "count both ends from the same column, as in `to: \"ordered_at + 5d\"`, or move the windows of the columns apart",
    ))
}

/// Points at the declaration of the column that a moment reads.
fn declared(cx: &PlanContext<'_, '_>, error: Diagnostic, moment: &Moment, label: &str) -> Diagnostic {
    match &moment.source {
        Some(source) => error.and(cx.declared_at(source.column), label),
        None => error,
    }
}
