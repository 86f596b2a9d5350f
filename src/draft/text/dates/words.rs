//! The words of dates in six languages.

use std::sync::LazyLock;

use super::super::Phrases;
use super::super::language::Language::{De, En, Es, Fr, It, Pt};

/// Months by their names; English names that are verbs as well are told apart by their neighbours.
pub static MONTHS: LazyLock<Phrases<i64>> = LazyLock::new(|| {
    let names = [
        (
            En,
            "january|jan|jan. february|feb|feb. march|mar|mar. april|apr|apr. may june|jun|jun. july|jul|jul. august|aug|aug. \
              september|sept|sept.|sep|sep. october|oct|oct. november|nov|nov. december|dec|dec.",
        ),
        (
            De,
            "januar|janner|jan februar|feb marz|maerz|mrz april|apr mai juni|jun juli|jul august|aug september|sept oktober|okt|okt. \
              november|nov dezember|dez|dez.",
        ),
        (
            Fr,
            "janvier|janv. fevrier|fevr. mars avril|avr. mai juin juillet|juil. aout septembre|sept. octobre novembre decembre",
        ),
        (
            Es,
            "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre diciembre|dic",
        ),
        (
            It,
            "gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto|ago settembre|set ottobre|ott novembre dicembre|dic",
        ),
        (
            Pt,
            "janeiro fevereiro|fev marco abril|abr maio junho julho agosto|ago setembro|set outubro|out novembro dezembro|dez",
        ),
    ];
    let groups: Vec<_> = names
        .iter()
        .flat_map(|(language, names)| {
            names.split_whitespace().enumerate().map(|(n, names)| (Some(*language), n as i64 + 1, names))
        })
        .collect();
    Phrases::new(&groups)
});

/// What is longer or shorter than a month, and has a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Three months.
    Quarter,
    /// Six months.
    Half,
}

pub static PARTS: LazyLock<Phrases<Part>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, Part::Quarter, "quarter"),
        (None, Part::Half, "half|half-year|half year|semester"),
        (Some(De), Part::Quarter, "quartal|quartals|vierteljahr"),
        (Some(De), Part::Half, "halbjahr|halfte"),
        (Some(Fr), Part::Quarter, "trimestre"),
        (Some(Fr), Part::Half, "semestre|moitie"),
        (Some(Es), Part::Quarter, "trimestre"),
        (Some(Es), Part::Half, "semestre|mitad"),
        (Some(It), Part::Quarter, "trimestre"),
        (Some(It), Part::Half, "semestre|meta"),
        (Some(Pt), Part::Quarter, "trimestre"),
        (Some(Pt), Part::Half, "semestre|metade"),
    ])
});

/// Seasons of the northern half of the earth by their first month.
pub static SEASONS: LazyLock<Phrases<i64>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, 3, "spring"),
        (None, 6, "summer"),
        (None, 9, "autumn|fall"),
        (None, 12, "winter"),
        (Some(De), 3, "fruhling|fruhjahr"),
        (Some(De), 6, "sommer"),
        (Some(De), 9, "herbst"),
        (Some(Fr), 3, "printemps"),
        (Some(Fr), 6, "ete|l'ete"),
        (Some(Fr), 9, "automne|l'automne"),
        (Some(Fr), 12, "hiver|l'hiver"),
        (Some(Es), 3, "primavera"),
        (Some(Es), 6, "verano"),
        (Some(Es), 9, "otono"),
        (Some(Es), 12, "invierno"),
        (Some(It), 3, "primavera"),
        (Some(It), 6, "estate"),
        (Some(It), 9, "autunno"),
        (Some(It), 12, "inverno"),
        (Some(Pt), 3, "primavera"),
        (Some(Pt), 6, "verao"),
        (Some(Pt), 9, "outono"),
        (Some(Pt), 12, "inverno"),
    ])
});

/// Words between the parts of a date, and before it.
pub static FLUFF: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "the|the year|year|calendar year|the month of|month of|the calendar year|all of|the whole of|the entire year|the years",
        ),
        (Some(De), (), "der|die|den|dem|das|jahr|dem jahr|des jahres|monat|im jahr|im monat|jahres"),
        (Some(Fr), (), "le|la|les|l'annee|annee|l'an|le mois de|du mois de|d'annee"),
        (Some(Es), (), "el|la|los|las|ano|el ano|del ano|el mes de|mes de"),
        (Some(It), (), "il|lo|la|i|gli|le|l'anno|anno|mese di|il mese di"),
        (Some(Pt), (), "o|a|os|as|ano|o ano|mes de|ano de|o mes de"),
    ])
});

pub static OF: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (), "of|of the year|in|of the"),
        (Some(De), (), "des jahres|von|im jahr|des|vom"),
        (Some(Fr), (), "de|de l'annee|d'|de l'an"),
        (Some(Es), (), "de|del|del ano|de el"),
        (Some(It), (), "di|del|dell'anno|dello"),
        (Some(Pt), (), "de|do|do ano|do ano de"),
    ])
});

/// Prepositions of a span: "in 2023", "during March".
pub static IN: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "in|during|throughout|over|for|within|on|across|dated|all through|in the course of|all of|for all of|of",
        ),
        (
            Some(De),
            (),
            "in|im|am|wahrend|fur|uber|im lauf des|im laufe von|aus|vom|aus dem|im jahr|im jahre|innerhalb von",
        ),
        (Some(Fr), (), "en|pendant|durant|au cours de|au cours du|pour|au|dans|de|du|au mois de|le"),
        (Some(Es), (), "en|durante|para|a lo largo de|de|del|el|durante el|en el"),
        (Some(It), (), "nel|in|durante|per|a|nel corso del|del|di|il|durante il|nel mese di|nell'"),
        (Some(Pt), (), "em|durante|no|na|ao longo de|para|de|do|durante o"),
    ])
});

pub static SINCE: LazyLock<Phrases<bool>> = LazyLock::new(|| {
    // `true`: the day or span itself is out.
    Phrases::new(&[
        (
            None,
            false,
            "since|starting in|starting on|starting from|beginning in|beginning on|as of|from|starting|beginning|no earlier than",
        ),
        (None, false, "not before|on or after|starting with|since the beginning of|since the start of"),
        (None, true, "after|later than"),
        (Some(De), false, "seit|ab|ab dem|seit dem|seit anfang"),
        (Some(De), true, "nach|nach dem"),
        (Some(Fr), false, "depuis|a partir de|a partir du|depuis le"),
        (Some(Fr), true, "apres|apres le"),
        (Some(Es), false, "desde|a partir de|a partir del|desde el"),
        (Some(Es), true, "despues de|despues del"),
        (Some(It), false, "dal|a partire dal|da|dall'|dallo|a partire da"),
        (Some(It), true, "dopo|dopo il"),
        (Some(Pt), false, "desde|a partir de|desde o"),
        (Some(Pt), true, "depois de|apos"),
    ])
});

pub static UNTIL: LazyLock<Phrases<bool>> = LazyLock::new(|| {
    // `true`: the day or span itself is out.
    Phrases::new(&[
        (
            None,
            false,
            "until|till|up to|through|no later than|not after|on or before|up until|ending in|ending on|ending|not later than",
        ),
        (None, true, "before|earlier than|prior to"),
        (Some(De), false, "bis|bis zum|bis ende"),
        (Some(De), true, "vor|vor dem"),
        (Some(Fr), false, "jusqu'a|jusqu'au|jusqu'en"),
        (Some(Fr), true, "avant|avant le"),
        (Some(Es), false, "hasta|hasta el"),
        (Some(Es), true, "antes de|antes del"),
        (Some(It), false, "fino al|fino a"),
        (Some(It), true, "prima del|prima di"),
        (Some(Pt), false, "ate|ate o"),
        (Some(Pt), true, "antes de"),
    ])
});

pub static FROM: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "from|starting|starting in|starting on|dated from|running from|between|in between|anywhere between|ranging from",
        ),
        (Some(De), (), "von|vom|zwischen|zwischen dem"),
        (Some(Fr), (), "de|du|entre|entre le|d'"),
        (Some(Es), (), "de|del|desde|entre|desde el|entre el"),
        (Some(It), (), "da|dal|tra|fra|dall'|tra il|fra il"),
        (Some(Pt), (), "de|desde|entre|do|entre o"),
    ])
});

pub static TO: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "to|until|till|through|thru|and|-|up to|up until|to the end of|..|through to|--|->|inclusive to|...",
        ),
        (Some(De), (), "bis|bis zum|und|und dem|bis ende"),
        (Some(Fr), (), "a|au|jusqu'a|jusqu'au|et|et le"),
        (Some(Es), (), "a|al|hasta|y|hasta el|y el"),
        (Some(It), (), "a|al|fino a|fino al|e|e il"),
        (Some(Pt), (), "a|ate|e|ao|ate o|e o"),
    ])
});

/// Words that mean the day of the draft.
pub static TODAY: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "today|now|the present|present|the present day|current date|the current date|present day|this day|yesterday",
        ),
        (Some(De), (), "heute|jetzt"),
        (Some(Fr), (), "aujourd'hui|maintenant|ce jour"),
        (Some(Es), (), "hoy|ahora|la actualidad"),
        (Some(It), (), "oggi|adesso|ora"),
        (Some(Pt), (), "hoje|agora"),
    ])
});

/// Which way from today a span lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// The calendar's unit before this one, or so many units up to today.
    Last,
    /// So many units up to today: "the past year".
    Past,
    /// The calendar's unit of today, up to today.
    This,
    /// The calendar's next unit, or so many from today on.
    Next,
}

pub static WAYS: LazyLock<Phrases<Way>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, Way::Last, "last|previous|preceding"),
        (None, Way::Past, "past|most recent|trailing|recent|latest"),
        (None, Way::This, "this|the current|current"),
        (None, Way::Next, "next|coming|upcoming|following"),
        (
            Some(De),
            Way::Last,
            "letzten|letztes|letzter|letzte|letztem|vorigen|voriges|vergangenen|vergangene|vergangenes|vergangener",
        ),
        (Some(De), Way::This, "dieses|diesen|dieser|diesem|laufenden|aktuellen"),
        (Some(De), Way::Next, "nachsten|nachstes|nachste|kommenden|nachster"),
        (Some(Fr), Way::Last, "derniers|dernieres|dernier|derniere"),
        (Some(Fr), Way::This, "cette|ce"),
        (Some(Fr), Way::Next, "prochains|prochaines|prochain|prochaine"),
        (Some(Es), Way::Last, "ultimos|ultimas|ultimo|ultima"),
        (Some(Es), Way::This, "este|esta"),
        (Some(Es), Way::Next, "proximos|proximas|proximo|proxima"),
        (Some(It), Way::Last, "ultimi|ultime|ultimo|ultima|scorsi|scorse"),
        (Some(It), Way::This, "quest'|questo|questa"),
        (Some(It), Way::Next, "prossimi|prossime|prossimo|prossima"),
        (Some(Pt), Way::Last, "ultimos|ultimas|ultimo|ultima"),
        (Some(Pt), Way::This, "este|esta|neste|nesta"),
        (Some(Pt), Way::Next, "proximos|proximas|proximo|proxima"),
    ])
});

/// Units with such a word behind or within them: "l'année dernière", "el año pasado"; how many months they have.
pub static UNIT_WAYS: LazyLock<Phrases<(Way, i64)>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, (Way::This, 12), "year to date|ytd|the year so far|this year so far"),
        (Some(Fr), (Way::Last, 12), "l'annee derniere|l'an dernier|l'annee passee|annee derniere"),
        (Some(Fr), (Way::Last, 1), "le mois dernier|mois dernier"),
        (Some(Es), (Way::Last, 12), "el ano pasado|ano pasado"),
        (Some(Es), (Way::Last, 1), "el mes pasado|mes pasado"),
        (Some(It), (Way::Last, 12), "l'anno scorso|anno scorso"),
        (Some(It), (Way::Last, 1), "il mese scorso|mese scorso"),
        (Some(It), (Way::This, 12), "quest'anno"),
        (Some(Pt), (Way::Last, 12), "o ano passado|ano passado"),
        (Some(Pt), (Way::Last, 1), "o mes passado|mes passado"),
    ])
});

/// What ties a length of time to a day: `true` before it, `false` behind it.
pub static BEFORE: LazyLock<Phrases<(bool, bool)>> = LazyLock::new(|| {
    // The second: whether the day itself belongs to the span.
    Phrases::new(&[
        (
            None,
            (true, false),
            "before|preceding|prior to|leading up to|up to|until|in advance of|running up to|previous to|leading to",
        ),
        (None, (true, true), "ending|ending on|ending in|up to and including|ending with|to"),
        (None, (false, false), "after|following|subsequent to|past"),
        (
            None,
            (false, true),
            "from|starting|starting on|starting from|beginning|beginning on|since|starting in|starting with|beginning in|from the",
        ),
        (None, (false, true), "starting at|beginning with|beginning at|commencing"),
        (Some(De), (true, false), "vor|vor dem|bis zum|bis"),
        (Some(De), (false, false), "nach|nach dem"),
        (Some(De), (false, true), "ab|ab dem|seit"),
        (Some(Fr), (true, false), "avant|avant le|precedant|precedant le|avant la"),
        (Some(Fr), (false, false), "apres|apres le|suivant|suivant le"),
        (Some(Fr), (false, true), "a partir du|a partir de|a compter du"),
        (Some(Es), (true, false), "antes de|antes del|anteriores a|anteriores al|previos a|previos al"),
        (Some(Es), (false, false), "despues de|despues del|posteriores a|posteriores al"),
        (Some(Es), (false, true), "a partir de|a partir del|desde|desde el"),
        (Some(It), (true, false), "prima di|prima del|precedenti|precedenti il|prima dell'"),
        (Some(It), (false, false), "dopo|dopo il|successivi al"),
        (Some(It), (false, true), "a partire dal|dal|a partire da"),
        (Some(Pt), (true, false), "antes de|anteriores a|antes do"),
        (Some(Pt), (false, false), "depois de|apos|depois do"),
        (Some(Pt), (false, true), "a partir de|desde"),
    ])
});

/// The first or last days of a span.
pub static FIRST_LAST: LazyLock<Phrases<bool>> = LazyLock::new(|| {
    Phrases::new(&[
        (None, true, "first|opening|initial"),
        (None, false, "last|final|closing"),
        (Some(De), true, "ersten"),
        (Some(De), false, "letzten"),
        (Some(Fr), true, "premiers|premieres"),
        (Some(Fr), false, "derniers|dernieres"),
        (Some(Es), true, "primeros|primeras"),
        (Some(Es), false, "ultimos|ultimas"),
        (Some(It), true, "primi|prime"),
        (Some(It), false, "ultimi|ultime"),
        (Some(Pt), true, "primeiros|primeiras"),
        (Some(Pt), false, "ultimos|ultimas"),
    ])
});

/// Words before a length of time that stands for a window up to today.
pub static SPANNING: LazyLock<Phrases<()>> = LazyLock::new(|| {
    Phrases::new(&[
        (
            None,
            (),
            "spanning|covering|over the course of|over a period of|stretching over|spread over|over a span of|across a period of",
        ),
        (None, (), "within a period of|distributed over|spanned over|covering a period of|over a window of"),
        (Some(De), (), "uber einen zeitraum von|verteilt uber"),
        (Some(Fr), (), "sur une periode de|couvrant|sur une duree de"),
        (Some(Es), (), "a lo largo de|durante un periodo de"),
        (Some(It), (), "per un periodo di|su un periodo di"),
        (Some(Pt), (), "ao longo de|por um periodo de"),
    ])
});
