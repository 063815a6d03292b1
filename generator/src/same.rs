//! Inline schemas that a description spells out again: which types are one.
//!
//! Descriptions that are made by programs repeat the same object wherever it occurs, hundreds of
//! times. Types that stand under the same name, a property's or a parameter's, and say the same
//! become one item, and the names of the others are aliases of it. No name depends on this, and
//! rows use their own names, so that only the place of the item changes when a copy does.

use crate::facts::Facts;
use crate::ir::{
    Additional, Api, Docs, Field, List, Map, Role, Shape, Struct, Type, TypeId, Union, Variant,
};
use crate::names::Names;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, Hash, Hasher};

/// For each type the one that stands for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Same {
    item: Vec<TypeId>,
    made: BTreeSet<TypeId>,
}

impl Same {
    /// Finds out which types are one.
    #[must_use]
    pub fn of(api: &Api, facts: &Facts, names: &Names) -> Self {
        let mut classes = Classes {
            api,
            facts,
            names,
            class: vec![None; api.types.len()],
            count: 0,
            members: BTreeMap::new(),
        };
        for id in api.type_ids() {
            classes.classify(id);
        }
        let mut groups: BTreeMap<(u32, Vec<Role>), Vec<TypeId>> = BTreeMap::new();
        for id in api.type_ids().filter(|&id| may_be_shared(api, names, id)) {
            if let Some(class) = classes.class[id.0 as usize] {
                let role = name_in_description(&api.ty(id).origin.role);
                groups.entry((class, role)).or_default().push(id);
            }
        }
        let mut item: Vec<TypeId> = api.type_ids().collect();
        for group in groups.values() {
            // The shortest name is the one nearest to what the description names.
            let shortest = group.iter().copied().min_by_key(|&id| {
                let name = names.ty(id).map_or("", |name| name.as_str());
                (name.len(), name)
            });
            for id in group {
                item[id.0 as usize] = shortest.unwrap_or(*id);
            }
        }
        let made = api.type_ids().filter(|&id| facts.is_made(id));
        let made = made.map(|id| item[id.0 as usize]).collect();
        Self { item, made }
    }

    /// The type whose item stands for this type: mostly its own.
    #[must_use]
    pub fn item(&self, id: TypeId) -> TypeId {
        self.item.get(id.0 as usize).copied().unwrap_or(id)
    }

    /// Whether callers make values of the type or of one that it stands for.
    #[must_use]
    pub fn is_made(&self, id: TypeId) -> bool {
        self.made.contains(&self.item(id))
    }

    /// The type of which this one is an alias.
    #[must_use]
    pub fn alias_of(&self, id: TypeId) -> Option<TypeId> {
        Some(self.item(id)).filter(|&item| item != id)
    }
}

/// Whether the type has an item that another may stand for. What the description gives a name is in
/// a class of its own.
fn may_be_shared(api: &Api, names: &Names, id: TypeId) -> bool {
    let Type { origin, shape, .. } = api.ty(id);
    let is_item = matches!(shape, Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_));
    is_item && names.ty(id).is_some() && !matches!(origin.role.last(), Some(Role::Base))
}

/// What the description calls the place: the last name on the way, and the steps behind it.
fn name_in_description(role: &[Role]) -> Vec<Role> {
    let is_name = |step: &Role| {
        matches!(
            step,
            Role::Property(_) | Role::Parameter(_) | Role::Header(_)
        )
    };
    let start = role.iter().rposition(is_name).unwrap_or(0);
    let mut steps = role[start..].to_vec();
    // A reply is what it is with any status.
    if let Some(Role::Response(status)) = steps.first_mut() {
        *status = "".into();
    }
    steps
}

/// Types in classes of those that would have the same item but for its name and documentation.
struct Classes<'a> {
    api: &'a Api,
    facts: &'a Facts,
    names: &'a Names,
    class: Vec<Option<u32>>,
    count: u32,
    /// The first of each class, by a hash of what it says.
    members: BTreeMap<u64, Vec<TypeId>>,
}

impl Classes<'_> {
    /// Finds the class of a type after those of its parts; with a stack of its own, since chains of
    /// schemas can be long.
    fn classify(&mut self, start: TypeId) {
        let mut open: Vec<(TypeId, Vec<TypeId>)> = Vec::new();
        let mut entered = vec![start];
        while let Some(id) = entered.pop() {
            if self.class[id.0 as usize].is_none() {
                // A type is a class of its own while its parts are looked at: what leads back to
                // it is like nothing else.
                self.class[id.0 as usize] = Some(self.count);
                self.count += 1;
                open.push((id, self.api.ty(id).shape.parts()));
            }
            while let Some((id, parts)) = open.last_mut() {
                let id = *id;
                let next = parts.pop();
                match next {
                    Some(part) if self.class[part.0 as usize].is_none() => {
                        entered.push(part);
                        break;
                    }
                    Some(_) => {}
                    None => {
                        open.pop();
                        self.close(id);
                    }
                }
            }
        }
    }

    /// Puts a type whose parts have their classes into its own, if another says the same.
    fn close(&mut self, id: TypeId) {
        let Type { origin, .. } = self.api.ty(id);
        // What the description gives a name stays apart.
        if origin.role.is_empty() || origin.rust_name.is_some() {
            return;
        }
        let hash = self.hash(id);
        let alike = self.members.get(&hash).into_iter().flatten();
        let found = alike.copied().find(|&other| self.say_the_same(id, other));
        if let Some(other) = found {
            self.class[id.0 as usize] = self.class[other.0 as usize];
        } else {
            self.members.entry(hash).or_default().push(id);
        }
    }

    fn say_the_same(&self, a: TypeId, b: TypeId) -> bool {
        let alike = self.names.members(a) == self.names.members(b)
            && self.names.rest(a) == self.names.rest(b)
            && self.facts.in_xml(a) == self.facts.in_xml(b)
            && self.facts.is_file(a) == self.facts.is_file(b);
        let (a, b) = (self.api.ty(a), self.api.ty(b));
        // Exhaustive, so that nothing is forgotten that comes to say something.
        let Type {
            origin: _,
            docs: _,
            shape,
            assertions,
            request_form,
            xml,
        } = a;
        alike
            && *assertions == b.assertions
            && *request_form == b.request_form
            && *xml == b.xml
            && self.same_shape(shape, &b.shape)
    }

    fn same_shape(&self, a: &Shape, b: &Shape) -> bool {
        match (a, b) {
            (Shape::Alias(a), Shape::Alias(b)) | (Shape::Nullable(a), Shape::Nullable(b)) => {
                self.same_part(*a, *b)
            }
            (Shape::Struct(a), Shape::Struct(b)) => self.same_struct(a, b),
            (Shape::Union(a), Shape::Union(b)) => self.same_union(a, b),
            (Shape::List(a), Shape::List(b)) => {
                let List {
                    items,
                    items_xml,
                    items_docs,
                    min_items,
                    max_items,
                    unique,
                } = a;
                self.same_part(*items, b.items)
                    && *items_xml == b.items_xml
                    && *items_docs == b.items_docs
                    && (*min_items, *max_items, *unique) == (b.min_items, b.max_items, b.unique)
            }
            (Shape::Map(a), Shape::Map(b)) => {
                let Map {
                    values,
                    values_docs,
                    min_properties,
                    max_properties,
                } = a;
                self.same_part(*values, b.values)
                    && *values_docs == b.values_docs
                    && (*min_properties, *max_properties) == (b.min_properties, b.max_properties)
            }
            (Shape::Tuple(a), Shape::Tuple(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| self.same_part(*a, *b))
            }
            (
                Shape::Any
                | Shape::Never
                | Shape::Null
                | Shape::Bool
                | Shape::Integer(_)
                | Shape::Number(_)
                | Shape::Text(_)
                | Shape::Enum(_),
                _,
            ) => a == b,
            _ => false,
        }
    }

    /// Whether two parts of types are the same, their documentation included: it stands beside them.
    fn same_part(&self, a: TypeId, b: TypeId) -> bool {
        let class = |id: TypeId| self.class[id.0 as usize];
        a == b || (class(a) == class(b) && self.docs(a) == self.docs(b))
    }

    fn docs(&self, id: TypeId) -> &Docs {
        &self.api.ty(id).docs
    }

    fn same_struct(&self, a: &Struct, b: &Struct) -> bool {
        let Struct {
            fields,
            additional,
            additional_docs,
            min_properties,
            max_properties,
            conditions,
            read_only,
        } = a;
        let additional = match (*additional, b.additional) {
            (Additional::Typed(a), Additional::Typed(b)) => self.same_part(a, b),
            (a, b) => a == b,
        };
        additional
            && *additional_docs == b.additional_docs
            && (*min_properties, *max_properties) == (b.min_properties, b.max_properties)
            && *conditions == b.conditions
            && *read_only == b.read_only
            && fields.len() == b.fields.len()
            && fields.iter().zip(&b.fields).all(|(a, b)| {
                let Field {
                    wire,
                    ty,
                    required,
                    read_only,
                    write_only,
                    default,
                    docs,
                    rust_name: _,
                    xml,
                    at: _,
                } = a;
                *wire == b.wire
                    && (*required, *read_only, *write_only)
                        == (b.required, b.read_only, b.write_only)
                    && *default == b.default
                    && *docs == b.docs
                    && *xml == b.xml
                    && self.same_part(*ty, b.ty)
            })
    }

    fn same_union(&self, a: &Union, b: &Union) -> bool {
        let Union {
            exclusive,
            variants,
            discriminator,
            implied: _,
        } = a;
        *exclusive == b.exclusive
            && *discriminator == b.discriminator
            && variants.len() == b.variants.len()
            && variants.iter().zip(&b.variants).all(|(a, b)| {
                let Variant {
                    ty,
                    tags,
                    may_lack_tag,
                    untagged,
                    by_name: _,
                    schema: _,
                    docs,
                } = a;
                *tags == b.tags
                    && *docs == b.docs
                    && (*may_lack_tag, *untagged) == (b.may_lack_tag, b.untagged)
                    && self.same_part(*ty, b.ty)
            })
    }

    /// Equal for types that say the same, and different for most others.
    fn hash(&self, id: TypeId) -> u64 {
        let mut hasher = FixedState::default().build_hasher();
        let shape = &self.api.ty(id).shape;
        std::mem::discriminant(shape).hash(&mut hasher);
        for part in shape.parts() {
            let class = self.class[part.0 as usize];
            (class, &self.docs(part).description).hash(&mut hasher);
        }
        match shape {
            Shape::Struct(object) => {
                for field in &object.fields {
                    (&field.wire, &field.docs.description).hash(&mut hasher);
                }
            }
            Shape::List(list) => {
                let sizes = (list.min_items, list.max_items);
                (sizes, &list.items_docs.description).hash(&mut hasher);
            }
            Shape::Map(map) => map.values_docs.description.hash(&mut hasher),
            Shape::Enum(shape) => {
                for value in &shape.values {
                    value.value.hash(&mut hasher);
                }
            }
            Shape::Text(text) => {
                (
                    &text.format,
                    text.min_length,
                    text.max_length,
                    &text.pattern,
                )
                    .hash(&mut hasher);
            }
            Shape::Integer(integer) => {
                let bound = |bound: &Option<crate::ir::Bound<i128>>| bound.map(|bound| bound.value);
                (bound(&integer.minimum), bound(&integer.maximum)).hash(&mut hasher);
            }
            _ => {}
        }
        hasher.finish()
    }
}
