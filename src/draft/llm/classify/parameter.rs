//! An error about a request -> the parameter that is refused, or the schema.

use super::{Class, Said};
use crate::draft::llm::provider::Provider;

/// Words about schemas that a provider cannot compile.
const SCHEMA: &[&str] = &[
    "invalid schema",
    "json_schema",
    "response_format",
    "output_config",
    "responsejsonschema",
    "response_json_schema",
    "response_schema",
    "too many states",
    "grammar is too large",
    "too complex",
    "structured output",
    "guided",
    "grammar",
    "json mode",
    "response format",
    "input_schema",
    "tool_choice",
    "tools",
];

/// Parameters that carry the schema; refused, they are a matter of the ladder.
const CARRIERS: &[&str] = &[
    "response_format",
    "output_config",
    "responseJsonSchema",
    "responseMimeType",
    "format",
    "tools",
    "tool_choice",
    "text",
];

/// Words about parameters that are not taken.
const REFUSAL: &[&str] = &[
    "unsupported",
    "not supported",
    "does not support",
    "unknown",
    "unrecognized",
    "deprecated",
    "extra",
    "not permitted",
    "unexpected",
    "cannot find field",
    "too large",
    "not allowed",
    "invalid value",
    "only the default",
];

/// Parameters that we may have sent.
const SENT: &[&str] =
    &["max_completion_tokens", "max_tokens", "maxOutputTokens", "temperature", "strict", "keep_alive", "num_predict"];

/// What an error of status 400 or 422 refuses.
pub(super) fn refused(provider: Provider, said: &Said) -> Option<Class> {
    if said.param.is_empty() && said.code != "invalid_json_schema" && provider == Provider::Ollama {
        return of_ollama(said);
    }
    if is_about_schema(said) {
        return Some(Class::Schema);
    }
    named(said).map(Class::Param)
}

fn is_about_schema(said: &Said) -> bool {
    let head = said.param.split(['.', '[']).next().unwrap_or_default();
    // `strict` can be left out alone; all else about the schema goes down the ladder.
    let is_strict =
        said.param.ends_with("strict") || (said.says(&["strict"]) && said.says(&["extra inputs", "unknown"]));
    said.code == "invalid_json_schema" || (!is_strict && (CARRIERS.contains(&head) || names_schema(said)))
}

/// Whether the words are about the schema and not about a parameter that only stands beside it.
fn names_schema(said: &Said) -> bool {
    said.param.is_empty() && said.says(SCHEMA)
}

fn of_ollama(said: &Said) -> Option<Class> {
    match said.lower.as_str() {
        lower if lower.contains("thinking") => Some(Class::Param("think".to_owned())),
        lower if SCHEMA.iter().chain(&["format", "schema"]).any(|word| lower.contains(word)) => Some(Class::Schema),
        _ => named(said).map(Class::Param),
    }
}

/// The parameter that an error names: in its field, else the first in its words.
fn named(said: &Said) -> Option<String> {
    let is_refusal = said.says(REFUSAL) || said.code.starts_with("unsupported") || said.code.starts_with("unknown");
    if !is_refusal {
        return None;
    }
    if !said.param.is_empty() {
        return Some(said.param.rsplit('.').next().unwrap_or(&said.param).to_owned());
    }
    let places = SENT.iter().filter_map(|name| Some((said.lower.find(&name.to_lowercase())?, *name)));
    places.min_by_key(|(at, name)| (*at, std::cmp::Reverse(name.len()))).map(|(_, name)| name.to_owned())
}
