//! Noun phrases -> tables: declared once under all their names, with a row count where one was said.

use std::ops::Range;

use super::form;
use super::frame::Frame;
use super::names;
use super::phrases::Phrase;
use super::scene::Scene;
use super::words::{self, Does};
use crate::diag::Diagnostic;
use crate::draft::ir::{RowsOrigin, Table, Tie};
use crate::draft::offline::lex;
use crate::draft::text::{Kind, Language, number};
use crate::words::grouped;

/// The table that a phrase names, or a new one.
pub fn declare(scene: &mut Scene<'_>, phrase: Range<usize>) -> String {
    let words = scene.words(phrase.clone());
    declare_words(scene, &words, phrase)
}

/// The same of words that stand in these tokens, though perhaps in one.
pub fn declare_words(scene: &mut Scene<'_>, words: &str, phrase: Range<usize>) -> String {
    if let Some(known) = known(scene, words) {
        return known;
    }
    let words = right(scene, words);
    if let Some(known) = known(scene, &words) {
        return known;
    }
    create(scene, &words, phrase)
}

/// The table of exactly these words, or a new one.
pub fn declare_exactly(scene: &mut Scene<'_>, words: &str, phrase: Range<usize>) -> String {
    let wanted = names::key(words);
    let is_it = |table: &&Table| names::key(&table.name) == wanted;
    match scene.ir.tables.iter().find(is_it) {
        Some(known) => known.name.clone(),
        None => create(scene, words, phrase),
    }
}

fn create(scene: &mut Scene<'_>, words: &str, phrase: Range<usize>) -> String {
    // A foreign noun that is not known and of which there are many stands in its plural already.
    let is_many = !lex::is_table_noun(words, scene.language) && are_many(scene, phrase.start);
    let name = if is_many { lex::snake(words, scene.language) } else { lex::table_name(words, scene.language) };
    let one = lex::one(words, scene.language);
    scene.aliases.insert(names::key(words), name.clone());
    scene.aliases.insert(names::key(&one), name.clone());
    let evidence = vec![scene.quote(phrase)];
    if scene.ir.table(&name).is_none() {
        scene.ir.tables.push(Table { name: name.clone(), evidence, ..Table::default() });
    }
    name
}

/// Whether a number of more than one stands before a noun of another language.
fn are_many(scene: &Scene<'_>, at: usize) -> bool {
    if scene.language == Language::En {
        return false;
    }
    let counts = |start: usize| {
        scene
            .quantity(start, at)
            .is_some_and(|quantity| quantity.end + 1 >= at && (quantity.max > 1 || quantity.min > 1))
    };
    (at.saturating_sub(5)..at).any(counts)
}

/// The words with a misspelt noun put right, which is then known under both spellings.
fn right(scene: &mut Scene<'_>, words: &str) -> String {
    let last = words.rsplit(' ').next().unwrap_or(words);
    let singular = names::singular(last);
    // A short noun is more often one that the lexicon lacks: `lakes` are no `likes`.
    if lex::is_table_noun(last, scene.language) || singular.len() < 5 {
        return words.to_owned();
    }
    let closest = lex::closest(last, scene.language).or_else(|| lex::closest(&singular, scene.language));
    let Some(closest) = closest.filter(|closest| lex::is_table_noun(closest, scene.language)) else {
        return words.to_owned();
    };
    let mended = format!("{}{closest}", &words[..words.len() - last.len()]);
    let name = lex::table_name(&mended, scene.language);
    scene.assume(format!("tables.{name}"), format!("`{last}` is taken for `{closest}`"), name.clone());
    scene.aliases.insert(names::key(words), name);
    mended
}

/// The table that some words name without a slip of the pen.
pub fn known(scene: &Scene<'_>, words: &str) -> Option<String> {
    let wanted = form::of_key(&names::key(words));
    if let Some(name) = scene.aliases.get(&wanted.key) {
        return Some(name.clone());
    }
    let index = scene.index();
    let first = |least: u32| {
        let mut tables = index.tables.iter().map(|table| &table.form);
        tables.find(|table| form::of_table(&wanted, table) >= least).map(|table| table.name.clone())
    };
    if let Some(exact) = first(100) {
        return Some(exact);
    }
    // A noun that is known is no slip of the pen for another one: `Fahrten` are no `Fahrer`.
    let is_noun = scene.language != Language::En && lex::is_table_noun(words, scene.language);
    let is_sure = is_noun || lex::knows_table(words, scene.language) || scene.nouns.is_counted(words);
    let least = if is_sure { 80 } else { 40 };
    first(least)
}

/// The only table whose noun ends in a word: `beehives` for `hive`.
pub fn compound(scene: &Scene<'_>, words: &str) -> Option<String> {
    let wanted = names::key(words);
    let mut fitting = scene.ir.tables.iter().filter(|table| names::key(&table.name).ends_with(&wanted));
    let table = fitting.next().filter(|_| wanted.len() >= 4)?;
    fitting.next().is_none().then(|| table.name.clone())
}

/// Whether a word names a table that there is.
pub fn known_exactly(scene: &Scene<'_>, word: &str) -> bool {
    let wanted = form::of_key(&names::key(word.strip_suffix("'s").unwrap_or(word)));
    scene.index().tables.iter().any(|table| form::of_table(&wanted, &table.form) >= 80)
}

/// Whether the words of a phrase can name rows.
pub fn may_be(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let last = scene.text.norm(phrase.name.end - 1);
    let first = scene.text.norm(phrase.name.start);
    let is_generic =
        |at: usize| scene.does(at, Does::Rows) || scene.does(at, Does::Columns) || scene.does(at, Does::Tables);
    let is_thing = phrase.name.len() > 1
        && matches!(
            names::singular(last).as_str(),
            "meter"
                | "point"
                | "value"
                | "line"
                | "place"
                | "option"
                | "record"
                | "entry"
                | "level"
                | "word"
                | "row"
                | "file"
        )
        && !words::is_unit(first, scene.language);
    let is_verb = matches!(
        last,
        "comes"
            | "goes"
            | "takes"
            | "makes"
            | "belongs"
            | "buys"
            | "attends"
            | "writes"
            | "appears"
            | "occurs"
            | "happens"
    );
    let is_pronoun =
        phrase.name.len() == 1 && (is_verb || matches!(last, "others" | "ones" | "rest" | "remainder" | "else"));
    let is_kind = phrase.name.len() == 1 && scene.kinds.contains(&names::singular(last));
    !is_pronoun
        && !is_kind
        && (is_thing || !scene.is_unit(phrase.name.end - 1))
        && (is_thing || !names_nothing(scene, phrase))
        && !(phrase.name.len() == 1
            && (scene.is_unit(phrase.name.start)
                || is_generic(phrase.name.start)
                || scene.does(phrase.name.start, Does::Asks)))
        && lex::format(last).is_none()
        && phrase.name.len() <= 4
}

/// Whether a phrase has no noun that could name rows: number words, pronouns, verbs, formats, forms of address.
fn names_nothing(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let (first, last) = (phrase.name.start, phrase.name.end - 1);
    let is_quoted = scene.text.get(first).is_some_and(|token| token.kind == Kind::Quoted);
    let is_format = |at: usize| lex::format(scene.text.norm(at)).is_some();
    let is_bare = |at: usize| {
        number::number(scene.text, at).is_some()
            || matches!(scene.text.norm(at), "ones" | "those" | "numbers" | "values" | "purposes" | "things" | "stuff")
    };
    let is_verb = scene.language == Language::En
        && !lex::is_table_noun(scene.text.norm(last), scene.language)
        && words::is_verb_only(scene.text.norm(last));
    !is_quoted
        && (is_bare(last)
            || is_verb
            || phrase.name.clone().any(is_format)
            || scene.text.norm(first) == "dear"
            || matches!(scene.text.norm(last), "regards" | "wishes" | "greetings"))
}

/// The table of which a phrase names some rows: `rejected applications`, `only positive tests`, `postpaid cards`.
pub fn whole_of(scene: &Scene<'_>, name: &Range<usize>) -> Option<String> {
    if name.len() < 2 || scene.language != Language::En {
        return None;
    }
    let words = scene.words(name.clone());
    let head = names::key(scene.text.norm(name.end - 1));
    let exact = scene.ir.tables.iter().find(|table| names::key(&table.name) == head);
    let by_head = || {
        let is_own = lex::knows_table(&words, scene.language);
        scene.ir.tables.iter().find(|table| !is_own && names::table_score(&head, &table.name) >= 80)
    };
    let is_other = scene.ir.tables.iter().any(|table| names::key(&table.name) == names::key(&words));
    exact.or_else(by_head).filter(|_| !is_other).map(|table| table.name.clone())
}

/// Gives a table its row count. Two counts that differ are a contradiction.
pub fn count(scene: &mut Scene<'_>, frame: &mut Frame, table: &str, rows: u64, tokens: Range<usize>) {
    let stated = scene.ir.table(table).filter(|known| known.rows_origin == RowsOrigin::Stated).map(|known| known.rows);
    let is_taken_back = frame.counts.get(table).is_some_and(|place| is_corrected(scene, place.end..tokens.start));
    if !is_taken_back && stated.is_some_and(|before| rows <= 12 && before >= rows.saturating_mul(5)) {
        return;
    }
    let place = frame.counts.get(table).cloned().filter(|_| stated.is_some_and(|before| before != rows));
    if place.is_some() && is_no_count(scene, &tokens) {
        return;
    }
    if let (Some(before), Some(place)) = (stated, place)
        && !is_corrected(scene, place.end..tokens.start)
    {
        let first = scene.span(place);
        let message = format!("`{table}` is said to have {} rows and {} rows", grouped(before), grouped(rows));
        let finding =
            Diagnostic::error("E1221", message).and(first, "the other number").help("keep one of the two numbers");
        return scene.refuse(tokens, "one number", finding);
    }
    release(scene, table);
    let evidence = scene.quote(tokens.clone());
    let Some(known) = scene.ir.table_mut(table) else { return };
    known.rows = rows;
    known.rows_origin = RowsOrigin::Stated;
    if !known.evidence.contains(&evidence) {
        known.evidence.push(evidence);
    }
    frame.counts.insert(table.to_owned(), tokens.clone());
    scene.claim(tokens);
}

/// A count of rows of which nobody said whose they are belongs to the only table that lacks one.
pub fn give_loose(scene: &mut Scene<'_>, frame: &mut Frame) {
    let Some((rows, tokens)) = frame.loose_rows.clone() else { return };
    let is_child = |name: &str| scene.ir.relationships.iter().any(|tie| tie.child_table == name);
    let open: Vec<String> = scene
        .ir
        .tables
        .iter()
        .filter(|table| !frame.base.contains(&table.name) && table.rows_origin != RowsOrigin::Stated)
        .map(|table| table.name.clone())
        .filter(|name| frame.listed.contains(name) && !is_child(name))
        .collect();
    if let [only] = &open[..] {
        frame.loose_rows = None;
        count(scene, frame, only, rows, tokens);
    }
}

/// Whether a second number of rows is none: a year, or a number for each row of something else.
fn is_no_count(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let is_year = |at: usize| {
        let is_dated =
            matches!(scene.text.norm(at), "in" | "since" | "from" | "during" | "until" | "of" | "before" | "after");
        is_dated && scene.text.norm(at + 1).parse::<u32>().is_ok_and(|year| (1900..2100).contains(&year))
    };
    (tokens.start.saturating_sub(1)..tokens.end).any(is_year)
        || (tokens.start..tokens.end + 3).any(|at| matches!(scene.text.norm(at), "each" | "every" | "per"))
}

/// Whether the words between two numbers take the first one back: `400 festivals, no wait, 40 festivals`.
fn is_corrected(scene: &Scene<'_>, between: Range<usize>) -> bool {
    let is_near = between.len() <= 12;
    let corrects = |at: usize| {
        let next = scene.text.norm(at + 1);
        match scene.text.norm(at) {
            "sorry" | "actually" | "correction" | "oops" | "rather" | "scratch" | "nein" | "pardon" => true,
            "no" => matches!(next, "wait" | "," | "make" | "sorry"),
            "i" => next == "mean" || next == "meant",
            "make" => matches!(next, "that" | "it"),
            _ => false,
        }
    };
    is_near && between.clone().any(corrects)
}

/// Children whose numbers were only guessed, and of which a total is said now, pick their parents.
fn release(scene: &mut Scene<'_>, table: &str) {
    let guessed = |path: &str, scene: &Scene<'_>| scene.ir.assumptions.iter().any(|known| known.path == path);
    let ties: Vec<(usize, String)> = scene
        .ir
        .relationships
        .iter()
        .enumerate()
        .filter(|(_, tie)| tie.child_table == table && tie.tie == Tie::Owns)
        .map(|(at, tie)| (at, format!("relationships.{table}.{}", tie.child_column)))
        .collect();
    for (at, path) in ties {
        if !guessed(&path, scene) {
            continue;
        }
        let tie = &mut scene.ir.relationships[at];
        (tie.tie, tie.min_children, tie.max_children) = (Tie::Picks, 0, 0);
        scene.ir.assumptions.retain(|known| known.path != path);
        scene.ir.questions.retain(|known| !known.path.starts_with(&path));
    }
}

/// Whether a table was only spoken of: no columns, no count, no relationship.
pub fn is_bare(scene: &Scene<'_>, table: &str) -> bool {
    let is_tied =
        |name: &str| scene.ir.relationships.iter().any(|tie| tie.child_table == name || tie.parent_table == name);
    scene.ir.table(table).is_some_and(|known| known.columns.is_empty() && known.rows == 0 && !is_tied(table))
}
