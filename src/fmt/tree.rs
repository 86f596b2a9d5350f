//! What a spec looks like: values with their style, comments and blank lines, apart from where they stood. Read from a text
//! by [`super::read()`], put in order by [`super::order()`], written by [`super::write()`]; made by hand with the functions
//! here.

use std::collections::BTreeSet;

/// A document.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Lines above the first key; they stay at the top.
    pub head: Vec<Line>,
    /// The document's value.
    pub root: Value,
    /// Lines behind the document's end.
    pub tail: Vec<Line>,
}

/// A line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// An empty line, or several.
    Blank,
    /// A comment with its `#`; at the head of a document also `---` and directives.
    Text(String),
}

/// A comment behind something on its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The comment with its `#`.
    pub text: String,
    /// How many blanks stood before it.
    pub gap: usize,
    /// The column in which it stood: comments of one column stay in one.
    pub column: usize,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// The name of its anchor.
    pub anchor: Option<String>,
    /// What it is.
    pub form: Form,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// A scalar, or nothing.
    Scalar(Scalar),
    /// `*name`.
    Alias(String),
    /// A list or a mapping.
    Collection(Collection),
}

/// A scalar as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// Its quotes.
    pub style: Style,
    /// The text with its quotes; of a block the indicators and the lines, without their indentation.
    pub raw: String,
    /// The text itself.
    pub text: String,
}

/// How a scalar is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// `'text'`.
    Single,
    /// `"text"`.
    Double,
    /// `|` or `>` and lines below.
    Block,
}

/// Which collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A list.
    List,
    /// A mapping.
    Map,
}

/// How a collection is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// In brackets, on one line where it fits.
    Flow,
    /// An entry a line.
    Block,
}

/// A list or a mapping.
#[derive(Debug, Clone, PartialEq)]
pub struct Collection {
    /// Which.
    pub kind: Kind,
    /// How it is laid out.
    pub layout: Layout,
    /// Whether the values of one-line entries stand in one column.
    pub is_aligned: bool,
    /// The entries; those of a mapping have keys, those of a list have none.
    pub entries: Vec<Entry>,
    /// Lines behind the last entry.
    pub tail: Vec<Line>,
}

/// An entry of a collection.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Lines above it.
    pub lead: Vec<Line>,
    /// Its key.
    pub key: Option<Scalar>,
    /// A comment behind the key, when the value begins below.
    pub head: Option<Comment>,
    /// Its value.
    pub value: Value,
    /// A comment behind the value.
    pub trail: Option<Comment>,
}

impl Value {
    /// All texts and numbers in it, keys left out.
    pub(super) fn gather_words<'v>(&'v self, words: &mut BTreeSet<&'v str>) {
        match &self.form {
            Form::Scalar(scalar) => drop(words.insert(&scalar.text)),
            Form::Alias(_) => {}
            Form::Collection(map) => map.entries.iter().for_each(|entry| entry.value.gather_words(words)),
        }
    }

    /// A text or number, quoted as far as it must be in either layout.
    pub fn text(text: &str) -> Self {
        Form::Scalar(Scalar::new(text)).into()
    }

    /// A scalar that is written as it is, such as a number or `true`.
    pub fn plain(raw: &str) -> Self {
        Form::Scalar(Scalar::plain(raw)).into()
    }

    /// A mapping.
    pub fn map(layout: Layout, entries: Vec<Entry>) -> Self {
        Form::Collection(Collection::new(Kind::Map, layout, entries)).into()
    }

    /// A list.
    pub fn list(layout: Layout, items: Vec<Value>) -> Self {
        let entries = items.into_iter().map(|value| Entry::new(None, value)).collect();
        Form::Collection(Collection::new(Kind::List, layout, entries)).into()
    }

    /// The scalar, if this is one.
    pub fn scalar(&self) -> Option<&Scalar> {
        match &self.form {
            Form::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    }

    /// The mapping, if this is one.
    pub fn as_map(&self) -> Option<&Collection> {
        self.collection().filter(|collection| collection.kind == Kind::Map)
    }

    /// The mapping, if this is one.
    pub fn as_map_mut(&mut self) -> Option<&mut Collection> {
        self.collection_mut().filter(|collection| collection.kind == Kind::Map)
    }

    /// The list or mapping, if this is one.
    pub fn collection(&self) -> Option<&Collection> {
        match &self.form {
            Form::Collection(collection) => Some(collection),
            _ => None,
        }
    }

    /// The list or mapping, if this is one.
    pub fn collection_mut(&mut self) -> Option<&mut Collection> {
        match &mut self.form {
            Form::Collection(collection) => Some(collection),
            _ => None,
        }
    }

    /// Whether an alias is this or in it.
    pub fn has_alias(&self) -> bool {
        let within = |collection: &Collection| collection.entries.iter().any(|entry| entry.value.has_alias());
        matches!(self.form, Form::Alias(_)) || self.collection().is_some_and(within)
    }
}

impl From<Form> for Value {
    fn from(form: Form) -> Self {
        Self { anchor: None, form }
    }
}

impl Collection {
    /// A collection without comments.
    pub fn new(kind: Kind, layout: Layout, entries: Vec<Entry>) -> Self {
        Self { kind, layout, is_aligned: false, entries, tail: Vec::new() }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entries.iter().find(|entry| entry.is(key)).map(|entry| &entry.value)
    }

    /// The value of a key.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.entries.iter_mut().find(|entry| entry.is(key)).map(|entry| &mut entry.value)
    }
}

impl Entry {
    /// An entry without comments.
    pub fn new(key: Option<Scalar>, value: Value) -> Self {
        Self { lead: Vec::new(), key, head: None, value, trail: None }
    }

    /// An entry of a mapping, without comments.
    pub fn keyed(key: &str, value: Value) -> Self {
        Self::new(Some(Scalar::new(key)), value)
    }

    /// The key's text; empty for an item of a list.
    pub fn name(&self) -> &str {
        self.key.as_ref().map_or("", |key| &key.text)
    }

    fn is(&self, key: &str) -> bool {
        self.key.as_ref().is_some_and(|known| known.text == key)
    }
}
