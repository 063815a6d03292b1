//! The fields of Schema Objects: OpenAPI 3.0.4, section 4.7.24, and JSON Schema 2020-12, which
//! OpenAPI 3.1 takes over.

use super::types::Holds::{
    Any, Count, Flag, FlagOrNumber, FlagOrSchema, List, Map, Number, Object, Ref, Text, TypeName,
};
use super::types::{Field, Holds, Kind};
use crate::diag::Code;

const SCHEMA_REF: Holds = Ref(Kind::Schema);
const SCHEMAS: Holds = List(&SCHEMA_REF);
const SCHEMA_MAP: Holds = Map(&SCHEMA_REF);

const fn unsupported(name: &'static str, holds: Holds) -> Field {
    Field::reported(name, holds, Code::UNSUPPORTED_KEYWORD).only_31()
}

pub(super) const SCHEMA: &[Field] = &[
    Field::honoured("$ref", Text),
    Field::docs("title", Text),
    Field::docs("description", Text),
    Field::honoured("type", TypeName),
    Field::honoured("format", Text),
    Field::honoured("enum", List(&Any)),
    Field::honoured("multipleOf", Number),
    Field::honoured("maximum", Number),
    Field::honoured("exclusiveMaximum", FlagOrNumber),
    Field::honoured("minimum", Number),
    Field::honoured("exclusiveMinimum", FlagOrNumber),
    Field::honoured("maxLength", Count),
    Field::honoured("minLength", Count),
    Field::honoured("pattern", Text),
    Field::honoured("maxItems", Count),
    Field::honoured("minItems", Count),
    Field::honoured("uniqueItems", Flag),
    Field::honoured("maxProperties", Count),
    Field::honoured("minProperties", Count),
    Field::honoured("required", List(&Text)),
    Field::honoured("allOf", SCHEMAS),
    Field::honoured("oneOf", SCHEMAS),
    Field::honoured("anyOf", SCHEMAS),
    Field::honoured("not", SCHEMA_REF),
    Field::honoured("items", SCHEMA_REF),
    Field::honoured("properties", SCHEMA_MAP),
    Field::honoured("additionalProperties", FlagOrSchema),
    Field::docs("default", Any),
    Field::honoured("nullable", Flag).only_30(),
    Field::honoured("discriminator", Object(Kind::Discriminator)),
    Field::honoured("readOnly", Flag),
    Field::honoured("writeOnly", Flag),
    Field::honoured("xml", Object(Kind::Xml)),
    Field::docs("externalDocs", Object(Kind::ExternalDocs)),
    Field::docs("example", Any),
    Field::docs("deprecated", Flag),
    Field::docs("examples", Any).only_31(),
    Field::honoured("const", Any).only_31(),
    Field::honoured("prefixItems", SCHEMAS).only_31(),
    Field::honoured("$defs", SCHEMA_MAP).only_31(),
    Field::honoured("contentMediaType", Text).only_31(),
    Field::honoured("contentEncoding", Text).only_31(),
    Field::docs("$schema", Text).only_31(),
    Field::docs("$comment", Text).only_31(),
    Field::docs("$vocabulary", Any).only_31(),
    Field::reported("$id", Text, Code::REF_ANCHOR).only_31(),
    Field::honoured("$anchor", Text).only_31(),
    Field::reported("$dynamicRef", Text, Code::REF_ANCHOR).only_31(),
    Field::reported("$dynamicAnchor", Text, Code::REF_ANCHOR).only_31(),
    Field::reported("$recursiveRef", Text, Code::REF_ANCHOR).only_31(),
    Field::reported("$recursiveAnchor", Any, Code::REF_ANCHOR).only_31(),
    unsupported("if", SCHEMA_REF),
    unsupported("then", SCHEMA_REF),
    unsupported("else", SCHEMA_REF),
    unsupported("dependentSchemas", SCHEMA_MAP),
    unsupported("dependentRequired", Map(&List(&Text))),
    unsupported("contains", SCHEMA_REF),
    unsupported("minContains", Count),
    unsupported("maxContains", Count),
    unsupported("patternProperties", SCHEMA_MAP),
    unsupported("propertyNames", SCHEMA_REF),
    unsupported("unevaluatedItems", FlagOrSchema),
    unsupported("unevaluatedProperties", FlagOrSchema),
    unsupported("contentSchema", SCHEMA_REF),
];
