//! A file with a word a line in, words that can be copied in whole registers out.

use std::io;
use std::path::Path;

/// Words one behind the other, with 64 bytes of nothing at the end.
pub struct Words {
    text: Vec<u8>,
    places: Vec<(u32, u32)>,
}

impl Words {
    /// Reads a file with a word a line.
    ///
    /// # Errors
    ///
    /// When the file cannot be read.
    pub fn read(path: &Path) -> io::Result<Words> {
        let text = std::fs::read_to_string(path)?;
        Ok(Words::new(text.lines()))
    }

    /// Lays words one behind the other.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Words {
        let (mut text, mut places) = (Vec::new(), Vec::new());
        for word in words {
            places.push((text.len() as u32, word.len() as u32));
            text.extend_from_slice(word.as_bytes());
        }
        text.extend_from_slice(&[0; 64]);
        Words { text, places }
    }

    /// The same words in small letters.
    #[must_use]
    pub fn lowercase(&self) -> Words {
        Words { text: self.text.to_ascii_lowercase(), places: self.places.clone() }
    }

    /// Which word 32 random bits choose.
    #[inline(always)]
    pub fn choose(&self, bits: u32) -> usize {
        ((u64::from(bits) * self.places.len() as u64) >> 32) as usize
    }

    /// Where a word begins, and its length.
    #[inline(always)]
    pub fn at(&self, index: usize) -> (*const u8, usize) {
        let (start, length) = self.places[index];
        (self.text[start as usize..].as_ptr(), length as usize)
    }

    /// The word that 32 random bits choose.
    #[inline(always)]
    pub fn any(&self, bits: u32) -> (*const u8, usize) {
        self.at(self.choose(bits))
    }
}
