//! `synth new`: a name -> a small commented spec to start from, in a new file.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::args::New;
use super::exit::Exit;
use super::report::{Reporter, say};
use super::terminal::Terminal;
use crate::diag::Diagnostic;

/// The spec, with `NAME` for its name.
const STARTER: &str = include_str!("starter.yaml");

/// Runs `synth new`.
///
/// # Errors
/// None; the signature is that of all subcommands.
pub fn run(args: &New, terminal: Terminal) -> io::Result<Exit> {
    let path = spec_path(&args.path);
    match write_new(&path, &starter(&path)) {
        Ok(()) => {
            say(&next_steps(&path));
            Ok(Exit::Done)
        }
        Err(error) => {
            let found = refused(&path, &error).into();
            Reporter::new("full", terminal).report(&found, None);
            Ok(Exit::of(&found))
        }
    }
}

/// `shop` -> `shop.yaml`, and `specs/` -> `specs/synth.yaml`; a path that ends in `.yaml` or `.yml` is taken as it is.
fn spec_path(said: &Path) -> PathBuf {
    if said.file_name().is_none() || said.to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]) {
        return said.join("synth.yaml");
    }
    match said.extension().and_then(|extension| extension.to_str()) {
        Some("yaml" | "yml") => said.to_path_buf(),
        _ => {
            let mut name = said.as_os_str().to_owned();
            name.push(".yaml");
            PathBuf::from(name)
        }
    }
}

/// The spec with the file's name as its own, as far as that is made of letters, digits, `_` and `-`.
fn starter(path: &Path) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let name: String = stem.chars().filter(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).collect();
    let begins_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    STARTER.replace("NAME", if begins_well { &name } else { "example" })
}

#[expect(clippy::disallowed_methods, reason = "the command line may write a new spec")]
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(text.as_bytes())
}

fn refused(path: &Path, error: &io::Error) -> Diagnostic {
    let name = path.display();
    match error.kind() {
        ErrorKind::AlreadyExists => Diagnostic::error("E0808", format!("`{name}` exists already"))
            .help("give another name, or remove the file first; `synth new` replaces nothing"),
        ErrorKind::NotFound => Diagnostic::error("E0808", format!("there is no folder for `{name}`"))
            .help("make the folder first, or choose another"),
        _ => Diagnostic::error("E0808", format!("`{name}` cannot be written")).note(error.to_string()),
    }
}

fn next_steps(path: &Path) -> String {
    let name = path.display();
    format!(
        "wrote {name}\n\nNext:\n  synth check {name}\n  synth preview {name}\n  synth build {name} --format csv -o out/\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile::compile;
    use crate::plan::Overrides;
    use crate::source::SpecSource;

    #[test]
    fn names_become_paths_and_paths_stay() {
        assert_eq!(spec_path(Path::new("shop")), PathBuf::from("shop.yaml"));
        assert_eq!(spec_path(Path::new("a/shop.v2")), PathBuf::from("a/shop.v2.yaml"));
        assert_eq!(spec_path(Path::new("specs/")), PathBuf::from("specs/synth.yaml"));
        assert_eq!(spec_path(Path::new("..")), PathBuf::from("../synth.yaml"));
        assert_eq!(spec_path(Path::new("shop.yml")), PathBuf::from("shop.yml"));
    }

    #[test]
    fn the_starter_is_a_sound_spec_under_any_name() {
        for path in ["shop.yaml", "2024 Müller: #1.yaml", "-.yaml"] {
            let source = SpecSource::from_text(path, starter(Path::new(path)));
            let compiled = compile(source, &Overrides::default());
            let compiled = compiled.unwrap_or_else(|refused| panic!("{:?}", refused.found));
            assert!(compiled.warnings.is_empty(), "{:?}", compiled.warnings);
        }
    }
}
