//! Prose -> [`Text`]: tokens with their places, on which the grammars work.

mod tokens;

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters, with inner digits, apostrophes, hyphens and underscores: `follow-up`, `member_id`, `l'étudiant`.
    Word,
    /// Digits with separators and what is glued to them: `2,000`, `12.5`, `20k`, `2024-07-01`, `50%`, `1-3`, `Q3`.
    Number,
    /// A text in quotes or backticks, quotes included.
    Quoted,
    /// One mark: `,` `:` `(` `%` `€`.
    Mark,
    /// The mark, number or letter that begins an item of a list, at the beginning of a line: `-`, `*`, `1.`, `b)`.
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
    /// Its tokens in order.
    pub tokens: Vec<Token>,
}

/// Something read from tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct Found<T> {
    /// What was read.
    pub value: T,
    /// The index of the first token behind it.
    pub end: usize,
}

impl<'p> Text<'p> {
    /// Cuts a prose into tokens.
    pub fn new(prose: &'p str) -> Self {
        Self { prose, tokens: tokens::tokens(prose) }
    }

    /// The token at an index.
    pub fn get(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The normal form of the token at an index; empty behind the end.
    pub fn norm(&self, at: usize) -> &str {
        self.get(at).map_or("", |token| &token.norm)
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
