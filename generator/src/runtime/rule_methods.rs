//! The chaining methods that state rules: written once for all types that hold a [`Rule`].
//!
//! [`Rule`]: super::Rule

/// Declares the methods; `$rule` is the place of the rule in `$self`.
macro_rules! rule_methods {
    ($self:ident, $rule:expr) => {
        /// `minimum` and `maximum` of a whole number.
        #[must_use]
        pub const fn range($self, minimum: i128, maximum: i128) -> Self {
            $self.minimum(minimum).maximum(maximum)
        }

        /// `minimum` of a whole number.
        #[must_use]
        pub const fn minimum(mut $self, limit: i128) -> Self {
            $rule.minimum = Some($crate::runtime::Limit::Integer(limit));
            $rule.exclusive_minimum = false;
            $self
        }

        /// `maximum` of a whole number.
        #[must_use]
        pub const fn maximum(mut $self, limit: i128) -> Self {
            $rule.maximum = Some($crate::runtime::Limit::Integer(limit));
            $rule.exclusive_maximum = false;
            $self
        }

        /// `exclusiveMinimum` of a whole number.
        #[must_use]
        pub const fn exclusive_minimum(mut $self, limit: i128) -> Self {
            $rule.minimum = Some($crate::runtime::Limit::Integer(limit));
            $rule.exclusive_minimum = true;
            $self
        }

        /// `exclusiveMaximum` of a whole number.
        #[must_use]
        pub const fn exclusive_maximum(mut $self, limit: i128) -> Self {
            $rule.maximum = Some($crate::runtime::Limit::Integer(limit));
            $rule.exclusive_maximum = true;
            $self
        }

        /// `multipleOf` of a whole number.
        #[must_use]
        pub const fn multiple_of(mut $self, limit: i128) -> Self {
            $rule.multiple_of = Some($crate::runtime::Limit::Integer(limit));
            $self
        }

        /// `minimum` and `maximum` of a number, exact in decimal.
        #[must_use]
        pub const fn number_range($self, minimum: f64, maximum: f64) -> Self {
            $self.number_minimum(minimum).number_maximum(maximum)
        }

        /// `minimum` of a number, exact in decimal.
        #[must_use]
        pub const fn number_minimum(mut $self, limit: f64) -> Self {
            $rule.minimum = Some($crate::runtime::Limit::Number(limit));
            $rule.exclusive_minimum = false;
            $self
        }

        /// `maximum` of a number, exact in decimal.
        #[must_use]
        pub const fn number_maximum(mut $self, limit: f64) -> Self {
            $rule.maximum = Some($crate::runtime::Limit::Number(limit));
            $rule.exclusive_maximum = false;
            $self
        }

        /// `exclusiveMinimum` of a number, exact in decimal.
        #[must_use]
        pub const fn number_exclusive_minimum(mut $self, limit: f64) -> Self {
            $rule.minimum = Some($crate::runtime::Limit::Number(limit));
            $rule.exclusive_minimum = true;
            $self
        }

        /// `exclusiveMaximum` of a number, exact in decimal.
        #[must_use]
        pub const fn number_exclusive_maximum(mut $self, limit: f64) -> Self {
            $rule.maximum = Some($crate::runtime::Limit::Number(limit));
            $rule.exclusive_maximum = true;
            $self
        }

        /// `multipleOf` of a number, exact in decimal.
        #[must_use]
        pub const fn number_multiple_of(mut $self, limit: f64) -> Self {
            $rule.multiple_of = Some($crate::runtime::Limit::Number(limit));
            $self
        }

        /// `minLength`, in Unicode scalar values.
        #[must_use]
        pub const fn min_length(mut $self, size: u64) -> Self {
            $rule.min_size = size;
            $self
        }

        /// `maxLength`, in Unicode scalar values.
        #[must_use]
        pub const fn max_length(mut $self, size: u64) -> Self {
            $rule.max_size = size;
            $self
        }

        /// `minItems` of a list.
        #[must_use]
        pub const fn min_items(mut $self, size: u64) -> Self {
            $rule.min_size = size;
            $self
        }

        /// `maxItems` of a list.
        #[must_use]
        pub const fn max_items(mut $self, size: u64) -> Self {
            $rule.max_size = size;
            $self
        }

        /// `minProperties` of a map.
        #[must_use]
        pub const fn min_properties(mut $self, size: u64) -> Self {
            $rule.min_size = size;
            $self
        }

        /// `maxProperties` of a map.
        #[must_use]
        pub const fn max_properties(mut $self, size: u64) -> Self {
            $rule.max_size = size;
            $self
        }

        /// `uniqueItems`.
        #[must_use]
        pub const fn unique_items(mut $self) -> Self {
            $rule.unique = true;
            $self
        }

        /// `pattern`: an ECMA-262 expression that must match somewhere in the string.
        #[must_use]
        pub const fn pattern(mut $self, pattern: &'static str) -> Self {
            $rule.pattern = Some(pattern);
            $self
        }

        /// `format`, by a name that [`Format::named`](super::Format::named) knows.
        #[must_use]
        pub const fn format(mut $self, name: &'static str) -> Self {
            $rule.format = Some(name);
            $self
        }

        /// What the type cannot express.
        #[must_use]
        pub const fn assertions(
            mut $self,
            assertions: &'static [$crate::runtime::Assertion],
        ) -> Self {
            $rule.assertions = assertions;
            $self
        }

        /// Rules for each element of a list, or each value of a map.
        #[must_use]
        pub const fn each(mut $self, rule: &'static $crate::runtime::Rule) -> Self {
            $rule.each = Some(rule);
            $self
        }
    };
}
pub(super) use rule_methods;
