//! The database: sessions and turns in and out.

#![expect(clippy::disallowed_methods, reason = "sessions are kept on the disk")]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, Row, Transaction, TransactionBehavior, named_params, params};

use super::schema::{migrate, of_sqlite};
use super::{Session, Status, StoreError, Turn, TurnKind, id};
use crate::draft::Usage;
use crate::draft::llm::Secret;
use crate::draft::llm::secret::redact;

/// How long another process is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// The name of the session that was last gone on with.
pub const LAST: &str = "last";

/// What a session begins with.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewSession<'s> {
    /// When, as `2026-01-31T12:00:00Z`.
    pub at: &'s str,
    /// The description.
    pub prose: &'s str,
    /// `offline` or a provider.
    pub drafter: &'s str,
    /// The model; empty offline.
    pub model: &'s str,
    /// Where the spec is to be written; empty for standard output.
    pub spec_path: &'s str,
}

/// A database of sessions.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    keys: Vec<Secret>,
}

impl Store {
    /// Opens the database at `path`; makes it, with its folder, where there is none, for its owner's eyes only.
    ///
    /// # Errors
    /// It cannot be made or opened; it is damaged, of a later release or another program's. It is left as it is.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        make_private(path).map_err(|error| StoreError::Failed(error.to_string()))?;
        let mut connection = Connection::open(path).map_err(of_sqlite)?;
        connection.busy_timeout(PATIENCE).map_err(of_sqlite)?;
        connection.pragma_update(None, "secure_delete", true).map_err(of_sqlite)?;
        migrate(&mut connection)?;
        Ok(Self { connection, keys: Vec::new() })
    }

    /// A store into which none of these keys is ever written: where a text has one in it, it is masked.
    #[must_use]
    pub fn without_keys(mut self, keys: Vec<Secret>) -> Self {
        self.keys = keys;
        self
    }

    /// Begins a session and gives its id.
    ///
    /// # Errors
    /// The disk's.
    pub fn start(&mut self, new: &NewSession<'_>) -> Result<String, StoreError> {
        let prose = self.masked(new.prose);
        let transaction = self.begin()?;
        let is_free = |id: &String| -> Result<bool, StoreError> {
            let known = transaction.query_row("SELECT 1 FROM sessions WHERE id = ?1", [id], |_| Ok(())).optional();
            known.map(|row| row.is_none()).map_err(of_sqlite)
        };
        let mut attempt = 0;
        let id = loop {
            let id = id::make(new.prose, new.at, attempt);
            if is_free(&id)? {
                break id;
            }
            attempt += 1;
        };
        let insert = "INSERT INTO sessions VALUES (?1, ?2, ?2, '', ?3, ?4, ?5, ?6, ?7)";
        let values = params![id, new.at, prose, new.drafter, new.model, new.spec_path, Status::Open.name()];
        transaction.execute(insert, values).map_err(of_sqlite)?;
        transaction.commit().map_err(of_sqlite)?;
        Ok(id)
    }

    /// Adds a turn to the session of an id, and gives its number. A title that is empty stays as it was.
    ///
    /// # Errors
    /// There is no such session; the disk's.
    pub fn add_turn(&mut self, id: &str, turn: &Turn, title: &str, status: Status) -> Result<u64, StoreError> {
        let answers: BTreeMap<&str, String> =
            turn.answers.iter().map(|(id, text)| (id.as_str(), self.masked(text))).collect();
        let answers = serde_json::to_string(&answers).expect("texts are JSON");
        let texts = [&turn.said, &turn.spec, &turn.ir, &turn.diagnostics].map(|text| self.masked(text));
        let transaction = self.begin()?;
        let update =
            "UPDATE sessions SET updated_at = ?2, status = ?3, title = coalesce(nullif(?4, ''), title) WHERE id = ?1";
        if transaction.execute(update, params![id, turn.at, status.name(), title]).map_err(of_sqlite)? == 0 {
            return Err(StoreError::Unknown(id.to_owned()));
        }
        let next = "SELECT coalesce(max(number), 0) + 1 FROM turns WHERE session = ?1";
        let number: u64 = transaction.query_row(next, [id], |row| row.get(0)).map_err(of_sqlite)?;
        insert_turn(&transaction, id, number, turn, &answers, &texts).map_err(of_sqlite)?;
        transaction.commit().map_err(of_sqlite)?;
        Ok(number)
    }

    /// Says who drafts a session from now on, and where its spec is written.
    ///
    /// # Errors
    /// There is no such session; the disk's.
    pub fn set_drafter(&mut self, id: &str, drafter: &str, model: &str, spec_path: &str) -> Result<(), StoreError> {
        let update = "UPDATE sessions SET drafter = ?2, model = ?3, spec_path = ?4 WHERE id = ?1";
        match self.connection.execute(update, [id, drafter, model, spec_path]).map_err(of_sqlite)? {
            0 => Err(StoreError::Unknown(id.to_owned())),
            _ => Ok(()),
        }
    }

    /// All sessions, the youngest first.
    ///
    /// # Errors
    /// The disk's.
    pub fn list(&self) -> Result<Vec<Session>, StoreError> {
        self.sessions("ORDER BY updated_at DESC, rowid DESC", &[])
    }

    /// The session of an id, of the beginning of one, or the youngest for `last`, with its turns.
    ///
    /// # Errors
    /// There is none, or there are several; the disk's.
    pub fn get(&self, name: &str) -> Result<(Session, Vec<Turn>), StoreError> {
        let session = self.find(name)?;
        let query = "SELECT * FROM turns WHERE session = ?1 ORDER BY number";
        let mut statement = self.connection.prepare(query).map_err(of_sqlite)?;
        let turns = statement.query_map([&session.id], turn_of).map_err(of_sqlite)?;
        let turns = turns.collect::<Result<_, _>>().map_err(of_sqlite)?;
        Ok((session, turns))
    }

    /// The session of a name, as [`Store::get`] takes it, without its turns.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub fn find(&self, name: &str) -> Result<Session, StoreError> {
        let mut found = match name {
            LAST => self.sessions("ORDER BY updated_at DESC, rowid DESC LIMIT 1", &[])?,
            "" => Vec::new(),
            _ => self.sessions("WHERE substr(id, 1, length(?1)) = ?1 ORDER BY id", &[name])?,
        };
        match found.len() {
            0 => Err(StoreError::Unknown(name.to_owned())),
            1 => Ok(found.remove(0)),
            _ => Err(StoreError::Ambiguous(name.to_owned(), found.into_iter().map(|session| session.id).collect())),
        }
    }

    /// Removes a session, named as for [`Store::get`], and gives its id.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub fn delete(&mut self, name: &str) -> Result<String, StoreError> {
        let id = self.find(name)?.id;
        self.connection.execute("DELETE FROM sessions WHERE id = ?1", [&id]).map_err(of_sqlite)?;
        Ok(id)
    }

    /// Removes sessions that were last gone on with more than `keep_days` before `now`, and all but the `keep_count` youngest;
    /// 0 is no limit. Gives how many have gone.
    ///
    /// # Errors
    /// The disk's.
    pub fn clean(&mut self, now: &str, keep_days: u64, keep_count: u64) -> Result<usize, StoreError> {
        let transaction = self.begin()?;
        let mut removed = 0;
        if keep_days > 0 {
            let old = "DELETE FROM sessions WHERE julianday(updated_at) < julianday(?1) - ?2";
            removed += transaction.execute(old, params![now, keep_days]).map_err(of_sqlite)?;
        }
        if keep_count > 0 {
            let many = "DELETE FROM sessions WHERE id NOT IN \
                        (SELECT id FROM sessions ORDER BY updated_at DESC, rowid DESC LIMIT ?1)";
            removed += transaction.execute(many, params![keep_count]).map_err(of_sqlite)?;
        }
        transaction.commit().map_err(of_sqlite)?;
        Ok(removed)
    }

    fn begin(&mut self) -> Result<Transaction<'_>, StoreError> {
        self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(of_sqlite)
    }

    fn masked(&self, text: &str) -> String {
        redact(text, &self.keys)
    }

    fn sessions(&self, rest: &str, values: &[&str]) -> Result<Vec<Session>, StoreError> {
        let query = format!("SELECT *, (SELECT count(*) FROM turns WHERE session = id) AS turns FROM sessions {rest}");
        let mut statement = self.connection.prepare(&query).map_err(of_sqlite)?;
        let rows = statement.query_map(rusqlite::params_from_iter(values), session_of).map_err(of_sqlite)?;
        rows.collect::<Result<_, _>>().map_err(of_sqlite)
    }
}

fn insert_turn(
    transaction: &Transaction<'_>,
    id: &str,
    number: u64,
    turn: &Turn,
    answers: &str,
    [said, spec, ir, diagnostics]: &[String; 4],
) -> rusqlite::Result<usize> {
    let insert = "INSERT INTO turns VALUES (:session, :number, :at, :kind, :said, :answers, :spec, :ir, :diagnostics, \
                  :input, :cached, :output, :reasoning, :requests, :repairs)";
    let usage = &turn.usage;
    transaction.execute(
        insert,
        named_params! {
            ":session": id, ":number": number, ":at": turn.at, ":kind": turn.kind.name(),
            ":said": said, ":answers": answers, ":spec": spec, ":ir": ir, ":diagnostics": diagnostics,
            ":input": usage.input_tokens, ":cached": usage.cached_tokens, ":output": usage.output_tokens,
            ":reasoning": usage.reasoning_tokens, ":requests": usage.requests, ":repairs": usage.repairs,
        },
    )
}

fn session_of(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        id: row.get("id")?,
        created_at: row.get("created_at")?,
        updated_at: row.get("updated_at")?,
        title: row.get("title")?,
        prose: row.get("prose")?,
        drafter: row.get("drafter")?,
        model: row.get("model")?,
        spec_path: row.get("spec_path")?,
        status: Status::find(&row.get::<_, String>("status")?).unwrap_or_default(),
        turns: row.get("turns")?,
    })
}

fn turn_of(row: &Row<'_>) -> rusqlite::Result<Turn> {
    Ok(Turn {
        number: row.get("number")?,
        at: row.get("at")?,
        kind: TurnKind::find(&row.get::<_, String>("kind")?).unwrap_or_default(),
        said: row.get("said")?,
        answers: serde_json::from_str(&row.get::<_, String>("answers")?).unwrap_or_default(),
        spec: row.get("spec")?,
        ir: row.get("ir")?,
        diagnostics: row.get("diagnostics")?,
        usage: Usage {
            input_tokens: row.get("input_tokens")?,
            cached_tokens: row.get("cached_tokens")?,
            output_tokens: row.get("output_tokens")?,
            reasoning_tokens: row.get("reasoning_tokens")?,
            requests: row.get("requests")?,
            repairs: row.get("repairs")?,
        },
    })
}

/// Makes the file, if there is none, and its folder so that only their owner can look into them.
fn make_private(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let (mut folders, mut file) = (std::fs::DirBuilder::new(), std::fs::OpenOptions::new());
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        folders.mode(0o700);
        file.mode(0o600);
    }
    folders.recursive(true);
    folder.map_or(Ok(()), |folder| folders.create(folder))?;
    file.create(true).append(true).open(path).map(drop)
}
