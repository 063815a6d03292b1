//! Doc comments.

mod examples;
mod servers;

use super::{Context, checks, markdown};
use crate::ir::{Declared, Docs, Example, Nothing, Role, Shape, Type, TypeId};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;
pub(super) use servers::{own_servers, servers};

/// How many schemas within each other are looked at for what they say.
const DEEPEST: usize = 8;

/// Paragraphs of a doc comment.
#[derive(Clone, Debug, Default, PartialEq)]
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

    /// Adds the paragraphs of another text.
    pub(super) fn append(&mut self, other: Self) {
        self.0.extend(other.0);
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
        for text in &docs.further {
            if !names.iter().any(|name| letters(name).eq(letters(text))) {
                self.unless_said(markdown::safe(text));
            }
        }
        if let Some((description, url)) = &docs.external {
            self.unless_said(markdown::link(
                description.as_deref().unwrap_or("More"),
                url,
            ));
        }
        if docs.deprecated {
            self.unless_said("**Deprecated** by the description.".to_owned());
        }
    }

    /// Adds what the description says of a value, as far as its schemas are no types of their own:
    /// of the value itself, which may have one of these names, of its elements, and so on. `known` has
    /// been added before.
    pub(super) fn value(&mut self, context: Context<'_>, id: TypeId, names: &[&str], known: &Docs) {
        self.within(&unnamed(context, id), names, known);
    }

    /// The same of the elements of a type alone.
    pub(super) fn elements(&mut self, context: Context<'_>, id: TypeId) {
        self.within(&elements(context, id), &[], Docs::NOTHING);
    }

    fn within(&mut self, schemas: &[(String, &Docs)], names: &[&str], known: &Docs) {
        for (way, docs) in schemas {
            if *docs == known || *docs == Docs::NOTHING {
                continue;
            }
            let mut text = Self::default();
            text.described_as(docs, names);
            if let (false, [first, ..]) = (way.is_empty(), text.0.as_mut_slice()) {
                *first = markdown::headed(way, first);
            }
            for paragraph in text.0 {
                self.unless_said(paragraph);
            }
        }
    }

    /// Adds a paragraph, unless another says the same.
    fn unless_said(&mut self, paragraph: String) {
        let said = words(&paragraph);
        if !self.0.iter().any(|known| words(known).contains(&said)) {
            self.0.extend(non_empty(paragraph));
        }
    }

    /// Adds the server's default, which the client never sends.
    pub(super) fn server_default(&mut self, value: Option<&Value>) {
        if let Some(text) = value.and_then(examples::shown) {
            self.0.push(format!("The server's default: {text}."));
        }
    }

    /// Adds the defaults of what is in a value, as far as its schemas are no types of their own.
    pub(super) fn inner_defaults(&mut self, context: Context<'_>, id: TypeId) {
        let within = unnamed(context, id);
        self.defaults(within.iter().filter(|(way, _)| !way.is_empty()));
    }

    /// The same of the value itself as well.
    pub(super) fn defaults_of(&mut self, context: Context<'_>, id: TypeId) {
        self.defaults(unnamed(context, id).iter());
    }

    /// Adds the defaults of the elements of a type.
    pub(super) fn inner_defaults_of_type(&mut self, context: Context<'_>, id: TypeId) {
        self.defaults(elements(context, id).iter());
    }

    fn defaults<'d>(&mut self, schemas: impl Iterator<Item = &'d (String, &'d Docs)>) {
        for (way, docs) in schemas {
            let of = if way.is_empty() { "" } else { " of " };
            let text = docs.default.as_ref().and_then(examples::shown);
            self.extend(text.map(|text| format!("The server's default{of}{way}: {text}.")));
        }
    }

    /// Adds the examples.
    pub(super) fn examples(&mut self, examples: &[Example]) {
        self.extend(examples::text("", examples));
    }

    /// Adds these examples of a value, or else those that its schema has, if that is no type of its
    /// own, or else those of its elements.
    pub(super) fn examples_of(&mut self, own: &[Example], context: Context<'_>, id: TypeId) {
        self.first_examples(own, &unnamed(context, id));
    }

    /// Adds the examples of a type, or else of its elements. Those of a property stand beside the
    /// property.
    pub(super) fn type_examples(&mut self, context: Context<'_>, id: TypeId) {
        let ty = context.api.ty(id);
        if !matches!(ty.origin.role.last(), Some(Role::Property(_))) {
            self.first_examples(&ty.docs.examples, &elements(context, id));
        }
    }

    fn first_examples(&mut self, own: &[Example], schemas: &[(String, &Docs)]) {
        let within = schemas
            .iter()
            .map(|(way, docs)| (way.as_str(), &docs.examples[..]));
        let mut all = std::iter::once(("", own)).chain(within);
        self.extend(all.find_map(|(way, examples)| examples::text(way, examples)));
    }

    /// Adds the format.
    pub(super) fn format(&mut self, format: Option<&str>) {
        self.extend(format.map(|name| format!("Format: {}.", markdown::code(name))));
    }

    /// Adds the constraints.
    pub(super) fn constraints(&mut self, ty: &Type) {
        self.constraints_of("", ty);
    }

    /// The same of what is a part of the value, in words.
    pub(super) fn constraints_of(&mut self, part: &str, ty: &Type) {
        let mut words = checks::words(&ty.shape);
        let others = ty.assertions.iter().map(|assertion| &assertion.shown);
        let others = others.filter(|shown| !shown.contains(['`', '\n', '\r']));
        words.extend(others.map(|shown| format!("`{shown}`")));
        if !words.is_empty() {
            self.0
                .push(format!("Constraints{part}: {}.", words.join(", ")));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of it as an element of a list.
    pub(super) fn element(&self, head: &str) -> String {
        markdown::element(head, &self.0)
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
        let lines = self.lines().into_iter().map(|line| literal(&line));
        quote!(#(#[doc = #lines])*)
    }
}

/// What is said of a value by schemas that are no types of their own: its own, that of its elements,
/// and so on, each with the way there in words.
fn unnamed(context: Context<'_>, id: TypeId) -> Vec<(String, &Docs)> {
    let mut found = Vec::new();
    within(context, String::new(), id, &mut found);
    found
}

/// The same of the elements of a type alone.
fn elements(context: Context<'_>, id: TypeId) -> Vec<(String, &Docs)> {
    let mut found = Vec::new();
    if let Some((step, docs, next)) = inner(&context.api.ty(id).shape) {
        found.push((step.to_owned(), docs));
        within(context, step.to_owned(), next, &mut found);
    }
    found
}

/// Adds those of a type and what is in it; `way` is the way to it.
fn within<'a>(context: Context<'a>, way: String, id: TypeId, found: &mut Vec<(String, &'a Docs)>) {
    let (mut way, mut id) = (way, id);
    while context.names.ty(id).is_none() && found.len() < DEEPEST {
        let ty = context.api.ty(id);
        found.push((way.clone(), &ty.docs));
        let Some((step, docs, next)) = inner(&ty.shape) else {
            break;
        };
        way = match (step, way.as_str()) {
            ("", _) => way,
            (_, "") => step.to_owned(),
            (_, outer) => format!("{step} of {outer}"),
        };
        found.push((way.clone(), docs));
        id = next;
    }
}

/// What is in a type that has one part: what that is to it, what is said of it beside its type, and
/// the type.
fn inner(shape: &Shape) -> Option<(&'static str, &Docs, TypeId)> {
    match shape {
        Shape::Alias(to) | Shape::Nullable(to) => Some(("", Docs::NOTHING, *to)),
        Shape::List(list) => Some(("elements", &list.items_docs, list.items)),
        Shape::Map(map) => Some(("values", &map.values_docs, map.values)),
        _ => None,
    }
}

/// A line of documentation as a literal: as it stands where it can, which takes less time to write
/// and to read than one with escapes.
fn literal(line: &str) -> Literal {
    let blank = if line.is_empty() { "" } else { " " };
    let plain = if line.contains(['"', '\\']) {
        None
    } else {
        format!("\"{blank}{line}\"").parse().ok()
    };
    plain.unwrap_or_else(|| Literal::string(&format!("{blank}{line}")))
}

/// The title, unless it only repeats a name, or how the description begins.
fn title<'d>(docs: &'d Docs, names: &[&str]) -> Option<&'d str> {
    let title = docs.summary.as_deref()?;
    let mut description = letters(docs.description.as_deref().unwrap_or_default());
    let begins = letters(title).all(|letter| description.next() == Some(letter));
    let repeats = begins || names.iter().any(|name| letters(name).eq(letters(title)));
    (!repeats).then_some(title)
}

/// The words of a text, each between spaces.
fn words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |all, word| all + &word.to_lowercase() + " ")
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
        if !matches!(
            ty.origin.role.last(),
            Some(Role::Property(_) | Role::Parameter(_) | Role::Header(_))
        ) {
            text.server_default(ty.docs.default.as_ref());
        }
        return text;
    }
    let name = ty.origin.declared.name();
    text.described_as(&ty.docs, &[name]);
    if text.is_empty() {
        text.push(format!("The schema {}.", markdown::code(name)));
    }
    text.server_default(ty.docs.default.as_ref());
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
        text.examples(&ty.docs.examples);
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
    text.value(context, ty, &[name], docs);
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
