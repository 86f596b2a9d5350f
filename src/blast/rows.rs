//! A table of both plans -> what becomes of its rows; and a column -> what of it hangs on rows other than its own: row numbers,
//! the number of siblings, the number of rows to pick from.

use super::own::Cause;
use super::picks::{self, Family};
use super::side::{Origin, Side};
use super::trace::Trace;
use super::{Reason, RowsChange, Verdict};
use crate::diag::Span;
use crate::plan::{Body, ColumnId, RowSource, TableId, thousands};
use crate::source::Node;
use crate::spec::Making;

/// What becomes of a table's rows.
#[derive(Debug, Clone)]
pub(super) struct Fate {
    pub change: RowsChange,
    pub reasons: Vec<Reason>,
}

impl Fate {
    /// Whether rows that stay may have another number within the table.
    fn renumbers(&self) -> bool {
        matches!(self.change, RowsChange::ComeAndGo | RowsChange::Others)
    }

    fn same() -> Self {
        Self { change: RowsChange::Same, reasons: Vec::new() }
    }
}

impl Trace<'_, '_> {
    /// The old table of a new one.
    pub(super) fn partner(&self, table: TableId) -> Option<TableId> {
        self.words.old.table_of(self.words.new.table_identity(table))
    }

    /// What becomes of the rows of a table that both plans have.
    pub(super) fn fate(&mut self, table: TableId) -> Fate {
        if let Some(known) = self.fates.get(&table) {
            return known.clone();
        }
        let fate = self.find_fate(table);
        self.fates.insert(table, fate.clone());
        fate
    }

    fn find_fate(&mut self, table: TableId) -> Fate {
        let Some(old) = self.partner(table) else { return Fate { change: RowsChange::Added, reasons: Vec::new() } };
        let (before, after) = (self.words.old.plan().table(old).rows, self.words.new.plan().table(table).rows);
        match (before, after) {
            _ if self.hangs_elsewhere(table) => {
                Fate { change: RowsChange::Others, reasons: vec![self.moved(old, table)] }
            }
            (RowSource::Root { rows: before }, RowSource::Root { rows: after }) if before == after => Fate::same(),
            (RowSource::Root { rows: before }, RowSource::Root { rows: after }) => {
                let change = if before < after { RowsChange::Appended } else { RowsChange::CutOff };
                Fate { change, reasons: vec![self.rows_reason((old, before), (table, after))] }
            }
            (_, RowSource::Per { parent, .. }) => match self.count_reasons(table) {
                reasons if !reasons.is_empty() => Fate { change: RowsChange::ComeAndGo, reasons },
                _ => self.fate(parent),
            },
            _ => Fate::same(),
        }
    }

    /// Whether a table, or one above it, has another parent or is no root any more.
    fn hangs_elsewhere(&self, table: TableId) -> bool {
        let Some(old) = self.partner(table) else { return true };
        match (self.words.old.plan().table(old).rows, self.words.new.plan().table(table).rows) {
            (RowSource::Root { .. }, RowSource::Root { .. }) => false,
            (RowSource::Per { parent: before, .. }, RowSource::Per { parent: after, .. }) => {
                self.partner(after) != Some(before) || self.hangs_elsewhere(after)
            }
            _ => true,
        }
    }

    fn moved(&self, old: TableId, new: TableId) -> Reason {
        let place = |side: &Side<'_>, table: TableId| {
            let spec = side.table(table);
            spec.per.as_ref().map_or(spec.name.span, |per| per.span)
        };
        let spans = (place(self.words.old, old), place(self.words.new, new));
        self.words.reason("the table hangs elsewhere, so that its rows are others", Some(spans.0), Some(spans.1))
    }

    fn rows_reason(&self, (old, before): (TableId, u64), (new, after): (TableId, u64)) -> Reason {
        let name = &self.words.new.table(new).name.text;
        let text = format!("`rows` of `{name}` {} → {}", thousands(before.into()), thousands(after.into()));
        let places = self.rows_places(old, new);
        self.words.reason(text, places.0, places.1)
    }

    /// Where rows are said: at the table, or in a profile where only that differs.
    fn rows_places(&self, old: TableId, new: TableId) -> (Option<Span>, Option<Span>) {
        fn rows<'a>(side: &Side<'a>, table: TableId) -> Option<&'a Node> {
            side.table(table).rows.as_ref()
        }
        let own = (rows(self.words.old, old), rows(self.words.new, new));
        let profiled = |side: &Side<'_>, table: TableId, other: &Side<'_>| {
            let name = &side.table(table).name.text;
            let text = |side: &Side<'_>, profile: &str| {
                let (_, tables) = side.spec().profiles.iter().find(|(name, _)| name.text == profile)?;
                let (_, rows) = tables.iter().find(|(table, _)| table.text == *name)?;
                Some((rows.text()?.to_owned(), rows.span))
            };
            let names = side.spec().profiles.iter().map(|(name, _)| name.text.as_str());
            let mut found = names.filter_map(|profile| Some((text(side, profile)?, text(other, profile))));
            let differs = |(here, there): &((String, Span), Option<(String, Span)>)| {
                there.as_ref().is_none_or(|there| there.0 != here.0)
            };
            found.find(differs).map(|((_, span), _)| span)
        };
        match own {
            (Some(before), Some(after)) if before.text().is_some() && before.text() == after.text() => {
                let found =
                    (profiled(self.words.old, old, self.words.new), profiled(self.words.new, new, self.words.old));
                (found.0.or(Some(before.span)), found.1.or(Some(after.span)))
            }
            (before, after) => (before.map(|node| node.span), after.map(|node| node.span)),
        }
    }

    /// Why rows may have another number of children in a child table; empty where they cannot.
    fn count_reasons(&mut self, child: TableId) -> Vec<Reason> {
        let Some(old) = self.partner(child) else { return Vec::new() };
        let (before, after) = (self.words.old.plan().table(old).rows, self.words.new.plan().table(child).rows);
        let (
            RowSource::Per { count: before, constant: least, .. },
            RowSource::Per { count: after, constant: most, .. },
        ) = (before, after)
        else {
            return Vec::new();
        };
        if least.is_some() && least == most {
            return Vec::new();
        }
        let effect = self.effect(before, after);
        self.reasons(effect)
    }

    /// What of a column hangs on other rows.
    pub(super) fn row_causes(&mut self, old: ColumnId, new: ColumnId) -> Vec<Cause> {
        let table = self.words.new.plan().column(new).table;
        if self.hangs_elsewhere(table) && self.partner(table).is_some() {
            let before = self.words.old.plan().column(old).table;
            return vec![Cause { strength: Verdict::Changed, reason: self.moved(before, table) }];
        }
        let mut found = self.numbered(old, new, table);
        found.extend(self.arrivals(new, table));
        found.extend(self.picks(old, new));
        found.extend(self.children(new));
        found
    }

    fn numbered(&mut self, old: ColumnId, new: ColumnId, table: TableId) -> Vec<Cause> {
        let plans = (self.words.old.plan().column(old), self.words.new.plan().column(new));
        let counts = |plan: &crate::plan::ColumnPlan| plan.needs.row_number || plan.pins.is_some();
        if !counts(plans.0) && !counts(plans.1) {
            return Vec::new();
        }
        let fate = self.fate(table);
        if fate.renumbers() { may("row numbers shift", &fate.reasons) } else { Vec::new() }
    }

    fn arrivals(&mut self, new: ColumnId, table: TableId) -> Vec<Cause> {
        let Origin::Declared(spec) = self.words.new.origins[new.0] else { return Vec::new() };
        let reads_siblings = match &spec.making {
            Making::Generator(generator) => generator.name.text == "arrivals",
            Making::When(branches) => branches.iter().any(|branch| branch.generator.name.text == "arrivals"),
        };
        if !reads_siblings {
            return Vec::new();
        }
        match self.words.new.plan().table(table).rows {
            RowSource::Root { .. } => {
                let fate = self.fate(table);
                may("all rows share one window", &fate.reasons)
            }
            RowSource::Per { .. } => may("siblings share one window", &self.count_reasons(table)),
        }
    }

    fn picks(&mut self, old: ColumnId, new: ColumnId) -> Vec<Cause> {
        let Origin::Row(_, _, generator) = self.words.new.origins[new.0] else { return Vec::new() };
        let is_earlier = generator.params.get("earlier").is_some_and(|earlier| earlier.text() == Some("true"));
        let target = generator.params.get("to").and_then(|to| to.text());
        let Some(target) = target.and_then(|name| self.words.new.plan().table_named(name)) else { return Vec::new() };
        if is_earlier {
            // The pool is the rows before this one, whatever follows.
            return Vec::new();
        }
        let fate = self.fate(target);
        let pool = self.words.new.table(target).name.text.clone();
        let mut found = may(&format!("it picks among other rows of `{pool}`"), &fate.reasons);
        if self.words.new.plan().column(new).needs.whole_family && found.is_empty() {
            found = self.dry_streams(old, new, target, &generator.params);
        }
        found
    }

    /// Under another number of siblings, different picks stay, unless a family's candidates run out.
    fn dry_streams(&mut self, old: ColumnId, new: ColumnId, target: TableId, params: &Node) -> Vec<Cause> {
        let table = self.words.new.plan().column(new).table;
        let reasons = self.count_reasons(table);
        let exponent = picks::exponent(self.words.new, params);
        let family = |side: &Side<'_>, column: ColumnId| {
            let plan = side.plan();
            let child = plan.table(plan.column(column).table);
            let RowSource::Per { parent, .. } = child.rows else { return None };
            let parents = plan.table(parent);
            let most = child.max_rows.div_ceil(parents.max_rows.max(1));
            Some((most, parents.expected_rows))
        };
        let families = family(self.words.old, old).zip(family(self.words.new, new));
        let is_sure = exponent.zip(families).is_some_and(|(exponent, (before, after))| {
            let most = before.0.max(after.0);
            let pool = self.words.new.plan().constant_rows(target).unwrap_or(0);
            Family { pool, most, parents: before.1.max(after.1), exponent }.never_runs_dry()
        });
        if is_sure { Vec::new() } else { may("siblings pick different rows, and may run out of them", &reasons) }
    }

    fn children(&mut self, new: ColumnId) -> Vec<Cause> {
        let Body::Rollup { child, .. } = self.words.new.plan().column(new).body else { return Vec::new() };
        let name = self.words.new.table(child).name.text.clone();
        may(&format!("rows of `{name}` come and go"), &self.count_reasons(child))
    }
}

/// Causes that may move values, since rows do.
fn may(what: &str, reasons: &[Reason]) -> Vec<Cause> {
    let cause = |reason: &Reason| Cause {
        strength: Verdict::MayChange,
        reason: Reason { text: format!("{what}: {}", reason.text), ..reason.clone() },
    };
    reasons.iter().map(cause).collect()
}
