//! Keywords with alternatives: finds the branch that the user means and reports its findings alone.

use super::explain::{Out, Owner, Walk};
use super::{keys, schema, values};
use crate::diag::{Diagnostic, closest};
use crate::source::{Entry, Node, Value as Shape};
use serde_json::Value;

impl<'s> Walk<'s> {
    /// Checks `allOf`, `anyOf`, `oneOf`, `if` and `not`.
    pub(super) fn check_branches(&self, schema: &'s Value, node: &Node, owner: Owner<'_>, out: &mut Out) {
        for branch in schema::items(schema, "allOf") {
            self.check(branch, node, owner, out);
        }
        for keyword in ["anyOf", "oneOf"] {
            let branches = schema::items(schema, keyword);
            if !branches.is_empty() && !out.is_done() {
                self.check_alternatives(schema, branches, node, owner, out, keyword == "oneOf");
            }
        }
        if let Some(branch) = self.taken(schema, node) {
            self.check(branch, node, owner, out);
        }
        if let Some(unwanted) = schema.get("not").filter(|unwanted| self.fits(unwanted, node)) {
            out.push(|| forbidden(unwanted, node));
        }
    }

    /// `then` or `else`, whichever applies.
    fn taken(&self, schema: &'s Value, node: &Node) -> Option<&'s Value> {
        let condition = schema.get("if")?;
        schema.get(if self.fits(condition, node) { "then" } else { "else" })
    }

    fn check_alternatives(
        &self,
        schema: &'s Value,
        branches: &'s [Value],
        node: &Node,
        owner: Owner<'_>,
        out: &mut Out,
        is_exclusive: bool,
    ) {
        let likely: Vec<&Value> = branches.iter().filter(|branch| self.is_likely(branch, node)).collect();
        if let [only] = likely.as_slice() {
            return self.check(only, node, owner, out);
        }
        let fitting = likely.iter().filter(|branch| self.fits(branch, node)).count();
        match fitting {
            0 => out.push_all(|| self.none_fits(schema, branches, &likely, node, owner)),
            2.. if is_exclusive => out.push(|| several_fit(&likely, node)),
            _ => {}
        }
    }

    /// Whether a branch can be meant at all, by the type of the value and by its selecting keys.
    fn is_likely(&self, branch: &'s Value, node: &Node) -> bool {
        let types = self.types_of(branch);
        let has_type = types.is_empty() || types.iter().any(|name| schema::is_of_type(node, name));
        has_type
            && self
                .constants_of(branch)
                .iter()
                .all(|(key, option)| node.get(key).is_none_or(|value| values::is_equal(value, option)))
    }

    /// The types of a branch, through references; those of its constants where it names none.
    fn types_of(&self, branch: &'s Value) -> Vec<&'s str> {
        let branch = schema::target(self.root, branch);
        let types = schema::types(branch);
        match values::options(branch) {
            Some(options) if types.is_empty() => options.iter().map(|option| type_of(option)).collect(),
            _ => types,
        }
    }

    /// The keys that a branch fixes to one value.
    fn constants_of(&self, branch: &'s Value) -> Vec<(&'s str, &'s Value)> {
        let branch = schema::target(self.root, branch);
        schema::entries(branch, "properties").filter_map(|(key, p)| Some((key, p.get("const")?))).collect()
    }

    fn none_fits(
        &self,
        schema: &'s Value,
        branches: &'s [Value],
        likely: &[&'s Value],
        node: &Node,
        owner: Owner<'_>,
    ) -> Vec<Diagnostic> {
        if likely.is_empty() {
            return vec![self.unlikely(schema, branches, node)];
        }
        if let Some(finding) = self.no_option(schema, likely, node) {
            return vec![finding];
        }
        if let Some(found) = nothing_chosen(schema, likely, node, owner) {
            return found;
        }
        match node.value {
            Shape::Scalar(_) => vec![self.no_form(schema, likely, node)],
            _ => self.nearest(likely, node, owner),
        }
    }

    /// No branch has the value's type, or none has the value of the key that selects one.
    fn unlikely(&self, schema: &'s Value, branches: &'s [Value], node: &Node) -> Diagnostic {
        let has_type = |branch: &&'s Value| {
            let types = self.types_of(branch);
            types.is_empty() || types.iter().any(|name| schema::is_of_type(node, name))
        };
        let constants = branches.iter().filter(has_type).flat_map(|branch| self.constants_of(branch));
        let mut options: Vec<(&str, &Value)> = constants.collect();
        let wrong = options.iter().map(|(key, _)| *key).find(|key| {
            let of_key = options.iter().filter(|(other, _)| other == key);
            node.get(key).is_some_and(|value| !of_key.into_iter().any(|(_, o)| values::is_equal(value, o)))
        });
        if let Some((key, value)) = wrong.and_then(|key| Some((key, node.get(key)?))) {
            options.retain(|(other, _)| *other == key);
            let options: Vec<_> = options.iter().map(|(_, option)| *option).collect();
            return values::not_an_option(schema, &options, value);
        }
        let types: Vec<_> = branches.iter().flat_map(|branch| self.types_of(branch)).collect();
        let targets = branches.iter().map(|branch| schema::target(self.root, branch));
        let worded = std::iter::once(schema).chain(targets).find(|worded| !schema::example_values(worded).is_empty());
        values::wrong_type(&types, worded.unwrap_or(schema), node)
    }

    /// All branches are lists of values: one list.
    fn no_option(&self, schema: &Value, likely: &[&'s Value], node: &Node) -> Option<Diagnostic> {
        let targets = likely.iter().map(|branch| schema::target(self.root, branch));
        let options: Option<Vec<Vec<&Value>>> = targets.map(values::options).collect();
        let options: Vec<_> = options?.into_iter().flatten().filter(|option| !option.is_null()).collect();
        Some(values::not_an_option(schema, &options, node))
    }

    /// A text or number that has none of several forms.
    fn no_form(&self, schema: &'s Value, likely: &[&'s Value], node: &Node) -> Diagnostic {
        let word = node.text().unwrap_or_default();
        if schema.get("x-synth-kind").is_some() {
            let targets = likely.iter().map(|branch| schema::target(self.root, branch));
            let options: Vec<_> = targets.filter_map(values::options).flatten().collect();
            return values::not_an_option(schema, &options, node);
        }
        let finding =
            Diagnostic::error("E0207", format!("`{word}` has none of the possible forms")).at(node.head_span(), "");
        let own = schema::description(schema).into_iter();
        let theirs = likely.iter().filter_map(|branch| {
            schema::description(branch).or_else(|| schema::description(schema::target(self.root, branch)))
        });
        let finding = own.chain(theirs).fold(finding, Diagnostic::note);
        let examples = likely.iter().flat_map(|branch| {
            schema::example_values(schema::target(self.root, branch)).iter().take(2).map(schema::written)
        });
        let examples: Vec<_> = examples.collect();
        match examples.is_empty() {
            true => finding,
            false => finding.help(format!("for instance {}", schema::either(&examples))),
        }
    }

    /// The findings of the branch that has fewest of them; the first of equals.
    fn nearest(&self, likely: &[&'s Value], node: &Node, owner: Owner<'_>) -> Vec<Diagnostic> {
        let known = |branch: &'s Value| {
            let branch = schema::target(self.root, branch);
            node.entries()
                .iter()
                .filter(|e| branch.pointer("/properties").is_some_and(|p| p.get(&e.key).is_some()))
                .count()
        };
        let rated = likely.iter().map(|branch| (self.findings(branch, node, owner), known(branch)));
        let best = rated.min_by_key(|(found, known)| (usize::MAX - known, found.len()));
        best.map(|(found, _)| found).unwrap_or_default()
    }
}

fn type_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Branches that each demand a key, of which none is there.
fn nothing_chosen(schema: &Value, likely: &[&Value], node: &Node, owner: Owner<'_>) -> Option<Vec<Diagnostic>> {
    let is_choice = |branch: &&Value| branch.as_object().is_some_and(|keywords| keywords.keys().eq(["required"]));
    let needs: Vec<&str> = likely.iter().flat_map(|branch| schema::strings(branch, "required")).collect();
    if !likely.iter().all(is_choice) || needs.iter().any(|key| node.get(key).is_some()) {
        return None;
    }
    let is_known = |entry: &&Entry| schema.get("properties").is_some_and(|known| known.get(&entry.key).is_some());
    let others = node.entries().iter().filter(|entry| !is_known(entry));
    let slips = others.filter(|entry| closest(&entry.key, needs.iter().copied()).is_some());
    let slips: Vec<Diagnostic> = slips.map(|entry| keys::unknown(entry, &needs, node, schema)).collect();
    if !slips.is_empty() {
        return Some(slips);
    }
    let names: Vec<_> = needs.iter().map(|key| format!("`{key}`")).collect();
    let label = owner.key.map_or_else(String::new, |key| format!("`{key}` needs one of them"));
    let finding = Diagnostic::error("E0202", format!("one of the keys {} is missing", schema::list(&names, "and")));
    Some(vec![finding.at(owner.span, label).help(format!("add {}", schema::either(&names)))])
}

/// More than one branch of `oneOf` fits: the keys that they demand exclude each other.
fn several_fit(likely: &[&Value], node: &Node) -> Diagnostic {
    let needs = likely.iter().flat_map(|branch| schema::strings(branch, "required"));
    let entries: Vec<&Entry> = needs.filter_map(|key| node.entry(key)).collect();
    match entries.len() {
        2.. => keys::exclusive(&entries),
        _ => Diagnostic::error("E0210", "this has more than one meaning").at(node.head_span(), ""),
    }
}

/// `not` fails; keys that must not stand together are named.
fn forbidden(unwanted: &Value, node: &Node) -> Diagnostic {
    let entries: Vec<&Entry> = schema::strings(unwanted, "required").filter_map(|key| node.entry(key)).collect();
    match entries.as_slice() {
        [] => Diagnostic::error("E0210", "this is not possible here").at(node.head_span(), ""),
        [only] => Diagnostic::error("E0209", format!("`{}` has no meaning here", only.key))
            .at(only.key_span, "")
            .help("remove it"),
        several => keys::exclusive(several),
    }
}

/// The keys whose values select a branch, by `if` or by constants.
pub(super) fn selectors<'s>(root: &'s Value, schema: &'s Value) -> Vec<&'s str> {
    let own = std::iter::once(schema);
    let nested = ["allOf", "anyOf", "oneOf"].into_iter().flat_map(|keyword| schema::items(schema, keyword));
    let mut found = Vec::new();
    for schema in own.chain(nested) {
        let schema = schema::target(root, schema);
        let condition = schema.get("if").unwrap_or(&Value::Null);
        let constants = schema::entries(condition, "properties").filter(|(_, p)| values::options(p).is_some());
        found.extend(constants.map(|(key, _)| key));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The parts of a schema that apply to a value besides its own keywords.
pub(super) fn applying<'s>(walk: &Walk<'s>, schema: &'s Value, node: &Node) -> Vec<&'s Value> {
    let mut parts: Vec<&Value> = schema::reference(walk.root, schema).into_iter().collect();
    parts.extend(schema::items(schema, "allOf"));
    parts.extend(walk.taken(schema, node));
    parts.extend(schema.get("if").filter(|condition| walk.fits(condition, node)));
    for (key, branch) in schema::entries(schema, "dependentSchemas") {
        parts.extend(node.get(key).map(|_| branch));
    }
    for keyword in ["anyOf", "oneOf"] {
        let branches = schema::items(schema, keyword);
        let fitting: Vec<_> = branches.iter().filter(|branch| walk.fits(branch, node)).collect();
        match fitting.is_empty() {
            false => parts.extend(fitting),
            true => parts.extend(branches.iter().filter(|branch| walk.is_likely(branch, node))),
        }
    }
    parts
}
