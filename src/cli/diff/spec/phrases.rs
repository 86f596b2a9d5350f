//! What all forms of a blast radius say alike: the summary, what becomes of rows, where an edit stands.

use crate::blast::{ColumnRadius, Radius, Reason, RowsChange, RowsRadius, TableRadius, Verdict};
use crate::cli::report::{count, grouped};

/// Row changes that the summary spells out.
const SPELT: usize = 3;

/// The whole radius in one line.
pub fn summary(radius: &Radius) -> String {
    let mut parts = vec![columns(radius)];
    parts.extend(comings(radius));
    let moved: Vec<String> = radius.tables.iter().filter_map(rows_moved).collect();
    let more = moved.len().saturating_sub(SPELT);
    parts.extend(moved.into_iter().take(SPELT));
    if more > 0 {
        parts.push(format!("rows of {} more change", count(more as u64, "table")));
    }
    parts.join("; ")
}

/// `3 columns of 2 tables can change, 23 cannot`.
fn columns(radius: &Radius) -> String {
    let kept = |column: &&ColumnRadius| column.verdict <= Verdict::Changed;
    let can = |table: &TableRadius| {
        table.columns.iter().filter(|column| !column.is_hidden && column.verdict.can_change()).count()
    };
    let moving: usize = radius.tables.iter().map(can).sum();
    let tables = radius.tables.iter().filter(|table| can(table) > 0).count();
    let still = radius.columns().filter(kept).count() - moving;
    match moving {
        0 if !radius.can_change() => format!("nothing in the data can change: {} stay", count(still as u64, "column")),
        0 => format!("no value can change, in {}", count(still as u64, "column")),
        _ => {
            let (moving, tables) = (count(moving as u64, "column"), count(tables as u64, "table"));
            format!("{moving} of {tables} can change, {} cannot", grouped(still as u64))
        }
    }
}

/// What is new, gone or called otherwise.
fn comings(radius: &Radius) -> Vec<String> {
    let tables = |change: RowsChange| radius.tables.iter().filter(move |table| table.rows.change == change);
    let is_whole = |column: &ColumnRadius| {
        let ends = [RowsChange::Added, RowsChange::Removed];
        radius.tables.iter().any(|table| table.table == column.table && ends.contains(&table.rows.change))
    };
    let columns = |verdict: Verdict| {
        radius.columns().filter(move |column| column.verdict == verdict).filter(|column| !is_whole(column)).count()
    };
    let renamed = radius.columns().filter(|column| column.old_name.is_some()).count();
    let tables_renamed = radius.tables.iter().filter(|table| table.old_name.is_some()).count();
    let all = [
        (columns(Verdict::Added), "column", "new"),
        (columns(Verdict::Removed), "column", "gone"),
        (renamed, "column", "renamed"),
        (tables(RowsChange::Added).count(), "table", "new"),
        (tables(RowsChange::Removed).count(), "table", "gone"),
        (tables_renamed, "table", "renamed"),
    ];
    let some = all.into_iter().filter(|(number, ..)| *number > 0);
    some.map(|(number, what, how)| {
        format!("{} {} {how}", count(number as u64, what), if number == 1 { "is" } else { "are" })
    })
    .collect()
}

/// `customers grows from 10,000 to 12,000 rows`.
fn rows_moved(table: &TableRadius) -> Option<String> {
    let rows = &table.rows;
    let (old, new) = (amount(rows, rows.old), amount(rows, rows.new));
    let name = &table.table;
    match rows.change {
        RowsChange::Appended => Some(format!("{name} grows from {old} to {new} rows")),
        RowsChange::CutOff => Some(format!("{name} shrinks from {old} to {new} rows")),
        RowsChange::ComeAndGo => Some(format!("rows of {name} come and go ({old} → {new})")),
        RowsChange::Others => Some(format!("{name} has other rows")),
        RowsChange::Same | RowsChange::Added | RowsChange::Removed => None,
    }
}

/// A number of rows, as exactly as it is known.
fn amount(rows: &RowsRadius, number: f64) -> String {
    let about = if rows.is_exact { "" } else { "about " };
    format!("{about}{}", grouped(number.round() as u64))
}

/// What becomes of a table's rows.
pub fn rows(rows: &RowsRadius) -> String {
    let (old, new) = (amount(rows, rows.old), amount(rows, rows.new));
    match rows.change {
        RowsChange::Same => format!("{new} rows, the same"),
        RowsChange::Appended => format!("{old} → {new} rows, appended"),
        RowsChange::CutOff => format!("{old} → {new} rows, the last ones cut off"),
        RowsChange::ComeAndGo => format!("{old} → {new} rows, which come and go"),
        RowsChange::Others => format!("{old} → {new} rows, all of them others"),
        RowsChange::Added => format!("{new} rows, all new"),
        RowsChange::Removed => format!("{old} rows, all gone"),
    }
}

/// A column's name, with the one that it had.
pub fn name(column: &ColumnRadius) -> String {
    match &column.old_name {
        Some(old) => format!("{} (was {old})", column.column),
        None => column.column.clone(),
    }
}

/// A verdict in words.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unchanged => "stays",
        Verdict::Encoding => "text form only",
        Verdict::Renamed => "renamed only",
        Verdict::Cells => "some cells",
        Verdict::MayChange => "may change",
        Verdict::Changed => "changes",
        Verdict::Added => "new",
        Verdict::Removed => "gone",
    }
}

/// Where an edit stands: `line 23 → 25`.
pub fn lines(reason: &Reason) -> String {
    match (reason.old_line, reason.new_line) {
        (Some(old), Some(new)) if old == new => format!("line {new}"),
        (Some(old), Some(new)) => format!("line {old} → {new}"),
        (None, Some(new)) => format!("line {new}, new"),
        (Some(old), None) => format!("line {old}, old"),
        (None, None) => String::new(),
    }
}

/// A reason with its place.
pub fn reason(reason: &Reason) -> String {
    match lines(reason) {
        place if place.is_empty() => reason.text.clone(),
        place => format!("{} ({place})", reason.text),
    }
}

/// Through which columns a change comes, nearest first.
pub fn chain(column: &ColumnRadius) -> Option<String> {
    let near = |name: &String| name.strip_prefix(&format!("{}.", column.table)).unwrap_or(name).to_owned();
    (!column.chain.is_empty()).then(|| column.chain.iter().map(near).collect::<Vec<_>>().join(" ← "))
}

/// The columns of a table that are worth a line: those that do not simply stay.
pub fn moving(table: &TableRadius) -> impl Iterator<Item = &ColumnRadius> {
    let is_whole = matches!(table.rows.change, RowsChange::Added | RowsChange::Removed);
    table.columns.iter().filter(move |column| column.verdict != Verdict::Unchanged && !is_whole)
}

/// The names of the columns that stay, by table.
pub fn staying(radius: &Radius) -> Vec<(&str, Vec<String>)> {
    let tables = radius.tables.iter().map(|table| {
        let still = table.columns.iter().filter(|column| column.verdict == Verdict::Unchanged && !column.is_hidden);
        (table.table.as_str(), still.map(name).collect::<Vec<_>>())
    });
    tables.filter(|(_, names)| !names.is_empty()).collect()
}
