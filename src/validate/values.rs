//! Keywords about a value by itself: its type, what it may be, its form, its size.

use super::explain::{Out, Walk};
use super::schema::{self, either, written};
use crate::diag::{Diagnostic, did_you_mean};
use crate::source::{Node, Scalar, Value as Shape};
use serde_json::Value;

/// At most so many possible values are listed.
const MAX_LISTED: usize = 12;

/// Checks `type`; what has the wrong type needs no more checks.
pub(super) fn check_type(schema: &Value, node: &Node, out: &mut Out) -> bool {
    let types = schema::types(schema);
    let fits = types.is_empty() || types.iter().any(|name| schema::is_of_type(node, name));
    if !fits {
        out.push(|| wrong_type(&types, schema, node));
    }
    fits
}

/// The finding for a value of none of these types.
pub(super) fn wrong_type(types: &[&str], schema: &Value, node: &Node) -> Diagnostic {
    let mut wanted: Vec<&str> = Vec::new();
    for name in types.iter().filter(|name| **name != "null").map(|name| schema::type_name(name)) {
        if !wanted.contains(&name) {
            wanted.push(name);
        }
    }
    let message = format!("expected {}, found {}", either(&wanted), found(node));
    let finding = Diagnostic::error("E0204", message).at(node.head_span(), "");
    let finding = match schema::description(schema) {
        Some(text) => finding.note(text),
        None => finding,
    };
    match type_help(types, node).or_else(|| schema::examples(schema)) {
        Some(help) => finding.help(help),
        None => finding,
    }
}

fn found(node: &Node) -> String {
    match &node.value {
        Shape::Scalar(Scalar::Bool(value)) => format!("`{value}`"),
        _ => node.kind().to_owned(),
    }
}

/// The likely slip behind a wrong type.
fn type_help(types: &[&str], node: &Node) -> Option<String> {
    let wants = |name: &str| types.contains(&name);
    let text = node.text().unwrap_or_default();
    match &node.value {
        Shape::Scalar(Scalar::Null) => Some("write a value behind the colon, or remove the key".to_owned()),
        Shape::Scalar(Scalar::Str { .. }) if wants("boolean") => bool_help(text),
        Shape::Scalar(Scalar::Str { .. }) if (wants("number") || wants("integer")) && text.parse::<f64>().is_ok() => {
            Some(format!("remove the quotes: `{text}`"))
        }
        Shape::Scalar(Scalar::Float { .. }) if wants("integer") => Some("write a whole number".to_owned()),
        Shape::Scalar(_) if wants("string") && !wants("object") => Some(format!("put it in quotes: `\"{text}\"`")),
        Shape::Sequence(_) if types == ["object"] => {
            Some("write names with their values, `name: …`, instead of a list".to_owned())
        }
        Shape::Scalar(_) if wants("array") => Some(format!("write a list: `[{text}]`")),
        _ => None,
    }
}

fn bool_help(text: &str) -> Option<String> {
    if matches!(text, "true" | "false") {
        return Some(format!("remove the quotes: `{text}`"));
    }
    let meant = match text.to_lowercase().as_str() {
        "yes" | "on" | "y" | "true" => "true",
        "no" | "off" | "n" | "false" => "false",
        _ => return None,
    };
    Some(format!("write `{meant}`; in YAML 1.2 `{text}` is text"))
}

/// Checks all other keywords about the value.
pub(super) fn check<'s>(walk: &Walk<'s>, schema: &'s Value, node: &Node, out: &mut Out) {
    check_options(schema, node, out);
    match &node.value {
        Shape::Scalar(Scalar::Str { text }) => check_text(walk, schema, node, text, out),
        Shape::Scalar(Scalar::Int { .. } | Scalar::Float { .. }) => check_number(schema, node, out),
        Shape::Sequence(items) => check_list(schema, node, items, out),
        Shape::Mapping(_) => check_count(schema, ["minProperties", "maxProperties"], node, "entries", out),
        Shape::Scalar(_) => {}
    }
}

/// The values that `enum` or `const` allow.
pub(super) fn options(schema: &Value) -> Option<Vec<&Value>> {
    match (schema.get("const"), schema.get("enum")) {
        (Some(only), _) => Some(vec![only]),
        (None, Some(Value::Array(many))) => Some(many.iter().collect()),
        _ => None,
    }
}

fn check_options(schema: &Value, node: &Node, out: &mut Out) {
    let Some(options) = options(schema) else { return };
    if !options.iter().any(|option| is_equal(node, option)) {
        out.push(|| not_an_option(schema, &options, node));
    }
}

/// Equality as JSON has it, without building the JSON of a text.
pub(super) fn is_equal(node: &Node, option: &Value) -> bool {
    match (&node.value, option) {
        (Shape::Scalar(Scalar::Str { text }), Value::String(want)) => text == want,
        (Shape::Scalar(Scalar::Str { .. }), _) | (_, Value::String(_)) => false,
        (Shape::Scalar(_), Value::Number(want)) => schema::number(node).is_some_and(|v| Some(v) == want.as_f64()),
        _ => &node.to_json() == option,
    }
}

/// The finding for a value that is none of the possible ones.
pub(super) fn not_an_option(schema: &Value, options: &[&Value], node: &Node) -> Diagnostic {
    let word = node.text().unwrap_or_default();
    let kind = schema.get("x-synth-kind").and_then(Value::as_str);
    let finding = match kind {
        Some(kind) => Diagnostic::error(code_of(kind), format!("unknown {kind} `{word}`"))
            .at(node.head_span(), format!("no {kind} has this name")),
        None if node.text().is_some() => {
            Diagnostic::error("E0205", format!("`{word}` is not allowed here")).at(node.head_span(), "")
        }
        None => Diagnostic::error("E0205", format!("{} is not allowed here", node.kind())).at(node.head_span(), ""),
    };
    let names: Vec<&str> = options.iter().filter_map(|option| option.as_str()).collect();
    let alias = schema.get("x-synth-also").and_then(|also| also.get(word.to_lowercase())).and_then(Value::as_str);
    let alias = alias.map(|name| format!("did you mean `{name}`?"));
    match (alias.or_else(|| did_you_mean(word, names.iter().copied())), kind) {
        (Some(help), _) => finding.help(help),
        (None, Some("generator")) => finding.help("`synth generators` lists them all"),
        (None, _) => finding.help(possible(options)),
    }
}

/// The code for an unknown name of a kind.
fn code_of(kind: &str) -> &'static str {
    match kind {
        "generator" => "E0203",
        "type" => "E0401",
        "locale" => "E0429",
        "format" => "E0701",
        _ => "E0205",
    }
}

fn possible(options: &[&Value]) -> String {
    let shown: Vec<_> = options.iter().take(MAX_LISTED).map(|option| written(option)).collect();
    match options.len() {
        1 => format!("write {}", shown[0]),
        n if n > MAX_LISTED => format!("possible are {} and {} more", shown.join(", "), n - MAX_LISTED),
        _ => format!("possible are {}", schema::list(&shown, "and")),
    }
}

fn check_text<'s>(walk: &Walk<'s>, schema: &'s Value, node: &Node, text: &str, out: &mut Out) {
    let has_form = |pattern| walk.matches(pattern, text);
    if !schema.get("pattern").and_then(Value::as_str).is_none_or(has_form) {
        out.push(|| wrong_form(schema, node, text));
    }
    let len = text.chars().count() as u64;
    let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_u64);
    if limit("minLength").is_some_and(|min| len < min) {
        let message = if len == 0 { "the text is empty" } else { "the text is too short" };
        out.push(|| Diagnostic::error("E0208", message).at(node.span, "").help("write a value"));
    }
    if let Some(max) = limit("maxLength").filter(|max| len > *max) {
        let message = format!("the text has {len} characters, at most {max} are possible");
        out.push(|| Diagnostic::error("E0208", message).at(node.span, "").help("shorten it"));
    }
}

fn wrong_form(schema: &Value, node: &Node, text: &str) -> Diagnostic {
    let finding = Diagnostic::error("E0207", format!("`{text}` does not have the right form")).at(node.head_span(), "");
    let finding = match schema::description(schema) {
        Some(text) => finding.note(text),
        None => finding,
    };
    let pattern = schema.get("pattern").and_then(Value::as_str).unwrap_or_default();
    finding.help(schema::examples(schema).unwrap_or_else(|| format!("it must match `{pattern}`")))
}

fn check_number(schema: &Value, node: &Node, out: &mut Out) {
    let Some(value) = schema::number(node) else { return };
    let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_f64);
    let rules: [(&str, bool, &str); 4] = [
        ("minimum", limit("minimum").is_some_and(|min| value < min), "less than"),
        ("exclusiveMinimum", limit("exclusiveMinimum").is_some_and(|min| value <= min), "not more than"),
        ("maximum", limit("maximum").is_some_and(|max| value > max), "more than"),
        ("exclusiveMaximum", limit("exclusiveMaximum").is_some_and(|max| value >= max), "not less than"),
    ];
    for (keyword, _, relation) in rules.iter().filter(|(_, is_broken, _)| *is_broken) {
        out.push(|| out_of_bounds(schema, node, value, relation, &schema[*keyword]));
    }
    if let Some(unit) = limit("multipleOf").filter(|unit| (value / unit).fract() != 0.0) {
        let message = format!("`{}` is not a multiple of {unit}", node.text().unwrap_or_default());
        out.push(|| Diagnostic::error("E0206", message).at(node.span, "").help(format!("use a multiple of {unit}")));
    }
}

fn out_of_bounds(schema: &Value, node: &Node, value: f64, relation: &str, limit: &Value) -> Diagnostic {
    let text = node.text().unwrap_or_default();
    let finding = Diagnostic::error("E0206", format!("`{text}` is {relation} {limit}")).at(node.span, "");
    let finding = match schema::description(schema) {
        Some(text) => finding.note(text),
        None => finding,
    };
    let takes_percent = schema::strings(schema, "examples").any(|example| example.ends_with('%'));
    match schema::examples(schema) {
        _ if takes_percent && (1.0..=100.0).contains(&value) => {
            finding.help(format!("if per cent are meant, write `{text}%`"))
        }
        Some(examples) => finding.help(examples),
        None => finding.help(bounds(schema)),
    }
}

fn bounds(schema: &Value) -> String {
    let limit = |keyword: &str, words: &str| schema.get(keyword).map(|limit| format!("{words} {limit}"));
    let low = limit("minimum", "at least").or_else(|| limit("exclusiveMinimum", "more than"));
    let high = limit("maximum", "at most").or_else(|| limit("exclusiveMaximum", "less than"));
    let both: Vec<_> = [low, high].into_iter().flatten().collect();
    format!("it must be {}", schema::list(&both, "and"))
}

fn check_list(schema: &Value, node: &Node, items: &[Node], out: &mut Out) {
    check_count(schema, ["minItems", "maxItems"], node, "items", out);
    if schema.get("uniqueItems") != Some(&Value::Bool(true)) {
        return;
    }
    let mut seen = std::collections::BTreeMap::new();
    for item in items {
        if let Some(first) = seen.insert(item.to_json().to_string(), item.head_span()) {
            out.push(|| {
                Diagnostic::error("E0208", "the same item stands twice in the list")
                    .at(item.head_span(), "again here")
                    .and(first, "first here")
                    .help("remove one of them")
            });
        }
    }
}

/// Checks the number of items or entries.
fn check_count(schema: &Value, [min, max]: [&str; 2], node: &Node, what: &str, out: &mut Out) {
    let count = (node.items().len() + node.entries().len()) as u64;
    let limit = |keyword: &str| schema.get(keyword).and_then(Value::as_u64);
    let finding =
        |message: String, help: String| Diagnostic::error("E0208", message).at(node.head_span(), "").help(help);
    if let Some(min) = limit(min).filter(|min| count < *min) {
        let message = match count {
            0 => format!("{} is empty", if what == "items" { "the list" } else { "the mapping" }),
            1 => format!(
                "there is only one {}, at least {min} are needed",
                if what == "items" { "item" } else { "entry" }
            ),
            _ => format!("there are {count} {what}, at least {min} are needed"),
        };
        out.push(|| finding(message, format!("write at least {min}")));
    }
    if let Some(max) = limit(max).filter(|max| count > *max) {
        out.push(|| {
            finding(format!("there are {count} {what}, at most {max} are possible"), format!("keep at most {max}"))
        });
    }
}
