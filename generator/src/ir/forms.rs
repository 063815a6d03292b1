//! How the fields of forms are read: the counterpart of what requests write (OpenAPI 3.0.4,
//! Encoding Object).

use super::{
    Additional, Api, Content, Encoding, EnumBase, Location, Media, Parameter, Shape, Struct, Style,
    TypeId, essence,
};
use std::collections::{BTreeMap, BTreeSet};

/// How a form is read.
#[derive(Clone, Debug, PartialEq)]
pub struct FormFields {
    /// Fields by name, where they are not read as all others are.
    pub fields: Vec<(String, FormValue)>,
    /// All other fields.
    pub others: FormValue,
}

/// How the value of a field is read.
#[derive(Clone, Debug, PartialEq)]
pub enum FormValue {
    /// Text, and a list of it where the field is repeated.
    Text,
    /// The same, and nothing where it is empty.
    TextOrNothing,
    /// JSON.
    Json,
    /// JSON where it is an object or a list, nothing where it is empty, and otherwise text.
    Compound,
    /// A field for each item.
    Items(Box<FormValue>),
    /// The items with this between them.
    Separated(char),
    /// The names and values of members with this between them.
    Pairs(char),
    /// A field for each of these members.
    Members(Vec<String>),
    /// Fields called `name[key]`.
    Deep,
}

impl Api {
    /// How a form of this type is read; `None` where that cannot be done.
    #[must_use]
    pub fn form_fields(&self, form: TypeId, encodings: &[Encoding]) -> Option<FormFields> {
        let mut fields = BTreeMap::new();
        let mut others = None;
        for id in self.objects(form)? {
            self.collect_fields(id, encodings, &mut fields, &mut others)?;
        }
        let others = others.unwrap_or(FormValue::Text);
        let members = fields.values().flat_map(|value| match value {
            FormValue::Members(names) => names.as_slice(),
            _ => &[],
        });
        let mut members: Vec<&String> = members.collect();
        // Nobody could say whose member such a field is.
        let count = members.len();
        members.sort_unstable();
        members.dedup();
        if members.len() < count || members.iter().any(|name| fields.contains_key(*name)) {
            return None;
        }
        let fields = fields.into_iter().filter(|(_, value)| *value != others);
        Some(FormFields {
            fields: fields.collect(),
            others,
        })
    }

    /// The form that a content is, or may be as well as JSON.
    #[must_use]
    pub fn form_of(&self, media: &Media) -> Option<FormFields> {
        let is_form = |name: &String| essence(name) == "application/x-www-form-urlencoded";
        match media.content {
            Content::Form(id) => self.form_fields(id, &media.encodings),
            Content::Json(id) if media.same.iter().any(is_form) => self.form_fields(id, &[]),
            _ => None,
        }
    }

    /// How a parameter of a callback is read that stands in its query or cookies; `None` where that
    /// cannot be done.
    #[must_use]
    pub fn parameter_form(&self, parameter: &Parameter) -> Option<FormValue> {
        if !matches!(parameter.location, Location::Query | Location::Cookie) {
            return None;
        }
        if let Some(media_type) = &parameter.media_type {
            return is_json(media_type).then_some(FormValue::Json);
        }
        let encoding = Encoding {
            style: Some(parameter.style),
            explode: Some(parameter.explode),
            ..Encoding::default()
        };
        self.form_value(parameter.ty, Some(&encoding), !parameter.required)
    }

    /// The objects that a form may be.
    fn objects(&self, form: TypeId) -> Option<BTreeSet<TypeId>> {
        let mut objects = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut open = vec![form];
        while let Some(id) = open.pop().map(|id| self.behind(id)) {
            match &self.ty(id).shape {
                _ if !seen.insert(id) => {}
                Shape::Union(union) => open.extend(union.variants.iter().map(|it| it.ty)),
                Shape::Struct(_) | Shape::Map(_) => {
                    objects.insert(id);
                }
                _ => return None,
            }
        }
        Some(objects)
    }

    fn collect_fields(
        &self,
        form: TypeId,
        encodings: &[Encoding],
        fields: &mut BTreeMap<String, FormValue>,
        others: &mut Option<FormValue>,
    ) -> Option<()> {
        let mut all = Vec::new();
        let rest = match &self.ty(self.behind(form)).shape {
            Shape::Struct(object) => {
                for field in &object.fields {
                    let encoding = encodings.iter().find(|it| it.property == field.wire);
                    let value = self.form_value(field.ty, encoding, !field.required)?;
                    all.push((field.wire.clone(), value));
                }
                match object.additional {
                    Additional::Typed(id) => self.form_value(id, None, false)?,
                    Additional::Ignored | Additional::Forbidden => FormValue::Text,
                }
            }
            Shape::Map(map) => {
                for encoding in encodings {
                    let value = self.form_value(map.values, Some(encoding), false)?;
                    all.push((encoding.property.clone(), value));
                }
                self.form_value(map.values, None, false)?
            }
            _ => return None,
        };
        for (name, value) in all {
            if *fields.entry(name).or_insert_with(|| value.clone()) != value {
                return None;
            }
        }
        (*others.get_or_insert_with(|| rest.clone()) == rest).then_some(())
    }

    fn form_value(
        &self,
        id: TypeId,
        encoding: Option<&Encoding>,
        optional: bool,
    ) -> Option<FormValue> {
        let shape = &self.ty(self.behind(id)).shape;
        let style =
            encoding.filter(|it| it.style.is_some() || it.explode.is_some() || it.allow_reserved);
        let Some(style) = style else {
            let content_type = encoding.and_then(|it| it.content_type.as_deref());
            return match shape {
                _ if encoding.is_some_and(|it| it.xml) => None,
                _ if content_type.is_some_and(is_json) => Some(FormValue::Json),
                Shape::List(list) => {
                    let item = self.single(list.items, false);
                    Some(FormValue::Items(Box::new(item)))
                }
                Shape::Tuple(_) => Some(FormValue::Items(Box::new(FormValue::Compound))),
                _ => Some(self.single(id, optional)),
            };
        };
        let explode = style.explode;
        let style = style.style.unwrap_or(Style::Form);
        if style == Style::DeepObject {
            return Some(FormValue::Deep);
        }
        let explode = explode.unwrap_or(style == Style::Form);
        let separator = match style {
            Style::SpaceDelimited => ' ',
            Style::PipeDelimited => '|',
            _ => ',',
        };
        Some(match shape {
            Shape::List(list) if explode => {
                FormValue::Items(Box::new(self.single(list.items, false)))
            }
            Shape::List(_) => FormValue::Separated(separator),
            Shape::Struct(object) if explode => FormValue::Members(names(object)),
            Shape::Struct(_) | Shape::Map(_) if !explode => FormValue::Pairs(separator),
            Shape::Map(_) | Shape::Tuple(_) | Shape::Union(_) => return None,
            _ => self.single(id, optional),
        })
    }

    /// How one field is read that is a whole value.
    fn single(&self, id: TypeId, optional: bool) -> FormValue {
        let behind = self.behind(id);
        let may_be_nothing =
            optional || matches!(self.ty(self.resolved(id)).shape, Shape::Nullable(_));
        match &self.ty(behind).shape {
            Shape::Bool | Shape::Integer(_) | Shape::Number(_) | Shape::Null if may_be_nothing => {
                FormValue::TextOrNothing
            }
            Shape::Enum(listed) if may_be_nothing => {
                let mut values = listed.values.iter();
                if listed.base == EnumBase::Text && values.any(|it| it.value == "") {
                    FormValue::Text
                } else {
                    FormValue::TextOrNothing
                }
            }
            Shape::Struct(_) | Shape::Map(_) | Shape::List(_) | Shape::Tuple(_) => {
                FormValue::Compound
            }
            Shape::Union(union) => {
                let mut variants = union.variants.iter().map(|it| self.behind(it.ty));
                if variants.all(|id| is_scalar(&self.ty(id).shape)) {
                    FormValue::Text
                } else {
                    FormValue::Compound
                }
            }
            _ => FormValue::Text,
        }
    }
}

fn names(object: &Struct) -> Vec<String> {
    let names = object.fields.iter().map(|field| field.wire.clone());
    names.collect()
}

const fn is_scalar(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Text(_) | Shape::Enum(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Bool
    )
}

/// Whether the first of some media types that is no range is JSON.
fn is_json(media_types: &str) -> bool {
    let mut types = media_types.split(',').map(str::trim);
    let stated = types.find(|it| !it.contains('*') && !it.is_empty());
    stated.is_some_and(|it| it.contains("json"))
}
