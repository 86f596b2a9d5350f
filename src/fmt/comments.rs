//! A text and its values' places -> its comments.

use super::events::{Raw, RawForm};

/// A comment and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found<'t> {
    pub start: usize,
    pub text: &'t str,
    /// Whether nothing stands before it on its line.
    pub is_own_line: bool,
    /// Characters before it on its line.
    pub column: usize,
    /// Blanks just before it.
    pub gap: usize,
}

impl Found<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// All comments of a text, in order.
pub(super) fn find<'t>(text: &'t str, root: Option<&Raw>) -> Vec<Found<'t>> {
    let mut taken = Vec::new();
    if let Some(root) = root {
        gather(text, root, &mut taken);
    }
    let mut found = Vec::new();
    let mut at = 0;
    for (start, end) in taken.into_iter().chain([(text.len(), text.len())]) {
        scan(text, at, start, &mut found);
        at = end.max(at);
    }
    found
}

/// Where a `#` belongs to a text.
fn gather(text: &str, raw: &Raw, taken: &mut Vec<(usize, usize)>) {
    match &raw.form {
        RawForm::Collection { parts, .. } => parts.iter().for_each(|part| gather(text, part, taken)),
        RawForm::Scalar { .. } if raw.is_absent() => {}
        _ => taken.push((content_start(text, raw), raw.end)),
    }
}

/// Where a scalar's text begins: for a block behind the line of its indicators, where a comment may stand.
pub(super) fn content_start(text: &str, raw: &Raw) -> usize {
    match raw.is_block_text() {
        true => text[raw.start..].find('\n').map_or(text.len(), |at| raw.start + at),
        false => raw.start,
    }
}

/// The comments between two values.
fn scan<'t>(text: &'t str, from: usize, until: usize, found: &mut Vec<Found<'t>>) {
    let mut at = from;
    while let Some(start) = text.get(at..until).and_then(|gap| gap.find('#')).map(|gap| at + gap) {
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let before = &text[line..start];
        let end = text[start..].find('\n').map_or(text.len(), |len| start + len);
        at = start + 1;
        if before.is_empty() || before.ends_with([' ', '\t']) {
            let bare = before.trim_end_matches([' ', '\t']);
            found.push(Found {
                start,
                text: text[start..end].trim_end(),
                is_own_line: bare.is_empty(),
                column: before.chars().count(),
                gap: before.len() - bare.len(),
            });
            at = end;
        }
    }
}
