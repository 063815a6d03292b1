//! HTML in descriptions: what its elements are in Markdown.
//!
//! Tags that are not known are text, for most of them are placeholders (`/users/<id>`). No tag
//! comes out as one.

use super::tree::{Tree, collapsed};
use super::{visible, words};
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Spanned, StartTag, Token, Tokenizer};
use pulldown_cmark::{CowStr, LinkType, Tag};
use std::collections::BTreeSet;

/// What an element does to its text.
#[derive(Clone, Copy, Debug)]
enum Element {
    /// Nothing.
    Plain,
    /// Nothing, and has no end tag.
    Void,
    /// Stands on lines of its own.
    Block,
    Heading,
    Quote(&'static str),
    List(Option<u64>),
    Item,
    Term,
    Details,
    Rule,
    Break,
    Pre,
    Code,
    Emphasis,
    Strong,
    Strikethrough,
    Link(&'static str),
    Image,
    Raised,
    Lowered,
    Table,
    Row,
    Cell,
}

/// The names of all end tags of a text.
#[derive(Debug, Default)]
pub(super) struct EndTags(BTreeSet<String>);

impl EndTags {
    pub(super) fn of(text: &str) -> Self {
        let parts = text.split("</").skip(1);
        let names = parts.map(|part| {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric());
            part[..end.unwrap_or(part.len())].to_ascii_lowercase()
        });
        Self(names.filter(|name| !name.is_empty()).collect())
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }
}

/// Adds what a piece of HTML says.
pub(super) fn add(html: &str, ends: &EndTags, tree: &mut Tree<'_>) {
    let mut seen = 0;
    for token in Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span()) {
        let Ok(token) = token;
        let span = match &token {
            Token::StartTag(tag) => tag.span,
            Token::EndTag(tag) => tag.span,
            Token::String(text) | Token::Comment(text) => text.span,
            Token::Doctype(doctype) => doctype.span,
            Token::Error(_) => continue,
        };
        seen = seen.max(span.end);
        let source = html.get(span.start..span.end).unwrap_or_default();
        match token {
            Token::String(text) => text_of(&String::from_utf8_lossy(&text), tree),
            // A comment that does not end is taken for text, so that none of it is lost.
            Token::Comment(_) if source.starts_with("<!--") && source.ends_with("-->") => {}
            // One that is not closed before the next tag begins, such as `<a href="x>y</a>`.
            _ if source.get(1..).is_some_and(|rest| rest.contains('<')) => text_of(source, tree),
            Token::StartTag(tag) => start(&tag, source, ends, tree),
            Token::EndTag(tag) => end(&String::from_utf8_lossy(&tag.name), source, tree),
            _ => tree.placeholder(source),
        }
    }
    // A tag without an end.
    text_of(html.get(seen..).unwrap_or_default(), tree);
}

fn text_of(text: &str, tree: &mut Tree<'_>) {
    let text = &visible(text);
    if tree.in_preformatted() {
        return tree.text(text);
    }
    let text = collapsed(text);
    // Markdown says nothing among HTML, but whoever writes pairs of backticks means code.
    let is_paired = text.matches('`').count() % 2 == 0;
    if !is_paired {
        return tree.text(&text);
    }
    for (index, part) in text.split('`').enumerate() {
        let code = part.trim();
        if index % 2 == 0 {
            tree.text(part);
        } else if !code.is_empty() {
            tree.inline_code(code);
        }
    }
}

fn start(tag: &StartTag<usize>, source: &str, ends: &EndTags, tree: &mut Tree<'_>) {
    let name = String::from_utf8_lossy(&tag.name);
    let Some(element) = element(&name).filter(|element| {
        element.may_stay_open()
            || matches!(&*name, "em" | "strong")
            || !tag.attributes.is_empty()
            || ends.has(&name)
    }) else {
        return tree.placeholder(source);
    };
    if tree.in_preformatted() && !matches!(element, Element::Break) {
        return;
    }
    let attribute = |name: &str| {
        let value: Option<&Spanned<_, _>> = tag.attributes.get(name.as_bytes());
        value.map(|value| String::from_utf8_lossy(value).trim().to_owned())
    };
    match element {
        Element::Plain | Element::Void => {}
        Element::Block => tree.gap(),
        Element::Heading => tree.start_heading(&name),
        Element::Quote(label) => tree.start_quote(&name, label),
        Element::List(first) => {
            let number = attribute("start").and_then(|text| text.parse().ok());
            tree.start_list(&name, first.map(|first| number.unwrap_or(first)));
        }
        Element::Item => tree.start_item(&name),
        Element::Term => {
            tree.start_item(&name);
            tree.start_format(Tag::Strong, &name);
        }
        Element::Details => tree.start_details(),
        Element::Rule => tree.rule(),
        Element::Break => tree.line_break(),
        Element::Pre => tree.start_preformatted(),
        Element::Code => tree.start_code(&name),
        Element::Emphasis => tree.start_format(Tag::Emphasis, &name),
        Element::Strong => tree.start_format(Tag::Strong, &name),
        Element::Strikethrough => tree.start_format(Tag::Strikethrough, &name),
        Element::Link(target) => {
            tree.end_format(&name);
            if let Some(url) = attribute(target).filter(|url| words::is_url(url)) {
                tree.start_format(link(url), &name);
            }
        }
        Element::Image => tree.text(&collapsed(&attribute("alt").unwrap_or_default())),
        Element::Raised | Element::Lowered => tree.start_shifted(),
        Element::Table => tree.start_table(&name),
        Element::Row => tree.start_row(),
        Element::Cell => tree.start_cell(&name),
    }
}

fn end(name: &str, source: &str, tree: &mut Tree<'_>) {
    let Some(element) = element(name) else {
        return tree.placeholder(source);
    };
    if tree.in_preformatted() && !matches!(element, Element::Pre) {
        return;
    }
    match element {
        Element::Plain | Element::Void | Element::Image | Element::Rule => {}
        Element::Break => tree.line_break(),
        Element::Block | Element::Details => tree.gap(),
        Element::Pre => tree.end_preformatted(),
        Element::Code => tree.end_code(name),
        Element::Emphasis
        | Element::Strong
        | Element::Strikethrough
        | Element::Link(_)
        | Element::Term => tree.end_format(name),
        Element::Raised => tree.end_shifted('^', SUPERSCRIPTS),
        Element::Lowered => tree.end_shifted('_', SUBSCRIPTS),
        Element::Row => {
            tree.end_row();
        }
        Element::Heading
        | Element::Quote(_)
        | Element::List(_)
        | Element::Item
        | Element::Table
        | Element::Cell => tree.end_element(name),
    }
}

/// The signs `0123456789+-=()`, raised and lowered.
const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
const SUBSCRIPTS: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

impl Element {
    /// Whether a tag without attributes and without an end tag is one of HTML, and not a placeholder.
    fn may_stay_open(self) -> bool {
        matches!(
            self,
            Self::Void
                | Self::Block
                | Self::List(_)
                | Self::Item
                | Self::Term
                | Self::Details
                | Self::Rule
                | Self::Break
                | Self::Row
                | Self::Cell
        )
    }
}

/// The elements of HTML that arrange text, and those of `DocBook` and of documentation comments that
/// are found in descriptions.
fn element(name: &str) -> Option<Element> {
    Some(match name {
        "p" | "div" | "section" | "article" | "center" | "details" | "figure" | "figcaption"
        | "aside" | "para" | "remarks" | "thead" | "tbody" | "tfoot" | "nav" | "header"
        | "footer" | "main" | "address" => Element::Block,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "caption" | "summary" | "fullname" | "title"
        | "legend" => Element::Heading,
        "blockquote" => Element::Quote(""),
        "note" => Element::Quote("Note"),
        "important" => Element::Quote("Important"),
        "caution" => Element::Quote("Caution"),
        "warning" => Element::Quote("Warning"),
        "tip" => Element::Quote("Tip"),
        "ul" | "menu" | "dir" | "dl" => Element::List(None),
        "ol" => Element::List(Some(1)),
        "li" => Element::Item,
        "dt" => Element::Term,
        "dd" => Element::Details,
        "hr" => Element::Rule,
        "br" => Element::Break,
        "pre" | "listing" => Element::Pre,
        "code" | "tt" | "kbd" | "samp" | "literal" | "filename" => Element::Code,
        "em" | "i" | "cite" | "dfn" | "var" | "replaceable" => Element::Emphasis,
        "strong" | "b" => Element::Strong,
        "del" | "s" | "strike" => Element::Strikethrough,
        "a" => Element::Link("href"),
        "ulink" => Element::Link("url"),
        "img" => Element::Image,
        "sup" => Element::Raised,
        "sub" => Element::Lowered,
        "table" => Element::Table,
        "tr" => Element::Row,
        "td" | "th" => Element::Cell,
        "span" | "font" | "u" | "ins" | "small" | "big" | "nobr" | "abbr" | "acronym" | "mark"
        | "q" | "time" | "bdi" | "bdo" | "label" | "html" | "body" | "xhtml" | "zonbook"
        | "colgroup" | "link" | "phrase" => Element::Plain,
        "wbr" | "col" => Element::Void,
        _ => return None,
    })
}

fn link(url: String) -> Tag<'static> {
    Tag::Link {
        link_type: LinkType::Inline,
        dest_url: url.into(),
        title: CowStr::Borrowed(""),
        id: CowStr::Borrowed(""),
    }
}
