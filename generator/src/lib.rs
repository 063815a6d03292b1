//! Reads an `OpenAPI` description and writes a Rust client crate.
//!
//! [`generate`] takes texts and gives texts back; it does no I/O. The stages, each a module that
//! only knows those before it:
//!
//! 1. [`source`] reads YAML or JSON into a value tree.
//! 2. [`overlay`] applies corrections, [`bundle`] takes in what other files have, [`lower`] checks the tree and brings every dialect to the
//!    form that the document model can carry.
//! 3. [`build`] turns the document into the [`ir`]: what the API means on the wire.
//! 4. [`names`] gives everything its Rust identifier; [`facts`] are computed once; [`mod@same`] finds types that are
//!    spelled out again.
//! 5. [`emit`] makes tokens of it and [`print`](mod@print) text.
//!
//! Stages never fail: they report to a [`diag::Report`] and go on. What cannot be generated is left
//! out and reported, never dropped in silence.

pub mod build;
pub mod bundle;
pub mod diag;
pub mod emit;
pub mod facts;
pub mod files;
/// What `format` says about values: the same file that generated crates have.
#[path = "runtime/format.rs"]
pub mod format;
pub mod ir;
pub mod lint;
pub mod lower;
pub mod names;
pub mod overlay;
pub mod pattern;
pub mod pointer;
pub mod print;
pub mod same;
pub mod settings;
pub mod shape;
pub mod source;
mod threads;
#[path = "runtime/uri.rs"]
mod uri;

use bundle::Files;
use diag::{Code, Diagnostic, Document, NamedText, Origins, Report, Source, Sources};
use facts::Facts;
use ir::{Api, Declared, Shape};
use names::Names;
use pointer::Pointer;
use same::Same;
use serde_json::Value;
use settings::{Layout, Methods};
use std::collections::BTreeMap;
use threads::{join, with_stack};

/// What a crate is generated from.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The description, with the name that findings show.
    pub description: Source<'a>,
    /// The overlay to apply to it.
    pub overlay: Option<Source<'a>>,
    /// The other files that the description refers to.
    pub files: &'a dyn Files,
    /// The name of the generated package.
    pub package: &'a str,
    /// The environment variable from which the generated client takes its token.
    pub token_env: &'a str,
    /// Whether all types stand in one file.
    pub layout: Layout,
    /// Where the request functions stand.
    pub methods: Methods,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Output {
    /// The files of the crate's `src`, by path; empty when there are errors.
    pub files: BTreeMap<String, String>,
    /// The title of the API.
    pub title: String,
    /// What the crate needs beyond what all do.
    pub needs: emit::Needs,
    /// All findings.
    pub report: Report,
    /// The other files that were read.
    pub texts: Vec<NamedText>,
    /// Which parts of the description came from the overlay and from other files.
    pub origins: Origins,
    /// The Rust types of `components.schemas`, by the name there.
    pub types: BTreeMap<String, SchemaTypes>,
}

/// The Rust types that a named schema became.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SchemaTypes {
    /// The name of its type in the module `types`.
    pub name: String,
    /// That of the form that requests carry, where it differs (`readOnly`, `writeOnly`).
    pub request: Option<String>,
}

impl Output {
    /// The texts that findings are shown in.
    #[must_use]
    pub fn sources<'a>(&'a self, input: &Input<'a>) -> Sources<'a> {
        Sources {
            description: input.description,
            overlay: input.overlay,
            settings: None,
            files: &self.texts,
            origins: &self.origins,
            locate: source::locate,
        }
    }
}

/// Generates the source files of a client crate.
///
/// # Panics
///
/// When the system has no memory for the stack of a thread.
#[must_use]
pub fn generate(input: &Input<'_>) -> Output {
    run_apart(|| run(input, false))
}

/// Looks for mistakes in a description: what [`generate`] finds, and what [`mod@lint`] does.
///
/// The output has no files.
///
/// # Panics
///
/// When the system has no memory for the stack of a thread.
#[must_use]
pub fn lint(input: &Input<'_>) -> Output {
    let mut output = run_apart(|| run(input, true));
    output.files.clear();
    output
}

fn run_apart(run: impl FnOnce() -> Output + Send) -> Output {
    std::thread::scope(|scope| join(with_stack(scope, run)))
}

fn run(input: &Input<'_>, is_lint: bool) -> Output {
    let mut output = Output {
        files: BTreeMap::new(),
        title: String::new(),
        needs: emit::Needs::default(),
        report: Report::default(),
        texts: Vec::new(),
        origins: Origins::default(),
        types: BTreeMap::new(),
    };
    let Some(mut value) = description(input, &mut output) else {
        return output;
    };
    let report = &mut output.report;
    if is_lint {
        lint::lint(&value, report);
    }
    lower::lower(&mut value, &mut output.origins, report);
    let document = match build::document(value) {
        Ok(document) => document,
        Err(error) => {
            let message = format!("the description could not be taken in: {error}");
            report.push(Diagnostic::new(Code::INTERNAL, Pointer::root(), message));
            return output;
        }
    };
    let api = build::build(&document, report);
    let (facts, names) = std::thread::scope(|scope| {
        // Large documents take their time to go.
        with_stack(scope, || drop(document));
        let facts = Facts::of(&api);
        report_endless(&api, &facts, report);
        let mut names = Names::of(&api, &facts, input.methods == Methods::ByTag, report);
        if input.layout == Layout::PerSchema {
            names.name_files(&api);
        }
        (facts, names)
    });
    output.title.clone_from(&api.info.title);
    output.needs = emit::Needs {
        xml: facts.has_xml(),
        forms: facts.reads_forms(),
        linear_patterns: !facts.linear_patterns().is_empty(),
    };
    output.types = schema_types(&api, &names);
    if is_lint || report.has_errors() {
        return output;
    }
    let same = Same::of(&api, &facts, &names);
    let context = emit::Context {
        api: &api,
        facts: &facts,
        names: &names,
        same: &same,
        package: input.package,
        token_env: input.token_env,
        file_per_type: input.layout == Layout::PerSchema,
    };
    for (path, text) in files::texts(context, &header(input.description.name)) {
        match text {
            Ok(text) => {
                output.files.insert(path, text);
            }
            Err(error) => {
                let message = format!("`{path}` could not be printed: {error}");
                report.push(Diagnostic::new(Code::INTERNAL, Pointer::root(), message));
            }
        }
    }
    for (path, text) in emit::runtime_files(output.needs) {
        output.files.insert(
            format!("runtime/{path}"),
            format!("// {MARKER} by Specwright. Do not edit.\n\n{text}"),
        );
    }
    output.files.insert(
        "rustfmt.toml".to_owned(),
        format!("# {MARKER} by Specwright. Do not edit.\n{RUSTFMT}"),
    );
    if report.has_errors() {
        output.files.clear();
    }
    output
}

/// The description with its overlay applied and all its files in one.
fn description(input: &Input<'_>, output: &mut Output) -> Option<Value> {
    let report = &mut output.report;
    let mut value = source::read(input.description.text, Document::Description, report)?;
    if let Some(text) = input.overlay {
        if let Some(overlay) = source::read(text.text, Document::Overlay, report) {
            output.origins = overlay::apply(&mut value, &overlay, report);
        }
    }
    lower::follow_anchors(&mut value);
    output.texts = bundle::bundle(
        &mut value,
        input.description.name,
        input.files,
        &mut output.origins,
        report,
    );
    Some(value)
}

/// Reports required properties that no finite value has; they are taken as optional.
fn report_endless(api: &Api, facts: &Facts, report: &mut Report) {
    for id in api.type_ids() {
        let Shape::Struct(object) = &api.ty(id).shape else {
            continue;
        };
        let required = object.fields.iter().filter(|field| field.required);
        for field in required.filter(|field| facts.must_contain_itself(id, field.ty)) {
            let name = &field.wire;
            let message = format!("no value can satisfy this schema: `{name}` requires it again");
            let finding = Diagnostic::new(Code::CONTRADICTION, field.at.clone(), message);
            report.push(finding.on_key().help("the property is taken as optional"));
        }
    }
}

fn schema_types(api: &Api, names: &Names) -> BTreeMap<String, SchemaTypes> {
    let mut types: BTreeMap<String, SchemaTypes> = BTreeMap::new();
    let home = Pointer::root().keys(["components", "schemas"]);
    for id in api.type_ids() {
        let ty = api.ty(id);
        let Declared::Schema(schema) = &ty.origin.declared else {
            continue;
        };
        let Some(name) = names.ty(id).map(ToString::to_string) else {
            continue;
        };
        if !ty.origin.role.is_empty() || ty.origin.at != home.key(schema) {
            continue;
        }
        let entry = types.entry(schema.to_string()).or_default();
        if ty.request_form {
            entry.request = Some(name);
        } else {
            entry.name = name;
        }
    }
    types
}

/// Stands in the first line of every generated file, and in no other.
pub const MARKER: &str = "@generated";

/// Generated files are printed without rustfmt, which must leave them alone.
const RUSTFMT: &str = "disable_all_formatting = true\n";

fn header(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    format!("{MARKER} by Specwright from {name}. Do not edit.")
}
