//! An item of a list -> where the name of its column ends and what is said of it begins: `level beginner or advanced`,
//! `room code like B3.117`, `seats 20 - 450`.

use std::ops::Range;

use super::types;
use crate::draft::offline::clauses;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::Phrase;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::{self, ADJECTIVES, Does};
use crate::draft::text::dates;
use crate::draft::text::{Kind, number, range, share};

/// Words behind a name that say something of its values.
const SAYS: &[&str] = &[
    "missing",
    "empty",
    "null",
    "blank",
    "unknown",
    "unique",
    "distinct",
    "optional",
    "ranging",
    "uniformly",
    "uniform",
    "evenly",
    "normally",
    "normal",
    "bell-shaped",
    "gaussian",
    "exponentially",
    "exponential",
    "lognormally",
    "lognormal",
    "log-normal",
    "right-skewed",
    "skewed",
    "long-tailed",
    "heavy-tailed",
    "averaging",
    "either",
    "out",
];

/// Adjectives that share the noun behind the next one: `first and last name`, `entry and exit time`.
const PAIRED: &[&str] = &[
    "first",
    "last",
    "middle",
    "given",
    "family",
    "maiden",
    "start",
    "end",
    "starting",
    "ending",
    "opening",
    "closing",
    "min",
    "max",
    "minimum",
    "maximum",
    "minimal",
    "maximal",
    "lowest",
    "highest",
    "lower",
    "upper",
    "home",
    "away",
    "work",
    "mobile",
    "private",
    "billing",
    "shipping",
    "delivery",
    "departure",
    "arrival",
    "entry",
    "exit",
    "gross",
    "net",
    "old",
    "new",
    "previous",
    "next",
    "current",
    "actual",
    "planned",
    "expected",
    "scheduled",
    "inner",
    "outer",
    "front",
    "rear",
    "left",
    "right",
    "buying",
    "selling",
    "purchase",
    "sale",
    "sales",
    "source",
    "target",
    "origin",
    "destination",
    "systolic",
    "diastolic",
    "brand",
    "generic",
    "scientific",
    "common",
    "wholesale",
    "retail",
    "day",
    "night",
    "low",
    "high",
    "morning",
    "evening",
    "hourly",
    "daily",
    "weekly",
    "monthly",
    "yearly",
    "annual",
    "postal",
    "issue",
    "due",
    "order",
    "birth",
    "death",
    "pickup",
    "drop-off",
    "check-in",
    "check-out",
    "total",
    "unit",
];

/// Without adjectives behind the name (`email unique`), types (`age integer`) and values (`level beginner, advanced or expert`).
pub fn trimmed(scene: &Scene<'_>, mut phrase: Phrase, end: usize) -> Phrase {
    let is_tail = |at: usize| {
        let word = scene.text.norm(at);
        ADJECTIVES.contains(&word) || names::is_qualifier(word) || types::is_type(word) || is_law(scene, at)
    };
    while phrase.name.len() > 1 && is_spread(scene, phrase.name.start) {
        phrase.name.start += 1;
    }
    phrase.name.start = behind_form(scene, phrase.name.start, phrase.name.end);
    if is_form_alone(scene, &phrase.name) {
        phrase.name.start = phrase.name.end - 1;
        phrase.whole.start = phrase.name.start;
    }
    if phrase.name.len() > 1 && (is_kind(scene, phrase.name.start) || is_origin(scene, &phrase.name)) {
        phrase.name.start += 1;
    }
    let called = phrase.name.start + 1;
    if phrase.name.len() > 2 && names_kind(scene, phrase.name.start) && is_called(scene.text.norm(called)) {
        phrase.name.start = called + 1;
    } else if phrase.name.len() > 1 && is_called(scene.text.norm(phrase.name.start)) {
        phrase.name.start += 1;
    }
    let is_led = matches!(scene.text.norm(phrase.name.end), "for" | "in" | "at");
    let is_whole = is_led && lex::is_known_column(&scene.words(phrase.name.clone()), scene.language);
    if phrase.name.len() > 1 && !is_whole && lists_values(scene, phrase.name.end, end) {
        phrase.name.end = phrase.name.start + known_part(scene, &phrase.name);
    }
    while phrase.name.len() > 1 && is_tail(phrase.name.end - 1) {
        phrase.name.end -= 1;
    }
    // `a due date two weeks later`.
    let is_length = |at: usize| {
        number::number(scene.text, at).is_some_and(|found| words::is_unit(scene.text.norm(found.end), scene.language))
    };
    let says = |at: usize| {
        names::is_qualifier(scene.text.norm(at))
            || shows(scene, at)
            || scene.letter_range(at).is_some()
            || is_length(at)
            || begins_window(scene, at)
            || clauses::is_extreme(scene.text.norm(at)) && number::number(scene.text, at + 1).is_some()
    };
    let cut = (phrase.name.start + 1..phrase.name.end).find(|at| says(*at));
    phrase.name.end = cut.unwrap_or(phrase.name.end);
    phrase.whole.end = phrase.name.end;
    phrase
}

/// Behind `a uniformly distributed` in front of a name.
pub fn behind_law(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    let from = (at..end).find(|at| !scene.does(*at, Does::Determines)).unwrap_or(at);
    if !is_spread(scene, from) {
        let from = (from..end).find(|at| !ADJECTIVES.contains(&scene.text.norm(*at))).unwrap_or(from);
        let form = behind_form(scene, from, end);
        return if form > from { form } else { at };
    }
    (from..end).find(|at| !is_spread(scene, *at)).unwrap_or(at)
}

/// Behind the form of a text in front of its name: `two-digit locker code`, `three letter call sign`, `12-character token`.
fn behind_form(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    const CLASSES: &[&str] = &["digit", "letter", "character", "char"];
    const COUNTS: &[&str] =
        &["single", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "sixteen"];
    let is_count = |word: &str| COUNTS.contains(&word) || word.parse::<u32>().is_ok();
    let word = scene.text.norm(at);
    let glued = word.rsplit_once('-').is_some_and(|(count, class)| is_count(count) && CLASSES.contains(&class));
    let mut behind = at + 1;
    if !glued {
        if !is_count(word) {
            return at;
        }
        behind += usize::from(scene.text.norm(behind) == "-");
        behind += usize::from(matches!(scene.text.norm(behind), "capital" | "uppercase" | "lowercase" | "upper-case"));
        if !CLASSES.contains(&scene.text.norm(behind)) {
            return at;
        }
        behind += 1;
    }
    let is_name = behind < end && scene.is_nominal(behind);
    if is_name { behind } else { at }
}

/// `single capital letter`, `three digit number`, all by itself: the form of a text that is called by what it is made of.
fn is_form_alone(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    let first = scene.text.norm(name.start);
    let is_class = matches!(scene.text.norm(name.end - 1), "letter" | "digit" | "character");
    let is_count = matches!(first, "single" | "one" | "two" | "three" | "four" | "capital" | "uppercase" | "lowercase");
    name.len() > 1 && name.len() <= 3 && is_class && is_count
}

/// `flag` of `a flag needs_reorder`, `boolean` of `a boolean passed`: what a column is, in front of its name.
fn is_kind(scene: &Scene<'_>, at: usize) -> bool {
    let next = scene.text.norm(at + 1);
    match scene.text.norm(at) {
        "boolean" => !matches!(next, "flag" | "column" | "field" | "value"),
        "flag" | "indicator" | "column" | "field" => next.contains('_') || words::is_participle(next),
        _ => false,
    }
}

/// Whether a word gives what stands before it a name.
fn is_called(word: &str) -> bool {
    matches!(word, "called" | "named")
}

/// Whether a word says what kind of column one is: `a boolean called reefer`, `a date named due`.
fn names_kind(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.text.norm(at);
    types::is_type(word)
        || matches!(word, "boolean" | "flag" | "number" | "text" | "string" | "date" | "column" | "field" | "timestamp")
}

/// Whether a window of times begins at a token: `bought_at last 90 days`.
fn begins_window(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.norm(at), "last" | "past" | "next" | "within" | "during" | "since" | "this")
        && dates::window(scene.text, at, &scene.today).is_some_and(|found| found.end > at + 1)
}

/// `Brazilian` of `Brazilian names`: where a text comes from is said by the locale and is no part of its name.
fn is_origin(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    const TEXTS: &[&str] = &["name", "address", "city", "town", "street", "phone", "surname"];
    let first = scene.quote(name.start..name.start + 1);
    let last = names::singular(scene.text.norm(name.end - 1));
    let is_text = TEXTS.contains(&last.as_str()) && first.starts_with(char::is_uppercase);
    is_text && lex::place(&first, scene.language, true).is_some()
}

/// `uniformly distributed` in front of a name.
fn is_spread(scene: &Scene<'_>, at: usize) -> bool {
    matches!(
        scene.text.norm(at),
        "uniformly"
            | "normally"
            | "evenly"
            | "exponentially"
            | "lognormally"
            | "log-normally"
            | "distributed"
            | "bell-shaped"
            | "skewed"
            | "right-skewed"
            | "long-tailed"
            | "heavy-tailed"
            | "strongly"
            | "heavily"
    )
}

/// `normal(32, 6)`, `normal 1500`, `gaussian with`: a law behind a name.
fn is_law(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.norm(at), "normal" | "gaussian" | "exponential" | "poisson" | "follow" | "follows")
        && (matches!(scene.text.norm(at + 1), "(" | "with" | "around" | "about" | "a")
            || number::number(scene.text, at + 1).is_some())
}

/// Whether values go on behind the first one, which stands where the name seems to end: `, active or closed`, `55%, open 45%`.
fn lists_values(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    if at + 1 >= end {
        return false;
    }
    let has_more = |from: usize| (from..end).any(|at| share::share(scene.text, at).is_some());
    let is_part = |at: usize| matches!(scene.text.norm(at), "," | "/" | "|") || scene.does(at, Does::Parts);
    if is_part(at) {
        let is_plain = |at: usize| {
            scene.is_nominal(at)
                || is_part(at)
                || matches!(scene.text.norm(at), ")" | "(" | "yes" | "no" | "not")
                || scene.text.get(at).is_some_and(|token| token.kind == Kind::Number)
        };
        let is_list = scene.text.norm(at) != "," || (at..end).any(|at| scene.does(at, Does::Parts)) || has_more(at);
        // "In transit" of `created/in transit/delivered`.
        let is_lead = |at: usize| matches!(scene.text.norm(at), "in" | "on" | "at" | "to" | "out") && is_part(at - 1);
        let is_joint = |at: usize| scene.does(at, Does::Joins) && has_more(at) || is_lead(at);
        return is_list && (at..end.min(at + 4)).all(|at| is_plain(at) || is_joint(at));
    }
    // "Category open for 85% and wheelchair for 15%".
    if matches!(scene.text.norm(at), "for" | "in" | "at") && share::share(scene.text, at + 1).is_some() {
        let is_rest = |at: usize| matches!(scene.text.norm(at), "rest" | "remainder" | "others");
        let behind = share::share(scene.text, at + 1).map_or(at + 1, |found| found.end);
        return has_more(behind) || (behind..end).any(is_rest);
    }
    if let Some(first) = share::share(scene.text, at) {
        let goes_on = is_part(first.end) || scene.does(first.end, Does::Joins) || scene.is_nominal(first.end);
        return goes_on && first.end < end && has_more(first.end);
    }
    let inside = share::share(scene.text, at + 1).filter(|_| scene.text.norm(at) == "(");
    inside.is_some_and(|inside| scene.text.norm(inside.end) == ")" && inside.end + 1 < end && has_more(inside.end + 1))
}

/// How many words of a name with a value behind are the name: those that the lexicon knows, else all but the last.
fn known_part(scene: &Scene<'_>, name: &Range<usize>) -> usize {
    let is_known = |length: &usize| {
        let words = scene.words(name.start..name.start + length);
        lex::is_known_column(&words, scene.language)
    };
    (1..name.len()).rev().find(is_known).unwrap_or(name.len() - 1)
}

/// `like BH-0042`, `such as red`, `of the form`: what shows values and is no part of a name.
fn shows(scene: &Scene<'_>, at: usize) -> bool {
    let is_form =
        |at: usize| matches!(scene.text.norm(at), "form" | "format" | "pattern" | "shape" | "style" | "forme");
    match scene.text.norm(at) {
        "like" | "wie" | "comme" | "como" | "come" => scene.text.norm(at + 1) != "count",
        "such" | "that's" | "looks" | "looking" | "eg" | "e.g." | "e.g" => true,
        "of" if counts_characters(scene, at + 1) => true,
        "in" if matches!(scene.text.norm(at + 1), "{" | "[") => true,
        "of" | "in" | "with" => is_form(at + 1) || scene.does(at + 1, Does::Determines) && is_form(at + 2),
        _ => false,
    }
}

/// `exactly eight upper-case letters`, `six digits`: how many characters a text has.
fn counts_characters(scene: &Scene<'_>, at: usize) -> bool {
    let at = at + usize::from(matches!(scene.text.norm(at), "exactly" | "precisely" | "always" | "a"));
    let single = (scene.text.norm(at) == "single").then_some(at + 1);
    let end = range::range(scene.text, at)
        .map(|found| found.end)
        .or_else(|| number::number(scene.text, at).map(|found| found.end))
        .or(single);
    let is_class = |at: usize| {
        matches!(
            scene.text.norm(at),
            "letters" | "letter" | "digits" | "digit" | "characters" | "capitals" | "figures" | "numerals"
        )
    };
    end.is_some_and(|end| (end..end + 3).any(is_class))
}

/// Whether bounds of numbers stand at a token, perhaps behind a mark or a verb: `1-6`, `: 1 or 2`, `from 0 to 900`.
pub fn bounds(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let at = if matches!(scene.text.norm(at), ":" | "(" | "=") { at + 1 } else { at };
    let is_range = range::range(scene.text, at).is_some_and(|found| found.end <= end);
    let is_choice = number::number(scene.text, at)
        .is_some_and(|first| scene.does(first.end, Does::Parts) || scene.text.norm(first.end) == ",");
    at < end && (is_range || is_choice)
}

/// Whether what stands behind a name says something of its values: a range, an example, a law, a window, a remark in brackets.
pub fn qualifies(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    if at >= end {
        return false;
    }
    let word = scene.text.norm(at);
    let is_inside = |found: usize| found <= end;
    // "iOS (45)" is a value with its weight.
    let is_weight = word == "("
        && scene.text.norm(at + 2) == ")"
        && scene.text.get(at + 1).is_some_and(|token| token.kind == Kind::Number);
    let is_bracket =
        matches!(word, "(" | ":" | "=") && !is_weight && at + 1 < end && share::share(scene.text, at + 1).is_none();
    let is_window = || dates::window(scene.text, at, &scene.today).is_some_and(|found| is_inside(found.end));
    let is_missing = || {
        share::share(scene.text, at).is_some_and(|found| {
            matches!(scene.text.norm(found.end), "missing" | "empty" | "null" | "blank" | "unknown")
        })
    };
    let is_measure = || {
        number::number(scene.text, at)
            .is_some_and(|found| is_inside(found.end) && words::is_unit(scene.text.norm(found.end), scene.language))
    };
    let is_unit = || word == "in" && words::is_unit(scene.text.norm(at + 1), scene.language);
    let is_for = || {
        matches!(word, "for" | "in" | "on")
            && share::share(scene.text, at + 1).is_some_and(|found| is_inside(found.end))
            && lex::column(&scene.words(at.saturating_sub(1)..at), "", scene.language).column.generator == "bool"
    };
    let is_choice = word == "|" && scene.text.is_glued(at) && scene.text.is_glued(at + 1);
    is_bracket
        || is_choice
        || bounds(scene, at, end)
        || SAYS.contains(&word)
        || shows(scene, at)
        || is_law(scene, at)
        || is_missing()
        || is_measure()
        || is_unit()
        || is_for()
        || is_window()
}

/// The name of an item without what is said of it; none for `the ...`, which speaks of something known.
fn head(scene: &Scene<'_>, item: &Range<usize>) -> Option<Phrase> {
    let phrase = scene.item_phrase(item.start, item.end).filter(|phrase| !phrase.is_definite)?;
    Some(trimmed(scene, phrase, item.end))
}

/// Whether an item is a column for sure; `None` where it cannot be one.
pub fn begins_column(scene: &Scene<'_>, item: &Range<usize>) -> Option<bool> {
    let name = head(scene, item)?.name;
    // "B" of "A, B or C" is a value.
    let quote = scene.text.quote(name.clone());
    if quote.len() == 1 && quote.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(false);
    }
    let is_name = |words: Range<usize>| lex::is_column(&scene.words(words), scene.language);
    if refers(scene, &name) {
        return Some(true);
    }
    let is_known = is_name(name.clone()) || is_name(name.end - 1..name.end) || is_name(name.start..name.start + 1);
    Some(is_known || is_qualified(scene, item))
}

/// Whether a name is one row of a table that there is: a reference among columns.
pub fn refers(scene: &Scene<'_>, name: &Range<usize>) -> bool {
    let wanted = names::key(&scene.words(name.clone()));
    !scene.is_plural(name.end - 1)
        && scene.ir.tables.iter().any(|table| names::table_score(&wanted, &table.name) == 100)
}

/// Whether an item is a name of which something is said that only columns have.
pub fn is_qualified(scene: &Scene<'_>, item: &Range<usize>) -> bool {
    let Some(phrase) = head(scene, item).filter(|phrase| !speaks_of_table(scene, phrase) || has_bounds(scene, phrase))
    else {
        return false;
    };
    let is_split = scene.item_phrase(item.start, item.end).is_some_and(|whole| whole.name.end > phrase.name.end);
    // `Acceptance: one file` is a heading rather than a column.
    let is_known = || lex::is_column(&scene.words(phrase.name.clone()), scene.language);
    let is_choice = || (phrase.name.end..item.end).any(|at| scene.does(at, Does::Parts)) && item.len() <= 12;
    let is_headed = scene.text.norm(phrase.name.end) == ":"
        && !bounds(scene, phrase.name.end, item.end)
        && !is_known()
        && !is_choice();
    phrase.name.len() <= 4 && !is_headed && (qualifies(scene, phrase.name.end, item.end) || is_split && is_known())
}

/// `passengers 1 to 4`: bounds right behind a noun that is no table here say how many of them there are.
fn has_bounds(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let words = scene.words(phrase.name.clone());
    phrase.name.len() == 1
        && range::range(scene.text, phrase.name.end).is_some_and(|found| found.value.max.is_some())
        && scene.find_table(&words).is_none()
        && !scene.nouns.has_rows(&words)
}

/// Whether a phrase is about rows: `animals (1200 rows)`, `rowers weigh 55 kg`, `a SIM card produces 2 bills`, `a table called x`.
pub fn speaks_of_table(scene: &Scene<'_>, phrase: &Phrase) -> bool {
    let words = scene.words(phrase.name.clone());
    let last = phrase.name.end - 1;
    let is_known = |tokens: Range<usize>| {
        let wanted = names::key(&scene.words(tokens));
        scene.ir.tables.iter().any(|table| names::table_score(&wanted, &table.name) >= 80)
    };
    let is_rows = scene.is_plural(last) && lex::is_table_noun(&words, scene.language);
    let begins = (1..=phrase.name.len()).any(|length| {
        let tokens = phrase.name.start..phrase.name.start + length;
        is_known(tokens.clone())
            && (phrase.is_single || scene.is_plural(tokens.end - 1) || tokens.end == phrase.name.end)
    });
    let is_word = |at: usize| {
        let word = scene.text.norm(at);
        scene.does(at, Does::Tables)
            || scene.does(at, Does::Rows)
            || scene.does(at, Does::Columns)
            || names::is_verb(word) && at > phrase.name.start
    };
    is_rows || begins || phrase.name.clone().any(is_word)
}

/// What a law is told by, which is no column: `a median of 32000`, `two decimals`, `a long tail`.
pub fn is_law_item(scene: &Scene<'_>, phrase: &Phrase, end: usize) -> bool {
    let last = scene.text.norm(phrase.name.end - 1);
    let next = scene.text.norm(phrase.name.end);
    let has_number =
        number::number(scene.text, phrase.name.end).is_some() || matches!(next, "of" | "around" | "about" | "up");
    let is_law = matches!(last, "median" | "mean" | "average" | "deviation" | "sd" | "stddev") && has_number
        || matches!(last, "tail" | "shape" | "distribution" | "skew")
            && phrase.name.len() > 1
            && phrase.name.end >= end
        || matches!(last, "decimals" | "digits" | "letters" | "characters" | "decimal") && phrase.name.len() == 1;
    let counts = number::number(scene.text, phrase.name.start).is_some_and(|found| found.end + 1 == phrase.name.end);
    is_law || counts && matches!(last, "decimals" | "decimal" | "digits" | "letters" | "characters" | "places")
}

/// Whether a verb stands in a side clause of an item, as in `whether it is active`, `a fee which is 5 to 20`.
pub fn is_beside(scene: &Scene<'_>, items: &[Range<usize>], at: usize) -> bool {
    let leads = |at: usize| matches!(scene.text.norm(at), "whether" | "which" | "that" | "who" | "where" | "if");
    items.iter().skip(1).any(|item| item.contains(&at) && (leads(at) || (item.start..at).any(leads)))
}

/// `first` of `first and last name`: the name with the noun that stands behind the next one.
pub fn shared(scene: &Scene<'_>, phrase: &Phrase, end: usize) -> Option<String> {
    let is_alone = phrase.name.len() == 1 && phrase.name.end == end;
    let is_paired = |at: usize| PAIRED.contains(&scene.text.norm(at));
    let joint = end + usize::from(scene.text.norm(end) == ",");
    let is_joined = scene.does(joint, Does::Joins) || scene.text.norm(end) == "/";
    if !is_alone || !is_paired(phrase.name.start) || !is_joined {
        return None;
    }
    let next = scene.item_phrase(joint + 1, scene.text.tokens.len()).filter(|next| next.name.len() >= 2)?;
    let noun = next.name.start + 1;
    let is_noun =
        is_paired(next.name.start) && !is_paired(noun) && !words::is_unit(scene.text.norm(noun), scene.language);
    is_noun.then(|| format!("{} {}", scene.text.norm(phrase.name.start), scene.text.norm(noun)))
}
