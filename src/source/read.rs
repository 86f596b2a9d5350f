//! A path (or bytes) -> [`SpecSource`], or why it is none. The only file of this stage that touches the disk.

#![expect(clippy::disallowed_methods, reason = "this stage reads the disk")]

use super::SpecSource;
use crate::content::sha256;
use crate::diag::{Diagnostic, Diagnostics};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The largest spec that is read, in bytes. A spec is a file that a person reads; data belongs into files that it names.
/// The bound also keeps the YAML scanner, which buffers a whole flow collection, within a few hundred megabytes.
pub const MAX_BYTES: usize = 4 << 20;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

impl SpecSource {
    /// The SHA-256 of the text, in hexadecimal digits.
    pub fn sha256(&self) -> String {
        sha256(self.text.as_bytes())
    }

    /// Reads a file.
    ///
    /// # Errors
    /// `E0101` missing, a folder or not readable; `E0102` empty; `E0103` not text; `E0104` not UTF-8; `E0105` too large.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Diagnostics> {
        let path = path.as_ref();
        let name = path.display().to_string();
        let bytes = read_bounded(path).map_err(|error| unreadable(path, &name, &error))?;
        Self::from_bytes(name, folder_of(path), bytes)
    }

    /// Takes bytes that were read elsewhere, such as from standard input.
    ///
    /// # Errors
    /// `E0102` empty; `E0103` not text; `E0104` not UTF-8; `E0105` too large.
    pub fn from_bytes(name: String, folder: PathBuf, bytes: Vec<u8>) -> Result<Self, Diagnostics> {
        let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&bytes);
        if bytes.len() > MAX_BYTES {
            return Err(too_large(&name).into());
        }
        if bytes.trim_ascii().is_empty() {
            return Err(empty(&name).into());
        }
        let text = text_of(&name, bytes)?;
        Ok(Self { name, folder, text })
    }

    /// A made-up source, for text that was never a file; its folder is the current one.
    pub fn from_text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), folder: PathBuf::from("."), text: text.into() }
    }
}

/// Reads at most one byte more than is allowed, so that neither a huge file nor an endless device fills the memory.
fn read_bounded(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_BYTES as u64 + 4).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    }
}

fn unreadable(path: &Path, name: &str, error: &std::io::Error) -> Diagnostic {
    let finding = |message: String| Diagnostic::error("E0101", message);
    match error.kind() {
        ErrorKind::NotFound => finding(format!("there is no file `{name}`"))
            .help("check the path; it is relative to the folder in which the command runs".to_owned()),
        ErrorKind::PermissionDenied => finding(format!("`{name}` may not be read"))
            .note(error.to_string())
            .help("give yourself permission to read it"),
        _ if path.is_dir() => {
            finding(format!("`{name}` is a folder, not a file")).help("name the spec in it, such as `shop.yaml`")
        }
        _ => finding(format!("`{name}` cannot be read")).note(error.to_string()),
    }
}

fn too_large(name: &str) -> Diagnostic {
    Diagnostic::error("E0105", format!("`{name}` is larger than {} MiB", MAX_BYTES >> 20))
        .help("move long lists of values into a CSV file and read them with `gen: list`")
}

fn empty(name: &str) -> Diagnostic {
    Diagnostic::error("E0102", format!("`{name}` is empty")).help("begin with `synth: 1` and a table under `tables:`")
}

/// The text of `bytes`; a NUL byte is the mark of a binary file or of UTF-16, so it is looked for first.
fn text_of(name: &str, bytes: &[u8]) -> Result<String, Diagnostics> {
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(binary(name, bytes, at).into());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(not_utf8(name, bytes, error.valid_up_to()).into()),
    }
}

fn binary(name: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let finding =
        Diagnostic::error("E0103", format!("`{name}` is not a text file: there is a NUL byte at offset {at}"));
    match utf16 {
        true => finding.note("it looks like UTF-16").help("save the file as UTF-8"),
        false => finding.help("give the path of a YAML file"),
    }
}

fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Diagnostic {
    let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
    let byte = bytes[at];
    Diagnostic::error("E0104", format!("`{name}` is not UTF-8: byte 0x{byte:02X} at offset {at}, line {line}"))
        .help("save the file as UTF-8; an editor calls this its encoding")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(read: Result<SpecSource, Diagnostics>) -> Diagnostic {
        read.expect_err("refused").into_iter().next().expect("a finding")
    }

    fn code_of(bytes: &[u8]) -> &'static str {
        only(SpecSource::from_bytes("x.yaml".into(), ".".into(), bytes.to_vec())).code
    }

    #[test]
    fn a_missing_file_and_a_folder_are_told_apart() {
        let missing = only(SpecSource::read("no/such/file.yaml"));
        assert_eq!((missing.code, missing.message.as_str()), ("E0101", "there is no file `no/such/file.yaml`"));
        let folder = tempfile::tempdir().expect("a folder");
        let folder = only(SpecSource::read(folder.path()));
        assert!(folder.message.ends_with("is a folder, not a file"), "{}", folder.message);
    }

    #[test]
    fn what_is_not_text_is_refused_with_its_offset() {
        assert_eq!(code_of(b""), "E0102");
        assert_eq!(code_of(b" \n\t\n"), "E0102");
        assert_eq!(code_of(b"a: \0"), "E0103");
        assert_eq!(code_of(b"\xff\xfea\0"), "E0103");
        assert_eq!(code_of(&vec![b'a'; MAX_BYTES + 1]), "E0105");
        let latin1 = SpecSource::from_bytes("x.yaml".into(), ".".into(), b"a: 1\nb: M\xfcller".to_vec());
        assert_eq!(only(latin1).message, "`x.yaml` is not UTF-8: byte 0xFC at offset 9, line 2");
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        let source = SpecSource::from_bytes("x.yaml".into(), ".".into(), b"\xef\xbb\xbfsynth: 1".to_vec());
        assert_eq!(source.expect("text").text, "synth: 1");
    }

    #[test]
    fn the_folder_of_a_bare_name_is_the_current_one() {
        assert_eq!(folder_of(Path::new("shop.yaml")), PathBuf::from("."));
        assert_eq!(folder_of(Path::new("specs/shop.yaml")), PathBuf::from("specs"));
    }
}
