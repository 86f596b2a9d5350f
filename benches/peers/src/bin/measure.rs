//! A command in; its wall seconds, CPU seconds of user and system, peak memory in kB and exit code out, as one line.
//!
//! usage: measure OUTPUT MESSAGES COMMAND ARGUMENT...
//!
//! The command's standard output goes to the file OUTPUT, its messages to MESSAGES. Processes that it leaves behind are waited
//! for and counted. A program of its own, because a process's peak memory is never less than that of the one which started it:
//! this one has two megabytes.

use std::error::Error;
use std::fs::File;
use std::process::{Command, Stdio};
use std::time::Instant;

/// What processes have used.
struct Usage {
    user: f64,
    system: f64,
    peak_kb: i64,
}

/// Waits for a child (any for -1): its exit status and what it has used, with the children for which it waited itself.
fn wait(child: i32) -> Option<(i32, Usage)> {
    let mut status = 0;
    // SAFETY: all zeros is a valid `rusage`, and both pointers are to live values.
    let (found, usage) = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        (libc::wait4(child, &mut status, 0, &mut usage), usage)
    };
    let seconds = |time: libc::timeval| time.tv_sec as f64 + time.tv_usec as f64 * 1e-6;
    let usage = Usage { user: seconds(usage.ru_utime), system: seconds(usage.ru_stime), peak_kb: usage.ru_maxrss };
    (found > 0).then_some((status, usage))
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [output, messages, program, rest @ ..] = &arguments[..] else {
        return Err("usage: measure OUTPUT MESSAGES COMMAND ARGUMENT...".into());
    };
    // SAFETY: plain numbers go in. What the command leaves behind becomes a child of this process.
    #[cfg(target_os = "linux")]
    unsafe {
        libc::prctl(libc::PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    }
    let mut command = Command::new(program);
    command.args(rest).stdin(Stdio::null()).stdout(File::create(output)?).stderr(File::create(messages)?);
    let start = Instant::now();
    let child = command.spawn()?;
    let (status, mut usage) = wait(child.id() as i32).ok_or("the command could not be waited for")?;
    let wall = start.elapsed().as_secs_f64();
    while let Some((_, left)) = wait(-1) {
        usage.user += left.user;
        usage.system += left.system;
        usage.peak_kb = usage.peak_kb.max(left.peak_kb);
    }
    let code = if libc::WIFEXITED(status) { libc::WEXITSTATUS(status) } else { 128 + libc::WTERMSIG(status) };
    println!("{wall:.6} {:.6} {:.6} {} {code}", usage.user, usage.system, usage.peak_kb);
    Ok(())
}
