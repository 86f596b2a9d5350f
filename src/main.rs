//! The `synth` binary: hands the process's arguments to [`synth::cli`] and its exit code back to the system.

fn main() -> std::process::ExitCode {
    synth::cli::main()
}
