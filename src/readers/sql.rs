//! SQL scripts in, rows of text out: the rows of `INSERT` and `COPY` statements, with the columns and keys of `CREATE TABLE`.
//! A scanner of literals, not of the language: other statements are passed over. One pass lists the tables; each table is
//! then read in a pass of its own.

mod literal;
mod scan;

use super::batch::{Batch, Rows};
use super::table::{Column, Family, RowStream, Source};
use super::{ReadError, ReadOptions, ReaderDef};
use scan::{Scanner, Statement};
use std::path::{Path, PathBuf};

/// The SQL format.
pub static DEF: ReaderDef = ReaderDef { name: "sql", extensions: &["sql"], is_text: true, is_single: false, list };

/// A table as the script tells of it.
#[derive(Debug, Default)]
struct Found {
    name: String,
    columns: Vec<Column>,
    key: Vec<String>,
}

fn list(path: &Path, _: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    let mut scanner = Scanner::open(path)?;
    let mut tables: Vec<Found> = Vec::new();
    while let Some(statement) = scanner.statement()? {
        let table = statement.table();
        let at = tables.iter().position(|known| known.name == table).unwrap_or_else(|| {
            tables.push(Found { name: table.to_owned(), ..Found::default() });
            tables.len() - 1
        });
        tables[at].learn(&statement);
        scanner.skip_rows(&statement)?;
    }
    Ok(tables.into_iter().map(|table| table.source(path)).collect())
}

impl Found {
    fn learn(&mut self, statement: &Statement) {
        let (names, types) = match statement {
            Statement::Create { columns, key, .. } => {
                self.key.clone_from(key);
                (columns.iter().map(|(name, _)| name).collect::<Vec<_>>(), columns.as_slice())
            }
            Statement::Insert { columns, .. } | Statement::Copy { columns, .. } => {
                (columns.iter().collect(), [].as_slice())
            }
        };
        for name in
            names.into_iter().filter(|name| !self.columns.iter().any(|known| known.name == **name)).collect::<Vec<_>>()
        {
            let said = types.iter().find(|(known, _)| known == name).map_or("", |(_, said)| said);
            let family = if said.to_ascii_lowercase().starts_with("json") { Family::Json } else { Family::Unknown };
            self.columns.push(Column { family, ..Column::untyped(name) });
        }
    }

    fn source(self, path: &Path) -> Source {
        let path = path.to_owned();
        let names: Vec<String> = self.columns.iter().map(|column| column.name.clone()).collect();
        let table = self.name.clone();
        Source {
            table: self.name,
            columns: self.columns,
            key: self.key,
            open: Box::new(move || Ok(Box::new(Tuples::open(&path, &table, &names)?))),
            ..Source::default()
        }
    }
}

/// The rows of one table.
struct Tuples {
    scanner: Scanner,
    path: PathBuf,
    table: String,
    names: Vec<String>,
    /// The statement whose rows come next, and where its values go.
    statement: Option<(Statement, Vec<usize>)>,
    rows: Rows,
}

impl Tuples {
    fn open(path: &Path, table: &str, names: &[String]) -> Result<Self, ReadError> {
        Ok(Self {
            scanner: Scanner::open(path)?,
            path: path.to_owned(),
            table: table.to_owned(),
            names: names.to_vec(),
            statement: None,
            rows: Rows::new(names.len()),
        })
    }

    /// Goes to the next statement with rows of the table; false behind the last.
    fn seek(&mut self) -> Result<bool, ReadError> {
        while let Some(statement) = self.scanner.statement()? {
            let columns = match &statement {
                Statement::Insert { table, columns } | Statement::Copy { table, columns } if *table == self.table => {
                    if columns.is_empty() {
                        &self.names
                    } else {
                        columns
                    }
                }
                _ => {
                    self.scanner.skip_rows(&statement)?;
                    continue;
                }
            };
            let position = |name: &String| self.names.iter().position(|known| known == name);
            let places = columns.iter().map(position).collect::<Option<Vec<_>>>();
            let changed =
                || super::problem::damaged(&self.path, "a statement", "the file has changed while it was read");
            let places = places.ok_or_else(changed)?;
            self.statement = Some((statement, places));
            return Ok(true);
        }
        Ok(false)
    }
}

impl RowStream for Tuples {
    fn next(&mut self) -> Result<Option<Batch>, ReadError> {
        while !self.rows.is_full() {
            let Some((statement, places)) = &self.statement else {
                if self.seek()? {
                    continue;
                }
                break;
            };
            let is_row = match statement {
                Statement::Copy { .. } => self.scanner.copied_row(places, &mut self.rows)?,
                _ => self.scanner.tuple(places, &mut self.rows)?,
            };
            if !is_row {
                self.statement = None;
            }
        }
        Ok(self.rows.take().map_err(|_| self.scanner.not_text())?.map(Batch::Text))
    }
}
