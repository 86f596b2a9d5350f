//! The frozen lists of Spain in, its [`Locale`] out.

use crate::locale::address::CityForm;
use crate::locale::data::{es, es_es, es_es_places};
use crate::locale::finance::Bank;
use crate::locale::phone::Phones;
use crate::locale::place::Places;
use crate::locale::product::{NameForm, Products};
use crate::locale::scheme::Scheme;
use crate::locale::text::{Nouns, TextWords};
use crate::locale::{Locale, StreetForm, Words};

static ES_PLACES: Places = Places::new(&es_es_places::REGIONS, &es_es_places::PLACES);

static SPANISH_PRODUCTS: Products = Products::new(&es::PRODUCTS, NameForm::Branded("de"));

static SPANISH: Words = Words {
    company_nouns: &es::COMPANY_NOUNS,
    industries: &es::INDUSTRIES,
    departments: &es::DEPARTMENTS,
    slogan: [&es::SLOGAN_HEADS, &es::SLOGAN_MIDDLES, &es::SLOGAN_TAILS],
    products: &SPANISH_PRODUCTS,
    colours: &es::COLOURS,
    text: TextWords {
        nouns: Nouns::Articled(&es::NOUNS),
        verbs: &es::VERBS,
        adverbs: &es::ADVERBS,
        times: &es::TIMES,
        sentences: &es::SENTENCES,
    },
};

/// Spain in Spanish.
pub static ES_ES: Locale = Locale {
    code: "es_ES",
    language: "es",
    country_code: "ES",
    country_code3: "ESP",
    country: "España",
    calling_code: "34",
    currency_code: "EUR",
    currency_symbol: "€",
    tld: "es",
    first_names: [&es_es::FEMALE, &es_es::MALE],
    last_names: &es_es::LAST,
    prefixes: [&es_es::PREFIX_FEMALE, &es_es::PREFIX_MALE],
    suffixes: &es_es::SUFFIX,
    job_titles: [&es_es::JOBS_FEMALE, &es_es::JOBS_MALE],
    places: &ES_PLACES,
    streets: &es_es::STREETS,
    street_suffixes: &es_es::STREET_SUFFIXES,
    street_form: StreetForm::SuffixBaseNumber(", "),
    secondary: &["%.º ^", "%.º izq.", "%.º dcha.", "Bajo ^", "Ático ^", "Portal %, %.º ^"],
    city_form: CityForm::CodeCity,
    company_suffixes: &es_es::COMPANY_SUFFIXES,
    wild_mail: &es_es::WILD_MAIL,
    phones: Phones {
        trunk: "",
        reserved_tails: None,
        reserved: &[],
        reserved_anywhere: &["79# ### ###"],
        wild_tails: ["", "%## ## ##", "%# ## ##", ""],
        wild_anywhere: &["6## ### ###", "71# ### ###", "72# ### ###"],
    },
    bank: Bank {
        reserved: "9999####",
        wild: &["0049####", "0081####", "0128####", "0182####", "1465####", "2080####", "2100####"],
        account: "##########",
        scheme: Scheme::Spanish,
    },
    words: &SPANISH,
};
