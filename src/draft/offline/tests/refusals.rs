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
