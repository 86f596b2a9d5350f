//! A generator's name -> its parameters, as its schema has them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use schemars::SchemaGenerator;
use serde_json::Value as Json;

use crate::generators;

/// The parameters of a generator.
#[derive(Debug, Default)]
pub struct Parameters {
    /// By name: the schema of each.
    pub known: BTreeMap<String, Json>,
    /// Those that must be there.
    pub required: Vec<String>,
}

impl Parameters {
    /// Whether a parameter is a text and nothing else, such as a pattern.
    pub fn is_text(&self, name: &str) -> bool {
        self.known.get(name).is_some_and(|schema| schema["type"] == "string" && schema.get("enum").is_none())
    }
}

/// The parameters of a listed generator.
pub fn parameters(generator: &str) -> Option<&'static Parameters> {
    static ALL: OnceLock<BTreeMap<&'static str, Parameters>> = OnceLock::new();
    ALL.get_or_init(|| generators::all().map(|def| (def.name, read(def))).collect()).get(generator)
}

fn read(def: &generators::GeneratorDef) -> Parameters {
    let mut generator = SchemaGenerator::default();
    let schema = (def.params)(&mut generator).to_value();
    let definitions = generator.take_definitions(true);
    let behind = |schema: &Json| match schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        Some(name) => definitions.get(name).cloned().unwrap_or_default(),
        None => schema.clone(),
    };
    let whole = behind(&schema);
    let own = whole["properties"].as_object().into_iter().flatten();
    let required = whole["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
    Parameters {
        known: own.map(|(name, schema)| (name.clone(), plain(schema, &behind))).collect(),
        required: required.map(str::to_owned).collect(),
    }
}

/// The schema of a parameter that is there, without "or null".
fn plain(schema: &Json, behind: &dyn Fn(&Json) -> Json) -> Json {
    let present = |schema: &Json| schema["type"] != "null";
    let mut schema = match schema["anyOf"].as_array().map(Vec::as_slice) {
        Some([one, other]) if !present(other) => behind(one),
        _ => behind(schema),
    };
    if let Some(types) = schema["type"].as_array().cloned() {
        let rest: Vec<Json> = types.into_iter().filter(|name| name != "null").collect();
        schema["type"] = if let [only] = &rest[..] { only.clone() } else { rest.into() };
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_those_of_the_registry() {
        let number = parameters("number").expect("it is listed");
        assert!(number.known.contains_key("p95") && number.known.contains_key("round"));
        assert!(parameters("pattern").is_some_and(|known| known.is_text("pattern") && known.required == ["pattern"]));
        assert!(parameters("expr").is_some_and(|known| known.is_text("expr")));
        assert!(parameters("datetime").is_some_and(|known| known.is_text("from")));
        assert!(parameters("ref").is_some_and(|known| known.is_text("to") && !known.is_text("skew")));
        assert!(parameters("person.email").is_some());
        assert!(parameters("nothing").is_none());
    }
}
