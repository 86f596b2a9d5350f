//! `--if-changed`: the manifests of an earlier build -> whether there is anything to do.

use crate::build::Request;
use crate::build::manifest::{Freshness, freshness};
use crate::cli::args::Build;
use crate::cli::report::say;
use crate::compile::Compiled;
use crate::diag::{Diagnostic, Diagnostics};

/// Whether a build would make what is there. If not, the files that the manifests list may be replaced.
pub fn is_fresh(args: &Build, compiled: &Compiled, request: &mut Request) -> Result<bool, Diagnostics> {
    if request.outputs.iter().any(|output| output.is_stream()) {
        let error = Diagnostic::error("E0812", "`--if-changed` needs a folder, and a stream is none");
        return Err(error.help("write to a folder, or leave out `--if-changed`").into());
    }
    match freshness(compiled, request) {
        Ok(Freshness::Fresh) => {
            if !args.quiet {
                say("up to date: the spec, the files that it names and synth are those of the last build\n");
            }
            Ok(true)
        }
        Ok(Freshness::Stale { why, replaceable }) => {
            if let Some(why) = why.filter(|_| !args.quiet) {
                say(&format!("building: {why}\n"));
            }
            request.settings.replaceable = replaceable;
            Ok(false)
        }
        // What cannot be read may be replaced when everything may be.
        Err(_) if args.overwrite => Ok(false),
        Err(found) => Err(found),
    }
}
