//! Members that a description does not declare.

use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rules::Rule;
use super::value::Value;
use super::violations::Checker;
use super::wire::{Parts, Wire};
use super::writer::Writer;
use std::collections::BTreeMap;
use std::fmt;

/// The members of an object that its description allows without declaring them, as they came.
///
/// They are written again behind the declared ones, so that an object that is read, changed and
/// sent back loses nothing. As small as a pointer while there are none.
#[derive(Clone, Default, PartialEq)]
pub struct Undeclared {
    /// Boxed, since there are none nearly always.
    members: Option<Box<Members>>,
}

#[derive(Clone, Default, PartialEq)]
struct Members(BTreeMap<String, Value>);

impl Undeclared {
    /// The member of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.members.as_ref()?.0.get(name)
    }

    /// Sets a member, and gives back what it was before.
    pub fn insert(&mut self, name: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        self.members
            .get_or_insert_default()
            .0
            .insert(name.into(), value.into())
    }

    /// Takes a member out.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.members.as_mut()?.0.remove(name)
    }

    /// All members, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        let members = self.members.iter().flat_map(|members| &members.0);
        members.map(|(name, value)| (name.as_str(), value))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.as_ref().map_or(0, |members| members.0.len())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl fmt::Debug for Undeclared {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_map().entries(self.iter()).finish()
    }
}

impl Wire for Undeclared {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.members.get_or_insert_default().0.read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        writer.begin_object();
        self.write_entries(writer);
        writer.end_object();
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        self.check_entries(rule.elements(), checker);
    }

    fn member(&self, name: &str) -> Option<Value> {
        self.get(name).cloned()
    }

    fn parts(&self) -> Parts<'_> {
        let members = self.members.as_ref();
        members.map_or_else(|| Parts::Members(Vec::new()), |members| members.0.parts())
    }

    fn entries(&self) -> usize {
        self.len()
    }

    fn read_entry(&mut self, name: String, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let members = self.members.get_or_insert_default();
        members.0.read_entry(name, reader)
    }

    fn write_entries(&self, writer: &mut Writer) {
        if let Some(members) = &self.members {
            members.0.write_entries(writer);
        }
    }

    fn check_entries(&self, rule: &Rule, checker: &mut Checker) {
        if let Some(members) = &self.members {
            members.0.check_entries(rule, checker);
        }
    }
}
