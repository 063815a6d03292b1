//! The runtime: real source, pasted as it stands.

use std::borrow::Cow;

/// Path under `src/runtime` and text of each file; those for XML only where it is spoken.
#[must_use]
pub fn files(xml: bool) -> Vec<(&'static str, Cow<'static, str>)> {
    let files = FILES
        .iter()
        .filter(|(path, _)| xml || !FOR_XML.contains(path));
    files
        .map(|(path, text)| {
            let kept = if xml {
                Cow::Borrowed(*text)
            } else {
                without_xml(text)
            };
            (*path, kept)
        })
        .collect()
}

/// The files that only crates with XML have. Lines about them elsewhere end in [`MARK`].
const FOR_XML: &[&str] = &["xml.rs", "xml_read.rs", "xml_write.rs"];
const MARK: &str = " // XML";

fn without_xml(text: &'static str) -> Cow<'static, str> {
    if !text.contains(MARK) {
        return Cow::Borrowed(text);
    }
    let lines = text.split_inclusive('\n');
    let kept = lines.filter(|line| !line.trim_end().ends_with(MARK));
    Cow::Owned(kept.collect())
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
