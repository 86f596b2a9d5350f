//! A column of both plans -> the edits that change how it is made, whatever it reads: its YAML, and what of the rest of the
//! document has a part in it.

use super::nodes::{By, Difference, Verdict as Sameness, Words};
use super::side::{Origin, Side};
use super::{Reason, Verdict, files, plans};
use crate::diag::Span;
use crate::plan::{ColumnId, parse_type};
use crate::spec::{Branch, ColumnSpec, GeneratorSpec, Making, Name};

/// An edit that changes a column by itself, and how much of it.
#[derive(Debug, Clone)]
pub(super) struct Cause {
    pub strength: Verdict,
    pub reason: Reason,
}

/// Generators whose values follow from what they read and from the row's place: no seed has a part in them. A `ref` draws in
/// the hidden column that holds the picked row.
const UNDRAWN: &[&str] =
    &["sequence", "ordinal", "tick", "constant", "expr", "field", "template", "rollup", "cumulative", "hash", "ref"];

impl Words<'_, '_> {
    /// A reason with the lines of both places.
    pub(super) fn reason(&self, text: impl Into<String>, old: Option<Span>, new: Option<Span>) -> Reason {
        Reason {
            text: text.into(),
            old_line: old.map(|span| self.old.line(span)),
            new_line: new.map(|span| self.new.line(span)),
        }
    }

    /// A difference in words.
    pub(super) fn told(&self, difference: &Difference) -> Reason {
        let (before, after) =
            (difference.old.map(|span| self.old.snippet(span)), difference.new.map(|span| self.new.snippet(span)));
        let (old, new) = (difference.old, difference.new);
        match (&difference.by, before, after) {
            (Some(By::Now), ..) => self.now_changed(),
            (Some(By::Var(name)), _, after) => {
                let place = |side: &Side<'_>| {
                    side.spec().vars.iter().find(|(var, _)| var.text == *name).map(|(var, _)| var.span)
                };
                let text = format!("`{}` reads `{name}`, which has another value", after.unwrap_or_default());
                self.reason(text, place(self.old), place(self.new))
            }
            (None, Some(before), Some(after)) if before == after => {
                self.reason(format!("`{}` is changed", difference.key), old, new)
            }
            (None, Some(before), Some(after)) => self.reason(format!("`{before}` → `{after}`"), old, new),
            (None, None, Some(after)) => self.reason(format!("`{after}` is new"), None, new),
            (None, before, _) => self.reason(format!("`{}` is gone", before.unwrap_or_default()), old, None),
        }
    }

    /// That the clock has moved.
    pub(super) fn now_changed(&self) -> Reason {
        let place = |side: &Side<'_>| side.spec().now.as_ref().map(|now| now.span);
        self.reason("reads `now`, which is another instant", place(self.old), place(self.new))
    }

    fn seed_changed(&self) -> Reason {
        let place = |side: &Side<'_>| side.spec().seed.as_ref().map(|seed| seed.span);
        let (old, new) = (self.old.plan().seed, self.new.plan().seed);
        self.reason(format!("`seed` {old} → {new}: all draws are others"), place(self.old), place(self.new))
    }

    /// All edits that change how a column is made.
    pub(super) fn own_causes(&self, old: ColumnId, new: ColumnId) -> Vec<Cause> {
        let mut found = match (self.old.origins[old.0], self.new.origins[new.0]) {
            (Origin::Declared(old), Origin::Declared(new)) => self.declared(old, new),
            (Origin::Count(old), Origin::Count(new)) => {
                all(self, self.values("count", "count", old.count.as_ref(), new.count.as_ref()))
            }
            (Origin::Row(old_column, None, old), Origin::Row(new_column, None, new)) => {
                let mut found = all(self, self.params("ref", &old.params, &new.params));
                found.extend(self.nulls(old_column, new_column));
                found
            }
            (Origin::Row(_, Some(_), old), Origin::Row(_, Some(_), new)) => {
                all(self, self.params("ref", &old.params, &new.params))
            }
            (Origin::Field(_, old, one, _), Origin::Field(_, new, other, _)) if (old, one) == (new, other) => {
                Vec::new()
            }
            (Origin::Via, Origin::Via) | (Origin::Locale, Origin::Locale) | (Origin::Raw(_), Origin::Raw(_)) => {
                Vec::new()
            }
            _ => vec![changed(self.reason("it is made in another way", None, None))],
        };
        if self.old.plan().seed != self.new.plan().seed && self.draws(new) {
            found.push(changed(self.seed_changed()));
        }
        let key = |side: &Side<'_>, column: ColumnId| side.plan().column(column).key;
        if self.old.plan().seed == self.new.plan().seed && key(self.old, old) != key(self.new, new) {
            found.push(changed(self.reason("it draws under another identity", None, None)));
        }
        found.extend(plans::causes(self, old, new));
        if found.iter().all(|cause| cause.strength < Verdict::Changed) {
            found.extend(plans::data_type(self, old, new));
        }
        found
    }

    /// Whether a column of the new plan draws.
    fn draws(&self, column: ColumnId) -> bool {
        let is_drawn = |generator: &GeneratorSpec| {
            let name = generator.name.text.as_str();
            !UNDRAWN.contains(&name) && !crate::generators::is_entity(name)
        };
        match self.new.origins[column.0] {
            Origin::Declared(spec) => {
                let is_made = match &spec.making {
                    Making::Generator(generator) => is_drawn(generator),
                    Making::When(branches) => branches.iter().any(|branch| is_drawn(&branch.generator)),
                };
                let is_reference = matches!(&spec.making, Making::Generator(made) if made.name.text == "ref");
                is_made || (spec.null.is_some() && !is_reference)
            }
            Origin::Row(..) | Origin::Count(_) | Origin::Field(..) | Origin::Unknown => true,
            Origin::Rows | Origin::Locale | Origin::Via | Origin::Raw(_) => false,
        }
    }

    /// The edits of a declared column's YAML.
    pub(super) fn declared(&self, old: &ColumnSpec, new: &ColumnSpec) -> Vec<Cause> {
        let mut found = match (&old.making, &new.making) {
            (Making::Generator(one), Making::Generator(other)) => self.generators(one, other),
            (Making::When(one), Making::When(other)) if one.len() == other.len() => {
                one.iter().zip(other).flat_map(|(one, other)| self.branches(one, other)).collect()
            }
            (one, other) => {
                let how = |making: &Making| match making {
                    Making::Generator(generator) => format!("`{}`", generator.name.text),
                    Making::When(branches) => format!("{} branches", branches.len()),
                };
                let text = format!("{} → {}", how(one), how(other));
                vec![changed(self.reason(text, Some(old.name.span), Some(new.name.span)))]
            }
        };
        found.extend(self.types(old.data_type.as_ref(), new.data_type.as_ref()));
        found.extend(self.uniqueness((old.unique, old.name.span), (new.unique, new.name.span)));
        found.extend(self.nulls(old, new));
        found
    }

    fn branches(&self, old: &Branch, new: &Branch) -> Vec<Cause> {
        let mut found = self.generators(&old.generator, &new.generator);
        if let (Some(one), Some(other)) = (&old.condition, &new.condition) {
            let difference = |by| Difference { key: "if".into(), old: Some(one.span), new: Some(other.span), by };
            match self.expression(&one.text, &other.text) {
                Sameness::Same => {}
                Sameness::Differs => found.push(changed(self.told(&difference(None)))),
                Sameness::By(by) => found.push(changed(self.told(&difference(Some(by))))),
            }
        }
        found.extend(self.uniqueness((old.unique, old.span), (new.unique, new.span)));
        found
    }

    fn generators(&self, old: &GeneratorSpec, new: &GeneratorSpec) -> Vec<Cause> {
        if old.name.text != new.name.text {
            let text = format!("`{}` → `{}`", old.name.text, new.name.text);
            return vec![changed(self.reason(text, Some(old.name.span), Some(new.name.span)))];
        }
        let mut found = all(self, self.params(&new.name.text, &old.params, &new.params));
        if let Some(file) = files::other_file((self.old, old), (self.new, new)) {
            let text = format!("`{file}` has another content");
            found.push(changed(self.reason(text, Some(old.name.span), Some(new.name.span))));
        }
        found
    }

    fn types(&self, old: Option<&Name>, new: Option<&Name>) -> Option<Cause> {
        let parsed = |name: Option<&Name>| name.and_then(|name| parse_type(&name.text));
        let shown = |name: Option<&Name>| name.map_or("its own".to_owned(), |name| format!("`{}`", name.text));
        let text = || format!("type {} → {}", shown(old), shown(new));
        let is_same = parsed(old) == parsed(new);
        (!is_same).then(|| changed(self.reason(text(), old.map(|name| name.span), new.map(|name| name.span))))
    }

    fn uniqueness(&self, old: (Option<Span>, Span), new: (Option<Span>, Span)) -> Option<Cause> {
        let text = match (old.0.is_some(), new.0.is_some()) {
            (true, false) => "`unique` is gone: values are drawn freely",
            (false, true) => "`unique` is new: values are those of a permutation",
            _ => return None,
        };
        Some(changed(self.reason(text, old.0.or(Some(old.1)), new.0.or(Some(new.1)))))
    }

    /// Other nulls: values that are there before and after stay.
    fn nulls(&self, old: &ColumnSpec, new: &ColumnSpec) -> Vec<Cause> {
        let found = self.values("", "null", old.null.as_ref(), new.null.as_ref());
        let cells = |difference: &Difference| {
            let mut reason = self.told(difference);
            reason.text = format!("null {}", reason.text);
            Cause { strength: Verdict::Cells, reason }
        };
        found.iter().map(cells).collect()
    }
}

/// A cause that reaches all cells.
pub(super) fn changed(reason: Reason) -> Cause {
    Cause { strength: Verdict::Changed, reason }
}

/// Differences as causes that reach all cells.
pub(super) fn all(words: &Words<'_, '_>, found: Vec<Difference>) -> Vec<Cause> {
    found.iter().map(|difference| changed(words.told(difference))).collect()
}
