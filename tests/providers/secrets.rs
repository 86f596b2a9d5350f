//! Keys: where they go, where they never go. Every run of these tests scans all that was written for the key.

use super::fake::{ALL, Fake, PROSE};
use super::room::{KEY, Room};
use super::server::{Answer, Server};

#[test]
fn redirects_are_not_followed_and_carry_no_key() {
    for fake in ALL {
        for status in [301, 307, 308] {
            let other = Server::new(vec![fake.done()]);
            let server = Server::new(vec![Answer::new(status, "").with("location", &format!("{}/x", other.url()))]);
            Room::new().draft(fake, &server, &[]).failed("E1255", &["elsewhere"]);
            assert_eq!((server.asked().len(), other.asked().len()), (1, 0));
        }
    }
}

#[test]
fn a_server_that_repeats_the_key_does_not_get_it_shown() {
    for fake in ALL.into_iter().filter(|fake| fake.key().is_some()) {
        let echo = format!("you sent {KEY}");
        let server = Server::new(vec![fake.error(401, "authentication_error", &echo, "").with("x-request-id", KEY)]);
        Room::new().draft(fake, &server, &[]).failed("E1241", &[]);
        let server = Server::new(vec![Answer::new(200, format!("<p>{echo}</p>"))]);
        Room::new().draft(fake, &server, &[]).failed("E1249", &[]);
        let text = super::fake::DRAFT.replace("Samples of lichen.", &echo);
        let server = Server::new(vec![fake.says(&text)]);
        Room::new().draft(fake, &server, &["--cache-dir", "kept"]).is_done();
    }
}

#[test]
fn several_keys_take_turns() {
    let limited = Fake::OpenAi.error(429, "rate_limit_exceeded", "slow down", "").with("retry-after", "30");
    let server = Server::new(vec![limited, Fake::OpenAi.done()]);
    let room = Room::new();
    room.place.write("home/keys", "first-key-of-two\nsecond-key-of-two\n");
    private(&room, "home/keys");
    let command = room.bare(Fake::OpenAi, &server.url(), &["--api-key-file", "home/keys"]);
    room.finish(command).is_done();
    let used: Vec<_> = server.asked().iter().map(|asked| asked.header("authorization").map(str::to_owned)).collect();
    assert_eq!(used, [Some("Bearer first-key-of-two".to_owned()), Some("Bearer second-key-of-two".to_owned())]);
}

#[test]
fn servers_of_your_own_are_asked_without_a_key() {
    for fake in ALL {
        let server = Server::new(vec![fake.done()]);
        let room = Room::new();
        room.finish(room.bare(fake, &server.url(), &[])).is_done();
        let asked = server.asked();
        assert!(["authorization", "x-api-key", "x-goog-api-key"].iter().all(|name| asked[0].header(name).is_none()));
    }
}

#[cfg(unix)]
fn private(room: &Room, name: &str) {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(room.place.path(name), mode).expect("it is ours");
}

#[cfg(not(unix))]
fn private(_: &Room, _: &str) {}

#[test]
fn proxies_of_the_environment_are_used() {
    let proxy = Server::new(vec![Fake::OpenAi.done()]);
    let room = Room::new();
    let mut command = room.command(Fake::OpenAi, "http://model.invalid/v1", &["--allow-insecure"]);
    command.env("HTTP_PROXY", proxy.url()).env("http_proxy", proxy.url());
    room.finish(command).is_done();
    assert_eq!(proxy.asked()[0].line, "POST http://model.invalid/v1/chat/completions");
}

#[test]
fn no_prose_is_logged_at_info() {
    let server = Server::new(vec![Fake::OpenAi.error(500, "", "internal", ""), Fake::OpenAi.done()]);
    let room = Room::new();
    let mut flags: Vec<&str> = vec!["draft", PROSE, "--provider", "openai", "--model", "m", "--retry-base", "10ms"];
    let url = server.url();
    flags.extend(["--base-url", &url, "--log-file", "info.log", "--log-level", "info", "--log-format", "json"]);
    let mut command = room.place.command(&flags);
    command.env_clear().env("HOME", room.place.path("home")).env("OPENAI_API_KEY", KEY);
    room.finish(command).is_done();
    let log = room.place.read("info.log");
    for word in ["request", "setback", "transient", "waits before the next attempt", "wait_ms", "answer"] {
        assert!(log.contains(word), "{word}: {log}");
    }
    for word in ["lichen", "xanthoria", "thallus"] {
        assert!(!log.contains(word), "{word}: {log}");
    }
}
