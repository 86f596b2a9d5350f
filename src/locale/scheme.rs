//! A country's rules for bank accounts and tax payers: the free digits in, digits that follow from them added in place.

use super::{check, pattern};

/// A country's rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// BLZ and account; VAT number with ISO 7064 MOD 11,10.
    German,
    /// Bank letters, sort code and account; VAT number modulo 97.
    British,
    /// Bank, branch, account and `clé RIB`; VAT number over the SIREN.
    French,
    /// ABA routing number and account, no IBAN; EIN.
    American,
    /// Bank letters and an account that passes the test of eleven; VAT number over the RSIN.
    Dutch,
    /// Bank, branch, two check digits, account; VAT number of a limited company.
    Spanish,
    /// A letter that checks, bank, branch, account; VAT number with a Luhn digit.
    Italian,
    /// Bank, branch, account and two check digits; VAT number modulo 11.
    Portuguese,
    /// ISPB, branch, account, `C` for current and `1` for its first owner; CNPJ.
    Brazilian,
}

impl Scheme {
    /// Whether the country has IBANs.
    pub const fn has_iban(self) -> bool {
        !matches!(self, Self::American)
    }

    /// Whether its tax number is a VAT number, which begins with the country.
    pub const fn has_vat_number(self) -> bool {
        !matches!(self, Self::American | Self::Brazilian)
    }

    /// The bank's part of a BBAN at `start` becomes what identifies the bank.
    pub(super) fn finish_bank_code(self, out: &mut String, start: usize) {
        match self {
            Self::German | Self::Dutch => {}
            Self::British => {
                out.replace_range(start..start + 4, "");
                out.insert(start + 4, '-');
                out.insert(start + 2, '-');
            }
            Self::French | Self::Italian => out.insert(start + 5, ' '),
            Self::Spanish | Self::Portuguese => out.insert(start + 4, ' '),
            Self::Brazilian => out.insert(start + 8, ' '),
            Self::American => {
                let digit = check::aba(&out.as_bytes()[start..]);
                out.push(char::from(digit));
            }
        }
    }

    /// Adds the digits by which the account at `start` is checked alone.
    pub(super) fn finish_account(self, out: &mut String, start: usize) {
        if self == Self::Dutch {
            let digits = check::dutch_account(&out.as_bytes()[start..]);
            pattern::push_number(out, digits, 2);
        }
    }

    /// Adds what a BBAN has beside the bank at `start` and the account at `account`.
    pub(super) fn finish_bban(self, out: &mut String, start: usize, account: usize) {
        match self {
            Self::German | Self::British | Self::American | Self::Dutch => {}
            Self::French => push_rib_key(out, start),
            Self::Spanish => {
                let (bank, account_number) = out.as_bytes()[start..].split_at(account - start);
                let digits = [check::spanish_account(bank), check::spanish_account(account_number)];
                out.insert(account, char::from(digits[1]));
                out.insert(account, char::from(digits[0]));
            }
            Self::Italian => {
                let letter = check::italian_cin(&out.as_bytes()[start..]);
                out.insert(start, char::from(letter));
            }
            Self::Portuguese => {
                let digits = check::portuguese_nib(&out.as_bytes()[start..]);
                pattern::push_number(out, digits, 2);
            }
            Self::Brazilian => out.push_str("C1"),
        }
    }

    /// The free digits of a tax number.
    pub(super) const fn tax_form(self) -> &'static str {
        match self {
            Self::German => "%#######",
            Self::British | Self::Dutch => "%######",
            Self::French | Self::Brazilian => "########",
            Self::American => "00-%######",
            Self::Spanish => "B%######",
            Self::Italian => "%######0%#",
            Self::Portuguese => "5#######",
        }
    }

    /// Adds what a tax number has beside the free digits at `digits`; before them, at `start`, the country may stand.
    pub(super) fn finish_tax_id(self, out: &mut String, start: usize, digits: usize) {
        let free = &out.as_bytes()[digits..];
        match self {
            Self::American => {}
            Self::German => out.push(char::from(check::mod_11_10(free))),
            Self::Spanish => out.push(char::from(check::luhn(&free[1..]))),
            Self::Italian => out.push(char::from(check::luhn(free))),
            Self::Portuguese => out.push(char::from(check::portuguese_nif(free))),
            Self::British => pattern::push_number(out, check::british_vat(free), 2),
            Self::Dutch => {
                pattern::push_number(out, check::dutch_rsin(free), 2);
                out.push_str("B01");
            }
            Self::French => finish_siren(out, start),
            Self::Brazilian => finish_cnpj(out, digits),
        }
    }
}

fn push_rib_key(out: &mut String, start: usize) {
    let number = |from: usize, to: usize| {
        out.as_bytes()[start + from..start + to].iter().fold(0, |sum, &d| sum * 10 + u64::from(d - b'0'))
    };
    let key = check::rib(number(0, 5), number(5, 10), number(10, 21));
    pattern::push_number(out, key, 2);
}

/// Turns `FR` and eight digits into `FR`, the key, and the SIREN with its Luhn digit.
fn finish_siren(out: &mut String, start: usize) {
    let luhn = check::luhn(&out.as_bytes()[start + 2..]);
    out.push(char::from(luhn));
    let siren = out.as_bytes()[start + 2..].iter().fold(0, |sum, &d| sum * 10 + u64::from(d - b'0'));
    out.truncate(start + 2);
    pattern::push_number(out, check::french_vat(siren), 2);
    pattern::push_number(out, siren, 9);
}

/// Turns eight digits into a head office's CNPJ as it is printed: `11.222.333/0001-81`.
fn finish_cnpj(out: &mut String, start: usize) {
    out.push_str("0001");
    let digits = check::brazilian_cnpj(&out.as_bytes()[start..]);
    out.push('-');
    out.extend(digits.map(char::from));
    for (at, mark) in [(8, '/'), (5, '.'), (2, '.')] {
        out.insert(start + at, mark);
    }
}
