//! The runtime: real source, pasted as it stands.

macro_rules! files {
    ($($path:literal)*) => {
        /// Path under `src/runtime` and text of each file.
        #[must_use]
        pub fn files() -> &'static [(&'static str, &'static str)] {
            &[$(($path, include_str!(concat!("../runtime/", $path)))),*]
        }
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
    "client.rs"
    "client_tokens.rs"
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
    "exchange.rs"
    "file.rs"
    "frames.rs"
    "grant.rs"
    "items.rs"
    "mod.rs"
    "multipart.rs"
    "nullable.rs"
    "object.rs"
    "operation.rs"
    "parameters.rs"
    "pattern.rs"
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
    "style.rs"
    "text.rs"
    "text_value.rs"
    "token_error.rs"
    "token_provider.rs"
    "tokens.rs"
    "transfer.rs"
    "unions.rs"
    "value.rs"
    "violations.rs"
    "wire.rs"
    "writer.rs"
}
