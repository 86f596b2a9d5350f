//! The registries -> the JSON Schema (2020-12) of a spec, from which editors complete and validation reports.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::formats;
use crate::generators::{self, GeneratorDef};
use crate::source::scalars::{InstantText, Number, Rate};

/// Where the schema is published; specs name it in their first line.
pub const SCHEMA_ID: &str = "https://synth-data.org/schemas/synth-1.schema.json";

/// The schema of a spec.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let document = document(&mut generator);
    let mut root = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "synth spec, edition 1",
        "description": "Declarative synthetic data: tables, columns and what makes their values.",
    });
    merge(&mut root, document);
    let mut definitions = definitions(&mut generator);
    for (name, schema) in generator.take_definitions(true) {
        definitions.insert(name, schema);
    }
    root["$defs"] = Value::Object(definitions);
    root
}

/// The schema as it is committed: pretty JSON with a newline at its end.
pub fn schema_text() -> String {
    let mut text = serde_json::to_string_pretty(&schema()).expect("a schema is plain JSON");
    text.push('\n');
    text
}

fn merge(into: &mut Value, from: Value) {
    if let (Value::Object(into), Value::Object(from)) = (into, from) {
        into.extend(from);
    }
}

fn definition(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// A reference with a description of its own beside it.
fn described(name: &str, description: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}"), "description": description })
}

fn text(description: &str) -> Value {
    json!({ "type": "string", "description": description })
}

fn scalar<T: JsonSchema>(generator: &mut SchemaGenerator, description: &str) -> Value {
    let mut schema = serde_json::to_value(generator.subschema_for::<T>()).expect("a schema is plain JSON");
    schema["description"] = Value::from(description);
    schema
}

fn object(properties: Value, required: &[&str]) -> Value {
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

fn map_of(values: Value, description: &str) -> Value {
    json!({ "type": "object", "additionalProperties": values, "description": description })
}

fn document(generator: &mut SchemaGenerator) -> Value {
    object(
        json!({
            "synth": { "const": 1, "description": "The edition of the language: it freezes keywords and values." },
            "name": text("For people; no effect on values."),
            "description": text("For people; no effect on values."),
            "seed": scalar::<Number>(generator, "Unsigned 64-bit seed of all values; 0 by default."),
            "now": scalar::<InstantText>(generator, "The only clock: an RFC 3339 instant or a date; required as soon as the spec uses `now`."),
            "locale": described("locale", "The locale of names, addresses and texts: one, or a weighted map."),
            "vars": map_of(scalar::<Number>(generator, "A number."), "The spec's own knobs, for constant expressions and `--set`."),
            "tables": { "type": "object", "minProperties": 1, "additionalProperties": definition("table"), "description": "Tables by name." },
            "profiles": map_of(
                map_of(scalar::<Number>(generator, "Rows."), "Row counts by table."),
                "Row counts by profile, for `--profile`: a profile only shortens or lengthens.",
            ),
            "outputs": map_of(definition("output"), "Named outputs; the command line overrides."),
        }),
        &["synth", "tables"],
    )
}

fn definitions(generator: &mut SchemaGenerator) -> Map<String, Value> {
    let mut definitions = Map::new();
    definitions.insert("locale".into(), locale());
    definitions.insert("table".into(), table(generator));
    definitions.insert("grid".into(), grid());
    definitions.insert("count".into(), count(generator));
    definitions.insert("column".into(), column());
    definitions.insert("branch".into(), branch());
    definitions.insert("null".into(), null(generator));
    definitions.insert(
        "when".into(),
        json!({
            "type": "array", "minItems": 2, "items": definition("branch"),
            "description": "Ordered branches; the last has no `if` and is for all other rows.",
        }),
    );
    for def in generators::all() {
        let (of_column, of_branch) = generator_schemas(generator, def);
        definitions.insert(format!("column.{}", def.name), of_column);
        definitions.insert(format!("branch.{}", def.name), of_branch);
    }
    for name in generators::entities() {
        let about = format!("A bundle of fields that describe one {name}; others read them with `field`.");
        definitions.insert(format!("column.{name}"), with_keys(object(json!({}), &[]), name, &about, &column_keys()));
    }
    definitions.insert("output".into(), output(generator));
    definitions
}

fn locale() -> Value {
    let codes: Vec<&str> = crate::locale::ALL.iter().map(|locale| locale.code).collect();
    let weights: Map<String, Value> =
        codes.iter().map(|code| ((*code).to_owned(), json!({ "type": "number", "minimum": 0 }))).collect();
    json!({
        "if": { "type": "object" },
        "then": { "type": "object", "properties": weights, "additionalProperties": false, "minProperties": 1 },
        "else": { "enum": codes },
        "description": "A locale, or weights of several.",
    })
}

fn table(generator: &mut SchemaGenerator) -> Value {
    let names =
        |about: &str| json!({ "type": "array", "items": { "type": "string" }, "minItems": 1, "description": about });
    object(
        json!({
            "rows": rows(generator),
            "per": text("The table of the parents: this table's rows are owned children of its rows."),
            "count": described("count", "How many children a parent has."),
            "as": text("Alias of the parent's row in expressions."),
            "key": names("Columns of the primary key."),
            "unique": { "type": "array", "items": names("Columns that are unique together."), "description": "Composite uniqueness, which must hold by construction." },
            "columns": { "type": "object", "additionalProperties": definition("column"), "minProperties": 1, "description": "Columns by name, in order; a name that begins with `_` is hidden." },
            "pins": { "type": "array", "items": { "type": "object" }, "description": "Rows fixed by hand: key entries select a row, the others replace its values." },
            "locale": described("locale", "Overrides the document's locale."),
            "id": text("Stable identity for renames; the name by default."),
            "description": text("For people."),
        }),
        &["columns"],
    )
}

fn rows(generator: &mut SchemaGenerator) -> Value {
    json!({
        "if": { "type": "object" },
        "then": definition("grid"),
        "else": scalar::<Number>(generator, "A count such as `1000`, `10k` or `1.5M`, or a constant expression."),
        "description": "How many rows, or a time grid `{ every, from, to }`.",
    })
}

fn grid() -> Value {
    object(
        json!({
            "every": text("Distance between instants, such as `15m`."),
            "from": text("First instant: an instant, `now`, or (per parent) a column of the parent, with offsets."),
            "to": text("The instants end before this."),
        }),
        &["every", "from", "to"],
    )
}

fn count(generator: &mut SchemaGenerator) -> Value {
    let dist =
        serde_json::to_value(generators::dist::DistParams::json_schema(generator)).expect("a schema is plain JSON");
    let entry = json!({
        "type": "object",
        "properties": { "if": text("Condition over the parent's columns."), "count": definition("count") },
        "required": ["count"],
        "additionalProperties": false,
    });
    json!({
        "if": { "type": "object" },
        "then": {
            "if": { "required": ["when"] },
            "then": object(json!({ "when": { "type": "array", "minItems": 2, "items": entry } }), &["when"]),
            "else": { "if": { "required": ["every"] }, "then": definition("grid"), "else": dist },
        },
        "else": {
            "type": ["integer", "string"],
            "examples": [3, "1..5", "10 * scale"],
            "description": "A number, a range `1..5` (inclusive), or a constant expression.",
        },
        "description": "A number, a range, a distribution, a time grid, or `when` over the parent's columns.",
    })
}

fn null(generator: &mut SchemaGenerator) -> Value {
    let _ = generator.subschema_for::<Rate>();
    json!({
        "type": ["number", "string"],
        "examples": ["5%", 0.05, "tier = 'free'"],
        "description": "A rate (`0.05`, `5%`) or an SQL expression: a boolean decides, a number is the rate.",
    })
}

fn type_schema() -> Value {
    json!({
        "type": "string",
        "anyOf": [
            { "enum": ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64",
                "string", "binary", "date", "time", "timestamp", "timestamp(tz)", "duration", "json"] },
            { "pattern": r"^decimal\([0-9]+, ?[0-9]+\)$" },
            { "type": "string" },
        ],
        "description": "Output type; the generator's by default.",
        "examples": ["int32", "decimal(10,2)", "string", "date", "timestamp"],
    })
}

/// The modifiers of a column with one generator.
fn column_keys() -> Vec<(&'static str, Value)> {
    vec![
        ("type", type_schema()),
        ("null", definition("null")),
        ("unique", json!({ "type": "boolean", "description": "Values never repeat, by construction." })),
        ("format", text("Text form for text formats, such as `%d/%m/%Y` or `%.2f`.")),
        ("locale", described("locale", "Overrides the table's locale.")),
        ("description", text("For people.")),
        ("id", text("Stable identity for renames; the name by default.")),
    ]
}

/// The modifiers of one entry of `when`.
fn branch_keys() -> Vec<(&'static str, Value)> {
    vec![
        ("if", text("Condition, an SQL expression; none in the last entry.")),
        ("unique", json!({ "type": "boolean", "description": "Values of this branch never repeat." })),
    ]
}

fn generator_schemas(generator: &mut SchemaGenerator, def: &GeneratorDef) -> (Value, Value) {
    let params = serde_json::to_value((def.params)(generator)).expect("a schema is plain JSON");
    let of_column = with_keys(params.clone(), def.name, def.summary, &column_keys());
    (of_column, with_keys(params, def.name, def.summary, &branch_keys()))
}

/// The schema of a generator's parameters with `gen` and the modifiers beside them.
fn with_keys(mut params: Value, name: &str, about: &str, keys: &[(&str, Value)]) -> Value {
    let mut properties = Map::new();
    properties.insert("gen".into(), json!({ "const": name, "description": about }));
    if let Some(Value::Object(own)) = params.get_mut("properties").map(Value::take) {
        properties.extend(own);
    }
    properties.extend(keys.iter().map(|(key, schema)| ((*key).to_owned(), schema.clone())));
    let required = params.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut all = vec![Value::from("gen")];
    all.extend(required);
    let mut whole = json!({ "type": "object", "description": about, "properties": properties, "required": all, "additionalProperties": false });
    if let Some(more) = params.get("allOf") {
        whole["allOf"] = more.clone();
    }
    whole
}

fn names() -> Vec<&'static str> {
    generators::all().map(|def| def.name).collect()
}

/// `if gen is X then X's schema`, for all generators.
fn by_generator(kind: &str, names: &[&str]) -> Vec<Value> {
    let rule = |name: &&str| {
        json!({
            "if": { "properties": { "gen": { "const": name } }, "required": ["gen"] },
            "then": definition(&format!("{kind}.{name}")),
        })
    };
    names.iter().map(rule).collect()
}

fn column() -> Value {
    let mut all = names();
    all.extend(generators::entities());
    let mut when = Map::new();
    when.insert("when".into(), definition("when"));
    when.extend(
        column_keys().into_iter().filter(|(key, _)| *key != "unique").map(|(key, schema)| (key.to_owned(), schema)),
    );
    when.insert("unique".into(), json!({ "type": "boolean", "description": "Belongs inside an entry of `when`." }));
    json!({
        "if": { "type": "string" },
        "then": { "enum": all, "description": "A generator without parameters." },
        "else": {
            "type": "object",
            "if": { "required": ["when"] },
            "then": { "type": "object", "properties": when, "required": ["when"], "additionalProperties": false },
            "else": {
                "type": "object",
                "properties": { "gen": { "enum": all, "description": "What makes the values." } },
                "required": ["gen"],
                "allOf": by_generator("column", &all),
            },
        },
        "description": "A generator's name, or a map with `gen` and its parameters, or with `when`.",
    })
}

fn branch() -> Value {
    json!({
        "type": "object",
        "properties": { "gen": { "enum": names(), "description": "What makes the values." } },
        "required": ["gen"],
        "allOf": by_generator("branch", &names()),
        "description": "One entry of `when`: a condition and what makes the values.",
    })
}

fn output(generator: &mut SchemaGenerator) -> Value {
    let formats: Vec<&str> = formats::FORMATS.iter().map(|def| def.name).collect();
    let rules: Vec<Value> = formats::FORMATS.iter()
        .map(|def| {
            let options = serde_json::to_value((def.options)(generator)).expect("a schema is plain JSON");
            let mut properties = Map::new();
            properties.insert("format".into(), json!({ "const": def.name, "description": def.summary }));
            properties.insert("path".into(), text("Path of the files, with `{table}`, `{name}` or `{seed}` in it; relative to the working folder."));
            properties.insert("tables".into(), json!({ "type": "array", "items": { "type": "string" }, "minItems": 1, "description": "Only these tables." }));
            if let Some(Value::Object(own)) = options.get("properties").cloned() {
                properties.extend(own);
            }
            json!({
                "if": { "properties": { "format": { "const": def.name } }, "required": ["format"] },
                "then": { "type": "object", "properties": properties, "required": ["format", "path"], "additionalProperties": false },
            })
        })
        .collect();
    json!({
        "type": "object",
        "properties": { "format": { "enum": formats, "description": "The format of the files." } },
        "required": ["format", "path"],
        "allOf": rules,
    })
}
