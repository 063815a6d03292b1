//! Which values of parameters can be written: what styles have no form for (OpenAPI 3.0.4, section
//! 4.8.12.4).

use crate::diag::{Code, Diagnostic, Report};
use crate::ir::{Api, Operation, Parameter, Shape, Style, TypeId, Unwritable};
use crate::pointer::Pointer;
use std::collections::BTreeSet;

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
        if !parameter.required && !parameter.allow_empty {
            parameter.ty = without_null(api, parameter.ty);
        }
        if parameter.style == Style::DeepObject && is_scalar(api, parameter.ty) {
            let wire = &parameter.wire;
            let message =
                format!("`style: deepObject` is for objects: `form` is taken for `{wire}`");
            let at = parameter.at.clone();
            report.push(Diagnostic::new(Code::PARAMETER_STYLE, at, message));
            (parameter.style, parameter.explode) = (Style::Form, true);
        }
        parameter.unwritable = unwritable(api, parameter);
        if let Some(Unwritable { members, reason }) = &parameter.unwritable {
            let members: Vec<String> = members.iter().map(|name| format!("`{name}`")).collect();
            let what = match members.join(", ") {
                names if names.is_empty() => String::new(),
                names => format!("{names} of "),
            };
            let wire = &parameter.wire;
            let message = format!("{what}the parameter `{wire}` cannot be sent: {reason}");
            let finding = Diagnostic::new(Code::UNWRITABLE, parameter.at.clone(), message);
            found.push(finding.help("requests that set it are refused before they are sent"));
        } else if parameter.style == Style::DeepObject && is_undefined(api, parameter.ty) {
            undefined.insert(parameter.at.clone());
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

/// What of a parameter cannot be sent.
fn unwritable(api: &Api, parameter: &Parameter) -> Option<Unwritable> {
    let style = parameter.style.as_str();
    let values = variants(api, parameter.ty);
    if parameter.style == Style::DeepObject {
        return None;
    }
    let mut found = values.iter().map(|id| too_deep(api, *id));
    let members = found.next()??;
    found.all(|members| members.is_some()).then(|| Unwritable {
        members,
        reason: format!("the style `{style}` has no form for lists and objects within others"),
    })
}

/// The members of values that have parts themselves; none of them when all values are like this.
fn too_deep(api: &Api, id: TypeId) -> Option<Vec<String>> {
    let has_parts = |id: TypeId| {
        let variants = variants(api, id);
        variants.iter().all(|id| is_compound(&api.ty(*id).shape))
    };
    let all = match &api.ty(id).shape {
        Shape::List(list) => has_parts(list.items),
        Shape::Tuple(items) => items.iter().any(|id| has_parts(*id)),
        Shape::Map(map) => has_parts(map.values),
        Shape::Struct(object) => {
            let members = object.fields.iter().filter(|field| has_parts(field.ty));
            let members: Vec<String> = members.map(|field| field.wire.clone()).collect();
            return (!members.is_empty()).then_some(members);
        }
        _ => false,
    };
    all.then(Vec::new)
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
            Shape::Union(union) => open.extend(union.variants.iter().map(|variant| variant.ty)),
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
