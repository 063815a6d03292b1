//! What the files of types and operations use.

pub use super::{
    Base64, Body, Bytes, Callback, DecodeError, Endpoint, Error, Event, File, In, Secret, Nullable, Operation, ReadReply, Reply, ReplyHeader, Streams, streams, Scheme,
    Style, Value, any_of, arguments, branch, choice, cookie, downloads, field, fields, header, int_enum,
    is, is_json, json_enum, object, object_rules, one_of, optional, parameters, path, query,
    requests, required, rule, setters, text_enum, variants, Wire
};
pub use super::{attribute, element}; // XML
pub use std::collections::BTreeMap;
