//! The runtime that every generated crate carries, from the outside.

mod http_core;
mod parameters;
mod sample;
mod security;
mod transports;
mod wire;
