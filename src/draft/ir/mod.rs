//! The draft IR: what a description comes to before it is a spec. Flat, without options, unions or recursion, so that one
//! schema fits every provider; a drafter fills it, [`crate::draft::lower`] turns it into a spec.
//!
//! Texts that do not apply are empty, numbers that were not said are 0; a [`Param`]'s value is a YAML flow value
//! (`12`, `2024-01-01`, `"now - 10d"`, `[1, 2]`), its key may be a path (`skew.s`).

pub mod catalogue;
pub mod check;
pub mod parse;
pub mod schema;

pub use parse::{Parsed, parse, read};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A whole draft.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ir {
    /// A short name in snake_case, such as `gym`.
    pub title: String,
    /// What the data is, in one sentence.
    pub description: String,
    /// `en_US`, a weighted list `de_DE 70, fr_FR 30`, or empty.
    pub locale: String,
    /// The date or RFC 3339 instant that `now` means; empty when nothing is relative to it.
    pub anchor_date: String,
    /// Names of output formats that were asked for.
    pub outputs: Vec<String>,
    /// Words of the description that say title, locale, anchor and outputs.
    pub evidence: Vec<String>,
    /// Tables, parents before their children.
    pub tables: Vec<Table>,
    /// What ties the tables together.
    pub relationships: Vec<Relationship>,
    /// What ties columns together.
    pub rules: Vec<Rule>,
    /// What was chosen without having been said.
    pub assumptions: Vec<Assumption>,
    /// What could not be known.
    pub questions: Vec<Question>,
    /// What was said and cannot be had.
    pub not_expressible: Vec<NotExpressible>,
}

/// Where a row count comes from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowsOrigin {
    /// The description says it.
    Stated,
    /// It follows from what the description says; `0` when it follows from a relationship.
    Inferred,
    /// The drafter chose it.
    #[default]
    Default,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Its name in snake_case, plural as the description has it.
    pub name: String,
    /// One sentence, or empty.
    pub description: String,
    /// Rows; 0 for a table whose rows follow from its owner or from a time grid.
    pub rows: u64,
    /// Where that number comes from.
    pub rows_origin: RowsOrigin,
    /// A time grid: `every`, `from`, `to`. Also `locale`.
    pub params: Vec<Param>,
    /// Columns in order. Several entries of one name that follow each other are its branches, see [`Column::when`].
    pub columns: Vec<Column>,
    /// Words of the description that say so.
    pub evidence: Vec<String>,
}

/// What type a column has; its generator's own where nothing is said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// That of the generator.
    #[default]
    Auto,
    /// Text.
    String,
    /// Whole numbers.
    Integer,
    /// Exact numbers with the digits behind the point that the parameter `scale` gives (2 without it).
    Decimal,
    /// Binary floating point.
    Float,
    /// True or false.
    Boolean,
    /// A day.
    Date,
    /// A point in time.
    Timestamp,
}

/// What a column is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Part of the primary key.
    Pk,
    /// A reference; the relationship says to what.
    Fk,
    /// Anything else.
    #[default]
    Attribute,
}

/// Whether something was said or thought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The description says it.
    Stated,
    /// The drafter added it.
    #[default]
    Inferred,
}

/// A column, or one branch of a column.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name in snake_case.
    pub name: String,
    /// Its type.
    pub r#type: ColumnType,
    /// A generator's name, such as `person.email`, `number`, `choice`, `pattern`, `datetime`, `expr`.
    pub generator: String,
    /// The generator's parameters.
    pub params: Vec<Param>,
    /// The values of a `choice` with their weights (all 0: equal).
    pub choices: Vec<Choice>,
    /// The share of nulls, 0 to 1.
    pub null_rate: f64,
    /// An SQL condition under which the value is null; empty for none.
    pub null_when: String,
    /// An SQL condition under which this branch holds; empty for a column without branches, and for its last one.
    pub when: String,
    /// What it is for.
    pub role: Role,
    /// Whether no value may repeat.
    pub unique: bool,
    /// Whether the description names it.
    pub origin: Origin,
    /// Words of the description that say so.
    pub evidence: Vec<String>,
}

/// A named value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Param {
    /// The parameter's name; a path such as `shape.growth` for one inside another.
    pub key: String,
    /// Its value as YAML on one line.
    pub value: String,
}

/// One value of a choice.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The value.
    pub value: String,
    /// Its weight; 0 where none was said.
    pub weight: f64,
}

/// How two tables are tied.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tie {
    /// The parent's rows bring forth the child's: `per` and `count`.
    #[default]
    Owns,
    /// A row of the child picks a row of the parent: `ref`.
    Picks,
}

/// How the numbers of children, or the picks of parents, are spread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// Always `min_children`.
    Fixed,
    /// Every number between the bounds, or every parent, alike.
    #[default]
    Uniform,
    /// Around `mean_children`.
    Poisson,
    /// Many with few, few with many.
    Geometric,
    /// Of picks: most fall on a few parents.
    Zipf,
}

/// A tie between two tables, or of a table with itself (which picks earlier rows).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relationship {
    /// Whether the parent owns its children.
    pub tie: Tie,
    /// The table that has the reference.
    pub child_table: String,
    /// The column that holds the parent's key, such as `member_id`.
    pub child_column: String,
    /// The table that is referred to.
    pub parent_table: String,
    /// Its key's column; empty for its primary key.
    pub parent_column: String,
    /// Fewest children of a parent (of an owner).
    pub min_children: u64,
    /// Most children of a parent; 0 for no bound.
    pub max_children: u64,
    /// Mean number of children; 0 where none was said.
    pub mean_children: f64,
    /// The share of parents without children, beside what the law gives.
    pub childless_rate: f64,
    /// The spread.
    pub shape: Shape,
    /// Of picks in an owned table: no parent twice under one owner.
    pub distinct: bool,
    /// Of picks: a column of the child that picks from the same table and never picks the same row.
    pub other_than: String,
    /// The share of rows without a parent.
    pub null_rate: f64,
    /// Whether the description says so.
    pub origin: Origin,
    /// Words of the description that say so.
    pub evidence: Vec<String>,
}

/// What a rule says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// `expression` compares two columns: `paid_at >= issued_at`, `cost < price`; a time distance stands behind the second:
    /// `returned_on > lent_on + 30d`.
    #[default]
    Compare,
    /// The first column is `expression`, in SQL over the row, its owner's row (`customers.name`) and picked rows.
    Formula,
    /// The first column is an aggregate over owned children: `sum(order_items.line_total)`, `count(order_items)`.
    Rollup,
    /// `columns` together never repeat.
    UniqueTogether,
}

/// A rule over columns of one table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// What it says.
    pub kind: RuleKind,
    /// The table.
    pub table: String,
    /// Its columns, the one that is made first.
    pub columns: Vec<String>,
    /// The expression; empty for [`RuleKind::UniqueTogether`].
    pub expression: String,
    /// Words of the description that say so.
    pub evidence: Vec<String>,
}

/// The [`Assumption::text`] that makes the day of the draft the spec's `now`.
pub const COUNTS_FROM_TODAY: &str = "the window counts from the day of the draft";

/// Something chosen without having been said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// `a1`, `a2`, ...
    pub id: String,
    /// What it is about, as `tables.members.columns.phone`; empty for the whole.
    pub path: String,
    /// The sentence.
    pub text: String,
    /// What was chosen, in a few words.
    pub chosen: String,
}

/// Something that only a person can say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// `q1` to `q5`.
    pub id: String,
    /// What the answer sets: `locale`, `outputs`, `tables.T.rows`, `tables.T.columns.C.params.KEY`,
    /// `relationships.T.C.max_children` and the like.
    pub path: String,
    /// The question.
    pub text: String,
    /// Answers to choose from; empty when any is possible.
    pub options: Vec<String>,
    /// The answer that the draft goes by.
    pub default: String,
}

/// Something said that a spec cannot say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotExpressible {
    /// Why not, in one sentence.
    pub text: String,
    /// Words of the description.
    pub evidence: String,
}

impl Ir {
    /// The table of a name.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// The table of a name, to be changed.
    pub fn table_mut(&mut self, name: &str) -> Option<&mut Table> {
        self.tables.iter_mut().find(|table| table.name == name)
    }
}

impl Ir {
    /// The same draft as the base of a change: what was said before is no longer quoted, as only the change's words are at hand.
    #[must_use]
    pub fn as_base(&self) -> Self {
        let mut base = self.clone();
        base.evidence.clear();
        for table in &mut base.tables {
            table.evidence.clear();
            if table.rows_origin == RowsOrigin::Stated {
                table.rows_origin = RowsOrigin::Inferred;
            }
            for column in &mut table.columns {
                column.evidence.clear();
                column.origin = Origin::Inferred;
            }
        }
        for tie in &mut base.relationships {
            tie.evidence.clear();
            tie.origin = Origin::Inferred;
        }
        base.rules.iter_mut().for_each(|rule| rule.evidence.clear());
        base.not_expressible.clear();
        base
    }
}

impl Table {
    /// The first column (branch) of a name.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// The first column (branch) of a name, to be changed.
    pub fn column_mut(&mut self, name: &str) -> Option<&mut Column> {
        self.columns.iter_mut().find(|column| column.name == name)
    }
}

impl Column {
    /// The value of a parameter.
    pub fn param(&self, key: &str) -> Option<&str> {
        self.params.iter().find(|param| param.key == key).map(|param| param.value.as_str())
    }

    /// Sets a parameter.
    pub fn set(&mut self, key: &str, value: impl Into<String>) {
        Param::set(&mut self.params, key, value);
    }
}

impl Param {
    /// Sets a parameter among others.
    pub fn set(params: &mut Vec<Param>, key: &str, value: impl Into<String>) {
        let value = value.into();
        match params.iter_mut().find(|param| param.key == key) {
            Some(param) => param.value = value,
            None => params.push(Param { key: key.to_owned(), value }),
        }
    }
}
