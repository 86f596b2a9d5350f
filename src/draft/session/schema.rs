//! A database file of any age -> one of the schema that this program speaks, or why it is none.

use rusqlite::{Connection, ErrorCode, TransactionBehavior};

use super::StoreError;

/// Marks the file as one of synth's sessions: the letters `SYNS`.
const APPLICATION_ID: i32 = 0x5359_4e53;

/// The steps from each version to the next; a file's `user_version` says how many it has taken.
const STEPS: &[&str] = &["
    CREATE TABLE sessions (
        id         TEXT PRIMARY KEY,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        title      TEXT NOT NULL,
        prose      TEXT NOT NULL,
        drafter    TEXT NOT NULL,
        model      TEXT NOT NULL,
        spec_path  TEXT NOT NULL,
        status     TEXT NOT NULL
    ) STRICT;
    CREATE INDEX sessions_by_age ON sessions (updated_at);
    CREATE TABLE turns (
        session          TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        number           INTEGER NOT NULL,
        at               TEXT NOT NULL,
        kind             TEXT NOT NULL,
        said             TEXT NOT NULL,
        answers          TEXT NOT NULL,
        spec             TEXT NOT NULL,
        ir               TEXT NOT NULL,
        diagnostics      TEXT NOT NULL,
        input_tokens     INTEGER NOT NULL,
        cached_tokens    INTEGER NOT NULL,
        output_tokens    INTEGER NOT NULL,
        reasoning_tokens INTEGER NOT NULL,
        requests         INTEGER NOT NULL,
        repairs          INTEGER NOT NULL,
        PRIMARY KEY (session, number)
    ) STRICT;
"];

/// Brings a database to the version of this program; several processes may do so at once.
pub fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    connection.pragma_update(None, "foreign_keys", true).map_err(of_sqlite)?;
    let newest = i64::try_from(STEPS.len()).expect("few steps");
    if version(connection)? == newest {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of_sqlite)?;
    let known = version(&transaction)?;
    if known > newest {
        return Err(StoreError::Newer { theirs: known, ours: newest });
    }
    for (at, step) in STEPS.iter().enumerate().skip(usize::try_from(known).unwrap_or(0)) {
        transaction.execute_batch(step).map_err(of_sqlite)?;
        transaction.pragma_update(None, "user_version", at as u64 + 1).map_err(of_sqlite)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(of_sqlite)?;
    transaction.commit().map_err(of_sqlite)
}

/// How many steps the file has taken; a file with tables that are not synth's is refused.
fn version(connection: &Connection) -> Result<i64, StoreError> {
    let number = |pragma| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).map_err(of_sqlite);
    let tables: i64 =
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(of_sqlite)?;
    match number("application_id")? == i64::from(APPLICATION_ID) {
        true => number("user_version"),
        false if tables == 0 => Ok(0),
        false => Err(StoreError::Foreign),
    }
}

/// What SQLite says, told apart by what can be done about it.
pub fn of_sqlite(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => StoreError::Damaged(error.to_string()),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy,
        _ => StoreError::Failed(error.to_string()),
    }
}
