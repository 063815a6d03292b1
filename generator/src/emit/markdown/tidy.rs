//! What is put right when events stand in their order.

use pulldown_cmark::{Event, Tag, TagEnd};

/// Whether an event begins (1) or ends (-1) something.
fn step(event: &Event<'_>) -> i32 {
    match event {
        Event::Start(_) => 1,
        Event::End(_) => -1,
        _ => 0,
    }
}

/// Takes the paragraphs of a list away whose items are a paragraph each, with nothing but lists
/// behind it. The list begins at an index and is not ended yet. It is all or none: a list is written
/// with empty lines between its items or without.
pub(super) fn tighten_list(events: &mut Vec<Event<'static>>, at: usize) {
    let mut paragraphs = Vec::new();
    let mut depth = 0;
    // How many blocks the item has so far.
    let mut blocks = 0;
    for (index, event) in events.iter().enumerate().skip(at + 1) {
        match event {
            Event::Start(Tag::Item) if depth == 0 => blocks = 0,
            Event::Start(Tag::Paragraph) if depth == 1 && blocks == 0 => paragraphs.push(index),
            Event::End(TagEnd::Paragraph) if depth == 2 && blocks == 1 => paragraphs.push(index),
            Event::Start(Tag::List(_)) if depth == 1 => {}
            Event::Start(_) | Event::Rule if depth == 1 => return,
            _ => {}
        }
        if depth == 1 && matches!(event, Event::Start(_)) {
            blocks += 1;
        }
        depth += step(event);
    }
    let mut paragraphs = paragraphs.into_iter().peekable();
    let list = events.split_off(at);
    for (index, event) in (at..).zip(list) {
        if paragraphs.next_if_eq(&index).is_none() {
            events.push(event);
        }
    }
}

/// Puts quotes around the text of a link before and behind the link: within it, clippy takes them for
/// backticks that went wrong.
pub(super) fn quote_links(events: &mut Vec<Event<'static>>) {
    let quoted = |text: &str| {
        let mut quotes = ["'", "\""].into_iter();
        quotes.find(|quote| text.len() > 2 && text.starts_with(quote) && text.ends_with(quote))
    };
    let mut at = 0;
    while at + 2 < events.len() {
        if let [
            Event::Start(Tag::Link { .. }),
            Event::Text(text),
            Event::End(TagEnd::Link),
        ] = &mut events[at..at + 3]
        {
            if let Some(quote) = quoted(text) {
                *text = text[1..text.len() - 1].to_owned().into();
                events.insert(at + 3, Event::Text(quote.into()));
                events.insert(at, Event::Text(quote.into()));
            }
        }
        at += 1;
    }
}

/// Takes emphasis away that Markdown cannot write, such as that of `**Note:**text`.
pub(super) fn drop_impossible_emphasis(events: &mut Vec<Event<'static>>) {
    // What stands before each event, if it is in the same line.
    let mut before = Vec::with_capacity(events.len());
    let mut last = None;
    for event in events.iter() {
        before.push(last);
        last = edge(event, true, last);
    }
    let mut after = vec![None; events.len()];
    let mut next = None;
    for (index, event) in events.iter().enumerate().rev() {
        after[index] = next;
        next = edge(event, false, next);
    }
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_sign = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
    let flanks = |inner: Option<char>, outer: Option<char>| {
        !is_blank(inner) && (!is_sign(inner) || is_blank(outer) || is_sign(outer))
    };
    let mut dropped = vec![false; events.len()];
    let mut open = Vec::new();
    for (index, event) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Strikethrough) => open.push(index),
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough) => {
                if let Some(start) = open.pop() {
                    let works =
                        flanks(after[start], before[start]) && flanks(before[index], after[index]);
                    dropped[start] = !works;
                    dropped[index] = !works;
                }
            }
            _ => {}
        }
    }
    if dropped.contains(&true) {
        let mut dropped = dropped.into_iter();
        events.retain(|_| !dropped.next().unwrap_or_default());
    }
}

/// Takes all emphasis away.
pub(super) fn drop_emphasis(events: &mut Vec<Event<'static>>) {
    events.retain(|event| {
        !matches!(
            event,
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Strikethrough)
                | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough)
        )
    });
}

/// The sign at one end of an event, as emphasis beside it sees it.
fn edge(event: &Event<'_>, at_end: bool, beyond: Option<char>) -> Option<char> {
    match event {
        Event::Text(text) if at_end => text.chars().next_back().or(beyond),
        Event::Text(text) => text.chars().next().or(beyond),
        Event::Code(_) => Some('`'),
        Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => Some('['),
        Event::Start(Tag::Strong | Tag::Emphasis | Tag::Strikethrough)
        | Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough) => beyond,
        _ => None,
    }
}

/// Markdown as it is written, without what cannot be seen: a line that ends in two blanks ends in a
/// backslash, and quotes begin at the margin and not with an empty line.
pub(super) fn with_visible_breaks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut fence = None;
    let mut is_fence_quoted = false;
    let mut depth_before = 0;
    for line in text.lines() {
        let words = line.trim_end();
        let inner = words.trim_start_matches(|c: char| " >-*.)".contains(c) || c.is_ascii_digit());
        let ticks = inner.bytes().take_while(|byte| *byte == b'`').count();
        let is_in_fence = fence.is_some();
        let is_quote = words.trim_start().starts_with('>');
        match (fence, &inner[ticks..]) {
            (None, "text") if ticks > 3 => (fence, is_fence_quoted) = (Some(ticks), is_quote),
            (Some(length), "") if ticks == length => fence = None,
            _ => {}
        }
        let text = words.trim_start_matches([' ', '>']);
        let marks = &words[..words.len() - text.len()];
        let depth = marks.matches('>').count();
        if text.is_empty() && depth > depth_before && !is_in_fence {
            continue;
        }
        depth_before = depth;
        if is_quote && (!is_in_fence || is_fence_quoted) {
            out.push_str(&marks.replace(" >", ">"));
            out.push_str(text);
        } else {
            out.push_str(words);
        }
        if line.ends_with("  ") && !inner.is_empty() && !is_in_fence {
            out.push('\\');
        }
        out.push('\n');
    }
    out
}
