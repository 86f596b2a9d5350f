//! A locale code in, the frozen data of that country out: names, places, telephone ranges, words; and pure functions that
//! turn draws into text from them.
//!
#![doc = include_str!("fields.md")]

pub mod address;
pub mod check;
pub mod company;
mod data;
mod draws;
pub mod finance;
pub mod fold;
pub mod internet;
pub mod list;
mod locales;
pub mod pattern;
pub mod person;
pub mod phone;
pub mod place;
pub mod product;
pub mod scheme;
pub mod text;
pub mod vocabulary;

use list::List;
use place::Places;
use schemars::JsonSchema;
use serde::Deserialize;

pub use draws::Draws;
pub use locales::{DE_DE, EN_GB, EN_US, ES_ES, FR_FR, IT_IT, NL_NL, PT_BR, PT_PT};

/// All locales, in the order of their codes.
pub static ALL: [&Locale; 9] = [&DE_DE, &EN_GB, &EN_US, &ES_ES, &FR_FR, &IT_IT, &NL_NL, &PT_BR, &PT_PT];

/// Whether identifiers stay inside ranges that no person or bank can own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Realism {
    /// Ranges reserved for documentation, tests and drama: a telephone number that rings nowhere, a host that never
    /// resolves. The default.
    #[default]
    Reserved,
    /// Ordinary ranges; a value may belong to somebody.
    Wild,
}

/// The sex that a first name, a form of address and a job title agree with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Index 0.
    Female,
    /// Index 1.
    Male,
}

impl Sex {
    /// One half each, from 64 bits.
    #[inline]
    pub const fn pick(bits: u64) -> Self {
        if bits >> 63 == 0 { Self::Female } else { Self::Male }
    }

    /// `female` or `male`.
    pub const fn name(self) -> &'static str {
        ["female", "male"][self as usize]
    }
}

/// Where a building's number stands, and how the parts of a street's name are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreetForm {
    /// `12 Maple Street`.
    NumberBaseSuffix,
    /// `12 rue des Lilas`: the second list comes first.
    NumberSuffixBase,
    /// `Lindenweg 12`: base and suffix are one word.
    JoinedThenNumber,
    /// `Calle Mayor, 12`, `Via Roma 12`: the second list comes first, and this stands before the number.
    SuffixBaseNumber(&'static str),
}

/// A language's words for things that are not names.
#[derive(Debug)]
pub struct Words {
    /// Nouns in company names.
    pub company_nouns: &'static List,
    /// Industries.
    pub industries: &'static List,
    /// Departments of a company.
    pub departments: &'static List,
    /// Parts of a catch phrase.
    pub slogan: [&'static List; 3],
    /// Rows of product categories.
    pub products: &'static product::Products,
    /// Colours.
    pub colours: &'static List,
    /// Words and sentence forms of running text.
    pub text: text::TextWords,
}

/// One locale: a country and a language, with everything that is drawn from them.
#[derive(Debug)]
pub struct Locale {
    /// Language and country, such as `de_DE`.
    pub code: &'static str,
    /// ISO 639-1.
    pub language: &'static str,
    /// ISO 3166-1 alpha-2.
    pub country_code: &'static str,
    /// ISO 3166-1 alpha-3.
    pub country_code3: &'static str,
    /// The country's name in the locale's own language.
    pub country: &'static str,
    /// International dialling code without the plus sign.
    pub calling_code: &'static str,
    /// ISO 4217.
    pub currency_code: &'static str,
    /// As printed beside a price.
    pub currency_symbol: &'static str,
    /// The country's top-level domain without the dot.
    pub tld: &'static str,
    /// First names by [`Sex`].
    pub first_names: [&'static List; 2],
    /// Family names.
    pub last_names: &'static List,
    /// Forms of address by [`Sex`].
    pub prefixes: [&'static List; 2],
    /// What follows a name; few people have it.
    pub suffixes: &'static List,
    /// Job titles by [`Sex`], in the same order.
    pub job_titles: [&'static List; 2],
    /// Cities.
    pub places: &'static Places,
    /// First lists of street names.
    pub streets: &'static List,
    /// Second lists of street names.
    pub street_suffixes: &'static List,
    /// How a street is written.
    pub street_form: StreetForm,
    /// Patterns ([`pattern`]) of the line for a flat within a building.
    pub secondary: &'static [&'static str],
    /// What stands between a city and its postal code.
    pub city_form: address::CityForm,
    /// What follows a company's name.
    pub company_suffixes: &'static List,
    /// Ordinary hosts of private mail.
    pub wild_mail: &'static List,
    /// Telephone ranges.
    pub phones: phone::Phones,
    /// Bank accounts and tax numbers.
    pub bank: finance::Bank,
    /// The language's words.
    pub words: &'static Words,
}

impl Locale {
    /// The locale with `code`, such as `en_US`.
    pub fn find(code: &str) -> Option<&'static Self> {
        ALL.iter().find(|locale| locale.code == code).copied()
    }

    /// First names of `sex`.
    #[inline]
    pub fn first_names(&self, sex: Sex) -> &'static List {
        self.first_names[sex as usize]
    }

    /// Forms of address of `sex`.
    #[inline]
    pub fn prefixes(&self, sex: Sex) -> &'static List {
        self.prefixes[sex as usize]
    }

    /// Job titles of `sex`.
    #[inline]
    pub fn job_titles(&self, sex: Sex) -> &'static List {
        self.job_titles[sex as usize]
    }

    /// Every list of the locale, for the table of hashes.
    pub fn lists(&self) -> Vec<&'static List> {
        let words = self.words;
        let mut lists = vec![self.last_names, self.suffixes, self.streets, self.street_suffixes, self.company_suffixes];
        lists.extend([self.wild_mail, words.company_nouns, words.industries, words.departments, words.colours]);
        lists.extend(self.first_names.iter().chain(&self.prefixes).chain(&self.job_titles));
        lists.extend(self.places.lists().iter().chain(&words.slogan));
        lists.extend(words.products.lists().iter().chain(&words.text.lists()));
        lists
    }
}

impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

#[cfg(test)]
mod tests;
