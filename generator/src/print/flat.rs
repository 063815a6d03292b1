//! Tokens of types, table rows and signatures on one line.
//!
//! Most rows of a table are short, and `syn` and `prettyplease` need not be asked how they look.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
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

/// The same, broken before its method calls when it is longer; `None` when that is not enough.
pub(super) fn chain(tokens: TokenStream, width: usize) -> Option<Vec<String>> {
    if let Some(line) = flat(tokens.clone(), width) {
        return Some(vec![line]);
    }
    let mut calls: Vec<TokenStream> = vec![TokenStream::new()];
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_call = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '.')
            && matches!(tokens.peek(), Some(TokenTree::Ident(_)));
        if is_call {
            calls.push(TokenStream::new());
        }
        calls.last_mut()?.extend([token]);
    }
    let mut lines = vec![flat(calls.remove(0), width)?];
    for call in calls {
        lines.push(format!("    {}", flat(call, width.checked_sub(4)?)?));
    }
    Some(lines)
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
        if before == Before::Word {
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
