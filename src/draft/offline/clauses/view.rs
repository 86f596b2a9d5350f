//! A clause as readers look at it: numbers, shares, bounds, columns and tables at its tokens.

use std::cell::OnceCell;
use std::ops::Range;

use super::phrase::{self, Match};
use crate::draft::ir::{Column, Table};
use crate::draft::offline::form::{self, Form};
use crate::draft::offline::index::{Index, Mentions};
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::offline::words::Does;
use crate::draft::text::{Kind, dates, number, range, share};

/// Longest clause that is looked at, in tokens; what is longer is no sentence.
const LONGEST: usize = 400;

/// How far back "which" and "it" may point, in tokens.
const LOOK_BACK: usize = 12;

/// Words with which no name begins, though names go without them.
const NO_NAME: &[&str] = &["times", "plus", "minus", "come", "made"];

/// A number as it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Num {
    /// Its digits, as in `12.50`.
    pub text: String,
    /// Its value.
    pub value: f64,
    /// Digits behind the point.
    pub scale: usize,
}

/// Bounds of numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// The least.
    pub min: Option<Num>,
    /// The greatest.
    pub max: Option<Num>,
    /// The word behind them, such as `kg`; may be empty.
    pub unit: String,
    /// Whether they are amounts of money.
    pub is_money: bool,
    /// Whether the least and the greatest themselves are out.
    pub excluded: (bool, bool),
    /// Whether they were written the wrong way round.
    pub is_swapped: bool,
}

/// A clause of a scene.
pub struct View<'s, 'p> {
    /// The scene.
    pub scene: &'s Scene<'p>,
    /// The clause.
    pub clause: Range<usize>,
    mentions: OnceCell<Mentions>,
    tables: OnceCell<Vec<String>>,
}

impl Num {
    fn of(number: &number::Number) -> Self {
        let text = number.text.clone();
        let scale = text.split_once('.').map_or(0, |(_, digits)| digits.len());
        Self { value: number.value, text, scale }
    }
}

impl<'s, 'p> View<'s, 'p> {
    /// A view of a clause.
    pub fn new(scene: &'s Scene<'p>, clause: Range<usize>) -> Self {
        let end = clause.end.min(clause.start + LONGEST).min(scene.text.tokens.len());
        Self { scene, clause: clause.start.min(end)..end, mentions: OnceCell::new(), tables: OnceCell::new() }
    }

    /// The first place that one of some patterns fits, see [`phrase`].
    pub fn find(&self, patterns: &[&'static str]) -> Option<Match> {
        phrase::find(self, patterns)
    }

    /// The normal form of a token; empty outside the clause.
    pub fn norm(&self, at: usize) -> &'p str {
        let text = self.scene.text;
        if self.clause.contains(&at) { text.norm(at) } else { "" }
    }

    /// What kind of token it is.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        if self.clause.contains(&at) { self.scene.text.get(at).map(|token| token.kind) } else { None }
    }

    /// Whether nothing may be skipped beyond this token.
    pub fn is_stop(&self, at: usize) -> bool {
        matches!(self.norm(at), "." | ";" | "!" | "?" | "\n\n") || self.kind(at) == Some(Kind::Bullet)
    }

    /// A share at a token, as 0 to 1, and the token behind it.
    pub fn share_at(&self, at: usize) -> Option<(f64, usize)> {
        let found = share::share(self.scene.text, at)?;
        self.within(found.end)?;
        Some((found.value.rate, found.end))
    }

    /// A number that is no share, and the token behind it.
    pub fn num_at(&self, at: usize) -> Option<(Num, usize)> {
        let found = number::number(self.scene.text, at)?;
        self.within(found.end)?;
        if found.value.percent { None } else { Some((Num::of(&found.value), found.end)) }
    }

    /// Bounds at a token, and the token behind them.
    pub fn span_at(&self, at: usize) -> Option<(Span, usize)> {
        let found = range::range(self.scene.text, at)?;
        self.within(found.end)?;
        if self.is_ratio(at, found.end) {
            return None;
        }
        let range = found.value;
        let is_money = range.is_money();
        let (min, max) = (range.min.as_ref().map(Num::of), range.max.as_ref().map(Num::of));
        if min.is_none() && max.is_none() {
            return None;
        }
        let first = (at..found.end).find_map(|at| number::number(self.scene.text, at)).map(|found| found.value.value);
        let bounds =
            ["most", "least", "than", "over", "under", "above", "below", "max", "min", "maximum", "minimum", "up"];
        let is_bounded = (at..found.end).any(|at| bounds.contains(&self.norm(at)));
        let is_swapped = if is_bounded {
            matches!((&min, &max), (Some(min), Some(max)) if min.value > max.value)
        } else {
            matches!((&min, &max, first), (Some(min), Some(max), Some(first)) if first > min.value && first >= max.value)
        };
        let excluded = (range.min_excluded, range.max_excluded);
        Some((Span { min, max, unit: range.unit, is_money, excluded, is_swapped }, found.end))
    }

    /// Whether some tokens are part of a ratio, `6 to 3 to 1` or `5:3:2`, rather than bounds.
    fn is_ratio(&self, start: usize, end: usize) -> bool {
        let is_link = |at: usize| matches!(self.norm(at), "to" | ":" | "zu");
        let is_number = |at: usize| self.kind(at) == Some(Kind::Number);
        let goes_on = is_link(end) && is_number(end + 1);
        goes_on || start >= 2 && is_link(start - 1) && is_number(start - 2) && is_number(start)
    }

    /// A length of time at a token, as `30d`, and the token behind it.
    pub fn length_at(&self, at: usize) -> Option<(String, usize)> {
        let found = dates::duration(self.scene.text, at)?;
        self.within(found.end)?;
        Some((found.value.text, found.end))
    }

    /// The end of the window of time that begins at a token.
    pub fn window_at(&self, at: usize) -> Option<usize> {
        let found = dates::window(self.scene.text, at, &self.scene.today)?;
        self.within(found.end).map(|()| found.end)
    }

    /// The column whose name begins at a token, and the token behind it.
    pub fn column_at(&self, at: usize) -> Option<(Place, usize)> {
        let found = self.mentions().iter().find(|(_, tokens)| tokens.start == at)?;
        Some((found.0.clone(), found.1.end))
    }

    /// The table whose name begins at a token, of two words or of one, and the token behind it.
    pub fn table_at(&self, at: usize) -> Option<(String, usize)> {
        if !names::is_content(self.norm(at)) {
            return None;
        }
        let two = self.scene.form(at..at + 2);
        let is_exact = |name: &Form| two.key.contains(' ') && form::of_table(&two, name) == 100;
        let index = self.scene.index();
        let exact = index.tables.iter().map(|table| &table.form).find(|name| is_exact(name));
        match exact.filter(|_| at + 2 <= self.clause.end) {
            Some(name) => Some((name.name.clone(), at + 2)),
            None => self.scene.table_word(at).map(|table| (table, at + 1)),
        }
    }

    /// The word, number or quotation at a token, as it was written.
    pub fn word_at(&self, at: usize) -> Option<String> {
        match self.kind(at)? {
            Kind::Quoted => Some(self.norm(at).to_owned()),
            Kind::Word | Kind::Number => Some(self.scene.quote(at..at + 1)),
            _ => None,
        }
    }

    /// The column spoken of; behind "which" and "it" without one, the column that was named last.
    pub fn place(&self) -> Option<Place> {
        self.scene.place().or_else(|| {
            let lead = self.clause.start + usize::from(self.scene.does(self.clause.start, Does::Joins));
            let is_pronoun = matches!(
                self.norm(lead),
                "which"
                    | "that"
                    | "it"
                    | "its"
                    | "these"
                    | "they"
                    | "this"
                    | "being"
                    | "where"
                    | "both"
                    | "but"
                    | "never"
                    | "always"
            );
            let goes_on = self.clause.start > 0 && self.scene.text.norm(self.clause.start - 1) == "but";
            // "The highest is 20".
            let is_extreme = self.norm(self.clause.start) == "the"
                && super::is_extreme(self.norm(self.clause.start + 1))
                && matches!(self.norm(self.clause.start + 2), "is" | "=" | ":" | "being" | "must" | "may");
            // "A number between 1 and 50 that ..., and is different": what was spoken of before.
            let is_short = self.clause.start > 0
                && self.scene.does(self.clause.start - 1, Does::Joins)
                && self.scene.does(self.clause.start, Does::Is);
            let is_pronoun = is_pronoun || goes_on || is_extreme || is_short;
            let before = self.clause.start.saturating_sub(LOOK_BACK)..self.clause.start;
            let subject = if self.norm(lead) == "it" { self.subject_before() } else { None };
            let before = View::new(self.scene, before);
            // "The end is two days after the start; it is missing for 10%": the end.
            let is_own = |(_, at): &&(Place, Range<usize>)| !before.is_compared_to(at.start);
            let last = || {
                let named = before.mentions();
                named.iter().rev().find(is_own).or_else(|| named.last()).map(|(place, _)| place.clone())
            };
            subject.or_else(|| if is_pronoun { last() } else { None })
        })
    }

    /// What the statement before is about, right in front of its verb: `shipped_at is after placed_at; it is empty`.
    fn subject_before(&self) -> Option<Place> {
        let text = self.scene.text;
        let stop = self.clause.start;
        let end = (stop.saturating_sub(4)..stop)
            .rev()
            .find(|at| text.kind(*at) == Some(Kind::Word))
            .map_or(stop, |at| at + 1);
        let from = (end.saturating_sub(LOOK_BACK)..end)
            .rev()
            .find(|at| matches!(text.norm(*at), "." | ";" | "!" | "?" | ":"))
            .map_or(end.saturating_sub(LOOK_BACK), |at| at + 1);
        let before = View::new(self.scene, from..end);
        let (place, tokens) = before.mentions().first().cloned()?;
        let is_led = (from..tokens.start).all(|at| self.scene.does(at, Does::Determines));
        (is_led && self.scene.does(tokens.end, Does::Is)).then_some(place)
    }

    /// The columns that the clause names, in order. A word that names a table is no mention of that table's key.
    pub fn mentions(&self) -> &[(Place, Range<usize>)] {
        self.mentions.get_or_init(|| {
            let index = self.scene.index();
            index.mentions(&self.clause, self.scene.focus.table.as_deref(), || self.look(&index))
        })
    }

    fn look(&self, index: &Index) -> Mentions {
        let near = self.near_tables();
        let ranks: Vec<Option<usize>> =
            index.tables.iter().map(|table| near.iter().position(|name| *name == table.form.name)).collect();
        let mut found = Vec::new();
        let mut at = self.clause.start;
        while at < self.clause.end {
            match self.mention(at, index, &ranks) {
                Some((place, end)) => {
                    found.push((place, at..end));
                    at = end;
                }
                None => at += 1,
            }
        }
        found.into()
    }

    /// The column whose name begins at a token: the longest of the best.
    fn mention(&self, at: usize, index: &Index, ranks: &[Option<usize>]) -> Option<(Place, usize)> {
        if !names::is_content(self.norm(at)) || NO_NAME.contains(&self.norm(at)) {
            return None;
        }
        let owner = self.owner_before(at);
        let mut best: Option<(u32, Place, usize)> = None;
        let mut longest: Vec<(Place, usize)> = Vec::new();
        for length in (1..=4_usize).rev() {
            let end = at + length;
            if end > self.clause.end || !self.is_name(at..end) {
                continue;
            }
            let found = self.named(at..end, owner.as_deref(), index, ranks);
            longest.extend(found.iter().filter(|(score, _)| *score >= 800).map(|(_, place)| (place.clone(), end)));
            if let Some((score, place)) = found.filter(|(score, _)| best.as_ref().is_none_or(|(most, ..)| score > most))
            {
                best = Some((score, place, end));
            }
        }
        // "The net amount" is `net` with a word that adds nothing.
        let (_, place, end) = best?;
        let end = longest.iter().find(|(known, _)| *known == place).map_or(end, |(_, longer)| end.max(*longer));
        let end = self.behind_owner(&place, end).unwrap_or(end);
        Some((place, end))
    }

    /// Behind "of a lawsuit", where it only says whose the column is and something is told of it: "the status of a lawsuit is open or
    /// closed".
    fn behind_owner(&self, place: &Place, at: usize) -> Option<usize> {
        let noun = super::phrase::reach(self, "of|for a|an|the|each|every|any|one|our|its?", at)?;
        let (_, end) = self.table_at(noun).filter(|(table, _)| *table == place.table)?;
        let is_told = matches!(
            self.norm(end),
            "is" | "are"
                | "was"
                | "were"
                | "can"
                | "may"
                | "must"
                | "should"
                | "has"
                | "ranges"
                | "lies"
                | "goes"
                | "varies"
                | "follows"
                | "equals"
                | "depends"
                | "="
                | ":"
        );
        is_told.then_some(end)
    }

    /// Whether some tokens can be a name: words with meaning, and "of the" between.
    fn is_name(&self, tokens: Range<usize>) -> bool {
        let is_word = |at: usize| {
            matches!(self.kind(at), Some(Kind::Word | Kind::Quoted))
                && names::is_content(self.norm(at))
                && !NO_NAME.contains(&self.norm(at))
                && self.norm(at) != "s"
        };
        let last = tokens.end - 1;
        let inner = (tokens.start + 1..last)
            .all(|at| is_word(at) || matches!(self.norm(at), "of" | "the" | "de" | "du" | "del" | "di" | "-"));
        is_word(tokens.start) && is_word(last) && inner
    }

    /// The table in front of a token with a possessive ending, or behind "of the" two tokens on.
    fn owner_before(&self, at: usize) -> Option<String> {
        let before = at.checked_sub(1).filter(|before| self.clause.contains(before))?;
        let is_possessive =
            self.norm(before).ends_with("'s") || self.norm(before).ends_with('\'') || self.norm(before) == "'s";
        if is_possessive { self.scene.table_word(before) } else { None }
    }

    /// Tables that a clause is about: the one spoken of, those that it names, and what these are tied to.
    fn near_tables(&self) -> Vec<String> {
        let mut near: Vec<String> = self.scene.focus.table.iter().cloned().collect();
        near.extend_from_slice(self.tables());
        let direct = near.clone();
        for tie in &self.scene.ir.relationships {
            if direct.contains(&tie.child_table) {
                near.push(tie.parent_table.clone());
            }
            if direct.contains(&tie.parent_table) {
                near.push(tie.child_table.clone());
            }
        }
        near
    }

    /// The column that some words name best: of the owner, of a near table, or of any table if it is exactly that. Near tables have a
    /// rank.
    fn named(
        &self,
        tokens: Range<usize>,
        owner: Option<&str>,
        index: &Index,
        ranks: &[Option<usize>],
    ) -> Option<(u32, Place)> {
        let wanted = self.scene.form(tokens.clone());
        let names_table = index.tables.iter().any(|table| form::of_table(&wanted, &table.form) >= 80);
        let is_long = tokens.len() > 1 || tokens.clone().any(|at| self.scene.text.norm(at).contains('_'));
        let mut best: Option<(u32, Place)> = None;
        for (at, (table, rank)) in index.tables.iter().zip(ranks).enumerate() {
            let is_owner = owner == Some(table.form.name.as_str());
            let is_near = rank.is_some() || is_owner;
            for (column_at, column) in table.columns.iter().enumerate() {
                let score = form::of_column(&wanted, &column.form);
                let is_enough = match score {
                    100 => (!names_table || column.is_attribute) && (is_near || is_long),
                    80.. => !names_table && is_near,
                    60 => {
                        let table = &self.scene.ir.tables[at];
                        !names_table && is_near && self.is_part(&tokens, &table.columns[column_at], table)
                    }
                    40 => tokens.len() == 1 && !names_table && rank.is_some() && column.is_attribute,
                    _ => false,
                };
                let nearness = 9_u32.saturating_sub(rank.unwrap_or(9) as u32) + if is_owner { 300 } else { 0 };
                let total = score * 10 + nearness;
                if is_enough && best.as_ref().is_none_or(|(most, _)| total > *most) {
                    let (table, column) = (table.form.name.clone(), column.form.name.clone());
                    best = Some((total, Place { table, column }));
                }
            }
        }
        best
    }

    /// Whether words that share only some with a column mean it: fewer words, or the table's name beside.
    fn is_part(&self, tokens: &Range<usize>, column: &Column, table: &Table) -> bool {
        let parts = column.name.split('_').map(names::singular).collect::<Vec<_>>();
        let owner = table.name.split('_').map(names::singular).collect::<Vec<_>>();
        let words = tokens.clone().map(|at| names::singular(self.norm(at)));
        let mut rest = words.filter(|word| {
            !parts.contains(word) && !matches!(word.as_str(), "of" | "the" | "number" | "date" | "time" | "name")
        });
        column.role == crate::draft::ir::Role::Attribute && rest.all(|word| owner.contains(&word))
    }

    /// The column that stands last before a token.
    pub fn column_before(&self, at: usize) -> Option<Place> {
        self.mentions().iter().rev().find(|(_, tokens)| tokens.end <= at).map(|(place, _)| place.clone())
    }

    /// The column that stands first at or behind a token.
    pub fn column_from(&self, at: usize) -> Option<Place> {
        self.mentions().iter().find(|(_, tokens)| tokens.start >= at).map(|(place, _)| place.clone())
    }

    /// What some tokens are said of: the column before them, else the one spoken of, else the one behind them. A column that
    /// another is only compared to ("after joined, missing for 70%") is not spoken of.
    pub fn subject(&self, tokens: &Range<usize>) -> Option<Place> {
        let before = self.mentions().iter().rev().filter(|(_, at)| at.end <= tokens.start);
        let before = before.filter(|(_, at)| !self.is_compared_to(at.start)).map(|(place, _)| place.clone()).next();
        before.or_else(|| self.place()).or_else(|| self.column_from(tokens.end))
    }

    /// Whether the name at a token stands behind `after`, `before` or `than`, with nothing but small words between.
    fn is_compared_to(&self, at: usize) -> bool {
        const SMALL: &[&str] = &["the", "its", "their", "it", "was", "being", "having", "had", "been", "a", "they"];
        const LINKS: &[&str] =
            &["after", "before", "than", "following", "nach", "vor", "après", "avant", "después", "dopo"];
        let before = (self.clause.start..at).rev().find(|at| !SMALL.contains(&self.norm(*at)));
        before.is_some_and(|before| LINKS.contains(&self.norm(before)))
    }

    /// The table that stands last before a token, else the one spoken of.
    pub fn table_before(&self, at: usize) -> Option<String> {
        let named = (self.clause.start..at).rev().find_map(|at| self.scene.table_word(at));
        named.or_else(|| self.scene.focus.table.clone())
    }

    /// The first table that the clause names, else the one spoken of.
    pub fn table(&self) -> Option<String> {
        let named = self.clause.clone().find_map(|at| self.scene.table_word(at));
        named.or_else(|| self.scene.focus.table.clone())
    }

    /// All tables that the clause names.
    pub fn tables(&self) -> &[String] {
        self.tables.get_or_init(|| {
            let mut found: Vec<String> = Vec::new();
            for table in self.clause.clone().filter_map(|at| self.scene.table_word(at)) {
                if !found.contains(&table) {
                    found.push(table);
                }
            }
            found
        })
    }

    /// The first token of the clause that is one of some words and has not been understood.
    pub fn word(&self, words: &[&str]) -> Option<usize> {
        self.clause.clone().find(|at| words.contains(&self.norm(*at)) && !self.scene.is_claimed(*at))
    }

    /// Whether the clause has one of some words.
    pub fn has(&self, words: &[&str]) -> bool {
        self.clause.clone().any(|at| words.contains(&self.norm(at)))
    }

    /// The share that nobody has understood and that belongs to some words: right behind "for" or "in", else the last before
    /// them, else the first behind.
    pub fn share_of(&self, tokens: &Range<usize>) -> Option<(f64, Range<usize>)> {
        let shares = self.shares();
        let behind = shares.iter().find(|(_, at)| at.start >= tokens.end);
        let leads = [
            "for", "in", "at", "on", "bei", "pour", "en", "per", "em", "para", "nel", "(", ":", "dans", "with", "rate",
            "to",
        ];
        if leads.contains(&self.norm(tokens.end)) && behind.is_some_and(|(_, at)| at.start <= tokens.end + 4) {
            return behind.cloned();
        }
        let before = shares.iter().rev().find(|(_, at)| at.end <= tokens.start);
        before.or_else(|| shares.iter().find(|(_, at)| at.start < tokens.end)).or(behind).cloned()
    }

    /// The share of the clause that nobody has understood, nearest to a token.
    pub fn share_near(&self, at: usize) -> Option<(f64, Range<usize>)> {
        self.shares().into_iter().min_by_key(|(_, tokens)| tokens.start.abs_diff(at))
    }

    /// The shares of the clause that nobody has understood.
    fn shares(&self) -> Vec<(f64, Range<usize>)> {
        let found = |start: usize| self.share_at(start).map(|(rate, end)| (rate, start..end));
        let mut shares: Vec<(f64, Range<usize>)> = Vec::new();
        for start in self.clause.clone() {
            if shares.last().is_some_and(|(_, tokens)| start < tokens.end) {
                continue;
            }
            shares.extend(found(start).filter(|(_, tokens)| self.scene.is_free(tokens.clone())));
        }
        shares
    }

    /// A column.
    pub fn column(&self, place: &Place) -> Option<&Column> {
        self.scene.column(place)
    }

    /// The table of a name.
    pub fn ir_table(&self, name: &str) -> Option<&Table> {
        self.scene.ir.table(name)
    }

    fn within(&self, end: usize) -> Option<()> {
        (end <= self.clause.end).then_some(())
    }
}
