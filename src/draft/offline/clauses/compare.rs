//! "the cost is below the price", "the discount never exceeds the total" -> the order of two numbers.

use std::ops::Range;

use super::edit::{add_rule, prove};
use super::events::qualified;
use super::view::View;
use super::windows::is_time;
use crate::draft::ir::RuleKind;
use crate::draft::offline::scene::{Place, Scene};

/// Words between two numbers -> the sign.
const SIGNS: &[(&str, &str)] = &[
    (
        "%col .. never|not|no|cannot|can't|mustn't|doesn't be|exceed|exceeds? more|greater|higher|larger|above|over|bigger than? the|its|their? .. %col",
        "<=",
    ),
    ("%col .. never|not|no|cannot|can't|mustn't|doesn't exceed|exceeds the|its|their? .. %col", "<="),
    ("%col .. never|not|no|cannot|can't be? less|lower|smaller|below|under|fewer than? the|its|their? .. %col", ">="),
    ("%col .. at most|max|maximum as|the|its|their? .. %col", "<="),
    ("%col .. at least the|its|their? .. %col", ">="),
    ("%col .. up to the|its|their? .. %col", "<="),
    ("%col .. less|lower|smaller|fewer|cheaper than the|its|their? .. %col", "<"),
    ("%col .. below|under|beneath the|its|their? .. %col", "<"),
    ("%col .. more|greater|higher|larger|bigger than the|its|their? .. %col", ">"),
    ("%col .. above|over|exceeds|exceed|exceeding the|its|their? .. %col", ">"),
    ("%col < = %col", "<="),
    ("%col > = %col", ">="),
    ("%col <=|≤ %col", "<="),
    ("%col >=|≥ %col", ">="),
    ("%col < %col", "<"),
    ("%col > %col", ">"),
    ("less|lower|smaller than|equal? or? equal? to? the|its|their? %col", "<"),
    ("below|under the|its|their? %col", "<"),
    ("not|never|no|at more|greater|higher|most than? the|its|their? %col", "<="),
    ("up to the|its|their? %col", "<="),
    ("more|greater|higher|larger than the|its|their? %col", ">"),
    ("above|exceeds|exceeding the|its|their? %col", ">"),
    ("%col .. niedriger|kleiner|geringer als der|die|das? %col", "<"),
    ("%col .. höher|größer als der|die|das? %col", ">"),
    ("%col .. unter dem|der %col", "<"),
    ("%col .. inférieur|inférieure à|au la? %col", "<"),
    ("%col .. menor|inferior|minore|inferiore que|a|di|al? el|la|o|del|della? %col", "<"),
    ("%col .. mayor|superior|maggiore|superiore|maior que|a|di|al? el|la|o|del|della? %col", ">"),
];

/// Reads the order of two numbers.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (left, right, sign, tokens) = SIGNS.iter().find_map(|(pattern, sign)| pair(&view, pattern, sign))?;
    let is_number = |place: &Place| {
        view.column(place).is_some_and(|column| {
            !is_time(column) && !super::values::is_boolean(column) && column.generator != "choice"
        })
    };
    if left == right || !is_number(&left) || !is_number(&right) {
        return None;
    }
    let (left, right, sign) = match qualified(view.scene, &left.table, &right) {
        Some(_) => (left, right, sign),
        None => (right, left, contrary(sign)),
    };
    let name = qualified(view.scene, &left.table, &right)?;
    drop(view);
    for place in [&left, &right] {
        if let Some(column) = scene.column_mut(place)
            && column.generator == "product.price"
        {
            super::edit::turn_into(column, "number");
            column.r#type = crate::draft::ir::ColumnType::Decimal;
            column.params = [("min", "1"), ("max", "500")].map(|(key, value)| super::edit::param(key, value)).into();
        }
    }
    let expression = format!("{} {sign} {name}", left.column);
    let quote = scene.quote(tokens.clone());
    add_rule(scene, RuleKind::Compare, &left.table, vec![left.column.clone(), name], expression, quote);
    prove(scene, &left, tokens.clone());
    Some(tokens)
}

fn pair(
    view: &View<'_, '_>,
    pattern: &'static str,
    sign: &'static str,
) -> Option<(Place, Place, &'static str, Range<usize>)> {
    let found = view.find(&[pattern])?;
    let mut columns = found.columns();
    let right = columns.pop()?;
    let left = columns.pop().or_else(|| view.column_before(found.tokens.start)).or_else(|| view.place())?;
    let skipped = view.clause.start..found.tokens.start;
    let has_share = found.tokens.clone().any(|at| view.share_at(at).is_some());
    (!has_share || skipped.is_empty()).then_some((left, right, sign, found.tokens))
}

fn contrary(sign: &'static str) -> &'static str {
    match sign {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        _ => "<=",
    }
}
