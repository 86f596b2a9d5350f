//! A [`Failure`] of a client -> the finding that people read: what happened, why, what to do. Never a key.

use std::time::Duration;

use super::classify::Class;
use super::client::{Failure, Reason, host};
use super::config::Config;
use super::provider::Provider;
use crate::diag::Diagnostic;

const OFFLINE: &str = "or draft without a model: `--provider offline`";

/// The finding.
pub fn diagnostic(config: &Config, failure: &Failure) -> Diagnostic {
    let found = match &failure.reason {
        Reason::Setback | Reason::Exhausted(_) => of_setback(config, failure),
        Reason::DelayTooLong(delay) => of_delay(config, *delay),
        Reason::NoRung => {
            let what =
                format!("{} refuses the schema in every form in which `{}` was asked", title(config), config.model());
            Diagnostic::error("E1250", what).help("take another `--model`")
        }
        Reason::TooShort(cap) => of_length(config, *cap),
        Reason::Budget | Reason::MaxRequests(_) | Reason::MaxCost(_) => of_limit(&failure.reason, config),
    };
    let setback = &failure.setback;
    let no_words = setback.message.is_empty()
        || setback.status == 0
            && matches!(failure.reason, Reason::MaxRequests(_) | Reason::MaxCost(_) | Reason::Budget);
    let found = match no_words {
        true => found,
        false => found.note(said(setback.status, &setback.message)),
    };
    let found = match setback.request_id.is_empty() {
        true => found,
        false => found.note(format!("the provider knows this request as `{}`", setback.request_id)),
    };
    found.help(OFFLINE)
}

fn said(status: u16, message: &str) -> String {
    match status {
        0 | 200..=299 => message.to_owned(),
        status => format!("the server answered {status}: {message}"),
    }
}

fn title(config: &Config) -> String {
    let host = host(&config.base_url());
    match config.base_url.is_empty() {
        true => config.provider.title().to_owned(),
        false => format!("{} at `{host}`", config.provider.title()),
    }
}

/// Which environment variable a key belongs into.
pub(super) fn variables(provider: Provider) -> String {
    let names: Vec<String> = provider.key_variables().iter().map(|name| format!("`{name}`")).collect();
    names.join(" or ")
}

fn of_setback(config: &Config, failure: &Failure) -> Diagnostic {
    let who = title(config);
    let model = config.model();
    let error = |code, what: String| Diagnostic::error(code, what);
    match &failure.setback.class {
        Class::Unreachable => unreachable(config),
        Class::Auth => auth(config),
        Class::Quota => error("E1242", format!("{who} says that the quota is used up"))
            .help(format!("add credit, or put another key into {}", key_place(config.provider))),
        Class::ModelNotFound => {
            let fix = match config.provider {
                Provider::Ollama => format!("load it with `ollama pull {model}`, or name another with `--model`"),
                _ => "name another with `--model`, and look at the path of `--base-url`".to_owned(),
            };
            error("E1243", format!("{who} has no model `{model}`")).help(fix)
        }
        Class::Transient { .. } => {
            let times = match failure.reason {
                Reason::Exhausted(times) => times,
                _ => 1,
            };
            error("E1244", format!("{who} failed {times} times"))
                .help("try again later, or raise `--retries` or `--timeout`")
        }
        Class::Refused => error("E1246", format!("`{model}` refuses to answer this description"))
            .help("say it in other words, or take another `--model`"),
        Class::Truncated => of_length(config, config.max_output_tokens),
        Class::TooLarge => error("E1248", format!("the request is too large for `{model}`"))
            .help("shorten the description, or take `--prompt-size small`"),
        Class::Protocol | Class::Empty => protocol(config, &failure.setback.class),
        Class::Param(_) | Class::Schema | Class::Rejected => error("E1251", format!("{who} refuses the request"))
            .help("its words tell what to change; `--dry-run` shows the request"),
        Class::Redirect => error("E1255", format!("{who} sends the request elsewhere, which is not followed"))
            .help("give the address to which it points as `--base-url`, if you trust it"),
        Class::BodyTooLarge => error("E1254", format!("the answer of {who} is too large"))
            .help("look at `--base-url`: a model's interface answers with some kilobytes"),
    }
}

fn unreachable(config: &Config) -> Diagnostic {
    let base = config.base_url();
    let found = Diagnostic::error("E1240", format!("{} cannot be reached", title(config)));
    match (is_loopback(&base), config.provider) {
        (true, Provider::Ollama) => found.help("is `ollama serve` running?"),
        (true, _) => found.help(format!("is a server running at `{}`?", place(&base))),
        (false, _) => found.help("look at the network, at `--base-url` and at `HTTPS_PROXY`"),
    }
}

fn auth(config: &Config) -> Diagnostic {
    let found = Diagnostic::error("E1241", format!("{} does not take the key", title(config)));
    match config.provider.needs_key() {
        true => found.help(format!("put a valid key into {}", key_place(config.provider))),
        false => found.help("put a key that the server takes into a file for `--api-key-file`"),
    }
}

/// Where a provider's key belongs.
fn key_place(provider: Provider) -> String {
    match provider.needs_key() {
        true => format!("{}, or into a file for `--api-key-file`", variables(provider)),
        false => "a file for `--api-key-file`".to_owned(),
    }
}

/// That a provider takes nobody without a key, and there is none.
pub fn no_key(config: &Config) -> Diagnostic {
    Diagnostic::error("E1241", format!("there is no key for {}", config.provider.title()))
        .help(format!("put one into {}", key_place(config.provider)))
        .help(OFFLINE)
}

fn protocol(config: &Config, class: &Class) -> Diagnostic {
    let who = title(config);
    match class {
        Class::Empty => Diagnostic::error(
            "E1249",
            format!("`{}` at {} gave an empty answer", config.model(), config.provider.title()),
        )
        .help("try again, raise `--max-output-tokens`, or take another `--model`"),
        _ => Diagnostic::error(
            "E1249",
            format!("what {who} answers is not in the format of {}", config.provider.title()),
        )
        .help("look at `--base-url` and `--provider`; of most local servers the address ends in `/v1`"),
    }
}

fn of_length(config: &Config, cap: u32) -> Diagnostic {
    Diagnostic::error("E1247", format!("the answer needed more than {cap} output tokens")).help(format!(
        "raise `--max-output-tokens` (now {}), or describe fewer tables at once",
        config.max_output_tokens
    ))
}

fn of_delay(config: &Config, delay: Duration) -> Diagnostic {
    let what = format!("{} asks for a wait of {} seconds", title(config), delay.as_secs());
    Diagnostic::error("E1245", what)
        .note(format!("a single wait may take {} seconds", config.retry_cap.as_secs()))
        .help("try again after that time, or take another key or model")
}

fn of_limit(reason: &Reason, config: &Config) -> Diagnostic {
    let (what, fix) = match reason {
        Reason::MaxRequests(most) => {
            (format!("{most} requests were sent, and no more are allowed"), "raise `--max-requests`")
        }
        Reason::MaxCost(most) => (format!("the draft has cost ${most}, and no more is allowed"), "raise `--max-cost`"),
        _ => (format!("the draft took its {} seconds", config.budget.as_secs()), "raise `--budget`"),
    };
    Diagnostic::error("E1256", what).help(fix)
}

/// That money cannot be limited.
pub fn no_price(config: &Config) -> Diagnostic {
    let as_of = &config.prices.as_of;
    let what = format!("the price of `{}` is not known, so that its cost cannot be limited", config.model());
    Diagnostic::error("E1256", what)
        .note(format!("the table of prices is that of {as_of}"))
        .help("leave `--max-cost` out, limit `--max-requests`, or give a table of your own")
}

/// What is wrong with the address, if anything is.
pub fn address(config: &Config) -> Option<Diagnostic> {
    let base = config.base_url();
    let shown = place(&base);
    let parsed = reqwest::Url::parse(&base).ok().filter(|url| url.has_host());
    match parsed.as_ref().map(|url| url.scheme()) {
        Some("https") => None,
        Some("http") if config.allow_insecure || is_loopback(&base) => None,
        Some("http") => Some(
            Diagnostic::error(
                "E1252",
                format!("`{shown}` would carry description and key unencrypted to another machine"),
            )
            .help("take an `https://` address, or allow it with `--allow-insecure`"),
        ),
        _ => Some(
            Diagnostic::error("E1252", format!("`{shown}` is no address of a server"))
                .help("an address is `https://host/path`, or `http://127.0.0.1:PORT` on this machine"),
        ),
    }
}

/// An address without its user, password and query.
fn place(url: &str) -> String {
    let bare = url.split(['?', '#']).next().unwrap_or_default();
    match bare.split_once("://") {
        Some((scheme, rest)) => format!("{scheme}://{}", rest.rsplit_once('@').map_or(rest, |(_, host)| host)),
        None => bare.to_owned(),
    }
}

/// Whether an address leads to this machine.
pub fn is_loopback(url: &str) -> bool {
    let host = host(url);
    let host = host.trim_matches(['[', ']']);
    let address = host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    address || host == "localhost" || host.ends_with(".localhost")
}

/// That the cache has no answer.
pub fn replay_miss(config: &Config, key: &str) -> Diagnostic {
    let found = Diagnostic::error("E1253", "the cache has no answer to this request, and `--replay` sends none");
    let found = match &config.cache.folder {
        Some(folder) => found.note(format!("there is no usable `{}.json` in `{}`", key, folder.display())),
        None => found.note("there is no folder for the cache"),
    };
    found.help("run it once without `--replay`, with the same model, description and `--cache-dir`")
}

/// That the answer is no draft, after all repairs.
pub fn no_draft(config: &Config, problems: &[String]) -> Diagnostic {
    let found = Diagnostic::error("E1257", format!("the answer of `{}` is no draft", config.model()));
    let found = problems.iter().take(5).fold(found, |found, problem| found.note(problem.clone()));
    let rest = problems.len().saturating_sub(5);
    let found = if rest > 0 { found.note(format!("{rest} more like these")) } else { found };
    found.help("take a larger `--model`, or raise `--max-repairs`").help(OFFLINE)
}

/// That a description is larger than any model is asked to read.
pub fn too_long(tokens: u64, most: u64) -> Diagnostic {
    Diagnostic::error("E1248", format!("the description comes to about {tokens} tokens, which is more than {most}"))
        .help("shorten it; a page says more than enough")
        .help("or draft its parts one after the other with `--revise`")
}
