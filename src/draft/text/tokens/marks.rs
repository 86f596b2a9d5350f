//! Marks: `,`, `>=`, `±`, dashes, and the asterisks of emphasis, which are none.

/// Marks of several characters, and of one that is written otherwise, with their normal forms; longer ones first.
const MARKS: &[(&str, &str)] = &[
    ("+/-", "±"),
    ("+-", "±"),
    ("<=", "<="),
    (">=", ">="),
    ("=<", "<="),
    ("!=", "!="),
    ("<>", "!="),
    ("==", "="),
    ("->", "->"),
    ("=>", "->"),
    ("≤", "<="),
    ("≥", ">="),
    ("≠", "!="),
    ("→", "->"),
    ("⇒", "->"),
    ("…", "..."),
    ("×", "x"),
    ("≈", "~"),
    ("~", "~"),
    ("−", "-"),
    ("‐", "-"),
    ("‑", "-"),
    ("–", "-"),
    ("—", "-"),
    ("―", "-"),
    ("％", "%"),
    ("，", ","),
    ("；", ";"),
    ("：", ":"),
    ("（", "("),
    ("）", ")"),
    ("°c", "°c"),
    ("°C", "°c"),
    ("°F", "°f"),
    ("℃", "°c"),
    ("℉", "°f"),
    ("№", "no."),
];

/// Bytes of the mark that a text begins with, and its normal form.
pub fn mark(rest: &str, c: char) -> (usize, String) {
    let run = if matches!(c, '-' | '.' | '=') { run(rest, c) } else { 1 };
    match c {
        _ if run > 1 => (run, c.to_string().repeat(run.min(3))),
        _ => match MARKS.iter().find(|(mark, _)| rest.starts_with(mark)) {
            Some((mark, norm)) => (mark.len(), (*norm).to_owned()),
            None => (c.len_utf8(), c.to_string()),
        },
    }
}

/// Bytes of the same character at the beginning.
fn run(rest: &str, c: char) -> usize {
    rest.find(|other| other != c).unwrap_or(rest.len())
}

/// Bytes of asterisks, underscores, tildes or backticks at the beginning.
pub fn emphasis(rest: &str) -> usize {
    match rest.chars().next() {
        Some(c @ ('*' | '_' | '~' | '`')) => run(rest, c),
        _ => 0,
    }
}

/// Whether such a run embraces words: it touches one on one side only. A single `~` means "about".
pub fn is_emphasis(rest: &str, before: Option<char>) -> bool {
    let len = emphasis(rest);
    if rest.starts_with('~') && len == 1 {
        return false;
    }
    let is_open =
        |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || (c.is_ascii_punctuation() && !"*_".contains(c)));
    let (left, right) = (before, rest[len..].chars().next());
    len > 1 || rest.starts_with(['_', '`']) || is_open(left) != is_open(right)
}

/// Bytes of the words for `±` that a text begins with, where an amount follows.
pub fn more_or_less(rest: &str) -> Option<usize> {
    const WORDS: &[&str] = &["give or take", "plus or minus", "plus/minus"];
    WORDS.iter().find_map(|words| {
        let (head, behind) = rest.split_at_checked(words.len())?;
        let amount = behind.trim_start_matches(' ');
        let has_amount = amount.starts_with(|c: char| c.is_ascii_digit() || "€$£".contains(c));
        (head.eq_ignore_ascii_case(words) && has_amount).then_some(words.len())
    })
}
