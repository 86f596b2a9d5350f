//! Keys and what they stand for -> what stands behind one of them. All the lexicon's names are put in at each start and a few are looked up, so
//! that putting in must be cheap: nothing is sorted.

use std::borrow::Cow;

/// The bits of a hash by which keys are parted.
const BITS: u32 = 12;

/// The end of a chain.
const NONE: u32 = u32::MAX;

/// Keys with what they stand for; a key may stand for several things.
#[derive(Debug)]
pub struct Keyed<T> {
    entries: Vec<(Cow<'static, str>, T, u32)>,
    /// The last entry of each hash; each entry has the one before it.
    last: Vec<u32>,
}

impl<T> Keyed<T> {
    /// Room for about so many.
    pub fn with_capacity(count: usize) -> Self {
        Self { entries: Vec::with_capacity(count), last: vec![NONE; 1 << BITS] }
    }

    /// Adds an entry.
    pub fn put(&mut self, key: Cow<'static, str>, value: T) {
        let last = &mut self.last[hash(&key)];
        let before = std::mem::replace(last, self.entries.len() as u32);
        self.entries.push((key, value, before));
    }

    /// What a key stands for, in no order that means anything.
    pub fn of<'k>(&'k self, key: &'k str) -> impl Iterator<Item = &'k T> {
        let entry = |at: u32| self.entries.get(at as usize);
        std::iter::successors(entry(self.last[hash(key)]), move |(.., before)| entry(*before))
            .filter(move |(known, ..)| known == key)
            .map(|(_, value, _)| value)
    }

    /// All keys with what they stand for.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.entries.iter().map(|(key, value, _)| (&**key, value))
    }
}

fn hash(key: &str) -> usize {
    let hash = key.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    ((hash ^ hash >> 15) & ((1 << BITS) - 1)) as usize
}
