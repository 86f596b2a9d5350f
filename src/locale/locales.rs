//! The frozen lists in, one [`Locale`] a country out.

use super::address::CityForm;
use super::data::{de, de_de, de_de_places, en, en_gb, en_gb_places, en_us, en_us_places, fr, fr_fr, fr_fr_places};
use super::finance::Bank;
use super::phone::Phones;
use super::place::Places;
use super::product::{NameForm, Products};
use super::scheme::Scheme;
use super::text::{Nouns, TextWords};
use super::{Locale, StreetForm, Words};

mod es;
mod it;
mod nl;
mod pt;

pub use es::ES_ES;
pub use it::IT_IT;
pub use nl::NL_NL;
pub use pt::{PT_BR, PT_PT};

static US_PLACES: Places = Places::new(&en_us_places::REGIONS, &en_us_places::PLACES);
static GB_PLACES: Places = Places::new(&en_gb_places::REGIONS, &en_gb_places::PLACES);
static DE_PLACES: Places = Places::new(&de_de_places::REGIONS, &de_de_places::PLACES);
static FR_PLACES: Places = Places::new(&fr_fr_places::REGIONS, &fr_fr_places::PLACES);

static EN_PRODUCTS: Products = Products::new(&en::PRODUCTS, NameForm::Adjective(&en::PRODUCT_ADJECTIVES));
static DE_PRODUCTS: Products = Products::new(&de::PRODUCTS, NameForm::Branded("aus"));
static FR_PRODUCTS: Products = Products::new(&fr::PRODUCTS, NameForm::Branded("en"));

static ENGLISH: Words = Words {
    company_nouns: &en::COMPANY_NOUNS,
    industries: &en::INDUSTRIES,
    departments: &en::DEPARTMENTS,
    slogan: [&en::SLOGAN_HEADS, &en::SLOGAN_MIDDLES, &en::SLOGAN_TAILS],
    products: &EN_PRODUCTS,
    colours: &en::COLOURS,
    text: TextWords {
        nouns: Nouns::English(&en::NOUNS, &en::ADJECTIVES),
        verbs: &en::VERBS,
        adverbs: &en::ADVERBS,
        times: &en::TIMES,
        sentences: &en::SENTENCES,
    },
};

static GERMAN: Words = Words {
    company_nouns: &de::COMPANY_NOUNS,
    industries: &de::INDUSTRIES,
    departments: &de::DEPARTMENTS,
    slogan: [&de::SLOGAN_HEADS, &de::SLOGAN_MIDDLES, &de::SLOGAN_TAILS],
    products: &DE_PRODUCTS,
    colours: &de::COLOURS,
    text: TextWords {
        nouns: Nouns::German(&de::NOUNS),
        verbs: &de::VERBS,
        adverbs: &de::ADVERBS,
        times: &de::TIMES,
        sentences: &de::SENTENCES,
    },
};

static FRENCH: Words = Words {
    company_nouns: &fr::COMPANY_NOUNS,
    industries: &fr::INDUSTRIES,
    departments: &fr::DEPARTMENTS,
    slogan: [&fr::SLOGAN_HEADS, &fr::SLOGAN_MIDDLES, &fr::SLOGAN_TAILS],
    products: &FR_PRODUCTS,
    colours: &fr::COLOURS,
    text: TextWords {
        nouns: Nouns::Articled(&fr::NOUNS),
        verbs: &fr::VERBS,
        adverbs: &fr::ADVERBS,
        times: &fr::TIMES,
        sentences: &fr::SENTENCES,
    },
};

/// The United States in English.
pub static EN_US: Locale = Locale {
    code: "en_US",
    language: "en",
    country_code: "US",
    country_code3: "USA",
    country: "United States",
    calling_code: "1",
    currency_code: "USD",
    currency_symbol: "$",
    tld: "us",
    first_names: [&en_us::FEMALE, &en_us::MALE],
    last_names: &en_us::LAST,
    prefixes: [&en_us::PREFIX_FEMALE, &en_us::PREFIX_MALE],
    suffixes: &en_us::SUFFIX,
    job_titles: [&en_us::JOBS, &en_us::JOBS],
    places: &US_PLACES,
    streets: &en_us::STREETS,
    street_suffixes: &en_us::STREET_SUFFIXES,
    street_form: StreetForm::NumberBaseSuffix,
    secondary: &["Apt %", "Apt %#", "Apt %##", "Apt %^", "Suite %##", "Unit %#", "Floor %"],
    city_form: CityForm::CityRegionCode,
    company_suffixes: &en_us::COMPANY_SUFFIXES,
    wild_mail: &en_us::WILD_MAIL,
    phones: Phones {
        trunk: "",
        reserved_tails: Some(["", "", "555-01##", ""]),
        reserved: &[],
        reserved_anywhere: &[],
        wild_tails: ["", "", "$!#-####", ""],
        wild_anywhere: &[],
    },
    bank: Bank {
        reserved: "99######",
        wild: &["01######", "02######", "03######", "04######", "05######", "06######", "07######"],
        account: "%#########",
        scheme: Scheme::American,
    },
    words: &ENGLISH,
};

/// The United Kingdom in English.
pub static EN_GB: Locale = Locale {
    code: "en_GB",
    language: "en",
    country_code: "GB",
    country_code3: "GBR",
    country: "United Kingdom",
    calling_code: "44",
    currency_code: "GBP",
    currency_symbol: "£",
    tld: "uk",
    first_names: [&en_gb::FEMALE, &en_gb::MALE],
    last_names: &en_gb::LAST,
    prefixes: [&en_gb::PREFIX_FEMALE, &en_gb::PREFIX_MALE],
    suffixes: &en_gb::SUFFIX,
    job_titles: [&en_us::JOBS, &en_us::JOBS],
    places: &GB_PLACES,
    streets: &en_gb::STREETS,
    street_suffixes: &en_gb::STREET_SUFFIXES,
    street_form: StreetForm::NumberBaseSuffix,
    secondary: &["Flat %", "Flat %#", "Flat %^", "Apartment %#"],
    city_form: CityForm::CityCode,
    company_suffixes: &en_gb::COMPANY_SUFFIXES,
    wild_mail: &en_gb::WILD_MAIL,
    phones: Phones {
        trunk: "0",
        reserved_tails: None,
        reserved: &[
            "20 7946 0###",
            "113 496 0###",
            "114 496 0###",
            "115 496 0###",
            "116 496 0###",
            "117 496 0###",
            "118 496 0###",
            "121 496 0###",
            "131 496 0###",
            "141 496 0###",
            "151 496 0###",
            "161 496 0###",
            "191 498 0###",
            "28 9649 6###",
            "29 2018 0###",
        ],
        reserved_anywhere: &["7700 900###", "1632 960###"],
        wild_tails: ["", "7### ####", "$## ####", "%#####"],
        wild_anywhere: &["74## ######", "75## ######", "77## ######", "78## ######", "79## ######"],
    },
    bank: Bank {
        reserved: "TEST00####",
        wild: &["BARC20####", "LOYD30####", "MIDL40####", "NWBK60####", "HBUK40####", "BUKB20####", "SCBL60####"],
        account: "########",
        scheme: Scheme::British,
    },
    words: &ENGLISH,
};

/// Germany in German.
pub static DE_DE: Locale = Locale {
    code: "de_DE",
    language: "de",
    country_code: "DE",
    country_code3: "DEU",
    country: "Deutschland",
    calling_code: "49",
    currency_code: "EUR",
    currency_symbol: "€",
    tld: "de",
    first_names: [&de_de::FEMALE, &de_de::MALE],
    last_names: &de_de::LAST,
    prefixes: [&de_de::PREFIX_FEMALE, &de_de::PREFIX_MALE],
    suffixes: &de_de::SUFFIX,
    job_titles: [&de_de::JOBS_FEMALE, &de_de::JOBS_MALE],
    places: &DE_PLACES,
    streets: &de_de::STREETS,
    street_suffixes: &de_de::STREET_SUFFIXES,
    street_form: StreetForm::JoinedThenNumber,
    secondary: &["%. Stock", "Hinterhaus", "Wohnung %", "Wohnung %#", "c/o Hausverwaltung"],
    city_form: CityForm::CodeCity,
    company_suffixes: &de_de::COMPANY_SUFFIXES,
    wild_mail: &de_de::WILD_MAIL,
    phones: Phones {
        trunk: "0",
        reserved_tails: None,
        reserved: &["30 23125 ###", "69 90009 ###", "40 66969 ###", "221 4710 ###", "89 99998 ###"],
        reserved_anywhere: &["171 39200##", "176 040690##", "152 28817386", "152 28895456", "152 54599371"],
        wild_tails: ["", "%#######", "%######", "%#####"],
        wild_anywhere: &["151 %#######", "160 %######", "170 %######", "172 %######", "176 %#######", "179 %######"],
    },
    bank: Bank {
        reserved: "9#######",
        wild: &["100100##", "200505##", "370400##", "500105##", "600501##", "700202##", "860100##"],
        account: "##########",
        scheme: Scheme::German,
    },
    words: &GERMAN,
};

/// France in French.
pub static FR_FR: Locale = Locale {
    code: "fr_FR",
    language: "fr",
    country_code: "FR",
    country_code3: "FRA",
    country: "France",
    calling_code: "33",
    currency_code: "EUR",
    currency_symbol: "€",
    tld: "fr",
    first_names: [&fr_fr::FEMALE, &fr_fr::MALE],
    last_names: &fr_fr::LAST,
    prefixes: [&fr_fr::PREFIX_FEMALE, &fr_fr::PREFIX_MALE],
    suffixes: &fr_fr::SUFFIX,
    job_titles: [&fr_fr::JOBS_FEMALE, &fr_fr::JOBS_MALE],
    places: &FR_PLACES,
    streets: &fr_fr::STREETS,
    street_suffixes: &fr_fr::STREET_SUFFIXES,
    street_form: StreetForm::NumberSuffixBase,
    secondary: &["Appartement %", "Appartement %#", "Étage %", "Bâtiment ^", "Résidence ^"],
    city_form: CityForm::CodeCity,
    company_suffixes: &fr_fr::COMPANY_SUFFIXES,
    wild_mail: &fr_fr::WILD_MAIL,
    phones: Phones {
        trunk: "0",
        reserved_tails: None,
        reserved: &["1 99 00 ## ##", "2 61 91 ## ##", "3 53 01 ## ##", "4 65 71 ## ##", "5 36 49 ## ##"],
        reserved_anywhere: &["6 39 98 ## ##"],
        wild_tails: ["%# ## ## ##", "", "", ""],
        wild_anywhere: &["6 %# ## ## ##", "7 %# ## ## ##"],
    },
    bank: Bank {
        reserved: "99999#####",
        wild: &["10278#####", "18206#####", "20041#####", "30002#####", "30003#####", "30004#####", "30006#####"],
        account: "###########",
        scheme: Scheme::French,
    },
    words: &FRENCH,
};
