//! A spec, and a draft's text before and after a change -> the spec with that change and nothing else: comments, `id`s, order and
//! layout of what the change does not touch stay.

use crate::diag::Diagnostics;
use crate::fmt::{self, Collection, Document, Entry, Form, Layout, Value};
use crate::lines::{self, Edit};
use crate::source::SpecSource;

/// Brings the difference between two texts into a third that says the same as the first of them.
///
/// # Errors
/// What the texts have against them as YAML.
pub fn apply(source: &SpecSource, before: &str, after: &str) -> Result<String, Diagnostics> {
    let read = |text: &str| fmt::read(&SpecSource::from_text("<draft>", text));
    let (before, after) = (read(before)?, read(after)?);
    let mut document = fmt::read(source)?;
    let base = fmt::write(&document);
    patch_document(&mut document, &before, &after);
    let changed = fmt::write(&document);
    Ok(if base == source.text { changed } else { carried(&source.text, &base, &changed).unwrap_or(changed) })
}

fn patch_document(document: &mut Document, before: &Document, after: &Document) {
    let (Some(before), Some(after)) = (before.root.as_map(), after.root.as_map()) else { return };
    if let Some(root) = document.root.as_map_mut() {
        patch(root, before, after);
    }
}

/// Makes a mapping differ from what it was as `after` differs from `before`.
fn patch(map: &mut Collection, before: &Collection, after: &Collection) {
    let gone = |entry: &Entry| before.get(entry.name()).is_some() && after.get(entry.name()).is_none();
    map.entries.retain(|entry| !gone(entry));
    let mut place = 0;
    for entry in &after.entries {
        let known = map.entries.iter().position(|own| own.name() == entry.name());
        match (known, before.entries.iter().find(|old| old.name() == entry.name())) {
            (Some(at), Some(old)) => {
                patch_entry(&mut map.entries[at], old, entry);
                place = at + 1;
            }
            (Some(at), None) => place = at + 1,
            (None, Some(old)) if is_same(&old.value, &entry.value) => {}
            (None, _) => {
                map.entries.insert(place, entry.clone());
                place += 1;
            }
        }
    }
}

fn patch_entry(own: &mut Entry, old: &Entry, new: &Entry) {
    if own.trail.is_none() && old.trail != new.trail {
        own.trail.clone_from(&new.trail);
    }
    if is_same(&old.value, &new.value) {
        return;
    }
    let is_list = |value: &Value| value.collection().is_some() && value.as_map().is_none();
    if is_list(&own.value) || is_list(&new.value) || !(is_column(&old.value) && is_column(&new.value)) {
        own.value = new.value.clone();
        return;
    }
    // A column may be a generator's name alone here and a mapping there.
    let (old, new, mut whole) = (long(&old.value), long(&new.value), long(&own.value));
    patch(&mut whole, &old, &new);
    own.value = short(whole);
}

/// Whether a value is a mapping, or can be read as a column in short.
fn is_column(value: &Value) -> bool {
    value.as_map().is_some() || value.scalar().is_some_and(|scalar| fmt_generator(&scalar.text))
}

fn fmt_generator(name: &str) -> bool {
    crate::generators::find(name).is_some()
}

/// A mapping, also of what is written in short.
fn long(value: &Value) -> Collection {
    match value.as_map() {
        Some(map) => map.clone(),
        None => Collection::new(fmt::Kind::Map, Layout::Flow, vec![Entry::keyed("gen", value.clone())]),
    }
}

/// A column that is a generator's name alone, in short.
fn short(mut map: Collection) -> Value {
    match map.entries.as_slice() {
        [only] if only.name() == "gen" && only.lead.is_empty() => map.entries.remove(0).value,
        _ => Form::Collection(map).into(),
    }
}

/// Whether two values say the same, comments and layout aside.
fn is_same(left: &Value, right: &Value) -> bool {
    match (&left.form, &right.form) {
        (Form::Scalar(left), Form::Scalar(right)) => left.text == right.text && left.style == right.style,
        (Form::Alias(left), Form::Alias(right)) => left == right,
        (Form::Collection(left), Form::Collection(right)) => {
            let same =
                |(left, right): (&Entry, &Entry)| left.name() == right.name() && is_same(&left.value, &right.value);
            left.kind == right.kind
                && left.entries.len() == right.entries.len()
                && left.entries.iter().zip(&right.entries).all(same)
        }
        _ => false,
    }
}

/// A text with the edits that lead from `base` to `changed`, where each of them touches lines that the text has just as `base` has
/// them; `None` where one does not.
fn carried(text: &str, base: &str, changed: &str) -> Option<String> {
    let text_lines: Vec<&str> = text.lines().collect();
    let places = places(text, base, base.lines().count(), text_lines.len());
    let mut skipped = vec![false; text_lines.len()];
    let mut added: Vec<(usize, &str)> = Vec::new();
    let (mut old, mut new) = (0, 0);
    for Edit { is_new, at, line } in lines::edits(base, changed) {
        match is_new {
            true => {
                old += at - new;
                new = at + 1;
                let above = old.checked_sub(1).map_or(Some(0), |above| places[above].map(|place| place + 1))?;
                added.push((above, line));
            }
            false => {
                new += at - old;
                old = at + 1;
                skipped[places[at]?] = true;
            }
        }
    }
    let mut out = String::new();
    let mut added = added.into_iter().peekable();
    let kept = text_lines.iter().zip(skipped).map(|(line, is_skipped)| (!is_skipped).then_some(line));
    for (at, line) in kept.chain([None]).enumerate() {
        while let Some((_, line)) = added.next_if(|(above, _)| *above == at) {
            out += line;
            out.push('\n');
        }
        if let Some(line) = line {
            out += line;
            out.push('\n');
        }
    }
    Some(out)
}

/// Where each line of `base` stands in `text`; `None` for lines that it does not have.
fn places(text: &str, base: &str, base_lines: usize, text_lines: usize) -> Vec<Option<usize>> {
    let edits = lines::edits(text, base);
    let gone: Vec<usize> = edits.iter().filter(|edit| !edit.is_new).map(|edit| edit.at).collect();
    let added: Vec<usize> = edits.iter().filter(|edit| edit.is_new).map(|edit| edit.at).collect();
    let mut kept = (0..text_lines).filter(|at| gone.binary_search(at).is_err());
    (0..base_lines).map(|at| if added.binary_search(&at).is_ok() { None } else { kept.next() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEC: &str = "\
# By hand.
synth: 1
tables:
  users:
    rows: 10   # few
    columns:
      id:   sequence
      # Kept for the old importer.
      name: { gen: person.full_name, id: full_name }
";

    const BEFORE: &str =
        "synth: 1\ntables:\n  users:\n    rows: 10\n    columns:\n      id: sequence\n      name: person.full_name\n";

    fn edited(spec: &str, after: &str) -> String {
        apply(&SpecSource::from_text("x.yaml", spec), BEFORE, after).expect("sound YAML")
    }

    #[test]
    fn no_change_changes_nothing_whatever_the_layout() {
        assert_eq!(edited(SPEC, BEFORE), SPEC);
        let crooked = SPEC.replace("columns:", "columns:    # crooked").replace("      id:   seq", "      id:     seq");
        assert_eq!(edited(&crooked, BEFORE), crooked);
    }

    #[test]
    fn a_changed_column_keeps_its_id_and_its_comments() {
        let after = BEFORE.replace("name: person.full_name", "name: { gen: person.full_name, null: 0.1 }");
        let text = edited(SPEC, &after);
        assert!(text.contains("# Kept for the old importer.\n"), "{text}");
        assert!(
            text.contains("name: { gen: person.full_name, id: full_name, null: 0.1 }")
                || text.contains("name: { gen: person.full_name, null: 0.1, id: full_name }"),
            "{text}"
        );
        assert!(text.contains("rows: 10   # few"), "{text}");
    }

    #[test]
    fn columns_come_at_their_place_and_go() {
        let after = BEFORE.replace("      name: person.full_name\n", "      age: { gen: number, min: 1 }\n");
        let text = edited(SPEC, &after);
        assert!(text.contains("age:") && !text.contains("full_name"), "{text}");
    }

    #[test]
    fn an_unformatted_spec_keeps_its_looks_elsewhere() {
        let crooked = SPEC.replace("tables:\n", "tables:\n\n\n").replace("synth: 1", "synth:   1");
        let after = BEFORE.replace("    columns:\n", "    columns:\n      code: uuid\n");
        let text = edited(&crooked, &after);
        assert!(text.starts_with("# By hand.\nsynth:   1\ntables:\n\n\n  users:"), "{text}");
        assert!(text.contains("code: uuid") || text.contains("code: uuid"), "{text}");
    }
}
