//! A sentence -> tables, columns and relationships: a scan from left to right that knows what was spoken of last.

mod chosen;
mod counts;
mod each;
mod given;
mod grids;
mod links;
mod lists;
mod named;
mod series;
mod telegram;
mod wishes;

use std::ops::Range;

use super::columns;
use super::frame::Frame;
use super::names;
use super::phrases::{Phrase, Quantity};
use super::relations;
use super::scene::Scene;
use super::tables;
use super::ties;
use super::words::Does;
use crate::draft::offline::lex;
use crate::draft::text::{Kind, dates, number, share};

/// What a scan knows.
struct Scan {
    start: usize,
    end: usize,
    /// The table that the clause is about.
    subject: Option<String>,
    /// Whether `each` or the like stands before it.
    is_each: bool,
    /// The table named last, and where its name ends.
    last: Option<(String, usize)>,
    /// Children whose parent comes behind: `3 payments for every loan`.
    pending: Option<(Phrase, Quantity)>,
    /// The table that a quantity has introduced last.
    introduced: Option<String>,
    /// The children of `3 payments per loan`, which such a clause is about.
    figure: Option<String>,
}

pub(super) use chosen::{ends_in_verb, pool};
pub(super) use series::begins as begins_series;

/// Reads a sentence.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame, tokens: Range<usize>) {
    relations::pairs(scene, frame, tokens.clone());
    asides(scene, frame, tokens.clone());
    let mut carried = None;
    let mut spoken_of: Option<String> = None;
    for clause in clauses(scene, tokens) {
        if relations::for_some(scene, clause.clone()) {
            continue;
        }
        if ties::only_skew(scene, clause.clone()) && !counts_rows(scene, clause.clone()) {
            frame.wait(scene, clause, None);
            continue;
        }
        if let Some(between) = relations::listed_once(scene, clause.clone()) {
            carried = Some((between, clause.start));
            continue;
        }
        let is_demand = denies(scene, clause.start);
        carried = read_clause(scene, frame, clause, carried, spoken_of.as_ref());
        spoken_of = carried.as_ref().filter(|_| !is_demand).map(|(table, _)| table.clone()).or(spoken_of);
    }
}

/// Declares the tables that a sentence counts, so that sentences before it can speak of them.
pub fn foretell(scene: &mut Scene<'_>, tokens: Range<usize>) {
    for clause in clauses(scene, tokens) {
        for at in clause.clone() {
            let is_next = at == clause.start
                || scene.does(at - 1, Does::Joins)
                || matches!(scene.text.norm(at - 1), "," | "their" | "its");
            if let Some(name) = is_next.then(|| headed(scene, &(at..clause.end))).flatten() {
                tables::declare(scene, name);
            }
            let is_each = (clause.start..at).any(|at| scene.does(at, Does::Distributes));
            let Some(quantity) =
                scene.quantity(at, clause.end).filter(|quantity| quantity.is_count && quantity.max >= 10)
            else {
                continue;
            };
            let before = at.checked_sub(1).filter(|before| *before >= clause.start);
            let is_set = clause.start < at
                && scene.does(clause.start, Does::Places)
                && !(clause.start..at).any(|at| is_told(scene, at));
            let is_free = before.is_none_or(|before| {
                (is_set || !scene.is_nominal(before) || names::is_verb(scene.text.norm(before)))
                    && !matches!(scene.text.norm(before), "(" | "than" | "to" | "between" | "least" | "most")
                    && (scene.text.norm(before) != "and" || joins_counts(scene, before, clause.start))
                    && scene.text.get(before).is_none_or(|token| token.kind != Kind::Number)
            });
            let Some(phrase) = scene
                .rows_phrase(quantity.end, clause.end)
                .filter(|phrase| phrase.name.start == quantity.end && tables::may_be(scene, phrase))
            else {
                continue;
            };
            let words = scene.words(phrase.name.clone());
            let leads = leads_on(scene, phrase.name.end, clause.end);
            let is_noun = lex::is_table_noun(&words, scene.language) && !lex::is_column(&words, scene.language)
                || phrase.name.len() == 1 && scene.nouns.has_rows(&words);
            let is_child = columns::is_distributive(scene, phrase.name.end)
                && (scene.text.norm(phrase.name.end) != "each" || scene.is_nominal(phrase.name.end + 1));
            if !is_each && !is_child && is_free && (is_noun || leads) && scene.is_plural(phrase.name.end - 1) {
                tables::declare(scene, phrase.name);
            }
        }
    }
}

/// Whether an `and` stands between two numbers of rows and not between two bounds: `70 doctors and 250 referrals`.
fn joins_counts(scene: &Scene<'_>, at: usize, start: usize) -> bool {
    let from = at.saturating_sub(6).max(start);
    at > start
        && scene.is_nominal(at - 1)
        && scene.is_plural(at - 1)
        && !scene.is_unit(at - 1)
        && !(from..at).any(|at| matches!(scene.text.norm(at), "between" | "from"))
}

/// `adverts: 2 to 9 per company`, `nurses (2-7 per clinic)`: the name of a table at the beginning of a stretch, with the number of its
/// rows for each of another.
fn headed(scene: &Scene<'_>, clause: &Range<usize>) -> Option<Range<usize>> {
    let phrase = scene.rows_phrase(clause.start, clause.end).filter(|phrase| tables::may_be(scene, phrase))?;
    let mark = phrase.whole.end;
    let is_marked = matches!(scene.text.norm(mark), ":" | "-" | "–" | "—" | "(" | ",");
    let quantity =
        scene.quantity(mark + 1, clause.end).filter(|found| is_marked && !found.is_vague && found.max > 1)?;
    let each = quantity.end;
    let is_per = columns::is_distributive(scene, each) && !columns::is_rate(scene, each);
    let parent = scene.rows_phrase(each + 1, clause.end).filter(|parent| tables::may_be(scene, parent))?;
    let is_noun = |tokens: Range<usize>| {
        let words = scene.words(tokens);
        lex::is_table_noun(&words, scene.language) || !lex::is_column(&words, scene.language)
    };
    let last = phrase.name.end - 1;
    // "Downtimes: 0 to 6 per machine", where machines are counted.
    let is_counted = scene.nouns.is_counted(&scene.words(parent.name.clone()));
    let fits = is_per
        && scene.is_plural(last)
        && !super::nouns::only_measures(scene, last)
        && (is_counted
            || is_noun(phrase.name.clone())
                && is_noun(parent.name)
                && !columns::begins_list(scene, clause.start, mark));
    fits.then_some(phrase.name)
}

/// Whether a token is a verb, so that what stands before it is no place where the rows are: `in a chat app 400 users`.
fn is_told(scene: &Scene<'_>, at: usize) -> bool {
    [Does::Is, Does::Has, Does::May, Does::Equips].into_iter().any(|does| scene.does(at, does))
        || names::is_verb(scene.text.norm(at))
        || matches!(scene.text.norm(at), "," | ":" | "(")
}

/// Puts what stands in parentheses aside where it says how unevenly rows are spread: `(a few podcasts have most episodes)`.
fn asides(scene: &mut Scene<'_>, frame: &mut Frame, tokens: Range<usize>) {
    let mut at = tokens.start;
    while let Some(open) = (at..tokens.end).find(|at| scene.text.norm(*at) == "(") {
        let close = (open..tokens.end).find(|at| scene.text.norm(*at) == ")").unwrap_or(tokens.end);
        let inside = open + 1..close;
        // "A salary from 20 to 90 (right-skewed, as most are paid little)" speaks of the numbers before it.
        let is_of_number = (tokens.start..open).next_back().is_some_and(|at| {
            scene.text.kind(at) == Some(Kind::Number)
                || scene.is_unit(at)
                || matches!(scene.text.norm(at), "€" | "$" | "%")
        });
        // "A driver (there are 60 drivers with a name)" is two sentences.
        let is_sentence = scene.text.norm(open + 1) == "there"
            && scene.does(open + 2, Does::Is)
            && counts_rows(scene, inside.clone());
        if is_sentence {
            let focus = scene.focus.clone();
            read_clause(scene, frame, inside, None, None);
            scene.focus = focus;
            scene.pass_over(open..close + 1);
        } else if !is_of_number && ties::only_skew(scene, inside.clone()) && !counts_rows(scene, inside.clone()) {
            scene.take(open..close + 1);
            frame.wait(scene, inside, None);
        }
        at = close + 1;
    }
}

/// Whether a clause counts rows.
fn counts_rows(scene: &Scene<'_>, clause: Range<usize>) -> bool {
    clause.clone().any(|at| {
        scene.does(at, Does::Distributes)
            || scene.quantity(at, clause.end).is_some_and(|found| !found.is_vague && found.max >= 10)
                && share::share(scene.text, at).is_none()
    })
}

/// Whether the rows that a preposition leads to follow: `9,000 stops on 12 machines`.
fn leads_on(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let is_led = scene.does(at, Does::Belongs)
        || matches!(scene.text.norm(at), "on" | "in" | "at" | "by" | "for" | "from" | "between");
    // `250 referrals from one doctor to another`.
    let is_one = is_led && matches!(scene.text.norm(at + 1), "one" | "a" | "an" | "two");
    if is_one && scene.is_nominal(at + 2) && scene.nouns.is_counted(scene.text.norm(at + 2)) {
        return true;
    }
    let quantity = scene.quantity(at + 1, end).filter(|quantity| is_led && quantity.is_count && quantity.max > 1);
    quantity.and_then(|quantity| scene.rows_phrase(quantity.end, end)).is_some_and(|phrase| {
        tables::may_be(scene, &phrase)
            && scene.is_plural(phrase.name.end - 1)
            && !lex::is_column(&scene.words(phrase.name.clone()), scene.language)
    })
}

/// The clauses of a sentence: cut at semicolons, and at commas and `and` behind which a clause begins.
fn clauses(scene: &Scene<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut depth, mut behind) = (tokens.start, 0_i32, 0);
    for at in tokens.clone() {
        if at < behind {
            continue;
        }
        match scene.text.norm(at) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            _ => {}
        }
        if depth > 0 || at < start {
            continue;
        }
        if let Some(end) = columns::whole(scene, at, tokens.end) {
            behind = end;
            continue;
        }
        let word = scene.text.norm(at);
        let is_cut = match word {
            ";" => true,
            "," if denies(scene, start) && columns::begins_list(scene, at + 1, tokens.end) => true,
            "," if says_of_column(scene, start, at) && says_of_column(scene, at + 1, tokens.end) => true,
            "," if lists_bare(scene, start, at) && is_of_column(scene, at + 1, tokens.end) => true,
            "," if is_remark(scene, start, at) => false,
            "," if is_condition(scene, start, at) => false,
            // "The fee of a student is 5, that of an adult 10".
            "," if scene.text.norm(at + 1) == "that" && scene.text.norm(at + 2) == "of" => false,
            // "As for the grade, 60% are good".
            "," if is_topic(scene, start, at) => false,
            "," if is_statement(scene, start, at) && goes_on_alike(scene, at + 1, tokens.end) => true,
            "," if is_number_enough(scene, at + 1) => true,
            "," if columns::begins_aside(scene, at + 1, tokens.end) => false,
            "," | "–" | "—" => columns::starts_clause(scene, at + 1, tokens.end),
            "." => at > start && columns::begins_list(scene, at + 1, tokens.end),
            // "A law whose median is 40".
            "whose" if tells_law(scene, at + 1) => false,
            "where" | "whose" | "whereby" | "davon" | "dont" | "wobei" => at > start,
            // `empty while the ticket is open` is one statement.
            "while" if lacks(scene, at - at.min(1)) => false,
            // "Everyone but the boss has a manager".
            "but" if is_exception(scene, at, start) => false,
            "but" | "while" | "whereas" => at > start,
            "also" if at > start && scene.does(at - 1, Does::Is) => false,
            _ if scene.does(at, Does::Joins)
                && is_statement(scene, start, at)
                && is_statement(scene, at + 1, tokens.end) =>
            {
                true
            }
            _ if scene.does(at, Does::Joins)
                && says_of_column(scene, start, at)
                && says_of_column(scene, at + 1, tokens.end) =>
            {
                true
            }
            _ if scene.does(at, Does::Joins)
                && is_statement(scene, start, at)
                && goes_on_alike(scene, at + 1, tokens.end) =>
            {
                true
            }
            // "For every pupil and every day of May": both belong to the rows of one grid.
            _ if scene.does(at, Does::Joins)
                && scene.does(at + 1, Does::Distributes)
                && dates::frequency(scene.text, at + 1).is_some() =>
            {
                false
            }
            _ if scene.does(at, Does::Joins) && series::begins(scene, at + 1, tokens.end) => true,
            _ if scene.does(at, Does::Joins) => {
                says_something(scene, start..at)
                    && joins_clause(scene, at + 1, tokens.end)
                    && !is_share_alone(scene, start, at)
            }
            _ => false,
        };
        if is_cut {
            let keeps = matches!(word, "where" | "whose" | "davon" | "dont");
            found.push(start..at);
            start = if keeps { at } else { at + 1 };
        }
    }
    found.push(start..tokens.end);
    found.retain(|clause| !clause.is_empty());
    found
}

/// `usernames must be unique`: a column and what is said of it, and no list of columns. `No two share an e-mail` is such too.
fn says_of_column(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let stop = (start..end).find(|at| matches!(scene.text.norm(*at), "," | ";")).unwrap_or(end);
    if denies(scene, start) && stop == end {
        return (start..end).any(|at| matches!(scene.text.norm(at), "share" | "shares" | "twice" | "same" | "alike"));
    }
    let from = start + usize::from(scene.does(start, Does::Joins));
    let Some(phrase) = scene.item_phrase(from, stop) else { return false };
    let verb = phrase.name.end;
    let says = scene.does(verb, Does::May) || matches!(scene.text.norm(verb), "never" | "always");
    let words = scene.words(phrase.name.clone());
    verb + 1 < stop && says && lex::column(&words, "", scene.language).known && scene.find_table(&words).is_none()
}

/// Whether `but` leaves somebody out: `everyone but the boss`, `all cells but the first`.
fn is_exception(scene: &Scene<'_>, at: usize, start: usize) -> bool {
    let is_all = |at: usize| {
        scene.does(at, Does::Distributes)
            || matches!(scene.text.norm(at), "everyone" | "everybody" | "all" | "none" | "nobody" | "nothing" | "any")
    };
    let from = at.saturating_sub(2).max(start);
    (from..at).any(is_all) && scene.does(at + 1, Does::Determines)
}

/// `latency_ms is lognormal`, `dec lies between -90 and 90`: a name of few words right before what is said of it.
fn is_statement(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let from = (start..end).find(|at| !scene.does(*at, Does::Joins)).unwrap_or(end);
    let Some(phrase) = scene.item_phrase(from, end) else { return false };
    let verb = phrase.name.end;
    let says = scene.does(verb, Does::Is)
        || matches!(scene.text.norm(verb), "lies" | "ranges" | "follows" | "=" | "goes" | "equals");
    // "The price is net, the tax is" has statements; "a colour that is red" has one column with its remark.
    let is_whole = phrase.whole.start == from && phrase.name.len() <= 3 && !phrase.is_single;
    says && is_whole && verb + 1 < end
}

/// Whether a statement like the one before begins: `y is B` behind `x is A`, or only `y between 1 and 3`.
fn goes_on_alike(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let stop = (start..end).find(|at| matches!(scene.text.norm(*at), "," | ";")).unwrap_or(end);
    let Some(phrase) = scene.item_phrase(start, stop) else { return false };
    let is_bounded = matches!(scene.text.norm(phrase.name.end), "between" | "from")
        && phrase.name.len() <= 2
        && number::number(scene.text, phrase.name.end + 1).is_some();
    is_statement(scene, start, stop) || is_bounded
}

/// `25 will do` behind a comma.
fn is_number_enough(scene: &Scene<'_>, at: usize) -> bool {
    number::count(scene.text, at).is_some_and(|found| counts::behind_enough(scene, found.end).is_some())
}

/// Whether a stretch is a column with its bounds and opens no list: `passengers 1 to 4`.
fn lists_bare(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let opens = |at: usize| {
        [Does::Has, Does::Equips, Does::Distributes, Does::Is, Does::Keeps].into_iter().any(|does| scene.does(at, does))
            || matches!(scene.text.norm(at), ":" | "(" | "-")
    };
    !(start..end).any(opens) && columns::begins_list(scene, start, end)
}

/// `tip is null in 35% of the rides`: a known column as the subject of a verb.
fn is_of_column(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let stop = (start..end).find(|at| matches!(scene.text.norm(*at), "," | ";")).unwrap_or(end);
    let Some(phrase) = scene.item_phrase(start, stop) else { return false };
    let words = scene.words(phrase.name.clone());
    scene.does(phrase.name.end, Does::Is)
        && phrase.name.end + 1 < stop
        && lex::column(&words, "", scene.language).known
        && scene.find_table(&words).is_none()
}

/// `a type, which is a, b or c, a start date`: a remark within a list of columns.
fn is_remark(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let is_relative = matches!(scene.text.norm(at + 1), "che" | "que" | "qui" | "das" | "die" | "der");
    let is_absent = matches!(scene.text.norm(at + 2), "manca" | "falta" | "manque" | "fehlt");
    let is_foreign = is_relative && (is_absent || scene.does(at + 2, Does::Is));
    (is_foreign
        || matches!(scene.text.norm(at + 1), "which" | "who")
            && (scene.does(at + 2, Does::Is) || scene.does(at + 2, Does::May)))
        && (start..at).any(|at| {
            [Does::Has, Does::Equips, Does::Keeps, Does::Columns].into_iter().any(|does| scene.does(at, does))
                || matches!(scene.text.norm(at), ":" | "(" | "described" | "know")
        })
}

/// `If the total is above 100, the shipping is free`: a condition in front, which what stands behind its comma belongs to.
fn is_condition(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let leads = matches!(scene.text.norm(start), "if" | "when" | "whenever" | "wenn" | "falls");
    leads && !(start..at).any(|at| scene.text.norm(at) == ",")
}

/// Whether a token is a figure of a law: its `median`, its `mean`, its `standard deviation`.
fn tells_law(scene: &Scene<'_>, at: usize) -> bool {
    let noun = at + usize::from(scene.text.norm(at) == "standard");
    matches!(scene.text.norm(noun), "median" | "mean" | "average" | "deviation" | "expectation")
}

/// `As for the grade, 60% are good`: what is spoken of in front of what is said of it.
fn is_topic(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    let leads = matches!(scene.text.norm(start), "regarding" | "concerning")
        || matches!(scene.text.norm(start), "as" | "for")
            && scene.item_phrase(start + 1, at).is_some_and(|phrase| phrase.whole.end == at)
        || scene.text.norm(start) == "as" && scene.text.norm(start + 1) == "for";
    leads && at - start <= 5 && scene.table_word(at - 1).is_none()
}

/// Whether a word says that a value is there or is not.
fn lacks(scene: &Scene<'_>, at: usize) -> bool {
    matches!(
        scene.text.norm(at),
        "empty" | "missing" | "null" | "blank" | "unset" | "absent" | "unknown" | "set" | "filled" | "known" | "given"
    )
}

/// `no label twice`, `all different`: a clause that is no list, behind which one may go on.
fn denies(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.norm(at), "no" | "none" | "never" | "not" | "all" | "most" | "always")
}

/// Whether a stretch is more than a subject: it has a verb, a number or a list.
fn says_something(scene: &Scene<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| {
        let is_verb =
            [Does::Is, Does::Has, Does::May, Does::Equips, Does::Keeps].into_iter().any(|does| scene.does(at, does))
                || names::is_verb(scene.text.norm(at));
        is_verb || scene.text.norm(at) == ":" || number::number(scene.text, at).is_some()
    })
}

/// `8% of the phones`: a share without its verb, which stands behind the next one: `and 40% of the budgets are unknown`.
fn is_share_alone(scene: &Scene<'_>, start: usize, end: usize) -> bool {
    let Some(found) = share::share(scene.text, start) else { return false };
    let noun = found.end + 1 + usize::from(scene.does(found.end + 1, Does::Determines));
    scene.does(found.end, Does::Belongs)
        && scene.phrase(noun, end).is_some_and(|phrase| phrase.name.end == end)
        && share::share(scene.text, end + 1).is_some()
}

/// Whether a clause begins behind an `and` without a comma: `and each ...`, `and the email is ...`, `and 2,000 orders`.
fn joins_clause(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    columns::starts_clause(scene, at, end) && !scene.does(at, Does::Equips)
}

/// Reads a clause; gives the table named last, to which a following `with ...` belongs.
fn read_clause(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    tokens: Range<usize>,
    carried: Option<(String, usize)>,
    spoken_of: Option<&String>,
) -> Option<(String, usize)> {
    let claims = scene.claims();
    let before = scene.focus.table.clone();
    let ties = scene.ir.relationships.len();
    let start = skip_request(scene, tokens.start, tokens.end);
    let begins_with_list = scene.does(start, Does::Equips);
    let mut scan = Scan {
        start,
        end: tokens.end,
        subject: None,
        is_each: false,
        last: None,
        pending: None,
        introduced: None,
        figure: None,
    };
    // `every band plays 1 to 2 gigs, each with a fee`: the gigs, of which was spoken last.
    if begins_with_each(scene, start, tokens.end) {
        scan.subject = spoken_of.cloned();
    }
    let trailing = scan.trailing(scene, frame);
    let carried_table = carried.as_ref().map(|(table, _)| table.clone());
    // ", que têm uma nota": of the children before it.
    let is_relative = matches!(scene.text.norm(start), "che" | "que" | "qui" | "die" | "who" | "which")
        && scene.does(start + 1, Does::Has);
    if begins_with_list || is_relative || columns::begins_origin(scene, start, tokens.end) {
        scan.last = carried.map(|(table, _)| (table, start));
    }
    let listed = scan
        .series(scene, frame)
        .or_else(|| scan.heads_cross(scene, frame))
        .or_else(|| scan.heads_count(scene, frame))
        .or_else(|| scan.pair_each(scene, frame))
        .or_else(|| scan.wish(scene, frame))
        .or_else(|| scan.measures(scene, frame))
        .or_else(|| scan.telegram(scene, frame))
        .or_else(|| scan.bare_list(scene, frame, carried_table));
    let mut at = listed.unwrap_or(start);
    while at < scan.end {
        at = scan.step(scene, frame, at).unwrap_or(at + 1);
    }
    scan.finish(scene, frame);
    if let Some(trailing) = trailing {
        scan.put_trailing(scene, frame, trailing);
    }
    let is_between =
        |table: &String| scene.ir.relationships.iter().any(|tie| tie.distinct && tie.child_table == *table);
    if let Some(between) = scan.introduced.clone().filter(is_between) {
        scene.focus.table = Some(between);
        scene.focus.column = None;
    } else if let Some(subject) = scan
        .subject
        .clone()
        .or_else(|| scan.last.as_ref().map(|(table, _)| table.clone()).filter(|_| !begins_with_list))
    {
        if scene.focus.table.as_ref() != Some(&subject) {
            scene.focus.column = None;
        }
        let is_new = |table: &String| !frame.listed.contains(table);
        let children = scan.introduced.clone().filter(|child| scan.is_each && is_new(child) && !is_new(&subject));
        scene.focus.table = Some(scan.figure.clone().or(children).unwrap_or(subject));
    }
    // "It is made with one telescope": what a pronoun stands for stays what is spoken of.
    let stays = before.filter(|_| scan.figure.is_none() && begins_with_pronoun(scene, start));
    if let Some(before) = stays {
        scene.focus.table = Some(before);
    }
    let column = if scene.claims() == claims { scene.focus.column.clone() } else { None };
    // "Each meter has 4 to 12 readings, with a day": what the clause ends with is spoken of.
    let ends_with = tokens.end.checked_sub(1).and_then(|last| scene.table_word(last));
    let made = scene.ir.relationships.get(ties..).and_then(<[_]>::last).map(|tie| tie.child_table.clone());
    let made = made.filter(|child| ends_with.as_ref() == Some(child));
    frame.wait(scene, tokens, column);
    if let Some(child) = made.filter(|_| scan.introduced.is_none() && scan.figure.is_none()) {
        return Some((child, start));
    }
    let introduced = scan.figure.or(scan.introduced).or(scan.subject).or(scan.last.map(|(table, _)| table));
    introduced.map(|table| (table, start))
}

/// Whether a statement begins with a pronoun: `they are never`, `both are`.
fn begins_with_pronoun(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.norm(at), "it" | "they" | "both" | "these" | "he" | "she")
        && (scene.does(at + 1, Does::Is) || scene.does(at + 1, Does::May))
}

/// Whether a part of a sentence begins with `each` and no noun: `, each with a fee`, `, each on one of the stages`.
fn begins_with_each(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let is_bare = scene.does(at + 1, Does::Equips)
        || scene.does(at + 1, Does::Places)
        || scene.does(at + 1, Does::Has)
        || scene.text.norm(at + 1).len() > 5 && scene.text.norm(at + 1).ends_with("ing");
    at > 0 && scene.text.norm(at - 1) == "," && at + 1 < end && scene.does(at, Does::Distributes) && is_bare
}

/// Behind the words of a request: `I need a table of`, `please generate`.
fn skip_request(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    let is_filler = |at: usize| {
        scene.does(at, Does::Asks)
            || (scene.does(at, Does::Refers)
                && (scene.does(at + 1, Does::Asks)
                    || scene.does(at + 1, Does::Keeps)
                    || scene.does(at + 1, Does::May)
                    || scene.does(at + 1, Does::Has)
                    || scene.does(at - at.min(1), Does::Asks)))
            || (scene.does(at, Does::Joins)
                || matches!(
                    scene.text.norm(at),
                    "," | "!" | "i'd" | "to" | "us" | "me" | "can" | "could" | "would" | "you" | "let's"
                ))
            || (scene.does(at, Does::May) && scene.does(at + 1, Does::Refers))
    };
    let lead = behind_order(scene, at, end);
    (lead..end).find(|at| !is_filler(*at)).unwrap_or(lead)
}

/// Behind words that say only where in a text a sentence stands: `First of all`, `Then`, `And finally`.
fn behind_order(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    const LEADS: &[&[&str]] = &[
        &["first", "of", "all"],
        &["to", "begin", "with"],
        &["to", "start", "with"],
        &["last", "but", "not", "least"],
        &["first"],
        &["firstly"],
        &["secondly"],
        &["thirdly"],
        &["then"],
        &["next"],
        &["finally"],
        &["lastly"],
    ];
    let from = at + usize::from(scene.does(at, Does::Joins));
    let starts = |lead: &&&[&str]| lead.iter().enumerate().all(|(k, word)| scene.text.norm(from + k) == *word);
    let Some(length) = LEADS.iter().find(starts).map(|lead| lead.len()) else { return at };
    let behind = from + length + usize::from(scene.text.norm(from + length) == ",");
    let opens = |at: usize| {
        scene.does(at, Does::Asks)
            || scene.does(at, Does::Refers)
            || scene.does(at, Does::Determines)
            || matches!(scene.text.norm(at), "there" | "come" | "comes" | "i" | "we")
            || number::count(scene.text, at).is_some()
            || matches!(scene.text.norm(from), "finally" | "lastly" | "firstly" | "secondly" | "thirdly")
                && scene.is_nominal(at)
    };
    if behind < end && opens(behind) { behind } else { at }
}

impl Scan {
    /// One step at a token: the token behind what it has read.
    fn step(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        if scene.is_laid(at) && scene.text.norm(at + 1) == "(" && scene.is_laid(at + 1) {
            self.last = scene.table_word(at).map(|table| (table, at + 1)).or(self.last.take());
        }
        self.skip(scene, at)
            .or_else(|| self.named_table(scene, frame, at))
            .or_else(|| self.grid(scene, frame, at))
            .or_else(|| self.distribution(scene, frame, at))
            .or_else(|| self.chosen(scene, frame, at))
            .or_else(|| self.crossed(scene, at))
            .or_else(|| self.share(scene, at))
            .or_else(|| self.one_of_verb(scene, at))
            .or_else(|| self.quantity(scene, frame, at))
            .or_else(|| self.named_rows(scene, at))
            .or_else(|| self.columns_of(scene, frame, at))
            .or_else(|| self.list(scene, frame, at))
            .or_else(|| self.side_to_side(scene, at))
            .or_else(|| self.joining(scene, frame, at))
            .or_else(|| self.own_rows(scene, at))
            .or_else(|| self.rest(scene, at))
            .or_else(|| self.reference(scene, frame, at))
            .or_else(|| self.mention(scene, frame, at))
            .or_else(|| self.fresh(scene, frame, at))
    }

    fn skip(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let is_read = scene.is_claimed(at) && !scene.is_nominal(at);
        (is_read || scene.is_laid(at) || scene.is_taken(at)).then_some(at + 1)
    }

    fn set(&mut self, scene: &mut Scene<'_>, table: &str, tokens: Range<usize>) {
        scene.claim(tokens.clone());
        self.subject.get_or_insert_with(|| table.to_owned());
        self.last = Some((table.to_owned(), tokens.end));
    }

    /// Children without a parent in the clause: of the table spoken of, if they stand behind `each` or are said of it.
    fn finish(&mut self, scene: &mut Scene<'_>, frame: &mut Frame) {
        let Some((phrase, quantity)) = self.pending.take() else { return };
        let trailing = (phrase.whole.end..self.end).any(|at| scene.does(at, Does::Distributes));
        let parent = scene.focus.table.clone().filter(|_| trailing);
        if let Some(parent) = parent {
            relations::children(scene, frame, &parent, &quantity, &phrase, phrase.whole.clone());
        }
    }
}
