//! "status (active 70%, paused 30%)", "the status is one of a, b, c", "orders are pending, shipped or cancelled" -> a `choice`.

use std::ops::Range;

use super::edit::{add_column, choose, hull, inferred, path, plain, prove, turn_into};
use super::units::{self, Unit, Weight};
use super::values;
use super::view::View;
use super::{contradict, edit};
use crate::draft::ir::{Choice, Column, ColumnType};
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::offline::words;
use crate::draft::text::Kind;

/// Reads the values of a column.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (place, units, tokens) = offered(&view)
        .or_else(|| having(&view))
        .or_else(|| named(&view))
        .or_else(|| alone(&view).filter(|(place, ..)| view.scene.focus.column.as_ref() == Some(&place.column)))
        .or_else(|| of_a_table(&view))
        .or_else(|| alone(&view))?;
    // "Bought in 2021 or 2022" is a window of times.
    let is_year = |unit: &Unit| unit.value.parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year));
    if units.iter().all(is_year) && view.column(&place).is_some_and(super::windows::is_time) {
        return None;
    }
    drop(view);
    apply(scene, &place, &units, tokens)
}

type Reading = (Place, Vec<Unit>, Range<usize>);

/// "Possible values of the status are open, held and shut", "for the grade we use A, B and C": the column in a phrase of its own.
fn offered(view: &View<'_, '_>) -> Option<Reading> {
    let found = view.find(&[
        "possible|allowed|permitted|valid|legal? values|options|choices|levels|categories of|for|in the|a? %col are|is|include|:",
        "possible|allowed|permitted|valid|legal %col are|is|include|: values|:?",
        "for|as the|a? %col ,? we|you|they? use|have|know|take|want",
        "for|as the|a? %col ,? there are|is",
        "as for the|a? %col ,|:?",
        "regarding|concerning the|a? %col ,|:?",
    ])?;
    let start = found.tokens.end;
    let (units, end) = units::read(view, start, view.clause.end)?;
    let place = found.column()?;
    (units.len() >= 2 && is_fresh(view, start..end)).then_some((place, units, found.tokens.start..end))
}

/// "60% of the nurses have grade A, 30% B and 10% C": the column is named between the first share and its value.
fn having(view: &View<'_, '_>) -> Option<Reading> {
    let found =
        view.find(&["%share of the|all|our|these? %table have|has|with|carry|get a|an|the|as? %col of|:|=?"])?;
    let start = found.tokens.end;
    let (mut units, end) = units::read(view, start, view.clause.end)?;
    let [first, others @ ..] = &mut units[..] else { return None };
    let is_weighted =
        !others.is_empty() && others.iter().all(|unit| matches!(unit.weight, Weight::Percent(_) | Weight::Rest));
    if first.weight != Weight::None || !is_weighted || !is_fresh(view, start..end) {
        return None;
    }
    first.weight = Weight::Percent(found.share()? * 100.0);
    Some((found.column()?, units, found.tokens.start..end))
}

/// A list behind the name of its column.
fn named(view: &View<'_, '_>) -> Option<Reading> {
    let mentions: Vec<(Place, Range<usize>)> = view.mentions().to_vec();
    mentions.into_iter().find_map(|(place, tokens)| {
        // "Party voted for (A 34%, B 66%)".
        let is_led = matches!(view.norm(tokens.end), "for" | "by" | "on" | "at") && view.norm(tokens.end + 1) == "(";
        let (start, is_strong) = list_start(view, tokens.end + usize::from(is_led))?;
        let (units, end) = units::read(view, start, view.clause.end)?;
        // "The dose in mg is 0 for placebo and 50 for drug" tells rows apart.
        let is_behind_unit = behind_unit(view, tokens.end) > tokens.end;
        if is_behind_unit && units.iter().any(|unit| matches!(unit.weight, Weight::Plain(_))) {
            return None;
        }
        let is_list = is_enumeration(view, &units, start..end, is_strong) && is_fresh(view, start..end);
        let end = if matches!(view.norm(end), ")" | "]" | "}") { end + 1 } else { end };
        is_list.then_some((place, units, tokens.start..end))
    })
}

/// "onshore or offshore" in a note about a column: nothing but its values.
fn alone(view: &View<'_, '_>) -> Option<Reading> {
    let place = view.place().filter(|_| view.mentions().is_empty())?;
    let start = behind_unit(view, view.clause.start);
    let (start, is_strong) = match LEADS.iter().find_map(|pattern| super::phrase::reach(view, pattern, start)) {
        Some(behind) => (behind, true),
        None => (start, false),
    };
    let (units, end) = units::read(view, start, view.clause.end)?;
    let is_short = units.iter().all(|unit| unit.value.split(' ').count() <= 3);
    let is_span = is_span(view, start, &units);
    let is_whole = end >= view.clause.end && is_short && !is_span && view.scene.is_free(start..end);
    (is_whole && is_enumeration(view, &units, start..end, is_strong)).then_some((place, units, start..end))
}

/// Reads "a row letter from A to L": each letter is a value.
pub fn read_letters(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let letter = |at: usize| {
        let quote = view.scene.text.quote(at..at + 1);
        let is_letter = view.kind(at) == Some(Kind::Word) && quote.len() == 1;
        quote.chars().next().filter(|letter| is_letter && letter.is_ascii_uppercase())
    };
    let glued = |at: usize| view.scene.letter_range(at).filter(|_| view.scene.is_free(at..at + 1));
    let (first, last, tokens) = view.clause.clone().find_map(|start| {
        if let Some((first, last)) = glued(start) {
            return Some((first, last, start..start + 1));
        }
        let from = super::phrase::reach(&view, "from|between|letters|letter|:?", start).unwrap_or(start);
        let to = super::phrase::reach(&view, "to|through|thru|until|and|-|–|..|bis|à|hasta|ao|a", from + 1)?;
        let is_bare = from == start && view.norm(from + 1) == "and";
        let (first, last) = letter(from).zip(letter(to)).filter(|(first, last)| first < last && !is_bare)?;
        view.scene.is_free(from..to + 1).then_some((first, last, start..to + 1))
    })?;
    let place = view.subject(&tokens)?;
    let is_text = view
        .column(&place)
        .is_some_and(|column| column.role == crate::draft::ir::Role::Attribute && !super::windows::is_time(column));
    if !is_text {
        return None;
    }
    drop(view);
    let units: Vec<Unit> = (first..=last)
        .map(|letter| Unit { value: letter.to_string(), weight: Weight::None, tokens: tokens.clone() })
        .collect();
    apply(scene, &place, &units, tokens)
}

/// What leads from a column's name to its values.
const LEADS: &[&str] = &[
    "( one|either|any? of? {?",
    "[ one|either|any? of?",
    ":|= one|either|any? of? {|[|(?",
    "is|are|be|being|can|may|must|should be? either|one|any? of|from|among? the? following? values? :? {|[|(?",
    "one|either|any|out of? the? following? values? :? {|[|(?",
    "chosen|drawn|picked|selected|taken from|among|out of? the? following? values? :? {|[|(?",
    "in|from|among the? following? values? :? {|[|(?",
    "with the? possible? values|options|categories|levels|choices :?",
    "-|–|— one|either? of?",
    "can|may have the? values :?",
    "takes|take|has the? values :?",
    "values|options :?",
    "entweder|ist|sind entweder|eines|einer? der|von?",
    "est|sont soit|parmi|un|une? de?",
    "es|son uno|una? de?",
    "è|sono uno|una? di?",
    "é|são um|uma? de?",
];

/// Behind the unit of a column's values: `a discount in percent, which is 5, 10 or 20`, `the duration in months: 1, 12 or 24`.
fn behind_unit(view: &View<'_, '_>, at: usize) -> usize {
    let is_unit = |at: usize| words::is_unit(view.norm(at), view.scene.language) || is_share_unit(view.norm(at));
    let end = match view.norm(at) {
        "in" if is_unit(at + 1) => at + 2,
        "(" if is_unit(at + 1) && view.norm(at + 2) == ")" => at + 3,
        word if is_share_unit(word) => at + 1,
        _ => at,
    };
    super::phrase::reach(view, ",? which|that", end).unwrap_or(end)
}

fn is_share_unit(word: &str) -> bool {
    matches!(word, "percent" | "%" | "euros" | "euro" | "dollars")
}

/// Where a list begins behind a column's name, and whether the words between say that it is one.
fn list_start(view: &View<'_, '_>, at: usize) -> Option<(usize, bool)> {
    let at = behind_unit(view, at);
    if view.norm(at) == "of" && view.num_at(at + 1).is_some() {
        return Some((at + 1, false));
    }
    let Some(end) = LEADS.iter().find_map(|pattern| super::phrase::reach(view, pattern, at)) else {
        // "A colour, brown for 70%, white for 30%".
        let at = at + usize::from(view.norm(at) == ",");
        return bare_list(view, at).then_some((at, true));
    };
    let is_strong = (at..end).any(|at| {
        matches!(
            view.norm(at),
            "one"
                | "either"
                | "values"
                | "following"
                | "options"
                | "among"
                | "any"
                | "out"
                | "{"
                | "chosen"
                | "drawn"
                | "picked"
                | "selected"
        )
    });
    Some((end, is_strong))
}

/// "size S/M/L", "result 1-0, 0-1 or 1/2": values right behind the name, in an item of a list.
fn bare_list(view: &View<'_, '_>, at: usize) -> bool {
    let Some((units, end)) = units::read(view, at, view.clause.end) else { return false };
    let is_parted = (at..end).any(|at| matches!(view.norm(at), "or" | "/" | "|" | "oder" | "ou" | "o"));
    let is_short = units.iter().all(|unit| unit.value.split(' ').count() <= 3);
    let is_list = units.len() >= 2 && view.scene.focus.column.is_some();
    let is_span = is_span(view, at, &units);
    let is_weighted = units.iter().filter(|unit| matches!(unit.weight, Weight::Percent(_))).count() >= 2;
    // "10, 25 or 50 euros (most are 25)".
    let is_aside = view.norm(end) == "(" && view.norm(view.clause.end - 1) == ")";
    let is_whole = end >= view.clause.end.saturating_sub(1) || is_aside || units::ratio_behind(view, end).is_some();
    is_list && (is_parted || is_weighted) && is_short && is_whole && !is_span
}

/// Whether what looks like values is bounds of numbers: `1 to 5`, and `2 or 3`, between which nothing lies.
fn is_span(view: &View<'_, '_>, at: usize, units: &[Unit]) -> bool {
    let numbers: Vec<f64> = units.iter().filter_map(|unit| unit.value.parse().ok()).collect();
    let is_apart = numbers.len() > 2 || matches!(numbers[..], [low, high] if high - low > 1.0);
    let has_or = units
        .windows(2)
        .all(|pair| (pair[0].tokens.end..pair[1].tokens.start).all(|at| !matches!(view.norm(at), "to" | "-" | "and")));
    let is_plain = |unit: &Unit| unit.weight != Weight::None || unit.value.parse::<f64>().is_ok();
    // "18-29, 30-44 or 45-59" are groups.
    let is_group = |unit: &Unit| unit.value.contains('-') && unit.value.starts_with(|c: char| c.is_ascii_digit());
    if units.len() >= 2 && units.iter().filter(|unit| is_group(unit)).count() >= units.len() - 1 {
        return false;
    }
    view.span_at(at).is_some() && units.iter().all(is_plain) && !(is_apart && has_or && numbers.len() == units.len())
}

/// Whether some values are an enumeration and not something else in brackets or behind "is".
fn is_enumeration(view: &View<'_, '_>, units: &[Unit], tokens: Range<usize>, is_strong: bool) -> bool {
    // "Admitted for a fifth and discharged for the rest": what is left is a weight where all others have theirs.
    let has_share = units.iter().any(|unit| matches!(unit.weight, Weight::Percent(_)));
    let are_all = has_share && units.iter().all(|unit| unit.weight != Weight::None);
    let is_weighted = |unit: &&Unit| unit.weight != Weight::None && (unit.weight != Weight::Rest || are_all);
    let weighted = units.iter().filter(is_weighted).count();
    let has_or = tokens.clone().any(|at| matches!(view.norm(at), "or" | "oder" | "ou" | "o" | "/" | "|" | "vel"));
    let in_brackets =
        tokens.start > 0 && matches!(view.scene.text.norm(tokens.start - 1), "(" | "[" | "{" | ":" | "=" | "of");
    let columns = units.iter().filter(|unit| view.mentions().iter().any(|(_, at)| *at == unit.tokens)).count();
    let plain = units.iter().filter(|unit| matches!(unit.weight, Weight::Plain(_))).count();
    units.len() >= 2
        && columns < 2
        && (plain == 0 || plain == units.len())
        && (is_strong || has_or || in_brackets || weighted >= 2)
}

/// "Orders are pending, shipped or cancelled": a list of what the rows of a table are.
fn of_a_table(view: &View<'_, '_>) -> Option<Reading> {
    let found = view.find(&[
        "%table can|may|must be either?",
        "%table is|are either?",
        "%table sind|ist|sont|est|son|es|sono|è|são|é entweder?",
        "%share of the|all|our|its|these? %table is|are|were|was",
        "%share of which|whom|them|these|those is|are|were|was",
        "%share %word",
        "%share by|via|in|are|is",
    ])?;
    let table =
        found.table().or_else(|| view.table_before(found.tokens.start)).or_else(|| view.scene.focus.table.clone())?;
    let is_shared = found.share().is_some();
    let start = if is_shared { found.tokens.start } else { found.tokens.end };
    let (units, end) = units::read(view, start, view.clause.end)?;
    let weighted = units.iter().filter(|unit| matches!(unit.weight, Weight::Percent(_) | Weight::Rest)).count();
    let has_or = (start..end).any(|at| matches!(view.norm(at), "or" | "oder" | "ou" | "o" | "/"));
    if units.len() < 2 || !(has_or || weighted >= 2) || !is_fresh(view, start..end) {
        return None;
    }
    let called = view.find(&[
        "( call|called|name|named it|this|that|column|field? the? %word )",
        "( column|field the? %word )",
        "call|name it|this|that the? %word",
    ]);
    let tokens =
        called.as_ref().map_or(found.tokens.start..end, |called| hull(&(found.tokens.start..end), &called.tokens));
    let called = called
        .and_then(|called| called.words().pop())
        .or_else(|| column_in_brackets(view))
        .map(|name| Place { table: table.clone(), column: name });
    let place = called.or_else(|| column_of(view, &table, &units))?;
    Some((place, units, tokens))
}

/// "(column answer)", though its words have been read as the name of a column.
fn column_in_brackets(view: &View<'_, '_>) -> Option<String> {
    view.clause.clone().find_map(|at| {
        let name = super::phrase::reach(view, "( column|field|call|called the?", at)?;
        (view.kind(name) == Some(Kind::Word) && view.norm(name + 1) == ")").then(|| view.norm(name).to_owned())
    })
}

/// Whether nothing of some tokens has been understood but the name of the table whose rows they speak of.
fn is_fresh(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().all(|at| {
        !view.scene.is_claimed(at)
            || view.scene.table_word(at).is_some()
            || matches!(view.norm(at), "of" | "the" | "all" | "are" | "is" | "," | "and")
    })
}

/// The column that has one of some values, else the one for states.
pub(super) fn column_of(view: &View<'_, '_>, table: &str, units: &[Unit]) -> Option<Place> {
    let known = units.iter().find_map(|unit| values::meaning(view.scene, table, &unit.value));
    if let Some(meaning) = known.filter(|meaning| meaning.value.is_some()) {
        return Some(meaning.place);
    }
    if units.len() >= 2 && units.iter().all(|unit| values::is_sex(&unit.value)) {
        return Some(Place { table: table.to_owned(), column: "sex".to_owned() });
    }
    let names = ["status", "state", "type", "kind", "category", "tier", "level"];
    let column = names
        .iter()
        .find_map(|name| view.ir_table(table)?.column(name))
        .map_or("status", |column| column.name.as_str());
    Some(Place { table: table.to_owned(), column: column.to_owned() })
}

/// Gives a column its values; a column that is not there yet is added.
pub(super) fn apply(
    scene: &mut Scene<'_>,
    place: &Place,
    units: &[Unit],
    tokens: Range<usize>,
) -> Option<Range<usize>> {
    if scene.column(place).is_none() {
        let column = Column { evidence: vec![scene.quote(tokens.clone())], ..inferred(&place.column, "choice") };
        add_column(scene, &place.table, column)?;
        scene.assume(path(place), "the values need a column of their own", place.column.clone());
    }
    let (units, tokens) = in_ratio(scene, units, tokens);
    let Some(choices) = weigh(scene, place, &units, &tokens) else { return Some(tokens) };
    contradict::say(scene, place, "values", &values_key(&choices), &tokens);
    let is_flag = scene.column(place).is_some_and(values::is_boolean);
    let booleans = as_boolean(&choices, is_flag);
    let column = scene.column_mut(place)?;
    match booleans {
        Some(p) => {
            turn_into(column, "bool");
            if let Some(p) = p {
                column.set("p", plain(p));
            }
        }
        None if column.generator == "person.sex"
            && choices.iter().all(|choice| choice.weight == 0.0 && is_sex(&choice.value))
            && choices.len() == 2 => {}
        None => {
            let r#type = column.r#type;
            choose(column, choices);
            let keeps =
                matches!(r#type, ColumnType::Integer | ColumnType::Decimal | ColumnType::Float | ColumnType::String);
            column.r#type =
                if keeps && numeric(column) == (r#type != ColumnType::String) { r#type } else { ColumnType::Auto };
        }
    }
    prove(scene, place, tokens.clone());
    Some(tokens)
}

/// "S, M and L in the ratio 5:3:1": weights behind the values.
fn in_ratio(scene: &Scene<'_>, units: &[Unit], tokens: Range<usize>) -> (Vec<Unit>, Range<usize>) {
    let view = View::new(scene, tokens.start..tokens.end + 40);
    let Some(mut at) = units::ratio_behind(&view, tokens.end) else { return (units.to_vec(), tokens) };
    let mut weights = Vec::new();
    while weights.len() < units.len() {
        // `60:25:12` may be one token.
        let joined: Option<Vec<f64>> = view.norm(at).split(':').map(|part| part.parse().ok()).collect();
        match (view.num_at(at), joined.filter(|joined| joined.len() > 1)) {
            (_, Some(joined)) => {
                weights.extend(joined);
                at += 1;
            }
            (Some((num, end)), None) => {
                weights.push(num.value);
                at = end;
            }
            (None, None) => break,
        }
        let next =
            (at..at + 2).find(|at| !matches!(view.norm(*at), ":" | "to" | "/" | "-" | "," | "and")).unwrap_or(at + 2);
        if weights.len() < units.len() {
            at = next;
        }
    }
    if weights.len() != units.len() || units.iter().any(|unit| unit.weight != Weight::None) {
        return (units.to_vec(), tokens);
    }
    let weighted =
        units.iter().zip(weights).map(|(unit, weight)| Unit { weight: Weight::Plain(weight), ..unit.clone() });
    (weighted.collect(), tokens.start..at)
}

fn is_sex(value: &str) -> bool {
    matches!(value, "female" | "male")
}

fn numeric(column: &Column) -> bool {
    column.choices.iter().all(|choice| choice.value.parse::<f64>().is_ok())
}

fn values_key(choices: &[Choice]) -> String {
    choices.iter().map(|choice| choice.value.as_str()).collect::<Vec<_>>().join("|")
}

/// The share of true where the values are true and false, or yes and no of a flag; `Some(None)` where it was not said.
#[expect(clippy::option_option, reason = "no boolean, a boolean, a boolean with a share")]
fn as_boolean(choices: &[Choice], is_flag: bool) -> Option<Option<f64>> {
    let of = |wanted: &str| choices.iter().find(|choice| choice.value.eq_ignore_ascii_case(wanted));
    let (yes, no) = of("true").zip(of("false")).or_else(|| of("yes").zip(of("no")).filter(|_| is_flag))?;
    let total = yes.weight + no.weight;
    (choices.len() == 2).then(|| (total > 0.0).then(|| yes.weight / total))
}

/// Weights from what was said: the rest, percentages, plain numbers, or alike.
fn weigh(scene: &mut Scene<'_>, place: &Place, units: &[Unit], tokens: &Range<usize>) -> Option<Vec<Choice>> {
    let said: Vec<(String, f64)> = units
        .iter()
        .filter_map(
            |unit| if let Weight::Percent(weight) = unit.weight { Some((unit.value.clone(), weight)) } else { None },
        )
        .collect();
    if contradict::sum(scene, place, &said, tokens) {
        return None;
    }
    let is_vague = units.iter().any(|unit| matches!(unit.weight, Weight::Vague(_)));
    let stated: f64 = units.iter().map(|unit| amount(unit.weight).unwrap_or(0.0)).sum();
    let open = units.iter().filter(|unit| amount(unit.weight).is_none()).count();
    let nothing_said = open == units.len();
    let rest = if stated > 0.0 && open > 0 { (100.0 - stated).max(0.0) / open as f64 } else { 0.0 };
    if !nothing_said && (is_vague || (open > 0 && !units.iter().any(|unit| unit.weight == Weight::Rest))) {
        scene.assume(path(place), "not all weights are said", "the others share what is left".to_owned());
    }
    if !said.is_empty() && said.len() == units.len() && stated < 99.0 {
        let text = format!("the shares come to {}%, not 100%", plain(stated));
        scene.assume(path(place), text, "taken as proportions".to_owned());
    }
    let weight = |unit: &Unit| if nothing_said { 0.0 } else { amount(unit.weight).unwrap_or(rest) };
    let choice = |unit: &Unit| Choice { value: unit.value.clone(), weight: edit::rounded(weight(unit)) };
    Some(units.iter().map(choice).collect())
}

fn amount(weight: Weight) -> Option<f64> {
    match weight {
        Weight::Percent(weight) | Weight::Plain(weight) | Weight::Vague(weight) => Some(weight),
        Weight::None | Weight::Rest => None,
    }
}

/// Words behind a share that lead to a value.
const SHARE: &[&str] = &[
    "%share of? the|all|our|its|these|them|those? %table? is|are|was|were|being|get|gets|become|became|will have|be? been? a|an|marked|flagged|set|still? as|to?",
    "%share of? the|all|our|its|these|them|those? %table? are|is|were|was not|never yet? been? a|an?",
    "%share of? the|all|our|its|these|them|those? %table? have|has not|never? yet? been|become a|an|marked|flagged? as?",
    "%share of? der|die|den|dem|les|des|de|los|las|dei|delle|dos|das? %table? no|non|não|ne? sind|ist|werden|sont|est|son|están|es|sono|è|são|é noch? nicht|pas? ein|eine|un|une|una|um|uma?",
];

/// Negations between a share and a value.
const NOT: &[&str] = &["not", "never", "nicht", "pas", "ne", "no", "non", "não"];

/// Reads "30% are premium", "5% of the orders were cancelled", "80% active": one value of two.
pub fn read_share(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    if let Some((place, rate, tokens)) = lone_flag(&view) {
        drop(view);
        set_flag(scene, &place, rate, &tokens);
        return Some(tokens);
    }
    let (table, rate, words, tokens) = SHARE
        .iter()
        .find_map(|pattern| one_share(&view, pattern))
        .or_else(|| kind_share(&view))
        .or_else(|| flag_share(&view))?;
    drop(view);
    if contradict::share(scene, &tokens, rate) {
        return Some(tokens);
    }
    let meaning = values::meaning_or_flag(scene, &table, &words, &tokens)?;
    let rate = if meaning.negated { 1.0 - rate } else { rate };
    match &meaning.value {
        None => set_flag(scene, &meaning.place, rate, &tokens),
        Some(value) => set_weight(scene, &meaning.place, value, rate * 100.0, &tokens),
    }
    Some(tokens)
}

/// A share, the words of a value, and the table that they are said of.
fn one_share(view: &View<'_, '_>, pattern: &'static str) -> Option<(String, f64, String, Range<usize>)> {
    let found = view.find(&[pattern])?;
    let share = found.share()?;
    let is_negated = found.tokens.clone().any(|at| NOT.contains(&view.norm(at)));
    let share = if is_negated { 1.0 - share } else { share };
    let has_link = found.tokens.len() > 1 && !matches!(view.norm(found.tokens.end - 1), "of" | "the" | "all");
    let table = found.table().or_else(|| view.scene.focus.table.clone()).or_else(|| view.table())?;
    let at = found.tokens.end;
    if let Some((_, end)) = values::known_at(view, &table, at) {
        return Some((table, share, view.scene.words(at..end), found.tokens.start..end));
    }
    let word = view.norm(at);
    let is_adjective = view.kind(at) == Some(Kind::Word)
        && !matches!(word, "true" | "false" | "yes" | "no")
        && !units::DEMANDS.contains(&word)
        && crate::draft::offline::names::is_content(word);
    let ends = matches!(
        view.norm(at + 1),
        "" | "." | "," | ";" | "and" | ")" | "\n" | "\n\n" | "und" | "et" | "y" | "e" | "yet"
    );
    (has_link && is_adjective && ends && view.scene.find_table(word).is_none())
        .then(|| (table, share, word.to_owned(), found.tokens.start..at + 1))
}

/// "30 of them juniors": a kind of rows without a verb.
fn kind_share(view: &View<'_, '_>) -> Option<(String, f64, String, Range<usize>)> {
    let found = one_share(view, "%share of? them|these|those|whom|which a|an?");
    found.filter(|(_, _, word, _)| {
        view.scene.kinds.contains(&crate::draft::offline::names::singular(word)) || words::is_participle(word)
    })
}

/// "no_show 7%": nothing but a name that means no number, and how often it holds.
fn lone_flag(view: &View<'_, '_>) -> Option<(Place, f64, Range<usize>)> {
    let place = view.place()?;
    let column = view.column(&place)?;
    let (_, name) = view.mentions().first().filter(|(of, at)| *of == place && at.start == view.clause.start)?;
    // "Success 97% true".
    let is_truth = |at: usize| matches!(view.norm(at), "true" | "false" | "yes" | "no");
    let is_end = |end: usize| end == view.clause.end || end + 1 == view.clause.end && is_truth(end);
    let (rate, end) = view.share_at(name.end).filter(|(_, end)| is_end(*end))?;
    let rate = if matches!(view.norm(end), "false" | "no") { 1.0 - rate } else { rate };
    let end = view.clause.end.max(end);
    let is_open = matches!(column.generator.as_str(), "text.words" | "text.title" | "text.sentence");
    (is_open && view.scene.focus.column.is_some()).then_some((place, rate, name.start..end))
}

/// "active (80%)", "newsletter: yes for 30%", in an item about a boolean column.
fn flag_share(view: &View<'_, '_>) -> Option<(String, f64, String, Range<usize>)> {
    let (rate, tokens) = view.share_near(view.clause.start)?;
    let place = view.subject(&tokens)?;
    let column = view.column(&place)?;
    // "Yes 75%, no 25%": each with the share beside it.
    let truths = view.clause.clone().filter(|at| matches!(view.norm(*at), "true" | "yes" | "false" | "no"));
    let truth = truths.min_by_key(|at| at.abs_diff(tokens.start).min(at.abs_diff(tokens.end)));
    if !values::is_boolean(column) && truth.is_none() {
        return None;
    }
    let is_false = truth.is_some_and(|at| matches!(view.norm(at), "false" | "no"));
    let tokens = truth.map_or(tokens.clone(), |at| hull(&tokens, &(at..at + 1)));
    let rate = if is_false { 1.0 - rate } else { rate };
    values::is_boolean(column).then(|| (place.table.clone(), rate, column.name.replace('_', " "), tokens))
}

fn set_flag(scene: &mut Scene<'_>, place: &Place, rate: f64, tokens: &Range<usize>) {
    scene.claim(tokens.clone());
    if let Some((before, _)) = contradict::say(scene, place, "p", &plain(rate), tokens) {
        let shares = [
            ("said before".to_owned(), before.parse::<f64>().unwrap_or(0.0) * 100.0),
            ("said here".to_owned(), rate * 100.0),
        ];
        contradict::twice(scene, place, &shares, tokens);
        return;
    }
    if let Some(column) = scene.column_mut(place) {
        turn_into(column, "bool");
        column.set("p", plain(rate));
    }
    prove(scene, place, tokens.clone());
}

/// Sets the weight of one value; the others keep their proportions in what is left.
fn set_weight(scene: &mut Scene<'_>, place: &Place, value: &str, weight: f64, tokens: &Range<usize>) {
    scene.claim(tokens.clone());
    let mut said = contradict::weights(scene, place);
    said.retain(|(known, _)| known != value);
    said.push((value.to_owned(), weight));
    if contradict::sum(scene, place, &said, tokens) {
        return;
    }
    contradict::say_weights(scene, place, &said, tokens);
    if let Some(column) = scene.column_mut(place) {
        if column.generator == "person.sex" {
            choose(column, ["female", "male"].map(|sex| Choice { value: sex.to_owned(), weight: 0.0 }).into());
        }
        rebalance(&mut column.choices, &said);
    }
    prove(scene, place, tokens.clone());
}

fn rebalance(choices: &mut Vec<Choice>, said: &[(String, f64)]) {
    for (value, _) in said {
        if !choices.iter().any(|choice| choice.value == *value) {
            choices.push(Choice { value: value.clone(), weight: 0.0 });
        }
    }
    let of = |choice: &Choice| said.iter().find(|(value, _)| *value == choice.value).map(|(_, weight)| *weight);
    let left = 100.0 - said.iter().map(|(_, weight)| weight).sum::<f64>();
    let others: Vec<f64> = choices.iter().filter(|choice| of(choice).is_none()).map(|choice| choice.weight).collect();
    let total: f64 = others.iter().sum();
    for choice in choices {
        let part = if total > 0.0 { choice.weight / total } else { 1.0 / others.len().max(1) as f64 };
        choice.weight = edit::rounded(of(choice).unwrap_or(left * part));
    }
}
