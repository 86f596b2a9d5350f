//! `synth plan`: a spec -> its tables, types, row counts and what feeds what.

use std::io;

use comfy_table::Table;
use comfy_table::presets::NOTHING;
use serde_json::{Value, json};

use super::args::PlanArgs;
use super::exit::Exit;
use super::load::load_or_report;
use super::report::{Reporter, count, grouped, say, size};
use super::sample::{csv, first_rows};
use super::terminal::{Terminal, put};
use crate::build::{self, shapes};
use crate::compile::Compiled;
use crate::engine::{CHUNK_ROWS, ChunkGrid, Engine};
use crate::formats::TableShape;
use crate::plan::{Body, ColumnId, Input, Plan, RowSource, TableId, type_name};

/// Rows from which a table's size is estimated.
const SAMPLE: u64 = 256;

/// Runs `synth plan`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &PlanArgs, terminal: Terminal) -> io::Result<Exit> {
    let reporter = Reporter::new(&args.form.name, terminal);
    let compiled = match load_or_report(&args.spec, &args.over, &reporter, false) {
        Ok(compiled) => compiled,
        Err(exit) => return Ok(exit),
    };
    let tables: Vec<TableId> = (0..compiled.plan.tables.len()).map(TableId).collect();
    let shapes = match shapes(&compiled, &tables) {
        Ok(shapes) => shapes,
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
    let view = pool.install(|| View::new(&compiled, &tables, &shapes));
    put(&if args.json { format!("{:#}\n", view.to_json()) } else { view.text() })?;
    Ok(Exit::Done)
}

/// A plan as people see it.
struct View {
    name: Option<String>,
    seed: u64,
    chunks: usize,
    tables: Vec<TableView>,
}

struct TableView {
    name: String,
    parent: Option<String>,
    rows: u64,
    bytes: u64,
    key: Vec<String>,
    unique: Vec<Vec<String>>,
    references: Vec<String>,
    columns: Vec<ColumnView>,
}

struct ColumnView {
    name: String,
    kind: String,
    is_nullable: bool,
    is_unique: bool,
    is_hidden: bool,
    reads: Vec<String>,
}

impl View {
    fn new(compiled: &Compiled, tables: &[TableId], shapes: &[TableShape]) -> Self {
        let plan = &compiled.plan;
        let engine = Engine::new(plan);
        let view = |(table, shape): (&TableId, &TableShape)| TableView::new(&engine, *table, shape);
        Self {
            name: plan.name.clone(),
            seed: plan.seed,
            chunks: ChunkGrid::new(&engine, tables, CHUNK_ROWS).len(),
            tables: tables.iter().zip(shapes).map(view).collect(),
        }
    }

    fn to_json(&self) -> Value {
        json!({
            "name": self.name,
            "seed": self.seed,
            "chunks": self.chunks,
            "tables": self.tables.iter().map(TableView::to_json).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let tables = self.tables.iter().map(|table| table.text() + "\n").collect::<String>();
        let rows: u64 = self.tables.iter().map(|table| table.rows).sum();
        let bytes: u64 = self.tables.iter().map(|table| table.bytes).sum();
        let (number, chunks) = (count(self.tables.len() as u64, "table"), count(self.chunks as u64, "chunk"));
        format!(
            "{tables}{number}, {}, about {} as CSV, {chunks}, seed {}\n",
            count(rows, "row"),
            size(bytes),
            self.seed
        )
    }
}

impl TableView {
    fn new(engine: &Engine<'_>, id: TableId, shape: &TableShape) -> Self {
        let plan = engine.plan();
        let table = plan.table(id);
        let rows = engine.rows(id);
        let column = |is_hidden: bool| move |column: &ColumnId| ColumnView::new(plan, *column, is_hidden);
        let columns = table.visible.iter().map(column(false)).chain(table.hidden.iter().map(column(true)));
        let reference = |key: &crate::plan::ForeignKey| {
            format!("{} -> {}.{}", key.columns.join(", "), key.table, key.target_columns.join(", "))
        };
        Self {
            name: table.name.clone(),
            parent: match table.rows {
                RowSource::Root { .. } => None,
                RowSource::Per { parent, .. } => Some(plan.table(parent).name.clone()),
            },
            rows,
            bytes: estimate(engine, id, shape, rows),
            key: table.key.clone(),
            unique: table.unique.clone(),
            references: table.foreign_keys.iter().map(reference).collect(),
            columns: columns.collect(),
        }
    }

    fn to_json(&self) -> Value {
        let column = |column: &ColumnView| {
            json!({
                "name": column.name,
                "type": column.kind,
                "nullable": column.is_nullable,
                "unique": column.is_unique,
                "hidden": column.is_hidden,
                "reads": column.reads,
            })
        };
        json!({
            "name": self.name,
            "per": self.parent,
            "rows": self.rows,
            "csv_bytes_estimate": self.bytes,
            "key": self.key,
            "unique": self.unique,
            "references": self.references,
            "columns": self.columns.iter().map(column).collect::<Vec<_>>(),
        })
    }

    fn text(&self) -> String {
        let parent = self.parent.as_ref().map(|parent| format!(", per {parent}")).unwrap_or_default();
        let mut text =
            format!("{}: {} rows, about {} as CSV{parent}\n", self.name, grouped(self.rows), size(self.bytes));
        let mut line = |what: &str, items: &[String]| {
            if !items.is_empty() {
                text += &format!("  {what} {}\n", items.join("; "));
            }
        };
        line("key", &[self.key.join(", ")].into_iter().filter(|key| !key.is_empty()).collect::<Vec<_>>());
        line("unique", &self.unique.iter().map(|list| list.join(", ")).collect::<Vec<_>>());
        line("references", &self.references);
        let mut table = Table::new();
        table.load_style(NOTHING);
        table.add_rows(self.columns.iter().map(ColumnView::row));
        text + &table.trim_fmt().lines().map(|line| format!("   {line}\n")).collect::<String>()
    }
}

impl ColumnView {
    fn new(plan: &Plan, id: ColumnId, is_hidden: bool) -> Self {
        let column = plan.column(id);
        let mut reads = Vec::new();
        gather_reads(plan, id, id, &mut reads);
        Self {
            name: column.name.clone(),
            kind: type_name(&column.data_type),
            is_nullable: column.nullable,
            is_unique: column.unique,
            is_hidden,
            reads,
        }
    }

    fn row(&self) -> [String; 4] {
        let marks = [(self.is_unique, "unique"), (self.is_nullable, "null"), (self.is_hidden, "hidden")];
        let marks = marks.iter().filter(|(holds, _)| *holds).map(|(_, mark)| *mark).collect::<Vec<_>>().join(", ");
        let reads = if self.reads.is_empty() { String::new() } else { format!("<- {}", self.reads.join(", ")) };
        [self.name.clone(), self.kind.clone(), marks, reads]
    }
}

/// The declared columns that a column reads, those behind the plan's own columns (`$...`) instead of these.
fn gather_reads(plan: &Plan, of: ColumnId, at: ColumnId, reads: &mut Vec<String>) {
    let column = plan.column(at);
    let inputs = column.inputs.iter().flat_map(|input| match *input {
        Input::Own(column) | Input::Ancestor(column) => vec![column],
        Input::Referenced { row, column } => vec![row, column],
    });
    let mut all: Vec<ColumnId> = inputs.collect();
    if let Body::Rollup { child, of: child_column, .. } = &column.body {
        all.extend(*child_column);
        if child_column.is_none() {
            push_new(reads, format!("rows of {}", plan.table(*child).name));
        }
    }
    for input in all {
        let column = plan.column(input);
        if column.name.starts_with('$') {
            gather_reads(plan, of, input, reads);
        } else {
            push_new(reads, shown_name(plan, of, input));
        }
    }
}

fn push_new(reads: &mut Vec<String>, name: String) {
    if !reads.contains(&name) {
        reads.push(name);
    }
}

/// A column's name, with its table's where that is another one.
fn shown_name(plan: &Plan, reader: ColumnId, column: ColumnId) -> String {
    let column = plan.column(column);
    match column.table == plan.column(reader).table {
        true => column.name.clone(),
        false => format!("{}.{}", plan.table(column.table).name, column.name),
    }
}

/// Bytes as CSV, from the table's first rows.
fn estimate(engine: &Engine<'_>, id: TableId, shape: &TableShape, rows: u64) -> u64 {
    let batch = first_rows(engine, id, SAMPLE);
    match batch.num_rows() {
        0 => 0,
        some => (csv(shape, &batch).len() as f64 * (rows as f64 / some as f64)) as u64,
    }
}
