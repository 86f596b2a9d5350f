//! `company.*`: one company a row: its name, its host, and how it is reached.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int32Array, UInt64Array};

use super::batch::Batch;
use super::field::{Domain, Kind, Shape, Unique, plain, with_realism};
use super::phone;
use super::words::{COMPANY_SUFFIXES, DEPARTMENTS, INDUSTRIES, Words};
use crate::generators::GeneratorDef;
use crate::locale::company::{self, CompanyName};
use crate::locale::finance;
use crate::locale::pattern::push_number;
use crate::locale::person::Tail;
use crate::locale::phone::PhoneStyle;
use crate::plan::Bounds;

/// The registry's entries.
pub const DEFS: &[GeneratorDef] = &[
    plain("company.name", "a company's name: family names, trade and legal form", |cx| {
        Shape::text(COMPANY, |batch| names(batch, 26, |name, row, out| name.push(out, batch.locale(row))))
            .unique(Unique::Through(DOMAINS))
            .plan(cx)
    }),
    plain("company.suffix", "the legal form in `company.name`", |cx| Shape::words(COMPANY, suffix).plan(cx)),
    with_realism("company.domain", "the host of the company's web site", |cx| {
        Shape::text(COMPANY, |batch| names(batch, 24, |name, row, out| push_host(batch, name, row, out))).plan(cx)
    }),
    with_realism("company.url", "the home page of the company's web site", |cx| {
        Shape::text(COMPANY, |batch| {
            names(batch, 36, |name, row, out| {
                out.push_str("https://www.");
                push_host(batch, name, row, out);
            })
        })
        .plan(cx)
    }),
    with_realism("company.email", "a general mailbox at the company's host", |cx| {
        Shape::text(COMPANY, email).unique(Unique::Suffix).plan(cx)
    }),
    with_realism("company.phone", "a telephone number in the city of `address.city`", |cx| {
        let make = |batch: &Batch<'_>| phone::write(batch, PhoneStyle::International);
        Shape::text(&["company._phone", "address._place"], make).unique(Unique::Through(phone::DOMAINS)).plan(cx)
    }),
    plain("company.industry", "an industry in the locale's language", |cx| {
        Shape::words(&[], |batch| evenly(batch, &INDUSTRIES)).unique(Unique::Place(&[INDUSTRY])).plan(cx)
    }),
    plain("company.department", "a department in the locale's language", |cx| {
        Shape::words(&[], |batch| evenly(batch, &DEPARTMENTS)).unique(Unique::Place(&[DEPARTMENT])).plan(cx)
    }),
    plain("company.catch_phrase", "a catch phrase in the locale's language", |cx| {
        Shape::text(&[], |batch| {
            batch.write(40, |row, out| company::push_slogan(out, batch.locale(row), &mut batch.draws(row)))
        })
        .plan(cx)
    }),
    plain("company.employees", "how many people it employs: 1 to 9,999, median near 57", |cx| {
        let planned = Shape::new(Kind::Int32, &[], employees).anywhere().plan(cx)?;
        Ok(planned.bounds(Some(Bounds::integers(1, 9_999))))
    }),
    plain("company.tax_id", "a VAT number with its check digits; an EIN of prefix 00 in the United States", |cx| {
        Shape::text(&[], |batch| {
            batch.write(13, |row, out| finance::push_tax_id(out, batch.locale(row), batch.place_of(row)))
        })
        .unique(Unique::Place(&[TAX_ID]))
        .plan(cx)
    }),
    plain("company._company", "the name as one number", |cx| {
        Shape::new(Kind::UInt64, &[], packed).unique(Unique::Place(DOMAINS)).plan(cx)
    }),
    plain("company._phone", "the number behind the telephone number", |cx| {
        Shape::new(Kind::UInt64, &[], phone::number).unique(Unique::Place(phone::DOMAINS)).plan(cx)
    }),
];

const COMPANY: &[&str] = &["company._company"];
const DOMAINS: &[Domain] =
    &[Domain { field: "name", size: |locale, _| company::name_capacity(locale), is_apart: false }];
const INDUSTRY: Domain =
    Domain { field: "industry", size: |locale, _| locale.words.industries.len() as u64, is_apart: false };
const DEPARTMENT: Domain =
    Domain { field: "department", size: |locale, _| locale.words.departments.len() as u64, is_apart: false };
const TAX_ID: Domain = Domain { field: "tax_id", size: |locale, _| finance::tax_id_capacity(locale), is_apart: true };

fn packed(batch: &Batch<'_>) -> ArrayRef {
    let name = |row: usize| match batch.is_numbered() {
        true => CompanyName::nth(batch.locale(row), batch.place_of(row)),
        false => CompanyName::draw(batch.locale(row), &mut batch.draws(row)),
    };
    Arc::new(UInt64Array::from_iter_values((0..batch.len()).map(|row| name(row).pack())))
}

/// A text a row, of about `length` bytes, from its company's name.
fn names(batch: &Batch<'_>, length: usize, push: impl Fn(CompanyName, usize, &mut String)) -> ArrayRef {
    let companies = batch.large(0);
    batch.write(length, |row, out| push(CompanyName::unpack(companies[row]), row, out))
}

fn push_host(batch: &Batch<'_>, name: CompanyName, row: usize, out: &mut String) {
    name.push_host(out, batch.locale(row), batch.realism());
}

fn suffix(batch: &Batch<'_>) -> ArrayRef {
    let companies = batch.large(0);
    batch.pick(&COMPANY_SUFFIXES, |row| {
        let (CompanyName::Noun(_, _, suffix) | CompanyName::Pair(_, _, suffix)) = CompanyName::unpack(companies[row]);
        COMPANY_SUFFIXES.start(batch.locale_number(row)) + suffix as i32
    })
}

fn email(batch: &Batch<'_>) -> ArrayRef {
    let companies = batch.large(0);
    let mut host = String::new();
    batch.write(32, |row, out| {
        host.clear();
        push_host(batch, CompanyName::unpack(companies[row]), row, &mut host);
        let start = out.len();
        company::push_email(out, &host, &mut batch.draws(row));
        if let Tail::Number(number) = batch.tail(row) {
            out.truncate(start + out[start..].find('@').unwrap_or(0));
            push_number(out, number, 1);
            out.push('@');
            out.push_str(&host);
        }
    })
}

/// A word of the row's list, all alike; each once where they are to be unique.
fn evenly(batch: &Batch<'_>, words: &Words) -> ArrayRef {
    batch.pick(words, |row| {
        let list = batch.locale_number(row);
        words.start(list) + batch.index_of(row, words.len_of(list) as u64) as i32
    })
}

fn employees(batch: &Batch<'_>) -> ArrayRef {
    let counts = (0..batch.len()).map(|row| company::employees(&mut batch.draws(row)) as i32);
    Arc::new(Int32Array::from_iter_values(counts))
}
