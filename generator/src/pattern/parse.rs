//! The syntax of ECMA-262 regular expressions, as far as it must be understood to tell how long
//! matching takes.

use super::node::{Node, Set};
use std::iter::Peekable;
use std::str::CharIndices;

/// How deep groups may nest.
pub(super) const DEEPEST: usize = 100;

/// Reads a pattern that is known to be one; `None` for what is not understood.
pub(super) fn parse(pattern: &str) -> Option<Node> {
    let mut parser = Parser {
        text: pattern,
        rest: pattern.char_indices().peekable(),
        depth: 0,
    };
    let node = parser.choice()?;
    parser.rest.peek().is_none().then_some(node)
}

struct Parser<'t> {
    text: &'t str,
    rest: Peekable<CharIndices<'t>>,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&mut self) -> Option<char> {
        self.rest.peek().map(|(_, character)| *character)
    }

    fn take(&mut self, wanted: char) -> bool {
        self.rest.next_if(|(_, it)| *it == wanted).is_some()
    }

    /// The byte at which the next character stands.
    fn at(&mut self) -> usize {
        self.rest.peek().map_or(self.text.len(), |(at, _)| *at)
    }

    fn ahead(&mut self, what: &str) -> bool {
        let at = self.at();
        self.text[at..].starts_with(what)
    }

    fn skip(&mut self, what: &str) -> bool {
        let found = self.ahead(what);
        if found {
            for _ in what.chars() {
                self.rest.next();
            }
        }
        found
    }

    /// Passes over what stands before a character, and that.
    fn until(&mut self, end: char) -> Option<()> {
        while !self.take(end) {
            self.rest.next()?;
        }
        Some(())
    }

    fn choice(&mut self) -> Option<Node> {
        let mut branches = vec![self.sequence()?];
        while self.take('|') {
            branches.push(self.sequence()?);
        }
        match branches.len() {
            1 => branches.pop(),
            _ => Some(Node::Choice(branches)),
        }
    }

    fn sequence(&mut self) -> Option<Node> {
        let mut parts = Vec::new();
        while self.peek().is_some_and(|next| next != '|' && next != ')') {
            let atom = self.atom()?;
            parts.push(self.quantified(atom));
        }
        Some(Node::Sequence(parts))
    }

    fn quantified(&mut self, atom: Node) -> Node {
        let Some((least, most)) = self.quantifier() else {
            return atom;
        };
        // Which of the matches is found is of no interest.
        self.take('?');
        Node::Repeat(Box::new(atom), least, most)
    }

    fn quantifier(&mut self) -> Option<(u32, Option<u32>)> {
        let simple = match self.peek()? {
            '*' => (0, None),
            '+' => (1, None),
            '?' => (0, Some(1)),
            '{' => {
                let counts = self.counts()?;
                self.until('}')?;
                return Some(counts);
            }
            _ => return None,
        };
        self.rest.next();
        Some(simple)
    }

    /// The counts in braces, when these are a quantifier.
    fn counts(&mut self) -> Option<(u32, Option<u32>)> {
        let at = self.at();
        let (inner, _) = self.text[at + 1..].split_once('}')?;
        let number = |text: &str| {
            let is_number = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
            is_number.then(|| text.parse().unwrap_or(u32::MAX))
        };
        match inner.split_once(',') {
            None => number(inner).map(|count| (count, Some(count))),
            Some((least, "")) => number(least).map(|least| (least, None)),
            Some((least, most)) => Some((number(least)?, Some(number(most)?))),
        }
    }

    fn atom(&mut self) -> Option<Node> {
        let (_, first) = self.rest.next()?;
        Some(match first {
            '^' | '$' => Node::Assertion(first.to_string()),
            '.' => Node::Set(Set::dot()),
            '(' => return self.group(),
            '[' => Node::Set(self.class()?),
            '\\' => match self.peek()? {
                'b' | 'B' => {
                    let (_, letter) = self.rest.next()?;
                    Node::Assertion(format!("\\{letter}"))
                }
                // What a group matched is known only when it did.
                '1'..='9' | 'k' => {
                    let (_, letter) = self.rest.next()?;
                    if letter == 'k' && self.ahead("<") {
                        self.until('>')?;
                    }
                    Node::Unknown
                }
                _ => Node::Set(self.escape()?),
            },
            other => Node::Set(Set::one(other)),
        })
    }

    fn group(&mut self) -> Option<Node> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return None;
        }
        let looks = ["?=", "?!", "?<=", "?<!"].iter().any(|it| self.skip(it));
        if !looks && !self.skip("?:") && self.skip("?<") {
            self.until('>')?;
        } else if self.ahead("?") {
            return None;
        }
        let inner = Box::new(self.choice()?);
        self.depth -= 1;
        if !self.take(')') {
            return None;
        }
        Some(if looks {
            Node::Look(inner)
        } else {
            Node::Group(inner)
        })
    }

    /// A class in brackets, of which the first is read.
    fn class(&mut self) -> Option<Set> {
        let inverted = self.take('^');
        let mut sets = Vec::new();
        while !self.take(']') {
            let low = self.member()?;
            if !self.ahead("-") || self.ahead("-]") {
                sets.push(low);
                continue;
            }
            self.rest.next();
            let high = self.member()?;
            match (low.only(), high.only()) {
                (Some(low), Some(high)) => sets.push(Set::of(vec![(low, high)])),
                // Outside Unicode mode a hyphen beside a class stands for itself.
                _ => sets.extend([low, Set::one('-'), high]),
            }
        }
        let set = Set::union(&sets);
        Some(if inverted { set.inverted() } else { set })
    }

    fn member(&mut self) -> Option<Set> {
        match self.rest.next()? {
            (_, '\\') if self.take('b') => Some(Set::one('\u{8}')),
            (_, '\\') => self.escape(),
            (_, other) => Some(Set::one(other)),
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self) -> Option<Set> {
        let (_, letter) = self.rest.next()?;
        Some(match letter {
            'd' => Set::digits(),
            'D' => Set::digits().inverted(),
            'w' => Set::word(),
            'W' => Set::word().inverted(),
            's' => Set::space(),
            'S' => Set::space().inverted(),
            't' => Set::one('\t'),
            'n' => Set::one('\n'),
            'v' => Set::one('\u{b}'),
            'f' => Set::one('\u{c}'),
            'r' => Set::one('\r'),
            '0' => Set::one('\0'),
            // Outside Unicode mode a letter stands for itself where nothing follows that it needs.
            'x' => self.hexadecimal(2).unwrap_or(Set::one('x')),
            'u' if self.take('{') => {
                let start = self.at();
                while self.peek()? != '}' {
                    self.rest.next();
                }
                let code = u32::from_str_radix(&self.text[start..self.at()], 16).ok()?;
                self.rest.next();
                Set::of(vec![(code, code)])
            }
            'u' => self.hexadecimal(4).unwrap_or(Set::one('u')),
            // Which characters have a property is not looked up.
            'p' | 'P' => {
                if self.ahead("{") {
                    self.until('}')?;
                }
                Set::unknown()
            }
            'c' => {
                let (_, control) = self.rest.next()?;
                let code = u32::from(control) % 32;
                Set::of(vec![(code, code)])
            }
            other => Set::one(other),
        })
    }

    /// The character with a code of so many digits; nothing is passed over where they are not there.
    fn hexadecimal(&mut self, digits: usize) -> Option<Set> {
        let at = self.at();
        let text = self.text.get(at..at + digits)?;
        let is_code = text.bytes().all(|it| it.is_ascii_hexdigit());
        let code = u32::from_str_radix(text, 16).ok().filter(|_| is_code)?;
        self.skip(text);
        Some(Set::of(vec![(code, code)]))
    }
}
