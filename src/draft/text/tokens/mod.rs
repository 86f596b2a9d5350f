//! Prose -> tokens, in one pass.
//!
//! - A date or instant is one [`Kind::Number`] (`2024-07-01`, `01.07.2024`, `2024-07-01T12:00:00Z`, `12:30`); a numeric range is three
//!   tokens (`1`, `-`, `3`), so that `1-3`, `1 - 3` and `1–3` read alike. A minus belongs to a number where it cannot be a range.
//! - What is glued to a number belongs to it: `20k`, `50%`, `9am`, `7th`, `10GB`; not money: `$5`, `5€` are two tokens.
//! - A sign such as `INV/2023/0042`, `AB-1234`, `###-##`, `555-123-4567`, `1.2.3`, an address and a URL are one [`Kind::Word`] each.
//! - A file that heads what it has, `tickets.csv: id, title`, has its name without the ending for its [`Token::norm`].
//! - `e.g.`, `i.e.`, `approx.` have their point within; a point that ends a sentence is a [`Kind::Mark`].
//! - Lines that fence code leave no token. Emphasis (`**so**`) leaves no token either; the hashes of a heading are a [`Kind::Bullet`]; pipes of tables are marks.
//! - [`Token::norm`] has `-` for every single dash, `--` and `---` for two and more, `>=` for `≥`, `...` for `…`, `->` for `→`,
//!   `±` for `give or take` and `plus or minus`.

mod dates;
mod files;
mod lines;
mod marks;
mod numbers;
mod quoted;
mod signs;
#[cfg(test)]
mod tests;
mod words;

pub use self::files::parted as file_name;
use self::quoted::Closings;
use super::{Kind, Token};

/// Cuts a prose into tokens.
pub fn tokens(prose: &str) -> Vec<Token> {
    let mut cutter = Cutter { prose, tokens: Vec::new(), at: 0, is_line_start: true, closings: Closings::default() };
    while cutter.step() {}
    cutter.tokens
}

/// How far the prose has been cut.
struct Cutter<'p> {
    prose: &'p str,
    tokens: Vec<Token>,
    /// The next byte.
    at: usize,
    /// Whether the line has no token yet.
    is_line_start: bool,
    closings: Closings,
}

/// A token's kind, length in bytes and normal form.
type Cut = (Kind, usize, String);

impl<'p> Cutter<'p> {
    /// The prose that is not yet cut.
    fn rest(&self) -> &'p str {
        &self.prose[self.at..]
    }

    /// The character before the next one.
    fn before(&self) -> Option<char> {
        self.prose[..self.at].chars().next_back()
    }

    /// Cuts one token, or skips what is none; `false` at the end.
    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(c) = rest.chars().next() else { return false };
        if let Some((len, norm)) = lines::breaks(rest) {
            self.push((Kind::Break, len, norm.to_owned()));
            self.is_line_start = true;
            return true;
        }
        if let Some(length) = lines::fence(rest).filter(|_| self.is_line_start) {
            self.at += length;
            return true;
        }
        if is_blank(c) {
            self.at += c.len_utf8();
            return true;
        }
        match self.cut(rest, c) {
            Some(cut) => self.push(cut),
            None => self.at += marks::emphasis(rest),
        }
        self.is_line_start = false;
        true
    }

    fn push(&mut self, (kind, len, norm): Cut) {
        self.tokens.push(Token { kind, start: self.at, end: self.at + len, norm });
        self.at += len;
    }

    /// The token that begins here; none where emphasis does.
    fn cut(&mut self, rest: &str, c: char) -> Option<Cut> {
        if self.is_line_start
            && let Some((len, norm)) = lines::bullet(rest, &self.tokens)
        {
            return Some((Kind::Bullet, len, norm));
        }
        let before = self.before();
        if let Some((len, inner)) = quoted::quoted(self.prose, self.at, before, &mut self.closings) {
            return Some((Kind::Quoted, len, inner.to_owned()));
        }
        if let Some(len) = dates::date(rest) {
            return Some((Kind::Number, len, plain(&rest[..len])));
        }
        if let Some(len) = signs::sign(rest) {
            return Some((Kind::Word, len, plain(&rest[..len])));
        }
        if let Some(cut) = numbers::number(rest, before, self.tokens.last()) {
            return Some(cut);
        }
        if let Some(len) = marks::more_or_less(rest) {
            return Some((Kind::Mark, len, "±".to_owned()));
        }
        if c.is_alphanumeric() {
            let (len, norm) = words::word(rest);
            let stem = files::headed(&norm, &rest[len..]);
            return Some((Kind::Word, len, stem.unwrap_or(norm)));
        }
        if marks::emphasis(rest) > 0 && marks::is_emphasis(rest, before) {
            return None;
        }
        let (len, norm) = marks::mark(rest, c);
        Some((if norm.chars().all(|c| !c.is_alphabetic()) { Kind::Mark } else { Kind::Word }, len, norm))
    }
}

/// Whether a character leaves no token: white space, control characters, and what has no width.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// Characters without width that may stand within words.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe0f}')
        || super::fold::is_combining(c)
}

/// A text in lower case with plain dashes, apostrophes, digits and spaces, composed letters, and nothing invisible.
fn plain(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut norm = String::with_capacity(text.len());
    for c in text.chars() {
        if super::fold::is_combining(c)
            && let Some(letter) = norm.chars().next_back()
            && let Some(composed) = super::fold::composed(letter, c)
        {
            norm.pop();
            norm.push(composed);
        } else if !is_invisible(c) {
            norm.extend(plain_char(c).to_lowercase());
        }
    }
    norm
}

/// A dash, apostrophe, digit or space in its plain form.
pub fn plain_char(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '\u{b4}' | '\u{2bc}' => '\'',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '\u{ff10}'..='\u{ff19}' => char::from(b'0' + (u32::from(c) - 0xff10) as u8),
        '\u{ff0c}' => ',',
        '\u{ff0e}' => '.',
        '\u{ff05}' => '%',
        c => c,
    }
}
