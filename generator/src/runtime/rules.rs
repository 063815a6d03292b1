//! The rules that a description states for values, as constants that drive validation.

use super::decimal::Decimal;
use super::format::Format;
use super::pattern;
use super::rule_methods::rule_methods;
use super::schema::{self, Assertion};
use super::violations::Checker;
use super::wire::Wire;
use std::fmt;

/// Rules for one value; begins with [`rule()`].
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub(super) minimum: Option<Limit>,
    pub(super) maximum: Option<Limit>,
    pub(super) multiple_of: Option<Limit>,
    pub(super) exclusive_minimum: bool,
    pub(super) exclusive_maximum: bool,
    pub(super) unique: bool,
    pub(super) min_size: u64,
    pub(super) max_size: u64,
    pub(super) pattern: Option<&'static str>,
    pub(super) format: Option<&'static str>,
    pub(super) each: Option<&'static Rule>,
    pub(super) assertions: &'static [Assertion],
}

/// No rules yet.
#[must_use]
pub const fn rule() -> Rule {
    Rule::NONE
}

impl Rule {
    /// No rules.
    pub const NONE: Self = Self {
        minimum: None,
        maximum: None,
        multiple_of: None,
        exclusive_minimum: false,
        exclusive_maximum: false,
        unique: false,
        min_size: 0,
        max_size: u64::MAX,
        pattern: None,
        format: None,
        each: None,
        assertions: &[],
    };

    rule_methods!(self, self);

    /// Checks a value against its type and these rules.
    pub(super) fn apply(&self, value: &dyn Wire, checker: &mut Checker) {
        value.check(self, checker);
        schema::check(self.assertions, value, checker);
    }

    /// The rules for the elements.
    pub(super) fn elements(&self) -> &'static Self {
        self.each.unwrap_or(&Self::NONE)
    }

    /// Whether there is a rule for numbers.
    pub(super) fn limits_numbers(&self) -> bool {
        self.minimum.is_some()
            || self.maximum.is_some()
            || self.multiple_of.is_some()
            || self.format.is_some()
    }

    /// Checks a number, given as JSON text.
    pub(super) fn check_number(&self, text: &str, checker: &mut Checker) {
        if let Some(name) = self.format {
            if Format::named(name).is_some_and(|format| !format.holds_for_number(text)) {
                checker.reject(format!("format: {name}"), text);
            }
        }
        let Some(value) = Decimal::parse(text) else {
            return;
        };
        if let Some((limit, bound)) = self.minimum.and_then(Limit::decimal) {
            if self.exclusive_minimum && value <= bound {
                checker.reject(format!("exclusiveMinimum: {limit}"), text);
            } else if value < bound {
                checker.reject(format!("minimum: {limit}"), text);
            }
        }
        if let Some((limit, bound)) = self.maximum.and_then(Limit::decimal) {
            if self.exclusive_maximum && value >= bound {
                checker.reject(format!("exclusiveMaximum: {limit}"), text);
            } else if value > bound {
                checker.reject(format!("maximum: {limit}"), text);
            }
        }
        if let Some((limit, step)) = self.multiple_of.and_then(Limit::decimal) {
            if !value.is_multiple_of(&step) {
                checker.reject(format!("multipleOf: {limit}"), text);
            }
        }
    }

    /// Checks a string.
    pub(super) fn check_text(&self, text: &str, checker: &mut Checker) {
        self.check_shown(text, checker, &|| format!("{text:?}"));
    }

    /// Checks a string that must not be shown.
    pub(super) fn check_secret(&self, text: &str, checker: &mut Checker) {
        self.check_shown(text, checker, &|| "a secret".to_owned());
    }

    fn check_shown(&self, text: &str, checker: &mut Checker, shown: &dyn Fn() -> String) {
        if self.min_size > 0 || self.max_size < u64::MAX {
            self.check_size(text.chars().count(), "Length", checker, shown);
        }
        if let Some(pattern) = self.pattern {
            if !pattern::matches(pattern, text) {
                checker.reject(format!("pattern: {pattern}"), &shown());
            }
        }
        if let Some(name) = self.format {
            if Format::named(name).is_some_and(|format| !format.holds_for_text(text)) {
                checker.reject(format!("format: {name}"), &shown());
            }
        }
    }

    /// Checks a number of characters, items or properties; `unit` ends the keyword.
    pub(super) fn check_size(
        &self,
        size: usize,
        unit: &str,
        checker: &mut Checker,
        shown: &dyn Fn() -> String,
    ) {
        let size = u64::try_from(size).unwrap_or(u64::MAX);
        if size < self.min_size {
            checker.reject(format!("min{unit}: {}", self.min_size), &shown());
        }
        if size > self.max_size {
            checker.reject(format!("max{unit}: {}", self.max_size), &shown());
        }
    }
}

/// A limit on numbers.
#[derive(Clone, Copy, Debug)]
pub enum Limit {
    /// A whole number.
    Integer(i128),
    /// Any number.
    Number(f64),
}

impl Limit {
    fn decimal(self) -> Option<(Self, Decimal)> {
        Some((self, Decimal::parse(&self.to_string())?))
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(limit) => limit.fmt(f),
            Self::Number(limit) if *limit == 0.0 || (1e-9..1e17).contains(&limit.abs()) => {
                limit.fmt(f)
            }
            // Without an exponent it would be a row of zeros.
            Self::Number(limit) => write!(f, "{limit:e}"),
        }
    }
}
