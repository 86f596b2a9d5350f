//! A literal -> its value's text and kind.

use super::scan::Scanner;
use crate::readers::ReadError;
use crate::readers::batch::Kind;

/// Calls of `replace` within one another.
const DEEPEST: usize = 16;

impl Scanner {
    /// The next value of a row.
    pub(super) fn value(&mut self, out: &mut Vec<u8>) -> Result<Kind, ReadError> {
        self.blanks()?;
        let kind = match self.bytes.peek()? {
            Some(b'\'') => {
                self.string(self.backslash, out)?;
                Kind::Literal
            }
            Some(byte) if byte.is_ascii_digit() || b"+-.".contains(&byte) => self.number(out)?,
            Some(byte) if byte.is_ascii_alphabetic() || byte == b'_' => self.named(out)?,
            Some(_) => return Err(self.bytes.damaged("a value is neither a literal nor NULL")),
            None => return Err(self.bytes.damaged("it ends within an `INSERT`")),
        };
        self.blanks()?;
        if self.bytes.peek_two()? == [Some(b':'), Some(b':')] {
            self.skip(|byte| byte == b',' || byte == b')')?;
        }
        Ok(kind)
    }

    /// The text of a string, whose quote is here.
    pub(super) fn string(&mut self, backslash: bool, out: &mut Vec<u8>) -> Result<(), ReadError> {
        self.bytes.next()?;
        loop {
            self.bytes.until(|byte| byte == b'\'' || (backslash && byte == b'\\'), out)?;
            match self.bytes.next()? {
                Some(b'\'') if self.bytes.take(b'\'')? => out.push(b'\''),
                Some(b'\'') => return Ok(()),
                Some(_) => {
                    let Some(byte) = self.bytes.next()? else { continue };
                    out.push(escaped(byte));
                }
                None => return Err(self.bytes.damaged("it ends within a string")),
            }
        }
    }

    /// A number, or bytes that begin with `0x`.
    fn number(&mut self, out: &mut Vec<u8>) -> Result<Kind, ReadError> {
        let start = out.len();
        self.bytes.until(|byte| !byte.is_ascii_alphanumeric() && !b"+-.".contains(&byte), out)?;
        let text = &out[start..];
        if text.starts_with(b"0x") || text.starts_with(b"0X") {
            out.drain(start..start + 2);
            return Ok(Kind::Hex);
        }
        let is_number = std::str::from_utf8(text).is_ok_and(|text| text.parse::<f64>().is_ok());
        if is_number {
            return Ok(Kind::Number);
        }
        Err(self.bytes.damaged(format!("`{}` is no number", String::from_utf8_lossy(text))))
    }

    /// A word: a value, or what stands before a string to say its type.
    fn named(&mut self, out: &mut Vec<u8>) -> Result<Kind, ReadError> {
        let word = self.word()?;
        let simple = match word.as_str() {
            "NULL" => Some(Kind::Null),
            "TRUE" => Some(Kind::True),
            "FALSE" => Some(Kind::False),
            _ => None,
        };
        if let Some(kind) = simple {
            return Ok(kind);
        }
        self.blanks()?;
        if word == "REPLACE" && self.bytes.take(b'(')? {
            return self.replacement(out);
        }
        if self.bytes.peek()? != Some(b'\'') {
            return Err(self.bytes.damaged(format!("`{word}` is no literal: only rows of literals can be read")));
        }
        let backslash = match word.as_str() {
            "E" => true,
            "N" | "X" | "DATE" | "TIME" | "TIMESTAMP" | "INTERVAL" | "JSON" => false,
            introducer if introducer.starts_with('_') => self.backslash,
            _ => return Err(self.bytes.damaged(format!("`{word}` before a string is not known"))),
        };
        self.string(backslash, out)?;
        Ok(if word == "X" { Kind::Hex } else { Kind::Literal })
    }
}

impl Scanner {
    /// What is in the parentheses of `replace('...', '\r', char(13))`, SQLite's way to write what its shell would change; the
    /// first of the three may be another one.
    fn replacement(&mut self, out: &mut Vec<u8>) -> Result<Kind, ReadError> {
        let (mut text, mut pattern, mut number) = (Vec::new(), Vec::new(), Vec::new());
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.bytes.damaged(format!("a value has more than {DEEPEST} levels of `replace`")));
        }
        self.value(&mut text)?;
        self.expect(b',')?;
        self.value(&mut pattern)?;
        self.expect(b',')?;
        self.blanks()?;
        if self.word()? != "CHAR" {
            return Err(self.bytes.damaged("`replace` is known with `char` only"));
        }
        self.expect(b'(')?;
        self.number(&mut number)?;
        self.expect(b')')?;
        self.expect(b')')?;
        let utf8 = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map_err(|_| self.bytes.not_text());
        let character = utf8(&number)?.parse().ok().and_then(char::from_u32);
        let character = character.ok_or_else(|| self.bytes.damaged("`char` has no character's number"))?;
        let text = utf8(&text)?.replace(&utf8(&pattern)?, character.encode_utf8(&mut [0; 4]));
        out.extend_from_slice(text.as_bytes());
        self.depth -= 1;
        Ok(Kind::Literal)
    }

    fn expect(&mut self, byte: u8) -> Result<(), ReadError> {
        self.blanks()?;
        match self.bytes.take(byte)? {
            true => Ok(()),
            false => Err(self.bytes.damaged(format!("there is no `{}`", char::from(byte)))),
        }
    }
}

/// What stands behind a backslash in a literal of MySQL or in PostgreSQL's `E''`.
const fn escaped(byte: u8) -> u8 {
    match byte {
        b'0' => 0,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'b' => 8,
        b'Z' => 26,
        other => other,
    }
}

/// Appends what a cell of a `COPY` stands for.
pub fn copied(cell: &[u8], out: &mut Vec<u8>) {
    let mut bytes = cell.iter().copied();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'\\' => match bytes.next() {
                Some(b'f') => 12,
                Some(b'v') => 11,
                Some(b'0') => b'0',
                Some(byte) => escaped(byte),
                None => b'\\',
            },
            byte => byte,
        });
    }
}
