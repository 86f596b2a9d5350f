//! Sessions over real files.

use std::path::PathBuf;

use tempfile::TempDir;

use super::*;
use crate::draft::llm::Secret;

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("state/sessions.db");
    (folder, path)
}

fn begin(store: &mut Store, at: &str) -> String {
    let new = NewSession { at, prose: "2,000 members of a gym", drafter: "offline", ..NewSession::default() };
    store.start(&new).expect("begun")
}

fn turn(at: &str, said: &str) -> Turn {
    Turn { at: at.to_owned(), said: said.to_owned(), ..Turn::default() }
}

#[test]
fn turns_come_back_as_they_were_in_another_process() {
    let (_folder, path) = place();
    let mut store = Store::open(&path).expect("open");
    let id = begin(&mut store, "2026-01-01T10:00:00Z");
    let whole = Turn {
        kind: TurnKind::Change,
        answers: [("q1".to_owned(), "eur".to_owned())].into(),
        spec: "synth: 1\n".to_owned(),
        ir: "{}".to_owned(),
        diagnostics: "warning".to_owned(),
        usage: Usage {
            input_tokens: 1,
            cached_tokens: 2,
            output_tokens: 3,
            reasoning_tokens: 4,
            requests: 5,
            repairs: 6,
        },
        ..turn("2026-01-01T10:01:00Z", "twice as many")
    };
    assert_eq!(store.add_turn(&id, &turn("2026-01-01T10:00:30Z", "a gym"), "gym", Status::Open), Ok(1));
    assert_eq!(store.add_turn(&id, &whole, "", Status::Accepted), Ok(2));
    let (session, turns) = Store::open(&path).expect("open").get(&id[..3]).expect("there");
    assert_eq!((session.title.as_str(), session.status, session.turns), ("gym", Status::Accepted, 2));
    assert_eq!((&*session.created_at, &*session.updated_at), ("2026-01-01T10:00:00Z", "2026-01-01T10:01:00Z"));
    assert_eq!(turns[1], Turn { number: 2, ..whole });
}

#[test]
fn sessions_are_found_by_their_beginning_and_the_youngest_as_last() {
    let (_folder, path) = place();
    let mut store = Store::open(&path).expect("open");
    assert_eq!(store.find("last").map(|session| session.id), Err(StoreError::Unknown("last".to_owned())));
    let ids: Vec<String> = (10..60).map(|second| begin(&mut store, &format!("2026-01-01T10:00:{second}Z"))).collect();
    assert_eq!(store.find("last").map(|session| session.id).as_ref(), Ok(&ids[49]));
    let twice = |id: &&String| ids.iter().filter(|other| other[..1] == id[..1]).count() > 1;
    let shared = &ids.iter().find(twice).expect("50 ids have 16 beginnings")[..1];
    assert!(matches!(store.find(shared), Err(StoreError::Ambiguous(_, several)) if several.len() > 1));
    assert_eq!(store.find("%"), Err(StoreError::Unknown("%".to_owned())));
    assert_eq!(store.delete(&ids[0]).as_ref(), Ok(&ids[0]));
    assert_eq!(store.list().expect("a list").len(), 49);
}

#[test]
fn old_sessions_and_too_many_of_them_go_with_their_turns() {
    let (_folder, path) = place();
    let mut store = Store::open(&path).expect("open");
    for day in 1..=9 {
        let id = begin(&mut store, &format!("2026-01-0{day}T00:00:00Z"));
        store.add_turn(&id, &turn(&format!("2026-01-0{day}T00:00:00Z"), ""), "", Status::Open).expect("added");
    }
    assert_eq!(store.clean("2026-01-09T12:00:00Z", 0, 0), Ok(0));
    assert_eq!(store.clean("2026-01-09T12:00:00Z", 5, 0), Ok(4));
    assert_eq!(store.clean("2026-01-09T12:00:00Z", 5, 2), Ok(3));
    let left: Vec<String> = store.list().expect("a list").into_iter().map(|session| session.updated_at).collect();
    assert_eq!(left, ["2026-01-09T00:00:00Z", "2026-01-08T00:00:00Z"]);
    let raw = rusqlite::Connection::open(&path).expect("open");
    assert_eq!(raw.query_row("SELECT count(*) FROM turns", [], |row| row.get::<_, u64>(0)), Ok(2));
}

#[test]
fn a_damaged_a_newer_and_a_foreign_file_are_refused_and_left_alone() {
    let (folder, path) = place();
    let refused = |path: &Path| {
        let before = std::fs::read(path).expect("a file");
        let error = Store::open(path).expect_err("refused");
        assert!(std::fs::read(path).expect("a file") == before, "{error:?} changed the file");
        error
    };
    let text = folder.path().join("text.db");
    std::fs::write(&text, "not a database, but long enough to be looked at as one".repeat(40)).expect("a file");
    assert!(matches!(refused(&text), StoreError::Damaged(_)));
    drop(Store::open(&path).expect("open"));
    rusqlite::Connection::open(&path).expect("open").pragma_update(None, "user_version", 99).expect("set");
    assert_eq!(refused(&path), StoreError::Newer { theirs: 99, ours: 1 });
    let foreign = folder.path().join("foreign.db");
    rusqlite::Connection::open(&foreign)
        .expect("open")
        .execute_batch("CREATE TABLE bookmarks (url TEXT)")
        .expect("made");
    assert_eq!(refused(&foreign), StoreError::Foreign);
}

#[test]
fn two_processes_write_at_once() {
    let (_folder, path) = place();
    let write = |thread: u32| {
        let path = path.clone();
        std::thread::spawn(move || {
            let mut store = Store::open(&path).expect("open");
            for second in 10..20 {
                let id = begin(&mut store, &format!("2026-01-0{thread}T00:00:{second}Z"));
                store.add_turn(&id, &turn("2026-01-05T00:00:00Z", "x"), "", Status::Open).expect("added");
            }
        })
    };
    for thread in [write(1), write(1), write(2)] {
        thread.join().expect("no panic");
    }
    let sessions = Store::open(&path).expect("open").list().expect("a list");
    assert_eq!((sessions.len(), sessions.iter().all(|session| session.turns == 1)), (30, true));
}

#[test]
fn keys_are_not_written() {
    let (_folder, path) = place();
    let mut store = Store::open(&path).expect("open").without_keys(vec![Secret::new("sk-secret-1")]);
    let new = NewSession { at: "2026-01-01T10:00:00Z", prose: "use sk-secret-1 please", ..NewSession::default() };
    let id = store.start(&new).expect("begun");
    let leaking = Turn { diagnostics: "bad key sk-secret-1".to_owned(), ..turn("2026-01-01T10:00:00Z", "sk-secret-1") };
    store.add_turn(&id, &leaking, "", Status::Failed).expect("added");
    drop(store);
    let bytes = std::fs::read(&path).expect("a file");
    assert!(!bytes.windows(11).any(|window| window == b"sk-secret-1"));
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_the_database() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = place();
    let mut store = Store::open(&path).expect("open");
    begin(&mut store, "2026-01-01T10:00:00Z");
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(&path), mode(path.parent().expect("a folder"))), (0o600, 0o700));
}
