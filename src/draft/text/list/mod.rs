//! "a, b and c", "60% a, 30% b and 10% c", "a/b/c" -> items with their weights.

mod item;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use self::item::{Read, Weight, item};
use self::words::{LEAD, joint};
use super::{Found, Kind, Text, number};

/// An item of an enumeration.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its tokens, without articles and weights.
    pub tokens: Range<usize>,
    /// Its weight, in percent where it was said so ("half" is 50); none where none of the items has one.
    pub weight: Option<f64>,
    /// Whether the weight was not said in numbers: "mostly a", or what the others leave.
    pub is_assumed: bool,
}

impl Item {
    /// The item as it was written; of a quoted one what is inside.
    pub fn text<'t>(&self, text: &'t Text<'_>) -> &'t str {
        match text.get(self.tokens.start) {
            Some(token) if token.kind == Kind::Quoted && self.tokens.len() == 1 => &token.norm,
            _ => text.quote(self.tokens.clone()),
        }
    }
}

/// Most items of a list.
const MOST: usize = 200;

/// The enumeration that begins at a token: at least two items, parted by commas, slashes, pipes, "and", "or".
///
/// It ends at the end of the sentence or line, at a closing bracket, and where a verb or preposition follows an item ("closed *with*
/// a due date"); an item may begin with one ("in transit"). Behind "and" or "or" comes the last item, unless the same word follows.
/// "Mostly" and its kin are weights that are documented in [`words`]; "the rest" and an item without a weight among weighted ones
/// get what is left.
pub fn list(text: &Text<'_>, at: usize) -> Option<Found<Vec<Item>>> {
    let from = LEAD.at(text, at).map_or(at, |(_, end)| end);
    let from = from + usize::from(from > at && text.is_mark(from, ":"));
    let mut read = vec![item(text, from)?];
    let mut end = read[0].end;
    let mut last: Option<&'static str> = None;
    loop {
        // "GET 80% POST 20%": shares part the items where no mark does.
        if let Some(next) = item(text, end).filter(|next| read.len() < MOST && parted_by_shares(&read, next, end)) {
            end = next.end;
            read.push(next);
            continue;
        }
        let Some(joint) = joint(text, end).filter(|_| read.len() < MOST) else { break };
        // Behind "a, b and c" only another "and" goes on.
        if last.is_some_and(|last| last != joint.word) {
            break;
        }
        let Some(next) = item(text, joint.end) else { break };
        if joint.is_tight && next.read_from != joint.end {
            break;
        }
        last = Some(joint.word).filter(|word| !word.is_empty());
        end = next.end;
        read.push(next);
    }
    drop_labels(&mut read);
    numbers_behind(text, &mut read);
    let end = read.last()?.end;
    (read.len() > 1).then(|| Found { value: weighed(&read), end })
}

/// Whether an item with a weight behind it stands right behind another such item.
fn parted_by_shares(read: &[Read], next: &Read, end: usize) -> bool {
    let is_behind = |read: &Read| matches!(read.weight, Weight::Said(_)) && read.tokens.end < read.end;
    read.last().is_some_and(|last| is_behind(last) && last.end == end) && is_behind(next) && next.read_from == end
}

/// "a: 60, b: 30" are weights; "name: text, age: 5" are none, and the list ends before them.
fn drop_labels(read: &mut Vec<Read>) {
    let labelled = |read: &Read| matches!(read.weight, Weight::Labelled(_));
    if read.iter().all(labelled) || !read.iter().any(labelled) {
        return;
    }
    if let Some(first) = read.iter().position(labelled) {
        read.truncate(first);
    }
}

/// Whether several numbers come to a whole: 1, 10 or 100.
pub fn are_whole(weights: &[f64]) -> bool {
    let sum: f64 = weights.iter().sum();
    weights.len() > 1 && [1.0, 10.0, 100.0].iter().any(|whole| libm::fabs(sum - whole) < 1e-9)
}

/// "red 40, blue 35, green 25" are weights where they make a whole; else such numbers belong to their items.
fn numbers_behind(text: &Text<'_>, read: &mut [Read]) {
    let last = |read: &Read| {
        let at = read.tokens.end - 1;
        let found = number::number(text, at).filter(|_| read.weight == Weight::None && read.tokens.len() > 1)?;
        (found.end == read.tokens.end && text.kind(at) == Some(Kind::Number)).then_some(found.value.value)
    };
    let Some(weights) = read.iter().map(last).collect::<Option<Vec<f64>>>() else { return };
    if are_whole(&weights) {
        for (read, weight) in read.iter_mut().zip(weights) {
            read.tokens.end -= 1;
            read.weight = Weight::Labelled(weight);
        }
    }
}

/// Items with weights: percent of the whole where any was said, else the plain numbers.
fn weighed(read: &[Read]) -> Vec<Item> {
    let said: f64 = read.iter().filter_map(|item| item.weight.said()).sum();
    let vague: f64 = read.iter().filter_map(|item| item.weight.vague()).sum();
    let without = read.iter().filter(|item| matches!(item.weight, Weight::None | Weight::Rest)).count();
    let has_any = read.iter().any(|item| item.weight != Weight::None);
    let left = (100.0 - said - vague).max(0.0);
    let share = if without > 0 { round(left / without as f64) } else { 0.0 };
    let of = |item: &Read| -> (Option<f64>, bool) {
        match item.weight {
            Weight::Said(weight) | Weight::Labelled(weight) => (Some(weight), false),
            Weight::Vague(weight) => (Some(weight), true),
            Weight::Rest => (Some(share), without > 1),
            Weight::None if has_any => (Some(share), true),
            Weight::None => (None, false),
        }
    };
    let item = |read: &Read| {
        let (weight, is_assumed) = of(read);
        Item { tokens: read.tokens.clone(), weight, is_assumed }
    };
    read.iter().map(item).collect()
}

/// To a millionth, so that 100 - 33.3 is 66.7.
fn round(value: f64) -> f64 {
    libm::round(value * 1e6) / 1e6
}
