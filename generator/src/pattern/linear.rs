//! The syntax of matchers that take linear time.

use super::node::{Node, Set};

/// How large a compiled expression may be, in bytes; that of `regex-lite` is ten times this.
const LARGEST: usize = 1 << 20;

/// The same expression in the syntax of `regex-lite`, when that can express it.
pub(super) fn translated(node: &Node) -> Option<String> {
    let mut text = String::new();
    write(node, &mut text)?;
    let mut builder = regex_lite::RegexBuilder::new(&text);
    builder.size_limit(LARGEST).build().is_ok().then_some(text)
}

fn write(node: &Node, text: &mut String) -> Option<()> {
    match node {
        Node::Set(set) => class(set, text),
        Node::Assertion(what) => {
            text.push_str(what);
            Some(())
        }
        Node::Sequence(parts) => parts.iter().try_for_each(|part| write(part, text)),
        Node::Choice(branches) => {
            for (index, branch) in branches.iter().enumerate() {
                if index > 0 {
                    text.push('|');
                }
                write(branch, text)?;
            }
            Some(())
        }
        Node::Group(inner) => {
            text.push_str("(?:");
            write(inner, text)?;
            text.push(')');
            Some(())
        }
        Node::Repeat(inner, least, most) => {
            write(inner, text)?;
            let count = match (least, most) {
                (0, None) => "*".to_owned(),
                (1, None) => "+".to_owned(),
                (0, Some(1)) => "?".to_owned(),
                (least, None) => format!("{{{least},}}"),
                (least, Some(most)) if least == most => format!("{{{least}}}"),
                (least, Some(most)) => format!("{{{least},{most}}}"),
            };
            text.push_str(&count);
            Some(())
        }
        Node::Look(_) | Node::Unknown => None,
    }
}

fn class(set: &Set, text: &mut String) -> Option<()> {
    let mut ranges = set.ranges()?;
    if ranges.is_empty() {
        return None;
    }
    if let Some(only) = set.only() {
        return character(only, text);
    }
    text.push('[');
    let others = set.inverted();
    // What goes on to the last character is shorter by what is missing.
    if ranges
        .last()
        .is_some_and(|(_, high)| *high == char::MAX as u32)
    {
        if let Some(missing @ [_, ..]) = others.ranges() {
            text.push('^');
            ranges = missing;
        }
    }
    for (low, high) in ranges {
        character(*low, text)?;
        if low < high {
            text.push('-');
            character(*high, text)?;
        }
    }
    text.push(']');
    Some(())
}

fn character(code: u32, text: &mut String) -> Option<()> {
    match char::from_u32(code)? {
        special if r"\.+*?()|[]{}^$#&-~".contains(special) => text.extend(['\\', special]),
        plain @ ' '..='~' => text.push(plain),
        _ => text.extend(["\\u{", &format!("{code:X}"), "}"]),
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::translated;
    use regex_lite::Regex;

    fn linear(pattern: &str) -> Option<String> {
        translated(&parse(pattern)?)
    }

    #[test]
    fn what_it_matches_stays_the_same() {
        let texts = [
            "", "a", "aaa", "a b", "a\u{a0}b", "a\nb", "-a_9", "é", "e\u{301}", "\u{feff}", "[a]",
            "a-b", "{1}", "1", "٣", "a.b", "a+b", "<a>", "a&&b", "\t", "\u{2028}", "😀", "x]y",
            "^$", "\\",
        ];
        let patterns = [
            r"^\s*$",
            r"\bab?\b",
            ".",
            "^.$",
            r"^\S+$",
            r"^[^a-c]+$",
            r"[\w-]+",
            r"^\W$",
            r"\u00e9",
            r"^(?:a|b|\s)*$",
            r"^a{2,3}$",
            r"^[^]$",
            r"\x41|\t",
            r"a\.b",
            "^$",
            "(a|b+)+$",
            r"[\s\S]",
            r"^\d+$",
            r"\u{1f600}",
            "a|",
            "[+-.]",
            r"[\]x]",
            r"\^\$",
            "a{b}",
            "x{1",
            r"\\",
            r"(?<name>a)b?",
            r"[\b]",
            r"^[\d-x]+$",
            "<a>",
            r"[a&&b]b",
            "[#~]|&&",
        ];
        for pattern in patterns {
            let ours = Regex::new(&linear(pattern).expect(pattern)).unwrap();
            let theirs = regress::Regex::with_flags(pattern, "u")
                .or_else(|_| regress::Regex::new(pattern))
                .unwrap();
            for text in texts {
                let found = theirs.find(text).is_some();
                assert_eq!(ours.is_match(text), found, "{pattern} on {text:?}");
            }
        }
    }

    #[test]
    fn what_is_not_expressed_is_said() {
        for pattern in [
            r"(?=a)b",
            r"(a)\1",
            r"\p{L}",
            "(?<!a)b",
            "[]",
            "(a{1000}){1000}",
        ] {
            assert_eq!(linear(pattern), None, "{pattern}");
        }
    }
}
