//! Tokens become text: the only user of `syn` and `prettyplease`.
//!
//! Items are printed one by one with a blank line between them, and so are the members of an
//! `impl`, which `prettyplease` leaves without. The result does not depend on rustfmt.

use proc_macro2::TokenStream;

/// Prints one file.
///
/// # Errors
///
/// When the tokens are no Rust items, which is a mistake of an emitter.
pub fn file(header: &str, docs: &[String], items: &[TokenStream]) -> syn::Result<String> {
    let mut text = String::new();
    for line in header.lines() {
        text.push_str("// ");
        text.push_str(line);
        text.push('\n');
    }
    text.push('\n');
    for line in docs {
        text.push_str(if line.is_empty() { "//!" } else { "//! " });
        text.push_str(line);
        text.push('\n');
    }
    let mut close = docs.is_empty();
    for item in items {
        let file: syn::File = syn::parse2(item.clone())?;
        let mut printed = prettyplease::unparse(&file);
        // A macro call stands right behind the table that it belongs to.
        let joined = matches!(file.items.as_slice(), [syn::Item::Macro(_)]);
        if !close && !joined {
            text.push('\n');
        }
        if joined {
            printed = printed.replacen(" :", ":", 1).replace(" ;", ";");
        }
        push_spaced(&mut text, &printed);
        close = false;
    }
    Ok(text)
}

/// Prints one expression or statement list, as the body of a function would be.
///
/// # Errors
///
/// When the tokens are no statements.
pub fn statements(tokens: &TokenStream) -> syn::Result<Vec<String>> {
    let file: syn::File = syn::parse2(quote::quote!(fn body() { #tokens }))?;
    let printed = prettyplease::unparse(&file);
    let lines: Vec<&str> = printed.lines().collect();
    let inner = lines
        .get(1..lines.len().saturating_sub(1))
        .unwrap_or_default();
    Ok(inner
        .iter()
        .map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned())
        .collect())
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
        text.push_str(line);
        text.push('\n');
        previous = line;
    }
}
