//! Texts in quotes and backticks. An apostrophe is no quote.

/// Opening marks with the marks that may close them.
const PAIRS: &[(&str, &[&str])] = &[
    ("```", &["```"]),
    ("``", &["``"]),
    ("`", &["`"]),
    ("\"", &["\""]),
    ("\u{201c}", &["\u{201d}", "\u{201c}"]),
    ("\u{201e}", &["\u{201c}", "\u{201d}"]),
    ("\u{201d}", &["\u{201d}"]),
    ("«", &["»"]),
    ("»", &["«"]),
    ("\u{2039}", &["\u{203a}"]),
    ("\u{201a}", &["\u{2018}", "\u{2019}"]),
    ("\u{2018}", &["\u{2019}"]),
    ("'", &["'"]),
];

/// Most bytes of a quoted text.
const LONGEST: usize = 400;

/// Where the next closing mark is, for each of [`PAIRS`], so that a prose full of opening ones is still read once.
#[derive(Default)]
pub struct Closings([Option<usize>; PAIRS.len()]);

/// Bytes of the quoted text that begins at `at`, and what is inside; not where nothing closes it near by.
pub fn quoted<'p>(
    prose: &'p str,
    at: usize,
    before: Option<char>,
    closings: &mut Closings,
) -> Option<(usize, &'p str)> {
    let rest = &prose[at..];
    let pair = PAIRS.iter().position(|(open, _)| rest.starts_with(open))?;
    let (open, closing) = PAIRS[pair];
    let is_single = matches!(open, "'" | "\u{2018}" | "\u{201a}");
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let from = at + open.len();
    let close = match closings.0[pair] {
        Some(known) if known >= from => known,
        _ => *closings.0[pair].insert(next_closing(prose, from, closing, is_single)),
    };
    let inner = prose.get(from..close)?;
    let longest = if is_single { LONGEST / 4 } else { LONGEST };
    let fits = !inner.trim().is_empty()
        && inner.len() <= longest
        && !has_blank_line(inner)
        && (!is_single || !inner.contains('\n'));
    // A single quote that opens touches what it quotes.
    let fits = fits && !(is_single && inner.starts_with(char::is_whitespace));
    let len = closing.iter().find(|mark| prose[close..].starts_with(**mark)).map_or(0, |mark| mark.len());
    fits.then_some((close + len - at, inner.trim()))
}

fn has_blank_line(text: &str) -> bool {
    text.lines().skip(1).any(|line| line.trim().is_empty()) && text.contains('\n')
}

/// The next mark that closes; the end of the prose where there is none. A single quote between letters is an apostrophe.
fn next_closing(prose: &str, from: usize, marks: &[&str], is_single: bool) -> usize {
    let mut at = from;
    while let Some(found) = first_of(&prose[at..], marks).map(|found| at + found) {
        let behind = prose[found..].chars().nth(1);
        if !is_single || behind.is_none_or(|c| !c.is_alphanumeric()) {
            return found;
        }
        at = found + prose[found..].chars().next().map_or(1, char::len_utf8);
    }
    prose.len() + 1
}

/// The first of some marks; several of them are single characters, which are sought in one pass.
fn first_of(text: &str, marks: &[&str]) -> Option<usize> {
    match marks {
        [only] => text.find(only),
        several => text.find(|c: char| several.iter().any(|mark| mark.starts_with(c))),
    }
}
