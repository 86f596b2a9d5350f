//! `for a nurse I want name and badge number`, `de cada jugador queremos nombre y edad` -> columns of the table that is named first.

use std::ops::Range;

use super::Scan;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;

/// Words that lead to the rows of which something is wanted.
const LEADS: &[&str] = &[
    "for",
    "of",
    "from",
    "about",
    "per",
    "with",
    "on",
    "regarding",
    "concerning",
    "von",
    "vom",
    "für",
    "pro",
    "bei",
    "zu",
    "zum",
    "zur",
    "über",
    "pour",
    "de",
    "du",
    "des",
    "d",
    "par",
    "sur",
    "di",
    "del",
    "della",
    "per",
    "para",
    "por",
    "sobre",
    "do",
    "da",
    "em",
    "em",
    "su",
];

/// Words that say that something is wanted or kept.
const WANTS: &[&str] = &[
    "want",
    "need",
    "like",
    "know",
    "see",
    "store",
    "record",
    "keep",
    "track",
    "save",
    "require",
    "expect",
    "note",
    "log",
    "hold",
    "capture",
    "collect",
    "register",
    "show",
    "display",
    "list",
    "print",
    "brauche",
    "brauchen",
    "benötige",
    "benötigen",
    "möchte",
    "möchten",
    "wollen",
    "will",
    "speichern",
    "erfassen",
    "kennen",
    "wissen",
    "interessieren",
    "interessiert",
    "veux",
    "voulons",
    "voudrais",
    "voudrions",
    "faut",
    "besoin",
    "souhaite",
    "souhaitons",
    "garde",
    "gardons",
    "enregistre",
    "connaît",
    "connaissons",
    "quiero",
    "queremos",
    "necesito",
    "necesitamos",
    "guardamos",
    "guarda",
    "interesa",
    "interesan",
    "quisiera",
    "sabemos",
    "conocemos",
    "voglio",
    "vogliamo",
    "vorrei",
    "vorremmo",
    "servono",
    "serve",
    "registriamo",
    "quero",
    "preciso",
    "precisamos",
    "interessa",
    "interessam",
];

/// Words that may stand beside those, and say nothing.
const BESIDE: &[&str] = &[
    "i",
    "i'd",
    "we",
    "we'd",
    "you",
    "they",
    "us",
    "me",
    "please",
    "would",
    "should",
    "must",
    "just",
    "only",
    "to",
    "have",
    "also",
    "at",
    "least",
    "there",
    "is",
    "are",
    ",",
    "wir",
    "ich",
    "bitte",
    "auch",
    "nur",
    "uns",
    "mich",
    "je",
    "j",
    "nous",
    "on",
    "il",
    "nos",
    "nous",
    "ont",
    "avoir",
    "a",
    "me",
    "se",
    "y",
    "ci",
    "mi",
    "de",
    "d",
    "'",
    "also",
    "tener",
    "conocer",
    "saber",
    "ter",
    "saber",
    "sapere",
    "avere",
    "savoir",
    "connaître",
    "haben",
];

/// How far what a pronoun stands for may be, in tokens.
const REACH: usize = 14;

impl Scan {
    /// A wish at the beginning of a clause: the token behind its list of columns.
    pub(super) fn wish(&mut self, scene: &mut Scene<'_>, frame: &mut Frame) -> Option<usize> {
        if let Some(end) = self.wish_of_them(scene, frame) {
            return Some(end);
        }
        let start = self.start;
        let is_each = |at: usize| scene.does(at, Does::Distributes);
        let led = LEADS.contains(&scene.text.norm(start)) || is_each(start);
        let noun = (start..self.end.min(start + 4))
            .find(|at| !(LEADS.contains(&scene.text.norm(*at)) || is_each(*at) || scene.does(*at, Does::Determines)))?;
        let phrase = scene.rows_phrase(noun, self.end).filter(|phrase| led && tables::may_be(scene, phrase))?;
        let list = self.list_behind_wish(scene, phrase.whole.end)?;
        let words = scene.words(phrase.name.clone());
        let known = tables::known(scene, &words).or_else(|| tables::compound(scene, &words));
        let is_noun = lex::is_table_noun(&words, scene.language) && !lex::is_column(&words, scene.language);
        let table = match known {
            Some(known) => known,
            None if is_noun => tables::declare(scene, phrase.name.clone()),
            None => return None,
        };
        frame.bare.insert(table.clone());
        scene.claim(start..list.start);
        let stop = columns::read(scene, frame, &table, list.start, list.end).max(list.start);
        self.subject = Some(table.clone());
        self.last = Some((table, stop));
        Some(stop)
    }

    /// `for them we need a name`, `of each we store the weight`: columns of what was spoken of.
    fn wish_of_them(&mut self, scene: &mut Scene<'_>, frame: &mut Frame) -> Option<usize> {
        let start = self.start;
        let led = LEADS.contains(&scene.text.norm(start));
        let is_them = |at: usize| {
            matches!(
                scene.text.norm(at),
                "them" | "these" | "those" | "it" | "ihnen" | "diesen" | "eux" | "ellos" | "loro" | "eles"
            )
        };
        let is_each =
            |at: usize| matches!(scene.text.norm(at), "each" | "jedem" | "jeder" | "chacun" | "cada" | "ciascuno");
        let behind = match () {
            () if !led => return None,
            () if is_them(start + 1) => start + 2,
            () if is_each(start + 1) && scene.text.norm(start + 2) == "of" && is_them(start + 3) => start + 4,
            () if is_each(start + 1) && !scene.is_nominal(start + 2) => start + 2,
            () => return None,
        };
        // What was named last in the plural is what "them" stands for.
        let near = (start.saturating_sub(REACH)..start)
            .rev()
            .find(|at| scene.is_plural(*at) && scene.table_word(*at).is_some());
        let named = near.and_then(|at| scene.table_word(at));
        let table = named.or_else(|| scene.focus.table.clone())?;
        let list = self.list_behind_wish(scene, behind)?;
        scene.claim(start..list.start);
        let stop = columns::read(scene, frame, &table, list.start, list.end).max(list.start);
        self.subject = Some(table.clone());
        self.last = Some((table, stop));
        Some(stop)
    }

    /// The list behind words that want it.
    fn list_behind_wish(&self, scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
        let is_wish = |at: usize| WANTS.contains(&scene.text.norm(at));
        let is_filler = |at: usize| is_wish(at) || BESIDE.contains(&scene.text.norm(at));
        let list = (at..self.end).find(|at| !is_filler(*at))?;
        let wants = (at..list).any(is_wish);
        let item = columns::cut(scene, list, self.end).into_iter().next()?;
        let counts = scene.quantity(item.start, item.end).is_some();
        // "For the new app I need test data": what is wanted is data and no column.
        let last = scene.item_phrase(item.start, item.end).map(|phrase| phrase.name.end - 1);
        let is_data = |at: usize| {
            matches!(
                scene.text.norm(at),
                "data" | "dataset" | "datasets" | "following" | "daten" | "données" | "datos" | "dati" | "dados"
            )
        };
        if last.is_some_and(is_data) {
            return None;
        }
        let is_list =
            scene.item_phrase(item.start, item.end).is_some() && !columns::starts_clause(scene, list, self.end);
        (wants && is_list && !counts).then_some(list..self.end)
    }
}
