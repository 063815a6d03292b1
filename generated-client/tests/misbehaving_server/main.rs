//! Both clients against servers that misbehave, over real sockets.
//!
//! One table of cases says what a caller gets; each case runs with each transport that is compiled
//! in, and all must give the same.

#![cfg(any(feature = "reqwest", feature = "ureq"))]

mod cases;
mod connections;
mod downloads;
mod outcome;
mod redirects;
mod replies;
mod requests;
mod server;
mod transport;
