//! Gemini `generateContent`.

use serde_json::{Map, Value, json};

use super::{Chat, Completion, Finish, Manner, Role, Rung, Tokens, Unusable, count_at, map, system, text_at};
use crate::draft::llm::config::Config;

/// The path and the body.
pub(super) fn request(config: &Config, chat: &Chat, manner: &Manner) -> (String, Map<String, Value>) {
    let turns = chat.turns.iter().map(|turn| json!({ "role": role(turn.role), "parts": [{ "text": turn.text }] }));
    let mut generation = map(json!({ "maxOutputTokens": chat.max_output_tokens }));
    if manner.rung != Rung::Plain {
        generation.insert("responseMimeType".to_owned(), json!("application/json"));
    }
    if manner.rung == Rung::Schema {
        generation.insert("responseJsonSchema".to_owned(), chat.schema.clone());
    }
    if let Some(temperature) = config.temperature {
        generation.insert("temperature".to_owned(), json!(temperature));
    }
    let body = json!({
        "systemInstruction": { "parts": [{ "text": system(chat, manner.rung != Rung::Schema) }] },
        "contents": turns.collect::<Vec<_>>(),
        "generationConfig": generation,
    });
    let model = config.model();
    let model = super::escaped(model.strip_prefix("models/").unwrap_or(model));
    (format!("/v1beta/models/{model}:generateContent"), map(body))
}

fn role(role: Role) -> &'static str {
    match role {
        Role::User => "user",
        Role::Assistant => "model",
    }
}

/// The answer in a body.
pub(super) fn response(body: &Value) -> Result<Completion, Unusable> {
    let candidate = &body["candidates"][0];
    let blocked = body.pointer("/promptFeedback/blockReason").and_then(Value::as_str);
    if candidate.is_null() && blocked.is_none() {
        return Err(Unusable::Protocol("it has neither `candidates` nor `promptFeedback.blockReason`".to_owned()));
    }
    let parts = candidate["content"]["parts"].as_array().map_or(&[][..], Vec::as_slice);
    let is_thought = |part: &&Value| part["thought"] == json!(true);
    let text: String = parts.iter().filter(|part| !is_thought(part)).filter_map(|part| part["text"].as_str()).collect();
    let reasoning = count_at(body, "/usageMetadata/thoughtsTokenCount");
    Ok(Completion {
        text,
        finish: blocked.map_or_else(|| finish(candidate), |reason| Finish::Refused(format!("blockReason {reason}"))),
        tokens: Tokens {
            input: count_at(body, "/usageMetadata/promptTokenCount"),
            cached: count_at(body, "/usageMetadata/cachedContentTokenCount"),
            output: count_at(body, "/usageMetadata/candidatesTokenCount") + reasoning,
            reasoning,
        },
        model_reported: text_at(body, "/modelVersion").to_owned(),
        request_id: text_at(body, "/responseId").to_owned(),
        has_reasoning: parts.iter().any(|part| is_thought(&part)),
    })
}

/// Finish reasons with which the provider keeps an answer back.
const WITHHELD: &[&str] = &[
    "SAFETY",
    "RECITATION",
    "LANGUAGE",
    "BLOCKLIST",
    "PROHIBITED_CONTENT",
    "SPII",
    "IMAGE_SAFETY",
    "IMAGE_PROHIBITED_CONTENT",
];

fn finish(candidate: &Value) -> Finish {
    match candidate["finishReason"].as_str() {
        Some("STOP" | "FINISH_REASON_UNSPECIFIED") | None => Finish::Stop,
        Some("MAX_TOKENS") => Finish::Length,
        Some(reason) if WITHHELD.contains(&reason) => {
            let message = text_at(candidate, "/finishMessage");
            let more = if message.is_empty() { String::new() } else { format!(": {message}") };
            Finish::Refused(format!("finishReason {reason}{more}"))
        }
        Some(other) => Finish::Other(other.to_owned()),
    }
}
