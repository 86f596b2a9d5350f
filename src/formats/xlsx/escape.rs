//! Text in, XML out: references for what XML means itself, and Excel's `_xHHHH_` for what XML cannot hold.

/// How a byte is treated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Plain,
    Entity(&'static str),
    Control,
    /// Begins what looks like an escape.
    Underscore,
    /// Begins U+FFFE or U+FFFF, perhaps.
    Noncharacter,
}

const fn class(byte: u8) -> Class {
    match byte {
        b'&' => Class::Entity("&amp;"),
        b'<' => Class::Entity("&lt;"),
        b'>' => Class::Entity("&gt;"),
        b'\t' | b'\n' => Class::Plain,
        // XML turns carriage returns into line feeds.
        0..0x20 => Class::Control,
        b'_' => Class::Underscore,
        0xef => Class::Noncharacter,
        _ => Class::Plain,
    }
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Plain; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = class(byte as u8);
        byte += 1;
    }
    classes
};

/// Appends text as the content of an element.
pub fn push_text(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut done = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let class = CLASSES[usize::from(*byte)];
        if class == Class::Plain {
            continue;
        }
        let taken = match class {
            Class::Entity(entity) => flush(out, &bytes[done..at], entity, 1),
            Class::Control => flush(out, &bytes[done..at], &format!("_x{byte:04X}_"), 1),
            Class::Underscore if is_escape(&bytes[at..]) => flush(out, &bytes[done..at], "_x005F_", 1),
            Class::Noncharacter if bytes[at..].starts_with(b"\xef\xbf\xbe") => {
                flush(out, &bytes[done..at], "_xFFFE_", 3)
            }
            Class::Noncharacter if bytes[at..].starts_with(b"\xef\xbf\xbf") => {
                flush(out, &bytes[done..at], "_xFFFF_", 3)
            }
            _ => continue,
        };
        done = at + taken;
    }
    out.extend_from_slice(&bytes[done..]);
}

/// Appends what stood before a character and what takes the character's place; gives the character's length.
fn flush(out: &mut Vec<u8>, before: &[u8], instead: &str, length: usize) -> usize {
    out.extend_from_slice(before);
    out.extend_from_slice(instead.as_bytes());
    length
}

/// Whether the text begins like `_x0041_`.
fn is_escape(text: &[u8]) -> bool {
    matches!(text, [b'_', b'x', a, b, c, d, b'_', ..] if [a, b, c, d].iter().all(|digit| digit.is_ascii_hexdigit()))
}

/// Whether an XML reader might cut blanks from the ends of the text.
pub fn has_outer_space(text: &str) -> bool {
    text.starts_with([' ', '\t', '\n']) || text.ends_with([' ', '\t', '\n'])
}

/// Whether a character is one of the two in the first plane that XML cannot hold.
pub fn is_noncharacter(letter: char) -> bool {
    matches!(letter, '\u{fffe}' | '\u{ffff}')
}

/// Appends text as an attribute's value.
pub fn push_attribute(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter if letter.is_control() || is_noncharacter(letter) => out.push(' '),
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn xml(text: &str) -> String {
        let mut out = Vec::new();
        push_text(text, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn markup_control_characters_and_what_looks_like_an_escape_are_escaped() {
        assert_eq!(xml("a<b>&\"c\""), "a&lt;b&gt;&amp;\"c\"");
        assert_eq!(xml("\u{1}\t\r\n\u{1f}\u{7f}"), "_x0001_\t_x000D_\n_x001F_\u{7f}");
        assert_eq!(xml("_x0041_ _x41_ __x00e9_"), "_x005F_x0041_ _x41_ __x005F_x00e9_");
        assert_eq!(xml("\u{fffe}\u{ffff}\u{feff}ï"), "_xFFFE__xFFFF_\u{feff}ï");
    }
}
