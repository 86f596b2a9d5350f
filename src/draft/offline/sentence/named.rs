//! `a table customers`, a table that is spoken of, `chess club: 120 players` -> the tables that a sentence names.

use std::ops::Range;

use super::Scan;
use crate::draft::offline::blocks;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::Phrase;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::told;
use crate::draft::offline::words::Does;
use crate::draft::text::{Kind, list, number, share};

impl Scan {
    /// `a table customers`, `table called "customers"`, `a customers table`.
    pub(super) fn named_table(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        // "DROP TABLE students" asks for no table.
        let is_dropped = at > 0 && matches!(scene.text.norm(at - 1), "drop" | "truncate" | "alter");
        if is_dropped {
            return Some(at + 1);
        }
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
                && (phrase.is_single
                    || !scene.is_plural(phrase.name.end - 1)
                    || is_before_count(scene, phrase.whole.end))
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
        // "Columns table number, waiter": behind the word for columns names of columns stand.
        if scene.does(phrase.name.start, Does::Tables) || scene.does(phrase.name.start, Does::Columns) {
            return None;
        }
        let table_at = (phrase.name.start + 1..phrase.name.end)
            .find(|at| scene.does(*at, Does::Tables) && !matches!(scene.text.norm(*at), "entities"))?;
        let name = phrase.name.start..table_at;
        if matches!(scene.text.norm(table_at - 1), "drop" | "truncate" | "alter") {
            return Some(table_at + 1);
        }
        let is_name = name.clone().all(|at| !scene.does(at, Does::Asks) && number::number(scene.text, at).is_none())
            && !name.is_empty();
        if !is_name || !tables::may_be(scene, &Phrase { name: name.clone(), ..phrase.clone() }) {
            return None;
        }
        let table = tables::declare(scene, name);
        frame.bare.insert(table.clone());
        self.set(scene, &table, phrase.whole.start..table_at + 1);
        Some(table_at + 1)
    }

    /// A table that is known already.
    pub(super) fn mention(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
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
    pub(super) fn fresh(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let is_start =
            (self.start..at).all(|at| !scene.is_nominal(at) || scene.does(at, Does::Asks) || scene.is_claimed(at));
        let is_next = at > self.start
            && (matches!(scene.text.norm(at - 1), "," | ";" | ":" | "/" | "|") || scene.does(at - 1, Does::Joins));
        if !(is_start && self.subject.is_none() || is_next) {
            return None;
        }
        let phrase = scene.rows_phrase(at, self.end)?;
        // "A table called rooms": the name follows.
        let is_called = scene.does(phrase.name.start, Does::Tables)
            && matches!(scene.text.norm(phrase.name.start + 1), "called" | "named");
        if is_called {
            return None;
        }
        let words = scene.words(phrase.name.clone());
        let next = phrase.whole.end;
        if let Some(end) = self.label(scene, &phrase) {
            return Some(end);
        }
        // `shipped orders have a tracking number` speaks of some orders, not of a table of its own.
        let head = told::table_at(scene, phrase.name.end - 1).filter(|_| phrase.name.len() > 1 && is_start);
        let is_some = (scene.does(next, Does::Has) || scene.does(next, Does::May))
            && told::is_state(scene.text.norm(phrase.name.start));
        if let Some(head) = head.filter(|_| is_some) {
            self.set(scene, &head, next..next);
            return Some(next);
        }
        let is_written = scene.text.quote(phrase.name.clone()).contains('_');
        if !(is_start && self.subject.is_none())
            && (self.count_behind(scene, next).is_none() || !(is_written || lex::is_table_noun(&words, scene.language)))
        {
            return None;
        }
        let heads_columns = scene.is_plural(phrase.name.end - 1)
            && matches!(scene.text.norm(next), ":" | "-" | "–" | "—")
            && columns::cut(scene, next + 1, self.end).len() > 1
            && columns::begins_list(scene, next + 1, self.end);
        let opens = next < self.end
            && (scene.does(next, Does::Has)
                || scene.does(next, Does::Equips)
                || matches!(scene.text.norm(next), ":" | "(")
                || heads_columns && phrase.whole.start == self.start
                || scene.does(next, Does::May)
                    && (scene.does(next + 1, Does::Has) || scene.does(next + 1, Does::Bends))
                || scene.does(next, Does::Relates) && scene.does(next + 1, Does::Has)
                || matches!(
                    scene.text.norm(next),
                    "link" | "links" | "connect" | "connects" | "join" | "reference" | "references"
                ));
        let lists = is_table_list(scene, at, self.end, 2);
        let is_plural = scene.is_plural(phrase.name.end - 1) || lex::is_table_noun(&words, scene.language);
        let is_column =
            !heads_columns && scene.table().is_some_and(|table| scene.find_column_in(table, &words).is_some());
        let is_known_column = lex::is_column(&words, scene.language);
        if self.heads_tables(scene, next) {
            scene.claim(phrase.whole.start..next + 1);
            scene.ir.title =
                if scene.ir.title.is_empty() { lex::snake(&words, scene.language) } else { scene.ir.title.clone() };
            return Some(next + 1);
        }
        if is_meta(scene.text.norm(phrase.name.end - 1)) && !tables::known_exactly(scene, &words) {
            return None;
        }
        let is_sample = scene.text.norm(next + 1) == "n" && scene.text.norm(next + 2) == "=";
        if (is_plural || is_sample)
            && tables::may_be(scene, &phrase)
            && !is_column
            && let Some(end) = self.count_behind(scene, next)
        {
            let table = tables::declare(scene, phrase.name.clone());
            return Some(self.count_at(scene, frame, &table, phrase.whole.start, next, end));
        }
        if is_plural
            && is_start
            && scene.focus.table.is_none()
            && tables::may_be(scene, &phrase)
            && !is_known_column
            && let Some((start, end)) = self.count_far_behind(scene, next)
        {
            let table = tables::declare(scene, phrase.name.clone());
            self.count_at(scene, frame, &table, start, start, end);
            self.set(scene, &table, phrase.whole);
            self.last = Some((table, end));
            return Some(end);
        }
        if self.is_domain_of(scene, &phrase) {
            scene.claim(phrase.whole.start..next + 1);
            scene.ir.title =
                if scene.ir.title.is_empty() { lex::snake(&words, scene.language) } else { scene.ir.title.clone() };
            return Some(next + 1);
        }
        if let Some(table) = tables::whole_of(scene, &phrase.name).filter(|_| opens) {
            self.set(scene, &table, phrase.name.end - 1..next);
            return Some(next);
        }
        let head = scene.text.norm(phrase.name.end - 1);
        let is_title = phrase.name.len() > 1 && phrase.whole.start == 0 && scene.nouns.is_counted(head);
        // "But from 5 to 20 for students" says for whom a number holds.
        let is_numbered = (self.start..at).any(|at| scene.text.kind(at) == Some(Kind::Number));
        let is_alone = is_start
            && !is_numbered
            && !is_title
            && tables::may_be(scene, &phrase)
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
        if !(is_plural || phrase.is_single || heads_columns || matches!(scene.text.norm(next), ":" | "(")) {
            return None;
        }
        if !self.is_believed(scene, &phrase) {
            return None;
        }
        if let Some(only) = self.other_word(scene, &phrase) {
            self.set(scene, &only, phrase.whole);
            return Some(next);
        }
        let table = tables::declare(scene, phrase.name.clone());
        frame.bare.insert(table.clone());
        self.set(scene, &table, phrase.whole);
        Some(next)
    }

    /// `A third of the flats have a balcony` where there are nothing but apartments: another word for the only table, since a part
    /// of rows that were counted is spoken of.
    fn other_word(&self, scene: &mut Scene<'_>, phrase: &Phrase) -> Option<String> {
        let words = scene.words(phrase.name.clone());
        let of = phrase.whole.start.checked_sub(1)?;
        let is_part = (of.saturating_sub(4)..of + 1)
            .any(|at| share::share(scene.text, at).is_some_and(|found| found.end == of || found.end == of + 1));
        let [only] = &scene.ir.tables[..] else { return None };
        let is_new =
            phrase.is_definite && is_part && !tables::known_exactly(scene, &words) && !scene.nouns.is_counted(&words);
        let only = only.name.clone();
        if !is_new {
            return None;
        }
        scene.aliases.insert(names::key(&words), only.clone());
        scene.assume(
            format!("tables.{only}"),
            format!("`{words}` is taken for another word for `{only}`"),
            only.clone(),
        );
        Some(only)
    }

    /// Whether a noun that a mark or a verb follows is a table: it is known as one, the description says more of its rows, or a
    /// list of columns stands behind it. `mcc: four digits` and `the seat (such as F12)` are columns of what was spoken of.
    fn is_believed(&self, scene: &Scene<'_>, phrase: &Phrase) -> bool {
        let words = scene.words(phrase.name.clone());
        let next = phrase.whole.end;
        let is_marked = matches!(scene.text.norm(next), ":" | "(");
        // "Party: green 22%, red 78%" in a list: values with their shares.
        let is_weighted = || {
            let list = list::list(scene.text, next + 1).filter(|_| is_marked && scene.focus.table.is_some());
            list.is_some_and(|list| list.value.len() >= 2 && list.value.iter().all(|item| item.weight.is_some()))
        };
        if !tables::known_exactly(scene, &words) && is_weighted() {
            return false;
        }
        let is_several = scene.is_plural(phrase.name.end - 1) && number::number(scene.text, next + 1).is_none();
        let is_alone = scene.ir.tables.is_empty() || !is_marked;
        let is_sure = tables::known_exactly(scene, &words)
            || (is_alone || is_several)
                && lex::is_table_noun(&words, scene.language)
                && !lex::is_column(&words, scene.language)
            || scene.nouns.has_rows(&words) && !is_marked
            || scene.nouns.is_counted(&words);
        let is_sure = is_sure || is_marked && scene.is_plural(phrase.name.end - 1) && self.counts_each(scene, next + 1);
        let is_listed = || {
            let end = self.close_of(scene, next).unwrap_or(self.end);
            columns::begins_list(scene, next + 1, end)
        };
        let is_first = scene.ir.tables.is_empty() && scene.is_plural(phrase.name.end - 1);
        let behind_number = phrase.whole.start > self.start
            && scene.text.get(phrase.whole.start - 1).is_some_and(|token| {
                token.kind == Kind::Number || matches!(scene.text.norm(phrase.whole.start - 1), "%" | "percent")
            });
        let is_exception = phrase.whole.start > self.start
            && matches!(scene.text.norm(phrase.whole.start - 1), "but" | "except" | "than" | "like" | "unlike");
        !behind_number && !is_exception && (is_sure || is_listed() || !is_marked || is_first && !phrase.is_definite)
    }

    /// `0 to 3 a vehicle`, `for each plant 1 to 4`: how many rows there are for each of another table.
    fn counts_each(&self, scene: &Scene<'_>, at: usize) -> bool {
        let behind = scene.quantity(at, self.end).map(|quantity| quantity.end);
        behind.is_some_and(|end| columns::is_rate(scene, end) || columns::is_distributive(scene, end))
    }

    /// `Background:`, `SYSTEM:`, `Dear colleagues,`: what heads a part of the text, and is no table.
    fn label(&self, scene: &mut Scene<'_>, phrase: &Phrase) -> Option<usize> {
        let next = phrase.whole.end;
        let words = scene.words(phrase.name.clone());
        let is_marked = scene.text.norm(next) == ":";
        let is_greeting = scene.text.norm(phrase.name.start) == "dear"
            || matches!(scene.text.norm(phrase.name.end - 1), "regards" | "wishes" | "greetings");
        let is_label = is_marked
            && blocks::is_label(scene.text.norm(phrase.name.end - 1))
            && self.count_behind(scene, next).is_none()
            && !tables::known_exactly(scene, &words)
            && !scene.nouns.has_rows(&words)
            && !scene.focus.table.as_ref().is_some_and(|table| self.is_form_of(scene, table, phrase))
            && !columns::begins_list(scene, next + 1, self.end);
        if !is_greeting && !is_label {
            return None;
        }
        scene.claim(phrase.whole.clone());
        Some(if is_marked { next + 1 } else { next })
    }

    /// `a restaurant has 22 tables`, `forest inventory with 2,400 trees`: one house of many rows is where they belong, and no
    /// table of its own, unless the description speaks of others like it.
    fn is_domain_of(&self, scene: &Scene<'_>, phrase: &Phrase) -> bool {
        let next = phrase.whole.end;
        let words = scene.words(phrase.name.clone());
        let is_one = !scene.is_plural(phrase.name.end - 1) && !self.is_each && !phrase.is_definite;
        let says_many = scene.does(next, Does::Has) || scene.does(next, Does::Equips);
        if !is_one || !says_many || self.is_named_again(scene, phrase) || tables::known_exactly(scene, &words) {
            return false;
        }
        let is_place = lex::is_place_of_rows(&words) || scene.does(next, Does::Equips);
        let least = if is_place { 10 } else { 40 };
        let quantity = scene.quantity(next + 1, self.end).filter(|quantity| quantity.is_count && quantity.max >= least);
        quantity
            .and_then(|quantity| scene.rows_phrase(quantity.end, self.end))
            .is_some_and(|phrase| tables::may_be(scene, &phrase) && scene.is_plural(phrase.name.end - 1))
    }

    /// `tickets of an internet provider, 3000`, `samples in a food lab (1,400 of them)`: the count behind a place of the rows.
    fn count_far_behind(&self, scene: &Scene<'_>, at: usize) -> Option<(usize, usize)> {
        if !(scene.does(at, Does::Places) || scene.does(at, Does::Belongs)) {
            return None;
        }
        let stop = (at + 1..self.end.min(at + 8)).find(|at| {
            matches!(scene.text.norm(*at), "," | "(" | ":" | "-" | "–" | "—" | ";")
                || [Does::Is, Does::Has, Does::May, Does::Equips].into_iter().any(|does| scene.does(*at, does))
                || scene.text.get(*at).is_some_and(|token| token.kind == Kind::Number)
        })?;
        matches!(scene.text.norm(stop), "," | "(" | ":" | "-" | "–" | "—")
            .then(|| self.count_behind(scene, stop))
            .flatten()
            .map(|end| (stop, end))
    }

    /// `chess club: 120 players`: what stands before the counts is the domain.
    pub(super) fn heads_tables(&self, scene: &Scene<'_>, at: usize) -> bool {
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
    pub(super) fn is_named_again(&self, scene: &Scene<'_>, phrase: &Phrase) -> bool {
        let head = names::key(scene.text.norm(phrase.name.end - 1));
        (0..scene.text.tokens.len()).any(|at| !phrase.name.contains(&at) && names::key(scene.text.norm(at)) == head)
    }

    /// `employees (1,200)`, `departments with a name`: a table that stands behind the domain.
    pub(super) fn begins_table(&self, scene: &Scene<'_>, at: usize) -> bool {
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

    /// `a category can be under another category`.
    pub(super) fn is_under_itself(&self, scene: &Scene<'_>, phrase: &Phrase) -> bool {
        let noun = names::key(&scene.words(phrase.name.clone()));
        (phrase.whole.end..self.end.saturating_sub(1)).any(|at| {
            matches!(scene.text.norm(at), "another" | "other" | "fellow" | "parent")
                && names::key(scene.text.norm(at + 1)) == noun
        })
    }

    /// Declares all tables of `customers, orders and products`.
    pub(super) fn table_list(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let items = columns::cut(scene, at, without_thanks(scene, at, self.end));
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
}

/// `a dataset of marathon splits, 800 runners with ...`: whether a comma and the count of other rows stand at a token.
fn is_before_count(scene: &Scene<'_>, at: usize) -> bool {
    let end = (at + 10).min(scene.text.tokens.len());
    let quantity = scene.quantity(at + 1, end).filter(|quantity| quantity.is_count && quantity.max >= 2);
    let Some(quantity) = quantity.filter(|_| scene.text.norm(at) == ",") else { return false };
    scene.rows_phrase(quantity.end, end).is_some_and(|phrase| {
        tables::may_be(scene, &phrase)
            && scene.is_plural(phrase.name.end - 1)
            && !scene.does(phrase.name.start, Does::Rows)
    })
}

/// The end of a stretch without the words of a request behind it: `..., please`.
fn without_thanks(scene: &Scene<'_>, at: usize, end: usize) -> usize {
    let says_nothing = |at: usize| scene.does(at, Does::Asks) || matches!(scene.text.norm(at), "," | "pls" | "plz");
    (at..end).rev().find(|at| !says_nothing(*at)).map_or(end, |last| last + 1)
}

/// Whether a stretch lists at least two tables and nothing else: `customers, orders and products`.
pub(super) fn is_table_list(scene: &Scene<'_>, at: usize, end: usize, least: usize) -> bool {
    let items = columns::cut(scene, at, without_thanks(scene, at, end));
    let rows: Vec<Option<bool>> = items.iter().map(|item| lists_table(scene, item)).collect();
    items.len() >= least && rows.iter().all(Option::is_some) && rows.contains(&Some(true))
}

/// Whether an item can be a table, and whether it is one for sure.
pub(super) fn lists_table(scene: &Scene<'_>, item: &Range<usize>) -> Option<bool> {
    let quantity = scene.quantity(item.start, item.end).filter(|quantity| quantity.is_count);
    let start = quantity.map_or(item.start, |quantity| quantity.end);
    let phrase = scene.phrase(start, item.end)?;
    let words = scene.words(phrase.name.clone());
    let is_rows = scene.is_plural(phrase.name.end - 1) && !phrase.is_single && !scene.is_unit(phrase.name.end - 1);
    let is_whole = phrase.name.end == item.end && phrase.name.len() <= 3;
    let is_sure =
        start > item.start || lex::is_table_noun(&words, scene.language) || tables::known_exactly(scene, &words);
    (is_rows && is_whole && !lex::is_column(&words, scene.language)).then_some(is_sure)
}

/// Nouns that speak of data as data: what has relations, volumes or requirements is a description.
fn is_meta(word: &str) -> bool {
    matches!(
        names::singular(word).as_str(),
        "relation"
            | "relationship"
            | "requirement"
            | "constraint"
            | "volume"
            | "dataset"
            | "distribution"
            | "data"
            | "database"
            | "schema"
            | "specification"
            | "description"
            | "assumption"
            | "cardinality"
            | "proportion"
    )
}
