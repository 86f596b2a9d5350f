//! `synth config` and `synth sessions`, in a home folder of their own.

use std::process::Command;

use serde_json::Value;
use synth::config::{Places, defs};
use synth::draft::Usage;
use synth::draft::session::{NewSession, Status, Store, Turn, TurnKind};

use crate::cli::run::Place;

/// Runs a line of arguments with variables of the environment.
fn run(place: &Place, line: &str, env: &[(&str, &str)]) -> (i32, String, String) {
    let mut command: Command = place.command(line.split_whitespace());
    let output = command.envs(env.iter().copied()).output().expect("the binary runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

fn json(place: &Place, line: &str, env: &[(&str, &str)]) -> Value {
    let (exit, out, err) = run(place, line, env);
    assert_eq!(exit, 0, "{err}");
    serde_json::from_str(&out).expect("JSON")
}

#[test]
fn locales_and_formats_of_settings_are_ones_that_there_are() {
    let (exit, err) = refused("[draft]\nlocale = \"de_XX\"\nformat = \"doc\"\n", "config");
    assert!(
        exit == 2 && err.contains("there is no locale `de_XX`") && err.contains("there is no format `doc`"),
        "{err}"
    );
}

#[test]
fn every_value_says_where_it_was_said() {
    let place = Place::new();
    place.write("synth.toml", "[draft]\nmodel = \"project\"\nretries = 2\n\n[sessions]\nkeep_days = 30\n");
    place.write(".home/.config/synth/config.toml", "[draft]\nretries = 1\nmax_repairs = 0\n");
    let all =
        json(&place, "config --json", &[("SYNTH_MODEL", "env"), ("OPENAI_BASE_URL", "https://me:pw@gate.example/v1")]);
    let said = |key: &str| {
        (all["settings"][key]["value"].clone(), all["settings"][key]["source"].as_str().expect("a source").to_owned())
    };
    assert_eq!(said("draft.model"), ("env".into(), "SYNTH_MODEL".to_owned()));
    assert_eq!(said("draft.retries"), (2.into(), "synth.toml:3".to_owned()));
    assert_eq!(said("sessions.keep_days"), (30.into(), "synth.toml:6".to_owned()));
    assert_eq!(said("draft.timeout"), ("300s".into(), "default".to_owned()));
    assert_eq!(said("openai.base_url").0, "https://***@gate.example/v1");
    assert!(said("draft.max_repairs").1.ends_with("/.config/synth/config.toml:3"));
    assert_eq!(all["settings"].as_object().expect("an object").len(), defs::DEFS.len());
    let (_, text, _) = run(&place, "config", &[]);
    assert!(defs::DEFS.iter().all(|def| text.contains(def.key)), "{text}");
}

#[test]
fn keys_are_said_to_be_set_and_never_shown() {
    let place = Place::new();
    let env = [("ANTHROPIC_API_KEY", "sk-ant-very-secret"), ("OPENAI_API_KEY", "")];
    for line in ["config", "config --json", "config --explain anthropic.model"] {
        let (exit, out, err) = run(&place, line, &env);
        assert_eq!(exit, 0, "{err}");
        assert!(!out.contains("very-secret") && !err.contains("very-secret"), "{out}{err}");
    }
    let all = json(&place, "config --json", &env);
    assert_eq!(all["keys"]["anthropic"], "set (from ANTHROPIC_API_KEY)");
    assert_eq!(all["keys"]["openai"], "not set");
    assert_eq!(
        (&all["drafter"]["provider"], &all["drafter"]["why"]),
        (&"anthropic".into(), &"ANTHROPIC_API_KEY is set".into())
    );
    let (exit, out, _) = run(&place, "config", &[("SYNTH_PROVIDER", "openai")]);
    assert_eq!(exit, 0);
    assert!(
        out.contains("`synth draft` would fail: OpenAI was chosen (SYNTH_PROVIDER), but there is no key of it"),
        "{out}"
    );
}

/// What is wrong in a settings file, as people read it.
fn refused(file: &str, line: &str) -> (i32, String) {
    let place = Place::new();
    place.write("synth.toml", file);
    let (exit, out, err) = run(&place, line, &[]);
    assert_eq!(out, "");
    (exit, err)
}

#[test]
fn mistakes_of_a_settings_file_are_said_with_their_place() {
    let (exit, err) = refused("[draft]\nretires = 2\ntimeout = \"soon\"\n\n[cahce]\nmode = \"off\"\n", "config");
    assert_eq!(exit, 2, "{err}");
    assert_eq!(
        err,
        "\
error[E1262]: there is no setting `draft.retires`
 --> synth.toml:2:1
  |
2 | retires = 2
  | ^^^^^^^
  = help: did you mean `retries`?

error[E1263]: the value of `draft.timeout` has the wrong type: `soon` is not a duration, such as `30s`, `1h30m` or `7d`
 --> synth.toml:3:11
  |
3 | timeout = \"soon\"
  |           ^^^^^^
  = help: it takes: duration; the default is `300s`

error[E1262]: there is no section `cahce`
 --> synth.toml:5:2
  |
5 | [cahce]
  |  ^^^^^
  = help: did you mean `[cache]`?
3 errors
"
    );
    let (exit, err) = refused("[draft]\nprovider = openai\n", "config");
    assert!(exit == 2 && err.contains("error[E1261]") && err.contains("synth.toml:2:12"), "{err}");
    let (exit, err) = refused("[cache]\nmode = \"always\"\n", "sessions");
    assert!(
        exit == 2 && err.contains("error[E1264]") && err.contains("`always` is none of `auto`, `refresh`"),
        "{err}"
    );
    let (exit, err) = refused("[openai]\napi_key = \"sk-1\"\n", "config");
    assert!(exit == 2 && err.contains("error[E1265]") && err.contains("revoke it"), "{err}");
}

#[test]
fn a_project_cannot_send_keys_elsewhere_unless_it_is_named() {
    let file = "[openai]\nbase_url = \"https://gate.example/v1\"\n";
    let (exit, err) = refused(file, "config");
    assert!(exit == 2 && err.contains("error[E1266]") && err.contains("--config synth.toml"), "{err}");
    let place = Place::new();
    place.write("synth.toml", file);
    let named = json(&place, "config --json --config synth.toml", &[]);
    assert_eq!(named["settings"]["openai.base_url"]["source"], "synth.toml:2");
    let named = json(&place, "config --json", &[("SYNTH_CONFIG", "synth.toml")]);
    assert_eq!(named["settings"]["openai.base_url"]["value"], "https://gate.example/v1");
    Place::new()
        .run("config --config nowhere.toml")
        .exits(3)
        .says("error[E1260]: the settings file `nowhere.toml` cannot be read");
}

#[test]
fn variables_are_checked_and_settings_described() {
    let place = Place::new();
    let (exit, _, err) = run(&place, "config", &[("SYNTH_RETRIES", "many")]);
    assert!(
        exit == 2 && err.contains("error[E1267]: SYNTH_RETRIES cannot be used: `many` is not a whole number"),
        "{err}"
    );
    let (_, out, _) = run(&place, "config --explain draft.retries", &[]);
    assert!(out.contains("SYNTH_RETRIES") && out.contains("--retries") && out.contains("below `[draft]`"), "{out}");
    place.run("config --explain draft.retires").exits(2).says("did you mean `draft.retries`?");
    let paths = place.run("config path").exits(0).out;
    assert!(paths.contains(".home/.config/synth/config.toml (not there)") && paths.contains("/sessions.db"), "{paths}");
    assert!(!place.path(".home").exists(), "looking writes nothing");
}

#[test]
fn without_a_keyring_its_commands_say_so_at_once() {
    let place = Place::new();
    for (line, input) in [("config set-key openai", "sk-very-secret\n"), ("config remove-key openai", "")] {
        let outcome = place.run_with(line, input).exits(3).says("error[E1270]: the system's keyring cannot be used");
        assert!(!outcome.err.contains("very-secret"), "{}", outcome.err);
    }
    place.run_with("config set-key openai", "two words\n").exits(2).says("error[E1274]");
    place.run_with("config set-key mistral", "x\n").exits(2);
}

/// A place with one session of two turns, and its id.
fn with_session() -> (Place, String) {
    let place = Place::new();
    let path = place.path(".home/.local/state/synth/sessions.db");
    assert_eq!(Places::default().user_file(), None);
    let mut store = Store::open(&path).expect("open");
    let prose = "2,000 members of a gym";
    let new = NewSession { at: "2026-01-31T12:00:00Z", prose, drafter: "openai", model: "m-1", spec_path: "gym.yaml" };
    let id = store.start(&new).expect("begun");
    let first = Turn {
        at: "2026-01-31T12:00:05Z".to_owned(),
        said: prose.to_owned(),
        spec: "synth: 1\n".to_owned(),
        ..Turn::default()
    };
    let second = Turn {
        at: "2026-01-31T12:01:00Z".to_owned(),
        kind: TurnKind::Change,
        said: "twice as many".to_owned(),
        answers: [("q1".to_owned(), "eur".to_owned())].into(),
        spec: "synth: 1\nname: gym\n".to_owned(),
        usage: Usage { input_tokens: 1200, output_tokens: 300, requests: 1, ..Usage::default() },
        ..Turn::default()
    };
    store.add_turn(&id, &first, "gym", Status::Open).expect("added");
    store.add_turn(&id, &second, "", Status::Accepted).expect("added");
    (place, id)
}

#[test]
fn sessions_are_listed_and_shown() {
    let (place, id) = with_session();
    let list = place.run("sessions").exits(0).out;
    assert_eq!(list, format!("{id}  2026-01-31 12:01  accepted  2 turns   openai m-1  2,000 members of a gym\n"));
    assert_eq!(place.run("sessions show --spec").exits(0).out, "synth: 1\nname: gym\n");
    let shown = place.run(&format!("sessions show {}", &id[..4])).exits(0).out;
    assert_eq!(
        shown,
        format!(
            "\
session {id}, gym (accepted)
2026-01-31 12:00 to 2026-01-31 12:01, by openai m-1
spec: gym.yaml

  2,000 members of a gym

turn 1, draft, 2026-01-31 12:00
  a spec of 1 line

turn 2, change, 2026-01-31 12:01
  twice as many
  q1: eur
  a spec of 2 lines
  1200 tokens in, 300 out, 1 request, 0 repairs
"
        )
    );
    let whole = json(&place, "sessions show last --json", &[]);
    assert_eq!(
        (&whole["turns"][1]["answers"]["q1"], &whole["turns"][1]["usage"]["input_tokens"]),
        (&"eur".into(), &1200.into())
    );
    assert_eq!(json(&place, "sessions --json", &[])[0]["id"], id);
}

#[test]
fn sessions_are_removed_by_name_or_age() {
    let (place, id) = with_session();
    place.run("sessions delete nowhere").exits(2).says("error[E1273]: there is no session `nowhere`");
    place.run(&format!("sessions delete {id}")).exits(0).says(&format!("session {id} is removed"));
    place.run("sessions").exits(0).prints_nothing().says("there are no sessions");
    assert_eq!(json(&place, "sessions --json", &[]), Value::Array(Vec::new()));
    let (place, _) = with_session();
    assert!(run(&place, "sessions clean", &[("SYNTH_SESSIONS_KEEP_DAYS", "0")]).2.contains("0 sessions removed"));
    place.run("sessions clean").exits(0).says("1 session removed");
}

#[test]
fn a_file_that_is_no_database_is_refused_and_stays() {
    let place = Place::new();
    place.write("notes.txt", "not a database\n".repeat(100));
    let (exit, _, err) = run(&place, "sessions", &[("SYNTH_SESSIONS_FILE", "notes.txt")]);
    assert!(exit == 3 && err.contains("error[E1272]: `notes.txt` is no database of sessions"), "{err}");
    assert_eq!(place.read("notes.txt"), "not a database\n".repeat(100));
    place.run("sessions").exits(0).says("there are no sessions");
    assert!(!place.path(".home").exists(), "looking makes no database");
}

/// A description with a word in it that is nowhere else.
const PROSE: &str = "20 zylophones with an email and a phone number";

/// Drafts offline, with variables of the environment; standard error and the log.
fn drafted(place: &Place, flags: &[&str], env: &[(&str, &str)]) -> (i32, String, String) {
    let arguments = [&["draft", PROSE, "--provider", "offline", "-o", "z.yaml", "--force"], flags].concat();
    let output = place.command(arguments).envs(env.iter().copied()).output().expect("the binary runs");
    let log = std::fs::read_to_string(place.path("synth.log")).unwrap_or_default();
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stderr).expect("UTF-8"), log)
}

#[test]
fn the_log_is_lines_of_json_without_the_description() {
    let place = Place::new();
    let (_, quiet, log) = drafted(&place, &["--no-session"], &[]);
    assert!(log.is_empty() && !quiet.contains("INFO"), "nothing is logged unless it is wanted: {quiet}");
    let (_, err, log) = drafted(&place, &["--no-session", "--log-format", "json", "--log-file", "synth.log"], &[]);
    assert_eq!(err, quiet);
    let lines: Vec<Value> = log.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(lines.iter().any(|line| line["drafter"] == "offline" && line["milliseconds"].is_u64()), "{log}");
    for line in &lines {
        assert!(["timestamp", "level", "target", "message"].iter().all(|key| line[key].is_string()), "{line}");
        assert!(line["target"].as_str().is_some_and(|target| target.starts_with("synth")), "{line}");
    }
    assert!(!log.contains("zylophone"), "{log}");
    let (_, err, _) = drafted(&place, &[], &[("SYNTH_LOG", "info")]);
    assert!(err.contains(" INFO synth::draft: ") && !err.contains("{\"timestamp"), "{err}");
    let (exit, err, _) = drafted(&place, &["--log-file", "nowhere/synth.log"], &[]);
    assert!(exit == 3 && err.contains("error[E1275]"), "{err}");
}

#[test]
fn a_key_is_neither_in_the_log_nor_in_the_session() {
    let place = Place::new();
    let key = "sk-very-secret-0123456789";
    let prose = format!("{PROSE}, and use {key}");
    let line =
        ["draft", &prose, "--provider", "offline", "-o", "z.yaml", "--log-level", "trace", "--log-file", "synth.log"];
    place.command(line).env("OPENAI_API_KEY", key).output().expect("the binary runs");
    let database = std::fs::read(place.path(".home/.local/state/synth/sessions.db")).expect("a session is kept");
    let has = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(has(&database, "zylophones") && !has(&database, key));
    assert!(!place.read("synth.log").contains(key));
}

#[test]
fn a_draft_is_kept_unless_that_is_not_wanted_or_cannot_be() {
    let place = Place::new();
    let (with, ..) = drafted(&place, &[], &[]);
    assert!(place.run("sessions").exits(0).out.contains(PROSE));
    let other = Place::new();
    let (without, ..) = drafted(&other, &["--no-session"], &[]);
    assert!(!other.path(".home").exists());
    other.run("sessions").exits(0).prints_nothing();
    other.write("file", "");
    let (unable, err, _) = drafted(&other, &[], &[("SYNTH_SESSIONS_FILE", "file/sessions.db")]);
    assert!(err.contains("warning: this draft is not kept as a session"), "{err}");
    assert_eq!((with, without), (unable, unable));
}
