//! The clients of tags: `client.payments().create(…)`.

use super::taken::Taken;
use super::{Name, words};
use crate::diag::Report;
use crate::ir::Operation;
use std::collections::BTreeMap;

/// The names of the client of a tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagNames {
    /// Its struct.
    pub ty: Name,
    /// The method of the whole client that gives it.
    pub accessor: Name,
}

/// The methods of each tag's client, and what that client is called, by the module of the tag.
#[derive(Default)]
pub(super) struct Scopes(BTreeMap<Name, Scope>);

struct Scope {
    accessor: Name,
    methods: Taken,
}

impl Scopes {
    /// Those of all tags. Their accessors come before the methods of operations without a tag.
    pub(super) fn of(operations: &[Operation], methods: &mut Taken, report: &mut Report) -> Self {
        let mut first: BTreeMap<Name, &Operation> = BTreeMap::new();
        for operation in operations
            .iter()
            .filter(|operation| operation.tag.is_some())
        {
            first.entry(module(operation)).or_insert(operation);
        }
        let scopes = first.into_iter().map(|(module, operation)| {
            let wanted = words::unreserved_method(words::field_name(module.plain()));
            let scope = Scope {
                accessor: methods.claim(wanted, &operation.at, report),
                methods: Taken::default(),
            };
            (module, scope)
        });
        Self(scopes.collect())
    }

    /// The names among which that of the operation's method must be unique, and the method's name.
    pub(super) fn method<'a>(
        &'a mut self,
        operation: &Operation,
        flat: &'a mut Taken,
    ) -> (&'a mut Taken, String) {
        let wanted = operation.rust_name.as_ref().unwrap_or(&operation.id);
        let whole = words::field_name(wanted);
        let scope = self.0.get_mut(&module(operation));
        let (Some(tag), Some(scope)) = (&operation.tag, scope) else {
            return (flat, words::unreserved_method(whole));
        };
        let short = shortened(&whole, tag).filter(|_| operation.rust_name.is_none());
        (&mut scope.methods, short.unwrap_or(whole))
    }

    /// The clients themselves; names of operations come before theirs.
    pub(super) fn clients(
        self,
        operations: &[Operation],
        types: &mut Taken,
        report: &mut Report,
    ) -> BTreeMap<Name, TagNames> {
        let named = self.0.into_iter().filter_map(|(module, scope)| {
            let mut tagged = operations
                .iter()
                .filter(|operation| operation.tag.is_some());
            let first = tagged.find(|operation| self::module(operation) == module)?;
            let wanted = format!("{}Client", words::type_name(module.plain()));
            let names = TagNames {
                ty: types.claim(wanted, &first.at, report),
                accessor: scope.accessor,
            };
            Some((module, names))
        });
        named.collect()
    }
}

/// The module of an operation's tag.
pub(super) fn module(operation: &Operation) -> Name {
    let tag = operation.tag.as_deref().unwrap_or("untagged");
    Name(words::module_name(tag))
}

/// The name of a method without the words of its tag, where the rest says enough: `createPayment`
/// of the tag `payments` is `create`.
///
/// Only the operation and its tag decide, so that another operation never renames this one. For
/// that the singular and the plural must not become one: `getPayment` is `get` and `getPayments`
/// stays, while `listPayments` is `list` and `listPayment` stays. At the beginning of the name,
/// where tags stand in front of methods (`payments_create`), it is the very words that go.
fn shortened(method: &str, tag: &str) -> Option<String> {
    let method: Vec<&str> = method.trim_start_matches("r#").split('_').collect();
    let tag = words::field_name(tag);
    let tag: Vec<&str> = tag.trim_start_matches("r#").split('_').collect();
    let (last, before) = tag.split_last()?;
    let wants_plural = matches!(method.first(), Some(&("list" | "search")));
    let goes = |start: usize, words: &[&str]| match words.split_last() {
        Some((word, others)) if others == before => {
            let is_plural = singular(word) != *word;
            let same = word == last || (singular(word) == singular(last));
            same && if start == 0 {
                word == last
            } else {
                is_plural == wants_plural
            }
        }
        _ => false,
    };
    let mut runs = method.windows(tag.len()).enumerate();
    let (start, _) = runs.find(|(start, words)| goes(*start, words))?;
    let rest = [&method[..start], &method[start + tag.len()..]].concat();
    let begins = rest.first()?.starts_with(|c: char| c.is_alphabetic());
    begins.then(|| words::field_name(&rest.join("_")))
}

/// An English noun in the singular, as far as its last letters tell.
fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return format!("{stem}y");
    }
    let hisses = ["ches", "shes", "sses", "xes", "zes"];
    if hisses.iter().any(|end| word.ends_with(end)) {
        return word[..word.len() - 2].to_owned();
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 1 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(method: &str, tag: &str) -> String {
        let whole = words::field_name(method);
        shortened(&whole, tag).unwrap_or(whole)
    }

    #[test]
    fn the_words_of_the_tag_go() {
        for (method, tag, expected) in [
            ("createPayment", "payments", "create"),
            ("createPayment", "Payment", "create"),
            ("listPayments", "Payments", "list"),
            ("listPayments", "payment", "list"),
            ("searchPayments", "payments", "search"),
            ("payments_create", "payments", "create"),
            ("getPaymentMethod", "payments", "get_method"),
            ("findPetsByStatus", "pet", "find_pets_by_status"),
            ("getPetById", "pet", "get_by_id"),
            ("chat_completions_create", "Chat Completions", "create"),
            ("createChatCompletion", "Chat completions", "create"),
            ("listCompanies", "company", "list"),
            ("deleteAddress", "addresses", "delete"),
            ("getStatus", "status", "get"),
            ("movePayment", "payments", "r#move"),
        ] {
            assert_eq!(short(method, tag), expected, "{method} of {tag}");
        }
    }

    #[test]
    fn what_would_not_say_enough_stays() {
        for (method, tag) in [
            ("payments", "payments"),
            ("payment", "payments"),
            ("paymentCreate", "payments"),
            ("getPayments", "payments"),
            ("listPayment", "payments"),
            ("createRefund", "payments"),
            ("createPay", "payments"),
            ("payments2", "payments"),
            ("payments_2", "payments"),
            ("x", ""),
            ("x", "🦀"),
        ] {
            assert_eq!(
                short(method, tag),
                words::field_name(method),
                "{method} of {tag}"
            );
        }
    }

    /// Of the usual pairs, no two become one.
    #[test]
    fn one_and_many_stay_apart() {
        for tag in ["payment", "payments", "Company", "addresses", "news"] {
            let last = words::field_name(tag);
            let (one, many) = (singular(&last), format!("{}s", singular(&last)));
            for verb in ["get", "list", "search", "delete", "update"] {
                let names = [&one, &many].map(|noun| short(&format!("{verb}_{noun}"), tag));
                assert_ne!(names[0], names[1], "{verb} {tag}");
            }
        }
    }
}
