//! The macros that make objects: struct, constructor and setters of one table.

/// An object, to which members may be added that are not declared:
///
/// ```text
/// object! {
///     pub struct Type {
///         pub name: String = required("name"),
///         pub size: Option<i64> = optional("size").range(1, 9),
///     }
///     rules = object_rules().min_properties(1);
///     fn new(name: impl Into<String>);
///     fn with_size(size: i64);
/// }
/// ```
///
/// The rules may be missing, and so may the functions, which only callers need who make a value.
#[doc(hidden)]
#[macro_export]
macro_rules! __object {
    (
        $(#[$attribute:meta])*
        $visibility:vis struct $type:ident {
            $($(#[$described:meta])* $shown:vis $field:ident: $held:ty = $member:expr),* $(,)?
        }
        $(rules = $rules:expr;)?
        $(fn $($functions:tt)*)?
    ) => {
        $(#[$attribute])*
        $(
            ///
            #[doc = concat!("Rules of the whole: `", stringify!($rules), "`.")]
        )?
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        $visibility struct $type {
            $(
                $(#[$described])*
                ///
                #[doc = concat!("On the wire: `", stringify!($member), "`.")]
                $shown $field: $held,
            )*
            /// The members that the description does not declare.
            pub undeclared: $crate::runtime::Undeclared,
        }

        impl ::core::fmt::Debug for $type {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::runtime::object::show(
                    stringify!($type),
                    &[$((stringify!($field), &self.$field)),*],
                    &self.undeclared,
                    formatter,
                )
            }
        }

        $crate::runtime::object_wire! {
            $type { $($field,)* undeclared } [$($member),*] $(rules = $rules;)?
        }
        $($crate::runtime::fields! { $type fn $($functions)* })?
    };
}
#[doc(hidden)]
pub use __object as object;

/// An object that says which other members it has: none, or those of its last field, the map
/// `additional_properties()`; otherwise as `object!`. What else comes is passed over.
#[doc(hidden)]
#[macro_export]
macro_rules! __exact_object {
    (
        $(#[$attribute:meta])*
        $visibility:vis struct $type:ident {
            $($(#[$described:meta])* $shown:vis $field:ident: $held:ty = $member:expr),* $(,)?
        }
        $(rules = $rules:expr;)?
        $(fn $($functions:tt)*)?
    ) => {
        $(#[$attribute])*
        $(
            ///
            #[doc = concat!("Rules of the whole: `", stringify!($rules), "`.")]
        )?
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        $visibility struct $type {
            $(
                $(#[$described])*
                ///
                #[doc = concat!("On the wire: `", stringify!($member), "`.")]
                $shown $field: $held,
            )*
        }

        $crate::runtime::object_wire! {
            $type { $($field),* } [$($member),*] $(rules = $rules;)?
        }
        $($crate::runtime::fields! { $type fn $($functions)* })?
    };
}
#[doc(hidden)]
pub use __exact_object as exact_object;

/// What makes a struct with a table of members a type on the wire.
#[doc(hidden)]
#[macro_export]
macro_rules! __object_wire {
    ($type:ident { $($field:ident),* } [$($member:expr),*] $(rules = $rules:expr;)?) => {
        impl $crate::runtime::Object for $type {
            const MEMBERS: &'static [$crate::runtime::Member] = {
                // As an item it is not taken for an array on the stack, however long.
                const ALL: &[$crate::runtime::Member] = &[$($member),*];
                ALL
            };
            $(const RULES: $crate::runtime::ObjectRules = $rules;)?
        }

        impl $crate::runtime::Wire for $type {
            fn blank() -> Self {
                Self {
                    $($field: $crate::runtime::Wire::blank(),)*
                }
            }

            fn read(
                &mut self,
                reader: &mut $crate::runtime::Reader<'_>,
            ) -> Result<(), $crate::runtime::DecodeError> {
                $crate::runtime::object::read(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    <Self as $crate::runtime::Object>::RULES.read_only,
                    &mut [$(&mut self.$field),*],
                    reader,
                )
            }

            fn write(&self, writer: &mut $crate::runtime::Writer) {
                $crate::runtime::object::write(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    &[$(&self.$field),*],
                    writer,
                );
            }

            fn check(&self, _: &$crate::runtime::Rule, checker: &mut $crate::runtime::Checker) {
                $crate::runtime::object::check(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    &<Self as $crate::runtime::Object>::RULES,
                    &[$(&self.$field),*],
                    self,
                    checker,
                );
            }

            fn member(&self, name: &str) -> Option<$crate::runtime::Value> {
                $crate::runtime::object::member(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    &[$(&self.$field),*],
                    name,
                )
            }

            fn parts(&self) -> $crate::runtime::Parts<'_> {
                $crate::runtime::object::parts(
                    <Self as $crate::runtime::Object>::MEMBERS,
                    &[$(&self.$field),*],
                )
            }
        }
        $crate::runtime::serde_shim!($type);
    };
}
#[doc(hidden)]
pub use __object_wire as object_wire;

/// `new` for what an object requires, and a setter for each optional field.
///
/// Where too much is required for a list of arguments, `new` takes it by name: `fn new(required:
/// Required { field: Type, … });`.
#[doc(hidden)]
#[macro_export]
macro_rules! __fields {
    ($type:ident fn new(); $($setters:tt)*) => {
        impl $type {
            /// Makes a value in which everything is unset.
            #[must_use]
            pub fn new() -> Self {
                $crate::runtime::Wire::blank()
            }
        }

        impl Default for $type {
            fn default() -> Self {
                $crate::runtime::Wire::blank()
            }
        }
        $crate::runtime::setters! { $type $($setters)* }
    };
    ($type:ident
        fn new(required: $given:ident { $($field:ident: $held:ty),* $(,)? });
        $($setters:tt)*) => {
        $crate::runtime::required_fields! { $type $given { $($field: $held),* } }

        impl $type {
            /// Makes a value from what is required; everything else is unset.
            #[must_use]
            pub fn new(required: $given) -> Self {
                let mut value: Self = $crate::runtime::Wire::blank();
                $(value.$field = required.$field;)*
                value
            }
        }
        $crate::runtime::setters! { $type $($setters)* }
    };
    ($type:ident fn new($($field:ident: $held:ty),* $(,)?); $($setters:tt)*) => {
        impl $type {
            /// Makes a value from what is required; everything else is unset.
            #[must_use]
            pub fn new($($field: $held),*) -> Self {
                let mut value: Self = $crate::runtime::Wire::blank();
                $(value.$field = $field.into();)*
                value
            }
        }
        $crate::runtime::setters! { $type $($setters)* }
    };
}
#[doc(hidden)]
pub use __fields as fields;

/// What a value cannot do without, by name.
#[doc(hidden)]
#[macro_export]
macro_rules! __required_fields {
    ($type:ident $given:ident { $($field:ident: $held:ty),* }) => {
        #[doc = concat!("What a [`", stringify!($type), "`] cannot do without.")]
        #[derive(Clone, Debug, PartialEq)]
        pub struct $given {
            $(
                // No link to the field: rustdoc does not find what is called `r#type`.
                #[doc = concat!("`", stringify!($field), "` of [`", stringify!($type), "`].")]
                pub $field: $held,
            )*
        }
    };
}
#[doc(hidden)]
pub use __required_fields as required_fields;

/// The setters of optional fields, and behind them that of the map of all other members.
#[doc(hidden)]
#[macro_export]
macro_rules! __setters {
    ($type:ident) => {};
    ($type:ident
        $(fn $setter:ident($field:ident: $held:ty $(,)?);)*
        $(map fn $map_setter:ident($map:ident: $entries:ty $(,)?);)?) => {
        impl $type {
            $(
                #[doc = concat!("Sets `", stringify!($field), "`.")]
                #[must_use]
                pub fn $setter(mut self, $field: $held) -> Self {
                    self.$field = Some($field.into());
                    self
                }
            )*
            $(
                #[doc = concat!("Sets `", stringify!($map), "`.")]
                #[must_use]
                pub fn $map_setter(mut self, $map: $entries) -> Self {
                    self.$map = $map;
                    self
                }
            )?
        }
    };
}
#[doc(hidden)]
pub use __setters as setters;

/// Names of types that the description spells out again.
///
/// ```text
/// repeated! {
///     pub type InvoiceLineTax = OrderLineTax;
/// }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __repeated {
    ($($(#[$attribute:meta])* $visibility:vis type $name:ident = $item:ident;)*) => {
        $(
            $(#[$attribute])*
            ///
            #[doc = concat!("The same as [`", stringify!($item), "`].")]
            $visibility type $name = $item;
        )*
    };
}
#[doc(hidden)]
pub use __repeated as repeated;
