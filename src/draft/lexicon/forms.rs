//! Forms of names that say what a column is, whatever it is called: `is_active`, `approved_at`, `number of rooms`, `customer_id`.

use super::guess::{Answer, Said};
use super::language::Language;
use super::{making, measure, nouns, tables};
use crate::draft::ir::Role;

/// A key of the table's own: `id`, or `member id` of members.
pub fn key(said: &Said) -> Option<Answer> {
    let (last, before) = said.words.split_last()?;
    let is_key = matches!(last.as_str(), "id" | "pk") || (last == "key" && !before.is_empty());
    let is_key = is_key && (before.is_empty() || said.is_own(before));
    let mut answer = is_key.then(|| Answer::line("unique sequence"))?;
    answer.making.column.role = Role::Pk;
    Some(answer)
}

/// Words before which a name is a yes or no.
const ASKING: &[&str] = &[
    "is", "has", "was", "are", "can", "should", "does", "ist", "hat", "est", "es", "esta", "tiene", "tem", "ha",
    "flag", "allow", "allows", "accepts", "needs", "requires", "wants", "uses", "includes", "would", "will", "did",
    "may", "auto",
];

/// Words behind which a name is a yes or no.
const ANSWERED: &[&str] = &["flag", "enabled", "yes/no", "bool", "boolean", "opt", "consent"];

/// How many there are of something.
pub const COUNTED: &str = "number integer dist=negative_binomial mean=6 dispersion=1.5 min=0 max=200";

/// Words for "number of", whatever follows.
const COUNTING: &[(&str, &str)] =
    &[("number", "of"), ("count", "of"), ("no", "of"), ("nombre", "de"), ("numero", "de")];

/// Ends of names that say when.
const TIMES: &[(&str, &str)] = &[
    ("at", "datetime from=\"now - 730d\" to=now"),
    ("on", "date from=\"now - 730d\" to=now"),
    ("timestamp", "datetime from=\"now - 730d\" to=now"),
    ("ts", "datetime from=\"now - 730d\" to=now"),
    ("since", "date from=\"now - 1825d\" to=now"),
    ("until", "date from=now to=\"now + 730d\""),
];

/// Past participles that stand alone for a time: `created`, `approved`, `last seen`.
const DONE: &[&str] = &[
    "created",
    "updated",
    "modified",
    "deleted",
    "opened",
    "closed",
    "started",
    "finished",
    "ended",
    "received",
    "sent",
    "shipped",
    "delivered",
    "ordered",
    "issued",
    "signed",
    "posted",
    "published",
    "registered",
    "joined",
    "hired",
    "borrowed",
    "returned",
    "submitted",
    "resolved",
    "scheduled",
    "recorded",
    "measured",
    "visited",
    "installed",
    "changed",
    "taken",
    "founded",
    "seen",
    "login",
    "arrived",
    "departed",
    "booked",
    "purchased",
    "bought",
    "expired",
    "admitted",
    "discharged",
    "edited",
    "sailed",
    "landed",
    "docked",
    "collected",
    "planted",
    "drilled",
    "inspected",
    "emptied",
    "raised",
    "acknowledged",
    "dispatched",
    "harvested",
    "bottled",
    "filled",
    "detected",
    "logged",
    "loaded",
    "unloaded",
];

/// Particles behind participles: `signed up`, `checked in`.
const PARTICLES: &[&str] = &["up", "in", "out", "off", "on", "back", "down"];

/// A name by its form.
pub fn form(said: &Said) -> Option<Answer> {
    let forms: [fn(&Said) -> Option<Answer>; 7] = [counted, asked, reference, person, timed, done, measured];
    forms.iter().find_map(|form| form(said))
}

/// A name by a form that says less: `last eruption`, `scanned`, `reproducible`.
pub fn loose_form(said: &Said) -> Option<Answer> {
    near_now(said).or_else(|| state(said))
}

/// `signed by`, `approved by`.
fn person(said: &Said) -> Option<Answer> {
    let (last, before) = said.words.split_last()?;
    (matches!(last.as_str(), "by" | "von" | "par" | "por") && !before.is_empty())
        .then(|| Answer::line("person.full_name"))
}

/// `kilos of honey`, `minutes per call`, or a unit alone: `rpm`.
fn measured(said: &Said) -> Option<Answer> {
    let first = measure::named(said.words.first()?).filter(|unit| unit.kind != "money")?;
    let is_alone = said.words.len() == 1 && first.symbol.len() > 1;
    let is_of = said
        .words
        .get(1)
        .is_some_and(|word| matches!(word.as_str(), "of" | "per" | "pro" | "de" | "di" | "par" | "por"));
    let making = measure::default_of(first).filter(|_| is_alone || (is_of && said.words.len() > 2))?;
    Some(Answer { making, refers_to: None })
}

/// `last eruption` lies behind us, `next check` before us.
fn near_now(said: &Said) -> Option<Answer> {
    let is_pair = said.words.len() > 1 && said.language == Language::En;
    match said.words.first()?.as_str() {
        "last" | "latest" | "previous" if is_pair => Some(Answer::line("date from=\"now - 365d\" to=now")),
        "next" | "upcoming" if is_pair => Some(Answer::line("date from=now to=\"now + 180d\"")),
        _ => None,
    }
}

/// Words behind a plural that say which of many are counted.
const COUNTED_BY: &[&str] = &[
    "left",
    "sold",
    "remaining",
    "available",
    "used",
    "taken",
    "made",
    "won",
    "lost",
    "played",
    "completed",
    "served",
    "produced",
    "shipped",
    "scored",
    "read",
    "missed",
    "attended",
    "given",
    "caught",
    "received",
    "sent",
    "ordered",
    "returned",
    "delivered",
    "worked",
    "harvested",
];

/// `seats sold`, `vacation days left`.
pub fn rest_of(said: &Said) -> Option<Answer> {
    let (last, before) = said.words.split_last()?;
    let many = before.last().is_some_and(|word| nouns::singular(word, Language::En) != *word);
    // "Quantity baked", "number sold".
    let counts = before.last().is_some_and(|word| matches!(word.as_str(), "quantity" | "qty" | "number" | "count"));
    let is_done = COUNTED_BY.contains(&last.as_str()) || counts && last.len() > 4 && last.ends_with("ed");
    (said.language == Language::En && (many || counts) && is_done).then(|| Answer::line(COUNTED))
}

/// `scanned`, `reproducible`: one word that is true or not.
fn state(said: &Said) -> Option<Answer> {
    let [word] = &said.words[..] else { return None };
    let is_state =
        word.len() >= 5 && ["ed", "able", "ible"].iter().any(|end| word.ends_with(end)) && !word.ends_with("eed");
    (said.language == Language::En && is_state).then(|| Answer::line("bool p=0.5"))
}

fn asked(said: &Said) -> Option<Answer> {
    let (first, last) = (said.words.first()?, said.words.last()?);
    let asks = ASKING.contains(&first.as_str()) || ANSWERED.contains(&last.as_str());
    (said.words.len() > 1 && asks).then(|| Answer::line("bool p=0.5"))
}

/// `number of rooms`, `rooms count`, `Anzahl Zimmer`.
fn counted(said: &Said) -> Option<Answer> {
    let word = |at: usize| said.words.get(at).map_or("", String::as_str);
    let is_pair = |(first, second): &(&str, &str)| word(0) == *first && word(1) == *second;
    let is_name = said.language == Language::Es && word(0) == "nombre";
    let begins = !is_name && COUNTING.iter().any(is_pair) && said.words.len() > 2;
    let alone = matches!(word(0), "num" | "anzahl" | "n" | "quantita" | "quantidade") && said.words.len() > 1;
    let ends =
        matches!(said.words.last().map_or("", String::as_str), "count" | "counts" | "anzahl") && said.words.len() > 1;
    (begins || alone || ends).then(|| Answer::line(COUNTED))
}

/// `customer_id`, `kunden-nr` no more; a plain identifier when it turns out to refer to nothing.
fn reference(said: &Said) -> Option<Answer> {
    let (last, before) = said.words.split_last()?;
    let is_reference = matches!(last.as_str(), "id" | "fk" | "ref") && !before.is_empty();
    let mut answer = is_reference.then(|| Answer::line("number integer min=1 max=1000"))?;
    answer.making.column.role = Role::Fk;
    answer.refers_to = Some(before.join(" "));
    Some(answer)
}

/// `approved_at`, `due on`, `member since`.
fn timed(said: &Said) -> Option<Answer> {
    let (last, before) = said.words.split_last()?;
    let (_, line) = TIMES.iter().find(|(word, _)| word == last).filter(|_| !before.is_empty())?;
    Some(Answer::line(line))
}

/// `last seen`, `signed up`, `approved`.
fn done(said: &Said) -> Option<Answer> {
    let words: Vec<&str> = said.words.iter().map(String::as_str).collect();
    let verb = match words[..] {
        [verb] | ["last" | "first" | "date" | "time" | "when", verb] => verb,
        [verb, particle] if PARTICLES.contains(&particle) => verb,
        _ => return None,
    };
    let is_done = said.language == Language::En && DONE.contains(&verb);
    is_done.then(|| Answer::line("datetime from=\"now - 730d\" to=now"))
}

/// `invoice number`, `case no`: letters of the noun and digits, never twice in the noun's own table.
pub fn numbered(said: &Said) -> Option<Answer> {
    let (last, before) = said.words.split_last()?;
    let is_number = matches!(last.as_str(), "number" | "no" | "nr" | "num" | "code" | "nummer" | "reference");
    let subject = if before.is_empty() { said.setting.noun.clone() } else { before.join(" ") };
    let noun = tables::noun(&subject, said.language).filter(|_| is_number)?;
    let letters: String = noun.name.chars().filter(char::is_ascii_alphabetic).take(3).collect();
    let own = before.is_empty() || said.is_own(before);
    let mut column = making::pattern(&format!("{}-[0-9]{{6}}", letters.to_uppercase()));
    column.unique = own;
    Some(Answer { making: making::Making { column, unit: "" }, refers_to: None })
}
