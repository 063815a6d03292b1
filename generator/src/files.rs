//! The texts of all files that depend on the API, made on all cores.
//!
//! Tokens cannot be handed from thread to thread, so a thread makes the tokens of a part and prints
//! them before it takes the next.

use crate::emit::{self, Context, File, Part};
use crate::print;
use crate::threads::{grouped, on_all_cores};
use std::collections::BTreeMap;

/// The text of each file by its path under `src`, or what is wrong with the tokens of one of its
/// parts, which is a mistake of an emitter.
#[must_use]
pub fn texts(context: Context<'_>, header: &str) -> BTreeMap<String, Result<String, print::Error>> {
    let files = emit::files(context);
    let groups = grouped(files.iter().flat_map(|file| file.parts.clone()));
    let printed = on_all_cores(groups, |group| -> Vec<_> {
        let printed = group.into_iter().map(|part| print(context, part));
        printed.collect()
    });
    let mut printed = printed.into_iter().flatten();
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

fn print(context: Context<'_>, part: Part) -> Result<Printed, print::Error> {
    let items = emit::items(context, part);
    let names_types = matches!(part, Part::Operation(_) | Part::Callback(_))
        && items.iter().any(|item| emit::names_types(item.clone()));
    Ok(Printed {
        text: print::items(items)?,
        names_types,
    })
}
