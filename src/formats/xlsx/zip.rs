//! Named contents in, the records of a ZIP archive out (PKWARE's APPNOTE 6.3): no times, no 64-bit extensions.
//!
//! A content may be deflated in pieces on any thread: each piece begins without a window and ends on a byte, so pieces stand one
//! behind the other, and the lengths and the checksum of the whole stand behind it.

use flate2::{Compress, Compression, Crc, FlushCompress};
use std::io::{self, Write};

/// How hard contents are deflated: beyond this level sheets get hardly smaller, and take twice the time.
const LEVEL: u32 = 4;

/// What ends a deflated content: an empty last block.
const LAST_BLOCK: &[u8] = &[3, 0];

/// 1980-01-01 00:00:00, the beginning of MS-DOS time.
const DATE_AND_TIME: u32 = 0x0021_0000;

/// Names are UTF-8; and for contents whose lengths stand behind them.
const UTF8: u16 = 1 << 11;
const LENGTHS_BEHIND: u16 = 1 << 3;

const DEFLATED: u16 = 8;
const VERSION: u16 = 20;

/// A part of a content, deflated.
pub struct Piece {
    bytes: Vec<u8>,
    crc: Crc,
    length: u64,
}

impl Piece {
    /// Deflates a part.
    pub fn new(content: &[u8]) -> io::Result<Self> {
        let mut crc = Crc::new();
        crc.update(content);
        Ok(Self { bytes: deflate(content)?, crc, length: content.len() as u64 })
    }
}

/// Deflates up to the end of a byte. A flush is complete once it leaves room.
fn deflate(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut deflater = Compress::new(Compression::new(LEVEL), false);
    let mut out = Vec::with_capacity(content.len() / 4 + 256);
    loop {
        let rest = &content[deflater.total_in() as usize..];
        deflater.compress_vec(rest, &mut out, FlushCompress::Sync)?;
        if out.len() < out.capacity() {
            return Ok(out);
        }
        out.reserve(out.capacity());
    }
}

/// What the archive's directory says of a content.
pub struct Entry {
    name: String,
    flags: u16,
    offset: u64,
    crc: u32,
    packed: u64,
    length: u64,
}

impl Entry {
    /// A content that is known as a whole, appended to `out`, which begins at the archive's beginning or at `offset`.
    pub fn whole(name: &str, content: &[u8], offset: u64, out: &mut Vec<u8>) -> Self {
        let mut piece = Piece::new(content).expect("memory takes all that is written");
        piece.bytes.extend(LAST_BLOCK);
        let offset = offset + out.len() as u64;
        let (crc, packed) = (piece.crc.sum(), piece.bytes.len() as u64);
        let entry = Self { name: name.to_owned(), flags: UTF8, offset, crc, packed, length: piece.length };
        out.extend(entry.head());
        out.extend(piece.bytes);
        entry
    }

    /// The record before the content.
    fn head(&self) -> Vec<u8> {
        let mut record = b"PK\x03\x04".to_vec();
        record.extend(VERSION.to_le_bytes());
        self.push_common(&mut record);
        record.extend([0, 0]);
        record.extend(self.name.as_bytes());
        record
    }

    /// What the record before the content and the one in the directory have in common.
    fn push_common(&self, record: &mut Vec<u8>) {
        record.extend(self.flags.to_le_bytes());
        record.extend(DEFLATED.to_le_bytes());
        record.extend(DATE_AND_TIME.to_le_bytes());
        for number in [self.crc, self.packed as u32, self.length as u32, self.name.len() as u32] {
            record.extend(number.to_le_bytes());
        }
        record.truncate(record.len() - 2);
    }

    fn directory(&self) -> Vec<u8> {
        let mut record = b"PK\x01\x02".to_vec();
        record.extend(VERSION.to_le_bytes());
        record.extend(VERSION.to_le_bytes());
        self.push_common(&mut record);
        record.extend([0; 12]);
        record.extend((self.offset as u32).to_le_bytes());
        record.extend(self.name.as_bytes());
        record
    }
}

/// A content that comes piece by piece.
pub struct Growing {
    name: String,
    crc: Crc,
    packed: u64,
    length: u64,
    /// Bytes written, the records around the content too.
    written: u64,
}

impl Growing {
    /// Begins a content.
    pub fn new(name: String, out: &mut dyn Write) -> io::Result<Self> {
        let (flags, offset, crc) = (UTF8 | LENGTHS_BEHIND, 0, 0);
        let head = Entry { name: name.clone(), flags, offset, crc, packed: 0, length: 0 }.head();
        out.write_all(&head)?;
        Ok(Self { name, crc: Crc::new(), packed: 0, length: 0, written: head.len() as u64 })
    }

    /// Adds a piece.
    pub fn push(&mut self, piece: &Piece, out: &mut dyn Write) -> io::Result<()> {
        self.crc.combine(&piece.crc);
        self.length += piece.length;
        if self.length > u64::from(u32::MAX) {
            return Err(too_long(&self.name));
        }
        self.write(&piece.bytes, out)
    }

    fn write(&mut self, bytes: &[u8], out: &mut dyn Write) -> io::Result<()> {
        self.packed += bytes.len() as u64;
        self.written += bytes.len() as u64;
        out.write_all(bytes)
    }

    /// Ends the content; gives the directory's entry, its offset still 0, and all bytes written.
    pub fn end(mut self, out: &mut dyn Write) -> io::Result<(Entry, u64)> {
        self.write(LAST_BLOCK, out)?;
        let crc = self.crc.sum();
        let mut behind = b"PK\x07\x08".to_vec();
        for number in [crc, self.packed as u32, self.length as u32] {
            behind.extend(number.to_le_bytes());
        }
        out.write_all(&behind)?;
        let Self { name, packed, length, written, .. } = self;
        let entry = Entry { name, flags: UTF8 | LENGTHS_BEHIND, offset: 0, crc, packed, length };
        Ok((entry, written + behind.len() as u64))
    }
}

impl Entry {
    /// The entry with its content at `offset`.
    pub fn at(self, offset: u64) -> Self {
        Self { offset, ..self }
    }
}

/// The directory, which begins at `offset`, and what ends the archive.
pub fn directory(entries: &[Entry], offset: u64) -> io::Result<Vec<u8>> {
    let mut out: Vec<u8> = entries.iter().flat_map(Entry::directory).collect();
    let length = out.len() as u64;
    if offset + length > u64::from(u32::MAX) {
        return Err(too_long("the workbook"));
    }
    out.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        out.extend((entries.len() as u16).to_le_bytes());
    }
    out.extend((length as u32).to_le_bytes());
    out.extend((offset as u32).to_le_bytes());
    out.extend([0, 0]);
    Ok(out)
}

fn too_long(what: &str) -> io::Error {
    io::Error::other(format!("{what} would have more than 4 GiB: make fewer rows a file, or choose parquet or csv"))
}
