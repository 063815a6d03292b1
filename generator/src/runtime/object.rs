//! Objects with known members: one table drives reading, writing and validation.

use super::conditions::Condition;
use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rule_methods::rule_methods;
use super::rules::Rule;
use super::schema::{self, Assertion};
use super::undeclared::Undeclared;
use super::value::Value;
use super::violations::Checker;
use super::wire::{Parts, Wire};
use super::writer::Writer;
use super::xml_form::{self, XmlForm};
use std::fmt;

/// A struct that is an object on the wire; the macros `object!` and `exact_object!` make it.
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
    all_others: bool,
    rule: Rule,
    pub(super) form: Option<&'static XmlForm>,
}

/// A member that must be there.
#[must_use]
pub const fn required(name: &'static str) -> Member {
    Member {
        required: true,
        ..optional(name)
    }
}

/// A member that may be absent.
#[must_use]
pub const fn optional(name: &'static str) -> Member {
    Member {
        name,
        required: false,
        all_others: false,
        rule: Rule::NONE,
        form: None,
    }
}

/// The map of all other members (`additionalProperties`), and the rules for each of them; stands
/// last.
#[must_use]
pub const fn additional_properties() -> Member {
    Member {
        all_others: true,
        ..optional("")
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
    conditions: &'static [Condition],
    assertions: &'static [Assertion],
    #[doc(hidden)]
    pub read_only: &'static [&'static str],
}

/// No rules yet.
#[must_use]
pub const fn object_rules() -> ObjectRules {
    ObjectRules {
        members: Rule::NONE,
        conditions: &[],
        assertions: &[],
        read_only: &[],
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

    /// What the members cannot express.
    #[must_use]
    pub const fn assertions(mut self, assertions: &'static [Assertion]) -> Self {
        self.assertions = assertions;
        self
    }

    /// Members that only replies have (`readOnly`): read and left out, so that no request carries
    /// what a reply brought.
    #[must_use]
    pub const fn read_only(mut self, names: &'static [&'static str]) -> Self {
        self.read_only = names;
        self
    }

    /// Conditions across members, all of which must hold.
    #[must_use]
    pub const fn conditions(mut self, conditions: &'static [Condition]) -> Self {
        self.conditions = conditions;
        self
    }
}

/// The members that are declared; the field behind theirs, if there is one, holds all others.
fn declared(members: &[Member]) -> &[Member] {
    match members {
        [declared @ .., last] if last.all_others => declared,
        _ => members,
    }
}

/// Reads an object. Of members with the same name the last one counts, and those that only replies
/// have are left out.
///
/// # Errors
///
/// When the JSON does not have the form of the type.
pub fn read(
    members: &[Member],
    read_only: &[&str],
    fields: &mut [&mut dyn Wire],
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let all_declared = declared(members).len() == members.len();
    let members = declared(members);
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
        } else if (xml && xml_form::is_marked(name)) || read_only.contains(&name) {
            reader.skip()?;
        } else if xml && all_declared {
            // What such an element stands for in JSON is not known.
            reader.skip()?;
            reader.unknown += 1;
            reader.forbidden += usize::from(fields.len() == members.len());
        } else if let Some(others) = fields.get_mut(members.len()) {
            let name = name.to_owned();
            reader.unknown += usize::from(all_declared);
            others.read_entry(name, reader)?;
        } else {
            reader.skip()?;
            reader.unknown += 1;
            reader.forbidden += 1;
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
    let members = declared(members);
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
    if let Some(others) = fields.get(members.len()) {
        others.write_entries(writer);
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
    let each_other = members.last().filter(|member| member.all_others);
    let members = declared(members);
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
    if let Some(others) = fields.get(members.len()) {
        count += others.entries();
        if let Some(each) = each_other {
            others.check_entries(&each.rule, checker);
        }
        let second = members.iter().map(|member| member.name);
        let second = second.map(|name| (name, "a second member of this name"));
        let read_only = rules.read_only.iter();
        let read_only = read_only.map(|name| (*name, "a member that only replies have"));
        for (name, found) in second.chain(read_only) {
            if others.member(name).is_some() {
                checker.reject(format!("additionalProperties: without `{name}`"), found);
            }
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
    let members = declared(members);
    match members.iter().position(|member| member.name == name) {
        Some(index) if fields[index].is_absent() => None,
        Some(index) => Writer::text(fields[index]).parse().ok(),
        None => fields.get(members.len())?.member(name),
    }
}

/// All members, those of the map of others behind the known ones.
#[must_use]
pub fn parts<'a>(members: &'static [Member], fields: &[&'a dyn Wire]) -> Parts<'a> {
    let members = declared(members);
    let names = members.iter().map(|member| member.name);
    let mut parts: Vec<(&str, &dyn Wire)> = names.zip(fields.iter().copied()).collect();
    if let Some(Parts::Members(others)) = fields.get(members.len()).map(|others| others.parts()) {
        parts.extend(others);
    }
    Parts::Members(parts)
}

/// Shows an object as a derived `Debug` would; nothing is said of `undeclared` when it is empty.
///
/// # Errors
///
/// When the formatter fails.
pub fn show(
    name: &str,
    fields: &[(&str, &dyn fmt::Debug)],
    undeclared: &Undeclared,
    formatter: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let mut shown = formatter.debug_struct(name);
    for (name, value) in fields {
        shown.field(name.strip_prefix("r#").unwrap_or(name), value);
    }
    if !undeclared.is_empty() {
        shown.field("undeclared", undeclared);
    }
    shown.finish()
}

fn present(members: &[Member], fields: &[&dyn Wire], name: &str) -> bool {
    member(members, fields, name).is_some()
}

fn text(members: &[Member], fields: &[&dyn Wire]) -> String {
    let mut writer = Writer::without_secrets();
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
