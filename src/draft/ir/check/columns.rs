//! Columns of a draft: weights that sum up, rates between 0 and 1, branches with an otherwise, types that their bounds suggest.

use super::Mender;
use crate::draft::ir::{Column, ColumnType, Param};

/// How far a sum of weights may be off for a slip.
const SLIP: f64 = 0.02;

/// Mends each column.
pub(super) fn mend(mender: &mut Mender<'_>) {
    for table in 0..mender.ir.tables.len() {
        let name = mender.ir.tables[table].name.clone();
        for at in 0..mender.ir.tables[table].columns.len() {
            let column = &mut mender.ir.tables[table].columns[at];
            let mut said: Vec<(String, String)> = Vec::new();
            said.extend(weights(column));
            said.extend(rate(column));
            said.extend(time(column));
            said.extend(number(column));
            rounding(column);
            let path = format!("tables.{name}.columns.{}", column.name);
            said.into_iter().for_each(|(text, chosen)| mender.assume(path.clone(), text, chosen));
        }
        otherwise(mender, table);
    }
}

/// Shares and percentages that miss 1 or 100 by a slip are brought there, and values that stand there twice are one.
fn weights(column: &mut Column) -> Option<(String, String)> {
    let mut kept: Vec<crate::draft::ir::Choice> = Vec::new();
    for choice in std::mem::take(&mut column.choices) {
        match kept.iter_mut().find(|known| known.value == choice.value) {
            Some(known) => known.weight += choice.weight.max(0.0),
            None => kept.push(crate::draft::ir::Choice { weight: choice.weight.max(0.0), ..choice }),
        }
    }
    column.choices = kept;
    let sum: f64 = column.choices.iter().map(|choice| choice.weight).sum();
    let whole = if (sum - 1.0).abs() <= SLIP { 1.0 } else { 100.0 };
    let off = (sum / whole - 1.0).abs();
    if !(1e-9..=SLIP).contains(&off) {
        return None;
    }
    for choice in &mut column.choices {
        choice.weight = (choice.weight * whole / sum * 1e6).round() / 1e6;
    }
    Some((
        format!("the weights sum to {}; they were scaled to {whole}", (sum * 1e6).round() / 1e6),
        format!("a sum of {whole}"),
    ))
}

/// Rounding that a type says already goes; a step that is finer than its type makes the type finer.
fn rounding(column: &mut Column) {
    let of = |column: &Column, key: &str| column.param(key).and_then(|value| value.trim().parse::<f64>().ok());
    let digits = |value: f64| value.to_string().split_once('.').map_or(0, |(_, digits)| digits.len() as u32);
    let scale = match column.r#type {
        ColumnType::Integer => 0,
        ColumnType::Decimal => of(column, "scale").map_or(2, |scale| scale as u32),
        _ => return,
    };
    if let Some(step) = of(column, "round.step") {
        let needed = digits(step);
        if needed > scale {
            column.r#type = ColumnType::Decimal;
            column.set("scale", needed.to_string());
        }
        let unit: f64 = format!("1e-{}", scale.max(needed)).parse().unwrap_or(1.0);
        if (step - unit).abs() < 1e-12 {
            column.params.retain(|param| param.key != "round.step");
        }
    }
    if of(column, "round").is_some_and(|kept| kept >= f64::from(scale)) {
        column.params.retain(|param| param.key != "round");
    }
}

/// A share of nulls between 0 and 1.
fn rate(column: &mut Column) -> Option<(String, String)> {
    let rate = column.null_rate;
    if (0.0..=1.0).contains(&rate) {
        return None;
    }
    column.null_rate = if rate > 1.0 && rate <= 100.0 { rate / 100.0 } else { 0.0 };
    let chosen = format!("{}%", column.null_rate * 100.0);
    Some((format!("a share of nulls of {rate} means {chosen}"), chosen))
}

/// A date is made by `date`, an instant by `datetime`.
fn time(column: &mut Column) -> Option<(String, String)> {
    let other = match (column.generator.as_str(), column.r#type) {
        ("datetime", ColumnType::Date) => "date",
        ("date", ColumnType::Timestamp) => "datetime",
        _ => return None,
    };
    column.generator = other.to_owned();
    column.params.retain(|param| !matches!(param.key.as_str(), "precision" | "shape.hourly" | "shape.business_hours"));
    None
}

/// A number without a type gets the one that its bounds are written in, a uniform one without bounds gets some.
fn number(column: &mut Column) -> Option<(String, String)> {
    if column.generator != "number" {
        return None;
    }
    let is_uniform = column.param("dist").is_none_or(|law| law.trim() == "uniform");
    let mut said = None;
    if is_uniform && (column.param("min").is_none() || column.param("max").is_none()) {
        said = Some(bounds(column));
    }
    let of = |column: &Column, key: &str| column.param(key).map(|value| value.trim().to_owned());
    let ends: Vec<String> = ["min", "max"].iter().filter_map(|key| of(column, key)).collect();
    if is_uniform && column.r#type == ColumnType::Auto && column.param("round").is_none() && ends.len() == 2 {
        let digits = |text: &String| text.split_once('.').map_or(0, |(_, digits)| digits.len());
        let scale = ends.iter().map(digits).max().unwrap_or(0);
        if ends.iter().all(|end| end.parse::<f64>().is_ok()) {
            column.r#type = if scale == 0 { ColumnType::Integer } else { ColumnType::Decimal };
            if scale > 0 {
                column.set("scale", scale.to_string());
            }
        }
    }
    said
}

/// Bounds for a uniform law that has only one, or none.
fn bounds(column: &mut Column) -> (String, String) {
    let end = |key: &str| column.param(key).and_then(|value| value.trim().parse::<f64>().ok());
    let (min, max) = match (end("min"), end("max")) {
        (Some(min), _) => (min, if min > 0.0 { min * 10.0 } else { min.abs() * 10.0 + 100.0 }),
        (None, Some(max)) => (if max > 0.0 { 0.0 } else { max * 10.0 - 100.0 }, max),
        (None, None) if column.r#type == ColumnType::Integer => (1.0, 100.0),
        (None, None) => (0.0, 100.0),
    };
    for (key, value) in [("min", min), ("max", max)] {
        if column.param(key).is_none() {
            column.params.push(Param { key: key.to_owned(), value: value.to_string() });
        }
    }
    let what = if column.params.len() > 2 { "only one bound was said" } else { "no bounds were said" };
    (what.to_owned(), format!("{min} to {max}"))
}

/// The last branch of a column has no condition; where it has, rows for which none holds get null.
fn otherwise(mender: &mut Mender<'_>, table: usize) {
    let name = mender.ir.tables[table].name.clone();
    let columns = &mut mender.ir.tables[table].columns;
    let mut at = 0;
    let mut open = Vec::new();
    while at < columns.len() {
        let is_last = columns.get(at + 1).is_none_or(|next| next.name != columns[at].name);
        if is_last && !columns[at].when.trim().is_empty() {
            let null = Column {
                when: String::new(),
                generator: "constant".to_owned(),
                params: vec![Param { key: "value".to_owned(), value: "null".to_owned() }],
                choices: Vec::new(),
                ..columns[at].clone()
            };
            open.push(null.name.clone());
            columns.insert(at + 1, null);
            at += 1;
        }
        at += 1;
    }
    for column in open {
        let path = format!("tables.{name}.columns.{column}");
        mender.assume(path, "nothing was said of other rows", "null");
    }
}
