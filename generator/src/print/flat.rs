//! Tokens of types, table rows and signatures on one line.
//!
//! Most rows of a table are short, and `syn` and `prettyplease` need not be asked how they look.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};
use std::fmt::Write;

/// The tokens on one line of at most `width` bytes, as `prettyplease` prints what needs no break;
/// `None` when they are longer, or hold what only it should print.
pub(super) fn flat(tokens: TokenStream, width: usize) -> Option<String> {
    let mut line = Line {
        text: String::new(),
        width,
    };
    line.tokens(tokens)?;
    (line.text.len() <= width).then_some(line.text)
}

/// The same, broken before its method calls when it is longer, and within lists; `None` when that
/// is not enough.
pub(super) fn chain(tokens: TokenStream, width: usize) -> Option<Vec<String>> {
    if let Some(line) = flat(tokens.clone(), width) {
        return Some(vec![line]);
    }
    let mut calls: Vec<TokenStream> = vec![TokenStream::new()];
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_call = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.')
            && matches!(tokens.peek(), Some(TokenTree::Ident(_)));
        if is_call && !calls.last()?.is_empty() {
            calls.push(TokenStream::new());
        }
        calls.last_mut()?.extend([token]);
    }
    let first = calls.remove(0);
    let mut lines = if calls.is_empty() {
        broken_list(first, width)?
    } else {
        vec![flat(first, width)?]
    };
    for call in calls {
        let call = broken(call, width.checked_sub(4)?)?;
        lines.extend(call.iter().map(|line| format!("    {line}")));
    }
    Some(lines)
}

/// What ends in a list, or in a call that has nothing but one, with a line for each element.
fn broken_list(tokens: TokenStream, width: usize) -> Option<Vec<String>> {
    let (head, group) = last_group(tokens)?;
    match group.delimiter() {
        Delimiter::Bracket => listed(head, &group, width),
        Delimiter::Parenthesis => {
            let mut inner = group.stream().into_iter();
            let is_list = matches!(inner.next(), Some(TokenTree::Punct(sign)) if sign.as_char() == '&')
                && matches!(inner.next(), Some(TokenTree::Group(_)))
                && inner.next().is_none();
            if !is_list {
                return None;
            }
            let head = flat(head, width)?;
            let mut lines = broken_list(group.stream(), width.checked_sub(head.len() + 2)?)?;
            lines.first_mut()?.insert_str(0, &format!("{head}("));
            lines.last_mut()?.push(')');
            Some(lines)
        }
        Delimiter::Brace | Delimiter::None => None,
    }
}

/// The tokens with a line for each part of the last group, where they are too long for one.
pub(super) fn broken(tokens: TokenStream, width: usize) -> Option<Vec<String>> {
    if let Some(lines) = chain(tokens.clone(), width) {
        return Some(lines);
    }
    // Breaking a line around a literal makes it no shorter.
    if is_literal(&tokens) {
        return Some(vec![flat(tokens, usize::MAX)?]);
    }
    let (head, group) = last_group(tokens.clone())?;
    if is_literal(&group.stream()) {
        return Some(vec![flat(tokens, usize::MAX)?]);
    }
    listed(head, &group, width)
}

fn is_literal(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    matches!(tokens.next(), Some(TokenTree::Literal(_))) && tokens.next().is_none()
}

fn last_group(tokens: TokenStream) -> Option<(TokenStream, Group)> {
    let mut head: Vec<TokenTree> = tokens.into_iter().collect();
    match head.pop()? {
        TokenTree::Group(group) => Some((head.into_iter().collect(), group)),
        _ => None,
    }
}

fn listed(head: TokenStream, group: &Group, width: usize) -> Option<Vec<String>> {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace | Delimiter::None => return None,
    };
    let mut lines = vec![flat(head, width.checked_sub(1)?)? + open];
    for part in split(group.stream(), ',') {
        let part = broken(part, width.checked_sub(5)?)?;
        lines.extend(part.iter().map(|line| format!("    {line}")));
        lines.last_mut()?.push(',');
    }
    lines.push(close.to_owned());
    Some(lines)
}

/// The parts between separators that stand in no group and between no angle brackets.
pub(super) fn split(tokens: TokenStream, separator: char) -> Vec<TokenStream> {
    let mut parts = Vec::new();
    let mut part = Vec::new();
    let mut depth = 0_usize;
    let mut arrow = false;
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            let character = punct.as_char();
            if character == separator && depth == 0 {
                parts.push(part.drain(..).collect());
                continue;
            }
            match character {
                '<' => depth += 1,
                '>' if !arrow => depth = depth.saturating_sub(1),
                _ => {}
            }
            arrow = matches!(character, '-' | '=') && punct.spacing() == Spacing::Joint;
        } else {
            arrow = false;
        }
        part.push(token);
    }
    if !part.is_empty() {
        parts.push(part.into_iter().collect());
    }
    parts
}

struct Line {
    text: String,
    width: usize,
}

/// What stood before a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// Nothing, or what the next token stands close to.
    Open,
    /// A name, a keyword or a literal.
    Word,
    /// The first character of an operator of two.
    Joint(char),
    /// The end of a type, or a group.
    Close,
}

impl Line {
    fn tokens(&mut self, tokens: TokenStream) -> Option<()> {
        let mut before = Before::Open;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            if self.text.len() > self.width {
                return None;
            }
            before = match token {
                TokenTree::Ident(word) => self.word(before, &word),
                TokenTree::Literal(literal) => self.word(before, &literal),
                TokenTree::Group(group) => self.group(before, group.delimiter(), group.stream())?,
                TokenTree::Punct(punct) => {
                    let joint = punct.spacing() == Spacing::Joint;
                    let last = tokens.peek().is_none();
                    self.punct(before, punct.as_char(), joint, last)?
                }
            };
        }
        Some(())
    }

    fn word(&mut self, before: Before, word: &dyn std::fmt::Display) -> Before {
        if matches!(before, Before::Word | Before::Close) {
            self.text.push(' ');
        }
        // Writing to a string does not fail.
        let _ = write!(self.text, "{word}");
        Before::Word
    }

    fn group(
        &mut self,
        before: Before,
        delimiter: Delimiter,
        tokens: TokenStream,
    ) -> Option<Before> {
        let (open, close) = match delimiter {
            Delimiter::Parenthesis => ('(', ')'),
            Delimiter::Bracket => ('[', ']'),
            Delimiter::Brace => return None,
            Delimiter::None => {
                self.tokens(tokens)?;
                return Some(Before::Word);
            }
        };
        // A call or an index stands close to what it belongs to; nothing else follows a word here.
        if before == Before::Word && delimiter == Delimiter::Bracket {
            return None;
        }
        self.text.push(open);
        self.tokens(tokens)?;
        self.text.push(close);
        Some(Before::Close)
    }

    fn punct(&mut self, before: Before, punct: char, joint: bool, last: bool) -> Option<Before> {
        Some(match (before, punct) {
            (Before::Joint(':'), ':') => {
                self.text.push(':');
                Before::Open
            }
            (Before::Joint('-'), '>') => {
                self.text.push_str(" -> ");
                Before::Open
            }
            (Before::Joint('.'), _) => return None,
            (_, ':') if joint => {
                self.text.push(':');
                Before::Joint(':')
            }
            (Before::Word, ':') => {
                self.text.push_str(": ");
                Before::Open
            }
            (_, '-') if joint => Before::Joint('-'),
            (Before::Open, '-' | '&' | '\'') => {
                self.text.push(punct);
                Before::Open
            }
            (_, '.') if !joint => {
                self.text.push('.');
                Before::Open
            }
            (_, ',') => {
                if !last {
                    self.text.push_str(", ");
                }
                Before::Open
            }
            (_, '=') if !joint => {
                self.text.push_str(" = ");
                Before::Open
            }
            (Before::Word, '<') => {
                self.text.push('<');
                Before::Open
            }
            (_, '>') => {
                self.text.push('>');
                Before::Close
            }
            _ => return None,
        })
    }
}
