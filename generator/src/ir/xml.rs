//! How types stand in XML (`OpenAPI` 3.0.4, section 4.7.26).

use super::{Api, Content, Declared, Field, Media, Nothing, Shape, TypeId};
use std::collections::BTreeSet;

/// An XML object, as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Xml {
    /// `name`.
    pub name: Option<String>,
    /// `namespace`.
    pub namespace: Option<String>,
    /// `prefix`.
    pub prefix: Option<String>,
    /// `attribute`.
    pub attribute: bool,
    /// `wrapped`.
    pub wrapped: Option<bool>,
}

impl Nothing for Xml {
    const NOTHING: &'static Self = &Self {
        name: None,
        namespace: None,
        prefix: None,
        attribute: false,
        wrapped: None,
    };
}

impl Xml {
    /// What this says, and what another says of which this says nothing.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        Self {
            name: self.name.or_else(|| other.name.clone()),
            namespace: self.namespace.or_else(|| other.namespace.clone()),
            prefix: self.prefix.or_else(|| other.prefix.clone()),
            attribute: self.attribute || other.attribute,
            wrapped: self.wrapped.or(other.wrapped),
        }
    }

    /// The element or attribute of this name, unless there is another one.
    fn tag(self, name: &str) -> XmlTag {
        let own = self.name.filter(|name| is_xml_name(name));
        XmlTag {
            prefix: self.prefix.filter(|prefix| is_xml_name(prefix)),
            name: own.unwrap_or_else(|| name.to_owned()),
            namespace: self.namespace,
        }
    }
}

/// Whether an element or attribute can have this name, as far as ASCII goes.
#[must_use]
pub fn is_xml_name(name: &str) -> bool {
    let is_start = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
    let is_part = |c: char| is_start(c) || c.is_ascii_digit() || matches!(c, '-' | '.' | ':');
    name.starts_with(is_start) && name.chars().all(is_part) && !name.ends_with(':')
}

/// The name of an element or attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct XmlTag {
    /// What stands before the name.
    pub prefix: Option<String>,
    /// The name itself.
    pub name: String,
    /// The namespace.
    pub namespace: Option<String>,
}

/// How a value stands in XML.
#[derive(Clone, Debug, PartialEq)]
pub struct XmlForm {
    /// The element or attribute; of a list, the element around it.
    pub tag: XmlTag,
    /// Whether it is an attribute.
    pub attribute: bool,
    /// The elements of a list.
    pub items: Option<XmlTag>,
    /// Whether an element stands around the list.
    pub wrapped: bool,
}

impl Api {
    /// What the schema of a type says about XML, aliases followed.
    #[must_use]
    pub fn xml(&self, id: TypeId) -> Xml {
        let mut xml = Xml::clone(&self.ty(id).xml);
        let mut id = id;
        for _ in 0..self.types.len() {
            let (Shape::Alias(to) | Shape::Nullable(to)) = self.ty(id).shape else {
                break;
            };
            id = to;
            xml = xml.or(&self.ty(id).xml);
        }
        xml
    }

    /// How a property stands in XML.
    #[must_use]
    pub fn xml_member(&self, field: &Field) -> XmlForm {
        let xml = Xml::clone(&field.xml).or(&self.xml(field.ty));
        self.xml_form(xml, &field.wire, field.ty)
    }

    /// How the value of a body stands in XML: a list always has an element around it.
    #[must_use]
    pub fn xml_root(&self, id: TypeId) -> XmlForm {
        let declared = |id: TypeId| match &self.ty(id).origin {
            origin if !origin.role.is_empty() => None,
            origin => match &origin.declared {
                Declared::Schema(name) => Some(name.to_string()),
                _ => None,
            },
        };
        let (xml, held) = (self.xml(id), self.behind(id));
        let own = xml.name.clone().or_else(|| declared(id));
        let name = own.clone().unwrap_or_else(|| "root".to_owned());
        let mut form = self.xml_form(xml, &name, held);
        if let (Some(items), Shape::List(list)) = (&mut form.items, &self.ty(held).shape) {
            form.wrapped = true;
            if self.xml_items(list.items, &list.items_xml).name.is_none() && own.is_none() {
                items.name = declared(list.items).unwrap_or_else(|| "item".to_owned());
            }
        }
        form.attribute = false;
        form
    }

    /// How a part of a form stands in XML: as a body, with its name where that has none.
    #[must_use]
    pub fn xml_part(&self, id: TypeId, property: &str) -> XmlForm {
        let mut form = self.xml_root(id);
        if !self.has_xml_root(id) && is_xml_name(property) {
            property.clone_into(&mut form.tag.name);
        }
        form
    }

    /// Whether the value of a body has a name in XML.
    #[must_use]
    pub fn has_xml_root(&self, id: TypeId) -> bool {
        let origin = &self.ty(id).origin;
        let is_component = matches!(origin.declared, Declared::Schema(_)) && origin.role.is_empty();
        is_component || self.xml(id).name.is_some()
    }

    fn xml_form(&self, xml: Xml, name: &str, id: TypeId) -> XmlForm {
        let attribute = xml.attribute && self.is_xml_scalar(id);
        let wrapped = xml.wrapped == Some(true);
        let items = match &self.ty(self.behind(id)).shape {
            Shape::List(list) => {
                // Without a name of their own the elements are called as the list: as its element
                // where it has one, as the property otherwise.
                let outer = xml.name.as_deref().filter(|_| wrapped).unwrap_or(name);
                let mut items = self.xml_items(list.items, &list.items_xml);
                if !wrapped && items.namespace.is_none() && items.prefix.is_none() {
                    items.namespace.clone_from(&xml.namespace);
                    items.prefix.clone_from(&xml.prefix);
                }
                Some(items.tag(outer))
            }
            _ => None,
        };
        XmlForm {
            tag: xml.tag(name),
            attribute,
            wrapped: wrapped && items.is_some(),
            items,
        }
    }

    fn xml_items(&self, items: TypeId, own: &Xml) -> Xml {
        own.clone().or(&self.xml(items))
    }

    /// Whether values are text in XML.
    #[must_use]
    pub fn is_xml_scalar(&self, id: TypeId) -> bool {
        matches!(
            self.ty(self.behind(id)).shape,
            Shape::Bool | Shape::Integer(_) | Shape::Number(_) | Shape::Text(_) | Shape::Enum(_)
        )
    }

    /// All bodies and replies.
    pub fn contents(&self) -> impl Iterator<Item = &Media> {
        let callbacks = self.callbacks.iter().map(|callback| &callback.operation);
        let operations = self.operations.iter().chain(callbacks);
        operations.flat_map(|operation| {
            let bodies = operation.body.iter().flat_map(|body| &body.contents);
            bodies.chain(operation.replies.iter().flat_map(|reply| &reply.contents))
        })
    }

    /// The types that bodies and replies in XML hold, directly or within others.
    #[must_use]
    pub fn in_xml(&self) -> BTreeSet<TypeId> {
        let contents = self.contents();
        let roots = contents.flat_map(|media| match media.content {
            Content::Xml(id) => vec![id],
            Content::Form(form) | Content::Multipart(form) => {
                let encodings = media.encodings.iter().filter(|encoding| encoding.xml);
                let parts = encodings.filter_map(|it| self.part(form, &it.property));
                parts.collect()
            }
            _ => Vec::new(),
        });
        self.reachable(roots.collect())
    }
}
