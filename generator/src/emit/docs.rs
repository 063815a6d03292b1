//! Doc comments.

use super::{Context, checks, markdown};
use crate::ir::{Declared, Docs, Role, Shape, TypeId};
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

/// Longest JSON value shown in docs, in characters.
const LONGEST_VALUE: usize = 200;

/// Paragraphs of a doc comment.
#[derive(Clone, Debug, Default)]
pub(super) struct Text(Vec<String>);

impl Text {
    /// Begins with a paragraph of our own words, which is Markdown already.
    pub(super) fn of(paragraph: impl Into<String>) -> Self {
        Self(vec![paragraph.into()])
    }

    /// Adds a paragraph of our own words.
    pub(super) fn push(&mut self, paragraph: String) {
        self.0.push(paragraph);
    }

    /// Adds a paragraph of our own words, if there is one.
    pub(super) fn extend(&mut self, paragraph: Option<String>) {
        self.0.extend(paragraph);
    }

    /// Adds what the description says, made safe for rustdoc.
    pub(super) fn described(&mut self, docs: &Docs) {
        self.described_as(docs, &[]);
    }

    /// Adds what the description says of something, but for a title that only repeats one of its
    /// names, or how its description begins.
    pub(super) fn described_as(&mut self, docs: &Docs, names: &[&str]) {
        let texts = (title(docs, names).into_iter()).chain(docs.description.as_deref());
        self.0
            .extend(texts.map(markdown::safe).filter_map(non_empty));
        if let Some((description, url)) = &docs.external {
            let link = format!("[{}]({url})", description.as_deref().unwrap_or("More"));
            self.0.extend(non_empty(markdown::safe(&link)));
        }
        if docs.deprecated {
            self.0.push("**Deprecated** by the description.".to_owned());
        }
    }

    /// Adds the server's default, which the client never sends.
    pub(super) fn server_default(&mut self, value: Option<&Value>) {
        if let Some(text) = value.and_then(shown) {
            self.0.push(format!("The server's default: {text}."));
        }
    }

    /// Adds an example value.
    pub(super) fn example(&mut self, docs: &Docs) {
        if let Some(text) = docs
            .example
            .as_ref()
            .and_then(|example| shown(&example.value))
        {
            self.0.push(format!("Example: {text}."));
        }
    }

    /// Adds the format.
    pub(super) fn format(&mut self, format: Option<&str>) {
        self.extend(format.map(|name| format!("Format: {}.", markdown::code(name))));
    }

    /// Adds the constraints.
    pub(super) fn constraints(&mut self, shape: &Shape) {
        let words = checks::words(shape);
        if !words.is_empty() {
            self.0.push(format!("Constraints: {}.", words.join(", ")));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Lines, with an empty one between paragraphs.
    pub(super) fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for paragraph in &self.0 {
            // Whatever the way it came: what cannot be seen must not reach a comment.
            let paragraph = markdown::visible(paragraph);
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(paragraph.lines().map(|line| line.trim_end().to_owned()));
        }
        lines
    }

    /// As attributes, which the printer turns into `///` lines.
    pub(super) fn attributes(&self) -> TokenStream {
        let lines = self.lines().into_iter().map(|line| {
            if line.is_empty() {
                line
            } else {
                format!(" {line}")
            }
        });
        quote!(#(#[doc = #lines])*)
    }
}

/// A JSON value as code, when it is short enough to be read in a sentence.
fn shown(value: &Value) -> Option<String> {
    let text = value.to_string();
    let plain = text.chars().count() <= LONGEST_VALUE && !text.contains(['`', '\n']);
    plain.then(|| format!("`{text}`"))
}

/// The title, unless it only repeats a name, or how the description begins.
fn title<'d>(docs: &'d Docs, names: &[&str]) -> Option<&'d str> {
    let title = docs.summary.as_deref()?;
    let mut description = letters(docs.description.as_deref().unwrap_or_default());
    let begins = letters(title).all(|letter| description.next() == Some(letter));
    let repeats = begins || names.iter().any(|name| letters(name).eq(letters(title)));
    (!repeats).then_some(title)
}

/// What of a text can tell it from another.
fn letters(text: &str) -> impl Iterator<Item = char> {
    let letters = text.chars().filter(|it| it.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}

fn non_empty(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}

/// The docs of a type: its own for a named schema, and for an inline one where it belongs.
pub(super) fn type_docs(context: Context<'_>, id: TypeId) -> Text {
    let ty = context.api.ty(id);
    let mut text = Text::default();
    if let (true, Some(name)) = (ty.request_form, context.names.ty(id)) {
        let owner = belonging(context, id);
        text.push(format!("What requests carry. {owner}"));
        text.described(&ty.docs);
        text.push(format!(
            "What a reply brought becomes one by `{name}::from_json(value.to_json())`."
        ));
        return text;
    }
    if !ty.origin.role.is_empty() {
        text.push(belonging(context, id));
        if !matches!(ty.origin.role.last(), Some(Role::Property(_))) {
            let name = context.names.ty(id).map(ToString::to_string);
            text.described_as(&ty.docs, &[name.as_deref().unwrap_or_default()]);
        }
        return text;
    }
    let name = ty.origin.declared.name();
    text.described_as(&ty.docs, &[name]);
    if text.is_empty() {
        text.push(format!("The schema {}.", markdown::code(name)));
    }
    text
}

/// The docs of a type that is spelled out again: what it says otherwise than the one that stands
/// for it. That of a property stands beside the property.
pub(super) fn repeated(context: Context<'_>, id: TypeId, of: TypeId) -> Text {
    let ty = context.api.ty(id);
    let mut text = Text::default();
    let beside = matches!(ty.origin.role.last(), Some(Role::Property(_)));
    if !beside && ty.docs != context.api.ty(of).docs {
        text.described(&ty.docs);
    }
    text
}

/// Where an inline type belongs, in words.
fn belonging(context: Context<'_>, id: TypeId) -> String {
    let origin = &context.api.ty(id).origin;
    let owner = markdown::code(origin.declared.name());
    let mut steps = Vec::new();
    for role in &origin.role {
        steps.push(match role {
            Role::Property(name) => markdown::code(name),
            Role::Parameter(name) => format!("the parameter {}", markdown::code(name)),
            Role::Header(name) => format!("the header {}", markdown::code(name)),
            Role::AdditionalProperties => "the values".to_owned(),
            Role::Items => "the elements".to_owned(),
            Role::Position(index) => format!("element {}", index + 1),
            Role::Variant(index) => format!("variant {}", index + 1),
            Role::RequestBody => "the body".to_owned(),
            Role::Response(status) => format!("the reply {}", markdown::code(status)),
            Role::Content(name) => format!("the content {}", markdown::code(name)),
            Role::Base => "the common part".to_owned(),
            Role::NonNull => continue,
        });
    }
    if steps.is_empty() {
        return format!("The schema {owner}.");
    }
    steps.reverse();
    let mut path = steps.join(" of ");
    if let Some(first) = path.get(..1) {
        path = first.to_uppercase() + &path[1..];
    }
    match &origin.declared {
        Declared::Component(section, _) if **section == *"parameters" => format!("{path}."),
        _ => format!("{path} of {owner}."),
    }
}

/// The docs of a field: its own, or the first paragraph of its type's. Its name on the wire and its
/// rules stand in its row, which the macros show as well.
pub(super) fn member_docs(context: Context<'_>, name: &str, docs: &Docs, ty: TypeId) -> Text {
    let mut text = Text::default();
    text.described_as(docs, &[name]);
    if text.is_empty() {
        let target = context.api.ty(context.api.resolved(ty));
        let names = [name, target.origin.declared.name()];
        let first = title(&target.docs, &names).or(target.docs.description.as_deref());
        let first = first.map(markdown::first_paragraph).and_then(non_empty);
        text.extend(first);
    }
    text.format(checks::unchecked_format(&context.api.ty(ty).shape));
    text
}
