//! A sign or a mask that somebody gave as an example -> a regular expression that `gen: pattern` takes.

/// Prefixes of one or two capitals that stand for a word and never change.
const KNOWN: &[&str] = &["PO", "ID", "NO", "NR", "RE", "SO", "WO", "QR", "TX", "EU"];

/// What a run of characters of an example is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Upper,
    Lower,
    Digit,
    Hash,
    Other,
}

fn class(c: char) -> Class {
    match c {
        'A'..='Z' => Class::Upper,
        'a'..='z' => Class::Lower,
        '0'..='9' => Class::Digit,
        '#' => Class::Hash,
        _ => Class::Other,
    }
}

/// The pattern of an example.
///
/// - What is written as a regular expression already stays as it is: `[A-Z]{3}-\d{4}`.
/// - Masks: `#` and `9`s beside capitals that repeat (`XX-9999`, `AAA-000`) are digits, repeated `X` and `A` are capitals.
/// - Digits become as many digits. Four of them that are a year from 1900 to 2099 in a part of their own, where other digits follow,
///   stay in their century: `INV/2023/0042` -> `INV/20[0-9]{2}/[0-9]{4}`.
/// - Three and more capitals are a prefix that stays where something follows (`SKU-00412` -> `SKU-[0-9]{5}`), one or two become
///   capitals (`AB-1234` -> `[A-Z]{2}-[0-9]{4}`) unless they are known (`PO-1234`). Small letters before a separator stay, as in
///   `ord_8fk2`; those beside digits in one part may be any.
pub fn pattern(example: &str) -> String {
    let example = example.trim();
    if is_pattern(example) {
        return example.trim_start_matches('^').trim_end_matches('$').to_owned();
    }
    if let Some(mask) = mask(example) {
        return mask;
    }
    let runs = runs(example);
    let mut pattern = String::new();
    for at in 0..runs.len() {
        pattern.push_str(&piece(&runs, at));
    }
    pattern
}

/// Whether a text is written as a regular expression.
pub fn is_pattern(text: &str) -> bool {
    let has_class = text.contains('[') && text.contains(']');
    let has_count = text.contains('{') && text.contains('}');
    let has_escape = ["\\d", "\\w", "\\s"].iter().any(|escape| text.contains(escape));
    (has_class || has_escape || (has_count && text.contains(')')))
        && regex_syntax::ast::parse::Parser::new().parse(text).is_ok()
}

/// Characters of one class that follow each other.
fn runs(text: &str) -> Vec<(Class, &str)> {
    let mut runs: Vec<(Class, &str)> = Vec::new();
    let mut from = 0;
    let mut last = None;
    for (at, c) in text.char_indices() {
        let now = class(c);
        if let Some(before) = last.filter(|before| *before != now) {
            runs.push((before, &text[from..at]));
            from = at;
        }
        last = Some(now);
    }
    runs.extend(last.map(|class| (class, &text[from..])));
    runs
}

fn times(class: &str, count: usize) -> String {
    if count == 1 { class.to_owned() } else { format!("{class}{{{count}}}") }
}

fn piece(runs: &[(Class, &str)], at: usize) -> String {
    let (class, text) = runs[at];
    let before = at.checked_sub(1).map(|at| runs[at].0);
    let next = runs.get(at + 1).map(|run| run.0);
    match class {
        Class::Other => escaped(text),
        Class::Hash => times("[0-9]", text.len()),
        Class::Digit => digits(runs, at),
        Class::Upper => {
            let is_prefix = at == 0 && next.is_some();
            let is_known = is_prefix && next == Some(Class::Other) && KNOWN.contains(&text);
            let stays = (text.len() >= 3 && is_prefix) || is_known || next == Some(Class::Lower);
            if stays { text.to_owned() } else { times("[A-Z]", text.len()) }
        }
        Class::Lower if before == Some(Class::Upper) => text.to_owned(),
        Class::Lower => {
            // A part with digits in it is drawn as a whole, one character after the other.
            let is_mixed = before == Some(Class::Digit) || (at > 0 && next == Some(Class::Digit));
            if is_mixed { times("[a-z]", text.len()) } else { text.to_owned() }
        }
    }
}

/// Digits, or a year in a part of its own with others behind it.
fn digits(runs: &[(Class, &str)], at: usize) -> String {
    let (_, text) = runs[at];
    let is_part = |at: Option<usize>| at.and_then(|at| runs.get(at)).is_none_or(|run| run.0 == Class::Other);
    let has_more = runs[at + 1..].iter().any(|run| run.0 == Class::Digit);
    let century = ["19", "20"].iter().find(|century| text.starts_with(**century));
    match century {
        Some(century) if text.len() == 4 && has_more && is_part(at.checked_sub(1)) && is_part(Some(at + 1)) => {
            format!("{century}[0-9]{{2}}")
        }
        _ => times("[0-9]", text.len()),
    }
}

/// `###-##`, `XX-9999`, `AAA-000`, `NNN-LL`: letters and digits that repeat and stand for others.
fn mask(text: &str) -> Option<String> {
    let runs = runs(text);
    let same = |run: &str| run.bytes().all(|byte| Some(byte) == run.bytes().next());
    let letters = runs.iter().filter(|run| run.0 == Class::Upper);
    let is_letter_mask =
        letters.clone().all(|run| run.1.len() > 1 && same(run.1) && matches!(run.1.as_bytes()[0], b'A' | b'X' | b'L'));
    let digits = runs.iter().filter(|run| run.0 == Class::Digit);
    let is_digit_mask =
        digits.clone().all(|run| same(run.1) && matches!(run.1.as_bytes()[0], b'9' | b'0') && run.1.len() > 1);
    let has_hash = runs.iter().any(|run| run.0 == Class::Hash);
    let has_lower = runs.iter().any(|run| run.0 == Class::Lower);
    let has_letters = letters.count() > 0;
    let is_mask = has_hash || (is_letter_mask && has_letters && is_digit_mask && digits.count() > 0);
    if !is_mask || has_lower {
        return None;
    }
    let piece = |(class, text): &(Class, &str)| match class {
        Class::Upper if is_letter_mask => times("[A-Z]", text.len()),
        Class::Upper => (*text).to_owned(),
        Class::Digit if has_hash => (*text).to_owned(),
        Class::Digit | Class::Hash => times("[0-9]", text.len()),
        _ => escaped(text),
    };
    Some(runs.iter().map(piece).collect())
}

/// A literal text as a regular expression.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if ".+*?()|[]{}^$\\#&~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_become_patterns_that_match_them() {
        for (example, expected) in [
            ("INV/2023/0042", "INV/20[0-9]{2}/[0-9]{4}"),
            ("AB-1234", "[A-Z]{2}-[0-9]{4}"),
            ("SKU-00412", "SKU-[0-9]{5}"),
            ("KX-90817", "[A-Z]{2}-[0-9]{5}"),
            ("AB-123-CD", "[A-Z]{2}-[0-9]{3}-[A-Z]{2}"),
            ("D07", "[A-Z][0-9]{2}"),
            ("V0001-X", "[A-Z][0-9]{4}-[A-Z]"),
            ("PO-10023", "PO-[0-9]{5}"),
            ("XX-9999", "[A-Z]{2}-[0-9]{4}"),
            ("AAA-000", "[A-Z]{3}-[0-9]{3}"),
            ("###-##", "[0-9]{3}-[0-9]{2}"),
            ("ORD-#####", "ORD-[0-9]{5}"),
            ("[A-Z]{3}", "[A-Z]{3}"),
            ("^[A-Z]{2}\\d{4}$", "[A-Z]{2}\\d{4}"),
            ("2024-00017", "20[0-9]{2}-[0-9]{5}"),
            ("4711", "[0-9]{4}"),
            ("ord_8fk2", "ord_[0-9][a-z]{2}[0-9]"),
            ("emp-042", "emp-[0-9]{3}"),
            ("12.34", "[0-9]{2}\\.[0-9]{2}"),
            ("Room 12", "Room [0-9]{2}"),
            ("B 12-C", "[A-Z] [0-9]{2}-[A-Z]"),
        ] {
            assert_eq!(pattern(example), expected, "{example}");
        }
    }

    #[test]
    fn every_pattern_can_be_read() {
        for example in ["a+b*c", "{}", "[", "x|y", "50% off", "(1)", "#1", "ä-1", "", "\\"] {
            let pattern = pattern(example);
            assert!(regex_syntax::ast::parse::Parser::new().parse(&pattern).is_ok(), "{example}: {pattern}");
        }
    }
}
