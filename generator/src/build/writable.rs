//! Which values of parameters and forms can be written: what styles have no form for (OpenAPI 3.0.4,
//! section 4.7.12.4).

use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{
    Api, Content, Declared, EmptyValue, Media, Operation, Shape, Style, TypeId, Unwritable,
};
use crate::pointer::Pointer;
use std::collections::BTreeSet;

/// How many variants a finding names.
const SHOWN: usize = 4;

const HELP: &str = "requests that set it are refused before they are sent";

/// Takes `null` out of optional parameters, where it says no more than leaving them out, and reports
/// values that cannot be written.
pub(super) fn settle(api: &mut Api, report: &mut Report) {
    let mut operations: Vec<Operation> = std::mem::take(&mut api.operations);
    let mut undefined = BTreeSet::new();
    let mut found = Report::default();
    let all = operations.iter_mut();
    let all = all.flat_map(|operation| &mut operation.parameters);
    for parameter in all.filter(|parameter| parameter.media_type.is_none()) {
        // Where the value may be empty, `null` says so.
        if !parameter.required && parameter.empty == EmptyValue::Refused {
            parameter.ty = without_null(api, parameter.ty);
        }
        if let Some(values) = unsuited(api, parameter.ty, parameter.style) {
            let at = parameter.at.clone();
            found.push(only_for(values, parameter.style, &parameter.wire, at));
            (parameter.style, parameter.explode) = (Style::Form, true);
        }
        let gap = gap(api, parameter.ty, parameter.style);
        if let Some(gap) = gap {
            let reason = no_form(parameter.style);
            let what = gap.of(&format!("the parameter `{}`", parameter.wire));
            let finding = Diagnostic::new(
                Code::UNWRITABLE,
                parameter.at.clone(),
                format!("{what}: {reason}"),
            );
            found.push(finding.help(HELP));
            let (members, partly) = match gap {
                Gap::All => (Vec::new(), false),
                Gap::Members(members) => (members, false),
                Gap::Some(_) => (Vec::new(), true),
            };
            parameter.unwritable = Some(Unwritable {
                members,
                partly,
                reason,
            });
        } else if parameter.style == Style::DeepObject && is_undefined(api, parameter.ty) {
            undefined.insert(parameter.at.clone());
        }
    }
    for operation in &mut operations {
        let at = operation.at.key("requestBody");
        let body = operation.body.iter_mut();
        for media in body.flat_map(|body| &mut body.contents) {
            settle_body(api, &at, media, &mut found);
        }
    }
    api.operations = operations;
    report.append_once(found);
    report_undefined(undefined, report);
}

fn report_undefined(places: BTreeSet<Pointer>, report: &mut Report) {
    let count = places.len();
    let Some(first) = places.into_iter().next() else {
        return;
    };
    let message = "the style `deepObject` is not defined for values other than objects of scalars";
    let help = "they are written as most servers read them: `name[key][0]=`, `name=`";
    let help = match count {
        1 => help.to_owned(),
        _ => format!("{help}; so it is with {count} parameters, this is the first"),
    };
    report.push(Diagnostic::new(Code::DEEP_OBJECT, first, message).help(help));
}

/// The values that a style is for, where the type has none of them.
fn unsuited(api: &Api, id: TypeId, style: Style) -> Option<&'static str> {
    let values = match style {
        Style::DeepObject => "objects",
        Style::SpaceDelimited | Style::PipeDelimited => "lists and objects",
        _ => return None,
    };
    is_scalar(api, id).then_some(values)
}

fn only_for(values: &str, style: Style, name: &str, at: Pointer) -> Diagnostic {
    let style = style.as_str();
    let message = format!("`style: {style}` is for {values}: `form` is taken for `{name}`");
    Diagnostic::new(Code::PARAMETER_STYLE, at, message)
}

/// The type without `null`.
fn without_null(api: &Api, id: TypeId) -> TypeId {
    let mut kept = id;
    let mut id = id;
    for _ in 0..api.types.len() {
        match api.ty(id).shape {
            Shape::Alias(to) => id = to,
            Shape::Nullable(inner) => {
                id = inner;
                kept = inner;
            }
            _ => break,
        }
    }
    kept
}

/// Reports what of a body its form has no place for.
fn settle_body(api: &Api, at: &Pointer, media: &mut Media, report: &mut Report) {
    let (Content::Form(id) | Content::Multipart(id)) = media.content else {
        return;
    };
    let is_possible = |id: &TypeId| {
        let shape = &api.ty(*id).shape;
        matches!(
            shape,
            Shape::Any | Shape::Never | Shape::Struct(_) | Shape::Map(_)
        )
    };
    let refused = variants(api, id);
    let refused = refused.into_iter().filter(|id| !is_possible(id));
    let refused: Vec<String> = refused.map(|id| label(api, id)).collect();
    if !refused.is_empty() {
        let what = Gap::Some(refused).of(&format!("the body `{}`", media.media_type));
        let message = format!("{what}: a form is an object");
        let finding = Diagnostic::new(Code::UNWRITABLE, at.clone(), message);
        report.push(finding.help(HELP));
    }
    for encoding in &mut media.encodings {
        let has_style =
            encoding.style.is_some() || encoding.explode.is_some() || encoding.allow_reserved;
        let field = api.property(id, &encoding.property);
        let (true, Some(field)) = (has_style, field) else {
            continue;
        };
        let style = encoding.style.unwrap_or(Style::Form);
        if let Some(values) = unsuited(api, field, style) {
            let at = encoding.at.clone();
            report.push(only_for(values, style, &encoding.property, at));
            encoding.style = Some(Style::Form);
            continue;
        }
        if let Some(gap) = gap(api, field, style) {
            let what = gap.of(&format!("the property `{}`", encoding.property));
            let message = format!("{what}: {}", no_form(style));
            let finding = Diagnostic::new(Code::UNWRITABLE, encoding.at.clone(), message);
            report.push(finding.help(HELP));
        }
    }
}

fn no_form(style: Style) -> String {
    let style = style.as_str();
    format!("the style `{style}` has no form for lists and objects within others")
}

/// What of a type's values cannot be written.
enum Gap {
    /// No value can.
    All,
    /// Objects can, without these members.
    Members(Vec<String>),
    /// These cannot, in words; others can.
    Some(Vec<String>),
}

impl Gap {
    /// What cannot be sent of a thing, in words.
    fn of(&self, thing: &str) -> String {
        match self {
            Self::All => format!("{thing} cannot be sent"),
            Self::Members(names) => {
                let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
                format!("{} of {thing} cannot be sent", names.join(", "))
            }
            Self::Some(all) => {
                let mut shown: Vec<&str> = all.iter().take(SHOWN).map(String::as_str).collect();
                let more = format!("one of {} others", all.len().saturating_sub(SHOWN));
                if all.len() > SHOWN {
                    shown.push(&more);
                }
                format!("{thing} cannot be sent as {}", shown.join(" or "))
            }
        }
    }
}

/// What of the values a style has no form for.
fn gap(api: &Api, id: TypeId, style: Style) -> Option<Gap> {
    if style == Style::DeepObject {
        return None;
    }
    let variants = variants(api, id);
    let mut gaps: Vec<Option<Gap>> = variants.iter().map(|id| too_deep(api, *id)).collect();
    let is_whole = |gap: &Option<Gap>| matches!(gap, Some(Gap::All | Gap::Members(_)));
    if gaps.iter().all(is_whole) {
        return gaps.swap_remove(0);
    }
    let all = variants.into_iter().zip(gaps);
    let some = all.filter_map(|(id, gap)| {
        let label = label(api, id);
        Some(match gap? {
            Gap::All => label,
            Gap::Members(names) => format!("{label} with `{}`", names.join("`, `")),
            Gap::Some(parts) => format!("{label} that holds {}", parts.join(" or ")),
        })
    });
    let mut some: Vec<String> = some.collect();
    some.dedup();
    (!some.is_empty()).then_some(Gap::Some(some))
}

/// What has parts that have parts themselves.
fn too_deep(api: &Api, id: TypeId) -> Option<Gap> {
    let parts: Vec<TypeId> = match &api.ty(id).shape {
        Shape::List(list) => vec![list.items],
        Shape::Tuple(items) => items.clone(),
        Shape::Map(map) => vec![map.values],
        Shape::Struct(object) => {
            let deep = |id| matches!(compound(api, id), Some(Gap::All));
            let members = object.fields.iter().filter(|field| deep(field.ty));
            let members: Vec<String> = members.map(|field| field.wire.clone()).collect();
            if !members.is_empty() {
                return Some(Gap::Members(members));
            }
            object.fields.iter().map(|field| field.ty).collect()
        }
        _ => return None,
    };
    let mut some = Vec::new();
    for id in parts {
        match compound(api, id) {
            Some(Gap::Some(all)) => some.extend(all),
            Some(gap) => return Some(gap),
            None => {}
        }
    }
    (!some.is_empty()).then_some(Gap::Some(some))
}

/// Which values are objects and lists.
fn compound(api: &Api, id: TypeId) -> Option<Gap> {
    let all = variants(api, id);
    let has_parts = |id: &&TypeId| is_compound(&api.ty(**id).shape);
    let compound: Vec<String> = all
        .iter()
        .filter(has_parts)
        .map(|id| label(api, *id))
        .collect();
    match compound.len() {
        0 => None,
        count if count == all.len() => Some(Gap::All),
        _ => Some(Gap::Some(compound)),
    }
}

/// A type as a finding calls it: by the name of its schema, or else what its values are.
fn label(api: &Api, id: TypeId) -> String {
    let ty = api.ty(id);
    match (&ty.origin.declared, ty.origin.role.as_slice(), &ty.shape) {
        (Declared::Schema(name), [], _) => format!("`{name}`"),
        (.., Shape::List(_) | Shape::Tuple(_)) => "a list".to_owned(),
        (.., Shape::Struct(_) | Shape::Map(_)) => "an object".to_owned(),
        (.., Shape::Integer(_) | Shape::Number(_)) => "a number".to_owned(),
        (.., Shape::Bool) => "a boolean".to_owned(),
        _ => "a string".to_owned(),
    }
}

/// Whether all values are neither objects nor lists.
fn is_scalar(api: &Api, id: TypeId) -> bool {
    let variants = variants(api, id);
    variants.iter().all(|id| is_plain(&api.ty(*id).shape))
}

/// Whether there are values other than objects of scalars.
fn is_undefined(api: &Api, id: TypeId) -> bool {
    let has_parts = |id: &TypeId| {
        let variants = variants(api, *id);
        variants.iter().any(|id| is_compound(&api.ty(*id).shape))
    };
    variants(api, id).iter().any(|id| match &api.ty(*id).shape {
        Shape::Struct(object) => object.fields.iter().any(|field| has_parts(&field.ty)),
        Shape::Map(map) => has_parts(&map.values),
        shape => is_compound(shape) || is_plain(shape),
    })
}

/// The types that a value may have, unions taken apart.
fn variants(api: &Api, id: TypeId) -> Vec<TypeId> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![id];
    while let Some(id) = open.pop() {
        let id = api.behind(id);
        if !seen.insert(id) {
            continue;
        }
        match &api.ty(id).shape {
            Shape::Union(union) => {
                open.extend(union.variants.iter().rev().map(|variant| variant.ty));
            }
            _ => found.push(id),
        }
    }
    found
}

fn is_compound(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Struct(_) | Shape::Map(_) | Shape::List(_) | Shape::Tuple(_)
    )
}

fn is_plain(shape: &Shape) -> bool {
    !is_compound(shape) && !matches!(shape, Shape::Any | Shape::Never)
}
