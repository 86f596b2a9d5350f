//! References between tables: which row a `ref` picks; and what keys, composite uniqueness and foreign keys follow.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::UInt64Type;
use arrow_array::{Array, ArrayRef, UInt64Array};
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::build::Planner;
use super::context::{PlanContext, Reported};
use super::modifiers::thousands;
use super::{Bounds, ColumnId, Planned, TableId};
use crate::diag::{Diagnostic, Span};
use crate::distributions::{ConsistentUniform, ConsistentZipf};
use crate::engine::{Cells, Column};
use crate::random::{Domain, RowDraws};
use crate::source::scalars::Number;
use crate::source::{Spanned, from_node};
use crate::spec::{ColumnSpec, GeneratorSpec, Making, Name, TableSpec};

/// Parameters of `ref`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RefParams {
    /// The table among whose rows one is picked. Its `key` must be one column, unless this column is hidden.
    pub to: Spanned<String>,
    /// The name under which expressions and `field` reach the picked row; the column's name by default.
    #[serde(rename = "as")]
    pub alias: Option<Spanned<String>>,
    /// Makes some rows more popular than others; all alike by default.
    pub skew: Option<Spanned<Skew>>,
    /// The `per` table of this table: children of one parent then pick different rows.
    pub distinct_in: Option<Spanned<String>>,
    /// In a reference to its own table: picks a row before this one, so that trees never cycle; the first gets null.
    pub earlier: Option<Spanned<bool>>,
    /// A column of this row that holds another pick from the same table, or the key of an owner in it: that row is never
    /// picked again, as for the sender and the receiver of a payment.
    pub other_than: Option<Spanned<String>>,
}

/// How popular rows are.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Skew {
    /// The law of popularity.
    pub dist: SkewDist,
    /// The exponent: row number r (from 1) is picked in proportion to r^-s. 0 is uniform, 1.1 is usual.
    pub s: Spanned<Number>,
}

/// The laws of popularity.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum SkewDist {
    /// Zipf's law over row numbers.
    Zipf,
}

/// The `ref` columns of a table with their aliases.
pub(super) fn references(spec: &TableSpec) -> impl Iterator<Item = (&ColumnSpec, &GeneratorSpec, &str)> {
    spec.columns.iter().filter_map(|column| match &column.making {
        Making::Generator(generator) if generator.name.text == "ref" => {
            let alias = generator.params.get("as").and_then(|alias| alias.text());
            Some((column, generator, alias.unwrap_or(&column.name.text)))
        }
        _ => None,
    })
}

/// The hidden column that holds the row number a `ref` picks, and the table it picks from.
pub(super) fn row_column(
    planner: &mut Planner<'_>,
    table: TableId,
    column: &ColumnSpec,
    generator: &GeneratorSpec,
) -> Result<(ColumnId, TableId), Reported> {
    let identity = column.identity();
    let key = planner.tables[table.0].key.derive(Domain::Value, identity);
    let params: RefParams = from_node(&generator.params).map_err(|found| {
        planner.diagnostics.extend(found);
        Reported
    })?;
    let target = planner.find_table(&params.to.value, params.to.span)?;
    let name = format!("$row:{}", column.name.text);
    let null = column.null.clone();
    let id = planner.internal(table, &name, column.name.span, key, |cx| {
        let planned = pick(cx, &params, target)?;
        match &null {
            Some(null) => super::modifiers::null(cx, planned, null),
            None => Ok(planned),
        }
    })?;
    Ok((id, target))
}

/// Plans the pick of one row of `target` for each row. Draws come from the reference domain of the column's key.
pub(crate) fn pick(cx: &mut PlanContext<'_, '_>, params: &RefParams, target: TableId) -> Result<Planned, Reported> {
    let pool = cx.max_rows_of(target)?;
    if pool == 0 {
        let error = Diagnostic::error("E0601", format!("`{}` has no row to pick from", params.to.value));
        return Err(cx.fail(error.at(params.to.span, "an empty pool").help("raise its `rows`")));
    }
    let law = law(cx, params)?;
    let earlier = params.earlier.as_ref().is_some_and(|earlier| earlier.value);
    if let Some(span) = params.earlier.as_ref().filter(|_| earlier && target != cx.table()).map(|earlier| earlier.span)
    {
        let error = Diagnostic::error("E0602", "`earlier` only has a meaning in a reference to the column's own table");
        return Err(cx.fail(error.at(span, "has no effect").help("drop `earlier`")));
    }
    let other = other_than(cx, params, target, pool)?;
    let key = cx.key().derive(Domain::Reference, "");
    let bounds = Some(Bounds::integers(0_u64, pool - 1));
    let mut planned = match &params.distinct_in {
        Some(within) => {
            check_distinct(cx, params, within, target, earlier)?;
            let mut planned = Planned::new(DataType::UInt64, DistinctPick { target, law, other, key });
            planned.needs.whole_family = true;
            planned
        }
        None => {
            // A pool that may have a single row may have no other.
            let may_lack = other.is_some() && cx.planner.certain_rows(target) < 2;
            let pick = Pick { target, law, earlier, other, key };
            Planned::new(DataType::UInt64, pick).nullable(earlier || may_lack)
        }
    };
    planned.needs.row_number |= earlier;
    Ok(planned.bounds(bounds))
}

/// The slot in which the number of the row comes in that is not to be picked.
fn other_than(
    cx: &mut PlanContext<'_, '_>,
    params: &RefParams,
    target: TableId,
    pool: u64,
) -> Result<Option<usize>, Reported> {
    let Some(other) = &params.other_than else { return Ok(None) };
    if let Some(within) = &params.distinct_in
        && !is_of_owner(cx, other, target)
    {
        let error = Diagnostic::error("E0602", "beside `distinct_in`, `other_than` names the owner's row");
        let error = error.at(other.span, "differs among the rows of an owner").and(within.span, "`distinct_in`");
        return Err(cx.fail(error.help("name the `field` that holds the owner's key, or drop one of the two")));
    }
    if pool < 2 {
        let text = format!("`{}` has {pool} row to pick from, and `{}` has picked it", params.to.value, other.value);
        let error = Diagnostic::error("E0619", text).at(other.span, "no other row is left");
        return Err(
            cx.fail(error.help(format!("raise the rows of `{}` to 2 or more, or drop `other_than`", params.to.value)))
        );
    }
    Ok(Some(super::others::other_row(cx, other, target)?.slot))
}

/// Whether a column holds a part of the direct owner's row, which is one of those to pick from.
fn is_of_owner(cx: &PlanContext<'_, '_>, other: &Spanned<String>, target: TableId) -> bool {
    let spec = cx.planner.tables[cx.table().0].spec;
    let column = spec.columns.iter().find(|column| column.name.text == other.value);
    let is_field = column.is_some_and(|column| {
        matches!(&column.making, Making::Generator(generator) if generator.name.text == "field"
        && generator.params.get("of").and_then(|of| of.text()).is_some_and(|of| {
            let head = of.split('.').next().unwrap_or_default();
            head == cx.table_name(target) || spec.alias.as_ref().is_some_and(|alias| alias.text == head)
        }))
    });
    is_field && cx.parent_of(cx.table()) == Some(target)
}

fn law(cx: &mut PlanContext<'_, '_>, params: &RefParams) -> Result<Law, Reported> {
    let Some(skew) = &params.skew else { return Ok(Law::Uniform) };
    let s = cx.number(&skew.value.s)?;
    ConsistentZipf::new(s).map(Law::Zipf).map_err(|error| {
        cx.fail(Diagnostic::error("E0504", error.message).at(skew.value.s.span, "cannot be used").help(error.help))
    })
}

fn check_distinct(
    cx: &mut PlanContext<'_, '_>,
    params: &RefParams,
    within: &Spanned<String>,
    target: TableId,
    earlier: bool,
) -> Result<(), Reported> {
    let parent = cx.parent_of(cx.table()).map(|parent| cx.table_name(parent).to_owned());
    if parent.as_deref() != Some(within.value.as_str()) {
        let error = Diagnostic::error("E0603", "`distinct_in` names the table that this one is `per`");
        return Err(cx.fail(error.at(within.span, "not the direct parent").help(match parent {
            Some(parent) => format!("write `distinct_in: {parent}`"),
            None => "a root table has no parent; drop `distinct_in`".to_owned(),
        })));
    }
    if earlier {
        let error = Diagnostic::error("E0602", "`earlier` and `distinct_in` cannot be joined");
        return Err(cx.fail(error.at(within.span, "beside `earlier`").help("drop one of the two")));
    }
    let children = cx.max_siblings().unwrap_or(0);
    let sure = cx.planner.certain_rows(target).saturating_sub(u64::from(params.other_than.is_some()));
    if children > sure {
        let (children, rows) = (thousands(children.into()), thousands(sure.into()));
        let text = format!(
            "a row of `{}` may have {children} children, but `{}` has only {rows} rows to pick from",
            within.value, params.to.value
        );
        let error = Diagnostic::error("E0604", text).at(within.span, "the pool may be too small");
        return Err(
            cx.fail(error.help(format!("lower the `max` of `count`, or raise the rows of `{}`", params.to.value)))
        );
    }
    Ok(())
}

impl Planner<'_> {
    /// Rows that a table has at least.
    fn certain_rows(&mut self, table: TableId) -> u64 {
        match self.size(table) {
            Ok(size) if size.expected == size.max as f64 => size.max,
            Ok(size) => match size.source {
                super::RowSource::Root { rows } => rows,
                super::RowSource::Per { .. } => 0,
            },
            Err(Reported) => u64::MAX,
        }
    }
}

/// How popular the rows of a pool are.
enum Law {
    Uniform,
    Zipf(ConsistentZipf),
}

impl Law {
    fn pick(&self, draws: RowDraws, rows: u64) -> u64 {
        match self {
            Self::Uniform => ConsistentUniform.pick(|draw| draws.bits(draw), rows),
            Self::Zipf(zipf) => zipf.pick(|draw| draws.bits(draw), rows),
        }
    }
}

struct Pick {
    target: TableId,
    law: Law,
    earlier: bool,
    /// Where the number of the row comes in that is stepped over.
    other: Option<usize>,
    key: crate::random::Key,
}

impl Pick {
    /// Picks that step over another: one among all rows but one, moved up by one from that row on. Where the other is null or
    /// not in the pool, it is an ordinary pick.
    fn others(&self, cells: &Cells<'_>, slot: usize) -> ArrayRef {
        let others = cells.input(slot).as_primitive::<UInt64Type>();
        let before: Vec<u64> = if self.earlier { cells.row_numbers().iter().collect() } else { Vec::new() };
        let all = if self.earlier { 0 } else { cells.table_rows(self.target) };
        let pick = |at: usize| {
            let rows = if self.earlier { before[at] } else { all };
            let other = others.is_valid(at).then(|| others.value(at)).filter(|other| *other < rows);
            let pool = rows - u64::from(other.is_some());
            let row = (pool > 0).then(|| self.law.pick(cells.draws(at), pool))?;
            Some(row + u64::from(other.is_some_and(|other| row >= other)))
        };
        Arc::new((0..cells.len()).map(pick).collect::<UInt64Array>())
    }
}

impl Column for Pick {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let cells = cells.with_key(&self.key);
        if let Some(slot) = self.other {
            return self.others(&cells, slot);
        }
        if self.earlier {
            let picks = cells.row_numbers().iter().enumerate();
            let pick = |(at, row): (usize, u64)| (row > 0).then(|| self.law.pick(cells.draws(at), row));
            return Arc::new(picks.map(pick).collect::<UInt64Array>());
        }
        let rows = cells.table_rows(self.target);
        if rows == 0 {
            return arrow_array::new_null_array(&DataType::UInt64, cells.len());
        }
        Arc::new(UInt64Array::from_iter_values((0..cells.len()).map(|at| self.law.pick(cells.draws(at), rows))))
    }
}

/// The k-th child takes the k-th distinct candidate of its parent's stream of picks.
struct DistinctPick {
    target: TableId,
    law: Law,
    /// Where the number of the owner's row comes in that is stepped over.
    other: Option<usize>,
    key: crate::random::Key,
}

impl Column for DistinctPick {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let cells = cells.with_key(&self.key);
        let rows = cells.table_rows(self.target);
        let others = self.other.map(|slot| cells.input(slot).as_primitive::<UInt64Type>());
        let mut picks = Vec::with_capacity(cells.len());
        while picks.len() < cells.len() {
            let at = picks.len();
            let other = others.map(|others| others.value(at)).filter(|other| *other < rows);
            let pool = rows - u64::from(other.is_some());
            let count = cells.siblings(at).unwrap_or(1).min(pool);
            self.family(cells.draws(at), count as usize, pool, &mut picks);
            if let Some(other) = other {
                picks[at..].iter_mut().filter(|row| **row >= other).for_each(|row| *row += 1);
            }
        }
        Arc::new(UInt64Array::from(picks))
    }
}

impl DistinctPick {
    /// Appends `count` distinct rows below `rows`: candidates in their order, then the lowest untaken rows.
    fn family(&self, stream: RowDraws, count: usize, rows: u64, picks: &mut Vec<u64>) {
        let start = picks.len();
        let mut taken = std::collections::BTreeSet::new();
        for candidate in 0..8 * count as u32 + 64 {
            if picks.len() - start == count {
                return;
            }
            let row = self.law.pick(stream.nested(candidate), rows);
            let is_new = if count <= 32 { !picks[start..].contains(&row) } else { taken.insert(row) };
            if is_new {
                picks.push(row);
            }
        }
        let have: std::collections::BTreeSet<u64> = picks[start..].iter().copied().collect();
        let missing = count - (picks.len() - start);
        picks.extend((0..rows).filter(|row| !have.contains(row)).take(missing));
    }
}

/// Refuses two things of one kind with one identity: they would draw the same values.
fn check_identities<'n>(planner: &mut Planner<'_>, named: impl Iterator<Item = (&'n Name, Option<&'n Name>)>) {
    let mut known: Vec<&Name> = Vec::new();
    for (name, id) in named {
        let identity = id.unwrap_or(name);
        if let Some(first) = known.iter().find(|known| known.text == identity.text) {
            let error = Diagnostic::error("E0430", format!("two have the identity `{}`", identity.text));
            let error = error.at(identity.span, "again here").and(first.span, "first here");
            planner.diagnostics.push(error.help("give each an `id:` of its own: values are drawn by identity"));
        }
        known.push(identity);
    }
}

/// Checks the names that a spec declares.
pub(super) fn check_names(planner: &mut Planner<'_>) {
    let spec = planner.spec;
    check_identities(planner, spec.tables.iter().map(|table| (&table.name, table.id.as_ref())));
    for table in &spec.tables {
        check_identities(planner, table.columns.iter().map(|column| (&column.name, column.id.as_ref())));
    }
    for spec in &planner.spec.tables {
        if let Some(why) = unusable(&spec.name.text) {
            let error = Diagnostic::error("E0704", format!("`{}` cannot be a table's name: {why}", spec.name.text));
            planner
                .diagnostics
                .push(error.at(spec.name.span, "becomes a file's name").help("use letters, digits, `_` and `-`"));
        }
        for name in spec.columns.iter().map(|column| &column.name) {
            if name.text.is_empty() || name.text.starts_with('$') || name.text.chars().any(char::is_control) {
                let error = Diagnostic::error("E0431", format!("`{}` cannot be a column's name", name.text));
                let error = error.at(name.span, "is empty, begins with `$` or has a control character");
                planner.diagnostics.push(error.help("choose another name, of letters, digits and `_`"));
            }
        }
        for (column, _, alias) in references(spec) {
            check_alias(planner, spec, column, alias);
        }
        let lists = std::iter::once(&spec.key).chain(spec.unique.iter().map(|(_, list)| list));
        for name in lists.flatten() {
            if !spec.columns.iter().any(|column| column.name.text == name.text) {
                let error = Diagnostic::error("E0409", format!("`{}` has no column `{}`", spec.name.text, name.text));
                let names = spec.columns.iter().map(|column| column.name.text.as_str());
                planner.diagnostics.push(error.at(name.span, "unknown").suggest(&name.text, names));
            }
        }
    }
}

/// Why a name cannot stand in a path.
fn unusable(name: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("it is empty");
    }
    if name.contains(['/', '\\', '\0', '.', ':']) || name.chars().any(char::is_control) {
        return Some("it has a character that parts paths or names");
    }
    if name.starts_with('$') {
        return Some("names that begin with `$` are the compiler's own");
    }
    (name.len() > 200).then_some("it is longer than 200 bytes")
}

fn check_alias(planner: &mut Planner<'_>, spec: &TableSpec, column: &ColumnSpec, alias: &str) {
    let span = match &column.making {
        Making::Generator(generator) => generator.params.get("as").map_or(column.name.span, |alias| alias.span),
        Making::When(_) => column.name.span,
    };
    let clash = |other: Span| {
        Diagnostic::error("E0427", format!("the name `{alias}` has two meanings here"))
            .at(span, "names a referenced row")
            .and(other, "and this as well")
            .help("choose another name with `as:`")
    };
    let parents = [Some(&spec.name), spec.per.as_ref(), spec.alias.as_ref()];
    if let Some(other) = parents.into_iter().flatten().find(|other| other.text == alias) {
        planner.diagnostics.push(clash(other.span));
    }
    let others = references(spec).filter(|(other, _, name)| *name == alias && other.name.span != column.name.span);
    if let Some((other, _, _)) = others.into_iter().find(|(other, _, _)| other.name.span.start < column.name.span.start)
    {
        planner.diagnostics.push(clash(other.name.span));
    }
}
