//! `Cargo.toml` of a crate that stands by itself.

use super::Needs;
use crate::MARKER;

impl Needs {
    /// The crates that manifests have for it.
    fn dependencies(self) -> String {
        let mut lines = String::new();
        if self.xml {
            lines.push_str("quick-xml = { version = \"0.41\", default-features = false }\n");
        }
        if self.linear_patterns {
            lines.push_str("# For patterns that backtracking could take very long to match.\n");
            lines.push_str("regex-lite = \"0.1\"\n");
        }
        lines
    }
}

/// The manifest of a complete crate with this package name.
#[must_use]
pub fn manifest(package: &str, title: &str, needs: Needs) -> String {
    let title: String = title
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let title = title.trim().replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        r#"# {MARKER} by Specwright. Without this line the file is left alone when the crate is generated again.

[package]
name = "{package}"
description = "Client for {title}"
version = "0.1.0"
edition = "2024"
rust-version = "1.85"
publish = false

# A package of its own, also inside the folder of another workspace.
[workspace]

[package.metadata.docs.rs]
all-features = true

{}"#,
        with(needs)
    )
}

fn with(needs: Needs) -> String {
    let before = "# Later versions do not compile";
    NEEDS.replacen(before, &(needs.dependencies() + before), 1)
}

/// The features and dependencies of every generated crate. The bundled client's manifest, which is
/// kept by hand, has the same; a test compares them.
const NEEDS: &str = r#"[features]
default = ["reqwest"]
# The asynchronous client.
reqwest = ["dep:reqwest", "dep:tokio", "dep:futures-core"]
# The blocking client.
ureq = ["dep:ureq"]
# `serde::{Serialize, Deserialize}` for all types.
serde = ["dep:serde"]

[dependencies]
bytes = "1"
http = "1"
jiter = { version = "0.13", default-features = false }
percent-encoding = "2"
# Later versions do not compile with Rust 1.85 and do not say so.
regress = { version = "=0.10.4", default-features = false, features = ["std"] }

futures-core = { version = "0.3", default-features = false, optional = true }
reqwest = { version = "0.13", default-features = false, features = ["http2", "rustls", "stream", "system-proxy"], optional = true }
serde = { version = "1", default-features = false, features = ["std"], optional = true }
tokio = { version = "1", default-features = false, features = ["fs", "io-util", "rt", "sync", "time"], optional = true }
ureq = { version = "3.5", default-features = false, features = ["rustls"], optional = true }
"#;
