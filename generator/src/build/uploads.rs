//! Files in forms: bytes that no other form of a body can carry as they are.

use super::Builder;
use super::keywords::Keywords;
use super::refs::Node;
use openapiv3::{MediaType, Schema};

/// How many members of `allOf` are looked at.
const MOST: usize = 100;

impl<'a> Builder<'a> {
    /// Whether a property of a body is a file, or a list of files (`format: binary`).
    pub(super) fn holds_files(&mut self, media: &'a MediaType) -> bool {
        let mut open: Vec<&Schema> = self.schema_of(media).into_iter().collect();
        let mut left = MOST;
        while let Some(schema) = open.pop() {
            let keywords = Keywords::of(schema);
            let mut properties = keywords.properties();
            if properties.any(|(_, node)| self.is_file(node) || self.is_list_of_files(node)) {
                return true;
            }
            for member in keywords.all_of {
                left -= 1;
                if left == 0 {
                    return false;
                }
                open.extend(self.schema_behind(member.into()));
            }
        }
        false
    }

    fn is_file(&mut self, node: Node<'a>) -> bool {
        let keywords = self.keywords_of(node);
        keywords.is_some_and(|keywords| keywords.format == Some("binary"))
    }

    fn is_list_of_files(&mut self, node: Node<'a>) -> bool {
        let items = self.keywords_of(node).and_then(|keywords| keywords.items);
        items.is_some_and(|items| self.is_file(items))
    }

    /// The keywords of a schema, or of the one that is all of it.
    fn keywords_of(&mut self, node: Node<'a>) -> Option<Keywords<'a>> {
        let mut keywords = Keywords::of(self.schema_behind(node)?);
        for _ in 0..MOST {
            let (true, [only]) = (keywords.is_plain(), keywords.all_of) else {
                break;
            };
            keywords = Keywords::of(self.schema_behind(only.into())?);
        }
        Some(keywords)
    }
}
