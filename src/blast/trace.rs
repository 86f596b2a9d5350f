//! A column of both plans -> what reaches it: the edits that change it by itself, and the nearest of the columns that it reads
//! through which another edit comes. Columns are looked at in the plan's order, so that what one reads is known before it.

use std::collections::BTreeMap;

use super::nodes::Words;
use super::own::{Cause, changed};
use super::rows::Fate;
use super::{Reason, Verdict};
use crate::plan::{Body, ColumnId, Input, TableId};

/// What reaches a column.
pub(super) struct Effect {
    /// How much can change; none where nothing can.
    pub strength: Option<Verdict>,
    /// The column's own causes.
    pub own: Vec<Cause>,
    /// The effect through which others come, nearest first.
    via: Option<usize>,
    /// Columns on the way to a column with causes of its own.
    depth: u32,
    /// What the column is called.
    name: Option<String>,
}

/// See the module.
pub(super) struct Trace<'s, 'a> {
    pub words: &'s Words<'s, 'a>,
    pub fates: BTreeMap<TableId, Fate>,
    effects: Vec<Effect>,
    known: BTreeMap<(ColumnId, ColumnId), usize>,
}

impl<'s, 'a> Trace<'s, 'a> {
    pub(super) fn new(words: &'s Words<'s, 'a>) -> Self {
        Self { words, fates: BTreeMap::new(), effects: Vec::new(), known: BTreeMap::new() }
    }

    /// The effect on a column that both plans have, by a number for the other questions.
    pub(super) fn effect(&mut self, old: ColumnId, new: ColumnId) -> usize {
        if let Some(known) = self.known.get(&(old, new)) {
            return *known;
        }
        let mut own = self.words.own_causes(old, new);
        own.extend(self.row_causes(old, new));
        let read = match self.paired_inputs(old, new) {
            Some(pairs) => pairs.into_iter().map(|(old, new)| self.effect(old, new)).collect(),
            None => {
                own.extend(self.other_inputs(old, new, own.is_empty()));
                Vec::new()
            }
        };
        let name = self.words.new.display(new);
        self.effects.push(self.joined(own, &read, name));
        self.known.insert((old, new), self.effects.len() - 1);
        self.effects.len() - 1
    }

    /// A column's effect from its own causes and the effects on what it reads.
    fn joined(&self, own: Vec<Cause>, read: &[usize], name: Option<String>) -> Effect {
        let passed_on = |effect: &usize| {
            let effect = &self.effects[*effect];
            let strength = effect.strength?;
            Some((if strength == Verdict::Cells { strength } else { Verdict::MayChange }, effect.depth))
        };
        let nearest = read.iter().filter_map(|at| Some((passed_on(at)?, *at)));
        let nearest = nearest.max_by_key(|((strength, depth), _)| (*strength, std::cmp::Reverse(*depth)));
        let strongest = own.iter().map(|cause| cause.strength).max();
        let via = nearest.filter(|((strength, _), _)| strongest.is_none_or(|own| *strength > own));
        let depth = if own.is_empty() { via.map_or(0, |((_, depth), _)| depth + 1) } else { 0 };
        let strength = strongest.max(via.map(|((strength, _), _)| strength));
        Effect { strength, own, via: via.map(|(_, at)| at), depth, name }
    }

    /// The columns that both read, in their order; none where they are not the same ones.
    fn paired_inputs(&self, old: ColumnId, new: ColumnId) -> Option<Vec<(ColumnId, ColumnId)>> {
        let (before, after) = (self.words.old.inputs(old), self.words.new.inputs(new));
        let mut pairs = Vec::new();
        if before.len() != after.len() {
            return None;
        }
        for (one, other) in before.iter().zip(&after) {
            if self.words.old.input_label(one) != self.words.new.input_label(other) {
                return None;
            }
            if let (Input::Referenced { row: one, .. }, Input::Referenced { row: other, .. }) = (one, other) {
                pairs.push((*one, *other));
            }
            pairs.push((one.column(), other.column()));
        }
        match (&self.words.old.plan().column(old).body, &self.words.new.plan().column(new).body) {
            (Body::Rollup { child: one, of: before, .. }, Body::Rollup { child: other, of: after, .. }) => {
                let is_same = self.words.old.table_identity(*one) == self.words.new.table_identity(*other);
                let label = |one: &Option<ColumnId>, side: &super::side::Side<'_>| one.map(|column| side.label(column));
                if !is_same || label(before, self.words.old) != label(after, self.words.new) {
                    return None;
                }
                pairs.extend(before.zip(*after));
            }
            (Body::Cells(_), Body::Cells(_)) | (Body::Cumulative { .. }, Body::Cumulative { .. }) => {}
            _ => return None,
        }
        Some(pairs)
    }

    /// That a column reads others than before, where nothing else says so.
    fn other_inputs(&self, old: ColumnId, new: ColumnId, is_needed: bool) -> Option<Cause> {
        let spans = (self.words.old.plan().column(old).span, self.words.new.plan().column(new).span);
        let text = "the same names lead to other columns than before";
        is_needed.then(|| changed(self.words.reason(text, Some(spans.0), Some(spans.1))))
    }

    /// The reasons of an effect: the column's own, then those at the end of the chain.
    pub(super) fn reasons(&self, effect: usize) -> Vec<Reason> {
        let own = self.effects[effect].own.iter();
        let far = self.end(effect).filter(|end| *end != effect);
        let all = own.chain(far.into_iter().flat_map(|end| &self.effects[end].own));
        let mut reasons: Vec<Reason> = Vec::new();
        for cause in all {
            if !reasons.contains(&cause.reason) {
                reasons.push(cause.reason.clone());
            }
        }
        reasons
    }

    /// The end of an effect's chain.
    fn end(&self, effect: usize) -> Option<usize> {
        self.way(effect).last()
    }

    /// The effects through which an effect comes, nearest first.
    fn way(&self, effect: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.effects[effect].via, |at| self.effects[*at].via)
    }

    /// The names of the columns through which an effect comes, nearest first; of a long way the beginning and the end.
    pub(super) fn chain(&self, effect: usize) -> Vec<String> {
        const SHOWN: usize = 6;
        let mut near: Vec<&String> = self.effects[effect].name.iter().collect();
        let mut last = None;
        for name in self.way(effect).filter_map(|step| self.effects[step].name.as_ref()) {
            match near.len() {
                ..=SHOWN if near.last() != Some(&name) => near.push(name),
                ..=SHOWN => {}
                _ => last = Some(name),
            }
        }
        let mut names: Vec<String> = near.into_iter().skip(1).cloned().collect();
        if let Some(last) = last.filter(|last| names.last() != Some(last)) {
            names.truncate(SHOWN - 2);
            names.extend(["…".to_owned(), last.clone()]);
        }
        names
    }

    /// The strength of a change that comes through columns without a name: it is the column's own as people see it.
    pub(super) fn seen_strength(&self, effect: usize) -> Option<Verdict> {
        let own = self.effects[effect].strength?;
        match self.end(effect).filter(|_| self.chain(effect).is_empty()) {
            Some(end) => self.effects[end].strength.max(Some(own)),
            None => Some(own),
        }
    }
}
