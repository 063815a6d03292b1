//! `Cargo.toml` of a crate that stands by itself.

use super::Needs;
use crate::MARKER;
use toml::de::DeTable;

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

/// The lines that a manifest lacks below `[dependencies]` so that the generated code compiles with its
/// features off; none where it is no TOML, of which cargo speaks.
#[must_use]
pub fn missing_dependencies(manifest: &str, needs: Needs) -> Vec<String> {
    let Ok(manifest) = DeTable::parse(manifest) else {
        return Vec::new();
    };
    let listed = manifest.get_ref().get("dependencies");
    let listed = listed.and_then(|it| it.get_ref().as_table());
    let names: Vec<String> = listed
        .into_iter()
        .flat_map(|table| table.keys())
        .map(|name| name.get_ref().replace('_', "-"))
        .collect();
    let all = with(needs);
    let all = all.lines().skip_while(|line| *line != "[dependencies]");
    all.filter(|line| !line.contains("optional = true"))
        .filter(|line| {
            let name = line.split_once(" = ").map(|(name, _)| name);
            name.is_some_and(|name| !names.iter().any(|known| known == name))
        })
        .map(str::to_owned)
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dependencies_that_a_manifest_lacks_are_found() {
        let plain = manifest("it", "It", Needs::default());
        let needs = Needs {
            xml: true,
            linear_patterns: true,
            ..Needs::default()
        };
        assert!(missing_dependencies(&plain, Needs::default()).is_empty());
        assert!(missing_dependencies(&manifest("it", "It", needs), needs).is_empty());
        let lines = [
            r#"quick-xml = { version = "0.41", default-features = false }"#,
            r#"regex-lite = "0.1""#,
        ];
        assert_eq!(missing_dependencies(&plain, needs), lines);
        let other = plain + "[dependencies.quick_xml]\nworkspace = true\npackage = \"quick-xml\"\n";
        assert_eq!(missing_dependencies(&other, needs), lines[1..]);
        assert!(missing_dependencies("[dependencies", needs).is_empty());
    }
}
