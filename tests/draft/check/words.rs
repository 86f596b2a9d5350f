//! What is in the spec's text: outputs, locales, questions, what is not expressible; and refusals.

use std::collections::BTreeSet;

use synth::source::{Node, Value};

use super::super::case::Case;
use super::super::data::Data;
use super::super::resolve::first;
use super::{Outcome, Points};

/// Whether a refusal is a clear one.
pub fn refusal(case: &Case, outcome: &Outcome, points: &mut Points) {
    let said = outcome.said.to_lowercase();
    let is_contradiction = outcome.exit == 1 && said.contains("error[e12");
    let is_clear =
        is_contradiction || (case.may_refuse && [1, 3].contains(&outcome.exit) && said.contains("error[e01"));
    points.check("a clear refusal", is_clear, || format!("exit {}: {}", outcome.exit, shortened(&outcome.said)));
    for words in &case.refuses {
        let tells = is_clear && any(&said, words);
        points.check(format!("the refusal tells {}", first(words)), tells, || shortened(&outcome.said));
    }
}

/// What the spec says beside its tables.
pub fn spec(case: &Case, outcome: &Outcome, data: &Data, points: &mut Points) {
    let text = outcome.spec.as_deref().unwrap_or_default();
    let document = &data.document;
    if !case.outputs.is_empty() {
        let wanted: BTreeSet<&str> = case.outputs.iter().map(String::as_str).collect();
        let outputs = document.get("outputs").map(Node::entries).unwrap_or_default();
        let found: BTreeSet<&str> = outputs.iter().filter_map(|entry| entry.value.get("format")?.text()).collect();
        points.check(format!("outputs {wanted:?}"), wanted == found, || format!("{found:?}"));
    }
    if let Some(locales) = &case.locale {
        let mut found = BTreeSet::new();
        locales_of(document, &mut found);
        let all = locales.split('|').all(|locale| found.contains(locale));
        points.check(format!("locale {locales}"), all, || format!("{found:?}"));
    }
    let own = document.without(&["draft"]);
    let own = format!("{}", own.to_json());
    for wanted in &case.contains {
        points.check(format!("the spec says `{wanted}`"), text.contains(wanted), || "it does not".to_owned());
    }
    for unwanted in &case.lacks {
        let is_there = own.contains(unwanted) || comment_free(text).contains(unwanted);
        points.check(format!("the spec does not say `{unwanted}`"), !is_there, || "it does".to_owned());
    }
    let draft = document.get("draft");
    let mut questions = String::new();
    let mut unsaid = outcome.said.to_lowercase();
    let mut assumed = String::new();
    for entry in draft.map(Node::entries).unwrap_or_default() {
        let text = entry.value.to_json().to_string().to_lowercase();
        match entry.key.as_str() {
            "questions" => questions += &text,
            key if key.starts_with("not_") => unsaid += &text,
            "assumptions" => assumed += &text,
            _ => {}
        }
    }
    for words in &case.asks {
        points.check(format!("asks about {words}"), any(&questions, words), || shortened(&questions));
    }
    for words in &case.says {
        points.check(format!("says that it cannot: {words}"), any(&unsaid, words), || shortened(&unsaid));
    }
    let all = assumed + &questions + &unsaid;
    for words in &case.mentions {
        points.check(format!("mentions {words}"), any(&all, words), || shortened(&all));
    }
}

/// The text without its comments and without `draft:`.
fn comment_free(text: &str) -> String {
    let mut is_draft = false;
    let lines = text.lines().filter(|line| {
        if !line.starts_with([' ', '#']) {
            is_draft = line.starts_with("draft:");
        }
        !is_draft && !line.trim_start().starts_with('#')
    });
    lines.map(|line| line.to_owned() + "\n").collect()
}

fn locales_of(node: &Node, found: &mut BTreeSet<String>) {
    match &node.value {
        Value::Mapping(entries) => {
            for entry in entries {
                if entry.key == "locale" {
                    found.extend(entry.value.text().map(str::to_owned));
                    found.extend(entry.value.entries().iter().map(|entry| entry.key.clone()));
                }
                locales_of(&entry.value, found);
            }
        }
        Value::Sequence(items) => items.iter().for_each(|item| locales_of(item, found)),
        Value::Scalar(_) => {}
    }
}

/// Whether a text in lower case holds any of the words that `|` separates.
fn any(text: &str, words: &str) -> bool {
    words.split('|').any(|word| text.contains(&word.to_lowercase()))
}

fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.is_empty() {
        true => "nothing is said".to_owned(),
        false => line.chars().take(300).collect(),
    }
}
