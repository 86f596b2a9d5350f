//! "most sales come from a handful of shops", "80% of the orders come from 20% of the customers" -> skewed picks.

use std::ops::Range;

use super::view::View;
use crate::draft::ir::{Shape, Tie};
use crate::draft::offline::scene::Scene;

/// Many rows of one table that fall on few of another; the children stand first.
const MANY_OF_FEW: &[&str] = &[
    "most|majority|bulk|many|half of? the|all? .. %table .. from|by|to|with|in|on|at|of|for .. few|handful|minority|some|small|same|popular|top|single number|of? of? the? .. %table",
    "%share of? the|all? %table .. from|by|to|with|in|on|at|for .. %share of? the|all? %table",
    "die meisten %table .. von|aus|auf .. wenigen %table",
    "la plupart des %table .. de|par .. quelques %table",
];

/// The same with the parents in front.
const FEW_OF_MANY: &[&str] = &[
    "few|handful|minority|some|popular|top of? the? .. %table .. for|get|gets|have|has|make|makes|made|receive|receives|attract|attracts|generate|generates|bring|place|places the|a? most|majority|bulk|many|half|lots of? the|all? .. %table",
    "%share of? the|all? %table .. for|get|have|make|receive|generate|place|bring .. %share of? the|all? %table",
];

/// Reads skewed picks.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (tables, tokens) = MANY_OF_FEW
        .iter()
        .find_map(|pattern| tables(&view, pattern, false))
        .or_else(|| FEW_OF_MANY.iter().find_map(|pattern| tables(&view, pattern, true)))?;
    let (child, parent) = tables;
    drop(view);
    let words = scene.quote(tokens.clone());
    let tie = scene.ir.relationships.iter_mut().find(|tie| tie.child_table == child && tie.parent_table == parent)?;
    match tie.tie {
        Tie::Picks => tie.shape = Shape::Zipf,
        Tie::Owns => tie.shape = Shape::Geometric,
    }
    let column = tie.child_column.clone();
    tie.evidence.push(words.clone());
    scene.claim(tokens.clone());
    scene.assume(
        format!("tables.{child}.columns.{column}"),
        format!("`{words}` does not say how much"),
        "the k-th most popular has a weight near 1/k".to_owned(),
    );
    Some(tokens)
}

fn tables(view: &View<'_, '_>, pattern: &'static str, is_reversed: bool) -> Option<((String, String), Range<usize>)> {
    let found = view.find(&[pattern])?;
    let tables: Vec<String> = found
        .slots
        .iter()
        .filter_map(|(slot, _)| if let super::phrase::Slot::Table(name) = slot { Some(name.clone()) } else { None })
        .collect();
    let [first, second] = tables.try_into().ok()?;
    let pair = if is_reversed { (second, first) } else { (first, second) };
    let is_tied = view.scene.ir.relationships.iter().any(|tie| tie.child_table == pair.0 && tie.parent_table == pair.1);
    is_tied.then_some((pair, found.tokens))
}
