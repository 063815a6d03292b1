//! What all generated code stands on: JSON, validation, requests, replies and the two clients.
//!
//! Nothing here knows the API. The parts, from the inside out:
//!
//! * [`Wire`] types are read, written and checked by tables: [`Object`], [`Union`], and the enums.
//!   [`Json`] is what users call; [`Value`] is any JSON, [`Nullable`] a value or `null`.
//! * An [`Operation`] is a value that makes a request and reads a reply without any I/O.
//! * An [`Exchange`] adds credentials and follows redirects, also without I/O; [`Tokens`] says
//!   how the client comes to tokens of OAuth 2 that it gets itself.
//! * The clients, `Client` and `blocking::Client`, move all of that over a network.

mod base64;
mod base_url;
#[cfg(feature = "ureq")]
pub mod blocking;
#[cfg(feature = "ureq")]
mod blocking_download;
#[cfg(feature = "ureq")]
mod blocking_items;
#[cfg(feature = "ureq")]
mod blocking_tokens;
mod body;
mod callback;
mod callback_parameter; // FORM
mod charset;
#[cfg(feature = "reqwest")]
mod client;
#[cfg(feature = "reqwest")]
mod client_tokens;
#[cfg(feature = "reqwest")]
mod client_upload;
mod conditions;
mod containers;
mod credentials;
mod decimal;
mod decode_error;
#[cfg(feature = "reqwest")]
mod download;
mod encoding;
mod endpoint;
#[doc(hidden)]
pub mod enums;
mod error;
mod excerpt;
mod exchange;
mod file;
mod form_read; // FORM
mod format;
mod frames;
mod grant;
#[cfg(feature = "reqwest")]
mod items;
mod linear_pattern; // LINEAR
mod multipart;
mod nullable;
mod number;
#[doc(hidden)]
pub mod object;
mod object_tables;
mod operation;
mod operation_tables;
mod parameters;
mod part_header;
mod pattern;
mod payload;
#[doc(hidden)]
pub mod prelude;
mod query_keys;
mod reader;
mod reply;
mod reply_header;
mod request;
mod rule_methods;
mod rules;
mod scalars;
#[doc(hidden)]
pub mod schema;
mod scheme;
mod secret;
mod secrets;
#[doc(hidden)]
pub mod serde_impls;
mod server;
mod settings;
mod source;
mod style;
mod text;
mod text_value;
mod token_error;
mod token_provider;
mod tokens;
#[cfg(any(feature = "reqwest", feature = "ureq"))]
mod transfer;
mod undeclared;
#[doc(hidden)]
pub mod unions;
mod uri;
mod value;
mod violations;
mod wire;
mod writer;
mod xml; // XML
mod xml_form;
mod xml_read; // XML
mod xml_write; // XML

pub use ::bytes::Bytes;
pub use base_url::{BaseUrl, BaseUrlError};
pub use base64::Base64;
pub use body::{Body, Encode};
pub use callback::Callback;
pub use callback_parameter::CallbackParameter; // FORM
#[cfg(feature = "reqwest")]
pub use client::Client;
pub use conditions::{Branch, Condition, When, any_of, branch, is, is_json, one_of};
pub use decimal::Decimal;
pub use decode_error::DecodeError;
#[cfg(feature = "reqwest")]
pub use download::Download;
pub use encoding::{FieldEncoding, field};
pub use endpoint::Endpoint;
pub use error::{Error, RequestError, StatusError, TransportError, TransportKind, UnreadableReply};
pub use exchange::Exchange;
pub use file::File;
pub use form_read::FormValue; // FORM
pub use format::Format;
pub use frames::{Event, Frame, Frames, FromFrame, ItemError, Streams};
pub use grant::Grant;
#[cfg(feature = "reqwest")]
pub use items::Items;
pub use nullable::Nullable;
pub use number::Number;
pub use object::{
    Member, Object, ObjectRules, additional_properties, object_rules, optional, required,
};
pub use operation::{Operation, Parameters};
pub use parameters::{In, Parameter, Style, cookie, header, path, query};
pub use part_header::{PartHeader, part_header};
pub use payload::{Payload, PayloadReader};
pub use reader::{MAX_DEPTH, Reader};
pub use reply::{Answer, ReadReply, Reply};
pub use reply_header::ReplyHeader;
pub use rules::{Limit, Rule, rule};
pub use schema::{Assertion, Schema, assertion, schema};
pub use scheme::{Flow, FlowKind, Scheme};
pub use secret::Secret;
pub use server::{Server, ServerVariable, own_servers, server, variable};
pub use settings::{Api, ClientBuilder, ConfigError, Settings, token_from_env};
pub use token_error::{TokenError, TokenErrorKind};
pub use token_provider::{BlockingTokenProvider, ProviderError, TokenFuture, TokenProvider};
pub use tokens::Tokens;
pub use undeclared::Undeclared;
pub use unions::{Choice, Union, Variants, choice};
pub use value::{Never, Value};
pub use violations::{Checker, Violation, Violations};
pub use wire::{Json, Parts, Wire};
pub use writer::Writer;
pub use xml_form::{XmlForm, attribute, element};

#[doc(hidden)]
pub use enums::{int_enum, json_enum, open_enum, strings, text_enum};
#[doc(hidden)]
pub use object_tables::{
    exact_object, fields, object, object_wire, repeated, required_fields, setters,
};
#[doc(hidden)]
pub use operation_tables::{arguments, field_of, operation, operation_parts, request_function, tag_client};
#[doc(hidden)]
pub use serde_impls::serde_shim;
#[doc(hidden)]
pub use unions::{any_of, one_of, variants};
