//! Words -> what they do in a sentence, in six languages. Words of all languages share one list where none of them means
//! something else in another; the rest are asked for by language.

use crate::draft::text::language::Language;

/// What a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// `the`, `a`, `some`, `their`.
    Determines,
    /// `each`, `every`, `per`.
    Distributes,
    /// `with`, `containing`, `including`: a list of columns or children follows.
    Equips,
    /// `has`, `have`: as [`Does::Equips`], behind a subject.
    Has,
    /// `and`, `plus`.
    Joins,
    /// `or`.
    Parts,
    /// `of`.
    Belongs,
    /// `in`, `from`, `by`, `for`, ...
    Places,
    /// `is`, `are`, ...
    Is,
    /// `can`, `should`, ...
    May,
    /// `who`, `which`, `that`.
    Relates,
    /// `it`, `they`.
    Refers,
    /// `table`, `dataset`.
    Tables,
    /// `row`, `record`.
    Rows,
    /// `column`, `field`.
    Columns,
    /// `we`, `please`, `generate`: words of a request that say nothing.
    Asks,
    /// `if`, `when`, `not`, `than`, `always`: words that belong to no name.
    Bends,
    /// `store`, `record`, `track`: a list of columns follows.
    Keeps,
}

type Words = &'static [&'static str];

const ALL: &[(Does, Words)] = &[
    (Does::Equips, &["containing", "including", "comprising", "featuring", "incl", "enthalten", "inklusive", "contenant", "conteniendo", "contendo", "contenente"]),
    (Does::Tables, &["table", "tables", "entity", "entities", "dataset", "datasets", "sheet", "collection", "spreadsheet", "tabelle", "tabellen", "tabla", "tablas", "tabella", "tabelle", "tabela", "tabelas", "datensatz"]),
    (Does::Rows, &["row", "rows", "record", "records", "entry", "entries", "zeile", "zeilen", "datensätze", "datensätzen", "einträge", "einträgen", "lignes", "ligne", "enregistrements", "filas", "registros", "fila", "registro", "righe", "riga", "record", "linhas", "linha", "tuples", "instances", "datapoints", "samples", "examples"]),
    (Does::Columns, &["column", "columns", "field", "fields", "attribute", "attributes", "properties", "property", "cols", "spalte", "spalten", "feld", "felder", "colonne", "colonnes", "champ", "champs", "columna", "columnas", "campo", "campos", "campi", "coluna", "colunas", "atributos", "attribut", "attributs", "atribute"]),
];

const EN: &[(Does, Words)] = &[
    (Does::Determines, &["a", "an", "the", "some", "this", "these", "those", "my", "our", "your", "their", "its", "his", "her", "any", "all", "both", "about", "around", "roughly", "approximately", "approx", "exactly", "another", "other", "same", "own", "various", "following", "different", "one"]),
    (Does::Distributes, &["each", "every", "per"]),
    (Does::Equips, &["with", "having", "w", "w/"]),
    (Does::Has, &["has", "have", "had", "hold", "holds", "contain", "contains", "include", "includes", "comprise", "comprises", "carry", "carries", "gets", "get", "own", "owns", "need", "needs", "consists", "consist", "lists", "features", "got"]),
    (Does::Joins, &["and", "plus", "&", "then", "also"]),
    (Does::Parts, &["or", "nor"]),
    (Does::Belongs, &["of"]),
    (Does::Places, &["in", "on", "at", "by", "for", "from", "to", "into", "across", "among", "between", "over", "under", "during", "within", "through", "via", "as", "against", "about", "after", "before", "since", "until", "towards", "without", "like", "behind", "below", "above", "inside", "around", "out", "up", "off", "onto", "upon", "near"]),
    (Does::Is, &["is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "am", "i'm"]),
    (Does::May, &["can", "could", "may", "might", "should", "must", "will", "would", "shall", "cannot", "can't", "mustn't", "does", "do", "did", "don't", "doesn't", "let", "i'd", "we'd", "i'll", "we'll"]),
    (Does::Relates, &["who", "which", "that", "whose", "where", "whom"]),
    (Does::Refers, &["it", "they", "them", "he", "she", "there", "everyone", "one", "none", "each", "itself", "themselves", "i", "we", "you", "me", "us"]),
    (Does::Asks, &["please", "want", "generate", "create", "make", "produce", "build", "give", "hi", "hello", "hey", "thanks", "thank", "test", "sample", "fake", "mock", "dummy", "synthetic", "data", "database", "db", "realistic", "need", "like", "looking", "set", "file", "files", "generated", "just", "kind", "something", "things", "stuff", "demo", "so", "basically", "ok", "okay", "well", "schema", "using", "describes", "describe", "models", "simulates", "represents", "representing", "consider", "imagine", "suppose", "run", "modelling", "simulate"]),
    (Does::Bends, &["if", "when", "not", "no", "than", "always", "never", "only", "but", "while", "because", "although", "however", "either", "neither", "more", "most", "less", "least", "fewer", "many", "few", "several", "multiple", "again", "too", "very", "too", "such", "e.g", "i.e", "eg", "ie", "etc", "usually", "mostly", "sometimes", "often", "typically", "normally", "randomly", "exactly", "must", "almost", "nearly", "twice", "once", "ever", "else", "otherwise", "rest", "remaining", "half", "third", "quarter", "tenth", "fifth", "percent", "together", "respectively", "maybe", "perhaps", "ago", "later", "earlier", "least", "maximum", "minimum", "average", "ranging", "ranges", "varies", "belongs", "belong", "evenly", "uniformly"]),
    (Does::Keeps, &["store", "storing", "track", "tracking", "keep", "keeps", "keeping", "capture", "captures", "collect", "collects", "save", "saves", "know", "saved", "stored", "recorded", "showing", "covering", "described", "specified", "listing", "tracked", "holding"]),
];

const DE: &[(Does, Words)] = &[
    (Does::Determines, &["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "einem", "eines", "ihre", "ihr", "seine", "alle", "etwa", "rund", "ca", "circa", "einige"]),
    (Does::Distributes, &["je", "jeder", "jede", "jedes", "jeden", "jedem", "pro"]),
    (Does::Equips, &["mit", "samt"]),
    (Does::Has, &["hat", "haben", "besitzt", "besitzen", "enthält", "enthalten", "umfasst"]),
    (Does::Joins, &["und", "sowie", "plus"]),
    (Does::Parts, &["oder"]),
    (Does::Belongs, &["von", "vom"]),
    (Does::Places, &["in", "im", "an", "am", "auf", "aus", "bei", "für", "zu", "zum", "zur", "zwischen", "bis", "über", "unter", "nach", "vor", "als", "ohne", "seit", "während"]),
    (Does::Is, &["ist", "sind", "war", "waren", "sein", "wird", "werden"]),
    (Does::May, &["kann", "können", "soll", "sollen", "muss", "müssen", "darf", "dürfen"]),
    (Does::Relates, &["welche", "welcher", "deren", "dessen", "wo"]),
    (Does::Refers, &["es", "sie", "er", "ihnen", "davon", "ich", "wir"]),
    (Does::Asks, &["bitte", "brauche", "brauchen", "benötige", "benötigen", "erzeuge", "erstelle", "generiere", "testdaten", "daten", "möchte", "will", "erzeugen", "datenbank"]),
    (Does::Bends, &["nicht", "kein", "keine", "keinen", "wenn", "nie", "immer", "nur", "aber", "mehrere", "viele", "prozent", "höchstens", "mindestens", "maximal", "sowohl", "auch", "jeweils", "eindeutig", "gehört", "gehören", "hälfte", "fehlt", "optional"]),
    (Does::Keeps, &["speichern", "speichert", "erfassen", "erfasst"]),
];

const FR: &[(Does, Words)] = &[
    (Does::Determines, &["le", "la", "les", "un", "une", "des", "leur", "leurs", "son", "sa", "ses", "tous", "toutes", "environ", "quelques", "l"]),
    (Does::Distributes, &["chaque", "chacun", "chacune", "par"]),
    (Does::Equips, &["avec", "ayant", "comprenant"]),
    (Does::Has, &["a", "ont", "possède", "possèdent", "contient", "contiennent", "comporte", "comprend", "passe", "passent"]),
    (Does::Joins, &["et", "ainsi"]),
    (Does::Parts, &["ou"]),
    (Does::Belongs, &["de", "du", "d", "des"]),
    (Does::Places, &["dans", "en", "à", "au", "aux", "pour", "sur", "entre", "sous", "sans", "depuis", "pendant", "vers", "chez", "parmi", "comme"]),
    (Does::Is, &["est", "sont", "était", "être"]),
    (Does::May, &["peut", "peuvent", "doit", "doivent"]),
    (Does::Relates, &["qui", "que", "dont", "où"]),
    (Does::Refers, &["il", "elle", "ils", "elles", "y", "je", "nous"]),
    (Does::Asks, &["génère", "génère-moi", "générez", "créez", "donne", "donnez", "crée", "générer", "créer", "besoin", "données", "veux", "voudrais", "faut", "merci", "stp", "svp"]),
    (Does::Bends, &["ne", "pas", "jamais", "si", "quand", "toujours", "mais", "plus", "moins", "plusieurs", "unique", "appartient", "moitié"]),
    (Does::Keeps, &[]),
];

const ES: &[(Does, Words)] = &[
    (Does::Determines, &["el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "todos", "todas", "unos", "aproximadamente"]),
    (Does::Distributes, &["cada", "por"]),
    (Does::Equips, &["con", "que"]),
    (Does::Has, &["tiene", "tienen", "contiene", "contienen", "incluye", "hace", "hacen"]),
    (Does::Joins, &["y", "e", "más"]),
    (Does::Parts, &["o", "u"]),
    (Does::Belongs, &["de", "del"]),
    (Does::Places, &["en", "a", "al", "para", "entre", "desde", "hasta", "sobre", "sin", "como"]),
    (Does::Is, &["es", "son", "está", "están", "ser"]),
    (Does::May, &["puede", "pueden", "debe", "deben"]),
    (Does::Relates, &["quien", "cual", "cuyo", "cuya", "donde"]),
    (Does::Refers, &["ellos", "ella", "ellas"]),
    (Does::Asks, &["necesito", "genera", "generar", "crea", "crear", "datos", "quiero", "necesitamos", "prueba", "favor"]),
    (Does::Bends, &["no", "nunca", "si", "cuando", "siempre", "pero", "menos", "varios", "varias", "único", "únicos", "mitad", "pertenece"]),
    (Does::Keeps, &[]),
];

const IT: &[(Does, Words)] = &[
    (Does::Determines, &["il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "loro", "suo", "sua", "tutti", "tutte", "circa"]),
    (Does::Distributes, &["ogni", "ciascuno", "ciascuna", "ciascun", "per"]),
    (Does::Equips, &["con"]),
    (Does::Has, &["ha", "hanno", "contiene", "contengono", "possiede", "include"]),
    (Does::Joins, &["e", "ed", "più"]),
    (Does::Parts, &["o", "oppure"]),
    (Does::Belongs, &["di", "del", "della", "dei", "delle", "degli", "dello"]),
    (Does::Places, &["in", "a", "al", "da", "dal", "tra", "fra", "su", "sul", "senza", "come", "nel", "nella"]),
    (Does::Is, &["è", "sono", "essere"]),
    (Does::May, &["può", "possono", "deve", "devono"]),
    (Does::Relates, &["che", "cui", "dove"]),
    (Does::Refers, &["essi", "esse"]),
    (Does::Asks, &["genera", "generare", "crea", "creare", "dati", "vorrei", "bisogno", "servono", "voglio"]),
    (Does::Bends, &["non", "mai", "se", "quando", "sempre", "ma", "meno", "diversi", "unico", "univoco", "univoca", "metà"]),
    (Does::Keeps, &[]),
];

const PT: &[(Does, Words)] = &[
    (Does::Determines, &["o", "a", "os", "as", "um", "uma", "uns", "umas", "seu", "sua", "seus", "suas", "todos", "todas", "cerca"]),
    (Does::Distributes, &["cada", "por"]),
    (Does::Equips, &["com", "contendo"]),
    (Does::Has, &["tem", "têm", "possui", "possuem", "contém", "inclui", "faz", "fazem"]),
    (Does::Joins, &["e", "mais"]),
    (Does::Parts, &["ou"]),
    (Does::Belongs, &["de", "do", "da", "dos", "das"]),
    (Does::Places, &["em", "no", "na", "nos", "nas", "para", "entre", "desde", "até", "sobre", "sem", "ao", "como"]),
    (Does::Is, &["é", "são", "está", "ser"]),
    (Does::May, &["pode", "podem", "deve", "devem"]),
    (Does::Relates, &["que", "quem", "onde"]),
    (Does::Refers, &["ele", "ela", "eles", "elas"]),
    (Does::Asks, &["preciso", "gere", "gerar", "crie", "criar", "dados", "quero", "precisamos", "teste"]),
    (Does::Bends, &["não", "nunca", "se", "quando", "sempre", "mas", "menos", "vários", "várias", "único", "metade", "pertence"]),
    (Does::Keeps, &[]),
];

fn own(language: Language) -> &'static [(Does, Words)] {
    match language {
        Language::En => EN,
        Language::De => DE,
        Language::Fr => FR,
        Language::Es => ES,
        Language::It => IT,
        Language::Pt => PT,
    }
}

/// Whether a word does something in a language.
pub fn does(language: Language, word: &str, what: Does) -> bool {
    let has = |lists: &[(Does, Words)]| lists.iter().any(|(does, words)| *does == what && words.contains(&word));
    has(own(language)) || has(ALL)
}

/// Whether a word serves the sentence and names nothing.
pub fn is_function(language: Language, word: &str) -> bool {
    own(language).iter().any(|(_, words)| words.contains(&word))
        || ALL.iter().any(|(does, words)| *does == Does::Equips && words.contains(&word))
}

/// Nouns that stand behind numbers without being tables.
const UNITS: &[&str] = &[
    "year", "month", "week", "day", "hour", "minute", "second", "quarter", "euro", "dollar", "pound", "cent", "usd", "eur", "gbp", "chf", "percent",
    "%", "kg", "g", "mg", "km", "m", "cm", "mm", "l", "ml", "kwh", "mw", "kw", "watt", "volt", "celsius", "degree", "metre", "meter", "mile",
    "kilometer", "kilometre", "kilo", "kilogram", "gram", "tonne", "ton", "litre", "liter", "inch", "foot", "feet", "digit", "character", "char",
    "letter", "word", "sentence", "paragraph", "line", "decimal", "place", "row", "column", "record", "field", "entry", "format", "time", "star",
    "point", "value", "byte", "kb", "mb", "gb", "tb",  
     
    "euros", "am", "pm", "th", "st", "nd", "rd", "ms", "hz", "db", "ppm", "bar", "psi",
    "stop", "iteration", "table", "file", "locale", "language", "decimals", "mio", "bn", "million", "thousand", "billion", "hundred", "dozen",
    "times", "standard", "deviation", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "bit", "variant", "option", "possibility", "choice", "level",
];

/// The same in other languages than English.
const FOREIGN_UNITS: &[&str] = &[
    "jahr", "jahre", "jahren", "monat", "monate", "monaten", "tag", "tage", "tagen", "woche", "wochen", "stunde", "stunden", "minute", "minuten", "prozent", "ziffer", "ziffern", "stellen", "zeichen", "stück", "an", "ans", "année",
    "années", "mois", "jour", "jours", "heure", "heures", "minutes", "chiffre", "chiffres", "caractères", "año", "años", "mes", "meses", "día", "días", "hora", "horas", "dígitos", "caracteres", "anno", "anni", "mese", "mesi", "giorno",
    "giorni", "ora", "ore", "minuti", "cifre", "caratteri", "ano", "anos", "dia", "dias", "dígito", "carattere", "minutos", "semanas", "settimane", "semaines", "uhr", "metri", "metros", "mètres", "quadratmeter", "punti", "puntos", "pontos", "points",
];

/// Whether a noun measures and is no table: `years`, `euros`, `digits`.
pub fn is_unit(word: &str, language: Language) -> bool {
    UNITS.contains(&word) || UNITS.contains(&super::names::singular(word).as_str()) || language != Language::En && FOREIGN_UNITS.contains(&word)
}

/// Adjectives that say something about a column without belonging to its name.
pub const ADJECTIVES: &[&str] = &[
    "unique", "distinct", "optional", "nullable", "mandatory", "required", "random", "realistic", "plausible", "valid", "fake", "sensible", "typical",
    "usual", "invented", "dummy", "proper", "real", "made-up", "randomized", "obligatory", "non-null", "possibly", "correct", "believable", "formatted",
    "eindeutige", "eindeutiger", "eindeutigen", "eindeutiges", "optionale", "optionaler", "única", "único", "unico", "unica", "univoca", "univoco", "opcional",
    "optionnel", "optionnelle", "opzionale", "zufällige", "gültige", "valide", "válido", "corresponding", "respective", "associated", "assigned",
];

/// Whether an adjective asks for something that a reader sees to.
pub fn is_constraint(word: &str) -> bool {
    const IDLE: &[&str] = &[
        "random", "realistic", "plausible", "valid", "fake", "sensible", "typical", "usual", "invented", "dummy", "proper", "real", "made-up", "randomized", "correct", "believable", "formatted",
        "zufällige", "gültige", "valide", "válido", "corresponding", "respective", "associated", "assigned",
    ];
    !IDLE.contains(&word)
}

/// Words of requests that are nouns as well.
pub fn is_request_noun(word: &str) -> bool {
    matches!(word, "test" | "sample" | "file" | "data" | "set" | "make" | "build" | "kind" | "model" | "models" | "schema" | "demo" | "database" | "use" | "run" | "show" | "track" | "need" | "total" | "half" | "quarter" | "third" | "like" | "likes")
}
