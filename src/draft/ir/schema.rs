//! The draft's types -> the JSON Schema that models are held to, in the small part of the language that every provider takes.
//!
//! The keywords are `type`, `description`, `properties`, `required`, `additionalProperties`, `items` and `enum`; every property is
//! required, every object closed, nothing may be null, nothing refers to anything. It has 68 properties in four levels of
//! objects; with the generators' names 137 values of enums of 1610 letters, in 8.0 KB without blanks, without them 29 values
//! in 6.2 KB. The strictest limits that are known are 100 properties in five levels (older OpenAI deployments), 1000 values
//! of enums, no optional property and no union; a test holds it to 100, 5, 250 and 8 KB.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value as Json, json};

use super::Ir;
use crate::generators;

/// How the schema says which generators there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GeneratorNames {
    /// As an enum: OpenAI, Anthropic, Ollama.
    Listed,
    /// Not at all, since long enums make too many states: Gemini. The prompt has them.
    Any,
}

/// The schema of a draft.
pub fn schema(names: GeneratorNames) -> Json {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let whole = Ir::json_schema(&mut settings.into_generator()).to_value();
    let mut schema = reduced(&whole);
    shorten(&mut schema, &mut BTreeSet::new());
    if names == GeneratorNames::Listed {
        let listed: Vec<&str> = generators::all().map(|def| def.name).collect();
        schema["properties"]["tables"]["items"]["properties"]["columns"]["items"]["properties"]["generator"]["enum"] =
            listed.into();
    }
    schema
}

/// A schema in the keywords that all providers know.
fn reduced(schema: &Json) -> Json {
    let mut kept = Map::new();
    if let Some(names) = names(schema) {
        kept.insert("type".to_owned(), "string".into());
        kept.insert("enum".to_owned(), names);
    } else if let Some(name) = schema.get("type") {
        kept.insert("type".to_owned(), name.clone());
    }
    if let Some(text) = schema["description"].as_str() {
        kept.insert("description".to_owned(), plain(text).into());
    }
    if let Some(items) = schema.get("items") {
        let mut items = reduced(items);
        // The list has said it.
        items.as_object_mut().map(|items| items.remove("description"));
        kept.insert("items".to_owned(), items);
    }
    if let Some(properties) = schema["properties"].as_object() {
        let names: Vec<&String> = properties.keys().collect();
        kept.insert("required".to_owned(), json!(names));
        kept.insert("additionalProperties".to_owned(), false.into());
        let each = properties.iter().map(|(name, property)| (name.clone(), reduced(property)));
        kept.insert("properties".to_owned(), each.collect::<Map<_, _>>().into());
    }
    kept.into()
}

/// The fewest words in which a description says more than the property's name.
const WORDS: usize = 8;

/// Takes out descriptions that say no more than the name, or what another has said: whole, the schema would be too large.
fn shorten(schema: &mut Json, said: &mut BTreeSet<String>) {
    let Some(keywords) = schema.as_object_mut() else { return };
    if let Some(text) = keywords.get("description").and_then(Json::as_str).map(str::to_owned) {
        let is_short = text.split(' ').count() < WORDS;
        if is_short || !said.insert(text) {
            keywords.remove("description");
        }
    }
    keywords.get_mut("items").into_iter().for_each(|items| shorten(items, said));
    let properties = keywords.get_mut("properties").and_then(Json::as_object_mut);
    properties.into_iter().flatten().for_each(|(_, property)| shorten(property, said));
}

/// The names of an enum whose variants have docs.
fn names(schema: &Json) -> Option<Json> {
    if let Some(names) = schema.get("enum") {
        return Some(names.clone());
    }
    let variants = schema["oneOf"].as_array()?;
    let names = variants.iter().flat_map(|variant| match (variant.get("const"), variant["enum"].as_array()) {
        (Some(name), _) => vec![name.clone()],
        (None, Some(names)) => names.clone(),
        (None, None) => Vec::new(),
    });
    Some(names.collect::<Vec<Json>>().into())
}

/// A doc comment for a reader who sees no code: one line, without links to items.
fn plain(text: &str) -> String {
    let words = text.replace("[`", "`").replace("`]", "`").replace("RuleKind::UniqueTogether", "unique_together");
    let words = words.replace("`Column::when`", "`when`");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYWORDS: &[&str] =
        &["type", "description", "properties", "required", "additionalProperties", "items", "enum"];

    #[derive(Default, Debug)]
    struct Measure {
        properties: usize,
        depth: usize,
        enums: Vec<String>,
    }

    /// Holds a schema to the limits of all providers, and measures it.
    fn lint(schema: &Json, depth: usize, found: &mut Measure) {
        let keywords = schema.as_object().expect("a schema is an object");
        assert!(keywords.keys().all(|keyword| KEYWORDS.contains(&keyword.as_str())), "{schema}");
        let name = keywords["type"].as_str().expect("one type");
        assert!(matches!(name, "object" | "array" | "string" | "integer" | "number" | "boolean"), "{name}");
        found.depth = found.depth.max(depth);
        let values = keywords.get("enum").and_then(Json::as_array).into_iter().flatten();
        found.enums.extend(values.map(|value| value.as_str().expect("a name").to_owned()));
        if name == "array" {
            lint(&keywords["items"], depth, found);
        }
        if name == "object" {
            let properties = keywords["properties"].as_object().expect("it has some");
            let required: Vec<&str> =
                keywords["required"].as_array().unwrap().iter().map(|n| n.as_str().unwrap()).collect();
            assert_eq!(required, properties.keys().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(keywords["additionalProperties"], false);
            found.properties += properties.len();
            for property in properties.values() {
                let is_object = property["type"] == "object" || property["items"]["type"] == "object";
                lint(property, depth + usize::from(is_object), found);
            }
        }
    }

    #[test]
    fn the_schema_keeps_within_the_limits_of_every_provider() {
        for (names, size, enums) in [(GeneratorNames::Listed, 8192, 250), (GeneratorNames::Any, 6500, 40)] {
            let schema = schema(names);
            assert_eq!(schema["type"], "object");
            let mut found = Measure::default();
            lint(&schema, 1, &mut found);
            let bytes = schema.to_string().len();
            let letters: usize = found.enums.iter().map(String::len).sum();
            println!(
                "{names:?}: {} properties, depth {}, {} enum values, {letters} letters, {bytes} bytes",
                found.properties,
                found.depth,
                found.enums.len()
            );
            assert!(found.properties <= 100 && found.depth <= 5, "{found:?}");
            assert!(found.enums.len() <= enums && letters <= 15_000, "{} {letters}", found.enums.len());
            assert!(bytes <= size, "{bytes}");
        }
    }

    #[test]
    fn the_schema_admits_a_draft_as_it_is_serialized() {
        let mut ir = Ir { title: "x".to_owned(), ..Ir::default() };
        ir.assume("locale", "none was said", "en_US");
        let validator = jsonschema::validator_for(&schema(GeneratorNames::Any)).expect("it is a schema");
        assert!(validator.is_valid(&serde_json::to_value(&ir).expect("it is plain")));
    }
}
