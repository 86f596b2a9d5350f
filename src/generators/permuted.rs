//! `permuted`: row number -> a number of a range, by a keyed permutation: unique, and in no visible order.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, StringArray};
use arrow_buffer::{Buffer, OffsetBuffer};
use arrow_schema::DataType;
use schemars::JsonSchema;
use serde::Deserialize;

use super::GeneratorDef;
use crate::diag::Diagnostic;
use crate::distributions::Permutation;
use crate::engine::{Cells, Column};
use crate::plan::{Bounds, PlanContext, Planned, Reported, Uniqueness};
use crate::random::Domain;
use crate::source::Spanned;
use crate::source::scalars::Number;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "permuted",
    summary: "unique numbers that look random: customer numbers, order codes",
    docs: "Every number from `min` to `max` is given once, in no visible order. With `prefix` or `width` they become text: \
           `{ gen: permuted, prefix: \"C-\", width: 6 }` gives `C-048213` and the like. It reads the row's number within \
           the table, so in a child table it changes when a count before it does.",
    example: "{ gen: permuted, prefix: \"C-\", width: 6 }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `permuted`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The least number; 1 by default.
    min: Option<Spanned<Number>>,
    /// The greatest number; the greatest of `width` digits by default.
    max: Option<Spanned<Number>>,
    /// Text in front of the number.
    prefix: Option<Spanned<String>>,
    /// Least number of digits, filled up with zeros.
    width: Option<Spanned<u8>>,
}

/// Most digits of a 64-bit number.
const MOST_DIGITS: u8 = 18;

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let min = params.min.as_ref().map_or(Ok(1), |min| cx.integer(min))?;
    let width = width(cx, params.width.as_ref())?;
    let (max, span) = match (&params.max, &params.width) {
        (Some(max), _) => (cx.integer(max)?, max.span),
        (None, Some(width)) => (10_i64.pow(width.value.into()) - 1, width.span),
        (None, None) => {
            let error = Diagnostic::error("E0516", "`permuted` needs to know its greatest number");
            return Err(cx.fail(
                error.at(cx.span(), "`max` is missing").help("add `max: 999999`, or `width: 6` for six digits"),
            ));
        }
    };
    if min > max {
        let error = Diagnostic::error("E0502", format!("the range {min} to {max} is reversed"));
        return Err(cx.fail(error.at(span, "less than `min`").help(format!("write `min: {max}` and `max: {min}`"))));
    }
    let is_text = params.prefix.is_some() || params.width.is_some();
    if let (true, true, Some(min)) = (is_text, min < 0, &params.min) {
        let error = Diagnostic::error("E0530", "digits behind a prefix cannot be negative");
        return Err(cx.fail(error.at(min.span, "below 0").help("raise `min`, or drop `prefix` and `width`")));
    }
    let size = max.abs_diff(min) as u128 + 1;
    cx.require_domain(span, size);
    let permutation = Permutation::new(&cx.key().derive(Domain::Unique, ""), size);
    let numbers = Numbers { min, permutation };
    let planned = match is_text {
        true => {
            let prefix = params.prefix.map_or_else(String::new, |prefix| prefix.value);
            Planned::new(DataType::Utf8, Codes { numbers, prefix, width: width.into() })
        }
        false => Planned::new(DataType::Int64, numbers).bounds(Some(Bounds::integers(min, max))),
    };
    Ok(planned.row_number().uniqueness(Uniqueness::Always))
}

fn width(cx: &mut PlanContext<'_, '_>, width: Option<&Spanned<u8>>) -> Result<u8, Reported> {
    match width {
        Some(width) if !(1..=MOST_DIGITS).contains(&width.value) => {
            let error = Diagnostic::error("E0530", format!("a number cannot have {} digits", width.value));
            let error = error.at(width.span, format!("1 to {MOST_DIGITS} are possible"));
            Err(cx.fail(error.help("for longer codes use `gen: pattern` with `unique: true`")))
        }
        other => Ok(other.map_or(0, |width| width.value)),
    }
}

struct Numbers {
    min: i64,
    permutation: Permutation,
}

impl Numbers {
    fn number(&self, row: u64) -> i64 {
        self.min.wrapping_add_unsigned(self.permutation.apply_64(row))
    }
}

impl Column for Numbers {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        Arc::new(Int64Array::from_iter_values(cells.row_numbers().iter().map(|row| self.number(row))))
    }
}

struct Codes {
    numbers: Numbers,
    prefix: String,
    width: usize,
}

impl Column for Codes {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let mut bytes = Vec::with_capacity(cells.len() * (self.prefix.len() + self.width.max(8)));
        let mut offsets = Vec::with_capacity(cells.len() + 1);
        offsets.push(0);
        for row in cells.row_numbers().iter() {
            bytes.extend_from_slice(self.prefix.as_bytes());
            push_digits(self.numbers.number(row).unsigned_abs(), self.width, &mut bytes);
            offsets.push(i32::try_from(bytes.len()).expect("a batch of short codes is below 2 GiB"));
        }
        Arc::new(StringArray::new(OffsetBuffer::new(offsets.into()), Buffer::from_vec(bytes), None))
    }
}

/// The decimal digits of a number, with zeros in front up to `width`.
fn push_digits(number: u64, width: usize, out: &mut Vec<u8>) {
    let mut digits = [b'0'; 20];
    let (mut at, mut rest) = (20, number);
    while rest > 0 || at == 20 {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    out.extend_from_slice(&digits[at.min(20 - width.min(20))..]);
}

#[cfg(test)]
mod tests {
    use crate::generators::testing::{column, distinct, refusal, refused, texts};

    #[test]
    fn every_number_of_the_range_is_given_once_and_out_of_order() {
        let values = texts(&column(1_000, "{ gen: permuted, max: 1000 }"));
        let mut numbers: Vec<i64> = values.iter().map(|text| text.parse().unwrap()).collect();
        assert!(numbers.windows(2).filter(|pair| pair[0] > pair[1]).count() > 400);
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=1_000).collect::<Vec<_>>());
    }

    #[test]
    fn a_prefix_or_a_width_makes_text() {
        let array = column(999, "{ gen: permuted, prefix: \"C-\", width: 3 }");
        assert!(distinct(&array));
        assert!(texts(&array).iter().all(|text| text.len() == 5 && text.starts_with("C-")));
        assert!(texts(&array).contains(&"C-007".to_owned()));
        let short = texts(&column(11, "{ gen: permuted, min: 0, max: 10, prefix: X }"));
        assert!(short.contains(&"X0".to_owned()) && short.contains(&"X10".to_owned()));
    }

    #[test]
    fn more_rows_append() {
        let few = texts(&column(10, "{ gen: permuted, max: 5000 }"));
        assert_eq!(few, texts(&column(20, "{ gen: permuted, max: 5000 }"))[..10]);
    }

    #[test]
    fn too_small_ranges_are_refused_with_the_arithmetic() {
        let (error, culprit) = refused(1_000, &[("x", "{ gen: permuted, width: 2 }")]);
        assert_eq!((error.code, culprit.as_str()), ("E0501", "2"));
        assert_eq!(error.message, "`x` can take 99 values, 1,000 rows asked");
        assert_eq!(refusal("permuted").0, "E0516");
        assert_eq!(refusal("{ gen: permuted, min: 5, max: 1 }").0, "E0502");
        assert_eq!(refusal("{ gen: permuted, min: -5, max: 5000, prefix: x }").0, "E0530");
        assert_eq!(refusal("{ gen: permuted, width: 19 }").0, "E0530");
    }
}
