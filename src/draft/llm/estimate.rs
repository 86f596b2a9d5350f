//! Texts -> a number of tokens that they will hardly exceed. No tokenizer of any provider is here: English prose comes to
//! four characters and more a token, JSON and names to about 3.5, other scripts to one or two. The estimate takes 3.5
//! characters for ASCII and 1.5 for all others.

use super::wire::{Chat, schema_prompt};

/// Tokens of a text, rounded up.
pub fn text(text: &str) -> u64 {
    let ascii = text.bytes().filter(u8::is_ascii).count() as u64;
    let other = text.chars().filter(|c| !c.is_ascii()).count() as u64;
    (ascii * 2).div_ceil(7) + (other * 2).div_ceil(3)
}

/// Tokens of a chat, some for the frame of each message included; with the schema where it stands in the prompt or is
/// counted with it.
pub fn chat(chat: &Chat, with_schema: bool) -> u64 {
    let schema = if with_schema { text(&schema_prompt(&chat.schema)) } else { 0 };
    let turns: u64 = chat.turns.iter().map(|turn| text(&turn.text) + 8).sum();
    text(&chat.system) + 8 + turns + schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn estimates_lean_to_the_high_side() {
        assert_eq!(text(""), 0);
        assert_eq!(text("seven c"), 2);
        assert_eq!(text("日本語"), 2);
        assert!(text(&"word ".repeat(700)) >= 1_000);
    }
}
