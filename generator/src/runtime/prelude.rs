//! What the files of types and operations use.

pub use super::{
    Base64, Body, Bytes, Callback, DecodeError, Endpoint, Error, Event, FieldEncoding, File, Flow,
    In, Never, Nullable, Number, Operation, ReadReply, Reply, ReplyHeader, Rule, Scheme, Secret,
    Streams, Style, Value, Wire, additional_properties, any_of, assertion, branch, choice, cookie,
    exact_object, field, header, int_enum, is, is_json, json_enum, object, object_rules, one_of,
    open_enum, operation, optional, own_servers, part_header, path, query, repeated, required, rule,
    schema, server, tag_client, text_enum, variable,
};
pub use super::{CallbackParameter, FormValue}; // FORM
pub use super::{attribute, element}; // XML
pub use std::collections::BTreeMap;
