//! JSON in, rows of text out: an array of objects, or an object with an array of objects for each table. Streams both.

use super::batch::{Batch, Kind, Rows};
use super::document::{DEEPEST, escape};
use super::input::Bytes;
use super::table::{Column, RowStream, Source};
use super::{ReadError, ReadOptions, ReaderDef, stem};
use std::path::{Path, PathBuf};

/// The JSON format.
pub static DEF: ReaderDef = ReaderDef { name: "json", extensions: &["json"], is_text: true, is_single: false, list };

/// Where the rows of a table stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// The file is an array.
    Array,
    /// The file is an object; this is the key of the array.
    Member(String),
    /// The file is one object behind the other.
    Sequence,
}

fn list(path: &Path, _: &ReadOptions) -> Result<Vec<Source>, ReadError> {
    let mut json = Json::open(path)?;
    json.bytes.blanks()?;
    match json.bytes.peek()? {
        Some(b'[') => Ok(vec![json.source(stem(path), Shape::Array)?]),
        Some(b'{') if is_document(path)? => documents(&mut json),
        Some(b'{') | None => Ok(vec![json.source(stem(path), Shape::Sequence)?]),
        Some(_) => Err(json.bytes.damaged("it begins neither with `[` nor with `{`")),
    }
}

/// Whether an object's first member is an array: then all its members are tables.
fn is_document(path: &Path) -> Result<bool, ReadError> {
    let mut json = Json::open(path)?;
    json.expect(b'{')?;
    if json.is_next(b'}')? {
        return Ok(false);
    }
    json.name()?;
    json.bytes.blanks()?;
    Ok(json.bytes.peek()? == Some(b'['))
}

/// The tables of an object of arrays.
fn documents(json: &mut Json) -> Result<Vec<Source>, ReadError> {
    let mut sources = Vec::new();
    json.expect(b'{')?;
    while json.more(b'}', sources.is_empty())? {
        let name = json.name()?;
        json.expect(b'[')?;
        let columns = json.columns(&Shape::Array)?;
        sources.push(source(json.bytes.path(), name.clone(), columns, Shape::Member(name)));
    }
    json.end()?;
    Ok(sources)
}

/// A source of rows.
fn source(path: &Path, table: String, columns: Vec<String>, shape: Shape) -> Source {
    let path: PathBuf = path.to_owned();
    Source {
        table,
        columns: columns.iter().map(Column::untyped).collect(),
        is_open: true,
        open: Box::new(move || Ok(Box::new(Objects::open(&path, columns.clone(), shape.clone())?))),
        ..Source::default()
    }
}

/// A scanner of JSON text.
pub(super) struct Json {
    bytes: Bytes,
    scratch: Vec<u8>,
}

impl Json {
    /// Opens a file.
    pub(super) fn open(path: &Path) -> Result<Self, ReadError> {
        Ok(Self { bytes: Bytes::open(path)?, scratch: Vec::new() })
    }

    /// Looks through all rows for their columns.
    pub(super) fn source(&mut self, table: String, shape: Shape) -> Result<Source, ReadError> {
        if shape == Shape::Array {
            self.expect(b'[')?;
        }
        let columns = self.columns(&shape)?;
        self.end()?;
        Ok(source(self.bytes.path(), table, columns, shape))
    }

    /// The names of all members of the rows up to the end of their array.
    fn columns(&mut self, shape: &Shape) -> Result<Vec<String>, ReadError> {
        let mut names: Vec<String> = Vec::new();
        let (mut is_first, mut value) = (true, Vec::new());
        while self.more_rows(shape, is_first)? {
            is_first = false;
            self.expect(b'{')?;
            let mut at = 0;
            while self.more(b'}', at == 0)? {
                self.member_name()?;
                if names.get(at).is_none_or(|name| name.as_bytes() != self.scratch)
                    && !names.iter().any(|name| name.as_bytes() == self.scratch)
                {
                    names.push(self.scratch_text()?);
                }
                at += 1;
                value.clear();
                self.value(&mut value)?;
            }
        }
        Ok(names)
    }

    /// Whether another row follows.
    fn more_rows(&mut self, shape: &Shape, is_first: bool) -> Result<bool, ReadError> {
        match shape {
            Shape::Sequence => {
                self.bytes.blanks()?;
                Ok(self.bytes.peek()?.is_some())
            }
            _ => self.more(b']', is_first),
        }
    }

    /// Takes the comma before the next member or item; false behind the last, whose bracket is taken.
    fn more(&mut self, close: u8, is_first: bool) -> Result<bool, ReadError> {
        if self.is_next(close)? {
            return Ok(false);
        }
        if !is_first {
            self.expect(b',')?;
        }
        Ok(true)
    }

    fn is_next(&mut self, byte: u8) -> Result<bool, ReadError> {
        self.bytes.blanks()?;
        self.bytes.take(byte)
    }

    fn expect(&mut self, byte: u8) -> Result<(), ReadError> {
        if self.is_next(byte)? {
            return Ok(());
        }
        Err(match self.bytes.peek()? {
            None => self.bytes.damaged(format!("it ends where `{}` should stand", char::from(byte))),
            Some(_) => self.bytes.damaged(format!("there is no `{}`", char::from(byte))),
        })
    }

    /// Nothing but blanks follows.
    fn end(&mut self) -> Result<(), ReadError> {
        self.bytes.blanks()?;
        match self.bytes.peek()? {
            None => Ok(()),
            Some(_) => Err(self.bytes.damaged("something stands behind the end of the JSON text")),
        }
    }

    /// The name of the next member, its colon taken.
    fn name(&mut self) -> Result<String, ReadError> {
        self.member_name()?;
        self.scratch_text()
    }

    /// As [`Json::name`], into the scratch buffer.
    fn member_name(&mut self) -> Result<(), ReadError> {
        self.expect(b'"')?;
        let mut name = std::mem::take(&mut self.scratch);
        name.clear();
        let read = self.string(&mut name);
        self.scratch = name;
        read?;
        self.expect(b':')
    }

    fn scratch_text(&self) -> Result<String, ReadError> {
        String::from_utf8(self.scratch.clone()).map_err(|_| self.bytes.not_text())
    }

    /// The text of a string whose quote has been taken.
    fn string(&mut self, out: &mut Vec<u8>) -> Result<(), ReadError> {
        loop {
            self.bytes.until(|byte| byte == b'"' || byte == b'\\', out)?;
            match self.bytes.next()? {
                Some(b'"') => return Ok(()),
                Some(_) => self.escape(out)?,
                None => return Err(self.bytes.damaged("it ends within a string")),
            }
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self, out: &mut Vec<u8>) -> Result<(), ReadError> {
        let mut seen = Vec::with_capacity(11);
        while seen.len() < 11 {
            let Some(byte) = self.bytes.next()? else { break };
            seen.push(byte);
            if let Some((character, _)) = escape(&seen) {
                out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                return Ok(());
            }
            if seen[0] != b'u' {
                break;
            }
        }
        Err(self.bytes.damaged("a backslash in a string stands before nothing that JSON knows"))
    }

    /// The next value's text: of a string what it stands for, of everything else what is written.
    fn value(&mut self, out: &mut Vec<u8>) -> Result<Kind, ReadError> {
        self.bytes.blanks()?;
        match self.bytes.peek()? {
            Some(b'"') => {
                self.bytes.next()?;
                self.string(out)?;
                Ok(Kind::Literal)
            }
            Some(b'{' | b'[') => {
                self.nested(out)?;
                Ok(Kind::Json)
            }
            _ => self.word(out),
        }
    }

    /// `null`, `true`, `false` or a number.
    fn word(&mut self, out: &mut Vec<u8>) -> Result<Kind, ReadError> {
        let start = out.len();
        self.bytes.until(|byte| !byte.is_ascii_alphanumeric() && !b"+-.".contains(&byte), out)?;
        match &out[start..] {
            b"null" => Ok(Kind::Null),
            b"true" => Ok(Kind::True),
            b"false" => Ok(Kind::False),
            b"" if self.bytes.peek()?.is_none() => Err(self.bytes.damaged("it ends where a value should stand")),
            word if is_number(word) => Ok(Kind::Number),
            word => Err(self.bytes.damaged(format!("`{}` is no JSON value", String::from_utf8_lossy(word)))),
        }
    }

    /// Copies an array or object as it is.
    fn nested(&mut self, out: &mut Vec<u8>) -> Result<(), ReadError> {
        let mut closers = Vec::new();
        loop {
            self.bytes.until(|byte| b"[]{}\"".contains(&byte), out)?;
            let Some(byte) = self.bytes.next()? else { return Err(self.bytes.damaged("it ends within a value")) };
            out.push(byte);
            match byte {
                b'"' => self.copy_string(out)?,
                b'[' => closers.push(b']'),
                b'{' => closers.push(b'}'),
                _ if closers.pop() != Some(byte) => return Err(self.bytes.damaged("brackets do not match")),
                _ => {}
            }
            if closers.is_empty() {
                return Ok(());
            }
            if closers.len() > DEEPEST {
                return Err(self.bytes.damaged(format!("a value has more than {DEEPEST} levels")));
            }
        }
    }

    fn copy_string(&mut self, out: &mut Vec<u8>) -> Result<(), ReadError> {
        loop {
            self.bytes.until(|byte| byte == b'"' || byte == b'\\', out)?;
            let Some(byte) = self.bytes.next()? else { return Err(self.bytes.damaged("it ends within a string")) };
            out.push(byte);
            match byte {
                b'"' => return Ok(()),
                _ => out.extend(self.bytes.next()?),
            }
        }
    }
}

fn is_number(word: &[u8]) -> bool {
    word.first().is_some_and(|byte| *byte == b'-' || byte.is_ascii_digit())
        && std::str::from_utf8(word).is_ok_and(|text| text.parse::<f64>().is_ok())
}

/// The rows of one table.
pub(super) struct Objects {
    json: Json,
    names: Vec<String>,
    shape: Shape,
    is_first: bool,
    is_done: bool,
    rows: Rows,
}

impl Objects {
    fn open(path: &Path, names: Vec<String>, shape: Shape) -> Result<Self, ReadError> {
        let mut json = Json::open(path)?;
        match &shape {
            Shape::Array => json.expect(b'[')?,
            Shape::Member(wanted) => {
                json.expect(b'{')?;
                let (mut is_first, mut value) = (true, Vec::new());
                while json.more(b'}', is_first)? && json.name()? != *wanted {
                    is_first = false;
                    value.clear();
                    json.value(&mut value)?;
                }
                json.expect(b'[')?;
            }
            Shape::Sequence => {}
        }
        let rows = Rows::new(names.len());
        Ok(Self { json, names, shape, is_first: true, is_done: false, rows })
    }

    fn row(&mut self) -> Result<(), ReadError> {
        let Self { json, names, rows, .. } = self;
        json.expect(b'{')?;
        rows.begin();
        let mut at = 0;
        while json.more(b'}', at == 0)? {
            json.member_name()?;
            let is_here = names.get(at).is_some_and(|name| name.as_bytes() == json.scratch);
            let column = if is_here { Some(at) } else { names.iter().position(|n| n.as_bytes() == json.scratch) };
            let column = column.ok_or_else(|| json.bytes.damaged("the file has changed while it was read"))?;
            rows.set(column, |out| json.value(out))?;
            at += 1;
        }
        rows.end();
        Ok(())
    }
}

impl RowStream for Objects {
    fn next(&mut self) -> Result<Option<Batch>, ReadError> {
        while !self.is_done && !self.rows.is_full() {
            match self.json.more_rows(&self.shape, self.is_first)? {
                true => self.row()?,
                false => self.is_done = true,
            }
            self.is_first = false;
        }
        Ok(self.rows.take().map_err(|_| self.json.bytes.not_text())?.map(Batch::Text))
    }
}
