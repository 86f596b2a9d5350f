//! A scalar -> its text on a line, with no more quotes than a reader needs: names, counts and durations lose theirs, texts
//! keep them.

use super::tree::{Scalar, Style};

impl Scalar {
    /// A text, quoted where it must be.
    pub fn new(text: &str) -> Self {
        match is_word(text) {
            true => Self::plain(text),
            false => Self { style: Style::Double, raw: quoted(text), text: text.to_owned() },
        }
    }

    /// A scalar that is written as it is.
    pub fn plain(raw: &str) -> Self {
        Self { style: Style::Plain, raw: raw.to_owned(), text: raw.to_owned() }
    }

    /// Whether nothing was written.
    pub fn is_absent(&self) -> bool {
        self.style == Style::Plain && self.raw.is_empty()
    }

    /// The lines of the scalar, the first to follow a key; one but for quoted texts that were broken by hand. A block has
    /// its lines apart, see [`Scalar::block`].
    pub(super) fn lines(&self) -> Vec<String> {
        match self.style {
            Style::Block => Vec::new(),
            Style::Plain if !self.raw.contains('\n') => vec![self.raw.clone()],
            Style::Plain if !self.text.contains('\n') => vec![self.text.clone()],
            Style::Plain => vec![quoted(&self.text)],
            Style::Single | Style::Double if is_word(&self.text) => vec![self.text.clone()],
            Style::Single | Style::Double if self.raw.contains('\n') => {
                self.raw.lines().map(|l| trim(l).to_owned()).collect()
            }
            Style::Single if !self.text.contains(|c: char| c == '"' || c == '\\' || c.is_control()) => {
                vec![format!("\"{}\"", self.text)]
            }
            Style::Single | Style::Double => vec![self.raw.clone()],
        }
    }

    /// The scalar on one line, if it has no more.
    pub(super) fn inline(&self) -> Option<String> {
        let mut lines = self.lines();
        (lines.len() == 1).then(|| lines.remove(0))
    }

    /// The indicators of a block and its lines.
    pub(super) fn block(&self) -> Option<(&str, impl Iterator<Item = &str>)> {
        if self.style != Style::Block {
            return None;
        }
        let mut lines = self.raw.split('\n');
        Some((lines.next().unwrap_or("|"), lines))
    }
}

fn trim(line: &str) -> &str {
    line.trim_matches([' ', '\t'])
}

/// A text in double quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                quoted.push_str(&format!("\\U{:08x}", u32::from(c)));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Words that some reader of YAML takes for something else than text.
const TAKEN: &[&str] = &["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// What may follow a number in a text that is none: units of counts, rates and durations.
const UNITS: &[&str] = &["k", "M", "B", "%", "ns", "us", "ms", "s", "m", "h", "d", "w"];

/// Whether every reader of YAML takes this for a text without quotes, wherever it stands.
pub(super) fn is_word(text: &str) -> bool {
    is_name(text) || is_measure(text)
}

/// `customers.id`, `_life`, `utf8`.
fn is_name(text: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(part)
        && !text.ends_with('.')
        && !TAKEN.iter().any(|taken| text.eq_ignore_ascii_case(taken))
}

/// `10k`, `1.5M`, `5%`, `36h`.
fn is_measure(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some(at) = text.find(|c: char| !c.is_ascii_digit() && c != '.') else { return false };
    let (number, unit) = text.split_at(at);
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    digits(whole) && digits(fraction) && UNITS.contains(&unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_measures_need_no_quotes_and_texts_keep_them() {
        for text in ["id", "customers.id", "_life.state", "10k", "1.5M", "5%", "36h", "S"] {
            assert!(is_word(text), "{text}");
        }
        for text in ["", "no", "Y", "true", "5", "1.5", "1e3", "0x1", "1..5", "now - 10d", "a,b", "-", "12:30", "x."] {
            assert!(!is_word(text), "{text:?}");
        }
    }

    #[test]
    fn quotes_are_double_where_nothing_needs_escapes() {
        let single = |raw: &str, text: &str| Scalar { style: Style::Single, raw: raw.into(), text: text.into() };
        assert_eq!(single("'a b'", "a b").lines(), ["\"a b\""]);
        assert_eq!(single(r"'\d'", r"\d").lines(), [r"'\d'"]);
        assert_eq!(single("'it''s'", "it's").lines(), ["\"it's\""]);
    }

    #[test]
    fn any_text_can_be_quoted() {
        assert_eq!(quoted("a\"b\\c\nd\u{1}"), "\"a\\\"b\\\\c\\nd\\U00000001\"");
    }
}
