//! Planned files in, what is wrong with their paths out: two files of one path, and what stands there already.

#![expect(clippy::disallowed_methods, reason = "this stage looks at the disk")]

use super::existing::{Existing, existing_parts};
use super::partition::Partition;
use super::planning::{Place, PlannedFile, STDOUT, is_stream};
use super::prepare::{NotePlace, Settings, cannot_write};
use crate::diag::{Diagnostic, Diagnostics};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

impl PlannedFile {
    fn is_stdout(&self) -> bool {
        matches!(&self.place, Place::File(target) if target == STDOUT)
    }

    /// The paths by which it may clash with others: its own, or its folder and the pattern of its parts.
    fn targets(&self) -> Vec<String> {
        let mut paths = match &self.place {
            Place::File(target) if is_stream(target) => return Vec::new(),
            Place::File(target) => vec![target.clone()],
            Place::Parts { path, .. } => vec![path.file("", 1).display().to_string()],
        };
        let name = |path: &str| Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
        let sidecars = self.layout.sidecars.iter().filter_map(|sidecar| {
            Some(Path::new(&paths[0]).with_file_name((sidecar.name)(&name(&paths[0])?)).display().to_string())
        });
        let sidecars: Vec<String> = sidecars.collect();
        paths.extend(sidecars);
        paths
    }

    /// Its files that are there already.
    fn existing(&self) -> Vec<PathBuf> {
        match &self.place {
            Place::File(_) => self
                .targets()
                .into_iter()
                .map(PathBuf::from)
                .filter(|path| fs::symlink_metadata(path).is_ok())
                .collect(),
            Place::Parts { path, partition, .. } => {
                existing_parts(path, partition.as_ref().map_or(0, Partition::levels))
            }
        }
    }
}

/// Looks for files of the build, and notes on it, that would have one path.
pub(super) fn check_clashes(planned: &[PlannedFile], notes: &[NotePlace], found: &mut Diagnostics) {
    let mut seen: BTreeMap<String, (PathBuf, String)> = BTreeMap::new();
    let targets = planned.iter().flat_map(|file| file.targets().into_iter().map(|target| (target, file.span)));
    let notes = notes.iter().map(|note| (note.path.display().to_string(), note.span));
    for (target, span) in notes.chain(targets) {
        // Some file systems do not tell capitals apart; a spec works on all of them or on none.
        let place = resolved(&target);
        if let Some((path, other)) = seen.get(&folded(&place)) {
            found.push(same_path(other, &target, *path == place).located(span));
        }
        seen.insert(folded(&place), (place, target));
    }
    let to_stdout: Vec<&PlannedFile> = planned.iter().filter(|file| file.is_stdout()).collect();
    if let [_, second, ..] = to_stdout[..] {
        found.push(same_path(STDOUT, STDOUT, true).located(second.span));
    }
}

/// Looks for paths that are taken by what is there. Gives the parts of an earlier build that are to go.
pub(super) fn check_existing(planned: &[PlannedFile], settings: &Settings, found: &mut Diagnostics) -> Vec<PathBuf> {
    let mut existing = Existing::default();
    let mut stale = Vec::new();
    for file in planned {
        // No manifest names what describes a file: it is replaced along with the file.
        let is_replaced = matches!(&file.place, Place::File(target) if settings.replaces(Path::new(target)));
        let (replaced, kept): (Vec<_>, Vec<_>) =
            file.existing().into_iter().partition(|path| is_replaced || settings.replaces(path));
        existing.add(kept, file.span);
        replaced.iter().filter(|path| is_folder(path)).for_each(|path| found.push(in_the_way(path).located(file.span)));
        if let Place::Parts { .. } = file.place {
            stale.extend(replaced);
        }
    }
    for NotePlace { path, span } in settings.notes.iter().filter(|note| fs::symlink_metadata(&note.path).is_ok()) {
        match settings.replaces(path) {
            true if is_folder(path) => found.push(in_the_way(path).located(*span)),
            true => {}
            false => existing.add(vec![path.clone()], *span),
        }
    }
    found.extend(existing.diagnostics());
    stale
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// That a folder has the name of a file, and nobody said that folders are replaced.
fn in_the_way(path: &Path) -> Diagnostic {
    cannot_write(&path.display().to_string(), &io::ErrorKind::IsADirectory.into())
}

/// Where a path leads: absolute, without `.` and `..`, links among its folders followed as far as there are folders. Its
/// last part is kept as it is, for a link of that name would be replaced.
fn resolved(path: &str) -> PathBuf {
    let mut place = fs::canonicalize(".").unwrap_or_default();
    let parts: Vec<Component<'_>> = Path::new(path).components().collect();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                place.pop();
            }
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => place.push(part),
        }
        if at + 1 < parts.len() {
            place = fs::canonicalize(&place).unwrap_or(place);
        }
    }
    place
}

/// A path without regard to capitals.
fn folded(path: &Path) -> String {
    path.display().to_string().to_lowercase()
}

fn same_path(first: &str, second: &str, is_same: bool) -> Diagnostic {
    let message = match is_same {
        true if first == second => format!("two files of the build would be `{second}`"),
        true => format!("`{first}` and `{second}` are one file"),
        false => format!("`{first}` and `{second}` differ in capitals only"),
    };
    Diagnostic::error("E0705", message).help("give every output, and every table in it, a path of its own")
}
