//! The text of a script -> [`Statement`]s that make or fill tables, and the rows in them.

use crate::readers::ReadError;
use crate::readers::batch::{Kind, Rows};
use crate::readers::input::Bytes;
use std::path::Path;

/// A statement that makes or fills a table. The scanner stands behind its head, before the rows.
#[derive(Debug)]
pub enum Statement {
    /// `CREATE TABLE`: columns with their types, and the key.
    Create {
        /// The table.
        table: String,
        /// Names and types.
        columns: Vec<(String, String)>,
        /// The primary key.
        key: Vec<String>,
    },
    /// `INSERT INTO ... VALUES`.
    Insert {
        /// The table.
        table: String,
        /// The columns, if they are named.
        columns: Vec<String>,
    },
    /// `COPY ... FROM stdin;`.
    Copy {
        /// The table.
        table: String,
        /// The columns, if they are named.
        columns: Vec<String>,
    },
}

impl Statement {
    /// The table that the statement is about.
    pub fn table(&self) -> &str {
        match self {
            Self::Create { table, .. } | Self::Insert { table, .. } | Self::Copy { table, .. } => table,
        }
    }
}

/// A walk over a script.
pub struct Scanner {
    /// The text.
    pub(super) bytes: Bytes,
    /// Whether a backslash in a literal escapes what follows, as in MySQL.
    pub(super) backslash: bool,
    /// Calls of functions within which the scanner is.
    pub(super) depth: usize,
    is_first_tuple: bool,
}

impl Scanner {
    /// Opens a script.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        Ok(Self { bytes: Bytes::open(path)?, backslash: false, depth: 0, is_first_tuple: true })
    }

    /// The error of bytes that are no UTF-8.
    pub fn not_text(&self) -> ReadError {
        self.bytes.not_text()
    }

    /// The next statement that makes or fills a table; `None` behind the last.
    pub fn statement(&mut self) -> Result<Option<Statement>, ReadError> {
        loop {
            self.blanks()?;
            let word = match self.bytes.peek()? {
                None => return Ok(None),
                Some(byte) if byte.is_ascii_alphabetic() => self.word()?,
                Some(_) => String::new(),
            };
            let found = match word.as_str() {
                "CREATE" => self.create()?,
                "INSERT" | "REPLACE" => self.insert()?,
                "COPY" => self.copy()?,
                "GO" => continue,
                _ => None,
            };
            match found {
                Some(statement) => return Ok(Some(statement)),
                None => self.skip(|byte| byte == b';')?,
            };
            self.bytes.take(b';')?;
        }
    }

    /// Passes over the rows of a statement.
    pub fn skip_rows(&mut self, statement: &Statement) -> Result<(), ReadError> {
        match statement {
            Statement::Create { .. } => {}
            Statement::Insert { .. } => {
                self.skip(|byte| byte == b';')?;
                if !self.bytes.take(b';')? {
                    return Err(self.bytes.damaged("it ends within an `INSERT`"));
                }
            }
            Statement::Copy { .. } => while self.copied_line()?.is_some() {},
        }
        Ok(())
    }

    fn create(&mut self) -> Result<Option<Statement>, ReadError> {
        self.blanks()?;
        let mut word = self.word()?;
        while matches!(word.as_str(), "TEMPORARY" | "TEMP" | "UNLOGGED" | "GLOBAL" | "LOCAL") {
            self.blanks()?;
            word = self.word()?;
        }
        if word != "TABLE" {
            return Ok(None);
        }
        let mut table = self.name()?;
        if table.eq_ignore_ascii_case("if") {
            self.name()?;
            self.name()?;
            table = self.name()?;
        }
        self.blanks()?;
        if !self.bytes.take(b'(')? {
            return Ok(None);
        }
        let (mut columns, mut key) = (Vec::new(), Vec::new());
        loop {
            self.blanks()?;
            let is_quoted = self.bytes.peek()?.is_some_and(|byte| b"\"`[".contains(&byte));
            let name = self.name()?;
            let start = self.skip(|byte| byte == b',' || byte == b')')?;
            let is_constraint = ["PRIMARY", "UNIQUE", "CONSTRAINT", "FOREIGN", "CHECK", "KEY", "INDEX", "EXCLUDE"];
            let upper = start.to_ascii_uppercase();
            if is_quoted || !is_constraint.contains(&name.to_ascii_uppercase().as_str()) {
                if upper.contains("PRIMARY KEY") {
                    key = vec![name.clone()];
                }
                columns.push((name, start.trim().to_owned()));
            } else if name.eq_ignore_ascii_case("primary") || upper.contains("PRIMARY KEY") {
                key = listed(&start);
            }
            match self.bytes.next()? {
                Some(b',') => {}
                Some(_) => break,
                None => return Err(self.bytes.damaged("it ends within a `CREATE TABLE`")),
            }
        }
        self.skip(|byte| byte == b';')?;
        self.bytes.take(b';')?;
        Ok(Some(Statement::Create { table, columns, key }))
    }

    fn insert(&mut self) -> Result<Option<Statement>, ReadError> {
        let mut word = String::new();
        while word != "INTO" {
            self.blanks()?;
            word = self.word()?;
            if !matches!(word.as_str(), "INTO" | "OR" | "IGNORE" | "REPLACE") {
                return Ok(None);
            }
        }
        let table = self.name()?;
        let columns = self.columns()?;
        self.blanks()?;
        match self.word()?.as_str() {
            "VALUES" => {
                self.is_first_tuple = true;
                Ok(Some(Statement::Insert { table, columns }))
            }
            _ => Err(self.bytes.damaged("an `INSERT` has no `VALUES`: only rows that are written out can be read")),
        }
    }

    fn copy(&mut self) -> Result<Option<Statement>, ReadError> {
        let table = self.name()?;
        let columns = self.columns()?;
        let rest = self.skip(|byte| byte == b';')?;
        self.bytes.take(b';')?;
        if !rest.to_ascii_uppercase().contains("FROM STDIN") {
            return Err(self.bytes.damaged("a `COPY` reads another file: only rows that follow it can be read"));
        }
        self.bytes.until(|byte| byte == b'\n', &mut Vec::new())?;
        self.bytes.next()?;
        Ok(Some(Statement::Copy { table, columns }))
    }

    /// A list of names in parentheses, if there is one.
    fn columns(&mut self) -> Result<Vec<String>, ReadError> {
        let mut names = Vec::new();
        self.blanks()?;
        if !self.bytes.take(b'(')? {
            return Ok(names);
        }
        loop {
            names.push(self.name()?);
            self.blanks()?;
            if self.bytes.take(b')')? {
                return Ok(names);
            }
            if !self.bytes.take(b',')? {
                return Err(self.bytes.damaged("a list of columns is not closed"));
            }
        }
    }

    /// Skips white space and comments.
    pub(super) fn blanks(&mut self) -> Result<(), ReadError> {
        loop {
            self.bytes.blanks()?;
            match self.bytes.peek_two()? {
                [Some(b'-'), Some(b'-')] => self.bytes.until(|byte| byte == b'\n', &mut Vec::new())?,
                [Some(b'/'), Some(b'*')] => {
                    self.bytes.next()?;
                    self.bytes.next()?;
                    while self.bytes.peek_two()? != [Some(b'*'), Some(b'/')] {
                        if self.bytes.next()?.is_none() {
                            return Err(self.bytes.damaged("a comment is never closed"));
                        }
                    }
                    self.bytes.next()?;
                    self.bytes.next()?;
                }
                _ => return Ok(()),
            }
        }
    }

    /// The next word in capitals; empty when none is here.
    pub(super) fn word(&mut self) -> Result<String, ReadError> {
        let mut word = Vec::new();
        self.bytes.until(|byte| !byte.is_ascii_alphanumeric() && byte != b'_', &mut word)?;
        Ok(String::from_utf8_lossy(&word).to_ascii_uppercase())
    }

    /// The next name, the last part of one with dots.
    fn name(&mut self) -> Result<String, ReadError> {
        loop {
            let name = self.name_part()?;
            if !self.bytes.take(b'.')? {
                return Ok(name);
            }
        }
    }

    fn name_part(&mut self) -> Result<String, ReadError> {
        self.blanks()?;
        let close = match self.bytes.peek()? {
            Some(b'"') => b'"',
            Some(b'`') => b'`',
            Some(b'[') => b']',
            _ => return self.bare_name(),
        };
        self.backslash |= close == b'`';
        self.bytes.next()?;
        let mut name = Vec::new();
        loop {
            self.bytes.until(|byte| byte == close, &mut name)?;
            if self.bytes.next()?.is_none() {
                return Err(self.bytes.damaged("it ends within a name"));
            }
            if !self.bytes.take(close)? {
                break;
            }
            name.push(close);
        }
        String::from_utf8(name).map_err(|_| self.bytes.not_text())
    }

    fn bare_name(&mut self) -> Result<String, ReadError> {
        let mut name = Vec::new();
        self.bytes.until(
            |byte| byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'_' && byte != b'$',
            &mut name,
        )?;
        if name.is_empty() {
            return Err(self.bytes.damaged("a name is missing"));
        }
        String::from_utf8(name).map_err(|_| self.bytes.not_text())
    }

    /// Passes over text up to a byte outside quotes, comments and parentheses, which stays; gives the text, without literals.
    pub(super) fn skip(&mut self, is_stop: impl Fn(u8) -> bool) -> Result<String, ReadError> {
        let (mut depth, mut text) = (0usize, Vec::new());
        loop {
            let before = text.len();
            self.bytes.until(|byte| b"'\"`[-/();,".contains(&byte), &mut text)?;
            let comment = self.bytes.peek_two()?;
            let Some(byte) = comment[0] else { break };
            if before > 1 << 16 {
                text.clear();
            }
            if matches!(comment, [Some(b'-'), Some(b'-')] | [Some(b'/'), Some(b'*')]) {
                self.blanks()?;
                text.push(b' ');
                continue;
            }
            if depth == 0 && is_stop(byte) {
                break;
            }
            match byte {
                b'\'' => self.string(self.backslash || is_escape_string(&text), &mut Vec::new())?,
                b'"' | b'`' | b'[' => {
                    let name = self.name()?;
                    text.extend_from_slice(format!("\"{}\"", name.replace('"', "\"\"")).as_bytes());
                }
                _ => {
                    depth = if byte == b'(' { depth + 1 } else { depth.saturating_sub(usize::from(byte == b')')) };
                    text.push(byte);
                    self.bytes.next()?;
                }
            }
        }
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    /// The next row of an `INSERT`; false behind the last, whose end is taken.
    pub fn tuple(&mut self, places: &[usize], rows: &mut Rows) -> Result<bool, ReadError> {
        self.blanks()?;
        let is_end = self.bytes.take(b';')?;
        if is_end {
            return Ok(false);
        }
        if !self.is_first_tuple && !self.bytes.take(b',')? {
            return Err(match self.bytes.peek()? {
                None => self.bytes.damaged("it ends within an `INSERT`"),
                Some(_) => self.bytes.damaged("there is no comma between two rows"),
            });
        }
        self.is_first_tuple = false;
        self.blanks()?;
        if !self.bytes.take(b'(')? {
            return Err(self.bytes.damaged("there is no `(` where a row should begin"));
        }
        rows.begin();
        for (at, place) in places.iter().enumerate() {
            self.blanks()?;
            if at > 0 && !self.bytes.take(b',')? {
                return Err(self.bytes.damaged(format!("a row has not {} values", places.len())));
            }
            rows.set(*place, |out| self.value(out))?;
        }
        self.blanks()?;
        if !self.bytes.take(b')')? {
            return Err(self.bytes.damaged(format!("a row has not {} values", places.len())));
        }
        rows.end();
        Ok(true)
    }

    /// The next row of a `COPY`; false behind the last, whose end is taken.
    pub fn copied_row(&mut self, places: &[usize], rows: &mut Rows) -> Result<bool, ReadError> {
        let Some(line) = self.copied_line()? else { return Ok(false) };
        let cells: Vec<&[u8]> = line.split(|byte| *byte == b'\t').collect();
        if cells.len() != places.len() {
            return Err(self.bytes.damaged(format!("a row has {} values, not {}", cells.len(), places.len())));
        }
        rows.begin();
        for (cell, place) in cells.into_iter().zip(places) {
            rows.set(*place, |out| {
                if cell == b"\\N" {
                    return Ok::<_, ReadError>(Kind::Null);
                }
                super::literal::copied(cell, out);
                Ok(Kind::Bare)
            })?;
        }
        rows.end();
        Ok(true)
    }

    /// The next line of a `COPY`; `None` at its end, which is taken.
    fn copied_line(&mut self) -> Result<Option<Vec<u8>>, ReadError> {
        let mut line = Vec::new();
        self.bytes.until(|byte| byte == b'\n', &mut line)?;
        if line == b"\\." {
            return Ok(None);
        }
        match self.bytes.next()? {
            Some(_) => Ok(Some(line)),
            None => Err(self.bytes.damaged("it ends within a `COPY`")),
        }
    }
}

/// Whether a string behind this text is PostgreSQL's `E''`.
fn is_escape_string(before: &[u8]) -> bool {
    match before {
        [.., other, b'E' | b'e'] => !other.is_ascii_alphanumeric() && *other != b'_',
        _ => false,
    }
}

/// Names in the parentheses of a constraint.
fn listed(text: &str) -> Vec<String> {
    let inside = text.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')')).map_or("", |(inside, _)| inside);
    let plain = |name: &str| {
        let name = name.trim();
        let bare = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
        bare.or_else(|| name.strip_prefix('[')?.strip_suffix(']'))
            .map_or(name.to_owned(), |name| name.replace("\"\"", "\""))
    };
    inside.split(',').map(plain).filter(|name| !name.is_empty()).collect()
}
