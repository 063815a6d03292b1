//! How members of objects stand in XML (`OpenAPI` 3.0.4, section 4.7.26).
//!
//! Types are read from and written to a form between the two: JSON in which attributes are members
//! named `@name`, the text beside attributes is `#text`, and all scalars are strings.

use super::decode_error::DecodeError;
use super::object::Member;
use super::reader::Reader;
use super::wire::Wire;
use super::writer::Writer;
use jiter::Peek;

/// The member that holds the text of an element with attributes.
pub(super) const TEXT: &str = "#text";

/// How a value stands in XML.
#[derive(Clone, Copy, Debug)]
pub struct XmlForm {
    pub(super) name: &'static str,
    namespace: &'static str,
    attribute: bool,
    items: &'static str,
    items_namespace: &'static str,
    wrapped: bool,
}

/// An element of this name (`name`, with a `prefix` and `:` before it).
#[must_use]
pub const fn element(name: &'static str) -> XmlForm {
    XmlForm {
        name,
        namespace: "",
        attribute: false,
        items: "",
        items_namespace: "",
        wrapped: false,
    }
}

/// An attribute of this name (`attribute: true`).
#[must_use]
pub const fn attribute(name: &'static str) -> XmlForm {
    let mut form = element(name);
    form.attribute = true;
    form
}

impl XmlForm {
    /// `namespace`.
    #[must_use]
    pub const fn namespace(mut self, uri: &'static str) -> Self {
        self.namespace = uri;
        self
    }

    /// The elements of a list have this name, and stand by themselves. They are also read from
    /// within an element of the list's own name.
    #[must_use]
    pub const fn items(mut self, name: &'static str) -> Self {
        self.items = name;
        self
    }

    /// The elements of a list have this name, and stand within one of the list's own name
    /// (`wrapped: true`).
    #[must_use]
    pub const fn wrapped(mut self, name: &'static str) -> Self {
        self.items = name;
        self.wrapped = true;
        self
    }

    /// `namespace` of the elements of a list.
    #[must_use]
    pub const fn items_namespace(mut self, uri: &'static str) -> Self {
        self.items_namespace = uri;
        self
    }

    pub(super) fn is_attribute(&self) -> bool {
        self.attribute
    }

    /// Writes a member.
    pub(super) fn write(&self, value: &dyn Wire, writer: &mut Writer) {
        let items = key(false, self.items, self.items_namespace);
        if self.wrapped {
            writer.raw_key(&key(false, self.name, self.namespace));
            writer.within(&items, value);
        } else if self.items.is_empty() {
            writer.raw_key(&key(self.attribute, self.name, self.namespace));
            value.write(writer);
        } else {
            writer.raw_key(&items);
            value.write(writer);
        }
    }

    /// Reads a list from within the element around it, or from where that should be.
    pub(super) fn read_list(
        &self,
        list: &mut dyn Wire,
        reader: &mut Reader<'_>,
    ) -> Result<(), DecodeError> {
        let text = reader.raw()?;
        let inner = self.inside(text, reader)?.unwrap_or(text);
        reader.read_again(inner, list)
    }

    /// What stands in the element around a list.
    fn inside<'j>(
        &self,
        text: &'j [u8],
        reader: &Reader<'_>,
    ) -> Result<Option<&'j [u8]>, DecodeError> {
        let mut reader = reader.again(text);
        if reader.at_nothing()? {
            return Ok(Some(b"[]"));
        }
        if reader.peek()? != Peek::Object {
            return Ok(None);
        }
        let mut bare = true;
        let mut key = reader.begin_object()?;
        while let Some(name) = key {
            if name == local(self.items) {
                return reader.raw().map(Some);
            }
            bare &= is_marked(name);
            reader.skip()?;
            key = reader.next_key()?;
        }
        Ok(bare.then_some(b"[]"))
    }
}

/// Finds the member that an attribute or element is, and its form where that is a list within an
/// element. Names that the description gives to JSON alone are taken as well.
pub(super) fn position(members: &[Member], key: &str) -> Option<(usize, Option<&'static XmlForm>)> {
    let find = |test: &dyn Fn(&Member) -> bool| members.iter().position(test);
    let exact = |member: &Member| match member.form {
        None => member.name == key,
        Some(form) if form.attribute => key.strip_prefix('@') == Some(local(form.name)),
        Some(form) if form.wrapped || form.items.is_empty() => local(form.name) == key,
        Some(form) => local(form.items) == key,
    };
    if let Some(index) = find(&exact) {
        return Some((index, members[index].form.filter(|form| form.wrapped)));
    }
    // Some servers write an attribute where the description has an element, or the other way round.
    let key = key.strip_prefix('@').unwrap_or(key);
    let other = |member: &Member| {
        member.name == key || member.form.is_some_and(|form| local(form.name) == key)
    };
    let index = find(&other)?;
    let form = members[index].form;
    Some((index, form.filter(|form| !form.items.is_empty())))
}

/// Whether a member of the form between is an attribute or text, and not an element.
pub(super) fn is_marked(key: &str) -> bool {
    key.starts_with(['@', '#'])
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.split_once(':').map_or(name, |(_, local)| local)
}

/// How a name stands in the form between: the namespace behind it.
fn key(attribute: bool, name: &str, namespace: &str) -> String {
    let mut key = String::from(if attribute { "@" } else { "" });
    key.push_str(name);
    if !namespace.is_empty() {
        key.push(' ');
        key.push_str(namespace);
    }
    key
}
