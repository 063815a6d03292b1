//! From facets to a shape.

use super::Builder;
use super::assertions::Extra;
use super::directions::either;
use super::docs;
use super::facets::{Exact, Facets, Kind, Others};
use super::refs::Node;
use super::schema::{Leaf, Part};
use super::xml;
use crate::diag::{Code, Diagnostic};
use crate::format::Format;
use crate::ir::{
    Additional, Bound, Docs, Field, Integer, List, Map, Number, Origin, Role, Shape, Shared,
    Struct, Text, TypeId,
};
use crate::pointer::Pointer;
use std::collections::BTreeSet;

/// How many properties objects may have from others, in all.
const MOST_INHERITED: usize = 100_000;

impl<'a> Builder<'a> {
    /// The shape of the values that satisfy `facets` and the unions of `leaves`.
    pub(super) fn shape(
        &mut self,
        facets: Facets<'a>,
        leaves: &[Leaf<'a>],
        parts: &[Part<'a>],
        origin: &Origin,
        extras: &mut Vec<Extra<'a>>,
    ) -> Shape {
        if let [part] = parts {
            if let Some(shape) = self.subtypes(leaves, origin).filter(|_| part.whole) {
                return shape;
            }
        }
        // In one schema it is a slip, which `lint` finds.
        if let Some(bounds) = facets.crossed().filter(|_| leaves.len() > 1) {
            let message = format!("no value can satisfy these schemas: {bounds} cross");
            return self.contradiction(&message, origin);
        }
        let mut conditions = Vec::new();
        if let Some(shape) = self.unions(&facets, leaves, parts, origin, &mut conditions, extras) {
            return shape;
        }
        self.idle_keywords(&facets, leaves);
        if let Some(values) = facets.enumeration.clone() {
            return self.enumeration(values, &facets, leaves, origin, extras);
        }
        match facets.kind {
            None => {
                extras.extend(facets.format.map(|name| Extra::Format(name.to_owned())));
                Shape::Any
            }
            Some(Kind::Boolean) => Shape::Bool,
            Some(Kind::String) => Shape::Text(Text {
                format: facets.format.map(str::to_owned),
                min_length: facets.min_length,
                max_length: facets.max_length,
                pattern: facets.pattern.map(str::to_owned),
            }),
            Some(Kind::Integer) => self.integer(facets, origin),
            Some(Kind::Number) => Shape::Number(Number {
                format: facets.format.map(str::to_owned),
                minimum: facets.minimum.as_ref().map(float),
                maximum: facets.maximum.as_ref().map(float),
                multiple_of: facets.multiple_of.and_then(|number| number.as_f64()),
            }),
            Some(Kind::Array) => self.list(&facets, origin),
            Some(Kind::Object) if is_map(&facets) && conditions.is_empty() => {
                self.map(facets, origin)
            }
            Some(Kind::Object) if !self.may_inherit(&facets, leaves, origin) => Shape::Any,
            Some(Kind::Object) => {
                let mut shape = self.structure(facets, origin);
                shape.conditions = conditions;
                Shape::Struct(shape)
            }
            Some(Kind::Never) => Shape::Never,
            Some(Kind::Null) => Shape::Null,
            Some(Kind::Conflict) => {
                let message = "no value can satisfy these schemas: they ask for different types";
                self.contradiction(message, origin)
            }
        }
    }

    /// No value at all, and why.
    pub(super) fn contradiction(&mut self, message: &str, origin: &Origin) -> Shape {
        let at = origin.at.clone();
        self.report
            .push(Diagnostic::new(Code::CONTRADICTION, at, message));
        Shape::Never
    }

    /// Whether one more object may repeat the properties of others. Chains of `allOf` repeat them
    /// once per level, so their number can grow with the square of the description.
    fn may_inherit(&mut self, facets: &Facets<'a>, leaves: &[Leaf<'a>], origin: &Origin) -> bool {
        let own = leaves
            .first()
            .map_or(0, |leaf| leaf.keywords.properties().len());
        let before = self.inherited;
        self.inherited += facets.properties.len().saturating_sub(own);
        if before <= MOST_INHERITED && self.inherited > MOST_INHERITED {
            let message = "`allOf` repeats too many properties";
            self.report.push(
                Diagnostic::new(Code::SCHEMA_TOO_DEEP, origin.at.clone(), message)
                    .help("from here on every JSON value is accepted where objects inherit"),
            );
        }
        self.inherited <= MOST_INHERITED || facets.properties.len() <= own
    }

    fn integer(&mut self, facets: Facets<'a>, origin: &Origin) -> Shape {
        let mut whole = |bound: Option<Bound<Exact>>, up: bool| {
            let bound = bound?;
            if let Some(value) = bound.value.as_i128() {
                return Some(Bound {
                    value,
                    exclusive: bound.exclusive,
                });
            }
            // Between two whole numbers: the next one inwards, which is then allowed itself.
            let float = bound.value.as_f64();
            let inward = if up { float.ceil() } else { float.floor() };
            let value =
                serde_json::Number::from_f64(inward).and_then(|number| Exact(number).as_i128());
            if value.is_none() {
                let message = format!("bound out of range: {float}");
                self.report.push(Diagnostic::new(
                    Code::NOT_CHECKED,
                    origin.at.clone(),
                    message,
                ));
            }
            value.map(|value| Bound {
                value,
                exclusive: false,
            })
        };
        let minimum = whole(facets.minimum, true);
        let maximum = whole(facets.maximum, false);
        self.beyond_format(facets.format, [minimum, maximum], origin);
        let multiple_of = facets.multiple_of.and_then(|number| {
            let step = Exact(number.clone()).as_i128();
            // Of a half or a tenth, all whole numbers are multiples.
            let parts = number.as_f64().map(|step| 1.0 / step);
            let always = parts.is_some_and(|parts| parts.fract() == 0.0 && parts.abs() < 1e15);
            if step.is_none() && !always {
                let message = format!("`multipleOf: {number}` of whole numbers is not checked");
                self.report.push(Diagnostic::new(
                    Code::NOT_CHECKED,
                    origin.at.key("multipleOf"),
                    message,
                ));
            }
            step
        });
        Shape::Integer(Integer {
            format: facets.format.map(str::to_owned),
            minimum,
            maximum,
            multiple_of,
        })
    }

    /// Reports bounds that the format does not have, which make the type wider.
    fn beyond_format(
        &mut self,
        format: Option<&str>,
        bounds: [Option<Bound<i128>>; 2],
        origin: &Origin,
    ) {
        let range = format.and_then(|name| Some((name, Format::named(name)?)));
        let Some((name, Format::Integer(low, high))) = range else {
            return;
        };
        for bound in bounds.into_iter().flatten() {
            // The next number may be excluded.
            let reach = i128::from(bound.exclusive);
            if !(low - reach..=high + reach).contains(&bound.value) {
                let value = bound.value;
                let message =
                    format!("the bound {value} is beyond `{name}`: a wider type is taken");
                let finding = Diagnostic::new(Code::BEYOND_FORMAT, origin.at.clone(), message);
                self.report.push(finding);
            }
        }
    }

    fn list(&mut self, facets: &Facets<'a>, origin: &Origin) -> Shape {
        let items = match facets.items.first().filter(|_| !facets.tuple) {
            None => self.any(origin.at.key("items")),
            Some(first) => {
                let origin = origin.child(first.at.clone(), Role::Items, first.node);
                self.intersection(&facets.items, origin)
            }
        };
        Shape::List(List {
            items,
            items_xml: xml::of_parts(&facets.items),
            items_docs: self.beside_all(&facets.items, items),
            min_items: facets.min_items,
            max_items: facets.max_items,
            unique: facets.unique_items,
        })
    }

    fn map(&mut self, facets: Facets<'a>, origin: &Origin) -> Shape {
        let (values, values_docs) = if let Some(Others::Schemas(parts)) = facets.others {
            let values = self.values(&parts, origin);
            (values, self.beside_all(&parts, values))
        } else {
            let at = origin.at.key("additionalProperties");
            (self.any(at), Shared::default())
        };
        Shape::Map(Map {
            values,
            values_docs,
            min_properties: facets.min_properties,
            max_properties: facets.max_properties,
        })
    }

    fn structure(&mut self, facets: Facets<'a>, origin: &Origin) -> Struct {
        let mut fields = Vec::with_capacity(facets.properties.len());
        for (wire, parts) in facets.properties {
            let required = facets.required.contains(&wire);
            fields.push(self.field(wire, &parts, required, origin));
        }
        let known: BTreeSet<String> = fields.iter().map(|field| field.wire.clone()).collect();
        for wire in facets.required {
            if !known.contains(wire) {
                let at = origin.at.key("required");
                self.undefined(wire, &fields, &at);
                // It is what all other properties are.
                let ty = match &facets.others {
                    Some(Others::Schemas(parts)) => self.values(parts, origin),
                    Some(Others::Forbidden) => {
                        let message =
                            format!("`additionalProperties` forbids the required `{wire}`");
                        let finding = Diagnostic::new(Code::CONTRADICTION, at.clone(), message);
                        let help =
                            "no value can satisfy both: it is taken as one that holds any JSON";
                        self.report.push(finding.help(help));
                        self.any(at.key(wire))
                    }
                    _ => self.any(at.key(wire)),
                };
                fields.push(Field {
                    wire: wire.to_owned(),
                    ty,
                    required: true,
                    read_only: false,
                    write_only: false,
                    default: None,
                    docs: Shared::default(),
                    rust_name: None,
                    xml: Shared::default(),
                    at,
                });
            }
        }
        let mut additional_docs = Shared::default();
        let additional = match facets.others {
            None => Additional::Ignored,
            Some(Others::Any(at)) => Additional::Typed(self.any(at)),
            Some(Others::Forbidden) => Additional::Forbidden,
            Some(Others::Schemas(parts)) => {
                let values = self.values(&parts, origin);
                additional_docs = self.beside_all(&parts, values);
                Additional::Typed(values)
            }
        };
        Struct {
            fields,
            additional,
            additional_docs,
            min_properties: facets.min_properties,
            max_properties: facets.max_properties,
            conditions: Vec::new(),
            read_only: Vec::new(),
        }
    }

    fn undefined(&mut self, wire: &str, fields: &[Field], at: &Pointer) {
        let message = format!("`{wire}` is required, but not one of the properties");
        let mut finding = Diagnostic::new(Code::REQUIRED_UNDEFINED, at.clone(), message);
        let may_guess = self.may_guess(fields.len());
        let likeness = |field: &Field| strsim::jaro_winkler(wire, &field.wire);
        let best = fields
            .iter()
            .filter(|_| may_guess)
            .max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        if let Some(field) = best.filter(|field| likeness(field) > 0.85) {
            finding = finding.help(format!("did you mean `{}`?", field.wire));
        }
        self.report.push(finding);
    }

    fn field(&mut self, wire: &str, parts: &[Part<'a>], required: bool, origin: &Origin) -> Field {
        let at = parts
            .first()
            .map_or_else(Pointer::root, |part| part.at.clone());
        let nodes = || parts.iter().map(|part| part.node);
        let annotations: Vec<_> = nodes()
            .map(|node| docs::annotations(self.doc, node))
            .collect();
        let data: Vec<_> = annotations.iter().flatten().collect();
        // What is said of all other properties is not about this one.
        let own = parts.iter().zip(&annotations);
        let own = own.filter(|(part, _)| part.at.tokens().next_back().as_deref() == Some(wire));
        let docs = own
            .map(|(part, all)| docs::annotated(part.node, all))
            .reduce(docs::completed);
        let docs: Shared<Docs> = docs.unwrap_or_default().into();
        let rust_name = nodes().find_map(|node| docs::rust_name(node.extensions()));
        let first = parts.first().map_or(Node::Ref(""), |part| part.node);
        let mut child = origin.child(at.clone(), Role::Property(wire.into()), first);
        child.rust_name = None;
        let own = (parts.len() == 1).then(|| docs.clone());
        let directions = parts.iter().map(|part| self.directions(part.node));
        let (read_only, write_only) = match directions.fold((false, false), either) {
            (true, true) => {
                let message =
                    format!("`{wire}` is both `readOnly` and `writeOnly`: it is taken as neither");
                let finding = Diagnostic::new(Code::NO_DIRECTION, at.clone(), message);
                self.report.push(finding.on_key());
                (false, false)
            }
            directions => directions,
        };
        Field {
            wire: wire.to_owned(),
            required,
            read_only,
            write_only,
            default: data
                .iter()
                .find_map(|data| docs::default_of(data))
                .map(Box::new),
            docs,
            rust_name,
            xml: xml::of_parts(parts),
            at,
            ty: self.documented(parts, child, own),
        }
    }

    /// What several schemas say beside a reference to a named one.
    fn beside_all(&self, parts: &[Part<'a>], ty: TypeId) -> Shared<Docs> {
        let docs = parts.iter().map(|part| self.beside(part.node, ty));
        docs.reduce(docs::completed).unwrap_or_default().into()
    }

    fn values(&mut self, parts: &[Part<'a>], origin: &Origin) -> TypeId {
        let Some(Part { at, node, .. }) = parts.first() else {
            return self.any(origin.at.key("additionalProperties"));
        };
        let origin = origin.child(at.clone(), Role::AdditionalProperties, *node);
        self.intersection(parts, origin)
    }

    /// Every JSON value.
    pub(super) fn any(&mut self, at: Pointer) -> TypeId {
        let key = vec![(at.clone(), true)];
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let origin = Origin {
            at,
            declared: crate::ir::Declared::Schema("".into()),
            role: Vec::new(),
            rust_name: None,
        };
        self.allocate(key, origin, Shared::default())
    }
}

fn is_map(facets: &Facets<'_>) -> bool {
    facets.properties.is_empty()
        && facets.required.is_empty()
        && !matches!(facets.others, Some(Others::Forbidden))
}

pub(super) fn float(bound: &Bound<Exact>) -> Bound<f64> {
    Bound {
        value: bound.value.as_f64(),
        exclusive: bound.exclusive,
    }
}
