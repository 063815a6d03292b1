//! Tokens become text: the only user of `syn` and `prettyplease`.
//!
//! Items are printed one by one with a blank line between them, and so are the members of an
//! `impl`, which `prettyplease` leaves without. It also leaves the bodies of macro calls as one run
//! of tokens; those in braces hold items, signatures or expressions here, and are printed as such.
//! The result does not depend on rustfmt.

mod flat;
mod table;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::{ImplItem, Item, Visibility};

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

/// Prints items. Constants are taken out before and put in after, since the printer breaks lines
/// earlier.
fn printed(mut file: syn::File) -> String {
    let mut constants = Vec::new();
    for item in &mut file.items {
        match item {
            Item::Const(it) => {
                let (vis, ident, ty, expr) = (&it.vis, &it.ident, &it.ty, &it.expr);
                let tokens = quote!(#vis const #ident: #ty = #expr);
                if let Some(lines) = flat::broken(tokens, table::WIDTH + 4) {
                    (it.vis, it.ident) = (Visibility::Inherited, stand_in(constants.len()));
                    (*it.ty, *it.expr) = (syn::parse_quote!(()), syn::parse_quote!(()));
                    constants.push(lines);
                }
            }
            Item::Impl(item) => {
                for member in &mut item.items {
                    let ImplItem::Const(it) = member else {
                        continue;
                    };
                    let (vis, ident, ty, expr) = (&it.vis, &it.ident, &it.ty, &it.expr);
                    let tokens = quote!(#vis const #ident: #ty = #expr);
                    if let Some(lines) = flat::broken(tokens, table::WIDTH) {
                        (it.vis, it.ident) = (Visibility::Inherited, stand_in(constants.len()));
                        (it.ty, it.expr) = (syn::parse_quote!(()), syn::parse_quote!(()));
                        constants.push(lines);
                    }
                }
            }
            _ => {}
        }
    }
    let text = prettyplease::unparse(&file);
    if constants.is_empty() {
        return text;
    }
    let mut out = String::new();
    for line in text.lines() {
        let words = line.trim_start();
        let index = words.strip_prefix("const line_").and_then(|rest| {
            let (index, _) = rest.split_once(':')?;
            index.parse::<usize>().ok()
        });
        match index.and_then(|index| constants.get(index)) {
            Some(lines) => {
                let indent = &line[..line.len() - words.len()];
                let text = lines.join(&format!("\n{indent}"));
                push_line(&mut out, &format!("{indent}{text};"));
            }
            None => push_line(&mut out, line),
        }
    }
    out
}

/// The name of a constant while the printer has it.
fn stand_in(index: usize) -> Ident {
    format_ident!("line_{index}")
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
