//! Parameters: where each stands and how it is written.

use super::rule_methods::rule_methods;
use super::rules::Rule;

/// One parameter of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    pub(super) name: &'static str,
    pub(super) place: In,
    /// The part of a form of which it is a header; empty for the request.
    pub(super) part: &'static str,
    pub(super) required: bool,
    pub(super) style: Style,
    pub(super) explode: bool,
    pub(super) escape: Escape,
    pub(super) rule: Rule,
}

/// Where a parameter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum In {
    /// In the path.
    Path,
    /// In the query string.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

/// How the text of a value is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escape {
    /// All but unreserved characters are encoded.
    All,
    /// Reserved characters and what is encoded already stay.
    KeepReserved,
    /// The value is written as JSON, which is then encoded.
    Json,
}

/// How arrays and objects are written (`OpenAPI` 3.0.4, section 4.7.12.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `a,b` in paths and headers.
    Simple,
    /// `.a,b` in paths.
    Label,
    /// `;name=a,b` in paths.
    Matrix,
    /// `name=a&name=b` in queries and cookies.
    Form,
    /// `name=a%20b` in queries.
    SpaceDelimited,
    /// `name=a%7Cb` in queries.
    PipeDelimited,
    /// `name%5Bkey%5D=a` in queries.
    DeepObject,
}

/// A parameter in the path: required, simple style.
#[must_use]
pub const fn path(name: &'static str) -> Parameter {
    Parameter::new(name, In::Path, Style::Simple).required()
}

/// A parameter in the query: optional, form style, exploded.
#[must_use]
pub const fn query(name: &'static str) -> Parameter {
    Parameter::new(name, In::Query, Style::Form).explode(true)
}

/// A header: optional, simple style.
#[must_use]
pub const fn header(name: &'static str) -> Parameter {
    Parameter::new(name, In::Header, Style::Simple)
}

/// A cookie: optional, form style, exploded.
#[must_use]
pub const fn cookie(name: &'static str) -> Parameter {
    Parameter::new(name, In::Cookie, Style::Form).explode(true)
}

impl Parameter {
    const fn new(name: &'static str, place: In, style: Style) -> Self {
        Self {
            name,
            place,
            part: "",
            required: false,
            style,
            explode: false,
            escape: Escape::All,
            rule: Rule::NONE,
        }
    }

    /// It must be given.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// A header of a part of a form, and not of the request.
    #[must_use]
    pub const fn of_part(mut self, part: &'static str) -> Self {
        self.part = part;
        self
    }

    /// Another style than the usual one of its place. Only the style form explodes by itself.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self.explode = matches!(style, Style::Form);
        self
    }

    /// Whether each element is written for itself.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = explode;
        self
    }

    /// `allowReserved`: reserved characters and `%XX` stay as they are, also `&`, `=` and `+`; only
    /// `[`, `]` and `#`, which no query can have, are encoded.
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.escape = Escape::KeepReserved;
        self
    }

    /// Written as JSON: a parameter that is declared by `content`.
    #[must_use]
    pub const fn json(mut self) -> Self {
        self.escape = Escape::Json;
        self
    }

    rule_methods!(self, self.rule);
}
