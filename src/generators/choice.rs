//! `choice`: a list, a weighted map, or one of these for each value of another column -> one of the values.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, ArrayRef, DictionaryArray, Int32Array, StringArray};
use arrow_cast::cast;
use arrow_schema::DataType;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::GeneratorDef;
use super::pool::{self, Odds, Pool, Written};
use crate::diag::{Diagnostic, Span};
use crate::distributions::Weighted;
use crate::engine::{Cells, Column};
use crate::plan::{PlanContext, Planned, Reported, Source, Uniqueness};
use crate::source::scalars::Number;
use crate::source::{Entry, Node, Scalar, Spanned, Value};

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "choice",
    summary: "one of some values, alike or by weight",
    docs: "A list gives all its values alike, a map gives each its weight; weights need not sum to anything. Values that are \
           all whole numbers, numbers or booleans make a column of that type (`int64`, `float64`, `bool`), others strings; \
           `type:` decides otherwise.\n\n\
           With `given`, `of` holds a list or map for each value of that column; `_` is for all other values and for \
           null. Where the values of that column are known, each must have its entry; elsewhere a value without one \
           gives null.\n\n\
           A list can be `unique`, for at most as many rows.",
    example: "{ gen: choice, of: { free: 80, plus: 17, business: 3 } }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `choice`.
struct Params;

impl JsonSchema for Params {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ChoiceParams".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "properties": {
                "given": { "type": "string", "description": "The column whose value chooses among the lists or maps of `of`." },
                "of": { "description": "The values: a list, or a map with their weights (`60`, `0.6` or `60%`); with `given` a map of those." }
            },
            "required": ["of"],
            "additionalProperties": false,
            "allOf": [{
                "if": { "required": ["given"] },
                "then": { "properties": { "of": { "type": "object", "minProperties": 1, "additionalProperties": values_schema() } } },
                "else": { "properties": { "of": values_schema() } }
            }]
        })
    }
}

fn values_schema() -> serde_json::Value {
    serde_json::json!({
        "if": { "type": "object" },
        "then": {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {
                "type": ["number", "string"],
                "minimum": 0,
                "pattern": r"^[-+*/(),._ A-Za-z0-9]*[A-Za-z0-9][-+*/(),._ A-Za-z0-9]*%?$",
                "description": "Weight of the value.",
                "examples": [60, 0.6, "60%"]
            }
        },
        "else": { "type": "array", "minItems": 1, "items": { "type": ["string", "number", "boolean"] } }
    })
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let of = cx.param("of").cloned().ok_or(Reported)?;
    let given = cx.param("given").cloned();
    let table = Table::read(cx, &of, given.is_some())?;
    let pool = Pool::new(pool::array(cx, &table.values)?);
    let made = match (given, table.rows) {
        (Some(column), rows) => return conditional(cx, &column, pool, rows),
        (None, mut rows) => rows.remove(0).1,
    };
    let planned = Planned::new(pool.data_type(), Choice { pool: pool.clone(), odds: made.odds });
    let planned = planned.bounds(pool.bounds()).choices(Arc::clone(pool.values()));
    Ok(planned.uniqueness(match made.is_even {
        true => Uniqueness::Domain(Arc::new(pool)),
        false => {
            Uniqueness::Unknown { why: "its values have weights, which picking each once cannot keep; write a list" }
        }
    }))
}

/// All values that are written, and how likely each is for each value of `given` (for all rows under the empty key).
struct Table {
    values: Vec<Written>,
    rows: Vec<(Spanned<String>, Row)>,
}

/// How likely values are: `odds` over `index`, which are places in [`Table::values`].
struct Row {
    odds: Odds,
    index: Vec<i32>,
    is_even: bool,
}

impl Table {
    fn read(cx: &mut PlanContext<'_, '_>, of: &Node, is_conditional: bool) -> Result<Self, Reported> {
        let mut table = Self { values: Vec::new(), rows: Vec::new() };
        if !is_conditional {
            let key = Spanned::new(of.span, String::new());
            let row = table.row(cx, of)?;
            table.rows.push((key, row));
            return Ok(table);
        }
        for Entry { key, key_span, value } in of.entries() {
            let row = table.row(cx, value)?;
            table.rows.push((Spanned::new(*key_span, key.clone()), row));
        }
        Ok(table)
    }

    fn row(&mut self, cx: &mut PlanContext<'_, '_>, of: &Node) -> Result<Row, Reported> {
        let written: Vec<Written> = match &of.value {
            Value::Mapping(entries) => entries.iter().map(written_key).collect(),
            _ => of.items().iter().filter_map(written_item).collect(),
        };
        refuse_repeated(cx, &written)?;
        let is_even = of.entries().is_empty();
        let odds = match is_even {
            true => Odds::Even(written.len() as u64),
            false => Odds::Weighted(weights(cx, of)?),
        };
        let index = written.into_iter().map(|value| self.place(value)).collect();
        Ok(Row { odds, index, is_even })
    }

    /// The place of a value, which other rows may have, too.
    fn place(&mut self, value: Written) -> i32 {
        let known = self.values.iter().position(|known| known.text == value.text && known.is_quoted == value.is_quoted);
        let place = known.unwrap_or_else(|| {
            self.values.push(value);
            self.values.len() - 1
        });
        place as i32
    }
}

fn written_key(entry: &Entry) -> Written {
    Written { text: entry.key.clone(), span: entry.key_span, is_quoted: false }
}

fn written_item(item: &Node) -> Option<Written> {
    let is_quoted = matches!(item.value, Value::Scalar(Scalar::Str { .. }));
    Some(Written { text: item.text()?.to_owned(), span: item.span, is_quoted })
}

fn refuse_repeated(cx: &mut PlanContext<'_, '_>, written: &[Written]) -> Result<(), Reported> {
    let mut seen = std::collections::BTreeMap::new();
    for value in written {
        if let Some(first) = seen.insert(value.text.as_str(), value.span) {
            let error = Diagnostic::error("E0533", format!("`{}` stands in the list twice", value.text));
            let error = error.at(value.span, "again").and(first, "first here");
            return Err(cx.fail(error.help("give it a weight instead: `of: { a: 2, b: 1 }`")));
        }
    }
    Ok(())
}

/// The weights of a map's entries.
fn weights(cx: &mut PlanContext<'_, '_>, of: &Node) -> Result<Weighted, Reported> {
    let mut weights = Vec::new();
    let mut percent = 0;
    for Entry { value, .. } in of.entries() {
        let (weight, is_percent) = weight(cx, value)?;
        percent += usize::from(is_percent);
        weights.push(weight);
    }
    if percent > 0 {
        check_percent(cx, of, percent, weights.iter().sum())?;
    }
    Weighted::new(&weights).map_err(|error| {
        let error = Diagnostic::error("E0532", error.message).at(of.head_span(), "these weights").help(error.help);
        cx.fail(error)
    })
}

/// A weight, and whether it is a percentage.
pub(super) fn weight(cx: &mut PlanContext<'_, '_>, node: &Node) -> Result<(f64, bool), Reported> {
    let text = node.text().unwrap_or_default().trim();
    let (digits, is_percent) = match text.strip_suffix('%') {
        Some(digits) => (digits.trim(), true),
        None => (text, false),
    };
    let refuse = |why: String| {
        let error = Diagnostic::error("E0532", why).at(node.span, "cannot be a weight");
        error.help("write a number of at least 0, such as `60`, `0.6` or `60%`")
    };
    let number = match Number::parse(digits) {
        Ok(number) => number,
        Err(_) => return Err(cx.fail(refuse(format!("`{text}` is not a number")))),
    };
    let value = cx.number(&Spanned::new(node.span, number))?;
    if value < 0.0 {
        return Err(cx.fail(refuse(format!("the weight {text} is negative"))));
    }
    Ok((if is_percent { value / 100.0 } else { value }, is_percent))
}

fn check_percent(cx: &mut PlanContext<'_, '_>, of: &Node, percent: usize, sum: f64) -> Result<(), Reported> {
    if percent < of.entries().len() {
        let error = Diagnostic::error("E0532", "some weights are percentages and others are not");
        return Err(cx.fail(error.at(of.head_span(), "these weights").help("write all of them with `%`, or none")));
    }
    if (sum - 1.0).abs() > 1e-4 {
        let total = (sum * 1_000_000.0).round() / 10_000.0;
        let warning = Diagnostic::warning("W0502", format!("the percentages sum to {total}%"));
        let warning = warning.at(of.head_span(), "these weights are taken in proportion");
        cx.warn(warning.help("let them sum to 100%, or write weights without `%`"));
    }
    Ok(())
}

struct Choice {
    pool: Pool,
    odds: Odds,
}

impl Column for Choice {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        self.pool.pick(self.odds.draw(cells))
    }
}

// ---- given ----

/// The key that stands for all other values.
const OTHERS: &str = "_";

fn conditional(
    cx: &mut PlanContext<'_, '_>,
    column: &Node,
    pool: Pool,
    rows: Vec<(Spanned<String>, Row)>,
) -> Result<Planned, Reported> {
    let name = column.text().unwrap_or_default().to_owned();
    let source = cx.read(&name, column.span)?;
    let others = rows.iter().position(|(key, _)| key.value == OTHERS);
    let is_covered = covered(cx, &name, column.span, &source, &rows)?;
    let is_nullable = others.is_none() && (source.nullable || !is_covered);
    let mut keys: Vec<(String, usize)> = rows
        .iter()
        .enumerate()
        .map(|(at, (key, _))| (key.value.clone(), at))
        .filter(|(key, _)| key != OTHERS)
        .collect();
    keys.sort();
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    let (data_type, bounds, values) = (pool.data_type(), pool.bounds(), Arc::clone(pool.values()));
    let planned = Planned::new(data_type, Conditional { pool, slot: source.slot, keys, others, rows });
    let planned = planned.nullable(is_nullable).bounds(bounds).choices(values);
    Ok(planned.uniqueness(Uniqueness::Unknown { why: "its values depend on another column" }))
}

/// Whether every value of the column has an entry. Where its values are known, an entry without value or a value without
/// entry is an error.
fn covered(
    cx: &mut PlanContext<'_, '_>,
    name: &str,
    span: Span,
    source: &Source,
    rows: &[(Spanned<String>, Row)],
) -> Result<bool, Reported> {
    let has_others = rows.iter().any(|(key, _)| key.value == OTHERS);
    let Some(known) = source.choices.as_ref().map(texts) else {
        if !has_others {
            let warning = Diagnostic::warning("W0501", format!("the values of `{name}` are not known to the plan"));
            let warning = warning.at(span, "a value without entry gives null");
            cx.warn(warning.help("add an entry `_: …` for all other values"));
        }
        return Ok(has_others);
    };
    let known: Vec<&str> = known.iter().flatten().collect();
    let dead = rows.iter().map(|(key, _)| key).find(|key| key.value != OTHERS && !known.contains(&key.value.as_str()));
    if let Some(key) = dead {
        let error = Diagnostic::error("E0534", format!("`{name}` is never `{}`", key.value));
        let error = error.at(key.span, "has no effect").suggest(&key.value, known.iter().copied());
        return Err(cx.fail(error.help(format!("its values are {}", listed(&known)))));
    }
    let lacks = |value: &&str| !rows.iter().any(|(key, _)| key.value == **value);
    match known.iter().copied().filter(lacks).collect::<Vec<_>>()[..] {
        [] => Ok(true),
        _ if has_others => Ok(true),
        ref missing => {
            let error = Diagnostic::error("E0534", format!("{} of `{name}` has no entry in `of`", listed(missing)));
            Err(cx.fail(error.at(span, "not covered").help("add an entry for it, or `_: …` for all other values")))
        }
    }
}

/// The first few of some values.
fn listed(values: &[&str]) -> String {
    let shown = values.iter().take(8).map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ");
    if values.len() > 8 { format!("{shown}, …") } else { shown }
}

fn texts(values: &ArrayRef) -> StringArray {
    let texts = cast(values, &DataType::Utf8).expect("every type has a text form");
    texts.as_string::<i32>().clone()
}

struct Conditional {
    pool: Pool,
    slot: usize,
    /// The keys in order, each with its row.
    keys: Vec<(String, usize)>,
    others: Option<usize>,
    rows: Vec<Row>,
}

impl Conditional {
    fn row_of(&self, value: Option<&str>) -> Option<usize> {
        let found = value.and_then(|value| self.keys.binary_search_by(|(key, _)| key.as_str().cmp(value)).ok());
        found.map(|at| self.keys[at].1).or(self.others)
    }

    /// The row for every cell.
    fn chosen(&self, given: &ArrayRef) -> Vec<Option<usize>> {
        if let Some(given) = given.as_any().downcast_ref::<DictionaryArray<Int32Type>>() {
            let rows: Vec<Option<usize>> = texts(given.values()).iter().map(|value| self.row_of(value)).collect();
            let of_key = |key: Option<i32>| key.map_or(self.others, |key| rows[key as usize]);
            return given.keys().iter().map(of_key).collect();
        }
        texts(given).iter().map(|value| self.row_of(value)).collect()
    }
}

impl Column for Conditional {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let chosen = self.chosen(cells.input(self.slot));
        let pick = |(row, bits): (Option<usize>, u64)| {
            let row = &self.rows[row?];
            Some(row.index[row.odds.pick(bits)])
        };
        self.pool.pick(chosen.into_iter().zip(cells.bits(0)).map(pick).collect::<Int32Array>())
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::Array;
    use arrow_schema::DataType;

    use crate::generators::testing::{column, distinct, last, plan, refusal, refused, spec_of, text, texts};

    fn share(values: &[String], value: &str) -> f64 {
        values.iter().filter(|known| *known == value).count() as f64 / values.len() as f64
    }

    #[test]
    fn weights_are_kept_whether_numbers_fractions_or_percentages() {
        for of in ["{ a: 60, b: 30, c: 10 }", "{ a: 0.6, b: 0.3, c: 0.1 }", "{ a: 60%, b: 30%, c: 10% }"] {
            let values = texts(&column(20_000, &format!("{{ gen: choice, of: {of} }}")));
            assert!((share(&values, "a") - 0.6).abs() < 0.015 && (share(&values, "c") - 0.1).abs() < 0.01, "{of}");
        }
    }

    #[test]
    fn strings_come_as_a_dictionary_and_other_values_in_their_type() {
        let dictionary = DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8));
        for (of, data_type) in [
            ("[red, green]", dictionary.clone()),
            ("[1, 2, 3]", DataType::Int64),
            ("{ 1: 5, 2: 7 }", DataType::Int64),
            ("[1, 2.50]", DataType::Float64),
            ("[true, false]", DataType::Boolean),
            ("[\"1\", \"2\"]", dictionary.clone()),
            ("[0123, 0456]", dictionary),
        ] {
            assert_eq!(*column(10, &format!("{{ gen: choice, of: {of} }}")).data_type(), data_type, "{of}");
        }
        let typed = column(10, "{ gen: choice, of: [9.99, 19.99], type: \"decimal(6,2)\" }");
        assert_eq!(*typed.data_type(), DataType::Decimal128(6, 2));
        assert_eq!(refusal("{ gen: choice, of: [1, x], type: int32 }"), ("E0428", "x".into()));
    }

    #[test]
    fn a_list_can_be_unique_and_weights_cannot() {
        assert!(distinct(&column(5, "{ gen: choice, of: [a, b, c, d, e], unique: true }")));
        assert_eq!(refusal("{ gen: choice, of: [a, b], unique: true }").0, "E0501");
        assert_eq!(refusal("{ gen: choice, of: { a: 1, b: 2 }, unique: true }").0, "E0512");
    }

    #[test]
    fn weights_that_make_no_choice_are_refused() {
        assert_eq!(refusal("{ gen: choice, of: { a: 0, b: 0 } }").0, "E0532");
        assert_eq!(refusal("{ gen: choice, of: { a: 60%, b: 40 } }").0, "E0532");
        assert_eq!(refusal("{ gen: choice, of: { a: \"-1\", b: 40 } }"), ("E0532", "\"-1\"".into()));
        assert_eq!(refusal("{ gen: choice, of: [a, b, a] }"), ("E0533", "a".into()));
    }

    #[test]
    fn percentages_that_miss_something_are_warned_of() {
        let (_, found) = plan(&spec_of(3, &[("x", "{ gen: choice, of: { a: 60%, b: 30% } }")])).unwrap();
        assert_eq!(found.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["W0502"]);
    }

    const TIER: (&str, &str) = ("tier", "{ gen: choice, of: [free, paid] }");

    #[test]
    fn a_given_column_chooses_the_table() {
        let values = last(
            500,
            &[
                ("tier", "{ gen: sequence }"),
                ("x", "{ gen: choice, given: tier, of: { 1: [a], 2: { b: 1 }, _: [c] } }"),
            ],
        );
        let values = texts(&values);
        assert_eq!(&values[..4], ["a", "b", "c", "c"]);
        let both = last(500, &[TIER, ("x", "{ gen: choice, given: tier, of: { free: [1, 2], paid: [3] } }")]);
        assert_eq!(*both.data_type(), DataType::Int64);
        assert!(texts(&both).contains(&"3".to_owned()));
    }

    #[test]
    fn every_known_value_needs_its_entry_and_every_entry_its_value() {
        let (error, culprit) = refused(9, &[TIER, ("x", "{ gen: choice, given: tier, of: { free: [1] } }")]);
        assert_eq!((error.code, culprit.as_str()), ("E0534", "tier"));
        let (error, culprit) = refused(9, &[TIER, ("x", "{ gen: choice, given: tier, of: { fre: [1], _: [2] } }")]);
        assert_eq!((error.code, culprit.as_str()), ("E0534", "fre"));
        assert!(error.help[0].contains("did you mean `free`"));
    }

    #[test]
    fn an_unknown_value_gives_null_unless_there_is_an_entry_for_all_others() {
        let columns = [("n", "sequence"), ("x", "{ gen: choice, given: n, of: { 1: [a] } }")];
        assert_eq!(text(&last(2, &columns)), [Some("a".to_owned()), None]);
        let nulls = ("n", "{ gen: choice, of: [k], null: 50% }");
        let array = last(100, &[nulls, ("x", "{ gen: choice, given: n, of: { k: [a], _: [b] } }")]);
        assert_eq!(array.null_count(), 0);
        assert!(texts(&array).contains(&"b".to_owned()));
    }
}
