//! The names of a draft -> an [`Index`] of them: which table a word names, which columns a clause names. It holds as long as no name
//! changes, and what has been looked up in it is remembered.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use super::form::{self, Form};
use super::scene::Place;
use super::tracked::Tracked;
use crate::draft::ir::{Ir, Role};

/// A column by its name.
#[derive(Debug)]
pub struct ColumnName {
    /// The form of its name.
    pub form: Rc<Form>,
    /// Whether it is neither key nor reference.
    pub is_attribute: bool,
}

/// A table by its names.
#[derive(Debug)]
pub struct TableNames {
    /// The form of its name.
    pub form: Rc<Form>,
    /// Those of its columns, in order.
    pub columns: Vec<ColumnName>,
}

/// Columns that a clause names, with their tokens.
pub type Mentions = Rc<[(Place, Range<usize>)]>;

/// What a clause names, by its first token, the one behind it, and the table that is spoken of.
type Mentioned = BTreeMap<(usize, usize), Vec<(Option<String>, Mentions)>>;

/// All names of a draft.
#[derive(Debug, Default)]
pub struct Index {
    /// Its tables in order.
    pub tables: Vec<TableNames>,
    /// Which table belongs to which, by their names.
    ties: Vec<(String, String)>,
    /// Other words for tables.
    aliases: BTreeMap<String, String>,
    /// The table that each token names, once somebody has asked.
    words: OnceCell<Vec<OnceCell<Option<String>>>>,
    mentioned: RefCell<Mentioned>,
}

impl Index {
    fn of(ir: &Ir, aliases: &BTreeMap<String, String>) -> Self {
        let tables = ir.tables.iter().map(|table| TableNames {
            form: form::of_name(&table.name),
            columns: (table.columns.iter())
                .map(|column| ColumnName {
                    form: form::of_name(&column.name),
                    is_attribute: column.role == Role::Attribute,
                })
                .collect(),
        });
        let ties = ir.relationships.iter().map(|tie| (tie.child_table.clone(), tie.parent_table.clone()));
        Self { tables: tables.collect(), ties: ties.collect(), aliases: aliases.clone(), ..Self::default() }
    }

    /// Whether a draft has the very same names.
    fn holds(&self, ir: &Ir, aliases: &BTreeMap<String, String>) -> bool {
        let is_same = |(names, table): (&TableNames, &crate::draft::ir::Table)| {
            names.form.name == table.name
                && names.columns.len() == table.columns.len()
                && names.columns.iter().zip(&table.columns).all(|(name, column)| {
                    name.is_attribute == (column.role == Role::Attribute) && name.form.name == column.name
                })
        };
        self.tables.len() == ir.tables.len()
            && self.ties.len() == ir.relationships.len()
            && self.tables.iter().zip(&ir.tables).all(is_same)
            && self
                .ties
                .iter()
                .zip(&ir.relationships)
                .all(|((child, parent), tie)| *child == tie.child_table && *parent == tie.parent_table)
            && self.aliases == *aliases
    }

    /// The table that a token of so many names, looked up once.
    pub fn table_word(&self, at: usize, count: usize, look: impl FnOnce() -> Option<String>) -> Option<String> {
        let words = self.words.get_or_init(|| std::iter::repeat_with(OnceCell::new).take(count).collect());
        words.get(at)?.get_or_init(look).clone()
    }

    /// What a clause names while a table is spoken of, looked up once.
    pub fn mentions(&self, clause: &Range<usize>, focus: Option<&str>, look: impl FnOnce() -> Mentions) -> Mentions {
        let key = (clause.start, clause.end);
        let known = |all: &Vec<(Option<String>, Mentions)>| {
            all.iter().find(|(table, _)| table.as_deref() == focus).map(|(_, found)| Rc::clone(found))
        };
        if let Some(found) = self.mentioned.borrow().get(&key).and_then(known) {
            return found;
        }
        let found = look();
        self.mentioned.borrow_mut().entry(key).or_default().push((focus.map(str::to_owned), Rc::clone(&found)));
        found
    }
}

/// So many indexes are kept: some readers try a column and take it back.
const KEPT: usize = 4;

/// The index of a draft, made anew where names have changed. Copies of a scene share it.
#[derive(Debug, Clone, Default)]
pub struct Indexes(Rc<RefCell<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    /// The versions of the draft and of the other words for which the last one holds.
    versions: (u64, u64),
    indexes: Vec<Rc<Index>>,
}

impl Indexes {
    /// The index of a draft with its other words for tables.
    pub fn of(&self, ir: &Tracked<Ir>, aliases: &Tracked<BTreeMap<String, String>>) -> Rc<Index> {
        let kept = &mut *self.0.borrow_mut();
        let versions = (ir.version(), aliases.version());
        if let Some(last) = kept.indexes.last().filter(|_| kept.versions == versions) {
            return Rc::clone(last);
        }
        let index = match kept.indexes.iter().rposition(|index| index.holds(ir, aliases)) {
            Some(at) => kept.indexes.remove(at),
            None => Rc::new(Index::of(ir, aliases)),
        };
        if kept.indexes.len() >= KEPT {
            kept.indexes.remove(0);
        }
        kept.indexes.push(Rc::clone(&index));
        kept.versions = versions;
        index
    }
}
