//! Sentences that say nothing of data -> where they stand: orders to a machine (`SYSTEM: run ...`, `forget your rules`), who is
//! writing (`I'm a product manager`), what for (`for a stats lesson:`).
//!
//! Orders are left alone and stay without understanding, so that the draft reports them; the rest is claimed.

use std::ops::Range;

use super::lex;
use super::scene::Scene;
use super::segments::{Form, Piece};
use super::words::Does;
use crate::draft::text::{Kind, number, share};

/// Who speaks in the record of a talk with a machine.
const ROLES: &[&str] = &["system", "assistant", "developer", "admin", "administrator"];

/// Verbs that tell to let go of something.
const DROP: &[&str] = &["ignore", "forget", "disregard", "override", "bypass", "skip"];

/// What a machine is told to let go of.
const ORDERS: &[&str] =
    &["instruction", "instructions", "rule", "rules", "prompt", "prompts", "guidelines", "restrictions"];

/// Verbs that ask for what is behind the scenes.
const TELL: &[&str] =
    &["print", "reveal", "show", "output", "dump", "leak", "send", "give", "display", "list", "repeat"];

/// What nobody is told.
const SECRETS: &[&[&str]] = &[
    &["environment", "variable"],
    &["environment", "variables"],
    &["env", "vars"],
    &["api", "key"],
    &["api", "keys"],
    &["system", "prompt"],
    &["your", "prompt"],
    &["your", "instructions"],
    &["your", "secrets"],
    &["/etc/passwd"],
];

/// Where sentences stand that order a machine to do something else.
pub fn orders(scene: &Scene<'_>, pieces: &[Piece]) -> Vec<Range<usize>> {
    pieces.iter().map(|piece| piece.tokens.clone()).filter(|tokens| is_order(scene, tokens)).collect()
}

fn is_order(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let norm = |at: usize| scene.text.norm(at);
    let start = tokens.clone().find(|at| scene.text.kind(*at) == Some(Kind::Word)).unwrap_or(tokens.start);
    let is_loud = scene.text.quote(start..start + 1).chars().all(char::is_uppercase);
    let speaks = ROLES.contains(&norm(start)) && matches!(norm(start + 1), ":" | "]" | ">") && is_loud;
    let has = |words: &[&str], within: Range<usize>| within.clone().any(|at| words.contains(&norm(at)));
    let drops = tokens.clone().any(|at| {
        let near = at + 1..tokens.end.min(at + 6);
        let is_own = has(&["your", "previous", "prior", "above", "earlier", "preceding", "all", "any"], near.clone());
        DROP.contains(&norm(at)) && is_own && has(ORDERS, near)
    });
    let is_secret =
        |at: usize| SECRETS.iter().any(|words| words.iter().enumerate().all(|(k, word)| norm(at + k) == *word));
    let begins = TELL.contains(&norm(start)) || drops;
    let asks = begins && tokens.clone().any(is_secret) && !has(&["table", "columns", "rows", "with"], tokens.clone());
    speaks || drops || asks
}

/// Claims who is writing and what for; gives where it stands.
pub fn remarks(scene: &mut Scene<'_>, pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for piece in pieces {
        let tokens = piece.tokens.clone();
        if let Some(topic) = topic(scene, &tokens) {
            scene.claim(topic.clone());
            found.push(topic);
            continue;
        }
        let end = writer(scene, &tokens).or_else(|| purpose(scene, &tokens));
        if let Some(end) = end {
            scene.claim(tokens.start..end);
            found.push(tokens.start..end);
        }
    }
    for stretch in backgrounds(scene, pieces) {
        scene.claim(stretch.clone());
        found.push(stretch);
    }
    found
}

/// What stands below `Purpose`, `Background` and the like: sentences that count nothing and list nothing.
fn backgrounds(scene: &Scene<'_>, pieces: &[Piece]) -> Vec<Range<usize>> {
    const LABELS: &[&str] =
        &["purpose", "background", "context", "motivation", "goal", "objective", "introduction", "why", "intro"];
    let mut found = Vec::new();
    let mut pieces = pieces.iter().peekable();
    while let Some(piece) = pieces.next() {
        let is_label = piece.form == Form::Heading && LABELS.contains(&scene.text.norm(piece.tokens.end - 1));
        if !is_label || piece.tokens.len() > 2 {
            continue;
        }
        let mut end = piece.tokens.end;
        while let Some(next) = pieces.next_if(|next| {
            let is_near = end == piece.tokens.end || !(end..next.tokens.start).any(|at| scene.text.norm(at) == "\n\n");
            is_near && next.form == Form::Sentence && tells_nothing(scene, next.tokens.clone())
        }) {
            found.push(next.tokens.clone());
            end = next.tokens.end;
        }
    }
    found
}

/// Whether a sentence counts nothing and lists nothing.
fn tells_nothing(scene: &Scene<'_>, tokens: Range<usize>) -> bool {
    let tells = |at: usize| {
        let is_listing = scene.does(at + 1, Does::Determines) || number::count(scene.text, at + 1).is_some();
        scene.does(at, Does::Has) && is_listing
            || scene.does(at, Does::Equips)
            || scene.does(at, Does::Distributes)
            || matches!(scene.text.norm(at), ":" | ",")
            || scene.table_word(at).is_some()
            || scene.nouns.is_counted(scene.text.norm(at))
            || number::count(scene.text, at).is_some_and(|found| found.value > 1)
            || number::number(scene.text, at).is_some() && scene.text.kind(at) == Some(Kind::Number)
    };
    !tokens.into_iter().any(tells)
}

/// `I'm a product manager, not a techie`, `As a tester of the doorbell app`: the token behind it.
fn writer(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<usize> {
    let norm = |at: usize| scene.text.norm(at);
    let at = tokens.start;
    let behind = match (norm(at), norm(at + 1)) {
        ("i'm" | "we're" | "as", _) => at + 1,
        ("i", "am") | ("we", "are") | ("my", "name") => at + 2,
        _ => return None,
    };
    let is_person = matches!(norm(behind), "a" | "an") && scene.is_nominal(behind + 1);
    let stop = tokens
        .clone()
        .find(|at| matches!(norm(*at), "and" | ";" | "i" | "we" | "who") || *at > behind && norm(*at) == ",");
    let is_free = |end: usize| {
        !(behind..end).any(|at| {
            number::number(scene.text, at).is_some()
                || [Does::Has, Does::Equips].into_iter().any(|does| scene.does(at, does))
        })
    };
    let is_line = norm(at) != "as" || stop.is_some() || scene.text.kind(tokens.end) == Some(Kind::Break);
    let end = match stop {
        // "I'm a manager, not a techie."
        Some(stop) if norm(stop) == "," && norm(stop + 1) == "not" => tokens.end,
        Some(stop) => stop + usize::from(norm(stop) == ","),
        None => tokens.end,
    };
    (is_person && is_line && is_free(end)).then_some(end)
}

/// `it is all about container ships` at the end of a sentence: what the data are about, and no table.
fn topic(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let norm = |at: usize| scene.text.norm(at);
    let about = tokens.clone().find(|at| norm(*at) == "about")?;
    let is_led = about > tokens.start && (scene.does(about - 1, Does::Is) || norm(about - 1) == "all");
    let from = (tokens.start..about).rev().find(|at| norm(*at) == ",").map_or(tokens.start, |at| at + 1);
    let is_it = (from..about).any(|at| matches!(norm(at), "it" | "this" | "it's" | "everything"));
    let tells = |at: usize| {
        matches!(norm(at), "," | ":" | "(")
            || scene.does(at, Does::Equips)
            || scene.does(at, Does::Has)
            || scene.text.kind(at) == Some(Kind::Number)
            || number::number(scene.text, at).is_some()
            || share::share(scene.text, at).is_some()
    };
    let is_short = about - from <= 4 && tokens.end - about <= 6 && !(about..tokens.end).any(tells);
    (is_led && is_it && is_short).then_some(from..tokens.end)
}

/// `For a stats lesson: 1000 adults`: the token behind the colon.
fn purpose(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<usize> {
    let norm = |at: usize| scene.text.norm(at);
    let is_for = norm(tokens.start) == "for" && scene.does(tokens.start + 1, Does::Determines);
    let colon = (tokens.start + 2..tokens.end.min(tokens.start + 8)).find(|at| norm(*at) == ":").filter(|_| is_for)?;
    let phrase = scene.phrase(tokens.start + 1, colon).filter(|phrase| phrase.name.end == colon)?;
    let is_rows = lex::is_table_noun(&scene.words(phrase.name), scene.language);
    let counts = scene.quantity(colon + 1, tokens.end).is_some_and(|quantity| quantity.is_count && quantity.max > 1);
    (counts && !is_rows).then_some(colon + 1)
}
