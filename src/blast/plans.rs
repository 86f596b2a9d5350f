//! What the plan adds to a column from elsewhere in the document, where it is not the same in both plans: the locale, the
//! clock, pins, uniqueness that columns share, the table's time grid; and the type.

use std::collections::BTreeSet;

use arrow_array::cast::AsArray;
use arrow_array::types::UInt8Type;

use super::Verdict;
use super::nodes::Words;
use super::own::{Cause, all, changed};
use super::side::{Origin, Side};
use crate::diag::Span;
use crate::plan::{ColumnId, Pins, TableId, type_name};
use crate::source::Node;
use crate::spec::{GeneratorSpec, Making, TableSpec};

/// Fields that read the spec's clock.
const CLOCK: &[&str] = &["person.birth_date", "person.age"];

/// Fields that are the same in all locales, or follow it only through others.
const ANYWHERE: &[&str] = &[
    "person.sex",
    "person.birth_date",
    "person.age",
    "company.employees",
    "finance.card_number",
    "finance.card_network",
    "finance.currency",
    "finance.currency_name",
    "finance._account",
    "internet.ipv4",
    "internet.ipv6",
    "internet.mac",
    "internet.domain",
    "internet.url",
    "internet.user_agent",
    "internet.http_method",
    "internet.http_status",
    "internet.port",
    "internet._domain",
    "product.brand",
    "product.ean",
    "product.upc",
    "product.isbn",
    "product._code",
];

/// Fields that a number behind a name makes unique: they share it with no other field.
const SUFFIXED: &[&str] =
    &["person.email", "person.work_email", "person.username", "company.email", "internet.email", "internet.username"];

/// The locale of a spec that names none.
const DEFAULT_LOCALE: &str = "en_US";

/// All that differs.
pub(super) fn causes(words: &Words<'_, '_>, old: ColumnId, new: ColumnId) -> Vec<Cause> {
    let mut found = Vec::new();
    found.extend(locale(words, old, new));
    found.extend(clock(words, new));
    found.extend(numbering(words, old, new));
    found.extend(joined(words, old, new));
    found.extend(grid(words, old, new));
    found.extend(pinned(words, old, new));
    found
}

/// The generators that a column uses by itself.
fn generators(side: &Side<'_>, column: ColumnId) -> Vec<String> {
    match side.origins[column.0] {
        Origin::Declared(spec) => match &spec.making {
            Making::Generator(generator) => vec![generator.name.text.clone()],
            Making::When(branches) => branches.iter().map(|branch| branch.generator.name.text.clone()).collect(),
        },
        Origin::Field(_, entity, field, _) => vec![format!("{entity}.{field}")],
        _ => Vec::new(),
    }
}

fn has_generator(side: &Side<'_>, column: ColumnId, is_it: impl Fn(&str) -> bool) -> bool {
    generators(side, column).iter().any(|name| is_it(name))
}

// ---- locale ----

/// The `locale:` that holds for a column.
fn locale_node<'a>(side: &Side<'a>, column: ColumnId) -> Option<&'a Node> {
    let own = match side.origins[column.0] {
        Origin::Declared(spec) => spec.locale.as_ref(),
        Origin::Field(_, _, _, own) => own,
        _ => None,
    };
    let table = side.table(side.plan().column(column).table);
    own.or(table.locale.as_ref()).or(side.spec().locale.as_ref())
}

/// Locales with their weights; of a single one the weight does not count.
fn choices(node: Option<&Node>) -> Vec<(String, f64)> {
    let Some(node) = node else { return vec![(DEFAULT_LOCALE.to_owned(), 1.0)] };
    let weight = |value: &Node| value.text().and_then(|text| text.parse().ok()).unwrap_or(0.0);
    match (node.text(), node.entries()) {
        (Some(code), _) => vec![(code.to_owned(), 1.0)],
        (None, [only]) => vec![(only.key.clone(), 1.0)],
        (None, many) => many.iter().map(|entry| (entry.key.clone(), weight(&entry.value))).collect(),
    }
}

/// Whether a column's values may hang on the row's locale.
fn is_local(words: &Words<'_, '_>, old: ColumnId, new: ColumnId) -> bool {
    let is_drawn = words.old.locale_input(old).is_some() || words.new.locale_input(new).is_some();
    let is_one = |side: &Side<'_>, column| choices(locale_node(side, column)).len() == 1;
    let reads = |name: &str| name.starts_with("text.") || (name.contains('.') && !ANYWHERE.contains(&name));
    is_drawn || (is_one(words.old, old) && is_one(words.new, new) && has_generator(words.new, new, reads))
}

fn locale(words: &Words<'_, '_>, old: ColumnId, new: ColumnId) -> Vec<Cause> {
    let mut found = Vec::new();
    let (before, after) = (locale_node(words.old, old), locale_node(words.new, new));
    if choices(before) != choices(after) && is_local(words, old, new) {
        let text = format!("locale {} → {}", locale_name(before), locale_name(after));
        found.push(changed(words.reason(text, before.map(|node| node.span), after.map(|node| node.span))));
    }
    let pins = |side: &Side<'_>, column: ColumnId| {
        side.locale_input(column).and_then(|locale| side.plan().column(locale).pins.clone())
    };
    found.extend(other_pins(words, (old, pins(words.old, old)), (new, pins(words.new, new))));
    found
}

fn locale_name(node: Option<&Node>) -> String {
    choices(node).into_iter().map(|(code, _)| code).collect::<Vec<_>>().join(", ")
}

// ---- clock ----

fn clock(words: &Words<'_, '_>, new: ColumnId) -> Option<Cause> {
    let reads = words.is_other_now && has_generator(words.new, new, |name| CLOCK.contains(&name));
    reads.then(|| changed(words.now_changed()))
}

// ---- uniqueness that the columns of a bundle share ----

/// Fields of one bundle that show one thing are numbered together, by whichever column asks that it be unique.
fn numbering(words: &Words<'_, '_>, old: ColumnId, new: ColumnId) -> Option<Cause> {
    if !has_generator(words.new, new, |name| crate::generators::find(name).is_some_and(|def| def.bundle.is_some())) {
        return None;
    }
    let is_numbered = |side: &Side<'_>, column: ColumnId| side.plan().column(column).needs.row_number;
    let (before, after) = (is_numbered(words.old, old), is_numbered(words.new, new));
    let (one, other) = (unique_uses(words.old, old), unique_uses(words.new, new));
    let text = match (before, after) {
        (false, false) => return None,
        (true, false) => "no column asks any more that what it shows be unique",
        (false, true) => "a column asks that what it shows be unique",
        _ if has_generator(words.new, new, |name| SUFFIXED.contains(&name)) => return None,
        _ if realisms(&one) != realisms(&other) => "other columns ask that what it shows be unique",
        _ if is_local(words, old, new) && locales(words.old, old) != locales(words.new, new) => {
            "rows have other locales, so that other values are numbered"
        }
        _ => return None,
    };
    let place = |uses: &[(Span, &GeneratorSpec)]| uses.first().map(|(span, _)| *span);
    Some(changed(words.reason(text, place(&one), place(&other))))
}

/// The columns of a table that ask for unique values of a column's entity.
fn unique_uses<'a>(side: &Side<'a>, column: ColumnId) -> Vec<(Span, &'a GeneratorSpec)> {
    let names = generators(side, column);
    let entities: Vec<&str> = names.iter().filter_map(|name| Some(name.split_once('.')?.0)).collect();
    let is_kin = |generator: &GeneratorSpec| {
        generator.name.text.split_once('.').is_some_and(|(entity, _)| entities.contains(&entity))
    };
    let columns = side.table(side.plan().column(column).table).columns.iter();
    let uses = columns.flat_map(|column| match &column.making {
        Making::Generator(generator) => vec![(column.unique, generator)],
        Making::When(branches) => branches.iter().map(|branch| (branch.unique, &branch.generator)).collect(),
    });
    uses.filter_map(|(unique, generator)| Some((unique?, generator)))
        .filter(|(_, generator)| is_kin(generator))
        .collect()
}

/// The unique fields with how they are drawn.
fn realisms(uses: &[(Span, &GeneratorSpec)]) -> BTreeSet<(String, Option<String>)> {
    let realism = |generator: &GeneratorSpec| Some(generator.params.get("realism")?.text()?.to_owned());
    let shared = uses.iter().filter(|(_, generator)| !SUFFIXED.contains(&generator.name.text.as_str()));
    shared.map(|(_, generator)| (generator.name.text.clone(), realism(generator))).collect()
}

/// The locales that the rows of a column may have.
fn locales(side: &Side<'_>, column: ColumnId) -> (BTreeSet<String>, BTreeSet<u8>) {
    let drawn = choices(locale_node(side, column)).into_iter().filter(|(_, weight)| *weight > 0.0);
    let table = side.plan().column(column).table;
    let columns = side.plan().columns.iter().zip(&side.origins);
    let own = columns.filter(|(plan, origin)| plan.table == table && matches!(origin, Origin::Locale));
    let pins = own.filter_map(|(plan, _)| plan.pins.as_ref());
    let pinned = pins.flat_map(|pins| pins.values.as_primitive::<UInt8Type>().values().to_vec());
    (drawn.map(|(code, _)| code).collect(), pinned.collect())
}

// ---- uniqueness of several columns together ----

fn joined(words: &Words<'_, '_>, old: ColumnId, new: ColumnId) -> Option<Cause> {
    let (before, after) = (list_of(words.old, old), list_of(words.new, new));
    let shape = |list: &Option<(Span, Vec<(String, u128)>)>| list.as_ref().map(|(_, parts)| parts.clone());
    let is_same = shape(&before) == shape(&after);
    let text = "it is drawn from a domain that it shares with the other columns of a `unique` list, which is another";
    let place = |list: Option<(Span, Vec<(String, u128)>)>| list.map(|(span, _)| span);
    (!is_same).then(|| changed(words.reason(text, place(before), place(after))))
}

/// The list with whose columns a column is unique together: their identities and the sizes of their domains.
fn list_of(side: &Side<'_>, column: ColumnId) -> Option<(Span, Vec<(String, u128)>)> {
    let plan = side.plan().column(column);
    let (span, names) = &side.table(plan.table).unique[plan.joined?];
    let part = |name: &str| {
        let spec = side.table(plan.table).columns.iter().find(|column| column.name.text == name)?;
        let label = spec.identity();
        let domain = side.plan().column(side.declared(plan.table, label)?).domain.as_ref()?;
        Some((label.to_owned(), domain.size()))
    };
    Some((*span, names.iter().filter_map(|name| part(&name.text)).collect()))
}

// ---- the table's time grid ----

fn grid(words: &Words<'_, '_>, old: ColumnId, new: ColumnId) -> Vec<Cause> {
    if !has_generator(words.new, new, |name| name == "tick") {
        return Vec::new();
    }
    fn node<'a>(side: &Side<'a>, column: ColumnId) -> Option<&'a Node> {
        let table: &TableSpec = side.table(side.plan().column(column).table);
        table.rows.as_ref().or(table.count.as_ref())
    }
    all(words, words.values("count", "rows", node(words.old, old), node(words.new, new)))
}

// ---- pins ----

fn pinned(words: &Words<'_, '_>, old: ColumnId, new: ColumnId) -> Option<Cause> {
    let pins = |side: &Side<'_>, column: ColumnId| side.plan().column(column).pins.clone();
    other_pins(words, (old, pins(words.old, old)), (new, pins(words.new, new)))
}

fn other_pins(
    words: &Words<'_, '_>,
    (old, before): (ColumnId, Option<Pins>),
    (new, after): (ColumnId, Option<Pins>),
) -> Option<Cause> {
    let rows = differing_rows(before.as_ref(), after.as_ref());
    if rows == 0 {
        return None;
    }
    let (one, other) = (words.old.plan().column(old).table, words.new.plan().column(new).table);
    let (old, new) = (other_pin(words.old, one, words.new, other), other_pin(words.new, other, words.old, one));
    let text = match rows {
        1 => "`pins` of 1 row".to_owned(),
        many => format!("`pins` of {many} rows"),
    };
    Some(Cause { strength: Verdict::Cells, reason: words.reason(text, old, new) })
}

/// How many rows have another pin, or one on one side alone.
fn differing_rows(before: Option<&Pins>, after: Option<&Pins>) -> usize {
    let find = |pins: Option<&Pins>, row: u64| {
        let pins = pins?;
        Some(pins.values.slice(pins.rows.binary_search(&row).ok()?, 1))
    };
    let rows: BTreeSet<u64> = [before, after].into_iter().flatten().flat_map(|pins| pins.rows.clone()).collect();
    rows.into_iter().filter(|row| find(before, *row) != find(after, *row)).count()
}

/// The first pin of a table that the other spec does not have.
fn other_pin(side: &Side<'_>, table: TableId, there: &Side<'_>, other: TableId) -> Option<Span> {
    let known: BTreeSet<String> = there.table(other).pins.iter().map(|pin| pin.to_json().to_string()).collect();
    let pins = side.table(table).pins.iter();
    pins.filter(|pin| !known.contains(&pin.to_json().to_string())).map(|pin| pin.span).next()
}

// ---- type ----

/// The type of values that follow from elsewhere.
pub(super) fn data_type(words: &Words<'_, '_>, old: ColumnId, new: ColumnId) -> Option<Cause> {
    let (before, after) = (words.old.plan().column(old), words.new.plan().column(new));
    let text = || format!("type {} → {}", type_name(&before.data_type), type_name(&after.data_type));
    (before.data_type != after.data_type).then(|| changed(words.reason(text(), Some(before.span), Some(after.span))))
}
