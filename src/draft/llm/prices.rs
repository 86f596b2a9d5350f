//! A dated table -> what tokens cost. A model that is not in it has no price.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::wire::Tokens;
use crate::draft::Usage;

/// The table that is built in.
const BUILT_IN: &str = include_str!("prices.toml");

/// Prices of models on a day.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// The day.
    pub as_of: String,
    /// By the model's name.
    pub models: BTreeMap<String, Price>,
}

/// US dollars for a million tokens.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// In.
    pub input: f64,
    /// In, read from the provider's cache.
    pub cached: f64,
    /// Out, reasoning included.
    pub output: f64,
}

impl Table {
    /// The table that is built in.
    pub fn built_in() -> Self {
        Self::parse(BUILT_IN).unwrap_or_default()
    }

    /// A table of the user's.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, String> {
        let table: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let is_amount = |amount: f64| amount.is_finite() && amount >= 0.0;
        let wrong = table.models.iter().find(|(_, p)| ![p.input, p.cached, p.output].into_iter().all(is_amount));
        wrong.map_or(Ok(()), |(model, _)| Err(format!("a price of `{model}` is no amount of money")))?;
        Ok(table)
    }

    /// US dollars for some tokens of a model; `None` where its price is not known.
    pub fn cost(&self, model: &str, tokens: &Tokens) -> Option<f64> {
        let price = self.models.get(model)?;
        let fresh = tokens.input.saturating_sub(tokens.cached) as f64;
        Some((fresh * price.input + tokens.cached as f64 * price.cached + tokens.output as f64 * price.output) / 1e6)
    }

    /// As [`Table::cost`] for the sums of a draft.
    pub fn cost_of(&self, model: &str, usage: &Usage) -> Option<f64> {
        let (input, cached) = (usage.input_tokens, usage.cached_tokens);
        self.cost(model, &Tokens { input, cached, output: usage.output_tokens, reasoning: usage.reasoning_tokens })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_table_is_sound_and_dated() {
        let table = Table::parse(BUILT_IN).expect("a table");
        assert_eq!((table.as_of.len(), table.models.is_empty()), (10, false));
    }

    #[test]
    fn cached_tokens_have_their_own_price_and_unknown_models_none() {
        let table =
            Table::parse("as_of = \"2026-01-01\"\n[models.m]\ninput = 2\ncached = 1\noutput = 10\n").expect("a table");
        let tokens = Tokens { input: 1_000_000, cached: 500_000, output: 100_000, reasoning: 0 };
        assert_eq!(table.cost("m", &tokens), Some(2.5));
        assert_eq!(table.cost("m-2026", &tokens), None);
        assert!(Table::parse("as_of = \"x\"\n[models.m]\ninput = -2\ncached = 1\noutput = 10\n").is_err());
    }
}
