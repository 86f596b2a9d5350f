//! Misspelt words of sentences -> the words that were meant, before anything is read: `betwen`, `wiht`, `evry`, `whitout`, `percnet`.
//!
//! Only words that hold sentences together are put right here, and only where the word is no word that the lexicon has; names
//! of columns and tables are the lexicon's to put right, which says so.

use std::collections::BTreeSet;

use crate::draft::text::{Kind, Language, Text, number};

use super::lex;
use super::names;
use super::words;

/// Words that hold sentences together and are long enough to be told from others.
const HOLDING: &[&str] = &[
    "with",
    "without",
    "each",
    "every",
    "between",
    "from",
    "least",
    "most",
    "than",
    "unique",
    "distinct",
    "percent",
    "missing",
    "empty",
    "either",
    "which",
    "their",
    "there",
    "rows",
    "records",
    "columns",
    "column",
    "table",
    "tables",
    "number",
    "numbers",
    "whose",
    "where",
    "never",
    "always",
    "different",
    "exactly",
    "about",
    "average",
    "half",
    "quarter",
    "third",
    "tenth",
    "optional",
    "please",
    "following",
    "after",
    "before",
    "during",
    "since",
    "until",
    "ranging",
    "random",
    "value",
    "values",
    "field",
    "fields",
    "should",
    "would",
    "could",
    "have",
    "contain",
    "contains",
    "include",
    "includes",
    "belong",
    "belongs",
    "called",
    "another",
    "first",
    "last",
    "name",
    "names",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "hundred",
    "thousand",
    "million",
    "generate",
    "create",
    "maximum",
    "minimum",
    "uniformly",
    "normally",
    "distributed",
    "sometimes",
    "usually",
    "rest",
    "remaining",
    "nullable",
    "required",
    "letters",
    "digits",
    "followed",
    "starting",
    "ending",
    "around",
    "roughly",
    "approximately",
    "list",
    "data",
    "database",
];

/// Slips of short words, and ways to write words that no distance tells.
const SLIPS: &[(&str, &str)] = &[
    ("adn", "and"),
    ("nad", "and"),
    ("ans", "and"),
    ("teh", "the"),
    ("hte", "the"),
    ("fo", "of"),
    ("ot", "to"),
    ("whit", "with"),
    ("whitout", "without"),
    ("witout", "without"),
    ("wich", "which"),
    ("wheter", "whether"),
    ("precent", "percent"),
    ("pecent", "percent"),
    ("perc", "percent"),
    ("pct", "percent"),
    ("thier", "their"),
    ("dont", "don't"),
    ("doesnt", "doesn't"),
    ("didnt", "didn't"),
    ("havent", "haven't"),
    ("hasnt", "hasn't"),
    ("isnt", "isn't"),
    ("arent", "aren't"),
    ("cant", "can't"),
    ("inbetween", "between"),
    ("btw", "between"),
    ("b/w", "between"),
    ("recs", "records"),
    ("cols", "columns"),
    ("thru", "through"),
    ("eiter", "either"),
    ("evry", "every"),
    ("eatch", "each"),
    ("eech", "each"),
    ("haev", "have"),
    ("hav", "have"),
    ("numer", "number"),
    ("nubmer", "number"),
    ("numbr", "number"),
    ("nmae", "name"),
    ("naem", "name"),
    ("tabel", "table"),
    ("tabels", "tables"),
    ("colum", "column"),
    ("colums", "columns"),
    ("seperate", "separate"),
    ("diferent", "different"),
    ("uniq", "unique"),
    ("lenght", "length"),
    ("widht", "width"),
    ("hight", "height"),
    ("heigth", "height"),
    ("wieght", "weight"),
    ("weigth", "weight"),
    ("adress", "address"),
    ("adresses", "addresses"),
    ("birht", "birth"),
    ("frist", "first"),
    ("payed", "paid"),
    ("totl", "total"),
];

/// Words that are near to these and mean what they say.
const OTHERS: &[&str] = &[
    "tale",
    "tales",
    "vale",
    "fist",
    "lest",
    "raging",
    "witch",
    "form",
    "moist",
    "haven",
    "halve",
    "filed",
    "crate",
    "customs",
    "ranking",
    "ringing",
    "recorders",
    "staring",
    "mach",
    "sine",
    "lit",
    "thud",
    "firs",
    "fields",
    "colon",
    "numbness",
    "tallies",
    "forum",
    "foam",
    "firm",
    "listed",
    "lust",
    "heave",
    "leased",
    "leas",
    "value-added",
];

/// Puts the words right in the tokens; the prose stays as it is.
pub fn put_right(text: &mut Text<'_>) {
    if text.language != Language::En {
        return;
    }
    for at in 0..text.tokens.len() {
        let found = (text.tokens[at].kind == Kind::Word).then(|| meant(text, at)).flatten();
        if let Some(word) = found {
            word.clone_into(&mut text.change()[at].norm);
        }
    }
    said_again(text);
}

/// `500 boks`, and later `each member borrows books`: a slip of a noun that the description has in right letters elsewhere.
fn said_again(text: &mut Text<'_>) {
    let is_noun = |word: &&str| word.len() >= 4 && lex::is_table_noun(word, Language::En);
    let words = text.tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| token.norm.as_str());
    let mut nouns: BTreeSet<String> = words.filter(is_noun).map(str::to_owned).collect();
    nouns.extend(counted(text));
    if nouns.is_empty() {
        return;
    }
    for at in 0..text.tokens.len() {
        let word = text.norm(at);
        let is_plain = word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        if text.kind(at) != Some(Kind::Word) || !is_plain || nouns.contains(word) || is_known(word) {
            continue;
        }
        if let Some(noun) = nouns.iter().find(|noun| distance(word, noun).is_some()).cloned() {
            text.change()[at].norm = noun;
        }
    }
}

/// Nouns right behind a number, perhaps with an adjective between, in both forms: `2 to 5 quality checks`.
fn counted(text: &Text<'_>) -> BTreeSet<String> {
    /// Shortest noun of which a slip is told from other words.
    const SHORTEST: usize = 5;
    let mut found = BTreeSet::new();
    for at in (0..text.tokens.len()).filter(|at| text.kind(*at) == Some(Kind::Number)) {
        let is_word = |at: usize| text.kind(at) == Some(Kind::Word);
        let last =
            if is_word(at + 1) && is_word(at + 2) && !names::is_plural(text.norm(at + 1)) { at + 2 } else { at + 1 };
        let word = text.norm(last);
        let is_noun = is_word(last) && names::is_plural(word) && !words::is_unit(word, Language::En);
        if is_noun && word.len() > SHORTEST {
            found.insert(names::singular(word));
            found.insert(word.to_owned());
        }
    }
    found
}

/// Formats of files, which are meant only where one is asked for.
const FORMATS: &[&str] = &[
    "excel",
    "parquet",
    "json",
    "jsonl",
    "ndjson",
    "sqlite",
    "postgres",
    "postgresql",
    "mysql",
    "arrow",
    "avro",
    "spreadsheet",
    "csv",
];

/// The format that a misspelt word was meant to be: `as exel`, `a parqet file`.
fn format(text: &Text<'_>, at: usize) -> Option<&'static str> {
    let word = text.norm(at);
    let before = at.checked_sub(1).map_or("", |before| text.norm(before));
    let is_led = matches!(before, "as" | "in" | "to" | "format" | "output" | "export" | ":");
    let is_file = matches!(text.norm(at + 1), "file" | "files" | "format" | "output" | "export" | "dump" | "lines");
    if !(is_led || is_file) || word.len() < 3 || FORMATS.contains(&word) || is_known(word) {
        return None;
    }
    FORMATS.iter().copied().find(|known| distance(word, known).is_some())
}

/// The word that a token was meant to be.
fn meant(text: &Text<'_>, at: usize) -> Option<&'static str> {
    let word = text.norm(at);
    if let Some((_, right)) = SLIPS.iter().find(|(slip, _)| *slip == word) {
        return Some(right);
    }
    let is_number = |at: Option<usize>| at.is_some_and(|at| text.kind(at) == Some(Kind::Number));
    let before = at.checked_sub(1);
    match word {
        // "Pages form 80 to 700".
        "form"
            if is_number(Some(at + 1))
                && matches!(text.norm(at + 2), "to" | "till" | "until" | "-" | "and" | "too") =>
        {
            return Some("from");
        }
        // "5 too 10", "3 n 9", "names n emails".
        "too" | "til" if is_number(before) && is_number(Some(at + 1)) => return Some("to"),
        "n" if before.is_some_and(|at| text.kind(at) == Some(Kind::Word) || text.is_mark(at, ","))
            && text.kind(at + 1).is_some_and(|kind| kind != Kind::Mark) =>
        {
            return Some("and");
        }
        _ => {}
    }
    if let Some(format) = format(text, at) {
        return Some(format);
    }
    let is_plain = word.len() >= 4 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_name = text.quote(at..at + 1).chars().skip(1).any(char::is_uppercase) || is_known(word);
    if !is_plain || is_name || number::number(text, at).is_some() {
        return None;
    }
    let near = HOLDING.iter().filter_map(|known| Some((distance(word, known)?, *known)));
    let (_, found) = near.min_by_key(|(distance, _)| *distance)?;
    // "Reslt" is a result with a letter missing rather than the rest with one more.
    let is_longer = word.len() > found.len() && found.len() < 5;
    (!(is_longer && lex::closest(word, Language::En).is_some())).then_some(found)
}

/// Whether a word is one that sentences or the lexicon have.
fn is_known(word: &str) -> bool {
    let language = Language::En;
    HOLDING.contains(&word)
        || OTHERS.contains(&word)
        || words::is_function(language, word)
        || words::is_known(language, word)
        || lex::is_idle(word, language)
        || lex::is_table_noun(word, language)
        || lex::is_right_column(word, language)
}

/// How many slips part two words, where they are few: letters that changed places, are missing or doubled; one in words of up to six
/// letters, two in longer ones, where a wrong letter counts for two. The first and the last letter are right.
fn distance(word: &str, known: &str) -> Option<usize> {
    let (a, b) = (word.as_bytes(), known.as_bytes());
    let most = if b.len() < 7 { 1 } else { 2 };
    let ends_alike = a.last() == b.last() || sorted(a) == sorted(b);
    if a.len().abs_diff(b.len()) > most || a.first() != b.first() || !ends_alike {
        return None;
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let change = if a[i - 1] == b[j - 1] { 0 } else { 2 };
            let best = (rows[i - 1][j - 1] + change).min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            row.push(if swapped { best.min(rows[i - 2][j - 2] + 1) } else { best });
        }
        rows.push(row);
    }
    Some(rows[a.len()][b.len()]).filter(|found| *found <= most)
}

fn sorted(word: &[u8]) -> Vec<u8> {
    let mut letters = word.to_vec();
    letters.sort_unstable();
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_hold_sentences_together_are_put_right() {
        for (prose, right) in [
            ("evry compny has betwen 3 adn 9", "every compny has between 3 and 9"),
            ("10 precent whitout phone nubmer", "10 percent without phone number"),
            ("20 studnets wiht nmae", "20 studnets with name"),
            ("20 percnet dont have one", "20 percent don't have one"),
            ("salery beetween 5 too 10", "salery between 5 to 10"),
            ("a form with plans, trials and a guest's name", "a form with plans , trials and a guest's name"),
            ("the waist, the vale, the meat and the lest", "the waist , the vale , the meat and the lest"),
        ] {
            let mut text = Text::new(prose).in_language(Language::En);
            put_right(&mut text);
            let norms: Vec<&str> = text.tokens.iter().map(|token| token.norm.as_str()).collect();
            assert_eq!(norms.join(" "), right);
        }
    }
}
