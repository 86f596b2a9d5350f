//! Text in, a cell that any reader takes apart again out: quoting rules of CSV, JSON, XML, SQL and `COPY`.

use super::xml;

/// How text becomes a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Escape {
    /// RFC 4180: quotes are doubled; a cell is quoted when it must be, or always.
    Csv {
        /// What stands between cells, ASCII.
        delimiter: u8,
        /// Whether every cell is quoted.
        always: bool,
        /// The text of a null: a cell with this very text is quoted.
        null: Vec<u8>,
        /// Whether the cell is a whole row: an empty text is quoted, for readers take an empty line for no row.
        alone: bool,
    },
    /// RFC 8259: always quoted.
    Json,
    /// Text that is a JSON document and stands for itself, on one line.
    JsonDocument,
    /// XML 1.0, without quotes; see [`mod@xml`].
    Xml {
        /// Whether the text stands between the quotes of an attribute, and not in an element.
        is_attribute: bool,
    },
    /// SQL literals: quotes are doubled.
    Sql {
        /// What opens a literal: a quote, perhaps with a prefix.
        open: &'static str,
        /// What stands for characters that cannot stand for themselves.
        escapes: SqlEscapes,
    },
    /// PostgreSQL's `COPY` in its text form: backslash escapes, no quotes.
    Copy,
    /// JSON text for PostgreSQL's `jsonb`, which holds no NUL character: U+FFFD stands in for `\u0000`, then the text is a cell.
    Jsonb(&'static Self),
}

/// What an SQL dialect has for characters that cannot stand for themselves in a literal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SqlEscapes {
    /// Doubled quotes and no more.
    Quotes,
    /// Backslashes, so that they are doubled. MySQL's client reads a script line by line, and takes carriage returns from the
    /// ends of lines: they are escaped.
    Backslash,
    /// A function around the literal: SQLite's shell takes carriage returns from the ends of lines, too.
    Function,
}

impl Escape {
    /// Whether the bytes, parts of cells or whole ones, stand for themselves (save for quotes around them).
    #[inline]
    pub fn is_clean(&self, text: &[u8]) -> bool {
        match self {
            Self::Csv { delimiter, .. } => {
                // Most texts have no byte as low as these at all, and one comparison tells.
                let highest = (*delimiter).max(b'"');
                let special = |b| (b == *delimiter) | (b == b'"') | (b == b'\n') | (b == b'\r');
                let (chunks, rest) = text.as_chunks::<64>();
                let clean = |chunk: &[u8]| none(chunk, |b| b <= highest) || none(chunk, special);
                chunks.iter().all(|chunk| clean(chunk)) && clean(rest)
            }
            Self::Json => none(text, |b| (b == b'"') | (b == b'\\') | (b < 0x20)),
            Self::JsonDocument => none(text, |b| b < 0x20),
            Self::Xml { is_attribute } => xml::is_clean(text, *is_attribute),
            Self::Sql { escapes, .. } => {
                let special = match escapes {
                    SqlEscapes::Quotes => [b'\'', b'\''],
                    SqlEscapes::Backslash => [b'\\', b'\r'],
                    SqlEscapes::Function => [b'\r', b'\r'],
                };
                none(text, |b| (b == b'\'') | (b == 0) | (b == special[0]) | (b == special[1]))
            }
            Self::Copy => none(text, |b| (b == b'\\') | (b < 0x20)),
            Self::Jsonb(cell) => none(text, |b| b == b'\\') && cell.is_clean(text),
        }
    }

    /// Whether a clean text, taken as a whole, must still be quoted: it would be read as a null.
    #[inline(always)]
    pub fn is_ambiguous(&self, text: &[u8]) -> bool {
        matches!(self, Self::Csv { null, alone, .. } if text == null.as_slice() || *alone && text.is_empty())
    }

    /// From which length on no clean text is ambiguous; none where each must be looked at.
    pub fn clear_from(&self) -> Option<i32> {
        match self {
            Self::Csv { null, .. } if !null.is_empty() => None,
            Self::Csv { .. } => Some(1),
            _ => Some(0),
        }
    }

    /// What stands before and behind every cell.
    pub fn quotes(&self) -> (&'static [u8], &'static [u8]) {
        match self {
            Self::Csv { always: true, .. } | Self::Json => (b"\"", b"\""),
            Self::Csv { always: false, .. } | Self::JsonDocument | Self::Xml { .. } | Self::Copy => (b"", b""),
            Self::Sql { open, .. } => (open.as_bytes(), b"'"),
            Self::Jsonb(cell) => cell.quotes(),
        }
    }

    /// Appends the whole cell of a text.
    pub fn push(&self, text: &[u8], out: &mut Vec<u8>) {
        if self.is_clean(text) && !self.is_ambiguous(text) {
            let (open, close) = self.quotes();
            out.extend_from_slice(open);
            out.extend_from_slice(text);
            out.extend_from_slice(close);
            return;
        }
        match self {
            Self::Csv { .. } => push_replaced(text, b"\"", b"\"", out, |b| (b == b'"').then_some(&b"\"\""[..])),
            Self::Json => push_json(text, out),
            Self::Xml { is_attribute } => xml::push_text(text, *is_attribute, out),
            Self::JsonDocument => push_replaced(text, b"", b"", out, |b| (b < 0x20).then_some(&b" "[..])),
            Self::Sql { escapes: SqlEscapes::Function, .. } if text.contains(&b'\r') => {
                push_function(text, |text, out| self.push(text, out), out);
            }
            Self::Sql { open, escapes } => {
                let backslash = *escapes == SqlEscapes::Backslash;
                push_replaced(text, open.as_bytes(), b"'", out, |b| sql_replacement(b, backslash));
            }
            Self::Copy => push_replaced(text, b"", b"", out, copy_replacement),
            Self::Jsonb(cell) => cell.push(&without_nul(text), out),
        }
    }
}

/// What stands for a byte in a row of `COPY`. A lone `\.` would end the rows: its backslash is doubled, as any.
fn copy_replacement(byte: u8) -> Option<&'static [u8]> {
    match byte {
        b'\\' => Some(b"\\\\"),
        b'\t' => Some(b"\\t"),
        b'\n' => Some(b"\\n"),
        b'\r' => Some(b"\\r"),
        0 => Some("\u{fffd}".as_bytes()),
        _ => None,
    }
}

/// JSON text with `\ufffd` for every `\u0000`. A backslash takes the byte behind it along, so that `\\u0000`, a backslash and
/// five letters, stays.
fn without_nul(json: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.iter().position(|b| *b == b'\\') {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at..];
        let (instead, taken) = match rest.starts_with(b"\\u0000") {
            true => (&b"\\ufffd"[..], 6),
            false => (&rest[..rest.len().min(2)], rest.len().min(2)),
        };
        out.extend_from_slice(instead);
        rest = &rest[taken..];
    }
    out.extend_from_slice(rest);
    out
}

/// What stands for a byte in an SQL literal. No literal of standard SQL, PostgreSQL, SQLite or SQL Server can hold a
/// NUL character: U+FFFD stands in for it there.
fn sql_replacement(byte: u8, backslash: bool) -> Option<&'static [u8]> {
    match byte {
        b'\'' => Some(b"''"),
        b'\\' if backslash => Some(b"\\\\"),
        0 if backslash => Some(b"\\0"),
        b'\r' if backslash => Some(b"\\r"),
        0 => Some("\u{fffd}".as_bytes()),
        _ => None,
    }
}

/// `replace('...', '\r', char(13))`: as many backslashes before the `r` as the text itself has nowhere.
fn push_function(text: &[u8], push: impl Fn(&[u8], &mut Vec<u8>), out: &mut Vec<u8>) {
    let mut mark = b"\\r".to_vec();
    while text.windows(mark.len()).any(|part| part == mark) {
        mark.insert(0, b'\\');
    }
    out.extend_from_slice(b"replace(");
    let lines: Vec<&[u8]> = text.split(|b| *b == b'\r').collect();
    push(&lines.join(&mark[..]), out);
    out.push(b',');
    push(&mark, out);
    out.extend_from_slice(b",char(13))");
}

/// Whether `special` holds for no byte; no early exit within 64 bytes, so that the loop runs on vectors.
#[inline(always)]
fn none(text: &[u8], special: impl Fn(u8) -> bool) -> bool {
    let (chunks, rest) = text.as_chunks::<64>();
    chunks.iter().all(|chunk| !chunk.iter().fold(false, |found, b| found | special(*b)))
        && !rest.iter().fold(false, |found, b| found | special(*b))
}

/// Appends `open`, the text with some bytes replaced, and `close`.
fn push_replaced(
    text: &[u8],
    open: &[u8],
    close: &[u8],
    out: &mut Vec<u8>,
    replacement: impl Fn(u8) -> Option<&'static [u8]>,
) {
    out.extend_from_slice(open);
    let mut copied = 0;
    for (i, byte) in text.iter().enumerate() {
        if let Some(instead) = replacement(*byte) {
            out.extend_from_slice(&text[copied..i]);
            out.extend_from_slice(instead);
            copied = i + 1;
        }
    }
    out.extend_from_slice(&text[copied..]);
    out.extend_from_slice(close);
}

/// Appends a JSON string: short escapes where JSON has them, `\u00XX` for other control characters.
pub fn push_json(text: &[u8], out: &mut Vec<u8>) {
    push_replaced(text, b"\"", b"\"", out, json_replacement);
}

fn json_replacement(byte: u8) -> Option<&'static [u8]> {
    match byte {
        b'"' => Some(b"\\\""),
        b'\\' => Some(b"\\\\"),
        b'\n' => Some(b"\\n"),
        b'\r' => Some(b"\\r"),
        b'\t' => Some(b"\\t"),
        0x08 => Some(b"\\b"),
        0x0c => Some(b"\\f"),
        0..0x20 => Some(&CONTROL[usize::from(byte)]),
        _ => None,
    }
}

/// `\u0000` to `\u001f`.
static CONTROL: [[u8; 6]; 32] = {
    let mut table = [*b"\\u0000"; 32];
    let mut i = 0;
    while i < 32 {
        table[i][4] = b'0' + (i / 16) as u8;
        table[i][5] = b"0123456789abcdef"[i % 16];
        i += 1;
    }
    table
};
