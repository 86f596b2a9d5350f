//! `one row per day in 2023`, `hourly readings for ten days` -> rows on a grid of time.

use std::ops::Range;

use super::Scan;
use crate::draft::ir::{Param, Shape};
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::phrases::{Phrase, Quantity};
use crate::draft::offline::relations;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::dates;

impl Scan {
    /// `each meter sends hourly readings for ten days`, `one row per day in 2023`: rows on a grid of time.
    pub(super) fn grid(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let found = dates::grid(scene.text, at, &scene.today)?;
        let grid = &found.value;
        let phrase = self.on_grid(scene, at, grid.how_often.clone());
        let is_parent = self.is_each || self.subject.is_some() && phrase.is_some();
        let (table, end) = match (self.subject.clone().filter(|_| is_parent), phrase) {
            (Some(parent), Some(phrase)) => {
                let shape = Shape::Uniform;
                let end = phrase.whole.end;
                let quantity = Quantity { min: 0, max: 0, mean: 0.0, shape, is_vague: false, is_count: false, end };
                let known = tables::known(scene, &scene.words(phrase.name.clone()));
                let child = match known.filter(|known| *known == parent) {
                    Some(table) => table,
                    None => relations::children(scene, frame, &parent, &quantity, &phrase, at.min(end)..end),
                };
                (child, found.end)
            }
            (_, Some(phrase)) => (tables::declare(scene, phrase.name), found.end),
            (_, None) => (self.grid_table(scene, frame, at)?, found.end),
        };
        let params = [("every", &grid.every), ("from", &grid.from), ("to", &grid.to)];
        if let Some(known) = scene.ir.table_mut(&table).filter(|known| !known.params.iter().any(|p| p.key == "every")) {
            known.params.extend(params.map(|(key, value)| Param { key: key.to_owned(), value: value.clone() }));
        }
        let quote = scene.quote(at..end);
        if let Some(known) = scene.ir.table_mut(&table) {
            known.evidence.push(quote);
        }
        frame.bare.insert(table.clone());
        scene.claim(at..end);
        self.introduced = Some(table.clone());
        self.subject.get_or_insert_with(|| table.clone());
        self.last = Some((table, end));
        Some(end)
    }

    /// What is made at the steps of a grid: `hourly readings`, `one reading every hour`, `a reading every hour`.
    pub(super) fn on_grid(&self, scene: &Scene<'_>, at: usize, often: Range<usize>) -> Option<Phrase> {
        let is_thing = |at: usize| {
            scene.is_nominal(at)
                && !words::is_unit(scene.text.norm(at), scene.language)
                && !scene.does(at, Does::Rows)
                && !scene.does(at, Does::Distributes)
        };
        let behind = scene
            .rows_phrase(often.end, self.end)
            .filter(|phrase| tables::may_be(scene, phrase) && scene.is_plural(phrase.name.end - 1));
        let is_noun = |at: usize| lex::is_table_noun(scene.text.norm(at), scene.language);
        let inside = || often.clone().find(|at| is_thing(*at) && is_noun(*at));
        let before = || at.checked_sub(1).filter(|at| *at >= self.start && is_thing(*at) && is_noun(*at));
        behind.or_else(|| {
            let noun = inside().or_else(before)?;
            Some(Phrase { whole: noun..noun + 1, name: noun..noun + 1, is_single: true, is_definite: false })
        })
    }

    /// The table on a grid that nothing names beside it: the one spoken of, or one of what stands before.
    pub(super) fn grid_table(&self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<String> {
        let spoken_of = self.last.as_ref().map(|(table, _)| table.clone()).or_else(|| self.subject.clone());
        if let Some(table) = spoken_of.or_else(|| scene.focus.table.clone()) {
            return Some(table);
        }
        let table = crate::draft::offline::blocks::records(scene, frame)?;
        if let Some(phrase) = scene.item_phrase(self.start, at).filter(|phrase| phrase.name.end <= at) {
            let words = scene.words(phrase.name.start..phrase.name.start + 1);
            if lex::column(&words, &table, scene.language).known {
                columns::put(scene, frame, &table, &words, scene.quote(phrase.whole.clone()));
                scene.claim(phrase.whole);
            }
        }
        Some(table)
    }
}
