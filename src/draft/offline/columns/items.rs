//! Where the items of a list end, and where a new clause begins.

use std::ops::Range;

use super::{heads, remarks};
use crate::draft::offline::clauses;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::{Kind, list, number, range, share};

/// The items of a list from a token on, up to the end of the clause.
pub fn cut(scene: &Scene<'_>, at: usize, end: usize) -> Vec<Range<usize>> {
    join(scene, super::values::joined(scene, parts(scene, at, end)))
}

/// Stretches between commas, semicolons and `and` outside parentheses and ranges.
fn parts(scene: &Scene<'_>, at: usize, end: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut at, mut depth) = (at, at, 0_i32);
    while at < end {
        let word = scene.text.norm(at);
        match word {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth > 0 {
            at += 1;
            continue;
        }
        if let Some(behind) = whole(scene, at, end) {
            at = behind;
            continue;
        }
        let length = if adds(scene, start..at) { 0 } else { separator(scene, at, end) };
        if length > 0 {
            found.push(start..at);
            start = at + length;
            at = start;
        } else {
            at += 1;
        }
    }
    found.push(start..end);
    found.retain(|part| !part.is_empty());
    found
}

/// Whether the token behind an item's beginning is the plus of a formula: `gross that is net plus 19% VAT`.
fn adds(scene: &Scene<'_>, before: Range<usize>) -> bool {
    let at = before.end;
    let is_figure = scene.text.get(at + 1).is_some_and(|token| token.kind == Kind::Number);
    let is_formula = || before.clone().any(|at| scene.does(at, Does::Is) || scene.text.norm(at) == "=");
    matches!(scene.text.norm(at), "plus" | "+") && !before.is_empty() && (is_figure || is_formula())
}

/// How many tokens separate items here.
fn separator(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    let word = scene.text.norm(at);
    // `first|second` are values of one column.
    let is_choice = word == "|" && scene.text.is_glued(at) && scene.text.is_glued(at + 1);
    let is_break = matches!(word, "," | ";" | "\n" | "\n\n" | "•" | "|") && !is_choice;
    // "A total, i.e. quantity times price".
    if word == "," && matches!(scene.text.norm(at + 1), "i.e." | "i.e" | "ie") {
        return 0;
    }
    if is_break {
        let joined = scene.does(at + 1, Does::Joins) && at + 1 < end;
        return if joined { 2 } else { 1 };
    }
    if word == "as" && scene.text.norm(at + 1) == "well" && scene.text.norm(at + 2) == "as" {
        return 3;
    }
    let is_adverb = word == "also" && at > 0 && scene.does(at - 1, Does::Is);
    let is_plus = word == "+" && (scene.text.is_glued(at + 1) || !scene.text.is_glued(at));
    usize::from(scene.does(at, Does::Joins) && !is_adverb || word == "&" || is_plus)
}

/// Behind a range or a number that an `and` may be part of: `between 18 and 90`.
pub fn whole(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let is_between = matches!(scene.text.norm(at), "between" | "zwischen" | "entre" | "tra" | "fra");
    if is_between {
        let join = (at + 1..end.min(at + 8)).find(|at| scene.does(*at, Does::Joins))?;
        return Some(join + 1);
    }
    // `if and only if` is one word.
    if scene.words(at..at + 4) == "if and only if" {
        return Some(at + 4);
    }
    if !matches!(scene.text.get(at)?.kind, Kind::Number | Kind::Word) {
        return None;
    }
    if let Some(behind) = percents(scene, at, end) {
        return Some(behind);
    }
    range::range(scene.text, at)
        .map(|found| other_bound(scene, &found.value, found.end).unwrap_or(found.end))
        .or_else(|| number::number(scene.text, at).map(|found| found.end))
        .filter(|behind| *behind > at && *behind <= end)
}

/// Most shares of one list.
const MOST_SHARES: usize = 20;

/// Behind numbers of which only the last has its percent: `50, 30 and 20 percent`.
fn percents(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let is_figure = |at: usize| scene.text.kind(at) == Some(Kind::Number);
    let mut last = at;
    let mut count = 1;
    while is_figure(last) && count < MOST_SHARES {
        let next = last + 1 + separator(scene, last + 1, end);
        if next == last + 1 || next >= end || !is_figure(next) || share::share(scene.text, last).is_some() {
            break;
        }
        (last, count) = (next, count + 1);
    }
    let behind = share::share(scene.text, last).map(|found| found.end).filter(|behind| count > 1 && *behind <= end)?;
    let is_said = scene.does(behind, Does::Is) || scene.does(behind, Does::Has) || scene.does(behind, Does::Belongs);
    (!is_said && !matches!(scene.text.norm(behind), "missing" | "null" | "empty")).then_some(behind)
}

/// Behind the other end of a range that is told in two parts and ends before it begins: `at least 16 and at most 6`. That it does
/// is for others to say.
fn other_bound(scene: &Scene<'_>, first: &range::Range, at: usize) -> Option<usize> {
    let second = range::range(scene.text, at + 1).filter(|_| scene.does(at, Does::Joins))?;
    let is_other = |one: &range::Range, other: &range::Range| {
        one.max.is_none() && other.min.is_none() && one.min.is_some() && other.max.is_some()
    };
    (is_other(first, &second.value) || is_other(&second.value, first)).then_some(second.end)
}

/// Joins stretches that are values of one enumeration: `a status of active | paused or cancelled`.
fn join(scene: &Scene<'_>, parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let is_choice = is_choice(scene, part) && !is_own_choice(scene, found.last(), part);
        let belongs = !found.is_empty()
            && (goes_on(scene, &parts[at - 1], part)
                || remarks::says_more(scene, found.last(), part, parts.get(at + 1))
                || is_choice
                || is_open(scene, found.last(), part)
                || is_weight(scene, found.last(), part)
                || is_ratio(scene, found.last(), part)
                || is_nameless(scene, found.last(), part));
        let first = if belongs { found.pop() } else { None };
        let mut start = first.map_or(part.start, |last| last.start);
        if is_choice {
            while is_value(scene, start, part.start.max(start + 1)) {
                let Some(before) = found.pop() else { break };
                start = before.start;
            }
        }
        found.push(start..part.end);
    }
    found
}

/// Whether what begins at `start` is only one bare value, so that what it is a value of stands before it.
fn is_value(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let stop = (start..end)
        .find(|at| matches!(scene.text.norm(*at), "," | ";") || scene.does(*at, Does::Joins))
        .unwrap_or(end);
    let words = scene.words(start..stop);
    let is_figure = scene.text.get(start).is_some_and(|token| token.kind == Kind::Number);
    stop - start == 1 && (is_figure || is_plain(scene, start) && !is_known(scene, &words))
}

/// `paused or cancelled`, `or cancelled`: the end of an enumeration that began earlier.
fn is_choice(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    // "Ups and fedex at 50, 30 and 20 percent", "fedex (50, 30, 20)".
    let link = before_figures(scene, part).filter(|link| *link > part.start && link - part.start <= 3);
    if link.is_some_and(|link| (part.start..link).all(|at| is_plain(scene, at))) {
        return true;
    }
    let Some(or) = part.clone().find(|at| scene.does(*at, Does::Parts)) else { return false };
    if counts(scene, part) {
        return false;
    }
    let before = part.start..or;
    let bare = before.clone().all(|at| is_plain(scene, at)) && before.len() <= 3;
    let end = before_weight(scene, part);
    let behind = or < end && (or + 1..end).all(|at| is_plain(scene, at) || scene.text.norm(at) == ")") && end - or <= 4;
    bare && behind
}

/// Where the weights of all values of a list begin behind the last one: at least two numbers that come to a whole, to the end.
fn before_figures(scene: &Scene<'_>, part: &Range<usize>) -> Option<usize> {
    let link = part.clone().find(|at| matches!(scene.text.norm(*at), "with" | "at" | "in" | "(" | "-" | "–" | ":"))?;
    // "Size (1-9)" has bounds.
    if range::range(scene.text, link + 1).is_some_and(|found| found.end + 1 >= part.end) {
        return None;
    }
    let is_figure = |at: usize| {
        is_numeric(scene, at)
            || is_ratio_word(scene.text.norm(at))
            || scene.does(at, Does::Joins)
            || matches!(scene.text.norm(at), "," | "/" | ":" | ")" | "%" | "percent" | "-")
    };
    let figures = (link + 1..part.end).filter(|at| is_numeric(scene, *at));
    let weights: Vec<f64> = figures
        .flat_map(|at| {
            scene.text.norm(at).split(['/', ':']).map(|part| part.trim_end_matches('%').to_owned()).collect::<Vec<_>>()
        })
        .filter_map(|part| part.parse().ok())
        .collect();
    (list::are_whole(&weights) && (link + 1..part.end).all(is_figure)).then_some(link)
}

/// `arm left or right` behind `dose number 1 to 4`: a name with its own two values, since what stands before it is complete.
fn is_own_choice(scene: &Scene<'_>, last: Option<&Range<usize>>, part: &Range<usize>) -> bool {
    let Some(last) = last else { return false };
    let Some(or) = part.clone().find(|at| scene.does(*at, Does::Parts)) else { return false };
    let named = or - part.start;
    if named < 2 || !(part.start..or).all(|at| scene.text.kind(at) == Some(Kind::Word)) {
        return false;
    }
    let is_open = last.clone().any(|at| matches!(scene.text.norm(at), ":" | "=" | "one" | "either"));
    let is_name = |tokens: Range<usize>| is_known(scene, &scene.words(tokens));
    let has_choice = last.clone().any(|at| scene.does(at, Does::Parts));
    let has_bounds = || last.clone().any(|at| range::range(scene.text, at).is_some_and(|found| found.end <= last.end));
    let is_closed = || scene.text.norm(last.end - 1) == ")";
    let is_bare = || {
        scene
            .item_phrase(last.start, last.end)
            .is_some_and(|phrase| phrase.name.end == last.end && is_name(phrase.name.clone()))
    };
    is_name(part.start..or - 1) || !is_open && (has_choice || has_bounds() || is_closed() || is_bare())
}

/// `1 or 2 beds`: how many there are of something, and no end of what stands before it.
fn counts(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let last = part.end - 1;
    range::range(scene.text, part.start).is_some_and(|found| found.end >= last)
        && scene.is_nominal(last)
        && scene.is_plural(last)
        && (super::parts::is_part(&names::singular(scene.text.norm(last)))
            || !words::is_unit(scene.text.norm(last), scene.language))
}

/// Whether a token can be part of a bare value.
fn is_plain(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_nominal(at)
        || stands_alone(scene, at)
        || scene.text.get(at).is_some_and(|token| token.kind == Kind::Number)
}

/// Whether a short word is a value of its own between marks: the `it` of `sales, it, hr`, the `A` of `A, B or C`.
fn stands_alone(scene: &Scene<'_>, at: usize) -> bool {
    let is_mark = |at: usize| {
        matches!(scene.text.norm(at), "," | "/" | "|" | ")" | "(" | ":" | "." | "" | "\n" | ";")
            || scene.does(at, Does::Parts)
    };
    let is_letter = {
        let quote = scene.text.quote(at..at + 1);
        quote.len() == 1 && quote.bytes().all(|byte| byte.is_ascii_uppercase() && byte != b'I')
    };
    let is_word = matches!(scene.text.norm(at), "it" | "at" | "in" | "us" | "none") && at > 0 && is_mark(at - 1);
    is_mark(at + 1) && (is_letter || is_word)
}

/// `60% active | 30% paused`: weighted values of one column.
fn goes_on(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>) -> bool {
    let is_weighted = |at: usize| share::share(scene.text, at).is_some();
    let leads =
        |at: &usize| scene.does(*at, Does::Determines) || scene.does(*at, Does::Equips) || scene.does(*at, Does::Joins);
    let is_word = |at: &usize| scene.text.kind(*at) == Some(Kind::Word);
    let named = last.clone().skip_while(leads).take_while(is_word).count();
    // `outcome resolved 55%, escalated 25%`: a name and its first value go before, so that what could be a flag is a value.
    let is_known = |scene: &Scene<'_>, words: &str| {
        let guess = lex::column(words, "", scene.language);
        // `kind is gift (25%), fixed (15%)`: what stands alone before its weight is a value, whatever else it may be.
        let is_alone = scene.text.norm(part.start + 1) == "("
            && share::share(scene.text, part.start + 2).is_some_and(|found| scene.text.norm(found.end) == ")");
        guess.known && !(named >= 2 && (is_alone || guess.column.generator == "bool"))
    };
    let bare = |from: usize| from < part.end && part.end - from <= 3 && (from..part.end).all(|at| is_plain(scene, at));
    let leads = share::share(scene.text, part.start)
        .is_some_and(|found| bare(found.end + usize::from(is_means(scene, found.end))));
    // "Occupied 75 %": the sign may stand apart.
    let is_last = |at: usize| share::share(scene.text, at).is_some_and(|found| found.end == part.end);
    let ends = (part.end.saturating_sub(2).max(part.start)..part.end).any(is_last) && part.len() <= 4
        || scene.text.norm(part.end - 1) == ")"
            && (part.clone()).any(is_weighted)
            && last.clone().any(is_weighted)
            && !is_known(scene, &scene.words(part.start..part.start + 1));
    // "In 90% of the cases a note, a grade of red (60%) or blue (40%)".
    if super::behind_cases(scene, last.start) > last.start {
        return false;
    }
    last.clone().any(is_weighted)
        && (leads
            || ends && !is_known(scene, &scene.words(part.start..part.start + 1))
            || link_of_weight(scene, part).is_some_and(|link| link_of_weight(scene, last) == Some(link)))
}

/// The word or the mark between a value and its share at the end of a stretch: the `for` of `kind is car for 50%`. What follows with
/// the same is a further value, whatever its word may mean elsewhere: `home for 30%`.
pub(super) fn link_of_weight<'s>(scene: &Scene<'s>, part: &Range<usize>) -> Option<&'s str> {
    let text = scene.text;
    let end = part.end - usize::from(text.norm(part.end - 1) == ")");
    let at = (part.start + 2..end).find(|at| share::share(text, *at).is_some_and(|found| found.end == end))?;
    let link = text.norm(at - 1);
    let is_bare = is_plain(scene, at - 2);
    (is_bare && matches!(link, "for" | "in" | "at" | "with" | ":" | "=" | "-" | "–" | "(")).then_some(link)
}

/// Words in front of weights: `ratio 60:25:15`, `with weights 3, 2 and 1`.
fn is_ratio_word(word: &str) -> bool {
    matches!(word, "ratio" | "weights" | "weighted" | "proportions" | "proportion")
}

/// `in the ratio 60:25:15` behind values: the weights of all of them.
fn is_ratio(scene: &Scene<'_>, last: Option<&Range<usize>>, part: &Range<usize>) -> bool {
    let lead = (part.start..part.end.min(part.start + 4)).find(|at| is_ratio_word(scene.text.norm(*at)));
    let is_led = lead.is_some_and(|lead| {
        (part.start..lead)
            .all(|at| scene.does(at, Does::Determines) || matches!(scene.text.norm(at), "in" | "with" | "by"))
    });
    let has_choice = || last.is_some_and(|last| last.clone().any(|at| scene.does(at, Does::Parts)));
    is_led && part.clone().any(|at| is_numeric(scene, at)) && has_choice()
}

/// Whether a token is a number, or several with marks between: `60:25:12`.
fn is_numeric(scene: &Scene<'_>, at: usize) -> bool {
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    scene.text.kind(at) == Some(Kind::Number) || scene.text.norm(at).split([':', '/']).all(are_digits)
}

/// `30%` behind `a, b or c - 40%`: a share alone behind values, the first weight of which stands there.
fn is_weight(scene: &Scene<'_>, last: Option<&Range<usize>>, part: &Range<usize>) -> bool {
    let is_share = share::share(scene.text, part.start).is_some_and(|found| {
        found.end == part.end || found.end + 1 == part.end && matches!(scene.text.norm(found.end), ")" | "respectively")
    });
    is_share && last.is_some_and(|last| last.clone().any(|at| share::share(scene.text, at).is_some()))
}

/// `30-44`, `45-59 or 60+ (20/30/50)` behind `age group 18-29`: figures without a word that could be a name go on with figures.
fn is_nameless(scene: &Scene<'_>, last: Option<&Range<usize>>, part: &Range<usize>) -> bool {
    let is_figure = |at: usize| scene.text.kind(at) == Some(Kind::Number);
    let ends_in_figure = last.is_some_and(|last| {
        let tail = scene.text.norm(last.end - 1);
        is_figure(last.end - 1) || tail == "+" || scene.is_unit(last.end - 1)
    });
    let is_bare = |at: usize| {
        is_figure(at)
            || scene.text.kind(at) == Some(Kind::Mark)
            || scene.does(at, Does::Parts)
            || matches!(scene.text.norm(at), "to" | "and" | "over" | "plus" | "percent")
    };
    ends_in_figure
        && is_figure(part.start)
        && part.clone().all(is_bare)
        && share::share(scene.text, part.start).is_none()
}

/// The end of a part without the weight of its last value: ` - 40%`, ` (50%`.
fn before_weight(scene: &Scene<'_>, part: &Range<usize>) -> usize {
    // "Dhl, ups or fedex (50/30/20)".
    let open = part.clone().find(|at| scene.text.norm(*at) == "(");
    let is_weight = |at: usize| {
        is_numeric(scene, at) || is_ratio_word(scene.text.norm(at)) || matches!(scene.text.norm(at), "/" | ":")
    };
    if let Some(open) = open.filter(|open| open + 2 < part.end && scene.text.norm(part.end - 1) == ")")
        && (open + 1..part.end - 1).all(is_weight)
    {
        return open;
    }
    let share = part.clone().find(|at| share::share(scene.text, *at).is_some_and(|found| found.end == part.end));
    share
        .filter(|at| *at > part.start && matches!(scene.text.norm(at - 1), "-" | "–" | "—" | ":" | "(" | "with" | "at"))
        .map_or(part.end, |at| at - 1)
}

/// Whether a part belongs to an enumeration that `one of` or a colon opened.
fn is_open(scene: &Scene<'_>, last: Option<&Range<usize>>, part: &Range<usize>) -> bool {
    let Some(last) = last else { return false };
    let opener = last.clone().find(|at| {
        let word = scene.text.norm(*at);
        let one_of = word == "one" && scene.text.norm(at + 1) == "of" && number::count(scene.text, at + 2).is_none();
        let out_of = word == "out" && scene.text.norm(at + 1) == "of" && *at > last.start;
        let from = matches!(word, "chosen" | "drawn" | "picked" | "selected" | "taken")
            && matches!(scene.text.norm(at + 1), "from" | "among" | "out")
            && number::count(scene.text, at + 2).is_none();
        one_of || out_of || from || matches!(word, "either" | ":" | "=" | "entweder" | "soit") && *at > last.start
    });
    let is_done = opener.is_some_and(|opener| (opener..last.end).any(|at| scene.does(at, Does::Parts)));
    let is_bare = part.len() <= 3 && part.clone().all(|at| is_plain(scene, at) || scene.does(at, Does::Parts));
    let words = scene.words(part.clone());
    // "It" and "hr" are departments behind "one of", whatever else they may be.
    let is_short = words.len() <= 3 && opener.is_some_and(|at| scene.text.norm(at) == "one");
    // "Out of 200, 301 and 404, response time": only figures go on with figures.
    let is_figure = |at: usize| scene.text.kind(at) == Some(Kind::Number);
    let fits = opener.is_none_or(|at| scene.text.norm(at) != "out" || !is_figure(at + 2) || is_figure(part.start));
    // "Level: beginner (half), intermediate (a third), advanced": the last has what the others leave.
    let shares: Vec<f64> =
        last.clone().filter_map(|at| share::share(scene.text, at)).map(|found| found.value.rate).collect();
    let is_rest = shares.len() >= 2 && shares.iter().sum::<f64>() < 0.99 && part.len() == 1;
    opener.is_some() && !is_done && fits && is_bare && (is_short || is_rest || !is_known(scene, &words))
}

/// Whether a stretch lists columns: names that the lexicon knows, or of which a range, an example or the like is said. One alone
/// needs the latter, and nothing may be told of the first.
pub fn begins_list(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let says = [Does::Is, Does::Has, Does::May, Does::Relates, Does::Distributes];
    let stop = (at..end).find(|at| matches!(scene.text.norm(*at), ";" | ".")).unwrap_or(end);
    if at >= stop || starts_clause(scene, at, stop) || scene.does(at, Does::Equips) {
        return false;
    }
    let items = cut(scene, at, stop);
    let known = items.iter().filter(|item| heads::begins_column(scene, item) == Some(true)).count();
    let is_first = items.first().is_some_and(|item| heads::begins_column(scene, item) == Some(true));
    let is_told =
        (at..stop).any(|at| says.into_iter().any(|does| scene.does(at, does)) && !heads::is_beside(scene, &items, at));
    let is_one = items.len() == 1 && items.first().is_some_and(|item| heads::is_qualified(scene, item));
    (items.len() >= 2 || is_one) && is_first && known * 2 >= items.len() && !is_told
}

/// Whether the lexicon knows some words as a column.
fn is_known(scene: &Scene<'_>, words: &str) -> bool {
    lex::is_known_column(words, scene.language)
}

/// Whether a new clause begins at a token rather than a further item.
pub fn starts_clause(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let at = (at..end)
        .find(|at| !(scene.does(*at, Does::Joins) || matches!(scene.text.norm(*at), "but" | "while" | "," | "whereas")))
        .unwrap_or(end);
    let at = behind_addition(scene, at);
    if at >= end {
        return false;
    }
    if stands_alone(scene, at) && !matches!(scene.text.norm(at + 1), "." | "") {
        return false;
    }
    if tells_extreme(scene, at, end) || is_demand_alone(scene, at, end) {
        return false;
    }
    let is_of_them = scene.text.norm(at) == "of"
        && (matches!(scene.text.norm(at + 1), "which" | "whom" | "whose" | "them" | "these" | "those" | "course")
            || scene.does(at + 1, Does::Determines) && !matches!(scene.text.norm(at + 1), "a" | "an" | "one"));
    is_of_them
        || is_distributive(scene, at) && of_all(scene, at, end).is_none()
        || begins_share(scene, at, end)
        || begins_format(scene, at, end)
        || scene.does(at, Does::Relates)
        || scene.does(at, Does::Equips)
        || matches!(
            scene.text.norm(at),
            "they"
                | "it"
                | "there"
                | "none"
                | "nobody"
                | "no"
                | "never"
                | "not"
                | "most"
                | "all"
                | "some"
                | "i"
                | "we"
                | "if"
                | "when"
                | "about"
                | "where"
                | "also"
                | "each"
                | "davon"
                | "dont"
                | "except"
                | "apart"
                | "plus"
        ) && !is_single(scene, at, end)
        || begins_table(scene, at, end)
        || begins_origin(scene, at, end)
        || begins_statement(scene, at, end)
}

/// Behind a word that only adds a clause: `dazu pro Verein`, `además cada club`.
fn behind_addition(scene: &Scene<'_>, at: usize) -> usize {
    const WORDS: &[&str] = &[
        "dazu",
        "außerdem",
        "zudem",
        "ferner",
        "zusätzlich",
        "weiterhin",
        "además",
        "también",
        "inoltre",
        "anche",
        "além",
        "também",
        "aussi",
        "également",
    ];
    let adds = WORDS.contains(&scene.text.norm(at));
    let next =
        at + 1 + usize::from(scene.text.norm(at + 1) == "," || matches!(scene.text.norm(at + 1), "disso" | "de"));
    if adds && is_distributive(scene, next) { next } else { at }
}

/// `both 0 to 7`, `each from 1 to 5`: bounds of the columns that stand before; where the bounds begin.
pub fn of_all(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let is_filler = |at: usize| {
        scene.does(at, Does::Is)
            || scene.does(at, Does::Belongs)
            || matches!(
                scene.text.norm(at),
                "them" | "these" | "with" | "in" | "values" | "integers" | "numbers" | "whole"
            )
    };
    let leads = matches!(scene.text.norm(at), "both" | "each" | "all");
    let said = (at + 1..end).find(|at| !is_filler(*at)).filter(|_| leads)?;
    let found = range::range(scene.text, said).filter(|found| found.end <= end)?;
    let is_end = |at: usize| at >= end || separator(scene, at, end) > 0 || matches!(scene.text.norm(at), "." | ")");
    (is_end(found.end) || scene.is_unit(found.end) && is_end(found.end + 1)).then_some(said)
}

/// `the highest is 20`, `maximum 8000`: the least or the greatest value of the column before, or its middle.
pub fn tells_extreme(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let noun = at + usize::from(scene.does(at, Does::Determines));
    let word = scene.text.norm(noun);
    let is_told = clauses::is_extreme(word) || matches!(word, "average" | "mean" | "median");
    let is_link = |at: usize| {
        scene.does(at, Does::Is)
            || scene.does(at, Does::May)
            || matches!(scene.text.norm(at), "value" | "one" | "=" | ":" | "of" | "about" | "around")
    };
    let number = (noun + 1..end.min(noun + 5)).find(|at| !is_link(*at));
    is_told
        && at > 0
        && scene.text.norm(at - 1) != "."
        && number.is_some_and(|at| scene.text.kind(at) == Some(Kind::Number))
}

/// `all distinct,` in front of a further item or an end: a demand on the column before.
fn is_demand_alone(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let leads = matches!(scene.text.norm(at), "all" | "none" | "never" | "no" | "each");
    let stop = (at + 1..end.min(at + 4)).find(|at| matches!(scene.text.norm(*at), "," | ";" | ")"));
    let stop = stop.unwrap_or(end);
    leads && stop <= at + 3 && at > 0 && scene.text.norm(at - 1) == "," && super::is_bare_demand(scene, &(at..stop))
}

/// `most amounts small,` in front of a further item: an aside about a column, behind which the list goes on.
pub fn begins_aside(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let leads = matches!(scene.text.norm(at), "most" | "mostly" | "usually" | "many");
    let stop = (at + 1..end.min(at + 6)).find(|at| scene.text.norm(*at) == ",");
    leads
        && stop.is_some_and(|stop| {
            !(at..stop).any(|at| scene.does(at, Does::Is) || scene.does(at, Does::Has) || scene.does(at, Does::Belongs))
                && !starts_clause(scene, stop + 1, end)
        })
}

/// `some notes`, `plus a name`: an item after all.
fn is_single(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    match scene.text.norm(at) {
        "some" | "plus" | "also" => !(at..end.min(at + 8))
            .any(|at| scene.does(at, Does::Is) || scene.does(at, Does::Has) || scene.does(at, Does::Belongs)),
        "all" => scene.text.norm(at + 1) == "others",
        "about" => false,
        // "Yes 25%, no 75%".
        "no" | "none" => scene.text.norm(at + 1) == "." || is_share_behind(scene, at),
        _ => false,
    }
}

/// Whether a word has its share right behind, perhaps behind a link: `no 75%`, `none for 5%`.
fn is_share_behind(scene: &Scene<'_>, at: usize) -> bool {
    let is_link = matches!(scene.text.norm(at + 1), "for" | "in" | "at" | "(" | ":" | "=" | "-" | "–");
    share::share(scene.text, at + 1 + usize::from(is_link)).is_some()
}

/// `each`, `for every`, `per`.
pub fn is_distributive(scene: &Scene<'_>, at: usize) -> bool {
    let is_counted =
        matches!(scene.text.norm(at), "par" | "por" | "per") && number::count(scene.text, at + 1).is_some();
    let is_each = |at: usize| scene.does(at, Does::Distributes) && scene.text.norm(at + 1) != "other";
    // "Suivis par un médecin", "escrito por un autor": by whom, and not for how many.
    let is_by = matches!(scene.text.norm(at), "par" | "por")
        && at > 0
        && [
            "é", "és", "ée", "ées", "is", "it", "us", "u", "ado", "ados", "ido", "idos", "ada", "adas", "ida", "idas",
            "ito", "itos",
        ]
        .iter()
        .any(|end| scene.text.norm(at - 1).ends_with(end))
        && matches!(scene.text.norm(at + 1), "un" | "une" | "uno" | "una" | "um" | "uma");
    !is_by && !is_counted && (is_each(at) || (scene.does(at, Does::Places) && is_each(at + 1)) || is_rate(scene, at))
}

/// `0 to 5 tags a photo`: an article behind a number of rows, in front of one row of a table that there is.
pub fn is_rate(scene: &Scene<'_>, at: usize) -> bool {
    let is_article = matches!(scene.text.norm(at), "a" | "an") && at >= 2;
    let is_number = |at: usize| scene.text.get(at).is_some_and(|token| token.kind == Kind::Number);
    is_article
        && (is_number(at - 1)
            || scene.is_plural(at - 1) && (is_number(at - 2) || number::number(scene.text, at - 2).is_some()))
        && !scene.is_plural(at + 1)
        && scene.table_word(at + 1).is_some()
}

/// `a tenth without a phone`, `10% of them`; not `30% paused`, which is a value with its weight.
fn begins_share(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let Some(found) = share::share(scene.text, at) else { return false };
    let stop = (at..end).find(|at| matches!(scene.text.norm(*at), "," | ";" | ".")).unwrap_or(end);
    if remarks::is_share_of_them(scene, &(at..stop)) {
        return false;
    }
    let start = found.end + usize::from(is_means(scene, found.end));
    let is_bare = |at: usize| is_plain(scene, at) || matches!(scene.text.norm(at), "yes" | "no");
    let bare = (start..end).take_while(|at| is_bare(*at)).count();
    let stop = start + bare;
    let is_end = stop == end || separator(scene, stop, end) > 0 || scene.text.norm(stop) == "(" && start > found.end;
    // A share alone is the weight of one of the values before it: `a, b or c - 40%, 30% and 30%`.
    let is_value = bare <= 3 && is_end && (bare > 0 || start == found.end);
    !is_value && found.end < end
}

/// `30% by rail`: the word between a share and its value.
fn is_means(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.norm(at), "by" | "via" | "through" | "per" | "mit" | "par" | "por")
}

/// `as CSV`, `in Parquet and JSON`, `written to postgres`.
fn begins_format(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let leads = scene.does(at, Does::Places)
        || matches!(
            scene.text.norm(at),
            "output" | "export" | "exported" | "save" | "written" | "dump" | "format" | "als" | "au"
        );
    leads && (at + 1..end.min(at + 4)).any(|at| lex::format(scene.text.norm(at)).is_some())
}

/// `2,000 orders with ...`: another table with its count.
fn begins_table(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let at =
        if matches!(scene.text.norm(at), "around" | "about" | "roughly" | "etwa" | "environ") { at + 1 } else { at };
    let Some(found) = number::count(scene.text, at) else { return false };
    let Some(phrase) = scene.phrase(found.end, end) else { return false };
    let last = scene.text.norm(phrase.name.end - 1);
    let first = scene.text.norm(phrase.name.start);
    found.value >= 10
        && range::range(scene.text, at).is_none()
        && !scene.is_unit(phrase.name.end - 1)
        && !scene.is_unit(phrase.name.start)
        && share::share(scene.text, at).is_none()
        && (names::is_plural(last) || names::is_plural(first))
}

/// `placed by 500 customers`: where the rows before it come from.
pub fn begins_origin(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let leads = (at..end.min(at + 3))
        .find(|at| scene.does(*at, Does::Places) && !matches!(scene.text.norm(*at), "from" | "between" | "in"));
    let Some(lead) = leads.filter(|lead| *lead > at) else { return false };
    let Some(found) = number::count(scene.text, lead + 1).filter(|found| found.value > 1) else { return false };
    scene.rows_phrase(found.end, end).is_some_and(|phrase| {
        scene.is_plural(phrase.name.end - 1) && !words::is_unit(scene.text.norm(phrase.name.end - 1), scene.language)
    })
}

/// `the email is unique`, `orders belong to`: a subject and its verb.
fn begins_statement(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let Some(phrase) = scene.phrase(at, end.min(at + 7)) else { return false };
    let verb = phrase.name.end;
    let words = scene.words(phrase.name.clone());
    // "And the total of a bill is the sum".
    let of = verb + 2;
    let is_of_row = scene.does(verb, Does::Belongs)
        && scene.does(verb + 1, Does::Determines)
        && scene.table_word(of).is_some()
        && scene.does(of + 1, Does::Is);
    if phrase.is_definite && is_of_row && of + 2 < end {
        return true;
    }
    let is_verb = scene.does(verb, Does::Is)
        || scene.does(verb, Does::May)
        || scene.does(verb, Does::Has)
        || matches!(scene.text.norm(verb), "never" | "always" | "belong" | "belongs" | "come" | "comes" | "must");
    // "And a comment may answer another": of the comments a number was spoken of.
    let is_row = || phrase.is_single && phrase.name.len() == 1 && scene.nouns.are_several(&words);
    // "And a recipe uses 3 to 8 of them".
    let noun = phrase.name.start;
    let is_third = phrase.is_single
        && scene.text.norm(noun + 1).ends_with('s')
        && scene.nouns.are_several(scene.text.norm(noun))
        && scene.quantity(noun + 2, end).is_some_and(|found| !found.is_count && found.max > 1);
    if is_third {
        return true;
    }
    verb < end
        && is_verb
        && (phrase.is_definite || scene.find_table(&words).is_some() || scene.does(verb, Does::Has) || is_row())
}
