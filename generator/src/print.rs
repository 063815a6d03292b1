//! Tokens become text: the only user of `syn` and `prettyplease`.
//!
//! Items are printed one by one with a blank line between them, and so are the members of an
//! `impl`, which `prettyplease` leaves without. It also leaves the bodies of macro calls as one run
//! of tokens; those in braces hold items, signatures or expressions here, and are printed as such.
//! The result does not depend on rustfmt.

mod flat;
mod table;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{ImplItem, ImplItemConst, Item};

/// What is wrong with tokens that are no Rust.
pub use syn::Error;

/// The first lines of a file: a comment, and its documentation.
#[must_use]
pub fn head(header: &str, docs: &[String]) -> String {
    let mut text = String::new();
    for line in header.lines() {
        text.push_str("// ");
        push_line(&mut text, line);
    }
    for (index, line) in docs.iter().enumerate() {
        if index == 0 {
            text.push('\n');
        }
        text.push_str(if line.is_empty() { "//!" } else { "//! " });
        push_line(&mut text, line);
    }
    text
}

/// Prints items, a blank line before each.
///
/// # Errors
///
/// When the tokens are no Rust items, which is a mistake of an emitter.
pub fn items(items: Vec<TokenStream>) -> syn::Result<String> {
    let mut text = String::new();
    for item in items {
        text.push('\n');
        if let Some((name, body)) = table::call(&item) {
            push_line(&mut text, &format!("{name}! {{"));
            for line in table::lines(body)? {
                push_indented(&mut text, &line);
            }
            text.push_str("}\n");
            continue;
        }
        let file: syn::File = syn::parse2(item)?;
        push_spaced(&mut text, &printed(file));
    }
    Ok(text)
}

/// Prints one expression or statement list, as the body of a function would be.
///
/// # Errors
///
/// When the tokens are no statements.
pub fn statements(tokens: &TokenStream) -> syn::Result<Vec<String>> {
    let file: syn::File = syn::parse2(quote!(fn body() { #tokens }))?;
    Ok(inside(&prettyplease::unparse(&file)))
}

/// Prints items. Constants of an `impl` that fit on a line are taken out before and put in after,
/// since the printer breaks lines earlier.
fn printed(mut file: syn::File) -> String {
    let mut lines = Vec::new();
    for item in &mut file.items {
        let Item::Impl(item) = item else { continue };
        for member in &mut item.items {
            let ImplItem::Const(constant) = member else {
                continue;
            };
            if !constant.attrs.is_empty() {
                continue;
            }
            let ImplItemConst {
                vis,
                ident,
                ty,
                expr,
                ..
            } = &*constant;
            let tokens = quote!(#vis const #ident: #ty = #expr);
            if let Some(broken) = flat::chain(tokens, table::WIDTH) {
                let name = format_ident!("line_{}", lines.len());
                lines.push(broken);
                *member = syn::parse_quote!(const #name: () = (););
            }
        }
    }
    let text = prettyplease::unparse(&file);
    if lines.is_empty() {
        return text;
    }
    let mut out = String::new();
    for line in text.lines() {
        let index = line.strip_prefix("    const line_").and_then(|rest| {
            let (index, _) = rest.split_once(':')?;
            index.parse::<usize>().ok()
        });
        match index.and_then(|index| lines.get(index)) {
            Some(constant) => {
                push_line(&mut out, &format!("    {};", constant.join("\n    ")));
            }
            None => push_line(&mut out, line),
        }
    }
    out
}

/// The lines between the first and the last, one level further out.
fn inside(printed: &str) -> Vec<String> {
    let lines: Vec<&str> = printed.lines().collect();
    let inner = lines
        .get(1..lines.len().saturating_sub(1))
        .unwrap_or_default();
    inner
        .iter()
        .map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned())
        .collect()
}

fn push_indented(out: &mut String, line: &str) {
    if !line.is_empty() {
        out.push_str("    ");
    }
    push_line(out, line);
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

/// Copies printed text, with a blank line before each function in an `impl`.
fn push_spaced(text: &mut String, printed: &str) {
    let mut in_impl = false;
    let mut previous = "";
    for line in printed.lines() {
        if !line.starts_with([' ', '}']) {
            in_impl = line.starts_with("impl ") || line.starts_with("impl<");
        }
        let member = line
            .strip_prefix("    ")
            .filter(|rest| !rest.starts_with([' ', '}']));
        let begins = member.is_some_and(|rest| {
            ["///", "#[", "fn ", "pub "]
                .iter()
                .any(|with| rest.starts_with(with))
        });
        let continues = previous.ends_with('{')
            || previous.starts_with("    ///")
            || previous.starts_with("    #[");
        if in_impl && begins && !continues {
            text.push('\n');
        }
        push_line(text, line);
        previous = line;
    }
}
