//! Tokens become text: the only user of `syn` and `prettyplease`.
//!
//! Items are printed one by one with a blank line between them, and so are the members of an
//! `impl`, which `prettyplease` leaves without. It also leaves the bodies of macro calls as one run
//! of tokens; those in braces hold items, signatures or expressions here, and are printed as such.
//! The result does not depend on rustfmt.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::token::Brace;
use syn::{
    Expr, Ident, ImplItem, Item, ItemEnum, Macro, MacroDelimiter, Signature, Token, Variant,
};

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
        if !close {
            text.push('\n');
        }
        let file: syn::File = syn::parse2(item.clone())?;
        push_spaced(&mut text, &printed(file)?);
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
    let file: syn::File = syn::parse2(quote!(fn body() { #tokens }))?;
    Ok(inside(&prettyplease::unparse(&file)))
}

/// Prints items; macro calls in braces are taken out before and put in after.
fn printed(mut file: syn::File) -> syn::Result<String> {
    if let [Item::Macro(item)] = file.items.as_slice() {
        if is_braced(&item.mac) {
            return call(&item.mac).map(|lines| lines.join("\n") + "\n");
        }
    }
    let mut calls = Vec::new();
    for item in &mut file.items {
        let Item::Impl(item) = item else { continue };
        for member in &mut item.items {
            if let ImplItem::Macro(member) = member {
                if is_braced(&member.mac) {
                    calls.push(call(&member.mac)?);
                    let name = format_ident!("call_{}", calls.len() - 1);
                    member.mac = syn::parse_quote!(#name! {});
                }
            }
        }
    }
    let text = prettyplease::unparse(&file);
    if calls.is_empty() {
        return Ok(text);
    }
    let mut out = String::new();
    for line in text.lines() {
        let index = line.strip_prefix("    call_").and_then(|rest| {
            let (index, _) = rest.split_once('!')?;
            index.parse::<usize>().ok()
        });
        match index.and_then(|index| calls.get(index)) {
            Some(call) => call.iter().for_each(|line| push_indented(&mut out, line)),
            None => push_line(&mut out, line),
        }
    }
    Ok(out)
}

fn is_braced(call: &Macro) -> bool {
    matches!(call.delimiter, MacroDelimiter::Brace(_))
}

/// A macro call in braces, its body indented.
fn call(call: &Macro) -> syn::Result<Vec<String>> {
    let name = call.path.require_ident()?;
    let mut lines = vec![format!("{name}! {{")];
    for line in body(&call.tokens)? {
        let mut indented = String::new();
        push_indented(&mut indented, &line);
        lines.push(indented.trim_end().to_owned());
    }
    lines.push("}".to_owned());
    Ok(lines)
}

/// What a macro call holds: signatures, functions, or a table.
fn body(tokens: &TokenStream) -> syn::Result<Vec<String>> {
    if !begins_with_fn(tokens) {
        return syn::parse2::<Table>(tokens.clone())?.lines();
    }
    let last = tokens.clone().into_iter().last();
    if !matches!(last, Some(TokenTree::Punct(punct)) if punct.as_char() == ';') {
        let file: syn::File = syn::parse2(tokens.clone())?;
        let text = prettyplease::unparse(&file);
        return Ok(text.lines().map(str::to_owned).collect());
    }
    let signatures = syn::parse2::<Signatures>(tokens.clone())?.0;
    let file: syn::File = syn::parse2(quote!(trait Body { #(#signatures;)* }))?;
    Ok(inside(&prettyplease::unparse(&file)))
}

/// Whether the first word behind attributes is `fn`.
fn begins_with_fn(tokens: &TokenStream) -> bool {
    let word = tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    });
    word.is_some_and(|word| word == "fn")
}

/// `fn name(argument: Type);` and so on.
struct Signatures(Vec<Signature>);

impl Parse for Signatures {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut all = Vec::new();
        while !input.is_empty() {
            all.push(input.parse()?);
            input.parse::<Token![;]>()?;
        }
        Ok(Self(all))
    }
}

/// `name = value, name = value`; or the same between braces with a name before, or as an enum, and
/// `name = value;` behind.
struct Table {
    /// An enum, since the printer puts each of its variants on a line of its own.
    rows: ItemEnum,
    form: Form,
    settings: Vec<(Ident, Expr)>,
}

/// How the rows of a table are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As an enum.
    Enum,
    /// Between braces, with a name before.
    Named,
    /// Without braces.
    Bare,
}

impl Parse for Table {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (form, rows) = if input.peek(Token![#]) || input.peek(Token![pub]) {
            (Form::Enum, input.parse()?)
        } else if input.peek2(Brace) {
            let name: Ident = input.parse()?;
            let braced: Group = input.parse()?;
            (Form::Named, syn::parse2(quote!(enum #name #braced))?)
        } else {
            let rows = Punctuated::<Variant, Token![,]>::parse_terminated(input)?;
            (Form::Bare, syn::parse2(quote!(enum Rows { #rows }))?)
        };
        let mut settings = Vec::new();
        while !input.is_empty() {
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            settings.push((name, input.parse()?));
            input.parse::<Token![;]>()?;
        }
        Ok(Self {
            rows,
            form,
            settings,
        })
    }
}

impl Table {
    fn lines(self) -> syn::Result<Vec<String>> {
        let mut file: syn::File = syn::parse2(TokenStream::new())?;
        file.items.push(Item::Enum(self.rows));
        let printed = prettyplease::unparse(&file);
        if self.form == Form::Bare {
            return Ok(inside(&printed));
        }
        let mut lines: Vec<String> = printed.lines().map(str::to_owned).collect();
        if let Some(first) = lines.first_mut().filter(|_| self.form == Form::Named) {
            *first = first.replacen("enum ", "", 1);
        }
        for (name, value) in &self.settings {
            lines.extend(statements(&quote!(#name = #value;))?);
        }
        Ok(lines)
    }
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
