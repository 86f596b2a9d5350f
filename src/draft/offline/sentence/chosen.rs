//! `3 to 9 of 150 ingredients`, `5 different skills out of 35`, `chosen from 80 authors` -> picks among rows that stand by themselves,
//! and the columns of the table between; `2 to 5 on each river` -> children that were named before.

use std::ops::Range;

use super::Scan;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::{Phrase, Quantity};
use crate::draft::offline::relations;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;
use crate::draft::text::number;

/// Words that a set to choose from is called.
const POOLS: &[&str] = &[
    "pool",
    "list",
    "set",
    "catalogue",
    "catalog",
    "range",
    "collection",
    "menu",
    "total",
    "selection",
    "stock",
    "choice",
    "group",
];

/// Words that say that something is chosen.
const CHOSEN: &[&str] = &["chosen", "drawn", "picked", "selected", "taken"];

impl Scan {
    /// `3 to 9 of 150 ingredients`, `1 to 3 of the languages`: some of the rows of a table that stands by itself.
    pub(super) fn chosen(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let quantity = scene.quantity(at, self.end)?;
        let is_shared = |at: usize| matches!(scene.text.norm(at), "different" | "distinct" | "out" | "from" | "among");
        let of = (quantity.end..self.end).find(|at| !is_shared(*at))?;
        if scene.text.norm(of) != "of" && of == quantity.end || quantity.max == 1 && quantity.is_count {
            return None;
        }
        let start = if scene.text.norm(of) == "of" { of + 1 } else { of };
        let determined = (start..self.end).find(|at| !scene.does(*at, Does::Determines))?;
        let total = number::count(scene.text, determined).filter(|total| total.value > quantity.max);
        let noun = total.as_ref().map_or(determined, |total| total.end);
        let phrase = scene.rows_phrase(noun, self.end).filter(|phrase| tables::may_be(scene, phrase))?;
        let words = scene.words(phrase.name.clone());
        let elsewhere = counted_elsewhere(scene, &phrase);
        let is_known = tables::known_exactly(scene, &words) || elsewhere.is_some() || relations::is_common(&words);
        if !(total.is_some() || is_known && start < determined) || !scene.is_plural(phrase.name.end - 1) {
            return None;
        }
        let verb = self.each_behind_verb(scene, phrase.whole.end);
        let inverted = self.is_followed_by_each(scene, phrase.whole.end) || verb.is_some();
        let parent = self.subject.clone().or_else(|| self.last.as_ref().map(|(table, _)| table.clone()));
        let child = tables::declare(scene, phrase.name.clone());
        if !inverted && parent.as_ref().is_none_or(|parent| *parent == child) {
            return None;
        }
        if let Some(total) = total {
            tables::count(scene, frame, &child, total.value, determined..phrase.whole.end);
        }
        frame.shared.insert(child.clone());
        let quantity = Quantity { is_count: false, ..quantity };
        if let Some((total, place)) = elsewhere.filter(|_| !frame.counts.contains_key(&child)) {
            tables::count(scene, frame, &child, total, place);
        }
        if inverted {
            let end = verb.map_or(phrase.whole.end, |each| each - 1);
            scene.claim(at..end);
            self.pending = Some((phrase, quantity));
            return Some(end);
        }
        let evidence = self.verb_from(scene, at)..phrase.whole.end;
        relations::relate(scene, frame, &parent?, &child, &quantity, evidence.clone());
        scene.claim(evidence);
        self.last = Some((child, phrase.whole.end));
        Some(self.between_columns(scene, frame, phrase.whole.end))
    }

    /// `out of 35`, `chosen from 80 authors`, `from a catalogue of 80`: how many rows there are to choose from.
    pub(super) fn pool(&self, scene: &mut Scene<'_>, frame: &mut Frame, phrase: &Phrase) -> Option<usize> {
        pool(scene, frame, phrase, self.end)
    }
}

/// See [`Scan::pool`].
pub(in crate::draft::offline) fn pool(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    phrase: &Phrase,
    stop: usize,
) -> Option<usize> {
    let mut at = phrase.whole.end;
    at += usize::from(scene.text.norm(at) == "each");
    at += usize::from(scene.text.norm(at) == ",");
    let is_chosen = CHOSEN.contains(&scene.text.norm(at));
    at += usize::from(is_chosen);
    let lead = (at..stop).find(|at| !matches!(scene.text.norm(*at), "out" | "of" | "from" | "among"))?;
    let determined = (lead..stop).find(|at| !scene.does(*at, Does::Determines))?;
    let is_pool = POOLS.contains(&scene.text.norm(determined)) && scene.text.norm(determined + 1) == "of";
    let figure = if is_pool { determined + 2 } else { determined };
    let total = number::count(scene.text, figure).filter(|total| lead > at && total.value > 1)?;
    let table = tables::declare(scene, phrase.name.clone());
    let noun = scene.rows_phrase(total.end, stop).filter(|_| scene.is_nominal(total.end));
    let end = match noun {
        Some(noun) if tables::known(scene, &scene.words(noun.name.clone())).as_deref() == Some(&table) => {
            noun.whole.end
        }
        Some(_) => return None,
        None => total.end,
    };
    tables::count(scene, frame, &table, total.value, figure..end);
    frame.shared.insert(table);
    scene.take(at..end);
    Some(end)
}

impl Scan {
    /// `, with a quantity and a unit`, `each at a price`: columns of the table between, where the rows picked have others.
    pub(super) fn between_columns(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, end: usize) -> usize {
        let Some((child, _)) = self.last.clone() else { return end };
        let between = scene.ir.relationships.iter().find(|tie| tie.distinct && tie.parent_table == child);
        let Some(between) = between.map(|tie| tie.child_table.clone()) else { return end };
        self.introduced = Some(between.clone());
        let mut at = end;
        at += usize::from(scene.text.norm(at) == ",");
        at += usize::from(scene.text.norm(at) == "each");
        let is_list = scene.does(at, Does::Equips) && at + 1 < self.end;
        let is_at = matches!(scene.text.norm(at), "at" | "for" | "in" | "as") && scene.text.norm(at + 1) == "a";
        let is_open = scene.text.norm(at) == "(";
        if !(is_list || is_at || is_open) {
            let is_apart = frame.counts.contains_key(&child) || frame.listed.contains(&child);
            self.last = Some((if is_apart { between } else { child }, end));
            return end;
        }
        let name = scene.item_phrase(at + 1, self.end).map(|phrase| scene.words(phrase.name)).unwrap_or_default();
        let is_of_child = matches!(name.as_str(), "name" | "names" | "title" | "titles" | "label");
        let is_listed = frame.listed.contains(&child);
        if is_of_child && !is_listed || scene.quantity(at + 1, self.end).is_some() {
            return end;
        }
        let stop = if is_open { self.close_of(scene, at).unwrap_or(self.end) } else { self.end };
        scene.claim(at..at + 1);
        let stop = columns::read(scene, frame, &between, at + 1, stop);
        self.last = Some((between, stop));
        stop.max(at + 1)
    }

    /// `gauges: 2 to 5 on each river`, `(3-9 per clinic)`: children that were named before their numbers.
    pub(super) fn bare_each(
        &mut self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        at: usize,
        quantity: &Quantity,
    ) -> Option<usize> {
        let end = quantity.end;
        let is_rate = columns::is_rate(scene, end);
        let each = (end..end + 2).find(|at| is_rate || scene.does(*at, Does::Distributes))?;
        let is_led = each == end || scene.does(end, Does::Places) || scene.text.norm(end) == "on";
        let noun = if scene.does(each + 1, Does::Belongs) { each + 2 } else { each + 1 };
        let phrase = scene.rows_phrase(noun, self.end).filter(|_| is_led)?;
        let words = scene.words(phrase.name.clone());
        let parent = tables::known(scene, &words).or_else(|| tables::compound(scene, &words))?;
        let is_other = |end: usize| (end..at).any(|at| scene.is_nominal(at) && !scene.is_claimed(at));
        let last = self.last.as_ref().filter(|(_, end)| !is_other(*end)).map(|(table, _)| table.clone());
        let focus = scene.focus.table.clone().filter(|_| self.last.is_none());
        let child = last.or(focus).filter(|child| *child != parent)?;
        let evidence = at..phrase.whole.end;
        relations::relate(scene, frame, &parent, &child, quantity, evidence.clone());
        scene.take(evidence);
        frame.bare.insert(child.clone());
        self.subject.get_or_insert_with(|| child.clone());
        self.last = Some((child, phrase.whole.end));
        Some(phrase.whole.end)
    }

    /// `the others own two`, `the rest have 1 to 8 each`: of the table that was spoken of.
    pub(super) fn rest(&mut self, scene: &mut Scene<'_>, at: usize) -> Option<usize> {
        let is_rest = matches!(scene.text.norm(at), "others" | "rest" | "remainder")
            || scene.text.norm(at) == "else"
                && matches!(scene.text.norm(at.saturating_sub(1)), "everyone" | "everybody");
        let end = at + 1;
        let has = scene.does(end, Does::Has) || scene.does(end, Does::May) || names::is_verb(scene.text.norm(end));
        let table = scene.focus.table.clone().filter(|_| is_rest && has && self.subject.is_none())?;
        self.set(scene, &table, at..end);
        Some(end)
    }

    /// `2 to 5 on each river`: numbers of what stands before them.
    pub(super) fn is_numbers_of_each(&self, scene: &Scene<'_>, at: usize) -> bool {
        scene.quantity(at, self.end).is_some_and(|found| !found.is_vague && self.is_followed_by_each(scene, found.end))
    }

    /// Whether some of a number of rows follow: `3 to 5 of 40 ingredients`.
    pub(super) fn chooses(&self, scene: &Scene<'_>, at: usize) -> bool {
        let Some(quantity) = scene.quantity(at, self.end).filter(|found| !found.is_vague && found.max != 1) else {
            return false;
        };
        let of = quantity.end + usize::from(scene.text.norm(quantity.end) == "out");
        scene.text.norm(of) == "of"
            && (scene.does(of + 1, Does::Determines) || number::count(scene.text, of + 1).is_some())
    }

    /// The `each` to which a verb leads: `were sent to each of the clients`, `live in each house`.
    pub(super) fn each_behind_verb(&self, scene: &Scene<'_>, end: usize) -> Option<usize> {
        let each = (end..self.end.min(end + 5)).find(|at| scene.does(*at, Does::Distributes))?;
        let is_verb = |at: usize| {
            scene.does(at, Does::Is)
                || scene.does(at, Does::May)
                || scene.does(at, Does::Places)
                || scene.is_nominal(at) && !names::is_plural(scene.text.norm(at))
                || names::is_verb(scene.text.norm(at))
                || matches!(scene.text.norm(at), "belong" | "on")
        };
        let is_led = each > end && (scene.does(each - 1, Does::Places) || scene.text.norm(each - 1) == "on");
        let has_noun = scene.is_nominal(each + 1) || scene.does(each + 1, Does::Belongs);
        (is_led && has_noun && (end..each).all(is_verb)).then_some(each)
    }
}

/// How many rows of a phrase's noun there are, where another place says it: `9 languages`.
fn counted_elsewhere(scene: &Scene<'_>, phrase: &Phrase) -> Option<(u64, Range<usize>)> {
    let noun = scene.text.norm(phrase.name.end - 1);
    let places = (1..scene.text.tokens.len()).filter(|at| scene.text.norm(*at) == noun && *at != phrase.name.end - 1);
    places.into_iter().find_map(|at| {
        let count = number::count(scene.text, at - 1).filter(|count| count.end == at && count.value > 1)?;
        let is_bound = matches!(
            scene.text.norm(at.saturating_sub(2)),
            "to" | "and" | "-" | "–" | "than" | "most" | "least" | "or"
        );
        (!is_bound).then_some((count.value, at - 1..at + 1))
    })
}

/// Whether the last of some words is a verb, since a quantity follows: `engineers know 3`, `bakeries employs 2 to 7`.
pub(in crate::draft::offline) fn ends_in_verb(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    if words.len() < 2 {
        return false;
    }
    let rows = words.start..words.end - 1;
    let noun = scene.words(rows.clone());
    // "A translator masters one to three languages".
    let is_third = || {
        let verb = scene.text.norm(rows.end);
        let is_one = words.start > 0 && matches!(scene.text.norm(words.start - 1), "a" | "an" | "each" | "every");
        is_one && verb.ends_with('s') && scene.nouns.are_several(scene.text.norm(rows.end - 1))
    };
    let is_rows = scene.is_plural(rows.end - 1)
        || tables::known_exactly(scene, &noun)
        || lex::knows_table(&noun, scene.language)
        || is_third();
    // "300 volunteers helps at one to four shelters".
    let last = scene.text.norm(words.end - 1);
    let is_third = last.ends_with('s') && !lex::is_table_noun(last, scene.language) && scene.is_plural(rows.end - 1);
    let is_led =
        is_third && (scene.does(words.end, Does::Places) || matches!(scene.text.norm(words.end), "at" | "for" | "on"));
    let counted = words.end + usize::from(is_led);
    is_rows && scene.quantity(counted, scene.text.tokens.len()).is_some_and(|found| !found.is_vague || found.max > 0)
}
