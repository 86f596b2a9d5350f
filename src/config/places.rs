//! The process's folders and the platform's -> where settings files and what the program keeps are. Reads the environment and
//! the disk.

#![expect(clippy::disallowed_methods, reason = "settings come from the environment and the disk")]

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use crate::diag::Diagnostic;
use crate::source::SpecSource;

/// The name of a project's settings file.
pub const PROJECT_FILE: &str = "synth.toml";

/// The name of the user's settings file, in the platform's folder of settings.
pub const USER_FILE: &str = "config.toml";

/// The largest settings file that is read, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// A variable of the environment, if it is set and is text.
pub(super) fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Folders.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The working folder.
    pub working: PathBuf,
    /// The home folder, above which no project's file is looked for.
    pub home: Option<PathBuf>,
    /// The platform's folder of this program's settings.
    pub config: Option<PathBuf>,
    /// The platform's folder of what this program keeps.
    pub state: Option<PathBuf>,
}

impl Places {
    /// Those of this process; what cannot be known is `None`.
    pub fn of_process() -> Self {
        let platform = choose_base_strategy().ok();
        let platform = platform.as_ref();
        Self {
            working: std::env::current_dir().unwrap_or_default(),
            home: platform.map(|platform| platform.home_dir().to_owned()),
            config: platform.map(|platform| platform.config_dir().join("synth")),
            state: platform.map(|platform| platform.state_dir().unwrap_or_else(|| platform.data_dir()).join("synth")),
        }
    }

    /// The user's settings file, whether it is there or not.
    pub fn user_file(&self) -> Option<PathBuf> {
        self.config.as_ref().map(|folder| folder.join(USER_FILE))
    }

    pub(super) fn user_file_if_there(&self) -> Option<PathBuf> {
        self.user_file().filter(|path| path.is_file())
    }

    /// The nearest `synth.toml` in the working folder or above, but not above a folder with `.git` in it nor above the home
    /// folder; from the working folder.
    pub fn project_file(&self) -> Option<PathBuf> {
        let mut up = PathBuf::new();
        for folder in self.working.ancestors() {
            if folder.join(PROJECT_FILE).is_file() {
                return Some(up.join(PROJECT_FILE));
            }
            if folder.join(".git").exists() || self.home.as_deref() == Some(folder) {
                return None;
            }
            up.push("..");
        }
        None
    }

    /// Reads a settings file.
    ///
    /// # Errors
    /// `E1260` when it cannot be read, is too large or no text.
    pub(super) fn read(&self, path: &Path) -> Result<SpecSource, Diagnostic> {
        let name = path.display().to_string();
        let cannot = |why: String| {
            let finding = Diagnostic::error("E1260", format!("the settings file `{name}` cannot be read"));
            finding.note(why).help("check the path and its permissions, or leave the file out")
        };
        let text = text(&self.working.join(path)).map_err(cannot)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Ok(SpecSource { name, folder: folder.to_owned(), text })
    }
}

/// The text of a small file.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn text(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(|error| error.to_string())?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err("it is larger than a mebibyte".to_owned());
    }
    let text = String::from_utf8(bytes).map_err(|error| format!("it is not UTF-8: {error}"))?;
    Ok(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn found(make: &[&str], working: &str, home: &str) -> Option<PathBuf> {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("home/a/b/c")).expect("folders");
        for name in make {
            match name.ends_with(".git") {
                true => fs::create_dir(folder.path().join(name)).expect("a folder"),
                false => fs::write(folder.path().join(name), "").expect("a file"),
            }
        }
        let at = |name: &str| folder.path().join(name);
        Places { working: at(working), home: Some(at(home)), ..Places::default() }.project_file()
    }

    #[test]
    fn the_nearest_file_is_found_and_none_above_the_project_or_the_home_folder() {
        assert_eq!(found(&["home/a/synth.toml", "home/synth.toml"], "home/a/b", "home"), Some("../synth.toml".into()));
        assert_eq!(found(&["home/synth.toml"], "home/a/b/c", "home"), Some("../../../synth.toml".into()));
        assert_eq!(found(&["synth.toml"], "home/a", "home"), None);
        assert_eq!(found(&["home/synth.toml", "home/a/.git"], "home/a/b", "home"), None);
        assert_eq!(found(&["home/a/synth.toml", "home/a/.git"], "home/a", "home"), Some("synth.toml".into()));
    }
}
