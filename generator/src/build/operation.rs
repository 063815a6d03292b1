//! Operations: parameters, bodies and where they are sent.

use super::contents::{declared, is_scalar, shared};
use super::media_types::{Family, family};
use super::path::{disagree, target, template_names, without_fragment};
use super::replies::NoBody;
use super::{Builder, docs};
use crate::diag::{Code, Diagnostic};
use crate::ir::{
    Declared, Docs, EmptyValue, Location, Operation, Origin, Parameter, Role, Shape, Shared, Style,
    Text,
};
use crate::pointer::Pointer;
use crate::shape::is_token;
use indexmap::IndexSet;
use openapiv3::{
    CookieStyle, HeaderStyle, Parameter as Written, PathItem, PathStyle, QueryStyle, ReferenceOr,
};
use std::collections::BTreeSet;

/// Header parameters with these names are ignored (OpenAPI 3.0.4, Parameter Object).
const RESERVED_HEADERS: [&str; 3] = ["accept", "content-type", "authorization"];

/// Headers of the message itself: another value would make it one that cannot be read.
const OWN_HEADERS: [&str; 4] = ["connection", "content-length", "host", "transfer-encoding"];

/// Why there is no header with a name that is no token.
pub(super) const NO_HEADER: &str = "a header cannot have this name (RFC 9110, section 5.1)";

/// Why nothing can be sent under a name, if so.
fn unsendable(location: Location, name: &str) -> Option<&'static str> {
    match location {
        Location::Header => set_by_client(name),
        Location::Cookie if !name.bytes().all(is_token) => {
            Some("a cookie cannot have this name (RFC 6265, section 4.1.1)")
        }
        Location::Cookie | Location::Path | Location::Query => None,
    }
}

/// Why a header cannot be a parameter, if so.
fn set_by_client(header: &str) -> Option<&'static str> {
    let header = header.to_ascii_lowercase();
    if RESERVED_HEADERS.contains(&header.as_str()) {
        Some("OpenAPI ignores header parameters with this name: the client sets it by itself")
    } else if OWN_HEADERS.contains(&header.as_str()) {
        Some("the client sets the header from the request itself")
    } else if !header.bytes().all(is_token) {
        Some(NO_HEADER)
    } else {
        None
    }
}

pub(super) fn ignored(name: &str, at: Pointer, why: &str) -> Diagnostic {
    let message = format!("parameter `{name}` is left out");
    Diagnostic::new(Code::PARAMETER_IGNORED, at, message).help(why)
}

impl<'a> Builder<'a> {
    pub(super) fn operations(&mut self) {
        let home = Pointer::root().key("paths");
        let mut with_fragment = Vec::new();
        for (path, node) in &self.doc.paths.paths {
            let at = home.key(path);
            // References to path items have been replaced before.
            let ReferenceOr::Item(item) = node else {
                continue;
            };
            if let Some(mark) = item.extensions.get("x-specwright-callback") {
                self.callbacks(item, mark);
                continue;
            }
            if without_fragment(path) != path {
                with_fragment.push(path);
            }
            self.missing_path(&format!("the path `{path}`"), item, &at);
            for (method, operation) in item.iter() {
                let fallback = format!("{method} {path}");
                let built = self.operation((path, method), item, operation, &at, fallback);
                self.api.operations.push(built);
            }
        }
        self.api
            .operations
            .sort_by(|a, b| (&a.path, &a.method).cmp(&(&b.path, &b.method)));
        self.fragments(&with_fragment, &home);
        self.link_targets();
        self.left_out();
        self.bodiless_replies();
    }

    /// Reports bodies of replies that never have one: where one is described, often many are.
    fn bodiless_replies(&mut self) {
        for (why, places) in &self.bodiless {
            let message = match why {
                NoBody::Status => {
                    "a reply with this status never has a body: `content` has no effect"
                }
                NoBody::Head => "a reply to `HEAD` never has a body: `content` has no effect",
            };
            if let Some(first) = places.first() {
                let finding = Diagnostic::new(Code::NO_BODY, first.clone(), message).on_key();
                let finding = finding.first_of(places.len(), "replies");
                self.report.push(finding);
            }
        }
    }

    /// Reports what was counted, such as parameters that are left out: where one is, it often is in all operations.
    fn left_out(&mut self) {
        for (first, places) in std::mem::take(&mut self.ignored).into_values() {
            self.report.push(first.first_of(places.len(), "places"));
        }
    }

    /// Reports paths with a fragment: there may be very many, and they say one thing.
    fn fragments(&mut self, paths: &[&String], home: &Pointer) {
        let Some(first) = paths.first() else {
            return;
        };
        let sent = without_fragment(first);
        let message = format!("requests go to `{sent}`: the fragment of a path is never sent");
        let finding = Diagnostic::new(Code::PATH_FRAGMENT, home.key(first), message).on_key();
        self.report.push(finding.first_of(paths.len(), "paths"));
    }

    /// Notes that a path item has a reference that leads nowhere: the operations that stand beside
    /// it may need what should be there.
    pub(super) fn missing_path(&mut self, label: &str, item: &PathItem, at: &Pointer) {
        if !item.extensions.contains_key("x-specwright-missing") {
            return;
        }
        let reference = at.key("$ref");
        let message = format!("{label} is left out");
        self.report.push(
            Diagnostic::new(Code::OPERATION_LEFT_OUT, at.clone(), message)
                .on_key()
                .because("the reference that it needs", reference.clone()),
        );
        for (method, _) in item.iter() {
            let needs = (at.key(method), reference.clone());
            self.missing.operations.extend([needs]);
        }
        self.missing.path = true;
    }

    /// `fallback` is its id when it has none.
    pub(super) fn operation(
        &mut self,
        (path, method): (&str, &str),
        item: &'a PathItem,
        operation: &'a openapiv3::Operation,
        home: &Pointer,
        fallback: String,
    ) -> Operation {
        let at = home.key(method);
        let id = operation
            .operation_id
            .clone()
            .filter(|id| !id.trim().is_empty());
        let id = id.unwrap_or(fallback);
        let origin = Origin {
            at: at.clone(),
            declared: Declared::Operation(id.as_str().into()),
            role: Vec::new(),
            rust_name: None,
        };
        let mut parameters = Parameters {
            template: template_names(without_fragment(path)),
            ..Parameters::default()
        };
        for (list, place) in [(&operation.parameters, &at), (&item.parameters, home)] {
            parameters.inherited = parameters.list.len();
            for (index, node) in list.iter().enumerate() {
                let at = place.key("parameters").index(index);
                self.parameter(node, &at, &origin, &mut parameters);
            }
        }
        let target = target(path, |name| parameters.has(Location::Query, name));
        disagree(&self.api, (path, home), &parameters.list, self.report);
        let left = template_names(&target);
        parameters.template.retain(|name| left.contains(*name));
        self.undeclared_path_parameters(&at, &origin, &mut parameters);
        let mut parameters = parameters.in_order();
        let body = operation.request_body.as_ref().and_then(|node| {
            let at = at.key("requestBody");
            let found = self.component(node, "requestBodies", |all| &all.request_bodies, &at);
            let (place, body) = self.needed(found, &origin)?;
            self.body(body, &place, &origin)
        });
        let replies = self.all_replies(&operation.responses, &at.key("responses"), &origin, method);
        let (asked, place): (&[_], _) = match (&operation.security, &self.doc.security) {
            (Some(own), _) => (own, at.key("security")),
            (None, Some(all)) => (all, Pointer::root().key("security")),
            (None, None) => (&[], at.clone()),
        };
        let security = self.requirements(asked, &place);
        if operation.security.is_none() {
            self.api.default_security.clone_from(&security);
        }
        // Callbacks are sent by others.
        if !path.is_empty() {
            self.without_keys(&mut parameters, &security);
            self.no_credentials(asked, &security, &place);
        }
        let (own, place) = match operation.servers.as_slice() {
            [] => (&item.servers, home),
            _ => (&operation.servers, &at),
        };
        let place = place.key("servers");
        let servers = if path.is_empty() {
            self.idle_servers(own, &place);
            Vec::new()
        } else {
            self.own_servers(own, &place)
        };
        Operation {
            id,
            rust_name: docs::rust_name(Some(&operation.extensions)),
            method: method.to_ascii_uppercase(),
            path: path.to_owned(),
            target,
            tag: operation.tags.first().cloned(),
            more_tags: operation.tags.iter().skip(1).cloned().collect(),
            docs: docs::operation(operation, item),
            parameters,
            body,
            replies,
            security,
            servers,
            at,
        }
    }

    /// What an operation cannot do without: where it is missing, so is the operation.
    fn needed<T>(&mut self, found: Result<T, Pointer>, operation: &Origin) -> Option<T> {
        found
            .map_err(|reference| {
                let all = &mut self.missing.operations;
                all.entry(operation.at.clone()).or_insert(reference);
            })
            .ok()
    }

    fn parameter(
        &mut self,
        node: &'a ReferenceOr<Written>,
        at: &Pointer,
        origin: &Origin,
        parameters: &mut Parameters<'_>,
    ) {
        let found = self.component(node, "parameters", |all| &all.parameters, at);
        let Some((place, written)) = self.needed(found, origin) else {
            return;
        };
        let data = written.parameter_data_ref();
        let (location, style, allow_reserved) = location(written);
        let greedy = format!("{}+", data.name);
        let is_greedy = location == Location::Path
            && !parameters.template.contains(data.name.as_str())
            && parameters.template.contains(greedy.as_str());
        let wire = if is_greedy { &greedy } else { &data.name };
        if parameters.has(location, wire) {
            // An operation's own parameter takes the place of that of its path.
            if parameters.stands_beside(location, wire) {
                let why = "another with this name stands before it";
                self.report.push(ignored(&data.name, at.clone(), why));
            }
            return;
        }
        if is_greedy {
            let message = format!("nothing declares the path parameter `{greedy}`");
            let finding = Diagnostic::new(Code::PARAMETER_UNDECLARED, at.clone(), message);
            self.report.push(finding.help(format!(
                "`{}` is taken for it, as some gateways write what may have several segments",
                data.name
            )));
        }
        if let Some(why) = unsendable(location, &data.name) {
            self.count(ignored(&data.name, at.clone(), why));
            return;
        }
        if location == Location::Path && !parameters.template.contains(wire.as_str()) {
            let why = "the path template has no such parameter";
            self.report.push(ignored(&data.name, at.clone(), why));
            return;
        }
        let role = Role::Parameter(data.name.as_str().into());
        let origin = shared(&place).unwrap_or_else(|| origin.clone());
        let (schema, media) = declared(&data.format);
        let at = match media {
            Some((name, _)) => place.keys(["content", name, "schema"]),
            None => place.key("schema"),
        };
        let ty = match schema {
            Some(schema) => {
                let origin = origin.child(at.clone(), role, schema.into());
                self.type_of(at, schema.into(), origin)
            }
            None => self.any(at),
        };
        let empty = empty_value(written);
        // `null` is written as an empty value.
        let ty = match &self.api.ty(self.api.behind(ty)).shape {
            shape
                if empty == EmptyValue::Allowed
                    && is_scalar(shape)
                    && !matches!(shape, Shape::Text(_)) =>
            {
                self.nullable(ty)
            }
            _ => ty,
        };
        let media_type = media.and_then(|(name, _)| self.parameter_media_type(name, &place));
        let form = style == Style::Form;
        let own = Docs {
            description: data.description.clone(),
            deprecated: data.deprecated.unwrap_or_default(),
            examples: self.examples((data.example.as_ref(), &data.examples), media),
            ..Docs::default()
        };
        let beside = schema.map(|schema| self.beside(schema.into(), ty));
        let beside = beside.unwrap_or_default();
        parameters.push(Parameter {
            wire: wire.clone(),
            location,
            part: None,
            ty,
            required: data.required || location == Location::Path,
            style,
            explode: data.explode.unwrap_or(form),
            allow_reserved,
            empty,
            media_type,
            unwritable: None,
            default: docs::default(self.doc, schema),
            docs: docs::completed(own, beside).into(),
            rust_name: docs::rust_name(Some(&data.extensions)),
            at: place,
        });
    }

    /// The media type to encode a parameter with; text is written as it stands.
    fn parameter_media_type(&mut self, media_type: &str, at: &Pointer) -> Option<String> {
        match family(media_type) {
            Family::Json => {}
            Family::Text => return None,
            _ => {
                let message =
                    format!("a parameter cannot be written as `{media_type}`: JSON is sent");
                self.report.push(Diagnostic::new(
                    Code::MEDIA_TYPE_IGNORED,
                    at.key("content"),
                    message,
                ));
            }
        }
        Some(media_type.to_owned())
    }

    /// A path parameter that the template has and nobody declares is a string.
    fn undeclared_path_parameters(
        &mut self,
        at: &Pointer,
        origin: &Origin,
        parameters: &mut Parameters<'_>,
    ) {
        for name in parameters.template.clone() {
            if parameters.has(Location::Path, name) {
                continue;
            }
            let message = format!("nothing declares the path parameter `{name}`");
            self.report.push(
                Diagnostic::new(Code::PARAMETER_UNDECLARED, at.clone(), message)
                    .on_key()
                    .help("it is taken as a required string"),
            );
            let place = at.key("parameters").key(name);
            let key = vec![(place.clone(), true)];
            let role = Role::Parameter(name.into());
            let origin = Origin {
                role: vec![role],
                at: place.clone(),
                ..origin.clone()
            };
            let ty = self.allocate(key, origin, Shared::default());
            self.api.types[ty.0 as usize].shape = Shape::Text(Text::default());
            parameters.push(Parameter {
                wire: name.to_owned(),
                location: Location::Path,
                part: None,
                ty,
                required: true,
                style: Style::Simple,
                explode: false,
                allow_reserved: false,
                empty: EmptyValue::Refused,
                media_type: None,
                unwritable: None,
                default: None,
                docs: Shared::default(),
                rust_name: None,
                at: place,
            });
        }
    }
}

/// The parameters of one operation.
#[derive(Default)]
struct Parameters<'p> {
    /// The names in the path template.
    template: IndexSet<&'p str>,
    list: Vec<Parameter>,
    known: BTreeSet<(Location, String)>,
    /// How many come from the list before.
    inherited: usize,
}

impl Parameters<'_> {
    fn has(&self, location: Location, name: &str) -> bool {
        self.known.contains(&key(location, name))
    }

    /// Whether the same list has one of this name.
    fn stands_beside(&self, location: Location, name: &str) -> bool {
        let mut beside = self.list[self.inherited..].iter();
        beside.any(|other| key(other.location, &other.wire) == key(location, name))
    }

    fn push(&mut self, parameter: Parameter) {
        self.known.insert(key(parameter.location, &parameter.wire));
        self.list.push(parameter);
    }

    /// Path parameters come first, as the template has them; the others stay as they are.
    fn in_order(self) -> Vec<Parameter> {
        let Self {
            template, mut list, ..
        } = self;
        list.sort_by_key(|parameter| match parameter.location {
            Location::Path => template.get_index_of(parameter.wire.as_str()),
            _ => Some(usize::MAX),
        });
        list
    }
}

/// Header names are compared without case (RFC 9110, section 5.1).
fn key(location: Location, name: &str) -> (Location, String) {
    let name = match location {
        Location::Header => name.to_ascii_lowercase(),
        _ => name.to_owned(),
    };
    (location, name)
}

fn location(parameter: &Written) -> (Location, Style, bool) {
    match parameter {
        Written::Query {
            style,
            allow_reserved,
            ..
        } => (Location::Query, query_style(style), *allow_reserved),
        Written::Header {
            style: HeaderStyle::Simple,
            ..
        } => (Location::Header, Style::Simple, false),
        Written::Path { style, .. } => {
            let style = match style {
                PathStyle::Matrix => Style::Matrix,
                PathStyle::Label => Style::Label,
                PathStyle::Simple => Style::Simple,
            };
            (Location::Path, style, false)
        }
        Written::Cookie {
            style: CookieStyle::Form,
            ..
        } => (Location::Cookie, Style::Form, false),
    }
}

const fn empty_value(parameter: &Written) -> EmptyValue {
    match parameter {
        Written::Query {
            allow_empty_value: Some(true),
            ..
        } => EmptyValue::Allowed,
        _ => EmptyValue::Refused,
    }
}

/// The style of a query parameter, or of a field of a form.
pub(super) fn query_style(style: &QueryStyle) -> Style {
    match style {
        QueryStyle::Form => Style::Form,
        QueryStyle::SpaceDelimited => Style::SpaceDelimited,
        QueryStyle::PipeDelimited => Style::PipeDelimited,
        QueryStyle::DeepObject => Style::DeepObject,
    }
}
