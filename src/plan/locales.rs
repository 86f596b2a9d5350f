//! `locale:` of a document, table or column -> the locale of each row, drawn once a row for all its bundles.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::UInt8Type;
use arrow_array::{ArrayRef, UInt8Array};
use arrow_schema::DataType;

use super::build::Planner;
use super::context::Reported;
use super::{ColumnId, Pins, Planned, TableId};
use crate::diag::Diagnostic;
use crate::distributions::Weighted;
use crate::engine::{Cells, Column};
use crate::locale;
use crate::random::Domain;
use crate::source::Node;

/// The locale where a spec names none.
const DEFAULT: &str = "en_US";

impl Planner<'_> {
    /// The locale of a table's rows: one for all, or the hidden column that holds its number.
    pub(super) fn row_locale(&mut self, table: TableId, own: Option<&Node>) -> Result<Result<u8, ColumnId>, Reported> {
        let (spec, tables) = (self.spec, &self.tables);
        let node = own.or(tables[table.0].spec.locale.as_ref()).or(spec.locale.as_ref());
        let choices = self.locales(node)?;
        let pins = self.pinned_locales(table);
        match (&choices[..], &pins) {
            ([(only, _)], None) => return Ok(Ok(*only)),
            ([], _) => return Ok(Ok(number_of(DEFAULT).unwrap_or(0))),
            _ => {}
        }
        let key = self.tables[table.0].key.derive(Domain::Locale, "");
        let span = node.map_or(self.tables[table.0].spec.name.span, |node| node.span);
        let name = format!("$locale:{}", span.start);
        let weights: Vec<f64> = choices.iter().map(|(_, weight)| *weight).collect();
        let weighted = Weighted::new(&weights).map_err(|error| {
            let error = Diagnostic::error("E0504", error.message).at(span, "cannot be drawn from").help(error.help);
            self.diagnostics.push(error);
            Reported
        })?;
        let numbers = choices.iter().map(|(number, _)| *number).collect();
        let id = self
            .internal(table, &name, span, key, |_| Ok(Planned::new(DataType::UInt8, Locales { weighted, numbers })))?;
        self.columns[id.0].pins = pins;
        Ok(Err(id))
    }

    /// The locales that rows may have: those that are drawn and those that pins fix.
    pub(super) fn possible_locales(&mut self, table: TableId, own: Option<&Node>) -> Result<Vec<u8>, Reported> {
        let spec = self.spec;
        let node = own.or(self.tables[table.0].spec.locale.as_ref()).or(spec.locale.as_ref());
        let drawn = self.locales(node)?.into_iter().filter(|(_, weight)| *weight > 0.0).map(|(number, _)| number);
        let mut all: Vec<u8> = drawn.collect();
        if let Some(pins) = self.pinned_locales(table) {
            all.extend(pins.values.as_primitive::<UInt8Type>().values());
        }
        all.sort_unstable();
        all.dedup();
        Ok(all)
    }

    /// Numbers and weights of the locales that a node names.
    fn locales(&mut self, node: Option<&Node>) -> Result<Vec<(u8, f64)>, Reported> {
        let Some(node) = node else { return Ok(number_of(DEFAULT).map(|number| (number, 1.0)).into_iter().collect()) };
        let named: Vec<(&str, crate::diag::Span, f64)> = match node.text() {
            Some(code) => vec![(code, node.span, 1.0)],
            None => {
                let weight = |value: &Node| value.text().and_then(|text| text.parse().ok()).unwrap_or(0.0);
                node.entries().iter().map(|entry| (entry.key.as_str(), entry.key_span, weight(&entry.value))).collect()
            }
        };
        let mut found = Vec::new();
        for (code, span, weight) in named {
            match number_of(code) {
                Some(number) => found.push((number, weight)),
                None => {
                    let codes = || locale::ALL.iter().map(|locale| locale.code);
                    let error =
                        Diagnostic::error("E0429", format!("unknown locale `{code}`")).at(span, "not one of ours");
                    let list = codes().collect::<Vec<_>>().join(", ");
                    self.diagnostics.push(error.suggest(code, codes()).help(format!("the locales are {list}")));
                    return Err(Reported);
                }
            }
        }
        Ok(found)
    }

    /// A pinned country fixes the row's locale where one of ours is at home there.
    fn pinned_locales(&self, table: TableId) -> Option<Pins> {
        let fixed = self.pins.field(table, "address", "country_code")?;
        let at_home = fixed.iter().filter_map(|(row, value)| {
            let country = value.text()?;
            Some((*row, locale::ALL.iter().position(|locale| locale.country_code == country)? as u8))
        });
        let (rows, numbers): (Vec<u64>, Vec<u8>) = at_home.unzip();
        (!rows.is_empty()).then(|| Pins { rows, values: Arc::new(UInt8Array::from(numbers)) })
    }
}

fn number_of(code: &str) -> Option<u8> {
    locale::ALL.iter().position(|locale| locale.code == code).map(|number| number as u8)
}

struct Locales {
    weighted: Weighted,
    numbers: Vec<u8>,
}

impl Column for Locales {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let pick = |bits| self.numbers[self.weighted.pick(bits)];
        Arc::new(UInt8Array::from_iter_values(cells.bits(0).into_iter().map(pick)))
    }
}
