//! Small pieces of a JSON Schema.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// A reference to a definition.
pub(super) fn definition(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// A reference with a description of its own beside it.
pub(super) fn described(name: &str, description: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}"), "description": description })
}

/// Any text.
pub(super) fn text(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

/// A reference to a scalar type's definition.
pub(super) fn scalar<T: JsonSchema>(generator: &mut SchemaGenerator, description: &str) -> Value {
    let mut schema = generator.subschema_for::<T>().to_value();
    schema["description"] = Value::from(description);
    schema
}

/// A mapping with a closed set of keys.
pub(super) fn object(properties: Value, required: &[&str]) -> Value {
    let mut schema = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema["additionalProperties"] = false.into();
    schema
}

/// A mapping whose keys the user chooses.
pub(super) fn map_of(values: Value, description: &str) -> Value {
    json!({ "type": "object", "additionalProperties": values, "description": description })
}

/// A list with at least one item.
pub(super) fn list_of(items: Value, description: &str) -> Value {
    json!({ "type": "array", "items": items, "minItems": 1, "description": description })
}

/// One of several names, each with a line for people; `kind` is what messages call them.
pub(super) fn one_of<'n>(names: impl Iterator<Item = (&'n str, &'n str)>, kind: &str, about: &str) -> Value {
    let (names, lines): (Vec<&str>, Vec<&str>) = names.unzip();
    json!({ "type": "string", "enum": names, "enumDescriptions": lines, "x-synth-kind": kind, "description": about })
}

/// `if` the key has one of these values, `then` the definition holds.
pub(super) fn choose(key: &str, values: &[&str], name: &str) -> Value {
    let value = match values {
        [only] => json!({ "const": only }),
        _ => json!({ "enum": values }),
    };
    json!({ "if": { "properties": { key: value }, "required": [key] }, "then": definition(name) })
}

/// Adds parts that must all hold, if there are any.
pub(super) fn all_of(schema: &mut Value, parts: Vec<Value>) {
    if !parts.is_empty() {
        schema["allOf"] = parts.into();
    }
}

/// A rule with words of its own, which validation says instead of the keyword's: the code, the key at fault (by default the
/// key before the mapping), the message (editors show it, too) and the fix.
pub(super) fn rule(mut schema: Value, code: &str, at: Option<&str>, message: &str, help: &str) -> Value {
    schema["errorMessage"] = message.into();
    schema["x-synth-code"] = code.into();
    if let Some(key) = at {
        schema["x-synth-at"] = key.into();
    }
    schema["x-synth-help"] = help.into();
    schema
}

/// A parameter schema, closed, with keys beside its own that are checked elsewhere.
pub(super) fn closed(mut params: Value, about: &str, keys: &[&str]) -> Value {
    let mut schema = json!({ "type": "object", "description": about });
    let mut properties = match params.get_mut("properties").map(Value::take) {
        Some(Value::Object(own)) => own,
        _ => Map::new(),
    };
    properties.extend(keys.iter().map(|key| ((*key).to_owned(), true.into())));
    merge(&mut schema, params);
    schema["type"] = "object".into();
    schema["description"] = about.into();
    schema["properties"] = Value::Object(properties);
    schema["additionalProperties"] = false.into();
    schema
}

/// Adds the keywords of `from` to those of `into`.
pub(super) fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}
