//! "students", "the status is cancelled", "everyone else" -> a condition in SQL.

use std::ops::Range;

use super::edit::sql;
use super::units::DEMANDS;
use super::values;
use super::view::View;
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::offline::words;
use crate::draft::text::Kind;

/// A condition on rows of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// In SQL.
    Sql(String),
    /// Words for which the table may need a column.
    Words(String, Range<usize>),
    /// All rows for which no other condition holds.
    Else,
}

impl Condition {
    /// The condition in SQL, with a column for it where there is none; `None` for [`Condition::Else`].
    pub fn sql(&self, scene: &mut Scene<'_>, table: &str) -> Option<String> {
        match self {
            Self::Sql(sql) => Some(sql.clone()),
            Self::Words(words, tokens) => Some(values::meaning_or_flag(scene, table, words, tokens)?.sql()),
            Self::Else => None,
        }
    }
}

/// Whether some conditions tell all values of one column: one for each.
pub fn are_all(scene: &Scene<'_>, table: &str, conditions: &[&str]) -> bool {
    let told =
        |condition: &str| condition.split_once(" = ").map(|(column, value)| (column.to_owned(), value.to_owned()));
    let told: Vec<(String, String)> = conditions.iter().filter_map(|condition| told(condition)).collect();
    let Some((first, _)) = told.first() else { return false };
    let Some(column) = scene.ir.table(table).and_then(|table| table.column(first)) else { return false };
    let is_told = |value: &str| told.iter().any(|(_, known)| *known == sql(value));
    told.len() == conditions.len()
        && told.iter().all(|(column, _)| column == first)
        && column.choices.len() == told.len()
        && column.null_rate == 0.0
        && column.choices.iter().all(|choice| is_told(&choice.value))
}

/// The contrary of a condition.
pub fn negated(sql: &str) -> String {
    match sql.split_once(" = ").filter(|_| sql.matches(' ').count() == 2 || sql.matches('\'').count() == 2) {
        Some((column, value)) => format!("{column} <> {value}"),
        None => match sql.strip_prefix("not ") {
            Some(rest) => rest.to_owned(),
            None if sql.contains(' ') => format!("not ({sql})"),
            None => format!("not {sql}"),
        },
    }
}

/// What stands for all other rows.
const OTHERS: &[&str] = &[
    "everyone|everybody|anyone|everything|anything else",
    "all? the? others|rest|remainder|otherwise|else",
    "all? other|remaining %table?",
    "alle? anderen|übrigen|sonst|ansonsten",
    "tous? les? autres|sinon",
    "todos? los|los? demás|otros",
    "gli|tutti altri|altrimenti",
    "os outros|demais",
];

/// Signs of comparisons with a number.
const SIGNS: &[(&str, &str)] = &[
    ("is|are|was? at least", ">="),
    ("is|are|was? at most", "<="),
    ("is|are|was? not below|under|less|lower than?", ">="),
    ("is|are|was? not above|over|greater|more|higher than?", "<="),
    ("is|are|was? above|over|greater|more|higher|larger|exceeds|exceed|older|later|after than?", ">"),
    ("is|are|was|falls|drops? below|under|less|lower|younger|fewer|smaller|earlier|before than?", "<"),
    (">=|≥", ">="),
    ("<=|≤", "<="),
    ("> =", ">="),
    ("< =", "<="),
    (">", ">"),
    ("<", "<"),
    ("is|=|equals", "="),
];

/// A condition on a table at a token, and the token behind it.
pub fn at(view: &View<'_, '_>, table: &str, start: usize) -> Option<(Condition, usize)> {
    if let Some(end) = OTHERS.iter().find_map(|pattern| super::phrase::reach(view, pattern, start)) {
        return Some((Condition::Else, end));
    }
    let start =
        super::phrase::reach(view, "the|a|an|any|all|each|every|its|their|those|it|they?", start).unwrap_or(start);
    of_column(view, table, start)
        .or_else(|| of_age(view, table, start))
        .or_else(|| of_deed(view, table, start))
        .or_else(|| of_value(view, table, start))
}

/// "runners who did not finish", "orders that were never shipped", "runners with status dnf": a value by its verb or its column.
fn of_deed(view: &View<'_, '_>, table: &str, start: usize) -> Option<(Condition, usize)> {
    let noun = view.scene.table_word(start).filter(|named| named == table).map_or(start, |_| start + 1);
    if let Some((place, value)) = super::phrase::reach(view, "with|of|whose a|the?", noun)
        .filter(|_| noun > start)
        .and_then(|at| view.column_at(at).filter(|(place, _)| place.table == table))
    {
        let value = super::phrase::reach(view, "is|=|of|:", value).unwrap_or(value);
        let (meaning, end) = values::known_at(view, table, value).filter(|(meaning, _)| meaning.place == place)?;
        return Some((Condition::Sql(meaning.sql()), end));
    }
    let not = super::phrase::reach(view, "who|that|which? did|do|does|were|was|are|is|has|have not|never been?", noun)
        .or_else(|| {
            super::phrase::reach(view, "who|that|which? didn't|don't|doesn't|weren't|wasn't|haven't|hasn't been?", noun)
        });
    let verb = not.or_else(|| super::phrase::reach(view, "who|that|which", noun).filter(|_| noun > start))?;
    let stem = super::events::stem(view.norm(verb));
    let columns = &view.ir_table(table)?.columns;
    let (column, value) = columns.iter().find_map(|column| {
        let is_done = |value: &str| stem.len() >= 3 && super::events::stem(&value.to_lowercase()) == stem;
        let choice = column.choices.iter().find(|choice| is_done(&choice.value))?;
        Some((&column.name, &choice.value))
    })?;
    let sign = if not.is_some() { "<>" } else { "=" };
    Some((Condition::Sql(format!("{column} {sign} {}", sql(value))), verb + 1))
}

/// "drivers younger than 25", "under 18", "over 65": the age.
fn of_age(view: &View<'_, '_>, table: &str, start: usize) -> Option<(Condition, usize)> {
    let start = view.scene.table_word(start).filter(|named| named == table).map_or(start, |_| start + 1);
    let ages = [
        ("who|that|aged? are|is? aged? younger|under|below than?", "<"),
        ("who|that|aged? are|is? aged? older|over|above than?", ">"),
        ("aged|from at least|from", ">="),
        ("aged at most|up to?", "<="),
    ];
    let (sign, at) =
        ages.iter().find_map(|(pattern, sign)| Some((*sign, super::phrase::reach(view, pattern, start)?)))?;
    let (num, end) = view.num_at(at)?;
    let column =
        view.ir_table(table)?.columns.iter().find(|column| column.name == "age" || column.name.ends_with("_age"))?;
    let end = super::phrase::reach(view, "years|year of? old|age?", end).unwrap_or(end);
    Some((Condition::Sql(format!("{} {sign} {}", column.name, num.text)), end))
}

/// "the status is cancelled", "the age is below 18".
fn of_column(view: &View<'_, '_>, table: &str, start: usize) -> Option<(Condition, usize)> {
    let (place, behind) = view.column_at(start)?;
    if place.table != table {
        return None;
    }
    let column = &place.column;
    if let Some((comparison, end)) = compared(view, table, behind) {
        return Some((Condition::Sql(format!("{column} {comparison}")), end));
    }
    let at = super::phrase::reach(view, "is|are|was|were|=|equals|being|ist|est|es|è|é", behind)?;
    let (at, is_negated) = if matches!(view.norm(at), "not" | "nicht") { (at + 1, true) } else { (at, false) };
    if matches!(
        view.norm(at),
        "null" | "missing" | "empty" | "set" | "known" | "given" | "true" | "false" | "yes" | "no"
    ) {
        let text = match view.norm(at) {
            "null" | "missing" | "empty" => format!("{column} is {}null", if is_negated { "not " } else { "" }),
            "set" | "known" | "given" => format!("{column} is {}null", if is_negated { "" } else { "not " }),
            "true" | "yes" => {
                if is_negated {
                    format!("not {column}")
                } else {
                    column.clone()
                }
            }
            _ => {
                if is_negated {
                    column.clone()
                } else {
                    format!("not {column}")
                }
            }
        };
        return Some((Condition::Sql(text), at + 1));
    }
    let known = values::known_at(view, table, at).filter(|(meaning, _)| meaning.place == place);
    let (value, end) = match known {
        Some((meaning, end)) => (meaning.value?, end),
        None => (view.word_at(at)?, at + 1),
    };
    let (others, end) = other_values(view, table, &place, end);
    if !others.is_empty() {
        let list = std::iter::once(&value).chain(&others).map(|value| sql(value)).collect::<Vec<_>>().join(", ");
        let sign = if is_negated { "not in" } else { "in" };
        return Some((Condition::Sql(format!("{column} {sign} ({list})")), end));
    }
    let sign = if is_negated { "<>" } else { "=" };
    Some((Condition::Sql(format!("{column} {sign} {}", sql(&value))), end))
}

/// Further values of the column behind one: the `or shipped` of `the status is paid or shipped`.
fn other_values(view: &View<'_, '_>, table: &str, place: &Place, mut end: usize) -> (Vec<String>, usize) {
    let mut found = Vec::new();
    while let Some(next) = super::phrase::reach(view, ",? or|nor|oder|ou|o", end)
        .or_else(|| super::phrase::reach(view, ",", end).filter(|_| view.has(&["or", "oder", "ou", "nor"])))
    {
        let Some((meaning, behind)) = values::known_at(view, table, next).filter(|(known, _)| known.place == *place)
        else {
            break;
        };
        let Some(value) = meaning.value.filter(|_| !meaning.negated) else { break };
        found.push(value);
        end = behind;
    }
    (found, end)
}

/// A comparison with a number or with another column of the table: "is at least 50", "is 60 or more", "exceeds the limit", "is between 3
/// and 7".
pub(super) fn compared(view: &View<'_, '_>, table: &str, start: usize) -> Option<(String, usize)> {
    let with = SIGNS.iter().find_map(|(pattern, sign)| {
        let at = super::phrase::reach(view, pattern, start)?;
        let (num, end) = match view.num_at(at) {
            Some((num, end)) => (num.text, end),
            None => {
                // "The status is shipped" tells a value, even where something is called `shipped`.
                let at = super::phrase::reach(view, "the|its|their?", at).filter(|_| *sign != "=")?;
                let (place, end) = view.column_at(at).filter(|(place, _)| place.table == table)?;
                (place.column, end)
            }
        };
        Some((*sign, num, end))
    });
    let verb = super::phrase::reach(view, "is|are|was|were|of|reaches|lies|lie?", start).unwrap_or(start);
    let least =
        |at: usize| super::phrase::reach(view, "or|and more|higher|above|over|upwards|greater|better|later|older", at);
    let most = |at: usize| super::phrase::reach(view, "or|and less|lower|below|under|fewer|earlier|younger|worse", at);
    let bounds = view.span_at(verb).and_then(|(span, end)| match (span.min, span.max) {
        (Some(min), Some(max)) => Some((format!("between {} and {}", min.text, max.text), end)),
        _ => None,
    });
    let behind = || {
        let (num, end) = view.num_at(verb)?;
        let open = least(end).map(|end| (">=", end)).or_else(|| most(end).map(|end| ("<=", end)));
        open.map(|(sign, end)| (format!("{sign} {}", num.text), end))
    };
    let unit = |end: usize| end + usize::from(words::is_unit(view.norm(end), view.scene.language));
    let found = bounds.or_else(behind).or_else(|| with.map(|(sign, num, end)| (format!("{sign} {num}"), end)));
    found.map(|(text, end)| (text, unit(end)))
}

/// "VIP customers", "students", "not returned".
fn of_value(view: &View<'_, '_>, table: &str, start: usize) -> Option<(Condition, usize)> {
    let behind_noun = |end: usize| view.table_at(end).filter(|(named, _)| named == table).map_or(end, |(_, end)| end);
    let start = match view.scene.table_word(start).filter(|named| named == table) {
        Some(_) => super::phrase::reach(view, "that|which|who|whose? is|are|was|were|have|has? been?", start + 1)
            .filter(|at| *at > start + 1)?,
        None => super::phrase::reach(view, "is|are|was|were|been?", start).unwrap_or(start),
    };
    if let Some((meaning, end)) = values::known_at(view, table, start) {
        return Some((Condition::Sql(meaning.sql()), behind_noun(end)));
    }
    let word = view.norm(start);
    let (first, is_negated) = if word == "not" { (start + 1, true) } else { (start, false) };
    let word = view.norm(first);
    let is_name = view.kind(first) == Some(Kind::Word) && names::is_content(word) && !DEMANDS.contains(&word);
    let is_unit = words::is_unit(word, view.scene.language) || super::is_extreme(word);
    if !is_name || is_unit || view.column_at(first).is_some() || view.scene.find_table(word).is_some() {
        return None;
    }
    let words = if is_negated { format!("not {word}") } else { word.to_owned() };
    let end = behind_noun(first + 1);
    let ends = matches!(
        view.norm(end),
        "" | "."
            | ","
            | ";"
            | "and"
            | "or"
            | ")"
            | "\n"
            | "\n\n"
            | "und"
            | "et"
            | "y"
            | "e"
            | "get"
            | "have"
            | "pay"
            | "has"
            | "the"
            | "is"
            | "are"
            | "it"
            | "while"
            | "but"
            | "whereas"
            | "receive"
            | "gets"
            | "pays"
            | ":"
            | "then"
    );
    ends.then_some((Condition::Words(words, first..end), end))
}
