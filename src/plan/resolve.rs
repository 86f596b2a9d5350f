//! A dotted name as it stands in a spec -> the column it means, and how its values reach the row.

use super::build::Planner;
use super::modifiers::Same;
use super::relations;
use super::{ColumnId, Input, Planned, TableId};
use crate::diag::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::expr::NameError;
use crate::spec::{ColumnSpec, GeneratorSpec, Making};

/// Why a name could not be resolved.
#[derive(Debug, Clone)]
pub(super) enum Unresolved {
    /// It has been said already.
    Reported,
    /// The name means nothing.
    Unknown {
        /// One sentence of cause.
        message: String,
        /// A fix, where there is a likely one.
        help: Option<String>,
    },
}

impl Unresolved {
    /// For the expression compiler, whose findings without a message are dropped.
    pub(super) fn into_name_error(self) -> NameError {
        match self {
            Self::Reported => NameError { message: String::new(), help: None },
            Self::Unknown { message, help } => NameError { message, help },
        }
    }

    pub(super) fn into_diagnostics(self, span: Span) -> Diagnostics {
        match self {
            Self::Reported => Diagnostics::new(),
            Self::Unknown { message, help } => {
                let error = Diagnostic::error("E0409", message).at(span, "unknown");
                help.into_iter().fold(error, Diagnostic::help).into()
            }
        }
    }
}

impl From<super::Reported> for Unresolved {
    fn from(_: super::Reported) -> Self {
        Self::Reported
    }
}

/// What the first part of a dotted name leads to.
enum Hop<'s> {
    /// This table itself.
    Own,
    /// A table on the `per` chain.
    Ancestor(TableId),
    /// The row that a `ref` column picks.
    Reference(&'s ColumnSpec, &'s GeneratorSpec),
    /// An explicit bundle.
    Bundle(&'s ColumnSpec, &'s GeneratorSpec),
}

impl<'s> Planner<'s> {
    /// What `path` means for a row of `table`.
    pub(super) fn resolve(&mut self, table: TableId, path: &[String]) -> Result<Input, Unresolved> {
        let (first, rest) = path.split_first().expect("a name has at least one part");
        if rest.is_empty() {
            return self.own_column(table, first);
        }
        match self.hop(table, first) {
            None => Err(self.unknown_hop(table, first)),
            Some(Hop::Own) => self.resolve(table, rest),
            Some(Hop::Ancestor(ancestor)) => {
                let column = self.column_of(ancestor, rest)?;
                Ok(Input::Ancestor(column))
            }
            Some(Hop::Reference(column, generator)) => {
                let (row, target) = relations::row_column(self, table, column, generator)?;
                let column = self.column_of(target, rest)?;
                Ok(Input::Referenced { row, column })
            }
            Some(Hop::Bundle(column, generator)) => self.bundle_field(table, column, generator, rest),
        }
    }

    fn own_column(&mut self, table: TableId, name: &str) -> Result<Input, Unresolved> {
        let spec = self.tables[table.0].spec;
        match spec.columns.iter().find(|column| column.name.text == name) {
            Some(column) => Ok(Input::Own(self.declared(table, column)?)),
            None => {
                let names = spec.columns.iter().map(|column| column.name.text.as_str());
                let leads = self.hop(table, name).is_some();
                let help = match leads {
                    true => Some(format!("`{name}` is a row: name one of its columns, as in `{name}.id`")),
                    false => did_you_mean(name, names),
                };
                Err(Unresolved::Unknown { message: format!("`{}` has no column `{name}`", spec.name.text), help })
            }
        }
    }

    /// A path within another table, as one column of that table.
    fn column_of(&mut self, table: TableId, path: &[String]) -> Result<ColumnId, Unresolved> {
        let input = self.resolve(table, path)?;
        if let Input::Own(column) = input {
            return Ok(column);
        }
        let name = format!("$via:{}", path.join("."));
        let spec = self.tables[table.0].spec;
        let key = self.tables[table.0].key;
        Ok(self.internal(table, &name, spec.name.span, key, |cx| {
            let source = cx.register(input);
            let planned = Planned::new(source.data_type, Same(source.slot));
            Ok(planned.nullable(source.nullable).bounds(source.bounds))
        })?)
    }

    fn bundle_field(
        &mut self,
        table: TableId,
        column: &ColumnSpec,
        generator: &GeneratorSpec,
        rest: &[String],
    ) -> Result<Input, Unresolved> {
        let entity = &generator.name.text;
        let field = rest.join(".");
        let fields = crate::generators::fields_of(entity);
        if !fields.clone().any(|known| known == field) {
            let help = did_you_mean(&field, fields);
            return Err(Unresolved::Unknown { message: format!("a {entity} has no field `{field}`"), help });
        }
        let bundle = column.identity();
        Ok(Input::Own(self.entity_field(table, bundle, entity, &field, column.locale.as_ref())?))
    }

    fn hop(&self, table: TableId, name: &str) -> Option<Hop<'s>> {
        let spec = self.tables[table.0].spec;
        let reference = relations::references(spec).find(|(_, _, alias)| *alias == name);
        if let Some((column, generator, _)) = reference {
            return Some(Hop::Reference(column, generator));
        }
        if let Some((column, generator)) = bundles(spec).find(|(column, _)| column.name.text == name) {
            return Some(Hop::Bundle(column, generator));
        }
        if spec.name.text == name {
            return Some(Hop::Own);
        }
        let mut child = table;
        while let Some(parent) = self.tables[child.0].parent {
            let alias = self.tables[child.0].spec.alias.as_ref().map(|alias| alias.text.as_str());
            if alias == Some(name) || self.tables[parent.0].spec.name.text == name {
                return Some(Hop::Ancestor(parent));
            }
            child = parent;
        }
        None
    }

    fn unknown_hop(&self, table: TableId, name: &str) -> Unresolved {
        let mut known: Vec<&str> =
            relations::references(self.tables[table.0].spec).map(|(_, _, alias)| alias).collect();
        let mut child = table;
        while let Some(parent) = self.tables[child.0].parent {
            known.extend(self.tables[child.0].spec.alias.as_ref().map(|alias| alias.text.as_str()));
            known.push(&self.tables[parent.0].spec.name.text);
            child = parent;
        }
        let here = &self.tables[table.0].spec.name.text;
        let other = self.spec.tables.iter().find(|spec| spec.name.text == name);
        let help = did_you_mean(name, known.iter().copied()).or_else(|| {
            let is_child = other?.per.as_ref().is_some_and(|per| per.text == *here);
            Some(match is_child {
                true => format!("its rows are children of `{here}`: gather them in a column with `gen: rollup`"),
                false => format!("reach a row of `{name}` through a `ref` column"),
            })
        });
        Unresolved::Unknown {
            message: format!("`{name}` is neither a parent of `{here}` nor one of its references"),
            help,
        }
    }
}

/// The explicit bundles of a table.
fn bundles(spec: &crate::spec::TableSpec) -> impl Iterator<Item = (&ColumnSpec, &GeneratorSpec)> {
    spec.columns.iter().filter_map(|column| match &column.making {
        Making::Generator(generator) if Planner::is_bundle(column) => Some((column, generator)),
        _ => None,
    })
}
