//! Paths in, temporary files next to them out; at commit, all of them take their names.
//!
//! A file system can only rename one file at a time. [`Staging::commit`] keeps old files under a second name until all
//! new ones are in place, and puts them back when a rename fails. A process that is killed leaves files named
//! `.NAME.synth-PID.tmp` at worst, never half a file under its final name. Nothing is forced to the disk: after a
//! power cut the file system decides.

#![expect(clippy::disallowed_methods, reason = "this stage writes to the disk")]

use super::error::WriteError;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Files on their way to their names. Dropped without commit, it removes them, and the folders that it made.
#[derive(Debug, Default)]
pub struct Staging {
    files: Vec<Staged>,
    folders: Vec<PathBuf>,
}

#[derive(Debug)]
struct Staged {
    temporary: PathBuf,
    target: PathBuf,
    overwrite: bool,
}

impl Staging {
    /// Opens a temporary file in the folder of `target`, and makes the folder where there is none.
    pub fn create(&mut self, target: &Path, overwrite: bool) -> io::Result<File> {
        let folder = folder(target);
        self.create_folder(folder)?;
        let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy().into_owned();
        let (temporary, file) = open_new(folder, &name, "tmp")?;
        self.files.push(Staged { temporary, target: target.to_owned(), overwrite });
        Ok(file)
    }

    fn create_folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<PathBuf> = folder.ancestors().take_while(|f| !is_folder(f)).map(Path::to_owned).collect();
        // A folder such as `new/..` is there as soon as `new` is.
        for folder in missing.into_iter().rev() {
            if is_folder(&folder) {
                continue;
            }
            fs::create_dir(&folder)?;
            self.folders.push(folder);
        }
        Ok(())
    }

    /// Gives all files their names. On an error, the names stand for what they stood for before.
    pub fn commit(mut self) -> Result<(), WriteError> {
        let mut done: Vec<Placed> = Vec::new();
        for file in std::mem::take(&mut self.files) {
            match place(&file) {
                Ok(placed) => done.push(placed),
                Err(source) => {
                    let path = file.target.display().to_string();
                    self.files.push(file);
                    done.into_iter().rev().for_each(Placed::undo);
                    return Err(WriteError { path, source });
                }
            }
        }
        self.folders.clear();
        done.into_iter().for_each(Placed::keep);
        Ok(())
    }
}

impl Drop for Staging {
    /// Best effort: there is nobody left to tell.
    fn drop(&mut self) {
        for file in &self.files {
            let _ = fs::remove_file(&file.temporary);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// A file that has its name, and the second name of the file that had it before.
struct Placed {
    target: PathBuf,
    old: Option<PathBuf>,
}

impl Placed {
    fn undo(self) {
        let _ = match &self.old {
            Some(old) => fs::rename(old, &self.target),
            None => fs::remove_file(&self.target),
        };
    }

    fn keep(self) {
        if let Some(old) = self.old {
            let _ = fs::remove_file(old);
        }
    }
}

fn place(file: &Staged) -> io::Result<Placed> {
    let target = file.target.clone();
    if !file.overwrite {
        place_new(file)?;
        return Ok(Placed { target, old: None });
    }
    let old = keep_old(&target)?;
    match fs::rename(&file.temporary, &target) {
        Ok(()) => Ok(Placed { target, old }),
        Err(error) => {
            if let Some(old) = old {
                let _ = fs::remove_file(old);
            }
            Err(error)
        }
    }
}

/// A hard link fails where the name is taken, also by someone who came in between; a rename would not. Where the file
/// system has no hard links, a look has to do.
fn place_new(file: &Staged) -> io::Result<()> {
    match fs::hard_link(&file.temporary, &file.target) {
        Ok(()) => fs::remove_file(&file.temporary),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
        Err(_) if fs::symlink_metadata(&file.target).is_ok() => Err(io::ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(&file.temporary, &file.target),
    }
}

/// Gives an existing file a second name; `None` where there is no file, or no hard links.
fn keep_old(target: &Path) -> io::Result<Option<PathBuf>> {
    if fs::symlink_metadata(target).is_err() {
        return Ok(None);
    }
    let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy().into_owned();
    let old = folder(target).join(temporary_name(&name, "old", 0));
    Ok(fs::hard_link(target, &old).is_ok().then_some(old))
}

/// The folder of a path; the current one where none is named.
fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn is_folder(path: &Path) -> bool {
    path.as_os_str().is_empty() || path.is_dir()
}

/// Recognisable, hidden, and not another process's.
fn temporary_name(name: &str, extension: &str, attempt: u32) -> String {
    match attempt {
        0 => format!(".{name}.synth-{}.{extension}", std::process::id()),
        _ => format!(".{name}.synth-{}-{attempt}.{extension}", std::process::id()),
    }
}

fn open_new(folder: &Path, name: &str, extension: &str) -> io::Result<(PathBuf, File)> {
    let mut attempt = 0;
    loop {
        let path = folder.join(temporary_name(name, extension, attempt));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 100 => attempt += 1,
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use tempfile::TempDir;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn write(staging: &mut Staging, path: &Path, text: &str, overwrite: bool) {
        staging.create(path, overwrite).unwrap().write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn files_appear_at_commit_and_not_before() {
        let dir = TempDir::new().unwrap();
        let target = dir.path().join("new/deep/a.csv");
        let mut staging = Staging::default();
        write(&mut staging, &target, "a", false);
        assert!(!target.exists());
        assert!(names(target.parent().unwrap())[0].starts_with(".a.csv.synth-"));
        staging.commit().unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "a");
        assert_eq!(names(target.parent().unwrap()), ["a.csv"]);
    }

    #[test]
    fn nothing_is_left_without_commit() {
        let dir = TempDir::new().unwrap();
        let mut staging = Staging::default();
        write(&mut staging, &dir.path().join("new/deep/a.csv"), "a", false);
        write(&mut staging, &dir.path().join("b.csv"), "b", false);
        drop(staging);
        assert!(names(dir.path()).is_empty());
    }

    #[test]
    fn a_failed_commit_puts_everything_back() {
        let dir = TempDir::new().unwrap();
        let path = |name: &str| dir.path().join(name);
        fs::write(path("a"), "old a").unwrap();
        let mut staging = Staging::default();
        write(&mut staging, &path("a"), "new a", true);
        write(&mut staging, &path("b"), "new b", true);
        write(&mut staging, &path("c"), "new c", false);
        fs::write(path("c"), "came in between").unwrap();
        let error = staging.commit().unwrap_err();
        assert_eq!(error.source.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(names(dir.path()), ["a", "c"]);
        assert_eq!(fs::read_to_string(path("a")).unwrap(), "old a");
        assert_eq!(fs::read_to_string(path("c")).unwrap(), "came in between");
    }

    #[test]
    fn an_old_file_is_replaced_when_asked() {
        let dir = TempDir::new().unwrap();
        let path = dir.path().join("a");
        fs::write(&path, "old").unwrap();
        let mut staging = Staging::default();
        write(&mut staging, &path, "new", true);
        staging.commit().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(names(dir.path()), ["a"]);
    }
}
