//! Sentences and items of lists -> what they make of a small shop.

use super::{READERS, finish};
use crate::draft::ir::{Choice, Column, ColumnType, Relationship, Role, Table, Tie};
use crate::draft::offline::scene::Scene;
use crate::draft::text::Text;

fn column(name: &str, generator: &str) -> Column {
    Column { name: name.to_owned(), generator: generator.to_owned(), ..Column::default() }
}

fn key(name: &str) -> Column {
    Column { role: Role::Pk, ..column(name, "sequence") }
}

fn number(name: &str) -> Column {
    Column { r#type: ColumnType::Decimal, ..column(name, "number") }
}

fn choice(name: &str, values: &[&str]) -> Column {
    let choices = values.iter().map(|value| Choice { value: (*value).to_owned(), weight: 0.0 }).collect();
    Column { choices, ..column(name, "choice") }
}

fn table(name: &str, rows: u64, columns: Vec<Column>) -> Table {
    Table { name: name.to_owned(), rows, columns, ..Table::default() }
}

fn tie(tie: Tie, child: &str, column: &str, parent: &str) -> Relationship {
    Relationship {
        tie,
        child_table: child.to_owned(),
        child_column: column.to_owned(),
        parent_table: parent.to_owned(),
        min_children: 1,
        ..Relationship::default()
    }
}

/// A shop: customers with orders with items that pick products; members and seats apart.
fn shop<'p>(text: &'p Text<'p>) -> Scene<'p> {
    let mut scene = Scene::new(text, "2026-01-31");
    let time = |name: &str, generator: &str| {
        let mut column = column(name, generator);
        column.set("from", "2024-01-01");
        column.set("to", "2026-01-31");
        column
    };
    scene.ir.tables = vec![
        table(
            "customers",
            500,
            vec![
                key("customer_id"),
                column("name", "person.full_name"),
                column("email", "person.email"),
                column("phone", "person.phone"),
                column("fax", "person.phone"),
                column("birth_date", "person.birth_date"),
                column("sex", "person.sex"),
                number("height"),
                number("weight"),
                number("bmi"),
                choice("country", &["Germany", "France"]),
                choice("tier", &["basic", "premium", "business"]),
                column("is_active", "bool"),
                column("vat_id", "pattern"),
                time("signed_up_at", "datetime"),
                number("fee"),
                number("discount"),
                Column { r#type: ColumnType::Integer, ..column("age", "number") },
                column("order_count", "number"),
                time("last_order_date", "date"),
            ],
        ),
        table(
            "products",
            50,
            vec![
                key("product_id"),
                column("title", "product.name"),
                column("price", "product.price"),
                number("cost"),
                column("sku", "pattern"),
            ],
        ),
        table(
            "orders",
            0,
            vec![
                key("order_id"),
                Column { role: Role::Fk, ..column("customer_id", "") },
                choice("status", &["pending", "shipped", "delivered", "cancelled"]),
                column("currency", "finance.currency"),
                time("ordered_at", "datetime"),
                time("paid_at", "datetime"),
                time("shipped_on", "date"),
                time("delivered_on", "date"),
                number("net"),
                number("gross"),
                number("tax"),
                number("total"),
                column("invoice_no", "pattern"),
                number("balance"),
                number("amount"),
            ],
        ),
        table(
            "order_items",
            0,
            vec![
                key("item_id"),
                Column { role: Role::Fk, ..column("order_id", "") },
                Column { role: Role::Fk, ..column("product_id", "") },
                Column { r#type: ColumnType::Integer, ..column("quantity", "number") },
                number("unit_price"),
                number("line_total"),
            ],
        ),
        table("seats", 500, vec![key("seat_id"), Column { r#type: ColumnType::Integer, ..column("number", "number") }]),
    ];
    scene.ir.relationships = vec![
        tie(Tie::Owns, "orders", "customer_id", "customers"),
        tie(Tie::Owns, "order_items", "order_id", "orders"),
        tie(Tie::Picks, "order_items", "product_id", "products"),
    ];
    scene
}

/// Reads sentences (each a clause) with what is spoken of, as the frame does.
fn read<'p>(text: &'p Text<'p>, table: &str, column: &str) -> Scene<'p> {
    let mut scene = shop(text);
    let mut start = 0;
    let ends: Vec<usize> =
        (0..text.tokens.len()).filter(|at| matches!(text.norm(*at), "." | ";")).chain([text.tokens.len()]).collect();
    for end in ends {
        scene.focus.table = Some(table.to_owned());
        scene.focus.column = Some(column.to_owned()).filter(|column| !column.is_empty());
        for _ in 0..20 {
            let claims = scene.claims();
            let read = READERS.iter().find_map(|reader| {
                let before = scene.clone();
                match reader(&mut scene, start..end) {
                    Some(tokens) => {
                        scene.claim(tokens);
                        (scene.claims() > claims).then_some(()).or_else(|| {
                            scene = before;
                            None
                        })
                    }
                    None => {
                        assert_eq!(*scene.ir, *before.ir, "a reader that reads nothing changes nothing");
                        None
                    }
                }
            });
            if read.is_none() {
                break;
            }
        }
        start = end + 1;
    }
    finish(&mut scene);
    scene
}

/// A column as one line: generator, parameters, values, nulls.
fn show(column: &Column) -> String {
    let mut parts = vec![column.generator.clone()];
    parts.extend(column.params.iter().map(|param| format!("{}={}", param.key, param.value)));
    if !column.choices.is_empty() {
        let choices = column.choices.iter().map(|choice| {
            if choice.weight == 0.0 { choice.value.clone() } else { format!("{} {}", choice.value, choice.weight) }
        });
        parts.push(format!("[{}]", choices.collect::<Vec<_>>().join(", ")));
    }
    if column.null_rate > 0.0 {
        parts.push(format!("null {}", (column.null_rate * 1e6).round() / 1e6));
    }
    if !column.null_when.is_empty() {
        parts.push(format!("null when {}", column.null_when));
    }
    if column.unique {
        parts.push("unique".to_owned());
    }
    if !column.when.is_empty() {
        parts.push(format!("when {}", column.when));
    }
    parts.join(" ")
}

/// What a prose makes of a column (of all its branches), with the rules and refusals that come with it.
fn made(prose: &str, table: &str, focus: &str, column: &str) -> String {
    let text = Text::new(prose);
    let scene = read(&text, table, focus);
    let mut parts: Vec<String> = scene
        .ir
        .tables
        .iter()
        .flat_map(|table| &table.columns)
        .filter(|known| known.name == column && !column.is_empty())
        .map(show)
        .collect();
    parts.extend(scene.ir.rules.iter().map(|rule| rule.expression.clone()));
    parts.extend(scene.findings.iter().map(|finding| finding.code.to_owned()));
    parts.extend(scene.ir.not_expressible.iter().map(|known| format!("cannot: {}", known.evidence)));
    for quote in scene.ir.tables.iter().flat_map(|table| &table.columns).flat_map(|column| &column.evidence) {
        assert!(prose.contains(quote.as_str()), "the evidence {quote:?} is not in {prose:?}");
    }
    parts.join(" | ")
}

/// Holds sentences against what they must make of a column; all that differ are shown.
fn hold(cases: &[(&str, &str, &str, &str)]) {
    let mut wrong = String::new();
    for (prose, table, column, expected) in cases {
        let (focus, column) = column.strip_prefix('@').map_or(("", *column), |column| (column, column));
        let made = made(prose, table, focus, column);
        if made != *expected {
            wrong.push_str(&format!("{prose}\n     got: {made}\n  wanted: {expected}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn missing_values_in_many_words() {
    let tenth = "person.phone null 0.1";
    hold(&[
        ("Phone is missing for 10%.", "customers", "phone", tenth),
        ("A tenth of the customers have no phone number.", "customers", "phone", tenth),
        ("10% of customers don't have a phone", "customers", "phone", tenth),
        ("phone, empty in 10% of cases", "customers", "@phone", tenth),
        ("phone (10% missing)", "customers", "@phone", tenth),
        ("phone (null 10%)", "customers", "@phone", tenth),
        ("one in ten customers lack a phone", "customers", "phone", tenth),
        ("phone, not filled in for 10%", "customers", "@phone", tenth),
        ("the phone is unknown for one in ten", "customers", "phone", tenth),
        ("only 30% have a fax number", "customers", "fax", "person.phone null 0.7"),
        ("a fax is given for 30%", "customers", "fax", "person.phone null 0.7"),
        ("the phone is always present", "customers", "phone", "person.phone"),
        ("phone (optional)", "customers", "@phone", tenth),
        ("phone (required)", "customers", "@phone", "person.phone"),
        ("Bei 10% fehlt phone", "customers", "phone", tenth),
        ("10% haben keine phone", "customers", "phone", tenth),
        ("phone vide pour 10%", "customers", "@phone", tenth),
        ("phone vacío en el 10%", "customers", "@phone", tenth),
        ("20% of the customers have no phone and 5% have no email", "customers", "phone", "person.phone null 0.2"),
        ("20% of the customers have no phone and 5% have no email", "customers", "email", "person.email null 0.05"),
        ("phone is required. Phone is missing for 5%", "customers", "phone", "person.phone | E1226"),
    ]);
}

#[test]
fn missing_values_under_a_condition() {
    hold(&[
        (
            "Only shipped orders have a shipped date",
            "orders",
            "shipped_on",
            "date from=2024-01-01 to=2026-01-31 null when status <> 'shipped'",
        ),
        (
            "cancelled orders have no delivered date",
            "orders",
            "delivered_on",
            "date from=2024-01-01 to=2026-01-31 null when status = 'cancelled'",
        ),
        ("vat_id, only for business customers", "customers", "@vat_id", "pattern null when tier <> 'business'"),
        ("Only business customers have a VAT id", "customers", "vat_id", "pattern null when tier <> 'business'"),
        (
            "shipped_on, empty unless the status is shipped",
            "orders",
            "@shipped_on",
            "date from=2024-01-01 to=2026-01-31 null when status <> 'shipped'",
        ),
        (
            "the delivered date is empty if the status is pending",
            "orders",
            "delivered_on",
            "date from=2024-01-01 to=2026-01-31 null when status = 'pending'",
        ),
    ]);
}

#[test]
fn what_never_repeats() {
    let email = "person.email unique";
    hold(&[
        ("a unique email", "customers", "email", email),
        ("email (unique)", "customers", "@email", email),
        ("No two customers share an email", "customers", "email", email),
        ("emails are unique", "customers", "email", email),
        ("the email never repeats", "customers", "email", email),
        ("email, no duplicates", "customers", "@email", email),
        ("email unique per country", "customers", "@email", email),
        ("seat_id, a UUID", "seats", "@seat_id", "uuid"),
        ("seat_id, numbered from 1000", "seats", "@seat_id", "sequence start=1000"),
        ("500 seats with distinct numbers from 1 to 50", "seats", "number", "number min=1 max=50 unique | E1224"),
    ]);
}

#[test]
fn values_with_and_without_weights() {
    hold(&[
        ("status (active, paused, closed)", "orders", "@status", "choice [active, paused, closed]"),
        ("status: active 70%, paused 30%", "orders", "@status", "choice [active 70, paused 30]"),
        ("The status is one of open, in progress or done", "orders", "status", "choice [open, in progress, done]"),
        (
            "status is shipped for 60%, pending for 30%, the rest cancelled",
            "orders",
            "status",
            "choice [shipped 60, pending 30, cancelled 10]",
        ),
        (
            "60% of the orders are shipped, 30% pending and the rest cancelled",
            "orders",
            "status",
            "choice [shipped 60, pending 30, cancelled 10]",
        ),
        ("status either open or closed", "orders", "@status", "choice [open, closed]"),
        ("status (open/closed)", "orders", "@status", "choice [open, closed]"),
        (
            "5% of the orders were cancelled",
            "orders",
            "status",
            "choice [pending 31.6667, shipped 31.6667, delivered 31.6667, cancelled 5]",
        ),
        ("30% are premium", "customers", "tier", "choice [basic 35, premium 30, business 35]"),
        ("80% of the customers are active", "customers", "is_active", "bool p=0.8"),
        ("a third of the customers are female", "customers", "sex", "choice [female 33.3333, male 66.6667]"),
        (
            "status: open 70%, closed 50%",
            "orders",
            "@status",
            "choice [pending, shipped, delivered, cancelled] | E1229",
        ),
        (
            "60% of customers are premium. 70% of customers are basic",
            "customers",
            "tier",
            "choice [basic 20, premium 60, business 20] | E1229",
        ),
        ("quantity (1, 2 or 5)", "order_items", "@quantity", "choice [1, 2, 5]"),
        ("currency is always EUR", "orders", "currency", "constant value=\"EUR\""),
        ("status entweder offen oder bezahlt", "orders", "@status", "choice [offen, bezahlt]"),
    ]);
}

#[test]
fn ranges_with_their_types() {
    hold(&[
        ("age between 18 and 90", "customers", "@age", "number min=18 max=90"),
        ("The age lies between 18 and 90", "customers", "age", "number min=18 max=90"),
        ("price from 1.99 to 49 euros", "products", "@price", "number scale=2 min=1.99 max=49"),
        ("fee under 18", "customers", "@fee", "number scale=2 min=0 max=17.99"),
        ("age over 18 and under 65", "customers", "@age", "number min=19 max=64"),
        ("height with one decimal", "customers", "@height", "number scale=1"),
        ("weight in whole numbers", "customers", "@weight", "number"),
        ("cost of at most 12.5", "products", "@cost", "number scale=2 min=0 max=12.5"),
        ("weight 40 to 120 kg", "customers", "@weight", "number scale=2 min=40 max=120"),
        ("quantity 1 to 5, in steps of 2", "order_items", "@quantity", "number round.step=2 min=1 max=5"),
        ("age from 90 to 18", "customers", "@age", "number | E1223"),
        ("age 18 to 90. The age is between 20 and 30", "customers", "age", "number min=18 max=90 | E1225"),
        ("customers aged 16 to 67", "customers", "age", "number min=16 max=67"),
        ("each customer has 1 to 3 orders", "customers", "order_count", "number"),
    ]);
}

#[test]
fn laws_of_numbers() {
    hold(&[
        (
            "height bell-shaped around 170 cm with a deviation of 8",
            "customers",
            "@height",
            "number dist=normal mean=170 sd=8",
        ),
        (
            "The height is normally distributed with mean 170 and standard deviation 8",
            "customers",
            "height",
            "number dist=normal mean=170 sd=8",
        ),
        ("amount with a median of 30, 95% below 120", "orders", "@amount", "number dist=lognormal median=30 p95=120"),
        (
            "amount 1 to 100, mostly small, a few very large",
            "orders",
            "@amount",
            "number dist=lognormal median=40 p95=250 scale=2 min=1 max=100",
        ),
    ]);
}

#[test]
fn the_order_of_times_and_numbers() {
    hold(&[
        ("Orders are paid after they were ordered", "orders", "", "paid_at > ordered_at"),
        (
            "delivered 1 to 5 days after shipping",
            "orders",
            "delivered_on",
            "date from=\"shipped_on + 1d\" to=\"shipped_on + 5d\"",
        ),
        (
            "delivered_on within 30 days of shipped_on",
            "orders",
            "@delivered_on",
            "date from=\"shipped_on\" to=\"shipped_on + 30d\"",
        ),
        ("orders are placed after the customer signed up", "orders", "", "ordered_at > customers.signed_up_at"),
        ("An order is never paid before it is ordered", "orders", "", "paid_at >= ordered_at"),
        (
            "paid_at within 2 hours of ordered_at",
            "orders",
            "@paid_at",
            "datetime from=\"ordered_at\" to=\"ordered_at + 2h\"",
        ),
        ("ordered before paid before delivered", "orders", "", "paid_at > ordered_at | delivered_on > paid_at"),
        ("payment comes at least 3 days after the order", "orders", "", "paid_at >= ordered_at + 3d"),
        ("The cost is below the price", "products", "", "cost < price"),
        ("the discount never exceeds the fee", "customers", "", "discount <= fee"),
    ]);
}

#[test]
fn formulas_and_aggregates() {
    hold(&[
        ("gross (net plus 19% VAT)", "orders", "@gross", "expr expr=\"net * 1.19\" | net * 1.19"),
        (
            "The line total is quantity times unit price",
            "order_items",
            "line_total",
            "expr expr=\"quantity * unit_price\" | quantity * unit_price",
        ),
        (
            "line_total = quantity * unit_price",
            "order_items",
            "@line_total",
            "expr expr=\"quantity * unit_price\" | quantity * unit_price",
        ),
        ("gross is net and tax together", "orders", "gross", "expr expr=\"net + tax\" | net + tax"),
        ("the fee is 2.5% of the weight", "customers", "fee", "expr expr=\"weight * 0.025\" | weight * 0.025"),
        (
            "the order total is the sum of its items' line totals",
            "orders",
            "total",
            "rollup of=order_items.line_total agg=sum | sum(order_items.line_total)",
        ),
        (
            "order_count, the number of orders",
            "customers",
            "@order_count",
            "rollup of=orders agg=count | count(orders)",
        ),
        (
            "the unit price is taken from the product",
            "order_items",
            "unit_price",
            "field of=products.price | products.price",
        ),
        ("the total is the sum of net and tax", "orders", "total", "expr expr=\"net + tax\" | net + tax"),
        ("discount (10% of the fee)", "customers", "@discount", "expr expr=\"fee * 0.1\" | fee * 0.1"),
        ("gross = net * 1.19", "orders", "@gross", "expr expr=\"net * 1.19\" | net * 1.19"),
        (
            "the gross amount is the net amount including 19% VAT",
            "orders",
            "gross",
            "expr expr=\"net * 1.19\" | net * 1.19",
        ),
        ("age computed from the birth date", "customers", "@age", "person.age"),
        (
            "unit_price (copied from the product)",
            "order_items",
            "@unit_price",
            "field of=products.price | products.price",
        ),
        (
            "last_order_date is the date of the latest order",
            "customers",
            "@last_order_date",
            "rollup of=orders.ordered_at agg=max | max(orders.ordered_at)",
        ),
        ("the balance is a running total of the amount", "orders", "balance", "cumulative of=amount"),
        (
            "bmi computed from weight and height",
            "customers",
            "@bmi",
            "expr expr=\"weight / (height * height)\" | weight / (height * height)",
        ),
    ]);
}

#[test]
fn values_that_differ_by_a_condition() {
    hold(&[
        (
            "the fee is 5 to 20 for business customers and 30 to 90 for everyone else",
            "customers",
            "fee",
            "number scale=2 min=5 max=20 when tier = 'business' | number scale=2 min=30 max=90",
        ),
        (
            "The fee is 5 to 20 for students and 30 to 90 for everyone else",
            "customers",
            "fee",
            "number scale=2 min=5 max=20 when is_student | number scale=2 min=30 max=90",
        ),
        (
            "premium customers get a 10 to 20 discount, others none",
            "customers",
            "discount",
            "number scale=2 min=10 max=20 when tier = 'premium' | constant value=0",
        ),
    ]);
}

#[test]
fn texts_by_example_and_by_description() {
    hold(&[
        ("invoice_no such as INV/2023/0042", "orders", "@invoice_no", "pattern pattern=\"INV/20[0-9]{2}/[0-9]{4}\""),
        ("sku in the format XX-9999", "products", "@sku", "pattern pattern=\"[A-Z]{2}-[0-9]{4}\""),
        ("sku of three letters followed by four digits", "products", "@sku", "pattern pattern=\"[A-Z]{3}[0-9]{4}\""),
        ("an 8-digit sku", "products", "@sku", "pattern pattern=\"[0-9]{8}\""),
        ("sku with prefix C- and five digits", "products", "@sku", "pattern pattern=\"C-[0-9]{5}\""),
        ("vat_id starting with DE followed by 9 digits", "customers", "@vat_id", "pattern pattern=\"DE[0-9]{9}\""),
    ]);
}

#[test]
fn times_in_windows_and_shapes() {
    hold(&[
        ("signed up in 2023", "customers", "signed_up_at", "datetime from=2023-01-01 to=2024-01-01"),
        (
            "signed_up_at between 2022-01-01 and 2023-12-31",
            "customers",
            "@signed_up_at",
            "datetime from=2022-01-01 to=2024-01-01",
        ),
        (
            "Orders were placed during the third quarter of 2022",
            "orders",
            "ordered_at",
            "datetime from=2022-07-01 to=2022-10-01",
        ),
        (
            "ordered_at during business hours",
            "orders",
            "@ordered_at",
            "datetime from=2024-01-01 to=2026-01-31 shape.business_hours=true",
        ),
        (
            "orders are placed on weekdays only",
            "orders",
            "ordered_at",
            "datetime from=2024-01-01 to=2026-01-31 shape.weekly=[1, 1, 1, 1, 1, 0, 0]",
        ),
        (
            "more orders on weekends",
            "orders",
            "ordered_at",
            "datetime from=2024-01-01 to=2026-01-31 shape.weekly=[1, 1, 1, 1, 1.2, 2, 2]",
        ),
    ]);
}

#[test]
fn what_cannot_be_said() {
    hold(&[
        ("Taller customers weigh more", "customers", "", "cannot: Taller customers weigh more"),
        ("height and weight are correlated", "customers", "", "cannot: height and weight are correlated"),
    ]);
}
