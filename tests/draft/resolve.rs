//! Wishes and built data -> [`Scene`]: which table, column and reference is which, and views in the database by the names of
//! the wishes. Drafters may name things differently; what may not differ is what is there.

use std::collections::{BTreeMap, BTreeSet};

use super::case::{Case, TableWish};
use super::data::{Data, Table, quoted};

/// Which is which. Names on the left are those of the case, before their first `|`.
#[derive(Debug, Default)]
pub struct Scene {
    /// A wished table -> its place in [`Data::tables`].
    pub tables: BTreeMap<String, usize>,
    /// A wished table and column -> the column's name.
    pub columns: BTreeMap<(String, String), String>,
    /// A wished table and reference -> the column's name. References by `per` are called as their table.
    pub references: BTreeMap<(String, String), String>,
}

/// The first of the names that will do.
pub fn first(names: &str) -> &str {
    names.split('|').next().unwrap_or(names)
}

/// Matches wishes with data, and creates the views.
pub fn resolve(case: &Case, data: &Data) -> Scene {
    let mut scene = Scene::default();
    match_tables(case, data, &mut scene);
    for (names, wish) in &case.tables {
        let Some(at) = scene.tables.get(first(names)) else { continue };
        let table = &data.tables[*at];
        match_references(first(names), wish, table, data, &mut scene);
        match_columns(first(names), wish, table, &mut scene);
    }
    for name in scene.tables.keys() {
        let view = view(name, data, &scene);
        data.base.execute_batch(&view).unwrap_or_else(|error| panic!("{}: {error}: {view}", case.id));
    }
    scene
}

fn match_tables(case: &Case, data: &Data, scene: &mut Scene) {
    let mut free: BTreeSet<usize> = (0..data.tables.len()).collect();
    let by_name: [fn(&str, &str) -> bool; 2] = [|known, wanted| same(known, wanted), ends_with];
    for fits in by_name {
        for names in case.tables.keys() {
            let open = !scene.tables.contains_key(first(names));
            let found =
                names.split('|').find_map(|name| free.iter().copied().find(|at| fits(&data.tables[*at].name, name)));
            if let (true, Some(at)) = (open, found) {
                free.remove(&at);
                scene.tables.insert(first(names).to_owned(), at);
            }
        }
    }
    for (names, wish) in case.tables.iter().filter(|(_, wish)| wish.any_name) {
        if scene.tables.contains_key(first(names)) {
            continue;
        }
        if let Some(at) = free.iter().copied().find(|at| refers_to_all(&data.tables[*at], wish, data, scene)) {
            free.remove(&at);
            scene.tables.insert(first(names).to_owned(), at);
        }
    }
}

fn refers_to_all(table: &Table, wish: &TableWish, data: &Data, scene: &Scene) -> bool {
    let mut wanted = wish.per.keys().chain(wish.refs.values());
    wanted.all(|parent| {
        let parent = scene.tables.get(parent).map(|at| &data.tables[*at].name);
        table.references.iter().any(|(_, to)| Some(to) == parent)
    })
}

fn match_references(name: &str, wish: &TableWish, table: &Table, data: &Data, scene: &mut Scene) {
    let owners = wish.per.keys().map(|parent| (parent.as_str(), parent.as_str()));
    let picks = wish.refs.iter().map(|(called, parent)| (called.as_str(), parent.as_str()));
    let mut free: Vec<&(String, String)> = table.references.iter().collect();
    let wanted: Vec<(&str, &str)> = owners.chain(picks).collect();
    for by_name in [true, false] {
        for (called, parent) in &wanted {
            let at = scene.tables.get(*parent).map(|at| data.tables[*at].name.clone());
            let is_open = !scene.references.contains_key(&(name.to_owned(), first(called).to_owned()));
            let fits = |(column, to): &(String, String)| {
                Some(to) == at.as_ref() && (!by_name || called.split('|').any(|called| holds(column, called)))
            };
            if let (true, Some(place)) = (is_open, free.iter().position(|reference| fits(reference))) {
                let (column, _) = free.remove(place);
                scene.references.insert((name.to_owned(), first(called).to_owned()), column.clone());
            }
        }
    }
}

fn match_columns(name: &str, wish: &TableWish, table: &Table, scene: &mut Scene) {
    let mut free: Vec<&str> = table.columns.iter().map(|(column, _)| column.as_str()).collect();
    let prefixed = |column: &str, wanted: &str| {
        same(column, &format!("{}{wanted}", stem(&table.name)))
            || same(&format!("{}{column}", stem(&table.name)), wanted)
    };
    for step in 0..3 {
        for names in wish.columns.keys() {
            let key = (name.to_owned(), first(names).to_owned());
            if scene.columns.contains_key(&key) {
                continue;
            }
            let found = names.split('|').find_map(|wanted| {
                let fits = |column: &&&str| match step {
                    0 => same(column, wanted),
                    1 => prefixed(column, wanted),
                    _ => ends_with(column, wanted) || starts_with(column, wanted),
                };
                let all: Vec<&&str> = free.iter().filter(fits).collect();
                if step < 2 || all.len() == 1 { all.first().map(|column| (**column).to_owned()) } else { None }
            });
            if let Some(column) = found {
                free.retain(|other| *other != column);
                scene.columns.insert(key, column);
            }
        }
    }
}

/// A view of a table by the names of the case: `key`, `X_key` for references, columns, and what else there is.
fn view(name: &str, data: &Data, scene: &Scene) -> String {
    let at = scene.tables[name];
    let table = &data.tables[at];
    let mut shown: BTreeMap<String, &str> = BTreeMap::new();
    shown.extend(table.key.as_ref().map(|key| ("key".to_owned(), key.as_str())));
    for ((_, called), column) in scene.references.iter().filter(|((of, _), _)| of == name) {
        shown.insert(format!("{called}_key"), column);
        let parent = table.references.iter().find(|(by, _)| by == column).map(|(_, to)| to);
        let places = scene.tables.iter().filter(|(_, at)| Some(&data.tables[**at].name) == parent);
        for (parent, _) in places {
            shown.entry(format!("{parent}_key")).or_insert(column);
        }
    }
    for ((_, called), column) in scene.columns.iter().filter(|((of, _), _)| of == name) {
        shown.insert(called.clone(), column);
    }
    for (column, _) in &table.columns {
        if !shown.contains_key(&column.to_lowercase()) {
            shown.entry(column.clone()).or_insert(column);
        }
    }
    let listed: Vec<String> =
        shown.iter().map(|(called, column)| format!("{} as {}", quoted(column), quoted(called))).collect();
    format!("create view {} as select rowid as n, {} from t{at}", quoted(name), listed.join(", "))
}

/// Letters and digits in lower case.
fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A name without its plural.
fn stem(name: &str) -> String {
    let plain = plain(name);
    if let Some(start) = plain.strip_suffix("ies") {
        return format!("{start}y");
    }
    plain.strip_suffix('s').unwrap_or(&plain).to_owned()
}

fn same(known: &str, wanted: &str) -> bool {
    stem(known) == stem(wanted)
}

/// Whether the last words of a name are the wanted ones, as in `gym_members`.
fn ends_with(known: &str, wanted: &str) -> bool {
    known.match_indices('_').any(|(at, _)| same(&known[at + 1..], wanted))
}

/// Words behind a name that leave it what it is: units, and what kind of a value it has.
const HARMLESS: &[&str] = &[
    "at", "c", "cm", "code", "count", "date", "days", "eur", "euro", "euros", "g", "h", "ha", "hours", "id", "kg",
    "km", "kmh", "kw", "kwh", "l", "ls", "lps", "m", "m2", "mhz", "min", "minutes", "ml", "mm", "ms", "name", "no",
    "number", "on", "pct", "percent", "rpm", "s", "seconds", "sqm", "time", "usd", "years",
];

/// Whether a name is the wanted one with a unit or the like behind it, as in `price_eur`.
fn starts_with(known: &str, wanted: &str) -> bool {
    known
        .match_indices('_')
        .any(|(at, _)| same(&known[..at], wanted) && HARMLESS.contains(&plain(&known[at..]).as_str()))
}

fn holds(column: &str, called: &str) -> bool {
    plain(column).contains(&stem(called))
}
