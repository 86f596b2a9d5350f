//! The words of bounds in six languages.

use std::sync::LazyLock;

use super::super::Phrases;
use super::super::language::Language::{De, Es, Fr, It, Pt};

/// Which end a word gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// The least.
    AtLeast,
    /// The most.
    AtMost,
    /// The least, itself out.
    Over,
    /// The most, itself out.
    Under,
}

use Bound::{AtLeast, AtMost, Over, Under};

/// Words before a range that say nothing more.
pub static FILLER: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "anywhere|somewhere|ranging|range|ranges|varying|varies|range of|in the range|in the range of|within the range|within",
        ),
        (
            None,
            (),
            "in a range|in the interval|anything|always|usually|typically|a range of|with values|values|valued|lies|lying",
        ),
        (Some(De), (), "im bereich|liegt|liegen|im bereich von"),
        (Some(Fr), (), "compris|comprise|comprises|allant|dans l'intervalle|variant|compris entre"),
        (Some(Es), (), "en el rango|comprendido|comprendida|en el rango de"),
        (Some(It), (), "compreso|compresa|compresi|nell'intervallo|comprese"),
        (Some(Pt), (), "no intervalo|no intervalo de|na faixa|na faixa de|variando"),
    ])
});

pub static FROM: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "from|starting at|starting from|beginning at"),
        (Some(De), (), "von|von etwa"),
        (Some(Fr), (), "de"),
        (Some(Es), (), "de|desde"),
        (Some(It), (), "da|dai|dal|dalle"),
        (Some(Pt), (), "de|desde"),
    ])
});

pub static BETWEEN: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "between|in between|btw|btwn|inbetween"),
        (Some(De), (), "zwischen"),
        (Some(Fr), (), "entre"),
        (Some(Es), (), "entre"),
        (Some(It), (), "tra|fra"),
        (Some(Pt), (), "entre"),
    ])
});

pub static AND: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "and|&|and up to"),
        (Some(De), (), "und"),
        (Some(Fr), (), "et"),
        (Some(Es), (), "y"),
        (Some(It), (), "e|ed"),
        (Some(Pt), (), "e"),
    ])
});

pub static TO: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "to|up to|till|until|through|thru|-|..|...|down to|and up to|--|->"),
        (Some(De), (), "bis|bis zu|bis hochstens|bis maximal"),
        (Some(Fr), (), "a|jusqu'a"),
        (Some(Es), (), "a|hasta"),
        (Some(It), (), "a|ad|fino a"),
        (Some(Pt), (), "a|ate"),
    ])
});

pub static UPWARDS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "up|upward|upwards|and up|on|onwards|or more"),
        (Some(De), (), "aufwarts|an"),
        (Some(Es), (), "en adelante"),
        (Some(Pt), (), "em diante|para cima"),
        (Some(It), (), "in su|in poi"),
    ])
});

/// Bounds before their number; the second says whether the word is a comparison's sign.
pub static BOUND: LazyLock<Phrases<(Bound, bool)>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (AtLeast, true), ">="),
        (None, (AtMost, true), "<="),
        (None, (Over, true), ">"),
        (None, (Under, true), "<"),
        (
            None,
            (AtLeast, false),
            "nor below|nor under|nor less than|at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of|minimum|min|min.",
        ),
        (
            None,
            (AtLeast, false),
            "the minimum is|not below|never below|never less than|at minimum|atleast|at the least|not under|no lower than",
        ),
        (
            None,
            (AtLeast, false),
            "never under|not lower than|never fewer than|neither below|neither under|neither less than|never falls below|never drops below|never goes below|never fall below|never drop below|never go below|does not fall below|do not fall below",
        ),
        (
            None,
            (AtMost, false),
            "at most|up to|no more than|not more than|a maximum of|maximum of|maximum|max|max.|not exceeding|capped at",
        ),
        (
            None,
            (AtMost, false),
            "never more than|never above|not above|not over|atmost|at the most|limited to|never exceeds|must not exceed|nor above|nor over|nor more than|nor higher than|nor exceeds|nor exceed|or exceeds|never exceed|does not exceed|do not exceed|never rises above|never goes above|never rise above|never go above|nor rises above|nor goes above",
        ),
        (
            None,
            (AtMost, false),
            "no higher than|not higher than|up to and including|never exceeding|never over|cannot exceed|as many as|as much as",
        ),
        (
            None,
            (Over, false),
            "more than|over|above|greater than|exceeding|larger than|higher than|bigger than|older than|upwards of|longer than",
        ),
        (
            None,
            (Under, false),
            "less than|fewer than|under|below|smaller than|lower than|younger than|shorter than|cheaper than",
        ),
        (Some(De), (AtLeast, false), "mindestens|mind.|nicht weniger als|wenigstens|minimal|ab|nicht unter|zumindest"),
        (Some(De), (AtMost, false), "hochstens|hoechstens|maximal|bis zu|bis|nicht mehr als|nicht uber"),
        (Some(De), (Over, false), "mehr als|uber|ueber|grosser als|hoher als|alter als|oberhalb von"),
        (Some(De), (Under, false), "weniger als|unter|kleiner als|niedriger als|junger als|unterhalb von"),
        (Some(Fr), (AtLeast, false), "au moins|au minimum|minimum|pas moins de|a partir de|min"),
        (Some(Fr), (AtMost, false), "au plus|au maximum|jusqu'a|pas plus de|maximum"),
        (Some(Fr), (Over, false), "plus de|superieur a|superieure a|au-dessus de|plus grand que"),
        (Some(Fr), (Under, false), "moins de|inferieur a|inferieure a|au-dessous de|en dessous de"),
        (Some(Es), (AtLeast, false), "al menos|como minimo|por lo menos|un minimo de|minimo|no menos de|a partir de"),
        (Some(Es), (AtMost, false), "como maximo|a lo sumo|hasta|un maximo de|maximo|no mas de"),
        (Some(Es), (Over, false), "mas de|mayor que|mayor de|superior a|por encima de"),
        (Some(Es), (Under, false), "menos de|menor que|menor de|inferior a|por debajo de"),
        (Some(It), (AtLeast, false), "almeno|come minimo|un minimo di|minimo|non meno di|a partire da"),
        (Some(It), (AtMost, false), "al massimo|fino a|un massimo di|massimo|non piu di"),
        (Some(It), (Over, false), "piu di|oltre|superiore a|maggiore di|sopra"),
        (Some(It), (Under, false), "meno di|inferiore a|minore di|sotto"),
        (Some(Pt), (AtLeast, false), "pelo menos|no minimo|um minimo de|minimo|nao menos de|a partir de|ao menos"),
        (Some(Pt), (AtMost, false), "no maximo|ate|um maximo de|maximo|nao mais de"),
        (Some(Pt), (Over, false), "mais de|maior que|superior a|acima de"),
        (Some(Pt), (Under, false), "menos de|menor que|inferior a|abaixo de"),
    ])
});

/// Bounds behind their number.
pub static BOUND_BEHIND: LazyLock<Phrases<Bound>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            AtLeast,
            "or more|and above|and over|and up|or above|or over|or higher|or greater|or older|and more|and older|minimum|upwards",
        ),
        (
            None,
            AtLeast,
            "at least|at minimum|and upwards|or up|and higher|plus|at the least|min|min.|or later|or longer",
        ),
        (
            None,
            AtMost,
            "or fewer|or less|and below|and under|or below|or under|or lower|or younger|maximum|max|max.|at most|at maximum|tops",
        ),
        (None, AtMost, "and less|and younger|and fewer|at the most|and lower|or shorter"),
        (Some(De), AtLeast, "oder mehr|und mehr|und alter|und daruber|mindestens|aufwarts|oder alter|oder hoher"),
        (Some(De), AtMost, "oder weniger|und weniger|und darunter|hochstens|maximal|oder junger"),
        (Some(Fr), AtLeast, "ou plus|et plus|au moins|au minimum|minimum"),
        (Some(Fr), AtMost, "ou moins|et moins|au plus|au maximum|maximum"),
        (Some(Es), AtLeast, "o mas|y mas|como minimo|al menos"),
        (Some(Es), AtMost, "o menos|y menos|como maximo"),
        (Some(It), AtLeast, "o piu|e piu|come minimo|almeno|in su"),
        (Some(It), AtMost, "o meno|e meno|al massimo"),
        (Some(Pt), AtLeast, "ou mais|e mais|no minimo|pelo menos"),
        (Some(Pt), AtMost, "ou menos|e menos|no maximo"),
    ])
});

pub static EXACTLY: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "exactly|precisely|always exactly|exactly always|just exactly"),
        (Some(De), (), "genau|exakt"),
        (Some(Fr), (), "exactement|precisement"),
        (Some(Es), (), "exactamente"),
        (Some(It), (), "esattamente"),
        (Some(Pt), (), "exatamente"),
    ])
});

pub static PLUS_MINUS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "±|plus or minus|plus minus|plus/minus|plus / minus|plus-minus|give or take"),
        (Some(De), (), "plus minus"),
        (Some(Fr), (), "plus ou moins"),
        (Some(Es), (), "mas menos"),
        (Some(It), (), "piu o meno|piu meno"),
        (Some(Pt), (), "mais ou menos"),
    ])
});
