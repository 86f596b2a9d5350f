//! `2000 blood donors, blood group, age 18-65, weight`, `coffee beans, origin, roast light/medium/dark, 60 rows` -> a table and its
//! columns, without a word that says which is which.

use std::ops::Range;

use super::Scan;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;

/// Longest name of a column in such a list, in words.
const LONGEST: usize = 4;

impl Scan {
    /// A clause without a verb that begins with rows and goes on with columns: the token behind it.
    pub(super) fn telegram(&mut self, scene: &mut Scene<'_>, frame: &mut Frame) -> Option<usize> {
        if scene.focus.table.is_some() || scene.is_laid(self.start) || self.tells(scene) {
            return None;
        }
        let items = columns::cut(scene, self.start, self.end);
        let (first, rest) = items.split_first().filter(|(_, rest)| rest.len() >= 2)?;
        let quantity = scene.quantity(first.start, first.end).filter(|quantity| quantity.is_count && quantity.max > 1);
        let start = quantity.as_ref().map_or(first.start, |quantity| quantity.end);
        let phrase = scene.rows_phrase(start, first.end).filter(|phrase| {
            phrase.name.end == first.end
                && !phrase.is_definite
                && scene.is_plural(phrase.name.end - 1)
                && tables::may_be(scene, phrase)
        })?;
        let words = scene.words(phrase.name.clone());
        let are_columns = rest.iter().all(|item| is_column(scene, item) != Some(false));
        let known = rest.iter().filter(|item| is_column(scene, item) == Some(true)).count();
        if !are_columns || known * 2 < rest.len() || lex::is_column(&words, scene.language) {
            return None;
        }
        let table = tables::declare(scene, phrase.name.clone());
        match quantity {
            Some(quantity) => tables::count(scene, frame, &table, quantity.max, first.clone()),
            None => scene.claim(first.clone()),
        }
        let stop = columns::read(scene, frame, &table, rest[0].start, self.end);
        self.introduced = Some(table.clone());
        self.subject = Some(table.clone());
        self.last = Some((table, stop));
        Some(stop.max(rest[0].start))
    }

    /// Whether the clause has a word that tells: a verb, `with`, `each`, a colon.
    fn tells(&self, scene: &Scene<'_>) -> bool {
        const TELLS: [Does; 9] = [
            Does::Is,
            Does::Has,
            Does::May,
            Does::Relates,
            Does::Distributes,
            Does::Equips,
            Does::Tables,
            Does::Columns,
            Does::Refers,
        ];
        let mut depth = 0_i32;
        (self.start..self.end).any(|at| {
            match scene.text.norm(at) {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            // "Price per kilo" and "missing with 10%" are said of columns.
            let is_said = at > self.start && !matches!(scene.text.norm(at), "per" | "with" | "one");
            depth == 0 && (scene.text.norm(at) == ":" || TELLS.into_iter().any(|does| scene.does(at, does)) && is_said)
        })
    }
}

/// Whether an item is a column: for sure, perhaps, or not at all.
fn is_column(scene: &Scene<'_>, item: &Range<usize>) -> Option<bool> {
    if scene.quantity(item.start, item.end).is_some_and(|quantity| scene.does(quantity.end, Does::Rows)) {
        return Some(true);
    }
    let Some(phrase) = scene.item_phrase(item.start, item.end).filter(|phrase| !phrase.is_definite) else {
        return Some(false);
    };
    if scene.quantity(item.start, item.end).is_some_and(|quantity| quantity.end > item.start) {
        return Some(false);
    }
    let name = columns::trimmed(scene, phrase, item.end).name;
    let words = scene.words(name.clone());
    let is_known = lex::is_column(&words, scene.language) || columns::qualifies(scene, name.end, item.end);
    let is_rows = scene.is_plural(name.end - 1) && lex::is_table_noun(&words, scene.language);
    let is_verb = name.clone().any(|at| names::is_verb(scene.text.norm(at)));
    match () {
        () if name.len() > LONGEST || is_rows && !is_known || is_verb && !is_known => Some(false),
        () if is_known => Some(true),
        () => None,
    }
}
