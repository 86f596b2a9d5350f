//! A number and a place -> the telephone numbers of a person, a company or an address.

use std::sync::Arc;

use arrow_array::{ArrayRef, UInt64Array};

use super::batch::Batch;
use super::field::Domain;
use crate::locale::phone::{self, PhoneStyle};
use crate::locale::{Locale, Realism};

/// The ways to show one number. Numbers of two countries differ by their dialling codes; as they are written at home they
/// need not.
pub const DOMAINS: &[Domain] = &[
    Domain { field: "phone", size, is_apart: true },
    Domain { field: "phone_e164", size, is_apart: true },
    Domain { field: "phone_national", size, is_apart: false },
];

fn size(locale: &'static Locale, realism: Realism) -> u64 {
    phone::capacity(locale, None, realism)
}

/// The hidden field `_phone`.
pub fn number(batch: &Batch<'_>) -> ArrayRef {
    Arc::new(UInt64Array::from_iter_values((0..batch.len()).map(|row| batch.place_of(row))))
}

/// Telephone numbers, from the hidden fields of their numbers and of the places. Unique ones are those of the whole
/// country: a city has too few.
pub fn write(batch: &Batch<'_>, style: PhoneStyle) -> ArrayRef {
    let (numbers, places) = (batch.large(0), batch.small(1));
    batch.write(18, |row, out| {
        let locale = batch.locale(row);
        let place = (!batch.is_numbered()).then(|| locale.places.get(places[row] as u32));
        phone::push(out, locale, place, batch.realism(), style, numbers[row]);
    })
}
