//! Several keys of one provider: the next one is taken where one is limited, used up or refused.

use crate::draft::llm::secret::Secret;

/// The keys that are left, the current one first.
#[derive(Debug)]
pub(super) struct Keys {
    left: Vec<Secret>,
    at: usize,
    /// Keys that were limited since the last wait.
    limited: usize,
}

impl Keys {
    pub(super) fn new(keys: Vec<Secret>) -> Self {
        Self { left: keys.into_iter().filter(|key| !key.is_empty()).collect(), at: 0, limited: 0 }
    }

    /// The key to be used.
    pub(super) fn current(&self) -> Option<&Secret> {
        self.left.get(self.at)
    }

    /// Gives the current key up for good; whether another one is left.
    pub(super) fn drop_current(&mut self) -> bool {
        if self.left.len() < 2 {
            return false;
        }
        self.left.remove(self.at);
        self.at %= self.left.len();
        tracing::info!(target: "synth::draft", left = self.left.len(), "a key was refused; the next one is taken");
        true
    }

    /// Goes to the next key; whether that one has not been limited since the last wait.
    pub(super) fn rotate(&mut self) -> bool {
        if self.left.is_empty() {
            return false;
        }
        self.at = (self.at + 1) % self.left.len();
        self.limited += 1;
        let is_fresh = self.limited < self.left.len();
        match is_fresh {
            true => tracing::info!(target: "synth::draft", "a key is limited; the next one is taken"),
            false => self.limited = 0,
        }
        is_fresh
    }
}
