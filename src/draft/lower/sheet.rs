//! A spec before it has a text: tables and columns whose parameters can still be changed by what ties them together.

use crate::fmt::Value;

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Sheet {
    pub name: String,
    pub description: String,
    pub rows: Rows,
    pub locale: Option<Value>,
    pub key: Vec<String>,
    pub unique: Vec<Vec<String>>,
    pub columns: Vec<Col>,
}

/// Where rows come from.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Rows {
    /// So many.
    Count(u64),
    /// The instants of `every`, `from`, `to`.
    Grid(Vec<Param>),
    /// Children of a parent.
    Per { parent: String, count: Value },
}

/// A parameter: its path, dots between the keys, and its value.
pub(super) type Param = (String, Value);

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Col {
    pub name: String,
    /// One without a condition, or several of which the last has none.
    pub branches: Vec<Branch>,
    pub data_type: Option<String>,
    pub null: Option<Value>,
    pub is_unique: bool,
    /// Between what the values of an expression lie, where that is known.
    pub range: Option<(f64, f64)>,
}

/// What makes values, and under which condition.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Branch {
    pub condition: Option<String>,
    pub generator: String,
    pub params: Vec<Param>,
}

impl Sheet {
    /// A column by its name.
    pub fn column(&self, name: &str) -> Option<&Col> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// A column by its name, to be changed.
    pub fn column_mut(&mut self, name: &str) -> Option<&mut Col> {
        self.columns.iter_mut().find(|column| column.name == name)
    }

    /// The table whose rows own those of this one.
    pub fn owner(&self) -> Option<&str> {
        match &self.rows {
            Rows::Per { parent, .. } => Some(parent),
            Rows::Count(_) | Rows::Grid(_) => None,
        }
    }

    /// A name for a helper column that no column has.
    pub fn hidden_name(&self, stem: &str) -> String {
        let stem = format!("_{}", stem.trim_start_matches('_'));
        let is_free = |name: &String| self.column(name).is_none();
        let numbered = (2..).map(|n| format!("{stem}_{n}"));
        std::iter::once(stem.clone()).chain(numbered).find(is_free).expect("there are more names than columns")
    }

    /// Puts a column in front of another; at the end when there is no such column.
    pub fn insert_before(&mut self, name: &str, column: Col) {
        let at = self.columns.iter().position(|known| known.name == name).unwrap_or(self.columns.len());
        self.columns.insert(at, column);
    }
}

impl Col {
    /// A column that a generator makes.
    pub fn of(name: &str, generator: &str, params: Vec<Param>) -> Self {
        let branches = vec![Branch { condition: None, generator: generator.to_owned(), params }];
        Self { name: name.to_owned(), branches, data_type: None, null: None, is_unique: false, range: None }
    }

    /// The only branch; `None` where there are several.
    pub fn single(&self) -> Option<&Branch> {
        match &self.branches[..] {
            [branch] => Some(branch),
            _ => None,
        }
    }

    /// The only branch, to be changed.
    pub fn single_mut(&mut self) -> Option<&mut Branch> {
        match &mut self.branches[..] {
            [branch] => Some(branch),
            _ => None,
        }
    }

    /// Replaces what makes the values.
    pub fn make(&mut self, generator: &str, params: Vec<Param>) {
        self.branches = vec![Branch { condition: None, generator: generator.to_owned(), params }];
    }
}

impl Branch {
    /// The text of a scalar parameter.
    pub fn text(&self, key: &str) -> Option<&str> {
        let (_, value) = self.params.iter().find(|(known, _)| known == key)?;
        value.scalar().map(|scalar| scalar.text.as_str())
    }

    /// Sets a parameter.
    pub fn set(&mut self, key: &str, value: Value) {
        match self.params.iter_mut().find(|(known, _)| known == key) {
            Some((_, known)) => *known = value,
            None => self.params.push((key.to_owned(), value)),
        }
    }

    /// Takes a parameter away.
    pub fn unset(&mut self, key: &str) {
        self.params.retain(|(known, _)| known != key);
    }
}
