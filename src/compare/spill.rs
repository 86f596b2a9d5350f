//! Rows with their keys -> temporary files, by a hash of the key, and back: [`Spill`].

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, Write};
use twox_hash::XxHash3_64;

/// Files of one deal. Both sides have as many, and a system may allow no more than 256 open files.
const FILES: usize = 32;

/// Rows on their way to temporary files. The system deletes the files when they are closed, even after a crash.
pub struct Spill {
    files: Vec<BufWriter<File>>,
    bytes: Vec<u64>,
    level: u64,
}

impl Spill {
    /// Opens the files of a level of dealing; every level has another hash.
    pub fn new(level: u64) -> io::Result<Self> {
        let files = (0..FILES).map(|_| tempfile::tempfile().map(|file| BufWriter::with_capacity(1 << 15, file)));
        Ok(Self { files: files.collect::<io::Result<_>>()?, bytes: vec![0; FILES], level })
    }

    /// Adds a row.
    pub fn add(&mut self, key: &[u8], row: &[u8]) -> io::Result<()> {
        let file = XxHash3_64::oneshot_with_seed(self.level, key) as usize % FILES;
        self.bytes[file] += (key.len() + row.len()) as u64;
        for part in [key, row] {
            self.files[file].write_all(&(part.len() as u64).to_le_bytes())?;
            self.files[file].write_all(part)?;
        }
        Ok(())
    }

    /// The files, to be read.
    pub fn finish(self) -> io::Result<Vec<Spilled>> {
        let files = self.files.into_iter().zip(self.bytes).map(|(file, bytes)| {
            let mut file = file.into_inner()?;
            file.rewind()?;
            Ok(Spilled { file: BufReader::with_capacity(1 << 15, file), bytes })
        });
        files.collect()
    }
}

/// Rows on their way back.
pub struct Spilled {
    file: BufReader<File>,
    bytes: u64,
}

impl Spilled {
    /// Bytes of all rows.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The next row: its key, and what was packed.
    pub fn next(&mut self) -> io::Result<Option<(Vec<u8>, Vec<u8>)>> {
        let mut length = [0; 8];
        if self.file.read(&mut length[..1])? == 0 {
            return Ok(None);
        }
        self.file.read_exact(&mut length[1..])?;
        let key = self.sized(length)?;
        self.file.read_exact(&mut length)?;
        Ok(Some((key, self.sized(length)?)))
    }

    fn sized(&mut self, length: [u8; 8]) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; u64::from_le_bytes(length) as usize];
        self.file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
