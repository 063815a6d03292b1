//! The stages before the document model: whatever comes in, the model can be made of what comes out.

mod diagnostics;
mod mutations;
