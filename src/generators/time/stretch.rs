//! A window and a precision -> a [`Stretch`]: the multiples of the precision in the window, from which 64 uniform bits pick
//! one, evenly or by a shape.

use super::calendar::{DAY, SECOND};
use super::density::Density;
use crate::diag::Diagnostic;
use crate::plan::{PlanContext, Reported};
use crate::random;
use crate::source::Spanned;
use crate::source::scalars::DurationText;

/// The instants among which a row picks: `first`, `first + step`, ..., `count` of them, at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    pub first: i64,
    pub count: u64,
    pub step: i64,
}

impl Stretch {
    /// The multiples of `step` in `[from, to)`; `from` alone where there is none.
    #[inline]
    pub fn new(from: i64, to: i64, step: i64) -> Self {
        let first = -(-from).div_euclid(step);
        let behind = -(-to).div_euclid(step);
        match behind - first {
            count if count > 0 => Self { first: first * step, count: count as u64, step },
            _ => Self { first: from, count: 1, step },
        }
    }

    /// The last instant.
    #[inline]
    pub fn last(&self) -> i64 {
        self.first + (self.count as i64 - 1) * self.step
    }

    /// The instant at a place below `count`.
    #[inline]
    pub fn at(&self, place: u64) -> i64 {
        self.first + place as i64 * self.step
    }

    /// An instant for 64 uniform bits, all alike.
    #[inline]
    pub fn pick(&self, bits: u64) -> i64 {
        self.at(random::below(bits, self.count))
    }

    /// The instant of this stretch at or before `instant`, or the first.
    #[inline]
    pub fn settle(&self, instant: i64) -> i64 {
        (instant.div_euclid(self.step) * self.step).clamp(self.first, self.last())
    }
}

/// A stretch with the part of a shape that lies over its window.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shaped {
    pub stretch: Stretch,
    /// The weight up to the window's beginning, and that of the window; none where the window has no weight.
    mass: Option<(f64, f64)>,
}

impl Shaped {
    /// The window `[from, to)` under a shape.
    pub fn new(from: i64, to: i64, step: i64, density: Option<&Density>) -> Self {
        let mass = density.map(|density| {
            let start = density.mass(from);
            (start, density.mass(to) - start)
        });
        Self { stretch: Stretch::new(from, to, step), mass: mass.filter(|(_, weight)| *weight > 0.0) }
    }

    /// An instant for 64 uniform bits; it rises with them. Where the window has no weight, all instants are alike.
    #[inline]
    pub fn pick(&self, bits: u64, density: Option<&Density>) -> i64 {
        match (self.mass, density) {
            (Some((start, weight)), Some(density)) => {
                self.stretch.settle(density.at(start + random::unit(bits) * weight))
            }
            _ => self.stretch.pick(bits),
        }
    }

    /// The weight before an instant that lies a share of the window's weight behind its beginning.
    pub fn mass_at(&self, share: f64) -> f64 {
        self.mass.map_or(0.0, |(start, weight)| start + share * weight)
    }

    /// Whether a shape applies.
    pub fn is_shaped(&self) -> bool {
        self.mass.is_some()
    }
}

/// The value of `precision`, in microseconds; a second by default.
pub(super) fn precision(
    cx: &mut PlanContext<'_, '_>,
    text: Option<&Spanned<DurationText>>,
    default: i64,
) -> Result<i64, Reported> {
    let Some(text) = text else { return Ok(default) };
    let step = cx.duration(text);
    if step > 0 && DAY % step == 0 {
        return Ok(step);
    }
    let error = Diagnostic::error("E0504", format!("a day is not a whole number of `{}`", text.value.text));
    Err(cx
        .fail(error.at(text.span, "cannot be used").help("write a part of a day, such as `1us`, `1s`, `15m` or `1d`")))
}

/// The default precision.
pub(super) const DEFAULT: i64 = SECOND;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_holds_the_multiples_within_its_window_and_the_beginning_where_there_is_none() {
        assert_eq!(Stretch::new(0, 10, 5), Stretch { first: 0, count: 2, step: 5 });
        assert_eq!(Stretch::new(-1, 11, 5), Stretch { first: 0, count: 3, step: 5 });
        assert_eq!(Stretch::new(-6, -5, 5), Stretch { first: -6, count: 1, step: 5 });
        assert_eq!(Stretch::new(1, 4, 5), Stretch { first: 1, count: 1, step: 5 });
        assert_eq!(Stretch::new(7, 7, 5), Stretch { first: 7, count: 1, step: 5 });
        let stretch = Stretch::new(-7, 23, 5);
        assert_eq!((stretch.pick(0), stretch.pick(u64::MAX)), (-5, 20));
        assert_eq!((stretch.settle(-100), stretch.settle(4), stretch.settle(22)), (-5, 0, 20));
    }
}
