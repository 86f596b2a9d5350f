//! A locale, a place and draws in, the parts of a postal address out.

use super::place::Place;
use super::{Draws, Locale, StreetForm, pattern};
use crate::random;

/// How a city and its postal code stand on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CityForm {
    /// `Austin, TX 78701`.
    CityRegionCode,
    /// `Leeds LS1 4AP`.
    CityCode,
    /// `80331 München`.
    CodeCity,
    /// `20121 Milano MI`.
    CodeCityRegionCode,
    /// `São Paulo - SP, 01310-100`.
    CityDashRegionCode,
}

/// The parts of a street address, each an index or a number: what the fields of one bundle share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Street {
    /// Index into [`Locale::streets`].
    pub base: u32,
    /// Index into [`Locale::street_suffixes`].
    pub suffix: u32,
    /// The building's number.
    pub number: u32,
}

impl Street {
    /// A street and a number in it. Low numbers are commoner than high ones; American and Brazilian ones are longer.
    pub fn draw(locale: &Locale, draws: &mut Draws) -> Self {
        let top = highest_number(locale);
        let unit = draws.unit();
        Self {
            base: locale.streets.pick_skewed(draws.bits()),
            suffix: locale.street_suffixes.pick_skewed(draws.bits()),
            number: 1 + (f64::from(top) * unit * unit) as u32,
        }
    }

    /// The street address at position `n` of [`street_capacity`]; `n` wraps.
    pub fn nth(locale: &Locale, n: u64) -> Self {
        let (bases, suffixes) = (locale.streets.len() as u64, locale.street_suffixes.len() as u64);
        let number = n / (bases * suffixes) % u64::from(highest_number(locale));
        Self { base: (n % bases) as u32, suffix: (n / bases % suffixes) as u32, number: 1 + number as u32 }
    }

    /// All of it in one number, for [`Street::unpack`].
    #[inline]
    pub fn pack(self) -> u64 {
        u64::from(self.base) << 48 | u64::from(self.suffix) << 32 | u64::from(self.number)
    }

    /// The street that [`Street::pack`] gave.
    #[inline]
    pub fn unpack(packed: u64) -> Self {
        Self { base: (packed >> 48) as u32, suffix: (packed >> 32) as u32 & 0xffff, number: packed as u32 }
    }

    /// Appends the street's name alone.
    pub fn push_name(self, out: &mut String, locale: &Locale) {
        let (base, suffix) = (locale.streets.get(self.base), locale.street_suffixes.get(self.suffix));
        let (first, between, second) = match locale.street_form {
            StreetForm::NumberBaseSuffix => (base, " ", suffix),
            StreetForm::NumberSuffixBase | StreetForm::SuffixBaseNumber(_) => (suffix, " ", base),
            StreetForm::JoinedThenNumber => (base, "", suffix),
        };
        out.push_str(first);
        out.push_str(between);
        out.push_str(second);
    }

    /// Appends the street's name and the building's number in the country's order.
    pub fn push(self, out: &mut String, locale: &Locale) {
        let between = match locale.street_form {
            StreetForm::JoinedThenNumber => Some(" "),
            StreetForm::SuffixBaseNumber(between) => Some(between),
            StreetForm::NumberBaseSuffix | StreetForm::NumberSuffixBase => None,
        };
        if let Some(between) = between {
            self.push_name(out, locale);
            out.push_str(between);
            pattern::push_number(out, u64::from(self.number), 1);
        } else {
            pattern::push_number(out, u64::from(self.number), 1);
            out.push(' ');
            self.push_name(out, locale);
        }
    }
}

/// How many distinct street addresses a locale has.
pub fn street_capacity(locale: &Locale) -> u64 {
    locale.streets.len() as u64 * locale.street_suffixes.len() as u64 * u64::from(highest_number(locale))
}

fn highest_number(locale: &Locale) -> u32 {
    match locale.country_code {
        "US" => 9999,
        "BR" => 2999,
        _ => 199,
    }
}

/// Appends the line for a flat within a building, such as `Apt 12`.
pub fn push_secondary(out: &mut String, locale: &Locale, draws: &mut Draws) {
    let form = locale.secondary[draws.below(locale.secondary.len() as u64) as usize];
    pattern::push_nth(out, form, draws.below(pattern::capacity(form)));
}

/// How many postal codes [`push_postal_code`] can write for `place`.
pub fn postal_capacity(locale: &Locale, place: &Place) -> u64 {
    place.postal_capacity() * pattern::capacity(inward(locale))
}

/// Appends postal code number `n` of `place`; `n` wraps. American, French, Italian and Spanish codes are the city's own;
/// German ones lie in the city's spans; of the others the first part (`LS1`, `1012`, `1200`, `01310`) lies in the city and
/// the inward half (`4AP`, `AB`, `042`) only has the right form.
pub fn push_postal_code(out: &mut String, locale: &Locale, place: &Place, n: u64) {
    let inward = inward(locale);
    let inwards = pattern::capacity(inward);
    place.push_postal(out, n / inwards);
    pattern::push_nth(out, inward, n % inwards);
}

fn inward(locale: &Locale) -> &'static str {
    match locale.country_code {
        "GB" => " #@@",
        "NL" => " ~~",
        "PT" => "-###",
        "BR" => "-?##",
        _ => "",
    }
}

/// Latitude and longitude in degrees, five decimals: the city's centre moved by up to 0.03 degrees each way.
pub fn coordinates(place: &Place, latitude_bits: u64, longitude_bits: u64) -> (f64, f64) {
    (jitter(place.latitude, latitude_bits), jitter(place.longitude, longitude_bits))
}

fn jitter(degrees: f64, bits: u64) -> f64 {
    ((degrees + (random::unit(bits) - 0.5) * 0.06) * 100_000.0).round() / 100_000.0
}

/// Appends the line with the city, as the country writes it. `place` and `postal` are those of the row.
pub fn push_city_line(out: &mut String, locale: &Locale, place: u32, postal: &str) {
    let (city, region) = (locale.places.get(place).city, locale.places.region_of(place).code);
    push_city_parts(out, locale.city_form, city, region, postal);
}

/// [`push_city_line`] from the texts: city, code of the region, postal code.
pub fn push_city_parts(out: &mut String, form: CityForm, city: &str, region: &str, postal: &str) {
    match form {
        CityForm::CityRegionCode => push_all(out, &[city, ", ", region, " ", postal]),
        CityForm::CityCode => push_all(out, &[city, " ", postal]),
        CityForm::CodeCity => push_all(out, &[postal, " ", city]),
        CityForm::CodeCityRegionCode => push_all(out, &[postal, " ", city, " ", region]),
        CityForm::CityDashRegionCode => push_all(out, &[city, " - ", region, ", ", postal]),
    }
}

/// Appends the whole address on one line: street, then city line.
pub fn push_full(out: &mut String, locale: &Locale, street: Street, place: u32, postal: &str) {
    street.push(out, locale);
    out.push_str(", ");
    push_city_line(out, locale, place, postal);
}

pub(super) fn push_all(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
}
