//! "Did you mean": a mistyped word and the words there are -> the closest one, with a cut-off.

/// The candidate closest to `word`, if it is close enough to be a likely slip: at most a third of the word's letters
/// (at least one) may differ, by Damerau-Levenshtein distance without regard to case.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let folded = word.to_lowercase();
    let cutoff = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&folded, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= cutoff)
        .min_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(b.1)))
        .map(|(_, candidate)| candidate)
}

/// The help line for a mistyped word, or `None` when nothing is close.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    closest(word, candidates).map(|best| format!("did you mean `{best}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_word_and_nonsense_finds_none() {
        let names = ["person.email", "person.phone", "sequence"];
        assert_eq!(closest("person.emial", names), Some("person.email"));
        assert_eq!(closest("sequense", names), Some("sequence"));
        assert_eq!(closest("zebra", names), None);
    }
}
