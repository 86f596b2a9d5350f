//! `synth sessions`: the database of sessions -> lists and pages; and away with what is not wanted any more.

use std::fmt::Write;
use std::io;
use std::path::Path;

use serde_json::{Value, json};

use super::args::{Sessions, SessionsAction, SessionsDelete, SessionsShow};
use super::clock::now;
use super::config::with_settings;
use super::exit::Exit;
use super::lookup;
use super::report::{Reporter, count, say};
use super::terminal::{self, Terminal};
use crate::config::Settings;
use crate::diag::Diagnostic;
use crate::draft::Usage;
use crate::draft::session::{Session, Store, StoreError, Turn};

/// Letters of a description in a list.
const EXCERPT: usize = 60;

/// Runs `synth sessions`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Sessions, terminal: Terminal) -> io::Result<Exit> {
    let file = match &args.action {
        None => &args.file,
        Some(SessionsAction::Show(args)) => &args.file,
        Some(SessionsAction::Delete(args)) => &args.file,
        Some(SessionsAction::Clean(args)) => &args.file,
    };
    with_settings(file, terminal, |settings| {
        let Some(path) = &settings.sessions.file.value else { return Ok(refuse(nowhere(), terminal)) };
        let outcome = match &args.action {
            None => list(path, args.json),
            Some(SessionsAction::Show(args)) => show(path, args),
            Some(SessionsAction::Delete(args)) => delete(path, args),
            Some(SessionsAction::Clean(_)) => clean(path, settings),
        };
        outcome.unwrap_or_else(|error| Ok(refuse(error.diagnostic(path), terminal)))
    })
}

/// What becomes of the output, unless the database refuses.
type Outcome = Result<io::Result<Exit>, StoreError>;

fn nowhere() -> Diagnostic {
    Diagnostic::error("E1271", "this system has no place for the database of sessions")
        .help("name one: SYNTH_SESSIONS_FILE, or `sessions.file` in your settings")
}

fn refuse(finding: Diagnostic, terminal: Terminal) -> Exit {
    let found = finding.into();
    Reporter::new("full", terminal).report(&found, None);
    Exit::of(&found)
}

/// The store, unless there is none yet: looking makes none.
#[expect(clippy::disallowed_methods, reason = "the command line looks whether there are sessions")]
fn open(path: &Path) -> Result<Option<Store>, StoreError> {
    match path.exists() {
        true => Store::open(path).map(Some),
        false => Ok(None),
    }
}

fn list(path: &Path, as_json: bool) -> Outcome {
    let sessions = open(path)?.map(|store| store.list()).transpose()?.unwrap_or_default();
    if sessions.is_empty() && !as_json {
        say("there are no sessions\n");
        return Ok(Ok(Exit::Done));
    }
    Ok(lookup::put(as_json, || sessions.iter().map(summary_json).collect(), || sessions.iter().map(line).collect()))
}

fn line(session: &Session) -> String {
    let what = excerpt(&session.prose);
    let drafter = who(session);
    let turns = count(session.turns, "turn");
    format!(
        "{}  {}  {:<8}  {turns:<8}  {drafter:<10}  {what}\n",
        session.id,
        when(&session.updated_at),
        session.status.name()
    )
}

/// `2026-01-31T12:00:00Z` -> `2026-01-31 12:00`.
fn when(at: &str) -> String {
    at.get(..16).unwrap_or(at).replace('T', " ")
}

fn who(session: &Session) -> String {
    match session.model.is_empty() {
        true => session.drafter.clone(),
        false => format!("{} {}", session.drafter, session.model),
    }
}

/// The beginning of a text on one line, without what could steer a terminal.
fn excerpt(text: &str) -> String {
    let line = plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}...", line[..end].trim_end()),
        None => line,
    }
}

/// A text without control characters, line ends apart.
fn plain(text: &str) -> String {
    let is_odd =
        |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace("\r\n", "\n").replace('\t', "    ").chars().map(|c| if is_odd(c) { '\u{fffd}' } else { c }).collect()
}

fn show(path: &Path, args: &SessionsShow) -> Outcome {
    let Some(store) = open(path)? else { return Err(StoreError::Unknown(args.id.clone())) };
    let (session, turns) = store.get(&args.id)?;
    if !args.spec {
        return Ok(lookup::put(args.json, || whole_json(&session, &turns), || page(&session, &turns)));
    }
    match turns.iter().rev().find(|turn| !turn.spec.is_empty()) {
        Some(turn) => Ok(terminal::put(&turn.spec).map(|()| Exit::Done)),
        None => {
            say(&format!("session {} has no spec\n", session.id));
            Ok(Ok(Exit::Findings))
        }
    }
}

fn page(session: &Session, turns: &[Turn]) -> String {
    let mut text = String::new();
    let title = if session.title.is_empty() { String::new() } else { format!(", {}", session.title) };
    let _ = writeln!(text, "session {}{title} ({})", session.id, session.status.name());
    let _ = writeln!(text, "{} to {}, by {}", when(&session.created_at), when(&session.updated_at), who(session));
    if !session.spec_path.is_empty() {
        let _ = writeln!(text, "spec: {}", plain(&session.spec_path));
    }
    let _ = write!(text, "\n{}", indented(&session.prose));
    turns.iter().for_each(|turn| text += &turn_text(turn, &session.prose));
    text
}

fn turn_text(turn: &Turn, prose: &str) -> String {
    let mut text = format!("\nturn {}, {}, {}\n", turn.number, turn.kind.name(), when(&turn.at));
    if !turn.said.is_empty() && turn.said != prose {
        text += &indented(&turn.said);
    }
    turn.answers.iter().for_each(|(id, answer)| text += &format!("  {}: {}\n", plain(id), plain(answer)));
    if !turn.diagnostics.is_empty() {
        text += &indented(&turn.diagnostics);
    }
    if !turn.spec.is_empty() {
        text += &format!("  a spec of {}\n", count(turn.spec.lines().count() as u64, "line"));
    }
    if turn.usage != Usage::default() {
        let Usage { input_tokens, output_tokens, requests, repairs, .. } = turn.usage;
        let (requests, repairs) = (count(requests, "request"), count(repairs, "repair"));
        text += &format!("  {input_tokens} tokens in, {output_tokens} out, {requests}, {repairs}\n");
    }
    text
}

fn indented(text: &str) -> String {
    plain(text).lines().map(|line| format!("  {line}\n")).collect()
}

fn summary_json(session: &Session) -> Value {
    json!({
        "id": session.id,
        "created_at": session.created_at,
        "updated_at": session.updated_at,
        "status": session.status.name(),
        "title": session.title,
        "prose": session.prose,
        "drafter": session.drafter,
        "model": session.model,
        "spec_path": session.spec_path,
        "turns": session.turns,
    })
}

fn whole_json(session: &Session, turns: &[Turn]) -> Value {
    let mut whole = summary_json(session);
    whole["turns"] = turns.iter().map(turn_json).collect();
    whole
}

fn turn_json(turn: &Turn) -> Value {
    let usage = &turn.usage;
    json!({
        "number": turn.number,
        "at": turn.at,
        "kind": turn.kind.name(),
        "said": turn.said,
        "answers": turn.answers,
        "diagnostics": turn.diagnostics,
        "spec": turn.spec,
        "ir": serde_json::from_str::<Value>(&turn.ir).unwrap_or(Value::Null),
        "usage": {
            "input_tokens": usage.input_tokens,
            "cached_tokens": usage.cached_tokens,
            "output_tokens": usage.output_tokens,
            "reasoning_tokens": usage.reasoning_tokens,
            "requests": usage.requests,
            "repairs": usage.repairs,
        },
    })
}

fn delete(path: &Path, args: &SessionsDelete) -> Outcome {
    let Some(mut store) = open(path)? else { return Err(StoreError::Unknown(args.ids[0].clone())) };
    for id in &args.ids {
        let id = store.delete(id)?;
        say(&format!("session {id} is removed\n"));
    }
    Ok(Ok(Exit::Done))
}

fn clean(path: &Path, settings: &Settings) -> Outcome {
    let (days, most) = (settings.sessions.keep_days.value, settings.sessions.keep_count.value);
    let removed = match open(path)? {
        Some(mut store) => store.clean(&now(), days, most)?,
        None => 0,
    };
    say(&format!("{} removed\n", count(removed as u64, "session")));
    Ok(Ok(Exit::Done))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_cannot_steer_the_terminal() {
        assert_eq!(plain("a\u{1b}[2Jb\r\nc\u{202e}d\te"), "a\u{fffd}[2Jb\nc\u{fffd}d    e");
        assert_eq!(excerpt("two\n  lines"), "two lines");
        assert!(excerpt(&"word ".repeat(50)).ends_with("word..."));
    }
}
