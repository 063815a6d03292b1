//! What the files of types and operations use.

pub use super::{
    Base64, Body, Bytes, Callback, DecodeError, Endpoint, Error, Event, File, Flow, In, Nullable,
    Operation, ReadReply, Reply, ReplyHeader, Rule, Scheme, Secret, Streams, Style, Value, Wire,
    any_of, arguments, assertion, branch, choice, cookie, downloads, field, fields, header,
    int_enum, is, is_json, json_enum, object, object_rules, one_of, optional, parameters, path,
    query, requests, required, rule, schema, setters, streams, text_enum, variants,
};
pub use super::{attribute, element}; // XML
pub use std::collections::BTreeMap;
