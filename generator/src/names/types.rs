//! What types are called: the declared name, or the nearest one above and the way from there.

use super::variants::Labels;
use super::words;
use crate::ir::{Api, Declared, Origin, Role, Shape, Type, TypeId};

/// The name that a type should have.
pub(super) fn wanted(ty: &Type, labels: &Labels) -> String {
    let name = match &ty.origin.rust_name {
        Some(name) if ty.request_form => words::type_name(&format!("{name} Request")),
        Some(name) => words::type_name(name),
        None => words::type_name(&type_words(ty, labels)),
    };
    words::unreserved_type(name)
}

/// Whether the type becomes an item of its own.
pub(super) fn has_name(api: &Api, id: TypeId) -> bool {
    let ty = api.ty(id);
    let item = matches!(
        ty.shape,
        Shape::Struct(_) | Shape::Enum(_) | Shape::Union(_)
    );
    item || (is_declared(&ty.origin) && ty.origin.declared != Declared::Schema(String::new()))
}

pub(super) fn is_declared(origin: &Origin) -> bool {
    origin.role.is_empty() && matches!(origin.declared, Declared::Schema(_))
}

/// The words of a type's name: the declared name above it, then the way from there.
fn type_words(ty: &Type, labels: &Labels) -> String {
    let origin = &ty.origin;
    let parameter =
        matches!(&origin.declared, Declared::Component(section, _) if section == "parameters");
    let mut text = match &origin.declared {
        Declared::Component(_, name) if parameter => name.trim_end_matches("Parameter").to_owned(),
        Declared::Schema(name) | Declared::Component(_, name) | Declared::Operation(name) => {
            name.clone()
        }
    };
    if ty.request_form {
        text.push_str(" Request");
    }
    for (index, role) in origin.role.iter().enumerate() {
        let step = match role {
            Role::Parameter(_) if parameter => "Parameter".to_owned(),
            Role::Property(name) | Role::Parameter(name) | Role::Header(name) => name.clone(),
            Role::AdditionalProperties => "Value".to_owned(),
            Role::Items => "Item".to_owned(),
            Role::Position(index) => format!("Item{}", index + 1),
            Role::Variant(number) => labels
                .step(&origin.declared, &origin.role[..=index])
                .cloned()
                .unwrap_or_else(|| format!("Variant{}", number + 1)),
            Role::NonNull => String::new(),
            Role::Base => "Base".to_owned(),
            Role::RequestBody => "Body".to_owned(),
            Role::Response(status) if status == "200" => "Response".to_owned(),
            Role::Response(status) => format!("Response {status}"),
        };
        text.push(' ');
        text.push_str(&step);
    }
    text
}
