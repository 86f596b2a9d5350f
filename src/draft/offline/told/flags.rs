//! `whether it is LED`, `whether they have a driving licence`, `dangerous or not` -> a column of yes and no.

use std::ops::Range;

use super::{Told, rest};
use crate::draft::offline::columns;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::words::Does;
use crate::draft::text::Kind;

/// An item that begins with `whether`.
pub fn whether(scene: &Scene<'_>, item: Range<usize>) -> Option<Told> {
    let at = item.start + usize::from(scene.does(item.start, Does::Determines));
    if !matches!(scene.text.norm(at), "whether" | "ob") {
        return None;
    }
    let end = rest(scene, at, item.end).end;
    // "Whether it is LED, two thirds of them are".
    let tail = (at..end).find(|at| scene.text.norm(*at) == "," && columns::is_share_of_them(scene, &(at + 1..end)));
    // "Whether it is insured (15%)".
    let open = (at..end).find(|at| matches!(scene.text.norm(*at), "(" | ":"));
    let end = tail.or(open).unwrap_or(end);
    let verb =
        (at + 1..end).find(|at| scene.does(*at, Does::Is) || scene.does(*at, Does::Has) || scene.does(*at, Does::May));
    let words = match verb {
        Some(verb) => {
            let is_state =
                scene.does(verb, Does::Is) || scene.does(verb + 1, Does::Is) || scene.text.norm(verb + 1) == "been";
            let prefix = if is_state {
                "is"
            } else if scene.does(verb, Does::Has) {
                "has"
            } else {
                "can"
            };
            format!("{prefix} {}", thing(scene, verb + 1, end)?)
        }
        None => {
            let skip = usize::from(scene.does(at + 1, Does::Refers) || scene.does(at + 1, Does::Determines));
            let from = at + 1 + skip + usize::from(scene.does(at + 1, Does::Determines));
            thing(scene, from, end)?
        }
    };
    Some(Told { words, generator: Some("bool"), name: item.start..end, said: end..item.end })
}

/// `voted by mail y/n`, `has a dog yes or no`: all before the two answers is the name.
pub fn yes_or_no(scene: &Scene<'_>, item: Range<usize>) -> Option<Told> {
    let norm =
        |back: usize| item.end.checked_sub(back).filter(|at| *at >= item.start).map_or("", |at| scene.text.norm(at));
    let is_pair = matches!((norm(3), norm(1)), ("y", "n") | ("yes", "no") | ("true", "false") | ("ja", "nein"));
    let is_parted = matches!(norm(2), "/" | "or" | "|" | "oder");
    let start = item.start + usize::from(scene.does(item.start, Does::Determines));
    let end = item.end.checked_sub(3)?;
    // A name of plain nouns is read as any other; this is for those with a preposition in them.
    let has_inner = (start..end).any(|at| scene.does(at, Does::Places) || scene.does(at, Does::Has));
    let is_name = (2..=5).contains(&end.saturating_sub(start))
        && (start..end).all(|at| scene.text.kind(at) == Some(Kind::Word))
        && names::is_content(scene.text.norm(start));
    (is_pair && is_parted && is_name && has_inner).then(|| Told {
        words: scene.words(start..end),
        generator: Some("bool"),
        name: item.start..end,
        said: end..item.end,
    })
}

/// Up to three words behind a verb, without those that serve the sentence.
fn thing(scene: &Scene<'_>, at: usize, end: usize) -> Option<String> {
    let skips = |at: usize| {
        scene.does(at, Does::Determines)
            || scene.does(at, Does::Is)
            || matches!(
                scene.text.norm(at),
                "already" | "still" | "not" | "currently" | "ever" | "yet" | "been" | "of" | "to"
            )
    };
    let from = (at..end).find(|at| !skips(*at))?;
    let is_part = |at: &usize| {
        let word = scene.text.norm(*at);
        names::is_content(word) && (*at == from || !matches!(word, "yet" | "already" | "today" | "now"))
    };
    let words: Vec<&str> = (from..end).take_while(is_part).take(3).map(|at| scene.text.norm(at)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// `and whether it is LED` within a clause.
pub(super) fn of_whether(scene: &Scene<'_>, clause: &Range<usize>, at: usize, _table: &str) -> Option<Told> {
    let is_condition = at > clause.start && matches!(scene.text.norm(at - 1), "on" | "depends" | "of");
    if is_condition { None } else { whether(scene, at..clause.end) }
}

/// `escaped or not`, `it is dangerous or not`.
pub(super) fn or_not(scene: &Scene<'_>, clause: &Range<usize>, at: usize, table: &str) -> Option<Told> {
    let is_pair = scene.does(at + 1, Does::Parts) && matches!(scene.text.norm(at + 2), "not" | "no" | "nicht");
    let word = scene.text.norm(at);
    // "Protected yes or no": what is yes or no stands before.
    let is_answer = matches!(word, "yes" | "true" | "ja" | "oui" | "si" | "sí" | "sim");
    if !is_pair || is_answer || at + 2 >= clause.end || !names::is_content(word) || super::has(scene, table, word) {
        return None;
    }
    let end = rest(scene, at, clause.end).end.max(at + 3);
    Some(Told { words: word.to_owned(), generator: Some("bool"), name: at..at + 3, said: at..end })
}
