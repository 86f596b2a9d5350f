//! A provider -> its key in the system's keyring, and back. Whoever keeps that may be absent, locked or asleep, so every call
//! has its time and its failures are words.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use keyring::{Entry, Error};

use crate::draft::llm::{Provider, Secret};

/// The name under which keys are kept; the user is the provider.
const SERVICE: &str = "synth";

/// How long the keyring may take; a locked one asks the person to unlock it.
const PATIENCE: Duration = Duration::from_secs(20);

/// The key of a provider, if the keyring has one.
///
/// # Errors
/// Why it cannot be asked.
pub fn get(provider: Provider) -> Result<Option<Secret>, String> {
    in_time(move || match entry(provider)?.get_password() {
        Ok(text) => Ok(Some(Secret::new(text))),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(words(&error)),
    })
}

/// Puts the key of a provider into the keyring.
///
/// # Errors
/// Why it cannot be put there.
pub fn set(provider: Provider, key: String) -> Result<(), String> {
    in_time(move || entry(provider)?.set_password(&key).map_err(|error| words(&error)))
}

/// Takes the key of a provider out of the keyring; whether there was one.
///
/// # Errors
/// Why it cannot be taken out.
pub fn remove(provider: Provider) -> Result<bool, String> {
    in_time(move || match entry(provider)?.delete_credential() {
        Ok(()) => Ok(true),
        Err(Error::NoEntry) => Ok(false),
        Err(error) => Err(words(&error)),
    })
}

fn entry(provider: Provider) -> Result<Entry, String> {
    if let Err(error) = Entry::store_status() {
        return Err(words(error));
    }
    Entry::new(SERVICE, provider.name()).map_err(|error| words(&error))
}

/// The cause in one line; an error's own text may hold what the keyring holds, so only some are passed on.
fn words(error: &Error) -> String {
    match error {
        Error::PlatformFailure(cause) | Error::NoStorageAccess(cause) => {
            cause.to_string().lines().next().unwrap_or("it cannot be had").to_owned()
        }
        Error::NoDefaultStore => "there is no keyring on this system".to_owned(),
        Error::BadEncoding(_) | Error::BadDataFormat(..) | Error::BadStoreFormat(_) => {
            "what it holds is no text".to_owned()
        }
        Error::Ambiguous(_) => format!("it holds several keys of the name `{SERVICE}`"),
        Error::TooLong(what, limit) => format!("{what} may have {limit} characters at most"),
        _ => "it does not do that".to_owned(),
    }
}

/// What a call gives, unless it takes too long; then its thread is left to itself.
fn in_time<T: Send + 'static>(call: impl FnOnce() -> Result<T, String> + Send + 'static) -> Result<T, String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || sender.send(call()));
    match receiver.recv_timeout(PATIENCE) {
        Ok(outcome) => outcome,
        Err(_) => Err(format!("it has not answered within {} seconds", PATIENCE.as_secs())),
    }
}
