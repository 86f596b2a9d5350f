//! Paths in, temporary files next to them out; at commit, all of them take their names.
//!
//! A file system can only rename one file at a time. [`Staging::commit`] keeps old files under a second name until all
//! new ones are in place, and puts them back when a rename fails. A process that is killed leaves hidden files at worst
//! ([`super::owner`]), never half a file under its final name, and the next build into the folder sweeps them up. Nothing is
//! forced to the disk: after a power cut the file system decides.

#![expect(clippy::disallowed_methods, reason = "this stage writes to the disk")]

use super::error::WriteError;
use super::existing::existing_parts;
use super::owner::{self, Owner};
use super::template::PartPath;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Files on their way to their names. Dropped without commit, it removes them, and the folders that it made.
#[derive(Debug, Default)]
pub struct Staging {
    files: Vec<Staged>,
    /// Files of an earlier build that give way to this one's.
    stale: Vec<PathBuf>,
    /// Where only parts of this build are to stand when it is done.
    parts: Vec<Parts>,
    folders: Vec<PathBuf>,
    /// What marks the temporary files of a folder as this build's.
    owners: BTreeMap<PathBuf, Owner>,
}

#[derive(Debug)]
struct Staged {
    temporary: PathBuf,
    target: PathBuf,
    overwrite: bool,
}

/// The parts of a table.
#[derive(Debug)]
struct Parts {
    path: PartPath,
    levels: usize,
    overwrite: bool,
}

impl Staging {
    /// Opens a temporary file for `target` in the folder `home`, and makes that folder where there is none. The folder of
    /// `target`, on the same file system, is made at commit. Gives the temporary file's path with it.
    pub fn create(&mut self, home: &Path, target: &Path, overwrite: bool) -> io::Result<(PathBuf, File)> {
        self.create_folder(home)?;
        let name = target.file_name().ok_or(io::ErrorKind::InvalidFilename)?.to_string_lossy().into_owned();
        if !self.owners.contains_key(home) {
            owner::sweep(home);
            self.owners.insert(home.to_owned(), Owner::new(home)?);
        }
        let (temporary, file) = open_new(&self.owners[home], &name, self.files.len())?;
        self.files.push(Staged { temporary: temporary.clone(), target: target.to_owned(), overwrite });
        Ok((temporary, file))
    }

    /// Removes a file at commit, when all others have their names. It is no error when it is gone by then.
    pub fn remove(&mut self, target: PathBuf) {
        self.stale.push(target);
    }

    /// Takes back what [`Staging::remove`] said of a path: this build has made it anew.
    pub fn keep(&mut self, target: &Path) {
        self.stale.retain(|path| path != target);
    }

    /// Says that parts, `levels` folders deep, are to be those of one build. Another build may write there at the same time;
    /// whether its parts give way or this build does is decided at commit.
    pub fn parts(&mut self, path: PartPath, levels: usize, overwrite: bool) {
        self.parts.push(Parts { path, levels, overwrite });
    }

    fn create_folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<PathBuf> = folder.ancestors().take_while(|f| !is_folder(f)).map(Path::to_owned).collect();
        // A folder such as `new/..` is there as soon as `new` is.
        for folder in missing.into_iter().rev() {
            if is_folder(&folder) {
                continue;
            }
            match fs::create_dir(&folder) {
                Ok(()) => self.folders.push(folder),
                // Another build was quicker.
                Err(_) if is_folder(&folder) => {}
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    let why = format!("`{}` is not a folder", folder.display());
                    return Err(io::Error::new(io::ErrorKind::NotADirectory, why));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Gives all files their names, in the order in which they were created. On an error, the names stand for what they
    /// stood for before. Builds that commit into one folder do so one behind the other.
    pub fn commit(mut self) -> Result<(), WriteError> {
        let _turns = self.turns();
        self.meet_others()?;
        let mut done: Vec<Placed> = Vec::new();
        let mut waiting = std::mem::take(&mut self.files).into_iter();
        while let Some(file) = waiting.next() {
            let placed = self.create_folder(folder(&file.target)).and_then(|()| place(&file));
            match placed {
                Ok(placed) => done.push(placed),
                Err(source) => {
                    let path = file.target.display().to_string();
                    self.files.push(file);
                    self.files.extend(waiting);
                    done.into_iter().rev().for_each(Placed::undo);
                    return Err(WriteError { path, source });
                }
            }
        }
        self.folders.clear();
        for path in self.stale.drain(..) {
            let _ = fs::remove_file(path);
        }
        done.into_iter().for_each(Placed::keep);
        Ok(())
    }
}

impl Staging {
    /// Locks every folder once, whatever it is called, and in the same order as all other builds.
    fn turns(&self) -> Vec<File> {
        let place = |folder: &PathBuf| fs::canonicalize(folder).unwrap_or_else(|_| folder.clone());
        let folders: BTreeSet<PathBuf> = self.owners.keys().map(place).collect();
        folders.iter().filter_map(|folder| owner::turn(folder)).collect()
    }

    /// Looks for parts that another build has left since this one began.
    fn meet_others(&mut self) -> Result<(), WriteError> {
        let own: BTreeSet<&Path> = self.files.iter().map(|file| file.target.as_path()).collect();
        let mut late = Vec::new();
        for Parts { path, levels, overwrite } in &self.parts {
            let others = existing_parts(path, *levels).into_iter();
            let mut others = others.filter(|other| !own.contains(other.as_path()) && !self.stale.contains(other));
            if *overwrite {
                late.extend(others);
            } else if let Some(other) = others.next() {
                let path = other.display().to_string();
                return Err(WriteError { path, source: io::ErrorKind::AlreadyExists.into() });
            }
        }
        self.stale.extend(late);
        Ok(())
    }

    /// Where a temporary file is now, wherever its folder has been moved to.
    fn place_of(&self, temporary: &Path) -> PathBuf {
        match (self.owners.get(folder(temporary)), temporary.file_name()) {
            (Some(owner), Some(name)) => owner.place().join(name),
            _ => temporary.to_owned(),
        }
    }
}

impl Drop for Staging {
    /// Best effort: there is nobody left to tell.
    fn drop(&mut self) {
        for file in &self.files {
            let _ = fs::remove_file(&file.temporary);
            let _ = fs::remove_file(self.place_of(&file.temporary));
        }
        self.owners.clear();
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
    if fs::symlink_metadata(&file.temporary).is_err() {
        let why = "the folder has been removed or renamed while the build ran";
        return Err(io::Error::new(io::ErrorKind::NotFound, why));
    }
    if !file.overwrite {
        place_new(file)?;
        return Ok(Placed { target, old: None });
    }
    let old = keep_old(file)?;
    fs::rename(&file.temporary, &target).map(|()| Placed { target, old: old.clone() }).inspect_err(|_| {
        if let Some(old) = old {
            // Where both names are one file, a rename leaves both.
            let _ = fs::rename(&old, &file.target);
            let _ = fs::remove_file(old);
        }
    })
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

/// Gives an existing file a second name, beside the temporary file; `None` where there is no file. Where a link is refused,
/// by the file system or because the file is another user's, the name changes for the moment that it takes to commit.
fn keep_old(file: &Staged) -> io::Result<Option<PathBuf>> {
    match fs::symlink_metadata(&file.target) {
        Err(_) => return Ok(None),
        Ok(found) if found.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        Ok(_) => {}
    }
    let old = file.temporary.with_extension(owner::OLD);
    fs::hard_link(&file.target, &old).or_else(|_| fs::rename(&file.target, &old))?;
    Ok(Some(old))
}

/// The folder of a path; the current one where none is named.
pub fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn is_folder(path: &Path) -> bool {
    path.as_os_str().is_empty() || path.is_dir()
}

/// Opens a new file by the first number from `first` on that is free. Parts of many folders have one name and wait in one folder:
/// each would try the numbers of all before it, were they not told apart by how many there are.
fn open_new(owner: &Owner, name: &str, first: usize) -> io::Result<(PathBuf, File)> {
    let mut number = first;
    loop {
        let path = owner.temporary(name, number);
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < first + 1000 => number += 1,
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
        staging.create(folder(path), path, overwrite).unwrap().1.write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn files_appear_at_commit_and_not_before() {
        let dir = TempDir::new().unwrap();
        let target = dir.path().join("new/deep/a.csv");
        let mut staging = Staging::default();
        write(&mut staging, &target, "a", false);
        assert!(!target.exists());
        let hidden = names(target.parent().unwrap());
        assert!(hidden.len() == 2 && hidden.iter().all(|name| name.starts_with('.')), "{hidden:?}");
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
        write(&mut staging, &path("d"), "new d", false);
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

    #[test]
    fn a_part_waits_at_home_and_gets_its_folder_at_commit() {
        let dir = TempDir::new().unwrap();
        let target = dir.path().join("country=DE/part-00001.csv");
        fs::write(dir.path().join("old"), "old").unwrap();
        let mut staging = Staging::default();
        staging.create(dir.path(), &target, false).unwrap().1.write_all(b"a").unwrap();
        staging.remove(dir.path().join("old"));
        staging.commit().unwrap();
        assert_eq!(names(dir.path()), ["country=DE"]);
        assert_eq!(fs::read_to_string(&target).unwrap(), "a");
    }
}
