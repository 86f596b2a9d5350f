//! `weighs 55 to 110 kg`, `12 to 110 metres deep`, `18 to 75 years old` -> the column of numbers that the verb or adjective means.

use std::ops::Range;

use super::{Told, rest};
use crate::draft::offline::clauses;
use crate::draft::offline::columns;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::{Kind, number, range};

/// What verbs measure. `time` needs a length of time behind it, `length` a length.
const VERBS: &[(&[&str], &str, &str)] = &[
    (&["weigh", "weighs", "weighing", "weighed"], "weight", ""),
    (&["cost", "costs", "costing", "priced"], "price", ""),
    (&["last", "lasts", "lasting", "lasted", "takes", "take", "taking", "took"], "duration", "time"),
    (&["measure", "measures", "measuring"], "length", "length"),
    (&["aged"], "age", ""),
    (&["rated"], "rating", ""),
    (&["graded"], "grade", ""),
    (&["worth"], "value", ""),
    (&["valued"], "value", ""),
    (&["earn", "earns", "earning"], "salary", ""),
    (&["score", "scores", "scoring", "scored"], "score", ""),
    (&["sleeps"], "capacity", ""),
    (&["travels", "covers", "runs", "drives", "covering"], "distance", "length"),
    (&["pesa", "pesan", "pesano", "pesam"], "peso", ""),
    (&["pèse", "pèsent", "pesant"], "poids", ""),
    (&["wiegt", "wiegen"], "gewicht", ""),
    (&["kostet", "kosten"], "preis", ""),
    (&["dauert", "dauern"], "dauer", "time"),
    (&["cuesta", "cuestan"], "precio", ""),
    (&["coûte", "coûtent"], "prix", ""),
    (&["costa", "costano"], "prezzo", ""),
    (&["custa", "custam"], "preço", ""),
];

/// Whether a word measures what stands before it: `a ride takes 3 to 90 minutes`.
pub(super) fn is_verb(word: &str) -> bool {
    const NOUNS: &[&str] =
        &["cost", "costs", "measure", "measures", "score", "scores", "value", "worth", "kosten", "costa", "cover"];
    !NOUNS.contains(&word) && VERBS.iter().any(|(verbs, ..)| verbs.contains(&word))
}

/// `donations are between 5 and 2,000 euros`: rows that are so much money have an amount.
pub(super) fn of_money(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let is_subject = at > clause.start && super::table_at(scene, at - 1).as_deref() == Some(table);
    let is_led = matches!(scene.text.norm(at), "between" | "from" | "of" | "worth" | "over");
    let range = [at + 1, at].into_iter().find_map(|at| range::range(scene.text, at));
    let range = range.filter(|found| found.end <= clause.end && found.value.is_money())?;
    let name = ["amount", "price"].into_iter().find(|name| lex::has_usual(table, name, scene.language));
    let name = name.unwrap_or("amount");
    if !is_subject
        || !(scene.does(at, Does::Is) || is_led)
        || !scene.is_plural(at - 1)
        || super::has(scene, table, name)
    {
        return None;
    }
    let (named, said) = if scene.does(at, Does::Is) { (at..at + 1, at + 1) } else { (at - 1..at, at) };
    Some(Told { words: name.to_owned(), generator: None, name: named, said: said..range.end })
}

/// What adjectives behind a range measure.
const ADJECTIVES: &[(&str, &str)] = &[
    ("old", "age"),
    ("deep", "depth"),
    ("tall", "height"),
    ("high", "height"),
    ("long", "length"),
    ("wide", "width"),
    ("thick", "thickness"),
    ("heavy", "weight"),
    ("away", "distance"),
];

/// Words between a verb and its numbers.
const FLUFF: &[&str] = &[
    "about",
    "around",
    "only",
    "roughly",
    "on",
    "average",
    "usually",
    "mostly",
    "typically",
    "either",
    "at",
    "in",
    "with",
    "is",
    "are",
    "an",
    "a",
];

/// Whether a unit measures time.
fn is_time(word: &str) -> bool {
    matches!(
        names::singular(word).as_str(),
        "second"
            | "minute"
            | "hour"
            | "day"
            | "week"
            | "month"
            | "year"
            | "min"
            | "sec"
            | "h"
            | "s"
            | "hr"
            | "night"
            | "minuten"
            | "stunden"
    )
}

/// Whether a unit measures length.
fn is_length(word: &str) -> bool {
    matches!(
        names::singular(word).as_str(),
        "cm" | "mm"
            | "m"
            | "km"
            | "metre"
            | "meter"
            | "centimetre"
            | "centimeter"
            | "kilometre"
            | "kilometer"
            | "mile"
            | "inch"
            | "foot"
            | "feet"
            | "yard"
    )
}

/// The bounds at a token: the token behind them, and their unit.
fn bounds(scene: &Scene<'_>, at: usize, end: usize) -> Option<(usize, String)> {
    let from = (at..end.min(at + 4))
        .find(|at| !FLUFF.contains(&scene.text.norm(*at)) || range::range(scene.text, *at).is_some())?;
    if let Some(found) = range::range(scene.text, from).filter(|found| found.end <= end) {
        return Some((found.end, found.value.unit));
    }
    let found = number::number(scene.text, from).filter(|found| found.end <= end)?;
    Some((found.end, scene.text.norm(found.end).to_owned()))
}

/// Verbs that say what stands on a thing, and the words behind them.
const LABELS: &[(&[&str], &str)] =
    &[(&["labelled", "labeled"], "label"), (&["numbered"], "number"), (&["tagged"], "tag"), (&["coded"], "code")];

/// `labelled like R2-C07`, `numbered from 1 to 50`.
pub(super) fn of_label(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let (_, name) = LABELS.iter().find(|(verbs, _)| verbs.contains(&scene.text.norm(at)))?;
    let is_shown = matches!(scene.text.norm(at + 1), "like" | "such" | "e.g." | "as" | "with" | "by" | "(" | "using")
        || range::range(scene.text, at + 1).is_some();
    let is_noun = at > clause.start && scene.does(at - 1, Does::Determines);
    if !is_shown || is_noun || super::has(scene, table, name) {
        return None;
    }
    let said = at + 1..rest(scene, at, clause.end).end;
    Some(Told { words: (*name).to_owned(), generator: None, name: at..at + 1, said })
}

/// Whether what is said with a word is a label: `labelled with a single letter`.
pub fn is_label(word: &str) -> bool {
    LABELS.iter().any(|(verbs, _)| verbs.contains(&word))
}

/// `weighs 55 to 110 kg`.
pub(super) fn of_verb(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let word = scene.text.norm(at);
    let (_, name, needs) = VERBS.iter().find(|(verbs, ..)| verbs.contains(&word))?;
    let is_noun = at > clause.start && (scene.does(at - 1, Does::Determines) || scene.does(at - 1, Does::Equips));
    let (behind, unit) = bounds(scene, at + 1, clause.end)?;
    let unit_word = scene.text.norm(behind - 1);
    let fits = match *needs {
        "time" => is_time(&unit) || is_time(unit_word),
        "length" => is_length(&unit) || is_length(unit_word),
        _ => true,
    };
    // "A ride takes 3 to 90 minutes" says how far its end lies from its beginning.
    let is_between = *name == "duration" && scene.ir.table(table).is_some_and(|known| clauses::ends(known).is_some());
    if is_noun || !fits || is_between {
        return None;
    }
    let counted = (*name == "value").then(|| counted(scene, behind)).flatten();
    let words = counted.unwrap_or_else(|| (*name).to_owned());
    if super::has(scene, table, &words)
        && scene
            .ir
            .table(table)
            .is_some_and(|table| table.columns.iter().any(|column| column.evidence.len() > 1 && column.name == words))
    {
        return None;
    }
    let said = at + 1..rest(scene, at, clause.end).end.max(behind);
    Some(Told { words, generator: None, name: at..at + 1, said })
}

/// `worth 3, 5 or 10 credits`: what is counted.
fn counted(scene: &Scene<'_>, behind: usize) -> Option<String> {
    let is_list = |at: usize| {
        scene.does(at, Does::Parts)
            || scene.text.norm(at) == ","
            || scene.text.get(at).is_some_and(|token| token.kind == Kind::Number)
    };
    let behind = (behind..behind + 8).find(|at| !is_list(*at))?;
    let is_noun = scene.is_nominal(behind) && !words::is_unit(scene.text.norm(behind), scene.language);
    (is_noun && names::is_plural(scene.text.norm(behind))).then(|| scene.text.norm(behind).to_owned())
}

/// `12 to 110 metres deep`.
pub(super) fn of_adjective(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let word = scene.text.norm(at);
    let (_, name) = ADJECTIVES.iter().find(|(adjective, _)| *adjective == word)?;
    let is_unit = at > clause.start && scene.text.get(at - 1).is_some_and(|token| token.kind == Kind::Word);
    let from = (clause.start.max(at.saturating_sub(7))..at).find(|from| {
        range::range(scene.text, *from).is_some_and(|found| is_unit && found.end + 1 >= at && found.end <= at + 1)
    })?;
    let unit = scene.text.norm(at - 1);
    let name = if *name == "length" && is_time(unit) { "duration" } else { name };
    let is_age = name != "age" || is_time(unit);
    (is_age && !super::has(scene, table, name) && scene.is_free(from..at)).then(|| Told {
        words: name.to_owned(),
        generator: None,
        name: at..at + 1,
        said: from..at,
    })
}

/// `1 to 5 stars`, `40 to 900 pages`: how many a row has of something that is counted.
pub(super) fn of_part(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let word = scene.text.norm(at);
    let is_part = columns::is_counted_part(&names::singular(word))
        && names::is_plural(word)
        && super::table_at(scene, at).is_none();
    let from = (clause.start.max(at.saturating_sub(6))..at)
        .find(|from| range::range(scene.text, *from).is_some_and(|found| found.end == at || found.end == at + 1))?;
    // "Daily step count, 800 to 22000 steps" says it of the count.
    let one = names::singular(word);
    let is_count = scene.ir.table(table).is_some_and(|known| {
        known.columns.iter().any(|column| column.name.split('_').any(|part| part == one) && column.name != word)
    });
    let is_listed = is_count || scene.ir.relationships.iter().any(|tie| tie.child_table == word);
    (is_part && !is_listed && !super::has(scene, table, word) && scene.is_free(from..at)).then(|| Told {
        words: word.to_owned(),
        generator: None,
        name: at..at + 1,
        said: from..at,
    })
}

/// An item of a list that is a verb with its measure: `weighs 1 to 30 kg`.
pub fn measured(scene: &Scene<'_>, item: Range<usize>, table: &str) -> Option<Told> {
    // At the head of an item such words are names: "articles: cost 1 to 300, score 0 to 10".
    if matches!(scene.text.norm(item.start), "cost" | "score" | "measure") {
        return None;
    }
    of_verb(scene, &item, item.start, table)
}
