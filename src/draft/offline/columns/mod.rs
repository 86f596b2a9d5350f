//! A list of columns in a sentence -> columns of a table, each with its qualifier put aside for the readers.

mod heads;
mod items;
mod parts;
mod remarks;
mod types;
mod values;

use std::ops::Range;

use super::clauses;
use super::frame::Frame;
use super::names;
use super::nouns;
use super::phrases::{Phrase, Quantity};
use super::relations;
use super::scene::{Place, Scene};
use super::tables;
use super::told;
use super::words::{self, ADJECTIVES, Does};
use crate::draft::ir::{Column, Origin, Role};
use crate::draft::offline::lex;
use crate::draft::text::{Kind, Language, dates, number, range, share};
pub use heads::{begins_column, is_beside, qualifies, refers, speaks_of_table, trimmed};
pub use items::{begins_aside, begins_list, begins_origin, cut, is_distributive, is_rate, starts_clause, whole};
pub use parts::is_part as is_counted_part;
pub use remarks::is_share_of_them;
pub use types::{Declared, apply_all, choose, closing, declared, expression, is_type, listed, names_type, shape};

/// Reads a list that begins at `at` into a table; gives the token behind it.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, at: usize, end: usize) -> usize {
    let items = cut(scene, at, end);
    let mut stop = at;
    let mut child: Option<String> = None;
    let mut absent: Option<(f64, Range<usize>)> = None;
    for (index, item) in items.iter().cloned().enumerate() {
        if let Some(said) = items::of_all(scene, item.start, item.end).filter(|_| stop > at) {
            let places = bare_before(scene, table, scene.text.norm(item.start) == "both");
            if places.len() >= 2 {
                scene.claim(item.start..said);
                stop = item.end;
                clauses::bound_all(scene, &places, said..item.end);
                continue;
            }
        }
        if let Some(found) = unless(scene, &item) {
            stop = item.end;
            absent = Some(found);
            continue;
        }
        // "Da 2 a 6 dipendenti, che hanno nome e cognome": what the children have.
        if stop > at && has_relative(scene, &item) {
            let owner = child.clone().unwrap_or_else(|| table.to_owned());
            scene.claim(item.start..item.start + 2);
            return read(scene, frame, &owner, item.start + 2, end).max(item.start + 2);
        }
        if stop > at && is_remark(scene, &item) {
            if is_gloss(scene, item.start) {
                scene.claim(item.start..item.start + 1);
            }
            let last = scene.ir.table(table).and_then(|table| table.columns.last()).map(|column| column.name.clone());
            let place = last.map(|column| Place { table: table.to_owned(), column });
            stop = item.end;
            // "Un estado, que es pendiente, enviado o entregado": the relative and its verb are no part of the first value.
            let is_foreign = matches!(scene.text.norm(item.start), "che" | "que" | "qui" | "das" | "die" | "der");
            let values = item.start + if is_foreign && scene.does(item.start + 1, Does::Is) { 2 } else { 0 };
            scene.claim(item.start..values);
            wait_for(scene, frame, values..item.end, place);
            continue;
        }
        if stop > at && ends_list(scene, table, &item) {
            let goes_on = items.get(index + 1).is_some_and(|next| !ends_list(scene, table, next));
            if !(goes_on && is_aside(scene, table, &item)) {
                return item.start;
            }
            let last = scene.ir.table(table).and_then(|table| table.columns.last()).map(|column| column.name.clone());
            let focus = scene.focus.table.replace(table.to_owned());
            frame.wait(scene, item.clone(), last.filter(|_| is_bare_demand(scene, &item)));
            scene.focus.table = focus;
            stop = item.end;
            continue;
        }
        if let Some((child, open)) = equipped_child(scene, frame, table, &item) {
            if child.is_empty() {
                stop = open;
                continue;
            }
            return read(scene, frame, &child, open, end).max(open);
        }
        stop = item.end;
        // "Each patient has 1 to 5 tests, taken after the admission": the participle is said of the tests.
        let ties = scene.ir.relationships.len();
        let partner = shares_bounds(scene, table, &items, index);
        let owner = child.clone().filter(|_| is_participle(scene, item.start)).unwrap_or_else(|| table.to_owned());
        let before = scene.ir.table(&owner).map_or(0, |table| table.columns.len());
        read_item(scene, frame, &owner, item.clone());
        if let Some((rate, tokens)) = absent.take() {
            be_absent(scene, &owner, before, rate, tokens);
        }
        if let Some(partner) = partner {
            let last = scene.ir.table(table).and_then(|table| table.columns.last()).map(|column| column.name.clone());
            let own = last.map(|column| Place { table: table.to_owned(), column });
            let places: Vec<Place> = Some(partner).into_iter().chain(own).collect();
            let bounds = item.clone().find(|at| range::range(scene.text, *at).is_some()).unwrap_or(item.start);
            clauses::bound_all(scene, &places, bounds..item.end);
        }
        if scene.ir.relationships.len() > ties {
            child = scene.ir.relationships.last().map(|tie| tie.child_table.clone()).filter(|child| child != table);
        }
    }
    stop
}

/// The column before an `and` whose bounds stand behind the next one: `home goals and away goals from 15 to 42`.
fn shares_bounds(scene: &Scene<'_>, table: &str, items: &[Range<usize>], index: usize) -> Option<Place> {
    let before = items.get(index.checked_sub(1)?)?;
    let item = items.get(index)?;
    let (first, second) = (scene.item_phrase(before.start, before.end)?, scene.item_phrase(item.start, item.end)?);
    let noun = |phrase: &Phrase| names::singular(scene.text.norm(phrase.name.end - 1));
    let is_alike = noun(&first) == noun(&second) && first.name.len() > 1 && second.name.len() > 1;
    let is_bare = first.name.end == before.end && scene.does(before.end, Does::Joins);
    let is_bounded = heads::bounds(scene, second.name.end, item.end);
    let last = scene.ir.table(table)?.columns.last()?;
    (is_alike && is_bare && is_bounded && last.origin == Origin::Stated && last.role == Role::Attribute)
        .then(|| Place { table: table.to_owned(), column: last.name.clone() })
}

/// The columns of a table that were named last and of which nothing was said yet; only two of them for `both`.
fn bare_before(scene: &Scene<'_>, table: &str, is_pair: bool) -> Vec<Place> {
    let Some(known) = scene.ir.table(table) else { return Vec::new() };
    let is_bare = |column: &&Column| {
        column.origin == Origin::Stated && column.role == Role::Attribute && column.evidence.len() == 1 && {
            let said = &column.evidence[0];
            !said.contains(|c: char| c.is_ascii_digit()) && !said.contains(['(', ':'])
        }
    };
    let last = known.columns.iter().rev().take_while(is_bare).take(if is_pair { 2 } else { usize::MAX });
    last.map(|column| Place { table: table.to_owned(), column: column.name.clone() }).collect()
}

fn is_participle(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.text.norm(at);
    word.len() > 4 && word.ends_with("ed")
        || matches!(word, "taken" | "made" | "sent" | "sold" | "held" | "written" | "paid")
}

/// `1 to 3 tenants with a name and a birth date`: children with a list of their own, which goes on to the end.
fn equipped_child(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    table: &str,
    item: &Range<usize>,
) -> Option<(String, usize)> {
    let quantity = scene.quantity(item.start, item.end)?;
    let phrase = scene
        .rows_phrase(quantity.end, item.end)
        .filter(|phrase| tables::may_be(scene, phrase) && !counts_parts(scene, &quantity, phrase))?;
    let open = phrase.whole.end;
    let close = (open..item.end).find(|at| scene.text.norm(*at) == ")");
    let is_list = scene.text.norm(open) == "(" && (open..item.end).any(|at| scene.text.norm(at) == ",");
    if let Some(close) = close.filter(|_| is_list) {
        let child = relations::children(scene, frame, table, &quantity, &phrase, item.start..open);
        read(scene, frame, &child, open + 1, close);
        return Some((String::new(), close + 1));
    }
    if !(scene.does(open, Does::Equips) && open + 1 < item.end)
        || scene
            .quantity(open + 1, item.end)
            .is_some_and(|found| words::is_unit(scene.text.norm(found.end), scene.language))
    {
        return None;
    }
    scene.claim(open..open + 1);
    Some((relations::children(scene, frame, table, &quantity, &phrase, item.start..open), open + 1))
}

/// `che hanno`, `que têm`, `qui ont`, `who have`, in front of a list.
fn has_relative(scene: &Scene<'_>, item: &Range<usize>) -> bool {
    let is_relative =
        matches!(scene.text.norm(item.start), "who" | "which" | "che" | "que" | "qui" | "die" | "das" | "der");
    let list = item.start + 2;
    is_relative
        && scene.does(item.start + 1, Does::Has)
        && list < item.end
        && !scene.does(list, Does::Bends)
        && scene.item_phrase(list, item.end).is_some()
        && scene.quantity(list, item.end).is_none_or(|found| found.max == 1)
}

/// `which must be unique`, `that is either prepaid or postpaid`: a remark on the column before, behind which a list goes on.
fn is_remark(scene: &Scene<'_>, item: &Range<usize>) -> bool {
    scene.text.norm(item.start) == "being" && item.len() > 1
        || matches!(
            scene.text.norm(item.start),
            "which" | "that" | "both" | "who" | "che" | "que" | "qui" | "das" | "die" | "der"
        ) && (scene.does(item.start + 1, Does::Is)
            || scene.does(item.start + 1, Does::May)
            || scene.text.norm(item.start + 1) == "never")
        || is_gloss(scene, item.start)
        || remarks::is_set_off(scene, item)
        || items::tells_extreme(scene, item.start, item.end)
        || is_bare_demand(scene, item)
        || clauses::begins_flag(scene, item.clone())
}

/// `i.e.`, behind which a column is told in other words.
fn is_gloss(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.norm(at), "i.e." | "i.e" | "ie" | "namely")
}

/// Whether an item is no item any more but speaks of a column that there is.
fn ends_list(scene: &Scene<'_>, table: &str, item: &Range<usize>) -> bool {
    if behind_cases(scene, item.start) > item.start {
        return false;
    }
    if starts_clause(scene, item.start, item.end) {
        return true;
    }
    let Some(phrase) = scene.item_phrase(item.start, item.end) else { return true };
    let is_said_of = scene.does(phrase.name.end, Does::Is) || scene.does(phrase.name.end, Does::May);
    is_said_of
        && scene.ir.table(table).is_some_and(|known| {
            scene.find_column_in(known, &scene.words(phrase.name.clone())).is_some_and(|(score, _)| score >= 80)
        })
}

/// `most amounts small`: something that is said of a column of the list, in the midst of the list.
fn is_aside(scene: &Scene<'_>, table: &str, item: &Range<usize>) -> bool {
    let leads = matches!(
        scene.text.norm(item.start),
        "most" | "mostly" | "usually" | "all" | "some" | "many" | "never" | "none" | "not"
    );
    let is_known = |at: usize| {
        scene.ir.table(table).is_some_and(|known| {
            scene.find_column_in(known, &scene.words(at..at + 1)).is_some_and(|(score, _)| score >= 80)
        })
    };
    leads && item.len() <= 6 && item.clone().any(|at| scene.is_nominal(at) && is_known(at))
        || is_bare_demand(scene, item)
}

/// `none twice`, `never repeated`: a demand on the column before it, which it does not name.
fn is_bare_demand(scene: &Scene<'_>, item: &Range<usize>) -> bool {
    let leads = matches!(scene.text.norm(item.start), "none" | "never" | "all" | "no" | "each");
    let says = |at: usize| {
        matches!(
            scene.text.norm(at),
            "twice"
                | "repeated"
                | "repeats"
                | "repeating"
                | "duplicates"
                | "different"
                | "alike"
                | "unique"
                | "distinct"
        )
    };
    leads && item.len() <= 3 && item.clone().any(says)
}

/// Reads one item: children, a reference or a column.
pub fn read_item(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) {
    if let Some((mark, count)) = rows_behind(scene, &item) {
        tables::count(scene, frame, table, count, mark..item.end);
        return read_item(scene, frame, table, item.start..mark);
    }
    let said = skip(scene, item.start, item.end);
    let start = behind_cases(scene, heads::behind_law(scene, said, item.end));
    if start < item.end && (start..item.end).all(|at| scene.is_laid(at)) {
        return;
    }
    if let Some(told) = told::whether(scene, start..item.end) {
        let place = told::declare(scene, table, &told);
        frame.listed.insert(table.to_owned());
        return wait_for(scene, frame, start..item.end, place);
    }
    let told = told::called(scene, start..item.end)
        .or_else(|| told::yes_or_no(scene, start..item.end))
        .or_else(|| told::way(scene, start..item.end, table));
    if let Some(told) = told {
        let place = told::declare(scene, table, &told);
        frame.listed.insert(table.to_owned());
        return wait_for(scene, frame, told.said, place);
    }
    if rows(scene, frame, table, start..item.end) || all_are(scene, frame, table, start..item.end) {
        return;
    }
    if per_parent(scene, frame, table, start..item.end)
        || children(scene, frame, table, start..item.end)
        || parts(scene, frame, table, start..item.end)
    {
        return;
    }
    if let Some(column) = continued(scene, table, start, item.end) {
        let focus = scene.focus.table.replace(table.to_owned());
        frame.wait(scene, start..item.end, Some(column));
        scene.focus.table = focus;
        return;
    }
    if own_row(scene, table, start..item.end) {
        return;
    }
    if reference_to(scene, frame, table, start..item.end) {
        return;
    }
    let Some(phrase) = scene.item_phrase(start, item.end).or_else(|| before_colon(scene, start)) else {
        return frame.wait(scene, item, scene.focus.column.clone());
    };
    if let Some(words) = heads::shared(scene, &phrase, item.end) {
        scene.claim(phrase.whole.clone());
        let evidence = scene.quote(item.clone());
        put(scene, frame, table, &words, evidence);
        return;
    }
    let measured = told::measured(scene, start..item.end, table);
    if let Some(told) = measured {
        let place = told::declare(scene, table, &told);
        frame.listed.insert(table.to_owned());
        return wait_for(scene, frame, told.said, place);
    }
    let phrase = trimmed(scene, phrase, item.end);
    if heads::is_law_item(scene, &phrase, item.end) {
        let last = scene.ir.table(table).and_then(|table| table.columns.last()).map(|column| column.name.clone());
        let place = last.map(|column| Place { table: table.to_owned(), column });
        return wait_for(scene, frame, item, place);
    }
    if let Some(told) = told::since(scene, &phrase, item.end) {
        let place = told::declare(scene, table, &told);
        frame.listed.insert(table.to_owned());
        return wait_for(scene, frame, start..item.end, place);
    }
    let is_valued = number::number(scene.text, phrase.name.end).is_some();
    if !is_valued && several_rows(scene, frame, table, &phrase, item.end) {
        return frame.wait(scene, phrase.whole.end..item.end, None);
    }
    if relations::reference_item(scene, frame, table, &phrase, item.end) {
        return;
    }
    if let Some(place) = add(scene, frame, table, &phrase, item.clone()) {
        let focus = scene.focus.clone();
        scene.focus.table = Some(table.to_owned());
        frame.wait(scene, said..item.end, Some(place.column));
        scene.focus = focus;
    }
}

/// `unless it is still out (15%)` in front of the column that is missing then: how often, and where that is said.
fn unless(scene: &Scene<'_>, item: &Range<usize>) -> Option<(f64, Range<usize>)> {
    let is_led = matches!(scene.text.norm(item.start), "unless" | "except");
    let rate = item.clone().filter(|_| is_led).find_map(|at| share::share(scene.text, at))?.value.rate;
    Some((rate, item.clone()))
}

/// Lets the column that an item has just added be missing so often.
fn be_absent(scene: &mut Scene<'_>, table: &str, before: usize, rate: f64, tokens: Range<usize>) {
    let added = scene.ir.table(table).and_then(|table| table.columns.get(before)).map(|column| column.name.clone());
    if let Some(column) = added {
        scene.claim(tokens.clone());
        clauses::set_missing(scene, &Place { table: table.to_owned(), column }, rate, tokens);
    }
}

/// Behind how often a column is there: `in 90% of the cases a note`.
fn behind_cases(scene: &Scene<'_>, at: usize) -> usize {
    let share = share::share(scene.text, at + 1).filter(|_| matches!(scene.text.norm(at), "in" | "for"));
    let Some(found) = share.filter(|found| scene.does(found.end, Does::Belongs)) else { return at };
    let noun = found.end + 1 + usize::from(scene.does(found.end + 1, Does::Determines));
    let is_case = matches!(scene.text.norm(noun), "cases" | "rows" | "records" | "instances" | "them");
    let is_named = scene.does(noun + 1, Does::Determines) || scene.is_nominal(noun + 1);
    if is_case && is_named { noun + 1 } else { at }
}

/// `a reference to one of 300 hangars`, `a link to a customer`: rows of another table, perhaps with their number.
fn reference_to(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) -> bool {
    let noun = item.start + usize::from(scene.does(item.start, Does::Determines));
    let is_led = matches!(scene.text.norm(noun), "reference" | "link" | "pointer") && scene.text.norm(noun + 1) == "to";
    if !is_led {
        return false;
    }
    let is_filler =
        |at: usize| scene.does(at, Does::Determines) || matches!(scene.text.norm(at), "one" | "of" | "its" | "any");
    let at = (noun + 2..item.end).find(|at| !is_filler(*at)).unwrap_or(item.end);
    let rows = number::count(scene.text, at).filter(|found| found.value > 1);
    let Some(phrase) = scene.rows_phrase(rows.as_ref().map_or(at, |found| found.end), item.end) else { return false };
    let known = tables::known(scene, &scene.words(phrase.name.clone()));
    let parent = match (known, &rows) {
        (Some(parent), _) => parent,
        (None, Some(_)) if tables::may_be(scene, &phrase) => tables::declare(scene, phrase.name.clone()),
        _ => return false,
    };
    if let Some(found) = rows {
        tables::count(scene, frame, &parent, found.value, at..phrase.whole.end);
    }
    if parent != table {
        relations::pick(scene, table, &parent, None, item.start..phrase.whole.end);
        frame.listed.insert(table.to_owned());
    }
    parent != table
}

/// `a name and sit inside another folder`: what is done with another row of the table, and no name of a column.
fn own_row(scene: &mut Scene<'_>, table: &str, item: Range<usize>) -> bool {
    let is_led = scene.does(item.start + 1, Does::Places) && !scene.does(item.start, Does::Determines);
    let other = (item.start + 2..item.end.min(item.start + 4)).find(|at| relations::leads_to_own(scene.text.norm(*at)));
    let Some(other) = other.filter(|_| is_led) else { return false };
    relations::reference_to_self(scene, table, other, item.start, item.end).is_some()
}

/// `ok: boolean`: any word before a colon is a name there.
fn before_colon(scene: &Scene<'_>, at: usize) -> Option<Phrase> {
    let is_word = scene.text.kind(at) == Some(Kind::Word) && scene.text.norm(at + 1) == ":";
    is_word.then_some(Phrase { whole: at..at + 1, name: at..at + 1, is_single: false, is_definite: false })
}

/// `a salary of 1800 to 3200, bell-shaped around 2400`: what still speaks of the column before it.
fn continued(scene: &Scene<'_>, table: &str, at: usize, end: usize) -> Option<String> {
    const LAWS: &[&str] = &[
        "bell-shaped",
        "gaussian",
        "normally",
        "uniformly",
        "evenly",
        "exponentially",
        "lognormally",
        "log-normally",
        "skewed",
        "right-skewed",
        "long-tailed",
        "averaging",
        "ranging",
        "rounded",
        "skewed",
        "peaking",
        "normalverteilt",
        "gleichverteilt",
    ];
    let last = scene.ir.table(table)?.columns.last()?;
    let is_bell = scene.text.norm(at) == "bell" && scene.text.norm(at + 1) == "shaped";
    let is_time = matches!(last.generator.as_str(), "date" | "datetime");
    let is_window = is_time
        && matches!(
            scene.text.norm(at),
            "some" | "sometime" | "any" | "all" | "on" | "in" | "during" | "between" | "somewhere"
        )
        && told::says_when(scene, at, end);
    let goes_on = LAWS.contains(&scene.text.norm(at)) || is_bell || is_window;
    (goes_on && last.origin == Origin::Stated).then(|| last.name.clone())
}

/// Puts an item aside for the readers, about the column that it has named.
fn wait_for(scene: &mut Scene<'_>, frame: &mut Frame, item: Range<usize>, place: Option<Place>) {
    let Some(place) = place else { return };
    let focus = scene.focus.table.replace(place.table);
    frame.wait(scene, item, Some(place.column));
    scene.focus.table = focus;
}

fn skip(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    let is_filler = |at: usize| {
        scene.does(at, Does::Equips)
            || scene.does(at, Does::Joins)
            || scene.does(at, Does::Has)
            || matches!(
                scene.text.norm(at),
                "-" | "*" | "," | "also" | "well" | "as" | "possibly" | "maybe" | "finally"
            )
    };
    (at..end).find(|at| !is_filler(*at)).unwrap_or(end)
}

/// `500 rows`, or `700 parts` of parts: the count of the table.
fn rows(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) -> bool {
    let names_own = |at: usize| {
        let phrase = scene.rows_phrase(at, item.end).filter(|phrase| phrase.whole.end == item.end)?;
        (names::key(&scene.words(phrase.name)) == names::key(table)).then_some(item.end)
    };
    let found = scene.quantity(item.start, item.end).filter(|found| {
        let is_rows = scene.does(found.end, Does::Rows) && found.end + 1 == item.end;
        found.is_count && (is_rows || found.max > 1 && names_own(found.end).is_some())
    });
    if let Some(found) = &found {
        tables::count(scene, frame, table, found.max, item);
    }
    found.is_some()
}

/// `sea_view - 120 rows`: the mark in front of the count of the table behind the last column.
fn rows_behind(scene: &Scene<'_>, item: &Range<usize>) -> Option<(usize, u64)> {
    let mark = (item.start + 1..item.end).find(|at| {
        matches!(scene.text.norm(*at), "-" | "–" | "—")
            && number::count(scene.text, at + 1).is_some_and(|found| found.end + 1 == item.end)
    })?;
    let found = number::count(scene.text, mark + 1)?;
    scene.does(found.end, Does::Rows).then_some((mark, found.value))
}

/// `both accounts`: the columns before it refer to that table.
fn all_are(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) -> bool {
    let both = (item.start..item.end.min(item.start + 2))
        .find(|at| matches!(scene.text.norm(*at), "both" | "all" | "beide" | "ambos" | "ambas" | "tous" | "entrambi"));
    let parent = both.and_then(|at| (at + 1..item.end.min(at + 4)).find_map(|at| scene.table_word(at)));
    let is_apart = item.clone().any(|at| matches!(scene.text.norm(at), "never" | "not" | "different" | "but"));
    let Some(parent) = parent.filter(|_| item.len() <= 4 || is_apart && item.len() <= 9) else { return false };
    relations::become_references(scene, frame, table, &parent, item);
    true
}

/// `5 per movie`, `10 to 120 for each screening`: how many rows of the table belong to one of another.
fn per_parent(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) -> bool {
    let Some(quantity) = scene.quantity(item.start, item.end) else { return false };
    let each = (quantity.end..item.end.min(quantity.end + 2)).find(|at| scene.does(*at, Does::Distributes));
    let Some(each) = each.filter(|_| is_distributive(scene, quantity.end)) else { return false };
    let Some(phrase) = scene.rows_phrase(each + 1, item.end) else { return false };
    let Some(parent) = tables::known(scene, &scene.words(phrase.name.clone())).filter(|parent| parent != table) else {
        return false;
    };
    relations::relate(scene, frame, &parent, table, &quantity, item.start..phrase.whole.end);
    scene.claim(item.start..phrase.whole.end);
    frame.wait(scene, phrase.whole.end..item.end, None);
    true
}

/// `1 to 3 contracts`, `several orders`: children of the table.
fn children(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) -> bool {
    let Some(quantity) = scene.quantity(item.start, item.end) else { return false };
    let Some(phrase) = scene.rows_phrase(quantity.end, item.end) else { return false };
    let words = scene.words(phrase.name.clone());
    let is_plural = scene.is_plural(phrase.name.end - 1);
    if let Some(place) = parts::counted(scene, frame, table, &quantity, &phrase) {
        wait_for(scene, frame, phrase.whole.end..item.end, Some(place));
        return true;
    }
    let is_column = quantity.is_vague
        && lex::column(&words, table, scene.language).known
        && !lex::is_table_noun(&words, scene.language);
    if !tables::may_be(scene, &phrase)
        || counts_parts(scene, &quantity, &phrase)
        || is_column
        || !(is_plural || quantity.max != 1)
    {
        return false;
    }
    let _ = super::sentence::pool(scene, frame, &phrase, item.end);
    relations::children(scene, frame, table, &quantity, &phrase, item.clone());
    frame.wait(scene, phrase.whole.end..item.end, None);
    true
}

/// `2 to 10 seats`, `1 to 12 pups`: a number of a row's parts, of which nothing else is said.
pub fn parts(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, item: Range<usize>) -> bool {
    let Some(quantity) = scene.quantity(item.start, item.end) else { return false };
    let Some(phrase) = scene.rows_phrase(quantity.end, item.end) else { return false };
    if !counts_parts(scene, &quantity, &phrase) {
        return false;
    }
    let Some(place) = add(scene, frame, table, &phrase, item.clone()) else { return false };
    let focus = scene.focus.table.replace(table.to_owned());
    frame.wait(scene, item, Some(place.column));
    scene.focus.table = focus;
    true
}

/// Whether a quantity says how many parts a row has: no table, unless more is said of them.
fn counts_parts(scene: &Scene<'_>, quantity: &Quantity, phrase: &Phrase) -> bool {
    nouns::only_measures(scene, phrase.name.end - 1)
        && !quantity.is_vague
        && quantity.mean == 0.0
        && quantity.max > 0
        && !is_distributive(scene, phrase.name.end)
        && scene.text.norm(phrase.name.end) != "("
        && !scene.does(phrase.name.end, Does::Equips)
}

/// `orders`, `their pets`: children, though nobody says how many.
fn several_rows(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, phrase: &Phrase, end: usize) -> bool {
    let words = scene.words(phrase.name.clone());
    let is_quoted = scene.text.get(phrase.name.start).is_some_and(|token| token.kind == Kind::Quoted);
    let is_number = is_quoted || heads::bounds(scene, phrase.name.end, end);
    if is_number && !tables::known_exactly(scene, &words) {
        return false;
    }
    let is_rows = tables::known_exactly(scene, &words) || lex::is_table_noun(&words, scene.language);
    let is_plural = scene.is_plural(phrase.name.end - 1) && !phrase.is_single;
    // "The number of visitors" is one number.
    let is_number = phrase.name.len() > 1
        && matches!(
            scene.text.norm(phrase.name.start),
            "number"
                | "count"
                | "amount"
                | "quantity"
                | "share"
                | "anzahl"
                | "nombre"
                | "número"
                | "numero"
                | "total"
                | "minimum"
                | "maximum"
                | "min"
                | "max"
                | "average"
                | "cantidad"
                | "quantità"
                | "quantidade"
        );
    // "45 huts (name, altitude, beds)": how many beds, where nobody says more of them.
    let is_part = parts::is_number(&names::singular(scene.text.norm(phrase.name.end - 1)))
        && !scene.nouns.has_rows(&words)
        && !scene.nouns.is_counted(&words)
        && (phrase.name.len() > 1 || scene.ir.table(table).is_some_and(|known| !known.columns.is_empty()));
    let is_common = relations::is_common(&words) && !tables::known_exactly(scene, &words);
    let is_declared = scene.text.norm(phrase.whole.end) == ":"
        && scene.quantity(phrase.whole.end + 1, phrase.whole.end + 8).is_some();
    if !is_plural
        || !is_rows
        || is_declared
        || is_common
        || is_part
        || is_number
        || lex::is_column(&words, scene.language)
        || tables::known(scene, &words).as_deref() == Some(table)
    {
        return false;
    }
    let quantity = Quantity {
        min: 1,
        max: 5,
        mean: 0.0,
        shape: crate::draft::ir::Shape::Uniform,
        is_vague: true,
        is_count: false,
        end: phrase.whole.start,
    };
    relations::children(scene, frame, table, &quantity, phrase, phrase.whole.clone());
    true
}

/// Adds the column that a phrase names; the one that is there stays.
pub fn add(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    table: &str,
    phrase: &Phrase,
    item: Range<usize>,
) -> Option<Place> {
    let words = bare(scene, phrase.name.clone());
    if words.is_empty() || phrase.name.len() > 6 {
        return None;
    }
    if several(scene, &phrase.name) {
        for at in phrase.name.clone().rev().skip(1).collect::<Vec<_>>().into_iter().rev() {
            put(scene, frame, table, &scene.words(at..at + 1), scene.quote(at..at + 1));
        }
        let last = Phrase {
            whole: phrase.name.end - 1..phrase.name.end,
            name: phrase.name.end - 1..phrase.name.end,
            ..phrase.clone()
        };
        scene.claim(phrase.whole.clone());
        return add(scene, frame, table, &last, phrase.name.end - 1..item.end);
    }
    let evidence = scene.quote(item.clone());
    let is_each_apart = phrase.whole.clone().any(|at| matches!(scene.text.norm(at), "unique" | "distinct"));
    let is_of_origin = phrase.name.start > phrase.whole.start
        && names::is_plural(scene.text.norm(phrase.name.end - 1))
        && lex::place(&scene.quote(phrase.name.start - 1..phrase.name.start), scene.language, true).is_some();
    let words = if is_each_apart || is_of_origin { lex::one(&words, scene.language) } else { words };
    // What stands before a colon is called so: `collected: date`.
    let is_written = scene.text.norm(phrase.name.end) == ":" && is_type_behind(scene, phrase.name.end + 1, item.end);
    let words = if phrase.name.end < item.end && !is_written {
        moment(scene, table, &phrase.name, words, item.end)
    } else {
        words
    };
    let place = put(scene, frame, table, &words, evidence)?;
    let is_flag = matches!(scene.text.norm(phrase.name.end - 1), "flag" | "indicator") && phrase.name.len() > 1;
    if is_flag && let Some(column) = scene.column_mut(&place) {
        crate::draft::offline::clauses::turn_into(column, "bool");
    }
    claim(scene, phrase);
    apply_declared(scene, &place, phrase.name.end..item.end);
    flags(scene, &place, phrase.name.end..item.end);
    Some(place)
}

/// Whether a type is declared right behind a colon.
fn is_type_behind(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    at < end && types::is_type(scene.text.norm(at))
}

/// `taken during the summer`: a verb alone that says when is `taken_on`.
fn moment(scene: &Scene<'_>, table: &str, name: &Range<usize>, words: String, end: usize) -> String {
    let is_participle = name.len() == 1 && told::is_participle(scene.text.norm(name.start));
    let generator = lex::column(&words, table, scene.language).column.generator;
    match generator.as_str() {
        _ if is_participle && told::is_phrasal(scene, name.start, end) && told::says_when(scene, name.end + 1, end) => {
            told::time_name(scene, name.start..name.end + 1)
        }
        _ if is_participle && told::says_when(scene, name.end, end) => told::time_name(scene, name.clone()),
        "datetime" if is_participle => format!("{words} at"),
        "date" if is_participle => format!("{words} on"),
        "bool" | "text.words" if is_participle && says_when(scene, &(name.end..end)) => format!("{words} on"),
        _ => words,
    }
}

/// Whether what is said of a column in an item is said of times: `after joined`, `between 2021-09-15 and 2023-11-30`.
fn says_when(scene: &Scene<'_>, rest: &Range<usize>) -> bool {
    let is_link = |at: usize| matches!(scene.text.norm(at), "after" | "before" | "later" | "earlier" | "nach" | "vor");
    let from = rest.start..rest.end.min(rest.start + 4);
    from.clone().any(is_link) || from.clone().any(|at| dates::window(scene.text, at, &scene.today).is_some())
}

/// `primary key`, `not null`.
pub fn flags(scene: &mut Scene<'_>, place: &Place, tokens: Range<usize>) {
    for at in tokens {
        let next = scene.text.norm(at + 1);
        match scene.text.norm(at) {
            "primary" if next == "key" => {
                scene.claim(at..at + 2);
                set_key(scene, place);
            }
            "pk" => {
                scene.claim(at..at + 1);
                set_key(scene, place);
            }
            "not" if next == "null" => scene.claim(at..at + 2),
            _ => {}
        }
    }
}

fn set_key(scene: &mut Scene<'_>, place: &Place) {
    if let Some(column) = scene.column_mut(place) {
        column.role = Role::Pk;
    }
}

/// Gives a column the type that its qualifier declares.
pub fn apply_declared(scene: &mut Scene<'_>, place: &Place, qualifier: Range<usize>) {
    if let Some(data_type) = declared(scene, qualifier) {
        types::apply(scene, place, data_type);
        if let Some(column) = scene.column_mut(place) {
            column.null_rate = 0.0;
        }
    }
}

/// `name email phone`: several names without a mark between them.
fn several(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    let known = |tokens: Range<usize>| lex::is_known_column(&scene.words(tokens), scene.language);
    let generator = |tokens: Range<usize>| lex::column(&scene.words(tokens), "", scene.language).column.generator;
    let is_apart = |at: usize| {
        generator(at..at + 2) == generator(at + 1..at + 2) && generator(at..at + 1) != generator(at + 1..at + 2)
    };
    name.len() >= 3
        && name.clone().all(|at| known(at..at + 1))
        && (name.start..name.end - 1).all(is_apart)
        && !name.clone().any(|at| scene.does(at, Does::Belongs))
}

/// Adds a column by its words.
pub fn put(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, words: &str, evidence: String) -> Option<Place> {
    let mut column = lex::column(words, table, scene.language).column;
    let key = lex::key_of(table, scene.language);
    let owner = scene.ir.table_mut(table)?;
    let place = Place { table: table.to_owned(), column: column.name.clone() };
    frame.listed.insert(table.to_owned());
    match owner.column_mut(&column.name) {
        Some(known) => known.evidence.push(evidence),
        None => {
            column.origin = Origin::Stated;
            column.evidence = vec![evidence];
            // That it is missing at times is for the description to say.
            column.null_rate = 0.0;
            column.role = if is_key(&column, owner.name.as_str(), &key) { Role::Pk } else { column.role };
            owner.columns.push(column);
        }
    }
    Some(place)
}

/// Whether a column is the key of its table by its name.
fn is_key(column: &Column, table: &str, key: &str) -> bool {
    column.role == Role::Pk || column.name == "id" || (column.name == key && !table.is_empty())
}

/// The words of a name without marks and possessives.
fn bare(scene: &Scene<'_>, name: Range<usize>) -> String {
    let words = scene.words(name).replace("'s", "").replace(['*', '`', '"'], "");
    let words = words.trim();
    let plain = [" flag", " indicator", " column", " field"].into_iter().find_map(|end| words.strip_suffix(end));
    let plain = plain.unwrap_or(words);
    // `einen Vornamen`, `des Namens`: the noun is bent, and the column is called as it is not.
    match [("namen", "name"), ("namens", "name")].into_iter().find(|(bent, _)| plain.ends_with(bent)) {
        Some((bent, straight)) if scene.language == Language::De => {
            plain[..plain.len() - bent.len()].to_owned() + straight
        }
        _ => plain.to_owned(),
    }
}

/// Claims the name, its determiners, and adjectives that ask for nothing.
fn claim(scene: &mut Scene<'_>, phrase: &Phrase) {
    for at in phrase.whole.clone() {
        let word = scene.text.norm(at);
        let is_demand = ADJECTIVES.contains(&word) && words::is_constraint(word)
            || matches!(word, "different" | "separate" | "own");
        let asks = is_demand && !phrase.name.contains(&at);
        if !asks {
            scene.claim(at..at + 1);
        }
    }
}
