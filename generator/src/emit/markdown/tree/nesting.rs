//! What is open, and how it is opened and closed.

use super::super::tidy;
use super::{Block, DEEPEST, MOST_OPEN, Open, Tree};
use pulldown_cmark::{Event, Tag};

impl Tree<'_> {
    /// The innermost open element of HTML for which the answer is yes, before one for which it is no,
    /// and before any block of Markdown.
    pub(super) fn find(&self, answer: impl Fn(&Open) -> Option<bool>) -> Option<usize> {
        let html = self.open.iter().enumerate().rev();
        let html = html.take_while(|(_, it)| it.element.is_some() || it.block == Block::Paragraph);
        let mut html = html.filter(|(_, it)| it.element.is_some());
        html.find_map(|(index, it)| answer(it).map(|yes| yes.then_some(index)))
            .flatten()
    }

    /// Opens an item where a list can hold nothing else.
    pub(super) fn ready_for_block(&mut self) {
        self.push_item("li");
    }

    pub(super) fn push_item(&mut self, element: &str) {
        if matches!(self.open.last(), Some(open) if matches!(open.block, Block::List { .. })) {
            let item = Block::Item;
            self.push(item, Some(element.to_owned()), Some(Tag::Item));
        }
    }

    /// Opens a block; elements of HTML only if there are not too many.
    pub(super) fn push(
        &mut self,
        block: Block,
        element: Option<String>,
        tag: Option<Tag<'static>>,
    ) -> bool {
        let is_item = matches!(block, Block::Item);
        if element.is_some() && !is_item && self.open.len() >= MOST_OPEN {
            return false;
        }
        let parent_is_flat = match block {
            Block::Item | Block::TablePart | Block::Cell => {
                matches!(self.open.last(), Some(Open { end: None, block, .. }) if *block != Block::Table)
            }
            _ => false,
        };
        let is_nesting = matches!(block, Block::Quote | Block::List { .. } | Block::Table);
        let fits = block == Block::Paragraph
            || (self.one_line == 0 && !parent_is_flat && !(is_nesting && self.depth >= DEEPEST));
        let tag = tag.filter(|_| fits);
        let at = self.events.len();
        let end = tag.as_ref().map(Tag::to_end);
        // A cell of a Markdown table that cannot be nested is no cell.
        let block = if block == Block::Cell && element.is_none() && end.is_none() {
            Block::TablePart
        } else {
            block
        };
        if matches!(block, Block::Heading | Block::Cell) {
            self.one_line += 1;
        }
        if matches!(block, Block::Paragraph | Block::Cell) {
            self.has_leaf = true;
            self.at_start = true;
        }
        if is_nesting {
            self.depth += 1;
        }
        self.events.extend(tag.map(Event::Start));
        self.open.push(Open {
            block,
            element,
            end,
            at,
        });
        true
    }

    pub(super) fn pop_to(&mut self, length: usize) {
        while self.open.len() > length {
            self.pop();
        }
    }

    pub(super) fn pop(&mut self) {
        self.flush();
        self.close_formats(0);
        let Some(open) = self.open.pop() else { return };
        if matches!(open.block, Block::Paragraph | Block::Cell) {
            self.has_leaf = false;
        }
        match open.block {
            Block::Heading | Block::Cell => {
                self.one_line -= 1;
                self.blanks.clear();
            }
            Block::Quote | Block::List { .. } | Block::Table => self.depth -= 1,
            _ => {}
        }
        match (open.block, open.end) {
            (Block::Cell, None) if open.element.is_some() => {
                let cell = self.events.split_off(open.at);
                if let Some(table) = self.tables.last_mut() {
                    table.cell(cell);
                }
            }
            (Block::Table, _) => {
                if let Some(table) = self.tables.pop() {
                    table.events(&mut self.events);
                }
            }
            (Block::Quote | Block::List { .. } | Block::Item, Some(_))
                if self.events.len() == open.at + 1 =>
            {
                self.events.truncate(open.at);
            }
            (block, Some(end)) => {
                if block == (Block::List { loose: false }) {
                    tidy::tighten_list(&mut self.events, open.at);
                }
                self.events.push(Event::End(end));
            }
            (_, None) => {}
        }
    }
}
