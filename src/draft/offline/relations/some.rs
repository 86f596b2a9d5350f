//! `refunds for 3% of the orders`: children that only some rows of a table have, one each.

use std::ops::Range;

use super::{childless, own};
use crate::draft::ir::Shape;
use crate::draft::offline::phrases::{Phrase, Quantity};
use crate::draft::offline::scene::Scene;
use crate::draft::offline::{lex, tables};
use crate::draft::text::share;

/// Words between the children and the share.
const FOR: &[&str] = &["for", "für", "pour", "para", "per"];

/// Words between the share and its table: `3% of all the orders`.
const REACH: usize = 3;

/// Ties a clause's children to the table of which some rows have one. Whether the clause was about that.
pub fn for_some(scene: &mut Scene<'_>, clause: Range<usize>) -> bool {
    let Some(at) = clause.clone().find(|at| FOR.contains(&scene.text.norm(*at))) else { return false };
    let Some(found) = share::share(scene.text, at + 1) else { return false };
    let behind = found.end..clause.end.min(found.end + REACH);
    let Some((end, parent)) = behind.clone().find_map(|at| Some((at + 1, scene.table_word(at)?))) else { return false };
    let Some(phrase) = things(scene, clause.start..at).filter(|_| found.value.rate < 1.0) else { return false };
    let evidence = phrase.name.start..end;
    let child = tables::declare(scene, phrase.name);
    if child == parent {
        return false;
    }
    let one = Quantity { min: 1, max: 1, mean: 0.0, shape: Shape::Fixed, is_vague: false, is_count: true, end };
    own(scene, &parent, &child, &one, evidence.clone());
    childless(scene, &child, &parent, 1.0 - found.value.rate, evidence)
}

/// Things in the plural that are no column and no table yet, right before the end of some tokens.
fn things(scene: &Scene<'_>, tokens: Range<usize>) -> Option<Phrase> {
    let phrase =
        tokens.clone().find_map(|at| scene.phrase(at, tokens.end).filter(|phrase| phrase.name.end == tokens.end))?;
    let words = scene.words(phrase.name.clone());
    let is_new = tables::known(scene, &words).is_none() && scene.find_column(&words).is_none();
    (is_new && scene.is_plural(phrase.name.end - 1) && !lex::is_column(&words, scene.language)).then_some(phrase)
}
