//! OpenAI chat completions, and the many servers that speak it.

use serde_json::{Map, Value, json};

use super::{Chat, Completion, Finish, Manner, Role, Rung, Tokens, Unusable, count_at, map, system, text_at};
use crate::draft::llm::config::Config;

/// The path and the body.
pub(super) fn request(config: &Config, chat: &Chat, manner: &Manner) -> (String, Map<String, Value>) {
    let first = json!({ "role": "system", "content": system(chat, manner.rung != Rung::Schema) });
    let turns = chat.turns.iter().map(|turn| json!({ "role": role(turn.role), "content": turn.text }));
    let messages: Vec<Value> = std::iter::once(first).chain(turns).collect();
    let mut body = map(json!({ "model": config.model(), "messages": messages }));
    if let Some(format) = response_format(chat, manner) {
        body.insert("response_format".to_owned(), format);
    }
    // Many compatible servers know only the older name of the cap.
    let cap = match manner.dropped.contains("max_completion_tokens") {
        true => "max_tokens",
        false => "max_completion_tokens",
    };
    body.insert(cap.to_owned(), json!(chat.max_output_tokens));
    if let Some(temperature) = config.temperature {
        body.insert("temperature".to_owned(), json!(temperature));
    }
    ("/chat/completions".to_owned(), body)
}

fn role(role: Role) -> &'static str {
    match role {
        Role::User => "user",
        Role::Assistant => "assistant",
    }
}

fn response_format(chat: &Chat, manner: &Manner) -> Option<Value> {
    let is_strict = !manner.dropped.contains("strict");
    match manner.rung {
        Rung::Schema if is_strict => Some(
            json!({ "type": "json_schema", "json_schema": { "name": "draft_ir", "strict": true, "schema": chat.schema } }),
        ),
        Rung::Schema => {
            Some(json!({ "type": "json_schema", "json_schema": { "name": "draft_ir", "schema": chat.schema } }))
        }
        Rung::Json => Some(json!({ "type": "json_object" })),
        Rung::Plain => None,
    }
}

/// The answer in a body.
pub(super) fn response(body: &Value) -> Result<Completion, Unusable> {
    let choice = &body["choices"][0];
    if let Some(error) = body.get("error").filter(|error| !error.is_null() && choice.is_null()) {
        return Err(Unusable::Failed(error.get("message").and_then(Value::as_str).unwrap_or("no reason").to_owned()));
    }
    if !choice["message"].is_object() {
        return Err(Unusable::Protocol("it has no `choices[0].message`".to_owned()));
    }
    let message = &choice["message"];
    let reasoning =
        ["reasoning_content", "reasoning"].iter().any(|name| message[name].as_str().is_some_and(|t| !t.is_empty()));
    Ok(Completion {
        text: content(&message["content"]),
        finish: finish(choice),
        tokens: Tokens {
            input: count_at(body, "/usage/prompt_tokens"),
            cached: count_at(body, "/usage/prompt_tokens_details/cached_tokens"),
            output: count_at(body, "/usage/completion_tokens"),
            reasoning: count_at(body, "/usage/completion_tokens_details/reasoning_tokens"),
        },
        model_reported: text_at(body, "/model").to_owned(),
        request_id: text_at(body, "/id").to_owned(),
        has_reasoning: reasoning,
    })
}

/// A text, or the texts among parts; some gateways send those.
fn content(content: &Value) -> String {
    match content {
        Value::String(text) => text.clone(),
        Value::Array(parts) => {
            let is_text = |part: &&Value| matches!(part["type"].as_str(), Some("text" | "output_text") | None);
            parts.iter().filter(is_text).filter_map(|part| part["text"].as_str()).collect()
        }
        _ => String::new(),
    }
}

fn finish(choice: &Value) -> Finish {
    match (choice["message"]["refusal"].as_str(), choice["finish_reason"].as_str()) {
        (Some(refusal), _) if !refusal.is_empty() => Finish::Refused(refusal.to_owned()),
        (_, Some("content_filter")) => Finish::Refused("a content filter of the provider".to_owned()),
        (_, Some("length")) => Finish::Length,
        (_, Some("stop") | None) => Finish::Stop,
        (_, Some(other)) => Finish::Other(other.to_owned()),
    }
}
