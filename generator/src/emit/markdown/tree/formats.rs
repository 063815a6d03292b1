//! Emphasis, links and code within a line.

use super::super::words;
use super::{Format, Tree};
use pulldown_cmark::{Event, LinkType, Tag};

impl Tree<'_> {
    /// Begins formatting by Markdown; none where only the text is to stay.
    pub(in super::super) fn start_mark(&mut self, tag: Option<Tag<'static>>) {
        let started = tag.is_some_and(|tag| self.add_format(tag, None));
        self.marks.push(started);
    }

    pub(in super::super) fn end_mark(&mut self) {
        if self.marks.pop() == Some(true) {
            let last = self.formats.iter().rposition(|it| it.element.is_none());
            self.remove_format(last);
        }
    }

    pub(in super::super) fn start_format(&mut self, tag: Tag<'static>, element: &str) {
        let is_link = matches!(tag, Tag::Link { .. });
        // In code there is nothing but links.
        if self.code.is_none() || is_link {
            self.add_format(tag, Some(element.to_owned()));
        }
    }

    pub(in super::super) fn end_format(&mut self, element: &str) {
        let named = |it: &Format| it.element.as_deref() == Some(element);
        let last = self.formats.iter().rposition(named);
        self.remove_format(last);
    }

    pub(super) fn add_format(&mut self, tag: Tag<'static>, element: Option<String>) -> bool {
        let kind = tag.to_end();
        if self.preformatted.is_some() || self.formats.iter().any(|it| it.tag.to_end() == kind) {
            return false;
        }
        self.flush();
        self.formats.push(Format {
            tag,
            element,
            is_open: false,
            is_used: false,
        });
        true
    }

    pub(super) fn remove_format(&mut self, index: Option<usize>) {
        let Some(index) = index else { return };
        self.flush();
        self.close_formats(index);
        let format = self.formats.remove(index);
        if let (false, Tag::Link { dest_url, .. }) = (format.is_used, &format.tag) {
            self.ready();
            words::link(dest_url, &mut self.events);
        }
    }

    /// Closes formatting from one on; it opens again with the next text.
    pub(super) fn close_formats(&mut self, from: usize) {
        for format in self.formats[from..].iter_mut().rev() {
            if std::mem::take(&mut format.is_open) {
                if let [
                    ..,
                    Event::Start(Tag::Link {
                        link_type,
                        dest_url,
                        ..
                    }),
                    Event::Text(text),
                ] = self.events.as_mut_slice()
                {
                    if text == dest_url {
                        *link_type = LinkType::Autolink;
                    }
                }
                self.events.push(Event::End(format.tag.to_end()));
            }
        }
    }

    pub(super) fn in_link(&self) -> bool {
        let is_link = |it: &Format| matches!(it.tag, Tag::Link { .. });
        self.formats.iter().any(is_link)
    }

    pub(in super::super) fn start_code(&mut self, element: &str) {
        if self.code.is_none() && self.preformatted.is_none() {
            self.flush();
            self.code = Some((String::new(), element.to_owned()));
        }
    }

    pub(in super::super) fn end_code(&mut self, element: &str) {
        if self.code.as_ref().is_some_and(|(_, name)| name == element) {
            self.flush();
            self.code = None;
        }
    }

    pub(in super::super) fn start_shifted(&mut self) {
        if self.code.is_none() && self.preformatted.is_none() {
            self.shifted = Some(self.run.len());
        }
    }

    /// Writes what stands in `<sup>` or `<sub>` with the signs that Unicode has, or behind a sign.
    pub(in super::super) fn end_shifted(&mut self, sign: char, signs: &str) {
        let Some(at) = self.shifted.take() else {
            return;
        };
        let text = self.run.split_off(at);
        let shifted: Option<String> = text
            .chars()
            .map(|c| signs.chars().nth("0123456789+-=()".find(c)?))
            .collect();
        let shifted = shifted.unwrap_or_else(|| format!("{sign}({})", text.trim()));
        self.run.push_str(&shifted);
    }
}
