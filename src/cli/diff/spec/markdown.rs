//! A blast radius -> Markdown for a comment below a pull request: what can change open, what cannot folded.

use super::phrases;
use crate::blast::{ColumnRadius, Radius, RowsChange, TableRadius, Verdict};

/// The whole comment.
pub fn page(radius: &Radius) -> String {
    let mut text = format!("**{}**\n", escaped(&phrases::summary(radius)));
    radius.tables.iter().filter_map(table).for_each(|table| text += &format!("\n{table}"));
    let still = phrases::staying(radius);
    let number: usize = still.iter().map(|(_, names)| names.len()).sum();
    if number > 0 {
        let columns = crate::cli::report::count(number as u64, "column");
        text += &format!("\n<details>\n<summary>{columns} cannot change</summary>\n\n");
        for (table, names) in still {
            let names: Vec<String> = names.iter().map(|name| code(name)).collect();
            text += &format!("- {}: {}\n", code(table), names.join(", "));
        }
        text += "\n</details>\n";
    }
    if !radius.notes.is_empty() {
        text += "\nReaches no value:\n\n";
        radius.notes.iter().for_each(|note| text += &format!("- {}\n", phrases::reason(note)));
    }
    text
}

/// A table of which something changes.
fn table(table: &TableRadius) -> Option<String> {
    let columns: Vec<&ColumnRadius> = phrases::moving(table).collect();
    if columns.is_empty() && table.rows.change == RowsChange::Same && table.old_name.is_none() {
        return None;
    }
    let was = table.old_name.as_ref().map(|old| format!(" (was {})", code(old))).unwrap_or_default();
    let mut text = format!("#### {}{was}: {}\n\n", code(&table.table), phrases::rows(&table.rows));
    for reason in &table.rows.reasons {
        text += &format!("- {}\n", phrases::reason(reason));
    }
    if !columns.is_empty() {
        text += if table.rows.reasons.is_empty() { "" } else { "\n" };
        text += "| column | | why | where |\n|---|---|---|---|\n";
        columns.into_iter().for_each(|column| text += &row(column));
    }
    Some(text)
}

fn row(column: &ColumnRadius) -> String {
    let reads = phrases::chain(column).map(|chain| format!("reads {}: ", code(&chain))).unwrap_or_default();
    let joined =
        |text: fn(&crate::blast::Reason) -> String| column.reasons.iter().map(text).collect::<Vec<_>>().join("<br>");
    let (why, place) = (joined(|reason| reason.text.clone()), joined(phrases::lines));
    let mark = if column.verdict == Verdict::Changed { "**changes**" } else { phrases::verdict(column.verdict) };
    let why = cell(&format!("{reads}{why}"));
    format!("| {} | {mark} | {why} | {place} |\n", cell(&code(&phrases::name(column))))
}

/// A name as code; one with a backtick in it between two.
fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// Text within a table: a bar would end the cell, even in code.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// Text whose stars and underscores mean nothing.
fn escaped(text: &str) -> String {
    text.replace('*', "\\*").replace('_', "\\_")
}
