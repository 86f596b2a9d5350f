//! Nouns in one number -> in the other, in six languages.

use std::sync::LazyLock;

use super::language::Language;

/// English nouns whose plural follows no rule, and the same of the other languages' table nouns: `singular plural`.
const IRREGULAR: &[(&str, &str)] = &[
    ("person", "people"),
    ("ski", "skis"),
    ("taxi", "taxis"),
    ("emoji", "emojis"),
    ("child", "children"),
    ("man", "men"),
    ("woman", "women"),
    ("foot", "feet"),
    ("tooth", "teeth"),
    ("mouse", "mice"),
    ("goose", "geese"),
    ("ox", "oxen"),
    ("datum", "data"),
    ("medium", "media"),
    ("criterion", "criteria"),
    ("phenomenon", "phenomena"),
    ("analysis", "analyses"),
    ("diagnosis", "diagnoses"),
    ("prognosis", "prognoses"),
    ("crisis", "crises"),
    ("basis", "bases"),
    ("thesis", "theses"),
    ("hypothesis", "hypotheses"),
    ("index", "indexes"),
    ("vertex", "vertices"),
    ("matrix", "matrices"),
    ("curriculum", "curricula"),
    ("bacterium", "bacteria"),
    ("taxon", "taxa"),
    ("phylum", "phyla"),
    ("larva", "larvae"),
    ("alumnus", "alumni"),
    ("stimulus", "stimuli"),
    ("cactus", "cacti"),
    ("fungus", "fungi"),
    ("leaf", "leaves"),
    ("shelf", "shelves"),
    ("half", "halves"),
    ("calf", "calves"),
    ("loaf", "loaves"),
    ("wolf", "wolves"),
    ("thief", "thieves"),
    ("knife", "knives"),
    ("wife", "wives"),
    ("life", "lives"),
    ("quiz", "quizzes"),
    ("bus", "buses"),
    ("gas", "gases"),
    ("lens", "lenses"),
    ("movie", "movies"),
    ("cookie", "cookies"),
    ("tie", "ties"),
    ("hero", "heroes"),
    ("potato", "potatoes"),
    ("tomato", "tomatoes"),
    ("cache", "caches"),
    ("house", "houses"),
    ("warehouse", "warehouses"),
    ("greenhouse", "greenhouses"),
    ("purchase", "purchases"),
    ("course", "courses"),
    ("nurse", "nurses"),
    ("horse", "horses"),
    ("case", "cases"),
    ("phase", "phases"),
    ("release", "releases"),
    ("database", "databases"),
    ("expense", "expenses"),
    ("license", "licenses"),
    ("response", "responses"),
    ("exercise", "exercises"),
    ("franchise", "franchises"),
    ("disease", "diseases"),
    ("dose", "doses"),
    ("axe", "axes"),
];

/// Nouns that are the same in both numbers, or have only one.
const UNCHANGED: &[&str] = &[
    "series",
    "species",
    "news",
    "stock",
    "inventory",
    "equipment",
    "information",
    "software",
    "hardware",
    "staff",
    "feedback",
    "sheep",
    "fish",
    "deer",
    "aircraft",
    "cattle",
    "means",
    "offspring",
    "traffic",
    "metadata",
    "furniture",
    "luggage",
    "money",
    "music",
    "weather",
    "physics",
    "economics",
    "mathematics",
    "logistics",
    "statistics",
    "analytics",
    "headquarters",
    "gps",
    "sms",
    "address",
    "status",
    "campus",
    "bonus",
    "virus",
    "census",
    "corpus",
    "focus",
    "access",
    "process",
    "business",
    "class",
    "pass",
    "boss",
    "loss",
    "gross",
    "mass",
    "cross",
    "glass",
    "dress",
    "press",
    "success",
];

/// Words that end in `s` in the singular and take `es`.
const TAKES_ES: &[&str] = &[
    "address", "status", "campus", "bonus", "virus", "census", "corpus", "focus", "access", "process", "business",
    "class", "pass", "boss", "loss", "gross", "mass", "cross", "glass", "dress", "press", "success",
];

/// German table nouns whose plural is not plain.
static GERMAN: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let lines = include_str!("data/plurals.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| line.split(", ")).filter_map(|pair| pair.trim().split_once(' ')).collect()
});

/// Endings of English plurals -> what the singular ends in; the first that fits counts.
const ENGLISH_ENDINGS: &[(&str, &str)] =
    &[("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz")];

/// A noun in the singular; as it is when it is singular already.
pub fn singular(word: &str, language: Language) -> String {
    match language {
        Language::En => english_singular(word),
        Language::De => german_singular(word),
        Language::Fr => french_singular(word),
        Language::Es => spanish_singular(word),
        Language::It => italian_singular(word),
        Language::Pt => portuguese_singular(word),
    }
}

/// A noun in the plural; as it is when it is plural already.
pub fn plural(word: &str, language: Language) -> String {
    let one = singular(word, language);
    if one != word {
        // "mit drei Verträgen": the dative of a plural that is known is no other plural.
        let known = GERMAN.iter().find(|(known, _)| *known == one).filter(|_| language == Language::De);
        return known.map_or(word, |(_, many)| many).to_owned();
    }
    match language {
        Language::En => english_plural(word),
        Language::De => german_plural(word),
        Language::Fr => french_plural(word),
        Language::Es => spanish_plural(word),
        Language::It => italian_plural(word),
        Language::Pt => portuguese_plural(word),
    }
}

fn english_singular(word: &str) -> String {
    if let Some((one, _)) = IRREGULAR.iter().find(|(_, many)| *many == word) {
        return (*one).to_owned();
    }
    if let Some(one) = word.strip_suffix("es").filter(|one| TAKES_ES.contains(one)) {
        return one.to_owned();
    }
    if UNCHANGED.contains(&word)
        || word.len() < 4
        || word.ends_with("ss")
        || word.ends_with("us")
        || word.ends_with("is")
    {
        return word.to_owned();
    }
    let ending = ENGLISH_ENDINGS.iter().find_map(|(many, one)| Some(format!("{}{one}", word.strip_suffix(many)?)));
    ending.unwrap_or_else(|| word.strip_suffix('s').unwrap_or(word).to_owned())
}

fn english_plural(word: &str) -> String {
    if let Some((_, many)) = IRREGULAR.iter().find(|(one, _)| *one == word) {
        return (*many).to_owned();
    }
    if TAKES_ES.contains(&word) {
        return format!("{word}es");
    }
    if UNCHANGED.contains(&word) || IRREGULAR.iter().any(|(_, many)| *many == word) {
        return word.to_owned();
    }
    let before_y = word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']));
    match before_y {
        Some(stem) => format!("{stem}ies"),
        None if ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end)) => format!("{word}es"),
        None => format!("{word}s"),
    }
}

fn german_singular(word: &str) -> String {
    if let Some((one, _)) = GERMAN.iter().find(|(one, many)| *many == word || unaccented(many) == word || *one == word)
    {
        return (*one).to_owned();
    }
    let dative = word.strip_suffix('n').and_then(|word| GERMAN.iter().find(|(_, many)| *many == word));
    if let Some((one, _)) = dative {
        return (*one).to_owned();
    }
    if let Some((one, many)) = GERMAN.iter().find(|(one, many)| is_compound(word, one) || is_compound(word, many)) {
        let tail = if is_compound(word, many) { many } else { one };
        return format!("{}{one}", &word[..word.len() - tail.len()]);
    }
    let endings = [("ungen", "ung"), ("heiten", "heit"), ("keiten", "keit"), ("ionen", "ion"), ("schaften", "schaft")];
    let ending = endings.iter().find_map(|(many, one)| Some(format!("{}{one}", word.strip_suffix(many)?)));
    let ending = ending.or_else(|| word.strip_suffix("innen").map(|stem| format!("{stem}in")));
    ending.or_else(|| Some(format!("{}e", word.strip_suffix("en")?))).unwrap_or_else(|| word.to_owned())
}

fn german_plural(word: &str) -> String {
    if let Some((_, many)) = GERMAN.iter().find(|(one, _)| *one == word) {
        return (*many).to_owned();
    }
    if let Some((one, many)) = GERMAN.iter().find(|(one, _)| is_compound(word, one)) {
        return format!("{}{many}", &word[..word.len() - one.len()]);
    }
    match () {
        () if word.ends_with('e') => format!("{word}n"),
        () if word.ends_with("in") => format!("{word}nen"),
        () if ["ung", "heit", "keit", "ion", "schaft"].iter().any(|end| word.ends_with(end)) => format!("{word}en"),
        () if ["er", "el"].iter().any(|end| word.ends_with(end)) => word.to_owned(),
        () => format!("{word}en"),
    }
}

/// Whether a German word ends in a shorter one that is long enough to tell.
fn is_compound(word: &str, tail: &str) -> bool {
    tail.len() >= 4 && word.len() > tail.len() + 2 && word.ends_with(tail)
}

/// A word without German accents, as people type who have no such keys: `aerzte`.
fn unaccented(word: &str) -> String {
    super::words::fold(word, Language::De)
}

fn french_singular(word: &str) -> String {
    match () {
        () if word.len() < 4 || ["ss", "us", "as", "is", "ès"].iter().any(|end| word.ends_with(end)) => {
            word.to_owned()
        }
        () if word.ends_with("eaux") || word.ends_with("eux") => word[..word.len() - 1].to_owned(),
        () if word == "travaux" => "travail".to_owned(),
        () if word.ends_with("aux") => format!("{}l", &word[..word.len() - 2]),
        () => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

fn french_plural(word: &str) -> String {
    match () {
        () if word.ends_with(['s', 'x', 'z']) => word.to_owned(),
        () if word.ends_with("al") => format!("{}aux", &word[..word.len() - 2]),
        () if word.ends_with("eau") || word.ends_with("eu") => format!("{word}x"),
        () if word.ends_with("ail") && word.len() > 6 => format!("{}aux", &word[..word.len() - 3]),
        () => format!("{word}s"),
    }
}

fn spanish_singular(word: &str) -> String {
    let ending = [
        ("iones", "ión"),
        ("ores", "or"),
        ("ales", "al"),
        ("ades", "ad"),
        ("eres", "er"),
        ("ares", "ar"),
        ("eles", "el"),
        ("oles", "ol"),
        ("iles", "il"),
        ("ules", "ul"),
        ("ones", "ón"),
        ("ines", "ín"),
        ("enes", "en"),
        ("buses", "bús"),
        ("ces", "z"),
        ("udes", "ud"),
        ("eyes", "ey"),
    ];
    let ending = ending.iter().find_map(|(many, one)| Some(format!("{}{one}", word.strip_suffix(many)?)));
    ending.unwrap_or_else(|| match word {
        _ if word.len() < 4 || word.ends_with("is") || word.ends_with("us") => word.to_owned(),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    })
}

fn spanish_plural(word: &str) -> String {
    match () {
        () if word.ends_with("ón") => format!("{}ones", &word[..word.len() - "ón".len()]),
        () if word.ends_with("ín") => format!("{}ines", &word[..word.len() - "ín".len()]),
        () if word.ends_with("ús") => format!("{}uses", &word[..word.len() - "ús".len()]),
        () if word.ends_with('z') => format!("{}ces", &word[..word.len() - 1]),
        () if word.ends_with(['a', 'e', 'i', 'o', 'u', 'é']) => format!("{word}s"),
        () => format!("{word}es"),
    }
}

/// Italian nouns whose singular cannot be told from the plural's ending.
const ITALIAN: &[(&str, &str)] = &[
    ("cliente", "clienti"),
    ("studente", "studenti"),
    ("utente", "utenti"),
    ("paziente", "pazienti"),
    ("dipendente", "dipendenti"),
    ("docente", "docenti"),
    ("fornitore", "fornitori"),
    ("autore", "autori"),
    ("lettore", "lettori"),
    ("giocatore", "giocatori"),
    ("sensore", "sensori"),
    ("attore", "attori"),
    ("medico", "medici"),
    ("amico", "amici"),
    ("ospite", "ospiti"),
    ("conducente", "conducenti"),
    ("ordine", "ordini"),
    ("azione", "azioni"),
    ("carta", "carte"),
    ("categoria", "categorie"),
    ("spedizione", "spedizioni"),
    ("prenotazione", "prenotazioni"),
    ("lezione", "lezioni"),
    ("misurazione", "misurazioni"),
    ("transazione", "transazioni"),
    ("canzone", "canzoni"),
    ("stazione", "stazioni"),
    ("città", "città"),
    ("hotel", "hotel"),
    ("film", "film"),
];

/// Endings of Italian plurals -> those of the singular; the first that fits counts.
const ITALIAN_ENDINGS: &[(&str, &str)] = &[
    ("zioni", "zione"),
    ("sioni", "sione"),
    ("gioni", "gione"),
    ("iche", "ica"),
    ("che", "ca"),
    ("ghe", "ga"),
    ("chi", "co"),
    ("ghi", "go"),
    ("anti", "ante"),
    ("enti", "ente"),
    ("tori", "tore"),
    ("sori", "sore"),
    ("ioni", "ione"),
    ("ali", "ale"),
    ("ieri", "iere"),
    ("isti", "ista"),
    ("ari", "ario"),
    ("ori", "ore"),
    ("i", "o"),
    ("ure", "ura"),
    ("tte", "tta"),
    ("ette", "etta"),
    ("elle", "ella"),
    ("iere", "iera"),
    ("ine", "ina"),
    ("ose", "osa"),
    ("ese", "esa"),
    ("ate", "ata"),
    ("ite", "ita"),
    ("ute", "uta"),
    ("ode", "oda"),
    ("ere", "era"),
    ("cie", "cia"),
    ("gie", "gia"),
    ("ie", "ia"),
];

fn italian_singular(word: &str) -> String {
    match ITALIAN.iter().find(|(one, many)| *many == word || *one == word) {
        Some((one, _)) => (*one).to_owned(),
        None if word.len() < 4 => word.to_owned(),
        None => ITALIAN_ENDINGS
            .iter()
            .find_map(|(many, one)| Some(format!("{}{one}", word.strip_suffix(many)?)))
            .unwrap_or_else(|| word.to_owned()),
    }
}

fn italian_plural(word: &str) -> String {
    match ITALIAN.iter().find(|(one, _)| *one == word) {
        Some((_, many)) => (*many).to_owned(),
        None if word.ends_with("ca") || word.ends_with("ga") => format!("{}he", &word[..word.len() - 1]),
        None if word.ends_with("ista") => format!("{}i", &word[..word.len() - 1]),
        None if word.ends_with('a') => format!("{}e", &word[..word.len() - 1]),
        None if word.ends_with("co") || word.ends_with("go") => format!("{}hi", &word[..word.len() - 1]),
        None if word.ends_with("io") => word[..word.len() - 1].to_owned(),
        None if word.ends_with(['o', 'e']) => format!("{}i", &word[..word.len() - 1]),
        None => word.to_owned(),
    }
}

fn portuguese_singular(word: &str) -> String {
    let ending = [
        ("ões", "ão"),
        ("ães", "ão"),
        ("ores", "or"),
        ("eres", "er"),
        ("ares", "ar"),
        ("ais", "al"),
        ("éis", "el"),
        ("eis", "el"),
        ("óis", "ol"),
        ("ns", "m"),
        ("zes", "z"),
    ];
    let ending = ending.iter().find_map(|(many, one)| Some(format!("{}{one}", word.strip_suffix(many)?)));
    ending.unwrap_or_else(|| match word {
        _ if word.len() < 4 || word.ends_with("us") || word.ends_with("is") => word.to_owned(),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    })
}

fn portuguese_plural(word: &str) -> String {
    let ending = [("ão", "ões"), ("al", "ais"), ("el", "éis"), ("m", "ns"), ("r", "res"), ("z", "zes")];
    let ending = ending.iter().find_map(|(one, many)| Some(format!("{}{many}", word.strip_suffix(one)?)));
    ending.unwrap_or_else(|| format!("{word}s"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_change_their_number_and_change_it_back() {
        for (language, one, many) in [
            (Language::En, "customer", "customers"),
            (Language::En, "category", "categories"),
            (Language::En, "status", "statuses"),
            (Language::En, "box", "boxes"),
            (Language::En, "branch", "branches"),
            (Language::En, "day", "days"),
            (Language::En, "person", "people"),
            (Language::En, "series", "series"),
            (Language::En, "shelf", "shelves"),
            (Language::En, "analysis", "analyses"),
            (Language::En, "address", "addresses"),
            (Language::En, "house", "houses"),
            (Language::En, "lighthouse", "lighthouses"),
            (Language::En, "clause", "clauses"),
            (Language::En, "tax", "taxes"),
            (Language::De, "kunde", "kunden"),
            (Language::De, "bestellung", "bestellungen"),
            (Language::De, "lehrer", "lehrer"),
            (Language::De, "patientin", "patientinnen"),
            (Language::De, "mietvertrag", "mietverträge"),
            (Language::Fr, "client", "clients"),
            (Language::Fr, "hôpital", "hôpitaux"),
            (Language::Es, "cliente", "clientes"),
            (Language::Es, "habitación", "habitaciones"),
            (Language::Es, "proveedor", "proveedores"),
            (Language::It, "fattura", "fatture"),
            (Language::It, "prodotto", "prodotti"),
            (Language::It, "studente", "studenti"),
            (Language::Pt, "pedido", "pedidos"),
            (Language::Pt, "transação", "transações"),
            (Language::Pt, "jogador", "jogadores"),
        ] {
            assert_eq!(plural(one, language), many, "{one}");
            assert_eq!(singular(many, language), one, "{many}");
            assert_eq!(singular(one, language), one, "{one}");
            assert_eq!(plural(many, language), many, "{many}");
        }
    }
}
