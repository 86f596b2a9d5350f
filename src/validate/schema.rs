//! Reading a JSON Schema: references, types, and the words that it has for people.

use crate::source::{Node, Scalar, Value as Shape};
use serde_json::Value;

/// Follows `$ref` within the document, as far as nothing stands beside it that would be lost.
pub(super) fn target<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    let mut at = schema;
    for _ in 0..32 {
        match reference(root, at) {
            Some(next) if !has_keywords_beside_ref(at) => at = next,
            _ => break,
        }
    }
    at
}

/// What `$ref` names, when it is a pointer into the same document.
pub(super) fn reference<'s>(root: &'s Value, schema: &Value) -> Option<&'s Value> {
    root.pointer(schema.get("$ref")?.as_str()?.strip_prefix('#')?)
}

fn has_keywords_beside_ref(schema: &Value) -> bool {
    const NOTES: [&str; 6] = ["$ref", "description", "title", "default", "examples", "x-synth-examples"];
    schema.as_object().is_some_and(|keywords| keywords.keys().any(|key| !NOTES.contains(&key.as_str())))
}

/// The entries of a keyword that is an object.
pub(super) fn entries<'s>(schema: &'s Value, keyword: &str) -> impl Iterator<Item = (&'s str, &'s Value)> {
    schema.get(keyword).and_then(Value::as_object).into_iter().flatten().map(|(key, value)| (key.as_str(), value))
}

/// The items of a keyword that is an array.
pub(super) fn items<'s>(schema: &'s Value, keyword: &str) -> &'s [Value] {
    schema.get(keyword).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The strings of a keyword that is an array of them.
pub(super) fn strings<'s>(schema: &'s Value, keyword: &str) -> impl Iterator<Item = &'s str> {
    items(schema, keyword).iter().filter_map(Value::as_str)
}

/// The types that `type` allows; empty when there is no such keyword.
pub(super) fn types(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(many)) => many.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Whether a value is of one of JSON Schema's types; a float without fraction is an integer, too.
pub(super) fn is_of_type(node: &Node, name: &str) -> bool {
    match (&node.value, name) {
        (Shape::Scalar(Scalar::Null), "null")
        | (Shape::Scalar(Scalar::Bool(_)), "boolean")
        | (Shape::Scalar(Scalar::Int { .. } | Scalar::Float { .. }), "number")
        | (Shape::Scalar(Scalar::Int { .. }), "integer")
        | (Shape::Scalar(Scalar::Str { .. }), "string")
        | (Shape::Sequence(_), "array")
        | (Shape::Mapping(_), "object") => true,
        (Shape::Scalar(Scalar::Float { .. }), "integer") => number(node).is_some_and(|value| value == value.trunc()),
        _ => false,
    }
}

/// The value of a number scalar as JSON has it.
pub(super) fn number(node: &Node) -> Option<f64> {
    match &node.value {
        Shape::Scalar(Scalar::Int { .. } | Scalar::Float { .. }) => node.to_json().as_f64(),
        _ => None,
    }
}

/// What a person calls a type.
pub(super) fn type_name(name: &str) -> &'static str {
    match name {
        "object" => "a mapping",
        "array" => "a list",
        "string" => "text",
        "number" => "a number",
        "integer" => "a whole number",
        "boolean" => "`true` or `false`",
        _ => "nothing",
    }
}

/// `a`, `a or b`, `a, b or c`.
pub(super) fn either<S: AsRef<str>>(words: &[S]) -> String {
    list(words, "or")
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn list<S: AsRef<str>>(words: &[S], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., end] => {
            let first: Vec<_> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", first.join(", "), end.as_ref())
        }
    }
}

/// A JSON value as one would write it in the spec.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::String(text) => format!("`{text}`"),
        other => format!("`{}`", flow(other)),
    }
}

/// A value in YAML's flow style, as in `{ gen: number, max: 6 }`.
fn flow(value: &Value) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "_-.%".contains(c);
    match value {
        Value::String(text) if text.chars().all(is_plain) => text.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Value::Object(entries) => {
            let entries: Vec<_> = entries.iter().map(|(key, value)| format!("{key}: {}", flow(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        other => other.to_string(),
    }
}

/// The first paragraph of the description, as one line.
pub(super) fn description(schema: &Value) -> Option<String> {
    let text = schema.get("description")?.as_str()?;
    let first = text.split("\n\n").next()?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!first.is_empty()).then_some(first)
}

/// The examples: those for messages, which may be mappings, before those that editors offer.
pub(super) fn example_values(schema: &Value) -> &[Value] {
    match items(schema, "x-synth-examples") {
        [] => items(schema, "examples"),
        ours => ours,
    }
}

/// "for instance `a`, `b`" from the examples.
pub(super) fn examples(schema: &Value) -> Option<String> {
    let shown: Vec<_> = example_values(schema).iter().take(3).map(written).collect();
    (!shown.is_empty()).then(|| format!("for instance {}", either(&shown)))
}
