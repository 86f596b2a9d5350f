//! Lists of columns in sentences.

use super::{has, proposal};

#[test]
fn lists_are_cut_at_commas_and_ands() {
    has("500 customers with a name, an email and a phone number", &["customers 500: id*, name, email, phone_number"]);
    has("20 rooms. Rooms have a number, a floor from 1 to 8 and a type.", &["rooms 20: id*, number, floor, type"]);
    has("30 orders with a status (open, paid or cancelled) and a total", &["orders 30: id*, status, total"]);
}

#[test]
fn values_of_an_enumeration_are_no_columns() {
    has(
        "30 orders with a total, a status of active, paused or cancelled and a date",
        &["orders 30: id*, total, status, date"],
    );
    has(
        "30 orders with a total, a status that is 60% active, 30% paused and 10% cancelled, and a date",
        &["orders 30: id*, total, status, date"],
    );
}

#[test]
fn a_list_ends_where_something_is_said_of_its_columns() {
    has(
        "500 customers with a name, an email and a phone, the email is unique",
        &["customers 500: id*, name, email, phone"],
    );
}

#[test]
fn lists_in_other_languages() {
    has(
        "200 Wohnungen mit Adresse und Kaltmiete. Jede Wohnung hat 1 bis 3 Mieter mit Name und Geburtsdatum.",
        &["mieter.wohnung_id owns 1..3 wohnungen"],
    );
    has("300 livres avec titre, auteur et prix.", &["livres 300: id*, titre, auteur, prix"]);
    has(
        "200 clientes con nombre y teléfono. Cada cliente tiene entre 1 y 4 pedidos.",
        &["pedidos.cliente_id owns 1..4 clientes"],
    );
    has("100 corsi con titolo e durata.", &["corsi 100: id*, titolo, durata"]);
    has(
        "300 produtos com nome e categoria e 40 fornecedores. Cada produto pertence a um fornecedor.",
        &["produtos.fornecedor_id picks fornecedores"],
    );
}

#[test]
fn evidence_is_verbatim() {
    let prose = "500 customers with a name, a Unique  email and 1 to 3 Contracts";
    let ir = proposal(prose).ir;
    let columns = ir
        .tables
        .iter()
        .flat_map(|table| table.evidence.iter().chain(table.columns.iter().flat_map(|column| &column.evidence)));
    assert!(
        columns
            .chain(ir.relationships.iter().flat_map(|tie| &tie.evidence))
            .all(|quote| prose.contains(quote.as_str()))
    );
}

#[test]
fn a_formula_and_a_window_do_not_end_a_list() {
    let prose = "500 invoices with a net amount, a gross amount that is net plus 19% VAT, an issue date in 2023, and a payment \
                 date that is after the issue date. 8% are not paid yet.";
    has(prose, &["invoices 500: id*, net_amount, gross_amount, issue_date, payment_date?0.08"]);
}

#[test]
fn weights_and_laws_behind_a_name_are_no_part_of_it() {
    has("60 users: email unique, role admin 5% / editor 25% / viewer 70%.", &["users 60: id*, email, role"]);
    has(
        "30 keepers with a name and a salary of 1800 to 3200 euros, bell-shaped around 2400",
        &["keepers 30: id*, name, salary"],
    );
    has(
        "120 parcels with a weight in kg between 12.5 and 48. 60% go by road, 30% by rail and 10% by air (call it mode).",
        &["parcels 120: id*, weight, mode"],
    );
}

#[test]
fn a_wish_names_the_table_first() {
    has(
        "60 wards, 9 nurses per ward. For a nurse I want name, badge number and email.",
        &["nurses 0: id*, ward_id^, name, badge_number, email"],
    );
    has("900 orders. Per order we need the date and the total.", &["orders 900: id*, date, total"]);
    has(
        "30 equipos y cada equipo tiene entre 11 y 25 jugadores. De cada jugador queremos nombre y fecha de nacimiento.",
        &["jugadores 0: id*, equipo_id^, nombre, fecha_de_nacimiento"],
    );
    has("Pro Kunde brauchen wir Name und Telefonnummer. 300 Kunden.", &["kunden 300: id*, name, telefonnummer"]);
}

#[test]
fn bent_nouns_stand_straight() {
    has(
        "40 Mitglieder. Ein Mitglied hat einen Vornamen, einen Nachnamen und ein Geburtsdatum.",
        &["mitglieder 40: id*, vorname, nachname, geburtsdatum"],
    );
}

#[test]
fn a_flag_is_made_by_its_condition() {
    let made = |prose: &str, name: &str| {
        let ir = proposal(prose).ir;
        let column = ir.tables[0].column(name).unwrap_or_else(|| panic!("no `{name}` in the draft of {prose:?}"));
        column.param("expr").unwrap_or_default().trim_matches('"').to_owned()
    };
    for tail in [
        "passed which is true when points are at least 50",
        "a flag passed, true if points >= 50",
        "passed (yes when the points are 50 or more)",
        "passed = points >= 50",
    ] {
        let exams = format!("100 exams with points from 0 to 100 and {tail}");
        assert_eq!(made(&exams, "passed"), "points >= 50", "{exams}");
    }
    let articles = "640 articles with a stock between 0 and 500, a reorder level between 10 and 60, and a flag needs_reorder that is true if and only if the stock is below the reorder level";
    assert_eq!(made(articles, "needs_reorder"), "stock < reorder_level");
}

#[test]
fn the_least_and_the_greatest_are_bounds() {
    for prose in [
        "30 tickets with a price; the minimum price is 5 and the maximum price is 20",
        "30 tickets with a price; minimum price 5, maximum price 20",
        "30 tickets; the lowest price is 5 and the highest 20",
    ] {
        let ir = proposal(prose).ir;
        let price = ir.table("tickets").and_then(|table| table.column("price")).expect(prose);
        assert_eq!((price.param("min"), price.param("max")), (Some("5"), Some("20")), "{prose}");
    }
}

#[test]
fn a_word_for_unique_behind_an_item_is_no_column() {
    let ir = proposal("200 invoices with a number such as INV/2023/0042, unique, and a date").ir;
    let names =
        ir.table("invoices").map(|table| table.columns.iter().map(|column| column.name.clone()).collect::<Vec<_>>());
    assert_eq!(names.expect("it is counted"), ["id", "number", "date"]);
}

#[test]
fn two_dozen_are_rows() {
    let ir = proposal("20k customers, half a million orders, two dozen shops").ir;
    assert!(ir.relationships.iter().all(|tie| tie.parent_table != "shops"));
    assert_eq!(ir.table("shops").map(|table| table.rows), Some(24));
}

#[test]
fn bounds_behind_the_second_of_two_like_names_are_of_both() {
    has("12 matches with home goals and away goals from 0 to 6", &["matches 12: id*, home_goals, away_goals"]);
    has(
        "40 rides with a minimum speed and a maximum speed between 10 and 90",
        &["rides 40: id*, minimum_speed, maximum_speed"],
    );
}

#[test]
fn slips_of_nouns_that_were_counted_are_put_right() {
    has(
        "500 lots, each with 2 to 5 qualtiy checks; a chek has a reslt (pass, fail) and an inspecter",
        &["qualtiy_checks 0: id*, lot_id^, result, inspector"],
    );
    has("90 books with a numbr of pages form 80 to 700", &["books 90: id*, number_of_pages"]);
    has("35 lakes with a name and a maximum depth of 3 to 88 metres", &["lakes 35: id*, name, maximum_depth"]);
}
