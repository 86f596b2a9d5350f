//! Answers that are kept, replays without a key, and requests that are only shown.

use serde_json::Value;

use super::fake::ALL;
use super::room::Room;
use super::server::Server;

#[test]
fn the_second_time_nothing_is_sent_and_a_replay_needs_neither_key_nor_server() {
    for fake in ALL {
        let server = Server::new(vec![fake.done(), fake.done()]);
        let room = Room::new();
        let first = room.draft(fake, &server, &["--cache-dir", "kept"]);
        let again = room.draft(fake, &server, &["--cache-dir", "kept"]);
        assert_eq!((first.is_done().out.as_str(), server.asked().len()), (again.is_done().out.as_str(), 1), "{fake:?}");
        let replay = room.bare(fake, "http://127.0.0.1:1", &["--cache-dir", "kept", "--replay"]);
        assert_eq!(room.finish(replay).is_done().out, first.out);
        room.draft(fake, &server, &["--cache-dir", "kept", "--cache", "refresh"]).is_done();
        assert_eq!(server.asked().len(), 1);
    }
}

#[test]
fn a_replay_of_what_was_never_asked_is_an_error() {
    for fake in ALL {
        let server = Server::new(vec![]);
        Room::new()
            .draft(fake, &server, &["--cache-dir", "kept", "--replay"])
            .failed("E1253", &["kept", "without `--replay`"]);
        assert_eq!(server.asked().len(), 0);
    }
}

#[test]
fn a_dry_run_shows_the_request_and_sends_nothing() {
    for fake in ALL {
        let server = Server::new(vec![fake.done()]);
        let room = Room::new();
        let dry = room.draft(fake, &server, &["--dry-run"]);
        assert_eq!((dry.exit, server.asked().len()), (0, 0), "{}", dry.err);
        let shown: Value = serde_json::from_str(&dry.out).expect("JSON");
        room.draft(fake, &server, &[]).is_done();
        let asked = server.asked();
        assert_eq!(shown["body"], asked[0].body, "{fake:?}: the very request");
        if let Some((_, header, prefix)) = fake.key() {
            assert_eq!(shown["headers"][header], format!("{prefix}***"));
        }
        assert!(shown["estimated_input_tokens"].as_u64() > Some(1_000));
    }
}
