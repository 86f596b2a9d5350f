//! A finished draft -> which of two columns in order is made first, so that the windows and bounds that were said of one stay as they
//! were said; refusals of windows that no order can keep.

use super::edit::{inferred, plain, turn_into};
use super::windows::{days_before, is_day, is_time};
use crate::diag::Diagnostic;
use crate::draft::ir::{Column, ColumnType, Rule, RuleKind};
use crate::draft::offline::scene::{Place, Scene};

/// The two columns of a rule.
struct Sides {
    less: Place,
    more: Place,
    is_strict: bool,
    /// Whether something is added to one of them.
    is_apart: bool,
}

/// Looks through the rules that compare two columns.
pub fn finish(scene: &mut Scene<'_>) {
    for at in 0..scene.ir.rules.len() {
        let Some(sides) = sides(scene, &scene.ir.rules[at]) else { continue };
        let are_times = [&sides.less, &sides.more].into_iter().all(|place| scene.column(place).is_some_and(is_time));
        let are_beside = sides.less.table == sides.more.table;
        match are_times {
            true if never_follows(scene, &scene.ir.rules[at].clone(), &sides) => {}
            true if are_beside => times(scene, at, &sides),
            false if are_beside && !sides.is_apart => numbers(scene, at, &sides),
            _ => {}
        }
    }
}

/// The sides of `paid_on > issued_on`, the lesser one first.
fn sides(scene: &Scene<'_>, rule: &Rule) -> Option<Sides> {
    let (left, right) = rule.expression.split_once(['<', '>']).filter(|_| rule.kind == RuleKind::Compare)?;
    let place = |text: &str| {
        let name = text.trim_start_matches('=').trim().split(' ').next()?;
        let (table, column) = name.split_once('.').unwrap_or((&rule.table, name));
        let place = Place { table: table.to_owned(), column: column.to_owned() };
        scene.column(&place).is_some().then_some(place)
    };
    let (left, other) = (place(left)?, place(right)?);
    let (less, more) = if rule.expression.contains('<') { (left, other) } else { (other, left) };
    let is_apart = right.trim_start_matches('=').trim().contains(' ');
    Some(Sides { less, more, is_strict: !right.starts_with('='), is_apart })
}

/// What was said of a column's window: its ends, of which one may be empty.
fn window(scene: &Scene<'_>, place: &Place) -> Option<(String, String)> {
    let said = |what: &'static str| {
        let value = scene.said.get(&(place.clone(), what)).map(|(value, _)| value.clone());
        value.filter(|value| value.len() >= 10 && value.starts_with(|c: char| c.is_ascii_digit()))
    };
    let (from, to) = (said("from"), said("to"));
    (from.is_some() || to.is_some()).then(|| (from.unwrap_or_default(), to.unwrap_or_default()))
}

/// Refuses an order where the window of the later time ends before that of the earlier one begins.
fn never_follows(scene: &mut Scene<'_>, rule: &Rule, sides: &Sides) -> bool {
    let (Some((from, _)), Some((_, to))) = (window(scene, &sides.less), window(scene, &sides.more)) else {
        return false;
    };
    let is_instant = scene.column(&sides.more).is_some_and(|column| !is_day(column));
    let is_late = if sides.is_strict || is_instant { to <= from } else { to < from };
    if from.is_empty() || to.is_empty() || !is_late {
        return false;
    }
    let ends = if is_instant { "ends before" } else { "ends on" };
    let message = format!(
        "`{}` {ends} {to} and cannot be after `{}`, which begins on {from}",
        sides.more.column, sides.less.column
    );
    let finding = Diagnostic::error("E1223", message).help("change one of the two windows, or drop the order");
    let at = |place: &Place, what: &'static str| scene.said.get(&(place.clone(), what)).map(|(_, at)| at.clone());
    let (late, early) = (at(&sides.more, "to"), at(&sides.less, "from"));
    let finding = match early {
        Some(early) => finding.and(scene.span(early), "begins later"),
        None => finding,
    };
    match late {
        Some(late) => scene.refuse(late, "ends before", finding),
        None => scene.findings.push(finding.note(rule.expression.clone())),
    }
    true
}

/// The time that is made first: the one whose window was said, else the earlier one.
fn times(scene: &mut Scene<'_>, at: usize, sides: &Sides) {
    let (less, more) = (&sides.less, &sides.more);
    let may_miss = |place: &Place| scene.column(place).is_some_and(|column| column.null_rate > 0.0);
    let is_first_less = match (window(scene, less), window(scene, more)) {
        (None, Some(ends)) if may_miss(more) && !may_miss(less) => {
            // What is always there cannot count from what is missing at times: it lies in the same window.
            if let Some(column) = scene.column_mut(less) {
                [("from", &ends.0), ("to", &ends.1)]
                    .into_iter()
                    .filter(|(_, end)| !end.is_empty())
                    .for_each(|(key, end)| column.set(key, end.clone()));
            }
            true
        }
        (None, Some(_)) => false,
        (Some((_, early)), Some((_, late))) => {
            shorten(scene, less, (&early, &late));
            true
        }
        (_, None) => true,
    };
    put_first(scene, at, if is_first_less { less } else { more });
}

/// Whether a parameter of a column counts from no other column.
fn is_plain(column: &Column, key: &str) -> bool {
    column.param(key).is_none_or(|value| {
        let value = value.trim_matches('"');
        value.starts_with("now") || value.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// The earlier window ends a day before the later one does, so that there is always room behind it.
fn shorten(scene: &mut Scene<'_>, less: &Place, (early, late): (&str, &str)) {
    if early.is_empty()
        || late.is_empty()
        || early < late
        || scene.column(less).is_none_or(|column| !is_plain(column, "to"))
    {
        return;
    }
    let end = days_before(late.get(..10).unwrap_or(late), 1);
    let begins = window(scene, less).map(|(from, _)| from).unwrap_or_default();
    if let Some(column) = scene.column_mut(less).filter(|_| begins < end) {
        column.set("to", end);
    }
}

fn put_first(scene: &mut Scene<'_>, at: usize, place: &Place) {
    let columns = &mut scene.ir.rules[at].columns;
    columns.sort_by_key(|name| *name != place.column);
}

/// The bounds of a number that were said.
fn bounds(scene: &Scene<'_>, place: &Place) -> Option<(f64, f64)> {
    let column = scene.column(place)?;
    let is_said = ["min", "max"].into_iter().any(|what| scene.said.contains_key(&(place.clone(), what)));
    let bound = |key: &str| column.param(key)?.parse::<f64>().ok();
    bound("min").zip(bound("max")).filter(|_| is_said && column.generator == "number")
}

/// The number whose bounds were said is made first; the other one lies in a room beside it.
fn numbers(scene: &mut Scene<'_>, at: usize, sides: &Sides) {
    let is_open = |place: &Place| {
        scene.column(place).is_some_and(|column| {
            matches!(column.generator.as_str(), "number" | "product.price") && column.when.is_empty()
        }) && !["min", "max", "mean", "values"].into_iter().any(|what| scene.said.contains_key(&(place.clone(), what)))
    };
    let (first, second, room) = match (bounds(scene, &sides.less), bounds(scene, &sides.more)) {
        (Some((min, max)), None) if is_open(&sides.more) => (&sides.less, &sides.more, (min, max * 2.0)),
        (None, Some((min, max))) if is_open(&sides.less) => (&sides.more, &sides.less, (min / 2.0, max)),
        // The law that was said of one stays as it was said; the other one gives way.
        _ => {
            let has_law = |place: &Place| scene.said.contains_key(&(place.clone(), "law"));
            return match (has_law(&sides.less), has_law(&sides.more)) {
                (true, false) => put_first(scene, at, &sides.less),
                (false, true) => put_first(scene, at, &sides.more),
                _ => {}
            };
        }
    };
    let other = scene.column(first).cloned().unwrap_or_else(|| inferred("", "number"));
    if let Some(column) = scene.column_mut(second) {
        let unit = column.param("unit").map(str::to_owned);
        let is_whole = column.r#type == ColumnType::Integer && other.r#type == ColumnType::Integer;
        turn_into(column, "number");
        column.params.clear();
        column.r#type = if is_whole { ColumnType::Integer } else { other.r#type };
        let limits = if is_whole { (room.0.floor(), room.1.ceil()) } else { room };
        column.set("min", plain(limits.0));
        column.set("max", plain(limits.1));
        for key in ["scale", "round"] {
            if let Some(value) = other.param(key) {
                column.set(key, value.to_owned());
            }
        }
        if let Some(unit) = unit {
            column.set("unit", unit);
        }
    }
    put_first(scene, at, first);
}
