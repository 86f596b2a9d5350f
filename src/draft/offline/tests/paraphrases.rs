//! Ways to say one thing, which must give one draft: what they differ in is words, not data.

use std::collections::BTreeSet;

use super::{proposal, show};
use crate::draft::ir::Ir;

/// All that a draft says of the data, without its evidence and with columns in the order of their names.
fn meaning(ir: &Ir) -> String {
    let mut ir = ir.clone();
    for table in &mut ir.tables {
        table.columns.sort_by(|one, other| one.name.cmp(&other.name));
    }
    ir.tables.sort_by(|one, other| one.name.cmp(&other.name));
    let columns = ir.tables.iter().flat_map(|table| {
        table.columns.iter().map(|column| {
            let params: BTreeSet<String> =
                column.params.iter().map(|param| format!("{}={}", param.key, param.value)).collect();
            let choices: Vec<String> =
                column.choices.iter().map(|choice| format!("{}:{}", choice.value, choice.weight)).collect();
            format!(
                "  {}.{} {} {params:?} {choices:?} {} {} when {}",
                table.name, column.name, column.generator, column.null_when, column.unique, column.when
            )
        })
    });
    let rules: BTreeSet<String> =
        ir.rules.iter().map(|rule| format!("  {}: {}", rule.table, rule.expression)).collect();
    let lines: Vec<String> = columns.chain(rules).collect();
    format!("{}{}", show::show(&ir), lines.join("\n"))
}

/// Every description must mean what the first one does, and be understood as a whole.
#[track_caller]
fn alike(ways: &[&str]) {
    let Some((first, others)) = ways.split_first() else { return };
    let wanted = meaning(&proposal(first).ir);
    for prose in ways {
        let left = proposal(prose).not_understood;
        assert!(left.is_empty(), "{prose:?} leaves {left:?}");
    }
    for prose in others {
        let found = meaning(&proposal(prose).ir);
        assert_eq!(found, wanted, "{prose:?} is not {first:?}");
    }
}

/// The same sentence in several forms behind one beginning.
#[track_caller]
fn alike_behind(start: &str, ways: &[&str]) {
    let gap = |way: &str| if way.starts_with('.') { "" } else { " " };
    let whole: Vec<String> = ways.iter().map(|way| format!("{start}{}{way}", gap(way))).collect();
    alike(&whole.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn rows_with_children() {
    alike(&[
        "120 choirs, each with 2 to 7 singers.",
        "120 choirs each with 2 to 7 singers.",
        "120 choirs. Each choir has 2 to 7 singers.",
        "120 choirs with 2 to 7 singers each.",
        "There are 120 choirs; every choir has 2-7 singers.",
        "I need 120 choirs and their singers, 2 to 7 per choir.",
        "2 to 7 singers for each of 120 choirs.",
        "Choirs (120) and singers (2-7 per choir).",
        "120 choirs, and for each choir 2 to 7 singers.",
        "Give me 120 rows of choirs plus 2..7 singers for every choir.",
    ]);
}

#[test]
fn lists_of_columns() {
    alike_behind(
        "60 choirs. Each choir has 2 to 7 singers.",
        &[
            "Each singer has a weight from 10 to 90 and a note (10% missing).",
            "Singers have a weight from 10 to 90 and a note (10% missing).",
            "Every singer comes with a weight from 10 to 90 and a note (10% missing).",
            "For each singer we record a weight from 10 to 90 and a note (10% missing).",
            "The columns of singers are a weight from 10 to 90 and a note (10% missing).",
            "We store a weight from 10 to 90 and a note (10% missing) for every singer.",
            "Each singer has a weight, 10 to 90, and a note (10% missing).",
            "Each singer has a weight, always between 10 and 90, and a note that a tenth of them lack.",
            "Each singer has a weight from 10 to 90 and in 90% of the cases a note.",
            "Each singer has a weight from 10 to 90 and a note. The note is empty in one of ten cases.",
            "Each singer has a weight from 10 to 90 and a note. Every tenth singer has no note.",
            "Each singer has a weight and a note. Weights range between 10 and 90. 10% of the notes are missing.",
            "Each singer has a note, which is missing for one in ten, and a weight from 10 to 90.",
        ],
    );
}

#[test]
fn values_and_their_weights() {
    alike_behind(
        "60 trees with a grade",
        &[
            "(low 60%, mid 30%, top 10%).",
            "that is low in 60%, mid in 30% and top in 10% of cases.",
            ". 60% of the trees have grade low, 30% mid and 10% top.",
            ". The grade is low for 60% of trees, mid for 30% and top for the rest.",
            ". As for grade, 60% are low, 30% mid, 10% top.",
            ". The grade is low in 60% of cases, mid in 30%, otherwise top.",
        ],
    );
    alike_behind(
        "60 trees with a grade",
        &[
            "(low, mid or top).",
            "chosen from low, mid and top.",
            ". Possible values of the grade are low, mid and top.",
            ". For the grade we use low, mid and top.",
        ],
    );
}

#[test]
fn forms_of_codes() {
    alike_behind(
        "60 trees with a code",
        &[
            "like AB-1234.",
            "that looks like AB-1234.",
            "in the format AB-1234.",
            ". Codes look like AB-1234.",
            ". An example of a code is AB-1234.",
        ],
    );
}

#[test]
fn laws_and_bounds() {
    alike_behind(
        "60 plants with a height",
        &[
            "that is bell-shaped around 170 with a deviation of 8.",
            "normally distributed with mean 170 and standard deviation 8.",
            ". Heights follow a normal distribution (mean 170, sd 8).",
            ". Height ~ N(170, 8).",
        ],
    );
    alike_behind(
        "60 plants with a depth",
        &[
            "from 10 to 90.",
            "of at least 10 and at most 90.",
            ". The depth never falls below 10 nor exceeds 90.",
            ". Depths range between 10 and 90.",
            ". The depth of a plant lies between 10 and 90.",
        ],
    );
}

#[test]
fn conditions_of_amounts() {
    alike_behind(
        "60 tickets with a kind (student, adult) and a fee",
        &[
            ". The fee is 5 to 20 for students and 30 to 90 for adults.",
            ". Students pay 5 to 20, adults 30 to 90.",
            "from 30 to 90, but from 5 to 20 for students.",
            ". The fee of a student lies between 5 and 20, that of an adult between 30 and 90.",
        ],
    );
}

#[test]
fn rows_without_a_parent() {
    alike(&[
        "30 hangars and 90 planes with a model; 15% of the planes have no hangar.",
        "30 hangars and 90 planes with a model; a plane has a hangar in 85% of cases.",
        "30 hangars. 90 planes with a model and a hangar (15% without).",
    ]);
    alike(&[
        "90 folders with a name and a parent folder, except 20% which are at the top.",
        "90 folders with a name and a parent folder; 20% have no parent.",
    ]);
}

#[test]
fn numbers_that_are_told_behind() {
    alike(&[
        "300 readers and 900 books. Every reader has borrowed up to 9 books.",
        "Every reader has borrowed up to 9 books. 900 books, 300 readers.",
        "A library: 300 readers and 900 books. Every reader borrows up to 9 books.",
    ]);
    alike(&[
        "90 planes with a model, each assigned to one of 30 hangars",
        "90 planes with a model and a reference to one of 30 hangars",
    ]);
}

#[test]
fn people_in_two_roles() {
    alike_behind(
        "30 users and 90 messages.",
        &[
            "A message has a sender and a receiver who are never the same.",
            "Each message has a sender and a receiver, both users, never the same.",
            "Each message has a sender and a receiver.",
        ],
    );
}
