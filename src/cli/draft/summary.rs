//! A draft -> what a person wants to know of it, on a few lines.

use serde_json::json;

use crate::cli::fmt::diff::lines;
use crate::compile::Compiled;
use crate::draft::ir::Ir;
use crate::draft::pipeline::Outcome;
use crate::draft::{Provenance, Usage};
use crate::plan::{TableId, TablePlan};
use crate::words::{count, grouped};

/// Columns that are named; the others are counted.
const NAMED: usize = 12;

/// What was drafted, assumed, asked and left out.
pub fn text(outcome: &Outcome, compiled: &Compiled) -> String {
    let mut text = tables(compiled);
    text += &listed("Assumed", outcome.ir.assumptions.iter().map(|item| (item.id.as_str(), item.text.clone())));
    text += &questions(&outcome.ir);
    text += &listed("Cannot be said in a spec", outcome.ir.not_expressible.iter().map(|item| ("-", item.text.clone())));
    text
}

/// Who drafts, and why that one.
pub fn drafter(provenance: &Provenance, why: &str) -> String {
    let Provenance { drafter, model, .. } = provenance;
    let name = if model.is_empty() { drafter.clone() } else { format!("{drafter} ({model})") };
    format!("drafting with {name}: {why}\n")
}

/// What a model has used up; nothing where no model took part.
pub fn usage(usage: &Usage, cost: Option<f64>) -> String {
    if usage.requests == 0 && usage.input_tokens == 0 {
        return String::new();
    }
    let Usage { input_tokens, cached_tokens, output_tokens, reasoning_tokens, requests, repairs } = *usage;
    let part = |tokens: u64, what: &str| (tokens > 0).then(|| format!(" ({} {what})", grouped(tokens)));
    format!(
        "used {} in{}, {} out{}; {}, {}{}\n",
        count(input_tokens, "token"),
        part(cached_tokens, "cached").unwrap_or_default(),
        grouped(output_tokens),
        part(reasoning_tokens, "reasoning").unwrap_or_default(),
        count(requests, "request"),
        count(repairs, "repair"),
        cost.map(|cost| format!("; about US$ {cost:.4}")).unwrap_or_default(),
    )
}

/// The lines that a change touches.
pub fn changes(before: &str, after: &str) -> String {
    match lines(before, after) {
        lines if lines.is_empty() => "nothing changes\n".to_owned(),
        lines => lines,
    }
}

/// All of it, for programs.
pub fn json(outcome: &Outcome, text: &str) -> String {
    let Provenance { drafter, model, model_reported, prompt_version, response_sha256 } = &outcome.provenance;
    let Usage { input_tokens, cached_tokens, output_tokens, reasoning_tokens, requests, repairs } = outcome.usage;
    let answers = outcome.answers.iter().map(|given| json!({ "id": given.id, "answer": given.answer }));
    let findings = outcome.findings.iter().map(|found| json!({ "code": found.code, "message": found.message }));
    let whole = json!({
        "spec": text,
        "assumptions": outcome.ir.assumptions,
        "questions": outcome.ir.questions,
        "answers": answers.collect::<Vec<_>>(),
        "not_expressible": outcome.ir.not_expressible,
        "not_understood": outcome.not_understood,
        "findings": findings.collect::<Vec<_>>(),
        "provenance": {
            "drafter": drafter, "model": model, "model_reported": model_reported,
            "prompt_version": prompt_version, "response_sha256": response_sha256,
        },
        "usage": {
            "input_tokens": input_tokens, "cached_tokens": cached_tokens, "output_tokens": output_tokens,
            "reasoning_tokens": reasoning_tokens, "requests": requests, "repairs": repairs,
        },
        "draft": outcome.ir,
    });
    format!("{whole:#}\n")
}

fn tables(compiled: &Compiled) -> String {
    let plan = &compiled.plan;
    let ids = (0..plan.tables.len()).map(TableId);
    let rows: Vec<String> = ids.map(|id| rows(plan.table(id), plan.constant_rows(id))).collect();
    let names = plan.tables.iter().map(|table| table.name.chars().count()).max().unwrap_or(0);
    let widest = rows.iter().map(String::len).max().unwrap_or(0);
    let lines = plan.tables.iter().zip(&rows).map(|(table, rows)| {
        let shown: Vec<&str> = table.visible.iter().map(|id| plan.column(*id).name.as_str()).collect();
        let more = shown.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        let shown = shown[..shown.len().min(NAMED)].join(", ");
        format!("  {:names$}  {rows:>widest$}  {shown}{more}\n", table.name)
    });
    lines.collect()
}

fn rows(table: &TablePlan, constant: Option<u64>) -> String {
    match constant {
        Some(rows) => count(rows, "row"),
        None => format!("about {}", count(table.expected_rows.round() as u64, "row")),
    }
}

fn questions(ir: &Ir) -> String {
    let items = ir.questions.iter().map(|question| {
        let options =
            if question.options.is_empty() { String::new() } else { format!(" ({})", question.options.join(", ")) };
        (question.id.as_str(), format!("{}{options} [{}]", question.text, question.default))
    });
    listed("Questions; the answer in brackets was taken, --answer ID=... gives another", items)
}

fn listed<'a>(title: &str, items: impl Iterator<Item = (&'a str, String)>) -> String {
    let lines: String = items.map(|(id, text)| format!("  {id:<3} {text}\n")).collect();
    if lines.is_empty() { lines } else { format!("{title}:\n{lines}") }
}
