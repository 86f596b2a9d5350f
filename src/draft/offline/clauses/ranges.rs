//! "age between 18 and 90", "a price from 1.99 to 49 euros", "at most 12.5" -> the bounds and the type of numbers.

use std::ops::Range;

use super::edit::{drop_param, path, plain, prove, turn_into};
use super::view::{Num, Span, View};
use super::{contradict, windows};
use crate::draft::ir::{Column, ColumnType};
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::Kind;

/// Units that are measured: one digit behind the point where nothing else is said.
const MEASURED: &[&str] = &[
    "kg",
    "kilogram",
    "kilograms",
    "kilos",
    "g",
    "grams",
    "lb",
    "lbs",
    "pounds",
    "m",
    "metre",
    "metres",
    "meter",
    "meters",
    "km",
    "kilometres",
    "kilometers",
    "miles",
    "cm",
    "mm",
    "°c",
    "°f",
    "°",
    "degrees",
    "celsius",
    "fahrenheit",
    "l",
    "litre",
    "litres",
    "liter",
    "liters",
    "ml",
    "kwh",
    "mwh",
    "kw",
    "watt",
    "watts",
    "volt",
    "volts",
    "v",
    "amps",
    "bar",
    "hpa",
    "psi",
    "m²",
    "sqm",
    "m2",
    "m³",
    "ha",
    "hectares",
    "tonnes",
    "tons",
    "t",
    "mbps",
    "hz",
    "khz",
    "mg",
    "µg",
    "mmol",
    "ppm",
    "km/h",
    "mph",
    "hours",
    "db",
    "inches",
    "feet",
];

/// Units that are counted.
const COUNTED: &[&str] = &[
    "years",
    "year",
    "yrs",
    "yo",
    "days",
    "months",
    "weeks",
    "pieces",
    "people",
    "persons",
    "units",
    "items",
    "points",
    "stars",
    "pages",
    "seats",
    "rooms",
    "beds",
    "floors",
    "employees",
    "minutes",
    "seconds",
    "bytes",
    "kb",
    "mb",
    "gb",
    "jahre",
    "jahren",
    "ans",
    "años",
    "anni",
    "anos",
    "ms",
    "milliseconds",
    "steps",
    "bpm",
    "watts",
    "credits",
    "calories",
    "kcal",
    "views",
    "clicks",
    "times",
];

/// Reads bounds of numbers.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    if let Some((place, span, tokens)) = ages(&view) {
        drop(view);
        return Some(set_age(scene, &place, &span, tokens));
    }
    let Some((place, span, tokens)) = first(&view) else {
        let (place, is_positive, tokens) = signed(&view)?;
        drop(view);
        set_sign(scene, &place, is_positive, tokens.clone());
        return Some(tokens);
    };
    let again = |what: &'static str| {
        view.scene.said.get(&(place.clone(), what)).is_some_and(|(_, at)| view.clause.contains(&at.start))
    };
    if (again("min") && span.min.is_some()) || (again("max") && span.max.is_some()) {
        return None;
    }
    drop(view);
    set(scene, &place, &span, tokens.clone());
    Some(tokens)
}

/// "Never negative", "always positive": the sign of numbers.
fn signed(view: &View<'_, '_>) -> Option<(Place, bool, Range<usize>)> {
    let found = view.find(&[
        "never|not|no|cannot|can't|mustn't be|drop|fall? negative|below-zero",
        "non-negative|nonnegative",
        "always|strictly|only|must|be|is|are positive",
        "never|not|cannot|can't be|drop|fall|go? below|under zero",
    ])?;
    let place = view.subject(&found.tokens)?;
    let is_number = view.column(&place).is_some_and(|column| column.generator == "number" && takes(column, ""));
    let is_positive = found.tokens.clone().any(|at| view.norm(at) == "positive");
    is_number.then_some((place, is_positive, found.tokens))
}

/// Keeps numbers from falling below zero; all else that is known of them stays.
fn set_sign(scene: &mut Scene<'_>, place: &Place, is_positive: bool, tokens: Range<usize>) {
    scene.claim(tokens.clone());
    if let Some(column) = scene.column_mut(place) {
        let least = match column.r#type {
            _ if !is_positive => 0.0,
            ColumnType::Integer => 1.0,
            _ => 0.01,
        };
        let known = column.param("min").and_then(|min| min.parse::<f64>().ok());
        if known.is_none_or(|min| min < least) {
            column.set("min", plain(least));
        }
    }
    prove(scene, place, tokens);
}

/// The first bounds that nobody has read, with the column that they bound.
fn first(view: &View<'_, '_>) -> Option<(Place, Span, Range<usize>)> {
    let mut at = view.clause.start;
    while at < view.clause.end {
        let Some((span, end)) = view.span_at(at) else {
            at += 1;
            continue;
        };
        let tokens = at..end;
        let (span, tokens) = joined(view, span, tokens);
        at = tokens.end;
        let end = tokens.end;
        if !view.scene.is_free(tokens.clone()) || counts_rows(view, &span, &tokens) {
            continue;
        }
        let Some(place) = bounded(view, &tokens) else { continue };
        if view.column(&place).is_some_and(|column| takes(column, &span.unit)) {
            let end = with_unit(view, &span.unit, end);
            let start = if in_unit(view, tokens.start) { tokens.start - 2 } else { tokens.start };
            return Some((place, span, start..end));
        }
    }
    None
}

/// "at most 21.5 percent and at least 14": two bounds of one range.
fn joined(view: &View<'_, '_>, span: Span, tokens: Range<usize>) -> (Span, Range<usize>) {
    let next = (tokens.end..tokens.end + 4).take_while(|at| {
        matches!(view.norm(*at), "and" | "but" | "," | "to" | "or" | "percent" | "%")
            || *at == tokens.end
            || matches!(view.norm(at - 1), "and" | "but" | ",")
    });
    let other = next.into_iter().find_map(|at| view.span_at(at));
    match other {
        Some((other, end)) if span.min.is_none() && other.max.is_none() && view.scene.is_free(tokens.end..end) => {
            let min = other.min;
            let is_swapped = matches!((&min, &span.max), (Some(min), Some(max)) if min.value > max.value);
            (Span { min, is_swapped, excluded: (other.excluded.0, span.excluded.1), ..span }, tokens.start..end)
        }
        Some((other, end)) if span.max.is_none() && other.min.is_none() && view.scene.is_free(tokens.end..end) => {
            let max = other.max;
            let is_swapped = matches!((&span.min, &max), (Some(min), Some(max)) if min.value > max.value);
            (Span { max, is_swapped, excluded: (span.excluded.0, other.excluded.1), ..span }, tokens.start..end)
        }
        _ => (span, tokens),
    }
}

/// Whether "in kg" stands in front of a token.
fn in_unit(view: &View<'_, '_>, at: usize) -> bool {
    let Some(unit) = at.checked_sub(1).filter(|unit| *unit > view.clause.start) else { return false };
    let is_unit =
        MEASURED.contains(&view.norm(unit)) || COUNTED.contains(&view.norm(unit)) || is_currency(view.norm(unit));
    is_unit && matches!(view.norm(unit - 1), "in" | "en")
}

fn is_currency(word: &str) -> bool {
    matches!(word, "euros" | "euro" | "dollars" | "pounds" | "€" | "$" | "usd" | "eur" | "gbp" | "chf")
}

/// Reads "in kg" behind a column of which no bounds were said: it is understood, the numbers are those of the column.
pub fn read_unit(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let at = view.clause.clone().find(|at| in_unit(&view, *at + 1) && view.scene.is_free(*at - 1..*at + 1))?;
    let place = view.column_before(at - 1).or_else(|| view.place())?;
    let is_number = view.column(&place).is_some_and(|column| column.generator == "number");
    is_number.then_some(at - 1..at + 1)
}

/// The column that bounds are said of: before them, else spoken of, else right behind ("10 to 20 credits").
fn bounded(view: &View<'_, '_>, tokens: &Range<usize>) -> Option<Place> {
    let name_end = if in_unit(view, tokens.start) { tokens.start - 2 } else { tokens.start };
    let before = view.column_before(name_end);
    let behind = || (tokens.end..tokens.end + 3).find_map(|at| view.column_at(at)).map(|(place, _)| place);
    before.or_else(|| view.place()).or_else(behind)
}

/// Whether it is rows that are counted: "1 to 3 contracts", "each customer has 2 to 5".
fn counts_rows(view: &View<'_, '_>, span: &Span, tokens: &Range<usize>) -> bool {
    let names_table = |at: usize| view.scene.table_word(at).is_some() && view.column_at(at).is_none();
    // "Weight 1 to 40. Boxes: 30 rows": what stands behind a stop or a mark is counted by none of it.
    let is_stop = |at: usize| {
        let text = view.scene.text;
        text.get(at).is_none_or(|token| matches!(token.kind, Kind::Break | Kind::Bullet))
            || matches!(text.norm(at), "." | ";" | "," | ":" | ")" | "!" | "?")
    };
    names_table(tokens.end)
        || !is_stop(tokens.end) && names_table(tokens.end + 1)
        || (!span.unit.is_empty() && view.scene.find_table(&span.unit).is_some())
}

/// Whether a column can have bounds that are numbers.
pub fn takes(column: &Column, unit: &str) -> bool {
    let is_time = matches!(column.r#type, ColumnType::Date | ColumnType::Timestamp)
        || matches!(
            column.generator.as_str(),
            "date" | "datetime" | "arrivals" | "tick" | "time" | "person.birth_date"
        );
    // A number is none: nothing is known of the table that it could refer to.
    let is_key =
        column.role != crate::draft::ir::Role::Attribute && !matches!(column.generator.as_str(), "sequence" | "number");
    let is_length = matches!(unit, "characters" | "letters" | "digits" | "words" | "chars" | "sentences");
    !is_time
        && !is_key
        && !is_length
        && !matches!(column.generator.as_str(), "rollup" | "expr" | "cumulative" | "ref" | "field")
}

/// The token behind bounds and their unit.
pub fn with_unit(view: &View<'_, '_>, unit: &str, end: usize) -> usize {
    let word = view.norm(end);
    let is_unit = MEASURED.contains(&word)
        || COUNTED.contains(&word)
        || matches!(word, "%" | "percent" | "euros" | "dollars" | "€" | "$" | "usd" | "eur");
    if is_unit && unit != word { end + 1 } else { end }
}

/// Gives several columns the bounds that are told behind them all: `both 0 to 7`. What is spoken of stays.
pub fn bound_all(scene: &mut Scene<'_>, places: &[Place], tokens: Range<usize>) {
    let found = View::new(scene, tokens.clone()).span_at(tokens.start);
    let Some((span, _)) = found else { return };
    let focus = scene.focus.clone();
    for place in places {
        if scene.column(place).is_some_and(|column| takes(column, &span.unit)) {
            set(scene, place, &span, tokens.clone());
        }
    }
    scene.focus = focus;
}

/// Makes a column a number of the type that bounds suggest, without bounding it.
pub fn set_bare(column: &mut Column, span: &Span) {
    let (r#type, scale) = number_type(column, span);
    turn_into(column, "number");
    column.r#type = r#type;
    if r#type == ColumnType::Decimal {
        column.set("scale", scale.to_string());
    }
}

/// Bounds a column; nothing is noted.
pub fn set_bounds(column: &mut Column, span: &Span) {
    bound(column, span, false, (false, false));
}

/// Gives a column its bounds.
pub fn set(scene: &mut Scene<'_>, place: &Place, span: &Span, tokens: Range<usize>) {
    scene.claim(tokens.clone());
    if contradict::swapped(scene, place, span, &tokens) || contradict::bounds(scene, place, span, &tokens) {
        return;
    }
    let has_law = scene.said.contains_key(&(place.clone(), "law"));
    let said = |what: &'static str| scene.said.contains_key(&(place.clone(), what));
    let keeps = (said("min"), said("max"));
    let assumed = scene.column_mut(place).and_then(|column| bound(column, span, has_law, keeps));
    if let Some((what, value)) = assumed {
        scene.assume(path(place), format!("the {what} value of {} is not said", place.column), value);
    }
    prove(scene, place, tokens);
}

/// Sets bounds and type; what was assumed for an end that was not said.
fn bound(column: &mut Column, span: &Span, has_law: bool, keeps: (bool, bool)) -> Option<(&'static str, String)> {
    let before = |key: &str, column: &Column| column.param(key).and_then(|value| value.parse::<f64>().ok());
    let (old_min, old_max) = (before("min", column), before("max", column));
    let (r#type, scale) = number_type(column, span);
    let dist: Vec<_> = if column.generator == "number" { column.params.clone() } else { Vec::new() };
    turn_into(column, "number");
    column.params = dist;
    drop_inherited_law(column, span, has_law);
    column.r#type = r#type;
    match r#type {
        ColumnType::Decimal => column.set("scale", scale.to_string()),
        _ => drop_param(column, "scale"),
    }
    let span = &within(span, r#type, scale);
    let (min, max, assumed) = match (&span.min, &span.max) {
        (Some(min), Some(max)) => (min.text.clone(), max.text.clone(), None),
        (Some(min), None) => {
            let max = old_max.filter(|max| *max > min.value).unwrap_or_else(|| above(min.value));
            (min.text.clone(), plain(max), (!keeps.1).then(|| ("greatest", plain(max))))
        }
        (None, Some(max)) => {
            let least = if max.value <= 0.0 { max.value - 100.0 } else { 0.0 };
            let min = old_min.filter(|min| *min < max.value).unwrap_or(least);
            (plain(min), max.text.clone(), (!keeps.0).then(|| ("least", plain(min))))
        }
        (None, None) => return None,
    };
    column.set("min", min);
    column.set("max", max);
    assumed
}

/// Bounds that belong to the range: "under 18" is at most 17, or 17.99.
fn within(span: &Span, r#type: ColumnType, scale: usize) -> Span {
    let mut span = span.clone();
    let digits = match r#type {
        ColumnType::Integer => 0,
        ColumnType::Decimal => scale,
        _ => return span,
    };
    let step = (0..digits).fold(1.0, |step, _| step / 10.0);
    let moved = |num: &Num, by: f64| {
        let value = super::edit::rounded(num.value + by);
        Num { text: plain(value), value, scale: num.scale }
    };
    if span.excluded.0 {
        span.min = span.min.as_ref().map(|num| moved(num, step));
    }
    if span.excluded.1 {
        span.max = span.max.as_ref().map(|num| moved(num, -step));
    }
    span
}

/// A law that nobody has stated, or whose middle lies outside the bounds, makes way for an even one.
fn drop_inherited_law(column: &mut Column, span: &Span, has_law: bool) {
    let middle =
        ["mean", "median"].iter().find_map(|key| column.param(key)).and_then(|value| value.parse::<f64>().ok());
    let fits = middle.is_none_or(|middle| {
        span.min.as_ref().is_none_or(|min| min.value < middle) && span.max.as_ref().is_none_or(|max| middle < max.value)
    });
    if !fits || !has_law {
        let kept = ["round", "scale", "min", "max"];
        column.params.retain(|param| kept.contains(&param.key.as_str()) || param.key.starts_with("round."));
    }
}

/// A round number well above a least value.
fn above(min: f64) -> f64 {
    let wide = (min.abs() * 10.0).max(100.0);
    let power = libm::pow(10.0, libm::log10(wide).floor());
    (wide / power).ceil() * power
}

/// The type of numbers and their digits behind the point.
fn number_type(column: &Column, span: &Span) -> (ColumnType, usize) {
    let digits = |num: &Option<Num>| num.as_ref().map_or(0, |num| num.scale);
    let scale = digits(&span.min).max(digits(&span.max));
    let said = column.param("scale").and_then(|scale| scale.parse::<usize>().ok()).unwrap_or(2);
    let unit = span.unit.as_str();
    let is_money = span.is_money || matches!(column.generator.as_str(), "product.price");
    match column.r#type {
        _ if is_money => (ColumnType::Decimal, 2.max(scale)),
        ColumnType::Float => (ColumnType::Float, 0),
        ColumnType::Decimal => (ColumnType::Decimal, said.max(scale)),
        _ if scale > 0 => (ColumnType::Decimal, scale),
        ColumnType::Integer => (ColumnType::Integer, 0),
        _ if COUNTED.contains(&unit) => (ColumnType::Integer, 0),
        _ if MEASURED.contains(&unit) || measures(&column.name) => (ColumnType::Decimal, 1),
        _ => (ColumnType::Integer, 0),
    }
}

/// Whether a column's name says that it is measured.
fn measures(name: &str) -> bool {
    let measured = [
        "temperature",
        "weight",
        "height",
        "length",
        "width",
        "depth",
        "humidity",
        "pressure",
        "speed",
        "distance",
        "rate",
        "ratio",
    ];
    name.split('_').any(|part| measured.contains(&part) || MEASURED.contains(&part) && part.len() > 1)
}

/// "aged 16 to 67", "between 18 and 90 years old".
fn ages(view: &View<'_, '_>) -> Option<(Place, Span, Range<usize>)> {
    let found = view.find(&[
        "aged|ages %span years|year? old?",
        "%span years|year|yrs old|of age?",
        "im alter von|zwischen %span",
        "zwischen %span jahre|jahren alt?",
        "âgés|âgées de? %span ans?",
        "de|entre? %span ans",
        "de|entre? %span años",
        "tra|fra|dai? %span anni",
        "entre? %span anos",
    ])?;
    let is_said = (found.tokens.start..found.tokens.end).any(|at| {
        matches!(
            view.norm(at),
            "aged" | "ages" | "old" | "alter" | "alt" | "ans" | "años" | "anni" | "anos" | "âgés" | "âgées"
        )
    });
    let named = view
        .column_before(found.tokens.start)
        .filter(|place| view.column(place).is_some_and(|column| column.name != "id"));
    let table = view.table_before(found.tokens.start)?;
    let of =
        |name: &str| Some(Place { table: table.clone(), column: view.ir_table(&table)?.column(name)?.name.clone() });
    let place = match named {
        Some(place) if !is_said || place.column.contains("age") || place.column.contains("birth") => {
            return None.or_else(|| is_birth(view, &place).then_some((place, found.span()?, found.tokens.clone())));
        }
        _ if !is_said => return None,
        _ => of("age")
            .or_else(|| of("birth_date"))
            .or_else(|| of("date_of_birth"))
            .unwrap_or(Place { table, column: "age".to_owned() }),
    };
    Some((place, found.span()?, found.tokens))
}

fn is_birth(view: &View<'_, '_>, place: &Place) -> bool {
    place.column.contains("birth") && view.column(place).is_some()
}

/// Bounds an age, or the birth dates that come to it.
fn set_age(scene: &mut Scene<'_>, place: &Place, span: &Span, tokens: Range<usize>) -> Range<usize> {
    if !place.column.contains("birth") {
        if scene.column(place).is_none() {
            super::edit::add_column(scene, &place.table, super::edit::inferred(&place.column, "number"));
            if let Some(column) = scene.column_mut(place) {
                column.r#type = ColumnType::Integer;
                column.origin = crate::draft::ir::Origin::Stated;
            }
        }
        set(scene, place, span, tokens.clone());
        return tokens;
    }
    scene.claim(tokens.clone());
    if contradict::swapped(scene, place, span, &tokens) || contradict::bounds(scene, place, span, &tokens) {
        return tokens;
    }
    let today = scene.today.clone();
    let years = |num: &Option<Num>, other: f64| num.as_ref().map_or(other, |num| num.value) as i32;
    let (youngest, oldest) = (years(&span.min, 0.0), years(&span.max, 99.0));
    let (from, to) = (windows::years_before(&today, oldest + 1, 1), windows::years_before(&today, youngest, 0));
    if let Some(column) = scene.column_mut(place) {
        turn_into(column, "date");
        column.set("from", from);
        column.set("to", to);
    }
    scene.assume(path(place), "ages are those of the day of the draft".to_owned(), today);
    prove(scene, place, tokens.clone());
    tokens
}
