//! Objects with known properties: struct, constructor, setters and the table of members.

use super::constructor::{self, Argument, Builder, Passing};
use super::rust_type::{self, Place, rust_type};
use super::{Context, checks, docs, xml};
use crate::ir::{Additional, Field, Struct, TypeId};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::quote;

/// One field, with all that its lines need.
struct Line<'a> {
    field: &'a Field,
    name: &'a Name,
    ty: TokenStream,
    optional: bool,
}

pub(super) fn items(
    context: Context<'_>,
    id: TypeId,
    name: &Name,
    object: &Struct,
) -> Vec<TokenStream> {
    let lines: Vec<Line<'_>> = object
        .fields
        .iter()
        .zip(context.names.members(id))
        .map(|(field, name)| Line {
            field,
            name,
            ty: rust_type::part(context, id, field.ty),
            optional: is_optional(context, id, field),
        })
        .collect();
    let sent = context.facts.in_requests(id) || !context.facts.in_replies(id);
    let arguments = if sent {
        Some(arguments(context, id, &lines))
    } else {
        None
    };
    let derives = arguments.as_ref().map_or_else(
        || quote!(#[derive(Clone, Debug, PartialEq)]),
        |arguments| constructor::derives(arguments),
    );
    let mut items = vec![definition(context, id, name, object, &lines, &derives)];
    if let Some(arguments) = &arguments {
        items.extend(constructor::items(
            name,
            context.names.required(id),
            arguments,
            rest(context, id, object),
            Builder::Fields,
        ));
    }
    items.push(table(context, id, name, object, &lines));
    items
}

/// Whether a value may lack the field. A required object that must contain itself has no finite
/// value, so it is taken as optional.
fn is_optional(context: Context<'_>, id: TypeId, field: &Field) -> bool {
    !field.required || context.facts.must_contain_itself(id, field.ty)
}

fn definition(
    context: Context<'_>,
    id: TypeId,
    name: &Name,
    object: &Struct,
    lines: &[Line<'_>],
    derives: &TokenStream,
) -> TokenStream {
    let text = docs::type_docs(context, id).attributes();
    let fields = lines.iter().map(
        |Line {
             field,
             name,
             ty,
             optional,
             ..
         }| {
            let mut text = docs::member_docs(
                context,
                "property",
                &field.docs,
                &field.wire,
                name.plain(),
                field.ty,
            );
            if field.read_only {
                text.push("Only replies have it.".to_owned());
            }
            if field.write_only {
                text.push("Only requests have it.".to_owned());
            }
            text.constraints(&context.api.ty(field.ty).shape);
            text.server_default(field.default.as_ref());
            text.example(&field.docs);
            let text = text.attributes();
            let ty = if *optional {
                quote!(Option<#ty>)
            } else {
                quote!(#ty)
            };
            quote! {
                #text
                pub #name: #ty
            }
        },
    );
    let rest = rest(context, id, object).map(|(name, values)| {
        quote! {
            #[doc = " All other properties."]
            pub #name: BTreeMap<String, #values>
        }
    });
    let fields: Vec<TokenStream> = fields.chain(rest).collect();
    quote! {
        #text
        #derives
        #[non_exhaustive]
        pub struct #name {
            #(#fields,)*
        }
    }
}

fn rest<'a>(context: Context<'a>, id: TypeId, object: &Struct) -> Option<(&'a Name, TokenStream)> {
    match object.additional {
        Additional::Typed(values) => Some((
            context.names.rest(id)?,
            rust_type(context, values, Place::Types),
        )),
        Additional::Ignored | Additional::Forbidden => None,
    }
}

fn arguments<'a>(context: Context<'_>, id: TypeId, lines: &[Line<'a>]) -> Vec<Argument<'a>> {
    lines
        .iter()
        .map(|line| Argument {
            name: line.name,
            ty: line.ty.clone(),
            passing: if rust_type::is_string(context, line.field.ty) {
                Passing::IntoString
            } else if context.facts.is_boxed(id, line.field.ty)
                || rust_type::is_converted(context, line.field.ty)
            {
                Passing::Into
            } else {
                Passing::Plain
            },
            optional: line.optional,
        })
        .collect()
}

fn table(
    context: Context<'_>,
    id: TypeId,
    name: &Name,
    object: &Struct,
    lines: &[Line<'_>],
) -> TokenStream {
    let members = lines.iter().map(
        |Line {
             field,
             name,
             optional,
             ..
         }| {
            let wire = &field.wire;
            let calls = checks::calls(context, field.ty);
            let xml = xml::call(context, id, field);
            if *optional {
                quote!(#name = optional(#wire) #calls #xml)
            } else {
                quote!(#name = required(#wire) #calls #xml)
            }
        },
    );
    let rest = rest(context, id, object).map(|(name, _)| quote!(rest = #name;));
    let rules = checks::object_rules(context, id, object).map(|rules| quote!(rules = #rules;));
    quote!(object! { #name { #(#members),* } #rest #rules })
}
