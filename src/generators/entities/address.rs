//! `address.*`: one address a row: a place, a street in it, and what follows from them.

use std::sync::Arc;

use arrow_array::{Array, ArrayRef, Float64Array, Int32Array, UInt64Array};

use super::batch::Batch;
use super::field::{Domain, Kind, Shape, Unique, plain, with_realism};
use super::phone;
use super::words::{
    CALLING_CODES, CITIES, COUNTRIES, COUNTRY_CODES, COUNTRY_CODES3, STATE_CODES, STATES, TIME_ZONES, Words,
};
use crate::generators::GeneratorDef;
use crate::locale::address::{self, Street};
use crate::locale::pattern::push_number;
use crate::locale::phone::PhoneStyle;
use crate::locale::place::Place;

/// The registry's entries.
pub const DEFS: &[GeneratorDef] = &[
    plain("address.full", "the whole address on one line, as the country writes it", |cx| {
        const READS: &[&str] = &["address.street", "address.city", "address.state_code", "address.postal_code"];
        Shape::text(READS, full).unique(STREETS).plan(cx)
    }),
    plain("address.street", "street and building number", |cx| Shape::text(STREET, street).unique(STREETS).plan(cx)),
    plain("address.street_name", "the street without the number", |cx| Shape::text(STREET, street_name).plan(cx)),
    plain("address.building_number", "the building's number; low ones are commoner", |cx| {
        Shape::text(STREET, building_number).plan(cx)
    }),
    plain("address.secondary", "a flat within the building, such as `Apt 4`", |cx| {
        Shape::text(&[], |batch| {
            batch.write(8, |row, out| address::push_secondary(out, batch.locale(row), &mut batch.draws(row)))
        })
        .plan(cx)
    }),
    plain("address.city", "a real city, large ones more often", |cx| Shape::words(&["address._drawn"], city).plan(cx)),
    plain("address.postal_code", "a postal code that lies in the city", |cx| Shape::text(PLACE, postal_code).plan(cx)),
    plain("address.state", "the city's state, region, province, district or nation", |cx| {
        Shape::words(PLACE, |batch| of_region(batch, &STATES)).plan(cx)
    }),
    plain("address.state_code", "the state's code in ISO 3166-2, without the country", |cx| {
        Shape::words(PLACE, |batch| of_region(batch, &STATE_CODES)).plan(cx)
    }),
    plain("address.country", "the country's name in the locale's language", |cx| {
        Shape::words(&[], |batch| of_country(batch, &COUNTRIES)).plan(cx)
    }),
    plain("address.country_code", "the country's code, ISO 3166-1 alpha-2", |cx| {
        Shape::words(&[], |batch| of_country(batch, &COUNTRY_CODES)).plan(cx)
    }),
    plain("address.country_code3", "the country's code, ISO 3166-1 alpha-3", |cx| {
        Shape::words(&[], |batch| of_country(batch, &COUNTRY_CODES3)).plan(cx)
    }),
    plain("address.latitude", "degrees north, within 0.03 of the city's centre", |cx| {
        Shape::new(Kind::Float64, PLACE, |batch| degrees(batch, |place, bits| address::coordinates(place, bits, 0).0))
            .unique(FLOATS)
            .plan(cx)
    }),
    plain("address.longitude", "degrees east, within 0.03 of the city's centre", |cx| {
        Shape::new(Kind::Float64, PLACE, |batch| degrees(batch, |place, bits| address::coordinates(place, 0, bits).1))
            .unique(FLOATS)
            .plan(cx)
    }),
    plain("address.time_zone", "the IANA time zone that most of the state keeps", |cx| {
        Shape::words(PLACE, |batch| of_region(batch, &TIME_ZONES)).plan(cx)
    }),
    plain("address.calling_code", "the country's dialling code with its plus sign", |cx| {
        Shape::words(&[], |batch| of_country(batch, &CALLING_CODES)).plan(cx)
    }),
    with_realism("address.phone", "a telephone number in the city, as `+49 89 99998 012`", |cx| {
        let make = |batch: &Batch<'_>| phone::write(batch, PhoneStyle::International);
        Shape::text(&["address._phone", "address._place"], make).unique(Unique::Through(phone::DOMAINS)).plan(cx)
    }),
    plain("address._phone", "the number behind the telephone number", |cx| {
        Shape::new(Kind::UInt64, &[], phone::number).unique(Unique::Place(phone::DOMAINS)).plan(cx)
    }),
    plain("address._street", "the street address as one number", |cx| {
        Shape::new(Kind::UInt64, &[], packed_street).unique(Unique::Place(STREET_DOMAINS)).plan(cx)
    }),
    plain("address._drawn", "the place that is drawn", |cx| Shape::new(Kind::Int32, &[], drawn).plan(cx)),
    plain("address._place", "the place after pins of the city", |cx| {
        Shape::new(Kind::Int32, &["address._drawn", "address.city"], place).plan(cx)
    }),
];

const PLACE: &[&str] = &["address._place"];
const STREET: &[&str] = &["address._street"];
const FLOATS: Unique = Unique::Never("it is drawn around the city's centre");
const STREETS: Unique = Unique::Through(STREET_DOMAINS);
const STREET_DOMAINS: &[Domain] = &[
    Domain { field: "street", size: |locale, _| address::street_capacity(locale), is_apart: false },
    Domain { field: "full", size: |locale, _| address::street_capacity(locale), is_apart: true },
];

fn drawn(batch: &Batch<'_>) -> ArrayRef {
    let places = (0..batch.len()).map(|row| batch.locale(row).places.pick(batch.bits(row)) as i32);
    Arc::new(Int32Array::from_iter_values(places))
}

fn city(batch: &Batch<'_>) -> ArrayRef {
    let places = batch.small(0);
    batch.pick(&CITIES, |row| CITIES.start(batch.locale_number(row)) + places[row])
}

/// The drawn place, or in a row whose city is pinned the place of that name, if the country has one.
fn place(batch: &Batch<'_>) -> ArrayRef {
    let drawn = batch.small(0);
    let cities = batch.input(1);
    if CITIES.keys(cities).is_some_and(|keys| keys.null_count() == 0) {
        return Arc::clone(batch.input(0));
    }
    let cities = batch.texts(1);
    let places = (0..batch.len()).map(|row| {
        let known = batch.locale(row).places.all();
        match cities.text(row) {
            name if name == known[drawn[row] as usize].city => drawn[row],
            name => known.iter().position(|place| place.city == name).map_or(drawn[row], |place| place as i32),
        }
    });
    Arc::new(Int32Array::from_iter_values(places))
}

fn of_region(batch: &Batch<'_>, words: &Words) -> ArrayRef {
    let places = batch.small(0);
    batch.pick(words, |row| {
        words.start(batch.locale_number(row)) + batch.locale(row).places.get(places[row] as u32).region as i32
    })
}

fn of_country(batch: &Batch<'_>, words: &Words) -> ArrayRef {
    batch.pick(words, |row| batch.locale_number(row) as i32)
}

fn postal_code(batch: &Batch<'_>) -> ArrayRef {
    let places = batch.small(0);
    batch.write(8, |row, out| {
        let locale = batch.locale(row);
        let place = locale.places.get(places[row] as u32);
        let n = batch.draws(row).below(address::postal_capacity(locale, place));
        address::push_postal_code(out, locale, place, n);
    })
}

fn degrees(batch: &Batch<'_>, of: fn(&Place, u64) -> f64) -> ArrayRef {
    let places = batch.small(0);
    let values = (0..batch.len()).map(|row| of(batch.locale(row).places.get(places[row] as u32), batch.bits(row)));
    Arc::new(Float64Array::from_iter_values(values))
}

fn packed_street(batch: &Batch<'_>) -> ArrayRef {
    let street = |row: usize| match batch.is_numbered() {
        true => Street::nth(batch.locale(row), batch.place_of(row)),
        false => Street::draw(batch.locale(row), &mut batch.draws(row)),
    };
    Arc::new(UInt64Array::from_iter_values((0..batch.len()).map(|row| street(row).pack())))
}

fn street(batch: &Batch<'_>) -> ArrayRef {
    let streets = batch.large(0);
    batch.write(20, |row, out| Street::unpack(streets[row]).push(out, batch.locale(row)))
}

fn street_name(batch: &Batch<'_>) -> ArrayRef {
    let streets = batch.large(0);
    batch.write(16, |row, out| Street::unpack(streets[row]).push_name(out, batch.locale(row)))
}

fn building_number(batch: &Batch<'_>) -> ArrayRef {
    let streets = batch.large(0);
    batch.write(4, |row, out| push_number(out, Street::unpack(streets[row]).number.into(), 1))
}

fn full(batch: &Batch<'_>) -> ArrayRef {
    let (street, city) = (batch.texts(0), batch.words(1, &CITIES));
    let (state, postal) = (batch.words(2, &STATE_CODES), batch.texts(3));
    batch.write(48, |row, out| {
        out.push_str(street.text(row));
        out.push_str(", ");
        let form = batch.locale(row).city_form;
        address::push_city_parts(out, form, city.text(row), state.text(row), postal.text(row));
    })
}
