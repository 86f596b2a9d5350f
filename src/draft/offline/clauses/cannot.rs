//! Correlations, nested values, dirt and pictures: what a spec cannot say, with the reason.

use std::ops::Range;

use super::view::View;
use crate::draft::offline::scene::Scene;

/// What was said -> why it cannot be had.
const REASONS: &[(&str, &str)] = &[
    (
        "correlate|correlates|correlated|correlation|korreliert|korrelieren|corrélé|correlacionado|correlato",
        "correlations of columns are not in this release; a formula over the other column is",
    ),
    (
        "the more|older|higher|longer|larger|bigger|taller|younger|greater .. the more|higher|longer|larger|bigger|lower|less|fewer|greater|shorter",
        "correlations of columns are not in this release; a formula over the other column is",
    ),
    (
        "older|younger|taller|bigger|larger|richer|newer|heavier|longer|wealthier %word .. more|less|fewer|higher|lower|longer|larger|bigger|faster|slower",
        "correlations of columns are not in this release; a formula, or bounds under a condition, are",
    ),
    (
        "increases|increase|rises|grows|decreases|falls with the|its|their? %col",
        "correlations of columns are not in this release; a formula over the other column is",
    ),
    (
        "nested|embedded objects|object|documents|document|json|arrays|array|lists|list",
        "a cell holds one value; nested values are rows of a table of their own",
    ),
    (
        "json|nested objects|object|column|field|structure|blob",
        "a cell holds one value; nested values are rows of a table of their own",
    ),
    ("array|arrays of", "a cell holds one value; several values are rows of a table of their own"),
    (
        "actual|real|random|generated images|photos|pictures|videos|pdfs|audio|files",
        "values are texts, numbers, times and booleans; a file can only be named",
    ),
    (
        "typos|misspellings|typo|outliers|anomalies|anomaly|dirty|noisy|corrupt|corrupted|inconsistent|inconsistencies data|values|rows|records|entries?",
        "deliberate dirt is not in this release; missing values are",
    ),
    ("%share duplicates|duplicated|duplicate rows|records|entries?", "deliberate duplicates are not in this release"),
    (
        "autocorrelated|autocorrelation|autoregressive|random-walk",
        "values that depend on the row before are running totals only",
    ),
    ("random walk", "values that depend on the row before are running totals only"),
];

/// Reads what cannot be said.
pub fn read(scene: &mut Scene<'_>, clause: Range<usize>) -> Option<Range<usize>> {
    let view = View::new(scene, clause.clone());
    let (found, reason) = REASONS.iter().find_map(|(pattern, reason)| Some((view.find(&[pattern])?, *reason)))?;
    let is_about_column = found.tokens.clone().any(|at| view.norm(at) == "than");
    let end = view.clause.end;
    drop(view);
    if is_about_column {
        return None;
    }
    // The whole of a short clause is meant: "taller people weigh more".
    let tokens = if clause.len() <= 14 && scene.is_free(clause.start..found.tokens.start) {
        clause.start..end
    } else {
        found.tokens
    };
    scene.cannot(tokens.clone(), reason);
    Some(tokens)
}
