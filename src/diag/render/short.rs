//! One line a finding: `shop.yaml:18:25: error[E0203]: unknown generator`, which editors and `grep` understand.

use super::{Context, Places, Render, clean};
use crate::diag::{Diagnostic, Diagnostics};

/// See the file's head.
pub(super) struct Short;

impl Render for Short {
    fn name(&self) -> &'static str {
        "short"
    }

    fn about(&self) -> &'static str {
        "one line a finding: file:line:column: error[code]: message"
    }

    fn render(&self, found: &Diagnostics, context: &Context<'_>) -> String {
        let places = Places::new(context);
        found.iter().map(|finding| line(finding, &places)).collect()
    }
}

fn line(finding: &Diagnostic, places: &Places<'_>) -> String {
    let place = finding.primary.as_ref().and_then(|label| places.of(label));
    let at = place.map(|p| format!("{}:{}:{}: ", clean(p.file), p.start.line, p.start.column)).unwrap_or_default();
    format!("{at}{}[{}]: {}\n", finding.severity, finding.code, clean(&finding.message))
}
