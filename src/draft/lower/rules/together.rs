//! Columns that are unique together, where that holds by construction.

use super::Outcome;
use crate::draft::lower::sheet::Sheet;
use crate::fmt::Value;

/// Builds a list of columns in that never repeat together.
pub(super) fn unique(sheet: &mut Sheet, columns: &[String]) -> Outcome {
    let known: Vec<String> = columns.iter().filter(|name| sheet.column(name).is_some()).cloned().collect();
    match &known[..] {
        [] => return Outcome::Unreadable(format!("no column of `{}` is named", sheet.name)),
        [one] => {
            let column = sheet.column_mut(one);
            column.into_iter().for_each(|column| column.is_unique = true);
            return Outcome::Done;
        }
        _ => {}
    }
    let owner = sheet.owner().map(str::to_owned);
    let is_of_owner = |name: &String| {
        let branch = sheet.column(name).and_then(|column| column.single());
        let of = branch.filter(|branch| branch.generator == "field").and_then(|branch| branch.text("of"));
        owner.as_deref().zip(of).is_some_and(|(owner, of)| of.split('.').next() == Some(owner))
    };
    let generator =
        |name: &String| sheet.column(name).and_then(|column| column.single()).map(|branch| branch.generator.clone());
    let has = |wanted: &str| known.iter().find(|name| generator(name).as_deref() == Some(wanted)).cloned();
    let is_unique = known
        .iter()
        .any(|name| sheet.column(name).is_some_and(|column| column.is_unique) || sheet.key == [name.clone()]);
    let by_owner = known.iter().any(is_of_owner);
    if !is_unique && by_owner && has("ordinal").is_none() {
        let Some(pick) = has("ref").filter(|pick| is_pick(sheet, pick)) else {
            return Outcome::Impossible(text(&known));
        };
        let owner = owner.unwrap_or_default();
        if let Some(branch) = sheet.column_mut(&pick).and_then(|column| column.single_mut()) {
            branch.set("distinct_in", Value::text(&owner));
        }
    } else if !is_unique && !by_owner && !known.iter().all(|name| has_even_domain(sheet, name)) {
        return Outcome::Impossible(text(&known));
    }
    let is_same = |list: &[String]| list.len() == known.len() && list.iter().all(|name| known.contains(name));
    if !is_same(&sheet.key) && !sheet.unique.iter().any(|list| is_same(list)) {
        sheet.unique.push(known);
    }
    Outcome::Done
}

fn text(columns: &[String]) -> String {
    format!("{} together cannot be kept from repeating", columns.join(" and "))
}

/// Whether a reference can be distinct: it neither picks earlier rows nor is it null at times.
fn is_pick(sheet: &Sheet, name: &str) -> bool {
    let column = sheet.column(name);
    column.is_some_and(|column| {
        column.null.is_none()
            && column
                .single()
                .is_some_and(|branch| branch.text("earlier").is_none() && branch.text("other_than").is_none())
    })
}

/// Whether a column takes all of few values alike.
fn has_even_domain(sheet: &Sheet, name: &str) -> bool {
    let Some(column) = sheet.column(name).filter(|column| column.null.is_none()) else { return false };
    column.single().is_some_and(|branch| match branch.generator.as_str() {
        "choice" => branch.params.iter().all(|(key, of)| key != "of" || of.as_map().is_none()),
        "number" => {
            branch.text("dist").is_none() && column.data_type.as_deref().is_some_and(|name| !name.starts_with("float"))
        }
        "pattern" => true,
        _ => false,
    })
}
