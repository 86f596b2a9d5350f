//! A text -> its values with style, anchors and places: what a [`crate::source::Node`] does not keep.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marks};

/// White space of YAML.
const BLANKS: [char; 3] = [' ', '\t', '\n'];

/// A value and where it stands.
#[derive(Debug)]
pub(super) struct Raw {
    /// Its first byte, behind an anchor; of a block text that of `|` or `>`. For nothing: not known.
    pub start: usize,
    /// The byte behind its last.
    pub end: usize,
    pub anchor: Option<String>,
    pub form: RawForm,
}

#[derive(Debug)]
pub(super) enum RawForm {
    Scalar {
        style: ScalarStyle,
        text: String,
    },
    Alias,
    /// Items, or keys and values by turns.
    Collection {
        is_map: bool,
        is_flow: bool,
        parts: Vec<Raw>,
    },
}

impl Raw {
    /// Whether nothing was written, not even an anchor.
    pub fn is_absent(&self) -> bool {
        matches!(&self.form, RawForm::Scalar { style: ScalarStyle::Plain, text } if text.is_empty())
            && self.anchor.is_none()
    }

    pub fn is_block_text(&self) -> bool {
        matches!(self.form, RawForm::Scalar { style: ScalarStyle::Literal | ScalarStyle::Folded, .. })
    }

    /// Whether this is a list or mapping that begins on a line of its own.
    pub fn is_block(&self) -> bool {
        matches!(self.form, RawForm::Collection { is_flow: false, .. })
    }
}

/// The document of a text, and where its `---` stands. The text has line feeds only and has been parsed before, so that
/// nothing can be wrong with it.
pub(super) fn read(text: &str) -> (Option<Raw>, Option<usize>) {
    let mut reader =
        Reader { text, offsets: offsets(text), anchors: BTreeMap::new(), stack: Vec::new(), root: None, marker: None };
    Parser::new_from_str(text).map_while(Result::ok).for_each(|(event, marks)| reader.take(event, marks));
    (reader.root, reader.marker)
}

/// Byte offsets of characters.
fn offsets(text: &str) -> Vec<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
}

struct Reader<'t> {
    text: &'t str,
    offsets: Vec<usize>,
    anchors: BTreeMap<usize, String>,
    /// Open collections, each as it will be but for its end.
    stack: Vec<Raw>,
    root: Option<Raw>,
    marker: Option<usize>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, marks: Marks) {
        let at = |index: usize| self.offsets[index.min(self.offsets.len() - 1)];
        let (start, end) = (at(marks.start.index()), at(marks.end.index()));
        match event {
            Event::DocumentStart(true) => self.marker = Some(start),
            Event::Alias(_) => self.place(Raw { start, end: self.name_end(start), anchor: None, form: RawForm::Alias }),
            Event::Scalar(text, style, anchor, _) => {
                let anchor = self.anchor(anchor, start);
                let raw = self.scalar(text.into_owned(), style, anchor, start, end);
                self.place(raw);
            }
            Event::SequenceStart(anchor, _) => self.open(anchor, start, false),
            Event::MappingStart(anchor, _) => self.open(anchor, start, true),
            Event::SequenceEnd | Event::MappingEnd => self.close(start),
            _ => {}
        }
    }

    /// The name of an anchor that begins at `start`.
    fn anchor(&mut self, id: usize, start: usize) -> Option<String> {
        if id == 0 {
            return None;
        }
        let name = self.text[start..].strip_prefix('&').map(|_| self.text[start + 1..self.name_end(start)].to_owned());
        let name = name.unwrap_or_else(|| format!("anchor{id}"));
        self.anchors.insert(id, name.clone());
        Some(name)
    }

    /// Where the name behind `&` or `*` ends.
    fn name_end(&self, start: usize) -> usize {
        let name = &self.text[start..];
        start + name.find(|c: char| c.is_whitespace() || ",[]{}".contains(c)).unwrap_or(name.len())
    }

    /// The place behind an anchor.
    fn behind(&self, anchor: Option<&String>, start: usize) -> usize {
        match anchor {
            Some(_) if self.text[start..].starts_with('&') => {
                let end = self.name_end(start);
                let rest = &self.text[end..];
                end + rest.len() - rest.trim_start_matches(BLANKS).len()
            }
            _ => start,
        }
    }

    fn scalar(&self, text: String, style: ScalarStyle, anchor: Option<String>, start: usize, end: usize) -> Raw {
        let trimmed = start + self.text[start..end].trim_end_matches(BLANKS).len();
        let (start, end) = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let head = self.block_head(start);
                (head, trimmed.max(self.text[head..].find('\n').map_or(self.text.len(), |n| head + n)))
            }
            ScalarStyle::Plain if text.is_empty() && anchor.is_some() => {
                let end = self.name_end(start);
                (end, end)
            }
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                let start = self.behind(anchor.as_ref(), start);
                (start, self.closing_quote(start))
            }
            _ => (self.behind(anchor.as_ref(), start), trimmed),
        };
        Raw { start, end: end.max(start), anchor, form: RawForm::Scalar { style, text } }
    }

    /// The place behind a quoted text. The parser's span runs on over blanks and a comment.
    fn closing_quote(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let quote = bytes[start];
        let mut at = start + 1;
        while at < bytes.len() {
            let is_doubled = quote == b'\'' && bytes[at..].starts_with(b"''");
            match bytes[at] {
                b'\\' if quote == b'"' => at += 2,
                _ if is_doubled => at += 2,
                byte if byte == quote => return at + 1,
                _ => at += 1,
            }
        }
        bytes.len()
    }

    /// Where the `|` or `>` stands of the text block whose first line begins at `start`.
    fn block_head(&self, start: usize) -> usize {
        let before = self.text[..start].trim_end_matches(BLANKS);
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let head = before[line..].split(" #").next().unwrap_or("").trim_end_matches(BLANKS);
        line + head.rfind(BLANKS).map_or(0, |at| at + 1)
    }

    fn open(&mut self, anchor: usize, start: usize, is_map: bool) {
        let anchor = self.anchor(anchor, start);
        let start = self.behind(anchor.as_ref(), start);
        let is_flow = self.text[start..].starts_with(if is_map { '{' } else { '[' });
        let form = RawForm::Collection { is_map, is_flow, parts: Vec::new() };
        self.stack.push(Raw { start, end: start, anchor, form });
    }

    fn close(&mut self, end: usize) {
        let Some(mut raw) = self.stack.pop() else { return };
        if let RawForm::Collection { is_flow, parts, .. } = &raw.form {
            let closes = self.text[end..].starts_with([']', '}']);
            raw.end = match (is_flow, closes) {
                (true, true) => end + 1,
                _ => parts.last().map_or(raw.start, |part| part.end).max(raw.start),
            };
        }
        self.place(raw);
    }

    fn place(&mut self, raw: Raw) {
        match self.stack.last_mut() {
            Some(Raw { form: RawForm::Collection { parts, .. }, .. }) => parts.push(raw),
            _ => self.root = Some(raw),
        }
    }
}
