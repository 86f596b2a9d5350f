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

/// The remainder modulo 11 of ASCII `digits` weighted with `weights`, the first with the first.
pub fn mod_11(digits: &[u8], weights: impl IntoIterator<Item = u32>) -> u32 {
    digits.iter().zip(weights).map(|(&d, weight)| value(d) * weight).sum::<u32>() % 11
}

/// The last two of the ten digits of a Dutch account number over its first eight: weighted 10 to 1, all are a multiple of 11.
/// The ninth is 0, or 1 where no tenth digit would do.
pub fn dutch_account(digits: &[u8]) -> u64 {
    match (11 - mod_11(digits, (3..=10).rev())) % 11 {
        10 => 18,
        last => u64::from(last),
    }
}

/// The last two of the nine digits of a Dutch RSIN over its first seven: weighted 9 to 2 and -1, all are a multiple of 11. The
/// eighth is 0, or 1 where no ninth digit would do.
pub fn dutch_rsin(digits: &[u8]) -> u64 {
    match mod_11(digits, (3..=9).rev()) {
        10 => 11,
        last => u64::from(last),
    }
}

/// A Spanish check digit over ASCII `digits`, of which there are ten at most: bank and branch, or the account.
pub fn spanish_account(digits: &[u8]) -> u8 {
    const WEIGHTS: [u32; 10] = [1, 2, 4, 8, 5, 10, 9, 7, 3, 6];
    let skipped = WEIGHTS.len() - digits.len();
    match 11 - mod_11(digits, WEIGHTS.into_iter().skip(skipped)) {
        10 => b'1',
        11 => b'0',
        digit => ascii(digit),
    }
}

/// The Italian CIN, a letter, over the ASCII digits of bank, branch and account.
pub fn italian_cin(digits: &[u8]) -> u8 {
    const ODD: [u32; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let term = |(at, &d): (usize, &u8)| if at % 2 == 0 { ODD[value(d) as usize] } else { value(d) };
    b'A' + (digits.iter().enumerate().map(term).sum::<u32>() % 26) as u8
}

/// The two check digits of a Portuguese NIB (ISO 7064 MOD 97-10) over the ASCII digits of bank, branch and account.
pub fn portuguese_nib(digits: &[u8]) -> u64 {
    98 - digits.iter().chain(b"00").fold(0, |rest, &d| mod_97_step(rest, d))
}

/// The last digit of a Portuguese NIF over its first eight.
pub fn portuguese_nif(digits: &[u8]) -> u8 {
    from_eleven(mod_11(digits, (2..=9).rev()))
}

/// The two check digits of a Brazilian CNPJ over its first twelve.
pub fn brazilian_cnpj(digits: &[u8]) -> [u8; 2] {
    let weights = |from: u32| (2..=from).rev().chain((2..=9).rev());
    let first = from_eleven(mod_11(digits, weights(5)));
    let all: Vec<u8> = digits.iter().copied().chain([first]).collect();
    [first, from_eleven(mod_11(&all, weights(6)))]
}

/// 11 less a remainder, 0 where that has two digits.
fn from_eleven(rest: u32) -> u8 {
    ascii(if rest < 2 { 0 } else { 11 - rest })
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
    fn dutch_numbers_pass_the_test_of_eleven_for_every_remainder() {
        for first in 0..1000 {
            let account = format!("{first:08}{:02}", dutch_account(format!("{first:08}").as_bytes()));
            assert_eq!((account.len(), mod_11(account.as_bytes(), (1..=10).rev())), (10, 0), "{account}");
            let rsin = format!("{first:07}{:02}", dutch_rsin(format!("{first:07}").as_bytes()));
            let weights = (2..=9).rev().chain([10]);
            assert_eq!((rsin.len(), mod_11(rsin.as_bytes(), weights)), (9, 0), "{rsin}");
        }
    }

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
        assert_eq!(iban("NL", b"ABNA0417164300"), 91);
        assert_eq!(mod_11(b"0417164300", (1..=10).rev()), 0);
        assert_eq!(iban("ES", b"21000418450200051332"), 91);
        assert_eq!([spanish_account(b"21000418"), spanish_account(b"0200051332")], *b"45");
        assert_eq!(iban("IT", b"X0542811101000000123456"), 60);
        assert_eq!(italian_cin(b"0542811101000000123456"), b'X');
        assert_eq!(portuguese_nib(b"0002012312345678901"), 54);
        assert_eq!(portuguese_nif(b"50196484"), b'3');
        assert_eq!(iban("BR", b"00360305000010009795493C1"), 18);
        assert_eq!(brazilian_cnpj(b"112223330001"), *b"81");
        assert_eq!((luhn(b"5881850"), luhn(b"0074311015")), (b'1', b'7'));
    }
}
