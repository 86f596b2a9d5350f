//! Parts of a description that are laid out rather than told: headings, lists, lines of keys, signatures, tables of markdown.

mod braces;
mod declarations;
mod declare;
mod diagrams;
mod entries;
mod fields;
mod files;
mod markdown;
mod samples;
mod signature;

use super::columns;
use super::frame::{Frame, Wants};
use super::scene::Place;
use super::scene::Scene;
use super::segments::{Form, Piece};
use super::sentence;
use super::tables;
use super::words::Does;
use crate::draft::ir::{Choice, Column};
use crate::draft::offline::lex;
use crate::draft::text::{Kind, share};
pub use entries::{entry, records};

/// Reads everything whose layout says what it is, before the sentences. Gives the stretches that are no prose at all.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame) -> Vec<std::ops::Range<usize>> {
    let mut code = declarations::read(scene, frame);
    code.extend(files::read(scene, frame));
    samples::read(scene, frame, &mut code);
    markdown::read(scene, frame);
    scene.focus = Default::default();
    scene.lay();
    code.sort_by_key(|range| range.start);
    code
}

/// Last words of headings and leads that name no table.
const GENERIC: &[&str] = &[
    "overview",
    "requirement",
    "note",
    "constraint",
    "rule",
    "schema",
    "relationship",
    "relation",
    "output",
    "background",
    "context",
    "goal",
    "detail",
    "description",
    "introduction",
    "assumption",
    "data",
    "volume",
    "example",
    "remark",
    "format",
    "entity",
    "other",
    "spec",
    "basic",
    "criteria",
    "criterion",
    "scope",
    "purpose",
    "summary",
    "dataset",
    "specification",
    "row",
    "count",
    "size",
    "amount",
    "quantity",
    "delivery",
    "deliverable",
    "thing",
    "setting",
    "model",
    "structure",
    "content",
    "layout",
    "step",
    "todo",
    "question",
    "definition",
    "misc",
    "miscellaneous",
    "numbers",
    "readme",
    "request",
    "task",
    "story",
    "want",
    "need",
    "info",
    "information",
    "documentation",
    "notes",
    "usage",
    "motivation",
    "hint",
    "comment",
    "caveat",
    "distribution",
    "validation",
    "logic",
    "condition",
    "ask",
    "anforderung",
    "hinweis",
    "beschreibung",
    "ausgabe",
    "beziehung",
    "regel",
    "umfang",
    "übersicht",
    "hintergrund",
    "contexte",
    "exigence",
    "règle",
    "sortie",
    "volumétrie",
    "requisito",
    "regla",
    "salida",
    "contexto",
    "alcance",
    "requisiti",
    "regole",
    "contesto",
    "regra",
    "saída",
    "subject",
    "acceptance",
    "system",
    "deadline",
    "objective",
    "instruction",
    "explanation",
    "assistant",
    "prompt",
];

/// Whether words of a heading or a lead are about the description and no table.
fn is_generic(scene: &Scene<'_>, name: &std::ops::Range<usize>) -> bool {
    let last = scene.text.norm(name.end - 1);
    let is_known = || {
        let words = scene.words(name.clone());
        tables::known_exactly(scene, &words)
    };
    is_label(last) && !is_known()
}

/// Whether a word heads a part of the text and names nothing in the data: `Background:`, `Acceptance criteria`.
pub fn is_label(word: &str) -> bool {
    GENERIC.contains(&word) || GENERIC.contains(&crate::draft::offline::names::singular(word).as_str())
}

/// A heading names the table that what follows is about.
pub fn heading(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    frame.wants = Wants::Nothing;
    frame.section = None;
    frame.indent = None;
    let has_number = piece.tokens.clone().any(|at| scene.text.get(at).is_some_and(|token| token.kind == Kind::Number));
    let Some(phrase) = scene.phrase(start, end) else { return sentence::read(scene, frame, piece.tokens.clone()) };
    if scene.does(phrase.name.start, Does::Columns) {
        frame.wants = Wants::Columns;
        return scene.claim(piece.tokens.clone());
    }
    let is_alone = phrase.name.end == end;
    if scene.does(phrase.name.end - 1, Does::Tables) && is_alone && phrase.name.len() <= 2 && !has_number
        || matches!(scene.text.norm(phrase.name.end - 1), "entities" | "entitäten" | "entités" | "entidades" | "entità")
    {
        frame.wants = Wants::Tables;
        return scene.claim(piece.tokens.clone());
    }
    if is_alone && is_generic(scene, &phrase.name) {
        scene.focus = Default::default();
        return scene.claim(piece.tokens.clone());
    }
    let words = scene.words(phrase.name.clone());
    let is_known = tables::known(scene, &words).is_some();
    let is_title = piece.level == 1 && !has_number && (frame.is_deep || phrase.name.len() > 1 && !is_known);
    // "Library" above branches and readers that are counted.
    let is_place = piece.level == 1 && !has_number && is_alone && names_place(scene, &phrase.name);
    if (is_title || is_place) && !tables::known_exactly(scene, &words) {
        return;
    }
    let leads = usize::from(phrase.name.len() > 1 && scene.does(phrase.name.start, Does::Tables));
    let phrase_name = phrase.name.start + leads..phrase.name.end;
    let names_rows = phrase.name.len() <= 3
        && !is_generic(scene, &phrase.name)
        && (scene.is_plural(phrase.name.end - 1) || lex::is_table_noun(&words, scene.language) || leads > 0);
    if is_known
        || has_number
        || (names_rows
            && scene.text.norm(phrase.name.end).is_empty()
                | matches!(scene.text.norm(phrase.name.end), "\n" | "\n\n" | "(" | ":" | "table" | "-" | "."))
    {
        if names_rows || is_known {
            open(scene, frame, phrase_name);
            frame.headed.insert(scene.focus.table.clone().unwrap_or_default());
        }
        let section = scene.focus.table.clone();
        sentence::read(scene, frame, piece.tokens.clone());
        frame.section = section.or(scene.focus.table.clone());
        scene.focus.table.clone_from(&frame.section);
        frame.wants = Wants::Columns;
    }
}

/// Whether a noun names what the whole description is about rather than rows: there is one of it, and others are counted.
fn names_place(scene: &Scene<'_>, name: &std::ops::Range<usize>) -> bool {
    let words = scene.words(name.clone());
    !scene.is_plural(name.end - 1)
        && !scene.nouns.are_several(&words)
        && !scene.nouns.has_rows(&words)
        && scene.nouns.counts_several()
        && !tables::known_exactly(scene, &words)
}

/// A table of this name is what follows is about.
fn open(scene: &mut Scene<'_>, frame: &mut Frame, name: std::ops::Range<usize>) {
    let table = tables::declare(scene, name.clone());
    frame.bare.insert(table.clone());
    scene.claim(name);
    scene.focus.table = Some(table);
    scene.focus.column = None;
}

/// A line that ends in a colon: what stands below belongs to it.
pub fn lead(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let says_tables = piece.tokens.clone().any(|at| {
        matches!(
            scene.text.norm(at),
            "tables" | "entities" | "tabellen" | "tablas" | "tabelle" | "tabelas" | "datasets"
        )
    });
    let about_columns = piece.tokens.clone().any(|at| scene.does(at, Does::Columns));
    let generic = scene.phrase(start, end).filter(|phrase| phrase.name.end == end && is_generic(scene, &phrase.name));
    if generic.is_some() && !says_tables && !about_columns && piece.form == Form::Sentence {
        (frame.section, frame.wants, frame.indent) = (None, Wants::Nothing, None);
        scene.focus = Default::default();
        return scene.claim(piece.tokens.clone());
    }
    if heads_signatures(scene, start, end) {
        return;
    }
    let rest = scene
        .phrase(start, end)
        .filter(|phrase| phrase.name.len() <= 3 && !about_columns && tables::may_be(scene, phrase));
    let known_shape = rest.as_ref().is_some_and(|phrase| {
        let behind = scene.text.norm(phrase.name.end);
        let is_counted = || {
            behind == ":"
                && tables::known_exactly(scene, &scene.words(phrase.name.clone()))
                && scene.quantity(phrase.name.end + 1, end).is_some()
        };
        phrase.name.end == end || matches!(behind, "(" | "," | "-" | "–" | "[") || is_counted()
    });
    // "School timetable:" above teachers and classrooms that are counted.
    let is_place = rest.as_ref().is_some_and(|phrase| {
        phrase.name.end == end && piece.form == Form::Sentence && start == 0 && names_place(scene, &phrase.name)
    });
    if is_place {
        return scene.claim(start..end);
    }
    if let Some(phrase) = rest.filter(|_| known_shape && !says_tables) {
        let name = phrase.name.clone();
        let is_column = scene.focus.table.is_some()
            && frame.wants == Wants::Columns
            && !lex::is_table_noun(&scene.words(name.clone()), scene.language)
            && !tables::known_exactly(scene, &scene.words(name.clone()))
            && piece.form == Form::Item;
        if is_column && lead_of_values(scene, frame, start..end) {
            return;
        }
        if !is_column {
            let leads = name.len() > 1 && scene.does(name.start, Does::Tables);
            let name = name.start + usize::from(leads)..name.end;
            let table_word = name.clone().find(|at| scene.does(*at, Does::Tables));
            open(scene, frame, table_word.filter(|at| *at > name.start).map_or(name.clone(), |at| name.start..at));
            let section = scene.focus.table.clone();
            sentence::read(scene, frame, start..end);
            scene.focus.table.clone_from(&section);
            frame.section = section;
            frame.wants = Wants::Columns;
            return;
        }
    }
    sentence::read(scene, frame, piece.tokens.clone());
    frame.section.clone_from(&scene.focus.table);
    frame.wants = if says_tables { Wants::Tables } else { Wants::Columns };
}

/// Whether a line such as `Bike sharing:` stands above declarations, so that it is the title of the whole and no table.
fn heads_signatures(scene: &mut Scene<'_>, start: usize, end: usize) -> bool {
    let behind = (end..scene.text.tokens.len())
        .find(|at| !matches!(scene.text.kind(*at), Some(Kind::Break | Kind::Bullet)) && scene.text.norm(*at) != ":");
    let is_above = behind.is_some_and(|at| scene.is_laid(at));
    let Some(phrase) = scene.phrase(start, end).filter(|phrase| is_above && phrase.name.end == end) else {
        return false;
    };
    let words = scene.words(phrase.name);
    if tables::known_exactly(scene, &words) {
        return false;
    }
    if scene.ir.title.is_empty() {
        scene.ir.title = lex::snake(&words, scene.language);
    }
    scene.claim(start..end);
    true
}

/// `- status:` in a list of columns: the items below are its values.
fn lead_of_values(scene: &mut Scene<'_>, frame: &mut Frame, tokens: std::ops::Range<usize>) -> bool {
    let Some(table) = scene.focus.table.clone() else { return false };
    let before = scene.ir.table(&table).map_or(0, |table| table.columns.len());
    columns::read_item(scene, frame, &table, tokens);
    let column =
        scene.ir.table(&table).filter(|table| table.columns.len() > before).and_then(|table| table.columns.last());
    let takes_values =
        |column: &Column| matches!(column.generator.as_str(), "choice" | "text.words" | "bool" | "person.job_title");
    frame.values_of = column
        .filter(|column| takes_values(column))
        .map(|column| Place { table: table.clone(), column: column.name.clone() });
    frame.has_values = false;
    frame.wants = if frame.values_of.is_some() { Wants::Values } else { Wants::Columns };
    scene.focus.table = Some(table);
    true
}

/// A value in a list of values, perhaps with its share: `open (60%)`, `60% open`, `open: 60 %`.
fn value(scene: &mut Scene<'_>, frame: &mut Frame, tokens: std::ops::Range<usize>) {
    let Some(place) = frame.values_of.clone() else { return };
    let found =
        tokens.clone().find_map(|at| share::share(scene.text, at).map(|found| (at..found.end, found.value.rate)));
    let is_mark =
        |at: usize| scene.text.kind(at) == Some(Kind::Mark) || matches!(scene.text.norm(at), "of" | "for" | "with");
    let mut rest = match &found {
        Some((at, _)) if at.start == tokens.start => at.end..tokens.end,
        Some((at, _)) => tokens.start..at.start,
        None => tokens.clone(),
    };
    while rest.start < rest.end && is_mark(rest.start) {
        rest.start += 1;
    }
    while rest.end > rest.start && is_mark(rest.end - 1) {
        rest.end -= 1;
    }
    let is_quoted = rest.len() == 1 && scene.text.kind(rest.start) == Some(Kind::Quoted);
    let value = if is_quoted { scene.text.norm(rest.start).to_owned() } else { scene.quote(rest) };
    let (evidence, weight) = (scene.quote(tokens.clone()), found.map_or(0.0, |(_, rate)| rate * 100.0));
    scene.claim(tokens);
    let Some(column) = scene.column_mut(&place).filter(|_| !value.is_empty()) else { return };
    if !std::mem::replace(&mut frame.has_values, true) {
        columns::choose(column, &[]);
    }
    column.choices.push(Choice { value, weight });
    column.evidence.push(evidence);
}

/// An item of a list.
pub fn item(scene: &mut Scene<'_>, frame: &mut Frame, piece: &Piece) {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    if frame.wants == Wants::Values {
        if frame.indent.is_some_and(|indent| piece.indent > indent) {
            return value(scene, frame, piece.tokens.clone());
        }
        frame.wants = Wants::Columns;
    }
    if piece.is_lead {
        let level = frame.indent.unwrap_or(piece.indent);
        if piece.indent <= level {
            frame.wants =
                if frame.wants == Wants::Columns && frame.indent.is_some() { Wants::Nothing } else { frame.wants };
        }
        frame.indent = Some(piece.indent);
        return lead(scene, frame, piece);
    }
    if entries::is_key(scene, start) && entry(scene, frame, piece) || entries::heads_lines(scene, frame, piece) {
        return;
    }
    let is_sentence = scene.quantity(start, end).is_some_and(|quantity| quantity.is_count && quantity.max >= 10)
        || columns::starts_clause(scene, start, end);
    let table = frame
        .section
        .clone()
        .or_else(|| scene.focus.table.clone())
        .filter(|_| frame.wants == Wants::Columns && !is_sentence && !declares(scene, piece));
    match table {
        Some(table) => {
            columns::read_item(scene, frame, &table, start..end);
            scene.focus.table = Some(table);
        }
        None => sentence::read(scene, frame, piece.tokens.clone()),
    }
}

/// `pieces - 35; composer, title`, `rehearsals: 60 of them, with a day`: rows, how many there are, and more behind.
fn counts_and_lists(scene: &Scene<'_>, phrase: &crate::draft::offline::phrases::Phrase, end: usize) -> bool {
    let mark = phrase.name.end;
    let is_marked = matches!(scene.text.norm(mark), ":" | "-" | "–" | "—" | "(");
    let Some(found) =
        crate::draft::text::number::count(scene.text, mark + 1).filter(|found| is_marked && found.value > 1)
    else {
        return false;
    };
    let behind = scene.text.norm(found.end);
    let is_them = behind == "of" && matches!(scene.text.norm(found.end + 1), "them" | "these" | "those");
    let is_closed =
        matches!(behind, ";" | ":") || is_them || scene.does(found.end, crate::draft::offline::words::Does::Rows);
    scene.is_plural(mark - 1) && is_closed && found.end + 1 < end
}

/// `- orders (5000): id, total`, `- products with a name and a price`: an item that is a table of its own.
fn declares(scene: &Scene<'_>, piece: &Piece) -> bool {
    let Some(phrase) = scene.rows_phrase(piece.tokens.start, piece.tokens.end) else { return false };
    let words = scene.words(phrase.name.clone());
    let behind = phrase.name.end;
    let lists = piece.tokens.clone().filter(|at| scene.text.norm(*at) == ",").count() >= 1;
    if counts_and_lists(scene, &phrase, piece.tokens.end)
        || sentence::begins_series(scene, piece.tokens.start, piece.tokens.end)
    {
        return true;
    }
    let is_table = scene.is_plural(phrase.name.end - 1)
        && lex::is_table_noun(&words, scene.language)
        && !lex::is_known_column(&words, scene.language);
    let opens = scene.does(behind, Does::Has)
        || (matches!(scene.text.norm(behind), ":" | "(" | "-" | "–") && lists)
        || scene.does(behind, Does::Equips);
    is_table && opens && behind < piece.tokens.end
}
