//! Tokens -> noun phrases and quantities: `the other unique phone numbers`, `between one and six`, `several`.

use std::ops::Range;

use super::lex;
use super::names;
use super::scene::Scene;
use super::words::{self, ADJECTIVES, Does};
use crate::draft::ir::Shape;
use crate::draft::text::{Kind, Language, dates, number, range, share};

/// A noun phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Determiners, adjectives and the name.
    pub whole: Range<usize>,
    /// The name.
    pub name: Range<usize>,
    /// Whether `a` or `an` stands before it.
    pub is_single: bool,
    /// Whether `the`, `their` or the like stands before it.
    pub is_definite: bool,
}

/// How many of something there are.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Fewest.
    pub min: u64,
    /// Most; 0 for no bound.
    pub max: u64,
    /// The mean, where one was said.
    pub mean: f64,
    /// The spread.
    pub shape: Shape,
    /// Whether it was said in words that leave the numbers open.
    pub is_vague: bool,
    /// Whether it is one plain count.
    pub is_count: bool,
    /// The token behind it.
    pub end: usize,
}

impl Scene<'_> {
    /// Whether a token does something in the sentence.
    pub fn does(&self, at: usize, what: Does) -> bool {
        // "The relations have to be right": who has to do something has nothing.
        if matches!(what, Does::Has | Does::May)
            && matches!(self.text.norm(at), "have" | "has" | "had" | "having")
            && self.text.norm(at + 1) == "to"
        {
            return what == Does::May;
        }
        self.doing(at).does(what)
            && !(matches!(what, Does::Tables | Does::Rows | Does::Columns | Does::Asks) && self.is_thing(at))
            // The verb of a request on the web has nothing.
            && !(what == Does::Has && self.text.quote(at..at + 1) == "GET")
    }

    /// Whether a token is a word of requests that is a thing of the world in this description: `30 samples from each well`.
    pub fn is_thing(&self, at: usize) -> bool {
        !self.things.is_empty() && self.things.contains(&names::singular(self.text.norm(at)).as_str())
    }

    /// Whether a token is a noun in the plural.
    pub fn is_plural(&self, at: usize) -> bool {
        let word = self.text.norm(at);
        if self.language == Language::En { names::is_plural(word) } else { lex::is_plural(word, self.language) }
    }

    /// Whether a token is a noun that measures and names no table; `lines` and `stops` do where the description has rows of them.
    pub fn is_unit(&self, at: usize) -> bool {
        let word = self.text.norm(at);
        words::is_unit(word, self.language)
            && !(words::may_be_rows(word) && (self.is_thing(at) || self.nouns.has_rows(word)))
    }

    /// Whether a token can be part of a name.
    pub fn is_nominal(&self, at: usize) -> bool {
        self.text.get(at).is_some_and(|token| match token.kind {
            Kind::Word if self.is_verb_here(at) => false,
            Kind::Word => !words::is_function(self.language, &token.norm) || self.is_thing(at),
            Kind::Quoted => true,
            _ => false,
        })
    }

    /// Whether a colon stands at a token, and rows are counted behind it: `a library: 3,000 books and 800 readers`.
    pub fn heads_rows(&self, colon: usize) -> bool {
        let found = self.quantity(colon + 1, self.text.tokens.len()).filter(|_| self.text.norm(colon) == ":");
        found.is_some_and(|found| found.is_count && self.table_word(found.end).is_some())
    }

    /// Whether a word that may be a noun is a verb because of what follows: `codes look like AB-12`, `ratings range from 1 to 5`.
    fn is_verb_here(&self, at: usize) -> bool {
        let next = self.text.norm(at + 1);
        match self.text.norm(at) {
            "look" | "looks" => next == "like",
            "range" | "ranges" => matches!(next, "between" | "from"),
            "come" | "comes" => next == "with",
            // "Students pay 5 to 20"; a monthly pay is a noun.
            "pay" | "cost" => {
                at > 0 && self.is_plural(at - 1) && (next == "between" || self.text.kind(at + 1) == Some(Kind::Number))
            }
            _ => false,
        }
    }

    /// The noun phrase at a token, at most up to `end`: a name as long as names go.
    pub fn phrase(&self, at: usize, end: usize) -> Option<Phrase> {
        self.name(at, end, |scene, at| scene.is_nominal(at))
    }

    /// As [`Scene::phrase`], in a list of columns: `make`, `test result` and `file name` are names there.
    pub fn item_phrase(&self, at: usize, end: usize) -> Option<Phrase> {
        self.name(at, end, |scene, at| {
            // "A maximum depth", "an average price".
            let is_measure = matches!(scene.text.norm(at), "maximum" | "minimum" | "average")
                && matches!(scene.text.norm(at.wrapping_sub(1)), "a" | "an");
            is_measure && scene.is_nominal(at + 1)
                || scene.is_nominal(at)
                || words::is_request_noun(scene.text.norm(at))
        })
    }

    fn name(&self, at: usize, end: usize, is_part: fn(&Self, usize) -> bool) -> Option<Phrase> {
        let (start, is_single, is_definite) = self.skip_determiners(at, end);
        let mut stop = start;
        while stop < end
            && (is_part(self, stop) || self.is_inner(start, stop, end) || self.is_measured_by(start, stop, end))
        {
            stop += 1;
        }
        let is_end = |at: usize| {
            at >= end
                || matches!(self.text.norm(at), "," | ";" | "(" | ":" | "")
                || self.does(at, Does::Joins)
                || self.does(at, Does::Is)
        };
        let is_open = stop > start && stop < end;
        let is_done = |at: usize| self.text.norm(at) == "for" && words::is_participle(self.text.norm(at - 1));
        let is_led =
            is_open && (matches!(self.text.norm(stop), "on" | "at" | "by") || is_done(stop)) && is_end(stop + 1);
        // "Emp no" and "invoice no 1 to 300" are numbers.
        let is_number = is_open
            && self.text.norm(stop) == "no"
            && (is_end(stop + 1) || self.text.kind(stop + 1) == Some(Kind::Number))
            && self.language == Language::En;
        if is_led || is_number {
            stop += 1;
        }
        (stop > start).then_some(Phrase { whole: at..stop, name: start..stop, is_single, is_definite })
    }

    /// The noun phrase at a token that names rows: it ends where a verb begins, and behind a plural.
    pub fn rows_phrase(&self, at: usize, end: usize) -> Option<Phrase> {
        let mut phrase = self.phrase(at, end)?;
        let first = self.quote(phrase.name.start..phrase.name.start + 1);
        let is_from = phrase.name.len() > 1 && lex::place(&first, self.language, true).is_some();
        phrase.name.start += usize::from(is_from);
        phrase.name.start += usize::from(self.is_called_table(&phrase));
        // "We sell gift cards": what is done with the rows is no part of their name.
        let is_done = phrase.name.len() > 1
            && names::is_verb(self.text.norm(phrase.name.start))
            && phrase.name.start > 0
            && matches!(self.text.norm(phrase.name.start - 1), "we" | "i" | "they" | "you");
        phrase.name.start += usize::from(is_done);
        phrase.name.start += self.adjectives(phrase.name.clone());
        let words = phrase.name.clone();
        let known = (1..=words.len().min(4)).rev().find(|length| {
            let words = self.words(words.start..words.start + length);
            self.ir.tables.iter().any(|table| names::table_score(&names::key(&words), &table.name) == 100)
        });
        let length = known.unwrap_or_else(|| self.nouns(words.clone(), phrase.is_single));
        phrase.name.end = words.start + length;
        phrase.whole.end = phrase.name.end;
        (length > 0).then_some(phrase)
    }

    /// Whether a phrase begins with the word for a table and goes on with its name: ``the table `turbines` ``, `TABLE samples`.
    fn is_called_table(&self, phrase: &Phrase) -> bool {
        let at = phrase.name.start;
        let is_loud = self.quote(at..at + 1).chars().all(char::is_uppercase);
        let is_quoted = self.text.kind(at + 1) == Some(Kind::Quoted);
        phrase.name.len() > 1 && self.does(at, Does::Tables) && (phrase.is_definite || is_loud || is_quoted)
    }

    /// How many words before a German noun describe it: `deutsche Teilnehmer`, `verschiedene Seminare`.
    fn adjectives(&self, words: Range<usize>) -> usize {
        if self.language != Language::De {
            return 0;
        }
        let starts_big = |at: usize| {
            self.text.get(at).is_some_and(|token| self.text.prose[token.start..].starts_with(char::is_uppercase))
        };
        words.clone().position(starts_big).filter(|count| *count <= 2).unwrap_or(0)
    }

    /// How many of some words name rows.
    fn nouns(&self, words: Range<usize>, is_single: bool) -> usize {
        if self.language != Language::En {
            return self.foreign_nouns(words);
        }
        let is_plural = |at: usize| names::is_plural(self.text.norm(at));
        let is_counted = self.is_behind_count(words.start);
        let is_verb = |at: usize| {
            let word = self.text.norm(at);
            let is_noun = || {
                at + 1 == words.end && self.ends_noun(at)
                    || !is_single && self.is_within_noun(at, words.end)
                    || is_counted && !is_plural(at - 1) && is_plural(at)
            };
            words::is_verb_behind(word) || names::is_verb(word) && !is_noun()
        };
        if super::sentence::ends_in_verb(self, &words) {
            return words.len() - 1;
        }
        for at in words.start + 1..words.end {
            let verb = match is_single {
                true => is_plural(at) && at + 1 != words.end || is_verb(at),
                false => is_plural(at - 1) && !is_plural(at) || is_verb(at),
            };
            if verb {
                return at - words.start;
            }
        }
        words.len()
    }

    /// Whether a word that may be a verb (`reports`, `visits`) is a noun behind another: nothing stands behind it that is done.
    fn ends_noun(&self, at: usize) -> bool {
        let next = at + 1;
        let is_end = self.text.get(next).is_none_or(|token| matches!(token.kind, Kind::Break | Kind::Bullet))
            || matches!(self.text.norm(next), "," | "." | ";" | ":" | "(" | "!" | "?");
        let goes_on = self.does(next, Does::Equips) || self.does(next, Does::Has) || self.does(next, Does::Is);
        (is_end || goes_on) && !names::is_plural(self.text.norm(at - 1)) && names::is_plural(self.text.norm(at))
    }

    /// Whether a word that may be a verb stands within a compound: `log` of `web server log lines`, since a server logs and does
    /// not log.
    fn is_within_noun(&self, at: usize, end: usize) -> bool {
        at + 1 < end
            && !names::is_plural(self.text.norm(at - 1))
            && !names::is_plural(self.text.norm(at))
            && names::is_plural(self.text.norm(at + 1))
    }

    /// Whether a count of more than one stands right in front: `350 pothole reports`.
    fn is_behind_count(&self, at: usize) -> bool {
        (at.saturating_sub(3)..at)
            .any(|from| number::count(self.text, from).is_some_and(|found| found.end == at && found.value > 1))
    }

    /// How many of some words name rows in another language: nouns that belong together stand in one word, or the lexicon knows them.
    fn foreign_nouns(&self, words: Range<usize>) -> usize {
        let known = (2..=words.len().min(3)).rev().find(|length| {
            let words = self.words(words.start..words.start + length);
            super::lex::knows_table(&words, self.language)
        });
        let starts_big = |at: usize| {
            self.text.get(at).is_some_and(|token| self.text.prose[token.start..].starts_with(char::is_uppercase))
        };
        match self.language {
            Language::De => words.clone().take_while(|at| *at == words.start || starts_big(*at)).count(),
            _ => known.unwrap_or(1),
        }
    }

    /// The `of` within a name: `date of birth`, `number of rooms`.
    fn is_inner(&self, start: usize, at: usize, end: usize) -> bool {
        let is_head = at > start && (names::takes_of(self.text.norm(at - 1)) || self.is_romance_of(at));
        let next = if self.does(at + 1, Does::Determines) { at + 2 } else { at + 1 };
        let is_of = self.does(at, Does::Belongs) || (is_head && self.does(at, Does::Determines));
        is_head && is_of && next < end && (self.is_nominal(next) || self.does(at + 1, Does::Determines) && at + 2 < end)
    }

    /// The bare `de` of a name in a Romance language: `temps de préparation`, `stazione di partenza`, `forma de pago`. Where an
    /// article is in it (`du`, `del`, `da`), it speaks of a thing that is known.
    fn is_romance_of(&self, at: usize) -> bool {
        let is_bare = matches!(
            (self.language, self.text.norm(at)),
            (Language::Fr | Language::Es | Language::Pt, "de") | (Language::Fr, "d'" | "d") | (Language::It, "di")
        );
        let is_noun = !names::is_plural(self.text.norm(at - 1)) && self.table_word(at - 1).is_none();
        is_bare && is_noun && self.is_nominal(at + 1) && number::number(self.text, at + 1).is_none()
    }

    /// The preposition within the name of a measure: `time on page`, `age at death`, `days until expiry`, `price per kilo`.
    fn is_measured_by(&self, start: usize, at: usize, end: usize) -> bool {
        const TIMES: &[&str] = &["time", "day", "hour", "minute", "second", "week", "month", "year", "night"];
        const SIZES: &[&str] = &["distance", "age", "weight", "temperature", "pressure", "height", "length"];
        const PRICES: &[&str] = &["price", "cost", "fee", "rate", "charge", "pay", "rent", "salary", "revenue"];
        let (next, lead) = (at + 1, self.text.norm(at));
        if self.language != Language::En || at == start || next >= end || !self.is_nominal(next) {
            return false;
        }
        let head = names::singular(self.text.norm(at - 1));
        let is_head = |heads: &[&str]| heads.contains(&head.as_str());
        let word = self.text.norm(next);
        let is_unit = words::is_unit(word, self.language);
        if lead == "per" && is_head(PRICES) {
            return is_unit
                || matches!(word, "head" | "person" | "piece" | "item" | "sqm" | "guest" | "lesson" | "dozen");
        }
        let fits = match lead {
            "on" | "in" | "until" | "till" | "since" => is_head(TIMES),
            "to" | "from" => is_head(TIMES) || head == "distance",
            "at" => is_head(SIZES) || head == "time",
            _ => false,
        };
        fits && !is_unit
            && !names::is_plural(word)
            && !matches!(word, "utc" | "gmt" | "today" | "now" | "random" | "present" | "euro" | "local")
            && dates::window(self.text, at, "2000-01-01").is_none()
            && dates::window(self.text, next, "2000-01-01").is_none()
    }

    fn skip_determiners(&self, at: usize, end: usize) -> (usize, bool, bool) {
        let (mut start, mut is_single, mut is_definite) = (at, false, false);
        while start < end {
            let word = self.text.norm(start);
            let is_mark = matches!(word, "*" | "_" | "`" | "**");
            let is_adjective = ADJECTIVES.contains(&word)
                && start + 1 < end
                && (self.is_nominal(start + 1) || ADJECTIVES.contains(&self.text.norm(start + 1)));
            if !(self.does(start, Does::Determines) || is_mark || is_adjective) {
                break;
            }
            is_single |= matches!(
                word,
                "a" | "an"
                    | "one"
                    | "another"
                    | "ein"
                    | "eine"
                    | "einen"
                    | "einer"
                    | "un"
                    | "une"
                    | "una"
                    | "um"
                    | "uma"
                    | "uno"
            );
            is_definite |= matches!(
                word,
                "the"
                    | "their"
                    | "its"
                    | "this"
                    | "these"
                    | "those"
                    | "his"
                    | "her"
                    | "der"
                    | "die"
                    | "das"
                    | "le"
                    | "la"
                    | "les"
                    | "el"
                    | "los"
                    | "las"
            );
            start += 1;
        }
        (start, is_single, is_definite)
    }

    /// A number of children, of rows or of picks at a token.
    pub fn quantity(&self, at: usize, end: usize) -> Option<Quantity> {
        // "Either one or two planes".
        let is_either = self.text.norm(at) == "either" && self.text.kind(at + 1).is_some();
        let at = at + usize::from(is_either);
        let found = self
            .mean(at)
            .or_else(|| self.none_to(at))
            .or_else(|| self.two_bounds(at))
            .or_else(|| self.bounds(at).filter(|found| found.max > 1 && found.end > at + 2))
            .or_else(|| self.vague(at))
            .or_else(|| self.bounds(at))
            .or_else(|| self.plain(at))?;
        (found.end <= end).then_some(found)
    }

    /// `on average 4`, `an average of 4`, `about 4`.
    fn mean(&self, at: usize) -> Option<Quantity> {
        const LEADS: &[&[&str]] = &[
            &["on", "average"],
            &["an", "average", "of"],
            &["average", "of"],
            &["a", "mean", "of"],
            &["averaging"],
            &["im", "schnitt"],
            &["durchschnittlich"],
            &["en", "moyenne"],
            &["en", "promedio"],
            &["in", "media"],
            &["em", "média"],
            &["on", "avg"],
            &["avg"],
            &["around"],
            &["about"],
            &["roughly"],
        ];
        let lead =
            LEADS.iter().find(|lead| lead.iter().enumerate().all(|(k, word)| self.text.norm(at + k) == *word))?;
        let mut start = at + lead.len();
        if matches!(self.text.norm(start), "about" | "around" | "roughly" | "etwa" | "environ") {
            start += 1;
        }
        let is_loose = lead.len() == 1 && lead[0] != "averaging" && lead[0] != "durchschnittlich" && lead[0] != "avg";
        let found = number::number(self.text, start)?;
        if found.value.percent || is_loose && range::range(self.text, start).is_some() {
            return None;
        }
        let is_total = is_loose && found.value.value >= 20.0;
        let whole = found.value.value as u64;
        Some(Quantity {
            min: if is_total { whole } else { 0 },
            max: if is_total { whole } else { 0 },
            mean: found.value.value,
            shape: Shape::Poisson,
            is_vague: false,
            is_count: is_loose && found.value.is_whole,
            end: found.end,
        })
    }

    /// `several`, `one or more`, `any number of`.
    fn vague(&self, at: usize) -> Option<Quantity> {
        const PHRASES: &[(&[&str], u64, u64)] = &[
            (&["one", "or", "more"], 1, 5),
            (&["1", "or", "more"], 1, 5),
            (&["at", "least", "one"], 1, 5),
            (&["zero", "or", "more"], 0, 5),
            (&["0", "or", "more"], 0, 5),
            (&["any", "number", "of"], 0, 8),
            (&["a", "number", "of"], 2, 6),
            (&["a", "couple", "of"], 2, 3),
            (&["a", "few"], 2, 4),
            (&["a", "handful", "of"], 3, 6),
            (&["lots", "of"], 5, 20),
            (&["many"], 2, 10),
            (&["several"], 2, 5),
            (&["multiple"], 2, 5),
            (&["various"], 2, 5),
            (&["numerous"], 5, 15),
            (&["a", "lot", "of"], 5, 20),
            (&["some"], 1, 5),
            (&["few"], 1, 3),
            (&["mehrere"], 2, 5),
            (&["mehreren"], 2, 5),
            (&["viele"], 3, 10),
            (&["einige"], 2, 5),
            (&["plusieurs"], 2, 5),
            (&["varios"], 2, 5),
            (&["varias"], 2, 5),
            (&["muchos"], 3, 10),
            (&["diversi"], 2, 5),
            (&["più"], 2, 5),
            (&["vários"], 2, 5),
            (&["várias"], 2, 5),
            (&["diverse"], 2, 5),
            (&["quelques"], 2, 4),
            (&["diversas"], 2, 5),
            (&["one", "to", "many"], 1, 5),
        ];
        let starts = |phrase: &[&str]| phrase.iter().enumerate().all(|(k, word)| self.text.norm(at + k) == *word);
        // "A number of passengers between 0 and 80" is a column.
        let is_column = starts(&["a", "number", "of"])
            && (at + 4..at + 6).any(|noun| {
                let is_told = matches!(self.text.norm(noun), "that" | "which") && self.does(noun + 1, Does::Is);
                let value = noun + if is_told { 2 } else { 0 };
                let is_led = is_told || matches!(self.text.norm(noun), "between" | "from" | "at" | "of");
                is_led && range::range(self.text, value).is_some()
            });
        if is_column {
            return None;
        }
        let (phrase, min, max) = PHRASES.iter().find(|(phrase, ..)| starts(phrase))?;
        Some(Quantity {
            min: *min,
            max: *max,
            mean: 0.0,
            shape: Shape::Uniform,
            is_vague: true,
            is_count: false,
            end: at + phrase.len(),
        })
    }

    /// `between one and six`, `1-3`, `up to 5`, `at least 2`.
    fn bounds(&self, at: usize) -> Option<Quantity> {
        let found = range::range(self.text, at)?;
        let whole = |number: &number::Number| {
            (number.is_whole && !number.percent && number.value >= 0.0).then_some(number.value as u64)
        };
        let min = found.value.min.as_ref().map(whole);
        let max = found.value.max.as_ref().map(whole);
        if matches!(min, Some(None)) || matches!(max, Some(None)) || found.value.is_money() {
            return None;
        }
        let (min, max) = (min.flatten().unwrap_or(0), max.flatten().unwrap_or(0));
        let shape = if min == max { Shape::Fixed } else { Shape::Uniform };
        let is_count = min == max && max >= LARGE && self.exactly(at) > 0;
        Some(Quantity { min, max, mean: 0.0, shape, is_vague: false, is_count, end: found.end })
    }

    /// `none to three`, `none or one`.
    fn none_to(&self, at: usize) -> Option<Quantity> {
        let start = if self.text.norm(at) == "between" { at + 1 } else { at };
        let is_led = matches!(self.text.norm(start), "none" | "no" | "nought" | "nil")
            && matches!(self.text.norm(start + 1), "to" | "or" | "and" | "-" | "–");
        let most = number::count(self.text, start + 2).filter(|_| is_led)?;
        let (max, end) = (most.value, most.end);
        Some(Quantity { min: 0, max, mean: 0.0, shape: Shape::Uniform, is_vague: false, is_count: false, end })
    }

    /// `at least one and at most 30`.
    fn two_bounds(&self, at: usize) -> Option<Quantity> {
        let least = self.bounds(at).filter(|found| found.max == 0)?;
        let skip = usize::from(self.does(least.end, Does::Joins) || matches!(self.text.norm(least.end), "," | "but"))
            + usize::from(self.text.norm(least.end + 1) == "but");
        let most = self.bounds(least.end + skip).filter(|found| skip > 0 && found.min == 0 && found.max > 0)?;
        Some(Quantity { min: least.min, max: most.max, end: most.end, shape: Shape::Uniform, ..least })
    }

    /// The `on average` behind a number and what it counts: `3 orders on average`, `3 orders each on average`.
    pub fn average_behind(&self, at: usize) -> Option<Range<usize>> {
        const TAILS: &[&[&str]] = &[
            &["on", "average"],
            &["on", "avg"],
            &["im", "schnitt"],
            &["im", "durchschnitt"],
            &["en", "moyenne"],
            &["en", "promedio"],
            &["in", "media"],
            &["em", "média"],
        ];
        for start in at + 1..at + 6 {
            if TAILS.iter().any(|tail| tail.iter().enumerate().all(|(k, word)| self.text.norm(start + k) == *word)) {
                return Some(start..start + 2);
            }
            let is_end = self.text.get(start).is_none_or(|token| !matches!(token.kind, Kind::Word | Kind::Quoted));
            if is_end || self.does(start, Does::Equips) || self.does(start, Does::Joins) {
                return None;
            }
        }
        None
    }

    /// Whether `on average` leads to a number: `on average a hangar has 4 planes`.
    fn average_before(&self, at: usize) -> bool {
        let is_verb = at > 0 && self.does(at - 1, Does::Has);
        let from = at.saturating_sub(7);
        let lead = (from..at.saturating_sub(1))
            .rev()
            .take_while(|at| !matches!(self.text.norm(*at), "." | ";" | ":" | "\n" | "\n\n"))
            .find(|at| self.text.norm(*at) == "average" && *at > 0 && self.text.norm(at - 1) == "on");
        is_verb && lead.is_some()
    }

    /// `a quarter of a million`, `a third of a thousand`: a count, and the token behind it.
    pub fn part_of_scale(&self, at: usize) -> Option<(u64, usize)> {
        let part = at + usize::from(matches!(self.text.norm(at), "a" | "one"));
        let parts: u64 = match self.text.norm(part) {
            "half" => 2,
            "third" => 3,
            "quarter" => 4,
            "fifth" => 5,
            "tenth" => 10,
            _ => return None,
        };
        let scale: u64 = match self.text.norm(part + 3) {
            "thousand" => 1_000,
            "million" => 1_000_000,
            "billion" => 1_000_000_000,
            _ => return None,
        };
        let is_whole = self.text.norm(part + 1) == "of" && matches!(self.text.norm(part + 2), "a" | "one");
        is_whole.then_some((scale / parts, part + 4))
    }

    fn plain(&self, at: usize) -> Option<Quantity> {
        if let Some((count, end)) = self.part_of_scale(at) {
            let shape = Shape::Fixed;
            return Some(Quantity { min: count, max: count, mean: 0.0, shape, is_vague: false, is_count: true, end });
        }
        if share::share(self.text, at).is_some() {
            return None;
        }
        let skip = self.exactly(at);
        let found = number::count(self.text, at + skip)?;
        let count = found.value;
        if self.average_behind(found.end).is_some() || self.average_before(at) {
            let (mean, shape) = (count as f64, Shape::Poisson);
            return Some(Quantity { min: 0, max: 0, mean, shape, is_vague: false, is_count: false, end: found.end });
        }
        Some(Quantity {
            min: count,
            max: count,
            mean: 0.0,
            shape: Shape::Fixed,
            is_vague: false,
            is_count: skip == 0 || count >= LARGE,
            end: found.end,
        })
    }

    /// The ends of a range of capital letters that is one token: `A-L`.
    pub fn letter_range(&self, at: usize) -> Option<(char, char)> {
        let quote = self.text.quote(at..at + 1).replace('–', "-");
        let mut letters = quote.chars();
        let (first, dash, last) = (letters.next()?, letters.next()?, letters.next()?);
        let is_range = dash == '-' && letters.next().is_none() && first.is_ascii_uppercase() && first < last;
        (is_range && last.is_ascii_uppercase()).then_some((first, last))
    }

    /// How many tokens of `exactly` stand at a token.
    pub fn exactly(&self, at: usize) -> usize {
        usize::from(matches!(self.text.norm(at), "exactly" | "precisely" | "genau" | "exactement" | "exactamente"))
    }
}

/// From which number on `exactly` says how many rows there are, rather than how many each of something has.
const LARGE: u64 = 50;
