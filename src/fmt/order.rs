//! [`Document`] with its keys in the canonical order: where the language names the keys. Where the user does, the author's
//! order means something and stays: tables, columns, values of a choice, outputs, profiles.
//!
//! The order of parameters is that of the schema. A document with aliases keeps its order, or they might come to stand
//! above their anchors.

use serde_json::{Map, Value as Json};

use super::tree::{Collection, Document, Kind, Value};

/// Keys of a document. What a spec can be told from outside stands before what it is told about.
const DOCUMENT: &[&str] = &[
    "synth",
    "name",
    "description",
    "seed",
    "now",
    "locale",
    "vars",
    "profiles",
    "tables",
    "expect",
    "defects",
    "outputs",
    "draft",
];

/// Keys of a table.
const TABLE: &[&str] =
    &["description", "rows", "per", "count", "as", "locale", "key", "unique", "columns", "correlate", "pins", "id"];

/// Keys of a column and of an entry of `when` before its generator's parameters.
const BEFORE: &[&str] = &["if", "gen"];

/// Keys of a column behind its generator's parameters.
const BEHIND: &[&str] = &["type", "null", "unique", "format", "locale", "description", "id", "when"];

/// Keys of an output before the options of its format.
const OUTPUT: &[&str] = &["format", "path", "tables"];

/// Keys of a distribution behind the parameters of its law: what is made of the law's values.
const BEHIND_LAW: &[&str] = &["min", "max", "zero", "round", "weight"];

/// Puts the keys of a document in order, by the schema that bears on it.
pub fn order(document: &mut Document, schema: &Json) {
    if document.root.has_alias() {
        return;
    }
    let mut orderer = Orderer { definitions: &schema["$defs"] };
    orderer.by_schema(&mut document.root, schema, 0);
    if let Some(root) = document.root.as_map_mut() {
        sort(root, |key| place(DOCUMENT, key));
        let mut each = |key: &str, change: &mut dyn FnMut(&mut Value)| {
            let entries = root.get_mut(key).and_then(Value::as_map_mut).map(|map| &mut map.entries);
            entries.into_iter().flatten().for_each(|entry| change(&mut entry.value));
        };
        each("tables", &mut |table| orderer.table(table));
        each("outputs", &mut |output| {
            output.as_map_mut().into_iter().for_each(|map| sort(map, |key| place(OUTPUT, key)))
        });
    }
}

/// Where a key stands in a list; behind it when it is not there.
fn place(keys: &[&str], key: &str) -> usize {
    keys.iter().position(|known| *known == key).unwrap_or(keys.len())
}

/// Where a key stands among those of a schema: by the order of the schema, but bounds behind the parameters of a law.
fn place_by_schema(properties: Option<&Map<String, Json>>, key: &str) -> usize {
    let Some(properties) = properties else { return 0 };
    let at = properties.keys().position(|known| known == key).unwrap_or(properties.len());
    match BEHIND_LAW.iter().position(|known| *known == key) {
        Some(behind) if properties.contains_key("dist") => properties.len() + 1 + behind,
        _ => at,
    }
}

/// Sorts entries, those of one rank as they stood.
fn sort(map: &mut Collection, rank: impl Fn(&str) -> usize) {
    map.entries.sort_by_key(|entry| rank(entry.name()));
}

struct Orderer<'s> {
    definitions: &'s Json,
}

impl<'s> Orderer<'s> {
    fn table(&mut self, table: &mut Value) {
        let Some(table) = table.as_map_mut() else { return };
        sort(table, |key| place(TABLE, key));
        let columns = table.get_mut("columns").and_then(Value::as_map_mut).map(|columns| &mut columns.entries);
        for column in columns.into_iter().flatten() {
            self.column(&mut column.value, "column");
        }
    }

    /// A column, or an entry of `when`: `kind` is the part of the schema that has its parameters.
    fn column(&mut self, column: &mut Value, kind: &str) {
        let Some(column) = column.as_map_mut() else { return };
        let generator = column.get("gen").and_then(Value::scalar).map(|name| name.text.clone());
        let params = generator.and_then(|name| self.params(kind, &name));
        let names = params.and_then(|params| params["properties"].as_object());
        let rank = |key: &str| match (place(BEFORE, key), place(BEHIND, key)) {
            (at, _) if at < BEFORE.len() => at,
            (_, at) if at < BEHIND.len() => usize::MAX - BEHIND.len() + at,
            _ => BEFORE.len() + place_by_schema(names, key),
        };
        sort(column, rank);
        for entry in &mut column.entries {
            let schema = names.and_then(|names| names.get(entry.name()));
            match (entry.name() == "when", schema) {
                (true, _) => {
                    let branches = entry.value.collection_mut().map(|branches| &mut branches.entries);
                    branches.into_iter().flatten().for_each(|branch| self.column(&mut branch.value, "branch"));
                }
                (false, Some(schema)) => self.by_schema(&mut entry.value, schema, 0),
                (false, None) => {}
            }
        }
    }

    /// The schema of a generator's parameters: that of the group to which it belongs.
    fn params(&self, kind: &str, generator: &str) -> Option<&'s Json> {
        let root =
            if kind == "column" { &self.definitions["column.mapping"]["else"] } else { &self.definitions["branch"] };
        let is_it = |choice: &&Json| {
            let wanted = &choice["if"]["properties"]["gen"];
            wanted["const"] == generator
                || wanted["enum"].as_array().is_some_and(|names| names.iter().any(|name| name == generator))
        };
        let choice = root["allOf"].as_array()?.iter().find(is_it)?;
        self.definition(&choice["then"])
    }

    /// What a `$ref` points at.
    fn definition(&self, schema: &'s Json) -> Option<&'s Json> {
        self.definitions.get(schema["$ref"].as_str()?.strip_prefix("#/$defs/")?)
    }

    /// Orders a value by its schema: by `properties` where the language names the keys.
    fn by_schema(&mut self, value: &mut Value, schema: &'s Json, depth: usize) {
        if depth > 64 {
            return;
        }
        if let Some(target) = self.definition(schema) {
            self.by_schema(value, target, depth + 1);
        }
        let Some(collection) = value.collection_mut() else { return };
        let properties = schema["properties"].as_object();
        if collection.kind == Kind::Map && schema["additionalProperties"] == false {
            sort(collection, |key| place_by_schema(properties, key));
        }
        for entry in &mut collection.entries {
            let own = properties.and_then(|names| names.get(entry.name()));
            let other =
                [&schema["additionalProperties"], &schema["items"]].into_iter().find(|schema| schema.is_object());
            if let Some(schema) = own.or(other) {
                self.by_schema(&mut entry.value, schema, depth + 1);
            }
        }
        for alternatives in ["anyOf", "oneOf", "allOf"] {
            for schema in schema[alternatives].as_array().into_iter().flatten() {
                self.by_schema(value, schema, depth + 1);
            }
        }
        self.conditional(value, schema, depth);
    }

    /// `if` / `then` / `else` over the presence or the value of a key.
    fn conditional(&mut self, value: &mut Value, schema: &'s Json, depth: usize) {
        let condition = &schema["if"];
        if !condition.is_object() {
            return;
        }
        let Some(map) = value.as_map() else { return };
        let required = condition["required"].as_array().into_iter().flatten();
        let is_present = required.filter_map(Json::as_str).all(|key| map.get(key).is_some());
        let is_equal = condition["properties"].as_object().into_iter().flatten().all(|(key, wanted)| {
            let text = map.get(key).and_then(Value::scalar).map(|scalar| scalar.text.as_str());
            wanted.get("const").is_none_or(|constant| constant.as_str() == text)
        });
        let branch = if is_present && is_equal { &schema["then"] } else { &schema["else"] };
        if branch.is_object() {
            self.by_schema(value, branch, depth + 1);
        }
    }
}
