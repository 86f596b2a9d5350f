//! An element with what is in it -> a cell: its text, or JSON text whose leaves are all strings.

use crate::formats::text::escape::push_json;
use crate::readers::batch::Kind;
use crate::readers::markup::resolved;

/// An element with what is in it.
#[derive(Debug, Default)]
pub struct Tree {
    /// Its name.
    pub name: String,
    /// Its text, as it is written.
    pub text: String,
    /// The elements in it.
    pub children: Vec<Tree>,
    is_null: bool,
}

/// The name that all items of a list have.
const ITEM: &str = "item";

impl Tree {
    /// An element without content.
    pub fn new(name: String, attributes: &[(String, String)]) -> Self {
        let is_nil = |(name, value): &(String, String)| name.ends_with(":nil") && (value == "true" || value == "1");
        Self { name, is_null: attributes.iter().any(is_nil), ..Self::default() }
    }

    /// An element without a name, with text in it.
    pub fn of_text(text: String) -> Self {
        Self { text, ..Self::default() }
    }

    /// The element as the cell of a column.
    pub fn cell(&self) -> (String, Kind) {
        match (self.is_null, self.children.is_empty()) {
            (true, _) => (String::new(), Kind::Null),
            (_, true) => (resolved(&self.text).into_owned(), Kind::Bare),
            _ => {
                let mut json = Vec::new();
                self.push(&mut json);
                (String::from_utf8_lossy(&json).into_owned(), Kind::Markup)
            }
        }
    }

    fn push(&self, out: &mut Vec<u8>) {
        if self.is_null {
            return out.extend_from_slice(b"null");
        }
        if self.children.is_empty() {
            return push_json(resolved(&self.text).as_bytes(), out);
        }
        let is_list = self.children.iter().all(|child| child.name == ITEM);
        out.push(if is_list { b'[' } else { b'{' });
        for (at, child) in self.children.iter().enumerate() {
            if at > 0 {
                out.push(b',');
            }
            if !is_list {
                push_json(child.name.as_bytes(), out);
                out.push(b':');
            }
            child.push(out);
        }
        out.push(if is_list { b']' } else { b'}' });
    }
}
