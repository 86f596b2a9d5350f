//! Schemas derived from Rust types -> schemas for people: a parameter that may be left out is not one that may be null,
//! and an enum is a list of names, each with a line.

use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

/// The tidy schema of a type, inline.
pub(super) fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    let mut schema = T::json_schema(generator).to_value();
    tidy(&mut schema);
    schema
}

/// Tidies a schema and all that is in it.
pub(super) fn tidy(schema: &mut Value) {
    names(schema);
    let Value::Object(keywords) = schema else {
        if let Value::Array(items) = schema {
            items.iter_mut().for_each(tidy);
        }
        return;
    };
    keywords.remove("format");
    if keywords.get("default") == Some(&Value::Null) {
        keywords.remove("default");
    }
    optional(keywords);
    for (keyword, value) in keywords.iter_mut() {
        match keyword.as_str() {
            "properties" | "patternProperties" | "dependentSchemas" => {
                value.as_object_mut().into_iter().flatten().for_each(|(_, property)| tidy(property));
            }
            "const" | "enum" | "default" | "examples" | "required" | "dependentRequired" => {}
            _ => tidy(value),
        }
    }
}

/// Takes null away from parameters that may be left out.
fn optional(keywords: &mut Map<String, Value>) {
    let required = keywords.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(Value::Object(properties)) = keywords.get_mut("properties") else { return };
    for (name, property) in properties {
        if !required.iter().any(|known| known == name) {
            without_null(property);
        }
    }
}

fn without_null(property: &mut Value) {
    let Value::Object(keywords) = property else { return };
    if let Some(Value::Array(types)) = keywords.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = &types[..] {
            keywords["type"] = only.clone();
        }
    }
    if let Some(Value::Array(values)) = keywords.get_mut("enum") {
        values.retain(|value| !value.is_null());
    }
    let is_null = |branch: &Value| branch == &json!({ "type": "null" });
    if let Some([one, other]) = keywords.get("anyOf").and_then(Value::as_array).map(Vec::as_slice)
        && is_null(other)
    {
        let one = one.clone();
        keywords.remove("anyOf");
        if let Value::Object(own) = one {
            own.into_iter().for_each(|(keyword, value)| {
                keywords.entry(keyword).or_insert(value);
            });
        }
    }
}

/// An enum whose variants have docs: a list of names with a line each.
fn names(schema: &mut Value) {
    let Some(Value::Array(variants)) = schema.get("oneOf") else { return };
    let name = |variant: &Value| variant.get("const").filter(|name| name.is_string()).cloned();
    let Some(names) = variants.iter().map(name).collect::<Option<Vec<Value>>>() else { return };
    let line = |variant: &Value| variant.get("description").and_then(Value::as_str).unwrap_or_default().to_owned();
    let lines: Vec<String> = variants.iter().map(line).collect();
    let keywords = schema.as_object_mut().expect("it has a keyword");
    keywords.remove("oneOf");
    keywords.insert("type".to_owned(), "string".into());
    keywords.insert("enum".to_owned(), names.into());
    keywords.insert("enumDescriptions".to_owned(), lines.into());
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize, JsonSchema)]
    #[expect(dead_code, reason = "only its schema is looked at")]
    struct Params {
        /// How many.
        count: Option<u8>,
        /// Which.
        kind: Option<Kind>,
    }

    #[derive(Deserialize, JsonSchema)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        /// The first.
        One,
        /// The second.
        Two,
    }

    #[test]
    fn what_may_be_left_out_is_not_null_and_an_enum_is_a_list_of_names() {
        let mut generator = SchemaGenerator::default();
        let schema = of::<Params>(&mut generator);
        let count = json!({ "description": "How many.", "type": "integer", "minimum": 0, "maximum": 255 });
        assert_eq!(schema["properties"]["count"], count);
        assert_eq!(schema["properties"]["kind"], json!({ "description": "Which.", "$ref": "#/$defs/Kind" }));
        let mut kind = generator.take_definitions(true)["Kind"].clone();
        tidy(&mut kind);
        let want =
            json!({ "type": "string", "enum": ["one", "two"], "enumDescriptions": ["The first.", "The second."] });
        assert_eq!(kind, want);
    }
}
