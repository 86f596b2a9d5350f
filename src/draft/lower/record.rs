//! A draft's origin, its assumptions, questions and gaps -> the `draft:` block of the spec.

use std::collections::BTreeMap;

use crate::content::sha256;
use crate::draft::Provenance;
use crate::draft::ir::Ir;
use crate::fmt::{Entry, Layout, Value};

/// The `draft:` block.
pub(super) fn record(ir: &Ir, provenance: &Provenance, prose: &str, answers: &BTreeMap<String, String>) -> Value {
    let mut entries = vec![Entry::keyed("provenance", origin(provenance, prose))];
    let assumptions = ir.assumptions.iter().map(|known| {
        fields(&[("id", &known.id), ("path", &known.path), ("text", &known.text), ("chosen", &known.chosen)], &[])
    });
    list(&mut entries, "assumptions", assumptions.collect());
    let questions = ir.questions.iter().map(|asked| {
        let options = (!asked.options.is_empty()).then(|| super::values::names(&asked.options));
        let options: Vec<Entry> = options.map(|options| Entry::keyed("options", options)).into_iter().collect();
        let mut asked_for = fields(&[("id", &asked.id), ("path", &asked.path), ("text", &asked.text)], &options);
        if let Some(map) = asked_for.as_map_mut().filter(|_| !asked.default.is_empty()) {
            map.entries.push(Entry::keyed("default", Value::text(&asked.default)));
        }
        asked_for
    });
    list(&mut entries, "questions", questions.collect());
    let gaps = ir.not_expressible.iter().map(|gap| fields(&[("text", &gap.text), ("evidence", &gap.evidence)], &[]));
    list(&mut entries, "not_expressible", gaps.collect());
    if !answers.is_empty() {
        let answers = answers.iter().map(|(id, answer)| Entry::keyed(id, Value::text(answer))).collect();
        entries.push(Entry::keyed("answers", Value::map(Layout::Flow, answers)));
    }
    Value::map(Layout::Block, entries)
}

fn list(entries: &mut Vec<Entry>, key: &str, items: Vec<Value>) {
    if !items.is_empty() {
        entries.push(Entry::keyed(key, Value::list(Layout::Block, items)));
    }
}

/// A mapping of the texts that are not empty.
fn fields(texts: &[(&str, &str)], more: &[Entry]) -> Value {
    let said = texts.iter().filter(|(_, text)| !text.is_empty());
    let entries = said.map(|(key, text)| Entry::keyed(key, Value::text(text))).chain(more.iter().cloned());
    Value::map(Layout::Flow, entries.collect())
}

fn origin(provenance: &Provenance, prose: &str) -> Value {
    let prose = sha256(prose.as_bytes());
    let texts = [
        ("drafter", provenance.drafter.as_str()),
        ("model", &provenance.model),
        ("model_reported", &provenance.model_reported),
        ("prompt_version", &provenance.prompt_version),
        ("prose_sha256", &prose),
        ("response_sha256", &provenance.response_sha256),
        ("synth_version", env!("CARGO_PKG_VERSION")),
    ];
    let mut origin = fields(&texts, &[]);
    if let Some(map) = origin.collection_mut() {
        map.layout = Layout::Block;
    }
    origin
}
