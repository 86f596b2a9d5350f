//! A clause as readers look at it: numbers, shares, bounds, columns and tables at its tokens.

use std::cell::OnceCell;
use std::ops::Range;

use super::phrase::{self, Match};
use crate::draft::ir::{Column, Role, Table};
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::{Kind, dates, number, range, share};

/// Longest clause that is looked at, in tokens; what is longer is no sentence.
const LONGEST: usize = 400;

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
}

/// A clause of a scene.
pub struct View<'s, 'p> {
    /// The scene.
    pub scene: &'s Scene<'p>,
    /// The clause.
    pub clause: Range<usize>,
    mentions: OnceCell<Vec<(Place, Range<usize>)>>,
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
        Self { scene, clause: clause.start.min(end)..end, mentions: OnceCell::new() }
    }

    /// The first place that one of some patterns fits, see [`phrase`].
    pub fn find(&self, patterns: &[&str]) -> Option<Match> {
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
        let range = found.value;
        let (min, max) = (range.min.as_ref().map(Num::of), range.max.as_ref().map(Num::of));
        Some((Span { min, max, unit: range.unit, is_money: range.is_money.is_some() }, found.end))
    }

    /// A length of time at a token, as `30d`, and the token behind it.
    pub fn length_at(&self, at: usize) -> Option<(String, usize)> {
        let found = dates::duration(self.scene.text, at)?;
        self.within(found.end)?;
        Some((found.value.to_string(), found.end))
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
        let two = (at + 2 <= self.clause.end && names::is_content(self.norm(at + 1)))
            .then(|| self.scene.find_table(&self.scene.words(at..at + 2)))
            .flatten();
        match two {
            Some(table) if self.scene.table_word(at).is_none_or(|single| single == table) => Some((table, at + 2)),
            _ => self.scene.table_word(at).map(|table| (table, at + 1)),
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

    /// The columns that the clause names, in order. A word that names a table is no mention of that table's key.
    pub fn mentions(&self) -> &[(Place, Range<usize>)] {
        self.mentions.get_or_init(|| {
            let mut found = self.scene.mentions(self.clause.clone());
            found.retain(|(place, tokens)| !self.is_table_rather(place, tokens));
            found
        })
    }

    fn is_table_rather(&self, place: &Place, tokens: &Range<usize>) -> bool {
        let words = self.scene.words(tokens.clone());
        let is_key = self.scene.column(place).is_some_and(|column| column.role != Role::Attribute);
        let exact = names::column_score(&names::key(&words), &place.column) == 100;
        !exact && is_key && self.scene.find_table(&words).is_some()
    }

    /// The column that stands last before a token.
    pub fn column_before(&self, at: usize) -> Option<Place> {
        self.mentions().iter().rev().find(|(_, tokens)| tokens.end <= at).map(|(place, _)| place.clone())
    }

    /// The column that stands first at or behind a token.
    pub fn column_from(&self, at: usize) -> Option<Place> {
        self.mentions().iter().find(|(_, tokens)| tokens.start >= at).map(|(place, _)| place.clone())
    }

    /// What some tokens are said of: the column before them, else the one spoken of, else the one behind them.
    pub fn subject(&self, tokens: &Range<usize>) -> Option<Place> {
        self.column_before(tokens.start).or_else(|| self.scene.place()).or_else(|| self.column_from(tokens.end))
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
    pub fn tables(&self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for table in self.clause.clone().filter_map(|at| self.scene.table_word(at)) {
            if !found.contains(&table) {
                found.push(table);
            }
        }
        found
    }

    /// The first token of the clause that is one of some words and has not been understood.
    pub fn word(&self, words: &[&str]) -> Option<usize> {
        self.clause.clone().find(|at| words.contains(&self.norm(*at)) && !self.scene.is_claimed(*at))
    }

    /// Whether the clause has one of some words.
    pub fn has(&self, words: &[&str]) -> bool {
        self.clause.clone().any(|at| words.contains(&self.norm(at)))
    }

    /// The share of the clause that nobody has understood, nearest to a token.
    pub fn share_near(&self, at: usize) -> Option<(f64, Range<usize>)> {
        let found = |start: usize| self.share_at(start).map(|(rate, end)| (rate, start..end));
        let mut shares: Vec<(f64, Range<usize>)> = Vec::new();
        for start in self.clause.clone() {
            if shares.last().is_some_and(|(_, tokens)| start < tokens.end) {
                continue;
            }
            shares.extend(found(start).filter(|(_, tokens)| self.scene.is_free(tokens.clone())));
        }
        shares.into_iter().min_by_key(|(_, tokens)| tokens.start.abs_diff(at))
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
