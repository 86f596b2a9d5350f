//! Line ends and what begins a line: breaks, bullets, numbering, headings.

use super::super::{Kind, Token};

/// Bytes of a line end with the blank lines behind it, and its normal form.
pub fn breaks(rest: &str) -> Option<(usize, &'static str)> {
    let first = end_of_line(rest)?;
    let (mut len, mut ends) = (first, 1);
    loop {
        let blank = blanks(&rest[len..]);
        match end_of_line(&rest[len + blank..]) {
            Some(more) => (len, ends) = (len + blank + more, ends + 1),
            None => return Some((len, if ends > 1 { "\n\n" } else { "\n" })),
        }
    }
}

/// Bytes of the line end that a text begins with.
fn end_of_line(rest: &str) -> Option<usize> {
    ["\r\n", "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}"]
        .iter()
        .find(|end| rest.starts_with(**end))
        .map(|end| end.len())
}

/// Bytes of blanks on the line.
fn blanks(rest: &str) -> usize {
    rest.find(|c: char| !matches!(c, ' ' | '\t' | '\u{a0}' | '\u{b}' | '\u{c}')).unwrap_or(rest.len())
}

/// Bytes of the bullet, numbering or heading at the beginning of a line, and its normal form: `-` for every bullet, `1.`, `b)`, `#`.
pub fn bullet(rest: &str, before: &[Token]) -> Option<(usize, String)> {
    if rest.starts_with('>') && is_followed(&rest[1..]) {
        return Some((1, ">".to_owned()));
    }
    dot(rest).or_else(|| heading(rest)).or_else(|| numbering(rest, before))
}

/// Bytes of a line that only opens or closes a block of code, with the language that it names.
pub fn fence(rest: &str) -> Option<usize> {
    let mark = ["```", "~~~"].into_iter().find(|mark| rest.starts_with(*mark))?;
    let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
    let label = rest[mark.len()..length].trim();
    let is_label = label.len() <= 20 && label.chars().all(|c| c.is_alphanumeric() || "+-_#.".contains(c));
    is_label.then_some(length)
}

fn is_followed(behind: &str) -> bool {
    let blank = blanks(behind);
    blank > 0 && !behind[blank..].is_empty() && end_of_line(&behind[blank..]).is_none()
}

fn dot(rest: &str) -> Option<(usize, String)> {
    let c = rest.chars().next()?;
    let len = c.len_utf8();
    let is_dot = matches!(c, '-' | '*' | '+' | '•' | '◦' | '▪' | '‣' | '·' | '–' | '—' | '●' | '○' | '✓' | '→');
    if !is_dot || !is_followed(&rest[len..]) {
        return None;
    }
    let behind = len + blanks(&rest[len..]);
    let checkbox = ["[ ]", "[x]", "[X]"].iter().find(|mark| rest[behind..].starts_with(**mark));
    let end = checkbox.filter(|_| is_followed(&rest[behind + 3..])).map_or(len, |_| behind + 3);
    Some((end, "-".to_owned()))
}

fn heading(rest: &str) -> Option<(usize, String)> {
    let len = rest.bytes().take(7).take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&len) && is_followed(&rest[len..])).then(|| (len, "#".repeat(len)))
}

/// `1.`, `2)`, `(3)`, `b)`, `c.`: where the line is a paragraph's first, or follows one that was closed or had a bullet too.
fn numbering(rest: &str, before: &[Token]) -> Option<(usize, String)> {
    let open = usize::from(rest.starts_with('('));
    let inner = &rest[open..];
    let digits = inner.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let letter = usize::from(digits == 0 && inner.starts_with(|c: char| c.is_ascii_alphabetic()));
    let len = open + digits + letter;
    let is_label = (1..=3).contains(&digits) || letter == 1;
    let close = rest[len..].chars().next().filter(|c| *c == ')' || (*c == '.' && open == 0))?;
    // "A." may end a name; "a)" cannot.
    let is_name = close == '.' && inner.starts_with(|c: char| c.is_ascii_uppercase());
    (is_label && !is_name && is_followed(&rest[len + 1..]) && may_number(before))
        .then(|| (len + 1, rest[..=len].to_ascii_lowercase()))
}

fn may_number(before: &[Token]) -> bool {
    let Some((last, lines)) = before.split_last() else { return true };
    let closes =
        |token: &Token| token.kind == Kind::Mark && [":", ".", ";", ",", "!", "?", ")"].contains(&token.norm.as_str());
    let line = lines.iter().rev().take(60).take_while(|token| token.kind != Kind::Break).last();
    last.norm == "\n\n" || lines.last().is_none_or(closes) || line.is_some_and(|first| first.kind == Kind::Bullet)
}
