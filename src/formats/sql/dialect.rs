//! What SQL dialects differ in: names, types, literals, statements.

use crate::formats::shape::{is_json, logical};
use crate::formats::text::escape::{Escape, SqlEscapes};
use crate::formats::text::style::{BinaryText, CellStyle, Letters};
use arrow_schema::{DataType, Field};
use schemars::JsonSchema;
use serde::Deserialize;

/// A family of database systems.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Dialect {
    /// ISO 9075, for systems without a dialect of their own here.
    #[default]
    Ansi,
    /// PostgreSQL and what speaks like it.
    Postgres,
    /// MySQL and MariaDB.
    Mysql,
    /// SQLite.
    Sqlite,
    /// Microsoft SQL Server.
    Mssql,
}

/// How the cells of a column look in PostgreSQL's `COPY`.
pub fn copy_style(field: &Field) -> CellStyle {
    CellStyle {
        null: b"\\N".to_vec(),
        quotes: ("", ""),
        escape: if is_document(field) { Escape::Jsonb(&Escape::Copy) } else { Escape::Copy },
        booleans: ["f", "t"],
        non_finite: ["NaN", "Infinity", "-Infinity"],
        largest_float32: None,
        binary: BinaryText { open: "\\\\x", letters: Letters::Hex, close: "" },
        separator: b' ',
        zulu: true,
        duration_as_integer: false,
    }
}

/// Whether the column's cells are JSON text.
fn is_document(field: &Field) -> bool {
    is_json(field) || matches!(logical(field.data_type()), DataType::List(_) | DataType::Struct(_))
}

impl Dialect {
    /// The name in the dialect's quotes.
    pub fn identifier(self, name: &str) -> String {
        match self {
            Self::Mysql => format!("`{}`", name.replace('`', "``")),
            Self::Mssql => format!("[{}]", name.replace(']', "]]")),
            _ => format!("\"{}\"", name.replace('"', "\"\"")),
        }
    }

    /// Names in quotes, with commas between them.
    pub fn identifiers<'a>(self, names: impl IntoIterator<Item = &'a String>) -> String {
        names.into_iter().map(|name| self.identifier(name)).collect::<Vec<_>>().join(", ")
    }

    /// The longest name, and whether that is counted in bytes.
    pub const fn longest_name(self) -> Option<(usize, bool)> {
        match self {
            Self::Postgres => Some((63, true)),
            Self::Mysql => Some((64, false)),
            Self::Ansi | Self::Mssql => Some((128, false)),
            Self::Sqlite => None,
        }
    }

    /// Whether names that differ in capitals only are the same name even in quotes.
    pub const fn ignores_case(self) -> bool {
        matches!(self, Self::Mysql | Self::Sqlite | Self::Mssql)
    }

    /// Whether a foreign key can be added to a table that exists.
    pub const fn alters_keys(self) -> bool {
        !matches!(self, Self::Sqlite)
    }

    /// Most rows of one `INSERT`.
    pub const fn most_rows(self) -> usize {
        match self {
            Self::Mssql => 1000,
            _ => 100_000,
        }
    }

    /// What a script begins with: settings on which the literals rely, then a transaction.
    pub const fn settings(self) -> &'static str {
        match self {
            Self::Ansi | Self::Sqlite => "",
            // Filtered indexes need the second.
            Self::Mssql => "SET NOCOUNT ON;\nSET QUOTED_IDENTIFIER ON;\n",
            Self::Postgres => "SET client_encoding = 'UTF8';\nSET standard_conforming_strings = on;\n",
            Self::Mysql => {
                "SET NAMES utf8mb4;\nSET SESSION sql_mode = REPLACE(@@sql_mode, 'NO_BACKSLASH_ESCAPES', '');\n"
            }
        }
    }

    /// What opens a transaction.
    pub const fn begin(self) -> &'static str {
        match self {
            Self::Postgres | Self::Sqlite => "BEGIN;\n",
            Self::Ansi | Self::Mysql => "START TRANSACTION;\n",
            Self::Mssql => "BEGIN TRANSACTION;\n",
        }
    }

    /// What stands behind the columns of a `CREATE TABLE`.
    pub const fn table_options(self) -> &'static str {
        match self {
            // Keys that differ in capitals or accents only are different keys.
            Self::Mysql => " DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
            _ => "",
        }
    }

    /// The type of a column; `is_keyed` when it takes part in a key, for which some systems have only short texts.
    pub fn column_type(self, field: &Field, is_keyed: bool) -> String {
        let data_type = logical(field.data_type());
        match data_type {
            DataType::Decimal128(precision, scale) => self.decimal_type(*precision, *scale),
            DataType::Utf8 if is_json(field) => self.json_type().to_owned(),
            DataType::Utf8 => self.text_type(is_keyed).to_owned(),
            DataType::Binary => self.binary_type(is_keyed).to_owned(),
            DataType::List(_) | DataType::Struct(_) => self.json_type().to_owned(),
            _ if data_type.is_temporal() => self.temporal_type(data_type).to_owned(),
            _ => self.number_type(data_type).to_owned(),
        }
    }

    fn decimal_type(self, precision: u8, scale: i8) -> String {
        match self {
            // Its decimals are floats: beyond 15 digits only text keeps them.
            Self::Sqlite if precision > 15 => "TEXT".to_owned(),
            Self::Postgres => format!("numeric({precision},{scale})"),
            _ => format!("DECIMAL({precision},{scale})"),
        }
    }

    const fn json_type(self) -> &'static str {
        match self {
            Self::Ansi => "CLOB",
            Self::Postgres => "jsonb",
            Self::Mysql => "JSON",
            Self::Sqlite => "TEXT",
            Self::Mssql => "NVARCHAR(MAX)",
        }
    }

    const fn text_type(self, is_keyed: bool) -> &'static str {
        match (self, is_keyed) {
            (Self::Ansi, false) => "CLOB",
            (Self::Ansi | Self::Mysql, true) => "VARCHAR(255)",
            (Self::Postgres, _) => "text",
            (Self::Mysql, false) => "LONGTEXT",
            (Self::Sqlite, _) => "TEXT",
            (Self::Mssql, false) => "NVARCHAR(MAX)",
            (Self::Mssql, true) => "NVARCHAR(450) COLLATE Latin1_General_100_BIN2",
        }
    }

    const fn binary_type(self, is_keyed: bool) -> &'static str {
        match (self, is_keyed) {
            (Self::Ansi, false) | (Self::Sqlite, _) => "BLOB",
            (Self::Ansi | Self::Mysql, true) => "VARBINARY(255)",
            (Self::Postgres, _) => "bytea",
            (Self::Mysql, false) => "LONGBLOB",
            (Self::Mssql, false) => "VARBINARY(MAX)",
            (Self::Mssql, true) => "VARBINARY(900)",
        }
    }

    fn temporal_type(self, data_type: &DataType) -> &'static str {
        match (data_type, self) {
            (_, Self::Sqlite) if !matches!(data_type, DataType::Duration(_)) => "TEXT",
            (DataType::Date32, Self::Postgres) => "date",
            (DataType::Date32, _) => "DATE",
            (DataType::Time64(_), Self::Postgres) => "time",
            (DataType::Time64(_), _) => "TIME(6)",
            (DataType::Duration(_), Self::Postgres) => "interval",
            (DataType::Duration(_), Self::Sqlite) => "INTEGER",
            (DataType::Duration(_), _) => "BIGINT",
            (DataType::Timestamp(_, None), Self::Ansi) => "TIMESTAMP(6)",
            (DataType::Timestamp(_, None), Self::Postgres) => "timestamp",
            (DataType::Timestamp(_, None), Self::Mssql) => "DATETIME2(6)",
            (_, Self::Ansi) => "TIMESTAMP(6) WITH TIME ZONE",
            (_, Self::Postgres) => "timestamptz",
            (_, Self::Mssql) => "DATETIMEOFFSET(6)",
            (_, Self::Mysql | Self::Sqlite) => "DATETIME(6)",
        }
    }

    fn number_type(self, data_type: &DataType) -> &'static str {
        let column = match self {
            Self::Ansi => 0,
            Self::Postgres => 1,
            Self::Mysql => 2,
            Self::Sqlite => 3,
            Self::Mssql => 4,
        };
        let row: [&'static str; 5] = match data_type {
            DataType::Boolean => ["BOOLEAN", "boolean", "BOOLEAN", "BOOLEAN", "BIT"],
            DataType::Int8 => ["SMALLINT", "smallint", "TINYINT", "INTEGER", "SMALLINT"],
            DataType::Int16 => ["SMALLINT", "smallint", "SMALLINT", "INTEGER", "SMALLINT"],
            DataType::Int32 => ["INTEGER", "integer", "INT", "INTEGER", "INT"],
            DataType::Int64 => ["BIGINT", "bigint", "BIGINT", "INTEGER", "BIGINT"],
            DataType::UInt8 => ["SMALLINT", "smallint", "TINYINT UNSIGNED", "INTEGER", "TINYINT"],
            DataType::UInt16 => ["INTEGER", "integer", "SMALLINT UNSIGNED", "INTEGER", "INT"],
            DataType::UInt32 => ["BIGINT", "bigint", "INT UNSIGNED", "INTEGER", "BIGINT"],
            DataType::UInt64 => ["DECIMAL(20,0)", "numeric(20,0)", "BIGINT UNSIGNED", "TEXT", "DECIMAL(20,0)"],
            DataType::Float32 => ["REAL", "real", "FLOAT", "REAL", "REAL"],
            _ => ["DOUBLE PRECISION", "double precision", "DOUBLE", "REAL", "FLOAT(53)"],
        };
        row[column]
    }

    /// How the cells of a column look.
    pub fn style(self, field: &Field) -> CellStyle {
        let data_type = logical(field.data_type());
        CellStyle {
            null: b"NULL".to_vec(),
            quotes: self.quotes(data_type),
            escape: self.escape(field),
            booleans: match self {
                Self::Sqlite | Self::Mssql => ["0", "1"],
                _ => ["FALSE", "TRUE"],
            },
            non_finite: match self {
                Self::Postgres => ["'NaN'", "'Infinity'", "'-Infinity'"],
                Self::Sqlite => ["NULL", "9e999", "-9e999"],
                _ => ["NULL"; 3],
            },
            // It compares the literal as a 64-bit float, to which 3.4028235e38 is more than fits.
            largest_float32: (self == Self::Mysql).then_some(["3.4028234663852886e38", "-3.4028234663852886e38"]),
            binary: self.binary(),
            separator: b' ',
            zulu: matches!(self, Self::Postgres | Self::Sqlite | Self::Mssql),
            duration_as_integer: self != Self::Postgres,
        }
    }

    fn escape(self, field: &Field) -> Escape {
        const LITERAL: Escape = Escape::Sql { open: "'", escapes: SqlEscapes::Quotes };
        match self {
            Self::Postgres if is_document(field) => Escape::Jsonb(&LITERAL),
            Self::Mysql => Escape::Sql { open: "'", escapes: SqlEscapes::Backslash },
            Self::Sqlite => Escape::Sql { open: "'", escapes: SqlEscapes::Function },
            Self::Mssql => Escape::Sql { open: "N'", escapes: SqlEscapes::Quotes },
            _ => LITERAL,
        }
    }

    /// What stands around numbers and times.
    fn quotes(self, data_type: &DataType) -> (&'static str, &'static str) {
        match (data_type, self) {
            (DataType::Decimal128(16.., _) | DataType::UInt64, Self::Sqlite) => ("'", "'"),
            (DataType::Duration(_), Self::Postgres) => ("'", "'"),
            (DataType::Duration(_), _) => ("", ""),
            (DataType::Date32, Self::Ansi) => ("DATE '", "'"),
            (DataType::Time64(_), Self::Ansi) => ("TIME '", "'"),
            (DataType::Timestamp(_, None), Self::Ansi) => ("TIMESTAMP '", "'"),
            (DataType::Timestamp(..), Self::Ansi) => ("TIMESTAMP '", "+00:00'"),
            _ if data_type.is_temporal() => ("'", "'"),
            _ => ("", ""),
        }
    }

    const fn binary(self) -> BinaryText {
        let (open, close) = match self {
            Self::Postgres => ("'\\x", "'"),
            Self::Mssql => ("0x", ""),
            Self::Ansi | Self::Mysql | Self::Sqlite => ("X'", "'"),
        };
        BinaryText { open, letters: Letters::Hex, close }
    }
}
