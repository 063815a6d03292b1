//! Unions: one of several types, told apart by a tag or by what fits.

use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rule_methods::rule_methods;
use super::rules::Rule;
use super::schema::Assertion;
use super::value::Value;
use super::violations::Checker;
use super::wire::Wire;
use super::writer::{Tag, Writer};
use jiter::Peek;

/// An enum that is one of several types on the wire; the macros `one_of!` and `any_of!` make it.
pub trait Union {
    /// The variants, in the order of the enum.
    const VARIANTS: &'static [Choice];
    /// The member that tells the variants apart: that of the `discriminator`, or a constant that
    /// each variant has.
    const TAG: Option<&'static str> = None;
    /// Whether a value may fit only one variant (`oneOf`) or any number (`anyOf`).
    const EXCLUSIVE: bool = true;
    /// What the variants cannot express.
    const ASSERTIONS: &'static [Assertion] = &[];
}

/// One variant of a union.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    name: &'static str,
    tags: &'static [&'static str],
    json_tags: &'static [&'static str],
    optional_tag: bool,
    untagged: bool,
    rule: Rule,
}

/// A variant.
#[must_use]
pub const fn choice() -> Choice {
    Choice {
        name: "",
        tags: &[],
        json_tags: &[],
        optional_tag: false,
        untagged: false,
        rule: Rule::NONE,
    }
}

impl Choice {
    /// Its name in the enum.
    #[must_use]
    pub const fn named(mut self, name: &'static str) -> Self {
        self.name = name;
        self
    }

    /// The values of the tag that select this variant.
    #[must_use]
    pub const fn tags(mut self, tags: &'static [&'static str]) -> Self {
        self.tags = tags;
        self
    }

    /// The values of the tag that select this variant, as JSON texts: where not all are strings.
    #[must_use]
    pub const fn json_tags(mut self, tags: &'static [&'static str]) -> Self {
        self.json_tags = tags;
        self
    }

    /// Values of this variant may be without a tag.
    #[must_use]
    pub const fn optional_tag(mut self) -> Self {
        self.optional_tag = true;
        self
    }

    /// Values without a tag are of this variant: it is the schema itself that the others build on.
    #[must_use]
    pub const fn untagged(mut self) -> Self {
        self.untagged = true;
        self
    }

    rule_methods!(self, self.rule);

    /// Whether the tag selects this variant, or its absence does; otherwise it is the form that decides.
    fn is_tagged(&self) -> bool {
        !self.tags.is_empty() || !self.json_tags.is_empty() || self.untagged
    }

    /// Whether this value of the tag selects this variant; `spelt` where texts stand for numbers.
    fn is_selected(&self, tag: &Value, spelt: bool) -> bool {
        if let Some(text) = tag.as_str() {
            if self.tags.contains(&text) || (spelt && self.json_tags.contains(&text.trim())) {
                return true;
            }
        }
        self.json_tags
            .iter()
            .any(|known| known.parse().is_ok_and(|known: Value| known == *tag))
    }

    fn all_tags(&self) -> impl Iterator<Item = Tag> {
        let texts = self.tags.iter().map(|tag| Tag::Text(tag));
        texts.chain(self.json_tags.iter().map(|tag| Tag::Json(tag)))
    }
}

/// What the runtime asks of a union; the macros `one_of!` and `any_of!` answer.
pub trait Variants {
    /// The variants.
    fn choices(&self) -> &'static [Choice];
    /// The member that tells them apart.
    fn tag(&self) -> Option<&'static str>;
    /// Whether a value may fit only one.
    fn exclusive(&self) -> bool;
    /// The present variant; `None` when it is none of the known ones.
    fn selected(&self) -> Option<usize>;
    /// What the present variant holds.
    fn content(&self) -> &dyn Wire;
    /// Turns into a blank variant and gives its content; `None` is the unknown one.
    fn select(&mut self, index: Option<usize>) -> &mut dyn Wire;
    /// Another union of this type, blank.
    fn fresh(&self) -> Box<dyn Variants>;
}

/// Reads a union.
///
/// With a tag, the variant that it names; of several, the one that fits best. Without one, of the
/// variants whose values may lack it the one that fits best; where none of these fits, the only other
/// one that does. All else is kept as it is. Where there is no tag at all, the variant that fits best:
/// fewest broken rules, then fewest unknown members, then the first.
///
/// # Errors
///
/// When the value does not have the form of the variant that its tag names.
pub fn read(union: &mut dyn Variants, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
    let choices = union.choices();
    let all: Vec<usize> = (0..choices.len()).collect();
    let Some(name) = union.tag() else {
        return read_best(union, reader, &all, None, &[]);
    };
    // What is no object has no tag.
    if reader.peek()? != Peek::Object {
        return read_best(union, reader, &all, None, &[]);
    }
    let text = reader.ahead()?;
    let tag = find_tag(reader.again(text), name)?;
    let mut named = all.clone();
    named.retain(|&index| match &tag {
        Some(tag) => choices[index].is_selected(tag, reader.spelt),
        None => choices[index].untagged && !reader.xml,
    });
    match (named.as_slice(), &tag) {
        (&[index], _) => union.select(Some(index)).read(reader),
        (&[first, ..], _) => read_best(union, reader, &named, Some(first), &[]),
        // In XML the tag may be an attribute, or have another name.
        ([], None) if reader.xml => read_best(union, reader, &all, None, &[]),
        ([], Some(_)) => {
            let mut among = all;
            among.retain(|&index| !choices[index].is_tagged());
            read_best(union, reader, &among, None, &[])
        }
        ([], None) => {
            let may_lack_tag =
                |index: &usize| !choices[*index].is_tagged() || choices[*index].optional_tag;
            let (among, others): (Vec<usize>, _) = all.iter().partition(|index| may_lack_tag(index));
            read_best(union, reader, &among, None, &others)
        }
    }
}

/// Finds the tag of an object, wherever it stands.
fn find_tag(mut reader: Reader<'_>, name: &str) -> Result<Option<Value>, DecodeError> {
    let xml = reader.xml;
    let mut key = reader.begin_object()?;
    while let Some(present) = key {
        if present == name || (xml && present.strip_prefix('@') == Some(name)) {
            if matches!(reader.peek()?, Peek::Object | Peek::Array | Peek::Null) {
                return Ok(None);
            }
            let mut tag = Value::Null;
            tag.read(&mut reader)?;
            return Ok(Some(tag));
        }
        reader.skip()?;
        key = reader.next_key()?;
    }
    Ok(None)
}

/// Tries these variants; where none fits the value is of `otherwise`, or of the one of `others` that
/// alone fits. Nested unions multiply the work, so it is done within the reader's budget; what is too
/// ambiguous for that is not tried.
fn read_best(
    union: &mut dyn Variants,
    reader: &mut Reader<'_>,
    among: &[usize],
    otherwise: Option<usize>,
    others: &[usize],
) -> Result<(), DecodeError> {
    let text = reader.raw()?;
    let mut best = None;
    for &index in among {
        match (attempt(union, index, text, reader), best) {
            (Some((0, 0)), _) => return Ok(()),
            (Some(score), Some((least, _))) if score >= least => {}
            (Some(score), _) => best = Some((score, index)),
            (None, _) => {}
        }
    }
    let index = best.map_or(otherwise, |(_, index)| Some(index));
    let index = index.or_else(|| only_fit(union, others, text, reader));
    reader.read_again(text, union.select(index))
}

/// The variant of these that a value fits better than all others.
fn only_fit(
    union: &mut dyn Variants,
    among: &[usize],
    text: &[u8],
    reader: &mut Reader<'_>,
) -> Option<usize> {
    let mut only = None;
    let mut least = usize::MAX;
    for &index in among {
        // What cannot be tried might fit as well.
        if reader.budget < text.len() {
            return None;
        }
        if let Some((0, unknown)) = attempt(union, index, text, reader) {
            if unknown <= least {
                only = (unknown < least).then_some(index);
                least = unknown;
            }
        }
    }
    only
}

/// How well a value fits a variant, if there is still time to find out.
fn attempt(
    union: &mut dyn Variants,
    index: usize,
    text: &[u8],
    reader: &mut Reader<'_>,
) -> Option<(usize, usize)> {
    reader.budget = reader.budget.checked_sub(text.len())?;
    let mut again = reader.again(text);
    let rule = union.choices()[index].rule;
    let score = score(union.select(Some(index)), &rule, &mut again);
    reader.budget = again.budget;
    score
}

/// How badly a value fits, if it does: broken rules, with what would be lost, and unknown members.
fn score(content: &mut dyn Wire, rule: &Rule, reader: &mut Reader<'_>) -> Option<(usize, usize)> {
    content.read(reader).ok()?;
    let mut checker = Checker::probe();
    rule.apply(content, &mut checker);
    Some((checker.count() + reader.forbidden, reader.unknown))
}

/// Writes a union. An object that lacks the tag gets it, where only one value of it is this variant's,
/// and this variant's alone, and where its absence would say otherwise.
pub fn write(union: &dyn Variants, writer: &mut Writer) {
    if let Some(name) = union.tag() {
        let own = union.selected().and_then(|index| own_tag(union.choices(), index));
        writer.want_tag(own.map(|tag| (name, tag)));
    }
    union.content().write(writer);
    writer.want_tag(None);
}

fn own_tag(choices: &[Choice], index: usize) -> Option<Tag> {
    // Without a tag it is read as this variant as well.
    if choices[index].untagged {
        return None;
    }
    let mut own = choices[index].all_tags();
    let (Some(tag), None) = (own.next(), own.next()) else {
        return None;
    };
    let mut others = choices.iter().enumerate();
    let is_shared = others
        .any(|(other, choice)| other != index && choice.all_tags().any(|other| other == tag));
    (!is_shared).then_some(tag)
}

/// Checks a union.
pub fn check(union: &dyn Variants, checker: &mut Checker) {
    let content = union.content();
    let keyword = if union.exclusive() { "oneOf" } else { "anyOf" };
    let choices = union.choices();
    let Some(index) = union.selected() else {
        let names: Vec<&str> = choices.iter().map(|choice| choice.name).collect();
        return checker.reject(
            format!("{keyword}: [{}]", names.join(", ")),
            &Writer::shown(content),
        );
    };
    let before = checker.count();
    choices[index].rule.apply(content, checker);
    match union.tag() {
        Some(tag) if choices[index].is_tagged() => {
            check_tag(content, tag, &choices[index], before, checker);
        }
        _ if union.exclusive() && !checker.probing => check_exclusive(union, index, checker),
        _ => {}
    }
}

fn check_tag(content: &dyn Wire, tag: &str, choice: &Choice, before: usize, checker: &mut Checker) {
    let Some(value) = content.member(tag) else {
        return;
    };
    if choice.is_selected(&value, false) {
        return;
    }
    let mut tags: Vec<&str> = choice.tags.iter().chain(choice.json_tags).copied().collect();
    if tags.is_empty() {
        tags.push("none");
    }
    let rule = format!("discriminator: {} of {}", tags.join(" | "), choice.name);
    checker.at(tag, |checker| {
        // The `enum` of the member may have said so.
        if !checker.has_rejected(before) {
            checker.reject(rule, &value.to_string());
        }
    });
}

/// `oneOf` says that a value must not fit a second variant.
fn check_exclusive(union: &dyn Variants, index: usize, checker: &mut Checker) {
    let text = Writer::text(union.content());
    let mut other = union.fresh();
    for (second, choice) in union.choices().iter().enumerate() {
        let mut reader = Reader::new(text.as_bytes());
        if second != index
            && !(union.tag().is_some() && choice.is_tagged())
            && score(other.select(Some(second)), &choice.rule, &mut reader)
                .is_some_and(|(broken, _)| broken == 0)
        {
            let first = union.choices()[index].name;
            let rule = format!("oneOf: only one of {first} and {}", choice.name);
            return checker.reject(rule, &Writer::shown(union.content()));
        }
    }
}

/// A value of exactly one of several types: `one_of! { pub enum Type { Variant(Content) = choice(), … } }`.
///
/// Behind it may stand `tag = "member";`, `assertions = &[…];`, `from = [Variant(Type), …];`, which
/// makes conversions from contents, and `text = Variant;`, which makes one from `&str`.
#[doc(hidden)]
#[macro_export]
macro_rules! __one_of {
    ($($parts:tt)*) => {
        $crate::runtime::variants! { true; $($parts)* }
    };
}
#[doc(hidden)]
pub use __one_of as one_of;

/// A value of at least one of several types; otherwise as `one_of!`.
#[doc(hidden)]
#[macro_export]
macro_rules! __any_of {
    ($($parts:tt)*) => {
        $crate::runtime::variants! { false; $($parts)* }
    };
}
#[doc(hidden)]
pub use __any_of as any_of;

/// A union, and whether a value may fit only one variant.
#[doc(hidden)]
#[macro_export]
macro_rules! __variants {
    ($exclusive:literal; $(#[$attribute:meta])* $visibility:vis enum $type:ident {
        $($(#[$described:meta])* $variant:ident($content:ty $(,)?) = $choice:expr),* $(,)?
    }
        $(tag = $tag:expr;)?
        $(assertions = $assertions:expr;)?
        $(from = [$($from:ident($held:ty $(,)?)),* $(,)?];)?
        $(text = $text:ident;)?) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        $visibility enum $type {
            $($(#[$described])* $variant($content),)*
            /// A value that fits no variant, kept as read.
            Unknown($crate::runtime::Value),
        }

        impl $crate::runtime::Union for $type {
            const VARIANTS: &'static [$crate::runtime::Choice] = {
                // As an item it is not taken for an array on the stack, however long.
                const ALL: &[$crate::runtime::Choice] = &[$($choice.named(stringify!($variant))),*];
                ALL
            };
            $(const TAG: Option<&'static str> = Some($tag);)?
            const EXCLUSIVE: bool = $exclusive;
            $(const ASSERTIONS: &'static [$crate::runtime::Assertion] = $assertions;)?
        }

        $($(
            impl From<$held> for $type {
                fn from(value: $held) -> Self {
                    Self::$from(value.into())
                }
            }
        )*)?

        $(
            impl From<&str> for $type {
                fn from(value: &str) -> Self {
                    Self::$text(value.into())
                }
            }
        )?

        impl $crate::runtime::unions::Variants for $type {
            fn choices(&self) -> &'static [$crate::runtime::Choice] {
                <Self as $crate::runtime::Union>::VARIANTS
            }

            fn tag(&self) -> Option<&'static str> {
                <Self as $crate::runtime::Union>::TAG
            }

            fn exclusive(&self) -> bool {
                <Self as $crate::runtime::Union>::EXCLUSIVE
            }

            fn selected(&self) -> Option<usize> {
                let name = match self {
                    $(Self::$variant(_) => stringify!($variant),)*
                    Self::Unknown(_) => return None,
                };
                let names = [$(stringify!($variant)),*];
                names.iter().position(|other| *other == name)
            }

            fn content(&self) -> &dyn $crate::runtime::Wire {
                match self {
                    $(Self::$variant(content) => content,)*
                    Self::Unknown(content) => content,
                }
            }

            fn select(&mut self, index: Option<usize>) -> &mut dyn $crate::runtime::Wire {
                let blanks: &[fn() -> Self] =
                    &[$(|| Self::$variant($crate::runtime::Wire::blank())),*];
                let blank = index.and_then(|index| blanks.get(index));
                *self = blank.map_or_else(<Self as $crate::runtime::Wire>::blank, |blank| blank());
                match self {
                    $(Self::$variant(content) => content,)*
                    Self::Unknown(content) => content,
                }
            }

            fn fresh(&self) -> Box<dyn $crate::runtime::unions::Variants> {
                Box::new(<Self as $crate::runtime::Wire>::blank())
            }
        }

        impl $crate::runtime::Wire for $type {
            fn blank() -> Self {
                Self::Unknown($crate::runtime::Value::Null)
            }

            fn read(
                &mut self,
                reader: &mut $crate::runtime::Reader<'_>,
            ) -> Result<(), $crate::runtime::DecodeError> {
                $crate::runtime::unions::read(self, reader)
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                $crate::runtime::unions::write(self, writer);
            }

            fn check(&self, _: &$crate::runtime::Rule, checker: &mut $crate::runtime::Checker) {
                $crate::runtime::unions::check(self, checker);
                $crate::runtime::schema::check(
                    <Self as $crate::runtime::Union>::ASSERTIONS,
                    self,
                    checker,
                );
            }

            fn member(&self, name: &str) -> Option<$crate::runtime::Value> {
                $crate::runtime::unions::Variants::content(self).member(name)
            }

            fn parts(&self) -> $crate::runtime::Parts<'_> {
                $crate::runtime::unions::Variants::content(self).parts()
            }
        }
        $crate::runtime::serde_shim!($type);
    };
}
#[doc(hidden)]
pub use __variants as variants;
