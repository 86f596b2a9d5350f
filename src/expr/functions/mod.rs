//! The functions of the expression language, one table: name -> parameters, a line of documentation, and how a call is built. All are
//! deterministic and total.

mod choose;
mod math;
mod text;
mod time;

use super::lower::{Lowering, Site};
use super::node::Node;

/// What a parameter takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A value of any plain type.
    Any,
    /// A string.
    Text,
    /// An integer, given as `int64`.
    Integer,
    /// Any number, given as `float64`.
    Float,
    /// Any number, given as `int64`, `float64` or a decimal.
    Number,
    /// A date or a timestamp, given as a timestamp.
    Instant,
}

/// How a call becomes a typed node; the arguments are counted and of their types.
type Build = fn(&mut Lowering<'_>, Site, Vec<Node>) -> Option<Node>;

/// One function.
pub(super) struct Function {
    /// The usual name, lower case.
    pub(super) name: &'static str,
    /// Other names.
    pub(super) aliases: &'static [&'static str],
    /// Names and kinds of the parameters.
    pub(super) parameters: &'static [(&'static str, Kind)],
    /// How many must be given.
    pub(super) required: usize,
    /// Whether the last parameter may be repeated.
    pub(super) variadic: bool,
    /// One line of documentation.
    pub(super) about: &'static str,
    /// Builds the call.
    pub(super) build: Build,
}

impl Function {
    const fn new(
        name: &'static str,
        parameters: &'static [(&'static str, Kind)],
        about: &'static str,
        build: Build,
    ) -> Self {
        let required = parameters.len();
        Self { name, aliases: &[], parameters, required, variadic: false, about, build }
    }

    /// The same under other names too.
    const fn alias(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The same with only the first `required` parameters required.
    const fn optional(mut self, required: usize) -> Self {
        self.required = required;
        self
    }

    /// The same with the last parameter repeated.
    const fn repeated(mut self, required: usize) -> Self {
        self.required = required;
        self.variadic = true;
        self
    }

    /// The form of a call, as in `round(x, [digits])`.
    pub(super) fn signature(&self) -> String {
        let form = |(at, (name, _)): (usize, &(&str, Kind))| {
            if at < self.required { (*name).to_owned() } else { format!("[{name}]") }
        };
        let mut parts: Vec<String> = self.parameters.iter().enumerate().map(form).collect();
        if self.variadic {
            parts.push("...".to_owned());
        }
        format!("{}({})", self.name, parts.join(", "))
    }
}

const AREAS: &[&[Function]] = &[math::FUNCTIONS, text::FUNCTIONS, time::FUNCTIONS, choose::FUNCTIONS];

/// All functions, by area.
pub(super) fn all() -> impl Iterator<Item = &'static Function> {
    AREAS.iter().flat_map(|area| area.iter())
}

/// The function of a name, lower case.
pub(super) fn find(name: &str) -> Option<&'static Function> {
    all().find(|function| function.name == name || function.aliases.contains(&name))
}

/// All names, for suggestions.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    all().flat_map(|function| [function.name].into_iter().chain(function.aliases.iter().copied()))
}

const USE_NOW: &str = "write `now` without parentheses, and set `now:` in the spec";
const USE_GENERATOR: &str = "make the value with a generator in a column of its own, and name that column here";

/// What to do instead of a function whose value is not fixed by its arguments.
pub(super) fn impure(name: &str) -> Option<&'static str> {
    match name {
        "now"
        | "current_timestamp"
        | "localtimestamp"
        | "clock_timestamp"
        | "statement_timestamp"
        | "transaction_timestamp"
        | "getdate"
        | "sysdate"
        | "timeofday"
        | "unix_timestamp" => Some(USE_NOW),
        "current_date" | "today" | "curdate" => Some("write `cast(now as date)`, and set `now:` in the spec"),
        "current_time" | "localtime" | "curtime" => Some("write `cast(now as time)`, and set `now:` in the spec"),
        "random" | "rand" | "setseed" | "random_normal" => Some(USE_GENERATOR),
        "gen_random_uuid" | "uuid" | "newid" | "uuid_generate_v4" | "generateuuidv4" => {
            Some("use a column with `gen: uuid`, and name that column here")
        }
        "nextval" | "currval" | "lastval" | "row_number" | "rownum" => {
            Some("use a column with `gen: sequence` or `gen: ordinal`, and name that column here")
        }
        "current_user" | "session_user" | "user" | "version" | "pg_read_file" | "read_csv" | "read_file" | "getenv"
        | "pg_sleep" | "current_setting" | "current_catalog" | "current_schema" => {
            Some("write the value as a literal: a build has no inputs but the spec and the files it names")
        }
        _ => None,
    }
}

/// Whether a name is an aggregate function.
pub(super) fn is_aggregate(name: &str) -> bool {
    matches!(
        name,
        "sum"
            | "count"
            | "avg"
            | "min"
            | "max"
            | "stddev"
            | "stddev_pop"
            | "stddev_samp"
            | "variance"
            | "var_pop"
            | "var_samp"
            | "string_agg"
            | "array_agg"
            | "group_concat"
            | "bool_and"
            | "bool_or"
            | "every"
            | "median"
            | "mode"
            | "percentile_cont"
            | "first_value"
            | "last_value"
            | "lag"
            | "lead"
            | "rank"
            | "dense_rank"
            | "ntile"
            | "total"
            | "json_agg"
            | "corr"
            | "any_value"
    )
}

/// What a function of other systems is called here.
pub(super) fn elsewhere(name: &str) -> Option<&'static str> {
    Some(match name {
        "ifnull" | "nvl" | "isnull" => "`coalesce(a, b)`",
        "if" | "iif" => "`case when condition then a else b end`",
        "ucase" => "`upper(text)`",
        "lcase" => "`lower(text)`",
        "len" => "`length(text)`",
        "instr" | "charindex" | "locate" => "`position(part in text)`",
        "log" => "`ln(x)` or `log10(x)`; `log` means one or the other elsewhere",
        "datediff" | "date_diff" => "`a - b`: days between dates, a duration between timestamps",
        "dateadd" | "date_add" | "date_sub" => "`x + interval '1 day'`",
        "strftime" | "date_format" | "format" | "printf" => "`to_char(x, 'YYYY-MM-DD')`",
        "datepart" => "`extract(year from x)`",
        "regexp_replace" | "regexp_matches" | "regexp_like" | "regexp_match" => {
            "it with `replace`, `split_part`, `translate` or `like`; there are no regular expressions here"
        }
        "to_date" => "`cast(text as date)`",
        "to_number" => "`cast(text as decimal(12,2))`",
        "truncate" => "`trunc(x, digits)`",
        "sha1" | "sha2" | "hash" => "`sha256(text)` or `md5(text)`",
        "convert" => "`cast(x as type)`",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_described() {
        let mut names: Vec<&str> = names().collect();
        names.sort_unstable();
        let before = names.len();
        names.dedup();
        assert_eq!(names.len(), before);
        assert!(all().all(|function| !function.about.is_empty() && function.required <= function.parameters.len()));
        assert!(names.iter().all(|name| impure(name).is_none() && !is_aggregate(name) && elsewhere(name).is_none()));
    }
}
