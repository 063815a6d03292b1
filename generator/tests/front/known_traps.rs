//! What published descriptions have and generators are known to fall over: each with the golden case
//! that has it, and what stands in the code that is made of it.
//!
//! The cases are compiled (`compile.rs`), and some of them run (`running.rs`).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// What is odd, the case, and a part of its generated code or findings. Spaces do not count.
const TRAPS: &[[&str; 3]] = &[
    // Replies.
    [
        "another body for 202 than for 200",
        "replies",
        "202 => Ok(Self::Status202(",
    ],
    [
        "200 and 204 of one operation",
        "replies",
        "Status204(Box<Reply>)",
    ],
    [
        "only `default` is documented",
        "replies",
        "struct DefaultOnly",
    ],
    [
        "a reply without a schema",
        "replies",
        "fn undescribed() -> Result<Reply,",
    ],
    [
        "a failure of its own type",
        "replies",
        "404 => Ok(Self::Status404(",
    ],
    [
        "lines of JSON",
        "media_types",
        "MEDIA_TYPE: &'static str = \"application/x-ndjson\"",
    ],
    [
        "server-sent events beside JSON",
        "media_types",
        "fn chat_stream(",
    ],
    // Requests.
    [
        "a default is documented and not sent",
        "scalars",
        "The server's default: `true`.",
    ],
    [
        "`explode: false`",
        "parameters",
        "ids: Option<Vec<i64>> = query(\"ids\").explode(false)",
    ],
    [
        "`deepObject`",
        "parameters",
        "query(\"where\").style(Style::DeepObject)",
    ],
    ["`label` in paths", "parameters", "style(Style::Label)"],
    [
        "`matrix` in paths",
        "parameters",
        "path(\"a\").style(Style::Matrix).explode(true)",
    ],
    [
        "header parameters",
        "parameters",
        "header(\"X-Request-Id\")",
    ],
    ["cookie parameters", "parameters", "cookie(\"session\")"],
    [
        "a header parameter named `Accept`",
        "parameters",
        "parameter `Accept` is left out",
    ],
    [
        "a header parameter named `Content-Type`",
        "oddities",
        "parameter `Content-Type` is left out",
    ],
    [
        "a header parameter named `Authorization`",
        "oddities",
        "parameter `Authorization` is left out",
    ],
    [
        "schemes that are needed together",
        "security",
        "security(&[&[super::TOKEN, super::QUERY_KEY]])",
    ],
    ["no `operationId`", "names", "pub struct GetAB {}"],
    [
        "HEAD",
        "oddities",
        "Endpoint::new(\"probe\", \"HEAD\", \"/things\")",
    ],
    [
        "OPTIONS",
        "oddities",
        "Endpoint::new(\"choices\", \"OPTIONS\", \"/things\")",
    ],
    [
        "TRACE",
        "oddities",
        "Endpoint::new(\"echo\", \"TRACE\", \"/things\")",
    ],
    [
        "a body on GET",
        "oddities",
        "pub struct FindThings { /// The request body.",
    ],
    [
        "a body on DELETE",
        "oddities",
        "pub struct DeleteThings { /// The request body.",
    ],
    [
        "a media type with parameters",
        "oddities",
        "media_type(\"application/json; charset=utf-8\")",
    ],
    [
        "`application/*+json`",
        "oddities",
        "accept(\"application/*+json\")",
    ],
    ["`*/*`", "media_types", "fn anything() -> Result<String,"],
    [
        "several media types for one body",
        "media_types",
        "AddPhotoBody::Png(body) =>",
    ],
    [
        "a path parameter that is part of a segment",
        "parameters",
        "/shops/{shop}/items/{item}.{format}",
    ],
    ["`#` and `?` in a path", "oddities", "\"/a?c=d\""],
    [
        "path templates that differ in names of parameters",
        "oddities",
        "pub struct ThingByName",
    ],
    [
        "parameters that are one word in Rust",
        "oddities",
        "foo_bar_2: Option<String> = query(\"foo_bar\")",
    ],
    // Types.
    [
        "`patternProperties`",
        "openapi_3_1",
        "BTreeMap<String, Value>",
    ],
    ["integers in `enum`", "enums", "pub enum JobPriority"],
    [
        "a type for each direction",
        "directions",
        "pub struct UserRequest",
    ],
    ["bounds of numbers are checked", "scalars", "multiple_of(2)"],
    ["`uniqueItems` is checked", "scalars", "unique_items()"],
    [
        "a property that only differs in signs",
        "oddities",
        "foo_bar_3: Option<String> = optional(\"foo-bar\")",
    ],
    [
        "values of an enum that only differ in signs",
        "oddities",
        "AB3 = \"A_B\"",
    ],
    ["values of an enum without letters", "enums", "GreaterEqual"],
    ["an empty value of an enum", "enums", "Empty = (\"\")"],
    [
        "a schema named `Option`",
        "names",
        "pub struct OptionSchema",
    ],
    ["a schema named `Vec`", "names", "pub type VecSchema"],
    [
        "a schema named `Result`",
        "oddities",
        "pub struct ResultSchema {",
    ],
    ["a schema named `Error`", "names", "pub struct Error {"],
    ["a schema named `String`", "names", "pub enum StringSchema"],
    ["a schema named `Self`", "oddities", "pub struct SelfSchema"],
    ["an operation named like a keyword", "names", "fn r#type("],
    [
        "schemas that differ in case only",
        "oddities",
        "pub struct ResultSchema2",
    ],
    [
        "schemas that contain each other",
        "oddities",
        "Option<Box<ResultSchema>>",
    ],
    [
        "a sign that turns the direction of text",
        "hostile",
        "\"/b\\r\\u{202e}\"",
    ],
    ["a fence that does not end", "hostile", "/// ````text"],
    [
        "bounds beyond 64 bits",
        "oddities",
        "pub large: Option<i128>",
    ],
    [
        "a version that is none to Cargo",
        "oddities",
        "pub struct Probe {}",
    ],
    ["parts in other files", "several_files", "pub struct"],
    [
        "references to nothing",
        "broken_references",
        "`POST /parcels` is left out",
    ],
];

/// What only shows when generated code runs: what it is, a file of tests, and the test in it.
const RUNNING: &[[&str; 3]] = &[
    [
        "an unknown value of an enum does not fail the reply",
        "generated-client/tests/runtime/wire.rs",
        "replies_are_read_liberally",
    ],
    [
        "a discriminator is written once, and a malformed known variant is an error",
        "generated-client/tests/runtime/wire.rs",
        "tagged_unions_read_the_tag_first",
    ],
    [
        "constants tell variants apart",
        "generator/tests/cases/tags/wire.rs",
        "constants_are_tags",
    ],
    [
        "`oneOf` is exclusive, and the right branch is taken",
        "generated-client/tests/runtime/wire.rs",
        "untagged_unions_take_what_fits_best",
    ],
    [
        "one of several security requirements is enough, all of one are needed",
        "generated-client/tests/runtime/security/alternatives.rs",
        "credentials_are_sent_where_they_are_asked_for",
    ],
    [
        "items, numbers and texts are checked",
        "generated-client/tests/runtime/wire.rs",
        "all_violations_are_found",
    ],
    [
        "`null` and absent are told apart",
        "generated-client/tests/runtime/wire.rs",
        "unset_members_are_omitted_and_null_is_written",
    ],
    [
        "the body of a failure is kept",
        "generator/tests/cases/broken_references/wire.rs",
        "a_failure_without_a_type_keeps_its_body",
    ],
];

#[test]
fn known_traps_are_tested_where_they_run() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let wrong = RUNNING.iter().filter(|[_, file, test]| {
        let text = fs::read_to_string(workspace.join(file)).unwrap_or_default();
        !text.contains(&format!("#[test]\nfn {test}() {{"))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn known_traps_are_in_the_golden_cases() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut texts: BTreeMap<&str, String> = BTreeMap::new();
    let dense = |text: &str| text.split_whitespace().collect::<String>();
    let mut wrong = Vec::new();
    for [what, case, part] in TRAPS {
        let text = texts.entry(case).or_insert_with(|| {
            let path = cases.join(case).join("expected.rs");
            dense(&fs::read_to_string(path).unwrap_or_default())
        });
        if !text.contains(&dense(part)) {
            wrong.push(format!("{what}: {case} has no `{part}`"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
