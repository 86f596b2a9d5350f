//! An answer -> the wait that the server asks for, in each form in which servers say it.

use std::time::Duration;

use serde_json::Value;

use super::Reply;

/// The wait: of `retry-after-ms`, `retry-after` (seconds or a date), Google's `RetryInfo`, or the message's own words.
pub(super) fn of(reply: &Reply, body: &Value, message: &str) -> Option<Duration> {
    let milliseconds = reply.header("retry-after-ms").and_then(|value| seconds(value, 1e-3));
    let after = || reply.header("retry-after").and_then(|value| after(value, reply.received));
    milliseconds.or_else(after).or_else(|| retry_info(body)).or_else(|| in_words(message))
}

fn seconds(number: &str, unit: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(number.trim().parse::<f64>().ok()? * unit).ok()
}

fn after(value: &str, now: u64) -> Option<Duration> {
    let date = || {
        let then = httpdate::parse_http_date(value.trim()).ok()?;
        let then = then.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
        Some(Duration::from_secs(then.saturating_sub(now)))
    };
    seconds(value, 1.0).or_else(date)
}

fn retry_info(body: &Value) -> Option<Duration> {
    let details = body["error"]["details"].as_array()?;
    let info =
        details.iter().find(|detail| detail["@type"].as_str().is_some_and(|kind| kind.ends_with("RetryInfo")))?;
    match &info["retryDelay"] {
        Value::String(text) => units(text),
        other => Duration::try_from_secs_f64(other["seconds"].as_f64()?).ok(),
    }
}

/// "Please try again in 6m0s."
fn in_words(message: &str) -> Option<Duration> {
    let lower = message.to_lowercase();
    let behind =
        ["try again in ", "retry in ", "retry after "].iter().find_map(|words| Some(lower.split_once(words)?.1));
    units(behind?)
}

/// `20s`, `1.5s`, `6m0s`, `345ms`, `1h2m3s`, `20 seconds`, at the beginning of a text.
fn units(text: &str) -> Option<Duration> {
    let mut rest = text.trim_start();
    let mut sum = None;
    while let Some((number, behind)) = number(rest) {
        let word_end = behind.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(behind.len());
        let Some(unit) = unit(&behind[..word_end]) else { break };
        sum = Some(sum.unwrap_or(0.0) + number * unit);
        rest = &behind[word_end..];
    }
    Duration::try_from_secs_f64(sum?).ok()
}

fn number(text: &str) -> Option<(f64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let number = text[..end].trim_end_matches('.').parse().ok()?;
    Some((number, text[end..].trim_start_matches(' ')))
}

fn unit(word: &str) -> Option<f64> {
    match word {
        "ms" | "milliseconds" => Some(1e-3),
        "s" | "sec" | "secs" | "second" | "seconds" => Some(1.0),
        "m" | "min" | "mins" | "minute" | "minutes" => Some(60.0),
        "h" | "hour" | "hours" => Some(3_600.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn header(name: &str, value: &str) -> Option<Duration> {
        // 1994-11-06T08:49:07Z.
        let reply =
            Reply { headers: vec![(name.to_owned(), value.to_owned())], received: 784_111_747, ..Reply::default() };
        of(&reply, &Value::Null, "")
    }

    #[test]
    fn headers_say_it_in_seconds_milliseconds_and_dates() {
        let ms = |ms| Some(Duration::from_millis(ms));
        assert_eq!(header("retry-after", "1"), ms(1_000));
        assert_eq!(header("retry-after", " 0.5"), ms(500));
        assert_eq!(header("retry-after-ms", "50"), ms(50));
        assert_eq!(header("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"), ms(30_000));
        assert_eq!(header("retry-after", "Sun, 06 Nov 1994 08:00:00 GMT"), ms(0));
        assert_eq!(header("retry-after", "soon"), None);
        assert_eq!(header("retry-after", "-3"), None);
    }

    #[test]
    fn bodies_say_it_in_words() {
        let of_text = |text| of(&Reply::default(), &Value::Null, text).map(|delay| delay.as_millis());
        assert_eq!(of_text("Rate limit reached. Please try again in 20s. Contact us"), Some(20_000));
        assert_eq!(of_text("Please try again in 6m0s."), Some(360_000));
        assert_eq!(of_text("try again in 1.242s"), Some(1_242));
        assert_eq!(of_text("Please retry in 345ms."), Some(345));
        assert_eq!(of_text("try again in 20 seconds"), Some(20_000));
        assert_eq!(of_text("try again in a while"), None);
    }

    #[test]
    fn google_says_it_in_a_detail() {
        let body = json!({ "error": { "details": [{ "@type": "type.googleapis.com/google.rpc.Help" },
            { "@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "22s" }] } });
        assert_eq!(of(&Reply::default(), &body, ""), Some(Duration::from_secs(22)));
    }
}
