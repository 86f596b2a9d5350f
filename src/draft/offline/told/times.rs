//! `registered in 2019`, `was landed on a day in 2023`, `bottled later than filled` -> a column that says when, called after its verb.

use std::ops::Range;

use super::{Told, table_at};
use crate::draft::offline::clauses;
use crate::draft::offline::lex;
use crate::draft::offline::phrases::Phrase;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::{dates, number};

/// Participles that have no ending of their own.
const IRREGULAR: &[&str] = &[
    "born",
    "taken",
    "sent",
    "built",
    "made",
    "bought",
    "sold",
    "paid",
    "begun",
    "written",
    "drawn",
    "given",
    "seen",
    "left",
    "held",
    "won",
    "lost",
    "found",
    "caught",
    "grown",
    "sown",
    "run",
    "met",
    "laid",
    "hung",
    "shot",
    "lent",
    "driven",
    "flown",
    "dug",
    "spoken",
    "bred",
    "fed",
    "put",
    "cut",
    "set",
    "brought",
    "forwarded",
    "shown",
    "broken",
];

/// Words like participles that say nothing of when.
const NONE: &[&str] = &[
    "based",
    "called",
    "named",
    "distributed",
    "dated",
    "spread",
    "needed",
    "used",
    "limited",
    "sorted",
    "ordered",
    "followed",
    "related",
    "linked",
    "assigned",
    "made",
    "given",
    "found",
    "run",
    "put",
    "set",
    "cut",
    "united",
    "hundred",
    "indeed",
    "expected",
    "mixed",
    "red",
    "bed",
    "speed",
    "seed",
    "feed",
    "breed",
    "weed",
    "embed",
    "need",
    "exceed",
    "shed",
    "sled",
    "normalised",
    "skewed",
    "shaped",
    "rounded",
    "weighted",
    "supposed",
    "allowed",
    "required",
    "compared",
    "stated",
    "included",
    "simulated",
    "generated",
    "detailed",
    "aged",
    "rated",
    "priced",
    "valued",
    "measured-in",
    "varied",
    "bounded",
    "bell-shaped",
    "right-skewed",
    "long-tailed",
    "heavy-tailed",
    "seen",
    "shown",
    "located",
    "situated",
    "happened",
    "occurred",
    "covered",
    "grouped",
    "divided",
    "split",
    "counted",
    "increased",
    "decreased",
    "limited",
    "fixed",
    "left",
    "scored",
    "unified",
    "considered",
    "wanted",
    "repeated",
    "shared",
    "numbered",
    "labelled",
    "labeled",
    "marked",
];

/// Verbs in the present that say when, and what their column is called.
const PRESENT: &[(&str, &str)] = &[
    ("ends", "end date"),
    ("starts", "start date"),
    ("begins", "start date"),
    ("expires", "expires on"),
    ("expire", "expires on"),
    ("arrives", "arrival"),
    ("departs", "departure"),
];

/// Participles of what has a time of day.
const INSTANTS: &[&str] = &[
    "created",
    "updated",
    "modified",
    "started",
    "ended",
    "finished",
    "completed",
    "opened",
    "closed",
    "logged",
    "raised",
    "acknowledged",
    "resolved",
    "sent",
    "scanned",
    "recorded",
    "measured",
    "captured",
    "detected",
    "triggered",
    "called",
    "posted",
    "uploaded",
    "taken",
    "deleted",
    "logged in",
    "checked in",
    "checked out",
    "connected",
    "disconnected",
    "dispatched",
    "processed",
    "executed",
    "fired",
    "answered",
    "viewed",
    "clicked",
    "dumped",
    "received",
    "read",
];

/// Words that stand between a verb and its time.
const FLUFF: &[&str] = &[
    "on", "at", "some", "any", "a", "an", "day", "days", "date", "dates", "time", "sometime", "somewhen", "only",
    "all", "mostly", "exactly", "always", "random", "randomly", "spread", "evenly", "one", "no", "not", "shortly",
    "soon",
];

/// Parts of verbs: `signed up in 2023`.
const PARTICLES: &[&str] = &["up", "out", "off", "in"];

/// Whether a word is the participle of a verb by its form.
pub fn is_participle(word: &str) -> bool {
    let is_regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    (is_regular || IRREGULAR.contains(&word)) && !NONE.contains(&word)
}

/// Whether what stands at a token says when: a window of time, or an order.
pub fn says_when(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    window(scene, at, end).is_some() || order(scene, at, end)
}

/// The name of a column for the time of a verb: `filled` -> `filled on`.
pub fn time_name(scene: &Scene<'_>, verb: Range<usize>) -> String {
    let words = scene.words(verb);
    match words.as_str() {
        "born" => "birth date".to_owned(),
        _ if INSTANTS.contains(&words.as_str()) => format!("{words} at"),
        _ => format!("{words} on"),
    }
}

/// `registered in 2019`, `was raised after the sensor was installed`.
pub(super) fn of_verb(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let word = scene.text.norm(at);
    if let Some(told) = of_adjective(scene, clause, at, table) {
        return Some(told);
    }
    let present = PRESENT.iter().find(|(verb, _)| *verb == word);
    let is_named = at > clause.start && (scene.does(at - 1, Does::Determines) || scene.does(at - 1, Does::Equips));
    let is_said = has_time_of(scene, table, word);
    if !(is_participle(word) || present.is_some()) || is_named || is_said {
        return None;
    }
    let is_phrasal = is_phrasal(scene, at, clause.end);
    let verb = at..at + 1 + usize::from(is_phrasal);
    let found = window(scene, verb.end, clause.end);
    let is_second = follows(scene, clause, at);
    // "Nobody orders before having registered": the other time may be another table's.
    let is_known = is_second && scene.ir.tables.iter().any(|other| has_time_of(scene, &other.name, word));
    if is_known && found.is_none() {
        return None;
    }
    if found.is_none() && !is_second && !(order(scene, verb.end, clause.end) && is_verb(scene, clause, at)) {
        return None;
    }
    let words = present.map_or_else(|| time_name(scene, verb.clone()), |(_, name)| (*name).to_owned());
    if super::has(scene, table, &words) {
        return None;
    }
    // The clause itself is read for the time: it names the column by its verb.
    Some(Told { words, generator: None, name: verb.clone(), said: verb.end..verb.end })
}

/// Whether a particle belongs to a verb: `signed up in 2023`, `handed in during May`, but not `held in May`.
pub fn is_phrasal(scene: &Scene<'_>, verb: usize, end: usize) -> bool {
    const PREPOSITIONS: &[&str] =
        &["in", "during", "on", "at", "from", "within", "over", "before", "after", "since", "by", "sometime", "some"];
    const PHRASAL: &[&str] = &["handed", "checked", "logged", "turned", "moved", "clocked", "brought", "traded"];
    let (particle, behind) = (scene.text.norm(verb + 1), scene.text.norm(verb + 2));
    match particle {
        "in" if PREPOSITIONS.contains(&behind) => true,
        "in" if behind == "between" => PHRASAL.contains(&scene.text.norm(verb)),
        "in" => window(scene, verb + 1, end).is_none(),
        _ => PARTICLES.contains(&particle),
    }
}

/// `available from some day in May`, `valid until 2026`.
fn of_adjective(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let words = match (scene.text.norm(at), scene.text.norm(at + 1)) {
        ("available", "until" | "till") => "available until",
        ("valid", "until" | "till" | "through" | "to") => "valid until",
        ("available", _) => "available from",
        ("valid", _) => "valid from",
        _ => return None,
    };
    let found = window(scene, at + 1, clause.end).or_else(|| window(scene, at + 2, clause.end));
    (found.is_some() && !super::has(scene, table, words)).then(|| Told {
        words: words.to_owned(),
        generator: Some("date"),
        name: at..at + 1,
        said: at..found.unwrap_or(at),
    })
}

/// `the day it was posted`, `the date on which they joined`: a time by what happened then.
pub fn since(scene: &Scene<'_>, phrase: &Phrase, end: usize) -> Option<Told> {
    let word = scene.text.norm(phrase.name.start);
    let is_time = phrase.name.len() == 1
        && (matches!(word, "day" | "date" | "time" | "moment" | "datetime" | "timestamp")
            || phrase.is_definite && matches!(word, "second" | "minute" | "hour" | "instant" | "year" | "month"));
    let is_inner = |at: usize| {
        scene.does(at, Does::Refers)
            || scene.does(at, Does::Is)
            || scene.does(at, Does::Relates)
            || scene.does(at, Does::Determines)
            || matches!(scene.text.norm(at), "on" | "at" | "when" | "had" | "has" | "have")
    };
    let verb = (phrase.name.end..end).find(|at| !is_inner(*at)).filter(|verb| is_time && *verb > phrase.name.end)?;
    if !is_participle(scene.text.norm(verb)) {
        return None;
    }
    let name = phrase.whole.start..verb + 1;
    Some(Told { words: time_name(scene, verb..verb + 1), generator: None, said: name.end..end, name })
}

/// `in March 2024`, `from the last two years`: when the rows of a table happened that has no time yet.
/// A table whose columns are not listed may yet get a time that such tables usually have.
pub(super) fn of_window(
    scene: &Scene<'_>,
    clause: &Range<usize>,
    at: usize,
    (table, is_listed): (&str, bool),
) -> Option<Told> {
    let found = dates::window(scene.text, at, &scene.today).filter(|found| found.end <= clause.end)?;
    let known = scene.ir.table(table)?;
    let has_time = known.columns.iter().any(|column| {
        matches!(column.generator.as_str(), "date" | "datetime" | "arrivals" | "tick" | "person.birth_date")
    });
    let is_open =
        known.params.is_empty() && !has_time && (is_listed || lex::archetype(table, scene.language).is_none());
    let before = at.checked_sub(1).filter(|before| clause.contains(before))?;
    let is_said_of_rows = table_at(scene, before).is_some() || scene.does(at, Does::Places);
    // "Between March and May 2024" begins with its preposition.
    let is_inner = dates::window(scene.text, before, &scene.today).is_some_and(|outer| outer.end >= found.end)
        || scene.find_column_in(known, scene.text.norm(before)).is_some_and(|(score, _)| score >= 80);
    let is_free = scene.is_free(at..found.end);
    (is_open && is_said_of_rows && is_free && !is_inner).then(|| Told {
        words: "date".to_owned(),
        generator: None,
        name: at..at,
        said: at..at,
    })
}

/// Whether a table has a time of the same verb.
fn has_time_of(scene: &Scene<'_>, table: &str, word: &str) -> bool {
    let Some(table) = scene.ir.table(table) else { return true };
    let wanted = clauses::stem(word);
    table.columns.iter().any(|column| {
        let is_time = matches!(column.generator.as_str(), "date" | "datetime" | "arrivals" | "person.birth_date");
        is_time && column.name.split('_').any(|part| clauses::stem(part) == wanted)
    })
}

/// The end of a window of times that begins at a token or behind words that say nothing.
fn window(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    for from in at..end.min(at + 6) {
        let found = dates::window(scene.text, from, &scene.today).filter(|found| found.end <= end);
        if let Some(found) = found {
            return Some(found.end);
        }
        if !FLUFF.contains(&scene.text.norm(from)) {
            return None;
        }
    }
    None
}

/// `after it was issued`, `no earlier than`, `10 to 120 days after`.
fn order(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let is_word = |at: usize| matches!(scene.text.norm(at), "after" | "before" | "later" | "earlier");
    let mut from = at;
    while from < end && from < at + 6 {
        if is_word(from) {
            return true;
        }
        let number = number::number(scene.text, from).map(|found| found.end);
        let is_inner = FLUFF.contains(&scene.text.norm(from))
            || matches!(
                scene.text.norm(from),
                "to" | "or"
                    | "and"
                    | "between"
                    | "hours"
                    | "minutes"
                    | "weeks"
                    | "months"
                    | "years"
                    | "within"
                    | "least"
                    | "most"
                    | "long"
                    | "right"
                    | "immediately"
            );
        match number {
            Some(behind) => from = behind.max(from + 1),
            None if is_inner => from += 1,
            None => return false,
        }
    }
    false
}

/// Whether a participle is the verb of a clause: behind `was`, `and`, a comma or its table, or at the beginning.
fn is_verb(scene: &Scene<'_>, clause: &Range<usize>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    at == clause.start
        || scene.does(before, Does::Is)
        || scene.does(before, Does::Joins)
        || matches!(scene.text.norm(before), "," | "it" | "they" | "he" | "she" | "always" | "never" | "only" | "then")
        || table_at(scene, before).is_some()
}

/// `after it was issued`, `before having registered`: the other time of an order.
fn follows(scene: &Scene<'_>, clause: &Range<usize>, at: usize) -> bool {
    let from = clause.start.max(at.saturating_sub(5));
    let is_verb = at > clause.start
        && (scene.does(at - 1, Does::Is) || scene.does(at - 1, Does::Has) || scene.text.norm(at - 1) == "having");
    is_verb && (from..at).any(|at| matches!(scene.text.norm(at), "after" | "before" | "than"))
}
