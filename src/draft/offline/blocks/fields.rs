//! What stands between the brackets of a declaration -> its fields, each with the comments that belong to it.

use std::ops::Range;

use crate::draft::offline::scene::Scene;
use crate::draft::text::Kind;

/// A field of a declaration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Field {
    /// Its tokens, without comments.
    pub tokens: Range<usize>,
    /// The comments beside or above it, without their marks.
    pub notes: Vec<Range<usize>>,
}

/// How far a text has been cut into fields.
struct Cutter<'s, 'p> {
    scene: &'s Scene<'p>,
    found: Vec<Field>,
    /// Where the next field begins.
    start: usize,
    /// Comments above it.
    above: Vec<Range<usize>>,
}

/// The fields between commas and semicolons outside of inner brackets; where `by_line`, also between lines.
pub fn fields(scene: &Scene<'_>, inside: Range<usize>, by_line: bool) -> Vec<Field> {
    let mut cutter = Cutter { scene, found: Vec::new(), start: inside.start, above: Vec::new() };
    let (mut at, mut depth) = (inside.start, 0_i32);
    let has_lines = inside.clone().any(|at| scene.text.kind(at) == Some(Kind::Break));
    while at < inside.end {
        if let Some((note, end)) = comment(scene, at, inside.end).filter(|_| has_lines) {
            cutter.note(at, note);
            cutter.start = end;
            at = end;
            continue;
        }
        let word = scene.text.norm(at);
        match word {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            "<" if is_generic(scene, at) => depth += 1,
            ">" if depth > 0 && scene.text.is_glued(at) && is_closing_generic(scene, inside.start, at) => depth -= 1,
            "," | ";" if depth == 0 => cutter.cut(at),
            "\n" | "\n\n" if depth == 0 && by_line && !goes_on(scene, at) => cutter.cut(at),
            _ => {}
        }
        at += 1;
    }
    cutter.cut(inside.end);
    cutter.found
}

/// Whether fields stand one a line, without commas or semicolons between them.
pub fn is_by_line(scene: &Scene<'_>, inside: Range<usize>) -> bool {
    let mut depth = 0_i32;
    let mut breaks = 0;
    let mut at = inside.start;
    while at < inside.end {
        if let Some((_, end)) = comment(scene, at, inside.end) {
            at = end;
            continue;
        }
        match scene.text.norm(at) {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            "," | ";" if depth == 0 => return false,
            "\n" | "\n\n" if depth == 0 => breaks += 1,
            _ => {}
        }
        at += 1;
    }
    breaks > 1
}

/// `List<`: a bracket right behind a word and right before another one.
fn is_generic(scene: &Scene<'_>, at: usize) -> bool {
    let is_word = |at: usize| scene.text.kind(at) == Some(Kind::Word);
    at > 0 && is_word(at - 1) && is_word(at + 1) && scene.text.is_glued(at) && scene.text.is_glued(at + 1)
}

fn is_closing_generic(scene: &Scene<'_>, from: usize, at: usize) -> bool {
    (from..at).rev().take(12).take_while(|at| scene.text.kind(*at) != Some(Kind::Break)).any(|at| is_generic(scene, at))
}

/// Whether a field goes on behind a line end: a union over several lines, or a mark that expects more.
fn goes_on(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.text.norm(at + 1), "|" | ".") || at > 0 && matches!(scene.text.norm(at - 1), "|" | "=" | ":")
}

/// The comment that begins at a token, without its marks, and the token behind it.
fn comment(scene: &Scene<'_>, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
    let token = scene.text.get(at)?;
    let rest = &scene.text.prose[token.start..];
    if rest.starts_with("/*") {
        let length = rest.find("*/").map_or(rest.len(), |at| at + 2);
        let behind = (at..end).find(|at| scene.text.tokens[*at].start >= token.start + length).unwrap_or(end);
        return Some((trimmed(scene, at..behind), behind));
    }
    let is_hash = rest.starts_with('#') && rest[1..].starts_with([' ', '#']);
    let is_line = rest.starts_with("//") || rest.starts_with("--") || rest.starts_with("%%") || is_hash;
    if !is_line {
        return None;
    }
    let behind = (at..end).find(|at| scene.text.tokens[*at].kind == Kind::Break).unwrap_or(end);
    Some((trimmed(scene, at..behind), behind))
}

/// Without marks at both ends.
fn trimmed(scene: &Scene<'_>, mut note: Range<usize>) -> Range<usize> {
    let is_mark = |at: usize| {
        let kind = scene.text.kind(at);
        kind == Some(Kind::Break)
            || kind == Some(Kind::Bullet)
            || matches!(scene.text.norm(at), "/" | "*" | "--" | "---" | "#" | "-" | "." | "%" | "!")
    };
    while note.start < note.end && is_mark(note.start) {
        note.start += 1;
    }
    while note.end > note.start && is_mark(note.end - 1) {
        note.end -= 1;
    }
    note
}

impl Cutter<'_, '_> {
    /// Ends a field.
    fn cut(&mut self, at: usize) {
        let tokens = self.bare(self.start..at);
        if !tokens.is_empty() {
            self.found.push(Field { tokens, notes: std::mem::take(&mut self.above) });
        }
        self.start = at + 1;
    }

    /// Gives a comment at a token to its field: the one before it on the line, else the next one.
    fn note(&mut self, at: usize, note: Range<usize>) {
        let open = self.bare(self.start..at);
        if !open.is_empty() {
            let mut notes = std::mem::take(&mut self.above);
            notes.push(note);
            self.found.push(Field { tokens: open, notes });
        } else if let Some(last) = self.found.last_mut()
            && !(last.tokens.end..at).any(|at| self.scene.text.kind(at) == Some(Kind::Break))
        {
            last.notes.push(note);
        } else {
            self.above.push(note);
        }
    }

    /// Without line ends and bullets.
    fn bare(&self, mut tokens: Range<usize>) -> Range<usize> {
        let is_blank = |at: usize| {
            matches!(self.scene.text.kind(at), Some(Kind::Break | Kind::Bullet))
                || matches!(self.scene.text.norm(at), "/" | "*" | "," | ";")
        };
        while tokens.start < tokens.end && is_blank(tokens.start) {
            tokens.start += 1;
        }
        while tokens.end > tokens.start && is_blank(tokens.end - 1) {
            tokens.end -= 1;
        }
        tokens
    }
}
