//! Whether what comes of a description is as it must be.

use crate::generate_one::own_files;
use specwright::diag::{self, Code, Source, Style};
use specwright::settings::{Layout, Methods};
use specwright::{Input, Output};
use std::any::Any;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, Once};
use syn::{Fields, ImplItem, Item, ItemImpl, Type};

/// What is wrong, if anything; without names that change from run to run.
pub(super) fn check(text: &str) -> Option<String> {
    let input = Input {
        description: Source {
            name: "spec.json",
            text,
        },
        overlay: None,
        files: &specwright::bundle::NoFiles,
        package: "it",
        token_env: "TOKEN",
        layout: Layout::Single,
        methods: Methods::Flat,
    };
    let caught = quietly(|| {
        let output = specwright::generate(&input);
        // What is reported has to be shown, too.
        let shown = diag::render(&output.report, &output.sources(&input), Style::Plain);
        (output, shown)
    });
    match caught {
        Ok((output, shown)) => wrong(&output, &shown),
        Err(message) => Some(format!("panic: {message}")),
    }
}

fn wrong(output: &Output, shown: &str) -> Option<String> {
    let mut errors = output.report.diagnostics();
    if let Some(ours) = errors.find(|finding| finding.code == Code::INTERNAL) {
        return Some(format!("E0001: {}", without_names(&ours.message)));
    }
    if output.report.has_errors() {
        let silent = shown.is_empty() || !output.files.is_empty();
        return silent.then(|| "errors are not shown, or files are there all the same".to_owned());
    }
    if output.files.is_empty() {
        return Some("neither errors nor files".to_owned());
    }
    // The methods of the client stand in many files.
    let mut methods = Names::new("method");
    own_files(output)
        .enumerate()
        .find_map(|(number, text)| match syn::parse_file(text) {
            Ok(file) => twice(&file.items, number, &mut methods),
            Err(error) => Some(format!("no Rust: {error}")),
        })
}

/// Something that is defined twice: the compiler's most likely complaint about code that parses.
fn twice(items: &[Item], file: usize, methods: &mut Names) -> Option<String> {
    let mut types = Names::new("item");
    let mut values = Names::new("function");
    items.iter().find_map(|item| match item {
        Item::Struct(item) => fields(&item.fields).or_else(|| types.add(&item.ident)),
        Item::Enum(item) => {
            let mut variants = Names::new("variant");
            let mut idents = item.variants.iter().map(|variant| &variant.ident);
            let twice = idents.find_map(|ident| variants.add(ident));
            twice.or_else(|| types.add(&item.ident))
        }
        Item::Type(item) => types.add(&item.ident),
        Item::Mod(item) => types.add(&item.ident),
        Item::Trait(item) => types.add(&item.ident),
        Item::Fn(item) => values.add(&item.sig.ident),
        Item::Const(item) => values.add(&item.ident),
        Item::Impl(item) if item.trait_.is_none() => inherent(item, file, methods),
        _ => None,
    })
}

/// The methods of a type of this file, or of one of the crate.
fn inherent(item: &ItemImpl, file: usize, methods: &mut Names) -> Option<String> {
    let Type::Path(path) = &*item.self_ty else {
        return None;
    };
    let segments = path.path.segments.iter();
    let owner: Vec<String> = segments.map(|segment| segment.ident.to_string()).collect();
    let owner = match owner.first() {
        Some(first) if first == "crate" => owner.join("::"),
        _ => format!("{file} {}", owner.join("::")),
    };
    let mut functions = item.items.iter().filter_map(|member| match member {
        ImplItem::Fn(function) => Some(&function.sig.ident),
        _ => None,
    });
    functions.find_map(|ident| methods.add(&format!("{owner}::{ident}")))
}

fn fields(fields: &Fields) -> Option<String> {
    let mut names = Names::new("field");
    let mut idents = fields.iter().filter_map(|field| field.ident.as_ref());
    idents.find_map(|ident| names.add(ident))
}

/// Names of one scope.
struct Names {
    what: &'static str,
    seen: BTreeSet<String>,
}

impl Names {
    fn new(what: &'static str) -> Self {
        Self {
            what,
            seen: BTreeSet::new(),
        }
    }

    /// Says so when the name is there already.
    fn add(&mut self, name: &impl ToString) -> Option<String> {
        let new = self.seen.insert(name.to_string());
        (!new).then(|| format!("a {} is defined twice", self.what))
    }
}

fn without_names(message: &str) -> String {
    let plain: Vec<&str> = message.split('`').step_by(2).collect();
    plain.join("`")
}

/// The place and text of the last panic.
static LAST: Mutex<String> = Mutex::new(String::new());

/// Runs something that may panic; gives the panic's place and message, and prints nothing.
fn quietly<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        std::panic::set_hook(Box::new(|panic| {
            if let Ok(mut last) = LAST.lock() {
                let place = panic
                    .location()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                let message = text(panic.payload());
                *last = format!("{place}: {message}");
            }
        }));
    });
    catch_unwind(AssertUnwindSafe(work))
        .map_err(|_| LAST.lock().map(|last| last.clone()).unwrap_or_default())
}

fn text(payload: &dyn Any) -> &str {
    let owned = payload.downcast_ref::<String>().map(String::as_str);
    owned
        .or_else(|| payload.downcast_ref::<&str>().copied())
        .unwrap_or("a panic")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_defined_twice_is_found() {
        let check = |text: &str| {
            let mut methods = Names::new("method");
            twice(&syn::parse_file(text).unwrap().items, 0, &mut methods)
        };
        for (text, what) in [
            ("struct A { b: u8, c: u8, b: u8 }", "field"),
            ("enum A { B, B }", "variant"),
            ("struct A; enum A {}", "item"),
            ("impl A { fn a() {} } impl A { fn a() {} }", "method"),
        ] {
            assert_eq!(check(text), Some(format!("a {what} is defined twice")));
        }
        assert_eq!(
            check("struct A { a: u8 } impl A { fn a() {} } impl B { fn a() {} }"),
            None
        );
    }

    #[test]
    fn a_panic_has_its_place() {
        let caught = quietly(|| panic!("no such {}", "thing"));
        let message: String = caught.map(|(): ()| String::new()).unwrap_err();
        assert!(
            message.ends_with("no such thing") && message.contains("check.rs:"),
            "{message}"
        );
    }

    #[test]
    fn nonsense_is_refused_as_it_must_be() {
        for text in ["", "{}", "[]", "{\"openapi\": \"3.0.0\"}", "\u{0}"] {
            assert_eq!(check(text), None, "{text:?}");
        }
    }
}
