//! What a comparison found -> text for people, JSON for programs.

use serde_json::{Value, json};

use crate::cli::report::{count, grouped};
use crate::compare::{CellExample, ColumnDiff, Report, RowExample, RowsOnly, TableDiff};

/// Characters of a value that are shown to people.
const LONGEST: usize = 60;

/// The report for people.
pub fn text(report: &Report) -> String {
    let mut lines: Vec<String> = report.tables.iter().flat_map(table).collect();
    lines.extend(report.removed.iter().map(|name| format!("{name}: only A has this table")));
    lines.extend(report.added.iter().map(|name| format!("{name}: only B has this table")));
    lines.push(verdict(report));
    lines.join("\n") + "\n"
}

fn verdict(report: &Report) -> String {
    let tables = report.tables.len() + report.added.len() + report.removed.len();
    let different = tables - report.tables.iter().filter(|table| table.is_equal()).count();
    match different {
        0 => {
            let rows = report.tables.iter().map(|table| table.rows[0]).sum();
            format!("equal: {}, {}", count(tables as u64, "table"), count(rows, "row"))
        }
        1 if tables == 1 => "different".to_owned(),
        _ => format!("different: {different} of {}", count(tables as u64, "table")),
    }
}

fn table(diff: &TableDiff) -> Vec<String> {
    let mut lines = vec![format!("{}: {} ({})", diff.table, rows(diff), pairing(diff))];
    lines.extend(diff.columns_removed.iter().map(|name| format!("  - column {name}")));
    lines.extend(diff.columns_added.iter().map(|name| format!("  + column {name}")));
    lines.extend(diff.columns.iter().filter_map(types));
    let changed: Vec<&ColumnDiff> = diff.columns.iter().filter(|column| column.changed > 0).collect();
    lines.extend(changed.iter().flat_map(|column| cells(column, diff)));
    lines.extend(only('-', &diff.removed, diff));
    lines.extend(only('+', &diff.added, diff));
    if !diff.is_equal() {
        let others = if changed.is_empty() { "column" } else { "other column" };
        lines.push(format!("  identical: {}", count((diff.columns.len() - changed.len()) as u64, others)));
    }
    lines
}

fn rows(diff: &TableDiff) -> String {
    if diff.is_equal() {
        return format!("equal, {}, {}", count(diff.rows[0], "row"), count(diff.columns.len() as u64, "column"));
    }
    let parts = [(diff.changed, "changed"), (diff.added.count, "added"), (diff.removed.count, "removed")];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: Vec<String> = parts.map(|(number, what)| format!("{} {what}", grouped(*number))).collect();
    let total = match diff.rows {
        [left, right] if left == right => count(left, "row"),
        [left, right] => format!("{} -> {}", grouped(left), count(right, "row")),
    };
    match parts.is_empty() {
        true => format!("{total}, none changed"),
        false => format!("{total}, {}", parts.join(", ")),
    }
}

fn pairing(diff: &TableDiff) -> String {
    match diff.pairing.key.as_slice() {
        [] => format!("rows pair by position: {}", diff.pairing.why),
        key => format!("rows pair by {}: {}", key.join(", "), diff.pairing.why),
    }
}

fn types(column: &ColumnDiff) -> Option<String> {
    let [left, right] = column.types.as_ref()?;
    Some(format!("  note: the type of {} is {left} in A, {right} in B", column.name))
}

fn cells(column: &ColumnDiff, diff: &TableDiff) -> Vec<String> {
    let first = column.examples.first().map(|example| format!(", first at {}", example_of(example, diff)));
    let head = format!(
        "  {}: {} of {} changed{}",
        column.name,
        grouped(column.changed),
        count(diff.paired(), "cell"),
        first.unwrap_or_default()
    );
    let more = column.examples.iter().skip(1).map(|example| format!("    {}", example_of(example, diff)));
    std::iter::once(head).chain(more).collect()
}

fn example_of(example: &CellExample, diff: &TableDiff) -> String {
    let [left, right] = example.rows;
    let other = if left == right { String::new() } else { format!(" (B: {right})") };
    let [before, after] = example.values.each_ref().map(|value| cut(value));
    format!("row {left}{other}{} ({before} -> {after})", keys(&example.key, diff))
}

/// `, id 78`.
fn keys(values: &[String], diff: &TableDiff) -> String {
    let pairs = diff.pairing.key.iter().zip(values);
    pairs.map(|(name, value)| format!(", {name} {}", cut(value))).collect()
}

fn only(sign: char, rows: &RowsOnly, diff: &TableDiff) -> Vec<String> {
    let shown = rows.examples.iter().map(|RowExample { row, key }| format!("  {sign} row {row}{}", keys(key, diff)));
    let rest = rows.count - rows.examples.len() as u64;
    let more = (rest > 0 && !rows.examples.is_empty()).then(|| format!("  {sign} {} more", grouped(rest)));
    shown.chain(more).collect()
}

fn cut(value: &str) -> String {
    let line = value.replace('\n', "\\n");
    match line.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}...", &line[..at]),
        None => line,
    }
}

/// The report for programs.
pub fn json(report: &Report) -> String {
    let tables: Vec<Value> = report.tables.iter().map(table_json).collect();
    let document = json!({
        "equal": report.is_equal(),
        "tables": tables,
        "tables_added": report.added,
        "tables_removed": report.removed,
    });
    format!("{document:#}\n")
}

fn table_json(diff: &TableDiff) -> Value {
    let changed = diff.columns.iter().filter(|column| column.changed > 0);
    let types = diff.columns.iter().filter_map(|column| {
        let [left, right] = column.types.as_ref()?;
        Some(json!({ "name": column.name, "a": left, "b": right }))
    });
    json!({
        "table": diff.table,
        "equal": diff.is_equal(),
        "key": diff.pairing.key,
        "key_from": diff.pairing.why,
        "rows": { "a": diff.rows[0], "b": diff.rows[1] },
        "rows_paired": diff.paired(),
        "rows_changed": diff.changed,
        "rows_added": only_json(&diff.added),
        "rows_removed": only_json(&diff.removed),
        "columns_added": diff.columns_added,
        "columns_removed": diff.columns_removed,
        "columns_changed": changed.map(column_json).collect::<Vec<_>>(),
        "columns_identical": diff.columns.iter().filter(|column| column.changed == 0).count(),
        "types": types.collect::<Vec<_>>(),
    })
}

fn only_json(rows: &RowsOnly) -> Value {
    let examples = rows.examples.iter().map(|example| json!({ "row": example.row, "key": example.key }));
    json!({ "count": rows.count, "examples": examples.collect::<Vec<_>>() })
}

fn column_json(column: &ColumnDiff) -> Value {
    let examples = column.examples.iter().map(|example| {
        json!({
            "row_a": example.rows[0],
            "row_b": example.rows[1],
            "key": example.key,
            "a": example.values[0],
            "b": example.values[1],
        })
    });
    json!({ "name": column.name, "cells": column.changed, "examples": examples.collect::<Vec<_>>() })
}
