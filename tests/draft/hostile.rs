//! Descriptions that nobody would write, by the command: a spec that is valid, or a clear refusal; never a bug, a hang, or a
//! file where none should be.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use super::data::build;
use crate::support::alone;

/// Longer than a draft may ever take, without optimisation and on a machine with other work.
const PATIENCE: Duration = Duration::from_secs(300);

fn drafted(prose: &[u8]) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_synth"));
    alone(&mut command, &folder.path().join(".home"));
    command.args(["draft", "--from", "-", "--no-session", "--provider", "offline", "--message-format", "short"]);
    command.current_dir(folder.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let started = Instant::now();
    let mut running = command.spawn().expect("the binary runs");
    let mut input = running.stdin.take().expect("a pipe");
    let _reader_may_be_gone = input.write_all(prose);
    drop(input);
    let done = running.wait_with_output().expect("it ends");
    assert!(started.elapsed() < PATIENCE, "{:?}", started.elapsed());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no file was asked for");
    done
}

/// A spec that builds, or a refusal with a code. The outputs of a spec stay below its folder.
fn is_fine(what: &str, prose: &[u8]) {
    let done = drafted(prose);
    let (spec, said) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    match done.status.code() {
        Some(0) => {
            let data = build(&spec).unwrap_or_else(|problem| panic!("{what}: {problem}\n{spec}"));
            for entry in data.document.get("outputs").map(|outputs| outputs.entries()).unwrap_or_default() {
                let path = entry.value.get("path").and_then(|path| path.text()).unwrap_or_default();
                assert!(!path.contains("..") && !path.starts_with(['/', '\\']), "{what}: {path}");
            }
        }
        Some(1 | 3) => assert!(said.contains("error[E") && spec.is_empty(), "{what}: {said}"),
        other => panic!("{what}: exit {other:?}: {said}"),
    }
}

#[test]
fn ten_megabytes_are_drafted_or_refused() {
    is_fine("words", &b"2000 members with 1 to 3 contracts each, a tenth without a phone number. ".repeat(140_000));
    is_fine("one word", &b"a".repeat(10_000_000));
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for prose in [&b"200 users with \xff\xfe name"[..], b"200 users\0 with name", b"", b"   \n\t\r\n ", b"\xef\xbb\xbf"]
    {
        is_fine(&format!("{prose:?}"), prose);
    }
}

#[test]
fn no_name_leads_out_of_the_folder() {
    for name in [
        "../../etc/cron",
        "/etc/passwd",
        "..",
        "a/../../b",
        "~/.ssh/id",
        "C:\\temp\\x",
        "con",
        "a\nb",
        "{table}",
        "%2e%2e/x",
    ] {
        is_fine(name, format!("table \"{name}\" with id and name, 5 rows").as_bytes());
        is_fine(name, format!("{name}(id, name), 5 rows").as_bytes());
        is_fine(name, format!("10 users with a column called \"{name}\" and an email").as_bytes());
    }
}

#[test]
fn odd_texts_are_no_bug() {
    let deep = "(".repeat(3000) + &")".repeat(3000);
    for prose in [
        "%",
        "10",
        "10 10 10 10",
        "-5 users",
        "0 users with name",
        "99999999999999999999999999 users",
        "1e999 users",
        "100 users with 100 users with 100 users",
        "users users users, users of users per user",
        "each each each has of between and",
        "between and from to % with",
        "10 users with name, name, name, name",
        "5 a with b between 10 and 1",
        "100 rows with 0% to 200% of nothing",
        "200% of 50 users have no email",
        "10 users with status ,,,, and , or ,",
        "- - - -\n* * *\n| | | |\n|---|",
        "table (",
        "t(",
        "t(a,b,c",
        "create table (",
        "create table x (a int, a int)",
        "20 users, each with 0 to 0 orders",
        "20 users, each with 5 to 2 orders",
        "20 users each of which is a user of users",
        "\u{202e}sresu 02",
        "👩‍👩‍👧‍👦 20 👍 with 💰 between 1 and 5",
        "２０ users with name",
        "20 users'; drop table users; --",
        "{{ 7 * 7 }} users {% for x in y %} with ${HOME} and `id`",
        "<script>alert(1)</script> 10 users",
        "!!python/object 10 users & anchor *alias",
        "10 yes, 20 no, 30 null, 40 true",
        "x = y + ; 10 orders with total = ",
        "10 orders with total = total * 2",
        "10 orders, a is b plus 1, b is a plus 1",
        "since 31 February 2023, 10 users with a date from 2024-13-45",
        "every 0 minutes for ten days",
        "every second for a thousand years",
        &deep,
        &"[".repeat(5000),
        &"a, ".repeat(1000),
        &"- x\n".repeat(500),
        &"10 users. ".repeat(200),
    ] {
        is_fine(&prose.chars().take(60).collect::<String>(), prose.as_bytes());
    }
}
