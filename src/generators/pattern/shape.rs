//! A pattern as a tree of choices: how many texts it has, a drawn one, and the n-th one.

use crate::random::{RowDraws, below};

/// Largest number of texts that is counted: what a permutation can take.
pub const MOST: u128 = 1 << 127;

/// A part of a pattern, and how many ways there are through it.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// Ways through it; `None` beyond [`MOST`].
    pub size: Option<u128>,
}

/// What a part of a pattern is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// This text.
    Text(String),
    /// One of these characters, which are in order.
    Class(Vec<char>),
    /// One behind the other.
    All(Vec<Part>),
    /// One of these.
    Either(Vec<Part>),
    /// `min` to `max` times.
    Repeat {
        /// What is repeated.
        part: Box<Part>,
        /// Least number.
        min: u32,
        /// Greatest number.
        max: u32,
    },
}

impl Part {
    /// A part of a kind.
    pub fn new(kind: Kind) -> Self {
        let size = size(&kind).filter(|size| *size <= MOST);
        Self { kind, size }
    }

    /// Least and greatest number of characters; the greatest is cut at `u64::MAX`.
    pub fn lengths(&self) -> (u64, u64) {
        match &self.kind {
            Kind::Text(text) => (text.chars().count() as u64, text.chars().count() as u64),
            Kind::Class(_) => (1, 1),
            Kind::All(parts) => parts.iter().map(Self::lengths).fold((0, 0), |(a, b), (c, d)| {
                let sum: (u64, u64) = (a.saturating_add(c), b.saturating_add(d));
                sum
            }),
            Kind::Either(parts) => {
                let lengths = || parts.iter().map(Self::lengths);
                (lengths().map(|(low, _)| low).min().unwrap_or(0), lengths().map(|(_, high)| high).max().unwrap_or(0))
            }
            Kind::Repeat { part, min, max } => {
                let (low, high) = part.lengths();
                (low.saturating_mul((*min).into()), high.saturating_mul((*max).into()))
            }
        }
    }

    /// Appends a text of which every choice is drawn evenly.
    pub fn draw(&self, stream: &mut Stream, out: &mut Vec<u8>) {
        match &self.kind {
            Kind::Text(text) => out.extend_from_slice(text.as_bytes()),
            Kind::Class(chars) => push(chars[stream.below(chars.len())], out),
            Kind::All(parts) => parts.iter().for_each(|part| part.draw(stream, out)),
            Kind::Either(parts) => parts[stream.below(parts.len())].draw(stream, out),
            Kind::Repeat { part, min, max } => {
                let times = *min as usize + stream.below((max - min) as usize + 1);
                (0..times).for_each(|_| part.draw(stream, out));
            }
        }
    }

    /// Appends the text of a number below the size: positions to the left count more, alternatives follow each other.
    pub fn nth(&self, index: u128, out: &mut Vec<u8>) {
        match &self.kind {
            Kind::Text(text) => out.extend_from_slice(text.as_bytes()),
            Kind::Class(chars) => push(chars[index as usize], out),
            Kind::All(parts) => nth_of_all(parts.iter(), index, out),
            Kind::Either(parts) => nth_of_either(parts, index, out),
            Kind::Repeat { part, min, max } => {
                let mut rest = index;
                for times in *min..=*max {
                    let here = power(part.counted(), times).unwrap_or(u128::MAX);
                    if rest < here {
                        let parts = std::iter::repeat_n(part.as_ref(), times as usize);
                        return nth_of_all(parts, rest, out);
                    }
                    rest -= here;
                }
            }
        }
    }

    fn counted(&self) -> u128 {
        self.size.unwrap_or(MOST)
    }
}

fn push(c: char, out: &mut Vec<u8>) {
    match c.is_ascii() {
        true => out.push(c as u8),
        false => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

/// The sizes behind each part decide its digit of the mixed radix.
fn nth_of_all<'p>(parts: impl DoubleEndedIterator<Item = &'p Part> + Clone, index: u128, out: &mut Vec<u8>) {
    let mut behind = parts.clone().fold(1_u128, |product, part| product * part.counted());
    let mut rest = index;
    for part in parts {
        behind /= part.counted();
        part.nth(rest / behind, out);
        rest %= behind;
    }
}

fn nth_of_either(parts: &[Part], index: u128, out: &mut Vec<u8>) {
    let mut rest = index;
    for part in parts {
        if rest < part.counted() {
            return part.nth(rest, out);
        }
        rest -= part.counted();
    }
}

fn size(kind: &Kind) -> Option<u128> {
    match kind {
        Kind::Text(_) => Some(1),
        Kind::Class(chars) => Some(chars.len() as u128),
        Kind::All(parts) => parts.iter().try_fold(1_u128, |product, part| product.checked_mul(part.size?)),
        Kind::Either(parts) => parts.iter().try_fold(0_u128, |sum, part| sum.checked_add(part.size?)),
        Kind::Repeat { part, min, max } => {
            let size = part.size?;
            (*min..=*max).try_fold(0_u128, |sum, times| sum.checked_add(power(size, times)?))
        }
    }
}

fn power(base: u128, exponent: u32) -> Option<u128> {
    base.checked_pow(exponent)
}

/// The draws of one text, in order.
pub struct Stream {
    draws: RowDraws,
    next: u32,
}

impl Stream {
    /// From the first draw of a cell on.
    pub const fn new(draws: RowDraws) -> Self {
        Self { draws, next: 0 }
    }

    /// A number below `n`; a choice of one takes no draw.
    #[inline]
    fn below(&mut self, n: usize) -> usize {
        if n <= 1 {
            return 0;
        }
        self.next += 1;
        below(self.draws.bits(self.next - 1), n as u64) as usize
    }
}
