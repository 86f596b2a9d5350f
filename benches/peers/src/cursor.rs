//! Values in, their text out, by a raw pointer into memory that was reserved before: as near the limit as the machine lets one.
//!
//! Nothing checks that the memory suffices; that is the caller's part, and the reason why this is no code for a product.

/// `00` to `99`.
const PAIRS: [[u8; 2]; 100] = {
    let mut table = [[0; 2]; 100];
    let mut i = 0;
    while i < 100 {
        table[i] = [b'0' + (i / 10) as u8, b'0' + (i % 10) as u8];
        i += 1;
    }
    table
};

/// `0000` to `9999`.
pub static FOURS: [[u8; 4]; 10_000] = {
    let mut table = [[0; 4]; 10_000];
    let mut i = 0;
    while i < 10_000 {
        let (high, low) = (PAIRS[i / 100], PAIRS[i % 100]);
        table[i] = [high[0], high[1], low[0], low[1]];
        i += 1;
    }
    table
};

/// `00` to `ff`.
static HEX: [[u8; 2]; 256] = {
    let digits = b"0123456789abcdef";
    let mut table = [[0; 2]; 256];
    let mut i = 0;
    while i < 256 {
        table[i] = [digits[i >> 4], digits[i & 15]];
        i += 1;
    }
    table
};

/// Where the next byte goes.
pub struct Cursor {
    /// The place itself.
    pub at: *mut u8,
}

/// # Safety
///
/// Each function writes at most 64 bytes more than the text that it adds; so many must be left behind [`Cursor::at`].
#[expect(clippy::missing_safety_doc, reason = "said once, for all of them")]
impl Cursor {
    /// One byte.
    #[inline(always)]
    pub unsafe fn byte(&mut self, byte: u8) {
        unsafe {
            *self.at = byte;
            self.at = self.at.add(1);
        }
    }

    /// Bytes as they are.
    #[inline(always)]
    pub unsafe fn bytes(&mut self, bytes: &[u8]) {
        unsafe {
            std::ptr::copy_nonoverlapping(bytes.as_ptr(), self.at, bytes.len());
            self.at = self.at.add(bytes.len());
        }
    }

    /// A word with 64 readable bytes behind it: copied in whole registers, for its length hardly matters then.
    #[inline(always)]
    pub unsafe fn word(&mut self, (word, length): (*const u8, usize)) {
        unsafe {
            std::ptr::copy_nonoverlapping(word, self.at, 16);
            if length > 16 {
                std::ptr::copy_nonoverlapping(word.add(16), self.at.add(16), 32);
                if length > 48 {
                    std::ptr::copy_nonoverlapping(word.add(48), self.at.add(48), length - 48);
                }
            }
            self.at = self.at.add(length);
        }
    }

    /// A number below 100, in two digits.
    #[inline(always)]
    pub unsafe fn two_digits(&mut self, number: u32) {
        unsafe { self.bytes(&PAIRS[number as usize]) }
    }

    /// A number below 1,000, in three digits.
    #[inline(always)]
    pub unsafe fn three_digits(&mut self, number: u32) {
        unsafe { self.bytes(&FOURS[number as usize][1..]) }
    }

    /// A number below 10,000, in four digits.
    #[inline(always)]
    pub unsafe fn four_digits(&mut self, number: u32) {
        unsafe { self.bytes(&FOURS[number as usize]) }
    }

    /// A number in as many digits as it needs.
    #[inline(always)]
    pub unsafe fn integer(&mut self, number: u64) {
        unsafe {
            if number < 10_000 {
                self.short(number as u32);
            } else if number < 100_000_000 {
                self.short(number as u32 / 10_000);
                self.four_digits(number as u32 % 10_000);
            } else {
                self.bytes(itoa::Buffer::new().format(number).as_bytes());
            }
        }
    }

    /// A number below 10,000 in as many digits as it needs, without a branch.
    #[inline(always)]
    unsafe fn short(&mut self, number: u32) {
        let zeros = usize::from(number < 1000) + usize::from(number < 100) + usize::from(number < 10);
        let digits = u32::from_le_bytes(FOURS[number as usize]) >> (8 * zeros);
        unsafe {
            std::ptr::copy_nonoverlapping(digits.to_le_bytes().as_ptr(), self.at, 4);
            self.at = self.at.add(4 - zeros);
        }
    }

    /// 1234 as `12.34`.
    #[inline(always)]
    pub unsafe fn cents(&mut self, cents: i64) {
        let amount = cents.unsigned_abs();
        unsafe {
            *self.at = b'-';
            self.at = self.at.add(usize::from(cents < 0));
            self.integer(amount / 100);
            self.byte(b'.');
            self.two_digits((amount % 100) as u32);
        }
    }

    /// A day, counted from 1970-01-01, as `2025-07-01`.
    #[inline(always)]
    pub unsafe fn date(&mut self, days: i32) {
        let (year, month, day) = calendar(days);
        unsafe {
            self.four_digits(year);
            self.byte(b'-');
            self.two_digits(month);
            self.byte(b'-');
            self.two_digits(day);
        }
    }

    /// A second, counted from 1970-01-01, as `2025-07-01 13:05:00`.
    #[inline(always)]
    pub unsafe fn timestamp(&mut self, seconds: i64) {
        let second = seconds.rem_euclid(86_400) as u32;
        unsafe {
            self.date(seconds.div_euclid(86_400) as i32);
            self.byte(b' ');
            self.two_digits(second / 3600);
            self.byte(b':');
            self.two_digits(second / 60 % 60);
            self.byte(b':');
            self.two_digits(second % 60);
        }
    }

    /// Random bits as a UUID of version 4.
    #[inline(always)]
    pub unsafe fn uuid(&mut self, high: u64, low: u64) {
        let high = ((high & 0xffff_ffff_ffff_0fff) | 0x4000).to_be_bytes();
        let low = ((low & 0x3fff_ffff_ffff_ffff) | 0x8000_0000_0000_0000).to_be_bytes();
        unsafe {
            for (place, byte) in high.into_iter().chain(low).enumerate() {
                if matches!(place, 4 | 6 | 8 | 10) {
                    self.byte(b'-');
                }
                self.bytes(&HEX[byte as usize]);
            }
        }
    }
}

/// Year, month and day of a day that is counted from 1970-01-01 (Neri and Schneider, 2022).
#[inline(always)]
fn calendar(days: i32) -> (u32, u32, u32) {
    let shifted = 4 * (days + 719_468) as u32 + 3;
    let century = shifted / 146_097;
    let in_century = 4 * (shifted % 146_097 / 4) + 3;
    let product = 2_939_745 * u64::from(in_century);
    let year = 100 * century + (product >> 32) as u32;
    let month_and_day = 2141 * (product as u32 / 2_939_745 / 4) + 197_913;
    let (month, day) = (month_and_day / 65_536, month_and_day % 65_536 / 2141 + 1);
    if month > 12 { (year + 1, month - 12, day) } else { (year, month, day) }
}
