//! Names in expressions: which tables and rows a text speaks of, and how one of them is called otherwise.

use std::ops::Range;

/// The names of a text outside of its quotes, with their dots: `round`, `customers.name`.
pub(in crate::draft) fn names(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(c) = text[at..].chars().next() {
            if matches!(c, '\'' | '"') {
                let rest = &text[at + 1..];
                at = rest.find(c).map_or(text.len(), |end| at + 1 + end + 1);
            } else if c.is_alphanumeric() || c == '_' {
                let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
                let end = text[at..].find(|c| !is_part(c)).map_or(text.len(), |end| at + end);
                let name = at..end;
                at = end;
                if !c.is_ascii_digit() {
                    return Some((name.clone(), &text[name]));
                }
            } else {
                at += c.len_utf8();
            }
        }
        None
    })
}

/// Whether a text has a name that begins with `root` and a dot.
pub(in crate::draft) fn speaks_of(text: &str, root: &str) -> bool {
    names(text).any(|(_, name)| name.split_once('.').is_some_and(|(head, _)| head == root))
}

/// Whether a text has a name.
pub(in crate::draft) fn has(text: &str, wanted: &str) -> bool {
    names(text).any(|(_, name)| name == wanted)
}

/// The text with every name changed for which there is another.
pub(in crate::draft) fn renamed(text: &str, other: impl Fn(&str) -> Option<String>) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for (range, name) in names(text) {
        if let Some(other) = other(name) {
            changed.push_str(&text[at..range.start]);
            changed.push_str(&other);
            at = range.end;
        }
    }
    changed.push_str(&text[at..]);
    changed
}

/// The text with another root for the names that begin with `from` and a dot.
pub(in crate::draft) fn with_root(text: &str, from: &str, to: &str) -> String {
    renamed(text, |name| name.split_once('.').filter(|(head, _)| *head == from).map(|(_, rest)| format!("{to}.{rest}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_outside_of_texts_and_numbers() {
        let found: Vec<&str> =
            names("case when tier = 'a.b' then 1.5 * products.price else _x end").map(|(_, name)| name).collect();
        assert_eq!(found, ["case", "when", "tier", "then", "products.price", "else", "_x", "end"]);
        assert!(speaks_of("quantity * products.price", "products") && !speaks_of("products", "products"));
        assert!(!speaks_of("'products.price'", "products") && !speaks_of("x.products.price", "products"));
    }

    #[test]
    fn a_root_is_renamed_everywhere_but_in_texts() {
        assert_eq!(with_root("a.b + a.c || 'a.d' + ba.e", "a", "x"), "x.b + x.c || 'a.d' + ba.e");
    }
}
