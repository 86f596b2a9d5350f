//! "Phone is missing for 10%", "a tenth have no phone", "only 30% have a fax", "always present" -> the share of nulls.

use std::ops::Range;

use super::contradict;
use super::edit::{hull, path, prove};
use super::view::View;
use crate::draft::ir::{Column, ColumnType, Role};
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::text::list;
use crate::draft::text::share;

/// Words that say that a value is not there.
const ABSENT: &[&str] = &[
    "missing",
    "empty",
    "null",
    "nulls",
    "blank",
    "blanks",
    "unknown",
    "absent",
    "unset",
    "unfilled",
    "omitted",
    "unavailable",
    "undefined",
    "unspecified",
    "n/a",
    "nullable",
    "missed",
    "fehlt",
    "fehlen",
    "fehlend",
    "leer",
    "unbekannt",
    "manquant",
    "manquante",
    "manquants",
    "manquantes",
    "manque",
    "manquent",
    "vide",
    "vides",
    "inconnu",
    "inconnue",
    "falta",
    "faltan",
    "vacío",
    "vacía",
    "vacíos",
    "vacías",
    "nulo",
    "nula",
    "nulos",
    "nulas",
    "ausente",
    "ausentes",
    "desconocido",
    "desconocida",
    "manca",
    "mancano",
    "mancante",
    "mancanti",
    "vuoto",
    "vuota",
    "vuoti",
    "vuote",
    "nullo",
    "nulli",
    "sconosciuto",
    "faltam",
    "faltando",
    "vazio",
    "vazia",
    "vazios",
    "vazias",
    "em-branco",
    "desconhecido",
    "absente",
    "absents",
    "absentes",
];

/// "Without" and its like, before what is not there.
const WITHOUT: &[&str] = &[
    "without", "lack", "lacks", "lacking", "no", "ohne", "kein", "keine", "keinen", "sans", "sin", "senza", "sem",
    "miss", "misses", "w/o",
];

/// Negations.
const NOT: &[&str] = &[
    "not", "don't", "doesn't", "didn't", "never", "nicht", "pas", "cannot", "can't", "aren't", "isn't", "haven't",
    "hasn't",
];

/// Words that say that a value is there.
const PRESENT: &[&str] =
    &["present", "given", "known", "filled", "set", "available", "provided", "recorded", "populated", "vorhanden"];

/// What says that a value is always there, and that a column may be without.
const REQUIRED: &[&str] = &[
    "required",
    "mandatory",
    "compulsory",
    "obligatory",
    "non-null",
    "not-null",
    "pflichtfeld",
    "pflicht",
    "obligatoire",
    "obligatorio",
    "obligatoria",
    "obbligatorio",
    "obbligatoria",
    "obrigatório",
    "obrigatória",
    "verpflichtend",
];

/// What says that a value may be missing, without how often.
const OPTIONAL: &[&str] = &[
    "optional",
    "optionally",
    "nullable",
    "facultatif",
    "facultative",
    "opcional",
    "opcionales",
    "opcionais",
    "facoltativo",
    "facoltativa",
    "optionnel",
    "optionnelle",
    "opzionale",
];

/// Share of nulls of a column that is only said to be optional.
const OPTIONAL_RATE: f64 = 0.1;

/// Reads shares of missing values.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (place, rate, tokens) = always(&view)
        .or_else(|| only_some(&view))
        .or_else(|| without(&view))
        .or_else(|| or_none(&view))
        .or_else(|| absent(&view))?;
    drop(view);
    set(scene, &place, rate, tokens.clone());
    Some(tokens)
}

/// Reads "optional", "may be missing", "often empty": a share that was not said.
pub fn read_vague(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let (place, rate, tokens) = vague(&view)?;
    drop(view);
    if scene.said.contains_key(&(place.clone(), "null")) {
        scene.prove(&place, tokens.clone());
        return Some(tokens);
    }
    set(scene, &place, rate, tokens.clone());
    let words = scene.quote(tokens.clone());
    scene.assume(path(&place), format!("`{words}` does not say how often {} is missing", place.column), percent(rate));
    Some(tokens)
}

/// Reads "of cases", "of the time" behind a share that has been understood: it says nothing more.
pub fn read_cases(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause);
    let found = view.find(&[
        "of the|all? cases|time|instances|occasions|rows|records|entries",
        "der fälle|zeilen",
        "des cas|lignes",
        "de los casos",
        "dei casi",
        "dos casos",
    ])?;
    let before = found.tokens.start.checked_sub(1)?;
    view.scene.is_claimed(before).then_some(found.tokens)
}

type Reading = (Place, f64, Range<usize>);

/// "always present", "required", "never missing".
fn always(view: &View<'_, '_>) -> Option<Reading> {
    let found = view.find(&[
        "always present|given|known|filled|set|there|available|provided|recorded|populated in?",
        "never|not|nie|jamais|nunca|mai missing|empty|null|blank|absent|unset|leer|vide|nulo|vacío|vuoto|vazio|nullable|unknown|optional",
        "must be? present|given|known|filled|set|provided",
        "must|may|can not be missing|empty|null|blank|absent",
        "cannot be missing|empty|null|blank|absent",
        "no missing|empty|null|blank values|entries|nulls|blanks?",
        "no nulls|blanks|gaps",
        "immer vorhanden|gefüllt|gesetzt|angegeben|ausgefüllt",
        "toujours présent|présente|renseigné|renseignée|rempli|remplie",
        "siempre presente|presentes|informado|rellenado",
        "sempre presente|presenti|presentes|preenchido|compilato",
    ]);
    if let Some(found) = found {
        return Some((view.subject(&found.tokens)?, 0.0, found.tokens));
    }
    let all = view.find(&[
        "all|everyone|everybody of? them? have|has a|an|their %col",
        "every|each %table has|have a|an|its|their %col",
        "all the|of? these|them? %table have|has a|an|their %col",
    ]);
    if let Some(found) = all.filter(|found| view.share_near(found.tokens.start).is_none()) {
        return Some((found.column()?, 0.0, found.tokens));
    }
    let at = view.word(REQUIRED)?;
    let negated = at > view.clause.start && matches!(view.norm(at - 1), "not" | "nicht" | "pas" | "no" | "non" | "não");
    if negated { None } else { Some((view.subject(&(at..at + 1))?, 0.0, at..at + 1)) }
}

/// "only 30% have a fax number", "phone is given for 80%".
fn only_some(view: &View<'_, '_>) -> Option<Reading> {
    let have = view.find(&[
        "only|just|merely %share .. have|has|carry|carries|get|gets|with|give|gave|left|provide|list a|an|their|any|some|the? .. %col",
        "%share .. have|has|carry|carries|gave|left|provide|provided|entered a|an|their|any|some %col",
        "in|for only|just? %share of the|all? cases|rows|records|instances|them a|an|the? %col",
        "nur %share .. haben|hat eine|einen|ein? .. %col",
        "seulement %share .. ont|a une|un? .. %col",
        "solo|sólo %share .. tienen|tiene|hanno|ha un|una? .. %col",
        "só|apenas|somente %share .. têm|tem um|uma? .. %col",
    ]);
    if let Some(found) = have
        && !found.tokens.clone().any(|at| WITHOUT.contains(&view.norm(at)) || NOT.contains(&view.norm(at)))
    {
        return Some((found.column()?, share::rest(found.share()?), found.tokens));
    }
    if let Some(reading) = in_only(view) {
        return Some(reading);
    }
    let at = view.word(PRESENT).filter(|at| !matches!(view.norm(at.wrapping_sub(1)), "not" | "un" | "nicht"))?;
    if is_one_of_all(view, at) {
        return None;
    }
    let (rate, tokens) = view.share_of(&(at..at + 1))?;
    let place = view.subject(&hull(&tokens, &(at..at + 1)))?;
    Some((place, share::rest(rate), hull(&tokens, &(at..at + 1))))
}

/// "a remark in only 5% of the samples", "website (only 10 percent have one)", "club (40% have none)".
fn in_only(view: &View<'_, '_>) -> Option<Reading> {
    let one = view.find(&[
        "only|just|merely? %share of? the|them? %table? have|has|got|own one",
        "in|for|on only|just|merely %share",
    ]);
    let (found, is_there) = match one {
        Some(found) => (found, true),
        None => (view.find(&["%share of? the|them? %table? have|has|got|own none"])?, false),
    };
    let share = found.share()?;
    let rate = if is_there { share::rest(share) } else { share };
    let place = view.subject(&found.tokens)?;
    view.column(&place).filter(|column| !super::values::is_boolean(column))?;
    Some((place, rate, found.tokens))
}

/// "a tenth of the members have no phone number", "without an e-mail for 5%".
fn without(view: &View<'_, '_>) -> Option<Reading> {
    if let Some(reading) = not_yet(view).or_else(|| relative(view)).or_else(|| nth(view)) {
        return Some(reading);
    }
    let unknown = view.find(&[
        "nobody|noone|no-one|none knows|knew|remembers|noted|recorded|has it? noted|recorded? for|in|of|with %share",
        "no one knows|knew|remembers|noted|recorded it? for|in|of|with %share",
    ]);
    if let Some(found) = unknown {
        return Some((view.subject(&found.tokens)?, found.share()?, found.tokens));
    }
    let found = view.find(&[
        "without|lack|lacks|lacking|no|ohne|kein|keine|keinen|sans|sin|senza|sem|miss|misses|missing|w/o a|an|any|their|the|its? .. %col",
        "do|does|did not have|give|provide|leave|list|carry a|an|any|their|the? .. %col",
        "don't|doesn't|didn't have|give|provide|leave|list|carry a|an|any|their|the? .. %col",
        "n'ont|n'a pas de|d'|d'un|d'une? %col",
        "no|non|não tienen|tiene|hanno|ha|têm|tem un|una|um|uma? %col",
        "haben|hat kein|keine|keinen %col",
    ])?;
    let place = found.column()?;
    let start = found.tokens.start;
    let (rate, share) = view.share_of(&found.tokens).or_else(|| view.share_near(start))?;
    Some((place, rate, hull(&share, &found.tokens)))
}

/// "a rating that a third of them lack", "a nickname which 10% of the members do not have".
fn relative(view: &View<'_, '_>) -> Option<Reading> {
    let found = view.find(&[
        "that|which %share .. lack|lacks|miss|misses",
        "that|which %share .. do|does|did not have|give|list|know",
        "that|which %share .. don't|doesn't|didn't have|give|list|know",
    ])?;
    let place = view.subject(&found.tokens)?;
    Some((place, found.share()?, found.tokens))
}

/// "every tenth picker has no remark", "no remark for every tenth picker": the share is an ordinal.
fn nth(view: &View<'_, '_>) -> Option<Reading> {
    let found = view.find(&[
        "%share %table? .. has|have no %col",
        "%share %table? .. lacks|misses a|an|the? %col",
        "no %col for|in|with %share",
    ])?;
    Some((found.column()?, found.share()?, found.tokens))
}

/// "paid after it was issued, or not at all (12%)", "a payment date or none (12%)".
fn or_none(view: &View<'_, '_>) -> Option<Reading> {
    let found = view.find(&[
        "or|but not at all (|,|:|for|in? %share",
        "or|but not yet (|,|:|for|in? %share",
        "or|but none|never|nothing (|,|:|for|in? %share",
        "( %share without|none|lacking )",
        "oder nie|nicht|keine|keines (|,|:|bei|in? %share",
    ])?;
    // "Paid after it was issued or not at all" is said of the payment, the column of the item.
    let place = view.scene.place().or_else(|| view.subject(&found.tokens))?;
    Some((place, found.share()?, found.tokens))
}

/// "8% are not returned yet", "10% never paid": the time of what has not come about.
fn not_yet(view: &View<'_, '_>) -> Option<Reading> {
    let at = view.word(&["not", "never", "nicht", "noch"])?;
    let events = super::events::events(view);
    let event = events.into_iter().find(|(_, tokens)| tokens.start > at && tokens.start <= at + 3);
    let (place, event) = event.or_else(|| given(view, at + 1..at + 4))?;
    if view.has(&["before", "after", "earlier", "later"]) {
        return None;
    }
    let (rate, share) = view.share_of(&(at..event.end))?;
    let tokens = hull(&share, &(at..event.end));
    let end = if view.norm(tokens.end) == "yet" { tokens.end + 1 } else { tokens.end };
    (event.start < share.start || share.end <= at + 1).then_some((place, rate, tokens.start..end))
}

/// "15% are not graded yet": the grade, which what is done would give.
fn given(view: &View<'_, '_>, tokens: Range<usize>) -> Option<(Place, Range<usize>)> {
    let table = view.ir_table(view.scene.focus.table.as_deref()?)?;
    tokens.filter(|at| crate::draft::offline::words::is_participle(view.norm(*at))).find_map(|at| {
        let stem = super::events::stem(view.norm(at));
        let is_given = |column: &&Column| {
            let last = column.name.rsplit('_').next().unwrap_or_default();
            column.role == Role::Attribute
                && column.r#type != ColumnType::Boolean
                && column.generator != "bool"
                && stem.len() >= 3
                && super::events::stem(last) == stem
        };
        let column = table.columns.iter().find(is_given)?;
        Some((Place { table: table.name.clone(), column: column.name.clone() }, at..at + 1))
    })
}

/// "missing for 10%", "10% are empty", "10% nulls".
fn absent(view: &View<'_, '_>) -> Option<Reading> {
    let found = view
        .find(&["not|un filled|given|known|set|available|provided|recorded|specified|stated|entered|present in?"])
        .map(|found| found.tokens)
        .or_else(|| view.find(&["left blank|empty|out|open"]).map(|found| found.tokens))
        .or_else(|| view.word(ABSENT).map(|at| at..at + 1))
        .or_else(|| view.word(OPTIONAL).map(|at| at..at + 1))?;
    if is_value(view, &found) {
        return None;
    }
    if let Some(reading) = one_of_pair(view, &found) {
        return Some(reading);
    }
    let (rate, share) = view.share_of(&found)?;
    let tokens = hull(&share, &found);
    let place = subject(view, &share, &tokens)?;
    Some((place, rate, tokens))
}

/// "40% male, 40% female and the rest unknown": the word is one of several values with their shares.
fn is_value(view: &View<'_, '_>, found: &Range<usize>) -> bool {
    if is_one_of_all(view, found.start) {
        return true;
    }
    let is_word = matches!(view.norm(found.start), "unknown" | "undefined" | "unspecified" | "unbekannt" | "inconnu");
    let is_rest = |at: usize| matches!(view.norm(at), "rest" | "others" | "remainder" | "other" | "remaining");
    let behind_rest = (found.start.saturating_sub(2)..found.start).any(is_rest);
    let shares = view.clause.clone().filter(|at| view.share_at(*at).is_some()).count();
    is_word && behind_rest && shares >= 1
}

/// "present (92%), late (5%) or absent (3%)": a word that is a value itself, as its share and those beside it come to a whole.
fn is_one_of_all(view: &View<'_, '_>, at: usize) -> bool {
    let text = view.scene.text;
    let is_whole = |from: usize| {
        let Some(found) = list::list(text, from).filter(|found| found.end > at && found.end <= view.clause.end + 1)
        else {
            return false;
        };
        let sum: f64 = found.value.iter().filter_map(|item| item.weight).sum();
        let is_item = found.value.iter().any(|item| item.tokens == (at..at + 1));
        let shares = (from..found.end).filter(|at| view.share_at(*at).is_some()).count();
        is_item && shares >= 2 && (99.0..=101.0).contains(&sum) && found.value.iter().all(|item| item.weight.is_some())
    };
    (at.saturating_sub(VALUES).max(view.clause.start)..=at).any(is_whole)
}

/// How many tokens before a value the list of all may begin.
const VALUES: usize = 24;

/// "8% of the phones and 40% of the budgets are unknown": the first of them that is not understood; what says that they are
/// not there is left for the last.
fn one_of_pair(view: &View<'_, '_>, found: &Range<usize>) -> Option<Reading> {
    let pairs: Vec<Reading> = (view.clause.start..found.start)
        .filter_map(|at| {
            let (rate, end) = view.share_at(at).filter(|(_, end)| view.scene.is_free(at..*end))?;
            let noun = super::phrase::reach(view, "of the|all|our|their?", end)?;
            let (place, behind) = view.column_at(noun)?;
            Some((place, rate, at..behind))
        })
        .collect();
    (pairs.len() >= 2).then(|| pairs.into_iter().next()).flatten()
}

/// What a share of missing values is about: "10% of the phones are missing" names it behind the share.
fn subject(view: &View<'_, '_>, share: &Range<usize>, tokens: &Range<usize>) -> Option<Place> {
    let inside = view.mentions().iter().find(|(_, at)| at.start >= share.end && at.end <= tokens.end);
    inside.map(|(place, _)| place.clone()).or_else(|| view.subject(tokens))
}

/// What says that a value is missing now and then -> the share that is meant by it.
const VAGUE: &[(&str, f64)] = &[
    ("often|frequently missing|empty|null|blank|unknown|absent|unset", 0.4),
    ("mostly|usually missing|empty|null|blank|unknown|absent|unset", 0.8),
    ("rarely|seldom|hardly|barely missing|empty|null|blank|unknown|absent|unset", 0.02),
    ("sometimes|occasionally|partly|partially missing|empty|null|blank|unknown|absent|unset", OPTIONAL_RATE),
    ("may|can|might|could be left? missing|empty|null|blank|unknown|absent|unset|omitted", OPTIONAL_RATE),
    ("oft fehlend|leer|unbekannt", 0.4),
    ("manchmal|selten fehlend|leer|unbekannt", OPTIONAL_RATE),
    ("souvent vide|vides|absent|manquant", 0.4),
    ("parfois vide|vides|absent|manquant", OPTIONAL_RATE),
    ("many .. have|has|with|give no|without a|an|any|their? .. %col", 0.6),
    ("most .. have|has|with|give no|without a|an|any|their? .. %col", 0.8),
    ("few .. have|has|with|give no|without a|an|any|their? .. %col", 0.05),
    ("some|several .. have|has|with|give no|without a|an|any|their? .. %col", 0.2),
    ("not all|every|everyone|everybody|each .. have|has|with|give|gives a|an|any|their? .. %col", 0.2),
    ("where|if|when known|given|available|present|applicable", OPTIONAL_RATE),
    ("if any", OPTIONAL_RATE),
];

/// "optional", "sometimes missing".
fn vague(view: &View<'_, '_>) -> Option<Reading> {
    let found = VAGUE.iter().find_map(|(pattern, rate)| Some((view.find(&[pattern])?, *rate)));
    if let Some((found, rate)) = found {
        let place = found.column().or_else(|| view.subject(&found.tokens))?;
        return Some((place, rate, found.tokens));
    }
    let at = view.word(OPTIONAL)?;
    let ahead = [at + 1, at + 2].into_iter().find_map(|at| view.column_at(at)).map(|(place, _)| place);
    let place = ahead.or_else(|| view.subject(&(at..at + 1)))?;
    Some((place, OPTIONAL_RATE, at..at + 1))
}

fn percent(rate: f64) -> String {
    format!("{}%", super::edit::plain(rate * 100.0))
}

/// Sets the share of nulls; of a reference that of its relationship.
pub fn set(scene: &mut Scene<'_>, place: &Place, rate: f64, tokens: Range<usize>) {
    scene.claim(tokens.clone());
    if contradict::share(scene, &tokens, rate) || contradict::nulls(scene, place, rate, &tokens) {
        return;
    }
    let tie = scene.ir.relationships.iter_mut();
    for relationship in tie.filter(|tie| tie.child_table == place.table && tie.child_column == place.column) {
        relationship.null_rate = rate;
    }
    if let Some(column) = scene.column_mut(place) {
        column.null_rate = rate;
    }
    prove(scene, place, tokens);
}
