//! Formulas -> `expr`; aggregates over owned children -> `rollup`.

use super::{Outcome, ranges};
use crate::draft::ir::Rule;
use crate::draft::lower::paths;
use crate::draft::lower::sheet::{Branch, Col, Sheet};
use crate::fmt::Value;

const AGGREGATES: &[&str] = &["sum", "count", "min", "max", "avg", "first", "last"];

/// The first column is an expression over the row; aggregates in it become hidden columns.
pub(super) fn formula(sheets: &mut Vec<Sheet>, at: usize, rule: &Rule) -> Outcome {
    let Some(name) = rule.columns.first() else { return Outcome::Unreadable("the formula names no column".to_owned()) };
    let own = format!("{}.", rule.table);
    let text = paths::renamed(&rule.expression, |path| path.strip_prefix(&own).map(str::to_owned));
    // `gross = net * 1.19` as well as `net * 1.19`.
    let text = text.strip_prefix(&format!("{name} =")).unwrap_or(&text).trim().to_owned();
    if text.is_empty() {
        return Outcome::Unreadable("the formula is empty".to_owned());
    }
    if whole_aggregate(&text).is_some() {
        return rollup(sheets, at, rule);
    }
    let text = match without_aggregates(sheets, at, name, text) {
        Ok(text) => text,
        Err(outcome) => return outcome,
    };
    let sheet = &sheets[at];
    if paths::names(&text).any(|(_, path)| path == name) {
        return Outcome::Unreadable(format!("`{name}` is made from itself"));
    }
    let scale = scale_of(sheets, at, sheet.column(name), &text);
    let multiplies = text.contains(['*', '/']) && !text.starts_with("round(");
    let text = match scale {
        Some(scale) if multiplies && !text.to_lowercase().contains("case ") => format!("round({text}, {scale})"),
        _ => text,
    };
    set(&mut sheets[at], name, "expr", vec![("expr".to_owned(), Value::text(&text))]);
    Outcome::Done
}

/// The digits behind the point that a formula's result is to have; `None` where it is no exact number.
fn scale_of(sheets: &[Sheet], at: usize, own: Option<&Col>, text: &str) -> Option<u32> {
    if let Some(scale) = own.filter(|column| column.data_type.is_some()).and_then(ranges::scale) {
        return Some(scale);
    }
    let scales = paths::names(text)
        .filter_map(|(_, path)| ranges::find(sheets, at, path))
        .filter_map(|(_, column)| ranges::scale(column));
    scales.max().filter(|scale| *scale > 0)
}

fn set(sheet: &mut Sheet, name: &str, generator: &str, params: Vec<(String, Value)>) {
    match sheet.column_mut(name) {
        Some(column) => {
            column.make(generator, params);
            column.is_unique = false;
        }
        None => sheet.columns.push(Col::of(name, generator, params)),
    }
}

/// `sum(order_items.line_total)` as a whole: the aggregate and what it is of.
fn whole_aggregate(text: &str) -> Option<(&'static str, &str)> {
    let (head, rest) = text.trim().split_once('(')?;
    let inner = rest.strip_suffix(')')?.trim();
    let name = AGGREGATES.iter().find(|name| name.eq_ignore_ascii_case(head.trim()))?;
    (!inner.contains(['(', ')', ',']) && !inner.is_empty()).then_some((*name, inner))
}

/// The first column gathers a column of the children.
pub(super) fn rollup(sheets: &mut Vec<Sheet>, at: usize, rule: &Rule) -> Outcome {
    let Some(name) = rule.columns.first() else {
        return Outcome::Unreadable("the aggregate names no column".to_owned());
    };
    let text = rule.expression.trim();
    let text = text.strip_prefix(&format!("{name} =")).unwrap_or(text).trim();
    let Some((agg, of)) = whole_aggregate(text) else {
        return match text.contains('(') && rule.kind == crate::draft::ir::RuleKind::Rollup {
            true => formula(sheets, at, &Rule { kind: crate::draft::ir::RuleKind::Formula, ..rule.clone() }),
            false => Outcome::Unreadable(format!("`{text}` is no aggregate such as `sum(order_items.line_total)`")),
        };
    };
    match gather(sheets, at, name, agg, of) {
        Ok(params) => {
            set(&mut sheets[at], name, "rollup", params);
            // A sum is wider than its parts, and its own type holds it.
            sheets[at].column_mut(name).into_iter().for_each(|column| column.data_type = None);
            Outcome::Done
        }
        Err(outcome) => outcome,
    }
}

/// The parameters of a `rollup`; an expression over the children becomes a hidden column of theirs.
fn gather(sheets: &mut [Sheet], at: usize, name: &str, agg: &str, of: &str) -> Result<Vec<(String, Value)>, Outcome> {
    let own = sheets[at].name.clone();
    let table = paths::names(of).next().map(|(_, path)| path.split('.').next().unwrap_or(path).to_owned());
    let Some(child) = table.as_ref().and_then(|table| sheets.iter_mut().find(|sheet| sheet.name == *table)) else {
        return Err(Outcome::Unreadable(format!("`{of}` is no column of a table")));
    };
    if child.owner() != Some(own.as_str()) {
        let text =
            format!("`{agg}({of})` cannot be gathered: the rows of `{}` are not owned by those of `{own}`", child.name);
        return Err(Outcome::Impossible(text));
    }
    let column = of.strip_prefix(&format!("{}.", child.name));
    let path = match column {
        _ if agg == "count" => child.name.clone(),
        Some(column) if child.column(column).is_some() => of.to_owned(),
        _ if column.is_none() && of == child.name => {
            return Err(Outcome::Unreadable(format!("`{agg}({of})` names no column")));
        }
        _ => {
            let inner = paths::renamed(of, |path| path.strip_prefix(&format!("{}.", child.name)).map(str::to_owned));
            let hidden = child.hidden_name(name);
            child.columns.push(Col::of(&hidden, "expr", vec![("expr".to_owned(), Value::text(&inner))]));
            format!("{}.{hidden}", child.name)
        }
    };
    Ok(vec![("of".to_owned(), Value::text(&path)), ("agg".to_owned(), Value::text(agg))])
}

/// An expression whose aggregates over other tables are read from hidden columns.
fn without_aggregates(sheets: &mut [Sheet], at: usize, name: &str, text: String) -> Result<String, Outcome> {
    let tables: Vec<String> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let found = paths::names(&text).find_map(|(range, word)| {
        let rest = &text[range.end..];
        let inner = rest.strip_prefix('(')?.split_once(')')?.0;
        let agg = AGGREGATES.iter().find(|agg| agg.eq_ignore_ascii_case(word))?;
        let root = inner.split('.').next()?.trim();
        let is_table = tables.iter().any(|table| table == root) && root != sheets[at].name;
        is_table.then(|| (range.start..range.end + inner.len() + 2, *agg, inner.trim().to_owned()))
    });
    let Some((range, agg, of)) = found else { return Ok(text) };
    let hidden = sheets[at].hidden_name(&format!("{name}_{agg}"));
    let params = gather(sheets, at, name, agg, &of)?;
    let branch = Branch { condition: None, generator: "rollup".to_owned(), params };
    let mut column = Col::of(&hidden, "rollup", Vec::new());
    column.branches = vec![branch];
    sheets[at].insert_before(name, column);
    let text = format!("{}{hidden}{}", &text[..range.start], &text[range.end..]);
    without_aggregates(sheets, at, name, text)
}
