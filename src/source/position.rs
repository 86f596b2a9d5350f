//! Offsets into a text -> lines and columns; character counts -> byte offsets.

/// A place as people count it: both from 1, the column in characters (Unicode scalar values), a tab being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

/// The line starts of a text, for many look-ups.
#[derive(Debug)]
pub struct Positions<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Positions<'t> {
    /// Finds the lines of `text`; they end with a line feed.
    pub fn new(text: &'t str) -> Self {
        let behind = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(behind).collect() }
    }

    /// The line and column of a byte offset. An offset behind the end counts as the end, one within a character as the
    /// character's first byte.
    pub fn of(&self, offset: usize) -> Position {
        let offset = floor_char(self.text, offset);
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts[line - 1];
        Position { line, column: self.text[start..offset].chars().count() + 1 }
    }
}

/// The largest character boundary that is not behind `offset`.
fn floor_char(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// From the YAML parser's character counts to byte offsets.
pub(super) enum CharOffsets {
    /// The text is ASCII: they are the same.
    Ascii(usize),
    /// The byte offset of each character, and of the end.
    Table(Vec<u32>),
}

impl CharOffsets {
    /// Prepares `text`, which is shorter than 4 GiB.
    pub(super) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Ascii(text.len());
        }
        let offsets = text.char_indices().map(|(at, _)| at).chain(std::iter::once(text.len()));
        Self::Table(offsets.map(|at| u32::try_from(at).unwrap_or(u32::MAX)).collect())
    }

    /// The byte offset of the character with this number; the end for anything behind it.
    pub(super) fn byte(&self, character: usize) -> usize {
        match self {
            Self::Ascii(len) => character.min(*len),
            Self::Table(offsets) => offsets[character.min(offsets.len() - 1)] as usize,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "a: ü\nbö: 2\n";
        let positions = Positions::new(text);
        assert_eq!(positions.of(0), Position { line: 1, column: 1 });
        assert_eq!(positions.of(text.find("bö").unwrap()), Position { line: 2, column: 1 });
        assert_eq!(positions.of(text.find(": 2").unwrap()), Position { line: 2, column: 3 });
        assert_eq!(positions.of(999), Position { line: 3, column: 1 });
    }

    #[test]
    fn an_offset_within_a_character_is_that_characters() {
        assert_eq!(Positions::new("ü").of(1), Position { line: 1, column: 1 });
    }

    #[test]
    fn character_counts_become_bytes() {
        let offsets = CharOffsets::new("aü€b");
        assert_eq!([0, 1, 2, 3, 4, 9].map(|c| offsets.byte(c)), [0, 1, 3, 6, 7, 7]);
        assert_eq!(CharOffsets::new("abc").byte(9), 3);
    }
}
