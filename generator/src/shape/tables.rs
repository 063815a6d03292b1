//! The tables, in the order of the specification.

use super::schema_fields::SCHEMA;
use super::types::Holds::{Any, Flag, List, Map, Object, Ref, Text};
use super::types::{Field, Holds, Kind, Table};
use crate::diag::Code;

impl Kind {
    /// The table of this kind.
    #[must_use]
    pub fn table(self) -> &'static Table {
        // The order of the tables is that of the kinds; a test holds it.
        &TABLES[self as usize]
    }
}

const SCHEMA_REF: Holds = Ref(Kind::Schema);
const TEXTS: Holds = Map(&Text);
const CONTENT: Holds = Map(&Object(Kind::MediaType));
const EXAMPLES: Holds = Map(&Ref(Kind::Example));
const HEADERS: Holds = Map(&Ref(Kind::Header));
const SERVERS: Holds = List(&Object(Kind::Server));
const SECURITY: Holds = List(&Object(Kind::SecurityRequirement));
const OPERATION: Holds = Object(Kind::Operation);

/// One row per kind of object.
pub const TABLES: &[Table] = &[
    Table::new(
        Kind::Document,
        "OpenAPI",
        &[
            Field::honoured("openapi", Text).required(),
            Field::docs("info", Object(Kind::Info)).required(),
            Field::reported("jsonSchemaDialect", Text, Code::UNSUPPORTED_KEYWORD).only_31(),
            Field::honoured("servers", SERVERS),
            Field::honoured("paths", Object(Kind::Paths)).required_in_30(),
            Field::honoured("webhooks", Map(&Ref(Kind::PathItem))).only_31(),
            Field::honoured("components", Object(Kind::Components)),
            Field::honoured("security", SECURITY),
            Field::docs("tags", List(&Object(Kind::Tag))),
            Field::docs("externalDocs", Object(Kind::ExternalDocs)),
        ],
    ),
    Table::new(
        Kind::Info,
        "Info",
        &[
            Field::docs("title", Text).required(),
            Field::docs("summary", Text).only_31(),
            Field::docs("description", Text),
            Field::docs("termsOfService", Text),
            Field::docs("contact", Object(Kind::Contact)),
            Field::docs("license", Object(Kind::License)),
            Field::docs("version", Text).required(),
        ],
    )
    .shorthand("title"),
    Table::new(
        Kind::Contact,
        "Contact",
        &[
            Field::docs("name", Text),
            Field::docs("url", Text),
            Field::docs("email", Text),
        ],
    )
    .shorthand("name"),
    Table::new(
        Kind::License,
        "License",
        &[
            Field::docs("name", Text).required(),
            Field::docs("identifier", Text).only_31(),
            Field::docs("url", Text),
        ],
    )
    .shorthand("name"),
    Table::new(
        Kind::Server,
        "Server",
        &[
            Field::honoured("url", Text).required(),
            Field::docs("description", Text),
            Field::honoured("variables", Map(&Object(Kind::ServerVariable))),
        ],
    )
    .shorthand("url"),
    Table::new(
        Kind::ServerVariable,
        "Server Variable",
        &[
            Field::honoured("enum", List(&Text)),
            Field::honoured("default", Text).required(),
            Field::docs("description", Text),
        ],
    )
    .shorthand("default"),
    Table::new(
        Kind::Components,
        "Components",
        &[
            Field::honoured("schemas", Map(&SCHEMA_REF)),
            Field::honoured("responses", Map(&Ref(Kind::Response))),
            Field::honoured("parameters", Map(&Ref(Kind::Parameter))),
            Field::docs("examples", EXAMPLES),
            Field::honoured("requestBodies", Map(&Ref(Kind::RequestBody))),
            Field::honoured("headers", HEADERS),
            Field::honoured("securitySchemes", Map(&Ref(Kind::SecurityScheme))),
            Field::docs("links", Map(&Ref(Kind::Link))),
            Field::honoured("callbacks", Map(&Ref(Kind::Callback))),
            Field::honoured("pathItems", Map(&Ref(Kind::PathItem))).only_31(),
        ],
    ),
    Table::new(Kind::Paths, "Paths", &[]).others("a path", Ref(Kind::PathItem)),
    Table::new(
        Kind::PathItem,
        "Path Item",
        &[
            Field::honoured("$ref", Text),
            Field::docs("summary", Text),
            Field::docs("description", Text),
            Field::honoured("get", OPERATION),
            Field::honoured("put", OPERATION),
            Field::honoured("post", OPERATION),
            Field::honoured("delete", OPERATION),
            Field::honoured("options", OPERATION),
            Field::honoured("head", OPERATION),
            Field::honoured("patch", OPERATION),
            Field::honoured("trace", OPERATION),
            Field::honoured("servers", SERVERS),
            Field::honoured("parameters", List(&Ref(Kind::Parameter))),
        ],
    ),
    Table::new(
        Kind::Operation,
        "Operation",
        &[
            Field::honoured("tags", List(&Text)),
            Field::docs("summary", Text),
            Field::docs("description", Text),
            Field::docs("externalDocs", Object(Kind::ExternalDocs)),
            Field::honoured("operationId", Text),
            Field::honoured("parameters", List(&Ref(Kind::Parameter))),
            Field::honoured("requestBody", Ref(Kind::RequestBody)),
            Field::honoured("responses", Object(Kind::Responses)).required_in_30(),
            Field::honoured("callbacks", Map(&Ref(Kind::Callback))),
            Field::docs("deprecated", Flag),
            Field::honoured("security", SECURITY),
            Field::honoured("servers", SERVERS),
        ],
    ),
    Table::new(
        Kind::ExternalDocs,
        "External Documentation",
        &[
            Field::docs("description", Text),
            Field::docs("url", Text).required(),
        ],
    )
    .shorthand("url"),
    Table::new(
        Kind::Parameter,
        "Parameter",
        &[
            Field::honoured("name", Text),
            Field::honoured("in", Text),
            Field::docs("description", Text),
            Field::honoured("required", Flag),
            Field::docs("deprecated", Flag),
            Field::honoured("allowEmptyValue", Flag),
            Field::honoured("style", Text),
            Field::honoured("explode", Flag),
            Field::honoured("allowReserved", Flag),
            Field::honoured("schema", SCHEMA_REF),
            Field::docs("example", Any),
            Field::docs("examples", EXAMPLES),
            Field::honoured("content", CONTENT),
        ],
    ),
    Table::new(
        Kind::RequestBody,
        "Request Body",
        &[
            Field::docs("description", Text),
            Field::honoured("content", CONTENT).required(),
            Field::honoured("required", Flag),
        ],
    ),
    Table::new(
        Kind::MediaType,
        "Media Type",
        &[
            Field::honoured("schema", SCHEMA_REF),
            Field::docs("example", Any),
            Field::docs("examples", EXAMPLES),
            Field::honoured("encoding", Map(&Object(Kind::Encoding))),
        ],
    ),
    Table::new(
        Kind::Encoding,
        "Encoding",
        &[
            Field::honoured("contentType", Text),
            Field::honoured("headers", HEADERS),
            Field::honoured("style", Text),
            Field::honoured("explode", Flag),
            Field::honoured("allowReserved", Flag),
        ],
    ),
    Table::new(
        Kind::Responses,
        "Responses",
        &[Field::honoured("default", Ref(Kind::Response))],
    )
    .others("a status code", Ref(Kind::Response)),
    Table::new(
        Kind::Response,
        "Response",
        &[
            Field::docs("description", Text).required(),
            Field::honoured("headers", HEADERS),
            Field::honoured("content", CONTENT),
            Field::docs("links", Map(&Ref(Kind::Link))),
        ],
    )
    .shorthand("description"),
    Table::new(Kind::Callback, "Callback", &[]).others("an expression", Ref(Kind::PathItem)),
    Table::new(
        Kind::Example,
        "Example",
        &[
            Field::docs("summary", Text),
            Field::docs("description", Text),
            Field::docs("value", Any),
            Field::docs("externalValue", Text),
        ],
    ),
    Table::new(
        Kind::Link,
        "Link",
        &[
            Field::docs("operationRef", Text),
            Field::docs("operationId", Text),
            Field::docs("parameters", Map(&Any)),
            Field::docs("requestBody", Any),
            Field::docs("description", Text),
            Field::docs("server", Object(Kind::Server)),
        ],
    ),
    Table::new(
        Kind::Header,
        "Header",
        &[
            Field::docs("description", Text),
            Field::honoured("required", Flag),
            Field::docs("deprecated", Flag),
            Field::docs("allowEmptyValue", Flag),
            Field::honoured("style", Text),
            Field::honoured("explode", Flag),
            Field::docs("allowReserved", Flag),
            Field::honoured("schema", SCHEMA_REF),
            Field::docs("example", Any),
            Field::docs("examples", EXAMPLES),
            Field::honoured("content", CONTENT),
        ],
    ),
    Table::new(
        Kind::Tag,
        "Tag",
        &[
            Field::docs("name", Text).required(),
            Field::docs("description", Text),
            Field::docs("externalDocs", Object(Kind::ExternalDocs)),
        ],
    )
    .shorthand("name"),
    Table::new(Kind::Schema, "Schema", SCHEMA),
    Table::new(
        Kind::Discriminator,
        "Discriminator",
        &[
            Field::honoured("propertyName", Text).required(),
            Field::honoured("mapping", TEXTS),
        ],
    )
    .shorthand("propertyName"),
    Table::new(
        Kind::Xml,
        "XML",
        &[
            Field::honoured("name", Text),
            Field::honoured("namespace", Text),
            Field::honoured("prefix", Text),
            Field::honoured("attribute", Flag),
            Field::honoured("wrapped", Flag),
        ],
    ),
    Table::new(
        Kind::SecurityScheme,
        "Security Scheme",
        &[
            Field::honoured("type", Text),
            Field::docs("description", Text),
            Field::honoured("name", Text),
            Field::honoured("in", Text),
            Field::honoured("scheme", Text),
            Field::docs("bearerFormat", Text),
            Field::honoured("flows", Object(Kind::OAuthFlows)),
            Field::honoured("openIdConnectUrl", Text),
        ],
    ),
    Table::new(
        Kind::OAuthFlows,
        "OAuth Flows",
        &[
            Field::honoured("implicit", Object(Kind::OAuthFlow)),
            Field::honoured("password", Object(Kind::OAuthFlow)),
            Field::honoured("clientCredentials", Object(Kind::OAuthFlow)),
            Field::honoured("authorizationCode", Object(Kind::OAuthFlow)),
        ],
    ),
    Table::new(
        Kind::OAuthFlow,
        "OAuth Flow",
        &[
            Field::honoured("authorizationUrl", Text),
            Field::honoured("tokenUrl", Text),
            Field::honoured("refreshUrl", Text),
            Field::honoured("scopes", TEXTS).required(),
        ],
    ),
    Table::new(Kind::SecurityRequirement, "Security Requirement", &[])
        .others("a security scheme", List(&Text)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_stand_in_the_order_of_the_kinds() {
        for (index, table) in TABLES.iter().enumerate() {
            assert_eq!(table.kind as usize, index, "{}", table.name);
        }
    }

    #[test]
    fn no_field_stands_twice() {
        for table in TABLES {
            for (index, field) in table.fields.iter().enumerate() {
                let again = table.fields[index + 1..]
                    .iter()
                    .any(|other| other.name == field.name);
                assert!(!again, "{} {}", table.name, field.name);
            }
        }
    }
}
