//! A blast radius -> text for people.

use comfy_table::Table;
use comfy_table::presets::NOTHING;

use super::phrases;
use crate::blast::{ColumnRadius, Radius, RowsChange, TableRadius};

/// The whole page.
pub fn page(radius: &Radius) -> String {
    let mut text = format!("{}\n", phrases::summary(radius));
    radius.tables.iter().filter_map(table).for_each(|table| text += &format!("\n{table}"));
    let still = phrases::staying(radius);
    if !still.is_empty() {
        text += "\ncannot change\n";
        still.iter().for_each(|(table, names)| text += &format!("   {table}: {}\n", names.join(", ")));
    }
    if !radius.notes.is_empty() {
        text += "\nreaches no value\n";
        radius.notes.iter().for_each(|note| text += &format!("   {}\n", phrases::reason(note)));
    }
    text
}

/// A table of which something changes.
fn table(table: &TableRadius) -> Option<String> {
    let columns: Vec<&ColumnRadius> = phrases::moving(table).collect();
    if columns.is_empty() && table.rows.change == RowsChange::Same && table.old_name.is_none() {
        return None;
    }
    let was = table.old_name.as_ref().map(|old| format!(" (was {old})")).unwrap_or_default();
    let mut text = format!("{}{was}: {}\n", table.table, phrases::rows(&table.rows));
    for reason in &table.rows.reasons {
        text += &format!("   {}\n", phrases::reason(reason));
    }
    let mut grid = Table::new();
    grid.load_style(NOTHING);
    grid.add_rows(columns.into_iter().map(row));
    Some(text + &grid.trim_fmt().lines().map(|line| format!("   {line}\n")).collect::<String>())
}

fn row(column: &ColumnRadius) -> [String; 3] {
    let reads = phrases::chain(column).map(|chain| format!("reads {chain}: ")).unwrap_or_default();
    let why = column.reasons.iter().map(phrases::reason).collect::<Vec<_>>().join("; ");
    [phrases::name(column), phrases::verdict(column.verdict).to_owned(), format!("{reads}{why}")]
}
