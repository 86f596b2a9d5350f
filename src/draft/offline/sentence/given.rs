//! `3 stations (Bern, Basel, Chur)` -> the names of all rows of a table.

use std::ops::Range;

use super::Scan;
use super::series;
use crate::draft::ir::{Choice, Column, ColumnType, Origin};
use crate::draft::offline::lex;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::{Kind, number};

/// Most words of a name.
const LONGEST: usize = 4;

impl Scan {
    /// As many names in parentheses as the table right before has rows; gives the token behind them.
    pub(super) fn named_rows(&mut self, scene: &mut Scene<'_>, at: usize) -> Option<usize> {
        if let Some(end) = self.called(scene, at) {
            return Some(end);
        }
        let name = scene.table_word(at.checked_sub(1)?).filter(|_| scene.text.norm(at) == "(")?;
        let close = self.close_of(scene, at)?;
        let names = names(scene, at + 1..close)?;
        let rows = (at.saturating_sub(3)..at - 1).find_map(|start| {
            number::count(scene.text, start).filter(|found| found.end == at - 1).map(|found| found.value)
        });
        if rows != Some(names.len() as u64) || scene.ir.table(&name)?.column("name").is_some() {
            return None;
        }
        name_all(scene, &name, names, at + 1..close);
        scene.claim(at..close + 1);
        if let Some((_, end)) = self.last.as_mut().filter(|(_, end)| *end == at) {
            *end = close + 1;
        }
        Some(close + 1)
    }
}

impl Scan {
    /// `3 hosts named alpha, beta and gamma`, `three halls: north, south and east`: as many names as there are rows. Others are refused
    /// where they are called names.
    fn called(&mut self, scene: &mut Scene<'_>, at: usize) -> Option<usize> {
        let lead = at + usize::from(scene.text.norm(at) == ",");
        let is_called = matches!(scene.text.norm(lead), "named" | "called");
        if !is_called && scene.text.norm(at) != ":" {
            return None;
        }
        let name = scene.table_word(at.checked_sub(1)?)?;
        let (count, start) = (at.saturating_sub(4)..at - 1).find_map(|start| {
            number::count(scene.text, start)
                .filter(|found| found.end < at && (found.end..at).all(|at| scene.is_nominal(at)))
                .map(|found| (found.value, start))
        })?;
        let (names, tokens) = series::listed_behind(scene, lead + 1, self.end)?;
        let is_plain = |name: &String| {
            !lex::is_column(&name.to_lowercase(), scene.language)
                && !lex::is_table_noun(&name.to_lowercase(), scene.language)
        };
        let is_it = count == names.len() as u64;
        if scene.ir.table(&name)?.column("name").is_some() || !(is_called || is_it && names.iter().all(is_plain)) {
            return None;
        }
        let end = tokens.end;
        match is_it {
            true => name_all(scene, &name, names, tokens),
            false => series::refuse_names(scene, (count, start..at), (&names, tokens)),
        }
        scene.claim(at..end);
        if let Some((_, last)) = self.last.as_mut() {
            *last = (*last).max(end);
        }
        Some(end)
    }
}

/// Gives the rows of a table the names that stand in some tokens, each its own.
pub(super) fn name_all(scene: &mut Scene<'_>, table: &str, names: Vec<String>, tokens: Range<usize>) {
    let evidence = vec![scene.quote(tokens)];
    let choices = names.into_iter().map(|value| Choice { value, weight: 0.0 }).collect();
    let unique = true;
    let column = lex::column("name", table, scene.language).column;
    let r#type = ColumnType::Auto;
    let column =
        Column { generator: "choice".to_owned(), r#type, params: Vec::new(), choices, unique, evidence, ..column };
    if let Some(known) = scene.ir.table_mut(table).filter(|known| known.column("name").is_none()) {
        known.columns.push(Column { origin: Origin::Stated, ..column });
    }
}

/// Two or more different names with commas or a conjunction between: words with capitals that are no columns.
fn names(scene: &Scene<'_>, tokens: Range<usize>) -> Option<Vec<String>> {
    let is_between = |at: &usize| {
        matches!(scene.text.norm(*at), "," | ";" | "/") || scene.does(*at, Does::Joins) || scene.does(*at, Does::Parts)
    };
    let mut names: Vec<String> = Vec::new();
    let mut start = tokens.start;
    for stop in tokens.clone().filter(is_between).chain([tokens.end]) {
        if start < stop {
            names.push(proper_name(scene, start..stop).filter(|name| !names.contains(name))?);
        }
        start = stop + 1;
    }
    (names.len() >= 2).then_some(names)
}

fn proper_name(scene: &Scene<'_>, tokens: Range<usize>) -> Option<String> {
    let is_word = |at: usize| matches!(scene.text.kind(at), Some(Kind::Word | Kind::Quoted));
    let text = scene.quote(tokens.clone());
    let is_quoted = tokens.len() == 1 && scene.text.kind(tokens.start) == Some(Kind::Quoted);
    let is_proper = is_quoted || text.starts_with(char::is_uppercase) && !text.ends_with('.');
    let is_column = lex::is_column(&scene.words(tokens.clone()), scene.language);
    let fits = tokens.len() <= LONGEST && tokens.clone().all(is_word) && is_proper && !is_column;
    fits.then(|| if is_quoted { scene.text.norm(tokens.start).to_owned() } else { text })
}
