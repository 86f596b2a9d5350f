//! A value that many change -> the same, with a version: as long as that stays, so does all that was found out about the value.

use std::cell::Cell;
use std::ops::{Deref, DerefMut};

/// A value and its version. To reach for it mutably makes a new version; a copy has the version of its model.
#[derive(Debug, Clone, Default)]
pub struct Tracked<T> {
    value: T,
    version: u64,
}

impl<T> Tracked<T> {
    /// The first version of a value, unlike those of all others.
    pub fn new(value: T) -> Self {
        Self { value, version: next() }
    }

    /// The version. Values of the same version are alike.
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T: Clone> Tracked<T> {
    /// Makes this one like another; nothing to do where it is already.
    pub fn follow(&mut self, other: &Self) {
        if self.version != other.version {
            self.value.clone_from(&other.value);
            self.version = other.version;
        }
    }
}

impl<T> Deref for Tracked<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Tracked<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.version = next();
        &mut self.value
    }
}

/// A version that nothing has yet.
fn next() -> u64 {
    thread_local!(static LAST: Cell<u64> = const { Cell::new(0) });
    let next = LAST.get() + 1;
    LAST.set(next);
    next
}
