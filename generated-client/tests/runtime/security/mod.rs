//! Credentials: which are sent, where tokens come from, and what is never shown.

mod alternatives;
mod operations;
mod redirects;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod server;
mod shown;
mod token_requests;
mod tokens;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod transports;
