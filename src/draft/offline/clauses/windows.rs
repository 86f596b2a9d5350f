//! "signed up in 2023", "during the third quarter of 2022", "recent" -> the windows of dates and instants, and how dense they are.

use std::ops::Range;

use super::contradict;
use super::edit::{path, prove, yaml};
use super::view::View;
use crate::draft::ir::{COUNTS_FROM_TODAY, Column, ColumnType, Role};
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
    // The instants of a grid are where they are.
    column.generator != "tick" && matches!(column.r#type, ColumnType::Date | ColumnType::Timestamp)
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
        let found = dates::window(view.scene.text, at, &today).or_else(|| year_alone(&view, at))?;
        // A joint within a window may have ended the clause: "in March and April 2024".
        let fits = found.end <= view.clause.end || found.end <= view.clause.end + 6 && !found.value.from.is_empty();
        (fits && view.scene.is_free(at..found.end)).then_some((found.value, at..found.end))
    })?;
    let is_age = matches!(view.norm(tokens.start + 1), "older");
    let subject = about(&view, &tokens).filter(|subject| !is_age || !matches!(subject, Subject::Main(_)))?;
    let happens = tokens.start > view.clause.start && HAPPENS.contains(&view.norm(tokens.start - 1));
    drop(view);
    let (place, from) = match subject {
        Subject::Said(place, from) => (place, from.min(tokens.start)),
        Subject::Main(place) if is_said_otherwise(scene, &place, &window) => return None,
        Subject::Main(place) => (place, tokens.start - usize::from(happens)),
        Subject::New { table, participle } => {
            let from = participle.start;
            (super::moments::add(scene, &table, participle)?, from)
        }
    };
    let place = super::moments::ensure(scene, &place);
    let tokens = from..tokens.end;
    let is_day = scene.column(&place).is_some_and(is_day);
    // The year that nobody said of a second window is the one that was said of the first.
    let is_year_open = window.is_relative && !window.is_open && window.from.len() == 10;
    let (from, to) = if is_day { (window.from, window.last) } else { (window.from, window.to) };
    if is_year_open && has_window(scene, &place) {
        scene.claim(tokens.clone());
        return Some(tokens);
    }
    set(scene, &place, (&from, &to), window.is_relative, tokens.clone());
    Some(tokens)
}

/// The year that is all that is said of a time: `applied on (2024)`.
fn year_alone(view: &View<'_, '_>, at: usize) -> Option<crate::draft::text::Found<dates::Window>> {
    let holds_time = view.place().is_some_and(|place| view.column(&place).is_some_and(is_time));
    let before = view.norm(at.checked_sub(1)?);
    let is_alone = matches!(before, "(" | ":" | "=") && matches!(view.norm(at + 1), ")" | "" | ",");
    // "The dates cover 2023".
    let is_covered = matches!(before, "cover" | "covers" | "span" | "spans" | "covering" | "spanning" | "year");
    let found = dates::date(view.scene.text, at).filter(|_| holds_time && is_alone || is_covered)?;
    Some(found.map(|day| dates::Window::between(day.first, day.last)))
}

/// What a window is said of.
enum Subject {
    /// A column that the clause names, by its name or by its verb, and where the words for it begin.
    Said(Place, usize),
    /// The time at which the rows spoken of came to be.
    Main(Place),
    /// A time that has no column yet.
    New { table: String, participle: Range<usize> },
}

/// Whether a window has been said of a column.
fn has_window(scene: &Scene<'_>, place: &Place) -> bool {
    scene.said.contains_key(&(place.clone(), "from")) || scene.said.contains_key(&(place.clone(), "to"))
}

/// Whether a column has a window already, so that another one is said of something else.
fn is_said_otherwise(scene: &Scene<'_>, place: &Place, window: &dates::Window) -> bool {
    let said = |what: &'static str| scene.said.get(&(place.clone(), what)).map(|(said, _)| said.clone());
    said("from").is_some_and(|from| from != window.from) && !window.from.is_empty()
        || said("to").is_some_and(|to| to != window.to && to != window.last)
}

/// What a window is said of: the participle right before it, else the time that is named nearest before it, the one spoken of,
/// the one behind it, or the one at which the row came to be.
fn about(view: &View<'_, '_>, tokens: &Range<usize>) -> Option<Subject> {
    let holds_time = |place: &Place| view.column(place).is_some_and(super::events::is_or_may_be_time);
    let participle = super::moments::participle_before(view, tokens.start)
        .or_else(|| super::moments::noun_before(view, tokens.start));
    if let Some(found) = &participle {
        let named = view.mentions().iter().find(|(place, at)| at.contains(&found.start) && holds_time(place)).cloned();
        if let Some((place, at)) = named.or_else(|| super::events::by_verb(view, found.start)) {
            return Some(Subject::Said(place, at.start));
        }
    }
    // What is plainly made, placed or created says when its row came to be.
    if let Some(found) = participle.as_ref().filter(|found| !super::moments::names_time(view.scene, found))
        && let Some(main) = super::moments::table_of(view, found.start).and_then(|table| main_time(view, &table))
        && view.place().is_none_or(|place| !holds_time(&place))
    {
        return Some(Subject::Main(main));
    }
    let events = super::events::events(view);
    let mentioned = view.mentions().iter().rfind(|(place, at)| at.end <= tokens.start && holds_time(place));
    let event = events.iter().rfind(|(_, at)| at.end <= tokens.start);
    let is_open = |found: &Range<usize>| {
        view.scene.is_free(found.start..found.start + 1) && view.place().is_none_or(|place| !holds_time(&place))
    };
    if let Some(found) = participle.filter(is_open)
        && let Some(table) = super::moments::table_of(view, found.start)
        && super::moments::names_time(view.scene, &found)
    {
        return Some(Subject::New { table, participle: found });
    }
    if let Some((place, _)) = [mentioned, event].into_iter().flatten().max_by_key(|(_, at)| at.start) {
        return Some(Subject::Said(place.clone(), tokens.start));
    }
    if let Some(place) = view.place().filter(holds_time) {
        return Some(Subject::Said(place, tokens.start));
    }
    let behind = view.mentions().iter().find(|(place, at)| at.start >= tokens.end && holds_time(place));
    if let Some((place, _)) = behind {
        return Some(Subject::Said(place.clone(), tokens.start));
    }
    // What is said of a column that holds no times is none of the row's.
    if view.place().is_some() {
        return None;
    }
    main_time(view, &view.table_before(tokens.start)?).map(Subject::Main)
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
    let may_miss = scene.said.contains_key(&(place.clone(), "null"));
    if let Some(column) = scene.column_mut(place) {
        if column.generator == "person.birth_date" {
            super::edit::turn_into(column, "date");
        }
        for (key, value) in [("from", from), ("to", to)] {
            if !value.is_empty() {
                column.set(key, yaml_time(value));
            }
        }
        // The lexicon's guess that it is missing at times is none of the description's.
        column.null_rate = if may_miss { column.null_rate } else { 0.0 };
    }
    if is_relative {
        if scene.ir.anchor_date.is_empty() {
            scene.ir.anchor_date = scene.today.clone();
        }
        scene.assume(path(place), COUNTS_FROM_TODAY, format!("{from} to {to}"));
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
    let place = match about(&view, &found.tokens)? {
        Subject::Said(place, _) | Subject::Main(place) => place,
        Subject::New { table, .. } => main_time(&view, &table)?,
    };
    if !view.column(&place).is_some_and(|column| takes_shape(column, key)) {
        return None;
    }
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
