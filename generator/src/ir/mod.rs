//! What an API means on the wire: plain data without Rust names and without tokens.
//!
//! References are resolved, `allOf` is merged, unions are classified and every schema, named or
//! inline, is a [`Type`] with an id. Named schemas get their ids before any body is converted, so
//! cycles need no special care.

mod forms;
mod operations;
mod patterns;
mod security;
mod shared;
mod types;
mod xml;

pub use forms::*;
pub use operations::*;
pub use security::*;
pub use shared::*;
pub use types::*;
pub use xml::*;

use serde_json::Value;
use std::collections::BTreeSet;

/// A whole API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Api {
    /// The `info` object.
    pub info: Info,
    /// The base URLs, variables replaced by their defaults; the first is the default server.
    pub servers: Vec<Server>,
    /// The declared tags, in document order.
    pub tags: Vec<Tag>,
    /// All types; a [`TypeId`] is an index into this list.
    pub types: Vec<Type>,
    /// All operations, by path and then by method.
    pub operations: Vec<Operation>,
    /// The requests that the server makes.
    pub callbacks: Vec<Callback>,
    /// The security schemes that operations name.
    pub security_schemes: Vec<SecurityScheme>,
    /// What operations need that do not say it themselves, as in [`Operation::security`].
    pub default_security: Vec<Vec<(String, Vec<String>)>>,
}

impl Api {
    /// The type with this id.
    ///
    /// # Panics
    ///
    /// When the id comes from another `Api`.
    #[must_use]
    pub fn ty(&self, id: TypeId) -> &Type {
        &self.types[id.0 as usize]
    }

    /// The keys in `components.headers` of the headers that replies have.
    #[must_use]
    pub fn shared_headers(&self) -> BTreeSet<&str> {
        let replies = self.operations.iter().flat_map(|it| &it.replies);
        let headers = replies.flat_map(|reply| &reply.headers);
        headers
            .filter_map(|header| header.shared.as_deref())
            .collect()
    }

    /// The types that the client sends, directly or within others.
    #[must_use]
    pub fn sent(&self) -> BTreeSet<TypeId> {
        let own = self.operations.iter().flat_map(Operation::sent);
        let answers = self.callbacks.iter().flat_map(|it| it.operation.received());
        self.reachable(own.chain(answers).collect())
    }

    /// The types that the client receives, directly or within others.
    #[must_use]
    pub fn received(&self) -> BTreeSet<TypeId> {
        let own = self.operations.iter().flat_map(Operation::received);
        let calls = self.callbacks.iter().flat_map(|it| it.operation.sent());
        self.reachable(own.chain(calls).collect())
    }

    /// These types and all that they mention.
    #[must_use]
    pub fn reachable(&self, from: Vec<TypeId>) -> BTreeSet<TypeId> {
        self.closure(from, |id| self.ty(id).shape.parts())
    }

    /// These types and those that have one of them in them, directly or within others.
    #[must_use]
    pub fn with_users(&self, of: Vec<TypeId>) -> BTreeSet<TypeId> {
        if of.is_empty() {
            return BTreeSet::new();
        }
        let mut users: Vec<Vec<TypeId>> = vec![Vec::new(); self.types.len()];
        for id in self.type_ids() {
            for part in self.ty(id).shape.parts() {
                users[part.0 as usize].push(id);
            }
        }
        self.closure(of, |id| std::mem::take(&mut users[id.0 as usize]))
    }

    fn closure(
        &self,
        from: Vec<TypeId>,
        mut next: impl FnMut(TypeId) -> Vec<TypeId>,
    ) -> BTreeSet<TypeId> {
        let mut is_in = vec![false; self.types.len()];
        let mut open = from;
        while let Some(id) = open.pop() {
            if !std::mem::replace(&mut is_in[id.0 as usize], true) {
                open.extend(next(id));
            }
        }
        self.type_ids().filter(|id| is_in[id.0 as usize]).collect()
    }

    /// The type behind aliases.
    #[must_use]
    pub fn resolved(&self, id: TypeId) -> TypeId {
        let mut id = id;
        for _ in 0..self.types.len() {
            match self.ty(id).shape {
                Shape::Alias(to) => id = to,
                _ => break,
            }
        }
        id
    }

    /// The type behind aliases and `null`.
    #[must_use]
    pub fn behind(&self, id: TypeId) -> TypeId {
        let mut id = id;
        for _ in 0..self.types.len() {
            let (Shape::Alias(to) | Shape::Nullable(to)) = self.ty(id).shape else {
                break;
            };
            id = to;
        }
        id
    }

    /// The type of one part that a property of a form becomes: of an item, if it is a list.
    #[must_use]
    pub fn part(&self, form: TypeId, property: &str) -> Option<TypeId> {
        let id = self.property(form, property)?;
        Some(match &self.ty(self.behind(id)).shape {
            Shape::List(list) => list.items,
            _ => id,
        })
    }

    /// The type of a property of an object or map.
    #[must_use]
    pub fn property(&self, object: TypeId, property: &str) -> Option<TypeId> {
        match &self.ty(self.behind(object)).shape {
            Shape::Struct(object) => {
                let mut fields = object.fields.iter();
                let field = fields.find(|field| field.wire == property);
                match (field, &object.additional) {
                    (Some(field), _) => Some(field.ty),
                    (None, Additional::Typed(id)) => Some(*id),
                    (None, _) => None,
                }
            }
            Shape::Map(map) => Some(map.values),
            _ => None,
        }
    }

    /// All ids, in order.
    pub fn type_ids(&self) -> impl Iterator<Item = TypeId> + use<> {
        (0..u32::try_from(self.types.len()).unwrap_or(u32::MAX)).map(TypeId)
    }
}

/// The `info` object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// `title`.
    pub title: String,
    /// `version`, of the description.
    pub version: String,
    /// `description`, `termsOfService`, `contact` and `license`, as Markdown paragraphs.
    pub docs: Docs,
}

/// One base URL.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// The URL with variables replaced by their defaults.
    pub url: String,
    /// The URL as written, with the names of variables between braces.
    pub template: String,
    /// The variables.
    pub variables: Vec<ServerVariable>,
    /// What it is for.
    pub description: Option<String>,
}

impl Server {
    /// What it is on the wire, without the words about it.
    #[must_use]
    pub fn on_wire(&self) -> impl Ord {
        let variables = self.variables.iter();
        let variables = variables.map(|it| (&it.name, &it.default, &it.values));
        (&self.template, variables.collect::<Vec<_>>())
    }

    /// Whether there are several servers, or something of one to choose.
    #[must_use]
    pub fn are_a_choice(servers: &[Self]) -> bool {
        servers.len() > 1 || servers.iter().any(|server| !server.variables.is_empty())
    }
}

/// A variable of a server's URL.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerVariable {
    /// Its name in the template.
    pub name: String,
    /// What it is unless the caller says otherwise.
    pub default: String,
    /// What it may be; anything when empty.
    pub values: Vec<String>,
    /// What it means.
    pub description: Option<String>,
}

/// A declared tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The name that operations use.
    pub name: String,
    /// What it groups.
    pub docs: Docs,
}

/// The text that a reader of the generated docs sees; Markdown as written in the description.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Docs {
    /// `summary` or `title`: one line.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// What else is said of it: by the path item of an operation, or by further schemas that make
    /// one type.
    pub further: Vec<String>,
    /// `externalDocs`: description and URL.
    pub external: Option<(Option<String>, String)>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `example`, or `examples`.
    pub examples: Vec<Example>,
    /// `default` of a schema: what the server takes where there is none. Never sent.
    pub default: Option<Value>,
}

impl Nothing for Docs {
    const NOTHING: &'static Self = &Self {
        summary: None,
        description: None,
        further: Vec::new(),
        external: None,
        deprecated: false,
        examples: Vec::new(),
        default: None,
    };
}

/// An example value.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What it shows, in a line.
    pub summary: Option<String>,
    /// What it shows.
    pub description: Option<String>,
    /// The value, where the description has it.
    pub value: Option<Value>,
    /// Where the value is, if not in the description (`externalValue`).
    pub url: Option<String>,
}
