//! Tables of HTML as tables of Markdown.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

/// How many cells may be added to rows that are shorter than others, for each that there is.
const MOST_PADDING: usize = 4;

/// The rows of a table, each with the events of its cells.
#[derive(Debug, Default)]
pub(super) struct Table(Vec<Vec<Vec<Event<'static>>>>);

impl Table {
    pub(super) fn start_row(&mut self) {
        self.0.push(Vec::new());
    }

    pub(super) fn cell(&mut self, events: Vec<Event<'static>>) {
        match self.0.last_mut() {
            Some(row) => row.push(events),
            None => self.0.push(vec![events]),
        }
    }

    /// Adds the table, whose first row is the head, since Markdown has none without. Rows of very
    /// different lengths are a paragraph each.
    pub(super) fn events(mut self, out: &mut Vec<Event<'static>>) {
        self.0.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        let cells: usize = self.0.iter().map(Vec::len).sum();
        let columns = self.0.iter().map(Vec::len).max().unwrap_or_default();
        if columns * self.0.len() > cells * MOST_PADDING {
            for row in self.0 {
                let cells: Vec<_> = row.into_iter().filter(|cell| !cell.is_empty()).collect();
                out.push(Event::Start(Tag::Paragraph));
                out.extend(cells.join(&Event::Text(" / ".into())));
                out.push(Event::End(TagEnd::Paragraph));
            }
        } else if columns > 0 {
            out.push(Event::Start(Tag::Table(vec![Alignment::None; columns])));
            for (index, row) in self.0.into_iter().enumerate() {
                let tag = if index == 0 {
                    Tag::TableHead
                } else {
                    Tag::TableRow
                };
                let end = tag.to_end();
                out.push(Event::Start(tag));
                let padding = columns - row.len();
                for cell in row
                    .into_iter()
                    .chain(std::iter::repeat_n(Vec::new(), padding))
                {
                    out.push(Event::Start(Tag::TableCell));
                    out.extend(cell);
                    out.push(Event::End(TagEnd::TableCell));
                }
                out.push(Event::End(end));
            }
            out.push(Event::End(TagEnd::Table));
        }
    }
}
