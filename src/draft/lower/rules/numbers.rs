//! A number below or above another: nothing where their bounds part them; else one of the two is a share of the room that the
//! other leaves it.

use super::comparison::{Comparison, Distance, Relation};
use super::{Outcome, dependent, ranges};
use crate::draft::lower::sheet::{Col, Sheet};
use crate::fmt::Value;

/// Builds a comparison of two numbers in.
pub(super) fn order(sheets: &mut [Sheet], at: usize, found: &Comparison, first: &str) -> Outcome {
    let (factor, summand) = match &found.distance {
        Distance::None => (1.0, 0.0),
        Distance::Number { factor, summand } => (*factor, *summand),
        Distance::Time(_) => return Outcome::Unreadable("a length of time stands behind a number".to_owned()),
    };
    if found.relation == Relation::Equal {
        return equal(&mut sheets[at], found);
    }
    // The lesser side first; what is done to the right side stays with it.
    let right = match (factor == 1.0, summand == 0.0) {
        (true, true) => found.right.clone(),
        (false, _) => format!("{} * {factor}", found.right),
        (true, false) if summand < 0.0 => format!("{} - {}", found.right, -summand),
        (true, false) => format!("{} + {summand}", found.right),
    };
    let range = |side: &str| ranges::numbers(sheets, at, side);
    let own = range(&found.left);
    let other = range(&found.right).map(|(low, high)| (low * factor + summand, high * factor + summand));
    if let (Some(own), Some(other)) = (own, other) {
        let (less, more) = if found.relation.is_greater() { (other, own) } else { (own, other) };
        if less.1 < more.0 || (less.1 == more.0 && !found.relation.is_strict()) {
            return Outcome::Done;
        }
        if less.0 > more.1 || (less.0 == more.1 && found.relation.is_strict()) {
            return contradiction(found, own, other);
        }
    }
    let sheet = &sheets[at];
    let is_plain = factor == 1.0 && summand == 0.0;
    let can = |side: &str| {
        let is_number = |column: &Col| column.single().is_some_and(|branch| branch.generator == "number");
        sheet.column(side).is_some_and(is_number) && (is_plain || side == found.left)
    };
    let (low, high) =
        if found.relation.is_greater() { (&found.right, &found.left) } else { (&found.left, &found.right) };
    // The lower one is made from the higher one where there is always room for it, and the other way round.
    let unit =
        |side: &str| ranges::find(sheets, at, side).and_then(|(_, column)| ranges::scale(column)).map_or(0.01, unit_of);
    let room = if found.relation.is_strict() { unit(&found.left).max(unit(&found.right)) } else { 0.0 };
    let fits = |own: Option<(f64, f64)>, other: Option<(f64, f64)>, below: bool| match (own, other) {
        (Some(own), Some(other)) => {
            if below {
                own.0 + room <= other.0
            } else {
                own.1 >= other.1 + room
            }
        }
        _ => false,
    };
    let left_fits = fits(own, other, !found.relation.is_greater());
    let right_fits = fits(other, own, found.relation.is_greater());
    let preferred = match dependent(sheet, found, first, &can) {
        Some(true) if right_fits && !left_fits && can(&found.right) && !found.right.contains('.') => false,
        Some(false) if left_fits && !right_fits && can(&found.left) && !found.left.contains('.') => true,
        Some(left) => left,
        None => {
            return Outcome::Impossible(format!("`{low}` cannot be kept below `{high}`: neither is a plain number"));
        }
    };
    let (name, base, relation) = match preferred {
        true => (found.left.clone(), right, found.relation),
        false => (found.right.clone(), found.left.clone(), found.relation.flipped()),
    };
    let bounds = ranges::numbers(sheets, at, &name);
    let has_room = if preferred { left_fits } else { right_fits };
    let room = Room { relation, bounds, has_room };
    share(&mut sheets[at], &name, &base, &room)
}

fn contradiction(found: &Comparison, own: (f64, f64), other: (f64, f64)) -> Outcome {
    let (sign, end) = if found.relation.is_greater() { ("above", "at most") } else { ("below", "at least") };
    let (own, other) = if found.relation.is_greater() { (own.1, other.0) } else { (own.0, other.1) };
    let side = if found.relation.is_greater() { "at least" } else { "at most" };
    Outcome::Contradiction(
        format!("`{}` is {end} {own} and cannot be {sign} `{}`, which is {side} {other}", found.left, found.right),
        "change the bounds of one of them, or drop the rule".to_owned(),
    )
}

fn equal(sheet: &mut Sheet, found: &Comparison) -> Outcome {
    let (own, other) = if found.left.contains('.') { (&found.right, &found.left) } else { (&found.left, &found.right) };
    if let Some(column) = sheet.column_mut(own) {
        column.make("expr", vec![("expr".to_owned(), Value::text(other))]);
    }
    Outcome::Done
}

/// Where a column lies: its relation to the other one, its own bounds, and whether these always leave room for it.
struct Room {
    relation: Relation,
    bounds: Option<(f64, f64)>,
    has_room: bool,
}

/// Makes a column from a hidden share of the room between its own bound and the other column.
fn share(sheet: &mut Sheet, name: &str, base: &str, room: &Room) -> Outcome {
    let Room { relation, bounds, has_room } = *room;
    let hidden = sheet.hidden_name(&format!("{name}_share"));
    let Some(column) = sheet.column_mut(name) else { return Outcome::Done };
    let scale = ranges::scale(column);
    let unit = match (relation.is_strict(), scale) {
        (false, _) => 0.0,
        (true, Some(scale)) => unit_of(scale),
        (true, None) => 0.01,
    };
    let expr = match (relation.is_greater(), bounds) {
        (false, Some((low, high))) if has_room => {
            format!("{low} + {hidden} * (least({}, {high}) - {low})", plus(base, -unit))
        }
        (true, Some((low, high))) if has_room => {
            let bottom = format!("greatest({}, {low})", plus(base, unit));
            format!("{bottom} + {hidden} * ({high} - {bottom})")
        }
        (false, Some((low, high))) => {
            let top = format!("least({}, {high})", plus(base, -unit));
            let low_end = format!("least({low}, {top})");
            format!("{low_end} + {hidden} * ({top} - {low_end})")
        }
        (true, Some((low, high))) => {
            let bottom = format!("greatest({}, {low})", plus(base, unit));
            format!("{bottom} + {hidden} * (greatest({high}, {bottom}) - {bottom})")
        }
        (false, None) => format!("{hidden} * ({})", plus(base, -unit)),
        (true, None) => format!("({}) * (1 + {hidden})", plus(base, unit)),
    };
    let rounded = match scale {
        Some(scale) => format!("round({expr}, {scale})"),
        None => expr,
    };
    column.make("expr", vec![("expr".to_owned(), Value::text(&rounded))]);
    column.range = bounds.filter(|_| has_room);
    let ends = [("min", "0"), ("max", "1")].map(|(key, end)| (key.to_owned(), Value::plain(end)));
    let mut drawn = Col::of(&hidden, "number", ends.to_vec());
    drawn.data_type = Some("decimal(7,6)".to_owned());
    sheet.insert_before(name, drawn);
    Outcome::Assumed {
        column: name.to_owned(),
        text: format!("`{name}` is spread evenly over the room that `{base}` leaves it"),
        chosen: "evenly".to_owned(),
    }
}

fn plus(base: &str, summand: f64) -> String {
    match summand {
        0.0 => base.to_owned(),
        less if less < 0.0 => format!("{base} - {}", -less),
        more => format!("{base} + {more}"),
    }
}

/// The least step of numbers with so many digits behind the point.
fn unit_of(scale: u32) -> f64 {
    format!("1e-{scale}").parse().expect("it is a number")
}
