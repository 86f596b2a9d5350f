//! The text of an answer -> the one JSON object in it, whatever stands around it.

use serde_json::{Deserializer, Value};

/// Beginnings of objects that are tried; an answer with more of them is no draft.
const TRIES: usize = 2_000;

/// The object as text: the whole answer, what stands in a fence, or the longest object in it. `None` when there is none.
pub fn object(answer: &str) -> Option<&str> {
    let whole = answer.trim_start_matches('\u{feff}').trim();
    if is_object(whole) {
        return Some(whole);
    }
    if let Some(fenced) = fences(whole).find(|text| is_object(text)) {
        return Some(fenced);
    }
    longest(whole)
}

fn is_object(text: &str) -> bool {
    text.starts_with('{') && serde_json::from_str::<Value>(text).is_ok()
}

/// What stands between lines of three backticks.
fn fences(text: &str) -> impl Iterator<Item = &str> {
    let inner = text.split("```").skip(1).step_by(2);
    inner.map(|block| block.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).trim())
}

fn longest(text: &str) -> Option<&str> {
    let (mut best, mut next) = (None, 0);
    for (at, _) in text.match_indices('{').take(TRIES) {
        if at < next {
            continue;
        }
        if let Some(end) = end_of_object(&text[at..]) {
            next = at + end;
            let found = &text[at..next];
            best = best.filter(|best: &&str| best.len() >= found.len()).or(Some(found));
        }
    }
    best
}

/// The length of the object at the beginning of a text.
fn end_of_object(text: &str) -> Option<usize> {
    let mut values = Deserializer::from_str(text).into_iter::<Value>();
    values.next()?.ok()?;
    Some(values.byte_offset())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_in_fences_and_in_prose() {
        assert_eq!(object(" {\"a\": 1}\n"), Some("{\"a\": 1}"));
        assert_eq!(object("Here:\n```json\n{\"a\": 1}\n```\nDone."), Some("{\"a\": 1}"));
        assert_eq!(object("```\n{}\n```"), Some("{}"));
        assert_eq!(object("Sure {x}! {\"a\": {\"b\": \"}\"}} and {\"c\":1}."), Some("{\"a\": {\"b\": \"}\"}}"));
        assert_eq!(object("<think>{\"a\":1}</think>{\"a\":1,\"b\":2}"), Some("{\"a\":1,\"b\":2}"));
    }

    #[test]
    fn what_is_cut_off_or_no_object_is_none() {
        for text in ["", "no", "[1]", "{\"a\": ", "{{{{", "null"] {
            assert_eq!(object(text), None, "{text}");
        }
        assert_eq!(object(&"{".repeat(1 << 20)), None);
    }
}
