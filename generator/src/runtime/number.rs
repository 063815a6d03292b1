//! JSON numbers as they are written.

use super::decimal::Decimal;
use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rules::Rule;
use super::violations::Checker;
use super::wire::{Json, Wire};
use super::writer::Writer;
use std::fmt;
use std::str::FromStr;

/// A JSON number that keeps its exact text. Numbers are equal by value: `1` and `1.0` are.
///
/// The type of numbers with `format: decimal`, which lose nothing on the way. Whole numbers convert
/// into it; others come from text (`"19.99".parse()`) or, as far as it goes, from `f64`.
#[derive(Clone)]
pub struct Number {
    text: String,
}

impl Number {
    /// The number as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The whole number, if it is one within the range of `i64`; `5.0` and `5e0` are.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        let parsed = self.text.parse().ok();
        parsed.or_else(|| i64::try_from(Decimal::parse(&self.text)?.to_integer()?).ok())
    }

    /// The number, rounded to the nearest `f64`; `None` beyond its range.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        self.text
            .parse()
            .ok()
            .filter(|value: &f64| value.is_finite())
    }

    /// Whether it is a whole number, as `5.0` is.
    pub(super) fn is_integer(&self) -> bool {
        let one = Decimal::parse("1");
        let value = Decimal::parse(&self.text);
        value
            .zip(one)
            .is_some_and(|(value, one)| value.is_multiple_of(&one))
    }

    /// A text that equal numbers have in common.
    pub(super) fn canonical(&self) -> String {
        let decimal = Decimal::parse(&self.text);
        decimal.map_or_else(|| self.text.clone(), |decimal| format!("{decimal:?}"))
    }
}

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text || Decimal::parse(&self.text) == Decimal::parse(&other.text)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for Number {
    type Err = DecodeError;

    fn from_str(text: &str) -> Result<Self, DecodeError> {
        Self::from_json(text)
    }
}

/// Makes a [`Number`] from a type of whole numbers.
macro_rules! number_from {
    ($($type:ty),*) => {$(
        impl From<$type> for Number {
            fn from(value: $type) -> Self {
                Self { text: Writer::text(&value) }
            }
        }
    )*};
}
number_from!(i32, u32, i64, u64, i128);

/// The shortest text that leads back to the same `f64`.
impl TryFrom<f64> for Number {
    type Error = DecodeError;

    fn try_from(value: f64) -> Result<Self, DecodeError> {
        if value.is_finite() {
            Ok(Self {
                text: Writer::text(&value),
            })
        } else {
            Err(DecodeError::new("a finite number", &value.to_string()))
        }
    }
}

impl Wire for Number {
    fn blank() -> Self {
        Self {
            text: "0".to_owned(),
        }
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.number("a number")?.clone_into(&mut self.text);
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.literal(&self.text);
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        if rule.limits_numbers() {
            rule.check_number(&self.text, checker);
        }
    }
}
