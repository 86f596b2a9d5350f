//! A digit pattern and a position in, the text at that position out: the domain of a pattern is countable both ways.
//!
//! `#` is a digit, `%` one of 1-9, `$` one of 2-9, `!` a digit but 1, `?` a digit but 9, `@` one of the twenty letters of the
//! inward half of a British postcode, `~` one of the nineteen letters that any Dutch postcode may have, `^` an upper-case
//! letter; anything else stands for itself.

const INWARD: &[u8] = b"ABDEFGHJLNPQRSTUWXYZ";
/// Without those that are taken for others, and without S: SA, SD and SS are not given out.
const DUTCH: &[u8] = b"ABCDEGHJKLMNPRTVWXZ";
const UPPER: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS: &[u8] = b"0123456789";
const NOT_ONE: &[u8] = b"023456789";

fn class(symbol: char) -> Option<&'static [u8]> {
    match symbol {
        '#' => Some(DIGITS),
        '%' => Some(&DIGITS[1..]),
        '$' => Some(&DIGITS[2..]),
        '!' => Some(NOT_ONE),
        '?' => Some(&DIGITS[..9]),
        '@' => Some(INWARD),
        '~' => Some(DUTCH),
        '^' => Some(UPPER),
        _ => None,
    }
}

/// How many texts `pattern` stands for.
pub fn capacity(pattern: &str) -> u64 {
    pattern.chars().filter_map(class).map(|class| class.len() as u64).product()
}

/// Appends text number `n` of `pattern`, counted from 0 in the order of the text; `n` wraps at the capacity.
pub fn push_nth(out: &mut String, pattern: &str, n: u64) {
    let mut weight = capacity(pattern);
    let mut rest = n % weight;
    for symbol in pattern.chars() {
        match class(symbol) {
            Some(class) => {
                weight /= class.len() as u64;
                out.push(char::from(class[(rest / weight) as usize]));
                rest %= weight;
            }
            None => out.push(symbol),
        }
    }
}

/// Appends `value` in decimal, padded with zeros to `width`.
pub fn push_number(out: &mut String, value: u64, width: usize) {
    let mut digits = [b'0'; 20];
    let mut start = digits.len();
    let mut rest = value;
    while rest > 0 || start == digits.len() {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    let start = start.min(digits.len() - width.min(digits.len()));
    out.push_str(std::str::from_utf8(&digits[start..]).expect("digits are ASCII"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nth(pattern: &str, n: u64) -> String {
        let mut out = String::new();
        push_nth(&mut out, pattern, n);
        out
    }

    #[test]
    fn the_domain_is_counted_in_order_and_without_repetition() {
        assert_eq!(capacity("$#-%"), 720);
        assert_eq!((nth("$#-%", 0), nth("$#-%", 719)), ("20-1".into(), "99-9".into()));
        let all: Vec<String> = (0..720).map(|n| nth("$#-%", n)).collect();
        assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn numbers_are_padded_but_never_cut() {
        let mut out = String::new();
        push_number(&mut out, 7, 3);
        push_number(&mut out, 12345, 3);
        push_number(&mut out, 0, 1);
        assert_eq!(out, "007123450");
    }
}
