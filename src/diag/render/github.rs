//! Workflow commands of GitHub Actions: `::error file=...,line=...,col=...,title=...::...`, shown as annotations in a
//! pull request. Escapes as in the toolkit's `command.ts`.

use super::{Context, Places, Render, clean};
use crate::diag::{Diagnostic, Diagnostics};

/// See the file's head.
pub(super) struct Github;

impl Render for Github {
    fn name(&self) -> &'static str {
        "github"
    }

    fn about(&self) -> &'static str {
        "annotations in GitHub Actions"
    }

    fn render(&self, found: &Diagnostics, context: &Context<'_>) -> String {
        let places = Places::new(context);
        found.iter().map(|finding| command(finding, &places)).collect()
    }
}

fn command(finding: &Diagnostic, places: &Places<'_>) -> String {
    let place = finding.primary.as_ref().and_then(|label| places.of(label));
    let at = place.map(|p| format!("file={},line={},col={},", property(p.file), p.start.line, p.start.column));
    let at = at.or_else(|| Some(format!("file={},", property(places.file()?))));
    let title = property(finding.code);
    format!("::{} {}title={title}::{}\n", finding.severity, at.unwrap_or_default(), data(&message(finding)))
}

/// The message with cause and fix; an annotation has no other place for them.
fn message(finding: &Diagnostic) -> String {
    let label = finding.primary.iter().map(|label| label.text.clone()).filter(|text| !text.is_empty());
    let notes = finding.notes.iter().map(|note| format!("note: {note}"));
    let help = finding.help.iter().map(|help| format!("help: {help}"));
    let lines = std::iter::once(finding.message.clone()).chain(label).chain(notes).chain(help);
    lines.map(|line| clean(&line)).collect::<Vec<_>>().join("\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&clean(text)).replace(':', "%3A").replace(',', "%2C")
}
