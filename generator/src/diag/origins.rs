//! Where the parts of a description come from once an overlay was applied to it.
//!
//! A tree in the shape of the description, with nodes only where something moved or was added.
//! Everything else comes from the same place of the description's own text.

use super::Document;
use crate::pointer::Pointer;
use std::collections::BTreeMap;

/// Which place of which text each part of the merged description was written at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    root: Node,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Node {
    /// Where this part was written; `None` when it is where its parent says.
    written: Option<(Document, Pointer)>,
    children: BTreeMap<String, Node>,
}

impl Origins {
    /// The text, and the place in it, that the part at `at` was written at.
    #[must_use]
    pub fn resolve(&self, at: &Pointer) -> (Document, Pointer) {
        let mut found = (Document::Description, Pointer::root());
        let mut node = Some(&self.root);
        for token in at.tokens() {
            found.1 = found.1.key(&token);
            node = node.and_then(|node| node.children.get(token.as_ref()));
            if let Some(written) = node.and_then(|node| node.written.as_ref()) {
                found.clone_from(written);
            }
        }
        found
    }

    /// Records that the part at `at`, all of it, was written at `from` in `document`.
    pub fn set(&mut self, at: &Pointer, document: Document, from: Pointer) {
        let node = self.node(at);
        node.written = Some((document, from));
        node.children.clear();
    }

    /// Records that the part at `to` is that at `from`, which moved or was copied.
    pub fn copy(&mut self, from: &Pointer, to: &Pointer) {
        let written = self.resolve(from);
        let node = from
            .tokens()
            .try_fold(&self.root, |node, token| node.children.get(token.as_ref()));
        let children = node.map_or_else(BTreeMap::new, |node| node.children.clone());
        *self.node(to) = Node {
            written: Some(written),
            children,
        };
    }

    /// Records that the member `key` of the object at `at` is gone.
    pub fn remove_key(&mut self, at: &Pointer, key: &str) {
        self.node(at).children.remove(key);
    }

    /// Records that element `index` of the list at `at`, which had `length`, is gone: those
    /// behind it move up.
    pub fn remove_index(&mut self, at: &Pointer, index: usize, length: usize) {
        for later in index + 1..length {
            let written = self.resolve(&at.index(later));
            let list = self.node(at);
            let mut node = list.children.remove(&later.to_string()).unwrap_or_default();
            node.written = Some(written);
            list.children.insert((later - 1).to_string(), node);
        }
    }

    fn node(&mut self, at: &Pointer) -> &mut Node {
        let mut node = &mut self.root;
        for token in at.tokens() {
            node = node.children.entry(token.into_owned()).or_default();
        }
        node
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Pointer {
        Pointer::parse(text).unwrap()
    }

    #[test]
    fn parts_inherit_the_place_of_the_nearest_recorded_one() {
        let mut origins = Origins::default();
        origins.set(&at("/a/b"), Document::Overlay, at("/actions/0/update"));
        assert_eq!(
            origins.resolve(&at("/a/b/c")),
            (Document::Overlay, at("/actions/0/update/c"))
        );
        assert_eq!(
            origins.resolve(&at("/a/x")),
            (Document::Description, at("/a/x"))
        );
    }

    #[test]
    fn what_moves_keeps_its_place_and_that_of_its_parts() {
        let mut origins = Origins::default();
        origins.set(&at("/a"), Document::File(0), at("/x"));
        origins.set(&at("/a/b/c"), Document::Overlay, at("/actions/0/update"));
        origins.copy(&at("/a/b"), &at("/components/schemas/B"));
        assert_eq!(
            origins.resolve(&at("/components/schemas/B/d")),
            (Document::File(0), at("/x/b/d"))
        );
        assert_eq!(
            origins.resolve(&at("/components/schemas/B/c")),
            (Document::Overlay, at("/actions/0/update"))
        );
        origins.copy(&at("/new"), &at("/components/schemas/C"));
        assert_eq!(
            origins.resolve(&at("/components/schemas/C")),
            (Document::Description, at("/new"))
        );
    }

    #[test]
    fn elements_behind_a_removed_one_keep_their_own_place() {
        let mut origins = Origins::default();
        origins.set(&at("/l/2/x"), Document::Overlay, at("/actions/1/update"));
        origins.remove_index(&at("/l"), 0, 4);
        assert_eq!(
            origins.resolve(&at("/l/0/y")),
            (Document::Description, at("/l/1/y"))
        );
        assert_eq!(
            origins.resolve(&at("/l/1")),
            (Document::Description, at("/l/2"))
        );
        assert_eq!(
            origins.resolve(&at("/l/1/x")),
            (Document::Overlay, at("/actions/1/update"))
        );
        origins.remove_index(&at("/l"), 1, 3);
        assert_eq!(
            origins.resolve(&at("/l/1")),
            (Document::Description, at("/l/3"))
        );
    }
}
