//! Anthropic messages.

use serde_json::{Map, Value, json};

use super::{Chat, Completion, Finish, Manner, Role, Rung, Tokens, Unusable, count_at, map, system, text_at};
use crate::draft::llm::config::Config;

/// The tool whose input is the answer, on the second rung.
const TOOL: &str = "emit_draft";

/// The path and the body.
pub(super) fn request(config: &Config, chat: &Chat, manner: &Manner) -> (String, Map<String, Value>) {
    let turns = chat.turns.iter().map(|turn| json!({ "role": role(turn.role), "content": turn.text }));
    let mut body = map(json!({
        "model": config.model(),
        "max_tokens": chat.max_output_tokens,
        "system": system(chat, manner.rung == Rung::Plain),
        "messages": turns.collect::<Vec<_>>(),
    }));
    match manner.rung {
        Rung::Schema => {
            body.insert(
                "output_config".to_owned(),
                json!({ "format": { "type": "json_schema", "schema": chat.schema } }),
            );
        }
        Rung::Json => body.extend(tool(chat, manner)),
        Rung::Plain => {}
    }
    if let Some(temperature) = config.temperature {
        body.insert("temperature".to_owned(), json!(temperature));
    }
    ("/v1/messages".to_owned(), body)
}

fn tool(chat: &Chat, manner: &Manner) -> Map<String, Value> {
    let mut tool = json!({ "name": TOOL, "description": "Takes the whole draft.", "input_schema": chat.schema });
    if !manner.dropped.contains("strict") {
        tool["strict"] = json!(true);
    }
    map(json!({
        "tools": [tool],
        "tool_choice": { "type": "tool", "name": TOOL, "disable_parallel_tool_use": true },
    }))
}

fn role(role: Role) -> &'static str {
    match role {
        Role::User => "user",
        Role::Assistant => "assistant",
    }
}

/// The answer in a body.
pub(super) fn response(body: &Value) -> Result<Completion, Unusable> {
    let Some(content) = body["content"].as_array() else {
        return Err(Unusable::Protocol("it has no `content`".to_owned()));
    };
    let of_type = |kind: &'static str| content.iter().filter(move |block| block["type"] == kind);
    let text: String = of_type("text").filter_map(|block| block["text"].as_str()).collect();
    let tool = of_type("tool_use").find(|block| block["name"] == TOOL).map(|block| block["input"].to_string());
    let cached = count_at(body, "/usage/cache_read_input_tokens");
    Ok(Completion {
        text: tool.unwrap_or(text),
        finish: finish(body),
        tokens: Tokens {
            // The count leaves out what was read from or written to the provider's cache.
            input: count_at(body, "/usage/input_tokens")
                + cached
                + count_at(body, "/usage/cache_creation_input_tokens"),
            cached,
            output: count_at(body, "/usage/output_tokens"),
            reasoning: 0,
        },
        model_reported: text_at(body, "/model").to_owned(),
        request_id: text_at(body, "/id").to_owned(),
        has_reasoning: of_type("thinking").next().is_some(),
    })
}

fn finish(body: &Value) -> Finish {
    match body["stop_reason"].as_str() {
        Some("end_turn" | "stop_sequence" | "tool_use") | None => Finish::Stop,
        Some("max_tokens" | "model_context_window_exceeded") => Finish::Length,
        Some("refusal") => {
            let details = ["/stop_details/category", "/stop_details/explanation"].map(|at| text_at(body, at));
            let said: Vec<&str> = details.into_iter().filter(|text| !text.is_empty()).collect();
            Finish::Refused(if said.is_empty() { "no reason was given".to_owned() } else { said.join(": ") })
        }
        Some(other) => Finish::Other(other.to_owned()),
    }
}
