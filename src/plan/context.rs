//! What a generator may ask while it is planned: its parameters, other columns, the spec's constants. Findings are
//! reported here, so that a plan gathers them all.

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use serde::de::DeserializeOwned;

use super::build::Planner;
use super::counts::Grid;
use super::params::Moment;
use super::relations::{self, RefParams};
use super::{Bounds, ColumnId, ColumnPlan, DataFile, Input, TableId};
use crate::content::sha256;
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::random::Key;
use crate::source::{Node, from_node};
use crate::spec::{GeneratorSpec, Making, Name};

/// A finding has been reported; nothing more needs to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reported;

/// See the module.
pub struct PlanContext<'p, 's> {
    pub(super) planner: &'p mut Planner<'s>,
    pub(super) site: Site<'p>,
    pub(super) inputs: &'p mut Vec<Input>,
}

/// Which use of a generator is being planned.
#[derive(Clone, Copy)]
pub(super) struct Site<'p> {
    pub table: TableId,
    /// Name of the column, for messages.
    pub column: &'p str,
    /// The generator's name and where it stands.
    pub generator: &'p Name,
    pub params: &'p Node,
    pub declared: Option<&'p (DataType, Span)>,
    pub unique: Option<Span>,
    pub locale: Option<&'p Node>,
    pub key: &'p Key,
    /// The bundle to which an entity's field belongs.
    pub bundle: Option<&'p str>,
}

/// A column that is read: where its values come in, and what is known of them.
#[derive(Debug, Clone)]
pub struct Source {
    /// The slot of [`crate::engine::Cells::input`].
    pub slot: usize,
    /// The column.
    pub column: ColumnId,
    /// Type of its values.
    pub data_type: DataType,
    /// Whether a value may be null.
    pub nullable: bool,
    /// What its values lie between.
    pub bounds: Option<Bounds>,
    /// All values that come in besides null, where they are few and known.
    pub choices: Option<ArrayRef>,
    /// Whether no two rows of this table read the same value.
    pub unique: bool,
}

impl PlanContext<'_, '_> {
    /// The generator's parameters.
    pub fn params<T: DeserializeOwned>(&mut self) -> Result<T, Reported> {
        from_node(self.site.params).map_err(|found| self.fail_all(found))
    }

    /// The value of a parameter, as a tree, for generators that read one by hand.
    pub fn param(&self, key: &str) -> Option<&Node> {
        self.site.params.get(key)
    }

    /// Where the generator's name stands.
    pub fn span(&self) -> Span {
        self.site.generator.span
    }

    /// The generator's name.
    pub fn generator(&self) -> &str {
        &self.site.generator.text
    }

    /// The name of the column that is being planned.
    pub fn column_name(&self) -> &str {
        self.site.column
    }

    /// The table of the column that is being planned.
    pub fn table(&self) -> TableId {
        self.site.table
    }

    /// The name of a table.
    pub fn table_name(&self, table: TableId) -> &str {
        &self.planner.tables[table.0].spec.name.text
    }

    /// The column's `type:`, if it is declared.
    pub fn declared_type(&self) -> Option<&DataType> {
        self.site.declared.map(|(data_type, _)| data_type)
    }

    /// Where the column's `type:` stands, if it is declared.
    pub fn declared_span(&self) -> Option<Span> {
        self.site.declared.map(|(_, span)| *span)
    }

    /// Where `unique: true` stands, if it is asked for.
    pub fn unique(&self) -> Option<Span> {
        self.site.unique
    }

    /// The key under which the column draws.
    pub fn key(&self) -> &Key {
        self.site.key
    }

    /// The bundle to which an entity's field belongs, such as `person` or the name of an explicit bundle.
    pub fn bundle(&self) -> Option<&str> {
        self.site.bundle
    }

    /// Reports a finding that stops this column.
    pub fn fail(&mut self, diagnostic: Diagnostic) -> Reported {
        self.planner.diagnostics.push(diagnostic);
        Reported
    }

    /// Reports findings that stop this column.
    pub fn fail_all(&mut self, found: Diagnostics) -> Reported {
        self.planner.diagnostics.extend(found);
        Reported
    }

    /// Reports a finding that stops nothing.
    pub fn warn(&mut self, diagnostic: Diagnostic) {
        self.planner.diagnostics.push(diagnostic);
    }

    /// Most rows that the column's table may have.
    pub fn max_rows(&mut self) -> u64 {
        let table = self.site.table;
        self.planner.size(table).map_or(0, |size| size.max)
    }

    /// Most rows that a table may have.
    pub fn max_rows_of(&mut self, table: TableId) -> Result<u64, Reported> {
        self.planner.size(table).map(|size| size.max)
    }

    /// Most children that a parent may have in the column's table; `None` for a root table.
    pub fn max_siblings(&mut self) -> Option<u64> {
        let table = self.site.table;
        self.planner.tables[table.0].parent?;
        self.planner.size(table).ok().map(|size| size.max_per_parent)
    }

    /// The parent of a table.
    pub fn parent_of(&self, table: TableId) -> Option<TableId> {
        self.planner.tables[table.0].parent
    }

    /// The table of a name.
    pub fn find_table(&mut self, name: &str, span: Span) -> Result<TableId, Reported> {
        self.planner.find_table(name, span)
    }

    /// Reads a column by its name as it stands in the spec: `tier`, `customers.id`, `product.price`.
    pub fn read(&mut self, path: &str, span: Span) -> Result<Source, Reported> {
        let parts: Vec<String> = path.split('.').map(str::to_owned).collect();
        let input = self.planner.resolve(self.site.table, &parts).map_err(|error| {
            self.planner.diagnostics.extend(error.into_diagnostics(span));
            Reported
        })?;
        Ok(self.register(input))
    }

    /// Reads what an input names; inputs that are read twice share a slot.
    pub(super) fn register(&mut self, input: Input) -> Source {
        let slot = self.inputs.iter().position(|known| *known == input).unwrap_or_else(|| {
            self.inputs.push(input);
            self.inputs.len() - 1
        });
        let column = input.column();
        let plan: &ColumnPlan = &self.planner.columns[column.0];
        let optional = match input {
            Input::Referenced { row, .. } => self.planner.columns[row.0].nullable,
            Input::Own(_) | Input::Ancestor(_) => false,
        };
        Source {
            slot,
            column,
            data_type: plan.data_type.clone(),
            nullable: plan.nullable || optional,
            bounds: plan.bounds,
            choices: plan.choices.clone().filter(|_| plan.pins.is_none()),
            unique: plan.unique && matches!(input, Input::Own(_)),
        }
    }

    /// Where a column is declared.
    pub fn declared_at(&self, column: ColumnId) -> Span {
        self.planner.columns[column.0].span
    }

    /// Whether a column that is read has the same value for all rows of a parent, since it is one of the parent or of the
    /// parent's parents.
    pub fn is_inherited(&self, source: &Source) -> bool {
        matches!(self.inputs[source.slot], Input::Ancestor(_))
    }

    /// Reads a column of the same row by its id.
    pub fn read_own(&mut self, column: ColumnId) -> Source {
        self.register(Input::Own(column))
    }

    /// Reads another field of the same bundle, such as `first_name` for `person.email`. The field keeps to the pins of
    /// its bundle whether or not a column of the spec shows it.
    pub fn read_field(&mut self, entity: &str, field: &str) -> Result<Source, Reported> {
        let bundle = match self.site.bundle {
            Some(bundle) if self.site.generator.text.starts_with(entity) => bundle.to_owned(),
            _ => entity.to_owned(),
        };
        let column = self.planner.entity_field(self.site.table, &bundle, entity, field, self.site.locale)?;
        Ok(self.register(Input::Own(column)))
    }

    /// The row's locale.
    pub fn locale(&mut self) -> Result<super::RowLocale, Reported> {
        let choice = self.planner.row_locale(self.site.table, self.site.locale)?;
        Ok(match choice {
            Ok(locale) => super::RowLocale::One(locale),
            Err(column) => super::RowLocale::Column(self.register(Input::Own(column)).slot),
        })
    }

    /// The locales that rows of the column may have, as indices into [`crate::locale::ALL`].
    pub fn locales(&mut self) -> Result<Vec<u8>, Reported> {
        self.planner.possible_locales(self.site.table, self.site.locale)
    }

    /// Whether the column stands in the spec; if not, the plan has added it.
    pub fn is_shown(&self) -> bool {
        !self.site.column.starts_with('$')
    }

    /// The parameters of each column that asks for `unique` values of a field of this column's entity. They number the
    /// thing that the field shows, so that other fields of the same thing follow. An explicit bundle has none.
    pub fn unique_uses(&self, field: &str) -> Vec<&Node> {
        let Some((entity, _)) =
            self.site.generator.text.split_once('.').filter(|(entity, _)| self.site.bundle == Some(entity))
        else {
            return Vec::new();
        };
        let is_it = |generator: &GeneratorSpec| generator.name.text.split_once('.') == Some((entity, field));
        let columns = self.planner.tables[self.site.table.0].spec.columns.iter();
        let uses = columns.flat_map(|column| match &column.making {
            Making::Generator(generator) => vec![(generator, column.unique)],
            Making::When(branches) => branches.iter().map(|branch| (&branch.generator, branch.unique)).collect(),
        });
        uses.filter(|(generator, unique)| unique.is_some() && is_it(generator))
            .map(|(generator, _)| &generator.params)
            .collect()
    }

    /// The columns of a table's primary key.
    pub fn key_of(&self, table: TableId) -> Vec<String> {
        self.planner.tables[table.0].spec.key.iter().map(|name| name.text.clone()).collect()
    }

    /// The row number that the `ref` being planned picks: the hidden column of this column, or of this branch of it.
    pub(crate) fn picked_row(&mut self, params: &RefParams, target: TableId) -> Result<ColumnId, Reported> {
        let (table, key) = (self.site.table, *self.site.key);
        let spec = self.planner.tables[table.0].spec;
        let top = relations::references(spec).find(|(column, _, _)| column.name.text == self.site.column);
        if let Some((column, generator, _)) = top {
            return Ok(relations::row_column(self.planner, table, column, generator)?.0);
        }
        let name = format!("$row:{}:{}", self.site.column, self.site.params.span.start);
        self.planner.internal(table, &name, self.site.generator.span, key, |cx| relations::pick(cx, params, target))
    }

    /// Reads a column of the row whose number `row` holds.
    pub(crate) fn read_picked(
        &mut self,
        row: ColumnId,
        target: TableId,
        name: &str,
        span: Span,
    ) -> Result<Source, Reported> {
        let input = self.planner.resolve(target, &[name.to_owned()]).map_err(|error| {
            self.planner.diagnostics.extend(error.into_diagnostics(span));
            Reported
        })?;
        Ok(self.register(Input::Referenced { row, column: input.column() }))
    }

    /// Most children that a row of this column's table may have in a child table.
    pub fn max_children(&mut self, child: TableId) -> Result<u64, Reported> {
        self.planner.size(child).map(|size| size.max_per_parent)
    }

    /// A column of a child table, which only a roll-up may read: it takes no slot.
    pub fn read_child(&mut self, child: TableId, name: &str, span: Span) -> Result<Source, Reported> {
        let input = self.planner.resolve(child, &[name.to_owned()]).map_err(|error| {
            self.planner.diagnostics.extend(error.into_diagnostics(span));
            Reported
        })?;
        let mut none = Vec::new();
        let mut context = PlanContext { planner: self.planner, site: self.site, inputs: &mut none };
        Ok(context.register(input))
    }

    /// The time grid of the column's table: its step in microseconds, where it begins, and its proven end.
    pub(crate) fn grid(&mut self) -> Result<Option<(i64, Moment, Option<i64>)>, Reported> {
        let spec = self.planner.tables[self.site.table.0].spec;
        let parent = self.planner.tables[self.site.table.0].parent;
        let Some(node) = spec.rows.as_ref().or(spec.count.as_ref()).filter(|node| node.get("every").is_some()) else {
            return Ok(None);
        };
        // The grid's names are those of the parent's row, since that is whose children it counts.
        let grid = match parent {
            None => Grid::plan(self, node)?,
            Some(parent) => {
                let mut inner = Vec::new();
                let site = Site { table: parent, ..self.site };
                let mut grid = Grid::plan(&mut PlanContext { planner: self.planner, site, inputs: &mut inner }, node)?;
                for moment in [&mut grid.from, &mut grid.to] {
                    if let Some(source) = &mut moment.source {
                        source.slot = self.register(Input::Ancestor(source.column)).slot;
                    }
                }
                grid
            }
        };
        Ok(Some((grid.every, grid.from, grid.to.bounds.map(|(_, high)| high))))
    }

    /// Notes that values depend on the content of a file, by the path that the spec has for it.
    pub fn used_file(&mut self, path: &str, content: &[u8]) {
        let file = DataFile { path: self.planner.folder.join(path), sha256: sha256(content) };
        self.planner.files.insert(path.to_owned(), file);
    }

    /// The folder against which files that the spec names are resolved.
    pub fn folder(&self) -> &std::path::Path {
        self.planner.folder
    }
}

impl Input {
    /// The column whose values come in.
    pub fn column(self) -> ColumnId {
        match self {
            Self::Own(column) | Self::Ancestor(column) | Self::Referenced { column, .. } => column,
        }
    }
}
