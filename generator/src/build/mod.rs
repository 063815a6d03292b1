//! The document becomes the IR: what the API means on the wire.
//!
//! References are resolved, `allOf` is merged as an intersection, unions are classified and inline
//! schemas get ids. The document has been checked and lowered before, so anything that cannot be
//! said in the IR is reported here with its place and replaced by the widest type that is right.

mod alike;
mod assertions;
mod callbacks;
mod charsets;
mod contents;
mod directions;
mod docs;
mod document;
mod encodings;
mod enums;
mod facets;
mod forms;
mod headers;
mod idle;
mod inheritance;
mod keywords;
mod links;
mod media_types;
mod missing;
mod open_enums;
mod operation;
mod origin;
mod path;
mod refs;
mod replies;
mod schema;
mod security;
mod servers;
mod shape;
mod tags;
mod union;
mod uploads;
mod writable;
mod xml;

use crate::diag::{Diagnostic, Report};
use crate::ir::{
    Api, Declared, Docs, Header, Info, Origin, Reply, Shape, Shared, Tag, Type, TypeId,
};
use crate::pointer::Pointer;
pub use document::{Document, document};
use foldhash::fast::RandomState;
use indexmap::{IndexMap, IndexSet};
use missing::Missing;
use openapiv3::OpenAPI;
use origin::SCHEMAS;
use replies::NoBody;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// How many names may be compared to find what was meant: of properties, and of all schemas.
const GUESSES: (usize, usize) = (5_000, 20);

/// Builds the IR of a whole document.
#[must_use]
pub fn build(document: &Document, report: &mut Report) -> Api {
    let doc = &document.api;
    let schemas = doc.components.as_ref().map_or(0, |all| all.schemas.len());
    let mut builder = Builder {
        doc,
        report,
        api: Api {
            // Some schemas become several types, and long lists take their time to grow.
            types: Vec::with_capacity(document.schemas + document.schemas / 2),
            ..Api::default()
        },
        ids: IndexMap::with_capacity_and_hasher(document.schemas, RandomState::default()),
        nullables: IndexMap::new(),
        depth: 0,
        intersections: 0,
        inherited: 0,
        followed: 0,
        guesses: GUESSES.0 + GUESSES.1 * schemas,
        nullable: IndexMap::default(),
        nullable_depth: 0,
        directions: IndexMap::default(),
        directions_depth: 0,
        children: inheritance::children(doc.components.as_ref()),
        chains: BTreeMap::new(),
        inherited_tags: IndexMap::default(),
        headers: IndexMap::default(),
        replies: IndexMap::default(),
        missing: Missing::default(),
        targets: BTreeMap::new(),
        ignored: BTreeMap::new(),
        bodiless: BTreeMap::new(),
        idle_discriminators: IndexSet::new(),
    };
    builder.info();
    builder.named_schemas();
    builder.security_schemes();
    builder.operations();
    builder.idle_discriminators();
    let (mut api, missing) = (builder.api, builder.missing);
    missing::settle(&mut api, &missing, report);
    open_enums::settle(&mut api);
    tags::settle(&mut api, report);
    encodings::settle(&mut api, report);
    forms::settle(&mut api, report);
    xml::settle(&mut api, report);
    writable::settle(&mut api, report);
    directions::split(&mut api);
    // What was left out, and properties that one direction lacks, have left types behind.
    missing::prune(&mut api, |_| true);
    api
}

/// What identifies a type: the places of the schemas that it must satisfy, each with whether its
/// `oneOf` and `anyOf` count.
type Key = Vec<(Pointer, bool)>;

struct Builder<'a> {
    doc: &'a OpenAPI,
    report: &'a mut Report,
    api: Api,
    ids: IndexMap<Key, TypeId, RandomState>,
    nullables: IndexMap<TypeId, TypeId>,
    depth: usize,
    /// How many types were made of several schemas.
    intersections: usize,
    /// How many properties objects have from others.
    inherited: usize,
    /// How many members of `allOf` were followed.
    followed: usize,
    /// How many more names may be compared with ones that are not there.
    guesses: usize,
    /// Whether the schema at a place allows `null`; `None` while that is being found out.
    nullable: IndexMap<Pointer, Option<bool>, RandomState>,
    nullable_depth: usize,
    /// Whether the schema at a place is `readOnly`, and whether it is `writeOnly`.
    directions: IndexMap<Pointer, (bool, bool), RandomState>,
    directions_depth: usize,
    /// Which named schemas build on which.
    children: inheritance::Children<'a>,
    /// Where the references at places lead in the end.
    chains: BTreeMap<Pointer, refs::End>,
    /// The tags of schemas by those that they build on, by the name of each and the property.
    inherited_tags: IndexMap<(String, String), Vec<Value>, RandomState>,
    /// The headers of `components`, by the reference to each.
    headers: IndexMap<&'a str, Header, RandomState>,
    /// The replies there, by the reference to each and why they have no body.
    replies: IndexMap<(&'a str, Option<NoBody>), Reply, RandomState>,
    /// What references should have led to.
    missing: Missing,
    /// The operations that links name and by which of their members, by the place of the link.
    targets: BTreeMap<Pointer, Option<(&'static str, String)>>,
    /// What is left out or wrong in many places, by the words that say so and why: the first finding, and
    /// all places.
    ignored: BTreeMap<(String, Vec<String>), (Diagnostic, BTreeSet<Pointer>)>,
    /// Where replies that never have a body describe one: shared replies once.
    bodiless: BTreeMap<NoBody, IndexSet<Pointer>>,
    /// Where discriminators stand that tell nothing apart.
    idle_discriminators: IndexSet<Pointer>,
}

impl Builder<'_> {
    /// Counts something that is left out or wrong, often in many places, to report it once.
    fn count(&mut self, finding: Diagnostic) {
        let said = (finding.message.clone(), finding.help.clone());
        let place = finding.place.pointer.clone();
        let first = || (finding, BTreeSet::new());
        self.ignored
            .entry(said)
            .or_insert_with(first)
            .1
            .insert(place);
    }

    fn info(&mut self) {
        let info = &self.doc.info;
        self.api.info = Info {
            title: info.title.clone(),
            version: info.version.clone(),
            docs: docs::info(info, self.doc.external_docs.as_ref()),
        };
        self.api.servers = self.servers(&self.doc.servers, &Pointer::root().key("servers"));
        self.api.tags = self
            .doc
            .tags
            .iter()
            .map(|tag| Tag {
                name: tag.name.clone(),
                docs: docs::tag(tag),
            })
            .collect();
    }

    /// All ids first, then all bodies, so that a reference can stand anywhere.
    fn named_schemas(&mut self) {
        let Some(components) = &self.doc.components else {
            return;
        };
        let mut named = Vec::new();
        for (name, node) in &components.schemas {
            let at = SCHEMAS.key(name);
            let node = refs::Node::from(node);
            let origin = Origin {
                at: at.clone(),
                declared: Declared::Schema(name.as_str().into()),
                role: Vec::new(),
                rust_name: docs::rust_name(node.extensions()),
            };
            let id = self.allocate(
                vec![(at.clone(), true)],
                origin,
                docs::schema(self.doc, node).into(),
            );
            self.api.types[id.0 as usize].xml = xml::of(node).into();
            named.push((id, at, node));
        }
        // Parts that several schemas have are named after the one that comes first: by its name, not
        // by its place in the document.
        named.sort_by(|(_, a, _), (_, b, _)| a.cmp(b));
        for (id, at, node) in named {
            self.fill_named(id, &at, node);
        }
    }

    /// Whether so many names may be compared with one that is not there: a guess is not worth much
    /// time.
    fn may_guess(&mut self, names: usize) -> bool {
        self.guesses = self.guesses.saturating_sub(names);
        self.guesses > 0
    }

    fn allocate(&mut self, key: Key, origin: Origin, docs: Shared<Docs>) -> TypeId {
        let id = self.push(origin, docs);
        self.ids.insert(key, id);
        id
    }

    /// A type that no place identifies.
    fn push(&mut self, origin: Origin, docs: Shared<Docs>) -> TypeId {
        let id = TypeId(u32::try_from(self.api.types.len()).unwrap_or(u32::MAX));
        self.api.types.push(Type {
            origin,
            docs,
            shape: Shape::Any,
            assertions: Vec::new(),
            request_form: false,
            xml: Shared::default(),
        });
        id
    }
}
