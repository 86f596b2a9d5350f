//! What a session began with -> a short id that can be read out and typed, such as `bodaki`.

use sha2::{Digest, Sha256};

const CONSONANTS: &[u8; 16] = b"bdfghjklmnprstvz";
const VOWELS: &[u8; 4] = b"aiou";

/// Syllables of an id: with 64 of them each, 262,144 ids.
const SYLLABLES: usize = 3;

/// The id of a description at a time; another one for each `attempt`.
pub fn make(prose: &str, at: &str, attempt: u32) -> String {
    let digest = Sha256::digest(format!("{at}\n{attempt}\n{prose}"));
    let syllable = |byte: &u8| [CONSONANTS[usize::from(byte >> 4)], VOWELS[usize::from(byte & 3)]];
    digest.iter().take(SYLLABLES).flat_map(syllable).map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_can_be_said_and_differ_by_time_and_attempt() {
        let id = make("a shop", "2026-01-31T12:00:00Z", 0);
        assert!(id.len() == 6 && id.bytes().all(|byte| byte.is_ascii_lowercase()), "{id}");
        assert_ne!(id, make("a shop", "2026-01-31T12:00:01Z", 0));
        assert_ne!(id, make("a shop", "2026-01-31T12:00:00Z", 1));
    }
}
