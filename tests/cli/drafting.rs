//! `synth draft` as a person meets it: text in, a spec out, questions, changes, revisions, sessions.

use super::run::{Outcome, Place};

/// Runs `synth draft` with these arguments, drafting offline.
fn draft(place: &Place, arguments: &[&str]) -> Outcome {
    let all: Vec<&str> =
        ["draft", "--provider", "offline", "--now", "2025-06-30"].iter().chain(arguments).copied().collect();
    place.run_args(&all)
}

/// As [`draft`], with lines on standard input.
fn talk(place: &Place, arguments: &[&str], lines: &str) -> Outcome {
    let all = ["draft", "--provider", "offline", "--now", "2025-06-30"].iter().chain(arguments);
    let all: Vec<&str> = all.copied().collect();
    place.run_args_with(&all, lines)
}

const USERS: &str = "40 users with a name, an email and a phone number that is missing for a tenth";

#[test]
fn a_draft_builds_as_it_is() {
    let place = Place::new();
    let outcome = draft(&place, &[USERS, "-o", "users.yaml"]);
    assert_eq!(outcome.exit, 0, "{}", outcome.err);
    assert!(outcome.err.contains("drafting with offline: flag --provider"), "{}", outcome.err);
    assert_eq!(outcome.out, "");
    let built = place.run("build users.yaml --quiet");
    assert_eq!(built.exit, 0, "{}", built.err);
    assert_eq!(place.read("out/users.csv").lines().count(), 41);
    assert_eq!(place.run("fmt --check users.yaml").exit, 0, "a draft is formatted");
    assert_eq!(place.run("check --strict users.yaml").exit, 0);
}

#[test]
fn without_a_file_the_spec_goes_to_standard_output_and_the_same_words_give_the_same_spec() {
    let place = Place::new();
    let (first, second) = (draft(&place, &[USERS]), draft(&place, &[USERS]));
    assert!(first.out.starts_with("# yaml-language-server:"), "{}", first.out);
    assert_eq!(first.out, second.out);
    let dash = draft(&place, &[USERS, "-o", "-"]);
    assert_eq!((dash.out == first.out, place.path("-").exists()), (true, false));
}

#[test]
fn a_description_may_come_from_a_file_or_a_pipe() {
    let place = Place::new();
    place.write("brief.txt", USERS);
    let (file, pipe) = (draft(&place, &["--from", "brief.txt"]), talk(&place, &["-"], USERS));
    assert_eq!(file.exit, 0, "{}", file.err);
    assert_eq!(file.out, pipe.out);
    assert_eq!(draft(&place, &[]).exit, 2, "no description");
    assert_eq!(draft(&place, &[" "]).exit, 2, "an empty one");
    assert_eq!(draft(&place, &["--from", "gone.txt"]).exit, 3);
}

#[test]
fn a_spec_that_is_there_is_kept_unless_it_is_to_go() {
    let place = Place::new();
    place.write("users.yaml", "mine");
    let refused = draft(&place, &[USERS, "-o", "users.yaml"]);
    assert_eq!((refused.exit, place.read("users.yaml").as_str()), (3, "mine"));
    assert_eq!(draft(&place, &[USERS, "-o", "users.yaml", "--force"]).exit, 0);
    assert!(place.read("users.yaml").contains("tables:"));
}

#[test]
fn contradictions_are_refused_with_the_arithmetic_and_nothing_is_written() {
    let place = Place::new();
    let refused = draft(&place, &["500 seats with distinct numbers from 1 to 50", "-o", "seats.yaml"]);
    assert_eq!(refused.exit, 1, "{}", refused.err);
    assert!(refused.err.contains("50") && refused.err.contains("500"), "{}", refused.err);
    assert!(!place.path("seats.yaml").exists());
}

#[test]
fn a_spec_is_revised_and_keeps_what_is_not_spoken_of() {
    let place = Place::with_shop();
    let spec =
        place.read("shop.yaml").replace("synth: 1", "# By hand.\nsynth: 1").replace("rows: 100", "rows: 100   # few");
    place.write("shop.yaml", &spec);
    let shown = draft(&place, &["--revise", "shop.yaml", "--diff-only", "every user has a phone number"]);
    assert_eq!(shown.exit, 0, "{}", shown.err);
    assert!(shown.err.contains("phone"), "{}", shown.err);
    assert_eq!(place.read("shop.yaml"), spec, "only shown");
    let revised = draft(&place, &["--revise", "shop.yaml", "every user has a phone number"]);
    assert_eq!(revised.exit, 0, "{}", revised.err);
    let text = place.read("shop.yaml");
    assert!(text.contains("phone"), "{text}");
    let kept = spec.lines().filter(|line| !text.contains(line.trim()));
    assert!(
        kept.clone().count() <= 1,
        "at most the line of columns is another: {:?}\n{text}",
        kept.collect::<Vec<_>>()
    );
    assert_eq!(place.run("check --strict shop.yaml").exit, 0);
}

#[test]
fn a_revision_touches_no_table_that_it_does_not_speak_of() {
    let place = Place::new();
    let spec = include_str!("../../specs/shop.yaml");
    place.write("shop.yaml", spec);
    let revised = draft(&place, &["--revise", "shop.yaml", "refunds for 3% of the orders"]);
    assert_eq!(revised.exit, 0, "{}", revised.err);
    assert!(revised.err.contains("no value can change"), "{}", revised.err);
    let text = place.read("shop.yaml");
    let mut lines = text.lines();
    assert!(spec.lines().all(|line| lines.any(|other| other == line)), "lines are only added\n{text}");
    assert!(text.contains("  refunds:\n    per: orders") && text.contains("zero: 97%"), "{text}");
}

#[test]
fn a_conversation_takes_answers_and_changes_until_it_is_accepted() {
    let place = Place::new();
    let outcome = talk(&place, &[USERS, "-i", "-o", "users.yaml"], "\nevery user also has a birth date\nspec\n\n");
    assert_eq!(outcome.exit, 0, "{}", outcome.err);
    assert!(outcome.err.contains("Enter accepts"), "{}", outcome.err);
    let left = talk(&place, &[USERS, "-i", "-o", "left.yaml"], "quit\nquit\nquit\nquit\nquit\nquit\nquit\n");
    assert_eq!((left.exit, place.path("left.yaml").exists()), (0, false), "{}", left.err);
}

#[test]
fn sessions_are_kept_and_gone_on_with() {
    let place = Place::new();
    assert_eq!(draft(&place, &[USERS, "-o", "users.yaml"]).exit, 0);
    let listed = place.run("sessions");
    assert!(listed.out.contains("offline"), "{}", listed.out);
    let resumed = draft(&place, &["every user has a birth date", "--resume"]);
    assert_eq!(resumed.exit, 0, "{}", resumed.err);
    let text = place.read("users.yaml");
    assert!(text.contains("birth_date") && text.contains("email"), "{text}");
    place.write("users.yaml", format!("# edited\n{text}"));
    let refused = draft(&place, &["every user has a city", "--resume"]);
    assert_eq!(refused.exit, 3, "edits by hand are not lost: {}", refused.err);
    let none = Place::new();
    assert_eq!(draft(&none, &["more", "--resume"]).exit, 2);
    assert_eq!(draft(&none, &[USERS, "--no-session"]).exit, 0);
    assert!(!none.run("sessions").out.contains("offline"));
}

#[test]
fn answers_and_open_questions_are_for_scripts() {
    let place = Place::new();
    let vague = "some data about users";
    let open = draft(&place, &[vague, "--fail-on-questions", "-o", "users.yaml"]);
    assert_eq!((open.exit, place.path("users.yaml").exists()), (5, false), "{}", open.err);
    let whole = draft(&place, &[vague, "--json", "--quiet"]);
    let json: serde_json::Value = serde_json::from_str(&whole.out).expect("JSON");
    let questions = json["questions"].as_array().expect("a list");
    let rows = questions.iter().find(|question| question["path"].as_str().expect("a path").ends_with(".rows"));
    let rows = rows.unwrap_or_else(|| panic!("it asks how many rows: {questions:?}"));
    let answer = format!("{}=37", rows["id"].as_str().expect("an id"));
    let answered = draft(&place, &[vague, "--answer", &answer]);
    assert!(answered.out.contains("rows: 37"), "{}", answered.out);
    assert_eq!(draft(&place, &[vague, "--answer", "q99=1"]).exit, 2);
}

#[test]
fn a_named_provider_without_a_key_is_an_error_and_its_request_can_be_seen() {
    let place = Place::new();
    let refused = place.run_args(&["draft", "--provider", "openai", USERS]);
    assert_eq!(refused.exit, 4, "{}", refused.err);
    assert!(refused.err.contains("OPENAI_API_KEY"), "{}", refused.err);
    let shown = place.run_args(&["draft", "--provider", "openai", "--dry-run", USERS]);
    let request: serde_json::Value = serde_json::from_str(&shown.out).expect("JSON");
    assert!(request["url"].as_str().expect("an address").ends_with("/chat/completions"));
    assert!(request["estimated_input_tokens"].as_u64().expect("a number") > 100);
}
