//! `from` and `to` -> a [`Window`] per row. Its order is proven in the plan: no row can have a window that ends before it
//! begins.

use super::calendar::{DAY, YEARS, show};
use crate::diag::{Diagnostic, Span};
use crate::engine::Cells;
use crate::plan::{Moment, PlanContext, Reported};
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
        let least = match is_same(&start, &end) {
            true if ends == Ends::Days => (end.offset - start.offset).div_euclid(DAY) * DAY + DAY,
            true => end.offset - start.offset,
            false => behind(first_to) - cut(latest_from),
        };
        let fixed = start.source.is_none() && end.source.is_none();
        if least < 0 || (least == 0 && (fixed || is_same(&start, &end))) {
            return Err(refuse_order(cx, (from, &start), (to, &end)));
        }
        let (low, high, latest_from) = (cut(low), behind(high), cut(latest_from));
        Ok(Self { from: start, to: end, ends, low, high, latest_from, least })
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

    /// Both ends.
    pub fn moments(&self) -> [&Moment; 2] {
        [&self.from, &self.to]
    }

    /// The window of each row; none where an end is null.
    pub fn rows(&self, cells: &Cells<'_>) -> Vec<Option<(i64, i64)>> {
        let (from, to) = (self.from.values(cells), self.to.values(cells));
        from.into_iter().zip(to).map(|(from, to)| Some(self.whole(from?, to?))).collect()
    }

    fn whole(&self, from: i64, to: i64) -> (i64, i64) {
        match self.ends {
            Ends::Instants => (from, to),
            Ends::Days => (from.div_euclid(DAY) * DAY, to.div_euclid(DAY) * DAY + DAY),
        }
    }
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
