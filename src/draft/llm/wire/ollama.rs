//! Ollama's own `/api/chat`: one object, or a stream of one a line.

use serde_json::{Map, Value, json};

use super::{Chat, Completion, Finish, Manner, Role, Rung, Tokens, Unusable, count_at, map, system, text_at};
use crate::draft::llm::config::Config;
use crate::draft::llm::estimate;

/// The smallest context that is asked for.
const SMALLEST_CONTEXT: u64 = 8_192;

/// The path and the body. The schema stands in the prompt too, as some models and servers ignore `format`.
pub(super) fn request(config: &Config, chat: &Chat, manner: &Manner) -> (String, Map<String, Value>) {
    let first = json!({ "role": "system", "content": system(chat, true) });
    let turns = chat.turns.iter().map(|turn| json!({ "role": role(turn.role), "content": turn.text }));
    let mut options = map(json!({ "num_ctx": context(chat), "num_predict": chat.max_output_tokens }));
    if let Some(temperature) = config.temperature {
        options.insert("temperature".to_owned(), json!(temperature));
    }
    let mut body = map(json!({
        "model": config.model(),
        "messages": std::iter::once(first).chain(turns).collect::<Vec<_>>(),
        "stream": false,
        "options": options,
    }));
    match manner.rung {
        Rung::Schema => body.insert("format".to_owned(), chat.schema.clone()),
        Rung::Json => body.insert("format".to_owned(), json!("json")),
        Rung::Plain => None,
    };
    ("/api/chat".to_owned(), body)
}

fn role(role: Role) -> &'static str {
    match role {
        Role::User => "user",
        Role::Assistant => "assistant",
    }
}

/// The context that prompt and answer need, in steps of 2,048 tokens: the server's default silently cuts a long prompt.
fn context(chat: &Chat) -> u64 {
    let needed = estimate::chat(chat, true) + u64::from(chat.max_output_tokens);
    needed.next_multiple_of(2_048).max(SMALLEST_CONTEXT)
}

/// The answer in a body.
pub(super) fn response(body: &[u8]) -> Result<Completion, Unusable> {
    let mut lines = serde_json::Deserializer::from_slice(body).into_iter::<Value>().peekable();
    if lines.peek().is_none() {
        return Err(Unusable::Protocol("it is empty".to_owned()));
    }
    let (mut text, mut reasoning, mut last) = (String::new(), false, Value::Null);
    for line in lines {
        let line = line.map_err(|error| Unusable::Protocol(error.to_string()))?;
        if let Some(error) = line["error"].as_str() {
            return Err(Unusable::Failed(error.to_owned()));
        }
        text += text_at(&line, "/message/content");
        reasoning |= !text_at(&line, "/message/thinking").is_empty();
        last = line;
    }
    if !last["message"].is_object() && last["done"] != json!(true) {
        return Err(Unusable::Protocol("it has neither `message` nor `done`".to_owned()));
    }
    if last["done"] == json!(false) {
        return Err(Unusable::Failed("the stream ends before it is done".to_owned()));
    }
    Ok(Completion {
        text,
        finish: finish(&last),
        tokens: Tokens {
            input: count_at(&last, "/prompt_eval_count"),
            cached: 0,
            output: count_at(&last, "/eval_count"),
            reasoning: 0,
        },
        model_reported: text_at(&last, "/model").to_owned(),
        request_id: String::new(),
        has_reasoning: reasoning,
    })
}

fn finish(last: &Value) -> Finish {
    match last["done_reason"].as_str() {
        Some("stop") | None => Finish::Stop,
        Some("length") => Finish::Length,
        Some(other) => Finish::Other(other.to_owned()),
    }
}
