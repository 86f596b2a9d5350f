//! Who owns the temporary files of a folder, and which of them nobody owns any more.
//!
//! A build that writes into a folder keeps a file `.synth-TOKEN.lock` there, locked for as long as the process lives, and names
//! its temporary files `.NAME.synth-TOKEN.tmp` and `.old`. The system gives up the lock of a process that was killed, on
//! any machine and in any container that shares the folder: what its token marks is rubbish, and [`sweep`] removes it.

#![expect(clippy::disallowed_methods, reason = "this stage writes to the disk")]

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Extension of files in the making.
const TEMPORARY: &str = "tmp";

/// Extension of files that make way for new ones.
pub const OLD: &str = "old";

/// Extension of the files that say that an owner lives.
const LOCK: &str = "lock";

/// What stands between a file's name and the token.
const MARK: &str = ".synth-";

/// Bytes of a file's name that are found again in that of its temporary file, so that the latter is not too long.
const NAME_BYTES: usize = 200;

/// The right to temporary files in a folder, held by a lock. Dropped, it is given up.
#[derive(Debug)]
pub struct Owner {
    folder: PathBuf,
    token: String,
    /// The file name of its lock.
    lock: String,
    /// Locked; closed by the drop.
    _held: File,
    /// The folder, open; `None` where folders cannot be opened.
    home: Option<File>,
}

impl Owner {
    /// Becomes an owner in a folder.
    pub fn new(folder: &Path) -> io::Result<Self> {
        let process = std::process::id();
        for attempt in 0.. {
            let token = if attempt == 0 { process.to_string() } else { format!("{process}-{attempt}") };
            let lock = format!("{MARK}{token}.{LOCK}");
            let path = folder.join(&lock);
            let held = match OpenOptions::new().write(true).create_new(true).open(&path) {
                Ok(file) => file,
                // A process of the same number in another container, or another build of this process.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && attempt < 1000 => continue,
                Err(error) => return Err(error),
            };
            // Where files cannot be locked, nothing is swept either.
            let _ = held.lock();
            // Someone who swept before the lock was held has taken the file away: once more.
            if path.exists() {
                let home = File::open(folder).ok();
                return Ok(Self { folder: folder.to_owned(), token, lock, _held: held, home });
            }
        }
        unreachable!("the attempts end with an error")
    }

    /// The path of a temporary file for a name, and a number that tells it from others of that name.
    pub fn temporary(&self, name: &str, number: usize) -> PathBuf {
        let name = &name[..name.floor_char_boundary(NAME_BYTES)];
        let number = if number == 0 { String::new() } else { format!("~{number}") };
        self.folder.join(format!(".{name}{number}{MARK}{}.{TEMPORARY}", self.token))
    }

    /// The folder's path, which is another one when the folder has been moved.
    pub fn place(&self) -> PathBuf {
        self.home.as_ref().and_then(path_of).unwrap_or_else(|| self.folder.clone())
    }
}

/// The path of an open folder.
#[cfg(target_os = "linux")]
fn path_of(folder: &File) -> Option<PathBuf> {
    use std::os::fd::AsRawFd;
    fs::read_link(format!("/proc/self/fd/{}", folder.as_raw_fd())).ok()
}

/// Where the system does not say, a folder is taken to be where it was.
#[cfg(not(target_os = "linux"))]
fn path_of(_: &File) -> Option<PathBuf> {
    None
}

impl Drop for Owner {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.place().join(&self.lock));
    }
}

/// Removes the temporary files of owners that are no more. Best effort: what cannot be removed stays hidden.
pub fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let marked: Vec<(&str, &str)> = names.iter().filter_map(|name| Some((name.as_str(), token(name)?))).collect();
    let tokens: BTreeSet<&str> = marked.iter().map(|(_, token)| *token).collect();
    for token in tokens {
        let lock = folder.join(format!("{MARK}{token}.{LOCK}"));
        let Some(_held) = dead(&lock) else { continue };
        for (name, _) in marked.iter().filter(|(_, of)| *of == token) {
            let _ = fs::remove_file(folder.join(name));
        }
    }
}

/// The token of a temporary file or a lock.
fn token(name: &str) -> Option<&str> {
    let (stem, extension) = name.strip_prefix('.').and(name.rsplit_once('.'))?;
    let token = &stem[stem.rfind(MARK)? + MARK.len()..];
    let is_token = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (is_token && [TEMPORARY, OLD, LOCK].contains(&extension)).then_some(token)
}

/// Whether the owner that keeps this lock is no more: the lock, held while its files are removed.
fn dead(lock: &Path) -> Option<Option<File>> {
    match OpenOptions::new().write(true).open(lock) {
        Ok(file) => match file.try_lock() {
            Ok(()) => Some(Some(file)),
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => None,
        },
        // Its file goes last: without one, nobody is there.
        Err(error) if error.kind() == io::ErrorKind::NotFound => Some(None),
        Err(_) => None,
    }
}

/// Waits until no other build commits into the folder, and keeps others waiting until it is dropped. `None` where folders
/// cannot be locked.
pub fn turn(folder: &Path) -> Option<File> {
    let folder = File::open(folder).ok()?;
    folder.lock().ok()?;
    Some(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    #[test]
    fn files_of_the_dead_are_swept_and_those_of_the_living_stay() {
        let dir = TempDir::new().unwrap();
        let write = |name: &str| fs::write(dir.path().join(name), "x").unwrap();
        for name in [".a.csv.synth-4000000.tmp", ".b.csv.synth-7-1.old", ".synth-7-1.lock"] {
            write(name);
        }
        let living = Owner::new(dir.path()).unwrap();
        fs::write(living.temporary("c.csv", 0), "x").unwrap();
        for name in ["mine.tmp", ".hidden.tmp", ".x.synth-abc.tmp", "d.synth-9.tmp", ".d.synth-9.csv"] {
            write(name);
        }
        sweep(dir.path());
        let mut left: Vec<String> =
            fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        left.sort();
        let process = std::process::id();
        let mut expected = [".hidden.tmp", ".x.synth-abc.tmp", "d.synth-9.tmp", ".d.synth-9.csv", "mine.tmp"]
            .map(str::to_owned)
            .to_vec();
        expected.extend([format!(".c.csv.synth-{process}.tmp"), format!(".synth-{process}.lock")]);
        expected.sort();
        assert_eq!(left, expected);
    }

    #[test]
    fn two_owners_of_one_process_have_files_of_their_own() {
        let dir = TempDir::new().unwrap();
        let (one, two) = (Owner::new(dir.path()).unwrap(), Owner::new(dir.path()).unwrap());
        assert_ne!(one.temporary("a", 0), two.temporary("a", 0));
        drop((one, two));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}
