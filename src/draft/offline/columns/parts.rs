//! `1 or 2 beds` beside other columns -> a column of how many there are.

use super::put;
use crate::draft::ir::{Column, ColumnType, Origin};
use crate::draft::offline::frame::Frame;
use crate::draft::offline::names;
use crate::draft::offline::phrases::{Phrase, Quantity};
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::offline::tables;

/// Things that a row has some of and that are counted, not kept: `2 or 3 bedrooms`, `1 to 5 stars`.
const PARTS: &[&str] = &[
    "bed", "bedroom", "bathroom", "seat", "floor", "storey", "story", "door", "window", "page", "star", "credit",
    "point", "wheel", "gear", "cylinder", "lane", "pup", "egg", "leg", "deck", "key", "adult", "child", "goal", "hour",
    "minute", "day", "night", "week", "month", "slot", "stop", "shelf", "drawer", "burner", "string", "petal",
];

/// Things that are kept as their number where only their name is said: `title, duration and downloads`.
const NUMBERS: &[&str] = &[
    "download",
    "view",
    "like",
    "share",
    "follower",
    "vote",
    "click",
    "impression",
    "retweet",
    "play",
    "stream",
    "calorie",
    "credit",
    "attempt",
    "retry",
    "step",
    "goal",
    "point",
];

/// Whether a noun in the plural alone is how many there are: `beds`, `downloads`.
pub fn is_number(noun: &str) -> bool {
    is_part(noun) || NUMBERS.contains(&noun)
}

/// Whether some noun is such a part.
pub fn is_part(noun: &str) -> bool {
    PARTS.contains(&noun) && !matches!(noun, "hour" | "minute" | "day" | "night" | "week" | "month" | "key")
}

/// `1 or 2 beds` beside other columns: how many there are, where nobody speaks of the beds themselves.
pub fn counted(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    table: &str,
    quantity: &Quantity,
    phrase: &Phrase,
) -> Option<Place> {
    let words = scene.words(phrase.name.clone());
    let head = names::singular(scene.text.norm(phrase.name.end - 1));
    let stands_beside = scene.ir.table(table).is_some_and(|known| !known.columns.is_empty());
    let is_named = |at: usize| !phrase.name.contains(&at) && names::singular(scene.text.norm(at)) == head;
    let is_range = !quantity.is_vague && !quantity.is_count && quantity.max > quantity.min;
    let is_part = is_range
        && stands_beside
        && PARTS.contains(&head.as_str())
        && !tables::known_exactly(scene, &words)
        && !(0..scene.text.tokens.len()).any(is_named);
    if !is_part {
        return None;
    }
    let evidence = scene.quote(phrase.name.clone());
    let place = put(scene, frame, table, &words, evidence)?;
    scene.claim(phrase.whole.start.min(quantity.end)..phrase.whole.end);
    let column = scene.column_mut(&place)?;
    *column = Column {
        name: column.name.clone(),
        generator: "number".to_owned(),
        r#type: ColumnType::Integer,
        origin: Origin::Stated,
        evidence: column.evidence.clone(),
        ..Column::default()
    };
    column.set("min", quantity.min.to_string());
    column.set("max", quantity.max.to_string());
    Some(place)
}
