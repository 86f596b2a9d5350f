//! `list`: a column of a CSV file next to the spec -> its values, drawn, in turn, or each once.

mod read;

use std::sync::Arc;

use arrow_array::{ArrayRef, Int32Array};
use schemars::JsonSchema;
use serde::Deserialize;

use self::read::Table;
use super::GeneratorDef;
use super::pool::{Odds, Pool};
use crate::diag::Diagnostic;
use crate::distributions::{Permutation, Weighted};
use crate::engine::{Cells, Column, Domain};
use crate::plan::{PlanContext, Planned, Reported, Uniqueness};
use crate::random;
use crate::source::Spanned;

/// The registry's entry.
pub const DEF: GeneratorDef = GeneratorDef {
    name: "list",
    summary: "values from a CSV file next to the spec",
    docs: "The file's first line names its columns; it lies in the spec's folder or below, and has at most 64 MiB. Values are \
           text unless `type:` says otherwise. `mode: sample` (the default) draws them, alike or by the column `weight`; \
           `cycle` takes them in turn; `permute` gives each once, in no visible order, and is an error with fewer values than \
           rows. `cycle` and `permute` read the row's number within the table.",
    example: "{ gen: list, file: plans.csv, column: plan, weight: share }",
    bundle: None,
    params: |generator| Params::json_schema(generator),
    plan,
};

/// Parameters of `list`.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Params {
    /// The CSV file, relative to the spec.
    file: Spanned<String>,
    /// The column of the file; needed where it has several.
    column: Option<Spanned<String>>,
    /// The column of the file that holds weights, for `mode: sample`.
    weight: Option<Spanned<String>>,
    /// How values are taken.
    mode: Option<Spanned<Mode>>,
}

/// How values are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(rename = "ListMode")]
enum Mode {
    /// Drawn, with repetitions.
    #[default]
    Sample,
    /// In turn, and from the start again.
    Cycle,
    /// Each once, in no visible order.
    Permute,
}

fn plan(cx: &mut PlanContext<'_, '_>) -> Result<Planned, Reported> {
    let params: Params = cx.params()?;
    let mode = params.mode.as_ref().map_or(Mode::Sample, |mode| mode.value);
    if let (Mode::Cycle | Mode::Permute, Some(weight)) = (mode, &params.weight) {
        let error = Diagnostic::error("E0515", "`weight` only has an effect with `mode: sample`");
        return Err(cx.fail(error.at(weight.span, "is not read").help("drop `weight`, or `mode`")));
    }
    let table = Table::open(cx, &params.file)?;
    let column = table.column(cx, params.column.as_ref())?;
    let pool = Pool::new(table.values(cx, column)?);
    let (data_type, bounds) = (pool.data_type(), pool.bounds());
    let size = pool.size() as u64;
    let planned = match mode {
        Mode::Sample => {
            let odds = match &params.weight {
                Some(weight) => Odds::Weighted(weights(cx, &table, weight)?),
                None => Odds::Even(size),
            };
            let is_countable = params.weight.is_none() && table.repeated(column).is_none();
            let domain = Arc::new(pool.clone());
            let planned = Planned::new(data_type, Sample { pool, odds });
            planned.uniqueness(match is_countable {
                true => Uniqueness::Domain(domain),
                false => Uniqueness::Unknown { why: "the file repeats values or gives them weights" },
            })
        }
        Mode::Cycle => {
            let planned = Planned::new(data_type, Cycle { pool, size }).row_number();
            planned.uniqueness(Uniqueness::Unknown { why: "`cycle` begins again; use `mode: permute`" })
        }
        Mode::Permute => {
            cx.require_domain(params.file.span, size.into());
            let permutation = Permutation::new(&cx.key().derive(random::Domain::Unique, ""), size.into());
            let planned = Planned::new(data_type, Permute { pool, permutation }).row_number();
            planned.uniqueness(match table.repeated(column) {
                None => Uniqueness::Always,
                Some(_) => Uniqueness::Unknown { why: "the file has a value twice" },
            })
        }
    };
    Ok(planned.bounds(bounds))
}

fn weights(cx: &mut PlanContext<'_, '_>, table: &Table, name: &Spanned<String>) -> Result<Weighted, Reported> {
    let column = table.column(cx, Some(name))?;
    let weights = table.weights(cx, column, name.span)?;
    Weighted::new(&weights).map_err(|error| {
        let error = Diagnostic::error("E0532", error.message).at(name.span, "these weights").help(error.help);
        cx.fail(error)
    })
}

struct Sample {
    pool: Pool,
    odds: Odds,
}

impl Column for Sample {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        self.pool.pick(self.odds.draw(cells))
    }
}

struct Cycle {
    pool: Pool,
    size: u64,
}

impl Column for Cycle {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let places = cells.row_numbers().iter().map(|row| (row % self.size) as i32);
        self.pool.pick(Int32Array::from_iter_values(places))
    }
}

struct Permute {
    pool: Pool,
    permutation: Permutation,
}

impl Column for Permute {
    fn generate(&self, cells: &Cells<'_>) -> ArrayRef {
        let places = cells.row_numbers().iter().map(|row| self.permutation.apply_64(row) as i32);
        self.pool.pick(Int32Array::from_iter_values(places))
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use arrow_array::ArrayRef;

    use crate::diag::Diagnostic;
    use crate::generators::testing::{distinct, plan_in, spec_of, texts, values};

    #[expect(clippy::disallowed_methods, reason = "a test's own folder")]
    fn folder(content: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("list.csv"), content).expect("written");
        folder
    }

    fn made(content: &str, rows: u64, params: &str) -> ArrayRef {
        let folder = folder(content);
        let spec = spec_of(rows, &[("x", &format!("{{ gen: list, file: list.csv{params} }}"))]);
        let (plan, _) = plan_in(folder.path(), &spec).unwrap_or_else(|found| panic!("{found:#?}"));
        values(&plan, "t", "x")
    }

    fn refused_in(folder: &Path, making: &str) -> Diagnostic {
        let found = plan_in(folder, &spec_of(5, &[("x", making)])).err().expect("refused");
        found.into_iter().next().expect("a finding")
    }

    fn refused(content: &str, params: &str) -> Diagnostic {
        refused_in(folder(content).path(), &format!("{{ gen: list, file: list.csv{params} }}"))
    }

    const PLANS: &str = "plan,share\nfree,80\nplus,\"20\"\n";

    #[test]
    fn values_are_drawn_by_their_weights() {
        let plans = texts(&made(PLANS, 10_000, ", column: plan, weight: share"));
        let free = plans.iter().filter(|plan| *plan == "free").count();
        assert!((7_800..8_200).contains(&free), "{free}");
        let even = texts(&made(PLANS, 10_000, ", column: plan"));
        assert!((4_700..5_300).contains(&even.iter().filter(|plan| *plan == "free").count()));
    }

    #[test]
    fn cycling_takes_values_in_turn_and_permuting_each_once() {
        assert_eq!(texts(&made("v\na\nb\n", 5, ", mode: cycle")), ["a", "b", "a", "b", "a"]);
        let letters = "v\n".to_owned() + &(0..300).map(|n| format!("w{n}\n")).collect::<String>();
        let all = made(&letters, 300, ", mode: permute");
        assert!(distinct(&all));
        assert_ne!(texts(&all)[..3], ["w0", "w1", "w2"]);
        assert!(distinct(&made(&letters, 300, ", unique: true")));
        assert_eq!(refused("v\na\nb\n", ", mode: permute").code, "E0501");
    }

    #[test]
    fn a_type_reads_the_values() {
        let array = made("v\n1.50\n2.25\n", 4, ", type: \"decimal(6,2)\", mode: cycle");
        assert_eq!(texts(&array), ["1.50", "2.25", "1.50", "2.25"]);
        let error = refused("v\n1\nx\n", ", type: int32");
        assert_eq!((error.code, error.message.as_str()), ("E0428", "line 3 of `list.csv`: `x` is no int32"));
    }

    #[test]
    fn files_that_hold_no_values_are_refused_with_the_line() {
        assert_eq!(refused("v\n", "").code, "E0527");
        assert_eq!(refused(PLANS, "").code, "E0526");
        assert_eq!(refused(PLANS, ", column: plam").help[0], "did you mean `plan`?");
        let error = refused("a,b\n1\n", ", column: a");
        assert!(error.code == "E0525" && error.message.contains("line 2"), "{}", error.message);
        assert_eq!(refused("v,w\na,-1\n", ", column: v, weight: w").code, "E0532");
        assert_eq!(
            refused("v,w\na,x\n", ", column: v, weight: w").message,
            "line 2 of `list.csv`: the weight `x` is not a number"
        );
        assert_eq!(refused(PLANS, ", column: plan, weight: share, mode: cycle").code, "E0515");
    }

    #[test]
    fn only_files_of_the_specs_folder_are_read() {
        let folder = folder(PLANS);
        for file in ["no.csv", "/etc/passwd", "../list.csv", "a/../../list.csv"] {
            assert_eq!(refused_in(folder.path(), &format!("{{ gen: list, file: {file} }}")).code, "E0525", "{file}");
        }
    }
}
