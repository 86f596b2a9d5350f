//! Dates, times, timestamps and durations in, ISO 8601 text out: from the beginning of a slot on, by arithmetic alone.

use super::digits::{ascii2, ascii8, put_unsigned, rest};

const MICROS: i64 = 1_000_000;
const DAY: i64 = 86_400;

/// Year, month (1 to 12) and day (1 to 31) of a day counted from 1970-01-01, proleptic Gregorian. From Howard Hinnant,
/// *chrono-compatible low-level date algorithms*, `civil_from_days`.
pub const fn civil(days: i64) -> (i64, u32, u32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097) as u32;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    (year_of_era as i64 + era * 400 + (month <= 2) as i64, month, day)
}

/// As [`civil`] for 0000-03-01 to 9999-12-31, in a few multiplications: Neri, Schneider, *Euclidean affine functions
/// and their application to calendar algorithms*, 2022.
#[inline(always)]
const fn civil_quick(days: i32) -> (u32, u32, u32) {
    let n1 = 4 * (days + 719_468) as u32 + 3;
    let n2 = (n1 % 146_097) | 3;
    let p2 = 2_939_745 * n2 as u64;
    let of_year = (p2 as u32) / 2_939_745 / 4;
    let n3 = 2141 * of_year + 197_913;
    let late = of_year >= 306;
    let year = 100 * (n1 / 146_097) + (p2 >> 32) as u32 + late as u32;
    let month = n3 / 65_536 - if late { 12 } else { 0 };
    (year, month, n3 % 65_536 / 2141 + 1)
}

/// Days of 0000-03-01 and of the day behind 9999-12-31.
const QUICK: std::ops::Range<i64> = -719_468..2_932_897;

/// Writes a day counted from 1970-01-01 as `YYYY-MM-DD` to the beginning of `slot`; returns how many bytes it takes. Years
/// beyond 9999 have more digits, years before 0 (1 BC) a minus sign.
#[inline(always)]
pub fn put_date<const S: usize>(slot: &mut [u8; S], days: i64) -> usize {
    if QUICK.contains(&days) { put_near_date(slot, days as i32) } else { put_far_date(slot, days) }
}

/// A date of ten letters, within [`QUICK`].
#[inline(always)]
fn put_near_date<const S: usize>(slot: &mut [u8; S], days: i32) -> usize {
    let (year, month, day) = civil_quick(days);
    let ([a, b], [c, d]) = (ascii2(year / 100), ascii2(year % 100));
    let ([e, f], [g, h]) = (ascii2(month), ascii2(day));
    slot[..10].copy_from_slice(&[a, b, c, d, b'-', e, f, b'-', g, h]);
    10
}

#[cold]
fn put_far_date<const S: usize>(slot: &mut [u8; S], days: i64) -> usize {
    let (year, month, day) = civil(days);
    let mut digits = [0; 24];
    let known = put_unsigned(&mut digits, year.unsigned_abs());
    let (sign, shown) = (usize::from(year < 0), known.max(4));
    slot[..sign + shown].fill(b'0');
    slot[..sign].fill(b'-');
    slot[sign + shown - known..sign + shown].copy_from_slice(&digits[..known]);
    let tail = ascii8(month * 100 + day);
    let end = sign + shown + 6;
    slot[end - 6..end].copy_from_slice(&[b'-', tail[4], tail[5], b'-', tail[6], tail[7]]);
    end
}

/// Writes seconds of a day as `HH:MM:SS` from `at` on; returns where it ends.
#[inline(always)]
fn put_clock<const S: usize>(slot: &mut [u8; S], at: usize, seconds: u32) -> usize {
    let ([a, b], [c, d], [e, f]) = (ascii2(seconds / 3600), ascii2(seconds / 60 % 60), ascii2(seconds % 60));
    slot[at..at + 8].copy_from_slice(&[a, b, b':', c, d, b':', e, f]);
    at + 8
}

/// Writes microseconds of a second with their point from `at` on: `least` digits (0, 3 or 6), or six where that would lose
/// something. Returns where it ends.
#[inline(always)]
fn put_fraction<const S: usize>(slot: &mut [u8; S], at: usize, micros: u32, least: usize) -> usize {
    if micros == 0 && least == 0 {
        return at;
    }
    let digits = ascii8(micros);
    let shown = if least == 3 && micros.is_multiple_of(1000) { 3 } else { 6 };
    slot[at] = b'.';
    slot[at + 1..at + 1 + shown].copy_from_slice(&digits[2..2 + shown]);
    at + 1 + shown
}

/// Writes a time of day in microseconds as `HH:MM:SS[.ffffff]`; `least` as in the module's fractions.
#[inline(always)]
pub fn put_time<const S: usize>(slot: &mut [u8; S], micros: i64, least: usize) -> usize {
    put_time_at(slot, 0, micros.rem_euclid(DAY * MICROS) as u64, least)
}

/// As [`put_time`] from `at` on; returns where it ends.
#[inline(always)]
fn put_time_at<const S: usize>(slot: &mut [u8; S], at: usize, micros: u64, least: usize) -> usize {
    let (seconds, fraction) = (micros / MICROS as u64, micros % MICROS as u64);
    let at = put_clock(slot, at, seconds as u32);
    put_fraction(slot, at, fraction as u32, least)
}

/// Writes microseconds since 1970-01-01T00:00:00 as `YYYY-MM-DDTHH:MM:SS[.ffffff]`, with another `separator` than `T`
/// if asked for, and with `Z` behind it when `utc`; returns how many bytes it takes.
#[inline(always)]
pub fn put_timestamp<const S: usize>(slot: &mut [u8; S], micros: i64, least: usize, separator: u8, utc: bool) -> usize {
    put_moment(slot, micros, least, utc, |slot, days| put_day(slot, days, separator))
}

/// As [`put_timestamp`], with the day and what stands behind it from `put_day`.
#[inline(always)]
pub fn put_moment<const S: usize>(
    slot: &mut [u8; S],
    micros: i64,
    least: usize,
    utc: bool,
    put_day: impl FnOnce(&mut [u8; S], i64) -> usize,
) -> usize {
    let time = micros.rem_euclid(DAY * MICROS) as u64;
    // Twice, so that the places behind a date of ten letters are known to the compiler.
    let end = match put_day(slot, day_of(micros)) {
        11 => put_time_at(slot, 11, time, least),
        day => put_time_at(slot, day, time, least),
    };
    slot[end] = b'Z';
    end + usize::from(utc)
}

/// The day of microseconds since 1970-01-01T00:00:00, counted from then.
#[inline(always)]
pub const fn day_of(micros: i64) -> i64 {
    micros.div_euclid(DAY * MICROS)
}

/// As [`put_date`], with a separator behind it.
#[inline(always)]
pub fn put_day<const S: usize>(slot: &mut [u8; S], days: i64, separator: u8) -> usize {
    let date = put_date(slot, days);
    slot[date] = separator;
    date + 1
}

/// Writes a duration in microseconds as `[-]HH:MM:SS[.ffffff]`, with as many digits for the hours as they need; returns how many
/// bytes it takes.
#[inline(always)]
pub fn put_duration<const S: usize>(slot: &mut [u8; S], micros: i64) -> usize {
    let whole = micros.unsigned_abs();
    let (seconds, fraction) = (whole / 1_000_000, whole % 1_000_000);
    let hours = seconds / 3600;
    let sign = usize::from(micros < 0);
    slot[..2].copy_from_slice(b"-0");
    slot[sign] = b'0';
    let first = sign + usize::from(hours < 10);
    let at = first + put_unsigned(rest(slot, first), hours);
    let mut clock = [0; 8];
    put_clock(&mut clock, 0, (seconds % 3600) as u32);
    slot[at..at + 6].copy_from_slice(&clock[2..]);
    put_fraction(slot, at + 6, fraction as u32, 0)
}

/// Writes a duration in microseconds as `[-]PT<seconds>[.ffffff]S`, as ISO 8601 and XML Schema have it; returns how many bytes it
/// takes.
#[inline(always)]
pub fn put_iso_duration<const S: usize>(slot: &mut [u8; S], micros: i64) -> usize {
    let whole = micros.unsigned_abs();
    let sign = usize::from(micros < 0);
    slot[0] = b'-';
    slot[sign..sign + 2].copy_from_slice(b"PT");
    let at = sign + 2 + put_unsigned(rest(slot, sign + 2), whole / 1_000_000);
    let end = put_fraction(slot, at, (whole % 1_000_000) as u32, 0);
    slot[end] = b'S';
    end + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(put: impl Fn(&mut [u8; 64]) -> usize) -> String {
        let mut slot = [b'?'; 64];
        let len = put(&mut slot);
        String::from_utf8(slot[..len].to_vec()).unwrap()
    }

    fn date(days: i64) -> String {
        text(|slot| put_date(slot, days))
    }

    #[test]
    fn dates_follow_the_gregorian_calendar() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31"),
            (11_016, "2000-02-29"),
            (19_782, "2024-02-29"),
            (19_783, "2024-03-01"),
            (2_932_896, "9999-12-31"),
            (2_932_897, "10000-01-01"),
            (-719_468, "0000-03-01"),
            (-719_528, "0000-01-01"),
            (-719_529, "-0001-12-31"),
            (i64::from(i32::MAX), "5881580-07-11"),
            (i64::from(i32::MIN), "-5877641-06-23"),
        ] {
            assert_eq!(date(days), expected);
        }
    }

    #[test]
    fn the_quick_calendar_agrees_with_the_plain_one() {
        for days in QUICK {
            let (year, month, day) = civil_quick(days as i32);
            assert_eq!((i64::from(year), month, day), civil(days));
        }
    }

    #[test]
    fn timestamps_show_a_fraction_only_where_there_is_one_or_one_is_asked_for() {
        let stamp = |micros, least, utc| text(|slot| put_timestamp(slot, micros, least, b'T', utc));
        assert_eq!(stamp(0, 0, false), "1970-01-01T00:00:00");
        assert_eq!(stamp(-1, 0, true), "1969-12-31T23:59:59.999999Z");
        assert_eq!(stamp(1_500_000, 0, true), "1970-01-01T00:00:01.500000Z");
        assert_eq!(stamp(1_500_000, 3, true), "1970-01-01T00:00:01.500Z");
        assert_eq!(stamp(1_500_001, 3, false), "1970-01-01T00:00:01.500001");
        assert_eq!(stamp(0, 6, false), "1970-01-01T00:00:00.000000");
        assert_eq!(stamp(i64::MAX, 0, true), "294247-01-10T04:00:54.775807Z");
        assert_eq!(stamp(i64::MIN, 0, true), "-290308-12-21T19:59:05.224192Z");
    }

    #[test]
    fn times_and_durations() {
        let time = |micros| text(|slot| put_time(slot, micros, 0));
        assert_eq!(time(0), "00:00:00");
        assert_eq!(time(86_399_999_999), "23:59:59.999999");
        let duration = |micros| text(|slot| put_duration(slot, micros));
        assert_eq!(duration(0), "00:00:00");
        assert_eq!(duration(-90 * MICROS), "-00:01:30");
        assert_eq!(duration(36 * 3600 * MICROS + 500_000), "36:00:00.500000");
        assert_eq!(duration(i64::MIN), "-2562047788:00:54.775808");
        let iso = |micros| text(|slot| put_iso_duration(slot, micros));
        assert_eq!(iso(0), "PT0S");
        assert_eq!(iso(-90 * MICROS), "-PT90S");
        assert_eq!(iso(36 * 3600 * MICROS + 500_000), "PT129600.500000S");
        assert_eq!(iso(i64::MIN), "-PT9223372036854.775808S");
    }
}
