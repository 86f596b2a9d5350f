//! [`Document`] -> its text: two blanks a level, lines of at most [`WIDTH`] characters where that can be had.
//!
//! | what | how |
//! |---|---|
//! | a collection in brackets | stays so on one line; one that does not fit becomes a block, a list of scalars is filled |
//! | a block | stays one |
//! | values that the author put into one column | stand in one column, two or more blanks behind the shorter keys |
//! | comments behind something | keep their distance; those of one column in adjacent lines stay in one |

use super::tree::{Collection, Comment, Document, Entry, Form, Kind, Layout, Line, Style, Value};

/// The longest line that brackets may make.
pub const WIDTH: usize = 120;

/// The text of a document, with a line feed at its end.
pub fn write(document: &Document) -> String {
    let mut writer = Writer { lines: Vec::new(), kept: 0 };
    writer.lead(&document.head, 0);
    writer.root(&document.root);
    writer.lead(&document.tail, 0);
    writer.finish()
}

/// A line without its comment, and the comment.
struct Out {
    text: String,
    comment: Option<Comment>,
}

struct Writer {
    lines: Vec<Out>,
    /// How many lines there were behind the last text block that keeps the line ends behind it.
    kept: usize,
}

impl Writer {
    fn push(&mut self, text: String, comment: Option<&Comment>) {
        self.lines.push(Out { text, comment: comment.cloned() });
    }

    fn lead(&mut self, lines: &[Line], indent: usize) {
        for line in lines {
            let text = match line {
                Line::Blank if self.lines.len() == self.kept => continue,
                Line::Blank if self.lines.last().is_none_or(|last| last.text.is_empty()) => continue,
                Line::Blank => String::new(),
                Line::Text(text) => format!("{}{text}", blanks(indent)),
            };
            self.push(text, None);
        }
    }

    fn root(&mut self, root: &Value) {
        let entry = |value: &Value| Entry::new(None, value.clone());
        match (&root.form, inline(root)) {
            (Form::Collection(collection), None) => {
                if let Some(anchor) = &root.anchor {
                    self.push(format!("&{anchor}"), None);
                }
                self.block(collection, 0);
            }
            (Form::Collection(collection), Some(text)) if text.chars().count() > WIDTH => self.block(collection, 0),
            (_, Some(text)) => self.push(text, None),
            (_, None) => self.value(&entry(root), 0, String::new(), 0),
        }
    }

    fn block(&mut self, collection: &Collection, indent: usize) {
        let width = aligned_width(collection, indent);
        for entry in &collection.entries {
            self.lead(&entry.lead, indent);
            self.entry(entry, indent, width);
        }
        self.lead(&collection.tail, indent);
    }

    fn entry(&mut self, entry: &Entry, indent: usize, width: usize) {
        match &entry.key {
            Some(key) => {
                let name = key.inline().unwrap_or_else(|| super::scalar::quoted(&key.text));
                self.value(entry, indent, format!("{}{name}:", blanks(indent)), width);
            }
            None => self.item(entry, indent),
        }
    }

    /// An item of a list: a block begins on the line of the dash, with the comments above its first entry above the dash.
    fn item(&mut self, entry: &Entry, indent: usize) {
        let dash = format!("{}-", blanks(indent));
        let value = &entry.value;
        let is_compact = value.anchor.is_none() && entry.head.is_none() && !fits(value, indent + 2);
        let collection = value.collection().filter(|list| is_compact && !is_filled(list));
        let Some(collection) = collection.filter(|collection| !collection.entries.is_empty()) else {
            return self.value(entry, indent, dash, 0);
        };
        let first = self.lines.len();
        self.block(collection, indent + 2);
        let prefix = blanks(indent + 2);
        let is_lead = |out: &Out| out.text.is_empty() || out.text[prefix.len().min(out.text.len())..].starts_with('#');
        let leads = self.lines[first..].iter().take_while(|out| is_lead(out)).count();
        for out in &mut self.lines[first..first + leads] {
            out.text = out.text.get(2..).unwrap_or("").to_owned();
        }
        let line = &mut self.lines[first + leads];
        line.text = format!("{dash} {}", &line.text[prefix.len()..]);
        self.close(entry.trail.as_ref(), indent + 2);
    }

    /// A value behind its key or dash.
    fn value(&mut self, entry: &Entry, indent: usize, prefix: String, width: usize) {
        let column = prefix.chars().count().max(width) + 1;
        let behind = entry.trail.as_ref().or(entry.head.as_ref());
        match (&entry.value.form, inline(&entry.value)) {
            (Form::Scalar(_) | Form::Alias(_), Some(text)) if text.is_empty() => self.push(prefix, behind),
            (Form::Scalar(_) | Form::Alias(_), Some(text)) => self.push(join(prefix, column, &text), behind),
            (Form::Collection(_), Some(text)) if entry.head.is_none() && column + text.chars().count() <= WIDTH => {
                self.push(join(prefix, column, &text), behind);
            }
            (Form::Collection(collection), Some(_)) if collection.entries.is_empty() => {
                self.push(join(prefix, column, &brackets(collection, "")), behind);
            }
            (Form::Scalar(scalar), None) if scalar.style == Style::Block => self.block_text(entry, indent, prefix),
            (Form::Scalar(_) | Form::Alias(_), None) => self.broken_text(entry, indent, prefix),
            (Form::Collection(collection), _) if is_filled(collection) && entry.head.is_none() => {
                self.filled(entry, collection, prefix);
            }
            (Form::Collection(collection), _) => {
                let mut text = prefix;
                if let Some(anchor) = &entry.value.anchor {
                    text.push_str(&format!(" &{anchor}"));
                }
                let (head, rest) = match &entry.head {
                    Some(head) => (Some(head), entry.trail.as_ref()),
                    None => (entry.trail.as_ref(), None),
                };
                self.push(text, head);
                self.block(collection, indent + 2);
                self.close(rest, indent + 2);
            }
        }
    }

    /// A comment behind brackets that became a block, where its key's line has one already.
    fn close(&mut self, comment: Option<&Comment>, indent: usize) {
        if let Some(comment) = comment {
            self.push(format!("{}{}", blanks(indent), comment.text), None);
        }
    }

    fn block_text(&mut self, entry: &Entry, indent: usize, prefix: String) {
        let Some((head, lines)) = entry.value.scalar().and_then(|scalar| scalar.block()) else { return };
        self.push(join(prefix, 0, &anchored(&entry.value, head)), entry.head.as_ref());
        for line in lines {
            let text = if line.is_empty() { String::new() } else { format!("{}{line}", blanks(indent + 2)) };
            self.push(text, None);
        }
        if head.contains('+') {
            self.kept = self.lines.len();
        }
    }

    /// A quoted text that the author broke into lines.
    fn broken_text(&mut self, entry: &Entry, indent: usize, prefix: String) {
        let mut lines = entry.value.scalar().map(|scalar| scalar.lines()).unwrap_or_default().into_iter();
        let first = lines.next().unwrap_or_default();
        self.push(join(prefix, 0, &anchored(&entry.value, &first)), None);
        for line in lines {
            let text = if line.is_empty() { line } else { format!("{}{line}", blanks(indent + 2)) };
            self.push(text, None);
        }
        if let Some(last) = self.lines.last_mut() {
            last.comment = entry.trail.clone();
        }
    }

    /// A list of scalars in brackets over several lines, each as full as it can be.
    fn filled(&mut self, entry: &Entry, list: &Collection, prefix: String) {
        let mut line = join(prefix, 0, &anchored(&entry.value, "["));
        let column = line.chars().count();
        let items: Vec<String> = list.entries.iter().filter_map(|item| inline(&item.value)).collect();
        for (n, item) in items.iter().enumerate() {
            let end = if n + 1 == items.len() { "]" } else { "," };
            let used = line.chars().count();
            let is_first = used == column;
            if !is_first && used + 1 + item.chars().count() + 1 > WIDTH {
                self.push(std::mem::replace(&mut line, blanks(column)), None);
            } else if !is_first {
                line.push(' ');
            }
            line.push_str(item);
            line.push_str(end);
        }
        self.push(line, entry.trail.as_ref());
    }

    /// The lines with their comments, without empty ones at the end.
    fn finish(mut self) -> String {
        align_comments(&mut self.lines);
        let mut text = String::new();
        for out in &self.lines {
            text.push_str(&out.text);
            if let Some(comment) = &out.comment {
                let gap = if out.text.is_empty() { 0 } else { comment.gap.max(1) };
                text.push_str(&blanks(gap));
                text.push_str(&comment.text);
            }
            text.push('\n');
        }
        text
    }
}

fn blanks(count: usize) -> String {
    " ".repeat(count)
}

/// `text` behind `prefix`, in `column` or a blank further.
fn join(prefix: String, column: usize, text: &str) -> String {
    if prefix.is_empty() {
        return text.to_owned();
    }
    let gap = column.saturating_sub(prefix.chars().count()).max(1);
    format!("{prefix}{}{text}", blanks(gap))
}

fn anchored(value: &Value, text: &str) -> String {
    match &value.anchor {
        Some(anchor) if text.is_empty() => format!("&{anchor}"),
        Some(anchor) => format!("&{anchor} {text}"),
        None => text.to_owned(),
    }
}

/// A value on one line, if it can stand on one.
fn inline(value: &Value) -> Option<String> {
    let text = match &value.form {
        Form::Alias(name) => return Some(format!("*{name}")),
        Form::Scalar(scalar) => scalar.inline()?,
        Form::Collection(collection) => inline_collection(collection)?,
    };
    Some(anchored(value, &text))
}

fn inline_collection(collection: &Collection) -> Option<String> {
    if collection.entries.is_empty() {
        return Some(brackets(collection, ""));
    }
    if collection.layout == Layout::Block || has_text(&collection.tail) {
        return None;
    }
    let entries: Option<Vec<String>> = collection.entries.iter().map(inline_entry).collect();
    Some(brackets(collection, &entries?.join(", ")))
}

fn inline_entry(entry: &Entry) -> Option<String> {
    if has_text(&entry.lead) || entry.head.is_some() || entry.trail.is_some() {
        return None;
    }
    let value = inline(&entry.value)?;
    let value = if value.is_empty() { "null".to_owned() } else { value };
    match &entry.key {
        Some(key) => Some(format!("{}: {value}", key.inline()?)),
        // The mapping in `[a: 1]` gets its braces.
        None => Some(value),
    }
}

fn has_text(lines: &[Line]) -> bool {
    lines.iter().any(|line| matches!(line, Line::Text(_)))
}

fn brackets(collection: &Collection, inner: &str) -> String {
    match (collection.kind, inner) {
        (Kind::List, _) => format!("[{inner}]"),
        (Kind::Map, "") => "{}".to_owned(),
        (Kind::Map, _) => format!("{{ {inner} }}"),
    }
}

/// Whether a value stands on one line from `column` on.
fn fits(value: &Value, column: usize) -> bool {
    match (&value.form, inline(value)) {
        (Form::Collection(_), Some(text)) => column + text.chars().count() <= WIDTH,
        (_, text) => text.is_some(),
    }
}

/// Whether a list that does not fit is filled: scalars in brackets, without comments.
fn is_filled(list: &Collection) -> bool {
    let is_scalar = |entry: &Entry| entry.value.collection().is_none() && inline_entry(entry).is_some();
    list.kind == Kind::List
        && list.layout == Layout::Flow
        && !list.entries.is_empty()
        && !has_text(&list.tail)
        && list.entries.iter().all(is_scalar)
}

/// How wide indentation and key with colon are in an aligned mapping; 0 in others.
fn aligned_width(collection: &Collection, indent: usize) -> usize {
    if !collection.is_aligned {
        return 0;
    }
    let key_width = |entry: &Entry| {
        indent + entry.key.as_ref().and_then(|key| key.inline()).map_or(0, |key| key.chars().count()) + 1
    };
    let is_one_line = |entry: &&Entry| {
        let is_absent = entry.value.scalar().is_some_and(|scalar| scalar.is_absent());
        entry.head.is_none() && !is_absent && fits(&entry.value, key_width(entry) + 1)
    };
    collection.entries.iter().filter(is_one_line).map(key_width).max().unwrap_or(0)
}

/// Puts comments of adjacent lines that stood in one column into one again.
fn align_comments(lines: &mut [Out]) {
    let mut first = 0;
    while first < lines.len() {
        let Some(column) = lines[first].comment.as_ref().map(|comment| comment.column) else {
            first += 1;
            continue;
        };
        let run = lines[first..]
            .iter()
            .take_while(|out| out.comment.as_ref().is_some_and(|comment| comment.column == column))
            .count();
        let ends: Vec<usize> = lines[first..first + run].iter().map(|out| out.text.chars().count()).collect();
        let widest = ends.iter().copied().max().unwrap_or(0);
        let comments = lines[first..first + run].iter_mut().filter_map(|out| out.comment.as_mut());
        let gap = comments.map(|comment| comment.gap).min().unwrap_or(1).max(1);
        for (out, end) in lines[first..first + run].iter_mut().zip(ends) {
            if let Some(comment) = &mut out.comment {
                comment.gap = widest + gap - end;
            }
        }
        first += run;
    }
}
