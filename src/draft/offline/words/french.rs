//! French words -> what they do in a sentence.

use super::{Does, Words};

/// The words by what they do.
pub(super) const WORDS: &[(Does, Words)] = &[
    (
        Does::Determines,
        &[
            "le", "la", "les", "un", "une", "des", "leur", "leurs", "son", "sa", "ses", "tous", "toutes", "environ",
            "quelques", "l",
        ],
    ),
    (Does::Distributes, &["chaque", "chacun", "chacune", "par"]),
    (Does::Equips, &["avec", "ayant", "comprenant"]),
    (
        Does::Has,
        &["a", "ont", "possède", "possèdent", "contient", "contiennent", "comporte", "comprend", "passe", "passent"],
    ),
    (Does::Joins, &["et", "ainsi"]),
    (Does::Parts, &["ou"]),
    (Does::Belongs, &["de", "du", "d", "des"]),
    (
        Does::Places,
        &[
            "dans", "en", "à", "au", "aux", "pour", "sur", "entre", "sous", "sans", "depuis", "pendant", "vers",
            "chez", "parmi", "comme",
        ],
    ),
    (Does::Is, &["est", "sont", "était", "être", "varie", "varient", "vaut", "valent", "oscille", "oscillent"]),
    (Does::May, &["peut", "peuvent", "doit", "doivent"]),
    (Does::Relates, &["qui", "que", "dont", "où"]),
    (Does::Refers, &["il", "elle", "ils", "elles", "y", "je", "nous"]),
    (
        Does::Asks,
        &[
            "génère",
            "génère-moi",
            "générez",
            "créez",
            "donne",
            "donnez",
            "crée",
            "générer",
            "créer",
            "besoin",
            "données",
            "veux",
            "voudrais",
            "faut",
            "merci",
            "stp",
            "svp",
        ],
    ),
    (
        Does::Bends,
        &[
            "ne",
            "pas",
            "jamais",
            "si",
            "quand",
            "toujours",
            "mais",
            "plus",
            "moins",
            "plusieurs",
            "unique",
            "appartient",
            "moitié",
        ],
    ),
    (Does::Keeps, &[]),
];
