//! What schemas say about XML (OpenAPI 3.0.4, section 4.7.26), and what of it cannot be done.

use super::Builder;
use super::keywords::all_of;
use super::refs::Node;
use super::schema::Part;
use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Api, Content, Field, Operation, Shape, Shared, TypeId, Xml, XmlForm, is_xml_name};
use crate::pointer::Pointer;
use std::collections::{BTreeMap, BTreeSet};

/// The `xml` of a schema, and of those parts of its `allOf` that stand in the same place.
pub(super) fn of(node: Node<'_>) -> Xml {
    let Node::Item(schema) = node else {
        return Xml::default();
    };
    let data = schema.schema_data.extensions.get("x-specwright-xml");
    let text = |key: &str| {
        let value = data?.get(key)?.as_str()?;
        Some(value.to_owned()).filter(|value| !value.is_empty())
    };
    let flag = |key: &str| data?.get(key)?.as_bool();
    let own = Xml {
        name: text("name"),
        namespace: text("namespace"),
        prefix: text("prefix"),
        attribute: flag("attribute").unwrap_or_default(),
        wrapped: flag("wrapped"),
    };
    let parts = all_of(schema).iter();
    parts.fold(own, |xml, part| xml.or(&of(part.into())))
}

/// The `xml` of several schemas for one value.
pub(super) fn of_parts(parts: &[Part<'_>]) -> Shared<Xml> {
    let parts = parts.iter();
    let all = parts.fold(Xml::default(), |xml, part| xml.or(&of(part.node)));
    all.into()
}

impl<'a> Builder<'a> {
    pub(super) fn set_xml(&mut self, id: TypeId, parts: &[Part<'a>]) {
        self.api.types[id.0 as usize].xml = of_parts(parts);
    }
}

/// Hands those bodies over as bytes that have no form in XML, and reports what has no effect.
pub(super) fn settle(api: &mut Api, report: &mut Report) {
    if api.in_xml().is_empty() {
        return;
    }
    let mut found = Report::default();
    let formless = formless(api);
    let is_raw = |content: Content| match content {
        Content::Xml(id) => formless.contains(&id),
        _ => false,
    };
    let mut operations: Vec<Operation> = std::mem::take(&mut api.operations);
    for operation in &mut operations {
        settle_operation(operation, api, &is_raw, &mut found);
    }
    api.operations = operations;
    let mut callbacks = std::mem::take(&mut api.callbacks);
    for callback in &mut callbacks {
        settle_operation(&mut callback.operation, api, &is_raw, &mut found);
    }
    api.callbacks = callbacks;
    let sent = api.sent();
    for id in api.in_xml() {
        if let Shape::Struct(object) = &api.ty(id).shape {
            check_members(api, &object.fields, sent.contains(&id), &mut found);
        }
    }
    // Programs that write descriptions say the same everywhere.
    report.append_once(found);
}

fn settle_operation(
    operation: &mut Operation,
    api: &Api,
    is_raw: &dyn Fn(Content) -> bool,
    report: &mut Report,
) {
    let at = operation.at.clone();
    let bodies = operation.body.iter_mut();
    let bodies = bodies.map(|body| (at.key("requestBody"), true, &mut body.contents));
    let replies = operation.replies.iter_mut();
    let replies = replies.map(|reply| (at.key("responses"), false, &mut reply.contents));
    for (at, sent, contents) in bodies.chain(replies) {
        for media in contents {
            let name = &media.media_type;
            if is_raw(media.content) {
                media.content = Content::Bytes;
                let message = format!(
                    "`{name}` is handed over as bytes: XML has no form for lists directly in lists"
                );
                let finding = Diagnostic::new(Code::MEDIA_TYPE_RAW, at.clone(), message);
                report.push(finding.help("put an object with a property between the two lists"));
            }
            if let Content::Form(form) | Content::Multipart(form) = media.content {
                for encoding in media.encodings.iter_mut().filter(|encoding| encoding.xml) {
                    let part = api.part(form, &encoding.property);
                    if part.is_some_and(|id| is_raw(Content::Xml(id))) {
                        encoding.xml = false;
                        let message = format!(
                            "`{}` is written as JSON: XML has no form for lists directly in lists",
                            encoding.property
                        );
                        report.push(Diagnostic::new(
                            Code::XML_FORM,
                            encoding.at.clone(),
                            message,
                        ));
                    }
                }
            }
            if let (Content::Xml(id), true) = (media.content, sent) {
                if !api.has_xml_root(id) {
                    let message = format!("nothing names the outermost element of `{name}`");
                    let finding = Diagnostic::new(Code::XML_FORM, at.clone(), message);
                    let help = "it is written as `root`; give the schema `xml: {name: …}`";
                    report.push(finding.help(help));
                }
            }
        }
    }
}

/// The types with a part for which XML has no form: a list directly in another, since nothing
/// shows where the inner ones end.
fn formless(api: &Api) -> BTreeSet<TypeId> {
    let is_array = |id: TypeId| {
        let shape = &api.ty(api.behind(id)).shape;
        matches!(shape, Shape::List(_) | Shape::Tuple(_))
    };
    let can_be_list = |id: TypeId| match &api.ty(api.behind(id)).shape {
        Shape::Union(union) => union.variants.iter().any(|variant| is_array(variant.ty)),
        _ => is_array(id),
    };
    let is_formless =
        |id: &TypeId| matches!(&api.ty(*id).shape, Shape::List(list) if can_be_list(list.items));
    api.with_users(api.type_ids().filter(is_formless).collect())
}

/// Reports what the `xml` of properties says in vain.
fn check_members(api: &Api, fields: &[Field], sent: bool, report: &mut Report) {
    let mut say = |at: &Pointer, message: String, help: &str| {
        report.push(Diagnostic::new(Code::XML_FORM, at.clone(), message).help(help));
    };
    let mut names: BTreeMap<(bool, String), &str> = BTreeMap::new();
    for field in fields {
        let wire = &field.wire;
        let xml = Xml::clone(&field.xml).or(&api.xml(field.ty));
        let form: XmlForm = api.xml_member(field);
        for name in [&xml.name, &xml.prefix].into_iter().flatten() {
            if !is_xml_name(name) {
                let message = format!("`{name}` is no name in XML");
                say(&field.at, message, "it has no effect");
            }
        }
        if xml.attribute && !form.attribute {
            let message = format!("`{wire}` cannot be an attribute: its values are not plain text");
            say(&field.at, message, "it is written and read as an element");
        }
        if xml.wrapped == Some(true) && form.items.is_none() {
            let message = format!("`wrapped` says nothing about `{wire}`, which is no list");
            say(&field.at, message, "it has no effect");
        }
        let ignored = form.items.is_some() && !form.wrapped && sent;
        if let (true, Some(name), Some(items)) = (ignored, &xml.name, &form.items) {
            if *name != items.name {
                let message =
                    format!("the name `{name}` of a list that is not wrapped does not count");
                let help = format!(
                    "requests have elements named `{}`; `wrapped: true` puts them into `{name}`, `items: {{xml: {{name: …}}}}` names them",
                    items.name
                );
                say(&field.at, message, &help);
            }
        }
        let tag = form
            .items
            .as_ref()
            .filter(|_| !form.wrapped)
            .unwrap_or(&form.tag);
        if let Some(other) = names.insert((form.attribute, tag.name.clone()), wire) {
            let message = format!(
                "`{wire}` and `{other}` have the same name in XML: `{}`",
                tag.name
            );
            say(
                &field.at,
                message,
                "replies are read into the first of them",
            );
        }
    }
}
