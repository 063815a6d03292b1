//! The events of a text as they are put together: whatever comes in, what goes out is nested as
//! Markdown demands it.
//!
//! Blocks are opened when the first text comes that stands in them, and so is formatting: there are
//! no empty paragraphs and no `****`. Blanks wait until it is known what they stand between.

mod formats;
mod nesting;

use super::html::EndTags;
use super::table::Table;
use super::words;
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, Tag, TagEnd};

/// Deepest nesting of lists and quotes; what is deeper stands in the last of them. Each level is
/// written in front of each line, so that there is a square in it.
const DEEPEST: usize = 12;

/// Most open elements: more are only found in nonsense.
const MOST_OPEN: usize = 64;

/// The events so far, and what is open.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    events: Vec<Event<'static>>,
    open: Vec<Open>,
    formats: Vec<Format>,
    /// For each open format of Markdown, whether it is among `formats`.
    marks: Vec<bool>,
    tables: Vec<Table>,
    /// Text that is not yet split into words.
    run: String,
    /// Blanks or ends of lines behind the last event.
    blanks: String,
    /// Line breaks behind the last event.
    breaks: usize,
    /// Whether a paragraph or cell is open.
    has_leaf: bool,
    /// Whether there is nothing in it yet.
    at_start: bool,
    /// Text of an open `<code>`, and its name.
    code: Option<(String, String)>,
    /// Text of an open `<pre>`.
    preformatted: Option<String>,
    /// Where in `run` a `<sup>` or `<sub>` begins.
    shifted: Option<usize>,
    /// How many of `open` hold one line only.
    one_line: usize,
    /// How many of `open` are lists and quotes.
    depth: usize,
    ends: &'a EndTags,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    Paragraph,
    Heading,
    Quote,
    /// Loose where it has empty lines between its items.
    List {
        loose: bool,
    },
    Item,
    Table,
    /// A part of a Markdown table.
    TablePart,
    Cell,
}

#[derive(Debug)]
struct Open {
    block: Block,
    /// The name of the element, for HTML.
    element: Option<String>,
    /// The event that ends it; none where it could not be nested.
    end: Option<TagEnd>,
    /// Where its events begin.
    at: usize,
}

#[derive(Debug)]
struct Format {
    tag: Tag<'static>,
    /// The name of the element, for HTML.
    element: Option<String>,
    is_open: bool,
    is_used: bool,
}

/// Text of HTML, in which any blanks are one.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(char::is_whitespace) {
        out.push_str(&rest[..at]);
        let next = rest[at..].trim_start();
        let blanks = &rest[at..rest.len() - next.len()];
        out.push(if blanks.contains('\n') { '\n' } else { ' ' });
        rest = next;
    }
    out.push_str(rest);
    out
}

impl<'a> Tree<'a> {
    pub(super) fn new(ends: &'a EndTags) -> Self {
        Self {
            events: Vec::new(),
            open: Vec::new(),
            formats: Vec::new(),
            marks: Vec::new(),
            tables: Vec::new(),
            run: String::new(),
            blanks: String::new(),
            breaks: 0,
            has_leaf: false,
            at_start: false,
            code: None,
            preformatted: None,
            shifted: None,
            one_line: 0,
            depth: 0,
            ends,
        }
    }

    pub(super) fn finish(mut self) -> Vec<Event<'static>> {
        self.end_block();
        while !self.open.is_empty() {
            self.pop();
        }
        self.events
    }

    // Text.

    pub(super) fn text(&mut self, text: &str) {
        if let Some(preformatted) = &mut self.preformatted {
            preformatted.push_str(text);
        } else if let Some((code, _)) = &mut self.code {
            code.push_str(text);
        } else {
            self.run.push_str(text);
        }
    }

    /// Text that looks like a tag: a single word.
    pub(super) fn placeholder(&mut self, source: &str) {
        if source.contains('\n') {
            self.text(&collapsed(source));
        } else if self.preformatted.is_some() || self.code.is_some() {
            self.text(source);
        } else {
            let word = words::INNER_BLANK.to_string();
            self.text(&source.replace(char::is_whitespace, &word));
        }
    }

    /// Inline code.
    pub(super) fn inline_code(&mut self, text: &str) {
        if self.preformatted.is_some() || self.code.is_some() {
            return self.text(text);
        }
        self.flush();
        self.ready();
        words::code(text.to_owned(), &mut self.events);
    }

    /// A break of the line; two are one between paragraphs.
    pub(super) fn line_break(&mut self) {
        if let Some(preformatted) = &mut self.preformatted {
            return preformatted.push('\n');
        }
        self.flush();
        if self.one_line > 0 {
            self.blanks.push(' ');
        } else {
            self.breaks += 1;
        }
    }

    /// Puts what is waiting into events.
    fn flush(&mut self) {
        self.shifted = None;
        if let Some((code, _)) = &mut self.code {
            let text = std::mem::take(code);
            let words: Vec<&str> = text.split_whitespace().collect();
            if text.starts_with(char::is_whitespace) {
                self.blanks.push(' ');
            }
            if !words.is_empty() {
                self.ready();
                words::code(words.join(" "), &mut self.events);
                if text.ends_with(char::is_whitespace) {
                    self.blanks.push(' ');
                }
            }
        }
        if self.run.is_empty() {
            return;
        }
        let run = std::mem::take(&mut self.run);
        let text = run.trim_start();
        self.blanks.push_str(&run[..run.len() - text.len()]);
        let words = text.trim_end();
        if words.is_empty() {
            return;
        }
        self.ready();
        let in_link = self.in_link();
        let one_line = self.one_line > 0;
        words::split(words, in_link, one_line, &mut self.events);
        self.blanks.push_str(&text[words.len()..]);
    }

    /// Opens whatever must be open for text to follow.
    fn ready(&mut self) {
        let breaks = std::mem::take(&mut self.breaks);
        if breaks > 1 && self.one_line == 0 {
            self.end_paragraph();
        }
        if !self.has_leaf {
            self.ready_for_block();
            self.push(Block::Paragraph, None, Some(Tag::Paragraph));
        }
        let blanks = std::mem::take(&mut self.blanks);
        if !std::mem::take(&mut self.at_start) {
            if breaks == 1 && self.one_line == 0 {
                self.events.push(Event::HardBreak);
            } else if blanks.contains('\n') && self.one_line == 0 {
                self.events.push(Event::SoftBreak);
            } else if !blanks.is_empty() {
                self.events.push(Event::Text(" ".into()));
            }
        }
        for format in &mut self.formats {
            if !format.is_open {
                format.is_open = true;
                format.is_used = true;
                self.events.push(Event::Start(format.tag.clone()));
            }
        }
    }

    // Blocks.

    /// Ends a paragraph or a block of HTML of the text: formatting by HTML does not reach beyond,
    /// nor do elements that nothing ends.
    pub(super) fn end_block(&mut self) {
        self.end_preformatted();
        self.end_paragraph();
        self.code = None;
        self.formats.retain(|format| format.element.is_none());
        let ends = self.ends;
        let is_left = |it: &Open| it.element.as_ref().is_some_and(|name| !ends.has(name));
        let left = self.open.iter().rev().take_while(|it| is_left(it)).count();
        self.pop_to(self.open.len() - left);
    }

    /// The end of a paragraph, and a blank where there is one line only.
    pub(super) fn gap(&mut self) {
        if let Some(preformatted) = &mut self.preformatted {
            return preformatted.push('\n');
        }
        if self.one_line > 0 {
            self.flush();
            self.blanks.push(' ');
        } else {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        self.flush();
        if matches!(self.open.last(), Some(open) if open.block == Block::Paragraph) {
            self.pop();
        }
        if self.one_line == 0 {
            self.blanks.clear();
            self.breaks = 0;
        }
    }

    /// Begins a paragraph of Markdown.
    pub(super) fn start_paragraph(&mut self) {
        self.gap();
        if let [
            ..,
            Open {
                block: Block::List { loose },
                element: None,
                ..
            },
            Open {
                block: Block::Item, ..
            },
        ] = self.open.as_mut_slice()
        {
            *loose = true;
        }
    }

    /// Begins a list, a quote or a table of Markdown, or a part of one.
    pub(super) fn start_container(&mut self, tag: Tag<'static>) {
        self.end_preformatted();
        let block = match tag {
            Tag::BlockQuote(_) => Block::Quote,
            Tag::List(_) => Block::List { loose: false },
            Tag::Item => Block::Item,
            Tag::TableCell => Block::Cell,
            _ => Block::TablePart,
        };
        self.gap();
        if !matches!(block, Block::Item | Block::Cell)
            && !matches!(tag, Tag::TableHead | Tag::TableRow)
        {
            self.ready_for_block();
        }
        let tag = Some(tag).filter(|tag| !matches!(tag, Tag::FootnoteDefinition(_)));
        self.push(block, None, tag);
    }

    /// Ends the innermost container of Markdown.
    pub(super) fn end_container(&mut self) {
        self.end_block();
        while let Some(open) = self.open.last() {
            let ends = open.element.is_none() && open.block != Block::Paragraph;
            self.pop();
            if ends {
                break;
            }
        }
    }

    /// Begins a heading, which becomes a strong line: a description's headings must not compete with
    /// those of the page.
    pub(super) fn start_heading(&mut self, element: &str) {
        let element = (!element.is_empty()).then(|| element.to_owned());
        self.gap();
        if self.push(Block::Heading, element.clone(), None) {
            let element = element.unwrap_or_default();
            self.add_format(Tag::Strong, Some(element));
        }
    }

    /// Ends a heading of Markdown.
    pub(super) fn end_heading(&mut self) {
        self.end_format("");
        self.end_container();
    }

    pub(super) fn start_quote(&mut self, element: &str, label: &str) {
        self.gap();
        self.ready_for_block();
        self.push(
            Block::Quote,
            Some(element.to_owned()),
            Some(Tag::BlockQuote(None::<BlockQuoteKind>)),
        );
        if !label.is_empty() {
            self.start_format(Tag::Strong, label);
            self.text(label);
            self.end_format(label);
            self.text(":");
            self.gap();
        }
    }

    pub(super) fn start_list(&mut self, element: &str, first: Option<u64>) {
        self.gap();
        self.ready_for_block();
        self.push(
            Block::List { loose: false },
            Some(element.to_owned()),
            Some(Tag::List(first)),
        );
    }

    pub(super) fn start_item(&mut self, element: &str) {
        self.gap();
        let found = self.find(|it| match it.block {
            Block::Item | Block::List { .. } => Some(true),
            Block::Quote | Block::Table | Block::TablePart | Block::Cell => Some(false),
            Block::Paragraph | Block::Heading => None,
        });
        match found {
            Some(index) if matches!(self.open[index].block, Block::List { .. }) => {
                self.pop_to(index + 1);
            }
            Some(index) => self.pop_to(index),
            None => self.start_list("ul", None),
        }
        if self.one_line > 0 {
            self.text("• ");
        }
        self.push_item(element);
    }

    /// Begins what is said about a term, on the same line.
    pub(super) fn start_details(&mut self) {
        self.end_format("dt");
        let in_line = matches!(
            self.open.as_slice(),
            [.., Open { element: Some(name), .. }, Open { block: Block::Paragraph, .. }] if name == "dt"
        );
        if in_line {
            self.blanks.clear();
            let ends =
                |event: &Event<'_>| matches!(event, Event::Text(text) if text.ends_with(':'));
            let has_colon = self.events.iter().rev().take(2).any(ends);
            self.run.push_str(if has_colon { " " } else { ": " });
        } else {
            self.gap();
        }
    }

    pub(super) fn rule(&mut self) {
        self.gap();
        if self.one_line == 0 {
            self.ready_for_block();
            self.events.push(Event::Rule);
        }
    }

    /// Ends the innermost element of a name and what is open in it.
    pub(super) fn end_element(&mut self, element: &str) {
        self.gap();
        let found = self.find(|it| (it.element.as_deref() == Some(element)).then_some(true));
        if let Some(index) = found {
            self.pop_to(index);
        }
        self.end_format(element);
    }

    pub(super) fn in_preformatted(&self) -> bool {
        self.preformatted.is_some()
    }

    pub(super) fn start_preformatted(&mut self) {
        self.gap();
        self.code = None;
        self.preformatted = Some(String::new());
    }

    pub(super) fn end_preformatted(&mut self) {
        if let Some(text) = self.preformatted.take() {
            self.code_block(&text);
        }
    }

    /// A block of code, which is never run.
    pub(super) fn code_block(&mut self, text: &str) {
        if self.preformatted.is_some() {
            return self.text(text);
        }
        self.gap();
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        let text = lines.join("\n");
        let text = text.trim_matches('\n');
        if text.is_empty() {
            return;
        }
        if self.one_line > 0 {
            let words: Vec<&str> = text.split_whitespace().collect();
            return self.inline_code(&words.join(" "));
        }
        self.ready_for_block();
        let language = CowStr::Borrowed("text");
        let kind = CodeBlockKind::Fenced(language);
        self.events.push(Event::Start(Tag::CodeBlock(kind)));
        self.events.push(Event::Text(format!("{text}\n").into()));
        self.events.push(Event::End(TagEnd::CodeBlock));
    }

    // Tables of HTML.

    pub(super) fn start_table(&mut self, element: &str) {
        self.gap();
        if self.one_line == 0 {
            self.ready_for_block();
            if self.push(Block::Table, Some(element.to_owned()), None) {
                self.tables.push(Table::default());
            }
        }
    }

    pub(super) fn start_row(&mut self) {
        if self.end_row() {
            if let Some(table) = self.tables.last_mut() {
                table.start_row();
            }
        }
    }

    /// Goes back to the innermost table, if there is one.
    pub(super) fn end_row(&mut self) -> bool {
        self.gap();
        let found = self.find(|it| (it.block == Block::Table).then_some(true));
        if let Some(index) = found {
            self.pop_to(index + 1);
        }
        found.is_some()
    }

    pub(super) fn start_cell(&mut self, element: &str) {
        if self.end_row() {
            self.push(Block::Cell, Some(element.to_owned()), None);
        }
    }
}
