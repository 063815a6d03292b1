//! The bodies of macro calls: a struct or an enum whose rows say more than Rust's do, settings and
//! signatures.
//!
//! What fits on a line is printed as it stands; anything longer is broken as `prettyplease` breaks
//! the Rust that comes closest.

use super::flat::{broken, chain, flat, split};
use super::{inside, statements};
use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::quote;

/// Bytes of a line that is not broken, without the indentation of the macro call: a row that reads
/// as one is best left on one line.
pub(super) const WIDTH: usize = 116;

/// The name and the body of a macro call in braces, when an item is one.
pub(super) fn call(item: &TokenStream) -> Option<(Ident, TokenStream)> {
    let mut tokens = item.clone().into_iter();
    match (tokens.next(), tokens.next(), tokens.next(), tokens.next()) {
        (
            Some(TokenTree::Ident(name)),
            Some(TokenTree::Punct(mark)),
            Some(TokenTree::Group(body)),
            None,
        ) if mark.as_char() == '!' && body.delimiter() == Delimiter::Brace => {
            Some((name, body.stream()))
        }
        _ => None,
    }
}

/// The lines of a macro call's body.
pub(super) fn lines(tokens: TokenStream) -> syn::Result<Vec<String>> {
    let mut lines = Vec::new();
    if !tokens.clone().into_iter().any(|token| is_braced(&token)) {
        for item in split(tokens, ';') {
            let mut item = item.into_iter().peekable();
            documentation(&mut item, &mut lines)?;
            lines.extend(setting(&item.collect())?);
        }
        return Ok(lines);
    }
    let mut tokens = tokens.into_iter().peekable();
    documentation(&mut tokens, &mut lines)?;
    let mut head = TokenStream::new();
    for token in tokens.by_ref() {
        if let TokenTree::Group(group) = &token {
            if group.delimiter() == Delimiter::Brace {
                rows(&head, group, &mut lines)?;
                break;
            }
        }
        head.extend([token]);
    }
    for tokens in split(tokens.collect(), ';') {
        let setting = setting(&tokens)?;
        match tokens.into_iter().next() {
            Some(TokenTree::Ident(word)) if word == "rules" => lines.extend(as_code(setting)),
            _ => lines.extend(setting),
        }
    }
    Ok(lines)
}

/// Lines that the macros show as code in documentation.
fn as_code(lines: Vec<String>) -> impl Iterator<Item = String> {
    lines.into_iter().map(|line| line.replace('`', "\\u{60}"))
}

fn is_braced(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// The rows of a struct or an enum.
fn rows(head: &TokenStream, body: &Group, lines: &mut Vec<String>) -> syn::Result<()> {
    let head = flat(head.clone(), usize::MAX).unwrap_or_else(|| head.to_string());
    let rows = split(body.stream(), ',');
    if rows.is_empty() {
        lines.push(format!("{head} {{}}"));
        return Ok(());
    }
    lines.push(format!("{head} {{"));
    for row in rows {
        let mut inner = Vec::new();
        let mut tokens = row.into_iter().peekable();
        documentation(&mut tokens, &mut inner)?;
        inner.extend(as_code(self::row(tokens.collect())?));
        lines.extend(inner.iter().map(|line| format!("    {line}")));
    }
    lines.push("}".to_owned());
    Ok(())
}

/// `pub field: Type = value`, or `Variant = value` with what it holds.
fn row(tokens: TokenStream) -> syn::Result<Vec<String>> {
    if let Some(mut lines) = chain(tokens.clone(), WIDTH - 5) {
        if let Some(last) = lines.last_mut() {
            last.push(',');
        }
        return Ok(lines);
    }
    if let Some(lines) = broken_row(&tokens) {
        return Ok(lines);
    }
    let is_field =
        matches!(tokens.clone().into_iter().next(), Some(TokenTree::Ident(word)) if word == "pub");
    if !is_field {
        let item: syn::File = syn::parse2(quote!(enum Rows { #tokens }))?;
        return Ok(inside(&prettyplease::unparse(&item)));
    }
    // A binding is the statement that looks like a field, once the first word is another.
    let binding: TokenStream = tokens.into_iter().skip(1).collect();
    let mut lines = statements(&quote!(let #binding;))?;
    if let Some(first) = lines.first_mut() {
        *first = first.replacen("let ", "pub ", 1);
    }
    if let Some(last) = lines.last_mut().filter(|last| last.ends_with(';')) {
        last.pop();
        last.push(',');
    }
    Ok(lines)
}

/// A row whose type is long has its value on the next line.
fn broken_row(tokens: &TokenStream) -> Option<Vec<String>> {
    let [name, value] = <[TokenStream; 2]>::try_from(split(tokens.clone(), '=')).ok()?;
    let mut lines = vec![format!("{} =", flat(name, WIDTH + 32)?)];
    let value = broken(value, WIDTH - 9)?;
    lines.extend(value.iter().map(|line| format!("    {line}")));
    lines.last_mut()?.push(',');
    Some(lines)
}

/// `name = value;`, or a signature with a word before `fn` and ` = value` behind.
fn setting(tokens: &TokenStream) -> syn::Result<Vec<String>> {
    if let Some(line) = flat(tokens.clone(), WIDTH) {
        return Ok(vec![line + ";"]);
    }
    if let Some(lines) = list(tokens) {
        return Ok(lines);
    }
    let mut before = String::new();
    let mut rest = tokens.clone().into_iter().peekable();
    while let Some(TokenTree::Ident(word)) = rest.peek() {
        if word == "fn" {
            return signature(&before, &rest.collect());
        }
        before = format!("{before}{word} ");
        rest.next();
    }
    if let Some(mut lines) = broken(tokens.clone(), WIDTH) {
        if let Some(last) = lines.last_mut() {
            last.push(';');
        }
        return Ok(lines);
    }
    statements(&quote!(#tokens;))
}

/// `name = […]` with a line for each element, which may be types: those are no expressions.
fn list(tokens: &TokenStream) -> Option<Vec<String>> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let [
        TokenTree::Ident(name),
        TokenTree::Punct(equals),
        TokenTree::Group(group),
    ] = &*tokens
    else {
        return None;
    };
    if equals.as_char() != '=' || group.delimiter() != Delimiter::Bracket {
        return None;
    }
    let mut lines = vec![format!("{name} = [")];
    for element in split(group.stream(), ',') {
        lines.push(format!("    {},", flat(element, usize::MAX)?));
    }
    lines.push("];".to_owned());
    Some(lines)
}

fn signature(before: &str, tokens: &TokenStream) -> syn::Result<Vec<String>> {
    let mut parts = split(tokens.clone(), '=').into_iter();
    let signature = parts.next().unwrap_or_default();
    let value = parts.next();
    let mut value = match value {
        Some(value) => statements(&quote!(value = #value;))?.into_iter(),
        None => vec!["value;".to_owned()].into_iter(),
    };
    // What `value` stands for here is what follows the signature.
    let first = value.next().unwrap_or_default();
    let follows = first.strip_prefix("value").unwrap_or(&first);
    let room = WIDTH.saturating_sub(before.len() + follows.len());
    let mut lines = if let Some(line) = flat(signature.clone(), room) {
        vec![line]
    } else if let Some(lines) = broken_signature(&signature) {
        lines
    } else {
        let item: syn::File = syn::parse2(quote!(trait Body { #signature; }))?;
        let mut lines = inside(&prettyplease::unparse(&item));
        if let Some(last) = lines.last_mut() {
            last.pop();
        }
        lines
    };
    if let Some(first) = lines.first_mut() {
        first.insert_str(0, before);
    }
    if let Some(last) = lines.last_mut() {
        last.push_str(follows);
    }
    lines.extend(value);
    Ok(lines)
}

/// A signature with a line for each argument, or for each field of the one that is `Name { … }`,
/// which is no Rust and is printed here however long it is; `None` when a line would be too long.
fn broken_signature(signature: &TokenStream) -> Option<Vec<String>> {
    let mut tokens = signature.clone().into_iter();
    let mut head = TokenStream::new();
    let arguments = loop {
        match tokens.next()? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis => break group,
            token => head.extend([token]),
        }
    };
    let all: Vec<TokenTree> = arguments.stream().into_iter().collect();
    let (argument, rows, close, width) = match all.as_slice() {
        [argument @ .., TokenTree::Group(fields)] if fields.delimiter() == Delimiter::Brace => {
            let argument = flat(argument.iter().cloned().collect(), usize::MAX)?;
            (format!("{argument} {{"), fields.stream(), "})", usize::MAX)
        }
        _ => (String::new(), arguments.stream(), ")", WIDTH),
    };
    let mut lines = vec![format!("{}({argument}", flat(head, width)?)];
    for row in split(rows, ',') {
        lines.push(format!("    {},", flat(row, width - 5)?));
    }
    lines.push(format!("{close}{}", flat(tokens.collect(), width - 2)?));
    Some(lines)
}

/// Takes documentation from the front.
fn documentation(
    tokens: &mut std::iter::Peekable<impl Iterator<Item = TokenTree>>,
    lines: &mut Vec<String>,
) -> syn::Result<()> {
    while matches!(tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == '#') {
        tokens.next();
        let Some(TokenTree::Group(attribute)) = tokens.next() else {
            continue;
        };
        let last = attribute.stream().into_iter().last();
        if let Some(TokenTree::Literal(text)) = last {
            let quoted = text.to_string();
            let plain = quoted
                .strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'))
                .filter(|plain| !plain.contains('\\'));
            lines.push(if let Some(plain) = plain {
                format!("///{plain}")
            } else {
                let text: syn::LitStr = syn::parse2(TokenTree::from(text).into())?;
                format!("///{}", text.value())
            });
        }
    }
    Ok(())
}
