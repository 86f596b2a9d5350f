//! A locale and a position in, numbers of banks, cards and tax offices with right check digits out.
//!
//! One position stands for one bank account: bank code, account number and IBAN of the same position belong together. A
//! country without IBANs (the United States) has none: [`push_iban`] says so, and the cell is null rather than an IBAN of
//! some other country.
//!
//! Under [`Realism::Reserved`] bank codes lie where none is issued: BLZ from 90000000 (clearing areas are 1 to 8), sort
//! codes from 00-00-00 of a bank `TEST`, the Dutch bank `TEST`, French and Italian banks 99999, Spanish and Portuguese ones
//! 9999, Brazilian ones 99999999, routing numbers from 99. Card numbers begin with the prefixes
//! of published test cards (4242 42.., 5555 55.., 3782 82.., 6011 11..). A BIC's eighth character is 0, which ISO 9362
//! keeps for test and training. Tax numbers have no reserved range: only form and check digits are right.

use super::data::shared;
use super::list::List;
use super::scheme::Scheme;
use super::{Locale, Realism, check, pattern};

/// How a country numbers accounts and tax payers; patterns are those of [`pattern`].
#[derive(Debug)]
pub struct Bank {
    /// The bank's part of a BBAN (French, Spanish, Italian, Portuguese, Brazilian: bank and branch) that nobody owns.
    pub reserved: &'static str,
    /// Ordinary ones.
    pub wild: &'static [&'static str],
    /// The account number, without digits that the scheme adds.
    pub account: &'static str,
    /// What the numbers are called and how they are checked.
    pub scheme: Scheme,
}

/// How an IBAN is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum IbanStyle {
    /// Without spaces, as in files.
    #[default]
    Electronic,
    /// In groups of four, as on paper.
    Print,
}

/// How many distinct accounts a locale has.
pub fn account_capacity(locale: &Locale, realism: Realism) -> u64 {
    let banks: u64 = bank_patterns(locale, realism).iter().map(|form| pattern::capacity(form)).sum();
    banks * pattern::capacity(locale.bank.account)
}

fn bank_patterns(locale: &Locale, realism: Realism) -> &[&'static str] {
    match realism {
        Realism::Reserved => std::slice::from_ref(&locale.bank.reserved),
        Realism::Wild => locale.bank.wild,
    }
}

fn push_bank(out: &mut String, locale: &Locale, realism: Realism, n: u64) {
    let mut rest = n % account_capacity(locale, realism) / pattern::capacity(locale.bank.account);
    for form in bank_patterns(locale, realism) {
        let count = pattern::capacity(form);
        if rest < count {
            return pattern::push_nth(out, form, rest);
        }
        rest -= count;
    }
}

/// How many distinct account numbers [`push_account_number`] can write.
pub fn account_number_capacity(locale: &Locale) -> u64 {
    pattern::capacity(locale.bank.account)
}

/// Appends the account number at position `n`.
pub fn push_account_number(out: &mut String, locale: &Locale, n: u64) {
    let start = out.len();
    pattern::push_nth(out, locale.bank.account, n % pattern::capacity(locale.bank.account));
    locale.bank.scheme.finish_account(out, start);
}

/// Appends what identifies the bank at position `n`: BLZ, sort code (`00-12-34`), Dutch bank, codes of bank and branch with a
/// space between, or ABA routing number with its check digit.
pub fn push_bank_code(out: &mut String, locale: &Locale, realism: Realism, n: u64) {
    let start = out.len();
    push_bank(out, locale, realism, n);
    locale.bank.scheme.finish_bank_code(out, start);
}

/// Whether the locale's country has IBANs.
pub fn has_iban(locale: &Locale) -> bool {
    locale.bank.scheme.has_iban()
}

/// Appends the IBAN at position `n` and says `true`; `false`, and nothing appended, where the country has none.
pub fn push_iban(out: &mut String, locale: &Locale, realism: Realism, style: IbanStyle, n: u64) -> bool {
    if !has_iban(locale) {
        return false;
    }
    let start = out.len();
    push_bank(out, locale, realism, n);
    let account = out.len();
    push_account_number(out, locale, n);
    locale.bank.scheme.finish_bban(out, start, account);
    let check = check::iban(locale.country_code, &out.as_bytes()[start..]);
    out.insert(start, digit(check % 10));
    out.insert(start, digit(check / 10));
    out.insert_str(start, locale.country_code);
    if style == IbanStyle::Print {
        group(out, start);
    }
    true
}

fn digit(value: u64) -> char {
    char::from(b'0' + value as u8)
}

/// Puts a space after every fourth character of `out[start..]`.
fn group(out: &mut String, start: usize) {
    let groups = (out.len() - start - 1) / 4;
    (1..=groups).rev().for_each(|group| out.insert(start + group * 4, ' '));
}

/// How many distinct codes [`push_bic`] can write.
pub fn bic_capacity() -> u64 {
    pattern::capacity("^^^^^")
}

/// Appends BIC number `n`: four letters, the country, a letter, and `0` (a test BIC) or under [`Realism::Wild`] a letter.
pub fn push_bic(out: &mut String, locale: &Locale, realism: Realism, n: u64) {
    let n = n % bic_capacity();
    pattern::push_nth(out, "^^^^", n / 26);
    out.push_str(locale.country_code);
    pattern::push_nth(out, "^", n % 26);
    out.push(if realism == Realism::Reserved { '0' } else { 'X' });
}

/// How many distinct numbers [`push_tax_id`] can write.
pub fn tax_id_capacity(locale: &Locale) -> u64 {
    pattern::capacity(locale.bank.scheme.tax_form())
}

/// Appends the tax number of a company at position `n`: the VAT number with its check digits (`DE123456788`), a CNPJ, or an
/// EIN with the prefix 00, which is not issued.
pub fn push_tax_id(out: &mut String, locale: &Locale, n: u64) {
    let scheme = locale.bank.scheme;
    let start = out.len();
    if scheme.has_vat_number() {
        out.push_str(locale.country_code);
    }
    let digits = out.len();
    pattern::push_nth(out, scheme.tax_form(), n % tax_id_capacity(locale));
    scheme.finish_tax_id(out, start, digits);
}

/// A payment card network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardNetwork {
    /// As printed on the card.
    pub name: &'static str,
    test: &'static str,
    wild: &'static str,
    length: usize,
}

/// The card network at `index` of [`card_networks`].
pub fn card_network(index: u32) -> CardNetwork {
    let parts: Vec<&'static str> = shared::CARD_NETWORKS.get(index).split('|').collect();
    let [name, test, wild, length] = parts[..] else { unreachable!("frozen data is well formed") };
    CardNetwork { name, test, wild, length: length.parse().expect("frozen data is well formed") }
}

/// The card networks, commonest first; rows of `name|test prefix|ordinary prefixes|length`.
pub fn card_networks() -> &'static List {
    &shared::CARD_NETWORKS
}

impl CardNetwork {
    /// How many distinct numbers [`CardNetwork::push`] can write.
    pub fn capacity(&self, realism: Realism) -> u64 {
        self.prefixes(realism).map(|prefix| self.behind(prefix)).sum()
    }

    fn prefixes(&self, realism: Realism) -> impl Iterator<Item = &'static str> {
        match realism {
            Realism::Reserved => self.test,
            Realism::Wild => self.wild,
        }
        .split(',')
    }

    fn behind(&self, prefix: &str) -> u64 {
        10u64.pow((self.length - 1 - prefix.len()) as u32)
    }

    /// Appends card number `n` with its Luhn digit, without spaces; `n` wraps.
    pub fn push(&self, out: &mut String, realism: Realism, n: u64) {
        let start = out.len();
        let mut rest = n % self.capacity(realism);
        for prefix in self.prefixes(realism) {
            let count = self.behind(prefix);
            if rest < count {
                out.push_str(prefix);
                pattern::push_number(out, rest, self.length - 1 - prefix.len());
                break;
            }
            rest -= count;
        }
        let digit = check::luhn(&out.as_bytes()[start..]);
        out.push(char::from(digit));
    }
}

/// The currencies of the world's larger economies: rows of `code|name|minor digits`, by [`currency`].
pub fn currencies() -> &'static List {
    &shared::CURRENCIES
}

/// Code, English name and number of minor digits of the currency at `index` of [`currencies`].
pub fn currency(index: u32) -> (&'static str, &'static str, u32) {
    let parts: Vec<&'static str> = shared::CURRENCIES.get(index).split('|').collect();
    let [code, name, minor] = parts[..] else { unreachable!("frozen data is well formed") };
    (code, name, minor.parse().expect("frozen data is well formed"))
}
