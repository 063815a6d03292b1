//! Media types by name: what kind of content each has.

use crate::ir::essence;

/// What kind of content a media type names, the preferred ones first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    Json,
    Form,
    Multipart,
    Xml,
    Text,
    Bytes,
    Lines,
    Events,
}

impl Family {
    pub(super) const fn is_stream(self) -> bool {
        matches!(self, Self::Lines | Self::Events)
    }
}

/// What kind of content a media type names; parameters and case do not matter.
pub(super) fn family(media_type: &str) -> Family {
    match essence(media_type).as_str() {
        "application/json" | "*/*" | "application/*" | "text/json" => Family::Json,
        "application/x-www-form-urlencoded" => Family::Form,
        "multipart/form-data" | "multipart/mixed" | "multipart/related" => Family::Multipart,
        "text/event-stream" => Family::Events,
        "application/x-ndjson"
        | "application/ndjson"
        | "application/jsonl"
        | "application/x-jsonlines"
        | "application/jsonlines"
        | "application/json-lines"
        | "application/x-jsonl"
        | "application/stream+json"
        | "application/json-seq" => Family::Lines,
        name if name.ends_with("+json") => Family::Json,
        "text/xml" | "application/xml" => Family::Xml,
        name if name.ends_with("+xml") => Family::Xml,
        name if name.starts_with("text/") => Family::Text,
        _ => Family::Bytes,
    }
}

/// Whether bytes of this media type have a structure that a schema could describe.
pub(super) fn is_structured(media_type: &str) -> bool {
    let family = family(media_type);
    let has_parts = matches!(family, Family::Form | Family::Multipart | Family::Xml);
    has_parts || family == Family::Text || essence(media_type).starts_with("multipart/")
}

/// Whether a media type is another notation of what JSON can say, which is never asked for beside
/// JSON of the same schema.
pub(super) fn is_other_notation(media_type: &str) -> bool {
    let essence = essence(media_type);
    let names = ["yaml", "protobuf", "cbor", "msgpack", "bson", "avro"];
    essence.starts_with("text/") || names.iter().any(|name| essence.contains(name))
}
