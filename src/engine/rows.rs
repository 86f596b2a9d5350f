//! Which rows a frame holds: row numbers of a table -> identities, ordinals and the way up to the parent.

use std::cell::OnceCell;
use std::ops::Range;

use crate::random::{Key, RowId};

/// Numbers that are often consecutive: row numbers, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Numbers {
    /// `start, start + 1, ...`.
    Range(Range<u64>),
    /// Any.
    List(Vec<u64>),
}

impl Numbers {
    /// How many.
    pub fn len(&self) -> usize {
        match self {
            Self::Range(range) => (range.end - range.start) as usize,
            Self::List(list) => list.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number at `index`.
    #[inline]
    pub fn get(&self, index: usize) -> u64 {
        match self {
            Self::Range(range) => range.start + index as u64,
            Self::List(list) => list[index],
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = u64> + '_ {
        (0..self.len()).map(|index| self.get(index))
    }
}

/// What rows of a child table have and root rows have not: one entry a row in each vector.
#[derive(Debug, Clone, Default)]
pub struct Family {
    /// Packed ordinals, see [`RowId::child`].
    pub path: Vec<u64>,
    /// Ordinal within the parent, from 0.
    pub ordinal: Vec<u64>,
    /// How many children the parent has.
    pub siblings: Vec<u64>,
    /// Index of the parent's row in the parent's frame.
    pub parent: Vec<u32>,
}

/// The rows of one frame, in the order in which their values are asked for.
#[derive(Debug, Clone)]
pub struct Rows {
    /// Row numbers of the root rows from which these descend (for a root table, the rows themselves).
    pub roots: Numbers,
    /// For child tables.
    pub family: Option<Family>,
    /// Row numbers within the table; filled in by whoever knows them.
    pub numbers: OnceCell<Numbers>,
}

impl Rows {
    /// Rows of a root table.
    pub fn root(numbers: Numbers) -> Self {
        Self { numbers: OnceCell::from(numbers.clone()), roots: numbers, family: None }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.roots.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The identity of the row at `index`.
    #[inline]
    pub fn id(&self, index: usize) -> RowId {
        let path = self.family.as_ref().map_or(0, |family| family.path[index]);
        RowId { root: self.roots.get(index), path }
    }

    /// Draw `draw` of every row under `key`.
    pub fn bits(&self, key: &Key, draw: u32) -> Vec<u64> {
        match (&self.family, &self.roots) {
            (None, Numbers::Range(range)) => range.clone().map(|row| key.bits(RowId::root(row), draw)).collect(),
            (None, Numbers::List(list)) => list.iter().map(|row| key.bits(RowId::root(*row), draw)).collect(),
            (Some(family), Numbers::Range(range)) => {
                let ids = range.clone().zip(&family.path);
                ids.map(|(root, path)| key.bits(RowId { root, path: *path }, draw)).collect()
            }
            (Some(family), Numbers::List(list)) => {
                let ids = list.iter().zip(&family.path);
                ids.map(|(root, path)| key.bits(RowId { root: *root, path: *path }, draw)).collect()
            }
        }
    }

    /// The children of these rows, `counts[i]` of the row at `i`, contiguous and in order.
    pub fn expand(&self, counts: &[u64]) -> Rows {
        let total = counts.iter().sum::<u64>() as usize;
        let mut roots = Vec::with_capacity(total);
        let mut family = Family {
            path: Vec::with_capacity(total),
            ordinal: Vec::with_capacity(total),
            siblings: Vec::with_capacity(total),
            parent: Vec::with_capacity(total),
        };
        for (index, &count) in counts.iter().enumerate() {
            let id = self.id(index);
            for ordinal in 0..count {
                roots.push(id.root);
                family.path.push(id.child(ordinal).path);
                family.ordinal.push(ordinal);
                family.siblings.push(count);
                family.parent.push(index as u32);
            }
        }
        Rows { roots: Numbers::List(roots), family: Some(family), numbers: OnceCell::new() }
    }

    /// Some of the children of these rows: for each `(index of the parent's row, its number of children, ordinal)` one.
    pub fn pick(&self, picks: impl Iterator<Item = (u32, u64, u64)>) -> Rows {
        let mut roots = Vec::new();
        let mut family = Family::default();
        for (parent, siblings, ordinal) in picks {
            let id = self.id(parent as usize);
            roots.push(id.root);
            family.path.push(id.child(ordinal).path);
            family.ordinal.push(ordinal);
            family.siblings.push(siblings);
            family.parent.push(parent);
        }
        Rows { roots: Numbers::List(roots), family: Some(family), numbers: OnceCell::new() }
    }
}
