//! "20 rooms, 25 of which have a sea view", "110% of them are electric" -> refusals of parts that exceed their whole; what is said
//! of so many rows holds for a share of them, which is told.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::draft::offline::scene::Scene;
use crate::draft::text::{number, subset};
use crate::words::grouped;

/// Looks through the whole description.
pub fn finish(scene: &mut Scene<'_>) {
    for at in 0..scene.text.tokens.len() {
        if let Some(found) = subset::subset(scene.text, at) {
            let subset = found.value;
            if subset.part > subset.whole {
                return refuse(scene, subset, at..found.end + 2);
            }
            if scene.is_claimed(found.end - 1) {
                let (part, whole) = (grouped(subset.part), grouped(subset.whole));
                let text = format!("{part} of {whole} rows are drawn as a share, so that their number is near {part}");
                scene.assume(String::new(), text, format!("{:.4}", subset.share().rate));
            }
        }
        if let Some(end) = more_than_all(scene, at) {
            let words = scene.quote(at..end);
            let finding = Diagnostic::error("E1228", format!("`{words}` is more than there are"))
                .help("say a percentage from 0% to 100%");
            return scene.refuse(at..end, "no share of rows", finding);
        }
    }
}

fn refuse(scene: &mut Scene<'_>, subset: subset::Subset, tokens: Range<usize>) {
    let (part, whole) = (grouped(subset.part), grouped(subset.whole));
    let message = format!("{part} of {whole} cannot be: {part} is more than {whole}");
    let finding = Diagnostic::error("E1222", message)
        .help(format!("say at most {whole}, or more rows"))
        .and(scene.span(subset.whole_at..subset.whole_at + 1), "the whole");
    scene.refuse(tokens, "the part", finding);
}

/// The end of `110% of them`, `150% of the bikes`.
fn more_than_all(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let found = number::number(scene.text, at).filter(|found| found.value.percent && found.value.value > 100.0)?;
    let is_of = scene.text.norm(found.end) == "of";
    let noun = found.end + 1 + usize::from(scene.text.norm(found.end + 1) == "the");
    let is_rows = matches!(scene.text.norm(noun), "them" | "whom" | "which" | "those" | "these")
        || scene.is_plural(noun) && scene.table_word(noun).is_some();
    (is_of && is_rows).then_some(noun + 1)
}
