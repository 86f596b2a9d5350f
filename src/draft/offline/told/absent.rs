//! `a sixth have no headstone text`, `only shipped orders have a tracking number` -> the column that some rows lack.

use std::ops::Range;

use super::Told;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::Phrase;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::share;

/// Words before what some rows lack.
const WITHOUT: &[&str] =
    &["without", "no", "lack", "lacks", "lacking", "ohne", "kein", "keine", "keinen", "sans", "sin", "senza", "sem"];

/// Verbs in other languages that say that something is lacking.
const LACK: &[&str] = &["fehlt", "fehlen", "falta", "faltan", "manque", "manquent", "manca", "mancano"];

/// Verbs in other languages whose negation says that something is lacking.
const HAVE: &[&str] = &["tiene", "tienen", "têm", "tem", "hanno", "ha"];

/// The noun behind `no`, or behind `have a` where only some rows have one.
pub(super) fn without(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let word = scene.text.norm(at);
    let has_share = || clause.clone().any(|at| share::share(scene.text, at).is_some());
    let is_only = || matches!(scene.text.norm(clause.start), "only" | "just");
    let is_foreign =
        HAVE.contains(&word) && at > clause.start && matches!(scene.text.norm(at - 1), "no" | "não" | "non");
    let is_lack = (WITHOUT.contains(&word) || LACK.contains(&word))
        && !scene.does(at + 1, Does::Has)
        && !HAVE.contains(&scene.text.norm(at + 1));
    let is_some = (scene.does(at, Does::Has) || scene.does(at, Does::Equips))
        && (scene.does(at + 1, Does::Determines) || at + 2 >= clause.end)
        && !clause.clone().any(|at| WITHOUT.contains(&scene.text.norm(at)));
    if !(is_lack || is_foreign || is_some) || !(has_share() || is_only() || is_lack && follows_others(scene, clause)) {
        return None;
    }
    let phrase = scene.item_phrase(at + 1, clause.end)?;
    let name = noun(scene, &phrase, clause.end)?;
    let words = scene.words(name.clone());
    let is_known = super::table_at(scene, name.end - 1).is_some() || super::has(scene, table, &words);
    let is_column = name.len() > 1 || lex::is_column(&words, scene.language);
    (!is_known && is_column).then(|| Told {
        words: lex::one(&words, scene.language),
        generator: None,
        name,
        said: at..at,
    })
}

/// `rejected applications have no start`: what is lacking is said of some rows.
fn follows_others(scene: &Scene<'_>, clause: &Range<usize>) -> bool {
    matches!(scene.text.norm(clause.start), "the" | "all" | "others" | "those" | "some" | "many" | "most")
        || scene.is_nominal(clause.start)
}

/// The name of a phrase up to a verb or a word of time.
fn noun(scene: &Scene<'_>, phrase: &Phrase, end: usize) -> Option<Range<usize>> {
    let stops = |at: usize| {
        matches!(scene.text.norm(at), "yet" | "given" | "set" | "recorded" | "at" | "missing" | "left" | "known")
    };
    let name = phrase.name.start..(phrase.name.clone().find(|at| stops(*at)).unwrap_or(phrase.name.end));
    let is_end = name.end >= end
        || matches!(
            scene.text.norm(name.end),
            "des"
                | "der"
                | "del"
                | "du"
                | ","
                | "."
                | ";"
                | ")"
                | "yet"
                | "at"
                | "for"
                | "and"
                | "in"
                | "while"
                | "given"
                | "set"
                | "recorded"
                | "missing"
        );
    let is_noun = (1..=3).contains(&name.len())
        && name.clone().all(|at| names::is_content(scene.text.norm(at)))
        && !words::is_unit(scene.text.norm(name.start), scene.language)
        && !matches!(
            scene.text.norm(name.start),
            "duplicates"
                | "duplicate"
                | "repeats"
                | "gaps"
                | "value"
                | "values"
                | "null"
                | "nulls"
                | "idea"
                | "need"
                | "problem"
                | "columns"
                | "other"
                | "more"
                | "way"
        );
    (is_end && is_noun).then_some(name)
}

/// `the card number is empty`, `the fault code is set only when`: what stands before a word for emptiness.
pub(super) fn is_empty(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let is_state = matches!(
        scene.text.norm(at),
        "empty"
            | "null"
            | "missing"
            | "blank"
            | "absent"
            | "unset"
            | "set"
            | "filled"
            | "given"
            | "present"
            | "unknown"
    );
    let verb = at.checked_sub(1).map(|at| {
        if matches!(scene.text.norm(at), "not" | "only" | "always" | "left") { at.saturating_sub(1) } else { at }
    })?;
    if !is_state || verb <= clause.start || !(scene.does(verb, Does::Is) || scene.does(verb, Does::May)) {
        return None;
    }
    let start = (clause.start..verb).rev().take(4).take_while(|at| scene.is_nominal(*at)).last()?;
    let is_opened = start == clause.start
        || scene.does(start - 1, Does::Determines)
        || matches!(scene.text.norm(start - 1), "," | "then");
    let name = start..verb;
    let words = scene.words(name.clone());
    let is_known = super::table_at(scene, name.end - 1).is_some() || super::has(scene, table, &words);
    let is_noun =
        name.clone().all(|at| names::is_content(scene.text.norm(at))) && lex::is_known_column(&words, scene.language);
    (is_opened && is_noun && !is_known).then_some(Told { words, generator: None, name, said: at..at })
}
