//! Entities: frozen data of the locales -> fields that agree within a row, by bundle. One file an entity.
//!
//! A name that begins with an underscore behind the dot (`address._place`) is a helper: fields read it, nobody else sees it.

mod address;
mod batch;
mod company;
mod field;
mod finance;
mod internet;
mod person;
mod phone;
mod product;
mod suffixes;
#[cfg(test)]
mod tests;
mod texts;
mod words;

use super::GeneratorDef;

/// Fields of all entities, by entity.
pub const LISTS: &[&[GeneratorDef]] =
    &[person::DEFS, address::DEFS, company::DEFS, product::DEFS, internet::DEFS, finance::DEFS];
