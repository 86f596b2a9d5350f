//! Every diagnostic code with its title and long text, grouped by area, one file an area.

mod e01_source;
mod e02_schema;
mod e03_expr;
mod e04_names;
mod e05_feasible;
mod e06_relations;
mod e07_output;
mod e08_build;
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
    use super::*;

    #[test]
    fn codes_are_in_order_and_every_one_is_explained() {
        let codes: Vec<_> = all().map(|def| def.code).collect();
        assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
        for def in all() {
            assert!(!def.explanation.trim().is_empty(), "{}", def.code);
            assert!(!def.title.is_empty() && !def.title.ends_with('.'), "{}", def.code);
        }
    }
}
