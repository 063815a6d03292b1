//! Every type, field, variant, parameter and operation gets its Rust identifier.
//!
//! A name is a pure function of the item's own origin. Only a genuine clash makes one depend on
//! another: the later by its pointer gets a number, and a warning says so.

mod letters;
mod members;
mod tags;
mod taken;
mod types;
mod variants;
mod words;

use crate::diag::{Code, Diagnostic, Report};
use crate::facts::{Facts, Outcome, failure, stream, success};
use crate::ir::{Api, Location, Operation, Parameter, Server, Shape, TypeId, essence};
use crate::pointer::Pointer;
use crate::threads::{join, with_stack};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::thread;
use tags::Scopes;
use taken::Taken;
use types::{has_name, have_names, is_declared, wanted};
use variants::Labels;

pub use tags::TagNames;

/// More required things than this are given by name, in a struct of their own.
pub const MOST_ARGUMENTS: usize = 7;

/// A Rust identifier; made only here.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// The text, with `r#` in front where it is a keyword.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text without `r#`: the name of a file, or a part of a longer name.
    #[must_use]
    pub fn plain(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }

    /// The text as the end of a longer name, where nothing has to be escaped.
    #[must_use]
    pub fn unescaped(&self) -> &str {
        words::unescaped(&self.0)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The names of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperationNames {
    /// Its struct.
    pub ty: Name,
    /// Its method on the client, or on that of its tag.
    pub method: Name,
    /// Its method for replies that come item by item, where there are others too.
    pub stream: Name,
    /// The module of its tag.
    pub module: Name,
    /// Its parameters' fields, in the order of the parameters.
    pub parameters: Vec<Name>,
    /// The field of its body.
    pub body: Name,
    /// The enum of what the body can hold, where there are several contents.
    pub body_choice: Name,
    /// The struct of what it requires, where that is too much for arguments.
    pub required: Option<Name>,
    /// The enum of its replies, where their contents differ by status.
    pub reply: Name,
    /// The enum of its failures, where their contents differ by status.
    pub failure: Name,
    /// The constant of its own servers.
    pub servers: Name,
}

/// All identifiers of an API.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    types: BTreeMap<TypeId, Name>,
    by_name: BTreeMap<String, Name>,
    members: BTreeMap<TypeId, Vec<Name>>,
    rest: BTreeMap<TypeId, Name>,
    files: BTreeMap<TypeId, Name>,
    required: BTreeMap<TypeId, Name>,
    operations: Vec<OperationNames>,
    tags: BTreeMap<Name, TagNames>,
    schemes: Vec<Name>,
    default_security: Option<Name>,
    callbacks: Vec<Name>,
}

impl Names {
    /// Names everything; `by_tag` says whether each tag has a client of its own.
    #[must_use]
    pub fn of(api: &Api, facts: &Facts, by_tag: bool, report: &mut Report) -> Self {
        let mut types = Self::default();
        // Types and operations share no names.
        let (operations, found) = thread::scope(|scope| {
            let operations = with_stack(scope, || {
                let mut found = Report::default();
                (Self::of_operations(api, by_tag, &mut found), found)
            });
            types.name_types(api, facts, report);
            types.name_all_members(api, report);
            join(operations)
        });
        report.append(found);
        Self {
            types: types.types,
            by_name: types.by_name,
            members: types.members,
            rest: types.rest,
            required: types.required,
            ..operations
        }
    }

    /// The names of operations, callbacks and constants.
    fn of_operations(api: &Api, by_tag: bool, report: &mut Report) -> Self {
        let mut names = Self::default();
        names.name_operations(api, by_tag, report);
        let mut taken = Taken::default();
        for callback in &api.callbacks {
            let operation = &callback.operation;
            let wanted = operation.rust_name.as_ref().unwrap_or(&operation.id);
            let wanted = words::unreserved_operation(words::type_name(wanted));
            let name = taken.claim(wanted, &operation.at, report);
            names.callbacks.push(name);
        }
        // Constants of one module.
        let mut taken = Taken::default();
        for key in api.shared_headers() {
            taken.reserve(&words::constant(key));
        }
        let at = Pointer::root().key("security");
        let default = &api.default_security;
        let operations = api.operations.iter();
        let with_default = operations.filter(|operation| operation.security == *default);
        if !default.is_empty() && with_default.count() > 1 {
            let name = "DEFAULT_SECURITY".to_owned();
            names.default_security = Some(taken.claim(name, &at, report));
        }
        for scheme in &api.security_schemes {
            let at = Pointer::root().keys(["components", "securitySchemes", &scheme.name]);
            names
                .schemes
                .push(taken.claim(words::constant(&scheme.name), &at, report));
        }
        names
    }

    /// The name of a type that has one: every named schema, and inline objects, enums and unions.
    #[must_use]
    pub fn ty(&self, id: TypeId) -> Option<&Name> {
        self.types.get(&id)
    }

    /// The type of this name.
    #[must_use]
    pub fn type_named(&self, name: &str) -> Option<&Name> {
        self.by_name.get(name)
    }

    /// The fields of a struct or the variants of an enum or union, in their order.
    #[must_use]
    pub fn members(&self, id: TypeId) -> &[Name] {
        self.members.get(&id).map_or(&[], Vec::as_slice)
    }

    /// The field that holds the other properties of a struct.
    #[must_use]
    pub fn rest(&self, id: TypeId) -> Option<&Name> {
        self.rest.get(&id)
    }

    /// The struct of what a type requires, where that is too much for arguments.
    #[must_use]
    pub fn required(&self, id: TypeId) -> Option<&Name> {
        self.required.get(&id)
    }

    /// The module of a type that has a file of its own.
    #[must_use]
    pub fn file(&self, id: TypeId) -> Option<&Name> {
        self.files.get(&id)
    }

    /// The names of the operation with this index.
    #[must_use]
    pub fn operation(&self, index: usize) -> &OperationNames {
        &self.operations[index]
    }

    /// The client of the tag of the operation with this index, where tags have their own.
    #[must_use]
    pub fn tag(&self, api: &Api, index: usize) -> Option<&TagNames> {
        api.operations[index].tag.as_ref()?;
        self.tags.get(&self.operations[index].module)
    }

    /// The type of the callback with this index.
    #[must_use]
    pub fn callback(&self, index: usize) -> &Name {
        &self.callbacks[index]
    }

    /// The constant of what operations need that do not say it themselves, where there are several.
    #[must_use]
    pub const fn default_security(&self) -> Option<&Name> {
        self.default_security.as_ref()
    }

    /// The constant of the security scheme with this index.
    #[must_use]
    pub fn scheme(&self, index: usize) -> &Name {
        &self.schemes[index]
    }

    fn name_types(&mut self, api: &Api, facts: &Facts, report: &mut Report) {
        let labels = Labels::of(api);
        let mut taken = Taken::default();
        let mut ids = have_names(api);
        sort(api, &mut ids);
        let wanted: BTreeMap<TypeId, String> = ids
            .iter()
            .map(|&id| (id, wanted(api.ty(id), &labels)))
            .collect();
        for &id in &ids {
            let origin = &api.ty(id).origin;
            if facts.is_endless(id) {
                let message = match &api.ty(api.behind(id)).shape {
                    Shape::Alias(_) | Shape::Nullable(_) => {
                        "the schema leads back to itself and to nothing else: it is read as any JSON"
                    }
                    _ => "a list or map that only contains itself is read as any JSON",
                };
                report
                    .push(Diagnostic::new(Code::NOT_CHECKED, origin.at.clone(), message).on_key());
            }
            // A reference to a schema that is called the same is no type of its own.
            if let Shape::Alias(to) = api.ty(id).shape {
                if wanted.get(&to) == wanted.get(&id) {
                    continue;
                }
            }
            let name = taken.claim(wanted[&id].clone(), &origin.at, report);
            self.types.insert(id, name);
        }
        ids.retain(|id| self.types.contains_key(id));
        let names = self.types.values();
        self.by_name = names.map(|name| (name.0.clone(), name.clone())).collect();
        // Derived names give way to all others.
        for &id in &ids {
            if let Shape::Struct(object) = &api.ty(id).shape {
                if object.fields.iter().filter(|field| field.required).count() > MOST_ARGUMENTS {
                    let wanted = format!("{}Required", self.types[&id]);
                    let at = &api.ty(id).origin.at;
                    let name = taken.claim(wanted, at, report);
                    self.required.insert(id, name);
                }
            }
        }
    }

    /// Names the modules of types, each of which has a file of its own.
    pub fn name_files(&mut self, api: &Api) {
        let mut ids: Vec<TypeId> = self.types.keys().copied().collect();
        sort(api, &mut ids);
        let mut files = Taken::default();
        for id in ids {
            let wanted = words::module_name(self.types[&id].plain());
            let at = &api.ty(id).origin.at;
            let name = files.claim(wanted, at, &mut Report::default());
            self.files.insert(id, name);
        }
    }

    fn name_operations(&mut self, api: &Api, by_tag: bool, report: &mut Report) {
        let mut types = Taken::default();
        let mut methods = Taken::default();
        let mut scopes = if by_tag {
            Scopes::of(&api.operations, &mut methods, report)
        } else {
            Scopes::default()
        };
        for operation in &api.operations {
            let wanted = operation.rust_name.as_ref().unwrap_or(&operation.id);
            let ty = types.claim(
                words::unreserved_operation(words::type_name(wanted)),
                &operation.at,
                report,
            );
            let (scope, wanted) = scopes.method(operation, &mut methods);
            let method = scope.claim(wanted, &operation.at, report);
            let module = tags::module(operation);
            let mut taken = Taken::default();
            let body = if operation.body.is_some() { "body" } else { "" };
            taken.reserve(body);
            let parameters = parameter_names(operation, &mut taken, report);
            let body = Name("body".to_owned());
            let (reply, failure) = (Name(format!("{ty}Reply")), Name(format!("{ty}Failure")));
            let body_choice = Name(format!("{ty}Body"));
            self.operations.push(OperationNames {
                required: None,
                stream: Name(format!("{}_stream", method.plain())),
                ty,
                method,
                module,
                parameters,
                body,
                body_choice,
                reply,
                failure,
                servers: servers_constant(operation),
            });
        }
        // An operation's own name comes first; names derived from one give way.
        for index in 0..self.operations.len() {
            let at = &api.operations[index].at;
            let own = &mut self.operations[index];
            let operation = &api.operations[index];
            if stream(operation).is_some_and(|stream| !stream.alone) {
                let (scope, _) = scopes.method(operation, &mut methods);
                own.stream = scope.claim(own.stream.0.clone(), at, report);
            }
            let body = operation.body.as_ref().is_some_and(|body| body.required);
            let required = operation
                .parameters
                .iter()
                .filter(|parameter| parameter.required)
                .count();
            if required + usize::from(body) > MOST_ARGUMENTS {
                own.required = Some(types.claim(format!("{}Required", own.ty), at, report));
            }
            if operation
                .body
                .as_ref()
                .is_some_and(|body| body.contents.len() > 1)
            {
                own.body_choice = types.claim(own.body_choice.0.clone(), at, report);
            }
            if matches!(success(&api.operations[index]), Outcome::Cases(_)) {
                own.reply = types.claim(own.reply.0.clone(), at, report);
            }
            if matches!(failure(&api.operations[index]), Outcome::Cases(_)) {
                own.failure = types.claim(own.failure.0.clone(), at, report);
            }
        }
        self.tags = scopes.clients(&api.operations, &mut types, report);
    }
}

/// Sorts types by who gets the name that several want: declared schemas first, since an inline one must
/// not take a name that the author chose, then by pointer, since the order of the document does not
/// decide who gets a number.
fn sort(api: &Api, ids: &mut [TypeId]) {
    ids.sort_by_key(|&id| {
        let ty = api.ty(id);
        (!is_declared(&ty.origin), ty.request_form, &ty.origin.at)
    });
}

/// The names of parameters: those of one name in different places have the place behind it, those in
/// one place a number.
fn parameter_names(operation: &Operation, taken: &mut Taken, report: &mut Report) -> Vec<Name> {
    let mut met = BTreeSet::new();
    operation
        .parameters
        .iter()
        .map(|parameter| {
            let own = parameter.rust_name.as_ref().unwrap_or(&parameter.wire);
            let mut wanted = match &parameter.part {
                Some(part) => words::field_name(&format!("{part} {own}")),
                None => words::field_name(own),
            };
            let is_first_here = met.insert((wanted.clone(), parameter.location));
            if taken.has(&wanted) && is_first_here {
                wanted = format!(
                    "{}_{:?}",
                    wanted.trim_start_matches("r#"),
                    parameter.location
                )
                .to_lowercase();
            }
            if wanted == "body" && operation.body.is_some() {
                "body_parameter".clone_into(&mut wanted);
            }
            taken.claim(wanted, &parameter.at, report)
        })
        .collect()
}

/// The constant of the servers of an operation, beside those of the headers of its replies.
fn servers_constant(operation: &Operation) -> Name {
    let mut name = Name("SERVERS".to_owned());
    // Most have no such constant, and many headers.
    if !Server::are_a_choice(&operation.servers) {
        return name;
    }
    let headers = operation.replies.iter().flat_map(|reply| &reply.headers);
    let taken: Vec<Name> = headers
        .map(|header| header_constant(&header.wire))
        .collect();
    while taken.contains(&name) {
        name = Name(format!("OWN_{name}"));
    }
    name
}

/// The constant of a header.
#[must_use]
pub fn header_constant(wire: &str) -> Name {
    Name(words::constant(wire))
}

/// The constants of the parameters of a callback, in their order.
#[must_use]
pub fn parameter_constants(parameters: &[Parameter]) -> Vec<Name> {
    // Those of the trait.
    let mut taken = BTreeSet::from(["EXPRESSION".to_owned(), "METHOD".to_owned()]);
    let mut names = vec![String::new(); parameters.len()];
    // Headers first: most callbacks have nothing else.
    for location in [
        Location::Header,
        Location::Query,
        Location::Cookie,
        Location::Path,
    ] {
        for (name, parameter) in names.iter_mut().zip(parameters) {
            if parameter.location != location {
                continue;
            }
            let plain = words::constant(parameter.rust_name.as_ref().unwrap_or(&parameter.wire));
            let with_place = format!("{plain}_{}", words::constant(location.as_str()));
            let numbered = (2..).map(|number| format!("{plain}_{number}"));
            let mut wanted = [plain.clone(), with_place].into_iter().chain(numbered);
            if let Some(free) = wanted.find(|it| !taken.contains(it)) {
                taken.insert(free.clone());
                *name = free;
            }
        }
    }
    names.into_iter().map(Name).collect()
}

/// The variant that stands for a media type: `Json`, `Form`, or the words of its subtype.
#[must_use]
pub fn media_type_variant(media_type: &str) -> Name {
    let essence = essence(media_type);
    let (range, subtype) = essence.split_once('/').unwrap_or(("", &essence));
    let subtype = &*subtype.replace('+', "-");
    Name(match (range, subtype) {
        ("*", _) | ("", "") => "Any".to_owned(),
        (_, "x-www-form-urlencoded") => "Form".to_owned(),
        (_, "form-data") => "Multipart".to_owned(),
        (_, "octet-stream") => "Bytes".to_owned(),
        (_, "plain") => "Text".to_owned(),
        (range, "*") => words::variant_name(range, "Any"),
        (_, subtype) => words::variant_name(subtype, "Type"),
    })
}
