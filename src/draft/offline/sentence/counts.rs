//! `20k rows of sales`, `customers (300)`, `between 1 and 3 contracts` -> counts of rows and of children.

use std::ops::Range;

use super::Scan;
use crate::draft::ir::RowsOrigin;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::{Phrase, Quantity};
use crate::draft::offline::relations;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::{Found, Kind, dates, number, range, share, subset};

impl Scan {
    /// A share is no count: `10% of the orders`.
    pub(super) fn share(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let is_of = matches!(scene.text.norm(at + 1), "of" | "von" | "de" | "di");
        let is_choice = is_of && number::count(scene.text, at + 2).is_some();
        let is_subset = is_choice
            && matches!(
                scene.text.norm(at),
                "one" | "1" | "some" | "any" | "einem" | "einer" | "un" | "une" | "uno" | "una" | "um" | "uma"
            );
        let is_number = scene.part_of_scale(at).is_some();
        // "In one of ten cases".
        let is_case = |end: usize| matches!(scene.text.norm(end), "case" | "cases" | "times" | "instances");
        share::share(scene.text, at)
            .filter(|found| (!is_subset || is_case(found.end)) && !is_number)
            .map(|found| found.end + usize::from(is_case(found.end)))
    }

    pub(super) fn quantity(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let is_spread = matches!(scene.text.norm(at), "over" | "across" | "among")
            && at > self.start
            && ["spread", "distribut", "divided", "split", "scattered"]
                .iter()
                .any(|stem| scene.text.norm(at - 1).starts_with(stem));
        if is_spread {
            scene.claim(at - 1..at + 1);
            return Some(at + 1);
        }
        let quantity = scene
            .quantity(at, self.end)
            .filter(|quantity| !(quantity.is_count && quantity.max == 1) || self.is_one_per(scene, at, quantity))?;
        if scene.exactly(at) > 0 && quantity.max == 1 && self.is_by(scene, at) {
            // `belongs to exactly one club`: what it belongs to, and no children.
            scene.claim(at..at + 1);
            return Some(at + 1);
        }
        if quantity.is_count && is_year(scene, at) || self.is_bare_year(scene, at, &quantity) {
            return Some(quantity.end);
        }
        if let Some(end) = self.of_them(scene, frame, &quantity, at) {
            return Some(end);
        }
        if let Some((table, _)) = self.last.clone().filter(|_| is_note(scene, at, self.end, &quantity)) {
            tables::count(scene, frame, &table, quantity.max, at..quantity.end);
            return Some(quantity.end);
        }
        if let Some(end) = self.some_of_them(scene, frame, &quantity, at) {
            return Some(end);
        }
        if let Some((table, end)) = self.last.clone().filter(|(_, end)| {
            *end + 1 == at
                && quantity.is_count
                && scene.text.norm(at - 1) == "("
                && (scene.text.norm(quantity.end) == ")" || says_more_behind(scene, quantity.end))
        }) {
            // "Patients (5,000, with French names)".
            let is_closed = scene.text.norm(quantity.end) == ")";
            let close = quantity.end + usize::from(is_closed);
            tables::count(scene, frame, &table, quantity.max, end..close);
            self.last = Some((table, close));
            return Some(close);
        }
        if let Some(end) = self.parts_behind_list(scene, frame, at) {
            return Some(end);
        }
        if columns::is_rate(scene, quantity.end) && scene.text.kind(quantity.end - 1) == Some(Kind::Number) {
            let each = Quantity { end: quantity.end, ..quantity.clone() };
            if let Some(end) = self.bare_each(scene, frame, at, &each) {
                return Some(end);
            }
        }
        let (start, is_rows) = self.rows_word(scene, &quantity);
        let Some(phrase) = scene.rows_phrase(start, self.end).filter(|phrase| tables::may_be(scene, phrase)) else {
            if let Some(end) = self.bare_each(scene, frame, at, &quantity) {
                return Some(end);
            }
            if is_rows && quantity.is_count {
                return self.loose_rows(scene, frame, &quantity, at..start);
            }
            return Some(quantity.end);
        };
        if self.is_measure(scene, at, &quantity, &phrase) {
            return Some(quantity.end);
        }
        if self.is_few_of_known(scene, &quantity, &phrase) {
            return Some(phrase.whole.end);
        }
        let phrase = self.before_rows(scene, phrase);
        let child = self.counted(scene, frame, at, &quantity, &phrase, is_rows);
        Some(child.unwrap_or(phrase.whole.end))
    }

    /// `One driver per lorry` at the beginning of a clause: one child of each.
    fn is_one_per(&self, scene: &Scene<'_>, at: usize, quantity: &Quantity) -> bool {
        let is_one = matches!(scene.text.norm(at), "one" | "1" | "exactly") && at == self.start;
        let phrase = scene.rows_phrase(quantity.end, self.end).filter(|_| is_one);
        phrase.is_some_and(|phrase| {
            let each = phrase.whole.end;
            let words = scene.words(phrase.name.clone());
            let parent = scene.rows_phrase(each + 1, self.end).filter(|_| scene.does(each, Does::Distributes));
            let ends = parent.filter(|parent| scene.table_word(parent.name.end - 1).is_some());
            ends.is_some_and(|parent| {
                parent.whole.end >= self.end || matches!(scene.text.norm(parent.whole.end), "," | "." | ";")
            }) && (lex::is_table_noun(&words, scene.language) || tables::known_exactly(scene, &words))
        })
    }

    /// `500 customer records`: the name ends before the word for rows.
    pub(super) fn before_rows(&self, scene: &mut Scene<'_>, mut phrase: Phrase) -> Phrase {
        while phrase.name.len() > 1
            && (scene.does(phrase.name.end - 1, Does::Rows) || scene.does(phrase.name.end - 1, Does::Asks))
        {
            phrase.name.end -= 1;
        }
        scene.claim(phrase.name.end..phrase.whole.end);
        phrase
    }

    /// `20k rows of sales`: where the noun begins, and whether a word for rows stands before it.
    pub(super) fn rows_word(&self, scene: &Scene<'_>, quantity: &Quantity) -> (usize, bool) {
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
    pub(super) fn of_them(
        &mut self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        quantity: &Quantity,
        at: usize,
    ) -> Option<usize> {
        let is_them = scene.text.norm(quantity.end) == "of"
            && matches!(scene.text.norm(quantity.end + 1), "them" | "those" | "these" | "it")
            || matches!(scene.text.norm(quantity.end), "like")
                && matches!(scene.text.norm(quantity.end + 1), "this" | "that" | "these" | "those" | "it");
        let all = self.in_all(scene, quantity.end).or_else(|| self.alone(scene, quantity, at));
        let is_asked = at.checked_sub(1).is_some_and(|before| {
            before + 1 >= self.start
                && (scene.does(before, Does::Asks) && !scene.does(before, Does::Tables)
                    || matches!(scene.text.norm(before), "x" | "×"))
        });
        let is_there = quantity.end == self.end
            && (is_asked
                || (self.start.saturating_sub(4)..at)
                    .any(|at| matches!(scene.text.norm(at), "there" | "need" | "want" | "rows" | "count")));
        let is_davon = matches!(scene.text.norm(quantity.end), "davon");
        // "Every elevator (there are 90 of them)" counts all, "each has 5 of them" does not.
        let is_counted = at >= 2 && scene.text.norm(at - 2) == "there" && scene.does(at - 1, Does::Is);
        let is_one_number =
            quantity.is_count || quantity.min == quantity.max && quantity.mean == 0.0 && !quantity.is_vague;
        if !is_one_number
            || !(is_them || is_there || is_davon || all.is_some())
            || self.is_each && all.is_none() && !(is_them && is_counted)
        {
            return None;
        }
        if is_them && subset::subset(scene.text, at).is_some() {
            return Some(quantity.end);
        }
        let end = if is_them { quantity.end + 2 } else { all.unwrap_or(quantity.end) };
        let last = || self.last.as_ref().map(|(table, _)| table.clone());
        let introduced = self.introduced.clone().filter(|_| all.is_some());
        let spoken_of = || scene.focus.table.clone();
        let Some(table) = introduced.or_else(|| self.subject.clone()).or_else(last).or_else(spoken_of) else {
            frame.loose_rows = Some((quantity.max, at..end));
            scene.claim(at..end);
            return Some(end);
        };
        tables::count(scene, frame, &table, quantity.max, at..end);
        self.last = Some((table, end));
        Some(end)
    }

    /// `a recipe uses 3 to 8 of them`: some rows of the table that was named before the one that the clause is about.
    fn some_of_them(
        &mut self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        quantity: &Quantity,
        at: usize,
    ) -> Option<usize> {
        const REACH: usize = 24;
        let is_them = scene.text.norm(quantity.end) == "of"
            && matches!(scene.text.norm(quantity.end + 1), "them" | "these" | "those");
        let parent = self.subject.clone().filter(|_| is_them && !quantity.is_count)?;
        let child = (at.saturating_sub(REACH)..at)
            .rev()
            .find_map(|at| scene.table_word(at).filter(|table| *table != parent))?;
        let end = quantity.end + 2;
        relations::relate(scene, frame, &parent, &child, quantity, self.verb_from(scene, at)..end);
        scene.claim(at..end);
        self.last = Some((child, end));
        Some(self.between_columns(scene, frame, end))
    }

    /// `1,500, with a first name`, `25 will do`: the token behind a number that stands for all rows of what was spoken of, since a
    /// sentence consists of it, or something says that it is enough.
    fn alone(&self, scene: &Scene<'_>, quantity: &Quantity, at: usize) -> Option<usize> {
        let table = scene.focus.table.as_ref().and_then(|table| scene.ir.table(table));
        let is_open = table.is_some_and(|table| table.rows_origin != RowsOrigin::Stated);
        if !is_open || at != self.start || quantity.max < 2 {
            return None;
        }
        if let Some(behind) = behind_enough(scene, quantity.end) {
            return Some(behind);
        }
        let is_first = at == 0
            || scene.text.get(at - 1).is_none_or(|before| matches!(before.kind, Kind::Break | Kind::Bullet))
            || matches!(scene.text.norm(at - 1), "." | "!" | ":");
        let is_last = quantity.end == self.end || scene.text.norm(quantity.end) == ",";
        let is_year = scene.text.norm(at).len() == 4 && (1900..2100).contains(&quantity.max);
        (is_first && is_last && !is_year).then_some(quantity.end)
    }

    /// `a colour, a shelf and 2 to 9 pups`: the end of a list of columns.
    fn parts_behind_list(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let is_item = scene.does(before, Does::Joins) || scene.text.norm(before) == ",";
        let last = self.last.as_ref().map(|(table, _)| table.clone());
        let spoken_of = || scene.focus.table.clone().filter(|_| at == self.start);
        let table = last.or_else(spoken_of).filter(|table| is_item && frame.listed.contains(table))?;
        let item = columns::cut(scene, at, self.end).into_iter().next()?;
        columns::parts(scene, frame, &table, item.clone()).then_some(item.end)
    }

    /// `900 in all`, `5,000 altogether`: the token behind the words that make a number a total.
    fn in_all(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let is_total = |at: usize| matches!(scene.text.norm(at), "total" | "all" | "sum");
        match scene.text.norm(at) {
            "altogether" | "overall" | "insgesamt" => Some(at + 1),
            "all" if matches!(scene.text.norm(at + 1), "together" | "told") => Some(at + 2),
            "in" if scene.text.norm(at + 1) == "number" => Some(at + 2),
            "in" if is_total(at + 1) && scene.text.norm(at + 2) == "in" && scene.text.norm(at + 3) == "all" => {
                Some(at + 4)
            }
            "in" if is_total(at + 1) && !scene.is_nominal(at + 2) && !scene.does(at + 2, Does::Determines) => {
                Some(at + 2)
            }
            _ => None,
        }
    }

    /// Whether a number is a year: `in 2023`, `since 1998`.
    fn is_bare_year(&self, scene: &Scene<'_>, at: usize, quantity: &Quantity) -> bool {
        let is_bare = scene.text.norm(at).len() == 4 && (1900..2100).contains(&quantity.max);
        quantity.is_count
            && is_bare
            && quantity.end == at + 1
            && at > 0
            && matches!(
                scene.text.norm(at - 1),
                "in" | "during"
                    | "since"
                    | "until"
                    | "till"
                    | "throughout"
                    | "year"
                    | "of"
                    | "late"
                    | "early"
                    | "for"
                    | "mid"
            )
            && scene.rows_phrase(quantity.end, self.end).is_none_or(|phrase| {
                scene.text.norm(at - 1) != "of" && scene.text.norm(at - 1) != "for"
                    || !scene.is_plural(phrase.name.end - 1)
            })
    }

    /// `a few hits get nearly all the plays`: some rows of a table that there is, and no table of their own.
    fn is_few_of_known(&self, scene: &Scene<'_>, quantity: &Quantity, phrase: &Phrase) -> bool {
        let words = scene.words(phrase.name.clone());
        let next = phrase.whole.end;
        let takes = matches!(
            scene.text.norm(next),
            "get"
                | "gets"
                | "receive"
                | "make"
                | "take"
                | "account"
                | "have"
                | "attract"
                | "collect"
                | "bring"
                | "do"
                | "cause"
        );
        let most = (next + 1..self.end.min(next + 5)).any(|at| {
            matches!(scene.text.norm(at), "most" | "all" | "nearly" | "almost" | "bulk" | "majority" | "for" | "share")
        });
        quantity.is_vague && takes && most && !scene.ir.tables.is_empty() && !tables::known_exactly(scene, &words)
    }

    /// `500 rows` without a noun: of the table that is spoken of, or of the only one.
    pub(super) fn loose_rows(
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
    pub(super) fn is_measure(&self, scene: &Scene<'_>, at: usize, quantity: &Quantity, phrase: &Phrase) -> bool {
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
        let is_choice =
            before == "or" && at >= 2 && scene.text.get(at - 2).is_some_and(|token| token.kind == Kind::Number);
        let is_lone_name = lex::column(&scene.words(phrase.name.clone()), "", scene.language).known
            && !scene.nouns.has_rows(&scene.words(phrase.name.clone()))
            && !lex::is_table_noun(&scene.words(phrase.name.clone()), scene.language);
        let is_singular = quantity.max > 1
            && !scene.text.norm(phrase.name.end - 1).is_empty()
            && !scene.is_plural(phrase.name.end - 1)
            && !names::is_plural(first)
            && !lex::is_table_noun(&scene.words(phrase.name.clone()), scene.language);
        let is_time = matches!(
            names::singular(scene.text.norm(phrase.name.end - 1)).as_str(),
            "night" | "day" | "week" | "month" | "year" | "hour" | "minute" | "second"
        );
        let is_distance = is_time
            && matches!(
                scene.text.norm(phrase.whole.end),
                "after"
                    | "before"
                    | "later"
                    | "earlier"
                    | "ago"
                    | "from"
                    | "past"
                    | "afterwards"
                    | "thereafter"
                    | "long"
            );
        is_bound
            || is_choice
            || is_distance
            || quantity.end != phrase.whole.start
                && !matches!(scene.text.norm(quantity.end), "of")
                && !scene.does(quantity.end, Does::Rows)
                && !scene.does(quantity.end, Does::Asks)
            || is_lone_name && quantity.is_count && quantity.max < 10
            || is_singular && self.language_is_english(scene)
            || !tables::known_exactly(scene, &scene.words(phrase.name.clone()))
                && range::range(scene.text, at).is_some_and(|found| {
                    !found.value.unit.is_empty()
                        && words::is_unit(&found.value.unit, scene.language)
                        && scene.is_unit(phrase.name.end - 1)
                })
    }

    /// Whether a number behind a noun counts it: not behind a verb of the sentence.
    pub(super) fn language_allows_count(&self, scene: &Scene<'_>, end: usize) -> bool {
        (self.start..end).all(|at| !scene.does(at, Does::Is) && !scene.does(at, Does::Has))
    }

    pub(super) fn language_is_english(&self, scene: &Scene<'_>) -> bool {
        scene.language == crate::draft::text::language::Language::En
    }

    /// A quantity of rows: children of the subject, of what follows, or a table with its count.
    pub(super) fn counted(
        &mut self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        at: usize,
        quantity: &Quantity,
        phrase: &Phrase,
        is_rows: bool,
    ) -> Option<usize> {
        let end = phrase.whole.end;
        let is_followed = self.is_followed_by_each(scene, end) && !self.leads_each(scene, quantity, end);
        let each = self.each_behind_verb(scene, end).filter(|_| !quantity.is_count || quantity.max <= 50);
        if let Some(each) = each.filter(|_| !self.is_each && !is_followed) {
            scene.claim(at..each - 1);
            self.pending = Some((phrase.clone(), quantity.clone()));
            return Some(each - 1);
        }
        if is_followed && !self.is_each {
            scene.claim(at..quantity.end);
            self.pending = Some((phrase.clone(), quantity.clone()));
            return Some(end);
        }
        if quantity.is_vague
            && (self.is_by(scene, at) || self.is_led_by_verb(scene, at))
            && let Some((child, behind)) = self.last.clone()
        {
            let parent = relations::parent_for(scene, frame, phrase)?;
            if (!scene.is_plural(behind - 1) || self.is_each) && scene.is_plural(phrase.name.end - 1) {
                relations::become_shared(scene, frame, &parent, &child, at..end);
                return Some(end);
            }
            relations::pick(scene, &child, &parent, None, at..end);
            return Some(end);
        }
        let parent = self.parent(scene, at, quantity);
        frame.is_each = self.is_each;
        if let Some(parent) = parent.filter(|_| !is_rows) {
            let pool = self.pool(scene, frame, phrase);
            let child = relations::children(scene, frame, &parent, quantity, phrase, self.verb_from(scene, at)..end);
            self.introduced = Some(child.clone());
            self.last = Some((child, end));
            return Some(self.between_columns(scene, frame, pool.unwrap_or(end)));
        }
        if !quantity.is_count {
            self.pending = Some((phrase.clone(), quantity.clone()));
            return Some(phrase.name.start);
        }
        let before = self.last.clone();
        let maker = before.clone().filter(|(maker, behind)| self.makes(scene, maker, *behind, at, quantity.max));
        let table = tables::declare(scene, phrase.name.clone());
        tables::count(scene, frame, &table, quantity.max, at..end);
        if let Some((child, _)) = before.filter(|(child, _)| *child != table && self.is_by(scene, at)) {
            relations::pick(scene, &child, &table, None, at.saturating_sub(1)..end);
            self.last = Some((child, end));
            return Some(end);
        }
        if let Some((maker, _)) = maker.filter(|(maker, _)| *maker != table) {
            relations::pick_loosely(scene, &table, &maker, at..end);
        }
        // What stands behind a preposition is where the rows are: `2500 crossings between 12 ports`.
        let is_place = at > self.start && scene.does(at - 1, Does::Places) && self.subject.is_some();
        if !is_place {
            self.introduced = Some(table.clone());
        }
        self.set(scene, &table, at..end);
        if self.last.is_some() && scene.focus.table.is_none() {
            scene.focus.table = Some(table);
        }
        Some(end)
    }

    /// `300 traders make 2,000 deals`: whether many rows are made by fewer, each by one of them.
    fn makes(&self, scene: &Scene<'_>, maker: &str, behind: usize, at: usize, count: u64) -> bool {
        const VERBS: &[&str] = &[
            "make",
            "made",
            "place",
            "placed",
            "own",
            "have",
            "has",
            "write",
            "wrote",
            "publish",
            "published",
            "issue",
            "issued",
            "produce",
            "produced",
            "submit",
            "submitted",
            "file",
            "filed",
            "post",
            "posted",
            "sell",
            "sold",
            "give",
            "gave",
            "run",
            "ran",
            "host",
            "hosted",
            "hold",
            "held",
            "keep",
            "report",
            "reported",
            "record",
            "recorded",
            "generate",
            "upload",
            "uploaded",
            "create",
            "created",
            "undergo",
            "underwent",
            "sign",
            "signed",
            "receive",
            "received",
            "send",
            "sent",
            "book",
            "booked",
            "operate",
            "launch",
            "raise",
            "raised",
        ];
        let rows = scene.ir.table(maker).map_or(0, |table| table.rows);
        let is_verb = (behind..at).any(|at| VERBS.contains(&scene.text.norm(at)));
        let is_near =
            at > behind && at - behind <= 3 && !(behind..at).any(|at| matches!(scene.text.norm(at), "," | ":" | "("));
        is_verb && is_near && !self.is_each && rows > 0 && count > rows
    }

    /// From the verb on, which tells what kind of tie it is.
    pub(super) fn verb_from(&self, _scene: &Scene<'_>, at: usize) -> usize {
        self.last.as_ref().map_or(at, |(_, end)| (*end).min(at))
    }

    /// Whether `across`, `from` or the like stands before a count: the rows before it pick among these.
    pub(super) fn is_by(&self, scene: &Scene<'_>, at: usize) -> bool {
        at > self.start
            && (scene.does(at - 1, Does::Places)
                || scene.does(at - 1, Does::Belongs)
                || matches!(scene.text.norm(at - 1), "of" | "by"))
            || (at > self.start + 1
                && matches!(scene.text.norm(at - 2), "across" | "by" | "from" | "of" | "to" | "among"))
    }

    /// `is used in several recipes`, `occurs in many medicines`: a preposition behind a verb, in front of a number of rows.
    fn is_led_by_verb(&self, scene: &Scene<'_>, at: usize) -> bool {
        let Some((_, behind)) = &self.last else { return false };
        let is_led = matches!(scene.text.norm(at - at.min(1)), "in" | "on" | "at" | "by" | "to" | "for" | "with");
        let is_verb = |at: usize| {
            let word = scene.text.norm(at);
            names::is_verb(word) || words::is_participle(word) || words::is_verb_only(word)
        };
        is_led && at >= 2 && *behind + 1 < at && at - *behind <= 5 && (*behind..at - 1).any(is_verb)
    }

    pub(super) fn is_followed_by_each(&self, scene: &Scene<'_>, end: usize) -> bool {
        end < self.end
            && (columns::is_distributive(scene, end)
                || (end + 1 < self.end
                    && matches!(scene.text.norm(end), "on")
                    && columns::is_distributive(scene, end + 1)))
    }

    /// `400 recipes each with 3 to 12 ingredients`: what begins the clause is what `each` speaks of, and no children of anything.
    fn leads_each(&self, scene: &Scene<'_>, quantity: &Quantity, each: usize) -> bool {
        let is_first = self.subject.is_none() && self.last.is_none() && self.pending.is_none();
        let goes_on = scene.does(each + 1, Does::Equips) || scene.does(each + 1, Does::Has);
        is_first && goes_on && quantity.is_count && scene.does(each, Does::Distributes)
    }

    /// Whose children a quantity counts.
    pub(super) fn parent(&self, scene: &Scene<'_>, at: usize, quantity: &Quantity) -> Option<String> {
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
    pub(super) fn is_by_table(&self, scene: &Scene<'_>, at: usize) -> bool {
        at > self.start + 1
            && matches!(scene.text.norm(at - 1), "of" | "von" | "de" | "di")
            && matches!(
                scene.text.norm(at - 2),
                "one" | "some" | "any" | "einem" | "einer" | "un" | "une" | "uno" | "una" | "um" | "uma"
            )
            || matches!(scene.text.norm(at.saturating_sub(1)), "the" | "our")
                && scene.text.norm(at.saturating_sub(2)) == "of"
    }

    /// `customers 300`, `customers: 300`, `customers (300)`: the token behind a count that stands behind its noun.
    pub(super) fn count_behind(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
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
            let is_alone = (at + 1..number).chain(end..close).all(is_filler);
            if is_alone || number > at + 1 || !says_more_behind(scene, end) {
                return (is_alone && !is_range && !self.is_each).then_some(close);
            }
        }
        // "Exit poll, n = 1,850".
        let sign = at + usize::from(matches!(scene.text.norm(at), "," | "("));
        let is_sample = scene.text.norm(sign) == "n" && matches!(scene.text.norm(sign + 1), "=" | ":");
        if is_sample {
            return number::count(scene.text, sign + 2).map(|found| found.end);
        }
        // `user_roles, which has 500 rows`.
        let is_relative = scene.text.norm(at) == "," && matches!(scene.text.norm(at + 1), "which" | "that" | "who");
        let is_having = is_relative && (scene.does(at + 2, Does::Has) || scene.does(at + 2, Does::Is));
        if let Some(found) = number::count(scene.text, at + 3).filter(|_| is_having) {
            return scene.does(found.end, Does::Rows).then_some(found.end + 1);
        }
        let is_comma = scene.text.norm(at) == ",";
        let start = if is_comma || matches!(scene.text.norm(at), ":" | "(" | "=" | "x" | "×" | "-" | "–" | "[" | "~")
        {
            at + 1
        } else {
            at
        };
        let start = start + scene.exactly(start);
        let is_one_row = |found: &Found<u64>| found.value == 1 && scene.does(found.end, Does::Rows);
        let found =
            number::count(scene.text, start).filter(|found| (!is_comma || found.value >= 2) && !is_one_row(found))?;
        let is_them = scene.text.norm(found.end) == "of"
            && matches!(scene.text.norm(found.end + 1), "them" | "those" | "these" | "it");
        let end = match () {
            () if scene.does(found.end, Does::Rows) => found.end + 1,
            () if is_them => found.end + 2,
            () => self.in_all(scene, found.end).unwrap_or(found.end),
        };
        let is_closed = end >= self.end
            || matches!(scene.text.norm(end), "," | ";" | ")" | ":" | "." | "]" | "(" | "/")
            || scene.does(end, Does::Equips)
            || scene.does(end, Does::Joins)
            || scene.does(end, Does::Places);
        let is_range = range::range(scene.text, start).is_some_and(|range| range.end > found.end);
        (is_closed && !is_range && !self.is_each && share::share(scene.text, start).is_none()).then_some(end)
    }

    pub(super) fn count_at(
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
        self.introduced = Some(table.to_owned());
        end
    }
}

/// Behind the words that say that a number is enough: `25 will do`, `40 are plenty`, `10 should suffice`.
pub(super) fn behind_enough(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let verb = at + usize::from(scene.does(at, Does::Refers));
    let is_led =
        scene.does(verb, Does::May) || scene.does(verb, Does::Is) || matches!(scene.text.norm(verb), "will" | "would");
    let last = verb + usize::from(is_led) + usize::from(is_led && matches!(scene.text.norm(verb + 1), "be"));
    let is_enough = match scene.text.norm(last) {
        "do" => is_led,
        "enough" | "plenty" | "fine" | "sufficient" | "ok" | "okay" | "needed" | "required" | "wanted" => is_led,
        "suffice" | "suffices" => true,
        _ => false,
    };
    is_enough.then_some(last + 1)
}

/// Whether a mark follows, and words behind it: `(5,000, with French names)`.
fn says_more_behind(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.norm(at), "," | ";") && scene.text.kind(at + 1) == Some(Kind::Word)
}

/// Whether a number is the year of a date that begins before it: `June, July or August 2024`, `in 2023`.
fn is_year(scene: &Scene<'_>, at: usize) -> bool {
    let is_long = scene.text.get(at).is_some_and(|token| token.norm.len() == 4);
    let covers = |from: usize| dates::window(scene.text, from, &scene.today).is_some_and(|found| found.end > at);
    is_long && (at.saturating_sub(3)..at).any(covers)
}

/// `accounts(id, email)  -- 400`: whether a number stands alone in the comment behind a signature.
fn is_note(scene: &Scene<'_>, at: usize, end: usize, quantity: &Quantity) -> bool {
    let is_open =
        at >= 2 && matches!(scene.text.norm(at - 1), "--" | "//" | "#" | "-" | "–" | "—" | "*" | ":" | "x" | "×");
    let marks = (0..at)
        .rev()
        .take(3)
        .take_while(|at| scene.text.kind(*at) == Some(Kind::Mark) && scene.text.norm(*at) != ")")
        .count();
    let close = at.wrapping_sub(marks + 1);
    is_open && quantity.is_count && quantity.end >= end && scene.text.norm(close) == ")" && scene.is_laid(close)
}
