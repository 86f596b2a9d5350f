//! The client against scripted answers and a clock that only waits move.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use serde_json::{Value, json};

use super::*;
use crate::draft::llm::provider::Provider;
use crate::draft::llm::wire::{Rung, Turn};

/// Answers in order; and what was asked, when, with which key.
#[derive(Default)]
struct Script {
    answers: RefCell<VecDeque<Result<Reply, Setback>>>,
    asked: RefCell<Vec<(Value, String)>>,
    waits: RefCell<Vec<Duration>>,
    now: Cell<Duration>,
}

struct Actor(Rc<Script>);

impl Transport for Actor {
    fn send(&self, ask: &Ask, key: Option<&Secret>, _: Duration) -> Result<Reply, Setback> {
        let key = key.map(|key| key.reveal().to_owned()).unwrap_or_default();
        self.0.asked.borrow_mut().push((ask.body.clone(), key));
        self.0.answers.borrow_mut().pop_front().expect("no further request")
    }
}

impl World for Actor {
    fn now(&self) -> Duration {
        self.0.now.get()
    }

    fn unix(&self) -> u64 {
        0
    }

    fn sleep(&self, wait: Duration) {
        self.0.now.set(self.0.now.get() + wait);
        self.0.waits.borrow_mut().push(wait);
    }

    fn chance(&self) -> f64 {
        0.0
    }
}

fn reply(status: u16, headers: &[(&str, &str)], body: &str) -> Result<Reply, Setback> {
    let headers = headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Ok(Reply { status, headers, body: body.as_bytes().to_vec(), received: 0 })
}

fn done() -> Result<Reply, Setback> {
    reply(
        200,
        &[],
        r#"{"choices":[{"message":{"content":"{}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":7,"completion_tokens":2}}"#,
    )
}

fn cut() -> Result<Reply, Setback> {
    reply(
        200,
        &[],
        r#"{"choices":[{"message":{"content":"{"},"finish_reason":"length"}],"usage":{"prompt_tokens":7,"completion_tokens":9}}"#,
    )
}

fn limited(headers: &[(&str, &str)]) -> Result<Reply, Setback> {
    reply(429, headers, r#"{"error":{"message":"slow down","code":"rate_limit_exceeded"}}"#)
}

fn bad(param: &str, code: &str, message: &str) -> Result<Reply, Setback> {
    reply(400, &[], &json!({ "error": { "message": message, "param": param, "code": code } }).to_string())
}

/// What came of a script: the outcome, the script, the client.
fn play(config: Config, answers: Vec<Result<Reply, Setback>>) -> (Result<Completion, Failure>, Rc<Script>, Client) {
    let script = Rc::new(Script { answers: RefCell::new(answers.into()), ..Script::default() });
    let (transport, world) = (Box::new(Actor(Rc::clone(&script))), Box::new(Actor(Rc::clone(&script))));
    let mut client = Client::new(config, transport, world, Manner::default());
    let chat =
        Chat { system: String::new(), turns: vec![Turn::user("prose")], schema: json!({}), max_output_tokens: 100 };
    let outcome = client.complete(&chat);
    assert!(script.answers.borrow().is_empty(), "not all answers were asked for");
    (outcome, script, client)
}

fn config() -> Config {
    Config::new(Provider::OpenAi)
}

fn keys(names: &[&str]) -> Config {
    Config { keys: names.iter().map(Secret::new).collect(), ..config() }
}

fn seconds(waits: &[u64]) -> Vec<Duration> {
    waits.iter().map(|wait| Duration::from_secs(*wait)).collect()
}

fn reason(outcome: Result<Completion, Failure>) -> Reason {
    outcome.expect_err("a failure").reason
}

#[test]
fn passing_failures_are_waited_for_twice_as_long_each_time() {
    let fail = || reply(500, &[], "{}");
    let (outcome, script, client) = play(config(), vec![fail(), fail(), fail(), fail(), done()]);
    assert_eq!(outcome.expect("an answer").text, "{}");
    assert_eq!(*script.waits.borrow(), seconds(&[2, 4, 8, 16]));
    assert_eq!(client.spent.requests, 5);
    let (outcome, script, _) = play(config(), (0..5).map(|_| fail()).collect());
    assert_eq!(reason(outcome), Reason::Exhausted(5));
    assert_eq!(script.waits.borrow().len(), 4);
}

#[test]
fn the_servers_delay_comes_first_and_is_not_waited_for_when_too_long() {
    let (outcome, script, _) =
        play(config(), vec![limited(&[("retry-after", "1")]), limited(&[("retry-after-ms", "50")]), done()]);
    assert!(outcome.is_ok());
    assert_eq!(*script.waits.borrow(), [Duration::from_secs(1), Duration::from_millis(50)]);
    let (outcome, script, _) = play(config(), vec![limited(&[("retry-after", "3600")])]);
    assert_eq!(reason(outcome), Reason::DelayTooLong(Duration::from_secs(3_600)));
    assert!(script.waits.borrow().is_empty());
}

#[test]
fn nobody_there_is_tried_twice_again() {
    let gone = || Err(Setback::new(Class::Unreachable, "refused"));
    let (outcome, script, _) = play(config(), vec![gone(), gone(), gone()]);
    assert_eq!(reason(outcome), Reason::Exhausted(3));
    assert_eq!(*script.waits.borrow(), seconds(&[2, 4]));
}

#[test]
fn limited_keys_rotate_before_anything_is_waited_for() {
    let (outcome, script, _) = play(keys(&["key-a", "key-b"]), vec![limited(&[]), done()]);
    assert!(outcome.is_ok() && script.waits.borrow().is_empty());
    let used = |script: &Script| script.asked.borrow().iter().map(|(_, key)| key.clone()).collect::<Vec<_>>();
    assert_eq!(used(&script), ["key-a", "key-b"]);
    let slow = || limited(&[("retry-after", "30")]);
    let (outcome, script, _) = play(keys(&["key-a", "key-b"]), vec![limited(&[("retry-after", "3")]), slow(), done()]);
    assert!(outcome.is_ok());
    assert_eq!(*script.waits.borrow(), seconds(&[3]));
    assert_eq!(used(&script), ["key-a", "key-b", "key-a"]);
}

#[test]
fn refused_and_empty_keys_are_given_up() {
    let refused = || reply(401, &[], r#"{"error":{"message":"bad key key-a"}}"#);
    let empty = reply(429, &[], r#"{"error":{"message":"no more","code":"insufficient_quota"}}"#);
    let (outcome, script, _) = play(keys(&["key-a", "key-b", "key-c"]), vec![refused(), empty, done()]);
    assert!(outcome.is_ok());
    assert_eq!(script.asked.borrow()[2].1, "key-c");
    let (outcome, _, client) = play(keys(&["key-a"]), vec![refused()]);
    let failure = outcome.expect_err("refused");
    assert_eq!((failure.setback.class, failure.setback.message.as_str()), (Class::Auth, "bad key ***"));
    assert_eq!(client.spent.requests, 1);
}

#[test]
fn refused_parameters_are_dropped_once_and_the_cap_changes_its_name() {
    let refused = bad("max_completion_tokens", "unsupported_parameter", "Unsupported parameter");
    let (outcome, script, client) = play(config(), vec![refused, done()]);
    assert!(outcome.is_ok());
    assert_eq!(script.asked.borrow()[1].0["max_tokens"], json!(100));
    assert_eq!(client.manner.dropped, BTreeSet::from(["max_completion_tokens".to_owned()]));
    let warm = Config { temperature: Some(0.2), ..config() };
    let refused = bad("temperature", "unsupported_value", "Unsupported value");
    let (outcome, script, _) = play(warm, vec![refused, done()]);
    assert!(outcome.is_ok());
    let asked = script.asked.borrow();
    assert_eq!((asked[0].0.get("temperature"), asked[1].0.get("temperature")), (Some(&json!(0.2)), None));
}

#[test]
fn refused_schemas_go_down_the_ladder_and_end_below_it() {
    let refused = || bad("response_format", "", "Invalid schema for response_format 'draft_ir'");
    let (outcome, script, client) = play(config(), vec![refused(), refused(), done()]);
    assert!(outcome.is_ok());
    let forms: Vec<Value> =
        script.asked.borrow().iter().map(|(body, _)| body["response_format"]["type"].clone()).collect();
    assert_eq!(forms, [json!("json_schema"), json!("json_object"), Value::Null]);
    assert_eq!(client.manner.rung, Rung::Plain);
    let (outcome, _, _) = play(config(), vec![refused(), refused(), refused()]);
    assert_eq!(reason(outcome), Reason::NoRung);
}

#[test]
fn cut_off_answers_get_twice_the_room_once() {
    let (outcome, script, client) = play(config(), vec![cut(), done()]);
    assert!(outcome.is_ok());
    assert_eq!(script.asked.borrow()[1].0["max_completion_tokens"], json!(200));
    assert_eq!((client.spent.tokens.input, client.spent.tokens.output), (14, 11));
    let (outcome, _, _) = play(config(), vec![cut(), cut()]);
    assert_eq!(reason(outcome), Reason::TooShort(200));
    let (outcome, _, _) = play(Config { output_limit: 100, ..config() }, vec![cut()]);
    assert_eq!(reason(outcome), Reason::TooShort(100));
}

#[test]
fn requests_time_and_money_are_bounded() {
    let fail = || reply(500, &[], "{}");
    let (outcome, _, _) = play(Config { max_requests: Some(2), ..config() }, vec![fail(), fail()]);
    assert_eq!(reason(outcome), Reason::MaxRequests(2));
    let (outcome, _, client) = play(Config { budget: Duration::from_secs(5), ..config() }, vec![fail(), fail()]);
    assert_eq!((reason(outcome), client.spent.requests), (Reason::Budget, 2));
    let dear = Config { max_cost: Some(1e-6), ..config() };
    let (outcome, _, _) = play(dear, vec![cut()]);
    assert_eq!(reason(outcome), Reason::MaxCost(1e-6));
}

#[test]
fn the_rate_limit_of_the_settings_is_kept() {
    let fail = || reply(500, &[], "{}");
    let (outcome, script, _) = play(Config { requests_per_minute: Some(2), ..config() }, vec![fail(), fail(), done()]);
    assert!(outcome.is_ok());
    assert_eq!(*script.waits.borrow(), seconds(&[2, 4, 54]));
}

#[test]
fn refusals_are_final() {
    let refused = reply(200, &[], r#"{"choices":[{"message":{"content":null,"refusal":"no"}}]}"#);
    let (outcome, _, client) = play(config(), vec![refused]);
    let failure = outcome.expect_err("refused");
    assert_eq!((failure.setback.class, failure.reason, client.spent.requests), (Class::Refused, Reason::Setback, 1));
}
