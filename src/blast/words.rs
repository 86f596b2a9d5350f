//! Two texts of one parameter -> whether they mean the same but for renamed names; and which names a text speaks of.

use std::collections::BTreeSet;

/// Names that only became others: the old one and the new one.
pub(super) type Renames = BTreeSet<(String, String)>;

/// A part of an expression.
#[derive(Debug, PartialEq, Eq)]
enum Token<'t> {
    /// A name, without the double quotes that it may have.
    Name(&'t str),
    /// A quoted text, a number, blanks or a single character.
    Other(&'t str),
}

/// Whether two SQL expressions are the same: blanks aside, and with old names where the other has the new ones.
pub(super) fn same_sql(old: &str, new: &str, renames: &Renames) -> bool {
    let has_comment = |text: &str| text.contains("--") || text.contains("/*");
    old == new || (!has_comment(old) && !has_comment(new) && same_tokens(&sql(old), &sql(new), renames))
}

/// Whether two templates are the same, with old names where the other has the new ones: only within `{{ }}` and `{% %}`.
pub(super) fn same_template(old: &str, new: &str, renames: &Renames) -> bool {
    if old == new {
        return true;
    }
    let (old, new) = (pieces(old), pieces(new));
    let same = |(old, new): (&(bool, &str), &(bool, &str))| match (old, new) {
        ((true, old), (true, new)) => same_tokens(&tokens(old, &['\'', '"']), &tokens(new, &['\'', '"']), renames),
        _ => old == new,
    };
    old.len() == new.len() && old.iter().zip(&new).all(same)
}

/// Whether two dotted names are the same, each with the offsets that may follow (`created_at + 2d`).
pub(super) fn same_path(old: &str, new: &str, renames: &Renames) -> bool {
    let ((old, before), (new, after)) = (base(old), base(new));
    let is_same = |(old, new): (&str, &str)| old == new || renames.contains(&(old.to_owned(), new.to_owned()));
    let (one, other): (Vec<&str>, Vec<&str>) = (old.split('.').collect(), new.split('.').collect());
    before == after && one.len() == other.len() && one.into_iter().zip(other).all(is_same)
}

/// A point in time without its offsets, and these.
pub(super) fn base(text: &str) -> (&str, &str) {
    let at = [" + ", " - "].iter().filter_map(|sign| text.find(sign)).min().unwrap_or(text.len());
    (text[..at].trim(), text[at..].trim())
}

/// Whether an expression has a name, outside quotes.
pub(super) fn mentions(text: &str, name: &str) -> bool {
    sql(text).contains(&Token::Name(name))
}

/// Whether a name stands anywhere in a text.
pub(super) fn has_word(text: &str, name: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
}

fn sql(text: &str) -> Vec<Token<'_>> {
    let mut tokens = tokens(text, &['\'']);
    tokens.retain(|token| !matches!(token, Token::Other(other) if other.trim().is_empty()));
    tokens
}

fn same_tokens(old: &[Token<'_>], new: &[Token<'_>], renames: &Renames) -> bool {
    let same = |(old, new): (&Token<'_>, &Token<'_>)| match (old, new) {
        (Token::Name(one), Token::Name(other)) if one != other => {
            renames.contains(&((*one).to_owned(), (*other).to_owned()))
        }
        _ => old == new,
    };
    old.len() == new.len() && old.iter().zip(new).all(same)
}

/// The tokens of a text in which these characters quote texts, and double quotes names where they are none of them.
fn tokens<'t>(text: &'t str, quotes: &[char]) -> Vec<Token<'t>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (token, len) = next(rest, first, quotes);
        found.push(token);
        rest = &rest[len..];
    }
    found
}

fn next<'t>(rest: &'t str, first: char, quotes: &[char]) -> (Token<'t>, usize) {
    let run = |belongs: fn(char) -> bool| rest.find(|c| !belongs(c)).unwrap_or(rest.len());
    if quotes.contains(&first) || first == '"' {
        let len = quoted(rest, first);
        let inner = || rest[1..len].trim_end_matches('"');
        return (if quotes.contains(&first) { Token::Other(&rest[..len]) } else { Token::Name(inner()) }, len);
    }
    let len = match first {
        _ if first.is_alphabetic() || first == '_' => {
            let len = run(|c| c.is_alphanumeric() || c == '_');
            return (Token::Name(&rest[..len]), len);
        }
        _ if first.is_ascii_digit() => run(|c| c.is_alphanumeric() || c == '.' || c == '_'),
        _ if first.is_whitespace() => run(char::is_whitespace),
        _ => first.len_utf8(),
    };
    (Token::Other(&rest[..len]), len)
}

/// The length of a quoted text; a doubled quote does not end it.
fn quoted(text: &str, quote: char) -> usize {
    let mut from = 1;
    while let Some(at) = text[from..].find(quote) {
        from += at + 1;
        if !text[from..].starts_with(quote) {
            return from;
        }
        from += 1;
    }
    text.len()
}

/// The parts of a template, each with whether it is code.
fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = [rest.find("{{"), rest.find("{%")].into_iter().flatten().min() {
        let end = ["}}", "%}"].iter().filter_map(|end| rest[start..].find(end)).min();
        let end = end.map_or(rest.len(), |end| start + end + 2);
        found.extend([(false, &rest[..start]), (true, &rest[start..end])]);
        rest = &rest[end..];
    }
    found.push((false, rest));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn renames() -> Renames {
        Renames::from([("score".to_owned(), "rating".to_owned())])
    }

    #[test]
    fn expressions_are_the_same_but_for_blanks_and_renamed_names() {
        assert!(same_sql("score>50 and x = 'score'", "rating > 50 and x='score'", &renames()));
        assert!(same_sql("\"score\" + t.score", "rating + t.rating", &renames()));
        assert!(!same_sql("x = 'score'", "x = 'rating'", &renames()));
        assert!(!same_sql("a and b", "a or b", &renames()));
        assert!(!same_sql("1 + 2 -- x\n + 3", "1 + 2 -- x + 3", &renames()));
        assert!(!same_sql("x = 'a  b'", "x = 'a b'", &renames()));
    }

    #[test]
    fn templates_change_names_within_braces_only() {
        assert!(same_template("score {{ score }}", "score {{ rating }}", &renames()));
        assert!(!same_template("score {{ score }}", "rating {{ rating }}", &renames()));
        assert!(!same_template("{{ x|default('score') }}", "{{ x|default('rating') }}", &renames()));
    }

    #[test]
    fn paths_keep_their_offsets() {
        assert!(same_path("t.score + 2d", "t.rating + 2d", &renames()));
        assert!(!same_path("score + 2d", "rating + 3d", &renames()));
        assert!(!same_path("score", "scores", &renames()));
    }

    #[test]
    fn names_are_not_found_in_texts() {
        assert!(mentions("100 * scale", "scale") && !mentions("'scale' || scales", "scale"));
    }
}
