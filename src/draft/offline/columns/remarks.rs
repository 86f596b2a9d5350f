//! Parts of a list that are no items: what still speaks of the column before them, as in `salary 20 to 60, missing for a tenth`,
//! `height in cm, normal, mean 171 sd 9`, `response time in ms, right skewed with a median of 120`.

use std::ops::Range;

use crate::draft::offline::lex;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::{number, range, share};

/// Words that say that some values are not there.
const ABSENT: &[&str] = &[
    "missing",
    "empty",
    "null",
    "blank",
    "unknown",
    "absent",
    "unset",
    "absente",
    "absents",
    "manquant",
    "manquante",
    "vide",
    "inconnu",
    "fehlt",
    "leer",
    "unbekannt",
    "falta",
    "vacío",
    "vacía",
    "nulo",
    "nula",
    "ausente",
    "desconocido",
    "manca",
    "mancante",
    "vuoto",
    "vuota",
    "assente",
    "sconosciuto",
    "vazio",
    "vazia",
    "desconhecido",
];

/// Words in front of one of these.
const LEADS: &[&str] = &[
    "but",
    "left",
    "of",
    "which",
    "mostly",
    "often",
    "sometimes",
    "usually",
    "rarely",
    "is",
    "and",
    "che",
    "que",
    "qui",
    "das",
    "die",
    "der",
];

/// Adverbs of laws.
const STRONGLY: &[&str] = &["heavily", "strongly", "slightly", "right", "left", "highly", "very", "positively"];

/// Words that begin a law, whatever follows.
const LAWS: &[&str] = &[
    "skewed",
    "lognormal",
    "log-normal",
    "lognormally",
    "gaussian",
    "exponential",
    "exponentially",
    "normally",
    "uniformly",
    "right-skewed",
    "left-skewed",
    "long-tailed",
    "heavy-tailed",
    "bell-shaped",
    "normalverteilt",
    "gleichverteilt",
];

/// What a law is told by, with a number behind.
const MEASURES: &[&str] = &[
    "mean",
    "median",
    "sd",
    "std",
    "stdev",
    "stddev",
    "sigma",
    "mu",
    "average",
    "avg",
    "averaging",
    "deviation",
    "mode",
];

/// Whether a part says more of the item before it and names no column of its own.
pub fn says_more(
    scene: &Scene<'_>,
    last: Option<&Range<usize>>,
    part: &Range<usize>,
    next: Option<&Range<usize>>,
) -> bool {
    let Some(last) = last else { return false };
    is_unique(scene, part)
        || is_absent(scene, part)
        || is_truth(scene, part)
        || is_type(scene, last, part)
        || is_share_of_them(scene, part)
        || is_spread_of(scene, last, part, next)
        || is_law(scene, part)
        || is_measure(scene, part)
        || is_normal(scene, last, part, next)
        || goes_on_with(scene, last, part)
        || is_apposition(scene, last, part)
        || is_formula(scene, last, part)
        || is_case(scene, last, part)
}

/// `10 to 90 cm`, `always later than the start`, `between 1 and 5`: what is said of the column before, set off by commas.
pub(super) fn is_set_off(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    const ADVERBS: &[&str] = &[
        "always",
        "usually",
        "typically",
        "mostly",
        "never",
        "not",
        "strictly",
        "at",
        "mainly",
        "generally",
        "normally",
    ];
    const COMPARED: &[&str] = &[
        "after", "before", "later", "earlier", "greater", "less", "more", "larger", "smaller", "higher", "lower",
        "bigger", "longer", "shorter",
    ];
    let at = part.start + usize::from(ADVERBS.contains(&scene.text.norm(part.start)));
    let is_compared = COMPARED.contains(&scene.text.norm(at))
        && (matches!(scene.text.norm(at), "after" | "before") || scene.text.norm(at + 1) == "than");
    let is_example = part.len() >= 2
        && (matches!(scene.text.norm(part.start), "format" | "pattern" | "like" | "e.g." | "e.g" | "eg")
            || scene.text.norm(part.start) == "such" && scene.text.norm(part.start + 1) == "as");
    if is_example {
        return true;
    }
    let is_unit = |at: usize| scene.is_unit(at) || matches!(scene.text.norm(at), "in" | "€" | "$" | "£" | "%" | "each");
    let bounds = range::range(scene.text, at).filter(|found| found.end <= part.end);
    let is_bounds = bounds.is_some_and(|found| (found.end..part.end).all(is_unit));
    (is_compared || is_bounds) && at + 1 < part.end
}

/// `net plus 19% VAT` behind `gross`: how the column before is reckoned.
fn is_formula(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>) -> bool {
    let sign = part.start + 1 + usize::from(scene.does(part.start, Does::Determines));
    let is_sign =
        matches!(scene.text.norm(sign), "plus" | "minus" | "times" | "*" | "+" | "×" | "multiplied" | "divided");
    let is_bare = scene.item_phrase(last.start, last.end).is_some_and(|phrase| phrase.name.end == last.end);
    is_sign && is_bare && sign + 1 < part.end && scene.is_nominal(sign - 1)
}

/// `medium when it is above 1000`, `low otherwise` behind `risk: high when the amount is above 5000`.
fn is_case(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>) -> bool {
    let is_if = |at: usize| matches!(scene.text.norm(at), "if" | "when");
    let is_rest = |at: usize| matches!(scene.text.norm(at), "otherwise" | "else");
    let is_open = last.clone().any(|at| matches!(scene.text.norm(at), ":" | "=" | "(") || scene.does(at, Does::Is));
    let begins = (part.start..part.end.min(part.start + 4)).any(|at| is_if(at) || is_rest(at));
    is_open && last.clone().any(is_if) && begins && !part.clone().any(|at| scene.does(at, Does::Has))
}

/// `never more than the limit` behind `which is greater than zero`: a remark on a column that goes on.
fn goes_on_with(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>) -> bool {
    let is_verb = |at: usize| scene.does(at, Does::Is) || scene.does(at, Does::May) || scene.text.norm(at) == "never";
    let is_remark = (last.start..last.end.saturating_sub(1))
        .any(|at| matches!(scene.text.norm(at), "which" | "that") && is_verb(at + 1));
    let leads = matches!(
        scene.text.norm(part.start),
        "never"
            | "always"
            | "not"
            | "greater"
            | "less"
            | "more"
            | "lower"
            | "higher"
            | "larger"
            | "smaller"
            | "later"
            | "earlier"
    );
    is_remark && leads
}

/// `a date in 2024` behind `lent_on`: what a column is, told behind its bare name.
fn is_apposition(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>) -> bool {
    const KINDS: &[&str] = &[
        "date",
        "day",
        "timestamp",
        "datetime",
        "time",
        "integer",
        "decimal",
        "number",
        "float",
        "boolean",
        "text",
        "string",
        "word",
        "sentence",
        "percentage",
        "letter",
    ];
    let is_article = |at: usize| matches!(scene.text.norm(at), "a" | "an");
    let noun = part.start + 1 + usize::from(matches!(scene.text.norm(part.start + 1), "whole" | "random" | "single"));
    let is_kind = is_article(part.start) && KINDS.contains(&scene.text.norm(noun)) && scene.text.norm(noun + 1) != "of";
    let name = last.start + usize::from(scene.does(last.start, Does::Joins));
    let is_bare = name + 1 == last.end && !is_article(name);
    is_kind && is_bare && !scene.is_nominal(noun + 1)
}

/// `unique`, `distinct`.
fn is_unique(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    part.len() == 1 && matches!(scene.text.norm(part.start), "unique" | "distinct")
}

/// `a whole number from 20 to 9000` behind `a weight in grams`: what the values are.
fn is_type(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>) -> bool {
    let at = part.start + usize::from(scene.does(part.start, Does::Determines));
    let is_number = matches!(scene.text.norm(at), "integer" | "decimal" | "float")
        || matches!(scene.text.norm(at), "whole" | "decimal" | "round") && scene.text.norm(at + 1) == "number";
    let has_bounds = |tokens: &Range<usize>| tokens.clone().any(|at| range::range(scene.text, at).is_some());
    is_number && has_bounds(part) && !has_bounds(last)
}

/// `true for about 12 percent`: how often a flag is set, behind its name.
fn is_truth(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let at = part.start + usize::from(matches!(scene.text.norm(part.start), "which" | "is"));
    let is_value = matches!(scene.text.norm(at), "true" | "false" | "yes" | "set");
    is_value && says_how_often(scene, at + 1, part.end)
}

/// `missing for 20% of the rows`, `often empty`.
fn is_absent(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let at = part.clone().find(|at| !LEADS.contains(&scene.text.norm(*at))).unwrap_or(part.end);
    let counted = share::share(scene.text, at).map(|found| found.end);
    let is_bare = |at: usize| at < part.end && ABSENT.contains(&scene.text.norm(at));
    // "Unknown (null) for 12%".
    let is_bracket = scene.text.norm(at + 1) == "(" && is_bare(at + 2) && scene.text.norm(at + 3) == ")";
    let behind = if is_bracket { at + 4 } else { at + 1 };
    let is_said = is_bare(at) && (behind >= part.end || at > part.start || says_how_often(scene, behind, part.end));
    is_said || counted.is_some_and(|end| is_bare(end) && end + 1 == part.end)
}

/// `two thirds of them are`, `a tenth of them do`: how often what stands before it holds.
pub fn is_share_of_them(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let behind = share::share(scene.text, part.start).map(|found| found.end);
    behind.is_some_and(|end| {
        let verb = end + 2;
        scene.text.norm(end) == "of"
            && scene.text.norm(end + 1) == "them"
            && verb + 1 == part.end
            && (scene.does(verb, Does::Is) || scene.does(verb, Does::Has) || scene.does(verb, Does::May))
    })
}

/// `blue in half of the cases, yellow 30%, white 20%` behind `a colour`: values with their shares and no name of their own.
fn is_spread_of(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>, next: Option<&Range<usize>>) -> bool {
    let shares = |tokens: &Range<usize>| tokens.clone().filter(|at| share::share(scene.text, *at).is_some()).count();
    let is_bare = scene
        .item_phrase(last.start, last.end)
        .is_some_and(|phrase| phrase.name.end == last.end && phrase.name.len() <= 2);
    let named = part.clone().find(|at| scene.is_nominal(*at)).unwrap_or(part.start);
    let is_name = lex::is_known_column(scene.text.norm(named), scene.language);
    // "A colour, brown for 70%, white for 30%": one word and its share each.
    let is_word =
        |part: &Range<usize>| super::items::link_of_weight(scene, part).is_some() && weighs_one_word(scene, part);
    let are_words = is_word(part) && next.is_some_and(is_word);
    is_bare && !is_name && (shares(part) >= 2 || are_words)
}

/// Whether the share of a part stands behind one word and a link: `brown for 70%`.
fn weighs_one_word(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let at = part.start + usize::from(scene.does(part.start, Does::Joins));
    share::share(scene.text, at + 2).is_some_and(|found| found.end <= part.end)
}

/// `for 20%`, `in a tenth of the cases`, `20%`.
fn says_how_often(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    (at..end.min(at + 3)).any(|at| share::share(scene.text, at).is_some_and(|found| found.end <= end))
}

/// `right skewed with a median of 120`, `lognormal`.
fn is_law(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let at = part.clone().find(|at| !STRONGLY.contains(&scene.text.norm(*at))).unwrap_or(part.end);
    at < part.end && LAWS.contains(&scene.text.norm(at)) && (at == part.start || scene.text.norm(at) == "skewed")
}

/// `mean 171 sd 9`, `with a median of 120`, `standard deviation 4`.
fn is_measure(scene: &Scene<'_>, part: &Range<usize>) -> bool {
    let is_filler = |at: usize| {
        scene.does(at, Does::Determines) || scene.does(at, Does::Equips) || matches!(scene.text.norm(at), "standard")
    };
    let Some(at) = part.clone().find(|at| !is_filler(*at)) else { return false };
    let is_number = |at: usize| at < part.end && number::number(scene.text, at).is_some();
    let behind = at + 1 + usize::from(matches!(scene.text.norm(at + 1), "of" | "=" | ":" | "around" | "about" | "is"));
    MEASURES.contains(&scene.text.norm(at)) && is_number(behind)
}

/// `normal` alone, behind a unit or in front of `mean 171`; elsewhere it is a value.
fn is_normal(scene: &Scene<'_>, last: &Range<usize>, part: &Range<usize>, next: Option<&Range<usize>>) -> bool {
    if !matches!(scene.text.norm(part.start), "normal" | "uniform") {
        return false;
    }
    let is_told = (part.start + 1..part.end)
        .any(|at| MEASURES.contains(&scene.text.norm(at)) || range::range(scene.text, at).is_some());
    let is_alone = part.len() == 1;
    let has_unit = last.len() >= 2 && scene.text.norm(last.end - 2) == "in" && scene.is_unit(last.end - 1);
    is_told || is_alone && (has_unit || next.is_some_and(|next| is_measure(scene, next)))
}
