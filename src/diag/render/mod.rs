//! Findings -> text, one file a renderer.

mod full;
mod github;
mod json;
mod junit;
mod sarif;
mod short;

use super::{Diagnostics, Label, Span};
use crate::source::{Position, Positions, SpecSource};

/// Whether escape codes for colour are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Color {
    /// Plain text.
    #[default]
    Never,
    /// With ANSI escape codes.
    Always,
}

/// What a renderer may know besides the findings.
#[derive(Debug, Clone, Copy)]
pub struct Context<'s> {
    /// The text that the spans point into; `None` when there is none, as for a missing file.
    pub source: Option<&'s SpecSource>,
    /// Colour, for the renderers that are read by people.
    pub color: Color,
    /// The width of the terminal in columns, to which long source lines are trimmed.
    pub width: usize,
}

impl<'s> Context<'s> {
    /// Plain text of the usual width.
    pub const fn plain(source: Option<&'s SpecSource>) -> Self {
        Self { source, color: Color::Never, width: 120 }
    }
}

/// A form of findings.
pub trait Render: Sync {
    /// The name on the command line, as in `--message-format short`.
    fn name(&self) -> &'static str;

    /// One line of help.
    fn about(&self) -> &'static str;

    /// All findings as text, with a line feed at its end; empty only where the form allows it.
    fn render(&self, found: &Diagnostics, context: &Context<'_>) -> String;
}

/// All renderers, the default first.
pub const RENDERERS: &[&dyn Render] =
    &[&full::Full, &short::Short, &json::Json, &github::Github, &junit::Junit, &sarif::Sarif];

/// The findings of several specs as one text in a form that programs read.
pub fn all(form: &str, specs: &[(&Diagnostics, Option<&SpecSource>)]) -> String {
    let renderer = find(form).unwrap_or(&full::Full);
    let texts = specs.iter().map(|(found, source)| renderer.render(found, &Context::plain(*source)));
    match renderer.name() {
        "junit" => {
            junit::document(&specs.iter().map(|(found, source)| (*found, Context::plain(*source))).collect::<Vec<_>>())
        }
        "sarif" => sarif::one_log(&texts.collect::<Vec<_>>()),
        _ => texts.collect(),
    }
}

/// The renderer with this name.
pub fn find(name: &str) -> Option<&'static dyn Render> {
    RENDERERS.iter().copied().find(|renderer| renderer.name() == name)
}

/// A label's place, as people count.
#[derive(Debug, Clone, Copy)]
struct Place<'s> {
    file: &'s str,
    span: Span,
    start: Position,
    end: Position,
}

/// Finds the places of labels in one text.
struct Places<'s> {
    source: Option<(&'s SpecSource, Positions<'s>)>,
}

impl<'s> Places<'s> {
    fn new(context: &Context<'s>) -> Self {
        Self { source: context.source.map(|source| (source, Positions::new(&source.text))) }
    }

    /// The file, for findings without a place in it.
    fn file(&self) -> Option<&'s str> {
        self.source.as_ref().map(|(source, _)| source.name.as_str())
    }

    fn of(&self, label: &Label) -> Option<Place<'s>> {
        let (source, positions) = self.source.as_ref()?;
        let span = within(&source.text, label.span);
        Some(Place { file: &source.name, span, start: positions.of(span.start), end: positions.of(span.end) })
    }
}

/// The span cut to character boundaries of the text; at the end of the text it is put before its last line end.
fn within(text: &str, span: Span) -> Span {
    let last = text.trim_end().len();
    let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = floor(span.start);
    let start = if start > last { last } else { start };
    Span::new(start, floor(span.end).max(start))
}

/// The text without control characters, so that a spec cannot steer the terminal or forge a line.
fn clean(text: &str) -> String {
    let visible = |c: char| match c {
        '\n' | '\t' => ' ',
        c if c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c) => {
            '\u{fffd}'
        }
        c => c,
    };
    text.chars().map(visible).collect()
}

#[cfg(test)]
mod tests;
