//! Every diagnostic code with its title and long text, grouped by area, one file an area.

mod e01_source;
mod e02_schema;
mod e03_expr;
mod e04_names;
mod e05_feasible;
mod e06_relations;
mod e07_output;
mod e08_build;
mod e09_compare;
mod e10_golden;
mod e11_tools;
mod e12_draft;
mod e12_offline;
mod e12_provider;
mod e12_revise;
mod e12_settings;
mod warnings;

/// A diagnostic code and what `synth explain` says of it.
#[derive(Debug, Clone, Copy)]
pub struct CodeDef {
    /// The code, such as `E0203`.
    pub code: &'static str,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// The long text: cause, an example that fails, the same example mended. Markdown.
    pub explanation: &'static str,
}

/// All areas, in order of their codes.
const AREAS: &[&[CodeDef]] = &[
    e01_source::CODES,
    e02_schema::CODES,
    e03_expr::CODES,
    e04_names::CODES,
    e05_feasible::CODES,
    e06_relations::CODES,
    e07_output::CODES,
    e08_build::CODES,
    e09_compare::CODES,
    e10_golden::CODES,
    e11_tools::CODES,
    e12_draft::CODES,
    e12_offline::CODES,
    e12_provider::CODES,
    e12_settings::CODES,
    e12_revise::CODES,
    warnings::CODES,
];

/// All codes in order.
pub fn all() -> impl Iterator<Item = &'static CodeDef> {
    AREAS.iter().flat_map(|area| area.iter())
}

/// The entry of a code, without regard to case.
pub fn find(code: &str) -> Option<&'static CodeDef> {
    all().find(|def| def.code.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::generators::testing::plan;

    #[test]
    fn codes_are_in_order_and_every_one_is_explained() {
        let codes: Vec<_> = all().map(|def| def.code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        for def in all() {
            assert!(!def.explanation.trim().is_empty(), "{}", def.code);
            assert!(!def.title.is_empty() && !def.title.ends_with('.'), "{}", def.code);
        }
    }

    /// The first YAML block behind a heading of an explanation.
    fn example<'e>(explanation: &'e str, heading: &str) -> Option<&'e str> {
        let behind = explanation.split_once(heading)?.1;
        Some(behind.split_once("```yaml\n")?.1.split_once("```")?.0)
    }

    /// The sources of a stage.
    #[expect(clippy::disallowed_methods, reason = "the test reads the project's own sources")]
    fn sources(stage: &str) -> Vec<String> {
        let mut found = Vec::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(stage)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
                match entry.is_dir() {
                    true => folders.push(entry),
                    false => found.push(std::fs::read_to_string(entry).expect("a source")),
                }
            }
        }
        found
    }

    fn codes_of(text: &str) -> Vec<&'static str> {
        let (Ok((_, found)) | Err(found)) = plan(text);
        let mut codes: Vec<_> = found.iter().map(|finding| finding.code).collect();
        codes.dedup();
        codes
    }

    #[test]
    fn examples_of_the_plan_fail_and_are_mended_as_they_say() {
        let mut wrong = Vec::new();
        for def in all().filter(|def| ["E04", "E05", "E06", "W"].iter().any(|area| def.code.starts_with(area))) {
            let mut check = |heading: &str, expected: &[&str]| {
                let found = example(def.explanation, heading).map(codes_of).filter(|found| found != expected);
                wrong.extend(found.map(|found| format!("{} {heading} {found:?}", def.code)));
            };
            check("Fails:", &[def.code]);
            check("Warns:", &[def.code]);
            check("Mended:", &[]);
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn every_code_of_the_plan_is_explained() {
        for source in ["plan", "generators"].into_iter().flat_map(sources) {
            for at in source.match_indices("\"E0").chain(source.match_indices("\"W0")).map(|(at, _)| at + 1) {
                let code = &source[at..at + 5];
                if source[at + 5..].starts_with('"') && code[1..].bytes().all(|byte| byte.is_ascii_digit()) {
                    assert!(find(code).is_some(), "{code}");
                }
            }
        }
    }
}
