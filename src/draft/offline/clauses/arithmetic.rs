//! A finished draft -> refusals of what cannot be, with the arithmetic: more distinct values than there are, totals that do not fit
//! the numbers per row, more different picks than there is to pick from.

use std::ops::Range;

use super::edit::{plain, turn_into};
use super::units::{self, Weight};
use super::view::View;
use crate::diag::{Diagnostic, Span};
use crate::draft::ir::{Column, ColumnType, Origin, Relationship, RowsOrigin, Shape, Table, Tie};
use crate::draft::offline::relations;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::dates::Date;
use crate::draft::text::{number, share};
use crate::generators::pattern;
use crate::words::grouped;

/// Looks through a finished draft.
pub fn finish(scene: &mut Scene<'_>) {
    distinct_values(scene);
    totals(scene);
    distinct_picks(scene);
    so_many_out_of(scene);
    super::parts::finish(scene);
    super::impossible::finish(scene);
    unread_shares(scene);
    super::sides::finish(scene);
}

/// Refuses unique columns with too few values.
fn distinct_values(scene: &mut Scene<'_>) {
    let mut found: Vec<(Place, u64, u64, String)> = Vec::new();
    for table in &scene.ir.tables {
        let rows = least_rows(scene, table, 4);
        for column in table.columns.iter().filter(|column| column.unique && column.when.is_empty()) {
            let Some((values, words)) = domain(column) else { continue };
            let needed = (rows as f64 * (1.0 - column.null_rate)).ceil() as u64;
            if values < needed {
                let place = Place { table: table.name.clone(), column: column.name.clone() };
                found.push((place, needed, values, words));
            }
        }
    }
    for (place, needed, values, words) in found {
        let is_said = SAID.into_iter().any(|what| scene.said.contains_key(&(place.clone(), what)));
        if is_said {
            refuse_domain(scene, &place, needed, values, &words);
        } else if let Some(column) = scene.column_mut(&place) {
            widen(column, needed);
        }
    }
}

/// What is said of a column that bounds its values.
const SAID: [&str; 6] = ["min", "max", "from", "to", "values", "pattern"];

/// Makes room for distinct values in a column of which no values were said.
fn widen(column: &mut Column, needed: u64) {
    let min = column.param("min").and_then(|min| min.parse::<f64>().ok()).unwrap_or(1.0);
    let digits = (needed * 10).to_string().len();
    match column.generator.as_str() {
        "number" => column.set("max", plain(min + (needed * 10) as f64)),
        _ => {
            turn_into(column, "pattern");
            column.set("pattern", format!("\"[A-Z]{{2}}-[0-9]{{{digits}}}\""));
        }
    }
}

fn refuse_domain(scene: &mut Scene<'_>, place: &Place, needed: u64, values: u64, words: &str) {
    let Place { table, column } = place;
    let message = format!(
        "`{column}` cannot be distinct in `{table}`: {needed} rows need {needed} distinct values; {words} has {values}"
    );
    let finding = Diagnostic::error("E1224", message).help(format!(
        "widen the range to at least {needed} values, ask for at most {values} rows, or let values repeat"
    ));
    let said = |what: &'static str| scene.said.get(&(place.clone(), what)).map(|(_, tokens)| tokens.clone());
    let places: Vec<Range<usize>> = std::iter::once("unique").chain(SAID).filter_map(said).collect();
    let Some((first, others)) = places.split_first() else {
        scene.findings.push(finding);
        return;
    };
    let mut finding = finding;
    for other in others.iter().filter(|other| *other != first).take(1) {
        finding = finding.and(scene.span(other.clone()), format!("{values} values"));
    }
    scene.refuse(first.clone(), &format!("{needed} distinct values"), finding);
}

/// How many values a column can take at most, with words for it.
fn domain(column: &Column) -> Option<(u64, String)> {
    match column.generator.as_str() {
        "choice" if !column.choices.is_empty() => {
            let count = column.choices.len() as u64;
            Some((count, format!("the list of {count} values")))
        }
        "pattern" => {
            let text = column.param("pattern")?.trim_matches('"').replace("\\\\", "\\");
            let count = u64::try_from(pattern::size(&text)?).unwrap_or(u64::MAX);
            Some((count, format!("the form `{text}`")))
        }
        "bool" => Some((2, "true and false".to_owned())),
        "date" => {
            let day = |key: &str| Date::parse(column.param(key)?.trim_matches('"'));
            let (from, to) = (day("from")?, day("to")?);
            let days = u64::try_from(to.since(from)).ok()? + 1;
            Some((days, format!("{from} to {to}")))
        }
        "number" => {
            let bound = |key: &str| column.param(key)?.parse::<f64>().ok();
            let (min, max) = (bound("min")?, bound("max")?);
            let step = bound("round.step").unwrap_or(1.0);
            let is_whole = column.r#type == ColumnType::Integer && min.fract() == 0.0 && max.fract() == 0.0;
            let is_even = column.param("dist").is_none_or(|dist| dist == "uniform");
            let count = ((max - min) / step).floor() as u64 + 1;
            (is_whole && is_even && max >= min).then(|| (count, format!("{} to {}", plain(min), plain(max))))
        }
        _ => None,
    }
}

/// How many rows a table has at least.
fn least_rows(scene: &Scene<'_>, table: &Table, depth: u32) -> u64 {
    if table.rows > 0 || depth == 0 {
        return table.rows;
    }
    let owner = scene.ir.relationships.iter().find(|tie| tie.tie == Tie::Owns && tie.child_table == table.name);
    let Some(owner) = owner.filter(|owner| owner.childless_rate == 0.0) else { return 0 };
    let parent = scene.ir.table(&owner.parent_table).map_or(0, |parent| least_rows(scene, parent, depth - 1));
    parent.saturating_mul(owner.min_children)
}

/// The numbers of children per parent that were said, and the parents' rows: least and most children; `None` where one is a guess.
fn per_parent(scene: &Scene<'_>, tie: &Relationship) -> Option<(u64, u64, u64)> {
    let parent = scene.ir.table(&tie.parent_table)?;
    let path = format!("relationships.{}.{}", tie.child_table, tie.child_column);
    let is_guessed = scene.ir.assumptions.iter().any(|known| known.path.starts_with(&path));
    let is_said = tie.tie == Tie::Owns && tie.origin == Origin::Stated && !is_guessed && tie.mean_children == 0.0;
    let is_counted = matches!(tie.shape, Shape::Fixed | Shape::Uniform) && tie.max_children + tie.min_children > 0;
    let most = if tie.max_children == 0 { u64::MAX } else { tie.max_children };
    (is_said && is_counted && parent.rows_origin == RowsOrigin::Stated && parent.rows > 0).then_some((
        parent.rows,
        tie.min_children,
        most,
    ))
}

/// Refuses a total that does not fit the numbers per row: `100 keepers with 3 to 5 hives each`, `900 hives altogether`.
fn totals(scene: &mut Scene<'_>) {
    let ties: Vec<Relationship> = scene.ir.relationships.clone();
    for tie in ties {
        let Some((parents, min, max)) = per_parent(scene, &tie) else { continue };
        // "Each owner has at most 10 seats. There are 20 owners and 500 seats": a number that is no number per owner.
        let counted = || relations::counted(scene, &tie.child_table).filter(|(rows, _)| *rows > max.max(10));
        let Some((total, tokens)) = total_of(scene, &tie.child_table).or_else(counted) else { continue };
        let (least, most) = (parents.saturating_mul(min), parents.saturating_mul(max));
        if (tie.childless_rate > 0.0 || total >= least) && total <= most {
            let path = format!("tables.{}.rows", tie.child_table);
            let is_told = scene.ir.assumptions.iter().any(|known| known.path == path);
            if !is_told && total != least {
                relations::assume_near(scene, &tie.parent_table, &tie.child_table);
            }
            continue;
        }
        let (each, all) = (between(min, max), between(least, most));
        let Relationship { parent_table, child_table, .. } = &tie;
        let message = format!(
            "{} `{parent_table}` with {each} `{child_table}` each are {all}, not {}",
            grouped(parents),
            grouped(total)
        );
        let finding = Diagnostic::error("E1222", message).help("change one of the three numbers");
        scene.refuse(tokens, "the total", finding);
        return;
    }
}

/// Words for a number between two; for one without an upper bound where there is none.
pub fn between(least: u64, most: u64) -> String {
    match () {
        () if least == most => grouped(least),
        () if most == u64::MAX => format!("at least {}", grouped(least)),
        () => format!("{} to {}", grouped(least), grouped(most)),
    }
}

/// The number of all rows of a table that the text gives: `900 hives altogether`, `a total of 100 ovens`.
fn total_of(scene: &Scene<'_>, table: &str) -> Option<(u64, Range<usize>)> {
    let is_whole = |at: usize| {
        let next = scene.text.norm(at + 1);
        match scene.text.norm(at) {
            "altogether" | "overall" | "insgesamt" => true,
            "in" => matches!(next, "total" | "all" | "sum" | "totale" | "totaal"),
            "en" | "au" | "em" => matches!(next, "total" | "tout"),
            "total" => true,
            _ => false,
        }
    };
    for at in 0..scene.text.tokens.len() {
        let Some(found) = number::count(scene.text, at) else { continue };
        if share::share(scene.text, at).is_some() {
            continue;
        }
        let noun = (found.end..found.end + 3).find(|at| scene.table_word(*at).is_some_and(|name| name == table));
        let Some(noun) = noun else { continue };
        let is_plain = (found.end..noun).all(|at| crate::draft::offline::names::is_content(scene.text.norm(at)));
        let behind = (noun + 1..noun + 3).find(|at| is_whole(*at));
        let before = (at.saturating_sub(3)..at).find(|at| is_whole(*at)).or_else(|| sums_up(scene, at));
        let is_each = (noun + 1..noun + 4).any(|at| matches!(scene.text.norm(at), "each" | "per" | "every"));
        if is_plain && !is_each && (behind.is_some() || before.is_some()) {
            let start = before.unwrap_or(at);
            return Some((found.value, start..behind.map_or(noun + 1, |behind| behind + 1)));
        }
    }
    None
}

/// `which makes 120 rooms`, `that is 120 rooms`, `, so 120 rooms`: where the words before a number begin that sum up.
fn sums_up(scene: &Scene<'_>, at: usize) -> Option<usize> {
    const LEADS: &[&[&str]] = &[
        &["which", "makes"],
        &["that", "makes"],
        &["this", "makes"],
        &["making"],
        &["that", "is"],
        &["that's"],
        &["i.e."],
        &["hence"],
        &["thus"],
        &["so"],
        &["giving"],
        &["resulting", "in"],
        &["amounting", "to"],
        &["adding", "up", "to"],
        &["for", "a", "total", "of"],
        &["="],
    ];
    let stands = |lead: &&&[&str]| {
        let start = at.checked_sub(lead.len());
        start.is_some_and(|start| lead.iter().enumerate().all(|(k, word)| scene.text.norm(start + k) == *word))
    };
    LEADS.iter().find(stands).map(|lead| at - lead.len())
}

/// Refuses more different picks of each row than there is to pick from; where only the most are too many, fewer are picked.
fn distinct_picks(scene: &mut Scene<'_>) {
    let picks: Vec<Relationship> =
        scene.ir.relationships.iter().filter(|tie| tie.tie == Tie::Picks && tie.distinct).cloned().collect();
    for pick in picks {
        let Some(pool) = scene.ir.table(&pick.parent_table).filter(|table| table.rows > 0) else { continue };
        let (rows, is_stated) = (pool.rows, pool.rows_origin == RowsOrigin::Stated);
        let owner = scene
            .ir
            .relationships
            .iter()
            .position(|tie| tie.tie == Tie::Owns && tie.child_table == pick.child_table && tie.max_children > rows);
        let Some(at) = owner else { continue };
        let owner = scene.ir.relationships[at].clone();
        if !is_stated {
            if let Some(pool) = scene.ir.table_mut(&pick.parent_table) {
                pool.rows = owner.max_children.saturating_mul(2);
            }
        } else if owner.min_children > rows {
            let message = format!(
                "each of `{}` has at least {} different `{}`, of which there are {}",
                owner.parent_table,
                grouped(owner.min_children),
                pick.parent_table,
                grouped(rows)
            );
            let help = format!("ask for at most {} each, or for more `{}`", grouped(rows), pick.parent_table);
            let finding = Diagnostic::error("E1224", message).help(help);
            let place =
                owner.evidence.first().and_then(|quote| Some((scene.text.prose.find(quote.as_str())?, quote.len())));
            scene.findings.push(match place {
                Some((start, length)) => finding.at(Span::new(start, start + length), "so many different ones"),
                None => finding,
            });
        } else {
            scene.ir.relationships[at].max_children = rows;
            let path = format!("relationships.{}.{}", owner.child_table, owner.child_column);
            let text = format!("there are only {} `{}` to pick from without repeats", grouped(rows), pick.parent_table);
            scene.assume(path, text, format!("at most {}", grouped(rows)));
        }
    }
}

/// Refuses `5 different clubs out of 3`.
fn so_many_out_of(scene: &mut Scene<'_>) {
    for at in 0..scene.text.tokens.len() {
        let Some(many) = number::count(scene.text, at) else { continue };
        let is_distinct = (many.end..many.end + 3).any(|at| matches!(scene.text.norm(at), "different" | "distinct"));
        let out = (many.end + 1..many.end + 5)
            .find(|at| matches!((scene.text.norm(*at), scene.text.norm(at + 1)), ("out", "of") | ("of", "only")));
        let Some(few) = out.filter(|_| is_distinct).and_then(|out| number::count(scene.text, out + 2)) else {
            continue;
        };
        if few.value < many.value {
            let message = format!("{} different ones cannot be picked out of {}", many.value, few.value);
            let finding = Diagnostic::error("E1224", message).help("ask for fewer, or give more to pick from");
            return scene.refuse(at..few.end, "too few to pick from", finding);
        }
    }
}

/// Refuses a list of shares above 100% that no reader has found a column for.
fn unread_shares(scene: &mut Scene<'_>) {
    let length = scene.text.tokens.len();
    let mut at = 0;
    while at < length {
        let starts = !scene.is_claimed(at) && share::share(scene.text, at).is_some();
        let Some((units, end)) = starts
            .then(|| {
                let view = View::new(scene, at..length.min(at + 60));
                units::read(&view, at, view.clause.end)
            })
            .flatten()
        else {
            at += 1;
            continue;
        };
        let shares: Vec<(String, f64)> = units
            .iter()
            .filter_map(|unit| match unit.weight {
                Weight::Percent(weight) => Some((unit.value.clone(), weight)),
                _ => None,
            })
            .collect();
        let is_bare = units.iter().all(|unit| !unit.value.contains(' ') && scene.is_free(unit.tokens.clone()));
        let total: f64 = shares.iter().map(|(_, weight)| weight).sum();
        if shares.len() >= 2 && shares.len() == units.len() && is_bare && total > 100.5 {
            let parts: Vec<String> =
                shares.iter().map(|(value, weight)| format!("{}% ({value})", plain(*weight))).collect();
            let message = format!("the shares exceed 100%: {} = {}%", parts.join(" + "), plain(total));
            let finding = Diagnostic::error("E1229", message)
                .help("lower the shares until they come to 100%, or leave one out and say `the rest`");
            return scene.refuse(at..end, &format!("together {}%", plain(total)), finding);
        }
        at = end.max(at + 1);
    }
}
