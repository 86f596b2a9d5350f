//! Names as people write them -> their words, the key under which the lexicon finds them, and names in snake_case.

use std::borrow::Cow;

use super::language::Language;

/// The longest name that every database takes.
const LONGEST: usize = 63;

/// Words without meaning inside a name: `date of birth`, `fecha de alta`, `the phone number`.
const EMPTY: &[&str] = &[
    "a", "al", "alla", "an", "au", "d", "da", "das", "de", "dei", "del", "della", "delle", "dello", "dem", "den",
    "der", "des", "di", "die", "do", "dos", "du", "el", "en", "et", "il", "in", "its", "l", "la", "las", "le", "les",
    "los", "my", "of", "our", "s", "sa", "ses", "son", "su", "the", "their", "thier", "und", "your",
];

/// The length of the longest of them, in bytes.
const LONGEST_EMPTY: usize = 5;

/// Articles and the like that may stand before a name and do not belong to it.
const LEADING: &[&str] = &[
    "a", "an", "the", "its", "their", "thier", "his", "her", "our", "your", "my", "each", "every", "some", "any",
    "der", "die", "das", "den", "ein", "eine", "einen", "einem", "einer", "ihr", "ihre", "sein", "seine", "un", "une",
    "le", "la", "les", "l", "des", "du", "leur", "leurs", "el", "los", "las", "una", "unos", "unas", "su", "sus", "il",
    "lo", "gli", "uno", "o", "os", "um", "uma", "seu", "sua", "seus", "suas",
];

/// Words with capitals inside that are one word.
const UNCUT: &[&str] = &[
    "mwst",
    "ustid",
    "gmbh",
    "macos",
    "paypal",
    "youtube",
    "linkedin",
    "whatsapp",
    "javascript",
    "typescript",
    "postgresql",
    "mysql",
    "github",
    "gitlab",
    "wifi",
    "facebook",
    "pdfs",
    "ids",
    "urls",
    "ips",
];

/// The words of a name in lower case: cut at everything that is no letter or digit, and where `camelCase` turns.
pub fn split(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        if is_small(part) {
            words.push(part.to_owned());
        } else {
            words.extend(humps(part).into_iter().map(|word| word.to_lowercase()));
        }
    }
    joined_mail(words)
}

/// Whether a word has nothing but small letters and digits without accents, as most: then there is nothing to cut or to change.
fn is_small(word: &str) -> bool {
    word.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
}

/// `createdAt` -> `created`, `At`; `HTTPStatus` -> `HTTP`, `Status`; `kWh`, `pH` and `PhD` stay whole.
fn humps(word: &str) -> Vec<&str> {
    if UNCUT.contains(&word.to_lowercase().as_str()) {
        return vec![word];
    }
    let letters: Vec<(usize, char)> = word.char_indices().collect();
    let mut cuts = vec![0];
    for at in 1..letters.len() {
        let (before, here) = (letters[at - 1].1, letters[at].1);
        let next_is_small = letters.get(at + 1).is_some_and(|(_, next)| next.is_lowercase());
        let turns = here.is_uppercase() && (before.is_lowercase() || before.is_numeric() || next_is_small);
        if turns && letters[at].0 > 0 {
            cuts.push(letters[at].0);
        }
    }
    cuts.push(word.len());
    let parts: Vec<&str> = cuts.windows(2).map(|cut| &word[cut[0]..cut[1]]).collect();
    let is_small = |part: &&&str| part.chars().count() == 1;
    if parts.first().filter(is_small).is_some() || parts.last().filter(is_small).is_some() { vec![word] } else { parts }
}

/// `e`, `mail` -> `email`.
fn joined_mail(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    for word in words {
        match joined.last_mut() {
            Some(last) if last == "e" && (word.starts_with("mail") || word == "post") => last.push_str(&word),
            _ => joined.push(word),
        }
    }
    joined
}

/// A word without accents: `ä` is `ae` in German, `é` is `e`.
pub fn fold(word: &str, language: Language) -> String {
    if is_small(word) {
        return word.to_owned();
    }
    let mut folded = String::with_capacity(word.len());
    push_folded(&mut folded, word, language);
    folded
}

fn push_folded(folded: &mut String, word: &str, language: Language) {
    for c in word.chars().flat_map(char::to_lowercase) {
        match (c, language) {
            ('ä', Language::De) => folded.push_str("ae"),
            ('ö', Language::De) => folded.push_str("oe"),
            ('ü', Language::De) => folded.push_str("ue"),
            ('ß', _) => folded.push_str("ss"),
            ('æ', _) => folded.push_str("ae"),
            ('œ', _) => folded.push_str("oe"),
            _ => folded.push(base(c)),
        }
    }
}

/// A letter without its accent.
fn base(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' => 's',
        'ť' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        _ => c,
    }
}

/// The words of a name without accents.
pub fn folded(words: &[String], language: Language) -> Vec<String> {
    words.iter().map(|word| fold(word, language)).collect()
}

/// Whether a word has no meaning inside a name.
pub fn is_empty(word: &str) -> bool {
    word.len() <= LONGEST_EMPTY && EMPTY.binary_search(&word).is_ok()
}

/// The words of a name that mean something; all of them when none does.
pub fn meaningful(words: &[String]) -> Vec<String> {
    let kept: Vec<String> = words.iter().filter(|word| !is_empty(word)).cloned().collect();
    if kept.is_empty() { words.to_vec() } else { kept }
}

/// What the lexicon finds names by: the meaningful words in one, so that `phone number`, `phoneNumber` and `phonenumber` are
/// alike, and so are `Straße` and `strasse`.
pub fn key(words: &[String]) -> String {
    if !words.iter().all(|word| is_small(word)) {
        return meaningful(&folded(words, Language::En)).concat();
    }
    let kept: String = words.iter().filter(|word| !is_empty(word)).map(String::as_str).collect();
    if kept.is_empty() { words.concat() } else { kept }
}

/// Whether a name is cut at its blanks and nowhere else, and has no accents, as most of the lexicon's own.
pub fn is_plain(name: &str) -> bool {
    name.is_ascii() && is_cut_at_blanks(name)
}

/// Whether a name is cut at its blanks and nowhere else: small letters, digits and no `e`, which may belong to `mail`.
fn is_cut_at_blanks(name: &str) -> bool {
    let is_accented = |c: char| matches!(c, 'ß' | 'æ' | 'œ') || base(c) != c;
    let is_small = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == ' ' || is_accented(c);
    name.chars().all(is_small) && !name.starts_with("e ") && !name.as_bytes().windows(3).any(|part| part == b" e ")
}

/// The same key of a name of the lexicon's own: most are plain, and many are one word.
pub fn key_of(name: &str) -> Cow<'_, str> {
    if !is_cut_at_blanks(name) {
        return key(&split(name)).into();
    }
    if name.is_ascii() && !name.contains(' ') {
        return name.into();
    }
    let mut kept = String::with_capacity(name.len());
    for word in name.split(' ') {
        let start = kept.len();
        push_folded(&mut kept, word, Language::En);
        if is_empty(&kept[start..]) {
            kept.truncate(start);
        }
    }
    if kept.is_empty() {
        name.split(' ').for_each(|word| push_folded(&mut kept, word, Language::En));
    }
    kept.into()
}

/// A name in snake_case as a database takes it: letters without accents, no digit in front, at most 63 bytes.
pub fn snake(name: &str, language: Language) -> String {
    let words = folded(&split(name), language);
    let skipped = words.iter().take_while(|word| LEADING.contains(&word.as_str())).count();
    let kept = if skipped < words.len() { &words[skipped..] } else { &words[..] };
    named(&kept.join("_"))
}

/// A name that may stand in a spec: not empty, no digit in front, not too long.
fn named(name: &str) -> String {
    let digits = name.starts_with(|c: char| c.is_ascii_digit());
    let mut name = if digits { format!("n{name}") } else { name.to_owned() };
    while name.len() > LONGEST {
        name.pop();
    }
    let name = name.trim_matches('_');
    if name.is_empty() { "unnamed".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_where_a_person_sees_words() {
        for (name, snaked) in [
            ("createdAt", "created_at"),
            ("customer_id", "customer_id"),
            ("userID", "user_id"),
            ("E-Mail", "email"),
            ("e-mail address", "email_address"),
            ("HTTPStatus", "http_status"),
            ("kWh", "kwh"),
            ("the phone number", "phone_number"),
            ("Date of Birth", "date_of_birth"),
            ("3rd party", "n3rd_party"),
            ("l'année", "annee"),
            ("../../etc/passwd", "etc_passwd"),
            ("!!", "unnamed"),
        ] {
            assert_eq!(snake(name, Language::En), snaked);
        }
        assert_eq!(snake("Größe", Language::De), "groesse");
        assert_eq!(snake("Größe", Language::En), "grosse");
        assert!(snake(&"ä".repeat(400), Language::De).len() <= 63);
    }

    #[test]
    fn empty_words_are_sorted_and_short() {
        assert!(EMPTY.is_sorted());
        assert!(EMPTY.iter().all(|word| word.len() <= LONGEST_EMPTY));
    }

    #[test]
    fn one_key_stands_for_many_spellings() {
        let of = |name: &str| key(&split(name));
        assert_eq!(of("date of birth"), of("DateBirth"));
        assert_eq!(of("fecha de alta"), "fechaalta");
        assert_eq!(of("phone_number"), of("phonenumber"));
    }
}
