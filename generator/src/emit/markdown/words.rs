//! Words of prose: those that are URLs become links, and those that look like code become code.

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// Stands for a blank inside of a placeholder such as `<branch name>`, which is one word. No text has
/// it: see [`super::visible`].
pub(super) const INNER_BLANK: char = '\u{1}';

/// Stands for an ampersand that begins no entity, so that it is written as it is and not as one.
pub(super) const AMPERSAND: char = '\u{2}';

/// Words that look like Rust and are none, as clippy knows them.
const PROPER_NAMES: &[&str] = &[
    "ClojureScript",
    "CoffeeScript",
    "DirectX",
    "ECMAScript",
    "EiB",
    "FreeBSD",
    "GPLv2",
    "GPLv3",
    "GiB",
    "GitHub",
    "GitLab",
    "GraphQL",
    "JavaScript",
    "KiB",
    "LaTeX",
    "MiB",
    "NaN",
    "OAuth",
    "OCaml",
    "OpenGL",
    "OpenSSH",
    "OpenSSL",
    "OpenStreetMap",
    "OpenTelemetry",
    "PiB",
    "TensorFlow",
    "TiB",
    "TypeScript",
    "WebAssembly",
    "WebGL",
    "iOS",
    "macOS",
];

/// Splits text into plain words, links, bare URLs and words that must be code. Ends of lines become
/// soft breaks, or blanks where there is one line only.
pub(super) fn split(text: &str, in_link: bool, one_line: bool, events: &mut Vec<Event<'static>>) {
    let mut rest = text;
    while let Some(link) = Link::find(rest).filter(|_| !in_link) {
        words(link.before, false, one_line, events);
        events.push(start_of_link(LinkType::Inline, link.url));
        words(link.label, true, one_line, events);
        events.push(Event::End(TagEnd::Link));
        rest = link.behind;
    }
    words(rest, in_link, one_line, events);
}

/// A link of Markdown in a text that was not read as Markdown, since it stands among HTML.
struct Link<'a> {
    before: &'a str,
    label: &'a str,
    url: &'a str,
    behind: &'a str,
}

impl<'a> Link<'a> {
    fn find(text: &'a str) -> Option<Self> {
        let (start, rest) = text.split_once("](")?;
        let (before, label) = start.rsplit_once('[')?;
        let (url, behind) = rest.split_once(')')?;
        let is_link = is_url(url) && !label.trim().is_empty() && !label.contains(']');
        is_link.then_some(Self {
            before,
            label,
            url,
            behind,
        })
    }
}

fn words(text: &str, in_link: bool, one_line: bool, events: &mut Vec<Event<'static>>) {
    let mut plain = String::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        let (start, core) = core(word);
        if is_url(core) && !in_link {
            plain.push_str(&word[..start]);
            flush(&mut plain, events);
            link(core, events);
            plain.push_str(&word[start + core.len()..]);
        } else if looks_like_code(core) {
            plain.push_str(&word[..start]);
            flush(&mut plain, events);
            code(core.replace('`', "'").replace(INNER_BLANK, " "), events);
            plain.push_str(&word[start + core.len()..]);
        } else {
            plain.push_str(word);
        }
        match &piece[word.len()..] {
            "\n" if !one_line => {
                flush(&mut plain, events);
                events.push(Event::SoftBreak);
            }
            "" => {}
            _ => plain.push(' '),
        }
    }
    flush(&mut plain, events);
}

/// The word without the punctuation around it, and where it begins.
fn core(word: &str) -> (usize, &str) {
    let tagged = is_tagged(word);
    // A template, such as `{owner}/{repo_name}`.
    let is_filled = word
        .split_once('{')
        .is_some_and(|(_, rest)| rest.contains('}'));
    let is_first = |c: char| {
        if tagged {
            !"(\"'“‘".contains(c)
        } else {
            c.is_alphanumeric() || c == '_' || (c == '{' && is_filled)
        }
    };
    let is_last = |c: char| {
        if tagged {
            !"\"'”’.,;:!?".contains(c)
        } else {
            c.is_alphanumeric() || matches!(c, '_' | '/' | ')' | ']') || (c == '}' && is_filled)
        }
    };
    let start = if is_option(word) {
        0
    } else {
        word.find(is_first).unwrap_or(word.len())
    };
    let end = word.rfind(is_last).map_or(word.len(), |at| {
        at + word[at..].chars().next().map_or(0, char::len_utf8)
    });
    let core = word.get(start..end).unwrap_or_default();
    let before = url_behind_sign(core).unwrap_or_default();
    let (start, core) = (start + before, &core[before..]);
    let core = without_loose_ends(core);
    if tagged || is_url(core) {
        (start, core)
    } else {
        (start, core.split(['\'', '’']).next().unwrap_or(core))
    }
}

/// The word without closing brackets at its end that nothing in it opens.
fn without_loose_ends(word: &str) -> &str {
    let count = |sign: char| word.matches(sign).count();
    let mut round = count(')').saturating_sub(count('('));
    let mut square = count(']').saturating_sub(count('['));
    word.trim_end_matches(|c| {
        let surplus = match c {
            ')' => &mut round,
            ']' => &mut square,
            _ => return false,
        };
        let is_loose = *surplus > 0;
        *surplus = surplus.saturating_sub(1);
        is_loose
    })
}

/// Where in a word a URL begins that has a sign in front, such as `(see](https://a.example)`.
fn url_behind_sign(word: &str) -> Option<usize> {
    let (start, _) = word.split_once("://")?;
    let before = start
        .strip_suffix("https")
        .or_else(|| start.strip_suffix("http"))?;
    let is_behind_sign = before.ends_with(|c: char| !c.is_alphanumeric());
    (is_behind_sign && is_url(&word[before.len()..])).then_some(before.len())
}

/// Adds inline code. Codes that touch are one: their backticks would not be told apart.
pub(super) fn code(text: String, events: &mut Vec<Event<'static>>) {
    if let Some(Event::Code(before)) = events.last_mut() {
        *before = format!("{before}{text}").into();
    } else {
        events.push(Event::Code(text.into()));
    }
}

/// Adds a link that shows its URL.
pub(super) fn link(url: &str, events: &mut Vec<Event<'static>>) {
    events.push(start_of_link(LinkType::Autolink, url));
    events.push(Event::Text(url.to_owned().into()));
    events.push(Event::End(TagEnd::Link));
}

fn start_of_link(link_type: LinkType, url: &str) -> Event<'static> {
    Event::Start(Tag::Link {
        link_type,
        dest_url: url.to_owned().into(),
        title: CowStr::Borrowed(""),
        id: CowStr::Borrowed(""),
    })
}

/// What a link may lead to.
pub(super) fn is_url(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:"))
        && !text.contains(['<', '>', ' ', '`', '\\', '"', INNER_BLANK])
}

/// What clippy's `doc_markdown` takes for code, also as a part of a longer word that is no compound
/// of prose (`PayPal-generated`), and what looks like a tag of HTML (`<id>`, `List<String>`) or an option (`--all`), whose hyphens rustdoc would make a
/// dash.
pub(super) fn looks_like_code(word: &str) -> bool {
    // As nearly all words of prose are.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".,;'\"/%?!)".contains(&byte);
    let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
    if capitals < 2 && word.bytes().all(is_plain) {
        return false;
    }
    if is_tagged(word) || is_option(word) {
        return true;
    }
    if PROPER_NAMES.contains(&word) || is_url(word) {
        return false;
    }
    // Of another scheme, which rustdoc makes no link of, and clippy takes for a URL all the same.
    if word.contains("://") || is_url_without_slashes(word) {
        return true;
    }
    let camel = |part: &str| {
        let singular = part.strip_suffix('s').unwrap_or(part);
        singular.chars().filter(|c| c.is_uppercase()).count() > 1
            && singular.chars().any(char::is_lowercase)
            && !singular.starts_with(|c: char| c.is_ascii_digit())
    };
    let is_word = |part: &str| part.len() > 1 && part.chars().all(char::is_lowercase);
    let is_compound = word.split_once('-').is_some_and(|(first, rest)| {
        first.chars().all(char::is_alphanumeric) && rest.split('-').all(is_word)
    });
    (!is_compound && word.split(|c: char| !c.is_alphanumeric()).any(camel))
        || word.contains('_')
        || word.contains("::")
        || word.ends_with("()")
}

/// Whether the parser of URLs that clippy has takes a word for one although it has no `//`: such as
/// `HTTP:80/index.html` and `path:/v1`.
fn is_url_without_slashes(word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    word.split_once(':').is_some_and(|(scheme, rest)| {
        let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
        let is_special = || {
            let mut special = ["http", "https", "ftp", "ws", "wss", "file"].iter();
            special.any(|name| scheme.eq_ignore_ascii_case(name))
        };
        is_scheme
            && scheme.chars().all(is_part)
            && (rest.len() > 1 && rest.starts_with('/') || !rest.is_empty() && is_special())
    })
}

fn is_option(word: &str) -> bool {
    let name = word.strip_prefix("--");
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic()))
}

fn is_tagged(word: &str) -> bool {
    word.split_once('<').is_some_and(|(_, rest)| {
        rest.starts_with(|c: char| c.is_alphabetic() || matches!(c, '/' | '!' | '?' | '_'))
            && rest.contains('>')
    })
}

fn flush(plain: &mut String, events: &mut Vec<Event<'static>>) {
    if !plain.is_empty() {
        events.push(Event::Text(with_ampersands(std::mem::take(plain)).into()));
    }
}

/// The text with a placeholder for each ampersand that begins no entity.
fn with_ampersands(text: String) -> String {
    let Some((before, mut rest)) = text.split_once('&') else {
        return text;
    };
    let mut out = before.to_owned();
    loop {
        let entity = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '#');
        out.push(if entity.starts_with(';') {
            '&'
        } else {
            AMPERSAND
        });
        let Some((words, behind)) = rest.split_once('&') else {
            return out + rest;
        };
        out.push_str(words);
        rest = behind;
    }
}
