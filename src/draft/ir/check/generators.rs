//! Generators of a draft -> generators that exist, with parameters that they have.

use super::{Mender, Problem};
use crate::diag::closest;
use crate::draft::ir::catalogue::{Parameters, parameters};
use crate::draft::ir::{Column, ColumnType, Param, Role, Tie};
use crate::generators;
use crate::spec::generator_alias;

/// Mends each column's generator and parameters.
pub(super) fn mend(mender: &mut Mender<'_>) {
    for table in 0..mender.ir.tables.len() {
        for column in 0..mender.ir.tables[table].columns.len() {
            let site = Site { table, column };
            name(mender, site);
            params(mender, site);
        }
    }
}

/// A column by its places.
#[derive(Clone, Copy)]
struct Site {
    table: usize,
    column: usize,
}

impl Site {
    fn column<'m>(self, mender: &'m mut Mender<'_>) -> &'m mut Column {
        &mut mender.ir.tables[self.table].columns[self.column]
    }

    fn pointer(self, rest: &str) -> String {
        format!("/tables/{}/columns/{}{rest}", self.table, self.column)
    }

    fn path(self, mender: &Mender<'_>) -> String {
        let table = &mender.ir.tables[self.table];
        format!("tables.{}.columns.{}", table.name, table.columns[self.column].name)
    }
}

fn name(mender: &mut Mender<'_>, site: Site) {
    let column = site.column(mender);
    let said = column.generator.trim().to_owned();
    if generators::find(&said).is_some_and(generators::GeneratorDef::is_listed) || generators::is_entity(&said) {
        column.generator = said;
        return;
    }
    if let Some(known) = presumed(column) {
        column.generator = known.to_owned();
        return;
    }
    if is_made_by_tie(mender, site) {
        site.column(mender).generator.clear();
        return;
    }
    let column = site.column(mender);
    match resolve(&said) {
        Some(known) => {
            column.generator = known.to_owned();
            let path = site.path(mender);
            let text = format!("`{}` means the generator `{known}`", said.chars().take(60).collect::<String>());
            mender.assume(path, text, known);
        }
        None => {
            let name = column.name.clone();
            let shown: String = said.chars().filter(|c| !c.is_control()).take(60).collect();
            let problem = Problem::new(
                "E1203",
                site.pointer("/generator"),
                format!("`{name}` has the unknown generator `{shown}`"),
            );
            let near = generators::all().map(|def| def.name);
            let help = match crate::diag::did_you_mean(&said, near) {
                Some(help) => help,
                None => {
                    "choose one of the catalogue, such as `number`, `choice`, `pattern` or `text.sentence`".to_owned()
                }
            };
            mender.problem(problem.help(help));
        }
    }
}

/// The generator of a column that names none, where all else says which.
fn presumed(column: &Column) -> Option<&'static str> {
    if !column.generator.trim().is_empty() {
        return None;
    }
    if !column.choices.is_empty() {
        return Some("choice");
    }
    match (column.role, column.r#type) {
        (Role::Fk, _) => None,
        (Role::Pk, ColumnType::Auto | ColumnType::Integer) => Some("sequence"),
        (Role::Pk, ColumnType::String) => Some("uuid"),
        (_, ColumnType::Integer | ColumnType::Decimal | ColumnType::Float) => Some("number"),
        (_, ColumnType::Boolean) => Some("bool"),
        (_, ColumnType::Date) => Some("date"),
        (_, ColumnType::Timestamp) => Some("datetime"),
        _ => Some("text.word"),
    }
}

/// Whether a relationship makes the column, so that its generator does not matter.
fn is_made_by_tie(mender: &Mender<'_>, site: Site) -> bool {
    let table = &mender.ir.tables[site.table];
    let column = &table.columns[site.column];
    let is_it = |tie: &crate::draft::ir::Relationship| tie.child_table == table.name && tie.child_column == column.name;
    mender.ir.relationships.iter().any(|tie| matches!(tie.tie, Tie::Owns | Tie::Picks) && is_it(tie))
}

/// The one generator that a name can only mean: by an alias, another way of writing, or a slip.
fn resolve(said: &str) -> Option<&'static str> {
    let folded = said.to_lowercase().replace([' ', '-'], "_");
    let last = folded.rsplit('.').next().unwrap_or(&folded);
    let listed = || generators::all().map(|def| def.name);
    let whole = listed().find(|name| *name == folded);
    let by_alias = || [folded.as_str(), last].into_iter().find_map(alias);
    let by_field = || {
        let mut ends = listed().filter(|name| name.split_once('.').is_some_and(|(_, field)| field == last));
        let first = ends.next();
        first.filter(|_| ends.next().is_none())
    };
    let squeezed = |name: &str| name.replace(['_', '.'], "");
    let by_letters = || listed().find(|name| squeezed(name) == squeezed(&folded));
    whole.or_else(by_alias).or_else(by_field).or_else(by_letters).or_else(|| closest(&folded, listed()))
}

/// What other tools, and people, call a generator.
fn alias(name: &str) -> Option<&'static str> {
    const ALSO: &[(&str, &str)] = &[
        ("birthday", "person.birth_date"),
        ("birthdate", "person.birth_date"),
        ("country", "address.country"),
        ("date_of_birth", "person.birth_date"),
        ("fullname", "person.full_name"),
        ("firstname", "person.first_name"),
        ("job", "person.job_title"),
        ("lastname", "person.last_name"),
        ("mail", "person.email"),
        ("paragraph", "text.paragraph"),
        ("phone_number", "person.phone"),
        ("post_code", "address.postal_code"),
        ("sentence", "text.sentence"),
        ("street_address", "address.street"),
        ("surname", "person.last_name"),
        ("text", "text.sentence"),
        ("uri", "internet.url"),
        ("user_name", "person.username"),
        ("word", "text.word"),
        ("words", "text.words"),
        ("zip", "address.postal_code"),
        ("zip_code", "address.postal_code"),
        ("zipcode", "address.postal_code"),
    ];
    let own = ALSO.iter().find(|(other, _)| *other == name).map(|(_, name)| *name);
    own.or_else(|| generator_alias(name)).filter(|name| generators::find(name).is_some())
}

/// Takes out parameters that the generator does not have, and finds the one that a mistyped name means.
fn params(mender: &mut Mender<'_>, site: Site) {
    let has_locale =
        !mender.ir.locale.is_empty() || mender.ir.tables[site.table].params.iter().any(|param| param.key == "locale");
    let column = site.column(mender);
    let generator = column.generator.clone();
    let Some(known) = parameters(&generator) else { return };
    let (mut kept, mut gone, mut mended): (Vec<Param>, Vec<Param>, Vec<(String, String)>) = Default::default();
    for param in std::mem::take(&mut column.params) {
        if param.key == "locale" && generator.contains('.') {
            // A locale of its own is for columns whose values the usual one does not have; what is said of the whole comes first.
            kept.extend(Some(param).filter(|_| !has_locale));
            continue;
        }
        let (head, rest) =
            param.key.split_once('.').map_or((param.key.as_str(), None), |(head, rest)| (head, Some(rest)));
        match param_name(known, head, &generator) {
            Some(name) if kept.iter().any(|other| other.key == param.key && name == head) => {}
            Some(name) if name == head => kept.push(param),
            Some(name) if kept.iter().all(|other| other.key != name) => {
                mended.push((head.to_owned(), name.clone()));
                let key = rest.map_or(name.clone(), |rest| format!("{name}.{rest}"));
                kept.push(Param { key, value: param.value });
            }
            _ => gone.push(param),
        }
    }
    column.params = kept;
    let path = site.path(mender);
    for (from, to) in mended {
        mender.assume(path.clone(), format!("the parameter `{from}` means `{to}`"), to);
    }
    for param in gone {
        let text = format!("`{generator}` has no parameter `{}`; it was left out", param.key);
        mender.assume(path.clone(), text, String::new());
    }
    swap(mender, site);
    missing(mender, site, known, &generator);
}

/// The parameter that a name means.
fn param_name(known: &Parameters, said: &str, generator: &str) -> Option<String> {
    let is_ours = said == "scale" && generator != "sequence";
    if known.known.contains_key(said) || is_ours {
        return Some(said.to_owned());
    }
    const ALSO: &[(&str, &str)] = &[
        ("average", "mean"),
        ("avg", "mean"),
        ("begin", "from"),
        ("deviation", "sd"),
        ("distribution", "dist"),
        ("end", "to"),
        ("expression", "expr"),
        ("format", "pattern"),
        ("high", "max"),
        ("low", "min"),
        ("max_value", "max"),
        ("maximum", "max"),
        ("min_value", "min"),
        ("minimum", "min"),
        ("probability", "p"),
        ("regex", "pattern"),
        ("start", "from"),
        ("start", "min"),
        ("std", "sd"),
        ("stddev", "sd"),
        ("std_dev", "sd"),
        ("values", "of"),
        ("options", "of"),
        ("weights", "of"),
    ];
    let folded = said.to_lowercase();
    let by_alias = ALSO.iter().find(|(other, name)| *other == folded && known.known.contains_key(*name));
    let names = || known.known.keys().map(String::as_str);
    // Short names are so close to each other that a slip cannot be told.
    let by_slip = || (folded.len() > 3).then(|| closest(&folded, names().filter(|name| name.len() > 3))).flatten();
    by_alias.map(|(_, name)| *name).or_else(by_slip).map(str::to_owned)
}

/// Swaps `min` and `max`, `from` and `to`, where the first is the greater.
fn swap(mender: &mut Mender<'_>, site: Site) {
    for (low, high) in [("min", "max"), ("from", "to")] {
        let column = site.column(mender);
        let (Some(least), Some(most)) = (column.param(low), column.param(high)) else { continue };
        let is_reversed = match (least.trim().parse::<f64>(), most.trim().parse::<f64>()) {
            (Ok(least), Ok(most)) => least > most,
            _ => is_date(least) && is_date(most) && least.trim() > most.trim(),
        };
        if is_reversed {
            let (least, most) = (least.to_owned(), most.to_owned());
            column.set(low, most.clone());
            column.set(high, least.clone());
            let path = site.path(mender);
            mender.assume(
                path,
                format!("{least} and {most} were swapped, since the first is the greater"),
                format!("{most} to {least}"),
            );
        }
    }
}

/// Whether a text begins as `2024-01-31` does.
fn is_date(text: &str) -> bool {
    let text = text.trim().as_bytes();
    let is_shape = |(at, byte): (usize, &u8)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() };
    text.len() >= 10 && text[..10].iter().enumerate().all(is_shape)
}

/// Parameters that must be there: a default where there is one that can do no harm, else a problem.
fn missing(mender: &mut Mender<'_>, site: Site, known: &Parameters, generator: &str) {
    let column = site.column(mender);
    let is_there = |key: &String| {
        let inner = format!("{key}.");
        column.params.iter().any(|param| param.key == *key || param.key.starts_with(&inner))
    };
    let by_choices = generator == "choice" && !column.choices.is_empty();
    let by_rule = matches!(generator, "expr" | "field" | "ref" | "rollup" | "cumulative");
    let absent: Vec<String> = known.required.iter().filter(|key| !is_there(key)).cloned().collect();
    if absent.is_empty() || by_choices || by_rule || is_made_by_tie(mender, site) {
        return;
    }
    if absent.iter().all(|key| key == "from" || key == "to") {
        return window(mender, site, &absent);
    }
    let name = site.column(mender).name.clone();
    let list = absent.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" and ");
    let problem = Problem::new("E1205", site.pointer("/params"), format!("`{generator}` of `{name}` needs {list}"));
    mender.problem(problem.help(format!("add {list} to its params, or choose another generator")));
}

/// A window of time that was not said: the year before the clock, or up to it.
fn window(mender: &mut Mender<'_>, site: Site, absent: &[String]) {
    let path = site.path(mender);
    let column = site.column(mender);
    let (from, to) = (column.param("from").map(str::to_owned), column.param("to").map(str::to_owned));
    let (from, to) = match (from, to) {
        (Some(from), None) if is_date(&from) => (from, "now".to_owned()),
        (Some(from), _) => (from.clone(), format!("{from} + 30d")),
        (None, Some(to)) if is_date(&to) => (format!("{}-01-01", &to.trim()[..4]), to),
        (None, Some(to)) => (format!("{to} - 365d"), to),
        (None, None) => ("now - 365d".to_owned(), "now".to_owned()),
    };
    column.set("from", from.clone());
    column.set("to", to.clone());
    let what = if absent.len() > 1 { "no window was said" } else { "only one end of the window was said" };
    mender.assume(path, what, format!("{from} to {to}"));
}
