//! `number`: a law, bounds and a rounding -> integers, decimals or floats.

mod grid;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use arrow_array::{ArrayRef, Float32Array, Float64Array};
use arrow_schema::DataType;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use self::grid::{Grid, Rounded, Uniform};
use super::GeneratorDef;
use super::dist::{self, Dist, DistParams, Grain};
use crate::diag::{Diagnostic, Span};
use crate::distributions::Sampler;
use crate::engine::{Cells, Column};
use crate::plan::{Bounds, PlanContext, Planned, Reported, Uniqueness, integer_limits, type_name};
use crate::source::scalars::{Decimal, Number};
use crate::source::{Node, Spanned, from_node};

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "number",
    summary: "numbers by a law of statistics",
    docs: "`dist` names the law, `uniform` by default. `min` and `max` truncate it without a spike at the bound. The values \
           are `float64`, for counting laws (`poisson`, `binomial`, `geometric`, `negative_binomial`, `zipf`) `int64`; `type:` \
           asks for any other number type. Integers and decimals are rounded to the nearest, half away from zero, and \
           never leave `min`..`max`. A uniform law over integers, decimals or rounded floats gives every one of them from `min` to \
           `max` alike, both included, and can be `unique`.\n\n\
           `round: 2` keeps two digits behind the point, `round: -3` whole thousands (as SQL's `round(x, n)`); \
           `round: 0.05` or `round: { step: 5 }` gives multiples of a step.",
    example: "{ gen: number, dist: lognormal, median: 22, p95: 80, min: 2, max: 400, type: \"decimal(10,2)\" }",
    bundle: None,
    params,
    plan,
};

/// The schema of a law's parameters with `round` beside them.
fn params(generator: &mut SchemaGenerator) -> Schema {
    let mut schema = DistParams::json_schema(generator);
    let number = generator.subschema_for::<Number>();
    if let Some(properties) = schema.get_mut("properties").and_then(|properties| properties.as_object_mut()) {
        let step = json_schema!({
            "type": "object",
            "properties": { "step": number },
            "required": ["step"],
            "additionalProperties": false
        });
        let round = json_schema!({
            "if": { "type": "object" },
            "then": step,
            "else": { "type": ["number", "string"] },
            "description": "Rounding: a whole number is the number of digits behind the point (`2`; `-3` for thousands), \
                            a fraction (`0.05`) or `{ step: 5 }` a step.",
            "examples": [2, -3, 0.05]
        });
        properties.insert("round".to_owned(), round.to_value());
    }
    schema
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let node: Node = cx.params()?;
    let params: DistParams = from_node(&node.without(&["round"])).map_err(|found| cx.fail_all(found))?;
    let step = node.get("round").map(|round| Step::read(cx, round)).transpose()?;
    let declared = cx.declared_type().filter(|declared| declared.is_numeric()).cloned();
    let is_uniform = params.dist.as_ref().is_none_or(|dist| dist.value == Dist::Uniform);
    let is_whole = declared.as_ref().is_some_and(DataType::is_integer);
    if is_uniform && (is_whole || step.is_some() || matches!(declared, Some(DataType::Decimal128(..)))) {
        return uniform(cx, &params, declared.unwrap_or(DataType::Float64), step);
    }
    let grain = if is_whole { Grain::Whole } else { Grain::Continuous };
    let sampler = dist::sampler(cx, &params, grain, cx.span())?;
    let natural = if sampler.is_discrete() { DataType::Int64 } else { DataType::Float64 };
    let data_type = declared.unwrap_or(natural);
    if step.is_some() || !data_type.is_floating() {
        return rounded(cx, &params, sampler, data_type, step);
    }
    let (low, high) = sampler.support();
    let column = Floats { sampler, is_single: data_type == DataType::Float32 };
    Ok(Planned::new(data_type, column).bounds(Some(Bounds::Float { low, high })).uniqueness(NOT_UNIFORM))
}

const NOT_UNIFORM: Uniqueness =
    Uniqueness::Unknown { why: "only a uniform law over integers, decimals or rounded numbers has a countable domain" };

/// Every number of a grid alike.
fn uniform(
    cx: &mut PlanContext<'_, '_>,
    params: &DistParams,
    data_type: DataType,
    step: Option<Step>,
) -> Result<Planned, Reported> {
    dist::check_used(cx, params)?;
    let (Some(min), Some(max)) = (&params.min, &params.max) else {
        return Err(ends_missing(cx, params, &data_type));
    };
    let (low, high) = (exact(cx, min)?, exact(cx, max)?);
    if Ends::compare(low, high).is_gt() {
        let error = Diagnostic::error("E0502", format!("the range {low} to {high} is reversed"));
        let error = error.at(max.span, "less than `min`").and(min.span, "`min`");
        return Err(cx.fail(error.help(format!("write `min: {high}` and `max: {low}`"))));
    }
    let grid = grid(cx, data_type, step, Ends { low: Some(low), high: Some(high), support: None }, max.span)?;
    let zero = params.zero.as_ref().map_or(0.0, |zero| cx.rate(zero));
    let bounds = bounds(&grid, zero > 0.0);
    let domain = Uniqueness::Domain(Arc::new(grid.clone()));
    let planned = Planned::new(grid.data_type.clone(), Uniform { grid, zero }).bounds(bounds);
    Ok(planned.uniqueness(if zero > 0.0 { Uniqueness::Unknown { why: "`zero` repeats the 0" } } else { domain }))
}

fn ends_missing(cx: &mut PlanContext<'_, '_>, params: &DistParams, data_type: &DataType) -> Reported {
    let missing = if params.min.is_none() { "min" } else { "max" };
    let what = if data_type.is_floating() { "a rounded number".to_owned() } else { type_name(data_type) };
    let error = Diagnostic::error("E0516", format!("a uniform {what} needs `min` and `max`"));
    cx.fail(error.at(cx.span(), format!("`{missing}` is missing")).help(format!("add `{missing}: …`")))
}

/// A law rounded onto a grid.
fn rounded(
    cx: &mut PlanContext<'_, '_>,
    params: &DistParams,
    sampler: Sampler,
    data_type: DataType,
    step: Option<Step>,
) -> Result<Planned, Reported> {
    let low = params.min.as_ref().map(|min| exact(cx, min)).transpose()?;
    let high = params.max.as_ref().map(|max| exact(cx, max)).transpose()?;
    let span = params.max.as_ref().or(params.min.as_ref()).map_or(cx.span(), |end| end.span);
    let grid = grid(cx, data_type, step, Ends { low, high, support: Some(sampler.support()) }, span)?;
    let has_zeros = params.zero.as_ref().is_some_and(|zero| zero.value.value > 0.0);
    let bounds = bounds(&grid, has_zeros);
    let planned = Planned::new(grid.data_type.clone(), Rounded { grid, sampler, has_zeros });
    Ok(planned.bounds(bounds).uniqueness(NOT_UNIFORM))
}

fn bounds(grid: &Grid, has_zeros: bool) -> Option<Bounds> {
    let (low, high) = grid.ends()?;
    let (low, high) = if has_zeros { (low.min(0), high.max(0)) } else { (low, high) };
    if grid.data_type.is_integer() {
        return Some(Bounds::Integer { low, high });
    }
    let float = |digits: i128| Decimal { digits, scale: grid.scale }.as_f64();
    Some(Bounds::Float { low: float(low), high: float(high) })
}

/// The exact value of a parameter.
fn exact(cx: &mut PlanContext<'_, '_>, number: &Spanned<Number>) -> Result<Decimal, Reported> {
    if let Some(exact) = number.value.decimal() {
        return Ok(exact);
    }
    let value = cx.number(number)?;
    // The shortest digits that give this float, which is what a person would write for it.
    let digits = Number::parse(&format!("{value}")).ok().and_then(|number| number.decimal());
    digits.ok_or_else(|| {
        let error = Diagnostic::error("E0415", format!("`{}` has more than 38 digits", number.value.text));
        cx.fail(error.at(number.span, "too long").help("write fewer digits, or drop `type` and `round`"))
    })
}

/// What the numbers of a grid lie between: what the user says and, where that is silent, what the law yields.
struct Ends {
    low: Option<Decimal>,
    high: Option<Decimal>,
    support: Option<(f64, f64)>,
}

impl Ends {
    fn compare(low: Decimal, high: Decimal) -> std::cmp::Ordering {
        let scale = low.scale.max(high.scale);
        match (scaled(low, scale), scaled(high, scale)) {
            (Some(low), Some(high)) => low.cmp(&high),
            _ => low.as_f64().total_cmp(&high.as_f64()),
        }
    }

    /// The least and the greatest multiple of `step` x 10^-`scale` between the ends. `None` beyond 128 bits.
    fn multiples(&self, step: i128, scale: u32) -> Option<(i128, i128)> {
        let multiple = |end: Decimal, up: bool| {
            let digits = end.digits.checked_mul(10_i128.checked_pow(scale)?)?;
            let unit = 10_i128.checked_pow(end.scale)?.checked_mul(step)?;
            let below = digits.div_euclid(unit);
            Some(below + i128::from(up && digits.rem_euclid(unit) != 0))
        };
        let nearest = |x: f64| Some((x * 10_i128.checked_pow(scale)? as f64 / step as f64).round() as i128);
        let (support_low, support_high) = self.support.unwrap_or_default();
        let low = self.low.map_or_else(|| nearest(support_low), |low| multiple(low, true))?;
        let high = self.high.map_or_else(|| nearest(support_high), |high| multiple(high, false))?;
        // Where only one end is said the law reaches it, whatever the rounding makes of the other.
        let is_said = self.low.is_some() && self.high.is_some();
        Some((low, if is_said { high } else { high.max(low) }))
    }
}

/// `number` in units of 10^-`scale`; `None` beyond 128 bits or where digits would be lost.
fn scaled(number: Decimal, scale: u32) -> Option<i128> {
    number.digits.checked_mul(10_i128.checked_pow(scale.checked_sub(number.scale)?)?)
}

/// The grid of a type, a rounding and the ends.
fn grid(
    cx: &mut PlanContext<'_, '_>,
    data_type: DataType,
    step: Option<Step>,
    ends: Ends,
    span: Span,
) -> Result<Grid, Reported> {
    let (step, scale) = match (&data_type, step) {
        (DataType::Decimal128(_, scale), step) => (step_of(cx, step, &data_type, *scale as u32)?, *scale as u32),
        (other, Some(step)) if other.is_floating() => (step.size.digits, step.size.scale),
        (_, step) => (step_of(cx, step, &data_type, 0)?, 0),
    };
    let Some((low, high)) = ends.multiples(step, scale) else { return Err(too_large(cx, &data_type, span)) };
    let grid = Grid { step, scale, low, high, data_type };
    if grid.size() == 0 {
        let text = format!("no {} lies between `min` and `max`", described(&grid));
        return Err(cx.fail(Diagnostic::error("E0530", text).at(span, "too narrow").help("widen the range")));
    }
    let Some((first, last)) = grid.ends() else { return Err(too_large(cx, &grid.data_type, span)) };
    if let Some((least, greatest)) = limits(&grid.data_type)
        && (first < least || last > greatest)
    {
        let show = |digits: i128| Decimal { digits, scale }.to_string();
        let name = type_name(&grid.data_type);
        let error =
            Diagnostic::error("E0425", format!("values from {} to {} do not fit {name}", show(first), show(last)));
        let error = error.at(cx.declared_span().unwrap_or(span), "too narrow");
        return Err(cx.fail(
            error
                .note(format!("{name} holds {} to {}", show(least), show(greatest)))
                .help("widen `type`, or narrow the values with `min` and `max`"),
        ));
    }
    Ok(grid)
}

fn too_large(cx: &mut PlanContext<'_, '_>, data_type: &DataType, span: Span) -> Reported {
    let error = Diagnostic::error("E0425", format!("these values do not fit {}", type_name(data_type)));
    cx.fail(error.at(span, "beyond 38 digits").help("narrow the values with `min` and `max`"))
}

fn described(grid: &Grid) -> String {
    let size = Decimal { digits: grid.step, scale: grid.scale };
    match grid.step {
        1 => type_name(&grid.data_type),
        _ => format!("multiple of {size}"),
    }
}

/// The least and the greatest value of a type in units of its scale; floats hold all.
fn limits(data_type: &DataType) -> Option<(i128, i128)> {
    match data_type {
        DataType::Decimal128(precision, _) => {
            let end = 10_i128.pow((*precision).into()) - 1;
            Some((-end, end))
        }
        other => integer_limits(other),
    }
}

/// A rounding: what all values are multiples of.
struct Step {
    size: Decimal,
    span: Span,
}

/// Most digits that a rounding may keep or drop.
const MOST_DIGITS: i128 = 18;

impl Step {
    fn read(cx: &mut PlanContext<'_, '_>, node: &Node) -> Result<Self, Reported> {
        let written = node.get("step").unwrap_or(node);
        let number: Spanned<Number> = from_node(written).map_err(|found| cx.fail_all(found))?;
        let size = exact(cx, &number)?;
        let span = written.span;
        match (size.as_i128(), node.get("step")) {
            (Some(digits), None) => Self::of_digits(digits, span).ok_or_else(|| {
                let error = Diagnostic::error("E0531", format!("{digits} digits cannot be kept"));
                let error = error.at(span, format!("-{MOST_DIGITS} to {MOST_DIGITS} are possible"));
                cx.fail(error.help(format!("for multiples of {digits} write `round: {{ step: {digits} }}`")))
            }),
            _ if size.digits <= 0 => {
                let error = Diagnostic::error("E0531", format!("values cannot be rounded to multiples of {size}"));
                Err(cx.fail(
                    error.at(span, "needs a step above 0").help("write a step such as `0.05`, or digits such as `2`"),
                ))
            }
            _ => Ok(Self { size, span }),
        }
    }

    /// 10^-`digits`.
    fn of_digits(digits: i128, span: Span) -> Option<Self> {
        let power = |digits: i128| 10_i128.pow(digits.unsigned_abs() as u32);
        let size = match digits {
            0..=MOST_DIGITS => Decimal { digits: 1, scale: digits as u32 },
            _ if (-MOST_DIGITS..0).contains(&digits) => Decimal { digits: power(digits), scale: 0 },
            _ => return None,
        };
        Some(Self { size, span })
    }
}

/// A rounding in units of a type's scale; 1 without one.
fn step_of(cx: &mut PlanContext<'_, '_>, step: Option<Step>, to: &DataType, scale: u32) -> Result<i128, Reported> {
    let Some(Step { size, span }) = step else { return Ok(1) };
    let name = type_name(to);
    match scaled(size, scale) {
        Some(1) => {
            let error = Diagnostic::error(
                "E0515",
                format!("`round` has no effect: {name} has {scale} digits behind the point"),
            );
            Err(cx.fail(
                error.at(span, "says what `type` says").help("drop `round`; for a step write `round: { step: … }`"),
            ))
        }
        Some(step) => Ok(step),
        None => {
            let error = Diagnostic::error("E0531", format!("multiples of {size} do not fit {name}"));
            let error = error.at(span, "finer than the type").and(cx.declared_span().unwrap_or(span), "");
            Err(cx.fail(error.help("widen `type`, or drop `round`; for multiples of 5 write `round: { step: 5 }`")))
        }
    }
}

/// A law as it is.
struct Floats {
    sampler: Sampler,
    is_single: bool,
}

impl Column for Floats {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let mut drawn = Vec::with_capacity(cells.len());
        self.sampler.sample_into(&cells.bits(0), &mut drawn);
        if !self.is_single {
            return Arc::new(Float64Array::from(drawn));
        }
        let (low, high) = singles_within(self.sampler.support());
        Arc::new(Float32Array::from_iter_values(drawn.into_iter().map(|x| (x as f32).max(low).min(high))))
    }
}

/// The least and the greatest 32-bit float between two numbers, so that narrowing never leaves them.
fn singles_within((low, high): (f64, f64)) -> (f32, f32) {
    let (first, last) = (low as f32, high as f32);
    let first = if f64::from(first) < low { first.next_up() } else { first };
    let last = if f64::from(last) > high { last.next_down() } else { last };
    if first > last { (low as f32, high as f32) } else { (first, last) }
}
