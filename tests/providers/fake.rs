//! The providers as their servers answer: where things are in requests, and the bodies of answers and errors.

use serde_json::{Value, json};

use super::server::Answer;

/// A description, and the draft that a model makes of it.
pub const PROSE: &str = include_str!("../../src/draft/llm/prompt/shots/lichen.txt");
pub const DRAFT: &str = include_str!("../../src/draft/llm/prompt/shots/lichen.json");

/// A provider.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fake {
    OpenAi,
    Anthropic,
    Gemini,
    Ollama,
}

pub const ALL: [Fake; 4] = [Fake::OpenAi, Fake::Anthropic, Fake::Gemini, Fake::Ollama];

/// Where things are in a request.
pub struct Places {
    pub line: &'static str,
    pub schema: &'static str,
    pub cap: &'static str,
    pub system: &'static str,
    pub first: &'static str,
    pub last: &'static str,
    pub temperature: &'static str,
}

impl Fake {
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenAi => "openai",
            Self::Anthropic => "anthropic",
            Self::Gemini => "gemini",
            Self::Ollama => "ollama",
        }
    }

    /// The variable and the header of its key.
    pub fn key(self) -> Option<(&'static str, &'static str, &'static str)> {
        match self {
            Self::OpenAi => Some(("OPENAI_API_KEY", "authorization", "Bearer ")),
            Self::Anthropic => Some(("ANTHROPIC_API_KEY", "x-api-key", "")),
            Self::Gemini => Some(("GEMINI_API_KEY", "x-goog-api-key", "")),
            Self::Ollama => None,
        }
    }

    pub fn places(self) -> Places {
        match self {
            Self::OpenAi => Places {
                line: "POST /chat/completions",
                schema: "/response_format/json_schema/schema",
                cap: "/max_completion_tokens",
                system: "/messages/0/content",
                first: "/messages/1/content",
                last: "/messages/3/content",
                temperature: "/temperature",
            },
            Self::Anthropic => Places {
                line: "POST /v1/messages",
                schema: "/output_config/format/schema",
                cap: "/max_tokens",
                system: "/system",
                first: "/messages/0/content",
                last: "/messages/2/content",
                temperature: "/temperature",
            },
            Self::Gemini => Places {
                line: "POST /v1beta/models/m:generateContent",
                schema: "/generationConfig/responseJsonSchema",
                cap: "/generationConfig/maxOutputTokens",
                system: "/systemInstruction/parts/0/text",
                first: "/contents/0/parts/0/text",
                last: "/contents/2/parts/0/text",
                temperature: "/generationConfig/temperature",
            },
            Self::Ollama => Places {
                line: "POST /api/chat",
                schema: "/format",
                cap: "/options/num_predict",
                system: "/messages/0/content",
                first: "/messages/1/content",
                last: "/messages/3/content",
                temperature: "/options/temperature",
            },
        }
    }

    /// A whole answer with reasoning beside the text.
    pub fn body(self, text: &str) -> Value {
        match self {
            Self::OpenAi => json!({
                "id": "chatcmpl-1", "object": "chat.completion", "created": 1_763_298_337, "model": "m-2026",
                "choices": [{ "index": 0, "logprobs": null, "finish_reason": "stop", "message":
                    { "role": "assistant", "content": text, "refusal": null, "annotations": [], "reasoning_content": "{\"hm\":1}" } }],
                "usage": { "prompt_tokens": 1200, "completion_tokens": 300, "total_tokens": 1500,
                    "prompt_tokens_details": { "cached_tokens": 10 }, "completion_tokens_details": { "reasoning_tokens": 5 } },
                "service_tier": "default", "system_fingerprint": null,
            }),
            Self::Anthropic => json!({
                "model": "m-2026", "id": "msg_1", "type": "message", "role": "assistant",
                "content": [{ "type": "thinking", "thinking": "{\"hm\":1}", "signature": "x" }, { "type": "text", "text": text }],
                "stop_reason": "end_turn", "stop_sequence": null,
                "usage": { "input_tokens": 1190, "cache_creation_input_tokens": 0, "cache_read_input_tokens": 10, "output_tokens": 300 },
            }),
            Self::Gemini => json!({
                "candidates": [{ "content": { "role": "model", "parts": [{ "text": "{\"hm\":1}", "thought": true }, { "text": text }] },
                    "finishReason": "STOP", "index": 0 }],
                "usageMetadata": { "promptTokenCount": 1200, "candidatesTokenCount": 295, "thoughtsTokenCount": 5, "totalTokenCount": 1500 },
                "modelVersion": "m-2026", "responseId": "r1",
            }),
            Self::Ollama => json!({
                "model": "m", "created_at": "2026-01-01T00:00:00Z", "done": true, "done_reason": "stop",
                "message": { "role": "assistant", "content": text, "thinking": "{\"hm\":1}" },
                "total_duration": 1, "load_duration": 1, "prompt_eval_count": 4000, "eval_count": 300, "eval_duration": 1,
            }),
        }
    }

    pub fn says(self, text: &str) -> Answer {
        Answer::new(200, self.body(text).to_string())
    }

    /// The draft as it should be.
    pub fn done(self) -> Answer {
        self.says(DRAFT)
    }

    /// An answer that is cut off.
    pub fn cut(self) -> Answer {
        let mut body = self.body("{\"title\": \"li");
        match self {
            Self::OpenAi => body["choices"][0]["finish_reason"] = json!("length"),
            Self::Anthropic => body["stop_reason"] = json!("max_tokens"),
            Self::Gemini => body["candidates"][0]["finishReason"] = json!("MAX_TOKENS"),
            Self::Ollama => body["done_reason"] = json!("length"),
        }
        Answer::new(200, body.to_string())
    }

    /// A refusal, where the provider has one.
    pub fn refusal(self) -> Option<Answer> {
        let mut body = self.body("");
        match self {
            Self::OpenAi => {
                body["choices"][0]["message"]["content"] = Value::Null;
                body["choices"][0]["message"]["refusal"] = json!("I cannot: forbidden");
            }
            Self::Anthropic => {
                body["content"] = json!([]);
                body["stop_reason"] = json!("refusal");
                body["stop_details"] = json!({ "type": "refusal", "category": "bio", "explanation": "forbidden" });
            }
            Self::Gemini => {
                body = json!({ "promptFeedback": { "blockReason": "PROHIBITED_CONTENT" }, "usageMetadata": { "promptTokenCount": 9 } });
            }
            Self::Ollama => return None,
        }
        Some(Answer::new(200, body.to_string()))
    }

    /// An answer with nothing in it.
    pub fn empty(self) -> Answer {
        let mut body = self.body("");
        match self {
            Self::OpenAi => body["choices"][0]["message"]["content"] = Value::Null,
            Self::Anthropic => body["content"] = json!([]),
            Self::Gemini => body["candidates"][0]["content"] = json!({ "role": "model" }),
            Self::Ollama => {}
        }
        Answer::new(200, body.to_string())
    }

    /// An error in the provider's form.
    pub fn error(self, status: u16, kind: &str, message: &str, param: &str) -> Answer {
        let param = if param.is_empty() { Value::Null } else { json!(param) };
        let body = match self {
            Self::OpenAi => json!({ "error": { "message": message, "type": kind, "param": param, "code": kind } }),
            Self::Anthropic => {
                json!({ "type": "error", "error": { "type": kind, "message": message }, "request_id": "req_1" })
            }
            Self::Gemini => json!({ "error": { "code": status, "message": message, "status": kind, "details": [] } }),
            Self::Ollama => json!({ "error": message }),
        };
        Answer::new(status, body.to_string())
    }

    /// That all is used up, where the provider has that.
    pub fn used_up(self) -> Option<Answer> {
        match self {
            Self::OpenAi => Some(self.error(429, "insufficient_quota", "You exceeded your current quota", "")),
            Self::Anthropic => Some(self.error(402, "billing_error", "Your credit is used up", "")),
            Self::Gemini => Some(Answer::new(429, json!({ "error": { "code": 429, "message": "no more today", "status": "RESOURCE_EXHAUSTED",
                "details": [{ "@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": [{ "quotaId": "RequestsPerDayPerProject" }] }] } }).to_string())),
            Self::Ollama => None,
        }
    }

    /// That the schema is refused.
    pub fn no_schema(self) -> Answer {
        match self {
            Self::OpenAi => self.error(
                400,
                "invalid_request_error",
                "Invalid schema for response_format 'draft_ir'",
                "response_format",
            ),
            Self::Anthropic => self.error(400, "invalid_request_error", "The compiled grammar is too large", ""),
            Self::Gemini => self.error(
                400,
                "INVALID_ARGUMENT",
                "The specified schema produces a constraint that has too many states for serving",
                "",
            ),
            Self::Ollama => self.error(400, "", "invalid format: schema not supported", ""),
        }
    }
}
