//! The part of the schema about columns: the generators' names, their parameters, and the modifiers beside them.

use schemars::SchemaGenerator;
use serde_json::{Map, Value, json};

use super::parts::{all_of, choose, closed, definition, described, one_of, rule, text};
use super::tidy;
use crate::generators::{self, GeneratorDef};
use crate::plan::TYPE_NAMES;

/// Adds the definitions that columns need, with the parameters of the generators that are wanted.
pub(super) fn define(
    generator: &mut SchemaGenerator,
    definitions: &mut Map<String, Value>,
    is_wanted: &dyn Fn(&str) -> bool,
) {
    let entities = generators::entities();
    let bundle = |name: &'static str| (name, "a bundle of fields that others read with `field`; for a hidden column");
    let names = generators::all().map(|def| (def.name, def.summary)).chain(entities.iter().map(|name| bundle(name)));
    let about = "What makes the values; `synth generators` lists them all.";
    let mut generators = one_of(names, "generator", about);
    generators["x-synth-also"] = also(ALSO, |name| generators::find(name).is_some());
    definitions.insert("generator".into(), generators);
    definitions.insert("type".into(), type_names());
    definitions.insert("null".into(), null());
    definitions.insert("column".into(), column());
    definitions.insert(
        "when".into(),
        when_list(definition("branch"), "Ordered entries; the last has no `if` and is for all other rows."),
    );
    let groups = groups(generator, &entities, is_wanted);
    definitions.insert("column.mapping".into(), mapping(&groups));
    definitions.insert(
        "column.when".into(),
        closed(json!({ "required": ["when"] }), "A column whose generator depends on the row.", &when_keys()),
    );
    definitions.insert("branch".into(), branch(&groups));
    let keys: Vec<&str> = std::iter::once("gen").chain(modifiers().into_iter().map(|(key, _)| key)).collect();
    let branch_keys: Vec<&str> = std::iter::once("if").chain(keys.iter().copied()).collect();
    for group in groups {
        definitions.insert(format!("column.{}", group.name), closed(group.params.clone(), group.about, &keys));
        definitions.insert(format!("branch.{}", group.name), closed(group.params, group.about, &branch_keys));
    }
}

/// The name of the group that takes none.
const PLAIN: &str = "plain";

/// Generators that take the same parameters.
struct Group {
    name: String,
    about: &'static str,
    generators: Vec<&'static str>,
    params: Value,
}

/// The wanted generators, those of equal parameters together. Most fields of entities take none.
fn groups(generator: &mut SchemaGenerator, entities: &[&'static str], is_wanted: &dyn Fn(&str) -> bool) -> Vec<Group> {
    let bundles = entities.iter().copied().filter(|name| is_wanted(name)).collect();
    let mut groups = vec![Group {
        name: PLAIN.to_owned(),
        about: "A generator without parameters.",
        generators: bundles,
        params: json!({}),
    }];
    for def in generators::all().filter(|def| is_wanted(def.name)) {
        let params = params(generator, def);
        if params.get("properties").and_then(Value::as_object).is_none_or(Map::is_empty) {
            groups[0].generators.push(def.name);
            continue;
        }
        match groups.iter_mut().find(|group| group.params == params) {
            Some(group) => group.generators.push(def.name),
            None => {
                groups.push(Group {
                    name: def.name.to_owned(),
                    about: def.summary,
                    generators: vec![def.name],
                    params,
                });
            }
        }
    }
    groups.retain(|group| !group.generators.is_empty());
    groups
}

/// The schema of a generator's parameters, without words about the whole.
fn params(generator: &mut SchemaGenerator, def: &GeneratorDef) -> Value {
    let mut params = (def.params)(generator).to_value();
    let name = params.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next()).map(str::to_owned);
    if let Some(whole) = name.and_then(|name| generator.definitions().get(&name)) {
        params = whole.clone();
    }
    tidy::tidy(&mut params);
    if let Some(keywords) = params.as_object_mut() {
        for word in ["title", "description", "$schema"] {
            keywords.remove(word);
        }
    }
    params
}

/// Names that other tools have for generators, for "did you mean".
const ALSO: &[(&str, &str)] = &[
    ("address", "address.full"),
    ("auto_increment", "sequence"),
    ("autoincrement", "sequence"),
    ("boolean", "bool"),
    ("categorical", "choice"),
    ("city", "address.city"),
    ("company", "company.name"),
    ("const", "constant"),
    ("decimal", "number"),
    ("email", "person.email"),
    ("enum", "choice"),
    ("expression", "expr"),
    ("first_name", "person.first_name"),
    ("float", "number"),
    ("foreign_key", "ref"),
    ("full_name", "person.full_name"),
    ("guid", "uuid"),
    ("int", "number"),
    ("integer", "number"),
    ("last_name", "person.last_name"),
    ("name", "person.full_name"),
    ("one_of", "choice"),
    ("phone", "person.phone"),
    ("random_int", "number"),
    ("reference", "ref"),
    ("regex", "pattern"),
    ("serial", "sequence"),
    ("string", "pattern"),
    ("timestamp", "datetime"),
    ("url", "internet.url"),
    ("uuid4", "uuid"),
    ("uuid7", "uuid"),
    ("uuidv4", "uuid"),
    ("weighted", "choice"),
];

/// The generator that other tools call by a name.
pub fn generator_alias(name: &str) -> Option<&'static str> {
    ALSO.iter().find(|(other, _)| *other == name).map(|(_, name)| *name)
}

/// Names that SQL and other languages have for types.
const TYPES_ALSO: &[(&str, &str)] = &[
    ("bigint", "int64"),
    ("boolean", "bool"),
    ("bytea", "binary"),
    ("bytes", "binary"),
    ("datetime", "timestamp"),
    ("decimal", "decimal(10,2)"),
    ("double", "float64"),
    ("double precision", "float64"),
    ("float", "float64"),
    ("int", "int64"),
    ("integer", "int64"),
    ("interval", "duration"),
    ("jsonb", "json"),
    ("long", "int64"),
    ("numeric", "decimal(10,2)"),
    ("real", "float32"),
    ("smallint", "int16"),
    ("str", "string"),
    ("text", "string"),
    ("timestamptz", "timestamp(tz)"),
    ("varchar", "string"),
];

fn also(names: &[(&str, &str)], is_known: impl Fn(&str) -> bool) -> Value {
    let known = names.iter().filter(|(_, name)| is_known(name));
    known.map(|(other, name)| ((*other).to_owned(), Value::from(*name))).collect::<Map<_, _>>().into()
}

/// What every column takes beside its generator's parameters.
fn modifiers() -> Vec<(&'static str, Value)> {
    vec![
        ("type", described("type", "Output type; the generator's by default.")),
        ("null", definition("null")),
        (
            "unique",
            json!({ "type": "boolean", "description": "`true`: values never repeat, by construction. Beside `when` it belongs into an entry." }),
        ),
        (
            "format",
            json!({ "type": "string", "description": "Text form for text formats.", "examples": ["%d/%m/%Y", "%.2f"] }),
        ),
        ("locale", described("locale", "Overrides the table's locale.")),
        ("description", text("For people.")),
        ("id", text("Stable identity for renames; the name by default.")),
    ]
}

fn when_keys() -> Vec<&'static str> {
    std::iter::once("when").chain(modifiers().into_iter().map(|(key, _)| key)).collect()
}

fn column() -> Value {
    json!({
        "anyOf": [definition("generator"), definition("column.mapping")],
        "description": "A generator's name, or a mapping with `gen` and its parameters, or with `when`.",
        "x-synth-examples": ["sequence", { "gen": "number", "min": 1, "max": 6 }],
    })
}

fn mapping(groups: &[Group]) -> Value {
    let mut properties = json!({
        "gen": definition("generator"),
        "when": described("when", "Different generators for different rows: ordered entries, the last without `if`."),
    });
    for (key, schema) in modifiers() {
        properties[key] = schema;
    }
    let mut other = json!({});
    all_of(&mut other, by_generator("column", groups));
    json!({
        "type": "object",
        "title": "a column",
        "properties": properties,
        "oneOf": [{ "required": ["gen"] }, { "required": ["when"] }],
        "if": { "required": ["when"] },
        "then": { "if": { "required": ["gen"] }, "else": definition("column.when") },
        "else": other,
    })
}

fn branch(groups: &[Group]) -> Value {
    let mut branch = json!({
        "type": "object",
        "title": "an entry of `when`",
        "properties": {
            "if": text("Condition, an SQL expression; none in the last entry."),
            "gen": definition("generator"),
            "unique": { "type": "boolean", "description": "`true`: values of this entry never repeat, by construction." },
        },
        "required": ["gen"],
        "description": "One entry of `when`: a condition and what makes the values.",
        "x-synth-examples": [{ "if": "tier = 'free'", "gen": "constant", "value": 0 }],
    });
    let mut parts = by_generator("branch", groups);
    let elsewhere = modifiers().into_iter().map(|(key, _)| key).filter(|key| *key != "unique");
    parts.extend(elsewhere.map(of_the_column));
    all_of(&mut branch, parts);
    branch
}

/// That a modifier stands beside `when`, not in one of its entries.
fn of_the_column(key: &str) -> Value {
    let message = format!("`{key}` belongs to the column, not to an entry of `when`");
    rule(json!({ "not": { "required": [key] } }), "E0209", Some(key), &message, &format!("move `{key}` beside `when`"))
}

fn by_generator(kind: &str, groups: &[Group]) -> Vec<Value> {
    groups.iter().map(|group| choose("gen", &group.generators, &format!("{kind}.{}", group.name))).collect()
}

/// A `when`: entries of which the last is the otherwise.
pub(super) fn when_list(entry: Value, about: &str) -> Value {
    json!({
        "type": "array",
        "items": entry,
        "description": about,
        "allOf": [rule(
            json!({ "minItems": 2 }),
            "E0208", None, "a `when` needs two entries, or it decides nothing",
            "add an entry with `if` above the otherwise, or write it without `when`",
        )],
    })
}

fn type_names() -> Value {
    let names: Vec<&str> = TYPE_NAMES.iter().copied().filter(|name| !name.contains("(p,s)")).collect();
    json!({
        "anyOf": [
            { "type": "string", "enum": names },
            { "type": "string", "pattern": r"^decimal\([0-9]+, *[0-9]+\)$" },
        ],
        "x-synth-kind": "type",
        "x-synth-also": also(TYPES_ALSO, |_| true),
        "description": "A type: `decimal(p,s)` has p digits, s of them behind the point.",
        "examples": ["int32", "decimal(10,2)", "string", "date", "timestamp"],
    })
}

fn null() -> Value {
    json!({
        "type": ["number", "string"],
        "minimum": 0,
        "maximum": 1,
        "description": "A rate (`0.05`, `5%`), or an SQL expression: a boolean decides, a number is the rate.",
        "examples": ["5%", 0.05, "tier = 'free'"],
    })
}
