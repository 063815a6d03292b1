//! The tables have every field of the specification.

use specwright::shape::{Kind, Status, TABLES, Version};

/// The objects of OpenAPI 3.0.4, section 4.7, with their fixed fields. The Reference Object is none
/// here: `$ref` stands in place of other objects.
const OBJECTS: &[(&str, &str)] = &[
    (
        "OpenAPI",
        "openapi info servers paths components security tags externalDocs",
    ),
    (
        "Info",
        "title description termsOfService contact license version",
    ),
    ("Contact", "name url email"),
    ("License", "name url"),
    ("Server", "url description variables"),
    ("Server Variable", "enum default description"),
    (
        "Components",
        "schemas responses parameters examples requestBodies headers securitySchemes links callbacks",
    ),
    ("Paths", ""),
    (
        "Path Item",
        "$ref summary description get put post delete options head patch trace servers parameters",
    ),
    (
        "Operation",
        "tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated \
         security servers",
    ),
    ("External Documentation", "description url"),
    (
        "Parameter",
        "name in description required deprecated allowEmptyValue style explode allowReserved schema example examples \
         content",
    ),
    ("Request Body", "description content required"),
    ("Media Type", "schema example examples encoding"),
    (
        "Encoding",
        "contentType headers style explode allowReserved",
    ),
    ("Responses", "default"),
    ("Response", "description headers content links"),
    ("Callback", ""),
    ("Example", "summary description value externalValue"),
    (
        "Link",
        "operationRef operationId parameters requestBody description server",
    ),
    (
        "Header",
        "description required deprecated style explode schema example examples content",
    ),
    ("Tag", "name description externalDocs"),
    (
        "Schema",
        "title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems \
         minItems uniqueItems maxProperties minProperties required enum type allOf oneOf anyOf not items properties \
         additionalProperties description format default nullable discriminator readOnly writeOnly xml externalDocs \
         example deprecated",
    ),
    ("Discriminator", "propertyName mapping"),
    ("XML", "name namespace prefix attribute wrapped"),
    (
        "Security Scheme",
        "type description name in scheme bearerFormat flows openIdConnectUrl",
    ),
    (
        "OAuth Flows",
        "implicit password clientCredentials authorizationCode",
    ),
    ("OAuth Flow", "authorizationUrl tokenUrl refreshUrl scopes"),
    ("Security Requirement", ""),
];

/// The objects whose keys are data.
const PATTERNED: &[&str] = &["Paths", "Responses", "Callback", "Security Requirement"];

#[test]
fn no_field_of_the_specification_is_missing() {
    assert_eq!(TABLES.len(), OBJECTS.len());
    for (object, fields) in OBJECTS {
        let table = TABLES.iter().find(|table| table.name == *object);
        let table = table.unwrap_or_else(|| panic!("there is no table for the {object} Object"));
        for name in fields.split_whitespace() {
            let field = table.field(name);
            let field = field.unwrap_or_else(|| panic!("the {object} Object lacks `{name}`"));
            assert_ne!(
                field.only,
                Some(Version::V31),
                "{object} {name} is of 3.0 too"
            );
        }
        assert_eq!(
            table.others.is_some(),
            PATTERNED.contains(object),
            "{object}"
        );
    }
}

#[test]
fn every_other_field_is_of_the_later_version() {
    // The reference of a schema is a keyword of 3.1, and in 3.0 stands in place of the schema. Headers
    // take the remaining fields of parameters, which some descriptions give them.
    let known = |kind: Kind, name: &str| match kind {
        Kind::Schema => name == "$ref",
        Kind::Header => matches!(name, "allowEmptyValue" | "allowReserved"),
        _ => false,
    };
    for table in TABLES {
        let (_, fields) = OBJECTS
            .iter()
            .find(|(name, _)| *name == table.name)
            .unwrap();
        for field in table.fields {
            let is_old = fields.split_whitespace().any(|name| name == field.name);
            assert!(
                is_old || field.only == Some(Version::V31) || known(table.kind, field.name),
                "{} {}",
                table.name,
                field.name
            );
            if let Status::Reported(code) = field.status {
                assert!(!code.explanation().is_empty());
            }
        }
    }
}
