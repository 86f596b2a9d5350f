//! A sentence -> tables, columns and relationships: a scan from left to right that knows what was spoken of last.

use std::ops::Range;

use super::columns;
use super::frame::Frame;
use super::names;
use super::phrases::{Phrase, Quantity};
use super::relations;
use super::scene::Scene;
use super::tables;
use super::words::{self, Does};
use crate::draft::ir::{Param, Shape};
use crate::draft::offline::lex;
use crate::draft::text::{Kind, dates, number, range, share};

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
}

/// Reads a sentence.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame, tokens: Range<usize>) {
    let mut carried = None;
    for clause in clauses(scene, tokens) {
        if relations::for_some(scene, clause.clone()) {
            continue;
        }
        carried = read_clause(scene, frame, clause, carried);
    }
}

/// Declares the tables that a sentence counts, so that sentences before it can speak of them.
pub fn foretell(scene: &mut Scene<'_>, tokens: Range<usize>) {
    for clause in clauses(scene, tokens) {
        let is_each = clause.clone().any(|at| scene.does(at, Does::Distributes));
        for at in clause.clone() {
            let Some(quantity) =
                scene.quantity(at, clause.end).filter(|quantity| quantity.is_count && quantity.max >= 10)
            else {
                continue;
            };
            let before = at.checked_sub(1).filter(|before| *before >= clause.start);
            let is_free = before.is_none_or(|before| {
                !scene.is_nominal(before)
                    && !matches!(scene.text.norm(before), "(" | "than" | "to" | "between" | "and" | "least" | "most")
                    && scene.text.get(before).is_none_or(|token| token.kind != Kind::Number)
            });
            let Some(phrase) = scene
                .rows_phrase(quantity.end, clause.end)
                .filter(|phrase| phrase.name.start == quantity.end && tables::may_be(scene, phrase))
            else {
                continue;
            };
            let is_noun = lex::is_table_noun(&scene.words(phrase.name.clone()), scene.language);
            if !is_each
                && is_free
                && is_noun
                && scene.is_plural(phrase.name.end - 1)
                && !lex::is_column(&scene.words(phrase.name.clone()), scene.language)
            {
                tables::declare(scene, phrase.name);
            }
        }
    }
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
            "," if columns::begins_aside(scene, at + 1, tokens.end) => false,
            "," | "–" | "—" => columns::starts_clause(scene, at + 1, tokens.end),
            "." => at > start && columns::begins_list(scene, at + 1, tokens.end),
            "where" | "whose" | "whereby" | "davon" | "dont" => at > start,
            "but" | "while" | "whereas" => at > start,
            _ if scene.does(at, Does::Joins) => {
                says_something(scene, start..at) && joins_clause(scene, at + 1, tokens.end)
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

/// Whether a stretch is more than a subject: it has a verb, a number or a list.
fn says_something(scene: &Scene<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| {
        let is_verb =
            [Does::Is, Does::Has, Does::May, Does::Equips, Does::Keeps].into_iter().any(|does| scene.does(at, does))
                || names::is_verb(scene.text.norm(at));
        is_verb || scene.text.norm(at) == ":" || number::number(scene.text, at).is_some()
    })
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
) -> Option<(String, usize)> {
    let claims = scene.claims();
    let start = skip_request(scene, tokens.start, tokens.end);
    let begins_with_list = scene.does(start, Does::Equips);
    let mut scan =
        Scan { start, end: tokens.end, subject: None, is_each: false, last: None, pending: None, introduced: None };
    let carried_table = carried.as_ref().map(|(table, _)| table.clone());
    if begins_with_list || columns::begins_origin(scene, start, tokens.end) {
        scan.last = carried.map(|(table, _)| (table, start));
    }
    let mut at = scan.bare_list(scene, frame, carried_table).unwrap_or(start);
    while at < scan.end {
        at = scan.step(scene, frame, at).unwrap_or(at + 1);
    }
    scan.finish(scene, frame);
    if let Some(subject) = scan
        .subject
        .clone()
        .or_else(|| scan.last.as_ref().map(|(table, _)| table.clone()).filter(|_| !begins_with_list))
    {
        if scene.focus.table.as_ref() != Some(&subject) {
            scene.focus.column = None;
        }
        let is_new = |table: &String| !frame.listed.contains(table);
        let children = scan.introduced.clone().filter(|child| scan.is_each && is_new(child) && !is_new(&subject));
        scene.focus.table = Some(children.unwrap_or(subject));
    }
    let column = if scene.claims() == claims { scene.focus.column.clone() } else { None };
    frame.wait(scene, tokens, column);
    let introduced = scan.introduced.or(scan.subject).or(scan.last.map(|(table, _)| table));
    introduced.map(|table| (table, start))
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
    (at..end).find(|at| !is_filler(*at)).unwrap_or(at)
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
            .or_else(|| self.share(scene, at))
            .or_else(|| self.quantity(scene, frame, at))
            .or_else(|| self.list(scene, frame, at))
            .or_else(|| self.side_to_side(scene, at))
            .or_else(|| self.joining(scene, frame, at))
            .or_else(|| self.own_rows(scene, at))
            .or_else(|| self.reference(scene, frame, at))
            .or_else(|| self.mention(scene, frame, at))
            .or_else(|| self.fresh(scene, frame, at))
    }

    /// `price 12 to 60, seat, sold on` at the beginning of a clause: columns of the table spoken of.
    fn bare_list(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, carried: Option<String>) -> Option<usize> {
        let table = carried.or_else(|| scene.focus.table.clone())?;
        let first = scene.item_phrase(self.start, self.end)?;
        let words = scene.words(first.name.clone());
        let is_known = |score: u32| score >= 80;
        let is_there = scene.ir.tables.iter().any(|table| {
            scene.find_column_in(table, &words).is_some_and(|(score, _)| is_known(score))
                || names::table_score(&names::key(&words), &table.name) >= 80
        });
        if is_there || scene.is_laid(self.start) || !columns::begins_list(scene, self.start, self.end) {
            return None;
        }
        let stop = columns::read(scene, frame, &table, self.start, self.end);
        self.subject = Some(table.clone());
        self.last = Some((table, stop));
        Some(stop.max(self.start + 1))
    }

    fn skip(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let is_read = scene.is_claimed(at) && !scene.is_nominal(at);
        (is_read || scene.is_laid(at)).then_some(at + 1)
    }

    fn set(&mut self, scene: &mut Scene<'_>, table: &str, tokens: Range<usize>) {
        scene.claim(tokens.clone());
        self.subject.get_or_insert_with(|| table.to_owned());
        self.last = Some((table.to_owned(), tokens.end));
    }

    /// `a table customers`, `table called "customers"`, `a customers table`.
    fn named_table(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        if scene.does(at, Does::Tables) && !matches!(scene.text.norm(at), "entities") {
            let mut start = at + 1;
            while start < self.end
                && (matches!(
                    scene.text.norm(start),
                    "called"
                        | "named"
                        | "of"
                        | "for"
                        | ":"
                        | "about"
                        | "namens"
                        | "de"
                        | "with"
                        | "is"
                        | "von"
                        | "di"
                        | "llamada"
                        | "appelée"
                ) || scene.does(start, Does::Asks))
            {
                start += 1;
            }
            let by_with = (at + 1..start).any(|at| matches!(scene.text.norm(at), "with" | "is"));
            if by_with || number::count(scene.text, start).is_some() || scene.does(start, Does::Distributes) {
                return None;
            }
            let phrase = scene.rows_phrase(start, self.end).filter(|phrase| tables::may_be(scene, phrase))?;
            let is_for = (at + 1..start)
                .any(|at| matches!(scene.text.norm(at), "for" | "about" | "of" | "für" | "de" | "von" | "di"));
            if is_for
                && (phrase.is_single || !scene.is_plural(phrase.name.end - 1))
                && !matches!(scene.text.norm(at), "table" | "tabelle" | "tabla" | "tabella" | "tabela")
            {
                scene.ir.title = if scene.ir.title.is_empty() {
                    lex::snake(&scene.words(phrase.name.clone()), scene.language)
                } else {
                    scene.ir.title.clone()
                };
                scene.claim(at..phrase.whole.end);
                return Some(phrase.whole.end);
            }
            let table = tables::declare(scene, phrase.name.clone());
            frame.bare.insert(table.clone());
            self.set(scene, &table, at..phrase.whole.end);
            return Some(phrase.whole.end);
        }
        let phrase = scene.phrase(at, self.end)?;
        let quoted = (phrase.name.start..phrase.name.end).find(|at| {
            scene.text.get(*at).is_some_and(|token| token.kind == Kind::Quoted)
                && scene.does(at.saturating_sub(1), Does::Tables)
        });
        if let Some(quoted) = quoted {
            let table = tables::declare(scene, quoted..quoted + 1);
            frame.bare.insert(table.clone());
            self.set(scene, &table, phrase.whole.start..quoted + 1);
            return Some(quoted + 1);
        }
        if scene.does(phrase.name.start, Does::Tables) {
            return None;
        }
        let table_at = (phrase.name.start + 1..phrase.name.end)
            .find(|at| scene.does(*at, Does::Tables) && !matches!(scene.text.norm(*at), "entities"))?;
        let name = phrase.name.start..table_at;
        let is_name = name.clone().all(|at| !scene.does(at, Does::Asks)) && !name.is_empty();
        if !is_name || !tables::may_be(scene, &Phrase { name: name.clone(), ..phrase.clone() }) {
            return None;
        }
        let table = tables::declare(scene, name);
        frame.bare.insert(table.clone());
        self.set(scene, &table, phrase.whole.start..table_at + 1);
        Some(table_at + 1)
    }

    /// `each`, `for every loan`, `per customer`.
    fn distribution(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        if !columns::is_distributive(scene, at) {
            return None;
        }
        let each = if scene.does(at, Does::Distributes) { at } else { at + 1 };
        let noun = if scene.does(each + 1, Does::Belongs) { each + 2 } else { each + 1 };
        let counted = if scene.does(noun, Does::Determines) { noun + 1 } else { noun };
        if noun > each + 1
            && let Some(quantity) =
                scene.quantity(counted, self.end).filter(|quantity| quantity.is_count && quantity.max > 1)
            && let Some(phrase) =
                scene.rows_phrase(quantity.end, self.end).filter(|phrase| tables::may_be(scene, phrase))
        {
            let table = tables::declare(scene, phrase.name.clone());
            tables::count(scene, frame, &table, quantity.max, at..phrase.whole.end);
            self.is_each = true;
            self.subject = Some(table.clone());
            self.last = Some((table, phrase.whole.end));
            return Some(phrase.whole.end);
        }
        let phrase = scene.rows_phrase(noun, self.end).map(|mut phrase| {
            phrase.is_single = true;
            phrase
        });
        let parent = phrase.as_ref().and_then(|phrase| self.distributed(scene, frame, phrase));
        let (parent, end) = match (parent, &phrase) {
            (Some(parent), Some(phrase)) => (parent, phrase.whole.end),
            (None, Some(phrase))
                if words::is_unit(scene.text.norm(phrase.name.start), scene.language)
                    && !matches!(scene.text.norm(phrase.name.start), "row" | "record" | "entry") =>
            {
                return Some(phrase.whole.end);
            }
            (None, Some(_))
                if noun == each + 1
                    && scene.is_nominal(noun)
                    && !words::is_unit(scene.text.norm(noun), scene.language)
                    && !self.is_verb_like(scene, noun) =>
            {
                return None;
            }
            _ => (self.subject.clone().or_else(|| scene.focus.table.clone())?, each + 1),
        };
        scene.claim(at..end);
        frame.is_each = true;
        if let Some((phrase, quantity)) = self.pending.take() {
            let evidence = phrase.whole.start.min(quantity.end)..end;
            let child = relations::children(scene, frame, &parent, &quantity, &phrase, self.from(&quantity, &evidence));
            self.subject.get_or_insert(child);
            self.last = Some((parent, end));
            return Some(end);
        }
        self.is_each = true;
        self.subject = Some(parent.clone());
        self.last = Some((parent, end));
        Some(end)
    }

    /// The evidence of pending children, their quantity included.
    fn from(&self, _quantity: &Quantity, evidence: &Range<usize>) -> Range<usize> {
        evidence.start.saturating_sub(1).max(self.start)..evidence.end
    }

    fn is_verb_like(&self, scene: &Scene<'_>, at: usize) -> bool {
        scene.does(at, Does::Has) || scene.does(at, Does::Equips)
    }

    /// The table behind `each`: a known one, or a new one whose rows nobody counts.
    fn distributed(&self, scene: &mut Scene<'_>, frame: &mut Frame, phrase: &Phrase) -> Option<String> {
        let words = scene.words(phrase.name.clone());
        let spoken_of = self.subject.clone().or_else(|| scene.focus.table.clone());
        let any_row = matches!(words.as_str(), "person" | "one" | "item" | "individual" | "thing" | "entity" | "case");
        let known = tables::known(scene, &words).or_else(|| tables::compound(scene, &words));
        if let Some(known) = known.or(spoken_of.filter(|_| any_row)) {
            return Some(known);
        }
        let is_column = scene
            .table()
            .is_some_and(|table| scene.find_column_in(table, &words).is_some_and(|(score, _)| score >= 80));
        let is_known_column = lex::is_column(&words, scene.language);
        if is_column || is_known_column || !tables::may_be(scene, phrase) || scene.is_plural(phrase.name.end - 1) {
            return None;
        }
        let table = tables::declare(scene, phrase.name.clone());
        frame.bare.insert(table.clone());
        Some(table)
    }

    /// `each meter sends hourly readings for ten days`, `one row per day in 2023`: rows on a grid of time.
    fn grid(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let found = dates::grid(scene.text, at, &scene.today)?;
        let grid = &found.value;
        let phrase = self.on_grid(scene, at, grid.how_often.clone());
        let is_parent = self.is_each || self.subject.is_some() && phrase.is_some();
        let (table, end) = match (self.subject.clone().filter(|_| is_parent), phrase) {
            (Some(parent), Some(phrase)) => {
                let shape = Shape::Uniform;
                let end = phrase.whole.end;
                let quantity = Quantity { min: 0, max: 0, mean: 0.0, shape, is_vague: false, is_count: false, end };
                let known = tables::known(scene, &scene.words(phrase.name.clone()));
                let child = match known.filter(|known| *known == parent) {
                    Some(table) => table,
                    None => relations::children(scene, frame, &parent, &quantity, &phrase, at.min(end)..end),
                };
                (child, found.end)
            }
            (_, Some(phrase)) => (tables::declare(scene, phrase.name), found.end),
            (_, None) => (self.grid_table(scene, frame, at)?, found.end),
        };
        let params = [("every", &grid.every), ("from", &grid.from), ("to", &grid.to)];
        if let Some(known) = scene.ir.table_mut(&table).filter(|known| !known.params.iter().any(|p| p.key == "every")) {
            known.params.extend(params.map(|(key, value)| Param { key: key.to_owned(), value: value.clone() }));
        }
        let quote = scene.quote(at..end);
        if let Some(known) = scene.ir.table_mut(&table) {
            known.evidence.push(quote);
        }
        frame.bare.insert(table.clone());
        scene.claim(at..end);
        self.introduced = Some(table.clone());
        self.subject.get_or_insert_with(|| table.clone());
        self.last = Some((table, end));
        Some(end)
    }

    /// What is made at the steps of a grid: `hourly readings`, `one reading every hour`, `a reading every hour`.
    fn on_grid(&self, scene: &Scene<'_>, at: usize, often: Range<usize>) -> Option<Phrase> {
        let is_thing = |at: usize| {
            scene.is_nominal(at)
                && !words::is_unit(scene.text.norm(at), scene.language)
                && !scene.does(at, Does::Rows)
                && !scene.does(at, Does::Distributes)
        };
        let behind = scene
            .rows_phrase(often.end, self.end)
            .filter(|phrase| tables::may_be(scene, phrase) && scene.is_plural(phrase.name.end - 1));
        let is_noun = |at: usize| lex::is_table_noun(scene.text.norm(at), scene.language);
        let inside = || often.clone().find(|at| is_thing(*at) && is_noun(*at));
        let before = || at.checked_sub(1).filter(|at| *at >= self.start && is_thing(*at) && is_noun(*at));
        behind.or_else(|| {
            let noun = inside().or_else(before)?;
            Some(Phrase { whole: noun..noun + 1, name: noun..noun + 1, is_single: true, is_definite: false })
        })
    }

    /// The table on a grid that nothing names beside it: the one spoken of, or one of what stands before.
    fn grid_table(&self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<String> {
        let spoken_of = self.last.as_ref().map(|(table, _)| table.clone()).or_else(|| self.subject.clone());
        if let Some(table) = spoken_of.or_else(|| scene.focus.table.clone()) {
            return Some(table);
        }
        let table = super::blocks::records(scene, frame)?;
        if let Some(phrase) = scene.item_phrase(self.start, at).filter(|phrase| phrase.name.end <= at) {
            let words = scene.words(phrase.name.start..phrase.name.start + 1);
            if lex::column(&words, &table, scene.language).known {
                columns::put(scene, frame, &table, &words, scene.quote(phrase.whole.clone()));
                scene.claim(phrase.whole);
            }
        }
        Some(table)
    }

    /// A share is no count: `10% of the orders`.
    fn share(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let is_choice = scene.text.norm(at + 1) == "of" && number::count(scene.text, at + 2).is_some();
        let is_subset = is_choice && matches!(scene.text.norm(at), "one" | "1" | "some" | "any");
        share::share(scene.text, at).filter(|_| !is_subset).map(|found| found.end)
    }

    fn quantity(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let quantity = scene.quantity(at, self.end).filter(|quantity| !(quantity.is_count && quantity.max == 1))?;
        if let Some(end) = self.of_them(scene, frame, &quantity, at) {
            return Some(end);
        }
        if let Some((table, end)) = self.last.clone().filter(|(_, end)| {
            *end + 1 == at
                && quantity.is_count
                && scene.text.norm(at - 1) == "("
                && scene.text.norm(quantity.end) == ")"
        }) {
            tables::count(scene, frame, &table, quantity.max, end..quantity.end + 1);
            self.last = Some((table, quantity.end + 1));
            return Some(quantity.end + 1);
        }
        let (start, is_rows) = self.rows_word(scene, &quantity);
        let Some(phrase) = scene.rows_phrase(start, self.end).filter(|phrase| tables::may_be(scene, phrase)) else {
            if is_rows && quantity.is_count {
                return self.loose_rows(scene, frame, &quantity, at..start);
            }
            return Some(quantity.end);
        };
        if self.is_measure(scene, at, &quantity, &phrase) {
            return Some(quantity.end);
        }
        let phrase = self.before_rows(scene, phrase);
        let child = self.counted(scene, frame, at, &quantity, &phrase, is_rows);
        Some(child.unwrap_or(phrase.whole.end))
    }

    /// `500 customer records`: the name ends before the word for rows.
    fn before_rows(&self, scene: &mut Scene<'_>, mut phrase: Phrase) -> Phrase {
        while phrase.name.len() > 1
            && (scene.does(phrase.name.end - 1, Does::Rows) || scene.does(phrase.name.end - 1, Does::Asks))
        {
            phrase.name.end -= 1;
        }
        scene.claim(phrase.name.end..phrase.whole.end);
        phrase
    }

    /// `20k rows of sales`: where the noun begins, and whether a word for rows stands before it.
    fn rows_word(&self, scene: &Scene<'_>, quantity: &Quantity) -> (usize, bool) {
        let mut at = quantity.end;
        while scene.does(at, Does::Asks) {
            at += 1;
        }
        if matches!(scene.text.norm(at), "of") && quantity.is_count {
            at += 1;
        }
        if !scene.does(at, Does::Rows) {
            return (
                quantity.end.max(if at > quantity.end && scene.does(at - 1, Does::Asks) { at } else { quantity.end }),
                false,
            );
        }
        let mut noun = at + 1;
        while noun < self.end
            && (scene.does(noun, Does::Belongs)
                || scene.does(noun, Does::Asks)
                || matches!(scene.text.norm(noun), "for" | "about" | "in" | "on" | "für"))
        {
            noun += 1;
        }
        (if noun > at + 1 { noun } else { self.end }, true)
    }

    /// `10k of them`, `there should be 10k`: the count of what was spoken of.
    fn of_them(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, quantity: &Quantity, at: usize) -> Option<usize> {
        let is_them = scene.text.norm(quantity.end) == "of"
            && matches!(scene.text.norm(quantity.end + 1), "them" | "those" | "these" | "it");
        let is_there = quantity.end == self.end
            && (self.start.saturating_sub(4)..at)
                .any(|at| matches!(scene.text.norm(at), "there" | "need" | "want" | "rows" | "count"));
        let is_davon = matches!(scene.text.norm(quantity.end), "davon");
        if !quantity.is_count || !(is_them || is_there || is_davon) || self.is_each {
            return None;
        }
        let table = self.subject.clone().or_else(|| scene.focus.table.clone())?;
        let end = if is_them { quantity.end + 2 } else { quantity.end };
        tables::count(scene, frame, &table, quantity.max, at..end);
        self.last = Some((table, end));
        Some(end)
    }

    /// `500 rows` without a noun: of the table that is spoken of, or of the only one.
    fn loose_rows(
        &mut self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        quantity: &Quantity,
        tokens: Range<usize>,
    ) -> Option<usize> {
        let end = (quantity.end..self.end).find(|at| scene.does(*at, Does::Rows)).map_or(quantity.end, |at| at + 1);
        let tokens = tokens.start..end;
        let table = self.last.as_ref().map(|(table, _)| table.clone()).or_else(|| scene.focus.table.clone());
        match table {
            Some(table) => tables::count(scene, frame, &table, quantity.max, tokens),
            None => {
                frame.loose_rows = Some((quantity.max, tokens.clone()));
                scene.claim(tokens);
            }
        }
        Some(end)
    }

    /// Whether a number with a noun is a measure, a bound or an example and no table: `between 18 and 90 points`.
    fn is_measure(&self, scene: &Scene<'_>, at: usize, quantity: &Quantity, phrase: &Phrase) -> bool {
        let before =
            at.checked_sub(1).filter(|before| *before >= self.start).map_or("", |before| scene.text.norm(before));
        let is_bound = quantity.is_count
            && matches!(
                before,
                "than"
                    | "least"
                    | "most"
                    | "after"
                    | "before"
                    | "within"
                    | "last"
                    | "next"
                    | "past"
                    | "deviation"
                    | "mean"
                    | "until"
                    | "since"
                    | "version"
                    | "under"
                    | "above"
                    | "below"
                    | "exceed"
                    | "every"
                    | "no"
                    | "minus"
                    | "/"
                    | "*"
                    | "x"
                    | "="
                    | "#"
            );
        let first = scene.text.norm(phrase.name.start);
        let is_lone_name = lex::column(&scene.words(phrase.name.clone()), "", scene.language).known
            && !lex::is_table_noun(&scene.words(phrase.name.clone()), scene.language);
        let is_singular = quantity.max > 1
            && !scene.text.norm(phrase.name.end - 1).is_empty()
            && !scene.is_plural(phrase.name.end - 1)
            && !names::is_plural(first)
            && !lex::is_table_noun(&scene.words(phrase.name.clone()), scene.language);
        is_bound
            || quantity.end != phrase.whole.start
                && !matches!(scene.text.norm(quantity.end), "of")
                && !scene.does(quantity.end, Does::Rows)
                && !scene.does(quantity.end, Does::Asks)
            || is_lone_name && quantity.is_count && quantity.max < 10
            || is_singular && self.language_is_english(scene)
            || range::range(scene.text, at)
                .is_some_and(|found| !found.value.unit.is_empty() && words::is_unit(&found.value.unit, scene.language))
    }

    /// Whether a number behind a noun counts it: not behind a verb of the sentence.
    fn language_allows_count(&self, scene: &Scene<'_>, end: usize) -> bool {
        (self.start..end).all(|at| !scene.does(at, Does::Is) && !scene.does(at, Does::Has))
    }

    fn language_is_english(&self, scene: &Scene<'_>) -> bool {
        scene.language == crate::draft::text::language::Language::En
    }

    /// A quantity of rows: children of the subject, of what follows, or a table with its count.
    fn counted(
        &mut self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        at: usize,
        quantity: &Quantity,
        phrase: &Phrase,
        is_rows: bool,
    ) -> Option<usize> {
        let end = phrase.whole.end;
        let is_followed = self.is_followed_by_each(scene, end);
        if is_followed && !self.is_each {
            self.pending = Some((phrase.clone(), quantity.clone()));
            return Some(end);
        }
        if quantity.is_vague
            && self.is_by(scene, at)
            && let Some((child, _)) = self.last.clone()
        {
            let parent = relations::parent_for(scene, frame, phrase)?;
            relations::pick(scene, &child, &parent, None, at..end);
            return Some(end);
        }
        let parent = self.parent(scene, at, quantity);
        frame.is_each = self.is_each;
        if let Some(parent) = parent.filter(|_| !is_rows) {
            let child = relations::children(scene, frame, &parent, quantity, phrase, self.verb_from(scene, at)..end);
            self.introduced = Some(child.clone());
            self.last = Some((child, end));
            return Some(end);
        }
        if !quantity.is_count {
            self.pending = Some((phrase.clone(), quantity.clone()));
            return Some(phrase.name.start);
        }
        let before = self.last.clone();
        let table = tables::declare(scene, phrase.name.clone());
        tables::count(scene, frame, &table, quantity.max, at..end);
        if let Some((child, _)) = before.filter(|(child, _)| *child != table && self.is_by(scene, at)) {
            relations::pick(scene, &child, &table, None, at.saturating_sub(1)..end);
            self.last = Some((child, end));
            return Some(end);
        }
        self.introduced = Some(table.clone());
        self.set(scene, &table, at..end);
        if self.last.is_some() && scene.focus.table.is_none() {
            scene.focus.table = Some(table);
        }
        Some(end)
    }

    /// From the verb on, which tells what kind of tie it is.
    fn verb_from(&self, _scene: &Scene<'_>, at: usize) -> usize {
        self.last.as_ref().map_or(at, |(_, end)| (*end).min(at))
    }

    /// Whether `across`, `from` or the like stands before a count: the rows before it pick among these.
    fn is_by(&self, scene: &Scene<'_>, at: usize) -> bool {
        at > self.start
            && (scene.does(at - 1, Does::Places)
                || scene.does(at - 1, Does::Belongs)
                || matches!(scene.text.norm(at - 1), "of" | "by"))
            || (at > self.start + 1
                && matches!(scene.text.norm(at - 2), "across" | "by" | "from" | "of" | "to" | "among"))
    }

    fn is_followed_by_each(&self, scene: &Scene<'_>, end: usize) -> bool {
        end < self.end
            && (columns::is_distributive(scene, end)
                || (end + 1 < self.end
                    && matches!(scene.text.norm(end), "on")
                    && columns::is_distributive(scene, end + 1)))
    }

    /// Whose children a quantity counts.
    fn parent(&self, scene: &Scene<'_>, at: usize, quantity: &Quantity) -> Option<String> {
        let subject = self.subject.clone();
        if self.is_each && !self.is_by_table(scene, at) {
            return subject;
        }
        let (last, _) = self.last.clone()?;
        if self.is_by(scene, at) && !matches!(scene.text.norm(at - 1), "with" | "in") && quantity.is_count {
            return None;
        }
        let is_equipped = (self.start..at)
            .rev()
            .take(3)
            .any(|at| scene.does(at, Does::Equips) || scene.does(at, Does::Has) || scene.does(at, Does::May));
        let rows = scene.ir.table(&last).map_or(0, |table| table.rows);
        match quantity.is_count {
            true if is_equipped && quantity.max <= 20 && (rows == 0 || quantity.max < rows) => Some(last),
            true => None,
            false => Some(last),
        }
    }

    /// `every cow belongs to one of 40 farms`.
    fn is_by_table(&self, scene: &Scene<'_>, at: usize) -> bool {
        at > self.start + 1
            && scene.text.norm(at - 1) == "of"
            && matches!(scene.text.norm(at - 2), "one" | "some" | "any")
            || matches!(scene.text.norm(at.saturating_sub(1)), "the" | "our")
                && scene.text.norm(at.saturating_sub(2)) == "of"
    }

    /// `with`, `has`, a colon: a list for the table named last.
    fn list(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let (trigger, end) = self.trigger(scene, at)?;
        let table = match self.for_each(scene, end) {
            Some((table, _)) => table,
            None => self.list_table(scene, frame, at)?,
        };
        if self.is_domain(scene, &table, end) {
            return None;
        }
        if columns::is_distributive(scene, end) {
            return Some(end);
        }
        if scene.does(end, Does::Bends) && matches!(scene.text.norm(end), "no" | "not" | "never" | "kein" | "keine")
            || self.is_bound_list(scene, end)
        {
            return Some(end);
        }
        if scene.quantity(end, self.end).is_some_and(|quantity| scene.does(quantity.end, Does::Rows)) {
            return Some(end);
        }
        if scene.text.norm(at) == ":"
            && scene.quantity(end, self.end).is_some_and(|quantity| quantity.is_count && quantity.max >= 10)
        {
            return Some(end);
        }
        frame.is_each = self.is_each;
        let close = self.close_of(scene, at);
        let (table, limit) = self.for_each(scene, end).unwrap_or((table, close.unwrap_or(self.end)));
        scene.claim(at..end);
        let begin = scene.quantity(end, self.end).is_some_and(|quantity| !quantity.is_vague);
        if begin && trigger == Does::Has && !self.is_each {
            return Some(end);
        }
        let stop = columns::read(scene, frame, &table, end, limit);
        let stop = match close {
            Some(close) if limit == close => close + 1,
            _ if limit < self.end && stop >= limit => self.end,
            _ => stop,
        };
        self.subject.get_or_insert_with(|| table.clone());
        self.last = Some((table, stop));
        Some(stop.max(end))
    }

    /// The token that closes the parenthesis opened at a token.
    fn close_of(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let mut depth = 0_i32;
        (at..self.end).filter(|_| scene.text.norm(at) == "(").find(|at| {
            match scene.text.norm(*at) {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            depth == 0
        })
    }

    /// Whether a token stands behind the table named last, or behind what is said of its rows: `customers from Spain (`.
    fn is_near(&self, scene: &Scene<'_>, at: usize) -> bool {
        let Some(end) = self.last.as_ref().map(|(_, end)| *end).filter(|end| *end < at && at - *end <= 10) else {
            return false;
        };
        let is_place = |at: usize| scene.does(at, Does::Places) || scene.does(at, Does::Belongs);
        let breaks = |at: usize| {
            matches!(scene.text.norm(at), "," | ";" | ":" | "(" | ")")
                || [Does::Is, Does::Has, Does::May, Does::Equips, Does::Distributes]
                    .into_iter()
                    .any(|does| scene.does(at, does))
        };
        (is_place(end) || is_place(end + 1)) && !(end..at).any(breaks)
    }

    /// `get a grade for each enrolment`: the list belongs to the table behind `each`.
    fn for_each(&self, scene: &mut Scene<'_>, at: usize) -> Option<(String, usize)> {
        let place = (at + 1..self.end).find(|at| {
            (scene.does(*at, Does::Places) || scene.text.norm(*at) == "on") && scene.does(at + 1, Does::Distributes)
        })?;
        let phrase = scene.rows_phrase(place + 2, self.end).filter(|phrase| phrase.whole.end == self.end)?;
        let table = tables::known(scene, &scene.words(phrase.name.clone()))?;
        let has_quantity = scene.quantity(at, self.end).is_some();
        if has_quantity {
            return None;
        }
        scene.claim(place..self.end);
        Some((table, place))
    }

    /// `with at least 3 characters`: no list.
    fn is_bound_list(&self, scene: &Scene<'_>, at: usize) -> bool {
        let Some(quantity) = scene.quantity(at, self.end) else { return false };
        let behind = scene.text.norm(quantity.end);
        words::is_unit(behind, scene.language) && !scene.does(quantity.end, Does::Rows)
            || scene.does(quantity.end, Does::Columns)
    }

    /// The words that open a list, and the token behind them.
    fn trigger(&self, scene: &Scene<'_>, at: usize) -> Option<(Does, usize)> {
        let found = [Does::Equips, Does::Has, Does::Keeps].into_iter().find(|does| scene.does(at, *does));
        let is_record = matches!(
            scene.text.norm(at),
            "record"
                | "records"
                | "log"
                | "logs"
                | "note"
                | "notes"
                | "lists"
                | "shows"
                | "stores"
                | "tracks"
                | "covers"
                | "saves"
        ) && (self.last.as_ref().is_some_and(|(_, end)| *end == at)
            || at > 0 && matches!(scene.text.norm(at - 1), "we" | "to" | "i" | "they" | "should" | "must"));
        let found = found.or(is_record.then_some(Does::Keeps));
        let is_colon = scene.text.norm(at) == ":";
        let is_open = scene.text.norm(at) == "("
            && self.last.as_ref().is_some_and(|(_, end)| *end == at)
            && !self.is_count_in(scene, at)
            || scene.text.norm(at) == "("
                && self.is_near(scene, at)
                && columns::begins_list(scene, at + 1, self.close_of(scene, at).unwrap_or(self.end));
        let is_behind = self.last.as_ref().is_some_and(|(_, end)| *end == at) || self.is_near(scene, at);
        let is_dash = matches!(scene.text.norm(at), "-" | "–" | "—")
            && is_behind
            && columns::begins_list(scene, at + 1, self.end);
        let is_comma = scene.text.norm(at) == ","
            && self.last.as_ref().is_some_and(|(_, end)| *end == at)
            && scene.phrase(at + 1, self.end).is_some_and(|phrase| {
                lex::is_column(&scene.words(phrase.name.start..phrase.name.start + 1), scene.language)
                    && !columns::starts_clause(scene, at + 1, self.end)
                    && !self.is_of_another(scene, &phrase)
            });
        let is_columns = scene.does(at, Does::Columns)
            && (matches!(scene.text.norm(at + 1), ":" | "are" | "sind" | "sont" | "son" | "sono" | "são")
                || at + 1 < self.end && scene.is_nominal(at + 1));
        if found.is_none() && !is_colon && !is_open && !is_columns && !is_comma && !is_dash {
            return None;
        }
        let mut end = at + 1;
        loop {
            let word = scene.text.norm(end);
            let is_filler = matches!(word, ":" | "of" | "following" | "these" | "are" | "als" | "/")
                && scene.quantity(end, self.end).is_none()
                || (scene.does(end, Does::Columns) && !(scene.does(end + 1, Does::Is)))
                || (scene.does(end, Does::Determines)
                    && (scene.does(end + 1, Does::Columns)
                        || matches!(scene.text.norm(end + 1), "following" | "usual")))
                || (scene.does(end, Does::Columns) && scene.does(end + 1, Does::Is));
            if end >= self.end || !is_filler {
                break;
            }
            end += 1;
        }
        (end < self.end).then_some((found.unwrap_or(Does::Equips), end))
    }

    /// Whether another table than the one named last has the column of a phrase.
    fn is_of_another(&self, scene: &Scene<'_>, phrase: &Phrase) -> bool {
        let words = scene.words(phrase.name.start..phrase.name.start + 1);
        let has = |table: &crate::draft::ir::Table| {
            scene.find_column_in(table, &words).is_some_and(|(score, _)| score == 100)
        };
        let last = self.last.as_ref().and_then(|(last, _)| scene.ir.table(last));
        !last.is_some_and(has) && scene.ir.tables.iter().any(has)
    }

    fn is_count_in(&self, scene: &Scene<'_>, at: usize) -> bool {
        number::number(scene.text, at + 1).is_some()
            || !(at + 1..self.end.min(at + 40)).any(|at| scene.text.norm(at) == ",")
    }

    /// The table that a list belongs to.
    fn list_table(&self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<String> {
        if let Some((table, _)) = self.last.clone() {
            return Some(table);
        }
        let starts = at <= self.start
            || (self.start..at).all(|at| {
                scene.does(at, Does::Refers)
                    || scene.does(at, Does::May)
                    || scene.does(at, Does::Determines)
                    || scene.does(at, Does::Asks)
                    || scene.does(at, Does::Columns)
                    || scene.does(at, Does::Is)
            });
        if let Some(table) = scene.focus.table.clone().filter(|_| starts) {
            return Some(table);
        }
        let (rows, tokens) = frame.loose_rows.take()?;
        let table = "records".to_owned();
        if scene.ir.table(&table).is_none() {
            let evidence = vec![scene.quote(tokens.clone())];
            scene.ir.tables.push(crate::draft::ir::Table { name: table.clone(), evidence, ..Default::default() });
        }
        tables::count(scene, frame, &table, rows, tokens);
        Some(table)
    }

    /// `a shop with customers, orders and products`: the subject is no table when all that it has are tables.
    fn is_domain(&self, scene: &Scene<'_>, table: &str, at: usize) -> bool {
        tables::is_bare(scene, table) && is_table_list(scene, at, self.end, 2)
    }

    /// `loans link artworks to lenders`: a table that refers to all that follow.
    fn joining(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let (child, behind) = self.last.clone()?;
        let is_verb = [
            "link",
            "connect",
            "join",
            "relate",
            "associate",
            "tie",
            "verbind",
            "relie",
            "relacion",
            "colleg",
            "match",
            "assign",
            "between",
            "reference",
        ]
        .iter()
        .any(|stem| scene.text.norm(at).starts_with(stem));
        if !is_verb || at > behind + 2 {
            return None;
        }
        if scene.text.norm(at) == "between"
            && let Some(end) = self.two_of(scene, &child, at + 1, behind)
        {
            return Some(end);
        }
        let mut end = at + 1;
        let mut found = 0;
        while end < self.end && scene.text.norm(end) != "," && end < at + 9 {
            let known = scene.rows_phrase(end, self.end).and_then(|phrase| {
                Some((
                    tables::known(scene, &scene.words(phrase.name.clone()))
                        .or_else(|| relations::parent_for(scene, frame, &phrase))?,
                    phrase.whole.end,
                ))
            });
            match known.filter(|(parent, _)| *parent != child) {
                Some((parent, stop)) => {
                    relations::pick(scene, &child, &parent, None, behind..stop);
                    found += 1;
                    end = stop;
                }
                None => end += 1,
            }
        }
        (found > 0).then_some(end)
    }

    fn side_to_side(&self, scene: &mut Scene<'_>, at: usize) -> Option<usize> {
        let (child, behind) = self.last.clone().or_else(|| Some((scene.focus.table.clone()?, at)))?;
        if scene.text.norm(at) != "from" { None } else { self.two_of(scene, &child, at + 1, behind) }
    }

    /// `between two accounts`, `from one account to another`: two rows of one table.
    fn two_of(&self, scene: &mut Scene<'_>, child: &str, at: usize, behind: usize) -> Option<usize> {
        let start = if matches!(scene.text.norm(at), "two" | "2") { at + 1 } else { at };
        let phrase = scene.rows_phrase(start, self.end)?;
        let parent = tables::known(scene, &scene.words(phrase.name.clone())).filter(|parent| parent != child)?;
        let end = phrase.whole.end;
        let to_other = scene.text.norm(end) == "to"
            && (end + 1..end + 4).any(|at| matches!(scene.text.norm(at), "another" | "other" | "different"));
        if start == at && !to_other {
            return None;
        }
        let stop = if to_other {
            (end..self.end.min(end + 4))
                .rev()
                .find(|at| matches!(scene.text.norm(*at), "another" | "other" | "different"))
                .map_or(end, |at| at + 1)
        } else {
            end
        };
        let one = lex::singular(&parent, scene.language);
        let is_done =
            scene.ir.relationships.iter().filter(|tie| tie.child_table == child && tie.parent_table == parent).count()
                >= 2;
        if is_done {
            scene.claim(at..stop);
            return Some(stop);
        }
        for side in ["from", "to"] {
            relations::pick(scene, child, &parent, Some(&format!("{side}_{one}")), behind.min(at)..stop);
        }
        Some(stop)
    }

    /// `employees report to another employee`.
    fn own_rows(&mut self, scene: &mut Scene<'_>, at: usize) -> Option<usize> {
        let table = self.subject.clone()?;
        let start = self.start;
        relations::reference_to_self(scene, &table, at, start, self.end)
    }

    /// `belongs to a customer`, `placed by customers`, `for one loan`.
    fn reference(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let (child, behind) = self.last.clone()?;
        let is_foreign = scene.language != crate::draft::text::language::Language::En
            && matches!(scene.text.norm(at), "a" | "au" | "aux" | "à" | "al" | "ao" | "all'");
        let leads = is_foreign
            || scene.does(at, Does::Places)
            || scene.does(at, Does::Belongs)
            || matches!(scene.text.norm(at), "references" | "reference");
        if !leads
            || matches!(
                scene.text.norm(at),
                "as" | "before"
                    | "after"
                    | "during"
                    | "between"
                    | "about"
                    | "like"
                    | "within"
                    | "without"
                    | "until"
                    | "since"
            )
        {
            return None;
        }
        let is_near = at >= behind
            && at - behind <= 4
            && (behind..at).all(|at| !matches!(scene.text.norm(at), "," | ":" | "(" | ")"));
        let is_verb = (behind..at).any(|at| scene.text.get(at).is_some_and(|token| token.kind == Kind::Word));
        let mut start = at + 1;
        while matches!(
            scene.text.norm(start),
            "exactly" | "one" | "a" | "single" | "of" | "to" | "our" | "genau" | "einem" | "einer"
        ) && start < self.end
            && number::count(scene.text, start + 1).is_none()
        {
            start += 1;
        }
        let phrase = scene.rows_phrase(start, self.end).filter(|_| is_near)?;
        let words = scene.words(phrase.name.clone());
        let is_strong = (behind..at).any(|at| {
            [
                "belong",
                "referenc",
                "link",
                "assigned",
                "placed",
                "made",
                "written",
                "owned",
                "gehör",
                "appartien",
                "pertenec",
                "appart",
                "pertenc",
                "sold",
                "issued",
                "lent",
                "borrowed",
                "taken",
                "paid",
                "published",
                "produced",
                "supplied",
                "sent",
                "treated",
                "signed",
                "hosted",
                "run",
                "happen",
                "takes",
                "located",
                "kept",
                "stationed",
            ]
            .iter()
            .any(|stem| scene.text.norm(at).starts_with(stem))
        });
        let parent = match tables::known(scene, &words) {
            Some(parent) => parent,
            None if is_strong && self.is_each => relations_parent(scene, frame, &phrase)?,
            None if is_strong && is_verb => relations_parent(scene, frame, &phrase)?,
            None => return None,
        };
        if parent == child
            || !is_verb
                && !self.is_each
                && scene.text.norm(at) != "of"
                && scene.text.norm(at) != "by"
                && scene.text.norm(at) != "for"
        {
            return None;
        }
        let is_tied = scene.ir.relationships.iter().any(|tie| tie.child_table == parent && tie.parent_table == child)
            || relations::has_between(scene, &child, &parent);
        if is_tied
            || (behind..at)
                .any(|at| matches!(scene.text.norm(at), "once" | "twice" | "only" | "never" | "appears" | "appear"))
        {
            return None;
        }
        let is_loose = !is_strong && !self.is_each && !phrase.is_single;
        if is_loose
            && scene.is_plural(phrase.name.end - 1)
            && !matches!(scene.text.norm(at), "of" | "by" | "for" | "on" | "von" | "par" | "por" | "da")
        {
            return None;
        }
        let mut end = phrase.whole.end;
        relations::pick(scene, &child, &parent, None, behind..end);
        while scene.does(end, Does::Joins) && scene.does(end + 1, Does::Determines) {
            let Some(next) = scene.rows_phrase(end + 1, self.end) else { break };
            let Some(other) = tables::known(scene, &scene.words(next.name.clone())).filter(|other| *other != child)
            else {
                break;
            };
            relations::pick(scene, &child, &other, None, end..next.whole.end);
            end = next.whole.end;
        }
        self.subject.get_or_insert_with(|| child.clone());
        self.last = Some((child, end));
        Some(end)
    }

    /// A table that is known already.
    fn mention(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let phrase = scene.rows_phrase(at, self.end)?;
        let (table, end) = (1..=phrase.name.len().min(3)).rev().find_map(|length| {
            let words = scene.words(phrase.name.start..phrase.name.start + length);
            let wanted = names::key(&words);
            let known = scene
                .ir
                .tables
                .iter()
                .find(|table| names::table_score(&wanted, &table.name) >= 80)
                .map(|table| table.name.clone());
            let slip = || if length == phrase.name.len() { tables::known(scene, &words) } else { None };
            known
                .or_else(|| scene.aliases.get(&wanted).cloned())
                .or_else(slip)
                .map(|table| (table, phrase.name.start + length))
        })?;
        let is_column = scene.table().is_some_and(|known| {
            known.name != table
                && scene.find_column_in(known, &scene.words(phrase.name.clone())).is_some_and(|(score, _)| score == 100)
        });
        if is_column {
            return Some(end);
        }
        if self.language_allows_count(scene, end)
            && let Some(stop) = self.count_behind(scene, end)
        {
            return Some(self.count_at(scene, frame, &table, at, end, stop));
        }
        self.set(scene, &table, at..end);
        if matches!(scene.text.norm(end), "'s") {
            return Some(end + 1);
        }
        Some(end)
    }

    /// A new table at the beginning of a clause: before `has`, `with`, a colon or a list in parentheses.
    fn fresh(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let is_start =
            (self.start..at).all(|at| !scene.is_nominal(at) || scene.does(at, Does::Asks) || scene.is_claimed(at));
        let is_next =
            at > self.start && (matches!(scene.text.norm(at - 1), "," | ";" | ":") || scene.does(at - 1, Does::Joins));
        if !(is_start && self.subject.is_none() || is_next) {
            return None;
        }
        let phrase = scene.rows_phrase(at, self.end)?;
        let words = scene.words(phrase.name.clone());
        let next = phrase.whole.end;
        if !(is_start && self.subject.is_none())
            && (self.count_behind(scene, next).is_none() || !lex::is_table_noun(&words, scene.language))
        {
            return None;
        }
        let opens = next < self.end
            && (scene.does(next, Does::Has)
                || scene.does(next, Does::Equips)
                || matches!(scene.text.norm(next), ":" | "(")
                || scene.does(next, Does::May)
                    && (scene.does(next + 1, Does::Has) || scene.does(next + 1, Does::Bends))
                || scene.does(next, Does::Relates) && scene.does(next + 1, Does::Has)
                || matches!(
                    scene.text.norm(next),
                    "link" | "links" | "connect" | "connects" | "join" | "reference" | "references"
                ));
        let lists = is_table_list(scene, at, self.end, 2);
        let is_plural = scene.is_plural(phrase.name.end - 1) || lex::is_table_noun(&words, scene.language);
        let is_column = scene.table().is_some_and(|table| scene.find_column_in(table, &words).is_some());
        let is_known_column = lex::is_column(&words, scene.language);
        if self.heads_tables(scene, next) {
            scene.claim(phrase.whole.start..next + 1);
            scene.ir.title =
                if scene.ir.title.is_empty() { lex::snake(&words, scene.language) } else { scene.ir.title.clone() };
            return Some(next + 1);
        }
        if is_plural
            && tables::may_be(scene, &phrase)
            && !is_column
            && let Some(end) = self.count_behind(scene, next)
        {
            let table = tables::declare(scene, phrase.name.clone());
            return Some(self.count_at(scene, frame, &table, phrase.whole.start, next, end));
        }
        let is_alone = is_start
            && next == self.end
            && scene.is_plural(phrase.name.end - 1)
            && lex::is_table_noun(&words, scene.language)
            && !lex::is_column(&words, scene.language);
        if is_alone || self.is_under_itself(scene, &phrase) {
            let table = tables::declare(scene, phrase.name.clone());
            frame.bare.insert(table.clone());
            self.set(scene, &table, phrase.whole);
            return Some(next);
        }
        if !tables::may_be(scene, &phrase) || is_column || !(opens || lists) || is_known_column && !phrase.is_single {
            return None;
        }
        if lists && !opens {
            return self.table_list(scene, frame, at);
        }
        let is_one = !scene.is_plural(phrase.name.end - 1);
        let is_domain = is_one && !self.is_named_again(scene, &phrase);
        let least = if is_domain && phrase.is_single { 1 } else { 2 };
        if opens
            && is_one
            && is_table_list(scene, next + 1, self.end, least)
            && (is_domain || !lex::is_table_noun(&words, scene.language))
        {
            scene.ir.title =
                if scene.ir.title.is_empty() { lex::snake(&words, scene.language) } else { scene.ir.title.clone() };
            scene.claim(phrase.whole.clone());
            return self.table_list(scene, frame, next + 1);
        }
        if !(is_plural || phrase.is_single || scene.text.norm(next) == ":" || scene.text.norm(next) == "(") {
            return None;
        }
        let table = tables::declare(scene, phrase.name.clone());
        frame.bare.insert(table.clone());
        self.set(scene, &table, phrase.whole);
        Some(next)
    }

    /// `chess club: 120 players`: what stands before the counts is the domain.
    fn heads_tables(&self, scene: &Scene<'_>, at: usize) -> bool {
        let is_mark = matches!(scene.text.norm(at), ":" | "-" | "–" | "—" | "," | ".");
        let Some(quantity) =
            scene.quantity(at + 1, self.end).filter(|quantity| is_mark && quantity.is_count && quantity.max >= 2)
        else {
            return is_mark && scene.text.norm(at) != "," && self.begins_table(scene, at + 1);
        };
        scene.rows_phrase(quantity.end, self.end).is_some_and(|phrase| {
            tables::may_be(scene, &phrase)
                && scene.is_plural(phrase.name.end - 1)
                && !scene.does(phrase.name.start, Does::Rows)
        })
    }

    /// Whether the noun of a phrase stands elsewhere in the description.
    fn is_named_again(&self, scene: &Scene<'_>, phrase: &Phrase) -> bool {
        let head = names::key(scene.text.norm(phrase.name.end - 1));
        (0..scene.text.tokens.len()).any(|at| !phrase.name.contains(&at) && names::key(scene.text.norm(at)) == head)
    }

    /// `employees (1,200)`, `departments with a name`: a table that stands behind the domain.
    fn begins_table(&self, scene: &Scene<'_>, at: usize) -> bool {
        let Some(phrase) = scene.rows_phrase(at, self.end) else { return false };
        let words = scene.words(phrase.name.clone());
        let is_rows = scene.is_plural(phrase.name.end - 1)
            && lex::is_table_noun(&words, scene.language)
            && !lex::is_column(&words, scene.language);
        let next = phrase.whole.end;
        is_rows
            && next < self.end
            && (scene.does(next, Does::Equips)
                || self.count_behind(scene, next).is_some()
                || scene.text.norm(next) == "(")
    }

    /// `customers 300`, `customers: 300`, `customers (300)`: the token behind a count that stands behind its noun.
    fn count_behind(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        if scene.text.norm(at) == "("
            && let Some(close) = (at + 1..self.end.min(at + 8)).find(|at| scene.text.norm(*at) == ")")
        {
            let number = (at + 1..close).find(|at| number::count(scene.text, *at).is_some())?;
            let end = number::count(scene.text, number)?.end;
            let is_filler = |at: usize| {
                scene.does(at, Does::Rows)
                    || scene.does(at, Does::Determines)
                    || scene.does(at, Does::Belongs)
                    || scene.does(at, Does::Refers)
                    || scene.does(at, Does::Asks)
                    || matches!(scene.text.norm(at), "ca" | "~" | ".")
            };
            let is_range = range::range(scene.text, number).is_some_and(|range| range.end > end);
            return ((at + 1..number).chain(end..close).all(is_filler) && !is_range && !self.is_each).then_some(close);
        }
        let start = if matches!(scene.text.norm(at), ":" | "(" | "=" | "x" | "×" | "-" | "–" | "[" | "~") {
            at + 1
        } else {
            at
        };
        let found = number::count(scene.text, start)?;
        let end = if scene.does(found.end, Does::Rows) { found.end + 1 } else { found.end };
        let is_closed = end >= self.end
            || matches!(scene.text.norm(end), "," | ";" | ")" | ":" | "." | "]" | "(")
            || scene.does(end, Does::Equips)
            || scene.does(end, Does::Joins)
            || scene.does(end, Does::Places);
        let is_range = range::range(scene.text, start).is_some_and(|range| range.end > found.end);
        (is_closed && !is_range && !self.is_each && share::share(scene.text, start).is_none()).then_some(end)
    }

    fn count_at(
        &mut self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        table: &str,
        start: usize,
        at: usize,
        end: usize,
    ) -> usize {
        let number = (at..end).find_map(|at| number::count(scene.text, at)).map_or(0, |found| found.value);
        let end = if matches!(scene.text.norm(end), ")" | "]") { end + 1 } else { end };
        tables::count(scene, frame, table, number, start..end);
        self.set(scene, table, start..end);
        end
    }

    /// `a category can be under another category`.
    fn is_under_itself(&self, scene: &Scene<'_>, phrase: &Phrase) -> bool {
        let noun = names::key(&scene.words(phrase.name.clone()));
        (phrase.whole.end..self.end.saturating_sub(1)).any(|at| {
            matches!(scene.text.norm(at), "another" | "other" | "fellow" | "parent")
                && names::key(scene.text.norm(at + 1)) == noun
        })
    }

    /// Declares all tables of `customers, orders and products`.
    fn table_list(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let items = columns::cut(scene, at, self.end);
        let mut end = at;
        for item in items {
            let quantity = scene.quantity(item.start, item.end);
            let start = quantity.as_ref().map_or(item.start, |quantity| quantity.end);
            let Some(phrase) = scene.rows_phrase(start, item.end) else { break };
            let table = tables::declare(scene, phrase.name.clone());
            match quantity.filter(|quantity| quantity.is_count) {
                Some(quantity) => tables::count(scene, frame, &table, quantity.max, item.start..phrase.whole.end),
                None => {
                    frame.bare.insert(table.clone());
                }
            }
            scene.claim(item.start..phrase.whole.end);
            self.last = Some((table, phrase.whole.end));
            end = phrase.whole.end;
            if end < item.end {
                break;
            }
        }
        Some(end)
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

fn relations_parent(scene: &mut Scene<'_>, frame: &mut Frame, phrase: &Phrase) -> Option<String> {
    relations::parent_for(scene, frame, phrase)
}

/// Whether a stretch lists at least two tables and nothing else: `customers, orders and products`.
fn is_table_list(scene: &Scene<'_>, at: usize, end: usize, least: usize) -> bool {
    let items = columns::cut(scene, at, end);
    let rows: Vec<Option<bool>> = items.iter().map(|item| lists_table(scene, item)).collect();
    items.len() >= least && rows.iter().all(Option::is_some) && rows.contains(&Some(true))
}

/// Whether an item can be a table, and whether it is one for sure.
fn lists_table(scene: &Scene<'_>, item: &Range<usize>) -> Option<bool> {
    let quantity = scene.quantity(item.start, item.end).filter(|quantity| quantity.is_count);
    let start = quantity.map_or(item.start, |quantity| quantity.end);
    let phrase = scene.phrase(start, item.end)?;
    let words = scene.words(phrase.name.clone());
    let last = scene.text.norm(phrase.name.end - 1);
    let is_rows = scene.is_plural(phrase.name.end - 1) && !phrase.is_single && !words::is_unit(last, scene.language);
    let is_whole = phrase.name.end == item.end && phrase.name.len() <= 3;
    let is_sure =
        start > item.start || lex::is_table_noun(&words, scene.language) || tables::known_exactly(scene, &words);
    (is_rows && is_whole && !lex::is_column(&words, scene.language)).then_some(is_sure)
}
