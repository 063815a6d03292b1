//! The runtime: real source, pasted as it stands.

use super::Needs;
use std::borrow::Cow;

/// Path under `src/runtime` and text of each file, as far as it is needed.
#[must_use]
pub fn files(needs: Needs) -> Vec<(&'static str, Cow<'static, str>)> {
    let files = FILES.iter();
    let files = files.filter(|(path, _)| {
        let is_left_out = |wanted: bool, paths: &[&str]| !wanted && paths.contains(path);
        !is_left_out(needs.xml, FOR_XML) && !is_left_out(needs.linear_patterns, FOR_LINEAR)
    });
    files
        .map(|(path, text)| (*path, kept(text, needs)))
        .collect()
}

/// The files that only crates with XML have.
const FOR_XML: &[&str] = &["xml.rs", "xml_read.rs", "xml_write.rs"];

/// Those that only crates with patterns have that are not matched by backtracking.
const FOR_LINEAR: &[&str] = &["linear_pattern.rs"];

/// Lines about what only some crates need end in these.
const XML: &str = " // XML";
const LINEAR: &str = " // LINEAR";

fn kept(text: &'static str, needs: Needs) -> Cow<'static, str> {
    let marks = [(XML, needs.xml), (LINEAR, needs.linear_patterns)];
    let unwanted = || marks.iter().filter(|(_, wanted)| !wanted);
    if !unwanted().any(|(mark, _)| text.contains(mark)) {
        return Cow::Borrowed(text);
    }
    let is_kept = |line: &&str| !unwanted().any(|(mark, _)| line.trim_end().ends_with(mark));
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
