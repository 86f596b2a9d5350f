//! Parts of a whole -> a rate.

use std::sync::LazyLock;

use super::language::Language::{De, Es, Fr, It, Pt};
use super::number::{about, number, number_or_one};
use super::subset::subset;
use super::{Found, Kind, Phrases, Text};

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// From 0 to 1.
    pub rate: f64,
    /// Whether it was said to be about so much.
    pub is_approximate: bool,
}

/// Parts that are said as one, in parts of 60 so that thirds and twelfths are exact until they are divided.
type Fraction = (u32, u32);

/// Fractions by name, articles included.
static NAMED: LazyLock<Phrases<Fraction>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (1, 2), "half of|half the|one half of|a half of|half|one half|every second|every other|every 2nd|1/2|½"),
        (None, (1, 3), "a third|one third|one-third|every third|1/3|⅓"),
        (None, (2, 3), "two thirds|two-thirds|2/3|⅔"),
        (None, (1, 4), "a quarter|one quarter|one-quarter|a fourth|one fourth|every fourth|1/4|¼"),
        (None, (3, 4), "three quarters|three-quarters|three fourths|3/4|¾"),
        (None, (1, 5), "a fifth|one fifth|one-fifth|every fifth"),
        (None, (2, 5), "two fifths|two-fifths"),
        (None, (3, 5), "three fifths|three-fifths"),
        (None, (4, 5), "four fifths|four-fifths"),
        (None, (1, 6), "a sixth|one sixth|every sixth"),
        (None, (1, 7), "a seventh|one seventh|every seventh"),
        (None, (1, 8), "an eighth|one eighth|every eighth"),
        (None, (1, 9), "a ninth|one ninth"),
        (None, (1, 10), "a tenth|one tenth|one-tenth|every tenth"),
        (None, (3, 10), "three tenths"),
        (None, (7, 10), "seven tenths"),
        (None, (9, 10), "nine tenths|nine-tenths"),
        (None, (1, 12), "a twelfth|one twelfth|every twelfth"),
        (None, (1, 20), "a twentieth|one twentieth|every twentieth"),
        (None, (1, 100), "a hundredth|one hundredth|every hundredth"),
        (
            Some(De),
            (1, 2),
            "die halfte|der halfte|haelfte|die haelfte|jeder zweite|jede zweite|jedes zweite|jedem zweiten|jeder zweiten",
        ),
        (Some(De), (1, 3), "ein drittel|einem drittel|jeder dritte|jede dritte|jedes dritte"),
        (Some(De), (2, 3), "zwei drittel"),
        (Some(De), (1, 4), "ein viertel|einem viertel|jeder vierte|jede vierte|jedes vierte"),
        (Some(De), (3, 4), "drei viertel|dreiviertel"),
        (Some(De), (1, 5), "ein funftel|einem funftel|jeder funfte|jede funfte|jedes funfte"),
        (Some(De), (1, 10), "ein zehntel|einem zehntel|jeder zehnte|jede zehnte|jedes zehnte"),
        (Some(De), (1, 20), "ein zwanzigstel|jeder zwanzigste|jede zwanzigste"),
        (Some(Fr), (1, 2), "la moitie|moitie|la moitie des"),
        (Some(Fr), (1, 3), "un tiers|le tiers"),
        (Some(Fr), (2, 3), "deux tiers|les deux tiers"),
        (Some(Fr), (1, 4), "un quart|le quart"),
        (Some(Fr), (3, 4), "trois quarts|les trois quarts"),
        (Some(Fr), (1, 5), "un cinquieme"),
        (Some(Fr), (1, 10), "un dixieme"),
        (Some(Fr), (1, 20), "un vingtieme"),
        (Some(Es), (1, 2), "la mitad|mitad"),
        (Some(Es), (1, 3), "un tercio|una tercera parte|la tercera parte"),
        (Some(Es), (2, 3), "dos tercios"),
        (Some(Es), (1, 4), "un cuarto|una cuarta parte|la cuarta parte"),
        (Some(Es), (3, 4), "tres cuartos|tres cuartas partes"),
        (Some(Es), (1, 5), "un quinto|una quinta parte|la quinta parte"),
        (Some(Es), (1, 10), "un decimo|una decima parte|la decima parte"),
        (Some(It), (1, 2), "la meta|meta"),
        (Some(It), (1, 3), "un terzo"),
        (Some(It), (2, 3), "due terzi"),
        (Some(It), (1, 4), "un quarto"),
        (Some(It), (3, 4), "tre quarti"),
        (Some(It), (1, 5), "un quinto"),
        (Some(It), (1, 10), "un decimo"),
        (Some(Pt), (1, 2), "metade|a metade"),
        (Some(Pt), (1, 3), "um terco|a terca parte"),
        (Some(Pt), (2, 3), "dois tercos"),
        (Some(Pt), (1, 4), "um quarto|a quarta parte"),
        (Some(Pt), (3, 4), "tres quartos"),
        (Some(Pt), (1, 5), "um quinto"),
        (Some(Pt), (1, 10), "um decimo|a decima parte"),
    ])
});

/// What stands between the parts and the whole: "one in five".
static OUT_OF: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "in|in every|out of|out of every|of|of every|per|for every|in each|/"),
        (Some(De), (), "von|aus|je|unter"),
        (Some(Fr), (), "sur|sur chaque"),
        (Some(Es), (), "de cada|de|por cada|sobre"),
        (Some(It), (), "su|ogni|di|su ogni"),
        (Some(Pt), (), "em cada|em|de cada|de|a cada"),
    ])
});

/// Words behind "half" and "a quarter" with which they are no shares.
const NO_WHOLE: &[&str] = &[
    "a", "an", "million", "dozen", "hour", "year", "day", "star", "quarter", "thousand", "billion", "hundred", "party",
    "mile", "month", "hourly", "yearly", "century", "moon", "board", "price",
];

/// What a share leaves of the whole: 10% behind 90%, and not a little less.
pub fn rest(rate: f64) -> f64 {
    ((1.0 - rate) * 1e9).round() / 1e9
}

/// The share that begins at a token: "10%", "a tenth", "one in five", "3 out of 10", "half", "every second", "about 5 %".
pub fn share(text: &Text<'_>, at: usize) -> Option<Found<Share>> {
    text.memo.shares.at(at, text.tokens.len(), || read(text, at))
}

fn read(text: &Text<'_>, at: usize) -> Option<Found<Share>> {
    let from = about(text, at).unwrap_or(at);
    let found = one_in(text, from)
        .or_else(|| percent(text, at))
        .or_else(|| named(text, from))
        .or_else(|| subset(text, at).map(|found| found.map(|subset| subset.share())))?;
    (0.0..=1.0)
        .contains(&found.value.rate)
        .then(|| found.map(|share| Share { is_approximate: share.is_approximate || from > at, ..share }))
}

fn percent(text: &Text<'_>, at: usize) -> Option<Found<Share>> {
    let found = number(text, at)?;
    let is_approximate = found.value.is_approximate;
    // The exact text, so that 7% is the float that 0.07 is.
    let rate = format!("{}e-2", found.value.text).parse().ok()?;
    found.value.percent.then_some(Found { value: Share { rate, is_approximate }, end: found.end })
}

fn named(text: &Text<'_>, at: usize) -> Option<Found<Share>> {
    let ((parts, whole), mut end) = NAMED.at(text, at)?;
    let next = text.plain(end);
    // "The first half of 2024" is a part of a year.
    let is_nth = at > 0 && matches!(text.norm(at - 1), "first" | "second" | "last" | "1st" | "2nd" | "latter");
    if is_nth && matches!(text.norm(at), "half") {
        return None;
    }
    // "half a million" and "the third quarter" are none, nor is what a hyphen follows.
    if NO_WHOLE.contains(&&*next) || (text.is_mark(end, "-") && text.is_glued(end)) {
        return None;
    }
    if (parts, whole) == (1, 2) && matches!(&*text.plain(end - 1), "half") && next == "of" {
        end += 1;
    }
    Some(Found { value: Share { rate: f64::from(parts) / f64::from(whole), is_approximate: false }, end })
}

/// "one in five", "3 out of every 10", "1/20", "one-in-five", "uno de cada cinco".
fn one_in(text: &Text<'_>, at: usize) -> Option<Found<Share>> {
    if let Some(found) = hyphened(text, at) {
        return Some(found);
    }
    let parts = number_or_one(text, at).filter(|found| found.value.is_whole && !found.value.percent)?;
    let between = behind_noun(text, at, parts.end);
    let (_, behind) = OUT_OF.at(text, between)?;
    let whole = number(text, behind)
        .filter(|found| found.value.is_whole && !found.value.percent && found.value.unit.is_empty())?;
    let (part, of) = (parts.value.value, whole.value.value);
    let is_small = of <= 1000.0 || of.log10_is_whole();
    let has_noun = between > parts.end;
    if has_noun && !ends_share(text, whole.end) {
        return None;
    }
    let between = text.plain(between);
    // "one of 40 farms" picks, "one of three" does too.
    let is_case = matches!(text.norm(whole.end), "case" | "cases" | "times" | "rows" | "records" | "instances");
    if between == "of" && part == 1.0 && text.plain(at) == "one" && !is_case {
        return None;
    }
    // "12 per 5" and "2 in 2023" are none; nor is a range's beginning, "1 of 3 to 5".
    let fits = part > 0.0
        && part < of
        && is_small
        && (between != "/" || text.is_glued(parts.end))
        && parts.value.unit.is_empty();
    let goes_on = text.is_mark(whole.end, "/") || text.is_mark(whole.end, "-");
    (fits && !goes_on).then(|| Found { value: Share { rate: part / of, is_approximate: false }, end: whole.end })
}

/// Behind the noun of "one patient in twelve", "three orders out of ten"; only where the parts are few and in words.
fn behind_noun(text: &Text<'_>, at: usize, end: usize) -> usize {
    let is_few = matches!(&*text.plain(at), "one" | "two" | "three" | "1" | "2" | "3");
    let is_word = text.kind(end) == Some(Kind::Word) && OUT_OF.at(text, end).is_none();
    let is_led = matches!(text.norm(end + 1), "in" | "out");
    if is_few && is_word && is_led { end + 1 } else { end }
}

/// Whether a share ends here and no noun follows, as in "one room in ten hotels".
fn ends_share(text: &Text<'_>, at: usize) -> bool {
    text.get(at).is_none_or(|token| token.kind != Kind::Word)
        || matches!(
            text.norm(at),
            "has"
                | "have"
                | "is"
                | "are"
                | "was"
                | "were"
                | "had"
                | "without"
                | "with"
                | "lacks"
                | "misses"
                | "does"
                | "did"
                | "comes"
                | "gets"
                | "goes"
                | "and"
                | "or"
                | "never"
                | "should"
                | "must"
                | "will"
                | "lack"
        )
}

/// Whether a number is a power of ten.
trait PowerOfTen {
    fn log10_is_whole(self) -> bool;
}

impl PowerOfTen for f64 {
    fn log10_is_whole(self) -> bool {
        [1e3, 1e4, 1e5, 1e6, 1e9].contains(&self)
    }
}

/// "one-in-five" as one word.
fn hyphened(text: &Text<'_>, at: usize) -> Option<Found<Share>> {
    let token = text.get(at).filter(|token| token.kind == Kind::Word && token.norm.contains("-in-"))?;
    let apart = token.norm.replace('-', " ");
    let inner = Text::new(&apart).in_language(text.language);
    one_in(&inner, 0)
        .filter(|found| found.end == inner.tokens.len())
        .map(|found| Found { value: found.value, end: at + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::text::Language;

    #[test]
    fn parts_of_a_whole_are_rates() {
        for (language, prose, rate, rest) in [
            (Language::En, "10% of them", 0.1, " of them"),
            (Language::En, "10 percent", 0.1, ""),
            (Language::En, "7%", 0.07, ""),
            (Language::En, "2.5 %", 0.025, ""),
            (Language::En, "ten per cent", 0.1, ""),
            (Language::En, "a tenth without", 0.1, " without"),
            (Language::En, "one in five", 0.2, ""),
            (Language::En, "one-in-five", 0.2, ""),
            (Language::En, "3 out of 10", 0.3, ""),
            (Language::En, "three out of every ten", 0.3, ""),
            (Language::En, "9 of 10", 0.9, ""),
            (Language::En, "one patient in twelve has", 1.0 / 12.0, " has"),
            (Language::En, "three orders out of ten", 0.3, ""),
            (Language::En, "1/20", 0.05, ""),
            (Language::En, "1 in 20", 0.05, ""),
            (Language::En, "half of the members", 0.5, " the members"),
            (Language::En, "half the members", 0.5, " members"),
            (Language::En, "every second one", 0.5, " one"),
            (Language::En, "every other one", 0.5, " one"),
            (Language::En, "two thirds", 2.0 / 3.0, ""),
            (Language::En, "a quarter did not", 0.25, " did not"),
            (Language::En, "three quarters", 0.75, ""),
            (Language::En, "2‰", 0.002, ""),
            (Language::En, "roughly a third", 1.0 / 3.0, ""),
            (Language::De, "ein Zehntel ohne", 0.1, " ohne"),
            (Language::De, "jeder fünfte", 0.2, ""),
            (Language::De, "die Hälfte", 0.5, ""),
            (Language::De, "einer von fünf", 0.2, ""),
            (Language::De, "3 von 10", 0.3, ""),
            (Language::De, "10 Prozent", 0.1, ""),
            (Language::De, "2,5%", 0.025, ""),
            (Language::Fr, "un dixième", 0.1, ""),
            (Language::Fr, "un sur cinq", 0.2, ""),
            (Language::Fr, "la moitié", 0.5, ""),
            (Language::Fr, "10 pour cent", 0.1, ""),
            (Language::Es, "la mitad", 0.5, ""),
            (Language::Es, "uno de cada cinco", 0.2, ""),
            (Language::Es, "una décima parte", 0.1, ""),
            (Language::Es, "10 por ciento", 0.1, ""),
            (Language::It, "un decimo", 0.1, ""),
            (Language::It, "uno su cinque", 0.2, ""),
            (Language::It, "la metà", 0.5, ""),
            (Language::Pt, "um em cada cinco", 0.2, ""),
            (Language::Pt, "um décimo", 0.1, ""),
            (Language::Pt, "metade", 0.5, ""),
        ] {
            let text = Text::new(prose).in_language(language);
            let found = share(&text, 0).unwrap_or_else(|| panic!("{prose}"));
            assert!((found.value.rate - rate).abs() < 1e-15, "{prose}: {found:?}");
            assert_eq!(&prose[text.bytes(0..found.end).end..], rest, "{prose}");
        }
    }

    #[test]
    fn what_is_no_part_is_none() {
        for prose in [
            "half a million",
            "5 members",
            "150%",
            "a quarter hour",
            "the third quarter",
            "2 in 2023",
            "5 of 3",
            "half-hourly",
            "10",
            "one of 40 farms",
            "one room in ten hotels",
        ] {
            assert_eq!(share(&Text::new(prose), 0), None, "{prose}");
        }
    }
}
