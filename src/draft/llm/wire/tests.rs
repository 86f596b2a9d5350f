//! Requests field by field, and answers in the providers' own formats.

use serde_json::json;

use super::*;
use crate::draft::llm::config::PromptSize;

fn chat() -> Chat {
    Chat {
        system: "contract".to_owned(),
        turns: vec![Turn::user("prose"), Turn::assistant("{}"), Turn::user("again")],
        schema: json!({ "type": "object" }),
        max_output_tokens: 100,
    }
}

fn config(provider: Provider) -> Config {
    Config {
        model: "m".to_owned(),
        base_url: "http://h/v1".to_owned(),
        prompt_size: PromptSize::Small,
        ..Config::new(provider)
    }
}

fn at(rung: Rung) -> Manner {
    Manner { rung, ..Manner::default() }
}

fn dropping(name: &str) -> Manner {
    Manner { dropped: BTreeSet::from([name.to_owned()]), ..Manner::default() }
}

#[test]
fn openai_requests_have_their_fields_in_place() {
    let config = config(Provider::OpenAi);
    let asked = ask(&config, &chat(), &at(Rung::Schema));
    assert_eq!(asked.url, "http://h/v1/chat/completions");
    assert_eq!(asked.key, KeyField { name: "authorization".to_owned(), prefix: "Bearer " });
    assert_eq!(
        asked.body,
        json!({
            "model": "m",
            "messages": [
                { "role": "system", "content": "contract" },
                { "role": "user", "content": "prose" },
                { "role": "assistant", "content": "{}" },
                { "role": "user", "content": "again" },
            ],
            "response_format": { "type": "json_schema", "json_schema": { "name": "draft_ir", "strict": true, "schema": { "type": "object" } } },
            "max_completion_tokens": 100,
        })
    );
    let json = ask(&config, &chat(), &at(Rung::Json)).body;
    assert_eq!(json["response_format"], json!({ "type": "json_object" }));
    assert!(json["messages"][0]["content"].as_str().expect("text").contains("exactly this shape"));
    assert!(ask(&config, &chat(), &at(Rung::Plain)).body.get("response_format").is_none());
    let swapped = ask(&config, &chat(), &dropping("max_completion_tokens")).body;
    assert_eq!((&swapped["max_tokens"], swapped.get("max_completion_tokens")), (&json!(100), None));
}

#[test]
fn anthropic_requests_have_their_fields_in_place() {
    let config = Config { temperature: Some(0.5), ..config(Provider::Anthropic) };
    let asked = ask(&config, &chat(), &at(Rung::Schema));
    assert_eq!(asked.url, "http://h/v1/messages");
    assert_eq!(asked.key.name, "x-api-key");
    assert!(asked.headers.contains(&("anthropic-version".to_owned(), "2023-06-01".to_owned())));
    assert_eq!(
        asked.body,
        json!({
            "model": "m",
            "max_tokens": 100,
            "system": "contract",
            "messages": [
                { "role": "user", "content": "prose" },
                { "role": "assistant", "content": "{}" },
                { "role": "user", "content": "again" },
            ],
            "output_config": { "format": { "type": "json_schema", "schema": { "type": "object" } } },
            "temperature": 0.5,
        })
    );
    let tool = ask(&config, &chat(), &at(Rung::Json)).body;
    assert_eq!(tool["tool_choice"], json!({ "type": "tool", "name": "emit_draft", "disable_parallel_tool_use": true }));
    assert_eq!(tool["tools"][0]["input_schema"], json!({ "type": "object" }));
    assert_eq!(tool["tools"][0]["strict"], json!(true));
    assert!(ask(&config, &chat(), &dropping("temperature")).body.get("temperature").is_none());
}

#[test]
fn gemini_requests_have_their_fields_in_place() {
    let config = Config { base_url: "http://h".to_owned(), ..config(Provider::Gemini) };
    let asked = ask(&config, &chat(), &at(Rung::Schema));
    assert_eq!(asked.url, "http://h/v1beta/models/m:generateContent");
    assert_eq!(asked.key.name, "x-goog-api-key");
    assert_eq!(
        asked.body,
        json!({
            "systemInstruction": { "parts": [{ "text": "contract" }] },
            "contents": [
                { "role": "user", "parts": [{ "text": "prose" }] },
                { "role": "model", "parts": [{ "text": "{}" }] },
                { "role": "user", "parts": [{ "text": "again" }] },
            ],
            "generationConfig": { "maxOutputTokens": 100, "responseMimeType": "application/json", "responseJsonSchema": { "type": "object" } },
        })
    );
    let plain = ask(&config, &chat(), &at(Rung::Plain)).body;
    assert_eq!(plain["generationConfig"], json!({ "maxOutputTokens": 100 }));
}

#[test]
fn ollama_requests_have_room_for_the_prompt_and_the_schema_twice() {
    let config = Config { base_url: "http://h".to_owned(), ..config(Provider::Ollama) };
    let asked = ask(&config, &chat(), &at(Rung::Schema));
    assert_eq!(asked.url, "http://h/api/chat");
    assert_eq!((&asked.body["stream"], &asked.body["format"]), (&json!(false), &json!({ "type": "object" })));
    assert_eq!(asked.body["options"], json!({ "num_ctx": 8192, "num_predict": 100 }));
    assert!(asked.body["messages"][0]["content"].as_str().expect("text").contains("exactly this shape"));
    let long = Chat { system: "word ".repeat(10_000), ..chat() };
    assert!(ask(&config, &long, &at(Rung::Json)).body["options"]["num_ctx"].as_u64() >= Some(14_386));
}

#[test]
fn gateways_get_their_header_and_their_query() {
    let config = Config {
        base_url: "https://x.example/openai/v1/?a=b".to_owned(),
        key_header: KeyHeader::Named("api-key".to_owned()),
        query: vec![("api-version".to_owned(), "2026-01-01 x".to_owned())],
        ..config(Provider::OpenAi)
    };
    let asked = ask(&config, &chat(), &Manner::default());
    assert_eq!(asked.url, "https://x.example/openai/v1/chat/completions?a=b&api-version=2026-01-01%20x");
    assert_eq!(asked.key, KeyField { name: "api-key".to_owned(), prefix: "" });
}

fn read(provider: Provider, body: Value) -> Completion {
    answer(provider, body.to_string().as_bytes()).expect("an answer")
}

#[test]
fn openai_answers_are_read_past_unknown_fields_and_reasoning() {
    let body = json!({
        "id": "chatcmpl-1", "object": "chat.completion", "model": "m-2026", "new": [1],
        "choices": [{ "index": 0, "message": { "role": "assistant", "content": "{\"a\":1}", "refusal": null, "reasoning_content": "hm", "x": 1 }, "finish_reason": "stop" }],
        "usage": { "prompt_tokens": 10, "completion_tokens": 5, "prompt_tokens_details": { "cached_tokens": 4 }, "completion_tokens_details": { "reasoning_tokens": 2 } },
    });
    let found = read(Provider::OpenAi, body);
    assert_eq!(
        (found.text.as_str(), &found.finish, found.model_reported.as_str()),
        ("{\"a\":1}", &Finish::Stop, "m-2026")
    );
    assert_eq!(found.tokens, Tokens { input: 10, cached: 4, output: 5, reasoning: 2 });
    let refused =
        json!({ "choices": [{ "message": { "content": null, "refusal": "I can't" }, "finish_reason": "stop" }] });
    assert_eq!(read(Provider::OpenAi, refused).finish, Finish::Refused("I can't".to_owned()));
    let cut = json!({ "choices": [{ "message": { "content": "{" }, "finish_reason": "length" }] });
    assert_eq!(read(Provider::OpenAi, cut).finish, Finish::Length);
}

#[test]
fn anthropic_answers_are_selected_by_type() {
    let body = json!({
        "model": "m-1", "id": "msg_1", "type": "message", "role": "assistant",
        "content": [{ "type": "thinking", "thinking": "hm" }, { "type": "text", "text": "{\"a\":" }, { "type": "novelty" }, { "type": "text", "text": "1}" }],
        "stop_reason": "end_turn",
        "usage": { "input_tokens": 6, "cache_creation_input_tokens": 1, "cache_read_input_tokens": 3, "output_tokens": 5 },
    });
    let found = read(Provider::Anthropic, body);
    assert_eq!((found.text.as_str(), found.has_reasoning), ("{\"a\":1}", true));
    assert_eq!(found.tokens, Tokens { input: 10, cached: 3, output: 5, reasoning: 0 });
    let tool = json!({ "content": [{ "type": "text", "text": "Here:" }, { "type": "tool_use", "name": "emit_draft", "input": { "a": 1 } }], "stop_reason": "tool_use" });
    assert_eq!(read(Provider::Anthropic, tool).text, "{\"a\":1}");
    let refused = json!({ "content": [], "stop_reason": "refusal", "stop_details": { "type": "refusal", "category": "cyber", "explanation": "no" } });
    assert_eq!(read(Provider::Anthropic, refused).finish, Finish::Refused("cyber: no".to_owned()));
    let full = json!({ "content": [], "stop_reason": "model_context_window_exceeded" });
    assert_eq!(read(Provider::Anthropic, full).finish, Finish::Length);
}

#[test]
fn gemini_answers_leave_thoughts_out() {
    let body = json!({
        "candidates": [{ "content": { "role": "model", "parts": [{ "text": "hm", "thought": true }, { "text": "{\"a\":" }, { "text": "1}" }] }, "finishReason": "STOP" }],
        "usageMetadata": { "promptTokenCount": 10, "candidatesTokenCount": 5, "thoughtsTokenCount": 2 },
        "modelVersion": "m-1", "responseId": "r1",
    });
    let found = read(Provider::Gemini, body.clone());
    assert_eq!((found.text.as_str(), found.request_id.as_str()), ("{\"a\":1}", "r1"));
    assert_eq!(found.tokens, Tokens { input: 10, cached: 0, output: 7, reasoning: 2 });
    assert_eq!(read(Provider::Gemini, json!([body])).text, "{\"a\":1}");
    let blocked = json!({ "promptFeedback": { "blockReason": "SAFETY" } });
    assert_eq!(read(Provider::Gemini, blocked).finish, Finish::Refused("blockReason SAFETY".to_owned()));
    let withheld = json!({ "candidates": [{ "finishReason": "SPII" }] });
    assert_eq!(read(Provider::Gemini, withheld).finish, Finish::Refused("finishReason SPII".to_owned()));
}

#[test]
fn ollama_answers_may_be_streams() {
    let whole = json!({ "model": "m", "message": { "content": "{}", "thinking": "hm" }, "done": true, "done_reason": "stop", "prompt_eval_count": 10, "eval_count": 5 });
    let found = read(Provider::Ollama, whole);
    assert_eq!((found.text.as_str(), found.tokens.input, found.has_reasoning), ("{}", 10, true));
    let stream = "{\"message\":{\"content\":\"{\\\"a\\\":\"},\"done\":false}\n{\"message\":{\"content\":\"1}\"},\"done\":false}\n{\"done\":true,\"done_reason\":\"length\",\"eval_count\":2}\n";
    let found = answer(Provider::Ollama, stream.as_bytes()).expect("an answer");
    assert_eq!((found.text.as_str(), found.finish, found.tokens.output), ("{\"a\":1}", Finish::Length, 2));
    let cut = "{\"message\":{\"content\":\"{\"},\"done\":false}\n";
    assert!(matches!(answer(Provider::Ollama, cut.as_bytes()), Err(Unusable::Failed(_))));
}
