//! "in steps of 5", "two decimals", "whole numbers" -> how numbers are rounded, and their type.

use std::ops::Range;

use super::edit::{drop_param, prove, turn_into};
use super::phrase::Match;
use super::view::View;
use crate::draft::ir::ColumnType;
use crate::draft::offline::scene::Scene;

/// Reads steps and digits.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let step = view.find(&[
        "in|with|at? steps|increments|intervals|multiples of|by %num",
        "multiple|multiples|vielfache|multiples|múltiplos|multipli of|von|de|di? %num",
        "rounded|round to the? nearest|next|full? %num",
        "in %num steps|increments",
        "in|schritten schritten von? %num",
        "par pas de %num",
        "divisible by %num",
    ]);
    let is_digits = |found: &Match| {
        ["decimal", "digit", "place", "nachkomma", "fraction"]
            .iter()
            .any(|stem| view.norm(found.tokens.end).starts_with(stem))
    };
    if let Some(found) = step.filter(|found| !is_digits(found)) {
        let place = view.subject(&found.tokens).filter(|place| is_number(&view, place))?;
        let step = found.nums().pop()?;
        drop(view);
        if let Some(column) = scene.column_mut(&place) {
            turn_into(column, "number");
            column.set("round.step", step.text);
            column.r#type = match column.r#type {
                ColumnType::Auto if step.scale == 0 => ColumnType::Integer,
                ColumnType::Auto => ColumnType::Decimal,
                known => known,
            };
        }
        prove(scene, &place, found.tokens.clone());
        return Some(found.tokens);
    }
    let found = view.find(&[
        "rounded? with|to? %num decimal|fractional digit|digits|place|places",
        "rounded? with|to? %num decimals|decimal",
        "with|to? %num digits|places after|behind the decimal? point|comma",
        "with|mit? %num nachkommastellen|dezimalstellen",
        "avec|con|com? %num décimales|decimales|decimali|decimais",
        "whole|integer|round number|numbers|units|only|euros|dollars|values?",
        "no|without decimals|fractions|cents",
        "integers|integer|ganze|ganzzahlig|entiers|enteros|interi|inteiros zahlen?",
        "in|to|with the? cents|cent|pennies",
    ])?;
    let place = view.subject(&found.tokens).filter(|place| is_number(&view, place))?;
    let digits = found.nums().pop().map(|num| num.value as u32);
    let is_whole = digits == Some(0)
        || (digits.is_none()
            && !found.tokens.clone().any(|at| {
                matches!(view.norm(at), "cent" | "pennies")
                    || (view.norm(at) == "cents" && !matches!(view.norm(found.tokens.start), "no" | "without"))
            }));
    drop(view);
    if let Some(column) = scene.column_mut(&place) {
        if !matches!(column.generator.as_str(), "number" | "expr" | "rollup" | "cumulative" | "field" | "constant") {
            turn_into(column, "number");
        }
        if is_whole {
            column.r#type = ColumnType::Integer;
            drop_param(column, "scale");
        } else {
            column.r#type = ColumnType::Decimal;
            column.set("scale", digits.unwrap_or(2).min(12).to_string());
        }
    }
    prove(scene, &place, found.tokens.clone());
    Some(found.tokens)
}

fn is_number(view: &View<'_, '_>, place: &crate::draft::offline::scene::Place) -> bool {
    view.column(place).is_some_and(|column| {
        let is_text =
            matches!(column.generator.as_str(), "choice" | "bool" | "pattern" | "uuid" | "ulid" | "sequence" | "ref")
                || column.generator.starts_with("person.");
        !is_text && !super::windows::is_time(column) && column.role == crate::draft::ir::Role::Attribute
    })
}
