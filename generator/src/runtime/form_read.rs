//! Forms that come in: callbacks, webhooks and replies of `application/x-www-form-urlencoded`.
//!
//! The fields become JSON in which all scalars are strings, and types read that as ever.

use super::decode_error::DecodeError;
use super::reader::{MAX_DEPTH, Reader};
use super::reply::Reply;
use super::text_value::read_words;
use super::wire::{Parts, Wire};
use super::writer::Writer;
use percent_encoding::percent_decode_str;
use std::collections::BTreeMap;

/// How the value of a field is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormValue {
    /// Text, and a list of it where the field is repeated.
    Text,
    /// The same, and `null` where it is empty.
    TextOrNothing,
    /// JSON.
    Json,
    /// JSON where it is an object or a list, `null` where it is empty, and otherwise text.
    Compound,
    /// A field for each item.
    Items(&'static FormValue),
    /// The items with this between them.
    Separated(char),
    /// The names and values of members with this between them.
    Pairs(char),
    /// A field for each of these members.
    Members(&'static [&'static str]),
    /// Fields called `name[key]`.
    Deep,
}

/// The fields that are not read as all others are.
type Fields = [(&'static str, FormValue)];

impl Reply {
    /// The body as a form: `fields` are read as they say, and all others as `others` says.
    ///
    /// # Errors
    ///
    /// When it is no form, or does not have the form of the type.
    pub fn form<T: Wire>(&self, fields: &Fields, others: &FormValue) -> Result<T, DecodeError> {
        let mut value = T::blank();
        let text = between(&self.body, fields, others, &value)?;
        read_words(&mut value, &text)?;
        Ok(value)
    }
}

/// The values of a field as they came, and the fields within it.
#[derive(Default)]
pub(super) struct Field<'a> {
    values: Vec<&'a str>,
    members: BTreeMap<String, Field<'a>>,
}

/// The JSON for a form. What `blank` has as an empty list or object is that where there is no field
/// of it.
fn between(
    body: &[u8],
    fields: &Fields,
    others: &FormValue,
    blank: &dyn Wire,
) -> Result<String, DecodeError> {
    let text = std::str::from_utf8(body)
        .map_err(|error| DecodeError::new("a form in UTF-8", &error.to_string()))?;
    let mut form = Field::of(text, fields)?;
    if let Parts::Members(members) = blank.parts() {
        for (name, member) in members.into_iter().filter(|(_, member)| !member.is_absent()) {
            if leaves_no_trace(listed(fields, name), member) {
                form.members.entry(name.to_owned()).or_default();
            }
        }
    }
    let mut writer = Writer::default();
    writer.begin_object();
    for (name, field) in &form.members {
        writer.key(name);
        let value = listed(fields, name).unwrap_or(others);
        let written = field.write(value, &mut writer);
        written.map_err(|error| error.below(name))?;
    }
    writer.end_object();
    Ok(writer.finish())
}

fn listed<'a>(fields: &'a Fields, name: &str) -> Option<&'a FormValue> {
    let (_, value) = fields.iter().find(|(known, _)| *known == name)?;
    Some(value)
}

/// Whether an empty list or object is no field at all.
fn leaves_no_trace(value: Option<&FormValue>, member: &dyn Wire) -> bool {
    match member.parts() {
        Parts::Items(_) => matches!(value, Some(FormValue::Items(_))),
        Parts::Members(_) => matches!(value, Some(FormValue::Members(_) | FormValue::Deep)),
        _ => false,
    }
}

/// Which member a field is, by the names on the way there.
fn place(name: String, fields: &Fields) -> Result<Vec<String>, DecodeError> {
    for (owner, value) in fields {
        match value {
            FormValue::Members(members) if members.contains(&name.as_str()) => {
                return Ok(vec![(*owner).to_owned(), name]);
            }
            FormValue::Deep => {
                let keys = name.strip_prefix(owner).and_then(|keys| keys.strip_suffix(']'));
                let Some(keys) = keys.and_then(|keys| keys.strip_prefix('[')) else {
                    continue;
                };
                let keys = keys.split("][").map(str::to_owned);
                let place: Vec<String> = std::iter::once((*owner).to_owned()).chain(keys).collect();
                if place.len() > MAX_DEPTH {
                    return Err(DecodeError::new("at most 128 levels of nesting", &name));
                }
                return Ok(place);
            }
            _ => {}
        }
    }
    Ok(vec![name])
}

impl<'a> Field<'a> {
    /// All fields of a form.
    pub(super) fn of(text: &'a str, fields: &Fields) -> Result<Self, DecodeError> {
        let mut form = Self::default();
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            form.at(place(decoded(name)?, fields)?).values.push(value);
        }
        Ok(form)
    }

    /// The field of this name.
    pub(super) fn member(&self, name: &str) -> Option<&Self> {
        self.members.get(name)
    }

    /// The field at a place below this one.
    fn at(&mut self, place: Vec<String>) -> &mut Self {
        let names = place.into_iter();
        names.fold(self, |field, name| field.members.entry(name).or_default())
    }

    pub(super) fn write(&self, value: &FormValue, writer: &mut Writer) -> Result<(), DecodeError> {
        if !self.values.is_empty() && !self.members.is_empty() {
            return Err(DecodeError::new("a value or members", "both"));
        }
        match *value {
            FormValue::Items(item) => {
                writer.begin_array();
                for text in &self.values {
                    writer.element();
                    write_value(text, item, writer)?;
                }
                writer.end_array();
                Ok(())
            }
            FormValue::Separated(separator) => {
                writer.begin_array();
                for text in split(self.only()?, separator)? {
                    writer.element();
                    writer.string(&text);
                }
                writer.end_array();
                Ok(())
            }
            FormValue::Pairs(separator) => write_pairs(self.only()?, separator, writer),
            FormValue::Members(_) | FormValue::Deep if self.values.is_empty() => {
                self.write_members(writer)
            }
            FormValue::Json => write_value(self.only()?, value, writer),
            _ if self.values.len() == 1 => {
                write_value(self.only()?, value, writer)
            }
            _ => self.write(&FormValue::Items(&FormValue::Text), writer),
        }
    }

    /// The value of a field that is not repeated.
    fn only(&self) -> Result<&'a str, DecodeError> {
        match self.values.as_slice() {
            [value] => Ok(value),
            values => Err(DecodeError::new("one field", &format!("{} fields", values.len()))),
        }
    }

    /// An object; a list where the names are its indices.
    fn write_members(&self, writer: &mut Writer) -> Result<(), DecodeError> {
        let mut items: Vec<(usize, &Self)> = Vec::new();
        let indices = self.members.iter();
        items.extend(indices.filter_map(|(name, field)| Some((name.parse().ok()?, field))));
        items.sort_unstable_by_key(|(index, _)| *index);
        let is_list = items.len() == self.members.len()
            && items.iter().enumerate().all(|(place, (index, _))| place == *index);
        if is_list && !items.is_empty() {
            writer.begin_array();
            for (_, field) in items {
                writer.element();
                field.write(&FormValue::Deep, writer)?;
            }
            writer.end_array();
            return Ok(());
        }
        writer.begin_object();
        for (name, field) in &self.members {
            writer.key(name);
            let written = field.write(&FormValue::Deep, writer);
            written.map_err(|error| error.below(name))?;
        }
        writer.end_object();
        Ok(())
    }
}

/// Writes the value of one field.
fn write_value(text: &str, value: &FormValue, writer: &mut Writer) -> Result<(), DecodeError> {
    let text = decoded(text)?;
    let is_compound = text.trim_start().starts_with(['{', '[']);
    match value {
        FormValue::TextOrNothing | FormValue::Compound if text.is_empty() => writer.null(),
        FormValue::Compound if !is_compound => writer.string(&text),
        FormValue::Json | FormValue::Compound => {
            // Nothing but one value of JSON can become part of the whole.
            let mut reader = Reader::new(text.as_bytes());
            reader.skip()?;
            reader.finish()?;
            writer.literal(&text);
        }
        _ => writer.string(&text),
    }
    Ok(())
}

fn write_pairs(text: &str, separator: char, writer: &mut Writer) -> Result<(), DecodeError> {
    let words = split(text, separator)?;
    let mut members = BTreeMap::new();
    for pair in words.chunks(2) {
        let [name, value] = pair else {
            return Err(DecodeError::new("a value behind each name", "none"));
        };
        if members.insert(name, value).is_some() {
            return Err(DecodeError::new("different names", name));
        }
    }
    writer.begin_object();
    for (name, value) in members {
        writer.key(name);
        writer.string(value);
    }
    writer.end_object();
    Ok(())
}

/// The parts between separators. A comma that is encoded belongs to a part; what else separates
/// can only be encoded.
fn split(text: &str, separator: char) -> Result<Vec<String>, DecodeError> {
    if separator == ',' {
        return text.split(separator).map(decoded).collect();
    }
    let text = decoded(text)?;
    Ok(text.split(separator).map(str::to_owned).collect())
}

/// The text that is meant.
fn decoded(text: &str) -> Result<String, DecodeError> {
    let is_triple = |behind: &str| {
        let digits = behind.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    if !text.split('%').skip(1).all(is_triple) {
        return Err(DecodeError::new("two hexadecimal digits behind each %", "something else"));
    }
    let spaced = text.replace('+', " ");
    let text = percent_decode_str(&spaced).decode_utf8();
    let text = text.map_err(|error| DecodeError::new("text in UTF-8", &error.to_string()))?;
    Ok(text.into_owned())
}
