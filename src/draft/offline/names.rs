//! Words and names -> how well they fit: `dates of birth` and `birth_date`, `customer` and `customers`, `custmers` and `customers`.

use std::borrow::Cow;

use super::form;

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
    let mut key = String::with_capacity(words.len());
    let parts = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && !matches!(*part, "the" | "a" | "an" | "s"));
    for part in parts {
        if !key.is_empty() {
            key.push(' ');
        }
        let is_small = part.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit());
        let lower = if is_small { Cow::Borrowed(part) } else { Cow::Owned(part.to_lowercase()) };
        let (stem, ending) = one(&lower);
        key.push_str(stem);
        key.push_str(ending);
    }
    key
}

/// A noun in the singular.
pub fn singular(word: &str) -> String {
    let (stem, ending) = one(word);
    [stem, ending].concat()
}

/// Plurals that follow no rule: the word, how many of its letters stay, and what stands behind them in the singular.
const STRANGE: &[(&str, usize, &str)] = &[
    ("taxa", 3, "on"),
    ("phenomena", 8, "on"),
    ("criteria", 7, "on"),
    ("bacteria", 7, "um"),
    ("phyla", 4, "um"),
    ("larvae", 5, ""),
    ("fungi", 4, "us"),
    ("mice", 1, "ouse"),
    ("geese", 1, "oose"),
    ("oxen", 2, ""),
    ("shelves", 4, "f"),
    ("wolves", 3, "f"),
    ("calves", 3, "f"),
    ("loaves", 3, "f"),
    ("knives", 3, "fe"),
    ("analyses", 6, "is"),
    ("diagnoses", 7, "is"),
    ("theses", 4, "is"),
    ("crises", 4, "is"),
    ("hypotheses", 8, "is"),
    ("indices", 4, "ex"),
    ("vertices", 5, "ex"),
    ("matrices", 5, "ix"),
    ("appendices", 7, "ix"),
];

/// The beginning and the end of a noun in the singular.
fn one(word: &str) -> (&str, &'static str) {
    if let Some((_, stem, ending)) = STRANGE.iter().find(|(plural, ..)| *plural == word) {
        return (&word[..*stem], ending);
    }
    match word {
        "skis" | "taxis" | "emojis" | "kiwis" | "safaris" | "rabbis" | "wikis" | "minis" => {
            (&word[..word.len() - 1], "")
        }
        "buses" | "statuses" | "campuses" | "viruses" | "bonuses" | "choruses" | "censuses" | "octopuses" => {
            (&word[..word.len() - 2], "")
        }
        _ if word.len() < 4 || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is") => (word, ""),
        _ if word.ends_with("ies") => (&word[..word.len() - 3], "y"),
        _ if ["sses", "shes", "ches", "xes"].iter().any(|end| word.ends_with(end)) => (&word[..word.len() - 2], ""),
        _ => (word.strip_suffix('s').unwrap_or(word), ""),
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
            | "goes"
            | "lies"
            | "ranges"
            | "varies"
            | "depends"
            | "hovers"
            | "follows"
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

/// How well the key of some words names a column, see [`form::of_column`].
pub fn column_score(wanted: &str, column: &str) -> u32 {
    form::of_column(&form::of_key(wanted), &form::of_name(column))
}

/// How well the key of some words names a table, see [`form::of_table`].
pub fn table_score(wanted: &str, table: &str) -> u32 {
    form::of_table(&form::of_key(wanted), &form::of_name(table))
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
