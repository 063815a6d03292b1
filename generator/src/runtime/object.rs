//! Objects with known members: one table drives reading, writing and validation.

use super::conditions::Condition;
use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rule_methods::rule_methods;
use super::rules::Rule;
use super::schema::{self, Assertion};
use super::value::Value;
use super::violations::Checker;
use super::wire::{Parts, Wire};
use super::writer::Writer;
use super::xml_form::{self, XmlForm};

/// A struct that is an object on the wire; the macro `object!` implements it.
pub trait Object {
    /// The members, in the order of the struct's fields.
    const MEMBERS: &'static [Member];
    /// Rules for the object as a whole.
    const RULES: ObjectRules = object_rules();
}

/// One member of an object: its name, whether it must be there, and the rules for its value.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    pub(super) name: &'static str,
    required: bool,
    rule: Rule,
    pub(super) form: Option<&'static XmlForm>,
}

/// A member that must be there.
#[must_use]
pub const fn required(name: &'static str) -> Member {
    Member {
        name,
        required: true,
        rule: Rule::NONE,
        form: None,
    }
}

/// A member that may be absent.
#[must_use]
pub const fn optional(name: &'static str) -> Member {
    Member {
        name,
        required: false,
        rule: Rule::NONE,
        form: None,
    }
}

impl Member {
    rule_methods!(self, self.rule);

    /// Its form in XML, where that is not an element of its name.
    #[must_use]
    pub const fn xml(mut self, form: &'static XmlForm) -> Self {
        self.form = Some(form);
        self
    }

    fn is_attribute(&self) -> bool {
        self.form.is_some_and(XmlForm::is_attribute)
    }

    fn write(&self, value: &dyn Wire, writer: &mut Writer) {
        match self.form {
            Some(form) if writer.xml => form.write(value, writer),
            _ => {
                writer.key(self.name);
                value.write(writer);
            }
        }
    }
}

/// Rules for an object as a whole; begins with [`object_rules()`].
#[derive(Clone, Copy, Debug)]
pub struct ObjectRules {
    members: Rule,
    additional: Rule,
    closed: bool,
    conditions: &'static [Condition],
    assertions: &'static [Assertion],
}

/// No rules yet.
#[must_use]
pub const fn object_rules() -> ObjectRules {
    ObjectRules {
        members: Rule::NONE,
        additional: Rule::NONE,
        closed: false,
        conditions: &[],
        assertions: &[],
    }
}

impl ObjectRules {
    /// `minProperties`.
    #[must_use]
    pub const fn min_properties(mut self, size: u64) -> Self {
        self.members.min_size = size;
        self
    }

    /// `maxProperties`.
    #[must_use]
    pub const fn max_properties(mut self, size: u64) -> Self {
        self.members.max_size = size;
        self
    }

    /// `additionalProperties: false`.
    #[must_use]
    pub const fn closed(mut self) -> Self {
        self.closed = true;
        self
    }

    /// Rules for the values of `additionalProperties`.
    #[must_use]
    pub const fn additional(mut self, rule: Rule) -> Self {
        self.additional = rule;
        self
    }

    /// What the members cannot express.
    #[must_use]
    pub const fn assertions(mut self, assertions: &'static [Assertion]) -> Self {
        self.assertions = assertions;
        self
    }

    /// Conditions across members, all of which must hold.
    #[must_use]
    pub const fn conditions(mut self, conditions: &'static [Condition]) -> Self {
        self.conditions = conditions;
        self
    }
}

/// Reads an object. A field beyond `members` is the map of all other members.
///
/// Of members with the same name the last one counts.
///
/// # Errors
///
/// When the JSON does not have the form of the type.
pub fn read(
    members: &[Member],
    rules: &ObjectRules,
    fields: &mut [&mut dyn Wire],
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let mut seen = Seen::new(members.len());
    let mut next = 0;
    let xml = reader.xml;
    let mut key = reader.begin_object()?;
    while let Some(name) = key {
        let found = if xml {
            xml_form::position(members, name)
        } else {
            position(members, name, next).map(|index| (index, None))
        };
        if let Some((index, list)) = found {
            next = index + 1;
            seen.insert(index);
            let field = &mut *fields[index];
            let read = match list {
                Some(form) => form.read_list(field, reader),
                None => field.read(reader),
            };
            read.map_err(|error| error.below(members[index].name))?;
        } else if xml && xml_form::is_marked(name) {
            reader.skip()?;
        } else if let Some(rest) = fields.get_mut(members.len()) {
            let name = name.to_owned();
            rest.read_entry(name, reader)?;
        } else {
            reader.skip()?;
            reader.unknown += 1;
            reader.forbidden += usize::from(rules.closed);
        }
        key = reader.next_key()?;
    }
    for (index, member) in members.iter().enumerate() {
        if member.required && !seen.contains(index) {
            // In XML an empty list leaves no trace.
            if xml && reader.read_again(b"[]", &mut *fields[index]).is_ok() {
                continue;
            }
            return Err(DecodeError::new(
                format!("a member `{}`", member.name),
                "none",
            ));
        }
    }
    Ok(())
}

/// Finds a member, looking first where the last one was found.
fn position(members: &[Member], name: &str, start: usize) -> Option<usize> {
    let (before, after) = members.split_at(start);
    let find = |part: &[Member]| part.iter().position(|member| member.name == name);
    find(after)
        .map(|index| index + start)
        .or_else(|| find(before))
}

/// Writes an object.
pub fn write(members: &[Member], fields: &[&dyn Wire], writer: &mut Writer) {
    writer.begin_object();
    let present_members = || {
        let members = members.iter().zip(fields);
        members.filter(|(_, field)| !field.is_absent())
    };
    if writer.xml {
        for (member, field) in present_members().filter(|(member, _)| member.is_attribute()) {
            member.write(*field, writer);
        }
    }
    writer.write_tag(|name| present(members, fields, name));
    for (member, field) in present_members() {
        if !(writer.xml && member.is_attribute()) {
            member.write(*field, writer);
        }
    }
    if let Some(rest) = fields.get(members.len()) {
        rest.write_entries(writer);
    }
    writer.end_object();
}

/// Checks an object; `whole` is the object itself.
pub fn check(
    members: &[Member],
    rules: &ObjectRules,
    fields: &[&dyn Wire],
    whole: &dyn Wire,
    checker: &mut Checker,
) {
    schema::check(rules.assertions, whole, checker);
    for (member, field) in members.iter().zip(fields) {
        if !field.is_absent() {
            checker.at(member.name, |checker| member.rule.apply(*field, checker));
        }
    }
    let mut count = fields
        .iter()
        .take(members.len())
        .filter(|field| !field.is_absent())
        .count();
    if let Some(rest) = fields.get(members.len()) {
        count += rest.entries();
        rest.check_entries(&rules.additional, checker);
        for member in members
            .iter()
            .filter(|member| rest.member(member.name).is_some())
        {
            let rule = format!("additionalProperties: without `{}`", member.name);
            checker.reject(rule, "a second member of this name");
        }
    }
    let shown = || text(members, fields);
    rules
        .members
        .check_size(count, "Properties", checker, &shown);
    for condition in rules.conditions {
        if !condition.holds(&|name| self::member(members, fields, name)) {
            checker.reject(condition.to_string(), &shown());
        }
    }
}

/// The member of this name.
#[must_use]
pub fn member(members: &[Member], fields: &[&dyn Wire], name: &str) -> Option<Value> {
    match members.iter().position(|member| member.name == name) {
        Some(index) if fields[index].is_absent() => None,
        Some(index) => Writer::text(fields[index]).parse().ok(),
        None => fields.get(members.len())?.member(name),
    }
}

/// All members, those of the map of others behind the known ones.
#[must_use]
pub fn parts<'a>(members: &'static [Member], fields: &[&'a dyn Wire]) -> Parts<'a> {
    let names = members.iter().map(|member| member.name);
    let mut parts: Vec<(&str, &dyn Wire)> = names.zip(fields.iter().copied()).collect();
    if let Some(Parts::Members(rest)) = fields.get(members.len()).map(|rest| rest.parts()) {
        parts.extend(rest);
    }
    Parts::Members(parts)
}

fn present(members: &[Member], fields: &[&dyn Wire], name: &str) -> bool {
    member(members, fields, name).is_some()
}

fn text(members: &[Member], fields: &[&dyn Wire]) -> String {
    let mut writer = Writer::default();
    write(members, fields, &mut writer);
    writer.finish()
}

/// Which members have been read; without an allocation for up to 64.
struct Seen {
    first: u64,
    more: Vec<u64>,
}

impl Seen {
    fn new(members: usize) -> Self {
        Self {
            first: 0,
            more: vec![0; members.saturating_sub(1) / 64],
        }
    }

    fn insert(&mut self, index: usize) {
        match index / 64 {
            0 => self.first |= 1 << index,
            word => self.more[word - 1] |= 1 << (index % 64),
        }
    }

    fn contains(&self, index: usize) -> bool {
        let word = if index < 64 {
            self.first
        } else {
            self.more[index / 64 - 1]
        };
        word >> (index % 64) & 1 == 1
    }
}

/// The table of a struct's members, which makes it a [`Wire`] type: `object! { Type { field =
/// required("name"), … } }`.
///
/// Behind it may stand `rest = field;`, the map of all other members, and `rules = …;`.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    ($type:ident { $($field:ident = $member:expr),* $(,)? }
        $(rest = $rest:ident;)? $(rules = $rules:expr;)?) => {
        impl $crate::runtime::Object for $type {
            const MEMBERS: &'static [$crate::runtime::Member] = &[$($member),*];
            $(const RULES: $crate::runtime::ObjectRules = $rules;)?
        }

        impl $crate::runtime::Wire for $type {
            fn blank() -> Self {
                Self {
                    $($field: $crate::runtime::Wire::blank(),)*
                    $($rest: $crate::runtime::Wire::blank(),)?
                }
            }

            fn read(
                &mut self,
                reader: &mut $crate::runtime::Reader<'_>,
            ) -> Result<(), $crate::runtime::DecodeError> {
                $crate::runtime::object::read(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    &<Self as $crate::runtime::Object>::RULES,
                    &mut [$(&mut self.$field,)* $(&mut self.$rest,)?],
                    reader,
                )
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                $crate::runtime::object::write(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    &[$(&self.$field,)* $(&self.$rest,)?],
                    writer,
                );
            }

            fn check(&self, _: &$crate::runtime::Rule, checker: &mut $crate::runtime::Checker) {
                $crate::runtime::object::check(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    &<Self as $crate::runtime::Object>::RULES,
                    &[$(&self.$field,)* $(&self.$rest,)?],
                    self,
                    checker,
                );
            }

            fn member(&self, name: &str) -> Option<$crate::runtime::Value> {
                $crate::runtime::object::member(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    &[$(&self.$field,)* $(&self.$rest,)?],
                    name,
                )
            }

            fn parts(&self) -> $crate::runtime::Parts<'_> {
                $crate::runtime::object::parts(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    &[$(&self.$field,)* $(&self.$rest,)?],
                )
            }
        }
        $crate::runtime::serde_shim!($type);
    };
}
#[doc(hidden)]
pub use __object as object;

/// `new` for what a struct requires, and a setter for each optional field: `fields! { fn new(field:
/// Type); fn with_field(field: Type); }`.
#[doc(hidden)]
#[macro_export]
macro_rules! __fields {
    (fn new(); $($setters:tt)*) => {
        /// Makes a value in which everything is unset.
        #[must_use]
        pub fn new() -> Self {
            $crate::runtime::Wire::blank()
        }
        $crate::runtime::object::setters! { $($setters)* }
    };
    (fn new($($field:ident: $type:ty),* $(,)?); $($setters:tt)*) => {
        /// Makes a value from what is required; everything else is unset.
        #[must_use]
        pub fn new($($field: $type),*) -> Self {
            let mut value: Self = $crate::runtime::Wire::blank();
            $(value.$field = $field.into();)*
            value
        }
        $crate::runtime::object::setters! { $($setters)* }
    };
}
#[doc(hidden)]
pub use __fields as fields;

/// The setters of optional fields.
#[doc(hidden)]
#[macro_export]
macro_rules! __setters {
    ($(fn $setter:ident($field:ident: $type:ty $(,)?);)*) => {$(
        #[doc = concat!("Sets `", stringify!($field), "`.")]
        #[must_use]
        pub fn $setter(mut self, $field: $type) -> Self {
            self.$field = Some($field.into());
            self
        }
    )*};
}
#[doc(hidden)]
pub use __setters as setters;
