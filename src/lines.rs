//! Two texts -> the lines in which they differ.

/// Pairs of lines that are compared at most; of texts beyond, all lines between the first difference and the last one count as
/// others.
const MAX_PAIRS: usize = 4_000_000;

/// A line that only one of two texts has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit<'t> {
    /// Whether the new text has it.
    pub is_new: bool,
    /// Its number in its text, from 0.
    pub at: usize,
    /// The line.
    pub line: &'t str,
}

/// The lines to remove and to add, in order: those that are no part of a longest common subsequence.
pub fn edits<'t>(old: &'t str, new: &'t str) -> Vec<Edit<'t>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(old, new)| old == new).count();
    let mut edits = between(&old[head..old.len() - tail], &new[head..new.len() - tail]);
    edits.iter_mut().for_each(|edit| edit.at += head);
    edits
}

/// The lines of the new text that the old one does not have, from 1; where lines are only gone, the line that took their place.
pub fn changed(old: &str, new: &str) -> Vec<usize> {
    let edits = edits(old, new);
    let added: Vec<usize> = edits.iter().filter(|edit| edit.is_new).map(|edit| edit.at + 1).collect();
    match (added.is_empty(), edits.first()) {
        (true, Some(gone)) => vec![(gone.at + 1).min(new.lines().count().max(1))],
        _ => added,
    }
}

fn between<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<Edit<'t>> {
    let removed = |at: usize| Edit { is_new: false, at, line: old[at] };
    let added = |at: usize| Edit { is_new: true, at, line: new[at] };
    if old.len().saturating_mul(new.len()) > MAX_PAIRS {
        return (0..old.len()).map(removed).chain((0..new.len()).map(added)).collect();
    }
    let common = common(old, new);
    let width = new.len() + 1;
    let (mut i, mut j, mut edits) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if i < old.len() && (j == new.len() || common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            edits.push(removed(i));
            i += 1;
        } else {
            edits.push(added(j));
            j += 1;
        }
    }
    edits
}

/// The lengths of the longest common subsequences behind each pair of lines, row by row of the old text.
fn common(old: &[&str], new: &[&str]) -> Vec<u32> {
    let width = new.len() + 1;
    let mut common = vec![0; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * width + j] = match old[i] == new[j] {
                true => common[(i + 1) * width + j + 1] + 1,
                false => common[(i + 1) * width + j].max(common[i * width + j + 1]),
            };
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_the_lines_of_one_text_alone() {
        let shown = |old, new| edits(old, new).iter().map(|e| (e.is_new, e.at, e.line)).collect::<Vec<_>>();
        assert_eq!(shown("a\nb\nc\nd\n", "a\nc\nx\nd\n"), [(false, 1, "b"), (true, 2, "x")]);
        assert_eq!(shown("a\n", "a\n"), []);
        let (old, new) = (format!("a\n{}", "x\n".repeat(3000)), "y\n".repeat(3000));
        assert_eq!(edits(&old, &new).len(), 6001, "too long to be compared line by line");
    }

    #[test]
    fn changed_lines_are_those_of_the_new_text() {
        assert_eq!(changed("a\nb\nc\n", "a\nb\nc\n"), [0usize; 0]);
        assert_eq!(changed("a\nb\nc\n", "a\nx\nc\n"), [2]);
        assert_eq!(changed("a\nb\nc\nd\n", "x\nb\nc\ny\n"), [1, 4]);
        assert_eq!(changed("a\nb\nc\n", "a\nc\n"), [2]);
        assert_eq!(changed("a\nx\nb\ny\nc\n", "a\nb\nc\n"), [2]);
        assert_eq!(changed("a\n", "a\nb\nc\n"), [2, 3]);
        assert_eq!(changed("a\nb\n", "a\n"), [1]);
    }
}
