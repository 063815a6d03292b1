//! The texts of all files that depend on the API, made on all cores.
//!
//! Tokens cannot be handed from thread to thread, so a thread makes the tokens of a part and prints
//! them before it takes the next.

use crate::emit::{self, Context, File, Part};
use crate::print;
use crate::with_stack::{join, with_stack};
use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// The text of each file by its path under `src`, or what is wrong with the tokens of one of its
/// parts, which is a mistake of an emitter.
#[must_use]
pub fn texts(context: Context<'_>, header: &str) -> BTreeMap<String, Result<String, print::Error>> {
    let files = emit::files(context);
    let parts: Vec<Part> = files.iter().flat_map(|file| file.parts.clone()).collect();
    let mut printed = print_all(context, &parts).into_iter();
    let texts = files.into_iter().map(|file| {
        let parts = printed.by_ref().take(file.parts.len());
        (file.path.clone(), text(&file, header, parts))
    });
    texts.collect()
}

fn text(
    file: &File,
    header: &str,
    parts: impl Iterator<Item = Result<Printed, print::Error>>,
) -> Result<String, print::Error> {
    // All are taken, so that those of the next file come next.
    let parts: Vec<Result<Printed, print::Error>> = parts.collect();
    let parts: Vec<Printed> = parts.into_iter().collect::<Result<_, _>>()?;
    let mut text = print::head(header, &file.docs);
    if file.imports {
        let types = parts.iter().any(|part| part.names_types);
        text.push_str(&print::items(vec![emit::imports(types)])?);
    }
    for part in parts {
        text.push_str(&part.text);
    }
    Ok(text)
}

struct Printed {
    text: String,
    names_types: bool,
}

/// Prints all parts, in their order.
fn print_all(context: Context<'_>, parts: &[Part]) -> Vec<Result<Printed, print::Error>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let start = next.fetch_add(CHUNK, Ordering::Relaxed);
            let Some(rest) = parts.get(start..).filter(|rest| !rest.is_empty()) else {
                return done;
            };
            let chunk = rest.iter().take(CHUNK);
            done.push((start, chunk.map(|part| print(context, *part)).collect()));
        }
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = threads.min(parts.len().div_ceil(CHUNK)).max(1);
    let mut chunks: Vec<(usize, Vec<_>)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| with_stack(scope, work)).collect();
        let mut all = work();
        for other in others {
            all.extend(join(other));
        }
        all
    });
    chunks.sort_by_key(|(start, _)| *start);
    chunks.into_iter().flat_map(|(_, chunk)| chunk).collect()
}

/// How many parts a thread takes at once.
const CHUNK: usize = 32;

fn print(context: Context<'_>, part: Part) -> Result<Printed, print::Error> {
    let items = emit::items(context, part);
    let names_types = matches!(part, Part::Operation(_) | Part::Callback(_))
        && items.iter().any(|item| emit::names_types(item.clone()));
    Ok(Printed {
        text: print::items(items)?,
        names_types,
    })
}
