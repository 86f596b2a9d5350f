//! "50 employees, 12 of them are managers" -> 12 of 50: a number of the rows that were counted before.

use super::number;
use super::share::Share;
use super::{Found, Kind, Text};

/// So many of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subset {
    /// The number of those that are spoken of.
    pub part: u64,
    /// The number of all.
    pub whole: u64,
    /// The token at which that number stands.
    pub whole_at: usize,
}

impl Subset {
    /// The part as a rate; above 1 where it exceeds the whole.
    #[expect(clippy::cast_precision_loss, reason = "counts of rows are far below 2^53")]
    pub fn share(&self) -> Share {
        Share { rate: self.part as f64 / self.whole as f64, is_approximate: false }
    }
}

/// How many tokens before a part its whole may stand.
const NEAR: usize = 60;

/// The subset that begins at a token: "12 of them are", "exactly 30 of whom", "of which 5", "12 of the 50 employees are". What is
/// read ends behind the part, as a share does: "of them" follows.
pub fn subset(text: &Text<'_>, at: usize) -> Option<Found<Subset>> {
    let start = at + usize::from(matches!(text.norm(at), "exactly" | "precisely" | "only" | "just"));
    let part = number::count(text, start)?;
    let is_bound = at > 0 && (BOUNDS.contains(&text.norm(at - 1)) || text.kind(at - 1) == Some(Kind::Number));
    if is_bound || part.value == 0 {
        return None;
    }
    let whole = of_these(text, at, part.end).then(|| counted_before(text, at)).flatten();
    let (whole, whole_at) = whole.or_else(|| of_so_many(text, part.end))?;
    Some(Found { value: Subset { part: part.value, whole, whole_at }, end: part.end })
}

/// Words in front of numbers that are bounds or amounts.
const BOUNDS: &[&str] = &[
    "to", "between", "than", "least", "most", "or", "from", "-", "–", "/", "up", "about", "=", "every", "each", "per",
];

/// Whether a part is said of what was spoken of, and something is said of it: "of them are", "of whom speak", "of which 5 have".
fn of_these(text: &Text<'_>, at: usize, end: usize) -> bool {
    let is_told = |at: usize| {
        text.kind(at) == Some(Kind::Word)
            && !matches!(text.norm(at), "and" | "or" | "with" | "in" | "as" | "for" | "each")
    };
    let is_behind = text.norm(end) == "of"
        && (matches!(text.norm(end + 1), "whom" | "which")
            || matches!(text.norm(end + 1), "them" | "these" | "those") && is_told(end + 2));
    let is_before =
        at >= 2 && text.norm(at - 2) == "of" && matches!(text.norm(at - 1), "whom" | "which") && is_told(end);
    is_behind || is_before
}

/// The number of rows that was counted last before a token: "50 employees, ...".
fn counted_before(text: &Text<'_>, at: usize) -> Option<(u64, usize)> {
    (at.saturating_sub(NEAR)..at).rev().find_map(|start| {
        let is_inner = start > 0 && text.kind(start - 1) == Some(Kind::Number);
        let found = number::count(text, start).filter(|found| found.value > 1 && !is_inner && found.end <= at)?;
        let is_bound = start > 0 && BOUNDS.contains(&text.norm(start - 1));
        // "30 of whom are students and 40 of whom are retired" are two parts of one whole.
        let is_part = subset_words(text, start, found.end);
        (!is_bound && !is_part && counts_rows(text, found.end)).then_some((found.value, start))
    })
}

/// Whether "of whom" or the like stands around a number.
fn subset_words(text: &Text<'_>, at: usize, end: usize) -> bool {
    let is_these = |at: usize| matches!(text.norm(at), "whom" | "which" | "them" | "these" | "those");
    text.norm(end) == "of" && is_these(end + 1) || at >= 2 && text.norm(at - 2) == "of" && is_these(at - 1)
}

/// Whether a noun in the plural follows, perhaps behind words that describe it.
fn counts_rows(text: &Text<'_>, at: usize) -> bool {
    (at..at + 4)
        .take_while(|at| text.kind(*at) == Some(Kind::Word))
        .any(|at| is_plural(text.norm(at)) && !crate::draft::offline::words::is_unit(text.norm(at), text.language))
}

fn is_plural(word: &str) -> bool {
    crate::draft::offline::names::is_plural(word)
}

/// "of the 50 employees are": a whole that is told beside its part.
fn of_so_many(text: &Text<'_>, end: usize) -> Option<(u64, usize)> {
    let is_of = text.norm(end) == "of" && matches!(text.norm(end + 1), "the" | "these" | "those" | "our" | "all");
    let whole = number::count(text, end + 2).filter(|_| is_of)?;
    let verb = (whole.end..whole.end + 4).find(|at| matches!(text.norm(*at), "are" | "have" | "were" | "had"))?;
    counts_rows(text, whole.end).then_some((whole.value, end + 2)).filter(|_| verb > whole.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(prose: &str) -> Option<(u64, u64)> {
        let text = Text::new(prose);
        let found = (0..text.tokens.len()).find_map(|at| subset(&text, at))?;
        Some((found.value.part, found.value.whole))
    }

    #[test]
    fn parts_are_told_of_what_was_counted() {
        for (prose, part, whole) in [
            ("50 employees, 12 of them are managers", 12, 50),
            ("10 employees, exactly 12 of them are managers", 12, 10),
            ("20 rooms, 25 of which have a sea view", 25, 20),
            ("60 dogs of which 70 are vaccinated", 70, 60),
            ("Exactly 12 of the 50 employees are managers", 12, 50),
            ("There are 300 street lamps. 40 of these are broken.", 40, 300),
            ("80 people, 30 of whom are students", 30, 80),
        ] {
            assert_eq!(read(prose), Some((part, whole)), "{prose}");
        }
    }

    #[test]
    fn counts_of_rows_are_no_parts() {
        for prose in [
            "I need members, 500 of them",
            "Plans: exactly 3 of them, with a name",
            "20 teams and tags (6 of them)",
            "each has 3 of the 150 ingredients",
            "orders with 1 to 3 of them",
            "2 of which are open",
        ] {
            assert_eq!(read(prose), None, "{prose}");
        }
    }
}
