//! The schema of an answer -> the same in a quarter of the tokens, for prompts: `{ name: string, rows: integer, ... }`.

use serde_json::Value;

/// The shape that a schema of the plain kind (objects, arrays, enums, scalars) describes.
pub fn shape(schema: &Value) -> String {
    if let Some(values) = schema["enum"].as_array() {
        // The catalogue has the names of generators.
        return match values.len() {
            0..=20 => values.iter().map(Value::to_string).collect::<Vec<_>>().join(" | "),
            _ => "string".to_owned(),
        };
    }
    match schema["type"].as_str() {
        Some("object") => {
            let fields = schema["properties"].as_object().into_iter().flatten();
            let fields: Vec<String> = fields.map(|(name, field)| format!("{name}: {}", shape(field))).collect();
            format!("{{{}}}", fields.join(", "))
        }
        Some("array") => format!("[{}]", shape(&schema["items"])),
        Some(scalar) => scalar.to_owned(),
        None => "any".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn shapes_are_short() {
        let schema = json!({ "type": "object", "properties": {
            "name": { "type": "string", "description": "long" },
            "kinds": { "type": "array", "items": { "type": "string", "enum": ["a", "b"] } },
        } });
        assert_eq!(shape(&schema), r#"{name: string, kinds: ["a" | "b"]}"#);
    }
}
