//! All sentences -> what the whole description says of each noun, so that one sentence need not decide alone whether it is a table.
//!
//! A noun has rows when something is said of all of them that is said of tables: it stands behind `each`, it is the subject of
//! `has`, a share of it is spoken of ("10% of the stops"), or it is counted beside others. Nouns that mostly measure (`stop`,
//! `line`, `seat`) and words of the request (`sample`, `field`) are tables only where such a thing is said.

use std::collections::BTreeMap;

use super::names;
use super::scene::Scene;
use super::words::{self, Does};
use crate::draft::text::{Kind, Language, number, share};

/// What is said of one noun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Noun {
    /// How often a plain number counts it.
    counted: usize,
    /// The largest of these numbers.
    most: u64,
    /// How often it is said to be so many per something: `30 samples from each well`.
    per_parent: usize,
    /// How often so many of it are spoken of: `up to 12 comments`, `2 to 5 checks`.
    bounded: usize,
    /// How often it stands behind `each` or `every`.
    each: usize,
    /// How often a sentence begins with it and says what it has or is.
    subject: usize,
    /// How often some of it are spoken of: `half of the stops`, `one of the stages`.
    part: usize,
}

/// What is said of all nouns, by their keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nouns {
    by_key: BTreeMap<String, Noun>,
}

/// Words of requests and units of layouts that may be things of the world, with words that make them so.
const THINGS: &[(&str, &[&str])] = &[
    ("sample", &["lab", "laboratory", "well", "blood", "soil", "water", "taken", "barcode", "specimen", "rock"]),
    ("field", &["farm", "crop", "harvest", "hectare", "soil", "acre", "sown", "wheat", "farmer"]),
    ("table", &["restaurant", "cafe", "café", "guest", "reservation", "diner", "waiter", "bistro"]),
    ("file", &["court", "case", "police", "folder", "archive"]),
    ("test", &["lab", "laboratory", "patient", "blood", "pcr", "swab", "result", "driving"]),
];

impl Nouns {
    /// Whether something is said of the noun that is said of tables, beside that there is a number of it.
    pub fn has_rows(&self, words: &str) -> bool {
        self.noun(words).is_some_and(|noun| noun.each + noun.subject + noun.part > 0)
    }

    /// Whether a plain number counts the noun somewhere, or so many are said to stand under each row of another.
    pub fn is_counted(&self, words: &str) -> bool {
        self.noun(words).is_some_and(|noun| noun.counted + noun.per_parent > 0)
    }

    /// Whether a number of them is spoken of anywhere: one number, or bounds.
    pub fn are_several(&self, words: &str) -> bool {
        self.noun(words).is_some_and(|noun| noun.counted + noun.per_parent + noun.bounded > 0)
    }

    /// Whether numbers of several things are spoken of.
    pub fn counts_several(&self) -> bool {
        self.by_key.values().filter(|noun| noun.counted + noun.per_parent + noun.bounded > 0).nth(1).is_some()
    }

    /// Whether a large number of them is counted beside that of each: `40 seats ... 1,000 seats altogether`.
    fn is_counted_at_large(&self, words: &str) -> bool {
        const LARGE: u64 = 100;
        self.noun(words).is_some_and(|noun| noun.counted + noun.per_parent >= 2 && noun.most >= LARGE)
    }

    fn noun(&self, words: &str) -> Option<&Noun> {
        let key = names::key(words);
        self.by_key.get(key.rsplit(' ').next().unwrap_or(&key))
    }
}

/// Takes down what is said of the nouns of a description.
pub fn take_down(scene: &mut Scene<'_>) {
    let mut nouns = Nouns::default();
    let count = scene.text.tokens.len();
    for at in 0..count {
        if scene.text.get(at).is_some_and(|token| token.kind == Kind::Word || token.kind == Kind::Number) {
            look(scene, &mut nouns, at, count);
        }
    }
    scene.things = things(scene, &nouns);
    scene.nouns = nouns;
}

/// What begins at one token.
fn look(scene: &Scene<'_>, nouns: &mut Nouns, at: usize, count: usize) {
    let mut note = |noun: usize, what: fn(&mut Noun)| {
        let key = names::key(scene.text.norm(noun));
        if !key.is_empty() {
            what(nouns.by_key.entry(key).or_default());
        }
    };
    if scene.does(at, Does::Distributes) {
        let is_measured = scene.text.norm(at) == "per";
        if let Some(noun) = head(scene, at + 1, count).filter(|_| !is_measured) {
            note(noun, |noun| noun.each += 1);
        }
    }
    if let Some(found) = share::share(scene.text, at).filter(|found| scene.does(found.end, Does::Belongs))
        && let Some(noun) = head(scene, found.end + 1, count).filter(|noun| scene.is_plural(*noun))
    {
        note(noun, |noun| noun.part += 1);
    }
    let is_one_of = scene.text.norm(at) == "one" && scene.text.norm(at + 1) == "of" && scene.text.norm(at + 2) == "the";
    if let Some(noun) = head(scene, at + 3, count).filter(|noun| is_one_of && scene.is_plural(*noun)) {
        note(noun, |noun| noun.part += 1);
    }
    // "A translator masters one to three languages".
    let verb = at + 2;
    let is_one = matches!(scene.text.norm(at), "a" | "an" | "every" | "each") && !scene.is_plural(at + 1);
    let is_third = scene.is_nominal(at + 1) && scene.is_nominal(verb) && scene.text.norm(verb).ends_with('s');
    let has_several = || scene.quantity(verb + 1, count).is_some_and(|found| found.max > 1);
    if begins(scene, at) && is_one && is_third && has_several() {
        note(at + 1, |noun| noun.subject += 1);
    }
    if begins(scene, at)
        && let Some(noun) = head(scene, at, count)
    {
        let next = noun + 1;
        let is_one = matches!(scene.text.norm(at), "a" | "an" | "each" | "every");
        let is_told = scene.does(next, Does::Has)
            || is_one && (scene.does(next, Does::Is) || scene.does(next, Does::May) || scene.text.norm(next) == ":");
        if is_told {
            note(noun, |noun| noun.subject += 1);
        }
    }
    let bounds = scene.quantity(at, count).filter(|found| !found.is_count && !found.is_vague && found.max > 1);
    let several = bounds.and_then(|found| head(scene, found.end, count)).filter(|noun| scene.is_plural(*noun));
    if let Some(noun) = several.filter(|noun| !scene.is_unit(*noun)) {
        note(noun, |noun| noun.bounded += 1);
    }
    let Some(found) = number::count(scene.text, at).filter(|found| found.value > 1) else { return };
    if let Some(noun) = counted_behind(scene, at, found.end) {
        note(noun, |noun| noun.counted += 1);
        if let Some(noun) = nouns.by_key.get_mut(&names::key(scene.text.norm(noun))) {
            noun.most = noun.most.max(found.value);
        }
        return;
    }
    if !stands_alone(scene, at) {
        return;
    }
    let Some(noun) = head(scene, found.end, count).filter(|noun| scene.is_plural(*noun)) else { return };
    let next = noun + 1;
    // `4 languages and 100 translators`: a sentence that begins with a count beside one of rows.
    let is_joined = scene.does(next, Does::Joins) || scene.text.norm(next) == ",";
    let other = number::count(scene.text, next + 1).filter(|other| is_joined && other.value >= 10);
    let is_beside = begins(scene, at)
        && found.end == noun
        && other.is_some_and(|other| {
            let word = scene.text.norm(other.end);
            scene.is_plural(other.end)
                && !words::counts_parts(word, scene.language)
                && !words::is_unit(word, scene.language)
        });
    // `150 levels with a name`, `1,300 files, each with a reference` at the beginning of a sentence.
    let is_first = at == 0
        || matches!(scene.text.norm(at - 1), "." | "!" | "?")
        || matches!(scene.text.kind(at - 1), Some(Kind::Break | Kind::Bullet));
    let is_listed = scene.does(next, Does::Equips)
        || scene.text.norm(next) == ","
            && scene.does(next + 1, Does::Distributes)
            && scene.does(next + 2, Does::Equips);
    let is_headed = is_first && is_listed && found.value >= 10;
    if is_beside || is_headed || found.end == noun && is_behind_count(scene, at) {
        note(noun, |noun| noun.subject += 1);
    }
    let is_per = scene.does(next, Does::Distributes)
        || scene.does(next, Does::Places) && scene.does(next + 1, Does::Distributes);
    match is_per {
        true => note(noun, |noun| noun.per_parent += 1),
        false => note(noun, |noun| noun.counted += 1),
    }
    if let Some(noun) = nouns.by_key.get_mut(&names::key(scene.text.norm(noun))) {
        noun.most = noun.most.max(found.value);
    }
}

/// `140 translators and 22 languages`: whether a count stands behind another one of rows, which each of something else does not have.
fn is_behind_count(scene: &Scene<'_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(2).filter(|_| scene.does(at - 1, Does::Joins) || scene.text.norm(at - 1) == ",")
    else {
        return false;
    };
    let count = noun.checked_sub(1).and_then(|figure| number::count(scene.text, figure));
    let is_count = count.is_some_and(|count| count.end == noun && count.value >= 10) && stands_alone(scene, noun - 1);
    let is_rows = scene.is_plural(noun) && !words::is_unit(scene.text.norm(noun), scene.language);
    let is_told = |at: &usize| matches!(scene.text.norm(*at), "." | ";" | "" | ":");
    let from = (0..noun).rev().take(14).find(is_told).map_or(noun.saturating_sub(14), |at| at + 1);
    let is_of_one = |at: usize| {
        scene.does(at, Does::Distributes) || matches!(scene.text.norm(at), "a" | "an" | "its" | "with" | "has")
    };
    is_count && is_rows && !(from..noun).any(is_of_one)
}

/// `machines, 40 of them`, `branches (8)`, `wards: 20`: the noun in front that a number counts.
fn counted_behind(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let noun = at.checked_sub(2)?;
    let is_end = |at: usize| {
        scene.text.get(at).is_none_or(|token| matches!(token.kind, Kind::Break | Kind::Bullet))
            || matches!(scene.text.norm(at), "." | ";")
    };
    let is_them = scene.text.norm(end) == "of" && matches!(scene.text.norm(end + 1), "them" | "these" | "those");
    let is_all = scene.text.norm(end) == "in" && matches!(scene.text.norm(end + 1), "all" | "total");
    let fits = match scene.text.norm(at - 1) {
        "," => is_them || is_all,
        "(" => scene.text.norm(end) == ")",
        ":" | "-" | "–" | "—" => is_them || is_all || is_end(end),
        _ => false,
    };
    (fits && scene.is_nominal(noun) && scene.is_plural(noun)).then_some(noun)
}

/// Whether a number counts what follows, rather than being a bound, a value or a day.
fn stands_alone(scene: &Scene<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| scene.text.norm(before));
    !matches!(before, "to" | "between" | "than" | "least" | "most" | "-" | "–" | "/" | "or" | "from" | "x")
        && at.checked_sub(1).is_none_or(|before| scene.text.get(before).is_none_or(|token| token.kind != Kind::Number))
}

/// Whether a sentence or a clause begins at a token.
fn begins(scene: &Scene<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    matches!(scene.text.norm(before), "." | "!" | "?" | ";" | "," | "and" | ":" | "*" | "-")
        || scene.text.get(before).is_none_or(|token| matches!(token.kind, Kind::Break | Kind::Bullet))
}

/// The last word of the noun phrase at a token, words of requests among them.
fn head(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let mut start = at;
    while scene.does(start, Does::Determines) || scene.does(start, Does::Distributes) {
        start += 1;
    }
    let is_thing = |at: usize| THINGS.iter().any(|(thing, _)| names::singular(scene.text.norm(at)) == *thing);
    let is_part = |at: usize| {
        let starts_verb = at > start && names::is_verb(scene.text.norm(at)) && !is_thing(at);
        at < end && (scene.is_nominal(at) || is_thing(at)) && !starts_verb
    };
    let mut stop = start;
    while stop < start + 4 && is_part(stop) {
        stop += 1;
        if scene.is_plural(stop - 1) && !(is_part(stop) && scene.is_plural(stop)) {
            break;
        }
    }
    (stop > start).then(|| stop - 1)
}

/// Words of requests that are things of the world here.
fn things(scene: &Scene<'_>, nouns: &Nouns) -> Vec<&'static str> {
    if scene.language != Language::En {
        return Vec::new();
    }
    let is_said = |word: &str| scene.text.tokens.iter().any(|token| names::singular(&token.norm) == word);
    let is_thing = |thing: &str, company: &[&str]| {
        nouns.by_key.get(thing).is_some_and(|noun| {
            let is_told = noun.each + noun.subject + noun.part + noun.bounded > 0;
            noun.per_parent > 0
                || noun.counted > 0 && noun.most >= 10 && company.iter().any(|word| is_said(word))
                || is_told && (noun.counted > 0 || company.iter().any(|word| is_said(word)))
        })
    };
    THINGS.iter().filter(|(thing, company)| is_thing(thing, company)).map(|(thing, _)| *thing).collect()
}

/// Whether a noun that measures, or stands for a number of a row's parts, is no table here: nothing is said of its rows.
pub fn only_measures(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.text.norm(at);
    words::counts_parts(word, scene.language)
        && !scene.nouns.has_rows(word)
        && !scene.nouns.is_counted_at_large(word)
        && !is_held(scene, word)
}

/// Parts that are rows of their own where those who hold them are spoken of.
const HELD: &[(&str, &[&str])] =
    &[("player", &["team", "club", "squad", "guild", "academy", "franchise"]), ("guest", &["party", "wedding"])];

/// Whether a noun stands for rows of what holds them: the players of a team, not those of a board game.
fn is_held(scene: &Scene<'_>, word: &str) -> bool {
    let one = names::singular(word);
    let Some((_, holders)) = HELD.iter().find(|(held, _)| *held == one) else { return false };
    scene.text.tokens.iter().any(|token| holders.contains(&names::singular(&token.norm).as_str()))
}
