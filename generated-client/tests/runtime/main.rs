//! The runtime that every generated crate carries, from the outside.

mod assertions;
mod http_core;
mod media_types;
mod messages;
mod parameters;
mod replies;
mod sample;
mod security;
mod streams;
mod transports;
mod wire;
