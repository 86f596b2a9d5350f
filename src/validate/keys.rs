//! Keywords about a mapping's keys: which there may be, which there must be, which need or exclude each other.

use super::explain::{Out, Owner, Walk};
use super::{branches, schema};
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::source::{Entry, Node, Scalar, Value as Shape};
use serde_json::Value;

/// At most so many known keys are listed.
const MAX_LISTED: usize = 16;

/// Checks keys and values of a mapping, save `unevaluatedProperties`.
pub(super) fn check<'s>(walk: &Walk<'s>, schema: &'s Value, node: &Node, owner: Owner<'_>, out: &mut Out) {
    check_required(walk, schema, node, owner, out);
    check_dependent(walk, schema, node, owner, out);
    for entry in node.entries() {
        check_entry(walk, schema, node, entry, out);
        if out.is_done() {
            return;
        }
    }
}

fn check_entry<'s>(walk: &Walk<'s>, schema: &'s Value, node: &Node, entry: &Entry, out: &mut Out) {
    if let Some(names) = schema.get("propertyNames") {
        let name = Node { span: entry.key_span, value: Shape::Scalar(Scalar::Str { text: entry.key.clone() }) };
        walk.check(names, &name, Owner::of(entry), out);
    }
    let property = schema.get("properties").and_then(|properties| properties.get(&entry.key));
    let patterns =
        schema::entries(schema, "patternProperties").filter(|(pattern, _)| walk.matches(pattern, &entry.key));
    let mut is_known = false;
    for schema in property.into_iter().chain(patterns.map(|(_, schema)| schema)) {
        is_known = true;
        walk.check(schema, &entry.value, Owner::of(entry), out);
    }
    match schema.get("additionalProperties") {
        Some(Value::Bool(false)) if !is_known => {
            let known: Vec<_> = schema::entries(schema, "properties").map(|(key, _)| key).collect();
            out.push(|| unknown(entry, &known, node, schema));
        }
        Some(rest) if !is_known => walk.check(rest, &entry.value, Owner::of(entry), out),
        _ => {}
    }
}

/// Checks `unevaluatedProperties: false`: a key is known when the schema or a branch that applies names it. When the key
/// that selects the branch is itself at fault, nothing is said of the others: they may be right.
pub(super) fn check_unevaluated<'s>(walk: &Walk<'s>, schema: &'s Value, node: &Node, owner: Owner<'_>, out: &mut Out) {
    if schema.get("unevaluatedProperties") != Some(&Value::Bool(false)) || is_undecided(walk, schema, node, owner, out)
    {
        return;
    }
    let Some(known) = known_keys(walk, schema, node) else { return };
    for entry in node.entries().iter().filter(|entry| !known.contains(&entry.key.as_str())) {
        out.push(|| unknown(entry, &known, node, schema));
    }
}

/// Whether a key on which a branch depends has been found at fault or missing.
fn is_undecided(walk: &Walk<'_>, schema: &Value, node: &Node, owner: Owner<'_>, out: &Out) -> bool {
    // The walk goes into the depth, so that what was found here stands last.
    let is_here = |span: &Span| *span == owner.span || (node.span.start <= span.start && span.end <= node.span.end);
    let places = || out.found().iter().rev().map_while(|f| f.primary.as_ref().map(|label| (f.code, label.span)));
    let faults = || places().take_while(|(_, span)| is_here(span));
    let selectors = branches::selectors(walk.root, schema);
    selectors.iter().any(|key| match node.get(key) {
        Some(value) => faults().any(|(_, span)| span == value.head_span()),
        None => faults().any(|fault| fault == ("E0202", owner.span)),
    })
}

/// All keys that the schema and its branches that apply have names for; `None` when any key will do.
fn known_keys<'s>(walk: &Walk<'s>, schema: &'s Value, node: &Node) -> Option<Vec<&'s str>> {
    let mut known: Vec<&str> = schema::entries(schema, "properties").map(|(key, _)| key).collect();
    let is_open = schema.get("additionalProperties").is_some_and(|rest| rest != &Value::Bool(false));
    if is_open || schema.get("patternProperties").is_some() {
        return None;
    }
    for branch in branches::applying(walk, schema, node) {
        for key in known_keys(walk, branch, node)? {
            if !known.contains(&key) {
                known.push(key);
            }
        }
    }
    Some(known)
}

/// The finding for a key that nothing reads.
pub(super) fn unknown(entry: &Entry, known: &[&str], node: &Node, schema: &Value) -> Diagnostic {
    let missing: Vec<&str> = known.iter().copied().filter(|key| node.get(key).is_none()).collect();
    let finding = Diagnostic::error("E0201", format!("unknown key `{}`", entry.key))
        .at(entry.key_span, format!("{} has no such key", subject(node, schema)));
    match did_you_mean(&entry.key, missing.iter().copied()) {
        Some(help) => finding.help(help),
        None => finding.help(choices(known)),
    }
}

fn choices(known: &[&str]) -> String {
    let mut shown: Vec<_> = known.iter().take(MAX_LISTED).map(|key| format!("`{key}`")).collect();
    match known.len() {
        0 => "remove it; no key is possible here".to_owned(),
        n if n > MAX_LISTED => {
            shown.push(format!("{} more", n - MAX_LISTED));
            format!("the keys here are {}", schema::list(&shown, "and"))
        }
        _ => format!("the keys here are {}", schema::list(&shown, "and")),
    }
}

/// What a mapping is called: by its generator, or by the schema's title.
fn subject(node: &Node, schema: &Value) -> String {
    match (node.get("gen").and_then(Node::text), schema.get("title").and_then(Value::as_str)) {
        (Some(name), _) => format!("`gen: {name}`"),
        (None, Some(title)) => title.to_owned(),
        (None, None) => "this mapping".to_owned(),
    }
}

fn check_required<'s>(walk: &Walk<'s>, schema: &'s Value, node: &Node, owner: Owner<'_>, out: &mut Out) {
    for key in schema::strings(schema, "required").filter(|key| node.get(key).is_none()) {
        out.push(|| missing(walk, schema, key, node, owner));
    }
}

fn missing(walk: &Walk<'_>, schema: &Value, key: &str, node: &Node, owner: Owner<'_>) -> Diagnostic {
    let label = match (node.get("gen").and_then(Node::text), owner.key) {
        (Some(name), _) => format!("`gen: {name}` needs `{key}`"),
        (None, Some(name)) => format!("`{name}` needs `{key}`"),
        (None, None) => format!("`{key}` is needed here"),
    };
    let finding = Diagnostic::error("E0202", format!("the key `{key}` is missing")).at(owner.span, label);
    let property = schema.get("properties").and_then(|properties| properties.get(key));
    let property = property.map(|property| schema::target(walk.root, property));
    let finding = match property.and_then(schema::description) {
        Some(text) => finding.note(format!("`{key}`: {text}")),
        None => finding,
    };
    let example = property.and_then(|property| schema::example_values(property).first());
    match example.or_else(|| property.and_then(|property| property.get("const"))) {
        Some(value) => {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            finding.help(format!("add it, for instance `{key}: {value}`"))
        }
        None => finding.help(format!("add `{key}:`")),
    }
}

fn check_dependent<'s>(walk: &Walk<'s>, schema: &'s Value, node: &Node, owner: Owner<'_>, out: &mut Out) {
    for (key, needs) in schema::entries(schema, "dependentRequired") {
        let Some(entry) = node.entry(key) else { continue };
        let needs = needs.as_array().into_iter().flatten().filter_map(Value::as_str);
        for other in needs.filter(|other| node.get(other).is_none()) {
            out.push(|| {
                Diagnostic::error("E0209", format!("`{key}` needs `{other}` beside it"))
                    .at(entry.key_span, "")
                    .help(format!("add `{other}:`, or remove `{key}`"))
            });
        }
    }
    for (key, branch) in schema::entries(schema, "dependentSchemas") {
        if node.get(key).is_some() {
            walk.check(branch, node, owner, out);
        }
    }
}

/// The finding for keys of one mapping of which only one may stay.
pub(super) fn exclusive(entries: &[&Entry]) -> Diagnostic {
    let names: Vec<_> = entries.iter().map(|entry| format!("`{}`", entry.key)).collect();
    let mut sorted: Vec<_> = entries.to_vec();
    sorted.sort_by_key(|entry| entry.key_span);
    let finding = Diagnostic::error("E0209", format!("{} exclude each other", schema::list(&names, "and")));
    let (last, others) = sorted.split_last().expect("keys exclude each other");
    let finding = finding.at(last.key_span, "").help("keep one of them");
    others.iter().fold(finding, |finding, entry| finding.and(entry.key_span, ""))
}
