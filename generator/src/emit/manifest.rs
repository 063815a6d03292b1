//! `Cargo.toml` of a crate that stands by itself.

/// The manifest of a complete crate with this package name.
#[must_use]
pub fn manifest(package: &str, title: &str) -> String {
    let description: String = title
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect::<String>()
        .replace('\\', "\\\\")
        .replace('"', "\\\"");
    format!(
        r#"[package]
name = "{package}"
description = "Client for {description}"
version = "0.1.0"
edition = "2024"
rust-version = "1.85"
publish = false

# A package of its own, also inside the folder of another workspace.
[workspace]
{DEPENDENCIES}"#
    )
}

const DEPENDENCIES: &str = "
";
