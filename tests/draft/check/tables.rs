//! Tables: that they are there and no others, their rows, their references, how many children parents have.

use std::collections::BTreeMap;

use rusqlite::types::FromSql;
use synth::source::Node;

use super::super::case::{Case, TableWish};
use super::super::data::{Data, quoted};
use super::super::resolve::{Scene, first};
use super::{Points, columns};

/// One wished table, found.
pub struct Found<'c> {
    /// Its name in the case.
    pub name: &'c str,
    /// The wish.
    pub wish: &'c TableWish,
    /// Its place in [`Data::tables`].
    pub at: usize,
    /// The data.
    pub data: &'c Data,
    /// Which is which.
    pub scene: &'c Scene,
}

impl Found<'_> {
    /// The rows of a query over the base's views, as values of its first column.
    pub fn list<T: FromSql>(&self, query: &str) -> Vec<T> {
        let mut query = self.data.base.prepare(query).unwrap_or_else(|error| panic!("{query}: {error}"));
        let rows = query.query_map([], |row| row.get(0)).expect("a query without parameters");
        rows.map(|row| row.expect("a value of the type")).collect()
    }

    /// The first value of a query.
    pub fn one<T: FromSql>(&self, query: &str) -> T {
        self.list(query).remove(0)
    }

    /// The column of a reference.
    fn reference(&self, called: &str) -> Option<&String> {
        self.scene.references.get(&(self.name.to_owned(), first(called).to_owned()))
    }
}

/// Checks all tables.
pub fn all(case: &Case, data: &Data, scene: &Scene, points: &mut Points) {
    if case.some_table {
        let is_some = data.tables.iter().any(|table| table.rows > 0 && table.columns.len() >= 3);
        points.check("a sensible table", is_some, || "no table with rows and three columns".to_owned());
    } else if !case.may_refuse || !case.tables.is_empty() {
        let asked: Vec<usize> = scene.tables.values().copied().collect();
        let others = data.tables.iter().enumerate().filter(|(at, _)| !asked.contains(at));
        let others: Vec<&str> = others.map(|(_, table)| table.name.as_str()).collect();
        points.check("no table that nobody asked for", others.is_empty(), || others.join(", "));
    }
    for (names, wish) in &case.tables {
        let name = first(names);
        let at = scene.tables.get(name).copied();
        let known = || data.tables.iter().map(|table| table.name.as_str()).collect::<Vec<_>>().join(", ");
        points.check(format!("table {name}"), at.is_some(), || format!("there are {}", known()));
        match at {
            Some(at) => table(&Found { name, wish, at, data, scene }, points),
            None => missing(name, wish, points),
        }
    }
}

/// Everything about a table that is not there.
fn missing(name: &str, wish: &TableWish, points: &mut Points) {
    let rows = wish.rows.iter().map(|_| "rows".to_owned());
    let columns = wish.columns.keys().map(|column| first(column).to_owned());
    let parents = wish.per.keys().chain(wish.refs.values()).cloned();
    for what in rows.chain(columns).chain(parents) {
        points.check(format!("{name}: {what}"), false, || "no such table".to_owned());
    }
}

fn table(found: &Found<'_>, points: &mut Points) {
    let Found { name, wish, at, data, .. } = found;
    let table = &data.tables[*at];
    if let Some(rows) = &wish.rows {
        let (least, most) = bounds(rows);
        let holds = (least..=most).contains(&table.rows);
        points.check(format!("{name}: {least} to {most} rows"), holds, || table.rows.to_string());
    }
    columns::all(found, points);
    for (parent, [least, most]) in &wish.per {
        children(found, parent, *least, *most, points);
    }
    for (parent, [least, most]) in &wish.mean_per {
        let rows = (found.one::<f64>(&format!("select count(*) * 1.0 from {name}")), parents(found, parent));
        let mean = rows.0 / rows.1.max(1) as f64;
        points.check(
            format!("{name}: {least} to {most} a row of {parent} on average"),
            (*least..=*most).contains(&mean),
            || mean.to_string(),
        );
    }
    for (called, parent) in &wish.refs {
        picks(found, called, parent, points);
    }
    for (parent, [share, least]) in &wish.skew {
        skew(found, parent, *share, *least, points);
    }
    for list in &wish.unique {
        together(found, list, points);
    }
    if wish.acyclic {
        acyclic(found, points);
    }
    if wish.only {
        only(found, points);
    }
    if let Some(seconds) = wish.every {
        every(found, seconds, points);
    }
}

fn bounds(rows: &Node) -> (u64, u64) {
    let number = |node: &Node| node.as_int().and_then(|rows| u64::try_from(rows).ok()).expect("a number of rows");
    match rows.items() {
        [least, most] => (number(least), number(most)),
        _ => (number(rows), number(rows)),
    }
}

fn parents(found: &Found<'_>, parent: &str) -> u64 {
    match found.scene.tables.contains_key(parent) {
        true => found.one::<i64>(&format!("select count(*) from {}", quoted(parent))) as u64,
        false => 0,
    }
}

/// Numbers of children, parents without any included.
fn counts(found: &Found<'_>, parent: &str, column: &str) -> Option<Vec<i64>> {
    let parent_at = found.scene.tables.get(parent)?;
    let key = quoted(found.data.tables[*parent_at].key.as_ref()?);
    let (child, column) = (found.at, quoted(column));
    let query = format!(
        "select count(c.{column}) from t{parent_at} p left join t{child} c on c.{column} = p.{key} group by p.{key}"
    );
    Some(found.list(&query))
}

fn children(found: &Found<'_>, parent: &str, least: Option<u64>, most: Option<u64>, points: &mut Points) {
    let (least, name) = (least.unwrap_or(0) as i64, found.name);
    let most_said = most.map_or("any number".to_owned(), |most| most.to_string());
    let what = format!("{name}: {least} to {most_said} a row of {parent}");
    let counts = found.reference(parent).and_then(|column| counts(found, parent, column));
    let Some(counts) = counts.filter(|counts| !counts.is_empty()) else {
        return points.check(what, false, || format!("no reference to {parent}, or no key there"));
    };
    orphans(found, parent, parent, points);
    let (low, high) = (*counts.iter().min().expect("some"), *counts.iter().max().expect("some"));
    let holds = low >= least && most.is_none_or(|most| high <= most as i64);
    let spread = most.map_or(1, |most| (most as i64 - least + 1) / 2);
    let used = if most == Some(least as u64) { low == least } else { counts.len() < 12 || high - low >= spread };
    points.check(what, holds && used, || format!("{low} to {high}"));
}

fn orphans(found: &Found<'_>, called: &str, parent: &str, points: &mut Points) {
    let Some(column) = found.reference(called).map(|column| quoted(column)) else { return };
    let Some((at, key)) =
        found.scene.tables.get(parent).and_then(|at| Some((at, found.data.tables[*at].key.as_ref()?)))
    else {
        return;
    };
    let (child, key) = (found.at, quoted(key));
    let query = format!(
        "select count(*) from t{child} where {column} is not null and {column} not in (select {key} from t{at} where {key} is not null)"
    );
    let orphans = found.one::<i64>(&query);
    points.check(format!("{}: no orphan of {parent}", found.name), orphans == 0, || format!("{orphans} orphans"));
}

fn picks(found: &Found<'_>, called: &str, parent: &str, points: &mut Points) {
    let (name, is_self) = (found.name, found.name == parent);
    let what = format!("{name}: a reference {} to {parent}", first(called));
    let Some(column) = found.reference(called) else {
        let known = found.data.tables[found.at].references.iter().map(|(column, to)| format!("{column} -> {to}"));
        let known: Vec<String> = known.collect();
        return points.check(what, false, || format!("references are [{}]", known.join(", ")));
    };
    orphans(found, called, parent, points);
    let column = quoted(column);
    let distinct = found.one::<i64>(&format!("select count(distinct {column}) from t{}", found.at));
    let few = parents(found, parent) < 3 || found.one::<i64>(&format!("select count(*) from t{}", found.at)) < 5;
    points.check(what, distinct >= 2 || few, || format!("{distinct} different ones are picked"));
    let nulls = found.wish.refs_nulls.get(parent).cloned();
    let share = found.one::<Option<f64>>(&format!("select avg({column} is null) from t{}", found.at)).unwrap_or(0.0);
    let rows = found.one::<i64>(&format!("select count(*) from t{}", found.at));
    let (wanted, holds) = match nulls {
        Some(any) if any == "any" => ("some".to_owned(), share < 1.0),
        Some(rate) => (rate.clone(), columns::is_near(share, columns::rate(&rate), rows as f64)),
        None if is_self => ("any but all".to_owned(), share < 0.9),
        None => ("none".to_owned(), share == 0.0),
    };
    points.check(format!("{name}: {} null {wanted}", first(called)), holds, || format!("{share:.4}"));
}

fn skew(found: &Found<'_>, parent: &str, share: f64, least: f64, points: &mut Points) {
    let what = format!("{}: {share} of {parent} have {least} of all rows", found.name);
    let column = found.data.tables[found.at]
        .references
        .iter()
        .find(|(_, to)| found.scene.tables.get(parent).is_some_and(|at| found.data.tables[*at].name == *to));
    let Some(mut counts) = column.and_then(|(column, _)| counts(found, parent, column)) else {
        return points.check(what, false, || format!("no reference to {parent}"));
    };
    counts.sort_unstable_by(|left, right| right.cmp(left));
    let top = (counts.len() as f64 * share).ceil() as usize;
    let part = counts[..top].iter().sum::<i64>() as f64 / counts.iter().sum::<i64>().max(1) as f64;
    points.check(what, part >= least, || format!("they have {part:.3}"));
}

fn together(found: &Found<'_>, list: &[String], points: &mut Points) {
    let what = format!("{}: {list:?} unique together", found.name);
    let columns = list.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(", ");
    let query =
        format!("select count(*) from (select 1 from {} group by {columns} having count(*) > 1)", quoted(found.name));
    let repeats = found.data.base.query_row(&query, [], |row| row.get::<_, i64>(0));
    let known =
        list.iter().all(|column| found.data.base.prepare(&format!("select n, {column} from {}", found.name)).is_ok());
    points.check(what, known && repeats == Ok(0), || format!("{repeats:?} repeat"));
}

/// Walks from every row upwards.
fn acyclic(found: &Found<'_>, points: &mut Points) {
    let what = format!("{}: no row is above itself", found.name);
    let table = &found.data.tables[found.at];
    let up = table.references.iter().find(|(_, to)| *to == table.name).zip(table.key.as_ref());
    let Some(((column, _), key)) = up else {
        return points.check(what, false, || "no reference to itself".to_owned());
    };
    let text = |name: &str| format!("cast({} as text)", quoted(name));
    let keys: Vec<String> = found.list(&format!("select {} from t{} order by rowid", text(key), found.at));
    let ups: Vec<Option<String>> = found.list(&format!("select {} from t{} order by rowid", text(column), found.at));
    let above: BTreeMap<&String, &Option<String>> = keys.iter().zip(&ups).collect();
    let circles = keys.iter().filter(|start| {
        let mut at = *start;
        for _ in 0..=keys.len() {
            match above.get(at).and_then(|up| up.as_ref()) {
                Some(up) => at = up,
                None => return false,
            }
        }
        true
    });
    let circles = circles.count();
    points.check(what, circles == 0, || format!("{circles} rows are in or below a circle"));
}

/// No column beside those that are wished, the key and the references.
fn only(found: &Found<'_>, points: &mut Points) {
    let table = &found.data.tables[found.at];
    let wished: Vec<&String> =
        found.scene.columns.iter().filter(|((of, _), _)| of == found.name).map(|(_, column)| column).collect();
    let is_asked = |column: &String| {
        let is_reference = found.scene.references.iter().any(|((of, _), name)| of == found.name && name == column);
        wished.contains(&column) || is_reference || table.key.as_ref() == Some(column)
    };
    let others: Vec<&String> =
        table.columns.iter().map(|(column, _)| column).filter(|column| !is_asked(column)).collect();
    points.check(format!("{}: no other columns", found.name), others.is_empty(), || format!("{others:?}"));
}

fn every(found: &Found<'_>, seconds: i64, points: &mut Points) {
    let table = &found.data.tables[found.at];
    let what = format!("{}: a row every {seconds} seconds", found.name);
    let times = table.columns.iter().filter(|(_, kind)| columns::is_time(kind));
    let mut steps = times.map(|(column, _)| {
        let column = quoted(column);
        let instants: Vec<i64> = found.list(&format!(
            "select cast(strftime('%s', {column}) as integer) from t{} where {column} is not null order by 1",
            found.at
        ));
        let steps: Vec<i64> = instants.windows(2).map(|pair| pair[1] - pair[0]).collect();
        steps
    });
    let holds = steps.any(|steps| !steps.is_empty() && steps.iter().all(|step| *step == seconds));
    points.check(what, holds, || "no column of times has these steps".to_owned());
}
