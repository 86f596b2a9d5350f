//! Expression text -> `sqlparser`'s syntax tree and [`Positions`], which turn its line and column spans into byte ranges. Long and
//! deeply nested texts are refused before they are parsed, so no text can exhaust the stack.

use super::error::ExprError;
use sqlparser::ast::Expr as Ast;
use sqlparser::dialect::{Dialect, Precedence};
use sqlparser::keywords::Keyword;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::{Location, Span, Token, TokenWithSpan, Tokenizer};
use std::ops::Range;

/// Most bytes in an expression's text.
const MAX_BYTES: usize = 100_000;
/// Most operators in one expression: a chain of operators is as deep a tree as it is long.
const MAX_OPERATORS: usize = 500;
/// Deepest nesting of parentheses and `case`s.
const MAX_NESTING: usize = 60;
/// `sqlparser` counts a few levels for each level of nesting.
const PARSER_RECURSION: usize = 400;

/// SQL as PostgreSQL parses it, less its rarer operators: double quotes quote names, `'` quotes strings without escapes.
#[derive(Debug)]
struct SpecDialect;

impl Dialect for SpecDialect {
    fn is_delimited_identifier_start(&self, ch: char) -> bool {
        ch == '"'
    }

    fn identifier_quote_style(&self, _identifier: &str) -> Option<char> {
        Some('"')
    }

    fn is_identifier_start(&self, ch: char) -> bool {
        ch.is_alphabetic() || ch == '_' || !ch.is_ascii()
    }

    fn is_identifier_part(&self, ch: char) -> bool {
        self.is_identifier_start(ch) || ch.is_ascii_digit()
    }

    fn supports_numeric_literal_underscores(&self) -> bool {
        true
    }

    fn supports_nested_comments(&self) -> bool {
        true
    }

    fn allow_extract_custom(&self) -> bool {
        true
    }

    fn allow_extract_single_quotes(&self) -> bool {
        true
    }

    fn get_next_precedence(&self, parser: &Parser) -> Option<Result<u8, ParserError>> {
        match parser.peek_token_ref().token {
            Token::StringConcat => Some(Ok(self.prec_value(Precedence::PgOther))),
            Token::Colon => Some(Ok(self.prec_unknown())),
            _ => None,
        }
    }

    fn prec_value(&self, precedence: Precedence) -> u8 {
        match precedence {
            Precedence::Period => 200,
            Precedence::DoubleColon => 140,
            Precedence::AtTz => 110,
            Precedence::MulDivModOp => 90,
            Precedence::PlusMinus => 80,
            Precedence::Xor => 75,
            Precedence::Ampersand | Precedence::Caret | Precedence::Pipe | Precedence::Colon | Precedence::PgOther => {
                70
            }
            Precedence::Between | Precedence::Like => 60,
            Precedence::Eq => 50,
            Precedence::Is => 40,
            Precedence::UnaryNot => 30,
            Precedence::And => 20,
            Precedence::Or => 10,
        }
    }
}

/// Where the tokens of an expression stand.
#[derive(Debug)]
pub(super) struct Positions {
    text: String,
    length: usize,
    tokens: Vec<(Range<usize>, Bracket)>,
    lines: Vec<Line>,
}

#[derive(Debug)]
struct Line {
    start: usize,
    /// Byte offset of each character, from the line's start.
    columns: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Bracket {
    Open,
    Close,
    None,
}

impl Positions {
    fn new(text: &str, tokens: &[TokenWithSpan]) -> Self {
        let lines = lines(text);
        let mut positions = Self { text: text.to_owned(), length: text.len(), tokens: Vec::new(), lines };
        positions.tokens = tokens
            .iter()
            .filter(|token| !matches!(token.token, Token::Whitespace(_) | Token::EOF))
            .map(|token| (positions.bytes(token.span), Bracket::of(&token.token)))
            .collect();
        positions
    }

    /// Positions in a text of `length` bytes that is not at hand.
    pub(super) fn of(length: usize) -> Self {
        Self { text: String::new(), length, tokens: Vec::new(), lines: Vec::new() }
    }

    /// The byte range of `span`, widened to balanced parentheses (spans of calls end before the closing one). The whole
    /// text where the span is empty.
    pub(super) fn range(&self, span: Span) -> Range<usize> {
        if span.start.line == 0 || span.end.line == 0 {
            return 0..self.length;
        }
        self.balanced(self.bytes(span))
    }

    /// The text of a range.
    pub(super) fn text(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or("")
    }

    /// A range with the parentheses that follow it, as behind the name of a function without arguments.
    pub(super) fn with_call(&self, range: Range<usize>) -> Range<usize> {
        match self.tokens.iter().find(|(token, _)| token.start >= range.end) {
            Some((token, Bracket::Open)) => range.start..self.balanced(token.clone()).end,
            _ => range,
        }
    }

    fn bytes(&self, span: Span) -> Range<usize> {
        self.offset(span.start)..self.offset(span.end)
    }

    fn offset(&self, location: Location) -> usize {
        let Some(line) = self.lines.get((location.line as usize).saturating_sub(1)) else { return self.length };
        let column = (location.column as usize).saturating_sub(1);
        line.columns.get(column).map_or(self.length, |within| line.start + *within as usize)
    }

    fn balanced(&self, range: Range<usize>) -> Range<usize> {
        let mut open = 0usize;
        let mut end = range.end;
        for (token, bracket) in self.tokens.iter().filter(|(token, _)| token.start >= range.start) {
            if token.start >= end && open == 0 {
                break;
            }
            open = match bracket {
                Bracket::Open => open + 1,
                Bracket::Close => open.saturating_sub(1),
                Bracket::None => open,
            };
            end = end.max(token.end);
        }
        range.start..end
    }

    /// The range of the first token at or behind `offset`; the end of the text when there is none.
    fn token_at(&self, offset: usize) -> Range<usize> {
        let found = self.tokens.iter().find(|(token, _)| token.end > offset);
        found.map_or(self.length..self.length, |(token, _)| token.clone())
    }
}

impl Bracket {
    fn of(token: &Token) -> Self {
        match token {
            Token::LParen => Self::Open,
            Token::RParen => Self::Close,
            _ => Self::None,
        }
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split('\n') {
        let ends = [line.len() as u32, line.len() as u32 + 1];
        let columns = line.char_indices().map(|(at, _)| at as u32).chain(ends).collect();
        found.push(Line { start, columns });
        start += line.len() + 1;
    }
    found
}

/// Parses one scalar expression.
///
/// # Errors
///
/// `E0301` for a syntax error, `E0302` for a text beyond the limits on length, operators and nesting.
pub(super) fn parse(text: &str) -> Result<(Ast, Positions), ExprError> {
    if text.len() > MAX_BYTES {
        let message = format!("the expression has {} bytes, more than {MAX_BYTES}", text.len());
        return Err(too_large(0..text.len(), message));
    }
    let tokens = tokenize(text)?;
    let positions = Positions::new(text, &tokens);
    check_size(&tokens, &positions)?;
    let mut parser = Parser::new(&SpecDialect).with_recursion_limit(PARSER_RECURSION);
    parser = parser.with_tokens_with_locations(tokens);
    let ast = parser.parse_expr().map_err(|error| syntax_error(&error, &positions))?;
    match parser.peek_token_ref() {
        token if token.token == Token::EOF => Ok((ast, positions)),
        token => Err(trailing(token, &positions)),
    }
}

fn tokenize(text: &str) -> Result<Vec<TokenWithSpan>, ExprError> {
    let mut tokenizer = Tokenizer::new(&SpecDialect, text);
    tokenizer.tokenize_with_location().map_err(|error| {
        let lines = Positions::new(text, &[]);
        let start = lines.offset(error.location);
        let message = error.message.to_lowercase();
        ExprError::new("E0301", start..text.len(), message).label("from here")
    })
}

fn too_large(range: Range<usize>, message: String) -> ExprError {
    ExprError::new("E0302", range, message).help("split the expression over hidden columns (`_name`)")
}

fn check_size(tokens: &[TokenWithSpan], positions: &Positions) -> Result<(), ExprError> {
    let (mut operators, mut nesting) = (0, 0usize);
    for token in tokens {
        match &token.token {
            Token::LParen | Token::LBracket => nesting += 1,
            Token::RParen | Token::RBracket => nesting = nesting.saturating_sub(1),
            Token::Word(word) if word.keyword == Keyword::CASE => nesting += 1,
            Token::Word(word) if word.keyword == Keyword::END => nesting = nesting.saturating_sub(1),
            token if is_operator(token) => operators += 1,
            _ => {}
        }
        if nesting > MAX_NESTING {
            let message = format!("parentheses and `case`s are nested more than {MAX_NESTING} deep");
            return Err(too_large(positions.bytes(token.span), message));
        }
        if operators > MAX_OPERATORS {
            let message = format!("the expression has more than {MAX_OPERATORS} operators");
            return Err(too_large(positions.bytes(token.span), message));
        }
    }
    Ok(())
}

/// Whether a token can make the syntax tree one level deeper. Names, literals, commas and parentheses cannot.
fn is_operator(token: &Token) -> bool {
    match token {
        Token::Word(word) => matches!(
            word.keyword,
            Keyword::AND
                | Keyword::OR
                | Keyword::NOT
                | Keyword::IS
                | Keyword::IN
                | Keyword::LIKE
                | Keyword::ILIKE
                | Keyword::BETWEEN
                | Keyword::INTERVAL
                | Keyword::AT
                | Keyword::COLLATE
                | Keyword::DIV
                | Keyword::XOR
        ),
        Token::Whitespace(_) | Token::Number(..) | Token::SingleQuotedString(_) | Token::Comma => false,
        Token::Period | Token::LParen | Token::RParen | Token::EOF => false,
        _ => true,
    }
}

fn trailing(token: &TokenWithSpan, positions: &Positions) -> ExprError {
    let range = positions.bytes(token.span);
    let found = &token.token;
    let message = format!("the expression should end before `{found}`");
    ExprError::new("E0301", range, message)
        .help("an operator, a comma or a closing parenthesis may be missing before it")
}

fn syntax_error(error: &ParserError, positions: &Positions) -> ExprError {
    let text = match error {
        ParserError::RecursionLimitExceeded => {
            return too_large(0..positions.length, "the expression is nested too deeply".to_owned());
        }
        ParserError::TokenizerError(text) | ParserError::ParserError(text) => text,
    };
    let (message, location) = split_location(text);
    let at = location.map_or(positions.length, |location| positions.offset(location));
    let range = positions.token_at(at);
    let message = message.replace("EOF", "the end");
    let message = match message.split_once(", found: ") {
        Some((expected, "the end")) => format!("{}, found the end of the expression", lower_first(expected)),
        Some((expected, found)) => format!("{}, found `{found}`", lower_first(expected)),
        None => lower_first(&message),
    };
    let help = if message.ends_with("the end of the expression") { END_HELP } else { SYNTAX_HELP };
    ExprError::new("E0301", range, message.replace("expected: ", "expected ")).help(help)
}

const END_HELP: &str = "complete it, or remove the operator or word that it ends with";

const SYNTAX_HELP: &str =
    "names that are SQL keywords or have blanks are written in double quotes, strings in single quotes";

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// Parts "... at Line: 1, Column: 5" into the message and the place.
fn split_location(text: &str) -> (String, Option<Location>) {
    let Some((message, place)) = text.rsplit_once(" at Line: ") else { return (text.to_owned(), None) };
    let numbers = place.split_once(", Column: ").map(|(line, column)| (line.parse(), column.parse()));
    match numbers {
        Some((Ok(line), Ok(column))) => (message.to_owned(), Some(Location::new(line, column))),
        _ => (text.to_owned(), None),
    }
}
