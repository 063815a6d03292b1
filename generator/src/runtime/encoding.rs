//! How single fields of forms are written (`encoding`, `OpenAPI` 3.0.4, section 4.7.15).

use super::body::Encode;
use super::parameters::{Escape, In, Parameter, Style};
use super::part_header::PartHeader;
use super::reply::is_within;
use super::rules::Rule;

/// How one field of a form is written, where that is not the usual way.
#[derive(Clone, Copy, Debug)]
pub struct FieldEncoding {
    name: &'static str,
    content_type: Option<&'static str>,
    style: Option<Style>,
    explode: Option<bool>,
    allow_reserved: bool,
    headers: &'static [PartHeader],
    form: Option<&'static dyn Encode>,
}

/// A field of a form.
#[must_use]
pub const fn field(name: &'static str) -> FieldEncoding {
    FieldEncoding {
        name,
        content_type: None,
        style: None,
        explode: None,
        allow_reserved: false,
        headers: &[],
        form: None,
    }
}

impl FieldEncoding {
    /// The encoding of the field of this name.
    pub(super) fn of<'a>(all: &'a [Self], name: &str) -> Option<&'a Self> {
        all.iter().find(|field| field.name == name)
    }

    /// The media types of the field, separated by commas; the first that is no range is used.
    #[must_use]
    pub const fn content_type(mut self, media_types: &'static str) -> Self {
        self.content_type = Some(media_types);
        self
    }

    /// The style of a field that is not one part.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = Some(style);
        self
    }

    /// Whether each element is written for itself.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// `allowReserved`.
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }

    /// The headers that its part may or must have.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [PartHeader]) -> Self {
        self.headers = headers;
        self
    }

    /// Another form than those of the runtime: of each item, if the field is a list.
    #[must_use]
    pub const fn form(mut self, form: &'static dyn Encode) -> Self {
        self.form = Some(form);
        self
    }

    /// The form in which it is written, if that is none of the runtime.
    pub(super) fn other_form(&self) -> Option<&'static dyn Encode> {
        self.form
    }

    /// The headers that its part may or must have.
    pub(super) fn declared_headers(&self) -> &'static [PartHeader] {
        self.headers
    }

    /// The media types of the field, where a file says none of them (`image/*` is all of a type).
    pub(super) fn other_types(&self, given: &str) -> Option<&'static str> {
        let essence = |text: &str| {
            let essence = text.split(';').next().unwrap_or_default();
            essence.trim().to_ascii_lowercase()
        };
        let stated = self.content_type?;
        let given = essence(given);
        let mut ranges = stated.split(',').map(essence);
        let fits = ranges.any(|range| is_within(&given, &range));
        (!fits).then_some(stated)
    }

    /// The media type to write.
    pub(super) fn single_type(&self) -> Option<&'static str> {
        let mut types = self.content_type?.split(',').map(str::trim);
        types.find(|media_type| !media_type.contains('*') && !media_type.is_empty())
    }

    /// Whether the field is written as JSON.
    pub(super) fn is_json(&self) -> bool {
        !self.has_style()
            && self
                .single_type()
                .is_some_and(|stated| stated.contains("json"))
    }

    fn has_style(&self) -> bool {
        self.style.is_some() || self.explode.is_some() || self.allow_reserved
    }

    /// The same for a part, in which nothing is percent-encoded.
    pub(super) fn part_parameter(&self) -> Option<Parameter> {
        let escape = Escape::All;
        self.parameter().map(|field| Parameter { escape, ..field })
    }

    /// The field as a parameter of a query, which is how forms write it.
    pub(super) fn parameter(&self) -> Option<Parameter> {
        let style = self.style.unwrap_or(Style::Form);
        self.has_style().then_some(Parameter {
            name: self.name,
            place: In::Query,
            part: "",
            required: false,
            style,
            explode: self.explode.unwrap_or(style == Style::Form),
            escape: if self.allow_reserved {
                Escape::KeepReserved
            } else {
                Escape::All
            },
            rule: Rule::NONE,
        })
    }
}
