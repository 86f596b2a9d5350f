//! `synth draft` with a model behind it: the binary against servers on this machine that speak the providers' formats, over
//! all that such servers are known to do.

#[path = "providers/fake.rs"]
mod fake;
#[path = "providers/room.rs"]
mod room;
#[path = "providers/server.rs"]
mod server;

#[path = "providers/answers.rs"]
mod answers;
#[path = "providers/cache.rs"]
mod cache;
#[path = "providers/failures.rs"]
mod failures;
#[path = "providers/secrets.rs"]
mod secrets;
#[path = "providers/waits.rs"]
mod waits;
