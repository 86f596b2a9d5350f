//! Integers, decimals and floats in, ASCII digits out: from the beginning of a slot on, without a table and almost
//! without branches.

/// Eight zeros in ASCII.
const ZEROS: u64 = 0x3030_3030_3030_3030;

/// One below a power of ten that eight digits cannot hold.
const EIGHT: u64 = 100_000_000;

/// The eight decimal digits of `value` (below 10^8) as numbers 0 to 9, the first digit in the lowest byte. Splits the
/// value in halves side by side in one register (as in Paul Khuong, *How to print integers really fast*, 2017).
#[inline(always)]
const fn eight(value: u32) -> u64 {
    let halves = (value / 10_000) as u64 | ((value % 10_000) as u64) << 32;
    let top = ((halves * 10_486) >> 20) & 0x0000_007f_0000_007f;
    let pairs = top | (halves - 100 * top) << 16;
    let tens = ((pairs * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | (pairs - 10 * tens) << 8
}

/// `00` to `99`, and rubbish up to 127 so that no index below 128 needs a look.
static PAIRS: [[u8; 2]; 128] = {
    let mut table = [*b"00"; 128];
    let mut i = 0;
    while i < 100 {
        table[i] = [b'0' + (i / 10) as u8, b'0' + (i % 10) as u8];
        i += 1;
    }
    table
};

/// The two ASCII digits of `value` (below 100).
#[inline(always)]
pub fn ascii2(value: u32) -> [u8; 2] {
    PAIRS[(value & 127) as usize]
}

/// The eight ASCII digits of `value` (below 10^8), with leading zeros.
#[inline(always)]
pub const fn ascii8(value: u32) -> [u8; 8] {
    (eight(value) | ZEROS).to_le_bytes()
}

/// The sixteen digits of `value` (below 10^16) as numbers 0 to 9, the first digit in the lowest byte.
#[inline(always)]
const fn sixteen(value: u64) -> u128 {
    eight((value / EIGHT) as u32) as u128 | (eight((value % EIGHT) as u32) as u128) << 64
}

/// Writes `value` to the beginning of `slot`, which has 24 bytes or more; returns how many digits there are. What stands behind
/// them within 24 bytes is rubbish.
#[inline(always)]
pub fn put_unsigned<const S: usize>(slot: &mut [u8; S], value: u64) -> usize {
    if value < EIGHT { put_head(slot, value as u32) } else { put_large(slot, value) }
}

/// Writes `value` (below 10^8) without leading zeros; returns how many digits it has.
#[inline(always)]
fn put_head<const S: usize>(slot: &mut [u8; S], value: u32) -> usize {
    let digits = eight(value);
    let zeros = zeros8(digits);
    slot[..8].copy_from_slice(&((digits | ZEROS) >> (8 * zeros)).to_le_bytes());
    8 - zeros
}

/// How many of eight digits are leading zeros; at most 7.
#[inline(always)]
const fn zeros8(digits: u64) -> usize {
    ((digits | 1 << 56).trailing_zeros() / 8) as usize
}

#[inline(never)]
fn put_large<const S: usize>(slot: &mut [u8; S], value: u64) -> usize {
    let last = ascii8((value % EIGHT) as u32);
    let rest = value / EIGHT;
    if rest < EIGHT {
        let head = put_head(slot, rest as u32);
        slot[head..head + 8].copy_from_slice(&last);
        return head + 8;
    }
    let head = put_head(slot, (rest / EIGHT) as u32);
    slot[head..head + 8].copy_from_slice(&ascii8((rest % EIGHT) as u32));
    slot[head + 8..head + 16].copy_from_slice(&last);
    head + 16
}

/// As [`put_unsigned`], with a minus sign where it is due; `slot` has 25 bytes or more.
#[inline(always)]
pub fn put_signed<const S: usize>(slot: &mut [u8; S], value: i64) -> usize {
    let sign = usize::from(value < 0);
    slot[0] = b'-';
    sign + put_unsigned(rest(slot, sign), value.unsigned_abs())
}

/// The 24 bytes that an integer may take, behind what stands in the slot already.
#[inline(always)]
pub fn rest<const S: usize>(slot: &mut [u8; S], at: usize) -> &mut [u8; 24] {
    slot[at..].first_chunk_mut().expect("a slot has room for a number")
}

/// Where the point stands in a decimal of at most 16 digits: made once per column.
#[derive(Debug, Clone, Copy)]
pub struct Point {
    scale: u32,
    /// Bytes of the digits before the point, of eight digits and of sixteen.
    whole8: u64,
    whole16: u128,
    /// The point itself.
    point8: u64,
    point16: u128,
}

impl Point {
    /// The largest scale that the quick way can write.
    pub const MAX: u32 = 15;

    /// A point before the last `scale` digits, 1 to [`Point::MAX`].
    pub const fn new(scale: u32) -> Self {
        let at16 = 8 * (16 - scale);
        let at8 = 8 * 8_u32.saturating_sub(scale);
        let (whole8, point8) = if at8 < 64 { ((1 << at8) - 1, (b'.' as u64) << at8) } else { (0, 0) };
        Self { scale, whole8, whole16: (1 << at16) - 1, point8, point16: (b'.' as u128) << at16 }
    }
}

/// Writes `value`, an integer of at most 16 digits counted in units of 10^-scale, to the beginning of `slot`, which has 25 bytes or
/// more; returns how many bytes it takes, at most 18.
#[inline(always)]
pub fn put_decimal<const S: usize>(slot: &mut [u8; S], value: i64, point: Point) -> usize {
    let units = value.unsigned_abs();
    let sign = usize::from(value < 0);
    slot[0] = b'-';
    let slot = rest(slot, sign);
    if units < EIGHT && point.scale < 8 {
        let digits = eight(units as u32);
        let ascii = digits | ZEROS;
        let shifted = (ascii & point.whole8) | point.point8 | ((ascii & !point.whole8) << 8);
        let zeros = (digits.trailing_zeros() / 8).min(7 - point.scale) as usize;
        slot[..8].copy_from_slice(&(shifted >> (8 * zeros)).to_le_bytes());
        slot[8 - zeros] = (ascii >> 56) as u8;
        sign + 9 - zeros
    } else {
        sign + put_large_decimal(slot, units, point)
    }
}

/// Writes a decimal without its sign, from sixteen digits.
#[inline(never)]
fn put_large_decimal(slot: &mut [u8; 24], units: u64, point: Point) -> usize {
    let digits = sixteen(units);
    let ascii = digits | (ZEROS as u128) << 64 | ZEROS as u128;
    let shifted = (ascii & point.whole16) | point.point16 | ((ascii & !point.whole16) << 8);
    let zeros = (digits.trailing_zeros() / 8).min(15 - point.scale) as usize;
    slot[..16].copy_from_slice(&(shifted >> (8 * zeros)).to_le_bytes());
    slot[16 - zeros] = (ascii >> 120) as u8;
    17 - zeros
}

/// Appends any decimal: `value` counted in units of 10^-scale; a negative scale means trailing zeros.
pub fn push_decimal(out: &mut Vec<u8>, value: i128, scale: i8) {
    if value < 0 {
        out.push(b'-');
    }
    let mut digits = [b'0'; 40];
    let mut start = digits.len();
    let mut rest = value.unsigned_abs();
    let least = digits.len() - 1 - usize::from(scale.max(0).unsigned_abs());
    while rest > 0 || start > least {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    let (whole, fraction) = digits[start..].split_at(digits.len() - start - usize::from(scale.max(0).unsigned_abs()));
    out.extend_from_slice(whole);
    if !fraction.is_empty() {
        out.push(b'.');
        out.extend_from_slice(fraction);
    }
    if scale < 0 && value != 0 {
        out.resize(out.len() + usize::from(scale.unsigned_abs()), b'0');
    }
}

/// The point of an amount in hundredths.
const CENTS: Point = Point::new(2);

/// Writes a finite float in the fewest digits that read back as the same float, `1.0`, `0.1`, `1e+16`, to the beginning of `slot`,
/// which has 25 bytes or more; returns how many bytes it takes.
///
/// A float that is exactly the one nearest to a number of hundredths of at most 15 digits is written from that
/// number: no shorter text reads back as it, because doubles tell all numbers of 15 digits apart.
#[inline(always)]
pub fn put_float<const S: usize>(slot: &mut [u8; S], value: f64) -> usize {
    let cents = (value * 100.0).round_ties_even();
    if cents.abs() < 1e15 && cents / 100.0 == value && (cents != 0.0 || value.is_sign_positive()) {
        let len = put_decimal(slot, cents as i64, CENTS);
        return len - usize::from(slot[len - 1] == b'0');
    }
    put_text(slot, zmij::Buffer::new().format_finite(value))
}

/// As [`put_float`] for single precision.
#[inline(always)]
pub fn put_float32<const S: usize>(slot: &mut [u8; S], value: f32) -> usize {
    put_text(slot, zmij::Buffer::new().format_finite(value))
}

#[inline(always)]
fn put_text<const S: usize>(slot: &mut [u8; S], text: &str) -> usize {
    slot[..text.len()].copy_from_slice(text.as_bytes());
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(value: i64) -> String {
        let mut slot = [0u8; 32];
        let len = put_signed(&mut slot, value);
        String::from_utf8(slot[..len].to_vec()).unwrap()
    }

    fn float(value: f64) -> String {
        let mut slot = [0u8; 32];
        let len = put_float(&mut slot, value);
        String::from_utf8(slot[..len].to_vec()).unwrap()
    }

    /// A spread of magnitudes around every power of ten and of two.
    fn samples() -> impl Iterator<Item = u64> {
        let tens = (0..20).map(|e| 10u64.pow(e));
        let twos = (0..64).map(|e| 1u64 << e);
        tens.chain(twos).flat_map(|v| [v.wrapping_sub(1), v, v.wrapping_add(1), v.wrapping_mul(7) / 3])
    }

    #[test]
    fn integers_read_like_display() {
        for value in samples() {
            let mut slot = [0u8; 32];
            let len = put_unsigned(&mut slot, value);
            assert_eq!(std::str::from_utf8(&slot[..len]).unwrap(), value.to_string());
            assert_eq!(signed(value as i64), (value as i64).to_string());
            assert_eq!(signed((value as i64).wrapping_neg()), (value as i64).wrapping_neg().to_string());
        }
        assert_eq!(signed(i64::MIN), i64::MIN.to_string());
    }

    #[test]
    fn decimals_agree_with_the_slow_way() {
        for value in samples().filter(|v| *v < 10u64.pow(16)).map(|v| v as i64).flat_map(|v| [v, -v]) {
            for scale in 1..=15 {
                let mut slot = [0u8; 32];
                let len = put_decimal(&mut slot, value, Point::new(scale));
                let mut slow = Vec::new();
                push_decimal(&mut slow, i128::from(value), scale as i8);
                assert_eq!(slot[..len], slow, "{value} {scale}");
            }
        }
    }

    #[test]
    fn the_slow_way_shows_all_digits_of_the_scale() {
        let text = |value, scale| {
            let mut out = Vec::new();
            push_decimal(&mut out, value, scale);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(text(12345, 2), "123.45");
        assert_eq!(text(-5, 2), "-0.05");
        assert_eq!(text(0, 3), "0.000");
        assert_eq!(text(7, 0), "7");
        assert_eq!(text(7, -2), "700");
        assert_eq!(text(i128::MIN, 0), i128::MIN.to_string());
        assert_eq!(text(10i128.pow(37), 38), "0.10000000000000000000000000000000000000");
    }

    #[test]
    fn floats_are_the_shortest_that_read_back() {
        let mut bits = 88_172_645_463_325_252_u64;
        for _ in 0..200_000 {
            bits ^= bits << 13;
            bits ^= bits >> 7;
            bits ^= bits << 17;
            let cents = (bits % 4_000_000_000_000) as f64 / 100.0;
            for value in [f64::from_bits(bits), cents, -cents, cents / 10.0, cents * 1000.0, (bits % 1000) as f64] {
                if value.is_finite() {
                    assert_eq!(float(value), zmij::Buffer::new().format_finite(value));
                }
            }
        }
    }

    #[test]
    fn floats_of_every_kind_have_their_form() {
        let cases = [
            (0.0, "0.0"),
            (-0.0, "-0.0"),
            (1.0, "1.0"),
            (0.5, "0.5"),
            (-1.25, "-1.25"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
            (f64::MAX, "1.7976931348623157e+308"),
            (1e-5, "0.00001"),
            (1e-6, "1e-6"),
            (1e-7, "1e-7"),
            (0.01, "0.01"),
            (1e13, "10000000000000.0"),
        ];
        for (value, text) in cases {
            assert_eq!(float(value), text);
        }
    }
}
