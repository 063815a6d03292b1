//! [`Wire`] for lists, maps, and what may be absent or `null`.
//!
//! Generic bodies are compiled once per element type, so they only hand over to the plain
//! functions of this file.

use super::decode_error::DecodeError;
use super::nullable::Nullable;
use super::reader::Reader;
use super::rules::Rule;
use super::value::Value;
use super::violations::Checker;
use super::wire::{Parts, Wire};
use super::writer::Writer;
use super::xml_form::is_marked;
use std::collections::{BTreeMap, BTreeSet};

impl<T: Wire> Wire for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.clear();
        let mut more = reader.begin_array()?;
        while more {
            let mut item = T::blank();
            read_item(&mut item, self.len(), reader)?;
            self.push(item);
            more = reader.next_element()?;
        }
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.begin_array();
        for item in self {
            writer.element();
            item.write(writer);
        }
        writer.end_array();
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        check_list(self, self.len(), rule, checker);
        for (index, item) in self.iter().enumerate() {
            check_item(item, index, rule, checker);
        }
    }

    fn parts(&self) -> Parts<'_> {
        Parts::Items(self.iter().map(|item| item as &dyn Wire).collect())
    }
}

fn read_item(
    item: &mut dyn Wire,
    index: usize,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    item.read(reader)
        .map_err(|error| error.below(&index.to_string()))
}

fn check_list(list: &dyn Wire, length: usize, rule: &Rule, checker: &mut Checker) {
    rule.check_size(length, "Items", checker, &|| Writer::shown(list));
    if rule.unique {
        if let Ok(Value::Array(items)) = Writer::text(list).parse::<Value>() {
            let mut seen = BTreeSet::new();
            if !items.iter().all(|item| seen.insert(item.canonical())) {
                checker.reject("uniqueItems: true".to_owned(), &Writer::shown(list));
            }
        }
    }
}

fn check_item(item: &dyn Wire, index: usize, rule: &Rule, checker: &mut Checker) {
    checker.at(&index.to_string(), |checker| {
        rule.elements().apply(item, checker);
    });
}

impl<T: Wire> Wire for BTreeMap<String, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.clear();
        read_map(self, !reader.xml, reader)
    }

    fn write(&self, writer: &mut Writer) {
        writer.begin_object();
        writer.write_tag(|name| self.contains_key(name));
        self.write_entries(writer);
        writer.end_object();
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        rule.check_size(self.len(), "Properties", checker, &|| Writer::shown(self));
        self.check_entries(rule.elements(), checker);
    }

    fn member(&self, name: &str) -> Option<Value> {
        self.get(name)
            .and_then(|value| Writer::text(value).parse().ok())
    }

    fn parts(&self) -> Parts<'_> {
        let members = self.iter();
        Parts::Members(
            members
                .map(|(name, value)| (name.as_str(), value as &dyn Wire))
                .collect(),
        )
    }

    fn entries(&self) -> usize {
        self.len()
    }

    fn read_entry(&mut self, name: String, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let mut value = T::blank();
        value.read(reader).map_err(|error| error.below(&name))?;
        self.insert(name, value);
        Ok(())
    }

    fn write_entries(&self, writer: &mut Writer) {
        for (name, value) in self {
            writer.key(name);
            value.write(writer);
        }
    }

    fn check_entries(&self, rule: &Rule, checker: &mut Checker) {
        for (name, value) in self {
            checker.at(name, |checker| rule.apply(value, checker));
        }
    }
}

/// Reads the members of a map; attributes are taken as such only by values of any type.
pub(super) fn read_map(
    map: &mut dyn Wire,
    attributes: bool,
    reader: &mut Reader<'_>,
) -> Result<(), DecodeError> {
    let mut key = reader.begin_object()?.map(str::to_owned);
    while let Some(name) = key {
        if attributes || !is_marked(&name) {
            map.read_entry(name, reader)?;
        } else {
            reader.skip()?;
        }
        key = reader.next_key()?.map(str::to_owned);
    }
    Ok(())
}

/// Reads a value; `false` for an empty element that is none.
fn read_or_nothing(value: &mut dyn Wire, reader: &mut Reader<'_>) -> Result<bool, DecodeError> {
    if reader.xml && reader.at_nothing()? {
        let text = reader.raw()?;
        return Ok(reader.read_again(text, value).is_ok());
    }
    value.read(reader).map(|()| true)
}

impl<T: Wire> Wire for Option<T> {
    fn blank() -> Self {
        None
    }

    fn takes_null() -> bool {
        true
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if !T::takes_null() && reader.at_null()? {
            *self = None;
            // Nothing is left of it, so that it speaks against this variant of a union.
            reader.forbidden += 1;
            return reader.null();
        }
        if !read_or_nothing(self.insert(T::blank()), reader)? {
            *self = None;
        }
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Some(value) => value.write(writer),
            None => writer.null(),
        }
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        if let Some(value) = self {
            value.check(rule, checker);
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn member(&self, name: &str) -> Option<Value> {
        self.as_ref()?.member(name)
    }

    fn parts(&self) -> Parts<'_> {
        self.as_ref().map_or(Parts::None, Wire::parts)
    }
}

impl<T: Wire> Wire for Nullable<T> {
    fn blank() -> Self {
        Self::Null
    }

    fn takes_null() -> bool {
        true
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        if reader.at_null()? {
            *self = Self::Null;
            return reader.null();
        }
        let mut value = T::blank();
        let is_value = read_or_nothing(&mut value, reader)?;
        *self = if is_value { Self::Value(value) } else { Self::Null };
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        match self {
            Self::Value(value) => value.write(writer),
            Self::Null => writer.null(),
        }
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        if let Self::Value(value) = self {
            value.check(rule, checker);
        }
    }

    fn member(&self, name: &str) -> Option<Value> {
        self.as_option()?.member(name)
    }

    fn parts(&self) -> Parts<'_> {
        self.as_option().map_or(Parts::None, Wire::parts)
    }
}

impl<T: Wire> Wire for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn takes_null() -> bool {
        T::takes_null()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.as_mut().read(reader)
    }

    fn write(&self, writer: &mut Writer) {
        self.as_ref().write(writer);
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        self.as_ref().check(rule, checker);
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_absent()
    }

    fn member(&self, name: &str) -> Option<Value> {
        self.as_ref().member(name)
    }

    fn parts(&self) -> Parts<'_> {
        self.as_ref().parts()
    }
}
