//! The frozen lists of Italy in, its [`Locale`] out.

use crate::locale::address::CityForm;
use crate::locale::data::{it, it_it, it_it_places};
use crate::locale::finance::Bank;
use crate::locale::phone::Phones;
use crate::locale::place::Places;
use crate::locale::product::{NameForm, Products};
use crate::locale::scheme::Scheme;
use crate::locale::text::{Nouns, TextWords};
use crate::locale::{Locale, StreetForm, Words};

static IT_PLACES: Places = Places::new(&it_it_places::REGIONS, &it_it_places::PLACES);

static ITALIAN_PRODUCTS: Products = Products::new(&it::PRODUCTS, NameForm::Branded("in"));

static ITALIAN: Words = Words {
    company_nouns: &it::COMPANY_NOUNS,
    industries: &it::INDUSTRIES,
    departments: &it::DEPARTMENTS,
    slogan: [&it::SLOGAN_HEADS, &it::SLOGAN_MIDDLES, &it::SLOGAN_TAILS],
    products: &ITALIAN_PRODUCTS,
    colours: &it::COLOURS,
    text: TextWords {
        nouns: Nouns::Articled(&it::NOUNS),
        verbs: &it::VERBS,
        adverbs: &it::ADVERBS,
        times: &it::TIMES,
        sentences: &it::SENTENCES,
    },
};

/// Italy in Italian.
pub static IT_IT: Locale = Locale {
    code: "it_IT",
    language: "it",
    country_code: "IT",
    country_code3: "ITA",
    country: "Italia",
    calling_code: "39",
    currency_code: "EUR",
    currency_symbol: "€",
    tld: "it",
    first_names: [&it_it::FEMALE, &it_it::MALE],
    last_names: &it_it::LAST,
    prefixes: [&it_it::PREFIX_FEMALE, &it_it::PREFIX_MALE],
    suffixes: &it_it::SUFFIX,
    job_titles: [&it_it::JOBS_FEMALE, &it_it::JOBS_MALE],
    places: &IT_PLACES,
    streets: &it_it::STREETS,
    street_suffixes: &it_it::STREET_SUFFIXES,
    street_form: StreetForm::SuffixBaseNumber(" "),
    secondary: &["Interno %", "Interno %#", "Scala ^", "Piano %", "Palazzina ^"],
    city_form: CityForm::CodeCityRegionCode,
    company_suffixes: &it_it::COMPANY_SUFFIXES,
    wild_mail: &it_it::WILD_MAIL,
    phones: Phones {
        trunk: "",
        reserved_tails: None,
        reserved: &[],
        reserved_anywhere: &["30# ### ####"],
        wild_tails: ["", "%#######", "%######", "%#####"],
        wild_anywhere: &[
            "320 ### ####",
            "328 ### ####",
            "333 ### ####",
            "338 ### ####",
            "347 ### ####",
            "349 ### ####",
            "389 ### ####",
        ],
    },
    bank: Bank {
        reserved: "99999#####",
        wild: &["01005#####", "01030#####", "02008#####", "03015#####", "03069#####", "05034#####", "05387#####"],
        account: "############",
        scheme: Scheme::Italian,
    },
    words: &ITALIAN,
};
