//! Schemas with words of their own, and findings that another one explains.

use super::explain::Owner;
use crate::diag::{Diagnostic, Span};
use crate::source::{Node, Value as Shape};
use serde_json::Value;
use std::collections::BTreeSet;

/// The codes that schemas may name.
const CODES: [&str; 6] = ["E0208", "E0209", "E0403", "E0406", "E0408", "E0426"];

/// What a schema has to say when it is not met, instead of what its keywords would: `x-synth-code` (which marks it),
/// `errorMessage`, `x-synth-help`, and `x-synth-at`, the key at fault.
pub(super) struct Words<'s> {
    code: &'static str,
    message: &'s str,
    help: &'s str,
    at: Option<&'s str>,
}

/// The words of a schema, if it has any.
pub(super) fn of(schema: &Value) -> Option<Words<'_>> {
    let word = |keyword: &str| schema.get(keyword).and_then(Value::as_str);
    let named = word("x-synth-code")?;
    let code = CODES.into_iter().find(|code| *code == named).unwrap_or("E0210");
    Some(Words {
        code,
        message: word("errorMessage").unwrap_or("this does not fit the schema"),
        help: word("x-synth-help").unwrap_or("compare it with the examples of the language page"),
        at: word("x-synth-at"),
    })
}

impl Words<'_> {
    /// At the key at fault; else at the scalar itself, or at the key before the mapping or list.
    pub(super) fn finding(&self, node: &Node, owner: Owner<'_>) -> Diagnostic {
        let key = self.at.and_then(|key| node.entry(key)).map(|entry| entry.key_span);
        let whole = if matches!(node.value, Shape::Scalar(_)) { node.span } else { owner.span };
        Diagnostic::error(self.code, self.message).at(key.unwrap_or(whole), "").help(self.help)
    }
}

/// Of a mapping's findings from `start` on, drops those of a key that is missing when an unknown key has been found that is
/// a slip of it: one mistake, one finding.
pub(super) fn drop_what_a_slip_explains(found: &mut Vec<Diagnostic>, start: usize, node: &Node, owner: Owner<'_>) {
    let at = |finding: &Diagnostic| finding.primary.as_ref().map(|label| label.span);
    let is_about_whole = |finding: &Diagnostic| finding.code != "E0201" && at(finding) == Some(owner.span);
    if !found[start..].iter().any(is_about_whole) {
        return;
    }
    let keys: BTreeSet<Span> = node.entries().iter().map(|entry| entry.key_span).collect();
    let is_slip =
        |finding: &&Diagnostic| finding.code == "E0201" && at(finding).is_some_and(|span| keys.contains(&span));
    let slips: BTreeSet<String> = found[start..].iter().filter(is_slip).filter_map(meant).collect();
    let says = |finding: &Diagnostic, key: &String| {
        finding.message.contains(key) || finding.help.iter().any(|help| help.contains(key))
    };
    let mut place = 0;
    found.retain(|finding| {
        place += 1;
        place <= start || !is_about_whole(finding) || !slips.iter().any(|key| says(finding, key))
    });
}

/// The key that an unknown one is a slip of, as messages begin to quote it.
fn meant(finding: &Diagnostic) -> Option<String> {
    let quoted = finding.help.iter().find_map(|help| help.strip_prefix("did you mean `"))?;
    quoted.split('`').next().map(|key| format!("`{key}"))
}
