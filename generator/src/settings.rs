//! `spec/codegen.toml`: what to generate from what.

use crate::diag::{Code, Diagnostic, Document, Report};
use crate::pointer::Pointer;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `input.description`: the file of the description, in the folder of the settings.
    pub description: String,
    /// `input.overlay`: the file of the overlay, in the folder of the settings.
    pub overlay: Option<String>,
    /// `output.directory`: the folder of the generated crate, from the root of the workspace.
    pub directory: String,
    /// `crate.package`: the name of the generated package.
    pub package: String,
    /// `crate.token_env`: the environment variable from which `Client::from_env` takes the token;
    /// by default the name of the package in capitals with `_TOKEN` behind it.
    pub token_env: String,
    /// `types.layout`: how types are spread over files.
    pub layout: Layout,
    /// `client.methods`: where the request functions stand.
    pub methods: Methods,
    /// `findings.deny`: codes whose findings refuse to generate, as errors do.
    pub deny: Vec<Code>,
}

/// How types are spread over files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// `single`: all in `types.rs`.
    #[default]
    Single,
    /// `per-schema`: one file for each named schema.
    PerSchema,
}

/// Where the request functions stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Methods {
    /// `flat`: all on the client.
    #[default]
    Flat,
    /// `by-tag`: on a client for each tag; those without a tag on the client itself.
    ByTag,
}

/// The keys that there are, by section.
const SECTIONS: &[(&str, &[&str])] = &[
    ("input", &["description", "overlay"]),
    ("output", &["directory"]),
    ("crate", &["package", "token_env"]),
    ("types", &["layout"]),
    ("client", &["methods"]),
    ("findings", &["deny"]),
];

const LAYOUTS: Choices<Layout> = [
    ("single", Layout::Single),
    ("per-schema", Layout::PerSchema),
];

const METHODS: Choices<Methods> = [("flat", Methods::Flat), ("by-tag", Methods::ByTag)];

/// The values that a key can have.
type Choices<T> = [(&'static str, T); 2];

/// Reads the settings. `None` means that the report has errors about them.
pub fn read(text: &str, report: &mut Report) -> Option<Settings> {
    let mut reader = Reader {
        text,
        report,
        failed: false,
    };
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            reader.fail(Code::SETTINGS_SYNTAX, error.span(), error.message());
            return None;
        }
    };
    reader.known_keys(&table);
    let description = reader.path(&table, "input", "description");
    let overlay = reader.path(&table, "input", "overlay");
    let directory = reader
        .path(&table, "output", "directory")
        .unwrap_or_else(|| "generated-client".to_owned());
    let package = reader.package(&table);
    let token_env = reader.token_env(&table, package.as_deref().unwrap_or_default());
    let layout = reader.choice(&table, "types", "layout", LAYOUTS);
    let methods = reader.choice(&table, "client", "methods", METHODS);
    let deny = reader.codes(&table, "findings", "deny");
    if description.is_none() && !reader.failed {
        reader.fail(
            Code::SETTINGS_VALUE,
            None,
            "`input.description` is missing: it names the file of the description",
        );
    }
    if package.is_none() && !reader.failed {
        reader.fail(
            Code::SETTINGS_VALUE,
            None,
            "`crate.package` is missing: it names the generated package",
        );
    }
    if reader.failed {
        return None;
    }
    Some(Settings {
        description: description?,
        overlay,
        directory,
        package: package?,
        token_env,
        layout,
        methods,
        deny,
    })
}

struct Reader<'a> {
    text: &'a str,
    report: &'a mut Report,
    failed: bool,
}

impl Reader<'_> {
    fn known_keys(&mut self, table: &DeTable<'_>) {
        let sections: Vec<&str> = SECTIONS.iter().map(|(name, _)| *name).collect();
        for (section, value) in table {
            let Some((_, keys)) = SECTIONS.iter().find(|(name, _)| name == section.get_ref())
            else {
                self.unknown(section.get_ref(), section.span(), &sections);
                continue;
            };
            let Some(inner) = value.get_ref().as_table() else {
                let message = format!(
                    "`{}` is a section: write `[{}]`",
                    section.get_ref(),
                    section.get_ref()
                );
                self.fail(Code::SETTINGS_VALUE, Some(value.span()), &message);
                continue;
            };
            for key in inner.keys() {
                if !keys.contains(&key.get_ref().as_ref()) {
                    self.unknown(key.get_ref(), key.span(), keys);
                }
            }
        }
    }

    /// A relative path that stays inside its folder.
    fn path(&mut self, table: &DeTable<'_>, section: &str, key: &str) -> Option<String> {
        let (path, span) = self.text_at(table, section, key)?;
        let parts_are_good = path.split('/').all(|part| !matches!(part, "" | "." | ".."));
        if parts_are_good && !path.contains(['\\', ':', '\0']) {
            return Some(path);
        }
        let message = format!("`{section}.{key}` is a relative path with `/` and without `..`");
        self.fail(Code::SETTINGS_PATH, Some(span), &message);
        None
    }

    fn package(&mut self, table: &DeTable<'_>) -> Option<String> {
        let (name, span) = self.text_at(table, "crate", "package")?;
        let good = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
        if good && name.len() <= 64 {
            return Some(name);
        }
        self.fail(
            Code::SETTINGS_VALUE,
            Some(span),
            "`crate.package` is made of letters, digits, `-` and `_`",
        );
        None
    }

    fn token_env(&mut self, table: &DeTable<'_>, package: &str) -> String {
        let Some((name, span)) = self.text_at(table, "crate", "token_env") else {
            return format!("{}_TOKEN", package.to_ascii_uppercase().replace('-', "_"));
        };
        let good = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        if !good {
            self.fail(
                Code::SETTINGS_VALUE,
                Some(span),
                "`crate.token_env` is made of letters, digits and `_`",
            );
        }
        name
    }

    /// One of two values; without one, the usual.
    fn choice<T: Copy + Default>(
        &mut self,
        table: &DeTable<'_>,
        section: &str,
        key: &str,
        choices: Choices<T>,
    ) -> T {
        let Some((name, span)) = self.text_at(table, section, key) else {
            return T::default();
        };
        if let Some((_, value)) = choices.iter().find(|(known, _)| *known == name) {
            return *value;
        }
        let [(one, _), (other, _)] = choices;
        let message = format!("`{section}.{key}` is `\"{one}\"` or `\"{other}\"`");
        self.fail(Code::SETTINGS_VALUE, Some(span), &message);
        T::default()
    }

    /// A list of codes of findings.
    fn codes(&mut self, table: &DeTable<'_>, section: &str, key: &str) -> Vec<Code> {
        let section_table = table.get(section).and_then(|it| it.get_ref().as_table());
        let Some(value) = section_table.and_then(|it| it.get(key)) else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            let message = format!("`{section}.{key}` is a list of codes, such as `[\"W0607\"]`");
            self.fail(Code::SETTINGS_VALUE, Some(value.span()), &message);
            return Vec::new();
        };
        let mut codes = Vec::new();
        for item in list {
            match item.get_ref().as_str().and_then(Code::parse) {
                Some(code) => codes.push(code),
                None => self.fail(
                    Code::SETTINGS_VALUE,
                    Some(item.span()),
                    "there is no such code: `cargo xtask explain` lists those there are",
                ),
            }
        }
        codes
    }

    fn text_at(
        &mut self,
        table: &DeTable<'_>,
        section: &str,
        key: &str,
    ) -> Option<(String, Range<usize>)> {
        let value: &Spanned<DeValue<'_>> = table.get(section)?.get_ref().as_table()?.get(key)?;
        if let Some(text) = value.get_ref().as_str() {
            return Some((text.to_owned(), value.span()));
        }
        self.fail(
            Code::SETTINGS_VALUE,
            Some(value.span()),
            &format!("`{section}.{key}` is a text in quotes"),
        );
        None
    }

    fn unknown(&mut self, key: &str, span: Range<usize>, known: &[&str]) {
        self.failed = true;
        let mut finding = self.finding(
            Code::SETTINGS_KEY,
            Some(span),
            &format!("unknown key `{key}`"),
        );
        let near = known
            .iter()
            .find(|known| key.len() < 40 && strsim::damerau_levenshtein(known, key) <= 3);
        finding = match near {
            Some(near) => finding.help(format!("did you mean `{near}`?")),
            None => finding.help(format!("there are: {}", known.join(", "))),
        };
        self.report.push(finding);
    }

    fn fail(&mut self, code: Code, span: Option<Range<usize>>, message: &str) {
        self.failed = true;
        let finding = self.finding(code, span, message);
        self.report.push(finding);
    }

    fn finding(&self, code: Code, span: Option<Range<usize>>, message: &str) -> Diagnostic {
        let before = self
            .text
            .get(..span.map_or(0, |span| span.start))
            .unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        let message = message.lines().next().unwrap_or_default();
        Diagnostic::new(code, Pointer::root(), message)
            .in_document(Document::Settings)
            .at(line, column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(text: &str) -> Vec<String> {
        let mut report = Report::default();
        assert_eq!(read(text, &mut report).is_none(), report.has_errors());
        report
            .diagnostics()
            .map(|d| {
                format!(
                    "{} {:?} {}",
                    d.code.as_str(),
                    d.place.position,
                    d.help.join("")
                )
            })
            .collect()
    }

    #[test]
    fn defaults_are_filled_in() {
        let text = "[input]\ndescription = \"a.yaml\"\n[crate]\npackage = \"my-api\"\n";
        let settings = read(text, &mut Report::default()).unwrap();
        assert_eq!(settings.token_env, "MY_API_TOKEN");
        assert_eq!(settings.directory, "generated-client");
        assert_eq!(settings.layout, Layout::Single);
        assert_eq!(settings.methods, Methods::Flat);
        let by_tag = format!("{text}[client]\nmethods = \"by-tag\"\n");
        let settings = read(&by_tag, &mut Report::default()).unwrap();
        assert_eq!(settings.methods, Methods::ByTag);
    }

    #[test]
    fn mistakes_have_a_place() {
        assert_eq!(
            findings("[input]\ndescripton = \"a\"\n")[0],
            "E0902 Some((2, 1)) did you mean `description`?"
        );
        assert_eq!(findings("[input\n")[0].get(..5), Some("E0901"));
        assert_eq!(
            findings("[types]\nlayout = \"both\"\n")[0],
            "E0903 Some((2, 10)) "
        );
        assert_eq!(
            findings("[client]\nmethods = \"by_tag\"\n")[0],
            "E0903 Some((2, 11)) "
        );
        for path in ["../a", "/a", "a/../b", "C:/a", "a\\\\b", ""] {
            assert!(
                findings(&format!("[input]\ndescription = \"{path}\"\n"))[0].starts_with("E0904"),
                "{path}"
            );
        }
        assert_eq!(findings("")[0].get(..5), Some("E0903"));
    }
}
