//! `shipped_at is always after placed_at`: a name that is written as names of columns are is one, wherever it stands.

use std::ops::Range;

use super::{Told, rest};
use crate::draft::offline::lex;
use crate::draft::offline::scene::Scene;

/// A name with an underscore that nothing else is called by.
pub(super) fn of_name(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let word = scene.text.norm(at);
    let is_written = scene.text.quote(at..at + 1).bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let is_name =
        is_written && word.trim_matches('_').contains('_') && word.starts_with(|c: char| c.is_ascii_lowercase());
    if !is_name || scene.text.norm(at + 1) == "(" {
        return None;
    }
    let is_known = scene.find_table(word).is_some()
        || lex::output(word).is_some()
        || scene.ir.tables.iter().any(|known| {
            let least = if known.name == table { 80 } else { 100 };
            scene.find_column_in(known, word).is_some_and(|(score, _)| score >= least)
        });
    if is_known {
        return None;
    }
    let is_subject = at == clause.start;
    let said = if is_subject { at..rest(scene, at, clause.end).end } else { at..at };
    Some(Told { words: word.to_owned(), generator: None, name: at..at + 1, said })
}
