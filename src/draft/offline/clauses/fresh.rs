//! "The fee is 5 to 20", "IQ normally distributed with mean 100": clauses about a column that no list has named.

use std::ops::Range;

use super::READERS;
use super::units::DEMANDS;
use super::view::View;
use crate::draft::ir::Origin;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::offline::words;
use crate::draft::text::Kind;

/// Words in front of the name of a column.
const BEFORE: &[&str] = &[
    "the", "a", "an", "its", "their", "whose", "each", "every", "with", "and", "der", "die", "das", "le", "la", "el",
    "il", "o", "his", "her", "where", ",", "without", "sin", "sans", "ohne", "senza", "sem", "keine", "kein",
];

/// Words behind the name of a column, with which something is said of it.
const BEHIND: &[&str] = &[
    "is",
    "are",
    "lies",
    "lie",
    "ranges",
    "range",
    "between",
    "from",
    "averages",
    "averaging",
    "normally",
    "bell-shaped",
    "uniformly",
    "must",
    "has",
    "have",
    "should",
    "can",
    "may",
    "never",
    "always",
    "of",
    "goes",
    "go",
    "varies",
    "vary",
    "follows",
    "follow",
    "=",
    ":",
    "(",
    "at",
    "up",
    "over",
    "under",
    "above",
    "below",
    "equals",
    "starts",
    "looks",
    "comes",
    "means",
    "missing",
    "empty",
    "manque",
    "manquent",
    "fehlt",
    "fehlen",
    "falta",
    "faltan",
    "faltam",
    "manca",
    "mancano",
    "ist",
    "sind",
    "zwischen",
    "von",
    "est",
    "sont",
    "entre",
    "de",
    "es",
    "son",
    "è",
    "sono",
    "tra",
    "é",
    "são",
    "evenly",
    "ranging",
    "being",
];

/// Words that name no column.
const NO_NAMES: &[&str] = &[
    "so",
    "few",
    "many",
    "most",
    "some",
    "none",
    "others",
    "everyone",
    "nobody",
    "thus",
    "then",
    "therefore",
    "all",
    "half",
    "data",
    "rows",
    "records",
    "values",
    "them",
    "there",
    "here",
    "please",
    "also",
    "only",
    "both",
    "either",
    "neither",
    "about",
    "roughly",
    "table",
    "tables",
    "column",
    "columns",
    "field",
    "fields",
    "rest",
    "remainder",
    "time",
    "times",
    "list",
    "file",
    "files",
    "customer's",
    "number",
    "share",
    "part",
    "percent",
    "majority",
    "first",
    "last",
    "second",
    "other",
    "median",
    "mean",
    "average",
    "deviation",
    "sigma",
    "tail",
    "minimum",
    "maximum",
    "lowest",
    "highest",
    "smallest",
    "largest",
    "greatest",
    "biggest",
    "distribution",
    "ratio",
    "proportion",
];

/// Reads an item such as "joined: between 2019 and 2024": the column first, so that all readers are about it.
pub fn read_item(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause.clone());
    let start = clause.start;
    let colon = (start + 1..start + 4).find(|at| view.norm(*at) == ":")?;
    let is_name = name(&view, start).is_some_and(|name| name.end == colon);
    let table = view.scene.focus.table.clone().filter(|_| is_name && view.scene.focus.column.is_none())?;
    drop(view);
    try_name(scene, &table, start..colon, clause)
}

/// Adds the column that a clause is about when a reader understands what is said of it.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause.clone());
    let table = view.scene.focus.table.clone().or_else(|| view.table())?;
    view.ir_table(&table)?;
    let names: Vec<Range<usize>> = view.clause.clone().filter_map(|at| name(&view, at)).collect();
    drop(view);
    names.into_iter().find_map(|name| try_name(scene, &table, name, clause.clone()))
}

/// One to three words that can be the name of a column of which something is said.
fn name(view: &View<'_, '_>, start: usize) -> Option<Range<usize>> {
    let is_first = start == view.clause.start || BEFORE.contains(&view.norm(start - 1)) || lacks(view, start);
    // "The duration in minutes" is no column `minutes`.
    let is_unit =
        start > 0 && view.scene.text.norm(start - 1) == "in" && words::is_unit(view.norm(start), view.scene.language);
    if !is_first || is_unit || view.column_at(start).is_some() {
        return None;
    }
    (1..=3).rev().map(|length| start..start + length).find(|tokens| {
        let is_word = |at: usize| {
            let word = view.norm(at);
            view.kind(at) == Some(Kind::Word)
                && names::is_content(word)
                && !DEMANDS.contains(&word)
                && !BEHIND.contains(&word)
                && !NO_NAMES.contains(&word)
                && !view.scene.is_claimed(at)
        };
        let is_lacked = lacks(view, start)
            && matches!(view.norm(tokens.end), "" | "." | "," | ";" | "des" | "der" | "von" | "bei" | "for" | "in");
        let is_said = BEHIND.contains(&view.norm(tokens.end)) || view.span_at(tokens.end).is_some();
        let is_last = matches!(view.norm(tokens.end), "" | "." | ",")
            && start > view.clause.start
            && matches!(
                view.norm(start - 1),
                "a" | "an"
                    | "no"
                    | "any"
                    | "their"
                    | "without"
                    | "sin"
                    | "sans"
                    | "ohne"
                    | "senza"
                    | "sem"
                    | "keine"
                    | "kein"
            );
        (is_last || is_lacked || (tokens.end < view.clause.end && is_said && !view.scene.heads_rows(tokens.end)))
            && tokens.clone().all(is_word)
            && !names_table(view, tokens)
    })
}

/// Words that say that something is not there, or is.
const LACKS: &[&str] =
    &["no", "não", "non", "pas", "fehlt", "fehlen", "kein", "keine", "keinen", "manca", "falta", "manque"];

/// Words between a negation and what is not there: `no tiene teléfono`, `n'ont pas de téléphone`, `fehlt die Telefonnummer`.
const OWNING: &[&str] = &[
    "tiene", "tienen", "tem", "têm", "ha", "hanno", "de", "d'", "un", "una", "um", "uma", "il", "la", "lo", "le", "el",
    "o", "die", "der", "das", "eine", "einen", "ein", "les", "une",
];

/// Whether a negation leads to a token, with nothing but a verb of having and an article between.
fn lacks(view: &View<'_, '_>, at: usize) -> bool {
    let from = at.saturating_sub(3).max(view.clause.start);
    (from..at).rev().find(|at| !OWNING.contains(&view.norm(*at))).is_some_and(|before| {
        let is_alone = before + 1 == at && matches!(view.norm(before), "no" | "non" | "pas" | "não");
        LACKS.contains(&view.norm(before)) && !is_alone
    })
}

fn names_table(view: &View<'_, '_>, tokens: &Range<usize>) -> bool {
    let words = view.scene.words(tokens.clone());
    let is_table = view.scene.find_table(&words).is_some();
    // "The permit code" of permits is no permit.
    let is_part = tokens.len() > 1 && lex::is_column(&words, view.scene.language);
    is_table && !is_part || tokens.clone().any(|at| view.scene.table_word(at).is_some() && tokens.len() == 1)
}

/// The column with all that the other readers understand; nothing where they understand nothing.
fn try_name(scene: &mut Scene<'_>, table: &str, name: Range<usize>, clause: Range<usize>) -> Option<Range<usize>> {
    let words = scene.text.quote(name.clone()).to_owned();
    let mut column = lex::column(&words, table, scene.language).column;
    column.origin = Origin::Stated;
    column.evidence = vec![words];
    let place = Place { table: table.to_owned(), column: column.name.clone() };
    if column.name.is_empty() || scene.column(&place).is_some() {
        return None;
    }
    let before = scene.clone();
    scene.ir.table_mut(table)?.columns.push(column);
    drop_filler(scene, table);
    let mut read: Option<Range<usize>> = None;
    // A clause is offered anew, whatever is understood: a dozen times are enough for any.
    for _ in 0..12 {
        let claims = scene.claims();
        // Readers that understand nothing change nothing.
        let mut kept: Option<Scene<'_>> = None;
        let found = READERS.iter().filter(|reader| !is_own(**reader)).find_map(|reader| {
            scene.focus = before.focus.clone();
            scene.focus.table = Some(table.to_owned());
            scene.focus.column = Some(place.column.clone());
            let whole = kept.get_or_insert_with(|| scene.clone());
            let tokens = reader(scene, clause.clone())?;
            scene.claim(tokens.clone());
            if scene.claims() > claims {
                return Some(tokens);
            }
            scene.clone_from(whole);
            None
        });
        let Some(tokens) = found else { break };
        read = Some(read.map_or(tokens.clone(), |read| super::edit::hull(&read, &tokens)));
    }
    let is_about = read.is_some() && (scene.findings != before.findings || differs(scene, &before, &place));
    if !is_about {
        *scene = before;
        return None;
    }
    scene.claim(name.clone());
    Some(name)
}

fn is_own(reader: super::Reader) -> bool {
    std::ptr::fn_addr_eq(reader, self::read as super::Reader)
        || std::ptr::fn_addr_eq(reader, read_item as super::Reader)
}

/// A name that a table got because nothing was said of its columns makes way for what is said.
fn drop_filler(scene: &mut Scene<'_>, table: &str) {
    let path = format!("tables.{table}.columns");
    let is_filler = |assumption: &crate::draft::ir::Assumption| {
        assumption.path == path && assumption.text.contains("nothing is known of such a table")
    };
    let Some(at) = scene.ir.assumptions.iter().position(is_filler) else { return };
    let filler = scene.ir.assumptions.remove(at).chosen;
    if let Some(table) = scene.ir.table_mut(table) {
        table.columns.retain(|column| {
            !(column.name == filler && column.origin == Origin::Inferred && column.evidence.is_empty())
        });
    }
}

/// Whether the readers have said something of the column.
fn differs(scene: &Scene<'_>, before: &Scene<'_>, place: &Place) -> bool {
    let is_proven = scene.ir.table(&place.table).is_some_and(|table| {
        table.columns.iter().any(|column| column.name == place.column && column.evidence.len() > 1)
    });
    is_proven || scene.ir.rules.iter().skip(before.ir.rules.len()).any(|rule| rule.columns.contains(&place.column))
}
