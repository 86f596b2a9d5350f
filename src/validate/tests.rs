//! What is said of faulty specs, by a schema of the form that the spec language has.

use super::*;
use crate::source::scalars::{DurationText, Number, Rate};
use crate::source::{Spanned, SpannedMap, SpecSource, parse};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::json;
use std::time::{Duration, Instant};

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct NumberParams {
    mean: Option<Spanned<Number>>,
    sd: Option<Spanned<Number>>,
    min: Option<Number>,
    dist: Option<Dist>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "snake_case")]
#[expect(dead_code, reason = "only its schema is looked at")]
enum Dist {
    /// All values alike.
    Uniform,
    /// The bell.
    Normal,
}

#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is looked at")]
struct ChoiceParams {
    /// The values, with their weights.
    of: Spanned<SpannedMap<Number>>,
    gap: Option<DurationText>,
}

/// A column as a text or a mapping whose `gen` selects the parameters; both ways to write that as a schema.
fn schema(with_any_of: bool) -> Value {
    let mut generator = SchemaGenerator::default();
    let number = generator.subschema_for::<NumberParams>();
    let choice = generator.subschema_for::<ChoiceParams>();
    let rate = generator.subschema_for::<Rate>();
    let count = generator.subschema_for::<Number>();
    let names = json!({ "enum": ["sequence", "number", "choice", "person.email", "person.phone"], "x-synth-kind": "generator" });
    let params = |name: &str, then: Value| json!({ "if": { "properties": { "gen": { "const": name } }, "required": ["gen"] }, "then": then });
    let object = json!({
        "type": "object",
        "properties": {
            "gen": names,
            "type": { "type": "string" },
            "null": rate,
            "unique": { "type": "boolean", "description": "Whether no value repeats." },
            "when": { "type": "array", "minItems": 1, "items": { "$ref": "#/$defs/Column" } },
        },
        "oneOf": [{ "required": ["gen"] }, { "required": ["when"] }],
        "allOf": [
            params("sequence", json!({ "properties": { "start": { "type": "integer", "minimum": 0 } } })),
            params("number", number.to_value()),
            params("choice", choice.to_value()),
        ],
        "unevaluatedProperties": false,
    });
    let column = match with_any_of {
        true => json!({ "anyOf": [{ "type": "string", "enum": names["enum"], "x-synth-kind": "generator" }, object] }),
        false => json!({ "type": ["string", "object"], "if": { "type": "string" }, "then": names, "else": object }),
    };
    let mut defs = serde_json::to_value(generator.take_definitions(true)).expect("definitions");
    defs["Column"] = column;
    defs["Table"] = json!({
        "type": "object", "title": "a table", "additionalProperties": false, "required": ["columns"],
        "properties": {
            "rows": { "oneOf": [count, {
                "type": "object", "required": ["every"], "additionalProperties": false,
                "properties": { "every": { "$ref": "#/$defs/DurationText" }, "from": { "type": "string" } } }] },
            "per": { "type": "string" },
            "count": { "type": ["string", "integer"] },
            "key": { "type": "array", "items": { "type": "string" }, "uniqueItems": true, "minItems": 1 },
            "columns": { "type": "object", "minProperties": 1, "additionalProperties": { "$ref": "#/$defs/Column" } },
        },
        "dependentRequired": { "per": ["count"] },
        "not": { "required": ["rows", "per"] },
    });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object", "title": "a spec", "additionalProperties": false, "required": ["synth", "tables"],
        "properties": {
            "synth": { "const": 1, "description": "The edition." },
            "name": { "type": "string", "maxLength": 20 },
            "seed": { "type": "integer", "minimum": 0 },
            "tables": { "type": "object", "minProperties": 1, "additionalProperties": { "$ref": "#/$defs/Table" },
                        "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "description": "A name." } },
        },
        "$defs": defs,
    })
}

fn check(text: &str) -> Vec<Diagnostic> {
    let node = parse(&SpecSource::from_text("x.yaml", text)).expect("YAML");
    let found = |with_any_of| validate(&node, &schema(with_any_of)).into_iter().collect::<Vec<_>>();
    assert_eq!(found(true), found(false), "both forms of the schema say the same");
    found(true)
}

/// A spec with one table, whose columns are given.
fn columns(columns: &str) -> String {
    format!("synth: 1\ntables: {{ t: {{ rows: 10, columns: {{ {columns} }} }} }}\n")
}

/// Code, message, underlined text and help of each finding.
fn said(text: &str) -> Vec<String> {
    let cut = |d: &Diagnostic| d.primary.as_ref().map_or("", |l| &text[l.span.start..l.span.end]).to_owned();
    check(text).iter().map(|d| format!("{} {} | {} | {}", d.code, d.message, cut(d), d.help.join("; "))).collect()
}

#[test]
fn a_valid_spec_has_no_findings() {
    for text in [
        columns("id: sequence, n: { gen: number, dist: normal, mean: 1, sd: '2 * scale', null: 5% }"),
        columns("a: { gen: choice, of: { x: 1, y: 2k }, gap: 1h30m }, b: { when: [sequence, { gen: person.email }] }"),
        "synth: 1\ntables: { t: { rows: { every: 15m }, columns: { id: sequence } } }".to_owned(),
        "synth: 1\ntables: { t: { per: u, count: 1..5, columns: { id: sequence } } }".to_owned(),
    ] {
        assert_eq!(said(&text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_unknown_generator_looks_as_the_language_page_shows() {
    let text = "synth: 1\ntables:\n  users:\n    rows: 10\n    columns:\n      email:        { gen: person.emial, unique: true }\n";
    let source = SpecSource::from_text("shop.yaml", text);
    let node = parse(&source).expect("YAML");
    let shown = crate::diag::render::find("full")
        .expect("a renderer")
        .render(&validate(&node, &schema(true)), &crate::diag::render::Context::plain(Some(&source)));
    let want = "\
error[E0203]: unknown generator `person.emial`
 --> shop.yaml:6:28
  |
6 |       email:        { gen: person.emial, unique: true }
  |                            ^^^^^^^^^^^^ no generator has this name
  = help: did you mean `person.email`?
";
    assert_eq!(shown, want);
}

#[test]
fn an_unknown_generator_says_nothing_of_its_parameters() {
    assert_eq!(
        said(&columns("a: { gen: numbr, mean: 1, foo: 2 }, b: seqence")),
        [
            "E0203 unknown generator `numbr` | numbr | did you mean `number`?",
            "E0203 unknown generator `seqence` | seqence | did you mean `sequence`?"
        ]
    );
    assert_eq!(
        said(&columns("a: zebra")),
        ["E0203 unknown generator `zebra` | zebra | `synth generators` lists them all"]
    );
}

#[test]
fn unknown_keys_are_compared_with_those_that_there_are() {
    assert_eq!(
        said(&columns("a: { gen: number, maen: 1, uniqe: true }, b: { gen: sequence, mean: 2 }")),
        [
            "E0201 unknown key `maen` | maen | did you mean `mean`?",
            "E0201 unknown key `uniqe` | uniqe | did you mean `unique`?",
            "E0201 unknown key `mean` | mean | the keys here are `gen`, `type`, `null`, `unique`, `when` and `start`"
        ]
    );
    assert_eq!(
        said("synth: 1\nsede: 3\ntables: { t: { row: 3, columns: { id: sequence } } }"),
        [
            "E0201 unknown key `sede` | sede | did you mean `seed`?",
            "E0201 unknown key `row` | row | did you mean `rows`?"
        ]
    );
}

#[test]
fn missing_keys_point_at_their_owner() {
    assert_eq!(
        said(&columns("plan: { gen: choice }, x: { unique: true }")),
        [
            "E0202 the key `of` is missing | plan | add `of:`",
            "E0202 one of the keys `gen` and `when` is missing | x | add `gen` or `when`"
        ]
    );
    let notes = &check(&columns("plan: { gen: choice }"))[0].notes;
    assert_eq!(notes, &["`of`: The values, with their weights."]);
    assert_eq!(
        said("name: x\n"),
        [
            "E0202 the key `synth` is missing | name | add it, for instance `synth: 1`",
            "E0202 the key `tables` is missing | name | add `tables:`"
        ]
    );
}

#[test]
fn wrong_types_are_named_with_the_likely_slip() {
    assert_eq!(
        said(&columns(
            "a: { gen: sequence, unique: yes, start: '5' }, b: 12, c: { gen: number, mean: [1] }, d: { gen: choice, of: [a] }"
        )),
        [
            "E0204 expected `true` or `false`, found text | yes | write `true`; in YAML 1.2 `yes` is text",
            "E0204 expected a whole number, found text | '5' | remove the quotes: `5`",
            "E0204 expected text or a mapping, found a number | 12 | ",
            "E0204 expected a number or text, found a list | 1 | for instance `1000`, `10k` or `1.5M`",
            "E0204 expected a mapping, found a list | a | write names with their values, `name: …`, instead of a list"
        ]
    );
    assert_eq!(
        said("synth: 1\nseed: 1.5\ntables:\n"),
        [
            "E0204 expected a whole number, found a number | 1.5 | write a whole number",
            "E0204 expected a mapping, found nothing |  | write a value behind the colon, or remove the key"
        ]
    );
    assert_eq!(
        said("[1]"),
        ["E0204 expected a mapping, found a list | 1 | write names with their values, `name: …`, instead of a list"]
    );
}

#[test]
fn values_are_compared_with_the_possible_ones() {
    assert_eq!(
        said(&columns("a: { gen: number, dist: normol }, b: { gen: number, dist: zebra }")),
        [
            "E0205 `normol` is not allowed here | normol | did you mean `normal`?",
            "E0205 `zebra` is not allowed here | zebra | possible are `uniform` and `normal`"
        ]
    );
    assert_eq!(
        said("synth: 2\ntables: { t: { columns: { id: sequence } } }"),
        ["E0205 `2` is not allowed here | 2 | write `1`"]
    );
}

#[test]
fn forms_and_bounds_are_explained_by_the_schema() {
    assert_eq!(
        said(&columns(
            "a: { gen: choice, of: { x: '*' }, gap: 15 minutes, null: 12 }, b: { gen: sequence, start: -1 }"
        )),
        [
            "E0207 `*` does not have the right form | '*' | for instance `1000`, `10k` or `1.5M`",
            "E0207 `15 minutes` does not have the right form | 15 minutes | for instance `15m`, `36h` or `3d`",
            "E0206 `12` is more than 1 | 12 | if per cent are meant, write `12%`",
            "E0206 `-1` is less than 0 | -1 | it must be at least 0"
        ]
    );
    assert_eq!(
        said(
            "synth: 1\nname: aaaaaaaaaaaaaaaaaaaaaaaaaaa\ntables: { a-b: { key: [x, y, x], columns: {} }, t: { key: [], columns: { a: { when: [] } } } }"
        ),
        [
            "E0208 the text has 27 characters, at most 20 are possible | aaaaaaaaaaaaaaaaaaaaaaaaaaa | shorten it",
            "E0207 `a-b` does not have the right form | a-b | it must match `^[A-Za-z_][A-Za-z0-9_]*$`",
            "E0208 the same item stands twice in the list | x | remove one of them",
            "E0208 the mapping is empty | {} | write at least 1",
            "E0208 the list is empty | [] | write at least 1",
            "E0208 the list is empty | [] | write at least 1"
        ]
    );
}

#[test]
fn keys_that_do_not_go_together_are_shown_together() {
    let text = "synth: 1\ntables: { t: { rows: 3, per: u, columns: { id: { gen: sequence, when: [sequence] } } } }";
    assert_eq!(
        said(text),
        [
            "E0209 `per` needs `count` beside it | per | add `count:`, or remove `per`",
            "E0209 `rows` and `per` exclude each other | per | keep one of them",
            "E0209 `gen` and `when` exclude each other | when | keep one of them"
        ]
    );
    assert_eq!(check(text)[1].secondary.len(), 1);
}

#[test]
fn the_branch_that_is_meant_is_reported_alone() {
    assert_eq!(
        said(
            "synth: 1\ntables: { t: { rows: { evry: 15m }, columns: { id: sequence } }, u: { rows: '; drop', columns: { id: sequence } } }"
        ),
        [
            "E0201 unknown key `evry` | evry | did you mean `every`?",
            "E0207 `; drop` does not have the right form | '; drop' | for instance `1000`, `10k` or `1.5M`"
        ]
    );
}

#[test]
fn findings_are_all_there_in_order_and_not_too_many() {
    let many: String = (0..2000).map(|n| format!("c{n}: nope, ")).collect();
    let found = check(&columns(&many));
    assert_eq!(found.len(), MAX_FINDINGS);
    assert!(found.is_sorted_by_key(|d| d.primary.as_ref().map(|l| l.span)));
    assert_eq!(found[MAX_FINDINGS - 1].notes, ["there are 1500 more findings behind this one"]);
}

#[test]
fn large_and_deep_specs_take_little_time() {
    let begin = Instant::now();
    let wide: String = (0..20_000).map(|n| format!("c{n}: {{ gen: number, mean: {n}, sdd: 1 }}, ")).collect();
    check(&columns(&wide));
    let deep = 60;
    let nested = "{ when: [".repeat(deep) + "nope" + &"] }".repeat(deep);
    let found = check(&columns(&format!("a: {nested}")));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
}

#[test]
fn what_the_walk_cannot_explain_is_still_refused() {
    let schema = json!({ "properties": { "a": { "contains": { "const": 1 } } } });
    let node = parse(&SpecSource::from_text("x.yaml", "a: [2]")).expect("YAML");
    let found: Vec<_> = validate(&node, &schema).into_iter().collect();
    assert_eq!((found.len(), found[0].code), (1, "E0210"));
    assert_eq!(found[0].notes, ["the schema's keyword is `contains`"]);
}

#[test]
fn every_slip_of_one_letter_is_explained() {
    let text = columns(
        "a: { gen: number, dist: normal, mean: 1k, sd: '2 * s', null: 5% }, b: sequence, c: { gen: choice, of: { x: 1 }, gap: 1h }, d: { when: [ sequence, { gen: person.email, unique: true } ] }",
    )
    .replace("rows: 10", "rows: { every: 15m }, key: [a, b]");
    let schema = schema(true);
    let validator = Validator::new(&schema);
    for (at, _) in text.char_indices() {
        for slip in ["", "x", "1", "[", "{", ",", ": ", " ", "'", "ü"] {
            let slipped = [&text[..at], slip, &text[at + 1..]].concat();
            let Ok(node) = parse(&SpecSource::from_text("x.yaml", slipped.clone())) else { continue };
            for finding in validator.check(&node).iter() {
                assert_ne!(finding.code, "E0210", "{slipped}: {finding:?}");
                assert!(finding.primary.is_some() && !finding.message.is_empty(), "{slipped}: {finding:?}");
            }
        }
    }
}
