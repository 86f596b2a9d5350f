//! The part of the schema about `draft`: what `synth draft` writes of a spec's origin.

use serde_json::{Value, json};

use super::parts::{list_of, object, text};

/// The schema of `draft`.
pub(super) fn draft() -> Value {
    let id = || text("Its name, by which answers and comments call it.");
    let path = || text("What it is about, such as `tables.members.columns.phone`.");
    let assumption = object(
        json!({
            "id": id(),
            "path": path(),
            "text": text("What was assumed."),
            "chosen": text("What was chosen, in a few words."),
        }),
        &["id"],
    );
    let question = object(
        json!({
            "id": id(),
            "path": path(),
            "text": text("The question."),
            "options": list_of(text("An answer."), "Answers to choose from."),
            "default": text("The answer that the spec goes by."),
        }),
        &["id"],
    );
    let gap = object(
        json!({ "text": text("What could not be said."), "evidence": text("Words of the description.") }),
        &["text"],
    );
    let answers = json!({
        "type": "object",
        "additionalProperties": text("The answer."),
        "description": "Answers by question.",
    });
    let mut draft = object(
        json!({
            "provenance": provenance(),
            "assumptions": list_of(assumption, "What was chosen without having been said."),
            "questions": list_of(question, "What only a person can say."),
            "not_expressible": list_of(gap, "What was said and cannot be had."),
            "answers": answers,
        }),
        &[],
    );
    draft["description"] = "Where a draft comes from; `synth draft` writes it, and no value depends on it.".into();
    draft
}

fn provenance() -> Value {
    let mut provenance = object(
        json!({
            "drafter": text("Who drafted: `offline`, or a provider of models."),
            "model": text("The model that was asked for."),
            "model_reported": text("The model that the provider says has answered."),
            "prompt_version": text("The version of the prompt, or of the grammar."),
            "prose_sha256": text("SHA-256 of the description."),
            "response_sha256": text("SHA-256 of the model's last answer."),
            "synth_version": text("The release of synth that drafted."),
        }),
        &[],
    );
    provenance["description"] = "Who drafted from what.".into();
    provenance
}
