//! A path -> its bytes, decompressed; and [`Bytes`], which scanners walk over one by one.
#![expect(clippy::disallowed_methods, reason = "readers read the files that they are told to")]

use super::{ReadError, problem};
use flate2::read::MultiGzDecoder;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

/// Opens a file.
pub fn open(path: &Path) -> Result<File, ReadError> {
    let file = File::open(path).map_err(|error| problem::unreadable(path, &error))?;
    let is_folder = file.metadata().is_ok_and(|about| about.is_dir());
    match is_folder {
        true => Err(problem::unreadable(path, &std::io::Error::from(std::io::ErrorKind::IsADirectory))),
        false => Ok(file),
    }
}

/// Opens a file of text; what ends in `.gz` or `.zst` is decompressed.
pub fn open_text(path: &Path) -> Result<Box<dyn Read + Send>, ReadError> {
    let file = open(path)?;
    Ok(match path.extension().and_then(|end| end.to_str()) {
        Some("gz") => Box::new(MultiGzDecoder::new(BufReader::with_capacity(1 << 16, file))),
        Some("zst") => {
            Box::new(zstd::stream::read::Decoder::new(file).map_err(|error| problem::unreadable(path, &error))?)
        }
        _ => Box::new(file),
    })
}

/// The text of a small file that may stand beside another one.
pub fn sidecar(path: &Path) -> Option<String> {
    std::fs::read_to_string(path).ok()
}

/// Bytes of a text, one by one, with the place where one is.
pub struct Bytes {
    path: PathBuf,
    input: Box<dyn Read + Send>,
    buffer: Vec<u8>,
    at: usize,
    end: usize,
    offset: u64,
    line: u64,
}

impl Bytes {
    /// Opens a text; a byte order mark is skipped.
    pub fn open(path: &Path) -> Result<Self, ReadError> {
        let input = open_text(path)?;
        let mut bytes =
            Self { path: path.to_owned(), input, buffer: vec![0; 1 << 17], at: 0, end: 0, offset: 0, line: 1 };
        bytes.peek()?;
        if bytes.buffer[..bytes.end].starts_with(b"\xef\xbb\xbf") {
            bytes.at = 3;
        }
        Ok(bytes)
    }

    /// The file's path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The next byte, which stays.
    #[inline]
    pub fn peek(&mut self) -> Result<Option<u8>, ReadError> {
        if self.at == self.end {
            self.fill()?;
        }
        Ok((self.at < self.end).then(|| self.buffer[self.at]))
    }

    /// The next two bytes, which stay.
    pub fn peek_two(&mut self) -> Result<[Option<u8>; 2], ReadError> {
        let Some(first) = self.peek()? else { return Ok([None, None]) };
        if self.at + 1 == self.end {
            // Only the byte that is here moves to the front; the rest is read behind it.
            self.offset += self.at as u64;
            self.buffer[0] = first;
            let more = self.read(1)?;
            (self.at, self.end) = (0, 1 + more);
        }
        Ok([Some(first), (self.at + 1 < self.end).then(|| self.buffer[self.at + 1])])
    }

    #[cold]
    fn fill(&mut self) -> Result<(), ReadError> {
        self.offset += self.end as u64;
        self.at = 0;
        self.end = 0;
        self.end = self.read(0)?;
        Ok(())
    }

    /// Reads into the buffer behind some bytes; gives the number of bytes, 0 at the end.
    fn read(&mut self, behind: usize) -> Result<usize, ReadError> {
        loop {
            match self.input.read(&mut self.buffer[behind..]) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                read => return read.map_err(|error| problem::failed(&self.path, self.offset, &error)),
            }
        }
    }

    /// The next byte.
    #[inline]
    pub fn next(&mut self) -> Result<Option<u8>, ReadError> {
        let byte = self.peek()?;
        if let Some(byte) = byte {
            self.at += 1;
            self.line += u64::from(byte == b'\n');
        }
        Ok(byte)
    }

    /// Takes the next byte if it is this one.
    pub fn take(&mut self, wanted: u8) -> Result<bool, ReadError> {
        let is_next = self.peek()? == Some(wanted);
        if is_next {
            self.next()?;
        }
        Ok(is_next)
    }

    /// Appends bytes to `out` until one is a stop, which stays, or the text ends.
    #[inline]
    pub fn until(&mut self, is_stop: impl Fn(u8) -> bool, out: &mut Vec<u8>) -> Result<(), ReadError> {
        while self.peek()?.is_some() {
            let rest = &self.buffer[self.at..self.end];
            let length = rest.iter().position(|byte| is_stop(*byte)).unwrap_or(rest.len());
            out.extend_from_slice(&rest[..length]);
            self.line += rest[..length].iter().filter(|byte| **byte == b'\n').count() as u64;
            self.at += length;
            if self.at < self.end {
                break;
            }
        }
        Ok(())
    }

    /// Skips white space.
    pub fn blanks(&mut self) -> Result<(), ReadError> {
        while self.peek()?.is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.next()?;
        }
        Ok(())
    }

    /// Where the scanner is, for people.
    pub fn place(&self) -> String {
        format!("line {}, byte {}", self.line, self.offset + self.at as u64)
    }

    /// The bytes here are not what they should be.
    pub fn damaged(&self, what: impl std::fmt::Display) -> ReadError {
        problem::damaged(&self.path, self.place(), what)
    }

    /// Some bytes before here are no UTF-8.
    pub fn not_text(&self) -> ReadError {
        problem::not_text(&self.path, format!("some place before line {}", self.line + 1))
    }
}
