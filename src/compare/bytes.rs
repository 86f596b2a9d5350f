//! Texts of bytes -> bytes: hexadecimal digits and Base64.

/// Bytes of `\x0aff` and `0x0aff`.
pub fn prefixed(text: &str) -> Option<Vec<u8>> {
    hex(text.strip_prefix("\\x").or_else(|| text.strip_prefix("0x"))?)
}

/// Bytes of hexadecimal digits.
pub fn hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).map(|digit| digit as u8);
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes = pairs.iter().map(|[high, low]| Some(digit(high)? << 4 | digit(low)?));
    if rest.is_empty() { bytes.collect() } else { None }
}

/// Bytes of Base64, with its padding.
pub fn base64(text: &str) -> Option<Vec<u8>> {
    let plain = text.trim_end_matches('=');
    if !text.len().is_multiple_of(4) || text.len() - plain.len() > 2 {
        return None;
    }
    let (mut out, mut bits, mut count) = (Vec::with_capacity(plain.len() * 3 / 4), 0u32, 0);
    for byte in plain.bytes() {
        bits = bits << 6 | sextet(byte)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    (bits == 0).then_some(out)
}

const fn sextet(byte: u8) -> Option<u32> {
    Some(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    } as u32)
}

/// Bytes that a text may stand for, in one of the ways in which bytes are written.
pub fn readings(text: &str) -> impl Iterator<Item = Vec<u8>> {
    let uuid = (text.len() == 36 && text.contains('-')).then(|| text.replace('-', ""));
    let uuid = uuid.and_then(|digits| hex(&digits));
    [prefixed(text), base64(text), hex(text), uuid].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_in_every_way_that_they_are_written() {
        assert_eq!(prefixed("\\xfffe"), Some(vec![0xff, 0xfe]));
        assert_eq!(base64("//4="), Some(vec![0xff, 0xfe]));
        assert_eq!(base64("YWJjZA=="), Some(b"abcd".to_vec()));
        assert_eq!(base64(""), Some(vec![]));
        assert_eq!(hex("abc"), None);
        assert_eq!(base64("YWJ"), None);
        assert_eq!(base64("//5="), None);
    }
}
