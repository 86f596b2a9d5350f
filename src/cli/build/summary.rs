//! A finished build -> a table on standard error, or JSON on standard output.

use std::io;

use comfy_table::presets::NOTHING;
use comfy_table::{Cell, CellAlignment, Table};
use serde_json::{Value, json};

use crate::cli::args::Build;
use crate::cli::report::{count, grouped, say, size};
use crate::cli::terminal::put;
use crate::output::Written;
use crate::plan::Plan;

/// What was built.
pub struct Summary<'p> {
    /// Of which plan.
    pub plan: &'p Plan,
    /// The tables' names.
    pub tables: &'p [&'p str],
    /// The tables' rows.
    pub rows: Vec<u64>,
    /// The files.
    pub written: Vec<Written>,
    /// How long it took.
    pub seconds: f64,
}

impl Summary<'_> {
    /// Shows it in the way that was asked for.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn show(&self, args: &Build) -> io::Result<()> {
        if !args.quiet {
            say(&self.text());
        }
        if args.json { put(&format!("{:#}\n", self.to_json())) } else { Ok(()) }
    }

    fn to_json(&self) -> Value {
        let tables = self.tables.iter().zip(&self.rows).map(|(name, rows)| json!({ "name": name, "rows": rows }));
        let files = self.written.iter().map(|file| {
            json!({
                "path": file.path,
                "format": file.format,
                "tables": file.tables.iter().map(|table| self.tables[*table]).collect::<Vec<_>>(),
                "rows": file.rows,
                "bytes": file.bytes,
                "sha256": file.sha256,
            })
        });
        json!({
            "name": self.plan.name,
            "seed": self.plan.seed,
            "tables": tables.collect::<Vec<_>>(),
            "files": files.collect::<Vec<_>>(),
            "seconds": (self.seconds * 1000.0).round() / 1000.0,
        })
    }

    /// Checksums are whole however wide the terminal is: a part of one checks nothing.
    fn text(&self) -> String {
        let mut table = Table::new();
        table.load_style(NOTHING);
        table.set_header(["file", "rows", "size", "sha256"]);
        for file in &self.written {
            let sum = file.sha256.clone().unwrap_or_default();
            let row = [file.path.clone(), grouped(file.rows), size(file.bytes), sum];
            table.add_row(row.map(Cell::new));
        }
        for numbers in [1, 2] {
            if let Some(column) = table.column_mut(numbers) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        format!("{}\n{}\n", table.trim_fmt(), self.total())
    }

    fn total(&self) -> String {
        let rows: u64 = self.rows.iter().sum();
        let bytes: u64 = self.written.iter().map(|file| file.bytes).sum();
        let (tables, files) = (count(self.tables.len() as u64, "table"), count(self.written.len() as u64, "file"));
        format!("built {tables}, {}: {files}, {}, in {:.2} s", count(rows, "row"), size(bytes), self.seconds)
    }
}
