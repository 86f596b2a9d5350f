//! Bytes in; a file, a device or standard output out, with a count and a checksum on the way.

#![expect(clippy::disallowed_methods, reason = "this stage writes to the disk")]

use super::error::WriteError;
use crate::content::hexadecimal;
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

/// Small writes are gathered up to this many bytes; larger ones go straight through.
const BUFFER: usize = 64 * 1024;

/// The same for files of which many are open at a time.
const SMALL_BUFFER: usize = 4 * 1024;

/// Somewhere to write to.
pub struct Sink {
    path: String,
    writer: BufWriter<Target>,
    bytes: u64,
    hasher: Option<Sha256>,
}

/// What stands behind a sink.
enum Target {
    /// A stream, or a file that stays open.
    Open(Box<dyn Write + Send>),
    /// A file that is opened again when it is written to.
    Resting { path: PathBuf, file: Option<File> },
}

impl Write for Target {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        match self {
            Self::Open(stream) => stream.write(buffer),
            Self::Resting { file: Some(file), .. } => file.write(buffer),
            Self::Resting { path, file } => file.insert(OpenOptions::new().append(true).open(path)?).write(buffer),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Open(stream) => stream.flush(),
            Self::Resting { .. } => Ok(()),
        }
    }
}

impl Sink {
    /// A sink to an open file; `path` is for messages. With `hash`, the SHA-256 of what is written is kept, at about half
    /// a nanosecond a byte.
    pub fn new(path: impl Into<String>, file: impl Write + Send + 'static, hash: bool) -> Self {
        let writer = BufWriter::with_capacity(BUFFER, Target::Open(Box::new(file)));
        Self { path: path.into(), writer, bytes: 0, hasher: hash.then(Sha256::new) }
    }

    /// A sink to one of many files; `temporary` is where it lies, open as `file`.
    pub fn one_of_many(path: impl Into<String>, temporary: PathBuf, file: File, hash: bool) -> Self {
        let target = Target::Resting { path: temporary, file: Some(file) };
        let writer = BufWriter::with_capacity(SMALL_BUFFER, target);
        Self { path: path.into(), writer, bytes: 0, hasher: hash.then(Sha256::new) }
    }

    /// Gives one of many files back to the system until the next write.
    pub fn rest(&mut self) -> Result<(), WriteError> {
        self.writer.flush().map_err(|source| self.error(source))?;
        if let Target::Resting { file, .. } = self.writer.get_mut() {
            *file = None;
        }
        Ok(())
    }

    /// The path, for messages.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Bytes written up to now.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// An error of this sink, with its path.
    pub fn error(&self, source: io::Error) -> WriteError {
        WriteError { path: self.path.clone(), source }
    }

    /// Writes out what is buffered and closes; gives the count of bytes and the checksum in hexadecimal digits.
    pub fn close(mut self) -> Result<(u64, Option<String>), WriteError> {
        self.writer.flush().map_err(|source| self.error(source))?;
        Ok((self.bytes, self.hasher.map(|hasher| hexadecimal(&hasher.finalize()))))
    }
}

impl Write for Sink {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.writer.write(buffer)?;
        self.bytes += written as u64;
        if let Some(hasher) = &mut self.hasher {
            hasher.update(&buffer[..written]);
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// Standard output without Rust's line buffer.
#[cfg(unix)]
pub fn stdout() -> io::Result<Box<dyn Write + Send>> {
    use std::os::fd::AsFd;
    Ok(Box::new(File::from(io::stdout().as_fd().try_clone_to_owned()?)))
}

/// Standard output.
#[cfg(not(unix))]
pub fn stdout() -> io::Result<Box<dyn Write + Send>> {
    Ok(Box::new(io::stdout()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_has_gone_is_a_broken_pipe() {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let mut sink = Sink::new("-", writer, false);
        sink.write_all(b"small writes wait").unwrap();
        assert!(sink.close().unwrap_err().is_broken_pipe());
    }

    #[test]
    fn bytes_are_counted_and_hashed() {
        let mut sink = Sink::new("-", io::sink(), true);
        sink.write_all(b"abc").unwrap();
        let (bytes, hash) = sink.close().unwrap();
        assert_eq!(bytes, 3);
        assert_eq!(hash.unwrap(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
