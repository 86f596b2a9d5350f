//! A key as it came -> [`Secret`]: nothing that prints or serialises shows it; only the header of a request gets at the text.

use std::fmt;

/// What stands for a key wherever a key would be shown.
pub const MASK: &str = "***";

/// A key.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Takes a key; white space around it is not part of it.
    pub fn new(text: impl AsRef<str>) -> Self {
        Self(text.as_ref().trim().to_owned())
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a header can carry it: printable ASCII without spaces.
    pub fn is_header_safe(&self) -> bool {
        self.0.bytes().all(|byte| byte.is_ascii_graphic())
    }

    /// The text, for the header of a request and for nothing else.
    pub(super) fn reveal(&self) -> &str {
        &self.0
    }

    /// A text in which this key, should it occur as it is or within quotes, is masked.
    pub fn redact(&self, text: &str) -> String {
        match self.0.is_empty() {
            true => text.to_owned(),
            false => text.replace(&self.0, MASK).replace(&self.0.escape_debug().to_string(), MASK),
        }
    }
}

/// A text in which none of the keys occurs.
pub fn redact(text: &str, keys: &[Secret]) -> String {
    keys.iter().fold(text.to_owned(), |text, key| key.redact(&text))
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_shows_a_key() {
        let key = Secret::new(" sk-very-secret\n");
        assert_eq!(format!("{key} {key:?} {:?}", Some(&key)), "*** *** Some(***)");
        assert_eq!(redact("bad key sk-very-secret!", &[Secret::new(""), key]), "bad key ***!");
    }

    #[test]
    fn keys_with_line_breaks_inside_cannot_be_sent() {
        assert!(Secret::new("sk-a_b.c").is_header_safe());
        assert!(!Secret::new("sk-a\nx-evil: 1").is_header_safe());
    }
}
