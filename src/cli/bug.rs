//! A panic -> a message that says that it is a bug, and how to report it.

use std::panic::{PanicHookInfo, UnwindSafe, catch_unwind, set_hook};
use std::sync::atomic::{AtomicBool, Ordering};

use super::exit::Exit;
use super::report::say;

/// Whether a panic has been reported: one cause is enough where several threads stumble over it.
static REPORTED: AtomicBool = AtomicBool::new(false);

/// Runs `program`; a panic of it or of its threads ends in [`Exit::Bug`].
pub fn guard(program: impl FnOnce() -> Exit + UnwindSafe) -> Exit {
    set_hook(Box::new(report));
    catch_unwind(program).unwrap_or(Exit::Bug)
}

fn report(panic: &PanicHookInfo<'_>) {
    if REPORTED.swap(true, Ordering::SeqCst) {
        return;
    }
    let cause = panic.payload_as_str().unwrap_or("no message");
    let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    say(&format!(
        "\nbug: synth {} has stopped at {place}: {cause}\n\
         \n  This is a bug in synth, not in your spec. Files that were being written have been left out.\
         \n  Please report it at {}/issues with these lines, the command, and the spec if it may be shared.\n",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_PKG_REPOSITORY"),
    ));
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    /// Not a test: what the next one runs in a process of its own, for the hook is the whole process's.
    #[test]
    #[ignore = "stops the process"]
    fn a_program_with_a_bug() {
        let exit = guard(|| {
            let worker = std::thread::spawn(|| panic!("the first cause"));
            let _ = worker.join();
            panic!("a consequence")
        });
        std::process::exit(exit as i32);
    }

    #[test]
    fn a_bug_is_said_to_be_one_once() {
        let itself = std::env::current_exe().expect("a path");
        let name = "cli::bug::tests::a_program_with_a_bug";
        let output = Command::new(itself).args([name, "--exact", "--ignored", "--nocapture"]).output().expect("runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(Exit::Bug as i32), "{said}");
        assert!(said.contains("the first cause") && said.contains("This is a bug in synth"), "{said}");
        assert!(!said.contains("a consequence") && !said.contains("backtrace"), "{said}");
    }
}
