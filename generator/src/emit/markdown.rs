//! Markdown of strangers, made safe and clean for rustdoc.
//!
//! The text is parsed as `CommonMark` and written again from the parsed events, with everything
//! that rustdoc would trip over replaced: code blocks become `text`, HTML becomes visible text, bare
//! URLs become links, and words that look like Rust become code.

mod html;
mod table;
mod tidy;
mod tree;
mod words;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use tree::Tree;

/// Extensions of `CommonMark` that rustdoc has as well.
const EXTENSIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Those and footnotes, which become text: several texts stand on one page, and each counts its own.
const READ: Options = EXTENSIONS.union(Options::ENABLE_FOOTNOTES);

/// How many bytes of a text are looked at for its first paragraph.
const LONGEST_PARAGRAPH: usize = 4096;

/// The text as Markdown that rustdoc takes without a warning.
pub(super) fn safe(text: &str) -> String {
    if is_plain(text) {
        text.trim_end().to_owned()
    } else {
        rewritten(text)
    }
}

fn rewritten(text: &str) -> String {
    let text = visible(&text.replace('\t', "    "));
    let mut events = parsed(&text);
    tidy::quote_links(&mut events);
    tidy::drop_impossible_emphasis(&mut events);
    let written = written(&events).or_else(|| {
        tidy::drop_emphasis(&mut events);
        written(&events)
    });
    // Text that could not be written again stays as it is, where nothing in it means anything.
    let written = written.map(|text| text.replace(words::AMPERSAND, "&"));
    let written = written.unwrap_or_else(|| fenced(&text));
    visible(tidy::with_visible_breaks(&written).trim())
}

/// The events of a text, with what rustdoc would trip over replaced.
fn parsed(text: &str) -> Vec<Event<'static>> {
    let ends = html::EndTags::of(text);
    let mut tree = Tree::new(&ends);
    let mut in_code_block = false;
    // What a block of code or of HTML has, which comes in lines.
    let mut block = String::new();
    let mut footnote = String::new();
    for event in Parser::new_ext(text, READ) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code_block = true,
            Event::End(TagEnd::CodeBlock) => {
                in_code_block = false;
                tree.code_block(&std::mem::take(&mut block));
            }
            Event::Text(text) if in_code_block => block.push_str(&text),
            Event::Html(html) => block.push_str(&html),
            Event::End(TagEnd::HtmlBlock) => {
                html::add(&std::mem::take(&mut block), &ends, &mut tree);
                tree.end_block();
            }
            Event::InlineHtml(html) => html::add(&html, &ends, &mut tree),
            Event::Text(text) => tree.text(&visible(&text).replace('\u{a0}', " ")),
            Event::Code(text) => tree.inline_code(&text),
            Event::SoftBreak => tree.text("\n"),
            Event::HardBreak => tree.line_break(),
            Event::Rule => tree.rule(),
            Event::Start(Tag::Paragraph) => {
                tree.start_paragraph();
                tree.text(&std::mem::take(&mut footnote));
            }
            Event::Start(tag @ Tag::FootnoteDefinition(_)) => {
                if let Tag::FootnoteDefinition(name) = &tag {
                    footnote = format!("[{name}]: ");
                }
                tree.start_container(tag.into_static());
            }
            Event::FootnoteReference(name) => tree.text(&format!("[{name}]")),
            Event::End(TagEnd::Paragraph) => tree.end_block(),
            Event::Start(Tag::Heading { .. }) => tree.start_heading(""),
            Event::End(TagEnd::Heading(_)) => tree.end_heading(),
            Event::Start(Tag::HtmlBlock) => tree.gap(),
            Event::Start(tag @ (Tag::Emphasis | Tag::Strong | Tag::Strikethrough)) => {
                tree.start_mark(Some(tag.into_static()));
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) if words::is_url(&dest_url) => {
                let link_type = if link_type == LinkType::Autolink {
                    link_type
                } else {
                    LinkType::Inline
                };
                let link = Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                };
                tree.start_mark(Some(link.into_static()));
            }
            // A link to nowhere that rustdoc knows of: only its text stays, as that of an image.
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => tree.start_mark(None),
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => tree.end_mark(),
            Event::Start(tag) => tree.start_container(tag.into_static()),
            Event::End(_) => tree.end_container(),
            // Of extensions that are not switched on.
            Event::InlineMath(text) | Event::DisplayMath(text) => tree.text(&text),
            Event::TaskListMarker(_) => {}
        }
    }
    tree.finish()
}

/// Events as text, if they can be written.
fn written(events: &[Event<'static>]) -> Option<String> {
    let mut out = String::new();
    let options = pulldown_cmark_to_cmark::Options {
        code_block_token_count: 4,
        list_token: '-',
        emphasis_token: '*',
        ..pulldown_cmark_to_cmark::Options::default()
    };
    pulldown_cmark_to_cmark::cmark_with_options(events.iter(), &mut out, EXTENSIONS, options)
        .ok()?;
    Some(out)
}

/// A text as a block of code.
fn fenced(text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default().max(3) + 1);
    format!("{fence}text\n{}\n{fence}", text.trim_matches('\n'))
}

/// Whether a text is a line of plain words, as most are, which would come out as it is.
fn is_plain(text: &str) -> bool {
    let mut before = ' ';
    let plain = |c: char| {
        let allowed = match before {
            ':' => c == ' ',
            '(' if c == ')' => false,
            '/' if c == '/' => false,
            _ => c.is_ascii_alphanumeric() || " ,.;:'\"()/%?-".contains(c),
        };
        before = c;
        allowed
    };
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(plain)
        && !text.split(' ').any(words::looks_like_code)
}

/// The first paragraph of a text, made safe.
pub(super) fn first_paragraph(text: &str) -> String {
    // The whole text stands at its type.
    let is_long = text.len() > LONGEST_PARAGRAPH;
    let mut end = LONGEST_PARAGRAPH.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let safe = safe(&text[..end]);
    let (first, rest) = safe.split_once("\n\n").unwrap_or((&safe, ""));
    // What only leads to a list says nothing without it. A code block may have empty lines of its
    // own: half of one would swallow what follows.
    let is_cut = is_long && rest.is_empty();
    let leads = is_cut || is_block(rest) && !first.ends_with(['.', '!', '?', ')']);
    if first.contains("```") {
        String::new()
    } else if leads {
        whole_sentences(first).to_owned()
    } else {
        first.to_owned()
    }
}

/// A paragraph without its last sentence, or nothing.
fn whole_sentences(paragraph: &str) -> &str {
    let is_end = |at: &usize| {
        let (before, behind) = paragraph.split_at(*at);
        // Not the end of `e.g.`, nor within emphasis, code or a link.
        let word = before.rsplit(char::is_whitespace).next();
        let closed = ["*", "`", "~"]
            .iter()
            .all(|mark| before.matches(mark).count() % 2 == 0);
        behind[1..].trim_start().starts_with(char::is_uppercase)
            && word.is_some_and(|word| word.chars().count() > 2 && !word.contains('.'))
            && closed
            && before.matches('[').count() == before.matches(']').count()
    };
    let ends = paragraph
        .match_indices(". ")
        .chain(paragraph.match_indices(".\n"));
    let last = ends.map(|(at, _)| at).filter(is_end).max();
    last.map_or("", |at| &paragraph[..=at])
}

/// An element of a list: what it is about, and paragraphs about it, all Markdown already. They stand
/// on one line if they can; else what follows the first is part of the element.
pub(super) fn element(head: &str, paragraphs: &[String]) -> String {
    let text = one_line(paragraphs).unwrap_or_else(|| paragraphs.join("\n\n"));
    let (first, rest) = text.split_once("\n\n").unwrap_or((&text, ""));
    let (first, rest) = if is_block(first) {
        (String::new(), text.as_str())
    } else {
        (first.replace('\n', " "), rest)
    };
    let mut element = format!("- {head}: {first}");
    if rest.is_empty() {
        element.truncate(element.trim_end_matches([':', ' ']).len());
    } else {
        element.truncate(element.trim_end().len());
        element.push('\n');
        for line in rest.lines() {
            element.push_str(if line.is_empty() { "\n" } else { "\n  " });
            element.push_str(line);
        }
    }
    element
}

/// Several paragraphs as sentences, if each of them is a line.
pub(super) fn one_line(paragraphs: &[String]) -> Option<String> {
    let mut all = String::new();
    for paragraph in paragraphs {
        if is_block(paragraph) || paragraph.contains("\n\n") || paragraph.ends_with('\\') {
            return None;
        }
        if !all.is_empty() {
            let is_open = |c: char| c.is_alphanumeric() || ")`*>\"'".contains(c);
            all.push_str(if all.ends_with(is_open) { ". " } else { " " });
        }
        all.push_str(paragraph.trim());
    }
    Some(all)
}

/// Whether a text begins with something else than words.
fn is_block(text: &str) -> bool {
    text.starts_with(['-', '|', '>']) || text.starts_with("````") || text.starts_with("1. ")
}

/// A text that begins with what it is about.
pub(super) fn headed(head: &str, text: &str) -> String {
    let mut letters = head.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let head: String = first.chain(letters).collect();
    let gap = if is_block(text) { "\n\n" } else { " " };
    format!("{head}:{gap}{text}")
}

/// A link with a text; where the URL is none that rustdoc knows of, what it says.
pub(super) fn link(text: &str, url: &str) -> String {
    if words::is_url(url) {
        safe(&format!("[{text}]({url})"))
    } else {
        format!("{}: {}", safe(text), code(url))
    }
}

/// A URL by itself.
pub(super) fn url(url: &str) -> String {
    if words::is_url(url) {
        safe(url)
    } else {
        code(url)
    }
}

/// A text of one line as inline code.
pub(super) fn code(text: &str) -> String {
    let text: String = visible(text)
        .chars()
        .map(|c| {
            if c == '`' {
                '\''
            } else if c.is_control() {
                ' '
            } else {
                c
            }
        })
        .collect();
    let text = text.trim();
    if text.is_empty() {
        "(empty)".to_owned()
    } else {
        format!("`{text}`")
    }
}

/// Text without control characters, without those that change the direction of writing, which
/// could make a reviewer see other code than the compiler does, and without those that have no width.
/// Joiners stay, for some scripts are not written without.
pub(super) fn visible(text: &str) -> String {
    let is_visible = |byte: u8| matches!(byte, b' '..=b'~' | b'\n');
    if text.bytes().all(is_visible) {
        return text.to_owned();
    }
    text.replace("\r\n", "\n")
        .chars()
        .filter(|&c| !is_hidden(c))
        .map(|c| match c {
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            c if c.is_control() && c != '\n' => ' ',
            c => c,
        })
        .collect()
}

const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_a_text_is_part_of_the_element() {
        for (text, expected) in [
            ("", "- `400`"),
            ("Wrong\nvalue.", "- `400`: Wrong value."),
            (
                "Wrong:\n\n* one\n* two\n\nAgain.",
                "- `400`: Wrong:\n\n  - one\n  - two\n\n  Again.",
            ),
            (
                "```\na\n\nb\n```",
                "- `400`:\n\n  ````text\n  a\n\n  b\n  ````",
            ),
        ] {
            assert_eq!(element("`400`", &[safe(text)]), expected);
        }
    }

    #[test]
    fn a_paragraph_that_leads_to_a_list_is_cut_where_a_sentence_ends() {
        for (text, expected) in [
            ("A state. It is one of\n- a\n- b", "A state."),
            ("A state, e.g. One of\n- a", ""),
            ("*A state. It* is one of\n- a", ""),
            ("One of:\n- a", ""),
            ("A state.\n\nOne of:\n- a", "A state."),
        ] {
            assert_eq!(first_paragraph(text), expected, "{text}");
        }
    }

    #[test]
    fn what_rustdoc_trips_over_is_replaced() {
        let cases = [
            ("See https://a.example/x.", "See <https://a.example/x>."),
            ("a [0] and [x] index", "a \\[0\\] and \\[x\\] index"),
            (
                "use snake_case and CamelCase words",
                "use `snake_case` and `CamelCase` words",
            ),
            ("# Title\n\ntext", "**Title**\n\ntext"),
            ("[here](#/components)", "here"),
            (
                "PayPal-hosted pages of GitLab with 2 GiB",
                "PayPal-hosted pages of GitLab with 2 GiB",
            ),
            ("as containerd://1.4.2.", "as `containerd://1.4.2`."),
            (
                "e.g. \"HTTP:80/a/b\", path:/v1 or: HTTP: one, a:b.",
                "e.g. \"`HTTP:80/a/b`\", `path:/v1` or: HTTP: one, a:b.",
            ),
            ("to {owner_name}/{repo}.", "to `{owner_name}/{repo}`."),
            ("> a\n> b\n>\n> > c", "> a\n> b\n>\n> > c"),
            ("- a\n\n  > b", "- a\n\n  > b"),
            (
                "keep `code_here` and **bold**",
                "keep `code_here` and **bold**",
            ),
            ("a<br>b <script>", "a\\\nb `<script>`"),
            ("from (a.min(), a.max()).", "from (`a.min()`, `a.max()`)."),
            (
                "See ['Things'](https://a.example).",
                "See '[Things](https://a.example)'.",
            ),
            (
                "<div>Read [the guide](https://a.example), or x](https://b.example).</div>",
                "Read [the guide](https://a.example), or x\\](<https://b.example>).",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(safe(text), expected);
        }
    }

    #[test]
    fn plain_lines_come_out_as_they_are() {
        for text in [
            "Words, and (some) more; \"it's\" 5% of a/b: is it? Yes - or no.",
            "a: b",
            "x-y  z ",
            "A 1. b",
            "Ab) c (d",
        ] {
            assert!(is_plain(text), "{text}");
            assert_eq!(rewritten(text), text.trim_end());
        }
        for text in [
            "1. a",
            "- a",
            " a",
            "a b_c",
            "FooBar",
            "a/FooBar",
            "see http://x",
            "a::b",
            "f()",
            "a\nb",
            "a & b",
            "<b>",
            "é",
        ] {
            assert!(!is_plain(text), "{text}");
        }
    }

    #[test]
    fn code_blocks_never_run() {
        let safe = safe("```rust\nlet x = 1;\n```\n\n    indented();\n");
        assert_eq!(safe.matches("````text").count(), 2, "{safe}");
    }

    #[test]
    fn html_becomes_markdown_and_no_text_is_lost() {
        let cases = [
            (
                "<p>One <b>bold</b> word.</p>\n<p>Two.</p>",
                "One **bold** word.\n\nTwo.",
            ),
            ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
            (
                "<a href=\"https://a.example/\">here</a> and <a href=\"/docs\">there</a>",
                "[here](https://a.example/) and there",
            ),
            ("a &lt;b&gt; &amp; c", "a `<b>` & c"),
            (
                "`&amp;` & &amp;lt; & AT&amp;T;",
                "`&amp;` & &amp;lt; & AT&amp;T;",
            ),
            ("<p>A && B; <b>C&D</b></p>", "A && B; **C&D**"),
            ("list by <id>", "list by `<id>`"),
            ("<p>not closed", "not closed"),
            (
                "<li>Path: `https://a.example/b` or `c`</li>",
                "- Path: `https://a.example/b` or `c`",
            ),
            ("<p>One ` alone</p>", "One \\` alone"),
            ("x<sup>2</sup>", "x²"),
        ];
        for (text, expected) in cases {
            assert_eq!(safe(text), expected, "{text}");
        }
    }
}
