//! Prose -> Ir, by area.

mod columns;
mod layouts;
mod paraphrases;
mod refusals;
mod relations;
mod show;
mod tables;

use std::collections::BTreeMap;

use super::Offline;
use crate::diag::Diagnostics;
use crate::draft::{Drafter, Proposal, Request};

/// The proposal of a description, or why there is none.
fn propose(prose: &str) -> Result<Proposal, Diagnostics> {
    Offline.draft(&Request { prose, today: "2026-01-31", answers: &BTreeMap::new(), base: None })
}

/// The proposal of a description.
fn proposal(prose: &str) -> Proposal {
    propose(prose).expect("the description is sound")
}

/// The draft of a description in a few lines.
fn shown(prose: &str) -> String {
    show::show(&proposal(prose).ir)
}

/// Whether each of some lines stands in the draft of a description.
#[track_caller]
fn has(prose: &str, lines: &[&str]) {
    let shown = shown(prose);
    for line in lines {
        assert!(shown.lines().any(|found| found == *line), "no `{line}` in the draft of {prose:?}:\n{shown}");
    }
}
