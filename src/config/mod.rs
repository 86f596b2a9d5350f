//! Flags, the environment and settings files -> [`Settings`] in which every value knows where it was said; and the keys of
//! providers. Reads the environment and the disk.
//!
//! | step | in -> out |
//! |---|---|
//! | [`defs`] | the table of all settings: key, kind, variables, flag, default, meaning |
//! | [`Places`] | the platform's folders, and the settings files that there are |
//! | [`layer`] | what one place says; the stronger over the weaker |
//! | [`settings`] | the whole, typed |
//! | [`keys`], [`keyring`] | a provider -> its keys |
//! | [`choose`](choose()) | settings and keys -> who drafts, and why |

mod choose;
pub mod defs;
pub mod file;
pub mod keyring;
pub mod keys;
pub mod layer;
mod places;
pub mod settings;
pub mod value;

pub use choose::{Choice, choose};
pub use keys::{Keys, Wallet};
pub use layer::Source;
pub use places::Places;
pub use settings::{Settings, Sourced};

use std::path::PathBuf;

use crate::diag::Diagnostics;
use crate::source::SpecSource;
use file::Owner;
use layer::Layer;

/// What the settings are read from.
pub struct Inputs<'i> {
    /// Keys of [`defs::DEFS`] with what the command line says of them.
    pub flags: Vec<(&'static str, String)>,
    /// The file that `--config` names.
    pub config: Option<PathBuf>,
    /// Gives a variable of the environment.
    pub env: &'i dyn Fn(&str) -> Option<String>,
    /// The folders.
    pub places: Places,
}

impl Inputs<'_> {
    /// Those of this process.
    pub fn of_process(flags: Vec<(&'static str, String)>, config: Option<PathBuf>) -> Inputs<'static> {
        Inputs { flags, config, env: &places::variable, places: Places::of_process() }
    }
}

/// Findings about one text.
#[derive(Debug)]
pub struct Refused {
    /// What is wrong.
    pub found: Diagnostics,
    /// The file that it is about; `None` for flags and the environment.
    pub source: Option<SpecSource>,
}

/// Reads all settings: flags over the environment over the file of `--config` or else of the project over the user's file over
/// defaults.
///
/// # Errors
/// What is wrong with each of them, all at once: `E1260` to `E1267`.
pub fn read(inputs: &Inputs<'_>) -> Result<Settings, Vec<Refused>> {
    let (mut wrong, mut said, mut files) = (Vec::new(), Layer::default(), Vec::new());
    let mut take = |outcome: Result<Layer, Diagnostics>, source: Option<SpecSource>| match outcome {
        Ok(layer) => said = std::mem::take(&mut said).over(layer),
        Err(found) => wrong.push(Refused { found, source }),
    };
    take(Layer::of_flags(&inputs.flags), None);
    take(Layer::of_env(inputs.env), None);
    for (path, owner) in inputs.files() {
        match inputs.places.read(&path) {
            Err(finding) => take(Err(finding.into()), None),
            Ok(source) => {
                files.push(source.name.clone());
                take(file::read(&source, owner, inputs.places.home.as_deref()), Some(source));
            }
        }
    }
    match wrong.is_empty() {
        true => Ok(Settings::new(said, inputs.places.state.clone(), files)),
        false => Err(wrong),
    }
}

/// A variable of this process's environment, if it is set and is text.
pub fn variable(name: &str) -> Option<String> {
    places::variable(name)
}

impl Wallet<'_> {
    /// That of this process: its environment, and the system's keyring.
    pub const OF_PROCESS: Wallet<'static> = Wallet { env: &places::variable, keyring: &keyring::get };
}

impl Inputs<'_> {
    /// The settings files that there are, the stronger first.
    fn files(&self) -> Vec<(PathBuf, Owner)> {
        let named = self
            .config
            .clone()
            .or_else(|| (self.env)("SYNTH_CONFIG").filter(|path| !path.is_empty()).map(PathBuf::from));
        let project = match named {
            Some(path) => Some((path, Owner::Named)),
            None => self.places.project_file().map(|path| (path, Owner::Project)),
        };
        project.into_iter().chain(self.places.user_file_if_there().map(|path| (path, Owner::Person))).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::draft::llm::Provider;

    #[test]
    fn the_stronger_place_wins_and_says_where_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::create_dir_all(root.join("work/deep")).expect("a folder");
        fs::create_dir_all(root.join("config")).expect("a folder");
        fs::write(root.join("config/config.toml"), "[draft]\nmodel = \"user\"\nretries = 1\nmax_repairs = 0\n")
            .expect("a file");
        fs::write(root.join("work/synth.toml"), "[draft]\nmodel = \"project\"\nretries = 2\n").expect("a file");
        let places = Places {
            working: root.join("work/deep"),
            home: Some(root.to_owned()),
            config: Some(root.join("config")),
            state: None,
        };
        let env = |name: &str| (name == "SYNTH_RETRIES").then(|| "3".to_owned());
        let inputs = Inputs { flags: vec![("draft.model", "flag".to_owned())], config: None, env: &env, places };
        let settings = read(&inputs).expect("right");
        assert_eq!(settings.provider(Provider::OpenAi).model.source.to_string(), "flag --model");
        assert_eq!(settings.draft.retries.value, 3);
        assert_eq!(settings.draft.retries.source.to_string(), "SYNTH_RETRIES");
        assert!(settings.draft.max_repairs.source.to_string().ends_with("config.toml:4"));
        assert!(settings.files[0].ends_with("synth.toml"), "{:?}", settings.files);
    }
}
