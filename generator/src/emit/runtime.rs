//! The runtime: real source, pasted as it stands.

use std::borrow::Cow;

/// Path under `src/runtime` and text of each file; those that only some crates need where they are
/// needed.
#[must_use]
pub fn files(needs: Needs) -> Vec<(&'static str, Cow<'static, str>)> {
    let missing: Vec<&Optional> = OPTIONAL
        .iter()
        .filter(|part| !(part.is_needed)(needs))
        .collect();
    let is_kept = |path: &str| missing.iter().all(|part| !part.files.contains(&path));
    let files = FILES.iter().filter(|(path, _)| is_kept(path));
    files
        .map(|(path, text)| (*path, without(text, &missing)))
        .collect()
}

/// What a crate needs that others do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Whether any body or reply is XML.
    pub xml: bool,
    /// Whether any callback or reply is a form, or any callback has such parameters.
    pub forms: bool,
    /// Whether there are patterns that are not matched by backtracking.
    pub linear_patterns: bool,
}

/// Files that only some crates have. Lines about them elsewhere end in a mark.
struct Optional {
    is_needed: fn(Needs) -> bool,
    files: &'static [&'static str],
    mark: &'static str,
}

const OPTIONAL: &[Optional] = &[
    Optional {
        is_needed: |needs| needs.xml,
        files: &["xml.rs", "xml_read.rs", "xml_write.rs"],
        mark: " // XML",
    },
    Optional {
        is_needed: |needs| needs.forms,
        files: &["form_read.rs", "callback_parameter.rs"],
        mark: " // FORM",
    },
    Optional {
        is_needed: |needs| needs.linear_patterns,
        files: &["linear_pattern.rs"],
        mark: " // LINEAR",
    },
];

fn without(text: &'static str, missing: &[&Optional]) -> Cow<'static, str> {
    if !missing.iter().any(|part| text.contains(part.mark)) {
        return Cow::Borrowed(text);
    }
    let is_kept = |line: &&str| !missing.iter().any(|it| line.trim_end().ends_with(it.mark));
    Cow::Owned(text.split_inclusive('\n').filter(is_kept).collect())
}

macro_rules! files {
    ($($path:literal)*) => {
        const FILES: &[(&str, &str)] = &[$(($path, include_str!(concat!("../runtime/", $path)))),*];
    };
}

files! {
    "base64.rs"
    "base_url.rs"
    "blocking.rs"
    "blocking_download.rs"
    "blocking_items.rs"
    "blocking_tokens.rs"
    "body.rs"
    "callback.rs"
    "callback_parameter.rs"
    "charset.rs"
    "client.rs"
    "client_tokens.rs"
    "client_upload.rs"
    "conditions.rs"
    "containers.rs"
    "credentials.rs"
    "decimal.rs"
    "decode_error.rs"
    "download.rs"
    "encoding.rs"
    "endpoint.rs"
    "enums.rs"
    "error.rs"
    "excerpt.rs"
    "exchange.rs"
    "file.rs"
    "form_read.rs"
    "format.rs"
    "frames.rs"
    "grant.rs"
    "items.rs"
    "linear_pattern.rs"
    "mod.rs"
    "multipart.rs"
    "nullable.rs"
    "number.rs"
    "object.rs"
    "object_tables.rs"
    "operation.rs"
    "operation_tables.rs"
    "parameters.rs"
    "part_header.rs"
    "pattern.rs"
    "payload.rs"
    "prelude.rs"
    "query_keys.rs"
    "reader.rs"
    "reply.rs"
    "reply_header.rs"
    "request.rs"
    "rule_methods.rs"
    "rules.rs"
    "scalars.rs"
    "schema.rs"
    "scheme.rs"
    "secret.rs"
    "secrets.rs"
    "serde_impls.rs"
    "server.rs"
    "settings.rs"
    "source.rs"
    "style.rs"
    "text.rs"
    "text_value.rs"
    "token_error.rs"
    "token_provider.rs"
    "tokens.rs"
    "transfer.rs"
    "undeclared.rs"
    "unions.rs"
    "uri.rs"
    "value.rs"
    "violations.rs"
    "wire.rs"
    "writer.rs"
    "xml.rs"
    "xml_form.rs"
    "xml_read.rs"
    "xml_write.rs"
}
