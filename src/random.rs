//! The only place that makes randomness: seed -> [`Key`]s by ChaCha over length-prefixed identities, then
//! (key, row identity, draw number) -> 64 bits by a counter-based mixer. No stream is walked in order, so any cell can be
//! had alone.
//!
//! The mixer is the finaliser of SplitMix64 (Steele, Lea, Flood: *Fast splittable pseudorandom number generators*, 2014;
//! constants: Stafford's variant 13) applied twice with key material added in between, so that keys do not merely
//! shift one common sequence.

use rand_chacha::ChaCha12Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
const SILVER: u64 = 0xd1b5_4a32_d192_ed03;
const DRAW: u64 = 0x8cb9_2ba7_2f3d_8dd7;

/// What a key is for: draws of separate domains never share bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Domain {
    /// A table's key, derived from the root seed.
    Table,
    /// A column's (or a bundle's) values.
    Value,
    /// Whether a cell is null.
    Null,
    /// How many children a row has.
    Count,
    /// Which row a reference picks.
    Reference,
    /// The permutation behind `unique`.
    Unique,
    /// The locale of a row.
    Locale,
    /// A bundle of fields that describe one thing, such as a person.
    Bundle,
    /// A part of a larger value, such as a branch of `when` or a component of a mixture.
    Part,
}

impl Domain {
    const fn tag(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Value => "value",
            Self::Null => "null",
            Self::Count => "count",
            Self::Reference => "reference",
            Self::Unique => "unique",
            Self::Locale => "locale",
            Self::Bundle => "bundle",
            Self::Part => "part",
        }
    }
}

/// The identity of a row: the root's row number and, for children, the ordinals on the way, packed by [`RowId::child`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RowId {
    /// Row number of the root row, counted from 0.
    pub root: u64,
    /// The ordinals from the root down, 0 for a root row.
    pub path: u64,
}

impl RowId {
    /// The identity of a root row.
    pub const fn root(row: u64) -> Self {
        Self { root: row, path: 0 }
    }

    /// The identity of this row's child with `ordinal` (from 0). Each ordinal takes its bits in groups of eight, seven
    /// for the number and one that says whether another group follows, so the packing is injective whatever the
    /// largest ordinal is, and a changed `count` moves nobody. The plan proves that 64 bits suffice.
    #[inline]
    pub const fn child(self, ordinal: u64) -> Self {
        let mut path = self.path;
        let mut rest = ordinal;
        loop {
            let more = (rest >= 0x80) as u64;
            path = (path << 8) | (more << 7) | (rest & 0x7f);
            rest >>= 7;
            if more == 0 {
                return Self { root: self.root, path };
            }
        }
    }

    /// The identity of the row whose child this is: without the last ordinal. Only for rows of child tables.
    #[inline]
    #[must_use]
    pub const fn parent(self) -> Self {
        let mut path = self.path >> 8;
        while path & 0x80 != 0 {
            path >>= 8;
        }
        Self { root: self.root, path }
    }

    /// Bits that an ordinal below `count` takes in [`RowId::path`].
    pub const fn ordinal_bits(count: u64) -> u32 {
        let mut bits = 8;
        let mut rest = count.saturating_sub(1) >> 7;
        while rest > 0 {
            bits += 8;
            rest >>= 7;
        }
        bits
    }
}

/// The key of a table, a column, or one domain of draws within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    seed: [u8; 32],
    k0: u64,
    k1: u64,
}

impl Key {
    /// The key of a whole build: edition and seed.
    pub fn root(edition: u32, seed: u64) -> Self {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        bytes[8..12].copy_from_slice(&edition.to_le_bytes());
        bytes[16..].copy_from_slice(b"synth root key 1");
        Self::from_seed(bytes)
    }

    /// The key for `domain` of the thing that `identity` names. The tag and the identity are absorbed with their lengths
    /// in front, so no two pairs are read as the same text.
    #[must_use]
    pub fn derive(&self, domain: Domain, identity: &str) -> Self {
        let mut message = Vec::with_capacity(32 + identity.len());
        for part in [domain.tag(), identity] {
            message.extend_from_slice(&(part.len() as u64).to_le_bytes());
            message.extend_from_slice(part.as_bytes());
        }
        let mut state = self.seed;
        for block in message.chunks(32) {
            for (byte, add) in state.iter_mut().zip(block) {
                *byte ^= add;
            }
            let mut next = [0; 32];
            ChaCha12Rng::from_seed(state).fill_bytes(&mut next);
            state = next;
        }
        Self::from_seed(state)
    }

    fn from_seed(seed: [u8; 32]) -> Self {
        let mut rng = ChaCha12Rng::from_seed(seed);
        let k0 = rng.next_u64();
        let k1 = rng.next_u64();
        Self { seed, k0, k1 }
    }

    /// The draws of one row under this key.
    #[inline(always)]
    pub const fn row(&self, id: RowId) -> RowDraws {
        let inner = mix(id.root.wrapping_mul(GOLDEN).wrapping_add(self.k0));
        RowDraws { base: inner.wrapping_add(id.path.wrapping_mul(SILVER)) ^ self.k1 }
    }

    /// Draw number `draw` of a row: 64 uniform bits.
    #[inline(always)]
    pub const fn bits(&self, id: RowId, draw: u32) -> u64 {
        self.row(id).bits(draw)
    }
}

/// The draws of one row under one key, by number.
#[derive(Debug, Clone, Copy)]
pub struct RowDraws {
    base: u64,
}

impl RowDraws {
    /// 64 uniform bits.
    #[inline(always)]
    pub const fn bits(self, draw: u32) -> u64 {
        mix(self.base.wrapping_add((draw as u64).wrapping_mul(DRAW)))
    }

    /// A stream of draws of its own behind draw number `draw`.
    #[inline(always)]
    #[must_use]
    pub const fn nested(self, draw: u32) -> Self {
        Self { base: self.bits(draw) }
    }

    /// A number in `[0, 1)`, a multiple of 2^-53.
    #[inline(always)]
    pub const fn unit(self, draw: u32) -> f64 {
        unit(self.bits(draw))
    }

    /// A number in `[0, n)`; `n` of 0 gives 0.
    #[inline(always)]
    pub const fn below(self, draw: u32, n: u64) -> u64 {
        below(self.bits(draw), n)
    }
}

/// SplitMix64's finaliser: a bijection of 64 bits.
#[inline(always)]
pub const fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// 64 bits as a number in `[0, 1)`, a multiple of 2^-53.
#[inline(always)]
pub const fn unit(bits: u64) -> f64 {
    (bits >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
}

/// 64 bits as a number in the open interval `(0, 1)`: the middle of one of 2^52 equal cells. For inverse CDFs, which are
/// infinite at the ends.
#[inline(always)]
pub const fn open_unit(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) * (1.0 / 4_503_599_627_370_496.0)
}

/// 64 bits as a number in `[0, n)` by multiplication (Lemire 2019, without rejection: the bias is below n / 2^64).
#[inline(always)]
pub const fn below(bits: u64, n: u64) -> u64 {
    ((bits as u128 * n as u128) >> 64) as u64
}
