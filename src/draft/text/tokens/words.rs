//! Words: letters with what stands between them, addresses, and abbreviations with their points.

use super::{is_invisible, plain};

/// Abbreviations that keep their point, in lower case without it.
const SHORT: &[&str] = &[
    "approx", "ca", "etc", "vs", "no", "nr", "bzw", "usw", "max", "min", "mr", "mrs", "ms", "dr", "prof", "inc",
    "incl", "resp", "fig", "tel", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt", "nov",
    "dec", "dez", "mio", "mrd", "tsd", "std", "hr", "hrs", "sec", "mins", "env", "aprox", "ej", "núm", "num", "excl",
    "cf", "evtl", "ggf", "vgl", "zzgl", "inkl", "mind",
];

/// Words with a slash within.
const SLASHED: &[&str] = &["n/a", "w/o", "c/o", "km/h", "m/s", "i/o", "l/min", "kw/h", "l/s", "b/w", "a/c", "w/"];

/// Bytes of the word that a text begins with, and its normal form.
pub fn word(rest: &str) -> (usize, String) {
    if let Some(len) = slashed(rest).or_else(|| address(rest)) {
        return (len, plain(&rest[..len]));
    }
    let len = letters(rest);
    let word = plain(&rest[..len]);
    if let Some(plural) = ["(s)", "(es)"].iter().find(|plural| rest[len..].starts_with(**plural)) {
        return (len + plural.len(), word + plural.trim_matches(['(', ')']));
    }
    match rest[len..].starts_with('.') && keeps_point(&word, &rest[len + 1..]) {
        true => (len + 1, word + "."),
        false => (len, word),
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_invisible(c)
}

/// Bytes of letters with inner hyphens, apostrophes, underscores and points.
fn letters(rest: &str) -> usize {
    let mut chars = rest.char_indices().peekable();
    let mut part = 0;
    while let Some((at, c)) = chars.next() {
        if is_letter(c) {
            continue;
        }
        let next = chars.peek().map(|(_, c)| *c);
        if !is_joint(c, next, &rest[part..at], at - part) {
            return at;
        }
        part = at + c.len_utf8();
    }
    rest.len()
}

/// Whether a mark holds two parts of a word together.
fn is_joint(c: char, next: Option<char>, part: &str, len: usize) -> bool {
    let Some(next) = next else { return false };
    match c {
        '_' => next.is_alphanumeric() || next == '_',
        '-' | '\u{2010}' | '\u{2011}' => {
            next.is_alphabetic() || (next.is_numeric() && !matches!(part, "to" | "bis" | "a" | "to the"))
        }
        '\'' | '’' | '\u{2bc}' => next.is_alphabetic(),
        '.' => next.is_alphanumeric() && (len == 1 || !next.is_uppercase()) && !part.is_empty(),
        _ => false,
    }
}

/// `e.g.`, `z.B.`, `U.S.` and known abbreviations; the latter not at the end of a sentence.
fn keeps_point(word: &str, behind: &str) -> bool {
    let is_dotted = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    if is_dotted {
        return true;
    }
    let next = behind.trim_start_matches([' ', '\u{a0}']).chars().next();
    let is_name = matches!(word, "mr" | "mrs" | "ms" | "dr" | "prof" | "no" | "nr" | "vs" | "mio" | "mrd" | "tsd");
    let goes_on = next
        .is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || ",;:)".contains(c) || (is_name && c.is_uppercase()));
    // "no." and "min." end sentences too; a blank must follow where an abbreviation goes on.
    SHORT.contains(&word)
        && goes_on
        && (behind.starts_with([' ', '\u{a0}', ',', ';', ':', ')']) || next.is_some_and(|c| c.is_ascii_digit()))
}

fn slashed(rest: &str) -> Option<usize> {
    let head: String = rest.chars().take(5).map(|c| c.to_ascii_lowercase()).collect();
    let fits = |word: &&&str| head.starts_with(**word) && !rest[word.len()..].starts_with(char::is_alphanumeric);
    SLASHED.iter().filter(|word| rest.is_char_boundary(word.len().min(rest.len()))).find(fits).map(|word| word.len())
}

/// Bytes of an e-mail address or a URL.
fn address(rest: &str) -> Option<usize> {
    let scheme = rest.bytes().take(10).take_while(u8::is_ascii_alphabetic).count();
    if scheme > 1 && rest[scheme..].starts_with("://") || rest.starts_with("www.") {
        let end = rest
            .find(|c: char| c.is_whitespace() || c.is_control() || "\"'<>()[]{}|`«»“”".contains(c))
            .unwrap_or(rest.len());
        return Some(rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?']).len());
    }
    let local =
        rest.bytes().take(80).take_while(|byte| byte.is_ascii_alphanumeric() || b"._+-%".contains(byte)).count();
    let host = rest[local..].strip_prefix('@')?;
    let len = host.bytes().take(200).take_while(|byte| byte.is_ascii_alphanumeric() || b".-".contains(byte)).count();
    let host = host[..len].trim_end_matches(['.', '-']);
    (!host.is_empty()).then_some(local + 1 + host.len())
}
