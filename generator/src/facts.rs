//! What several emitters need to know about the IR, each computed once.

use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Api, Content, Media, Operation, Reply, Server, Shape, Status, TypeId};
use crate::pattern::{Cost, cost};
use std::collections::{BTreeMap, BTreeSet};

/// Facts about the types of an API.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    requests: BTreeSet<TypeId>,
    replies: BTreeSet<TypeId>,
    component: Vec<u32>,
    required: Vec<u32>,
    endless: BTreeSet<TypeId>,
    files: BTreeSet<TypeId>,
    xml: BTreeSet<TypeId>,
    two_forms: BTreeSet<TypeId>,
    servers: BTreeMap<usize, usize>,
    reads_forms: bool,
    linear_patterns: BTreeMap<String, String>,
}

impl Facts {
    /// Computes all facts.
    #[must_use]
    pub fn of(api: &Api) -> Self {
        let must_hold: Vec<Vec<TypeId>> = api.type_ids().map(|id| must_hold(api, id)).collect();
        let by_value: Vec<Vec<TypeId>> = api.type_ids().map(|id| held_by_value(api, id)).collect();
        Self {
            requests: api.sent(),
            replies: api.received(),
            component: components(&by_value),
            required: components(&must_hold),
            files: files(api),
            xml: api.in_xml(),
            endless: endless(api),
            two_forms: two_forms(api),
            servers: servers(api),
            reads_forms: reads_forms(api) || reads_parameters(api),
            linear_patterns: linear_patterns(api),
        }
    }

    /// Whether a request can carry the type.
    #[must_use]
    pub fn in_requests(&self, id: TypeId) -> bool {
        self.requests.contains(&id)
    }

    /// Whether a reply can carry the type.
    #[must_use]
    pub fn in_replies(&self, id: TypeId) -> bool {
        self.replies.contains(&id)
    }

    /// Whether values go one way only, and the type is not one of the two that a schema became for
    /// what is sent and what comes.
    #[must_use]
    pub fn goes_one_way(&self, id: TypeId) -> bool {
        self.in_requests(id) != self.in_replies(id) && !self.two_forms.contains(&id)
    }

    /// Whether callers make values of the type: nobody makes what only replies carry.
    #[must_use]
    pub fn is_made(&self, id: TypeId) -> bool {
        self.in_requests(id) || !self.in_replies(id)
    }

    /// Whether `part`, held directly in `whole`, must be boxed because it holds `whole` in turn.
    #[must_use]
    pub fn is_boxed(&self, whole: TypeId, part: TypeId) -> bool {
        let of = |id: TypeId| self.component.get(id.0 as usize);
        matches!((of(whole), of(part)), (Some(a), Some(b)) if a == b && *a != 0)
    }

    /// Whether every `part` of a `whole` would need another `whole` in turn, without end.
    #[must_use]
    pub fn must_contain_itself(&self, whole: TypeId, part: TypeId) -> bool {
        let of = |id: TypeId| self.required.get(id.0 as usize);
        matches!((of(whole), of(part)), (Some(a), Some(b)) if a == b && *a != 0)
    }

    /// Reports the required properties that lead back to their object: they are taken as optional.
    pub fn report_endless(&self, api: &Api, report: &mut Report) {
        for id in api.type_ids() {
            let Shape::Struct(object) = &api.ty(id).shape else {
                continue;
            };
            let required = object.fields.iter().filter(|field| field.required);
            for field in required.filter(|field| self.must_contain_itself(id, field.ty)) {
                let wire = &field.wire;
                let message = format!("the required `{wire}` leads back to its object without end");
                let finding = Diagnostic::new(Code::ENDLESS, field.at.clone(), message).on_key();
                report.push(finding.help("it is taken as optional"));
            }
        }
    }

    /// Whether the type is the bytes of a part of a multipart body.
    #[must_use]
    pub fn is_file(&self, id: TypeId) -> bool {
        self.files.contains(&id)
    }

    /// Whether XML can carry the type.
    #[must_use]
    pub fn in_xml(&self, id: TypeId) -> bool {
        self.xml.contains(&id)
    }

    /// Whether any body or reply is XML.
    #[must_use]
    pub fn has_xml(&self) -> bool {
        !self.xml.is_empty()
    }

    /// The patterns that backtracking could take exponential time to match, each with the same in a
    /// syntax that is matched in linear time.
    #[must_use]
    pub fn linear_patterns(&self) -> &BTreeMap<String, String> {
        &self.linear_patterns
    }

    /// Whether any callback or reply is a form that is read, or has a parameter that is read as one.
    #[must_use]
    pub const fn reads_forms(&self) -> bool {
        self.reads_forms
    }

    /// The first operation that has the servers of this one, where they leave a choice.
    #[must_use]
    pub fn first_with_servers(&self, operation: usize) -> Option<usize> {
        self.servers.get(&operation).copied()
    }

    /// Whether the type is a list, map or alias that only contains itself, for which Rust has no
    /// alias.
    #[must_use]
    pub fn is_endless(&self, id: TypeId) -> bool {
        self.endless.contains(&id)
    }
}

fn linear_patterns(api: &Api) -> BTreeMap<String, String> {
    let patterns = api.patterns().into_iter();
    let linear = patterns.filter_map(|pattern| match cost(pattern) {
        Cost::Exponential { linear } => Some((pattern.to_owned(), linear?)),
        Cost::Bounded => None,
    });
    linear.collect()
}

fn reads_forms(api: &Api) -> bool {
    let callbacks = api.callbacks.iter();
    let called = callbacks.filter_map(|it| it.operation.body.as_ref()?.taken_apart());
    let mut called = called.filter_map(|media| api.form_of(media));
    let replies = api.operations.iter().flat_map(|it| &it.replies);
    let mut replies = replies.flat_map(|reply| &reply.contents);
    let is_form = |media: &Media| matches!(media.content, Content::Form(_));
    called.next().is_some() || replies.any(is_form)
}

/// Whether any callback has a parameter in its query or cookies that is read.
fn reads_parameters(api: &Api) -> bool {
    let callbacks = api.callbacks.iter();
    let mut parameters = callbacks.flat_map(|it| &it.operation.parameters);
    parameters.any(|it| api.parameter_form(it).is_some())
}

/// For each operation with servers of its own to choose from, the first that has the same.
fn servers(api: &Api) -> BTreeMap<usize, usize> {
    let mut first = BTreeMap::new();
    let operations = api.operations.iter().enumerate();
    let choosing = operations.filter(|(_, operation)| Server::are_a_choice(&operation.servers));
    let found = choosing.map(|(index, operation)| {
        let on_wire: Vec<_> = operation.servers.iter().map(Server::on_wire).collect();
        (index, *first.entry(on_wire).or_insert(index))
    });
    found.collect()
}

/// The types of schemas that became one for requests and one for replies.
fn two_forms(api: &Api) -> BTreeSet<TypeId> {
    let requests = api.types.iter().filter(|ty| ty.request_form);
    let places: BTreeSet<&str> = requests.map(|ty| ty.origin.at.as_str()).collect();
    let ids = api.type_ids();
    ids.filter(|id| places.contains(api.ty(*id).origin.at.as_str()))
        .collect()
}

/// The types of the parts of multipart bodies that are bytes (`format: binary`).
fn files(api: &Api) -> BTreeSet<TypeId> {
    let mut forms = Vec::new();
    let mut open = Vec::new();
    let bodies = api
        .operations
        .iter()
        .filter_map(|operation| operation.body.as_ref());
    for media in bodies.flat_map(|body| &body.contents) {
        if let Content::Multipart(id) = media.content {
            forms.push(id);
        }
    }
    let mut seen = BTreeSet::new();
    while let Some(id) = forms.pop().map(|id| api.behind(id)) {
        match &api.ty(id).shape {
            _ if !seen.insert(id) => {}
            Shape::Union(union) => forms.extend(union.variants.iter().map(|variant| variant.ty)),
            shape => open.extend(shape.parts()),
        }
    }
    let mut files = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        match &api.ty(id).shape {
            Shape::Text(text) if text.format.as_deref() == Some("binary") => {
                files.insert(id);
            }
            shape @ (Shape::Alias(_) | Shape::Nullable(_) | Shape::List(_)) => {
                open.extend(shape.parts());
            }
            _ => {}
        }
    }
    files
}

/// The types that lie inside a value of this one without a list, a map or a union's box between.
fn held_by_value(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.ty(id).shape {
        Shape::Struct(object) => object.fields.iter().map(|field| field.ty).collect(),
        Shape::Union(union) => union.variants.iter().map(|variant| variant.ty).collect(),
        Shape::Alias(id) | Shape::Nullable(id) => vec![*id],
        _ => Vec::new(),
    }
}

/// The objects that every value of this type has in it.
fn must_hold(api: &Api, id: TypeId) -> Vec<TypeId> {
    match &api.ty(id).shape {
        Shape::Struct(object) => object
            .fields
            .iter()
            .filter(|field| field.required)
            .map(|field| field.ty)
            .collect(),
        Shape::Alias(id) => vec![*id],
        _ => Vec::new(),
    }
}

/// Numbers the cycles of a graph: nodes with the same number reach each other; 0 is in no cycle.
///
/// Tarjan's algorithm with an explicit stack, since chains of schemas can be long.
fn components(edges: &[Vec<TypeId>]) -> Vec<u32> {
    const UNSEEN: u32 = u32::MAX;
    let mut index = vec![UNSEEN; edges.len()];
    let mut low = vec![UNSEEN; edges.len()];
    let mut on_stack = vec![false; edges.len()];
    let mut component = vec![0; edges.len()];
    let mut stack: Vec<usize> = Vec::new();
    let (mut next_index, mut next_component) = (0, 0);
    for start in 0..edges.len() {
        if index[start] != UNSEEN {
            continue;
        }
        let mut work = vec![(start, 0)];
        while let Some((node, edge)) = work.pop() {
            if edge == 0 {
                index[node] = next_index;
                low[node] = next_index;
                next_index += 1;
                stack.push(node);
                on_stack[node] = true;
            }
            if let Some(to) = edges[node].get(edge).map(|id| id.0 as usize) {
                work.push((node, edge + 1));
                if index[to] == UNSEEN {
                    work.push((to, 0));
                } else if on_stack[to] {
                    low[node] = low[node].min(index[to]);
                }
                continue;
            }
            if low[node] == index[node] {
                let itself = edges[node].iter().any(|id| id.0 as usize == node);
                let cyclic = itself || stack.last() != Some(&node);
                next_component += u32::from(cyclic);
                while let Some(member) = stack.pop() {
                    on_stack[member] = false;
                    component[member] = if cyclic { next_component } else { 0 };
                    if member == node {
                        break;
                    }
                }
            }
            if let Some(&(parent, _)) = work.last() {
                low[parent] = low[parent].min(low[node]);
            }
        }
    }
    component
}

/// The types in which following lists, maps and aliases alone leads back to the type.
fn endless(api: &Api) -> BTreeSet<TypeId> {
    let wrapped: Vec<Vec<TypeId>> = api
        .type_ids()
        .map(|id| match &api.ty(id).shape {
            shape @ (Shape::Alias(_)
            | Shape::Nullable(_)
            | Shape::List(_)
            | Shape::Map(_)
            | Shape::Tuple(_)) => shape.parts(),
            _ => Vec::new(),
        })
        .collect();
    let cycles = api.type_ids().zip(components(&wrapped));
    cycles
        .filter(|(_, cycle)| *cycle != 0)
        .map(|(id, _)| id)
        .collect()
}

/// Whether values are objects with known properties, seen through aliases. Their sizes differ much,
/// so enums hold them in a box.
#[must_use]
pub fn is_object(api: &Api, id: TypeId) -> bool {
    matches!(api.ty(api.resolved(id)).shape, Shape::Struct(_))
}

/// Whether values are such objects, or `null`: an enum holds them in a box as well.
#[must_use]
pub fn holds_object(api: &Api, id: TypeId) -> bool {
    match api.ty(api.resolved(id)).shape {
        Shape::Nullable(inner) => is_object(api, inner),
        _ => is_object(api, id),
    }
}

/// What a call gives back when it succeeds, or what its failures say.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Nothing is documented.
    Undocumented,
    /// One content for all statuses.
    One(Option<Content>),
    /// Different contents by status and media type, in document order; those of one status stand
    /// together, the preferred one first.
    Cases(Vec<Case>),
}

/// One of several contents.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// For which statuses.
    pub status: Status,
    /// Its media types, where the status has several contents.
    pub media_types: Vec<String>,
    /// The content.
    pub content: Option<Content>,
}

/// What a successful call gives back: the documented 2xx replies; `default` where there are none.
#[must_use]
pub fn success(operation: &Operation) -> Outcome {
    let counts = |reply: &Reply| operation.is_success(reply.status);
    let streams = stream(operation).is_some_and(|stream| !stream.alone);
    outcome(operation, counts, streams)
}

/// What failed calls say: the documented 4xx and 5xx replies, `default`, and redirects that have a
/// body, which says why where they are not followed, or that are not what `default` says.
#[must_use]
pub fn failure(operation: &Operation) -> Outcome {
    let mut replies = operation.replies.iter();
    let default =
        replies.any(|reply| reply.status == Status::Default && !reply.contents.is_empty());
    let counts = |reply: &Reply| match reply.status {
        Status::Code(400..=599) | Status::Range(4 | 5) | Status::Default => true,
        Status::Code(300..=399) | Status::Range(3) => default || !reply.contents.is_empty(),
        Status::Code(_) | Status::Range(_) => false,
    };
    outcome(operation, counts, true)
}

/// A successful reply that comes item by item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemStream {
    /// The media type.
    pub media_type: String,
    /// [`Content::Events`] or [`Content::Lines`].
    pub content: Content,
    /// Whether successful calls give nothing else.
    pub alone: bool,
}

/// The successful reply that comes item by item, if there is one.
#[must_use]
pub fn stream(operation: &Operation) -> Option<ItemStream> {
    let replies = operation.replies.iter();
    let contents: Vec<&Media> = replies
        .filter(|reply| operation.is_success(reply.status))
        .flat_map(|reply| &reply.contents[..])
        .collect();
    let media = contents.iter().find(|media| media.content.is_stream())?;
    Some(ItemStream {
        media_type: media.media_type.clone(),
        content: media.content,
        alone: contents.iter().all(|media| media.content.is_stream()),
    })
}

fn outcome(
    operation: &Operation,
    counts: impl Fn(&Reply) -> bool,
    without_streams: bool,
) -> Outcome {
    let mut cases: Vec<Case> = Vec::new();
    for reply in operation.replies.iter().filter(|reply| counts(reply)) {
        let contents: Vec<&Media> = reply
            .contents
            .iter()
            .filter(|media| !(without_streams && media.content.is_stream()))
            .collect();
        if contents.is_empty() {
            cases.push(Case {
                status: reply.status,
                media_types: Vec::new(),
                content: None,
            });
        }
        for media in &contents {
            let types = std::iter::once(&media.media_type).chain(&media.same);
            cases.push(Case {
                status: reply.status,
                media_types: types.filter(|_| contents.len() > 1).cloned().collect(),
                content: Some(media.content),
            });
        }
    }
    match cases.first() {
        None => Outcome::Undocumented,
        Some(first) if cases.iter().all(|case| case.content == first.content) => {
            Outcome::One(first.content)
        }
        Some(_) => Outcome::Cases(cases),
    }
}
