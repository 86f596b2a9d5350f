//! A locale and draws in, running text out: words, sentences, paragraphs, titles, slugs.
//!
//! Sentences follow a few forms over parts of speech, so that they read as grammatical nonsense rather than as a heap of
//! words: *"One day, the patient baker quietly repairs a bridge."*

use super::list::List;
use super::{Draws, Locale};

/// A language's parts of speech.
#[derive(Debug)]
pub struct TextWords {
    /// How a noun phrase is made from a noun.
    pub nouns: Nouns,
    /// Transitive verbs, third person singular.
    pub verbs: &'static List,
    /// Adverbs.
    pub adverbs: &'static List,
    /// Phrases of time.
    pub times: &'static List,
    /// Forms of a sentence over `S V O A T`.
    pub sentences: &'static List,
}

/// A language's nouns.
#[derive(Debug)]
pub enum Nouns {
    /// Bare nouns and adjectives; articles and determiners are put before them.
    English(&'static List, &'static List),
    /// Nouns with their articles; `der` becomes `den` in the object.
    German(&'static List),
    /// Nouns with their articles, the same in subject and object.
    Articled(&'static List),
}

const DETERMINERS: [&str; 8] = ["the", "the", "the", "a", "a", "every", "this", "another"];

impl Nouns {
    fn list(&self) -> &'static List {
        match self {
            Self::English(nouns, _) | Self::German(nouns) | Self::Articled(nouns) => nouns,
        }
    }

    fn push(&self, out: &mut String, object: bool, draws: &mut Draws) {
        match self {
            Self::English(nouns, adjectives) => push_english(out, nouns, adjectives, draws),
            Self::German(nouns) => {
                let phrase = nouns.get(nouns.pick(draws.bits()));
                match phrase.strip_prefix("der ").filter(|_| object) {
                    Some(noun) => super::address::push_all(out, &["den ", noun]),
                    None => out.push_str(phrase),
                }
            }
            Self::Articled(nouns) => out.push_str(nouns.get(nouns.pick(draws.bits()))),
        }
    }
}

fn push_english(out: &mut String, nouns: &List, adjectives: &List, draws: &mut Draws) {
    let determiner = DETERMINERS[draws.below(8) as usize];
    let noun = nouns.get(nouns.pick(draws.bits()));
    let adjective = (draws.below(5) < 2).then(|| adjectives.get(adjectives.pick(draws.bits())));
    let next = adjective.unwrap_or(noun);
    out.push_str(determiner);
    if determiner == "a" && takes_an(next) {
        out.push('n');
    }
    for word in adjective.into_iter().chain([noun]) {
        out.push(' ');
        out.push_str(word);
    }
}

/// Whether an English word begins with the sound of a vowel.
fn takes_an(word: &str) -> bool {
    const SILENT_H: [&str; 2] = ["hour", "honest"];
    const YOU: [&str; 3] = ["uni", "usu", "use"];
    let vowel = word.starts_with(['a', 'e', 'i', 'o', 'u']);
    SILENT_H.contains(&word) || (vowel && !YOU.iter().any(|start| word.starts_with(start)))
}

impl TextWords {
    /// The lists behind the text, for the table of hashes.
    pub fn lists(&self) -> Vec<&'static List> {
        let mut lists = vec![self.nouns.list(), self.verbs, self.adverbs, self.times, self.sentences];
        if let Nouns::English(_, adjectives) = self.nouns {
            lists.push(adjectives);
        }
        lists
    }

    fn vocabulary(&self) -> [Option<&'static List>; 4] {
        let adjectives = match self.nouns {
            Nouns::English(_, adjectives) => Some(adjectives),
            _ => None,
        };
        [Some(self.nouns.list()), Some(self.verbs), Some(self.adverbs), adjectives]
    }
}

/// How many words [`word`] knows; a word that is noun and verb counts twice.
pub fn word_capacity(locale: &Locale) -> u64 {
    locale.words.text.vocabulary().iter().flatten().map(|list| list.len() as u64).sum()
}

/// Word number `n` of the language, without article; `n` wraps.
pub fn word(locale: &Locale, n: u64) -> &'static str {
    let mut rest = n % word_capacity(locale);
    for list in locale.words.text.vocabulary().into_iter().flatten() {
        if rest < list.len() as u64 {
            return bare(list.get(rest as u32));
        }
        rest -= list.len() as u64;
    }
    unreachable!("the position is below the number of words")
}

/// The word without its article.
fn bare(phrase: &'static str) -> &'static str {
    phrase.rsplit([' ', '\'']).next().unwrap_or(phrase)
}

fn push_word(out: &mut String, locale: &Locale, draws: &mut Draws) {
    out.push_str(word(locale, draws.below(word_capacity(locale))));
}

/// Appends `count` words with spaces between.
pub fn push_words(out: &mut String, locale: &Locale, count: u32, draws: &mut Draws) {
    for position in 0..count {
        if position > 0 {
            out.push(' ');
        }
        push_word(out, locale, draws);
    }
}

/// Appends a sentence with a capital letter and a full stop.
pub fn push_sentence(out: &mut String, locale: &Locale, draws: &mut Draws) {
    let words = &locale.words.text;
    let form = words.sentences.get(words.sentences.pick_skewed(draws.bits()));
    let start = out.len();
    push_form(out, locale, form, draws);
    capitalise(out, start);
}

fn push_form(out: &mut String, locale: &Locale, form: &str, draws: &mut Draws) {
    let words = &locale.words.text;
    for (position, token) in form.split(' ').enumerate() {
        if position > 0 {
            out.push(' ');
        }
        let symbol = token.trim_end_matches(['.', ',']);
        match symbol {
            "S" => words.nouns.push(out, false, draws),
            "O" => words.nouns.push(out, true, draws),
            "V" => out.push_str(words.verbs.get(words.verbs.pick(draws.bits()))),
            "A" => out.push_str(words.adverbs.get(words.adverbs.pick(draws.bits()))),
            "T" => out.push_str(words.times.get(words.times.pick(draws.bits()))),
            literal => out.push_str(literal),
        }
        out.push_str(&token[symbol.len()..]);
    }
}

/// Makes the first letter of `out[start..]` a capital.
pub(super) fn capitalise(out: &mut String, start: usize) {
    if let Some(first) = out[start..].chars().next() {
        let upper: String = first.to_uppercase().collect();
        out.replace_range(start..start + first.len_utf8(), &upper);
    }
}

/// Appends `count` sentences with spaces between.
pub fn push_paragraph(out: &mut String, locale: &Locale, count: u32, draws: &mut Draws) {
    for position in 0..count {
        if position > 0 {
            out.push(' ');
        }
        push_sentence(out, locale, draws);
    }
}

/// Appends a title: one or two noun phrases, the first letter a capital, no full stop.
pub fn push_title(out: &mut String, locale: &Locale, draws: &mut Draws) {
    let start = out.len();
    let both = draws.below(3) == 0;
    locale.words.text.nouns.push(out, false, draws);
    if both {
        let and = match locale.language {
            "de" => " und ",
            "es" => " y ",
            "fr" => " et ",
            "it" | "pt" => " e ",
            "nl" => " en ",
            _ => " and ",
        };
        out.push_str(and);
        locale.words.text.nouns.push(out, false, draws);
    }
    capitalise(out, start);
}

/// Appends `count` folded words with hyphens between: `[a-z0-9-]`.
pub fn push_slug(out: &mut String, locale: &Locale, count: u32, draws: &mut Draws) {
    for position in 0..count {
        if position > 0 {
            out.push('-');
        }
        push_folded_noun(out, locale, draws);
    }
}

fn push_folded_noun(out: &mut String, locale: &Locale, draws: &mut Draws) {
    let list = match &locale.words.text.nouns {
        Nouns::English(_, adjectives) if draws.below(2) == 0 => *adjectives,
        nouns => nouns.list(),
    };
    let index = list.pick(draws.bits());
    let article = (list.get(index).len() - bare(list.get(index)).len()).saturating_sub(1);
    out.push_str(&list.folded(index)[article..]);
}

/// Appends `count` words of dummy Latin, as a sentence when `sentence` says so.
pub fn push_lorem(out: &mut String, count: u32, sentence: bool, draws: &mut Draws) {
    let start = out.len();
    let latin = lorem();
    for position in 0..count {
        if position > 0 {
            out.push(' ');
        }
        out.push_str(latin.get(latin.pick(draws.bits())));
    }
    if sentence {
        capitalise(out, start);
        out.push('.');
    }
}

/// The words of dummy Latin.
pub fn lorem() -> &'static List {
    &super::data::en::LOREM
}
