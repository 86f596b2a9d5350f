//! Prose -> tokens.

use super::{Kind, Token};

/// Cuts a prose into tokens.
pub fn tokens(prose: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(c) = prose[at..].chars().next() {
        let start = at;
        at = match c {
            '\n' => start + 1,
            c if c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            c if c.is_alphanumeric() => start + run(&prose[start..], |c| c.is_alphanumeric() || "_'’-.,%".contains(c)),
            c => start + c.len_utf8(),
        };
        let kind = match c {
            '\n' => Kind::Break,
            c if c.is_ascii_digit() => Kind::Number,
            c if c.is_alphanumeric() => Kind::Word,
            _ => Kind::Mark,
        };
        if matches!(kind, Kind::Word | Kind::Number) {
            at -= prose[start..at].len() - prose[start..at].trim_end_matches([',', '.', '-', '\'']).len();
        }
        found.push(Token { kind, start, end: at, norm: prose[start..at].to_lowercase() });
    }
    found
}

/// Bytes of the letters at the beginning for which a test holds.
fn run(text: &str, holds: impl Fn(char) -> bool) -> usize {
    text.find(|c| !holds(c)).unwrap_or(text.len())
}
