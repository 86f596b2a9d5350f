//! A text or a TOML value -> a [`Value`] of a setting's [`Kind`], or what would be right instead.

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use crate::source::scalars::DurationText;
use crate::{formats, locale};

/// What kind of value a setting takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Any text.
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole number between two bounds, both included.
    Whole(u64, u64),
    /// A number, not negative.
    Number,
    /// True or false.
    Flag,
    /// A length of time (`30s`) of at least so many microseconds.
    Duration(i64),
    /// A file or a folder.
    Path,
    /// An address that begins with `http://` or `https://`.
    Url,
    /// As [`Kind::Url`]; also Ollama's `HOST`, `HOST:PORT` and `:PORT`.
    Host,
    /// A locale's code.
    Locale,
    /// The name of an output format.
    Format,
    /// Names with texts.
    Map,
}

/// A value of a setting.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text, a word or an address.
    Text(String),
    /// A whole number.
    Whole(u64),
    /// A number.
    Number(f64),
    /// True or false.
    Flag(bool),
    /// A length of time.
    Duration(DurationText),
    /// A file or a folder.
    Path(PathBuf),
    /// Names with texts.
    Map(BTreeMap<String, String>),
}

/// Why a value is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is of another type; what there is, and what there should be.
    Type(String),
    /// It is of the type and out of bounds, or none of the words.
    Range(String),
}

impl Refusal {
    /// The cause, as half a sentence.
    pub fn cause(&self) -> &str {
        let (Self::Type(cause) | Self::Range(cause)) = self;
        cause
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("text"),
            Self::OneOf(words) => f.write_str(&words.join(" | ")),
            Self::Whole(0, u64::MAX) => f.write_str("whole number"),
            Self::Whole(min, u64::MAX) => write!(f, "whole number from {min}"),
            Self::Whole(min, max) => write!(f, "whole number from {min} to {max}"),
            Self::Number => f.write_str("number"),
            Self::Flag => f.write_str("true | false"),
            Self::Duration(_) => f.write_str("duration"),
            Self::Path => f.write_str("path"),
            Self::Url => f.write_str("address"),
            Self::Host => f.write_str("address or host"),
            Self::Locale => f.write_str("locale, such as de_DE"),
            Self::Format => f.write_str("output format"),
            Self::Map => f.write_str("table of texts"),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Whole(number) => write!(f, "{number}"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Duration(duration) => f.write_str(&duration.text),
            Self::Path(path) => write!(f, "{}", path.display()),
            Self::Map(map) => f.write_str(&map.keys().cloned().collect::<Vec<_>>().join(", ")),
        }
    }
}

impl Kind {
    /// Reads the text of a flag, of the environment or of a default.
    ///
    /// # Errors
    /// What would be right instead.
    pub fn of_text(self, text: &str) -> Result<Value, Refusal> {
        let wrong = |what: &str| Refusal::Type(format!("`{text}` is not {what}"));
        match self {
            Self::Whole(..) => self.of_whole(text.parse().map_err(|_| wrong("a whole number"))?),
            Self::Number => self.of_number(text.parse().map_err(|_| wrong("a number"))?),
            Self::Flag => match text.to_ascii_lowercase().as_str() {
                "true" | "1" | "yes" | "on" => Ok(Value::Flag(true)),
                "false" | "0" | "no" | "off" => Ok(Value::Flag(false)),
                _ => Err(wrong("`true` or `false`")),
            },
            Self::Map => of_pairs(text),
            _ => self.of_words(text),
        }
    }

    /// Reads a value of a TOML file.
    ///
    /// # Errors
    /// What would be right instead.
    pub fn of_toml(self, value: &DeValue<'_>) -> Result<Value, Refusal> {
        let wrong = || Refusal::Type(format!("it is {}, not {}", type_of(value), self.article()));
        match (self, value) {
            (Self::Whole(..), DeValue::Integer(number)) => self.of_whole(whole(number).ok_or_else(wrong_whole)?),
            (Self::Number, DeValue::Integer(number)) => self.of_number(whole(number).ok_or_else(wrong_number)? as f64),
            (Self::Number, DeValue::Float(number)) => self.of_number(number.as_str().parse().map_err(|_| wrong())?),
            (Self::Flag, DeValue::Boolean(flag)) => Ok(Value::Flag(*flag)),
            (Self::Map, DeValue::Table(table)) => of_table(table),
            (Self::Duration(min), DeValue::Integer(number)) => of_duration(number.as_str(), min),
            (Self::Duration(min), DeValue::Float(number)) => of_duration(number.as_str(), min),
            (Self::Whole(..) | Self::Number | Self::Flag | Self::Map, _) => Err(wrong()),
            (_, DeValue::String(text)) => self.of_words(text),
            _ => Err(wrong()),
        }
    }

    /// Kinds that are a text wherever they stand.
    fn of_words(self, text: &str) -> Result<Value, Refusal> {
        match self {
            Self::OneOf(words) if !words.contains(&text) => {
                Err(Refusal::Range(format!("`{text}` is none of {}", list(words))))
            }
            Self::Url if !is_url(text) => {
                Err(Refusal::Range(format!("`{text}` is not an address; it begins with `https://` or `http://`")))
            }
            Self::Locale if locale::ALL.iter().all(|known| known.code != text) => {
                Err(Refusal::Range(format!("there is no locale `{text}`")))
            }
            Self::Format if formats::find(text).is_none() => {
                Err(Refusal::Range(format!("there is no format `{text}`; `synth formats` lists them")))
            }
            Self::Host => host(text).map(Value::Text),
            Self::Duration(min) => of_duration(text, min),
            Self::Path if text.is_empty() => Err(Refusal::Range("an empty text is no path".to_owned())),
            Self::Path => Ok(Value::Path(PathBuf::from(text))),
            _ if text.contains(['\n', '\r', '\0']) => Err(Refusal::Range("it has a line break in it".to_owned())),
            _ => Ok(Value::Text(text.trim_end_matches(if self == Self::Url { '/' } else { '\0' }).to_owned())),
        }
    }

    fn of_whole(self, number: u64) -> Result<Value, Refusal> {
        match self {
            Self::Whole(min, _) if number < min => Err(Refusal::Range(format!("{number} is less than {min}"))),
            Self::Whole(_, max) if number > max => Err(Refusal::Range(format!("{number} is more than {max}"))),
            _ => Ok(Value::Whole(number)),
        }
    }

    fn of_number(self, number: f64) -> Result<Value, Refusal> {
        match number.is_finite() && number >= 0.0 {
            true => Ok(Value::Number(number)),
            false => Err(Refusal::Range(format!("{number} is not a number from 0"))),
        }
    }

    /// The kind with its article, for messages.
    fn article(self) -> String {
        match self {
            Self::Text => "a text".to_owned(),
            Self::OneOf(words) => format!("one of {}", list(words)),
            Self::Flag => "`true` or `false`".to_owned(),
            Self::Duration(_) => "a duration, such as \"30s\"".to_owned(),
            Self::Path => "a path, a text".to_owned(),
            Self::Url | Self::Host => "an address, a text".to_owned(),
            Self::Locale => "the code of a locale, such as \"de_DE\"".to_owned(),
            Self::Format => "the name of a format, such as \"csv\"".to_owned(),
            Self::Map => "a table of texts, such as { name = \"text\" }".to_owned(),
            Self::Whole(..) | Self::Number => format!("a {self}"),
        }
    }
}

fn wrong_whole() -> Refusal {
    Refusal::Range("it is not a whole number from 0 that 64 bits can hold".to_owned())
}

fn wrong_number() -> Refusal {
    Refusal::Range("it is not a number from 0".to_owned())
}

fn whole(number: &DeInteger<'_>) -> Option<u64> {
    u64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// Words in backticks.
fn list(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !text.contains(char::is_whitespace))
}

/// Ollama's port.
const OLLAMA_PORT: &str = "11434";

/// An address of Ollama: whole, or the `HOST`, `HOST:PORT` and `:PORT` of its own variable. All interfaces (`0.0.0.0`), which
/// a server may listen on, are this machine to a client.
fn host(text: &str) -> Result<String, Refusal> {
    let (scheme, rest) = text.split_once("://").map_or(("http", text), |(scheme, rest)| (scheme, rest));
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let (name, port) = match authority.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => (name, Some(port)),
        _ => (authority, None),
    };
    let name = if matches!(name, "" | "0.0.0.0" | "[::]") { "127.0.0.1" } else { name };
    let port = match (port, text.contains("://")) {
        (Some(port), _) => format!(":{port}"),
        (None, true) => String::new(),
        (None, false) => format!(":{OLLAMA_PORT}"),
    };
    let address = format!("{scheme}://{name}{port}{path}");
    match is_url(&address) && !text.is_empty() {
        true => Ok(address.trim_end_matches('/').to_owned()),
        false => Err(Refusal::Range(format!("`{text}` is neither an address nor a host"))),
    }
}

fn of_duration(text: &str, min: i64) -> Result<Value, Refusal> {
    let is_seconds = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let duration = match is_seconds {
        true => DurationText::parse(&format!("{text}s")),
        false => DurationText::parse(text),
    };
    let duration =
        duration.map_err(|_| Refusal::Type(format!("`{text}` is not a duration, such as `30s`, `1h30m` or `7d`")))?;
    match duration.micros < min {
        true => Err(Refusal::Range(format!("`{text}` is too short; it is at least {} ms", min / 1000))),
        false => Ok(Value::Duration(duration)),
    }
}

fn of_pairs(text: &str) -> Result<Value, Refusal> {
    let pair = |pair: &str| match pair.split_once('=') {
        Some((name, value)) if !name.trim().is_empty() => Ok((name.trim().to_owned(), value.trim().to_owned())),
        _ => Err(Refusal::Type(format!("`{pair}` is not NAME=TEXT"))),
    };
    text.split(',').filter(|part| !part.trim().is_empty()).map(pair).collect::<Result<_, _>>().map(Value::Map)
}

fn of_table(table: &DeTable<'_>) -> Result<Value, Refusal> {
    let entry = |(name, value): (&Spanned<std::borrow::Cow<'_, str>>, &Spanned<DeValue<'_>>)| match value.get_ref() {
        DeValue::String(text) => Ok((name.get_ref().to_string(), text.to_string())),
        other => Err(Refusal::Type(format!("`{}` is {}, not a text", name.get_ref(), type_of(other)))),
    };
    table.iter().map(entry).collect::<Result<_, _>>().map(Value::Map)
}

/// A TOML value's type with its article.
pub fn type_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "a truth value",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_of_ollama_become_addresses() {
        for (text, address) in [
            ("localhost", "http://localhost:11434"),
            ("0.0.0.0:8080", "http://127.0.0.1:8080"),
            (":8080", "http://127.0.0.1:8080"),
            ("[::1]:1", "http://[::1]:1"),
            ("http://box/", "http://box"),
            ("https://box:1/ollama", "https://box:1/ollama"),
        ] {
            assert_eq!(host(text), Ok(address.to_owned()), "{text}");
        }
        assert!(host("").is_err() && host("ftp://box").is_err() && host("a b").is_err());
    }

    #[test]
    fn texts_are_read_by_kind() {
        assert_eq!(Kind::Flag.of_text("YES"), Ok(Value::Flag(true)));
        assert_eq!(Kind::Whole(0, 9).of_text("9"), Ok(Value::Whole(9)));
        assert_eq!(Kind::Url.of_text("https://a.b/v1/"), Ok(Value::Text("https://a.b/v1".to_owned())));
        for (kind, text) in [
            (Kind::Flag, "perhaps"),
            (Kind::Whole(0, 9), "10"),
            (Kind::Whole(1, 9), "0"),
            (Kind::Whole(0, 9), "-1"),
            (Kind::Number, "-0.5"),
            (Kind::Number, "nan"),
            (Kind::Url, "example.com"),
            (Kind::Duration(1), "0s"),
            (Kind::Duration(1), "30x"),
            (Kind::OneOf(&["a", "b"]), "c"),
            (Kind::Text, "a\nb"),
            (Kind::Map, "a"),
            (Kind::Locale, "xx_XX"),
            (Kind::Format, "doc"),
        ] {
            assert!(kind.of_text(text).is_err(), "{kind} {text}");
        }
    }
}
