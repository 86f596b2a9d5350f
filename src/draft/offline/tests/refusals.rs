//! What contradicts itself, in many words, is refused with the arithmetic; what only looks so is not.

use super::{proposal, propose};

/// The code and the message of the refusal of a description.
#[track_caller]
fn refused(prose: &str, code: &str, words: &[&str]) {
    let found = propose(prose).err().unwrap_or_else(|| panic!("a draft of {prose:?}"));
    let finding = found.iter().next().expect("a finding");
    assert_eq!(finding.code, code, "{prose:?}: {}", finding.message);
    words.iter().for_each(|word| assert!(finding.message.contains(word), "{prose:?}: {}", finding.message));
}

#[test]
fn totals_that_do_not_fit_the_numbers_per_row() {
    refused("10 kitchens with 8 ovens each, total of 100 ovens", "E1222", &["80", "100"]);
    refused("20 customers with exactly 3 orders each and 100 orders in total", "E1222", &["60", "100"]);
    refused("100 keepers, each of whom owns 3 to 5 hives; there are 900 hives altogether", "E1222", &["500", "900"]);
}

#[test]
fn shares_above_the_whole() {
    refused("1000 votes: 60% yes, 60% no", "E1229", &["120"]);
    refused("1000 cars, 70% petrol, 50% diesel, 30% electric as fuel", "E1229", &["150"]);
    refused("90 kayaks. Colour is red for 60%, blue for 30% and green for 25%.", "E1229", &["115"]);
}

#[test]
fn more_distinct_values_than_there_are() {
    refused("500 seats with distinct numbers from 1 to 50", "E1224", &["500", "50"]);
    refused("300 badges, every badge has a different number between 100 and 199", "E1224", &["300", "100"]);
    refused("100 pupils each choose 5 different clubs out of 3", "E1224", &["5", "3"]);
}

#[test]
fn ranges_that_end_before_they_begin() {
    refused("50 boxes with a weight of at least 20 kg but no more than 5 kg", "E1223", &["20", "5"]);
    refused("400 machines with a score from 9 to 4", "E1223", &["9", "4"]);
    refused("30 tickets; the minimum price is 50 and the maximum price is 20", "E1223", &["50", "20"]);
}

#[test]
fn two_statements_about_two_columns_or_some_rows_are_no_contradiction() {
    for prose in [
        "400 festivals?? no wait, 40 festivals with a name",
        "1500 customers with a name, a company (optional, present for 35%), a vat number (missing in 1 of 4)",
        "2,000 taxpayers with an income of 0 to 250,000. The rate is 20% for incomes from 11,000 to 50,000.",
    ] {
        proposal(prose);
    }
}

#[test]
fn parts_that_exceed_their_whole_are_refused() {
    refused("10 employees, exactly 12 of them are managers", "E1222", &["12", "10"]);
    refused("20 rooms, 25 of which have a sea view", "E1222", &["25", "20"]);
    refused("60 dogs of which 70 are vaccinated", "E1222", &["70", "60"]);
    refused("150 bikes, 110% of them electric", "E1228", &["110"]);
}

#[test]
fn children_that_do_not_fit_their_total_are_refused() {
    refused(
        "200 teams and exactly 500 players. Every team has at least 5 players and every player plays for exactly one team.",
        "E1222",
        &["500", "1,000"],
    );
    refused("50 schools with at least 10 teachers each, 300 teachers overall.", "E1222", &["500", "300"]);
    refused(
        "30 students and 10 courses, 500 enrolments, a student is never enrolled in the same course twice",
        "E1224",
        &["500", "300"],
    );
    refused(
        "4 languages and 100 translators. Each translator speaks between 6 and 8 different languages.",
        "E1224",
        &["6", "4"],
    );
}

#[test]
fn forms_with_too_few_values_are_refused() {
    refused("27 lockers labelled with a unique single capital letter", "E1224", &["27", "26"]);
    refused("500 lockers with a unique two-digit locker code", "E1224", &["500", "100"]);
    refused("40 drones; every drone has a distinct one-letter call sign", "E1224", &["40", "26"]);
    refused("100 shifts, each with a unique date in March 2024", "E1224", &["100", "31"]);
    refused("A raffle with 1,200 tickets, every ticket bearing its own number between 100 and 999.", "E1224", &["900"]);
}
