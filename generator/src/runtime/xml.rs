//! XML bodies and replies.

use super::body::{Body, Encode};
use super::decode_error::DecodeError;
use super::reader::Reader;
use super::reply::Reply;
use super::wire::Wire;
use super::xml_form::{XmlForm, element};
use super::xml_read::between;
use super::xml_write;
use bytes::Bytes;

impl<'a> Body<'a> {
    /// `application/xml`: `root` is the outermost element.
    #[must_use]
    pub fn xml(value: &'a dyn Wire, root: &'static XmlForm) -> Self {
        Self::other(value, root, "application/xml")
    }
}

impl Encode for XmlForm {
    fn encode(&self, value: &dyn Wire) -> Result<Bytes, &'static str> {
        xml_write::document(self, value).map(Bytes::from)
    }
}

impl Reply {
    /// The body as XML. The name of the outermost element does not matter.
    ///
    /// # Errors
    ///
    /// When it is not XML, or does not have the form of the type.
    pub fn xml<T: Wire>(&self) -> Result<T, DecodeError> {
        let mut value = T::blank();
        read(&mut value, None, &self.body)?;
        Ok(value)
    }

    /// The body as XML whose outermost element holds a list of elements with this name.
    ///
    /// # Errors
    ///
    /// When it is not XML, or does not have the form of the type.
    pub fn xml_items<T: Wire>(&self, name: &'static str) -> Result<T, DecodeError> {
        let mut value = T::blank();
        read(&mut value, Some(element("").wrapped(name)), &self.body)?;
        Ok(value)
    }
}

fn read(value: &mut dyn Wire, list: Option<XmlForm>, body: &[u8]) -> Result<(), DecodeError> {
    let text = between(body)?;
    let mut reader = Reader::of_words(text.as_bytes());
    reader.xml = true;
    match list {
        Some(form) => form.read_list(value, &mut reader)?,
        None => value.read(&mut reader)?,
    }
    reader.finish()
}
