//! "signed up in 2023", "during the third quarter of 2022", "recent" -> the windows of dates and instants, and how dense they are.

use std::ops::Range;

use super::contradict;
use super::edit::{path, prove, yaml};
use super::view::View;
use crate::draft::ir::{Column, ColumnType, Role};
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::dates::{self, Date};

/// A day so many years before another, and some days after that: `2026-01-31`, 16, 0 -> `2010-01-31`.
pub fn years_before(today: &str, years: i32, days: i64) -> String {
    let today = Date::parse(today).or_else(|| Date::new(2000, 1, 1)).expect("the year 2000 began");
    today.plus_months(-12 * i64::from(years)).plus_days(days).to_string()
}

/// A day so many days before another.
pub fn days_before(today: &str, days: i64) -> String {
    years_before(today, 0, -days)
}

/// Whether a column holds days or instants.
pub fn is_time(column: &Column) -> bool {
    matches!(column.r#type, ColumnType::Date | ColumnType::Timestamp)
        || matches!(column.generator.as_str(), "date" | "datetime" | "arrivals" | "person.birth_date")
}

/// Whether it holds days without a time.
pub fn is_day(column: &Column) -> bool {
    column.r#type == ColumnType::Date || matches!(column.generator.as_str(), "date" | "person.birth_date")
}

/// Verbs in front of a window that say nothing of their own.
const HAPPENS: &[&str] = &[
    "happen",
    "happens",
    "happened",
    "occur",
    "occurs",
    "occurred",
    "dated",
    "fall",
    "falls",
    "spread",
    "made",
    "stattfinden",
    "tienen",
    "ocurren",
    "ont",
];

/// Reads windows of dates.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let today = view.scene.today.clone();
    let (window, tokens) = view.clause.clone().filter(|at| !view.scene.is_claimed(*at)).find_map(|at| {
        let found = dates::window(view.scene.text, at, &today)?;
        (found.end <= view.clause.end && view.scene.is_free(at..found.end)).then_some((found.value, at..found.end))
    })?;
    let place = about(&view, &tokens)?;
    let is_day = view.column(&place).is_some_and(is_day);
    let happens = tokens.start > view.clause.start && HAPPENS.contains(&view.norm(tokens.start - 1));
    let tokens = tokens.start - usize::from(happens)..tokens.end;
    drop(view);
    let (from, to) = if is_day { (window.from, window.last) } else { (window.from, window.to) };
    set(scene, &place, (&from, &to), window.is_relative, tokens.clone());
    Some(tokens)
}

/// The column of times that a window is said of.
fn about(view: &View<'_, '_>, tokens: &Range<usize>) -> Option<Place> {
    let holds_time = |place: &Place| view.column(place).is_some_and(is_time);
    let mentioned =
        view.mentions().iter().rev().filter(|(_, at)| at.end <= tokens.start).map(|(place, _)| place.clone());
    let behind = view.mentions().iter().filter(|(_, at)| at.start >= tokens.end).map(|(place, _)| place.clone());
    mentioned
        .chain(behind)
        .chain(view.place())
        .find(holds_time)
        .or_else(|| main_time(view, &view.table_before(tokens.start)?))
}

/// The column that says when a row came to be: the first of times that is no birthday.
pub fn main_time(view: &View<'_, '_>, table: &str) -> Option<Place> {
    let columns = &view.ir_table(table)?.columns;
    let column = columns
        .iter()
        .find(|column| is_time(column) && !column.name.contains("birth") && column.role == Role::Attribute)?;
    Some(Place { table: table.to_owned(), column: column.name.clone() })
}

/// The part that a window has in common with the one that was said before, as in `after 2022-12-31 and before 2024-01-01`; what
/// was said before makes way for it.
fn narrowed(scene: &mut Scene<'_>, place: &Place, (from, to): (&str, &str)) -> Option<(String, String)> {
    let said = |what: &'static str| scene.said.get(&(place.clone(), what)).map(|(value, _)| value.clone());
    let (old_from, old_to) = (said("from")?, said("to")?);
    let is_date = |text: &str| text.len() >= 10 && text.starts_with(|c: char| c.is_ascii_digit());
    let from = if from.is_empty() || is_date(from) && is_date(&old_from) && *from < *old_from {
        old_from
    } else {
        from.to_owned()
    };
    let to = if to.is_empty() || is_date(to) && is_date(&old_to) && *to > *old_to { old_to } else { to.to_owned() };
    if !(is_date(&from) && is_date(&to) && from < to) {
        return None;
    }
    for (what, value) in [("from", &from), ("to", &to)] {
        if let Some(known) = scene.said.get_mut(&(place.clone(), what)) {
            known.0.clone_from(value);
        }
    }
    Some((from, to))
}

/// Gives a column its window.
pub fn set(scene: &mut Scene<'_>, place: &Place, (from, to): (&str, &str), is_relative: bool, tokens: Range<usize>) {
    scene.claim(tokens.clone());
    let both = narrowed(scene, place, (from, to));
    let (from, to) = both.as_ref().map_or((from, to), |(from, to)| (from.as_str(), to.as_str()));
    for (what, value) in [("from", from), ("to", to)] {
        if value.is_empty() {
            continue;
        }
        if let Some((before, at)) = contradict::say(scene, place, what, value, &tokens) {
            contradict::windows(scene, place, (&before, value), (&tokens, &at));
            return;
        }
    }
    if let Some(column) = scene.column_mut(place) {
        if column.generator == "person.birth_date" {
            super::edit::turn_into(column, "date");
        }
        for (key, value) in [("from", from), ("to", to)] {
            if !value.is_empty() {
                column.set(key, yaml_time(value));
            }
        }
    }
    if is_relative {
        scene.assume(path(place), "the window counts from the day of the draft", format!("{from} to {to}"));
    }
    prove(scene, place, tokens);
}

/// Days and instants stand bare, offsets in quotes.
pub fn yaml_time(text: &str) -> String {
    let is_plain = text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains(' ');
    if is_plain { text.to_owned() } else { yaml(text) }
}

/// Reads "in the past", "recent", "in the future", "upcoming".
pub fn read_vague(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&[
        "in the past|future",
        "recent|recently|upcoming|future|past",
        "in der zukunft|vergangenheit",
        "dans le futur|passé",
        "never|not in the future",
    ])?;
    let place = view.subject(&found.tokens).filter(|place| view.column(place).is_some_and(is_time)).or_else(|| {
        let behind = view.mentions().iter().find(|(_, at)| at.start >= found.tokens.end)?.0.clone();
        view.column(&behind).is_some_and(is_time).then_some(behind)
    })?;
    let is = |words: &[&str]| found.tokens.clone().any(|at| words.contains(&view.norm(at)));
    let today = view.scene.today.clone();
    let (from, to) = match () {
        () if is(&["never", "not"]) => (years_before(&today, 2, 0), today.clone()),
        () if is(&["future", "upcoming", "zukunft", "futur"]) => (days_before(&today, -1), years_before(&today, -1, 0)),
        () if is(&["recent", "recently"]) => (days_before(&today, 30), today.clone()),
        () => (years_before(&today, 2, 0), today.clone()),
    };
    drop(view);
    let words = scene.quote(found.tokens.clone());
    set(scene, &place, (&from, &to), false, found.tokens.clone());
    scene.assume(path(&place), format!("`{words}` has no dates"), format!("{from} to {to}"));
    Some(found.tokens)
}

/// What is said of density -> the parameter of `shape` and its value.
const SHAPES: &[(&str, &str, &str)] = &[
    ("during|in|within|at? business|office|working|opening hours|times", "shape.business_hours", "true"),
    ("during|in|within|at? business-hours|office-hours", "shape.business_hours", "true"),
    ("zu|während? bürozeiten|geschäftszeiten|arbeitszeiten", "shape.business_hours", "true"),
    ("on|only? weekdays|workdays|business-days only?", "shape.weekly", "[1, 1, 1, 1, 1, 0, 0]"),
    ("on|only? business|working|work days only?", "shape.weekly", "[1, 1, 1, 1, 1, 0, 0]"),
    ("monday to|through|until|-|– friday only?", "shape.weekly", "[1, 1, 1, 1, 1, 0, 0]"),
    ("not|never|none on|at the? weekends|weekend|sundays", "shape.weekly", "[1, 1, 1, 1, 1, 0, 0]"),
    ("no .. on|at the? weekends|weekend", "shape.weekly", "[1, 1, 1, 1, 1, 0, 0]"),
    ("only on|at weekends|weekend|saturdays", "shape.weekly", "[0, 0, 0, 0, 0, 1, 1]"),
    ("weekends|weekend only", "shape.weekly", "[0, 0, 0, 0, 0, 1, 1]"),
    (
        "more|busier|most|busy|peaks|peak|mostly|higher .. on|at|during the? weekends|weekend",
        "shape.weekly",
        "[1, 1, 1, 1, 1.2, 2, 2]",
    ),
    ("weekends|weekend are|is .. busier|busy|stronger|higher|popular", "shape.weekly", "[1, 1, 1, 1, 1.2, 2, 2]"),
    (
        "fewer|less|quieter|slower|lower .. on|at|during the? weekends|weekend",
        "shape.weekly",
        "[1, 1, 1, 1, 1, 0.4, 0.4]",
    ),
    ("weekends|weekend are|is .. quieter|slower|quiet|lower|weaker", "shape.weekly", "[1, 1, 1, 1, 1, 0.4, 0.4]"),
    ("mostly|more|mainly on weekdays|workdays", "shape.weekly", "[1, 1, 1, 1, 1, 0.4, 0.4]"),
    ("mostly|more|mainly|peak|peaks|peaking|busier in the evening|evenings|afternoon|night", "shape.hourly", EVENING),
    (
        "mostly|more|mainly|peak|peaks|peaking|busier in the? summer",
        "shape.monthly",
        "[0.7, 0.7, 0.8, 1, 1.2, 1.6, 1.8, 1.8, 1.2, 1, 0.7, 0.7]",
    ),
    (
        "mostly|more|mainly|peak|peaks|peaking|busier in|before|around the? winter|december|christmas",
        "shape.monthly",
        "[0.8, 0.8, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 1, 1.1, 1.5, 2.2]",
    ),
    ("growing|increasing|rising|more every|each|over|with year|month|week|time", "shape.growth", "2"),
    ("growing|grows|grow|increasing|increase|increases|rising|rise|rises over time|years|months?", "shape.growth", "2"),
    ("doubling|doubles|double over|during|within|by .. year|years|period|time|end", "shape.growth", "2"),
    ("tripling|triples|triple over|during|within|by .. year|years|period|time|end", "shape.growth", "3"),
    ("shrinking|declining|decreasing|falling over? time|steadily?", "shape.growth", "0.5"),
    ("with|shows growth", "shape.growth", "2"),
];

const EVENING: &str =
    "[0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1, 1, 1, 1, 1.1, 1.3, 1.7, 2.2, 2.6, 2.6, 2.2, 1.4, 0.7]";

/// Shapes whose numbers nobody has said.
const EXACT: &[&str] = &["true", "[1, 1, 1, 1, 1, 0, 0]", "[0, 0, 0, 0, 0, 1, 1]"];

/// Reads what is said of how times are spread: business hours, weekdays, growth, seasons.
pub fn read_shape(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (found, key, value) =
        SHAPES.iter().find_map(|(pattern, key, value)| Some((view.find(&[pattern])?, *key, *value)))?;
    let place = about(&view, &found.tokens)
        .filter(|place| view.column(place).is_some_and(|column| takes_shape(column, key)))?;
    drop(view);
    scene.claim(found.tokens.clone());
    if let Some(column) = scene.column_mut(&place) {
        column.set(key, value);
    }
    prove(scene, &place, found.tokens.clone());
    if !EXACT.contains(&value) {
        let words = scene.quote(found.tokens.clone());
        scene.assume(
            path(&place),
            format!("`{words}` has no numbers"),
            format!("{} {value}", key.trim_start_matches("shape.")),
        );
    }
    Some(found.tokens)
}

fn takes_shape(column: &Column, key: &str) -> bool {
    match column.generator.as_str() {
        "datetime" | "arrivals" => true,
        "date" => key != "shape.hourly",
        _ => false,
    }
}
