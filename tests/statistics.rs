//! The randomness behind all values: uniform bits, and no dependence between neighbouring rows, columns, tables, draws and
//! seeds. Builds are deterministic, so these tests give one verdict for ever; limits are set at about one in a million.

use synth::random::{Domain, Key, RowId, unit};

const ROWS: u64 = 50_000;

/// Chi-square of observed counts against equal expected ones, in standard deviations from its mean.
fn chi_square_z(counts: &[u64]) -> f64 {
    let total: u64 = counts.iter().sum();
    let expected = total as f64 / counts.len() as f64;
    let chi: f64 = counts.iter().map(|count| (*count as f64 - expected) * (*count as f64 - expected) / expected).sum();
    let freedom = counts.len() as f64 - 1.0;
    (chi - freedom) / (2.0 * freedom).sqrt()
}

/// Correlation of two uniform samples, in standard deviations.
fn correlation_z(pairs: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (mut sum, mut n) = (0.0, 0.0_f64);
    for (a, b) in pairs {
        sum += (a - 0.5) * (b - 0.5) * 12.0;
        n += 1.0;
    }
    sum / n.sqrt()
}

fn keys() -> Vec<Key> {
    let mut keys = Vec::new();
    for seed in [0, 1, 42, u64::MAX] {
        let root = Key::root(1, seed);
        for table in ["a", "b", "orders"] {
            for column in ["x", "y", "xy"] {
                keys.push(root.derive(Domain::Table, table).derive(Domain::Value, column));
            }
        }
    }
    keys
}

#[test]
fn every_byte_of_a_draw_is_uniform() {
    for key in keys() {
        for byte in 0..8 {
            let mut counts = [0; 256];
            (0..ROWS).for_each(|row| counts[(key.bits(RowId::root(row), 0) >> (8 * byte)) as usize & 255] += 1);
            let z = chi_square_z(&counts);
            assert!(z.abs() < 5.0, "byte {byte}: {z}");
        }
    }
}

#[test]
fn neighbouring_rows_draws_and_children_are_independent() {
    for key in keys() {
        let at = |row: u64, draw: u32| unit(key.bits(RowId::root(row), draw));
        let below = key.derive(Domain::Table, "children");
        let child = |row: u64, n: u64| unit(below.bits(RowId::root(row).child(n), 0));
        let all = |pair: &dyn Fn(u64) -> (f64, f64)| correlation_z((0..ROWS).map(pair));
        for (what, z) in [
            ("rows", all(&|row| (at(row, 0), at(row + 1, 0)))),
            ("far rows", all(&|row| (at(row, 0), at(row + (1 << 32), 0)))),
            ("draws", all(&|row| (at(row, 0), at(row, 1)))),
            ("siblings", all(&|row| (child(row, 0), child(row, 1)))),
            ("parents", all(&|row| (at(row, 0), child(row, 0)))),
        ] {
            assert!(z.abs() < 5.0, "{what}: {z}");
        }
    }
}

#[test]
fn columns_tables_and_seeds_are_independent() {
    let keys = keys();
    for (at, one) in keys.iter().enumerate() {
        for other in &keys[at + 1..] {
            let draw = |key: &Key, row| unit(key.bits(RowId::root(row), 0));
            let z = correlation_z((0..10_000).map(|row| (draw(one, row), draw(other, row))));
            assert!(z.abs() < 5.5, "{z}");
        }
    }
}

#[test]
fn neighbouring_seeds_flip_half_of_the_bits() {
    let bits = |seed| Key::root(1, seed).derive(Domain::Table, "t").bits(RowId::root(7), 0);
    let flipped: u32 = (0..2000_u64).map(|seed| (bits(seed) ^ bits(seed + 1)).count_ones()).sum();
    let z = (f64::from(flipped) - 64_000.0) / (2000.0 * 16.0_f64).sqrt();
    assert!(z.abs() < 5.0, "{z}");
}

#[test]
fn no_two_rows_share_an_identity() {
    let mut seen = std::collections::BTreeSet::new();
    for root in 0..20 {
        let root = RowId::root(root);
        for first in (0..40).chain([127, 128, 129, 16_383, 16_384, 1 << 20]) {
            for second in (0..40).chain([127, 128, 16_384]) {
                assert!(seen.insert(root.child(first).child(second)));
            }
        }
    }
}

#[test]
fn pairs_of_rows_fill_the_square() {
    for key in keys().into_iter().take(6) {
        let mut counts = [0; 32 * 32];
        for row in 0..ROWS {
            let cell = |row| (key.bits(RowId::root(row), 0) >> 59) as usize;
            counts[cell(row) * 32 + cell(row + 1)] += 1;
        }
        let z = chi_square_z(&counts);
        assert!(z.abs() < 5.0, "{z}");
    }
}
