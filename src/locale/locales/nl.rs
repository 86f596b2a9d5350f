//! The frozen lists of the Netherlands in, its [`Locale`] out.

use crate::locale::address::CityForm;
use crate::locale::data::{nl, nl_nl, nl_nl_places};
use crate::locale::finance::Bank;
use crate::locale::phone::Phones;
use crate::locale::place::Places;
use crate::locale::product::{NameForm, Products};
use crate::locale::scheme::Scheme;
use crate::locale::text::{Nouns, TextWords};
use crate::locale::{Locale, StreetForm, Words};

static NL_PLACES: Places = Places::new(&nl_nl_places::REGIONS, &nl_nl_places::PLACES);

static DUTCH_PRODUCTS: Products = Products::new(&nl::PRODUCTS, NameForm::Branded("van"));

static DUTCH: Words = Words {
    company_nouns: &nl::COMPANY_NOUNS,
    industries: &nl::INDUSTRIES,
    departments: &nl::DEPARTMENTS,
    slogan: [&nl::SLOGAN_HEADS, &nl::SLOGAN_MIDDLES, &nl::SLOGAN_TAILS],
    products: &DUTCH_PRODUCTS,
    colours: &nl::COLOURS,
    text: TextWords {
        nouns: Nouns::Articled(&nl::NOUNS),
        verbs: &nl::VERBS,
        adverbs: &nl::ADVERBS,
        times: &nl::TIMES,
        sentences: &nl::SENTENCES,
    },
};

/// The Netherlands in Dutch.
pub static NL_NL: Locale = Locale {
    code: "nl_NL",
    language: "nl",
    country_code: "NL",
    country_code3: "NLD",
    country: "Nederland",
    calling_code: "31",
    currency_code: "EUR",
    currency_symbol: "€",
    tld: "nl",
    first_names: [&nl_nl::FEMALE, &nl_nl::MALE],
    last_names: &nl_nl::LAST,
    prefixes: [&nl_nl::PREFIX_FEMALE, &nl_nl::PREFIX_MALE],
    suffixes: &nl_nl::SUFFIX,
    job_titles: [&nl_nl::JOBS, &nl_nl::JOBS],
    places: &NL_PLACES,
    streets: &nl_nl::STREETS,
    street_suffixes: &nl_nl::STREET_SUFFIXES,
    street_form: StreetForm::JoinedThenNumber,
    secondary: &["% hoog", "Appartement %", "Appartement %#", "Etage %", "Toevoeging ^"],
    city_form: CityForm::CodeCity,
    company_suffixes: &nl_nl::COMPANY_SUFFIXES,
    wild_mail: &nl_nl::WILD_MAIL,
    phones: Phones {
        trunk: "0",
        reserved_tails: Some(["", "0## ####", "0#####", ""]),
        reserved: &[],
        reserved_anywhere: &[],
        wild_tails: ["", "$## ####", "$#####", ""],
        wild_anywhere: &["6 1#######", "6 2#######", "6 3#######", "6 4#######", "6 5#######"],
    },
    bank: Bank {
        reserved: "TEST",
        wild: &["ABNA", "ASNB", "INGB", "KNAB", "RABO", "SNSB", "TRIO"],
        account: "########",
        scheme: Scheme::Dutch,
    },
    words: &DUTCH,
};
