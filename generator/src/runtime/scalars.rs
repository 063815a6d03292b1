//! [`Wire`] for booleans, numbers and strings.

use super::decimal::Decimal;
use super::decode_error::DecodeError;
use super::reader::Reader;
use super::rules::Rule;
use super::violations::Checker;
use super::wire::Wire;
use super::writer::Writer;

impl Wire for bool {
    fn blank() -> Self {
        false
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        *self = reader.boolean()?;
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.boolean(*self);
    }

    fn check(&self, _: &Rule, _: &mut Checker) {}
}

impl Wire for String {
    fn blank() -> Self {
        Self::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        self.clear();
        self.push_str(reader.string()?);
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.string(self);
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        rule.check_text(self, checker);
    }
}

impl Wire for f64 {
    fn blank() -> Self {
        0.0
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        let text = reader.number("a number")?;
        match text.parse::<f64>() {
            Ok(value) if value.is_finite() => *self = value,
            _ => return Err(DecodeError::new("a number within the range of `f64`", text)),
        }
        Ok(())
    }

    fn write(&self, writer: &mut Writer) {
        writer.number(*self);
    }

    fn check(&self, rule: &Rule, checker: &mut Checker) {
        if !self.is_finite() {
            checker.reject("type: number".to_owned(), &self.to_string());
        } else if rule.limits_numbers() {
            rule.check_number(&Writer::text(self), checker);
        }
    }
}

/// Implements [`Wire`] for a type of whole numbers.
macro_rules! whole_number {
    ($type:ty, $expected:literal) => {
        impl Wire for $type {
            fn blank() -> Self {
                0
            }

            fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
                let text = reader.number("an integer")?;
                *self = match text.parse() {
                    Ok(value) => value,
                    Err(_) => <$type>::try_from(whole(text)?)
                        .map_err(|_| DecodeError::new($expected, text))?,
                };
                Ok(())
            }

            fn write(&self, writer: &mut Writer) {
                writer.integer(i128::from(*self));
            }

            fn check(&self, rule: &Rule, checker: &mut Checker) {
                if rule.limits_numbers() {
                    rule.check_number(&self.to_string(), checker);
                }
            }
        }
    };
}
whole_number!(i32, "an integer from -2147483648 to 2147483647");
whole_number!(u32, "an integer from 0 to 4294967295");
whole_number!(
    i64,
    "an integer from -9223372036854775808 to 9223372036854775807"
);
whole_number!(u64, "an integer from 0 to 18446744073709551615");
whole_number!(i128, "an integer of at most 128 bits");

/// `5`, `5.0` and `5e0` are the same integer in JSON Schema.
fn whole(text: &str) -> Result<i128, DecodeError> {
    let value = Decimal::parse(text).and_then(|decimal| decimal.to_integer());
    value.ok_or_else(|| DecodeError::new("an integer of at most 128 bits", text))
}

impl Wire for () {
    fn blank() -> Self {}

    fn takes_null() -> bool {
        true
    }

    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), DecodeError> {
        reader.null()
    }

    fn write(&self, writer: &mut Writer) {
        writer.null();
    }

    fn check(&self, _: &Rule, _: &mut Checker) {}
}
