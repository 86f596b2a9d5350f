//! How many rows: `rows` of root tables, `count` of children (a hidden column of the parent), time grids; and how the
//! tables hang together.

use std::sync::Arc;

use arrow_array::types::UInt64Type;
use arrow_array::{Array, ArrayRef, BooleanArray, UInt64Array, cast::AsArray};
use arrow_schema::DataType;

use super::build::{Planner, root_rows};
use super::context::{PlanContext, Reported};
use super::modifiers::{condition, thousands};
use super::params::{Moment, row_count, spanned_text};
use super::{MAX_ROWS, Planned, RowSource, TableId};
use crate::diag::{Diagnostic, Span};
use crate::distributions::Sampler;
use crate::engine::{Cells, Column};
use crate::expr::Expr;
use crate::generators::dist;
use crate::random::{Domain, Key, RowId};
use crate::source::scalars::{CountRange, DurationText, Number};
use crate::source::{Node, Spanned, from_node};
use crate::spec::Name;

/// How many rows a table has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Size {
    pub source: RowSource,
    pub expected: f64,
    pub max: u64,
    pub max_per_parent: u64,
    /// Bits that the ordinals on the way from the root take in a row's identity.
    pub path_bits: u32,
}

/// Bits of a row's identity that ordinals may take.
const PATH_BITS: u32 = 64;

/// Finds each table's parent, and refuses circles of them.
pub(super) fn link_parents(planner: &mut Planner<'_>) {
    for at in 0..planner.tables.len() {
        let spec = planner.tables[at].spec;
        if let Some(per) = &spec.per {
            planner.tables[at].parent = planner.find_table(&per.text, per.span).ok();
        }
    }
    for at in 0..planner.tables.len() {
        let mut walk = planner.tables[at].parent;
        for _ in 0..planner.tables.len() {
            walk = walk.and_then(|table| planner.tables[table.0].parent);
        }
        if let (Some(_), Some(per)) = (walk, &planner.tables[at].spec.per) {
            let name = &planner.tables[at].spec.name.text;
            let error = Diagnostic::error("E0407", format!("the `per` of `{name}` leads in a circle"));
            planner
                .diagnostics
                .push(error.at(per.span, "no root table").help("give one of the tables `rows` instead of `per`"));
            planner.tables[at].parent = None;
            planner.tables[at].size = Some(Err(Reported));
        }
    }
}

/// How many rows a table has.
pub(super) fn size(planner: &mut Planner<'_>, table: TableId) -> Result<Size, Reported> {
    let size = match planner.tables[table.0].parent {
        Some(parent) => child_size(planner, table, parent)?,
        None => root_size(planner, table)?,
    };
    if size.max > MAX_ROWS {
        let name = &planner.tables[table.0].spec.name;
        let error =
            Diagnostic::error("E0507", format!("`{}` may have up to {} rows", name.text, thousands(size.max.into())));
        let error = error.at(name.span, format!("at most {} are possible", thousands(MAX_ROWS.into())));
        planner.diagnostics.push(error.help("lower `rows` or the maximum of `count`"));
        return Err(Reported);
    }
    Ok(size)
}

fn root_size(planner: &mut Planner<'_>, table: TableId) -> Result<Size, Reported> {
    let spec = planner.tables[table.0].spec;
    let node = spec.rows.as_ref().ok_or(Reported)?;
    let given = planner.knobs.rows.get(&spec.name.text).cloned();
    let mut rows = 0;
    let key = planner.tables[table.0].key;
    planner.internal(table, "$rows", node.span, key, |cx| {
        rows = match given {
            Some((number, span)) => row_count(cx, &Spanned::new(span.unwrap_or(node.span), number))?,
            None if node.entries().is_empty() => {
                let number: Spanned<Number> = from_node(node).map_err(|found| cx.fail_all(found))?;
                row_count(cx, &number)?
            }
            None => {
                let grid = Grid::plan(cx, node)?;
                match (grid.from.source.is_none(), grid.to.source.is_none()) {
                    (true, true) => grid.steps(grid.from.offset, grid.to.offset),
                    _ => {
                        let error = Diagnostic::error("E0419", "the grid of a root table reads a column");
                        return Err(cx.fail(
                            error.at(node.span, "needs fixed instants").help("use `per` for a grid per parent"),
                        ));
                    }
                }
            }
        };
        Ok(Planned::new(DataType::UInt64, FixedCount(rows)))
    })?;
    Ok(Size { source: root_rows(rows), expected: rows as f64, max: rows, max_per_parent: rows, path_bits: 0 })
}

fn child_size(planner: &mut Planner<'_>, table: TableId, parent: TableId) -> Result<Size, Reported> {
    let above = planner.size(parent)?;
    let spec = planner.tables[table.0].spec;
    let node = spec.count.as_ref().ok_or(Reported)?;
    let key = planner.tables[table.0].key.derive(Domain::Count, "");
    let name = format!("$count:{}", spec.name.text);
    let mut estimate = None;
    let count = planner.internal(parent, &name, node.span, key, |cx| {
        let (count, guess) = Count::plan(cx, node)?;
        estimate = Some(guess);
        Ok(Planned::new(DataType::UInt64, count))
    })?;
    let guess = estimate.ok_or(Reported)?;
    let path_bits = above.path_bits + RowId::ordinal_bits(guess.max);
    if path_bits > PATH_BITS {
        let error = Diagnostic::error("E0508", "the ordinals on the way to these rows do not fit a row's identity");
        let error = error.at(node.span, format!("{path_bits} bits are needed, there are {PATH_BITS}"));
        planner.diagnostics.push(error.help("set a lower `max` on the counts, or nest fewer tables"));
        return Err(Reported);
    }
    Ok(Size {
        source: RowSource::Per { parent, count, constant: (guess.min == guess.max).then_some(guess.max) },
        expected: above.expected * guess.mean,
        max: above.max.saturating_mul(guess.max),
        max_per_parent: guess.max,
        path_bits,
    })
}

/// What is known of a count before any row is made.
#[derive(Debug, Clone, Copy)]
struct Guess {
    min: u64,
    max: u64,
    mean: f64,
}

impl Guess {
    fn between(min: u64, max: u64) -> Self {
        Self { min, max, mean: (min as f64 + max as f64) / 2.0 }
    }
}

/// The least bound that a count gets which says none: far beyond what its distribution yields.
const UNBOUNDED: u64 = 1 << 20;

/// How many children a parent has.
enum Count {
    Fixed(u64),
    Between(u64, u64),
    Drawn(Sampler),
    Grid(Grid),
    When(Vec<(Option<Expr>, Count, Key)>),
}

impl Count {
    fn plan(cx: &mut PlanContext<'_, '_>, node: &Node) -> Result<(Self, Guess), Reported> {
        if node.get("when").is_some() {
            return Self::plan_when(cx, node);
        }
        if node.get("every").is_some() {
            let grid = Grid::plan(cx, node)?;
            let guess = grid.guess(cx, node.span)?;
            return Ok((Self::Grid(grid), guess));
        }
        if !node.entries().is_empty() {
            return Self::plan_drawn(cx, node);
        }
        if let Some(text) = node.text().filter(|text| text.contains("..")) {
            let range = CountRange::parse(text).map_err(|why| {
                let (first, last) = text.split_once("..").unwrap_or((text, "5"));
                let help = format!("write the smaller count first: `{}..{}`", last.trim(), first.trim());
                cx.fail(Diagnostic::error("E0502", why).at(node.span, "holds nothing").help(help))
            })?;
            let range = (cx.count_end(&range.min, node.span)?, cx.count_end(&range.max, node.span)?);
            if range.0 > range.1 {
                let error = Diagnostic::error("E0502", format!("the range {}..{} is reversed", range.0, range.1));
                return Err(
                    cx.fail(error.at(node.span, "holds nothing").help(format!("write {}..{}", range.1, range.0)))
                );
            }
            return Ok((Self::Between(range.0, range.1), Guess::between(range.0, range.1)));
        }
        let number: Spanned<Number> = from_node(node).map_err(|found| cx.fail_all(found))?;
        let count = row_count(cx, &number)?;
        Ok((Self::Fixed(count), Guess::between(count, count)))
    }

    fn plan_drawn(cx: &mut PlanContext<'_, '_>, node: &Node) -> Result<(Self, Guess), Reported> {
        let params: dist::DistParams = from_node(node).map_err(|found| cx.fail_all(found))?;
        let sampler = dist::count_sampler(cx, &params, node.span)?;
        let (low, high) = sampler.support();
        let max = if high.is_finite() { high as u64 } else { UNBOUNDED };
        let guess = Guess { min: low.max(0.0) as u64, max, mean: sampler.mean().min(max as f64) };
        Ok((Self::Drawn(sampler), guess))
    }

    fn plan_when(cx: &mut PlanContext<'_, '_>, node: &Node) -> Result<(Self, Guess), Reported> {
        let entries = node.get("when").map_or(&[][..], Node::items);
        let mut branches = Vec::new();
        let mut guesses: Vec<Guess> = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let last = at + 1 == entries.len();
            let test = entry.get("if").and_then(spanned_text);
            let test = match (test, last) {
                (Some(test), false) => Some(condition(cx, &Name { text: test.value, span: test.span })?),
                (None, true) => None,
                _ => return Err(cx.fail(otherwise_missing(entry.span))),
            };
            let (count, guess) = Self::plan(cx, entry.get("count").unwrap_or(entry))?;
            branches.push((test, count, cx.key().derive(Domain::Part, &at.to_string())));
            guesses.push(guess);
        }
        let whole = Guess {
            min: guesses.iter().map(|guess| guess.min).min().unwrap_or(0),
            max: guesses.iter().map(|guess| guess.max).max().unwrap_or(0),
            mean: guesses.iter().map(|guess| guess.mean).sum::<f64>() / guesses.len().max(1) as f64,
        };
        Ok((Self::When(branches), whole))
    }

    fn counts(&self, cells: &Cells<'_>) -> UInt64Array {
        match self {
            Self::Fixed(count) => UInt64Array::from_value(*count, cells.len()),
            Self::Between(low, high) => {
                let choices = (high - low).saturating_add(1);
                let draw = |bits| low + crate::random::below(bits, choices);
                UInt64Array::from_iter_values(cells.bits(0).into_iter().map(draw))
            }
            Self::Drawn(sampler) => {
                let mut counts = Vec::with_capacity(cells.len());
                sampler.sample_counts(&cells.bits(0), &mut counts);
                let high = sampler.support().1;
                let max = if high.is_finite() { high as u64 } else { UNBOUNDED };
                UInt64Array::from_iter_values(counts.into_iter().map(|count| count.min(max)))
            }
            Self::Grid(grid) => {
                let (from, to) = (grid.from.values(cells), grid.to.values(cells));
                let steps = from.iter().zip(&to).map(|window| match window {
                    (Some(from), Some(to)) => grid.steps(*from, *to),
                    _ => 0,
                });
                UInt64Array::from_iter_values(steps)
            }
            Self::When(branches) => choose(branches, cells),
        }
    }
}

/// The count of the first branch whose condition holds.
fn choose(branches: &[(Option<Expr>, Count, Key)], cells: &Cells<'_>) -> UInt64Array {
    let mut chosen = vec![None; cells.len()];
    for (test, count, key) in branches {
        let holds = test.as_ref().map(|test| test.evaluate(cells.inputs(), cells.len()));
        let holds: Option<&BooleanArray> = holds.as_ref().map(|values| values.as_boolean());
        let counts = count.counts(&cells.with_key(key));
        for (at, slot) in chosen.iter_mut().enumerate() {
            if slot.is_none() && holds.is_none_or(|holds| holds.is_valid(at) && holds.value(at)) {
                *slot = Some(counts.value(at));
            }
        }
    }
    UInt64Array::from_iter_values(chosen.into_iter().map(Option::unwrap_or_default))
}

impl Column for Count {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        Arc::new(self.counts(cells))
    }
}

struct FixedCount(u64);

impl Column for FixedCount {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        Arc::new(arrow_array::PrimitiveArray::<UInt64Type>::from_value(self.0, cells.len()))
    }
}

/// That the last entry of a `when` must be the one without a condition.
pub(super) fn otherwise_missing(span: Span) -> Diagnostic {
    Diagnostic::error("E0509", "a `when` ends with one entry without `if`, for all other rows")
        .at(span, "here")
        .help("let every entry but the last have `if:`, and the last have none")
}

/// Instants at even distances: `from`, `from + every`, ... before `to`.
pub(super) struct Grid {
    pub every: i64,
    pub from: Moment,
    pub to: Moment,
}

impl Grid {
    pub(super) fn plan(cx: &mut PlanContext<'_, '_>, node: &Node) -> Result<Self, Reported> {
        let part = |key: &str| node.get(key).and_then(spanned_text);
        let (Some(every), Some(from), Some(to)) = (part("every"), part("from"), part("to")) else {
            let error = Diagnostic::error("E0202", "a time grid needs `every`, `from` and `to`");
            return Err(
                cx.fail(error.at(node.span, "here").help("write `{ every: 15m, from: 2025-01-01, to: 2025-02-01 }`"))
            );
        };
        let step = DurationText::parse(&every.value).ok().map(|every| every.micros).filter(|every| *every > 0);
        let Some(step) = step else {
            let error = Diagnostic::error("E0417", format!("`{}` is not a positive length of time", every.value));
            return Err(
                cx.fail(error.at(every.span, "needs a duration").help("write a number with a unit, such as `15m`"))
            );
        };
        let grid = Self { every: step, from: cx.moment(&from)?, to: cx.moment(&to)? };
        if let (Some((low, _)), Some((_, high))) = (grid.from.bounds, grid.to.bounds)
            && high < low
        {
            let error = Diagnostic::error("E0503", "the time grid ends before it begins");
            return Err(cx.fail(error.at(to.span, "earlier than `from`").and(from.span, "`from`").help("swap the two")));
        }
        Ok(grid)
    }

    /// Instants in `[from, to)`.
    pub(super) fn steps(&self, from: i64, to: i64) -> u64 {
        let window = i128::from(to) - i128::from(from);
        if window <= 0 { 0 } else { ((window + i128::from(self.every) - 1) / i128::from(self.every)) as u64 }
    }

    fn guess(&self, cx: &mut PlanContext<'_, '_>, span: Span) -> Result<Guess, Reported> {
        let (Some((early, late)), Some((first, last))) = (self.from.bounds, self.to.bounds) else {
            let error = Diagnostic::error("E0510", "nothing bounds the number of instants in this grid");
            return Err(cx.fail(
                error
                    .at(span, "`from` or `to` is a column without known bounds")
                    .help("name columns made by `datetime`, `date` or `arrivals`, whose windows are known"),
            ));
        };
        Ok(Guess::between(self.steps(late, first), self.steps(early, last)))
    }
}

impl PlanContext<'_, '_> {
    fn count_end(&mut self, number: &Number, span: Span) -> Result<u64, Reported> {
        row_count(self, &Spanned::new(span, number.clone()))
    }
}
