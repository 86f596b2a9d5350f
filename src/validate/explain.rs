//! The walk of schema and tree side by side: every keyword that fails is a finding, said by `values`, `keys` or
//! `branches`.

use super::{keys, schema, values, words};
use crate::diag::{Diagnostic, Span};
use crate::source::{Entry, Node, Value as Shape};
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many pairs of schema and value are looked at; beyond it the walk stops with what it has.
const MAX_STEPS: usize = 20_000_000;

/// One walk.
pub(super) struct Walk<'s> {
    pub(super) root: &'s Value,
    steps: Cell<usize>,
}

/// What a walk gathers. A quiet one only learns whether anything failed, and makes no words.
pub(super) struct Out {
    found: Vec<Diagnostic>,
    failed: bool,
    is_quiet: bool,
}

impl Out {
    const fn new(is_quiet: bool) -> Self {
        Self { found: Vec::new(), failed: false, is_quiet }
    }

    /// Adds a finding, put into words only when somebody listens.
    pub(super) fn push(&mut self, finding: impl FnOnce() -> Diagnostic) {
        self.failed = true;
        if !self.is_quiet {
            self.found.push(finding());
        }
    }

    /// Whether nothing more can be learnt.
    pub(super) const fn is_done(&self) -> bool {
        self.is_quiet && self.failed
    }

    /// The findings so far.
    pub(super) fn found(&self) -> &[Diagnostic] {
        &self.found
    }

    /// Adds one finding or more, put into words only when somebody listens.
    pub(super) fn push_all(&mut self, found: impl FnOnce() -> Vec<Diagnostic>) {
        self.failed = true;
        if !self.is_quiet {
            self.found.append(&mut found());
        }
    }
}

/// Where a value belongs: the key before it, if it has one.
#[derive(Clone, Copy)]
pub(super) struct Owner<'n> {
    pub(super) key: Option<&'n str>,
    pub(super) span: Span,
}

impl<'n> Owner<'n> {
    /// The owner of an entry's value.
    pub(super) fn of(entry: &'n Entry) -> Self {
        Self { key: Some(&entry.key), span: entry.key_span }
    }

    /// The owner of what has no key: itself.
    pub(super) fn own(node: &Node) -> Self {
        Self { key: None, span: node.head_span() }
    }
}

impl<'s> Walk<'s> {
    pub(super) const fn new(root: &'s Value) -> Self {
        Self { root, steps: Cell::new(0) }
    }

    /// All findings of a tree.
    pub(super) fn explain(&self, node: &Node) -> Vec<Diagnostic> {
        self.findings(self.root, node, Owner::own(node))
    }

    /// All findings of a part.
    pub(super) fn findings(&self, schema: &'s Value, node: &Node, owner: Owner<'_>) -> Vec<Diagnostic> {
        let mut out = Out::new(false);
        self.check(schema, node, owner, &mut out);
        out.found
    }

    /// Whether a part is valid.
    pub(super) fn fits(&self, schema: &'s Value, node: &Node) -> bool {
        let mut out = Out::new(true);
        self.check(schema, node, Owner::own(node), &mut out);
        !out.failed
    }

    /// Checks a part against all keywords of a schema.
    pub(super) fn check(&self, schema: &'s Value, node: &Node, owner: Owner<'_>, out: &mut Out) {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MAX_STEPS || out.is_done() || schema == &Value::Bool(true) {
            return;
        }
        if schema == &Value::Bool(false) {
            return out.push(|| Diagnostic::error("E0209", "this has no meaning here").at(owner.span, ""));
        }
        let before = out.found.len();
        match words::of(schema) {
            None => self.check_keywords(schema, node, owner, out),
            Some(words) => {
                let mut quiet = Out::new(true);
                self.check_keywords(schema, node, owner, &mut quiet);
                if quiet.failed {
                    out.push(|| words.finding(node, owner));
                }
            }
        }
        if out.found.len() > before + 1 {
            words::drop_what_a_slip_explains(&mut out.found, before, node, owner);
        }
    }

    fn check_keywords(&self, schema: &'s Value, node: &Node, owner: Owner<'_>, out: &mut Out) {
        if !values::check_type(schema, node, out) {
            return;
        }
        if let Some(target) = schema::reference(self.root, schema) {
            self.check(target, node, owner, out);
        }
        values::check(self, schema, node, out);
        match &node.value {
            Shape::Sequence(items) => self.check_items(schema, items, out),
            Shape::Mapping(_) => keys::check(self, schema, node, owner, out),
            Shape::Scalar(_) => {}
        }
        self.check_branches(schema, node, owner, out);
        if matches!(node.value, Shape::Mapping(_)) {
            keys::check_unevaluated(self, schema, node, owner, out);
        }
    }

    fn check_items(&self, schema: &'s Value, nodes: &[Node], out: &mut Out) {
        let prefix = schema::items(schema, "prefixItems");
        let rest = schema.get("items");
        for (index, node) in nodes.iter().enumerate() {
            if let Some(schema) = prefix.get(index).or(rest) {
                self.check(schema, node, Owner::own(node), out);
            }
        }
    }

    /// Whether a text matches a pattern. One that cannot be compiled matches all.
    pub(super) fn matches(&self, pattern: &'s str, text: &str) -> bool {
        matches(pattern, text)
    }
}

/// A pattern as a validator of texts.
type Compiled = Option<Rc<jsonschema::Validator>>;

/// Whether a text matches a pattern; each is compiled once.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    thread_local!(static KNOWN: RefCell<BTreeMap<String, Compiled>> = const { RefCell::new(BTreeMap::new()) });
    let known = KNOWN.with_borrow(|known| known.get(pattern).cloned());
    let compiled = known.unwrap_or_else(|| {
        let options = jsonschema::options().with_pattern_options(jsonschema::PatternOptions::regex());
        let compiled: Compiled = options.build(&serde_json::json!({ "pattern": pattern })).ok().map(Rc::new);
        KNOWN.with_borrow_mut(|known| known.insert(pattern.to_owned(), compiled.clone()));
        compiled
    });
    compiled.is_none_or(|validator| validator.is_valid(&Value::String(text.to_owned())))
}
