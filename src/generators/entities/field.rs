//! What a field of an entity is, said once -> its plan: which fields it reads, what it makes, how it can be unique.
//!
//! A bundle's field is one hidden column of the table, whoever shows it: columns of the spec, other fields, `field`s. Hence
//! all of them agree. A column that says `realism: wild` is made for itself from the same draws.

use arrow_array::ArrayRef;
use arrow_schema::DataType;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use super::batch::Batch;
use super::suffixes::Suffixes;
use super::words::word_type;
use crate::diag::Diagnostic;
use crate::distributions::Permutation;
use crate::engine::{Cells, Column};
use crate::generators::{GeneratorDef, NoParams};
use crate::locale::{self, Locale, Realism};
use crate::plan::{Bounds, PlanContext, Planned, Reported, RowLocale, Source, Uniqueness, same};
use crate::random::{Domain as KeyDomain, Key};
use crate::source::Node;

/// Parameters of fields whose values could belong to somebody.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RealismParams {
    /// `reserved` (the default) stays inside ranges that no person, company or bank can own; `wild` does not.
    realism: Option<Realism>,
}

/// How a field is planned.
pub type Plan = fn(&mut PlanContext<'_, '_>) -> Result<Planned, Reported>;

/// Makes the values of a batch.
pub type Make = fn(&Batch<'_>) -> ArrayRef;

/// A field without parameters.
pub const fn plain(name: &'static str, summary: &'static str, plan: Plan) -> GeneratorDef {
    let params: fn(&mut SchemaGenerator) -> Schema = |generator| NoParams::json_schema(generator);
    GeneratorDef { name, summary, docs: "", example: name, bundle: Some(entity_of(name)), params, plan }
}

/// A field with the parameter `realism`.
pub const fn with_realism(name: &'static str, summary: &'static str, plan: Plan) -> GeneratorDef {
    let params: fn(&mut SchemaGenerator) -> Schema = |generator| RealismParams::json_schema(generator);
    GeneratorDef { params, ..plain(name, summary, plan) }
}

/// The entity in front of a field's name.
const fn entity_of(name: &'static str) -> &'static str {
    let mut end = 0;
    while name.as_bytes()[end] != b'.' {
        end += 1;
    }
    name.split_at(end).0
}

/// What a field is.
pub struct Shape {
    /// Type of its values.
    pub kind: Kind,
    /// The fields that it reads, each with its entity in front.
    pub reads: &'static [&'static str],
    /// Makes its values.
    pub make: Make,
    /// How its values can be kept from repeating.
    pub unique: Unique,
    /// Where values are null.
    pub nulls: Nulls,
    /// Whether values depend on the row's locale.
    pub is_local: bool,
    /// Whether it reads the spec's clock; then its bounds by that clock (microseconds).
    pub clock: Option<fn(i64) -> Option<Bounds>>,
}

/// Type of a field's values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Texts from frozen lists.
    Words,
    /// Built texts.
    Text,
    /// 16-bit integers.
    Int16,
    /// 32-bit integers.
    Int32,
    /// Numbers that other fields are built from.
    UInt64,
    /// Floats.
    Float64,
    /// Dates.
    Date,
    /// Amounts of money.
    Money,
}

/// Where a field is null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nulls {
    /// Nowhere.
    Never,
    /// In any row.
    Sometimes,
    /// In rows whose country has no IBAN.
    WithoutIban,
}

/// How a field's values can be kept from repeating.
#[derive(Clone, Copy)]
pub enum Unique {
    /// They cannot; the end of "cannot be unique: ...".
    Never(&'static str),
    /// A number behind a name, by row.
    Suffix,
    /// The field takes the row's place in a permutation of its domain.
    Place(&'static [Domain]),
    /// A hidden field that this one reads takes the place.
    Through(&'static [Domain]),
}

/// The domain of a field. Fields that show one thing share what numbers them.
pub struct Domain {
    /// The field, without its entity.
    pub field: &'static str,
    /// How many values it has in a locale.
    pub size: fn(&'static Locale, Realism) -> u64,
    /// Whether rows of two locales can never have the same value.
    pub is_apart: bool,
}

/// Nothing was asked.
const FREE: Uniqueness = Uniqueness::Unknown { why: "its values are drawn freely" };

/// Why weighted words cannot be unique.
pub const WEIGHTED: Unique = Unique::Never("its values are drawn from a list, and some are commoner than others");

impl Shape {
    /// Words from frozen lists.
    pub const fn words(reads: &'static [&'static str], make: Make) -> Self {
        Self::new(Kind::Words, reads, make)
    }

    /// Built texts.
    pub const fn text(reads: &'static [&'static str], make: Make) -> Self {
        Self { unique: Unique::Never("its values are drawn freely"), ..Self::new(Kind::Text, reads, make) }
    }

    /// Values of any kind.
    pub const fn new(kind: Kind, reads: &'static [&'static str], make: Make) -> Self {
        Self { kind, reads, make, unique: WEIGHTED, nulls: Nulls::Never, is_local: true, clock: None }
    }

    /// The same with a way to be unique.
    pub const fn unique(self, unique: Unique) -> Self {
        Self { unique, ..self }
    }

    /// The same with nulls.
    pub const fn nulls(self, nulls: Nulls) -> Self {
        Self { nulls, ..self }
    }

    /// The same for all locales.
    pub const fn anywhere(self) -> Self {
        Self { is_local: false, ..self }
    }

    /// The same with the spec's clock.
    pub const fn clock(self, bounds: fn(i64) -> Option<Bounds>) -> Self {
        Self { clock: Some(bounds), ..self }
    }

    /// Plans one use of the field.
    pub fn plan(&self, cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
        let realism = cx.params::<RealismParams>()?.realism.unwrap_or_default();
        let shown = cx.is_shown();
        let uniqueness = if shown { self.uniqueness(cx, realism)? } else { FREE };
        if shown && realism == Realism::default() {
            return Ok(same(self.shared(cx)?).uniqueness(uniqueness));
        }
        Ok(self.make(cx, realism)?.uniqueness(uniqueness))
    }

    /// The hidden column of the bundle that holds this field.
    fn shared(&self, cx: &mut PlanContext<'_, '_>) -> Result<Source, Reported> {
        let name = cx.generator().to_owned();
        read(cx, &name)
    }

    /// What is known of repetition in a column that shows the field. Findings belong to that column.
    fn uniqueness(&self, cx: &mut PlanContext<'_, '_>, realism: Realism) -> Result<Uniqueness, Reported> {
        if self.clock.is_some() {
            cx.now(cx.span())?;
        }
        self.is_nullable(cx)?;
        match (cx.unique(), self.unique) {
            (None, _) => Ok(FREE),
            (_, Unique::Never(why)) => Ok(Uniqueness::Unknown { why }),
            (_, Unique::Suffix) => Ok(Uniqueness::Always),
            (_, Unique::Place(domains) | Unique::Through(domains)) => claim(cx, domains, realism),
        }
    }

    fn make(&self, cx: &mut PlanContext<'_, '_>, realism: Realism) -> Result<Planned, Reported> {
        let now = if self.clock.is_some() { cx.now(cx.span())? } else { 0 };
        let nullable = self.is_nullable(cx)?;
        let locale = self.is_local.then(|| cx.locale()).transpose()?;
        let slots = self.reads.iter().map(|path| Ok(read(cx, path)?.slot)).collect::<Result<Vec<_>, _>>()?;
        let key = *cx.key();
        let is_numbered = self.numbering(cx)?;
        let own = !matches!(self.unique, Unique::Through(_));
        let order = is_numbered.filter(|_| own && !matches!(self.unique, Unique::Suffix));
        let order = order.map(|size| Permutation::new(&key.derive(KeyDomain::Unique, ""), size.into()));
        let suffixes = (is_numbered.is_some() && matches!(self.unique, Unique::Suffix)).then(|| Suffixes::new(&key));
        let needs_row = order.is_some() || suffixes.is_some();
        let is_numbered = is_numbered.is_some();
        let field = Field { key, locale, slots, realism, now, is_numbered, order, suffixes, make: self.make };
        let bounds = self.clock.and_then(|bounds| bounds(now));
        let planned = Planned::new(self.kind.data_type(), field).nullable(nullable).bounds(bounds);
        Ok(if needs_row { planned.row_number() } else { planned })
    }

    /// Whether a column asks that this field, or one that shows the same thing, be unique; then how many values there are.
    fn numbering(&self, cx: &mut PlanContext<'_, '_>) -> Result<Option<u64>, Reported> {
        match self.unique {
            Unique::Never(_) => Ok(None),
            Unique::Suffix => {
                let field = field_of(cx.generator()).to_owned();
                Ok((!cx.unique_uses(&field).is_empty()).then_some(0))
            }
            Unique::Place(domains) | Unique::Through(domains) => {
                let locales = cx.locales()?;
                let asked = domains.iter().flat_map(|domain| {
                    let uses = cx.unique_uses(domain.field).into_iter();
                    uses.map(|params| domain.smallest(&locales, realism_of(params))).collect::<Vec<_>>()
                });
                Ok(asked.min())
            }
        }
    }

    fn is_nullable(&self, cx: &mut PlanContext<'_, '_>) -> Result<bool, Reported> {
        if self.nulls != Nulls::WithoutIban {
            return Ok(self.nulls == Nulls::Sometimes);
        }
        cx.locale()?;
        let locales = cx.locales()?;
        let without = |number: &u8| !locale::finance::has_iban(locale::ALL[usize::from(*number)]);
        if !locales.is_empty() && locales.iter().all(without) {
            let error = Diagnostic::error("E0550", "no row has an IBAN: its country has none");
            return Err(cx.fail(error.at(cx.span(), "would always be null").help(
                "use `finance.account_number` and `finance.bank_code`, or a `locale` such as `de_DE`, `en_GB` or `fr_FR`",
            )));
        }
        Ok(locales.iter().any(without))
    }
}

impl Domain {
    /// How many values all of some locales have at least.
    fn smallest(&self, locales: &[u8], realism: Realism) -> u64 {
        let sizes = locales.iter().map(|number| (self.size)(locale::ALL[usize::from(*number)], realism));
        sizes.min().unwrap_or(0)
    }
}

/// Demands a value for every row.
fn claim(cx: &mut PlanContext<'_, '_>, domains: &[Domain], realism: Realism) -> Result<Uniqueness, Reported> {
    let field = field_of(cx.generator());
    let Some(domain) = domains.iter().find(|domain| domain.field == field) else {
        return Ok(Uniqueness::Unknown { why: "it shows a part of what could be unique" });
    };
    cx.locale()?;
    let locales = cx.locales()?;
    if locales.len() > 1 && !domain.is_apart {
        let why = "rows of two locales may have the same value, which one `locale` for the column prevents";
        return Ok(Uniqueness::Unknown { why });
    }
    if let Some(span) = cx.unique() {
        cx.require_domain(span, domain.smallest(&locales, realism).into());
    }
    Ok(Uniqueness::Always)
}

fn realism_of(params: &Node) -> Realism {
    match params.get("realism").and_then(|node| node.text()) {
        Some("wild") => Realism::Wild,
        _ => Realism::Reserved,
    }
}

/// Reads a field by its name with the entity in front.
pub fn read(cx: &mut PlanContext<'_, '_>, path: &str) -> Result<Source, Reported> {
    let (entity, field) = path.split_once('.').expect("a field's name has its entity in front");
    cx.read_field(entity, field)
}

fn field_of(path: &str) -> &str {
    path.split_once('.').map_or(path, |(_, field)| field)
}

impl Kind {
    fn data_type(self) -> DataType {
        match self {
            Self::Words => word_type(),
            Self::Text => DataType::Utf8,
            Self::Int16 => DataType::Int16,
            Self::Int32 => DataType::Int32,
            Self::UInt64 => DataType::UInt64,
            Self::Float64 => DataType::Float64,
            Self::Date => DataType::Date32,
            Self::Money => DataType::Decimal128(10, 2),
        }
    }
}

/// The column of a field.
pub struct Field {
    key: Key,
    /// The row's locale.
    pub locale: Option<RowLocale>,
    /// Slots of what it reads, in the order of [`Shape::reads`].
    pub slots: Vec<usize>,
    /// Where identifiers lie.
    pub realism: Realism,
    /// The spec's clock, where the field reads it.
    pub now: i64,
    /// Whether the field, or what it shows, takes the row's place in a permutation.
    pub is_numbered: bool,
    /// That permutation, where it is the field's own.
    pub order: Option<Permutation>,
    /// The numbers behind names.
    pub suffixes: Option<Suffixes>,
    make: Make,
}

impl Column for Field {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        (self.make)(&Batch::new(cells.with_key(&self.key), self))
    }
}
