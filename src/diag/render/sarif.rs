//! SARIF 2.1.0 (OASIS, *Static Analysis Results Interchange Format*): one log with one run, for code scanning services.

use super::{Context, Place, Places, Render};
use crate::diag::codes;
use crate::diag::{Diagnostic, Diagnostics, Label, Severity};
use serde_json::{Map, Value, json};

/// See the file's head.
pub(super) struct Sarif;

impl Render for Sarif {
    fn name(&self) -> &'static str {
        "sarif"
    }

    fn about(&self) -> &'static str {
        "SARIF 2.1.0, for code scanning services"
    }

    fn render(&self, found: &Diagnostics, context: &Context<'_>) -> String {
        let places = Places::new(context);
        let mut rules: Vec<&str> = found.iter().map(|finding| finding.code).collect();
        rules.sort_unstable();
        rules.dedup();
        let results: Vec<_> = found.iter().map(|finding| result(finding, &rules, &places)).collect();
        let log = json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "synth",
                    "version": env!("CARGO_PKG_VERSION"),
                    "informationUri": env!("CARGO_PKG_REPOSITORY"),
                    "rules": rules.iter().map(|code| rule(code)).collect::<Vec<_>>(),
                } },
                "columnKind": "unicodeCodePoints",
                "results": results,
            }]
        });
        format!("{log:#}\n")
    }
}

/// A code as a rule, with its title and long text from the registry.
fn rule(code: &str) -> Value {
    match codes::find(code) {
        Some(def) => json!({
            "id": def.code,
            "shortDescription": { "text": def.title },
            "help": { "text": def.explanation, "markdown": def.explanation },
        }),
        None => json!({ "id": code }),
    }
}

fn result(finding: &Diagnostic, rules: &[&str], places: &Places<'_>) -> Value {
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut result = Map::new();
    result.insert("ruleId".into(), finding.code.into());
    result.insert("ruleIndex".into(), rules.iter().position(|code| *code == finding.code).into());
    result.insert("level".into(), level.into());
    result.insert("message".into(), json!({ "text": message(finding) }));
    let location = finding.primary.as_ref().and_then(|label| places.of(label)).map(physical);
    let location = location.or_else(|| Some(json!({ "artifactLocation": { "uri": uri(places.file()?) } })));
    result.insert("locations".into(), location.map(|l| json!({ "physicalLocation": l })).into_iter().collect());
    let related: Vec<_> = finding.secondary.iter().enumerate().filter_map(|(n, l)| related(n, l, places)).collect();
    if !related.is_empty() {
        result.insert("relatedLocations".into(), related.into());
    }
    Value::Object(result)
}

fn message(finding: &Diagnostic) -> String {
    let parts = std::iter::once(&finding.message).chain(&finding.notes).chain(&finding.help);
    parts.map(String::as_str).collect::<Vec<_>>().join("\n")
}

fn related(number: usize, label: &Label, places: &Places<'_>) -> Option<Value> {
    let location = physical(places.of(label)?);
    Some(json!({ "id": number, "physicalLocation": location, "message": { "text": label.text } }))
}

fn physical(place: Place<'_>) -> Value {
    json!({
        "artifactLocation": { "uri": uri(place.file) },
        "region": {
            "startLine": place.start.line,
            "startColumn": place.start.column,
            "endLine": place.end.line,
            "endColumn": place.end.column,
            "byteOffset": place.span.start,
            "byteLength": place.span.end - place.span.start,
        }
    })
}

/// A path as a relative reference (RFC 3986): bytes outside the unreserved set and `/` are percent-encoded.
fn uri(path: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let encode = |byte: u8| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    path.replace('\\', "/").bytes().map(encode).collect()
}

/// Logs -> one log with one run: services refuse several runs of one tool.
pub(super) fn one_log(texts: &[String]) -> String {
    let mut logs = texts.iter().map(|text| serde_json::from_str::<Value>(text).expect("a log is JSON"));
    let mut log = logs.next().unwrap_or_default();
    let mut results = taken(&mut log["runs"][0]["results"]);
    logs.for_each(|mut other| results.extend(taken(&mut other["runs"][0]["results"])));
    let mut rules: Vec<String> = results.iter().filter_map(|result| Some(result["ruleId"].as_str()?.into())).collect();
    rules.sort_unstable();
    rules.dedup();
    for result in &mut results {
        let place = rules.iter().position(|code| Some(code.as_str()) == result["ruleId"].as_str());
        result["ruleIndex"] = place.into();
    }
    log["runs"][0]["tool"]["driver"]["rules"] = rules.iter().map(|code| rule(code)).collect();
    log["runs"][0]["results"] = results.into();
    format!("{log:#}\n")
}

fn taken(array: &mut Value) -> Vec<Value> {
    match array.take() {
        Value::Array(items) => items,
        _ => Vec::new(),
    }
}
