//! Digits in, check digits out: Luhn, EAN, ABA, ISO 7064 and the national keys of bank accounts.

/// The Luhn check digit (ISO/IEC 7812-1, annex B) for ASCII `digits` that lack it.
pub fn luhn(digits: &[u8]) -> u8 {
    let sum: u32 = digits.iter().rev().enumerate().map(|(i, &d)| luhn_term(value(d), i % 2 == 0)).sum();
    ascii((10 - sum % 10) % 10)
}

fn luhn_term(digit: u32, doubled: bool) -> u32 {
    match (doubled, digit * 2) {
        (false, _) => digit,
        (true, twice) if twice > 9 => twice - 9,
        (true, twice) => twice,
    }
}

/// The check digit of EAN-13, EAN-8, UPC-A, GTIN-14 and ISBN-13 (GS1 General Specifications, 7.9) for ASCII `digits` that
/// lack it.
pub fn ean(digits: &[u8]) -> u8 {
    let sum: u32 = digits.iter().rev().enumerate().map(|(i, &d)| value(d) * if i % 2 == 0 { 3 } else { 1 }).sum();
    ascii((10 - sum % 10) % 10)
}

/// The ninth digit of an ABA routing number: weights 3, 7, 1 over the first eight.
pub fn aba(digits: &[u8]) -> u8 {
    let sum: u32 = digits.iter().zip([3, 7, 1].into_iter().cycle()).map(|(&d, weight)| value(d) * weight).sum();
    ascii((10 - sum % 10) % 10)
}

/// ISO 7064 MOD 11,10, the check digit of German VAT numbers, over ASCII `digits`.
pub fn mod_11_10(digits: &[u8]) -> u8 {
    let product = digits.iter().fold(10, |product, &d| match (value(d) + product) % 10 {
        0 => 20 % 11,
        sum => sum * 2 % 11,
    });
    ascii((11 - product) % 10)
}

/// The two check digits of an IBAN (ISO 13616, ISO 7064 MOD 97-10) for `country` and the ASCII `bban`.
pub fn iban(country: &str, bban: &[u8]) -> u64 {
    let rest = bban.iter().chain(country.as_bytes()).chain(b"00").fold(0, |rest, &c| mod_97_step(rest, c));
    98 - rest
}

fn mod_97_step(rest: u64, c: u8) -> u64 {
    match c {
        b'0'..=b'9' => (rest * 10 + u64::from(c - b'0')) % 97,
        _ => (rest * 100 + u64::from(c.to_ascii_uppercase() - b'A') + 10) % 97,
    }
}

/// The French `clé RIB` for numeric bank, branch and account: 97 less (89 bank + 15 branch + 3 account) mod 97.
pub fn rib(bank: u64, branch: u64, account: u64) -> u64 {
    97 - (89 * bank + 15 * branch + 3 * account) % 97
}

/// The key of a French VAT number over its SIREN: (12 + 3 (SIREN mod 97)) mod 97.
pub fn french_vat(siren: u64) -> u64 {
    (12 + 3 * (siren % 97)) % 97
}

/// The last two digits of a British VAT number over its first seven: 97 less the sum weighted 8 to 2, mod 97, in 1..=97.
pub fn british_vat(digits: &[u8]) -> u64 {
    let sum: u64 = digits.iter().zip((2..=8).rev()).map(|(&d, weight)| u64::from(value(d)) * weight).sum();
    97 - sum % 97
}

fn value(digit: u8) -> u32 {
    u32::from(digit - b'0')
}

fn ascii(digit: u32) -> u8 {
    b'0' + digit as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples_hold() {
        assert_eq!(luhn(b"424242424242424"), b'2');
        assert_eq!(luhn(b"7992739871"), b'3');
        assert_eq!(ean(b"400638133393"), b'1');
        assert_eq!(ean(b"978030640615"), b'7');
        assert_eq!(aba(b"11100002"), b'5');
        assert_eq!(mod_11_10(b"13669597"), b'6');
        assert_eq!(iban("DE", b"370400440532013000"), 89);
        assert_eq!(iban("GB", b"WEST12345698765432"), 82);
        assert_eq!(iban("FR", b"20041010050500013M02606"), 14);
        assert_eq!(rib(20041, 1005, 5_000_134_026), 6);
        assert_eq!(french_vat(404_833_048), 83);
        assert_eq!(british_vat(b"9807806"), 84);
    }
}
