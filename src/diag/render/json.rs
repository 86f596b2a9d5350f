//! One JSON object a line and finding, for programs.
//!
//! ```json
//! {"code":"E0203","severity":"error","message":"...","primary":{"file":"shop.yaml","label":"...",
//!  "start":{"byte":402,"line":18,"column":25},"end":{"byte":414,"line":18,"column":37}},
//!  "secondary":[],"notes":[],"help":["did you mean `person.email`?"]}
//! ```
//!
//! `primary` is null where the finding is not about the spec's text. Bytes count from 0 (behind a byte-order mark), lines
//! and columns from 1, columns in characters; ends are exclusive. Keys may be added, never changed.

use super::{Context, Places, Render};
use crate::diag::{Diagnostic, Diagnostics, Label};
use crate::source::Position;
use serde_json::{Value, json};

/// See the file's head.
pub(super) struct Json;

impl Render for Json {
    fn name(&self) -> &'static str {
        "json"
    }

    fn about(&self) -> &'static str {
        "one JSON object a line and finding"
    }

    fn render(&self, found: &Diagnostics, context: &Context<'_>) -> String {
        let places = Places::new(context);
        found.iter().map(|finding| object(finding, &places).to_string() + "\n").collect()
    }
}

fn object(finding: &Diagnostic, places: &Places<'_>) -> Value {
    let labels = |labels: &[Label]| labels.iter().map(|l| label(l, places)).collect::<Vec<_>>();
    json!({
        "code": finding.code,
        "severity": finding.severity.to_string(),
        "message": finding.message,
        "primary": finding.primary.as_ref().map(|l| label(l, places)),
        "secondary": labels(&finding.secondary),
        "notes": finding.notes,
        "help": finding.help,
    })
}

fn label(label: &Label, places: &Places<'_>) -> Value {
    let position = |byte: usize, at: Position| json!({ "byte": byte, "line": at.line, "column": at.column });
    match places.of(label) {
        Some(place) => json!({
            "file": place.file,
            "label": label.text,
            "start": position(place.span.start, place.start),
            "end": position(place.span.end, place.end),
        }),
        None => Value::Null,
    }
}
