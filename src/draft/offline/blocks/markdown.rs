//! A table of markdown -> the columns that it describes, a row each, or that its header names.

use std::ops::Range;

use super::entries::records;
use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
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
    let start = line
        .clone()
        .find(|at| !scene.text.norm(*at).starts_with('#') && scene.text.norm(*at) != "*")
        .unwrap_or(line.start);
    let phrase = scene.rows_phrase(start, line.end).filter(|phrase| line.len() <= 8 && tables::may_be(scene, phrase));
    scene.focus.table = phrase.map(|phrase| scene.words(phrase.name));
}

/// The cells of a row.
fn cells(scene: &Scene<'_>, line: &Range<usize>) -> Vec<Range<usize>> {
    let marks: Vec<usize> = line.clone().filter(|at| scene.text.norm(*at) == "|").collect();
    marks.windows(2).map(|pair| pair[0] + 1..pair[1]).collect()
}

fn table(scene: &mut Scene<'_>, frame: &mut Frame, rows: &[Range<usize>]) {
    let Some(header) = rows.first() else { return };
    let heads = cells(scene, header);
    let words: Vec<String> = heads.iter().map(|cell| scene.words(cell.clone())).collect();
    let described = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "type"
                | "description"
                | "notes"
                | "constraints"
                | "data type"
                | "meaning"
                | "rules"
                | "details"
                | "rule"
                | "values"
        )
    });
    let place = words.iter().position(|word| {
        matches!(word.as_str(), "column" | "field" | "name" | "column name" | "field name" | "attribute")
    });
    let Some(name) = owner(scene, frame) else { return };
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
                let cells = cells(scene, line);
                let Some(cell) = cells.get(place).filter(|cell| scene.phrase(cell.start, cell.end).is_some()) else {
                    continue;
                };
                columns::read_item(scene, frame, &name, cell.start..line.end - 1);
            }
        }
        None => {
            for cell in heads {
                columns::read_item(scene, frame, &name, cell);
            }
            rows.iter().skip(1).for_each(|line| scene.claim(line.clone()));
        }
    }
}

/// The table that the line before names, or one for columns without a table.
fn owner(scene: &mut Scene<'_>, frame: &mut Frame) -> Option<String> {
    let Some(words) = scene.focus.table.take() else { return records(scene, frame) };
    if let Some(known) = tables::known(scene, &words) {
        return Some(known);
    }
    let name = crate::draft::offline::lex::table_name(&words, scene.language);
    scene.ir.tables.push(crate::draft::ir::Table { name: name.clone(), evidence: vec![words], ..Default::default() });
    Some(name)
}
