//! A column of a draft -> the column of the spec: its generator with parameters, its type, its nulls.

use super::sheet::{Branch, Col, Param};
use super::values;
use crate::draft::ir::catalogue::parameters;
use crate::draft::ir::{Choice, Column, ColumnType};
use crate::fmt::{Entry, Layout, Scalar, Value};

/// A column from its branches, which bear one name. The modifiers are those of the first.
pub(super) fn column(branches: &[&Column]) -> Col {
    let Some(first) = branches.first() else { return Col::of("", "", Vec::new()) };
    let types = || branches.iter().filter_map(|branch| data_type(branch));
    Col {
        name: first.name.clone(),
        branches: branches.iter().map(|column| branch(column)).collect(),
        // Branches must agree, so that the widest type is that of all.
        data_type: types().max_by_key(|name| (name.starts_with("decimal"), name.len(), name.clone())),
        null: nulls(first),
        is_unique: first.unique && branches.len() == 1 && !is_unique_by_nature(&first.generator),
        range: None,
    }
}

fn branch(column: &Column) -> Branch {
    let condition = Some(column.when.trim()).filter(|when| !when.is_empty()).map(str::to_owned);
    Branch { condition, generator: column.generator.clone(), params: params(column) }
}

/// The parameters of a column, `choices` among them.
fn params(column: &Column) -> Vec<Param> {
    let known = parameters(&column.generator);
    let mut params = Vec::new();
    for param in column.params.iter().filter(|param| !is_ours(column, &param.key) && !is_idle(column, param)) {
        let is_text = known.is_some_and(|known| known.is_text(&param.key));
        let value = if is_text { values::scalar(&values::unquoted(&param.value)) } else { values::yaml(&param.value) };
        params.push((param.key.clone(), value));
    }
    if !column.choices.is_empty() && column.generator == "choice" {
        params.retain(|(key, _)| key != "of");
        params.push(("of".to_owned(), choices(&column.choices, column.r#type)));
    }
    params
}

/// `scale` says the digits of a decimal; among the laws only three have a parameter of that name.
fn is_ours(column: &Column, key: &str) -> bool {
    let law = column.param("dist").unwrap_or_default();
    key == "scale" && !matches!(law, "gamma" | "weibull" | "pareto")
}

/// Whether rounding says nothing beside the digits of a decimal.
fn is_idle(column: &Column, param: &crate::draft::ir::Param) -> bool {
    let scale = column.param("scale").map_or(Some(2), |scale| scale.trim().parse::<i64>().ok());
    let digits = param.value.trim().parse::<i64>().ok();
    param.key == "round"
        && column.r#type == ColumnType::Decimal
        && scale.zip(digits).is_some_and(|(scale, digits)| digits >= scale)
}

/// The values of a choice: a list when all are alike, a mapping with their weights otherwise.
pub(super) fn choices(choices: &[Choice], data_type: ColumnType) -> Value {
    let first = choices.first().map_or(0.0, |choice| choice.weight);
    if choices.iter().all(|choice| choice.weight == first) {
        let items = choices.iter().map(|choice| item(&choice.value, data_type)).collect();
        return Value::list(Layout::Flow, items);
    }
    let sum: f64 = choices.iter().map(|choice| choice.weight).sum();
    let are_shares = (sum - 1.0).abs() < 1e-6;
    let weight = |choice: &Choice| match are_shares {
        true => values::rate(choice.weight),
        false => values::number(choice.weight),
    };
    let entry = |choice: &Choice| Entry::new(Some(key(&choice.value)), weight(choice));
    Value::map(Layout::Flow, choices.iter().map(entry).collect())
}

/// A value of a choice; a number stays one unless the column holds texts.
fn item(text: &str, data_type: ColumnType) -> Value {
    let is_plain = values::is_number(text) || matches!(text, "true" | "false");
    if is_plain && data_type != ColumnType::String { Value::plain(text) } else { Value::text(text) }
}

fn key(text: &str) -> Scalar {
    if values::is_number(text) { Scalar::plain(text) } else { Scalar::new(text) }
}

/// What `null:` says.
fn nulls(column: &Column) -> Option<Value> {
    let when = column.null_when.trim();
    match (when.is_empty(), column.null_rate > 0.0) {
        (true, false) => None,
        (true, true) => Some(values::rate(column.null_rate)),
        (false, false) => Some(Value::text(when)),
        (false, true) => Some(Value::text(&format!("case when {when} then 1 else {} end", column.null_rate))),
    }
}

/// What `type:` says; `None` where the generator makes that type by itself.
fn data_type(column: &Column) -> Option<String> {
    let natural = natural(column);
    match column.r#type {
        ColumnType::Auto => None,
        asked if asked == natural => None,
        ColumnType::String => Some("string".to_owned()),
        ColumnType::Integer => Some(integer(column).to_owned()),
        ColumnType::Decimal => Some(decimal(column)),
        ColumnType::Float => Some("float64".to_owned()),
        ColumnType::Boolean => Some("bool".to_owned()),
        ColumnType::Date => Some("date".to_owned()),
        ColumnType::Timestamp => Some("timestamp".to_owned()),
    }
}

/// The type that a generator makes by itself; `Auto` where that depends on more.
fn natural(column: &Column) -> ColumnType {
    let law = column.param("dist").unwrap_or_default();
    match column.generator.as_str() {
        "number" if matches!(law, "poisson" | "binomial" | "geometric" | "negative_binomial" | "zipf") => {
            ColumnType::Integer
        }
        "number" => ColumnType::Float,
        "sequence" | "ordinal" | "person.age" => ColumnType::Integer,
        "permuted" if column.param("prefix").is_none() && column.param("width").is_none() => ColumnType::Integer,
        "bool" => ColumnType::Boolean,
        "date" | "person.birth_date" => ColumnType::Date,
        "datetime" | "arrivals" | "tick" => ColumnType::Timestamp,
        "choice" => of_choices(&column.choices),
        "ref" | "field" | "rollup" | "expr" | "cumulative" | "constant" | "list" | "time" | "duration" => {
            ColumnType::Auto
        }
        "address.latitude" | "address.longitude" => ColumnType::Float,
        _ => ColumnType::String,
    }
}

fn of_choices(choices: &[Choice]) -> ColumnType {
    let all = |is: &dyn Fn(&str) -> bool| !choices.is_empty() && choices.iter().all(|choice| is(&choice.value));
    if all(&|text| text.parse::<i64>().is_ok() && values::is_number(text)) {
        ColumnType::Integer
    } else if all(&values::is_number) {
        ColumnType::Float
    } else if all(&|text| matches!(text, "true" | "false")) {
        ColumnType::Boolean
    } else {
        ColumnType::String
    }
}

/// The greatest absolute value that the parameters speak of.
fn greatest(column: &Column) -> Option<f64> {
    let named = ["min", "max"].iter().filter_map(|key| column.param(key)?.trim().parse::<f64>().ok());
    let values = column.choices.iter().filter_map(|choice| choice.value.parse::<f64>().ok());
    named.chain(values).map(f64::abs).reduce(f64::max)
}

fn integer(column: &Column) -> &'static str {
    let is_bounded = column.param("max").is_some() || !column.choices.is_empty();
    match greatest(column) {
        Some(greatest) if is_bounded && greatest < f64::from(i32::MAX) => "int32",
        _ => "int64",
    }
}

/// `decimal(10,2)`, or wider where the bounds need more digits.
fn decimal(column: &Column) -> String {
    let said = column.param("scale").and_then(|scale| scale.trim().parse::<u32>().ok());
    let scale = said.unwrap_or(2).min(18);
    let whole = greatest(column).map_or(1, |greatest| (greatest.max(1.0) as u128).ilog10() + 1);
    let precision = [10, 12, 14, 18].into_iter().find(|precision| whole + scale <= *precision).unwrap_or(38);
    format!("decimal({precision},{scale})")
}

/// Whether a generator never repeats a value, so that `unique: true` would say nothing.
fn is_unique_by_nature(generator: &str) -> bool {
    matches!(generator, "sequence" | "uuid" | "ulid")
}
