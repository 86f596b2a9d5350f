//! Prose -> Ir, by area.

mod show;

use std::collections::BTreeMap;

use super::Offline;
use crate::draft::ir::Ir;
use crate::draft::{Drafter, Proposal, Request};

/// The proposal of a description.
fn proposal(prose: &str) -> Proposal {
    let request = Request { prose, today: "2026-01-31", answers: &BTreeMap::new(), base: None };
    Offline.draft(&request).expect("the description is sound")
}

/// The draft of a description.
fn ir(prose: &str) -> Ir {
    proposal(prose).ir
}
