//! A table of markdown -> the columns that it describes, a row each, or that its header names.

use std::ops::Range;

use super::samples;
use crate::draft::ir::Role;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::scene::{Place, Scene};
use crate::draft::offline::tables;
use crate::draft::offline::words::Does;
use crate::draft::text::Kind;

/// Reads all tables of markdown.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame) {
    let lines = lines(scene);
    let mut at = 0;
    while at < lines.len() {
        if !is_row(scene, &lines[at]) {
            name(scene, &lines[at]);
            at += 1;
            continue;
        }
        let end = (at..lines.len()).find(|at| !is_row(scene, &lines[*at])).unwrap_or(lines.len());
        table(scene, frame, &lines[at..end]);
        at = end;
    }
}

fn lines(scene: &Scene<'_>) -> Vec<Range<usize>> {
    let tokens = &scene.text.tokens;
    let breaks = (0..tokens.len()).filter(|at| tokens[*at].kind == Kind::Break).chain([tokens.len()]);
    let mut start = 0;
    let mut found = Vec::new();
    for at in breaks {
        found.push(start..at);
        start = at + 1;
    }
    found.retain(|line| !line.is_empty());
    found
}

fn is_row(scene: &Scene<'_>, line: &Range<usize>) -> bool {
    scene.text.norm(line.start) == "|" && line.clone().filter(|at| scene.text.norm(*at) == "|").count() >= 2
}

/// A line before a table that names it: `## customers`, `Customers (500)`.
fn name(scene: &mut Scene<'_>, line: &Range<usize>) {
    if let Some(told) = called(scene, line) {
        scene.focus.table = Some(scene.words(told));
        return;
    }
    let start = line
        .clone()
        .find(|at| !scene.text.norm(*at).starts_with('#') && scene.text.norm(*at) != "*")
        .unwrap_or(line.start);
    let start = if scene.does(start, Does::Tables) && start + 1 < line.end { start + 1 } else { start };
    let phrase = scene.rows_phrase(start, line.end).filter(|phrase| line.len() <= 8 && tables::may_be(scene, phrase));
    scene.focus.table = phrase.map(|phrase| scene.words(phrase.name));
}

/// The name that a line gives a table: `the table is called deeds`, `Customs training, table "declarations"`.
fn called(scene: &Scene<'_>, line: &Range<usize>) -> Option<Range<usize>> {
    let word = line.clone().find(|at| scene.does(*at, Does::Tables))?;
    let link = (word + 1..line.end).find(|at| !scene.does(*at, Does::Is))?;
    let is_called = matches!(scene.text.norm(link), "called" | "named");
    let name = link + usize::from(is_called);
    let is_name = match scene.text.kind(name)? {
        Kind::Quoted => true,
        Kind::Word => is_called && scene.is_nominal(name),
        _ => false,
    };
    (is_name && name < line.end).then_some(name..name + 1)
}

/// The cells of a row.
fn cells(scene: &Scene<'_>, line: &Range<usize>) -> Vec<Range<usize>> {
    let marks: Vec<usize> = line.clone().filter(|at| scene.text.norm(*at) == "|").collect();
    marks.windows(2).map(|pair| pair[0] + 1..pair[1]).collect()
}

/// What a column of a table that describes columns says of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Name,
    Type,
    Example,
    Optional,
    Required,
    Idle,
    Notes,
}

fn says(head: &str) -> Says {
    match head {
        "column" | "field" | "name" | "column name" | "field name" | "attribute" | "property" | "spalte" | "feld"
        | "colonne" | "champ" | "columna" | "campo" | "colonna" | "coluna" | "key" => Says::Name,
        "type" | "kind" | "sort" | "data type" | "datatype" | "typ" | "datentyp" | "tipo" => Says::Type,
        "example" | "sample" | "examples" | "sample value" | "example value" | "beispiel" | "exemple" | "ejemplo"
        | "esempio" | "exemplo" => Says::Example,
        "nullable" | "null" | "optional" | "null?" | "nullable?" => Says::Optional,
        "required" | "not null" | "mandatory" | "required?" => Says::Required,
        "#" | "no" | "nr" | "default" => Says::Idle,
        _ => Says::Notes,
    }
}

fn table(scene: &mut Scene<'_>, frame: &mut Frame, rows: &[Range<usize>]) {
    let Some(header) = rows.first() else { return };
    let heads = cells(scene, header);
    let says: Vec<Says> = heads.iter().map(|cell| says(&scene.words(cell.clone()))).collect();
    let place = says.iter().position(|says| *says == Says::Name);
    let is_about = |cell: &Range<usize>| {
        matches!(
            scene.words(cell.clone()).as_str(),
            "description"
                | "notes"
                | "note"
                | "constraints"
                | "meaning"
                | "rules"
                | "details"
                | "rule"
                | "values"
                | "comment"
                | "comments"
                | "remarks"
                | "remark"
                | "content"
                | "contents"
                | "specification"
                | "spec"
                | "info"
                | "limits"
                | "bounds"
                | "what"
                | "how"
                | "value"
                | "range"
                | "format"
                | "beschreibung"
                | "regel"
                | "remarques"
                | "descripción"
                | "descrizione"
                | "descrição"
                | "allowed values"
                | "constraint"
                | "pk"
                | "fk"
        )
    };
    let described = says.iter().any(|says| matches!(says, Says::Type | Says::Optional | Says::Required))
        || heads.iter().any(is_about);
    let block = header.start..rows.last().map_or(header.end, |last| last.end);
    let Some(name) = owner(scene, frame, &block) else { return };
    frame.listed.insert(name.clone());
    for line in rows {
        for mark in line.clone().filter(|at| {
            matches!(scene.text.norm(*at), "|" | "-" | ":" | "---" | "--") || scene.text.norm(*at).starts_with('-')
        }) {
            scene.claim(mark..mark + 1);
        }
    }
    match place.filter(|_| described) {
        Some(place) => {
            scene.claim(header.clone());
            for line in rows.iter().skip(1) {
                described_by(scene, frame, &name, &cells(scene, line), &says, place);
            }
        }
        None => {
            for cell in &heads {
                columns::read_item(scene, frame, &name, cell.clone());
            }
            shown_by(scene, &name, &heads, &rows[1..]);
            rows.iter().skip(1).for_each(|line| scene.claim(line.clone()));
        }
    }
}

/// A row that describes a column.
fn described_by(
    scene: &mut Scene<'_>,
    frame: &mut Frame,
    table: &str,
    cells: &[Range<usize>],
    says: &[Says],
    place: usize,
) {
    let Some(name) = cells.get(place).filter(|cell| scene.item_phrase(cell.start, cell.end).is_some()) else { return };
    let before: Vec<String> = names(scene, table);
    // A plural with a type beside it is a column and no table: "remarks | text".
    let has_type = cells.iter().zip(says).any(|(cell, says)| *says == Says::Type && !cell.is_empty());
    let phrase = scene
        .item_phrase(name.start, name.end)
        .filter(|phrase| has_type && scene.is_plural(phrase.name.end - 1) && phrase.name.end == name.end);
    match phrase {
        Some(phrase) => {
            columns::add(scene, frame, table, &phrase, name.clone());
        }
        None => columns::read_item(scene, frame, table, name.clone()),
    }
    let named = lex::snake(&scene.quote(name.clone()), scene.language);
    let now = names(scene, table);
    let fresh = now.iter().find(|column| !before.contains(column)).cloned();
    let Some(column) = fresh.or_else(|| now.iter().find(|column| **column == named).cloned()) else { return };
    let place = Place { table: table.to_owned(), column };
    let mut is_choice = false;
    for (cell, says) in cells.iter().zip(says).filter(|(cell, _)| !cell.is_empty()) {
        let word = scene.text.norm(cell.start).to_owned();
        let is_no = matches!(word.as_str(), "no" | "n" | "false" | "-" | "nein" | "non" | "não");
        match says {
            Says::Name => {}
            Says::Idle => scene.claim(cell.clone()),
            Says::Type => {
                is_choice = matches!(word.as_str(), "enum" | "choice" | "category" | "categorical" | "enumeration");
                data_type(scene, frame, &place, cell.clone());
            }
            Says::Example => {
                let is_text = scene.text.kind(cell.start) == Some(Kind::Quoted);
                let value = if is_text { scene.text.norm(cell.start).to_owned() } else { scene.quote(cell.clone()) };
                samples::show(scene, &place, &value, is_text);
                scene.claim(cell.clone());
            }
            Says::Optional | Says::Required => {
                scene.claim(cell.clone());
                if (*says == Says::Optional) != is_no
                    && let Some(column) = scene.column_mut(&place)
                    && column.null_rate == 0.0
                {
                    column.null_rate = 0.1;
                }
            }
            Says::Notes => {
                let values = columns::listed(scene, cell.clone());
                if is_choice && values.len() >= 2 && values.iter().all(|value| value.split(' ').count() <= 2) {
                    if let Some(column) = scene.column_mut(&place) {
                        columns::choose(column, &values);
                    }
                    scene.claim(cell.clone());
                }
                scene.focus.table = Some(table.to_owned());
                frame.wait(scene, cell.clone(), Some(place.column.clone()));
            }
        }
    }
}

fn names(scene: &Scene<'_>, table: &str) -> Vec<String> {
    let columns = scene.ir.table(table).map(|table| &table.columns[..]).unwrap_or_default();
    columns.iter().map(|column| column.name.clone()).collect()
}

/// The type in a cell; what it does not take is put aside.
fn data_type(scene: &mut Scene<'_>, frame: &mut Frame, place: &Place, cell: Range<usize>) {
    if let Some(said) = columns::expression(scene, cell.start, cell.end, true) {
        if scene.column(place).is_some_and(|column| column.role != Role::Fk) {
            columns::apply_all(scene, place, &said);
        }
        if said.is_optional
            && let Some(column) = scene.column_mut(place)
        {
            column.null_rate = column.null_rate.max(0.1);
        }
        scene.claim(cell.start..said.end);
    }
    if cell.clone().any(|at| !scene.is_claimed(at)) {
        scene.focus.table = Some(place.table.clone());
        frame.wait(scene, cell, Some(place.column.clone()));
    }
}

/// Gives columns the formats of the first row of data.
fn shown_by(scene: &mut Scene<'_>, table: &str, heads: &[Range<usize>], rows: &[Range<usize>]) {
    let is_data = |line: &&Range<usize>| {
        Range::clone(line).any(|at| matches!(scene.text.kind(at), Some(Kind::Word | Kind::Number)))
    };
    let Some(first) = rows.iter().find(is_data) else { return };
    let names: Vec<String> = heads.iter().map(|cell| scene.quote(cell.clone())).collect();
    let cells: Vec<String> = cells(scene, first).into_iter().map(|cell| scene.quote(cell)).collect();
    samples::line(scene, table, &names, &cells);
}

/// The table that the line before names, or one for columns without a table.
fn owner(scene: &mut Scene<'_>, frame: &mut Frame, block: &Range<usize>) -> Option<String> {
    let Some(words) = scene.focus.table.take() else { return samples::owner(scene, frame, block) };
    if let Some(known) = tables::known(scene, &words) {
        return Some(known);
    }
    let name = crate::draft::offline::lex::table_name(&words, scene.language);
    scene.ir.tables.push(crate::draft::ir::Table { name: name.clone(), evidence: vec![words], ..Default::default() });
    Some(name)
}
