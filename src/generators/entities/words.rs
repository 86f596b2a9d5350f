//! The frozen lists of all locales, one behind the other, as the values of one dictionary: list number and index in, key of the
//! dictionary out. Batches share the values, so no cell of a list field allocates.

use std::sync::{Arc, LazyLock, OnceLock};

use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, Int32Array, StringArray};
use arrow_schema::DataType;

use crate::locale::list::List;
use crate::locale::{self, Locale, company, finance, internet};

/// Lists behind one another. Where a field has one list a locale, list `n` is that of locale `n` of [`locale::ALL`].
pub struct Words {
    values: ArrayRef,
    texts: Vec<&'static str>,
    /// What the texts are from, where they have folded twins.
    lists: Vec<&'static List>,
    /// The twins, which few fields ask for.
    folded: OnceLock<Vec<&'static str>>,
    starts: Vec<i32>,
}

/// First names: list `2 * locale + sex`.
pub static FIRST_NAMES: LazyLock<Words> = LazyLock::new(|| Words::of_lists(|locale| locale.first_names.to_vec()));
/// Family names.
pub static LAST_NAMES: LazyLock<Words> = LazyLock::new(|| Words::of_lists(|locale| vec![locale.last_names]));
/// Forms of address: list `2 * locale + sex`.
pub static PREFIXES: LazyLock<Words> = LazyLock::new(|| Words::of_lists(|locale| locale.prefixes.to_vec()));
/// What follows a name.
pub static SUFFIXES: LazyLock<Words> = LazyLock::new(|| Words::of_lists(|locale| vec![locale.suffixes]));
/// Job titles: list `2 * locale + sex`.
pub static JOB_TITLES: LazyLock<Words> = LazyLock::new(|| Words::of_lists(|locale| locale.job_titles.to_vec()));
/// The sexes, in one list.
pub static SEXES: LazyLock<Words> = LazyLock::new(|| Words::new(vec![vec!["female", "male"]]));
/// Codes of the locales.
pub static LOCALES: LazyLock<Words> = LazyLock::new(|| Words::of_one(|locale| locale.code));
/// Languages.
pub static LANGUAGES: LazyLock<Words> = LazyLock::new(|| Words::of_one(|locale| locale.language));
/// Names of the countries.
pub static COUNTRIES: LazyLock<Words> = LazyLock::new(|| Words::of_one(|locale| locale.country));
/// Two-letter codes of the countries.
pub static COUNTRY_CODES: LazyLock<Words> = LazyLock::new(|| Words::of_one(|locale| locale.country_code));
/// Three-letter codes of the countries.
pub static COUNTRY_CODES3: LazyLock<Words> = LazyLock::new(|| Words::of_one(|locale| locale.country_code3));
/// Dialling codes with their plus sign.
pub static CALLING_CODES: LazyLock<Words> = LazyLock::new(|| {
    let codes = locale::ALL.map(|locale| vec![&*format!("+{}", locale.calling_code).leak()]);
    Words::new(codes.to_vec())
});
/// Cities, in the order of the places.
pub static CITIES: LazyLock<Words> =
    LazyLock::new(|| Words::of_texts(|locale| locale.places.all().iter().map(|place| place.city).collect()));
/// Names of states, in the order of the regions.
pub static STATES: LazyLock<Words> =
    LazyLock::new(|| Words::of_texts(|locale| locale.places.regions().iter().map(|region| region.name).collect()));
/// Codes of states, in the order of the regions.
pub static STATE_CODES: LazyLock<Words> =
    LazyLock::new(|| Words::of_texts(|locale| locale.places.regions().iter().map(|region| region.code).collect()));
/// Time zones, in the order of the regions.
pub static TIME_ZONES: LazyLock<Words> =
    LazyLock::new(|| Words::of_texts(|locale| locale.places.regions().iter().map(|region| region.time_zone).collect()));
/// Legal forms of companies.
pub static COMPANY_SUFFIXES: LazyLock<Words> =
    LazyLock::new(|| Words::of_lists(|locale| vec![locale.company_suffixes]));
/// Industries.
pub static INDUSTRIES: LazyLock<Words> = LazyLock::new(|| Words::of_lists(|locale| vec![locale.words.industries]));
/// Departments.
pub static DEPARTMENTS: LazyLock<Words> = LazyLock::new(|| Words::of_lists(|locale| vec![locale.words.departments]));
/// Colours.
pub static COLOURS: LazyLock<Words> = LazyLock::new(|| Words::of_lists(|locale| vec![locale.words.colours]));
/// Categories of products.
pub static CATEGORIES: LazyLock<Words> = LazyLock::new(|| {
    Words::of_texts(|locale| locale.words.products.categories().iter().map(|category| category.name).collect())
});
/// Materials of products: list `locale * categories + category`.
pub static MATERIALS: LazyLock<Words> = LazyLock::new(|| {
    let categories = locale::ALL.iter().flat_map(|locale| locale.words.products.categories());
    Words::new(categories.map(|category| category.materials.clone()).collect())
});
/// Brands, in one list.
pub static BRANDS: LazyLock<Words> = LazyLock::new(|| Words::new(vec![company::brands().items().to_vec()]));
/// HTTP methods, in one list.
pub static METHODS: LazyLock<Words> =
    LazyLock::new(|| Words::new(vec![internet::METHODS.iter().map(|(method, _)| *method).collect()]));
/// Names of card networks, in one list.
pub static NETWORKS: LazyLock<Words> = LazyLock::new(|| {
    let count = finance::card_networks().len() as u32;
    Words::new(vec![(0..count).map(|index| finance::card_network(index).name).collect()])
});
/// Codes of the countries' currencies.
pub static CURRENCY_CODES: LazyLock<Words> = LazyLock::new(|| Words::of_one(|locale| locale.currency_code));
/// Signs of the countries' currencies.
pub static CURRENCY_SYMBOLS: LazyLock<Words> = LazyLock::new(|| Words::of_one(|locale| locale.currency_symbol));
/// Codes of the world's currencies, in one list.
pub static CURRENCIES: LazyLock<Words> = LazyLock::new(|| Words::new(vec![currencies(|(code, _, _)| code)]));
/// Names of the world's currencies, in one list in the order of their codes.
pub static CURRENCY_NAMES: LazyLock<Words> = LazyLock::new(|| Words::new(vec![currencies(|(_, name, _)| name)]));

fn currencies(part: fn((&'static str, &'static str, u32)) -> &'static str) -> Vec<&'static str> {
    (0..finance::currencies().len() as u32).map(|index| part(finance::currency(index))).collect()
}

impl Words {
    /// Lists of texts.
    fn new(lists: Vec<Vec<&'static str>>) -> Self {
        let starts = lists.iter().scan(0, |next, list| Some(std::mem::replace(next, *next + list.len() as i32)));
        let starts = starts.collect();
        let texts: Vec<&'static str> = lists.into_iter().flatten().collect();
        let values: ArrayRef = Arc::new(StringArray::from_iter_values(&texts));
        Self { values, texts, lists: Vec::new(), folded: OnceLock::new(), starts }
    }

    /// Some lists a locale, with their folded twins.
    fn of_lists(lists: fn(&'static Locale) -> Vec<&'static List>) -> Self {
        let lists: Vec<&'static List> = locale::ALL.iter().flat_map(|locale| lists(locale)).collect();
        let texts = lists.iter().map(|list| list.items().to_vec()).collect();
        Self { lists, ..Self::new(texts) }
    }

    /// One list of texts a locale.
    fn of_texts(list: fn(&'static Locale) -> Vec<&'static str>) -> Self {
        Self::new(locale::ALL.iter().map(|locale| list(locale)).collect())
    }

    /// One text a locale.
    fn of_one(text: fn(&'static Locale) -> &'static str) -> Self {
        Self::new(locale::ALL.iter().map(|locale| vec![text(locale)]).collect())
    }

    /// Where a list begins.
    #[inline]
    pub fn start(&self, list: usize) -> i32 {
        self.starts[list]
    }

    /// How many texts a list has.
    pub fn len_of(&self, list: usize) -> usize {
        let end = self.starts.get(list + 1).map_or(self.texts.len(), |end| *end as usize);
        end - self.starts[list] as usize
    }

    /// The texts of a list.
    pub fn list(&self, list: usize) -> &[&'static str] {
        let start = self.starts[list] as usize;
        &self.texts[start..start + self.len_of(list)]
    }

    /// The text of a key.
    #[inline]
    pub fn text(&self, key: i32) -> &'static str {
        self.texts[key as usize]
    }

    /// The text of a key in `[a-z0-9-]`.
    #[inline]
    pub fn folded(&self, key: i32) -> &'static str {
        self.folded.get_or_init(|| self.fold())[key as usize]
    }

    fn fold(&self) -> Vec<&'static str> {
        self.lists.iter().flat_map(|list| (0..list.len() as u32).map(|index| list.folded(index))).collect()
    }

    /// The keys of an array that is a dictionary over these very words.
    pub fn keys<'a>(&self, array: &'a ArrayRef) -> Option<&'a Int32Array> {
        let dictionary = array.as_any().downcast_ref::<DictionaryArray<Int32Type>>()?;
        Arc::ptr_eq(dictionary.values(), &self.values).then(|| dictionary.keys())
    }

    /// The texts of keys.
    pub fn take(&self, keys: Int32Array) -> ArrayRef {
        Arc::new(
            DictionaryArray::<Int32Type>::try_new(keys, Arc::clone(&self.values)).expect("keys lie within the words"),
        )
    }
}

/// The type of arrays of words.
pub fn word_type() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8))
}
