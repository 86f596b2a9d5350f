//! The people table as most Rust programs would make it, with the crates `fake`, `csv` and `rayon`: rows, threads and a path
//! in, CSV out.
//!
//! usage: people_fake ROWS THREADS PATH

use chrono::{DateTime, NaiveDate};
use fake::Fake;
use fake::faker::address::en::{CityName, CountryName};
use fake::faker::internet::en::SafeEmail;
use fake::faker::name::en::{FirstName, LastName};
use fake::faker::phone_number::en::PhoneNumber;
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};
use rand_distr::weighted::WeightedIndex;
use rand_distr::{Distribution, Normal};
use rayon::prelude::*;
use std::error::Error;
use std::fs::File;
use std::io::Write;

const CHUNK_ROWS: u64 = 25_000;

const HEADER: &[u8] = b"id,uuid,first_name,last_name,email,city,country,dob,created_at,balance,status,phone\n";

const STATUS: [&str; 4] = ["active", "inactive", "suspended", "closed"];

/// The rows of one chunk as CSV.
fn rows(chunk: u64, count: u64) -> Result<Vec<u8>, Box<dyn Error + Send + Sync>> {
    let (start, end) = (chunk * CHUNK_ROWS, count.min((chunk + 1) * CHUNK_ROWS));
    let mut random = ChaCha8Rng::seed_from_u64(chunk);
    let mut writer = csv::Writer::from_writer(Vec::with_capacity((end - start) as usize * 220));
    let balances = Normal::new(1000.0, 500.0)?;
    let states = WeightedIndex::new([70, 20, 8, 2])?;
    for id in start..end {
        let uuid = uuid::Builder::from_random_bytes(random.random()).into_uuid();
        let first: &str = FirstName().fake_with_rng(&mut random);
        let last: &str = LastName().fake_with_rng(&mut random);
        let email: String = SafeEmail().fake_with_rng(&mut random);
        let city: String = CityName().fake_with_rng(&mut random);
        let country: String = CountryName().fake_with_rng(&mut random);
        let birth = NaiveDate::from_epoch_days(random.random_range(-7300..14_980)).ok_or("no such day")?;
        let created = random.random_range(1_577_836_800..1_766_836_800);
        let created = DateTime::from_timestamp(created, 0).ok_or("no such time")?;
        let balance: f64 = balances.sample(&mut random);
        let phone: String = PhoneNumber().fake_with_rng(&mut random);
        writer.write_record([
            &(id + 1).to_string(),
            &uuid.to_string(),
            first,
            last,
            &email,
            &city,
            &country,
            &birth.to_string(),
            &created.format("%Y-%m-%d %H:%M:%S").to_string(),
            &format!("{balance:.2}"),
            STATUS[states.sample(&mut random)],
            &phone,
        ])?;
    }
    Ok(writer.into_inner()?)
}

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, threads, path] = &arguments[..] else {
        return Err("usage: people_fake ROWS THREADS PATH".into());
    };
    let (count, threads): (u64, usize) = (count.parse()?, threads.parse()?);
    let mut output = File::create(path)?;
    output.write_all(HEADER)?;
    let chunks: Vec<u64> = (0..count.div_ceil(CHUNK_ROWS)).collect();
    if threads == 1 {
        for chunk in chunks {
            output.write_all(&rows(chunk, count)?)?;
        }
        return Ok(());
    }
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global()?;
    for group in chunks.chunks(threads * 2) {
        let made: Vec<_> = group.par_iter().map(|&chunk| rows(chunk, count)).collect();
        for text in made {
            output.write_all(&text?)?;
        }
    }
    Ok(())
}
