//! `like` patterns: `%` any characters, `_` one character, an escape character before either takes it literally.

use std::borrow::Cow;

/// A pattern, made ready once for many strings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::expr) struct Pattern {
    shape: Shape,
    fold: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Shape {
    Exact(String),
    Prefix(String),
    Suffix(String),
    Contains(String),
    General(Vec<Part>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Any,
    One,
    Char(char),
}

impl Pattern {
    /// Reads a pattern; with `fold` it matches without regard to case.
    pub(in crate::expr) fn new(pattern: &str, escape: Option<char>, fold: bool) -> Self {
        let pattern = folded(pattern, fold);
        Self { shape: Shape::new(parts(&pattern, escape)), fold }
    }

    /// Whether the whole text matches.
    pub(in crate::expr) fn matches(&self, text: &str) -> bool {
        let text = &*folded(text, self.fold);
        match &self.shape {
            Shape::Exact(exact) => text == exact,
            Shape::Prefix(prefix) => text.starts_with(prefix.as_str()),
            Shape::Suffix(suffix) => text.ends_with(suffix.as_str()),
            Shape::Contains(part) => text.contains(part.as_str()),
            Shape::General(parts) => general(text, parts),
        }
    }
}

impl Shape {
    fn new(parts: Vec<Part>) -> Self {
        let plain = |parts: &[Part]| -> Option<String> {
            parts.iter().map(|part| if let Part::Char(c) = part { Some(*c) } else { None }).collect()
        };
        let found = match parts.as_slice() {
            [Part::Any, inner @ .., Part::Any] => plain(inner).map(Self::Contains),
            [inner @ .., Part::Any] => plain(inner).map(Self::Prefix),
            [Part::Any, inner @ ..] => plain(inner).map(Self::Suffix),
            all => plain(all).map(Self::Exact),
        };
        found.unwrap_or(Self::General(parts))
    }
}

fn folded(text: &str, fold: bool) -> Cow<'_, str> {
    if fold { text.to_lowercase().into() } else { text.into() }
}

fn parts(pattern: &str, escape: Option<char>) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        found.push(match c {
            c if Some(c) == escape => Part::Char(chars.next().unwrap_or(c)),
            '%' if found.last() == Some(&Part::Any) => continue,
            '%' => Part::Any,
            '_' => Part::One,
            c => Part::Char(c),
        });
    }
    found
}

/// Greedy matching that goes back to the last `%` only, which is enough and never exponential.
fn general(text: &str, parts: &[Part]) -> bool {
    let (mut rest, mut at) = (text, 0);
    let mut retry: Option<(&str, usize)> = None;
    loop {
        let mut chars = rest.chars();
        let next = chars.next();
        match (parts.get(at), next) {
            (Some(Part::Any), _) => {
                retry = Some((rest, at + 1));
                at += 1;
            }
            (Some(Part::One), Some(_)) => (rest, at) = (chars.as_str(), at + 1),
            (Some(Part::Char(wanted)), Some(c)) if *wanted == c => (rest, at) = (chars.as_str(), at + 1),
            (None, None) => return true,
            _ => {
                let Some((start, resume)) = retry else { return false };
                let mut skipped = start.chars();
                if skipped.next().is_none() {
                    return false;
                }
                retry = Some((skipped.as_str(), resume));
                (rest, at) = (skipped.as_str(), resume);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_match_as_in_sql() {
        let cases = [
            ("abc", "abc", true),
            ("abc", "a%", true),
            ("abc", "%c", true),
            ("abc", "%b%", true),
            ("abc", "a_c", true),
            ("abc", "_", false),
            ("äbc", "_bc", true),
            ("a%c", "a\\%c", true),
            ("abc", "a\\%c", false),
            ("aXbXc", "a%b%c", true),
            ("ab", "a%b%c", false),
            ("", "%", true),
            ("mississippi", "%iss%ip%i", true),
        ];
        for (text, pattern, expected) in cases {
            assert_eq!(Pattern::new(pattern, Some('\\'), false).matches(text), expected, "{text} like {pattern}");
        }
        assert!(Pattern::new("STRASSE%", None, true).matches("Strasse 1"));
    }
}
