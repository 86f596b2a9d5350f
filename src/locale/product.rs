//! A locale and draws in, the fields of a product out: name, category, material and price belong together.

use std::sync::OnceLock;

use super::address::push_all;
use super::data::shared;
use super::list::List;
use super::{Draws, Locale, Realism, check, pattern};

/// Things of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// Its name in the language.
    pub name: &'static str,
    /// Lowest and highest price in whole units of a larger currency.
    pub price: (u32, u32),
    /// What is sold.
    pub things: Vec<&'static str>,
    /// What it is made of.
    pub materials: Vec<&'static str>,
}

/// How a language puts a product's name together.
#[derive(Debug)]
pub enum NameForm {
    /// `Compact Walnut Speaker`: adjective, material, thing.
    Adjective(&'static List),
    /// `Lautsprecher Norvika aus Nussbaum`: thing, brand, preposition, material.
    Branded(&'static str),
}

/// A language's products. Categories, things and materials have the same positions in every language.
#[derive(Debug)]
pub struct Products {
    rows: &'static List,
    /// How a name is put together.
    pub form: NameForm,
    cut: OnceLock<Vec<Category>>,
}

impl Products {
    /// Products from rows of `name|lowest price|highest price|things|materials`.
    pub const fn new(rows: &'static List, form: NameForm) -> Self {
        Self { rows, form, cut: OnceLock::new() }
    }

    /// The categories in order.
    pub fn categories(&self) -> &[Category] {
        self.cut.get_or_init(|| self.rows.items().iter().map(|row| category(row)).collect())
    }

    /// The lists behind the products, for the table of hashes.
    pub fn lists(&self) -> Vec<&'static List> {
        match self.form {
            NameForm::Adjective(list) => vec![self.rows, list],
            NameForm::Branded(_) => vec![self.rows],
        }
    }

    fn styles(&self) -> &'static List {
        match self.form {
            NameForm::Adjective(list) => list,
            NameForm::Branded(_) => &shared::BRANDS,
        }
    }

    fn names_of(&self, category: &Category) -> u64 {
        (category.things.len() * category.materials.len() * self.styles().len()) as u64
    }

    /// How many distinct names [`Product::nth`] gives.
    pub fn name_capacity(&self) -> u64 {
        self.categories().iter().map(|category| self.names_of(category)).sum()
    }
}

fn category(row: &'static str) -> Category {
    let parts: Vec<&'static str> = row.split('|').collect();
    let [name, low, high, things, materials] = parts[..] else { unreachable!("frozen data is well formed: {row}") };
    let price = |text: &str| text.parse().expect("frozen data is well formed");
    let items = |text: &'static str| text.split(", ").collect();
    Category { name, price: (price(low), price(high)), things: items(things), materials: items(materials) }
}

/// What a product is: what the fields of one bundle share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Product {
    /// Index into [`Products::categories`].
    pub category: u32,
    /// Index into the category's things.
    pub thing: u32,
    /// Index into the category's materials.
    pub material: u32,
    /// Index of the adjective or of the brand in the name.
    pub style: u32,
    /// Index into the brands ([`super::company::brands`]).
    pub brand: u32,
}

impl Product {
    /// A product; categories are equally likely. Where the name holds the brand, it is the product's brand.
    pub fn draw(locale: &Locale, draws: &mut Draws) -> Self {
        let products = locale.words.products;
        let category = draws.below(products.categories().len() as u64) as u32;
        let chosen = &products.categories()[category as usize];
        let thing = draws.below(chosen.things.len() as u64) as u32;
        let material = draws.below(chosen.materials.len() as u64) as u32;
        let brand = shared::BRANDS.pick(draws.bits());
        let style = match products.form {
            NameForm::Adjective(list) => list.pick(draws.bits()),
            NameForm::Branded(_) => brand,
        };
        Self { category, thing, material, style, brand }
    }

    /// The product whose name is at position `n` of [`Products::name_capacity`]; `n` wraps.
    pub fn nth(locale: &Locale, n: u64) -> Self {
        let products = locale.words.products;
        let mut rest = n % products.name_capacity();
        let mut category = 0;
        while rest >= products.names_of(&products.categories()[category]) {
            rest -= products.names_of(&products.categories()[category]);
            category += 1;
        }
        let chosen = &products.categories()[category];
        let (things, materials) = (chosen.things.len() as u64, chosen.materials.len() as u64);
        let style = (rest / (things * materials)) as u32;
        let brand = style % shared::BRANDS.len() as u32;
        let (thing, material) = ((rest % things) as u32, (rest / things % materials) as u32);
        Self { category: category as u32, thing, material, style, brand }
    }

    /// All of it in one number, for [`Product::unpack`].
    #[inline]
    pub fn pack(self) -> u64 {
        let words = u64::from(self.category) << 24 | u64::from(self.thing) << 12 | u64::from(self.material);
        words << 32 | u64::from(self.style) << 16 | u64::from(self.brand)
    }

    /// The product that [`Product::pack`] gave.
    #[inline]
    pub fn unpack(packed: u64) -> Self {
        let part = |shift: u32, mask: u32| (packed >> shift) as u32 & mask;
        Self {
            category: part(56, 0xff),
            thing: part(44, 0xfff),
            material: part(32, 0xfff),
            style: part(16, 0xffff),
            brand: part(0, 0xffff),
        }
    }

    /// The product's category.
    pub fn category(self, locale: &Locale) -> &'static Category {
        &locale.words.products.categories()[self.category as usize]
    }

    /// What it is made of.
    pub fn material(self, locale: &Locale) -> &'static str {
        self.category(locale).materials[self.material as usize]
    }

    /// Appends the name.
    pub fn push_name(self, out: &mut String, locale: &Locale) {
        let products = locale.words.products;
        let thing = self.category(locale).things[self.thing as usize];
        let style = products.styles().get(self.style);
        match products.form {
            NameForm::Adjective(_) => push_all(out, &[style, " ", self.material(locale), " ", thing]),
            NameForm::Branded(of) => push_all(out, &[thing, " ", style, " ", of, " ", self.material(locale)]),
        }
    }

    /// The price in hundredths: most products of a category are near its lower end, and prices end as shops like them.
    pub fn price(self, locale: &Locale, draws: &mut Draws) -> i64 {
        let (low, high) = self.category(locale).price;
        let unit = draws.unit();
        let whole = f64::from(low) + f64::from(high - low) * unit * unit * unit;
        let ending = [99, 99, 95, 90, 50, 0][draws.below(6) as usize];
        whole as i64 * 100 + ending
    }
}

/// How many distinct numbers [`push_ean13`] can write.
pub fn ean13_capacity(realism: Realism) -> u64 {
    pattern::capacity(ean13_form(realism))
}

fn ean13_form(realism: Realism) -> &'static str {
    match realism {
        Realism::Reserved => "04##########",
        Realism::Wild => "00##########",
    }
}

/// Appends EAN-13 number `n` with its check digit. Reserved numbers begin with 04, which GS1 keeps for circulation within
/// one company; ordinary ones with 00 (North America).
pub fn push_ean13(out: &mut String, realism: Realism, n: u64) {
    push_checked(out, ean13_form(realism), n);
}

/// How many distinct numbers [`push_upc`] can write.
pub fn upc_capacity(realism: Realism) -> u64 {
    pattern::capacity(upc_form(realism))
}

fn upc_form(realism: Realism) -> &'static str {
    match realism {
        Realism::Reserved => "4##########",
        Realism::Wild => "0##########",
    }
}

/// Appends UPC-A number `n` with its check digit. It is EAN-13 number `n` without the leading zero: what GS1 calls prefix 04
/// is number system 4 of the UPC, for use within a shop.
pub fn push_upc(out: &mut String, realism: Realism, n: u64) {
    push_checked(out, upc_form(realism), n);
}

/// How many distinct numbers [`push_isbn13`] can write.
pub fn isbn13_capacity(realism: Realism) -> u64 {
    pattern::capacity(isbn13_form(realism))
}

fn isbn13_form(realism: Realism) -> &'static str {
    match realism {
        Realism::Reserved => "9799########",
        Realism::Wild => "9780########",
    }
}

/// Appends ISBN-13 number `n` with its check digit. Reserved numbers begin with 979-9, a group that no agency has;
/// ordinary ones with 978-0 (English).
pub fn push_isbn13(out: &mut String, realism: Realism, n: u64) {
    push_checked(out, isbn13_form(realism), n);
}

fn push_checked(out: &mut String, form: &str, n: u64) {
    let start = out.len();
    pattern::push_nth(out, form, n);
    let digit = check::ean(&out.as_bytes()[start..]);
    out.push(char::from(digit));
}
