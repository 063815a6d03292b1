//! Security schemes, and what operations need of them.

use crate::emit::{Context, docs, markdown};
use crate::ir::{OAuthFlow, OAuthFlowKind, Operation, SecurityKind, SecurityScheme};
use crate::names::Name;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

/// The constant of a scheme.
pub(super) fn scheme(name: &Name, scheme: &SecurityScheme) -> TokenStream {
    let wire = &scheme.name;
    let value = match &scheme.kind {
        SecurityKind::Bearer => quote!(Scheme::bearer(#wire)),
        SecurityKind::Basic => quote!(Scheme::basic(#wire)),
        SecurityKind::Http(scheme) => quote!(Scheme::http(#wire, #scheme)),
        SecurityKind::ApiKey(location, key) => {
            let place = format_ident!("{}", format!("{location:?}"));
            quote!(Scheme::api_key(#wire, In::#place, #key))
        }
        SecurityKind::OAuth2(flows) => {
            let flows = flows.iter().map(flow);
            quote!(Scheme::oauth2(#wire, &[#(#flows),*]))
        }
        SecurityKind::OpenIdConnect(url) => quote!(Scheme::open_id_connect(#wire, #url)),
        SecurityKind::MutualTls | SecurityKind::Other => quote!(Scheme::other(#wire)),
    };
    let mut text = docs::Text::of(format!("The security scheme {}.", markdown::code(wire)));
    text.described(&scheme.docs);
    text.extend(hint(&scheme.kind));
    if let SecurityKind::OAuth2(flows) = &scheme.kind {
        text.extend(scopes(flows));
    }
    let text = text.attributes();
    quote! {
        #text
        pub const #name: Scheme = #value;
    }
}

/// What operations need that do not say it themselves, where there are several.
pub(super) fn default(context: Context<'_>) -> Option<TokenStream> {
    let name = context.names.default_security()?;
    let alternatives = alternatives(context, &context.api.default_security, &quote!());
    let text = docs::Text::of("What operations need that do not say otherwise.").attributes();
    Some(quote! {
        #text
        pub const #name: &[&[Scheme]] = #alternatives;
    })
}

/// The call that says who may use an operation.
pub(super) fn call(context: Context<'_>, operation: &Operation) -> Option<TokenStream> {
    if operation.security.is_empty() {
        return None;
    }
    if operation.security == context.api.default_security {
        if let Some(name) = context.names.default_security() {
            return Some(quote!(.security(super::#name)));
        }
    }
    let alternatives = alternatives(context, &operation.security, &quote!(super::));
    Some(quote!(.security(#alternatives)))
}

/// Alternatives of schemes, whose constants stand in a module.
fn alternatives(
    context: Context<'_>,
    alternatives: &[Vec<(String, Vec<String>)>],
    module: &TokenStream,
) -> TokenStream {
    let alternatives = alternatives.iter().map(|all| {
        let schemes = all.iter().filter_map(|(name, scopes)| {
            let mut known = context.api.security_schemes.iter();
            let index = known.position(|scheme| scheme.name == *name)?;
            let constant = context.names.scheme(index);
            let scopes = (!scopes.is_empty()).then(|| quote!(.with_scopes(&[#(#scopes),*])));
            Some(quote!(#module #constant #scopes))
        });
        quote!(&[#(#schemes),*])
    });
    quote!(&[#(#alternatives),*])
}

/// What an operation needs, unless that is one scheme, whose name would say little.
pub(super) fn needs(context: Context<'_>, operation: &Operation) -> Option<String> {
    match operation.security.as_slice() {
        [] if context.api.default_security.is_empty() => return None,
        [] => return Some("Needs no credentials.".to_owned()),
        [one] if one.len() < 2 && one.iter().all(|(_, scopes)| scopes.is_empty()) => return None,
        _ => {}
    }
    let alternatives = operation.security.iter().map(|all| {
        let schemes = all.iter().map(|(name, scopes)| {
            let name_shown = markdown::code(name);
            let shown: Vec<String> = scopes.iter().map(|scope| markdown::code(scope)).collect();
            if shown.is_empty() {
                return name_shown;
            }
            let plural = if shown.len() == 1 { "" } else { "s" };
            let what = what(context, name);
            format!("{name_shown} with {what}{plural} {}", shown.join(", "))
        });
        let schemes: Vec<String> = schemes.collect();
        if schemes.is_empty() {
            "nothing".to_owned()
        } else {
            schemes.join(" and ")
        }
    });
    let alternatives: Vec<String> = alternatives.collect();
    Some(match alternatives.as_slice() {
        [one] => format!("Needs: {one}."),
        several => format!("Needs one of:\n\n- {}", several.join("\n- ")),
    })
}

/// What the texts of a requirement are: scopes, or for other schemes roles (`OpenAPI` 3.1, section
/// 4.8.30).
fn what(context: Context<'_>, name: &str) -> &'static str {
    let mut known = context.api.security_schemes.iter();
    match known.find(|scheme| scheme.name == name).map(|s| &s.kind) {
        Some(SecurityKind::OAuth2(_) | SecurityKind::OpenIdConnect(_)) => "scope",
        _ => "role",
    }
}

fn flow(flow: &OAuthFlow) -> TokenStream {
    let made = match &flow.kind {
        OAuthFlowKind::ClientCredentials { token_url } => {
            quote!(Flow::client_credentials(#token_url))
        }
        OAuthFlowKind::AuthorizationCode {
            authorization_url,
            token_url,
        } => quote!(Flow::authorization_code(#authorization_url, #token_url)),
        OAuthFlowKind::Password { token_url } => quote!(Flow::password(#token_url)),
        OAuthFlowKind::Implicit { authorization_url } => {
            quote!(Flow::implicit(#authorization_url))
        }
    };
    let refresh = flow.refresh_url.iter();
    quote!(#made #(.with_refresh_url(#refresh))*)
}

/// How the credential is given, where that is not plain from the scheme.
fn hint(kind: &SecurityKind) -> Option<String> {
    let text = match kind {
        SecurityKind::Http(scheme) => {
            let scheme = markdown::code(&format!("Authorization: {scheme} …"));
            format!("`ClientBuilder::credential` sets what follows the scheme in {scheme}.")
        }
        SecurityKind::MutualTls => {
            "The certificate belongs to the HTTP client underneath: give the client one that has an \
             identity, by `ClientBuilder::http_client` (asynchronous) or `ClientBuilder::http_agent` \
             (blocking)."
                .to_owned()
        }
        _ => return None,
    };
    Some(text)
}

/// The scopes of all flows with what they allow.
fn scopes(flows: &[OAuthFlow]) -> Option<String> {
    let mut lines: Vec<String> = Vec::new();
    for (scope, description) in flows.iter().flat_map(|flow| &flow.scopes) {
        let words = markdown::first_paragraph(description).replace('\n', " ");
        let line = format!("- {}: {words}", markdown::code(scope));
        let line = line.trim_end_matches([':', ' ']).to_owned();
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    (!lines.is_empty()).then(|| format!("Scopes:\n\n{}", lines.join("\n")))
}
