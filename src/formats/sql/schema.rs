//! Tables and their keys in; the order in which they can be filled, and the statements that make them, out.

use super::dialect::Dialect;
use crate::formats::{ForeignKey, TableShape};
use arrow_schema::Field;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// All tables of a build, in the order in which they are filled: what a table refers to comes before it, unless tables
/// refer to each other in a circle.
#[derive(Debug)]
pub struct Database {
    /// Whose SQL is written.
    pub dialect: Dialect,
    tables: Vec<TableShape>,
}

impl Database {
    /// Puts the tables into order.
    pub fn new(dialect: Dialect, tables: &[TableShape]) -> Self {
        let mut rest: Vec<&TableShape> = tables.iter().collect();
        let mut ordered: Vec<TableShape> = Vec::new();
        while !rest.is_empty() {
            let ready = |table: &&TableShape| {
                let targets = table.foreign_keys.iter().map(|key| &key.table).filter(|target| **target != table.name);
                targets.into_iter().all(|target| !rest.iter().any(|other| other.name == *target))
            };
            let next = rest.iter().position(ready).unwrap_or(0);
            ordered.push(rest.remove(next).clone());
        }
        Self { dialect, tables: ordered }
    }

    /// All tables in order.
    pub fn tables(&self) -> &[TableShape] {
        &self.tables
    }

    /// The place of a table in the order; the end for a table that is not of this build.
    pub fn position(&self, table: &str) -> usize {
        self.tables.iter().position(|other| other.name == table).unwrap_or(self.tables.len())
    }

    /// Whether a column takes part in a key of its table or is referred to.
    fn is_keyed(&self, table: &TableShape, column: &String) -> bool {
        let own = table.key.contains(column) || table.unique.iter().any(|columns| columns.contains(column));
        own || table.foreign_keys.iter().any(|key| key.columns.contains(column))
            || self
                .tables
                .iter()
                .flat_map(|other| &other.foreign_keys)
                .any(|key| key.table == table.name && key.target_columns.contains(column))
    }

    /// The foreign keys that a database can hold: their targets are keys of tables of this build.
    pub fn foreign_keys<'a>(&'a self, table: &'a TableShape) -> impl Iterator<Item = &'a ForeignKey> {
        table.foreign_keys.iter().filter(|key| {
            let target = self.tables.iter().find(|other| other.name == key.table);
            let columns: BTreeSet<&String> = key.target_columns.iter().collect();
            target.is_some_and(|target| {
                std::iter::once(&target.key).chain(&target.unique).any(|unique| columns == unique.iter().collect())
            })
        })
    }

    /// The first table that a key of this one refers to before its rows are there: itself, or the way around a circle.
    pub fn late_target<'a>(&'a self, table: &'a TableShape) -> Option<&'a String> {
        self.foreign_keys(table).find(|key| !self.is_early(table, key)).map(|key| &key.table)
    }

    /// Whether the rows that a key refers to are there before the rows that refer to them.
    fn is_early(&self, table: &TableShape, key: &ForeignKey) -> bool {
        self.position(&key.table) < self.position(&table.name)
    }

    /// `CREATE TABLE`, with its keys.
    pub fn create(&self, table: &TableShape) -> String {
        let dialect = self.dialect;
        let mut parts: Vec<String> = table.schema.fields().iter().map(|field| self.column(table, field)).collect();
        if !table.key.is_empty() {
            parts.push(format!("PRIMARY KEY ({})", dialect.identifiers(&table.key)));
        }
        for columns in self.constraints(table) {
            parts.push(format!("UNIQUE ({})", dialect.identifiers(columns)));
        }
        for key in self.foreign_keys(table) {
            if self.is_early(table, key) {
                parts.push(self.foreign_key(key));
            } else if !dialect.alters_keys() {
                parts.push(format!("{} DEFERRABLE INITIALLY DEFERRED", self.foreign_key(key)));
            }
        }
        let name = dialect.identifier(&table.name);
        let mut sql = format!("CREATE TABLE {name} (\n  {}\n){};\n", parts.join(",\n  "), dialect.table_options());
        self.push_indexes(table, &mut sql);
        sql
    }

    fn column(&self, table: &TableShape, field: &Field) -> String {
        let name = field.name();
        let is_null = field.is_nullable() && !table.key.contains(name);
        let null = if is_null { "" } else { " NOT NULL" };
        let data_type = self.dialect.column_type(field, self.is_keyed(table, name));
        format!("{} {data_type}{null}", self.dialect.identifier(name))
    }

    /// Column lists that become `UNIQUE` constraints.
    fn constraints<'a>(&'a self, table: &'a TableShape) -> impl Iterator<Item = &'a Vec<String>> {
        let unique = table.unique.iter().filter(|columns| **columns != table.key);
        unique.filter(|columns| self.null_columns(table, columns).is_empty())
    }

    /// Columns that may be null, where the dialect takes nulls for equal.
    fn null_columns<'a>(&self, table: &TableShape, columns: &'a [String]) -> Vec<&'a String> {
        let is_null = |name: &&String| table.schema.field_with_name(name).is_ok_and(Field::is_nullable);
        match self.dialect {
            Dialect::Mssql => columns.iter().filter(is_null).collect(),
            _ => Vec::new(),
        }
    }

    /// Unique columns with nulls, for a dialect that takes nulls for equal: an index over the other rows.
    fn push_indexes(&self, table: &TableShape, sql: &mut String) {
        for (i, columns) in table.unique.iter().enumerate() {
            let nulls = self.null_columns(table, columns);
            if !nulls.is_empty() && *columns != table.key {
                let dialect = self.dialect;
                let index = dialect.identifier(&format!("unique_{}_{}", self.position(&table.name) + 1, i + 1));
                let wheres = nulls.iter().map(|name| format!("{} IS NOT NULL", dialect.identifier(name)));
                let (table, columns) = (dialect.identifier(&table.name), dialect.identifiers(columns));
                let wheres = wheres.collect::<Vec<_>>().join(" AND ");
                writeln!(sql, "CREATE UNIQUE INDEX {index} ON {table} ({columns}) WHERE {wheres};")
                    .expect("writing to a string cannot fail");
            }
        }
    }

    fn foreign_key(&self, key: &ForeignKey) -> String {
        let (columns, targets) =
            (self.dialect.identifiers(&key.columns), self.dialect.identifiers(&key.target_columns));
        format!("FOREIGN KEY ({columns}) REFERENCES {} ({targets})", self.dialect.identifier(&key.table))
    }

    /// The keys that are added when the last of `tables` has its rows: those whose later side is among them.
    pub fn late_keys(&self, tables: &[&TableShape]) -> String {
        let mut sql = String::new();
        if !self.dialect.alters_keys() {
            return sql;
        }
        for table in &self.tables {
            for key in self.foreign_keys(table).filter(|key| !self.is_early(table, key)) {
                // The target is the table itself or comes after it.
                if tables.iter().any(|written| written.name == key.table) {
                    let name = self.dialect.identifier(&table.name);
                    writeln!(sql, "ALTER TABLE {name} ADD {};", self.foreign_key(key))
                        .expect("writing to a string cannot fail");
                }
            }
        }
        sql
    }
}
