//! JSON text -> [`Value`]: a tree whose numbers stay as they are written, so that none loses digits.

use std::borrow::Cow;

/// A JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written.
    Number(&'a str),
    /// A string.
    String(Cow<'a, str>),
    /// An array.
    Array(Vec<Value<'a>>),
    /// An object, its members in order.
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
}

/// Levels within one cell that are followed: of arrays and objects, of elements.
pub const DEEPEST: usize = 200;

impl<'a> Value<'a> {
    /// Reads a text that is one JSON value; `None` when it is none.
    pub fn parse(text: &'a str) -> Option<Self> {
        let mut parser = Parser { text, at: 0 };
        let value = parser.value(DEEPEST)?;
        parser.blanks();
        (parser.at == text.len()).then_some(value)
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a [u8] {
        &self.text.as_bytes()[self.at..]
    }

    fn blanks(&mut self) {
        self.at += self.rest().iter().take_while(|byte| b" \t\r\n".contains(byte)).count();
    }

    fn take(&mut self, word: &str) -> bool {
        self.blanks();
        let is_next = self.rest().starts_with(word.as_bytes());
        self.at += if is_next { word.len() } else { 0 };
        is_next
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        let depth = depth.checked_sub(1)?;
        self.blanks();
        match self.rest().first()? {
            b'"' => self.string().map(Value::String),
            b'[' => self.array(depth),
            b'{' => self.object(depth),
            b't' => self.take("true").then_some(Value::Bool(true)),
            b'f' => self.take("false").then_some(Value::Bool(false)),
            b'n' => self.take("null").then_some(Value::Null),
            _ => self.number(),
        }
    }

    fn number(&mut self) -> Option<Value<'a>> {
        let length = self.rest().iter().take_while(|byte| b"+-.eE0123456789".contains(byte)).count();
        let text = &self.text[self.at..self.at + length];
        self.at += length;
        text.parse::<f64>().ok().map(|_| Value::Number(text))
    }

    fn array(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut items = Vec::new();
        self.at += 1;
        if self.take("]") {
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.take("]") {
                return Some(Value::Array(items));
            }
            self.take(",").then_some(())?;
        }
    }

    fn object(&mut self, depth: usize) -> Option<Value<'a>> {
        let mut members = Vec::new();
        self.at += 1;
        if self.take("}") {
            return Some(Value::Object(members));
        }
        loop {
            self.blanks();
            (self.rest().first() == Some(&b'"')).then_some(())?;
            let name = self.string()?;
            self.take(":").then_some(())?;
            members.push((name, self.value(depth)?));
            if self.take("}") {
                return Some(Value::Object(members));
            }
            self.take(",").then_some(())?;
        }
    }

    fn string(&mut self) -> Option<Cow<'a, str>> {
        self.at += 1;
        let start = self.at;
        let mut is_plain = true;
        loop {
            match self.rest().first()? {
                b'"' => break,
                b'\\' => {
                    is_plain = false;
                    self.at += 2;
                }
                _ => self.at += 1,
            }
            (self.at <= self.text.len()).then_some(())?;
        }
        let inside = self.text.get(start..self.at)?;
        self.at += 1;
        if is_plain { Some(Cow::Borrowed(inside)) } else { unescaped(inside).map(Cow::Owned) }
    }
}

/// The characters that the inside of a string stands for.
fn unescaped(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let (character, length) = escape(rest.as_bytes().get(at + 1..)?)?;
        out.push(character);
        rest = rest.get(at + 1 + length..)?;
    }
    out.push_str(rest);
    Some(out)
}

/// The character of an escape, what stands behind its backslash, and the length of that.
pub fn escape(bytes: &[u8]) -> Option<(char, usize)> {
    let simple = |character| Some((character, 1));
    match bytes.first()? {
        b'n' => simple('\n'),
        b't' => simple('\t'),
        b'r' => simple('\r'),
        b'b' => simple('\u{8}'),
        b'f' => simple('\u{c}'),
        byte @ (b'"' | b'\\' | b'/') => simple(char::from(*byte)),
        b'u' => unicode(bytes),
        _ => None,
    }
}

fn unicode(bytes: &[u8]) -> Option<(char, usize)> {
    let hex = |from: usize| u32::from_str_radix(std::str::from_utf8(bytes.get(from..from + 4)?).ok()?, 16).ok();
    let first = hex(1)?;
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first).map(|character| (character, 5));
    }
    let second = hex(7).filter(|second| bytes.get(5..7) == Some(b"\\u") && (0xdc00..0xe000).contains(second))?;
    char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)).map(|character| (character, 11))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_keep_what_is_written() {
        let text = r#" {"a": [1.50, -2e3, 12345678901234567890123], "b\n\ud83e\udd80": null, "c": "x"} "#;
        let Some(Value::Object(members)) = Value::parse(text) else { panic!("{text}") };
        assert_eq!(
            members[0].1,
            Value::Array(vec![Value::Number("1.50"), Value::Number("-2e3"), Value::Number("12345678901234567890123"),])
        );
        assert_eq!(members[1].0, "b\n🦀");
        for bad in ["", "{", "[1,]", "\"\\", "\"\\x\"", "nul", "1 2", "{\"a\" 1}", &"[".repeat(100_000)] {
            assert_eq!(Value::parse(bad), None, "{bad:.20}");
        }
    }
}
