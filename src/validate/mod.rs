//! `&Node` + a JSON Schema (draft 2020-12) -> diagnostics with spans, all at once.
//!
//! Three steps. A look at the schema as it stands (`verdict`) lets sound trees pass. Of others the `jsonschema` crate says whether they
//! are valid; that is the verdict. When one is not, `explain` walks schema and tree side by side and puts each fault into words, with
//! the span of the key or value at fault. Where values have alternatives (`anyOf`, `oneOf`, `if`), only the branch that the user means
//! is reported.
//!
//! Besides the standard's keywords the walk reads annotations. `"x-synth-kind": "generator"` beside an `enum` (or beside an
//! `anyOf` that has one) says what its names are, for the message and the code (`E0203` for generators), and
//! `x-synth-also` which other names are meant by them; `x-synth-examples` are examples for messages alone. `x-synth-code` with
//! `errorMessage` and `x-synth-help` says in words what a rule means that no keyword can say alone.

mod branches;
mod explain;
mod keys;
mod schema;
mod values;
mod verdict;
mod words;

use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::source::{Node, Value as Shape};
use explain::Walk;
use jsonschema::PatternOptions;
use jsonschema::paths::LocationSegment;
use serde_json::Value;
use std::sync::OnceLock;
use verdict::Verdict;

/// After so many findings the rest is left for the next run.
pub const MAX_FINDINGS: usize = 500;

/// A schema, for many trees. It is compiled when the first tree comes that is not clearly sound.
pub struct Validator<'s> {
    schema: &'s Value,
    compiled: OnceLock<jsonschema::Validator>,
}

impl<'s> Validator<'s> {
    /// A validator by a schema; patterns are matched in linear time (no look-around, no back-references).
    pub const fn new(schema: &'s Value) -> Self {
        Self { schema, compiled: OnceLock::new() }
    }

    /// All findings in order of their places; none when the tree is valid.
    ///
    /// # Panics
    /// When the schema is no JSON Schema: schemas are part of the program, and a test compiles each.
    pub fn check(&self, node: &Node) -> Diagnostics {
        let verdict = verdict::verdict(self.schema, node);
        #[cfg(test)]
        self.compare(verdict, node);
        if verdict == Verdict::Sound {
            return Diagnostics::new();
        }
        let json = node.to_json();
        if self.compiled().is_valid(&json) {
            return Diagnostics::new();
        }
        let mut found = Walk::new(self.schema).explain(node);
        if found.is_empty() {
            found.push(self.unexplained(node, &json));
        }
        gather(found)
    }

    fn compiled(&self) -> &jsonschema::Validator {
        self.compiled.get_or_init(|| {
            let options = jsonschema::options().with_pattern_options(PatternOptions::regex());
            options.build(self.schema).unwrap_or_else(|error| panic!("the schema is a part of the program: {error}"))
        })
    }

    /// In tests every look is held against the crate.
    #[cfg(test)]
    fn compare(&self, verdict: Verdict, node: &Node) {
        if verdict != Verdict::Open {
            assert_eq!(verdict == Verdict::Sound, self.compiled().is_valid(&node.to_json()), "{node:?}");
        }
    }

    /// The first fault in the words of the `jsonschema` crate, where the walk has found none.
    fn unexplained(&self, node: &Node, json: &Value) -> Diagnostic {
        let Some(error) = self.compiled().iter_errors(json).next() else {
            return Diagnostic::error("E0210", "the spec does not fit the schema").at(node.head_span(), "");
        };
        let at = error.instance_path().into_iter().fold(node, step);
        Diagnostic::error("E0210", "this does not fit the schema")
            .at(at.head_span(), "")
            .note(format!("the schema's keyword is `{}`", error.kind().keyword()))
            .help("compare it with the examples of the language page")
    }
}

/// Checks a tree against a schema.
///
/// # Panics
/// As [`Validator::check`].
pub fn validate(node: &Node, schema: &Value) -> Diagnostics {
    Validator::new(schema).check(node)
}

/// One step of a JSON pointer.
fn step<'n>(node: &'n Node, segment: LocationSegment<'_>) -> &'n Node {
    let child = match (&node.value, segment) {
        (Shape::Sequence(items), LocationSegment::Index(index)) => items.get(index),
        (_, LocationSegment::Property(key)) => node.get(&key),
        _ => None,
    };
    child.unwrap_or(node)
}

/// In order, without repetitions, and not too many.
fn gather(mut found: Vec<Diagnostic>) -> Diagnostics {
    let order = |d: &Diagnostic| (d.primary.as_ref().map_or(Span::default(), |l| l.span), d.code, d.message.clone());
    found.sort_by_cached_key(order);
    found.dedup();
    let more = found.len().saturating_sub(MAX_FINDINGS);
    found.truncate(MAX_FINDINGS);
    if let (Some(last), 1..) = (found.last_mut(), more) {
        last.notes.push(format!("there are {more} more findings behind this one"));
    }
    let mut gathered = Diagnostics::new();
    found.into_iter().for_each(|finding| gathered.push(finding));
    gathered
}

#[cfg(test)]
mod tests;
