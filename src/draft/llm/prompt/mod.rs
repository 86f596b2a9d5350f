//! A request -> the words that a model gets: templates compiled in, the catalogue from the registry, examples, and the
//! description as data.

mod catalogue;
#[cfg(test)]
mod tests;

use minijinja::{Environment, Value, context};

use super::config::PromptSize;
use crate::content::sha256;
use crate::draft::Request;
use crate::{formats, locale};

/// The version of the templates; it changes when they do.
pub const VERSION: &str = "1";

const SYSTEM: &str = include_str!("templates/system.txt");
const USER: &str = include_str!("templates/user.txt");
const REPAIR: &str = include_str!("templates/repair.txt");

/// Descriptions and their drafts, from fields in which hardly anybody asks.
const SHOTS: &[(&str, &str)] = &[
    (include_str!("shots/lichen.txt"), include_str!("shots/lichen.json")),
    (include_str!("shots/lighthouses.txt"), include_str!("shots/lighthouses.json")),
];

/// The contract, the rules, the catalogue and the examples.
pub fn system(size: PromptSize) -> String {
    let shots = SHOTS.iter().map(|(prose, draft)| context! { prose => prose.trim(), draft => minified(draft) });
    let group = |(name, lines): (&str, Vec<String>)| context! { name => name, lines => lines };
    let context = context! {
        formats => names(formats::FORMATS.iter().map(|format| format.name)),
        locales => names(locale::ALL.iter().map(|locale| locale.code)),
        groups => catalogue::groups(size).into_iter().map(group).collect::<Vec<_>>(),
        is_small => size == PromptSize::Small,
        shots => shots.collect::<Vec<_>>(),
    };
    rendered(SYSTEM, context)
}

/// The description, with all that belongs to it.
pub fn user(request: &Request<'_>) -> String {
    let base = request.base.and_then(|base| serde_json::to_string(base).ok());
    let answers = request.answers.iter().map(|(id, answer)| format!("{id}: {}", one_line(answer)));
    let context = context! {
        today => request.today,
        base => base,
        answers => answers.collect::<Vec<_>>(),
        fence => fence(request.prose),
        prose => request.prose,
    };
    rendered(USER, context)
}

/// What is wrong with the last answer, all at once.
pub fn repair(problems: &[String]) -> String {
    let problems: Vec<String> = problems.iter().map(|problem| one_line(problem)).collect();
    rendered(REPAIR, context! { problems => problems })
}

/// A line that does not occur in a text, and that nobody can guess who does not know the whole text.
fn fence(prose: &str) -> String {
    let fences = (0..).map(|n: u32| format!("=====[{}]=====", &sha256(format!("{n}\n{prose}").as_bytes())[..12]));
    fences.into_iter().find(|fence| !prose.contains(fence.as_str())).expect("a text does not hold endless hashes")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn names(names: impl Iterator<Item = &'static str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}

/// JSON without spaces.
fn minified(json: &str) -> String {
    serde_json::from_str::<serde_json::Value>(json).expect("examples are tested").to_string()
}

fn rendered(template: &str, context: Value) -> String {
    let environment = Environment::new();
    let rendered = environment.render_named_str("prompt.txt", template, context);
    rendered.expect("the templates are compiled in and tested")
}
