//! Record batches in, SQL scripts out: `CREATE TABLE` with keys, and `INSERT`s or `COPY`.

mod clear;
mod dialect;
mod limits;
mod rows;
mod schema;

pub use dialect::Dialect;

use super::text::RowText;
use super::text::column::Column;
use super::text::compress;
use super::{Format, FormatDef, Layout, Problem, TableEncoder, TableShape, parse_options};
use dialect::copy_style;
use rows::{Rows, Statement};
use schema::Database;
use schemars::JsonSchema;
use serde::Deserialize;

/// The SQL format.
pub static DEF: FormatDef = FormatDef {
    name: "sql",
    extension: "sql",
    summary: "SQL scripts: CREATE TABLE with keys, and INSERTs",
    docs: DOCS,
    is_text: true,
    options: compress::options::<Options>,
    open: |options, opening| {
        compress::open(options, |own| {
            let options = Options::parse(own)?;
            Ok(Box::new(Sql { database: Database::new(options.dialect, opening.tables), options }))
        })
    },
};

const DOCS: &str = "\
One script for all tables when the path has no `{table}`, else one a table. Tables come in an order in which their foreign keys hold. Keys that
point to the table itself, or around a circle, are added by `ALTER TABLE` when all rows are there; SQLite has no such statement and
gets deferred keys. In scripts of their own, tables are to be loaded in that order, and a circle is closed by the last script of it. A
foreign key to a table that is not part of the build, or to columns that are no key, is left out.

`dialect` is `ansi` (default), `postgres`, `mysql` (MariaDB too), `sqlite` or `mssql`. `batch` is the number of rows of a statement.

`copy: true` writes `COPY ... FROM stdin` blocks for `psql`, PostgreSQL's quickest way, instead of `INSERT`s.

`transaction: whole` makes rows of a script a transaction, with their tables where the dialect can undo them; `batch` makes one of every
`INSERT` or `COPY`; `none` leaves it to the session. The default is `whole`, for `ansi` `none`.

`drop: true` drops tables that exist before they are created; `truncate: true`, with `create: false`, deletes rows that exist before rows
are added. What refers goes before what it refers to. Where tables refer to each other in a circle, or tables of other scripts to
this one's, `drop` takes those foreign keys away as well (`CASCADE`; with it go views on the table), which SQL Server and SQLite cannot do;
`truncate` empties a circle in one script, and a table to which rows of other scripts refer not at all: use one script for all tables.

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

Texts stand in literals that hold any character, save NUL: only MySQL can write it, elsewhere, and in `jsonb`, U+FFFD stands in its place. Floats that are
not finite are null where a dialect has no literal for them: PostgreSQL has all three, SQLite the infinities. Negative zero is zero, save in `copy`. MySQL and SQL
Server take keys that differ in blanks at their ends for the same. `sqlcmd` takes `$(x)` in a text for a variable unless it is told `-x`. A column's `format:` has no effect here: values have types.
";

/// Options of the SQL format.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "SqlOptions")]
pub struct Options {
    /// Whose SQL is written.
    pub dialect: Dialect,
    /// Rows of an `INSERT`: 500 unless said, at most 1000 for SQL Server. With `copy`, rows of a `COPY`: all unless said.
    #[schemars(with = "usize", range(min = 1, max = 100_000))]
    pub batch: Option<usize>,
    /// Whether rows stand in `COPY ... FROM stdin` blocks instead of `INSERT`s: PostgreSQL only, to be loaded by `psql`.
    pub copy: bool,
    /// Whether tables are created; without, rows go into tables that exist.
    pub create: bool,
    /// Whether tables that exist are dropped first.
    pub drop: bool,
    /// Whether rows that exist are deleted first; only with `create: false`.
    pub truncate: bool,
    /// What is a transaction: `whole` unless said, `none` for `ansi`.
    #[schemars(with = "Transaction")]
    pub transaction: Option<Transaction>,
}

/// What is done or undone as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Transaction {
    /// All rows of a script, and its tables where the dialect can undo them.
    Whole,
    /// Every statement that holds rows.
    Batch,
    /// Nothing is said: the session decides.
    None,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            dialect: Dialect::default(),
            batch: None,
            copy: false,
            create: true,
            drop: false,
            truncate: false,
            transaction: None,
        }
    }
}

impl Options {
    fn parse(options: &serde_json::Value) -> Result<Self, Problem> {
        let parsed: Self = parse_options(options)?;
        let most = parsed.dialect.most_rows();
        if let Some(batch) = parsed.batch.filter(|batch| *batch == 0 || *batch > most) {
            let message = format!("a statement of {batch} rows is not possible");
            return Err(Problem::option(message, format!("choose a `batch` between 1 and {most}")));
        }
        let refused = [
            (parsed.copy && parsed.dialect != Dialect::Postgres, COPY_ELSEWHERE),
            (parsed.drop && !parsed.create, DROP_WITHOUT_CREATE),
            (parsed.truncate && parsed.create, TRUNCATE_WITH_CREATE),
        ];
        match refused.into_iter().find(|(is_refused, _)| *is_refused) {
            Some((_, (message, help))) => Err(Problem::option(message, help)),
            None => Ok(parsed),
        }
    }

    fn rows_of_a_statement(&self) -> usize {
        self.batch.unwrap_or(if self.copy { usize::MAX } else { 500 })
    }

    fn transaction(&self) -> Transaction {
        self.transaction.unwrap_or(match self.dialect {
            Dialect::Ansi => Transaction::None,
            _ => Transaction::Whole,
        })
    }
}

type Refusal = (&'static str, &'static str);

const COPY_ELSEWHERE: Refusal =
    ("`copy` is a statement of PostgreSQL alone", "say `dialect: postgres`, or leave `copy` out");
const DROP_WITHOUT_CREATE: Refusal =
    ("`drop` would take away tables that `create: false` does not make again", "say `truncate`, or leave `create` out");
const TRUNCATE_WITH_CREATE: Refusal =
    ("`truncate` empties tables that exist, and this script makes them", "say `drop`, or add `create: false`");

struct Sql {
    options: Options,
    database: Database,
}

impl Format for Sql {
    fn check(&self, table: &TableShape, _: &dyn Fn() -> u64) -> Vec<Problem> {
        let mut problems = super::text::check(table);
        problems.extend(limits::check(self.options.dialect, self.database.tables(), table));
        problems.extend(self.circle_problem(table));
        problems
    }

    fn check_parts(&self) -> Option<Problem> {
        let Options { create, truncate, .. } = self.options;
        let (what, help) = match (create, truncate) {
            (true, _) => {
                ("create", "say `create: false`, and create the tables by a script without rows (`--rows 0..0`)")
            }
            (_, true) => ("empty", "leave `truncate` out, and empty the tables before"),
            _ => return None,
        };
        Some(Problem::option(format!("every part would {what} its table"), help))
    }

    fn layout(&self, tables: &[&TableShape], _: bool) -> Option<Layout> {
        let mut order: Vec<usize> = (0..tables.len()).collect();
        order.sort_by_key(|table| self.database.position(&tables[*table].name));
        let head = self.head(&order.iter().map(|table| tables[*table]).collect::<Vec<_>>());
        let mut tail = String::new();
        if self.options.transaction() == Transaction::Whole {
            tail += COMMIT;
        }
        if self.options.create {
            tail += &self.database.late_keys(tables);
        }
        let encoders = order.iter().map(|table| self.encoder(tables[*table])).collect();
        Some(Layout { order, head: head.into_bytes(), tail: tail.into_bytes(), encoders, ..Layout::default() })
    }
}

impl Sql {
    /// What a script begins with: settings, a transaction, and the tables, in the order of the file.
    fn head(&self, tables: &[&TableShape]) -> String {
        let Options { dialect, create, drop, truncate, .. } = self.options;
        let mut statements = String::new();
        if drop {
            statements += &self.database.drop_tables(tables);
        }
        if truncate {
            statements += &self.database.delete_rows(tables);
        }
        if create {
            statements.extend(tables.iter().map(|table| self.database.create(table)));
        }
        let settings = dialect.settings();
        match (self.options.transaction(), dialect) {
            // MySQL commits on every `CREATE` and `DROP`; elsewhere they belong to the transaction.
            (Transaction::Whole, Dialect::Mysql) if create => [settings, &statements, dialect.begin()].concat(),
            (Transaction::Whole, _) => [settings, dialect.begin(), &statements].concat(),
            _ => [settings, &statements].concat(),
        }
    }

    fn encoder(&self, table: &TableShape) -> Box<dyn TableEncoder> {
        let Options { dialect, copy, .. } = self.options;
        let fields = table.schema.fields();
        let statement = self.statement(table);
        let (open, comma, close) = if copy { ("", "\t", "") } else { ("(", ",", ")") };
        let columns = fields.iter().enumerate().map(|(i, field)| {
            let behind = if i + 1 == fields.len() { [close, statement.between].concat() } else { comma.to_owned() };
            let style = if copy { copy_style(field) } else { dialect.style(field) };
            (Column::new(field, style, None), behind.into_bytes())
        });
        let text = RowText { head: open.as_bytes().to_vec(), columns: columns.collect() };
        Box::new(Rows { text, statement, batch: self.options.rows_of_a_statement() })
    }

    fn statement(&self, table: &TableShape) -> Statement {
        let Options { dialect, copy, .. } = self.options;
        let names = dialect.identifiers(table.schema.fields().iter().map(|field| field.name()));
        let into = format!("{} ({names})", dialect.identifier(&table.name));
        let (open, between, close) = match copy {
            true => (format!("COPY {into} FROM stdin;\n"), "\n", "\n\\.\n"),
            false => (format!("INSERT INTO {into} VALUES\n"), ",\n", ";\n"),
        };
        match self.options.transaction() {
            Transaction::Batch => {
                Statement { open: [dialect.begin(), &open].concat(), between, close: [close, COMMIT].concat() }
            }
            _ => Statement { open, between, close: close.to_owned() },
        }
    }

    /// Keys that the wished way of loading cannot serve.
    fn circle_problem(&self, table: &TableShape) -> Option<Problem> {
        let Options { dialect, create, drop, truncate, .. } = self.options;
        let late = self.database.late_target(table);
        let (message, help) = match dialect {
            Dialect::Sqlite if create && self.options.transaction() != Transaction::Whole => {
                let message = "SQLite holds its key to `{}`, whose rows come later, at the end of each transaction";
                (message, "say `transaction: whole`")
            }
            Dialect::Mssql if (drop || truncate) && late != Some(&table.name) => (
                "SQL Server cannot clear tables that refer to each other in a circle, here to `{}`",
                "clear them by hand",
            ),
            _ => return None,
        };
        let problem = |target: &String| Problem {
            table: Some(table.name.clone()),
            column: None,
            message: message.replace("{}", target),
            help: help.to_owned(),
        };
        late.map(problem)
    }
}

/// What closes a transaction, in every dialect.
const COMMIT: &str = "COMMIT;\n";

#[cfg(test)]
mod tests;
