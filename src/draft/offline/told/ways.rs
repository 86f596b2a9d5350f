//! `paid by card, cash or transfer`, `sold as tablet, capsule or syrup`, `made of oak, pine or steel` -> the column of the way.

use std::ops::Range;

use super::{Told, is_called, rest};
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::{list, share};

/// Verbs, the words behind them, and what their choices are called.
const WAYS: &[(&[&str], &[&str], &str)] = &[
    (
        &["paid", "pay", "pays", "payable", "settled"],
        &["by", "in", "via", "with", "through", "using", "either"],
        "payment method",
    ),
    (&["shipped", "sent", "dispatched", "transported", "carried", "moved"], &["by", "via", "with"], "shipping method"),
    (&["delivered"], &["by", "via", "with"], "delivery method"),
    (&["sold", "supplied", "packaged", "dispensed"], &["as", "in"], "form"),
    (&["come", "comes", "available", "offered"], &["in", "as"], "variant"),
    (
        &["go", "goes", "travel", "travels", "travelled", "commute", "commutes", "arrive", "arrives"],
        &["by", "with"],
        "transport",
    ),
    (
        &[
            "booked",
            "placed",
            "bought",
            "purchased",
            "reported",
            "made",
            "contacted",
            "registered",
            "submitted",
            "ordered",
            "acquired",
        ],
        &["via", "through", "online", "by"],
        "channel",
    ),
    (&["written", "spoken", "taught", "held", "published", "conducted"], &["in"], "language"),
    (&["made", "built", "manufactured", "constructed"], &["of", "from"], "material"),
    (
        &["powered", "driven", "fuelled", "heated", "work", "works", "runs", "run"],
        &["by", "with", "on"],
        "power source",
    ),
];

/// A verb, its preposition and choices of which one holds.
pub(super) fn of_verb(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let word = scene.text.norm(at);
    let (.., name) =
        WAYS.iter().find(|(verbs, leads, _)| verbs.contains(&word) && leads.contains(&scene.text.norm(at + 1)))?;
    let from = at + 2 + usize::from(scene.does(at + 2, Does::Determines));
    let found = list::list(scene.text, from).filter(|found| found.end <= clause.end)?;
    let is_weighted = found.value.iter().any(|item| item.weight.is_some());
    let is_choice = is_weighted || (from..found.end).any(|at| scene.does(at, Does::Parts));
    let names_table = found.value.iter().any(|item| super::table_at(scene, item.tokens.end - 1).is_some())
        || share::share(scene.text, from).is_some();
    if !is_choice
        || names_table
        || is_called(scene, clause)
        || super::has(scene, table, name)
        || !scene.is_free(from..found.end)
    {
        return None;
    }
    Some(Told { words: (*name).to_owned(), generator: None, name: at..at + 2, said: from..found.end })
}

/// `full-time or part-time as "employment"`: values first, and what they are called behind.
pub fn called(scene: &Scene<'_>, item: Range<usize>) -> Option<Told> {
    let name = item.end.checked_sub(1).filter(|name| *name > item.start + 2)?;
    let lead = name - 1;
    let is_led = scene.text.norm(lead) == "as" || matches!(scene.text.norm(lead), "called" | "named");
    let found = list::list(scene.text, item.start).filter(|found| is_led && found.end <= item.end)?;
    let values = item.start..lead;
    let is_choice = values.clone().any(|at| scene.does(at, Does::Parts)) && found.end >= lead;
    let is_name = names::is_content(scene.text.norm(name)) && lex::output(scene.text.norm(name)).is_none();
    (is_choice && is_name).then(|| Told {
        words: scene.text.norm(name).to_owned(),
        generator: None,
        name: lead..item.end,
        said: values,
    })
}

/// `paid with cash 30% card 70%` as an item of a list of columns.
pub fn of_item(scene: &Scene<'_>, item: Range<usize>, table: &str) -> Option<Told> {
    of_verb(scene, &item, item.start, table)
}

/// `in zone A, B or C`, `in a subject (maths, biology)`: a noun behind a preposition with its choices behind.
pub(super) fn of_noun(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let word = scene.text.norm(at);
    let before = at.checked_sub(1).filter(|before| clause.contains(before))?;
    let lead = if scene.does(before, Does::Determines) { before.checked_sub(1)? } else { before };
    let is_lead = lead >= clause.start && matches!(scene.text.norm(lead), "in" | "of" | "at" | "on" | "from" | "with");
    let is_noun = names::is_content(word) && lex::is_known_column(word, scene.language);
    if !is_lead || !is_noun || super::table_at(scene, at).is_some() || super::has(scene, table, word) {
        return None;
    }
    let is_open = scene.text.norm(at + 1) == "(";
    let from = at + 1 + usize::from(is_open);
    let found = list::list(scene.text, from).filter(|found| found.end <= clause.end)?;
    let is_choice = is_open
        || found.value.iter().any(|item| item.weight.is_some())
        || (from..found.end).any(|at| scene.does(at, Does::Parts));
    let names_table = found.value.iter().any(|item| super::table_at(scene, item.tokens.end - 1).is_some());
    let is_free = scene.is_free(from..found.end);
    (is_choice && !names_table && is_free).then(|| Told {
        words: word.to_owned(),
        generator: None,
        name: at..at + 1,
        said: at..rest(scene, at, clause.end).end.max(found.end + usize::from(is_open)),
    })
}
