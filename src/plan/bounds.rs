//! What a column's values are proven to lie between.

/// Inclusive limits of all non-null values of a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bounds {
    /// Integers.
    Integer {
        /// The least value.
        low: i128,
        /// The greatest value.
        high: i128,
    },
    /// Floats and decimals, the latter as the nearest float.
    Float {
        /// The least value.
        low: f64,
        /// The greatest value.
        high: f64,
    },
    /// Dates, timestamps and durations, in microseconds (dates and timestamps since 1970-01-01T00:00:00Z).
    Time {
        /// The least value.
        low: i64,
        /// The greatest value.
        high: i64,
    },
}

impl Bounds {
    /// Bounds of integers.
    pub fn integers(low: impl Into<i128>, high: impl Into<i128>) -> Self {
        Self::Integer { low: low.into(), high: high.into() }
    }

    /// The limits as floats; microseconds for times.
    pub fn as_floats(self) -> (f64, f64) {
        match self {
            Self::Integer { low, high } => (low as f64, high as f64),
            Self::Float { low, high } => (low, high),
            Self::Time { low, high } => (low as f64, high as f64),
        }
    }

    /// The limits in microseconds, for times only.
    pub fn as_times(self) -> Option<(i64, i64)> {
        match self {
            Self::Time { low, high } => Some((low, high)),
            _ => None,
        }
    }

    /// The narrowest bounds that hold both; `None` when they are of different kinds.
    pub fn union(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Integer { low: a, high: b }, Self::Integer { low: c, high: d }) => {
                Some(Self::Integer { low: a.min(c), high: b.max(d) })
            }
            (Self::Time { low: a, high: b }, Self::Time { low: c, high: d }) => {
                Some(Self::Time { low: a.min(c), high: b.max(d) })
            }
            (Self::Time { .. }, _) | (_, Self::Time { .. }) => None,
            (left, right) => {
                let ((a, b), (c, d)) = (left.as_floats(), right.as_floats());
                Some(Self::Float { low: a.min(c), high: b.max(d) })
            }
        }
    }
}
