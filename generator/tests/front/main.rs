//! The stages before the document model: whatever comes in, the model can be made of what comes out.

#[path = "../support/mod.rs"]
mod support;

mod broken_references;
mod bundling;
mod diagnostics;
mod fields;
mod hostile_files;
mod known_traps;
mod mutations;
mod several_files;
