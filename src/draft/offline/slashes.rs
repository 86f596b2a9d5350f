//! `40k voters / party: Green 22%, Red 31% / age 18-99` -> lines of their own, as if a line ended at every stroke.

use crate::draft::text::{Kind, Text};

/// Fewest strokes of such a line.
const FEWEST: usize = 2;

/// Makes ends of lines of strokes with blanks on both sides, where what they part are statements and no values.
pub fn part(text: &mut Text<'_>) {
    let mut strokes: Vec<usize> = Vec::new();
    let mut start = 0;
    for at in 0..=text.tokens.len() {
        let is_break = text.get(at).is_none_or(|token| token.kind == Kind::Break);
        if is_break {
            strokes.extend(of_line(text, start, at));
            start = at + 1;
        }
    }
    if strokes.is_empty() {
        return;
    }
    let tokens = text.change();
    for at in strokes {
        tokens[at].kind = Kind::Break;
        "\n\n".clone_into(&mut tokens[at].norm);
    }
}

/// The strokes of a line that part statements: most of those behind the first have a range, a choice or a colon.
fn of_line(text: &Text<'_>, start: usize, end: usize) -> Vec<usize> {
    let is_spaced = |at: usize| !text.is_glued(at) && !text.is_glued(at + 1) && at > start && at + 1 < end;
    let strokes: Vec<usize> =
        (start..end).filter(|at| matches!(text.norm(*at), "/" | "//") && is_spaced(*at)).collect();
    if strokes.len() < FEWEST {
        return Vec::new();
    }
    let says = |from: usize, to: usize| {
        let open = (from..to).find(|at| text.norm(*at) == "(").unwrap_or(to);
        to - from >= 2
            && (from..open).any(|at| matches!(text.norm(at), ":" | "-" | "–" | "to" | "or" | "between" | "unique"))
    };
    let starts = strokes.iter().map(|at| at + 1);
    let ends = strokes.iter().copied().skip(1).chain(std::iter::once(end));
    let told = starts.zip(ends).filter(|(from, to)| says(*from, *to)).count();
    if told * 2 > strokes.len() { strokes } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaks(prose: &str) -> usize {
        let mut text = Text::new(prose);
        part(&mut text);
        text.tokens.iter().filter(|token| token.kind == Kind::Break).count()
    }

    #[test]
    fn strokes_part_statements() {
        assert_eq!(breaks("40k voters / party: Green 22%, Red 78% / age 18-99"), 2);
        assert_eq!(breaks("200 parcels / carrier dhl or ups / weight from 1 to 30 / 9 depots"), 3);
    }

    #[test]
    fn strokes_between_values_stay() {
        for prose in [
            "200 shirts, size S / M / L",
            "a ratio of 5 / 3 / 2",
            "colour red/green/blue",
            "patients 100 / doctors 4 / beds 9 (no, ward: text)",
        ] {
            assert_eq!(breaks(prose), 0, "{prose}");
        }
    }
}
