//! `with`, `has`, a colon, a parenthesis -> the list of columns behind it, and the table that it belongs to.

use super::Scan;
use super::named::is_table_list;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::phrases::Phrase;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::told;
use crate::draft::offline::words::{self, Does};
use crate::draft::text::{number, share};

/// Whether `a long tail` stands at a token, which says how numbers are spread and is no column.
fn names_tail(scene: &Scene<'_>, at: usize) -> bool {
    let at = at + usize::from(scene.does(at, Does::Determines));
    matches!(scene.text.norm(at), "long" | "heavy" | "fat" | "thick")
        && matches!(scene.text.norm(at + 1), "tail" | "tails")
}

/// Whether a law's parameter and its number stand at a token: `mean 85`, `a standard deviation of 4`, `mu = 3`.
fn names_parameter(scene: &Scene<'_>, at: usize) -> bool {
    let at = at + usize::from(scene.does(at, Does::Determines));
    let is_parameter = matches!(
        scene.text.norm(at),
        "mean" | "median" | "sd" | "std" | "stddev" | "deviation" | "standard" | "sigma" | "mu" | "lambda" | "σ" | "μ"
    );
    is_parameter && (at + 1..at + 4).any(|at| number::number(scene.text, at).is_some())
}

impl Scan {
    /// `price 12 to 60, seat, sold on` at the beginning of a clause: columns of the table spoken of.
    pub(super) fn bare_list(
        &mut self,
        scene: &mut Scene<'_>,
        frame: &mut Frame,
        carried: Option<String>,
    ) -> Option<usize> {
        let table = carried
            .or_else(|| scene.focus.table.clone())
            .filter(|_| !scene.does(self.start, Does::Tables) && !scene.does(self.start, Does::Columns))?;
        if let Some(at) = self.addition(scene) {
            scene.claim(self.start..at);
            let stop = columns::read(scene, frame, &table, at, self.end);
            self.subject = Some(table.clone());
            self.last = Some((table, stop));
            return Some(stop.max(at));
        }
        let first = scene.item_phrase(self.start, self.end)?;
        let first = columns::trimmed(scene, first, self.end);
        let words = scene.words(first.name.clone());
        // `A plot: name, grape, area` lists the columns of plots.
        let is_headed = scene.text.norm(first.name.end) == ":" && columns::refers(scene, &first.name);
        if is_headed && columns::cut(scene, first.name.end + 1, self.end).len() > 1 {
            return None;
        }
        // "Production records, 3000 in all, each for one product" counts rows.
        let is_counted = scene.is_plural(first.name.end - 1)
            && !lex::is_column(&words, scene.language)
            && scene.text.norm(first.name.end) == ","
            && self.count_behind(scene, first.name.end).is_some();
        if is_counted {
            return None;
        }
        let is_known = |score: u32| score >= 80;
        let table = told::fitting(scene, &table, &words);
        let is_there = scene.ir.tables.iter().any(|table| {
            scene.find_column_in(table, &words).is_some_and(|(score, _)| is_known(score))
                || names::table_score(&names::key(&words), &table.name) >= 80
                    && !columns::refers(scene, &first.name)
                    && !matches!(scene.text.norm(first.name.end), "e.g." | "eg" | "such" | "like")
        });
        // "Some amount", all by itself.
        let is_alone = first.name.end == self.end
            && first.name.start > self.start
            && !first.is_definite
            && !scene.is_plural(first.name.end - 1)
            && lex::is_column(&words, scene.language)
            && !lex::is_table_noun(&words, scene.language);
        let is_list = is_alone
            || columns::begins_list(scene, self.start, self.end)
            || !frame.listed.contains(&table) && self.lists_names(scene);
        if is_there || scene.is_laid(self.start) || !is_list || self.is_form_of(scene, &table, &first) {
            return None;
        }
        let stop = columns::read(scene, frame, &table, self.start, self.end);
        self.subject = Some(table.clone());
        self.last = Some((table, stop));
        Some(stop.max(self.start + 1))
    }

    /// `callsign, colour (red, white)` of a table without columns: nothing but names, half of which are columns for sure.
    fn lists_names(&self, scene: &Scene<'_>) -> bool {
        let says = [Does::Is, Does::Has, Does::May, Does::Relates, Does::Distributes, Does::Equips, Does::Places];
        let items = columns::cut(scene, self.start, self.end);
        let is_told = (self.start..self.end).any(|at| {
            (says.into_iter().any(|does| scene.does(at, does)) || names::is_verb(scene.text.norm(at)))
                && !columns::is_beside(scene, &items, at)
        });
        let is_name = |item: &std::ops::Range<usize>| {
            scene.item_phrase(item.start, item.end).is_some_and(|phrase| {
                phrase.whole.start == item.start && phrase.name.len() <= 3 && !scene.is_plural(phrase.name.end - 1)
            })
        };
        let sure = items.iter().filter(|item| columns::begins_column(scene, item) == Some(true)).count();
        items.len() >= 2 && !is_told && items.iter().all(is_name) && sure * 2 >= items.len()
    }

    /// `Code format: AB-1234`: what the values of a column that there is look like.
    pub(super) fn is_form_of(&self, scene: &Scene<'_>, table: &str, phrase: &Phrase) -> bool {
        let last = phrase.name.end - 1;
        let is_form = matches!(scene.text.norm(last), "format" | "formats" | "pattern" | "form" | "example" | "values");
        let column = scene.words(phrase.name.start..last);
        let known = scene.ir.table(table).and_then(|table| scene.find_column_in(table, &column));
        is_form && phrase.name.len() > 1 && known.is_some_and(|(score, _)| score >= 80)
    }

    /// `Also its weight and colour`, `plus a photo credit`: where the columns begin that a sentence without a verb adds.
    fn addition(&self, scene: &Scene<'_>) -> Option<usize> {
        const LEADS: &[&[&str]] = &[
            &["also"],
            &["plus"],
            &["additionally"],
            &["furthermore"],
            &["moreover"],
            &["in", "addition"],
            &["as", "well", "as"],
            &["and", "also"],
            &["along", "with"],
        ];
        let is_lead =
            |lead: &&&[&str]| lead.iter().enumerate().all(|(k, word)| scene.text.norm(self.start + k) == *word);
        let lead = LEADS.iter().filter(is_lead).map(|lead| lead.len()).max();
        let is_asked = self.start > 0
            && scene.text.norm(self.start) == "the"
            && matches!(
                scene.text.norm(self.start - 1),
                "need" | "want" | "like" | "require" | "expect" | "are" | "see"
            );
        let is_own = matches!(scene.text.norm(self.start), "its" | "their" | "his" | "her") || is_asked;
        let at = match lead {
            Some(length) => self.start + length,
            None if is_own => self.start,
            None => return None,
        };
        let says = [Does::Is, Does::Has, Does::May, Does::Distributes, Does::Asks];
        let items = columns::cut(scene, at, self.end);
        let is_told = (at..self.end).any(|at| {
            (says.into_iter().any(|does| scene.does(at, does)) || names::is_verb(scene.text.norm(at)))
                && !columns::is_beside(scene, &items, at)
        });
        let is_known = |item: &std::ops::Range<usize>| {
            scene.item_phrase(item.start, item.end).is_some_and(|phrase| {
                let name = columns::trimmed(scene, phrase, item.end).name;
                lex::is_column(&scene.words(name), scene.language)
            })
        };
        if is_asked && (items.len() < 2 || !items.first().is_some_and(is_known)) {
            return None;
        }
        let is_counted = |item: &std::ops::Range<usize>| {
            scene.quantity(item.start, item.end).is_some()
                || scene.item_phrase(item.start, item.end).is_none_or(|phrase| {
                    let words = scene.words(phrase.name.clone());
                    scene.is_plural(phrase.name.end - 1) && lex::is_table_noun(&words, scene.language)
                })
        };
        (!is_told && !items.is_empty() && !items.iter().any(is_counted)).then_some(at)
    }

    /// `with`, `has`, a colon: a list for the table named last.
    pub(super) fn list(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        if scene.does(at, Does::Equips) && at > self.start && told::is_label(scene.text.norm(at - 1)) {
            return None;
        }
        // "Before having registered".
        if scene.text.norm(at) == "having" && told::is_participle(scene.text.norm(at + 1)) {
            return None;
        }
        let (trigger, end) = self.trigger(scene, at)?;
        // "Every reader has borrowed up to 9 books": the verb of what is counted.
        if trigger == Does::Has && words::is_participle(scene.text.norm(end)) && self.counts_rows_at(scene, end + 1) {
            return Some(end + 1);
        }
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
            || self.is_numbers_of_each(scene, end)
            || self.chooses(scene, end)
        {
            return Some(end);
        }
        if share::share(scene.text, end).is_some_and(|found| self.is_part(scene, found.end)) {
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
        // "Every blast comes with a weight".
        if at > self.start && scene.does(at, Does::Equips) && matches!(scene.text.norm(at - 1), "come" | "comes") {
            scene.claim(at - 1..at);
        }
        let close = self.close_of(scene, at);
        let (table, limit) = self.for_each(scene, end).unwrap_or((table, close.unwrap_or(self.end)));
        scene.claim(at..end);
        let begin = scene.quantity(end, self.end).is_some_and(|quantity| !quantity.is_vague);
        if begin && trigger == Does::Has && !self.is_each || self.is_share_of_value(scene, &table, end) {
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

    /// `the columns of voyages are a depth, ...`, `fields for members: name, ...`: a list with its table in front of the verb.
    pub(super) fn columns_of(&mut self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<usize> {
        let is_led = scene.does(at, Does::Columns) && matches!(scene.text.norm(at + 1), "of" | "for" | "in" | "on");
        let phrase = scene.rows_phrase(at + 2, self.end).filter(|_| is_led)?;
        let table = tables::known(scene, &scene.words(phrase.name.clone()))?;
        let mut end = phrase.whole.end;
        while scene.does(end, Does::Is) || matches!(scene.text.norm(end), ":" | "table" | "include" | "following") {
            end += 1;
        }
        if end == phrase.whole.end || end >= self.end {
            return None;
        }
        scene.claim(at..end);
        let stop = columns::read(scene, frame, &table, end, self.end);
        self.subject = Some(table.clone());
        self.last = Some((table, stop));
        Some(stop.max(end))
    }

    /// `60% of the nurses have grade A`: how many have a value of a column that there is.
    fn is_share_of_value(&self, scene: &Scene<'_>, table: &str, at: usize) -> bool {
        let name = at + usize::from(scene.does(at, Does::Determines));
        let is_known = scene.ir.table(table).is_some_and(|table| {
            scene.find_column_in(table, &scene.words(name..name + 1)).is_some_and(|(score, _)| score == 100)
        });
        is_known && scene.is_nominal(name + 1) && share::share(scene.text, self.start).is_some()
    }

    /// Whether rows of a table are counted at a token: `up to 9 books`.
    fn counts_rows_at(&self, scene: &Scene<'_>, at: usize) -> bool {
        let quantity = scene.quantity(at, self.end).filter(|found| found.max > 1);
        let phrase = quantity.and_then(|found| scene.rows_phrase(found.end, self.end));
        phrase.is_some_and(|phrase| {
            tables::may_be(scene, &phrase) && tables::known_exactly(scene, &scene.words(phrase.name.clone()))
        })
    }

    /// Whether a share is one of the rows of a table: `get half of the plays`.
    fn is_part(&self, scene: &Scene<'_>, at: usize) -> bool {
        (at.saturating_sub(1)..self.end.min(at + 3)).any(|at| scene.is_plural(at) && scene.table_word(at).is_some())
    }

    /// The token that closes the parenthesis opened at a token.
    pub(super) fn close_of(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
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
    pub(super) fn is_near(&self, scene: &Scene<'_>, at: usize) -> bool {
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
    pub(super) fn for_each(&self, scene: &mut Scene<'_>, at: usize) -> Option<(String, usize)> {
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
    pub(super) fn is_bound_list(&self, scene: &Scene<'_>, at: usize) -> bool {
        let Some(quantity) = scene.quantity(at, self.end) else { return false };
        let behind = scene.text.norm(quantity.end);
        words::is_unit(behind, scene.language) && !scene.does(quantity.end, Does::Rows)
            || scene.does(quantity.end, Does::Columns)
    }

    /// The words that open a list, and the token behind them.
    pub(super) fn trigger(&self, scene: &Scene<'_>, at: usize) -> Option<(Does, usize)> {
        let found = [Does::Equips, Does::Has, Does::Keeps].into_iter().find(|does| scene.does(at, *does));
        // `Il y a aussi 500 clients` says that they are there.
        let is_there = scene.text.norm(at) == "a" && at > 0 && scene.text.norm(at - 1) == "y";
        // "Gaussian with mean 85 and sd 4".
        let is_law = found == Some(Does::Equips) && names_parameter(scene, at + 1)
            || matches!(found, Some(Does::Equips | Does::Has)) && names_tail(scene, at + 1);
        let found = found.filter(|_| !is_there && !is_law);
        let is_record = matches!(
            scene.text.norm(at),
            "record"
                | "records"
                | "log"
                | "logs"
                | "note"
                | "notes"
                | "shows"
                | "stores"
                | "tracks"
                | "covers"
                | "saves"
                | "bears"
                | "bear"
                | "states"
                | "gives"
                | "specifies"
                | "displays"
                | "lists"
        ) && (self.last.as_ref().is_some_and(|(_, end)| *end == at)
            || at > 0 && matches!(scene.text.norm(at - 1), "we" | "to" | "i" | "they" | "should" | "must"));
        let found = found.or(is_record.then_some(Does::Keeps));
        let is_colon = scene.text.norm(at) == ":";
        let is_open = scene.text.norm(at) == "("
            && self.last.as_ref().is_some_and(|(_, end)| *end == at)
            && !self.is_count_in(scene, at)
            || scene.text.norm(at) == "("
                && (self.is_near(scene, at) || self.last.as_ref().is_some_and(|(_, end)| *end == at))
                && columns::begins_list(scene, at + 1, self.close_of(scene, at).unwrap_or(self.end));
        // "200k log lines as ndjson - ip, path": what is understood may stand between.
        let is_after =
            self.last.as_ref().is_some_and(|(_, end)| *end <= at && (*end..at).all(|at| scene.is_claimed(at)));
        let is_behind = self.last.as_ref().is_some_and(|(_, end)| *end == at) || self.is_near(scene, at);
        let is_dash = matches!(scene.text.norm(at), "-" | "–" | "—")
            && (is_behind || is_after)
            && columns::begins_list(scene, at + 1, self.end);
        let is_comma = scene.text.norm(at) == "," && is_behind && self.begins_item(scene, at + 1);
        let is_given = self.is_each
            && is_behind
            && matches!(scene.text.norm(at), "a" | "an" | "its" | "their" | "the")
            && self.begins_item(scene, at);
        let is_columns = scene.does(at, Does::Columns)
            && (matches!(scene.text.norm(at + 1), ":" | "are" | "sind" | "sont" | "son" | "sono" | "são")
                || at + 1 < self.end && scene.is_nominal(at + 1));
        if found.is_none() && !is_colon && !is_open && !is_columns && !is_comma && !is_dash && !is_given {
            return None;
        }
        if found.is_none() && self.begins_grid(scene, at + usize::from(!is_given)) {
            return None;
        }
        let mut end = at + usize::from(!is_given);
        loop {
            let word = scene.text.norm(end);
            let is_filler = matches!(word, ":" | "of" | "following" | "these" | "are" | "als" | "/")
                && scene.quantity(end, self.end).is_none()
                || word == "by" && found == Some(Does::Keeps)
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

    /// Whether an item of a list of columns begins at a token: a name that the lexicon knows, or of which something is said.
    pub(super) fn begins_item(&self, scene: &Scene<'_>, at: usize) -> bool {
        let end = columns::cut(scene, at, self.end).first().map_or(self.end, |item| item.end);
        let Some(phrase) = scene.item_phrase(at, end) else { return false };
        let name = columns::trimmed(scene, phrase.clone(), end).name;
        // "B" of "A, B or C" is a value.
        let quote = scene.text.quote(name.clone());
        if quote.len() == 1 && quote.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return false;
        }
        let is_known = lex::is_column(&scene.words(name.start..name.start + 1), scene.language)
            || lex::is_column(&scene.words(name.clone()), scene.language);
        let is_said = scene.does(name.end, Does::Is) || scene.does(name.end, Does::May);
        let is_qualified = columns::qualifies(scene, name.end, end)
            && scene.find_table(&scene.words(name.clone())).is_none()
            && !columns::speaks_of_table(scene, &Phrase { name, ..phrase.clone() });
        // "Shows: 900, hall, film": one row of another table, in the midst of a list.
        let is_reference = || {
            let words = scene.words(phrase.name.clone());
            let is_listed = end < self.end && phrase.name.end == end && !scene.is_plural(phrase.name.end - 1);
            is_listed && scene.ir.tables.iter().any(|table| names::key(&table.name) == names::key(&words))
        };
        (is_known || is_qualified && !phrase.is_definite || is_reference())
            && !is_said
            && !columns::starts_clause(scene, at, self.end)
            && !self.is_of_another(scene, &phrase)
    }

    /// Whether another table than the one named last has the column of a phrase.
    pub(super) fn is_of_another(&self, scene: &Scene<'_>, phrase: &Phrase) -> bool {
        let words = scene.words(phrase.name.start..phrase.name.start + 1);
        let has = |table: &crate::draft::ir::Table| {
            scene.find_column_in(table, &words).is_some_and(|(score, _)| score == 100)
        };
        let last = self.last.as_ref().and_then(|(last, _)| scene.ir.table(last));
        !last.is_some_and(has) && scene.ir.tables.iter().any(has)
    }

    pub(super) fn is_count_in(&self, scene: &Scene<'_>, at: usize) -> bool {
        number::number(scene.text, at + 1).is_some()
            || !(at + 1..self.end.min(at + 40)).any(|at| scene.text.norm(at) == ",")
    }

    /// The table that a list belongs to.
    pub(super) fn list_table(&self, scene: &mut Scene<'_>, frame: &mut Frame, at: usize) -> Option<String> {
        // "Each trip uses one boat and has a skipper": it is the trip that has one.
        let is_joined = at > self.start + 1
            && scene.does(at, Does::Has)
            && (scene.does(at - 1, Does::Joins) || scene.text.norm(at - 1) == ",");
        if let Some(subject) = self.subject.clone().filter(|_| is_joined) {
            return Some(subject);
        }
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
    pub(super) fn is_domain(&self, scene: &Scene<'_>, table: &str, at: usize) -> bool {
        tables::is_bare(scene, table) && is_table_list(scene, at, self.end, 2)
    }
}
