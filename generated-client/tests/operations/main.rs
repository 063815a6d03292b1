//! What the operations send and how they read replies, as tables and without a network; and forms
//! of bodies and parameters that the bundled description does not use.

mod forms;
mod replies;
mod requests;
mod types;
