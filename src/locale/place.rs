//! Rows of text in, places out: cities with region, postal codes, position and area codes, picked by number of inhabitants.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use super::list::List;
use super::pattern::push_number;
use crate::random;

/// A state, province or nation of a country.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    /// The short code, that of ISO 3166-2 without the country.
    pub code: &'static str,
    /// The name in the country's language.
    pub name: &'static str,
    /// The IANA time zone that most of the region keeps.
    pub time_zone: &'static str,
}

/// A city.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The name in the country's language.
    pub city: &'static str,
    /// Index into [`Places::regions`].
    pub region: u32,
    /// Postal codes (or British postcode districts) that lie in the city.
    pub postal: Vec<PostalSpan>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Inhabitants in thousands, about 2022.
    pub population: u32,
    /// Telephone area codes without trunk prefix.
    pub area_codes: Vec<&'static str>,
}

/// Equally spaced postal codes: `prefix` followed by `first`, `first + step`, …, `count` of them.
#[derive(Debug, Clone, PartialEq)]
pub struct PostalSpan {
    prefix: &'static str,
    first: u64,
    step: u64,
    count: u64,
    width: usize,
}

/// The places of one country.
#[derive(Debug)]
pub struct Places {
    regions: &'static List,
    rows: &'static List,
    cut: OnceLock<Cut>,
}

#[derive(Debug)]
struct Cut {
    regions: Vec<Region>,
    places: Vec<Place>,
    /// Running sum of inhabitants, `cumulative[i]` with place `i` counted in.
    cumulative: Vec<u64>,
    /// Distinct area codes in the order of the places.
    area_codes: Vec<&'static str>,
}

impl Places {
    /// The places that the two lists describe; the formats stand with the data.
    pub const fn new(regions: &'static List, rows: &'static List) -> Self {
        Self { regions, rows, cut: OnceLock::new() }
    }

    /// All places, in the order of the data.
    pub fn all(&self) -> &[Place] {
        &self.cut().places
    }

    /// All regions, in the order of the data.
    pub fn regions(&self) -> &[Region] {
        &self.cut().regions
    }

    /// The place at `index`, which [`Places::pick`] gave.
    #[inline]
    pub fn get(&self, index: u32) -> &Place {
        &self.cut().places[index as usize]
    }

    /// The region of the place at `index`.
    #[inline]
    pub fn region_of(&self, index: u32) -> &Region {
        &self.cut().regions[self.get(index).region as usize]
    }

    /// An index from 64 bits, weighted by inhabitants.
    #[inline]
    pub fn pick(&self, bits: u64) -> u32 {
        let cumulative = &self.cut().cumulative;
        let total = cumulative[cumulative.len() - 1];
        let target = random::below(bits, total);
        cumulative.partition_point(|&sum| sum <= target) as u32
    }

    /// All area codes, each once, in the order of the places.
    pub fn area_codes(&self) -> &[&'static str] {
        &self.cut().area_codes
    }

    /// The lists behind the places, for the table of hashes.
    pub fn lists(&self) -> [&'static List; 2] {
        [self.regions, self.rows]
    }

    fn cut(&self) -> &Cut {
        self.cut.get_or_init(|| {
            let regions: Vec<Region> = self.regions.items().iter().map(|row| region(row)).collect();
            let places: Vec<Place> = self.rows.items().iter().map(|row| place(row, &regions)).collect();
            let cumulative = places
                .iter()
                .scan(0, |sum, place| {
                    *sum += u64::from(place.population);
                    Some(*sum)
                })
                .collect();
            let area_codes = distinct_area_codes(&places);
            Cut { regions, places, cumulative, area_codes }
        })
    }
}

impl Place {
    /// How many postal codes (or districts) the place has.
    pub fn postal_capacity(&self) -> u64 {
        self.postal.iter().map(|span| span.count).sum()
    }

    /// Appends postal code (or district) number `n`, counted from 0; `n` wraps at the capacity.
    pub fn push_postal(&self, out: &mut String, n: u64) {
        let mut rest = n % self.postal_capacity();
        for span in &self.postal {
            if rest < span.count {
                out.push_str(span.prefix);
                push_number(out, span.first + rest * span.step, span.width);
                return;
            }
            rest -= span.count;
        }
    }
}

/// Why a data row may be unwrapped: a test parses every row.
const FROZEN: &str = "frozen data is well formed";

fn region(row: &'static str) -> Region {
    let [code, name, time_zone] = fields(row);
    Region { code, name, time_zone }
}

fn place(row: &'static str, regions: &[Region]) -> Place {
    let [city, region, postal, latitude, longitude, population, area_codes] = fields(row);
    Place {
        city,
        region: regions.iter().position(|known| known.code == region).expect(FROZEN) as u32,
        postal: postal.split(',').map(span).collect(),
        latitude: latitude.parse().expect(FROZEN),
        longitude: longitude.parse().expect(FROZEN),
        population: population.parse().expect(FROZEN),
        area_codes: area_codes.split(',').collect(),
    }
}

fn distinct_area_codes(places: &[Place]) -> Vec<&'static str> {
    let mut seen = BTreeSet::new();
    places.iter().flat_map(|place| place.area_codes.iter().copied()).filter(|code| seen.insert(*code)).collect()
}

fn fields<const N: usize>(row: &'static str) -> [&'static str; N] {
    let mut parts = row.split('|');
    std::array::from_fn(|_| parts.next().expect(FROZEN))
}

/// Reads `a`, `a-b` or `a-b/step`. A code is digits, or letters and then digits; with letters the number is not padded.
fn span(text: &'static str) -> PostalSpan {
    let (range, step) = text.split_once('/').unwrap_or((text, "1"));
    let (low, high) = range.split_once('-').unwrap_or((range, range));
    let digits = low.find(|c: char| c.is_ascii_digit()).expect(FROZEN);
    let (prefix, low) = low.split_at(digits);
    let (first, last, step) = (number(low), number(&high[digits..]), number(step));
    let width = if prefix.is_empty() { low.len() } else { 1 };
    PostalSpan { prefix, first, step, count: (last - first) / step + 1, width }
}

fn number(text: &str) -> u64 {
    text.parse().expect(FROZEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &'static str) -> Vec<String> {
        let span = span(text);
        let count = span.count;
        let place = Place {
            city: "",
            region: 0,
            postal: vec![span],
            latitude: 0.0,
            longitude: 0.0,
            population: 0,
            area_codes: vec![],
        };
        (0..count)
            .map(|n| {
                let mut out = String::new();
                place.push_postal(&mut out, n);
                out
            })
            .collect()
    }

    #[test]
    fn spans_keep_their_zeros_steps_and_letters() {
        assert_eq!(codes("01067"), ["01067"]);
        assert_eq!(codes("04103-04109/2"), ["04103", "04105", "04107", "04109"]);
        assert_eq!(codes("LS9-LS11"), ["LS9", "LS10", "LS11"]);
    }
}
