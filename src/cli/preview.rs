//! `synth preview`: a spec -> the first rows of its tables, as wide as the terminal allows.

use std::io;

use arrow_schema::DataType;
use comfy_table::{Cell, CellAlignment, LineStyle, Table, TableStyle};

use super::args::Preview;
use super::exit::Exit;
use super::load::load_or_report;
use super::report::{Reporter, count, say};
use super::sample::{cells, first_rows};
use super::terminal::{Terminal, put};
use crate::build::{self, shapes, tables_named};
use crate::compile::Compiled;
use crate::diag::Diagnostics;
use crate::engine::Engine;
use crate::formats::TableShape;
use crate::plan::{TableId, type_name};

/// Letters of a cell that are shown at most.
const CELL: usize = 40;

/// How a null is shown; a text that is no null and looks like it is possible but rare.
const NULL: &str = "∅";

/// Runs `synth preview`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Preview, terminal: Terminal) -> io::Result<Exit> {
    let reporter = Reporter::new(&args.form.name, terminal);
    let compiled = match load_or_report(&args.spec, &args.over, &reporter, false) {
        Ok(compiled) => compiled,
        Err(exit) => return Ok(exit),
    };
    let shown = tables(args, &compiled).and_then(|tables| Ok((shapes(&compiled, &tables)?, tables)));
    let (shapes, tables) = match shown {
        Ok(shown) => shown,
        Err(found) => {
            reporter.report(&found, Some(&compiled.source));
            return Ok(Exit::of(&found));
        }
    };
    let pool = match build::pool(0) {
        Ok(pool) => pool,
        Err(failure) => {
            say(&format!("error: {failure}\n"));
            return Ok(Exit::Files);
        }
    };
    let engine = Engine::new(&compiled.plan);
    for (at, (table, shape)) in tables.iter().zip(&shapes).enumerate() {
        let gap = if at > 0 { "\n" } else { "" };
        let text = pool.install(|| preview(&engine, *table, shape, args.rows, terminal.out_width));
        put(&format!("{gap}{text}"))?;
    }
    Ok(Exit::Done)
}

/// The first rows of all tables as text, as wide as `width` at most.
pub fn text(compiled: &Compiled, rows: u32, width: Option<usize>) -> String {
    let tables: Vec<TableId> = (0..compiled.plan.tables.len()).map(TableId).collect();
    let Ok(shapes) = shapes(compiled, &tables) else { return String::new() };
    let engine = Engine::new(&compiled.plan);
    let shown = tables.iter().zip(&shapes).map(|(table, shape)| preview(&engine, *table, shape, rows, width));
    shown.collect::<Vec<_>>().join("\n")
}

fn tables(args: &Preview, compiled: &Compiled) -> Result<Vec<TableId>, Diagnostics> {
    match args.table.is_empty() {
        true => Ok((0..compiled.plan.tables.len()).map(TableId).collect()),
        false => tables_named(&compiled.plan, &args.table),
    }
}

fn preview(engine: &Engine<'_>, id: TableId, shape: &TableShape, rows: u32, width: Option<usize>) -> String {
    let table = engine.plan().table(id);
    let batch = first_rows(engine, id, rows.into());
    let rows = cells(shape, &batch);
    let title = match engine.plan().constant_rows(id) {
        Some(rows) => format!("{} ({})", table.name, count(rows, "row")),
        None => format!("{} (about {})", table.name, count(table.expected_rows.round() as u64, "row")),
    };
    let columns: Vec<Column> = (0..shape.schema.fields().len()).map(|at| Column::new(shape, at, &rows)).collect();
    let fitting = fitting(&columns, width);
    let mut text = format!("{title}\n{}\n", grid(&columns[..fitting], rows.len()));
    if fitting < columns.len() {
        let names = columns[fitting..].iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(", ");
        text += &format!("not shown, the terminal is too narrow: {names}\n");
    }
    text
}

/// A column, ready to be shown.
struct Column {
    name: String,
    kind: String,
    is_number: bool,
    cells: Vec<String>,
}

impl Column {
    fn new(shape: &TableShape, at: usize, rows: &[Vec<Option<String>>]) -> Self {
        let field = shape.schema.field(at);
        let cells = rows.iter().map(|row| row[at].as_deref().map_or_else(|| NULL.to_owned(), cut));
        Self {
            name: cut(field.name()),
            kind: type_name(field.data_type()),
            is_number: is_number(field.data_type()),
            cells: cells.collect(),
        }
    }

    fn width(&self) -> usize {
        let cells = self.cells.iter().map(|cell| columns_of(cell)).max().unwrap_or(0);
        cells.max(columns_of(&self.name)).max(self.kind.len())
    }
}

/// The columns that a text takes on a terminal, as the table's own arithmetic has it.
fn columns_of(text: &str) -> usize {
    let mut table = Table::new();
    table.add_row([text]);
    table.column_max_content_widths().first().copied().map_or(0, usize::from)
}

fn is_number(data_type: &DataType) -> bool {
    data_type.is_numeric() || matches!(data_type, DataType::Duration(_))
}

/// One line, not too long, without control characters.
fn cut(text: &str) -> String {
    let visible = |c: char| match c {
        '\n' | '\r' | '\t' => ' ',
        c if c.is_control() => '\u{fffd}',
        c => c,
    };
    let mut letters = text.chars().map(visible);
    let mut shown: String = letters.by_ref().take(CELL).collect();
    if letters.next().is_some() {
        shown.pop();
        shown.push('…');
    }
    shown
}

/// How many columns fit; at least one.
fn fitting(columns: &[Column], width: Option<usize>) -> usize {
    let Some(width) = width else { return columns.len() };
    let mut used = 0;
    let fits = columns.iter().take_while(|column| {
        used += column.width() + 2;
        used <= width
    });
    fits.count().max(1).min(columns.len())
}

fn grid(columns: &[Column], rows: usize) -> String {
    let mut table = Table::new();
    table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
    table.set_header(columns.iter().map(|column| Cell::new(format!("{}\n{}", column.name, column.kind))));
    for row in 0..rows {
        table.add_row(columns.iter().map(|column| Cell::new(&column.cells[row])));
    }
    for (at, column) in columns.iter().enumerate() {
        if let (true, Some(shown)) = (column.is_number, table.column_mut(at)) {
            shown.set_cell_alignment(CellAlignment::Right);
        }
    }
    table.trim_fmt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_one_short_line() {
        assert_eq!(cut("a\nb\u{1b}[31m"), "a b\u{fffd}[31m");
        assert_eq!(cut(&"x".repeat(41)).chars().count(), CELL);
        assert_eq!(columns_of("日本"), 4);
    }

    #[test]
    fn columns_that_do_not_fit_are_left_out_but_for_one() {
        let column = || Column { name: "name".into(), kind: "int64".into(), is_number: true, cells: vec!["1".into()] };
        let columns = [column(), column(), column()];
        assert_eq!(fitting(&columns, Some(14)), 2);
        assert_eq!(fitting(&columns, Some(3)), 1);
        assert_eq!(fitting(&columns, None), 3);
    }
}
