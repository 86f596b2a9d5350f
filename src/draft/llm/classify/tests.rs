//! One row an answer that the providers are known to send.

use serde_json::json;

use super::*;
use Provider::{Anthropic, Gemini, Ollama, OpenAi};

fn reply(status: u16, body: &str) -> Reply {
    Reply { status, body: body.as_bytes().to_vec(), ..Reply::default() }
}

fn class(provider: Provider, status: u16, body: &str) -> Class {
    outcome(provider, &reply(status, body)).expect_err("a setback").class
}

fn openai(message: &str, kind: &str, param: Option<&str>, code: Option<&str>) -> String {
    json!({ "error": { "message": message, "type": kind, "param": param, "code": code } }).to_string()
}

fn anthropic(kind: &str, message: &str) -> String {
    json!({ "type": "error", "error": { "type": kind, "message": message }, "request_id": "req_1" }).to_string()
}

fn gemini(code: u16, status: &str, message: &str, details: Value) -> String {
    json!({ "error": { "code": code, "message": message, "status": status, "details": details } }).to_string()
}

fn after(seconds: u64, is_limit: bool) -> Class {
    Class::Transient { delay: Some(Duration::from_secs(seconds)), is_limit }
}

fn param(name: &str) -> Class {
    Class::Param(name.to_owned())
}

const INVALID: &str = "invalid_request_error";

#[test]
fn openai_errors_are_told_apart() {
    let table = [
        (
            429,
            openai("Rate limit reached for m. Please try again in 20s.", "tokens", None, Some("rate_limit_exceeded")),
            after(20, true),
        ),
        (
            429,
            openai("You exceeded your current quota", "insufficient_quota", None, Some("insufficient_quota")),
            Class::Quota,
        ),
        (
            429,
            openai(
                "Request too large for m on tokens per min (TPM): Limit 30000, Requested 40000",
                "tokens",
                None,
                None,
            ),
            Class::TooLarge,
        ),
        (
            400,
            openai(
                "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
                INVALID,
                Some("max_tokens"),
                Some("unsupported_parameter"),
            ),
            param("max_tokens"),
        ),
        (
            400,
            openai(
                "Unsupported value: 'temperature' does not support 0.16 with this model.",
                INVALID,
                Some("temperature"),
                Some("unsupported_value"),
            ),
            param("temperature"),
        ),
        (
            400,
            openai("Unrecognized request argument supplied: max_completion_tokens", INVALID, None, None),
            param("max_completion_tokens"),
        ),
        (
            400,
            openai(
                "Invalid schema for response_format 'X': In context=(), 'additionalProperties' is required",
                INVALID,
                Some("response_format"),
                None,
            ),
            Class::Schema,
        ),
        (
            400,
            openai("Invalid schema", INVALID, Some("text.format.schema"), Some("invalid_json_schema")),
            Class::Schema,
        ),
        (400, openai("'response_format.type' must be 'text'", "", None, None), Class::Schema),
        (401, openai("Incorrect API key provided: sk-a", INVALID, None, Some("invalid_api_key")), Class::Auth),
        (
            404,
            openai(
                "The model `x` does not exist or you do not have access to it.",
                INVALID,
                None,
                Some("model_not_found"),
            ),
            Class::ModelNotFound,
        ),
        (
            400,
            openai(
                "This model's maximum context length is 8192 tokens.",
                INVALID,
                Some("messages"),
                Some("context_length_exceeded"),
            ),
            Class::TooLarge,
        ),
        (500, "{}".to_owned(), Class::Transient { delay: None, is_limit: false }),
        (502, "<html>Bad gateway</html>".to_owned(), Class::Transient { delay: None, is_limit: false }),
        (
            503,
            r#"{"error":{"code":503,"message":"Loading model"}}"#.to_owned(),
            Class::Transient { delay: None, is_limit: false },
        ),
        (404, "<html>nothing here</html>".to_owned(), Class::Protocol),
        (307, String::new(), Class::Redirect),
        (418, "{}".to_owned(), Class::Rejected),
        (400, openai("messages must not be empty", INVALID, None, None), Class::Rejected),
    ];
    for (status, body, expected) in table {
        assert_eq!(class(OpenAi, status, &body), expected, "{status} {body}");
    }
}

#[test]
fn anthropic_errors_are_told_apart() {
    let table = [
        (400, anthropic(INVALID, "`temperature` is deprecated for this model."), param("temperature")),
        (
            400,
            anthropic(INVALID, "The compiled grammar is too large, which would cause performance issues."),
            Class::Schema,
        ),
        (400, anthropic(INVALID, "Schema is too complex for compilation"), Class::Schema),
        (400, anthropic(INVALID, "output_config: Extra inputs are not permitted"), Class::Schema),
        (400, anthropic(INVALID, "tools.0.custom.strict: Extra inputs are not permitted"), param("strict")),
        (400, anthropic(INVALID, "prompt is too long: 210000 tokens > 200000 maximum"), Class::TooLarge),
        (400, anthropic(INVALID, "Your credit balance is too low"), Class::Quota),
        (401, anthropic("authentication_error", "invalid x-api-key"), Class::Auth),
        (402, anthropic("billing_error", "no"), Class::Quota),
        (403, anthropic("permission_error", "no"), Class::Auth),
        (404, anthropic("not_found_error", "model: x"), Class::ModelNotFound),
        (413, anthropic("request_too_large", "no"), Class::TooLarge),
        (529, anthropic("overloaded_error", "Overloaded"), Class::Transient { delay: None, is_limit: false }),
    ];
    for (status, body, expected) in table {
        assert_eq!(class(Anthropic, status, &body), expected, "{status} {body}");
    }
    assert_eq!(
        outcome(Anthropic, &reply(401, &anthropic("authentication_error", "no"))).expect_err("refused").request_id,
        "req_1"
    );
}

#[test]
fn gemini_errors_are_told_apart_in_an_array_too() {
    let retry = json!([{ "@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "22s" }]);
    let daily = json!([{ "@type": "type.googleapis.com/google.rpc.QuotaFailure",
        "violations": [{ "quotaId": "GenerateRequestsPerDayPerProjectPerModel" }] }]);
    let key = json!([{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": "API_KEY_INVALID" }]);
    let limited = gemini(429, "RESOURCE_EXHAUSTED", "slow down", retry);
    let table = [
        (429, format!("[{limited}]"), after(22, true)),
        (429, limited, after(22, true)),
        (429, gemini(429, "RESOURCE_EXHAUSTED", "no more today", daily), Class::Quota),
        (400, gemini(400, "INVALID_ARGUMENT", "API key not valid.", key), Class::Auth),
        (
            400,
            gemini(
                400,
                "INVALID_ARGUMENT",
                "The specified schema produces a constraint that has too many states for serving",
                json!([]),
            ),
            Class::Schema,
        ),
        (
            400,
            gemini(
                400,
                "INVALID_ARGUMENT",
                "Invalid JSON payload received. Unknown name \"responseJsonSchema\" at 'generation_config': Cannot find field.",
                json!([]),
            ),
            Class::Schema,
        ),
        (
            404,
            gemini(404, "NOT_FOUND", "models/x is not found for API version v1beta", json!([])),
            Class::ModelNotFound,
        ),
        (
            400,
            gemini(
                400,
                "INVALID_ARGUMENT",
                "The input token count (9) exceeds the maximum number of tokens allowed (8).",
                json!([]),
            ),
            Class::TooLarge,
        ),
    ];
    for (status, body, expected) in table {
        assert_eq!(class(Gemini, status, &body), expected, "{status} {body}");
    }
}

#[test]
fn ollama_errors_are_told_apart() {
    assert_eq!(class(Ollama, 404, r#"{"error":"model 'x' not found"}"#), Class::ModelNotFound);
    assert_eq!(class(Ollama, 400, r#"{"error":"\"x\" does not support thinking"}"#), param("think"));
    assert_eq!(class(Ollama, 400, r#"{"error":"invalid JSON schema in format"}"#), Class::Schema);
    let stream = "{\"message\":{\"content\":\"{\"},\"done\":false}\n{\"error\":\"out of memory\"}\n";
    assert_eq!(class(Ollama, 200, stream), Class::Transient { delay: None, is_limit: false });
}

#[test]
fn the_server_may_say_whether_to_try_again() {
    let with = |status, value: &str| {
        let headers = vec![("x-should-retry".to_owned(), value.to_owned())];
        outcome(OpenAi, &Reply { headers, ..reply(status, "{}") }).expect_err("a setback").class
    };
    assert_eq!(with(500, "false"), Class::Rejected);
    assert_eq!(with(400, "true"), Class::Transient { delay: None, is_limit: false });
    assert_eq!(with(401, "false"), Class::Auth);
}

#[test]
fn pages_that_are_no_answers_are_quoted_in_short() {
    let headers = vec![("content-type".to_owned(), "text/html".to_owned())];
    let page = Reply { headers, ..reply(200, &format!("<html>\n<p>Log in{}", "!".repeat(500))) };
    let setback = outcome(OpenAi, &page).expect_err("no answer");
    assert_eq!(setback.class, Class::Protocol);
    assert!(
        setback.message.contains("516 bytes of text/html that begin with: <html> <p>Log in!!!"),
        "{}",
        setback.message
    );
    assert!(setback.message.len() < 350);
    assert_eq!(class(OpenAi, 200, "{}"), Class::Protocol);
    assert_eq!(class(OpenAi, 200, "[1]"), Class::Protocol);
    assert_eq!(class(Ollama, 200, ""), Class::Protocol);
}
