//! The keys of one side -> two rows that have the same one, if any: [`Seen`]. Keys are kept as fingerprints of 128 bits, in
//! memory as long as they fit, then on disk.

use super::spill::Spill;
use std::io;
use twox_hash::XxHash3_64;

/// A key's fingerprint and its row.
type Print = (u128, u64);

/// Keys that have been seen.
pub struct Seen {
    prints: Vec<Print>,
    most: usize,
    spill: Option<Spill>,
}

impl Seen {
    /// No key yet; about `memory` bytes may be used.
    pub fn new(memory: usize) -> Self {
        Self { prints: Vec::new(), most: memory / size_of::<Print>(), spill: None }
    }

    /// Adds the key of a row.
    pub fn add(&mut self, key: &[u8], row: u64) -> io::Result<()> {
        let half = |seed| u128::from(XxHash3_64::oneshot_with_seed(seed, key));
        self.prints.push((half(1) << 64 | half(2), row));
        if self.prints.len() > self.most { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.spill.is_none() {
            self.spill = Some(Spill::new(0)?);
        }
        for (print, row) in self.prints.drain(..) {
            if let Some(spill) = &mut self.spill {
                spill.add(&print.to_le_bytes(), &row.to_le_bytes())?;
            }
        }
        Ok(())
    }

    /// The first two rows with the same key.
    pub fn duplicate(mut self) -> io::Result<Option<[u64; 2]>> {
        if self.spill.is_some() {
            self.flush()?;
        }
        let Some(spill) = self.spill else { return Ok(first(self.prints)) };
        let mut found: Option<[u64; 2]> = None;
        for mut file in spill.finish()? {
            let mut prints = Vec::new();
            while let Some((print, row)) = file.next()? {
                let print = print.try_into().map(u128::from_le_bytes).unwrap_or_default();
                prints.push((print, row.try_into().map(u64::from_le_bytes).unwrap_or_default()));
            }
            let here = first(prints);
            found = [found, here].into_iter().flatten().min_by_key(|[_, second]| *second);
        }
        Ok(found)
    }
}

/// The pair of rows with the same key whose second row comes first.
fn first(mut prints: Vec<Print>) -> Option<[u64; 2]> {
    prints.sort_unstable();
    let pairs = prints.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    pairs.map(|pair| [pair[0].1, pair[1].1]).min_by_key(|[_, second]| *second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_key_that_comes_again_is_found_in_memory_and_on_disk() {
        for memory in [1 << 20, 100] {
            let mut seen = Seen::new(memory);
            for (row, key) in ["a", "b", "c", "d", "e", "c", "a"].iter().enumerate() {
                seen.add(key.as_bytes(), row as u64).unwrap();
            }
            assert_eq!(seen.duplicate().unwrap(), Some([2, 5]), "{memory}");
            let mut seen = Seen::new(memory);
            (0..100u64).for_each(|row| seen.add(&row.to_le_bytes(), row).unwrap());
            assert_eq!(seen.duplicate().unwrap(), None);
        }
    }
}
