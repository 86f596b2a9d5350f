//! Answers that a draft comes of.

use serde_json::{Value, json};

use super::fake::{ALL, DRAFT, Fake, PROSE};
use super::room::{KEY, Room};
use super::server::{Answer, Server};

/// Drafts with these answers; all of them must be asked for.
fn drafted(fake: Fake, answers: Vec<Answer>, flags: &[&str]) -> Vec<super::server::Asked> {
    let (count, server) = (answers.len(), Server::new(answers));
    Room::new().draft(fake, &server, flags).is_done();
    let asked = server.asked();
    assert_eq!(asked.len(), count, "{fake:?}");
    asked
}

#[test]
fn requests_have_their_headers_and_fields_in_place() {
    for fake in ALL {
        let asked = drafted(fake, vec![fake.done()], &[]);
        let (asked, places) = (&asked[0], fake.places());
        assert_eq!(asked.line, places.line);
        assert_eq!(asked.header("content-type"), Some("application/json"));
        assert_eq!(asked.header("anthropic-version"), (fake == Fake::Anthropic).then_some("2023-06-01"));
        if let Some((_, header, prefix)) = fake.key() {
            assert_eq!(asked.header(header), Some(format!("{prefix}{KEY}").as_str()));
        }
        let at = |pointer| asked.body.pointer(pointer).unwrap_or_else(|| panic!("{fake:?} {pointer} {}", asked.body));
        assert_eq!(at(places.schema)["properties"]["tables"]["type"], "array");
        assert_eq!(at(places.cap), &json!(8000));
        assert!(at(places.system).as_str().expect("text").contains("into a draft"));
        assert!(at(places.first).as_str().expect("text").contains(PROSE.trim()));
        assert!(asked.body.pointer(places.temperature).is_none());
        if fake == Fake::Ollama {
            assert_eq!(asked.body["stream"], json!(false));
            assert!(asked.body["options"]["num_ctx"].as_u64() >= Some(8192));
            assert!(
                at(places.system).as_str().expect("text").contains("rows_origin"),
                "the schema is in the prompt, too"
            );
        }
    }
}

/// A value with an unknown field in every object.
fn strange(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let mut map: serde_json::Map<String, Value> =
                map.iter().map(|(key, value)| (key.clone(), strange(value))).collect();
            map.insert("x_new".to_owned(), json!({ "text": "other", "content": [1], "error": null }));
            Value::Object(map)
        }
        Value::Array(items) => items.iter().map(strange).collect(),
        other => other.clone(),
    }
}

#[test]
fn unknown_fields_are_passed_over() {
    for fake in ALL {
        drafted(fake, vec![Answer::new(200, strange(&fake.body(DRAFT)).to_string())], &[]);
    }
}

#[test]
fn drafts_are_found_in_fences_and_in_prose() {
    for fake in ALL {
        drafted(fake, vec![fake.says(&format!("```json\n{DRAFT}\n```"))], &[]);
        drafted(fake, vec![fake.says(&format!("Sure, {{here}} it is:\n{DRAFT}\nAsk me {{\"anything\": 1}}."))], &[]);
    }
}

#[test]
fn refused_parameters_are_left_out_once() {
    for fake in ALL {
        let places = fake.places();
        let refusal = fake.error(400, "invalid_request_error", "`temperature` is deprecated for this model.", "");
        let server = Server::new(vec![refusal, fake.done()]);
        let room = Room::new();
        room.place.write("synth.toml", "[draft]\ntemperature = 0.5\n");
        room.draft(fake, &server, &[]).is_done();
        let asked = server.asked();
        assert_eq!(asked[0].body.pointer(places.temperature), Some(&json!(0.5)), "{fake:?}");
        assert_eq!(asked[1].body.pointer(places.temperature), None);
    }
    let (message, name) = ("Unsupported parameter: 'max_completion_tokens'", "max_completion_tokens");
    let refusal = Fake::OpenAi.error(400, "unsupported_parameter", message, name);
    let asked = drafted(Fake::OpenAi, vec![refusal, Fake::OpenAi.done()], &[]);
    assert_eq!((&asked[1].body["max_tokens"], asked[1].body.get(name)), (&json!(8000), None));
}

#[test]
fn refused_schemas_are_asked_for_less_strictly_and_that_is_remembered() {
    for fake in ALL {
        let pointer = fake.places().schema;
        let server = Server::new(vec![fake.no_schema(), fake.no_schema(), fake.done(), fake.done()]);
        let room = Room::new();
        room.draft(fake, &server, &["--cache-dir", "kept"]).is_done();
        let asked = server.asked();
        let has_schema: Vec<bool> =
            asked.iter().map(|asked| asked.body.pointer(pointer).is_some_and(Value::is_object)).collect();
        assert_eq!(has_schema, [true, false, false], "{fake:?}");
        let system = asked[2].body.pointer(fake.places().system).and_then(Value::as_str).expect("text");
        assert!(system.contains("rows_origin"), "the schema is in the prompt");
        // Another description, the same endpoint: no further attempt with the schema.
        room.draft(fake, &server, &["--cache-dir", "kept", "--answer", "q9=x"]);
        let asked = server.asked();
        assert_eq!(asked.len(), 1);
        assert!(!asked[0].body.pointer(pointer).is_some_and(Value::is_object));
    }
}

#[test]
fn what_is_wrong_with_a_draft_is_said_to_the_model() {
    for fake in ALL {
        let wrong = DRAFT.replace("\"generator\": \"date\"", "\"generator\": \"qwzx.qwzx\"");
        assert_ne!(wrong, DRAFT);
        let asked = drafted(fake, vec![fake.says(&wrong), fake.done()], &[]);
        let last = asked[1].body.pointer(fake.places().last).and_then(Value::as_str).expect("a repair turn");
        assert!(last.contains("E1203") && last.contains("qwzx") && last.contains("whole corrected JSON"), "{last}");
    }
}

#[test]
fn servers_that_ignore_the_schema_are_told_what_is_missing() {
    let prose = Fake::Ollama.says("I think that you want 80 samples of lichen.");
    let shapeless = Fake::Ollama.says("{\"table\": \"samples\"}");
    let asked = drafted(Fake::Ollama, vec![prose, shapeless, Fake::Ollama.done()], &[]);
    let said = |at: usize, turn: usize| asked[at].body["messages"][turn]["content"].as_str().expect("text").to_owned();
    assert!(said(1, 3).contains("no JSON object"), "{}", said(1, 3));
    assert!(said(2, 5).contains("E1202"), "{}", said(2, 5));
}

#[test]
fn streams_are_taken_although_none_was_asked_for() {
    let half = DRAFT.len() / 2;
    let line = |text: &str, done| {
        json!({ "model": "m", "message": { "role": "assistant", "content": text }, "done": done }).to_string()
    };
    let body = [line(&DRAFT[..half], false), line(&DRAFT[half..], false), line("", true)].join("\n");
    drafted(Fake::Ollama, vec![Answer::new(200, body)], &[]);
    let broken = format!("{}\n{}\n", line("{", false), json!({ "error": "llama runner process no longer running" }));
    drafted(Fake::Ollama, vec![Answer::new(200, broken.clone()), Fake::Ollama.done()], &[]);
    let server = Server::new(vec![Answer::new(200, broken.clone()), Answer::new(200, broken)]);
    Room::new().draft(Fake::Ollama, &server, &["--retries", "1"]).failed("E1244", &["runner process"]);
}
