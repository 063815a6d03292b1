//! How values stand in XML: the forms of members, and the outermost elements of bodies.

use super::Context;
use crate::ir::{Field, TypeId, XmlForm, XmlTag};
use proc_macro2::TokenStream;
use quote::quote;

/// The call that gives a member its form in XML, where that is not an element of its name.
pub(super) fn call(context: Context<'_>, id: TypeId, field: &Field) -> Option<TokenStream> {
    if !context.facts.in_xml(id) {
        return None;
    }
    let form = context.api.xml_member(field);
    let usual = |tag: &XmlTag| qualified(tag) == field.wire && tag.namespace.is_none();
    let items = form.items.as_ref().is_none_or(usual);
    if usual(&form.tag) && items && !form.attribute && !form.wrapped {
        return None;
    }
    let form = self::form(&form);
    Some(quote!(.xml(&#form)))
}

/// The outermost element of a body.
pub(super) fn root(context: Context<'_>, id: TypeId) -> TokenStream {
    form(&context.api.xml_root(id))
}

/// The outermost element of a part of a form.
pub(super) fn part(context: Context<'_>, id: TypeId, property: &str) -> TokenStream {
    form(&context.api.xml_part(id, property))
}

/// The call that reads a reply.
pub(super) fn read(context: Context<'_>, id: TypeId) -> TokenStream {
    if let Some(items) = context.api.xml_root(id).items {
        let name = items.name;
        quote!(reply.xml_items(#name))
    } else {
        quote!(reply.xml())
    }
}

fn form(form: &XmlForm) -> TokenStream {
    let name = qualified(&form.tag);
    let namespace = |tag: &XmlTag| tag.namespace.clone();
    let own = namespace(&form.tag).map(|uri| quote!(.namespace(#uri)));
    let Some(items) = &form.items else {
        return if form.attribute {
            quote!(attribute(#name) #own)
        } else {
            quote!(element(#name) #own)
        };
    };
    let item_name = qualified(items);
    let within = namespace(items).map(|uri| quote!(.items_namespace(#uri)));
    if form.wrapped {
        quote!(element(#name) #own .wrapped(#item_name) #within)
    } else {
        // The element around the list is only read, by its local name.
        let name = &form.tag.name;
        quote!(element(#name).items(#item_name) #within)
    }
}

/// The name with its prefix.
fn qualified(tag: &XmlTag) -> String {
    match &tag.prefix {
        Some(prefix) => format!("{prefix}:{}", tag.name),
        None => tag.name.clone(),
    }
}
