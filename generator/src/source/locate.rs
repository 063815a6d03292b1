//! From JSON pointers back to lines and columns.
//!
//! One pass over the text serves all pointers: they form a tree, and only the parts of the text
//! that this tree reaches are followed. A pointer that leads into something that is not in the
//! text gets the place of what is nearest above it.

use crate::diag::Span;
use crate::pointer::Pointer;
use saphyr_parser::{Event, Parser, Span as TextSpan};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The places of `wanted` in a YAML or JSON text: of the value, or of the member's name where
/// the second part says so.
#[must_use]
pub fn locate(text: &str, wanted: &[(Pointer, bool)]) -> Vec<Option<Span>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut tree = Tree::new(wanted);
    let mut walk = Walk {
        tree: &mut tree,
        open: Vec::new(),
    };
    for event in Parser::new_from_str(text) {
        // Where the text breaks off, what was found before still stands.
        let Ok((event, span)) = event else { break };
        walk.event(&event, span);
    }
    wanted
        .iter()
        .map(|(pointer, on_key)| tree.find(pointer, *on_key))
        .collect()
}

/// The wanted pointers as a tree; node 0 is the root.
struct Tree {
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    children: BTreeMap<String, usize>,
    key: Option<Span>,
    value: Option<Span>,
}

impl Tree {
    fn new(wanted: &[(Pointer, bool)]) -> Self {
        let mut tree = Self {
            nodes: vec![Node::default()],
        };
        for (pointer, _) in wanted {
            let mut at = 0;
            for token in pointer.tokens() {
                let next = tree.nodes.len();
                at = *tree.nodes[at]
                    .children
                    .entry(token.into_owned())
                    .or_insert(next);
                if at == next {
                    tree.nodes.push(Node::default());
                }
            }
        }
        tree
    }

    fn find(&self, pointer: &Pointer, on_key: bool) -> Option<Span> {
        let mut node = &self.nodes[0];
        let mut missing = false;
        for token in pointer.tokens() {
            let next = node
                .children
                .get(token.as_ref())
                .map(|next| &self.nodes[*next]);
            let Some(next) = next.filter(|next| next.value.is_some()) else {
                missing = true;
                break;
            };
            node = next;
        }
        // Of something that is not there the name of what encloses it says most.
        if on_key || missing {
            node.key.or(node.value)
        } else {
            node.value
        }
    }

    /// Forgets what was found below a node: its key came again, and the last one counts.
    fn forget(&mut self, at: usize) {
        let mut todo = vec![at];
        while let Some(at) = todo.pop() {
            let node = &mut self.nodes[at];
            (node.key, node.value) = (None, None);
            todo.extend(node.children.values());
        }
    }
}

struct Walk<'t> {
    tree: &'t mut Tree,
    open: Vec<Open>,
}

/// A list or mapping that has begun and not ended.
struct Open {
    /// Its node, when it is wanted.
    node: Option<usize>,
    inside: Inside,
}

enum Inside {
    List {
        next: usize,
    },
    Keys,
    /// A key was read; what follows belongs to it.
    Value(Option<usize>),
}

impl Walk<'_> {
    fn event(&mut self, event: &Event<'_>, span: TextSpan) {
        match event {
            Event::Scalar(text, ..) => self.value(Some(text), span),
            Event::Alias(_) => self.value(None, span),
            Event::SequenceStart(..) => self.begin(span, Inside::List { next: 0 }),
            Event::MappingStart(..) => self.begin(span, Inside::Keys),
            Event::SequenceEnd | Event::MappingEnd => {
                self.open.pop();
            }
            _ => {}
        }
    }

    fn begin(&mut self, span: TextSpan, inside: Inside) {
        let node = self.node(None, span);
        self.open.push(Open { node, inside });
    }

    fn value(&mut self, text: Option<&Cow<'_, str>>, span: TextSpan) {
        self.node(text, span);
    }

    /// The node of what begins at `span`, which may be a key; `text` is that of a scalar.
    fn node(&mut self, text: Option<&Cow<'_, str>>, span: TextSpan) -> Option<usize> {
        let Some(open) = self.open.last_mut() else {
            self.tree.nodes[0].value.get_or_insert(place(span));
            return Some(0);
        };
        let child = |tree: &Tree, node: Option<usize>, name: &str| {
            node.and_then(|node| tree.nodes[node].children.get(name).copied())
        };
        let node = match &mut open.inside {
            Inside::Keys => {
                let key = text.and_then(|text| child(self.tree, open.node, text));
                if let Some(key) = key {
                    self.tree.forget(key);
                    self.tree.nodes[key].key = Some(place(span));
                }
                open.inside = Inside::Value(key);
                return None;
            }
            Inside::Value(node) => {
                let node = *node;
                open.inside = Inside::Keys;
                node
            }
            Inside::List { next } => {
                let name = next.to_string();
                *next += 1;
                child(self.tree, open.node, &name)
            }
        };
        if let Some(node) = node {
            self.tree.nodes[node].value = Some(place(span));
        }
        node
    }
}

fn place(span: TextSpan) -> Span {
    let one_line = span.start.line() == span.end.line();
    let length = if one_line { span.len().max(1) } else { 1 };
    Span {
        line: span.start.line(),
        column: span.start.col() + 1,
        length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, pointer: &str, on_key: bool) -> Option<(usize, usize, usize)> {
        let wanted = [(Pointer::parse(pointer).unwrap(), on_key)];
        locate(text, &wanted)[0].map(|span| (span.line, span.column, span.length))
    }

    #[test]
    fn keys_and_values_are_found() {
        let text = "a:\n  - x: 1\n  - y: [ä, 'b c']\n200: z\n";
        assert_eq!(at(text, "/a/0/x", false), Some((2, 8, 1)));
        assert_eq!(at(text, "/a/0/x", true), Some((2, 5, 1)));
        assert_eq!(at(text, "/a/1/y/1", false), Some((3, 12, 5)));
        assert_eq!(at(text, "/200", true), Some((4, 1, 3)));
    }

    #[test]
    fn what_is_missing_is_shown_at_what_encloses_it() {
        let text = "a:\n  b:\n    c: 1\n";
        assert_eq!(at(text, "/a/b/x/y", false), Some((2, 3, 1)));
        assert_eq!(at(text, "", false).map(|p| p.0), Some(1));
        assert_eq!(at(text, "/x", false).map(|p| p.0), Some(1));
    }

    #[test]
    fn json_with_tabs_is_read() {
        let text = "{\n\t\"a\": {\n\t\t\"b\": [1,\t2]\n\t}\n}\n";
        assert_eq!(at(text, "/a/b/1", false), Some((3, 12, 1)));
    }

    #[test]
    fn of_a_repeated_key_the_last_is_found() {
        assert_eq!(at("a: {x: 1}\na: {y: 2}\n", "/a", true), Some((2, 1, 1)));
        assert_eq!(at("a: {x: 1}\na: {y: 2}\n", "/a/x", false), Some((2, 1, 1)));
    }

    #[test]
    fn broken_text_gives_what_can_be_had() {
        assert_eq!(at("a: 1\nb: [\n", "/a", false), Some((1, 4, 1)));
        assert_eq!(at("", "/a", false), None);
    }
}
