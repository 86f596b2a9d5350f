//! "the minimum price is 5 and the maximum price is 20", "the highest score is 100" -> the bounds of numbers.

use std::ops::Range;

use super::ranges;
use super::view::{Num, Span, View};
use crate::draft::offline::scene::{Place, Scene};

/// Words for the least value of a column.
const LEAST: [&str; 6] = ["minimum", "minimal", "min", "lowest", "smallest", "least"];

/// Words for the greatest value of a column.
const GREATEST: [&str; 7] = ["maximum", "maximal", "max", "highest", "largest", "greatest", "biggest"];

/// What leads from the words to the number.
const LINK: &str = "should|must|can|may? is|are|be|being|of|=|:";

/// Whether a word tells the least or the greatest value.
pub fn is_extreme(word: &str) -> bool {
    LEAST.contains(&word) || GREATEST.contains(&word)
}

/// An extreme of a column.
struct Extreme {
    place: Place,
    is_least: bool,
    num: Num,
    tokens: Range<usize>,
}

/// Reads what is said of the least and the greatest value of a column, one or both.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let mut found: Option<(Place, Span, Range<usize>)> = None;
    for at in view.clause.clone() {
        let known = found.as_ref().map(|(place, ..)| place.clone()).or_else(|| view.place());
        let Some(extreme) = extreme(&view, at, known.as_ref()) else { continue };
        let num = Some(extreme.num);
        match &mut found {
            None => {
                let (min, max) = if extreme.is_least { (num, None) } else { (None, num) };
                let (unit, is_money, excluded, is_swapped) = (String::new(), false, (false, false), false);
                found = Some((extreme.place, Span { min, max, unit, is_money, excluded, is_swapped }, extreme.tokens));
            }
            Some((place, span, tokens)) if *place == extreme.place => {
                *(if extreme.is_least { &mut span.min } else { &mut span.max }) = num;
                tokens.end = extreme.tokens.end;
            }
            Some(_) => break,
        }
    }
    let (place, mut span, tokens) = found?;
    span.is_swapped = matches!((&span.min, &span.max), (Some(min), Some(max)) if min.value > max.value);
    drop(view);
    ranges::set(scene, &place, &span, tokens.clone());
    Some(tokens)
}

/// The extreme whose first word stands at a token. Behind the first of two, the column need not be named again.
fn extreme(view: &View<'_, '_>, at: usize, known: Option<&Place>) -> Option<Extreme> {
    let is_least = LEAST.contains(&view.norm(at));
    if !is_extreme(view.norm(at)) {
        return None;
    }
    let named = view.column_at(at + 1).or_else(|| view.column_at(at).filter(|(_, end)| *end > at + 1));
    let (place, end) = named.clone().or_else(|| Some((known?.clone(), at + 1)))?;
    let is_said = named.is_some() || view.norm(at.wrapping_sub(1)) == "the";
    let link = super::phrase::reach(view, LINK, end).or_else(|| is_said.then_some(end))?;
    let (num, end) = view.num_at(link)?;
    let is_free = view.scene.is_free(at..at + 1) && view.scene.is_free(link..end);
    let end = ranges::with_unit(view, "", end);
    let takes = view.column(&place).is_some_and(|column| ranges::takes(column, ""));
    (takes && is_free).then_some(Extreme { place, is_least, num, tokens: at..end })
}
