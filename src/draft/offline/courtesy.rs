//! Words of letters, chats and tickets that say nothing of data: greetings, closings with the names below them, numbers of tickets.

use std::ops::Range;

use super::lex;
use super::scene::Scene;
use super::segments::Piece;
use crate::draft::text::{Kind, Text};

/// Words that begin a greeting.
const GREETINGS: &[&str] = &[
    "hi",
    "hello",
    "hey",
    "dear",
    "hallo",
    "moin",
    "servus",
    "liebe",
    "lieber",
    "guten",
    "bonjour",
    "salut",
    "hola",
    "buenos",
    "buenas",
    "estimado",
    "estimada",
    "estimados",
    "ciao",
    "salve",
    "buongiorno",
    "gentile",
    "olá",
    "oi",
    "caro",
    "cara",
    "caros",
    "prezado",
    "prezados",
    "bom",
    "yo",
    "morning",
    "afternoon",
    "good",
    "greetings",
    "cher",
    "chère",
    "chers",
    "querido",
    "querida",
    "sehr",
];

/// Words behind a greeting that are whom it greets.
const GREETED: &[&str] = &[
    "all",
    "team",
    "everyone",
    "everybody",
    "folks",
    "guys",
    "there",
    "you",
    "colleagues",
    "friends",
    "zusammen",
    "leute",
    "kollegen",
    "alle",
    "tag",
    "morgen",
    "tous",
    "équipe",
    "todos",
    "equipo",
    "días",
    "tardes",
    "tutti",
    "equipe",
    "pessoal",
    "dia",
    "morning",
    "afternoon",
    "evening",
    "sir",
    "madam",
    "damen",
    "herren",
    "again",
    "et",
    "à",
    "a",
    "und",
    "geehrte",
    "geehrter",
    "mr",
    "mrs",
    "ms",
    "herr",
    "frau",
    "data",
    "both",
    "the",
    "e",
    "y",
];

/// Beginnings of closings.
const CLOSINGS: &[&[&str]] = &[
    &["regards"],
    &["kind", "regards"],
    &["best", "regards"],
    &["warm", "regards"],
    &["with", "kind", "regards"],
    &["many", "thanks"],
    &["thanks"],
    &["thank", "you"],
    &["thx"],
    &["cheers"],
    &["best"],
    &["all", "the", "best"],
    &["best", "wishes"],
    &["sincerely"],
    &["yours"],
    &["ta"],
    &["viele", "grüße"],
    &["liebe", "grüße"],
    &["beste", "grüße"],
    &["mit", "freundlichen", "grüßen"],
    &["freundliche", "grüße"],
    &["gruß"],
    &["grüße"],
    &["danke"],
    &["vielen", "dank"],
    &["mfg"],
    &["lg"],
    &["vg"],
    &["cordialement"],
    &["bien", "cordialement"],
    &["bien", "à", "vous"],
    &["merci"],
    &["merci", "d'avance"],
    &["merci", "beaucoup"],
    &["à", "bientôt"],
    &["saludos"],
    &["un", "saludo"],
    &["gracias"],
    &["muchas", "gracias"],
    &["grazie"],
    &["grazie", "mille"],
    &["saluti"],
    &["cordiali", "saluti"],
    &["un", "saluto"],
    &["obrigado"],
    &["obrigada"],
    &["muito", "obrigado"],
    &["atenciosamente"],
    &["cumprimentos"],
    &["abraço"],
    &["um", "abraço"],
];

/// Most words of a line that closes, or that is a name below it.
const SHORT: usize = 6;

/// Claims courtesies; gives where they stand.
pub fn read(scene: &mut Scene<'_>, pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if let Some(first) = pieces.first() {
        let mut start = first.tokens.start;
        if let Some(end) = ticket(scene.text, start, first.tokens.end) {
            found.push(start..end);
            start = end;
        }
        found.extend(greeting(scene.text, start, first.tokens.end).map(|end| start..end));
    }
    if let Some(start) = closing(scene, pieces) {
        found.push(start..scene.text.tokens.len());
    }
    for range in &found {
        scene.claim(range.clone());
    }
    found
}

/// `TEST-2291:`: the number of a ticket and its colon.
fn ticket(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    let word = text.quote(at..at + 1);
    let is_number = word.contains(|c: char| c.is_ascii_digit())
        && word.starts_with(|c: char| c.is_ascii_uppercase() || c == '#')
        && word.contains(['-', '#', '_']);
    let colon = at + 1;
    (is_number && colon < end && matches!(text.norm(colon), ":" | "-")).then_some(colon + 1)
}

/// The token behind a greeting that ends in a comma, an exclamation mark or the line.
fn greeting(text: &Text<'_>, at: usize, end: usize) -> Option<usize> {
    if !GREETINGS.contains(&text.norm(at)) {
        return None;
    }
    let is_name = |at: usize| {
        let is_big = text.get(at).is_some_and(|token| text.prose[token.start..].starts_with(char::is_uppercase));
        text.kind(at) == Some(Kind::Word)
            && (GREETED.contains(&text.norm(at)) || GREETINGS.contains(&text.norm(at)) || is_big)
    };
    let stop = (at + 1..end.max(at + 1)).find(|at| !is_name(*at)).unwrap_or(end);
    let is_closed = stop >= end || matches!(text.norm(stop), "," | "!" | "." | ":" | "-");
    let is_short = stop - at <= SHORT;
    match text.norm(at) {
        _ if !is_short => None,
        _ if is_closed => Some(if stop >= end { end } else { stop + 1 }),
        "hi" | "hello" | "hey" | "hallo" | "hola" | "ciao" | "bonjour" | "salut" | "olá" | "oi" | "yo" => Some(at + 1),
        _ => None,
    }
}

/// Where the closing begins, among the last lines.
fn closing(scene: &Scene<'_>, pieces: &[Piece]) -> Option<usize> {
    let text = scene.text;
    let from = pieces.len().saturating_sub(5).max(1);
    let tail = pieces.get(from..)?;
    let asks = |at: usize| lex::format(text.norm(at)).is_some();
    let is_short = |piece: &Piece| {
        piece.tokens.len() <= SHORT
            && !piece.tokens.clone().any(asks)
            && !piece.tokens.clone().any(|at| text.kind(at) == Some(Kind::Number) || text.norm(at) == ":")
    };
    let first = tail.iter().position(|piece| {
        let at = piece.tokens.start;
        let starts = |words: &&&[&str]| words.iter().enumerate().all(|(k, word)| text.norm(at + k) == *word);
        let Some(words) = CLOSINGS.iter().filter(starts).max_by_key(|words| words.len()) else { return false };
        let next = text.norm(at + words.len());
        let ends = at + words.len() >= piece.tokens.end
            || matches!(next, "," | "!" | "." | "for" | "a" | "in" | "so" | "very" | "and" | "from" | "aus" | "im");
        let begins_line =
            at == 0 || matches!(text.kind(at - 1), Some(Kind::Break)) || matches!(text.norm(at - 1), "." | "!" | "?");
        ends && begins_line && is_short(piece)
    })?;
    let rest = &tail[first..];
    rest.iter().skip(1).all(is_short).then(|| rest[0].tokens.start)
}
