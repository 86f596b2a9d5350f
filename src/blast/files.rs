//! The files that a spec names -> whether both specs read the same bytes.

#![expect(clippy::disallowed_methods, reason = "the plan has read these files; here they are read to be compared")]

use super::side::Side;
use crate::spec::GeneratorSpec;

/// The file that a generator reads, where it is not the same for both.
pub(super) fn other_file(old: (&Side<'_>, &GeneratorSpec), new: (&Side<'_>, &GeneratorSpec)) -> Option<String> {
    let (before, after) = (content(old), content(new));
    (before != after).then(|| file(new.1).unwrap_or_default().to_owned())
}

fn file(generator: &GeneratorSpec) -> Option<&str> {
    (generator.name.text == "list").then(|| generator.params.get("file")?.text()).flatten()
}

fn content((side, generator): (&Side<'_>, &GeneratorSpec)) -> Option<Vec<u8>> {
    std::fs::read(side.compiled.source.folder.join(file(generator)?)).ok()
}
