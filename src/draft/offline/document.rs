//! What is said of the whole: output formats, locale, seed, title.

use std::ops::Range;

use super::frame::Frame;
use super::scene::Scene;
use super::segments::{Form, Piece};
use super::words::Does;
use crate::draft::ir::Param;
use crate::draft::lexicon::{self, LONGEST_PLACE, Place};
use crate::draft::offline::lex;
use crate::draft::text::language::Language;
use crate::draft::text::{Kind, number};

/// Reads output formats: a format's name behind `as`, `in`, `to`, or on its own at the end of a sentence. Runs before the
/// sentences, so that the names of formats are no tables and no columns. Where none is asked for, files that head what they have, such as
/// `tickets.csv: id, title`, say what they are.
pub fn outputs(scene: &mut Scene<'_>, pieces: &[Piece]) {
    for piece in pieces {
        let mut at = piece.tokens.start;
        while at < piece.tokens.end {
            at = output(scene, piece, at).unwrap_or(at + 1);
        }
    }
    if !scene.ir.outputs.is_empty() {
        return;
    }
    for at in 0..scene.text.tokens.len() {
        let heads = |(stem, _): &(String, &str)| scene.text.norm(at) == stem;
        if let Some(format) = scene.text.file(at).filter(heads).and_then(|(_, ending)| lex::output(ending)) {
            put_output(scene, &format);
        }
    }
}

/// Most words of a format's name: `newline delimited json`, `sql inserts for postgres` are two.
const LONGEST: usize = 4;

/// The longest format at a token, and the token behind its name.
fn format_at(scene: &Scene<'_>, at: usize, end: usize) -> Option<(String, usize)> {
    let is_word = scene.text.get(at).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Quoted));
    let longest = (1..=LONGEST.min(end - at)).rev().filter(|_| is_word);
    longest.into_iter().find_map(|count| {
        let words = scene.words(at..at + count);
        let is_plain = (at..at + count).all(|at| scene.text.kind(at) != Some(Kind::Mark));
        Some((lex::output(&words).filter(|_| is_plain)?, at + count))
    })
}

/// Words behind the name of a format that belong to it.
fn is_tail(word: &str) -> bool {
    matches!(
        word,
        "file"
            | "files"
            | "dump"
            | "format"
            | "output"
            | "export"
            | "please"
            | "pls"
            | "datei"
            | "dateien"
            | "database"
            | "db"
            | "script"
            | "scripts"
            | "inserts"
            | "insert"
            | "statements"
            | "workbook"
            | "sheet"
            | "document"
            | "documents"
            | "bitte"
            | "dump."
            | "import"
    )
}

/// Words before the name of a format that say that it is asked for.
fn leads(scene: &Scene<'_>, at: usize) -> bool {
    scene.does(at, Does::Places)
        || matches!(
            scene.text.norm(at),
            "output"
                | "outputs"
                | "format"
                | "formats"
                | "dump"
                | "file"
                | "files"
                | "export"
                | "exported"
                | "a"
                | "an"
                | "the"
                | "one"
                | "single"
                | "als"
                | "au"
                | "formato"
                | "en"
                | "im"
                | "as"
                | "need"
                | "want"
                | "get"
                | "pls"
                | "please"
                | "prefer"
                | "load"
                | "import"
                | "both"
                | "->"
                | "give"
                | "me"
                | "in"
                | "ausgabe"
                | "sortie"
                | "salida"
                | "uscita"
                | "saída"
                | "fichier"
                | "archivo"
                | "arquivo"
                | "deliver"
                | "delivered"
                | "write"
                | "plain"
                | "produce"
        )
}

/// Reads the format at a token, if it is asked for; gives the token behind it.
fn output(scene: &mut Scene<'_>, piece: &Piece, at: usize) -> Option<usize> {
    let range = piece.tokens.clone();
    let (format, end) = format_at(scene, at, range.end).filter(|_| !scene.is_claimed(at))?;
    let before = at.checked_sub(1).filter(|before| *before >= range.start);
    let is_mark = |at: usize, marks: &[&str]| marks.contains(&scene.text.norm(at));
    let is_asked = match before {
        None => true,
        Some(_) if welcome(scene, end, range.end).is_some() => true,
        // `payload: json` is a type.
        Some(before) if is_mark(before, &[":", "=", "("]) => {
            before > range.start && (leads(scene, before - 1) || scene.text.norm(before - 1) == "note")
                || is_tail(scene.text.norm(end))
        }
        // `python, sql or excel` are values, unless one of them has been asked for.
        Some(before)
            if is_mark(before, &[",", "/"]) || scene.does(before, Does::Joins) || scene.does(before, Does::Parts) =>
        {
            let is_last = end == range.end && !scene.does(before, Does::Parts) && piece.form != Form::Item;
            let goes_on =
                before > range.start && scene.is_claimed(before - 1) && format_at(scene, before - 1, before).is_some();
            goes_on || is_last || is_tail(scene.text.norm(end))
        }
        Some(before) => {
            leads(scene, before) || is_tail(scene.text.norm(end)) || end == range.end && piece.form != Form::Item
        }
    };
    if !is_asked {
        return None;
    }
    let is_before = |at: usize| {
        leads(scene, at)
            || scene.does(at, Does::Joins)
            || scene.does(at, Does::Asks)
            || matches!(
                scene.text.norm(at),
                "," | ":"
                    | "/"
                    | "("
                    | "all"
                    | "them"
                    | "it"
                    | "everything"
                    | "sent"
                    | "provided"
                    | "saved"
                    | "written"
            )
    };
    let mut start = at;
    while start > range.start && is_before(start - 1) && !scene.is_claimed(start - 1) && at - start < 4 {
        start -= 1;
    }
    let mut stop = end;
    if let Some((more, behind)) = welcome(scene, end, range.end) {
        for format in more {
            put_output(scene, &format);
        }
        stop = behind;
    }
    while stop < range.end && is_tail(scene.text.norm(stop)) {
        stop += 1;
    }
    if start == range.start && scene.text.norm(stop) == ":" {
        stop += 1;
    }
    let quote = scene.quote(at..end);
    if put_output(scene, &format) {
        scene.ir.evidence.push(quote);
    }
    scene.claim(start..stop);
    Some(stop)
}

/// `csv or sqlite is fine`, `json works`, `parquet would do`: what stands behind a format and says that it will do: the other formats
/// named, and the token behind.
fn welcome(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Vec<String>, usize)> {
    const FINE: &[&str] =
        &["fine", "ok", "okay", "good", "great", "enough", "preferred", "best", "perfect", "welcome", "nice"];
    let (mut at, mut more) = (at, Vec::new());
    while at < end && (scene.does(at, Does::Parts) || scene.does(at, Does::Joins) || scene.text.norm(at) == ",") {
        let Some((format, behind)) = format_at(scene, at + 1, end) else { break };
        more.push(format);
        at = behind;
    }
    let verb = at + usize::from(scene.does(at, Does::May));
    let fine = (verb + 1..end.min(verb + 3)).find(|at| FINE.contains(&scene.text.norm(*at)));
    let behind = match scene.text.norm(verb) {
        _ if verb >= end => None,
        "works" | "work" | "do" | "suffice" | "suffices" => Some(verb + 1),
        _ => fine.filter(|_| scene.does(verb, Does::Is)).map(|fine| fine + 1),
    }?;
    Some((more, behind))
}

/// Adds an output; one with a dialect takes the place of the same format without. Gives whether it says anything new.
fn put_output(scene: &mut Scene<'_>, output: &str) -> bool {
    let format = output.split(':').next();
    match scene.ir.outputs.iter_mut().find(|known| known.split(':').next() == format) {
        Some(known) if known.contains(':') || !output.contains(':') => return false,
        Some(known) => output.clone_into(known),
        None => scene.ir.outputs.push(output.to_owned()),
    }
    true
}

/// Reads nationalities and countries: of a table where one stands beside it, of the whole otherwise.
pub fn locales(scene: &mut Scene<'_>, pieces: &[Piece]) {
    for piece in pieces {
        let mut at = piece.tokens.start;
        while at < piece.tokens.end {
            let Some((place, tokens)) = place_at(scene, piece, at) else {
                at += 1;
                continue;
            };
            at = tokens.end;
            match place {
                Place::Supported(locale) => locale_at(scene, piece, tokens, locale),
                Place::Unsupported { name, nearest } => {
                    scene.cannot(
                        tokens.clone(),
                        format!("there are no names and addresses of {name}; those of `{nearest}` come nearest"),
                    );
                    locale_at(scene, piece, tokens, nearest);
                }
            }
        }
    }
}

/// The country or people that a token begins to speak of, and its tokens: one, or as many as `Estados Unidos` has.
fn place_at(scene: &Scene<'_>, piece: &Piece, at: usize) -> Option<(Place, Range<usize>)> {
    let end = (at + LONGEST_PLACE).min(piece.tokens.end);
    let is_word = |at: usize| scene.text.get(at).is_some_and(|token| token.kind == Kind::Word);
    let words = (at..end).take_while(|at| is_word(*at)).count();
    let tokens = (1..=words).rev().map(|length| at..at + length);
    let mut places = tokens.filter_map(|tokens| {
        let phrase = scene.quote(tokens.clone());
        let place = match tokens.len() {
            1 => {
                let is_many = piece.tokens.contains(&tokens.end)
                    && scene.is_nominal(tokens.end)
                    && scene.is_plural(tokens.end)
                    && phrase.len() <= 3;
                // "Of german travelers".
                let is_demonym = ["an", "ish", "ese", "ch"].iter().any(|end| phrase.ends_with(end))
                    && at > piece.tokens.start
                    && matches!(scene.text.norm(at - 1), "of" | "for" | "by")
                    && scene.is_nominal(tokens.end)
                    && scene.is_plural(tokens.end);
                let is_in_front =
                    scene.table_word(tokens.end).is_some() || leads_to_place(scene, piece, at) || is_many || is_demonym;
                lex::place(&phrase, scene.language, is_in_front)
            }
            _ if phrase.starts_with(char::is_uppercase) => lexicon::locale(&phrase),
            _ => None,
        };
        place.map(|place| (place, tokens))
    });
    places.next().filter(|(_, tokens)| !is_value(scene, piece, tokens))
}

/// What stands between people and where they are from, articles included.
const FROM: [&str; 13] =
    ["from", "in", "across", "the", "throughout", "aus", "den", "de", "des", "los", "dai", "da", "dos"];

/// Whether the word in front says that a place follows: `from Spain`.
fn leads_to_place(scene: &Scene<'_>, piece: &Piece, at: usize) -> bool {
    let lead = at.saturating_sub(1 + usize::from(at > 0 && scene.text.norm(at - 1) == "the"));
    at > piece.tokens.start && matches!(scene.text.norm(lead), "from" | "in" | "aus" | "across" | "throughout")
}

/// Whether a word is one value of a list of values and says nothing of where people are from.
fn is_value(scene: &Scene<'_>, piece: &Piece, tokens: &Range<usize>) -> bool {
    let (first, end) = (tokens.start, tokens.end);
    let near = |at: usize| {
        at < piece.tokens.end && (matches!(scene.text.norm(at), "," | "/" | "(" | ")") || scene.does(at, Does::Parts))
    };
    // "Oak is French, American or Hungarian".
    let is_choice = first > piece.tokens.start
        && scene.does(first - 1, Does::Is)
        && near(end)
        && (end..piece.tokens.end.min(end + 6)).any(|at| scene.does(at, Does::Parts));
    is_choice
        || first > piece.tokens.start && (near(first - 1) || scene.text.norm(first - 1) == ":") && near(end)
        || scene.does(first.saturating_sub(1), Does::Parts)
        || scene.does(end, Does::Parts)
}

fn locale_at(scene: &mut Scene<'_>, piece: &Piece, tokens: Range<usize>, locale: &str) {
    let (at, end) = (tokens.start, tokens.end);
    let within = |at: usize| if piece.tokens.contains(&at) { scene.table_word(at) } else { None };
    let follows_noun = matches!(scene.language, Language::Fr | Language::Es | Language::It | Language::Pt);
    let in_front = within(at.wrapping_sub(1)).filter(|_| follows_noun);
    let is_from = at > piece.tokens.start && FROM.contains(&scene.text.norm(at - 1));
    let before = (piece.tokens.start..at).rev().take(4).find_map(|at| scene.table_word(at)).filter(|_| is_from);
    let owner = in_front.or_else(|| within(end)).or(before).or_else(|| within(end + 1));
    let quote = scene.quote(tokens.clone());
    match owner.filter(|_| scene.ir.tables.len() > 1) {
        Some(name) => {
            let Some(table) = scene.ir.table_mut(&name) else { return };
            if !table.params.iter().any(|param| param.key == "locale") {
                table.params.push(Param { key: "locale".to_owned(), value: locale.to_owned() });
                table.evidence.push(quote);
            }
        }
        None if scene.ir.locale.is_empty() => {
            locale.clone_into(&mut scene.ir.locale);
            scene.ir.evidence.push(quote);
        }
        None => {
            if !scene.ir.locale.contains(locale) && scene.ir.locale.len() < 40 {
                scene.ir.locale = format!("{}, {locale} 50", with_weight(&scene.ir.locale));
                scene.ir.evidence.push(quote);
            }
        }
    }
    scene.claim(if is_from { at - 1..end } else { tokens });
}

fn with_weight(locale: &str) -> String {
    if locale.contains(' ') { locale.to_owned() } else { format!("{locale} 50") }
}

/// `seed 42`: a seed is given where specs are written; the draft only says so.
pub fn seed(scene: &mut Scene<'_>, pieces: &[Piece]) {
    for piece in pieces {
        for at in piece.tokens.clone().filter(|at| scene.text.norm(*at) == "seed") {
            let start = (at + 1..piece.tokens.end.min(at + 4)).find(|at| number::count(scene.text, *at).is_some());
            let Some(start) = start else { continue };
            scene.cannot(at..start + 1, "a seed stands in the spec as `seed:`, which a draft leaves at 0");
        }
    }
}

/// Names the draft: by what the first table belongs to, by a heading, or by the first table.
pub fn title(scene: &mut Scene<'_>, _frame: &Frame, pieces: &[Piece]) {
    if scene.ir.title.is_empty() {
        scene.ir.title = domain(scene, pieces)
            .or_else(|| heading(scene, pieces))
            .or_else(|| scene.ir.tables.first().map(|table| table.name.clone()))
            .unwrap_or_else(|| "data".to_owned());
    }
    if scene.ir.description.is_empty() {
        let names: Vec<String> = scene.ir.tables.iter().map(|table| table.name.replace('_', " ")).collect();
        scene.ir.description = match &names[..] {
            [] => String::new(),
            [only] => format!("Synthetic {only}."),
            [all @ .., last] => format!("Synthetic {} and {last}.", all.join(", ")),
        };
    }
}

/// `of a gym`, `for an online shop`.
fn domain(scene: &mut Scene<'_>, pieces: &[Piece]) -> Option<String> {
    let piece = pieces.first()?;
    let end = piece.tokens.end.min(piece.tokens.start + 24);
    for at in piece.tokens.start..end {
        let leads = scene.does(at, Does::Belongs)
            || matches!(scene.text.norm(at), "for" | "in" | "at" | "from" | "für" | "pour" | "para" | "per");
        if !leads || !scene.does(at + 1, Does::Determines) {
            continue;
        }
        let Some(phrase) =
            scene.rows_phrase(at + 1, piece.tokens.end).filter(|phrase| phrase.is_single && phrase.name.len() <= 3)
        else {
            continue;
        };
        let free = scene.is_free(phrase.name.clone());
        if free && !super::words::is_unit(scene.text.norm(phrase.name.start), scene.language) {
            scene.claim(at..phrase.whole.end);
            return Some(lex::snake(&scene.words(phrase.name.clone()), scene.language));
        }
    }
    None
}

fn heading(scene: &mut Scene<'_>, pieces: &[Piece]) -> Option<String> {
    let piece = pieces.iter().find(|piece| piece.form == Form::Heading)?;
    let phrase = scene.phrase(piece.tokens.start, piece.tokens.end)?;
    let words = scene.words(phrase.name);
    if super::tables::known_exactly(scene, &words) {
        return None;
    }
    let name = lex::snake(&words, scene.language);
    scene.claim(piece.tokens.clone());
    (name.len() <= 40 && !name.is_empty()).then_some(name)
}
