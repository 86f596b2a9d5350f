//! Two nodes of YAML that say how one thing is made -> their differences that can matter to values: names that only became
//! others, other spellings of one number, and constants that come to the same value are none.

use std::collections::BTreeSet;

use super::side::Side;
use super::words::{self, Renames, mentions};
use crate::diag::Span;
use crate::source::scalars::Rate;
use crate::source::{Entry, Node, Scalar, Value};

/// What is compared: both specs, and what differs between them as a whole.
pub(super) struct Words<'s, 'a> {
    pub old: &'s Side<'a>,
    pub new: &'s Side<'a>,
    pub renames: Renames,
    /// Names of `vars` whose value is another, or that only one spec has.
    pub vars: BTreeSet<String>,
    pub is_other_now: bool,
}

/// One difference.
pub(super) struct Difference {
    /// The key at fault; empty for an item of a list.
    pub key: String,
    /// Where it stands in the old spec.
    pub old: Option<Span>,
    /// Where it stands in the new one.
    pub new: Option<Span>,
    /// What of the document made it differ, where its own text is the same.
    pub by: Option<By>,
}

/// What of a document can change the meaning of the same text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum By {
    /// One of the `vars`.
    Var(String),
    /// The clock.
    Now,
}

/// What a scalar's text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The text itself.
    Literal,
    /// A value that is shown as it stands, and never evaluated.
    Verbatim,
    /// A number, or a constant expression.
    Number,
    /// An expression over the row.
    Expression,
    /// Text with names in braces.
    Template,
    /// The name of a table or column, or a point in time.
    Path,
    /// It only names things.
    Ignored,
}

const NUMBERS: &[&str] = &[
    "min",
    "max",
    "mean",
    "sd",
    "median",
    "p95",
    "mu",
    "sigma",
    "alpha",
    "beta",
    "n",
    "dispersion",
    "start",
    "step",
    "count",
    "every",
];

/// What the scalar behind a key of a generator is. `count` stands for the row counts of a table.
fn kind(generator: &str, key: &str) -> Kind {
    match (generator, key) {
        ("expr", "expr") | (_, "if" | "null") => Kind::Expression,
        ("template", "template") => Kind::Template,
        ("field" | "rollup" | "cumulative" | "hash", "of") | ("choice", "given") => Kind::Path,
        ("ref", "to" | "distinct_in") | (_, "at" | "from" | "to") => Kind::Path,
        ("ref", "as") => Kind::Ignored,
        ("constant", "value") | ("pattern", "pattern") | ("list", "file" | "column" | "weight") => Kind::Verbatim,
        (_, "prefix") => Kind::Verbatim,
        (_, key) if NUMBERS.contains(&key) => Kind::Number,
        _ => Kind::Literal,
    }
}

impl Words<'_, '_> {
    /// The differences between the parameters of one generator.
    pub(super) fn params(&self, generator: &str, old: &Node, new: &Node) -> Vec<Difference> {
        let mut found = Vec::new();
        self.mappings(generator, "", (old, new), &mut found);
        found
    }

    /// The differences between the nodes behind one key, which may be missing.
    pub(super) fn values(&self, generator: &str, key: &str, old: Option<&Node>, new: Option<&Node>) -> Vec<Difference> {
        let mut found = Vec::new();
        match (old, new) {
            (None, None) => {}
            (Some(old), Some(new)) => self.nodes(generator, key, (old, new), (old.span, new.span), &mut found),
            (old, new) => found.push(Difference {
                key: key.to_owned(),
                old: old.map(|node| node.span),
                new: new.map(|node| node.span),
                by: None,
            }),
        }
        found
    }

    fn mappings(&self, generator: &str, key: &str, (old, new): (&Node, &Node), found: &mut Vec<Difference>) {
        let whole = |entry: &Entry| Span::new(entry.key_span.start, entry.value.span.end.max(entry.key_span.end));
        let is_named = |key: &str| kind(generator, key) != Kind::Ignored;
        for entry in old.entries().iter().filter(|entry| is_named(&entry.key)) {
            match new.entry(&entry.key) {
                Some(other) => {
                    let nodes = (&entry.value, &other.value);
                    self.nodes(
                        generator,
                        inner(generator, key, &entry.key),
                        nodes,
                        (whole(entry), whole(other)),
                        found,
                    );
                }
                None => {
                    found.push(Difference { key: entry.key.clone(), old: Some(whole(entry)), new: None, by: None });
                }
            }
        }
        for entry in new.entries().iter().filter(|entry| is_named(&entry.key) && old.entry(&entry.key).is_none()) {
            found.push(Difference { key: entry.key.clone(), old: None, new: Some(whole(entry)), by: None });
        }
        let order = |node: &Node| node.entries().iter().map(|entry| entry.key.clone()).collect::<Vec<_>>();
        if found.is_empty() && has_order(key) && order(old) != order(new) {
            found.push(Difference { key: key.to_owned(), old: Some(old.span), new: Some(new.span), by: None });
        }
    }

    /// `spans` is what is shown of the two: the keys with their values.
    fn nodes(
        &self,
        generator: &str,
        key: &str,
        (old, new): (&Node, &Node),
        spans: (Span, Span),
        found: &mut Vec<Difference>,
    ) {
        let whole = |by| Difference { key: key.to_owned(), old: Some(spans.0), new: Some(spans.1), by };
        match (&old.value, &new.value) {
            (Value::Mapping(_), Value::Mapping(_)) => self.mappings(generator, key, (old, new), found),
            (Value::Sequence(one), Value::Sequence(other)) if one.len() == other.len() => {
                for (one, other) in one.iter().zip(other) {
                    let item = if generator == "choice" { "choice" } else { key };
                    self.nodes(generator, item, (one, other), (one.span, other.span), found);
                }
            }
            (Value::Scalar(one), Value::Scalar(other)) => {
                match self.scalars(generator, key, (old, new), (one, other)) {
                    Verdict::Same => {}
                    Verdict::Differs => found.push(whole(None)),
                    Verdict::By(by) => found.push(whole(Some(by))),
                }
            }
            _ => found.push(whole(None)),
        }
    }

    fn scalars(&self, generator: &str, key: &str, nodes: (&Node, &Node), (one, other): (&Scalar, &Scalar)) -> Verdict {
        let kind = if key == "choice" { Kind::Verbatim } else { kind(generator, key) };
        let (Some(old), Some(new)) = (nodes.0.text(), nodes.1.text()) else {
            return Verdict::of(one == other);
        };
        match kind {
            Kind::Ignored => Verdict::Same,
            Kind::Verbatim => Verdict::of(one == other),
            Kind::Template => Verdict::of(words::same_template(old, new, &self.renames)),
            Kind::Path => self.path(old, new),
            Kind::Expression if key == "null" && same_rate(old, new) => Verdict::Same,
            Kind::Expression => self.expression(old, new),
            Kind::Number => self.number(old, new),
            Kind::Literal if one == other => self.number(old, new),
            Kind::Literal => Verdict::Differs,
        }
    }

    fn path(&self, old: &str, new: &str) -> Verdict {
        match words::same_path(old, new, &self.renames) {
            false => Verdict::Differs,
            true if self.is_other_now && words::base(new).0 == "now" => Verdict::By(By::Now),
            true => Verdict::Same,
        }
    }

    pub(super) fn expression(&self, old: &str, new: &str) -> Verdict {
        if !words::same_sql(old, new, &self.renames) {
            return Verdict::Differs;
        }
        if self.is_other_now && mentions(new, "now") {
            return Verdict::By(By::Now);
        }
        let var = self.vars.iter().find(|var| mentions(new, var));
        var.map_or(Verdict::Same, |var| Verdict::By(By::Var(var.clone())))
    }

    /// Constants: the same text, unless it names a constant that gives it another value; or whole numbers that are equal.
    fn number(&self, old: &str, new: &str) -> Verdict {
        let values = || self.old.evaluate(old).zip(self.new.evaluate(new));
        if old != new {
            let is_plain = |text: &str| !text.contains(['.', 'e', 'E']);
            let is_whole = is_plain(old) && is_plain(new);
            return Verdict::of(
                is_whole && values().is_some_and(|(old, new)| old == new && old.as_integer().is_some()),
            );
        }
        let Some(var) = self.vars.iter().find(|var| words::has_word(new, var)) else { return Verdict::Same };
        match values() {
            Some((old, new)) if old == new => Verdict::Same,
            _ => Verdict::By(By::Var(var.clone())),
        }
    }
}

/// Whether two scalars mean the same.
pub(super) enum Verdict {
    Same,
    Differs,
    By(By),
}

impl Verdict {
    fn of(is_same: bool) -> Self {
        if is_same { Self::Same } else { Self::Differs }
    }
}

/// Under which key the entries of a mapping are looked up: those of `choice` are values.
fn inner<'k>(generator: &str, key: &'k str, own: &'k str) -> &'k str {
    if generator == "choice" && key == "of" { "of" } else { own }
}

/// Whether the order of a mapping's entries decides which draw gives which value.
fn has_order(key: &str) -> bool {
    !matches!(key, "" | "shape" | "skew" | "round")
}

fn same_rate(old: &str, new: &str) -> bool {
    let rate = |text: &str| Rate::parse(text).ok().map(|rate| rate.value);
    rate(old).is_some_and(|old| rate(new) == Some(old))
}
