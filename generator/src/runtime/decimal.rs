//! Decimal numbers of any size, as JSON writes them: compared and divided exactly.
//!
//! Binary floating point cannot tell that `0.3` is a multiple of `0.1`; the text can.

use std::cmp::Ordering;

/// The longest run of zeros that is still written out to divide exactly.
const MAX_SHIFT: i64 = 5_000;

/// A decimal number: `digits × 10^scale`, without leading or trailing zeros in `digits`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    scale: i64,
}

impl Decimal {
    /// Reads a JSON number (RFC 8259, section 6); `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.is_empty() || !(whole.bytes().chain(fraction.bytes())).all(|b| b.is_ascii_digit())
        {
            return None;
        }
        let mut digits: Vec<u8> = (whole.bytes().chain(fraction.bytes()))
            .map(|byte| byte - b'0')
            .skip_while(|digit| *digit == 0)
            .collect();
        let mut scale = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?;
        while digits.last() == Some(&0) {
            digits.pop();
            scale = scale.checked_add(1)?;
        }
        if digits.is_empty() {
            return Some(Self {
                negative: false,
                digits,
                scale: 0,
            });
        }
        Some(Self {
            negative,
            digits,
            scale,
        })
    }

    /// The number as a whole number, when it is one and fits.
    #[must_use]
    pub fn to_integer(&self) -> Option<i128> {
        let zeros = u32::try_from(self.scale).ok()?;
        let mut value: i128 = 0;
        for digit in &self.digits {
            value = value.checked_mul(10)?.checked_sub(i128::from(*digit))?;
        }
        if value != 0 {
            value = value.checked_mul(10_i128.checked_pow(zeros)?)?;
        }
        if self.negative {
            Some(value)
        } else {
            value.checked_neg()
        }
    }

    /// Whether this number is a whole multiple of `step`. Zero is a multiple of everything.
    ///
    /// Steps of more than 36 significant digits, and numbers beyond 10^5000, count as multiples.
    #[must_use]
    pub fn is_multiple_of(&self, step: &Self) -> bool {
        if self.digits.is_empty() {
            return true;
        }
        if step.digits.is_empty() {
            return false;
        }
        let shift = self.scale.saturating_sub(step.scale);
        if shift < 0 {
            return false;
        }
        if shift > MAX_SHIFT || step.digits.len() > 36 {
            return true;
        }
        let divisor = step
            .digits
            .iter()
            .fold(0_u128, |value, digit| value * 10 + u128::from(*digit));
        let mut rest = 0_u128;
        for digit in &self.digits {
            rest = (rest * 10 + u128::from(*digit)) % divisor;
        }
        for _ in 0..shift {
            rest = rest * 10 % divisor;
        }
        rest == 0
    }

    /// Compares without the sign.
    fn compare_size(&self, other: &Self) -> Ordering {
        let places = |number: &Self| {
            i64::try_from(number.digits.len())
                .unwrap_or(i64::MAX)
                .saturating_add(number.scale)
        };
        match (self.digits.is_empty(), other.digits.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            // Without trailing zeros, the order of the digits is that of the numbers.
            (false, false) => places(self)
                .cmp(&places(other))
                .then_with(|| self.digits.cmp(&other.digits)),
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
            (false, false) => self.compare_size(other),
            (true, true) => other.compare_size(self),
        }
    }
}
