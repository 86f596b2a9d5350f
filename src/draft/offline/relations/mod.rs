//! Phrases about two tables -> relationships: children of an owner, picks, tables between two, references to itself.

mod between;
mod itself;
mod once;
mod pairs;
mod refs;
mod roles;
mod some;
mod twice;

use std::ops::Range;

use super::clauses;
use super::frame::Frame;
use super::phrases::{Phrase, Quantity};
use super::scene::Scene;
use super::tables;
use crate::diag::Diagnostic;
use crate::draft::ir::{Column, Origin, Relationship, Role, RowsOrigin, Shape, Tie};
use crate::draft::offline::lex;
use crate::draft::text::number;
use crate::words::grouped;
pub use between::{counted, is_common, many_to_many};
pub use itself::{
    is_above, leads_to_own, named as refer_to_self, orphaned, other_of_same, reference_to_self, role_of,
    tie as tie_above, to_itself, tree,
};
pub use once::{crossing, listed as listed_once, pair as once_per_pair};
pub use pairs::{apart, read as pairs};
pub use refs::{become_references, drop_loose, link, parent_for, pick, pick_loosely, refer, reference_item};
pub use roles::{optional, read as roles};
pub use some::for_some;
pub use twice::read as pair_of_one;

/// `1 to 3 contracts` of a table: its children, or picks of a table that stands by itself.
pub fn children(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    parent: &str,
    quantity: &Quantity,
    phrase: &Phrase,
    evidence: Range<usize>,
) -> String {
    let existed = tables::known(scene, &scene.words(phrase.name.clone()));
    if existed.is_none() && is_own_column(scene, parent, phrase) {
        scene.claim(phrase.whole.clone());
        return parent.to_owned();
    }
    let child = match existed.filter(|name| name != parent) {
        Some(child) => child,
        None => tables::declare(scene, phrase.name.clone()),
    };
    scene.claim(evidence.start..phrase.whole.end);
    let closer = bracketed(scene, phrase.whole.end).filter(|_| quantity.is_vague);
    let quantity = closer.as_ref().unwrap_or(quantity);
    let parents = scene.ir.table(parent).map_or(0, |table| table.rows);
    if quantity.is_count
        && !frame.is_each
        && quantity.max >= 50
        && quantity.max >= parents
        && parents > 0
        && child != parent
    {
        tables::count(scene, frame, &child, quantity.max, evidence.start..phrase.whole.end);
        refs::pick(scene, &child, parent, None, evidence.start..phrase.whole.end);
        return child;
    }
    relate(scene, frame, parent, &child, quantity, evidence.start..phrase.whole.end);
    child
}

/// Whether what is counted is a column that was declared: `stations(name, docks)` and `40 stations with 10 to 35 docks each`.
fn is_own_column(scene: &Scene<'_>, parent: &str, phrase: &Phrase) -> bool {
    let words = scene.words(phrase.name.clone());
    let column = scene.ir.table(parent).and_then(|table| {
        let (score, name) = scene.find_column_in(table, &words)?;
        table.column(name).filter(|_| score == 100)
    });
    column.is_some_and(|column| column.role == Role::Attribute && column.origin == Origin::Stated)
}

/// The numbers in parentheses that say better what `many` means: `many albums (1-9)`.
fn bracketed(scene: &mut Scene<'_>, at: usize) -> Option<Quantity> {
    let found = scene.quantity(at + 1, at + 8).filter(|found| scene.text.norm(at) == "(" && !found.is_vague)?;
    let close = (found.end..found.end + 4).find(|at| scene.text.norm(*at) == ")")?;
    scene.take(at..close + 1);
    Some(Quantity { is_count: false, ..found })
}

/// Ties a child to a parent with so many children each.
pub fn relate(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    parent: &str,
    child: &str,
    quantity: &Quantity,
    evidence: Range<usize>,
) {
    scene.claim(quantity_words(&evidence, quantity));
    if let Some(tail) = scene.average_behind(quantity.end).filter(|_| quantity.mean > 0.0) {
        scene.claim(tail);
    }
    if child == parent {
        return itself::tie(scene, child, evidence);
    }
    if quantity.is_vague && has_between(scene, child, parent) {
        return scene.claim(evidence);
    }
    // "Bands consist of 3 to 6 musicians, and a musician plays in up to 3 bands".
    let is_reverse =
        |tie: &Relationship| tie.child_table == parent && tie.parent_table == child && tie.tie == Tie::Owns;
    if quantity.max != 1 && scene.ir.relationships.iter().any(is_reverse) {
        return become_shared(scene, frame, child, parent, evidence);
    }
    if between::is_between(scene, frame, parent, child, quantity, &evidence) {
        return between::tie(scene, frame, parent, child, quantity, evidence);
    }
    let owned = scene.ir.relationships.iter().find(|tie| tie.child_table == child && tie.tie == Tie::Owns).cloned();
    if let Some(known) = owned {
        if known.parent_table == parent {
            refine(scene, parent, child, quantity, evidence);
        } else {
            refs::pick(scene, child, parent, None, evidence);
        }
        return;
    }
    if let Some(rows) =
        scene.ir.table(child).filter(|table| table.rows_origin == RowsOrigin::Stated).map(|table| table.rows)
        && !owner_fits(scene, frame, parent, child, rows, quantity, &evidence)
    {
        return;
    }
    let is_loose = |tie: &Relationship| {
        tie.child_table == child && tie.parent_table == parent && tie.tie == Tie::Picks && !tie.distinct
    };
    let column = reference_name(scene, parent, None);
    scene.ir.relationships.retain(|tie| !(is_loose(tie) && tie.child_column == column));
    own(scene, parent, child, quantity, evidence);
}

/// Ties the rows of a time grid to the table whose every row has a grid of its own.
pub fn on_grid(scene: &mut Scene<'_>, parent: &str, child: &str, evidence: Range<usize>) {
    let is_tied = |tie: &Relationship| tie.child_table == child && tie.parent_table == parent;
    if let Some(tie) = scene.ir.relationships.iter_mut().find(|tie| is_tied(tie)) {
        tie.tie = Tie::Owns;
        return;
    }
    let end = evidence.end;
    let shape = Shape::Uniform;
    let quantity = Quantity { min: 0, max: 0, mean: 0.0, shape, is_vague: false, is_count: false, end };
    own(scene, parent, child, &quantity, evidence);
}

fn quantity_words(evidence: &Range<usize>, quantity: &Quantity) -> Range<usize> {
    evidence.start.min(quantity.end)..quantity.end
}

/// Assumes that the numbers per row of a parent count, and not the total of its children that was said.
pub fn assume_near(scene: &mut Scene<'_>, parent: &str, child: &str) {
    let text = format!(
        "the number of `{child}` follows from the numbers per row of `{parent}`; the total that was said is only near"
    );
    scene.assume(format!("tables.{child}.rows"), text, "numbers per row");
}

/// Whether a child with a count of its own can have these numbers per parent; a contradiction is refused.
fn owner_fits(
    scene: &mut Scene<'_>,
    frame: &Frame,
    parent: &str,
    child: &str,
    rows: u64,
    quantity: &Quantity,
    evidence: &Range<usize>,
) -> bool {
    let parents = scene.ir.table(parent).map_or(0, |table| table.rows);
    let is_open = quantity.is_vague || quantity.max == 0;
    // `some` and `one or more` are no number, but one at least.
    let least = parents.saturating_mul(if quantity.is_vague { quantity.min.min(1) } else { quantity.min });
    let most = if is_open { u64::MAX } else { parents.saturating_mul(quantity.max) };
    if parents == 0 || quantity.mean > 0.0 || (rows >= least && rows <= most) {
        assume_near(scene, parent, child);
        return true;
    }
    let total = frame.counts.get(child).map(|place| scene.span(place.clone()));
    let each = clauses::between(least / parents, if is_open { u64::MAX } else { quantity.max });
    let message = format!(
        "{} `{parent}` with {each} `{child}` each are {}, not {}",
        grouped(parents),
        clauses::between(least, most),
        grouped(rows)
    );
    let mut finding = Diagnostic::error("E1222", message).help("change one of the three numbers");
    if let Some(total) = total {
        finding = finding.and(total, "the total");
    }
    scene.refuse(evidence.clone(), "numbers per row", finding);
    false
}

/// The child has this parent for its owner.
fn own(scene: &mut Scene<'_>, parent: &str, child: &str, quantity: &Quantity, evidence: Range<usize>) {
    let column = only_pick(scene, child, parent).unwrap_or_else(|| reference_name(scene, parent, None));
    let quote = scene.quote(evidence);
    put_key(scene, child, &column, &quote);
    scene.ir.relationships.retain(|tie| tie.child_table != child || tie.child_column != column);
    let tie = Relationship {
        tie: Tie::Owns,
        child_table: child.to_owned(),
        child_column: column.clone(),
        parent_table: parent.to_owned(),
        min_children: quantity.min,
        max_children: quantity.max,
        mean_children: quantity.mean,
        shape: quantity.shape,
        origin: Origin::Stated,
        evidence: vec![quote],
        ..Relationship::default()
    };
    scene.ir.relationships.push(tie);
    if let Some(table) = scene.ir.table_mut(child) {
        table.rows = 0;
        table.rows_origin = RowsOrigin::Inferred;
    }
    if quantity.is_vague {
        guess(scene, parent, child, &column, quantity);
    }
}

/// The only reference of a child to a parent, where it has been declared before it is said how many there are.
fn only_pick(scene: &Scene<'_>, child: &str, parent: &str) -> Option<String> {
    let mut ties = scene.ir.relationships.iter().filter(|tie| tie.child_table == child && tie.parent_table == parent);
    let only = ties.next().filter(|tie| tie.tie == Tie::Picks && !tie.distinct && tie.other_than.is_empty())?;
    ties.next().is_none().then(|| only.child_column.clone())
}

/// What words such as `several` are taken for.
fn guess(scene: &mut Scene<'_>, parent: &str, child: &str, column: &str, quantity: &Quantity) {
    let path = format!("relationships.{child}.{column}");
    let chosen = format!("{} to {}", quantity.min, quantity.max);
    scene.assume(path.clone(), format!("how many `{child}` a row of `{parent}` has is not said in numbers"), chosen);
    let asked = format!("At most how many `{child}` does one row of `{parent}` have?");
    scene.ask(format!("{path}.max_children"), asked, &[], quantity.max.to_string());
}

/// A second word on the same tie says it better when it has numbers.
pub(super) fn refine(scene: &mut Scene<'_>, parent: &str, child: &str, quantity: &Quantity, evidence: Range<usize>) {
    let quote = scene.quote(evidence);
    let tie = scene.ir.relationships.iter_mut().find(|tie| tie.child_table == child && tie.parent_table == parent);
    let Some(tie) = tie.filter(|_| !quantity.is_vague) else { return };
    (tie.min_children, tie.max_children) = (quantity.min, quantity.max);
    (tie.mean_children, tie.shape) = (quantity.mean, quantity.shape);
    tie.evidence.push(quote);
    let path = format!("relationships.{child}.{}", tie.child_column);
    scene.ir.assumptions.retain(|known| known.path != path);
    scene.ir.questions.retain(|known| !known.path.starts_with(&path));
}

/// The name of a column that refers to a table: `customer_id`, `home_team_id`.
pub fn reference_name(scene: &Scene<'_>, parent: &str, role: Option<&str>) -> String {
    let key = scene.ir.table(parent).and_then(|table| table.columns.iter().find(|column| column.role == Role::Pk));
    let own = lex::singular(parent, scene.language);
    match (role, key) {
        (Some(role), _) if role.ends_with("_id") => role.to_owned(),
        (Some(role), _) => format!("{role}_id"),
        (None, Some(key)) if key.name != "id" && key.name.starts_with(&own) => key.name.clone(),
        (None, _) => format!("{own}_id"),
    }
}

/// Adds the column of a reference; one that is there becomes one.
pub fn put_key(scene: &mut Scene<'_>, child: &str, column: &str, quote: &str) {
    let Some(table) = scene.ir.table_mut(child) else { return };
    if let Some(known) = table.column_mut(column) {
        known.role = Role::Fk;
        known.generator = String::new();
        known.params.clear();
        return;
    }
    let at = table.columns.iter().take_while(|known| known.role != Role::Attribute).count();
    let evidence: Vec<String> = Some(quote.to_owned()).into_iter().filter(|quote| !quote.is_empty()).collect();
    table.columns.insert(at, Column { name: column.to_owned(), role: Role::Fk, evidence, ..Column::default() });
}

/// Ties two tables by one between, though no numbers were said.
pub fn shared(scene: &mut Scene<'_>, parent: &str, child: &str, evidence: Range<usize>) {
    let name = format!("{}_{child}", lex::singular(parent, scene.language));
    let is_known = |between: &str, scene: &Scene<'_>| {
        tied(scene, between, child).is_some() && tied(scene, between, parent).is_some()
    };
    if scene.ir.tables.iter().any(|table| is_known(&table.name, scene)) || is_known(&name, scene) {
        return;
    }
    let quantity = Quantity {
        min: 1,
        max: 4,
        mean: 0.0,
        shape: Shape::Uniform,
        is_vague: true,
        is_count: false,
        end: evidence.start,
    };
    between::tie(scene, &mut Frame::default(), parent, child, &quantity, evidence);
    super::finish::key(scene, &name);
}

/// `a language is mastered by many translators`: rows of the child are shared, so that those that were taken for the parent's own
/// are picked by a table between.
pub fn become_shared(scene: &mut Scene<'_>, frame: &mut Frame, parent: &str, child: &str, evidence: Range<usize>) {
    frame.shared.insert(child.to_owned());
    scene.claim(evidence.clone());
    let is_owned = |tie: &Relationship| tie.child_table == child && tie.parent_table == parent && tie.tie == Tie::Owns;
    let Some(at) = scene.ir.relationships.iter().position(is_owned) else { return };
    let tie = scene.ir.relationships.remove(at);
    if let Some(table) = scene.ir.table_mut(child) {
        table.columns.retain(|column| column.name != tie.child_column);
    }
    // The number of its rows that was said holds again.
    let place = frame.counts.get(child).cloned().unwrap_or_default();
    if let Some(found) = place.clone().find_map(|at| number::count(scene.text, at)) {
        tables::count(scene, frame, child, found.value, place);
    }
    let quantity = Quantity {
        min: tie.min_children,
        max: tie.max_children,
        mean: tie.mean_children,
        shape: tie.shape,
        is_vague: false,
        is_count: false,
        end: evidence.start,
    };
    between::tie(scene, frame, parent, child, &quantity, evidence);
}

/// Whether a table stands between two.
pub fn has_between(scene: &Scene<'_>, one: &str, other: &str) -> bool {
    let ties = &scene.ir.relationships;
    ties.iter().any(|tie| {
        tie.parent_table == one
            && ties.iter().any(|second| {
                second.child_table == tie.child_table && second.parent_table == other && second.distinct != tie.distinct
            })
    })
}

/// Whether two tables are tied.
pub fn tied<'s>(scene: &'s Scene<'_>, child: &str, parent: &str) -> Option<&'s Relationship> {
    scene.ir.relationships.iter().find(|tie| tie.child_table == child && tie.parent_table == parent)
}

/// Sets the share of the parents without children.
pub fn childless(scene: &mut Scene<'_>, child: &str, parent: &str, rate: f64, tokens: Range<usize>) -> bool {
    let quote = scene.quote(tokens.clone());
    let tie = scene
        .ir
        .relationships
        .iter_mut()
        .find(|tie| tie.child_table == child && tie.parent_table == parent && tie.tie == Tie::Owns);
    let Some(tie) = tie else { return false };
    tie.childless_rate = rate;
    tie.min_children = tie.min_children.max(1);
    tie.evidence.push(quote);
    scene.claim(tokens);
    true
}

/// Says that most picks fall on a few parents.
pub fn skew(scene: &mut Scene<'_>, child: &str, parent: &str, tokens: Range<usize>) {
    let quote = scene.quote(tokens.clone());
    if tied(scene, child, parent).is_none() {
        refs::pick(scene, child, parent, None, tokens.clone());
    }
    let tie = scene.ir.relationships.iter_mut().find(|tie| tie.child_table == child && tie.parent_table == parent);
    if let Some(tie) = tie {
        tie.shape = if tie.tie == Tie::Picks { Shape::Zipf } else { Shape::Geometric };
        tie.evidence.push(quote);
        scene.claim(tokens);
    }
}
