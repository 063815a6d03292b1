//! What the tables are made of.

use crate::diag::Code;

/// The versions of the specification that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// 3.0.x.
    V30,
    /// 3.1.x.
    V31,
}

impl Version {
    /// `3.0` or `3.1`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V30 => "3.0",
            Self::V31 => "3.1",
        }
    }
}

/// A kind of object of the specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The whole description.
    Document,
    /// Title and version.
    Info,
    /// Whom to ask.
    Contact,
    /// The licence of the API.
    License,
    /// A base URL.
    Server,
    /// A part of a base URL.
    ServerVariable,
    /// Everything that can be referred to.
    Components,
    /// Path items by path.
    Paths,
    /// Operations by method.
    PathItem,
    /// One operation.
    Operation,
    /// A link to other documentation.
    ExternalDocs,
    /// A parameter.
    Parameter,
    /// What is sent.
    RequestBody,
    /// A body in one media type.
    MediaType,
    /// How a field of a form is written.
    Encoding,
    /// Replies by status.
    Responses,
    /// One reply.
    Response,
    /// Path items by URL expression.
    Callback,
    /// An example.
    Example,
    /// What can be done with a reply.
    Link,
    /// A header of a reply.
    Header,
    /// A group of operations.
    Tag,
    /// What a value may be.
    Schema,
    /// What tells the variants of a union apart.
    Discriminator,
    /// How a value looks in XML.
    Xml,
    /// A way to prove who one is.
    SecurityScheme,
    /// The ways to get an OAuth 2 token.
    OAuthFlows,
    /// One way to get an OAuth 2 token.
    OAuthFlow,
    /// Scopes by security scheme.
    SecurityRequirement,
}

impl Kind {
    /// Whether the document model takes a reference in place of such an object. Path items aside,
    /// whose `$ref` is a field.
    #[must_use]
    pub const fn can_be_referred_to(self) -> bool {
        matches!(
            self,
            Self::Schema
                | Self::Response
                | Self::Parameter
                | Self::Example
                | Self::RequestBody
                | Self::Header
                | Self::SecurityScheme
                | Self::Link
                | Self::Callback
        )
    }

    /// The section of `components` that keeps such objects, when there is one in every version.
    #[must_use]
    pub const fn section(self) -> Option<&'static str> {
        match self {
            Self::Schema => Some("schemas"),
            Self::Response => Some("responses"),
            Self::Parameter => Some("parameters"),
            Self::Example => Some("examples"),
            Self::RequestBody => Some("requestBodies"),
            Self::Header => Some("headers"),
            Self::SecurityScheme => Some("securitySchemes"),
            Self::Link => Some("links"),
            Self::Callback => Some("callbacks"),
            _ => None,
        }
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// Any value.
    Any,
    /// A string.
    Text,
    /// A boolean.
    Flag,
    /// A number.
    Number,
    /// A whole number that is not negative.
    Count,
    /// `exclusiveMinimum`: a boolean in 3.0, a number in 3.1.
    FlagOrNumber,
    /// `type`: a name, or a list of names in 3.1.
    TypeName,
    /// An object of this kind.
    Object(Kind),
    /// An object of this kind or a reference to one.
    Ref(Kind),
    /// A boolean, a schema or a reference to one.
    FlagOrSchema,
    /// A list.
    List(&'static Holds),
    /// An object whose keys are data.
    Map(&'static Holds),
}

/// What the generator makes of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The generated client does what the field says.
    Honoured,
    /// The field is text for people and goes into the documentation, if anywhere.
    Documentation,
    /// The field has no effect, and its use is reported with this code.
    Reported(Code),
}

/// A field of an object.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// What the generator makes of it.
    pub status: Status,
    /// The versions in which it must be there.
    pub required: &'static [Version],
    /// The only version that has it, unless both do.
    pub only: Option<Version>,
}

impl Field {
    /// An optional field that the generator honours.
    pub(super) const fn honoured(name: &'static str, holds: Holds) -> Self {
        Self {
            name,
            holds,
            status: Status::Honoured,
            required: &[],
            only: None,
        }
    }

    /// An optional field that is documentation.
    pub(super) const fn docs(name: &'static str, holds: Holds) -> Self {
        Self {
            name,
            holds,
            status: Status::Documentation,
            required: &[],
            only: None,
        }
    }

    /// An optional field that has no effect.
    pub(super) const fn reported(name: &'static str, holds: Holds, code: Code) -> Self {
        Self {
            name,
            holds,
            status: Status::Reported(code),
            required: &[],
            only: None,
        }
    }

    /// The same, required in both versions.
    pub(super) const fn required(mut self) -> Self {
        self.required = &[Version::V30, Version::V31];
        self
    }

    /// The same, required in 3.0.
    pub(super) const fn required_in_30(mut self) -> Self {
        self.required = &[Version::V30];
        self
    }

    /// The same, for 3.0 only.
    pub(super) const fn only_30(mut self) -> Self {
        self.only = Some(Version::V30);
        self
    }

    /// The same, for 3.1 only.
    pub(super) const fn only_31(mut self) -> Self {
        self.only = Some(Version::V31);
        self
    }
}

/// One kind of object.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// The kind.
    pub kind: Kind,
    /// What to call it: the specification has a section `<name> Object`.
    pub name: &'static str,
    /// The fields with fixed names.
    pub fields: &'static [Field],
    /// What all other keys are (in words) and hold, for objects that have such.
    pub others: Option<(&'static str, Holds)>,
    /// The field that is meant when a text stands in place of the object.
    pub shorthand: Option<&'static str>,
}

impl Table {
    pub(super) const fn new(kind: Kind, name: &'static str, fields: &'static [Field]) -> Self {
        Self {
            kind,
            name,
            fields,
            others: None,
            shorthand: None,
        }
    }

    pub(super) const fn others(mut self, what: &'static str, holds: Holds) -> Self {
        self.others = Some((what, holds));
        self
    }

    pub(super) const fn shorthand(mut self, field: &'static str) -> Self {
        self.shorthand = Some(field);
        self
    }

    /// The field with this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What the member `key` holds; `None` for extensions and for keys that do not belong here.
    #[must_use]
    pub fn holds(&self, key: &str) -> Option<Holds> {
        if let Some(field) = self.field(key) {
            return Some(field.holds);
        }
        let (_, holds) = self.others?;
        (!key.starts_with("x-") || self.kind == Kind::SecurityRequirement).then_some(holds)
    }
}
