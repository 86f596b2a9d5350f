//! `the annual tax is 90 to 600 euros`, `floor from -1 to 12`, `voice is soprano, alto or bass` -> the column that a clause is about.

use std::ops::Range;

use super::{Told, table_at};
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::Phrase;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::{self, Does};
use crate::draft::offline::{clauses, columns};
use crate::draft::text::{list, number, share};

/// Nouns that speak of the data, not of a column of it.
const NO_NAMES: &[&str] = &[
    "period",
    "span",
    "timespan",
    "timeframe",
    "window",
    "range",
    "seed",
    "format",
    "output",
    "locale",
    "data",
    "dataset",
    "file",
    "number",
    "count",
    "ratio",
    "share",
    "rest",
    "majority",
    "remainder",
    "half",
    "third",
    "quarter",
    "everything",
    "all",
    "most",
    "some",
    "none",
    "others",
    "other",
    "rows",
    "row",
    "records",
    "record",
    "entries",
    "entry",
    "values",
    "value",
    "table",
    "tables",
    "column",
    "columns",
    "field",
    "fields",
    "thing",
    "things",
    "dates",
    "times",
    "numbers",
    "amounts",
    "names",
    "ids",
    "first",
    "last",
    "second",
    "both",
    "either",
    "each",
    "total number",
    "people",
    "example",
    "examples",
    "scope",
    "background",
    "subject",
    "deadline",
    "goal",
    "purpose",
    "description",
    "requirements",
    "notes",
    "note",
    "rule",
    "rules",
    "acceptance",
    "version",
    "database",
    "schema",
    "percent",
    "person",
    "everyone",
    "nobody",
];

/// Words between the name and its value.
const LINKS: &[&str] = &[
    "ranges",
    "range",
    "lies",
    "lie",
    "varies",
    "vary",
    "goes",
    "go",
    "always",
    "mostly",
    "usually",
    "equals",
    "either",
    "just",
    "anywhere",
    "somewhere",
    "only",
    "also",
    "a",
    "an",
    "random",
    "whole",
    "integer",
    "natural",
    "round",
    "decimal",
    "number",
    "amount",
    "set",
];

/// The noun behind `the lowest`, `the maximum`, which is no part of its name; the token itself where there is no such word. Nothing
/// behind `the highest is`, which speaks of a column named before.
fn behind_extreme(scene: &Scene<'_>, start: usize) -> Option<usize> {
    let at = start + usize::from(scene.does(start, Does::Determines));
    if !clauses::is_extreme(scene.text.norm(at)) {
        return Some(start);
    }
    let is_link = matches!(scene.text.norm(at + 1), "is" | "are" | "being" | "of" | "=" | ":");
    let is_number = number::number(scene.text, at + 1).is_some();
    (!is_link && !is_number).then_some(at + 1)
}

/// The column that a clause begins with, its table, and the clause as what is said of it.
pub(super) fn of_clause(scene: &Scene<'_>, clause: &Range<usize>, focus: Option<&str>) -> Option<(String, Told)> {
    let leads = |at: usize| {
        scene.does(at, Does::Joins)
            || matches!(scene.text.norm(at), "where" | "whose" | "," | "for" | "there" | "with" | "here")
    };
    let start = clause.clone().find(|at| !leads(*at))?;
    let start = behind_extreme(scene, start)?;
    let is_owned = || {
        let head = scene.text.norm(start + 1);
        !scene.is_claimed(start + 1) && scene.is_nominal(start + 1) && lex::column(head, "", scene.language).known
    };
    if scene.is_claimed(start) && !scene.does(start, Does::Determines) && !is_owned() {
        return None;
    }
    let owned = owner(scene, start, clause.end);
    let start = owned.as_ref().map_or(start, |(_, start)| *start);
    let phrase = scene.item_phrase(start, clause.end)?;
    let name = columns::trimmed(scene, phrase, clause.end).name;
    let (behind, table) = behind(scene, &name, clause.end)
        .map(|(behind, table)| (behind, Some(table)))
        .unwrap_or((name.end, owned.map(|(table, _)| table)));
    let table = match table {
        Some(table) => table,
        None => super::fitting(scene, focus?, &scene.words(name.clone())),
    };
    let name = without_table(scene, name, &table);
    if !is_name(scene, &name, &table) {
        return None;
    }
    let behind = behind_dependence(scene, behind, clause.end).unwrap_or(behind);
    let value = (behind..clause.end).find(|at| !is_link(scene, *at)).unwrap_or(clause.end);
    let is_said = says(scene, &name, behind, value, clause.end);
    if !is_said || scene.heads_rows(behind) {
        return None;
    }
    let words = scene.words(name.clone());
    let words = if words.contains('_') { words } else { lex::one(&words, scene.language) };
    let generator = says_truth(scene, value).then_some("bool");
    Some((table, Told { words, generator, name: name.clone(), said: name.start..clause.end }))
}

/// Whether a word says what kind of values there are: `placed_at is a timestamp`, `the code is a text`.
fn names_type(scene: &Scene<'_>, value: usize, end: usize) -> bool {
    let has_article = matches!(scene.text.norm(value.wrapping_sub(1)), "a" | "an");
    let is_type = matches!(
        scene.text.norm(value),
        "timestamp"
            | "datetime"
            | "date"
            | "boolean"
            | "flag"
            | "text"
            | "string"
            | "integer"
            | "decimal"
            | "float"
            | "percentage"
    );
    value < end && has_article && is_type
}

/// Behind `depends on the test:`.
fn behind_dependence(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let depends = matches!(scene.text.norm(at), "depends" | "varies" | "differs" | "follows");
    (at..end.min(at + 8)).find(|at| scene.text.norm(*at) == ":").filter(|_| depends).map(|colon| colon + 1)
}

fn is_link(scene: &Scene<'_>, at: usize) -> bool {
    scene.does(at, Does::Is) || scene.does(at, Does::May) || LINKS.contains(&scene.text.norm(at))
}

/// Whether a value is said behind a name.
fn says(scene: &Scene<'_>, name: &Range<usize>, behind: usize, value: usize, end: usize) -> bool {
    if value >= end {
        return false;
    }
    let is_told = value > behind
        && (behind..value).any(|at| {
            scene.does(at, Does::Is)
                || scene.does(at, Does::May)
                || !matches!(scene.text.norm(at), "a" | "an" | "number")
        });
    let choices = list::list(scene.text, value).filter(|found| found.end <= end).is_some_and(|found| {
        found.value.iter().any(|item| item.weight.is_some()) || (value..found.end).any(|at| scene.does(at, Does::Parts))
    });
    let is_typed = is_told && names_type(scene, value, end);
    let is_number = number::number(scene.text, value).is_some() && share::share(scene.text, value).is_none();
    let word = scene.text.norm(value);
    let is_rule = matches!(
        word,
        "never"
            | "one"
            | "between"
            | "true"
            | "false"
            | "equal"
            | "calculated"
            | "computed"
            | "sum"
            | "less"
            | "more"
            | "greater"
            | "higher"
            | "lower"
            | "above"
            | "below"
            | "whatever"
    ) || word == "what" && matches!(scene.text.norm(value + 1), "remains" | "is" | "stays")
        || word == "the"
            && matches!(
                scene.text.norm(value + 1),
                "sum" | "product" | "difference" | "total" | "average" | "mean" | "rest" | "remainder"
            )
        || is_formula(scene, value, end);
    if says_truth(scene, value) && (is_told || matches!(scene.text.norm(name.end), ":" | "=" | "-" | "(")) {
        return true;
    }
    columns::qualifies(scene, value, end) && (is_told || name.len() <= 3)
        || is_told && (choices || is_number || is_rule || is_typed)
}

/// `8% true`, `true for 8%`, `yes in 30%`: how often a flag is set, perhaps behind a mark.
fn says_truth(scene: &Scene<'_>, at: usize) -> bool {
    let at = at + usize::from(matches!(scene.text.norm(at), ":" | "=" | "(" | "-"));
    let is_truth = |at: usize| matches!(scene.text.norm(at), "true" | "false" | "yes" | "no");
    let is_share = |at: usize| share::share(scene.text, at);
    // "Yes 25%, no 75%" are two values.
    let are_two = (at + 1..at + 6)
        .any(|next| is_truth(next) && scene.text.norm(next) != scene.text.norm(at) && is_share(next + 1).is_some());
    if is_truth(at) && are_two && matches!(scene.text.norm(at), "yes" | "no") {
        return false;
    }
    is_share(at).is_some_and(|found| is_truth(found.end))
        || is_truth(at) && (is_share(at + 1).is_some() || is_share(at + 2).is_some())
}

/// `area times rent`, `net plus 19%`: two terms with an operation between them.
fn is_formula(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    // "20% of the gross": of a column, as no table is called so.
    let of =
        share::share(scene.text, at).map(|found| found.end).filter(|of| matches!(scene.text.norm(*of), "of" | "on"));
    if let Some(of) = of {
        let noun = of + 1 + usize::from(scene.does(of + 1, Does::Determines));
        let is_free = noun < end && scene.is_nominal(noun) && table_at(scene, noun).is_none();
        return is_free
            && !NO_NAMES.contains(&scene.text.norm(noun))
            && !matches!(scene.text.norm(noun), "time" | "cases");
    }
    (at..end.min(at + 6))
        .any(|at| matches!(scene.text.norm(at), "times" | "plus" | "minus" | "divided" | "multiplied" | "*" | "/"))
}

/// `the item's price`: the table, and where the name begins.
fn owner(scene: &Scene<'_>, at: usize, end: usize) -> Option<(String, usize)> {
    let noun = (at..end).find(|at| !scene.does(*at, Does::Determines) && !scene.does(*at, Does::Distributes))?;
    let is_owner = scene.text.norm(noun).ends_with("'s") || scene.text.norm(noun + 1) == "'s";
    let table = table_at(scene, noun).filter(|_| is_owner)?;
    Some((table, noun + 1 + usize::from(scene.text.norm(noun + 1) == "'s")))
}

/// `the volume of a package`: the table behind a name, and the token behind it.
fn behind(scene: &Scene<'_>, name: &Range<usize>, end: usize) -> Option<(usize, String)> {
    let of = name.end;
    let noun = of + 1 + usize::from(scene.does(of + 1, Does::Determines) || scene.does(of + 1, Does::Distributes));
    let is_of = scene.does(of, Does::Belongs) && noun < end;
    let table = table_at(scene, noun).filter(|_| is_of)?;
    Some((noun + 1, table))
}

/// `basket total` of baskets is `total`.
fn without_table(scene: &Scene<'_>, name: Range<usize>, table: &str) -> Range<usize> {
    let is_own = name.len() > 1 && table_at(scene, name.start).as_deref() == Some(table);
    if is_own { name.start + 1..name.end } else { name }
}

/// Whether some words can be the name of a column that is not there yet.
fn is_name(scene: &Scene<'_>, name: &Range<usize>, table: &str) -> bool {
    let words = scene.words(name.clone());
    let is_word = |at: usize| {
        let word = scene.text.norm(at);
        names::is_content(word) && !scene.does(at, Does::Asks) && !scene.does(at, Does::Refers)
    };
    let names_table = scene.find_table(&words).is_some() || table_at(scene, name.end.saturating_sub(1)).is_some();
    let is_there = scene.ir.tables.iter().any(|known| {
        let least = if known.name == table { 60 } else { 80 };
        scene.find_column_in(known, &words).is_some_and(|(score, _)| score >= least)
    });
    let phrase = Phrase { whole: name.clone(), name: name.clone(), is_single: false, is_definite: false };
    (1..=4).contains(&name.len())
        && !super::measures::is_verb(scene.text.norm(name.end - 1))
        && !columns::speaks_of_table(scene, &phrase)
        && name.clone().all(is_word)
        && (!NO_NAMES.contains(&words.as_str()) || words == "value" && lex::has_usual(table, "value", scene.language))
        && !words::is_unit(scene.text.norm(name.start), scene.language)
        && !names_table
        && !is_there
}
