//! Tokens -> headings, sentences and items of lists.

use std::ops::Range;

use super::{lex, names, words};
use crate::draft::text::{Kind, Text};

/// What a piece of a description is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A heading: `## Customers`.
    Heading,
    /// A sentence, or a line on its own.
    Sentence,
    /// An item of a list, without its bullet, or a line that stands under a line ending in a colon.
    Item,
}

/// A piece of a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub form: Form,
    /// Bytes before it on its line.
    pub indent: usize,
    /// Whether it ends in a colon, which is not among its tokens.
    pub is_lead: bool,
    /// How deep a heading is: 1 for that of the whole; 0 for what is none.
    pub level: usize,
}

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "e.g", "i.e", "etc", "approx", "nr", "ca", "z.b", "vs", "incl", "max", "min", "no", "mr", "mrs", "dr", "st", "avg",
    "ej", "bzw", "inkl",
];

/// Lines longer than this are taken for wrapped text, which goes on in the next line.
const WRAPPED: usize = 56;

struct Line {
    tokens: Range<usize>,
    indent: usize,
    is_item: bool,
    is_heading: bool,
    level: usize,
    after_gap: bool,
}

/// The pieces of a text in order.
pub fn pieces(text: &Text<'_>) -> Vec<Piece> {
    let lines = titled(text, underlined(text, lines(text)));
    let mut found: Vec<Piece> = Vec::new();
    // One alone is the title of the whole, which is told in one paragraph.
    let are_labelled = lines.iter().filter(|line| label(text, line, &line.tokens).is_some()).nth(1).is_some();
    let mut at = 0;
    while at < lines.len() {
        let mut end = at + 1;
        while end < lines.len() && goes_on(text, &lines[end - 1], &lines[end]) {
            end += 1;
        }
        let tokens = lines[at].tokens.start..lines[end - 1].tokens.end;
        let dot = if are_labelled { label(text, &lines[at], &tokens) } else { None };
        push(text, &lines[at], tokens, dot, &mut found);
        if let (Some(next), Some(last)) = (lines.get(end), found.last_mut()) {
            last.is_lead |= opens(text, &lines[at], &lines[end - 1], next);
        }
        at = end;
    }
    found
}

/// Lines above a line of `===` or `---` are headings.
fn underlined(text: &Text<'_>, lines: Vec<Line>) -> Vec<Line> {
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let mark = text.norm(line.tokens.start);
        let is_rule = line.tokens.len() == 1 && matches!(mark, "===" | "---");
        if is_rule
            && !line.after_gap
            && let Some(last) = kept.last_mut()
            && last.tokens.len() <= 8
            && !last.is_item
        {
            last.is_heading = true;
            last.level = if mark == "===" { 1 } else { 2 };
        } else if !(line.tokens.len() == 1 && matches!(mark, "===" | "---" | "***" | "___")) {
            kept.push(line);
        }
    }
    kept
}

/// The first line is a title where it stands apart, and is a few words without numbers, lists and marks of a sentence.
fn titled(text: &Text<'_>, mut lines: Vec<Line>) -> Vec<Line> {
    let is_apart =
        lines.get(1).is_some_and(|next| next.after_gap || next.is_item && counts_rows(text, next)) && lines.len() > 2;
    let Some(first) = lines.first_mut().filter(|first| is_apart && !first.is_item && !first.is_heading) else {
        return lines;
    };
    let quote = text.quote(first.tokens.clone());
    let is_loud = !quote.contains(char::is_lowercase) && quote.chars().filter(|c| c.is_uppercase()).count() > 6;
    let is_plain = first.tokens.clone().all(|at| {
        text.kind(at) == Some(Kind::Word)
            && !matches!(
                text.norm(at),
                "with" | "each" | "has" | "have" | "need" | "please" | "mit" | "avec" | "con" | "com" | "we" | "i"
            )
            || matches!(text.norm(at), "-" | "&" | "'" | "/")
            || is_loud && matches!(text.norm(at), ":" | ",")
    });
    let colon = first.tokens.start + 1;
    let is_numbered = text.norm(colon) == ":" && text.quote(colon - 1..colon).contains(|c: char| c.is_ascii_digit());
    let rest = colon + 1..first.tokens.end;
    let is_ticket = is_numbered
        && rest.clone().all(|at| text.kind(at) == Some(Kind::Word) || matches!(text.norm(at), "-" | "," | "&" | "/"));
    if first.tokens.len() <= 10 && (is_plain || is_ticket) {
        first.is_heading = true;
        first.level = 1;
        if is_ticket {
            first.tokens.start = rest.start;
        }
    }
    lines
}

/// Whether a line begins with rows and how many there are: `machines, 40 of them`, `branches (8)`.
fn counts_rows(text: &Text<'_>, line: &Line) -> bool {
    let mark = (line.tokens.start + 1..line.tokens.end.min(line.tokens.start + 4))
        .find(|at| matches!(text.norm(*at), "," | "(" | ":" | "-" | "–" | "—"));
    mark.is_some_and(|mark| names::is_plural(text.norm(mark - 1)) && text.kind(mark + 1) == Some(Kind::Number))
}

/// The pieces without some stretches, in order, that are no prose.
pub fn without(pieces: Vec<Piece>, code: &[Range<usize>]) -> Vec<Piece> {
    let mut kept = Vec::new();
    for piece in pieces {
        let mut start = piece.tokens.start;
        let within = code.iter().filter(|range| range.start < piece.tokens.end && range.end > piece.tokens.start);
        for range in within {
            if start < range.start {
                kept.push(Piece { tokens: start..range.start, is_lead: false, ..piece.clone() });
            }
            start = start.max(range.end);
        }
        if start < piece.tokens.end {
            kept.push(Piece { tokens: start..piece.tokens.end, ..piece });
        }
    }
    kept
}

/// Whether what stands below a line belongs to it, though no colon says so: bullets, or lines that are indented.
fn opens(text: &Text<'_>, first: &Line, last: &Line, next: &Line) -> bool {
    let end = last.tokens.end;
    if first.is_heading || ends_sentence(text, end - 1, end) {
        return false;
    }
    let indented = next.indent > first.indent;
    let expects = matches!(
        text.norm(end - 1),
        "have" | "has" | "with" | "fields" | "columns" | "contain" | "contains" | "include" | "includes" | "following"
    );
    match next.is_item {
        true => expects || !next.after_gap && (indented || !first.is_item),
        false => !next.after_gap && indented && !first.is_item && first.tokens.len() <= 6,
    }
}

/// Takes the line breaks out of wrapped text, so that what stands on both sides of one is read together.
pub fn unwrap(text: &mut Text<'_>) {
    let lines = lines(text);
    let laid_out = laid_out(text);
    let is_word = |at: usize| text.get(at).is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number));
    let mut breaks: Vec<usize> = Vec::new();
    for pair in lines.windows(2) {
        let [last, next] = pair else { continue };
        let (end, start) = (last.tokens.end, next.tokens.start);
        let is_prose = (is_word(end - 1) || text.norm(end - 1) == ",")
            && is_word(start)
            && !matches!(text.norm(start + 1), ":" | "(" | "|" | "=" | "-" | "–" | "—")
            && text.norm(last.tokens.start) != "|"
            && !is_within(&laid_out, end);
        if end + 1 == start
            && is_prose
            && goes_on(text, last, next)
            && text.bytes(last.tokens.clone()).len() >= WRAPPED / 2
        {
            breaks.push(end);
        }
    }
    let mut at = 0;
    text.change().retain(|_| {
        at += 1;
        breaks.binary_search(&(at - 1)).is_err()
    });
}

/// Whether a token is within one of some stretches, which are in order.
fn is_within(stretches: &[Range<usize>], at: usize) -> bool {
    let behind = stretches.partition_point(|range| range.end <= at);
    stretches.get(behind).is_some_and(|range| range.contains(&at))
}

/// What stands between brackets that open at the end of a line: its lines are not wrapped.
fn laid_out(text: &Text<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for at in 0..text.tokens.len() {
        match text.norm(at) {
            "(" | "{" | "[" => open.push(at),
            ")" | "}" | "]" => {
                let Some(start) = open.pop() else { continue };
                if text.get(start + 1).is_some_and(|token| token.kind == Kind::Break) {
                    while found.last().is_some_and(|inner| inner.start > start) {
                        found.pop();
                    }
                    found.push(start..at);
                }
            }
            _ => {}
        }
    }
    found
}

/// Bytes of the last line of some text that may be wrapped.
fn last_line(text: &Text<'_>, tokens: Range<usize>) -> usize {
    let quote = text.quote(tokens);
    quote.rsplit('\n').next().map_or(0, str::len)
}

fn push(text: &Text<'_>, line: &Line, tokens: Range<usize>, label: Option<usize>, found: &mut Vec<Piece>) {
    let under_lead = !line.after_gap
        && found.last().is_some_and(|last| last.is_lead || (last.form == Form::Item && last.indent == line.indent));
    if let Some(dot) = label {
        let made = piece(text, tokens.start..dot, Form::Heading, line.indent);
        found.push(Piece { level: 2, ..made });
        return push_sentences(text, line, dot + 1..tokens.end, found);
    }
    let is_short = tokens.len() <= 14 && !ends_sentence(text, tokens.end - 1, tokens.end);
    let form = match () {
        () if line.is_heading => Form::Heading,
        () if line.is_item || (under_lead && is_short) => Form::Item,
        () => Form::Sentence,
    };
    // "1. Patients: 200. Fields: number, name" is told in sentences.
    if form == Form::Item && has_entry(text, &tokens) {
        return push_sentences(text, line, tokens, found);
    }
    if form != Form::Sentence {
        let made = piece(text, tokens, form, line.indent);
        found.push(Piece { level: line.level, ..made });
        return;
    }
    push_sentences(text, line, tokens, found);
}

/// Whether a sentence within an item is a line of a key: `Fields:`, `Columns:`.
fn has_entry(text: &Text<'_>, tokens: &Range<usize>) -> bool {
    tokens.clone().any(|at| {
        let is_key = words::doing(text.language, text.norm(at + 1)).does(words::Does::Columns);
        ends_sentence(text, at, tokens.end) && is_key && text.norm(at + 2) == ":"
    })
}

/// The sentences of a stretch.
fn push_sentences(text: &Text<'_>, line: &Line, tokens: Range<usize>, found: &mut Vec<Piece>) {
    let form = Form::Sentence;
    let mut start = tokens.start;
    for at in tokens.clone() {
        if at + 1 == tokens.end || ends_sentence(text, at, tokens.end) {
            found.push(piece(text, start..at + 1, form, line.indent));
            start = at + 1;
        }
    }
    found.retain(|piece| !piece.tokens.is_empty());
}

/// The full stop behind the label of a paragraph, which is the heading of what follows: `Order items. Every order has`, `(b) Tenants.
/// 300 of them`.
fn label(text: &Text<'_>, line: &Line, tokens: &Range<usize>) -> Option<usize> {
    const CLOSINGS: &[&str] = &["thanks", "regards", "greetings", "cheers", "wishes", "yes", "sorry", "this"];
    if line.is_heading || !(line.after_gap || line.is_item) {
        return None;
    }
    let dot = (tokens.start + 1..tokens.end.min(tokens.start + 4)).find(|at| text.norm(*at) == ".")?;
    let words = tokens.start..dot;
    let is_word = |at: usize| text.kind(at) == Some(Kind::Word) && names::is_content(text.norm(at));
    let is_led = text.quote(words.clone()).starts_with(char::is_uppercase);
    let last = text.norm(dot - 1);
    let language = text.language;
    let names_rows = names::is_plural(last)
        || super::blocks::is_label(last)
        || lex::is_table_noun(last, language)
        || lex::is_plural(last, language);
    let is_label = is_led
        && words.clone().all(is_word)
        && names_rows
        && !CLOSINGS.contains(&last)
        && ends_sentence(text, dot, tokens.end)
        && dot + 1 < tokens.end;
    is_label.then_some(dot)
}

fn piece(text: &Text<'_>, mut tokens: Range<usize>, form: Form, indent: usize) -> Piece {
    while tokens.end > tokens.start && matches!(text.norm(tokens.end - 1), "." | "!" | "?" | "*" | "," | "\n" | "\n\n")
    {
        tokens.end -= 1;
    }
    let is_lead = tokens.end > tokens.start && text.norm(tokens.end - 1) == ":";
    if is_lead {
        tokens.end -= 1;
    }
    while tokens.start < tokens.end && matches!(text.norm(tokens.start), "*" | "\n" | "\n\n" | "." | "•" | "–") {
        tokens.start += 1;
    }
    Piece { tokens, form, indent, is_lead, level: 0 }
}

/// Whether a token ends a sentence.
fn ends_sentence(text: &Text<'_>, at: usize, end: usize) -> bool {
    match text.norm(at) {
        "!" | "?" => true,
        "." => {
            let is_abbreviation = at > 0 && ABBREVIATIONS.contains(&text.norm(at - 1)) && at + 1 < end;
            let is_spaced = text
                .get(at + 1)
                .is_none_or(|next| next.kind == Kind::Break || text.get(at).is_some_and(|dot| next.start > dot.end));
            is_spaced && !is_abbreviation
        }
        _ => false,
    }
}

fn lines(text: &Text<'_>) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut after_gap = true;
    for at in 0..=text.tokens.len() {
        let is_break = text.get(at).is_none_or(|token| token.kind == Kind::Break);
        if !is_break {
            continue;
        }
        if start < at {
            found.push(line(text, start..at, after_gap));
            after_gap = false;
        }
        after_gap |= text.norm(at) == "\n\n";
        start = at + 1;
    }
    found
}

fn line(text: &Text<'_>, mut tokens: Range<usize>, after_gap: bool) -> Line {
    let begin = text.tokens[tokens.start].start;
    let indent = begin - text.prose[..begin].rfind('\n').map_or(0, |at| at + 1);
    let is_item = text.get(tokens.start).is_some_and(|token| token.kind == Kind::Bullet);
    let is_heading = text.norm(tokens.start).starts_with('#');
    let level = if is_heading { text.norm(tokens.start).len() } else { 0 };
    while tokens.start < tokens.end
        && (text.norm(tokens.start).starts_with('#') || text.tokens[tokens.start].kind == Kind::Bullet)
    {
        tokens.start += 1;
    }
    if is_heading && text.kind(tokens.start) == Some(Kind::Number) && matches!(text.norm(tokens.start + 1), "." | ")") {
        tokens.start += 2;
    }
    tokens.start = tokens.start.min(tokens.end);
    Line { tokens, indent, is_item, is_heading, level, after_gap }
}

/// Whether a line is a name and what is said of it: `quantity - integer, 1 to 500`, `code: text`.
fn is_entry(text: &Text<'_>, line: &Line) -> bool {
    let (name, mark) = (line.tokens.start, line.tokens.start + 1);
    let is_spaced = || text.get(mark).zip(text.get(name)).is_some_and(|(mark, name)| mark.start > name.end);
    text.kind(name) == Some(Kind::Word)
        && mark + 1 < line.tokens.end
        && match text.norm(mark) {
            ":" => true,
            "-" | "–" | "—" => is_spaced(),
            _ => false,
        }
}

/// Whether a line continues the one before.
fn goes_on(text: &Text<'_>, last: &Line, next: &Line) -> bool {
    let is_laid = is_entry(text, last) && is_entry(text, next);
    if is_laid {
        return false;
    }
    if next.after_gap
        || next.is_item
        || next.is_heading
        || last.is_heading
        || last.tokens.is_empty()
        || next.tokens.is_empty()
        || !text.quote(last.tokens.clone()).contains(' ')
    {
        return false;
    }
    let length = last_line(text, last.tokens.clone());
    let end = text.norm(last.tokens.end - 1);
    let begins_low = text.prose[text.tokens[next.tokens.start].start..].chars().next().is_some_and(char::is_lowercase);
    match end {
        ":" => false,
        "," => next.indent == last.indent || begins_low,
        _ if last.is_item => next.indent > last.indent && begins_low,
        "." | "!" | "?" | ";" => false,
        _ if is_entry(text, next) => false,
        // What is indented below a line that does not end in a comma is laid out, and the next block begins further left than an entry.
        _ if next.indent != last.indent && is_entry(text, last) => false,
        _ => length >= WRAPPED || (begins_low && length >= WRAPPED / 2),
    }
}
