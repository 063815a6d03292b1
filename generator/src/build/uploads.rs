//! Files in forms: bytes that no other form of a body can carry as they are.

use super::Builder;
use super::keywords::Keywords;
use super::refs::Node;
use openapiv3::MediaType;

impl<'a> Builder<'a> {
    /// Whether a property of a body is a file, or a list of files (`format: binary`).
    pub(super) fn holds_files(&mut self, media: &'a MediaType) -> bool {
        let Some(schema) = self.schema_of(media) else {
            return false;
        };
        let mut properties = Keywords::of(schema).properties();
        properties.any(|(_, node)| self.is_file(node) || self.is_list_of_files(node))
    }

    fn is_file(&mut self, node: Node<'a>) -> bool {
        let keywords = self.keywords_of(node);
        keywords.is_some_and(|keywords| keywords.format == Some("binary"))
    }

    fn is_list_of_files(&mut self, node: Node<'a>) -> bool {
        let items = self.keywords_of(node).and_then(|keywords| keywords.items);
        items.is_some_and(|items| self.is_file(items))
    }

    fn keywords_of(&mut self, node: Node<'a>) -> Option<Keywords<'a>> {
        let schema = match node {
            Node::Item(schema) => schema,
            Node::Ref(reference) => self.behind(reference)?.1,
        };
        Some(Keywords::of(schema))
    }
}
