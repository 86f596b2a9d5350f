//! What has been read so far: the draft, what is spoken of, and which words have been understood.
//!
//! A [`Reader`] gets the scene and a clause (a range of token indices). It changes [`Scene::ir`] and gives the tokens that it
//! has understood, or leaves everything alone and gives `None`. It is called again on the same clause until it claims
//! nothing new; a second answer that claims nothing new is undone. So a reader looks only at tokens that are not
//! [`Scene::is_claimed`] for its *trigger* ("10% missing"), and may look at claimed ones for what it is about ("phone").
//!
//! When readers run, all tables, columns and relationships of the whole description are in [`Scene::ir`], archetypes
//! included, so that a clause may speak of a column that is named later. [`Scene::focus`] is what "it", "they" and a clause
//! without a subject mean: in an item of a column list ("age between 18 and 90") it is that column, and the clause is the
//! whole item with its name.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::draft::ir::{Assumption, Column, Ir, NotExpressible, Question, Table};
use crate::draft::text::language::{self, Language};
use crate::draft::text::{Kind, Text, Token};

use super::clauses::Patterns;
use super::form::{self, Form};
use super::index::{Index, Indexes};
use super::names;
use super::nouns::Nouns;
use super::tracked::Tracked;
use super::words::{self, Doing};

/// Reads a clause into the draft: the tokens understood, or `None` with nothing changed.
pub type Reader = fn(&mut Scene<'_>, Range<usize>) -> Option<Range<usize>>;

/// What a clause is about when it does not say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Focus {
    /// Name of the table last spoken of.
    pub table: Option<String>,
    /// Name of the column of it last spoken of; always set in an item of a column list.
    pub column: Option<String>,
}

/// A column by the names of its table and of itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The table's name.
    pub table: String,
    /// The column's name.
    pub column: String,
}

/// Stretches of up to so many tokens are remembered with their forms.
const SPAN: usize = 4;

/// Forms of stretches of tokens, by the first of them and by their number. Copies of a scene share them.
type Spans = Rc<OnceCell<Box<[[OnceCell<Rc<Form>>; SPAN]]>>>;

/// Everything read so far.
#[derive(Debug, Clone)]
pub struct Scene<'p> {
    /// The description. A reference: copy it out (`let text = scene.text;`) to read while the scene is changed.
    pub text: &'p Text<'p>,
    /// The draft.
    pub ir: Tracked<Ir>,
    /// The day that "today" means, `2026-01-31`.
    pub today: String,
    /// The language of most of its words.
    pub language: Language,
    /// What is spoken of.
    pub focus: Focus,
    /// Contradictions, with places in the prose.
    pub findings: Diagnostics,
    /// What has been said of columns, such as `min` or `null`: the value and where, so that what contradicts it is found.
    pub said: BTreeMap<(Place, &'static str), (String, Range<usize>)>,
    /// Other words for tables: key of the words ([`names::key`]) -> the table's name.
    pub aliases: Tracked<BTreeMap<String, String>>,
    /// What the whole description says of its nouns.
    pub nouns: Nouns,
    /// Nouns, in the singular, that only tell rows apart: the students of `half are students`.
    pub kinds: Vec<String>,
    /// Words of requests, in the singular, that are things of the world in this description: `sample`, `field`.
    pub things: Vec<&'static str>,
    /// The names of the draft.
    indexes: Indexes,
    /// The patterns that clauses have been held against.
    pub patterns: Patterns,
    spans: Spans,
    /// What the words do, each looked up once. Copies of a scene share it.
    doings: Rc<OnceCell<Box<[Doing]>>>,
    claimed: Vec<bool>,
    claims: usize,
    laid: Vec<bool>,
    taken: Vec<bool>,
}

impl<'p> Scene<'p> {
    /// Nothing read yet.
    pub fn new(text: &'p Text<'p>, today: &str) -> Self {
        Self {
            text,
            ir: Tracked::new(Ir::default()),
            today: today.to_owned(),
            language: language::of(text),
            focus: Focus::default(),
            findings: Diagnostics::new(),
            said: BTreeMap::new(),
            aliases: Tracked::new(BTreeMap::new()),
            nouns: Nouns::default(),
            kinds: Vec::new(),
            things: Vec::new(),
            indexes: Indexes::default(),
            spans: Spans::default(),
            doings: Rc::default(),
            patterns: Patterns::default(),
            claimed: vec![false; text.tokens.len()],
            claims: 0,
            laid: Vec::new(),
            taken: Vec::new(),
        }
    }

    /// Marks tokens as understood.
    pub fn claim(&mut self, tokens: Range<usize>) {
        let end = tokens.end.min(self.claimed.len());
        let claimed = &mut self.claimed[tokens.start.min(end)..end];
        self.claims += claimed.iter().filter(|claimed| !**claimed).count();
        claimed.fill(true);
    }

    /// Whether a token has been understood.
    pub fn is_claimed(&self, at: usize) -> bool {
        self.claimed.get(at).copied().unwrap_or(false)
    }

    /// Notes that all that has been understood so far was laid out rather than told.
    pub fn lay(&mut self) {
        self.laid.clone_from(&self.claimed);
    }

    /// Whether a token belongs to a part that is laid out, such as a signature.
    pub fn is_laid(&self, at: usize) -> bool {
        self.laid.get(at).copied().unwrap_or(false)
    }

    /// Marks tokens as understood as a whole, so that the scan of their sentence passes over them.
    pub fn take(&mut self, tokens: Range<usize>) {
        self.claim(tokens.clone());
        self.taken.resize(self.claimed.len(), false);
        let end = tokens.end.min(self.taken.len());
        self.taken[tokens.start.min(end)..end].fill(true);
    }

    /// Lets the scan of their sentence pass over tokens that have been read by themselves; the readers still see them.
    pub fn pass_over(&mut self, tokens: Range<usize>) {
        self.taken.resize(self.claimed.len(), false);
        let end = tokens.end.min(self.taken.len());
        self.taken[tokens.start.min(end)..end].fill(true);
    }

    /// Whether a token belongs to words that have been understood as a whole.
    pub fn is_taken(&self, at: usize) -> bool {
        self.taken.get(at).copied().unwrap_or(false)
    }

    /// Whether none of some tokens has been understood.
    pub fn is_free(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().all(|at| !self.is_claimed(at))
    }

    /// How many tokens have been understood.
    pub fn claims(&self) -> usize {
        self.claims
    }

    /// The words of some tokens, verbatim: the evidence of what they brought about.
    pub fn quote(&self, tokens: Range<usize>) -> String {
        self.text.quote(tokens).to_owned()
    }

    /// The normal forms of some tokens, with a space between: `date of birth`.
    pub fn words(&self, tokens: Range<usize>) -> String {
        tokens.map(|at| self.text.norm(at)).collect::<Vec<_>>().join(" ")
    }

    /// The table spoken of.
    pub fn table(&self) -> Option<&Table> {
        self.ir.table(self.focus.table.as_deref()?)
    }

    /// The column spoken of.
    pub fn place(&self) -> Option<Place> {
        let (table, column) = (self.focus.table.clone()?, self.focus.column.clone()?);
        self.ir.table(&table)?.column(&column)?;
        Some(Place { table, column })
    }

    /// A column.
    pub fn column(&self, place: &Place) -> Option<&Column> {
        self.ir.table(&place.table)?.column(&place.column)
    }

    /// A column, to be changed. A column with branches is its first one.
    pub fn column_mut(&mut self, place: &Place) -> Option<&mut Column> {
        self.ir.table_mut(&place.table)?.column_mut(&place.column)
    }

    /// Adds the words of some tokens to the evidence of a column.
    pub fn prove(&mut self, place: &Place, tokens: Range<usize>) {
        let quote = self.quote(tokens);
        if let Some(column) = self.column_mut(place)
            && !column.evidence.contains(&quote)
        {
            column.evidence.push(quote);
        }
    }

    /// Notes a choice that was not said, once.
    pub fn assume(&mut self, path: impl Into<String>, text: impl Into<String>, chosen: impl Into<String>) {
        let (path, text, chosen) = (path.into(), text.into(), chosen.into());
        if self.ir.assumptions.iter().any(|known| known.path == path && known.text == text) {
            return;
        }
        let id = format!("a{}", self.ir.assumptions.len() + 1);
        self.ir.assumptions.push(Assumption { id, path, text, chosen });
    }

    /// Asks a question (at most five; of the same path the first one stays). `path` as [`Question::path`] says.
    pub fn ask(
        &mut self,
        path: impl Into<String>,
        text: impl Into<String>,
        options: &[&str],
        default: impl Into<String>,
    ) {
        let path = path.into();
        let known = &self.ir.questions;
        if known.len() == 5 || known.iter().any(|question| question.path == path) {
            return;
        }
        let id = format!("q{}", known.len() + 1);
        let options = options.iter().map(|option| (*option).to_owned()).collect();
        self.ir.questions.push(Question { id, path, text: text.into(), options, default: default.into() });
    }

    /// Notes something said that a spec cannot say, and claims it.
    pub fn cannot(&mut self, tokens: Range<usize>, text: impl Into<String>) {
        let (evidence, text) = (self.quote(tokens.clone()), text.into());
        self.claim(tokens);
        if !self.ir.not_expressible.iter().any(|known| known.evidence == evidence) {
            self.ir.not_expressible.push(NotExpressible { text, evidence });
        }
    }

    /// Refuses a contradiction of some tokens, which are claimed.
    pub fn refuse(&mut self, tokens: Range<usize>, label: &str, finding: Diagnostic) {
        let span = self.span(tokens.clone());
        self.claim(tokens);
        self.findings.push(finding.at(span, label));
    }

    /// The place of some tokens in the prose.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let bytes = self.text.bytes(tokens);
        Span::new(bytes.start, bytes.end)
    }

    /// The names of the draft as it is.
    pub fn index(&self) -> Rc<Index> {
        self.indexes.of(&self.ir, &self.aliases)
    }

    /// What the word at a token does in sentences; nothing where there is no word.
    pub fn doing(&self, at: usize) -> Doing {
        let all = self.doings.get_or_init(|| {
            let doing = |token: &Token| match token.kind {
                Kind::Word => words::doing(self.language, &token.norm),
                _ => Doing::default(),
            };
            self.text.tokens.iter().map(doing).collect()
        });
        all.get(at).copied().unwrap_or_default()
    }

    /// The form of some tokens, at most [`SPAN`] of them.
    pub fn form(&self, tokens: Range<usize>) -> Rc<Form> {
        let all = self.spans.get_or_init(|| vec![Default::default(); self.text.tokens.len()].into());
        let make = || form::of_key(&names::key(&self.words(tokens.clone())));
        let length = tokens.len().wrapping_sub(1);
        match all.get(tokens.start).and_then(|spans| spans.get(length)) {
            Some(known) => Rc::clone(known.get_or_init(make)),
            None => make(),
        }
    }

    /// The table that some words name: exact, singular or plural, by alias, by head noun, misspelt.
    pub fn find_table(&self, words: &str) -> Option<String> {
        self.find_table_of(words, &form::of_key(&names::key(words)))
    }

    fn find_table_of(&self, words: &str, wanted: &Form) -> Option<String> {
        if let Some(table) = self.aliases.get(&wanted.key) {
            return Some(table.clone());
        }
        let mut best: Option<(u32, String)> = None;
        for table in &self.index().tables {
            let score = form::of_table(wanted, &table.form);
            if score > best.as_ref().map_or(0, |(most, _)| *most) {
                best = Some((score, table.form.name.clone()));
            }
        }
        let (score, found) = best?;
        let is_other = score < 80 && self.language != Language::En && super::lex::is_table_noun(words, self.language);
        (!is_other).then_some(found)
    }

    /// The column that some words name, in the focused table first, then in the others in order.
    pub fn find_column(&self, words: &str) -> Option<Place> {
        self.find_column_of(&form::of_key(&names::key(words)))
    }

    fn find_column_of(&self, wanted: &Form) -> Option<Place> {
        let focused = self.table().into_iter();
        let others = self.ir.tables.iter().filter(|table| Some(&table.name) != self.focus.table.as_ref());
        let mut best: Option<(u32, Place)> = None;
        for table in focused.chain(others) {
            let Some((score, column)) = best_column(table, wanted) else { continue };
            if best.as_ref().is_none_or(|(most, _)| score > *most) {
                best = Some((score, Place { table: table.name.clone(), column: column.to_owned() }));
            }
        }
        best.map(|(_, place)| place)
    }

    /// The column of one table that some words name, with how well they do (100: exactly).
    pub fn find_column_in<'t>(&self, table: &'t Table, words: &str) -> Option<(u32, &'t str)> {
        best_column(table, &form::of_key(&names::key(words)))
    }

    /// Columns that a stretch of tokens names, in order, the longest names first: `the order's total` is one.
    pub fn mentions(&self, tokens: Range<usize>) -> Vec<(Place, Range<usize>)> {
        let mut found = Vec::new();
        let mut at = tokens.start;
        let mut owner: Option<(String, usize)> = None;
        while at < tokens.end {
            let longest = (1..=4.min(tokens.end - at)).rev().find_map(|length| self.mention(at..at + length, &owner));
            match longest {
                Some((place, range)) => {
                    at = range.end;
                    found.push((place, range));
                }
                None => {
                    owner = self.table_word(at).map(|table| (table, at + 1)).or(owner.filter(|(_, end)| at < end + 2));
                    at += 1;
                }
            }
        }
        found
    }

    /// The first column that a stretch of tokens names, else the focused one.
    pub fn subject(&self, tokens: Range<usize>) -> Option<Place> {
        self.mentions(tokens).into_iter().next().map(|(place, _)| place).or_else(|| self.place())
    }

    fn mention(&self, tokens: Range<usize>, owner: &Option<(String, usize)>) -> Option<(Place, Range<usize>)> {
        let (first, last) = (self.text.norm(tokens.start), self.text.norm(tokens.end - 1));
        if !names::is_content(first) || !names::is_content(last) {
            return None;
        }
        let is_name = |at: usize| {
            names::is_content(self.text.norm(at)) || matches!(self.text.norm(at), "of" | "the" | "de" | "del" | "di")
        };
        if !tokens.clone().all(is_name) {
            return None;
        }
        let wanted = self.form(tokens.clone());
        let owned = owner.as_ref().and_then(|(table, _)| {
            let (_, column) = best_column(self.ir.table(table)?, &wanted)?;
            Some(Place { table: table.clone(), column: column.to_owned() })
        });
        let place = owned.or_else(|| self.find_column_of(&wanted))?;
        Some((place, tokens))
    }

    /// The table that one token names.
    pub fn table_word(&self, at: usize) -> Option<String> {
        let word = self.text.norm(at);
        let word = word.strip_suffix("'s").unwrap_or(word).trim_end_matches('\'');
        let look = || if names::is_content(word) { self.find_table(word) } else { None };
        self.index().table_word(at, self.text.tokens.len(), look)
    }
}

/// The column of a table that some words name, with how well they do; of equals the first.
fn best_column<'t>(table: &'t Table, wanted: &Form) -> Option<(u32, &'t str)> {
    let mut best: Option<(u32, &str)> = None;
    for column in &table.columns {
        let score = form::of_column(wanted, &form::of_name(&column.name));
        if score > best.map_or(0, |(most, _)| most) {
            best = Some((score, &column.name));
        }
    }
    best
}
