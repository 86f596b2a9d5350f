//! Prose -> the facts that a draft must use or name: numbers, shares, dates, quoted texts, items of enumerations.

use std::ops::Range;

use crate::draft::text::dates::{self, Date};
use crate::draft::text::{Kind, Text, list, number, range, share};

/// What a fact is.
#[derive(Debug, Clone, PartialEq)]
pub enum FactKind {
    /// A number.
    Number {
        /// Its value.
        value: f64,
        /// Whether the neighbouring whole number says the same: "more than 3" is 4 and more.
        is_excluded: bool,
        /// The length of time that it says with its unit, in seconds.
        seconds: Option<i64>,
    },
    /// A part of a whole, from 0 to 1.
    Share(f64),
    /// Days, the first and the last; none for what counts from today.
    Dates(Option<(Date, Date)>),
    /// A text in quotes, or a sign such as `INV/2023/0042`.
    Literal(String),
    /// An item of an enumeration of alternatives.
    Item(String),
}

impl FactKind {
    /// What it is, in words.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Number { .. } => "a number",
            Self::Share(_) => "a share",
            Self::Dates(_) => "a time",
            Self::Literal(_) => "a text",
            Self::Item(_) => "a value",
        }
    }
}

/// A fact and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is.
    pub kind: FactKind,
    /// Its bytes in the prose.
    pub bytes: Range<usize>,
    /// Its words.
    pub words: String,
}

impl Fact {
    /// Its words as messages show them.
    pub fn quoted(&self) -> String {
        format!("`{}`", self.words.trim_matches('`'))
    }
}

/// The day that relative times count from while facts are read; their days are not compared.
const ANY_DAY: &str = "2026-01-01";

/// The facts of a prose, in order.
///
/// Items are those of enumerations with weights, "or", slashes or pipes: "name, email and phone" are names of columns, which drafts
/// write in words of their own. The word "one", and numbers of lists' lines and headings, are no facts.
pub fn facts(prose: &str) -> Vec<Fact> {
    let text = Text::new(prose);
    let mut reader = Reader { text: &text, facts: Vec::new(), items_to: 0, excluded_to: 0 };
    let mut at = 0;
    while at < text.tokens.len() {
        at = reader.read(at).max(at + 1);
    }
    reader.facts.sort_by_key(|fact| fact.bytes.start);
    reader.facts.dedup_by(|later, first| later.bytes == first.bytes);
    reader.facts
}

struct Reader<'t> {
    text: &'t Text<'t>,
    facts: Vec<Fact>,
    /// Lists before this token have been read.
    items_to: usize,
    /// Numbers before this token are bounds that are out.
    excluded_to: usize,
}

impl Reader<'_> {
    fn push(&mut self, tokens: Range<usize>, kind: FactKind) -> usize {
        let (bytes, end) = (self.text.bytes(tokens.clone()), tokens.end);
        self.facts.push(Fact { kind, words: self.text.prose[bytes.clone()].to_owned(), bytes });
        end
    }

    /// Reads what begins at a token; gives the token behind it.
    fn read(&mut self, at: usize) -> usize {
        let text = self.text;
        let Some(token) = text.get(at) else { return at };
        if matches!(token.kind, Kind::Bullet | Kind::Break) {
            return at + 1;
        }
        if at >= self.items_to {
            self.items(at);
        }
        if token.kind == Kind::Quoted {
            return self.push(at..at + 1, FactKind::Literal(token.norm.clone()));
        }
        if is_sign(text, at) {
            let literal = text.quote(at..at + 1).to_owned();
            return self.push(at..at + 1, FactKind::Literal(literal));
        }
        if let Some(found) = dates::window(text, at, ANY_DAY) {
            let day = |text: &str| Date::parse(text);
            let (first, last) = (day(&found.value.from), day(&found.value.last));
            let days = last.filter(|_| !found.value.is_relative).map(|last| (first.unwrap_or(last), last));
            return self.push(at..found.end, FactKind::Dates(days));
        }
        self.quantity(at)
    }

    fn quantity(&mut self, at: usize) -> usize {
        let text = self.text;
        if let Some(found) =
            dates::date(text, at).filter(|found| found.end > at + 1 || !found.value.first.eq(&found.value.last))
        {
            // A year alone may be any number.
            if dates::date(text, at).is_some_and(|found| found.end > at + 1) || number::number(text, at).is_none() {
                return self.push(at..found.end, FactKind::Dates(Some((found.value.first, found.value.last))));
            }
        }
        if let Some(found) = dates::date(text, at).filter(|found| found.value.is_day()) {
            return self.push(at..found.end, FactKind::Dates(Some((found.value.first, found.value.last))));
        }
        if let Some(found) = share::share(text, at) {
            return self.push(at..found.end, FactKind::Share(found.value.rate));
        }
        if let Some(found) = range::range(text, at).filter(|found| found.value.min_excluded || found.value.max_excluded)
        {
            self.excluded_to = self.excluded_to.max(found.end);
        }
        let Some(found) = number::number(text, at) else { return at + 1 };
        // "one of them", "no two alike", "the two" count nothing.
        let is_pronoun =
            found.value.value == 1.0 || (at > 0 && matches!(text.norm(at - 1), "no" | "the" | "these" | "those"));
        if text.kind(at) == Some(Kind::Word) && found.value.value <= 2.0 && is_pronoun {
            return at + 1;
        }
        let length = dates::duration(text, at).filter(|length| length.end > found.end || !found.value.unit.is_empty());
        let kind = FactKind::Number {
            value: found.value.value,
            is_excluded: at < self.excluded_to,
            seconds: length.map(|length| length.value.seconds),
        };
        self.push(at..found.end, kind)
    }

    /// The items of an enumeration of alternatives that begins here.
    fn items(&mut self, at: usize) {
        let Some(found) = list::list(self.text, at) else { return };
        self.items_to = found.end;
        // One share beside other words is a sentence: "60% go by road"; a row of a table is no enumeration.
        let is_weighed = found.value.iter().filter(|item| item.weight.is_some() && !item.is_assumed).count() > 1;
        let is_row = at > 0 && self.text.is_mark(at - 1, "|");
        let says_or = (at..found.end).any(|at| match self.text.norm(at) {
            "or" | "oder" | "ou" | "oppure" => true,
            "/" => self.text.is_glued(at) && self.text.is_glued(at + 1),
            "|" => !is_row,
            _ => false,
        });
        if !is_weighed && !says_or {
            return;
        }
        for item in &found.value {
            let words = item.text(self.text).to_owned();
            let is_number = number::number(self.text, item.tokens.start).is_some();
            let is_quoted = self.text.kind(item.tokens.start) == Some(Kind::Quoted);
            // The first item may have taken words before it along, and the last one words behind it: only short ones are sure.
            if !is_number && !is_quoted && item.tokens.len() == 1 && words.chars().count() > 1 {
                self.push(item.tokens.clone(), FactKind::Item(words));
            }
        }
    }
}

/// A sign with digits: `INV/2023/0042`, `AB-1234`.
fn is_sign(text: &Text<'_>, at: usize) -> bool {
    text.get(at).is_some_and(|token| {
        let written = &text.prose[token.start..token.end];
        let has = |test: fn(char) -> bool| written.contains(test);
        token.kind == Kind::Word
            && has(|c| c.is_ascii_digit() || c == '#')
            && has(|c| matches!(c, '/' | '-' | '#'))
            && (has(|c| c.is_ascii_uppercase()) || has(|c| c == '#'))
            && !has(|c| matches!(c, '@' | ':'))
            && dates::date(text, at).is_none()
    })
}
