//! Division by a number that is used again and again, as a multiplication: [`Divisor`].

use crate::random::below;

/// A number to divide by, made once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Divisor {
    number: u64,
    /// floor(2^64 / number), and 2^64 - 1 for 1.
    reciprocal: u64,
}

impl Divisor {
    /// Division by `number`.
    ///
    /// # Panics
    ///
    /// If it is 0.
    pub const fn new(number: u64) -> Self {
        let reciprocal = (1_u128 << 64) / number as u128;
        Self { number, reciprocal: if number == 1 { u64::MAX } else { reciprocal as u64 } }
    }

    /// Quotient and remainder. The quotient by multiplication is exact or one too small: what the reciprocal lacks, below one part
    /// in 2^64, makes less than 1 of any `value`.
    #[inline(always)]
    pub const fn split(self, value: u64) -> (u64, u64) {
        let quotient = below(value, self.reciprocal);
        let rest = value - quotient * self.number;
        if rest >= self.number { (quotient + 1, rest - self.number) } else { (quotient, rest) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_agrees_with_division() {
        let near = |power: u32| (1_u64 << power).saturating_sub(2)..=(1_u64 << power).saturating_add(2);
        let edges: Vec<u64> = (0..64).flat_map(near).chain([u64::MAX - 1, u64::MAX]).collect();
        for number in edges.iter().copied().filter(|number| *number > 0).chain([26, 100, 10_u64.pow(18)]) {
            let multiples = [3, 7].map(|times| number.wrapping_mul(times));
            let below = multiples.map(|multiple| multiple.wrapping_sub(1));
            for value in edges.iter().copied().chain(multiples).chain(below) {
                assert_eq!(Divisor::new(number).split(value), (value / number, value % number), "{value} by {number}");
            }
        }
    }
}
