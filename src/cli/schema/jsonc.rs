//! JSON with comments -> the same text with one value put in; all else, comments and blanks included, stays.

use serde_json::Value;

use super::settings::Merged;

/// Puts `value` at a path of keys, making the objects on the way.
pub(super) fn merge(text: &str, path: &[&str], value: &Value) -> Merged {
    if text.trim().is_empty() {
        return Merged::Changed(format!("{{\n{}\n}}\n", member(path, value, "  ", "  ")));
    }
    let mut scanner = Scanner { text, at: usize::from(text.starts_with('\u{feff}')) * 3 };
    let root = scanner.value().filter(|_| scanner.skip().is_some() && scanner.at == text.len());
    let Some(root) = root else { return Merged::Impossible("it is not JSON with comments") };
    let unit = indent_of(text, &root);
    match put(text, &root, path, value, &unit, "") {
        Ok(None) => Merged::Same,
        Ok(Some(text)) if holds(&text, path, value) => Merged::Changed(text),
        Ok(Some(_)) => Merged::Impossible("it would not be read as it was meant"),
        Err(why) => Merged::Impossible(why),
    }
}

/// A value and where it stands.
struct Node {
    start: usize,
    end: usize,
    /// The members of an object.
    members: Option<Vec<Member>>,
}

struct Member {
    key: String,
    key_start: usize,
    value: Node,
    has_comma: bool,
}

/// The text with the value in an object, `None` where it is there already.
fn put(
    text: &str,
    object: &Node,
    path: &[&str],
    value: &Value,
    unit: &str,
    outer: &str,
) -> Result<Option<String>, &'static str> {
    let Some(members) = &object.members else { return Err("a value stands where an object has to be") };
    let inner = format!("{outer}{unit}");
    if members.iter().filter(|member| member.key == path[0]).count() > 1 {
        return Err("a key stands twice in it");
    }
    match members.iter().find(|member| member.key == path[0]) {
        Some(member) if path.len() > 1 => {
            let indent = line_indent(text, member.key_start);
            put(text, &member.value, &path[1..], value, unit, indent)
        }
        Some(Member { value: there, .. }) => {
            if read(text, there).as_ref() == Some(value) {
                return Ok(None);
            }
            Ok(Some(format!("{}{}{}", &text[..there.start], inline(value), &text[there.end..])))
        }
        None => {
            let new = member(path, value, &inner, unit);
            let close = object.end - 1;
            let mut before = text[..close].trim_end().to_owned();
            if let Some(last) = members.last().filter(|last| !last.has_comma) {
                before.insert(last.value.end, ',');
            }
            Ok(Some(format!("{before}\n{new}\n{outer}{}", &text[close..])))
        }
    }
}

/// A member and the objects below it, indented.
fn member(path: &[&str], value: &Value, indent: &str, unit: &str) -> String {
    let key = Value::from(path[0]);
    match path.len() {
        1 => format!("{indent}{key}: {}", inline(value)),
        _ => format!("{indent}{key}: {{\n{}\n{indent}}}", member(&path[1..], value, &format!("{indent}{unit}"), unit)),
    }
}

/// A list on one line with a blank behind each comma.
fn inline(value: &Value) -> String {
    match value.as_array() {
        Some(items) => format!("[{}]", items.iter().map(Value::to_string).collect::<Vec<_>>().join(", ")),
        None => value.to_string(),
    }
}

/// Whether a text has the value at the path.
fn holds(text: &str, path: &[&str], value: &Value) -> bool {
    let mut node = Scanner { text, at: usize::from(text.starts_with('\u{feff}')) * 3 }.value();
    for key in path {
        let members = node.and_then(|node| node.members).into_iter().flatten();
        node = members.into_iter().find(|member| member.key == *key).map(|member| member.value);
    }
    node.is_some_and(|node| read(text, &node).as_ref() == Some(value))
}

/// The value of a node that has no comments in it.
fn read(text: &str, node: &Node) -> Option<Value> {
    serde_json::from_str(&text[node.start..node.end]).ok()
}

/// The indentation of the first member, two blanks where there is none on a line of its own.
fn indent_of(text: &str, root: &Node) -> String {
    let first = root.members.as_ref().and_then(|members| members.first());
    let indent = first.map(|member| line_indent(text, member.key_start)).filter(|indent| !indent.is_empty());
    indent.unwrap_or("  ").to_owned()
}

/// The white space at the beginning of a line, up to `at`.
fn line_indent(text: &str, at: usize) -> &str {
    let line = &text[text[..at].rfind('\n').map_or(0, |end| end + 1)..at];
    &line[..line.len() - line.trim_start().len()]
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Scanner<'t> {
    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Goes over white space and comments; `None` when a comment does not end.
    fn skip(&mut self) -> Option<()> {
        loop {
            let rest = self.rest();
            let bare = rest.trim_start();
            self.at += rest.len() - bare.len();
            if bare.starts_with("//") {
                self.at += bare.find('\n').unwrap_or(bare.len());
            } else if let Some(comment) = bare.strip_prefix("/*") {
                self.at += comment.find("*/")? + 4;
            } else {
                return Some(());
            }
        }
    }

    fn take(&mut self, sign: char) -> bool {
        let is_next = self.rest().starts_with(sign);
        self.at += if is_next { sign.len_utf8() } else { 0 };
        is_next
    }

    fn value(&mut self) -> Option<Node> {
        self.skip()?;
        let start = self.at;
        let members = match self.rest().chars().next()? {
            '{' => Some(self.object()?),
            '[' => {
                self.array()?;
                None
            }
            '"' => {
                self.string()?;
                None
            }
            _ => {
                let rest = self.rest();
                let word = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c)).unwrap_or(rest.len());
                serde_json::from_str::<Value>(&rest[..word]).ok()?;
                self.at += word;
                None
            }
        };
        Some(Node { start, end: self.at, members })
    }

    fn object(&mut self) -> Option<Vec<Member>> {
        self.take('{');
        let mut members: Vec<Member> = Vec::new();
        loop {
            self.skip()?;
            if self.take('}') {
                return Some(members);
            }
            if members.last().is_some_and(|last| !last.has_comma) {
                return None;
            }
            let key_start = self.at;
            let key = self.string()?;
            self.skip()?;
            if !self.take(':') {
                return None;
            }
            let value = self.value()?;
            self.skip()?;
            let has_comma = self.take(',');
            members.push(Member { key, key_start, value, has_comma });
        }
    }

    fn array(&mut self) -> Option<()> {
        self.take('[');
        let mut may_go_on = true;
        loop {
            self.skip()?;
            if self.take(']') {
                return Some(());
            }
            if !may_go_on {
                return None;
            }
            self.value()?;
            self.skip()?;
            may_go_on = self.take(',');
        }
    }

    fn string(&mut self) -> Option<String> {
        let start = self.at;
        let mut bytes = self.rest().bytes().enumerate().skip(1);
        if !self.take('"') {
            return None;
        }
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'\\' => {
                    bytes.next()?;
                }
                b'"' => {
                    self.at = start + at + 1;
                    return serde_json::from_str(&self.text[start..self.at]).ok();
                }
                _ => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PATH: &[&str] = &["yaml.schemas", "s.json"];

    fn merged(text: &str) -> String {
        let value = Value::from(vec!["a", "b"]);
        let Merged::Changed(changed) = merge(text, PATH, &value) else { panic!("{text}") };
        assert_eq!(merge(&changed, PATH, &value), Merged::Same, "{changed}");
        changed
    }

    #[test]
    fn a_value_comes_behind_what_is_there_with_its_comments_and_indentation() {
        let new = "{\n  \"yaml.schemas\": {\n    \"s.json\": [\"a\", \"b\"]\n  }\n}\n";
        assert_eq!(merged(""), new);
        assert_eq!(merged("{}\n"), new);
        let text = "// mine\n{\n\t\"a\": 1 // one\n\t/* , */\n}\n";
        let want = "// mine\n{\n\t\"a\": 1, // one\n\t/* , */\n\t\"yaml.schemas\": {\n\t\t\"s.json\": [\"a\", \"b\"]\n\t}\n}\n";
        assert_eq!(merged(text), want);
        let text = "{\n    \"yaml.schemas\": {\n        \"x\": \"y\", // the other\n    },\n}\n";
        let want = "{\n    \"yaml.schemas\": {\n        \"x\": \"y\", // the other\n        \"s.json\": [\"a\", \"b\"]\n    },\n}\n";
        assert_eq!(merged(text), want);
        assert_eq!(
            merged("{\"yaml.schemas\": {\"s.json\": [ \"z\" ]}}"),
            "{\"yaml.schemas\": {\"s.json\": [\"a\", \"b\"]}}"
        );
    }

    #[test]
    fn what_cannot_be_merged_is_refused() {
        let twice = "{ \"yaml.schemas\": {}, \"yaml.schemas\": {} }";
        for text in [
            "[]",
            "{",
            "{ \"a\": }",
            "{ \"a\" 1 }",
            "{} x",
            "{ \"yaml.schemas\": [] }",
            "{ /* }",
            "{ /*/ }",
            "{ \"a\": 1 \"b\": 2 }",
            twice,
        ] {
            assert!(matches!(merge(text, PATH, &Value::Null), Merged::Impossible(_)), "{text}");
        }
    }
}
