//! The frozen lists of Portugal and Brazil in, a [`Locale`] each out.

use crate::locale::address::CityForm;
use crate::locale::data::{pt, pt_br, pt_br_places, pt_pt, pt_pt_places};
use crate::locale::finance::Bank;
use crate::locale::phone::Phones;
use crate::locale::place::Places;
use crate::locale::product::{NameForm, Products};
use crate::locale::scheme::Scheme;
use crate::locale::text::{Nouns, TextWords};
use crate::locale::{Locale, StreetForm, Words};

static PT_PLACES: Places = Places::new(&pt_pt_places::REGIONS, &pt_pt_places::PLACES);
static BR_PLACES: Places = Places::new(&pt_br_places::REGIONS, &pt_br_places::PLACES);

static PORTUGUESE_PRODUCTS: Products = Products::new(&pt_pt::PRODUCTS, NameForm::Branded("em"));
static BRAZILIAN_PRODUCTS: Products = Products::new(&pt_br::PRODUCTS, NameForm::Branded("em"));

static PORTUGUESE: Words = Words {
    company_nouns: &pt_pt::COMPANY_NOUNS,
    industries: &pt_pt::INDUSTRIES,
    departments: &pt_pt::DEPARTMENTS,
    slogan: [&pt::SLOGAN_HEADS, &pt::SLOGAN_MIDDLES, &pt::SLOGAN_TAILS],
    products: &PORTUGUESE_PRODUCTS,
    colours: &pt_pt::COLOURS,
    text: TextWords {
        nouns: Nouns::Articled(&pt::NOUNS),
        verbs: &pt::VERBS,
        adverbs: &pt::ADVERBS,
        times: &pt::TIMES,
        sentences: &pt::SENTENCES,
    },
};

static BRAZILIAN: Words = Words {
    company_nouns: &pt_br::COMPANY_NOUNS,
    industries: &pt_br::INDUSTRIES,
    departments: &pt_br::DEPARTMENTS,
    slogan: [&pt::SLOGAN_HEADS, &pt::SLOGAN_MIDDLES, &pt::SLOGAN_TAILS],
    products: &BRAZILIAN_PRODUCTS,
    colours: &pt_br::COLOURS,
    text: TextWords {
        nouns: Nouns::Articled(&pt::NOUNS),
        verbs: &pt::VERBS,
        adverbs: &pt::ADVERBS,
        times: &pt::TIMES,
        sentences: &pt::SENTENCES,
    },
};

/// Portugal in Portuguese.
pub static PT_PT: Locale = Locale {
    code: "pt_PT",
    language: "pt",
    country_code: "PT",
    country_code3: "PRT",
    country: "Portugal",
    calling_code: "351",
    currency_code: "EUR",
    currency_symbol: "€",
    tld: "pt",
    first_names: [&pt_pt::FEMALE, &pt_pt::MALE],
    last_names: &pt_pt::LAST,
    prefixes: [&pt_pt::PREFIX_FEMALE, &pt_pt::PREFIX_MALE],
    suffixes: &pt_pt::SUFFIX,
    job_titles: [&pt_pt::JOBS_FEMALE, &pt_pt::JOBS_MALE],
    places: &PT_PLACES,
    streets: &pt_pt::STREETS,
    street_suffixes: &pt_pt::STREET_SUFFIXES,
    street_form: StreetForm::SuffixBaseNumber(", "),
    secondary: &["%.º Esq.", "%.º Dto.", "%.º Frente", "R/C Esq.", "R/C Dto."],
    city_form: CityForm::CodeCity,
    company_suffixes: &pt_pt::COMPANY_SUFFIXES,
    wild_mail: &pt_pt::WILD_MAIL,
    phones: Phones {
        trunk: "",
        reserved_tails: None,
        reserved: &[],
        reserved_anywhere: &["99# ### ###"],
        wild_tails: ["", "%## ####", "### ###", ""],
        wild_anywhere: &["91# ### ###", "92# ### ###", "93# ### ###", "96# ### ###"],
    },
    bank: Bank {
        reserved: "9999####",
        wild: &["0007####", "0010####", "0018####", "0033####", "0035####", "0036####"],
        account: "###########",
        scheme: Scheme::Portuguese,
    },
    words: &PORTUGUESE,
};

/// Brazil in Portuguese.
pub static PT_BR: Locale = Locale {
    code: "pt_BR",
    language: "pt",
    country_code: "BR",
    country_code3: "BRA",
    country: "Brasil",
    calling_code: "55",
    currency_code: "BRL",
    currency_symbol: "R$",
    tld: "com.br",
    first_names: [&pt_br::FEMALE, &pt_br::MALE],
    last_names: &pt_br::LAST,
    prefixes: [&pt_br::PREFIX_FEMALE, &pt_br::PREFIX_MALE],
    suffixes: &pt_br::SUFFIX,
    job_titles: [&pt_br::JOBS_FEMALE, &pt_br::JOBS_MALE],
    places: &BR_PLACES,
    streets: &pt_br::STREETS,
    street_suffixes: &pt_br::STREET_SUFFIXES,
    street_form: StreetForm::SuffixBaseNumber(", "),
    secondary: &["Apto %#", "Apto %##", "Bloco ^", "Casa %", "Sala %##"],
    city_form: CityForm::CityDashRegionCode,
    company_suffixes: &pt_br::COMPANY_SUFFIXES,
    wild_mail: &pt_br::WILD_MAIL,
    phones: Phones {
        trunk: "",
        reserved_tails: Some(["", "6###-####", "", ""]),
        reserved: &[],
        reserved_anywhere: &[],
        wild_tails: ["", "9$###-####", "", ""],
        wild_anywhere: &[],
    },
    bank: Bank {
        reserved: "99999999#####",
        wild: &["00000000#####", "00360305#####", "18236120#####", "60701190#####", "60746948#####", "90400888#####"],
        account: "##########",
        scheme: Scheme::Brazilian,
    },
    words: &BRAZILIAN,
};
