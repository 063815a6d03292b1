//! Descriptions of several files, for tests.

use serde_json::Value;
use specwright::bundle::{Files, bundle};
use specwright::diag::{Document, NamedText, Origins, Report, Source, Sources, Style, render};
use specwright::pointer::Pointer;
use specwright::source;
use std::collections::BTreeMap;

/// What came of a description.
pub(crate) struct Bundled {
    pub(crate) value: Value,
    pub(crate) origins: Origins,
    pub(crate) texts: Vec<NamedText>,
    pub(crate) report: Report,
    root: String,
}

impl Bundled {
    pub(crate) fn schemas(&self) -> Vec<&str> {
        let schemas = self.value["components"]["schemas"].as_object();
        schemas
            .into_iter()
            .flat_map(|map| map.keys().map(String::as_str))
            .collect()
    }

    /// File and place that a part was written at.
    pub(crate) fn origin(&self, at: &str) -> (String, String) {
        let (document, from) = self.origins.resolve(&Pointer::parse(at).unwrap());
        let file = match document {
            Document::File(index) => self.texts[index as usize].name.clone(),
            _ => "api/root.yaml".to_owned(),
        };
        (file, from.to_string())
    }

    /// The findings as people see them.
    pub(crate) fn findings(&self) -> String {
        let sources = Sources {
            description: Source {
                name: "api/root.yaml",
                text: &self.root,
            },
            overlay: None,
            settings: None,
            files: &self.texts,
            origins: &self.origins,
            locate: source::locate,
        };
        render(&self.report, &sources, Style::Plain)
    }
}

pub(crate) fn bundled(root: &str, files: &dyn Files) -> Bundled {
    let mut report = Report::default();
    let mut value = source::read(root, Document::Description, &mut report).unwrap();
    let mut origins = Origins::default();
    let texts = bundle(
        &mut value,
        "api/root.yaml",
        files,
        &mut origins,
        &mut report,
    );
    let root = root.to_owned();
    Bundled {
        value,
        origins,
        texts,
        report,
        root,
    }
}

pub(crate) fn files(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

/// A description whose schemas are these members of a YAML mapping.
pub(crate) fn root(schemas: &str) -> String {
    format!(
        "openapi: 3.0.4\ninfo: {{title: T, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{{schemas}}}}}\n"
    )
}
