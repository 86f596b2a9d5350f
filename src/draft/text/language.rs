//! The words of a text -> its language, of the six that are read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Text;
use super::fold::fold;

/// A language that is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English, and where nothing else is to be seen.
    #[default]
    En,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Portuguese.
    Pt,
}

impl Language {
    /// All.
    pub const ALL: [Self; 6] = [Self::En, Self::De, Self::Fr, Self::Es, Self::It, Self::Pt];

    /// Whether digits are grouped by points and a comma begins the decimals.
    pub fn has_decimal_comma(self) -> bool {
        self != Self::En
    }
}

/// Words that hold a sentence together, with marks where they have some; what several languages share counts for each.
const WORDS: [(Language, &str); 6] = [
    (
        Language::En,
        "the of and with each every for from to in is are a an has have had between or without that which who their its at least \
         most as by on not no than rows table some all per one two three should please need want give me us it they be where only \
         more less up about data made it's do new test people",
    ),
    (
        Language::De,
        "der die das und mit für von bis ein eine einer eines einen einem jede jeder jedes je pro zwischen oder ohne ist sind hat \
         haben im in zu zum zur auf nicht nur den dem des bei als auch aus etwa ungefähr mindestens höchstens davon wird werden \
         keine kein zeilen tabelle tabellen kunden bestellungen jeweils bitte ich wir brauche brauchen sowie ihre ihr seine zwei drei vier \
         fünf hundert tausend über unter nach vor mitarbeiter datensätze eindeutig",
    ),
    (
        Language::Fr,
        "le la les des du de et avec pour par un une chaque entre ou sans est sont a ont dans en sur pas que qui au aux ce ces leur \
         leurs son sa ses d'un d'une l'un moins plus environ lignes table clients commandes chacun chacune dont je nous il faut veux \
         voudrais besoin à où été deux trois quatre cinq cent mille données unique",
    ),
    (
        Language::Es,
        "el la los las de del y con para por un una cada entre o sin es son en a al que no se su sus como más menos filas tabla \
         clientes pedidos uno unos unas hay tiene tienen necesito quiero desde hasta sobre está dos tres cuatro cinco cien mil datos \
         único única aproximadamente según ciento registros",
    ),
    (
        Language::It,
        "il lo la i gli le di del della dei delle e con per un una uno ogni tra fra o senza è sono in a al alla che non si suo sua \
         loro come più meno righe tabella clienti ordini ognuno ciascuno ha hanno da dal dalla ho bisogno vorrei due tre quattro \
         cinque cento mille circa dati unico univoco nel nella degli",
    ),
    (
        Language::Pt,
        "o a os as de do da dos das e com para por um uma cada entre ou sem é são em no na nos nas que não se seu sua seus como \
         mais menos linhas tabela clientes pedidos tem têm preciso quero desde até sobre está dois duas três quatro cinco cem mil \
         dados único única ao aproximadamente registros sendo",
    ),
];

/// Letters that few languages have.
const LETTERS: [(char, &[Language]); 18] = [
    ('ä', &[Language::De]),
    ('ö', &[Language::De]),
    ('ü', &[Language::De]),
    ('ß', &[Language::De]),
    ('ñ', &[Language::Es]),
    ('¿', &[Language::Es]),
    ('í', &[Language::Es, Language::Pt]),
    ('ó', &[Language::Es, Language::Pt]),
    ('ú', &[Language::Es, Language::Pt]),
    ('ã', &[Language::Pt]),
    ('õ', &[Language::Pt]),
    ('ê', &[Language::Fr, Language::Pt]),
    ('ç', &[Language::Fr, Language::Pt]),
    ('œ', &[Language::Fr]),
    ('è', &[Language::Fr, Language::It]),
    ('ù', &[Language::It]),
    ('ò', &[Language::It]),
    ('ì', &[Language::It]),
];

/// Words -> the languages that have them.
static BY_WORD: LazyLock<BTreeMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut words: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (_, list)) in WORDS.iter().enumerate() {
        for word in list.split_whitespace() {
            words.entry(word).or_default().push(at);
        }
    }
    words
});

/// Tokens that are looked at; more say nothing new.
const LOOKED_AT: usize = 2000;

/// The language of a text: that whose words it has most of, English where none leads.
pub fn of(text: &Text<'_>) -> Language {
    // In sixtieths, so that a word of several languages is shared evenly.
    let mut points = [0_u32; 6];
    let is_drawn = |token: &super::Token| {
        // The `o` of `||--o{` is no word.
        let bytes = text.prose.as_bytes();
        token.end - token.start == 1
            && (token.start > 0 && b"|{}-".contains(&bytes[token.start - 1])
                || bytes.get(token.end).is_some_and(|byte| b"|{}-".contains(byte)))
    };
    let words = text.tokens.iter().filter(|token| token.kind == super::Kind::Word && !is_drawn(token));
    for token in words.take(LOOKED_AT) {
        let known = BY_WORD.get(token.norm.as_str()).or_else(|| BY_WORD.get(&*fold(&token.norm)));
        for at in known.into_iter().flatten() {
            points[*at] += 60 / known.map_or(1, |known| known.len() as u32);
        }
        for (letter, languages) in LETTERS.iter().filter(|(letter, _)| token.norm.contains(*letter)) {
            debug_assert!(!letter.is_ascii());
            languages.iter().for_each(|language| points[*language as usize] += 40 / languages.len() as u32);
        }
    }
    // English words such as "email" or "status" are everywhere, but never the small ones; ties go to English.
    let best = points.iter().enumerate().max_by_key(|(at, points)| (**points, usize::MAX - at)).map_or(0, |(at, _)| at);
    Language::ALL[best]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart_by_small_words() {
        for (language, prose) in [
            (
                Language::En,
                "2,000 members of a gym, each with 1 to 3 contracts, a tenth without a phone number, as CSV",
            ),
            (Language::En, "users(id, name, email)"),
            (Language::En, "500 rows"),
            (Language::De, "2.000 Mitglieder, jedes mit 1 bis 3 Verträgen, ein Zehntel ohne Telefonnummer"),
            (Language::De, "500 Bücher mit Titel, Autor und Preis"),
            (Language::Fr, "2 000 membres, chacun avec 1 à 3 contrats, un dixième sans téléphone"),
            (Language::Fr, "500 livres avec titre, auteur et prix"),
            (Language::Es, "2.000 socios, cada uno con 1 a 3 contratos, una décima parte sin teléfono"),
            (Language::Es, "500 libros con título, autor y precio"),
            (Language::It, "2.000 soci, ognuno con da 1 a 3 contratti, un decimo senza telefono"),
            (Language::It, "500 libri con titolo, autore e prezzo"),
            (Language::Pt, "2.000 sócios, cada um com 1 a 3 contratos, um décimo sem telefone"),
            (Language::Pt, "500 livros com título, autor e preço"),
        ] {
            assert_eq!(of(&Text::new(prose)), language, "{prose}");
        }
    }
}
