//! A table about which nothing was said -> the columns that a careful person would expect; and which tables go together.

use std::sync::LazyLock;

use super::language::Language;
use super::{guess, making, nouns, tables, together, words};
use crate::draft::ir::Column;

/// What is known of a table: its noun, those of its parents, its columns as text.
struct Archetype {
    noun: &'static str,
    parents: Vec<&'static str>,
    columns: &'static str,
}

static ARCHETYPES: LazyLock<Vec<Archetype>> = LazyLock::new(|| {
    let mut read: Vec<Archetype> = Vec::new();
    for line in include_str!("data/archetypes.txt").lines().filter(|line| !line.starts_with('#')) {
        match (line.strip_prefix("  "), line.split_once('<')) {
            (Some(columns), _) => {
                if let Some(last) = read.last_mut() {
                    last.columns = columns;
                }
            }
            (None, Some((noun, parents))) => {
                let parents = parents.split(',').map(str::trim).filter(|parent| !parent.is_empty()).collect();
                read.push(Archetype { noun: noun.trim(), parents, columns: "" });
            }
            (None, None) => {}
        }
    }
    read
});

/// Classes of nouns -> the noun whose columns stand in where a noun has none of its own.
const STAND_INS: &[(&str, &str)] = &[
    ("PERSON", "person"),
    ("PET", "pet"),
    ("COMPANY", "company"),
    ("SITE", "branch"),
    ("WARE", "product"),
    ("DEVICE", "device"),
    ("CATEGORY", "category"),
];

/// The archetype of a table by the noun that it is called by.
fn find(table: &str, language: Language) -> Option<(&'static Archetype, String)> {
    let noun = tables::head(table, language)?;
    let own = |name: &str| ARCHETYPES.iter().find(|known| known.noun == name);
    let stand_in = || STAND_INS.iter().find(|(class, _)| noun.classes.contains(class)).and_then(|(_, name)| own(name));
    own(noun.name).or_else(stand_in).map(|found| (found, noun.name.to_owned()))
}

/// Sensible columns of a table, its key first, without references: those come with its parents ([`parent_hints`]). Times stand in
/// a sensible order. The table keeps the name that the description gives it; other languages' nouns lead to English columns.
pub fn archetype(table: &str, language: Language) -> Option<Vec<Column>> {
    let (found, noun) = find(table, language)?;
    let mut columns: Vec<Column> = found.columns.split(';').map(|column| column_of(column.trim(), &noun)).collect();
    together::settle(&mut columns, &[]);
    Some(columns)
}

/// Reads `name` or `name = making`.
fn column_of(text: &'static str, noun: &str) -> Column {
    match text.split_once(" = ") {
        Some((name, line)) => Column { name: name.to_owned(), ..making::read(line).column },
        None => guess::column(text, noun, Language::En).column,
    }
}

/// Tables whose rows those of a table usually belong to or speak of, as English plurals (`order_item` -> `orders`, `products`): the
/// first one owns them, the others are picked.
pub fn parent_hints(table: &str, language: Language) -> Vec<String> {
    let parents = find(table, language).map(|(found, _)| found.parents.clone()).unwrap_or_default();
    parents.into_iter().map(many).collect()
}

/// `order item` -> `order_items`.
fn many(noun: &str) -> String {
    let mut parts = words::split(noun);
    if let Some(last) = parts.last_mut() {
        *last = nouns::plural(last, Language::En);
    }
    parts.join("_")
}

/// Tables of a field of life, parents first, for requests that say nearly nothing: "data for a gym", "something for a hospital
/// dashboard". The longest name of a field in the phrase counts.
pub fn domain(phrase: &str) -> Option<Vec<&'static str>> {
    let said = spaced(phrase);
    let named = |names: &str| {
        names.split(',').map(spaced).filter(|name| said.contains(name.as_str())).map(|name| name.len()).max()
    };
    let lines = include_str!("data/domains.txt").lines().filter(|line| !line.starts_with('#'));
    let fields = lines.filter_map(|line| line.split_once(" = "));
    let (_, tables) =
        fields.filter_map(|(names, tables)| Some((named(names)?, tables))).max_by_key(|(length, _)| *length)?;
    Some(tables.split(',').map(str::trim).collect())
}

/// The words of a phrase without accents, in the singular, a blank on both sides of each.
fn spaced(phrase: &str) -> String {
    let parts = words::folded(&words::split(phrase), Language::En);
    let one = parts.iter().map(|part| nouns::singular(part, Language::En)).collect::<Vec<_>>();
    format!(" {} ", one.join(" "))
}

/// Nouns of all archetypes with those of their parents.
#[cfg(test)]
pub fn all() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    ARCHETYPES.iter().map(|known| (known.noun, known.parents.as_slice()))
}
