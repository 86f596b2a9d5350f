//! Runs the binary in a temporary folder.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::support::alone;

/// A folder in which the binary runs.
pub struct Place {
    folder: TempDir,
}

/// What came of a run.
pub struct Outcome {
    /// The exit code.
    pub exit: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// Two tables, one the other's parent, and an output.
pub const SHOP: &str = "\
synth: 1
name: shop
seed: 7
tables:
  users:
    rows: 100
    key: [id]
    columns: { id: sequence, _hidden: sequence }
  orders:
    per: users
    count: 0..5
    key: [id]
    columns:
      id: sequence
      user_id: { gen: field, of: users.id }
      number: ordinal
outputs:
  csv: { format: csv, path: \"out/{table}.csv\" }
  lines: { format: ndjson, path: \"out/{name}-{seed}-{table}.ndjson\", tables: [users] }
";

impl Place {
    /// An empty folder.
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a folder") }
    }

    /// A folder with `shop.yaml` in it.
    pub fn with_shop() -> Self {
        let place = Self::new();
        place.write("shop.yaml", SHOP);
        place
    }

    /// The path of a file here.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, with its folder.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::create_dir_all(self.path(name).parent().expect("a path below this folder")).expect("a folder");
        fs::write(self.path(name), bytes).expect("a file");
    }

    /// Reads a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The names of files in a folder here, sorted.
    pub fn list(&self, folder: &str) -> Vec<String> {
        let Ok(entries) = fs::read_dir(self.path(folder)) else { return Vec::new() };
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name")).collect();
        names.sort();
        names
    }

    /// A command that runs the binary here, without the terminal's and the caller's settings, keys, keyring and home folder.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_synth"));
        command.current_dir(self.folder.path()).env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
        alone(&mut command, &self.path(".home"));
        command.stdin(Stdio::null()).args(arguments);
        command
    }

    /// Runs a line of arguments, split at spaces.
    pub fn run(&self, line: &str) -> Outcome {
        Outcome::of(self.command(line.split_whitespace()).output().expect("the binary runs"))
    }

    /// Runs arguments, which may be empty or hold spaces.
    pub fn run_args(&self, arguments: &[&str]) -> Outcome {
        Outcome::of(self.command(arguments).output().expect("the binary runs"))
    }

    /// Runs a line of arguments with text on standard input.
    pub fn run_with(&self, line: &str, input: &str) -> Outcome {
        self.run_args_with(&line.split_whitespace().collect::<Vec<_>>(), input)
    }

    /// Runs arguments with text on standard input, which a run that is refused early may leave unread.
    pub fn run_args_with(&self, arguments: &[&str], input: &str) -> Outcome {
        use std::io::{ErrorKind, Write};
        let mut command = self.command(arguments);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the binary runs");
        match child.stdin.take().expect("piped").write_all(input.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => panic!("the binary's input: {error}"),
            _written_or_refused_unread => {}
        }
        Outcome::of(child.wait_with_output().expect("the binary ends"))
    }
}

impl Outcome {
    fn of(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        Self { exit: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Holds that the run ended with an exit code.
    #[track_caller]
    pub fn exits(self, exit: i32) -> Self {
        assert_eq!(self.exit, exit, "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// Holds that standard error has a text in it.
    #[track_caller]
    pub fn says(self, text: &str) -> Self {
        assert!(self.err.contains(text), "no `{text}` in:\n{}", self.err);
        self
    }

    /// Holds that standard output is empty.
    #[track_caller]
    pub fn prints_nothing(self) -> Self {
        assert_eq!(self.out, "");
        self
    }
}
