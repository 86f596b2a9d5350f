use std::collections::BTreeSet;

use super::shape::Part;
use super::{ambiguity, read};
use crate::generators::testing::{column, distinct, refusal, refused, texts};

fn part(pattern: &str) -> Part {
    read::read(pattern).unwrap_or_else(|refusal| panic!("{pattern}: {refusal:?}"))
}

fn all_texts(pattern: &str) -> Vec<String> {
    let part = part(pattern);
    let nth = |index| {
        let mut out = Vec::new();
        part.nth(index, &mut out);
        String::from_utf8(out).unwrap()
    };
    (0..part.size.unwrap()).map(nth).collect()
}

#[test]
fn the_texts_of_a_pattern_are_numbered_without_gaps() {
    assert_eq!(all_texts("[ab]x[01]"), ["ax0", "ax1", "bx0", "bx1"]);
    assert_eq!(all_texts("a{0,2}|b"), ["", "a", "aa", "b"]);
    assert_eq!(all_texts("(ab?){2}"), ["aa", "aab", "aba", "abab"]);
    assert_eq!(all_texts("[^ -|]"), ["}", "~"]);
    assert_eq!(all_texts("[ä-å]ß?"), ["ä", "äß", "å", "åß"]);
    assert_eq!(all_texts("[a-e&&[^b]--d]"), ["a", "c", "e"]);
}

#[test]
fn drawn_texts_match_in_every_choice_alike() {
    let values = texts(&column(12_000, "{ gen: pattern, pattern: \"(A|B[0-9])-[x-z]{1,3}\" }"));
    let share = |test: &dyn Fn(&String) -> bool| values.iter().filter(|text| test(text)).count();
    assert!((5_700..6_300).contains(&share(&|text| text.starts_with("A-"))));
    assert!((3_700..4_300).contains(&share(&|text| text.rsplit('-').next().unwrap().len() == 2)));
    assert!(values.iter().all(|text| all_texts("(A|B[0-9])-[x-z]{1,3}").contains(text)));
}

#[test]
fn fixed_shapes_use_every_character_of_every_class() {
    let values = texts(&column(20_000, "{ gen: pattern, pattern: \"[A-C]{2}-\\\\d{12}\" }"));
    for at in [0, 1, 3, 8, 14] {
        let seen: BTreeSet<&str> = values.iter().map(|text| &text[at..=at]).collect();
        assert_eq!(seen.len(), if at < 2 { 3 } else { 10 }, "place {at}");
    }
    assert!(values.iter().all(|text| text.len() == 15 && &text[2..3] == "-"));
}

#[test]
fn unique_texts_use_the_pattern_up() {
    let array = column(676, "{ gen: pattern, pattern: \"[A-Z]{2}\", unique: true }");
    assert!(distinct(&array));
    assert_ne!(&texts(&array)[..3], ["AA", "AB", "AC"]);
    let (error, _) = refused(677, &[("x", "{ gen: pattern, pattern: \"[A-Z]{2}\", unique: true }")]);
    assert_eq!((error.code, error.message.as_str()), ("E0501", "`x` can take 676 values, 677 rows asked"));
    assert!(distinct(&column(1_111, "{ gen: pattern, pattern: \"(a|b[0-9]{1,3})\", unique: true }")));
}

#[test]
fn patterns_beyond_counting_stay_unique() {
    let array = column(3_000, "{ gen: pattern, pattern: \"[A-Za-z0-9]{40}\", unique: true }");
    assert!(distinct(&array));
    let first: BTreeSet<String> = texts(&array).iter().map(|text| text[..2].to_owned()).collect();
    assert!(first.len() > 1_000, "the uncounted places vary, too: {}", first.len());
    assert_eq!(refusal("{ gen: pattern, pattern: \"[a-z]{5,40}\", unique: true }").0, "E0512");
}

#[test]
fn ambiguity_is_seen() {
    for pattern in
        ["[a-z]{2,5}", "[A-Z]{1,3}-?[0-9]{2,4}", "foo|foobar|bar", "(a|b)?c", "[a-z]{1,8}\\.[a-z]{1,8}@x\\.org"]
    {
        let all = part(pattern);
        assert!(ambiguity::is_plain(&all), "{pattern}");
    }
    for pattern in ["a?a?", "[a-z]{1,3}[a-z]{1,3}", "(a|ab)(c|bc)", "a|[ab]", "(a?){2}", "(a{1,2}){2}"] {
        assert!(!ambiguity::is_plain(&part(pattern)), "{pattern}");
    }
    for pattern in ["[ab]{0,3}", "(a|b[0-2]{0,2})x?", "x{1,2}-y{0,2}", "(ab){1,3}"] {
        let texts = all_texts(pattern);
        assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), texts.len(), "{pattern}");
        assert!(ambiguity::is_plain(&part(pattern)), "{pattern}");
    }
}

#[test]
fn what_cannot_be_generated_is_refused_at_its_place() {
    for (pattern, culprit) in [
        ("[a-z]+x", "+"),
        ("a[0-9]*", "*"),
        ("ab{2,}", "{2,}"),
        ("^ab", "^"),
        ("ab$", "$"),
        ("(?i)ab", "(?i)"),
        ("[a&&b]c", "[a&&b]"),
        ("a(b", "("),
        ("(a{1000}){1000}", "(a{1000}){1000}"),
    ] {
        assert_eq!(
            refusal(&format!("{{ gen: pattern, pattern: '{pattern}' }}")),
            ("E0536", culprit.into()),
            "{pattern}"
        );
    }
    assert_eq!(refusal("{ gen: pattern, pattern: '\\pL' }").0, "E0536");
}
