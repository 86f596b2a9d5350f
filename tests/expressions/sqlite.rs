//! SQLite, in memory. It knows neither decimals nor dates: decimals are floats there, dates texts, booleans 0 and 1.

use super::table::COLUMNS;
use rusqlite::Connection;
use rusqlite::types::Value;

/// The table in a database of its own.
pub struct Database(Connection);

impl Database {
    /// Makes the database.
    pub fn new() -> Self {
        let connection = Connection::open_in_memory().expect("SQLite opens a database in memory");
        connection.execute_batch("pragma case_sensitive_like = on").expect("the pragma is known");
        let names: Vec<&str> = COLUMNS.iter().map(|(name, ..)| *name).collect();
        connection.execute_batch(&format!("create table r ({})", names.join(", "))).expect("the table is made");
        for row in 0..5 {
            let values: Vec<&str> = COLUMNS.iter().map(|(_, _, values)| values[row]).collect();
            let insert = format!("insert into r values ({})", values.join(", "));
            connection.execute_batch(&insert).expect("the row is written");
        }
        Self(connection)
    }

    /// The values of an expression, row by row; `boolean` shows 0 and 1 as truth values.
    pub fn values(&self, text: &str, boolean: bool) -> Vec<Option<String>> {
        let query = format!("select {text} from r order by k");
        let mut statement = self.0.prepare(&query).unwrap_or_else(|error| panic!("{text}: {error}"));
        let rows = statement.query_map([], |row| row.get::<_, Value>(0)).expect("the query runs");
        rows.map(|value| shown(value.unwrap_or_else(|error| panic!("{text}: {error}")), boolean)).collect()
    }
}

fn shown(value: Value, boolean: bool) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Integer(value) if boolean => Some((value != 0).to_string()),
        Value::Integer(value) => Some(value.to_string()),
        Value::Real(value) => Some(format!("{value:?}")),
        Value::Text(value) => Some(value),
        Value::Blob(value) => Some(format!("{value:?}")),
    }
}
