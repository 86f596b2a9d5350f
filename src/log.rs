//! The settings of the log -> a subscriber that writes the events of this program, and of nothing that it is made of, as lines of
//! text or JSON. Known keys are masked in every line, whoever has let them in.

#![expect(clippy::disallowed_methods, reason = "the log is a file of its own")]

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use tracing::Subscriber;
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::Registry;

use crate::config::Source;
use crate::config::settings::Log;
use crate::diag::Diagnostic;
use crate::draft::llm::Secret;
use crate::draft::llm::secret::redact;

/// The target of this program's events; all modules' paths begin so.
const TARGET: &str = "synth";

/// The form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Text,
    Json,
}

/// Begins to log as the settings say, for the rest of the process; with no word of them about the log, nothing is logged. None of
/// `keys` comes into it.
///
/// # Errors
/// `E1275` when the log's file cannot be opened.
pub fn begin(log: &Log, keys: Vec<Secret>) -> Result<(), Diagnostic> {
    let Some(form) = form(log) else { return Ok(()) };
    let level = log.level.value.parse().expect("the table of settings has levels only");
    let out: Box<dyn Write + Send> = match &log.file.value {
        None => Box::new(io::stderr()),
        Some(path) => Box::new(open(path).map_err(|error| cannot(path, &error))?),
    };
    // A process begins once; a second call, as from a test, changes nothing.
    let _ = tracing::subscriber::set_global_default(subscriber(form, level, Lines::new(out, keys)));
    Ok(())
}

/// The form: what is said; text where only a level or a file is.
fn form(log: &Log) -> Option<Form> {
    let is_said = log.level.source != Source::Default || log.file.value.is_some();
    match log.format.value.as_deref() {
        _ if log.level.value == "off" => None,
        Some("json") => Some(Form::Json),
        Some("text") => Some(Form::Text),
        None if is_said => Some(Form::Text),
        _ => None,
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.create(true).append(true).open(path)
}

fn cannot(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::error("E1275", format!("the log `{}` cannot be written", path.display()))
        .note(error.to_string())
        .help("name a file in a folder that is there and in which you may write")
}

fn subscriber(form: Form, level: LevelFilter, lines: Lines) -> Box<dyn Subscriber + Send + Sync> {
    let layer = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(lines);
    let own = Targets::new().with_target(TARGET, level);
    match form {
        Form::Text => Box::new(Registry::default().with(layer.with_filter(own))),
        Form::Json => {
            let layer = layer.json().flatten_event(true).with_current_span(false).with_span_list(false);
            Box::new(Registry::default().with(layer.with_filter(own)))
        }
    }
}

/// Where lines go, with the keys that may not be in them.
#[derive(Clone)]
struct Lines {
    out: Arc<Mutex<Box<dyn Write + Send>>>,
    keys: Arc<[Secret]>,
}

impl Lines {
    fn new(out: Box<dyn Write + Send>, keys: Vec<Secret>) -> Self {
        Self { out: Arc::new(Mutex::new(out)), keys: keys.into() }
    }
}

impl<'w> MakeWriter<'w> for Lines {
    type Writer = Line;

    fn make_writer(&'w self) -> Line {
        Line { text: Vec::new(), lines: self.clone() }
    }
}

/// A line that is written as a whole when it is done.
struct Line {
    text: Vec<u8>,
    lines: Lines,
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        let text = redact(&String::from_utf8_lossy(&self.text), &self.lines.keys);
        let mut out = self.lines.out.lock().unwrap_or_else(PoisonError::into_inner);
        // A log that cannot be written is no reason to lose a draft.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("one thread").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What is logged while `act` runs.
    fn logged(form: Form, level: LevelFilter, keys: &[&str], act: impl FnOnce()) -> String {
        let kept = Kept::default();
        let lines = Lines::new(Box::new(kept.clone()), keys.iter().map(Secret::new).collect());
        tracing::subscriber::with_default(subscriber(form, level, lines), act);
        String::from_utf8(kept.0.lock().expect("one thread").clone()).expect("UTF-8")
    }

    #[test]
    fn a_line_of_json_has_time_level_target_message_and_fields() {
        let act = || tracing::info!(provider = "openai", status = 429, "request");
        let line: serde_json::Value =
            serde_json::from_str(&logged(Form::Json, LevelFilter::INFO, &[], act)).expect("JSON");
        assert_eq!(
            (&line["level"], &line["message"], &line["provider"]),
            (&"INFO".into(), &"request".into(), &"openai".into())
        );
        assert_eq!(line["status"], 429);
        assert!(line["timestamp"].as_str().is_some_and(|time| time.ends_with('Z')) && line["target"] == module_path!());
    }

    #[test]
    fn only_events_of_this_program_and_of_the_level_are_written() {
        let act = || {
            tracing::debug!("fine");
            tracing::warn!(target: "rustls::client", "foreign");
            tracing::warn!("own");
        };
        let text = logged(Form::Text, LevelFilter::INFO, &[], act);
        assert!(text.contains("own") && !text.contains("fine") && !text.contains("foreign"), "{text}");
        assert!(logged(Form::Text, LevelFilter::TRACE, &[], || tracing::trace!("fine")).contains("fine"));
    }

    #[test]
    fn a_key_is_in_no_line_at_any_level() {
        let act = || {
            tracing::trace!(header = "Bearer sk-secret\"1", "sent");
            tracing::error!("bad key sk-secret\"1");
            tracing::info!(key = %Secret::new("sk-secret\"1"), "key");
        };
        for form in [Form::Text, Form::Json] {
            let text = logged(form, LevelFilter::TRACE, &["sk-secret\"1"], act);
            assert!(text.lines().count() == 3 && !text.contains("sk-secret"), "{text}");
        }
    }
}
