//! The command line: what was said, what it means, and one file a subcommand. The only module that prints.

/// Runs the program with the process's arguments and returns its exit code.
pub fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
