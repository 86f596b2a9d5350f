//! Words -> what they mean for a draft: names of columns and tables, locales, formats, currencies. Everything is data
//! (`data/*.txt`) that is read once, when first asked.
//!
//! | asked | answered |
//! |---|---|
//! | [`column()`] | a column as the person calls it, and its table -> generator, parameters, choices, uniqueness ([`Guess`]) |
//! | [`table_name`], [`key_of`], [`singular`], [`plural`], [`is_table_noun`] | a noun phrase -> names |
//! | [`archetype`], [`parent_hints`], [`domain`] | a table, a field of life -> columns, tables that it belongs to, tables |
//! | [`settle`] | all columns of a table -> the same in agreement: shipped after ordered, a surname beside a first name |
//! | [`verb`], [`is_function_word`], [`is_asking_word`] | words of sentences |
//! | [`locale`] | "Dutch", "from Germany" -> a locale, or that there is none |
//! | [`format()`], [`currency`] | "Excel", "postgres dump", "euros" |
//!
//! What is unique without being asked: keys; user names; numbers that name one thing or person (serial, licence plate, VIN,
//! SKU, invoice number, passport); ISBNs of works; e-mail addresses of tables with accounts (users, customers, members,
//! subscribers). Nothing else.

mod archetypes;
mod chronology;
mod concepts;
mod forms;
mod guess;
mod keyed;
mod language;
mod locales;
mod making;
mod measure;
mod nouns;
mod outputs;
mod sentences;
mod spelling;
mod tables;
#[cfg(test)]
mod tests;
mod together;
mod words;

pub use archetypes::{archetype, domain, parent_hints};
pub use guess::{Guess, column};
pub use language::Language;
pub use locales::{LONGEST as LONGEST_PLACE, Place, locale};
pub use nouns::{plural, singular};
pub use outputs::{Output, currency, format};
pub use sentences::{LONGEST_VERB, Verb, is_asking_word, is_function_word, verb};
pub use spelling::closest as closest_word;
pub use tables::{is_table_noun, key_of, table_name};
pub use together::settle;
pub use words::snake;

use crate::draft::ir::Column;

/// Whether a column's values need to know what `now` is, so that the spec must say.
pub fn needs_now(column: &Column) -> bool {
    let says_now = column.params.iter().any(|param| param.value.trim_matches('"').starts_with("now"));
    says_now || matches!(column.generator.as_str(), "person.birth_date" | "person.age")
}
