//! `each`, `for every loan`, `per customer` -> whose children follow, or have come before.

use std::ops::Range;

use super::Scan;
use crate::draft::ir::Relationship;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::{Phrase, Quantity};
use crate::draft::offline::relations;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::{Language, number, share};

impl Scan {
    /// `each`, `for every loan`, `per customer`.
    pub(super) fn distribution(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        if !columns::is_distributive(scene, at) {
            return None;
        }
        let each = if scene.does(at, Does::Distributes) || columns::is_rate(scene, at) { at } else { at + 1 };
        // "Blank for every third": a share of rows.
        if share::share(scene.text, each).is_some() {
            return None;
        }
        let noun = if scene.does(each + 1, Does::Belongs) { each + 2 } else { each + 1 };
        let counted = if scene.does(noun, Does::Determines) { noun + 1 } else { noun };
        if noun > each + 1
            && let Some(quantity) =
                scene.quantity(counted, self.end).filter(|quantity| quantity.is_count && quantity.max > 1)
            && let Some(phrase) =
                scene.rows_phrase(quantity.end, self.end).filter(|phrase| tables::may_be(scene, phrase))
        {
            let table = tables::declare(scene, phrase.name.clone());
            tables::count(scene, frame, &table, quantity.max, at..phrase.whole.end);
            if let Some((children, numbers)) = self.pending.take() {
                let evidence = children.whole.start.min(numbers.end)..phrase.whole.end;
                let evidence = self.from(&numbers, &evidence);
                let child = relations::children(scene, frame, &table, &numbers, &children, evidence);
                self.subject.get_or_insert_with(|| child.clone());
                self.introduced = Some(child.clone());
                self.last = Some((child, phrase.whole.end));
                return Some(self.between_columns(scene, frame, phrase.whole.end));
            }
            self.is_each = true;
            self.subject = Some(table.clone());
            self.last = Some((table, phrase.whole.end));
            return Some(phrase.whole.end);
        }
        // "Cada uno", "ciascuno": of what was spoken of.
        let is_one = scene.language != Language::En
            && noun == each + 1
            && matches!(scene.text.norm(noun), "uno" | "una" | "um" | "uma" | "un" | "une");
        let is_verb = noun == each + 1 && is_participle(scene, noun) || is_one;
        let phrase = scene.rows_phrase(noun, self.end).filter(|_| !is_verb).map(|mut phrase| {
            phrase.is_single = true;
            phrase
        });
        let parent = phrase.as_ref().and_then(|phrase| self.distributed(scene, frame, phrase));
        let (parent, end) = match (parent, &phrase) {
            (Some(parent), Some(phrase)) => (parent, phrase.whole.end),
            (None, Some(phrase))
                if scene.is_unit(phrase.name.start)
                    && !matches!(scene.text.norm(phrase.name.start), "row" | "record" | "entry") =>
            {
                return Some(phrase.whole.end);
            }
            (None, Some(_))
                if noun == each + 1
                    && scene.is_nominal(noun)
                    && !scene.is_unit(noun)
                    && !self.is_verb_like(scene, noun) =>
            {
                return None;
            }
            _ => {
                // `each of them`
                let is_them = noun > each + 1 && scene.does(noun, Does::Refers);
                (self.subject.clone().or_else(|| scene.focus.table.clone())?, if is_them { noun + 1 } else { each + 1 })
            }
        };
        scene.claim(at..end);
        frame.is_each = true;
        if let Some((phrase, quantity)) = self.pending.take() {
            let evidence = phrase.whole.start.min(quantity.end)..end;
            let end = self.pool(scene, frame, &phrase).unwrap_or(end);
            let child = relations::children(scene, frame, &parent, &quantity, &phrase, self.from(&quantity, &evidence));
            if relations::has_between(scene, &parent, &child) {
                self.last = Some((child.clone(), end));
                self.subject.get_or_insert(child);
                return Some(self.between_columns(scene, frame, end));
            }
            self.subject.get_or_insert(child.clone());
            self.figure = Some(child.clone());
            self.last = Some((child, end));
            return Some(end);
        }
        self.is_each = true;
        self.subject = Some(parent.clone());
        self.last = Some((parent, end));
        Some(end)
    }

    /// The evidence of pending children, their quantity included.
    pub(super) fn from(&self, _quantity: &Quantity, evidence: &Range<usize>) -> Range<usize> {
        evidence.start.saturating_sub(1).max(self.start)..evidence.end
    }

    pub(super) fn is_verb_like(&self, scene: &Scene<'_>, at: usize) -> bool {
        let word = scene.text.norm(at);
        // "Each delivers a reading": the third person.
        let is_third = word.ends_with('s') && names::is_verb(word) && scene.does(at + 1, Does::Determines);
        scene.does(at, Does::Has) || scene.does(at, Does::Equips) || is_third || self.is_verb_form(scene, at)
    }

    /// `each took place`, `each reporting to another`: a verb behind `each`, whose rows are those spoken of.
    fn is_verb_form(&self, scene: &Scene<'_>, at: usize) -> bool {
        let word = scene.text.norm(at);
        let is_noun = lex::is_table_noun(word, scene.language) || scene.nouns.is_counted(word);
        let next = at + 1;
        let goes_on = scene.does(next, Does::Places)
            || scene.does(next, Does::Determines)
            || scene.does(next, Does::Is) && word.ends_with("ed")
            || number::number(scene.text, next).is_some();
        scene.language == Language::En
            && !is_noun
            && (words::is_verb_only(word) || words::is_participle(word) && goes_on)
    }

    /// The table behind `each`: a known one, or a new one whose rows nobody counts.
    pub(super) fn distributed(&self, scene: &mut Scene<'_>, frame: &mut Frame, phrase: &Phrase) -> Option<String> {
        let words = scene.words(phrase.name.clone());
        let spoken_of = self.subject.clone().or_else(|| scene.focus.table.clone());
        let any_row = matches!(
            words.as_str(),
            "person" | "one" | "item" | "individual" | "thing" | "entity" | "case" | "uno" | "una" | "um" | "uma"
        );
        let known = tables::known(scene, &words).or_else(|| tables::compound(scene, &words));
        if let Some(known) = known.or(spoken_of.clone().filter(|_| any_row)) {
            // `per stocked article` is about what lies between the articles and those who stock them.
            let is_some = phrase.name.len() > 1 && words::is_participle(scene.text.norm(phrase.name.start));
            let between = spoken_of.filter(|table| {
                let picks = |tie: &Relationship| tie.child_table == *table && tie.parent_table == known && tie.distinct;
                is_some && scene.ir.relationships.iter().any(picks)
            });
            return Some(between.unwrap_or(known));
        }
        if self.is_verb_form(scene, phrase.name.start) {
            return None;
        }
        let is_some = words::is_participle(scene.text.norm(phrase.name.start));
        if let Some(whole) = tables::whole_of(scene, &phrase.name).filter(|_| is_some) {
            return Some(whole);
        }
        let is_column = scene
            .table()
            .is_some_and(|table| scene.find_column_in(table, &words).is_some_and(|(score, _)| score >= 80));
        // A noun behind "each" that is only near to a known column is a thing of its own, and so is what a row may have: an elevator.
        let is_known_column =
            lex::is_right_column(&words, scene.language) && !lex::is_table_noun(&words, scene.language);
        let is_known_column = is_known_column && lex::column(&words, "", scene.language).column.generator != "bool";
        if is_column || is_known_column || !tables::may_be(scene, phrase) || scene.is_plural(phrase.name.end - 1) {
            return None;
        }
        let table = tables::declare(scene, phrase.name.clone());
        frame.bare.insert(table.clone());
        Some(table)
    }
}

/// Whether a word behind `each` says what is done with the rows: `each handled by`, `each reporting to`, `each inside`.
fn is_participle(scene: &Scene<'_>, at: usize) -> bool {
    const IRREGULAR: &[&str] = &[
        "written", "sold", "taken", "made", "held", "grown", "built", "kept", "led", "won", "sent", "bought", "given",
        "paid", "drawn", "driven", "flown", "run", "born", "lent", "found", "told", "taught", "worn", "bound",
        "spoken",
    ];
    let word = scene.text.norm(at);
    let is_led = scene.does(at + 1, Does::Places) || matches!(scene.text.norm(at + 1), "on" | "by");
    let is_form = word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing")) || IRREGULAR.contains(&word);
    is_led && is_form && !lex::knows_table(word, scene.language) && !tables::known_exactly(scene, word)
}
