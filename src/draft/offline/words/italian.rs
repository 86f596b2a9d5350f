//! Italian words -> what they do in a sentence.

use super::{Does, Words};

/// The words by what they do.
pub(super) const WORDS: &[(Does, Words)] = &[
    (
        Does::Determines,
        &["il", "lo", "la", "i", "gli", "le", "un", "uno", "una", "loro", "suo", "sua", "tutti", "tutte", "circa"],
    ),
    (Does::Distributes, &["ogni", "ciascuno", "ciascuna", "ciascun", "per"]),
    (Does::Equips, &["con"]),
    (Does::Has, &["ha", "hanno", "contiene", "contengono", "possiede", "include"]),
    (Does::Joins, &["e", "ed", "più"]),
    (Does::Parts, &["o", "oppure"]),
    (Does::Belongs, &["di", "del", "della", "dei", "delle", "degli", "dello"]),
    (Does::Places, &["in", "a", "al", "da", "dal", "tra", "fra", "su", "sul", "senza", "come", "nel", "nella"]),
    (Does::Is, &["è", "sono", "essere", "varia", "variano", "oscilla", "oscillano", "va", "vanno"]),
    (Does::May, &["può", "possono", "deve", "devono"]),
    (Does::Relates, &["che", "cui", "dove"]),
    (Does::Refers, &["essi", "esse"]),
    (Does::Asks, &["genera", "generare", "crea", "creare", "dati", "vorrei", "bisogno", "servono", "voglio"]),
    (
        Does::Bends,
        &["non", "mai", "se", "quando", "sempre", "ma", "meno", "diversi", "unico", "univoco", "univoca", "metà"],
    ),
    (Does::Keeps, &[]),
];
