//! Failures that pass: how long is waited, how often it is tried.

use std::time::{Duration, SystemTime};

use serde_json::json;

use super::fake::{ALL, Fake};
use super::room::Room;
use super::server::{Answer, Asked, Server};

const KEYED: [Fake; 3] = [Fake::OpenAi, Fake::Anthropic, Fake::Gemini];

fn limited(fake: Fake) -> Answer {
    fake.error(429, "rate_limit_error", "slow down", "")
}

fn drafted(fake: Fake, answers: Vec<Answer>, flags: &[&str]) -> Vec<Asked> {
    let (count, server) = (answers.len(), Server::new(answers));
    Room::new().draft(fake, &server, flags).is_done();
    let asked = server.asked();
    assert_eq!(asked.len(), count, "{fake:?}");
    asked
}

fn gap(asked: &[Asked]) -> Duration {
    asked[1].at - asked[0].at
}

#[test]
fn the_servers_delay_is_waited_for() {
    for fake in ALL {
        let asked = drafted(fake, vec![limited(fake).with("retry-after", "1"), fake.done()], &[]);
        assert!(gap(&asked) >= Duration::from_millis(950), "{:?}", gap(&asked));
        // The backoff would be ten seconds.
        let asked =
            drafted(fake, vec![limited(fake).with("retry-after-ms", "50"), fake.done()], &["--retry-base", "10s"]);
        assert!(gap(&asked) < Duration::from_secs(5), "{:?}", gap(&asked));
    }
    let date = httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(3));
    let asked = drafted(Fake::OpenAi, vec![limited(Fake::OpenAi).with("retry-after", &date), Fake::OpenAi.done()], &[]);
    assert!(gap(&asked) <= Duration::from_secs(4) && gap(&asked) > Duration::from_millis(100), "{:?}", gap(&asked));
}

#[test]
fn google_puts_errors_into_arrays_and_delays_into_details() {
    let body = json!([{ "error": { "code": 429, "message": "slow down", "status": "RESOURCE_EXHAUSTED",
        "details": [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "0.2s" }] } }]);
    let asked =
        drafted(Fake::Gemini, vec![Answer::new(429, body.to_string()), Fake::Gemini.done()], &["--retry-base", "10s"]);
    assert!(gap(&asked) >= Duration::from_millis(190) && gap(&asked) < Duration::from_secs(5), "{:?}", gap(&asked));
}

#[test]
fn too_long_a_delay_is_not_waited_for() {
    for fake in ALL {
        let server = Server::new(vec![limited(fake).with("retry-after", "3600")]);
        Room::new().draft(fake, &server, &[]).failed("E1245", &["3600 seconds"]);
        assert_eq!(server.asked().len(), 1);
    }
}

#[test]
fn a_used_up_quota_is_asked_once() {
    for fake in KEYED {
        let server = Server::new(vec![fake.used_up().expect("it has quotas")]);
        Room::new().draft(fake, &server, &[]).failed("E1242", &["quota"]);
        assert_eq!(server.asked().len(), 1, "{fake:?}");
    }
}

#[test]
fn passing_failures_pass() {
    for fake in ALL {
        let broken = || fake.error(500, "api_error", "internal", "");
        let overloaded = fake.error(529, "overloaded_error", "Overloaded", "");
        drafted(fake, vec![broken(), broken(), fake.done()], &[]);
        drafted(fake, vec![overloaded, fake.done()], &[]);
        let page = || Answer::new(502, "<html>Bad Gateway</html>").with("content-type", "text/html");
        let server = Server::new(vec![page(), page(), page()]);
        Room::new().draft(fake, &server, &["--retries", "1"]).failed("E1244", &["2 times", "502"]);
        assert_eq!(server.asked().len(), 2, "{fake:?}");
    }
}

#[test]
fn slow_answers_end_in_time() {
    for fake in ALL {
        let server = Server::new(vec![fake.done().slow(Duration::from_secs(20))]);
        let began = std::time::Instant::now();
        Room::new().draft(fake, &server, &["--timeout", "1s", "--retries", "0"]).failed("E1244", &["--timeout"]);
        assert!(began.elapsed() < Duration::from_secs(10));
    }
}

#[test]
fn limits_of_the_settings_hold() {
    let broken = || Fake::OpenAi.error(500, "", "internal", "");
    let server = Server::new(vec![broken(), broken(), broken()]);
    Room::new().draft(Fake::OpenAi, &server, &["--max-requests", "2"]).failed("E1256", &["--max-requests"]);
    assert_eq!(server.asked().len(), 2);
    let server = Server::new(vec![broken(), broken(), broken()]);
    Room::new().draft(Fake::OpenAi, &server, &["--budget", "5s", "--retry-base", "20s"]).failed("E1256", &["--budget"]);
    Room::new().draft(Fake::OpenAi, &server, &["--max-cost", "1"]).failed("E1256", &["price of `m`"]);
}
