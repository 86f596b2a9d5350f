//! Edits of the project's own specs, each with the columns that it can change: the lines of the stability contract, and joins
//! of them.

/// An edit.
pub struct Edit {
    /// For messages.
    pub what: &'static str,
    /// The spec.
    pub base: &'static str,
    /// Texts and what stands in their place.
    pub changes: &'static [(&'static str, &'static str)],
    /// The columns that are foreseen to change, hidden ones too.
    pub can_change: &'static [&'static str],
}

/// The specs.
pub const BASES: &[&str] = &["shop", "bank", "university", "orgchart", "users", "lab"];

/// What the project's own specs do not have: constants, grids, two roots' arrivals, bundles, lists, unique pairs, ids.
const LAB: &str = r#"
synth: 1
seed: 9
now: 2025-07-01
locale: { en_US: 60, de_DE: 40 }
vars: { scale: 2, base: 50, spread: 10 }
tables:
  sites:
    rows: "20 * scale"
    key: [id]
    columns:
      id: sequence
      name: company.name
      score: { gen: number, dist: normal, mean: base, sd: "spread", type: int32 }
      grade: { when: [ { if: "score > 50", gen: pattern, pattern: "A[0-9]" }, { gen: pattern, pattern: "B[0-9]" } ] }
      _boss: person
      boss: { gen: field, of: _boss.full_name }
      boss_mail: { gen: field, of: _boss.email }
      born: person.birth_date
      seen: { gen: expr, expr: "now - interval '1 day'" }
      fiscal: { gen: expr, expr: "score * scale" }
      label: { gen: template, template: "{{ name }} / {{ score }}" }
      page: { gen: list, file: list.csv, column: plan }
      color: { gen: choice, of: [red, green, blue] }
      shade: { gen: choice, given: color, of: { red: [r1, r2], green: { g1: 3, g2: 1 }, blue: [b1, b2] } }
      row_code: { gen: pattern, pattern: "[A-Z]{3}[0-9]{2}" }
      col_code: { gen: choice, of: [a, b, c, d, e, f] }
    unique:
      - [row_code, col_code]
  days:
    rows: { every: 1d, from: 2025-01-01, to: 2025-03-01 }
    columns:
      at: tick
      pages: { gen: number, type: int32, dist: poisson, mean: 4 }
  visits:
    rows: 120
    columns:
      at: { gen: arrivals, from: 2025-01-01, to: 2025-06-30 }
      site_id: { gen: ref, to: sites, as: site }
      site_name: { gen: field, of: site.name }
      words: text.words
  probes:
    per: sites
    count: 2
    key: [id]
    columns:
      id: sequence
      site_id: { gen: field, of: sites.id }
      n: ordinal
      value: { gen: number, min: 0, max: 100 }
      total: { gen: cumulative, of: value }
      best: { gen: rollup, of: readings.value, agg: max }
  readings:
    per: probes
    count: { dist: poisson, mean: "scale + 1", max: 9 }
    columns:
      at: { gen: arrivals, from: 2025-01-01, to: now }
      value: { gen: number, min: 0, max: "base * 2", null: 10% }
      serial: { gen: permuted, max: 99999 }
      near: { gen: ref, to: sites, distinct_in: probes }
      tag: { gen: uuid, version: 7, at: at }
"#;

/// The text of a spec, with few rows, and with single blanks behind the indentation of each line.
pub fn base(name: &str) -> String {
    let plain = |line: &str| {
        let indent = line.len() - line.trim_start().len();
        line[..indent].to_owned() + &line.split_whitespace().collect::<Vec<_>>().join(" ") + "\n"
    };
    let small =
        |text: &str, changes: &[(&str, &str)]| super::edited(&text.lines().map(plain).collect::<String>(), changes);
    match name {
        "shop" => small(include_str!("../../specs/shop.yaml"), &[("rows: 10k", "rows: 120")]),
        "bank" => small(include_str!("../../specs/bank.yaml"), &[("rows: 400", "rows: 40")]),
        "university" => small(include_str!("../../specs/university.yaml"), &[("rows: 1200", "rows: 150")]),
        "orgchart" => small(include_str!("../../specs/orgchart.yaml"), &[("rows: 800", "rows: 120")]),
        "users" => small(include_str!("../../specs/users.yaml"), &[("rows: 2000", "rows: 80")]),
        _ => LAB.to_owned(),
    }
}

/// All edits.
pub fn all() -> &'static [Edit] {
    EDITS
}

macro_rules! edits {
    ($($base:ident: $what:literal, [$(($from:literal, $to:literal)),* $(,)?] => [$($column:literal),* $(,)?];)*) => {
        const EDITS: &[Edit] = &[$(Edit {
            what: $what,
            base: stringify!($base),
            changes: &[$(($from, $to)),*],
            can_change: &[$($column),*],
        }),*];
    };
}

edits! {
    // Nothing.
    shop: "a comment and a description", [("rows: 500", "description: all of them # yes\n    rows: 500")] => [];
    shop: "another spelling of a number", [("rows: 500", "rows: \"500\"")] => [];
    shop: "outputs and profiles", [("batch: 500", "batch: 100"), ("load: { customers: 2M", "load: { customers: 3M")] => [];
    users: "the text form of a column", [("plan: { gen: choice", "plan: { format: \"%s\", gen: choice")] => [];
    lab: "a constant with another value that nobody reads", [("spread: 10 }", "spread: 10, other: 4 }")] => [];
    lab: "another constant, the same product", [("rows: \"20 * scale\"", "rows: \"10 * scale * 2\"")] => [];
    // Columns and tables.
    shop: "a new column", [("      tier: ", "      extra: { gen: number, dist: normal, mean: 0, sd: 1 }\n      tier: ")] => [];
    shop: "a new field of the bundle", [("      tier: ", "      nick: person.username\n      zip: address.postal_code\n      tier: ")] => [];
    shop: "a column less", [("      phone: { gen: person.phone, null: 12% }\n", "")] => [];
    users: "another order", [
        ("      last_name: person.last_name\n", ""),
        ("      first_name: person", "      last_name: person.last_name\n      first_name: person"),
    ] => [];
    bank: "a new table below", [("outputs:", "  more: { per: accounts, count: 2, columns: { n: ordinal, x: uuid } }\noutputs:")] => [];
    lab: "a table less", [
        ("  days:\n    rows: { every: 1d, from: 2025-01-01, to: 2025-03-01 }\n    columns:\n      at: tick\n      pages: { gen: number, type: int32, dist: poisson, mean: 4 }\n", ""),
    ] => [];
    lab: "a renamed column with its id", [
        ("score: { gen", "rating: { id: score, gen"), ("\"score > 50\"", "\"rating > 50\""), ("{{ score }}", "{{ rating }}"),
        ("\"score * scale\"", "\"rating * scale\""),
    ] => [];
    shop: "a renamed table with its id", [
        ("  products:\n    rows: 500", "  goods:\n    id: products\n    rows: 500"), ("to: products, as: product,", "to: goods, as: good,"),
        ("of: product.price", "of: good.price"), ("products: 60", "goods: 60"), ("products: 20k", "goods: 20k"),
    ] => [];
    lab: "a renamed column without an id", [
        ("score: { gen", "rating: { gen"), ("\"score > 50\"", "\"rating > 50\""), ("{{ score }}", "{{ rating }}"),
        ("\"score * scale\"", "\"rating * scale\""),
    ] => ["sites.grade", "sites.label", "sites.fiscal"];
    shop: "the parent's row by an alias", [
        ("    per: customers\n", "    per: customers\n    as: buyer\n"), ("of: customers.id", "of: buyer.id"),
        ("from: customers.signed_up_at", "from: buyer.signed_up_at"),
    ] => [];
    shop: "the picked row by another alias", [("as: product,", "as: article,"), ("of: product.price", "of: article.price")] => [];
    // Rows.
    shop: "more roots", [("rows: 120", "rows: 150")] => [];
    shop: "fewer roots", [("rows: 120", "rows: 90")] => [];
    shop: "a larger pool", [("rows: 500", "rows: 550")] =>
        ["order_items.product_id", "order_items.unit_price", "order_items.line_total", "orders.total"];
    university: "a larger pool of distinct picks", [("rows: 150\n    key: [id]\n    columns:\n      id: sequence", "rows: 170\n    key: [id]\n    columns:\n      id: sequence")] =>
        ["enrolments.course_id", "enrolments.credits"];
    university: "a larger pool at the end of a chain", [("rows: 80", "rows: 88")] => ["courses.lecturer_id", "courses.department_id"];
    orgchart: "more rows of a tree", [("rows: 120", "rows: 140")] => [];
    users: "more users", [("rows: 80", "rows: 95")] => [];
    lab: "more rows by a constant", [("vars: { scale: 2", "vars: { scale: 3")] =>
        ["sites.fiscal", "visits.site_id", "visits.site_name", "readings.at", "readings.serial", "readings.near", "readings.tag", "probes.best"];
    lab: "more rows with one window", [("rows: 120", "rows: 130")] => ["visits.at"];
    lab: "a longer grid", [("to: 2025-03-01 }", "to: 2025-03-11 }")] => ["days.at"];
    lab: "a wider grid", [("every: 1d", "every: 2d")] => ["days.at"];
    // Counts.
    shop: "another count", [("mean: 4, dispersion", "mean: 5, dispersion")] =>
        ["orders.id", "order_items.order_id", "orders.ordered_at"];
    shop: "another count at the leaves", [("mean: 2.3, min: 1", "mean: 3, min: 1")] => ["orders.total"];
    bank: "another fixed range", [("count: 1..3", "count: 1..4")] =>
        ["accounts.id", "transactions.account_id", "transactions.purpose"];
    bank: "more transactions", [("dist: poisson, mean: 25", "dist: poisson, mean: 30")] =>
        ["transactions.booked_at", "accounts.movements", "accounts.balance"];
    university: "more courses a student", [("count: 3..8", "count: 3..9")] => ["students.courses", "students.average"];
    orgchart: "a count that reads a column", [("<= 12 then 1", "<= 20 then 1")] =>
        ["employees.depth", "employees.salary"];
    orgchart: "another count by a condition", [("if: \"depth = 0\", count: 0", "if: \"depth = 0\", count: 1")] => [];
    lab: "a fixed count", [("count: 2", "count: 3")] =>
        ["probes.id", "readings.serial"];
    lab: "distinct picks that may run dry", [("count: { dist: poisson, mean: \"scale + 1\", max: 9 }", "count: { dist: poisson, mean: 8, max: 39 }")] =>
        ["readings.at", "readings.serial", "readings.near", "readings.tag", "probes.best"];
    // Parameters.
    shop: "other weights", [("free: 80", "free: 20")] => ["customers.tier", "customers.vat_id"];
    shop: "another price", [("median: 22", "median: 30")] =>
        ["products.price", "order_items.unit_price", "order_items.line_total", "orders.total"];
    shop: "a window that others begin with", [("from: 2022-01-01", "from: 2021-01-01")] => ["customers.signed_up_at", "orders.ordered_at"];
    shop: "another type", [("type: int16", "type: int32")] =>
        ["order_items.quantity", "order_items.line_total", "orders.total"];
    shop: "another skew", [("s: 1.1", "s: 0.9")] =>
        ["order_items.product_id", "order_items.unit_price", "order_items.line_total", "orders.total"];
    shop: "another branch", [("DE[0-9]{9}", "DE[1-9]{9}")] => ["customers.vat_id"];
    shop: "another condition", [("tier = 'business' and", "tier <> 'free' and")] => ["customers.vat_id"];
    users: "another expression", [("then 'young'", "then 'new'")] => ["users.age_group"];
    users: "unique no more", [("{ gen: person.username, unique: true }", "person.username")] => ["users.username"];
    users: "another field is unique", [("{ gen: person.phone, null: 30% }", "{ gen: person.phone, null: 30%, locale: de_DE, unique: true }")] => ["users.phone"];
    bank: "another start", [("start: 500", "start: 600")] => ["transactions.balance", "accounts.balance"];
    bank: "another first key", [("start: 100001", "start: 100002")] => ["customers.id", "accounts.customer_id"];
    orgchart: "other columns of a hash", [("of: [id, email]", "of: [email, id]")] => ["employees.badge"];
    lab: "one domain of a unique list", [("of: [a, b, c, d, e, f]", "of: [a, b, c, d, e, f, g]")] => ["sites.row_code", "sites.col_code"];
    lab: "a unique list less", [("    unique:\n      - [row_code, col_code]\n", "")] => ["sites.row_code", "sites.col_code"];
    lab: "a conditional choice", [("g1: 3, g2: 1", "g1: 1, g2: 1")] => ["sites.shade"];
    lab: "the order of weights", [("g1: 3, g2: 1", "g2: 1, g1: 3")] => ["sites.shade"];
    // Nulls and pins.
    shop: "other nulls", [("null: 12%", "null: 40%")] => ["customers.phone"];
    shop: "nulls of a reference", [("null: 70%", "null: 50%")] => ["customers.referrer_id"];
    lab: "nulls that are read", [("null: 10%", "null: 30%")] => ["readings.value", "probes.best"];
    shop: "another pin", [("{ id: 1, full_name: Ada Test, tier: business, country: DE }", "{ id: 2, full_name: Ada Test, tier: business, country: DE }")] =>
        ["customers.full_name", "customers.country", "customers.email", "customers.tier", "customers.vat_id", "customers.phone"];
    orgchart: "no pins", [("    pins:\n      - { id: 1, name: Grace Root, title: Chief Executive Officer }\n", "")] =>
        ["employees.name", "employees.email", "employees.title", "employees.manager", "employees.badge"];
    // The document.
    lab: "another clock", [("now: 2025-07-01", "now: 2025-08-01")] => ["sites.born", "sites.seen", "readings.at", "readings.tag"];
    users: "another clock in a shop of users", [("now: 2025-07-01T00:00:00Z", "now: 2025-07-02T00:00:00Z")] =>
        ["users.birth_date", "users.age_group", "users.created_at", "users.verified_at", "logins.at"];
    lab: "another constant", [("base: 50", "base: 60")] =>
        ["sites.score", "sites.grade", "sites.fiscal", "sites.label", "readings.value", "probes.best"];
    lab: "another seed", [("seed: 9", "seed: 10")] => [
        "sites.name", "sites.score", "sites.grade", "sites.boss", "sites.boss_mail", "sites.born", "sites.fiscal", "sites.label",
        "sites.page", "sites.color", "sites.shade", "sites.row_code", "sites.col_code", "days.pages", "visits.at", "visits.site_id",
        "visits.site_name", "visits.words", "probes.value", "probes.total", "probes.best", "readings.at", "readings.value",
        "readings.serial", "readings.near", "readings.tag",
    ];
    lab: "another locale", [("en_US: 60, de_DE: 40", "en_US: 40, de_DE: 60")] =>
        ["sites.name", "sites.label", "sites.boss", "sites.boss_mail", "visits.site_name", "visits.words"];
    orgchart: "the default locale, written out", [("now: 2025-01-01\n", "now: 2025-01-01\nlocale: en_US\n")] => [];
    orgchart: "another single locale", [("now: 2025-01-01\n", "now: 2025-01-01\nlocale: fr_FR\n")] =>
        ["employees.name", "employees.email", "employees.title", "employees.manager", "employees.badge", "reviews.comment"];
    bank: "the locale of one table", [("  customers:\n    rows: 40", "  customers:\n    locale: de_DE\n    rows: 40")] =>
        ["customers.name", "customers.email", "customers.city", "customers.country"];
    users: "the locale of one column", [("city: address.city", "city: { gen: address.city, locale: fr_FR }")] => ["users.city"];
    // Several at once.
    shop: "rows, a column's parameters and a column less", [
        ("rows: 120", "rows: 130"), ("free: 80", "free: 70"), ("      phone: { gen: person.phone, null: 12% }\n", ""),
    ] => ["customers.tier", "customers.vat_id"];
    bank: "a count and a pin's worth of nulls", [("count: 1..3", "count: 2..3"), ("city: address.city", "city: { gen: address.city, null: 5% }")] =>
        ["accounts.id", "transactions.account_id", "transactions.purpose", "customers.city"];
    lab: "another parent", [("  readings:\n    per: probes", "  readings:\n    per: sites"), ("distinct_in: probes", "distinct_in: sites"), ("      best: { gen: rollup, of: readings.value, agg: max }\n", "")] =>
        ["readings.at", "readings.value", "readings.serial", "readings.near", "readings.tag"];
}
