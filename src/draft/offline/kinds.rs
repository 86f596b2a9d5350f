//! "Half are students", "30% of them veterans" -> nouns that tell rows of a table apart and are no tables of their own.

use super::names;
use super::scene::Scene;
use super::words::{self, Does};
use crate::draft::text::{Kind, Language, share, subset};

/// Takes down the nouns that a share of the rows are called, where nothing else says that they are rows of their own.
pub fn take_down(scene: &mut Scene<'_>) {
    if scene.language != Language::En {
        return;
    }
    let count = scene.text.tokens.len();
    let kinds: Vec<String> = (0..count).filter_map(|at| kind(scene, at)).collect();
    scene.kinds = kinds;
}

/// The noun behind a share at a token, in the singular: `half are students`, `a third of the members are pensioners`.
fn kind(scene: &Scene<'_>, at: usize) -> Option<String> {
    let behind = share::share(scene.text, at)
        .map(|found| found.end)
        .or_else(|| subset::subset(scene.text, at).map(|found| found.end))?;
    let of = match scene.text.norm(behind.saturating_sub(1)) {
        "of" => behind,
        _ if scene.text.norm(behind) == "of" => behind + 1,
        _ => behind,
    };
    let is_them = matches!(scene.text.norm(of), "them" | "whom" | "which" | "these" | "those");
    let owner = of + usize::from(scene.does(of, Does::Determines));
    let verb = match () {
        () if is_them => of + 1,
        () if of > behind || scene.text.norm(of - 1) == "of" => owner + 1,
        () => of,
    };
    let is_told = scene.does(verb, Does::Is);
    if !is_told && !is_them {
        return None;
    }
    let noun = verb + usize::from(is_told);
    let noun = noun + usize::from(scene.does(noun, Does::Determines));
    let word = scene.text.norm(noun);
    let is_end = scene.text.get(noun + 1).is_none_or(|token| token.kind == Kind::Break)
        || matches!(scene.text.norm(noun + 1), "," | "." | ";" | ")" | "!" | "–" | "-" | "")
        || scene.does(noun + 1, Does::Joins);
    let is_kind = scene.is_nominal(noun)
        && scene.is_plural(noun)
        && is_end
        && !words::is_unit(word, scene.language)
        && !scene.nouns.has_rows(word)
        && !scene.nouns.is_counted(word);
    is_kind.then(|| names::singular(word))
}
