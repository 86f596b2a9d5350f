//! The scheme `_xHHHH_` of SQL/XML and Excel, which stands for characters that XML cannot hold -> the characters.

use std::borrow::Cow;

/// Resolves every `_xHHHH_`.
pub fn resolved(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        let (character, length) = coded(&rest[at..]).unwrap_or(('_', 1));
        out.push(character);
        rest = &rest[at + length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character of the code at the head of a text, and the code's length.
fn coded(text: &str) -> Option<(char, usize)> {
    let digits = text[2..].split('_').next()?;
    let is_code = matches!(digits.len(), 4 | 6) && text[2 + digits.len()..].starts_with('_');
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_code)?;
    char::from_u32(number).map(|character| (character, digits.len() + 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_characters_and_other_underscores_stay() {
        for (text, expected) in [
            ("plain", "plain"),
            ("_x0001__x000B_", "\u{1}\u{b}"),
            ("_x005F_x0001_", "_x0001_"),
            ("order_x0020_id", "order id"),
            ("_x01F980_", "🦀"),
            ("my_xray _x12 _x12_ _x_", "my_xray _x12 _x12_ _x_"),
        ] {
            assert_eq!(resolved(text), expected);
        }
    }
}
