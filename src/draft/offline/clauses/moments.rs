//! Participles that say when something was (`filled between 2015 and 2020`, `paid after ...`) -> the columns of these times: those
//! that are there, those that the lexicon took for something else, or new ones.

use std::ops::Range;

use super::edit::turn_into;
use super::events::stem;
use super::view::View;
use super::windows::is_time;
use crate::draft::ir::{Column, ColumnType, Origin, Role};
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::Kind;

/// Participles that end otherwise than in `ed`.
const IRREGULAR: &[&str] = &[
    "taken",
    "sold",
    "bought",
    "paid",
    "sent",
    "born",
    "built",
    "held",
    "begun",
    "caught",
    "written",
    "drawn",
    "lent",
    "shot",
    "dug",
    "given",
    "seen",
    "met",
    "found",
    "grown",
    "laid",
    "hung",
    "withdrawn",
    "drunk",
    "eaten",
    "broken",
    "stolen",
    "chosen",
    "driven",
    "flown",
    "sung",
    "worn",
    "spent",
    "won",
    "lost",
    "left",
    "cut",
    "set",
    "put",
    "read",
    "told",
    "sunk",
    "struck",
    "brought",
    "taught",
    "fed",
    "bred",
    "hatched",
    "shorn",
    "sown",
    "bound",
];

/// Participles that say that a row is there, and name no time of their own.
const PLAIN: &[&str] = &[
    "made",
    "placed",
    "dated",
    "happened",
    "occurred",
    "recorded",
    "spread",
    "taken",
    "created",
    "generated",
    "collected",
    "distributed",
    "captured",
    "covered",
    "based",
    "limited",
    "united",
    "needed",
    "wanted",
    "used",
    "called",
    "named",
    "given",
    "put",
    "set",
    "spent",
    "kept",
    "read",
    "held",
    "required",
    "expected",
    "detailed",
    "mixed",
    "fixed",
    "related",
    "assigned",
    "involved",
    "chosen",
    "skewed",
    "centred",
    "centered",
    "weighted",
    "located",
    "situated",
    "allowed",
    "supposed",
    "found",
    "left",
    "seen",
    "told",
    "won",
    "lost",
    "stored",
    "listed",
    "priced",
    "rounded",
    "aged",
    "numbered",
    "tied",
    "linked",
    "shared",
    "split",
    "sorted",
    "ordered",
    "owned",
    "filed",
];

/// Whether a word is a participle.
pub fn is_participle(word: &str) -> bool {
    let is_regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    (is_regular && word.chars().all(char::is_alphabetic)) || IRREGULAR.contains(&word)
}

/// The participle that ends right before a token, over words that add nothing: `was caught on some day in March`.
pub fn participle_before(view: &View<'_, '_>, at: usize) -> Option<Range<usize>> {
    let is_idle = |word: &str| {
        matches!(
            word,
            "some"
                | "time"
                | "sometime"
                | "day"
                | "a"
                | "all"
                | "only"
                | "any"
                | "at"
                | "always"
                | "each"
                | "them"
                | "of"
        )
    };
    let mut end = at;
    while end > view.clause.start && at - end < 4 && is_idle(view.norm(end - 1)) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|last| *last >= view.clause.start)?;
    let is_word = |at: usize| view.kind(at) == Some(Kind::Word);
    if matches!(view.norm(last), "up" | "in" | "out" | "off" | "down") && last > view.clause.start {
        return (is_participle(view.norm(last - 1)) && is_word(last - 1)).then_some(last - 1..end);
    }
    (is_participle(view.norm(last)) && is_word(last)).then_some(last..end)
}

/// The noun of a time that ends before a token over a verb: `starts are in 2023`, `the arrival is on 3 May 2024`.
pub fn noun_before(view: &View<'_, '_>, at: usize) -> Option<Range<usize>> {
    let is_verb = |word: &str| {
        matches!(
            word,
            "is" | "are" | "was" | "were" | "lies" | "lie" | "falls" | "fall" | "always" | "all" | "must" | "be"
        )
    };
    let mut end = at;
    while end > view.clause.start && at - end < 3 && is_verb(view.norm(end - 1)) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|last| *last >= view.clause.start)?;
    is_noun(view.norm(last)).then_some(last..end)
}

/// Whether a word is the noun of a time, in either number.
pub fn is_noun(word: &str) -> bool {
    NOUNS.contains(&word) || word.strip_suffix('s').is_some_and(|one| NOUNS.contains(&one))
}

/// Nouns of times that a list may name without saying so.
const NOUNS: &[&str] = &[
    "start",
    "end",
    "entry",
    "exit",
    "arrival",
    "departure",
    "opening",
    "closing",
    "begin",
    "beginning",
    "finish",
    "deadline",
    "due",
    "expiry",
    "expires",
    "checkin",
    "checkout",
    "entered",
    "exited",
    "beginn",
    "ende",
    "anfang",
    "debut",
    "fin",
    "inicio",
    "inizio",
    "fine",
];

/// Whether a column that the lexicon takes for something else is a time if something is said of it that is said of times.
pub fn may_be_time(column: &Column) -> bool {
    let name = column.name.strip_prefix("is_").unwrap_or(&column.name);
    let last = name.rsplit('_').next().unwrap_or(name);
    // "Arrival" may be a place, unless something is said of it that is said of times.
    let is_place = column.generator == "address.city" && NOUNS.contains(&last);
    let is_open = (is_place || matches!(column.generator.as_str(), "bool" | "text.words"))
        && column.r#type != ColumnType::String
        && column.role == Role::Attribute
        && column.choices.is_empty()
        && column.param("p").is_none_or(|_| column.origin == Origin::Stated);
    is_open && (is_participle(last) && !name.contains('_') || NOUNS.contains(&last))
}

/// Makes sure that a column holds times; gives where it is then.
pub fn ensure(scene: &mut Scene<'_>, place: &Place) -> Place {
    let language = scene.language;
    let Some(column) = scene.column(place).filter(|column| !is_time(column) && may_be_time(column)).cloned() else {
        return place.clone();
    };
    let name = column.name.strip_prefix("is_").unwrap_or(&column.name).to_owned();
    let time = named(&name, &place.table, language);
    let is_flag = name != column.name;
    let name = if is_flag { time.name.clone() } else { name };
    let is_free = scene.ir.table(&place.table).is_some_and(|table| table.column(&name).is_none());
    let name = if is_free || !is_flag { name } else { column.name.clone() };
    if let Some(known) = scene.column_mut(place) {
        turn_into(known, &time.generator);
        known.params.clone_from(&time.params);
        known.r#type = time.r#type;
        known.name.clone_from(&name);
    }
    Place { table: place.table.clone(), column: name }
}

/// The column of a participle or noun: of instants where the lexicon knows it as one, else of days.
fn named(words: &str, table: &str, language: crate::draft::text::language::Language) -> Column {
    let words = words.replace('_', " ");
    if words == "born" {
        return lex::column("birth date", table, language).column;
    }
    let words = match words.strip_suffix('s').filter(|one| NOUNS.contains(one)) {
        Some(one) => one.to_owned(),
        None => words,
    };
    let is_verb = is_participle(words.split(' ').next().unwrap_or(&words));
    let (instant, day) =
        if is_verb { (format!("{words} at"), format!("{words} on")) } else { (words.clone(), format!("{words} date")) };
    let found = lex::column(&words, table, language).column;
    let wanted = if found.generator == "datetime" || !is_verb { instant } else { day };
    let column = lex::column(&wanted, table, language).column;
    if is_time(&column) {
        return column;
    }
    // Starts and ends are instants.
    let mut column = lex::column(if is_verb { "created on" } else { "started at" }, "", language).column;
    column.name = lex::snake(&wanted, language);
    column
}

/// Adds the column of a participle to a table, unless the participle says nothing that the table's own time does not say.
pub fn add(scene: &mut Scene<'_>, table: &str, participle: Range<usize>) -> Option<Place> {
    let words = scene.words(participle.clone());
    let words = words.split(" of ").next().unwrap_or(&words).to_owned();
    if PLAIN.contains(&words.as_str()) {
        return None;
    }
    let mut column = named(&words, table, scene.language);
    column.origin = Origin::Stated;
    column.evidence = vec![scene.quote(participle)];
    let place = Place { table: table.to_owned(), column: column.name.clone() };
    let known = scene.ir.table_mut(table)?;
    if known.column(&column.name).is_none() {
        rename(known, column);
    }
    Some(place)
}

/// Whether a participle names a time of its own.
pub fn names_time(scene: &Scene<'_>, participle: &Range<usize>) -> bool {
    !PLAIN.contains(&scene.text.norm(participle.start))
}

/// What says when a row came to be, in words of its own: it takes the place of the column that such tables usually have.
fn rename(table: &mut crate::draft::ir::Table, column: Column) {
    const BIRTH: &[&str] =
        &["register", "sign", "join", "creat", "enrol", "open", "submit", "order", "plac", "book", "publish"];
    let is_birth =
        |name: &str| BIRTH.iter().any(|stem_of| stem(name.split('_').next().unwrap_or(name)).starts_with(stem_of));
    let usual = table.columns.iter_mut().find(|known| {
        known.origin == Origin::Inferred && known.evidence.is_empty() && is_time(known) && is_birth(&known.name)
    });
    match usual.filter(|_| is_birth(&column.name)) {
        Some(known) => *known = column,
        None => table.columns.push(column),
    }
}

/// The table whose rows a participle is said of: the noun before it, else the one spoken of.
pub fn table_of(view: &View<'_, '_>, participle: usize) -> Option<String> {
    let from = participle.saturating_sub(6).max(view.clause.start);
    let named =
        (from..participle).rev().find_map(|at| view.scene.table_word(at).filter(|_| names::is_content(view.norm(at))));
    named.or_else(|| view.scene.focus.table.clone()).or_else(|| view.table())
}
