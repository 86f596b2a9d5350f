//! `60% active, paused (30%) and the rest closed` -> values with their weights.

use std::ops::Range;

use super::view::View;
use crate::draft::offline::names;
use crate::draft::text::Kind;

/// A value of an enumeration.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// The value, as it was written.
    pub value: String,
    /// Its weight in percent, or as it was written.
    pub weight: Weight,
    /// Its tokens, weight included.
    pub tokens: Range<usize>,
}

/// How often a value is taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Weight {
    /// Nothing was said.
    None,
    /// In percent.
    Percent(f64),
    /// A plain number.
    Plain(f64),
    /// What the others leave.
    Rest,
    /// "mostly", "rarely": in percent, and nobody said so.
    Vague(f64),
}

/// Marks and words between values.
const BETWEEN: &[&str] =
    &[",", ";", "/", "|", "and", "or", "und", "oder", "et", "ou", "y", "o", "e", "u", "&", "+", "nor", "\n", "then"];

/// Words between values, behind the last of which one value stands.
const LAST: &[&str] = &["and", "or", "und", "oder", "et", "ou", "y", "o", "e", "u", "&"];

/// Words of a value's surroundings that are no part of it.
const FILLER: &[&str] = &[
    "a",
    "an",
    "the",
    "is",
    "are",
    "of",
    "for",
    "in",
    "at",
    "with",
    "to",
    "be",
    "being",
    "was",
    "were",
    "them",
    "these",
    "those",
    "which",
    "who",
    "that",
    "about",
    "around",
    "approximately",
    "roughly",
    "ca",
    "cases",
    "rows",
    "time",
    "has",
    "have",
    "been",
    "will",
    "it",
    "they",
    "one",
    "die",
    "der",
    "das",
    "sind",
    "ist",
    "davon",
    "les",
    "des",
    "le",
    "la",
    "sont",
    "est",
    "los",
    "las",
    "el",
    "son",
    "es",
    "gli",
    "i",
    "sono",
    "os",
    "as",
    "são",
    "é",
    "zu",
    "bei",
    "para",
    "pour",
    "per",
    "by",
    "weight",
    "probability",
    "chance",
    "either",
    "both",
    "only",
    "each",
    "all",
    "remaining",
    "other",
    "=",
    ":",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "-",
    "–",
    "→",
    "~",
    "≈",
    "another",
    "on",
    "as",
    "get",
    "gets",
    "su",
];

/// What the other values leave.
const REST: &[&str] = &[
    "rest",
    "remainder",
    "others",
    "remaining",
    "balance",
    "everyone",
    "everybody",
    "else",
    "otherwise",
    "übrigen",
    "reste",
    "resto",
    "restlichen",
    "restantes",
    "restanti",
    "other",
];

/// Words with which a value may begin: `on hold`.
const STARTS: &[&str] = &["in", "on", "at", "by", "to", "no"];

/// Words behind which no value goes on.
const CUTS: &[&str] = &[
    "for", "with", "that", "which", "who", "when", "where", "if", "while", "but", "because", "is", "are", "was",
    "have", "has", "from", "as",
];

/// Words that make a part of a list a demand on a column instead of a value.
pub const DEMANDS: &[&str] = &[
    "unique",
    "distinct",
    "required",
    "mandatory",
    "optional",
    "nullable",
    "missing",
    "empty",
    "null",
    "nulls",
    "blank",
    "between",
    "least",
    "integer",
    "int",
    "decimal",
    "float",
    "string",
    "text",
    "boolean",
    "bool",
    "date",
    "timestamp",
    "datetime",
    "number",
    "numeric",
    "whole",
    "primary",
    "foreign",
    "pk",
    "fk",
    "key",
    "format",
    "pattern",
    "like",
    "e.g.",
    "eg",
    "uuid",
    "random",
    "normal",
    "normally",
    "uniform",
    "average",
    "averaging",
    "mean",
    "median",
    "bell-shaped",
    "distributed",
    "decimals",
    "always",
    "never",
    "up",
    "than",
    "eindeutig",
    "positive",
    "auto",
    "increment",
    "sequential",
    "varchar",
    "char",
    "references",
    "not",
    "digits",
    "characters",
    "letters",
    "years",
    "default",
    "max",
    "min",
    "maximum",
    "minimum",
    "per",
    "example",
    "such",
    "from",
    "since",
    "until",
    "after",
    "before",
    "within",
    "together",
    "including",
    "should",
    "must",
    "no",
    "without",
    "sorted",
    "around",
    "steps",
    "duplicates",
    "same",
    "multiple",
    "multiples",
];

/// Reads values from `start` on. `None` where there are none; a value that reads like a demand ends the list.
pub fn read(view: &View<'_, '_>, start: usize, end: usize) -> Option<(Vec<Unit>, usize)> {
    if let Some(found) = super::amounts::read(view, start, end) {
        return Some(super::amounts::weighed_behind(view, found, end));
    }
    let mut units: Vec<Unit> = Vec::new();
    let mut at = start;
    let mut is_last = false;
    loop {
        let unit_end = unit_end(view, at, end);
        let Some(unit) = unit(view, at..unit_end, units.is_empty()) else { break };
        at = unit.tokens.end;
        let ends = is_last && !rest_follows(view, at, end);
        units.push(unit);
        let behind = skip_between(view, at, end);
        if ends || behind == at && !begins_weighed(view, at, end) {
            break;
        }
        is_last = (at..behind).any(|at| LAST.contains(&view.norm(at)));
        at = behind;
    }
    let behind = units.last()?.tokens.end;
    Some(super::amounts::weighed_behind(view, (units, behind), end))
}

fn rest_follows(view: &View<'_, '_>, at: usize, end: usize) -> bool {
    (at..(at + 4).min(end)).any(|at| REST.contains(&view.norm(at)) || LAST.contains(&view.norm(at)))
}

/// Behind the marks and words between two values.
pub fn skip_between(view: &View<'_, '_>, at: usize, end: usize) -> usize {
    (at..end).find(|at| !BETWEEN.contains(&view.norm(*at)) || is_letter(view, *at)).unwrap_or(end)
}

/// Whether a word is a single capital letter: `O` is a blood group and no `or` of another language.
fn is_letter(view: &View<'_, '_>, at: usize) -> bool {
    view.kind(at) == Some(Kind::Word) && {
        let quote = view.scene.text.quote(at..at + 1);
        quote.len() == 1 && quote.bytes().all(|byte| byte.is_ascii_uppercase())
    }
}

fn unit_end(view: &View<'_, '_>, start: usize, end: usize) -> usize {
    let mut depth = 0_usize;
    for at in start..end {
        match view.norm(at) {
            "(" | "[" => depth += 1,
            ")" | "]" | "}" if depth == 0 => return at,
            ")" | "]" => depth -= 1,
            _ if view.is_stop(at) => return at,
            _ if depth == 0 && at > start + 1 && begins_weighed(view, at, end) => return at,
            _ if is_letter(view, at) => {}
            word if depth == 0 && BETWEEN.contains(&word) && !is_tail(view, at, &[at.wrapping_sub(1)]) => return at,
            _ => {}
        }
    }
    end
}

/// A value with its weight among some tokens; all of them must make sense.
fn unit(view: &View<'_, '_>, tokens: Range<usize>, is_first: bool) -> Option<Unit> {
    if let Some(unit) = glued(view, &tokens) {
        return Some(unit);
    }
    let mut weight = Weight::None;
    let mut value: Vec<usize> = Vec::new();
    let mut at = tokens.start;
    let mut is_rest = false;
    while at < tokens.end {
        let word = view.norm(at);
        if let Some((rate, end)) = view.share_at(at).filter(|(_, end)| *end <= tokens.end) {
            weight = Weight::Percent(rate * 100.0);
            at = end;
            continue;
        }
        let plain = view.num_at(at).filter(|(_, end)| *end <= tokens.end);
        match (plain, word) {
            // "5 in 40%": the number is the value where a share is its weight.
            (Some((num, end)), _)
                if tokens.len() > end - at && weight == Weight::None && !has_share(view, end..tokens.end) =>
            {
                weight = Weight::Plain(num.value);
                at = end;
                continue;
            }
            _ if is_tail(view, at, &value) => value.push(at),
            _ if is_sign(view, at, &tokens) || is_alone(view, at, &tokens) => value.push(at),
            _ if !value.is_empty() && ratio_behind(view, at).is_some() => break,
            (_, "with" | "at" | "in" | "by")
                if !value.is_empty() && super::amounts::are_weights(view, at + 1, view.clause.end) =>
            {
                break;
            }
            // "Other 19%" is a value like the others.
            (_, "other" | "others" | "no") if at == tokens.start && is_weighed(view, at, &tokens) => value.push(at),
            (_, word) if REST.contains(&word) => is_rest = true,
            (_, "mostly" | "usually" | "mainly" | "typically") => weight = Weight::Vague(70.0),
            (_, "sometimes" | "occasionally") => weight = Weight::Vague(15.0),
            (_, "rarely" | "seldom") => weight = Weight::Vague(5.0),
            _ if value.is_empty()
                && matches!(weight, Weight::Percent(_))
                && at + 1 < tokens.end
                && view.scene.table_word(at).is_some() => {}
            _ if !value.is_empty()
                && matches!(weight, Weight::Percent(_))
                && at > value[value.len() - 1] + 1
                && view.scene.table_word(at).is_some() => {}
            // "The rest of the stays".
            _ if is_rest && !value.is_empty() && view.scene.table_word(at).is_some() => {}
            (_, word)
                if FILLER.contains(&word)
                    && value.is_empty()
                    && !(STARTS.contains(&word) && weight == Weight::None) => {}
            (_, word)
                if FILLER.contains(&word)
                    && (behind_value(view, at + 1, tokens.end)
                        || is_rest && !value.is_empty() && matches!(word, "of" | "the" | "them" | "for")) => {}
            (_, word) if CUTS.contains(&word) && !value.is_empty() => break,
            (_, "(") if (weight != Weight::None || is_rest) && !value.is_empty() => break,
            (_, "(") if !value.is_empty() && super::amounts::are_weights(view, at + 1, tokens.end) => break,
            (_, word)
                if DEMANDS.contains(&word)
                    && !is_no(view, at, tokens.end)
                    && !is_weighed(view, at, &tokens)
                    && !is_behind_share(view, at, &tokens) =>
            {
                return None;
            }
            (None, _) if view.kind(at) == Some(Kind::Mark) => return None,
            _ => value.push(at),
        }
        at += 1;
    }
    // "60% go by road": the verb is no part of the value.
    if weight != Weight::None
        && let Some(by) = value
            .iter()
            .position(|at| matches!(view.norm(*at), "by" | "via" | "per" | "through"))
            .filter(|by| *by > 0 && *by + 1 < value.len())
    {
        value.drain(..=by);
    }
    let value = without_table(view, value, weight != Weight::None || is_rest, is_first);
    let weight = if is_rest && weight == Weight::None { Weight::Rest } else { weight };
    let (first, last) = (*value.first()?, *value.last()?);
    if value.len() > 4 || last - first >= 5 {
        return None;
    }
    let text = if view.kind(first) == Some(Kind::Quoted) {
        view.norm(first).to_owned()
    } else {
        view.scene.quote(first..last + 1)
    };
    Some(Unit { value: text, weight, tokens: tokens.start..at })
}

/// Whether a share stands among some tokens.
fn has_share(view: &View<'_, '_>, tokens: Range<usize>) -> bool {
    tokens.clone().any(|at| view.share_at(at).is_some_and(|(_, end)| end <= tokens.end))
}

/// Whether a further value with its share begins behind a share, without a mark between: `GET 80% POST 15%`.
fn begins_weighed(view: &View<'_, '_>, at: usize, end: usize) -> bool {
    let is_word =
        |at: usize| matches!(view.kind(at), Some(Kind::Word | Kind::Quoted)) && !FILLER.contains(&view.norm(at));
    let is_behind = (at.saturating_sub(3)..at).any(|from| view.share_at(from).is_some_and(|(_, end)| end == at));
    let next = (at..end.min(at + 4)).find(|at| !is_word(*at)).filter(|next| *next > at);
    is_behind && next.is_some_and(|next| view.share_at(next).is_some_and(|(_, behind)| behind <= end))
}

/// Whether a token is a value in a few capitals: the `IT` and the `AT` of a list are no pronoun and no preposition.
fn is_sign(view: &View<'_, '_>, at: usize, tokens: &Range<usize>) -> bool {
    let is_word = |at: usize| tokens.contains(&at) && view.kind(at) == Some(Kind::Word);
    let quote = view.scene.text.quote(at..at + 1);
    (1..=4).contains(&quote.len())
        && quote.bytes().all(|byte| byte.is_ascii_uppercase())
        && !is_word(at + 1)
        && !at.checked_sub(1).is_some_and(is_word)
}

/// Whether a word is a whole value by itself though it says little elsewhere: the `it` and the `at` of `hr, it, at`.
fn is_alone(view: &View<'_, '_>, at: usize, tokens: &Range<usize>) -> bool {
    tokens.len() == 1 && view.kind(at) == Some(Kind::Word) && !REST.contains(&view.norm(at)) && {
        let word = view.norm(at);
        FILLER.contains(&word) && word.len() <= 3 && !matches!(word, "a" | "an" | "the" | "of" | "is" | "are")
    }
}

/// Words that are no value, whatever share stands beside them.
const NEVER: &[&str] = &["missing", "empty", "null", "nulls", "blank", "unique", "distinct", "optional", "nullable"];

/// Whether a word that asks for something elsewhere is a value because a share stands right behind it: `normal 35%`.
fn is_weighed(view: &View<'_, '_>, at: usize, tokens: &Range<usize>) -> bool {
    let open = at + 1 + usize::from(matches!(view.norm(at + 1), "(" | ":" | "=" | "-" | "–"));
    let is_share = view.share_at(open).is_some_and(|(_, end)| end <= tokens.end);
    at == tokens.start && is_share && !NEVER.contains(&view.norm(at))
}

/// The same of a word right behind a share that ends the value: `60% normal`.
fn is_behind_share(view: &View<'_, '_>, at: usize, tokens: &Range<usize>) -> bool {
    let is_behind = (tokens.start..at).any(|from| view.share_at(from).is_some_and(|(_, end)| end == at));
    is_behind && at + 1 == tokens.end && !NEVER.contains(&view.norm(at))
}

/// Whether a mark belongs to the value before it: the `+` of `AB+`, the `#` of `C#`.
fn is_tail(view: &View<'_, '_>, at: usize, value: &[usize]) -> bool {
    matches!(view.norm(at), "+" | "-" | "#" | "++" | "*")
        && value.last() == Some(&at.wrapping_sub(1))
        && view.scene.text.is_glued(at)
        && !view.scene.text.is_glued(at + 1)
}

/// Behind "in the ratio", "with weights", "in proportions of" at a token.
pub fn ratio_behind(view: &View<'_, '_>, at: usize) -> Option<usize> {
    let end = super::phrase::reach(
        view,
        ",|(? occur|come|appear|are|weighted|with|distributed|split? in|at|with|by? a|the? weights|weight|ratio|proportion|proportions|relation of|as|:?",
        at,
    )?;
    let is_said =
        (at..end).any(|at| matches!(view.norm(at), "weights" | "ratio" | "proportion" | "proportions" | "weighted"));
    is_said.then_some(end)
}

/// Whether "no" is the whole value: `60% yes, 40% no`.
fn is_no(view: &View<'_, '_>, at: usize, end: usize) -> bool {
    view.norm(at) == "no" && behind_value(view, at + 1, end)
}

/// A value of figures and marks without spaces: `1-0`, `1/2`.
fn glued(view: &View<'_, '_>, tokens: &Range<usize>) -> Option<Unit> {
    let text = view.scene.text;
    let is_number = view.kind(tokens.start) == Some(Kind::Number);
    let is_one = tokens.len() >= 2
        && (tokens.start + 1..tokens.end).all(|at| text.is_glued(at) && !matches!(view.norm(at), "%" | "(" | ")"));
    let is_unit = is_number && is_one && view.share_at(tokens.start).is_none();
    // "60+ with 16/24/28/32 percent": weights of all values stand behind the last one.
    let end = (tokens.start + 1..tokens.end).find(|at| !text.is_glued(*at)).unwrap_or(tokens.end);
    let is_led =
        is_number && end > tokens.start + 1 && matches!(view.norm(end), "with" | "at" | "in" | "(" | "-" | ":");
    let tokens = if is_led && !is_unit { tokens.start..end } else { tokens.clone() };
    (is_unit || is_led).then(|| Unit { value: view.scene.quote(tokens.clone()), weight: Weight::None, tokens })
}

/// Whether only weights and fillers follow.
fn behind_value(view: &View<'_, '_>, start: usize, end: usize) -> bool {
    let mut at = start;
    while at < end {
        at = match view.share_at(at).map(|(_, end)| end).or_else(|| view.num_at(at).map(|(_, end)| end)) {
            Some(behind) => behind,
            None if FILLER.contains(&view.norm(at)) || REST.contains(&view.norm(at)) || view.table_at(at).is_some() => {
                at + 1
            }
            None => return false,
        };
    }
    true
}

/// `60% of the orders are shipped`: the table's name is no part of the value.
fn without_table(view: &View<'_, '_>, mut value: Vec<usize>, is_weighted: bool, is_first: bool) -> Vec<usize> {
    if value.len() > 1 && is_weighted && is_first {
        let length = view.table_at(value[0]).map_or(0, |(_, end)| end - value[0]);
        value.drain(..length.min(value.len() - 1));
        while value.len() > 1 && FILLER.contains(&view.norm(value[0])) {
            value.remove(0);
        }
    }
    let says = |at: &usize| {
        names::is_content(view.norm(*at))
            || view.kind(*at) != Some(Kind::Word)
            || matches!(view.norm(*at), "no" | "one" | "two")
            || is_sign(view, *at, &(*at..at + 1))
            || is_alone(view, *at, &(*at..at + 1))
    };
    if value.iter().any(says) { value } else { Vec::new() }
}
