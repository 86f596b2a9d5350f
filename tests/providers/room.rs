//! A folder in which the binary drafts, cut off from this machine's settings; and what came of a run.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::cli::run::Place;

use super::fake::{Fake, PROSE};
use super::server::Server;

/// A key that occurs nowhere else.
pub const KEY: &str = "sk-Zq7-very-secret-0451";

/// A folder of its own.
pub struct Room {
    pub place: Place,
}

/// What came of a run.
pub struct Drafted {
    pub exit: i32,
    pub out: String,
    pub err: String,
}

impl Room {
    pub fn new() -> Self {
        Self { place: Place::new() }
    }

    /// `synth draft` as a command, without a key.
    pub fn bare(&self, fake: Fake, url: &str, flags: &[&str]) -> Command {
        let usual = ["draft", PROSE, "--provider", fake.name(), "--model", "m", "--base-url", url];
        let quick = if flags.contains(&"--retry-base") { &[][..] } else { &["--retry-base", "10ms"] };
        let log = ["--log-file", "draft.log", "--log-level", "trace"];
        let mut command = self.place.command(usual.iter().chain(quick).chain(&log).chain(flags));
        let home = self.place.path("home");
        command.env_clear().env("HOME", &home).env("XDG_CACHE_HOME", home.join("cache")).env("NO_PROXY", "");
        command
    }

    /// As [`Room::bare`] with the key in the environment.
    pub fn command(&self, fake: Fake, url: &str, flags: &[&str]) -> Command {
        let mut command = self.bare(fake, url, flags);
        if let Some((variable, ..)) = fake.key() {
            command.env(variable, KEY);
        }
        command
    }

    /// Runs it, and looks for the key in all that it wrote.
    pub fn draft(&self, fake: Fake, server: &Server, flags: &[&str]) -> Drafted {
        self.finish(self.command(fake, &server.url(), flags))
    }

    pub fn finish(&self, mut command: Command) -> Drafted {
        let output = command.output().expect("the binary runs");
        for (what, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
            assert!(!holds_key(bytes), "the key is in {what}: {}", String::from_utf8_lossy(bytes));
        }
        look_for_key(&self.place.path("."));
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Drafted { exit: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }
}

fn holds_key(bytes: &[u8]) -> bool {
    bytes.windows(KEY.len()).any(|window| window == KEY.as_bytes())
}

/// Scans every byte of every file.
fn look_for_key(folder: &Path) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => look_for_key(&path),
            false => assert!(!holds_key(&fs::read(&path).expect("a file")), "the key is in {}", path.display()),
        }
    }
}

impl Drafted {
    /// That there is a spec of the lichen samples.
    pub fn is_done(&self) -> &Self {
        assert_eq!(self.exit, 0, "{}", self.err);
        assert!(self.out.contains("samples:") && self.out.contains("thallus_mm"), "{}", self.out);
        self
    }

    /// That it failed with a code and some words.
    pub fn failed(&self, code: &str, words: &[&str]) -> &Self {
        assert_eq!(self.exit, 4, "{}", self.err);
        assert!(self.err.contains(&format!("error[{code}]")), "{code}: {}", self.err);
        words.iter().for_each(|word| assert!(self.err.contains(word), "{word}: {}", self.err));
        assert_eq!(self.out, "");
        self
    }
}
