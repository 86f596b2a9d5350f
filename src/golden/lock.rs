//! `synth.lock`: what a spec's data were when somebody last looked at them and was content. Digests for large tables, files
//! for small ones, and the spec itself, from which old values can be made again.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::content::{Digest, sha256};
use crate::plan::Overrides;

/// The name of the file.
pub const NAME: &str = "synth.lock";

/// The version of its form.
const FORM: u32 = 1;

/// What stands in a `synth.lock`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The version of this form.
    pub lock: u32,
    /// The SHA-256 of all that follows: a lock that somebody has edited or cut short is found out.
    pub seal: String,
    /// The tool and release that wrote it.
    pub tool: String,
    /// The language's edition.
    pub edition: u32,
    /// What was said over the spec.
    pub over: Over,
    /// The spec's text.
    pub spec: Vec<String>,
    /// The SHA-256 of the files that the spec names, by path.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, String>,
    /// The runs of chunks in which digests were taken.
    pub runs: Vec<Run>,
    /// The tables.
    pub tables: Vec<Table>,
}

/// What was said over the spec.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Over {
    /// The seed, if not the spec's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<String>,
    /// `name=value`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set: Vec<String>,
}

impl From<&Overrides> for Over {
    fn from(over: &Overrides) -> Self {
        let set = over.set.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Self { seed: over.seed, profile: over.profile.clone(), set }
    }
}

impl From<&Over> for Overrides {
    fn from(over: &Over) -> Self {
        let pairs = over.set.iter().filter_map(|pair| pair.split_once('='));
        let set = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { seed: over.seed, profile: over.profile.clone(), set }
    }
}

/// A run of chunks: of a whole family, or of one table where families are wide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// The identity of the table whose rows are counted off.
    pub table: String,
    /// Whether chunks hold all descendants of their rows.
    pub family: bool,
    /// Rows of that table.
    pub rows: u64,
    /// Rows of that table in a chunk.
    pub step: u64,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: u64,
    /// The file that holds it, where it is small.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<File>,
    /// Its rows by chunk.
    pub chunks: Vec<u64>,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A file of a small table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Its SHA-256.
    pub sha256: String,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its identity.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its type, in the language's words.
    #[serde(rename = "type")]
    pub data_type: String,
    /// What its values come to.
    pub content: Digest,
    /// The same by chunk, in hexadecimal digits.
    pub chunks: String,
}

impl Column {
    /// The digests by chunk.
    ///
    /// # Errors
    /// The text is not that of so many chunks.
    pub fn digests(&self, rows: &[u64]) -> Result<Vec<Digest>, String> {
        if self.chunks.len() != 16 * rows.len() {
            return Err(format!("`{}` has not {} digests", self.name, rows.len()));
        }
        let texts = self.chunks.as_bytes().chunks(16).map(String::from_utf8_lossy);
        texts.zip(rows).map(|(hash, rows)| Digest::try_from(format!("{rows}:{hash}"))).collect()
    }
}

impl Lock {
    /// The spec as one text.
    pub fn text(&self) -> String {
        self.spec.concat()
    }

    /// A text in lines that keep their ends.
    pub fn lines(text: &str) -> Vec<String> {
        text.split_inclusive('\n').map(str::to_owned).collect()
    }

    /// The lock as text, sealed.
    pub fn to_text(&self) -> String {
        let sealed = Self { lock: FORM, seal: self.seal(), ..self.clone() };
        serde_json::to_string_pretty(&sealed).expect("a lock is JSON") + "\n"
    }

    fn seal(&self) -> String {
        let open = Self { lock: FORM, seal: String::new(), ..self.clone() };
        sha256(serde_json::to_string(&open).expect("a lock is JSON").as_bytes())
    }

    /// Reads a lock.
    ///
    /// # Errors
    /// Why it cannot be trusted.
    pub fn parse(text: &str) -> Result<Self, String> {
        let lock: Self = serde_json::from_str(text).map_err(|error| format!("it is damaged: {error}"))?;
        match lock.lock {
            FORM if lock.seal == lock.seal() => Ok(lock),
            FORM => Err("it has been edited: its seal does not fit its content".to_owned()),
            other => Err(format!("its form is {other}, and this release knows {FORM}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock() -> Lock {
        let over = Over { set: vec!["a=b=c".to_owned()], ..Over::default() };
        let (spec, files) = (Lock::lines("synth: 1\r\nlast"), BTreeMap::new());
        let (seal, tool) = (String::new(), "synth".to_owned());
        Lock { lock: 0, seal, tool, edition: 1, over, spec, files, runs: Vec::new(), tables: Vec::new() }
    }

    #[test]
    fn a_lock_is_read_back_and_an_edit_of_it_found_out() {
        let text = lock().to_text();
        let read = Lock::parse(&text).unwrap();
        assert_eq!((read.text().as_str(), &read.over), ("synth: 1\r\nlast", &lock().over));
        assert_eq!(Overrides::from(&read.over).set, [("a".to_owned(), "b=c".to_owned())]);
        assert!(Lock::parse(&text.replace("last", "lost")).unwrap_err().contains("edited"));
        assert!(Lock::parse(&text[..text.len() - 9]).unwrap_err().contains("damaged"));
        assert!(Lock::parse(&text.replace("\"lock\": 1", "\"lock\": 2")).unwrap_err().contains("form is 2"));
    }
}
