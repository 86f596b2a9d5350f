//! A folder -> the paths of the specs in it and below.

#![expect(clippy::disallowed_methods, reason = "the command line looks for specs in folders")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Paths of specs, sorted: files that end in `.yaml` or `.yml` and have `synth:` as a key on the left margin. Folders whose
/// names begin with a dot, `node_modules` and caches are not looked into.
///
/// # Errors
/// A folder cannot be listed.
pub fn find(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut specs = Vec::new();
    gather(folder, &mut specs)?;
    specs.sort();
    Ok(specs)
}

fn gather(folder: &Path, specs: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let path = if folder == Path::new(".") { PathBuf::from(entry.file_name()) } else { entry.path() };
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        if kind.is_dir() && !is_hidden && !is_foreign(&path) {
            gather(&path, specs)?;
        } else if kind.is_file() && !is_hidden && is_spec(&path) {
            specs.push(path);
        }
    }
    Ok(())
}

/// Whether a folder holds what tools made.
fn is_foreign(folder: &Path) -> bool {
    folder.ends_with("node_modules") || folder.join("CACHEDIR.TAG").is_file()
}

/// Whether a file has the ending and the key of a spec.
fn is_spec(path: &Path) -> bool {
    let is_yaml = path.extension().is_some_and(|end| end == "yaml" || end == "yml");
    let is_key = |line: &str| ["synth:", "\"synth\":", "'synth':"].iter().any(|key| line.starts_with(key));
    is_yaml && fs::read_to_string(path).is_ok_and(|text| text.trim_start_matches('\u{feff}').lines().any(is_key))
}
