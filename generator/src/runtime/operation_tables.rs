//! The macros that make operations: struct, parameters, constructor and request functions of one
//! table.

/// An operation: its arguments, how the clients call it, and how it is made.
///
/// ```text
/// operation! {
///     pub struct GetThing {
///         pub id: String = path("id"),
///         pub page: Option<i64> = query("page").range(1, 9),
///         pub body: Thing,
///     }
///     send fn get_thing(id: impl Into<String>, body: Thing) -> Result<Thing, Error<Failure>>;
///     fn new(id: impl Into<String>, body: Thing);
///     fn with_page(page: i64);
/// }
/// ```
///
/// With `client = Name;` behind the struct, the request functions are those of the client of a tag
/// (see [`tag_client!`]) and not of the whole client.
///
/// A request function is a `send fn`, an `open fn` where the reply is bytes that come bit by bit,
/// or a `stream fn` where it comes item by item. It calls `new` with its arguments, unless `=` is
/// followed by how the operation is made otherwise.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation {
    ($(#$attribute:tt)* $visibility:vis struct $($parts:tt)*) => {
        $crate::runtime::operation_parts! {
            () ($(#$attribute)*) $(#$attribute)* $visibility struct $($parts)*
        }
    };
}
#[doc(hidden)]
pub use __operation as operation;

/// The parts of an operation, behind the client of its tag and its documentation as one token each.
#[doc(hidden)]
#[macro_export]
macro_rules! __operation_parts {
    (
        () $text:tt
        $(#[$attribute:meta])*
        $visibility:vis struct $type:ident { $($fields:tt)* }
        client = $client:ident;
        $($functions:tt)*
    ) => {
        $crate::runtime::operation_parts! {
            ($client) $text $(#[$attribute])* $visibility struct $type { $($fields)* }
            $($functions)*
        }
    };
    (
        $client:tt $text:tt
        $(#[$attribute:meta])*
        $visibility:vis struct $type:ident {
            $($(#[$described:meta])* $shown:vis $field:ident: $held:ty $(= $parameter:expr)?),* $(,)?
        }
        $(
            send fn $sent:ident($($sent_name:ident: $sent_type:ty),* $(,)?)
            -> $sent_reply:ty $(= $sent_call:expr)?;
        )?
        $(
            open fn $opened:ident($($opened_name:ident: $opened_type:ty),* $(,)?)
            -> Result<Download, $opened_error:ty> $(= $opened_call:expr)?;
        )?
        $(
            stream fn $streamed:ident($($streamed_name:ident: $streamed_type:ty),* $(,)?)
            -> Result<Items<$item:ty>, $streamed_error:ty> $(= $streamed_call:expr)?;
        )?
        $(fn $($functions:tt)*)?
    ) => {
        $(#[$attribute])*
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        $visibility struct $type {
            $(
                $(#[$described])*
                $(
                    ///
                    #[doc = concat!("On the wire: `", stringify!($parameter), "`.")]
                )?
                $shown $field: $held,
            )*
        }

        impl $crate::runtime::Parameters for $type {
            const PARAMETERS: &'static [$crate::runtime::Parameter] = {
                // As an item it is not taken for an array on the stack, however long.
                const ALL: &[$crate::runtime::Parameter] = &[$($($parameter,)?)*];
                ALL
            };

            fn parameters(&self) -> Vec<&dyn $crate::runtime::Wire> {
                vec![$($($crate::runtime::field_of!(self.$field, $parameter),)?)*]
            }
        }

        $(
            $crate::runtime::request_function! {
                $client $text $type $sent($($sent_name: $sent_type),*); send;
                $sent_reply; $sent_reply; $($sent_call)?
            }
        )?
        $(
            $crate::runtime::request_function! {
                $client $text $type $opened($($opened_name: $opened_type),*); open;
                Result<$crate::Download, $opened_error>;
                Result<$crate::blocking::Download, $opened_error>; $($opened_call)?
            }
        )?
        $(
            $crate::runtime::request_function! {
                $client $text $type $streamed($($streamed_name: $streamed_type),*); stream;
                Result<$crate::runtime::Items<$item>, $streamed_error>;
                Result<$crate::blocking::Items<$item>, $streamed_error>; $($streamed_call)?
            }
        )?
        $($crate::runtime::arguments! { $type fn $($functions)* })?
    };
}
#[doc(hidden)]
pub use __operation_parts as operation_parts;

/// The field of a parameter.
#[doc(hidden)]
#[macro_export]
macro_rules! __field_of {
    ($operation:ident.$field:ident, $parameter:expr) => {
        &$operation.$field
    };
}
#[doc(hidden)]
pub use __field_of as field_of;

/// `new` for what an operation requires, and a setter for everything else.
#[doc(hidden)]
#[macro_export]
macro_rules! __arguments {
    ($type:ident fn new(); $(fn $setter:ident($optional:ident: $given:ty $(,)?);)*) => {
        impl $type {
            /// Makes the call; everything is unset.
            #[must_use]
            pub const fn new() -> Self {
                Self { $($optional: None),* }
            }
        }

        impl Default for $type {
            fn default() -> Self {
                Self::new()
            }
        }
        $crate::runtime::setters! { $type $(fn $setter($optional: $given);)* }
    };
    ($type:ident
        fn new(required: $given:ident { $($field:ident: $held:ty),* $(,)? });
        $(fn $setter:ident($optional:ident: $passed:ty $(,)?);)*) => {
        $crate::runtime::required_fields! { $type $given { $($field: $held),* } }

        impl $type {
            /// Makes the call from what is required.
            #[must_use]
            pub fn new(required: $given) -> Self {
                Self { $($field: required.$field,)* $($optional: None),* }
            }
        }
        $crate::runtime::setters! { $type $(fn $setter($optional: $passed);)* }
    };
    ($type:ident
        fn new($($field:ident: $held:ty),* $(,)?);
        $(fn $setter:ident($optional:ident: $passed:ty $(,)?);)*) => {
        impl $type {
            /// Makes the call from what is required.
            #[must_use]
            pub fn new($($field: $held),*) -> Self {
                Self { $($field: $field.into(),)* $($optional: None),* }
            }
        }
        $crate::runtime::setters! { $type $(fn $setter($optional: $passed);)* }
    };
}
#[doc(hidden)]
pub use __arguments as arguments;

/// One request function of both clients, by the client's method and what that gives back.
#[doc(hidden)]
#[macro_export]
macro_rules! __request_function {
    ($client:tt $text:tt $type:ident $name:ident($($argument:ident: $held:ty),*); $send:ident;
        $asynchronous:ty; $blocking:ty;) => {
        $crate::runtime::request_function! {
            $client $text $type $name($($argument: $held),*); $send;
            $asynchronous; $blocking; $type::new($($argument),*)
        }
    };
    (() $($function:tt)*) => {
        $crate::runtime::request_function! {
            [$crate::Client] [$crate::blocking::Client] [] $($function)*
        }
    };
    (($client:ident) $($function:tt)*) => {
        $crate::runtime::request_function! {
            [$client<'_, $crate::Client>] [$client<'_, $crate::blocking::Client>] [.client]
            $($function)*
        }
    };
    ([$on:ty] [$blocking_on:ty] [$($to_client:tt)*]
        ($(#[$attribute:meta])*) $type:ident $name:ident($($argument:ident: $held:ty),*); $send:ident;
        $asynchronous:ty; $blocking:ty; $call:expr) => {
        #[cfg(feature = "reqwest")]
        impl $on {
            $(#[$attribute])*
            ///
            #[doc = concat!("The call as a value, with all that is optional: [`", stringify!($type), "`].")]
            ///
            /// # Errors
            ///
            /// When the request is invalid, cannot be sent, or is answered with an error.
            pub async fn $name(&self, $($argument: $held),*) -> $asynchronous {
                let operation = $call;
                self $($to_client)* .$send(&operation).await
            }
        }

        #[cfg(feature = "ureq")]
        impl $blocking_on {
            $(#[$attribute])*
            ///
            #[doc = concat!("The call as a value, with all that is optional: [`", stringify!($type), "`].")]
            ///
            /// # Errors
            ///
            /// When the request is invalid, cannot be sent, or is answered with an error.
            pub fn $name(&self, $($argument: $held),*) -> $blocking {
                let operation = $call;
                self $($to_client)* .$send(&operation)
            }
        }
    };
}
#[doc(hidden)]
pub use __request_function as request_function;

/// The client of a tag, and the method that gives it.
///
/// ```text
/// tag_client! {
///     /// The operations of `things`.
///     pub struct ThingsClient {}
///     fn things();
/// }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __tag_client {
    ($(#[$attribute:meta])* pub struct $type:ident {} fn $method:ident();) => {
        $(#[$attribute])*
        #[derive(Clone, Debug)]
        #[non_exhaustive]
        pub struct $type<'a, C> {
            /// The client that makes the calls.
            pub client: &'a C,
        }

        #[cfg(feature = "reqwest")]
        impl $crate::Client {
            $(#[$attribute])*
            #[must_use]
            pub fn $method(&self) -> $type<'_, Self> {
                $type { client: self }
            }
        }

        #[cfg(feature = "ureq")]
        impl $crate::blocking::Client {
            $(#[$attribute])*
            #[must_use]
            pub fn $method(&self) -> $type<'_, Self> {
                $type { client: self }
            }
        }
    };
}
#[doc(hidden)]
pub use __tag_client as tag_client;
