//! Objects with known properties: one table of fields, and how a value is made.

use super::constructor::{self, Argument, Passing, passing};
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
    let rest = rest(context, id, object);
    let mut text = docs::type_docs(context, id);
    text.type_examples(context, id);
    let text = text.attributes();
    let fields = lines.iter().map(|line| row(context, id, line));
    let others = rest.as_ref().map(|(name, values)| {
        let Additional::Typed(of) = object.additional else {
            return TokenStream::new();
        };
        let checks = checks::calls(context, of);
        let mut text = docs::Text::of("All other properties.");
        text.described(&object.additional_docs);
        text.value(context, of, &[], &object.additional_docs);
        text.defaults_of(context, of);
        text.examples_of(&object.additional_docs.examples, context, of);
        let text = text.attributes();
        quote! {
            #text
            pub #name: BTreeMap<String, #values> = additional_properties() #checks,
        }
    });
    let rules = checks::object_rules(context, id, object).map(|rules| quote!(rules = #rules;));
    let functions = context.same.is_made(id).then(|| {
        let given = context.names.required(id);
        constructor::functions(given, &arguments(context, id, &lines), rest)
    });
    let form = match object.additional {
        Additional::Ignored => quote!(object),
        Additional::Forbidden | Additional::Typed(_) => quote!(exact_object),
    };
    vec![quote! {
        #form! {
            #text
            pub struct #name {
                #(#fields,)*
                #others
            }
            #rules
            #functions
        }
    }]
}

/// Whether a value may lack the field. A required object that must contain itself has no finite
/// value, so it is taken as optional.
fn is_optional(context: Context<'_>, id: TypeId, field: &Field) -> bool {
    !field.required || context.facts.must_contain_itself(id, field.ty)
}

/// What is said of a field: its documentation, type, name on the wire, presence and rules.
fn row(context: Context<'_>, id: TypeId, line: &Line<'_>) -> TokenStream {
    let Line {
        field,
        name,
        ty,
        optional,
    } = line;
    let mut text = docs::member_docs(context, &field.wire, &field.docs, field.ty);
    let says = !context.facts.goes_one_way(id);
    let says = says && field.read_only != field.write_only;
    if field.read_only && says {
        text.push("Only replies have it.".to_owned());
    }
    if field.write_only && says {
        text.push("Only requests have it.".to_owned());
    }
    text.server_default(field.default.as_deref());
    text.inner_defaults(context, field.ty);
    text.examples_of(&field.docs.examples, context, field.ty);
    let text = text.attributes();
    let wire = &field.wire;
    let calls = checks::calls(context, field.ty);
    let xml = xml::call(context, id, field);
    if *optional {
        quote!(#text pub #name: Option<#ty> = optional(#wire) #calls #xml)
    } else {
        quote!(#text pub #name: #ty = required(#wire) #calls #xml)
    }
}

/// The map of all other properties, and the type of its values.
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
            passing: match passing(context, line.name, line.field.ty) {
                Passing::Plain if context.facts.is_boxed(id, line.field.ty) => Passing::Into,
                passing => passing,
            },
            optional: line.optional,
        })
        .collect()
}
