//! `finance.*`: one bank account and one payment card a row, and currencies.

use std::sync::{Arc, LazyLock};

use arrow_array::{ArrayRef, UInt64Array};

use super::batch::Batch;
use super::field::{Domain, Kind, Nulls, Shape, Unique, plain, with_realism};
use super::texts::Texts;
use super::words::{CURRENCIES, CURRENCY_CODES, CURRENCY_NAMES, CURRENCY_SYMBOLS, NETWORKS};
use crate::generators::GeneratorDef;
use crate::locale::Realism;
use crate::locale::finance::{self, CardNetwork, IbanStyle};

/// The registry's entries.
pub const DEFS: &[GeneratorDef] = &[
    with_realism(
        "finance.iban",
        "an IBAN with its check digits; null in a row whose country has none (`en_US`)",
        |cx| Shape::text(ACCOUNT, iban).nulls(Nulls::WithoutIban).unique(Unique::Through(ACCOUNTS)).plan(cx),
    ),
    plain("finance.account_number", "the account number in `finance.iban`", |cx| {
        Shape::text(ACCOUNT, |batch| {
            let accounts = batch.large(0);
            batch.write(11, |row, out| finance::push_account_number(out, batch.locale(row), accounts[row]))
        })
        .unique(Unique::Through(ACCOUNTS))
        .plan(cx)
    }),
    with_realism("finance.bank_code", "the bank in `finance.iban`: BLZ, sort code, or ABA routing number", |cx| {
        Shape::text(ACCOUNT, |batch| {
            let accounts = batch.large(0);
            batch.write(11, |row, out| {
                finance::push_bank_code(out, batch.locale(row), batch.realism(), accounts[row]);
            })
        })
        .plan(cx)
    }),
    with_realism("finance.bic", "a BIC of eight characters", |cx| {
        Shape::text(&[], |batch| {
            batch.write(8, |row, out| {
                finance::push_bic(out, batch.locale(row), batch.realism(), batch.place_of(row));
            })
        })
        .unique(Unique::Place(&[BIC]))
        .plan(cx)
    }),
    with_realism("finance.card_number", "a card number of `finance.card_network` with its Luhn digit", |cx| {
        Shape::text(&["finance.card_network"], card_number).anywhere().unique(Unique::Place(&[CARD])).plan(cx)
    }),
    plain("finance.card_network", "a network of payment cards, common ones more often", |cx| {
        Shape::words(&[], |batch| {
            batch.pick(&NETWORKS, |row| finance::card_networks().pick_skewed(batch.bits(row)) as i32)
        })
        .anywhere()
        .plan(cx)
    }),
    plain("finance.currency_code", "the currency of the row's country, ISO 4217", |cx| {
        Shape::words(&[], |batch| batch.pick(&CURRENCY_CODES, |row| batch.locale_number(row) as i32)).plan(cx)
    }),
    plain("finance.currency_symbol", "the sign of the country's currency", |cx| {
        Shape::words(&[], |batch| batch.pick(&CURRENCY_SYMBOLS, |row| batch.locale_number(row) as i32)).plan(cx)
    }),
    plain("finance.currency", "any of forty currencies, ISO 4217", |cx| {
        Shape::words(&[], |batch| {
            let count = CURRENCIES.len_of(0) as u64;
            batch.pick(&CURRENCIES, |row| batch.index_of(row, count) as i32)
        })
        .anywhere()
        .unique(Unique::Place(CURRENCY))
        .plan(cx)
    }),
    plain("finance.currency_name", "the English name of `finance.currency`", |cx| {
        Shape::words(&["finance.currency"], |batch| {
            let codes = batch.words(0, &CURRENCIES);
            batch.pick(&CURRENCY_NAMES, |row| codes.place(row, &CURRENCIES) as i32)
        })
        .anywhere()
        .unique(Unique::Through(CURRENCY))
        .plan(cx)
    }),
    plain("finance._account", "the account as one number", |cx| {
        let make = |batch: &Batch<'_>| -> ArrayRef {
            Arc::new(UInt64Array::from_iter_values((0..batch.len()).map(|row| batch.place_of(row))))
        };
        Shape::new(Kind::UInt64, &[], make).anywhere().unique(Unique::Place(ACCOUNTS)).plan(cx)
    }),
];

const ACCOUNT: &[&str] = &["finance._account"];
const ACCOUNTS: &[Domain] = &[
    Domain { field: "iban", size: finance::account_capacity, is_apart: true },
    Domain { field: "account_number", size: |locale, _| finance::account_number_capacity(locale), is_apart: false },
];
const BIC: Domain = Domain { field: "bic", size: |_, _| finance::bic_capacity(), is_apart: true };
const CARD: Domain = Domain { field: "card_number", size: |_, realism| fewest_cards(realism), is_apart: true };
const CURRENCY: &[Domain] = &[
    Domain { field: "currency", size: |_, _| finance::currencies().len() as u64, is_apart: true },
    Domain { field: "currency_name", size: |_, _| finance::currencies().len() as u64, is_apart: true },
];

static CARDS: LazyLock<Vec<CardNetwork>> =
    LazyLock::new(|| (0..finance::card_networks().len() as u32).map(finance::card_network).collect());

/// How many numbers each network has at least; those of two networks differ in their first digits.
fn fewest_cards(realism: Realism) -> u64 {
    CARDS.iter().map(|network| network.capacity(realism)).min().unwrap_or(0)
}

fn iban(batch: &Batch<'_>) -> ArrayRef {
    let accounts = batch.large(0);
    let mut texts = Texts::with_capacity(batch.len(), 24);
    for (row, account) in accounts.iter().enumerate() {
        let style = IbanStyle::Electronic;
        let has_one = finance::push_iban(texts.text(), batch.locale(row), batch.realism(), style, *account);
        texts.end_if(has_one);
    }
    texts.finish()
}

fn card_number(batch: &Batch<'_>) -> ArrayRef {
    let networks = batch.words(0, &NETWORKS);
    batch.write(16, |row, out| CARDS[networks.place(row, &NETWORKS)].push(out, batch.realism(), batch.place_of(row)))
}
