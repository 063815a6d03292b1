//! Keywords of combined schemas that say nothing about the values of the combination.

use super::Builder;
use super::facets::{Facets, Kind};
use super::keywords::Keywords;
use super::schema::Leaf;
use crate::diag::{Code, Diagnostic};
use crate::shape::speaks_of;

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
            for keyword in present(&leaf.keywords) {
                if speaks_of(keyword).is_some_and(|types| !types.contains(&ty)) {
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

/// The keywords about values of some types that are there.
fn present(keywords: &Keywords<'_>) -> impl Iterator<Item = &'static str> {
    let all = [
        ("minLength", keywords.min_length.is_some()),
        ("maxLength", keywords.max_length.is_some()),
        ("pattern", keywords.pattern.is_some()),
        ("minimum", keywords.minimum.is_some()),
        ("maximum", keywords.maximum.is_some()),
        ("multipleOf", keywords.multiple_of.is_some()),
        ("items", keywords.items.is_some()),
        ("minItems", keywords.min_items.is_some()),
        ("maxItems", keywords.max_items.is_some()),
        ("uniqueItems", keywords.unique_items),
        ("properties", keywords.properties().len() > 0),
        ("required", !keywords.required.is_empty()),
        ("additionalProperties", keywords.additional.is_some()),
        ("minProperties", keywords.min_properties.is_some()),
        ("maxProperties", keywords.max_properties.is_some()),
    ];
    let present = all.into_iter().filter(|(_, is_there)| *is_there);
    present.map(|(keyword, _)| keyword)
}
