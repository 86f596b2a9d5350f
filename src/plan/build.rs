//! The planner itself: walks tables and columns of a [`Spec`], each column behind what it reads, and gathers findings.

use std::collections::BTreeMap;
use std::path::Path;

use arrow_schema::DataType;

use super::context::{PlanContext, Reported, Site};
use super::counts::{self, Size};
use super::params::{self, Knobs};
use super::pins::{self, PinTable};
use super::{
    ColumnId, ColumnPlan, DataFile, Distance, EDITION, Input, Plan, Planned, RowSource, TableId, TablePlan, keys,
    modifiers, parse_type, relations, types,
};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::generators;
use crate::random::{Domain, Key};
use crate::source::Node;
use crate::spec::{ColumnSpec, GeneratorSpec, Making, Name, Spec, TableSpec};

/// What the command line says over the spec.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// Replaces `seed`.
    pub seed: Option<u64>,
    /// The profile whose row counts hold.
    pub profile: Option<String>,
    /// `customers.rows=10` or `scale=10`, as pairs.
    pub set: Vec<(String, String)>,
}

/// Plans a spec. Files that it names are looked for in `folder`.
///
/// # Errors
/// All findings, when one of them is an error; else the plan with the warnings.
pub fn plan(spec: &Spec, folder: &Path, overrides: &Overrides) -> Result<(Plan, Diagnostics), Diagnostics> {
    std::thread::scope(|scope| {
        let builder = std::thread::Builder::new().stack_size(STACK);
        let worker = builder.spawn_scoped(scope, || Planner::new(spec, folder, overrides).run());
        worker.expect("a thread can be started").join().unwrap_or_else(|bug| std::panic::resume_unwind(bug))
    })
}

/// Columns that read each other in a long chain are planned by recursion.
const STACK: usize = 256 << 20;

/// Columns that may read one another in a chain.
const MAX_CHAIN: usize = 10_000;

pub(super) struct Planner<'s> {
    pub spec: &'s Spec,
    pub folder: &'s Path,
    pub diagnostics: Diagnostics,
    pub knobs: Knobs,
    pub tables: Vec<TableDraft<'s>>,
    pub columns: Vec<ColumnPlan>,
    states: BTreeMap<(TableId, String), State>,
    chain: Vec<(TableId, String)>,
    pub pins: PinTable,
    /// Domains that must have a value for every row.
    pub claims: Vec<modifiers::DomainClaim>,
    /// Files that have been read, by the path in the spec.
    pub files: BTreeMap<String, DataFile>,
}

/// What is known of a table while columns are planned.
pub(super) struct TableDraft<'s> {
    pub spec: &'s TableSpec,
    pub key: Key,
    pub parent: Option<TableId>,
    pub size: Option<Result<Size, Reported>>,
}

#[derive(Debug, Clone, Copy)]
enum State {
    Active,
    Done(ColumnId),
    Failed,
}

impl<'s> Planner<'s> {
    fn new(spec: &'s Spec, folder: &'s Path, overrides: &'s Overrides) -> Self {
        let mut diagnostics = Diagnostics::new();
        let knobs = params::knobs(spec, overrides, &mut diagnostics);
        let root = Key::root(EDITION, knobs.seed);
        let draft = |table: &'s TableSpec| TableDraft {
            spec: table,
            key: root.derive(Domain::Table, table.identity()),
            parent: None,
            size: None,
        };
        let tables = spec.tables.iter().map(draft).collect();
        let (columns, states, chain) = (Vec::new(), BTreeMap::new(), Vec::new());
        let (pins, claims, files) = (PinTable::default(), Vec::new(), BTreeMap::new());
        Self { spec, folder, diagnostics, knobs, tables, columns, states, chain, pins, claims, files }
    }

    fn run(mut self) -> Result<(Plan, Diagnostics), Diagnostics> {
        counts::link_parents(&mut self);
        relations::check_names(&mut self);
        self.pins = pins::collect(&mut self);
        for at in 0..self.tables.len() {
            let _ = self.size(TableId(at));
            for column in &self.tables[at].spec.columns {
                let _ = self.declared(TableId(at), column);
            }
        }
        let tables = (0..self.tables.len()).filter_map(|at| self.table_plan(TableId(at))).collect::<Vec<_>>();
        if self.diagnostics.has_errors() || tables.len() < self.tables.len() {
            self.check_root_domains();
            self.diagnostics.sort();
            return Err(self.diagnostics);
        }
        let mut plan = Plan {
            name: self.spec.name.as_ref().map(|name| name.text.clone()),
            seed: self.knobs.seed,
            tables,
            columns: self.columns,
            files: self.files,
        };
        keys::link(&mut plan, self.spec, &mut self.diagnostics);
        modifiers::check_domains(&plan, &self.claims, &mut self.diagnostics);
        self.diagnostics.sort();
        self.diagnostics.into_result(plan)
    }

    fn table_plan(&mut self, id: TableId) -> Option<TablePlan> {
        let spec = self.tables[id.0].spec;
        let size = self.size(id).ok()?;
        let found = spec.columns.iter().filter_map(|column| self.declared(id, column).ok()).collect::<Vec<_>>();
        if found.len() < spec.columns.len() {
            return None;
        }
        let planned = found.into_iter().filter(|column| !self.columns[column.0].name.starts_with('$'));
        let (hidden, visible) = planned.partition(|column| self.columns[column.0].name.starts_with('_'));
        Some(TablePlan {
            name: spec.name.text.clone(),
            span: spec.name.span,
            description: spec.description.as_ref().map(|text| text.text.clone()),
            rows: size.source,
            visible,
            hidden,
            key: Vec::new(),
            unique: Vec::new(),
            foreign_keys: Vec::new(),
            children: (0..self.tables.len()).map(TableId).filter(|at| self.tables[at.0].parent == Some(id)).collect(),
            expected_rows: size.expected,
            max_rows: size.max,
        })
    }

    /// How many rows a table has; for a child table this plans the column that counts.
    pub(super) fn size(&mut self, table: TableId) -> Result<Size, Reported> {
        if let Some(size) = self.tables[table.0].size {
            return size;
        }
        let size = counts::size(self, table);
        self.tables[table.0].size = Some(size);
        size
    }

    pub(super) fn find_table(&mut self, name: &str, span: Span) -> Result<TableId, Reported> {
        if let Some(at) = self.spec.tables.iter().position(|table| table.name.text == name) {
            return Ok(TableId(at));
        }
        let error = Diagnostic::error("E0402", format!("unknown table `{name}`"));
        let names = self.spec.tables.iter().map(|table| table.name.text.as_str());
        let error = error.at(span, "no table has this name").suggest(name, names);
        self.diagnostics.push(error);
        Err(Reported)
    }

    /// The plan of a column that the spec declares.
    pub(super) fn declared(&mut self, table: TableId, column: &'s ColumnSpec) -> Result<ColumnId, Reported> {
        self.once(table, &column.name.text, column.name.span, |planner| planner.plan_declared(table, column))
    }

    /// The plan of a column, made when it is first asked for; a column that needs itself is an error.
    pub(super) fn once(
        &mut self,
        table: TableId,
        name: &str,
        span: Span,
        make: impl FnOnce(&mut Self) -> Result<ColumnPlan, Reported>,
    ) -> Result<ColumnId, Reported> {
        let slot = (table, name.to_owned());
        match self.states.get(&slot) {
            Some(State::Done(id)) => return Ok(*id),
            Some(State::Failed) => return Err(Reported),
            Some(State::Active) => return Err(self.cycle(&slot, span)),
            None => {}
        }
        if self.chain.len() > MAX_CHAIN {
            let error =
                Diagnostic::error("E0405", format!("more than {MAX_CHAIN} columns read one another in a chain"));
            self.diagnostics.push(error.at(span, "here").help("shorten the chain"));
            return Err(Reported);
        }
        self.states.insert(slot.clone(), State::Active);
        self.chain.push(slot.clone());
        let made = make(self);
        self.chain.pop();
        let (state, result) = match made {
            Ok(column) => {
                self.columns.push(column);
                let id = ColumnId(self.columns.len() - 1);
                (State::Done(id), Ok(id))
            }
            Err(reported) => (State::Failed, Err(reported)),
        };
        self.states.insert(slot, state);
        result
    }

    fn cycle(&mut self, slot: &(TableId, String), span: Span) -> Reported {
        let start = self.chain.iter().position(|step| step == slot).unwrap_or(0);
        let steps = self.chain[start..].iter().chain(std::iter::once(slot));
        let show = |(table, name): &(TableId, String)| format!("`{}.{name}`", self.tables[table.0].spec.name.text);
        let path = steps.map(show).collect::<Vec<_>>().join(" -> ");
        let error = Diagnostic::error("E0404", format!("{} reads itself", show(slot)));
        let error = error.at(span, "needs its own values").note(format!("the circle is {path}"));
        self.diagnostics.push(error.help("let one of these columns read something else"));
        Reported
    }

    fn plan_declared(&mut self, table: TableId, column: &'s ColumnSpec) -> Result<ColumnPlan, Reported> {
        let identity = column.identity();
        let key = self.tables[table.0].key.derive(Domain::Value, identity);
        let declared = self.declared_type(column)?;
        let locale = column.locale.as_ref().or(self.tables[table.0].spec.locale.as_ref());
        let params = Node { span: column.name.span, value: crate::source::Value::Mapping(Vec::new()) };
        let mut inputs = Vec::new();
        let site = Site {
            table,
            column: &column.name.text,
            generator: &column.name,
            params: &params,
            declared: declared.as_ref(),
            unique: None,
            locale,
            key: &key,
            bundle: None,
        };
        let planned = modifiers::plan(&mut PlanContext { planner: self, site, inputs: &mut inputs }, column)?;
        let mut plan = self.finish(table, &column.name, planned, key, inputs)?;
        plan.format = column.format.as_ref().map(|format| format.text.clone());
        plan.description = column.description.as_ref().map(|text| text.text.clone());
        plan.pins = pins::of_column(self, table, column, &plan)?;
        plan.nullable |= plan.pins.as_ref().is_some_and(|pins| pins.values.null_count() > 0);
        if plan.pins.is_some() {
            // A pinned value keeps to the bounds, but to no other column.
            plan.distances.clear();
        }
        Ok(plan)
    }

    fn declared_type(&mut self, column: &ColumnSpec) -> Result<Option<(DataType, Span)>, Reported> {
        let Some(name) = &column.data_type else { return Ok(None) };
        match parse_type(&name.text) {
            Some(data_type) => Ok(Some((data_type, name.span))),
            None => {
                let error = Diagnostic::error("E0401", format!("unknown type `{}`", name.text));
                let error = error.at(name.span, "no such type").suggest(&name.text, types::TYPE_NAMES.iter().copied());
                self.diagnostics.push(error.help(format!("the types are {}", types::TYPE_NAMES.join(", "))));
                Err(Reported)
            }
        }
    }

    /// A column's plan from what its generator gave. A column that reads row numbers depends on the counts.
    pub(super) fn finish(
        &mut self,
        table: TableId,
        name: &Name,
        planned: Planned,
        key: Key,
        inputs: Vec<Input>,
    ) -> Result<ColumnPlan, Reported> {
        if planned.needs.row_number {
            self.size(table)?;
        }
        let distances = match (&inputs[..], planned.copy) {
            ([Input::Own(other) | Input::Ancestor(other)], true) => {
                vec![Distance { other: *other, low: Some(0), high: Some(0) }]
            }
            _ => planned.distances,
        };
        Ok(ColumnPlan {
            distances,
            table,
            name: name.text.clone(),
            span: name.span,
            unique: matches!(planned.uniqueness, super::Uniqueness::Always),
            domain: match &planned.uniqueness {
                super::Uniqueness::Domain(domain) => Some(std::sync::Arc::clone(domain)),
                _ => None,
            },
            data_type: planned.data_type,
            nullable: planned.nullable,
            bounds: planned.bounds,
            choices: planned.choices,
            key,
            inputs,
            needs: planned.needs,
            joined: None,
            copy: planned.copy,
            body: planned.body,
            pins: None,
            format: None,
            description: None,
        })
    }

    /// A column that the plan adds, such as the row number behind a reference.
    pub(super) fn internal(
        &mut self,
        table: TableId,
        name: &str,
        span: Span,
        key: Key,
        make: impl FnOnce(&mut PlanContext<'_, 's>) -> Result<Planned, Reported>,
    ) -> Result<ColumnId, Reported> {
        self.once(table, name, span, |planner| {
            let name = Name { text: name.to_owned(), span };
            let params = Node { span, value: crate::source::Value::Mapping(Vec::new()) };
            let mut inputs = Vec::new();
            let site = Site {
                table,
                column: &name.text,
                generator: &name,
                params: &params,
                declared: None,
                unique: None,
                locale: None,
                key: &key,
                bundle: None,
            };
            let planned = make(&mut PlanContext { planner, site, inputs: &mut inputs })?;
            planner.finish(table, &name, planned, key, inputs)
        })
    }

    /// Plans one use of a generator.
    pub(super) fn generate(
        &mut self,
        generator: &GeneratorSpec,
        site: Site<'_>,
        inputs: &mut Vec<Input>,
    ) -> Result<Planned, Reported> {
        let Some(def) = generators::find(&generator.name.text) else {
            let error = Diagnostic::error("E0203", format!("unknown generator `{}`", generator.name.text));
            let error = error.at(generator.name.span, "no generator has this name");
            let names = generators::all().map(|def| def.name);
            self.diagnostics.push(error.suggest(&generator.name.text, names));
            return Err(Reported);
        };
        let bundle_key = def.bundle.map(|bundle| self.bundle_key(site.table, site.bundle.unwrap_or(bundle), def.name));
        let key = bundle_key.as_ref().unwrap_or(site.key);
        let bundle = def.bundle.map(|bundle| site.bundle.unwrap_or(bundle));
        (def.plan)(&mut PlanContext { planner: self, site: Site { key, bundle, ..site }, inputs })
    }

    /// The key of a bundle's field: it does not depend on the column that shows it.
    fn bundle_key(&self, table: TableId, bundle: &str, field: &str) -> Key {
        let field = field.split_once('.').map_or(field, |(_, field)| field);
        self.tables[table.0].key.derive(Domain::Bundle, bundle).derive(Domain::Part, field)
    }

    /// The column that holds a field of a bundle, whether or not the spec shows it.
    pub(super) fn entity_field(
        &mut self,
        table: TableId,
        bundle: &str,
        entity: &str,
        field: &str,
        locale: Option<&Node>,
    ) -> Result<ColumnId, Reported> {
        let spec = self.tables[table.0].spec;
        let span = spec.name.span;
        // A column with a locale of its own does not share its fields with the others.
        let is_own = |node: &&Node| spec.locale.as_ref().is_none_or(|common| common.span != node.span);
        let own = locale.filter(is_own).map_or(String::new(), |node| format!("@{}", node.span.start));
        let name = format!("${bundle}.{field}{own}");
        self.once(table, &name, span, |planner| {
            let generator = GeneratorSpec {
                name: Name { text: format!("{entity}.{field}"), span },
                params: Node { span, value: crate::source::Value::Mapping(Vec::new()) },
            };
            let key = planner.bundle_key(table, bundle, field);
            let mut inputs = Vec::new();
            let site = Site {
                table,
                column: &name,
                generator: &generator.name,
                params: &generator.params,
                declared: None,
                unique: None,
                locale,
                key: &key,
                bundle: Some(bundle),
            };
            let planned = planner.generate(&generator, site, &mut inputs)?;
            let label = Name { text: name.clone(), span };
            let mut plan = planner.finish(table, &label, planned, key, inputs)?;
            plan.pins = pins::of_field(planner, table, bundle, field, &plan);
            Ok(plan)
        })
    }

    /// Whether a generator's name is that of an entity as a whole (`person`), which declares a bundle.
    pub(super) fn is_bundle(column: &ColumnSpec) -> bool {
        matches!(&column.making, Making::Generator(generator) if generators::is_entity(&generator.name.text))
    }
}

/// Where a root table's rows come from.
pub(super) const fn root_rows(rows: u64) -> RowSource {
    RowSource::Root { rows }
}
