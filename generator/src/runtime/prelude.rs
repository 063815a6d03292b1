//! What the files of types and operations use.

pub use super::{
    Body, Bytes, Choice, DecodeError, Endpoint, Error, Member, Nullable, Object, ObjectRules,
    Operation, Parameter, Reply, Style, Union, Value, Wire, any_of, branch, choice, cookie, header,
    int_enum, is, is_json, json_enum, object, object_rules, one_of, optional, parameters, path,
    query, required, rule, text_enum, variants,
};
pub use std::collections::BTreeMap;
