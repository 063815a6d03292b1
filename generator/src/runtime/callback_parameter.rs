//! Parameters of callbacks and webhooks in their query and cookies, with their types.

use super::decode_error::DecodeError;
use super::form_read::{Field, FormValue};
use super::text_value::read_words;
use super::wire::Wire;
use super::writer::Writer;
use http::Request;
use http::header::COOKIE;
use std::fmt;
use std::marker::PhantomData;

/// A documented parameter of a request that the server makes, whose value is a `T`.
pub struct CallbackParameter<T> {
    name: &'static str,
    is_cookie: bool,
    form: FormValue,
    value: PhantomData<fn() -> T>,
}

impl<T: Wire> CallbackParameter<T> {
    /// A parameter in the query.
    #[must_use]
    pub const fn query(name: &'static str, form: FormValue) -> Self {
        Self {
            name,
            is_cookie: false,
            form,
            value: PhantomData,
        }
    }

    /// A cookie.
    #[must_use]
    pub const fn cookie(name: &'static str, form: FormValue) -> Self {
        Self {
            name,
            is_cookie: true,
            form,
            value: PhantomData,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Its value in this request; `None` when it is not there.
    ///
    /// # Errors
    ///
    /// When the text does not have the form of the type.
    pub fn read<B>(&self, request: &Request<B>) -> Result<Option<T>, DecodeError> {
        if self.is_cookie {
            let lines = request.headers().get_all(COOKIE).iter();
            let lines: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
            // As a query would have them: here only semicolons separate (RFC 6265, section 4.2.1).
            let pairs = lines.join(";").replace('&', "%26").replace('+', "%2B");
            let pairs: Vec<&str> = pairs.split(';').map(str::trim).collect();
            return self.read_pairs(&pairs.join("&"));
        }
        self.read_pairs(request.uri().query().unwrap_or_default())
    }

    fn read_pairs(&self, text: &str) -> Result<Option<T>, DecodeError> {
        let all = Field::of(text, &[(self.name, self.form)])?;
        let Some(field) = all.member(self.name) else {
            return Ok(None);
        };
        let mut writer = Writer::default();
        let written = field.write(&self.form, &mut writer);
        written.map_err(|error| error.below(self.name))?;
        let text = writer.finish();
        let mut value = T::blank();
        match read_words(&mut value, &text) {
            Ok(()) => Ok(Some(value)),
            // A name without a value, where an empty text is none.
            Err(_) if text == "null" => Ok(None),
            Err(error) => Err(error.below(self.name)),
        }
    }
}

impl<T> Clone for CallbackParameter<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for CallbackParameter<T> {}

impl<T> fmt::Debug for CallbackParameter<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallbackParameter")
            .field("name", &self.name)
            .field("form", &self.form)
            .finish_non_exhaustive()
    }
}
