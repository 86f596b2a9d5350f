//! Bytes in; a file, a device or standard output out, with a count and a checksum on the way.

use super::error::WriteError;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, Write};

/// Small writes are gathered up to this many bytes; larger ones go straight through.
const BUFFER: usize = 64 * 1024;

/// Somewhere to write to.
pub struct Sink {
    path: String,
    writer: BufWriter<Box<dyn Write + Send>>,
    bytes: u64,
    hasher: Option<Sha256>,
}

impl Sink {
    /// A sink to an open file; `path` is for messages. With `hash`, the SHA-256 of what is written is kept, at about half
    /// a nanosecond a byte.
    pub fn new(path: impl Into<String>, file: impl Write + Send + 'static, hash: bool) -> Self {
        let writer = BufWriter::with_capacity(BUFFER, Box::new(file) as Box<dyn Write + Send>);
        Self { path: path.into(), writer, bytes: 0, hasher: hash.then(Sha256::new) }
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

/// The SHA-256 of some bytes, in hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string cannot fail");
        text
    })
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
