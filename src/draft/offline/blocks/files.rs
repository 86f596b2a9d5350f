//! `sensors.csv has the header id;location` -> a table of the file's name with the columns of its header and the number of its lines.

use std::ops::Range;

use crate::draft::offline::columns;
use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::names;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::text::{Kind, number};

/// How far behind a file's name its header begins, in tokens.
const NEAR: usize = 10;

/// Reads the files that are named with their headers; gives the headers, which are no prose.
pub fn read(scene: &mut Scene<'_>, frame: &mut Frame) -> Vec<Range<usize>> {
    let files: Vec<(usize, String)> =
        (0..scene.text.tokens.len()).filter_map(|at| Some((at, scene.text.file(at)?.0))).collect();
    let mut found = Vec::new();
    for (index, (at, stem)) in files.iter().enumerate() {
        let stop = files.get(index + 1).map_or(scene.text.tokens.len(), |(next, _)| *next);
        let Some(header) = (at + 1..stop.min(at + NEAR)).find_map(|start| header(scene, start, stop)) else { continue };
        let words = lex::snake(stem, scene.language).replace('_', " ");
        let table = tables::declare_exactly(scene, &words, *at..at + 1);
        scene.aliases.insert(names::key(scene.text.norm(*at)), table.clone());
        frame.bare.insert(table.clone());
        for name in header.clone().step_by(2) {
            columns::read_item(scene, frame, &table, name..name + 1);
        }
        frame.listed.insert(table.clone());
        scene.claim(*at..header.end);
        found.push(*at..header.end);
        if let Some(count) = lines(scene, header.end, stop) {
            found.push(count.1.clone());
            tables::count(scene, frame, &table, count.0, count.1);
        }
    }
    found
}

/// The header that begins at a token: at least two names with commas or semicolons between them and no blanks.
fn header(scene: &Scene<'_>, at: usize, stop: usize) -> Option<Range<usize>> {
    let is_name = |at: usize| at < stop && scene.text.kind(at) == Some(Kind::Word);
    let is_mark = |at: usize| at < stop && matches!(scene.text.norm(at), "," | ";" | "|" | "\t");
    let is_tight = |at: usize| scene.text.is_glued(at) && scene.text.is_glued(at + 1);
    let mut end = at + 1;
    while is_name(at) && is_mark(end) && is_name(end + 1) && is_tight(end) {
        end += 2;
    }
    (end > at + 2).then_some(at..end)
}

/// `and 50 lines`: how many lines the file has.
fn lines(scene: &Scene<'_>, at: usize, stop: usize) -> Option<(u64, Range<usize>)> {
    let start = (at..stop.min(at + 5)).find(|at| number::count(scene.text, *at).is_some())?;
    let found = number::count(scene.text, start)?;
    let is_line = matches!(scene.text.norm(found.end), "lines" | "rows" | "records" | "entries" | "zeilen" | "lignes");
    is_line.then_some((found.value, at..found.end + 1))
}
