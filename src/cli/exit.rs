//! What became of a run -> the exit code of the process.

use std::process::ExitCode;

use crate::diag::{Diagnostic, Diagnostics, Severity};

/// The outcome of a run, the same for all subcommands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// All is well. Also when the reader of a pipe went away early, as `head` does.
    Done = 0,
    /// The spec has errors; or the two sides of a comparison differ.
    Findings = 1,
    /// The command line makes no sense.
    Usage = 2,
    /// A file cannot be read or written, or is there already.
    Files = 3,
    /// The model behind `synth draft` cannot be had, or refuses.
    Provider = 4,
    /// Questions are open, and the command line says that none may be.
    Questions = 5,
    /// A bug of this program.
    Bug = 70,
}

/// The codes and their meanings, for help and docs.
pub const TABLE: &[(Exit, &str)] = &[
    (Exit::Done, "all is well (also when the reader of a pipe stops early)"),
    (Exit::Findings, "the spec has errors, with --strict also warnings; or what is compared differs"),
    (Exit::Usage, "the command line, or a settings file, makes no sense: an unknown option, table, name or range"),
    (Exit::Files, "a file cannot be read or written, is damaged, or exists already"),
    (Exit::Provider, "the model behind `synth draft` cannot be reached, refuses, or gives nothing usable"),
    (Exit::Questions, "a draft has open questions, and --fail-on-questions was given"),
    (Exit::Bug, "a bug in synth; please report it"),
];

/// Codes of findings that may be about the command line or about the spec: of the former, where no place in the spec is
/// the culprit.
const USAGE: &[&str] = &[
    "E0402", "E0412", "E0413", "E0414", "E0701", "E0702", "E0704", "E0705", "E0707", "E1005", "E1105", "E1280",
    "E1281", "E1282", "E1283", "E1284", "E1286",
];

/// Codes of findings about reading and writing files.
const FILES: &[&str] = &[
    "E0101", "E0706", "E0708", "E0808", "E0813", "E0902", "E0904", "E1002", "E1103", "E1104", "E1260", "E1269",
    "E1270", "E1271", "E1272", "E1275", "E1276",
];

/// Codes of findings about a model and its provider.
const PROVIDER: &[&str] = &[
    "E1240", "E1241", "E1242", "E1243", "E1244", "E1245", "E1246", "E1247", "E1248", "E1249", "E1250", "E1251",
    "E1252", "E1253", "E1254", "E1255", "E1256", "E1257", "E1268",
];

impl Exit {
    /// The exit that findings lead to: the gravest of them decides, and errors of the spec before all others.
    pub fn of(found: &Diagnostics) -> Self {
        let errors = found.iter().filter(|finding| finding.severity == Severity::Error);
        errors.map(Self::of_error).min_by_key(|exit| *exit as u8).unwrap_or(Self::Done)
    }

    fn of_error(error: &Diagnostic) -> Self {
        match error.code {
            code if FILES.contains(&code) => Self::Files,
            code if PROVIDER.contains(&code) => Self::Provider,
            code if code.starts_with("E126") || code == "E1273" || code == "E1274" => Self::Usage,
            _ if error.primary.is_some() => Self::Findings,
            code if code.starts_with("E08") || code.starts_with("E09") || USAGE.contains(&code) => Self::Usage,
            _ => Self::Findings,
        }
    }

    /// The graver of two exits, by the order of the table; all is well only when both say so.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Done, exit) | (exit, Self::Done) => exit,
            (left, right) if (left as u8) <= (right as u8) => left,
            (_, right) => right,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// The table as text for `--help`.
pub fn help() -> String {
    let lines = TABLE.iter().map(|(exit, meaning)| format!("  {:<3} {meaning}", *exit as u8));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exit(codes: &[&'static str]) -> Exit {
        let mut found = Diagnostics::new();
        codes.iter().for_each(|code| found.push(Diagnostic::error(code, "")));
        Exit::of(&found)
    }

    #[test]
    fn errors_of_the_spec_come_before_those_of_files() {
        assert_eq!(exit(&[]), Exit::Done);
        assert_eq!(exit(&["E0706"]), Exit::Files);
        assert_eq!(exit(&["E0801"]), Exit::Usage);
        assert_eq!(exit(&["E0414"]), Exit::Usage);
        assert_eq!(exit(&["E0706", "E0203"]), Exit::Findings);
        assert_eq!(Exit::Done.or(Exit::Files), Exit::Files);
        assert_eq!(Exit::Files.or(Exit::Findings), Exit::Findings);
    }
}
