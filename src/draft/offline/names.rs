//! Words and names -> how well they fit: `dates of birth` and `birth_date`, `customer` and `customers`, `custmers` and `customers`.

use std::cell::RefCell;

use super::recall::{Memo, recalled};
use crate::diag;

/// Words that carry no meaning within a name: `date of birth`, `the phone number`.
const WEAK: &[&str] = &[
    "of", "the", "a", "an", "number", "no", "nr", "name", "date", "time", "at", "on", "in", "code", "id", "amount",
    "value", "address", "de", "del", "der", "die", "das", "du", "la", "le", "el", "il", "da", "do", "di",
];

/// Words that cannot begin or end the name of a column.
const FUNCTION: &[&str] = &[
    "a", "an", "the", "of", "and", "or", "with", "without", "for", "from", "to", "in", "on", "at", "by", "per", "each",
    "every", "all", "some", "it", "its", "they", "them", "their", "is", "are", "was", "were", "be", "been", "has",
    "have", "had", "that", "which", "whose", "who", "not", "no", "never", "between", "than", "as", "than", "then",
    "there", "this", "these", "those", "should", "must", "can", "may", "will", "one", "two", "three", "up", "most",
    "least", "about", "after", "before", "only", "also", "when", "if", "where", "into", "more", "less",
];

/// Whether a token can begin or end a name.
pub fn is_content(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_alphabetic) && !FUNCTION.contains(&word)
}

/// The words of a name, each in the singular, in lower case: `Phone Numbers` -> `phone number`.
pub fn key(words: &str) -> String {
    let parts = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && !matches!(*part, "the" | "a" | "an" | "s"));
    parts.map(|part| singular(&part.to_lowercase())).collect::<Vec<_>>().join(" ")
}

/// A noun in the singular.
pub fn singular(word: &str) -> String {
    match word {
        _ if word.len() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") => word.to_owned(),
        _ if word.ends_with("ies") => format!("{}y", &word[..word.len() - 3]),
        _ if ["sses", "shes", "ches", "xes"].iter().any(|end| word.ends_with(end)) => word[..word.len() - 2].to_owned(),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

/// Whether a noun is a plural by its form.
pub fn is_plural(word: &str) -> bool {
    const IRREGULAR: &[&str] = &[
        "people",
        "children",
        "men",
        "women",
        "staff",
        "data",
        "media",
        "mice",
        "geese",
        "feet",
        "teeth",
        "alumni",
        "criteria",
        "sheep",
        "fish",
        "cattle",
        "personnel",
        "personen",
        "kunden",
        "lehrer",
        "fahrer",
        "spieler",
        "schüler",
        "verträge",
        "bestellungen",
        "artikel",
        "mitarbeiter",
    ];
    let word = word.rsplit('_').next().unwrap_or(word);
    IRREGULAR.contains(&word) || singular(word) != word
}

/// Nouns behind which `of` belongs to the name of a column.
pub fn takes_of(word: &str) -> bool {
    matches!(
        word,
        "date"
            | "number"
            | "place"
            | "country"
            | "type"
            | "kind"
            | "amount"
            | "time"
            | "point"
            | "year"
            | "cause"
            | "degree"
            | "length"
            | "name"
            | "level"
            | "rate"
            | "unit"
            | "port"
            | "state"
            | "city"
            | "day"
            | "month"
            | "mode"
            | "reason"
            | "method"
            | "means"
            | "line"
            | "field"
            | "quantity"
            | "cost"
            | "percentage"
            | "area"
            | "source"
            | "hour"
            | "age"
            | "term"
            | "title"
            | "head"
            | "language"
            | "region"
            | "percent"
            | "terms"
            | "cubes"
            | "count"
            | "size"
            | "depth"
            | "id"
            | "code"
            | "order"
            | "form"
            | "proof"
            | "fecha"
            | "número"
            | "numéro"
            | "nom"
            | "temps"
            | "data"
            | "código"
            | "tipo"
            | "adresse"
            | "correo"
            | "dirección"
            | "código-postal"
            | "lugar"
            | "luogo"
            | "codice"
            | "numero"
            | "nome"
            | "telefone"
            | "teléfono"
            | "prix"
            | "lieu"
            | "titre"
            | "precio"
            | "preço"
            | "nombre"
            | "durée"
            | "année"
            | "jour"
            | "heure"
            | "état"
            | "montant"
            | "marque"
            | "moyen"
            | "taux"
            | "quantité"
            | "año"
            | "estado"
            | "cantidad"
            | "cantidade"
            | "hora"
            | "día"
            | "anno"
            | "quantità"
            | "ano"
            | "quantidade"
            | "indirizzo"
            | "endereço"
    )
}

/// Words that begin a qualifier behind the name of a column: `price ranging from`, `phone missing`.
pub fn is_qualifier(word: &str) -> bool {
    matches!(
        word,
        "missing"
            | "empty"
            | "null"
            | "blank"
            | "nullable"
            | "ranging"
            | "uniformly"
            | "uniform"
            | "evenly"
            | "normally"
            | "bell-shaped"
            | "gaussian"
            | "lognormal"
            | "lognormally"
            | "log-normal"
            | "log-normally"
            | "exponentially"
            | "long-tailed"
            | "heavy-tailed"
            | "right-skewed"
            | "normalverteilt"
            | "gleichverteilt"
            | "glockenförmig"
            | "distributed"
            | "based"
            | "called"
            | "named"
            | "formatted"
            | "derived"
            | "calculated"
            | "computed"
            | "chosen"
            | "drawn"
            | "varying"
            | "starting"
            | "increasing"
            | "decreasing"
            | "given"
            | "expressed"
            | "measured"
            | "picked"
            | "taken"
            | "absent"
            | "unknown"
            | "either"
            | "somewhere"
            | "anywhere"
            | "mostly"
            | "usually"
            | "sometimes"
            | "roughly"
            | "optional"
            | "unique"
            | "mandatory"
            | "required"
            | "distinct"
            | "formed"
            | "consisting"
            | "made"
            | "fehlt"
            | "eindeutig"
            | "around"
            | "averaging"
            | "skewed"
            | "rising"
            | "growing"
            | "never"
            | "always"
            | "counting"
            | "comprised"
            | "matching"
            | "depending"
            | "generated"
    )
}

/// Whether a word behind a noun is a verb for sure.
pub fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "sign"
            | "signs"
            | "place"
            | "places"
            | "belong"
            | "belongs"
            | "buy"
            | "buys"
            | "attend"
            | "attends"
            | "take"
            | "takes"
            | "make"
            | "makes"
            | "write"
            | "writes"
            | "come"
            | "comes"
            | "go"
            | "goes"
            | "enrol"
            | "enroll"
            | "enrols"
            | "enrolls"
            | "borrow"
            | "borrows"
            | "report"
            | "reports"
            | "placed"
            | "made"
            | "written"
            | "owned"
            | "issued"
            | "signed"
            | "enrolled"
            | "borrowed"
            | "bought"
            | "sold"
            | "sell"
            | "sells"
            | "work"
            | "works"
            | "live"
            | "lives"
            | "speak"
            | "speaks"
            | "receive"
            | "receives"
            | "send"
            | "sends"
            | "visit"
            | "visits"
            | "play"
            | "plays"
            | "rent"
            | "rents"
            | "produce"
            | "produces"
            | "treat"
            | "treats"
            | "reply"
            | "replies"
            | "refer"
            | "refers"
            | "references"
            | "assigned"
            | "linked"
            | "booked"
            | "run"
            | "runs"
            | "gets"
            | "leave"
            | "leaves"
            | "join"
            | "joins"
            | "pay"
            | "pays"
            | "use"
            | "uses"
            | "taken"
            | "gather"
            | "span"
            | "cover"
            | "appear"
            | "appears"
            | "teach"
            | "teaches"
            | "keep"
            | "keeps"
            | "host"
            | "hosts"
            | "measure"
            | "measures"
            | "log"
            | "logs"
            | "submit"
            | "submits"
            | "file"
            | "files"
            | "undergo"
            | "undergoes"
            | "contribute"
            | "contributes"
            | "happen"
            | "happens"
            | "located"
            | "starring"
            | "act"
            | "tagged"
            | "employed"
            | "working"
            | "living"
    )
}

/// The candidate with the best score above 0; of equals the first.
pub fn best<'a>(
    wanted: &str,
    candidates: impl Iterator<Item = &'a str>,
    score: fn(&str, &str) -> u32,
) -> Option<&'a str> {
    let mut best: Option<(u32, &str)> = None;
    for candidate in candidates {
        let score = score(wanted, candidate);
        if score > best.map_or(0, |(most, _)| most) {
            best = Some((score, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How well the key of some words names a column: 100 exactly, 80 with the same strong words, 60 with some of them, 40 misspelt.
pub fn column_score(wanted: &str, column: &str) -> u32 {
    thread_local!(static KNOWN: RefCell<Memo> = RefCell::default());
    recalled(&KNOWN, score_of_column, wanted, column)
}

fn score_of_column(wanted: &str, column: &str) -> u32 {
    let column = key(column);
    let (these, those) = (strong(wanted), strong(&column));
    match () {
        () if wanted.is_empty() => 0,
        () if wanted == column => 100,
        () if same(&these, &those) => 80,
        () if within(&these, &those) || within(&those, &these) => 60,
        () if slip(wanted, &column) => 40,
        () => 0,
    }
}

/// How well the key of some words names a table: 100 exactly, 80 by its head, 40 misspelt.
pub fn table_score(wanted: &str, table: &str) -> u32 {
    thread_local!(static KNOWN: RefCell<Memo> = RefCell::default());
    recalled(&KNOWN, score_of_table, wanted, table)
}

fn score_of_table(wanted: &str, table: &str) -> u32 {
    let table = key(table);
    match () {
        () if wanted.is_empty() => 0,
        () if wanted == table => 100,
        () if inflected(wanted, &table) => 90,
        () if table.rsplit(' ').next() == Some(wanted) => 80,
        () if slip(wanted, &table) => 40,
        () => 0,
    }
}

/// Whether one word is a slip of the pen for another; short words never are.
fn slip(wanted: &str, known: &str) -> bool {
    let most = if wanted.len() < 8 { 1 } else { 2 };
    let (short, long) = if wanted.len() <= known.len() { (wanted, known) } else { (known, wanted) };
    let is_derived =
        long.strip_prefix(short).is_some_and(|ending| matches!(ending, "r" | "y" | "er" | "or" | "n" | "d"));
    wanted.len() >= 5
        && !is_derived
        && may_be_near(wanted, known, most)
        && diag::closest(wanted, [known]).is_some()
        && strsim::damerau_levenshtein(wanted, known) <= most
}

/// Whether so few slips can part two words, by what is cheap to see: a slip adds or takes at most one letter, and changes at most two of the
/// letters that a word has.
fn may_be_near(one: &str, other: &str, most: usize) -> bool {
    let letters = |word: &str| {
        word.bytes().filter(u8::is_ascii_lowercase).fold(0_u32, |bits, letter| bits | 1 << (letter - b'a'))
    };
    one.chars().count().abs_diff(other.chars().count()) <= most
        && (letters(one) ^ letters(other)).count_ones() as usize <= 2 * most
}

/// Whether two words are forms of one noun in a language with other endings than English.
fn inflected(one: &str, other: &str) -> bool {
    let plain = |word: &str| word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    let (one, other) = (&plain(one), &plain(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.chars().count() < 4 {
        return false;
    }
    if let Some(ending) = long.strip_prefix(short) {
        return matches!(ending, "n" | "en" | "e" | "es" | "er" | "nen" | "is");
    }
    let base = |word: &str| word.strip_suffix(['o', 'a', 'e', 'i']).map(str::to_owned);
    short.len() == long.len() && base(short).is_some() && base(short) == base(long)
}

fn strong(key: &str) -> Vec<&str> {
    key.split(' ').filter(|word| !WEAK.contains(word)).collect()
}

fn same(these: &[&str], those: &[&str]) -> bool {
    !these.is_empty() && these.len() == those.len() && these.iter().all(|word| those.contains(word))
}

/// Whether a name of several words is meant by fewer: `total` by `order total`.
fn within(few: &[&str], many: &[&str]) -> bool {
    !few.is_empty() && few.len() < many.len() && few.iter().all(|word| many.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_name_a_column_in_many_ways() {
        assert_eq!(column_score(&key("date of birth"), "birth_date"), 80);
        assert_eq!(column_score(&key("the phone numbers"), "phone"), 80);
        assert_eq!(column_score(&key("emial"), "email"), 40);
        assert_eq!(column_score(&key("price"), "name"), 0);
    }

    #[test]
    fn words_name_a_table_by_number_head_and_slip() {
        assert_eq!(table_score(&key("customer"), "customers"), 100);
        assert_eq!(table_score(&key("items"), "order_items"), 80);
        assert_eq!(table_score(&key("custmers"), "customers"), 40);
        assert_eq!(table_score(&key("order"), "customers"), 0);
    }
}
