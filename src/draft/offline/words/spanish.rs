//! Spanish words -> what they do in a sentence.

use super::{Does, Words};

/// The words by what they do.
pub(super) const WORDS: &[(Does, Words)] = &[
    (
        Does::Determines,
        &[
            "el",
            "la",
            "los",
            "las",
            "un",
            "una",
            "unos",
            "unas",
            "su",
            "sus",
            "todos",
            "todas",
            "unos",
            "aproximadamente",
        ],
    ),
    (Does::Distributes, &["cada", "por"]),
    (Does::Equips, &["con", "que"]),
    (Does::Has, &["tiene", "tienen", "contiene", "contienen", "incluye", "hace", "hacen"]),
    (Does::Joins, &["y", "e", "más"]),
    (Does::Parts, &["o", "u"]),
    (Does::Belongs, &["de", "del"]),
    (Does::Places, &["en", "a", "al", "para", "entre", "desde", "hasta", "sobre", "sin", "como"]),
    (Does::Is, &["es", "son", "está", "están", "ser", "varía", "varían", "oscila", "oscilan", "va", "van"]),
    (Does::May, &["puede", "pueden", "debe", "deben"]),
    (Does::Relates, &["quien", "cual", "cuyo", "cuya", "donde"]),
    (Does::Refers, &["ellos", "ella", "ellas"]),
    (
        Does::Asks,
        &["necesito", "genera", "generar", "crea", "crear", "datos", "quiero", "necesitamos", "prueba", "favor"],
    ),
    (
        Does::Bends,
        &[
            "no",
            "nunca",
            "si",
            "cuando",
            "siempre",
            "pero",
            "menos",
            "varios",
            "varias",
            "único",
            "únicos",
            "mitad",
            "pertenece",
        ],
    ),
    (Does::Keeps, &[]),
];
