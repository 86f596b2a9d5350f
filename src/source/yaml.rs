//! A spec's text -> [`Node`]: pulls the YAML parser's events (no recursion on the way) and builds the tree under limits
//! on depth and on what aliases may copy.

use super::position::CharOffsets;
use super::{Entry, Node, Scalar, SpecSource, Value, resolve, syntax};
use crate::diag::{Diagnostic, Diagnostics, Span};
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span as Marks};
use std::collections::BTreeMap;

/// How deep sequences and mappings may nest, aliases expanded.
pub const MAX_DEPTH: usize = 128;
/// How many nodes anchors and aliases may copy in all.
pub const MAX_ALIASED_NODES: usize = 100_000;
/// How many bytes of text anchors and aliases may copy in all.
pub const MAX_ALIASED_BYTES: usize = 16 << 20;

/// What YAML takes for white space; other blanks of Unicode belong to the text.
const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// Parses one YAML document.
///
/// # Errors
/// All findings up to the first that ends the reading: `E0102` nothing but comments, `E0106` YAML syntax, `E0107`
/// duplicate key, `E0108` alias, `E0109` merge key, `E0110` depth, `E0111` a second document, `E0112` tag, `E0113` a key
/// that is not text, `E0114` tab.
pub fn parse(source: &SpecSource) -> Result<Node, Diagnostics> {
    let mut builder = Builder::new(&source.text);
    for event in Parser::new_from_str(&source.text) {
        let step = match event {
            Ok((event, marks)) => builder.take(event, marks),
            Err(error) => Err(builder.syntax_error(&error)),
        };
        if let Err(last) = step {
            builder.found.push(*last);
            break;
        }
    }
    builder.finish(&source.name)
}

/// A finding that ends the reading.
type Step = Result<(), Box<Diagnostic>>;

/// A collection that is still open.
struct Frame {
    start: usize,
    anchor: usize,
    content: Content,
}

enum Content {
    Sequence(Vec<Node>),
    Mapping { entries: Vec<Entry>, seen: BTreeMap<String, Span>, key: Option<(String, Span)> },
}

struct Builder<'t> {
    text: &'t str,
    offsets: CharOffsets,
    stack: Vec<Frame>,
    anchors: BTreeMap<usize, Node>,
    aliased_nodes: usize,
    aliased_bytes: usize,
    documents: usize,
    root: Option<Node>,
    found: Diagnostics,
}

impl<'t> Builder<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            offsets: CharOffsets::new(text),
            stack: Vec::new(),
            anchors: BTreeMap::new(),
            aliased_nodes: 0,
            aliased_bytes: 0,
            documents: 0,
            root: None,
            found: Diagnostics::new(),
        }
    }

    fn span(&self, marks: Marks) -> Span {
        Span::new(self.offsets.byte(marks.start.index()), self.offsets.byte(marks.end.index()))
    }

    fn take(&mut self, event: Event<'_>, marks: Marks) -> Step {
        let span = self.span(marks);
        match event {
            Event::DocumentStart(_) => self.open_document(span),
            Event::Alias(anchor) => self.alias(anchor, span),
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_tag(tag.is_some(), span);
                self.scalar(&text, style, anchor, span)
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_tag(tag.is_some(), span);
                self.open(anchor, span, Content::Sequence(Vec::new()))
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_tag(tag.is_some(), span);
                self.open(anchor, span, Content::Mapping { entries: Vec::new(), seen: BTreeMap::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        }
    }

    fn open_document(&mut self, span: Span) -> Step {
        self.documents += 1;
        if self.documents == 1 {
            return Ok(());
        }
        let span = self.first_line(span.start);
        Err(Box::new(
            Diagnostic::error("E0111", "a second document begins here")
                .at(span, "")
                .help("keep one document in a file: remove the `---`, or move what follows into a file of its own"),
        ))
    }

    fn refuse_tag(&mut self, is_tagged: bool, span: Span) {
        if is_tagged {
            let end = self.text[span.start..].find(char::is_whitespace).map_or(self.text.len(), |n| span.start + n);
            self.found.push(
                Diagnostic::error("E0112", "tags have no meaning in a spec")
                    .at(Span::new(span.start, end), "a tag")
                    .help("remove the tag; quote the text if the `!` belongs to it"),
            );
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, anchor: usize, span: Span) -> Step {
        let is_plain = style == ScalarStyle::Plain;
        let span = match is_plain && text.is_empty() {
            true => self.empty_span(span),
            false => self.scalar_span(span, style, anchor != 0),
        };
        if let Some(Content::Mapping { key: None, .. }) = self.top() {
            return self.key(text, is_plain, span);
        }
        let value = if is_plain { resolve::plain(text) } else { Scalar::Str { text: text.to_owned() } };
        self.place(Node { span, value: Value::Scalar(value) }, anchor)
    }

    /// Where a value that was not written would stand: just behind the colon of its key.
    fn empty_span(&self, span: Span) -> Span {
        let at = match self.top() {
            Some(Content::Mapping { key: Some((_, key)), .. }) => {
                self.text[key.end..].find(':').map_or(key.end, |colon| key.end + colon + 1)
            }
            _ => span.start,
        };
        Span::new(at, at)
    }

    /// The span of a scalar's text with its quotes or the head of its block, without an anchor before it and blank lines
    /// behind it.
    fn scalar_span(&self, span: Span, style: ScalarStyle, has_anchor: bool) -> Span {
        let end = span.start + self.text[span.start..span.end].trim_end_matches(BLANKS).len();
        let start = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => self.block_head(span.start),
            _ if has_anchor => self.behind_anchor(span.start),
            _ => span.start,
        };
        Span::new(start, start.max(end))
    }

    /// Where the `|` or `>` stands of the text block whose first line begins at `start`.
    fn block_head(&self, start: usize) -> usize {
        let before = self.text[..start].trim_end_matches(BLANKS);
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let head = before[line..].split(" #").next().unwrap_or("").trim_end_matches(BLANKS);
        line + head.rfind(BLANKS).map_or(0, |at| at + 1)
    }

    /// The first place behind the anchor that begins at `start`.
    fn behind_anchor(&self, start: usize) -> usize {
        let text = &self.text[start..];
        let gap = text.find(BLANKS).unwrap_or(text.len());
        start + gap + (text[gap..].len() - text[gap..].trim_start_matches(BLANKS).len())
    }

    fn key(&mut self, text: &str, is_plain: bool, span: Span) -> Step {
        if is_plain && text.is_empty() {
            return Err(Box::new(key_is_no_text(span, "the key is missing")));
        }
        if is_plain && text == "<<" {
            self.found.push(
                Diagnostic::error("E0109", "merge keys are not supported")
                    .at(span, "")
                    .note("`<<` belongs to YAML 1.1")
                    .help("write the entries out; an alias as a value (`columns: *name`) works"),
            );
        }
        if let Some(Content::Mapping { key, .. }) = self.top_mut() {
            *key = Some((text.to_owned(), span));
        }
        Ok(())
    }

    fn alias(&mut self, anchor: usize, span: Span) -> Step {
        if let Some(Content::Mapping { key: None, .. }) = self.top() {
            return Err(Box::new(key_is_no_text(span, "an alias cannot be a key")));
        }
        let Some(node) = self.anchors.get(&anchor).cloned() else {
            return Err(Box::new(
                Diagnostic::error("E0108", "an alias stands inside its own anchor")
                    .at(span, "this would contain itself")
                    .help("write the value out"),
            ));
        };
        self.charge(&node, span)?;
        if self.stack.len() + height(&node) > MAX_DEPTH {
            return Err(Box::new(too_deep(span)));
        }
        self.place(node, 0)
    }

    /// Counts a copy against the budget, so that aliases of aliases cannot fill the memory.
    fn charge(&mut self, node: &Node, span: Span) -> Step {
        let (nodes, bytes) = size(node);
        self.aliased_nodes += nodes;
        self.aliased_bytes += bytes;
        if self.aliased_nodes <= MAX_ALIASED_NODES && self.aliased_bytes <= MAX_ALIASED_BYTES {
            return Ok(());
        }
        Err(Box::new(
            Diagnostic::error("E0108", "aliases expand to too much")
                .at(span, "the budget is spent here")
                .note(format!(
                    "anchors and aliases may copy {MAX_ALIASED_NODES} values and {} MiB of text in all",
                    MAX_ALIASED_BYTES >> 20
                ))
                .help("use fewer aliases; long lists of values belong into a CSV file, read with `gen: list`"),
        ))
    }

    fn open(&mut self, anchor: usize, span: Span, content: Content) -> Step {
        if let Some(Content::Mapping { key: None, .. }) = self.top() {
            let span = self.first_line(span.start);
            return Err(Box::new(key_is_no_text(span, "a list or mapping cannot be a key")));
        }
        if self.stack.len() >= MAX_DEPTH {
            return Err(Box::new(too_deep(Span::new(span.start, span.start + 1))));
        }
        let start = if anchor != 0 { self.behind_anchor(span.start) } else { span.start };
        self.stack.push(Frame { start, anchor, content });
        Ok(())
    }

    fn close(&mut self, span: Span) -> Step {
        let Some(frame) = self.stack.pop() else { return Ok(()) };
        let is_flow = self.text[frame.start..].starts_with(['[', '{']);
        // The parser's span of a bracket runs on over blanks and a comment.
        let closes = self.text[span.start..span.end].starts_with([']', '}']);
        let (value, first, last) = match frame.content {
            Content::Sequence(items) => {
                let ends = (items.first().map(|n| n.span.start), items.last().map(|n| n.span.end));
                (Value::Sequence(items), ends.0, ends.1)
            }
            Content::Mapping { entries, .. } => {
                let ends = (entries.first().map(|e| e.key_span.start), entries.last().map(|e| e.value.span.end));
                (Value::Mapping(entries), ends.0, ends.1)
            }
        };
        let end = if is_flow && closes { span.start + 1 } else { last.unwrap_or(span.start) };
        let start = if frame.anchor != 0 && !is_flow { first.unwrap_or(frame.start) } else { frame.start };
        self.place(Node { span: Span::new(start, end.max(start)), value }, frame.anchor)
    }

    fn place(&mut self, node: Node, anchor: usize) -> Step {
        if anchor != 0 {
            self.charge(&node, Span::new(node.span.start, node.span.start + 1))?;
            self.anchors.insert(anchor, node.clone());
        }
        match self.stack.last_mut().map(|frame| &mut frame.content) {
            None => self.root = Some(node),
            Some(Content::Sequence(items)) => items.push(node),
            Some(Content::Mapping { entries, seen, key }) => {
                // A value always follows its key: the parser yields them in pairs.
                let Some((key, key_span)) = key.take() else { return Ok(()) };
                match seen.get(&key) {
                    Some(first) => self.found.push(duplicate(&key, key_span, *first)),
                    None => {
                        seen.insert(key.clone(), key_span);
                        entries.push(Entry { key, key_span, value: node });
                    }
                }
            }
        }
        Ok(())
    }

    fn top(&self) -> Option<&Content> {
        self.stack.last().map(|frame| &frame.content)
    }

    fn top_mut(&mut self) -> Option<&mut Content> {
        self.stack.last_mut().map(|frame| &mut frame.content)
    }

    /// From `start` to the end of its line, for findings about something long.
    fn first_line(&self, start: usize) -> Span {
        let line = self.text[start..].lines().next().unwrap_or("");
        Span::new(start, start + line.trim_end().len())
    }

    fn syntax_error(&self, error: &ScanError) -> Box<Diagnostic> {
        let start = self.offsets.byte(error.marker().index());
        let len = self.text[start..].chars().next().map_or(0, |c| if c.is_whitespace() { 0 } else { c.len_utf8() });
        Box::new(syntax::diagnose(error.info(), Span::new(start, start + len)))
    }

    fn finish(mut self, name: &str) -> Result<Node, Diagnostics> {
        if !self.found.is_empty() {
            self.found.sort();
            return Err(self.found);
        }
        let nothing = || {
            Diagnostic::error("E0102", format!("`{name}` holds nothing but comments"))
                .help("begin with `synth: 1` and a table under `tables:`")
        };
        self.root.filter(|root| !(root.is_null() && root.span.start == root.span.end)).ok_or_else(|| nothing().into())
    }
}

fn duplicate(key: &str, second: Span, first: Span) -> Diagnostic {
    Diagnostic::error("E0107", format!("the key `{key}` stands twice in one mapping"))
        .at(second, "again here")
        .and(first, "first here")
        .help("remove or rename one of them")
}

fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::error("E0110", format!("values are nested deeper than {MAX_DEPTH} levels"))
        .at(span, "")
        .help("flatten the value; no part of a spec needs so many levels")
}

fn key_is_no_text(span: Span, label: &str) -> Diagnostic {
    Diagnostic::error("E0113", "a key must be plain text").at(span, label).help(
        "write `key: value`; quote a key or value that begins with one of `[ { * & ! ? : |` and means that sign itself",
    )
}

/// How many nodes and bytes of text a copy of `node` takes.
fn size(node: &Node) -> (usize, usize) {
    let add = |a: (usize, usize), b: (usize, usize)| (a.0 + b.0, a.1 + b.1);
    match &node.value {
        Value::Scalar(_) => (1, node.text().map_or(0, str::len)),
        Value::Sequence(items) => items.iter().map(size).fold((1, 0), add),
        Value::Mapping(entries) => {
            entries.iter().fold((1, 0), |sum, e| add(add(sum, (0, e.key.len())), size(&e.value)))
        }
    }
}

/// How many collections are nested in `node`, itself included.
fn height(node: &Node) -> usize {
    match &node.value {
        Value::Scalar(_) => 0,
        Value::Sequence(items) => 1 + items.iter().map(height).max().unwrap_or(0),
        Value::Mapping(entries) => 1 + entries.iter().map(|e| height(&e.value)).max().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests;
