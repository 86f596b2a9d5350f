//! The spec's constants: seed, `now`, `vars`, profiles and what `--set` says; and the values of numeric parameters,
//! which may be constant expressions over them.

use std::collections::BTreeMap;

use arrow_array::Array;
use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, TimestampMicrosecondType};
use arrow_buffer::NullBuffer;
use arrow_cast::cast;
use arrow_schema::{DataType, TimeUnit};

use super::build::Overrides;
use super::context::{PlanContext, Reported, Source};
use super::modifiers::thousands;
use super::{Bounds, MAX_ROWS};
use crate::diag::{Diagnostic, Diagnostics, Span};
use crate::engine::Cells;
use crate::expr::{self, ExprError, Literal, NameError, Resolved};
use crate::source::scalars::{DurationText, InstantText, Number, Rate};
use crate::source::{Node, Spanned};
use crate::spec::{Name, Spec};

/// The spec's constants.
#[derive(Debug, Clone, Default)]
pub(super) struct Knobs {
    pub seed: u64,
    pub now: Option<Now>,
    pub vars: BTreeMap<String, Literal>,
    /// Row counts that a profile or `--set` lays down, by table: the text and where it stands in the spec, if it does.
    pub rows: BTreeMap<String, (Number, Option<Span>)>,
}

/// The spec's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// Microseconds since 1970-01-01T00:00:00Z.
    pub micros: i64,
}

/// Reads the document's constants.
pub(super) fn knobs(spec: &Spec, overrides: &Overrides, found: &mut Diagnostics) -> Knobs {
    let mut knobs = Knobs { seed: seed(spec, overrides, found), ..Knobs::default() };
    knobs.now = spec.now.as_ref().and_then(|now| match InstantText::parse(&now.text) {
        Ok(instant) => Some(Now { micros: instant.micros }),
        Err(message) => {
            found.push(
                Diagnostic::error("E0410", message)
                    .at(now.span, "not an instant")
                    .help("write `now: 2025-07-01T00:00:00Z`"),
            );
            None
        }
    });
    let mut settings = Settings::split(spec, overrides, found);
    for (name, node) in &spec.vars {
        let text = settings.vars.remove(&name.text);
        let text = text.or_else(|| node.text().map(str::to_owned)).unwrap_or_default();
        if let Some(value) = found.take(constant(&text, node.span, &knobs.vars)) {
            knobs.vars.insert(name.text.clone(), value);
        }
    }
    knobs.rows = profile_rows(spec, overrides, found);
    knobs.rows.extend(settings.rows.into_iter().map(|(table, rows)| (table, (rows, None))));
    knobs
}

fn seed(spec: &Spec, overrides: &Overrides, found: &mut Diagnostics) -> u64 {
    let Some(node) = spec.seed.as_ref().filter(|_| overrides.seed.is_none()) else {
        return overrides.seed.unwrap_or(0);
    };
    let parsed = node.text().and_then(|text| Number::parse(text).ok()).and_then(|number| number.as_i128());
    parsed.and_then(|value| u64::try_from(value).ok()).unwrap_or_else(|| {
        let error = Diagnostic::error("E0411", "the seed is not an unsigned 64-bit integer");
        found.push(error.at(node.span, "0 to 18446744073709551615").help("write a whole number, such as `seed: 42`"));
        0
    })
}

/// What `--set` says, by what it is about.
#[derive(Default)]
struct Settings {
    vars: BTreeMap<String, String>,
    rows: BTreeMap<String, Number>,
}

impl Settings {
    fn split(spec: &Spec, overrides: &Overrides, found: &mut Diagnostics) -> Self {
        let mut settings = Self::default();
        for (name, value) in &overrides.set {
            if let Err(error) = settings.add(spec, name, value) {
                found.push(error);
            }
        }
        settings
    }

    fn add(&mut self, spec: &Spec, name: &str, value: &str) -> Result<(), Diagnostic> {
        if spec.vars.iter().any(|(var, _)| var.text == name) {
            self.vars.insert(name.to_owned(), value.to_owned());
            return Ok(());
        }
        let Some(table) = name.strip_suffix(".rows") else {
            let known = spec.vars.iter().map(|(var, _)| var.text.as_str());
            let tables: Vec<String> = spec.tables.iter().map(|table| format!("{}.rows", table.name.text)).collect();
            let error = Diagnostic::error("E0412", format!("`--set {name}={value}` names nothing that can be set"));
            return Err(error
                .suggest(name, known.chain(tables.iter().map(String::as_str)))
                .help("name one of the spec's `vars:`, or a table's rows as in `--set customers.rows=10`"));
        };
        check_rows_of(spec, table, None)?;
        let number = Number::parse(value).map_err(|message| Diagnostic::error("E0412", message))?;
        self.rows.insert(table.to_owned(), number);
        Ok(())
    }
}

/// Whether a table exists and has `rows` of its own.
fn check_rows_of(spec: &Spec, table: &str, span: Option<Span>) -> Result<(), Diagnostic> {
    let at = |error: Diagnostic| match span {
        Some(span) => error.at(span, "here"),
        None => error,
    };
    let Some(found) = spec.tables.iter().find(|known| known.name.text == table) else {
        let names = spec.tables.iter().map(|table| table.name.text.as_str());
        return Err(at(Diagnostic::error("E0402", format!("unknown table `{table}`"))).suggest(table, names));
    };
    match &found.per {
        None => Ok(()),
        Some(parent) => Err(at(Diagnostic::error("E0413", format!("the rows of `{table}` follow from its `count`")))
            .and(parent.span, "its rows belong to this table's")
            .help(format!("set the rows of `{}`", parent.text))),
    }
}

fn profile_rows(
    spec: &Spec,
    overrides: &Overrides,
    found: &mut Diagnostics,
) -> BTreeMap<String, (Number, Option<Span>)> {
    let mut rows = BTreeMap::new();
    for (profile, tables) in &spec.profiles {
        for (table, node) in tables {
            if let Err(error) = check_rows_of(spec, &table.text, Some(table.span)) {
                found.push(error);
                continue;
            }
            let chosen = overrides.profile.as_ref() == Some(&profile.text);
            if let (true, Some(Ok(number))) = (chosen, node.text().map(Number::parse)) {
                rows.insert(table.text.clone(), (number, Some(node.span)));
            }
        }
    }
    if let Some(name) = &overrides.profile
        && !spec.profiles.iter().any(|(profile, _)| profile.text == *name)
    {
        let error = Diagnostic::error("E0414", format!("the spec has no profile `{name}`"));
        let names = spec.profiles.iter().map(|(profile, _)| profile.text.as_str());
        found.push(error.suggest(name, names).help(match spec.profiles.is_empty() {
            true => "add `profiles:` to the spec, or leave `--profile` out".to_owned(),
            false => format!("the profiles are {}", names_of(&spec.profiles)),
        }));
    }
    rows
}

fn names_of<T>(named: &[(Name, T)]) -> String {
    named.iter().map(|(name, _)| format!("`{}`", name.text)).collect::<Vec<_>>().join(", ")
}

/// A scope that knows nothing but the spec's `vars`.
struct Vars<'a>(&'a BTreeMap<String, Literal>);

impl expr::Scope for Vars<'_> {
    fn resolve(&mut self, path: &[String]) -> Result<Resolved, NameError> {
        let name = path.join(".");
        match self.0.get(&name) {
            Some(value) => Ok(Resolved::Constant(value.clone())),
            None => Err(NameError {
                message: format!("unknown name `{name}` in a constant expression"),
                help: crate::diag::did_you_mean(&name, self.0.keys().map(String::as_str))
                    .or_else(|| Some("only the spec's `vars:` can be named here".to_owned())),
            }),
        }
    }
}

/// The value of a constant expression at `span`.
fn constant(text: &str, span: Span, vars: &BTreeMap<String, Literal>) -> Result<Literal, Diagnostics> {
    if let Some(exact) = Number::parse(text).ok().filter(|number| !number.is_expression()) {
        return Ok(match (exact.as_i128().and_then(|value| i64::try_from(value).ok()), exact.decimal()) {
            (Some(value), _) => Literal::Int(value),
            (None, Some(decimal)) => {
                Literal::Decimal { value: decimal.digits, precision: 38, scale: decimal.scale as i8 }
            }
            (None, None) => Literal::Float(exact.as_f64().unwrap_or(f64::NAN)),
        });
    }
    expr::constant(text, &mut Vars(vars)).map_err(|errors| {
        let mut found = Diagnostics::new();
        errors.into_iter().for_each(|error| found.push(at_text(error, span)));
        found
    })
}

/// An expression's error, moved to where the expression stands in the file. A quoted text begins one byte in.
pub(super) fn at_text(error: ExprError, span: Span) -> Diagnostic {
    let ExprError { code, range, message, label, help } = error;
    let diagnostic = Diagnostic::error(code, message).at(span.slice(range.start, range.end), label);
    help.into_iter().fold(diagnostic, Diagnostic::help)
}

impl PlanContext<'_, '_> {
    /// The value of a numeric parameter as a float.
    pub fn number(&mut self, number: &Spanned<Number>) -> Result<f64, Reported> {
        if let Some(value) = number.value.as_f64() {
            return Ok(value);
        }
        let value = self.constant(number)?;
        value.as_f64().filter(|value| value.is_finite()).ok_or_else(|| self.not_a("number", number))
    }

    /// The value of an integer parameter.
    pub fn integer(&mut self, number: &Spanned<Number>) -> Result<i64, Reported> {
        let whole = match number.value.as_i128() {
            Some(value) => Some(value),
            None => self.constant(number)?.as_integer(),
        };
        whole.and_then(|value| i64::try_from(value).ok()).ok_or_else(|| self.not_a("64-bit whole number", number))
    }

    /// The value of a parameter that is a length of time, in microseconds: `15m`, or an expression that is a number of
    /// seconds is not admitted.
    pub fn duration(&mut self, text: &Spanned<DurationText>) -> i64 {
        text.value.micros
    }

    fn constant(&mut self, number: &Spanned<Number>) -> Result<Literal, Reported> {
        let text_span = self.planner.text_span(number.span, &number.value.text);
        let value = constant(&number.value.text, text_span, &self.planner.knobs.vars);
        value.map_err(|found| self.fail_all(found))
    }

    fn not_a(&mut self, what: &str, number: &Spanned<Number>) -> Reported {
        let error = Diagnostic::error("E0415", format!("`{}` is not a {what}", number.value.text));
        let help = if what == "number" { "write a number" } else { "write a number without a fraction" };
        self.fail(error.at(number.span, format!("expected a {what}")).help(help))
    }

    /// A rate in `0..=1`.
    pub fn rate(&mut self, rate: &Spanned<Rate>) -> f64 {
        rate.value.value
    }

    /// The spec's clock, in microseconds since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// When the spec has no `now:`.
    pub fn now(&mut self, span: Span) -> Result<i64, Reported> {
        match self.planner.knobs.now {
            Some(now) => Ok(now.micros),
            None => {
                let error = Diagnostic::error("E0416", "`now` is used, but the spec does not say when that is");
                Err(self.fail(error.at(span, "needs `now:`").help(
                    "add `now: 2025-07-01T00:00:00Z` (any fixed instant) at the top of the spec; the machine's clock is never read",
                )))
            }
        }
    }

    /// A point in time as `from:` and `to:` take it: an instant or date, `now`, or a temporal column, each with offsets:
    /// `ordered_at + 2d`, `now - 10d`.
    pub fn moment(&mut self, text: &Spanned<String>) -> Result<Moment, Reported> {
        let (base, offset) = self.split_offsets(text)?;
        let base = base.trim();
        if base == "now" {
            return Ok(Moment::fixed(self.now(text.span)?.saturating_add(offset)));
        }
        if let Ok(instant) = InstantText::parse(base) {
            return Ok(Moment::fixed(instant.micros.saturating_add(offset)));
        }
        if base.starts_with(|first: char| first.is_ascii_digit()) {
            let message = InstantText::parse(base).err().unwrap_or_default();
            let error = Diagnostic::error("E0417", message).at(text.span, "not a point in time");
            return Err(self.fail(error.help("write a day of the calendar such as `2025-02-28`, or an instant")));
        }
        let source = self.read(base, self.planner.text_span(text.span, &text.value).slice(0, base.len()))?;
        self.moment_of(base, source, offset, text.span)
    }

    fn moment_of(&mut self, name: &str, source: Source, offset: i64, span: Span) -> Result<Moment, Reported> {
        use arrow_schema::DataType::{Date32, Timestamp};
        if !matches!(source.data_type, Date32 | Timestamp(..)) {
            let kind = super::a_type(&source.data_type);
            let error = Diagnostic::error("E0418", format!("`{name}` is {kind}, not a date or timestamp"));
            let error = error.at(span, "needs a date or a timestamp");
            return Err(self.fail(error.help("name a column of dates or timestamps, an instant, or `now`")));
        }
        let bounds = source.bounds.and_then(Bounds::as_times);
        let bounds = bounds.map(|(low, high)| (low.saturating_add(offset), high.saturating_add(offset)));
        Ok(Moment { source: Some(source), offset, bounds })
    }

    /// Cuts `base + 2d - 1h` into the base and the sum of the offsets in microseconds.
    fn split_offsets<'t>(&mut self, text: &'t Spanned<String>) -> Result<(&'t str, i64), Reported> {
        let mut base = text.value.trim();
        let mut offset: i64 = 0;
        while let Some(at) = base.rfind(" + ").max(base.rfind(" - ")) {
            let length = base[at + 3..].trim();
            let micros = match DurationText::parse(length) {
                Ok(duration) => duration.micros,
                Err(message) => {
                    let error = Diagnostic::error("E0417", message).at(text.span, "not a length of time");
                    return Err(
                        self.fail(error.help("write a number with a unit behind `+` or `-`, as in `now - 10d`"))
                    );
                }
            };
            offset = if base[at..].starts_with(" +") {
                offset.saturating_add(micros)
            } else {
                offset.saturating_sub(micros)
            };
            base = base[..at].trim_end();
        }
        Ok((base, offset))
    }
}

/// Microseconds of a day.
const DAY: i64 = 86_400_000_000;

/// A point in time that may depend on the row.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The column it counts from; `None` for a fixed instant.
    pub source: Option<Source>,
    /// Microseconds added to the column's value, or the instant itself since 1970-01-01T00:00:00Z.
    pub offset: i64,
    /// The least and the greatest value, in microseconds, where they are proven.
    pub bounds: Option<(i64, i64)>,
}

impl Moment {
    /// An instant that is the same for all rows.
    pub fn fixed(micros: i64) -> Self {
        Self { source: None, offset: micros, bounds: Some((micros, micros)) }
    }

    /// The point in time of each row, in microseconds.
    pub fn values(&self, cells: &Cells<'_>) -> Vec<Option<i64>> {
        let Some(source) = &self.source else { return vec![Some(self.offset); cells.len()] };
        let micros = DataType::Timestamp(TimeUnit::Microsecond, None);
        let values = cast(cells.input(source.slot), &micros).expect("dates and timestamps cast to timestamps");
        let values = values.as_primitive::<TimestampMicrosecondType>();
        values.iter().map(|value| value.and_then(|value| value.checked_add(self.offset))).collect()
    }

    /// The day on which each row's point in time falls in UTC, counted from 1970-01-01, and where there is none.
    pub fn days(&self, cells: &Cells<'_>) -> (Vec<i64>, Option<NullBuffer>) {
        let Some(source) = &self.source else { return (vec![self.offset.div_euclid(DAY); cells.len()], None) };
        let values = cells.input(source.slot);
        if let Some(days) = values.as_primitive_opt::<Date32Type>() {
            // A date is a midnight: so many whole days further on, whatever is left of the offset.
            let offset = self.offset.div_euclid(DAY);
            return (days.values().iter().map(|day| i64::from(*day) + offset).collect(), days.nulls().cloned());
        }
        let instants = self.values(cells);
        let nulls = instants.iter().map(Option::is_some).collect::<NullBuffer>();
        let days = instants.into_iter().map(|instant| instant.unwrap_or_default().div_euclid(DAY)).collect();
        (days, Some(nulls).filter(|nulls| nulls.null_count() > 0))
    }

    /// Whether a row may have none.
    pub fn nullable(&self) -> bool {
        self.source.as_ref().is_some_and(|source| source.nullable)
    }
}

impl super::build::Planner<'_> {
    /// Where a scalar's text itself stands: without the quotes, if it has any.
    pub(super) fn text_span(&self, span: Span, text: &str) -> Span {
        let quotes = (span.end - span.start).saturating_sub(text.len());
        if quotes >= 2 { Span::new(span.start + 1, span.end - 1) } else { span }
    }
}

/// A row count from a node that holds a number.
pub(super) fn row_count(cx: &mut PlanContext<'_, '_>, number: &Spanned<Number>) -> Result<u64, Reported> {
    let value = match number.value.as_i128() {
        Some(value) => value,
        None => i128::from(cx.integer(number)?),
    };
    match u64::try_from(value) {
        Ok(rows) if rows <= MAX_ROWS => Ok(rows),
        _ => {
            let error = Diagnostic::error("E0507", format!("a table cannot have {} rows", number.value.text));
            let most = thousands(MAX_ROWS.into());
            Err(cx.fail(error.at(number.span, format!("0 to {most} are possible")).help("ask for fewer rows")))
        }
    }
}

/// The text of a node, with its place.
pub(super) fn spanned_text(node: &Node) -> Option<Spanned<String>> {
    Some(Spanned::new(node.span, node.text()?.to_owned()))
}
