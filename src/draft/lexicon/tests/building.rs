//! Every line of the lexicon is a column that compiles without a finding.

use crate::draft::ir::{Column, ColumnType};
use crate::draft::lexicon::{
    Language, archetype, archetypes, column, concepts, domain, making, parent_hints, tables, words,
};
use crate::generators;
use crate::generators::testing;

/// A column as its line in a spec, for tests.
pub fn line(column: &Column) -> String {
    let mut keys = vec![format!("gen: {}", column.generator)];
    let scale = column.param("scale").filter(|_| column.r#type == ColumnType::Decimal).unwrap_or("2");
    let is_own = |key: &str| key != "scale" || column.r#type != ColumnType::Decimal;
    keys.extend(
        column.params.iter().filter(|param| is_own(&param.key)).map(|param| format!("{}: {}", param.key, param.value)),
    );
    if !column.choices.is_empty() {
        let weighted = column.choices.iter().any(|choice| choice.weight > 0.0);
        let item = |choice: &crate::draft::ir::Choice| match weighted {
            true => format!("{:?}: {}", choice.value, choice.weight),
            false => format!("{:?}", choice.value),
        };
        let items = column.choices.iter().map(item).collect::<Vec<_>>().join(", ");
        keys.push(if weighted { format!("of: {{ {items} }}") } else { format!("of: [{items}]") });
    }
    keys.extend(match column.r#type {
        ColumnType::Auto => None,
        ColumnType::String => Some("type: string".to_owned()),
        ColumnType::Integer => Some("type: int64".to_owned()),
        ColumnType::Decimal => Some(format!("type: \"decimal(18,{scale})\"")),
        ColumnType::Float => Some("type: float64".to_owned()),
        ColumnType::Boolean => Some("type: bool".to_owned()),
        ColumnType::Date => Some("type: date".to_owned()),
        ColumnType::Timestamp => Some("type: timestamp".to_owned()),
    });
    if column.null_rate > 0.0 {
        keys.push(format!("null: {}", column.null_rate));
    }
    if column.unique && !matches!(column.generator.as_str(), "sequence" | "uuid" | "permuted") {
        keys.push("unique: true".to_owned());
    }
    format!("{{ {} }}", keys.join(", "))
}

#[test]
fn every_concept_compiles_as_a_table_of_its_own_without_a_finding() {
    let mut wrong = Vec::new();
    for concept in concepts::all() {
        let column = making::read(concept.making).column;
        if generators::find(&column.generator).is_none_or(|def| !def.is_listed()) {
            wrong.push(format!("{}: no generator {}", concept.name, column.generator));
            continue;
        }
        let text = format!("now: 2026-06-30\n{}", testing::spec_of(20, &[("x", &line(&column))]));
        match testing::plan(&text) {
            Ok((_, found)) if found.is_empty() => {}
            Ok((_, found)) => wrong.push(format!("{}: {}\n{:?}", concept.name, line(&column), found)),
            Err(found) => wrong.push(format!("{}: {}\n{:?}", concept.name, line(&column), found)),
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_lexicon_is_as_large_as_it_claims() {
    assert!(concepts::all().len() >= 350, "{}", concepts::all().len());
    assert!(concepts::all().iter().all(|concept| !concept.name.is_empty()));
}

#[test]
fn every_archetype_compiles_without_a_finding_and_knows_all_its_columns() {
    let mut wrong = Vec::new();
    for (noun, parents) in archetypes::all() {
        let columns = archetype(noun, Language::En).unwrap_or_default();
        let lines: Vec<String> = columns.iter().map(line).collect();
        let named: Vec<(&str, &str)> =
            columns.iter().zip(&lines).map(|(column, line)| (column.name.as_str(), line.as_str())).collect();
        let text = format!("now: 2026-06-30\n{}", testing::spec_of(20, &named));
        match testing::plan(&text) {
            Ok((_, found)) if found.is_empty() && columns.len() >= 2 => {}
            Ok((_, found)) => wrong.push(format!("{noun}: {found:?}")),
            Err(found) => wrong.push(format!("{noun}: {found:?}")),
        }
        let is_known = |parent: &&&str| {
            archetypes::all().any(|(known, _)| known == **parent) || archetype(parent, Language::En).is_some()
        };
        wrong.extend(
            parents.iter().filter(|parent| !is_known(parent)).map(|parent| format!("{noun}: no table {parent}")),
        );
        let guessed = columns.iter().filter(|known| !known.generator.is_empty() && known.generator == "text.words");
        wrong.extend(
            guessed
                .filter(|known| !column(&known.name, noun, Language::En).known)
                .map(|known| format!("{noun}: {} unknown", known.name)),
        );
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(archetypes::all().count() >= 70);
}

#[test]
fn tables_go_together() {
    assert_eq!(parent_hints("order_items", Language::En), ["orders", "products"]);
    assert_eq!(parent_hints("Bestellungen", Language::De), ["customers"]);
    assert_eq!(parent_hints("zorblaxes", Language::En), [""; 0]);
}

#[test]
fn fields_of_life_have_tables_and_those_have_columns() {
    for (phrase, first) in [
        ("data for a gym", "members"),
        ("test data for my web shop", "customers"),
        ("something for a hospital dashboard", "patients"),
        ("daten für eine bibliothek", "authors"),
    ] {
        assert_eq!(domain(phrase).map(|tables| tables[0]), Some(first), "{phrase}");
    }
    assert_eq!(domain("I need test data"), None);
    for line in include_str!("../data/domains.txt").lines().filter(|line| !line.starts_with('#')) {
        let tables = domain(line.split([',', '=']).next().unwrap_or("")).expect("the field's own name");
        assert!(tables.iter().all(|table| archetype(table, Language::En).is_some()), "{line}");
    }
}

#[test]
fn tables_of_concepts_are_nouns_or_classes_that_there_are() {
    let classes: Vec<&str> = tables::all().iter().flat_map(|noun| noun.classes.clone()).collect();
    let is_known =
        |table: &str| classes.contains(&table) || tables::noun(&table.replace('_', " "), Language::En).is_some();
    let tables = concepts::all().iter().flat_map(|concept| concept.tables.split(',')).filter(|table| !table.is_empty());
    let mut strange: Vec<&str> = tables.filter(|table| !is_known(table)).collect();
    strange.sort_unstable();
    strange.dedup();
    assert_eq!(strange, [""; 0]);
}

#[test]
fn the_quick_key_of_a_name_is_its_key() {
    for name in include_str!("../data/people.txt").lines().flat_map(|line| line.split([',', ';'])) {
        let name = name.trim();
        assert_eq!(words::key_of(name), words::key(&words::split(name)), "{name}");
    }
}
