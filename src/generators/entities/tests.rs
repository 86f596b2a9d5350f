//! What the fields of one row have to keep among them, whole specs through plan and engine.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use arrow_array::cast::AsArray;
use sha2::{Digest, Sha256};

use crate::engine::Engine;
use crate::generators::testing::{plan, text, values};
use crate::generators::{self, GeneratorDef};
use crate::locale::address::{postal_capacity, push_postal_code};
use crate::locale::fold::{Folding, folded};
use crate::locale::{Locale, check};
use crate::plan::Plan;

const MIXED: &str = "{ en_US: 1, en_GB: 1, de_DE: 1, fr_FR: 1, es_ES: 1, it_IT: 1, nl_NL: 1, pt_BR: 1, pt_PT: 1 }";

/// A spec of one table whose columns bear the names of their fields, with `_` for the dot.
fn spec(locale: &str, rows: u64, fields: &[&str]) -> String {
    let columns: String = fields.iter().map(|field| format!("      {}: {field}\n", column(field))).collect();
    format!("synth: 1\nnow: 2025-07-01\nlocale: {locale}\ntables:\n  t:\n    rows: {rows}\n    columns:\n{columns}")
}

fn column(field: &str) -> String {
    field.replace('.', "_")
}

fn planned(text: &str) -> Plan {
    plan(text).map(|(plan, _)| plan).unwrap_or_else(|found| panic!("{text}\n{found:#?}"))
}

/// Fields of all rows of a spec, each row a map; null is left out.
fn rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let plan = planned(text);
    let table = plan.table_named("t").expect("the table is there");
    let mut rows = Vec::new();
    for id in &plan.table(table).visible {
        let name = &plan.column(*id).name;
        let texts = self::text(&values(&plan, "t", name));
        rows.resize_with(texts.len(), BTreeMap::new);
        for (row, value) in rows.iter_mut().zip(texts) {
            value.map(|value| row.insert(name.clone(), value));
        }
    }
    rows
}

fn errors(text: &str) -> Vec<(&'static str, String)> {
    let found = match plan(text) {
        Ok(_) => panic!("planned:\n{text}"),
        Err(found) => found,
    };
    let culprit = |span: crate::diag::Span| text[span.start..span.end].to_owned();
    found
        .into_iter()
        .map(|error| (error.code, error.primary.map_or(String::new(), |label| culprit(label.span))))
        .collect()
}

fn fields() -> impl Iterator<Item = &'static GeneratorDef> {
    generators::all().filter(|def| def.bundle.is_some())
}

fn locale_of(row: &BTreeMap<String, String>) -> &'static Locale {
    Locale::find(&row["person_locale"]).expect("one of ours")
}

fn plain(name: &str, locale: &Locale) -> String {
    folded(name, if locale.language == "de" { Folding::German } else { Folding::Plain })
}

fn fits_name(handle: &str, first: &str, last: &str) -> bool {
    let (f, l) = (&first[..1], &last[..1]);
    let base = handle.trim_end_matches(|c: char| c.is_ascii_digit());
    let forms = ["F.L", "fL", "F-L", "FL", "L.F", "F_L", "Fl", "LF"];
    forms.iter().any(|form| {
        let parts = form.chars().map(|part| match part {
            'F' => first.to_owned(),
            'L' => last.to_owned(),
            'f' => f.to_owned(),
            'l' => l.to_owned(),
            mark => mark.to_string(),
        });
        parts.collect::<String>() == base
    })
}

#[test]
fn there_are_all_fields_and_each_has_words_of_its_own() {
    assert_eq!(fields().count(), 78);
    for def in fields() {
        assert!(!def.summary.is_empty() && def.name.starts_with(def.bundle.unwrap_or("?")), "{}", def.name);
    }
    assert!(generators::all().all(|def| !def.name.contains("._")));
    assert!(!generators::fields_of("address").any(|field| field.starts_with('_')));
    let documented = include_str!("../../locale/fields.md");
    for def in fields() {
        let field = def.name.split_once('.').map_or("", |(_, field)| field);
        assert!(documented.contains(&format!("| `{field}` |")), "{} is not documented", def.name);
    }
}

#[test]
fn addresses_and_user_names_fit_the_name() {
    let fields = [
        "person.first_name",
        "person.last_name",
        "person.full_name",
        "person.initials",
        "person.email",
        "person.work_email",
        "person.username",
        "internet.email",
        "internet.username",
        "company.domain",
        "company.url",
        "company.email",
        "person.locale",
    ];
    for row in rows(&spec(MIXED, 400, &fields)) {
        let locale = locale_of(&row);
        let (first, last) = (plain(&row["person_first_name"], locale), plain(&row["person_last_name"], locale));
        let (email, work) = (&row["person_email"], &row["person_work_email"]);
        assert!(fits_name(email.split_once('@').expect("an address").0, &first, &last), "{row:?}");
        assert!(fits_name(work.split_once('@').expect("an address").0, &first, &last), "{row:?}");
        assert!(fits_name(&row["person_username"], &first, &last), "{row:?}");
        assert_eq!(row["person_full_name"], format!("{} {}", row["person_first_name"], row["person_last_name"]));
        assert_eq!((email, &row["person_username"]), (&row["internet_email"], &row["internet_username"]));
        let host = &row["company_domain"];
        assert!(work.ends_with(&format!("@{host}")) && row["company_email"].ends_with(&format!("@{host}")));
        assert_eq!(row["company_url"], format!("https://www.{host}"));
    }
}

#[test]
fn an_address_is_one_place() {
    let fields = [
        "address.city",
        "address.state",
        "address.state_code",
        "address.postal_code",
        "address.country_code",
        "address.latitude",
        "address.longitude",
        "address.time_zone",
        "address.street",
        "address.street_name",
        "address.building_number",
        "address.full",
        "person.locale",
    ];
    for row in rows(&spec(MIXED, 300, &fields)) {
        let locale = locale_of(&row);
        assert_eq!(row["address_country_code"], locale.country_code);
        let region = locale.places.regions().iter().position(|region| region.code == row["address_state_code"]);
        let region = region.expect("a region of the country");
        assert_eq!(locale.places.regions()[region].name, row["address_state"]);
        assert_eq!(locale.places.regions()[region].time_zone, row["address_time_zone"]);
        let mut places = locale.places.all().iter();
        let place = places.find(|place| place.city == row["address_city"] && place.region as usize == region);
        let place = place.expect("the city lies in the state");
        let outward = |code: &str| code.split([' ', '-']).next().map(str::to_owned);
        let inwards = postal_capacity(locale, place) / place.postal_capacity();
        let lies_there = (0..place.postal_capacity()).any(|n| {
            let mut code = String::new();
            push_postal_code(&mut code, locale, place, n * inwards);
            outward(&code) == outward(&row["address_postal_code"])
        });
        assert!(lies_there, "{row:?}");
        for (field, centre) in [("address_latitude", place.latitude), ("address_longitude", place.longitude)] {
            assert!((row[field].parse::<f64>().expect("a number") - centre).abs() < 0.0301, "{row:?}");
        }
        for part in ["address_street", "address_city", "address_postal_code"] {
            assert!(row["address_full"].contains(&row[part]), "{row:?}");
        }
        for part in ["address_street_name", "address_building_number"] {
            assert!(row["address_street"].contains(&row[part]), "{row:?}");
        }
    }
}

#[test]
fn numbers_fit_the_country_and_keep_their_check_digits() {
    let fields = [
        "person.phone",
        "person.phone_e164",
        "person.phone_national",
        "address.calling_code",
        "finance.iban",
        "finance.account_number",
        "finance.card_number",
        "finance.currency_code",
        "product.ean",
        "product.upc",
        "product.isbn",
        "company.tax_id",
        "person.locale",
    ];
    let checked = |digits: &str, digit: fn(&[u8]) -> u8| {
        let (body, last) = digits.as_bytes().split_at(digits.len() - 1);
        digit(body) == last[0]
    };
    for row in rows(&spec(MIXED, 300, &fields)) {
        let locale = locale_of(&row);
        let digits: String = row["person_phone"].chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        assert_eq!(row["person_phone_e164"], digits);
        assert!(digits.starts_with(&row["address_calling_code"]), "{row:?}");
        let national: String = row["person_phone_national"].chars().filter(char::is_ascii_digit).collect();
        assert!(digits.ends_with(national.strip_prefix(locale.phones.trunk).unwrap_or(&national)), "{row:?}");
        assert_eq!(row["finance_currency_code"], locale.currency_code);
        match row.get("finance_iban") {
            Some(iban) => {
                assert_eq!(&iban[..2], locale.country_code);
                assert!(iban.contains(&row["finance_account_number"]), "{row:?}");
                assert_eq!(format!("{:02}", check::iban(&iban[..2], &iban.as_bytes()[4..])), iban[2..4]);
            }
            None => assert_eq!(locale.country_code, "US"),
        }
        assert!(checked(&row["finance_card_number"], check::luhn), "{row:?}");
        assert!(checked(&row["product_ean"], check::ean) && checked(&row["product_isbn"], check::ean), "{row:?}");
        assert_eq!(row["product_ean"], format!("0{}", row["product_upc"]));
    }
}

#[test]
fn sex_and_product_hold_together() {
    let fields = ["person.sex", "person.first_name", "person.prefix", "person.formal_name", "person.full_name"];
    let more = ["product.name", "product.category", "product.material", "product.price", "person.locale"];
    let more = [&fields[..], &more[..], &["person.birth_date", "person.age"]].concat();
    for row in rows(&spec(MIXED, 200, &more)) {
        let locale = locale_of(&row);
        let sex = usize::from(row["person_sex"] == "male");
        assert!(locale.first_names[sex].items().contains(&&*row["person_first_name"]), "{row:?}");
        assert_eq!(row["person_formal_name"], format!("{} {}", row["person_prefix"], row["person_full_name"]));
        let mut categories = locale.words.products.categories().iter();
        let category = categories.find(|category| category.name == row["product_category"]).expect("a category");
        assert!(category.materials.contains(&&*row["product_material"]));
        assert!(category.things.iter().any(|thing| row["product_name"].contains(thing)), "{row:?}");
        let price: f64 = row["product_price"].parse().expect("a number");
        assert!(price >= category.price.0.into() && price < f64::from(category.price.1) + 1.0, "{row:?}");
        let (year, age): (i32, i32) =
            (row["person_birth_date"][..4].parse().expect("a year"), row["person_age"].parse().expect("a number"));
        let had_birthday = row["person_birth_date"][5..] <= *"07-01";
        assert_eq!(age, 2025 - year - i32::from(!had_birthday), "{row:?}");
        assert!((18..95).contains(&age), "{row:?}");
    }
}

#[test]
fn one_person_whichever_fields_are_asked_for() {
    let all: Vec<&str> = fields().map(|def| def.name).collect();
    let whole = rows(&spec(MIXED, 60, &all));
    for field in &all {
        for (row, whole) in rows(&spec(MIXED, 60, &[field])).iter().zip(&whole) {
            assert_eq!(row.get(&column(field)), whole.get(&column(field)), "{field}");
        }
    }
}

#[test]
fn an_explicit_bundle_is_another_person() {
    let text = "synth: 1\ntables:\n  t:\n    rows: 50\n    columns:\n      name: person.full_name\n      _spouse: person\n      \
                spouse: { gen: field, of: _spouse.full_name }\n      mail: { gen: field, of: _spouse.email }\n      \
                first: { gen: field, of: _spouse.first_name }\n";
    let rows = rows(text);
    assert!(rows.iter().filter(|row| row["name"] == row["spouse"]).count() < 3);
    for row in &rows {
        assert!(row["spouse"].starts_with(&row["first"]));
        let first = folded(&row["first"], Folding::Plain);
        assert!(row["mail"].starts_with(&first[..1]) || row["mail"].contains(&first), "{row:?}");
    }
}

#[test]
fn unique_addresses_never_repeat() {
    let text = "synth: 1\nlocale: { en_US: 1, de_DE: 1 }\ntables:\n  t:\n    rows: 200k\n    columns:\n      \
                email: { gen: person.email, unique: true }\n      again: person.email\n";
    let plan = planned(text);
    let engine = Engine::new(&plan);
    let table = plan.table_named("t").expect("the table is there");
    let mut seen: Vec<String> = Vec::new();
    for start in (0..200_000).step_by(20_000) {
        let columns = engine.range(table, start..start + 20_000, &plan.table(table).visible);
        assert_eq!(&columns[0], &columns[1]);
        seen.extend(columns[0].as_string::<i32>().iter().flatten().map(str::to_owned));
    }
    assert!(seen[..10].iter().all(|email| email.bytes().filter(u8::is_ascii_digit).count() == 1));
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 200_000);
}

/// A spec of one table with unique columns.
fn unique_spec(locale: &str, rows: u64, columns: &[(&str, &str)]) -> String {
    let columns: String = columns.iter().map(|(name, making)| format!("      {name}: {making}\n")).collect();
    format!("synth: 1\nlocale: {locale}\ntables:\n  t:\n    rows: {rows}\n    columns:\n{columns}")
}

#[test]
fn fields_with_a_domain_are_unique_and_their_readers_follow() {
    let unique = [
        ("de_DE", 9, "person.phone"),
        (MIXED, 300, "person.username"),
        (MIXED, 300, "person.work_email"),
        (MIXED, 300, "company.email"),
        ("{ de_DE: 1, fr_FR: 1 }", 3000, "finance.iban"),
        ("en_US", 3000, "person.phone_e164"),
        ("en_US", 3000, "company.name"),
        ("en_US", 3000, "address.street"),
        (MIXED, 762, "internet.ipv4"),
        (MIXED, 3000, "internet.domain"),
        (MIXED, 3000, "product.ean"),
        (MIXED, 3000, "finance.card_number"),
        (MIXED, 40, "finance.currency_name"),
        ("fr_FR", 25, "product.color"),
        ("fr_FR", 3000, "product.name"),
        (MIXED, 3000, "company.tax_id"),
        (MIXED, 3000, "finance.bic"),
    ];
    for (locale, count, field) in unique {
        let text = unique_spec(locale, count, &[("x", &format!("{{ gen: {field}, unique: true }}"))]);
        let values: BTreeSet<String> =
            rows(&text).into_iter().map(|mut row| row.remove("x").expect("no null")).collect();
        assert_eq!(values.len() as u64, count, "{field}");
    }
    let columns = [
        ("name", "{ gen: product.name, unique: true }"),
        ("category", "product.category"),
        ("iban", "{ gen: finance.iban, unique: true }"),
        ("account", "finance.account_number"),
        ("wild", "{ gen: person.phone, unique: true, realism: wild }"),
    ];
    let found = rows(&unique_spec("de_DE", 500, &columns));
    let numbers: BTreeSet<&String> = found.iter().map(|row| &row["wild"]).collect();
    assert_eq!(numbers.len(), 500);
    for row in found {
        assert!(row["iban"].ends_with(&row["account"]));
        let german = Locale::find("de_DE").expect("one of ours").words.products.categories();
        let category = german.iter().find(|category| category.name == row["category"]).expect("a category");
        assert!(category.things.iter().any(|thing| row["name"].starts_with(thing)), "{row:?}");
    }
}

#[test]
fn what_cannot_be_unique_says_why() {
    let one = |locale: &str, rows: u64, making: &str| errors(&unique_spec(locale, rows, &[("x", making)]));
    assert_eq!(one("en_US", 10, "{ gen: person.first_name, unique: true }"), [("E0512", "unique: true".to_owned())]);
    assert_eq!(one(MIXED, 10, "{ gen: product.name, unique: true }"), [("E0512", "unique: true".to_owned())]);
    assert_eq!(one("en_US", 763, "{ gen: internet.ipv4, unique: true }"), [("E0501", "unique: true".to_owned())]);
    assert!(plan(&unique_spec("en_US", 763, &[("x", "{ gen: internet.ipv4, unique: true, realism: wild }")])).is_ok());
}

#[test]
fn what_no_row_could_have_is_refused_where_it_stands() {
    assert_eq!(errors(&unique_spec("en_US", 5, &[("x", "finance.iban")])), [("E0550", "finance.iban".to_owned())]);
    assert_eq!(errors(&unique_spec("en_US", 5, &[("x", "person.age")])), [("E0416", "person.age".to_owned())]);
}

#[test]
fn a_country_without_ibans_makes_the_column_nullable() {
    for (locale, nullable) in [(MIXED, true), ("{ de_DE: 1, fr_FR: 2 }", false), ("en_GB", false)] {
        let plan = planned(&unique_spec(locale, 5, &[("x", "finance.iban")]));
        let column = plan.columns.iter().find(|column| column.name == "x").expect("the column is there");
        assert_eq!(column.nullable, nullable, "{locale}");
    }
}

const PINNED: &str = "synth: 1\nlocale: { en_US: 1, de_DE: 1 }\ntables:\n  t:\n    rows: 40\n    key: [id]\n    columns:\n      \
                      id: sequence\n      name: person.full_name\n      mail: person.email\n      user: { gen: \
                      person.username, unique: true }\n      city: address.city\n      country: \
                      address.country_code\n      state: address.state\n      zip: address.postal_code\n";

#[test]
fn readers_follow_pins_and_nobody_else_does() {
    let free = rows(PINNED);
    let pinned = rows(&format!(
        "{PINNED}    pins:\n      - {{ id: 3, name: Ada Test }}\n      - {{ id: 5, country: DE, city: München }}\n      - {{ id: \
         7, name: '42' }}\n"
    ));
    for (at, (row, free)) in pinned.iter().zip(&free).enumerate() {
        match at {
            2 => {
                let (handle, _) = row["mail"].split_once('@').expect("an address");
                assert!(fits_name(handle, "ada", "test"), "{row:?}");
                assert!(fits_name(&row["user"], "ada", "test"), "{row:?}");
                assert_eq!((&row["city"], &row["zip"]), (&free["city"], &free["zip"]));
            }
            4 => {
                assert_eq!((&*row["country"], &*row["city"], &*row["state"]), ("DE", "München", "Bayern"));
                assert!(row["zip"].starts_with('8'), "{row:?}");
            }
            6 => assert_eq!(row["name"], "42"),
            _ => assert_eq!(row, free),
        }
    }
}

#[test]
fn pins_in_a_part_of_a_table_that_others_refer_to() {
    let text = "synth: 1\ntables:\n  people:\n    rows: 20k\n    key: [id]\n    columns:\n      id: sequence\n      name: \
                person.full_name\n      first: person.first_name\n      mail: person.email\n    pins:\n      - { id: 18000, \
                name: Ada Test, first: Ada }\n  t:\n    rows: 300\n    columns:\n      who: { gen: ref, to: people }\n      \
                first: { gen: field, of: who.first }\n      mail: { gen: field, of: who.mail }\n";
    for row in rows(text) {
        assert!(row["mail"].contains(&folded(&row["first"], Folding::Plain)[..1]), "{row:?}");
    }
}

#[test]
fn wild_values_leave_the_reserved_ranges() {
    let columns = [
        ("ip", "{ gen: internet.ipv4, realism: wild }"),
        ("host", "{ gen: company.domain, realism: wild }"),
        ("mail", "{ gen: person.email, realism: wild }"),
        ("safe", "person.email"),
    ];
    for row in rows(&unique_spec("de_DE", 50, &columns)) {
        assert!(!row["ip"].starts_with("192.0.2.") && row["host"].ends_with(".de"), "{row:?}");
        assert!(!row["mail"].contains("example") && row["safe"].contains("example"), "{row:?}");
        assert_eq!(row["mail"].split('@').next(), row["safe"].split('@').next());
    }
}

#[test]
fn a_locale_of_a_columns_own_leaves_the_others() {
    let own = ("german", "{ gen: person.first_name, locale: de_DE }");
    let others = [("first", "person.first_name"), ("name", "person.full_name")];
    let alone = rows(&unique_spec("en_US", 30, &others));
    for columns in [[own, others[0], others[1]], [others[0], others[1], own]] {
        for (row, alone) in rows(&unique_spec("en_US", 30, &columns)).iter().zip(&alone) {
            assert_eq!((&row["first"], &row["name"]), (&alone["first"], &alone["name"]));
            let german = Locale::find("de_DE").expect("one of ours");
            assert!(german.first_names.iter().any(|list| list.items().contains(&&*row["german"])), "{row:?}");
        }
    }
}

#[test]
fn the_examples_show_every_field() {
    let examples = [
        include_str!("../../../specs/generators/person.yaml"),
        include_str!("../../../specs/generators/address.yaml"),
        include_str!("../../../specs/generators/company.yaml"),
        include_str!("../../../specs/generators/product.yaml"),
        include_str!("../../../specs/generators/internet.yaml"),
        include_str!("../../../specs/generators/finance.yaml"),
    ];
    for example in examples {
        let plan = planned(example);
        let table = crate::plan::TableId(0);
        let batch = Engine::new(&plan).batch(table, 0..20);
        assert_eq!(batch.num_rows(), 20);
    }
    let shown = examples.concat();
    let missing: Vec<&str> =
        fields().map(|def| def.name).filter(|name| !shown.contains(&format!(": {name}"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn values_are_frozen() {
    let first = frozen_table(&["de_DE", "en_GB", "en_US", "fr_FR"]);
    assert_eq!(first, include_str!("frozen.txt"), "values of an edition never change; as they are:\n{first}");
    let later = frozen_table(&["es_ES", "it_IT", "nl_NL", "pt_BR", "pt_PT"]);
    assert_eq!(later, include_str!("frozen-later.txt"), "values of an edition never change; as they are:\n{later}");
}

/// Each field with the hash of its values in some locales.
fn frozen_table(locales: &[&str]) -> String {
    let mut table = String::new();
    for field in fields().map(|def| def.name) {
        let mut hash = Sha256::new();
        for locale in locales {
            if (field, *locale) == ("finance.iban", "en_US") {
                continue;
            }
            for row in rows(&spec(locale, 100, &[field])) {
                hash.update(format!("{:?}\n", row.get(&column(field))));
            }
        }
        let hex = hash.finalize()[..8].iter().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").expect("a String takes all");
            hex
        });
        writeln!(table, "{field} {hex}").expect("a String takes all");
    }
    table
}
