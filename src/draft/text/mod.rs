//! Prose -> [`Text`]: tokens with their places, on which the grammars work.
//!
//! | file | tokens -> what |
//! |---|---|
//! | [`mod@number`] | "20k", "half a million", "zweitausend" -> an exact number; "a few" -> a vague one |
//! | [`mod@share`] | "10%", "a tenth", "one in five" -> a rate |
//! | [`mod@subset`] | "12 of them", "30 of whom" -> so many of how many |
//! | [`mod@range`] | "from 16 to 67", "at most 12.5 kg", "$5-$20" -> bounds with their unit |
//! | [`dates`] | days, windows, grids, lengths of time |
//! | [`mod@list`] | "60% a, 30% b and 10% c" -> its items with their weights |
//! | [`example`] | `INV/2023/0042` -> a regular expression |
//! | [`language`] | which of six languages it is |
//!
//! A grammar is a function of a text and the index of a token: it reads what *begins* at that token, articles and
//! approximations ("about 20") included, and gives the index behind it. The words of the text's own language are known, and
//! those of English in every text.

mod fold;
mod memo;
mod phrases;
mod tokens;

pub mod dates;
pub mod example;
pub mod language;
pub mod list;
pub mod number;
pub mod range;
pub mod share;
pub mod subset;
pub mod unit;

use std::borrow::Cow;
use std::ops::Range;

pub use fold::fold;
pub use language::Language;
pub use phrases::Phrases;
pub use tokens::plain_char;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner digits, apostrophes, hyphens and underscores: `follow-up`, `member_id`, `l'étudiant`, `Q3`; also a
    /// sign (`INV/2023/0042`), an address, a URL.
    Word,
    /// Digits with separators and what is glued to them: `2,000`, `12.5`, `20k`, `2024-07-01`, `50%`, `12:30`. A range is three tokens.
    Number,
    /// A text in quotes or backticks, quotes included.
    Quoted,
    /// One mark: `,` `:` `(` `€` `>=` `...`.
    Mark,
    /// The mark, number or letter that begins an item of a list, at the beginning of a line: `-` (for every dot and dash), `1.`,
    /// `b)`; `#` and `##` for headings, `>` for a quotation.
    Bullet,
    /// A line end; [`Token::norm`] is `\n` for one, `\n\n` for an empty line between.
    Break,
}

/// A token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the prose.
    pub start: usize,
    /// The byte behind it.
    pub end: usize,
    /// Its text in lower case, with plain quotes and hyphens; of a [`Kind::Quoted`] one the text inside, as it was.
    pub norm: String,
}

/// A prose and its tokens.
#[derive(Debug, Clone)]
pub struct Text<'p> {
    /// The prose.
    pub prose: &'p str,
    /// Its tokens in order; [`Text::change`] is for those who change them.
    pub tokens: Vec<Token>,
    /// Its language.
    pub language: Language,
    memo: memo::Memo,
}

/// Something read from tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// What was read.
    pub value: T,
    /// The index of the first token behind it.
    pub end: usize,
}

impl<T> Found<T> {
    /// The same tokens with another value.
    pub fn map<U>(self, with: impl FnOnce(T) -> U) -> Found<U> {
        Found { value: with(self.value), end: self.end }
    }
}

impl<'p> Text<'p> {
    /// Cuts a prose into tokens and finds its language.
    pub fn new(prose: &'p str) -> Self {
        let text = Self::of(prose, tokens::tokens(prose), Language::En);
        let language = language::of(&text);
        text.in_language(language)
    }

    /// Tokens of a prose in a language.
    pub fn of(prose: &'p str, tokens: Vec<Token>, language: Language) -> Self {
        Self { prose, tokens, language, memo: memo::Memo::default() }
    }

    /// The same prose, read as one of a language.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        Self { language, memo: memo::Memo::default(), ..self }
    }

    /// The tokens, to be changed.
    pub fn change(&mut self) -> &mut Vec<Token> {
        self.memo = memo::Memo::default();
        &mut self.tokens
    }

    /// The token at an index.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The kind of the token at an index.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.get(at).map(|token| token.kind)
    }

    /// The normal form of the token at an index; empty behind the end.
    pub fn norm(&self, at: usize) -> &str {
        self.get(at).map_or("", |token| &token.norm)
    }

    /// The name of a file of data at an index, in small letters and without its ending, and the ending.
    pub fn file(&self, at: usize) -> Option<(String, &'static str)> {
        let token = self.get(at)?;
        let name = match token.kind {
            Kind::Word => self.quote(at..at + 1).to_lowercase(),
            Kind::Quoted => token.norm.clone(),
            _ => return None,
        };
        tokens::file_name(&name).map(|(stem, ending)| (stem.to_owned(), ending))
    }

    /// The normal form without the marks of its letters; empty for what is quoted and behind the end.
    pub fn plain(&self, at: usize) -> Cow<'_, str> {
        match self.get(at) {
            Some(token) if token.kind != Kind::Quoted => fold(&token.norm),
            _ => Cow::Borrowed(""),
        }
    }

    /// Whether the token at an index is a mark.
    pub fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.get(at).is_some_and(|token| token.kind == Kind::Mark && token.norm == mark)
    }

    /// Whether nothing stands between a token and the one before it.
    pub fn is_glued(&self, at: usize) -> bool {
        at > 0 && matches!((self.get(at - 1), self.get(at)), (Some(before), Some(token)) if before.end == token.start)
    }

    /// The prose of some tokens, verbatim.
    pub fn quote(&self, tokens: Range<usize>) -> &'p str {
        let bytes = self.bytes(tokens);
        &self.prose[bytes]
    }

    /// The bytes of some tokens in the prose.
    pub fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        match self.tokens.get(tokens).unwrap_or(&[]) {
            [] => 0..0,
            [only] => only.start..only.end,
            [first, .., last] => first.start..last.end,
        }
    }
}
