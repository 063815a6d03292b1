//! What to read and where to write, from `spec/codegen.toml` or the command line.

use crate::{terminal, workspace};
use anyhow::{Result, bail};
use serde_json::Value;
use specwright::diag::{self, Code, Origins, Report, Source, Sources};
use specwright::settings::{self, Layout, Methods};
use specwright::source;
use std::fmt;
use std::path::{Path, PathBuf};

/// One crate to generate.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    /// The description.
    pub(crate) description: PathBuf,
    /// The overlay to apply to it.
    pub(crate) overlay: Option<PathBuf>,
    /// The folder of the crate.
    pub(crate) out: PathBuf,
    /// Its package name.
    pub(crate) package: String,
    /// The variable from which its client takes the token.
    pub(crate) token_env: String,
    /// How its types are spread over files.
    pub(crate) layout: Layout,
    /// Where its request functions stand.
    pub(crate) methods: Methods,
    /// Codes whose findings refuse to generate, as errors do.
    pub(crate) deny: Vec<Code>,
    /// Whether its manifest is generated too.
    pub(crate) manifest: bool,
}

impl Project {
    /// The bundled project.
    pub(crate) fn bundled() -> Result<Self> {
        let root = workspace::root();
        let folder = root.join("spec");
        let path = folder.join("codegen.toml");
        let text = workspace::read(&path)?;
        let mut report = Report::default();
        let read = settings::read(&text, &mut report);
        let Some(settings) = read.filter(|_| !report.has_errors()) else {
            bail!(Unusable {
                what: "the settings cannot be used".to_owned(),
                name: workspace::shown(&path),
                text,
                report
            });
        };
        Ok(Self {
            description: folder.join(settings.description),
            overlay: settings.overlay.map(|overlay| folder.join(overlay)),
            out: root.join(settings.directory),
            token_env: settings.token_env,
            layout: settings.layout,
            methods: settings.methods,
            deny: settings.deny,
            package: settings.package,
            manifest: false,
        })
    }

    /// A crate of its own in the folder `out`, named like the folder unless `package` says otherwise.
    pub(crate) fn standalone(
        description: &Path,
        out: &Path,
        package: Option<&str>,
    ) -> Result<Self> {
        let package = package.map_or_else(|| package_from(out), ToOwned::to_owned);
        check_package(&package)?;
        Ok(Self {
            description: description.to_owned(),
            overlay: None,
            out: out.to_owned(),
            token_env: package.to_uppercase().replace('-', "_") + "_TOKEN",
            layout: Layout::default(),
            methods: Methods::default(),
            deny: Vec::new(),
            package,
            manifest: true,
        })
    }
}

/// A package name from the name of the folder.
fn package_from(out: &Path) -> String {
    let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    let name = out
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let name: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    match name.trim_matches('-') {
        "" => "client".to_owned(),
        name if name.starts_with(|c: char| c.is_ascii_alphabetic()) => name.to_owned(),
        name => format!("client-{name}"),
    }
}

/// Refuses what cargo would refuse.
fn check_package(package: &str) -> Result<()> {
    let first = package.starts_with(|c: char| c.is_ascii_alphabetic());
    let all = package
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if !first || !all {
        bail!("`{package}` is no name of a package: letters, digits, `-` and `_`, a letter first");
    }
    Ok(())
}

/// A text that cannot be used, such as the settings, with what was found in it.
#[derive(Debug)]
pub(crate) struct Unusable {
    /// That it cannot be used, in words.
    pub(crate) what: String,
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) report: Report,
}

impl Unusable {
    /// The findings as data.
    pub(crate) fn to_json(&self) -> Value {
        self.with_sources(|sources| diag::to_json(&self.report, sources))
    }

    /// How many errors there are.
    pub(crate) fn errors(&self) -> usize {
        self.report.count(diag::Severity::Error)
    }

    fn with_sources<T>(&self, use_them: impl FnOnce(&Sources<'_>) -> T) -> T {
        let settings = Source {
            name: &self.name,
            text: &self.text,
        };
        use_them(&Sources {
            description: settings,
            overlay: None,
            settings: Some(settings),
            files: &[],
            origins: &Origins::default(),
            locate: source::locate,
        })
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rendered =
            self.with_sources(|sources| diag::render(&self.report, sources, terminal::style()));
        write!(f, "{}\n{}", self.what, rendered.trim_end())
    }
}

impl std::error::Error for Unusable {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_named_like_their_folder() {
        for (out, name) in [
            ("a/My API", "my-api"),
            ("x/2nd", "client-2nd"),
            ("x/_y_", "y"),
            ("/", "client"),
        ] {
            assert_eq!(package_from(Path::new(out)), name);
        }
        assert!(check_package("a-b_9").is_ok());
        for wrong in ["", "9a", "a b", "a/b", "ä", "-a"] {
            assert!(check_package(wrong).is_err(), "{wrong}");
        }
    }
}
