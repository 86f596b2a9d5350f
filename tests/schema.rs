//! The JSON Schema of specs is valid by itself, and admits what the registries show.

use serde_json::Value;
use synth::source::{SpecSource, parse};
use synth::{generators, spec, validate};

#[test]
fn the_schema_is_made_the_same_way_every_time() {
    assert_eq!(spec::schema_text(), spec::schema_text());
}

#[test]
fn the_schema_is_valid_by_the_meta_schema_of_2020_12_and_not_large() {
    let schema = spec::schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    if let Err(error) = jsonschema::meta::validate(&schema) {
        panic!("{} at {}", error, error.instance_path());
    }
    assert!(spec::schema_text().len() < 600_000, "{} bytes", spec::schema_text().len());
}

#[test]
fn every_reference_leads_somewhere_and_every_definition_is_used() {
    let schema = spec::schema();
    let mut used = Vec::new();
    references(&schema, &mut used);
    for path in &used {
        assert!(schema.pointer(path.trim_start_matches('#')).is_some(), "{path}");
    }
    for name in schema["$defs"].as_object().expect("definitions").keys() {
        assert!(used.iter().any(|path| path == &format!("#/$defs/{name}")), "{name} is not used");
    }
}

fn references(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(keywords) => {
            found.extend(keywords.get("$ref").and_then(Value::as_str).map(str::to_owned));
            keywords.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// The findings of a text by the schema alone.
fn findings(text: &str) -> Vec<String> {
    let node = parse(&SpecSource::from_text("x.yaml", text)).unwrap_or_else(|found| panic!("{text}\n{found:?}"));
    let found = validate::validate(&node, &spec::schema());
    assert_eq!(validate::validate(&node, &spec::schema_for(&node)), found, "the part for this document says the same");
    found.iter().map(|finding| format!("{} {}", finding.code, finding.message)).collect()
}

/// A spec with one column.
fn column(text: &str) -> String {
    format!("synth: 1\ntables:\n  t: {{ rows: 3, columns: {{ x: {text} }} }}\n")
}

#[test]
fn the_example_of_every_generator_is_admitted() {
    for def in generators::all() {
        assert_eq!(findings(&column(def.example)), [""; 0], "{}: {}", def.name, def.example);
        if let Some(entry) = entry(def) {
            let when = format!("{{ when: [{{ if: \"true\", gen: constant, value: 1 }}, {entry}] }}");
            assert_eq!(findings(&column(&when)), [""; 0], "{when}");
        }
    }
}

/// An example, without the keys that an entry of `when` does not take.
fn entry(def: &generators::GeneratorDef) -> Option<String> {
    let modifiers = ["type:", "null:", "format:", "locale:"];
    match def.example.starts_with('{') {
        true if modifiers.iter().any(|key| def.example.contains(key)) => None,
        true => Some(def.example.to_owned()),
        false => Some(format!("{{ gen: {} }}", def.name)),
    }
}

#[test]
fn every_generator_is_offered_with_a_line_and_closed_parameters() {
    let schema = spec::schema();
    let names = schema["$defs"]["generator"]["enum"].as_array().expect("names");
    let lines = schema["$defs"]["generator"]["enumDescriptions"].as_array().expect("lines");
    assert_eq!(names.len(), lines.len());
    for def in generators::all() {
        assert!(names.contains(&def.name.into()), "{}", def.name);
    }
    for (name, definition) in schema["$defs"].as_object().expect("definitions") {
        if name.starts_with("column.") && !["column.mapping"].contains(&name.as_str()) {
            assert_eq!(definition["additionalProperties"], false, "{name}");
        }
    }
}

#[test]
fn no_generator_has_a_parameter_that_a_modifier_hides() {
    let mut generator = schemars::SchemaGenerator::default();
    for def in generators::all() {
        let params = (def.params)(&mut generator);
        let keys =
            params.get("properties").and_then(Value::as_object).into_iter().flatten().map(|(key, _)| key.as_str());
        for key in keys {
            assert!(!spec::COLUMN_KEYS.contains(&key) && key != "if", "{}: `{key}`", def.name);
        }
    }
}

#[test]
fn one_mistake_is_one_finding() {
    for (text, want) in [
        ("synth: 1\ntables: { t: { row: 3, columns: { x: sequence } } }\n", "E0201 unknown key `row`"),
        ("synth: 1\ntables: { t: { rows: 3, colums: { x: sequence } } }\n", "E0201 unknown key `colums`"),
        ("synth: 1\ntabels: {}\n", "E0201 unknown key `tabels`"),
        (
            "synth: 2\ntables: { t: { rows: 3, columns: { x: sequence } } }\n",
            "E0403 this compiler speaks edition 1 of the language",
        ),
        ("synth: 1\ntables: {}\n", "E0406 the spec has no table"),
        ("synth: 1\ntables: { t: { rows: 3, columns: {} } }\n", "E0426 the table has no column"),
        ("synth: 1\ntables: { t: { columns: { x: sequence } } }\n", "E0408 the table says nothing of its rows"),
        (
            "synth: 1\ntables: { t: { rows: 3, per: u, count: 1, columns: { x: sequence } } }\n",
            "E0408 a table has either `rows` or `per`",
        ),
        (
            "synth: 1\ntables: { t: { count: 3, columns: { x: sequence } } }\n",
            "E0408 `count` has no effect without `per`",
        ),
        (
            "synth: 1\ntables: { t: { per: u, columns: { x: sequence } } }\n",
            "E0408 `per` does not say how many children each parent has",
        ),
        (
            "synth: 1\nlocale: en_UK\ntables: { t: { rows: 3, columns: { x: sequence } } }\n",
            "E0429 unknown locale `en_UK`",
        ),
        (
            "synth: 1\nlocale: { en_US: 1, en_UK: 1 }\ntables: { t: { rows: 3, columns: { x: sequence } } }\n",
            "E0429 unknown locale `en_UK`",
        ),
        (
            "synth: 1\noutputs: { a: { format: cvs, path: x, quotes: all } }\ntables: { t: { rows: 3, columns: { x: sequence } } }\n",
            "E0701 unknown format `cvs`",
        ),
    ] {
        assert_eq!(findings(text), [want], "{text}");
    }
    for (text, want) in [
        ("{ genn: sequence }", "E0201 unknown key `genn`"),
        ("{ gen: sequense, start: 3 }", "E0203 unknown generator `sequense`"),
        ("sequense", "E0203 unknown generator `sequense`"),
        ("{ gen: sequence, strt: 3 }", "E0201 unknown key `strt`"),
        ("{ start: 3 }", "E0202 one of the keys `gen` and `when` is missing"),
        (
            "{ gen: sequence, start: 3, when: [{ if: a, gen: tick }, { gen: tick }] }",
            "E0209 `gen` and `when` exclude each other",
        ),
        ("{ gen: sequence, type: int46 }", "E0401 unknown type `int46`"),
        ("{ gen: sequence, unique: yes }", "E0204 expected `true` or `false`, found text"),
        ("{ gen: sequence, null: 12 }", "E0206 `12` is more than 1"),
        ("5", "E0204 expected text or a mapping, found a number"),
        ("{ when: [{ gen: tick }] }", "E0208 a `when` needs two entries, or it decides nothing"),
        ("{ when: [{ if: a, gen: tikc }, { gen: tick }] }", "E0203 unknown generator `tikc`"),
    ] {
        assert_eq!(findings(&column(text)), [want], "{text}");
    }
}
