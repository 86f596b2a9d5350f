//! The registries -> the JSON Schema (2020-12) of a spec, from which editors complete and validation reports.
//!
//! Every mapping has a closed set of keys. What depends on a key's value (`gen`, `format`) is chosen by `if`/`then`, so that
//! an editor offers the parameters of the generator that stands there and a message is about nothing else. Rules that no
//! single keyword can say carry their own words, see [`parts::rule`].

mod columns;
mod draft;
mod parts;
mod tidy;

pub use columns::generator_alias;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use self::parts::{definition, described, list_of, map_of, object, one_of, rule, scalar, text};
use crate::formats::{self, FormatDef};
use crate::generators::{self, dist::DistParams};
use crate::locale;
use crate::source::Node;
use crate::source::scalars::{ByteSize, InstantText, Number};

/// Where the schema is published; specs name it in their first line.
pub const SCHEMA_ID: &str = "https://synth-data.org/schemas/synth-1.schema.json";

/// The schema of a spec.
pub fn schema() -> Value {
    schema_with(&|_| true)
}

/// The part of the schema that can bear on a document: parameters of generators and options of formats whose names stand
/// nowhere in it are left out. It admits and refuses what the whole schema does, and compiles in a fraction of the time.
pub fn schema_for(document: &Node) -> Rc<Value> {
    let mut words = BTreeSet::new();
    gather_words(document, &mut words);
    schema_of(&words)
}

/// The same for the words of a document. The last one is kept: a draft is compiled more than once.
pub fn schema_of(words: &BTreeSet<&str>) -> Rc<Value> {
    type Last = (Vec<&'static str>, Rc<Value>);
    thread_local!(static LAST: RefCell<Option<Last>> = const { RefCell::new(None) });
    let entities = generators::entities();
    let names =
        generators::all().map(|def| def.name).chain(entities).chain(formats::FORMATS.iter().map(|def| def.name));
    let wanted: Vec<&'static str> = names.filter(|name| words.contains(name)).collect();
    let known =
        LAST.with_borrow(|last| last.as_ref().filter(|(names, _)| *names == wanted).map(|last| Rc::clone(&last.1)));
    known.unwrap_or_else(|| {
        let schema = Rc::new(schema_with(&|name| wanted.contains(&name)));
        LAST.set(Some((wanted, Rc::clone(&schema))));
        schema
    })
}

fn gather_words<'n>(node: &'n Node, words: &mut BTreeSet<&'n str>) {
    words.extend(node.text());
    node.items().iter().for_each(|item| gather_words(item, words));
    node.entries().iter().for_each(|entry| gather_words(&entry.value, words));
}

/// The schema, with the parameters of those generators and the options of those formats that are wanted.
fn schema_with(is_wanted: &dyn Fn(&str) -> bool) -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut root = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "a synth spec",
        "description": "Declarative synthetic data, edition 1: tables, columns and what makes their values.",
    });
    parts::merge(&mut root, document(&mut generator));
    let mut definitions = own_definitions(&mut generator, is_wanted);
    for (name, mut schema) in generator.take_definitions(true) {
        tidy::tidy(&mut schema);
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

fn document(generator: &mut SchemaGenerator) -> Value {
    let edition = json!({
        "const": 1,
        "description": "The edition of the language: it freezes keywords and values.",
        "errorMessage": "this compiler speaks edition 1 of the language",
        "x-synth-code": "E0403",
        "x-synth-help": "write `synth: 1`",
    });
    let tables = json!({
        "type": "object",
        "additionalProperties": definition("table"),
        "description": "Tables by name.",
        "allOf": [rule(
            json!({ "minProperties": 1 }),
            "E0406", None, "the spec has no table", "add one, for instance `users: { rows: 100, columns: { id: sequence } }`",
        )],
    });
    let profile = map_of(scalar::<Number>(generator, "Rows of this table."), "Row counts by table.");
    object(
        json!({
            "synth": edition,
            "name": text("For people, and for `{name}` in the paths of outputs; no effect on values."),
            "description": text("For people; no effect on values."),
            "seed": { "type": ["integer", "string"], "description": "The seed of all values, an unsigned 64-bit integer; 0 by default.", "examples": [42] },
            "now": scalar::<InstantText>(generator, "The only clock: an RFC 3339 instant or a date; required as soon as the spec uses `now`."),
            "locale": described("locale", "The locale of names, addresses and texts: one, or several with weights; `en_US` by default."),
            "vars": map_of(scalar::<Number>(generator, "A number or a constant expression."), "The spec's own knobs, for constant expressions and `--set`."),
            "tables": tables,
            "profiles": map_of(profile, "Row counts for `--profile`: a profile only shortens or lengthens."),
            "outputs": map_of(definition("output"), "Named outputs; the command line overrides."),
            "draft": draft::draft(),
        }),
        &["synth", "tables"],
    )
}

fn own_definitions(generator: &mut SchemaGenerator, is_wanted: &dyn Fn(&str) -> bool) -> Map<String, Value> {
    let mut definitions = Map::new();
    definitions.insert("table".into(), table(generator));
    definitions.insert("grid".into(), grid());
    definitions.insert("count".into(), count());
    definitions.insert("law".into(), tidy::of::<DistParams>(generator));
    definitions.insert("locale".into(), locale());
    columns::define(generator, &mut definitions, is_wanted);
    definitions.insert("output".into(), output(generator, is_wanted));
    for def in formats::FORMATS.iter().filter(|def| is_wanted(def.name)) {
        definitions.insert(format!("output.{}", def.name), output_of(generator, def));
    }
    definitions
}

fn locale() -> Value {
    let codes: Vec<&str> = locale::ALL.iter().map(|locale| locale.code).collect();
    let weight = json!({ "type": "number", "minimum": 0, "description": "Weight of this locale.", "examples": [70] });
    let weights: Map<String, Value> = codes.iter().map(|code| ((*code).to_owned(), weight.clone())).collect();
    let name = json!({ "type": "string", "enum": codes, "x-synth-kind": "locale" });
    json!({
        "anyOf": [name, { "type": "object", "properties": weights, "propertyNames": name, "minProperties": 1 }],
        "description": "A locale, or weights of several.",
        "x-synth-examples": [codes[0], { "en_US": 70, "de_DE": 30 }],
    })
}

fn table(generator: &mut SchemaGenerator) -> Value {
    let names = |about: &str| list_of(json!({ "type": "string" }), about);
    let columns = json!({
        "type": "object",
        "additionalProperties": definition("column"),
        "description": "Columns by name, in order; a name that begins with `_` is hidden: usable, never written.",
        "allOf": [rule(json!({ "minProperties": 1 }), "E0426", None, "the table has no column", "add one, for instance `id: sequence`")],
    });
    let mut table = object(
        json!({
            "rows": rows(generator),
            "per": text("The table of the parents: the rows of this table are owned children of its rows."),
            "count": described("count", "How many children each parent has: a number, `1..5`, a distribution, a time grid, or `when`."),
            "as": text("Alias of the parent's row in expressions; the table's name by default."),
            "key": names("Columns of the primary key."),
            "unique": list_of(names("Columns that are unique together."), "Composite uniqueness, which must hold by construction."),
            "columns": columns,
            "pins": list_of(
                json!({ "type": "object", "minProperties": 1 }),
                "Rows fixed by hand: key entries select a row, the others replace its values.",
            ),
            "locale": described("locale", "Overrides the document's locale."),
            "id": text("Stable identity for renames; the name by default."),
            "description": text("For people."),
        }),
        &["columns"],
    );
    table["title"] = "a table".into();
    table["allOf"] = row_rules();
    table
}

/// A table has `rows`, or `per` and `count`.
fn row_rules() -> Value {
    let needs = |key: &str| json!({ "required": [key] });
    let refuse = |keys: Value, absent: &str| json!({ "not": { "required": keys, "not": needs(absent) } });
    json!([
        rule(
            json!({ "anyOf": [needs("rows"), needs("per"), needs("count")] }),
            "E0408",
            None,
            "the table says nothing of its rows",
            "add `rows: 100`, or `per` and `count` for children of another table",
        ),
        rule(
            json!({ "not": { "required": ["rows", "per"] } }),
            "E0408",
            Some("rows"),
            "a table has either `rows` or `per`",
            "drop `rows` and say with `count` how many children each parent has, or drop `per`",
        ),
        rule(
            refuse(json!(["per"]), "count"),
            "E0408",
            Some("per"),
            "`per` does not say how many children each parent has",
            "add `count: 3`, `count: 1..5` or `count: { dist: poisson, mean: 2 }`",
        ),
        rule(
            refuse(json!(["count"]), "per"),
            "E0408",
            Some("count"),
            "`count` has no effect without `per`",
            "name the parents' table with `per`, or write `rows`",
        ),
        rule(
            json!({ "not": { "required": ["as"], "not": { "anyOf": [needs("per"), needs("count")] } } }),
            "E0408",
            Some("as"),
            "`as` has no effect without `per`",
            "remove it, or name the parents' table with `per`",
        ),
    ])
}

fn rows(generator: &mut SchemaGenerator) -> Value {
    json!({
        "anyOf": [scalar::<Number>(generator, "A count such as `1000`, `10k` or `1.5M`, or a constant expression."), definition("grid")],
        "description": "How many rows, or a time grid `{ every, from, to }`, whose instant a column reads with `gen: tick`.",
        "x-synth-examples": [1000, "10k", { "every": "15m", "from": "2025-01-01", "to": "2025-02-01" }],
    })
}

fn grid() -> Value {
    let moment = |about: &str| json!({ "type": "string", "description": about, "examples": ["2025-01-01", "now - 30d", "ordered_at + 2d"] });
    let mut grid = object(
        json!({
            "every": { "type": "string", "description": "Distance between instants.", "examples": ["15m", "1h", "1d"] },
            "from": moment("First instant: an instant, `now`, or (per parent) a column of the parent, with offsets."),
            "to": moment("The instants end before this."),
        }),
        &["every", "from", "to"],
    );
    grid["title"] = "a time grid".into();
    grid
}

fn count() -> Value {
    let mut entry = object(
        json!({
            "if": text("Condition over the parent's columns, an SQL expression; none in the last entry."),
            "count": described("count", "How many children such a parent has."),
        }),
        &["count"],
    );
    entry["x-synth-examples"] = json!([{ "if": "tier = 'free'", "count": "0..2" }]);
    let when = columns::when_list(entry, "Ordered entries; the last has no `if` and is for all other parents.");
    let number = json!({
        "type": ["integer", "string"],
        "description": "A number, a range `1..5` (both ends included), or a constant expression.",
        "examples": [3, "1..5", "10 * scale"],
    });
    let mapping = json!({
        "type": "object",
        "if": { "required": ["when"] },
        "then": object(json!({ "when": when }), &["when"]),
        "else": { "if": { "required": ["every"] }, "then": definition("grid"), "else": definition("law") },
    });
    json!({
        "anyOf": [number, mapping],
        "x-synth-examples": [3, "1..5", { "dist": "poisson", "mean": 2 }],
    })
}

/// Keys of an output that are not options of its format.
pub const OUTPUT_KEYS: &[&str] = &["format", "path", "tables", "split", "partition_by", "manifest"];

fn split(generator: &mut SchemaGenerator) -> Value {
    let size = generator.subschema_for::<ByteSize>().to_value();
    json!({
        "type": "object",
        "description": "When a file is full: each table is written in parts, `part-00001` and so on.",
        "properties": {
            "rows": scalar::<Number>(generator, "Rows of a part."),
            "bytes": size,
        },
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": 1,
        "x-synth-examples": [{ "rows": "1M" }, { "bytes": "256MB" }],
    })
}

fn output(generator: &mut SchemaGenerator, is_wanted: &dyn Fn(&str) -> bool) -> Value {
    let names = formats::FORMATS.iter().map(|def| (def.name, def.summary));
    let choose = |def: &FormatDef| parts::choose("format", &[def.name], &format!("output.{}", def.name));
    let mut output = json!({
        "type": "object",
        "title": "an output",
        "properties": {
            "format": one_of(names, "format", "The format of the files; `synth formats` lists them."),
            "path": text("Path of the files, with `{table}`, `{name}` (the spec's), `{seed}`, `{shard}` or `{part}` in it; relative to the working folder."),
            "tables": list_of(json!({ "type": "string" }), "Only these tables; all by default."),
            "split": split(generator),
            "partition_by": list_of(json!({ "type": "string" }), "Columns whose values spread a table's rows over folders such as `country=DE`, Hive's way; they are left out of the files."),
            "manifest": json!({ "type": "boolean", "description": "Whether a `manifest.json` stands in the output's folder: what was built from what, and the checksums of files and columns." }),
        },
        "required": ["format", "path"],
    });
    parts::all_of(
        &mut output,
        formats::FORMATS.iter().copied().filter(|def| is_wanted(def.name)).map(choose).collect(),
    );
    output
}

fn output_of(generator: &mut SchemaGenerator, def: &FormatDef) -> Value {
    let mut options = (def.options)(generator).to_value();
    tidy::tidy(&mut options);
    parts::closed(options, def.summary, OUTPUT_KEYS)
}
