//! A text -> [`Document`]: each value of it with its style, the comments that belong to it and the blank lines above it.
//!
//! A comment on a line of its own belongs to what follows it; behind the last entry of a collection, to the collection in
//! whose column it stands. A comment behind something belongs to that.

use saphyr_parser::ScalarStyle;

use super::comments::{self, Found};
use super::events::{self, Raw, RawForm};
use super::tree::{Collection, Comment, Document, Entry, Form, Kind, Layout, Line, Scalar, Style, Value};

/// The document of a text that has been parsed before, with line feeds as its only line ends.
pub(super) fn read(text: &str) -> Option<Document> {
    let (root, marker) = events::read(text);
    let root = root?;
    let comments = comments::find(text, Some(&root));
    let mut reader = Reader { text, comments, next: 0, at: 0 };
    let mut head = reader.prolog(marker);
    head.append(&mut reader.lead(root.start));
    let value = reader.value(&root, text.len(), None);
    let tail = reader.lead(text.len());
    Some(Document { head, root: value, tail })
}

struct Reader<'t> {
    text: &'t str,
    comments: Vec<Found<'t>>,
    /// The first comment that has no place yet.
    next: usize,
    /// The end of what was read last.
    at: usize,
}

impl<'t> Reader<'t> {
    /// The lines down to `---`.
    fn prolog(&mut self, marker: Option<usize>) -> Vec<Line> {
        let Some(marker) = marker else { return Vec::new() };
        let is_comment_behind = |found: &Found<'_>| !self.text[marker..found.start].contains('\n');
        let behind = self.comments.iter().find(|found| found.start > marker).filter(|found| is_comment_behind(found));
        let end = behind.map_or(marker + 3, |found| found.end());
        self.next = self.comments.iter().take_while(|found| found.start < end).count();
        self.at = end;
        let line = |line: &str| match line.trim_end() {
            "" => Line::Blank,
            text => Line::Text(text.to_owned()),
        };
        self.text[..end].lines().map(line).collect()
    }

    /// Comments before `until` and the blank lines around them.
    fn lead(&mut self, until: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        while let Some(found) = self.comments.get(self.next).copied().filter(|found| found.start < until) {
            self.blank(found.start, &mut lines);
            lines.push(Line::Text(found.text.to_owned()));
            self.next += 1;
            self.at = found.end();
        }
        self.blank(until, &mut lines);
        self.at = self.at.max(until);
        lines
    }

    /// A blank line where there is one between the last and `until`.
    fn blank(&self, until: usize, lines: &mut Vec<Line>) {
        let gap = self.text.get(self.at..until).unwrap_or("");
        let whole_lines = gap.split('\n').count().saturating_sub(2);
        if gap.split('\n').skip(1).take(whole_lines).any(|line| line.trim().is_empty()) {
            lines.push(Line::Blank);
        }
    }

    /// The comment behind `from` on its line and before `until`.
    fn behind(&mut self, from: usize, until: usize) -> Option<Comment> {
        let found = self.comments.get(self.next).copied()?;
        let is_here = found.start >= from && found.start < until && !self.text[from..found.start].contains('\n');
        if !is_here {
            return None;
        }
        self.next += 1;
        self.at = found.end();
        Some(Comment { text: found.text.to_owned(), gap: found.gap, column: found.column })
    }

    /// A value; what follows it begins at `until`. `column` is that of the block around it.
    fn value(&mut self, raw: &Raw, until: usize, column: Option<usize>) -> Value {
        let form = match &raw.form {
            RawForm::Alias => Form::Alias(self.text[raw.start + 1..raw.end].to_owned()),
            RawForm::Scalar { style, text } => {
                let scalar = self.scalar(raw, *style, text, column);
                self.at = self.at.max(raw.end + kept_lines(&scalar));
                return Value { anchor: raw.anchor.clone(), form: Form::Scalar(scalar) };
            }
            RawForm::Collection { is_map, is_flow, parts } => {
                Form::Collection(self.collection(raw, *is_map, *is_flow, parts, until))
            }
        };
        self.at = self.at.max(raw.end);
        Value { anchor: raw.anchor.clone(), form }
    }

    fn scalar(&self, raw: &Raw, style: ScalarStyle, text: &str, column: Option<usize>) -> Scalar {
        let written = &self.text[raw.start.min(raw.end)..raw.end];
        let (style, raw) = match style {
            ScalarStyle::Plain if text.is_empty() => (Style::Plain, String::new()),
            ScalarStyle::Plain => (Style::Plain, written.to_owned()),
            ScalarStyle::SingleQuoted => (Style::Single, written.to_owned()),
            ScalarStyle::DoubleQuoted => (Style::Double, written.to_owned()),
            ScalarStyle::Literal | ScalarStyle::Folded => (Style::Block, block_text(written, text, column)),
        };
        Scalar { style, raw, text: text.to_owned() }
    }

    fn collection(&mut self, raw: &Raw, is_map: bool, is_flow: bool, parts: &[Raw], until: usize) -> Collection {
        let limit = if is_flow { raw.end - 1 } else { until };
        if is_flow {
            self.at = self.at.max(raw.start + 1);
        }
        let width = if is_map { 2 } else { 1 };
        let mut entries = Vec::with_capacity(parts.len() / width);
        let mut columns = Vec::new();
        let mut column = None;
        for (n, part) in parts.chunks_exact(width).enumerate() {
            let next = parts.get((n + 1) * width).filter(|next| !next.is_absent()).map_or(limit, |next| next.start);
            let (entry, start) = match part {
                [key, value] => (self.keyed(key, value, next, is_flow, &mut columns), key.start),
                _ => self.item(&part[0], next, is_flow),
            };
            column.get_or_insert_with(|| self.column(start));
            entries.push(entry);
        }
        let tail = if is_flow { self.lead(limit) } else { self.tail(until, column.unwrap_or(0)) };
        let tail = if is_flow { without_last_blank(tail) } else { tail };
        let (kind, layout) =
            (if is_map { Kind::Map } else { Kind::List }, if is_flow { Layout::Flow } else { Layout::Block });
        Collection { kind, layout, is_aligned: is_aligned(&columns), entries, tail }
    }

    /// Comments behind the last entry of a block whose entries begin in `column`.
    fn tail(&mut self, until: usize, column: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        while let Some(found) = self.comments.get(self.next).copied() {
            if found.start >= until || !found.is_own_line || found.column < column {
                break;
            }
            self.blank(found.start, &mut lines);
            lines.push(Line::Text(found.text.to_owned()));
            self.next += 1;
            self.at = found.end();
        }
        lines
    }

    fn keyed(
        &mut self,
        key: &Raw,
        value: &Raw,
        next: usize,
        is_flow: bool,
        columns: &mut Vec<(usize, usize)>,
    ) -> Entry {
        let mut lead = self.lead(key.start);
        let name = match self.value(key, next, None).form {
            Form::Scalar(scalar) => scalar,
            _ => Scalar::plain(""),
        };
        if value.is_absent() {
            let colon = self.text[key.end..].trim_start_matches([' ', '\t', '\n']);
            let end = if colon.starts_with(':') { self.text.len() - colon.len() + 1 } else { key.end };
            return self.absent(lead, Some(name), end, next);
        }
        if !self.text[key.end..value.start].contains('\n') && !value.is_block() {
            let gap = self.text[key.end..value.start].len() - self.text[key.end..value.start].trim_end().len();
            columns.push((self.column(value.start), gap));
        }
        let (value, head, trail) = self.behind_key(value, (self.column(key.start), key.end), next, is_flow, &mut lead);
        Entry { lead, key: Some(name), head, value, trail }
    }

    /// An item of a list, and where it begins: at its dash in a block.
    fn item(&mut self, value: &Raw, next: usize, is_flow: bool) -> (Entry, usize) {
        if is_flow {
            let mut lead = self.lead(value.start);
            let (read, head, trail) = self.behind_key(value, (0, value.start), next, true, &mut lead);
            return (Entry { lead, key: None, head, value: read, trail }, value.start);
        }
        let dash = self.dash();
        let mut lead = self.lead(dash);
        self.at = dash + 1;
        if value.is_absent() {
            return (self.absent(lead, None, dash + 1, next), dash);
        }
        let (read, head, trail) = self.behind_key(value, (self.column(dash), dash + 1), next, false, &mut lead);
        (Entry { lead, key: None, head, value: read, trail }, dash)
    }

    /// Where the next dash stands.
    fn dash(&self) -> usize {
        let mut at = self.at;
        for found in &self.comments[self.next..] {
            match self.text[at..found.start].find('-') {
                Some(dash) => return at + dash,
                None => at = found.end(),
            }
        }
        at + self.text[at..].find('-').unwrap_or(0)
    }

    fn absent(&mut self, lead: Vec<Line>, key: Option<Scalar>, end: usize, next: usize) -> Entry {
        self.at = self.at.max(end);
        let trail = self.behind(end, next);
        Entry { lead, key, head: None, value: Value::plain(""), trail }
    }

    /// A value behind its key or dash, which begins in `column` and ends at `from`, with the comments around it. Comments that cannot stay between
    /// key and value move above the entry.
    fn behind_key(
        &mut self,
        raw: &Raw,
        (column, from): (usize, usize),
        next: usize,
        is_flow: bool,
        lead: &mut Vec<Line>,
    ) -> (Value, Option<Comment>, Option<Comment>) {
        let mut head = self.behind(from, comments::content_start(self.text, raw));
        if !raw.is_block() {
            let hoisted = self.lead(raw.start);
            lead.extend(hoisted.into_iter().filter(|line| *line != Line::Blank));
        }
        match &raw.form {
            RawForm::Collection { is_flow: true, parts, .. } => {
                let inner = parts.first().map_or(raw.end - 1, |part| part.start);
                head = head.or_else(|| self.behind(raw.start + 1, inner));
                if parts.is_empty() {
                    let hoisted = self.lead(raw.end - 1);
                    lead.extend(hoisted.into_iter().filter(|line| *line != Line::Blank));
                }
            }
            RawForm::Collection { .. } => {}
            _ => self.at = self.at.max(raw.start),
        }
        let mut value = self.value(raw, next, Some(column));
        if let (true, Some(collection)) = (is_flow, value.collection_mut()) {
            collection.layout = Layout::Flow;
        }
        let mut trail = if raw.is_block() || raw.is_block_text() { None } else { self.behind(raw.end, next) };
        let is_simple = value.collection().is_none_or(|collection| collection.entries.is_empty());
        if is_simple && !raw.is_block_text() && head.is_some() {
            match trail {
                None => trail = head.take(),
                Some(_) => lead.extend(head.take().map(|comment| Line::Text(comment.text))),
            }
        }
        (value, head, trail)
    }

    /// Characters before `at` on its line.
    fn column(&self, at: usize) -> usize {
        let line = self.text[..at].rfind('\n').map_or(0, |at| at + 1);
        self.text[line..at].chars().count()
    }
}

fn without_last_blank(mut lines: Vec<Line>) -> Vec<Line> {
    if lines.last() == Some(&Line::Blank) {
        lines.pop();
    }
    lines
}

/// How many line ends behind a block belong to it.
fn kept_lines(scalar: &Scalar) -> usize {
    match scalar.block() {
        Some((head, _)) if head.contains('+') => scalar.text.len() - scalar.text.trim_end_matches('\n').len(),
        _ => 0,
    }
}

/// The indicators of a block and its lines without their indentation; `column` is that of the block around it.
fn block_text(written: &str, text: &str, column: Option<usize>) -> String {
    let (head, body) = written.split_once('\n').unwrap_or((written, ""));
    let head = head.split([' ', '\t']).next().unwrap_or("|");
    let digit = head.chars().find_map(|c| c.to_digit(10));
    let first = body.lines().find(|line| !line.trim_matches(' ').is_empty()).unwrap_or("");
    let indent = match digit {
        Some(digit) => column.unwrap_or(0) + digit as usize,
        None => first.len() - first.trim_start_matches(' ').len(),
    };
    let mut raw: String = head.chars().map(|c| if c.is_ascii_digit() { '2' } else { c }).collect();
    for line in body.lines() {
        raw.push('\n');
        raw.push_str(line.get(indent..).unwrap_or(""));
    }
    if head.contains('+') {
        let kept = text.len() - text.trim_end_matches('\n').len();
        raw.push_str(&"\n".repeat(kept.saturating_sub(1)));
    }
    raw
}

/// Whether values were put into one column by hand: two of them stand in one, and one has more than a blank before it.
fn is_aligned(columns: &[(usize, usize)]) -> bool {
    columns.iter().any(|(column, gap)| *gap > 1 && columns.iter().filter(|(other, _)| other == column).count() > 1)
}
