//! What every generator takes: `type`, `null`, `unique`, `when`. Each wraps the generator's column in another.

use std::sync::Arc;

use arrow_array::types::Float64Type;
use arrow_array::{Array, ArrayRef, BooleanArray, cast::AsArray, new_null_array};
use arrow_cast::cast;
use arrow_schema::DataType;
use arrow_select::interleave::interleave;
use arrow_select::nullif::nullif;

use super::build::Planner;
use super::casts;
use super::context::{PlanContext, Reported, Site};
use super::counts::otherwise_missing;
use super::params::at_text;
use super::{Body, Bounds, Plan, Planned, Uniqueness, a_type, logical_type};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::distributions::Permutation;
use crate::engine::{Cells, Column, Domain, Engine, TextPart, choose, merged_texts};
use crate::expr::{self, Expr, Literal, NameError, Resolved};
use crate::random::{self, Key};
use crate::source::Node;
use crate::source::scalars::Rate;
use crate::spec::{Branch, ColumnSpec, GeneratorSpec, Making, Name};

/// Plans a declared column with all its modifiers.
pub(super) fn plan(cx: &mut PlanContext<'_, '_>, column: &ColumnSpec) -> Result<Planned, Reported> {
    let planned = match &column.making {
        Making::Generator(generator) if Planner::is_bundle(column) => return bundle(cx, generator),
        Making::Generator(generator) => {
            let key = *cx.site.key;
            let made = cx.generate(generator, column.unique, &key)?;
            let made = unique(cx, made, column.unique, &key)?;
            typed(cx, made)?
        }
        Making::When(branches) => {
            if let Some(span) = column.unique {
                let error = Diagnostic::error("E0511", "`unique` beside `when` does not say which branch it binds");
                let error = error.at(span, "has no effect here");
                return Err(cx.fail(error.help("write `unique: true` inside an entry of `when`")));
            }
            when(cx, branches)?
        }
    };
    let planned = match planned.data_type {
        DataType::Null if !cx.site.column.starts_with('_') => cast_to(cx, planned, &DataType::Utf8, column.name.span)?,
        _ => planned,
    };
    match &column.null {
        Some(rate) if !is_reference(column) => null(cx, planned, rate),
        _ => Ok(planned),
    }
}

/// Whether the column is a `ref`: its nulls are those of the picked row's number, so that fields read through it see them.
fn is_reference(column: &ColumnSpec) -> bool {
    matches!(&column.making, Making::Generator(generator) if generator.name.text == "ref")
}

impl PlanContext<'_, '_> {
    /// Plans one generator of this column.
    fn generate(&mut self, generator: &GeneratorSpec, unique: Option<Span>, key: &Key) -> Result<Planned, Reported> {
        let site = Site { generator: &generator.name, params: &generator.params, unique, key, ..self.site };
        self.planner.generate(generator, site, self.inputs)
    }

    /// Compiles an expression over the row.
    pub fn expression(&mut self, text: &Name) -> Result<Expr, Reported> {
        let span = self.planner.text_span(text.span, &text.text);
        let compiled = expr::compile(&text.text, &mut RowScope(self));
        let compiled = compiled.map_err(|errors| {
            for error in errors.into_iter().filter(|error| !error.message.is_empty()) {
                let is_now = error.code == "E0303" && text.text.get(error.range.clone()) == Some("now");
                match is_now && self.planner.knobs.now.is_none() {
                    true => drop(self.now(span.slice(error.range.start, error.range.end))),
                    false => self.planner.diagnostics.push(at_text(error, span)),
                }
            }
            Reported
        })?;
        for warning in compiled.warnings() {
            let range = span.slice(warning.range.start, warning.range.end);
            let text = format!("{}; such a row gets null", warning.message);
            let found = Diagnostic::warning(warning.code, text).at(range, "may give null");
            self.planner.diagnostics.push(warning.help.iter().fold(found, |found, help| found.help(help.as_str())));
        }
        Ok(compiled)
    }
}

impl PlanContext<'_, '_> {
    /// What an expression's values lie between, from the bounds of the columns that it reads.
    pub fn bounds_of(&self, expr: &Expr) -> Option<Bounds> {
        let (low, high) = expr.bounds().filter(|bounds| !is_whole_type(expr.data_type(), *bounds))?;
        match expr.data_type() {
            DataType::Decimal128(_, scale) => {
                let unit = libm::pow(10.0, f64::from(*scale));
                Some(Bounds::Float { low: low as f64 / unit, high: high as f64 / unit })
            }
            other => other.is_integer().then_some(Bounds::Integer { low, high }),
        }
    }
}

/// Whether bounds say no more than the type does.
fn is_whole_type(data_type: &DataType, (low, high): (i128, i128)) -> bool {
    let limits = match data_type {
        DataType::Decimal128(precision, _) => {
            10_i128.checked_pow((*precision).into()).map(|limit| (1 - limit, limit - 1))
        }
        other => super::types::integer_limits(other),
    };
    limits.is_some_and(|(least, greatest)| low <= least || high >= greatest)
}

/// Compiles a condition over the row.
pub(super) fn condition(cx: &mut PlanContext<'_, '_>, text: &Name) -> Result<Expr, Reported> {
    let test = cx.expression(text)?;
    match test.data_type() {
        DataType::Boolean | DataType::Null => Ok(test),
        other => {
            let error = Diagnostic::error("E0421", format!("the condition is {}, not a bool", a_type(other)));
            Err(cx.fail(
                error.at(text.span, "needs true or false").help("compare it with something, as in `quantity > 3`"),
            ))
        }
    }
}

/// What names mean in an expression over a row: the spec's constants and all columns in sight.
struct RowScope<'c, 'p, 's>(&'c mut PlanContext<'p, 's>);

impl expr::Scope for RowScope<'_, '_, '_> {
    fn resolve(&mut self, path: &[String]) -> Result<Resolved, NameError> {
        let cx = &mut *self.0;
        let resolved = cx.planner.resolve(cx.site.table, path);
        if let ([name], Err(_)) = (path, &resolved) {
            if let (true, Some(now)) = (name == "now", cx.planner.knobs.now) {
                return Ok(Resolved::Constant(Literal::Timestamp(now.micros, None)));
            }
            if let Some(value) = cx.planner.knobs.vars.get(name) {
                return Ok(Resolved::Constant(value.clone()));
            }
        }
        let source = cx.register(resolved.map_err(super::resolve::Unresolved::into_name_error)?);
        Ok(Resolved::Input { slot: source.slot, data_type: source.data_type, nullable: source.nullable })
    }

    fn bounds(&self, slot: usize) -> Option<(i128, i128)> {
        let column = &self.0.planner.columns[self.0.inputs[slot].column().0];
        match (&column.data_type, column.bounds?) {
            (DataType::Decimal128(_, scale), bounds) => {
                let (low, high) = bounds.as_floats();
                let unit = libm::pow(10.0, f64::from(*scale));
                Some(((low * unit).floor() as i128, (high * unit).ceil() as i128))
            }
            (other, Bounds::Integer { low, high }) => other.is_integer().then_some((low, high)),
            _ => None,
        }
    }
}

/// A bundle, such as `_spouse: person`: it has no values of its own, only fields that others read.
fn bundle(cx: &mut PlanContext<'_, '_>, generator: &GeneratorSpec) -> Result<Planned, Reported> {
    if !cx.site.column.starts_with('_') {
        let name = &generator.name.text;
        let error = Diagnostic::error("E0422", format!("`{name}` is a bundle of fields, not a value"));
        return Err(cx.fail(error.at(generator.name.span, "has no value of its own").help(format!(
            "name one of its fields, such as `{name}.{}`, or hide the column: `_{}`",
            crate::generators::first_field(name),
            cx.site.column
        ))));
    }
    Ok(Planned::new(DataType::Null, Nothing))
}

/// A column without values: what a bundle, and a reference to a key of many columns, is by itself.
pub(crate) struct Nothing;

impl Column for Nothing {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        new_null_array(&DataType::Null, cells.len())
    }
}

// ---- unique ----

/// Makes values unique where that is asked for: the generator's domain, permuted by row number.
fn unique(cx: &mut PlanContext<'_, '_>, planned: Planned, asked: Option<Span>, key: &Key) -> Result<Planned, Reported> {
    let Some(span) = asked else { return Ok(planned) };
    let domain = match &planned.uniqueness {
        Uniqueness::Always => return Ok(planned),
        Uniqueness::Domain(domain) => Arc::clone(domain),
        Uniqueness::Unknown { why } => {
            let error = Diagnostic::error("E0512", format!("`{}` cannot be unique: {why}", cx.site.column));
            return Err(cx.fail(error.at(span, "cannot hold").help(
                "use a generator with a countable domain, such as `pattern`, `permuted`, `sequence` or `uuid`",
            )));
        }
    };
    cx.planner.require_domain(cx.site.table, cx.site.column, span, domain.size());
    let permutation = Permutation::new(&key.derive(random::Domain::Unique, ""), domain.size().max(1));
    let column = Permuted { domain, permutation };
    Ok(Planned { body: Body::Cells(Arc::new(column)), uniqueness: Uniqueness::Always, ..planned }.row_number())
}

struct Permuted {
    domain: Arc<dyn Domain>,
    permutation: Permutation,
}

impl Column for Permuted {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        self.domain.values(&self.permutation.apply_all(cells.row_numbers().iter()))
    }
}

/// A domain that must have a value for every row of a table.
#[derive(Debug, Clone)]
pub(super) struct DomainClaim {
    pub table: super::TableId,
    pub column: String,
    pub span: Span,
    pub size: u128,
}

impl PlanContext<'_, '_> {
    /// Asks for a domain of `size` values with one for every row of the table; `span` is what limits it.
    pub fn require_domain(&mut self, span: Span, size: u128) {
        self.planner.require_domain(self.site.table, self.site.column, span, size);
    }
}

impl Planner<'_> {
    pub(super) fn require_domain(&mut self, table: super::TableId, column: &str, span: Span, size: u128) {
        self.claims.push(DomainClaim { table, column: column.to_owned(), span, size });
    }
}

/// Compares domains with row counts. Where counts are drawn and may exceed the domain, the rows are counted.
pub(super) fn check_domains(plan: &Plan, claims: &[DomainClaim], found: &mut Diagnostics) {
    let engine = Engine::new(plan);
    for claim in claims {
        if u128::from(plan.table(claim.table).max_rows) <= claim.size {
            continue;
        }
        let rows = engine.rows(claim.table);
        if u128::from(rows) > claim.size {
            found.push(claim.refusal(rows));
        }
    }
}

impl Planner<'_> {
    /// Compares domains with the row counts of root tables, for plans that have other errors and will never be counted.
    pub(super) fn check_root_domains(&mut self) {
        for claim in std::mem::take(&mut self.claims) {
            if let Some(Ok(super::counts::Size { source: super::RowSource::Root { rows }, .. })) =
                self.tables[claim.table.0].size
                && u128::from(rows) > claim.size
            {
                self.diagnostics.push(claim.refusal(rows));
            }
        }
    }
}

impl DomainClaim {
    fn refusal(&self, rows: u64) -> Diagnostic {
        let (size, rows) = (thousands(self.size), thousands(rows.into()));
        let error = Diagnostic::error("E0501", format!("`{}` can take {size} values, {rows} rows asked", self.column));
        let error = error.at(self.span, "cannot hold for all rows");
        error.help("widen the domain (a longer pattern, a larger range), or lower `rows`")
    }
}

/// A number with commas between its thousands.
pub(crate) fn thousands(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

// ---- type ----

/// Brings values into the declared type.
fn typed(cx: &mut PlanContext<'_, '_>, planned: Planned) -> Result<Planned, Reported> {
    let Some((to, span)) = cx.site.declared else { return Ok(planned) };
    cast_to(cx, planned, to, *span)
}

fn cast_to(cx: &mut PlanContext<'_, '_>, planned: Planned, to: &DataType, span: Span) -> Result<Planned, Reported> {
    if logical_type(&planned.data_type) == *to {
        return Ok(planned);
    }
    let how = match casts::assignment(&planned.data_type, to, planned.bounds) {
        Ok(how) => how,
        Err(error) => return Err(cx.fail(error.at(span, "does not fit"))),
    };
    if let Some(why) = how.may_fail {
        let text = format!("`{}` may not fit its type: {why}; such a row gets null", cx.site.column);
        let help = "choose a wider `type`, or bound the columns that the values come from";
        cx.warn(Diagnostic::warning("W0401", text).at(span, "may give null").help(help));
    }
    let nullable = planned.nullable || how.may_fail.is_some();
    let (inner, needs) = cells_body(cx, &planned)?;
    let bounds = casts::bounds(planned.bounds, to);
    let body = Body::Cells(Arc::new(casts::Casting { inner, to: to.clone() }));
    let uniqueness = covered(planned.uniqueness);
    let distances = casts::distances(planned.distances, to);
    let choices = None;
    Ok(Planned { data_type: to.clone(), nullable, bounds, choices, distances, needs, body, uniqueness, copy: false })
}

/// A body that can be wrapped. Roll-ups and running totals become a column of their own, which the wrapped one reads.
fn cells_body(
    cx: &mut PlanContext<'_, '_>,
    planned: &Planned,
) -> Result<(Arc<dyn Column>, crate::engine::Needs), Reported> {
    if let Body::Cells(body) = &planned.body {
        return Ok((Arc::clone(body), planned.needs));
    }
    let name = format!("$raw:{}:{}", cx.site.column, cx.inputs.len());
    let inputs = cx.inputs.clone();
    let (table, key) = (cx.site.table, *cx.site.key);
    let raw = Planned {
        data_type: planned.data_type.clone(),
        nullable: planned.nullable,
        bounds: planned.bounds,
        choices: planned.choices.clone(),
        distances: planned.distances.clone(),
        needs: planned.needs,
        body: planned.body.clone(),
        uniqueness: planned.uniqueness.clone(),
        copy: planned.copy,
    };
    let id = cx.planner.internal(table, &name, cx.site.generator.span, key, |inner| {
        *inner.inputs = inputs;
        Ok(raw)
    })?;
    let slot = cx.read_own(id).slot;
    Ok((Arc::new(Same(slot)), crate::engine::Needs::default()))
}

/// What is left of uniqueness when something is put over the values: they no longer are those of a domain.
fn covered(uniqueness: Uniqueness) -> Uniqueness {
    match uniqueness {
        Uniqueness::Domain(_) => Uniqueness::Unknown { why: "a modifier changes its values" },
        other => other,
    }
}

/// The values of an input as they are.
pub(super) struct Same(pub usize);

impl Column for Same {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        Arc::clone(cells.input(self.0))
    }
}

// ---- null ----

/// Makes some values null: at a rate, or where an expression says so.
pub(super) fn null(cx: &mut PlanContext<'_, '_>, planned: Planned, node: &Node) -> Result<Planned, Reported> {
    let key = cx.site.key.derive(random::Domain::Null, "");
    let rate = node.text().and_then(|text| Rate::parse(text).ok());
    let chance = match (rate, node.text()) {
        (Some(rate), _) if rate.value == 0.0 => return Ok(planned),
        (Some(rate), _) => Chance::Rate(rate.value),
        (None, Some(text)) => {
            let test = cx.expression(&Name { text: text.to_owned(), span: node.span })?;
            match test.data_type() {
                DataType::Boolean => Chance::Where(test),
                other if other.is_numeric() => Chance::RateOf(test),
                other => {
                    let error = Diagnostic::error(
                        "E0423",
                        format!("`null` is {}, neither a rate nor a condition", a_type(other)),
                    );
                    return Err(cx.fail(
                        error
                            .at(node.span, "needs a rate or a condition")
                            .help("write a rate such as `5%`, or a condition such as `\"tier = 'free'\"`"),
                    ));
                }
            }
        }
        (None, None) => return Err(Reported),
    };
    let (inner, needs) = cells_body(cx, &planned)?;
    let body = Body::Cells(Arc::new(Nulls { inner, chance, key }));
    let uniqueness = covered(planned.uniqueness);
    Ok(Planned { nullable: true, needs, body, uniqueness, copy: false, ..planned })
}

enum Chance {
    Rate(f64),
    RateOf(Expr),
    Where(Expr),
}

struct Nulls {
    inner: Arc<dyn Column>,
    chance: Chance,
    key: Key,
}

impl Column for Nulls {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let values = self.inner.generate(cells);
        if *values.data_type() == DataType::Null {
            return values;
        }
        let units = || cells.with_key(&self.key).bits(0).into_iter().map(random::unit);
        let mask: BooleanArray = match &self.chance {
            Chance::Rate(rate) => units().map(|unit| Some(unit < *rate)).collect(),
            Chance::RateOf(rate) => {
                let rates = rate.evaluate(cells.inputs(), cells.len());
                let rates = cast(&rates, &DataType::Float64).expect("numbers cast to floats");
                let rates = rates.as_primitive::<Float64Type>();
                units().zip(rates.iter()).map(|(unit, rate)| Some(rate.is_some_and(|rate| unit < rate))).collect()
            }
            Chance::Where(test) => test.evaluate(cells.inputs(), cells.len()).as_boolean().clone(),
        };
        nullif(&values, &mask).expect("the mask has one entry a row")
    }
}

// ---- when ----

fn when(cx: &mut PlanContext<'_, '_>, entries: &[Branch]) -> Result<Planned, Reported> {
    let mut branches = Vec::new();
    let mut failed = false;
    for (at, entry) in entries.iter().enumerate() {
        match branch(cx, entry, at, at + 1 == entries.len()) {
            Ok(branch) => branches.push(branch),
            Err(Reported) => failed = true,
        }
    }
    if failed || branches.is_empty() {
        return Err(Reported);
    }
    check_dead(cx, entries, &branches);
    combine(cx, entries, branches)
}

struct Planning {
    test: Option<Expr>,
    planned: Planned,
    key: Key,
}

fn branch(cx: &mut PlanContext<'_, '_>, entry: &Branch, at: usize, last: bool) -> Result<Planning, Reported> {
    let test = match (&entry.condition, last) {
        (Some(text), false) => Some(condition(cx, text)?),
        (None, true) => None,
        _ => return Err(cx.fail(otherwise_missing(entry.span))),
    };
    let key = cx.site.key.derive(random::Domain::Part, &at.to_string());
    let planned = cx.generate(&entry.generator, entry.unique, &key)?;
    let planned = unique(cx, planned, entry.unique, &key)?;
    Ok(Planning { test, planned, key })
}

/// Warns of branches that no row can reach.
fn check_dead(cx: &mut PlanContext<'_, '_>, entries: &[Branch], branches: &[Planning]) {
    for (entry, branch) in entries.iter().zip(branches) {
        let Some(test) = branch.test.as_ref().filter(|test| test.inputs().is_empty()) else { continue };
        let always = test.evaluate(&[], 1);
        let always = always.as_boolean_opt().is_some_and(|values| values.is_valid(0) && values.value(0));
        let span = entry.condition.as_ref().map_or(entry.span, |text| text.span);
        let error = Diagnostic::error("E0513", format!("this condition is {always} for every row"));
        let text = if always { "the entries below are dead" } else { "this entry is dead" };
        cx.fail(error.at(span, text).help("let the condition read a column, or drop what is dead"));
    }
}

fn combine(cx: &mut PlanContext<'_, '_>, entries: &[Branch], branches: Vec<Planning>) -> Result<Planned, Reported> {
    let to = match cx.site.declared {
        Some((declared, _)) => declared.clone(),
        None => common_type(cx, entries, &branches)?,
    };
    let span = cx.site.declared.map_or(cx.site.generator.span, |(_, span)| *span);
    let mut made = Planned::new(to.clone(), Nothing);
    let mut choices = Vec::new();
    let mut bounds: Option<Option<Bounds>> = None;
    for Planning { test, planned, key } in branches {
        made.nullable |= planned.nullable || planned.data_type == DataType::Null;
        let column = if planned.data_type == DataType::Null {
            None
        } else {
            let planned = cast_to(cx, planned, &to, span)?;
            made.nullable |= planned.nullable;
            let here = planned.bounds;
            bounds = Some(bounds.map_or(here, |known| known.zip(here).and_then(|(a, b)| a.union(b))));
            let (body, needs) = cells_body(cx, &planned)?;
            made.needs = made.needs.or(needs);
            Some(body)
        };
        choices.push(Choice { test, column, key });
    }
    made.bounds = bounds.flatten();
    made.uniqueness = Uniqueness::Unknown { why: "its branches may share values" };
    made.body = Body::Cells(Arc::new(When { choices, to }));
    Ok(made)
}

/// The type that all branches have; nulls fit any.
fn common_type(cx: &mut PlanContext<'_, '_>, entries: &[Branch], branches: &[Planning]) -> Result<DataType, Reported> {
    let mut known: Option<(DataType, Span)> = None;
    for (entry, branch) in entries.iter().zip(branches) {
        let here = logical_type(&branch.planned.data_type);
        match &known {
            _ if here == DataType::Null => {}
            None => known = Some((here, entry.generator.name.span)),
            Some((there, _)) if *there == here => {}
            Some((there, span)) => {
                let (one, two) = (a_type(there), a_type(&here));
                let error = Diagnostic::error("E0424", format!("the branches make {one} and {two}"));
                let error =
                    error.at(entry.generator.name.span, format!("makes {two}")).and(*span, format!("makes {one}"));
                return Err(cx.fail(error.help("say with `type:` what the column holds")));
            }
        }
    }
    Ok(known.map_or(DataType::Null, |(known, _)| known))
}

struct Choice {
    test: Option<Expr>,
    /// `None` makes nulls.
    column: Option<Arc<dyn Column>>,
    key: Key,
}

struct When {
    choices: Vec<Choice>,
    to: DataType,
}

impl When {
    /// The number of the first choice that holds for each row.
    fn chosen(&self, cells: &Cells<'_>) -> Vec<u32> {
        let mut chosen = vec![0; cells.len()];
        for (number, choice) in self.choices.iter().enumerate().rev() {
            match &choice.test {
                None => chosen.fill(number as u32),
                Some(test) => choose(&mut chosen, &test.holds(cells.inputs(), cells.len()), number as u32),
            }
        }
        chosen
    }

    /// The text that a choice gives to every row, where it is one.
    fn text(&self, number: usize) -> Option<&str> {
        let texts = self.choices[number].column.as_ref()?.constant()?.as_string_opt::<i32>()?;
        texts.is_valid(0).then(|| texts.value(0))
    }

    fn values(&self, number: usize, cells: &Cells<'_>) -> ArrayRef {
        let Choice { column, key, .. } = &self.choices[number];
        match column {
            Some(column) => column.generate(&cells.with_key(key)),
            None => new_null_array(&self.to, cells.len()),
        }
    }
}

impl Column for When {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let chosen = self.chosen(cells);
        let mut is_used = vec![false; self.choices.len()];
        chosen.iter().for_each(|number| is_used[*number as usize] = true);
        let used: Vec<usize> = (0..self.choices.len()).filter(|number| is_used[*number]).collect();
        match used[..] {
            [] => return new_null_array(&self.to, 0),
            [only] => return self.values(only, cells),
            _ => {}
        }
        // Texts are merged as they are; one that all rows share needs no array.
        let arrays = used.iter().map(|number| self.text(*number).is_none().then(|| self.values(*number, cells)));
        let arrays: Vec<Option<ArrayRef>> = arrays.collect();
        let mut place = vec![0; self.choices.len()];
        (0..).zip(&used).for_each(|(at, number)| place[*number] = at);
        let chosen: Vec<u32> = chosen.iter().map(|number| place[*number as usize]).collect();
        let texts = used.iter().zip(&arrays).map(|(number, array)| match array {
            Some(array) => TextPart::of_rows(array),
            None => self.text(*number).map(TextPart::one),
        });
        if let Some(texts) = texts.collect::<Option<Vec<_>>>() {
            return Arc::new(merged_texts(&texts, &chosen));
        }
        let arrays = used.iter().zip(arrays);
        let mut parts: Vec<ArrayRef> =
            arrays.map(|(number, array)| array.unwrap_or_else(|| self.values(*number, cells))).collect();
        if parts.windows(2).any(|pair| pair[0].data_type() != pair[1].data_type()) {
            let plain = |part: &ArrayRef| cast(part, &self.to).expect("dictionaries cast to their values");
            parts = parts.iter().map(plain).collect();
        }
        let index = chosen.iter().enumerate().map(|(at, place)| (*place as usize, at));
        let index: Vec<(usize, usize)> = index.collect();
        let parts: Vec<&dyn Array> = parts.iter().map(AsRef::as_ref).collect();
        interleave(&parts, &index).expect("parts have one type and one length")
    }
}
