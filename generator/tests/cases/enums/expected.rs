// === operations.rs

//! The operations of the API, by path and method.

mod untagged;

pub use untagged::*;

// === operations/untagged.rs

//! Operations without a tag.

use crate::runtime::prelude::*;
use crate::types;

/// `POST /jobs`
///
/// Replies:
///
/// - `200`: The job.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct CreateJob {
    /// The request body.
    pub body: Option<types::Job>,
}

impl CreateJob {
    /// Makes a value in which everything is unset.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets `body`.
    #[must_use]
    pub fn with_body(mut self, body: types::Job) -> Self {
        self.body = Some(body);
        self
    }
}

impl Operation for CreateJob {
    type Output = types::Job;
    type Failure = Value;
    const ENDPOINT: Endpoint = Endpoint::new("createJob", "POST", "/jobs")
        .accept("application/json");

    fn body(&self) -> Option<Body<'_>> {
        self.body.as_ref().map(|body| Body::json(body))
    }

    fn output(reply: &Reply) -> Result<Self::Output, DecodeError> {
        reply.json()
    }

    fn failure(reply: &Reply) -> Result<Self::Failure, DecodeError> {
        reply.json()
    }
}

#[cfg(feature = "reqwest")]
impl crate::Client {
    /// `POST /jobs`
    ///
    /// See [`CreateJob`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub async fn create_job(
        &self,
        body: impl Into<Option<types::Job>>,
    ) -> Result<types::Job, Error<Value>> {
        let mut operation = CreateJob::new();
        operation.body = body.into();
        self.send(&operation).await
    }
}

#[cfg(feature = "ureq")]
impl crate::blocking::Client {
    /// `POST /jobs`
    ///
    /// See [`CreateJob`].
    ///
    /// # Errors
    ///
    /// When the request is invalid, cannot be sent, or is answered with an error.
    pub fn create_job(
        &self,
        body: impl Into<Option<types::Job>>,
    ) -> Result<types::Job, Error<Value>> {
        let mut operation = CreateJob::new();
        operation.body = body.into();
        self.send(&operation)
    }
}

// === types.rs

//! The types of requests and replies, by name.

use crate::runtime::prelude::*;

/// The schema `Job`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Job {
    /// The state of a job.
    pub state: State,
    /// The property `priority`.
    pub priority: JobPriority,
    /// The property `sort`.
    pub sort: Option<JobSort>,
    /// The property `level`.
    pub level: Option<Nullable<JobLevel>>,
    /// The property `size`.
    pub size: Option<JobSize>,
    /// The property `only`.
    pub only: Option<JobOnly>,
    /// The property `maybe`.
    pub maybe: Option<Nullable<JobMaybe>>,
    /// The property `grade`.
    pub grade: Option<JobGrade>,
    /// The property `on`.
    pub on: Option<JobOn>,
    /// The property `named`.
    pub named: Option<JobNamed>,
}

impl Job {
    /// Makes a value from what is required; everything else is unset.
    #[must_use]
    pub fn new(state: State, priority: JobPriority) -> Self {
        Self {
            state,
            priority,
            ..Self::blank()
        }
    }

    /// Sets `sort`.
    #[must_use]
    pub fn with_sort(mut self, sort: JobSort) -> Self {
        self.sort = Some(sort);
        self
    }

    /// Sets `level`.
    #[must_use]
    pub fn with_level(mut self, level: impl Into<Nullable<JobLevel>>) -> Self {
        self.level = Some(level.into());
        self
    }

    /// Sets `size`.
    #[must_use]
    pub fn with_size(mut self, size: JobSize) -> Self {
        self.size = Some(size);
        self
    }

    /// Sets `only`.
    #[must_use]
    pub fn with_only(mut self, only: JobOnly) -> Self {
        self.only = Some(only);
        self
    }

    /// Sets `maybe`.
    #[must_use]
    pub fn with_maybe(mut self, maybe: impl Into<Nullable<JobMaybe>>) -> Self {
        self.maybe = Some(maybe.into());
        self
    }

    /// Sets `grade`.
    #[must_use]
    pub fn with_grade(mut self, grade: JobGrade) -> Self {
        self.grade = Some(grade);
        self
    }

    /// Sets `on`.
    #[must_use]
    pub fn with_on(mut self, on: JobOn) -> Self {
        self.on = Some(on);
        self
    }

    /// Sets `named`.
    #[must_use]
    pub fn with_named(mut self, named: JobNamed) -> Self {
        self.named = Some(named);
        self
    }
}

impl Object for Job {
    const MEMBERS: &'static [Member] = &[
        required("state"),
        required("priority"),
        optional("sort"),
        optional("level"),
        optional("size"),
        optional("only"),
        optional("maybe"),
        optional("grade"),
        optional("on"),
        optional("named"),
    ];
}
object!(Job: state, priority, sort, level, size, only, maybe, grade, on, named);

/// `grade` of `Job`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum JobGrade {
    /// `0.5`
    Grade0_5,
    /// `1`
    Grade1,
    /// `1.5`
    Grade1_5,
    /// A value that the description does not list, kept as read.
    Unknown(Value),
}

impl JobGrade {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Grade0_5, Self::Grade1, Self::Grade1_5];

    /// The value on the wire as JSON text; `None` for an unlisted one.
    #[must_use]
    pub fn as_json(&self) -> Option<&'static str> {
        match self {
            Self::Grade0_5 => Some("0.5"),
            Self::Grade1 => Some("1"),
            Self::Grade1_5 => Some("1.5"),
            Self::Unknown(_) => None,
        }
    }
}
json_enum!(JobGrade);

/// `level` of `Job`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum JobLevel {
    /// `"low"`
    Low,
    /// `2`
    Level2,
    /// `true`
    True,
    /// `{"a":1}`
    A1,
    /// A value that the description does not list, kept as read.
    Unknown(Value),
}

impl JobLevel {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Low, Self::Level2, Self::True, Self::A1];

    /// The value on the wire as JSON text; `None` for an unlisted one.
    #[must_use]
    pub fn as_json(&self) -> Option<&'static str> {
        match self {
            Self::Low => Some("\"low\""),
            Self::Level2 => Some("2"),
            Self::True => Some("true"),
            Self::A1 => Some("{\"a\":1}"),
            Self::Unknown(_) => None,
        }
    }
}
json_enum!(JobLevel);

/// `maybe` of `Job`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JobMaybe {
    /// `a`
    A,
    /// `b`
    B,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl JobMaybe {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::A, Self::B];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(JobMaybe);

/// `named` of `Job`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JobNamed {
    /// `1`
    ///
    /// The first.
    First,
    /// `2`
    ///
    /// The second.
    Second,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl JobNamed {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::First, Self::Second];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::First => "1",
            Self::Second => "2",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(JobNamed);

/// `on` of `Job`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum JobOn {
    /// `true`
    True,
    /// A value that the description does not list, kept as read.
    Unknown(Value),
}

impl JobOn {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::True];

    /// The value on the wire as JSON text; `None` for an unlisted one.
    #[must_use]
    pub fn as_json(&self) -> Option<&'static str> {
        match self {
            Self::True => Some("true"),
            Self::Unknown(_) => None,
        }
    }
}
json_enum!(JobOn);

/// `only` of `Job`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JobOnly {
    /// `one`
    One,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl JobOnly {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::One];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::One => "one",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(JobOnly);

/// `priority` of `Job`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JobPriority {
    /// `-1`
    PriorityMinus1,
    /// `0`
    Priority0,
    /// `1`
    Priority1,
    /// `10`
    Priority10,
    /// A value that the description does not list, kept as read.
    Unknown(i64),
}

impl JobPriority {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[
        Self::PriorityMinus1,
        Self::Priority0,
        Self::Priority1,
        Self::Priority10,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_i64(&self) -> i64 {
        match self {
            Self::PriorityMinus1 => -1,
            Self::Priority0 => 0,
            Self::Priority1 => 1,
            Self::Priority10 => 10,
            Self::Unknown(value) => *value,
        }
    }
}
int_enum!(JobPriority);

/// `size` of `Job`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JobSize {
    /// `480p`
    Size480p,
    /// `720p`
    Size720p,
    /// `4K`
    Size4k,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl JobSize {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[Self::Size480p, Self::Size720p, Self::Size4k];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Size480p => "480p",
            Self::Size720p => "720p",
            Self::Size4k => "4K",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(JobSize);

/// `sort` of `Job`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum JobSort {
    /// `+1`
    SortPlus1,
    /// `-1`
    SortMinus1,
    /// `name`
    Name,
    /// `NAME`
    Name2,
    /// `na me`
    NaMe,
    /// (empty)
    Empty,
    /// `*`
    Star,
    /// `>=`
    GreaterEqual,
    /// `<=`
    LessEqual,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl JobSort {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[
        Self::SortPlus1,
        Self::SortMinus1,
        Self::Name,
        Self::Name2,
        Self::NaMe,
        Self::Empty,
        Self::Star,
        Self::GreaterEqual,
        Self::LessEqual,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::SortPlus1 => "+1",
            Self::SortMinus1 => "-1",
            Self::Name => "name",
            Self::Name2 => "NAME",
            Self::NaMe => "na me",
            Self::Empty => "",
            Self::Star => "*",
            Self::GreaterEqual => ">=",
            Self::LessEqual => "<=",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(JobSort);

/// The state of a job.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum State {
    /// `queued`
    Queued,
    /// `in_progress`
    InProgress,
    /// `Unknown`
    StateUnknown,
    /// `self`
    StateSelf,
    /// `Self`
    StateSelf2,
    /// `type`
    Type,
    /// A value that the description does not list, kept as read.
    Unknown(String),
}

impl State {
    /// The values that the description lists, in its order.
    pub const KNOWN: &'static [Self] = &[
        Self::Queued,
        Self::InProgress,
        Self::StateUnknown,
        Self::StateSelf,
        Self::StateSelf2,
        Self::Type,
    ];

    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Queued => "queued",
            Self::InProgress => "in_progress",
            Self::StateUnknown => "Unknown",
            Self::StateSelf => "self",
            Self::StateSelf2 => "Self",
            Self::Type => "type",
            Self::Unknown(value) => value,
        }
    }
}
text_enum!(State);

// === findings
//
// warning[W0801]: the Rust name `StateSelf` is taken: `StateSelf2` is used here
//   --> spec.yaml:31:7
//    |
// 31 |       enum: [queued, in_progress, Unknown, self, Self, type]
//    |       ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
//
// warning[W0801]: the Rust name `Name` is taken: `Name2` is used here
//   --> spec.yaml:19:30
//    |
// 19 |         sort: {type: string, enum: ['+1', '-1', name, NAME, 'na me', '', '*', '>=', '<=']}
//    |                              ^^^^
//    = help: choose a name with `x-rust-name` (or `x-enum-varnames`), for example in the overlay
