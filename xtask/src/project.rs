//! What to read and where to write, from `spec/codegen.toml`.

use crate::{terminal, workspace};
use anyhow::{Result, bail};
use specwright::diag::{self, Origins, Report, Source, Sources};
use specwright::{settings, source};
use std::path::PathBuf;

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
    /// Whether its manifest is generated too.
    pub(crate) manifest: bool,
}

/// The bundled project.
pub(crate) fn load() -> Result<Project> {
    let root = workspace::root();
    let folder = root.join("spec");
    let path = folder.join("codegen.toml");
    let text = workspace::read(&path)?;
    let mut report = Report::default();
    let read = settings::read(&text, &mut report);
    let Some(settings) = read.filter(|_| !report.has_errors()) else {
        let name = workspace::shown(&path);
        let source = Source {
            name: &name,
            text: &text,
        };
        let sources = Sources {
            description: source,
            overlay: None,
            settings: Some(source),
            origins: &Origins::default(),
            locate: source::locate,
        };
        bail!(
            "the settings cannot be used\n{}",
            diag::render(&report, &sources, terminal::style())
        );
    };
    Ok(Project {
        description: folder.join(settings.description),
        overlay: settings.overlay.map(|overlay| folder.join(overlay)),
        out: root.join(settings.directory),
        token_env: settings.token_env,
        package: settings.package,
        manifest: false,
    })
}

/// The variable of a package that names none: `MY_CLIENT_TOKEN` for `my-client`.
pub(crate) fn default_token_env(package: &str) -> String {
    package.to_uppercase().replace('-', "_") + "_TOKEN"
}

/// Refuses what cargo would refuse.
pub(crate) fn check_package(package: &str) -> Result<()> {
    let first = package.starts_with(|c: char| c.is_ascii_alphabetic());
    let all = package
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if !first || !all {
        bail!("`{package}` is no name of a package: letters, digits, `-` and `_`, a letter first");
    }
    Ok(())
}
