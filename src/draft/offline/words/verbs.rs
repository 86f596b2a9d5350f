//! English words -> whether they are forms of verbs, which name no rows.

use crate::draft::offline::names;

/// Past forms that are nothing but verbs.
const PAST: &[&str] = &[
    "took",
    "went",
    "came",
    "gave",
    "got",
    "made",
    "wrote",
    "sold",
    "bought",
    "held",
    "kept",
    "met",
    "paid",
    "ran",
    "sent",
    "spoke",
    "taught",
    "told",
    "thought",
    "won",
    "lost",
    "began",
    "became",
    "brought",
    "built",
    "caught",
    "chose",
    "drew",
    "drove",
    "felt",
    "flew",
    "grew",
    "heard",
    "knew",
    "lent",
    "rode",
    "said",
    "sat",
    "stood",
    "swam",
    "wore",
    "understood",
    "happened",
    "occurred",
    "began",
    "ended",
    "started",
    "belonged",
    "contained",
    "seen",
    "given",
    "done",
    "gone",
    "known",
    "shown",
    "written",
    "chosen",
    "driven",
    "bred",
    "born",
];

/// Verbs without a noun of the same form, in their base form.
const BASES: &[&str] = &[
    "accept",
    "achieve",
    "add",
    "appear",
    "apply",
    "arrive",
    "attend",
    "average",
    "become",
    "begin",
    "belong",
    "borrow",
    "bring",
    "carry",
    "choose",
    "comprise",
    "connect",
    "consist",
    "contain",
    "cost",
    "decide",
    "deliver",
    "depend",
    "describe",
    "differ",
    "earn",
    "employ",
    "enrol",
    "enroll",
    "enter",
    "exceed",
    "exist",
    "fall",
    "follow",
    "gather",
    "give",
    "go",
    "grow",
    "happen",
    "hire",
    "include",
    "keep",
    "know",
    "last",
    "learn",
    "lend",
    "lie",
    "listen",
    "live",
    "maintain",
    "marry",
    "occur",
    "operate",
    "own",
    "participate",
    "perform",
    "pick",
    "prefer",
    "prescribe",
    "produce",
    "provide",
    "publish",
    "receive",
    "refer",
    "register",
    "require",
    "reside",
    "sell",
    "send",
    "serve",
    "speak",
    "specialise",
    "specialize",
    "submit",
    "subscribe",
    "supervise",
    "take",
    "teach",
    "treat",
    "undergo",
    "vary",
    "wear",
    "weigh",
    "write",
];

/// Forms of verbs above that are nouns as well.
const NOUNS: &[&str] = &[
    "falls",
    "lasts",
    "picks",
    "registers",
    "costs",
    "averages",
    "cost",
    "average",
    "last",
    "pick",
    "register",
    "fall",
];

/// Whether a word is a form of a verb and cannot be a noun: `took`, `knows`, `attend`.
pub fn is_verb_only(word: &str) -> bool {
    PAST.contains(&word) || is_present(word) && !NOUNS.contains(&word)
}

/// Whether a word behind a noun is a verb: also one that could be a noun elsewhere, `seconds averages 95`.
pub fn is_verb_behind(word: &str) -> bool {
    PAST.contains(&word) || is_present(word)
}

fn is_present(word: &str) -> bool {
    let base = names::singular(word);
    BASES.contains(&word)
        || BASES.contains(&base.as_str())
        || word.strip_suffix("es").is_some_and(|base| BASES.contains(&base))
}

/// Whether a word is a participle or an adverb by its form: `submitted`, `reporting`, `mostly`. Nouns such as `booking` are too;
/// what stands around it tells.
pub fn is_participle(word: &str) -> bool {
    const NOUNS: &[&str] = &["seed", "feed", "breed", "speed", "need", "weed", "reed", "shed", "bed", "sled", "steed"];
    word.len() >= 5
        && (word.ends_with("ed") && !NOUNS.contains(&word) || word.ends_with("ing") && !word.ends_with("thing"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_told_from_nouns() {
        assert!(["took", "knows", "attend", "teaches", "carries", "varies"].into_iter().all(is_verb_only));
        assert!(["orders", "visits", "averages", "teachers"].into_iter().all(|word| !is_verb_only(word)));
        assert!(is_verb_behind("averages") && is_participle("reporting") && !is_participle("seed"));
    }
}
