//! For people: the source line with the culprit underlined, cause and fix, in the manner of rustc.

use super::{Color, Context, Render, clean, within};
use crate::diag::{Diagnostic, Diagnostics, Label, Severity, Span};
use crate::source::SpecSource;
use annotate_snippets::{Annotation, AnnotationKind, Element, Level, Renderer, Snippet};
use std::ops::Range;

/// See the file's head.
pub(super) struct Full;

impl Render for Full {
    fn name(&self) -> &'static str {
        "full"
    }

    fn about(&self) -> &'static str {
        "for people: the culprit underlined, cause and fix"
    }

    fn render(&self, found: &Diagnostics, context: &Context<'_>) -> String {
        let renderer = match context.color {
            Color::Never => Renderer::plain(),
            Color::Always => Renderer::styled(),
        };
        let renderer = renderer.term_width(context.width);
        let reports: Vec<_> = found.iter().map(|finding| report(&renderer, finding, context.source)).collect();
        reports.join("\n")
    }
}

fn report(renderer: &Renderer, finding: &Diagnostic, source: Option<&SpecSource>) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(clean(&finding.message)).id(finding.code);
    let snippet = source.and_then(|source| snippet(finding, source)).map(Element::from);
    let notes = finding.notes.iter().map(|note| Level::NOTE.message(clean(note)).into());
    let help = finding.help.iter().map(|help| Level::HELP.message(clean(help)).into());
    let group = title.elements(snippet.into_iter().chain(notes).chain(help));
    tighten(&renderer.render(&[group])) + "\n"
}

fn snippet<'s>(finding: &Diagnostic, source: &'s SpecSource) -> Option<Snippet<'s, Annotation<'s>>> {
    let primary = finding.primary.as_ref()?;
    let others = finding.secondary.iter().map(|label| annotation(AnnotationKind::Context, label, source));
    Some(
        Snippet::source(source.text.as_str())
            .path(clean(&source.name))
            .annotation(annotation(AnnotationKind::Primary, primary, source))
            .annotations(others),
    )
}

fn annotation<'s>(kind: AnnotationKind, label: &Label, source: &SpecSource) -> Annotation<'s> {
    let annotation = kind.span(first_line(&source.text, label.span));
    match label.text.is_empty() {
        true => annotation,
        false => annotation.label(clean(&label.text)),
    }
}

/// The part of a span on its first line: what goes on for many lines is known by how it begins.
fn first_line(text: &str, span: Span) -> Range<usize> {
    let span = within(text, span);
    let line = text[span.start..span.end].lines().next().unwrap_or("");
    span.start..span.start + line.trim_end().len()
}

/// Drops the empty gutter line before the first note or help.
fn tighten(report: &str) -> String {
    let lines: Vec<&str> = report.lines().collect();
    let plain: Vec<String> = lines.iter().map(|line| without_escapes(line)).collect();
    let is_gap = |at: usize| {
        plain[at].trim() == "|" && plain.get(at + 1).is_some_and(|next| next.trim_start().starts_with("= "))
    };
    let kept: Vec<&str> = (0..lines.len()).filter(|at| !is_gap(*at)).map(|at| lines[at]).collect();
    kept.join("\n")
}

/// The text without ANSI colour codes (`ESC [ ... m`).
fn without_escapes(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, behind)| behind))
}
