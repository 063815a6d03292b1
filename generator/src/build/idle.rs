//! Keywords of combined schemas that say nothing about the values of the combination.

use super::Builder;
use super::facets::{Facets, Kind};
use super::keywords::Keywords;
use super::schema::Leaf;
use crate::diag::{Code, Diagnostic};

impl<'a> Builder<'a> {
    /// Reports keywords about other types than the one that the schemas have together. Those beside
    /// a `type` have been reported, schema by schema.
    pub(super) fn idle_keywords(&mut self, facets: &Facets<'a>, leaves: &[Leaf<'a>]) {
        let Some(ty) = facets.kind.and_then(name) else {
            return;
        };
        let untyped = leaves
            .iter()
            .filter(|leaf| leaf.whole && leaf.keywords.ty.is_none());
        for leaf in untyped {
            for (keyword, about) in spoken(&leaf.keywords) {
                if about != ty && (about, ty) != ("number", "integer") {
                    let message = format!("`{keyword}` says nothing about values of `type: {ty}`");
                    let at = leaf.at.key(keyword);
                    let finding = Diagnostic::new(Code::IDLE_KEYWORD, at, message).on_key();
                    self.report.push(finding);
                }
            }
        }
    }
}

fn name(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::String => "string",
        Kind::Number => "number",
        Kind::Integer => "integer",
        Kind::Boolean => "boolean",
        Kind::Object => "object",
        Kind::Array => "array",
        Kind::Conflict | Kind::Never | Kind::Null => return None,
    })
}

/// The keywords that are there and are about values of one type alone, with that type.
fn spoken(keywords: &Keywords<'_>) -> Vec<(&'static str, &'static str)> {
    let all = [
        ("minLength", "string", keywords.min_length.is_some()),
        ("maxLength", "string", keywords.max_length.is_some()),
        ("pattern", "string", keywords.pattern.is_some()),
        ("minimum", "number", keywords.minimum.is_some()),
        ("maximum", "number", keywords.maximum.is_some()),
        ("multipleOf", "number", keywords.multiple_of.is_some()),
        ("items", "array", keywords.items.is_some()),
        ("minItems", "array", keywords.min_items.is_some()),
        ("maxItems", "array", keywords.max_items.is_some()),
        ("uniqueItems", "array", keywords.unique_items),
        ("properties", "object", keywords.properties().len() > 0),
        ("required", "object", !keywords.required.is_empty()),
        (
            "additionalProperties",
            "object",
            keywords.additional.is_some(),
        ),
        ("minProperties", "object", keywords.min_properties.is_some()),
        ("maxProperties", "object", keywords.max_properties.is_some()),
    ];
    let present = all.into_iter().filter(|(_, _, is_there)| *is_there);
    present
        .map(|(keyword, about, _)| (keyword, about))
        .collect()
}
