//! Clauses -> what they say of columns and ties: missing values, uniqueness, values and their weights, ranges, laws, windows, order,
//! formulas, conditions, patterns; and what contradicts itself or cannot be said.
//!
//! | file | reads |
//! |---|---|
//! | [`missing`], [`absent`] | shares of nulls; nulls under a condition |
//! | [`unique`] | what never repeats; keys |
//! | [`choices`], [`shares`] | values with and without weights; shares of one value, and of several in a row |
//! | [`ranges`], [`extremes`], [`laws`], [`precision`], [`types`] | bounds, types, laws and rounding of numbers |
//! | [`windows`] | windows of times and how dense they are; ages |
//! | [`order`], [`compare`] | the order of times and of numbers |
//! | [`formulas`], [`rollups`] | formulas, aggregates, running totals, copies |
//! | [`branches`], [`cases`], [`flags`] | numbers, texts, yes and no that differ by a condition |
//! | [`patterns`] | texts by example and by description; constants |
//! | [`fresh`] | clauses about a column that no list has named, by the readers above |
//! | [`crowd`] | picks that fall on few rows |
//! | [`cannot`] | what a spec cannot say |
//! | [`arithmetic`], [`parts`], [`impossible`], [`sides`] | the finished draft: counts and windows that cannot be; which of two columns in order is made first |
//!
//! [`amounts`] helps [`units`] with lists of numbers and with weights behind all values.
//!
//! Readers share [`view`] (a clause and what stands at its tokens), [`phrase`] and [`prepared`] (patterns of words), [`values`] and [`conditions`]
//! (words for values), [`events`], [`moments`] (words for times), [`units`] (lists with weights), [`edit`] (changes) and [`contradict`].

mod absent;
mod amounts;
mod arithmetic;
mod branches;
mod cannot;
mod cases;
mod choices;
mod compare;
mod conditions;
mod contradict;
mod crowd;
mod edit;
mod events;
mod extremes;
mod flags;
mod formulas;
mod fresh;
mod impossible;
mod laws;
mod missing;
mod moments;
mod order;
mod parts;
mod patterns;
mod phrase;
mod precision;
mod prepared;
mod ranges;
mod rollups;
mod shares;
mod sides;
mod types;
mod unique;
mod units;
mod values;
mod view;
mod windows;

use super::scene::Reader;

pub use arithmetic::{between, finish};
pub use edit::turn_into;
pub use events::{ends, stem};
pub use extremes::is_extreme;
pub use flags::begins as begins_flag;
pub use missing::set as set_missing;
pub use prepared::Patterns;
pub use ranges::bound_all;

/// All readers in order: those with more words first, so that what is left to the others is theirs.
pub const READERS: &[Reader] = &[
    fresh::read_item,
    extremes::read,
    flags::read,
    shares::read,
    branches::read,
    cases::read,
    absent::read,
    crowd::read,
    order::read,
    rollups::read_running,
    rollups::read,
    rollups::read_copies,
    formulas::read_known,
    formulas::read,
    compare::read,
    missing::read,
    unique::read_repeats,
    unique::read,
    unique::read_keys,
    patterns::read,
    choices::read,
    choices::read_letters,
    choices::read_share,
    patterns::read_constant,
    types::read,
    precision::read,
    windows::read,
    windows::read_shape,
    windows::read_vague,
    laws::read_most,
    laws::read,
    laws::read_points,
    ranges::read,
    ranges::read_unit,
    missing::read_vague,
    fresh::read,
    missing::read_cases,
    cannot::read,
];

#[cfg(test)]
mod tests;
