//! Record batches in, SQL scripts out: `CREATE TABLE` with keys, and `INSERT`s.

mod dialect;
mod rows;
mod schema;

pub use dialect::Dialect;

use super::text::RowText;
use super::text::column::Column;
use super::{Format, FormatDef, Layout, Problem, TableEncoder, TableShape, parse_options};
use arrow_schema::{DataType, Field};
use rows::{BEHIND, Values};
use schema::Database;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

/// The SQL format.
pub static DEF: FormatDef = FormatDef {
    name: "sql",
    extension: "sql",
    summary: "SQL scripts: CREATE TABLE with keys, and INSERTs",
    docs: DOCS,
    is_text: true,
    options: |generator: &mut SchemaGenerator| -> Schema { Options::json_schema(generator) },
    open: |options, opening| {
        let options = Options::parse(options)?;
        Ok(Box::new(Sql { database: Database::new(options.dialect, opening.tables), options }))
    },
};

const DOCS: &str = "\
One script for all tables when the path has no `{table}`, else one a table. Tables come in an order in which their foreign keys hold. Keys that
point to the table itself, or around a circle, are added by `ALTER TABLE` when all rows are there; SQLite has no such statement and
gets deferred keys. In scripts of their own, tables are to be loaded in that order, and a circle is closed by the last script of it. A
foreign key to a table that is not part of the build, or to columns that are no key, is left out.

`dialect` is `ansi` (default), `postgres`, `mysql`, `sqlite` or `mssql`. All but `ansi` wrap rows in a transaction.

| type | ansi | postgres | mysql | sqlite | mssql |
|---|---|---|---|---|---|
| bool | `BOOLEAN` | `boolean` | `BOOLEAN` | `BOOLEAN`, 0 or 1 | `BIT` |
| integers | the narrowest that holds them | same | same, `UNSIGNED` | `INTEGER` | same |
| uint64 | `DECIMAL(20,0)` | `numeric(20,0)` | `BIGINT UNSIGNED` | `TEXT` | `DECIMAL(20,0)` |
| decimal | `DECIMAL` | `numeric` | `DECIMAL` | `DECIMAL`, `TEXT` beyond 15 digits | `DECIMAL` |
| floats | `REAL`, `DOUBLE PRECISION` | same | `FLOAT`, `DOUBLE` | `REAL` | `REAL`, `FLOAT(53)` |
| string | `CLOB` | `text` | `LONGTEXT` | `TEXT` | `NVARCHAR(MAX)` |
| string in a key | `VARCHAR(255)` | `text` | `VARCHAR(255)` | `TEXT` | `NVARCHAR(450)` |
| binary | `BLOB` | `bytea` | `LONGBLOB` | `BLOB` | `VARBINARY(MAX)` |
| date | `DATE` | `date` | `DATE` | `TEXT` | `DATE` |
| time | `TIME(6)` | `time` | `TIME(6)` | `TEXT` | `TIME(6)` |
| timestamp | `TIMESTAMP(6)` | `timestamp` | `DATETIME(6)` | `TEXT` | `DATETIME2(6)` |
| timestamp(tz) | `TIMESTAMP(6) WITH TIME ZONE` | `timestamptz` | `DATETIME(6)`, UTC | `TEXT`, with `Z` | `DATETIMEOFFSET(6)` |
| duration | `BIGINT`, microseconds | `interval` | `BIGINT` | `INTEGER` | `BIGINT` |
| json, list, struct | `CLOB` | `jsonb` | `JSON` | `TEXT` | `NVARCHAR(MAX)` |

Texts stand in literals that hold any character, save NUL: only MySQL can write it, elsewhere U+FFFD stands in its place. Floats that are
not finite are null where a dialect has no literal for them: PostgreSQL has all three, SQLite the infinities. Negative zero is zero. A column's `format:` has no effect here: values have types.
";

/// Options of the SQL format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "SqlOptions")]
pub struct Options {
    /// Whose SQL is written.
    pub dialect: Dialect,
    /// Rows of an `INSERT`; at most 1000 for SQL Server.
    #[schemars(range(min = 1, max = 100_000))]
    pub batch: usize,
    /// Whether tables are created; without, rows go into tables that exist.
    pub create: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { dialect: Dialect::default(), batch: 500, create: true }
    }
}

impl Options {
    fn parse(options: &serde_json::Value) -> Result<Self, Problem> {
        let parsed: Self = parse_options(options)?;
        let most = parsed.dialect.most_rows();
        if parsed.batch == 0 || parsed.batch > most {
            let message = format!("an `INSERT` of {} rows is not possible", parsed.batch);
            return Err(Problem::option(message, format!("choose a `batch` between 1 and {most}")));
        }
        Ok(parsed)
    }
}

struct Sql {
    options: Options,
    database: Database,
}

impl Format for Sql {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        let dialect = self.options.dialect;
        let mut problems = super::text::check(table);
        problems.extend(name_problem(dialect, &table.name).map(|message| Problem {
            table: Some(table.name.clone()),
            column: None,
            message,
            help: "rename the table".to_owned(),
        }));
        if let Some(other) = self.database.tables().iter().find(|other| is_same(dialect, &other.name, &table.name)) {
            problems.push(Problem {
                table: Some(table.name.clone()),
                column: None,
                message: format!("its name and `{}` differ in capitals only, which this dialect ignores", other.name),
                help: "rename one of the tables".to_owned(),
            });
        }
        for (i, field) in table.schema.fields().iter().enumerate() {
            let before = &table.schema.fields()[..i];
            if let Some((message, help)) = column_problem(dialect, field, before.iter().map(|other| other.name())) {
                problems.push(Problem::column(&table.name, field.name(), message, help));
            }
        }
        problems
    }

    fn layout(&self, tables: &[&TableShape], _: bool) -> Option<Layout> {
        let dialect = self.options.dialect;
        let mut order: Vec<usize> = (0..tables.len()).collect();
        order.sort_by_key(|table| self.database.position(&tables[*table].name));
        let mut head = dialect.settings().to_owned();
        let mut tail = dialect.commit().to_owned();
        // MySQL commits on every `CREATE TABLE`; elsewhere the tables belong to the transaction.
        let create: String = match self.options.create {
            true => order.iter().map(|table| self.database.create(tables[*table])).collect(),
            false => String::new(),
        };
        match dialect {
            Dialect::Mysql => head.extend([create.as_str(), dialect.begin()]),
            _ => head.extend([dialect.begin(), create.as_str()]),
        }
        if self.options.create {
            tail += &self.database.late_keys(tables);
        }
        let encoders = order.iter().map(|table| self.encoder(tables[*table])).collect();
        Some(Layout { order, head: head.into_bytes(), tail: tail.into_bytes(), encoders, ..Layout::default() })
    }
}

impl Sql {
    fn encoder(&self, table: &TableShape) -> Box<dyn TableEncoder> {
        let dialect = self.options.dialect;
        let fields = table.schema.fields();
        let columns = fields.iter().enumerate().map(|(i, field)| {
            let behind = if i + 1 == fields.len() { [")", BEHIND].concat() } else { ",".to_owned() };
            (Column::new(field, dialect.style(field), None), behind.into_bytes())
        });
        let names = dialect.identifiers(fields.iter().map(|field| field.name()));
        let insert = format!("INSERT INTO {} ({names}) VALUES\n", dialect.identifier(&table.name));
        let text = RowText { head: b"(".to_vec(), columns: columns.collect() };
        Box::new(Values { text, insert: insert.into_bytes(), batch: self.options.batch })
    }
}

/// Whether two different names are one for the dialect.
fn is_same(dialect: Dialect, name: &str, other: &str) -> bool {
    dialect.ignores_case() && name != other && name.to_lowercase() == other.to_lowercase()
}

/// What is wrong with a name in a dialect.
fn name_problem(dialect: Dialect, name: &str) -> Option<String> {
    if name.is_empty() || name.contains('\0') {
        return Some("a name in SQL is not empty and has no NUL character".to_owned());
    }
    if dialect == Dialect::Mysql && (name.ends_with(' ') || name.chars().any(|c| c > '\u{ffff}')) {
        return Some("a name in MySQL does not end with a space and has no characters beyond U+FFFF".to_owned());
    }
    let (longest, in_bytes) = dialect.longest_name()?;
    let length = if in_bytes { name.len() } else { name.chars().count() };
    let unit = if in_bytes { "bytes" } else { "characters" };
    (length > longest).then(|| format!("its name has {length} {unit}, this dialect takes {longest}"))
}

fn column_problem<'a>(
    dialect: Dialect,
    field: &Field,
    mut before: impl Iterator<Item = &'a String>,
) -> Option<(String, &'static str)> {
    const RENAME: &str = "rename the column";
    if let Some(message) = name_problem(dialect, field.name()) {
        return Some((message, RENAME));
    }
    if let Some(other) = before.find(|other| is_same(dialect, other, field.name())) {
        let message = format!("its name and `{other}` differ in capitals only, which this dialect ignores");
        return Some((message, RENAME));
    }
    match (dialect, field.data_type()) {
        (Dialect::Mysql, DataType::Decimal128(_, scale @ 31..)) => {
            Some((format!("MySQL has at most 30 digits behind the point, not {scale}"), "lower the scale"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
