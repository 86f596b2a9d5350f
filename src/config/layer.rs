//! What one place says about settings -> a [`Layer`]; several of them, the strongest first -> the value of each setting.

use std::collections::BTreeMap;
use std::fmt;

use super::defs::{DEFS, Def};
use super::value::{Kind, Refusal, Value};
use crate::diag::{Diagnostic, Diagnostics};

/// Where a value was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Nowhere.
    Default,
    /// On a line of a settings file.
    File {
        /// The path.
        name: String,
        /// The line, from 1.
        line: usize,
        /// Whether it is the file of the project or of `--config`, which goes before the user's.
        is_project: bool,
    },
    /// In a variable of the environment.
    Env(&'static str),
    /// On the command line.
    Flag(&'static str),
}

impl Source {
    /// Of two places the one with the larger number is heard.
    pub fn strength(&self) -> u8 {
        match self {
            Self::Default => 0,
            Self::File { is_project: false, .. } => 1,
            Self::File { is_project: true, .. } => 2,
            Self::Env(_) => 3,
            Self::Flag(_) => 4,
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => f.write_str("default"),
            Self::File { name, line, .. } => write!(f, "{name}:{line}"),
            Self::Env(name) => f.write_str(name),
            Self::Flag(flag) => write!(f, "flag {flag}"),
        }
    }
}

/// What one place says: values by key, with where each was said.
#[derive(Debug, Clone, Default)]
pub struct Layer(BTreeMap<&'static str, (Value, Source)>);

impl Layer {
    /// Says a setting.
    pub fn set(&mut self, def: &'static Def, value: Value, source: Source) {
        self.0.insert(def.key, (value, source));
    }

    /// What is said of a key.
    pub fn get(&self, key: &str) -> Option<&(Value, Source)> {
        self.0.get(key)
    }

    /// All that is said, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&&'static str, &(Value, Source))> {
        self.0.iter()
    }

    /// What the environment says; an empty variable says nothing.
    ///
    /// # Errors
    /// `E1267` for values that are none.
    pub fn of_env(get: &dyn Fn(&str) -> Option<String>) -> Result<Self, Diagnostics> {
        let (mut layer, mut found) = (Self::default(), Diagnostics::new());
        for def in DEFS {
            let said =
                def.env.iter().find_map(|name| get(name).filter(|text| !text.is_empty()).map(|text| (*name, text)));
            if let Some((name, text)) = said {
                let value = def.kind.of_text(&text).map_err(|refusal| unusable(name, def.kind, &refusal));
                if let Some(value) = found.take(value) {
                    layer.set(def, value, Source::Env(name));
                }
            }
        }
        found.into_result(layer).map(|(layer, _)| layer)
    }

    /// What the command line says: keys with texts.
    ///
    /// # Errors
    /// `E1267` for values that are none.
    pub fn of_flags(said: &[(&'static str, String)]) -> Result<Self, Diagnostics> {
        let (mut layer, mut found) = (Self::default(), Diagnostics::new());
        for (key, text) in said {
            let def = super::defs::find(key).expect("the command line sets keys of the table");
            let flag = def.flag.unwrap_or(def.key);
            let value = def.kind.of_text(text).map_err(|refusal| unusable(flag, def.kind, &refusal));
            if let Some(value) = found.take(value) {
                layer.set(def, value, Source::Flag(flag));
            }
        }
        found.into_result(layer).map(|(layer, _)| layer)
    }

    /// The layer of what is said in this one, and else in `weaker`.
    #[must_use]
    pub fn over(mut self, weaker: Layer) -> Self {
        for (key, entry) in weaker.0 {
            self.0.entry(key).or_insert(entry);
        }
        self
    }
}

fn unusable(name: &str, kind: Kind, refusal: &Refusal) -> Diagnostic {
    let finding = Diagnostic::error("E1267", format!("{name} cannot be used: {}", refusal.cause()));
    finding.help(format!("it takes: {kind}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_wins_and_an_empty_one_says_nothing() {
        let env = |name: &str| match name {
            "GOOGLE_GEMINI_BASE_URL" => Some(String::new()),
            "GEMINI_BASE_URL" => Some("https://g.example/".to_owned()),
            _ => None,
        };
        let layer = Layer::of_env(&env).expect("right");
        let said = layer.get("gemini.base_url").expect("said");
        assert_eq!(said, &(Value::Text("https://g.example".to_owned()), Source::Env("GEMINI_BASE_URL")));
        assert_eq!(layer.iter().count(), 1);
    }

    #[test]
    fn flags_go_before_the_environment() {
        let env = Layer::of_env(&|name| (name == "SYNTH_MODEL").then(|| "b".to_owned())).expect("right");
        let flags = Layer::of_flags(&[("draft.model", "a".to_owned())]).expect("right");
        assert_eq!(
            flags.over(env).get("draft.model").map(|(_, source)| source.to_string()),
            Some("flag --model".to_owned())
        );
        assert!(Layer::of_flags(&[("draft.retries", "many".to_owned())]).is_err());
    }
}
