//! A PostgreSQL server of our own: in a temporary folder, over a Unix socket, gone when the test ends.

use super::table::COLUMNS;
use std::io::Write;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// A running server.
pub struct Postgres {
    folder: TempDir,
    programs: Programs,
}

/// Where the programs are, and whom to run the server as (it refuses to run as root).
struct Programs {
    initdb: PathBuf,
    pg_ctl: PathBuf,
    psql: PathBuf,
    user: Option<(u32, u32)>,
}

const NULL: &str = "\u{2400}";
const BEGIN: &str = "=== ";

impl Postgres {
    /// Starts a server; `None`, with a word on standard error, where that is not possible.
    pub fn start() -> Option<Self> {
        match Self::try_start() {
            Ok(server) => Some(server),
            Err(why) => {
                eprintln!("skipped the comparison with PostgreSQL: {why}");
                None
            }
        }
    }

    fn try_start() -> Result<Self, String> {
        let programs = Programs::find()?;
        let folder =
            tempfile::Builder::new().prefix("synth-pg").tempdir_in("/tmp").map_err(|error| error.to_string())?;
        if let Some((user, group)) = programs.user {
            chown(folder.path(), Some(user), Some(group)).map_err(|error| format!("chown: {error}"))?;
        }
        let data = folder.path().join("data");
        let data = data.to_str().ok_or("the temporary folder's name is not UTF-8")?;
        let server = Self { folder, programs };
        let flags = ["-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
        server.run(&server.programs.initdb, &flags)?;
        let options = format!("-c listen_addresses='' -c unix_socket_directories={} -c fsync=off", server.socket());
        let log = server.folder.path().join("log");
        let log = log.to_str().ok_or("the temporary folder's name is not UTF-8")?;
        server.run(&server.programs.pg_ctl, &["-D", data, "-w", "-l", log, "-o", &options, "start"])?;
        Ok(server)
    }

    fn socket(&self) -> String {
        self.folder.path().display().to_string()
    }

    fn run(&self, program: &Path, arguments: &[&str]) -> Result<(), String> {
        let mut command = self.programs.command(program);
        let status = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("{} ended with {status}", program.display())),
            Err(error) => Err(format!("{}: {error}", program.display())),
        }
    }

    /// The values of each expression as texts, row by row, or the server's error.
    pub fn values<'a>(
        &self,
        expressions: impl Iterator<Item = &'a String>,
    ) -> Vec<Result<Vec<Option<String>>, String>> {
        let mut script =
            format!("\\set VERBOSITY terse\n\\set QUIET on\n\\pset null '{NULL}'\nset timezone = 'UTC';\n{}", table());
        for text in expressions {
            script += &format!("\\echo '{BEGIN}'\nselect ({text})::text from r order by k;\n");
        }
        let output = self.psql(&script).expect("psql runs");
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.split(&format!("{BEGIN}\n")).skip(1).map(answer).collect()
    }

    /// Errors go to the same stream, so that they stay beside their query.
    fn psql(&self, script: &str) -> std::io::Result<Output> {
        let psql = self.programs.psql.display().to_string();
        let socket = self.socket();
        let mut shell = Command::new("sh");
        shell.args(["-c", "exec \"$0\" -X -At -h \"$1\" -U test -d postgres -f - 2>&1", &psql, &socket]);
        let mut child = shell.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let mut input = child.stdin.take().expect("the input is a pipe");
        let script = script.to_owned();
        let writer = std::thread::spawn(move || input.write_all(script.as_bytes()));
        let output = child.wait_with_output();
        writer.join().expect("the writer ends")?;
        output
    }
}

fn table() -> String {
    let columns: Vec<String> = COLUMNS.iter().map(|(name, kind, _)| format!("{name} {kind}")).collect();
    let mut script = format!("create table r ({});\n", columns.join(", "));
    for row in 0..5 {
        let values: Vec<&str> = COLUMNS.iter().map(|(_, _, values)| values[row]).collect();
        script += &format!("insert into r values ({});\n", values.join(", "));
    }
    script
}

fn answer(text: &str) -> Result<Vec<Option<String>>, String> {
    match text.lines().find(|line| line.contains("ERROR:")) {
        Some(error) => Err(error.to_owned()),
        None => Ok(text.lines().map(|line| Some(line.to_owned()).filter(|line| line != NULL)).collect()),
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let data = self.folder.path().join("data");
        let data = data.display().to_string();
        if let Err(error) = self.run(&self.programs.pg_ctl, &["-D", &data, "-m", "immediate", "-w", "stop"]) {
            eprintln!("the PostgreSQL server was not stopped: {error}");
        }
    }
}

impl Programs {
    fn find() -> Result<Self, String> {
        let folders = folders();
        let find = |name: &str| {
            let found = folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file());
            found.ok_or_else(|| format!("`{name}` was not found"))
        };
        let (initdb, pg_ctl, psql) = (find("initdb")?, find("pg_ctl")?, find("psql")?);
        let user = if id(&["-u"])? == 0 { Some(unprivileged()?) } else { None };
        Ok(Self { initdb, pg_ctl, psql, user })
    }

    fn command(&self, program: &Path) -> Command {
        let Some((user, group)) = self.user else { return Command::new(program) };
        let mut command = Command::new("setpriv");
        command.args([&format!("--reuid={user}"), &format!("--regid={group}"), "--clear-groups"]).arg(program);
        command.current_dir("/");
        command
    }
}

/// Where programs may be: the search path and where Debian and its kin put PostgreSQL.
fn folders() -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    folders.extend(versions.map(|version| version.path().join("bin")));
    folders
}

/// User and group of someone who is not root.
fn unprivileged() -> Result<(u32, u32), String> {
    let of = |name| Ok::<_, String>((id(&["-u", name])?, id(&["-g", name])?));
    of("postgres").or_else(|_| of("nobody"))
}

fn id(arguments: &[&str]) -> Result<u32, String> {
    let output = Command::new("id").args(arguments).output().map_err(|error| format!("id: {error}"))?;
    String::from_utf8_lossy(&output.stdout)
        .trim()
        .parse()
        .map_err(|_| format!("`id {}` names nobody", arguments.join(" ")))
}
