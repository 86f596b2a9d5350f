//! Exact decimal numbers: digits and a scale, as in SQL's `decimal(p, s)`.

use std::fmt;

/// The number `digits` x 10^-`scale`, without trailing zeros behind the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// The digits as one integer.
    pub digits: i128,
    /// How many of them stand behind the point.
    pub scale: u32,
}

/// The widest scale that is kept; beyond it a number is a float's business.
const MAX_SCALE: i64 = 38;

impl Decimal {
    /// Reads `[+-]digits[.digits][e[+-]digits]`, in which `_` may stand between digits, times 10^`shift`. `None` when the
    /// text is none such, or when it needs more than 38 digits or 38 places.
    pub(crate) fn parse(text: &str, shift: i64) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?.checked_add(shift)?),
            None => (text, shift),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let mut digits: String = [whole, fraction].concat();
        let mut scale = (fraction.len() as i64).checked_sub(exponent)?;
        while scale > 0 && digits.ends_with('0') && digits.len() > 1 {
            digits.pop();
            scale -= 1;
        }
        let digits: i128 = digits.parse().ok()?;
        Self::scaled(digits, scale)
    }

    fn scaled(digits: i128, scale: i64) -> Option<Self> {
        match scale {
            _ if digits == 0 => Some(Self { digits, scale: 0 }),
            0..=MAX_SCALE => Some(Self { digits, scale: u32::try_from(scale).ok()? }),
            -38..0 => {
                let factor = 10_i128.checked_pow(u32::try_from(-scale).ok()?)?;
                Some(Self { digits: digits.checked_mul(factor)?, scale: 0 })
            }
            _ => None,
        }
    }

    /// The value when it is whole.
    pub const fn as_i128(self) -> Option<i128> {
        if self.scale == 0 { Some(self.digits) } else { None }
    }

    /// The nearest 64-bit float.
    pub fn as_f64(self) -> f64 {
        format!("{}e-{}", self.digits, self.scale).parse().expect("digits and an exponent are a float's text")
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = self.scale as usize;
        let text = format!("{:0>width$}", self.digits.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = text.split_at(text.len() - scale);
        let sign = if self.digits < 0 { "-" } else { "" };
        let point = if scale > 0 { "." } else { "" };
        write!(f, "{sign}{whole}{point}{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_and_lose_their_trailing_zeros() {
        let text = |text: &str, shift| Decimal::parse(text, shift).map(|d| d.to_string());
        assert_eq!(text("1.50", 0).as_deref(), Some("1.5"));
        assert_eq!(text("-0.05", 0).as_deref(), Some("-0.05"));
        assert_eq!(text("1.5", 6).as_deref(), Some("1500000"));
        assert_eq!(text("1e3", 0).as_deref(), Some("1000"));
        assert_eq!(text("12", -2).as_deref(), Some("0.12"));
        assert_eq!(text("100", 0).as_deref(), Some("100"));
        assert_eq!(text("0.000", 0).as_deref(), Some("0"));
        assert_eq!(text("1e400", 0), None);
        assert_eq!(text("1e-400", 0), None);
        assert_eq!(text("1e99999999999999999999", 0), None);
        assert_eq!(text("x", 0), None);
    }

    #[test]
    fn the_float_is_the_one_that_the_same_digits_give() {
        assert_eq!(Decimal::parse("12", -2).unwrap().as_f64(), 0.12);
        assert_eq!(Decimal::parse("0.1", 0).unwrap().as_f64(), 0.1);
    }
}
