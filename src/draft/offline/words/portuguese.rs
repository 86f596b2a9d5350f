//! Portuguese words -> what they do in a sentence.

use super::{Does, Words};

/// The words by what they do.
pub(super) const WORDS: &[(Does, Words)] = &[
    (
        Does::Determines,
        &["o", "a", "os", "as", "um", "uma", "uns", "umas", "seu", "sua", "seus", "suas", "todos", "todas", "cerca"],
    ),
    (Does::Distributes, &["cada", "por"]),
    (Does::Equips, &["com", "contendo"]),
    (Does::Has, &["tem", "têm", "possui", "possuem", "contém", "inclui", "faz", "fazem"]),
    (Does::Joins, &["e", "mais"]),
    (Does::Parts, &["ou"]),
    (Does::Belongs, &["de", "do", "da", "dos", "das"]),
    (Does::Places, &["em", "no", "na", "nos", "nas", "para", "entre", "desde", "até", "sobre", "sem", "ao", "como"]),
    (Does::Is, &["é", "são", "está", "ser", "varia", "variam", "fica", "ficam", "vai", "vão", "oscila"]),
    (Does::May, &["pode", "podem", "deve", "devem"]),
    (Does::Relates, &["que", "quem", "onde"]),
    (Does::Refers, &["ele", "ela", "eles", "elas"]),
    (Does::Asks, &["preciso", "gere", "gerar", "crie", "criar", "dados", "quero", "precisamos", "teste"]),
    (
        Does::Bends,
        &["não", "nunca", "se", "quando", "sempre", "mas", "menos", "vários", "várias", "único", "metade", "pertence"],
    ),
    (Does::Keeps, &[]),
];
