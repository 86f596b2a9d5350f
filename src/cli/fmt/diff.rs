//! Two texts -> the lines in which they differ, for people.

use crate::lines::edits;

/// Lines of a difference that are shown.
const SHOWN: usize = 24;

/// `  12 - old` and `  12 + new` lines, each with its number in its text.
pub fn lines(before: &str, after: &str) -> String {
    let edits = edits(before, after);
    let mut text = String::new();
    for edit in edits.iter().take(SHOWN) {
        let sign = if edit.is_new { '+' } else { '-' };
        text += &format!("{:>5} {sign} {}\n", edit.at + 1, edit.line);
    }
    if edits.len() > SHOWN {
        text += &format!("      ... and {} more lines\n", edits.len() - SHOWN);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_differ_are_shown_with_their_numbers_and_many_are_counted() {
        assert_eq!(lines("a\nb\nc\nd\n", "a\nc\nx\nd\n"), "    2 - b\n    3 + x\n");
        assert!(lines(&"x\n".repeat(50), "").ends_with("... and 26 more lines\n"));
    }
}
