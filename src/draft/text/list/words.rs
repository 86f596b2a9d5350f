//! What parts the items of lists, what ends them, and weights in words.

use std::sync::LazyLock;

use super::super::language::Language::{De, Es, Fr, It, Pt};
use super::super::{Kind, Phrases, Text};

/// Words before a list.
pub static LEAD: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "either|one of|any of|one of the following|among|both|any one of|one among"),
        (Some(De), (), "entweder|eines von|eine von|einer von"),
        (Some(Fr), (), "soit|l'un de|une parmi|parmi"),
        (Some(Es), (), "uno de|una de|entre"),
        (Some(It), (), "uno tra|uno di|una tra"),
        (Some(Pt), (), "um de|uma de|entre"),
    ])
});

/// Conjunctions before the last item.
pub static CONJUNCTIONS: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, "and", "and|as well as|plus|and also|&"),
        (None, "or", "or|or else|or sometimes"),
        (None, "and", "and / or"),
        (Some(De), "and", "und|sowie"),
        (Some(De), "or", "oder"),
        (Some(Fr), "and", "et|ainsi que"),
        (Some(Fr), "or", "ou|ou bien|soit"),
        (Some(Es), "and", "y|e|asi como"),
        (Some(Es), "or", "o|u|o bien"),
        (Some(It), "and", "e|ed|nonche"),
        (Some(It), "or", "o|oppure|od"),
        (Some(Pt), "and", "e|bem como"),
        (Some(Pt), "or", "ou"),
    ])
});

/// What parts two items.
pub struct Joint {
    /// The conjunction, empty for a mark.
    pub word: &'static str,
    /// The token behind it.
    pub end: usize,
    /// Whether it is a slash that touches both sides, and single words stand beside it.
    pub is_tight: bool,
}

/// What parts two items at a token: `,` `;` `/` `|` "and" "or", and a comma before such a word. A line end behind a comma is a blank.
pub fn joint(text: &Text<'_>, at: usize) -> Option<Joint> {
    let at = over_break(text, at, true);
    let token = text.get(at)?;
    let mark = token.kind == Kind::Mark && matches!(token.norm.as_str(), "," | ";" | "/" | "|");
    if !mark {
        let (word, end) = CONJUNCTIONS.at(text, at)?;
        return Some(Joint { word, end: over_break(text, end, false), is_tight: false });
    }
    let behind = over_break(text, at + 1, false);
    let is_tight = token.norm == "/" && text.is_glued(at) && text.is_glued(at + 1);
    match CONJUNCTIONS.at(text, behind).filter(|_| matches!(token.norm.as_str(), "," | ";")) {
        Some((word, end)) => Some(Joint { word, end: over_break(text, end, false), is_tight: false }),
        None => Some(Joint { word: "", end: behind, is_tight }),
    }
}

/// The index behind a single line end; before a conjunction only where one follows.
fn over_break(text: &Text<'_>, at: usize, needs_word: bool) -> usize {
    let is_break = text.kind(at) == Some(Kind::Break) && text.norm(at) == "\n";
    let fits =
        is_break && text.kind(at + 1) != Some(Kind::Bullet) && (!needs_word || CONJUNCTIONS.at(text, at + 1).is_some());
    if fits { at + 1 } else { at }
}

/// Weights in words: how many of a hundred that is taken to mean.
pub static ADVERBS: LazyLock<Phrases<f64>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, 90.0, "almost always|nearly always|nearly all|almost all"),
        (
            None,
            70.0,
            "mostly|usually|mainly|most often|normally|typically|predominantly|most of them|primarily|generally|in most cases",
        ),
        (None, 40.0, "often|frequently|commonly"),
        (None, 25.0, "sometimes|at times|less often|some"),
        (None, 10.0, "occasionally|now and then|once in a while|a few|less commonly"),
        (None, 5.0, "rarely|seldom|hardly ever|in rare cases|very few"),
        (None, 1.0, "very rarely|almost never|extremely rarely"),
        (Some(De), 70.0, "meistens|meist|uberwiegend|hauptsachlich|normalerweise"),
        (Some(De), 40.0, "oft|haufig"),
        (Some(De), 25.0, "manchmal|teilweise"),
        (Some(De), 10.0, "gelegentlich|ab und zu"),
        (Some(De), 5.0, "selten"),
        (Some(Fr), 70.0, "surtout|principalement|generalement|la plupart du temps|le plus souvent"),
        (Some(Fr), 40.0, "souvent"),
        (Some(Fr), 25.0, "parfois|quelquefois"),
        (Some(Fr), 5.0, "rarement"),
        (Some(Es), 70.0, "mayormente|principalmente|generalmente|normalmente|casi siempre"),
        (Some(Es), 40.0, "a menudo"),
        (Some(Es), 25.0, "a veces|algunas veces"),
        (Some(Es), 5.0, "rara vez|raramente"),
        (Some(It), 70.0, "per lo piu|principalmente|di solito|generalmente"),
        (Some(It), 40.0, "spesso"),
        (Some(It), 25.0, "a volte|talvolta"),
        (Some(It), 5.0, "raramente"),
        (Some(Pt), 70.0, "principalmente|geralmente|na maioria|normalmente"),
        (Some(Pt), 40.0, "frequentemente"),
        (Some(Pt), 25.0, "as vezes"),
        (Some(Pt), 5.0, "raramente"),
    ])
});

/// Words for what the other items leave.
pub static REST: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "the rest|otherwise|the remaining|the remainder|all others|the others|everything else is|the rest is|the rest are|rest",
        ),
        (
            None,
            (),
            "the remaining ones are|the remainder is|the remainder are|the others are|all the rest|else|remaining",
        ),
        (Some(De), (), "der rest|sonst|ansonsten|die ubrigen|die restlichen|der rest ist|der rest sind"),
        (Some(Fr), (), "le reste|sinon|les autres|le reste est|les autres sont"),
        (Some(Es), (), "el resto|los demas|el resto es|el resto son|las demas"),
        (Some(It), (), "il resto|altrimenti|gli altri|il resto e|le altre"),
        (Some(Pt), (), "o resto|os demais|os outros|o restante|o resto e"),
    ])
});

/// Words between a weight and its item: "60% are active".
pub static ARE: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "are|is|of them are|of them|of the time|of cases|were|should be|of which are|being|for|will be|them are|them|of these are|have|of",
        ),
        (Some(De), (), "sind|ist|davon|davon sind"),
        (Some(Fr), (), "sont|est"),
        (Some(Es), (), "son|es|estan"),
        (Some(It), (), "sono|e"),
        (Some(Pt), (), "sao|e|estao"),
    ])
});

/// Articles before an item.
pub static ARTICLES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "a|an|the|its|their|his|her"),
        (Some(De), (), "ein|eine|einen|einer|einem|der|die|das|den|dem"),
        (Some(Fr), (), "un|une|le|la|les|des"),
        (Some(Es), (), "un|una|el|la|los|las"),
        (Some(It), (), "un|una|uno|il|lo|la|i|gli|le"),
        (Some(Pt), (), "um|uma|o|a|os|as"),
    ])
});

/// Words that end an item when they do not begin it.
pub static STOPS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "with|for|in|from|to|by|that|which|who|whose|where|when|is|are|was|were|has|have|had|per|as|at|on|each|every|between",
        ),
        (
            None,
            (),
            "but|if|while|without|then|so|than|since|until|during|after|before|about|because|will|can|may|must|should|do|does|using",
        ),
        (
            None,
            (),
            "into|though|unless|whereas|only|within|among|around|over|under|depending|respectively|like|such|please|not|it|they",
        ),
        (None, (), "been|being|be|also|we|i|you|there|all|most|none|etc|etc.|via|against"),
        (
            Some(De),
            (),
            "mit|fur|aus|von|zu|bei|die|der|das|ist|sind|hat|haben|wird|werden|pro|je|zwischen|ohne|wenn|wobei|als|auf|jeder",
        ),
        (Some(De), (), "jede|jedes|nach|vor|seit|bis|dann|nur|davon|im|in|am|an"),
        (
            Some(Fr),
            (),
            "avec|pour|dans|qui|que|dont|est|sont|a|ont|par|entre|sans|chaque|si|mais|sur|chez|depuis|jusqu'a|quand|au",
        ),
        (
            Some(Es),
            (),
            "con|para|en|que|es|son|esta|estan|tiene|tienen|por|entre|sin|cada|si|pero|desde|hasta|cuando|sobre",
        ),
        (Some(It), (), "con|per|in|che|sono|ha|hanno|tra|fra|senza|ogni|se|ma|da|dal|quando|su"),
        (Some(Pt), (), "com|para|em|que|sao|esta|estao|tem|por|entre|sem|cada|se|mas|desde|ate|quando|sobre"),
    ])
});

/// Words that begin a clause and never an item.
pub static CLAUSES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "each|every|which|who|whose|that|is|are|was|were|has|have|where|when|if|but|they|it|we|i|you|then|while|there",
        ),
        (Some(De), (), "jede|jeder|jedes|wobei|wenn|ist|sind|hat|haben"),
        (Some(Fr), (), "chaque|chacun|chacune|qui|que|dont|est|sont|si"),
        (Some(Es), (), "cada|que|es|son|si|tiene|tienen"),
        (Some(It), (), "ogni|ognuno|che|sono|se|ha|hanno"),
        (Some(Pt), (), "cada|que|sao|se|tem"),
    ])
});
