//! The JSON Schema of parameters or options -> one [`Param`] each, for pages.

use schemars::generate::SchemaSettings;
use schemars::{Schema, SchemaGenerator};
use serde_json::{Value, json};

use super::wrapped;

/// A parameter as its schema describes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Param {
    /// The key.
    pub name: String,
    /// What kind of value it takes, in a few words.
    pub kind: String,
    /// Whether it must be there.
    pub is_required: bool,
    /// Its default, where the schema has one.
    pub default: Option<String>,
    /// What it does, as the schema says.
    pub description: String,
}

impl Param {
    /// The parameter for programs.
    pub fn to_json(&self) -> Value {
        json!({
            "name": self.name,
            "type": self.kind,
            "required": self.is_required,
            "default": self.default,
            "description": self.description,
        })
    }
}

/// The parameters of a schema, in its order.
pub fn of(make: fn(&mut SchemaGenerator) -> Schema) -> Vec<Param> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let schema = make(&mut generator).to_value();
    let definitions = json!({ "$defs": generator.take_definitions(true) });
    let mut params = properties(&schema, &definitions, &[]);
    for branch in schema["allOf"].as_array().into_iter().flatten() {
        let more = properties(&branch["then"], &definitions, &params);
        params.extend(more);
    }
    params
}

fn properties(schema: &Value, definitions: &Value, known: &[Param]) -> Vec<Param> {
    let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let entries = schema["properties"].as_object().into_iter().flatten();
    let new = entries.filter(|(name, _)| known.iter().all(|param| param.name != **name));
    new.map(|(name, property)| param(name, property, definitions, required.contains(&name.as_str()))).collect()
}

fn param(name: &str, property: &Value, definitions: &Value, is_required: bool) -> Param {
    let target = resolve(property, definitions);
    let own = |key: &str| [property, target].into_iter().find_map(|schema| schema.get(key)).cloned();
    Param {
        name: name.to_owned(),
        kind: kind(property, definitions, 0),
        is_required,
        default: own("default").filter(|default| !default.is_null()).map(|default| default.to_string()),
        description: own("description").and_then(|text| text.as_str().map(one_line)).unwrap_or_default(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn resolve<'s>(schema: &'s Value, definitions: &'s Value) -> &'s Value {
    let pointer = schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| definitions.pointer(pointer)).unwrap_or(schema)
}

/// What kind of value a schema takes, in the words of a spec's author.
fn kind(schema: &Value, definitions: &Value, depth: usize) -> String {
    let schema = resolve(schema, definitions);
    if depth > 4 {
        return "value".to_owned();
    }
    if let Some(value) = schema.get("const") {
        return literal(value);
    }
    if let Some(values) = schema["enum"].as_array() {
        return values.iter().filter(|value| !value.is_null()).map(literal).collect::<Vec<_>>().join(" | ");
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(branches) = schema[key].as_array() {
            let mut kinds: Vec<String> = branches.iter().map(|branch| kind(branch, definitions, depth + 1)).collect();
            kinds.retain(|kind| kind != "nothing");
            kinds.dedup();
            return kinds.join(" | ");
        }
    }
    if schema.get("if").is_some() {
        let arms = ["then", "else"].iter().map(|arm| kind(&schema[arm], definitions, depth + 1));
        return arms.collect::<Vec<_>>().join(" | ");
    }
    match &schema["type"] {
        Value::String(name) => named(name, schema, definitions, depth),
        Value::Array(names) if is_number_as_text(names) => "number".to_owned(),
        Value::Array(names) => {
            let names = names.iter().filter_map(Value::as_str).filter(|name| *name != "null");
            names.map(|name| named(name, schema, definitions, depth)).collect::<Vec<_>>().join(" | ")
        }
        _ => "value".to_owned(),
    }
}

/// Numbers may be written as text (`10k`, `5%`, `"2 * scale"`): for people they are numbers.
fn is_number_as_text(types: &[Value]) -> bool {
    let other = |name: &str| !matches!(name, "number" | "integer" | "string" | "null");
    let names: Vec<&str> = types.iter().filter_map(Value::as_str).collect();
    names.contains(&"string")
        && names.iter().any(|n| *n == "number" || *n == "integer")
        && !names.iter().any(|n| other(n))
}

fn named(name: &str, schema: &Value, definitions: &Value, depth: usize) -> String {
    match name {
        "string" => "text".to_owned(),
        "boolean" => "true | false".to_owned(),
        "integer" => "integer".to_owned(),
        "array" => match schema.get("items") {
            Some(items) => format!("list of {}", kind(items, definitions, depth + 1)),
            None => "list".to_owned(),
        },
        "object" => "mapping".to_owned(),
        "null" => "nothing".to_owned(),
        other => other.to_owned(),
    }
}

fn literal(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The parameters as text for a page.
pub fn text(params: &[Param]) -> String {
    params
        .iter()
        .map(|param| {
            let required = if param.is_required { ", required" } else { "" };
            let default = param.default.as_ref().map(|default| format!(", default {default}")).unwrap_or_default();
            let about =
                if param.description.is_empty() { String::new() } else { wrapped(&param.description, "      ") };
            wrapped(&format!("{} ({}{required}{default})", param.name, param.kind), "  ") + &about
        })
        .collect()
}
