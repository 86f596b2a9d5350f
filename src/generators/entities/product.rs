//! `product.*`: one product a row: category, name, material and price belong together.

use std::sync::Arc;

use arrow_array::{ArrayRef, Decimal128Array, UInt64Array};

use super::batch::Batch;
use super::field::{Domain, Kind, Shape, Unique, plain, with_realism};
use super::words::{BRANDS, CATEGORIES, COLOURS, MATERIALS};
use crate::generators::GeneratorDef;
use crate::locale::product::{self, Product};
use crate::locale::{ALL, Realism};
use crate::plan::Bounds;

/// The registry's entries.
pub const DEFS: &[GeneratorDef] = &[
    plain("product.name", "a name that fits `product.category`", |cx| {
        Shape::text(PRODUCT, |batch| {
            let products = batch.large(0);
            batch.write(26, |row, out| Product::unpack(products[row]).push_name(out, batch.locale(row)))
        })
        .unique(Unique::Through(NAMES))
        .plan(cx)
    }),
    plain("product.category", "one of sixteen categories", |cx| Shape::words(PRODUCT, category).plan(cx)),
    plain("product.material", "the material in the name", |cx| Shape::words(PRODUCT, material).plan(cx)),
    plain("product.color", "a colour in the locale's language", |cx| {
        Shape::words(&[], color).unique(Unique::Place(&[COLOR])).plan(cx)
    }),
    plain("product.brand", "an invented brand; the one in the name where there is one", |cx| {
        Shape::words(PRODUCT, |batch| {
            let products = batch.large(0);
            batch.pick(&BRANDS, |row| Product::unpack(products[row]).brand as i32)
        })
        .anywhere()
        .plan(cx)
    }),
    plain("product.price", "a price that fits the category, `decimal(10,2)`", |cx| {
        let free = Unique::Never("prices repeat");
        let planned = Shape::new(Kind::Money, PRODUCT, price).unique(free).plan(cx)?;
        Ok(planned.bounds(Some(prices())))
    }),
    with_realism("product.ean", "an EAN-13 with its check digit", |cx| {
        Shape::text(CODE, |batch| codes(batch, product::push_ean13)).anywhere().unique(Unique::Through(CODES)).plan(cx)
    }),
    with_realism("product.upc", "a UPC-A: `product.ean` without its leading zero", |cx| {
        Shape::text(CODE, |batch| codes(batch, product::push_upc)).anywhere().unique(Unique::Through(CODES)).plan(cx)
    }),
    with_realism("product.isbn", "an ISBN-13 with its check digit", |cx| {
        Shape::text(&[], |batch| {
            batch.write(13, |row, out| product::push_isbn13(out, batch.realism(), batch.place_of(row)))
        })
        .anywhere()
        .unique(Unique::Place(&[ISBN]))
        .plan(cx)
    }),
    plain("product._product", "the product as one number", |cx| {
        Shape::new(Kind::UInt64, &[], packed).unique(Unique::Place(NAMES)).plan(cx)
    }),
    plain("product._code", "the number behind `product.ean` and `product.upc`", |cx| {
        let make = |batch: &Batch<'_>| -> ArrayRef {
            Arc::new(UInt64Array::from_iter_values((0..batch.len()).map(|row| batch.place_of(row))))
        };
        Shape::new(Kind::UInt64, &[], make).anywhere().unique(Unique::Place(CODES)).plan(cx)
    }),
];

const PRODUCT: &[&str] = &["product._product"];
const CODE: &[&str] = &["product._code"];
const NAMES: &[Domain] =
    &[Domain { field: "name", size: |locale, _| locale.words.products.name_capacity(), is_apart: false }];
const CODES: &[Domain] = &[
    Domain { field: "ean", size: |_, realism| product::ean13_capacity(realism), is_apart: true },
    Domain { field: "upc", size: |_, realism| product::upc_capacity(realism), is_apart: true },
];
const ISBN: Domain = Domain { field: "isbn", size: |_, realism| product::isbn13_capacity(realism), is_apart: true };
const COLOR: Domain = Domain { field: "color", size: |locale, _| locale.words.colours.len() as u64, is_apart: false };

fn packed(batch: &Batch<'_>) -> ArrayRef {
    let product = |row: usize| match batch.is_numbered() {
        true => Product::nth(batch.locale(row), batch.place_of(row)),
        false => Product::draw(batch.locale(row), &mut batch.draws(row)),
    };
    Arc::new(UInt64Array::from_iter_values((0..batch.len()).map(|row| product(row).pack())))
}

fn category(batch: &Batch<'_>) -> ArrayRef {
    let products = batch.large(0);
    batch.pick(&CATEGORIES, |row| {
        CATEGORIES.start(batch.locale_number(row)) + Product::unpack(products[row]).category as i32
    })
}

fn material(batch: &Batch<'_>) -> ArrayRef {
    let products = batch.large(0);
    let categories = ALL[0].words.products.categories().len();
    batch.pick(&MATERIALS, |row| {
        let product = Product::unpack(products[row]);
        MATERIALS.start(batch.locale_number(row) * categories + product.category as usize) + product.material as i32
    })
}

fn color(batch: &Batch<'_>) -> ArrayRef {
    batch.pick(&COLOURS, |row| {
        let list = batch.locale_number(row);
        COLOURS.start(list) + batch.index_of(row, COLOURS.len_of(list) as u64) as i32
    })
}

fn price(batch: &Batch<'_>) -> ArrayRef {
    let products = batch.large(0);
    let cents = (0..batch.len())
        .map(|row| i128::from(Product::unpack(products[row]).price(batch.locale(row), &mut batch.draws(row))));
    let prices = Decimal128Array::from_iter_values(cents).with_precision_and_scale(10, 2);
    Arc::new(prices.expect("a decimal may have 10 digits, 2 of them behind the point"))
}

/// The least and the greatest price of any category.
fn prices() -> Bounds {
    let categories = || ALL[0].words.products.categories().iter().map(|category| category.price);
    let low = categories().map(|(low, _)| low).min().unwrap_or(0);
    let high = categories().map(|(_, high)| high).max().unwrap_or(0);
    Bounds::Float { low: low.into(), high: f64::from(high) + 1.0 }
}

fn codes(batch: &Batch<'_>, push: fn(&mut String, Realism, u64)) -> ArrayRef {
    let numbers = batch.large(0);
    batch.write(13, |row, out| push(out, batch.realism(), numbers[row]))
}
