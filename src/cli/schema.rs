//! `synth schema`: the JSON Schema of specs -> standard output, or a file of the project that an editor's settings name.

mod jsonc;
mod settings;

use std::io;
use std::path::Path;

use super::args::{Editor, Schema};
use super::exit::Exit;
use super::report::{Reporter, say};
use super::specs::find;
use super::terminal::{Terminal, put};
use super::write::replace;
use crate::diag::Diagnostic;
use crate::spec::schema_text;
use settings::{Merged, Settings};

/// Where the schema goes, from the project's folder.
const SCHEMA: &str = ".synth/synth-1.schema.json";

/// Runs `synth schema`.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &Schema, terminal: Terminal) -> io::Result<Exit> {
    let Some(editor) = args.install else {
        return put(&schema_text()).map(|()| Exit::Done);
    };
    let settings = settings_of(editor, &globs(&args.glob));
    match install(&settings) {
        Ok(()) => {
            say(&format!("{}\n", settings.next));
            Ok(Exit::Done)
        }
        Err(error) => {
            if error.code == "E1104" {
                put(&settings.snippet)?;
            }
            let found = (*error).into();
            Reporter::new("full", terminal).report(&found, None);
            Ok(Exit::of(&found))
        }
    }
}

fn settings_of(editor: Editor, globs: &[String]) -> Settings {
    match editor {
        Editor::Vscode => settings::vscode(globs),
        Editor::Neovim => settings::neovim(globs),
        Editor::Helix => settings::helix(globs),
    }
}

/// Patterns of the paths of specs: those that were said, else `specs/**/*.yaml` and what lies elsewhere.
fn globs(said: &[String]) -> Vec<String> {
    const USUAL: &str = "specs/**/*.yaml";
    if !said.is_empty() {
        return said.to_vec();
    }
    let glob = |path: &Path| {
        let is_usual = path.starts_with("specs") && path.extension().is_some_and(|end| end == "yaml");
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        if is_usual { USUAL.to_owned() } else { format!("/{}", parts.join("/")) }
    };
    let mut globs: Vec<String> = find(Path::new(".")).unwrap_or_default().iter().map(|path| glob(path)).collect();
    globs.sort();
    globs.dedup();
    if globs.is_empty() { vec![USUAL.to_owned()] } else { globs }
}

/// Writes the schema and the settings, as far as they are not there.
fn install(settings: &Settings) -> Result<(), Box<Diagnostic>> {
    let path = Path::new(settings.path);
    let before = read(path)?;
    let merged = (settings.merge)(before.as_deref().unwrap_or(""), settings);
    keep_current(Path::new(SCHEMA), &schema_text())?;
    match merged {
        Merged::Same => say(&format!("{} names it already\n", settings.path)),
        Merged::Changed(text) => {
            replace(path, &text)?;
            say(&format!("{} {}\n", if before.is_some() { "changed" } else { "wrote" }, settings.path));
        }
        Merged::Impossible(why) => {
            let error = Diagnostic::error("E1104", format!("`{}` cannot be merged safely: {why}", settings.path));
            return Err(Box::new(error.help("add what was printed on standard output by hand")));
        }
    }
    Ok(())
}

/// Writes a file whose text is not the wanted one.
fn keep_current(path: &Path, text: &str) -> Result<(), Box<Diagnostic>> {
    if read(path)?.as_deref() == Some(text) {
        say(&format!("{} is current\n", path.display()));
        return Ok(());
    }
    replace(path, text)?;
    say(&format!("wrote {}\n", path.display()));
    Ok(())
}

/// The text of a file, if there is one.
#[expect(clippy::disallowed_methods, reason = "the command line reads settings of editors")]
fn read(path: &Path) -> Result<Option<String>, Box<Diagnostic>> {
    match std::fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let found = Diagnostic::error("E0101", format!("`{}` cannot be read", path.display()));
            Err(Box::new(found.note(error.to_string())))
        }
    }
}
