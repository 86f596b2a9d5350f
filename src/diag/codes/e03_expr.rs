//! `E03xx`: SQL expressions.

use super::CodeDef;

/// The codes of this area.
pub const CODES: &[CodeDef] = &[
    CodeDef {
        code: "E0301",
        title: "syntax error in an expression",
        explanation: "The text is no SQL scalar expression. Strings stand in single quotes, names with blanks or capital \
                      keywords in double quotes.\n\n```yaml\nexpr: \"quantity * \"            # wrong: an operand is missing\n\
                      expr: \"quantity * unit_price\"  # right\n```\n\nIn YAML an expression is best written in double quotes, \
                      so that `'text'` needs no escaping.",
    },
    CodeDef {
        code: "E0302",
        title: "expression too large",
        explanation: "An expression has at most 100,000 bytes, 500 operators and 60 levels of parentheses and `case`s. Split it over hidden \
                      columns, whose names begin with `_`.\n\n```yaml\n_net:  { gen: expr, expr: \"quantity * unit_price\" }\n\
                      total: { gen: expr, expr: \"_net * 1.19\" }\n```",
    },
    CodeDef {
        code: "E0303",
        title: "unknown name in an expression",
        explanation: "An expression sees the columns of its row, those of the parent (`customers.tier`) and those of referenced rows by their \
                      alias (`product.price`), the spec's `vars` and `now`. Names keep their case.\n\n```yaml\n\
                      expr: \"Quantity * 2\"  # wrong where the column is `quantity`\nexpr: \"quantity * 2\"  # right\n```",
    },
    CodeDef {
        code: "E0304",
        title: "unknown function",
        explanation: "No function has this name. The functions are those of PostgreSQL that are deterministic and work on one \
                      row.\n\n```yaml\nexpr: \"ifnull(phone, '-')\"    # wrong\nexpr: \"coalesce(phone, '-')\"  # right\n```",
    },
    CodeDef {
        code: "E0305",
        title: "wrong arguments of a function",
        explanation: "The number of arguments or the type of one is not what the function takes, or a pattern or field name is not one that it \
                      knows.\n\n```yaml\nexpr: \"lpad(id, 6, '0')\"                  # wrong: `id` is a number\n\
                      expr: \"lpad(cast(id as string), 6, '0')\"  # right\n```",
    },
    CodeDef {
        code: "E0306",
        title: "types that do not go together",
        explanation: "An operator, a comparison or the results of a `case` need types that go together. Numbers mix with numbers, dates with \
                      timestamps; anything else needs a cast. A quoted literal takes the type of what stands beside it.\n\n\
                      ```yaml\nexpr: \"price + name\"                # wrong\nexpr: \"concat(price, ' ', name)\"   # right\n```",
    },
    CodeDef {
        code: "E0307",
        title: "a condition that is not boolean",
        explanation: "`if`, `when`, `and`, `or` and `not` need a boolean. Numbers and strings are not true or false by themselves.\n\n\
                      ```yaml\nif: \"quantity\"      # wrong\nif: \"quantity > 0\"  # right\n```",
    },
    CodeDef {
        code: "E0308",
        title: "a function that is not deterministic",
        explanation: "The same spec gives the same data for ever, so an expression cannot read a clock, a random number, the user or a file. \
                      The only clock is `now:` in the spec, read as the name `now`; the only randomness is in generators.\n\n\
                      ```yaml\nexpr: \"now() - interval '1 day'\"  # wrong\nexpr: \"now - interval '1 day'\"    # right, with `now: 2025-07-01`\n```",
    },
    CodeDef {
        code: "E0309",
        title: "not part of the expression language",
        explanation: "An expression is about one row: there are no subqueries, aggregates, window functions, arrays or regular expressions. \
                      Sums over children are `rollup` columns, running totals are `cumulative` columns.\n\n```yaml\n\
                      total: { gen: expr, expr: \"sum(order_items.line_total)\" }              # wrong\n\
                      total: { gen: rollup, of: order_items.line_total, agg: sum }           # right\n```",
    },
    CodeDef {
        code: "E0310",
        title: "a literal that cannot be read",
        explanation: "A literal is not a value of the type that it is used as.\n\n```yaml\n\
                      if: \"signed_up_at >= '2024-02-30'\"  # wrong: there is no such day\n\
                      if: \"signed_up_at >= '2024-03-01'\"  # right\n```",
    },
    CodeDef {
        code: "E0311",
        title: "a cast that does not exist",
        explanation: "There is no such type, or no cast from the one to the other. Decimals name their digits, and `int8` is refused, because it \
                      has 8 bits in `type:` and 8 bytes in PostgreSQL.\n\n```yaml\nexpr: \"cast(day as int64)\"                    # wrong\n\
                      expr: \"cast(extract(epoch from day) as int64)\" # right\n```",
    },
    CodeDef {
        code: "E0312",
        title: "a column where a constant is needed",
        explanation: "Parameters such as `rows` are computed once, before there is a row. They may use numbers, `vars` and functions of them.\n\n\
                      ```yaml\nrows: \"1000 * quantity\"  # wrong\nrows: \"1000 * scale\"     # right, with `vars: { scale: 10 }`\n```",
    },
    CodeDef {
        code: "E0313",
        title: "a constant without a value",
        explanation: "A constant expression divides by zero, overflows or fails to convert.\n\n```yaml\n\
                      rows: \"1000 / (scale - 1)\"  # wrong with `scale: 1`\nrows: \"1000 / scale\"        # right\n```",
    },
];
