//! `barcode     text, unique` on lines whose names stand in one column -> a colon behind each name, as if it had been written.

use std::ops::Range;

use crate::draft::text::{Kind, Text, Token};

/// Fewest lines of such a block.
const FEWEST: usize = 2;

/// Longest name, in words.
const LONGEST: usize = 3;

/// Words of the line above a block that says what its columns are.
const TITLES: &[&str] = &[
    "column",
    "field",
    "name",
    "attribute",
    "type",
    "description",
    "notes",
    "note",
    "remarks",
    "values",
    "constraints",
];

/// Puts a colon behind the names of aligned lines.
pub fn part(text: &mut Text<'_>) {
    let lines: Vec<Range<usize>> = lines(text);
    let gaps: Vec<Option<(usize, usize)>> = lines.iter().map(|line| gap(text, line)).collect();
    let mut colons: Vec<usize> = Vec::new();
    let mut start = 0;
    while start < lines.len() {
        let mut end = start;
        while end < lines.len() && gaps[end].is_some() && is_below(text, &lines, &gaps, start, end) {
            end += 1;
        }
        if end - start >= FEWEST {
            let rows = (start..end).filter(|line| !is_title(text, &lines[*line]));
            colons.extend(rows.filter_map(|line| gaps[line]).map(|(name_end, _)| name_end));
        }
        start = end.max(start + 1);
    }
    if colons.is_empty() {
        return;
    }
    let tokens = text.change();
    for at in colons.into_iter().rev() {
        let behind = tokens[at - 1].end;
        tokens.insert(at, Token { kind: Kind::Mark, start: behind, end: behind, norm: ":".to_owned() });
    }
}

/// The lines of a text.
fn lines(text: &Text<'_>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..=text.tokens.len() {
        if text.kind(at).is_none_or(|kind| kind == Kind::Break) {
            found.push(start..at);
            start = at + 1;
        }
    }
    found
}

/// The first token behind the name of a line and the place of that token in its line, where a wide gap stands between.
fn gap(text: &Text<'_>, line: &Range<usize>) -> Option<(usize, usize)> {
    let first = line.clone().find(|at| text.kind(*at) != Some(Kind::Bullet))?;
    let begin = text.prose[..text.tokens[first].start].rfind('\n').map_or(0, |at| at + 1);
    let is_wide = |at: usize| {
        let between = &text.prose[text.tokens[at - 1].end..text.tokens[at].start];
        between.contains('\t') || between.len() >= 2
    };
    let at = (first + 1..line.end.min(first + LONGEST + 1)).find(|at| is_wide(*at))?;
    let is_name = (first..at).all(|at| text.kind(at) == Some(Kind::Word));
    let is_value = !matches!(text.norm(at), ":" | "|" | "=" | "-" | "–" | "->" | "+" | ")" | "(");
    (is_name && is_value).then_some((at, text.tokens[at].start - begin))
}

/// Whether a line stands right below the one before it, and its value right below that one's.
fn is_below(text: &Text<'_>, lines: &[Range<usize>], gaps: &[Option<(usize, usize)>], start: usize, at: usize) -> bool {
    if at == start {
        return true;
    }
    let place = |line: usize| gaps[line].map(|(_, place)| place);
    text.norm(lines[at - 1].end) == "\n" && place(at) == place(start)
}

/// `column   type   notes`: the line above a block.
fn is_title(text: &Text<'_>, line: &Range<usize>) -> bool {
    line.clone().all(|at| TITLES.contains(&text.norm(at).trim_end_matches('s')) || TITLES.contains(&text.norm(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colons(prose: &str) -> usize {
        let mut text = Text::new(prose);
        part(&mut text);
        text.tokens.iter().filter(|token| token.norm == ":").count()
    }

    #[test]
    fn names_in_a_column_get_a_colon() {
        assert_eq!(colons("sheets\n  barcode     text, unique\n  species     text\n  first name  text"), 3);
        assert_eq!(colons("column   type\nid       int\nemail    text"), 2);
    }

    #[test]
    fn other_lines_stay() {
        for prose in ["two  spaces between words\nand no others here", "a  b", "name:    text\nage:     integer"] {
            assert_eq!(colons(prose), prose.matches(':').count(), "{prose}");
        }
    }
}
