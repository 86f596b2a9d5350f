//! Lines of diagrams that tie tables -> references: `CUSTOMER ||--o{ ORDER : places`, `Ref: posts.user_id > users.id`.

use std::ops::Range;

use crate::draft::offline::frame::Frame;
use crate::draft::offline::lex;
use crate::draft::offline::relations;
use crate::draft::offline::scene::Scene;
use crate::draft::offline::tables;
use crate::draft::text::Kind;

/// A line that ties two tables.
#[derive(Debug, Clone)]
pub struct Line {
    child: String,
    parent: String,
    /// The column that refers; empty where the line names none.
    column: String,
    is_many_to_many: bool,
    tokens: Range<usize>,
}

/// Finds all such lines, claims them, and adds them to what is no prose.
pub fn ties(scene: &mut Scene<'_>, code: &mut Vec<Range<usize>>) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..=scene.text.tokens.len() {
        if at < scene.text.tokens.len() && scene.text.kind(at) != Some(Kind::Break) {
            continue;
        }
        let line = start..at;
        start = at + 1;
        let quote = scene.text.quote(line.clone());
        let tie = crow(quote).or_else(|| reference(quote));
        if tie.is_some() || matches!(quote.trim(), "erDiagram" | "classDiagram" | "@startuml" | "@enduml") {
            scene.claim(line.clone());
            code.push(line.clone());
        }
        found.extend(tie.map(|tie| Line { tokens: line, ..tie }));
    }
    found
}

/// `CUSTOMER ||--o{ ORDER : places`: the foot of a crow stands at the side of which there are many.
fn crow(line: &str) -> Option<Line> {
    let mut words = line.split_whitespace();
    let (left, link, right) = (words.next()?, words.next()?, words.next()?);
    let link = link.trim_matches('"');
    let body = if link.contains("--") { "--" } else { ".." };
    let (one, other) = link.split_once(body)?;
    let is_end = |end: &str| end.len() == 2 && end.chars().all(|c| "|o{}".contains(c));
    let is_name = |name: &str| name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if !is_end(one) || !is_end(other) || !is_name(left) || !is_name(right.trim_end_matches(':')) {
        return None;
    }
    let right = right.trim_end_matches(':');
    let (many_left, many_right) = (one.starts_with('}'), other.ends_with('{'));
    let (child, parent) = if many_left && !many_right { (left, right) } else { (right, left) };
    Some(Line {
        child: child.to_owned(),
        parent: parent.to_owned(),
        column: String::new(),
        is_many_to_many: many_left && many_right,
        tokens: 0..0,
    })
}

/// `Ref: posts.user_id > users.id`, `Ref name: users.id < posts.user_id`.
fn reference(line: &str) -> Option<Line> {
    let (head, rest) = line.split_once(':')?;
    if !head.trim().to_lowercase().starts_with("ref") || head.split_whitespace().count() > 2 {
        return None;
    }
    let mark = ['>', '<'].into_iter().find(|mark| rest.contains(*mark))?;
    let (left, right) = rest.split_once(mark)?;
    let (child, parent) = if mark == '>' { (left, right) } else { (right, left) };
    let (child, column) = child.trim().rsplit_once('.')?;
    let (parent, _) = parent.trim().rsplit_once('.')?;
    Some(Line {
        child: child.to_owned(),
        parent: parent.to_owned(),
        column: column.to_owned(),
        is_many_to_many: false,
        tokens: 0..0,
    })
}

/// Ties the tables of the lines.
pub fn tie(scene: &mut Scene<'_>, frame: &mut Frame, lines: Vec<Line>) {
    for line in lines {
        let (child, parent) = (table(scene, &line.child, &line), table(scene, &line.parent, &line));
        frame.bare.extend([child.clone(), parent.clone()]);
        if child == parent {
            continue;
        }
        if line.is_many_to_many {
            relations::shared(scene, &parent, &child, line.tokens);
            continue;
        }
        let column = lex::snake(&line.column, scene.language);
        relations::pick(scene, &child, &parent, (!line.column.is_empty()).then_some(column.as_str()), line.tokens);
    }
}

fn table(scene: &mut Scene<'_>, name: &str, line: &Line) -> String {
    let words = lex::snake(name, scene.language).replace('_', " ");
    tables::declare_exactly(scene, &words, line.tokens.clone())
}
