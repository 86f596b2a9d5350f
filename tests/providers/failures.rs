//! Failures that do not pass: one request, and words that say what to do.

use serde_json::json;

use super::fake::{ALL, DRAFT, Fake};
use super::room::Room;
use super::server::{Answer, Server};

/// Drafts with one answer, which is the end.
fn fails(fake: Fake, answer: Answer, code: &str, words: &[&str]) {
    let server = Server::new(vec![answer]);
    Room::new().draft(fake, &server, &[]).failed(code, words);
    assert_eq!(server.asked().len(), 1, "{fake:?} {code}");
}

#[test]
fn cut_off_answers_get_twice_the_room_once() {
    for fake in ALL {
        let server = Server::new(vec![fake.cut(), fake.done()]);
        Room::new().draft(fake, &server, &[]).is_done();
        let asked = server.asked();
        assert_eq!(asked[1].body.pointer(fake.places().cap), Some(&json!(16000)));
        let server = Server::new(vec![fake.cut(), fake.cut()]);
        Room::new().draft(fake, &server, &[]).failed("E1247", &["16000 output tokens", "--max-output-tokens"]);
        assert_eq!(server.asked().len(), 2);
    }
}

#[test]
fn refusals_are_final() {
    for fake in ALL {
        if let Some(refusal) = fake.refusal() {
            let reason = if fake == Fake::Gemini { "PROHIBITED_CONTENT" } else { "forbidden" };
            fails(fake, refusal, "E1246", &["refuses", reason]);
        }
    }
}

#[test]
fn refused_keys_and_unknown_models_are_named() {
    for fake in ALL {
        let variable = fake.key().map_or("--api-key-file", |(variable, ..)| variable);
        fails(fake, fake.error(401, "authentication_error", "invalid key", ""), "E1241", &[variable, "401"]);
        fails(fake, fake.error(404, "not_found_error", "model 'm' not found", ""), "E1243", &["model `m`", "--model"]);
    }
    let server = Server::new(vec![Fake::Ollama.error(404, "", "model 'm' not found", "")]);
    Room::new().draft(Fake::Ollama, &server, &[]).failed("E1243", &["ollama pull m"]);
}

#[test]
fn a_missing_key_is_said_before_anything_is_sent() {
    let room = Room::new();
    let command = room.bare(Fake::Anthropic, "https://api.anthropic.com", &[]);
    room.finish(command).failed("E1268", &["ANTHROPIC_API_KEY", "offline"]);
}

#[test]
fn empty_answers_are_no_drafts() {
    for fake in ALL {
        fails(fake, fake.empty(), "E1249", &["empty"]);
    }
}

#[test]
fn what_is_no_answer_is_quoted() {
    for fake in ALL {
        let page = Answer::new(200, "<html>Please log in</html>").with("content-type", "text/html");
        fails(fake, page, "E1249", &["text/html", "Please log in", "--base-url"]);
        fails(fake, Answer::new(200, "{\"half\": "), "E1249", &["not in the format"]);
        fails(fake, Answer::new(404, "<html>nothing here</html>"), "E1249", &["nothing here"]);
        fails(fake, fake.error(418, "x", "I am a teapot", ""), "E1251", &["teapot"]);
        fails(fake, fake.error(413, "request_too_large", "too much", ""), "E1248", &["--prompt-size small"]);
    }
}

#[test]
fn no_more_than_eight_mebibytes_are_read() {
    for fake in ALL {
        fails(fake, fake.says(&"x".repeat(9 << 20)), "E1254", &["8 MiB"]);
    }
}

#[test]
fn a_schema_that_is_refused_on_every_rung_is_the_end() {
    for fake in ALL {
        let server = Server::new(vec![fake.no_schema(), fake.no_schema(), fake.no_schema()]);
        Room::new().draft(fake, &server, &[]).failed("E1250", &["every form"]);
        assert_eq!(server.asked().len(), 3);
    }
}

#[test]
fn nobody_there_is_said_with_a_hint() {
    let room = Room::new();
    let command = room.command(Fake::Ollama, "http://127.0.0.1:1", &[]);
    room.finish(command).failed("E1240", &["ollama serve"]);
    let command = room.command(Fake::OpenAi, "http://gpu.example/v1", &[]);
    room.finish(command).failed("E1252", &["--allow-insecure"]);
}

#[test]
fn a_draft_that_stays_wrong_is_kept_apart() {
    for fake in ALL {
        let wrong = fake.says(&DRAFT.replace("\"generator\": \"date\"", "\"generator\": \"qwzx.qwzx\""));
        let server = Server::new(vec![wrong.clone(), wrong.clone(), wrong]);
        let room = Room::new();
        room.place.write("out.yaml", "mine");
        let drafted = room.draft(fake, &server, &["-o", "out.yaml", "--force"]);
        assert_ne!(drafted.exit, 0);
        assert!(drafted.err.contains("E1203"), "{}", drafted.err);
        assert_eq!(room.place.read("out.yaml"), "mine");
        assert!(room.place.read("out.rejected.yaml").contains("samples:"));
        // Problems that do not become fewer are not said a third time.
        assert_eq!(server.asked().len(), 2);
    }
}

#[test]
fn an_answer_that_never_is_a_draft_fails_after_all_repairs() {
    for fake in ALL {
        let server = Server::new(vec![fake.says("no"), fake.says("still no"), fake.says("never")]);
        Room::new().draft(fake, &server, &[]).failed("E1257", &["no JSON object", "--max-repairs"]);
        assert_eq!(server.asked().len(), 3);
    }
}
