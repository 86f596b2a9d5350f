//! Text and names in, what XML 1.0 can hold out.
//!
//! A character that XML has no form for becomes `_xHHHH_`, its code point in hexadecimal digits: the scheme of SQL/XML (ISO
//! 9075-14), which spreadsheets use, too. Where a text says such a thing itself, its underscore becomes `_x005F_`, so that
//! whoever replaces each `_xHHHH_` by its character has the text back.

use std::borrow::Cow;
use std::fmt::Write;

/// Whether the bytes stand for themselves inside an element, or between the quotes of an attribute.
#[inline]
pub fn is_clean(text: &[u8], is_attribute: bool) -> bool {
    let markup = |b| (b == b'&') | (b == b'<') | (b == b'>') | (b == 0xef);
    let coded = |b, next| (b == b'_') & (next == b'x');
    match is_attribute {
        true => none(text, |b, next| markup(b) | (b < 0x20) | (b == b'"') | coded(b, next)),
        false => none(text, |b, next| markup(b) | ((b < 0x20) & (b != b'\t') & (b != b'\n')) | coded(b, next)),
    }
}

/// Whether `special` holds for no byte and the one behind it (NUL behind the last); no early exit within 64 bytes, so that
/// the loop runs on vectors.
#[inline(always)]
fn none(text: &[u8], special: impl Fn(u8, u8) -> bool) -> bool {
    let Some((last, bytes)) = text.split_last() else { return true };
    let (chunks, rest) = bytes.as_chunks::<64>();
    let (next_chunks, next_rest) = text[1..].as_chunks::<64>();
    let found = |bytes: &[u8], next: &[u8]| bytes.iter().zip(next).fold(false, |found, (b, n)| found | special(*b, *n));
    !special(*last, 0)
        && chunks.iter().zip(next_chunks).all(|(bytes, next)| !found(bytes, next))
        && !found(rest, next_rest)
}

/// Appends text as the content of an element, or of an attribute between double quotes.
pub fn push_text(text: &[u8], is_attribute: bool, out: &mut Vec<u8>) {
    let mut copied = 0;
    for at in 0..text.len() {
        if let Some((instead, taken)) = replacement(&text[at..], is_attribute) {
            out.extend_from_slice(&text[copied..at]);
            out.extend_from_slice(instead);
            copied = at + taken;
        }
    }
    out.extend_from_slice(&text[copied..]);
}

/// What stands for the first character of a text, and how many bytes that is.
fn replacement(text: &[u8], is_attribute: bool) -> Option<(&'static [u8], usize)> {
    let instead: &[u8] = match text[0] {
        b'&' => b"&amp;",
        b'<' => b"&lt;",
        b'>' => b"&gt;",
        b'"' if is_attribute => b"&quot;",
        b'\t' if is_attribute => b"&#9;",
        b'\n' if is_attribute => b"&#10;",
        b'\t' | b'\n' => return None,
        b'\r' => b"&#13;",
        control @ 0..0x20 => &CONTROL[usize::from(control)],
        b'_' if looks_coded(&text[1..]) => b"_x005F_",
        0xef if text.starts_with("\u{fffe}".as_bytes()) => return Some((b"_xFFFE_", 3)),
        0xef if text.starts_with("\u{ffff}".as_bytes()) => return Some((b"_xFFFF_", 3)),
        _ => return None,
    };
    Some((instead, 1))
}

/// Whether an underscore before this text would be read as the beginning of `_xHHHH_`.
fn looks_coded(behind: &[u8]) -> bool {
    behind.len() > 4 && behind[0] == b'x' && behind[1..5].iter().all(u8::is_ascii_hexdigit)
}

/// `_x0000_` to `_x001F_`.
static CONTROL: [[u8; 7]; 32] = {
    let mut table = [*b"_x0000_"; 32];
    let mut i = 0;
    while i < 32 {
        table[i][4] = b'0' + (i / 16) as u8;
        table[i][5] = b"0123456789ABCDEF"[i % 16];
        i += 1;
    }
    table
};

/// A name as an XML name: letters, digits, `_`, `-` and `.` stay, other characters become `_xHHHH_`, and so does the first one
/// of a name that begins like `xml`. Different names stay different.
pub fn name(text: &str) -> Cow<'_, str> {
    let is_reserved = text.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("xml"));
    let stays = |(at, c): (usize, char)| match c {
        '_' => !looks_coded(&text.as_bytes()[at + 1..]),
        _ if at == 0 => starts_name(c) && !is_reserved,
        _ => starts_name(c) || continues_name(c),
    };
    if text.char_indices().all(stays) {
        return Cow::Borrowed(text);
    }
    let mut coded = String::new();
    for (at, c) in text.char_indices() {
        if stays((at, c)) {
            coded.push(c);
        } else {
            let width = if u32::from(c) > 0xffff { 6 } else { 4 };
            write!(coded, "_x{:0width$X}_", u32::from(c)).expect("writing to a string cannot fail");
        }
    }
    Cow::Owned(coded)
}

/// Whether a text is a name as it is.
pub fn is_name(text: &str) -> bool {
    !text.is_empty() && name(text) == text
}

/// XML's `NameStartChar` up to U+FFFF, without the colon; what is beyond, older parsers refuse.
const fn starts_name(c: char) -> bool {
    matches!(c,
        'A'..='Z' | '_' | 'a'..='z' | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}' | '\u{2070}'..='\u{218f}'
        | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}')
}

/// What else XML's `NameChar` has.
const fn continues_name(c: char) -> bool {
    matches!(c, '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coded(text: &str, is_attribute: bool) -> String {
        let mut out = Vec::new();
        push_text(text.as_bytes(), is_attribute, &mut out);
        assert!(out == text.as_bytes() || !is_clean(text.as_bytes(), is_attribute));
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn markup_and_white_space_become_references() {
        assert_eq!(coded("a < b && c ]]> \"d\"\t\n\r", false), "a &lt; b &amp;&amp; c ]]&gt; \"d\"\t\n&#13;");
        assert_eq!(coded("\"d\"\t\n\r", true), "&quot;d&quot;&#9;&#10;&#13;");
        assert_eq!(coded("Zoë 北京 🦀 Ｆ", true), "Zoë 北京 🦀 Ｆ");
    }

    #[test]
    fn what_xml_cannot_hold_is_coded_and_what_looks_coded_too() {
        assert_eq!(coded("\0\u{b}\u{1f}\u{fffe}\u{ffff}", false), "_x0000__x000B__x001F__xFFFE__xFFFF_");
        assert_eq!(coded("_x0001_x0002_", false), "_x005F_x0001_x005F_x0002_");
        assert_eq!(coded("_x00ff\u{1}", false), "_x005F_x00ff_x0001_");
        assert_eq!(coded("my_xray _x12", false), "my_xray _x12");
    }

    #[test]
    fn every_byte_is_looked_at() {
        for length in [1, 2, 63, 64, 65, 66, 128, 129, 200] {
            for at in 0..length {
                let mut text = vec![b'a'; length];
                text[at] = 1;
                assert!(!is_clean(&text, false), "{at} of {length}");
                text[at] = b'_';
                assert!(is_clean(&text, true));
                if at + 1 < length {
                    text[at + 1] = b'x';
                    assert!(!is_clean(&text, true), "{at} of {length}");
                }
            }
        }
    }

    #[test]
    fn names_become_names_and_stay_different() {
        for (text, expected) in [
            ("user_id", "user_id"),
            ("größe-1.x", "größe-1.x"),
            ("order id", "order_x0020_id"),
            ("1st", "_x0031_st"),
            ("a:b", "a_x003A_b"),
            ("xmlns", "_x0078_mlns"),
            ("_x0020_", "_x005F_x0020_"),
            ("🦀", "_x01F980_"),
        ] {
            assert_eq!(name(text), expected);
        }
        assert!(is_name("rows") && !is_name("") && !is_name("a b"));
    }
}
