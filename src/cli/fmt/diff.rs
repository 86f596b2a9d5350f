//! Two texts -> the lines in which they differ, for people.

/// Lines of a difference that are shown.
const SHOWN: usize = 24;
/// Pairs of lines that are compared at most; beyond, only the first difference is shown.
const MAX_PAIRS: usize = 4_000_000;

/// `  12 - old` and `  12 + new` lines, each with its number in its text.
pub fn lines(before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let end = old[start..].iter().rev().zip(new[start..].iter().rev()).take_while(|(old, new)| old == new).count();
    let edits = edits(&old[start..old.len() - end], &new[start..new.len() - end]);
    let mut text = String::new();
    for (sign, at, line) in edits.iter().take(SHOWN) {
        text += &format!("{:>5} {sign} {line}\n", start + at + 1);
    }
    if edits.len() > SHOWN {
        text += &format!("      ... and {} more lines\n", edits.len() - SHOWN);
    }
    text
}

/// Lines to remove and to add, with their numbers from 0: those that are no part of the longest common subsequence.
fn edits<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(char, usize, &'t str)> {
    let width = new.len() + 1;
    if old.len().saturating_mul(new.len()) > MAX_PAIRS {
        return old
            .first()
            .map(|line| ('-', 0, *line))
            .into_iter()
            .chain(new.first().map(|line| ('+', 0, *line)))
            .collect();
    }
    let mut common = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * width + j] = match old[i] == new[j] {
                true => common[(i + 1) * width + j + 1] + 1,
                false => common[(i + 1) * width + j].max(common[i * width + j + 1]),
            };
        }
    }
    let (mut i, mut j, mut edits) = (0, 0, Vec::new());
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if i < old.len() && (j == new.len() || common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            edits.push(('-', i, old[i]));
            i += 1;
        } else {
            edits.push(('+', j, new[j]));
            j += 1;
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_that_differ_are_shown_with_their_numbers() {
        assert_eq!(lines("a\nb\nc\nd\n", "a\nc\nx\nd\n"), "    2 - b\n    3 + x\n");
        assert_eq!(lines("a\n", "a\n"), "");
        let (many, none) = ("x\n".repeat(50), String::new());
        assert!(lines(&many, &none).ends_with("... and 26 more lines\n"));
    }
}
