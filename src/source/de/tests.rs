//! What parameter structs get from a tree.

use super::*;
use crate::source::scalars::{CountRange, DurationText, Number, Rate};
use crate::source::{Spanned, SpannedMap, SpecSource, parse};
use schemars::JsonSchema;
use serde::Deserialize;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    start: Option<Spanned<Number>>,
    null: Option<Spanned<Rate>>,
    gap: Option<DurationText>,
    count: Option<Spanned<CountRange>>,
    dist: Option<Spanned<Dist>>,
    of: Option<SpannedMap<Spanned<Number>>>,
    raw: Option<Node>,
    names: Option<Vec<Spanned<String>>>,
    unique: Option<bool>,
    width: Option<Spanned<u8>>,
    mean: Option<f64>,
    label: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Dist {
    Uniform,
    NegativeBinomial,
}

fn read(text: &str) -> Result<Params, Box<Diagnostic>> {
    let node = parse(&SpecSource::from_text("x.yaml", text)).expect("YAML");
    from_node(&node).map_err(|found| Box::new(found.into_iter().next().expect("a finding")))
}

/// Code, message and the underlined text of the finding.
fn fault(text: &str) -> (&'static str, String, String) {
    let finding = read(text).expect_err("refused");
    let span = finding.primary.expect("a span").span;
    (finding.code, finding.message, text[span.start..span.end].to_owned())
}

#[test]
fn spans_survive() {
    let text = "start: 10k\nnull: 5%\nof: { ä: 1, b: 2.5 }\nnames: [x, 'y']\nlabel: \"q\"";
    let params = read(text).expect("params");
    let cut = |span: Span| &text[span.start..span.end];
    let start = params.start.expect("start");
    assert_eq!((start.as_i128(), cut(start.span)), (Some(10_000), "10k"));
    assert_eq!(cut(params.null.expect("null").span), "5%");
    let of = params.of.expect("of");
    let keys: Vec<_> = of.iter().map(|(key, value)| (key.as_str(), cut(key.span), cut(value.span))).collect();
    assert_eq!(keys, [("ä", "ä", "1"), ("b", "b", "2.5")]);
    let names = params.names.expect("names");
    assert_eq!(names.iter().map(|n| cut(n.span)).collect::<Vec<_>>(), ["x", "'y'"]);
    assert_eq!(params.label.map(|l| (l.value.clone(), cut(l.span))), Some(("q".to_owned(), "\"q\"")));
}

#[test]
fn plain_types_and_scalar_types_are_read() {
    let params = read("gap: 1h30m\ncount: 1..5\ndist: negative_binomial\nunique: true\nwidth: 0x1F\nmean: 2").unwrap();
    assert_eq!(params.gap.map(|g| g.micros), Some(5_400_000_000));
    assert_eq!(params.count.and_then(|c| c.max.as_i128()), Some(5));
    assert_eq!(params.dist.map(|d| d.value), Some(Dist::NegativeBinomial));
    assert_eq!((params.unique, params.width.map(|w| w.value), params.mean), (Some(true), Some(31), Some(2.0)));
}

#[test]
fn a_raw_field_is_the_tree_itself() {
    let text = "raw:\n  a: [1, 2.0, ~, true, no]\n  0123: {x: 'y'}\n";
    let node = parse(&SpecSource::from_text("x.yaml", text)).expect("YAML");
    let params: Params = from_node(&node).expect("params");
    assert_eq!(params.raw.as_ref(), node.get("raw"));
}

#[test]
fn faults_point_at_their_node() {
    let cut = |text: &str| {
        let (code, _, at) = fault(text);
        (code, at)
    };
    assert_eq!(cut("start: 1\nstrat: 2"), ("E0201", "strat".to_owned()));
    assert_eq!(cut("unique: maybe"), ("E0204", "maybe".to_owned()));
    assert_eq!(cut("unique: True"), ("E0204", "True".to_owned()));
    assert_eq!(cut("null: 12"), ("E0205", "12".to_owned()));
    assert_eq!(cut("start: [1]"), ("E0204", "1".to_owned()));
    assert_eq!(cut("dist: normol"), ("E0205", "normol".to_owned()));
    assert_eq!(cut("width: 300"), ("E0205", "300".to_owned()));
    assert_eq!(cut("label: 12"), ("E0204", "12".to_owned()));
    assert_eq!(cut("of: {a: 1, b: '*'}"), ("E0205", "'*'".to_owned()));
    assert_eq!(cut("of: 3"), ("E0204", "3".to_owned()));
}

#[test]
fn a_slip_in_a_key_is_suggested() {
    let finding = read("strat: 2").expect_err("refused");
    assert_eq!(finding.help, ["did you mean `start`?"]);
}

#[derive(Debug, Deserialize)]
struct Needs {
    #[expect(dead_code, reason = "only its absence is looked at")]
    of: String,
}

#[test]
fn a_missing_key_is_named() {
    let node = parse(&SpecSource::from_text("x.yaml", "to: x")).expect("YAML");
    let found = from_node::<Needs>(&node).expect_err("refused");
    let finding = found.iter().next().expect("a finding");
    assert_eq!((finding.code, finding.message.as_str()), ("E0202", "the key `of` is missing"));
}

#[test]
fn schemas_are_those_of_the_values() {
    let schema = schemars::schema_for!(Params).to_value();
    assert_eq!(schema["additionalProperties"], false);
    assert_eq!(schema["properties"]["of"]["additionalProperties"]["$ref"], "#/$defs/Number");
    assert_eq!(schema["$defs"]["Rate"]["examples"][1], "5%");
    assert_eq!(schema.get("required"), None);
}

#[test]
fn keys_that_every_column_takes_can_be_set_aside() {
    let node = parse(&SpecSource::from_text("x.yaml", "gen: sequence\nstart: 3\ntype: int8")).expect("YAML");
    let params: Params = from_node(&node.without(&["gen", "type"])).expect("params");
    assert_eq!(params.start.and_then(|s| s.as_i128()), Some(3));
}
