//! Markdown of strangers, made safe and clean for rustdoc.
//!
//! The text is parsed as `CommonMark` and written again from the parsed events, with everything
//! that rustdoc would trip over replaced: code blocks become `text`, HTML becomes visible text, bare
//! URLs become links, and words that look like Rust become code.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

/// Words that look like Rust and are none, as clippy knows them.
const PROPER_NAMES: &[&str] = &[
    "ECMAScript",
    "GitHub",
    "GraphQL",
    "JavaScript",
    "LaTeX",
    "NaN",
    "OAuth",
    "OpenSSL",
    "TypeScript",
    "WebAssembly",
    "iOS",
    "macOS",
];

/// The text as Markdown that rustdoc takes without a warning.
pub(super) fn safe(text: &str) -> String {
    if is_plain(text) {
        text.trim_end().to_owned()
    } else {
        rewritten(text)
    }
}

fn rewritten(text: &str) -> String {
    let text = visible(text);
    let extensions = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut events = Vec::new();
    let mut in_code_block = false;
    // For each open link whether it is kept.
    let mut links: Vec<bool> = Vec::new();
    for event in Parser::new_ext(&text, extensions).map(Event::into_static) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => {
                in_code_block = true;
                let language = CowStr::Borrowed("text");
                events.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(
                    language,
                ))));
            }
            Event::End(TagEnd::CodeBlock) => {
                in_code_block = false;
                events.push(Event::End(TagEnd::CodeBlock));
            }
            Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }) if is_url(&dest_url) => {
                links.push(true);
                let link_type = if link_type == LinkType::Autolink {
                    link_type
                } else {
                    LinkType::Inline
                };
                events.push(Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }));
            }
            // A link to nowhere that rustdoc knows of: only its text stays.
            Event::Start(Tag::Link { .. }) => links.push(false),
            Event::End(TagEnd::Link) => {
                if links.pop() == Some(true) {
                    events.push(Event::End(TagEnd::Link));
                }
            }
            Event::Start(Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_))
            | Event::End(TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_)) => {}
            Event::Html(html) | Event::InlineHtml(html) => {
                let html = html.trim();
                if !is_layout(html) {
                    events.push(Event::Code(
                        html.replace('`', "'").replace('\n', " ").into(),
                    ));
                }
            }
            Event::Text(text) if in_code_block => events.push(Event::Text(text)),
            Event::Text(text) => words(&text, links.contains(&true), &mut events),
            // A description's headings must not compete with those of the page.
            Event::Start(Tag::Heading { .. }) => {
                events.push(Event::Start(Tag::Paragraph));
                events.push(Event::Start(Tag::Strong));
            }
            Event::End(TagEnd::Heading(_)) => {
                events.push(Event::End(TagEnd::Strong));
                events.push(Event::End(TagEnd::Paragraph));
            }
            Event::HardBreak => events.push(Event::SoftBreak),
            other => events.push(other),
        }
    }
    let mut out = String::new();
    let options = pulldown_cmark_to_cmark::Options {
        code_block_token_count: 4,
        list_token: '-',
        emphasis_token: '*',
        ..pulldown_cmark_to_cmark::Options::default()
    };
    if pulldown_cmark_to_cmark::cmark_with_options(events.iter(), &mut out, extensions, options)
        .is_err()
    {
        return String::new();
    }
    out.trim().to_owned()
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
        && !text.split(' ').any(looks_like_code)
}

/// The first paragraph of a text, made safe.
pub(super) fn first_paragraph(text: &str) -> String {
    let safe = safe(text);
    let first = safe.split("\n\n").next().unwrap_or_default();
    // A code block may have empty lines of its own: half of one would swallow what follows.
    if first.contains("```") {
        String::new()
    } else {
        first.to_owned()
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

/// Text without control characters and without those that change the direction of writing, which
/// could make a reviewer see other code than the compiler does.
pub(super) fn visible(text: &str) -> String {
    let is_visible = |byte: u8| matches!(byte, b' '..=b'~' | b'\n');
    if text.bytes().all(is_visible) {
        return text.to_owned();
    }
    text.replace("\r\n", "\n")
        .chars()
        .filter(|&c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}'))
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}

/// Splits text into plain words, bare URLs and words that must be code.
fn words(text: &str, in_link: bool, events: &mut Vec<Event<'static>>) {
    let mut plain = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let space = &piece[word.len()..];
        let start = word
            .find(|c: char| c.is_alphanumeric() || c == '_')
            .unwrap_or(word.len());
        let end = word
            .rfind(|c: char| c.is_alphanumeric() || matches!(c, '_' | '/' | ')'))
            .map_or(word.len(), |at| {
                at + word[at..].chars().next().map_or(0, char::len_utf8)
            });
        let core = word.get(start..end).unwrap_or_default();
        let core = if core.contains('(') {
            core
        } else {
            core.trim_end_matches(')')
        };
        let core = if is_url(core) {
            core
        } else {
            core.split(['\'', '’']).next().unwrap_or(core)
        };
        if is_url(core) && !in_link {
            plain.push_str(&word[..start]);
            flush(&mut plain, events);
            link(core, events);
            plain.push_str(&word[start + core.len()..]);
        } else if looks_like_code(core) {
            plain.push_str(&word[..start]);
            flush(&mut plain, events);
            events.push(Event::Code(core.replace('`', "'").into()));
            plain.push_str(&word[start + core.len()..]);
        } else {
            plain.push_str(word);
        }
        plain.push_str(space);
    }
    flush(&mut plain, events);
}

fn flush(plain: &mut String, events: &mut Vec<Event<'static>>) {
    if !plain.is_empty() {
        events.push(Event::Text(std::mem::take(plain).into()));
    }
}

fn link(url: &str, events: &mut Vec<Event<'static>>) {
    let dest_url: CowStr<'static> = url.to_owned().into();
    events.push(Event::Start(Tag::Link {
        link_type: LinkType::Autolink,
        dest_url: dest_url.clone(),
        title: CowStr::Borrowed(""),
        id: CowStr::Borrowed(""),
    }));
    events.push(Event::Text(dest_url));
    events.push(Event::End(TagEnd::Link));
}

fn is_url(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:"))
        && !text.contains(['<', '>', ' ', '`', '\\', '"'])
}

/// What clippy's `doc_markdown` takes for code, also as a part of a longer word.
fn looks_like_code(word: &str) -> bool {
    if PROPER_NAMES.contains(&word) || word.contains("://") {
        return false;
    }
    let camel = |part: &str| {
        let singular = part.strip_suffix('s').unwrap_or(part);
        singular.chars().filter(|c| c.is_uppercase()).count() > 1
            && singular.chars().any(char::is_lowercase)
            && !singular.starts_with(|c: char| c.is_ascii_digit())
    };
    word.split(|c: char| !c.is_alphanumeric()).any(camel)
        || word.contains('_')
        || word.contains("::")
        || word.ends_with("()")
}

/// HTML that only arranges text.
fn is_layout(html: &str) -> bool {
    let name = html.trim_start_matches(['<', '/']);
    let name = name
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let known = [
        "br", "p", "b", "i", "em", "strong", "ul", "ol", "li", "a", "code", "div", "span", "hr",
        "sub", "sup",
    ];
    html.starts_with("<!--") || known.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

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
                "keep `code_here` and **bold**",
                "keep `code_here` and **bold**",
            ),
            ("a<br>b <script>", "ab `<script>`"),
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
}
