//! The people table by a loop written for it alone: rows, threads, a folder of word lists and a path in, CSV out.
//!
//! usage: people_hand ROWS THREADS WORDS PATH
//!
//! It shows how close to the machine's limit one can get: no types, no spec, no check of what fits where. Random numbers are
//! ChaCha8's, taken 8 kB at a time.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use std::error::Error;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use synth_peers::cursor::Cursor;
use synth_peers::ordered;
use synth_peers::words::Words;

const CHUNK_ROWS: u64 = 4096;

/// No row is longer, the 64 bytes that a cursor may write too many included.
const LONGEST_ROW: usize = 448;

const HEADER: &[u8] = b"id,uuid,first_name,last_name,email,city,country,dob,created_at,balance,status,phone\n";

/// The words of all columns.
struct Lists {
    first: Words,
    last: Words,
    first_lower: Words,
    last_lower: Words,
    city: Words,
    country: Words,
    status: Words,
}

impl Lists {
    fn read(folder: &Path) -> Result<Lists, Box<dyn Error>> {
        let read = |name: &str| Words::read(&folder.join(name));
        let (first, last) = (read("first.txt")?, read("last.txt")?);
        Ok(Lists {
            first_lower: first.lowercase(),
            last_lower: last.lowercase(),
            first,
            last,
            city: read("city.txt")?,
            country: read("country.txt")?,
            status: Words::new(["active", "inactive", "suspended", "closed"]),
        })
    }
}

/// Random numbers from a buffer.
struct Numbers {
    source: ChaCha8Rng,
    buffer: Vec<u8>,
    used: usize,
    spare: Option<f64>,
}

impl Numbers {
    /// The numbers of one chunk.
    fn of_chunk(chunk: u64) -> Numbers {
        let mut source = ChaCha8Rng::seed_from_u64(42);
        source.set_stream(chunk);
        Numbers { source, buffer: vec![0; 8192], used: 8192, spare: None }
    }

    /// 64 random bits.
    #[inline(always)]
    fn next(&mut self) -> u64 {
        if self.used == self.buffer.len() {
            self.source.fill_bytes(&mut self.buffer);
            self.used = 0;
        }
        let (bytes, _) = self.buffer[self.used..].split_first_chunk().expect("the buffer holds whole numbers");
        self.used += 8;
        u64::from_le_bytes(*bytes)
    }

    /// A normally distributed number of mean 0 and deviation 1, by the polar method: two at a time, the second kept.
    #[inline(always)]
    fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let bits = self.next();
            let side = |bits: u32| (f64::from(bits) - 2_147_483_648.0) * (1.0 / 2_147_483_648.0);
            let (x, y) = (side(bits as u32), side((bits >> 32) as u32));
            let square = x * x + y * y;
            if square < 1.0 && square > 0.0 {
                let stretch = (-2.0 * square.ln() / square).sqrt();
                self.spare = Some(y * stretch);
                return x * stretch;
            }
        }
    }
}

/// A number below `limit` from 32 random bits.
#[inline(always)]
fn below(limit: u64, bits: u32) -> u64 {
    (u64::from(bits) * limit) >> 32
}

/// Fills the buffer with the rows from `start` to `end`.
#[inline(never)]
fn rows(lists: &Lists, chunk: u64, start: u64, end: u64, buffer: &mut Vec<u8>) {
    buffer.clear();
    buffer.reserve((end - start) as usize * LONGEST_ROW);
    let mut numbers = Numbers::of_chunk(chunk);
    let mut out = Cursor { at: buffer.as_mut_ptr() };
    // SAFETY: the buffer has room for as many of the longest rows as there are, and what is behind the cursor has been written.
    unsafe {
        for row in start..end {
            out.integer(row + 1);
            out.byte(b',');
            out.uuid(numbers.next(), numbers.next());
            out.byte(b',');
            let names = numbers.next();
            let (first, last) = (lists.first.choose(names as u32), lists.last.choose((names >> 32) as u32));
            out.word(lists.first.at(first));
            out.byte(b',');
            out.word(lists.last.at(last));
            out.byte(b',');
            let place = numbers.next();
            out.word(lists.first_lower.at(first));
            out.byte(b'.');
            out.word(lists.last_lower.at(last));
            out.integer(below(10_000, place as u32));
            out.bytes(b"@example.com,");
            out.word(lists.city.any((place >> 32) as u32));
            out.byte(b',');
            let birth = numbers.next();
            out.word(lists.country.any(birth as u32));
            out.byte(b',');
            out.date(below(22_280, (birth >> 32) as u32) as i32 - 7300);
            out.byte(b',');
            let state = numbers.next();
            out.timestamp(1_577_836_800 + below(189_000_000, state as u32) as i64);
            out.byte(b',');
            out.cents(((1000.0 + 500.0 * numbers.normal()) * 100.0).round_ties_even() as i64);
            out.byte(b',');
            out.word(lists.status.at(status((state >> 32) as u32)));
            out.byte(b',');
            let phone = numbers.next();
            out.bytes(b"+1-");
            out.three_digits(200 + below(800, phone as u32) as u32);
            out.byte(b'-');
            out.three_digits(below(1000, (phone >> 20) as u32) as u32);
            out.byte(b'-');
            out.four_digits(below(10_000, (phone >> 32) as u32) as u32);
            out.byte(b'\n');
        }
        buffer.set_len(out.at.offset_from(buffer.as_ptr()) as usize);
    }
}

/// Which status 32 random bits choose: 70 %, 20 %, 8 % and 2 %.
#[inline(always)]
fn status(bits: u32) -> usize {
    usize::from(bits >= 3_006_477_107) + usize::from(bits >= 3_865_470_566) + usize::from(bits >= 4_209_067_950)
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, threads, words, path] = &arguments[..] else {
        return Err("usage: people_hand ROWS THREADS WORDS PATH".into());
    };
    let lists = Lists::read(Path::new(words))?;
    let mut output = File::create(path)?;
    output.write_all(HEADER)?;
    ordered::write(count.parse()?, CHUNK_ROWS, threads.parse()?, &mut output, |chunk, start, end, buffer| {
        rows(&lists, chunk, start, end, buffer);
    })?;
    Ok(())
}
