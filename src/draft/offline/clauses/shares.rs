//! `half are paid, a third open and a sixth cancelled`, `60% are open, 30% are on hold and the rest are rejected` -> one column with all
//! its values, though a verb stands with the first share only, or each statement is a clause of its own.

use std::ops::Range;

use super::choices;
use super::units::{self, Unit, Weight};
use super::values;
use super::view::View;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::Kind;

/// Longest stretch that is looked at, in tokens.
const LONGEST: usize = 80;

/// Most tokens in front of the shares that name what they are of: `as for the grade,`.
const TOPIC: usize = 6;

/// Most words of a value.
const WORDS: usize = 3;

/// A value with its share.
#[derive(Debug)]
struct Item {
    unit: Unit,
    has_verb: bool,
    table: Option<String>,
}

/// Reads shares of rows in a row that exclude each other.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let start =
        clause.clone().find(|at| !scene.is_claimed(*at) && scene.text.kind(*at).is_some() && begins(scene, *at))?;
    let stop = (start..start + LONGEST)
        .find(|at| {
            matches!(scene.text.norm(*at), "." | "!" | "?" | "\n\n" | "") || scene.text.kind(*at) == Some(Kind::Bullet)
        })
        .unwrap_or(start + LONGEST);
    let view = View::new(scene, start..stop);
    let items = run(&view, start);
    let is_led = (start.saturating_sub(2)..start).any(|at| matches!(scene.text.norm(at), "which" | "whom" | "them"));
    let first = items.first().filter(|first| items.len() >= 2 && (first.has_verb || is_led))?;
    let table = first
        .table
        .clone()
        .or_else(|| View::new(scene, clause.clone()).table_before(start))
        .or_else(|| scene.focus.table.clone())?;
    let units: Vec<Unit> = items.iter().map(|item| item.unit.clone()).collect();
    if !exclude_each_other(scene, &table, &items, stop) {
        return None;
    }
    let tokens = start..units.last()?.tokens.end;
    // "(column answer)": the name is read together with the list.
    let is_called = scene.text.norm(tokens.end) == "("
        && matches!(scene.text.norm(tokens.end + 1), "column" | "field" | "call" | "called" | "named" | "the" | "name");
    if is_called {
        return None;
    }
    // "As for the grade, 60% are good": the column stands in front.
    let front = View::new(scene, clause.start..start);
    let is_topic = matches!(front.norm(clause.start), "as" | "for" | "regarding" | "concerning");
    let topic = front.mentions().last().filter(|_| is_topic && start - clause.start <= TOPIC).cloned();
    drop(front);
    let tokens = topic.as_ref().map_or(tokens.clone(), |_| clause.start..tokens.end);
    let place = match topic {
        Some((place, _)) => place,
        None => choices::column_of(&View::new(scene, tokens.clone()), &table, &units)?,
    };
    drop(view);
    choices::apply(scene, &place, &units, tokens.clone())?;
    scene.claim(tokens.clone());
    Some(tokens)
}

fn begins(scene: &Scene<'_>, at: usize) -> bool {
    crate::draft::text::share::share(scene.text, at).is_some()
}

/// Whether a row is one of some values only: the verb stands once, a rest is named, they come to a whole, or it is said so.
fn exclude_each_other(scene: &Scene<'_>, table: &str, items: &[Item], stop: usize) -> bool {
    let meanings: Vec<_> = items.iter().filter_map(|item| values::meaning(scene, table, &item.unit.value)).collect();
    if meanings.iter().any(|meaning| meaning.value.is_none()) {
        return false;
    }
    let is_one = |at: usize| {
        matches!(scene.text.norm(at), "one" | "1")
            && scene.text.norm(at + 1) == "of"
            && matches!(scene.text.norm(at + 2), "these" | "those" | "them" | "the")
    };
    let is_said = (stop.saturating_sub(LONGEST)..stop + 20).any(is_one);
    let sum: f64 =
        items.iter().map(|item| if let Weight::Percent(share) = item.unit.weight { share } else { 0.0 }).sum();
    let has_rest = items.iter().any(|item| item.unit.weight == Weight::Rest);
    let is_elliptic = items.iter().skip(1).any(|item| !item.has_verb && item.unit.weight != Weight::Rest);
    let is_known = meanings.len() >= 2 && meanings.iter().all(|meaning| meaning.place == meanings[0].place);
    has_rest || is_elliptic || is_known || is_said || (99.0..=101.0).contains(&sum)
}

/// The values that follow each other from a token on.
fn run(view: &View<'_, '_>, start: usize) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut at = start;
    while let Some(item) = item(view, at).or_else(|| rest(view, at).filter(|_| !items.is_empty())) {
        let end = item.unit.tokens.end;
        let is_rest = item.unit.weight == Weight::Rest;
        items.push(item);
        let mark = usize::from(matches!(view.norm(end), "," | ";"));
        let joint = usize::from(matches!(view.norm(end + mark), "and" | "while" | "but" | "whereas" | "or"));
        if is_rest || mark + joint == 0 {
            break;
        }
        at = end + mark + joint;
    }
    items
}

/// `60% of the orders are paid`, `a third open`.
fn item(view: &View<'_, '_>, at: usize) -> Option<Item> {
    let (rate, end) = view.share_at(at).filter(|(_, end)| view.scene.is_free(at..*end))?;
    let mut from = end;
    let mut table = None;
    if view.norm(from) == "of" {
        from += 1;
        while matches!(view.norm(from), "the" | "all" | "these" | "those" | "our" | "them" | "which" | "whom") {
            from += 1;
        }
        if let Some((name, behind)) = view.table_at(from) {
            (table, from) = (Some(name), behind);
        }
    }
    let (from, has_verb) = behind_verb(view, from);
    let end = value_end(view, from)?;
    let weight = Weight::Percent(super::edit::rounded(rate * 100.0));
    let unit = Unit { value: view.scene.quote(from..end), weight, tokens: at..end };
    Some(Item { unit, has_verb, table })
}

/// `the rest are rejected`, `the others cancelled`.
fn rest(view: &View<'_, '_>, at: usize) -> Option<Item> {
    let noun = at + usize::from(view.norm(at) == "the");
    let is_rest = matches!(view.norm(noun), "rest" | "others" | "remainder" | "remaining" | "other");
    let behind = noun + 1 + usize::from(matches!(view.norm(noun + 1), "ones" | "rows"));
    let (from, has_verb) = behind_verb(view, behind);
    let end = value_end(view, from).filter(|_| is_rest)?;
    let unit = Unit { value: view.scene.quote(from..end), weight: Weight::Rest, tokens: at..end };
    Some(Item { unit, has_verb, table: None })
}

/// Behind `are`, `have been`, `remain`, and whether one of them stands there.
fn behind_verb(view: &View<'_, '_>, at: usize) -> (usize, bool) {
    match view.norm(at) {
        "have" | "has" | "had" if view.norm(at + 1) == "been" => (at + 2, true),
        "remain" | "remains" | "stay" | "get" | "got" | "become" | "became" => (at + 1, true),
        _ if view.scene.does(at, Does::Is) => (at + 1, true),
        _ => (at, false),
    }
}

/// The end of a value: one to three words up to a mark or a joint.
fn value_end(view: &View<'_, '_>, from: usize) -> Option<usize> {
    let is_end = |at: usize| matches!(view.norm(at), "" | "," | ";" | "." | "and" | "while" | "but" | "whereas" | "or");
    let end = (from..from + WORDS + 1).find(|at| is_end(*at)).filter(|end| *end > from)?;
    // "On hold" holds nothing.
    let is_placed = matches!(view.norm(from), "on" | "in" | "at" | "under" | "out");
    let is_word = |at: usize| {
        let word = view.norm(at);
        matches!(view.kind(at), Some(Kind::Word | Kind::Quoted))
            && view.share_at(at).is_none()
            && view.num_at(at).is_none()
            && !units::DEMANDS.contains(&word)
            && (at > from && is_placed || !view.scene.does(at, Does::Has))
            && ![Does::Is, Does::May, Does::Equips, Does::Distributes, Does::Bends]
                .into_iter()
                .any(|does| view.scene.does(at, does))
            && !matches!(
                word,
                "by" | "via"
                    | "for"
                    | "than"
                    | "without"
                    | "a"
                    | "an"
                    | "their"
                    | "its"
                    | "no"
                    | "not"
                    | "true"
                    | "false"
                    | "yes"
                    | "as"
                    | "of"
                    | "who"
                    | "that"
                    | "which"
            )
    };
    let last = view.norm(end - 1);
    let is_led = matches!(view.norm(from), "in" | "on" | "at") && end - from == 1;
    ((from..end).all(is_word) && (names::is_content(last) || last == "out") && !is_led).then_some(end)
}
