//! Exponent -> the cumulative weights of Zipf's law and their inverse, for any number of rows. Row j, counted from 0,
//! has weight `(j + 1)^-s`.
//!
//! Method: the first [`HEAD`] weights are summed and inverted through a guide table; from there on a weight is the integral
//! of `t^-s` over the unit interval around its rank, whose inverse is closed. That differs from the exact weight by a
//! share of `s (s + 1) / (24 rank^2)`, below 1e-7 for every s up to 5 (beyond, the tail itself is below 1e-14).

use super::DistError;
use super::law::Law;

/// Ranks whose weights are summed exactly.
const HEAD: usize = 4096;

/// Cumulative weights of Zipf's law.
#[derive(Debug, Clone)]
pub(super) struct ZipfWeights {
    /// 1 - s.
    e: f64,
    /// Entry k is the weight of rows `0..=k`.
    head: Box<[f64]>,
    /// Entry g is the first row whose cumulative weight exceeds `g` guide cells.
    guide: Box<[u32]>,
    /// Guide cells per unit of weight.
    cells: f64,
    /// Where the integral starts, and that to the power of e.
    start: f64,
    start_e: f64,
}

impl ZipfWeights {
    /// The weights of at least the first `rows` rows; with fewer than [`HEAD`] rows the table is cut, and no value changes.
    pub(super) fn new(s: f64, rows: f64) -> Result<Self, DistError> {
        if !(s.is_finite() && s >= 0.0) {
            return Err(DistError::new(
                "s",
                format!("the exponent is {s}"),
                "give a number of at least 0; 1 is the classic law",
            ));
        }
        let len = if rows < HEAD as f64 { (rows as usize).max(1) } else { HEAD };
        let mut sum = 0.0;
        let head: Box<[f64]> = (1..=len)
            .map(|rank| {
                sum += libm::pow(rank as f64, -s);
                sum
            })
            .collect();
        let e = 1.0 - s;
        let start = len as f64 + 0.5;
        let cells = len as f64 / sum;
        let guide = guide(&head, len, 1.0 / cells);
        Ok(Self { e, head, guide, cells, start, start_e: libm::pow(start, e) })
    }

    /// Weight of the first `rows` rows, a whole number of at least 0 or infinity.
    pub(super) fn total(&self, rows: f64) -> f64 {
        if rows < 1.0 {
            return 0.0;
        }
        if rows <= self.head.len() as f64 {
            return self.head[rows as usize - 1];
        }
        let head = self.head[self.head.len() - 1];
        if rows == f64::INFINITY && self.e < 0.0 {
            return head + self.start_e / -self.e;
        }
        let log = libm::log((rows + 0.5) / self.start);
        let integral = if self.e == 0.0 { log } else { libm::expm1(self.e * log) / self.e };
        head + self.start_e * integral
    }

    /// The first row at which the cumulative weight exceeds `weight`; infinity if none does.
    #[inline]
    pub(super) fn row(&self, weight: f64) -> f64 {
        let last = self.head.len() - 1;
        if weight >= self.head[last] {
            return self.tail_row(weight - self.head[last]);
        }
        let cell = ((weight * self.cells) as usize).min(last);
        let mut row = self.guide[cell] as usize;
        if self.guide.get(cell + 1).is_some_and(|&next| next as usize > row + 8) {
            row += self.head[row..].partition_point(|&w| w <= weight);
        }
        while self.head[row] <= weight {
            row += 1;
        }
        row as f64
    }

    fn tail_row(&self, beyond: f64) -> f64 {
        let share = beyond / self.start_e;
        let log = if self.e == 0.0 { share } else { libm::log1p((share * self.e).max(-1.0)) / self.e };
        // The rank r covers (r - 1/2, r + 1/2], and rows count from 0.
        (self.start * libm::exp(log) - 0.5).floor()
    }
}

/// For each of `len` cells of width `width`, the first entry that exceeds the cell's start, taken a hair early so that a
/// weight whose cell is rounded up is still found.
fn guide(cumulative: &[f64], len: usize, width: f64) -> Box<[u32]> {
    let mut k = 0;
    (0..len)
        .map(|cell| {
            while k + 1 < cumulative.len() && cumulative[k] <= cell as f64 * width * (1.0 - 1e-12) {
                k += 1;
            }
            k as u32
        })
        .collect()
}

/// Zipf's law over a bounded number of rows, shifted to start at `first`.
#[derive(Debug, Clone)]
pub(super) struct Zipf {
    weights: ZipfWeights,
    first: f64,
    rows: f64,
    total: f64,
}

impl Zipf {
    pub(super) fn new(s: f64, rows: f64, first: f64) -> Result<Self, DistError> {
        let weights = ZipfWeights::new(s, rows)?;
        let total = weights.total(rows);
        Ok(Self { weights, first, rows, total })
    }
}

impl Law for Zipf {
    #[inline]
    fn inverse(&self, p: f64, _q: f64) -> f64 {
        self.first + self.weights.row(p * self.total).min(self.rows - 1.0)
    }

    fn cdf(&self, x: f64) -> f64 {
        self.weights.total((x - self.first + 1.0).floor().min(self.rows)) / self.total
    }

    fn survival(&self, x: f64) -> f64 {
        1.0 - self.cdf(x)
    }

    fn bounds(&self) -> (f64, f64) {
        (self.first, self.first + self.rows - 1.0)
    }
}
