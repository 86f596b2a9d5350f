//! "paid after it was issued", "delivered 1 to 5 days after shipping", "returned within 30 days of lending" -> the order of times.

use std::ops::Range;

use super::edit::{add_rule, hull, path, prove, turn_into};
use super::events::{events, own_time, qualified};
use super::moments;
use super::view::{Span, View};
use super::windows::is_day;
use crate::draft::ir::RuleKind;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::Kind;

/// How far one time lies behind the other.
#[derive(Debug, Clone, Default, PartialEq)]
struct Distance {
    min: Option<String>,
    max: Option<String>,
}

/// Two times in order, with the distance between.
#[derive(Debug)]
struct Order {
    later: Place,
    earlier: Place,
    distance: Distance,
    /// Whether both may be one instant.
    or_same: bool,
    tokens: Range<usize>,
}

/// Words between two times -> whether what stands before them is the later one, and whether both may be alike.
const LINKS: &[(&str, bool, bool)] = &[
    ("never|not|no|cannot|can't|mustn't be? before|earlier|precede|precedes|sooner than|the?", true, true),
    ("never|not|no|cannot|can't be? after|later|exceed than|the?", false, true),
    ("on|at or after|later than?", true, true),
    ("on|at or before|earlier than?", false, true),
    ("strictly|always|only|must|is|are|be later|after than?", true, false),
    ("after|following|nach|après|después|dopo|depois de|del|la|o|a?", true, false),
    ("later|newer than", true, false),
    ("later|newer", true, false),
    ("before|prior|precedes|precede|vor|avant|antes|prima to|than|de|del|di?", false, false),
    ("earlier|sooner|older than", false, false),
    ("follows|since|from|of|behind|past", true, false),
    (">=|≥", true, true),
    ("> =", true, true),
    ("<=|≤", false, true),
    ("< =", false, true),
    (">", true, false),
    ("<", false, false),
    ("then|and then|followed by|→", false, false),
];

/// Reads the order of two times.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause.clone());
    let events = events(&view);
    let found = sequence(&view, &events)
        .or_else(|| pair(&view, &events))
        .or_else(|| after_that(&view, &events))
        .or_else(|| lasting(&view));
    let missing = if found.is_some() { Vec::new() } else { missing(&view, &events) };
    drop(view);
    let order = match found {
        Some(order) => order,
        None => add_missing(scene, missing, clause)?,
    };
    let tokens = order.tokens.clone();
    apply(scene, order);
    Some(tokens)
}

/// Participles around a link of times that have no column yet: `bottled later than filled`, `paid after it was issued`.
fn missing(view: &View<'_, '_>, events: &[(Place, Range<usize>)]) -> Vec<(String, Range<usize>)> {
    for at in view.clause.clone().filter(|at| !view.scene.is_claimed(*at)) {
        let Some((end, ..)) = link(view, at) else { continue };
        let is_known = |at: usize| events.iter().any(|(_, tokens)| tokens.contains(&at));
        let is_open = |at: &usize| {
            view.kind(*at) == Some(Kind::Word)
                && (moments::is_participle(view.norm(*at)) && moments::names_time(view.scene, &(*at..*at + 1))
                    || moments::is_noun(view.norm(*at)) && view.norm(*at) != "due")
                && !is_known(*at)
        };
        let right = (end..(end + 6).min(view.clause.end)).find(is_open);
        let left = (at.saturating_sub(7).max(view.clause.start)..at).rev().find(is_open);
        let has = |tokens: Range<usize>| events.iter().any(|(_, found)| tokens.contains(&found.start));
        let has_left = left.is_some() || has(at.saturating_sub(12)..at);
        let has_right = right.is_some() || has(end..end + 7);
        if !has_left || !has_right || left.is_none() && right.is_none() {
            continue;
        }
        let place = |at: usize| Some((moments::table_of(view, at)?, at..at + 1));
        return left.into_iter().chain(right).filter_map(place).collect();
    }
    Vec::new()
}

/// Gives these participles their columns and reads the order again; takes them back where there is none after all.
fn add_missing(scene: &mut Scene<'_>, missing: Vec<(String, Range<usize>)>, clause: Range<usize>) -> Option<Order> {
    if missing.is_empty() {
        return None;
    }
    let before = scene.ir.tables.clone();
    for (table, participle) in missing {
        moments::add(scene, &table, participle);
    }
    let view = View::new(scene, clause);
    let order = pair(&view, &events(&view));
    drop(view);
    if order.is_none() {
        scene.ir.tables = before;
    }
    order
}

/// Two times with a link between them, or one behind a link and the one spoken of.
fn pair(view: &View<'_, '_>, events: &[(Place, Range<usize>)]) -> Option<Order> {
    for at in view.clause.clone().filter(|at| !view.scene.is_claimed(*at)) {
        let Some((end, is_later, or_same)) = link(view, at) else { continue };
        let negated = (at.saturating_sub(5).max(view.clause.start)..at)
            .any(|at| matches!(view.norm(at), "never" | "not" | "cannot" | "can't" | "nie" | "nobody" | "no" | "none"));
        let (is_later, or_same) = if negated { (!is_later, true) } else { (is_later, or_same) };
        let right = events.iter().find(|(_, tokens)| tokens.start >= end && tokens.start <= end + 6);
        let right = right.cloned().or_else(|| table_behind(view, end)).or_else(|| plain_behind(view, end));
        let Some((right, right_at)) = right else { continue };
        let before = events.iter().rev().find(|(place, tokens)| tokens.end <= at && *place != right);
        let spoken_of =
            || view.place().filter(|place| *place != right && view.column(place).is_some_and(super::windows::is_time));
        let Some((left, left_at)) = before
            .cloned()
            .or_else(|| table_in_front(view, at, &right))
            .or_else(|| spoken_of().map(|place| (place, view.clause.start..view.clause.start)))
            .or_else(|| event_before(view, at, &right))
        else {
            continue;
        };
        let (distance, distance_at) = distance(view, at, left_at.end, right_at.end);
        let is_bare = matches!(view.norm(at), "since" | "from" | "of" | "then" | "→" | "behind" | "past" | "following");
        // "On some day of 2022 and granted 10 to 90 days after": a distance that stands behind belongs to another link.
        let has_distance = distance != Distance::default() && distance_at.end <= at;
        if is_bare && !has_distance && !matches!(view.norm(at), "then" | "→") {
            continue;
        }
        let (later, earlier) = if is_later { (left, right) } else { (right, left) };
        // "Empty for 85% and otherwise later than ...": what else is said of the first one is for others.
        let says_more = (left_at.end..at).any(|at| {
            !distance_at.contains(&at)
                && (view.kind(at) == Some(Kind::Number) || view.share_at(at).is_some() || view.window_at(at).is_some())
        });
        let tokens = if says_more { right_at.clone() } else { hull(&left_at, &right_at) };
        let tokens = hull(&hull(&tokens, &distance_at), &(at..end));
        return Some(Order { later, earlier, distance, or_same, tokens });
    }
    None
}

/// "departure 2 to 21 days later", "a due date that is 28 days after that": so long behind the time that was told before.
fn after_that(view: &View<'_, '_>, events: &[(Place, Range<usize>)]) -> Option<Order> {
    for at in view.clause.clone().filter(|at| !view.scene.is_claimed(*at)) {
        let bounds = view.span_at(at).and_then(|(span, end)| of_span(view, &span, end));
        let length = || {
            let (length, end) = view.length_at(at)?;
            Some((Distance { min: Some(length.clone()), max: Some(length) }, end))
        };
        let Some((distance, end)) = bounds.or_else(length) else { continue };
        let behind = super::phrase::reach(view, "later|afterwards|thereafter", end)
            .or_else(|| super::phrase::reach(view, "after|behind|from that|this|it|then", end));
        let Some(behind) = behind.filter(|_| distance.max.is_some()) else { continue };
        let mut before: Vec<&Place> = Vec::new();
        for (place, _) in events.iter().filter(|(_, tokens)| tokens.end <= at) {
            if !before.contains(&place) {
                before.push(place);
            }
        }
        let spoken_of = view.place();
        let (later, earlier) = match (&before[..], &spoken_of) {
            ([.., later, earlier], _) => ((*later).clone(), (*earlier).clone()),
            ([only], Some(place)) if *only != place => (place.clone(), (*only).clone()),
            ([only], _) => ((*only).clone(), time_before(view, only)?),
            ([], Some(place)) => (place.clone(), time_before(view, place)?),
            _ => continue,
        };
        return Some(Order { later, earlier, distance, or_same: true, tokens: at..behind });
    }
    None
}

/// "A ride takes 3 to 90 minutes" where rides have a beginning and an end.
fn lasting(view: &View<'_, '_>) -> Option<Order> {
    for at in view.clause.clone().filter(|at| !view.scene.is_claimed(*at)) {
        if !matches!(view.norm(at), "takes" | "take" | "took" | "lasts" | "last" | "lasted" | "lasting") {
            continue;
        }
        let Some((span, end)) = view.span_at(at + 1) else { continue };
        let Some((distance, end)) = of_span(view, &span, end).filter(|(distance, _)| distance.max.is_some()) else {
            continue;
        };
        let named = (view.clause.start..at).rev().find_map(|at| view.scene.table_word(at));
        let table = named.or_else(|| view.scene.focus.table.clone())?;
        let (first, last) = super::events::ends(view.ir_table(&table)?)?;
        let place = |column: &str| Place { table: table.clone(), column: column.to_owned() };
        let (later, earlier) = (place(last), place(first));
        return Some(Order { later, earlier, distance, or_same: true, tokens: at..end });
    }
    None
}

/// The time of the same table that was told last before a column.
fn time_before(view: &View<'_, '_>, place: &Place) -> Option<Place> {
    let columns = &view.ir_table(&place.table)?.columns;
    let own = columns.iter().position(|column| column.name == place.column)?;
    let earlier = columns[..own].iter().rev().find(|column| super::windows::is_time(column))?;
    Some(Place { table: place.table.clone(), column: earlier.name.clone() })
}

/// What links two times at a token: the token behind, whether the one before is later, whether both may be alike.
fn link(view: &View<'_, '_>, at: usize) -> Option<(usize, bool, bool)> {
    LINKS
        .iter()
        .find_map(|(pattern, is_later, or_same)| Some((super::phrase::reach(view, pattern, at)?, *is_later, *or_same)))
}

/// "nobody orders before having registered": the time of the table that is named in front.
fn table_in_front(view: &View<'_, '_>, at: usize, other: &Place) -> Option<(Place, Range<usize>)> {
    let from = at.saturating_sub(4).max(view.clause.start);
    (from..at).rev().find_map(|token| {
        let table = view.scene.table_word(token).filter(|table| *table != other.table)?;
        let column = own_time(view.ir_table(&table)?)?.to_owned();
        let is_none = token > view.clause.start && matches!(view.norm(token - 1), "nobody" | "no" | "none");
        Some((Place { table, column }, token - usize::from(is_none)..token + 1))
    })
}

/// "after the order": the time of that table's row.
fn table_behind(view: &View<'_, '_>, at: usize) -> Option<(Place, Range<usize>)> {
    let at = (at..at + 2).find(|at| !matches!(view.norm(*at), "the" | "its" | "their" | "a" | "an"))?;
    let (table, end) = view.table_at(at)?;
    let column = own_time(view.ir_table(&table)?)?.to_owned();
    Some((Place { table, column }, at..end))
}

/// "..., always after it had been received": the time that was spoken of last in the same sentence.
fn event_before(view: &View<'_, '_>, at: usize, right: &Place) -> Option<(Place, Range<usize>)> {
    if at > view.clause.start + 2 {
        return None;
    }
    let text = view.scene.text;
    let from = (view.clause.start.saturating_sub(14)..view.clause.start)
        .rev()
        .take_while(|at| !matches!(text.norm(*at), "." | ";" | "!" | "?" | "\n\n"))
        .last()?;
    let before = View::new(view.scene, from..view.clause.start);
    let last = events(&before).into_iter().rev().find(|(place, _)| place != right)?;
    Some((last.0, at..at))
}

/// "after being created": the time of the row itself.
fn plain_behind(view: &View<'_, '_>, at: usize) -> Option<(Place, Range<usize>)> {
    let at = (at..at + 4)
        .find(|at| moments::is_participle(view.norm(*at)) && !moments::names_time(view.scene, &(*at..*at + 1)))?;
    let table = view.scene.focus.table.clone().or_else(|| view.table())?;
    let column = own_time(view.ir_table(&table)?)?.to_owned();
    Some((Place { table, column }, at..at + 1))
}

/// The distance that is said around a link: "1 to 5 days after", "within 30 days of", "after at most 2 weeks".
fn distance(view: &View<'_, '_>, at: usize, start: usize, end: usize) -> (Distance, Range<usize>) {
    let none = (Distance::default(), at..at);
    let from = start.max(at.saturating_sub(8)).max(view.clause.start);
    for token in (from..(end + 8).min(view.clause.end)).filter(|token| !view.scene.is_claimed(*token)) {
        if let Some((span, behind)) = view.span_at(token)
            && let Some((distance, behind)) = of_span(view, &span, behind)
        {
            return (distance, token..behind);
        }
        if let Some((length, behind)) = view.length_at(token) {
            let before = |words: &[&str]| (token.saturating_sub(3)..token).any(|at| words.contains(&view.norm(at)));
            let distance = match () {
                () if before(&["within", "most", "than", "maximum", "max", "innerhalb", "under", "to"])
                    && !before(&["least", "later"]) =>
                {
                    Distance { min: None, max: Some(length) }
                }
                () if before(&["least", "minimum", "over", "mindestens"]) => Distance { min: Some(length), max: None },
                () => Distance { min: Some(length.clone()), max: Some(length) },
            };
            let start = (token.saturating_sub(2)..token)
                .find(|at| matches!(view.norm(*at), "within" | "at" | "exactly"))
                .unwrap_or(token);
            return (distance, start..behind);
        }
    }
    none
}

/// Bounds with a unit of time behind them.
fn of_span(view: &View<'_, '_>, span: &Span, end: usize) -> Option<(Distance, usize)> {
    let (unit, end) = match letter(&span.unit) {
        Some(unit) => (unit, end),
        None => (letter(view.norm(end))?, end + 1),
    };
    let length = |num: &super::view::Num| format!("{}{}", num.value * unit.1, unit.0);
    Some((Distance { min: span.min.as_ref().map(length), max: span.max.as_ref().map(length) }, end))
}

/// The unit of offsets that a word means, and how many of it.
fn letter(unit: &str) -> Option<(&'static str, f64)> {
    Some(match unit {
        "day" | "days" | "tag" | "tage" | "tagen" | "jour" | "jours" | "día" | "días" | "giorno" | "giorni" | "dia"
        | "dias" | "d" => ("d", 1.0),
        "week" | "weeks" | "woche" | "wochen" | "semaines" | "semanas" | "settimane" => ("d", 7.0),
        "month" | "months" | "monate" | "monaten" | "mois" | "meses" | "mesi" => ("d", 30.0),
        "year" | "years" | "jahre" | "jahren" => ("d", 365.0),
        "hour" | "hours" | "stunden" | "heures" | "horas" | "ore" | "h" => ("h", 1.0),
        "minute" | "minutes" | "minuten" | "minutos" | "minuti" | "min" | "mins" => ("m", 1.0),
        "second" | "seconds" | "sekunden" | "s" => ("s", 1.0),
        _ => return None,
    })
}

/// "a, b and c in that order", "a before b before c" is a pair at a time.
fn sequence(view: &View<'_, '_>, events: &[(Place, Range<usize>)]) -> Option<Order> {
    let found = view.find(&[
        "in this|that|the|chronological|ascending|increasing same|following? order|sequence?",
        "in that order",
        "chronological|chronologically",
        "one after the? other|another",
    ])?;
    let before: Vec<_> = events.iter().filter(|(_, tokens)| tokens.end <= found.tokens.start).collect();
    let known = |later: &Place, earlier: &Place| {
        view.scene.ir.rules.iter().any(|rule| {
            rule.kind == RuleKind::Compare && rule.columns == [later.column.clone(), earlier.column.clone()]
        })
    };
    let pairs = before.windows(2).map(|pair| (&pair[0], &pair[1]));
    let (first, second) = pairs.filter(|(a, b)| a.0 != b.0).find(|(a, b)| !known(&b.0, &a.0))?;
    let is_last = before.last().is_some_and(|(place, _)| *place == second.0);
    let tokens = if is_last { hull(&first.1, &found.tokens) } else { hull(&first.1, &second.1) };
    Some(Order {
        later: second.0.clone(),
        earlier: first.0.clone(),
        distance: Distance::default(),
        or_same: true,
        tokens,
    })
}

/// Sets the window of the later time where both ends are known, else a rule.
fn apply(scene: &mut Scene<'_>, order: Order) {
    let Order { later, earlier, distance, or_same, tokens } = order;
    let (later, earlier) = (moments::ensure(scene, &later), moments::ensure(scene, &earlier));
    scene.claim(tokens.clone());
    let Some(name) = qualified(scene, &later.table, &earlier) else {
        return reversed(scene, &later, &earlier, &tokens);
    };
    let offset = |length: &str| format!("{name} + {length}");
    match (&distance.min, &distance.max) {
        (min, Some(max)) => {
            let from = min.as_deref().filter(|min| !min.starts_with("0")).map_or(name.clone(), offset);
            let to = offset(max);
            if let Some(column) = scene.column_mut(&later) {
                let generator = if is_day(column) { "date" } else { "datetime" };
                if column.generator != generator {
                    turn_into(column, generator);
                }
                column.set("from", super::windows::yaml_time(&from));
                column.set("to", super::windows::yaml_time(&to));
            }
            approximate(scene, &later, &tokens);
        }
        (min, None) => {
            let sign = if or_same || min.is_some() { ">=" } else { ">" };
            let distance = min.as_ref().map_or(String::new(), |min| format!(" + {min}"));
            let expression = format!("{} {sign} {name}{distance}", later.column);
            let columns = vec![later.column.clone(), name];
            let quote = scene.quote(tokens.clone());
            add_rule(scene, RuleKind::Compare, &later.table, columns, expression, quote);
        }
    }
    for place in [&later, &earlier] {
        is_there(scene, place);
    }
    prove(scene, &later, tokens);
}

/// What is put in order is there: that it is missing at times is none of the description's, unless it says so.
fn is_there(scene: &mut Scene<'_>, place: &Place) {
    let may_miss = scene.said.contains_key(&(place.clone(), "null"));
    if let Some(column) = scene.column_mut(place).filter(|column| !may_miss && column.when.is_empty()) {
        column.null_rate = 0.0;
    }
}

/// Months and years are so many days.
fn approximate(scene: &mut Scene<'_>, later: &Place, tokens: &Range<usize>) {
    let words = scene.words(tokens.clone());
    let unit = [("month", "30 days"), ("year", "365 days")].into_iter().find(|(unit, _)| words.contains(unit));
    if let Some((unit, days)) = unit {
        scene.assume(path(later), format!("a {unit} between two times is taken as {days}"), days);
    }
}

/// The earlier time knows the later one's row instead: the rule stands in its table.
fn reversed(scene: &mut Scene<'_>, later: &Place, earlier: &Place, tokens: &Range<usize>) {
    match qualified(scene, &earlier.table, later) {
        Some(name) => {
            let expression = format!("{} <= {name}", earlier.column);
            let quote = scene.quote(tokens.clone());
            add_rule(scene, RuleKind::Compare, &earlier.table, vec![earlier.column.clone(), name], expression, quote);
        }
        None => {
            let reason = format!(
                "`{}` and `{}` are not tied, so that their times cannot be put in order",
                later.table, earlier.table
            );
            scene.cannot(tokens.clone(), reason);
        }
    }
}
