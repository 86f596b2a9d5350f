//! `interface Badge { ... }`, `model User { ... }`, `class Reading:` with its indented lines, `enum Level { ... }` -> declarations and
//! the values of enumerations.

use std::ops::Range;

use super::declarations::Declaration;
use super::fields;
use crate::draft::offline::columns;
use crate::draft::offline::scene::Scene;
use crate::draft::text::Kind;

/// Words in front of the name of something declared.
const INTROS: &[&str] = &[
    "interface",
    "type",
    "class",
    "model",
    "struct",
    "record",
    "entity",
    "table",
    "message",
    "data",
    "case",
    "schema",
    "export",
    "public",
    "pub",
    "abstract",
    "final",
    "sealed",
    "internal",
    "declare",
    "const",
    "input",
    "object",
    "node",
    "default",
    "private",
    "collection",
    "open",
    "partial",
];

/// Words behind the name of something declared.
const TAILS: &[&str] = &["extends", "implements", "struct", "as", "with"];

/// The declaration whose first word stands at a token.
pub fn find(scene: &Scene<'_>, at: usize) -> Option<Declaration> {
    if scene.text.kind(at) != Some(Kind::Word) {
        return None;
    }
    let name = name_at(scene, at);
    let is_line_start = starts_line(scene, at);
    if name == at && !is_line_start {
        return None;
    }
    if let Some(declaration) = indented(scene, at, name).filter(|_| is_line_start) {
        return Some(declaration);
    }
    let open = opening(scene, name)?;
    let is_bare = name == at;
    let opens_line = scene.text.kind(open + 1) == Some(Kind::Break);
    if is_bare && !(open == at + 1 && opens_line) {
        return None;
    }
    let close = columns::closing(scene, open, scene.text.tokens.len().min(open + 1500))?;
    let inside = open + 1..close;
    let fields = fields::fields(scene, inside.clone(), true);
    let end = if scene.text.norm(close + 1) == ";" { close + 2 } else { close + 1 };
    let whole = decorated(scene, at)..end;
    (!fields.is_empty()).then_some(Declaration { name: name..name + 1, whole, inside, fields, is_code: true })
}

/// The name behind the words that lead to it; the token itself where there are none.
fn name_at(scene: &Scene<'_>, at: usize) -> usize {
    let mut name = at;
    while INTROS.contains(&scene.text.norm(name))
        && scene.text.kind(name + 1) == Some(Kind::Word)
        && !TAILS.contains(&scene.text.norm(name + 1))
    {
        name += 1;
    }
    name
}

/// The brace behind a name, perhaps on the next line, with nothing but words and what they extend between.
fn opening(scene: &Scene<'_>, name: usize) -> Option<usize> {
    let end = scene.text.tokens.len().min(name + 16);
    for at in name + 1..end {
        let word = scene.text.norm(at);
        match scene.text.kind(at)? {
            _ if word == "{" => return Some(at),
            Kind::Break => return (scene.text.norm(at + 1) == "{").then_some(at + 1),
            Kind::Word if at == name + 1 && !TAILS.contains(&word) => return None,
            Kind::Word | Kind::Quoted => {}
            _ if matches!(word, "=" | ":" | "<" | ">" | "," | "(" | ")" | "@" | "&" | "[" | "]") => {}
            _ => return None,
        }
    }
    None
}

fn starts_line(scene: &Scene<'_>, at: usize) -> bool {
    at == 0 || matches!(scene.text.kind(at - 1), Some(Kind::Break | Kind::Bullet))
}

/// The first token of the annotations on the lines above: `@dataclass`, `#[derive(Debug)]`.
fn decorated(scene: &Scene<'_>, at: usize) -> usize {
    let mut start = at;
    while start >= 2 && scene.text.kind(start - 1) == Some(Kind::Break) {
        let line = (0..start - 1).rev().find(|at| scene.text.kind(*at) == Some(Kind::Break)).map_or(0, |at| at + 1);
        let is_annotation =
            scene.text.norm(line) == "@" || scene.text.norm(line) == "#" && scene.text.norm(line + 1) == "[";
        if !is_annotation || line == start - 1 {
            break;
        }
        start = line;
    }
    start
}

/// Bytes before a token on its line.
fn indent(scene: &Scene<'_>, at: usize) -> usize {
    let begin = scene.text.tokens[at].start;
    begin - scene.text.prose[..begin].rfind('\n').map_or(0, |at| at + 1)
}

/// `class Reading(BaseModel):` with the lines below it that are indented further.
fn indented(scene: &Scene<'_>, at: usize, name: usize) -> Option<Declaration> {
    if name == at || scene.text.norm(name - 1) != "class" {
        return None;
    }
    let mut colon = name + 1;
    if scene.text.norm(colon) == "(" {
        colon = columns::closing(scene, colon, scene.text.tokens.len().min(colon + 40))? + 1;
    }
    if scene.text.norm(colon) != ":" || scene.text.kind(colon + 1) != Some(Kind::Break) {
        return None;
    }
    let level = indent(scene, at);
    let end = below(scene, colon + 1, level);
    let inside = colon + 1..end;
    let fields = fields::fields(scene, inside.clone(), true);
    let whole = decorated(scene, at)..end;
    (!fields.is_empty()).then_some(Declaration { name: name..name + 1, whole, inside, fields, is_code: true })
}

/// Behind the lines that are indented further than a level.
fn below(scene: &Scene<'_>, from: usize, level: usize) -> usize {
    let count = scene.text.tokens.len();
    let mut end = from;
    while end < count && scene.text.kind(end) == Some(Kind::Break) {
        let line = end + 1;
        if line >= count || scene.text.kind(line) == Some(Kind::Break) || indent(scene, line) <= level {
            break;
        }
        end = (line..count).find(|at| scene.text.kind(*at) == Some(Kind::Break)).unwrap_or(count);
    }
    end
}

/// All enumerations: their names in lower case, and their values. They are claimed, and are code.
pub fn enumerations(scene: &mut Scene<'_>, code: &mut Vec<Range<usize>>) -> Vec<(String, Vec<String>)> {
    let mut found = Vec::new();
    for at in 0..scene.text.tokens.len() {
        let Some((name, values, whole)) = enumeration(scene, at).or_else(|| alias(scene, at)) else { continue };
        if values.is_empty() || code.iter().any(|range| range.contains(&at)) {
            continue;
        }
        found.push((scene.text.norm(name).to_owned(), values));
        scene.claim(whole.clone());
        code.push(whole);
    }
    found
}

type Enumeration = (usize, Vec<String>, Range<usize>);

/// `enum Level { STAFF, VISITOR }`, `create type level as enum ('staff', 'visitor')`, `class Level(Enum):`.
fn enumeration(scene: &Scene<'_>, at: usize) -> Option<Enumeration> {
    let word = scene.text.norm(at);
    if word == "create" && scene.text.norm(at + 1) == "type" && scene.text.norm(at + 4) == "enum" {
        let close = columns::closing(scene, at + 5, scene.text.tokens.len())?;
        let end = close + 1 + usize::from(scene.text.norm(close + 1) == ";");
        return Some((at + 2, columns::listed(scene, at + 6..close), at..end));
    }
    let begins = starts_line(scene, at) || INTROS.contains(&scene.text.norm(at.wrapping_sub(1)));
    if word == "enum" && begins && scene.text.kind(at + 1) == Some(Kind::Word) {
        let name = at + 1 + usize::from(matches!(scene.text.norm(at + 1), "class"));
        let open = opening(scene, name)?;
        let close = columns::closing(scene, open, scene.text.tokens.len())?;
        return Some((name, members(scene, open + 1..close), decorated(scene, at)..close + 1));
    }
    let is_class = word == "class" && starts_line(scene, at) && scene.text.norm(at + 2) == "(";
    let declaration = indented(scene, at, at + 1).filter(|_| is_class)?;
    let is_enum = (at + 2..declaration.inside.start).any(|at| scene.text.norm(at).ends_with("enum"));
    is_enum.then(|| (at + 1, members(scene, declaration.inside.clone()), declaration.whole))
}

/// `type Level = "staff" | "visitor";`
fn alias(scene: &Scene<'_>, at: usize) -> Option<Enumeration> {
    if scene.text.norm(at) != "type" || scene.text.norm(at + 2) != "=" {
        return None;
    }
    let first = (at + 3..at + 6).find(|at| scene.text.kind(*at) != Some(Kind::Break) && scene.text.norm(*at) != "|")?;
    let end = scene.text.tokens.len().min(first + 120);
    let mut values = Vec::new();
    let mut next = first;
    while scene.text.kind(next) == Some(Kind::Quoted) && next < end {
        values.push(scene.text.norm(next).to_owned());
        next += 1;
        let bar = next + usize::from(scene.text.kind(next) == Some(Kind::Break));
        if scene.text.norm(bar) != "|" {
            break;
        }
        next = bar + 1;
    }
    let end = next + usize::from(scene.text.norm(next) == ";");
    let start = if scene.text.norm(at.wrapping_sub(1)) == "export" { at - 1 } else { at };
    (values.len() >= 2).then_some((at + 1, values, start..end))
}

/// The values of an enumeration's members: what stands behind `=`, else the names.
fn members(scene: &Scene<'_>, inside: Range<usize>) -> Vec<String> {
    let value = |field: fields::Field| {
        let tokens = field.tokens;
        let said = tokens.clone().find(|at| scene.text.kind(*at) == Some(Kind::Quoted));
        match said {
            Some(at) => scene.text.norm(at).to_owned(),
            None => scene.quote(tokens.start..tokens.start + 1),
        }
    };
    fields::fields(scene, inside, true).into_iter().map(value).collect()
}
