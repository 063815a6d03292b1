//! Where places lie in texts: one pass over each text for all of them.

use super::{Document, Origins, Place, Source, Sources, Span};
use crate::pointer::Pointer;

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Located<'a> {
    pub(super) source: Option<Source<'a>>,
    pub(super) span: Option<Span>,
}

/// Finds all places in their texts.
pub(super) fn locate_all<'a>(places: &[&Place], sources: &Sources<'a>) -> Vec<Located<'a>> {
    let written: Vec<(Document, Pointer)> = places
        .iter()
        .map(|place| written(place, sources.origins))
        .collect();
    let mut located: Vec<Located<'a>> = places
        .iter()
        .zip(&written)
        .map(|(place, (document, _))| Located {
            source: sources.get(*document),
            span: place.position.map(|(line, column)| Span {
                line,
                column,
                length: 1,
            }),
        })
        .collect();
    let files = (0..).map(Document::File).take(sources.files.len());
    for document in [Document::Description, Document::Overlay]
        .into_iter()
        .chain(files)
    {
        let Some(source) = sources.get(document) else {
            continue;
        };
        let indexes: Vec<usize> = (0..located.len())
            .filter(|i| written[*i].0 == document && located[*i].span.is_none())
            .collect();
        let wanted: Vec<(Pointer, bool)> = indexes
            .iter()
            .map(|i| (written[*i].1.clone(), places[*i].on_key))
            .collect();
        if wanted.is_empty() {
            continue;
        }
        for (index, span) in indexes
            .into_iter()
            .zip((sources.locate)(source.text, &wanted))
        {
            located[index].span = span;
        }
    }
    located
}

fn written(place: &Place, origins: &Origins) -> (Document, Pointer) {
    match place.document {
        Document::Description if place.position.is_none() => origins.resolve(&place.pointer),
        document => (document, place.pointer.clone()),
    }
}
